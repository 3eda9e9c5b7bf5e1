//! The sources view: about the exhibition, what the sources state, all sources, and the licences of the fonts.

mod cell;
mod contents;
mod page;

use egui::{Align, Pos2, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::state::{Action, Rests, Scrollable, View};
use crate::text::Say;
use crate::ui::scrolling;

use super::heading::{self, heading_ui};
use super::{Cx, widgets};
use page::{Page, Row};

/// From this width on the contents stand beside the page, not above it.
const WIDE: f32 = 1200.0;
/// The width of the contents beside the page.
const CONTENTS: f32 = 380.0;
/// The gap between the page and the contents.
const GAP: f32 = 56.0;
/// How far beyond the visible area rows are drawn, so that keys can reach them.
const AHEAD: f32 = 400.0;
/// The space around the page for focus rings.
const RING: f32 = 8.0;
/// The space right of the page and below the contents.
const EDGE: f32 = 24.0;

/// Draws the view into its area, heading included.
pub fn sources_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let below = heading_ui(ui, cx, area, &cx.say(Say::View(View::Sources)), (&[], 0.0)).area;
    if cx.layout.low {
        low_ui(ui, cx, area, below);
        return;
    }
    let wide = area.width() >= WIDE;
    let width = if wide { area.width() - CONTENTS - GAP } else { area.width() - EDGE };
    let page = page::page(ui, cx, width);
    let [_, seen] = cx.state.session().scrolled(Scrollable::Sources);
    let (jump, area) = if wide {
        let card =
            Rect::from_min_max(pos2(area.right() - CONTENTS, below.top()), pos2(area.right(), below.bottom() - EDGE));
        let jump = contents::card_ui(ui, cx, card, &page, seen);
        (jump, Rect::from_min_max(below.min, pos2(card.left() - EDGE, below.bottom())))
    } else {
        let (jump, bottom) = contents::chips_ui(ui, cx, below, &page, seen);
        (jump, Rect::from_min_max(pos2(below.left(), bottom), below.max))
    };
    scroll_ui(ui, cx, area, &page, jump);
}

/// The height of the view where it scrolls as a whole.
pub fn page_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    page::page(ui, cx, width - EDGE).height + low_top(cx)
}

/// The top of the page of a low window, from the view's top on.
fn low_top(cx: &Cx<'_>) -> f32 {
    heading::taken(cx) + contents::chips_height(cx)
}

/// In a low window the page stands under its contents, and all of it scrolls.
fn low_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, below: Rect) {
    let page = page::page(ui, cx, area.width() - EDGE);
    let surface = Scrollable::Page(View::Sources);
    let [_, seen] = cx.state.session().scrolled(surface);
    let (jump, _) = contents::chips_ui(ui, cx, below, &page, seen - low_top(cx));
    rows_ui(ui, cx, pos2(area.left(), area.top() + low_top(cx)), &page);
    if let Some(offset) = jump {
        cx.send(Action::Scroll(surface, [0.0, offset + low_top(cx)]));
    }
}

fn scroll_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, page: &Page, jump: Option<f32>) {
    let outer = Rect::from_min_max(area.min - vec2(RING, 0.0), area.max);
    ui.scope_builder(UiBuilder::new().max_rect(outer), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("sources").auto_shrink(false);
        let jump = jump.map(|offset| vec2(0.0, offset));
        scrolling::jump_to(ui, cx, Scrollable::Sources, jump, region, |ui, _seen| {
            let origin = ui.max_rect().min + vec2(RING, 0.0);
            ui.set_min_height(page.height);
            rows_ui(ui, cx, origin, page);
        });
    });
}

fn rows_ui(ui: &Ui, cx: &Cx<'_>, origin: Pos2, page: &Page) {
    let seen = ui.clip_rect().expand2(Vec2::new(0.0, AHEAD));
    let is_lit = |row: &&Row| row.cells.iter().any(|&content| cell::rests(cx, content).is_some_and(Rests::any));
    if let Some(first) = page.rows.iter().find(is_lit).filter(|_| cx.arrives) {
        ui.scroll_to_rect(first.area(page.width).translate(origin.to_vec2()), Some(Align::Center));
    }
    for row in &page.rows {
        let rect = row.area(page.width).translate(origin.to_vec2());
        if rect.intersects(seen) {
            row_ui(ui, cx, page, row, rect);
        }
    }
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, page: &Page, row: &Row, rect: Rect) {
    for (i, &content) in row.cells.iter().enumerate() {
        let left = rect.left() + page.column_left(i);
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2(row.cell_width(page), rect.height()));
        cell::cell_ui(ui, cx, content, area);
    }
}
