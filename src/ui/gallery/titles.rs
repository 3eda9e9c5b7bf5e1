//! Titles under pictures. Those that begin alike, as cameras and series name them, are cut in the middle: their ends tell them apart.

use std::collections::HashSet;
use std::sync::Arc;

use egui::Ui;

use crate::model::PhotoKey;
use crate::ui::Cx;
use crate::ui::memo::remembered;
use crate::ui::theme::Role;
use crate::ui::typeset::Label;

/// Titles with so many letters in common at their beginning begin alike.
const ALIKE: usize = 10;
/// The share of a cut title's letters that are from its beginning.
const BEGINNING: f32 = 0.5;

/// The pictures of the wall whose titles begin like another one's.
pub fn alike(ui: &Ui, cx: &Cx<'_>, wall: &[PhotoKey]) -> Arc<HashSet<PhotoKey>> {
    remembered(ui, cx, "titles that begin alike", wall, || {
        let title = |key: &PhotoKey| cx.photo(*key).map(|photo| (cx.localized(&photo.title), *key));
        let mut titles: Vec<(String, PhotoKey)> = wall.iter().filter_map(title).collect();
        titles.sort();
        let common = |one: &str, other: &str| one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let pairs = titles.windows(2).filter(|two| two[0].0 != two[1].0 && common(&two[0].0, &two[1].0) >= ALIKE);
        pairs.flat_map(|two| [two[0].1, two[1].1]).collect()
    })
}

/// A title on one line of a width: whole, cut in the middle, or cut at its end.
pub fn on_a_line(ui: &Ui, cx: &Cx<'_>, title: &str, width: f32, in_the_middle: bool) -> Label<'static> {
    let label = |words: &str| cx.label(words, Role::Label).into_owned();
    let fits = |words: &str| label(words).size(ui.ctx()).x <= width;
    if !in_the_middle || fits(title) {
        return label(title).width(width).one_line();
    }
    let letters: Vec<char> = title.chars().collect();
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the letters of a title"
    )]
    let cut = |kept: usize| {
        let first = (kept as f32 * BEGINNING).ceil() as usize;
        let ends =
            [&letters[..first], &letters[letters.len() - (kept - first)..]].map(|end| end.iter().collect::<String>());
        format!("{}…{}", ends[0].trim_end(), ends[1].trim_start())
    };
    // The most letters that fit, found by halving.
    let (mut least, mut most) = (1, letters.len().min(MOST));
    while least + 1 < most {
        let kept = usize::midpoint(least, most);
        if fits(&cut(kept)) {
            least = kept;
        } else {
            most = kept;
        }
    }
    label(&cut(least)).width(width).one_line()
}

/// More letters than this are never tried.
const MOST: usize = 400;
