//! Whoever has read a text says so under it: with their name, or that it is to be read again.

use egui::{Rect, Sense, Ui, WidgetInfo, accesskit, pos2, vec2};

use crate::model::{FieldPath, Lang, Words};
use crate::state::EditCommand;
use crate::state::editing::FormCommand;
use crate::state::editing::table::Progress;
use crate::text::Pane;
use crate::ui::editor::send;
use crate::ui::theme::Role;
use crate::ui::widgets;

use super::text::{Lines, Typed, typing_ui};
use super::{FIELD, Form, RADIUS, field_id, state_of};

/// What a button has beside its words, and the gap between two.
const PAD: f32 = 28.0;
const GAP: f32 = 8.0;

/// The id of what is under a text: where its reader is named.
fn place_of(at: &FieldPath, lang: Lang) -> FieldPath {
    at.field("reviewed").field(lang.code())
}

/// Makes the line of a text's state something that is touched to say who has read it. Gives whether it is touched with keys.
pub fn opener_ui(form: &Form<'_>, ui: &Ui, area: Rect, (at, lang): (&FieldPath, Lang), name: &str) {
    let area = area.expand2(vec2(2.0, 4.0));
    let response = ui.interact(area, field_id(&place_of(at, lang)).with("state"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, name));
    widgets::focus_ring(ui, &response, RADIUS, &form.cx.colors);
    if response.clicked() {
        let is_open = form.editing.form().reading() == Some((at, lang));
        let next = (!is_open).then(|| (at.clone(), lang));
        send(form.cx, EditCommand::Form(FormCommand::Read(next)));
    }
}

/// Draws, under the state of a text, what can be said of it: always where it is outdated, else where it was asked for.
pub fn reading_ui(form: &mut Form<'_>, ui: &mut Ui, (at, lang): (&FieldPath, Lang), words: &Words) {
    let is_open = form.editing.form().reading() == Some((at, lang));
    match state_of(words, lang) {
        Progress::Outdated => super::compare::outdated_ui(form, ui, (at, lang), words, false),
        Progress::Draft if is_open => reader_ui(form, ui, at, lang),
        Progress::Checked if is_open => {
            form.gap(GAP);
            if button_ui(form, ui, (at, lang), Pane::ToBeReadAgain) {
                check(form, at, lang, None);
            }
        }
        Progress::Draft | Progress::Checked | Progress::Missing => {}
    }
}

/// Says who has read a text; that nobody has any more, without a reader.
pub fn check(form: &Form<'_>, at: &FieldPath, lang: Lang, reader: Option<String>) {
    send(form.cx, EditCommand::Check { at: at.clone(), lang, reader });
    send(form.cx, EditCommand::Form(FormCommand::Read(None)));
}

/// The name of whoever reads, and the button that says that they have.
fn reader_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, lang: Lang) {
    form.gap(GAP);
    let place = place_of(at, lang);
    let (name, empty) = (form.say(Pane::Reader), form.say(Pane::ReaderHint));
    let field = Typed {
        at: &place,
        name: &name,
        help: &empty,
        empty: &empty,
        lang: form.cx.lang(),
        lines: Lines::One,
        goes_with: None,
        stays: true,
        date: false,
    };
    let area = form.place(FIELD);
    let mut typed = form.editing.form().reader().to_owned();
    let response = typing_ui(ui, form.cx, area, &field, &mut typed);
    if response.changed() {
        send(form.cx, EditCommand::Form(FormCommand::Reader(typed.clone())));
    }
    let entered = response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
    form.gap(GAP);
    if button_ui(form, ui, (at, lang), Pane::HasBeenChecked) || entered {
        check(form, at, lang, Some(typed));
    }
}

/// A button as wide as its words.
pub fn button_ui(form: &mut Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), words: Pane<'_>) -> bool {
    let id = field_id(&place_of(at, lang)).with(std::mem::discriminant(&words));
    let words = form.say(words);
    let width = button_width_of(form, ui, &words);
    let area = form.place(FIELD);
    let area = Rect::from_min_max(area.min, pos2(area.left() + width, area.bottom()));
    widgets::button(ui, area, id, (None, &words), &form.cx.style(Role::Note), &form.cx.colors, true).clicked()
}

/// The width of such a button.
pub fn button_width(form: &Form<'_>, ui: &Ui, words: Pane<'_>) -> f32 {
    button_width_of(form, ui, &form.say(words))
}

fn button_width_of(form: &Form<'_>, ui: &Ui, words: &str) -> f32 {
    (form.cx.label(words, Role::Note).size(ui.ctx()).x + PAD).min(form.width)
}
