//! The year control: the years in which something changed, on a true scale, and a button that plays through them.

use egui::{
    Align, CornerRadius, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit, pos2,
    vec2,
};

use crate::model::PairingStep;
use crate::state::{Action, Rests, Subject};
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::widgets::{self, Icon};
use crate::ui::years as all_years;

/// The side of a touch target, and of the play button.
const TARGET: f32 = 60.0;
/// The diameter of the handle.
const HANDLE: f32 = 48.0;
/// From the left end of the control to its first year.
const BEFORE: f32 = 152.0;
/// The same at least: the play button, and half of the first year beside it.
const LEAST_BEFORE: f32 = TARGET + 36.0;
/// From its last year to the right end.
const AFTER: f32 = 80.0;
/// The most lines of words under a year, and their least width; where they do not fit, only those of the chosen year are shown.
const LINES: f32 = 2.0;
const LEAST_COLUMN: f32 = 90.0;
/// Over and under the control, in a low view and in others.
const ABOVE: [f32; 2] = [6.0, 26.0];
const BELOW: [f32; 2] = [6.0, 18.0];
/// From a target to its year, and from the years to the words.
const OVER_YEAR: f32 = 2.0;
const OVER_WORDS: f32 = 8.0;
/// Between the words of two years, and between two targets.
const COLUMN_GAP: f32 = 16.0;
const TARGET_GAP: f32 = 12.0;
/// The words under all years: the least and the greatest width beside their link, and the gap before it or over it.
const ACROSS: [f32; 2] = [420.0, 1060.0];
const BEFORE_LINK: f32 = 40.0;
const OVER_LINK: f32 = 10.0;
/// The lines over the control, of its axis and of a year's ring.
const RULE: f32 = 2.0;
const AXIS: f32 = 4.0;
const RING: f32 = 3.0;
/// The radii of the handle's middle, and of another year, also under a pointer.
const MIDDLE: f32 = 8.0;
const DOT: f32 = 7.0;
const HOVERED_DOT: f32 = 10.0;
/// How far the focus ring of a year reaches at its sides.
const FOCUS_REACH: f32 = 4.0;

/// The year control, measured.
pub(super) struct Years<'a> {
    cx: &'a Cx<'a>,
    steps: &'a [PairingStep],
    /// The stop shown.
    at: usize,
    width: f32,
    /// The places of the stops, from the left end of the control.
    xs: Vec<f32>,
    /// The widths of the words under the stops; empty where the words of the chosen year stand under them all.
    columns: Vec<f32>,
    words_height: f32,
    above: f32,
    /// The height of the whole control.
    pub height: f32,
}

/// The stop shown: the chosen one, else the last. `None` in an exhibition without stops.
pub(super) fn step<'a>(cx: &Cx<'a>) -> Option<&'a PairingStep> {
    cx.x().pairing_stops.get(shown(cx)?)
}

/// The position of the stop shown.
fn shown(cx: &Cx<'_>) -> Option<usize> {
    let steps = &cx.x().pairing_stops;
    let chosen = cx.state.step().and_then(|year| steps.iter().position(|step| step.year == year));
    chosen.or(steps.len().checked_sub(1))
}

/// A stop's year as printed.
pub(super) fn label(step: &PairingStep) -> String {
    step.label.clone().unwrap_or_else(|| step.year.to_string())
}

impl<'a> Years<'a> {
    /// Measures the control for a width; `None` where there is nothing to choose.
    pub fn of(ui: &Ui, cx: &'a Cx<'a>, width: f32, low: bool) -> Option<Self> {
        // All years have an axis of their own.
        let at = shown(cx).filter(|_| cx.year.is_none())?;
        let steps = &cx.x().pairing_stops;
        let xs = positions(steps, width);
        let mut years = Self {
            cx,
            steps,
            at,
            width,
            xs,
            columns: Vec::new(),
            words_height: 0.0,
            above: if low { ABOVE[0] } else { ABOVE[1] },
            height: 0.0,
        };
        years.fit_words(ui);
        let below = if low { BELOW[0] } else { BELOW[1] };
        years.height = years.words_top() + years.words_height + below;
        Some(years)
    }

    fn words_top(&self) -> f32 {
        self.above + TARGET + self.cx.style(Role::Label).line + OVER_WORDS
    }

    /// Words stand under their years where all of them fit there.
    fn fit_words(&mut self, ui: &Ui) {
        let note = self.cx.line(Role::Note, self.steps.iter().map(|step| self.cx.resolve(&step.change).text));
        let columns: Vec<f32> = (0..self.xs.len()).map(|i| self.column(i)).collect();
        let height = |step: &PairingStep, width: f32| {
            self.cx.label(&self.cx.localized(&step.change), Role::Note).width(width).size(ui.ctx()).y
        };
        let under = self.steps.iter().zip(&columns).map(|(step, &w)| height(step, w)).fold(0.0, f32::max);
        if under <= LINES * note + 1.0 && columns.iter().all(|&w| w >= LEAST_COLUMN) {
            self.columns = columns;
            self.words_height = under;
            return;
        }
        // As high as the longest words, so that the diagram above does not move between years.
        let (wide, beside) = self.across(ui);
        let tallest = self.steps.iter().map(|step| height(step, wide)).fold(0.0, f32::max);
        self.words_height = if beside { tallest } else { tallest + note + OVER_LINK };
    }

    /// The width around a stop, up to half way to its neighbours.
    fn column(&self, i: usize) -> f32 {
        let Some(&x) = self.xs.get(i) else { return 0.0 };
        let before = i.checked_sub(1).and_then(|b| self.xs.get(b)).map_or(2.0 * TARGET - x, |&b| b);
        let after = self.xs.get(i + 1).map_or(2.0 * self.width - x, |&a| a);
        (x - before).min(after - x) - COLUMN_GAP
    }

    /// The width of the words that stand under all years, and whether their link has room beside them.
    fn across(&self, ui: &Ui) -> (f32, bool) {
        let most = self.steps.iter().map(|step| self.link_width(ui, step)).fold(0.0, f32::max);
        let beside = self.width - most - BEFORE_LINK;
        if beside > ACROSS[0] { (beside.min(ACROSS[1]), true) } else { (self.width, false) }
    }

    fn link_width(&self, ui: &Ui, step: &PairingStep) -> f32 {
        let words = self.cx.say(Say::SeeSources(step.sources.len()));
        self.cx.label(&words, Role::Note).size(ui.ctx()).x
    }

    /// Draws it at the top of an area.
    pub fn draw(&self, ui: &Ui, area: Rect) {
        let (cx, stroke) = (self.cx, Stroke::new(RULE, self.cx.colors.line));
        widgets::rule(ui, area.left(), area.right(), area.top(), stroke);
        let y = area.top() + self.above + TARGET / 2.0;
        self.play_ui(ui, Rect::from_center_size(pos2(area.left() + TARGET / 2.0, y), Vec2::splat(TARGET)));
        self.axis_ui(ui, area.left(), y);
        for (i, step) in self.steps.iter().enumerate() {
            self.step_ui(ui, (i, step), area.left(), y);
        }
        let top = area.top() + self.words_top();
        if self.columns.is_empty() {
            self.words_across(ui, pos2(area.left(), top));
        } else {
            for ((step, &x), &width) in self.steps.iter().zip(&self.xs).zip(&self.columns) {
                let words = cx.localized(&step.change);
                let toned = cx.lit(rests(cx, step).is_none_or(Rests::any));
                let label = toned.dim(&words, Role::Note).width(width).align(Align::Center);
                label.at(ui, pos2(area.left() + x, top));
            }
        }
    }

    /// The line between the stops, in the accent up to the one shown. A click or drag on it goes to the nearest stop.
    fn axis_ui(&self, ui: &Ui, left: f32, y: f32) {
        let (Some(&first), Some(&last)) = (self.xs.first(), self.xs.last()) else { return };
        let here = self.xs.get(self.at).copied().unwrap_or(last);
        let painter = ui.painter();
        painter.hline(left + first..=left + last, y, Stroke::new(AXIS, self.cx.colors.edge));
        painter.hline(left + first..=left + here, y, Stroke::new(AXIS, self.cx.colors.accent));
        let touch = Rect::from_x_y_ranges(left + first..=left + last, y - TARGET / 2.0..=y + TARGET / 2.0);
        let response = ui.interact(touch, Id::unique("years"), Sense::CLICK | Sense::DRAG);
        let Some(point) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) else {
            return;
        };
        let distance = |x: f32| (left + x - point.x).abs();
        let nearest = (0..self.xs.len()).min_by(|&a, &b| {
            let at = |i: usize| self.xs.get(i).map_or(f32::INFINITY, |&x| distance(x));
            at(a).total_cmp(&at(b))
        });
        if let Some(step) = nearest.and_then(|nearest| self.steps.get(nearest)) {
            self.go(step);
        }
    }

    fn go(&self, step: &PairingStep) {
        self.cx.send(Action::PlayYears(false));
        if self.steps.get(self.at).is_none_or(|here| here.year != step.year) {
            self.cx.send(Action::Step(step.year));
        }
    }

    /// A year: its mark on the axis, and its words. The name of its control says what changed.
    fn step_ui(&self, ui: &Ui, (i, step): (usize, &PairingStep), left: f32, y: f32) {
        let cx = self.cx;
        let Some(&x) = self.xs.get(i) else { return };
        let centre = pos2(left + x, y);
        let chosen = i == self.at;
        let year = label(step);
        let pitch = pitch(self.steps, self.width);
        let role = match (chosen, pitch >= TARGET + TARGET_GAP) {
            (true, true) => Role::LabelStrong,
            (false, true) => Role::Label,
            (true, false) => Role::NoteStrong,
            (false, false) => Role::Note,
        };
        let words = cx.label(&year, role).align(Align::Center);
        let target = Rect::from_center_size(centre, vec2(TARGET.min(pitch), TARGET));
        let words_at = pos2(centre.x, target.bottom() + OVER_YEAR);
        let width = words.size(ui.ctx()).x.max(TARGET).min(pitch);
        let area =
            target.union(Rect::from_min_size(words_at - vec2(width / 2.0, 0.0), vec2(width, cx.style(role).line)));
        let response = ui.interact(area, Id::unique(("year", i)), Sense::click());
        let name = format!("{}. {}", cx.say(Say::InYear(&year)), cx.localized(&step.change));
        let name = cx.spoken(name, rests(cx, step));
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, chosen, &name));
        self.mark(ui, centre, i, &response);
        words.paint(ui, words_at);
        if hand::has_ring(&response) {
            let radius = CornerRadius::same(measure::RADIUS_BUTTON);
            let stroke = Stroke::new(measure::STRONG, cx.colors.text);
            ui.painter().rect_stroke(area.expand2(vec2(FOCUS_REACH, 0.0)), radius, stroke, StrokeKind::Middle);
        }
        if response.clicked() {
            self.go(step);
        }
    }

    fn mark(&self, ui: &Ui, centre: Pos2, i: usize, response: &Response) {
        let (colors, painter) = (&self.cx.colors, ui.painter());
        if i == self.at {
            painter.circle_filled(centre, HANDLE / 2.0, self.cx.touched(colors.accent, response));
            painter.circle_filled(centre, MIDDLE, colors.on_accent);
        } else {
            let ring = if i < self.at { colors.accent } else { colors.edge };
            let radius = if hand::hovers(response) { HOVERED_DOT } else { DOT };
            painter.circle(centre, radius, self.cx.touched(colors.bg, response), Stroke::new(RING, ring));
        }
    }

    /// The words of the chosen year under all years, with a link to who reported them.
    fn words_across(&self, ui: &Ui, at: Pos2) {
        let cx = self.cx;
        let Some(step) = self.steps.get(self.at) else { return };
        let (width, beside) = self.across(ui);
        let toned = cx.lit(rests(cx, step).is_none_or(Rests::any));
        let drawn = toned.label(&cx.localized(&step.change), Role::Note).width(width).at(ui, at);
        if step.sources.is_empty() {
            return;
        }
        let words = cx.say(Say::SeeSources(step.sources.len()));
        let place = if beside {
            pos2(at.x + self.width - self.link_width(ui, step), at.y)
        } else {
            pos2(at.x, drawn.bottom() + OVER_LINK)
        };
        let id = Id::unique("sources of the year");
        if widgets::link(ui, place, id, &words, &cx.style(Role::Note), &cx.colors, self.width).clicked() {
            cx.send(Action::Sheet(Subject::Step(step.year)));
        }
    }

    /// The play button.
    fn play_ui(&self, ui: &Ui, area: Rect) {
        let cx = self.cx;
        let last = self.steps.len().saturating_sub(1);
        let plays = cx.state.session().next_year.is_some();
        let (glyph, name) = if plays { (Icon::Pause, Say::PauseYears) } else { (Icon::Play, Say::PlayYears) };
        let name = cx.say(name);
        let response = widgets::icon_button(ui, area, Id::unique("play years"), glyph, &name, &cx.colors, last > 0);
        if response.clicked() && all_years::is_offered(cx) {
            // Those of all views, on the axis that they share.
            all_years::start(cx);
        } else if response.clicked() {
            cx.send(Action::PlayYears(!plays));
        }
    }
}

/// How what changed in a year rests on the source whose support is shown.
fn rests(cx: &Cx<'_>, step: &PairingStep) -> Option<Rests> {
    cx.rests(&Subject::Step(step.year))
}

/// The least distance of two stops: less where a slim window has no room for whole targets.
fn pitch(steps: &[PairingStep], width: f32) -> f32 {
    let room = width - AFTER.min(width * 0.1) - LEAST_BEFORE;
    #[expect(clippy::cast_precision_loss, reason = "a handful of stops")]
    let gaps = steps.len().saturating_sub(1).max(1) as f32;
    (TARGET + TARGET_GAP).min((room / gaps).max(1.0))
}

/// The places of the stops on a true scale; stops of neighbouring years are moved apart, so that each can be touched.
fn positions(steps: &[PairingStep], width: f32) -> Vec<f32> {
    // The first target stands clear of the play button.
    let (left, right) = (BEFORE.min((width * 0.2).max(LEAST_BEFORE)), width - AFTER.min(width * 0.1));
    let pitch = pitch(steps, width);
    let year = |step: Option<&PairingStep>| step.map_or(0.0, |s| f32::from(s.year));
    let (first, last) = (year(steps.first()), year(steps.last()));
    let span = (last - first).max(1.0);
    let mut xs: Vec<f32> = steps.iter().map(|s| left + (f32::from(s.year) - first) / span * (right - left)).collect();
    if let [only] = xs.as_mut_slice() {
        *only = right;
    }
    let mut lowest = f32::NEG_INFINITY;
    for x in &mut xs {
        *x = x.max(lowest);
        lowest = *x + pitch;
    }
    let mut highest = right;
    for x in xs.iter_mut().rev() {
        *x = x.min(highest);
        highest = *x - pitch;
    }
    xs
}

#[cfg(test)]
mod tests {
    use super::{TARGET, positions};
    use crate::model::{PairingStep, Rest, Words};

    fn steps(years: &[u16]) -> Vec<PairingStep> {
        let step =
            |&year| PairingStep { year, label: None, change: Words::default(), sources: Vec::new(), rest: Rest::new() };
        years.iter().map(step).collect()
    }

    #[test]
    fn years_stand_on_a_true_scale() {
        let xs = positions(&steps(&[1994, 2004, 2024]), 1492.0);
        let (a, b) = (xs[1] - xs[0], xs[2] - xs[1]);
        assert!((b - 2.0 * a).abs() < 0.1, "{xs:?}");
    }

    #[test]
    fn neighbouring_years_can_both_be_touched() {
        let xs = positions(&steps(&[1994, 2022, 2023, 2024]), 600.0);
        assert!(xs.windows(2).all(|pair| pair[1] - pair[0] >= TARGET), "{xs:?}");
        assert!(xs[3] <= 600.0);
    }

    #[test]
    fn a_single_year_stands_at_the_end() {
        assert_eq!(positions(&steps(&[2024]), 1000.0).len(), 1);
    }
}
