//! The tabs of the views: beside the title, or at the footer in portrait; a strip that scrolls where they are wider than that.

use egui::scroll_area::{ScrollBarVisibility, ScrollSource};
use egui::{
    Align, CornerRadius, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit, pos2,
    vec2,
};

use crate::state::editing::Surface;
use crate::state::{Action, Scrollable, View};
use crate::text::Say;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::typeset::Label;
use crate::ui::{Cx, scrolling};

/// The padding beside a tab's words: folded, narrow, wide.
const PADS: [f32; 3] = [9.0, 14.0, 24.0];
/// The insets of a tab's hovered ground and of its focus ring.
const GROUND: egui::Vec2 = vec2(2.0, 3.0);
const RING: f32 = 8.0;
/// How much narrower than a tab its line at the footer is, and the line's least width.
const FOOTER_LINE: [f32; 2] = [56.0, 40.0];
/// The scale of the tabs' words in a wide window, which is read from further away.
const FOOTER_TYPE: f32 = 1.2;

/// True where there is more than one view to go to.
pub fn has_tabs(cx: &Cx<'_>) -> bool {
    cx.state.views().len() > 1
}

fn pad(cx: &Cx<'_>) -> f32 {
    let [folded, narrow, wide] = PADS;
    match (cx.layout.folded, cx.layout.narrow) {
        (true, _) => folded,
        (false, true) => narrow,
        (false, false) => wide,
    }
}

/// The width of a tab, and of its words.
fn widths(ui: &Ui, cx: &Cx<'_>, view: View) -> (f32, f32) {
    let words = cx.label(&cx.say(Say::View(view)), Role::Strong).size(ui.ctx()).x;
    ((words + 2.0 * pad(cx)).max(measure::TARGET), words)
}

/// The natural width of all tabs.
pub fn width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    cx.state.views().into_iter().map(|view| widths(ui, cx, view).0).sum()
}

/// Draws the tabs, beside the title or at the footer.
pub fn tabs_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, at_footer: bool) {
    if width(ui, cx) <= area.width() + 0.5 {
        row_ui(ui, cx, area, at_footer);
        return;
    }
    let views = cx.state.views();
    let view = Some(cx.state.view());
    let moved = std::mem::replace(&mut cx.motion.borrow_mut().tab, view) != view;
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.style_mut().always_scroll_the_only_direction = true;
        let region = ScrollArea::horizontal()
            .id_salt("tabs")
            .auto_shrink(false)
            .scroll_source(ScrollSource::ALL)
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        scrolling::show(ui, cx, Scrollable::Tabs, region, |ui| {
            let mut left = ui.max_rect().left();
            for view in views {
                let (width, _) = widths(ui, cx, view);
                let tab = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
                left = tab.right();
                if moved && cx.state.view() == view {
                    ui.scroll_to_rect(tab, Some(Align::Center));
                }
                tab_ui(ui, cx, tab, view, at_footer);
            }
            ui.set_min_size(vec2(left - ui.max_rect().left(), area.height()));
        });
    });
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, at_footer: bool) {
    let mut left = area.left();
    let views = cx.state.views();
    let natural: f32 = width(ui, cx);
    #[expect(clippy::cast_precision_loss, reason = "a handful of views")]
    let spare = if at_footer { (area.width() - natural) / views.len().max(1) as f32 } else { 0.0 };
    #[expect(clippy::cast_precision_loss, reason = "a handful of views")]
    let part = area.width() / views.len().max(1) as f32;
    let even = at_footer && views.iter().all(|view| widths(ui, cx, *view).0 <= part);
    for view in views {
        let width = if even { part } else { widths(ui, cx, view).0 + spare };
        tab_ui(ui, cx, Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height())), view, at_footer);
        left += width;
    }
}

fn tab_ui(ui: &Ui, cx: &Cx<'_>, tab: Rect, view: View, at_footer: bool) {
    let words = cx.say(Say::View(view));
    // In tables and the running order no view is shown.
    let is_shown = cx.state.editing().is_none_or(|editing| editing.preview() || editing.surface() == Surface::Views);
    let chosen = is_shown && cx.state.view() == view;
    let role = if chosen { Role::Strong } else { Role::Body };
    let response = ui.interact(tab, Id::unique(("tab", view)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Tab, true, chosen, &words));
    let ground = if at_footer { cx.colors.side } else { cx.colors.bg };
    if hand::hovers(&response) {
        ui.painter().rect_filled(tab.shrink2(GROUND), 0.0, cx.touched(ground, &response));
    }
    let mut style = cx.style(role);
    if at_footer && cx.layout.size.x >= super::WIDE_FOOTER {
        style.font.size *= FOOTER_TYPE;
    }
    let is_lit = cx.highlights().is_none_or(|trace| trace.is_in(view));
    Label::new(&words, style, cx.lit(is_lit).colors.text).align(Align::Center).paint_in(ui, tab);
    if chosen {
        let (top, width) = if at_footer {
            (tab.top(), (tab.width() - FOOTER_LINE[0]).max(FOOTER_LINE[1]))
        } else {
            (tab.bottom() - measure::UNDERLINE, widths(ui, cx, view).1)
        };
        let line = Rect::from_min_size(pos2(tab.center().x - width / 2.0, top), vec2(width, measure::UNDERLINE));
        ui.painter().rect_filled(line, 2.0, cx.colors.accent);
    }
    if hand::has_ring(&response) {
        let stroke = Stroke::new(measure::STRONG, cx.colors.text);
        let radius = CornerRadius::same(measure::RADIUS_ROW);
        ui.painter().rect_stroke(tab.shrink(RING), radius, stroke, StrokeKind::Inside);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        cx.send(Action::View(view));
    }
}
