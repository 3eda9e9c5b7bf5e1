//! The fields of an entry, in the order in which a person fills them in.

use egui::{Id, Stroke, Ui};

use crate::model::{Change, EntryKey, FieldPath, Lang, List};
use crate::state::EditCommand;
use crate::state::editing::fields::{Called, Field, Kind, fields};
use crate::state::editing::references::delete;
use crate::text::Pane;
use crate::ui::editor::fields::{
    Digits, FIELD_GAP, Form, Lines, Parts, Typed, batches_ui, below, choice_ui, compact_ui, file_ui, flag_ui, focus_ui,
    id_ui, late_ui, number_ui, one_ui, problems_under, reports_ui, several_ui, shown, shows_ui, size_ui, text_field_ui,
    texts_ui, words_ui,
};
use crate::ui::editor::send;
use crate::ui::memo;
use crate::ui::theme::measure;
use crate::ui::widgets::{self, Icon};

use super::figure;

/// Draws all of them, and what is done with the entry as a whole.
pub fn entry_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, (list, key): (List, EntryKey)) {
    problems_under(form, ui, at, true);
    fields_ui(form, ui, at, (fields(list), key));
    end_ui(form, ui, at, (list, key));
}

/// Draws fields; short ones side by side.
pub fn fields_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, (fields, key): (&[Field], EntryKey)) {
    let shown: Vec<&Field> = fields.iter().filter(|field| is_asked(form, at, field)).collect();
    let most = if form.width >= 760.0 { 3 } else { 2 };
    let mut rest = shown.as_slice();
    while let Some((first, others)) = rest.split_first() {
        if !first.is_short() {
            field_ui(form, ui, at, (first, key));
            form.gap(FIELD_GAP);
            rest = others;
            continue;
        }
        let count = rest.iter().take(most).take_while(|field| field.is_short()).count();
        let columns = form.columns(u8::try_from(count.max(2)).unwrap_or(2));
        let top = form.column(0.0, form.width);
        for (field, (from, width)) in rest.iter().take(count).zip(columns) {
            let mut column = top.column(from, width);
            if field.kind == Kind::Flag && has_label_beside(rest, count) {
                // A box to tick stands in the line of the fields beside it.
                column.gap(form.cx.style(crate::ui::theme::Role::Note).line + 4.0);
            }
            field_ui(&mut column, ui, at, (field, key));
            form.below(&column);
        }
        late_ui(form, ui);
        form.gap(FIELD_GAP);
        rest = &rest[count..];
    }
}

fn has_label_beside(row: &[&Field], count: usize) -> bool {
    row.iter().take(count).any(|field| field.kind != Kind::Flag)
}

/// Whether a field is asked for, as far as others decide that.
fn is_asked(form: &Form<'_>, at: &FieldPath, field: &Field) -> bool {
    let has = |path: &str| form.editing.tree().value(&at.field(path)).is_some();
    match field.called {
        Called::LeaveInferred => has("leave"),
        Called::StandInAlt | Called::StandInFocus | Called::StandInSize => has("stand_in"),
        Called::ScaleEn | Called::ScaleZh | Called::ScaleBo => has("unit"),
        Called::Unit => has("figure") || has("unit"),
        _ => match field.path.strip_prefix("shows.") {
            Some(rest) => rest.split('.').next() == Some(shown(form, &at.field("shows")).as_str()),
            None => true,
        },
    }
}

/// Draws a field.
pub fn field_ui(form: &mut Form<'_>, ui: &mut Ui, entry: &FieldPath, (field, key): (&Field, EntryKey)) {
    let at = below(entry, field.path);
    let called = field.called;
    match field.kind {
        Kind::Line if called == Called::Unit => compact_ui(form, ui, &at, called, true),
        Kind::Line => words_ui(form, ui, &at, called, false),
        Kind::Lines => words_ui(form, ui, &at, called, true),
        Kind::Text | Kind::Date => text_of(form, ui, entry, field),
        Kind::Texts => texts_ui(form, ui, &at, called),
        Kind::Whole => number_ui(form, ui, &at, called, Digits::default()),
        Kind::Number => {
            number_ui(form, ui, &at, called, Digits { decimals: true, grouped: true, signed: false });
        }
        Kind::Choice(choice) => choice_ui(form, ui, &at, called, choice),
        Kind::One(list) => one_ui(form, ui, entry, field, list),
        Kind::Several(list) => several_ui(form, ui, &at, called, list),
        Kind::Batches => batches_ui(form, ui, &at, called),
        Kind::Flag => flag_ui(form, ui, &at, called),
        Kind::Figure => figure::figure_ui(form, ui, &at, entry),
        Kind::Terms => reports_ui(form, ui, &at, Parts::Terms),
        Kind::Reports => {
            form.heading(ui, &form.say(Pane::Name(called)), &form.say(Pane::Help(called)));
            reports_ui(form, ui, &at, Parts::Reports);
        }
        Kind::Focus => focus_ui(form, ui, &at, called, key),
        Kind::Size => size_ui(form, ui, &at, called),
        Kind::File => file_ui(form, ui, entry, field),
        Kind::Shows => shows_ui(form, ui, &at),
        Kind::Id => id_ui(form, ui, &at),
    }
}

/// Draws a text or a date. What is no date stays as it was typed, and its problem says so.
fn text_of(form: &mut Form<'_>, ui: &mut Ui, entry: &FieldPath, field: &Field) {
    let at = entry.field(field.path);
    let (name, help) = (form.say(Pane::Name(field.called)), form.say(Pane::Help(field.called)));
    let empty = form.say(Pane::NotGiven);
    let typed = Typed {
        at: &at,
        name: &name,
        help: &help,
        empty: &empty,
        lang: if field.kind == Kind::Date { Lang::En } else { form.cx.lang() },
        lines: if field.kind == Kind::Text { Lines::Wrapped } else { Lines::One },
        date: field.kind == Kind::Date,
        goes_with: field.goes_with.map(|above| entry.field(above)),
        stays: field.stays,
    };
    text_field_ui(form, ui, &typed);
}

/// What is done with an entry as a whole: its place in the list, and that it goes.
#[expect(clippy::similar_names, reason = "a list and its last entry are called so")]
pub fn end_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, (list, key): (List, EntryKey)) {
    let Some((_, index)) = at.list_entry() else { return };
    form.gap(10.0);
    let stroke = Stroke::new(measure::RULE, form.cx.colors.line);
    widgets::rule(ui, form.pos.x, form.pos.x + form.width, form.pos.y, stroke);
    form.gap(16.0);
    let tree = form.editing.tree();
    let last = tree.len(list.field()).saturating_sub(1);
    let key_of = (form.editing.revision(), list.field(), index);
    let changes = memo::remembered(ui, form.cx, "what goes with an entry", key_of, || delete(tree, list, index));
    let (mut entries, mut mentions) = (0, 0);
    for change in &changes[..changes.len().saturating_sub(1)] {
        let is_entry = matches!(change, Change::Remove { at } if at.0.len() == 2);
        if is_entry { entries += 1 } else { mentions += 1 }
    }
    let mut buttons: Vec<(Pane<'_>, Option<Icon>, bool, Vec<Change>)> = Vec::new();
    let shift = |to: usize| vec![Change::Move { at: at.clone(), to }];
    if last > 0 {
        buttons.push((Pane::MoveUp, Some(Icon::Up), index > 0, shift(index.saturating_sub(1))));
        buttons.push((Pane::MoveDown, Some(Icon::Down), index < last, shift(index + 1)));
    }
    buttons.push((Pane::Delete(entries, mentions), None, true, changes.to_vec()));
    let top = form.column(0.0, form.width);
    let (mut from, mut line) = (0.0, 0.0);
    let several = list == List::Photos && tree.len(list.field()) > 1;
    for (i, (words, icon, can, changes)) in buttons.into_iter().enumerate() {
        let words = form.say(words);
        let width = form.button_width(ui, icon, &words).min(form.width);
        if from > 0.0 && from + width > form.width {
            (from, line) = (0.0, line + 58.0);
        }
        let mut column = top.column(from, width);
        column.gap(line);
        from += width + 12.0;
        if column.button(ui, Id::unique(("end", i, at.to_string())), icon, &words, can) {
            form.change(changes);
        }
        form.below(&column);
    }
    if several {
        form.gap(12.0);
        let words = form.say(Pane::ChooseSeveral);
        if form.button(ui, Id::unique("choose several"), None, &words, true) {
            send(form.cx, EditCommand::Mark(key));
        }
    }
}
