//! The words about the program and the computer that it runs on: a start that failed, the sizes, the status report.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::{Distance, DrawnBy};

/// A text about program and computer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Machine<'a> {
    // A window cannot be opened: what is missing, and what to do.
    /// No screen is named.
    NoScreen,
    /// The screen of this name does not answer.
    NoAnswer(&'a str),
    /// Libraries of the system are missing: their files, and their packages in Debian.
    NoLibraries(&'a str, &'a str),
    /// Something else, in the words of whoever refused.
    NoWindow(&'a str),
    /// The version of the program and who draws.
    Program(&'a DrawnBy),
    /// Who draws.
    DrawnBy(&'a DrawnBy),

    // The sizes.
    /// Over the sizes.
    Size,
    /// Opens them, from the first start.
    ChooseSize,
    /// A size, by who looks.
    Distance(Distance),
    /// From where, and what follows.
    DistanceIs(Distance),
    /// Beside the bar, where nobody has measured.
    BarUnknown,
    /// The same where somebody has.
    BarMeasured,
    /// The bar, for screen readers, with its length as it is drawn in points.
    Bar,
    /// Makes the bar longer.
    Longer,
    /// Makes it shorter.
    Shorter,
    /// What is kept on a kiosk or a wall.
    KeptPublic,

    // The status report.
    /// Its heading.
    Status,
    /// It is being found out.
    StatusComes,
    /// Over it: what it is for, and what is not in it.
    StatusFor,
    /// Copies it.
    CopyStatus,
    /// A line of the report.
    Line(Line),
    /// Said of what is not known.
    Unknown,
    /// None.
    None,
    /// A renderer of this name failed in an earlier start, and why.
    FailedBefore(&'static str, &'a str),
    /// All letters come with the program.
    FontsInside,
    /// These scripts are drawn with the system's fonts, or not at all.
    FontsOutside(&'a str),
    /// The built-in exhibition.
    BuiltIn,
    /// So many faults and pieces of advice.
    Counts(usize, usize),
    /// MB: of the computer, free, of the program, the most it had.
    Memory([u64; 4]),
    /// A place can be written, or not.
    Writable(bool),
    /// A screen: name, width, height, scale in percent.
    Screen(&'a str, [u32; 2], Option<u32>),
    /// Width and height of the window in pixels, zoom in percent.
    Window([u32; 2], u32),
}

/// The lines of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The program's version.
    Version,
    /// The operating system.
    System,
    /// Who draws.
    Renderer,
    /// A start that failed.
    EarlierStart,
    /// The screens.
    Screens,
    /// The window.
    Window,
    /// The size.
    Size,
    /// The fonts.
    Fonts,
    /// The exhibition.
    Pack,
    /// Its problems.
    Problems,
    /// Memory.
    Memory,
    /// Where settings are.
    Settings,
    /// Where the log is.
    Log,
    /// Where thumbnails are.
    Thumbnails,
}

/// The words in a language.
pub(super) fn machine(lang: Lang, machine: Machine<'_>) -> String {
    match lang {
        Lang::En => en::en(machine),
        Lang::Zh => zh::zh(machine),
        Lang::Bo => bo::bo(machine),
    }
}

/// A picture's size: 1920 × 1080.
fn sides([width, height]: [u32; 2]) -> String {
    format!("{width} × {height}")
}
