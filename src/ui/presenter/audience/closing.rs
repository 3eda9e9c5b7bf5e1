//! What stands at the end of a talk: the exhibition's title, and a code with the citation and the address of what it starts from.

use egui::{Rect, pos2};

use super::Scene;
use super::column::{Column, STEPS};
use super::photo::UPRIGHT;
use super::poster::{block, dim, words_area};
use crate::model::Hosting;
use crate::text::{self, Say};
use crate::ui::sheet::code;

/// The sizes of the title beside a code and alone, of the words under it, and of the citation.
const TITLE: [f32; STEPS] = [84.0, 72.0, 60.0, 48.0];
const TITLE_ALONE: [f32; STEPS] = [132.0, 108.0, 84.0, 60.0];
const WORDS: [f32; STEPS] = [50.0, 46.0, 42.0, 40.0];
const CITED: [f32; STEPS] = [40.0, 38.0, 36.0, 34.0];
/// The gap under the title, and over the citation.
const GAPS: [f32; 2] = [36.0, 18.0];
/// The code: its side as a share of the height, of the width of an upright screen, and the margin around it.
const SHARE: f32 = 0.78;
const UPRIGHT_SHARE: f32 = 0.74;
const MARGIN: f32 = 96.0;

pub(super) fn closing_ui(scene: Scene<'_>) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let source = cx.x().sources.iter().find(|source| source.hosting == Hosting::Article);
    let carried = source.map(|source| text::carried(cx.lang(), source));
    let opens = source.is_some_and(|source| text::carries_address(source));
    let keep = cx.say(if opens { Say::PhotographToOpen } else { Say::PhotographToKeep });
    let (width, height) = (pen.width(), pen.height());
    let code = carried.map(|carried| {
        let is_upright = width < height * UPRIGHT;
        let side = if is_upright { width * UPRIGHT_SHARE } else { (height * SHARE).min(width * 0.48) };
        let at = if is_upright {
            pos2((width - side) / 2.0, MARGIN)
        } else {
            pos2(width - MARGIN - side, (height - side) / 2.0)
        };
        let area = pen.rect(at.x, at.y, side, side);
        code::paint(pen.ui, cx, area, &carried);
        pen.name(area, &keep);
        // Words stand beside it, or under it.
        let left = if is_upright { 0.0 } else { at.x };
        Rect::from_min_max(pos2(left, 0.0), pos2(width, at.y + side))
    });
    let mut column = Column::default();
    let (lang, title) = pen.resolve(&cx.x().title);
    let titles = if code.is_some() { TITLE } else { TITLE_ALONE };
    column.add(block(cx, (lang, &title), titles, true, 0.0));
    let sources = cx.x().sources.len();
    if sources > 0 {
        column.add(dim(cx, &cx.say(Say::AllSources(sources)), WORDS, GAPS[0]));
    }
    if let Some(source) = source {
        column.add(block(cx, (cx.lang(), &keep), CITED, true, GAPS[0]));
        column.add(dim(cx, &text::citation(cx.lang(), source), CITED, GAPS[1]));
    }
    let area = words_area(pen, code);
    let fitted = column.fit_in_part(pen, area.size());
    let spare = (area.height() - fitted.height).max(0.0) / 2.0;
    fitted.draw(pen, area.with_min_y(area.top() + spare));
}
