//! English: the page for the venue.

use super::{KioskPage, VenuePart};
use crate::state::kiosk::System;

/// The words.
pub fn en(words: KioskPage) -> &'static str {
    match words {
        KioskPage::Title(System::Linux) => "A kiosk on Linux",
        KioskPage::Title(System::Windows) => "A kiosk on Windows",
        KioskPage::Title(System::Macos) => "A kiosk on macOS",
        KioskPage::For => {
            "For the technician: to be done once, and kept behind the screen. The PIN does not belong on it."
        }
        KioskPage::Name(part) => match part {
            VenuePart::Login => "Log in by itself",
            VenuePart::Begin => "Begin by itself",
            VenuePart::Updates => "Updates and notices",
            VenuePart::Sleep => "Sleep",
            VenuePart::Gestures => "Gestures",
            VenuePart::Unstoppable => "What no program can stop",
            VenuePart::Staff => "How staff get in",
            VenuePart::Files => "Files",
            VenuePart::Power => "After a power cut",
        },
        KioskPage::Text(_, VenuePart::Staff) => {
            "Five taps in the corner, at the upper right unless the set-up says otherwise, then the PIN. After five wrong PINs the next try waits for a minute, then ever longer. Forgotten: “vitrine kiosk --set-pin”, or delete the file of the set-up."
        }
        KioskPage::Text(system, part) => match system {
            System::Linux => linux(part),
            System::Windows => windows(part),
            System::Macos => macos(part),
        },
    }
}

fn linux(part: VenuePart) -> &'static str {
    match part {
        VenuePart::Login => {
            "Make a user named kiosk, without rights, and have the login screen (GDM, SDDM, LightDM) log it in by itself. Without a desktop: the sessions “Vitrine kiosk (cage)” and “(labwc)”, or the unit vitrine-kiosk-cage.service, all in assets/kiosk."
        }
        VenuePart::Begin => {
            "As that user, once: “vitrine kiosk --try”, then “vitrine kiosk --install”. From then on it begins with each session, and is started again whatever happens."
        }
        VenuePart::Updates => {
            "Turn off notices (Do Not Disturb), and updates by day: “systemctl disable --now apt-daily-upgrade.timer”. Update by hand, when the hall is closed."
        }
        VenuePart::Sleep => {
            "In the settings: never blank the screen, never suspend, no screen lock, no screen saver. The kiosk also asks for it while it runs."
        }
        VenuePart::Gestures => {
            "Turn off the desktop’s hot corners, its edges and its keyboard on the screen. Under cage there are none of them."
        }
        VenuePart::Unstoppable => {
            "Ctrl+Alt+Del, Ctrl+Alt with a function key, swipes of three or four fingers where the desktop knows them, the power button, and a keyboard’s own keys."
        }
        VenuePart::Files => {
            "The set-up: ~/.config/vitrine/kiosk.json. The log kiosk.log and the counts: ~/.local/state/vitrine. “vitrine doctor --kiosk” tells how it has been."
        }
        VenuePart::Power => {
            "In the computer’s firmware: power on after a power loss. Pull the plug once while the kiosk runs: it must come back by itself."
        }
        VenuePart::Staff => "",
    }
}

fn windows(part: VenuePart) -> &'static str {
    match part {
        VenuePart::Login => {
            "Make a local user named kiosk, without rights, and have it logged in by itself (netplwiz, or Autologon by Sysinternals). On Enterprise and Education better: Shell Launcher with assets/kiosk/windows/shell-launcher.xml, so that there is no desktop."
        }
        VenuePart::Begin => {
            "As that user, once: “vitrine kiosk --try”, then “vitrine kiosk --install”; or import assets/kiosk/windows/task.xml into Task Scheduler. From then on it begins with each session."
        }
        VenuePart::Updates => {
            "Windows Update: active hours around the opening hours, and by policy no restart while a user is logged on. Turn off notifications, tips and the news on the taskbar."
        }
        VenuePart::Sleep => {
            "Settings, System, Power: screen and sleep “Never”. No screen saver, no dynamic lock, no sign-in after sleep. The kiosk also asks for it while it runs."
        }
        VenuePart::Gestures => {
            "Settings, Bluetooth & devices, Touch: three- and four-finger gestures off. Swipes from the edge are off while the kiosk is in front. Accessibility, Keyboard: no key combination that begins Sticky Keys."
        }
        VenuePart::Unstoppable => {
            "Ctrl+Alt+Del, Windows+L, swipes of three or four fingers unless they are turned off, the power button, and a keyboard’s own keys."
        }
        VenuePart::Files => {
            "The set-up: %APPDATA%\\vitrine\\kiosk.json. The log kiosk.log and the counts: %LOCALAPPDATA%\\vitrine. “vitrine doctor --kiosk” tells how it has been."
        }
        VenuePart::Power => {
            "In the computer’s firmware: power on after a power loss. Pull the plug once while the kiosk runs: it must come back by itself."
        }
        VenuePart::Staff => "",
    }
}

fn macos(part: VenuePart) -> &'static str {
    match part {
        VenuePart::Login => {
            "Make a standard user named kiosk. System Settings, Users & Groups: log in automatically as kiosk, which asks for FileVault to be off."
        }
        VenuePart::Begin => {
            "As that user, once: “vitrine kiosk --try”, then “vitrine kiosk --install”. From then on an agent begins it with each login."
        }
        VenuePart::Updates => {
            "System Settings, General, Software Update: everything automatic off. Focus: Do Not Disturb, always. Update by hand, when the hall is closed."
        }
        VenuePart::Sleep => {
            "System Settings, Lock Screen: never turn the display off, never ask for a password. Energy: prevent automatic sleeping. The kiosk also asks for it while it runs."
        }
        VenuePart::Gestures => {
            "System Settings, Desktop & Dock: no hot corners. Trackpad: put it away, or turn its gestures off."
        }
        VenuePart::Unstoppable => {
            "The power button and Touch ID, Ctrl+Command+Q, swipes of three or four fingers on a trackpad, and a keyboard’s own keys."
        }
        VenuePart::Files => {
            "The set-up kiosk.json, the log kiosk.log and the counts: ~/Library/Application Support/vitrine. “vitrine doctor --kiosk” tells how it has been."
        }
        VenuePart::Power => {
            "System Settings, Energy: start up automatically after a power failure. Pull the plug once while the kiosk runs: it must come back by itself."
        }
        VenuePart::Staff => "",
    }
}
