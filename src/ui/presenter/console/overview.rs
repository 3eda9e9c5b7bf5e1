//! All stops as small pictures. Only the speaker sees them.

use egui::{
    Align, CornerRadius, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit, vec2,
};

use super::{
    BUTTONS_BOTTOM, BUTTONS_TOP, BUTTONS_TWO_ROWS, ConsoleLayout, GAP, MARGIN, ROW_MIDDLE, audience_shape, buttons,
    send, time, top,
};
use crate::state::Scrollable;
use crate::state::talk::{ConsoleOverlay, Spot, StopKey, TalkCommand};
use crate::text::{self, Control, Say, Talk};
use crate::ui::Cx;
use crate::ui::presenter::audience;
use crate::ui::presenter::console_widgets::{CAPTION, FIELD_RADIUS, THIN_STROKE, corners, digits, key_ui, outline};
use crate::ui::presenter::pen::{LINE_SLACK, Pen, tight};
use crate::ui::scrolling;
use crate::ui::theme::stage::console;
use crate::ui::widgets;

/// The height of the words under a small picture.
const WORDS: f32 = 104.0;
/// The grid: its top, the gap above the buttons, that between columns, the width left free, the inset of the first tile.
const GRID_TOP: f32 = 118.0;
const GRID_GAP: f32 = 16.0;
const COLUMN_GAP: f32 = 22.0;
const GRID_SPACE: f32 = 16.0;
const GRID_INSET: f32 = 8.0;
/// The gap between two rows.
const ROW_GAP: f32 = 10.0;
/// The header: text sizes of title, pace and clock, and the gap after the title.
const TITLE: f32 = 36.0;
const TITLE_GAP: f32 = 24.0;
const PACE: f32 = 34.0;
const CLOCK: f32 = 52.0;
/// The pill after the title: top, height, width beyond its words, and the gap after it.
const PILL_TOP: f32 = 23.0;
const PILL: f32 = 46.0;
const PILL_PADS: f32 = 44.0;
const PILL_GAP: f32 = 30.0;
/// The pace: the gap at its right, its sign; the clock: its right end, from the pace, and its top; the space that both need.
const PACE_GAP: f32 = 12.0;
const SIGN: f32 = 28.0;
const SIGN_RIGHT: f32 = 28.0;
const CLOCK_RIGHT: f32 = 66.0;
const CLOCK_TOP: f32 = 16.0;
const PACE_LEAST: f32 = 300.0;
/// The outlines of the audience's stop and of the chosen one, and the distance of the latter.
const AUDIENCE_OUTLINE: f32 = 6.0;
const CHOSEN_OUTLINE: f32 = 4.0;
const CHOSEN_GAP: f32 = 4.0;
/// The mark on a tile: its place, radius and text, its width beyond that, its height.
const MARK_INSET: f32 = 10.0;
const MARK_RADIUS: f32 = 19.0;
const MARK: f32 = 21.0;
const MARK_PADS: f32 = 36.0;
const MARK_LEAST: f32 = 30.0;
const MARK_HEIGHT_PADS: f32 = 8.0;
/// Under a tile: the gap, the number with its width, the left end of the words.
const UNDER_GAP: f32 = 12.0;
const NUMBER: f32 = 28.0;
const NUMBER_WIDTH: f32 = 60.0;
const WORDS_LEFT: f32 = 48.0;
/// The name: the height of all its lines and of a single one, its text sizes, how much lower several lines begin.
const NAME: f32 = 58.0;
const NAME_LINE: f32 = 34.0;
const NAMES: [f32; 3] = [22.0, 20.0, 18.0];
const NAME_DROP: f32 = 2.0;
/// The time under the name.
const TIME: f32 = 20.0;
const TIME_LINE: f32 = 30.0;
const TIME_GAP: f32 = 2.0;
/// The panel of the typed number: width, top above the buttons, radius, padding.
const TYPED_WIDTH: f32 = 620.0;
const TYPED_TOP: f32 = 286.0;
const TYPED_RADIUS: f32 = 14.0;
const TYPED_PAD: f32 = 28.0;
/// Its field: size and outline; its digits: text, middle, top.
const FIELD_WIDTH: f32 = 190.0;
const FIELD_HEIGHT: f32 = 164.0;
const FIELD_STROKE: f32 = 3.0;
const DIGITS: f32 = 96.0;
const DIGITS_MIDDLE: f32 = 123.0;
const DIGITS_TOP: f32 = 52.0;
/// Its words: left end, space at the right; header and stop with text, top and height.
const TYPED_WORDS_LEFT: f32 = 248.0;
const TYPED_WORDS_RIGHT: f32 = 24.0;
const GO: f32 = 28.0;
const GO_TOP: f32 = 24.0;
const GO_LINE: f32 = 44.0;
const STOP: f32 = 24.0;
const STOP_TOP: f32 = 66.0;
const STOP_LINE: f32 = 40.0;
/// Its keys: top, pitch, height of a line, text; the right end of a key, the left end of its words.
const KEYS_TOP: f32 = 116.0;
const KEYS_PITCH: f32 = 46.0;
const KEYS_LINE: f32 = 40.0;
const KEYS: f32 = 24.0;
const KEY_RIGHT: f32 = 80.0;
const KEY_WORDS: f32 = 96.0;
/// Its hint: text, distance from the bottom, height.
const HINT: f32 = 20.0;
const HINT_BOTTOM: f32 = 46.0;
const HINT_LINE: f32 = 36.0;

pub(super) fn overview_ui(ui: &mut Ui, cx: &Cx<'_>, window: Rect, scale: f32, form: ConsoleLayout) {
    let columns = if form == ConsoleLayout::Upright { 3 } else { 6 };
    if cx.state.talk().columns != columns {
        send(cx, TalkCommand::Columns(columns));
    }
    let (grid, typed_area) = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        let footer = if form == ConsoleLayout::Upright { BUTTONS_TWO_ROWS } else { BUTTONS_TOP };
        let bar = Rect::from_min_max(
            egui::pos2(MARGIN, pen.height() - footer),
            egui::pos2(pen.width() - MARGIN, pen.height() - BUTTONS_BOTTOM),
        );
        buttons::buttons_ui(&pen, bar, form);
        header_ui(&pen, form);
        let grid =
            Rect::from_min_max(egui::pos2(MARGIN, GRID_TOP), egui::pos2(pen.width() - MARGIN, bar.top() - GRID_GAP));
        let typed = Rect::from_min_max(
            egui::pos2(pen.width() - MARGIN - TYPED_WIDTH, bar.top() - TYPED_TOP),
            egui::pos2(pen.width() - MARGIN, bar.top() - GRID_GAP),
        );
        (grid, typed)
    };
    grid_ui(ui, cx, (window, scale), grid, columns);
    if !cx.state.talk().typed.is_empty() {
        typed_ui(&Pen { ui, cx, area: window, scale, named: true }, typed_area);
    }
}

/// The title, the time and the pace in small, the search.
fn header_ui(pen: &Pen<'_>, form: ConsoleLayout) {
    let cx = pen.cx;
    let words = cx.say(Say::Talk(Talk::Control(Control::Overview)));
    let label = pen.label(&words, tight(TITLE, true), console::CREAM);
    let size = pen.size(&label);
    pen.put(label, MARGIN, ROW_MIDDLE - size.y / 2.0, size.x + LINE_SLACK);
    let mut x = MARGIN + size.x + TITLE_GAP;
    let only = cx.say(Say::Talk(Talk::OnlyYou));
    let label = pen.label(&only, tight(CAPTION, false), console::CREAM).align(Align::Center);
    let width = pen.size(&label).x + PILL_PADS;
    let pill = pen.rect(x, PILL_TOP, width, PILL);
    pen.ui.painter().rect_stroke(
        pill,
        corners(pen, PILL / 2.0),
        Stroke::new(pen.px(THIN_STROKE).max(1.0), console::EDGE),
        StrokeKind::Inside,
    );
    pen.inside(label, Align::Center, pill);
    x += width + PILL_GAP;
    if form == ConsoleLayout::Upright {
        return;
    }
    let right = top::find_ui(pen, pen.width() - MARGIN);
    let (color, pace) = time::pace(pen);
    let label = pen.label(&pace, tight(PACE, true), color);
    let size = pen.size(&label);
    let left = right - size.x - PACE_GAP;
    if left < x + PACE_LEAST {
        return;
    }
    pen.put(label, left, ROW_MIDDLE - size.y / 2.0, size.x + LINE_SLACK);
    time::sign_ui(pen, left - SIGN_RIGHT, ROW_MIDDLE, SIGN, color);
    let talk = cx.state.talk();
    digits(
        pen,
        &text::time(talk.elapsed(), true),
        (CLOCK, true),
        console::CREAM,
        Align::Max,
        left - CLOCK_RIGHT,
        CLOCK_TOP,
    );
}

fn grid_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect, columns: usize) {
    let shape = audience_shape(cx);
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = (area.width() - COLUMN_GAP * (columns as f32 - 1.0) - GRID_SPACE) / columns as f32;
    let pitch = width / shape + WORDS;
    let stops = &cx.state.talk().stops;
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let height = stops.len().div_ceil(columns) as f32 * pitch;
    let origin = window.min + area.min.to_vec2() * scale;
    let seen = Rect::from_min_size(origin, area.size() * scale);
    ui.scope_builder(UiBuilder::new().max_rect(seen), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("talk overview").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::TalkOverview, region, |ui| {
            let (place, _) = ui.allocate_exact_size(vec2(seen.width(), height * scale), Sense::hover());
            for (at, stop) in stops.keys().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "a handful of stops")]
                let at = vec2(
                    (at % columns) as f32 * (width + COLUMN_GAP) + GRID_INSET,
                    (at / columns) as f32 * pitch + GRID_INSET,
                );
                let tile = Rect::from_min_size(place.min + at * scale, vec2(width, pitch - ROW_GAP) * scale);
                tile_ui(ui, cx, scale, tile, stop, width / shape);
            }
        });
    });
}

/// The stop to go to: that of the typed number, else the chosen one.
fn chosen(cx: &Cx<'_>) -> Option<StopKey> {
    let talk = cx.state.talk();
    match talk.overlay {
        _ if !talk.typed.is_empty() => talk.typed_stop(),
        Some(ConsoleOverlay::Overview(stop)) => Some(stop),
        _ => None,
    }
}

fn tile_ui(ui: &mut Ui, cx: &Cx<'_>, scale: f32, area: Rect, stop: StopKey, picture_height: f32) {
    let talk = cx.state.talk();
    let Some(at) = talk.stops.get(stop) else { return };
    let is_chosen = chosen(cx) == Some(stop);
    if is_chosen && cx.motion.borrow().overview != Some(stop) {
        ui.scroll_to_rect(area, None);
        cx.motion.borrow_mut().overview = Some(stop);
    }
    if !ui.is_rect_visible(area) {
        return;
    }
    let title = text::stop_title(cx.lang(), cx.x(), at);
    let picture_area = Rect::from_min_size(area.min, vec2(area.width(), picture_height * scale));
    let response = ui.interact(area, Id::unique(("overview stop", stop)), Sense::click());
    let name = format!("{}, {title}", talk.stops.position(stop) + 1);
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, is_chosen, &name));
    if response.clicked() {
        send(cx, TalkCommand::Show(Spot::at(stop)));
    }
    let picture = talk.audience_view_of(&Spot::at(stop), cx.state.lang(), cx.state.theme());
    audience::view_ui(ui, cx, picture_area, &picture, false);
    let pen = Pen { ui, cx, area, scale, named: false };
    let audience = talk.audience_spot().stop == stop;
    let done = talk.stops.position(stop) < talk.position() && !audience;
    if done {
        pen.ui.painter().rect_filled(picture_area, CornerRadius::ZERO, console::BG.gamma_multiply(0.5));
    }
    if audience {
        outline(&pen, picture_area, AUDIENCE_OUTLINE, console::ACCENT);
    }
    if is_chosen && !(audience && talk.typed.is_empty()) {
        outline(&pen, picture_area.expand(pen.px(CHOSEN_GAP)), CHOSEN_OUTLINE, console::CREAM);
    }
    let mark = match () {
        () if audience => Some((Talk::AudienceNow, console::MADDER, console::WHITE)),
        () if talk.stops.beside(talk.spot.stop, 1) == Some(stop) => {
            Some((Talk::Control(Control::More), console::INK, console::CREAM))
        }
        () => None,
    };
    if let Some((words, ground, ink)) = mark {
        let words = if audience { cx.say(Say::Talk(words)) } else { cx.say(Say::Next) };
        let label = pen.label(&words, tight(MARK, true), ink).align(Align::Center);
        let size = pen.size(&label);
        let pill = pen.rect(MARK_INSET, MARK_INSET, size.x + MARK_PADS, size.y.max(MARK_LEAST) + MARK_HEIGHT_PADS);
        pen.ui.painter().rect_filled(pill, corners(&pen, MARK_RADIUS), ground);
        label.paint_in(pen.ui, pill);
    }
    words_ui(&pen, stop, &title, picture_height, (audience, done));
}

fn words_ui(pen: &Pen<'_>, stop: StopKey, title: &str, below: f32, (audience, done): (bool, bool)) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let y = below + UNDER_GAP;
    let number = (talk.stops.position(stop) + 1).to_string();
    let color = if audience { console::ACCENT } else { console::CREAM };
    pen.put(pen.label(&number, tight(NUMBER, true), color), 0.0, y, NUMBER_WIDTH);
    let width = pen.width() - WORDS_LEFT;
    let ink = if done { console::SOFT } else { console::CREAM };
    let area = vec2(width, NAME);
    let kind = pen.fitting(title, tight(NAMES[0], false), area, &NAMES);
    let label = pen.label(title, kind, ink);
    let lines = pen.size(&label.clone().width(pen.px(width))).y;
    let height = if lines > area.y {
        pen.inside(label, Align::Min, pen.rect(WORDS_LEFT, y, width, NAME_LINE));
        NAME_LINE
    } else {
        pen.put(label, WORDS_LEFT, y + NAME_DROP, width)
    };
    let (begin, end) = talk.plan.span(stop);
    let planned = text::time(end - begin, false);
    let shown = talk.shown_secs(stop);
    let words = match () {
        () if audience => cx.say(Say::Talk(Talk::ShownOf(&text::time(shown, false), &planned))),
        () if shown >= 1.0 => cx.say(Say::Talk(Talk::Shown(&text::time(shown, false)))),
        () if done => cx.say(Say::Talk(Talk::NotShown)),
        () => cx.say(Say::Talk(Talk::Planned(&planned))),
    };
    pen.inside(
        pen.label(&words, tight(TIME, false), console::SOFT),
        Align::Min,
        pen.rect(WORDS_LEFT, y + height + TIME_GAP, width, TIME_LINE),
    );
}

/// The typed number, and the stop that it leads to.
fn typed_ui(pen: &Pen<'_>, area: Rect) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let place = pen.rect(area.left(), area.top(), area.width(), area.height());
    pen.ui.painter().rect_filled(place, corners(pen, TYPED_RADIUS), console::CARD);
    let field = pen.rect(area.left() + TYPED_PAD, area.top() + TYPED_PAD, FIELD_WIDTH, FIELD_HEIGHT);
    pen.ui.painter().rect_filled(field, corners(pen, FIELD_RADIUS), console::BG);
    pen.ui.painter().rect_stroke(
        field,
        corners(pen, FIELD_RADIUS),
        Stroke::new(pen.px(FIELD_STROKE), console::CREAM),
        StrokeKind::Inside,
    );
    let (x, y) = (area.left() + DIGITS_MIDDLE, area.top() + DIGITS_TOP);
    digits(pen, &talk.typed, (DIGITS, true), console::CREAM, Align::Center, x, y);
    let left = area.left() + TYPED_WORDS_LEFT;
    let width = area.right() - left - TYPED_WORDS_RIGHT;
    let stop = talk.typed_stop();
    let header = match stop {
        Some(stop) => cx.say(Say::Talk(Talk::GoTo(talk.stops.position(stop) + 1))),
        None => cx.say(Say::Talk(Talk::NoSuchStop)),
    };
    pen.inside(
        pen.label(&header, tight(GO, true), console::CREAM),
        Align::Min,
        pen.rect(left, area.top() + GO_TOP, width, GO_LINE),
    );
    let title = stop.and_then(|stop| talk.stops.get(stop)).map(|s| text::stop_title(cx.lang(), cx.x(), s));
    pen.inside(
        pen.label(&title.unwrap_or_default(), tight(STOP, false), console::CREAM),
        Align::Min,
        pen.rect(left, area.top() + STOP_TOP, width, STOP_LINE),
    );
    for (i, (key, say)) in [("Enter", Talk::ShowIt), ("Esc", Talk::BackToNotes)].into_iter().enumerate() {
        let y = area.top() + KEYS_TOP + if i == 0 { 0.0 } else { KEYS_PITCH };
        key_ui(
            pen,
            pen.at(left + KEY_RIGHT, 0.0).x,
            pen.at(0.0, y + KEYS_LINE / 2.0).y,
            key,
            [console::CREAM, console::EDGE],
        );
        let words = cx.say(Say::Talk(say));
        pen.inside(
            pen.label(&words, tight(KEYS, false), console::SOFT),
            Align::Min,
            pen.rect(left + KEY_WORDS, y, width - KEY_WORDS, KEYS_LINE),
        );
    }
    let hint = cx.say(Say::Talk(Talk::TypeNumber));
    pen.inside(
        pen.label(&hint, tight(HINT, false), console::SOFT),
        Align::Min,
        pen.rect(area.left() + TYPED_PAD, area.bottom() - HINT_BOTTOM, area.width() - 2.0 * GAP, HINT_LINE),
    );
}
