//! A kiosk: the show on a public screen, with nobody beside it who could help.
//!
//! Time is the state's own. What somebody did to the screen comes in as [`Touch`]; all that follows of it, who may do what
//! (`allowed`) and what is on the screen ([`Phase`]), is decided here.

mod act;
mod allowed;
mod attempts;
pub mod attract;
mod command;
mod health;
mod hours;
mod reading;
mod setting_up;
mod setup;
mod staff;
mod system;
mod tally;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::model::Lang;

use super::State;
pub(super) use allowed::is_known;
pub use attempts::{Attempts, TRIES};
pub use command::{AccessChange, KioskCommand, PinAnswer, StaffCommand, StaffPage, Touch};
pub use health::{MemoryOverTime, Restart, RestartReason, Runs};
pub use hours::{ClockWatch, LocalTime, Openness, Trust, openness};
pub use reading::SetupProblem;
pub use setting_up::{HoursKind, PeriodEnd, SetUpCommand, SetUpPage, SetUpSaid, SettingUp};
pub use setup::{Corner, Day, KioskSetup, Opening, TimeOfDay};
pub use staff::{PIN_DIGITS, PinPad, Staff};
pub use system::System;
pub use tally::{Looked, TALLY_HEAD, Tally};

/// What is on the screen of a kiosk.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nobody is there: contents change by themselves.
    #[default]
    Attract,
    /// A visit.
    Visit,
    /// A visit that may be over, and since when it asks, in seconds since the start.
    Warning(f64),
    /// Touch is ignored until then, so that the screen can be wiped.
    Cleaning(f64),
    /// Black, as the staff wanted it.
    Black,
    /// Black outside the hours, and since when it says so to somebody who touched it.
    Closed(Option<f64>),
}

/// What makes the exhibition easier to see and reach, besides the theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Access {
    /// The sheet with these switches is open.
    pub sheet: bool,
    /// Large text.
    pub large_text: bool,
    /// No motion.
    pub less_motion: bool,
    /// The controls in the lower part of the screen.
    pub controls_low: bool,
}

/// A kiosk.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "they have nothing to do with each other")]
pub struct Kiosk {
    /// How it is set up.
    setup: KioskSetup,
    /// What is on the screen.
    phase: Phase,
    /// When somebody last did something, in seconds since the start.
    touched: f64,
    /// Since when a finger has been down.
    held: Option<f64>,
    /// Whether that finger woke the screen, so that it presses nothing.
    wakes: bool,
    /// The number of the content of the attract loop, from its beginning on, and since when it has been shown.
    turn: u64,
    turned: f64,
    /// The last taps in the staff's corner.
    taps: Vec<f64>,
    /// What the staff have before them.
    staff: Option<Staff>,
    /// When its exhibition, which could not be opened, is tried again.
    again: Option<f64>,
    /// Whether the staff asked for another exhibition.
    awaits_pack: bool,
    /// Whether the staff made the screen black.
    is_black: bool,
    /// Whether it is open by its hours, and when it opens next.
    is_open: bool,
    opens: Option<TimeOfDay>,
    /// The health, as text.
    health: Option<Arc<str>>,
    /// What a trial still asks for, if this is one.
    trial: Option<Trial>,
    /// Counts since the start.
    counts: Counts,
}

/// What a trial asks of the person who sets a kiosk up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// To go the staff's way in, as long as nobody has.
    Asks,
    /// Nothing more: somebody has just gone it.
    Done,
}

/// What has happened since the start: for whoever watches whether the show goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Contents that the attract loop moved on to.
    pub contents: u64,
    /// Fingers and buttons that went down.
    pub touches: u64,
    /// Visits that began.
    pub visits: u64,
    /// Resets.
    pub resets: u64,
}

impl Kiosk {
    /// A kiosk at its start.
    #[must_use]
    pub fn new(setup: KioskSetup) -> Self {
        Self {
            setup,
            phase: Phase::default(),
            touched: 0.0,
            held: None,
            wakes: false,
            turn: 0,
            turned: 0.0,
            taps: Vec::new(),
            staff: None,
            again: None,
            awaits_pack: false,
            is_black: false,
            is_open: true,
            opens: None,
            health: None,
            trial: None,
            counts: Counts::default(),
        }
    }

    /// The same as a trial, which asks for the staff's way in where nobody has gone it yet.
    #[must_use]
    pub fn on_trial(self) -> Self {
        Self { trial: (!self.setup.tried).then_some(Trial::Asks), ..self }
    }

    /// What a trial asks for, if this is one.
    #[must_use]
    pub fn trial(&self) -> Option<Trial> {
        self.trial
    }

    /// How it is set up.
    #[must_use]
    pub fn setup(&self) -> &KioskSetup {
        &self.setup
    }

    /// Whether the staff asked for another exhibition, which has not come yet.
    #[must_use]
    pub fn awaits_pack(&self) -> bool {
        self.awaits_pack
    }

    /// What is on the screen.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Returns `true` while the finger is down that woke the screen: it presses nothing.
    #[must_use]
    pub fn is_waking(&self) -> bool {
        self.wakes
    }

    /// The number of the content of the attract loop, from its beginning on.
    #[must_use]
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// What the staff have before them.
    #[must_use]
    pub fn staff(&self) -> Option<&Staff> {
        self.staff.as_ref()
    }

    /// The page of the staff's sheet, if it is open.
    #[must_use]
    pub fn staff_page(&self) -> Option<StaffPage> {
        match self.staff {
            Some(Staff::Sheet(page)) => Some(page),
            Some(Staff::Pin(_)) | None => None,
        }
    }

    /// When it opens next, if it is closed and that is known.
    #[must_use]
    pub fn opens(&self) -> Option<TimeOfDay> {
        self.opens
    }

    /// The health, as text, once it is known.
    #[must_use]
    pub fn health(&self) -> Option<&str> {
        self.health.as_deref()
    }

    /// What has happened since the start.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The language that the set-up offers beside another one, if any.
    #[must_use]
    pub fn second_lang(&self, first: Lang) -> Option<Lang> {
        self.setup.languages.iter().copied().find(|lang| *lang != first)
    }
}

impl State {
    /// The kiosk, if this is one.
    #[must_use]
    pub fn kiosk(&self) -> Option<&Kiosk> {
        self.kiosk.as_ref()
    }

    /// What makes the exhibition easier to see and reach.
    #[must_use]
    pub fn access(&self) -> Access {
        self.session.access
    }

    /// The languages that are offered, in their order.
    #[must_use]
    pub fn languages(&self) -> &[Lang] {
        self.kiosk.as_ref().map_or(&Lang::ALL, |kiosk| &kiosk.setup.languages)
    }
}
