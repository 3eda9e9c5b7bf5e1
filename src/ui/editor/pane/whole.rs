//! The whole exhibition: its titles and notes, and the lists that have no view of their own.

use egui::{Id, Ui, vec2};

use crate::model::{Change, FieldPath, List};
use crate::state::EditCommand;
use crate::state::editing::fields::{Called, WHOLE};
use crate::state::editing::{Chosen, FormCommand};
use crate::text::{Editor, Pane, Say};
use crate::ui::editor::fields::{FIELD_GAP, Form, entry_name, text_style, words_ui};
use crate::ui::editor::send;
use crate::ui::theme::Role;
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};

/// The lists whose entries are named here, since no view names each; the others are added to.
const NAMED: [List; 9] = [
    List::Topics,
    List::Divisions,
    List::Provinces,
    List::Pairings,
    List::PairingSteps,
    List::Groups,
    List::Subtotals,
    List::Totals,
    List::Glossary,
];
const OTHERS: [List; 4] = [List::Batches, List::Statements, List::Milestones, List::Sources];

/// Draws them.
pub fn whole_ui(form: &mut Form<'_>, ui: &mut Ui) {
    let root = FieldPath::default();
    for field in WHOLE.iter().take(2) {
        words_ui(form, ui, &root.field(field.path), field.called, false);
        form.gap(6.0);
    }
    about_ui(form, ui);
    for field in WHOLE.iter().skip(2) {
        words_ui(form, ui, &root.field(field.path), field.called, true);
        form.gap(6.0);
    }
    for list in NAMED {
        list_ui(form, ui, list, true);
    }
    for list in OTHERS {
        list_ui(form, ui, list, false);
    }
}

/// The paragraphs about the sources, each with what moves it and takes it out.
fn about_ui(form: &mut Form<'_>, ui: &mut Ui) {
    let count = form.editing.tree().len(List::About.field());
    form.gap(8.0);
    form.heading(ui, &form.say(Pane::ListHeading(List::About, count)), &form.say(Pane::Help(Called::Paragraph)));
    for index in 0..count {
        let at = FieldPath::entry(List::About.field(), index);
        words_ui(form, ui, &at, Called::Paragraph, true);
        let shift = |to| vec![Change::Move { at: at.clone(), to }];
        let all = [
            (Pane::MoveUp, Icon::Up, index > 0, shift(index.saturating_sub(1))),
            (Pane::MoveDown, Icon::Down, index + 1 < count, shift(index + 1)),
            (Pane::Delete(0, 0), Icon::Cross, true, vec![Change::Remove { at: at.clone() }]),
        ];
        let row = form.place(46.0);
        for (i, (words, icon, can, changes)) in (0_u8..).zip(all) {
            let place = egui::Rect::from_min_size(row.min + vec2(f32::from(i) * 54.0, 0.0), vec2(46.0, 46.0));
            let words = form.say(words);
            let id = Id::unique(("paragraph", index, i));
            if widgets::icon_button(ui, place, id, icon, &words, &form.cx.colors, can).clicked() && can {
                form.change(changes);
            }
        }
        form.gap(FIELD_GAP);
    }
    let words = form.cx.say(Say::Editor(Editor::Add(List::About)));
    if form.button(ui, Id::unique("add paragraph"), Some(Icon::Plus), &words, true) {
        form.change(vec![Change::insert(FieldPath::entry(List::About.field(), count), serde_json::json!({}))]);
        let first = FieldPath::entry(List::About.field(), count).field("en");
        ui.memory_mut(|m| m.request_focus(crate::ui::editor::fields::field_id(&first)));
    }
    form.gap(20.0);
}

/// A list: its heading, its entries where they are named here, and what adds one.
fn list_ui(form: &mut Form<'_>, ui: &Ui, list: List, named: bool) {
    let tree = form.editing.tree();
    let count = tree.len(list.field());
    form.gap(10.0);
    let heading = form.say(Pane::ListHeading(list, count));
    let drawn = form.cx.label(&heading, Role::LabelStrong).at(ui, form.pos);
    form.pos.y = drawn.bottom() + 6.0;
    let style = text_style(form.cx.lang());
    let (mut x, mut y) = (0.0, form.pos.y);
    let mut place = |form: &Form<'_>, width: f32| {
        let width = width.min(form.width);
        if x > 0.0 && x + width > form.width {
            (x, y) = (0.0, y + 54.0);
        }
        let area = egui::Rect::from_min_size(egui::pos2(form.pos.x + x, y), vec2(width, 46.0));
        x += width + 8.0;
        area
    };
    let mut bottom = form.pos.y;
    for index in (0..count).filter(|_| named) {
        let words = entry_name(form.cx, form.editing, list, index);
        let width = Label::new(&words, style.clone(), form.cx.colors.text).size(ui.ctx()).x + 32.0;
        let area = place(form, width);
        bottom = area.bottom();
        let id = Id::unique(("entry", list.field(), index));
        if widgets::button(ui, area, id, (None, &words), &style, &form.cx.colors, true).clicked()
            && let Some(key) = tree.key(list.field(), index)
        {
            send(form.cx, EditCommand::Choose(Some(Chosen::Entry(list, key))));
        }
    }
    let words = form.cx.say(Say::Editor(Editor::Add(list)));
    let area = place(form, form.button_width(ui, Some(Icon::Plus), &words));
    bottom = bottom.max(area.bottom());
    let id = Id::unique(("add entry", list.field()));
    if widgets::button(ui, area, id, (Some(Icon::Plus), &words), &style, &form.cx.colors, true).clicked() {
        form.send(FormCommand::New { at: None, list, name: String::new() });
    }
    form.pos.y = bottom + 10.0;
}
