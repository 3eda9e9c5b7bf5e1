//! The page on which the PIN of the staff is chosen: by fingers, or by the digits of a keyboard.

use egui::accesskit::Role as Access;
use egui::{Context, Event, Id, Key, Rect, Sense, Stroke, WidgetInfo, pos2, vec2};

use super::column::Column;
use super::{GAP, at_left, say, send};
use crate::state::kiosk::{PIN_DIGITS, SetUpCommand, SetUpPage, SettingUp};
use crate::state::{Action, Overlay, State};
use crate::text::{Kiosk as Words, Say, SetUp};
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

/// The dots of the digits: their radius, distance and line.
const DOT: f32 = 8.0;
const DOT_STEP: f32 = 34.0;
const DOT_LINE: f32 = 2.0;
/// The widest key, and the gap between two.
const KEY: f32 = 132.0;
const KEY_GAP: f32 = 10.0;

/// Takes the keys of this page; `None` where another one is open.
pub fn take(ctx: &Context, state: &State) -> Option<Vec<Action>> {
    let is_open = state.overlay() == Some(Overlay::SetUp) && state.sheet().is_none();
    state.setting_up().filter(|draft| is_open && draft.page() == SetUpPage::Pin)?;
    let command = |event: &Event| match event {
        Event::Text(typed) => typed.parse().ok().filter(|digit| *digit < 10).map(SetUpCommand::Digit),
        Event::Key { key: Key::Backspace, pressed: true, .. } => Some(SetUpCommand::Erase),
        // All others mean nothing here.
        _ => None,
    };
    Some(ctx.input(|i| i.events.iter().filter_map(command).map(Action::SetUp).collect()))
}

pub fn pin_ui(column: &mut Column<'_>, draft: &SettingUp) {
    let cx = column.cx;
    let (typed, is_again) = draft.typed();
    if draft.setup().pin.is_none() {
        column.text(&say(cx, SetUp::WithoutPin), Role::Label, cx.colors.accent);
        column.gap(GAP);
    }
    let asks = if draft.is_hashing() { SetUp::PinComes } else { SetUp::PinAsks(PIN_DIGITS, is_again) };
    if let Some(said) = draft.said() {
        column.text(&say(cx, SetUp::Said(said)), Role::Strong, cx.colors.accent);
    }
    column.text(&say(cx, asks), Role::Strong, cx.colors.text);
    dots_ui(column, if draft.is_hashing() { PIN_DIGITS } else { typed });
    column.gap(GAP);
    keys_ui(column);
    if draft.setup().pin.is_some() {
        column.gap(GAP);
        let words = say(cx, SetUp::NoPin);
        column.buttons([("set up no pin", words, SetUpCommand::NoPin, true)], |command| send(cx, command));
    }
}

/// How many digits are typed; never which.
fn dots_ui(column: &mut Column<'_>, typed: usize) {
    let (ui, cx) = (column.ui, column.cx);
    let line = column.line(measure::BUTTON / 2.0 + 2.0 * DOT);
    let mut x = line.left() + DOT + DOT_LINE;
    for at in 0..PIN_DIGITS {
        let middle = pos2(x, line.center().y);
        if at < typed {
            ui.painter().circle_filled(middle, DOT, cx.colors.text);
        } else {
            ui.painter().circle_stroke(middle, DOT, Stroke::new(DOT_LINE, cx.colors.edge));
        }
        x += DOT_STEP;
    }
    let words = cx.say(Say::Kiosk(Words::PinTyped(typed, PIN_DIGITS)));
    let response = ui.interact(line.with_max_x(x), Id::unique("set up digits"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &words));
}

/// The keys: as on a telephone, or in two lines of five where the window is low.
fn keys_ui(column: &mut Column<'_>) {
    let cx = column.cx;
    let (high, low) = ([&[1_u8, 2, 3][..], &[4, 5, 6], &[7, 8, 9]], [&[1_u8, 2, 3, 4, 5][..], &[6, 7, 8, 9, 0]]);
    let (lines, last): (&[&[u8]], &[u8]) = if cx.layout.low { (&low, &[]) } else { (&high, &[0]) };
    let most = if cx.layout.low { 5 } else { 3 };
    for digits in lines {
        let keys = digits.iter().copied().map(digit_key).collect();
        line_ui(column, most, keys);
    }
    let erase = (cx.say(Say::Kiosk(Words::Erase)), SetUpCommand::Erase, Role::Label);
    line_ui(column, most, [erase].into_iter().chain(last.iter().copied().map(digit_key)).collect());
}

fn digit_key(digit: u8) -> (String, SetUpCommand, Role) {
    (digit.to_string(), SetUpCommand::Digit(digit), Role::Strong)
}

/// A line of keys, of which there are at most so many in one.
fn line_ui(column: &mut Column<'_>, most: u8, keys: Vec<(String, SetUpCommand, Role)>) {
    let (ui, cx) = (column.ui, column.cx);
    let line = column.line(measure::BUTTON);
    column.gap(KEY_GAP);
    let columns = f32::from(most);
    let width = ((line.width() - (columns - 1.0) * KEY_GAP) / columns).min(KEY);
    let mut place = at_left(line, width);
    for (words, command, role) in keys {
        let id = Id::unique(("set up key", &words));
        if widgets::button(ui, place, id, (None, &words), &cx.style(role), &cx.colors, true).clicked() {
            send(cx, command);
        }
        place = Rect::from_min_size(place.min + vec2(width + KEY_GAP, 0.0), place.size());
    }
}
