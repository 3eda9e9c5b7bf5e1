//! English.

use super::{Line, Machine, sides};
use crate::state::{Distance, DrawnBy};

/// What to do if no window can be opened.
const WITHOUT: &str = "Without a window, `vitrine picture OUT.png` writes what would be seen.";

/// The words.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn en(machine: Machine<'_>) -> String {
    let fixed = match machine {
        Machine::NoScreen => {
            return format!(
                "Vitrine could not open a window: there is no screen. Start it from a desktop session, or set DISPLAY (X11) or WAYLAND_DISPLAY.\n{WITHOUT}"
            );
        }
        Machine::NoAnswer(screen) => {
            return format!(
                "Vitrine could not open a window: the screen “{screen}” does not answer. Is the session still running, and may this user draw on it? DISPLAY or WAYLAND_DISPLAY names it.\n{WITHOUT}"
            );
        }
        Machine::NoLibraries(files, packages) => {
            return format!(
                "Vitrine could not open a window: this system lacks {files}. On Debian or Ubuntu: apt-get install {packages}\n{WITHOUT}"
            );
        }
        Machine::NoWindow(why) => {
            return format!(
                "Vitrine could not open a window: {why}. Try `vitrine --renderer cpu`, which needs no graphics driver; `vitrine doctor` tells more.\n{WITHOUT}"
            );
        }
        Machine::Program(by) => return format!("Vitrine {}. {}.", crate::VERSION, drawn_by(by)),
        Machine::DrawnBy(by) => return drawn_by(by),
        Machine::Size => "Size",
        Machine::ChooseSize => "Choose the size",
        Machine::Distance(distance) => match distance {
            Distance::Desk => "Desk",
            Distance::Kiosk => "Kiosk",
            Distance::Projector => "Projector",
            Distance::Wall => "Wall",
        },
        Machine::DistanceIs(distance) => match distance {
            Distance::Desk => "One person, at arm’s length",
            Distance::Kiosk => "Standing before it, with fingers: buttons of 20 mm",
            Distance::Projector => "A room: letters of 3.5 % of the screen’s height",
            Distance::Wall => "From four metres away: letters of 20 mm or more",
        },
        Machine::BarUnknown => {
            "How large this screen is, the program cannot know. Hold a ruler against the bar and make it 20 mm long."
        }
        Machine::BarMeasured => "This bar was made 20 mm long. Hold a ruler against it to check.",
        Machine::Bar => "A bar that should be 20 mm long",
        Machine::Longer => "Longer",
        Machine::Shorter => "Shorter",
        Machine::KeptPublic => {
            "With Kiosk and Wall, every start begins in the language and colours of now; what visitors change is forgotten."
        }
        Machine::Status => "Status report",
        Machine::StatusComes => "Looking …",
        Machine::StatusFor => "For whoever helps you. It names no person; your own folder is written ~.",
        Machine::CopyStatus => "Copy the report",
        Machine::Line(line) => line_name(line),
        Machine::Unknown => "not known",
        Machine::None => "none",
        Machine::FailedBefore(renderer, why) => {
            return format!(
                "`{renderer}` failed and is passed over ({why}); `vitrine --renderer {renderer}` tries it again"
            );
        }
        Machine::FontsInside => "all inside the program",
        Machine::FontsOutside(scripts) => return format!("not in this build: {scripts}; the system’s fonts are used"),
        Machine::BuiltIn => "the built-in exhibition",
        Machine::Counts(faults, advice) => {
            let of = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
            return format!("{}, {}", of(faults, "fault", "faults"), of(advice, "piece of advice", "pieces of advice"));
        }
        Machine::Memory([all, free, own, most]) => {
            return format!("{all} MB in all, {free} MB free; the program takes {own} MB, at most {most} MB so far");
        }
        Machine::Writable(true) => "can be written",
        Machine::Writable(false) => "cannot be written",
        Machine::Screen(name, size, scale) => {
            let scale = scale.map_or_else(String::new, |scale| format!(", scale {scale} %"));
            return format!("{name}, {}{scale}", sides(size));
        }
        Machine::Window(size, zoom) => return format!("{}, zoom {zoom} %", sides(size)),
    };
    fixed.to_owned()
}

fn drawn_by(by: &DrawnBy) -> String {
    match by {
        DrawnBy::Nobody => "Drawn without a window".to_owned(),
        DrawnBy::Card(way, name) => format!("Drawn through {way} ({name})"),
        DrawnBy::Processor => "Drawn by the processor".to_owned(),
    }
}

fn line_name(line: Line) -> &'static str {
    match line {
        Line::Version => "Version",
        Line::System => "System",
        Line::Renderer => "Drawing",
        Line::EarlierStart => "Earlier start",
        Line::Screens => "Screens",
        Line::Window => "Window",
        Line::Size => "Size",
        Line::Fonts => "Fonts",
        Line::Pack => "Exhibition",
        Line::Problems => "Problems",
        Line::Memory => "Memory",
        Line::Settings => "Settings",
        Line::Log => "Log",
        Line::Thumbnails => "Thumbnails",
    }
}
