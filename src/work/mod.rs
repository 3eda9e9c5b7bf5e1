//! Carries out effects and decodes pictures on a few threads; answers with actions and pixels.
//!
//! [`Work`] is the front door. Behind it are the pool that decodes pictures (`pictures`) and everything that is done once
//! (`chores`), which uses `pictures` and is not known there.

mod chores;
mod latest;
mod outbox;
mod pictures;
mod threads;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::files::{PackSource, Persisted, ThumbnailCache};
use crate::model::{PackPlace, PictureAnswer};
use crate::state::Action;

pub use chores::{
    Opened, Opening, Packed, PageFace, Where, Written, fill_in_all, on_wayland, open_pack, page, photos_of, save_pack,
    today,
};
use chores::{open, presenting, save};
use latest::Latest;
use outbox::Outbox;
use pictures::Pool;
pub use pictures::{Budget, Decoder, NamedFile, PictureJob, fault, for_print};
pub use threads::spawn;

/// What comes back.
pub enum Done {
    /// Something happened.
    Action(Action),
    /// A pack was opened: its files for the pictures to come, and the action that shows it.
    Opened(Arc<PackSource>, Action),
    /// What came of a picture that was requested.
    Picture(PictureJob, PictureAnswer),
}

/// The threads, and what they are to do.
pub struct Work {
    pool: Arc<Pool>,
    outbox: Outbox,
    done: Receiver<Done>,
    persisted: Arc<Latest<Persisted, Option<String>>>,
    /// What is being saved is to be given up.
    cancelled: Arc<AtomicBool>,
    /// Who is asked where a file is to lie: the system's dialog, or whoever stands in for it.
    pub asks: Arc<save::Asks>,
    /// Who is asked what to open, a folder or a file: the same.
    pub picks: Arc<save::Picks>,
    presenting: Arc<Latest<(), Option<String>>>,
}

impl Work {
    /// Starts the threads. `wake` is called whenever something is done, from any thread, with how soon it should be seen.
    /// Thumbnails are kept in a cache, where there is one.
    #[must_use]
    pub fn new(
        source: Arc<PackSource>,
        cache: Option<ThumbnailCache>,
        wake: impl Fn(Duration) + Send + Sync + 'static,
    ) -> Self {
        let (outbox, done) = Outbox::new(Arc::new(wake));
        Self {
            pool: Pool::start(source, cache, outbox.clone()),
            done,
            persisted: start_persisting(),
            presenting: presenting::start(outbox.clone()),
            cancelled: Arc::default(),
            asks: Arc::new(save::dialog),
            picks: Arc::new(save::pick),
            outbox,
        }
    }

    /// A pack is on the wall: its files, which opening it is, its pictures, those about which nothing is known yet, and those whose files
    /// are not there. Learns what the others' files tell, then makes the thumbnails that are missing on disk.
    pub fn begin(&self, source: Arc<PackSource>, generation: u64, pictures: [Vec<NamedFile>; 3]) {
        self.pool.show(source, generation, pictures);
    }

    /// The pictures that are wanted now, most wanted first; what was wanted before and is not now is dropped.
    pub fn request(&self, jobs: Vec<PictureJob>) {
        self.pool.queue.request(jobs);
    }

    /// The pictures that are on the screen now, by their files, and whether its window has the focus: their files are looked after.
    pub fn see(&self, generation: u64, seen: &[NamedFile], has_focus: bool) {
        self.pool.watch.see(generation, seen, has_focus);
    }

    /// What was done since the last time.
    pub fn done(&self) -> Vec<Done> {
        self.done.try_iter().inspect(|done| self.taken(done)).collect()
    }

    /// A picture counts as worked on until it was taken, so that nobody begins it again in between.
    fn taken(&self, done: &Done) {
        if let Done::Picture(job, answer) = done
            && !matches!(answer, PictureAnswer::Progress(_))
        {
            self.pool.queue.finished(job);
        }
    }

    /// Waits until something is done, at most this long. For a picture without a window.
    #[must_use]
    pub fn wait(&self, at_most: Duration) -> Option<Done> {
        self.done.recv_timeout(at_most).ok().inspect(|done| self.taken(done))
    }

    /// True while a requested picture is not there.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.pool.queue.is_busy()
    }

    /// Opens a pack.
    pub fn open(&self, place: PackPlace) {
        self.spawn("open", move || open::open(&place));
    }

    /// Opens whatever lies at a path.
    pub fn open_path(&self, path: PathBuf) {
        self.spawn("open", move || open::open_path(&path));
    }

    /// Waits for a pack that is being opened already.
    pub fn finish(&self, opening: Opening) {
        self.spawn("open", move || opening.finish());
    }

    /// Asks for a pack with the system's dialog, a folder or a file, and opens it.
    pub fn pick(&self, folder: bool) {
        let (outbox, picks) = (self.outbox.clone(), Arc::clone(&self.picks));
        spawn("dialog", move || {
            let done = match picks(folder) {
                Ok(None) => return,
                Ok(Some(path)) => open::open_path(&path),
                Err(_no_dialog) => Done::Action(Action::NoDialog),
            };
            outbox.send(done);
            outbox.wake(Duration::ZERO);
        });
    }

    /// Persists a text from this start of the program to the next, or nothing.
    pub fn persist(&self, what: Persisted, text: Option<String>) {
        self.persisted.post(what, text);
    }

    /// Finds something out that takes a while.
    pub fn later(&self, job: impl FnOnce() -> Action + Send + 'static) {
        self.spawn("report", || Done::Action(job()));
    }

    /// Holds off sleep and screen saver and tells the time of day while somebody presents, with the words that the system gives
    /// as the reason; or no longer.
    pub fn hold_awake(&self, why: Option<String>) {
        self.presenting.post((), why);
    }

    fn spawn(&self, name: &str, job: impl FnOnce() -> Done + Send + 'static) {
        let outbox = self.outbox.clone();
        spawn(name, move || {
            outbox.send(job());
            outbox.wake(Duration::ZERO);
        });
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.pool.close();
        self.persisted.close();
        self.presenting.close();
    }
}

/// One thread, so that what is persisted last is what stays.
fn start_persisting() -> Arc<Latest<Persisted, Option<String>>> {
    let persisted = Arc::new(Latest::<Persisted, Option<String>>::default());
    let posted = Arc::clone(&persisted);
    spawn("persist", move || {
        while let Some((what, text)) = posted.take() {
            // Where nothing can be written, nothing is persisted.
            what.write(text.as_deref());
        }
    });
    persisted
}
