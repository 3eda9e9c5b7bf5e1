//! The rows of a table: all entries, or those whose texts lack something.

use serde::Deserialize as _;
use serde_json::Value;

use super::column::Passage;
use crate::model::{self, EntryKey, Lang, List, Tree, Words};

/// How far a text in a language has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextState {
    /// There is none.
    Missing,
    /// Nobody has checked it.
    Draft,
    /// It was checked.
    Checked,
    /// It was checked, and is another one since then, or its source text is.
    Outdated,
}

/// How far the text of a language has come, in the words of a field.
#[must_use]
pub fn text_state(words: Option<&Value>, lang: Lang) -> TextState {
    match words.and_then(|words| Words::deserialize(words).ok()).unwrap_or_default().state(lang) {
        model::TextState::Missing => TextState::Missing,
        model::TextState::Draft => TextState::Draft,
        model::TextState::Checked(_) => TextState::Checked,
        model::TextState::Outdated(_) => TextState::Outdated,
    }
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

    fn takes(self, states: [TextState; 3]) -> bool {
        match self {
            Self::All => true,
            Self::Missing(lang) => states[lang as usize] == TextState::Missing,
            Self::Drafts => states.contains(&TextState::Draft),
            Self::Outdated => states.contains(&TextState::Outdated),
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

/// The rows of a list under a filter, with those that stay although it does not take them, and how many rows each filter takes.
pub(super) fn rows_of(
    tree: &Tree,
    (list, passage): (List, Option<Passage>),
    filter: RowFilter,
    stays: impl Fn(EntryKey) -> bool,
) -> (Vec<Row>, Counts) {
    let mut rows = Vec::with_capacity(tree.len(list.field()));
    let mut counts = Counts::default();
    for (index, key) in tree.keys(list.field()).enumerate() {
        let states = passage.map(|passage| {
            let words = tree.entry(list.field(), index).and_then(|entry| entry.get(passage.field()));
            Lang::ALL.map(|lang| text_state(words, lang))
        });
        let takes = |filter: RowFilter| states.map_or(filter == RowFilter::All, |states| filter.takes(states));
        for (count, filter) in counts.iter_mut().zip(RowFilter::ALL) {
            *count += usize::from(takes(filter));
        }
        let answers = takes(filter);
        if answers || stays(key) {
            rows.push(Row { index, key, answers });
        }
    }
    (rows, counts)
}
