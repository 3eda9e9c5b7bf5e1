//! Texts of a kiosk: for visitors, and for the staff.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::kiosk::TimeOfDay;

/// A text of a kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kiosk {
    // The attract loop.
    /// Touch the screen.
    TouchToBegin,

    // The warning before the reset.
    /// Over it: is somebody still there?
    StillLooking,
    /// What to do to go on, and what happens otherwise.
    TouchToGoOn,
    /// Both in one short line, for those who read another language.
    StillLookingShort,
    /// Goes on.
    KeepLooking,
    /// Goes to the start at once.
    StartOver,
    /// Under the number of seconds that are left.
    Seconds,

    // Easier to see and reach.
    /// Opens the sheet, and stands over it.
    Access,
    /// Large text.
    LargeText,
    /// High contrast.
    HighContrast,
    /// No motion.
    LessMotion,
    /// The controls in the lower part of the screen.
    ControlsLow,
    /// Whether one of them is on.
    Switched(bool),
    /// Closes the sheet.
    Done,
    /// Puts everything back.
    PutBack,
    /// All of it goes back by itself.
    GoesBack,

    // Closed.
    /// It is closed, and opens at this time where that is known.
    Closed(Option<TimeOfDay>),

    // The staff.
    /// Over the pad.
    StaffPin,
    /// The digits that are typed, of all of them, for screen readers.
    PinTyped(usize, usize),
    /// Erases the last digit.
    Erase,
    /// The PIN was wrong; the tries that are left.
    PinWrong(u32),
    /// Too many were wrong; the seconds until the next try.
    PinLocked(u32),
    /// It is being checked.
    PinChecking,
    /// Over the staff's sheet.
    Staff,
    /// How the kiosk is.
    Health,
    /// That is being found out.
    HealthComes,
    /// Under its code.
    HealthCode,
    /// Wipe the screen.
    Clean,
    /// While it is wiped.
    Cleaning,
    /// Make the screen black.
    Black,
    /// Show the exhibition again.
    Show,
    /// Another exhibition: a file, or a folder.
    OtherPack {
        /// A folder.
        folder: bool,
    },
    /// Leave the kiosk.
    Leave,
    /// Back to the first page.
    Back,
}

/// The words in a language.
pub(super) fn kiosk(lang: Lang, kiosk: Kiosk) -> String {
    match lang {
        Lang::En => en::en(kiosk),
        Lang::Zh => zh::zh(kiosk),
        Lang::Bo => bo::bo(kiosk),
    }
}

/// A time of day.
fn time(TimeOfDay(minutes): TimeOfDay) -> String {
    super::time_of_day(minutes)
}
