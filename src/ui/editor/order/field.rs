//! The texts of a stop.

use egui::{Rect, Ui, pos2, vec2};

use crate::model::{FieldPath, Lang};
use crate::state::{EditCommand, Editing};
use crate::text::{Order, Say};
use crate::ui::editor::fields::{Lines, Typed, text_height, text_ui};
use crate::ui::editor::send;
use crate::ui::theme::{self, Role};
use crate::ui::{Cx, typeset};

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
        let at = Lang::ALL.map(|lang| self.at.field(lang.code()));
        let empty = cx.say(Say::Order(Order::NotGiven));
        let fields = [0, 1, 2].map(|i| Typed {
            at: &at[i],
            name: &names[i],
            help: "",
            empty: &empty,
            lang: Lang::ALL[i],
            lines: if self.lines.is_some() { Lines::Cues } else { Lines::Wrapped },
            date: false,
            goes_with: None,
            stays: false,
        });
        let least = self.lines.unwrap_or_default();
        let heights = fields.each_ref().map(|field| text_height(ui, self.editing, field, columns[0][1]).max(least));
        let tallest = heights.iter().copied().fold(0.0, f32::max);
        let head = Lang::ALL.iter().map(|lang| theme::style(Role::NoteStrong, *lang).line).fold(0.0, f32::max);
        for ((field, [left, width]), height) in fields.iter().zip(columns).zip(heights) {
            let style = theme::style(Role::NoteStrong, field.lang);
            let label = typeset::Label::new(field.lang.own_name(), style, cx.colors.text);
            label.paint_in(ui, Rect::from_min_size(pos2(left, top), vec2(width, head)));
            let height = if beside == 1 { height } else { tallest };
            let area = Rect::from_min_size(pos2(left, top + head + NAME_GAP), vec2(width, height));
            text_ui(ui, cx, self.editing, area, field);
            if self.editing.caret() == Some(field.at) {
                send(cx, EditCommand::CaretPut);
            }
            if beside == 1 {
                top = area.bottom() + FIELD_GAP;
            }
        }
        if beside == 1 { top } else { top + head + NAME_GAP + tallest }
    }
}
