//! The buttons of the console, each with its key.

use egui::{Id, Rect, Response, vec2};

use super::{ConsoleLayout, send, top};
use crate::state::talk::{ConsoleOverlay, Cover, Hold, KeyCommand, Light, Talk as State, TalkCommand};
use crate::text::{Control, Say, Talk};
use crate::ui::presenter::console_widgets::{ButtonLook, LARGE_BUTTON, button, button_width, panel};
use crate::ui::presenter::pen::Pen;

/// The gap between two buttons, and between two rows.
const GAP: f32 = 12.0;
/// Under More: the margin, the gap between columns, the distance from row to row.
const MORE_MARGIN: f32 = 40.0;
const MORE_GAP: f32 = 16.0;
const MORE_PITCH: f32 = 100.0;
/// Wider areas have three columns under More.
const THREE_COLUMNS_ABOVE: f32 = 1000.0;

/// The buttons of each layout.
const WIDE: [Control; 10] = [
    Control::Freeze,
    Control::Black,
    Control::White,
    Control::Spotlight,
    Control::Dot,
    Control::Zoom,
    Control::Overview,
    Control::Lang,
    Control::Pause,
    Control::Keys,
];
const MIDDLE: [Control; 5] = [Control::Freeze, Control::Black, Control::Overview, Control::Find, Control::More];
const UPRIGHT: [Control; 8] = [
    Control::Freeze,
    Control::Black,
    Control::Spotlight,
    Control::Zoom,
    Control::Overview,
    Control::Find,
    Control::Pause,
    Control::More,
];
/// The buttons under More.
const MORE: [Control; 9] = [
    Control::White,
    Control::Spotlight,
    Control::Dot,
    Control::Zoom,
    Control::Lang,
    Control::Pause,
    Control::Swap,
    Control::Keys,
    Control::End,
];

/// The command of a button, its key, and whether its function is on.
fn meaning(talk: &State, control: Control) -> (TalkCommand, &'static str, bool) {
    let key_command = TalkCommand::Do;
    match control {
        Control::Freeze => (key_command(KeyCommand::Freeze), "F", talk.frozen.is_some()),
        Control::Black => (key_command(KeyCommand::Black), "B", talk.cover == Some(Cover::Black)),
        Control::White => (key_command(KeyCommand::White), "W", talk.cover == Some(Cover::White)),
        Control::Spotlight => (key_command(KeyCommand::Spotlight), "L", talk.light == Light::Spot),
        Control::Dot => (key_command(KeyCommand::Dot), "D", talk.light == Light::Dot),
        Control::Zoom => (key_command(KeyCommand::Zoom), "Z", talk.zoom.is_some()),
        Control::Overview => {
            (key_command(KeyCommand::Overview), "G", matches!(talk.overlay, Some(ConsoleOverlay::Overview(_))))
        }
        Control::Pause | Control::Run => (key_command(KeyCommand::Pause), "T", false),
        Control::Lang => (key_command(KeyCommand::Lang), "V", false),
        Control::Keys => (key_command(KeyCommand::Keys), "?", talk.overlay == Some(ConsoleOverlay::Keys)),
        Control::Find => (key_command(KeyCommand::Find), "/", matches!(talk.overlay, Some(ConsoleOverlay::Find(..)))),
        Control::More => (key_command(KeyCommand::More), "", talk.overlay == Some(ConsoleOverlay::More)),
        Control::Swap => (key_command(KeyCommand::Hold(Hold::Swap)), "S", false),
        Control::End => (TalkCommand::AskEnd, "Q", false),
    }
}

pub(super) fn buttons_ui(pen: &Pen<'_>, area: Rect, form: ConsoleLayout) {
    match form {
        ConsoleLayout::Wide => row_ui(pen, area, &WIDE),
        ConsoleLayout::Middle => row_ui(pen, area, &MIDDLE),
        ConsoleLayout::Upright => {
            let height = (area.height() - GAP) / 2.0;
            let half =
                |i: f32| Rect::from_min_size(area.min + vec2(0.0, i * (height + GAP)), vec2(area.width(), height));
            let (upper, lower) = UPRIGHT.split_at(4);
            row_ui(pen, half(0.0), upper);
            row_ui(pen, half(1.0), lower);
        }
    }
}

/// The words of a button; those of the clock's name what it would do.
fn words(pen: &Pen<'_>, control: Control) -> String {
    let stands = !pen.cx.state.talk().clock.runs();
    let control = if control == Control::Pause && stands { Control::Run } else { control };
    pen.cx.say(Say::Talk(Talk::Control(control)))
}

/// A row of buttons, each as wide as its words need and an equal share of the rest.
fn row_ui(pen: &Pen<'_>, area: Rect, controls: &[Control]) {
    let talk = pen.cx.state.talk();
    let widths: Vec<f32> = controls.iter().map(|c| button_width(pen, &words(pen, *c), meaning(talk, *c).1)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
    let count = controls.len().max(1) as f32;
    let free = area.width() - GAP * (count - 1.0) - widths.iter().sum::<f32>();
    let fit = if free < 0.0 { (area.width() - GAP * (count - 1.0)) / widths.iter().sum::<f32>() } else { 1.0 };
    let mut x = area.left();
    for (control, width) in controls.iter().zip(widths) {
        let width = width * fit + free.max(0.0) / count;
        control_ui(pen, pen.rect(x, area.top(), width, area.height()), *control);
        x += width + GAP;
    }
}

fn control_ui(pen: &Pen<'_>, area: Rect, control: Control) {
    let talk = pen.cx.state.talk();
    let (command, key, on) = meaning(talk, control);
    let hides = matches!(control, Control::Freeze | Control::Black | Control::White);
    let look = match (on, hides) {
        (true, true) => ButtonLook::Alert,
        (true, false) => ButtonLook::On,
        (false, _) => ButtonLook::Plain,
    };
    let words = words(pen, control);
    let response = button(pen, area, Id::unique(("talk control", control)), (&words, key), look, true);
    if control == Control::Swap {
        held_by_pointer(pen, &response, Hold::Swap);
        top::filling(pen, area, talk.held_share(Hold::Swap));
    } else if response.clicked() {
        send(pen.cx, command);
    }
    if control == Control::End {
        top::filling(pen, area, talk.held_share(Hold::End));
    }
}

/// Sends press, hold and release of a button that takes effect when held.
pub(in crate::ui::presenter) fn held_by_pointer(pen: &Pen<'_>, response: &Response, hold: Hold) {
    let down = response.is_pointer_button_down_on();
    let was = pen.cx.motion.borrow().held == Some(hold);
    match (was, down) {
        (false, true) => send(pen.cx, TalkCommand::Do(KeyCommand::Hold(hold))),
        (true, true) => send(pen.cx, TalkCommand::Still),
        (true, false) => send(pen.cx, TalkCommand::Release),
        (false, false) => {}
    }
    let now = &mut pen.cx.motion.borrow_mut().held;
    if down {
        *now = Some(hold);
    } else if was {
        *now = None;
    }
}

/// The buttons that a narrow console has no space for.
pub(super) fn more_ui(pen: &Pen<'_>, area: Rect) {
    panel(pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
    let columns = if area.width() > THREE_COLUMNS_ABOVE { 3 } else { 2 };
    #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
    let width = (area.width() - 2.0 * MORE_MARGIN - MORE_GAP * (columns as f32 - 1.0)) / columns as f32;
    for (i, control) in MORE.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
        let (column, row) = ((i % columns) as f32, (i / columns) as f32);
        let place = pen.rect(
            area.left() + MORE_MARGIN + column * (width + MORE_GAP),
            area.top() + MORE_MARGIN + row * MORE_PITCH,
            width,
            LARGE_BUTTON,
        );
        control_ui(pen, place, control);
    }
}
