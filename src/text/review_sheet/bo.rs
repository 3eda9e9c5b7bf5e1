//! Tibetan: sheets for native readers. A draft until a native reader has checked it.

use super::{ReviewColumn, ReviewSheet};
use crate::model::Lang;
use crate::text::date;

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "དབྱིན་ཡིག",
        Lang::Zh => "རྒྱ་ཡིག",
        Lang::Bo => "བོད་ཡིག",
    }
}

fn head(column: ReviewColumn) -> &'static str {
    match column {
        ReviewColumn::Number => "ཨང་།",
        ReviewColumn::Picture => "པར་རིས།",
        ReviewColumn::Place => "གནས་ས།",
        ReviewColumn::Source => "མ་ཡིག",
        ReviewColumn::Draft => "ཟིན་བྲིས།",
        ReviewColumn::Better => "ལེགས་བཅོས་ཡི་གེ",
        ReviewColumn::Agreed => "མོས་མཐུན་ཡིན་ནམ།",
        ReviewColumn::Remark => "མཆན།",
        ReviewColumn::Id => "ངོས་འཛིན་རྟགས།",
        ReviewColumn::TextPrint => "ཟིན་བྲིས་ཀྱི་རྟགས།",
        ReviewColumn::SourcePrint => "མ་ཡིག་གི་རྟགས།",
    }
}

/// The words in Tibetan.
#[expect(clippy::too_many_lines, reason = "a table")]
#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn bo(words: ReviewSheet<'_>) -> String {
    let fixed = match words {
        ReviewSheet::SheetName => "ཞུ་དག",
        ReviewSheet::GlossaryName => "ཐ་སྙད་རེའུ་མིག",
        ReviewSheet::HowTo => {
            "ཟིན་བྲིས་རེ་རེ་ཀློག་རོགས། ཡང་དག་ཡིན་ན་འགྲམ་དུ་ “མོས་མཐུན།” འདེམས། མིན་ན་ “ལེགས་བཅོས་ཡི་གེ” ནང་ཡི་གེ་ཆ་ཚང་བྲིས། སྟོང་པར་བཞག་པ་རྣམས་སྔར་བཞིན་གནས། ཡིག་ཆ་ Excel (.xlsx) རྣམ་པར་ཉར་ནས་ཕྱིར་སྐུར་རོགས།"
        }
        ReviewSheet::ReaderName => "ཁྱེད་ཀྱི་མཚན།",
        ReviewSheet::Head(column) => head(column),
        ReviewSheet::Page(_) => return String::new(),
        ReviewSheet::Agreed => "མོས་མཐུན།",
        ReviewSheet::ChooseAgreed(agreed) => {
            return format!("“{agreed}” འདེམས། ཡང་ན་སྟོང་པར་ཞོག ལེགས་བཅོས་ཡི་གེ་གཡོན་གྱི་ས་མིག་ནང་བྲིས།");
        }
        ReviewSheet::Made(count, lang, path) => {
            return format!("“{path}” ནང་ཞུ་དག་དགོས་པའི་{}་ཡི་གེ་ {count} ཡོད།", language(lang));
        }
        ReviewSheet::NothingToCheck(lang) => {
            return format!("གང་ཡང་མ་བྲིས། {}་ཟིན་བྲིས་སམ་རྙིང་པར་གྱུར་པའི་ཡི་གེ་མི་འདུག ཡི་གེ་ཚང་མ་དགོས་ན་ --all སྣོན།", language(lang));
        }
        ReviewSheet::NoExhibition(path) => {
            return format!(
                "“{path}” ལ་ exhibition.json མེད་པས་ཞུ་དག་བྱ་རྒྱུའི་ཡི་གེ་མེད། སྔོན་ལ་ “vitrine pack” ཡིས་ཉར་ནས་དེ་བེད་སྤྱོད་བྱོས།"
            );
        }
        ReviewSheet::Exists(path) => {
            return format!("“{path}” སྔོན་ནས་ཡོད། དེའི་ནང་ཀློག་མཁན་གྱི་ལན་ཡོད་སྲིད། མིང་གཞན་ཞིག་འདེམས། ཚབ་བྱེད་འདོད་ན་ --force སྣོན།");
        }
        ReviewSheet::NotAWorkbook(path) => {
            return format!(
                "“{path}” ནང་ལན་མི་འདུག Excel ཡི་ཡིག་ཆའམ་ཞུ་དག་ཤོག་ངོས་ཀྱིས་ཉར་བའི་ཡིག་ཆ་མིན། བཟོས་པའི་བྱ་རིམ་ནང་ཁ་ཕྱེ་ནས་གསང་གྲངས་མེད་པར་ .xlsx རྣམ་པར་ཉར།"
            );
        }
        ReviewSheet::Damaged(path) => {
            return format!(
                "“{path}” སྐྱོན་ཤོར་བའམ་མ་ཚང་བ་ཡིན། ཡང་བསྐྱར་སྐུར་དུ་ཆུག ཡང་ན་རེའུ་མིག་བྱ་རིམ་ནང་ཁ་ཕྱེ་ནས་ .xlsx རྣམ་པར་གསར་དུ་ཉར།"
            );
        }
        ReviewSheet::TooLarge(path) => {
            return format!(
                "“{path}” ནི་ཞུ་དག་རེའུ་མིག་ལས་ཧ་ཅང་ཆེ་བས་མ་བཀླགས། ཞུ་དག་རེའུ་མིག་རང་ངམ་ “ལན་ཉར་བ།” ཡིས་བཟོས་པའི་ཡིག་ཆ་སྐུར་དུ་ཆུག"
            );
        }
        ReviewSheet::NoAnswers(path) => {
            return format!("“{path}” ནི་ཤོག་ངོས་རང་ཡིན་པས་ལན་མི་འདུག ཀློག་མཁན་ལ་ “ལན་ཉར་བ།” ཡིས་བཟོས་པའི་ཡིག་ཆ་སྐུར་དུ་ཆུག");
        }
        ReviewSheet::NotAReview(path) => {
            return format!(
                "“{path}” ནང་ཞུ་དག་རེའུ་མིག་མི་འདུག ལེགས་བཅོས་ཡི་གེའམ་མོས་མཐུན་གྱི་སྒྲིག་དང་ངོས་འཛིན་རྟགས་ཀྱི་སྒྲིག་དགོས། ཁྱེད་ཀྱིས་བསྐུར་བའི་རེའུ་མིག་སྐུར་དུ་ཆུག"
            );
        }
        ReviewSheet::Newer(path) => {
            return format!("“{path}” ནི་བྱ་རིམ་འདིའི་པར་གཞི་གསར་པས་བཟོས་པ་ཡིན། པར་གཞི་དེས་ཀློག་རོགས།");
        }
        ReviewSheet::TooMany => "ཡི་གེ་མང་དྲགས་པས་རེའུ་མིག་གཅིག་ནང་མི་ཤོང་། ཡང་ན་དྲན་ཤེས་མི་འདང་།",
        ReviewSheet::OtherVersion => "རེའུ་མིག་འདི་བཟོས་རྗེས་འགྲེམས་སྟོན་ལ་འགྱུར་བ་བྱུང་འདུག འགྱུར་བ་མེད་པའི་ཡི་གེའི་ལན་ཁོ་ན་ལེན།",
        ReviewSheet::Row(line, place, what) => return format!("ཐིག་ {line}: {place} {what}"),
        ReviewSheet::RowAlone(line, what) => return format!("ཐིག་ {line}: {what}"),
        ReviewSheet::WillBeChecked => "མོས་མཐུན།",
        ReviewSheet::WillChange("", new) => return format!("གསར་པ། “{new}”"),
        ReviewSheet::WillChange(was, new) => return format!("“{was}” ནས་ “{new}” ལ་བཅོས།"),
        ReviewSheet::ReplacesCheck(reader, when) => {
            return format!("འདིས་ཞིབ་བཤེར་ཟིན་པའི་ཡི་གེའི་ཚབ་བྱེད། {}", by(reader, when));
        }
        ReviewSheet::SourceChanged => "མ་བླངས། མ་ཡིག་ལ་བར་སྐབས་འགྱུར་བ་བྱུང་འདུག རེའུ་མིག་གསར་པ་ཞིག་སྐུར།",
        ReviewSheet::TextChanged => "མ་བླངས། ཡི་གེ་ལ་བར་སྐབས་འགྱུར་བ་བྱུང་འདུག རེའུ་མིག་གསར་པ་ཞིག་སྐུར།",
        ReviewSheet::Wanted(text) => return format!("ཀློག་མཁན་གྱིས་བྲིས་པ། “{text}”"),
        ReviewSheet::Remark(text) => return format!("མཆན། “{text}”"),
        ReviewSheet::NoId => "མི་ལེན། ངོས་འཛིན་རྟགས་བོར་འདུག ཡི་གེ་གང་ཡིན་མི་ཤེས། ལན་དེ་རེའུ་མིག་གསར་པའི་ནང་བྲིས།",
        ReviewSheet::UnknownId(id) => {
            return format!(
                "མི་ལེན། འགྲེམས་སྟོན་འདིའི་ནང་ངོས་འཛིན་རྟགས་ “{id}” ཡོད་པའི་ཡི་གེ་མི་འདུག ཕྱིར་བསུབས་པའམ་འགྲེམས་སྟོན་གཞན་གྱི་རེའུ་མིག་ཡིན་སྲིད།"
            );
        }
        ReviewSheet::Twice => "མི་ལེན། ཡི་གེ་གཅིག་ལ་ལན་མི་འདྲ་བ་འགའ་འདུག གཅིག་ཁོ་ན་ཞོག",
        ReviewSheet::Unbound => "མི་ལེན། བཀླགས་པའི་ཡི་གེ་སྟོན་པའི་སྒྲིག་བོར་འདུག ལན་དེ་རེའུ་མིག་གསར་པའི་ནང་བྲིས།",
        ReviewSheet::NotAText => "མི་ལེན། ལེགས་བཅོས་ཡི་གེ་ཟླ་ཚེས་སམ་གྲངས་ཀར་གྱུར་འདུག ས་མིག་ཡི་གེའི་རྣམ་པར་བཅོས་ནས་ཡང་བསྐྱར་བྲིས།",
        ReviewSheet::NotAChoice("") => "མི་ལེན། མོས་མཐུན་གྱི་སྒྲིག་ནང་ “མོས་མཐུན།” མ་གཏོགས་བྲིས་མི་ཆོག",
        ReviewSheet::NotAChoice(word) => return format!("མི་ལེན། མོས་མཐུན་གྱི་སྒྲིག་ནང་གི་ “{word}” ནི་ “མོས་མཐུན།” མིན།"),
        ReviewSheet::NothingThere => "མི་ལེན། མོས་མཐུན་བྱ་རྒྱུའི་ཡི་གེ་མེད།",
        ReviewSheet::DraftEdited => "མི་ལེན། ཟིན་བྲིས་རང་བཅོས་འདུག བྲིས་པ་དེ་ “ལེགས་བཅོས་ཡི་གེ” ཡི་སྒྲིག་ནང་སྤོས།",
        ReviewSheet::TooLong(most) => return format!("མི་ལེན། ལེགས་བཅོས་ཡི་གེ་ཡིག་འབྲུ་ {most} ལས་རིང་།"),
        ReviewSheet::Tally([agreed, changed, already, meanwhile, refused, untouched]) => {
            return format!(
                "མོས་མཐུན་ {agreed} བཅོས་པ་ {changed} སྔོན་ནས་ཞིབ་བཤེར་ཟིན་པ་ {already} བར་སྐབས་འགྱུར་ནས་མ་བླངས་པ་ {meanwhile} མི་ལེན་པ་ {refused} ལན་མེད་པ་ {untouched}"
            );
        }
        ReviewSheet::HowToApply("") => {
            "གང་ཡང་མ་བྲིས། ཀློག་མཁན་གྱི་མཚན་ཡང་མི་འདུག མཚན་ --by ཡིས་སྣོན། འགྲེམས་སྟོན་ནང་འབྲི་བར་ --apply སྣོན། ཡང་ན་ --out དང་མིང་བྲིས་ནས་གནས་གཞན་དུ་ཉར།"
        }
        ReviewSheet::HowToApply(reader) => {
            return format!(
                "གང་ཡང་མ་བྲིས། འགྲེམས་སྟོན་ནང་འབྲི་བར་ --apply སྣོན། ཀློག་མཁན། {reader} ཡང་ན་ --out དང་མིང་བྲིས་ནས་གནས་གཞན་དུ་ཉར།"
            );
        }
        ReviewSheet::NothingToApply => "བཅོས་རྒྱུ་མི་འདུག གང་ཡང་མ་བྲིས།",
        ReviewSheet::BuiltIn => "ནང་དུ་བཅངས་པའི་འགྲེམས་སྟོན་རང་མི་འགྱུར། ལན་ཡོད་པའི་འདྲ་བཤུས་ཉར་བར་ --out དང་མིང་བྲིས།",
        ReviewSheet::Applied(path, reader, when) => {
            return format!("ལན་རྣམས་ “{path}” ནང་བྲིས་ཟིན། ཞིབ་བཤེར་བྱས་ཟིན། {}", by(reader, when));
        }
        ReviewSheet::NotApplied => "གང་ཡང་མ་བྲིས། ལན་དང་འགྲེམས་སྟོན་མི་མཐུན། “vitrine check” ཡིས་ཞིབ་བཤེར་བྱས་ནས་བཅོས།",
    };
    fixed.to_owned()
}

fn by(reader: &str, when: Option<crate::model::Date>) -> String {
    let when = when.map(|when| date(Lang::Bo, when));
    let parts: Vec<&str> =
        [Some(reader), when.as_deref()].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
