//! Several pictures at once: what is typed here is written into all of them in one step, and only when that is asked for.

use egui::{Id, Rect, Ui, pos2, vec2};
use serde_json::Value;

use crate::model::{FieldPath, Lang, List};
use crate::state::EditCommand;
use crate::state::editing::fields::Called;
use crate::state::editing::several::{Common, common, draft_path};
use crate::state::editing::{FormCommand, Way};
use crate::text::Pane;
use crate::ui::editor::fields::{
    FIELD, FIELD_GAP, Form, Lines, Picked, Typed, chip_ui, close, field_id, go_on, name_of, opener_ui, picker_ui,
    rows_of, text_style, toggle, typing_ui,
};
use crate::ui::editor::send;
use crate::ui::photo_paint;
use crate::ui::theme::measure;
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};

/// The side of a small picture, and the most of them.
const SMALL: f32 = 72.0;
const MOST: usize = 14;

/// Draws the fields.
pub fn several_ui(form: &mut Form<'_>, ui: &mut Ui) {
    let count = form.editing.marked().len();
    pictures_ui(form, ui);
    form.note(ui, &form.say(Pane::SeveralIs));
    form.gap(12.0);
    ways_ui(form, ui);
    form.gap(16.0);
    for (field, called) in [("caption", Called::Caption), ("credit", Called::Credit), ("place", Called::Place)] {
        form.label(ui, called);
        let mut has_any = false;
        for lang in Lang::ALL {
            has_any |= typed_ui(form, ui, (field, called), lang);
        }
        write_ui(form, ui, field, (has_any, count));
    }
    topic_ui(form, ui, count);
    provinces_ui(form, ui, count);
    let words = form.say(Pane::EndSeveral);
    if form.button(ui, Id::unique("end several"), Some(Icon::Tick), &words, true) {
        send(form.cx, EditCommand::Unmark);
    }
}

/// The pictures, small.
fn pictures_ui(form: &mut Form<'_>, ui: &Ui) {
    let mut x = 0.0;
    let row = form.place(SMALL);
    for key in form.editing.marked().iter().take(MOST) {
        let Some(photo) = form.editing.photo_of(*key) else { continue };
        if x + SMALL > form.width {
            break;
        }
        let area = Rect::from_min_size(pos2(row.left() + x, row.top()), vec2(SMALL, SMALL));
        if form.cx.photo(photo).is_some() {
            photo_paint::paint_photo(ui, form.cx, photo, area);
        }
        x += SMALL + 8.0;
    }
    form.gap(12.0);
}

fn ways_ui(form: &mut Form<'_>, ui: &Ui) {
    let style = text_style(form.cx.lang());
    let row = form.place(FIELD);
    let mut left = row.left() + 2.0;
    for way in Way::ALL {
        let words = form.say(Pane::Way(way));
        let width = Label::new(&words, style.clone(), form.cx.colors.text).size(ui.ctx()).x + 36.0;
        let area = Rect::from_min_size(pos2(left, row.top() + 2.0), vec2(width, FIELD - 4.0));
        left = area.right();
        let is_chosen = way == form.editing.form().way();
        let id = Id::unique(("way", way as u8));
        if widgets::segment(ui, area, id, &words, &style, &form.cx.colors, is_chosen).clicked() {
            form.send(FormCommand::Way(way));
        }
    }
    let whole = row.with_max_x(left + 2.0);
    let stroke = egui::Stroke::new(measure::CONTROL, form.cx.colors.edge);
    ui.painter().rect_stroke(whole, egui::CornerRadius::same(10), stroke, egui::StrokeKind::Inside);
}

/// What an empty field says of what the pictures have.
fn has(form: &Form<'_>, field: &str, name: &dyn Fn(&Value) -> String) -> String {
    match common(form.editing, field) {
        Common::Nothing => form.say(Pane::NotGiven),
        Common::Same(value) => name(&value),
        Common::Differing(count) => form.say(Pane::Differing(count)),
    }
}

/// A text in one language; gives whether something is typed in it.
fn typed_ui(form: &mut Form<'_>, ui: &mut Ui, (field, called): (&str, Called), lang: Lang) -> bool {
    let at = draft_path(field).field(lang.code());
    let name = form.say(Pane::In(called, lang));
    let empty = has(form, &format!("{field}.{}", lang.code()), &|value| value.as_str().unwrap_or_default().to_owned());
    let empty = format!("{}: {empty}", lang.own_name());
    let help = form.say(Pane::Help(called));
    let typed = Typed {
        at: &at,
        name: &name,
        help: &help,
        empty: &empty,
        lang,
        lines: if field == "caption" { Lines::Many } else { Lines::Wrapped },
        date: false,
        goes_with: None,
        stays: false,
    };
    let before = form.editing.form().draft(&at);
    let mut now = before.to_owned();
    let size = crate::ui::typeset::area_size(ui.ctx(), before, &text_style(lang), None, form.width - 24.0);
    let area = form.place((size.y + 20.0).max(FIELD));
    typing_ui(ui, form.cx, area, &typed, &mut now);
    form.gap(6.0);
    if now != before {
        form.send(FormCommand::Draft(at.clone(), now.clone()));
    }
    !now.trim().is_empty()
}

fn write_ui(form: &mut Form<'_>, ui: &Ui, field: &'static str, (can, count): (bool, usize)) {
    if can {
        let words = form.say(Pane::Write(count));
        if form.button(ui, Id::unique(("write", field)), None, &words, true) {
            form.send(FormCommand::WriteMarked(field));
        }
    }
    form.gap(FIELD_GAP);
}

fn topic_ui(form: &mut Form<'_>, ui: &mut Ui, count: usize) {
    let at = draft_path("topic");
    let chosen = form.editing.form().draft(&at).to_owned();
    let name = |id: &str| name_of(form.cx, form.editing, List::Topics, id);
    let words = if chosen.is_empty() {
        has(form, "topic", &|value| name(value.as_str().unwrap_or_default()))
    } else {
        name(&chosen)
    };
    form.label(ui, Called::Topic);
    let area = form.place(FIELD);
    let label = form.say(Pane::Name(Called::Topic));
    let response = opener_ui(ui, form.cx, area, field_id(&at), (&label, &words, chosen.is_empty()));
    if response.clicked() {
        toggle(form, ui, &at, None);
    }
    let rows = |form: &Form<'_>| rows_of(form, List::Topics, &|id| id == chosen);
    if let Some(Picked::Row(id)) = picker_ui(form, ui, &at, rows, (true, None)) {
        form.send(FormCommand::Draft(at.clone(), id));
        close(form, ui, field_id(&at));
    }
    form.gap(6.0);
    write_ui(form, ui, "topic", (!chosen.is_empty(), count));
}

fn provinces_ui(form: &mut Form<'_>, ui: &mut Ui, count: usize) {
    let at: FieldPath = draft_path("provinces");
    let draft = form.editing.form().draft(&at).to_owned();
    let ids: Vec<&str> = draft.split_whitespace().collect();
    form.label(ui, Called::Provinces);
    let name = |id: &str| name_of(form.cx, form.editing, List::Provinces, id);
    if ids.is_empty() {
        let words = has(form, "provinces", &|value| {
            let all: Vec<String> = value.as_array().into_iter().flatten().filter_map(Value::as_str).map(name).collect();
            all.join(crate::text::comma(form.cx.lang()))
        });
        form.note(ui, &words);
        form.gap(6.0);
    }
    let style = text_style(form.cx.lang());
    let (mut x, mut row) = (0.0, form.place(FIELD));
    let left_out = |out: &str| ids.iter().copied().filter(|id| *id != out).collect::<Vec<_>>().join(" ");
    for id in &ids {
        let words = name(id);
        let width = Label::new(&words, style.clone(), form.cx.colors.text).size(ui.ctx()).x + 58.0;
        if x > 0.0 && x + width + FIELD + 8.0 > form.width {
            form.gap(8.0);
            (x, row) = (0.0, form.place(FIELD));
        }
        let area = Rect::from_min_size(pos2(row.left() + x, row.top()), vec2(width, FIELD));
        x += width + 8.0;
        if chip_ui(form, ui, area, Id::unique(("draft", (*id).to_owned())), &words).clicked() {
            form.send(FormCommand::Draft(at.clone(), left_out(id)));
        }
    }
    let area = Rect::from_min_size(pos2(row.left() + x, row.top()), vec2(FIELD, FIELD));
    let add = form.say(Pane::AddTo(&form.say(Pane::Name(Called::Provinces))));
    if widgets::icon_button(ui, area, field_id(&at), Icon::Plus, &add, &form.cx.colors, true).clicked() {
        toggle(form, ui, &at, None);
    }
    let rows = |form: &Form<'_>| rows_of(form, List::Provinces, &|id| ids.contains(&id));
    if let Some(Picked::Row(id)) = picker_ui(form, ui, &at, rows, (true, None)) {
        let now = if ids.contains(&id.as_str()) { left_out(&id) } else { format!("{draft} {id}").trim().to_owned() };
        form.send(FormCommand::Draft(at.clone(), now));
        go_on(form, &at);
    }
    form.gap(6.0);
    write_ui(form, ui, "provinces", (!ids.is_empty(), count));
}
