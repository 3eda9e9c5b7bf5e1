//! Tibetan: the page for the venue. A draft until a native reader has checked it.

use super::{KioskPage, VenuePart};
use crate::state::kiosk::System;

/// The words.
pub fn bo(words: KioskPage) -> &'static str {
    match words {
        KioskPage::Title(System::Linux) => "Linux ནང་གི་འགྲེམས་སྟོན་འཕྲུལ་ཆས།",
        KioskPage::Title(System::Windows) => "Windows ནང་གི་འགྲེམས་སྟོན་འཕྲུལ་ཆས།",
        KioskPage::Title(System::Macos) => "macOS ནང་གི་འགྲེམས་སྟོན་འཕྲུལ་ཆས།",
        KioskPage::For => "ལག་རྩལ་པའི་ཆེད། ཐེངས་གཅིག་བྱས་ནས་བརྙན་ཤེལ་གྱི་རྒྱབ་ཏུ་འཇོག གསང་གྲངས་འདིར་མ་བྲིས།",
        KioskPage::Name(part) => match part {
            VenuePart::Login => "རང་འགུལ་ནང་འཛུལ།",
            VenuePart::Begin => "རང་འགུལ་འགོ་འཛུགས།",
            VenuePart::Updates => "གསར་བསྒྱུར་དང་བརྡ་ཐོ།",
            VenuePart::Sleep => "གཉིད།",
            VenuePart::Gestures => "མཛུབ་བརྡ།",
            VenuePart::Unstoppable => "བྱ་རིམ་གྱིས་འགོག་མི་ཐུབ་པ།",
            VenuePart::Staff => "ལས་བྱེད་པའི་འཛུལ་ལམ།",
            VenuePart::Files => "ཡིག་ཆ།",
            VenuePart::Power => "གློག་ཆད་རྗེས།",
        },
        KioskPage::Text(_, VenuePart::Staff) => {
            "ཟུར་དུ་ཐེངས་ལྔ་རེག (སྒྲིག་འགོད་ལ་གཞན་མེད་ན་གཡས་སྟོད།) དེ་ནས་གསང་གྲངས་བྲིས། ཐེངས་ལྔ་ནོར་ན་སྐར་མ་གཅིག་སྒུག དེ་རྗེས་རིམ་གྱིས་རིང་བ། བརྗེད་ན “vitrine kiosk --set-pin” ཡང་ན་སྒྲིག་འགོད་ཡིག་ཆ་སུབས།"
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
            "དབང་ཆ་མེད་པའི་སྤྱོད་མཁན་ kiosk བཟོས་ནས་ GDM SDDM LightDM ནང་རང་འགུལ་ནང་འཛུལ་སྒྲིག ཅོག་ངོས་མེད་ན་ assets/kiosk ནང་གི་ “Vitrine kiosk (cage)” དང་ “(labwc)” ཡང་ན་ vitrine-kiosk-cage.service སྤྱོད།"
        }
        VenuePart::Begin => {
            "སྤྱོད་མཁན་དེས་ཐེངས་གཅིག་ “vitrine kiosk --try” དེ་ནས་ “vitrine kiosk --install” བྱོས། དེ་ནས་ནང་འཛུལ་ཐེངས་རེར་རང་ཤུགས་སུ་འགོ་འཛུགས།"
        }
        VenuePart::Updates => {
            "བརྡ་ཐོ་དང་ཉིན་མོའི་གསར་བསྒྱུར་ཁ་རྒྱོབ། “systemctl disable --now apt-daily-upgrade.timer” སྒོ་བརྒྱབ་རྗེས་ལག་པས་གསར་བསྒྱུར་བྱོས།"
        }
        VenuePart::Sleep => {
            "སྒྲིག་འགོད་ནང་། བརྙན་ཤེལ་ནམ་ཡང་ནག་པོ་མི་བཟོ། གཉིད་དུ་མི་གཏོང་། ཟྭ་མི་རྒྱག འཁོར་སྐབས་འགྲེམས་སྟོན་འཕྲུལ་ཆས་ཀྱིས་ཀྱང་དེ་ལྟར་ཞུ།"
        }
        VenuePart::Gestures => "ཅོག་ངོས་ཀྱི་ཟུར་དང་མཐའི་མཛུབ་བརྡ། བརྙན་ཤེལ་གྱི་མཐེབ་གཞོང་བཅས་ཁ་རྒྱོབ། cage འོག་དེ་དག་མེད།",
        VenuePart::Unstoppable => {
            "Ctrl+Alt+Del དང་། Ctrl+Alt དང་ལས་འགན་མཐེབ། ཅོག་ངོས་ཀྱིས་ཤེས་པའི་མཛུབ་མོ་གསུམ་མམ་བཞིའི་འདྲུད་པ། གློག་མཐེབ། མཐེབ་གཞོང་རང་གི་མཐེབ་བཅས།"
        }
        VenuePart::Files => {
            "སྒྲིག་འགོད། ~/.config/vitrine/kiosk.json ཉིན་ཐོ་ kiosk.log དང་གྲངས་ཐོ། ~/.local/state/vitrine གནས་ཚུལ། “vitrine doctor --kiosk”"
        }
        VenuePart::Power => "གློག་ཀླད་ཀྱི་ཕྲན་ཆས་ནང་གློག་སླེབས་ན་རང་འགུལ་ཁ་ཕྱེ་སྒྲིག འཁོར་སྐབས་གློག་ཐེངས་གཅིག་འཐེན། རང་ཤུགས་སུ་ལོག་དགོས།",
        VenuePart::Staff => "",
    }
}

fn windows(part: VenuePart) -> &'static str {
    match part {
        VenuePart::Login => {
            "དབང་ཆ་མེད་པའི་ས་གནས་སྤྱོད་མཁན་ kiosk བཟོས་ནས་རང་འགུལ་ནང་འཛུལ་སྒྲིག (netplwiz ཡང་ན་ Sysinternals ཀྱི་ Autologon) Enterprise དང་ Education ལ་ Shell Launcher དང་ assets/kiosk/windows/shell-launcher.xml དགའ། དེར་ཅོག་ངོས་མེད།"
        }
        VenuePart::Begin => {
            "སྤྱོད་མཁན་དེས་ཐེངས་གཅིག་ “vitrine kiosk --try” དེ་ནས་ “vitrine kiosk --install” བྱོས། ཡང་ན་ assets/kiosk/windows/task.xml ནང་འདྲེན་བྱོས། དེ་ནས་ནང་འཛུལ་ཐེངས་རེར་རང་ཤུགས་སུ་འགོ་འཛུགས།"
        }
        VenuePart::Updates => {
            "Windows Update ནང་སྤྱོད་བཞིན་པའི་དུས་ཚོད་ལ་སྒོ་འབྱེད་དུས་ཚོད་ཚུད་དགོས། སྤྱོད་མཁན་ནང་འཛུལ་བྱས་སྐབས་བསྐྱར་འགོ་མི་འཛུགས། བརྡ་ཐོ་ཁ་རྒྱོབ།"
        }
        VenuePart::Sleep => {
            "སྒྲིག་འགོད། མ་ལག གློག བརྙན་ཤེལ་དང་གཉིད་གཉིས་ཀ་ “ནམ་ཡང་མིན།” ཟྭ་མི་རྒྱག འཁོར་སྐབས་འགྲེམས་སྟོན་འཕྲུལ་ཆས་ཀྱིས་ཀྱང་དེ་ལྟར་ཞུ།"
        }
        VenuePart::Gestures => {
            "སྒྲིག་འགོད། Bluetooth དང་སྒྲིག་ཆས། རེག་པ། མཛུབ་མོ་གསུམ་དང་བཞིའི་མཛུབ་བརྡ་ཁ་རྒྱོབ། མཐའ་ནས་འདྲུད་པ་འགྲེམས་སྟོན་འཕྲུལ་ཆས་ཀྱིས་འགོག Sticky Keys ཀྱི་མཐེབ་ཁ་རྒྱོབ།"
        }
        VenuePart::Unstoppable => {
            "Ctrl+Alt+Del དང་། Windows+L ཁ་མ་བརྒྱབ་པའི་མཛུབ་མོ་གསུམ་མམ་བཞིའི་འདྲུད་པ། གློག་མཐེབ། མཐེབ་གཞོང་རང་གི་མཐེབ་བཅས།"
        }
        VenuePart::Files => {
            "སྒྲིག་འགོད། %APPDATA%\\vitrine\\kiosk.json ཉིན་ཐོ་ kiosk.log དང་གྲངས་ཐོ། %LOCALAPPDATA%\\vitrine གནས་ཚུལ། “vitrine doctor --kiosk”"
        }
        VenuePart::Power => "གློག་ཀླད་ཀྱི་ཕྲན་ཆས་ནང་གློག་སླེབས་ན་རང་འགུལ་ཁ་ཕྱེ་སྒྲིག འཁོར་སྐབས་གློག་ཐེངས་གཅིག་འཐེན། རང་ཤུགས་སུ་ལོག་དགོས།",
        VenuePart::Staff => "",
    }
}

fn macos(part: VenuePart) -> &'static str {
    match part {
        VenuePart::Login => {
            "ཚད་ལྡན་སྤྱོད་མཁན་ kiosk བཟོས། མ་ལག་སྒྲིག་འགོད། སྤྱོད་མཁན་དང་ཚོ་པ། kiosk རང་འགུལ་ནང་འཛུལ། དེར་ FileVault ཁ་རྒྱག་དགོས།"
        }
        VenuePart::Begin => {
            "སྤྱོད་མཁན་དེས་ཐེངས་གཅིག་ “vitrine kiosk --try” དེ་ནས་ “vitrine kiosk --install” བྱོས། དེ་ནས་ནང་འཛུལ་ཐེངས་རེར་རང་ཤུགས་སུ་འགོ་འཛུགས།"
        }
        VenuePart::Updates => {
            "མ་ལག་སྒྲིག་འགོད། སྤྱིར་བཏང་། མཉེན་ཆས་གསར་བསྒྱུར། རང་འགུལ་ཚང་མ་ཁ་རྒྱོབ། བརྡ་ཐོ་ཁ་རྒྱོབ། སྒོ་བརྒྱབ་རྗེས་ལག་པས་གསར་བསྒྱུར་བྱོས།"
        }
        VenuePart::Sleep => {
            "མ་ལག་སྒྲིག་འགོད། ཟྭ་རྒྱག་པའི་བརྙན་ཤེལ། ནམ་ཡང་ཁ་མི་རྒྱག གསང་གྲངས་མི་འདྲི། གློག་ནུས། རང་འགུལ་གཉིད་འགོག འཁོར་སྐབས་འགྲེམས་སྟོན་འཕྲུལ་ཆས་ཀྱིས་ཀྱང་དེ་ལྟར་ཞུ།"
        }
        VenuePart::Gestures => "མ་ལག་སྒྲིག་འགོད། ཅོག་ངོས་དང་ Dock ཟུར་གྱི་བྱེད་ནུས་མེད་པ་བཟོ། Trackpad འཁྱེར་འགྲོ། ཡང་ན་དེའི་མཛུབ་བརྡ་ཁ་རྒྱོབ།",
        VenuePart::Unstoppable => {
            "གློག་མཐེབ་དང་ Touch ID དང་། Ctrl+Command+Q དང་། Trackpad ཐོག་མཛུབ་མོ་གསུམ་མམ་བཞིའི་འདྲུད་པ། མཐེབ་གཞོང་རང་གི་མཐེབ་བཅས།"
        }
        VenuePart::Files => {
            "སྒྲིག་འགོད་ kiosk.json ཉིན་ཐོ་ kiosk.log དང་གྲངས་ཐོ། ~/Library/Application Support/vitrine གནས་ཚུལ། “vitrine doctor --kiosk”"
        }
        VenuePart::Power => "མ་ལག་སྒྲིག་འགོད། གློག་ནུས། གློག་ཆད་རྗེས་རང་འགུལ་ཁ་ཕྱེ། འཁོར་སྐབས་གློག་ཐེངས་གཅིག་འཐེན། རང་ཤུགས་སུ་ལོག་དགོས།",
        VenuePart::Staff => "",
    }
}
