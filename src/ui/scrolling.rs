//! Scroll areas. Any pointer drags them, from its first touch on; what is dragged itself, as a slider, lies on top and keeps its
//! drags. Their offsets belong to the session, so that a reset restores them and they do not depend on egui's memory. No line of
//! text is cut through where they end, and where more follows below, words say so.

mod lines;

use egui::accesskit::Role as Access;
use egui::scroll_area::{ScrollAreaOutput, ScrollSource};
use egui::{Color32, Id, Rect, ScrollArea, Sense, Shape, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::Cx;
use super::theme::Role;
use super::theme::stage::console;
use super::widgets::{self, Icon};
use crate::state::{Action, Overlay, Scrollable, View};
use crate::text::Say;
use lines::HAIR;

/// The height of the strip that says that more follows, and of what of it can be touched.
pub const MORE: f32 = 34.0;
const MORE_TARGET: f32 = 44.0;
/// The least height of an area that has the strip: in a lower one it would take too much.
const LEAST_WITH_MORE: f32 = 120.0;
/// The size of its arrow, and the gap before it.
const ARROW: f32 = 18.0;
const ARROW_GAP: f32 = 8.0;
/// The width of an arrow at the end of a row, and what it leaves free above and below, for rules.
const EDGE: f32 = 20.0;
const RULE: f32 = 2.0;
/// How much of an area its strip scrolls.
const PAGE: f32 = 0.8;

/// Shows a scroll area at the session's offset, and records where it is scrolled to.
pub fn show<R>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    surface: Scrollable,
    region: ScrollArea,
    add: impl FnOnce(&mut Ui) -> R,
) -> ScrollAreaOutput<R> {
    show_viewport(ui, cx, surface, region, |ui, _seen| add(ui))
}

/// The same, passing the visible part of the content to `add`.
pub fn show_viewport<R>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    surface: Scrollable,
    region: ScrollArea,
    add: impl FnOnce(&mut Ui, Rect) -> R,
) -> ScrollAreaOutput<R> {
    jump_to(ui, cx, surface, None, region, add)
}

/// The same, scrolled to an offset in points where there is one.
pub fn jump_to<R>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    surface: Scrollable,
    offset: Option<Vec2>,
    region: ScrollArea,
    add: impl FnOnce(&mut Ui, Rect) -> R,
) -> ScrollAreaOutput<R> {
    let before = Vec2::from(cx.state.session().scrolled(surface));
    // Without momentum where every change is a cut, and never past an end.
    let kinetic = &mut ui.spacing_mut().scroll.kinetic;
    kinetic.rubber_band = false;
    if cx.state.still() {
        kinetic.decay_time = 0.0;
    }
    // egui would make an area higher than its place.
    let region =
        region.min_scrolled_height(1.0).scroll_source(ScrollSource::ALL).scroll_offset(offset.unwrap_or(before));
    let begin = ui.painter().add(Shape::Noop);
    let (mut seen, mut end) = (Rect::NOTHING, begin);
    let output = region.show_viewport(ui, |ui, viewport| {
        let inner = add(ui, viewport);
        seen = ui.clip_rect();
        end = ui.painter().add(Shape::Noop);
        inner
    });
    let mut after = output.state.unclamped_offset() - overlooked(ui, cx, &output);
    let left = output.content_size.y - output.inner_rect.height() - output.state.clamped_offset().y;
    if let Some(ground) = ground(cx, surface).filter(|_| left > HAIR && output.inner_rect.height() > LEAST_WITH_MORE) {
        let strip = output.inner_rect.with_min_y(output.inner_rect.bottom() - MORE);
        seen.max.y = seen.max.y.min(strip.top());
        if more_ui(ui, cx, surface, strip, ground) {
            after.y = output.state.clamped_offset().y + left.min(output.inner_rect.height() * PAGE);
        }
    }
    let sides = matches!(surface, Scrollable::Tabs | Scrollable::Chips);
    if sides {
        // The arrows at the ends take their place.
        let offset = output.state.clamped_offset().x;
        seen.min.x += if offset > HAIR { EDGE } else { 0.0 };
        seen.max.x -= if output.content_size.x - offset - output.inner_rect.width() > HAIR { EDGE } else { 0.0 };
    }
    lines::whole_lines(ui, (begin, end), seen, sides);
    if sides {
        edges_ui(ui, cx, surface, &output);
    }
    note_coasting(ui, cx, &output, after != before);
    if after != before && !cx.state.for_audience() {
        cx.send(Action::Scroll(surface, after.into()));
    }
    output
}

/// The ground of an area whose content goes on below its end unseen. Pictures that are cut show it themselves.
#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
fn ground(cx: &Cx<'_>, surface: Scrollable) -> Option<Color32> {
    match surface {
        Scrollable::Wall
        | Scrollable::Found
        | Scrollable::Page(View::Photos)
        | Scrollable::Strip
        | Scrollable::Milestones
        | Scrollable::Chips
        | Scrollable::Tabs
        // The speaker's own, in the colours of the console.
        | Scrollable::TalkOverview
        | Scrollable::TalkReport => None,
        Scrollable::ProvinceCard
        | Scrollable::Contents
        | Scrollable::Sheet
        | Scrollable::Overlay(
            Overlay::Provinces
            | Overlay::Topics
            | Overlay::Keys
            | Overlay::Menu
            | Overlay::Size
            | Overlay::Status
            | Overlay::Save
            | Overlay::Open
            | Overlay::Place
            | Overlay::Prepare
            | Overlay::Photographs
            | Overlay::FirstPhotographs
            | Overlay::Versions
            | Overlay::Spreadsheet
            | Overlay::Problems
            | Overlay::SetUp
            | Overlay::Whole,
        )
        | Scrollable::EditPane => Some(cx.colors.card),
        Scrollable::Provinces => Some(if cx.layout.folded { cx.colors.card } else { cx.colors.side }),
        Scrollable::Caption
        | Scrollable::Page(View::Personnel | View::Pairings | View::Timeline | View::Sources)
        | Scrollable::Personnel(_)
        | Scrollable::PairingDiagram
        | Scrollable::PairingGroups
        | Scrollable::Timeline
        | Scrollable::MilestoneList
        | Scrollable::Sources => Some(cx.colors.bg),
        Scrollable::TalkStart => Some(console::BG),
        Scrollable::EditedProblems | Scrollable::EditedChoices => Some(cx.colors.card),
        Scrollable::EditedStops => Some(cx.colors.side),
        Scrollable::EditedStop => Some(cx.colors.bg),
    }
}

/// Shows at the ends of a row that it goes on there.
fn edges_ui<R>(ui: &Ui, cx: &Cx<'_>, surface: Scrollable, output: &ScrollAreaOutput<R>) {
    let (area, offset) = (output.inner_rect, output.state.clamped_offset().x);
    let ground = if surface == Scrollable::Tabs && cx.layout.portrait { cx.colors.side } else { cx.colors.bg };
    let ends = [
        (offset > HAIR, Icon::Left, area.with_max_x(area.left() + EDGE)),
        (output.content_size.x - offset - area.width() > HAIR, Icon::Right, area.with_min_x(area.right() - EDGE)),
    ];
    for (_, icon, end) in ends.into_iter().filter(|(goes_on, _, _)| *goes_on) {
        ui.painter().rect_filled(end.shrink2(vec2(0.0, RULE)), 0.0, ground);
        widgets::icon(ui.painter(), icon, end.center(), ARROW, cx.colors.dim);
    }
}

/// Draws the strip that says that more follows; true where it was touched.
fn more_ui(ui: &Ui, cx: &Cx<'_>, surface: Scrollable, strip: Rect, ground: Color32) -> bool {
    let words = cx.say(Say::More);
    let target = strip.with_min_y(strip.bottom() - MORE_TARGET);
    let response = ui.interact(target, Id::unique(("more", surface)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &words));
    ui.painter().rect_filled(strip, 0.0, cx.touched(ground, &response));
    let label = cx.dim(&words, Role::Note);
    let width = label.size(ui.ctx()).x;
    let left = strip.center().x - (width + ARROW_GAP + ARROW) / 2.0;
    label.paint_in(ui, strip.with_min_x(left));
    widgets::icon(
        ui.painter(),
        Icon::Down,
        pos2(left + width + ARROW_GAP + ARROW / 2.0, strip.center().y),
        ARROW,
        cx.colors.dim,
    );
    response.clicked()
}

/// How far a drag has moved an area beyond what egui has noticed: on a slow screen a frame takes in the touch and the way that
/// followed it, or the way and the end, of which egui counts nothing.
fn overlooked<R>(ui: &Ui, cx: &Cx<'_>, area: &ScrollAreaOutput<R>) -> Vec2 {
    let id = dragged_id(area);
    let (dragged, stopped) = (ui.ctx().is_being_dragged(id), ui.ctx().drag_stopped_id() == Some(id));
    if !dragged && !stopped {
        return Vec2::ZERO;
    }
    let (now, origin, counted) = ui.input(|i| (i.pointer.interact_pos(), i.pointer.press_origin(), i.pointer.delta()));
    let before = cx.motion.borrow_mut().scrolled.take().filter(|(other, _)| *other == id).map(|(_, at)| at);
    let (Some(now), Some(before)) = (now, before.or(origin)) else { return Vec2::ZERO };
    cx.motion.borrow_mut().scrolled = dragged.then_some((id, now));
    let missing = now - before - if dragged { counted } else { Vec2::ZERO };
    // Each area scrolls in one direction, and not beyond its ends.
    let most = (area.content_size - area.inner_rect.size()).max(Vec2::ZERO);
    let along = if most.y >= most.x { Vec2::DOWN } else { Vec2::RIGHT };
    let offset = area.state.unclamped_offset();
    offset - (offset - missing * along).clamp(Vec2::ZERO, most.max(offset))
}

/// Records that a released area goes on by itself.
fn note_coasting<R>(ui: &Ui, cx: &Cx<'_>, area: &ScrollAreaOutput<R>, moves: bool) {
    let (id, ctx) = (dragged_id(area), ui.ctx());
    let motion = &mut cx.motion.borrow_mut();
    if ctx.drag_stopped_id() == Some(id) {
        motion.coasting = Some((id, ctx.cumulative_frame_nr()));
    } else if motion.coasting.is_some_and(|(other, _)| other == id) {
        motion.coasting = (moves && !ctx.is_being_dragged(id)).then(|| (id, ctx.cumulative_frame_nr()));
    }
}

fn dragged_id<R>(area: &ScrollAreaOutput<R>) -> Id {
    // The id that egui gives to what it drags.
    area.id.with("area")
}

/// True while a pointer drags the area.
#[must_use]
pub fn is_dragged<R>(ui: &Ui, area: &ScrollAreaOutput<R>) -> bool {
    ui.ctx().is_being_dragged(dragged_id(area))
}

/// Scrolls content of a known height inside an area, and hands its place to `add`.
pub fn area(
    ui: &mut Ui,
    cx: &Cx<'_>,
    surface: Scrollable,
    (area, height): (Rect, f32),
    add: impl FnOnce(&mut Ui, Rect),
) {
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt(Id::unique(surface)).auto_shrink(false);
        let before = cx.state.session().scrolled(surface);
        let shown = show(ui, cx, surface, region, |ui| {
            let (place, _) = ui.allocate_exact_size(vec2(area.width(), height), Sense::hover());
            add(ui, place);
        });
        // Pictures of a page that moves are drawn from what is at hand.
        if shown.state.unclamped_offset() != before.into() {
            cx.photos.borrow_mut().moved(ui.ctx());
        }
    });
}
