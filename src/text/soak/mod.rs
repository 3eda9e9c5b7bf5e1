//! Texts of the page that a soak prints.

mod bo;
mod en;
mod zh;

use crate::model::Lang;

/// A line of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SoakLine {
    /// The simulated time.
    Simulated,
    /// The real time.
    Took,
    /// Frames.
    Frames,
    /// Contents that the attract loop showed.
    Contents,
    /// Fingers that went down.
    Touches,
    /// Visits.
    Visits,
    /// Resets, each compared with a fresh start.
    Resets,
    /// Home pages that were compared pixel by pixel.
    Compared,
    /// How often the show began anew after a crash.
    Restarts,
    /// Memory at the start.
    MemoryStart,
    /// Memory at the end.
    MemoryEnd,
    /// By how much memory grows.
    Growth,
}

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Soak {
    /// The name of a line.
    Line(SoakLine),
    /// Days and hours.
    Days(f64),
    /// Hours, minutes and seconds.
    Time(u64, u64, u64),
    /// Megabytes.
    Megabytes(f64),
    /// Megabytes a simulated day, after the first.
    MegabytesADay(f64),
    /// The run was too short to tell.
    TooShort,
    /// The system does not tell.
    NotTold,
    /// So many days have passed, of how many.
    Passed(u32, f64),
    /// Nothing is wrong.
    Well,
    /// Memory grows by so many megabytes a day.
    Grows(f64),
    /// No new content came since this hour of the simulation.
    StoodStill(f64),
    /// This reset left something of a visit behind.
    LeftBehind(u64),
    /// The page that a visitor finds after this reset is another than the first.
    LooksOther(u64),
    /// The show crashed at this hour of the simulation.
    Crashed(f64),
}

/// A text in a language.
#[must_use]
pub fn soak(lang: Lang, soak: Soak) -> String {
    match lang {
        Lang::En => en::en(soak),
        Lang::Zh => zh::zh(soak),
        Lang::Bo => bo::bo(soak),
    }
}
