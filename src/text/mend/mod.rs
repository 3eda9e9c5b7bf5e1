//! Texts of the list of problems: what mending does, where a problem is, and what was seen in every view.

mod bo;
mod en;
mod fields;
mod place;
mod zh;

use super::problem;
use crate::model::{Lang, List, Trouble, Why};
use crate::state::editing::{MendKind, Part};

pub use fields::field_name;
pub use place::{entry_label, place};

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mend<'a> {
    /// Mends a problem.
    Do(MendKind),
    /// Mends several at once.
    DoAll(MendKind, usize),
    /// Finds the file that a picture names.
    FindFile,
    /// Takes another file for a picture.
    OtherFile,
    /// Like problems: their number, and what is wrong.
    Many(usize, &'a str),
    /// Like gaps: their number, the field, and the language.
    Missing(usize, &'a str, Lang),
    /// Comes after the first places of like problems.
    AndMore(usize),
    /// A batch.
    Batch(u64),
    /// Several batches.
    Batches(u64, u64),
    /// The total after a batch.
    After(u64),
    /// A stop of a talk.
    Stop(usize),
    /// A list.
    List(List),
    /// A field in a language.
    InLanguage(&'a str, Lang),
    /// Goes through every view.
    CheckAll,
    /// What that does.
    CheckAllIs,
    /// Back from it to the problems.
    ToProblems,
    /// What was gone through: the number of views, languages and sizes.
    Seen(usize, usize, usize),
    /// A part of the exhibition.
    Part(Part),
    /// The number of entries of a list.
    Count(List, usize),
    /// All texts are there in a language.
    Whole(Lang),
    /// So many entries lack a text in a language.
    Without(Lang, usize),
    /// The problems of a part: to mend, and worth a look.
    Problems(usize, usize),
}

/// A text in a language.
#[must_use]
pub fn mend(lang: Lang, words: Mend<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}

/// What is wrong, as the heading of a row. Fields have their plain names here: nobody looks at the file.
#[must_use]
pub fn headline(lang: Lang, trouble: &Trouble) -> String {
    let mut trouble = trouble.clone();
    if let Trouble::Unreadable { why: Why::Missing { field }, .. } = &mut trouble
        && let Some(name) = field_name(lang, field)
    {
        *field = name.into_owned();
    }
    let text = problem::trouble(lang, &trouble).replace(['\n', '\r'], " ");
    if lang != Lang::En {
        return text;
    }
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::headline;
    use crate::model::{Lang, Trouble, Why};

    #[test]
    fn a_missing_field_has_its_plain_name() {
        let trouble = Trouble::Unreadable {
            why: Why::Missing { field: "value".to_owned() },
            correct: None,
            left: crate::model::Left::Figure,
        };
        let said = Lang::ALL.map(|lang| headline(lang, &trouble));
        assert!(said.iter().all(|said| !said.contains("value")), "{said:?}");
        assert!(said[0].contains("number") && said[1].contains("数目"), "{said:?}");
    }
}
