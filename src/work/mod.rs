//! Carries out effects and decodes pictures on a few threads; answers with actions and pixels.
//!
//! The newest wish list replaces the older one, so that a picture that nobody sees any more is never decoded. A panic in a
//! decoder becomes a picture that cannot be shown.

mod queue;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::{panic, thread};

use crate::files::{self, OpenFailure, PackSource, ReadError};
use crate::model::PackPlace;
use crate::photos::{self, Pixels};
use crate::state::{Action, OpenError};

use queue::Queue;

/// The most bytes of one picture's file that are read.
const MAX_PHOTO_BYTES: u64 = 512 << 20;

/// A picture to decode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoJob {
    /// Which opening of a pack it belongs to.
    pub generation: u64,
    /// Its position in the exhibition's list.
    pub photo: usize,
    /// The most pixels on its long side.
    pub long_side: u32,
    /// Its file in the pack.
    pub file: String,
}

/// What comes back.
pub enum Done {
    /// Something happened.
    Action(Action),
    /// A pack was opened: its files for the pictures to come, and the action that shows it.
    Opened(Arc<PackSource>, Action),
    /// A picture was decoded, or cannot be shown.
    Photo(PhotoJob, Option<Pixels>),
}

type Wake = Arc<dyn Fn() + Send + Sync>;

/// The threads, and what they are to do.
pub struct Work {
    queue: Arc<Queue<PhotoJob>>,
    done: Receiver<Done>,
    send: Sender<Done>,
    wake: Wake,
    source: Arc<Mutex<Arc<PackSource>>>,
}

impl Work {
    /// Starts the threads. `wake` is called whenever something is done, from any thread.
    #[must_use]
    pub fn new(source: Arc<PackSource>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (send, done) = channel();
        let wake: Wake = Arc::new(wake);
        let queue = Arc::new(Queue::default());
        let source = Arc::new(Mutex::new(source));
        let threads = thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 4));
        for _ in 0..threads {
            let (queue, send, wake) = (Arc::clone(&queue), send.clone(), Arc::clone(&wake));
            let source = Arc::clone(&source);
            thread::spawn(move || {
                while let Some(job) = queue.next() {
                    let files = source.lock().map(|s| Arc::clone(&s)).ok();
                    let pixels = files.and_then(|files| decode(&files, &job));
                    if send.send(Done::Photo(job, pixels)).is_err() {
                        return;
                    }
                    wake();
                }
            });
        }
        Self { queue, done, send, wake, source }
    }

    /// The files from which the pictures to come are read.
    pub fn read_from(&self, source: Arc<PackSource>) {
        if let Ok(mut current) = self.source.lock() {
            *current = source;
        }
        self.queue.wish(Vec::new());
    }

    /// The pictures that are wanted now, most wanted first; what was wanted before and is not now is dropped.
    pub fn wish(&self, jobs: Vec<PhotoJob>) {
        self.queue.wish(jobs);
    }

    /// What was done since the last time.
    pub fn done(&self) -> Vec<Done> {
        self.done.try_iter().inspect(|done| self.taken(done)).collect()
    }

    /// A picture counts as worked on until it was taken, so that nobody begins it again in between.
    fn taken(&self, done: &Done) {
        if let Done::Photo(job, _) = done {
            self.queue.finished(job);
        }
    }

    /// Waits until something is done, at most this long. For a picture without a window.
    #[must_use]
    pub fn wait(&self, at_most: std::time::Duration) -> Option<Done> {
        self.done.recv_timeout(at_most).ok().inspect(|done| self.taken(done))
    }

    /// True while a wished picture is not there.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.queue.is_busy()
    }

    /// Opens a pack.
    pub fn open(&self, place: PackPlace) {
        self.spawn(move || open(&place));
    }

    /// Opens whatever lies at a path.
    pub fn open_path(&self, path: PathBuf) {
        self.spawn(move || open_path(&path));
    }

    /// Asks for a pack with the system's dialog, and opens it.
    pub fn pick(&self) {
        let (send, wake) = (self.send.clone(), Arc::clone(&self.wake));
        thread::spawn(move || {
            let dialog = rfd::FileDialog::new().add_filter("Vitrine", &["vitrine", "zip", "json"]);
            if let Some(path) = dialog.pick_file() {
                let _ = send.send(open_path(&path));
                wake();
            }
        });
    }

    fn spawn(&self, job: impl FnOnce() -> Done + Send + 'static) {
        let (send, wake) = (self.send.clone(), Arc::clone(&self.wake));
        thread::spawn(move || {
            let _ = send.send(job());
            wake();
        });
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.queue.close();
    }
}

fn decode(source: &PackSource, job: &PhotoJob) -> Option<Pixels> {
    let bytes = source.read(&job.file, MAX_PHOTO_BYTES).ok()?;
    let decoded = panic::catch_unwind(|| photos::rendition(&bytes, job.long_side));
    decoded.ok().and_then(Result::ok)
}

fn open_path(path: &Path) -> Done {
    match files::place_of(path) {
        Ok(place) => open(&place),
        Err(why) => Done::Action(Action::PackFailed(path.to_owned(), reason(why))),
    }
}

fn open(place: &PackPlace) -> Done {
    match files::open(place) {
        Ok((pack, source)) => Done::Opened(source, Action::PackOpened(Box::new(pack))),
        Err(why) => {
            let path = match place {
                PackPlace::BuiltIn => PathBuf::new(),
                PackPlace::Folder(path) | PackPlace::Archive(path) => path.clone(),
            };
            Done::Action(Action::PackFailed(path, reason(why)))
        }
    }
}

/// The state's word for why a pack could not be opened.
#[must_use]
pub fn reason(why: OpenFailure) -> OpenError {
    match why {
        OpenFailure::Read(ReadError::NotThere) => OpenError::NotThere,
        OpenFailure::Read(ReadError::TooLarge) => OpenError::TooLarge,
        OpenFailure::Read(ReadError::Damaged) => OpenError::DamagedArchive,
        OpenFailure::Read(ReadError::Escaping(name)) => OpenError::EscapingName(name),
        OpenFailure::NoExhibition => OpenError::NoExhibition,
        OpenFailure::NotText => OpenError::NotText,
        OpenFailure::Unreadable(why) => OpenError::Unreadable(why),
        OpenFailure::NotAPack => OpenError::NotAPack,
    }
}
