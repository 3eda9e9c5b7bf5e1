//! A field for a number. While it is empty there is none: nothing is written in its place.

use egui::{Rect, Ui};

use crate::model::{FieldPath, Lang};
use crate::state::EditCommand;
use crate::state::editing::FormCommand;
use crate::state::editing::fields::Called;
use crate::state::editing::figure::only_number;
use crate::text::{self, Pane};
use crate::ui::editor::send;

use super::text::{field_id, typing_ui};
use super::{FIELD, Form, Lines, Typed, problems_ui};

/// How a number is typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Digits {
    /// Whether it may have decimals.
    pub decimals: bool,
    /// Whether thousands are set apart: not in years.
    pub grouped: bool,
    /// Whether its sign stands beside the field, and is not typed.
    pub signed: bool,
}

/// Draws a number with its label.
pub fn number_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called, digits: Digits) {
    form.label(ui, called);
    let area = form.place(FIELD);
    let name = form.say(Pane::Name(called));
    number_in(form, ui, area, (at, &name, called), digits);
    problems_ui(form, ui, at);
}

/// Draws the field alone.
pub fn number_in(
    form: &Form<'_>,
    ui: &mut Ui,
    area: Rect,
    (at, name, called): (&FieldPath, &str, Called),
    digits: Digits,
) {
    let now = form.editing.form().number(form.editing.tree(), at);
    let plain = now.trim_start_matches('-');
    let id = field_id(at);
    let is_typed = ui.memory(|m| m.has_focus(id));
    let shown = match plain.parse::<f64>() {
        Ok(value) if digits.grouped && !is_typed => text::number(value),
        _ => plain.to_owned(),
    };
    let (help, empty) = (form.say(Pane::Help(called)), form.say(Pane::NotGiven));
    let field = Typed {
        at,
        name,
        help: &help,
        empty: &empty,
        lang: Lang::En,
        lines: Lines::One,
        date: false,
        goes_with: None,
        stays: false,
    };
    let mut typed = shown.clone();
    let response = typing_ui(ui, form.cx, area, &field, &mut typed);
    if response.changed() && typed != shown {
        let digits_typed = only_number(&typed, digits.decimals);
        let sign = if digits.signed && now.starts_with('-') { "-" } else { "" };
        form.send(FormCommand::Number(at.clone(), format!("{sign}{digits_typed}")));
    }
    if response.lost_focus() {
        send(form.cx, EditCommand::EndRun);
    }
    if form.editing.caret() == Some(at) {
        response.request_focus();
        ui.scroll_to_rect(area.expand(40.0), None);
    }
}
