//! The notes: what to say, and in gold what to do. Long ones scroll on command only, never by themselves.

use egui::{Align, Id, Rangef, Rect, Sense, Ui, UiBuilder, vec2};

use super::send;
use crate::model::{TextState, note_lines};
use crate::state::talk::{KeyCommand, NOTES_SIZES, TalkCommand};
use crate::text::{Say, Talk};
use crate::ui::Cx;
use crate::ui::presenter::console_widgets::{ButtonLook, CAPTION, LARGE_BUTTON, button, panel};
use crate::ui::presenter::pen::{Pen, Type, tight};
use crate::ui::theme::stage::{Leading, console};
use crate::ui::typeset;

/// The least size of notes on a small screen, in points, at the initial setting.
const LEAST_POINTS: f32 = 30.0;
/// The padding at the sides and at the bottom of the panel.
const PAD: f32 = 34.0;
const BOTTOM_PAD: f32 = 20.0;
/// The widest line, in letters.
const LETTERS: f32 = 54.0;
/// How far the wheel turns for one line of notes, in points.
const WHEEL: f32 = 30.0;
/// The header: its top, its height, what it takes, the space at its right for the size.
const HEADER_TOP: f32 = 26.0;
const HEADER: f32 = 40.0;
const HEADER_PITCH: f32 = 58.0;
const SIZE_SPACE: f32 = 220.0;
/// The buttons of the size: their side, the distance between them, how far they are raised, the end of their label.
const SIZE_BUTTON: f32 = 44.0;
const SIZE_PITCH: f32 = 54.0;
const SIZE_LIFT: f32 = 2.0;
const SIZE_RIGHT: f32 = 114.0;
/// The height of the line that names another language.
const LANG_LINE: f32 = 40.0;
/// The scroll bar: its distance from the notes, which the visible area includes; its width and radius.
const BAR_SPACE: f32 = 8.0;
const BAR_GAP: f32 = 2.0;
const BAR: f32 = 6.0;
const BAR_RADIUS: f32 = 3.0;
/// In place of the notes: text sizes, the gaps after them, the greatest width of the button.
const COVERED: f32 = 44.0;
const COVERED_GAP: f32 = 16.0;
const COVERED_MORE: f32 = 28.0;
const COVERED_MORE_GAP: f32 = 32.0;
const COVERED_BUTTON: f32 = 520.0;

pub(super) fn notes_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect) {
    let pen = Pen { ui, cx, area: window, scale, named: true };
    panel(&pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
    let top = header_ui(&pen, area);
    let inner = Rect::from_min_max(
        egui::pos2(area.left() + PAD, top),
        egui::pos2(area.right() - PAD, area.bottom() - BOTTOM_PAD),
    );
    if cx.state.talk().hides_notes() {
        covered_ui(&pen, inner);
        return;
    }
    let seen = pen.rect(inner.left(), inner.top(), inner.width() + BAR_SPACE, inner.height());
    scroll(&pen, seen);
    ui.scope_builder(UiBuilder::new().max_rect(seen), |ui| {
        // Letters may reach a little beyond their places.
        ui.shrink_clip_rect(seen.expand(BAR_SPACE * scale));
        let pen = Pen { ui, cx, area: window, scale, named: true };
        lines_ui(&pen, inner);
    });
}

/// Which notes these are, and the buttons of their size; returns the top of the notes.
fn header_ui(pen: &Pen<'_>, area: Rect) -> f32 {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let words = cx.say(Say::Talk(Talk::NotesFor(talk.position() + 1, cx.lang().own_name())));
    let notes = talk.stop().map(|stop| &stop.notes);
    let state = notes.and_then(|notes| match notes.state(cx.lang()) {
        TextState::Draft => Some(Talk::Draft),
        TextState::Outdated(_) => Some(Talk::Outdated),
        TextState::Missing | TextState::Checked(_) => None,
    });
    let words = state.map_or_else(|| words.clone(), |state| format!("{words} · {}", cx.say(Say::Talk(state))));
    let y = area.top() + HEADER_TOP;
    let width = area.width() - 2.0 * PAD - SIZE_SPACE;
    pen.inside(
        pen.label(&words, tight(CAPTION, false), console::SOFT),
        Align::Min,
        pen.rect(area.left() + PAD, y, width, HEADER),
    );
    let right = area.right() - PAD;
    for (i, (sign, key_command, name)) in
        [("+", KeyCommand::NotesLarger, Talk::More), ("−", KeyCommand::NotesSmaller, Talk::Less)]
            .into_iter()
            .enumerate()
    {
        let x = right - SIZE_BUTTON - if i == 0 { 0.0 } else { SIZE_PITCH };
        let place = pen.rect(x, y - SIZE_LIFT, SIZE_BUTTON, SIZE_BUTTON);
        let response = button(pen, place, Id::unique(("notes size", i)), (sign, ""), ButtonLook::Plain, true);
        let name = format!("{} {}", cx.say(Say::Talk(Talk::Size)), cx.say(Say::Talk(name)));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
        if response.clicked() {
            send(cx, TalkCommand::Do(key_command));
        }
    }
    let words = cx.say(Say::Talk(Talk::Size));
    let label = pen.label(&words, tight(CAPTION, false), console::SOFT);
    let height = pen.size(&label).y;
    pen.line(label, Align::Max, right - SIZE_RIGHT, y + HEADER / 2.0 - height / 2.0);
    y + HEADER_PITCH
}

/// The size of the notes: on a small screen they shrink less than everything else.
fn size(pen: &Pen<'_>) -> f32 {
    let chosen = pen.cx.state.talk().notes_size;
    let least = LEAST_POINTS * chosen / NOTES_SIZES[1];
    (chosen * pen.scale).max(least) / pen.scale
}

fn lines_ui(pen: &Pen<'_>, area: Rect) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let size = size(pen);
    let notes = talk.stop().map(|stop| stop.notes.resolve(cx.lang())).filter(|resolved| !resolved.text.is_empty());
    let Some(resolved) = notes else {
        let words = cx.say(Say::Talk(Talk::NoNotes));
        pen.put(
            pen.label(&words, Type { size, bold: false, leading: Leading::Notes }, console::SOFT),
            area.left(),
            area.top(),
            area.width(),
        );
        return;
    };
    let width = area.width().min(LETTERS * size * if resolved.lang == crate::model::Lang::En { 0.5 } else { 0.62 });
    let line = pen
        .size(&pen.label_in(resolved.lang, "x", Type { size, bold: false, leading: Leading::Notes }, console::CREAM))
        .y;
    let gap = size * 0.5;
    let mut parts = Vec::new();
    let mut height = 0.0;
    if resolved.lang != cx.lang() {
        let own = resolved.lang.own_name();
        parts.push((height, pen.label_in(resolved.lang, own, tight(CAPTION, false), console::SOFT), own));
        height += LANG_LINE;
    }
    for note in note_lines(resolved.text) {
        let color = if note.cue { console::GOLD } else { console::CREAM };
        let kind = Type { size, bold: note.cue, leading: Leading::Notes };
        let label = pen.label_in(resolved.lang, note.text, kind, color).width(pen.px(width));
        let taken = pen.size(&label).y;
        parts.push((height, label, note.text));
        height += taken + gap;
    }
    let most = ((height - gap - area.height()) / line).ceil().max(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
    let most = most as u16;
    if talk.notes_line > most {
        send(cx, TalkCommand::NotesEnd(most));
    }
    let up = f32::from(talk.notes_line.min(most)) * line;
    // No line is cut through: where one does not fit, the bar says that more follows.
    let (top, line) = (pen.at(0.0, area.top()).y, pen.px(line));
    let whole = Rangef::new(top - 1.0, pen.at(0.0, area.bottom()).y - line + 1.0);
    for (y, label, words) in parts {
        let at = pen.at(area.left(), area.top() + y - up);
        label.paint_within(pen.ui, at, whole);
        typeset::name(pen.ui, label.rect(pen.ui.ctx(), at), words);
    }
    if most > 0 {
        handle_ui(pen, area, (talk.notes_line.min(most), most), height);
    }
}

/// The scroll bar at the right of the notes.
fn handle_ui(pen: &Pen<'_>, area: Rect, (line, most): (u16, u16), height: f32) {
    let share = (area.height() / height).clamp(0.1, 1.0);
    let free = area.height() * (1.0 - share);
    let top = area.top() + free * f32::from(line) / f32::from(most.max(1));
    let bar = pen.rect(area.right() + BAR_GAP, top, BAR, area.height() * share);
    pen.ui.painter().rect_filled(bar, pen.px(BAR_RADIUS), console::EDGE);
}

/// Scrolls the notes with the wheel or by dragging.
fn scroll(pen: &Pen<'_>, seen: Rect) {
    let response = pen.ui.interact(seen, Id::unique("notes"), Sense::DRAG);
    let turned = if response.hovered() { pen.ui.input(|i| i.smooth_scroll_delta.y) } else { 0.0 };
    let dragged = response.drag_delta().y;
    let mut sum = pen.cx.motion.borrow().notes + turned + dragged;
    while sum.abs() >= WHEEL {
        let key_command = if sum > 0.0 { KeyCommand::NotesUp } else { KeyCommand::NotesDown };
        send(pen.cx, TalkCommand::Do(key_command));
        sum -= WHEEL * sum.signum();
    }
    pen.cx.motion.borrow_mut().notes = sum;
}

/// Replaces the notes until the speaker confirms that the screen is theirs.
fn covered_ui(pen: &Pen<'_>, area: Rect) {
    let say = |talk| pen.cx.say(Say::Talk(talk));
    let mut y = area.top() + area.height() * 0.16;
    let header = say(Talk::Covered);
    y += pen.put(pen.label(&header, tight(COVERED, true), console::GOLD), area.left(), y, area.width()) + COVERED_GAP;
    let more = say(Talk::CoveredMore);
    y += pen.put(pen.label(&more, tight(COVERED_MORE, false), console::SOFT), area.left(), y, area.width())
        + COVERED_MORE_GAP;
    let words = say(Talk::MyScreen);
    let width = area.width().min(COVERED_BUTTON);
    let place = Rect::from_min_size(pen.at(area.left(), y), vec2(width, LARGE_BUTTON) * pen.scale);
    if button(pen, place, Id::unique("my screen"), (&words, "M"), ButtonLook::On, true).clicked() {
        send(pen.cx, TalkCommand::Do(KeyCommand::Mine));
    }
}
