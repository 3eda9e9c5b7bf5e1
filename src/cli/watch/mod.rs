//! A process of its own watches over the program: a talk goes on where it crashed, a kiosk is never left alone.
//!
//! `decide` says what to do; here it is done.

mod decide;
mod notify;
mod process;

use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use crate::state::kiosk::RestartReason;
use decide::{Event, Step, Watch};
use notify::Notify;
use process::{End, Heard, Process};

pub use decide::Policy;
pub use process::{NO_SCREEN, end_with_the_watcher, is_watched};

/// Between two looks.
const LOOK: Duration = Duration::from_millis(250);
/// The most lines of a show that wait.
const HEARD: usize = 16;

/// Who wants something of a watcher.
pub trait Keeper {
    /// Whether the watcher is asked to end.
    fn is_asked(&self) -> bool;
    /// Whether now is a good moment for a new start; true once for each.
    fn is_closing(&mut self) -> bool;
    /// Hears why the show is started anew, with what the system says about its end.
    fn note(&mut self, why: RestartReason, words: &str);
    /// What the next show is told by environment variables.
    fn tell(&self) -> Vec<(&'static str, String)>;
    /// The name of the screen of the slide; empty for the main one.
    fn screen(&self) -> String;
}

/// Nobody: a talk.
struct Talk;

impl Keeper for Talk {
    fn is_asked(&self) -> bool {
        false
    }

    fn is_closing(&mut self) -> bool {
        false
    }

    fn note(&mut self, _why: RestartReason, _words: &str) {}

    fn tell(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn screen(&self) -> String {
        String::new()
    }
}

/// Starts the program once more and watches over a talk until it ends by itself. Returns its exit status, or `None` in the
/// process that is watched, and where it cannot be started.
pub fn over_talk() -> Option<ExitCode> {
    if is_watched() {
        end_with_the_watcher();
        return None;
    }
    over(Policy::TALK, false, &mut Talk)
}

/// Starts the program once more and watches over it until it ends; with `tells`, it says over a pipe how it is. `None` where
/// it cannot be started.
pub fn over(policy: Policy, tells: bool, keeper: &mut dyn Keeper) -> Option<ExitCode> {
    let (watch, first) = Watch::begin(policy);
    let (post, heard) = sync_channel(HEARD);
    let mut watcher = Watcher {
        watch,
        begun: Instant::now(),
        tells,
        keeper,
        notify: Notify::from_environment(),
        post,
        show: None,
        slide: None,
        title: String::new(),
        words: String::new(),
        exit: ExitCode::SUCCESS,
        over: None,
    };
    watcher.carry_out(vec![first]);
    if watcher.show.is_none() && !policy.slide {
        return None;
    }
    loop {
        watcher.look(&heard);
        if let Some(exit) = watcher.over {
            return Some(exit);
        }
    }
}

struct Watcher<'k> {
    watch: Watch,
    begun: Instant,
    tells: bool,
    keeper: &'k mut dyn Keeper,
    notify: Notify,
    post: SyncSender<(u32, Heard)>,
    show: Option<Process>,
    slide: Option<Process>,
    /// What the show has told for the slide.
    title: String,
    /// What the system said about the last end.
    words: String,
    /// The status with which the show ended as wished.
    exit: ExitCode,
    over: Option<ExitCode>,
}

impl Watcher<'_> {
    fn send(&mut self, event: Event) {
        let steps = self.watch.on(event, self.begun.elapsed());
        self.carry_out(steps);
    }

    fn carry_out(&mut self, steps: Vec<Step>) {
        for step in steps {
            match step {
                Step::Start => {
                    let show = Process::show(self.tells, &self.keeper.tell(), &self.post);
                    self.show = show.inspect_err(|why| self.words = why.to_string()).ok();
                }
                Step::Terminate => self.show.iter_mut().for_each(Process::terminate),
                Step::Kill => self.show.iter_mut().for_each(Process::kill),
                Step::ShowSlide => self.slide = Process::slide(&self.title, &self.keeper.screen()).ok(),
                Step::HideSlide => self.slide = None,
                Step::Ready => self.notify.ready(),
                Step::Note(why) => self.keeper.note(why, &std::mem::take(&mut self.words)),
                Step::Finish { is_well } => {
                    self.notify.stopping();
                    // Whatever still runs is ended by being dropped.
                    (self.show, self.slide) = (None, None);
                    self.over = Some(if is_well { self.exit } else { ExitCode::FAILURE });
                }
            }
        }
    }

    /// Waits a moment for the show to say something, and looks after everything where it does not.
    fn look(&mut self, heard: &Receiver<(u32, Heard)>) {
        self.notify.alive();
        match heard.recv_timeout(LOOK) {
            // A show that was killed may have spoken before.
            Ok((from, heard)) if self.show.as_ref().is_some_and(|show| show.id() == from) => match heard {
                Heard::Alive { frames, contents } => self.send(Event::Alive { frames, contents }),
                Heard::Waits => self.send(Event::Waits),
                Heard::Title(title) => self.title = title,
            },
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => self.look_after(),
        }
    }

    fn look_after(&mut self) {
        // First, since a signal from a terminal ends the show too.
        if self.keeper.is_asked() {
            self.send(Event::Asked);
        } else if self.keeper.is_closing() {
            self.send(Event::Closing);
        }
        let end = match &mut self.show {
            Some(show) => show.end(),
            // It did not start.
            None => Some(End::Crash(std::mem::take(&mut self.words))),
        };
        if let Some(end) = end {
            self.show = None;
            let event = match end {
                End::Wished(exit) => {
                    self.exit = exit;
                    Event::Ended { was_wished: true }
                }
                End::NoScreen => {
                    "there was no screen".clone_into(&mut self.words);
                    Event::NoScreen
                }
                End::Crash(words) => {
                    self.words = words;
                    Event::Ended { was_wished: false }
                }
            };
            self.send(event);
        }
        if self.slide.as_mut().is_some_and(|slide| slide.end().is_some()) {
            self.slide = None;
            self.send(Event::SlideEnded);
        }
        self.send(Event::Time);
    }
}
