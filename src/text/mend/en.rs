//! English: the list of problems.

use super::Mend;
use crate::model::{Lang, List};
use crate::state::View;
use crate::state::editing::{MendKind, Part};

/// The words in English.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn en(words: Mend<'_>) -> String {
    let fixed = match words {
        Mend::Do(kind) => match kind {
            MendKind::Correct => "Correct it",
            MendKind::Rename => "Rename it",
            MendKind::Remove => "Take it out",
            MendKind::Exchange => "Exchange them",
            MendKind::Reorder => "Put in order",
        },
        Mend::DoAll(kind, count) => {
            let what = match kind {
                MendKind::Correct => "Correct",
                MendKind::Rename => "Rename",
                MendKind::Remove => "Take out",
                MendKind::Exchange => "Exchange",
                MendKind::Reorder => "Put in order",
            };
            return format!("{what} all {count}");
        }
        Mend::FindFile => "Find the file …",
        Mend::OtherFile => "Another file …",
        Mend::Many(count, what) => return format!("{count} times: {what}"),
        Mend::Missing(count, field, lang) => return format!("{count} {} have no {}", plural(field), language(lang)),
        Mend::AndMore(count) => return format!("and {count} more"),
        Mend::Batch(number) => return format!("batch {number}"),
        Mend::Batches(first, last) => return format!("batches {first} to {last}"),
        Mend::After(number) => return format!("total after batch {number}"),
        Mend::Stop(number) => return format!("stop {number}"),
        Mend::List(list) => match list {
            List::About => "About",
            List::Divisions => "Places",
            List::Provinces => "Provinces",
            List::Pairings | List::PairingSteps => "Pairings",
            List::Batches | List::Subtotals | List::Totals => "Personnel",
            List::Groups | List::Statements => "Statements",
            List::Milestones => "Timeline",
            List::Topics => "Topics",
            List::Photos => "Photos",
            List::RunningOrder => "Running order",
            List::Sources => "Sources",
            List::Glossary => "Glossary",
        },
        Mend::InLanguage(field, lang) => return format!("{} {field}", language(lang)),
        Mend::CheckAll => "Check before opening",
        Mend::CheckAllIs => "goes through every view in every language",
        Mend::ToProblems => "Back to the problems",
        Mend::Seen(parts, langs, sizes) => {
            return format!("Seen: {parts} parts in {langs} languages, at {sizes} sizes.");
        }
        Mend::Part(part) => match part {
            Part::View(View::Photos) => "Photos",
            Part::View(View::Personnel) => "Personnel",
            Part::View(View::Pairings) => "Pairings",
            Part::View(View::Timeline) => "Timeline",
            Part::View(View::Sources) => "Sources",
            Part::Talk => "Talk",
        },
        Mend::Count(list, 1) => return format!("1 {}", entries(list, false)),
        Mend::Count(list, count) => return format!("{count} {}", entries(list, true)),
        Mend::Whole(lang) => return format!("{}: every text is there", language(lang)),
        Mend::Without(lang, count) => return format!("{}: {count} without a text", language(lang)),
        Mend::Problems(0, 0) => "No problems",
        Mend::Problems(faults, 0) => return format!("{faults} to mend"),
        Mend::Problems(0, advice) => return format!("{advice} worth a look"),
        Mend::Problems(faults, advice) => return format!("{faults} to mend, {advice} worth a look"),
    };
    fixed.to_owned()
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "Chinese",
        Lang::Bo => "Tibetan",
    }
}

fn plural(field: &str) -> String {
    match field {
        "text" | "title" | "caption" | "name" | "note" | "remark" | "credit" | "place" | "alternative text" => {
            format!("{field}s")
        }
        "notes" => "notes".to_owned(),
        other => format!("texts ({other})"),
    }
}

fn entries(list: List, several: bool) -> &'static str {
    match (list, several) {
        (List::About, false) => "paragraph",
        (List::About, true) => "paragraphs",
        (List::Divisions, false) => "place",
        (List::Divisions, true) => "places",
        (List::Provinces, false) => "province",
        (List::Provinces, true) => "provinces",
        (List::Pairings, false) => "pairing",
        (List::Pairings, true) => "pairings",
        (List::PairingSteps, false) => "year",
        (List::PairingSteps, true) => "years",
        (List::Batches, false) => "batch",
        (List::Batches, true) => "batches",
        (List::Subtotals, false) => "subtotal",
        (List::Subtotals, true) => "subtotals",
        (List::Totals, false) => "total",
        (List::Totals, true) => "totals",
        (List::Groups, false) => "heading",
        (List::Groups, true) => "headings",
        (List::Statements, false) => "statement",
        (List::Statements, true) => "statements",
        (List::Milestones, false) => "milestone",
        (List::Milestones, true) => "milestones",
        (List::Topics, false) => "topic",
        (List::Topics, true) => "topics",
        (List::Photos, false) => "picture",
        (List::Photos, true) => "pictures",
        (List::RunningOrder, false) => "stop",
        (List::RunningOrder, true) => "stops",
        (List::Sources, false) => "source",
        (List::Sources, true) => "sources",
        (List::Glossary, false) => "term",
        (List::Glossary, true) => "terms",
    }
}
