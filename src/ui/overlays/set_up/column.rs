//! What the pages are made of, one below the other: texts, rows that open or choose something, steppers, and buttons.

use egui::accesskit::Role as Access;
use egui::{Align, Color32, CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::text::colon;
use crate::ui::Cx;
use crate::ui::overlays::BUTTON_PAD;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};

/// The padding beside a row's words, above and below them, and the least gap between two words of one line.
const PAD: f32 = 16.0;
const ROW_PAD: f32 = 12.0;
const WORD_GAP: f32 = 24.0;
/// The gap between two rows, between two lines of text, and between two buttons.
const ROW_GAP: f32 = 8.0;
const LINE_GAP: f32 = 4.0;
const BUTTON_GAP: f32 = 12.0;
/// The size of a row's icon, and the gap before it.
const ICON: f32 = 22.0;
const ICON_GAP: f32 = 10.0;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It opens a page.
    Opens,
    /// It is one of several, of which one is chosen.
    Choice(bool),
    /// It is on or off by itself.
    Switch(bool),
}

/// A column of controls.
pub struct Column<'a> {
    pub ui: &'a Ui,
    pub cx: &'a Cx<'a>,
    /// Its top line.
    area: Rect,
    y: f32,
}

impl<'a> Column<'a> {
    pub fn new(ui: &'a Ui, cx: &'a Cx<'a>, area: Rect) -> Self {
        Self { ui, cx, area, y: area.top() }
    }

    /// Where it ends.
    pub fn bottom(&self) -> f32 {
        self.y
    }

    pub fn gap(&mut self, points: f32) {
        self.y += points;
    }

    /// The next line of a height, which is then taken.
    pub fn line(&mut self, height: f32) -> Rect {
        let line = Rect::from_min_size(pos2(self.area.left(), self.y), vec2(self.area.width(), height));
        self.y += height;
        line
    }

    /// Words over the whole width.
    pub fn text(&mut self, words: &str, role: Role, color: Color32) {
        let label = self.cx.label(words, role).color(color).width(self.area.width());
        self.y = label.at(self.ui, pos2(self.area.left(), self.y)).bottom() + LINE_GAP;
    }

    /// A row with a name and, beside it or below, a value; true where it was pressed.
    pub fn row(&mut self, id: Id, (name, value): (&str, &str), kind: Kind) -> bool {
        let (ui, cx) = (self.ui, self.cx);
        let inner = self.area.width() - 2.0 * PAD - ICON - ICON_GAP;
        let [words, note] = [cx.label(name, Role::Strong), cx.label(value, Role::Label)];
        let (left, right) = (words.size(ui.ctx()), note.size(ui.ctx()));
        let is_one_line = value.is_empty() || left.x + WORD_GAP + right.x <= inner;
        let [words, note] = if is_one_line { [words, note] } else { [words.width(inner), note.width(inner)] };
        let heights = [words.size(ui.ctx()).y, if value.is_empty() { 0.0 } else { note.size(ui.ctx()).y }];
        let height = if is_one_line { heights[0].max(heights[1]) } else { heights[0] + heights[1] };
        let row = self.line((height + 2.0 * ROW_PAD).max(measure::BUTTON));
        self.y += ROW_GAP;
        let response = interact(ui, row, id);
        let all = if value.is_empty() { name.to_owned() } else { format!("{name}{}{value}", colon(cx.lang())) };
        let (is_filled, icon) = match kind {
            Kind::Opens => (false, Some(Icon::Right)),
            Kind::Choice(on) => (on, None),
            Kind::Switch(on) => (false, on.then_some(Icon::Tick)),
        };
        response.widget_info(|| match kind {
            Kind::Opens => WidgetInfo::labeled(Access::Button, true, &all),
            Kind::Choice(on) => WidgetInfo::selected(Access::RadioButton, true, on, &all),
            Kind::Switch(on) => WidgetInfo::selected(Access::CheckBox, true, on, &all),
        });
        let radius = CornerRadius::same(measure::RADIUS_ROW);
        let (ground, text, dim) = if is_filled {
            (cx.colors.accent, cx.colors.on_accent, cx.colors.on_accent)
        } else {
            (cx.colors.card, cx.colors.text, cx.colors.dim)
        };
        ui.painter().rect_filled(row, radius, cx.touched(ground, &response));
        if !is_filled {
            ui.painter().rect_stroke(row, radius, Stroke::new(measure::CONTROL, cx.colors.line), StrokeKind::Inside);
        }
        let inside = row.shrink2(vec2(PAD, ROW_PAD));
        let inside = inside.with_max_x(inside.right() - ICON - ICON_GAP);
        if is_one_line {
            words.color(text).paint_in(ui, inside);
            note.color(dim).align(Align::Max).paint_in(ui, inside.with_min_x(inside.left() + left.x));
        } else {
            let below = words.color(text).paint(ui, inside.min).bottom();
            note.color(dim).paint(ui, pos2(inside.left(), below));
        }
        if let Some(icon) = icon {
            widgets::icon(ui.painter(), icon, pos2(row.right() - PAD - ICON / 2.0, row.center().y), ICON, text);
        }
        widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
        response.clicked()
    }

    /// A name with its value, and a button for less and one for more, by the names that screen readers say; which was pressed.
    pub fn stepper(&mut self, id: &str, (name, value): (&str, &str), buttons: [&str; 2]) -> Option<bool> {
        let (ui, cx) = (self.ui, self.cx);
        let both = 2.0 * measure::BUTTON + BUTTON_GAP;
        let [words, note] = [cx.label(name, Role::Label), cx.label(value, Role::Strong)];
        let [left, right] = [words.size(ui.ctx()).x, note.size(ui.ctx()).x];
        if PAD + left + WORD_GAP + right + WORD_GAP + both > self.area.width() {
            // The name stands over its value.
            self.text(name, Role::Label, cx.colors.text);
            let line = self.line(measure::BUTTON);
            note.paint_in(ui, line.with_min_x(line.left() + PAD));
            crate::ui::typeset::name(ui, line.with_max_x(line.right() - both), value);
            self.y += ROW_GAP;
            return steps(ui, cx, (id, line), buttons);
        }
        let line = self.line(measure::BUTTON);
        self.y += ROW_GAP;
        let inner = Rect::from_min_max(line.min + vec2(PAD, 0.0), pos2(line.right() - both - WORD_GAP, line.bottom()));
        words.paint_in(ui, inner);
        note.align(Align::Max).paint_in(ui, inner.with_min_x(inner.left() + left));
        crate::ui::typeset::name(ui, inner, &format!("{name}{}{value}", colon(cx.lang())));
        steps(ui, cx, (id, line), buttons)
    }

    /// Buttons beside one another, as far as they have room, else below; each has an id, words, what it gives, and whether it can
    /// be pressed.
    pub fn buttons<T: Clone>(
        &mut self,
        all: impl IntoIterator<Item = (&'static str, String, T, bool)>,
        act: impl Fn(T),
    ) {
        let (ui, cx) = (self.ui, self.cx);
        let style = cx.style(Role::Label);
        let mut x = self.area.left();
        let mut line = self.line(measure::BUTTON);
        for (id, words, gives, enabled) in all {
            let width = (cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_PAD).min(self.area.width());
            if x > self.area.left() && x + width > self.area.right() {
                self.y += BUTTON_GAP;
                (x, line) = (self.area.left(), self.line(measure::BUTTON));
            }
            let place = Rect::from_min_size(pos2(x, line.top()), vec2(width, measure::BUTTON));
            if widgets::button(ui, place, Id::unique(id), (None, &words), &style, &cx.colors, enabled).clicked() {
                act(gives.clone());
            }
            x += width + BUTTON_GAP;
        }
    }
}

fn interact(ui: &Ui, area: Rect, id: Id) -> Response {
    let response = ui.interact(area, id, Sense::click());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

/// The two buttons at the right end of a line.
fn steps(ui: &Ui, cx: &Cx<'_>, (id, line): (&str, Rect), names: [&str; 2]) -> Option<bool> {
    let mut pressed = None;
    for (more, icon, place) in [(false, Icon::Minus, 2.0), (true, Icon::Plus, 1.0)] {
        let left = line.right() - place * measure::BUTTON - (place - 1.0) * BUTTON_GAP;
        let area = Rect::from_min_size(pos2(left, line.top()), vec2(measure::BUTTON, measure::BUTTON));
        let name = names[usize::from(more)];
        if widgets::icon_button(ui, area, Id::unique((id, more)), icon, name, &cx.colors, true).clicked() {
            pressed = Some(more);
        }
    }
    pressed
}
