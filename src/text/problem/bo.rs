//! Problems in Tibetan. A draft until a native reader has checked it.

use super::super::{number, passed_over};
use crate::model::{Found, Lang, Left, Mistake, SeenSize, Slip, Trouble, Unreadable, ValueKind, Why};

pub fn unreadable(why: &Unreadable) -> String {
    match why {
        Unreadable::NotJson(mistake) => not_json(mistake),
        Unreadable::NotAnExhibition => {
            "exhibition.json ནི་འགྲེམས་སྟོན་མིན། དེ་ནི་ { … } ཡིན་དགོས་ལ་ནང་དུ་ \"format\": 1 འབྲི་དགོས། འབྲི་ཆོག་པ་ཚང་མ་ `vitrine schema` ཡིས་སྟོན།".to_owned()
        }
        Unreadable::OtherFormat { found } => {
            format!("exhibition.json གི་ format ནི་ {found} ཡིན། མཉེན་ཆས་འདིས་ format 1 ཀློག \"format\": 1 བྲིས། ཡང་ན་དེ་དང་མཐུན་པའི་མཉེན་ཆས་བེད་སྤྱོད་བྱོས།")
        }
    }
}

fn not_json(mistake: &Mistake) -> String {
    let line = mistake.line;
    let whole = match &mistake.slip {
        Slip::Empty => "exhibition.json སྟོང་པ་ཡིན། བསྐྱར་དུ་འདྲ་བཤུས་བྱོས།".to_owned(),
        Slip::CutOff => format!("exhibition.json ཡིག་ཕྲེང་ {line} པར་བཅད་འདུག་པས་ཆ་མི་ཚང་། བསྐྱར་དུ་འདྲ་བཤུས་བྱོས།"),
        slip => format!("exhibition.json ཡིག་ཕྲེང་ {line} ། {}", slip_words(slip)),
    };
    match &mistake.correct {
        Some(correct) => format!("{whole} འདི་ལྟར་བྲིས། {correct}"),
        None => whole,
    }
}

fn slip_words(slip: &Slip) -> String {
    match slip {
        Slip::Empty | Slip::CutOff => String::new(),
        Slip::Unclosed { open, opened } => {
            format!("ཡིག་ཕྲེང་ {opened} པའི་ {open} ཁ་བརྒྱབ་མེད། མཇུག་ཏུ་ {} བྲིས།", closing(*open))
        }
        Slip::WrongBracket { open, opened } => {
            format!("ཡིག་ཕྲེང་ {opened} པའི་ {open} འདིའི་སྔོན་དུ་ཁ་བརྒྱབ་མེད། {} ཞིག་ཆད་འདུག", closing(*open))
        }
        Slip::AfterTheEnd => "འདིའི་སྔོན་དུ་འགྲེམས་སྟོན་རྫོགས་ཟིན། གུག་རྟགས་ཤིག་སྔ་དྲགས་ནས་བརྒྱབ་པའམ་ཡིག་ཆ་གཉིས་གཅིག་ཏུ་བསྡེབས་འདུག".to_owned(),
        Slip::MissingComma { at_end: true } => "ཡིག་ཕྲེང་འདིའི་མཇུག་ཏུ་ , ཆད་འདུག".to_owned(),
        Slip::MissingComma { at_end: false } => ", ཞིག་ཆད་འདུག".to_owned(),
        Slip::TrailingComma => "མཐའ་མའི་རྣམ་གྲངས་ཀྱི་རྗེས་ཀྱི་ , དོར། དེའི་རྗེས་སུ་ཅི་ཡང་མེད།".to_owned(),
        Slip::LoneComma => ", གཅིག་མང་དྲགས་འདུག".to_owned(),
        Slip::MissingColon { key } => format!("“{key}” ཡི་རྗེས་སུ་ : ཆད་འདུག"),
        Slip::MissingValue { key } => format!("“{key}” ལ་ནང་དོན་མེད། : ཡི་རྗེས་སུ་བྲིས། ཡང་ན་མིང་དེ་དོར།"),
        Slip::CurlyQuote(quote) => format!("{quote} ནི་པར་སྒྲིག་གི་འདྲེན་རྟགས་ཡིན། འདིར་ \" དགོས།"),
        Slip::SingleQuote => "' ཡི་ཚབ་ཏུ་ \" དགོས།".to_owned(),
        Slip::FullWidth { written, instead } => format!("{written} ནི་རྒྱ་ཡིག་གི་རྟགས་ཡིན། འདིར་ {instead} དགོས།"),
        Slip::Comment => "འདིར་ // དང་ /* */ དང་ # ཡི་མཆན་འབྲི་མི་ཆོག དོར་རོགས།".to_owned(),
        Slip::UnquotedKey(key) => format!("མིང་ “{key}” འདྲེན་རྟགས་ \" ནང་བྲིས།"),
        Slip::Word { word, instead: Some(instead) } => format!("{word} ཡི་ཚབ་ཏུ་ {instead} བྲིས།"),
        Slip::Number { written, instead: Some(instead) } => format!("{written} ཡི་ཚབ་ཏུ་ {instead} བྲིས།"),
        Slip::Word { word, instead: None } => format!("“{word}” ནི་ཡི་གེ་ཡིན། འདྲེན་རྟགས་ \" ནང་བྲིས།"),
        Slip::Number { written, instead: None } => format!("{written} ནི་གྲངས་ཀ་མིན། གྲངས་ཀ་ཁོ་ན་བྲིས།"),
        Slip::Backslash => "\\ གཅིག་པུར་འདིར་དོན་གཞན་ཡོད། ཡིག་ཆའི་མིང་ནང་ / དང་ཡི་གེ་གཞན་ནང་ \\\\ བྲིས།".to_owned(),
        Slip::OpenText { .. } => "ཡི་གེ་འདིའི་མཇུག་གི་ \" ཆད་འདུག ཡང་ན་ཡི་གེའི་ནང་ཕྲེང་གསར་ཡོད། དེ་ \\n ལ་བྲིས།".to_owned(),
        Slip::QuoteInside => "ཡི་གེའི་ནང་གི་ \" ཡིས་ཡི་གེ་རྫོགས་སུ་འཇུག \\\" ཡང་ན་ “ ” བྲིས།".to_owned(),
        Slip::Control('\t') => "ཡི་གེའི་ནང་ tab འདུག བར་སྟོང་བྲིས།".to_owned(),
        Slip::Control(_) => "ཡི་གེའི་ནང་མི་མཐོང་བའི་ཡིག་རྟགས་འདུག དོར་རོགས།".to_owned(),
        Slip::Invisible(c) => format!("འདིར་མི་མཐོང་བའི་ཡིག་རྟགས་འདུག (U+{:04X}) དོར་རོགས།", u32::from(*c)),
        Slip::TooDeep => "གུག་རྟགས་ཀྱི་ནང་གུག་རྟགས་སྟོང་ཕྲག་མང་པོ་འདུག འདི་མིས་བྲིས་པ་མིན།".to_owned(),
        Slip::Strange(c) => format!("“{c}” འདིར་མི་འོས།"),
    }
}

fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "དབྱིན་ཡིག",
        Lang::Zh => "རྒྱ་ཡིག",
        Lang::Bo => "བོད་ཡིག",
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each case")]
#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unreadable { why, .. } => because(why),
        Trouble::UnknownField { name, meant: Some(meant) } => {
            format!("“{name}” ཞེས་པ་མེད། “{meant}” ཡིན་ནམ། དེའི་ནང་དོན་མི་སྟོན།")
        }
        Trouble::UnknownField { name, meant: None } => format!("“{name}” ཞེས་པ་མེད། རང་སོར་ཉར་ཡང་མི་སྟོན།"),
        Trouble::DoubledField { key } => format!("གུག་རྟགས་གཅིག་གི་ནང་ “{key}” ཐེངས་གཉིས་འདུག མཐའ་མ་ཁོ་ན་རྩི།"),
        Trouble::NoPictures => "འགྲེམས་སྟོན་ནང་པར་མེད།".to_owned(),
        Trouble::LongText { found, limit } => format!("ཡི་གེ་ལ་ཡིག་རྟགས་ {found} ཡོད། {limit} ཁོ་ན་སྟོན།"),
        Trouble::Backslashes { .. } => "ཡིག་ཆའི་མིང་ \\ ཡིས་བྲིས་འདུག".to_owned(),
        Trouble::LongAddress => "དྲ་གནས་རིང་དྲགས་པས་ཁ་པར་གྱིས་ཀློག་པའི་རྟགས་སུ་མི་ཤོང་།".to_owned(),
        Trouble::OutOfOrder { after, own } => format!("{own} ནི་ {after} ཡི་རྗེས་སུ་འདུག"),
        Trouble::NoBatch { number } => format!("ཐེངས་ {number} པ་མེད། དེས་ན་དེ་ཚུད་པའི་བསྡོམས་གྲངས་མི་སྟོན།"),
        Trouble::TooMany { found, taken } => format!("རྣམ་གྲངས་ {found} ཡོད། འགོའི་ {taken} ཁོ་ན་བླངས།"),
        Trouble::DuplicateId { id } => format!("id “{id}” ཐེངས་གཉིས་བཀོལ་འདུག"),
        Trouble::DanglingId { id } => format!("id “{id}” ཅན་ཅི་ཡང་མེད།"),
        Trouble::DanglingBatch { number } => format!("“batches” ནང་ཐེངས་ {number} པ་མེད།"),
        Trouble::DanglingYear { year } => format!("“pairing_stops” ནང་ལོ་ {year} མེད།"),
        Trouble::UnreadablePicture { file, .. } => format!("“{file}” སྟོན་མི་ཐུབ།"),
        Trouble::MissingFile { file } => format!("ཡིག་ཆ་ “{file}” ཐུམ་བུའི་ནང་མེད།"),
        Trouble::EscapingName { file } => format!("ཡིག་ཆའི་མིང་ “{file}” ཐུམ་བུའི་ཕྱི་རོལ་དུ་འཁྲིད།"),
        Trouble::MissingWords { lang } => format!("{}་གི་ཡི་གེ་མེད།", language(*lang)),
        Trouble::UnknownLanguage { code } => format!("“{code}” ནི་འགྲེམས་སྟོན་གྱི་སྐད་ཡིག་མིན།"),
        Trouble::NoSource => "ཁུངས་བཀོད་མེད།".to_owned(),
        Trouble::LongCaption { lang, found, limit } => {
            let unit = match lang {
                Lang::En => "ཚིག",
                Lang::Zh => "ཡིག་འབྲུ",
                Lang::Bo => "ཚེག་བར",
            };
            format!("{}་གི་གསལ་བཤད་ལ་{unit}་ {found} ཡོད། ལྟ་མཁན་གྱིས་ {limit} ཀློག་གི་ཡོད།", language(*lang))
        }
        Trouble::NoGlyph { character } => {
            format!("ནང་སྒྲིག་ཡིག་གཟུགས་གང་དུའང་ཡིག་རྟགས་ “{character}” (U+{:04X}) མེད།", u32::from(*character))
        }
        Trouble::Unreviewed { lang, count } => {
            format!("{}་གི་ཡི་གེ་ {count} ཟིན་བྲིས་ཡིན། མ་སྐད་ཀྱི་ཀློག་པ་པོས་ཞིབ་བཤེར་བྱས་མེད།", language(*lang))
        }
        Trouble::Outdated { lang, count: 1 } => {
            format!("{}་གི་ཡི་གེ་འདིའི་ཞིབ་བཤེར་རྙིང་པར་གྱུར། ཞིབ་བཤེར་བྱས་རྗེས་ཡི་གེའམ་དེའི་མ་ཡིག་བསྒྱུར་བཅོས་བྱས་འདུག", language(*lang))
        }
        Trouble::Outdated { lang, count } => {
            format!("{}་གི་ཡི་གེ་གཞན་ {count} ལ་ཞིབ་བཤེར་བྱས་རྗེས་ཡི་གེའམ་དེའི་མ་ཡིག་བསྒྱུར་བཅོས་བྱས་འདུག", language(*lang))
        }
        Trouble::OtherTerm { lang, term, wanted } => {
            format!("མ་ཡིག་ཏུ་“{term}”ཡོད། འོན་ཀྱང་{}་གི་ཡི་གེར་ཐ་སྙད་རེའུ་མིག་གི་“{wanted}”མེད།", language(*lang))
        }
        Trouble::OtherTerms { count } => format!("ཡི་གེ་གཞན་ {count} ཡི་ཐ་སྙད་རེའུ་མིག་དང་མི་མཐུན།"),
        Trouble::OddReview { why, .. } => because(why),
        Trouble::Reversed => "མཇུག་གི་དུས་འགོའི་དུས་ལས་སྔ།".to_owned(),
        Trouble::PassedOver { what, count } => passed_over::trouble(Lang::Bo, *what, *count),
        Trouble::NoScale => "བསྒྱུར་གྲངས་ཀླད་ཀོར་ལས་ཆེ་དགོས། སྐད་ཡིག་གཞན་གྱི་ཚད་གཞི་བཀོལ་ཡོད།".to_owned(),
        Trouble::CameraPreview { file, size: [width, height] } => {
            format!("“{file}” ནི་པར་ཆས་ཀྱི་ RAW ཡིག་ཆ་ཡིན། པར་ཆས་རང་གི་སྔོན་ལྟའི་པར་སྟོན་གྱི་ཡོད། {width} × {height}")
        }
        Trouble::SmallPicture { found, wanted } => {
            let [found, wanted] = [found, wanted].map(|pixels| number(f64::from(*pixels)));
            format!("པར་འདི་ཡོལ་བ་ཆེན་པོར་ཆུང་དྲགས། ངོས་རིང་བར་པིག་སེལ་ {found} ཡོད། {wanted} དགོས།")
        }
        Trouble::LongTitle { lang, at, lines, most } => {
            let size = match at {
                SeenSize::Kiosk => "རེག་ཡོལ་གྱི་ཆེ་ཆུང་།",
                SeenSize::LargeText => "ཡི་གེ་ཆེ་བ།",
                SeenSize::Wall => "ཡོལ་བ་ཆེན་པོའི་ཆེ་ཆུང་།",
            };
            format!("{}་གི་ཁ་བྱང་མི་ཤོང་། {size} ཐིག་ཕྲེང་ {lines} མང་མཐར་ {most}", language(*lang))
        }
        Trouble::CutCaption { lang, upright } => {
            let on = if *upright { "གཞུང་ཡོལ་" } else { "ཡོལ་བ་ཆེན་པོ་" };
            format!("{}་གི་གསལ་བཤད་{on}སྟེང་མི་ཤོང་། མཇུག་གི་ཚིག་གྲུབ་མི་མངོན།", language(*lang))
        }
        Trouble::SecondLead => "བརྗོད་གཞི་འདིར་པར་གཙོ་བོ་གཞན་ཞིག་ཡོད།".to_owned(),
        Trouble::SameFile { file } => format!("པར་གཉིས་ཀྱིས་ཡིག་ཆ་ “{file}” གཅིག་པ་བཀོལ་འདུག"),
        Trouble::DoubledReference { id } => format!("“{id}” ཐེངས་གཉིས་བཀོད་འདུག"),
    }
}

fn because(why: &Why) -> String {
    match why {
        Why::Expected { kind, found } => expected(*kind, found),
        Why::OneOf { word, words, meant } => {
            let all = words.join(" ");
            match meant {
                Some(meant) => format!("“{word}” ནི་འདི་དག་གི་ནང་མེད། ({all}) “{meant}” ཡིན་ནམ།"),
                None => format!("“{word}” ནི་འདི་དག་གི་ནང་མེད། ({all})"),
            }
        }
        Why::Missing { field } => format!("“{field}” ཆད་འདུག"),
        Why::Misspelt { name, meant } => format!("“{name}” ཞེས་པ་མེད། “{meant}” ཡིན་ནམ།"),
        Why::Length { found, wanted } => format!("[ ] ནང་གྲངས་ཀ་ {wanted} དགོས། ད་ལྟ་ {found} འདུག"),
        Why::Negative => "འདིར་ཀླད་ཀོར་ལས་ཉུང་བའི་གྲངས་ཀ་འབྲི་མི་ཆོག".to_owned(),
        Why::TooLarge => "གྲངས་ཀ་འདི་སྟོན་ཐུབ་པའི་ཚད་ལས་ཆེ།".to_owned(),
        Why::Outside { least, most: u32::MAX } => format!("{least} ལས་མི་ཉུང་བའི་གྲངས་ཀ་དགོས།"),
        Why::Outside { least, most } => format!("{least} ནས་ {most} བར་གྱི་གྲངས་ཀ་དགོས།"),
        Why::NotADate { text } => format!("“{text}” ནི་འདིའི་ཟླ་ཚེས་ཀྱི་འབྲི་ལུགས་མིན། 2024 དང་ 2024-08 དང་ 2024-08-26 ལྟར་བྲིས།"),
        Why::NoSuchDay { text } => format!("{text} ཞེས་པའི་ཉིན་མོ་མེད།"),
        Why::NotAFingerprint { text } => {
            format!("“{text}” ནི་ཡི་གེའི་ངོས་འཛིན་ཨང་རྟགས་མིན། 0 ནས་ 9 དང་ a ནས་ f བར་གྱི་ཡིག་རྟགས་ 16 དགོས།")
        }
        Why::NoValue => "བསྒྲགས་པའི་གྲངས་ཀར་ “value” དགོས།".to_owned(),
        Why::NeedlessValue => "“state” ནི་ “reported” ཡིན་པ་ཁོ་ནར་ “value” ཡོད།".to_owned(),
        Why::NoTerms => "བརྩིས་པའི་གྲངས་ཀར་ “terms” དགོས།".to_owned(),
        Why::NegativeSum => "“terms” བསྡོམས་ན་ཀླད་ཀོར་ལས་ཉུང་།".to_owned(),
        Why::HalfCharacter => "འདིར་ཡིག་རྟགས་ཕྱེད་ཀ་ཞིག་འདུག (\\ud800 ལྟ་བུ)".to_owned(),
        Why::TooDeep => "གུག་རྟགས་ཀྱི་ནང་གུག་རྟགས་བརྒྱ་ལས་མང་བ་འདུག".to_owned(),
        Why::TooMuch => "རྣམ་གྲངས་གཅིག་གི་ཚད་ལས་ཆེ་དྲགས་འདུག".to_owned(),
        Why::Unclear => "མཉེན་ཆས་འདིས་ཀློག་པའི་འབྲི་ལུགས་མིན།".to_owned(),
    }
}

fn expected(kind: ValueKind, found: &Found) -> String {
    let what = match kind {
        ValueKind::Number => "གྲངས་ཀ་དགོས།",
        ValueKind::Whole => "གྲངས་ཀ་ཧྲིལ་པོ་དགོས།",
        ValueKind::Text => "འདྲེན་རྟགས་ནང་གི་ཡི་གེ་དགོས།",
        ValueKind::Words => "སྐད་ཡིག་སོ་སོའི་ཡི་གེ་དགོས། { \"bo\": … }",
        ValueKind::Date => "འདྲེན་རྟགས་ནང་གི་ཟླ་ཚེས་དགོས། \"2024-08-26\"",
        ValueKind::Flag => "འདྲེན་རྟགས་མེད་པའི་ true ཡང་ན་ false དགོས།",
        ValueKind::List => "[ ] ནང་གི་ཐོ་དགོས།",
        ValueKind::Object => "{ } ནང་གི་ནང་དོན་དགོས།",
    };
    match found {
        Found::Quoted(text) => format!("{what} “{text}” ཡི་འདྲེན་རྟགས་དོར།"),
        Found::Text(text) => format!("{what} “{text}” ནི་ཡི་གེ་ཡིན།"),
        Found::Number(number) if kind == ValueKind::Whole => format!("{what} {number} ནི་ཧྲིལ་པོ་མིན།"),
        Found::Number(number) if kind == ValueKind::Text => format!("{what} {number} འདྲེན་རྟགས་ནང་བྲིས།"),
        Found::Number(number) => format!("{what} {number} ནི་གྲངས་ཀ་ཡིན།"),
        Found::Flag(flag) => format!("{what} ད་ལྟ་ {flag} འདུག"),
        Found::Null => format!("{what} ད་ལྟ་ null འདུག"),
        Found::List => format!("{what} ད་ལྟ་ཐོ་ཞིག་འདུག"),
        Found::Object => format!("{what} ད་ལྟ་ {{ }} འདུག"),
    }
}

#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn hint(trouble: &Trouble) -> String {
    let fixed = match trouble {
        Trouble::Unreadable { why, correct, left } => return mend(why, correct.as_deref(), *left),
        Trouble::UnknownField { meant: Some(meant), .. } => return format!("“{meant}” བྲིས།"),
        Trouble::UnknownField { meant: None, .. } => "དོར་ཡང་ཆོག བཞག་ཀྱང་ཆོག ཡོད་ཚད་ `vitrine schema` ཡིས་སྟོན།",
        Trouble::DoubledField { .. } => "གཉིས་ལས་གཅིག་དོར།",
        Trouble::NoPictures => "“photos” ནང་པར་རྣམས་ “file” དང་བཅས་ཁ་སྣོན་བྱོས།",
        Trouble::LongText { .. } => "ཐུང་དུ་ཐོངས། ཡང་ན་ཁག་ཏུ་བགོས།",
        Trouble::Backslashes { correct } => return format!("\"{correct}\" བྲིས།"),
        Trouble::LongAddress => "དྲ་གནས་ཐུང་བ་ཞིག་ཡོད་ན་དེ་བྲིས། དེའི་བར་རྟགས་ནང་ལུང་འདྲེན་ཁོ་ན་ཡོད།",
        Trouble::OutOfOrder { .. } => "སྔ་བ་སྔོན་དུ་ཞོག",
        Trouble::NoBatch { .. } => "ཁ་སྣོན་བྱོས། ཁུངས་ནང་གྲངས་མེད་ན་ \"state\": \"not_published\" བྲིས།",
        Trouble::TooMany { .. } => "འགྲེམས་སྟོན་ཁག་ཏུ་བགོས།",
        Trouble::DuplicateId { .. } => "གཉིས་ལས་གཅིག་ལ་ id གཞན་ཞིག་ཐོགས།",
        Trouble::DanglingId { .. } => "id བཟོ་བཅོས་བྱོས། ཡང་ན་དེས་སྟོན་པའི་རྣམ་གྲངས་ཁ་སྣོན་བྱོས།",
        Trouble::DanglingBatch { .. } => "ཐེངས་གྲངས་བཟོ་བཅོས་བྱོས། ཡང་ན་ཐེངས་དེ་ཁ་སྣོན་བྱོས།",
        Trouble::DanglingYear { .. } => "ལོ་བཟོ་བཅོས་བྱོས། ཡང་ན་དེར་ལོ་དེ་ཁ་སྣོན་བྱོས།",
        Trouble::UnreadablePicture { .. } => "ཀློག་ཐུབ་པའི་པར་ཞིག་དེའི་ཚབ་ཏུ་ཞོག ལྟ་མཁན་ལ་པར་འདི་མི་སྟོན།",
        Trouble::MissingFile { .. } => "ཡིག་ཆ་དེར་ཞོག ཡང་ན་མིང་བཟོ་བཅོས་བྱོས། ཡི་གེ་ཆེ་ཆུང་ལ་ཁྱད་པར་ཡོད།",
        Trouble::EscapingName { .. } => "ཡིག་ཆ་ཐུམ་བུའི་ནང་ཞོག ཐུམ་བུའི་ནང་ནས་ / བཀོལ་ཏེ་འགྲོ་ལམ་བྲིས།",
        Trouble::MissingWords { .. } => "ཡི་གེ་ཁ་སྣོན་བྱོས། དེའི་བར་སྐད་ཡིག་གཞན་གྱིས་ཚབ་བྱེད།",
        Trouble::UnknownLanguage { .. } => "en དང་ zh དང་ bo ལས་གང་རུང་བེད་སྤྱོད་བྱོས།",
        Trouble::NoSource => "“sources” ནང་ཁུངས་ཤིག་གི་ id ཁ་སྣོན་བྱོས།",
        Trouble::LongCaption { .. } => "ཐུང་དུ་ཐོངས། ཡང་ན་ཆ་ཤས་ཤིག་ཁུངས་ནང་སྤོས།",
        Trouble::NoGlyph { .. } => "ཡིག་རྟགས་གཞན་བེད་སྤྱོད་བྱོས། དེ་མིན་ལྟ་མཁན་གྱིས་སྒྲོམ་སྟོང་པ་མཐོང་།",
        Trouble::Unreviewed { .. } => "མ་སྐད་ཀྱི་ཀློག་པ་པོར་ཞིབ་བཤེར་བྱེད་དུ་ཆུགས། དེ་ནས་སྐད་ཡིག་དེ་ “reviewed” ནང་ཁ་སྣོན་བྱོས།",
        Trouble::OtherTerm { .. } | Trouble::OtherTerms { .. } => {
            "ཐ་སྙད་རེའུ་མིག་གི་མིང་བེད་སྤྱོད་བྱོས། མིང་གཞན་ཡང་འཐད་ན་ཐ་སྙད་དེའི་འབྲི་ཚུལ་གཞན་གྱི་ཁྲོད་དུ་སྣོན།"
        }
        Trouble::Outdated { .. } => "ཡང་བསྐྱར་ཀློག་ཏུ་ཆུགས། དེ་ནས་ཞིབ་བཤེར་བྱས་ཟིན་པའི་རྟགས་རྒྱོབ།",
        Trouble::OddReview { why, correct } => {
            return format!("{} དེའི་བར་ཞིབ་བཤེར་འདི་མི་རྩི།", fix(why, correct.as_deref()));
        }
        Trouble::Reversed => "གཉིས་པོ་བརྗེ་རེས་བྱོས།",
        Trouble::PassedOver { what, .. } => passed_over::hint(Lang::Bo, *what),
        Trouble::CameraPreview { .. } => "དགོས་ན་པར་བཟོ་བའི་མཉེན་ཆས་ནང་ JPEG ལ་ཉར།",
        Trouble::SmallPicture { .. } => "དེ་ལས་ཆེ་བའི་པར་ཞིག་ཞོག ཡོལ་བ་ཆེན་པོའི་ཐོག་པར་འདི་མི་གསལ།",
        Trouble::CutCaption { .. } => "གསལ་བཤད་དམ་ཁ་བྱང་ཐུང་དུ་ཐོངས།",
        Trouble::LongTitle { .. } => "ཐུང་དུ་ཐོངས། དེ་མིན་འོག་གི་འགྲེལ་ཚིག་ལ་ས་མི་ཤོང་།",
        Trouble::SecondLead => "བརྗོད་གཞི་རེར་པར་གཙོ་བོ་གཅིག་བཞག་རོགས། དང་པོ་ཆེན་པོར་སྟོན།",
        Trouble::SameFile { .. } => "གཉིས་ལས་གཅིག་དོར། ཡང་ན་དེ་ལ་ཡིག་ཆ་རང་ཉིད་ཀྱི་ཞིག་སྦྱོར།",
        Trouble::DoubledReference { .. } => "གཉིས་ལས་གཅིག་དོར།",
        Trouble::NoScale => "གྲངས་ཀྱི་ཚད་གཞི་གཅིག་ལ་སྐད་ཡིག་འདིའི་ཚད་གཞི་ག་ཚོད་ཡོད་པ་བྲིས། དཔེར་ན་ 10",
    };
    fixed.to_owned()
}

/// How to fix something unreadable, and what is not shown until then.
fn mend(why: &Why, correct: Option<&str>, left: Left) -> String {
    let until = match left {
        Left::Entry => "དེའི་བར་རྣམ་གྲངས་འདི་མི་སྟོན།",
        Left::Figure => "དེའི་བར་གྲངས་ཀ་དེ་མ་བསྒྲགས་པར་སྟོན་ལ་དེ་ཚུད་པའི་བསྡོམས་གྲངས་མི་སྟོན།",
        Left::Field => "དེའི་བར་མི་སྟོན།",
    };
    format!("{} {until}", fix(why, correct))
}

/// How to fix something unreadable.
fn fix(why: &Why, correct: Option<&str>) -> String {
    match (why, correct) {
        (_, Some(correct)) => format!("{correct} བྲིས།"),
        (Why::Misspelt { meant, .. }, None) => format!("“{meant}” བྲིས།"),
        (Why::Missing { field }, None) => format!("\"{field}\": … ཁ་སྣོན་བྱོས།"),
        (Why::Expected { found: Found::Null, .. }, None) => "ནང་དོན་བྲིས། ཡང་ན་དོར།".to_owned(),
        (Why::HalfCharacter | Why::TooDeep | Why::TooMuch, None) => "དོར་རོགས།".to_owned(),
        (
            Why::Negative
            | Why::NegativeSum
            | Why::TooLarge
            | Why::Outside { .. }
            | Why::Length { .. }
            | Why::NotADate { .. }
            | Why::NoSuchDay { .. },
            None,
        ) => "བཟོ་བཅོས་བྱོས།".to_owned(),
        (Why::NotAFingerprint { .. }, None) => "ཡི་གེ་སླར་ཡང་ཞིབ་བཤེར་བྱོས། ཡང་ན་དོར།".to_owned(),
        (Why::NeedlessValue, None) => "“value” དོར། ཡང་ན་ \"state\": \"reported\" བྲིས།".to_owned(),
        (Why::NoValue, None) => "ཁ་སྣོན་བྱོས། ཁུངས་ནང་མེད་ན་ \"state\": \"not_published\" བྲིས།".to_owned(),
        _ => "བཟོ་བཅོས་བྱོས། འདིར་འབྲི་ཆོག་པ་ `vitrine schema` ཡིས་སྟོན།".to_owned(),
    }
}
