//! The editor's keys.

use std::path::PathBuf;

use egui::{Context, Event, Key, Modifiers};

use crate::model::Change;
use crate::state::editing::{Edit, Landing, PhotoCommand};
use crate::state::{Action, EditCommand, State};

/// Takes the keys that mean the same everywhere in the editor, also while somebody types.
pub fn take(ctx: &Context, state: &State) -> Vec<Action> {
    let redo = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    // What is being composed is not undone.
    let is_composing = ctx.input(|i| i.events.iter().any(|event| matches!(event, Event::Ime(_))));
    let keys = [
        (redo, Key::Z, EditCommand::Redo),
        (Modifiers::COMMAND, Key::Z, EditCommand::Undo),
        (Modifiers::COMMAND, Key::Y, EditCommand::Redo),
        (redo, Key::S, EditCommand::SaveAs),
        (Modifiers::COMMAND, Key::S, EditCommand::Save),
        (Modifiers::ALT, Key::PageUp, EditCommand::Beside(-1)),
        (Modifiers::ALT, Key::PageDown, EditCommand::Beside(1)),
    ];
    let is_covered = state.overlay().is_some() || state.sheet().is_some();
    if is_covered {
        return Vec::new();
    }
    let pressed = |modifiers, key| ctx.input_mut(|i| i.consume_key(modifiers, key));
    let mut actions: Vec<Action> = keys
        .into_iter()
        .filter(|(modifiers, key, _)| !is_composing && pressed(*modifiers, *key))
        .map(|(_, _, command)| Action::Edit(command))
        .collect();
    if !ctx.text_edit_focused() {
        actions.extend(pasted(ctx));
    }
    actions
}

/// Photographs that were copied in a file manager, of which text has the places.
fn pasted(ctx: &Context) -> Option<Action> {
    let text = ctx.input(|i| {
        i.events.iter().find_map(|event| if let Event::Paste(text) = event { Some(text.clone()) } else { None })
    })?;
    let paths: Vec<PathBuf> = text.lines().filter_map(place).collect();
    if paths.is_empty() {
        return None;
    }
    ctx.input_mut(|i| i.events.retain(|event| !matches!(event, Event::Paste(_))));
    Some(Action::Edit(EditCommand::Photos(PhotoCommand::Add(paths, Landing::End))))
}

/// The place that a line names: an absolute path, or a file's address.
fn place(line: &str) -> Option<PathBuf> {
    let line = line.trim();
    let path = match line.strip_prefix("file://") {
        Some(address) => PathBuf::from(unescaped(address.strip_prefix("localhost").unwrap_or(address))?),
        None => PathBuf::from(line),
    };
    path.is_absolute().then_some(path)
}

/// An address with its bytes instead of `%20`; `None` if they are no text.
#[expect(clippy::single_match_else, reason = "either is as likely")]
fn unescaped(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = (byte == b'%').then(|| after.get(..2).and_then(|code| std::str::from_utf8(code).ok())).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(code) => {
                bytes.push(code);
                rest = &after[2..];
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// Alt and an arrow move the chosen entry, where nothing in the pane has taken them.
#[expect(clippy::similar_names, reason = "a list and its last entry are called so")]
pub fn moves(ctx: &Context, state: &State) -> Option<Action> {
    let editing = state.editing()?;
    let at = editing.chosen_path()?;
    let (list, index) = at.list_entry()?;
    let last = editing.tree().len(list).checked_sub(1)?;
    let press = |key: Key| ctx.input_mut(|i| i.consume_key(Modifiers::ALT, key));
    let to = match () {
        () if press(Key::ArrowUp) => index.checked_sub(1)?,
        () if press(Key::ArrowDown) => Some(index + 1).filter(|to| *to <= last)?,
        () => return None,
    };
    Some(Action::Edit(EditCommand::Edit(Edit::step(vec![Change::Move { at, to }]))))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn what_file_managers_copy_names_files() {
        let same =
            |line: &str, path: &str| assert_eq!(place(line).as_deref(), Some(std::path::Path::new(path)), "{line}");
        same("file:///mnt/a/My%20picture%E8%97%8F.jpg", "/mnt/a/My picture藏.jpg");
        same("/mnt/a/100%.jpg", "/mnt/a/100%.jpg");
        same("file://localhost/a.jpg\r", "/a.jpg");
        for line in ["Lhasa", "", "copy", "a/b.jpg", "file://%FF"] {
            assert_eq!(place(line), None, "{line}");
        }
    }
}
