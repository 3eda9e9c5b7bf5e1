//! Texts about the program and the computer: a start that failed, the sizes, the status report.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::{Distance, DrawnBy};

/// A text about the program or the computer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Machine<'a> {
    // A window cannot be opened: why, and what to do.
    /// No display is set.
    NoScreen,
    /// The display of this name does not answer.
    NoAnswer(&'a str),
    /// System libraries are missing: their files, and their Debian packages.
    NoLibraries(&'a str, &'a str),
    /// Another reason, in the words of the failing component.
    NoWindow(&'a str),
    /// The version of the program and the renderer.
    Program(&'a DrawnBy),
    /// The renderer.
    DrawnBy(&'a DrawnBy),

    // The sizes.
    /// Over the sizes.
    Size,
    /// Opens the sizes, at the first start.
    ChooseSize,
    /// A size, by its viewing distance.
    Distance(Distance),
    /// The viewing distance, and what follows from it.
    DistanceIs(Distance),
    /// Beside the bar, if not measured.
    BarUnknown,
    /// Beside the bar, if measured.
    BarMeasured,
    /// The bar, for screen readers, with its drawn length in points.
    Bar,
    /// Makes the bar longer.
    Longer,
    /// Makes the bar shorter.
    Shorter,
    /// What is persisted on a kiosk or a wall.
    KeptPublic,

    // The status report.
    /// Its heading.
    Status,
    /// It is being compiled.
    StatusComes,
    /// Over it: its purpose, and what it leaves out.
    StatusFor,
    /// Copies it.
    CopyStatus,
    /// A line of the report.
    Line(Line),
    /// Something unknown.
    Unknown,
    /// None.
    None,
    /// A renderer of this name failed at an earlier start, and why.
    FailedBefore(&'static str, &'a str),
    /// All fonts are bundled.
    FontsInside,
    /// These scripts are drawn with the system's fonts, if at all.
    FontsOutside(&'a str),
    /// The built-in exhibition.
    BuiltIn,
    /// The numbers of faults and of advice.
    Counts(usize, usize),
    /// Memory in MB: of the computer, free, of the program, its peak.
    Memory([u64; 4]),
    /// Whether a place is writable.
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
    /// The renderer.
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
    /// The path of the settings.
    Settings,
    /// The path of the log.
    Log,
    /// The path of the thumbnails.
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

/// The size of a picture: 1920 × 1080.
fn sides([width, height]: [u32; 2]) -> String {
    format!("{width} × {height}")
}
