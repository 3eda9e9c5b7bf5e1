//! The contents of the page: a card beside it, or chips above it where the window is narrow. Each leads to its section.

use egui::accesskit::Role as Access;
use egui::scroll_area::ScrollBarVisibility;
use egui::{
    Align, CornerRadius, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::state::{Rests, Scrollable, Subject};
use crate::ui::Cx;
use crate::ui::scrolling;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::widgets;

use super::cell::heading;
use super::page::{Page, Section};

/// The padding of the card, of its entries at the sides, and what an entry takes above and below its words together.
const CARD_PAD: f32 = 12.0;
const ENTRY_PAD: f32 = 16.0;
const ENTRY_AIR: f32 = 16.0;
/// The width of the bar at the current entry, and the space above and below it together.
const BAR: f32 = 4.0;
const BAR_AIR: f32 = 16.0;
/// A chip: what it takes beside its words and above and below them, the gap after it and below all, and the space for focus
/// rings.
const CHIP_PAD: [f32; 2] = [36.0, 12.0];
const CHIP_GAP: f32 = 12.0;
const RING: f32 = 8.0;

/// Draws the contents as a card, as high as they need. Gives the offset to jump to.
pub fn card_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, page: &Page, seen: f32) -> Option<f32> {
    let entries: Vec<(Section, f32, String)> =
        page.anchors.iter().map(|&(section, top)| (section, top, heading(cx, section))).collect();
    let width = area.width() - 2.0 * CARD_PAD;
    let row_height = |words: &str| {
        let text = cx.label(words, Role::Label).width(width - 2.0 * ENTRY_PAD).size(ui.ctx()).y;
        (text + ENTRY_AIR).max(measure::TARGET)
    };
    let heights: Vec<f32> = entries.iter().map(|(_, _, words)| row_height(words)).collect();
    let card = Rect::from_min_size(
        area.min,
        vec2(area.width(), (heights.iter().sum::<f32>() + 2.0 * CARD_PAD).min(area.height())),
    );
    let radius = CornerRadius::same(measure::RADIUS_CARD);
    ui.painter().rect_filled(card, radius, cx.colors.card);
    ui.painter().rect_stroke(card, radius, Stroke::new(measure::RULE, cx.colors.line), StrokeKind::Inside);
    let current = page.section_at(seen);
    let mut jump = None;
    ui.scope_builder(UiBuilder::new().max_rect(card.shrink(CARD_PAD)), |ui| {
        let region = ScrollArea::vertical().id_salt("contents").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Contents, region, |ui| {
            let mut top = ui.max_rect().top();
            for ((section, offset, words), height) in entries.iter().zip(heights) {
                let row = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(width, height));
                top = row.bottom();
                if entry_ui(ui, cx, row, *section, words, current == Some(*section)) {
                    jump = Some(*offset);
                }
            }
            ui.set_min_height(top - ui.max_rect().top());
        });
    });
    jump
}

/// True unless nothing in a section rests on the source whose support is shown.
fn is_lit(cx: &Cx<'_>, section: Section) -> bool {
    let Some(trace) = cx.highlights() else { return true };
    match section {
        Section::About => false,
        Section::Group(g) => cx.x().groups.get(g).is_some_and(|group| {
            let own = cx.x().statements.iter().filter(|statement| statement.group == group.id);
            own.map(|statement| trace.of(&Subject::Statement(statement.id.clone()))).any(Rests::any)
        }),
        Section::Choice => {
            let province = cx.state.filter().province.clone();
            province.is_some_and(|province| trace.of(&Subject::Province(province)).any())
        }
        Section::Sources => true,
    }
}

fn entry_ui(ui: &Ui, cx: &Cx<'_>, row: Rect, section: Section, words: &str, current: bool) -> bool {
    let cx = &cx.lit(is_lit(cx, section));
    let response = ui.interact(row, Id::unique(("contents", section)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Access::Link, true, current, words));
    if hand::hovers(&response) || response.is_pointer_button_down_on() {
        ui.painter().rect_filled(row, CornerRadius::same(measure::RADIUS_ROW), cx.touched(cx.colors.card, &response));
    }
    if current {
        let bar =
            Rect::from_center_size(pos2(row.left() + BAR / 2.0, row.center().y), vec2(BAR, row.height() - BAR_AIR));
        ui.painter().rect_filled(bar, 2.0, cx.colors.accent);
    }
    let role = if current { Role::LabelStrong } else { Role::Label };
    let text = row.shrink2(vec2(ENTRY_PAD, 0.0));
    cx.label(words, role).width(text.width()).paint_in(ui, text);
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    response.clicked()
}

fn chip_height(cx: &Cx<'_>) -> f32 {
    let groups = (0..cx.x().groups.len()).map(Section::Group);
    let headings: Vec<String> = groups.map(|section| heading(cx, section)).collect();
    measure::TARGET.max(cx.line(Role::Label, headings.iter().map(String::as_str)) + CHIP_PAD[1])
}

/// The height of the row of chips with the space under it, in points.
#[must_use]
pub fn chips_height(cx: &Cx<'_>) -> f32 {
    chip_height(cx) + RING + CHIP_GAP
}

/// Draws the contents as a row of chips at the top of an area. Gives the offset to jump to, and the bottom of the row.
pub fn chips_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, page: &Page, seen: f32) -> (Option<f32>, f32) {
    let style = cx.style(Role::Label);
    let height = chip_height(cx);
    let strip = Rect::from_min_max(
        pos2(area.left() - RING, area.top() - RING),
        pos2(cx.layout.size.x, area.top() + height + RING),
    );
    let current = page.section_at(seen);
    let current_id = Some(Id::unique(("contents", current)));
    let moved = std::mem::replace(&mut cx.motion.borrow_mut().chip, current_id) != current_id;
    let mut jump = None;
    ui.scope_builder(UiBuilder::new().max_rect(strip), |ui| {
        ui.style_mut().always_scroll_the_only_direction = true;
        let region = ScrollArea::horizontal()
            .id_salt("contents chips")
            .auto_shrink(false)
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        scrolling::show(ui, cx, Scrollable::Chips, region, |ui| {
            let origin = ui.max_rect().min + vec2(RING, RING);
            let mut left = origin.x;
            for &(section, offset) in &page.anchors {
                let words = heading(cx, section);
                let width = cx.label(&words, Role::LabelStrong).size(ui.ctx()).x + CHIP_PAD[0];
                let chip = Rect::from_min_size(pos2(left, origin.y), vec2(width, height));
                left = chip.right() + CHIP_GAP;
                if moved && current == Some(section) {
                    ui.scroll_to_rect(chip, Some(Align::Center));
                }
                let id = Id::unique(("contents", section));
                let colors = cx.lit(is_lit(cx, section)).colors;
                if widgets::chip(ui, chip, id, &words, &style, &colors, current == Some(section)).clicked() {
                    jump = Some(offset);
                }
            }
            ui.set_min_size(vec2(left + cx.layout.margin - ui.max_rect().left(), strip.height()));
        });
    });
    (jump, strip.bottom() + CHIP_GAP)
}
