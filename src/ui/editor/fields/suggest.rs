//! What a translation may take over at a touch: the glossary’s words for the terms of its source, and translations of the same source that
//! somebody has checked. Nothing is filled in unasked.

use std::sync::Arc;

use egui::accesskit::Role as Access;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Change, FieldPath, Glossary, Lang, Words};
use crate::state::editing::table::Progress;
use crate::text::{self, Pane};
use crate::ui::theme::measure;
use crate::ui::typeset::Label;
use crate::ui::widgets;

use super::{Form, RADIUS, field_id, state_of, text_style};

/// The height of what is touched, the gap between two and above them, and what a word has at its sides.
const TARGET: f32 = 44.0;
const GAP: f32 = 8.0;
const PAD: f32 = 14.0;
/// The most terms that are offered at once.
const MOST: usize = 6;

/// Draws what a translation may take over; in place of a whole text, only where nobody has checked that.
pub fn suggestions_ui(form: &mut Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), words: &Words) {
    if words.source(lang).is_none() {
        return;
    }
    terms_ui(form, ui, (at, lang), words);
    if state_of(words, lang) == Progress::Checked {
        return;
    }
    for whole in elsewhere(form, ui, (at, lang), words).iter() {
        translation_ui(form, ui, (at, lang), whole);
    }
}

/// The terms of the source that the translation does not have.
fn terms_ui(form: &mut Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), words: &Words) {
    let glossary = Glossary::of(form.cx.x());
    let offered = glossary.offered(words, lang);
    if offered.is_empty() {
        return;
    }
    form.gap(GAP);
    form.note(ui, &form.say(Pane::OfGlossary));
    form.gap(GAP / 2.0);
    let (left, right) = (form.pos.x, form.pos.x + form.width);
    let mut pos = form.pos;
    for term in offered.iter().take(MOST) {
        let label = Label::new(term.wanted, text_style(lang), form.cx.colors.text);
        let width = (label.size(ui.ctx()).x + 2.0 * PAD).clamp(TARGET, form.width);
        if pos.x > left && pos.x + width > right {
            pos = pos2(left, pos.y + TARGET + GAP);
        }
        let area = Rect::from_min_size(pos, vec2(width, TARGET));
        pos.x = area.right() + GAP;
        let id = field_id(at).with(("term", lang, term.wanted));
        let name = form.say(Pane::Insert(term.wanted, term.term));
        if offer_ui(form, ui, area, id, &name) {
            insert(form, ui, (at, lang), words.only(lang), term.wanted);
        }
        label.width((width - 2.0 * PAD).max(1.0)).one_line().paint_in(ui, area.shrink2(vec2(PAD, 0.0)));
    }
    form.pos.y = pos.y + TARGET;
}

/// The ground of what is offered; gives whether it was touched.
fn offer_ui(form: &Form<'_>, ui: &Ui, area: Rect, id: Id, name: &str) -> bool {
    let response = ui.interact(area, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    let radius = CornerRadius::same(RADIUS);
    ui.painter().rect_filled(area, radius, form.cx.touched(form.cx.colors.card, &response));
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, form.cx.colors.edge), StrokeKind::Inside);
    widgets::focus_ring(ui, &response, RADIUS, &form.cx.colors);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// Puts a term where the caret is, or was, else at the end; the caret goes behind it.
fn insert(form: &Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), written: &str, term: &str) {
    let path = at.field(lang.code());
    let id = field_id(&path);
    let length = written.chars().count();
    let caret = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let caret = caret.map_or(length, |range| range.primary.index.0.min(length));
    let (before, after) = written.split_at(written.char_indices().nth(caret).map_or(written.len(), |(byte, _)| byte));
    let joint = text::joint(before, lang);
    form.change(vec![Change::set(path, format!("{before}{joint}{term}{after}"))]);
    let caret = caret + joint.chars().count() + term.chars().count();
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(caret))));
    state.store(ui.ctx(), id);
    ui.memory_mut(|m| m.request_focus(id));
}

/// Checked translations of the same source, looked for once for each revision of each exhibition.
fn elsewhere(form: &Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), words: &Words) -> Arc<Vec<String>> {
    let id = field_id(at).with(("elsewhere", lang));
    let revision = form.cx.state.revision();
    if let Some((of, found)) = ui.data(|data| data.get_temp::<((u64, u64), Arc<Vec<String>>)>(id))
        && of == revision
    {
        return found;
    }
    let found = Arc::new(form.editing.checked_elsewhere(words, lang));
    ui.data_mut(|data| data.insert_temp(id, (revision, Arc::clone(&found))));
    found
}

/// A translation that takes the place of what is there.
fn translation_ui(form: &mut Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), whole: &str) {
    form.gap(GAP);
    let head = form.say(Pane::CheckedElsewhere);
    form.note(ui, &head);
    form.gap(GAP / 2.0);
    let inner = (form.width - 2.0 * PAD).max(1.0);
    let label = Label::new(whole, text_style(lang), form.cx.colors.text).width(inner).at_most(ui.ctx(), 3);
    let height = (label.size(ui.ctx()).y + 2.0 * GAP).max(TARGET);
    let area = form.place(height);
    let id = field_id(at).with(("elsewhere", lang, whole));
    if offer_ui(form, ui, area, id, &format!("{head}: {whole}")) {
        form.change(vec![Change::set(at.field(lang.code()), whole)]);
    }
    label.paint(ui, area.min + vec2(PAD, GAP));
}
