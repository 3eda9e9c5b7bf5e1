//! The top row: the stop, the search, the screens.

use egui::{Align, Id, Stroke, StrokeKind, vec2};

use super::{ConsoleLayout, MARGIN, ROW_MIDDLE, send};
use crate::state::talk::{ConsoleOverlay, Hold, KeyCommand, TalkCommand, Windows};
use crate::text::{self, Control, Say, Talk};
use crate::ui::presenter::console_widgets::{self, BUTTON_HEIGHT, ButtonLook, CAPTION, button, button_width};
use crate::ui::presenter::pen::{LINE_SLACK, Pen, tight};
use crate::ui::theme::stage::console;

/// The top of the buttons; the top and height of the words.
const BUTTON_TOP: f32 = 18.0;
const WORDS_TOP: f32 = 16.0;
const WORDS: f32 = 60.0;
/// The number of the stop, how many there are, and its name: text sizes, the gap after the first two, that before the name.
const STOP: f32 = 32.0;
const OF: f32 = 28.0;
const NAME: f32 = 28.0;
const STOP_GAP: f32 = 20.0;
const NAME_GAP: f32 = 12.0;
/// The least width of the name, and the gap after it.
const NAME_LEAST: f32 = 40.0;
const NAME_END: f32 = 24.0;
/// The least width of the search's button, and the gap before it.
const FIND_LEAST: f32 = 296.0;
const FIND_GAP: f32 = 24.0;
/// The gap before the button that swaps the screens, between number and words of a screen, between the screens, and before them.
const SWAP_GAP: f32 = 20.0;
const SCREEN_GAP: f32 = 12.0;
const SCREENS_GAP: f32 = 16.0;
/// The number of a screen: its box, its text and the outline of the box.
const NUMBER_TOP: f32 = 31.0;
const NUMBER_WIDTH: f32 = 44.0;
const NUMBER_HEIGHT: f32 = 30.0;
const NUMBER_RADIUS: f32 = 6.0;
const NUMBER: f32 = 20.0;
const NUMBER_STROKE: f32 = 2.5;
/// The height of the bar that shows how long a button has been held.
const FILLING: f32 = 6.0;

pub(super) fn top_ui(pen: &Pen<'_>, form: ConsoleLayout) {
    let right = match form {
        ConsoleLayout::Wide => find_ui(pen, screens_ui(pen)),
        ConsoleLayout::Middle => find_ui(pen, pen.width() - MARGIN),
        ConsoleLayout::Upright => pen.width() - MARGIN,
    };
    name_ui(pen, right - NAME_END);
}

/// The number and name of the stop.
fn name_ui(pen: &Pen<'_>, right: f32) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let middle = pen.at(0.0, ROW_MIDDLE).y;
    let mut x = MARGIN;
    let parts = [
        (cx.say(Say::Talk(Talk::Stop(talk.position() + 1))), tight(STOP, true), console::CREAM),
        (cx.say(Say::Talk(Talk::Of(talk.stops.len()))), tight(OF, false), console::SOFT),
    ];
    for (words, kind, color) in parts {
        let label = pen.label(&words, kind, color);
        let size = pen.size(&label);
        pen.put(label, x, (middle - pen.area.top()) / pen.scale - size.y / 2.0, size.x + LINE_SLACK);
        x += size.x + STOP_GAP;
    }
    let title = match &talk.spot.aside {
        Some(shows) => text::shows_title(cx.lang(), cx.x(), shows),
        None => talk.stop().map(|stop| text::stop_title(cx.lang(), cx.x(), stop)).unwrap_or_default(),
    };
    let area = pen.rect(x + NAME_GAP, WORDS_TOP, (right - x - NAME_GAP).max(NAME_LEAST), WORDS);
    pen.inside(pen.label(&title, tight(NAME, false), console::CREAM), Align::Min, area);
}

/// The button of the search; returns the end of the space left of it.
pub(super) fn find_ui(pen: &Pen<'_>, right: f32) -> f32 {
    let words = pen.cx.say(Say::Talk(Talk::FindStop));
    let width = button_width(pen, &words, "/").max(FIND_LEAST);
    let area = pen.rect(right - width, BUTTON_TOP, width, BUTTON_HEIGHT);
    let look = if matches!(pen.cx.state.talk().overlay, Some(ConsoleOverlay::Find(..))) {
        ButtonLook::On
    } else {
        ButtonLook::Plain
    };
    if button(pen, area, Id::unique("talk find"), (&words, "/"), look, true).clicked() {
        send(pen.cx, TalkCommand::Do(KeyCommand::Find));
    }
    right - width - FIND_GAP
}

/// Which screen shows what, and the button that swaps them; returns the end of the space left of them.
fn screens_ui(pen: &Pen<'_>) -> f32 {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let right = pen.width() - MARGIN;
    let Windows::Two { audience, console: own } = talk.windows() else { return right };
    let words = cx.say(Say::Talk(Talk::Control(Control::Swap)));
    let key = cx.say(Say::Talk(Talk::Held("S")));
    let width = button_width(pen, &words, &key);
    let area = pen.rect(right - width, BUTTON_TOP, width, BUTTON_HEIGHT);
    let response = button(pen, area, Id::unique("talk swap"), (&words, &key), ButtonLook::Plain, true);
    super::buttons::held_by_pointer(pen, &response, Hold::Swap);
    filling(pen, area, talk.held_share(Hold::Swap));
    let name = |screen: usize| talk.screens.list.get(screen).map(|m| m.id.clone()).unwrap_or_default();
    let screen = name(audience);
    let screen_words = format!("{} {} × {}", screen.name, screen.size[0], screen.size[1]);
    let notes_words = cx.say(Say::Talk(Talk::ScreenNotes(&name(own).name)));
    let mut x = right - width - SWAP_GAP;
    for (number, words, filled) in [(audience, screen_words, true), (own, notes_words, false)] {
        let label = pen.label(&words, tight(CAPTION, filled), if filled { console::CREAM } else { console::SOFT });
        let size = pen.size(&label);
        let width = size.x.min(pen.width() * 0.16);
        let text = pen.rect(x - width, WORDS_TOP, width, WORDS);
        pen.inside(label, Align::Min, text);
        x -= width + SCREEN_GAP + NUMBER_WIDTH;
        number_ui(pen, x, &(number + 1).to_string(), filled);
        x -= SCREENS_GAP;
    }
    x - SCREENS_GAP
}

/// The number of a screen.
fn number_ui(pen: &Pen<'_>, x: f32, words: &str, filled: bool) {
    let area = pen.rect(x, NUMBER_TOP, NUMBER_WIDTH, NUMBER_HEIGHT);
    let radius = console_widgets::corners(pen, NUMBER_RADIUS);
    let ink = if filled { console::INK } else { console::CREAM };
    if filled {
        pen.ui.painter().rect_filled(area, radius, console::CREAM);
    } else {
        let stroke = Stroke::new(pen.px(NUMBER_STROKE).max(1.0), console::EDGE);
        pen.ui.painter().rect_stroke(area, radius, stroke, StrokeKind::Inside);
    }
    pen.label(words, tight(NUMBER, true), ink).align(Align::Center).paint_in(pen.ui, area);
}

/// A bar that shows for what share of its time a button has been held.
pub(in crate::ui::presenter) fn filling(pen: &Pen<'_>, area: egui::Rect, share: f32) {
    if share > 0.0 {
        let height = pen.px(FILLING);
        let bar = egui::Rect::from_min_size(
            egui::pos2(area.left(), area.bottom() - height),
            vec2(area.width() * share, height),
        );
        pen.ui.painter().rect_filled(bar, 0.0, console::GOLD);
    }
}
