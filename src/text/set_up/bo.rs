//! Tibetan: setting up a kiosk. A draft until a native reader has checked it.

use super::{SetUp, period};
use crate::state::kiosk::{Corner, Day, HoursKind, PeriodEnd, SetUpSaid};

/// The words.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn bo(words: SetUp<'_>) -> String {
    let fixed = match words {
        SetUp::Heading => "འགྲེམས་སྟོན་འཕྲུལ་ཆས་སྒྲིག",
        SetUp::Exhibition => "འགྲེམས་སྟོན།",
        SetUp::ExhibitionIs => "འདིར་ཁ་ཕྱེས་པ་དེ་ཡིན། གཞན་ཞིག་སྟོན་ན་དེའི་ཁ་ཕྱེ་རོགས།",
        SetUp::Screen => "བརྙན་ཤེལ།",
        SetUp::MainScreen => "བརྙན་ཤེལ་གཙོ་བོ།",
        SetUp::ScreenAway(name) => return format!("{name} (ད་ལྟ་མཐུད་མེད།)"),
        SetUp::Languages => "སྐད་ཡིག",
        SetUp::LanguagesAre => "གོ་རིམ་འདི་ལྟར་སྟོན། ལྟ་མཁན་གྱིས་དང་པོ་མཐོང་། གཅིག་ལ་རེག་ན་འདོན། ཡང་བསྐྱར་རེག་ན་མཐའ་མར་འཇོག",
        SetUp::Place(place) => return format!("ཨང་ {place}"),
        SetUp::NotOffered => "མི་སྟོན།",
        SetUp::FirstView => "ཤོག་ངོས་དང་པོ།",
        SetUp::Hours => "སྒོ་འབྱེད་དུས་ཚོད།",
        SetUp::HoursKind(kind) => match kind {
            HoursKind::Always => "རྟག་ཏུ་ཁ་ཕྱེ།",
            HoursKind::Daily => "ཉིན་རེར་གཅིག་པ།",
            HoursKind::ByDay => "གཟའ་སོ་སོ་ལྟར།",
            HoursKind::Other => "ཉིན་རེར་དུས་ཚོད་མང་པོ། ཡིག་ཆ་ལྟར།",
        },
        SetUp::HoursAre => "དེའི་ཕྱི་ལ་བརྙན་ཤེལ་ནག་པོ་ཡིན། སྒོ་མི་རྒྱག",
        SetUp::Day(day) => match day {
            Day::Monday => "གཟའ་ཟླ་བ།",
            Day::Tuesday => "གཟའ་མིག་དམར།",
            Day::Wednesday => "གཟའ་ལྷག་པ།",
            Day::Thursday => "གཟའ་ཕུར་བུ།",
            Day::Friday => "གཟའ་པ་སངས།",
            Day::Saturday => "གཟའ་སྤེན་པ།",
            Day::Sunday => "གཟའ་ཉི་མ།",
        },
        SetUp::Period(from, to) => return period([from, to], " (ཕྱི་ཉིན།)"),
        SetUp::OpenDays(days) => return format!("བདུན་རེར་ཉིན་ {days}"),
        SetUp::Closed => "སྒོ་བརྒྱབ།",
        SetUp::End(PeriodEnd::From) => "སྒོ་འབྱེད།",
        SetUp::End(PeriodEnd::To) => "སྒོ་རྒྱག",
        SetUp::Put(day, end, later) => {
            let end = bo(SetUp::End(end));
            let by = if later { "ཕྱི་རུ།" } else { "སྔ་རུ།" };
            let day = day.map_or_else(String::new, |day| format!("{} ", bo(SetUp::Day(day))));
            return format!("{day}{end} {by}");
        }
        SetUp::Idle => "སྒུག་ཡུན།",
        SetUp::IdleIs(warning) => {
            return format!("ཡུན་དེའི་རིང་སུས་ཀྱང་མ་རེག་ན་མི་ཡོད་མེད་འདྲི། དེ་ནས་སྐར་ཆ་ {warning} རྗེས་མགོ་ལ་ལོག");
        }
        SetUp::Seconds(seconds) => return format!("སྐར་ཆ་ {seconds}"),
        SetUp::IdleMore(true) => "སྒུག་ཡུན་རིང་དུ།",
        SetUp::IdleMore(false) => "སྒུག་ཡུན་ཐུང་དུ།",
        SetUp::Corner => "ལས་བྱེད་པའི་ཟུར།",
        SetUp::CornerIs(corner) => match corner {
            Corner::TopLeft => "གཡོན་སྟོད།",
            Corner::TopRight => "གཡས་སྟོད།",
            Corner::BottomLeft => "གཡོན་སྨད།",
            Corner::BottomRight => "གཡས་སྨད།",
        },
        SetUp::CornerFor => "དེར་ཐེངས་ལྔ་རིམ་པར་རེག་ན་ལས་བྱེད་པ་ནང་དུ་འཛུལ་ཐུབ།",
        SetUp::Pin => "ལས་བྱེད་པའི་གསང་གྲངས།",
        SetUp::PinIs(true) => "བདམས་ཟིན།",
        SetUp::PinIs(false) => "མེད།",
        SetUp::WithoutPin => "གསང་གྲངས་མེད་ན་ཟུར་དུ་ཐེངས་ལྔ་རེག་མཁན་སུ་ཡིན་ཡང་ནང་དུ་འཛུལ་ཐུབ།",
        SetUp::PinAsks(digits, false) => return format!("ཨང་ཀི་ {digits} འདེམས།"),
        SetUp::PinAsks(_, true) => "དེ་རང་ཡང་བསྐྱར་བྲིས།",
        SetUp::PinComes => "ཏོག་ཙམ་སྒུག་རོགས།",
        SetUp::NoPin => "གསང་གྲངས་མེད་པ་བཟོ།",
        SetUp::Tried(true) => "ལས་བྱེད་པའི་འཛུལ་ལམ་ཚོད་ལྟ་བྱས་ཟིན།",
        SetUp::Tried(false) => "ལས་བྱེད་པའི་འཛུལ་ལམ་སུས་ཀྱང་ཚོད་ལྟ་མ་བྱས། ཚོད་ལྟའི་སྐབས་དེ་འདྲི་གི་རེད།",
        SetUp::Back => "ཕྱིར་ལོག",
        SetUp::Try => "སྐར་མ་ལྔའི་རིང་ཚོད་ལྟ།",
        SetUp::Save => "ཉར།",
        SetUp::SaveElsewhere => "གཞན་དུ་ཉར། …",
        SetUp::Said(said) => return self::said(said),
        SetUp::TrialAsks(corner, pin) => {
            let corner = match corner {
                Corner::TopLeft => "གཡོན་སྟོད་",
                Corner::TopRight => "གཡས་སྟོད་",
                Corner::BottomLeft => "གཡོན་སྨད་",
                Corner::BottomRight => "གཡས་སྨད་",
            };
            let then =
                if pin { "རེག་ནས་གསང་གྲངས་བྲིས།" } else { "རེག" };
            return format!("ཚོད་ལྟ། ལས་བྱེད་པའི་འཛུལ་ལམ་ཐེངས་གཅིག་འགྲོ་རོགས། {corner}ཟུར་དུ་ཐེངས་ལྔ་{then}");
        }
        SetUp::TrialDone => "ལས་བྱེད་པའི་འཛུལ་ལམ་ཡག་པོ་འདུག ཚོད་ལྟ་རང་ཤུགས་ཀྱིས་མཇུག་རྫོགས།",
    };
    fixed.to_owned()
}

fn said(said: &SetUpSaid) -> String {
    let fixed = match said {
        SetUpSaid::Faults(count) => {
            return format!("སྔར་ཡོད་སྒྲིག་འགོད་ལ་ནོར་འཁྲུལ་ {count} འདུག དེ་དག་གསར་པ་ལྟར་བཞག “vitrine doctor --kiosk” ཡིས་སྟོན།");
        }
        SetUpSaid::Saved(file) => {
            return format!(
                "{file} ནང་ཉར་ཟིན། “vitrine kiosk” ཡིས་འགོ་འཛུགས། “vitrine kiosk --install” ཡིས་རང་ཤུགས་སུ་འགོ་འཛུགས།"
            );
        }
        SetUpSaid::Carried(file) => {
            return format!("{file} ནང་ཉར་ཟིན། གློག་ཀླད་གཞན་དེར་ “vitrine kiosk --setup” དང་དེའི་གནས་ས་བྲིས།");
        }
        SetUpSaid::NotSaved(file, why) => return format!("{file} འབྲི་མི་ཐུབ། ({why}) གཞན་དུ་ཉར་རོགས།"),
        SetUpSaid::NoPlace => "མ་ལག་འདིར་སྒྲིག་འགོད་འཇོག་ས་མི་འདུག གཞན་དུ་ཉར་རོགས།",
        SetUpSaid::NoDialog => "མ་ལག་འདིས་གང་དུ་ཉར་བ་འདྲི་མི་ཐུབ། འདིར་ཉར་ནས་ཡིག་ཆ་དེ་འདྲ་བཤུས་བྱོས།",
        SetUpSaid::PinDiffers => "གཉིས་མི་འདྲ། གསང་གྲངས་ཡང་བསྐྱར་འདེམས་རོགས།",
        SetUpSaid::NoPin(why) => return format!("གསང་གྲངས་འཇོག་མི་ཐུབ། ({why}) ཡང་བསྐྱར་འདེམས་རོགས།"),
        SetUpSaid::TrialRuns => "ཚོད་ལྟ་བྱེད་བཞིན་པ། སྐར་མ་ལྔའི་རྗེས་རང་ཤུགས་ཀྱིས་མཇུག་རྫོགས།",
        SetUpSaid::TrialOver(true) => "ཚོད་ལྟ་ཚར་སོང་། ལས་བྱེད་པའི་འཛུལ་ལམ་བརྒྱུད་ཟིན།",
        SetUpSaid::TrialOver(false) => "ཚོད་ལྟ་ཚར་སོང་། ལས་བྱེད་པའི་འཛུལ་ལམ་སུས་ཀྱང་མ་བརྒྱུད། སྒོ་མ་ཕྱེ་གོང་ཡང་བསྐྱར་ཚོད་ལྟ་བྱོས།",
        SetUpSaid::TrialFailed(why) => {
            return format!("ཚོད་ལྟ་རང་ཤུགས་ཀྱིས་ཆད་སོང་། ({why}) མཐའ་སྣེའི་ནང་ “vitrine kiosk --try” ཡིས་ཞིབ་ཕྲ་སྟོན།");
        }
        SetUpSaid::Cancelled => "",
    };
    fixed.to_owned()
}
