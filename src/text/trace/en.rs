//! English: what rests on a source.

use super::{Kind, Trace, told};
use crate::state::{Counts, Rests};

/// The words in English.
pub fn en(trace: Trace<'_>) -> String {
    let fixed = match trace {
        Trace::ShowOf(byline) => return format!("Show what rests on it: {byline}"),
        Trace::Heading(byline) => return format!("Highlighted: what rests on {byline}"),
        Trace::Counts(counts) => return sentences(counts),
        Trace::Spoken(name, rests) => return format!("{name}; {}", how(rests)),
        Trace::Show => "Show what rests on it",
        Trace::Nothing => "Nothing in the exhibition rests on it.",
        Trace::NothingHere => "Nothing on this page.",
        Trace::End => "Show everything",
        Trace::Gives => "Rests on this source",
        Trace::GivesTerm => "Worked out with a number of it",
        Trace::Others => "Rests on other sources",
    };
    fixed.to_owned()
}

fn how(rests: Rests) -> &'static str {
    match rests {
        Rests { itself: true, .. } => "rests on this source",
        Rests { worked_out: true, .. } => "worked out with a number of this source",
        Rests { other_report: true, .. } => "another report of it rests on this source",
        Rests { .. } => "its years rest on this source",
    }
}

fn sentences(counts: &Counts) -> String {
    let mut said = Vec::new();
    let kinds = told(counts, counted);
    if let Some((last, first)) = kinds.split_last() {
        let list = if first.is_empty() { last.clone() } else { format!("{} and {last}", first.join(", ")) };
        // The years of one batch are several.
        let one = kinds.len() == 1 && list.starts_with("1 ");
        let list = list.strip_prefix("the years").map_or(list.clone(), |rest| format!("The years{rest}"));
        said.push(format!("{list} {} on this source.", if one { "rests" } else { "rest" }));
    }
    match counts.worked_out {
        0 => {}
        1 => said.push("1 figure is worked out with a number of it.".to_owned()),
        n => said.push(format!("{n} figures are worked out with a number of it.")),
    }
    match counts.other_reports {
        0 => {}
        1 => said.push("It reports 1 figure otherwise.".to_owned()),
        n => said.push(format!("It reports {n} figures otherwise.")),
    }
    if said.is_empty() { en(Trace::Nothing) } else { said.join(" ") }
}

fn counted(count: usize, kind: Kind) -> String {
    let words = match kind {
        Kind::Years if count == 1 => return "the years of 1 batch".to_owned(),
        Kind::Years => return format!("the years of {count} batches"),
        Kind::Changes if count == 1 => return "1 change of the pairings".to_owned(),
        Kind::Changes => return format!("{count} changes of the pairings"),
        Kind::Figures => "figure",
        Kind::Statements => "statement",
        Kind::Photos => "picture",
        Kind::Pairings => "pairing",
        Kind::Milestones => "milestone",
    };
    if count == 1 { format!("1 {words}") } else { format!("{count} {words}s") }
}
