//! The sheet for easier seeing and reaching: from the foot and without a scrim, so that the view above it shows at once what a choice
//! does. It is always set in large text, whatever the size of the rest.

use egui::accesskit::Role as Access;
use egui::{Align, Area, CornerRadius, Id, Order, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::icons::{Sign, sign};
use super::parts::{self, Look, RADIUS, button, corners};
use crate::state::kiosk::{AccessChange, KioskCommand};
use crate::state::{Action, Theme};
use crate::text::{Kiosk as Words, Say};
use crate::ui::Cx;
use crate::ui::presenter::{Pen, running, tight};
use crate::ui::theme::distance;

/// The size of the sheet's text, in measures.
const TEXT: f32 = 47.0;
/// The padding at the sides, and the sheet's least width with its tiles in one row and in two.
const PAD: f32 = 48.0;
const WIDTHS: [(usize, f32); 2] = [(4, 1920.0), (2, 1020.0)];
/// The most of the window that the sheet covers, with its tiles in one row and in two.
const MOST: [f32; 2] = [0.62, 0.74];
/// The head: its top and height, the sign in it, the gap after it, and the sizes of the words.
const HEAD: [f32; 2] = [26.0, 104.0];
const SIGN: f32 = 82.0;
const SIGN_GAP: f32 = 26.0;
const HEADINGS: [f32; 4] = [60.0, 52.0, 44.0, 36.0];
/// The button that closes the sheet, and the one that puts all back.
const DONE: f32 = 280.0;
const BACK: f32 = 434.0;
const BUTTON: f32 = 104.0;
/// The tiles: their top, height, the gap between two, their padding, and the sizes of their words.
const TILES: f32 = 150.0;
const TILE: f32 = 232.0;
const TILE_GAP: f32 = 30.0;
const TILE_PAD: f32 = 34.0;
const NAMES: [f32; 4] = [50.0, 46.0, 40.0, 34.0];
const STATES: [f32; 3] = [TEXT, 42.0, 36.0];
const TILE_SIGN: f32 = 104.0;
const TICK: f32 = 34.0;
const TILE_LINE: f32 = 3.0;
/// The gap over the foot, and under it.
const FOOT: [f32; 2] = [32.0, 44.0];
const NOTES: [f32; 4] = [44.0, 40.0, 36.0, 32.0];
/// The radius of the sheet's upper corners, and the line along its edge.
const SHEET_RADIUS: f32 = 40.0;
const EDGE: f32 = 3.0;

/// The height of a sheet with so many tiles in a row, in measures.
fn height(columns: usize) -> f32 {
    let rows = if columns == 4 { 1.0 } else { 2.0 };
    TILES + rows * TILE + (rows - 1.0) * TILE_GAP + FOOT[0] + BUTTON + FOOT[1]
}

/// How many tiles stand in a row, and points per measure: large text, as far as the window has room for it.
fn arrangement(ui: &Ui, cx: &Cx<'_>, window: Rect) -> (usize, f32) {
    let eyes = cx.state.kiosk().map_or(0, |kiosk| kiosk.setup().eyes_mm);
    let large = distance::large_text(eyes, cx.state.points_per_mm()) / distance::zoom_of(ui.ctx()) / TEXT;
    let of = |at: usize| {
        let (columns, width) = WIDTHS[at];
        let fits = (window.width() / width).min(window.height() * MOST[at] / height(columns));
        (columns, fits.min(large))
    };
    let (one, two) = (of(0), of(1));
    if two.1 > one.1 { two } else { one }
}

/// Draws the sheet over the foot of the window, where it is open.
pub fn sheet_ui(ui: &Ui, cx: &Cx<'_>, window: Rect) {
    if !cx.state.access().sheet {
        return;
    }
    let (columns, scale) = arrangement(ui, cx, window);
    // On whole points, so that its edge is sharp.
    let area = window.with_min_y((window.bottom() - height(columns) * scale).floor());
    let region = Area::new(Id::unique("kiosk access sheet"))
        .order(Order::Middle)
        .fixed_pos(area.min)
        .default_size(area.size())
        .constrain(false)
        .movable(false)
        .fade_in(false);
    region.show(ui.ctx(), |ui| {
        ui.expand_to_include_rect(area);
        ui.interact(area, Id::unique("kiosk access ground"), Sense::CLICK | Sense::DRAG);
        let pen = Pen { ui, cx, area, scale, named: true };
        let round = CornerRadius { sw: 0, se: 0, ..corners(&pen, SHEET_RADIUS) };
        ui.painter().rect_filled(area, round, cx.colors.card);
        let stroke = Stroke::new(pen.px(EDGE), cx.colors.text);
        let open = area.expand2(vec2(pen.px(EDGE), 0.0)).with_max_y(area.bottom() + pen.px(EDGE));
        ui.painter().rect_stroke(open, round, stroke, StrokeKind::Inside);
        head_ui(&pen);
        tiles_ui(&pen, columns);
        foot_ui(&pen);
    });
}

fn send(cx: &Cx<'_>, change: AccessChange) {
    cx.send(Action::Kiosk(KioskCommand::Access(change)));
}

fn head_ui(pen: &Pen<'_>) {
    let cx = pen.cx;
    let [top, height] = HEAD;
    sign(pen.ui.painter(), Sign::Person, pen.at(PAD + SIGN / 2.0, top + height / 2.0), pen.px(SIGN), cx.colors.text);
    let done = pen.rect(pen.width() - PAD - DONE, top, DONE, height);
    let words = cx.say(Say::Kiosk(Words::Done));
    if button(pen, done, Id::unique("kiosk access done"), (&words, TEXT), Look::Filled).clicked() {
        send(cx, AccessChange::Sheet(false));
    }
    let left = PAD + SIGN + SIGN_GAP;
    let words = cx.say(Say::Kiosk(Words::Access));
    let room = vec2(pen.width() - PAD - DONE - SIGN_GAP - left, height);
    let kind = pen.fitting(&words, tight(HEADINGS[0], true), room, &HEADINGS);
    let label = pen.label(&words, kind, cx.colors.text).width(pen.px(room.x));
    let drawn = pen.size(&label).y;
    label.at(pen.ui, pen.at(left, top + (height - drawn) / 2.0));
}

fn tiles_ui(pen: &Pen<'_>, columns: usize) {
    let (cx, access) = (pen.cx, pen.cx.state.access());
    let has_contrast = cx.state.theme() == Theme::Contrast;
    let tiles = [
        (None, Words::LargeText, access.large_text, AccessChange::LargeText(!access.large_text)),
        (Some(Sign::Contrast), Words::HighContrast, has_contrast, AccessChange::Contrast(!has_contrast)),
        (Some(Sign::Still), Words::LessMotion, access.less_motion, AccessChange::LessMotion(!access.less_motion)),
        (Some(Sign::Low), Words::ControlsLow, access.controls_low, AccessChange::ControlsLow(!access.controls_low)),
    ];
    #[expect(clippy::cast_precision_loss, reason = "four tiles")]
    let count = columns as f32;
    let width = (pen.width() - 2.0 * PAD - (count - 1.0) * TILE_GAP) / count;
    for (at, (glyph, words, is_on, change)) in tiles.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "four tiles")]
        let (column, row) = ((at % columns) as f32, (at / columns) as f32);
        let place = pen.rect(PAD + column * (width + TILE_GAP), TILES + row * (TILE + TILE_GAP), width, TILE);
        if tile_ui(pen, place, (at, glyph), &cx.say(Say::Kiosk(words)), is_on) {
            send(cx, change);
        }
    }
}

/// A switch: its sign, its name, and in words whether it is on. True where it was touched.
fn tile_ui(pen: &Pen<'_>, place: Rect, (at, glyph): (usize, Option<Sign>), name: &str, is_on: bool) -> bool {
    let cx = pen.cx;
    let response = pen.ui.interact(place, Id::unique(("kiosk access tile", at)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Access::Switch, true, is_on, name));
    let (fill, ink) = if is_on { (cx.colors.text, cx.colors.bg) } else { (cx.colors.card, cx.colors.text) };
    pen.ui.painter().rect_filled(place, corners(pen, RADIUS), parts::touched(fill, ink, &response));
    if !is_on {
        let stroke = Stroke::new(pen.px(TILE_LINE).max(1.0), cx.colors.edge);
        pen.ui.painter().rect_stroke(place, corners(pen, RADIUS), stroke, StrokeKind::Inside);
    }
    parts::ring(pen, &response);
    let inner = place.shrink(pen.px(TILE_PAD));
    let top = place.top() + pen.px(TILE_PAD * 0.6);
    match glyph {
        Some(glyph) => {
            let middle = pos2(inner.left() + pen.px(TILE_SIGN / 2.0), top + pen.px(TILE_SIGN / 2.0));
            sign(pen.ui.painter(), glyph, middle, pen.px(TILE_SIGN), ink);
        }
        None => letters_ui(pen, pos2(inner.left(), top), ink),
    }
    let words = cx.say(Say::Kiosk(Words::Switched(is_on)));
    let room = vec2(inner.width() / pen.scale - TILE_SIGN - TICK - TILE_PAD, TILE_SIGN);
    let kind = pen.fitting(&words, tight(STATES[0], is_on), room, &STATES);
    let label = pen.label(&words, kind, ink);
    let size = label.size(pen.ui.ctx());
    let line =
        Rect::from_min_max(pos2(inner.right() - size.x, top), pos2(inner.right(), top + pen.px(TILE_SIGN) * 0.8));
    label.paint_in(pen.ui, line);
    if is_on {
        let tick = pos2(line.left() - pen.px(TICK), line.center().y);
        sign(pen.ui.painter(), Sign::Tick, tick, pen.px(TICK), ink);
    }
    let room = vec2(inner.width() / pen.scale, TILE - TILE_SIGN - 1.2 * TILE_PAD);
    let kind = pen.fitting(name, tight(NAMES[0], true), room, &NAMES);
    let label = pen.label(name, kind, ink).width(pen.px(room.x));
    let drawn = label.size(pen.ui.ctx()).y;
    label.paint(pen.ui, pos2(inner.left(), place.bottom() - pen.px(TILE_PAD * 0.6) - drawn));
    response.clicked()
}

/// A large letter and a small one.
fn letters_ui(pen: &Pen<'_>, at: egui::Pos2, ink: egui::Color32) {
    let en = crate::model::Lang::En;
    let large = pen.label_in(en, "A", tight(TILE_SIGN, true), ink);
    let small = pen.label_in(en, "a", tight(TILE_SIGN * 0.6, true), ink);
    let [large_size, small_size]: [Vec2; 2] = [large.size(pen.ui.ctx()), small.size(pen.ui.ctx())];
    large.paint(pen.ui, at - vec2(0.0, (large_size.y - pen.px(TILE_SIGN)) / 2.0));
    let below = at + vec2(large_size.x + pen.px(4.0), pen.px(TILE_SIGN) / 2.0 - small_size.y / 2.0 + pen.px(14.0));
    small.paint(pen.ui, below);
}

fn foot_ui(pen: &Pen<'_>) {
    let cx = pen.cx;
    let top = pen.height() - FOOT[1] - BUTTON;
    let back = pen.rect(pen.width() - PAD - BACK, top, BACK, BUTTON);
    let words = cx.say(Say::Kiosk(Words::PutBack));
    if button(pen, back, Id::unique("kiosk access back"), (&words, TEXT), Look::Outlined).clicked() {
        send(cx, AccessChange::Back);
    }
    let words = cx.say(Say::Kiosk(Words::GoesBack));
    let room = vec2(pen.width() - 2.0 * PAD - BACK - TILE_GAP, BUTTON);
    let kind = pen.fitting(&words, running(NOTES[0]), room, &NOTES);
    let label = pen.label(&words, kind, cx.colors.dim).width(pen.px(room.x)).align(Align::Min);
    let drawn = pen.size(&label).y;
    label.at(pen.ui, pen.at(PAD, top + (BUTTON - drawn) / 2.0));
}
