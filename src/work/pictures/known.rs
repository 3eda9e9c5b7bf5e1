//! What was found out about the files of the pictures on the wall: what each was like when it was read, how its content is named, why it
//! cannot be shown. A file that is another than it was is asked anew.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::files::{ContentKey, PackSource, Stamp};
use crate::model::{PhotoKey, ReadError, Unavailable};

use super::{NamedFile, PictureJob};

/// What is known of the pictures of one opening of a pack.
#[derive(Default)]
pub struct Known(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    generation: u64,
    photos: HashMap<PhotoKey, Fact>,
}

/// What is known of one picture's file.
struct Fact {
    file: String,
    /// What the file was like.
    stamp: Stamp,
    key: Option<ContentKey>,
    /// Why it cannot be shown as long as it is like that.
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

    /// Another pack is on the wall.
    pub fn begin(&self, generation: u64) {
        *self.locked() = Inner { generation, photos: HashMap::new() };
    }

    /// Somebody is about to read a picture's file, which is like this; true where it was read before, and is another now.
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

    /// Why a picture cannot be shown, as long as its file is as it was when that was found out.
    pub fn verdict(&self, job: &PictureJob) -> Option<Unavailable> {
        let mut inner = self.locked();
        inner.of(job).and_then(|fact| fact.why)
    }

    /// A picture cannot be shown because of what its file holds.
    pub fn refuse(&self, job: &PictureJob, why: Unavailable) {
        let mut inner = self.locked();
        if let Some(fact) = inner.of(job) {
            fact.why = Some(why);
        }
    }

    /// What names the content of a picture's file: of one that is away for now, what it was.
    ///
    /// # Errors
    /// Where it cannot be read and was not read before.
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

    /// What a picture's file was like when it was read.
    pub fn stamp(&self, generation: u64, photo: PhotoKey) -> Option<Stamp> {
        let inner = self.locked();
        inner.photos.get(&photo).filter(|_| inner.generation == generation).map(|fact| fact.stamp)
    }

    /// Forgets a picture's file: it is another now.
    pub fn forget(&self, generation: u64, photo: PhotoKey) {
        let mut inner = self.locked();
        if inner.generation == generation {
            inner.photos.remove(&photo);
        }
    }

    /// Some of the pictures that cannot be shown because of what their files hold, and these: all of them in turn.
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
