//! The line at the top of every view: its heading, the chip of the chosen province, and a remark.

use egui::{Id, Pos2, Rect, Ui, vec2};

use crate::model::{Province, Words};
use crate::state::Action;

use super::Cx;
use super::theme::{Role, measure};
use super::typeset::Label;
use super::widgets;

/// The height of the line, the space above it, and how far its middle is raised.
const HEIGHT: f32 = 76.0;
const ABOVE: f32 = 20.0;
const RAISED: f32 = 8.0;
/// What the line takes of a view's height.
const TAKEN: f32 = 100.0;
/// The same in a low window, and the middle of its line under the view's top.
const LOW_TAKEN: f32 = 64.0;
const LOW_MIDDLE: f32 = 34.0;
/// The gaps after the heading and after its chip.
const HEADING_GAP: f32 = 28.0;
const CHIP_GAP: f32 = 16.0;
/// What a chip takes beside its words: left padding, gap, cross, right padding; and above and below them together.
const CHIP_PARTS: [f32; 4] = [20.0, 14.0, 22.0, 16.0];
const CHIP_AIR: f32 = 12.0;

/// Where the rest of a view goes.
#[derive(Clone, Copy, Debug)]
pub struct Below {
    /// The area under the heading line.
    pub area: Rect,
    /// The middle of the heading line; filters stand on it, right-aligned.
    pub middle: f32,
    /// Where the heading and its chip end.
    pub right: f32,
    /// Where the rest of the line ends: before the filters of a low window.
    pub end: f32,
}

/// What the heading takes of a view's height, in points.
#[must_use]
pub fn taken(cx: &Cx<'_>) -> f32 {
    if cx.layout.low { LOW_TAKEN } else { TAKEN }
}

/// Draws the heading line of a view and gives the area below it. Of the remarks the
/// first one that has room is set; it leaves `kept` points at the line's end free.
pub fn heading_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, heading: &str, (remarks, kept): (&[&str], f32)) -> Below {
    let middle = area.top() + if cx.layout.low { LOW_MIDDLE } else { ABOVE + HEIGHT / 2.0 - RAISED };
    let line = Rect::from_min_max(
        Pos2::new(area.left(), middle - HEIGHT / 2.0),
        Pos2::new(area.right(), middle + HEIGHT / 2.0),
    );
    // A long heading is set smaller on a slim screen rather than cut off.
    let roles = [Role::Heading, Role::CardHeading, Role::Title];
    let roles = &roles[usize::from(cx.layout.low)..];
    let fits = |role: &&Role| cx.label(heading, **role).size(ui.ctx()).x <= area.width();
    let label = cx.label(heading, roles.iter().find(fits).copied().unwrap_or(Role::Strong));
    let drawn = label.at(ui, Pos2::new(line.left(), middle - label.size(ui.ctx()).y / 2.0));
    let mut right = drawn.right();
    let mut baseline = drawn.top() + label.baseline(ui.ctx());
    let province = cx.state.filter().province.as_ref().and_then(|id| cx.x().province(id));
    // Where the sidebar is folded, the filters name it too.
    let has_room = |province: &&Province| {
        !cx.layout.folded || right + HEADING_GAP + chip_width(ui, cx, &province.name) <= area.right() - kept
    };
    if let Some(province) = province.filter(has_room) {
        let chip = chosen_chip_ui(ui, cx, Pos2::new(right + HEADING_GAP, middle), &province.name);
        right = chip.right();
        let words = cx.resolve(&province.name).text;
        let label = cx.label(words, Role::LabelStrong);
        baseline = chip.center().y - label.size(ui.ctx()).y / 2.0 + label.baseline(ui.ctx());
    }
    let end = if cx.layout.folded && !cx.layout.portrait && !cx.is_bare() {
        super::frame::beside_heading_ui(ui, cx, (right + HEADING_GAP, area.right()), middle, right > drawn.right())
    } else {
        area.right()
    };
    let left = right + if right > drawn.right() { CHIP_GAP } else { HEADING_GAP };
    let fits = |label: &Label<'_>| left + label.size(ui.ctx()).x <= end - kept;
    let remarks = remarks.iter().filter(|remark| !remark.is_empty()).map(|remark| cx.dim(remark, Role::Body));
    if let Some(label) = remarks.into_iter().find(fits) {
        label.at(ui, Pos2::new(left, baseline - label.baseline(ui.ctx())));
    }
    let top = area.top() + taken(cx);
    Below { area: Rect::from_min_max(Pos2::new(area.left(), top), area.max), middle, right, end }
}

fn chip_width(ui: &Ui, cx: &Cx<'_>, name: &Words) -> f32 {
    cx.label(cx.resolve(name).text, Role::LabelStrong).size(ui.ctx()).x + CHIP_PARTS.iter().sum::<f32>()
}

/// The chip that clears the chosen province; the same in every view.
fn chosen_chip_ui(ui: &Ui, cx: &Cx<'_>, left_middle: Pos2, name: &Words) -> Rect {
    let words = cx.resolve(name).text;
    let style = cx.style(Role::LabelStrong);
    let width = chip_width(ui, cx, name);
    let height = measure::TARGET.max(cx.line(Role::LabelStrong, [words]) + CHIP_AIR);
    let area = Rect::from_min_size(left_middle - vec2(0.0, height / 2.0), vec2(width, height));
    let clear = cx.say(crate::text::Say::ClearChoice(words));
    if widgets::choice(ui, area, Id::unique("chosen province"), words, &clear, &style, &cx.colors).clicked() {
        cx.send(Action::Province(None));
    }
    area
}

/// Lays controls of these widths in a row that ends at `right`, and gives their areas.
#[must_use]
pub fn right_aligned(right: f32, middle: f32, height: f32, gap: f32, widths: &[f32]) -> Vec<Rect> {
    let total: f32 = widths.iter().map(|w| w + gap).sum::<f32>() - gap;
    let mut x = right - total;
    let mut areas = Vec::with_capacity(widths.len());
    for &width in widths {
        areas.push(Rect::from_min_size(Pos2::new(x, middle - height / 2.0), vec2(width, height)));
        x += width + gap;
    }
    areas
}
