//! Tibetan: a draft until a native reader has checked it.

use super::{HealthLine, Unattended};
use crate::state::kiosk::{RestartReason, SetupProblem, Trust};

/// The words.
pub fn bo(words: Unattended<'_>) -> String {
    let fixed = match words {
        Unattended::Setup(file, problem) => return setup(file, problem),
        Unattended::NoPlace => "སྒྲིག་འགོད་འཇོག་ས་མི་འདུག --setup ཡིས་ཡིག་སྣོད་ཅིག་སྟོན་རོགས།",
        Unattended::Kept(file) => return format!("སྒྲིག་འགོད་ {file} ནང་བྲིས་ཟིན།"),
        Unattended::NotKept(file, why) => return format!("{file} འབྲི་མི་ཐུབ། ({why}) --setup ཡིས་ཡིག་སྣོད་གཞན་ཞིག་སྟོན་རོགས།"),
        Unattended::AskPin => "ལས་བྱེད་པའི་གསང་གྲངས་གསར་པ། ཨང་ཀི་དྲུག ",
        Unattended::AskPinAgain => "ཡང་བསྐྱར་བྲིས། ",
        Unattended::PinForm(digits) => return format!("གསང་གྲངས་ལ་ཨང་ཀི་ {digits} མ་གཏོགས་མེད།"),
        Unattended::PinDiffers => "གཉིས་མི་འདྲ། གསང་གྲངས་སྔར་བཞིན་ཡོད།",
        Unattended::PinSet(file) => {
            return format!("གསང་གྲངས་ {file} ནང་བཞག་ཟིན། བརྗེད་ན་དེ་བཞིན་གསར་པ་སྒྲིག་རོགས། ཡང་ན་ཡིག་སྣོད་དེ་སུབས།");
        }
        Unattended::NoTerminal => "གསང་གྲངས་མཐའ་སྣེའི་ནང་འབྲི་དགོས། འདིར་མཐའ་སྣེ་མི་འདུག",
        Unattended::Installed(files, None) => return format!("སྤྱོད་མཁན་འདིར་སྒྲིག་འཇུག་བྱས་ཟིན།\n{files}"),
        Unattended::Installed(files, Some(command)) => {
            return format!("སྤྱོད་མཁན་འདིར་སྒྲིག་འཇུག་བྱས་ཟིན།\n{files}\nཐེངས་རྗེས་མར་འགོ་འཛུགས། ཡང་ན་ད་ལྟ། {command}");
        }
        Unattended::Removed(files) => return format!("བསུབས་ཟིན།\n{files}"),
        Unattended::NothingInstalled => "སྤྱོད་མཁན་འདིར་སྒྲིག་འཇུག་བྱས་པ་གང་ཡང་མེད།",
        Unattended::StaffWay(false, _) => {
            "གསང་གྲངས་མེད་པས་ཟུར་དུ་ཐེངས་ལྔ་རེག་མཁན་སུ་ཡིན་ཡང་འཛུལ་ཐུབ། “vitrine kiosk --set-pin” ཡིས་འདེམས་རོགས།"
        }
        Unattended::StaffWay(true, false) => "གསང་གྲངས་ཡོད། འོན་ཀྱང་སུས་ཀྱང་ཚོད་ལྟ་མ་བྱས། “vitrine kiosk --try” ཡིས་ཚོད་ལྟ་བྱོས།",
        Unattended::StaffWay(true, true) => "ཚོད་ལྟ་བྱས་ཟིན།",
        Unattended::OldCage => "པར་གཞི་ 0.1 བརྙན་ཤེལ་བསད་ན་མཇུག་རྫོགས། vitrine-kiosk-cage.service ཡིས་བསྐྱར་དུ་འགོ་འཛུགས།",
        Unattended::BackSoon => "འཆར་ངོས་འདི་མི་འགྱངས་པར་སླར་གསོ་བྱེད་ངེས།",
        Unattended::Line(line) => match line {
            HealthLine::Uptime => "འཁོར་བའི་ཡུན།",
            HealthLine::Restarts => "བསྐྱར་དུ་འགོ་འཛུགས།",
            HealthLine::Frames => "བརྙན་ངོས།",
            HealthLine::Touches => "ལྟ་མཁན།",
            HealthLine::Memory => "དྲན་སྣོད།",
            HealthLine::Disk => "ཉར་ཆས།",
            HealthLine::Clock => "ཆུ་ཚོད།",
            HealthLine::Setup => "སྒྲིག་འགོད།",
            HealthLine::StaffWay => "ལས་བྱེད་པའི་འཛུལ་ལམ།",
            HealthLine::Errors => "ནོར་འཁྲུལ་གསར་ཤོས།",
        },
        Unattended::NotRunning => "འཁོར་བཞིན་པ་མེད། ཡང་ན་ཉར་མི་ཐུབ།",
        Unattended::Duration(days, hours, minutes) => return format!("ཉིན་ {days} ཆུ་ཚོད་ {hours} སྐར་མ་ {minutes}"),
        Unattended::Reason(reason) => match reason {
            RestartReason::Crash => "རང་ཤུགས་ཀྱིས་མཇུག་རྫོགས།",
            RestartReason::Stall => "འགུལ་མེད་བསྡད།",
            RestartReason::StillContent => "པར་རིས་མ་བརྗེས།",
            RestartReason::NoFrame => "གང་ཡང་མ་བསྟན།",
            RestartReason::Planned => "སྒོ་བརྒྱབ་རྗེས་འཆར་གཞི་ལྟར།",
        },
        Unattended::Touches(visits, touches, per_hour) => {
            return format!("ལྟ་མཁན་ {visits} རེག་པ་ {touches} ཆུ་ཚོད་རེར་ {per_hour}");
        }
        Unattended::MemoryNow(now, hours) => return format!("{now} MB ཆུ་ཚོད་རེའི་མང་ཤོས། {hours}"),
        Unattended::Free(mb) => return format!("སྟོང་ {mb} MB"),
        Unattended::Clock(trust) => match trust {
            Trust::Full => "ཡག་པོ།",
            Trust::Unset => "ནམ་ཡང་མ་བསྒྲིགས་པས་སྒོ་འབྱེད་དུས་ཚོད་མི་སྤྱོད། འདིའི་ཟླ་ཚེས་སྒྲིག་རོགས།",
            Trust::Jumped => "ད་ལྟ་བསྒྱུར་བས་སྐར་མ་བཅུའི་རིང་སྒོ་འབྱེད་དུས་ཚོད་མི་སྤྱོད།",
        },
        Unattended::None => "མེད།",
    };
    fixed.to_owned()
}

fn setup(file: &str, problem: &SetupProblem) -> String {
    match problem {
        SetupProblem::Unreadable(why) => format!("{file} ཀློག་མི་ཐུབ། ({why}) གསར་པ་ལྟར་འཁོར།"),
        SetupProblem::Syntax(line) => format!("{file} ཐིག་ཕྲེང་ {line}། JSON མིན། ཚེག་དང་གུག་རྟགས་ལ་ལྟ་རོགས། གསར་པ་ལྟར་འཁོར།"),
        SetupProblem::Unknown(line, name, Some(near)) => {
            format!("{file} ཐིག་ཕྲེང་ {line}། “{name}” ལ་དོན་མེད། “{near}” ཡིན་ནམ།")
        }
        SetupProblem::Unknown(line, name, None) => format!("{file} ཐིག་ཕྲེང་ {line}། “{name}” ལ་དོན་མེད།"),
        SetupProblem::Wrong(line, name, example) => {
            format!("{file} ཐིག་ཕྲེང་ {line}། “{name}” འདི་འདྲ་མི་རུང་། དཔེར་ན། \"{name}\": {example}")
        }
    }
}
