//! The threads that read and decode pictures, and the one that watches their files.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::budget::DECODING;
use super::guard::Guard;
use super::progress::Progress;
use super::queue::{Next, Queue};
use super::watch::{Round, Watch};
use super::{Decoder, NamedFile, PictureJob, survey};
use crate::files::{PackSource, ThumbnailCache};
use crate::model::{FileNews, PhotoKey, PictureAnswer, PicturePart, PictureRequest, THUMBNAIL};
use crate::photos::GoOn;
use crate::state::Action;
use crate::work::outbox::Outbox;
use crate::work::{Done, spawn, threads};

/// Latest time to show small pictures.
const TOGETHER: Duration = Duration::from_millis(30);
/// Delay of trimming the disk cache after the start, so that the first pictures come first.
const TIDY_AFTER: Duration = Duration::from_secs(2);
/// Pictures probed between two answers.
const SURVEY_BATCH: usize = 128;
/// How long idle work may delay a request.
const SPARE_AT_MOST: Duration = Duration::from_millis(150);
/// The most unshowable files checked in one round.
const REFUSED: usize = 256;

/// State shared by all threads.
pub struct Pool {
    /// Requests of the screen.
    pub queue: Queue<PictureJob>,
    /// The watched files.
    pub watch: Watch,
    decoder: Decoder,
    source: Mutex<Arc<PackSource>>,
    /// The generation of the current pack.
    generation: AtomicU64,
    outbox: Outbox,
    guard: Guard,
}

/// Starts a thread that ends with the program, or when it has been replaced.
fn start_one(pool: &Arc<Pool>) {
    let pool = Arc::clone(pool);
    spawn("decoder", move || {
        threads::give_way();
        while let Some(next) = pool.queue.next() {
            let ticket = pool.guard.begin();
            let answers = pool.carry_out(next);
            // If no frame is drawn, answers may wait long: such a thread does not count as blocked.
            let is_replaced = pool.guard.end(ticket);
            if pool.answer(answers).is_none() || is_replaced {
                return;
            }
        }
    });
}

/// Answers, and the latest time to show them.
type Answers = (Vec<(PictureJob, PictureAnswer)>, Duration);

impl Pool {
    /// Starts the threads.
    pub fn start(source: Arc<PackSource>, cache: Option<ThumbnailCache>, outbox: Outbox) -> Arc<Self> {
        let pool = Arc::new(Self {
            queue: Queue::default(),
            watch: Watch::default(),
            decoder: Decoder::new(cache, &DECODING),
            source: Mutex::new(source),
            generation: AtomicU64::new(0),
            outbox,
            guard: Guard::default(),
        });
        let threads = thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 4));
        for _ in 0..threads {
            start_one(&pool);
        }
        let ours = Arc::clone(&pool);
        spawn("decoder guard", move || {
            while ours.guard.must_replace() {
                log::warn!("a picture's file does not answer; another thread takes over");
                start_one(&ours);
            }
        });
        let ours = Arc::clone(&pool);
        spawn("file watch", move || ours.keep_watch());
        let tidied = Arc::downgrade(&pool);
        spawn("cache tidy", move || {
            thread::sleep(TIDY_AFTER);
            if let Some(pool) = tidied.upgrade() {
                pool.decoder.tidy();
            }
        });
        pool
    }

    /// Shows a new pack: its pictures, those still to be probed, and those whose files are missing.
    pub fn show(
        self: &Arc<Self>,
        source: Arc<PackSource>,
        generation: u64,
        [files, unknown, absent]: [Vec<NamedFile>; 3],
    ) {
        *self.source.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&source);
        self.generation.store(generation, Ordering::Relaxed);
        self.queue.request(Vec::new());
        self.decoder.begin(generation);
        self.watch.begin(generation, absent);
        let part = PicturePart::View(THUMBNAIL);
        let job = move |(photo, file)| PictureJob { request: PictureRequest { generation, photo, part }, file };
        let persists = self.decoder.persists(&source);
        self.queue.when_idle(files.into_iter().filter(|_| persists).map(job));
        if !unknown.is_empty() {
            let pool = Arc::clone(self);
            spawn("survey", move || pool.survey(&source, generation, &unknown));
        }
    }

    /// Probes pictures' files; `None` when another pack is shown, or the receiver is gone.
    fn survey(&self, source: &PackSource, generation: u64, unknown: &[NamedFile]) -> Option<()> {
        for batch in unknown.chunks(SURVEY_BATCH) {
            if self.generation.load(Ordering::Relaxed) != generation {
                return None;
            }
            let probed =
                batch.iter().filter_map(|(photo, file)| Some((*photo, survey::fill_in(source, file)?))).collect();
            self.outbox.send(Done::Action(Action::Probed(generation, probed)))?;
            self.outbox.wake(TOGETHER);
        }
        Some(())
    }

    /// Ends every thread.
    pub fn close(&self) {
        self.queue.close();
        self.guard.close();
        self.watch.close();
    }

    /// `None` when the receiver is gone.
    fn answer(&self, (answers, within): Answers) -> Option<()> {
        if answers.is_empty() {
            return Some(());
        }
        for (job, got) in answers {
            self.outbox.send(Done::Picture(job, got))?;
        }
        self.outbox.wake(within);
        Some(())
    }

    /// Carries out a request or idle work.
    fn carry_out(&self, next: Next<PictureJob>) -> Answers {
        let source = self.source();
        match next {
            Next::Spare(job) => {
                let begun = Instant::now();
                // A small picture is finished; a huge one yields to requests and is put last.
                let stands = |_share| {
                    let makes_way = begun.elapsed() > SPARE_AT_MOST && self.queue.has_waiting();
                    self.generation.load(Ordering::Relaxed) == job.request.generation && !makes_way
                };
                self.look(&source, &job);
                if !self.decoder.make_thumbnail(&source, &job, &stands) && !stands(1.0) {
                    self.queue.put_back(job);
                }
                (Vec::new(), Duration::ZERO)
            }
            Next::Request(job, stands) => {
                // Small pictures come in dozens: shown together, since a frame costs more than one of them.
                let is_small = matches!(job.request.part, PicturePart::Preview(_) | PicturePart::View(..=THUMBNAIL));
                let within = if is_small { TOGETHER } else { Duration::ZERO };
                let progress = Progress::begin();
                let stands = |share| {
                    if let Some(share) = progress.tell(share) {
                        // `go_on` may be called under locks: never block here, a later report replaces this one.
                        self.outbox.offer(Done::Picture(job.clone(), PictureAnswer::Progress(share)));
                    }
                    stands.load(Ordering::Relaxed)
                };
                self.look(&source, &job);
                (self.decode(&source, &job, &stands), within)
            }
        }
    }

    /// Decodes a request, and others that can be answered along with it.
    fn decode(&self, source: &PackSource, job: &PictureJob, stands: GoOn<'_>) -> Vec<(PictureJob, PictureAnswer)> {
        if matches!(job.request.part, PicturePart::Tile(_)) && !self.decoder.reads_in_parts(job) {
            let same =
                |other: &PictureJob| other.file == job.file && matches!(other.request.part, PicturePart::Tile(_));
            let mut jobs = vec![job.clone()];
            jobs.extend(self.queue.also(same));
            let answers = self.decoder.decode_together(source, &jobs, stands);
            for (job, got) in &answers {
                self.note(source, job, got);
            }
            return answers;
        }
        let got = self.decoder.decode_checked(source, job, stands);
        self.note(source, job, &got);
        let covered = self.covered(job, &got);
        let dropped = covered.into_iter().map(|job| (job, PictureAnswer::Cancelled));
        std::iter::once((job.clone(), got)).chain(dropped).collect()
    }

    /// Returns the requests made redundant by a preview that was as good.
    fn covered(&self, job: &PictureJob, got: &PictureAnswer) -> Vec<PictureJob> {
        let (PicturePart::Preview(wanted), PictureAnswer::View(side, _)) = (job.request.part, got) else {
            return Vec::new();
        };
        if *side < wanted {
            return Vec::new();
        }
        let view = PictureRequest { part: PicturePart::View(wanted), ..job.request };
        self.queue.also(|other| other.request == view && other.file == job.file)
    }

    /// Checks a file before it is read, and reports a change first.
    fn look(&self, source: &PackSource, job: &PictureJob) {
        if self.decoder.check_file(source, job) {
            let news = vec![Self::news(source, job.request.photo, &job.file, true)];
            self.outbox.send(Done::Action(Action::FilesChanged(job.request.generation, news)));
        }
    }

    /// Records the result of reading a file for the watch.
    fn note(&self, source: &PackSource, job: &PictureJob, got: &PictureAnswer) {
        match got {
            PictureAnswer::Unavailable(why) if why.is_passing() => {
                self.watch.note_away(job.request.generation, job.request.photo, &job.file);
            }
            PictureAnswer::Unavailable(_) => self.watch.note_here(job.request.generation, job.request.photo),
            // A small picture may come from the cache while its file is unavailable.
            PictureAnswer::View(..) if source.stamp(&job.file).is_ok() => {
                self.watch.note_here(job.request.generation, job.request.photo);
            }
            PictureAnswer::View(..)
            | PictureAnswer::Tile(_)
            | PictureAnswer::NoPreview
            | PictureAnswer::Progress(_)
            | PictureAnswer::Cancelled => {}
        }
    }

    /// Watches files until the receiver is gone.
    fn keep_watch(&self) -> Option<()> {
        loop {
            let round = self.watch.next()?;
            let news = self.look_round(&self.source(), &round);
            if !news.is_empty() {
                self.outbox.send(Done::Action(Action::FilesChanged(round.generation, news)))?;
                self.outbox.wake(Duration::ZERO);
            }
        }
    }

    /// Returns the files that have changed, appeared, or returned.
    fn look_round(&self, source: &PackSource, round: &Round) -> Vec<FileNews> {
        let generation = round.generation;
        let mut news = Vec::new();
        if let Some(seen) = &round.seen {
            let mut all: Vec<NamedFile> = self.decoder.known.refused(round.turn, REFUSED);
            all.retain(|refused| !seen.contains(refused));
            for (photo, file) in all.iter().chain(seen) {
                let Some(before) = self.decoder.known.stamp(generation, *photo) else { continue };
                // An unavailable one stays on the screen.
                let Ok(Some(now)) = source.stamp(file) else { continue };
                if now != before && self.watch.is_settled(generation, *photo, now) {
                    self.decoder.forget(generation, *photo, file);
                    news.push(Self::news(source, *photo, file, true));
                }
            }
        }
        for (photo, file) in &round.away {
            let is_back = source.head(file, 1).map_or_else(|why| !why.is_passing(), |_first| true);
            self.watch.was_tried(generation, *photo, is_back);
            if is_back {
                let before = self.decoder.known.stamp(generation, *photo);
                let is_another = before.is_none() || source.stamp(file).ok().flatten() != before;
                if is_another {
                    self.decoder.forget(generation, *photo, file);
                }
                news.push(Self::news(source, *photo, file, is_another));
            }
        }
        for (photo, file) in &round.absent {
            if source.head(file, 1).is_ok() {
                self.watch.has_come(generation, *photo);
                news.push(Self::news(source, *photo, file, true));
            }
        }
        news
    }

    fn news(source: &PackSource, photo: PhotoKey, file: &str, is_another: bool) -> FileNews {
        FileNews {
            photo,
            file: file.to_owned(),
            probed: is_another.then(|| survey::fill_in(source, file).unwrap_or_default()),
        }
    }

    /// Returns the files of the current pack.
    pub fn source(&self) -> Arc<PackSource> {
        Arc::clone(&self.source.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
