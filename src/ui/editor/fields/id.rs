//! The id of an entry. It is written when its field is left, with all that refers to it; what cannot be is said under it.

use egui::Ui;

use crate::model::FieldPath;
use crate::state::EditCommand;
use crate::state::editing::fields::Called;
use crate::state::editing::{FormCommand, entry_of_id, with_id};
use crate::text::Pane;
use crate::ui::editor::send;
use crate::ui::memo;

use super::problem::strip_ui;
use super::text::{Lines, Typed, typing_ui};
use super::{FIELD, Form, problems_ui};

/// Draws it.
pub fn id_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath) {
    let (name, help) = (form.say(Pane::Name(Called::Id)), form.say(Pane::Help(Called::Id)));
    let empty = form.say(Pane::NotGiven);
    form.label_words(ui, &name, &help);
    let area = form.place(FIELD);
    let field = Typed {
        at,
        name: &name,
        help: &help,
        empty: &empty,
        lang: form.cx.lang(),
        lines: Lines::One,
        date: false,
        goes_with: None,
        stays: true,
    };
    let tree = form.editing.tree();
    let typed = form.editing.form().typed_id(at).map(str::to_owned);
    let mut text = typed.clone().unwrap_or_else(|| tree.text_at(at).to_owned());
    let response = typing_ui(ui, form.cx, area, &field, &mut text);
    if response.changed() {
        form.send(FormCommand::Id(at.clone(), text));
    }
    if response.lost_focus() {
        send(form.cx, EditCommand::EndRun);
    }
    if form.wants(at) {
        response.request_focus();
        ui.scroll_to_rect(area.expand(40.0), None);
    }
    if let Some(typed) = typed {
        typed_ui(form, ui, at, &typed);
    }
    problems_ui(form, ui, at);
}

/// What becomes of an id that is typed.
fn typed_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, typed: &str) {
    if let Some(fault) = form.editing.id_fault(at) {
        let words = form.say(Pane::IdFault(fault, form.editing.tree().text_at(at)));
        strip_ui(form, ui, &words);
        return;
    }
    let Some((list, index)) = entry_of_id(at) else { return };
    let key = (form.editing.revision(), at.to_string(), typed.to_owned());
    let changes = memo::remembered(ui, form.cx, "what refers to an id", key, || {
        with_id(form.editing.tree(), list, index, typed).unwrap_or_default()
    });
    if changes.len() > 1 {
        form.gap(6.0);
        form.note(ui, &form.say(Pane::IdFollows(changes.len() - 1)));
    }
}
