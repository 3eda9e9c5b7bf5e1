//! The pairing diagram for an audience, with the notes on its ribbons beside it.

use egui::{Rect, pos2, vec2};

use super::photo::UPRIGHT;
use super::{SIDE, Scene, TEXT, WIDE, title_ui};
use crate::model::Lang;
use crate::state::View;
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::chart::diagram::{Diagram, is_chosen, province_name, widest};
use crate::ui::chart::plan::{Pitch, Plan, rows_and_groups};
use crate::ui::chart::scale;
use crate::ui::marks::Tone;
use crate::ui::pairings::{label_shown, year_shown};
use crate::ui::presenter::pen::{Pen, text as running, tight};
use crate::ui::typeset::Label;

/// The width of the upright bars at the ends of the ribbons.
const NODE: f32 = 16.0;
/// The thickness of a ribbon.
const RIBBON: f32 = 34.0;
/// The width of the words beside the diagram on a wide screen, and the gap before them.
const ASIDE: f32 = 440.0;
const ASIDE_GAP: f32 = 40.0;
/// The share of the height that they take below it on an upright screen.
const BELOW: f32 = 0.24;
/// Over the diagram, under it, and under the words beside it.
const OVER: f32 = 16.0;
const UNDER: f32 = 36.0;
const UNDER_ASIDE: f32 = 40.0;
/// Between a bar and its name.
const GAP: f32 = 18.0;
/// How much farther apart rows stand on an upright screen at most.
const SPREAD: f32 = 1.6;
/// The least pitch of the rows.
const LEAST_PITCH: f32 = 30.0;
/// The gap between two groups of tall letters, in rows: the rows take the height that the gaps need less.
const GAP_BO: f32 = 0.25;
/// The size of names in the pitch of the rows; that of tall letters, so that none touches the row below it.
const SIZES: [f32; 2] = [0.84, 0.76];
/// How much larger the names of divisions are than those of provinces.
const LARGER: f32 = 2.0;
/// The free width beside the widest name of a province and of a division.
const FREE: [f32; 2] = [4.0, 12.0];
/// The least length of a ribbon.
const LEAST_LENGTH: f32 = 100.0;
/// The lines that keep ribbons apart, and the outline of one that is over.
const LINES: [f32; 2] = [2.0, 2.5];
/// The sizes of the year, and the most height it takes.
const YEAR: [f32; 3] = [62.0, 54.0, 46.0];
const YEAR_HEIGHT: f32 = 120.0;
/// The sizes of a note, the least height for one, and the gap under the year and between two notes.
const NOTES: [f32; 5] = [TEXT, 36.0, 34.0, 32.0, 30.0];
const LEAST_NOTE: f32 = 60.0;
const NOTE_GAP: f32 = 24.0;

pub(super) fn pairings_ui(scene: Scene<'_>) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let year = year_shown(cx);
    let top = title_ui(&scene, &cx.say(Say::View(View::Pairings))) + OVER;
    let wide = pen.width() >= WIDE;
    let right = pen.width() - SIDE - if wide { ASIDE + ASIDE_GAP } else { 0.0 };
    let is_upright = pen.width() < pen.height() * UPRIGHT;
    let bottom = if is_upright { pen.height() * (1.0 - BELOW) } else { pen.height() - UNDER };
    diagram_ui(pen, Rect::from_min_max(pos2(SIDE, top), pos2(right, bottom)), year);
    if is_upright {
        let area = Rect::from_min_max(pos2(SIDE, bottom + ASIDE_GAP), pos2(right, pen.height() - UNDER_ASIDE));
        aside_ui(pen, area);
    } else if wide {
        aside_ui(
            pen,
            Rect::from_min_max(pos2(right + ASIDE_GAP, top), pos2(pen.width() - SIDE, pen.height() - UNDER_ASIDE)),
        );
    }
}

fn diagram_ui(pen: &Pen<'_>, area: Rect, year: u16) {
    let cx = pen.cx;
    let counts @ [rows, groups] = rows_and_groups(cx.x());
    let tall = cx.lang() == Lang::Bo;
    let least = if tall { area.height() / (scale::count(rows) + GAP_BO * scale::count(groups)) } else { 0.0 };
    let pitch = Pitch::filling(area.height(), counts, least.max(LEAST_PITCH), RIBBON);
    let all = scale::count(rows) * pitch.row + scale::count(groups.saturating_sub(1)) * pitch.gap;
    let spread =
        if pen.width() < pen.height() * UPRIGHT { (area.height() / all.max(1.0)).clamp(1.0, SPREAD) } else { 1.0 };
    let pitch = pitch.scaled(spread);
    let size = (pitch.row * if tall { SIZES[1] } else { SIZES[0] }).min(TEXT);
    let set = |size: f32| move |name: &str| pen.label(name, tight(size, true), cx.colors.text).into_owned();
    let [_, ends] = widest(pen.ui, cx, year, [&set(size), &set(size + LARGER)]).map(|width| width / pen.scale);
    let names = (0..cx.x().provinces.len()).map(|i| pen.size(&set(size)(&short_name(cx, i, year))).x);
    let names = names.fold(0.0, f32::max);
    let most = area.width() * 0.4;
    let from = area.left() + (names + FREE[0]).min(most) + GAP;
    let to = (area.right() - (ends + FREE[1]).min(most) - GAP - NODE).max(from + LEAST_LENGTH);
    let diagram = Diagram {
        plan: Plan::of(cx.x(), year, pitch.scaled(pen.scale)),
        top: pen.at(0.0, area.top()).y,
        columns: [area.left(), from, to, area.right()].map(|x| pen.at(x, 0.0).x),
        node: [pen.px(NODE), pen.px(GAP)],
        lines: [pen.px(LINES[0]), pen.px(LINES[1]).max(1.0)],
        has_hollow: false,
        named: [pen.named; 2],
    };
    pen.marks(Tone::default(), diagram.ribbons(cx, |_| cx.colors.ribbon));
    let cut = |label: Label<'_>, width: f32| label.width(width).one_line().into_owned();
    for row in &diagram.plan.rows {
        let (marks, _) = diagram.row(pen.ui, cx, row, |color, width| {
            let name = short_name(cx, row.province, year);
            cut(pen.label(&name, tight(size, is_chosen(cx, row.province)), color), width)
        });
        pen.marks(Tone::default(), marks);
    }
    let ends = |name: &str, _, width: f32| cut(pen.label(name, tight(size + LARGER, true), cx.colors.text), width);
    pen.marks(Tone::default(), diagram.ends(pen.ui, cx, ends));
}

/// A province's name as in lists, with a star where the beginning of its pairing is inferred: letters under the line have room.
fn short_name(cx: &Cx<'_>, province: usize, year: u16) -> String {
    let name = province_name(cx, province, year);
    let Some(found) = cx.x().provinces.get(province) else { return name };
    let listed = found.listed(cx.lang()).text;
    if name.ends_with('*') { format!("{listed}*") } else { listed.to_owned() }
}

/// The year, and the notes on the ribbons.
fn aside_ui(pen: &Pen<'_>, area: Rect) {
    let cx = pen.cx;
    let mut y = area.top();
    if let Some(year) = label_shown(cx) {
        let words = cx.say(Say::InYear(&year));
        let rect = Rect::from_min_size(area.min, vec2(area.width(), YEAR_HEIGHT));
        y += pen.fit((cx.lang(), &words), tight(YEAR[0], true), &YEAR, rect, cx.colors.accent) + NOTE_GAP;
    }
    let notes = &cx.x().notes;
    let inferred = cx.x().pairings.iter().any(|p| p.inferred && p.holds_in(year_shown(cx)));
    for (words, shown) in [(&notes.pairings, true), (&notes.inferred, inferred)] {
        let (lang, words) = pen.resolve(words);
        let left = area.bottom() - y;
        if !shown || words.is_empty() || left < LEAST_NOTE {
            continue;
        }
        let kind = pen.fitting(&words, running(NOTES[0]), vec2(area.width(), left), &NOTES);
        let label = pen.label_in(lang, &words, kind, cx.colors.dim);
        if pen.size(&label.clone().width(pen.px(area.width()))).y <= left {
            y += pen.put(label, area.left(), y, area.width()) + NOTE_GAP;
        }
    }
}
