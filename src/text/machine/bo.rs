//! Tibetan: a draft until a native reader has checked it.

use super::{Line, Machine, sides};
use crate::state::{Distance, DrawnBy};

const WITHOUT: &str = "སྒེའུ་ཁུང་མེད་ན་ `vitrine picture OUT.png` ཡིས་འཆར་ངོས་པར་དུ་ཉར་ཐུབ།";

/// The words.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn bo(machine: Machine<'_>) -> String {
    let fixed = match machine {
        Machine::NoScreen => {
            return format!(
                "Vitrine སྒེའུ་ཁུང་ཁ་ཕྱེ་མི་ཐུབ། འཆར་ངོས་མི་འདུག ཅོག་ཙེའི་ངོས་ནས་འགོ་འཛུགས་རོགས། ཡང་ན་ DISPLAY (X11) དང་ WAYLAND_DISPLAY གང་རུང་སྒྲིག་རོགས།\n{WITHOUT}"
            );
        }
        Machine::NoAnswer(screen) => {
            return format!(
                "Vitrine སྒེའུ་ཁུང་ཁ་ཕྱེ་མི་ཐུབ། འཆར་ངོས་ “{screen}” ཡིས་ལན་མི་འདེབས། DISPLAY དང་ WAYLAND_DISPLAY ལ་ལྟ་རོགས།\n{WITHOUT}"
            );
        }
        Machine::NoLibraries(files, packages) => {
            return format!(
                "Vitrine སྒེའུ་ཁུང་ཁ་ཕྱེ་མི་ཐུབ། རྒྱུད་ཁོངས་འདིར་ {files} མི་འདུག Debian དང་ Ubuntu ཡིན་ན། apt-get install {packages}\n{WITHOUT}"
            );
        }
        Machine::NoWindow(why) => {
            return format!(
                "Vitrine སྒེའུ་ཁུང་ཁ་ཕྱེ་མི་ཐུབ། {why} `vitrine --renderer cpu` ཚོད་ལྟ་བྱེད་རོགས། `vitrine doctor` ཡིས་ཞིབ་ཕྲ་སྟོན།\n{WITHOUT}"
            );
        }
        Machine::Program(by) => return format!("Vitrine {} {}", crate::VERSION, drawn_by(by)),
        Machine::DrawnBy(by) => return drawn_by(by),
        Machine::Size => "ཆེ་ཆུང་།",
        Machine::ChooseSize => "ཆེ་ཆུང་འདེམས།",
        Machine::Distance(distance) => match distance {
            Distance::Desk => "ཅོག་ཙེ།",
            Distance::Kiosk => "རང་འགུལ་འཕྲུལ་ཆས།",
            Distance::Projector => "གློག་བརྙན་འཕེན་ཆས།",
            Distance::Wall => "རྩིག་ངོས།",
        },
        Machine::DistanceIs(distance) => match distance {
            Distance::Desk => "མི་གཅིག ལག་པ་བརྐྱང་ས།",
            Distance::Kiosk => "མདུན་དུ་ལངས་ནས་མཛུབ་མོས་གནོན། མཐེབ་ mm 20",
            Distance::Projector => "ཚོགས་ཁང་། ཡི་གེ་འཆར་ངོས་ཀྱི་མཐོ་ཚད་ཀྱི་ 3.5 %",
            Distance::Wall => "མི་ཊར་བཞི་ནས། ཡི་གེ་ mm 20 ཡན།",
        },
        Machine::BarUnknown => "འཆར་ངོས་ཀྱི་ཆེ་ཆུང་མི་ཤེས། ཐིག་ཤིང་བཞག་ནས་ཐིག་འདི་ mm 20 ལ་སྒྲིག་རོགས།",
        Machine::BarMeasured => "ཐིག་འདི་ mm 20 ལ་བསྒྲིགས་ཟིན། ཐིག་ཤིང་བཞག་ནས་ལྟ་ཆོག",
        Machine::Bar => "mm 20 ཡིན་དགོས་པའི་ཐིག",
        Machine::Longer => "རིང་དུ་གཏོང་།",
        Machine::Shorter => "ཐུང་དུ་གཏོང་།",
        Machine::KeptPublic => "རང་འགུལ་འཕྲུལ་ཆས་དང་རྩིག་ངོས་བདམས་ན། ད་ལྟའི་སྐད་ཡིག་དང་ཚོན་མདོག་གིས་འགོ་འཛུགས། ལྟ་མཁན་གྱི་བསྒྱུར་བཅོས་མི་ཉར།",
        Machine::Status => "འཁོར་སྐྱོད་གནས་ཚུལ།",
        Machine::StatusComes => "ལྟ་བཞིན་པ། …",
        Machine::StatusFor => "རོགས་བྱེད་མཁན་ལ་སྤྲོད་རྒྱུ། མི་སུའི་མིང་ཡང་མེད། རང་གི་ཡིག་སྣོད་ ~ ཞེས་བྲིས་ཡོད།",
        Machine::CopyStatus => "འདྲ་བཤུས།",
        Machine::Line(line) => line_name(line),
        Machine::Unknown => "མི་ཤེས།",
        Machine::None => "མེད།",
        Machine::FailedBefore(renderer, why) => {
            return format!("`{renderer}` མ་འགྲུབ་པས་མི་བེད་སྤྱོད། ({why}) `vitrine --renderer {renderer}`");
        }
        Machine::FontsInside => "ཚང་མ་མཉེན་ཆས་ནང་ཡོད།",
        Machine::FontsOutside(scripts) => return format!("འདིར་མེད། {scripts} རྒྱུད་ཁོངས་ཀྱི་ཡིག་གཟུགས་བེད་སྤྱོད།"),
        Machine::BuiltIn => "ནང་སྒྲིག་འགྲེམས་སྟོན།",
        Machine::Counts(faults, advice) => return format!("སྐྱོན་ {faults} བསམ་འཆར་ {advice}"),
        Machine::Memory([all, free, own, most]) => {
            return format!("བསྡོམས་ {all} MB སྟོང་ {free} MB མཉེན་ཆས་ {own} MB མང་མཐར་ {most} MB");
        }
        Machine::Writable(true) => "འབྲི་ཐུབ།",
        Machine::Writable(false) => "འབྲི་མི་ཐུབ།",
        Machine::Screen(name, size, scale) => {
            let scale = scale.map_or_else(String::new, |scale| format!(" {scale} %"));
            return format!("{name} {}{scale}", sides(size));
        }
        Machine::Window(size, zoom) => return format!("{} {zoom} %", sides(size)),
    };
    fixed.to_owned()
}

fn drawn_by(by: &DrawnBy) -> String {
    match by {
        DrawnBy::Nobody => "སྒེའུ་ཁུང་མེད་པར་འབྲི།".to_owned(),
        DrawnBy::Card(way, name) => format!("{way} བརྒྱུད་ནས་འབྲི། ({name})"),
        DrawnBy::Processor => "ལས་སྣོན་ཆས་ཀྱིས་འབྲི།".to_owned(),
    }
}

fn line_name(line: Line) -> &'static str {
    match line {
        Line::Version => "པར་གཞི།",
        Line::System => "རྒྱུད་ཁོངས།",
        Line::Renderer => "འབྲི་ཚུལ།",
        Line::EarlierStart => "སྔོན་གྱི་འགོ་འཛུགས།",
        Line::Screens => "འཆར་ངོས།",
        Line::Window => "སྒེའུ་ཁུང་།",
        Line::Size => "ཆེ་ཆུང་།",
        Line::Fonts => "ཡིག་གཟུགས།",
        Line::Pack => "འགྲེམས་སྟོན།",
        Line::Problems => "སྐྱོན།",
        Line::Memory => "དྲན་སྣོད།",
        Line::Settings => "སྒྲིག་འགོད།",
        Line::Log => "ཉིན་ཐོ།",
        Line::Thumbnails => "པར་ཆུང་།",
    }
}
