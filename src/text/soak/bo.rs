//! Tibetan: the page that a soak prints. A draft until a native reader has checked it.

use super::{Soak, SoakLine};

/// The words in Tibetan.
pub fn bo(soak: Soak) -> String {
    let fixed = match soak {
        Soak::Line(line) => match line {
            SoakLine::Simulated => "དཔེ་བཟོའི་དུས་ཚོད།",
            SoakLine::Took => "དངོས་ཀྱི་དུས་ཚོད།",
            SoakLine::Frames => "རི་མོའི་གྲངས།",
            SoakLine::Contents => "བསྟན་པའི་ནང་དོན།",
            SoakLine::Touches => "རེག་ཐེངས།",
            SoakLine::Visits => "ལྟ་ཐེངས།",
            SoakLine::Resets => "སླར་གསོའི་ཐེངས་གྲངས།",
            SoakLine::Compared => "བསྡུར་བའི་ཤོག་ངོས་དང་པོ།",
            SoakLine::Restarts => "བསྐྱར་དུ་འགོ་བཙུགས་ཐེངས།",
            SoakLine::MemoryStart => "འགོའི་དྲན་ཤེས།",
            SoakLine::MemoryEnd => "མཇུག་གི་དྲན་ཤེས།",
            SoakLine::Growth => "ཉིན་དང་པོའི་རྗེས་ཀྱི་འཕེལ།",
        },
        Soak::Days(days) => return format!("ཉིན་ {days:.2}"),
        Soak::Time(hours, minutes, seconds) => {
            return format!("ཆུ་ཚོད་ {hours} སྐར་མ་ {minutes} སྐར་ཆ་ {seconds}");
        }
        Soak::Megabytes(mb) => return format!("{mb:.1} MB"),
        Soak::MegabytesADay(mb) => return format!("ཉིན་རེར་ {mb:.2} MB"),
        Soak::TooShort => "དུས་ཐུང་དྲགས་པས་བཤད་མི་ཐུབ།",
        Soak::NotTold => "མ་ལག་འདིས་མི་སྟོན།",
        Soak::Passed(days, all) => return format!("ཉིན་ {all:.0} ནས་ {days} འདས་སོང་།"),
        Soak::Well => "གནད་དོན་མི་འདུག",
        Soak::Grows(mb) => return format!("དྲན་ཤེས་ཉིན་རེར་ {mb:.2} MB འཕེལ། 1 MB ལས་མང་མི་ཆོག"),
        Soak::StoodStill(hour) => return format!("དཔེ་བཟོའི་ཆུ་ཚོད་ {hour:.2} རྗེས་ནང་དོན་གསར་པ་མ་བྱུང་།"),
        Soak::LeftBehind(reset) => return format!("སླར་གསོ་ཐེངས་ {reset} པའི་རྗེས་སྔོན་གྱི་རྗེས་ཤུལ་ལྷག་འདུག"),
        Soak::LooksOther(reset) => return format!("སླར་གསོ་ཐེངས་ {reset} པའི་རྗེས་ཐོག་མའི་ཤོག་ངོས་དང་མི་འདྲ།"),
        Soak::Crashed(hour) => return format!("དཔེ་བཟོའི་ཆུ་ཚོད་ {hour:.2} ལ་བྱ་རིམ་ཆག་སོང་། རྒྱུ་མཚན་གོང་དུ་ཡོད།"),
    };
    fixed.to_owned()
}
