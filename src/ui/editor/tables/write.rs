//! A cell that is being written: it grows downwards over the next rows, never sideways.

use egui::{
    CornerRadius, Event, EventFilter, Id, ImeEvent, Key, Margin, Modifiers, Rect, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use super::options::{Choice, only, options};
use super::{Frame, cell, cell_id, say, send};
use crate::state::editing::table::{CellCommand, Column, Go, Kind, Row, Writing};
use crate::text::Cells;
use crate::ui::theme::{Role, measure};
use crate::ui::{Cx, typeset, widgets};

/// Above and below the text.
const AIR: f32 = 8.0;
/// A choice below the cell, and the least width of the list of them.
const CHOICE: f32 = 44.0;
const CHOICES: f32 = 320.0;
/// Between the cell and what stands below it.
const GAP: f32 = 6.0;

/// Draws the field over its cell, within the area of all cells.
#[expect(clippy::too_many_lines, reason = "one field, and what leaves it")]
pub fn write_ui(ui: &mut Ui, cx: &Cx<'_>, frame: &Frame<'_>, (area, body): (Rect, Rect), row: &Row) {
    let Some(writing) = frame.view.writing() else { return };
    let Some(column) = frame.columns.get(writing.at.column) else { return };
    let this = cell_id(frame.table, row.key, writing.at.column);
    let begun = ui.data_mut(|data| data.get_temp::<Id>(begun_id())) == Some(this);
    if !begun {
        begin(ui, this, writing);
    }
    let choices = options(cx, frame, column, (&writing.text, writing.is_typed));
    let go = if ui.memory(|memory| memory.has_focus(this)) && !is_composing(ui) {
        keys(ui, cx, column, writing, &choices)
    } else {
        None
    };
    let style = cx.style(Role::Label);
    let mut typed = writing.text.clone();
    let width = area.width() - 2.0 * cell::PAD;
    let set_height = typeset::area_size(ui.ctx(), &typed, &style, None, width).y;
    let height = (set_height + 2.0 * AIR).max(area.height());
    let top = area.top().min(body.bottom() - height).max(body.top());
    let place = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height.min(body.height())));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
    child.shrink_clip_rect(body.expand(measure::STRONG));
    child.painter().rect_filled(place, CornerRadius::same(4), cx.colors.card);
    // In the middle of its cell, as it is drawn.
    let air = ((place.height() - set_height) / 2.0).max(AIR);
    let inner = place.shrink2(vec2(cell::PAD, air));
    let mut set = typeset::area(style.clone(), None, cx.colors.text);
    let edit = TextEdit::multiline(&mut typed)
        .id(this)
        .font(style.font.clone())
        .layouter(&mut set)
        .frame(egui::Frame::NONE)
        .margin(Margin::ZERO)
        .text_color(cx.colors.text)
        .desired_rows(1)
        .desired_width(inner.width())
        .event_filter(EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true })
        .min_size(inner.size());
    let response = child.put(inner, edit);
    let name = cell::spoken(cx, frame, row, column);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &writing.text, &typed, name.clone());
        info.label = Some(name.clone());
        info
    });
    let ring = Stroke::new(measure::STRONG, cx.colors.text);
    child.painter().rect_stroke(place, CornerRadius::same(4), ring, StrokeKind::Inside);
    if response.changed() {
        send(cx, CellCommand::Type(typed.clone()));
    }
    if let Some(go) = go {
        // A long frame may have the last letters too.
        let fresh = response.changed().then(|| options(cx, frame, column, (&typed, true)));
        let highlighted = if fresh.is_some() { None } else { writing.choice };
        let choices = fresh.as_deref().unwrap_or(&choices);
        let is_typed = writing.is_typed || response.changed();
        let meant = highlighted.and_then(|at| choices.get(at)).or_else(|| only(column, (&typed, is_typed), choices));
        if let Some(choice) = meant {
            send(cx, CellCommand::Type(choice.text.clone()));
        }
        return send(cx, CellCommand::Written(Some(go)));
    }
    let card = below_ui(ui, cx, frame, (place, body), &choices);
    // A press on a choice takes the focus, but does not end writing.
    let presses = card.zip(ui.input(|i| i.pointer.press_origin())).is_some_and(|(card, at)| card.contains(at));
    if !begun {
        return;
    }
    if response.lost_focus() && !presses {
        send(cx, CellCommand::Written(None));
    } else if !response.has_focus() && !presses {
        response.request_focus();
    }
}

/// Where it is noted which cell has got its caret.
fn begun_id() -> Id {
    Id::unique("cell begun to be written")
}

/// Gives the field the focus, its caret behind the text, and what an input method composed over the cell. A focus that it has already
/// is not asked for again: that would end composing.
fn begin(ui: &Ui, id: Id, writing: &Writing) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let mut state = egui::text_edit::TextEditState::default();
    let end = egui::text::CCursor::new(writing.text.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    state.store(ui.ctx(), id);
    let composed = ui.data_mut(|data| data.remove_temp::<Vec<Event>>(stashed_id())).unwrap_or_default();
    ui.input_mut(|i| drop(i.events.splice(0..0, composed)));
    ui.data_mut(|data| data.insert_temp(begun_id(), id));
}

/// Where it is noted what was composed over a cell.
fn stashed_id() -> Id {
    Id::unique("composed over a cell")
}

/// Puts by what an input method composes over a chosen cell, for the field that takes its place in the next frame. False where it
/// composes nothing.
pub fn stash(ui: &Ui) -> bool {
    let is_composing = |event: &Event| match event {
        Event::Ime(ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)) => !text.is_empty(),
        _ => false,
    };
    let composed: Vec<Event> = ui.input(|i| i.events.iter().filter(|event| is_composing(event)).cloned().collect());
    if composed.is_empty() {
        return false;
    }
    ui.data_mut(|data| data.insert_temp(stashed_id(), composed));
    true
}

/// Forgets that a cell was being written, so that the next time begins anew.
pub fn forget(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Id>(begun_id()));
}

/// Whether an input method is composing: its keys are its own.
fn is_composing(ui: &Ui) -> bool {
    let id = Id::unique("composes in a table");
    let events = ui.input(|i| {
        i.events
            .iter()
            .filter_map(|event| if let Event::Ime(ime) = event { Some(ime.clone()) } else { None })
            .collect::<Vec<_>>()
    });
    let was = ui.data_mut(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let Some(last) = events.last() else { return was };
    let goes_on = matches!(last, ImeEvent::Preedit { text, .. } if !text.is_empty());
    ui.data_mut(|data| data.insert_temp(id, goes_on));
    // The key that ends it belongs to it too.
    true
}

/// Takes the keys that go through the choices, and those that end writing: gives where they lead.
fn keys(ui: &Ui, cx: &Cx<'_>, column: &Column, writing: &Writing, choices: &[Choice]) -> Option<Go> {
    let press = |modifiers: Modifiers, key: Key| ui.input_mut(|i| i.consume_key(modifiers, key));
    if press(Modifiers::NONE, Key::Escape) {
        send(cx, CellCommand::Leave);
        return None;
    }
    if !choices.is_empty() {
        let last = choices.len() - 1;
        if press(Modifiers::NONE, Key::ArrowDown) {
            let next = writing.choice.map_or(0, |at| (at + 1).min(last));
            send(cx, CellCommand::Highlight(Some(next)));
        }
        if press(Modifiers::NONE, Key::ArrowUp) {
            send(cx, CellCommand::Highlight(writing.choice.and_then(|at| at.checked_sub(1))));
        }
    }
    let starts_line = column.kind.has_lines() && ui.input(|i| i.modifiers.shift || i.modifiers.alt);
    if press(Modifiers::SHIFT, Key::Tab) {
        Some(Go::Next(false))
    } else if press(Modifiers::NONE, Key::Tab) {
        Some(Go::Next(true))
    } else {
        (!starts_line && press(Modifiers::NONE, Key::Enter)).then_some(Go::By(1, 0))
    }
}

/// Draws why the text cannot be there, and the choices; gives where they stand.
fn below_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, (place, body): (Rect, Rect), choices: &[Choice]) -> Option<Rect> {
    let writing = frame.view.writing()?;
    let column = frame.columns.get(writing.at.column)?;
    let refused = frame.view.report().and_then(|report| report.refused.first());
    let why = refused.map(|refused| {
        let why = say(cx, Cells::Why(refused.why));
        say(cx, Cells::Refused(&refused.text, &why))
    });
    let width = place.width().max(CHOICES);
    let left = place.left().min(body.right() - width).max(body.left());
    let reason = why.as_deref().map(|why| cx.label(why, Role::Note).width(width - 2.0 * cell::PAD));
    let reason_height = reason.as_ref().map_or(0.0, |label| label.size(ui.ctx()).y + 2.0 * AIR);
    #[expect(clippy::cast_precision_loss, reason = "a few choices")]
    let height = reason_height + choices.len() as f32 * CHOICE;
    if height == 0.0 {
        return None;
    }
    let below = place.bottom() + GAP + height <= body.bottom();
    let top = if below { place.bottom() + GAP } else { (place.top() - GAP - height).max(body.top()) };
    let card = Rect::from_min_size(pos2(left, top), vec2(width, height));
    // Nothing below it is touched through it.
    ui.interact(card, Id::unique("choices of a cell"), egui::Sense::click());
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(card, radius, cx.colors.card);
    ui.painter().rect_stroke(card, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Outside);
    if let Some(reason) = reason {
        let line = card.with_max_y(card.top() + reason_height);
        ui.painter().rect_filled(line, radius, cx.colors.side);
        let drawn = reason.paint_in(ui, line.shrink2(vec2(cell::PAD, 0.0)));
        typeset::name(ui, drawn, why.as_deref().unwrap_or_default());
    }
    for (i, choice) in choices.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few choices")]
        let top = card.top() + reason_height + i as f32 * CHOICE;
        let row = Rect::from_min_size(pos2(card.left(), top), vec2(card.width(), CHOICE)).shrink(2.0);
        let is_chosen = writing.choice == Some(i);
        let style = cx.style(if is_chosen { Role::LabelStrong } else { Role::Label });
        let id = Id::unique(("choice of a cell", i));
        let texts = (choice.name.as_str(), "", choice.name.as_str());
        if widgets::row(ui, row, id, texts, (&style, &style), &cx.colors, is_chosen).clicked() {
            // Of several entries, others may follow.
            if matches!(column.kind, Kind::Refs(_)) {
                send(cx, CellCommand::Type(choice.text.clone()));
            } else {
                send(cx, CellCommand::Put(choice.text.clone()));
            }
        }
    }
    Some(card)
}
