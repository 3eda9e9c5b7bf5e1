//! Tibetan: the running order's editor, and the preview.

use super::{Kind, Order};
use crate::model::{ChartForm, Lang};
use crate::state::editing::Screen;

/// The words in Tibetan.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn bo(words: Order<'_>) -> String {
    let fixed = match words {
        Order::Stops(count) => return format!("འགྲེལ་བཤད་ས་ཚིགས་ {count}"),
        Order::Planned => "འཆར་གཞི།",
        Order::Stop(number, name) => return format!("ས་ཚིགས་ {number} {name}"),
        Order::StopRow(number, name, time) => return format!("ས་ཚིགས་ {number} {name} འཆར་གཞི་ {time}"),
        Order::Grip(number) => return format!("ས་ཚིགས་ {number} འཐེན་ནས་སྤོ་བ།"),
        Order::MoveUp => "ས་ཚིགས་ཡར་སྤོ། (Alt + ↑)",
        Order::MoveDown => "ས་ཚིགས་མར་སྤོ། (Alt + ↓)",
        Order::Shows => "སྟོན་བྱ།",
        Order::AsVisitors => "ལྟ་མཁན་གྱིས་མཐོང་བ་ལྟར།",
        Order::Kind(kind) => match kind {
            Kind::Photo => "པར་རིས།",
            Kind::Chart(ChartForm::Bars) => "མི་སྣ། ཀ་རིས།",
            Kind::Chart(ChartForm::Rows) => "མི་སྣ། འཕྲེད་རིས།",
            Kind::Chart(ChartForm::Running) => "མི་སྣ། བསྡོམས།",
            Kind::Chart(ChartForm::Table) => "མི་སྣ། རེའུ་མིག",
            Kind::Province => "ཞིང་ཆེན།",
            Kind::Milestone => "དོན་ཆེན།",
            Kind::Pairings => "ཆ་སྒྲིག",
            Kind::Card => "ཡི་གེ",
        },
        Order::Which => "གང་ཞིག",
        Order::Highlighted => "གསལ་སྟོན་བྱེད་པའི་ཐེངས།",
        Order::Batch(number) => return format!("ཐེངས་ {number} པ།"),
        Order::AllBatches => "ཚང་མ་གཅིག་པ།",
        Order::HighlightedProvince => "གསལ་སྟོན་བྱེད་པའི་ཞིང་ཆེན།",
        Order::NoProvince => "མེད།",
        Order::LastYear => "ལོ་མཐའ་མ།",
        Order::OwnText => "རང་གི་ཡི་གེ",
        Order::Find => "ཐོ་འདིའི་ནང་འཚོལ།",
        Order::NothingFound => "ཐོའི་ནང་ཡི་གེ་འདི་མི་འདུག",
        Order::ShowSeen => "ད་ལྟ་མཐོང་བ་སྟོན།",
        Order::ShowWhole => "པར་རིས་ཧྲིལ་པོ་སྟོན།",
        Order::OpenIt => "ཁ་ཕྱེ།",
        Order::PlannedTime => "འཆར་གཞིའི་དུས་ཚོད།",
        Order::Less => "སྐར་ཆ་ 5 གཅོག",
        Order::More => "སྐར་ཆ་ 5 སྣོན།",
        Order::Span(begin, end, all) => return format!("{begin} ནས་འགོ་འཛུགས། {end} ལ་མཇུག ཡོངས་ {all}"),
        Order::Title => "ཁ་བྱང་།",
        Order::TitleIs => "སྟོན་བྱའི་མིང་དང་མི་འདྲ་ན་བྲིས།",
        Order::Text => "ཡི་གེ",
        Order::Notes => "འགྲེལ་བཤད་ཟིན་བྲིས།",
        Order::NotesIs => "འགྲེལ་བཤད་པ་ཁོ་ནས་མཐོང་། ! ཡིས་འགོ་བཙུགས་པའི་ཐིག་ཕྲེང་ནི་དྲན་སྐུལ་ཡིན།",
        Order::In(field, lang) => return format!("{field} {}", language(lang)),
        Order::NotGiven => "བྲིས་མེད།",
        Order::AddAs(number) => return format!("ས་ཚིགས་ {number} པར་ཁ་སྣོན།"),
        Order::AddSeen => "ད་ལྟ་མཐོང་བ་ཁ་སྣོན།",
        Order::AddText => "ཡི་གེའི་ས་ཚིགས།",
        Order::Delete => "ས་ཚིགས་སུབ།",
        Order::Rehearse => "སྦྱོང་བརྡར།",
        Order::TakeTimes => "ཐེངས་སྔོན་མའི་དུས་ཚོད་བེད་སྤྱོད།",
        Order::NewAfter(number) => {
            return format!("ས་ཚིགས་གསར་པ་ནི་ས་ཚིགས་ {number} པའི་རྗེས་སུ་ཡོང་། སྦྱོང་བརྡར་གྱིས་དུས་ཚོད་རྩི།");
        }
        Order::Seen(name) => return format!("མཐོང་ངོས་ནང་ད་ལྟ་མཐོང་བ། {name}"),
        Order::NothingSeen => "མཐོང་བ་ཁ་སྣོན་བྱེད་པར་མཐོང་ངོས་ནང་པར་རིས་སམ་དོན་ཆེན། གླེང་བརྗོད་ཅིག་འདེམས། ཡང་ན་རི་མོར་སོང་།",
        Order::NoOrder => "ད་དུང་འགྲེལ་བཤད་གོ་རིམ་མེད།",
        Order::NoOrderIs => "སྐབས་དེར་འགྲེལ་བཤད་ཀྱིས་པར་རིས་ཚང་མ་རིམ་བཞིན་སྟོན། པར་རེར་སྐར་མ་གཅིག",
        Order::FromPictures(count) => return format!("པར་རིས་ནས་བཟོས། ({count})"),
        Order::Unreadable => "ས་ཚིགས་འདི་ཀློག་མི་ཐུབ། རྒྱུ་མཚན་གནད་དོན་ནང་བལྟ།",
        Order::PreviewOf => "སྔོན་ལྟ།",
        Order::Screen(screen) => match screen {
            Screen::Desk => "ལྟ་མཁན།",
            Screen::Kiosk => "རེག་ཡོལ།",
            Screen::Portrait => "གྱེན་ཡོལ།",
            Screen::Projector => "འོད་འཕེན།",
            Screen::Wall => "ཡོལ་བ་ཆེན་པོ།",
        },
        Order::LargeText => "ཡི་གེ་ཆེ་བ།",
    };
    fixed.to_owned()
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "དབྱིན་ཡིག",
        Lang::Zh => "རྒྱ་ཡིག",
        Lang::Bo => "བོད་ཡིག",
    }
}
