//! A talk: its position, what the audience sees, what only the speaker sees. Pure, like all of the state; time is a
//! monotonic number of seconds.
//!
//! What the audience sees is an [`AudienceView`], made by [`Talk::audience_view`]. Notes, clock, search and overview are no part
//! of that type, so no view of it can show them.

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

pub use audience_view::{AudienceView, Cover, Light, stop_zoom};
pub use clock::{Clock, Pace, Plan};
pub use command::TalkCommand;
pub use find::{Found, chosen_hit, find};
pub use keys::{Direction, KeyCommand, TalkKey};
pub use record::{Record, pack_key};
pub use screens::{Monitor, Pair, ScreenId, Screens, Solo, Windows, apart};
pub use stops::{StopKey, Stops};

/// The sizes of notes: minimum, default, maximum and step, in points of a screen 1080 points high.
pub const NOTES_SIZES: [f32; 4] = [28.0, 38.0, 52.0, 2.0];
/// The initial and the maximum scale of the zoom.
pub const TALK_ZOOM: [f32; 2] = [2.0, 4.0];
/// The minimum and maximum planned time of a talk, in minutes.
pub const MINUTES: [u32; 2] = [1, 240];
/// How long a typed number waits for Enter, in seconds.
const TYPED_SECS: f64 = 6.0;
/// The minimum time for which a pace is shown, in seconds.
const PACE_SECS: f64 = 10.0;
/// How often the record of a running talk is rewritten, in seconds.
const RECORD_SECS: f64 = 5.0;

/// The phase of a talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// No talk.
    #[default]
    Off,
    /// The start sheet: choosing screens, languages and time.
    Sheet,
    /// Presenting.
    On,
    /// After the end, with the report.
    After,
}

/// The speaker's position: at a stop, or at something outside the running order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// The stop.
    pub stop: StopKey,
    /// What is shown instead, until the next move.
    pub aside: Option<Box<Shows>>,
}

impl Spot {
    /// A stop.
    #[must_use]
    pub fn at(stop: StopKey) -> Self {
        Self { stop, aside: None }
    }
}

/// What is open over the speaker's notes. The audience sees none of it.
#[derive(Clone, Debug, PartialEq)]
pub enum ConsoleOverlay {
    /// All stops, with the selected one.
    Overview(StopKey),
    /// The search, with its text and the selected hit; the first if `None`.
    Find(String, Option<Found>),
    /// The keys.
    Keys,
    /// What does not fit on a narrow console.
    More,
    /// The question whether to end the talk.
    End,
}

/// An effect that requires holding a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hold {
    /// Ends the talk.
    End,
    /// Swaps the screens.
    Swap,
    /// Resets the clock to zero.
    Reset,
}

impl Hold {
    /// The holding time, in seconds.
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
#[expect(clippy::struct_excessive_bools, reason = "independent of each other")]
pub struct Talk {
    /// The phase.
    pub phase: Phase,
    /// The stops.
    pub stops: Stops,
    /// The speaker's position.
    pub spot: Spot,
    /// The frozen audience view while the speaker moves on, and its position.
    pub frozen: Option<(AudienceView, Spot)>,
    /// Whether the talk has moved beyond its last stop, to its closing words.
    pub closing: bool,
    /// Black or white over the audience view.
    pub cover: Option<Cover>,
    /// A light on the picture.
    pub light: Light,
    /// Where it points, as fractions of the picture's width and height.
    pub at: [f32; 2],
    /// The visible part of the picture.
    pub zoom: Option<Zoom>,
    /// The overlay over the notes.
    pub overlay: Option<ConsoleOverlay>,
    /// The number of thumbnails in a row of the overview.
    pub columns: usize,
    /// The digits typed so far.
    pub typed: String,
    /// The clock.
    pub clock: Clock,
    /// The planned times.
    pub plan: Plan,
    /// The size of the notes, in points of a screen 1080 points high.
    pub notes_size: f32,
    /// The language of the notes and of all that only the speaker sees.
    pub notes_lang: Lang,
    /// The scroll offset of the notes, in lines.
    pub notes_line: u16,
    /// The screens.
    pub screens: Screens,
    /// Whether each screen shows a numeral, while they are being chosen.
    pub identify: bool,
    /// What is being held, and since when.
    pub held: Option<(Hold, f64)>,
    /// How long each stop was shown, in seconds; only those shown.
    pub shown: BTreeMap<StopKey, f64>,
    /// How long other things, and black or white, were shown, in seconds.
    pub shown_else: [f64; 2],
    /// Another exhibition to open, handed over during the talk; the speaker is asked, and it waits for the end of the talk.
    pub asked: Option<std::path::PathBuf>,
    /// An interrupted talk that can be resumed.
    pub offer: Option<Record>,
    /// The wall clock in minutes since midnight, if known. Only displayed: nothing is computed from it.
    pub wall: Option<u16>,
    /// Whether sleep and screen saver are inhibited, if known.
    pub awake: Option<bool>,
    /// Whether to begin once the screens are known, if the choice among them is clear.
    at_once: bool,
    /// Whether it was resumed: its clock is paused until the next move.
    resumed: bool,
    /// The pace being shown, and since when.
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
            closing: false,
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
    /// No talk, with what outlasts one: the screens, the language of the notes, what can be resumed.
    #[must_use]
    pub fn put_away(&self) -> Self {
        Self { phase: Phase::Off, stops: Stops::default(), ..self.clone() }
    }

    /// Returns `true` while presenting.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.phase == Phase::On
    }

    /// The roles of the program's windows. The audience's last view stays until the speaker closes the report.
    #[must_use]
    pub fn windows(&self) -> Windows {
        match self.phase {
            Phase::On | Phase::After => self.screens.windows(),
            Phase::Off | Phase::Sheet => Windows::Plain,
        }
    }

    /// Returns `true` if the speaker's window shows only the audience view, because the one screen is the audience's.
    #[must_use]
    pub fn shows_audience_alone(&self) -> bool {
        matches!(self.windows(), Windows::One { shows: Solo::Audience, .. })
    }

    /// Returns `true` if the notes must be hidden: until the screen is confirmed, or while the window is not on the speaker's.
    #[must_use]
    pub fn hides_notes(&self) -> bool {
        self.screens.covered || self.screens.strayed()
    }

    /// The speaker's stop.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        self.stops.get(self.spot.stop)
    }

    /// The index of that stop in the running order.
    #[must_use]
    pub fn position(&self) -> usize {
        self.stops.position(self.spot.stop)
    }

    /// The audience's position, which stays behind while its view is frozen.
    #[must_use]
    pub fn audience_spot(&self) -> &Spot {
        self.frozen.as_ref().map_or(&self.spot, |(_, spot)| spot)
    }

    /// The pace of the talk.
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

    /// Updates the pace shown. A new one stays for a while, so that jumping between stops does not make it flicker.
    fn say_pace(&mut self) {
        let pace = self.plan.pace(self.spot.stop, &self.clock, self.now);
        let is_fresh = |since: f64| self.now - since < PACE_SECS;
        match self.pace_said {
            Some((said, since)) if pace.runs() && said.runs() && (said.is_like(&pace) || is_fresh(since)) => {}
            _ => self.pace_said = Some((pace, self.now)),
        }
    }

    /// The running time, in seconds.
    #[must_use]
    pub fn elapsed(&self) -> f64 {
        self.clock.elapsed(self.now)
    }

    /// The progress of a hold, from 0 to 1.
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

    /// The stop with the typed number; `None` if there is none.
    #[must_use]
    pub fn typed_stop(&self) -> Option<StopKey> {
        let number: usize = self.typed.parse().ok()?;
        self.stops.key(number.checked_sub(1)?)
    }

    /// What the speaker previews without the audience: the selection of the overview or the search.
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

    /// The report of what was shown.
    #[must_use]
    pub fn report(&self) -> TalkReport {
        let row = |(key, stop): (StopKey, &Stop)| {
            let (begin, end) = self.plan.span(key);
            let shown = Some(self.shown_secs(key)).filter(|secs| *secs > 0.0);
            (Stop { notes: Words::default(), ..stop.clone() }, end - begin, shown)
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

    /// The record to persist while the talk runs.
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

    /// When time must be advanced next for something to change, in seconds from now.
    #[must_use]
    pub fn next_deadline(&self) -> Option<f64> {
        let elapsed = self.elapsed();
        let second = (self.is_on() && self.clock.runs()).then(|| elapsed.floor() + 1.0 - elapsed);
        let typed = (!self.typed.is_empty()).then_some(self.typed_at + TYPED_SECS - self.now);
        // The progress of a hold is animated.
        let held = self.held.map(|_| 0.05);
        [second, typed, held].into_iter().flatten().map(|secs| secs.max(0.0) + 0.005).min_by(f64::total_cmp)
    }
}
