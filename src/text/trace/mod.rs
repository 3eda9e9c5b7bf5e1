//! Texts of what rests on a source.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::{Counts, Rests};

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trace<'a> {
    /// Shows what rests on the source of a sheet.
    Show,
    /// The same, of a source with this byline among others, for screen readers.
    ShowOf(&'a str),
    /// Nothing rests on a source.
    Nothing,
    /// Over the counts, with the byline of the source.
    Heading(&'a str),
    /// How much rests on the source, by kind, in a sentence.
    Counts(&'a Counts),
    /// In the view before the visitor nothing does.
    NothingHere,
    /// Shows everything again.
    End,
    /// A name for screen readers, and how its thing rests on the source.
    Spoken(&'a str, Rests),
    /// In the key: a figure that the source gives.
    Gives,
    /// In the key: a figure that is worked out with a number of it.
    GivesTerm,
    /// In the key: figures that rest on other sources.
    Others,
}

/// A text in a language.
#[must_use]
pub fn trace(lang: Lang, trace: Trace<'_>) -> String {
    match lang {
        Lang::En => en::en(trace),
        Lang::Zh => zh::zh(trace),
        Lang::Bo => bo::bo(trace),
    }
}

/// The kinds that rest on a source themselves, with their numbers, in the order in which they are told.
fn kinds(counts: &Counts) -> [(usize, Kind); 7] {
    [
        (counts.figures, Kind::Figures),
        (counts.statements, Kind::Statements),
        (counts.photos, Kind::Photos),
        (counts.pairings, Kind::Pairings),
        (counts.changes, Kind::Changes),
        (counts.milestones, Kind::Milestones),
        (counts.years, Kind::Years),
    ]
}

/// A kind of what rests on a source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Figures,
    Statements,
    Photos,
    Pairings,
    Changes,
    Milestones,
    Years,
}

/// Each kind of which there are any, in words.
fn told(counts: &Counts, words: impl Fn(usize, Kind) -> String) -> Vec<String> {
    kinds(counts).into_iter().filter(|(count, _)| *count > 0).map(|(count, kind)| words(count, kind)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_told_in_whole_sentences() {
        let counts = Counts { figures: 12, statements: 3, ..Counts::default() };
        assert_eq!(trace(Lang::En, Trace::Counts(&counts)), "12 figures and 3 statements rest on this source.");
        let counts = Counts { photos: 1, worked_out: 2, other_reports: 1, ..Counts::default() };
        let said = "1 picture rests on this source. 2 figures are worked out with a number of it. It reports 1 figure otherwise.";
        assert_eq!(trace(Lang::En, Trace::Counts(&counts)), said);
        let counts = Counts { years: 2, ..Counts::default() };
        assert_eq!(trace(Lang::En, Trace::Counts(&counts)), "The years of 2 batches rest on this source.");
        for lang in Lang::ALL {
            let nothing = trace(lang, Trace::Nothing);
            assert_eq!(trace(lang, Trace::Counts(&Counts::default())), nothing, "{lang:?}");
        }
    }
}
