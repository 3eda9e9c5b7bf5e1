//! English: a kiosk.

use super::{Kiosk, time};

/// The words in English.
pub fn en(kiosk: Kiosk) -> String {
    let fixed = match kiosk {
        Kiosk::TouchToBegin => "Touch to begin",
        Kiosk::StillLooking => "Still looking?",
        Kiosk::TouchToGoOn => "Touch anywhere to go on. Otherwise the exhibition returns to its start.",
        Kiosk::StillLookingShort => "Still looking? Touch anywhere to go on.",
        Kiosk::KeepLooking => "Keep looking",
        Kiosk::StartOver => "Start over now",
        Kiosk::Seconds => "seconds",
        Kiosk::Access => "Easier to see and reach",
        Kiosk::LargeText => "Large text",
        Kiosk::HighContrast => "High contrast",
        Kiosk::LessMotion => "Less motion",
        Kiosk::ControlsLow => "Controls low",
        Kiosk::Switched(true) => "On",
        Kiosk::Switched(false) => "Off",
        Kiosk::Done => "Done",
        Kiosk::PutBack => "Put it all back",
        Kiosk::GoesBack => "Goes back by itself when you leave.",
        Kiosk::Closed(None) => "Closed now",
        Kiosk::Closed(Some(at)) => return format!("We open at {}", time(at)),
        Kiosk::StaffPin => "For the staff: the PIN",
        Kiosk::PinTyped(typed, of) => return format!("{typed} of {of} digits"),
        Kiosk::Erase => "Erase",
        Kiosk::PinWrong(0) => "This PIN is wrong.",
        Kiosk::PinWrong(1) => "This PIN is wrong. One try is left.",
        Kiosk::PinWrong(left) => return format!("This PIN is wrong. {left} tries are left."),
        Kiosk::PinLocked(seconds) => {
            return format!("Too many wrong PINs. Try again in {}:{:02}.", seconds / 60, seconds % 60);
        }
        Kiosk::PinChecking => "Checking …",
        Kiosk::Staff => "For the staff",
        Kiosk::Health => "How the kiosk is",
        Kiosk::HealthComes => "Looking …",
        Kiosk::HealthCode => "The same for a phone: photograph the code",
        Kiosk::Clean => "Clean the screen (30 seconds)",
        Kiosk::Cleaning => "The screen is being cleaned. It does not react until then.",
        Kiosk::Black => "Make the screen black",
        Kiosk::Show => "Show the exhibition",
        Kiosk::OtherPack { folder: false } => "Another exhibition: a file …",
        Kiosk::OtherPack { folder: true } => "Another exhibition: a folder …",
        Kiosk::Leave => "Leave the kiosk",
        Kiosk::Back => "Back",
    };
    fixed.to_owned()
}
