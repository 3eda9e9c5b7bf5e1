//! The threads that read and decode pictures, and the one that looks after their files.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::guard::Guard;
use super::progress::Progress;
use super::queue::{Next, Queue};
use super::watch::{Named, Round, Watch};
use super::{Darkroom, Done, Got, PhotoJob, THUMBNAIL, TOGETHER, Wake, Want, survey};
use crate::files::PackSource;
use crate::model::FileNews;
use crate::state::Action;

/// How long something that nobody waits for goes on while somebody waits for something else.
const SPARE_AT_MOST: Duration = Duration::from_millis(150);
/// How many files that cannot be shown are looked at in one round.
const REFUSED: usize = 256;

/// What every thread needs.
pub struct Shared {
    pub queue: Queue<PhotoJob>,
    pub darkroom: Darkroom,
    pub source: Mutex<Arc<PackSource>>,
    /// Which opening of a pack is on the wall.
    pub generation: AtomicU64,
    pub wake: Wake,
    pub guard: Guard,
    pub watch: Watch,
}

/// Starts the threads.
pub fn begin(shared: &Arc<Shared>, send: &Sender<Done>) {
    let threads = thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 4));
    for _ in 0..threads {
        begin_one(shared, send);
    }
    let (ours, out) = (Arc::clone(shared), send.clone());
    thread::spawn(move || {
        while ours.guard.must_replace() {
            log::warn!("a picture's file does not answer; another thread takes over");
            begin_one(&ours, &out);
        }
    });
    let (ours, out) = (Arc::clone(shared), send.clone());
    thread::spawn(move || ours.keep_watch(&out));
}

/// Starts a thread that ends with the program, or when another one has taken its place.
fn begin_one(shared: &Arc<Shared>, send: &Sender<Done>) {
    let (shared, send) = (Arc::clone(shared), send.clone());
    thread::spawn(move || {
        while let Some(next) = shared.queue.next() {
            let ticket = shared.guard.begin();
            let done = shared.carry_out(next, &send);
            if shared.guard.end(ticket) || done.is_none() {
                return;
            }
        }
    });
}

impl Shared {
    /// Does something; `None` once there is nobody left to do it for.
    fn carry_out(&self, next: Next<PhotoJob>, send: &Sender<Done>) -> Option<()> {
        let source = self.source();
        match next {
            Next::Spare(job) => {
                let begun = Instant::now();
                // A small one is finished; a huge one makes way for somebody who waits, and comes last.
                let stands = |_share| {
                    let makes_way = begun.elapsed() > SPARE_AT_MOST && self.queue.has_waiting();
                    self.generation.load(Ordering::Relaxed) == job.generation && !makes_way
                };
                self.look(&source, &job, send);
                if !self.darkroom.make_thumbnail(&source, &job, &stands) && !stands(1.0) {
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
                self.look(&source, &job, send);
                if matches!(job.want, Want::Tile(_)) && !self.darkroom.reads_in_parts(&job) {
                    let same = |other: &PhotoJob| other.file == job.file && matches!(other.want, Want::Tile(_));
                    let mut jobs = vec![job.clone()];
                    jobs.extend(self.queue.also(same));
                    for (job, got) in self.darkroom.develop_together(&source, &jobs, &stands) {
                        self.note(&source, &job, &got);
                        send.send(Done::Photo(job, got)).ok()?;
                    }
                } else {
                    let got = self.darkroom.develop_known(&source, &job, &stands);
                    self.note(&source, &job, &got);
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

    /// Looks at a file before it is read: one that is another than it was is told of first.
    fn look(&self, source: &PackSource, job: &PhotoJob, send: &Sender<Done>) {
        if self.darkroom.look(source, job) {
            let news = vec![Self::news(source, job.photo, &job.file, true)];
            let _ = send.send(Done::Action(Action::FilesChanged(job.generation, news)));
        }
    }

    /// What came of reading a file, for those who look after it.
    fn note(&self, source: &PackSource, job: &PhotoJob, got: &Got) {
        match got {
            Got::Failed(why) if why.is_passing() => self.watch.note_away(job.generation, job.photo, &job.file),
            Got::Failed(_) => self.watch.note_here(job.generation, job.photo),
            // A small one may be at hand though its file is away.
            Got::View(..) if source.stamp(&job.file).is_ok() => self.watch.note_here(job.generation, job.photo),
            Got::View(..) | Got::Tile(..) | Got::NoPreview | Got::Dropped => {}
        }
    }

    /// Looks after files until there is nobody left to do it for.
    fn keep_watch(&self, send: &Sender<Done>) -> Option<()> {
        loop {
            let round = self.watch.next()?;
            let news = self.look_round(&self.source(), &round);
            if !news.is_empty() {
                send.send(Done::Action(Action::FilesChanged(round.generation, news))).ok()?;
                (self.wake)(Duration::ZERO);
            }
        }
    }

    /// The files that are others than they were, have come, or are back.
    fn look_round(&self, source: &PackSource, round: &Round) -> Vec<FileNews> {
        let generation = round.generation;
        let mut news = Vec::new();
        if let Some(seen) = &round.seen {
            let mut all: Vec<Named> = self.darkroom.known.refused(round.turn, REFUSED);
            all.retain(|refused| !seen.contains(refused));
            for (photo, file) in all.iter().chain(seen) {
                let Some(before) = self.darkroom.known.stamp(generation, *photo) else { continue };
                // One that is away now stays on the screen.
                let Ok(Some(now)) = source.stamp(file) else { continue };
                if now != before && self.watch.is_settled(generation, *photo, now) {
                    self.darkroom.forget(generation, *photo, file);
                    news.push(Self::news(source, *photo, file, true));
                }
            }
        }
        for (photo, file) in &round.away {
            let is_back = source.head(file, 1).map_or_else(|why| !why.is_passing(), |_first| true);
            self.watch.was_tried(generation, *photo, is_back);
            if is_back {
                let before = self.darkroom.known.stamp(generation, *photo);
                let is_another = before.is_none() || source.stamp(file).ok().flatten() != before;
                if is_another {
                    self.darkroom.forget(generation, *photo, file);
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

    fn news(source: &PackSource, photo: usize, file: &str, is_another: bool) -> FileNews {
        FileNews { photo, file: file.to_owned(), learned: is_another.then(|| survey::learn_anew(source, file)) }
    }

    pub fn source(&self) -> Arc<PackSource> {
        Arc::clone(&self.source.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
