//! What is wrong in an exhibition, and what to do about it, for readers who have never seen its file.

mod bo;
mod en;
mod zh;

use crate::model::{Lang, Problem, Trouble, Unreadable};

use super::{Say, say};

/// What is wrong.
pub(super) fn trouble(lang: Lang, trouble: &Trouble) -> String {
    match (trouble, lang) {
        (Trouble::UnreadablePicture { file, why }, _) => {
            let why = say(lang, Say::WhyUnavailable(*why));
            match lang {
                Lang::En => format!("“{file}” cannot be shown. {why}"),
                Lang::Zh => format!("无法显示“{file}”。{why}"),
                Lang::Bo => format!("“{file}” སྟོན་མི་ཐུབ། {why}"),
            }
        }
        (_, Lang::En) => en::trouble(trouble),
        (_, Lang::Zh) => zh::trouble(trouble),
        (_, Lang::Bo) => bo::trouble(trouble),
    }
}

/// What to do about it.
pub(super) fn hint(lang: Lang, trouble: &Trouble) -> String {
    match lang {
        Lang::En => en::hint(trouble),
        Lang::Zh => zh::hint(trouble),
        Lang::Bo => bo::hint(trouble),
    }
}

/// What to do about a picture in a photo folder, where a card stands in its place.
fn in_a_folder(lang: Lang) -> String {
    let hint = match lang {
        Lang::En => "Put a picture that can be read in its place; until then a card stands there that says why.",
        Lang::Zh => "请换上可以读取的图片；在此之前，该处显示一张说明原因的卡片。",
        Lang::Bo => "ཀློག་ཐུབ་པའི་པར་ཞིག་དེའི་ཚབ་ཏུ་ཞོག དེའི་བར་རྒྱུ་མཚན་འགོད་པའི་བྱང་བུ་ཞིག་སྟོན།",
    };
    hint.to_owned()
}

/// Why a file is not an exhibition.
pub(super) fn unreadable(lang: Lang, why: &Unreadable) -> String {
    match lang {
        Lang::En => en::unreadable(why),
        Lang::Zh => zh::unreadable(why),
        Lang::Bo => bo::unreadable(why),
    }
}

/// A problem in one paragraph: its place and line, what is wrong, what to do.
#[must_use]
pub fn problem(lang: Lang, problem: &Problem) -> String {
    // A line break in a name must not start a new line.
    let what = trouble(lang, &problem.trouble).replace(['\n', '\r'], " ");
    let place = &problem.place;
    let line = place.line.map_or_else(String::new, |line| format!(":{line}"));
    let path = if place.path.is_empty() { String::new() } else { format!(" {}", place.path) };
    // A photo folder has no `exhibition.json` with a place in it.
    let is_alone = place.path.is_empty()
        && matches!(
            problem.trouble,
            Trouble::UnreadablePicture { .. } | Trouble::CameraPreview { .. } | Trouble::PassedOver { .. }
        );
    let hint = match problem.trouble {
        Trouble::UnreadablePicture { .. } if is_alone => in_a_folder(lang),
        _ => hint(lang, &problem.trouble),
    };
    let whole = if is_alone { what } else { format!("exhibition.json{line}{path}: {what}") };
    format!("{whole}\n    {} {hint}", say(lang, Say::HintHeading))
}

/// Where a text stops being JSON: the line, with a mark under the position. Empty if there is none.
#[must_use]
pub fn excerpt(why: &Unreadable) -> String {
    let Unreadable::NotJson(mistake) = why else { return String::new() };
    if mistake.text.trim().is_empty() {
        return String::new();
    }
    // A wide character takes two columns.
    let columns = |c: char| if c >= '\u{1100}' && !('\u{f00}'..='\u{fff}').contains(&c) { 2 } else { 1 };
    let before: usize = mistake.text.chars().take(mistake.caret).map(columns).sum();
    let number = mistake.line.to_string();
    let margin = " ".repeat(number.len());
    let text = mistake.text.replace('\t', " ");
    format!("    {number} | {text}\n    {margin} | {}^", " ".repeat(before))
}
