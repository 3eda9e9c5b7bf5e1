//! All stops as small pictures. Only the speaker sees them.

use egui::{
    Align, CornerRadius, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit, vec2,
};

use super::{ConsoleLayout, GAP, MARGIN, audience_shape, buttons, send, time, top};
use crate::state::Scrollable;
use crate::state::talk::{ConsoleOverlay, Spot, StopKey, TalkCommand};
use crate::text::{self, Control, Say, Talk};
use crate::ui::Cx;
use crate::ui::presenter::audience;
use crate::ui::presenter::console_widgets::{corners, digits, key_ui, outline};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::scrolling;
use crate::ui::theme::stage::console;
use crate::ui::widgets;

/// The area of the words under a small picture.
const WORDS: f32 = 104.0;

pub(super) fn overview_ui(ui: &mut Ui, cx: &Cx<'_>, window: Rect, scale: f32, form: ConsoleLayout) {
    let columns = if form == ConsoleLayout::Upright { 3 } else { 6 };
    if cx.state.talk().columns != columns {
        send(cx, TalkCommand::Columns(columns));
    }
    let (grid, typed_area) = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        let footer = if form == ConsoleLayout::Upright { 172.0 } else { 92.0 };
        let bar = Rect::from_min_max(
            egui::pos2(MARGIN, pen.height() - footer),
            egui::pos2(pen.width() - MARGIN, pen.height() - 24.0),
        );
        buttons::buttons_ui(&pen, bar, form);
        header_ui(&pen, form);
        let grid = Rect::from_min_max(egui::pos2(MARGIN, 118.0), egui::pos2(pen.width() - MARGIN, bar.top() - 16.0));
        let typed = Rect::from_min_max(
            egui::pos2(pen.width() - MARGIN - 620.0, bar.top() - 286.0),
            egui::pos2(pen.width() - MARGIN, bar.top() - 16.0),
        );
        (grid, typed)
    };
    grid_ui(ui, cx, (window, scale), grid, columns);
    if !cx.state.talk().typed.is_empty() {
        typed_ui(&Pen { ui, cx, area: window, scale, named: true }, typed_area);
    }
}

/// What this is, the time and the pace in small, the search.
fn header_ui(pen: &Pen<'_>, form: ConsoleLayout) {
    let cx = pen.cx;
    let words = cx.say(Say::Talk(Talk::Control(Control::Overview)));
    let label = pen.label(&words, tight(36.0, true), console::CREAM);
    let size = pen.size(&label);
    pen.put(label, MARGIN, 46.0 - size.y / 2.0, size.x + 4.0);
    let mut x = MARGIN + size.x + 24.0;
    let only = cx.say(Say::Talk(Talk::OnlyYou));
    let label = pen.label(&only, tight(22.0, false), console::CREAM).align(Align::Center);
    let width = pen.size(&label).x + 44.0;
    let pill = pen.rect(x, 23.0, width, 46.0);
    pen.ui.painter().rect_stroke(
        pill,
        corners(pen, 23.0),
        Stroke::new(pen.px(2.0).max(1.0), console::EDGE),
        StrokeKind::Inside,
    );
    pen.inside(label, Align::Center, pill);
    x += width + 30.0;
    if form == ConsoleLayout::Upright {
        return;
    }
    let right = top::find_ui(pen, pen.width() - MARGIN);
    let (color, pace) = time::pace(pen);
    let label = pen.label(&pace, tight(34.0, true), color);
    let size = pen.size(&label);
    let left = right - size.x - 12.0;
    if left < x + 300.0 {
        return;
    }
    pen.put(label, left, 46.0 - size.y / 2.0, size.x + 4.0);
    time::sign_ui(pen, left - 28.0, 46.0, 28.0, color);
    let talk = cx.state.talk();
    digits(pen, &text::time(talk.elapsed(), true), (52.0, true), console::CREAM, Align::Max, left - 66.0, 16.0);
}

fn grid_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect, columns: usize) {
    let shape = audience_shape(cx);
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = (area.width() - 22.0 * (columns as f32 - 1.0) - 16.0) / columns as f32;
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
                let at = vec2((at % columns) as f32 * (width + 22.0) + 8.0, (at / columns) as f32 * pitch + 8.0);
                let tile = Rect::from_min_size(place.min + at * scale, vec2(width, pitch - 10.0) * scale);
                tile_ui(ui, cx, scale, tile, stop, width / shape);
            }
        });
    });
}

/// The stop that the speaker may go to: the typed number, else the chosen one.
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
        outline(&pen, picture_area, 6.0, console::ACCENT);
    }
    if is_chosen && !(audience && talk.typed.is_empty()) {
        outline(&pen, picture_area.expand(pen.px(4.0)), 4.0, console::CREAM);
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
        let label = pen.label(&words, tight(21.0, true), ink).align(Align::Center);
        let size = pen.size(&label);
        let pill = pen.rect(10.0, 10.0, size.x + 36.0, size.y.max(30.0) + 8.0);
        pen.ui.painter().rect_filled(pill, corners(&pen, 19.0), ground);
        label.paint_in(pen.ui, pill);
    }
    words_ui(&pen, stop, &title, picture_height, (audience, done));
}

fn words_ui(pen: &Pen<'_>, stop: StopKey, title: &str, below: f32, (audience, done): (bool, bool)) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let y = below + 12.0;
    let number = (talk.stops.position(stop) + 1).to_string();
    let color = if audience { console::ACCENT } else { console::CREAM };
    pen.put(pen.label(&number, tight(28.0, true), color), 0.0, y, 60.0);
    let width = pen.width() - 48.0;
    let ink = if done { console::SOFT } else { console::CREAM };
    let area = vec2(width, 58.0);
    let kind = pen.fitting(title, tight(22.0, false), area, &[22.0, 20.0, 18.0]);
    let label = pen.label(title, kind, ink);
    let lines = pen.size(&label.clone().width(pen.px(width))).y;
    let height = if lines > area.y {
        pen.inside(label, Align::Min, pen.rect(48.0, y, width, 34.0));
        34.0
    } else {
        pen.put(label, 48.0, y + 2.0, width)
    };
    let (begin, end) = talk.plan.span(stop);
    let planned = text::time(end - begin, false);
    let shown = talk.shown_secs(stop);
    let words = match () {
        () if audience => cx.say(Say::Talk(Talk::ShownOf(&text::time(shown, false), &planned))),
        () if shown >= 1.0 => cx.say(Say::Talk(Talk::Shown(&text::time(shown, false)))),
        () => cx.say(Say::Talk(Talk::Planned(&planned))),
    };
    pen.inside(
        pen.label(&words, tight(20.0, false), console::SOFT),
        Align::Min,
        pen.rect(48.0, y + height + 2.0, width, 30.0),
    );
}

/// The number that is typed, and where it leads.
fn typed_ui(pen: &Pen<'_>, area: Rect) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let place = pen.rect(area.left(), area.top(), area.width(), area.height());
    pen.ui.painter().rect_filled(place, corners(pen, 14.0), console::CARD);
    let field = pen.rect(area.left() + 28.0, area.top() + 28.0, 190.0, 164.0);
    pen.ui.painter().rect_filled(field, corners(pen, 12.0), console::BG);
    pen.ui.painter().rect_stroke(
        field,
        corners(pen, 12.0),
        Stroke::new(pen.px(3.0), console::CREAM),
        StrokeKind::Inside,
    );
    digits(pen, &talk.typed, (96.0, true), console::CREAM, Align::Center, area.left() + 123.0, area.top() + 52.0);
    let left = area.left() + 248.0;
    let width = area.right() - left - 24.0;
    let stop = talk.typed_stop();
    let header = match stop {
        Some(stop) => cx.say(Say::Talk(Talk::GoTo(talk.stops.position(stop) + 1))),
        None => cx.say(Say::Talk(Talk::NoSuchStop)),
    };
    pen.inside(
        pen.label(&header, tight(28.0, true), console::CREAM),
        Align::Min,
        pen.rect(left, area.top() + 24.0, width, 44.0),
    );
    let title = stop.and_then(|stop| talk.stops.get(stop)).map(|s| text::stop_title(cx.lang(), cx.x(), s));
    pen.inside(
        pen.label(&title.unwrap_or_default(), tight(24.0, false), console::CREAM),
        Align::Min,
        pen.rect(left, area.top() + 66.0, width, 40.0),
    );
    for (i, (key, say)) in [("Enter", Talk::ShowIt), ("Esc", Talk::BackToNotes)].into_iter().enumerate() {
        let y = area.top() + 116.0 + if i == 0 { 0.0 } else { 46.0 };
        key_ui(pen, pen.at(left + 80.0, 0.0).x, pen.at(0.0, y + 20.0).y, key, [console::CREAM, console::EDGE]);
        let words = cx.say(Say::Talk(say));
        pen.inside(
            pen.label(&words, tight(24.0, false), console::SOFT),
            Align::Min,
            pen.rect(left + 96.0, y, width - 96.0, 40.0),
        );
    }
    let hint = cx.say(Say::Talk(Talk::TypeNumber));
    pen.inside(
        pen.label(&hint, tight(20.0, false), console::SOFT),
        Align::Min,
        pen.rect(area.left() + 28.0, area.bottom() - 46.0, area.width() - 2.0 * GAP, 36.0),
    );
}
