//! Facts about the files of the current pictures: their stamp when read, their content key, why they cannot be shown. Facts
//! about a file that has changed are dropped.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::files::{ContentKey, PackSource, Stamp};
use crate::model::{PhotoKey, ReadError, Unavailable};

use super::{NamedFile, PictureJob};

/// The facts of one generation of a pack.
#[derive(Default)]
pub struct Known(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    generation: u64,
    photos: HashMap<PhotoKey, Fact>,
}

/// The facts of one picture's file.
struct Fact {
    file: String,
    /// The stamp of the file.
    stamp: Stamp,
    key: Option<ContentKey>,
    /// Why it cannot be shown, while the stamp is the same.
    why: Option<Unavailable>,
}

impl Inner {
    fn of(&mut self, job: &PictureJob) -> Option<&mut Fact> {
        let ours = self.generation == job.request.generation;
        self.photos.get_mut(&job.request.photo).filter(|fact| ours && fact.file == job.file)
    }
}

impl Known {
    fn locked(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins with a new pack.
    pub fn begin(&self, generation: u64) {
        *self.locked() = Inner { generation, photos: HashMap::new() };
    }

    /// Records the stamp of a file about to be read; true if it was read before and has changed since.
    pub fn look(&self, job: &PictureJob, stamp: Stamp) -> bool {
        let mut inner = self.locked();
        if inner.generation != job.request.generation {
            return false;
        }
        let before = inner.photos.get(&job.request.photo).filter(|fact| fact.file == job.file).map(|fact| fact.stamp);
        if before != Some(stamp) {
            inner.photos.insert(job.request.photo, Fact { file: job.file.clone(), stamp, key: None, why: None });
        }
        before.is_some_and(|before| before != stamp)
    }

    /// Returns why a picture cannot be shown, while its file is unchanged.
    pub fn verdict(&self, job: &PictureJob) -> Option<Unavailable> {
        let mut inner = self.locked();
        inner.of(job).and_then(|fact| fact.why)
    }

    /// Records that a picture cannot be shown because of its file's content.
    pub fn refuse(&self, job: &PictureJob, why: Unavailable) {
        let mut inner = self.locked();
        if let Some(fact) = inner.of(job) {
            fact.why = Some(why);
        }
    }

    /// Returns the content key of a picture's file, or the last known one if it is unavailable.
    ///
    /// # Errors
    /// If it cannot be read and never was.
    pub fn key(&self, source: &PackSource, job: &PictureJob) -> Result<ContentKey, ReadError> {
        let read = source.key(&job.file);
        let mut inner = self.locked();
        match (read, inner.of(job)) {
            (Ok(key), fact) => {
                if let Some(fact) = fact {
                    fact.key = Some(key);
                }
                Ok(key)
            }
            (Err(why), Some(fact)) if why.is_passing() => fact.key.ok_or(why),
            (Err(why), _) => Err(why),
        }
    }

    /// Returns the stamp of a picture's file when it was read.
    pub fn stamp(&self, generation: u64, photo: PhotoKey) -> Option<Stamp> {
        let inner = self.locked();
        inner.photos.get(&photo).filter(|_| inner.generation == generation).map(|fact| fact.stamp)
    }

    /// Forgets a picture whose file has changed.
    pub fn forget(&self, generation: u64, photo: PhotoKey) {
        let mut inner = self.locked();
        if inner.generation == generation {
            inner.photos.remove(&photo);
        }
    }

    /// Returns some of the pictures that cannot be shown because of their content: all of them in rotation.
    pub fn refused(&self, turn: usize, at_most: usize) -> Vec<NamedFile> {
        let inner = self.locked();
        let refused = inner.photos.iter().filter(|(_, fact)| fact.why.is_some());
        let mut refused: Vec<_> = refused.map(|(photo, fact)| (*photo, fact.file.clone())).collect();
        refused.sort_unstable();
        let count = refused.len();
        if count > at_most {
            refused.rotate_left(turn.wrapping_mul(at_most) % count);
            refused.truncate(at_most);
        }
        refused
    }
}
