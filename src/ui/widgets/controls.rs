//! Buttons, chips, rows, switches and links. Each is drawn into an area that the view gives it, names itself for screen
//! readers, and shows a focus ring for keys.

use egui::accesskit::Role as Access;
use egui::{
    Align, Color32, CornerRadius, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::icons::{Icon, icon};
use crate::ui::theme::{self, Colors, TextStyle, hand, measure};
use crate::ui::typeset::Label;

/// The ring that shows keyboard focus: 3 points, 3 outside, over a gap in the ground's colour.
pub fn focus_ring(ui: &Ui, response: &Response, radius: u8, colors: &Colors) {
    if hand::has_ring(response) {
        let radius = CornerRadius::same(radius.saturating_add(4));
        let painter = ui.painter();
        painter.rect_stroke(response.rect.expand(3.0), radius, Stroke::new(3.0, colors.bg), StrokeKind::Middle);
        painter.rect_stroke(response.rect.expand(6.0), radius, Stroke::new(3.0, colors.text), StrokeKind::Middle);
    }
}

/// The state of a control after its share of `text` for hover and press.
fn touched(base: Color32, response: &Response, colors: &Colors) -> Color32 {
    theme::mix(base, colors.text, theme::touched(response))
}

/// An area with as much around it as a finger needs: at least a touch target's side each way, about its middle.
#[must_use]
pub fn target(area: Rect) -> Rect {
    Rect::from_center_size(area.center(), area.size().max(Vec2::splat(measure::TARGET)))
}

fn sense(ui: &Ui, area: Rect, id: Id, enabled: bool) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let response = ui.interact(area, id, sense);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

/// The side of a button's icon.
const ICON: f32 = 24.0;
/// Between a button's icon and its words.
const GAP: f32 = 10.0;
/// The least room beside a button's words.
const PAD: f32 = 8.0;

/// An outlined button with an icon, words, or both; the name is what screen readers say.
pub fn button(
    ui: &Ui,
    area: Rect,
    id: Id,
    (glyph, words): (Option<Icon>, &str),
    style: &TextStyle,
    colors: &Colors,
    enabled: bool,
) -> Response {
    let response = sense(ui, area, id, enabled);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, enabled, words));
    let fade = |c: Color32| if enabled { c } else { c.gamma_multiply(0.42) };
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(area, radius, touched(colors.card, &response, colors));
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, fade(colors.edge)), StrokeKind::Inside);
    let label = Label::new(words, style.clone(), fade(colors.text));
    // Where there is no room for both, the words come first; then they are set in two lines; where those are too high, they are
    // cut.
    let most = (area.width() - 2.0 * PAD).max(1.0);
    let glyph = glyph.filter(|_| words.is_empty() || label.size(ui.ctx()).x + ICON + GAP <= most);
    let label = match label.clone().width(most) {
        _ if label.size(ui.ctx()).x <= most => label,
        lines if lines.size(ui.ctx()).y <= area.height() - 4.0 => lines,
        lines => lines.one_line(),
    };
    let width = label.size(ui.ctx()).x;
    match glyph {
        None => {
            label.align(Align::Center).paint_in(ui, area);
        }
        Some(glyph) => {
            let (icon_width, gap) = (ICON, GAP);
            let leads = glyph != Icon::Right;
            let left = area.center().x - (icon_width + gap + width) / 2.0;
            let (icon_x, text_x) = if leads {
                (left + icon_width / 2.0, left + icon_width + gap)
            } else {
                (left + width + gap + icon_width / 2.0, left)
            };
            icon(ui.painter(), glyph, Pos2::new(icon_x, area.center().y), 24.0, fade(colors.text));
            label.paint_in(ui, Rect::from_min_max(Pos2::new(text_x, area.top()), area.max));
        }
    }
    focus_ring(ui, &response, measure::RADIUS_BUTTON, colors);
    response
}

/// An outlined button with an icon alone; only for − + ‹ › × and play.
pub fn icon_button(ui: &Ui, area: Rect, id: Id, glyph: Icon, name: &str, colors: &Colors, enabled: bool) -> Response {
    let response = sense(ui, area, id, enabled);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, enabled, name));
    let fade = |c: Color32| if enabled { c } else { c.gamma_multiply(0.42) };
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(area, radius, touched(colors.card, &response, colors));
    let stroke = Stroke::new(measure::CONTROL, fade(colors.edge));
    ui.painter().rect_stroke(area, radius, stroke, StrokeKind::Inside);
    icon(ui.painter(), glyph, area.center(), 24.0, fade(colors.text));
    focus_ring(ui, &response, measure::RADIUS_BUTTON, colors);
    response
}

/// A pill that filters; the chosen one is filled with the text colour.
pub fn chip(ui: &Ui, area: Rect, id: Id, words: &str, style: &TextStyle, colors: &Colors, chosen: bool) -> Response {
    let response = sense(ui, area, id, true);
    response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, chosen, words));
    let radius = CornerRadius::same(half(area));
    let (fill, text) = if chosen { (colors.text, colors.bg) } else { (colors.bg, colors.text) };
    ui.painter().rect_filled(area, radius, touched(fill, &response, colors));
    if !chosen {
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, colors.line), StrokeKind::Inside);
    }
    Label::new(words, style.clone(), text).align(Align::Center).paint_in(ui, area);
    focus_ring(ui, &response, half(area), colors);
    response
}

/// The chip of what is chosen, filled with the accent, with a × that clears it.
pub fn choice(ui: &Ui, area: Rect, id: Id, words: &str, name: &str, style: &TextStyle, colors: &Colors) -> Response {
    let response = sense(ui, area, id, true);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    let radius = CornerRadius::same(half(area));
    ui.painter().rect_filled(area, radius, touched(colors.accent, &response, colors));
    let text = Rect::from_min_max(area.min + vec2(20.0, 0.0), area.max);
    Label::new(words, style.clone(), colors.on_accent).paint_in(ui, text);
    icon(ui.painter(), Icon::Cross, Pos2::new(area.right() - 26.0, area.center().y), 22.0, colors.on_accent);
    focus_ring(ui, &response, half(area), colors);
    response
}

/// One part of a switch; the chosen one is filled with the text colour.
pub fn segment(ui: &Ui, area: Rect, id: Id, words: &str, style: &TextStyle, colors: &Colors, chosen: bool) -> Response {
    let response = sense(ui, area, id, true);
    response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, chosen, words));
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    let (fill, text) = if chosen { (colors.text, colors.bg) } else { (colors.card, colors.text) };
    ui.painter().rect_filled(area, radius, touched(fill, &response, colors));
    Label::new(words, style.clone(), text).align(Align::Center).paint_in(ui, area);
    focus_ring(ui, &response, measure::RADIUS_ROW, colors);
    response
}

/// A button filled with the text colour: what is most likely wanted next.
pub fn filled_button(ui: &Ui, area: Rect, id: Id, words: &str, style: &TextStyle, colors: &Colors) -> Response {
    let response = segment(ui, area, id, words, style, colors, true);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, words));
    response
}

/// A row of a list: words left, a count right; the chosen one is filled with the accent.
pub fn row(
    ui: &Ui,
    area: Rect,
    id: Id,
    (words, count, name): (&str, &str, &str),
    (style, count_style): (&TextStyle, &TextStyle),
    colors: &Colors,
    chosen: bool,
) -> Response {
    let response = sense(ui, area, id, true);
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, chosen, name));
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    if chosen {
        ui.painter().rect_filled(area, radius, touched(colors.accent, &response, colors));
    } else if hand::hovers(&response) || response.is_pointer_button_down_on() {
        ui.painter().rect_filled(area, radius, touched(colors.side, &response, colors));
    }
    let (text, dim) = if chosen { (colors.on_accent, colors.on_accent) } else { (colors.text, colors.dim) };
    let inner = area.shrink2(vec2(10.0, 0.0));
    let counted = Label::new(count, count_style.clone(), dim).align(Align::Max).paint_in(ui, inner);
    let left = Rect::from_min_max(inner.min, Pos2::new(counted.left() - 6.0, inner.bottom()));
    Label::new(words, style.clone(), text).width(left.width().max(1.0)).one_line().paint_in(ui, left);
    focus_ring(ui, &response, measure::RADIUS_ROW, colors);
    response
}

/// Underlined words in the accent that open something of ours, never a browser. The touch target is at least 44 high.
pub fn link(ui: &Ui, pos: Pos2, id: Id, words: &str, style: &TextStyle, colors: &Colors, width: f32) -> Response {
    named_link(ui, pos, id, (words, words), style, colors, width)
}

/// The same with a name for screen readers that says more than its words.
pub fn named_link(
    ui: &Ui,
    pos: Pos2,
    id: Id,
    (words, name): (&str, &str),
    style: &TextStyle,
    colors: &Colors,
    width: f32,
) -> Response {
    let label = Label::new(words, style.clone(), colors.accent).width(width);
    let drawn = Rect::from_min_size(pos, label.size(ui.ctx()));
    let target = drawn.expand2(vec2(6.0, ((measure::TARGET - drawn.height()) / 2.0).max(2.0)));
    let response = sense(ui, target, id, true);
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, name));
    let color = touched(colors.accent, &response, colors);
    label.color(color).underline().paint(ui, pos);
    if hand::has_ring(&response) {
        let ring = CornerRadius::same(measure::RADIUS_ROW);
        ui.painter().rect_stroke(drawn.expand(5.0), ring, Stroke::new(3.0, colors.text), StrokeKind::Middle);
    }
    response.with_new_rect(drawn)
}

/// A horizontal rule.
pub fn rule(ui: &Ui, left: f32, right: f32, y: f32, stroke: Stroke) {
    ui.painter().hline(left..=right, y, stroke);
}

fn half(area: Rect) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "controls are lower than 255 points")]
    let half = (area.height() / 2.0).clamp(0.0, 255.0) as u8;
    half
}
