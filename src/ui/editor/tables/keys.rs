//! The keys of a table, while a cell has the focus.

use egui::output::IMEOutput;
use egui::{Context, Event, EventFilter, Key, Modifiers, Rect, Ui};

use super::{Frame, cell_id, send, write as writing};
use crate::state::editing::Surface;
use crate::state::editing::table::{CellCommand, Go, Kind, RowFilter, can_add, cell, written};
use crate::state::{EditCommand, State};
use crate::text;
use crate::ui::Cx;

/// Returns `true` while keys belong to a cell of a table.
#[must_use]
pub fn has_keys(ctx: &Context, state: &State) -> bool {
    let Some(editing) = state.editing().filter(|editing| editing.surface() == Surface::Tables && !editing.preview())
    else {
        return false;
    };
    let focused = ctx.memory(egui::Memory::focused);
    let of_cell = editing.cells().cursor().map(|at| cell_id(editing.table(), at.key, at.column));
    focused.is_some() && focused == of_cell
}

/// Keeps Tab, arrows and Esc for the cell that has the focus.
pub fn keep(ui: &Ui, id: egui::Id) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// Takes the keys of the chosen cell.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn hear(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, page: isize) {
    let typed = typed(ui);
    super::rows::hear(ui, cx, frame);
    let press = |modifiers: Modifiers, key: Key| ui.input_mut(|i| i.consume_key(modifiers, key));
    for (key, go, whole) in ways(page) {
        // The narrower key comes first: others match it too.
        for (modifiers, go, stretches) in [
            (Modifiers::COMMAND | Modifiers::SHIFT, whole, true),
            (Modifiers::COMMAND, whole, false),
            (Modifiers::SHIFT, go, true),
            (Modifiers::NONE, go, false),
        ] {
            if press(modifiers, key) {
                send(cx, if stretches { CellCommand::Stretch(go) } else { CellCommand::Go(go) });
            }
        }
    }
    if press(Modifiers::SHIFT, Key::Tab) {
        send(cx, CellCommand::Go(Go::Next(false)));
    } else if press(Modifiers::NONE, Key::Tab) {
        send(cx, CellCommand::Go(Go::Next(true)));
    }
    if let Some(question) = frame.view.question()
        && press(Modifiers::NONE, Key::Enter)
    {
        send(cx, if question.added > 0 { CellCommand::PasteAdding } else { CellCommand::PasteHere });
    } else if press(Modifiers::SHIFT, Key::Enter) {
        send(cx, CellCommand::Go(Go::By(-1, 0)));
    } else if press(Modifiers::NONE, Key::Enter) || press(Modifiers::NONE, Key::F2) {
        write(cx, frame);
    }
    if press(Modifiers::NONE, Key::Delete) || press(Modifiers::NONE, Key::Backspace) {
        send(cx, CellCommand::Empty);
    }
    if press(Modifiers::COMMAND, Key::A) {
        send(cx, CellCommand::All);
    }
    if press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z) || press(Modifiers::COMMAND, Key::Y) {
        super::super::send(cx, EditCommand::Redo);
    } else if press(Modifiers::COMMAND, Key::Z) {
        super::super::send(cx, EditCommand::Undo);
    }
    if press(Modifiers::NONE, Key::Escape) {
        let view = frame.view;
        let told = view.report().is_some_and(|report| !report.refused.is_empty());
        if !told && view.question().is_none() && frame.copied.is_none() && frame.block == view.at_cursor() {
            // Out of the table, so that Tab leads on.
            ui.memory_mut(|memory| memory.request_focus(super::foot::add_id()));
        }
        send(cx, CellCommand::Leave);
    }
    if press(Modifiers::NONE, Key::Space) {
        ui.input_mut(|i| i.events.retain(|event| !matches!(event, Event::Text(text) if text == " ")));
        turn(cx, frame);
    }
    if writing::stash(ui) {
        return send(cx, CellCommand::Write { text: String::new(), instead: true });
    }
    let events = ui.input(|i| i.events.clone());
    for event in events {
        match event {
            Event::Copy => copy(ui, cx, frame),
            Event::Cut => {
                copy(ui, cx, frame);
                send(cx, CellCommand::Empty);
            }
            Event::Paste(text) if !text.is_empty() => send(cx, CellCommand::Paste(text)),
            _ => {}
        }
    }
    if let Some((text, go)) = typed {
        send(cx, CellCommand::Write { text, instead: true });
        if let Some(go) = go {
            send(cx, CellCommand::Written(Some(go)));
        }
    }
}

/// What was typed in this frame, and where the key after it leads: a frame may be long, and somebody types faster.
fn typed(ui: &Ui) -> Option<(String, Option<Go>)> {
    ui.input_mut(|i| {
        let mut all = String::new();
        let mut go = None;
        for event in &i.events {
            match event {
                Event::Text(text) if go.is_none() => all.push_str(text),
                Event::Key { key: Key::Enter, pressed: true, .. } if !all.is_empty() => go = go.or(Some(Go::By(1, 0))),
                Event::Key { key: Key::Tab, pressed: true, .. } if !all.is_empty() => go = go.or(Some(Go::Next(true))),
                _ => {}
            }
        }
        // A space alone turns a cell that says yes or no.
        if all.is_empty() || all == " " {
            return None;
        }
        let mut is_after = false;
        i.events.retain(|event| {
            is_after |= matches!(event, Event::Text(_));
            match event {
                Event::Text(_) => false,
                Event::Key { key: Key::Enter | Key::Tab, .. } => !is_after,
                _ => true,
            }
        });
        Some((all, go))
    })
}

/// Takes what is pasted into a table that has no cell yet.
pub fn hear_paste(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>) {
    let is_free = !ui.ctx().egui_wants_keyboard_input() && frame.view.filter() == RowFilter::All;
    if !is_free || !can_add(frame.list) {
        return;
    }
    let pasted = ui.input(|i| {
        i.events.iter().find_map(|event| if let Event::Paste(text) = event { Some(text.clone()) } else { None })
    });
    if let Some(text) = pasted.filter(|text| !text.is_empty()) {
        send(cx, CellCommand::Paste(text));
    }
}

/// Has an input method compose over the chosen cell, as over a field: what it composes begins to be written there.
pub fn compose(ui: &Ui, frame: &Frame<'_>, area: Rect) {
    let column = frame.view.cursor().and_then(|at| frame.columns.get(at.column));
    let is_typed = column.is_some_and(|column| match column.kind {
        Kind::Words(..) | Kind::Line | Kind::Ref(_) | Kind::Refs(_) | Kind::Choice(_) => true,
        Kind::Date | Kind::Whole | Kind::Figure | Kind::YesNo => false,
    });
    if is_typed {
        let caret = area.with_max_x(area.left() + 1.0);
        ui.output_mut(|output| {
            output.ime = Some(IMEOutput {
                purpose: egui::IMEPurpose::Normal,
                rect: area,
                cursor_rect: caret,
                should_interrupt_composition: false,
            });
        });
    }
}

/// Keys that go to another cell, alone and with the key for whole ways.
fn ways(page: isize) -> [(Key, Go, Go); 8] {
    const FAR: isize = isize::MAX / 2;
    [
        (Key::ArrowUp, Go::By(-1, 0), Go::By(-FAR, 0)),
        (Key::ArrowDown, Go::By(1, 0), Go::By(FAR, 0)),
        (Key::ArrowLeft, Go::By(0, -1), Go::RowEnd(false)),
        (Key::ArrowRight, Go::By(0, 1), Go::RowEnd(true)),
        (Key::Home, Go::RowEnd(false), Go::TableEnd(false)),
        (Key::End, Go::RowEnd(true), Go::TableEnd(true)),
        (Key::PageUp, Go::By(-page, 0), Go::By(-page, 0)),
        (Key::PageDown, Go::By(page, 0), Go::By(page, 0)),
    ]
}

/// Begins to write in the chosen cell.
pub fn write(cx: &Cx<'_>, frame: &Frame<'_>) {
    let Some(at) = frame.view.cursor() else { return };
    let tree = frame.editing.tree();
    let index = tree.position(frame.list.field(), at.key);
    if let Some((index, column)) = index.zip(frame.columns.get(at.column)) {
        let text = text::cell_copied(cx.lang(), tree, &cell(tree, frame.list, index, column));
        send(cx, CellCommand::Write { text, instead: false });
    }
}

/// Turns a cell that says yes or no; others begin to be written in.
fn turn(cx: &Cx<'_>, frame: &Frame<'_>) {
    let Some(at) = frame.view.cursor() else { return };
    let tree = frame.editing.tree();
    let Some(index) = tree.position(frame.list.field(), at.key) else { return };
    let Some(column) = frame.columns.get(at.column) else { return };
    if column.kind == Kind::YesNo {
        let is_set = cell(tree, frame.list, index, column) == crate::state::editing::table::Cell::YesNo(true);
        send(cx, CellCommand::Put(if is_set { String::new() } else { "yes".to_owned() }));
    } else {
        write(cx, frame);
    }
}

/// Copies the block as a table for spreadsheets.
fn copy(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>) {
    let Some((rows, columns)) = frame.block else { return };
    let tree = frame.editing.tree();
    let copied = |index: usize, column: usize| {
        text::cell_copied(cx.lang(), tree, &cell(tree, frame.list, index, &frame.columns[column]))
    };
    let cells: Vec<Vec<String>> = frame.view.rows()[rows[0]..=rows[1]]
        .iter()
        .map(|row| (columns[0]..=columns[1]).map(|column| copied(row.index, column)).collect())
        .collect();
    ui.ctx().copy_text(written(&cells));
    send(cx, CellCommand::Copied);
}
