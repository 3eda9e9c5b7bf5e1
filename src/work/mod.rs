//! Carries out effects and decodes pictures on a few threads; answers with actions and pixels.
//!
//! The newest list of requests replaces the older one, so that a picture that nobody sees any more is never decoded. A panic in a
//! decoder becomes a picture that cannot be shown.

mod attend;
mod awake;
mod budget;
mod guard;
mod known;
mod latest;
mod opening;
mod outbox;
mod packing;
mod page;
mod photo;
mod portable;
mod progress;
mod queue;
mod save;
mod survey;
mod threads;
mod watch;
mod worker;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::files::{self, Kept, OpenFailure, PackSource, ReadError, ThumbnailCache};
use crate::model::{Pack, PackPlace, PictureAnswer, PicturePart, PictureRequest, THUMBNAIL, is_inside};
use crate::state::{Action, OpenError, Part, ReadFault};

pub use attend::today;
pub use awake::on_wayland;
pub use budget::Budget;
use budget::DECODING;
use guard::Guard;
use latest::Latest;
pub use opening::{Opened, Opening};
use outbox::Outbox;
pub use packing::{Packed, Written, save_pack};
pub use page::{PageFace, page};
pub use photo::{Darkroom, PictureJob, fault, for_paper};
use queue::Queue;
pub use save::Where;
pub use threads::spawn;
use watch::Watch;
use worker::Shared;

/// Within how long small pictures are seen.
const TOGETHER: Duration = Duration::from_millis(30);
/// How long after the start the thumbnails on disk are looked after: the first pictures are there by then.
const TIDY_AFTER: Duration = Duration::from_secs(2);
/// How many pictures are looked at between two words about them.
const SURVEY_BATCH: usize = 128;

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
    shared: Arc<Shared>,
    done: Receiver<Done>,
    keeper: Arc<Latest<Kept, Option<String>>>,
    /// What is being saved is to be given up.
    stop: Arc<AtomicBool>,
    /// Who is asked where a file is to lie: the system's dialog, or whoever stands in for it.
    pub asks: Arc<save::Asks>,
    /// Who is asked what to open, a folder or a file: the same.
    pub picks: Arc<save::Picks>,
    attendant: Arc<Latest<(), Option<String>>>,
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
        let shared = Arc::new(Shared {
            queue: Queue::default(),
            darkroom: Darkroom::new(cache, &DECODING),
            source: Mutex::new(source),
            generation: AtomicU64::new(0),
            outbox,
            guard: Guard::default(),
            watch: Watch::default(),
        });
        worker::begin(&shared);
        let tidied = Arc::downgrade(&shared);
        spawn("cache tidy", move || {
            thread::sleep(TIDY_AFTER);
            if let Some(shared) = tidied.upgrade() {
                shared.darkroom.tidy();
            }
        });
        let keeper = Arc::new(Latest::<Kept, Option<String>>::default());
        let posted = Arc::clone(&keeper);
        // One thread, so that what is kept last is what stays.
        spawn("keeper", move || {
            while let Some((kept, text)) = posted.take() {
                // Where nothing can be written, nothing is kept.
                kept.write(text.as_deref());
            }
        });
        let attendant = attend::begin(shared.outbox.clone());
        Self {
            shared,
            done,
            keeper,
            attendant,
            stop: Arc::default(),
            asks: Arc::new(save::dialog),
            picks: Arc::new(save::pick),
        }
    }

    /// A pack is on the wall: its files, which opening it is, its pictures, those about which nothing is known yet, and those whose files
    /// are not there. Learns what the others' files tell, then makes the thumbnails that are missing on disk.
    pub fn begin(&self, source: Arc<PackSource>, generation: u64, [files, unknown, absent]: [Vec<(usize, String)>; 3]) {
        *self.shared.source.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&source);
        self.shared.generation.store(generation, Ordering::Relaxed);
        self.shared.queue.request(Vec::new());
        self.shared.darkroom.begin(generation);
        self.shared.watch.begin(generation, absent);
        let part = PicturePart::View(THUMBNAIL);
        let job = move |(photo, file)| PictureJob { request: PictureRequest { generation, photo, part }, file };
        let keeps = self.shared.darkroom.keeps(&source);
        self.shared.queue.when_idle(files.into_iter().filter(|_| keeps).map(job));
        if unknown.is_empty() {
            return;
        }
        let shared = Arc::clone(&self.shared);
        spawn("survey", move || {
            for batch in unknown.chunks(SURVEY_BATCH) {
                if shared.generation.load(Ordering::Relaxed) != generation {
                    return;
                }
                let learned = batch.iter().filter_map(|(i, file)| Some((*i, survey::learn(&source, file)?))).collect();
                if shared.outbox.send(Done::Action(Action::Learned(generation, learned))).is_none() {
                    return;
                }
                shared.outbox.wake(TOGETHER);
            }
        });
    }

    /// The pictures that are wanted now, most wanted first; what was wanted before and is not now is dropped.
    pub fn request(&self, jobs: Vec<PictureJob>) {
        self.shared.queue.request(jobs);
    }

    /// The pictures that are on the screen now, by their files, and whether its window has the focus: their files are looked after.
    pub fn see(&self, generation: u64, seen: &[(usize, String)], has_focus: bool) {
        self.shared.watch.see(generation, seen, has_focus);
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
            self.shared.queue.finished(job);
        }
    }

    /// Waits until something is done, at most this long. For a picture without a window.
    #[must_use]
    pub fn wait(&self, at_most: std::time::Duration) -> Option<Done> {
        self.done.recv_timeout(at_most).ok().inspect(|done| self.taken(done))
    }

    /// True while a requested picture is not there.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.shared.queue.is_busy()
    }

    /// Opens a pack.
    pub fn open(&self, place: PackPlace) {
        self.spawn("open", move || open(&place));
    }

    /// Opens whatever lies at a path.
    pub fn open_path(&self, path: PathBuf) {
        self.spawn("open", move || open_path(&path));
    }

    /// Waits for a pack that is being opened already.
    pub fn finish(&self, opening: Opening) {
        self.spawn("open", move || opening.finish());
    }

    /// Asks for a pack with the system's dialog, a folder or a file, and opens it.
    pub fn pick(&self, folder: bool) {
        let (outbox, picks) = (self.shared.outbox.clone(), Arc::clone(&self.picks));
        spawn("dialog", move || {
            let done = match picks(folder) {
                Ok(None) => return,
                Ok(Some(path)) => open_path(&path),
                Err(_no_dialog) => Done::Action(Action::NoDialog),
            };
            outbox.send(done);
            outbox.wake(Duration::ZERO);
        });
    }

    /// Keeps a text from this start of the program to the next, or nothing.
    pub fn keep(&self, kept: Kept, text: Option<String>) {
        self.keeper.post(kept, text);
    }

    /// Finds something out that takes a while.
    pub fn later(&self, job: impl FnOnce() -> Action + Send + 'static) {
        self.spawn("report", || Done::Action(job()));
    }

    /// Holds off sleep and screen saver and tells the time of day while somebody presents, with the words that the system gives
    /// as the reason; or no longer.
    pub fn attend(&self, why: Option<String>) {
        self.attendant.post((), why);
    }

    fn spawn(&self, name: &str, job: impl FnOnce() -> Done + Send + 'static) {
        let outbox = self.shared.outbox.clone();
        spawn(name, move || {
            outbox.send(job());
            outbox.wake(Duration::ZERO);
        });
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.shared.queue.close();
        self.shared.guard.close();
        self.shared.watch.close();
        self.keeper.close();
        self.attendant.close();
    }
}

/// Opens whatever lies at a place, and looks at the pictures that are seen first.
///
/// # Errors
/// Where there is nothing to show.
pub fn open_pack(place: &PackPlace) -> Result<(Pack, Arc<PackSource>), OpenFailure> {
    let (mut pack, source) = files::open(place)?;
    survey::begin(&mut pack, &source);
    Ok((pack, source))
}

/// Looks at all pictures that [`open_pack`] left for later.
pub fn learn_all(pack: &mut Pack, source: &PackSource) {
    for (photo, file) in survey::left(pack) {
        if let Some((learned, entry)) = survey::learn(source, &file).zip(pack.exhibition.photos.get_mut(photo)) {
            crate::model::learn(entry, &learned);
        }
    }
}

/// The pictures of a pack with a file, those about which their files may still tell something, and those whose own files are not there.
#[must_use]
pub fn photos_of(pack: &Pack) -> [Vec<(usize, String)>; 3] {
    let file = |(i, shown): (usize, &crate::model::Shown)| Some((i, shown.file.clone()?));
    let files = pack.shown.iter().enumerate().filter_map(file).collect();
    let own = pack.exhibition.photos.iter().zip(&pack.shown).enumerate();
    let is_absent = |shown: &crate::model::Shown| shown.file.is_none() || shown.stands_in;
    let absent = own.filter(|(_, (photo, shown))| is_absent(shown) && is_inside(&photo.file));
    let absent = if pack.place == PackPlace::BuiltIn {
        Vec::new()
    } else {
        absent.map(|(i, (photo, _))| (i, photo.file.clone())).collect()
    };
    [files, survey::left(pack), absent]
}

fn open_path(path: &Path) -> Done {
    match files::place_of(path) {
        Ok(place) => open(&place),
        Err(why) => Done::Action(Action::PackFailed(path.to_owned(), reason(why))),
    }
}

fn open(place: &PackPlace) -> Done {
    let path = match place {
        PackPlace::BuiltIn => PathBuf::new(),
        PackPlace::Folder(path) | PackPlace::Archive(path) | PackPlace::Picture(path) => path.clone(),
    };
    opened(path, open_pack(place))
}

/// What is told of a pack that was opened, or could not be.
fn opened(path: PathBuf, opened: Opened) -> Done {
    match opened {
        Ok((pack, source)) => Done::Opened(source, Action::PackOpened(Box::new(pack))),
        Err(why) => Done::Action(Action::PackFailed(path, reason(why))),
    }
}

/// The state's word for why a pack could not be opened.
#[must_use]
pub fn reason(why: OpenFailure) -> OpenError {
    match why {
        OpenFailure::Read(why) => unread(Part::Pack, why),
        OpenFailure::Exhibition(why) => unread(Part::Exhibition, why),
        OpenFailure::NoExhibition => OpenError::NoExhibition,
        OpenFailure::NoPictures(passed) => OpenError::NoPictures(passed),
        OpenFailure::NotText => OpenError::NotText,
        OpenFailure::Unreadable(why) => OpenError::Unreadable(why),
        OpenFailure::NotAPack => OpenError::NotAPack,
    }
}

fn unread(part: Part, why: ReadError) -> OpenError {
    let fault = match why {
        ReadError::NotThere if part == Part::Pack => return OpenError::NotThere,
        ReadError::NotThere => ReadFault::Gone,
        ReadError::Escaping(name) => return OpenError::EscapingName(name),
        ReadError::OtherArchive(kind) => return OpenError::OtherArchive(kind),
        ReadError::Overlapping => return OpenError::Overlapping,
        ReadError::TooMany(limit) => return OpenError::TooMany(limit),
        ReadError::NotAllowed => ReadFault::NotAllowed,
        ReadError::Failed => ReadFault::Failed,
        ReadError::NotAFile => ReadFault::NotAFile,
        ReadError::LeadsOut => ReadFault::LeadsOut,
        ReadError::TooLarge => ReadFault::TooLarge,
        ReadError::Damaged => ReadFault::Damaged,
        ReadError::Encrypted => ReadFault::Encrypted,
        ReadError::Method(method) => ReadFault::Method(method),
    };
    OpenError::Unread(part, fault)
}
