//! The top row: which stop this is, the search, the screens.

use egui::{Align, Id, Stroke, StrokeKind, vec2};

use super::{ConsoleLayout, MARGIN, send};
use crate::state::talk::{ConsoleOverlay, Hold, KeyCommand, TalkCommand, Windows};
use crate::text::{self, Control, Say, Talk};
use crate::ui::presenter::console_widgets::{self, ButtonLook, button, button_width};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

pub(super) fn top_ui(pen: &Pen<'_>, form: ConsoleLayout) {
    let right = match form {
        ConsoleLayout::Wide => find_ui(pen, screens_ui(pen)),
        ConsoleLayout::Middle => find_ui(pen, pen.width() - MARGIN),
        ConsoleLayout::Upright => pen.width() - MARGIN,
    };
    name_ui(pen, right - 24.0);
}

/// The number and name of the stop.
fn name_ui(pen: &Pen<'_>, right: f32) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let middle = pen.at(0.0, 46.0).y;
    let mut x = MARGIN;
    let parts = [
        (cx.say(Say::Talk(Talk::Stop(talk.position() + 1))), tight(32.0, true), console::CREAM),
        (cx.say(Say::Talk(Talk::Of(talk.stops.len()))), tight(28.0, false), console::SOFT),
    ];
    for (words, kind, color) in parts {
        let label = pen.label(&words, kind, color);
        let size = pen.size(&label);
        pen.put(label, x, (middle - pen.area.top()) / pen.scale - size.y / 2.0, size.x + 4.0);
        x += size.x + 20.0;
    }
    let title = match &talk.spot.aside {
        Some(shows) => text::shows_title(cx.lang(), cx.x(), shows),
        None => talk.stop().map(|stop| text::stop_title(cx.lang(), cx.x(), stop)).unwrap_or_default(),
    };
    let area = pen.rect(x + 12.0, 16.0, (right - x - 12.0).max(40.0), 60.0);
    pen.inside(pen.label(&title, tight(28.0, false), console::CREAM), Align::Min, area);
}

/// The button of the search; gives its left end.
pub(super) fn find_ui(pen: &Pen<'_>, right: f32) -> f32 {
    let words = pen.cx.say(Say::Talk(Talk::FindStop));
    let width = button_width(pen, &words, "/").max(296.0);
    let area = pen.rect(right - width, 18.0, width, 56.0);
    let look = if matches!(pen.cx.state.talk().overlay, Some(ConsoleOverlay::Find(..))) {
        ButtonLook::On
    } else {
        ButtonLook::Plain
    };
    if button(pen, area, Id::unique("talk find"), (&words, "/"), look, true).clicked() {
        send(pen.cx, TalkCommand::Do(KeyCommand::Find));
    }
    right - width - 24.0
}

/// Which screen shows what, and the button that swaps them; gives the left end.
fn screens_ui(pen: &Pen<'_>) -> f32 {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let right = pen.width() - MARGIN;
    let Windows::Two { audience, console: own } = talk.windows() else { return right };
    let words = cx.say(Say::Talk(Talk::Control(Control::Swap)));
    let key = cx.say(Say::Talk(Talk::Held("S")));
    let width = button_width(pen, &words, &key);
    let area = pen.rect(right - width, 18.0, width, 56.0);
    let response = button(pen, area, Id::unique("talk swap"), (&words, &key), ButtonLook::Plain, true);
    super::buttons::held_by_pointer(pen, &response, Hold::Swap);
    filling(pen, area, talk.held_share(Hold::Swap));
    let name = |screen: usize| talk.screens.list.get(screen).map(|m| m.id.clone()).unwrap_or_default();
    let screen = name(audience);
    let screen_words = format!("{} {} × {}", screen.name, screen.size[0], screen.size[1]);
    let notes_words = cx.say(Say::Talk(Talk::ScreenNotes(&name(own).name)));
    let mut x = right - width - 20.0;
    for (number, words, filled) in [(audience, screen_words, true), (own, notes_words, false)] {
        let label = pen.label(&words, tight(22.0, filled), if filled { console::CREAM } else { console::SOFT });
        let size = pen.size(&label);
        let width = size.x.min(pen.width() * 0.16);
        let text = pen.rect(x - width, 16.0, width, 60.0);
        pen.inside(label, Align::Min, text);
        x -= width + 12.0 + 44.0;
        number_ui(pen, x, &(number + 1).to_string(), filled);
        x -= 16.0;
    }
    x - 16.0
}

/// The numeral of a screen.
fn number_ui(pen: &Pen<'_>, x: f32, words: &str, filled: bool) {
    let area = pen.rect(x, 31.0, 44.0, 30.0);
    let radius = console_widgets::corners(pen, 6.0);
    let ink = if filled { console::INK } else { console::CREAM };
    if filled {
        pen.ui.painter().rect_filled(area, radius, console::CREAM);
    } else {
        let stroke = Stroke::new(pen.px(2.5).max(1.0), console::EDGE);
        pen.ui.painter().rect_stroke(area, radius, stroke, StrokeKind::Inside);
    }
    pen.label(words, tight(20.0, true), ink).align(Align::Center).paint_in(pen.ui, area);
}

/// How far what is being held has come.
pub(super) fn filling(pen: &Pen<'_>, area: egui::Rect, share: f32) {
    if share > 0.0 {
        let height = pen.px(6.0);
        let bar = egui::Rect::from_min_size(
            egui::pos2(area.left(), area.bottom() - height),
            vec2(area.width() * share, height),
        );
        pen.ui.painter().rect_filled(bar, 0.0, console::GOLD);
    }
}
