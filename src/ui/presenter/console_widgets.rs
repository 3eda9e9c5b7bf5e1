//! The controls of the console: panels, buttons with their keys, digits of equal width.

use egui::{
    Align, Color32, CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, WidgetInfo, accesskit, pos2, vec2,
};

use super::pen::{Pen, tight};
use crate::model::Lang;
use crate::ui::theme::stage::console;
use crate::ui::theme::{self, hand};

/// The radius of panels, of buttons, of keys.
const PANEL: f32 = 14.0;
const BUTTON: f32 = 12.0;
const KEY: f32 = 8.0;
/// The radius of fields and of rows in a list.
pub const FIELD_RADIUS: f32 = 12.0;
/// The text size of captions and second lines.
pub const CAPTION: f32 = 22.0;
/// The height of buttons in the top row, and of large ones.
pub const BUTTON_HEIGHT: f32 = 56.0;
pub const LARGE_BUTTON: f32 = 84.0;
/// The width of thin outlines and rules.
pub const THIN_STROKE: f32 = 2.0;
/// Keys: text size, height, least width, and the width beyond the text.
const KEY_TEXT: f32 = 20.0;
const KEY_HEIGHT: f32 = 34.0;
const KEY_LEAST: f32 = 36.0;
const KEY_PADS: f32 = 22.0;
/// The gap before the key of a button.
const KEY_GAP: f32 = 10.0;
/// The width of a button beyond its words, and beyond the text of its key.
const BUTTON_SPACE: f32 = 40.0;
const BUTTON_KEY_SPACE: f32 = 40.0;
/// The padding of a button, and of one with a single sign.
const BUTTON_PAD: f32 = 18.0;
const SIGN_PAD: f32 = 2.0;
/// Buttons higher than this have large text.
const TALL_BUTTON: f32 = 80.0;
/// The text sizes of buttons: large, usual, and where the words are long.
const BUTTON_TEXTS: [f32; 6] = [32.0, BUTTON_TEXT, 22.0, 20.0, 18.0, 16.0];
const BUTTON_TEXT: f32 = 24.0;
const SEGMENT_TEXT: f32 = 26.0;
/// The focus ring, and its distance from a button and from a part of a switch.
const FOCUS_STROKE: f32 = 4.0;
const BUTTON_FOCUS_GAP: f32 = 5.0;
const SEGMENT_FOCUS_GAP: f32 = 4.0;

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonLook {
    /// Most buttons.
    Plain,
    /// Its function is on.
    On,
    /// Its function hides or freezes the audience's picture; or the main way on.
    Alert,
    /// On a band of colour: white with dark words.
    White,
    /// On a band of colour: dark with light words.
    Dark,
}

impl ButtonLook {
    /// Ground, words, outline of the key.
    fn colors(self) -> [Color32; 3] {
        match self {
            Self::Plain | Self::Dark => [console::CARD, console::CREAM, console::EDGE],
            Self::On => [console::CREAM, console::INK, console::INK],
            Self::Alert => [console::MADDER, console::WHITE, console::WHITE],
            Self::White => [console::WHITE, console::INK, console::INK],
        }
    }
}

/// A corner radius given in measures.
pub fn corners(pen: &Pen<'_>, radius: f32) -> CornerRadius {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points")]
    CornerRadius::same(pen.px(radius).round().clamp(0.0, 255.0) as u8)
}

/// A panel.
pub fn panel(pen: &Pen<'_>, area: Rect) {
    pen.ui.painter().rect_filled(area, corners(pen, PANEL), console::PANEL);
}

/// The outline of a panel or picture.
pub fn outline(pen: &Pen<'_>, area: Rect, width: f32, color: Color32) {
    let stroke = Stroke::new(pen.px(width).max(1.0), color);
    pen.ui.painter().rect_stroke(area, corners(pen, PANEL), stroke, StrokeKind::Outside);
}

/// The width of a key, in measures.
pub fn key_width(pen: &Pen<'_>, words: &str) -> f32 {
    (pen.size(&pen.label_in(Lang::En, words, tight(KEY_TEXT, true), console::CREAM)).x + KEY_PADS).max(KEY_LEAST)
}

/// A key as printed on the keyboard, with its right end at a point; returns its left end.
pub fn key_ui(pen: &Pen<'_>, right: f32, middle: f32, words: &str, [ink, edge]: [Color32; 2]) -> f32 {
    let label = pen.label_in(Lang::En, words, tight(KEY_TEXT, true), ink);
    let width = pen.px(key_width(pen, words));
    let height = pen.px(KEY_HEIGHT);
    let area = Rect::from_min_size(pos2(right - width, middle - height / 2.0), vec2(width, height));
    let stroke = Stroke::new(pen.px(THIN_STROKE).max(1.0), edge);
    pen.ui.painter().rect_stroke(area, corners(pen, KEY), stroke, StrokeKind::Inside);
    label.align(Align::Center).paint_in(pen.ui, area);
    area.left()
}

/// The width that a button needs, in measures.
pub fn button_width(pen: &Pen<'_>, words: &str, key: &str) -> f32 {
    let text = pen.size(&pen.label(words, tight(BUTTON_TEXT, false), console::CREAM)).x;
    let key = if key.is_empty() {
        0.0
    } else {
        pen.size(&pen.label(key, tight(KEY_TEXT, true), console::CREAM)).x + BUTTON_KEY_SPACE
    };
    text + key + BUTTON_SPACE
}

/// A button with its key.
pub fn button(
    pen: &Pen<'_>,
    area: Rect,
    id: Id,
    (words, key): (&str, &str),
    look: ButtonLook,
    enabled: bool,
) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let response = pen.ui.interact(area, id, sense);
    let on = matches!(look, ButtonLook::On | ButtonLook::Alert);
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, enabled, on, words));
    let [ground, ink, edge] = look.colors();
    let fade = |color: Color32| if enabled { color } else { color.gamma_multiply(0.42) };
    let share = match () {
        () if enabled && response.is_pointer_button_down_on() => 0.16,
        () if enabled && hand::hovers(&response) => 0.08,
        () => 0.0,
    };
    let radius = corners(pen, BUTTON);
    pen.ui.painter().rect_filled(area, radius, theme::mix(ground, ink, share));
    if hand::has_ring(&response) {
        let stroke = Stroke::new(pen.px(FOCUS_STROKE), console::CREAM);
        pen.ui.painter().rect_stroke(area.expand(pen.px(BUTTON_FOCUS_GAP)), radius, stroke, StrokeKind::Middle);
    }
    // A single sign needs hardly any padding.
    let pad = pen.px(if words.chars().count() == 1 { SIGN_PAD } else { BUTTON_PAD });
    let right = if key.is_empty() {
        area.right() - pad
    } else {
        key_ui(pen, area.right() - pad, area.center().y, key, [fade(ink), fade(edge)]) - pen.px(KEY_GAP)
    };
    let inner = Rect::from_min_max(pos2(area.left() + pad, area.top()), pos2(right, area.bottom()));
    let tall = area.height() / pen.scale > TALL_BUTTON;
    let texts = if words.chars().count() == 1 || tall { &BUTTON_TEXTS[..] } else { &BUTTON_TEXTS[1..] };
    let kind = tight(texts[0], look != ButtonLook::Plain);
    let kind = pen.fitting(words, kind, inner.size() / pen.scale, texts);
    let align = if key.is_empty() { Align::Center } else { Align::Min };
    pen.label(words, kind, fade(ink)).align(align).paint_in(pen.ui, inner);
    response
}

/// One part of a switch.
pub fn segment(pen: &Pen<'_>, area: Rect, id: Id, (lang, words): (Lang, &str), chosen: bool) -> Response {
    let response = pen.ui.interact(area, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, chosen, words));
    let (ground, ink) = if chosen { (console::CREAM, console::INK) } else { (console::CARD, console::SOFT) };
    let share = if hand::hovers(&response) { 0.08 } else { 0.0 };
    pen.ui.painter().rect_filled(area, corners(pen, BUTTON), theme::mix(ground, ink, share));
    if hand::has_ring(&response) {
        let stroke = Stroke::new(pen.px(FOCUS_STROKE), console::CREAM);
        pen.ui.painter().rect_stroke(
            area.expand(pen.px(SEGMENT_FOCUS_GAP)),
            corners(pen, BUTTON),
            stroke,
            StrokeKind::Middle,
        );
    }
    let label = pen.label_in(lang, words, tight(SEGMENT_TEXT, chosen), ink);
    label.width(area.width()).align(Align::Center).one_line().paint_in(pen.ui, area);
    response
}

/// Digits of equal width, so that a running clock does not jitter; returns the width, in measures.
pub fn digits(
    pen: &Pen<'_>,
    words: &str,
    (size, bold): (f32, bool),
    color: Color32,
    align: Align,
    x: f32,
    y: f32,
) -> f32 {
    let glyph = |c: char| {
        let text = c.to_string();
        let label = pen.label_in(Lang::En, &text, tight(size, bold), color);
        pen.size(&label).x
    };
    let digit = ('0'..='9').map(glyph).fold(0.0, f32::max);
    let width_of = |c: char| if c.is_ascii_digit() { digit } else { glyph(c) };
    let width: f32 = words.chars().map(width_of).sum();
    let mut left = match align {
        Align::Min => x,
        Align::Center => x - width / 2.0,
        Align::Max => x - width,
    };
    let begin = left;
    for c in words.chars() {
        let text = c.to_string();
        let label = pen.label_in(Lang::En, &text, tight(size, bold), color).align(Align::Center);
        label.paint(pen.ui, pen.at(left + width_of(c) / 2.0, y));
        left += width_of(c);
    }
    pen.name(pen.rect(begin, y, width, size * 1.2), words);
    width
}
