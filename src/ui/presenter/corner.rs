//! With one screen, controls for whoever has no keys: a tap in a corner of the audience's picture shows them for a while.

use egui::{Id, Rect, Sense, Ui, WidgetInfo, accesskit, vec2};

use super::console::{filling, held_by_pointer, send};
use super::console_widgets::{ButtonLook, LARGE_BUTTON, button, button_width, panel};
use super::pen::{HEIGHT, Pen};
use crate::state::Theme;
use crate::state::talk::{Cover, Hold, KeyCommand, TalkCommand};
use crate::text::{Control, Say, Talk};
use crate::ui::Cx;

/// The side of a corner that reacts, in measures.
const CORNER: f32 = 150.0;
/// How long the controls stay after the last touch, in seconds.
const SECS: f64 = 8.0;
/// Around the controls, inside their panel, and between two of them.
const MARGIN: f32 = 28.0;
const PAD: f32 = 14.0;
const GAP: f32 = 12.0;
/// The least width of a control, and what is added to its words.
const LEAST: f32 = 150.0;
const SPARE: f32 = 24.0;

/// A control: its words, what it does, and whether it is on. One that must be held does nothing when clicked.
struct Entry {
    words: String,
    command: Option<TalkCommand>,
    on: bool,
}

/// Draws the controls, if a corner was touched, and hears whether one is.
pub fn corner_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let cx = &cx.dressed(cx.state.talk().notes_lang, Theme::Dark);
    let scale = (area.height() / HEIGHT).min(area.width() / HEIGHT);
    let pen = &Pen { ui, cx, area, scale, named: true };
    let now = ui.input(|i| i.time);
    let corner = vec2(CORNER, CORNER) * scale;
    let corners = [area.left_top(), area.right_top() - vec2(corner.x, 0.0), area.left_bottom() - vec2(0.0, corner.y)];
    let corners = corners.into_iter().chain([area.max - corner]);
    let shown = cx.motion.borrow().corner.filter(|until| now < *until);
    let words = cx.say(Say::Talk(Talk::Control(Control::More)));
    let touched = corners.enumerate().any(|(i, at)| {
        let response = ui.interact(Rect::from_min_size(at, corner), Id::unique(("corner", i)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &words));
        response.clicked()
    });
    let Some(until) = shown else {
        if touched {
            cx.motion.borrow_mut().corner = Some(now + SECS);
            ui.ctx().request_repaint();
        }
        return;
    };
    let is_used = controls_ui(pen);
    let until = if is_used { now + SECS } else { until };
    cx.motion.borrow_mut().corner = (!touched || is_used).then_some(until);
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64((until - now).max(0.0)));
}

/// Draws the controls at the foot; true while one is touched.
fn controls_ui(pen: &Pen<'_>) -> bool {
    let entries = entries(pen.cx);
    let wanted = |entry: &Entry| (button_width(pen, &entry.words, "") + SPARE).max(LEAST);
    let most = pen.width() - 2.0 * (MARGIN + PAD);
    let gaps = GAP * entries.iter().skip(1).map(|_| 1.0).sum::<f32>();
    let all: f32 = entries.iter().map(wanted).sum::<f32>() + gaps;
    let fit = if all > most { (most - gaps) / (all - gaps) } else { 1.0 };
    let width = all.min(most);
    let top = pen.height() - MARGIN - PAD - LARGE_BUTTON;
    let left = (pen.width() - width) / 2.0;
    panel(pen, pen.rect(left - PAD, top - PAD, width + 2.0 * PAD, LARGE_BUTTON + 2.0 * PAD));
    let mut x = left;
    let mut used = false;
    for (i, entry) in entries.iter().enumerate() {
        let width = wanted(entry) * fit;
        let place = pen.rect(x, top, width, LARGE_BUTTON);
        let look = if entry.on { ButtonLook::On } else { ButtonLook::Plain };
        let response = button(pen, place, Id::unique(("corner control", i)), (&entry.words, ""), look, true);
        used |= response.is_pointer_button_down_on() || response.clicked();
        match &entry.command {
            Some(command) if response.clicked() => send(pen.cx, command.clone()),
            Some(_) => {}
            None => {
                held_by_pointer(pen, &response, Hold::End);
                filling(pen, place, pen.cx.state.talk().held_share(Hold::End));
            }
        }
        x += width + GAP;
    }
    used
}

fn entries(cx: &Cx<'_>) -> Vec<Entry> {
    let talk = cx.state.talk();
    let say = |words: Talk<'_>| cx.say(Say::Talk(words));
    let entry = |words, command| Entry { words, command: Some(TalkCommand::Do(command)), on: false };
    let mut entries = vec![
        entry(cx.say(Say::Previous), KeyCommand::Previous),
        entry(cx.say(Say::Next), KeyCommand::Next),
        Entry { on: talk.cover == Some(Cover::Black), ..entry(say(Talk::Control(Control::Black)), KeyCommand::Black) },
        entry(say(Talk::Control(Control::Lang)), KeyCommand::Lang),
    ];
    if !talk.screens.left_to_the_audience() {
        entries.push(entry(say(Talk::NotesBeside), KeyCommand::AudienceOnly));
    }
    entries.push(Entry { words: say(Talk::HoldToEnd), command: None, on: false });
    entries
}
