//! What was checked beside what stands now. A check has fingerprints of the texts that it is of; a text that has the fingerprint is
//! that text, wherever it is found: kept with the check, among the steps that can be undone, or in an earlier version.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Editing;
use super::beside::words_at;
use crate::model::{Change, FieldPath, Fingerprint, Lang, Review};
use crate::state::{Effect, State};

/// Texts by their fingerprints; none where nobody has it any more.
pub type Formers = BTreeMap<Fingerprint, Option<String>>;

/// A text as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Former<'e> {
    /// This one.
    Known(&'e str),
    /// It is being looked for in the versions.
    Awaited,
    /// It is kept nowhere any more.
    Gone,
}

/// A text as it was when it was checked or translated from, in its language; what it is now stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared<'e> {
    /// Its language.
    pub lang: Lang,
    /// What it was.
    pub was: Former<'e>,
}

impl Editing {
    /// The texts that have changed since a text was checked: the one that it was translated from first.
    #[must_use]
    pub fn compared<'e>(&'e self, review: &'e Review, changed: &[(Lang, Fingerprint)]) -> Vec<Compared<'e>> {
        let was = |print: Fingerprint| match (kept(review, print), self.formers.get(&print).map(Option::as_deref)) {
            (Some(text), _) | (None, Some(Some(text))) => Former::Known(text),
            (None, Some(None)) => Former::Gone,
            (None, None) => Former::Awaited,
        };
        changed.iter().map(|(lang, print)| Compared { lang: *lang, was: was(*print) }).collect()
    }

    /// Takes what the steps have, and gives what is to be looked for elsewhere.
    fn look_back(&mut self, at: &FieldPath, lang: Lang) -> Vec<Fingerprint> {
        let Some(words) = words_at(&self.tree, at) else { return Vec::new() };
        let Some(review) = words.reviewed.of(lang) else { return Vec::new() };
        let by = words.outdated_by(lang);
        let wanted = by.text.into_iter().chain(by.source.map(|(_, print)| print));
        let mut wanted: Vec<Fingerprint> = wanted
            .filter(|print| kept(review, *print).is_none() && !matches!(self.formers.get(print), Some(Some(_))))
            .collect();
        if wanted.is_empty() {
            return wanted;
        }
        for value in self.history.changes().filter_map(value_of) {
            find_in(value, &wanted, &mut self.formers);
        }
        wanted.retain(|print| !matches!(self.formers.get(print), Some(Some(_))));
        // They are looked for again each time: meanwhile a version may have been kept.
        self.formers.retain(|print, _| !wanted.contains(print));
        wanted
    }
}

/// The text with a fingerprint, where the check has kept it.
fn kept(review: &Review, print: Fingerprint) -> Option<&str> {
    let both = [&review.source_was, &review.text_was];
    both.into_iter().flatten().map(String::as_str).find(|text| Fingerprint::of(text) == print)
}

fn value_of(change: &Change) -> Option<&Value> {
    match change {
        Change::Set { value, .. } => value.as_ref(),
        Change::Insert { value, .. } => Some(value),
        Change::Remove { .. } | Change::Move { .. } => None,
    }
}

/// Finds texts by their fingerprints, wherever they stand in a value.
pub fn find_in(value: &Value, wanted: &[Fingerprint], found: &mut Formers) {
    match value {
        Value::String(text) => {
            let print = Fingerprint::of(text);
            if wanted.contains(&print) {
                found.insert(print, Some(text.clone()));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| find_in(item, wanted, found)),
        Value::Object(fields) => fields.values().for_each(|field| find_in(field, wanted, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl State {
    /// Opens or closes the comparison of a text with what was checked.
    pub(super) fn compare(&mut self, what: Option<(FieldPath, Lang)>) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let wanted = what.as_ref().map(|(at, lang)| editing.look_back(at, *lang)).unwrap_or_default();
        editing.form.comparing = what;
        if wanted.is_empty() { Vec::new() } else { vec![Effect::FindTexts(wanted)] }
    }

    /// What was found of former texts.
    pub(super) fn texts_found(&mut self, found: Formers) {
        if let Some(editing) = self.editing.as_deref_mut() {
            editing.formers.extend(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Compared, Former};
    use crate::model::{Change, FieldPath, Fingerprint, Lang, Words};
    use crate::state::editing::tests::{begun, path};
    use crate::state::editing::{Edit, EditCommand, FormCommand};
    use crate::state::{Action, Effect, State};

    const TEXT: &str = r#"{ "format": 1, "title": { "en": "Ten schools", "zh": "十所学校", "reviewed": ["zh"] } }
"#;

    fn set(state: &mut State, at: &str, text: &str) {
        let edit = Edit::step(vec![Change::set(path(at), text)]);
        state.update(Action::Edit(EditCommand::Edit(edit)));
    }

    fn title(state: &State) -> Words {
        let value = state.editing().expect("editing").tree().value(&path("title")).cloned();
        serde_json::from_value(value.expect("a title")).expect("words")
    }

    /// What the comparison of the Chinese title shows.
    fn compared(state: &State) -> Vec<(Lang, Option<String>)> {
        let words = title(state);
        let by = words.outdated_by(Lang::Zh);
        let changed: Vec<_> = by.source.into_iter().chain(by.text.map(|print| (Lang::Zh, print))).collect();
        let review = words.reviewed.of(Lang::Zh).expect("a check");
        let all = state.editing().expect("editing").compared(review, &changed);
        all.into_iter()
            .map(|Compared { lang, was }| match was {
                Former::Known(text) => (lang, Some(text.to_owned())),
                Former::Awaited | Former::Gone => (lang, None),
            })
            .collect()
    }

    fn compare(state: &mut State) -> Vec<Effect> {
        let command = FormCommand::Compare(Some((path("title"), Lang::Zh)));
        state.update(Action::Edit(EditCommand::Form(command)))
    }

    #[test]
    fn the_text_that_was_checked_stays_with_the_check_and_undoing_gives_back_the_bytes() {
        let mut state = begun(TEXT, Vec::new());
        set(&mut state, "title.en", "Ten schools");
        assert!(state.editing().expect("editing").tree().is_original(), "the same text is no change");
        set(&mut state, "title.en", "Twelve schools");
        set(&mut state, "title.en", "Thirteen schools");
        set(&mut state, "title.zh", "十三所学校");
        assert_eq!(compare(&mut state), []);
        let expected = [(Lang::En, Some("Ten schools".to_owned())), (Lang::Zh, Some("十所学校".to_owned()))];
        assert_eq!(compared(&state), expected);
        for _ in 0..3 {
            state.update(Action::Edit(EditCommand::Undo));
        }
        assert!(state.editing().expect("editing").tree().is_original());
    }

    #[test]
    fn what_no_check_has_kept_is_found_among_the_steps_else_in_the_versions_else_it_is_gone() {
        let print = Fingerprint::of("Ten schools");
        let older = TEXT.replace(
            "[\"zh\"]",
            &format!(r#"[{{ "lang": "zh", "from": "en", "source": "{}" }}]"#, String::from(print)),
        );
        let mut state = begun(&older, Vec::new());
        // All of the words at once: nothing is kept with the check.
        let mut words = state.editing().expect("editing").tree().value(&path("title")).cloned().expect("words");
        words["en"] = "Nine schools".into();
        let edit = Edit::step(vec![Change::set(FieldPath::of("title"), words)]);
        state.update(Action::Edit(EditCommand::Edit(edit)));
        assert_eq!(compare(&mut state), []);
        assert_eq!(compared(&state), [(Lang::En, Some("Ten schools".to_owned()))]);
        // Saved and opened anew, no step knows it.
        let saved = state.editing().expect("editing").tree().text().expect("text");
        let mut state = begun(&saved, Vec::new());
        assert_eq!(compare(&mut state), [Effect::FindTexts(vec![print])]);
        assert_eq!(compared(&state), [(Lang::En, None)]);
        for (found, expected) in [(None, None), (Some("Ten schools "), Some("Ten schools ".to_owned()))] {
            let found = [(print, found.map(str::to_owned))].into();
            state.update(Action::Edit(EditCommand::TextsFound(found)));
            assert_eq!(compared(&state), [(Lang::En, expected)]);
        }
    }
}
