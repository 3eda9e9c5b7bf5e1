//! The search across the whole screen, for fingers, with a keyboard of the program's own: a system's would stay behind a full
//! screen.

mod field;
mod keys;
mod results;

use egui::{Context, Event, Id, Key, Modifiers, Rangef, Rect, Ui, Vec2, pos2, vec2};

use crate::state::{Action, FinderCommand, State, found_provinces};
use crate::text::Say;

use super::theme::{Role, TextStyle, measure};
use super::widgets;
use super::{Cx, kiosk};
pub use keys::Fingers;

/// The area under the top bar that the measures are made for, of a wide window; the width of an upright one.
const DESIGN: Vec2 = vec2(1920.0, 967.0);
const UPRIGHT: f32 = 1080.0;
/// The free share of a wide window on each side.
const SIDE: f32 = 0.125;
/// The space above the field, its height, the gap beside it, and the width of what ends the search.
const TOP: f32 = 18.0;
const FIELD: f32 = 96.0;
const FIELD_GAP: f32 = 20.0;
const CLOSE: f32 = 270.0;
/// What a button takes beside its words.
const CLOSE_PAD: f32 = 40.0;
/// The gap between field, count and results.
const COUNT_GAP: f32 = 8.0;
/// A key's height, of an upright window as a share of its width; the gap between keys, and its least.
const KEY: f32 = 106.0;
const UPRIGHT_KEY: f32 = 1.15;
const KEY_GAP: f32 = 12.0;
const LEAST_GAP: f32 = 6.0;
/// The rows and columns of keys, and the space above and below them.
const ROWS: f32 = 4.0;
const COLUMNS: f32 = 10.0;
const KEYS_AIR: [f32; 2] = [24.0, 40.0];
/// The largest share of the area that the keyboard takes.
const MOST_KEYS: f32 = 0.62;

/// Where everything stands.
struct Plan {
    /// Points for each point of the design.
    scale: f32,
    /// All of it.
    area: Rect,
    /// From the left to the right end of keys and results.
    span: Rangef,
    field: Rect,
    close: Rect,
    /// The line that says how many were found.
    count: Rect,
    results: Rect,
    /// The size of a key, and the gap between two.
    key: Vec2,
    gap: f32,
    /// The keyboard with its ground; empty while it is put away.
    keyboard: Rect,
}

impl Plan {
    fn new(ui: &Ui, cx: &Cx<'_>, area: Rect, has_keys: bool) -> Self {
        let upright = cx.layout.portrait;
        let scale = if upright { area.width() / UPRIGHT } else { (area.size() / DESIGN).min_elem() };
        let side = if upright { cx.layout.margin } else { area.width() * SIDE };
        let span = area.x_range().shrink(side);
        let gap = (KEY_GAP * scale).max(LEAST_GAP);
        let width = (span.span() - (COLUMNS - 1.0) * gap) / COLUMNS;
        let air: f32 = KEYS_AIR.iter().sum::<f32>() * scale + (ROWS - 1.0) * gap;
        let most = (area.height() * MOST_KEYS - air) / ROWS;
        let height = if upright { width * UPRIGHT_KEY } else { KEY * scale };
        let key = vec2(width, height.min(most).max(measure::TARGET));
        let keyboard = area.with_min_y(area.bottom() - if has_keys { ROWS * key.y + air } else { 0.0 });
        let words = cx.say(Say::Close);
        let asked = cx.label(&words, Role::Value).size(ui.ctx()).x + CLOSE_PAD;
        let close = asked.max(CLOSE * scale).min(span.span() / 2.0);
        let top = area.top() + TOP * scale;
        let rows = Rangef::new(top, top + (FIELD * scale).max(measure::BUTTON));
        let field = Rect::from_x_y_ranges(Rangef::new(span.min, span.max - close - FIELD_GAP * scale), rows);
        let line = cx.line(Role::Strong, []);
        let count = Rect::from_x_y_ranges(span, Rangef::new(rows.max, rows.max + line).translated(COUNT_GAP));
        let results = Rect::from_x_y_ranges(span, Rangef::new(count.bottom() + COUNT_GAP, keyboard.top()));
        let close = Rect::from_x_y_ranges(Rangef::new(span.max - close, span.max), rows);
        Self { scale, area, span, field, close, count, results, key, gap, keyboard }
    }
}

trait Translated {
    fn translated(self, by: f32) -> Self;
}

impl Translated for Rangef {
    fn translated(self, by: f32) -> Self {
        Self::new(self.min + by, self.max + by)
    }
}

/// Draws the search in the area under the top bar.
pub fn finder_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let Some(finder) = cx.state.finder() else { return };
    let plan = Plan::new(ui, cx, area, finder.has_keys);
    field::field_ui(ui, cx, plan.field, finder.has_keys);
    let words = cx.say(Say::Close);
    let label = (None, words.as_str());
    let style = cx.style(Role::Value);
    if widgets::button(ui, plan.close, Id::unique("end the search"), label, &style, &cx.colors, true).clicked() {
        cx.send(Action::Finder(FinderCommand::Close));
    }
    results::results_ui(ui, cx, &plan);
    if finder.has_keys {
        keys::keys_ui(ui, cx, &plan);
    }
    if cx.state.kiosk().is_some() && !kiosk::has_bar(cx) {
        let side = measure::BUTTON;
        let corner = pos2(area.left() + cx.layout.margin, area.bottom() - KEYS_AIR[1] * plan.scale - side);
        kiosk::access_button_ui(ui, cx, Rect::from_min_size(corner, Vec2::splat(side)));
    }
}

/// A style in the letters of the language by its size and line in each.
fn style(cx: &Cx<'_>, sets: [(f32, f32); 3], bold: bool) -> TextStyle {
    TextStyle::new(sets, cx.lang(), bold)
}

/// What is typed on keys that can be felt, while the search is open. Enter chooses the first one found, but where something has
/// the focus.
pub fn typed(ctx: &Context, state: &State) -> Vec<Action> {
    let has_focus = ctx.memory(egui::Memory::focused).is_some();
    let mut actions = Vec::new();
    ctx.input_mut(|i| {
        i.events.retain(|event| match event {
            Event::Text(text) if !(has_focus && text == " ") => {
                actions.extend(text.chars().map(|letter| Action::Finder(FinderCommand::Type(letter))));
                false
            }
            Event::Key { key: Key::Backspace, pressed, .. } => {
                actions.extend(pressed.then_some(Action::Finder(FinderCommand::Delete)));
                false
            }
            // All others of egui's type nothing.
            _ => true,
        });
    });
    let is_done = !has_focus && ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
    if is_done && !state.search().trim().is_empty() {
        let first =
            found_provinces(&state.pack().exhibition, state.search()).first().map(|(found, _)| found.id.clone());
        actions.extend(first.map(|province| Action::Province(Some(province))));
    }
    actions
}
