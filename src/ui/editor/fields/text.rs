//! A field that is typed in: on one line, or as many as its text has.

use egui::{Align2, CornerRadius, Id, Margin, Rect, Response, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2};

use crate::model::{Change, FieldPath, Lang};
use crate::state::editing::{Edit, FormCommand};
use crate::state::{EditCommand, Editing};
use crate::ui::Cx;
use crate::ui::editor::send;
use crate::ui::marks::{Line, paint_shapes};
use crate::ui::theme::{TextStyle, measure};
use crate::ui::{typeset, widgets};

use super::{FIELD, Form, INSET, RADIUS, describe, problems_ui, text_style};

/// The dashes of an empty field.
const DASH: [f32; 2] = [5.0, 4.0];
/// The ring of a field that is typed in: its distance, and its width.
const RING: [f32; 2] = [2.0, 3.0];

/// On how many lines a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// On one.
    One,
    /// On as many as it needs, without line breaks of its own.
    Wrapped,
    /// The same, with line breaks that are typed.
    Many,
    /// The same, with cues for the presenter: paragraphs that begin with `!`, in bold.
    Cues,
}

impl Lines {
    /// Whether line breaks are typed.
    fn has_breaks(self) -> bool {
        matches!(self, Self::Many | Self::Cues)
    }

    /// The style of cues.
    fn cue(self, lang: Lang) -> Option<TextStyle> {
        (self == Self::Cues).then(|| text_style(lang).in_bold())
    }
}

/// A text that is typed.
pub struct Typed<'t> {
    /// Where it stands.
    pub at: &'t FieldPath,
    /// Its name for screen readers.
    pub name: &'t str,
    /// What it is for.
    pub help: &'t str,
    /// What an empty field says.
    pub empty: &'t str,
    /// The language whose letters it is in.
    pub lang: Lang,
    /// On how many lines it is set.
    pub lines: Lines,
    /// Whether it is a date: half of one is not written before the field is left.
    pub date: bool,
    /// What goes with it when it is emptied.
    pub goes_with: Option<FieldPath>,
    /// Whether it stays, empty.
    pub stays: bool,
}

/// The id of a field; egui keeps the focus by it.
#[must_use]
pub fn field_id(at: &FieldPath) -> Id {
    Id::unique(("edited", at.to_string()))
}

/// The space above and below a text in its field.
fn air(lang: Lang) -> f32 {
    if lang == Lang::Bo { 6.0 } else { 10.0 }
}

/// The height of a field for a text.
#[must_use]
pub fn text_height(ui: &Ui, editing: &Editing, field: &Typed<'_>, width: f32) -> f32 {
    let text = editing.tree().text_at(field.at);
    if field.lines == Lines::One {
        return typeset::style_of(text, &text_style(field.lang)).line.max(FIELD - 2.0 * 10.0) + 2.0 * air(field.lang);
    }
    let size = typeset::area_size(
        ui.ctx(),
        text,
        &text_style(field.lang),
        field.lines.cue(field.lang).as_ref(),
        width - 2.0 * INSET,
    );
    (size.y + 2.0 * air(field.lang)).max(FIELD)
}

/// Draws the field in an area.
pub fn text_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, field: &Typed<'_>) -> Response {
    let text =
        if field.date { editing.form().date(editing.tree(), field.at) } else { editing.tree().text_at(field.at) };
    let mut typed = text.to_owned();
    let response = typing_ui(ui, cx, area, field, &mut typed);
    if !field.lines.has_breaks() && typed.contains(['\n', '\r']) {
        typed = typed.replace("\r\n", " ").replace(['\n', '\r'], " ");
    }
    if response.changed() && typed != text {
        let command = if field.date {
            EditCommand::Form(FormCommand::Date(field.at.clone(), typed, field.goes_with.clone()))
        } else {
            EditCommand::Edit(edit(field, &typed))
        };
        send(cx, command);
    }
    if response.lost_focus() {
        send(cx, EditCommand::EndRun);
    }
    if editing.caret() == Some(field.at) {
        response.request_focus();
        ui.scroll_to_rect(area.expand(40.0), None);
    }
    response
}

fn edit(field: &Typed<'_>, typed: &str) -> Edit {
    let change = match &field.goes_with {
        Some(above) if typed.is_empty() => Change::unset(above.clone()),
        _ if typed.is_empty() && !field.stays => Change::unset(field.at.clone()),
        _ => Change::set(field.at.clone(), typed),
    };
    Edit { changes: vec![change], run: Some(field.at.clone()) }
}

/// Draws a field over a text that may be changed in it.
pub fn typing_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, field: &Typed<'_>, typed: &mut String) -> Response {
    let id = field_id(field.at);
    let is_typed = ui.memory(|m| m.has_focus(id));
    let is_empty = typed.is_empty() && !is_typed;
    let radius = CornerRadius::same(RADIUS);
    ui.painter().rect_filled(area, radius, cx.colors.bg);
    if is_empty {
        let line = Line::new(measure::CONTROL, cx.colors.edge);
        paint_shapes(ui.painter(), [widgets::dashed_rect(area, DASH[0], DASH[1], line)]);
    } else {
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
    }
    let before = typed.clone();
    let response = edit_ui(ui, cx, (area, id), field, typed);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &before, &*typed, field.empty);
        info.label = Some(field.name.to_owned());
        info
    });
    describe(ui, id, field.help);
    if is_empty {
        empty_ui(ui, cx, area, field);
    }
    if response.has_focus() {
        let [gap, width] = RING;
        let ring = area.expand(gap + width / 2.0);
        let radius = CornerRadius::same(RADIUS + 3);
        ui.painter().rect_stroke(ring, radius, Stroke::new(width, cx.colors.text), StrokeKind::Middle);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    // What a screen reader presses is typed in, too.
    if response.clicked() {
        response.request_focus();
    }
    response
}

/// The text of a field, with its caret.
fn edit_ui(ui: &mut Ui, cx: &Cx<'_>, (area, id): (Rect, Id), field: &Typed<'_>, typed: &mut String) -> Response {
    let style = text_style(field.lang);
    #[expect(clippy::cast_possible_truncation, reason = "a few points")]
    let margin = Margin::symmetric(INSET as i8, air(field.lang) as i8);
    let dressed = |edit: TextEdit<'_>, ui: &mut Ui| {
        let edit = edit
            .id(id)
            .font(style.font.clone())
            .frame(egui::Frame::NONE.inner_margin(margin))
            .text_color(cx.colors.text)
            .desired_width(area.width())
            .min_size(area.size());
        ui.put(area, edit)
    };
    let of_field = |ui: &mut Ui| {
        if field.lines == Lines::One {
            let mut set = typeset::field(style.clone(), cx.colors.text);
            return dressed(TextEdit::singleline(typed).align(Align2::LEFT_CENTER).layouter(&mut set), ui);
        }
        let mut set = typeset::area(style.clone(), field.lines.cue(field.lang), cx.colors.text);
        let edit = TextEdit::multiline(typed).desired_rows(1).align(Align2::LEFT_TOP).layouter(&mut set);
        dressed(if field.lines.has_breaks() { edit } else { edit.return_key(None) }, ui)
    };
    ui.push_id(id, of_field).inner
}

/// What an empty field says.
fn empty_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, field: &Typed<'_>) {
    let inner = area.shrink2(vec2(INSET, 0.0));
    let label = typeset::Label::new(field.empty, text_style(cx.lang()), cx.colors.dim).width(inner.width().max(1.0));
    if field.lines.has_breaks() && area.height() > FIELD + 8.0 {
        label.paint(ui, inner.min + vec2(0.0, air(field.lang)));
    } else {
        label.one_line().paint_in(ui, inner);
    }
}

/// A field with its label above and its problems below.
pub fn text_field_ui(form: &mut Form<'_>, ui: &mut Ui, field: &Typed<'_>) {
    form.label_words(ui, field.name, field.help);
    let height = text_height(ui, form.editing, field, form.width);
    let area = form.place(height);
    text_ui(ui, form.cx, form.editing, area, field);
    problems_ui(form, ui, field.at);
}
