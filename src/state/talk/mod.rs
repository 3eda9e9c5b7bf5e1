//! A talk: where it stands, what the audience sees, what only the speaker sees. Pure, like all of the state; time is a
//! number of seconds that only grows.
//!
//! What the audience sees is a [`AudienceView`], made by [`Talk::picture`]. Notes, clock, search and overview are no part of that
//! type, so that no view of it can show them.

mod audience_view;
mod clock;
mod command;
mod find;
mod key_command;
pub mod keys;
mod record;
mod screens;
mod stops;

use std::collections::BTreeMap;

use crate::model::{Lang, Shows, Stop, TalkReport, Words};

use super::Zoom;

pub use audience_view::{AudienceView, Cover, Light};
pub use clock::{Clock, Pace, Plan};
pub use command::TalkCommand;
pub use find::{Found, chosen_hit, find};
pub use keys::{Direction, KeyCommand, TalkKey};
pub use record::{Record, pack_key};
pub use screens::{Monitor, Pair, ScreenId, Screens, Solo, Windows, apart};
pub use stops::{StopKey, Stops};

/// The sizes of notes: the least, the first, the largest, and a step; in points of a screen 1080 high.
pub const NOTES_SIZES: [f32; 4] = [28.0, 38.0, 52.0, 2.0];
/// How much larger the zoom shows the picture at first, and at most.
pub const TALK_ZOOM: [f32; 2] = [2.0, 4.0];
/// The least and the longest planned time of a talk, in minutes.
pub const MINUTES: [u32; 2] = [1, 240];
/// How long a typed number waits for Enter, in seconds.
const TYPED_SECS: f64 = 6.0;
/// How long a word of the pace stays at least, in seconds.
const PACE_SECS: f64 = 10.0;
/// How often the record of a running talk is written anew, in seconds.
const RECORD_SECS: f64 = 5.0;

/// How far a talk is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nobody presents.
    #[default]
    Off,
    /// Screens, languages and time are chosen.
    Sheet,
    /// Somebody presents.
    On,
    /// It is over, and what was shown is told.
    After,
}

/// Where the speaker is: at a stop, or at something shown beside the order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// The stop.
    pub stop: StopKey,
    /// What is shown instead of it, until the next move.
    pub aside: Option<Box<Shows>>,
}

impl Spot {
    /// A stop.
    #[must_use]
    pub fn at(stop: StopKey) -> Self {
        Self { stop, aside: None }
    }
}

/// What lies over the speaker's notes. The audience sees none of it.
#[derive(Clone, Debug, PartialEq)]
pub enum ConsoleOverlay {
    /// All stops; one of them is chosen.
    Overview(StopKey),
    /// The search, with what is typed and which hit is chosen: the first one where `None`.
    Find(String, Option<Found>),
    /// The keys.
    Keys,
    /// What does not fit on a narrow console.
    More,
    /// Whether the talk is to end.
    End,
}

/// What takes effect when it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hold {
    /// Ends the talk.
    End,
    /// Swaps the screens.
    Swap,
    /// Sets the clock back to nothing.
    Reset,
}

impl Hold {
    /// How long, in seconds.
    #[must_use]
    pub fn secs(self) -> f64 {
        match self {
            Self::End => 2.0,
            Self::Swap | Self::Reset => 1.0,
        }
    }
}

/// A talk.
#[derive(Clone, Debug)]
pub struct Talk {
    /// How far it is.
    pub phase: Phase,
    /// Its stops.
    pub stops: Stops,
    /// Where the speaker is.
    pub spot: Spot,
    /// What the audience keeps seeing while the speaker looks elsewhere, and where that was.
    pub frozen: Option<(AudienceView, Spot)>,
    /// Black or white over the audience's picture.
    pub cover: Option<Cover>,
    /// A light on the picture.
    pub light: Light,
    /// Where it points, in shares of the picture's width and height.
    pub at: [f32; 2],
    /// The part of the picture that is seen.
    pub zoom: Option<Zoom>,
    /// What lies over the notes.
    pub overlay: Option<ConsoleOverlay>,
    /// How many small pictures stand in a row of the overview.
    pub columns: usize,
    /// The number typed so far.
    pub typed: String,
    /// The clock.
    pub clock: Clock,
    /// The planned times.
    pub plan: Plan,
    /// The size of the notes, in points of a screen 1080 high.
    pub notes_size: f32,
    /// The language of the notes and of all that the speaker alone sees.
    pub notes_lang: Lang,
    /// How far the notes were scrolled, in lines.
    pub notes_line: u16,
    /// The screens.
    pub screens: Screens,
    /// A numeral on each screen, while they are chosen.
    pub identify: bool,
    /// What is being held, and since when.
    pub held: Option<(Hold, f64)>,
    /// How long each stop was shown, in seconds; those that were not are left out.
    pub shown: BTreeMap<StopKey, f64>,
    /// How long other things, and black or white, were shown, in seconds.
    pub shown_else: [f64; 2],
    /// Another exhibition, which somebody wants opened; the speaker is asked, and it waits for the end of the talk.
    pub asked: Option<std::path::PathBuf>,
    /// A talk that was cut off, and can go on.
    pub offer: Option<Record>,
    /// The time of day in minutes, where it is told. For the eye alone: nothing is reckoned with it.
    pub wall: Option<u16>,
    /// Whether sleep and screen saver are held off, where it is known.
    pub awake: Option<bool>,
    /// It is to begin as soon as the screens are known, where it needs no asking which shows what.
    at_once: bool,
    /// It was taken up again after a cut: its clock stands until the next move.
    resumed: bool,
    /// The pace that is being said, and since when.
    pace_said: Option<(Pace, f64)>,
    /// Seconds since the start.
    now: f64,
    typed_at: f64,
    recorded_at: f64,
}

impl Default for Talk {
    fn default() -> Self {
        Self {
            phase: Phase::Off,
            stops: Stops::default(),
            spot: Spot::default(),
            frozen: None,
            cover: None,
            light: Light::None,
            at: [0.5, 0.5],
            zoom: None,
            overlay: None,
            columns: 6,
            typed: String::new(),
            clock: Clock::default(),
            plan: Plan::default(),
            notes_size: NOTES_SIZES[1],
            notes_lang: Lang::default(),
            notes_line: 0,
            screens: Screens::default(),
            identify: false,
            held: None,
            shown: BTreeMap::new(),
            shown_else: [0.0; 2],
            asked: None,
            offer: None,
            wall: None,
            awake: None,
            at_once: false,
            resumed: false,
            pace_said: None,
            now: 0.0,
            typed_at: 0.0,
            recorded_at: 0.0,
        }
    }
}

impl Talk {
    /// No talk, with what outlasts one: the screens, the language of the notes, what can be gone on with.
    #[must_use]
    pub fn put_away(&self) -> Self {
        Self { phase: Phase::Off, stops: Stops::default(), ..self.clone() }
    }

    /// True while somebody presents.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.phase == Phase::On
    }

    /// What the windows of the program are for. What the audience saw last stays until the speaker has put the talk away.
    #[must_use]
    pub fn windows(&self) -> Windows {
        match self.phase {
            Phase::On | Phase::After => self.screens.windows(),
            Phase::Off | Phase::Sheet => Windows::Plain,
        }
    }

    /// True where the speaker's window shows nothing that the audience does not see: the one screen is the audience's.
    #[must_use]
    pub fn shows_audience_alone(&self) -> bool {
        matches!(self.windows(), Windows::One { shows: Solo::Audience, .. })
    }

    /// True where the notes are not to be seen: until somebody says whose screen this is, or the window stands on the speaker's.
    #[must_use]
    pub fn hides_notes(&self) -> bool {
        self.screens.covered || self.screens.strayed()
    }

    /// The stop at which the speaker is.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        self.stops.get(self.spot.stop)
    }

    /// Where that stop stands in the order, from 0.
    #[must_use]
    pub fn position(&self) -> usize {
        self.stops.position(self.spot.stop)
    }

    /// Where the audience is: behind, while its picture is held.
    #[must_use]
    pub fn audience_spot(&self) -> &Spot {
        self.frozen.as_ref().map_or(&self.spot, |(_, spot)| spot)
    }

    /// How the talk stands beside its plan.
    #[must_use]
    pub fn pace(&self) -> Pace {
        let pace = self.plan.pace(self.spot.stop, &self.clock, self.now);
        match &self.pace_said {
            Some((said, _)) if said.runs() && pace.runs() => {
                self.plan.pace_as(said, self.spot.stop, &self.clock, self.now)
            }
            _ => pace,
        }
    }

    /// A word of the pace that has just been said stays for a while, so that jumping among the stops does not make it flicker.
    fn say_pace(&mut self) {
        let pace = self.plan.pace(self.spot.stop, &self.clock, self.now);
        let is_fresh = |since: f64| self.now - since < PACE_SECS;
        match self.pace_said {
            Some((said, since)) if pace.runs() && said.runs() && (said.is_like(&pace) || is_fresh(since)) => {}
            _ => self.pace_said = Some((pace, self.now)),
        }
    }

    /// How long it has run, in seconds.
    #[must_use]
    pub fn elapsed(&self) -> f64 {
        self.clock.elapsed(self.now)
    }

    /// How far what is being held has come, from 0 to 1.
    #[must_use]
    pub fn held_share(&self, hold: Hold) -> f32 {
        let share = match self.held {
            Some((what, since)) if what == hold => ((self.now - since) / hold.secs()).clamp(0.0, 1.0),
            _ => 0.0,
        };
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        let share = share as f32;
        share
    }

    /// The stop whose number is typed; `None` where there is none of this number.
    #[must_use]
    pub fn typed_stop(&self) -> Option<StopKey> {
        let number: usize = self.typed.parse().ok()?;
        self.stops.key(number.checked_sub(1)?)
    }

    /// Where the speaker looks without the audience: the chosen stop of the overview or the search.
    #[must_use]
    pub fn preview(&self, x: &crate::model::Exhibition) -> Option<Spot> {
        if let Some(stop) = self.typed_stop() {
            return Some(Spot::at(stop));
        }
        match &self.overlay {
            Some(ConsoleOverlay::Overview(stop)) => Some(Spot::at(*stop)),
            Some(ConsoleOverlay::Find(typed, chosen)) => {
                let found = find(x, &self.stops, typed);
                let at = chosen_hit(&found, chosen.as_ref());
                Some(match found.into_iter().nth(at)? {
                    Found::Stop(stop) => Spot::at(stop),
                    Found::Aside(shows) => Spot { stop: self.spot.stop, aside: Some(shows) },
                })
            }
            None | Some(ConsoleOverlay::Keys | ConsoleOverlay::More | ConsoleOverlay::End) => None,
        }
    }

    /// How long a stop was shown, in seconds.
    #[must_use]
    pub fn shown_secs(&self, stop: StopKey) -> f64 {
        self.shown.get(&stop).copied().unwrap_or(0.0)
    }

    /// What was shown, and for how long.
    #[must_use]
    pub fn report(&self) -> TalkReport {
        let row = |(key, stop): (StopKey, &Stop)| {
            let (begin, end) = self.plan.span(key);
            (Stop { notes: Words::default(), ..stop.clone() }, end - begin, self.shown_secs(key))
        };
        let [beside_secs, blank_secs] = self.shown_else;
        TalkReport {
            stops: self.stops.iter().map(row).collect(),
            beside_secs,
            blank_secs,
            elapsed_secs: self.elapsed(),
            planned_secs: self.plan.total(),
        }
    }

    /// What is kept on disk while it runs.
    #[must_use]
    pub fn record(&self, pack: String, lang: Lang) -> Record {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a planned time, at most hours")]
        let planned_secs = self.plan.total().round() as u32;
        Record {
            pack,
            stops: self.stops.len(),
            stop: self.position(),
            elapsed_ms: record::ms(self.elapsed()),
            planned_secs,
            shown_ms: self.stops.keys().map(|stop| record::ms(self.shown_secs(stop))).collect(),
            lang,
            notes_lang: self.notes_lang,
        }
    }

    /// When time must pass again for something to change, in seconds from now.
    #[must_use]
    pub fn next_deadline(&self) -> Option<f64> {
        let elapsed = self.elapsed();
        let second = (self.is_on() && self.clock.runs()).then(|| elapsed.floor() + 1.0 - elapsed);
        let typed = (!self.typed.is_empty()).then_some(self.typed_at + TYPED_SECS - self.now);
        // What is held is seen to fill.
        let held = self.held.map(|_| 0.05);
        [second, typed, held].into_iter().flatten().map(|secs| secs.max(0.0) + 0.005).min_by(f64::total_cmp)
    }
}
