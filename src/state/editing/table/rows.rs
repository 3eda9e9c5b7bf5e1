//! The rows of a table: all entries, or those whose texts lack something.

use serde::Deserialize;
use serde_json::Value;

use super::column::Passage;
use crate::model::{EntryKey, Lang, List, TextState, Tree, Words};

/// How far a text in a language has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// There is none.
    Missing,
    /// Nobody has checked it.
    Draft,
    /// It was checked.
    Checked,
    /// It was checked, and is another one since then, or its source text is.
    Outdated,
}

impl Progress {
    /// How far a text has come.
    #[must_use]
    pub fn of(words: &Words, lang: Lang) -> Self {
        match words.state(lang) {
            TextState::Missing => Self::Missing,
            TextState::Draft => Self::Draft,
            TextState::Checked(_) => Self::Checked,
            TextState::Outdated(_) => Self::Outdated,
        }
    }
}

/// How far the text of a language has come, in the words of a field.
#[must_use]
pub fn progress(words: Option<&Value>, lang: Lang) -> Progress {
    let Some(words) = words else { return Progress::Missing };
    if words.get(lang.code()).and_then(Value::as_str).is_none_or(|text| text.trim().is_empty()) {
        return Progress::Missing;
    }
    if words.get("reviewed").is_none() {
        return Progress::Draft;
    }
    Words::deserialize(words).map_or(Progress::Draft, |words| Progress::of(&words, lang))
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RowFilter {
    /// All.
    #[default]
    All,
    /// Those without a text in a language.
    Missing(Lang),
    /// Those with a draft.
    Drafts,
    /// Those with an outdated text.
    Outdated,
}

impl RowFilter {
    /// All of them, in their order.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Missing(Lang::En),
        Self::Missing(Lang::Zh),
        Self::Missing(Lang::Bo),
        Self::Drafts,
        Self::Outdated,
    ];

    fn takes(self, states: [Progress; 3]) -> bool {
        match self {
            Self::All => true,
            Self::Missing(lang) => states[lang as usize] == Progress::Missing,
            Self::Drafts => states.contains(&Progress::Draft),
            Self::Outdated => states.contains(&Progress::Outdated),
        }
    }
}

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The index of its entry.
    pub index: usize,
    /// The key of its entry.
    pub key: EntryKey,
    /// Whether the filter takes it; else it stays only until it is left.
    pub answers: bool,
}

/// How many rows each filter shows, in their order.
pub type Counts = [usize; RowFilter::ALL.len()];

/// How far the texts of an entry have come; `None` where a table has no texts.
pub(super) type Texts = Option<[Progress; 3]>;

/// How far the texts of an entry have come.
pub(super) fn texts_of(tree: &Tree, (list, passage): (List, Option<Passage>), index: usize) -> Texts {
    let words = tree.entry(list.field(), index).and_then(|entry| entry.get(passage?.field()));
    passage.map(|_| Lang::ALL.map(|lang| progress(words, lang)))
}

/// The rows under a filter, with those that stay although it does not take them, and how many rows each filter takes.
pub(super) fn rows_of(
    entries: &[(EntryKey, Texts)],
    filter: RowFilter,
    stays: impl Fn(EntryKey) -> bool,
) -> (Vec<Row>, Counts) {
    let mut rows = Vec::with_capacity(entries.len());
    let mut counts = Counts::default();
    for (index, (key, texts)) in entries.iter().enumerate() {
        let takes = |filter: RowFilter| texts.map_or(filter == RowFilter::All, |texts| filter.takes(texts));
        for (count, filter) in counts.iter_mut().zip(RowFilter::ALL) {
            *count += usize::from(takes(filter));
        }
        let answers = takes(filter);
        if answers || stays(*key) {
            rows.push(Row { index, key: *key, answers });
        }
    }
    (rows, counts)
}
