//! English: the editing pane.

use super::Pane;
use crate::model::{Lang, List};
use crate::state::editing::{IdFault, Way};
use crate::text::{date, number};

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "Chinese",
        Lang::Bo => "Tibetan",
    }
}

/// The words in English.
#[expect(clippy::too_many_lines, reason = "a table")]
#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn en(words: Pane<'_>) -> String {
    let fixed = match words {
        Pane::Name(_) | Pane::Help(_) | Pane::Choice(_) | Pane::ChoiceIs(_) | Pane::In(..) => "",
        Pane::Source => "source text",
        Pane::InThree => "in 3 languages",
        Pane::NotGiven => "Not given",
        Pane::NotWritten => "Not written yet",
        Pane::Checked => "Checked",
        Pane::Draft => "Draft",
        Pane::DraftIs => "not read by anyone yet",
        Pane::Outdated => "Outdated",
        Pane::OfGlossary => "In the glossary",
        Pane::Insert(word, term) => return format!("Insert “{word}” for “{term}”"),
        Pane::CheckedElsewhere => "Checked elsewhere for the same text",
        Pane::By(reader, when, was) => {
            let when = when.map(|when| date(Lang::En, when));
            let parts: Vec<&str> =
                [Some(reader), when.as_deref()].into_iter().flatten().filter(|p| !p.is_empty()).collect();
            return if was && !parts.is_empty() {
                format!("was checked: {}", parts.join(", "))
            } else {
                parts.join(", ")
            };
        }
        Pane::Reader => "Reader",
        Pane::ReaderHint => "Who has read it",
        Pane::HasBeenChecked => "Checked",
        Pane::ToBeReadAgain => "To be read again",
        Pane::StillRight => "Still right",
        Pane::SourceChanged(lang) => return format!("The {} has changed since.", language(lang)),
        Pane::TextChanged => "This text has changed since.",
        Pane::BothChanged(lang) => {
            return format!("This text and the {} have changed since.", language(lang));
        }
        Pane::Compare => "Compare",
        Pane::EndCompare => "Close the comparison",
        Pane::Was(lang) => return format!("{}, when it was checked", language(lang)),
        Pane::Now(lang) => return format!("{}, now", language(lang)),
        Pane::Differs(words) => return format!("What differs: {words}"),
        Pane::FormerAwaited => "It is looked for in earlier versions …",
        Pane::FormerGone => {
            "It is not kept any more, neither in this exhibition nor on this computer. Read both texts as they are now."
        }
        Pane::Missing => "Missing",
        Pane::MissingIs(lang) => return format!("visitors get the {}", language(lang)),
        Pane::MissingAll => "visitors get nothing",
        Pane::Count(lang, found, limit) => {
            let unit = match (lang, found.max(limit.unwrap_or(found))) {
                (Lang::En, 1) => "word",
                (Lang::En, _) => "words",
                (Lang::Zh, 1) => "character",
                (Lang::Zh, _) => "characters",
                (Lang::Bo, 1) => "syllable",
                (Lang::Bo, _) => "syllables",
            };
            return match limit {
                Some(limit) => format!("{found} of {limit} {unit}"),
                None => format!("{found} {unit}"),
            };
        }
        Pane::Grip(name) => return format!("Move {name} by dragging"),
        Pane::TakeOut(name) => return format!("Take out {name}"),
        Pane::AddTo(name) => return format!("{name}: add"),
        Pane::Find => "Type to find",
        Pane::NothingFound => "Nothing has this name.",
        Pane::New(list, "") => return format!("New {} …", entry(list)),
        Pane::New(list, name) => return format!("New {}: “{name}”", entry(list)),
        Pane::Nothing => "None",
        Pane::Unnamed => "Without a name",
        Pane::Term(at) => return format!("Term {at}"),
        Pane::Report(at) => return format!("Report {at}"),
        Pane::Plus => "added",
        Pane::Minus => "taken away",
        Pane::AddTerm => "Add a term",
        Pane::AddReport => "Add a report",
        Pane::Sum => "Sum",
        Pane::NoSum => "not yet: a term has no number",
        Pane::SumPrecision => "Precision exact, as all its terms are",
        Pane::SumSources(1) => "1 source, that of its terms",
        Pane::SumSources(count) => return format!("{count} sources, those of its terms"),
        Pane::SumIs => "The number cannot be typed over: change a term, or choose “Reported”.",
        Pane::NoFigure => "Take the figure out",
        Pane::FocusAt(across, down) => return format!("{across} % across, {down} % down"),
        Pane::NoFocus => "in the middle, until you choose",
        Pane::Pixels(w, h) => return format!("{} × {}", number(f64::from(w)), number(f64::from(h))),
        Pane::MoveUp => "Earlier",
        Pane::MoveDown => "Later",
        Pane::Delete(0, 0) => "Delete",
        Pane::Delete(entries, mentions) => {
            let entries = match entries {
                0 => None,
                1 => Some("1 entry".to_owned()),
                n => Some(format!("{n} entries")),
            };
            let mentions = match mentions {
                0 => None,
                1 => Some("1 mention".to_owned()),
                n => Some(format!("{n} mentions")),
            };
            let all: Vec<String> = entries.into_iter().chain(mentions).collect();
            return format!("Delete, with {}", all.join(" and "));
        }
        Pane::ChooseSeveral => "Choose several",
        Pane::SeveralIs => {
            "Touch pictures on the wall to add them, or to leave them out again. Nothing is written until you say so."
        }
        Pane::EndSeveral => "Done",
        Pane::Way(Way::Replace) => "Replace",
        Pane::Way(Way::Append) => "Add at the end",
        Pane::Way(Way::WhereEmpty) => "Only where empty",
        Pane::Differing(count) => return format!("Differing: {count} values"),
        Pane::Write(1) => "Write into 1 picture",
        Pane::Write(count) => return format!("Write into {count} pictures"),
        Pane::BackTo(name) => return format!("Back to {name}"),
        Pane::Lists => "Lists",
        Pane::ListHeading(list, count) => return format!("{} ({count})", list_name(list)),
        Pane::IdFault(IdFault::Empty, old) => return format!("An id cannot be empty. “{old}” stays."),
        Pane::IdFault(IdFault::Taken, old) => return format!("Another entry has this id. “{old}” stays."),
        Pane::IdFollows(1) => "1 mention changes with it.",
        Pane::IdFollows(count) => return format!("{count} mentions change with it."),
        Pane::WhatTo => "What to do:",
    };
    fixed.to_owned()
}

fn entry(list: List) -> &'static str {
    match list {
        List::About => "paragraph",
        List::Divisions => "place",
        List::Provinces => "province",
        List::Pairings => "pairing",
        List::PairingSteps => "year",
        List::Batches => "batch",
        List::Subtotals => "subtotal",
        List::Totals => "total",
        List::Groups => "heading",
        List::Statements => "statement",
        List::Milestones => "milestone",
        List::Topics => "topic",
        List::Photos => "picture",
        List::RunningOrder => "stop",
        List::Sources => "source",
        List::Glossary => "term",
    }
}

fn list_name(list: List) -> &'static str {
    match list {
        List::About => "Paragraphs about the sources",
        List::Divisions => "Places",
        List::Provinces => "Provinces",
        List::Pairings => "Pairings",
        List::PairingSteps => "Years of the pairings",
        List::Batches => "Batches",
        List::Subtotals => "Subtotals",
        List::Totals => "Totals",
        List::Groups => "Headings of statements",
        List::Statements => "Statements",
        List::Milestones => "Milestones",
        List::Topics => "Topics",
        List::Photos => "Pictures",
        List::RunningOrder => "Stops",
        List::Sources => "Sources",
        List::Glossary => "Glossary",
    }
}
