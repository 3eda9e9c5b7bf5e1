//! A sentence with a picture beside it, over it on upright screens; and the foot that says who reported it.

use egui::{Rect, Vec2, pos2, vec2};

use super::column::{Block, Column, Fitted, STEPS};
use super::photo::{UPRIGHT, credit, picture_ui};
use super::{Scene, TEXT};
use crate::model::{Lang, PhotoKey, SourceId};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::presenter::pen::{Pen, Type};
use crate::ui::theme::stage::Leading;

/// The shares of the width that a picture takes: less of it where the words need more.
pub(super) const SHARES: [f32; 4] = [0.6, 0.5, 0.42, 0.34];
/// The share of the height that it takes on an upright screen, of those.
const UPRIGHT_SHARE: f32 = 0.75;
/// The margins of the words: at the sides, between them and a picture, over them, under the foot and over it.
const SIDE: f32 = 80.0;
const SIDE_ALONE: f32 = 112.0;
const BEFORE_PICTURE: f32 = 48.0;
const TOP: f32 = 56.0;
const BOTTOM: f32 = 52.0;
const OVER_FOOT: f32 = 32.0;
/// The rule over the foot: its width, its thickness, and the gap under it.
const RULE: Vec2 = vec2(600.0, 3.0);
const UNDER_RULE: f32 = 22.0;
/// The sizes of the foot.
const FOOT: [f32; STEPS] = [TEXT, TEXT, 36.0, 34.0];
/// The most of the height that it takes.
const FOOT_SHARE: f32 = 0.24;
/// The steps down to which words are set before the picture gives way.
const BEFORE_GIVING_WAY: usize = 2;

/// Words with the area they have, those of the foot, and the area of the picture.
pub(super) struct Placed {
    words: Fitted,
    area: Rect,
    foot: Option<(Fitted, Rect)>,
    picture: Option<Rect>,
}

/// The area of a picture that takes a share of the screen.
pub(super) fn picture_area(pen: &Pen<'_>, share: f32) -> Rect {
    let (width, height) = (pen.width(), pen.height());
    if width < height * UPRIGHT {
        return Rect::from_min_size(pos2(0.0, 0.0), vec2(width, (height * share * UPRIGHT_SHARE).round()));
    }
    let left = (width * (1.0 - share)).round();
    Rect::from_min_max(pos2(left, 0.0), pos2(width, height))
}

/// The area that a picture leaves for words.
pub(super) fn words_area(pen: &Pen<'_>, picture: Option<Rect>) -> Rect {
    let (width, height) = (pen.width(), pen.height());
    let whole = Rect::from_min_max(pos2(0.0, TOP), pos2(width, height - BOTTOM));
    match picture {
        None => whole.shrink2(vec2(SIDE_ALONE.min(width * 0.06), 0.0)),
        Some(picture) if picture.left() > 0.0 => whole.with_min_x(SIDE).with_max_x(picture.left() - BEFORE_PICTURE),
        Some(picture) => whole.with_min_y(picture.bottom() + TOP).shrink2(vec2(SIDE, 0.0)),
    }
}

/// Draws words with a picture beside them, if there is one.
pub(super) fn poster_ui(scene: &Scene<'_>, photo: Option<PhotoKey>, words: &Column, foot: &[String]) {
    let placed = place(scene, photo, words, foot).unwrap_or_else(|| {
        let picture = photo.map(|_| picture_area(&scene.pen, SHARES[STEPS - 1]));
        let (area, foot) = footed(&scene.pen, words_area(&scene.pen, picture), foot);
        Placed { words: words.fit_in_part(&scene.pen, area.size()), area, foot, picture }
    });
    placed.draw(scene, photo);
}

/// Finds the largest picture beside which all words fit.
pub(super) fn place(scene: &Scene<'_>, photo: Option<PhotoKey>, words: &Column, foot: &[String]) -> Option<Placed> {
    let pen = &scene.pen;
    let placed = |share: Option<f32>, last: usize| {
        let picture = share.map(|share| picture_area(pen, share));
        let (area, foot) = footed(pen, words_area(pen, picture), foot);
        let words = words.fit(pen, area.size(), last)?;
        Some(Placed { words, area, foot, picture })
    };
    if photo.is_none() {
        return placed(None, STEPS - 1);
    }
    let whole = placed(Some(SHARES[0]), BEFORE_GIVING_WAY);
    whole.or_else(|| SHARES[1..].iter().find_map(|share| placed(Some(*share), STEPS - 1)))
}

impl Placed {
    pub(super) fn draw(&self, scene: &Scene<'_>, photo: Option<PhotoKey>) {
        let pen = &scene.pen;
        if let Some((photo, area)) = photo.zip(self.picture) {
            picture_ui(scene, photo, area);
        }
        let spare = (self.area.height() - self.words.height).max(0.0) / 2.0;
        self.words.draw(pen, self.area.with_min_y(self.area.top() + spare));
        if let Some((foot, area)) = &self.foot {
            let width = RULE.x.min(area.width());
            let rule = pen.rect(area.left(), area.top() - UNDER_RULE - RULE.y, width, RULE.y);
            pen.ui.painter().rect_filled(rule, 0.0, pen.cx.colors.text);
            foot.draw(pen, *area);
        }
    }
}

/// Divides an area into that of the words and that of the foot.
fn footed(pen: &Pen<'_>, area: Rect, lines: &[String]) -> (Rect, Option<(Fitted, Rect)>) {
    let mut foot = Column::default();
    for line in lines {
        foot.add(dim(pen.cx, line, FOOT, 0.0));
    }
    let foot = foot.fit_in_part(pen, vec2(area.width(), pen.height() * FOOT_SHARE));
    if foot.height <= 0.0 {
        return (area, None);
    }
    let (words, below) = area.split_top_bottom_at_y(area.bottom() - foot.height);
    let words = words.with_max_y(words.bottom() - UNDER_RULE - RULE.y - OVER_FOOT);
    (words, Some((foot, below)))
}

/// A block of words of the exhibition.
pub(super) fn block(cx: &Cx<'_>, (lang, words): (Lang, &str), sizes: [f32; STEPS], bold: bool, gap: f32) -> Block {
    let kind = Type { size: sizes[0], bold, leading: if bold { Leading::Tight } else { Leading::Text } };
    Block { lang, words: words.to_owned(), sizes, kind, color: cx.colors.text, gap, gives_way: false }
}

/// A block in the second colour.
pub(super) fn dim(cx: &Cx<'_>, words: &str, sizes: [f32; STEPS], gap: f32) -> Block {
    Block { color: cx.colors.dim, ..block(cx, (cx.lang(), words), sizes, false, gap) }
}

/// Who reported something and when, at most two by name, and the credit of the picture beside it.
pub(super) fn foot(cx: &Cx<'_>, sources: Option<&[SourceId]>, photo: Option<PhotoKey>) -> Vec<String> {
    let mut lines = sources.map(|sources| reporters(cx, sources)).unwrap_or_default();
    lines.extend(photo.map(|photo| credit(cx, photo)).filter(|credit| !credit.is_empty()));
    lines
}

/// Who reported something and when: at most two by name, then how many others.
pub(super) fn reporters(cx: &Cx<'_>, sources: &[SourceId]) -> Vec<String> {
    let all: Vec<String> =
        sources.iter().filter_map(|id| cx.x().source(id)).map(|source| text::byline(cx.lang(), source)).collect();
    let others = all.len().saturating_sub(2);
    let mut lines: Vec<String> = all.into_iter().take(2).collect();
    if lines.is_empty() {
        lines.push(cx.say(Say::NoSourceGiven));
    }
    lines.extend((others > 0).then(|| cx.say(Say::AndSources(others))));
    lines
}
