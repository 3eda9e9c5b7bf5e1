//! The pane beside the views: every field of what is chosen, named in plain words, with its state and problems under it.

mod entry;
mod figure;
mod head;
mod photo;
mod several;
mod whole;

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::model::List;
use crate::state::editing::Chosen;
use crate::state::{EditCommand, Editing, Scrollable};
use crate::ui::{Cx, scrolling, widgets};

use super::fields::Form;
use super::send;

/// The height of the head, which does not scroll.
const HEAD: f32 = 60.0;
/// The space beside the fields, above the first and below the last.
const MARGIN: f32 = 28.0;
const TOP: f32 = 16.0;
const END: f32 = 48.0;

/// Draws the pane.
pub fn pane_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    let head = area.with_max_y(area.top() + HEAD);
    let body = area.with_min_y(head.bottom());
    let is_several = !editing.marked().is_empty();
    if is_several {
        head::several_ui(ui, cx, editing, head);
    } else if let Some(chosen) = editing.chosen() {
        head::head_ui(ui, cx, editing, head, chosen);
    }
    ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt(Id::unique("edit pane")).auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::EditPane, region, |ui| {
            let pos = ui.max_rect().min + vec2(MARGIN, TOP);
            let width = body.width() - 2.0 * MARGIN;
            let mut form = Form { cx, editing, pos, width, named: false, late: Vec::new() };
            if is_several {
                several::several_ui(&mut form, ui);
            } else {
                chosen_ui(&mut form, ui);
            }
            let end = pos2(body.right(), form.pos.y + END);
            ui.expand_to_include_rect(Rect::from_min_max(pos2(body.left(), pos.y), end));
        });
    });
    if editing.caret().is_some() {
        send(cx, EditCommand::CaretPut);
    }
}

/// The fields of what is chosen.
fn chosen_ui(form: &mut Form<'_>, ui: &mut Ui) {
    let (Some(chosen), Some(at)) = (form.editing.chosen(), form.editing.chosen_path()) else { return };
    head::back_ui(form, ui);
    match chosen {
        Chosen::Whole => whole::whole_ui(form, ui),
        Chosen::Entry(List::Photos, key) => photo::photo_ui(form, ui, &at, key),
        Chosen::Entry(list, key) => entry::entry_ui(form, ui, &at, (list, key)),
    }
}
