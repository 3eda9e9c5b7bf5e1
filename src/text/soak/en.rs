//! English: the page that a soak prints.

use super::{Soak, SoakLine};

/// The words in English.
pub fn en(soak: Soak) -> String {
    let fixed = match soak {
        Soak::Line(line) => match line {
            SoakLine::Simulated => "Simulated",
            SoakLine::Took => "Took",
            SoakLine::Frames => "Frames",
            SoakLine::Contents => "Contents shown",
            SoakLine::Touches => "Touches",
            SoakLine::Visits => "Visits",
            SoakLine::Resets => "Resets",
            SoakLine::Compared => "Home pages compared",
            SoakLine::Restarts => "Restarts",
            SoakLine::MemoryStart => "Memory at the start",
            SoakLine::MemoryEnd => "Memory at the end",
            SoakLine::Growth => "Growth after the first day",
        },
        Soak::Days(days) => return format!("{days:.2} days"),
        Soak::Time(hours, minutes, seconds) => return format!("{hours} h {minutes} min {seconds} s"),
        Soak::Megabytes(mb) => return format!("{mb:.1} MB"),
        Soak::MegabytesADay(mb) => return format!("{mb:.2} MB a day"),
        Soak::TooShort => "the run was too short to tell",
        Soak::NotTold => "this system does not tell",
        Soak::Passed(days, all) => return format!("Day {days} of {all:.0} has passed."),
        Soak::Well => "Nothing is wrong.",
        Soak::Grows(mb) => {
            return format!(
                "Memory grows by {mb:.2} MB a simulated day; 1 MB is allowed. A kiosk would run out of it in time."
            );
        }
        Soak::StoodStill(hour) => return format!("No new content came after hour {hour:.2} of the simulation."),
        Soak::LeftBehind(reset) => return format!("Reset {reset} left something of the visit behind."),
        Soak::LooksOther(reset) => {
            return format!("After reset {reset} a visitor finds another page than the first one did.");
        }
        Soak::Crashed(hour) => {
            return format!("The show crashed at hour {hour:.2} of the simulation; the reason stands above.");
        }
    };
    fixed.to_owned()
}
