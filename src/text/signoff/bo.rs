//! Tibetan: the sign-off book. A draft until a native reader has checked it.

use super::{Signoff, SignoffPart, Standing};
use crate::model::{Date, Lang};
use crate::state::Attraction;
use crate::text::date;

/// The words in Tibetan.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn bo(words: Signoff<'_>) -> String {
    let fixed = match words {
        Signoff::Heading => "ཞིབ་བཤེར་མོས་མཐུན་དེབ།",
        Signoff::InLanguage(lang) => return format!("ལྟ་མཁན་གྱིས་{}་ནང་མཐོང་བའི་བརྙན་ངོས་ཚང་མ།", language(lang)),
        Signoff::Fingerprint => "པར་གཞི་འདིའི་མཛུབ་རྗེས།",
        Signoff::FingerprintIs => {
            "འདིས་སྐད་ཡིག་ཚང་མའི་ཡི་གེ་དང་། གྲངས་ཀ གོ་རིམ། པར་རིས་ཚང་མ་མཚོན། དེ་དག་གང་རུང་ཞིག་བསྒྱུར་ན་མཛུབ་རྗེས་གཞན་ཞིག་ཏུ་འགྱུར། འགྲེམས་སྟོན་ཞིག་མིང་རྟགས་བཀོད་པ་དེ་ཡིན་མིན་ཤེས་འདོད་ན། “vitrine fingerprint” ཡིས་སྟོན་པའི་ཡི་གེ་དང་བསྡུར།"
        }
        Signoff::NotInIt => "འདིའི་ནང་མེད་པ། སུས་ཞུ་དག་བྱས་པ་དང་། ཡིག་ཆའི་མིང་། བྱ་རིམ་དང་བརྙན་ཤེལ་རང་གི་ཡི་གེ མདོག ཆེ་ཆུང་བཅས།",
        Signoff::HowShown => {
            "བརྙན་ངོས་རྣམས་ནི་ 1920 × 1080 ཡི་འགྲེམས་སྟོན་འཕྲུལ་ཆས་ཐོག་ལྟ་སྐོར་མགོ་འཛུགས་སྐབས་ཀྱི་ཡིན། བརྙན་ངོས་ཀྱི་མར་ངོས་སུ་ཡོད་པ་རྣམས་ཡི་གེའི་ཁྲོད་དུ་ཡོད། འདེམས་པ་དང་། གསལ་སྟོན། ཆེར་གཏོང་། མདོག་བསྒྱུར་བ་ཙམ་ལ་ཤོག་ངོས་ལོགས་སུ་མེད།"
        }
        Signoff::Screens => "བརྙན་ངོས།",
        Signoff::Pages => "ཤོག་ངོས།",
        Signoff::Texts => "ཡི་གེ",
        Signoff::CheckedTexts => "ཞུ་དག་ཟིན།",
        Signoff::DraftTexts => "ཟིན་བྲིས།",
        Signoff::OutdatedTexts => "རྙིང་པར་གྱུར།",
        Signoff::MissingTexts => "མེད་པ།",
        Signoff::UnseenPictures => "སྟོན་མི་ཐུབ་པའི་པར་རིས།",
        Signoff::Program => "བྱ་རིམ།",
        Signoff::Day => "ཚེས་གྲངས།",
        Signoff::Signatures => "གོང་གི་མཛུབ་རྗེས་ལ་གཞིགས་ནས་བལྟས་ཤིང་མོས་མཐུན་བྱས།",
        Signoff::Name => "མཚན་དང་ལས་གནས།",
        Signoff::Signature => "མཚན་རྟགས།",
        Signoff::Contents => "བརྙན་ངོས་ཀྱི་དཀར་ཆག",
        Signoff::Part(part) => match part {
            SignoffPart::Views => "མཐོང་ཚུལ།",
            SignoffPart::Provinces => "ཞིང་ཆེན།",
            SignoffPart::Pictures => "པར་རིས།",
            SignoffPart::Sheets => "ཁུངས་ཀྱི་ཤོག་ངོས།",
            SignoffPart::Talk => "འགྲེལ་བཤད།",
            SignoffPart::Kiosk => "འགྲེམས་སྟོན་འཕྲུལ་ཆས།",
            SignoffPart::Elsewhere => "བརྙན་ངོས་གང་ལའང་མི་མངོན་པའི་ཡི་གེ",
        },
        Signoff::Agreed => "བལྟས་ཤིང་མོས་མཐུན།",
        Signoff::Remarks => "མཆན།",
        Signoff::Continued(name) => return format!("{} (མུ་མཐུད།)", name.trim_end_matches('།')),
        Signoff::Page(page, of) => return format!("ཤོག་ངོས་ {of} ནས་ {page}"),
        Signoff::Standing(standing) => return self::standing(standing),
        Signoff::Open(open) => {
            let [drafts, outdated, missing] = open;
            let said = [(drafts, "ཟིན་བྲིས་"), (outdated, "རྙིང་པ་"), (missing, "མེད་པ་")];
            let said = said.into_iter().filter(|(count, _)| *count > 0);
            let said: Vec<String> = said.map(|(n, word)| format!("{word} {n}")).collect();
            return said.join("། ");
        }
        Signoff::NotSeen => "ལྟ་མཁན་གྱིས་པར་རིས་འདི་མི་མཐོང་།",
        Signoff::NoTexts => "བརྙན་ངོས་འདིར་རང་གི་ཡི་གེ་མེད།",
        Signoff::Figure => "གྲངས་ཀ",
        Signoff::Source => "ཁུངས།",
        Signoff::Search => "འཚོལ་བ།",
        Signoff::Closing => "འགྲེལ་བཤད་མཇུག",
        Signoff::Attract(kind) => match kind {
            Attraction::Picture => "མི་མེད་སྐབས། པར་རིས།",
            Attraction::Chart => "མི་མེད་སྐབས། མི་སྣ།",
            Attraction::Pairings => "མི་མེད་སྐབས། ཆ་སྒྲིག",
            Attraction::Milestone => "མི་མེད་སྐབས། དུས་རིམ།",
            Attraction::Province => "མི་མེད་སྐབས། ཞིང་ཆེན།",
            Attraction::Card => "མི་མེད་སྐབས། ཡི་གེ",
            Attraction::Whole => "མི་མེད་སྐབས། འགྲེམས་སྟོན་ཡོངས།",
            Attraction::Title => "མི་མེད་སྐབས། མགོ་བྱང་།",
        },
        Signoff::Warning => "མགོ་ལ་ལོག་པའི་སྔོན།",
        Signoff::Closed => "སྒོ་ཕྱེ་བའི་དུས་ཚོད་ཕྱི།",
        Signoff::ProgramWords => "བྱ་རིམ་གྱི་ཡི་གེ",
        Signoff::TooMany(most) => {
            return format!("འགྲེམས་སྟོན་ལ་བརྙན་ངོས་ {most} ལས་མང་བས་དེབ་གཅིག་ཏུ་མི་ཤོང་། ཆ་ཤས་སུ་བགོས་ནས་རེ་རེར་དེབ་བྲིས།");
        }
        Signoff::BoundTo(print) => return format!("དེབ་འདི་མཛུབ་རྗེས་འདི་ལ་བརྟེན། {print}"),
    };
    fixed.to_owned()
}

fn standing(standing: Standing<'_>) -> String {
    match standing {
        Standing::Missing => "མེད་པ།".to_owned(),
        Standing::MissingShownIn(lang) => format!("མེད་པ། ལྟ་མཁན་གྱིས་{}་ཡི་གེ་མཐོང་།", language(lang)),
        Standing::Draft => "ཟིན་བྲིས།".to_owned(),
        Standing::Checked(reader, when) => format!("ཞུ་དག་ཟིན།{}", by(reader, when)),
        Standing::Outdated(reader, when) => format!("རྙིང་པར་གྱུར། ཞུ་དག་བྱས་རྗེས་བསྒྱུར་འདུག{}", by(reader, when)),
        Standing::OfTheProgram(true) => "བྱ་རིམ་གྱི་ཡི་གེ ཞུ་དག་ཟིན།".to_owned(),
        Standing::OfTheProgram(false) => "བྱ་རིམ་གྱི་ཡི་གེ ཟིན་བྲིས།".to_owned(),
    }
}

fn by(reader: &str, when: Option<Date>) -> String {
    let when = when.map(|when| date(Lang::Bo, when)).unwrap_or_default();
    match (reader, when.as_str()) {
        ("", "") => String::new(),
        (only, "") | ("", only) => format!(" ({only})"),
        (reader, when) => format!(" ({reader} {when})"),
    }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "དབྱིན་ཡིག",
        Lang::Zh => "རྒྱ་ཡིག",
        Lang::Bo => "བོད་ཡིག",
    }
}
