//! The fields of the pane, one below the other: each shows what the document says, and sends an edit for what is typed or chosen.

mod chips;
mod choice;
mod compare;
mod focus;
mod id;
mod names;
mod number;
mod picker;
mod problem;
mod reading;
mod reports;
mod state;
mod suggest;
mod text;
mod words;

use egui::{Align, Id, Pos2, Rect, Ui, pos2, vec2};

use crate::model::{Change, FieldPath};
use crate::state::editing::fields::Called;
use crate::state::editing::{Edit, FormCommand};
use crate::state::{EditCommand, Editing};
use crate::text::{Pane, Say};
use crate::ui::Cx;
use crate::ui::theme::{Role, TextStyle};
use crate::ui::widgets::{self, Icon};

use super::send;

pub use chips::{batches_ui, chip_ui, several_ui, texts_ui};
pub use choice::{choice_ui, file_ui, flag_ui, one_ui, opener_ui, shown, shows_ui, size_ui};
pub use focus::focus_ui;
pub use id::id_ui;
pub use names::{beside, entry_name, name_of};
pub use number::{Digits, number_ui};
pub use picker::{Picked, close, go_on, picker_ui, rows_of, toggle};
pub use problem::{late_ui, problems_ui, problems_under, remedy_words};
pub use reports::{Parts, reports_ui, sources_ui};
pub use state::{mark_ui, state_of, words_at};
pub use text::{Lines, Typed, field_id, text_field_ui, text_height, text_ui, typing_ui};
pub use words::{compact_ui, words_ui};

/// The height of a field and of what stands beside one.
pub const FIELD: f32 = 46.0;
/// The corner radius of a field.
pub const RADIUS: u8 = 8;
/// Between a label and its field, between fields side by side, and below a field.
pub const LABEL_GAP: f32 = 4.0;
pub const COLUMN_GAP: f32 = 12.0;
pub const FIELD_GAP: f32 = 14.0;
/// Between a label and its help.
const HELP_GAP: f32 = 10.0;
/// What a button has beside its words, and its icon.
const BUTTON_PAD: f32 = 32.0;
const BUTTON_ICON: f32 = 34.0;

/// A column of fields.
pub struct Form<'f> {
    /// The context it reads.
    pub cx: &'f Cx<'f>,
    /// What is edited.
    pub editing: &'f Editing,
    /// Where the next field begins.
    pub pos: Pos2,
    /// How wide fields are.
    pub width: f32,
    /// Whether the languages are named over their columns.
    pub named: bool,
    /// The fields of narrow columns: their problems stand below all columns.
    pub late: Vec<FieldPath>,
}

impl<'f> Form<'f> {
    /// Words of the pane.
    pub fn say(&self, words: Pane<'_>) -> String {
        self.cx.say(Say::Pane(words))
    }

    /// Leaves a vertical gap.
    pub fn gap(&mut self, points: f32) {
        self.pos.y += points;
    }

    /// The next area of a height.
    pub fn place(&mut self, height: f32) -> Rect {
        let area = Rect::from_min_size(self.pos, vec2(self.width, height));
        self.pos.y = area.bottom();
        area
    }

    /// A column beside others, from the same top.
    pub fn column(&self, from: f32, width: f32) -> Form<'f> {
        let pos = pos2(self.pos.x + from, self.pos.y);
        Form { pos, width: width.max(1.0), late: Vec::new(), ..*self }
    }

    /// Goes on below a column.
    pub fn below(&mut self, other: &Form<'_>) {
        self.pos.y = self.pos.y.max(other.pos.y);
        self.late.extend(other.late.iter().cloned());
    }

    /// The places of columns: how far from the left, and how wide.
    pub fn columns(&self, count: u8) -> Vec<(f32, f32)> {
        let width = (self.width - COLUMN_GAP * f32::from(count - 1)) / f32::from(count);
        (0..count).map(|at| (f32::from(at) * (width + COLUMN_GAP), width)).collect()
    }

    /// The label of a field, with what it is for. The control under it has both for screen readers.
    pub fn label(&mut self, ui: &Ui, called: Called) {
        self.label_words(ui, &self.say(Pane::Name(called)), &self.say(Pane::Help(called)));
    }

    /// A label and a line beside it, at the same baseline.
    pub fn label_words(&mut self, ui: &Ui, name: &str, help: &str) {
        let label = self.cx.label(name, Role::NoteStrong).width(self.width).one_line();
        let drawn = label.paint(ui, self.pos);
        let beside = Rect::from_min_max(
            pos2(drawn.right() + HELP_GAP, self.pos.y),
            pos2(self.pos.x + self.width, drawn.bottom()),
        );
        let help = self.cx.dim(help, Role::Note);
        if !help.is_empty() && beside.width() >= help.size(ui.ctx()).x.min(LEAST_HELP) {
            help.width(beside.width()).one_line().paint_in(ui, beside);
        }
        self.pos.y = drawn.bottom() + LABEL_GAP;
    }

    /// A heading over several fields, with a line beside it.
    pub fn heading(&mut self, ui: &Ui, name: &str, help: &str) {
        let drawn = self.cx.label(name, Role::LabelStrong).at(ui, self.pos);
        let left = drawn.right() + HELP_GAP;
        let room = self.pos.x + self.width - left;
        let help = self.cx.dim(help, Role::Note);
        let size = help.size(ui.ctx());
        self.pos.y = drawn.bottom() + 6.0;
        if size.x <= room {
            help.paint(ui, pos2(left, drawn.bottom() - size.y - 1.0));
        } else if !help.is_empty() {
            self.pos.y = drawn.bottom();
            let lines = help.width(self.width);
            let drawn = lines.paint(ui, self.pos);
            self.pos.y = drawn.bottom() + 6.0;
        }
    }

    /// A text in the second colour across the column.
    pub fn note(&mut self, ui: &Ui, words: &str) {
        let drawn = self.cx.dim(words, Role::Note).width(self.width).at(ui, self.pos);
        self.pos.y = drawn.bottom();
    }

    /// The width of a button with these words.
    pub fn button_width(&self, ui: &Ui, icon: Option<Icon>, words: &str) -> f32 {
        let label = crate::ui::typeset::Label::new(words, text_style(self.cx.lang()), self.cx.colors.text);
        label.size(ui.ctx()).x + BUTTON_PAD + if icon.is_some() { BUTTON_ICON } else { 0.0 }
    }

    /// A button as wide as its words.
    pub fn button(&mut self, ui: &Ui, id: Id, icon: Option<Icon>, words: &str, enabled: bool) -> bool {
        let width = self.button_width(ui, icon, words).min(self.width);
        let area = Rect::from_min_size(self.pos, vec2(width, FIELD));
        self.pos.y = area.bottom();
        let style = text_style(self.cx.lang());
        let response = widgets::button(ui, area, id, (icon, words), &style, &self.cx.colors, enabled);
        enabled && response.clicked()
    }

    /// Sends a command of the pane.
    pub fn send(&self, command: FormCommand) {
        send(self.cx, EditCommand::Form(command));
    }

    /// Changes the document in one step.
    pub fn change(&self, changes: Vec<Change>) {
        send(self.cx, EditCommand::Edit(Edit::step(changes)));
    }

    /// Whether the caret is to be put into a field.
    pub fn wants(&self, at: &FieldPath) -> bool {
        self.editing.caret().is_some_and(|caret| caret.is_within(at))
    }
}

/// The least width in which help is worth its room.
const LEAST_HELP: f32 = 90.0;

/// How the text of fields is set.
#[must_use]
pub fn text_style(lang: crate::model::Lang) -> TextStyle {
    TextStyle::new([(17.0, 23.0), (17.0, 26.0), (18.0, 32.0)], lang, false)
}

/// The path of a field below an entry; the entry's own for a field without a path.
#[must_use]
pub fn below(entry: &FieldPath, field: &str) -> FieldPath {
    if field.is_empty() { entry.clone() } else { entry.field(field) }
}

/// Gives what it is for to screen readers, beside its name.
pub fn describe(ui: &Ui, id: Id, words: &str) {
    if !words.is_empty() {
        ui.ctx().accesskit_node_builder(id, |node| node.set_description(words));
    }
}

/// A × without an outline, for what takes something out or closes it.
pub fn cross_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, id: Id, name: &str) -> bool {
    let response = ui.interact(widgets::target(area), id, egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
    let fill = cx.touched(cx.colors.card, &response);
    if fill != cx.colors.card {
        ui.painter().rect_filled(area, egui::CornerRadius::same(RADIUS), fill);
    }
    widgets::icon(ui.painter(), Icon::Cross, area.center(), 22.0, cx.colors.text);
    let clicked = response.clicked();
    widgets::focus_ring(ui, &response.with_new_rect(area), RADIUS, &cx.colors);
    clicked
}

/// Where words stand in a field.
pub const INSET: f32 = 12.0;

/// Words in a field that is not typed in: one line.
pub fn words_in(ui: &Ui, cx: &Cx<'_>, area: Rect, words: &str, dim: bool) {
    let color = if dim { cx.colors.dim } else { cx.colors.text };
    let label = crate::ui::typeset::Label::new(words, text_style(cx.lang()), color).align(Align::Min);
    let inner = area.shrink2(vec2(INSET, 0.0));
    label.width(inner.width().max(1.0)).one_line().paint_in(ui, inner);
}
