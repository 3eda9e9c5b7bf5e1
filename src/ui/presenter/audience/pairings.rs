//! The pairing diagram for the hall, with what its ribbons do not mean beside it.

use egui::{Align, Rect, pos2, vec2};

use super::{SIDE, Scene, title_ui};
use crate::state::View;
use crate::text::Say;
use crate::ui::marks::{Line, Tone};
use crate::ui::pairings::plan::{Pitch, Plan, groups};
use crate::ui::pairings::ribbon::Course;
use crate::ui::pairings::{label_shown, province_name, year_shown};
use crate::ui::presenter::pen::{Pen, text as running, tight};

/// The width of the upright bars at the ends of the ribbons.
const NODE: f32 = 16.0;
/// The thickness of a ribbon.
const RIBBON: f32 = 34.0;
/// The area beside the diagram on a wide screen.
const ASIDE: f32 = 440.0;

struct Columns {
    names: f32,
    from: f32,
    to: f32,
    right: f32,
}

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
    let groups = groups(cx.x());
    let rows = groups.iter().map(|g| g.len().max(1)).sum();
    let pitch = Pitch::filling(area.height(), rows, groups.len(), 30.0, RIBBON);
    let plan = Plan::of(cx.x(), year, pitch);
    let size = (pitch.row * if cx.lang() == crate::model::Lang::Bo { 0.66 } else { 0.84 }).min(38.0);
    let widest = |names: &mut dyn Iterator<Item = String>, size: f32| {
        names.map(|n| pen.size(&pen.label(&n, tight(size, true), cx.colors.text)).x).fold(0.0, f32::max)
    };
    let names = widest(&mut (0..cx.x().provinces.len()).map(|i| province_name(cx, i, year)), size) + 4.0;
    let ends = widest(&mut cx.x().divisions.iter().map(|d| cx.localized(&d.name)), size + 2.0) + 12.0;
    let from = area.left() + names.min(area.width() * 0.4) + 18.0;
    let to = (area.right() - ends.min(area.width() * 0.4) - 18.0 - NODE).max(from + 100.0);
    let columns = Columns { names: area.left(), from, to, right: area.right() };
    ribbons_ui(pen, area.top(), &plan, pitch, &columns);
    names_ui(pen, area.top(), &plan, pitch, &columns, (size, year));
}

fn ribbons_ui(pen: &Pen<'_>, top: f32, plan: &Plan, pitch: Pitch, columns: &Columns) {
    let colors = &pen.cx.colors;
    let highlighted = |province: usize| is_highlighted(pen, province);
    let course = |from: f32, to: f32| Course {
        from: pen.at(columns.from + NODE, top + from),
        to: pen.at(columns.to, top + to),
        thick: pen.px(pitch.ribbon),
    };
    for ribbon in plan.ribbons.iter().filter(|r| !r.over && !highlighted(r.province)) {
        let gap = Line::new(pen.px(2.0), colors.bg);
        pen.marks(Tone::default(), course(ribbon.from, ribbon.to).fill(colors.ribbon, gap));
    }
    for ribbon in plan.ribbons.iter().filter(|r| r.over) {
        pen.marks(
            Tone::default(),
            course(ribbon.from, ribbon.to).outline(Line::new(pen.px(2.5).max(1.0), colors.text)),
        );
    }
    for ribbon in plan.ribbons.iter().filter(|r| !r.over && highlighted(r.province)) {
        pen.marks(Tone::default(), course(ribbon.from, ribbon.to).fill(colors.accent, Line::new(1.0, colors.accent)));
    }
}

fn names_ui(pen: &Pen<'_>, top: f32, plan: &Plan, pitch: Pitch, columns: &Columns, (size, year): (f32, u16)) {
    let (cx, colors) = (pen.cx, &pen.cx.colors);
    for row in &plan.rows {
        let highlighted = is_highlighted(pen, row.province);
        let color = if highlighted {
            colors.accent
        } else if row.paired {
            colors.text
        } else {
            colors.dim
        };
        let bar = pen.rect(columns.from, top + row.y - pitch.ribbon / 2.0, NODE, pitch.ribbon);
        if row.paired {
            pen.ui.painter().rect_filled(bar, 0.0, color);
        }
        let name = province_name(cx, row.province, year);
        let width = columns.from - 18.0 - columns.names;
        let area = pen.rect(columns.names, top + row.y - pitch.row / 2.0, width, pitch.row);
        pen.inside(pen.label(&name, tight(size, highlighted), color), Align::Max, area);
    }
    for end in &plan.ends {
        let Some(division) = cx.x().divisions.get(end.division) else { continue };
        let bar = pen.rect(columns.to, top + end.y - end.height / 2.0, NODE, end.height);
        if end.paired {
            pen.ui.painter().rect_filled(bar, 0.0, colors.text);
        }
        let name = cx.localized(&division.name);
        let left = columns.to + NODE + 18.0;
        let area = pen.rect(left, top + end.y - 40.0, columns.right - left, 80.0);
        pen.inside(pen.label(&name, tight(size + 2.0, true), colors.text), Align::Min, area);
    }
}

fn is_highlighted(pen: &Pen<'_>, province: usize) -> bool {
    let id = pen.cx.x().provinces.get(province).map(|p| &p.id);
    id.is_some() && id == pen.cx.state.filter().province.as_ref()
}

/// The year, and what the ribbons do not mean.
fn aside_ui(pen: &Pen<'_>, area: Rect) {
    let cx = pen.cx;
    let mut y = area.top();
    if let Some(year) = label_shown(cx) {
        let words = cx.say(Say::InYear(&year));
        let kind = pen.fitting(&words, tight(62.0, true), vec2(area.width(), 120.0), &[62.0, 54.0, 46.0]);
        y += pen.put(pen.label(&words, kind, cx.colors.accent), area.left(), y, area.width()) + 24.0;
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
