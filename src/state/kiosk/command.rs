//! What can happen at a kiosk, as data.

use super::{Corner, TimeOfDay};

/// Everything that can happen at a kiosk alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KioskCommand {
    /// The window is there: it takes the whole screen and keeps the machine awake.
    Begin,
    /// Somebody is there.
    Touched(Touch),
    /// The visitor asks for the start of a visit.
    StartOver,
    /// A change that makes the exhibition easier to see and reach.
    Access(AccessChange),
    /// A tap in a corner of the screen.
    StaffTap(Corner),
    /// A digit of the PIN.
    PinDigit(u8),
    /// Erase its last digit.
    PinErase,
    /// Close the pad.
    PinClose,
    /// The answer to [`Effect::CheckPin`](crate::state::Effect::CheckPin).
    PinChecked(PinAnswer),
    /// A command of the staff, once the PIN was right.
    Staff(StaffCommand),
    /// Whether the kiosk is open by its hours; if not, when it opens next, where that is known.
    Open(bool, Option<TimeOfDay>),
    /// The answer to [`Effect::Health`](crate::state::Effect::Health), as text.
    Health(String),
}

/// What a visitor does that shows that somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Touch {
    /// A finger or button goes down.
    Press,
    /// The last one goes up.
    Release,
    /// A key, or the wheel.
    Stroke,
    /// A pointer moves, or what it set in motion still does.
    Move,
}

/// A change that makes the exhibition easier to see and reach. The next visitor finds it as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccessChange {
    /// Open or close the sheet.
    Sheet(bool),
    /// Large text.
    LargeText(bool),
    /// High contrast.
    Contrast(bool),
    /// No motion.
    LessMotion(bool),
    /// The controls in the lower part of the screen.
    ControlsLow(bool),
    /// All as it was.
    Back,
}

/// The answer to a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PinAnswer {
    /// It is right.
    Right,
    /// It is wrong.
    Wrong {
        /// How many tries are left.
        left: u32,
    },
    /// It was not looked at: too many were wrong.
    Locked {
        /// Seconds until the next try.
        seconds: u32,
    },
}

/// A command of the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StaffCommand {
    /// Open a page of the sheet.
    Page(StaffPage),
    /// Close the sheet.
    Close,
    /// Ignore touches for a while, to wipe the screen.
    Clean,
    /// Make the screen black, until the staff come back or the hours change.
    Black,
    /// Show the exhibition again.
    Show,
    /// Choose another exhibition, a file or a folder, with the system's dialog.
    OtherPack {
        /// A folder.
        folder: bool,
    },
    /// Leave the kiosk for the system.
    Leave,
}

/// A page of the staff's sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StaffPage {
    /// What can be done.
    #[default]
    Start,
    /// The health, as text and as a code for a phone.
    Health,
}
