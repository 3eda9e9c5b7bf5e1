//! Carries out effects and decodes pictures on a few threads; answers with actions and pixels.
//!
//! [`Work`] is the interface. Behind it are the decoding pool (`pictures`) and one-off jobs (`chores`), which use `pictures`,
//! not the reverse.

mod chores;
mod latest;
mod orders;
mod outbox;
mod pictures;
mod threads;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use crate::files::{PackSource, Persisted, ThumbnailCache};
use crate::model::{OpenError, PackPlace, PictureAnswer};
use crate::state::Action;
use crate::state::editing::Begun;
use crate::state::kiosk::Opening as Hours;

use chores::ToEdit;
pub use chores::keeping::{Held, Keeper, hold};
pub use chores::{
    Clocks, Document, HandedOver, KioskFacts, Opened, Opening, Packed, PageFace, Where, Written, answers_of, check_pin,
    fill_in_all, hash_pin, is_spreadsheet, judged, kiosk_facts, on_wayland, open_pack, page, photos_of, review_file,
    save_exhibition, save_pack, sheet_of, today,
};
use chores::{keeping, kiosk, open, presenting, save, set_up};
use latest::Latest;
use outbox::Outbox;
use pictures::Pool;
pub use pictures::{Budget, Decoder, NamedFile, PictureJob, fault, for_print, print_of, probe};
pub use threads::{let_a_panic_end_the_program, spawn};

/// An answer.
pub enum Done {
    /// An action to apply.
    Action(Action),
    /// An opened pack: its files, and the action that shows it.
    Opened(Arc<PackSource>, Action),
    /// The answer to a picture request.
    Picture(PictureJob, PictureAnswer),
}

/// Reads a pack to be edited, without what was kept of it and without keeping anything: for pictures without a window.
///
/// # Errors
/// If there is nothing that could be edited.
pub fn read_to_edit(place: &PackPlace) -> Result<(Arc<PackSource>, Box<Begun>), OpenError> {
    let ToEdit { source, begun, .. } = chores::begun(place, "", keeping::Opened::nothing(""))?;
    Ok((source, Box::new(begun)))
}

/// The threads and their queues.
pub struct Work {
    pool: Arc<Pool>,
    outbox: Outbox,
    done: Receiver<Done>,
    persisted: Arc<Latest<Persisted, Option<String>>>,
    /// Set to cancel saving.
    cancelled: Arc<AtomicBool>,
    /// Asks for the path of a file: the system's dialog, or a stand-in for it.
    pub asks: Arc<save::Asks>,
    /// Asks for a folder or file to open, likewise.
    pub picks: Arc<save::Picks>,
    /// Tries a kiosk with a set-up, likewise.
    pub tries: Arc<set_up::Tries>,
    presenting: Arc<Latest<(), Option<String>>>,
    hours: OnceLock<Arc<Latest<(), Vec<Hours>>>>,
    /// Keeps what is being edited.
    keeper: Arc<Mutex<Option<keeping::Keeper>>>,
}

impl Work {
    /// Starts the threads. `wake` is called from any thread whenever something is done, and how soon to show it. Thumbnails
    /// are cached if there is a place for them.
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
            tries: Arc::new(set_up::run),
            hours: OnceLock::new(),
            keeper: Arc::default(),
            outbox,
        }
    }

    /// Begins with a new pack: its files, its generation, its pictures, those still to be probed, and those whose files are
    /// missing. Probes the files, then makes the missing thumbnails.
    pub fn begin(&self, source: Arc<PackSource>, generation: u64, pictures: [Vec<NamedFile>; 3]) {
        self.pool.show(source, generation, pictures);
    }

    /// Requests pictures, most wanted first; earlier requests not among them are dropped.
    pub fn request(&self, jobs: Vec<PictureJob>) {
        self.pool.queue.request(jobs);
    }

    /// Sets the visible pictures, and whether their window has the focus: their files are watched.
    pub fn see(&self, generation: u64, seen: &[NamedFile], has_focus: bool) {
        self.pool.watch.see(generation, seen, has_focus);
    }

    /// Returns all answers since the last call.
    pub fn done(&self) -> Vec<Done> {
        self.done.try_iter().inspect(|done| self.taken(done)).collect()
    }

    /// A picture counts as in progress until its answer is taken, so that it is not requested again in between.
    fn taken(&self, done: &Done) {
        if let Done::Picture(job, answer) = done
            && !matches!(answer, PictureAnswer::Progress(_))
        {
            self.pool.queue.finished(job);
        }
    }

    /// Waits for an answer with a timeout, for screenshots without a window.
    #[must_use]
    pub fn wait(&self, at_most: Duration) -> Option<Done> {
        self.done.recv_timeout(at_most).ok().inspect(|done| self.taken(done))
    }

    /// Returns true while a requested picture is missing.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.pool.queue.is_busy()
    }

    /// Opens a pack.
    pub fn open(&self, place: PackPlace) {
        self.spawn("open", move || open::open(&place));
    }

    /// Opens the pack at a path.
    pub fn open_path(&self, path: PathBuf) {
        self.spawn("open", move || open::open_path(&path));
    }

    /// Waits for a pack that is already being opened.
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

    /// Persists a text for the next start, or removes it.
    pub fn persist(&self, what: Persisted, text: Option<String>) {
        self.persisted.post(what, text);
    }

    /// Runs a job in the background.
    pub fn later(&self, job: impl FnOnce() -> Action + Send + 'static) {
        self.spawn("report", || Done::Action(job()));
    }

    /// Inhibits sleep and the screen saver and reports the time of day while presenting, with the reason that the system
    /// shows; `None` ends both.
    pub fn hold_awake(&self, why: Option<String>) {
        self.presenting.post((), why);
    }

    /// Tells from now on whether a kiosk is open by these hours, and again every ten minutes.
    pub fn keep_hours(&self, hours: &[Hours]) {
        let mut is_new = false;
        let kept = self.hours.get_or_init(|| {
            is_new = true;
            kiosk::start(hours.to_owned(), self.outbox.clone())
        });
        if !is_new {
            kept.post((), hours.to_owned());
        }
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
        if let Some(hours) = self.hours.get() {
            hours.close();
        }
    }
}

/// One thread, so that the last write wins.
fn start_persisting() -> Arc<Latest<Persisted, Option<String>>> {
    let persisted = Arc::new(Latest::<Persisted, Option<String>>::default());
    let posted = Arc::clone(&persisted);
    spawn("persist", move || {
        while let Some((what, text)) = posted.take() {
            // A failure to write is ignored.
            what.write(text.as_deref());
        }
    });
    persisted
}
