//! The terms of the glossary, and the names of provinces and divisions, in three languages, and which of them a text has.

use serde::Deserialize as _;

use crate::model::{Lang, List, Tree, Words};

/// The most terms beside a text.
const MOST_BESIDE: usize = 8;

/// A term of the glossary: the list that it is from, and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Where it is from.
    pub list: List,
    /// The term in each language.
    pub words: Words,
}

/// All terms of an exhibition, in the order of the document.
#[must_use]
pub fn terms(tree: &Tree) -> Vec<Term> {
    [List::Glossary, List::Provinces, List::Divisions]
        .into_iter()
        .flat_map(|list| (0..tree.len(list.field())).map(move |index| (list, index)))
        .filter_map(|(list, index)| Some((list, tree.entry(list.field(), index)?)))
        .flat_map(|(list, entry)| ["name", "short_name"].map(|field| (list, entry.get(field))))
        .filter_map(|(list, words)| Some(Term { list, words: Words::deserialize(words?).ok()? }))
        .filter(|term| !term.words.is_empty())
        .collect()
}

/// The terms that stand in a source text and have a translation, each as source and translation, the longest first. One that is
/// part of a longer one is left out, and so is the text itself.
#[must_use]
pub fn beside<'t>(terms: &'t [Term], text: &str, from: Lang, to: Lang) -> Vec<(&'t str, &'t str)> {
    let pair = |term: &'t Term| (term.words.only(from).trim(), term.words.only(to).trim());
    let mut found: Vec<(&str, &str)> = terms
        .iter()
        .map(pair)
        .filter(|(source, target)| !source.is_empty() && !target.is_empty() && *source != text.trim())
        .filter(|(source, _)| stands_in(text, source))
        .collect();
    found.sort_by_key(|(source, _)| std::cmp::Reverse(source.len()));
    let mut kept: Vec<(&str, &str)> = Vec::new();
    for (source, target) in found {
        if kept.len() < MOST_BESIDE && !kept.iter().any(|(longer, _)| longer.contains(source)) {
            kept.push((source, target));
        }
    }
    kept
}

/// Whether a term stands in a text: Latin letters as whole words.
fn stands_in(text: &str, term: &str) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(term).any(|(at, _)| {
        let begins = !is_latin(term.chars().next()) || !goes_on(text[..at].chars().next_back());
        let ends = !is_latin(term.chars().next_back()) || !goes_on(text[at + term.len()..].chars().next());
        begins && ends
    })
}

#[cfg(test)]
mod tests {
    use super::{Term, beside};
    use crate::model::{Lang, List, Words};

    #[test]
    fn a_text_has_the_terms_that_stand_in_it_as_words() {
        let term = |en: &str, bo: &str| Term {
            list: List::Provinces,
            words: Words { en: en.to_owned(), bo: bo.to_owned(), ..Words::default() },
        };
        let all = [
            term("Jiangsu", "ཅང་སུའུ།"),
            term("Jiangsu Province", "ཅང་སུའུ་ཞིང་ཆེན།"),
            term("Ali", "མངའ་རིས།"),
            term("Lhasa", ""),
        ];
        let found = |text: &str| beside(&all, text, Lang::En, Lang::Bo);
        assert_eq!(found("From Jiangsu Province to Lhasa"), [("Jiangsu Province", "ཅང་སུའུ་ཞིང་ཆེན།")]);
        assert_eq!(found("Alive in Ali."), [("Ali", "མངའ་རིས།")]);
        assert_eq!(found("Alive"), []);
        assert_eq!(found("Jiangsu"), [], "it is the term itself");
    }
}
