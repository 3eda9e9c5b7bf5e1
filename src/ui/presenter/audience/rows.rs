//! The personnel for an audience as lying bars: for narrow screens, and for the totals, which need words beside them.

use egui::{Align, Rect, vec2};

use super::chart::{VOID, items_ui, measures};
use super::photo::UPRIGHT;
use super::sums::Sums;
use super::{SIDE, Scene, TEXT, title_ui};
use crate::model::Lang;
use crate::state::ChartMode;
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::chart::Measures;
use crate::ui::chart::lying::{Lying, Row, Words};
use crate::ui::chart::places::{self, AxisSlot, Look, Span};
use crate::ui::chart::scale::{BAR_SHARE, Bars, count, per_person};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::typeset::Label;

/// The highest row, and that of one whose words stand one under the other.
const MOST: f32 = 84.0;
const MOST_STACKED: f32 = 190.0;
/// The size of a row's words as a share of its height, and the thickest bar.
const SIZE: f32 = 0.62;
const MOST_BAR: f32 = 96.0;
/// The share of the width that words one under the other take at most.
const STACKED_SHARE: f32 = 0.56;
const JOINED_SHARE: f32 = 0.9;
/// The share of the width that the longest bar has beside words in one line, where these can be shortened.
const BAR_ROOM: f32 = 0.3;
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
    let sums = Sums::of(pen, &chart, true);
    let rows = count(chart.places.len().max(1));
    // On an upright screen the words of a row stand one under the other.
    let is_stacked = pen.width() < pen.height() * UPRIGHT;
    let most = if is_stacked { MOST_STACKED } else { MOST };
    let pitch = ((pen.height() - top - sums.height - UNDER) / rows).clamp(LEAST, most);
    let size = if is_stacked { TEXT } else { (pitch * SIZE).min(WORDS) };
    let years = |place: &AxisSlot| pen.size(&pen.label_in(Lang::En, &place.years, tight(size, false), cx.colors.dim)).x;
    let names = chart.places.iter().map(years).fold(0.0, f32::max);
    let left = SIDE + if is_stacked { 0.0 } else { NUMBER } + names + BEFORE;
    let plot = Rect::from_min_max(pen.at(left, top), pen.at(pen.width() - SIDE, top + pitch * rows));
    let wide = plot.width() / pen.scale;
    let stacked =
        Setting { size, room: wide * STACKED_SHARE, is_joined: false, wide: [wide, wide * BAR_ROOM / largest(&chart)] };
    let is_low = |place: &AxisSlot| height(pen, &row_words(pen, place, &stacked)) > pitch;
    let setting = match (is_stacked, chart.has(is_low)) {
        (true, false) => stacked,
        (true, true) => Setting { room: wide * JOINED_SHARE, is_joined: true, ..stacked },
        (false, _) => Setting { room: f32::INFINITY, ..stacked },
    };
    let beside = |place: &AxisSlot| pen.px(width(pen, &row_words(pen, place, &setting), is_stacked));
    let per_person = per_person(&chart, |_, place| (plot.width() - beside(place)).max(pen.px(LEAST_BAR)));
    let void = pen.px(VOID);
    let bound = chart.spans.iter().flat_map(|span| &chart.places[span.first..=span.last]);
    let lying = Lying {
        chart: &chart,
        rows: &(0..chart.places.len()).map(Row::AxisSlot).collect::<Vec<_>>(),
        brackets: &(0..chart.spans.len()).collect::<Vec<_>>(),
        reach: void + bound.map(beside).fold(0.0, f32::max),
        bars: Bars {
            plot,
            lie: true,
            pitch: pen.px(pitch),
            thick: pen.px((pitch * BAR_SHARE).min(MOST_BAR)),
            void,
            per_person,
        },
        sides: [pen.at(SIDE, 0.0).x, plot.right()],
        measures: Measures {
            lines: [0.0, pen.px(AXIS), measures(pen).lines[2]],
            gap: pen.px(GAP),
            bracket: [pen.px(BRACKET[0]), pen.px(BRACKET[1]), pen.px(BRACKET[2]), 0.0],
            ..measures(pen)
        },
        seen: Rect::EVERYTHING,
        in_line: (!is_stacked).then_some(pen.px(BEFORE)),
        words: &|place| row_words(pen, place, &setting),
        together: &|span, width| vec![together(pen, span, width / pen.scale, pitch)],
    };
    items_ui(pen, highlighted, &chart, lying.items(pen.ui, cx));
    sums.draw(pen, pen.height() - sums.height);
}

/// The largest number of a chart, at least one.
#[expect(clippy::cast_possible_truncation, reason = "a length on the screen follows from it")]
fn largest(chart: &places::Chart) -> f32 {
    chart.places.iter().filter_map(|place| place.look.value()).fold(1.0, f64::max) as f32
}

/// How the words of a row are set.
struct Setting {
    size: f32,
    /// The width at which they are broken; infinite where they stand in one line.
    room: f32,
    /// Whether all but other reports stand on one line.
    is_joined: bool,
    /// The width, and how long a bar is at least for each person where words in one line leave it room.
    wide: [f32; 2],
}

/// The words of a row.
fn row_words<'c>(pen: &Pen<'_>, place: &'c AxisSlot, setting: &Setting) -> Words<'c> {
    let (cx, colors) = (pen.cx, &pen.cx.colors);
    let Setting { size, room, is_joined, wide: [wide, per_person] } = *setting;
    let set = |words: &str, bold, color| {
        let label = pen.label(words, tight(size, bold), color).into_owned();
        if room.is_finite() { label.width(pen.px(room)) } else { label }
    };
    let state = match place.look {
        Look::NotPublished => Some(Say::NotPublished),
        Look::WorkedOut(_) => Some(Say::WorkedOutShort),
        Look::Reported(_) | Look::NotApplicable => None,
    };
    let value = Some(place.printed()).filter(|words| !words.is_empty());
    let under = Some(place.under.clone()).filter(|words| !words.is_empty());
    let state = state.map(|say| cx.say(say));
    let (first, more) = if is_joined {
        let first: Vec<String> = value.map(str::to_owned).into_iter().chain(state).chain(under).collect();
        (first.join("  "), Vec::new())
    } else {
        (value.unwrap_or_default().to_owned(), state.into_iter().chain(under).collect())
    };
    let more = more.into_iter().map(|words| set(&words, false, colors.text));
    let latin = |words: &str, bold, color| pen.label_in(Lang::En, words, tight(size, bold), color).into_owned();
    let years = latin(&place.years, false, colors.dim);
    let more: Vec<Label<'_>> = more.collect();
    let first = (!first.is_empty()).then(|| set(&first, true, colors.text));
    let taken: f32 = first.iter().chain(&more).map(|label| pen.size(label).x + GAP).sum();
    #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
    let bar = place.look.value().map_or(VOID, |value| value as f32 * per_person);
    let left = if room.is_finite() { room } else { wide - bar - taken - GAP - AFTER };
    let others = others(cx, place, |words| pen.size(&pen.label(words, tight(size, false), colors.dim)).x <= left);
    let others = others.map(|words| set(&words, false, colors.dim));
    Words {
        names: [
            latin(&place.batch.to_string(), true, colors.text),
            if room.is_finite() { years } else { years.align(Align::Max) },
        ],
        inside: None,
        value: first,
        differs: false,
        others: more.into_iter().chain(others).collect(),
    }
}

/// Other reports under one mark: all of them where they fit, else the first ones with the number of the others.
fn others(cx: &Cx<'_>, place: &AxisSlot, fits: impl Fn(&str) -> bool) -> Option<String> {
    let all = &place.also;
    let words = |count: usize| {
        let list = places::listed(cx, &all[..count]);
        let say = match all.len() - count {
            0 => Say::Also(&list),
            _ if count == 0 => Say::AlsoSome(all.len()),
            more => Say::AlsoMore(&list, more),
        };
        format!("≠ {}", cx.say(say))
    };
    if all.is_empty() {
        return None;
    }
    (0..=all.len()).rev().map(words).find(|words| fits(words)).or_else(|| Some(words(0)))
}

/// The width of the words after a bar, in measures.
fn width(pen: &Pen<'_>, words: &Words<'_>, is_stacked: bool) -> f32 {
    let widths = words.value.iter().chain(&words.others).map(|label| pen.size(label).x + GAP);
    AFTER + if is_stacked { widths.fold(0.0, f32::max) } else { widths.sum() }
}

/// Their height where they stand one under the other.
fn height(pen: &Pen<'_>, words: &Words<'_>) -> f32 {
    words.value.iter().chain(&words.others).map(|label| pen.size(label).y).sum()
}

/// The figure beside a bracket, with its kind.
fn together(pen: &Pen<'_>, span: &Span, width: f32, pitch: f32) -> Label<'static> {
    let words = format!("{} {}", span.value, span.words);
    let height = pitch * (count(span.last - span.first) + BAR_SHARE);
    let kind = pen.fitting(&words, tight(TOGETHER[0], true), vec2(width, height), &TOGETHER);
    pen.label(&words, kind, pen.cx.colors.text).width(pen.px(width)).into_owned()
}
