//! Tibetan: a kiosk. A draft until a native reader has checked it.

use super::{Kiosk, time};

/// The words in Tibetan.
pub fn bo(kiosk: Kiosk) -> String {
    let fixed = match kiosk {
        Kiosk::TouchToBegin => "འགོ་འཛུགས་པར་རེག་རོགས།",
        Kiosk::StillLooking => "ད་དུང་གཟིགས་བཞིན་ཡོད་དམ།",
        Kiosk::TouchToGoOn => "མུ་མཐུད་པར་གང་རུང་ལ་རེག་རོགས། དེ་མིན་འགྲེམས་སྟོན་མགོ་ལ་ལོག་གི་རེད།",
        Kiosk::StillLookingShort => "ད་དུང་གཟིགས་བཞིན་ཡོད་དམ། མུ་མཐུད་པར་གང་རུང་ལ་རེག་རོགས།",
        Kiosk::KeepLooking => "མུ་མཐུད་གཟིགས།",
        Kiosk::StartOver => "ད་ལྟ་མགོ་ནས་འགོ་འཛུགས།",
        Kiosk::Seconds => "སྐར་ཆ།",
        Kiosk::Access => "མཐོང་སླ་ཞིང་སླེབས་སླ་བ།",
        Kiosk::LargeText => "ཡི་གེ་ཆེན་པོ།",
        Kiosk::HighContrast => "མདོག་ཁྱད་གསལ་པོ།",
        Kiosk::LessMotion => "འགུལ་བ་ཉུང་ངུ་།",
        Kiosk::ControlsLow => "མཐེབ་གནོན་དམའ་པོ།",
        Kiosk::Switched(true) => "ཁ་ཕྱེ།",
        Kiosk::Switched(false) => "ཁ་བརྒྱབ།",
        Kiosk::Done => "ཚར་སོང་།",
        Kiosk::PutBack => "ཚང་མ་སྔར་ལྟར་བཟོ།",
        Kiosk::GoesBack => "ཁྱེད་ཕེབས་རྗེས་རང་འགུལ་གྱིས་སྔར་ལྟར་ལོག་གི་རེད།",
        Kiosk::Closed(None) => "ད་ལྟ་སྒོ་བརྒྱབ་ཡོད།",
        Kiosk::Closed(Some(at)) => return format!("{} ལ་སྒོ་ཕྱེ་གི་རེད།", time(at)),
        Kiosk::StaffPin => "ལས་བྱེད་པ། གསང་གྲངས་བྲིས།",
        Kiosk::PinTyped(typed, of) => return format!("གྲངས་ {of} ནས་ {typed} བྲིས་ཟིན།"),
        Kiosk::Erase => "བསུབ།",
        Kiosk::PinWrong(0) => "གསང་གྲངས་ནོར་འདུག",
        Kiosk::PinWrong(left) => return format!("གསང་གྲངས་ནོར་འདུག ད་དུང་ཐེངས་ {left} ཚོད་ལྟ་བྱེད་ཆོག"),
        Kiosk::PinLocked(seconds) => {
            return format!("ཐེངས་མང་པོ་ནོར་སོང་། {}:{:02} རྗེས་ཡང་བསྐྱར་ཚོད་ལྟ་བྱོས།", seconds / 60, seconds % 60);
        }
        Kiosk::PinChecking => "ཞིབ་བཤེར་བྱེད་བཞིན་པ།",
        Kiosk::Staff => "ལས་བྱེད་པ།",
        Kiosk::Health => "འཕྲུལ་ཆས་ཀྱི་གནས་ཚུལ།",
        Kiosk::HealthComes => "ལྟ་བཞིན་པ།",
        Kiosk::HealthCode => "ཁ་པར་གྱིས་ཨང་རྟགས་འདི་པར་བརྒྱབ་ན་ནང་དོན་གཅིག་པ་ཐོབ།",
        Kiosk::Clean => "བརྙན་ཤེལ་གཙང་མ་བཟོ། (སྐར་ཆ་ 30)",
        Kiosk::Cleaning => "བརྙན་ཤེལ་གཙང་མ་བཟོ་བཞིན་པས་རེ་ཞིག་ལན་མི་འདེབས།",
        Kiosk::Black => "བརྙན་ཤེལ་ནག་པོ་བཟོ།",
        Kiosk::Show => "འགྲེམས་སྟོན་སྟོན།",
        Kiosk::OtherPack { folder: false } => "འགྲེམས་སྟོན་གཞན། ཡིག་ཆ་ཞིག …",
        Kiosk::OtherPack { folder: true } => "འགྲེམས་སྟོན་གཞན། ཡིག་སྣོད་ཅིག …",
        Kiosk::Leave => "འགྲེམས་སྟོན་འཕྲུལ་ཆས་ནས་ཐོན།",
        Kiosk::Back => "ཕྱིར་ལོག",
    };
    fixed.to_owned()
}
