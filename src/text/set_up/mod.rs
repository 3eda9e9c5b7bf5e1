//! Texts of the sheet that sets up a kiosk, and of its trial.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::kiosk::{Corner, Day, HoursKind, PeriodEnd, SetUpSaid, TimeOfDay};

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SetUp<'a> {
    /// Over the sheet, and in the menu.
    Heading,
    /// What the kiosk shows.
    Exhibition,
    /// How it shows another one.
    ExhibitionIs,
    /// The screen.
    Screen,
    /// The main one.
    MainScreen,
    /// A screen that is not connected now, by its name.
    ScreenAway(&'a str),
    /// The languages.
    Languages,
    /// How their order is chosen.
    LanguagesAre,
    /// The place of a language in that order.
    Place(usize),
    /// It is not offered.
    NotOffered,
    /// The view that a visitor finds.
    FirstView,
    /// The hours.
    Hours,
    /// Their form.
    HoursKind(HoursKind),
    /// What happens outside them.
    HoursAre,
    /// A day of the week.
    Day(Day),
    /// A period: from and to.
    Period(TimeOfDay, TimeOfDay),
    /// Several days have hours of their own, so many.
    OpenDays(usize),
    /// Closed on a day.
    Closed,
    /// An end of a period.
    End(PeriodEnd),
    /// An end of a period later or earlier, for screen readers; the day, where it is one alone.
    Put(Option<Day>, PeriodEnd, bool),
    /// The idle time.
    Idle,
    /// What it is; the seconds of the warning after it.
    IdleIs(u32),
    /// So many seconds.
    Seconds(u32),
    /// The idle time longer or shorter, for screen readers.
    IdleMore(bool),
    /// The corner of the staff.
    Corner,
    /// Where it is.
    CornerIs(Corner),
    /// What it is for.
    CornerFor,
    /// The staff's PIN.
    Pin,
    /// Whether there is one.
    PinIs(bool),
    /// A warning where there is none.
    WithoutPin,
    /// Asks for its digits, so many, for the first time or again.
    PinAsks(usize, bool),
    /// It is being made ready.
    PinComes,
    /// Have none.
    NoPin,
    /// Whether somebody has gone the staff's way in.
    Tried(bool),
    /// Back to the first page.
    Back,
    /// Begins a trial.
    Try,
    /// Writes the set-up.
    Save,
    /// Writes it elsewhere.
    SaveElsewhere,
    /// What came of something.
    Said(&'a SetUpSaid),
    /// A trial asks for the staff's way, by this corner, and with a PIN or without one.
    TrialAsks(Corner, bool),
    /// Somebody went it.
    TrialDone,
}

/// The words in a language.
pub(super) fn set_up(lang: Lang, words: SetUp<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}

fn time(TimeOfDay(minutes): TimeOfDay) -> String {
    super::time_of_day(minutes)
}

/// A period, with what is said where it ends on the next day.
fn period([from, to]: [TimeOfDay; 2], next_day: &str) -> String {
    let after = if to <= from { next_day } else { "" };
    format!("{}–{}{after}", time(from), time(to))
}
