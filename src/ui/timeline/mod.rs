//! The timeline view: a row of cards, and below it an axis in true scale to navigate them. In portrait the
//! axis stands above a list of the same cards.

mod axis;
mod card;

use egui::scroll_area::ScrollBarVisibility;
use egui::style::ScrollAnimation;
use egui::{Align, Id, Pos2, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::model::{Milestone, MilestoneId, ProvinceId};
use crate::state::{Action, Rests, Scrollable, Subject, View};
use crate::text::Say;
use crate::ui::scrolling;

use super::heading::{self, Below, heading_ui, right_aligned};
use super::theme::measure;
use super::widgets::{self, Icon};
use super::{Cx, frame, years};
use card::Deal;

/// The width of a card in the row.
const CARD_WIDTH: f32 = 460.0;
/// The gap between two cards.
const GAP: f32 = 24.0;
/// Between the cards and the axis, and under the axis; the same in a low area.
const GAPS: [f32; 2] = [32.0, 20.0];
const LOW_GAPS: [f32; 2] = [16.0, 0.0];
/// The space under the axis where the view scrolls as a whole.
const LOW_END: f32 = 16.0;
/// An area lower than this is low.
const LOW: f32 = 720.0;
/// The height of a card in the row, where it fits.
const CARD_HEIGHT: f32 = 660.0;
/// The highest and lowest picture of a card in the row.
const PICTURE: [f32; 2] = [360.0, 180.0];
/// The widths of picture and text in a card of a low row.
const LOW_CARD: [f32; 2] = [280.0, 520.0];
/// The largest share of such a picture, and how much of the next card is seen.
const LOW_PICTURE: f32 = 0.4;
const PEEK: f32 = 48.0;
/// The space around the cards for outlines and focus rings.
const RING: f32 = 8.0;
/// The gap between the two arrows.
const ARROW_GAP: f32 = 12.0;
/// In portrait the gap between axis and list, and the widest picture of a card.
const LIST_GAP: f32 = 8.0;
const LIST_PICTURE: f32 = 420.0;
/// The height of a picture over its text in a slim window, as a share of the width.
const SLIM_PICTURE: f32 = 0.5;

/// Draws the view into its area, heading included.
pub fn timeline_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let milestones = &cx.x().milestones;
    let years = milestones.iter().map(|m| m.date.year);
    let span = years.clone().min().zip(years.max()).map(|(from, to)| cx.say(Say::FromTo(from, to)));
    let kept = if milestones.is_empty() { 0.0 } else { 2.0 * (measure::BUTTON + ARROW_GAP) };
    let kept = kept + years::button_width(ui, cx);
    let heading = cx.say(Say::View(View::Timeline));
    let below = heading_ui(ui, cx, area, &heading, (&[&span.unwrap_or_default()], kept));
    if milestones.is_empty() {
        return;
    }
    let end = arrows_ui(ui, cx, &below);
    years::button_ui(ui, cx, &Below { end, ..below });
    if cx.layout.portrait {
        list_view_ui(ui, cx, below.area);
    } else {
        row_view_ui(ui, cx, below.area);
    }
}

/// The height of the view where it scrolls as a whole: the cards fill the window, the axis follows.
pub fn page_height(ui: &Ui, cx: &Cx<'_>) -> f32 {
    if cx.x().milestones.is_empty() {
        return 0.0;
    }
    heading::taken(cx) + deal(ui, cx, low_row(cx)).card.y + LOW_GAPS[0] + axis::height(cx, false) + LOW_END
}

/// The height of the cards of a low window.
fn low_row(cx: &Cx<'_>) -> f32 {
    frame::view_height(cx) - heading::taken(cx) - LOW_GAPS[0]
}

/// Earlier and later, at the right end of the heading line.
fn arrows_ui(ui: &Ui, cx: &Cx<'_>, below: &Below) -> f32 {
    let milestones = &cx.x().milestones;
    let at = cx.state.milestone().and_then(|id| milestones.iter().position(|m| m.id == *id));
    let steps = [
        (Icon::Left, Say::Earlier, at.and_then(|at| at.checked_sub(1))),
        (Icon::Right, Say::Later, Some(at.map_or(0, |at| at + 1))),
    ];
    let button = measure::BUTTON;
    let areas = right_aligned(below.end, below.middle, button, ARROW_GAP, &[button, button]);
    let left = areas.first().map_or(below.end, |area| area.left() - ARROW_GAP);
    for ((glyph, say, step), area) in steps.into_iter().zip(areas) {
        let to = step.and_then(|step| milestones.get(step));
        let id = Id::unique(("timeline step", glyph == Icon::Left));
        let response = widgets::icon_button(ui, area, id, glyph, &cx.say(say), &cx.colors, to.is_some());
        if let Some(to) = to.filter(|_| response.clicked()) {
            cx.send(Action::Milestone(to.id.clone()));
        }
    }
    left
}

/// How the cards of the row divide their area: picture over text, or beside it where the area is low.
fn deal(ui: &Ui, cx: &Cx<'_>, free: f32) -> Deal {
    let text = card::highest_text(ui, cx, CARD_WIDTH);
    let [highest, lowest] = PICTURE;
    if free >= text + lowest {
        let height = free.min(CARD_HEIGHT);
        return Deal { card: vec2(CARD_WIDTH, height), picture: (height - text).min(highest), beside: false };
    }
    // The next card is seen beside it.
    let most = cx.layout.size.x - 2.0 * cx.layout.margin - PEEK;
    let picture = LOW_CARD[0].min(most * LOW_PICTURE);
    let beside = LOW_CARD[1].min(most - picture);
    let text = card::highest_text(ui, cx, beside);
    Deal { card: vec2(picture + beside, text.max(free.min(CARD_WIDTH))), picture, beside: true }
}

/// The row of cards over the axis. Where the area is too low for both, all of it scrolls.
fn row_view_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let axis_height = axis::height(cx, false);
    if cx.layout.low {
        // The page scrolls.
        let deal = deal(ui, cx, low_row(cx));
        let outer = Rect::from_min_max(area.min - vec2(cx.layout.margin, RING), pos2(cx.layout.size.x, area.bottom()));
        let row = Rect::from_min_size(outer.min, vec2(outer.width(), deal.card.y + 2.0 * RING));
        if row_ui(ui, cx, row, deal) {
            across_ui(ui);
        }
        let corner = area.min + vec2(0.0, deal.card.y + LOW_GAPS[0]);
        axis::axis_ui(ui, cx, Rect::from_min_size(corner, vec2(area.width(), axis_height)), false);
        return;
    }
    let [gap, footer] = if area.height() < LOW { LOW_GAPS } else { GAPS };
    let free = area.height() - axis_height - footer - gap;
    let deal = deal(ui, cx, free);
    let slack = (free - deal.card.y).max(0.0);
    let axis_top = deal.card.y + gap + slack * 0.5;
    let whole = axis_top + axis_height + footer;
    // The row reaches from the sidebar to the window's edge, so that what is cut shows that there is more.
    let aside = cx.layout.margin;
    let outer = Rect::from_min_max(area.min - vec2(aside, RING), pos2(cx.layout.size.x, area.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(outer), |ui| {
        // Where all of it is visible the wheel scrolls the row.
        let overflows = whole > area.height();
        ui.style_mut().always_scroll_the_only_direction = !overflows;
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::new([false, overflows]).id_salt("timeline").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Timeline, region, |ui| {
            let origin = ui.max_rect().min;
            let row = Rect::from_min_size(origin, vec2(outer.width(), deal.card.y + 2.0 * RING));
            if row_ui(ui, cx, row, deal) && overflows {
                across_ui(ui);
            }
            let corner = origin + vec2(aside, RING + axis_top);
            axis::axis_ui(ui, cx, Rect::from_min_size(corner, vec2(area.width(), axis_height)), false);
            ui.set_min_height(whole + RING);
        });
    });
}

/// The row takes the part of a drag along itself, the view the part across.
fn across_ui(ui: &Ui) {
    let across = vec2(0.0, ui.input(|i| i.pointer.delta().y));
    ui.scroll_with_delta_animation(across, ScrollAnimation::none());
}

/// The cards, side by side; the last one is cut by the window where there are more. True while it is dragged.
fn row_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, deal: Deal) -> bool {
    let row = ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        let region = ScrollArea::horizontal()
            .id_salt("milestones")
            .auto_shrink(false)
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        scrolling::show(ui, cx, Scrollable::Milestones, region, |ui| {
            let origin = ui.max_rect().min + vec2(cx.layout.margin, RING);
            let mut left = origin.x;
            for milestone in &cx.x().milestones {
                let rect = Rect::from_min_size(pos2(left, origin.y), deal.card);
                left = rect.right() + GAP;
                draw(ui, cx, milestone, rect, deal);
            }
            let end = left - GAP + cx.layout.margin;
            ui.set_min_size(vec2(end - ui.max_rect().left(), area.height()));
        })
    });
    scrolling::is_dragged(ui, &row.inner)
}

/// The axis over a list of cards.
fn list_view_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let axis_height = axis::height(cx, true);
    axis::axis_ui(ui, cx, Rect::from_min_size(area.min, vec2(area.width(), axis_height)), true);
    let list = Rect::from_min_max(
        pos2(area.left() - RING, area.top() + axis_height + LIST_GAP),
        pos2(area.right() + 2.0 * RING, area.bottom()),
    );
    // A slim window has the picture over the text.
    let beside = !cx.layout.slim;
    let picture = if beside { (area.width() * 0.4).min(LIST_PICTURE) } else { area.width() * SLIM_PICTURE };
    ui.scope_builder(UiBuilder::new().max_rect(list), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("milestones list").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::MilestoneList, region, |ui| {
            let origin = ui.max_rect().min + Vec2::splat(RING);
            let mut bottom = origin.y;
            for milestone in &cx.x().milestones {
                let text =
                    card::text_height(ui, cx, milestone, if beside { area.width() - picture } else { area.width() });
                let height = if beside { text.max(picture * 0.66) } else { text + picture };
                let deal = Deal { card: vec2(area.width(), height), picture, beside };
                let rect = Rect::from_min_size(Pos2::new(origin.x, bottom), deal.card);
                bottom = rect.bottom() + GAP;
                draw(ui, cx, milestone, rect, deal);
            }
            ui.set_min_height(bottom - ui.max_rect().top());
        });
    });
}

/// Draws a card that is visible or nearly so, and scrolls to it where it was just chosen.
fn draw(ui: &Ui, cx: &Cx<'_>, milestone: &Milestone, rect: Rect, deal: Deal) {
    let is_first_lit = || {
        let rests =
            |milestone: &&Milestone| cx.rests(&Subject::Milestone(milestone.id.clone())).is_some_and(Rests::any);
        cx.x().milestones.iter().find(rests).is_some_and(|first| first.id == milestone.id)
    };
    if wanted(cx, milestone) || (cx.arrives && is_first_lit()) {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    // Neighbours of the visible cards are drawn too, so that keys can reach them.
    if rect.intersects(ui.clip_rect().expand(CARD_WIDTH)) {
        card::card_ui(ui, cx, milestone, rect, deal);
    }
}

/// What was last scrolled into view.
type Last = (Option<MilestoneId>, Option<ProvinceId>);

/// True in the frame in which to scroll to this milestone: it was chosen, or it is the first of the province that was chosen.
fn wanted(cx: &Cx<'_>, milestone: &Milestone) -> bool {
    let now: Last = (cx.state.milestone().cloned(), cx.state.filter().province.clone());
    let last = cx.motion.borrow().timeline.clone();
    if last == now {
        return false;
    }
    let target = if last.0 == now.0 {
        let province = now.1.as_ref();
        let first = cx.x().milestones.iter().find(|m| province.is_some_and(|p| m.provinces.contains(p)));
        first.map(|m| m.id.clone())
    } else {
        now.0.clone()
    };
    let is_last = cx.x().milestones.last().is_some_and(|m| m.id == milestone.id);
    let is_target = target.as_ref() == Some(&milestone.id);
    if is_target || is_last {
        cx.motion.borrow_mut().timeline = now;
    }
    is_target
}
