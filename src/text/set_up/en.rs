//! English: setting up a kiosk.

use super::{SetUp, period};
use crate::state::kiosk::{Corner, Day, HoursKind, PeriodEnd, SetUpSaid};

/// The words.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn en(words: SetUp<'_>) -> String {
    let fixed = match words {
        SetUp::Heading => "Set up a kiosk",
        SetUp::Exhibition => "Exhibition",
        SetUp::ExhibitionIs => "The one that is open here. Open another one to show that.",
        SetUp::Screen => "Screen",
        SetUp::MainScreen => "The main screen",
        SetUp::ScreenAway(name) => return format!("{name} (not connected now)"),
        SetUp::Languages => "Languages",
        SetUp::LanguagesAre => {
            "Offered in this order; a visitor finds the first. Touch one to leave it out, and again to have it as the last."
        }
        SetUp::Place(place) => return format!("Number {place}"),
        SetUp::NotOffered => "Not offered",
        SetUp::FirstView => "First page",
        SetUp::Hours => "Opening hours",
        SetUp::HoursKind(kind) => match kind {
            HoursKind::Always => "Always open",
            HoursKind::Daily => "The same every day",
            HoursKind::ByDay => "By the day of the week",
            HoursKind::Other => "Several a day, as the file has them",
        },
        SetUp::HoursAre => "Outside these hours the screen is black. It is not switched off.",
        SetUp::Day(day) => match day {
            Day::Monday => "Monday",
            Day::Tuesday => "Tuesday",
            Day::Wednesday => "Wednesday",
            Day::Thursday => "Thursday",
            Day::Friday => "Friday",
            Day::Saturday => "Saturday",
            Day::Sunday => "Sunday",
        },
        SetUp::Period(from, to) => return period([from, to], ", on the next day"),
        SetUp::OpenDays(1) => "One day a week",
        SetUp::OpenDays(days) => return format!("{days} days a week"),
        SetUp::Closed => "Closed",
        SetUp::End(PeriodEnd::From) => "Opens",
        SetUp::End(PeriodEnd::To) => "Closes",
        SetUp::Put(day, end, later) => {
            let end = if end == PeriodEnd::From { "opens" } else { "closes" };
            let by = if later { "later" } else { "earlier" };
            let day = day.map_or_else(String::new, |day| format!("{}: ", en(SetUp::Day(day))));
            return format!("{day}{end} {by}");
        }
        SetUp::Idle => "Idle time",
        SetUp::IdleIs(warning) => {
            return format!(
                "So long nobody touches the screen until it asks whether somebody is still there. {warning} seconds later it starts over."
            );
        }
        SetUp::Seconds(seconds) => return format!("{seconds} seconds"),
        SetUp::IdleMore(true) => "Longer idle time",
        SetUp::IdleMore(false) => "Shorter idle time",
        SetUp::Corner => "Staff’s corner",
        SetUp::CornerIs(corner) => match corner {
            Corner::TopLeft => "Upper left",
            Corner::TopRight => "Upper right",
            Corner::BottomLeft => "Lower left",
            Corner::BottomRight => "Lower right",
        },
        SetUp::CornerFor => "Five taps there, one right after the other, lead the staff in.",
        SetUp::Pin => "Staff’s PIN",
        SetUp::PinIs(true) => "Chosen",
        SetUp::PinIs(false) => "None",
        SetUp::WithoutPin => "Without a PIN, five taps in the corner let anybody in.",
        SetUp::PinAsks(digits, false) => return format!("Choose {digits} digits."),
        SetUp::PinAsks(_, true) => "The same again.",
        SetUp::PinComes => "One moment …",
        SetUp::NoPin => "Have no PIN",
        SetUp::Tried(true) => "The staff’s way in has been tried.",
        SetUp::Tried(false) => "Nobody has tried the staff’s way in yet. The trial asks for it.",
        SetUp::Back => "Back",
        SetUp::Try => "Try it for five minutes",
        SetUp::Save => "Save",
        SetUp::SaveElsewhere => "Save elsewhere …",
        SetUp::Said(said) => return self::said(said),
        SetUp::TrialAsks(corner, pin) => {
            let corner = match corner {
                Corner::TopLeft => "upper left",
                Corner::TopRight => "upper right",
                Corner::BottomLeft => "lower left",
                Corner::BottomRight => "lower right",
            };
            let then = if pin { ", then type the PIN" } else { "" };
            return format!("A trial. Go the staff’s way once: five taps in the {corner} corner{then}.");
        }
        SetUp::TrialDone => "The staff’s way works. The trial ends by itself, or with “Leave the kiosk”.",
    };
    fixed.to_owned()
}

fn said(said: &SetUpSaid) -> String {
    let fixed = match said {
        SetUpSaid::Faults(1) => {
            "The set-up that was there has a fault; that line is as in a new one. “vitrine doctor --kiosk” names it."
        }
        SetUpSaid::Faults(count) => {
            return format!(
                "The set-up that was there has {count} faults; those lines are as in a new one. “vitrine doctor --kiosk” names them."
            );
        }
        SetUpSaid::Saved(file) => {
            return format!(
                "Saved in {file}. “vitrine kiosk” begins the kiosk; “vitrine kiosk --install” lets it begin by itself."
            );
        }
        SetUpSaid::Carried(file) => {
            return format!("Saved in {file}. On the other computer: “vitrine kiosk --setup” and its path there.");
        }
        SetUpSaid::NotSaved(file, why) => return format!("{file} could not be written ({why}). Save it elsewhere."),
        SetUpSaid::NoPlace => "This system has no folder for settings. Save it elsewhere.",
        SetUpSaid::NoDialog => "This system has no dialog that asks where to. Save it here, and copy that file.",
        SetUpSaid::PinDiffers => "The two differ. Choose a PIN once more.",
        SetUpSaid::NoPin(why) => return format!("The PIN could not be set ({why}). Choose it once more."),
        SetUpSaid::TrialRuns => "The trial runs. It ends by itself after five minutes.",
        SetUpSaid::TrialOver(true) => "The trial is over, and the staff’s way in was gone.",
        SetUpSaid::TrialOver(false) => {
            "The trial is over, but nobody went the staff’s way in. Try it once more before the doors open."
        }
        SetUpSaid::TrialFailed(why) => {
            return format!("The trial ended by itself ({why}). “vitrine kiosk --try” at a terminal says more.");
        }
        SetUpSaid::Cancelled => "",
    };
    fixed.to_owned()
}
