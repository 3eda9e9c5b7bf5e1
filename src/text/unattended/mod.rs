//! Texts about a program that nobody sits at: how a kiosk is set up from a terminal, how it has been, and the slide that stands
//! in for it.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::kiosk::{RestartReason, SetupProblem, Trust};

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unattended<'a> {
    /// A problem of the set-up in this file.
    Setup(&'a str, &'a SetupProblem),
    /// The system has no place for a set-up.
    NoPlace,
    /// The set-up was written there.
    Kept(&'a str),
    /// It could not be written there, and why.
    NotKept(&'a str, &'a str),
    /// Asks for a new PIN, and once more.
    AskPin,
    /// Asks for it again.
    AskPinAgain,
    /// What a PIN is, with the number of digits.
    PinForm(usize),
    /// The two differ.
    PinDiffers,
    /// It is set, in this file, which is deleted where it was forgotten.
    PinSet(&'a str),
    /// Without a terminal nobody can be asked.
    NoTerminal,
    /// These files were installed, and how the kiosk begins now.
    Installed(&'a str, Option<&'a str>),
    /// These files were removed.
    Removed(&'a str),
    /// There was nothing to remove.
    NothingInstalled,
    /// How staff get in: whether there is a PIN, and whether somebody has tried it.
    StaffWay(bool, bool),
    /// The compositor of Debian 12.
    OldCage,
    /// The safe slide.
    BackSoon,
    /// The name of a line of the health.
    Line(HealthLine),
    /// The health as the program cannot know it: it does not run.
    NotRunning,
    /// Days, hours and minutes.
    Duration(u64, u64, u64),
    /// A new start.
    Reason(RestartReason),
    /// How many of what.
    Touches(u64, u64, u64),
    /// Megabytes now, and at most in each of the last hours.
    MemoryNow(u64, &'a str),
    /// Free megabytes.
    Free(u64),
    /// How far the clock is believed.
    Clock(Trust),
    /// Nothing.
    None,
}

/// A line of the health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HealthLine {
    /// Since when it runs.
    Uptime,
    /// How often it was started anew.
    Restarts,
    /// Frames.
    Frames,
    /// Touches and visits.
    Touches,
    /// Memory.
    Memory,
    /// The disk.
    Disk,
    /// The wall's clock.
    Clock,
    /// The set-up.
    Setup,
    /// How staff get in.
    StaffWay,
    /// The last errors.
    Errors,
}

/// The words.
pub(super) fn unattended(lang: Lang, words: Unattended<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}
