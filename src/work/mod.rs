//! Carries out effects and decodes pictures on a few threads; answers with actions and pixels.
//!
//! The newest wish list replaces the older one, so that a picture that nobody sees any more is never decoded. A panic in a
//! decoder becomes a picture that cannot be shown.

mod attend;
mod awake;
mod opening;
mod packing;
mod page;
mod photo;
mod progress;
mod queue;
mod room;
mod save;
mod survey;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::files::{self, Kept, OpenFailure, PackSource, ReadError, ThumbnailCache};
use crate::model::{Pack, PackPlace};
use crate::state::{Action, OpenError, Part, ReadFault};

pub use awake::on_wayland;
pub use opening::{Opened, Opening};
pub use packing::{Packed, save_pack};
pub use page::{PageFace, page};
pub use photo::{Darkroom, Got, PhotoJob, THUMBNAIL, Want, fault, for_paper};
use progress::Progress;
use queue::{Next, Queue};

/// How many bytes may be used for decoding at a time.
const DECODING_BYTES: u64 = 448 << 20;
/// How long something that nobody waits for goes on while somebody waits for something else.
const SPARE_AT_MOST: Duration = Duration::from_millis(150);
/// Within how long small pictures are seen.
const TOGETHER: Duration = Duration::from_millis(30);
/// How many pictures are looked at between two words about them.
const SURVEY_BATCH: usize = 128;

/// What comes back.
pub enum Done {
    /// Something happened.
    Action(Action),
    /// A pack was opened: its files for the pictures to come, and the action that shows it.
    Opened(Arc<PackSource>, Action),
    /// A picture was decoded, or cannot be shown.
    Photo(PhotoJob, Got),
    /// A picture that takes long has come so far, from 0 to 1.
    Progress(PhotoJob, f32),
}

type Wake = Arc<dyn Fn(Duration) + Send + Sync>;

/// What every thread needs.
struct Shared {
    queue: Queue<PhotoJob>,
    darkroom: Darkroom,
    source: Mutex<Arc<PackSource>>,
    /// Which opening of a pack is on the wall.
    generation: AtomicU64,
    wake: Wake,
}

/// The threads, and what they are to do.
pub struct Work {
    shared: Arc<Shared>,
    done: Receiver<Done>,
    send: Sender<Done>,
    keeper: Sender<(Kept, Option<String>)>,
    /// What is being saved is to be given up.
    stop: Arc<AtomicBool>,
    /// Who is asked where a file is to lie: the system's dialog, or whoever stands in for it.
    pub asks: Arc<save::Asks>,
    attendant: Sender<Option<String>>,
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
        let (send, done) = channel();
        let shared = Arc::new(Shared {
            queue: Queue::default(),
            darkroom: Darkroom::new(cache, DECODING_BYTES),
            source: Mutex::new(source),
            generation: AtomicU64::new(0),
            wake: Arc::new(wake),
        });
        let threads = thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 4));
        for _ in 0..threads {
            let (shared, send) = (Arc::clone(&shared), send.clone());
            thread::spawn(move || while shared.work(&send).is_some() {});
        }
        let (keeper, kept) = channel::<(Kept, Option<String>)>();
        // One thread, so that what is kept last is what stays.
        thread::spawn(move || {
            for (kept, text) in kept {
                // Where nothing can be written, nothing is kept.
                kept.write(text.as_deref());
            }
        });
        let attendant = attend::begin(send.clone(), Arc::clone(&shared.wake));
        Self { shared, done, send, keeper, attendant, stop: Arc::default(), asks: Arc::new(save::dialog) }
    }

    /// A pack is on the wall: its files, which opening it is, its pictures, and those about which nothing is known yet.
    /// Learns what the others' files tell, then makes the thumbnails that are missing on disk.
    pub fn begin(
        &self,
        source: Arc<PackSource>,
        generation: u64,
        files: Vec<(usize, String)>,
        unknown: Vec<(usize, String)>,
    ) {
        *self.shared.source.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&source);
        self.shared.generation.store(generation, Ordering::Relaxed);
        self.shared.queue.wish(Vec::new());
        let job = move |(photo, file)| PhotoJob { generation, photo, want: Want::View(THUMBNAIL), file };
        let keeps = self.shared.darkroom.keeps(&source);
        self.shared.queue.when_idle(files.into_iter().filter(|_| keeps).map(job));
        if unknown.is_empty() {
            return;
        }
        let (shared, send) = (Arc::clone(&self.shared), self.send.clone());
        thread::spawn(move || {
            for batch in unknown.chunks(SURVEY_BATCH) {
                if shared.generation.load(Ordering::Relaxed) != generation {
                    return;
                }
                let learned = batch.iter().filter_map(|(i, file)| Some((*i, survey::learn(&source, file)?))).collect();
                if send.send(Done::Action(Action::Learned(generation, learned))).is_err() {
                    return;
                }
                (shared.wake)(TOGETHER);
            }
        });
    }

    /// The pictures that are wanted now, most wanted first; what was wanted before and is not now is dropped.
    pub fn wish(&self, jobs: Vec<PhotoJob>) {
        self.shared.queue.wish(jobs);
    }

    /// What was done since the last time.
    pub fn done(&self) -> Vec<Done> {
        self.done.try_iter().inspect(|done| self.taken(done)).collect()
    }

    /// A picture counts as worked on until it was taken, so that nobody begins it again in between.
    fn taken(&self, done: &Done) {
        if let Done::Photo(job, _) = done {
            self.shared.queue.finished(job);
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
        self.shared.queue.is_busy()
    }

    /// Opens a pack.
    pub fn open(&self, place: PackPlace) {
        self.spawn(move || open(&place));
    }

    /// Opens whatever lies at a path.
    pub fn open_path(&self, path: PathBuf) {
        self.spawn(move || open_path(&path));
    }

    /// Waits for a pack that is being opened already.
    pub fn finish(&self, opening: Opening) {
        self.spawn(move || opening.finish());
    }

    /// Asks for a pack with the system's dialog, and opens it.
    pub fn pick(&self) {
        let (send, wake) = (self.send.clone(), Arc::clone(&self.shared.wake));
        thread::spawn(move || {
            let dialog = rfd::FileDialog::new().add_filter("Vitrine", &["vitrine", "zip", "json"]);
            if let Some(path) = dialog.pick_file() {
                let _ = send.send(open_path(&path));
                wake(Duration::ZERO);
            }
        });
    }

    /// Keeps a text from this start of the program to the next, or nothing.
    pub fn keep(&self, kept: Kept, text: Option<String>) {
        // The thread lives as long as this.
        let _ = self.keeper.send((kept, text));
    }

    /// Finds something out that takes a while.
    pub fn later(&self, job: impl FnOnce() -> Action + Send + 'static) {
        self.spawn(|| Done::Action(job()));
    }

    /// Holds off sleep and screen saver and tells the time of day while somebody presents, with the words that the system gives
    /// as the reason; or no longer.
    pub fn attend(&self, why: Option<String>) {
        let _ = self.attendant.send(why);
    }

    fn spawn(&self, job: impl FnOnce() -> Done + Send + 'static) {
        let (send, wake) = (self.send.clone(), Arc::clone(&self.shared.wake));
        thread::spawn(move || {
            let _ = send.send(job());
            wake(Duration::ZERO);
        });
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.shared.queue.close();
    }
}

impl Shared {
    /// Does the next thing there is to do; `None` once there is nobody left to do it for.
    fn work(&self, send: &Sender<Done>) -> Option<()> {
        match self.queue.next()? {
            Next::Spare(job) => {
                let begun = Instant::now();
                // A small one is finished; a huge one makes way for somebody who waits, and comes last.
                let stands = |_share| {
                    let makes_way = begun.elapsed() > SPARE_AT_MOST && self.queue.has_waiting();
                    self.generation.load(Ordering::Relaxed) == job.generation && !makes_way
                };
                if !self.darkroom.make_thumbnail(&self.source(), &job, &stands) && !stands(1.0) {
                    self.queue.put_back(job);
                }
            }
            Next::Wish(job, stands) => {
                // Small pictures come in dozens: they are seen together, since a frame costs more than one of them.
                let is_small = matches!(job.want, Want::Preview(_) | Want::View(..=THUMBNAIL));
                let within = if is_small { TOGETHER } else { Duration::ZERO };
                let progress = Progress::begin();
                let stands = |share| {
                    if let Some(share) = progress.tell(share) {
                        let _ = send.send(Done::Progress(job.clone(), share));
                        (self.wake)(Duration::ZERO);
                    }
                    stands.load(Ordering::Relaxed)
                };
                let source = self.source();
                if matches!(job.want, Want::Tile(_)) && !self.darkroom.reads_in_parts(&job) {
                    let same = |other: &PhotoJob| other.file == job.file && matches!(other.want, Want::Tile(_));
                    let mut jobs = vec![job.clone()];
                    jobs.extend(self.queue.also(same));
                    for (job, got) in self.darkroom.develop_together(&source, &jobs, &stands) {
                        send.send(Done::Photo(job, got)).ok()?;
                    }
                } else {
                    let got = self.darkroom.develop(&source, &job, &stands);
                    let covered = self.covered(&job, &got);
                    send.send(Done::Photo(job, got)).ok()?;
                    for job in covered {
                        send.send(Done::Photo(job, Got::Dropped)).ok()?;
                    }
                }
                (self.wake)(within);
            }
        }
        Some(())
    }

    /// The wishes that need not be fulfilled any more: what could be had in a moment was as good.
    fn covered(&self, job: &PhotoJob, got: &Got) -> Vec<PhotoJob> {
        let (Want::Preview(wanted), Got::View(side, _)) = (job.want, got) else { return Vec::new() };
        if *side < wanted {
            return Vec::new();
        }
        let view = PhotoJob { want: Want::View(wanted), ..job.clone() };
        self.queue.also(|other| *other == view)
    }

    fn source(&self) -> Arc<PackSource> {
        Arc::clone(&self.source.lock().unwrap_or_else(PoisonError::into_inner))
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

/// The pictures of a pack with a file, and those about which their files may still tell something.
#[must_use]
pub fn photos_of(pack: &Pack) -> [Vec<(usize, String)>; 2] {
    let file = |(i, shown): (usize, &crate::model::Shown)| Some((i, shown.file.clone()?));
    [pack.shown.iter().enumerate().filter_map(file).collect(), survey::left(pack)]
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
