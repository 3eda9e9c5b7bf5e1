//! The help on keys.

use egui::{CornerRadius, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::ROUND;
use crate::model::Lang;
use crate::state::{Overlay, Scrollable};
use crate::text::{KeyHelp, Machine, Say};
use crate::ui::theme::{self, Role, measure};
use crate::ui::typeset::{self, Label};
use crate::ui::{Cx, scrolling, shortcuts, widgets};

/// The column of the keys, what the words beside it leave free, and their least width.
const KEYS: f32 = 240.0;
const KEYS_FREE: f32 = 260.0;
const LEAST_WORDS: f32 = 160.0;
/// The least height of a line of the keys' help, and the space between two; what the last line adds.
const KEY_LINE: f32 = 30.0;
const KEY_GAP: f32 = 14.0;
const LAST_LINE: f32 = 20.0;
/// The side of a keycap, its padding on both sides together, and the gap between two.
const CAP: f32 = 32.0;
const CAP_PAD: f32 = 18.0;
const CAP_GAP: f32 = 6.0;

/// The least height of a line.
pub fn key_row(cx: &Cx<'_>) -> f32 {
    cx.style(Role::Label).line.max(KEY_LINE) + KEY_GAP
}

/// Draws it.
pub fn keys_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(area.with_max_x(area.right() + 2.0 * ROUND)), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("keys").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Overlay(Overlay::Keys), region, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for key in KeyHelp::ALL {
                let words = cx.say(Say::Key(key));
                let keys = shortcuts::keys_of(key);
                if area.width() < KEYS + LEAST_WORDS {
                    // The words stand under the keys.
                    let label = cx.label(&words, Role::Label).width(area.width());
                    let height = CAP + CAP_GAP + label.size(ui.ctx()).y + KEY_GAP;
                    let (row, _) = ui.allocate_exact_size(vec2(area.width(), height), Sense::hover());
                    keycap_ui(ui, cx, keys, row.with_max_y(row.top() + CAP));
                    label.at(ui, row.min + vec2(0.0, CAP + CAP_GAP));
                    continue;
                }
                let label = cx.label(&words, Role::Label).width(area.width() - KEYS_FREE);
                let height = (label.size(ui.ctx()).y + KEY_GAP).max(key_row(cx));
                let (row, _) = ui.allocate_exact_size(vec2(area.width(), height), Sense::hover());
                keycap_ui(ui, cx, keys, row);
                let top = row.center().y - label.size(ui.ctx()).y / 2.0;
                label.at(ui, pos2(row.left() + KEYS, top));
            }
            let words = cx.say(Say::Machine(Machine::Program(cx.state.drawn_by())));
            let label = cx.dim(&words, Role::Note).width(area.width());
            let (row, _) = ui.allocate_exact_size(label.size(ui.ctx()) + vec2(0.0, LAST_LINE), Sense::hover());
            label.at(ui, row.min + vec2(0.0, KEY_GAP));
        });
    });
}

fn keycap_ui(ui: &Ui, cx: &Cx<'_>, keys: &[&str], row: Rect) {
    let mut x = row.left();
    let style = theme::style(Role::NoteStrong, Lang::En);
    for key in keys {
        let label = Label::new(key, style.clone(), cx.colors.text);
        let size = vec2((label.size(ui.ctx()).x + CAP_PAD).max(CAP), CAP);
        let cap = Rect::from_min_size(pos2(x, row.center().y - CAP / 2.0), size);
        x += size.x + CAP_GAP;
        ui.painter().rect_filled(cap, CornerRadius::same(measure::RADIUS_PICTURE), cx.colors.bg);
        let stroke = egui::Stroke::new(measure::CONTROL, cx.colors.edge);
        ui.painter().rect_stroke(cap, CornerRadius::same(measure::RADIUS_PICTURE), stroke, egui::StrokeKind::Inside);
        label.align(egui::Align::Center).paint_in(ui, cap);
        typeset::name(ui, cap, key);
    }
}
