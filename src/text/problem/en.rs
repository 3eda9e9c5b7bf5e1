//! Problems in English.

use super::super::{number, passed_over};
use crate::model::{Found, Lang, Left, Mistake, SeenSize, Slip, Trouble, Unreadable, ValueKind, Why};

pub fn unreadable(why: &Unreadable) -> String {
    match why {
        Unreadable::NotJson(mistake) => not_json(mistake),
        Unreadable::NotAnExhibition => {
            "exhibition.json is no exhibition: it must be { … } with \"format\": 1 in it; `vitrine schema` writes down all that it may hold.".to_owned()
        }
        Unreadable::OtherFormat { found } => {
            format!("exhibition.json has format {found}; this program reads format 1: write \"format\": 1, or use a matching version of it.")
        }
    }
}

fn not_json(mistake: &Mistake) -> String {
    let line = mistake.line;
    let whole = match &mistake.slip {
        Slip::Empty => "exhibition.json is empty: copy it again.".to_owned(),
        Slip::CutOff => format!("exhibition.json ends too early, in line {line}: it was cut off; copy it again."),
        slip => format!("exhibition.json, line {line}: {}.", slip_words(slip)),
    };
    match &mistake.correct {
        Some(correct) => format!("{whole} Write: {correct}"),
        None => whole,
    }
}

fn slip_words(slip: &Slip) -> String {
    match slip {
        Slip::Empty | Slip::CutOff => String::new(),
        Slip::Unclosed { open, opened } => {
            format!("the {open} of line {opened} is not closed: put a {} at the end", closing(*open))
        }
        Slip::WrongBracket { open, opened } => {
            format!("the {open} of line {opened} is not closed before this: a {} is missing", closing(*open))
        }
        Slip::AfterTheEnd => {
            "the exhibition has ended before this: a bracket is closed too early, or two files stand in one".to_owned()
        }
        Slip::MissingComma { at_end: true } => "a comma is missing at the end of this line".to_owned(),
        Slip::MissingComma { at_end: false } => "a comma is missing".to_owned(),
        Slip::TrailingComma => "take out the comma after the last entry: nothing follows it".to_owned(),
        Slip::LoneComma => "there is one comma too many".to_owned(),
        Slip::MissingColon { key } => format!("a colon is missing after “{key}”"),
        Slip::MissingValue { key } => {
            format!("nothing is written for “{key}”: write a value after the colon, or take the name out")
        }
        Slip::CurlyQuote(quote) => format!("{quote} is a quote of a word processor: straight quotes \" are needed"),
        Slip::SingleQuote => "double quotes \" are needed in place of single ones '".to_owned(),
        Slip::FullWidth { written, instead } => {
            format!("{written} is a character of Chinese typing: {instead} is needed")
        }
        Slip::Comment => "remarks with //, /* */ or # are not possible here: take this one out".to_owned(),
        Slip::UnquotedKey(key) => format!("put the name “{key}” in quotes \""),
        Slip::Word { word, instead: Some(instead) } => format!("write {instead} in place of {word}"),
        Slip::Word { word, instead: None } => format!("“{word}” is a text: put it in quotes \""),
        Slip::Number { written, instead: Some(instead) } => format!("write {instead} in place of {written}"),
        Slip::Number { written, instead: None } => {
            format!("{written} is no number: write digits alone, with a point before decimals")
        }
        Slip::Backslash => {
            "a single backslash \\ means something else here: write / in names of files, \\\\ in other texts".to_owned()
        }
        Slip::OpenText { .. } => {
            "the closing quote \" of this text is missing, or the text has a line break: write \\n for it".to_owned()
        }
        Slip::QuoteInside => "a quote inside a text ends it: write \\\" there, or “ ”".to_owned(),
        Slip::Control('\t') => "a tab stands in a text: write a space".to_owned(),
        Slip::Control(_) => "a character that nobody sees stands in a text: take it out".to_owned(),
        Slip::Invisible(c) => format!(
            "a character that nobody sees stands here (U+{:04X}): take it out, or type the space anew",
            u32::from(*c)
        ),
        Slip::TooDeep => "brackets stand in brackets thousands of times: this was not written by a person".to_owned(),
        Slip::Strange(c) => format!("“{c}” does not belong here"),
    }
}

fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "Chinese",
        Lang::Bo => "Tibetan",
    }
}

#[expect(clippy::too_many_lines, reason = "one line a text")]
#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unreadable { why, .. } => because(why),
        Trouble::UnknownField { name, meant: Some(meant) } => {
            format!("there is no field “{name}”: did you mean “{meant}”? What it says is not shown")
        }
        Trouble::UnknownField { name, meant: None } => format!("there is no field “{name}”: it is kept, and not shown"),
        Trouble::DoubledField { key } => {
            format!("“{key}” stands twice between the same brackets; only the last one counts")
        }
        Trouble::NoPictures => "the exhibition has no pictures".to_owned(),
        Trouble::LongText { found, limit } => format!("the text has {found} characters; {limit} are shown"),
        Trouble::Backslashes { .. } => "the name of the file is written with \\".to_owned(),
        Trouble::LongAddress => "the address is too long for a code that a telephone reads".to_owned(),
        Trouble::OutOfOrder { after, own } => format!("{own} stands behind {after}"),
        Trouble::NoBatch { number } => format!("batch {number} is missing, so no sum goes over it"),
        Trouble::TooMany { found, taken } => format!("has {found} entries; only the first {taken} were taken"),
        Trouble::DuplicateId { id } => format!("the id “{id}” is used twice"),
        Trouble::DanglingId { id } => format!("nothing has the id “{id}”"),
        Trouble::DanglingBatch { number } => format!("there is no batch {number} under “batches”"),
        Trouble::DanglingYear { year } => format!("there is no year {year} under “pairing_stops”"),
        Trouble::UnreadablePicture { file, .. } => format!("“{file}” cannot be shown"),
        Trouble::MissingFile { file } => format!("the file “{file}” is not in the pack"),
        Trouble::EscapingName { file } => format!("the file name “{file}” leads out of the pack"),
        Trouble::MissingWords { lang } => format!("has no text in {}", language(*lang)),
        Trouble::UnknownLanguage { code } => format!("“{code}” is not a language of an exhibition"),
        Trouble::NoSource => "names no source".to_owned(),
        Trouble::LongCaption { lang, found, limit } => {
            let unit = match lang {
                Lang::En => "words",
                Lang::Zh => "characters",
                Lang::Bo => "syllables",
            };
            format!("the caption in {} has {found} {unit}; visitors read {limit}", language(*lang))
        }
        Trouble::NoGlyph { character } => {
            format!("no bundled font has the character “{character}” (U+{:04X})", u32::from(*character))
        }
        Trouble::Unreviewed { lang, count: 1 } => {
            format!("one text in {} is a draft that no native reader has checked", language(*lang))
        }
        Trouble::Unreviewed { lang, count } => {
            format!("{count} texts in {} are drafts that no native reader has checked", language(*lang))
        }
        Trouble::Outdated { lang, count: 1 } => {
            format!(
                "the check of this text in {} is outdated: it was changed, or what it was translated from",
                language(*lang)
            )
        }
        Trouble::Outdated { lang, count } => {
            format!(
                "{count} more texts in {} were changed after they were checked, or what they were translated from",
                language(*lang)
            )
        }
        Trouble::OtherTerm { lang, term, wanted } => {
            format!("its source says “{term}”; the glossary’s {} for it, “{wanted}”, is not in it", language(*lang))
        }
        Trouble::OtherTerms { count } => {
            format!("{count} more texts do not call a term as the glossary does")
        }
        Trouble::OddReview { why, .. } => because(why),
        Trouble::Reversed => "ends before it begins".to_owned(),
        Trouble::PassedOver { what, count } => passed_over::trouble(Lang::En, *what, *count),
        Trouble::NoScale => "a scale must be more than zero; the unit of another language is used".to_owned(),
        Trouble::CameraPreview { file, size: [width, height] } => {
            format!("“{file}” is a camera raw file: the camera’s own preview is shown, {width} × {height} pixels")
        }
        Trouble::SmallPicture { found, wanted } => {
            let [found, wanted] = [found, wanted].map(|pixels| number(f64::from(*pixels)));
            format!("the picture is small for a wall: {found} pixels, {wanted} wanted")
        }
        Trouble::LongTitle { lang, at, lines, most } => {
            let size = match at {
                SeenSize::Kiosk => "at kiosk size",
                SeenSize::LargeText => "in large text",
                SeenSize::Wall => "at wall size",
            };
            format!("the {} title does not fit {size}: {lines} lines, not {most}", language(*lang))
        }
        Trouble::CutCaption { lang, upright } => {
            let on = if *upright { "an upright screen" } else { "a wall or a kiosk at rest" };
            format!("the {} caption does not fit {on}: its last sentences are left out", language(*lang))
        }
        Trouble::SecondLead => "another picture leads this topic already".to_owned(),
        Trouble::SameFile { file } => format!("two pictures have the file “{file}”"),
        Trouble::DoubledReference { id } => format!("“{id}” is named twice"),
    }
}

fn because(why: &Why) -> String {
    match why {
        Why::Expected { kind, found } => expected(*kind, found),
        Why::OneOf { word, words, meant } => {
            let all = words.join(", ");
            match meant {
                Some(meant) => format!("“{word}” is none of {all}: did you mean “{meant}”?"),
                None => format!("“{word}” is none of {all}"),
            }
        }
        Why::Missing { field } => format!("“{field}” is missing"),
        Why::Misspelt { name, meant } => format!("there is no field “{name}”: did you mean “{meant}”?"),
        Why::Length { found, wanted } => format!("{wanted} numbers are expected between [ ], and {found} are there"),
        Why::Negative => "a number below zero cannot stand here".to_owned(),
        Why::TooLarge => "the number is larger than any that can be shown".to_owned(),
        Why::Outside { least, most: u32::MAX } => format!("a number from {least} up is expected"),
        Why::Outside { least, most } => format!("a number between {least} and {most} is expected"),
        Why::NotADate { text } => format!("“{text}” is not written as a date here: 2024, 2024-08 or 2024-08-26"),
        Why::NoSuchDay { text } => format!("there is no such day as {text}"),
        Why::NotAFingerprint { text } => {
            format!("“{text}” is not the fingerprint of a text: 16 of the digits 0 to 9 and a to f")
        }
        Why::NoValue => "a reported figure needs its number, “value”".to_owned(),
        Why::NeedlessValue => "only a figure whose “state” is “reported” has a “value”".to_owned(),
        Why::NoTerms => "a worked-out figure needs the numbers that it is the sum of, “terms”".to_owned(),
        Why::NegativeSum => "the “terms” add up to less than zero".to_owned(),
        Why::HalfCharacter => "half a character stands here (\\ud800 or the like)".to_owned(),
        Why::TooDeep => "brackets stand in brackets more than a hundred times".to_owned(),
        Why::TooMuch => "it is far larger than an entry can be".to_owned(),
        Why::Unclear => "it is not written as this program reads it".to_owned(),
    }
}

fn expected(kind: ValueKind, found: &Found) -> String {
    let what = match kind {
        ValueKind::Number => "a number is expected",
        ValueKind::Whole => "a whole number is expected",
        ValueKind::Text => "a text in quotes is expected",
        ValueKind::Words => "a text in languages is expected: { \"en\": … }",
        ValueKind::Date => "a date in quotes is expected: \"2024-08-26\"",
        ValueKind::Flag => "true or false is expected, without quotes",
        ValueKind::List => "a list between [ ] is expected",
        ValueKind::Object => "something between { } is expected",
    };
    match found {
        Found::Quoted(text) => format!("{what}: take the quotes off “{text}”"),
        Found::Text(text) => format!("{what}; “{text}” is a text"),
        Found::Number(number) if kind == ValueKind::Whole => format!("{what}; {number} is none"),
        Found::Number(number) if kind == ValueKind::Text => format!("{what}: put quotes around {number}"),
        Found::Number(number) => format!("{what}; {number} is a number"),
        Found::Flag(flag) => format!("{what}; {flag} stands there"),
        Found::Null => format!("{what}; null stands there"),
        Found::List => format!("{what}; a list stands there"),
        Found::Object => format!("{what}; something between {{ }} stands there"),
    }
}

#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn hint(trouble: &Trouble) -> String {
    let fixed = match trouble {
        Trouble::Unreadable { why, correct, left } => return mend(why, correct.as_deref(), *left),
        Trouble::UnknownField { meant: Some(meant), .. } => return format!("Write “{meant}”."),
        Trouble::UnknownField { meant: None, .. } => {
            "Take it out, or leave it: `vitrine schema` writes down the fields that there are."
        }
        Trouble::DoubledField { .. } => "Take one of the two out.",
        Trouble::NoPictures => "Add them under “photos”, each with its “file”.",
        Trouble::LongText { .. } => "Shorten it, or share it out.",
        Trouble::Backslashes { correct } => return format!("Write \"{correct}\"."),
        Trouble::LongAddress => "Give a shorter one, if there is one; until then the code holds the citation alone.",
        Trouble::OutOfOrder { .. } => "Put the earlier one first.",
        Trouble::NoBatch { .. } => "Add it; where no source gives its number, with \"state\": \"not_published\".",
        Trouble::TooMany { .. } => "Split the exhibition.",
        Trouble::DuplicateId { .. } => "Give one of the two another id.",
        Trouble::DanglingId { .. } => "Correct the id, or add the entry that it names.",
        Trouble::DanglingBatch { .. } => "Correct the number, or add the batch.",
        Trouble::DanglingYear { .. } => "Correct the year, or add it there.",
        Trouble::UnreadablePicture { .. } => {
            "Put a picture that can be read in its place; visitors are not shown this one."
        }
        Trouble::MissingFile { .. } => "Put the file there, or correct its name; capital letters count.",
        Trouble::EscapingName { .. } => "Put the file into the pack and name it from there, with /.",
        Trouble::MissingWords { .. } => "Add the text; until then another language is shown in its place.",
        Trouble::UnknownLanguage { .. } => "Use en, zh or bo.",
        Trouble::NoSource => "Add the id of a source to “sources”.",
        Trouble::LongCaption { .. } => "Shorten it, or move a part into the sources.",
        Trouble::NoGlyph { .. } => "Use another character; visitors would see an empty box.",
        Trouble::Unreviewed { .. } => "Have them read, then add the language to “reviewed”.",
        Trouble::Outdated { .. } => "Have it read again, then mark it as checked.",
        Trouble::OtherTerm { .. } | Trouble::OtherTerms { .. } => {
            "Use the glossary’s word; or, where another is as good, add that to the term’s other spellings."
        }
        Trouble::OddReview { why, correct } => {
            return format!("{} Until then this check does not count.", fix(why, correct.as_deref()));
        }
        Trouble::Reversed => "Exchange the two.",
        Trouble::PassedOver { what, .. } => passed_over::hint(Lang::En, *what),
        Trouble::CameraPreview { .. } => "Where it matters, save it as JPEG with the program in which it is developed.",
        Trouble::SmallPicture { .. } => "Put a larger one in its place; on a wall this one is blurred.",
        Trouble::CutCaption { .. } => "Shorten it, or the title above it.",
        Trouble::LongTitle { .. } => "Shorten it: the caption under it has no room then.",
        Trouble::SecondLead => {
            "Let one picture lead each topic: the first one is shown large, this one like the others."
        }
        Trouble::SameFile { .. } => "Take one of the two out, or give it a file of its own.",
        Trouble::DoubledReference { .. } => "Take one of the two out.",
        Trouble::NoScale => "Say how many of this language’s unit make one of the figure’s: 10, say.",
    };
    fixed.to_owned()
}

/// How to fix something unreadable, and what is not shown until then.
fn mend(why: &Why, correct: Option<&str>, left: Left) -> String {
    let until = match left {
        Left::Entry => "Until then this entry is not shown.",
        Left::Figure => "Until then the figure is shown as not published, and no sum goes over it.",
        Left::Field => "Until then it is not shown.",
    };
    format!("{} {until}", fix(why, correct))
}

/// How to fix something unreadable.
fn fix(why: &Why, correct: Option<&str>) -> String {
    match (why, correct) {
        (_, Some(correct)) => format!("Write {correct}."),
        (Why::Misspelt { meant, .. }, None) => format!("Write “{meant}”."),
        (Why::Missing { field }, None) => format!("Add \"{field}\": …."),
        (Why::Expected { found: Found::Null, .. }, None) => "Write it, or take the field out.".to_owned(),
        (Why::HalfCharacter | Why::TooDeep | Why::TooMuch, None) => "Take it out.".to_owned(),
        (
            Why::Negative
            | Why::NegativeSum
            | Why::TooLarge
            | Why::Outside { .. }
            | Why::Length { .. }
            | Why::NotADate { .. }
            | Why::NoSuchDay { .. },
            None,
        ) => "Correct it.".to_owned(),
        (Why::NotAFingerprint { .. }, None) => "Have the text checked again, or take the entry out.".to_owned(),
        (Why::NeedlessValue, None) => "Take “value” out, or write \"state\": \"reported\".".to_owned(),
        (Why::NoValue, None) => "Add it; if no source prints one, write \"state\": \"not_published\".".to_owned(),
        _ => "Correct it; `vitrine schema` writes down what may stand here.".to_owned(),
    }
}
