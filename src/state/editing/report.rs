//! What was seen in every view, before the doors open.

use serde_json::Value;

use super::view_of;
use crate::model::{FieldPath, Lang, List, Problem, Tree, Weight};
use crate::state::{Distance, View};

/// A part of the exhibition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A view.
    View(View),
    /// The talk.
    Talk,
}

impl Part {
    /// The lists that are seen in it; the first gives its number of entries.
    #[must_use]
    pub fn lists(self) -> Vec<List> {
        let mut all: Vec<List> = List::ALL.into_iter().filter(|list| Self::of(*list) == self).collect();
        let main = match self {
            Self::View(View::Photos) => List::Photos,
            Self::View(View::Personnel) => List::Batches,
            Self::View(View::Pairings) => List::Pairings,
            Self::View(View::Timeline) => List::Milestones,
            Self::View(View::Sources) => List::Sources,
            Self::Talk => List::RunningOrder,
        };
        all.sort_by_key(|list| *list != main);
        all
    }

    fn of(list: List) -> Self {
        view_of(list).map_or(Self::Talk, Self::View)
    }
}

/// One way in which a part is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sight {
    /// The part.
    pub part: Part,
    /// The language.
    pub lang: Lang,
    /// The size.
    pub distance: Distance,
}

/// Every way in which an exhibition is seen: each part in each language at each size.
#[must_use]
pub fn sights(tree: &Tree) -> Vec<Sight> {
    let parts = View::ALL.into_iter().map(Part::View).chain([Part::Talk]);
    let parts = parts.filter(|part| part.lists().iter().any(|list| tree.len(list.field()) > 0));
    let each = |part| {
        Lang::ALL
            .into_iter()
            .flat_map(move |lang| Distance::ALL.into_iter().map(move |distance| Sight { part, lang, distance }))
    };
    parts.flat_map(each).collect()
}

/// What was seen in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The part.
    pub part: Part,
    /// Its main list, and the number of its entries.
    pub entries: (List, usize),
    /// How many entries lack a text, by language.
    pub without: [usize; 3],
    /// The problems to mend, and those worth a look.
    pub problems: [usize; 2],
    /// Where the first entry lacks a text, by language.
    pub first: [Option<FieldPath>; 3],
}

/// What is seen in each part.
#[must_use]
pub fn report(tree: &Tree, problems: &[Problem]) -> Vec<Seen> {
    let mut parts: Vec<Part> = sights(tree).into_iter().map(|sight| sight.part).collect();
    parts.dedup();
    parts.into_iter().map(|part| seen(tree, problems, part)).collect()
}

fn seen(tree: &Tree, problems: &[Problem], part: Part) -> Seen {
    let lists = part.lists();
    let main = lists.first().copied().unwrap_or(List::Photos);
    let (mut without, mut first) = ([0; 3], [None, None, None]);
    for list in &lists {
        for index in 0..tree.len(list.field()) {
            let Some(entry) = tree.entry(list.field(), index) else { continue };
            for lang in Lang::ALL {
                if let Some(at) = lacking(entry, &FieldPath::entry(list.field(), index), lang) {
                    without[lang as usize] += 1;
                    first[lang as usize].get_or_insert(at);
                }
            }
        }
    }
    let is_here = |problem: &&Problem| {
        let field = problem.place.path.split(['[', '.']).next().unwrap_or_default();
        lists.iter().any(|list| list.field() == field)
    };
    let here = || problems.iter().filter(is_here);
    let faults = here().filter(|problem| problem.weight() == Weight::Fault).count();
    let entries = (main, tree.len(main.field()));
    Seen { part, entries, without, problems: [faults, here().count() - faults], first }
}

/// The first text in a value that is written in another language, and not in this one.
fn lacking(value: &Value, at: &FieldPath, lang: Lang) -> Option<FieldPath> {
    match value {
        Value::Object(fields) => {
            let written =
                |lang: Lang| fields.get(lang.code()).and_then(Value::as_str).is_some_and(|t| !t.trim().is_empty());
            if Lang::ALL.into_iter().any(written) {
                return (!written(lang)).then(|| at.field(lang.code()));
            }
            // Short names are written only where a language has them.
            let mut needed = fields.iter().filter(|(name, _)| !name.starts_with("short_"));
            needed.find_map(|(name, value)| lacking(value, &at.field_named(name), lang))
        }
        Value::Array(items) => items.iter().enumerate().find_map(|(i, value)| lacking(value, &at.index(i), lang)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, report, sights};
    use crate::model::{Lang, Problem, Tree, Trouble};
    use crate::state::View;

    #[test]
    fn a_report_says_of_each_view_what_is_there_and_what_is_missing() {
        let text = r#"{ "photos": [ { "title": { "en": "A", "bo": "B" }, "caption": {} }, { "title": { "en": "A" } } ],
                        "running_order": [ { "shows": {}, "notes": { "zh": "x" } } ] }"#;
        let tree = Tree::of_text(text).expect("a tree");
        let problems = [Problem::new("photos[0].file", Trouble::NoPictures), Problem::new("title", Trouble::NoSource)];
        let seen = report(&tree, &problems);
        assert_eq!(seen.iter().map(|seen| seen.part).collect::<Vec<_>>(), [Part::View(View::Photos), Part::Talk]);
        assert_eq!((seen[0].entries.1, seen[0].without, seen[0].problems), (2, [0, 2, 1], [1, 0]));
        assert_eq!(seen[0].first[1].as_ref().map(ToString::to_string), Some("photos[0].title.zh".to_owned()));
        assert_eq!(seen[1].without, [1, 0, 1]);
        assert_eq!(sights(&tree).iter().filter(|sight| sight.lang == Lang::Bo).count(), 8);
    }
}
