//! The texts that a native reader is asked to check, as a file.

use super::Unprinted;
use crate::files::{self, PackSource};
use crate::model::Tree;
use crate::photos::GoOn;
use crate::review::{self, Form, Sheet, Unmade};
use crate::state::State;
use crate::ui::fonts;
use crate::work;

/// A sheet with the texts in the language of a state that are still to be checked; with all of them where there are none.
pub fn review_file(state: &State, source: &PackSource, form: Form, go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    let text = files::exhibition(source).map(|(_, _, text)| text).map_err(|_unreadable| Unprinted::Empty)?;
    let tree = Tree::of_text(&text).ok_or(Unprinted::Empty)?;
    let all = review::rows(&tree, state.lang());
    let to_check: Vec<_> = all.iter().filter(|row| row.state().is_to_be_checked()).cloned().collect();
    let rows = if to_check.is_empty() { &all } else { &to_check };
    let sheet = Sheet { lang: state.lang(), tree: &tree, text: &text, rows };
    work::review_file((form, sheet), (state.pack(), source), &fonts::bundled_faces(), go_on).map_err(|why| match why {
        Unmade::Cancelled => Unprinted::Cancelled,
        Unmade::TooLarge => Unprinted::TooLarge,
    })
}
