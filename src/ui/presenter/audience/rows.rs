//! The personnel for an audience as lying bars: for narrow screens, and for the totals, which need words beside them.

use egui::{Align, Rect, vec2};

use super::chart::{VOID, items_ui, measures};
use super::sums::Sums;
use super::{SIDE, Scene, title_ui};
use crate::state::ChartMode;
use crate::text::Say;
use crate::ui::chart::Measures;
use crate::ui::chart::lying::{Lying, Row, Words};
use crate::ui::chart::places::{self, AxisSlot, Look, Span};
use crate::ui::chart::scale::{BAR_SHARE, Bars, count, per_person};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::typeset::Label;

/// The highest row.
const MOST: f32 = 84.0;
/// Between a bar and its words, and between these.
const GAP: f32 = 20.0;
/// From the years to the bars.
const BEFORE: f32 = 24.0;
/// Over the rows, and between them and the footer.
const OVER: f32 = 20.0;
const UNDER: f32 = 28.0;
/// The lowest row.
const LEAST: f32 = 20.0;
/// The largest size of a row's words.
const WORDS: f32 = 40.0;
/// The width of the batches' numbers.
const NUMBER: f32 = 72.0;
/// The least length of the longest bar.
const LEAST_BAR: f32 = 40.0;
/// The width of the axis.
const AXIS: f32 = 3.0;
/// From what a bracket binds to its line, the length of its ends, and from its line to its words.
const BRACKET: [f32; 3] = [30.0, 20.0, 20.0];
/// The sizes of a bracket's words.
const TOGETHER: [f32; 4] = [44.0, 40.0, 36.0, 30.0];
/// After the last words of a row.
const AFTER: f32 = 8.0;

pub(super) fn rows_ui(scene: Scene<'_>, highlighted: &[u32]) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let running = cx.state.chart() == ChartMode::Running;
    let chart = if running { places::published(cx) } else { places::batches(cx) };
    let heading = cx.say(if running { Say::PublishedTotals } else { Say::PersonnelPerBatch });
    let top = title_ui(&scene, &heading) + OVER;
    let sums = Sums::of(pen, &chart);
    let rows = count(chart.places.len().max(1));
    let pitch = ((pen.height() - top - sums.height - UNDER) / rows).clamp(LEAST, MOST);
    let size = (pitch * 0.56).min(WORDS);
    let names = chart.places.iter().map(|p| pen.size(&pen.label(&p.years, tight(size, false), cx.colors.dim)).x);
    let left = SIDE + NUMBER + names.fold(0.0, f32::max) + BEFORE;
    let plot = Rect::from_min_max(pen.at(left, top), pen.at(pen.width() - SIDE, top + pitch * rows));
    let beside = |place: &AxisSlot| pen.px(width(pen, place, size));
    let per_person = per_person(&chart, |_, place| (plot.width() - beside(place)).max(pen.px(LEAST_BAR)));
    let void = pen.px(VOID);
    let bound = chart.spans.iter().flat_map(|span| &chart.places[span.first..=span.last]);
    let lying = Lying {
        chart: &chart,
        rows: &(0..chart.places.len()).map(Row::AxisSlot).collect::<Vec<_>>(),
        brackets: &(0..chart.spans.len()).collect::<Vec<_>>(),
        reach: void + bound.map(beside).fold(0.0, f32::max),
        bars: Bars { plot, lie: true, pitch: pen.px(pitch), thick: pen.px(pitch * BAR_SHARE), void, per_person },
        sides: [pen.at(SIDE, 0.0).x, plot.right()],
        measures: Measures {
            lines: [0.0, pen.px(AXIS), measures(pen).lines[2]],
            gap: pen.px(GAP),
            bracket: [pen.px(BRACKET[0]), pen.px(BRACKET[1]), pen.px(BRACKET[2]), 0.0],
            ..measures(pen)
        },
        seen: Rect::EVERYTHING,
        in_line: Some(pen.px(BEFORE)),
        words: &|place| words(pen, place, size),
        together: &|span, width| vec![together(pen, span, width / pen.scale, pitch)],
    };
    items_ui(pen, highlighted, &chart, lying.items(pen.ui, cx));
    sums.draw(pen, pen.height() - sums.height);
}

/// The words of a row.
fn words<'c>(pen: &Pen<'_>, place: &'c AxisSlot, size: f32) -> Words<'c> {
    let (cx, colors) = (pen.cx, &pen.cx.colors);
    let set = |words: &str, bold, color| pen.label(words, tight(size, bold), color).into_owned();
    let state = match place.look {
        Look::NotPublished => Some(Say::NotPublished),
        Look::WorkedOut(_) => Some(Say::WorkedOutShort),
        Look::Reported(_) | Look::NotApplicable => None,
    };
    let value = Some(place.printed()).filter(|words| !words.is_empty());
    let others = (!place.also.is_empty()).then(|| {
        let also = cx.say(Say::Also(&places::listed(cx, &place.also)));
        set(&format!("≠ {also}"), false, colors.accent)
    });
    let under = Some(&place.under).filter(|words| !words.is_empty()).map(|words| set(words, false, colors.text));
    Words {
        names: [
            set(&place.batch.to_string(), true, colors.text),
            set(&place.years, false, colors.dim).align(Align::Max),
        ],
        inside: None,
        value: value.map(|words| set(words, true, colors.text)),
        differs: false,
        others: state.map(|say| set(&cx.say(say), false, colors.text)).into_iter().chain(others).chain(under).collect(),
    }
}

/// The width of the words after a bar, in measures.
fn width(pen: &Pen<'_>, place: &AxisSlot, size: f32) -> f32 {
    let words = words(pen, place, size);
    words.value.iter().chain(&words.others).map(|label| pen.size(label).x + GAP).sum::<f32>() + AFTER
}

/// The figure beside a bracket, with its kind.
fn together(pen: &Pen<'_>, span: &Span, width: f32, pitch: f32) -> Label<'static> {
    let words = format!("{} {}", span.value, span.words);
    let height = pitch * (count(span.last - span.first) + BAR_SHARE);
    let kind = pen.fitting(&words, tight(TOGETHER[0], true), vec2(width, height), &TOGETHER);
    pen.label(&words, kind, pen.cx.colors.text).width(pen.px(width)).into_owned()
}
