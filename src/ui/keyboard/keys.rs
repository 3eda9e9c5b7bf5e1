//! The keys. One looks pressed at once and acts when it is let go; each finger has its own, so that those who type fast lose nothing.

use std::collections::HashMap;

use egui::{
    Color32, CornerRadius, Event, Id, Rangef, Rect, Sense, Stroke, StrokeKind, TouchPhase, Ui, WidgetInfo, accesskit,
    pos2, vec2,
};

use super::{KEYS_AIR, Plan, style};
use crate::model::Lang;
use crate::state::kiosk::Phase;
use crate::state::{Action, FinderCommand, Kiosk, State};
use crate::text::{self, Find, KeyRows, Say};
use crate::ui::theme::{self, measure};
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};
use crate::ui::{Cx, SLIP};

/// The size of a letter and of a word as shares of a key's height, and the lines of Latin, Chinese and Tibetan as shares of that.
const LETTER: f32 = 0.42;
/// A letter that is no more than a dot is larger.
const SMALL_LETTER: f32 = 0.8;
const TSHEG: char = '\u{f0b}';
const WORD: f32 = 0.29;
const LINES: [f32; 3] = [1.25, 1.3, 1.8];
/// The least and the largest size of a word, and the share that an icon is larger.
const LEAST_WORD: f32 = 19.0;
const MOST_WORD: f32 = 30.0;
const ICON: f32 = 1.25;
/// The gap between icon and word.
const GAP: f32 = 12.0;

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key {
    Letter(char),
    Delete,
    Space,
    Done,
}

/// The key that each finger holds.
#[derive(Debug, Default)]
pub struct Fingers(HashMap<(u64, u64), Key>);

impl Key {
    fn action(self) -> Action {
        Action::Finder(match self {
            Self::Letter(letter) => FinderCommand::Type(letter),
            Self::Delete => FinderCommand::Delete,
            Self::Space => FinderCommand::Type(' '),
            Self::Done => FinderCommand::Keys(false),
        })
    }

    /// What screen readers say.
    fn name(self, cx: &Cx<'_>) -> String {
        match self {
            Self::Letter(TSHEG) => cx.say(Say::Find(Find::Tsheg)),
            Self::Letter(letter) => text::key_face(letter),
            Self::Delete => cx.say(Say::Find(Find::Delete)),
            Self::Space => cx.say(Say::Find(Find::Space)),
            Self::Done => cx.say(Say::Find(Find::Done)),
        }
    }
}

/// The keys of a language, each with its row, its column and how many columns it takes.
fn keys(lang: Lang) -> Vec<(Key, [f32; 3])> {
    let KeyRows { rows, has_space, .. } = text::key_rows(lang);
    let mut keys = Vec::new();
    let mut row = 0.0;
    for letters in rows {
        // The rows of a typewriter stand half a key further right each.
        let mut column = if has_space { row / 2.0 } else { 0.0 };
        for letter in letters.chars() {
            keys.push((Key::Letter(letter), [row, column, 1.0]));
            column += 1.0;
        }
        row += 1.0;
    }
    if has_space {
        keys.extend([(Key::Delete, [2.0, 8.0, 2.0]), (Key::Space, [3.0, 1.0, 6.0])]);
    } else {
        keys.push((Key::Delete, [3.0, 5.0, 2.0]));
    }
    keys.push((Key::Done, [3.0, 7.0, 3.0]));
    keys
}

/// Draws the keyboard and takes what is typed.
pub fn keys_ui(ui: &Ui, cx: &Cx<'_>, plan: &Plan) {
    let ground = plan.keyboard;
    ui.painter().rect_filled(ground.with_min_x(plan.area.left()), 0.0, cx.colors.side);
    let line = Stroke::new(measure::RULE, cx.colors.line);
    widgets::rule(ui, ground.left(), ground.right(), ground.top(), line);
    let corner = pos2(plan.span.min, ground.top() + KEYS_AIR[0] * plan.scale);
    let step = plan.key + vec2(plan.gap, plan.gap);
    let place = |[row, column, columns]: [f32; 3]| {
        Rect::from_min_size(corner + vec2(column, row) * step, vec2(columns * step.x - plan.gap, plan.key.y))
    };
    let keys: Vec<(Key, Rect)> = keys(cx.lang()).into_iter().map(|(key, at)| (key, place(at))).collect();
    let fingers = &mut cx.motion.borrow_mut().fingers;
    let is_touched = ui.input(|i| i.any_touches() || i.events.iter().any(|e| matches!(e, Event::Touch { .. })));
    let mut typed = if ui.is_enabled() && is_on_top(cx.state) { fingers.take(ui, &keys) } else { Vec::new() };
    for (key, area) in keys {
        let response = ui.interact(area, Id::unique(("key", key)), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, key.name(cx)));
        let at = ui.input(|i| i.pointer.interact_pos());
        let slid = response.drag_stopped() && at.is_some_and(|at| area.expand(SLIP).contains(at));
        // A finger also moves the pointer, and has typed already.
        if !is_touched && (response.clicked() || slid) {
            typed.push(key);
        }
        let ground = if key == Key::Done { cx.colors.text } else { cx.colors.card };
        let over = if key == Key::Done { cx.colors.bg } else { cx.colors.text };
        let share = match (is_touched, fingers.0.values().any(|held| *held == key)) {
            (true, true) => theme::PRESSED,
            (true, false) => 0.0,
            (false, _) => theme::touched(&response),
        };
        let radius = CornerRadius::same(measure::RADIUS_BUTTON);
        ui.painter().rect_filled(area, radius, theme::mix(ground, over, share));
        let line = Stroke::new(measure::CONTROL, cx.colors.edge);
        ui.painter().rect_stroke(area, radius, line, StrokeKind::Inside);
        face_ui(ui, cx, key, area, over);
        widgets::focus_ring(ui, &response, measure::RADIUS_BUTTON, &cx.colors);
    }
    for key in typed {
        cx.send(key.action());
    }
}

/// True where nothing lies over the keyboard. Fingers are heard by themselves, which tells nothing of what they meet.
fn is_on_top(state: &State) -> bool {
    let is_covered = state.overlay().is_some() || state.sheet().is_some() || state.access().sheet;
    let is_visit = |kiosk: &Kiosk| kiosk.phase() == Phase::Visit && !kiosk.is_waking() && kiosk.staff().is_none();
    !is_covered && state.kiosk().is_none_or(is_visit)
}

/// Draws what stands on a key.
fn face_ui(ui: &Ui, cx: &Cx<'_>, key: Key, area: Rect, color: Color32) {
    let size = (area.height() * WORD).clamp(LEAST_WORD, MOST_WORD);
    let words = |words: &str, bold: bool| set(cx, words, size, bold).color(color).into_owned();
    let has_words = text::key_rows(cx.lang()).has_words;
    let (icon, label) = match key {
        Key::Letter(letter) => {
            let face = text::key_face(letter);
            let size = area.height() * if letter == TSHEG { SMALL_LETTER } else { LETTER };
            let label = set(cx, &face, size, false).color(color);
            let at = label.middle_of(ui.ctx(), area);
            // A vowel reaches beyond its letter: what is seen stands in the middle.
            let (drawn, _) = label.laid(ui.ctx(), at, None, Rangef::EVERYTHING);
            let off = drawn.map_or(0.0, |(at, galley)| area.center().x - at.x - galley.mesh_bounds.center().x);
            label.paint(ui, at + vec2(off, 0.0));
            return;
        }
        Key::Delete if has_words => (Some(Icon::Delete), words(&key.name(cx), false)),
        Key::Delete => (Some(Icon::Delete), words("", false)),
        Key::Space => (None, words(&key.name(cx), false)),
        Key::Done => ((!has_words).then_some(Icon::Tick), words(&key.name(cx), true)),
    };
    let width = label.size(ui.ctx()).x;
    let drawing = size * ICON;
    // Where there is no room for both, the icon stands for the word.
    let is_alone = label.is_empty() || (icon.is_some() && width + drawing + 2.0 * GAP > area.width());
    let lead = if icon.is_some() { drawing + if is_alone { 0.0 } else { GAP } } else { 0.0 };
    let all = lead + if is_alone { 0.0 } else { width };
    let left = area.center().x - all / 2.0;
    if let Some(icon) = icon {
        widgets::icon(ui.painter(), icon, pos2(left + drawing / 2.0, area.center().y), drawing, color);
    }
    if !is_alone {
        label.paint_in(ui, area.with_min_x(left + lead));
    }
}

fn set<'t>(cx: &Cx<'_>, words: &'t str, size: f32, bold: bool) -> Label<'t> {
    Label::new(words, style(cx, LINES.map(|line| (size, size * line)), bold), cx.colors.text)
}

impl Fingers {
    /// Takes in what fingers did since the last frame; gives the keys that were let go on themselves, a slip around them included.
    fn take(&mut self, ui: &Ui, keys: &[(Key, Rect)]) -> Vec<Key> {
        let is_over = |key: Key, at| keys.iter().any(|(other, area)| *other == key && area.expand(SLIP).contains(at));
        let mut typed = Vec::new();
        ui.input(|i| {
            for event in &i.events {
                let Event::Touch { device_id, id, phase, pos, .. } = event else { continue };
                let finger = (device_id.0, id.0);
                match phase {
                    TouchPhase::Start => {
                        let met = keys.iter().find(|(_, area)| area.contains(*pos)).map(|(key, _)| *key);
                        self.0.remove(&finger);
                        self.0.extend(met.map(|key| (finger, key)));
                    }
                    TouchPhase::Move => {
                        if self.0.get(&finger).is_some_and(|key| !is_over(*key, *pos)) {
                            self.0.remove(&finger);
                        }
                    }
                    TouchPhase::End => typed.extend(self.0.remove(&finger).filter(|key| is_over(*key, *pos))),
                    TouchPhase::Cancel => drop(self.0.remove(&finger)),
                }
            }
            if !i.any_touches() {
                self.0.clear();
            }
        });
        typed
    }
}
