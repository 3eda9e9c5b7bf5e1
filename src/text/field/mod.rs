//! The names of the fields of an exhibition, a line about each, and the words of what can be chosen in them.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::editing::fields::Called;

/// The name of a field.
#[must_use]
pub(super) fn name(lang: Lang, called: Called) -> &'static str {
    both(lang, called).0
}

/// What it is for, in one line.
#[must_use]
pub(super) fn help(lang: Lang, called: Called) -> &'static str {
    both(lang, called).1
}

fn both(lang: Lang, called: Called) -> (&'static str, &'static str) {
    match lang {
        Lang::En => en::field(called),
        Lang::Zh => zh::field(called),
        Lang::Bo => bo::field(called),
    }
}

/// A word of a choice of few, by how it stands in `exhibition.json`, and a line about it, which may be empty.
#[must_use]
pub(super) fn choice(lang: Lang, value: &str) -> (&'static str, &'static str) {
    match lang {
        Lang::En => en::choice(value),
        Lang::Zh => zh::choice(value),
        Lang::Bo => bo::choice(value),
    }
}

#[cfg(test)]
mod tests {
    use super::{choice, help, name};
    use crate::model::Lang;
    use crate::state::editing::fields::{Called, Choice};

    #[test]
    fn every_field_has_a_name_and_a_line_in_each_language() {
        for lang in Lang::ALL {
            for &called in Called::ALL {
                assert!(!name(lang, called).is_empty() && !help(lang, called).is_empty(), "{called:?} in {lang:?}");
                assert!(name(lang, called).chars().count() < 48, "{called:?}: a name is short");
                for text in [name(lang, called), help(lang, called)] {
                    let is_own = Lang::of_script(text) == lang || lang == Lang::En;
                    assert!(is_own, "{called:?} in {lang:?}: {text}");
                }
            }
            for value in Choice::ALL.iter().flat_map(|choice| choice.values()) {
                assert!(!choice(lang, value).0.is_empty(), "{value} in {lang:?}");
            }
        }
    }
}
