//! The pairing diagram for the hall, with what its ribbons do not mean beside it.

use egui::{Rect, pos2, vec2};

use super::{SIDE, Scene, title_ui};
use crate::model::Lang;
use crate::state::View;
use crate::text::Say;
use crate::ui::chart::diagram::{Diagram, is_chosen, province_name, widest};
use crate::ui::chart::plan::{Pitch, Plan, rows_and_groups};
use crate::ui::marks::Tone;
use crate::ui::pairings::{label_shown, year_shown};
use crate::ui::presenter::pen::{Pen, text as running, tight};
use crate::ui::typeset::Label;

/// The width of the upright bars at the ends of the ribbons.
const NODE: f32 = 16.0;
/// The thickness of a ribbon.
const RIBBON: f32 = 34.0;
/// The area beside the diagram on a wide screen.
const ASIDE: f32 = 440.0;

/// Between a bar and its name.
const GAP: f32 = 18.0;

pub(super) fn pairings_ui(scene: Scene<'_>) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let year = year_shown(cx);
    let top = title_ui(&scene, &cx.say(Say::View(View::Pairings))) + 16.0;
    let wide = pen.width() >= 1700.0;
    let right = pen.width() - SIDE - if wide { ASIDE + 40.0 } else { 0.0 };
    let area = Rect::from_min_max(pos2(SIDE, top), pos2(right, pen.height() - 36.0));
    diagram_ui(pen, area, year);
    if wide {
        aside_ui(pen, Rect::from_min_max(pos2(right + 40.0, top), pos2(pen.width() - SIDE, pen.height() - 40.0)));
    }
}

fn diagram_ui(pen: &Pen<'_>, area: Rect, year: u16) {
    let cx = pen.cx;
    let pitch = Pitch::filling(area.height(), rows_and_groups(cx.x()), 30.0, RIBBON);
    let size = (pitch.row * if cx.lang() == Lang::Bo { 0.66 } else { 0.84 }).min(38.0);
    let set = |size: f32| move |name: &str| pen.label(name, tight(size, true), cx.colors.text).into_owned();
    let [names, ends] = widest(pen.ui, cx, year, [&set(size), &set(size + 2.0)]).map(|width| width / pen.scale);
    let most = area.width() * 0.4;
    let from = area.left() + (names + 4.0).min(most) + GAP;
    let to = (area.right() - (ends + 12.0).min(most) - GAP - NODE).max(from + 100.0);
    let diagram = Diagram {
        plan: Plan::of(cx.x(), year, pitch.scaled(pen.scale)),
        top: pen.at(0.0, area.top()).y,
        columns: [area.left(), from, to, area.right()].map(|x| pen.at(x, 0.0).x),
        node: [pen.px(NODE), pen.px(GAP)],
        lines: [pen.px(2.0), pen.px(2.5).max(1.0)],
        has_hollow: false,
        named: [pen.named; 2],
    };
    pen.marks(Tone::default(), diagram.ribbons(cx, |_| cx.colors.ribbon));
    let cut = |label: Label<'_>, width: f32| label.width(width).one_line().into_owned();
    for row in &diagram.plan.rows {
        let (marks, _) = diagram.row(pen.ui, cx, row, |color, width| {
            let name = province_name(cx, row.province, year);
            cut(pen.label(&name, tight(size, is_chosen(cx, row.province)), color), width)
        });
        pen.marks(Tone::default(), marks);
    }
    let ends = |name: &str, _, width: f32| cut(pen.label(name, tight(size + 2.0, true), cx.colors.text), width);
    pen.marks(Tone::default(), diagram.ends(pen.ui, cx, ends));
}

/// The year, and what the ribbons do not mean.
fn aside_ui(pen: &Pen<'_>, area: Rect) {
    let cx = pen.cx;
    let mut y = area.top();
    if let Some(year) = label_shown(cx) {
        let words = cx.say(Say::InYear(&year));
        let rect = Rect::from_min_size(area.min, vec2(area.width(), 120.0));
        let sizes = [62.0, 54.0, 46.0];
        y += pen.fit((cx.lang(), &words), tight(sizes[0], true), &sizes, rect, cx.colors.accent) + 24.0;
    }
    let notes = &cx.x().notes;
    let inferred = cx.x().pairings.iter().any(|p| p.inferred && p.holds_in(year_shown(cx)));
    for (words, shown) in [(&notes.pairings, true), (&notes.inferred, inferred)] {
        let (lang, words) = pen.resolve(words);
        let left = area.bottom() - y;
        if !shown || words.is_empty() || left < 60.0 {
            continue;
        }
        let kind = pen.fitting(&words, running(38.0), vec2(area.width(), left), &[38.0, 36.0, 34.0, 32.0, 30.0]);
        let label = pen.label_in(lang, &words, kind, cx.colors.dim);
        if pen.size(&label.clone().width(pen.px(area.width()))).y <= left {
            y += pen.put(label, area.left(), y, area.width()) + 24.0;
        }
    }
}
