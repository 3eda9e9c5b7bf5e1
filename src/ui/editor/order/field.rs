//! The text fields of a stop.

use egui::{CornerRadius, Id, Margin, Rect, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::model::{EntryKey, FieldPath, Lang};
use crate::state::editing::Edit;
use crate::state::{EditCommand, Editing};
use crate::text::{Order, Say};
use crate::ui::editor::send;
use crate::ui::theme::{self, Role, TextStyle, measure};
use crate::ui::{Cx, typeset};

/// The space inside a field, and the least height of one.
const PAD: [f32; 2] = [14.0, 10.0];
pub const LEAST: f32 = 46.0;
const RADIUS: u8 = measure::RADIUS_ROW;

/// A text of a stop in a language.
pub struct Field<'f> {
    /// The stop.
    pub stop: EntryKey,
    /// Its path.
    pub at: FieldPath,
    /// Its language.
    pub lang: Lang,
    /// Its name for screen readers.
    pub name: &'f str,
    /// Whether it has several lines, whose cues are bold.
    pub has_lines: bool,
}

impl Field<'_> {
    fn styles(&self) -> [TextStyle; 2] {
        [Role::Label, Role::LabelStrong].map(|role| theme::style(role, self.lang))
    }

    /// The height that its text takes at a width.
    pub fn height(&self, ui: &Ui, cx: &Cx<'_>, editing: &Editing, width: f32) -> f32 {
        if !self.has_lines {
            return LEAST.max(self.styles()[0].line + PAD[1]);
        }
        let [style, cue] = self.styles();
        let typed = editing.tree().text_at(&self.at).to_owned();
        let galley = typeset::typed_lines(style, Some(cue), cx.colors.text)(ui, &typed, width - 2.0 * PAD[0]);
        (galley.size().y + 2.0 * PAD[1]).max(LEAST)
    }

    /// Draws it.
    pub fn ui(&self, ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
        let before = editing.tree().text_at(&self.at);
        let mut typed = before.to_owned();
        let [style, cue] = self.styles();
        let radius = CornerRadius::same(RADIUS);
        ui.painter().rect_filled(area, radius, cx.colors.bg);
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
        let inner = area.shrink2(if self.has_lines { vec2(PAD[0], PAD[1]) } else { vec2(PAD[0], 2.0) });
        let font = style.font.clone();
        let mut lines = typeset::typed_lines(style.clone(), Some(cue), cx.colors.text);
        let mut one_line = typeset::field(style, cx.colors.text);
        let last = self.at.0.last().map(|step| format!("{step:?}")).unwrap_or_default();
        let above = self.at.split_last().map(|(above, _)| above.0.get(2..).map(|steps| format!("{steps:?}")));
        let id = Id::unique(("stop field", self.stop, above, last));
        let edit = if self.has_lines { TextEdit::multiline(&mut typed) } else { TextEdit::singleline(&mut typed) };
        let edit = if self.has_lines { edit.layouter(&mut lines) } else { edit.layouter(&mut one_line) };
        let edit = edit
            .id(id)
            .font(font)
            .frame(egui::Frame::NONE)
            .margin(Margin::ZERO)
            .text_color(cx.colors.text)
            .desired_rows(1)
            .desired_width(inner.width());
        let edit = if self.has_lines { edit } else { edit.align(egui::Align2::LEFT_CENTER) };
        let response = ui.put(if self.has_lines { inner.with_max_y(inner.bottom() + 1.0) } else { inner }, edit);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, before, &typed, self.name);
            info.label = Some(self.name.to_owned());
            info
        });
        if response.has_focus() {
            let stroke = Stroke::new(measure::STRONG, cx.colors.text);
            ui.painter().rect_stroke(area.expand(2.0), CornerRadius::same(RADIUS + 2), stroke, StrokeKind::Outside);
        } else if self.has_lines && ui.input(|i| i.pointer.primary_clicked()) {
            // The whole field takes the caret, also under its text.
            let at = ui.input(|i| i.pointer.interact_pos());
            if at.is_some_and(|at| area.contains(at) && ui.clip_rect().contains(at)) {
                response.request_focus();
            }
        }
        if response.changed() {
            send(cx, EditCommand::Edit(Edit::typed(self.at.clone(), &typed)));
        }
        if response.lost_focus() {
            send(cx, EditCommand::EndRun);
        }
        if editing.caret() == Some(&self.at) {
            response.request_focus();
            response.scroll_to_me(None);
            send(cx, EditCommand::CaretPut);
        }
    }
}

/// The columns of the three languages in a width, and their number beside one another.
pub fn columns(left: f32, width: f32) -> (Vec<[f32; 2]>, usize) {
    const GAP: f32 = 12.0;
    const LEAST_WIDTH: f32 = 200.0;
    let third = (width - 2.0 * GAP) / 3.0;
    if third < LEAST_WIDTH {
        return (vec![[left, width]; 3], 1);
    }
    #[expect(clippy::cast_precision_loss, reason = "three languages")]
    let column = |at: usize| [left + at as f32 * (third + GAP), third];
    ((0..3).map(column).collect(), 3)
}

/// A text in three languages.
pub struct Three<'f> {
    /// The stop.
    pub stop: EntryKey,
    /// The path of the words.
    pub at: FieldPath,
    /// Their name.
    pub name: String,
    /// The least height of each field that has several lines.
    pub lines: Option<f32>,
    /// What the editor has before it.
    pub editing: &'f Editing,
}

/// Between a language's name and its field, and after a field that has another below it.
const NAME_GAP: f32 = 4.0;
const FIELD_GAP: f32 = 8.0;

impl Three<'_> {
    /// Draws the three fields; gives their bottom.
    pub fn ui(&self, ui: &mut Ui, cx: &Cx<'_>, (left, width, mut top): (f32, f32, f32)) -> f32 {
        let (columns, beside) = columns(left, width);
        let names = Lang::ALL.map(|lang| cx.say(Say::Order(Order::In(&self.name, lang))));
        let fields = Lang::ALL.iter().zip(&names).map(|(lang, name)| Field {
            stop: self.stop,
            at: self.at.field(lang.code()),
            lang: *lang,
            name,
            has_lines: self.lines.is_some(),
        });
        let fields: Vec<Field<'_>> = fields.collect();
        let least = self.lines.unwrap_or_default();
        let heights: Vec<f32> =
            fields.iter().map(|field| field.height(ui, cx, self.editing, columns[0][1]).max(least)).collect();
        let tallest = heights.iter().copied().fold(0.0, f32::max);
        let head = Lang::ALL.iter().map(|lang| theme::style(Role::NoteStrong, *lang).line).fold(0.0, f32::max);
        for ((field, [left, width]), height) in fields.iter().zip(columns).zip(heights) {
            let style = theme::style(Role::NoteStrong, field.lang);
            let label = typeset::Label::new(field.lang.own_name(), style, cx.colors.text);
            label.paint_in(ui, Rect::from_min_size(pos2(left, top), vec2(width, head)));
            let height = if beside == 1 { height } else { tallest };
            let area = Rect::from_min_size(pos2(left, top + head + NAME_GAP), vec2(width, height));
            field.ui(ui, cx, self.editing, area);
            if beside == 1 {
                top = area.bottom() + FIELD_GAP;
            }
        }
        if beside == 1 { top } else { top + head + NAME_GAP + tallest }
    }
}
