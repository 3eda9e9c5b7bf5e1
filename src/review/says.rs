//! What becomes of the answers, in words.

use super::answers::{Judged, Outcome, Refusal, Verdict};
use super::rows::Row;
use crate::model::{Lang, TEXT_LIMIT, Tree};
use crate::text::{self, ReviewSheet, Say};

fn say(lang: Lang, words: ReviewSheet<'_>) -> String {
    text::say(lang, Say::ReviewSheet(words))
}

/// A line for each row that has something to say, in the order of the sheet.
#[must_use]
pub fn lines(lang: Lang, tree: &Tree, outcome: &Outcome) -> Vec<String> {
    outcome.rows.iter().filter_map(|row| line(lang, tree, row)).collect()
}

fn line(lang: Lang, tree: &Tree, row: &Judged) -> Option<String> {
    let mut said = becomes(lang, row).into_iter().collect::<Vec<_>>();
    if let Some(remark) = &row.remark {
        said.push(say(lang, ReviewSheet::Remark(remark)));
    }
    if said.is_empty() {
        return None;
    }
    let what = said.join(" ");
    let line = match row.place().map(|(at, of)| text::place(lang, tree, &at.field(of.code()))) {
        Some(place) => say(lang, ReviewSheet::Row(row.line, &place, &what)),
        None => say(lang, ReviewSheet::RowAlone(row.line, &what)),
    };
    Some(line.replace(['\n', '\r'], " "))
}

/// Words what becomes of a row; `None` if nothing does.
fn becomes(lang: Lang, row: &Judged) -> Option<String> {
    let now = row.row.as_ref().map(Row::text).unwrap_or_default();
    let mut said = match &row.verdict {
        Verdict::Untouched | Verdict::Already => return None,
        Verdict::Agreed => say(lang, ReviewSheet::WillBeChecked),
        Verdict::Changed(text) => say(lang, ReviewSheet::WillChange(now, text)),
        Verdict::SourceChanged => say(lang, ReviewSheet::SourceChanged),
        Verdict::TextChanged => say(lang, ReviewSheet::TextChanged),
        Verdict::Refused(why) => say(lang, refused(why)),
    };
    let mut add = |words| said = format!("{said} {}", say(lang, words));
    if let Some(review) = row.replaces() {
        add(ReviewSheet::ReplacesCheck(&review.reader, review.date));
    }
    let is_taken = matches!(row.verdict, Verdict::Agreed | Verdict::Changed(_));
    if !is_taken && !row.wanted.is_empty() {
        add(ReviewSheet::Wanted(&row.wanted));
    }
    Some(said)
}

/// Words the reason why an answer is not taken.
fn refused(why: &Refusal) -> ReviewSheet<'_> {
    match why {
        Refusal::NoId => ReviewSheet::NoId,
        Refusal::UnknownId(id) => ReviewSheet::UnknownId(id),
        Refusal::Twice => ReviewSheet::Twice,
        Refusal::Unbound => ReviewSheet::Unbound,
        Refusal::NotAText => ReviewSheet::NotAText,
        Refusal::NotAChoice(word) => ReviewSheet::NotAChoice(word),
        Refusal::NothingThere => ReviewSheet::NothingThere,
        Refusal::DraftEdited => ReviewSheet::DraftEdited,
        Refusal::TooLong => ReviewSheet::TooLong(TEXT_LIMIT),
    }
}
