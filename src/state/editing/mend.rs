//! What can be mended without asking: one right way, and nothing lost that visitors see.

use serde_json::{Map, Value};

use super::needs_id;
use crate::model::{Change, FieldPath, List, Problem, Step, Tree, Trouble};

/// What mending does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MendKind {
    /// Writes what was meant.
    Correct,
    /// Gives an entry another id.
    Rename,
    /// Takes out a reference.
    Remove,
    /// Exchanges the beginning and the end.
    Exchange,
    /// Moves an entry to where it belongs.
    Reorder,
}

/// What mending a problem does, and the changes that mend it; `None` where somebody must decide.
#[must_use]
pub fn mend(tree: &Tree, problem: &Problem) -> Option<(MendKind, Vec<Change>)> {
    let at: FieldPath = problem.place.path.parse().ok()?;
    let one = |kind, change| Some((kind, vec![change]));
    match &problem.trouble {
        Trouble::Backslashes { correct } => {
            tree.value(&at).filter(|value| value.is_string())?;
            one(MendKind::Correct, Change::set(at, correct.as_str()))
        }
        Trouble::Unreadable { correct: Some(correct), .. } => Some((MendKind::Correct, corrected(tree, &at, correct)?)),
        Trouble::DuplicateId { id } => one(MendKind::Rename, renamed(tree, at, id)?),
        Trouble::DanglingId { id } => one(MendKind::Remove, removed(tree, at, &Value::from(id.as_str()))?),
        Trouble::DoubledReference { id } => {
            is_in_list(&at).then_some(())?;
            one(MendKind::Remove, removed(tree, at, &Value::from(id.as_str()))?)
        }
        Trouble::DanglingBatch { number } => {
            is_in_list(&at).then_some(())?;
            one(MendKind::Remove, removed(tree, at, &Value::from(*number))?)
        }
        Trouble::DanglingYear { year } => one(MendKind::Remove, removed(tree, at, &Value::from(*year))?),
        Trouble::Reversed => Some((MendKind::Exchange, exchanged(tree, &at)?)),
        Trouble::OutOfOrder { .. } => one(MendKind::Reorder, moved(tree, &at)?),
        _ => None,
    }
}

/// The changes that mend several problems of one kind, as one step.
#[must_use]
pub fn mend_all<'p>(tree: &Tree, problems: impl DoubleEndedIterator<Item = &'p Problem>) -> Vec<Change> {
    let mut tree = tree.clone();
    let mut all = Vec::new();
    // From the last on, so that what is taken out leaves the places of the others.
    for problem in problems.rev() {
        if let Some((_, changes)) = mend(&tree, problem)
            && tree.apply_all(&changes).is_ok()
        {
            all.extend(changes);
        }
    }
    all
}

fn is_in_list(at: &FieldPath) -> bool {
    at.0.len() > 2 && matches!(at.0.last(), Some(Step::Index(_)))
}

/// What was probably meant, as it would be written in the file.
fn corrected(tree: &Tree, at: &FieldPath, correct: &str) -> Option<Vec<Change>> {
    tree.value(at)?;
    let (above, last) = at.split_last()?;
    match last {
        Step::Field(name) => {
            let fields: Map<String, Value> = serde_json::from_str(&format!("{{{correct}}}")).ok()?;
            fields.contains_key(name).then_some(())?;
            Some(fields.into_iter().map(|(name, value)| Change::set(above.field_named(&name), value)).collect())
        }
        Step::Index(_) => Some(vec![Change::set(at.clone(), serde_json::from_str::<Value>(correct).ok()?)]),
    }
}

/// Another id for the second of two entries: whatever refers to it means the first.
#[expect(clippy::maybe_infinite_iter, reason = "ids are finite")]
fn renamed(tree: &Tree, at: FieldPath, id: &str) -> Option<Change> {
    let list = List::of_field(at.outermost()).filter(|list| needs_id(*list))?;
    (at.0.len() == 3 && at.0.last() == Some(&Step::Field("id".to_owned()))).then_some(())?;
    (tree.text_at(&at) == id).then_some(())?;
    let is_taken = |id: &str| {
        (0..tree.len(list.field()))
            .filter_map(|index| tree.entry(list.field(), index)?.get("id")?.as_str())
            .any(|other| other == id)
    };
    let fresh = (2..).map(|n| format!("{id}-{n}")).find(|id| !is_taken(id))?;
    Some(Change::set(at, fresh))
}

/// Takes a reference out, where its entry can be without it.
fn removed(tree: &Tree, at: FieldPath, value: &Value) -> Option<Change> {
    (tree.value(&at) == Some(value)).then_some(())?;
    if is_in_list(&at) {
        return Some(Change::Remove { at });
    }
    let (above, Step::Field(last)) = at.split_last()? else { return None };
    let within = match above.0.last() {
        Some(Step::Field(name)) => name.as_str(),
        Some(Step::Index(_)) | None => "",
    };
    let can_be_without = matches!(
        (at.outermost(), within, last.as_str()),
        ("photos", "", "topic")
            | ("milestones", "", "photo")
            | ("running_order", "pairings", "year" | "lit")
            | ("running_order", "card", "photo" | "statement")
    );
    can_be_without.then(|| Change::unset(at))
}

/// The first and the last batch of a subtotal. Of two dates either may be wrong.
fn exchanged(tree: &Tree, at: &FieldPath) -> Option<Vec<Change>> {
    (at.outermost() == "subtotals").then_some(())?;
    let (first, last) = (at.field("first"), at.field("last"));
    let numbers = (tree.value(&first)?.as_u64()?, tree.value(&last)?.as_u64()?);
    (numbers.0 > numbers.1).then(|| vec![Change::set(first, numbers.1), Change::set(last, numbers.0)])
}

/// Moves an entry before the first one of a later date or higher number.
fn moved(tree: &Tree, at: &FieldPath) -> Option<Change> {
    let (list, index) = at.list_entry()?;
    let field = match list {
        "milestones" => "date",
        "pairing_stops" => "year",
        "batches" => "number",
        _ => return None,
    };
    let rank = |index: usize| {
        let value = tree.entry(list, index)?.get(field)?;
        // Years and days as they are written stand in the order of time.
        Some((value.as_u64(), value.as_str().map(str::to_owned)))
    };
    let own = rank(index)?;
    let to = (0..index).find(|before| rank(*before).is_some_and(|rank| rank > own))?;
    Some(Change::Move { at: FieldPath::entry(list, index), to })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{MendKind, mend, mend_all};
    use crate::model::{Known, Problem, Tree, check, read};

    const TEXT: &str = r#"{ "format": 1, "title": { "en": "A", "zh": "A", "bo": "A" },
      "batches": [ { "number": 1, "arrive": { "date": "1995" },
                     "figure": { "state": "reported", "value": "622", "sources": ["s"] } },
                   { "number": 2, "arrive": { "date": "1998" }, "years_sources": ["s", "gone", "s"],
                     "figure": { "state": "not_published" } } ],
      "subtotals": [ { "first": 2, "last": 1, "figure": { "state": "not_published" } } ],
      "milestones": [ { "id": "b", "date": "2001-05", "title": {}, "text": {}, "photo": "gone" },
                      { "id": "c", "date": "2002", "title": {}, "text": {} },
                      { "id": "a", "date": "1994", "title": {}, "text": {} } ],
      "photos": [ { "id": "a", "file": "p\\a.jpg", "title": {}, "caption": {}, "alt": {}, "topic": "gone" },
                  { "id": "a", "file": "b.jpg", "title": {}, "caption": {}, "alt": {}, "provinces": ["CN-1", "CN-2"] } ],
      "running_order": [ { "shows": { "photo": "gone" } }, { "shows": { "chart": { "lit": [1, 7] } } },
                         { "shows": { "pairings": { "year": 1901, "lit": "CN-1" } } } ],
      "sources": [ { "id": "s", "publisher": { "en": "P" }, "language": "en", "hosting": "publisher", "how_read": "full" } ]
    }"#;

    fn problems(tree: &Tree) -> Vec<Problem> {
        let (x, mut problems) = read(&tree.text().expect("text")).expect("read");
        let known = Known { files: &BTreeSet::new(), has_glyph: &|_| true };
        problems.extend(check(&x, &known));
        problems
    }

    #[test]
    fn what_has_one_right_way_is_mended_and_is_no_problem_any_more() {
        let tree = Tree::of_text(TEXT).expect("a tree");
        let all = problems(&tree);
        let mut mended = 0;
        for problem in &all {
            let Some((_, changes)) = mend(&tree, problem) else { continue };
            let mut after = tree.clone();
            after.apply_all(&changes).expect("fits");
            mended += 1;
            let left = problems(&after);
            assert!(!left.contains(problem), "{problem:?} is still there after {changes:?}");
        }
        assert_eq!(mended, 14, "{all:#?}");
    }

    fn kind(path: &str) -> Option<MendKind> {
        let tree = Tree::of_text(TEXT).expect("a tree");
        let all = problems(&tree);
        let problem = all.iter().find(|problem| problem.place.path == path).expect(path);
        mend(&tree, problem).map(|(kind, _)| kind)
    }

    #[test]
    fn each_kind_of_mending_has_its_place() {
        for (path, expected) in [
            ("photos[0].file", Some(MendKind::Correct)),
            ("batches[0].figure.value", Some(MendKind::Correct)),
            ("photos[1].id", Some(MendKind::Rename)),
            ("photos[0].topic", Some(MendKind::Remove)),
            ("photos[1].provinces[0]", Some(MendKind::Remove)),
            ("milestones[0].photo", Some(MendKind::Remove)),
            ("batches[1].years_sources[1]", Some(MendKind::Remove)),
            ("batches[1].years_sources[2]", Some(MendKind::Remove)),
            ("running_order[1].shows.chart.lit[1]", Some(MendKind::Remove)),
            ("running_order[2].shows.pairings.year", Some(MendKind::Remove)),
            ("subtotals[0]", Some(MendKind::Exchange)),
            ("milestones[2].date", Some(MendKind::Reorder)),
            // A stop must show something, and a text must be written.
            ("running_order[0].shows.photo", None),
            ("photos[0].title", None),
        ] {
            assert_eq!(kind(path), expected, "{path}");
        }
    }

    #[test]
    fn the_second_picture_is_renamed_and_references_stay_with_the_first() {
        let mut tree = Tree::of_text(TEXT).expect("a tree");
        let all = problems(&tree);
        let twice = all.iter().find(|problem| problem.place.path == "photos[1].id").expect("it is named");
        let (_, changes) = mend(&tree, twice).expect("it can be mended");
        tree.apply_all(&changes).expect("fits");
        assert_eq!(tree.entry("photos", 0).expect("a picture")["id"], "a");
        assert_eq!(tree.entry("photos", 1).expect("a picture")["id"], "a-2");
    }

    #[test]
    fn like_problems_are_mended_as_one_step() {
        let mut tree = Tree::of_text(TEXT).expect("a tree");
        let all = problems(&tree);
        let both = all.iter().filter(|problem| problem.place.path.starts_with("photos[1].provinces"));
        let both: Vec<&Problem> = both.collect();
        let changes = mend_all(&tree, both.iter().copied());
        tree.apply_all(&changes).expect("fits");
        assert_eq!(tree.entry("photos", 1).expect("a picture")["provinces"], serde_json::json!([]));
    }

    #[test]
    fn what_has_changed_meanwhile_is_left_alone() {
        let tree = Tree::of_text(TEXT).expect("a tree");
        let all = problems(&tree);
        let other = Tree::of_text(r#"{ "format": 1, "photos": [ {"id": "x"}, {"id": "y"} ] }"#).expect("a tree");
        for problem in &all {
            assert_eq!(mend(&other, problem), None, "{problem:?}");
        }
    }
}
