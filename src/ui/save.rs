//! What can be saved as a file: each with its content, and a button for each format. The system's dialog asks for the place.

use egui::{Pos2, Rect, ScrollArea, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, accesskit, pos2, vec2};

use crate::state::{Action, Content, Overlay, SaveCommand, Scrollable};
use crate::text::{Save, Say};

use super::Cx;
use super::flow::{Flow, FlowMode};
use super::scrolling;
use super::theme::{Role, measure};
use super::widgets;

/// The width of a button.
const BUTTON: f32 = 132.0;
/// Between two of them, and between them and the words.
const GAP: f32 = 12.0;
/// The least width of the words beside the buttons; where there is less, the buttons stand below them.
const WORDS: f32 = 360.0;
/// The padding above and below an entry.
const PAD: f32 = 18.0;
/// The space around the entries for focus rings.
const ROUND: f32 = 10.0;

/// The height of everything at a width.
pub fn height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    let remark = remark_ui(ui, cx, FlowMode::Measure, Pos2::ZERO, width);
    let entries = cx.state.contents();
    remark + entries.into_iter().map(|content| entry(ui, cx, width, content).height).sum::<f32>() + 2.0 * ROUND
}

/// Draws everything into an area, scrolling where it is too low.
pub fn save_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(area.expand2(vec2(2.0 * ROUND, ROUND))), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("what can be saved").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Overlay(Overlay::Save), region, |ui| {
            let origin = ui.max_rect().min + Vec2::splat(ROUND);
            let mut at =
                pos2(area.left(), remark_ui(ui, cx, FlowMode::Name, pos2(area.left(), origin.y), area.width()));
            for content in cx.state.contents() {
                let entry = entry(ui, cx, area.width(), content);
                entry_ui(ui, cx, Rect::from_min_size(at, vec2(area.width(), entry.height)), content, &entry);
                at.y += entry.height;
            }
            ui.set_min_height(at.y + ROUND - ui.max_rect().top());
        });
    });
}

/// The remark on the language, and that the place is asked for; gives its bottom.
fn remark_ui(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, width: f32) -> f32 {
    let mut flow = Flow::new(ui, cx, way, at, width);
    flow.dim(&cx.say(Say::Save(Save::Remark(cx.lang().own_name()))), Role::Label);
    flow.gap(PAD);
    flow.pos.y
}

/// How an entry is laid out.
struct Entry {
    height: f32,
    text: f32,
    is_beside: bool,
}

fn entry(ui: &Ui, cx: &Cx<'_>, width: f32, content: Content) -> Entry {
    let beside = width - 2.0 * (BUTTON + GAP) - GAP;
    let is_beside = beside >= WORDS;
    let text = if is_beside { beside } else { width };
    let words = words_ui(ui, cx, FlowMode::Measure, Pos2::ZERO, text, content);
    let inner = if is_beside { words.max(measure::BUTTON) } else { words + GAP + measure::BUTTON };
    Entry { height: inner + 2.0 * PAD, text: words, is_beside }
}

/// The name and content of an entry; gives the bottom.
fn words_ui(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, width: f32, content: Content) -> f32 {
    let mut flow = Flow::new(ui, cx, way, at, width);
    flow.text(&cx.say(Say::Save(Save::Content(content))), Role::Strong);
    flow.dim(&cx.say(Say::Save(Save::Holds(content))), Role::Label);
    flow.pos.y
}

fn entry_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, content: Content, entry: &Entry) {
    widgets::rule(ui, area.left(), area.right(), area.top(), Stroke::new(measure::RULE, cx.colors.line));
    let inner = area.shrink2(vec2(0.0, PAD));
    let top = if entry.is_beside { inner.center().y - entry.text / 2.0 } else { inner.top() };
    let width = if entry.is_beside { area.width() - 2.0 * (BUTTON + GAP) - GAP } else { area.width() };
    words_ui(ui, cx, FlowMode::Name, pos2(inner.left(), top), width, content);
    let buttons = if entry.is_beside {
        pos2(inner.right() - 2.0 * BUTTON - GAP, inner.center().y - measure::BUTTON / 2.0)
    } else {
        pos2(inner.left(), inner.bottom() - measure::BUTTON)
    };
    // A single format's button stands where the others have their last.
    let missing = if entry.is_beside { 2 - content.forms().len().min(2) } else { 0 };
    #[expect(clippy::cast_precision_loss, reason = "none or one")]
    let mut left = buttons.x + missing as f32 * (BUTTON + GAP);
    for &form in content.forms() {
        let button = Rect::from_min_size(pos2(left, buttons.y), vec2(BUTTON, measure::BUTTON));
        left = button.right() + GAP;
        let words = cx.say(Say::Save(Save::FileFormat(form)));
        let name = cx.say(Say::Save(Save::As(&cx.say(Say::Save(Save::Content(content))), &words)));
        // One file at a time.
        let enabled = cx.state.saving().is_none();
        let id = egui::Id::unique(("save", content, form));
        let response = widgets::button(ui, button, id, (None, &words), &cx.style(Role::Label), &cx.colors, enabled);
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, enabled, &name));
        if response.clicked() {
            cx.send(Action::Save(SaveCommand::Ask(content, form)));
        }
    }
}
