//! The chart as lying bars: for windows that are higher than wide, for paper, and for charts of many batches.

mod laid;

use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::paint;
use crate::ui::Cx;
use crate::ui::chart::lying::Lying;
use crate::ui::chart::places::Chart;
use crate::ui::chart::scale::{BAR_SHARE, Bars, count};
use crate::ui::chart::{Item, Measures};
use crate::ui::marks::{self, Mark, Tone};
use crate::ui::theme::Role;
use laid::{GUTTER, Laid};

/// The largest height of a row.
const MOST_PITCH: f32 = 104.0;
/// Between a bar and its value.
const BESIDE: f32 = 14.0;
/// From the reach of its places' words to a bracket's line, and from there to its words.
const BRACKET: [f32; 2] = [32.0, 22.0];
/// The lengths of a bracket's ends and of its tick.
const BRACKET_ENDS: [f32; 2] = [14.0, 12.0];
/// The approximate distance between grid lines.
const GRID_PITCH: f32 = 150.0;
/// From the rows to the axis' numbers, and around these.
const OVER_NUMBERS: f32 = 6.0;
const AROUND_NUMBERS: f32 = 8.0;

/// The chart, laid out from the back to the front.
pub struct Rows<'c> {
    /// The parts that scroll, cut at the axis.
    pub items: Vec<Item<'c>>,
    /// The height of the axis, which stays in sight where the chart scrolls.
    pub axis: f32,
    /// Its numbers.
    pub numbers: Vec<Mark>,
}

/// Lays out the chart in an area. Rows outside `seen` have no marks.
pub fn layout<'c>(ui: &Ui, cx: &Cx<'_>, area: Rect, seen: Rect, chart: &'c Chart) -> Rows<'c> {
    let laid = Laid::of(ui, cx, chart, area.width());
    let bars = bars(cx, area, &laid);
    let axis = bars.plot.bottom().min((seen.bottom() - axis_height(cx)).max(bars.plot.top()));
    let lying = Lying {
        chart,
        rows: &laid.items,
        brackets: &laid.brackets,
        reach: laid.void_reach,
        bars,
        sides: [area.left(), area.right()],
        measures: Measures {
            gap: BESIDE,
            grid: [GRID_PITCH, 0.0],
            bracket: [BRACKET[0], BRACKET_ENDS[0], BRACKET[1], BRACKET_ENDS[1]],
            ..Measures::of_view(cx)
        },
        seen: seen.intersect(seen.with_max_y(axis)),
        in_line: None,
        words: &|place| laid.words(cx, place),
        together: &|span, width| laid.together(cx, span, width),
    };
    Rows { items: lying.items(ui, cx), axis, numbers: lying.numbers(ui, cx, axis + OVER_NUMBERS) }
}

fn bars(cx: &Cx<'_>, area: Rect, laid: &Arc<Laid>) -> Bars {
    let rows = count(laid.items.len().max(1));
    let pitch = ((area.height() - axis_height(cx)) / rows).clamp(1.0, MOST_PITCH.max(laid.least));
    let left = area.left() + laid.names + GUTTER;
    let plot = Rect::from_min_size(pos2(left, area.top()), vec2((area.right() - left).max(1.0), pitch * rows));
    let (void, per_person) = (laid.void, laid.per_person);
    Bars { plot, lie: true, pitch, thick: pitch.min(MOST_PITCH) * BAR_SHARE, void, per_person }
}

/// Draws the chart. The numbers of its axis stay in sight where it scrolls.
pub fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, chart: &Chart) {
    let seen = ui.clip_rect();
    let rows = layout(ui, cx, area, seen, chart);
    let mut body = ui.new_child(UiBuilder::new().max_rect(area));
    body.shrink_clip_rect(seen.with_max_y(rows.axis));
    paint::items_ui(&body, cx, rows.items);
    marks::paint(ui, cx, Tone::default(), rows.numbers);
}

/// The least height at which every row has room for its words.
#[must_use]
pub fn least_height(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> f32 {
    let laid = Laid::of(ui, cx, chart, width);
    laid.least * count(laid.items.len()) + axis_height(cx)
}

fn axis_height(cx: &Cx<'_>) -> f32 {
    cx.style(Role::Note).line + AROUND_NUMBERS
}
