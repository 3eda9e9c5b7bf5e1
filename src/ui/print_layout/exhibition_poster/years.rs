//! One axis of years: over it the batches, from their arrival to their leaving; under it the milestones, by number, and the
//! pairings, each a line from its beginning to its end.

use egui::{Align, Pos2, Rect, Ui, pos2, vec2};

use super::legend::numbered;
use crate::model::{Batch, Pairing, slots};
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::chart::bar::{BarMeasures, bar};
use crate::ui::chart::places::{self, AxisSlot, Chart, Look};
use crate::ui::marks::{Line, Mark, Shape, Text};
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;

/// The least height of the bars with their words, and that of the slot of a figure that is not published.
const BARS: f32 = 230.0;
const VOID: f32 = 30.0;
/// The height of the key over the bars, and of a swatch in it.
const KEY: f32 = 34.0;
const SWATCH: egui::Vec2 = vec2(30.0, 16.0);
const AFTER_SWATCH: f32 = 8.0;
const AFTER_KEY: f32 = 26.0;
/// The height of the strip of the batches' numbers, of the years under it, and the radius of a milestone's disc.
const STRIP: f32 = 26.0;
const YEARS: f32 = 30.0;
const DISC: f32 = 12.0;
const DISC_STEP: f32 = 28.0;
/// The height of a pairing, the width of its line, and the gap between two places.
const ROW: f32 = 26.0;
const THREAD: f32 = 9.0;
const PLACE_GAP: f32 = 10.0;
/// The gap between names and the plot, and between the parts.
const NAME_GAP: f32 = 14.0;
const GAP: f32 = 18.0;
/// Between two years that are named, as far as there is room.
const STEPS: [u16; 5] = [1, 2, 5, 10, 25];
const YEAR_ROOM: f32 = 100.0;

/// The years of an exhibition.
pub struct Years<'y> {
    first: f32,
    last: f32,
    chart: Chart,
    batches: Vec<&'y Batch>,
    places: Vec<(String, Vec<(String, &'y Pairing)>)>,
}

impl<'y> Years<'y> {
    /// The years of what is dated; `None` where nothing is.
    pub fn of(cx: &Cx<'y>) -> Option<Self> {
        let x = cx.x();
        let batches: Vec<&Batch> = slots(x).into_iter().map(|slot| slot.batch).collect();
        let arrived = batches.iter().map(|batch| batch.arrive.date);
        let left = batches.iter().filter_map(|batch| batch.leave.as_ref()).map(|when| when.date);
        let paired = x.pairings.iter().flat_map(|pairing| [Some(pairing.since), pairing.until]).flatten();
        let steps = x.pairing_stops.iter().map(|step| crate::model::Date::year(step.year));
        let happened = x.milestones.iter().map(|milestone| milestone.date);
        let dates = arrived.chain(left).chain(paired).chain(steps).chain(happened).map(crate::model::Date::position);
        let (first, last) = dates.fold((f32::INFINITY, f32::NEG_INFINITY), |(a, b), at| (a.min(at), b.max(at)));
        if first > last {
            return None;
        }
        let of_place = |division: &'y crate::model::Division| {
            let here = x.pairings.iter().filter(|pairing| pairing.division == division.id);
            let named = here.filter_map(|pairing| {
                let star = if pairing.inferred { "*" } else { "" };
                Some((format!("{}{star}", x.province(&pairing.province)?.listed(cx.lang()).text), pairing))
            });
            let mut rows: Vec<_> = named.collect();
            // Those that are over come last.
            rows.sort_by_key(|(_, pairing)| pairing.until.is_some());
            (!rows.is_empty()).then(|| (cx.localized(&division.name), rows))
        };
        let places = x.divisions.iter().filter_map(of_place).collect();
        Some(Self { first: first.floor(), last: last.floor() + 1.0, chart: places::batches(cx), batches, places })
    }

    /// The first and the last year.
    #[must_use]
    pub fn span(&self) -> [u16; 2] {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "years")]
        let span = [self.first as u16, self.last as u16 - 1];
        span
    }

    /// It for screen readers: every number, then who was paired with whom.
    #[must_use]
    pub fn description(&self, cx: &Cx<'_>) -> String {
        let numbers = self.chart.places.iter().map(|place| place.name.clone());
        let pairings = cx.x().pairings.iter().filter_map(|pairing| {
            let province = cx.localized(&cx.x().province(&pairing.province)?.name);
            let division = cx.localized(&cx.x().division(&pairing.division)?.name);
            let told = cx.localized(&pairing.told);
            Some(cx.say(Say::Ribbon { province: &province, division: &division, told: &told }))
        });
        numbers.chain(pairings).collect::<Vec<_>>().join(". ")
    }

    /// The least height at a width.
    #[must_use]
    pub fn least_height(&self, ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
        let bars = if self.batches.is_empty() { 0.0 } else { KEY + BARS + STRIP };
        bars + YEARS + self.discs(ui, cx, width).1 + self.rows_height(cx)
    }

    fn rows_height(&self, cx: &Cx<'_>) -> f32 {
        if self.places.is_empty() {
            return 0.0;
        }
        let height = |(_, rows): &(String, Vec<_>)| count(rows.len()) * row_height(cx) + PLACE_GAP;
        GAP + self.places.iter().map(height).sum::<f32>()
    }

    /// The left and the right end of the years within a width: names stand beside them.
    fn sides(&self, ui: &Ui, cx: &Cx<'_>, width: f32) -> [f32; 2] {
        let widest = |names: &mut dyn Iterator<Item = &str>, role| {
            names.map(|name| cx.label(name, role).size(ui.ctx()).x).fold(0.0, f32::max)
        };
        let left =
            widest(&mut self.places.iter().flat_map(|(_, rows)| rows).map(|(name, _)| name.as_str()), Role::Note);
        let right = widest(&mut self.places.iter().map(|(name, _)| name.as_str()), Role::NoteStrong);
        let gap = |name: f32| if name > 0.0 { name.min(width * 0.22) + NAME_GAP } else { 0.0 };
        [gap(left), width - gap(right)]
    }

    /// Where the discs of the milestones stand, from the top of their track on, and its height.
    fn discs(&self, ui: &Ui, cx: &Cx<'_>, width: f32) -> (Vec<Pos2>, f32) {
        let [left, right] = self.sides(ui, cx, width);
        let mut ends: Vec<f32> = Vec::new();
        let mut discs = Vec::new();
        for milestone in numbered(cx) {
            let x = left + (right - left) * self.share(milestone.date.position());
            let level = ends.iter().position(|end| x - end >= DISC_STEP).unwrap_or(ends.len());
            if level == ends.len() {
                ends.push(x);
            } else {
                ends[level] = x;
            }
            discs.push(pos2(x, DISC + 2.0 + count(level) * DISC_STEP));
        }
        (discs, count(ends.len()) * DISC_STEP)
    }

    fn share(&self, year: f32) -> f32 {
        (year - self.first) / (self.last - self.first)
    }

    /// Its marks in an area.
    #[must_use]
    pub fn marks(&self, ui: &Ui, cx: &Cx<'_>, area: Rect) -> Vec<Mark> {
        let [left, right] = self.sides(ui, cx, area.width());
        let x = |year: f32| area.left() + left + (right - left) * self.share(year);
        let (discs, track) = self.discs(ui, cx, area.width());
        let below = YEARS + track + self.rows_height(cx);
        let strip = if self.batches.is_empty() { 0.0 } else { STRIP };
        let axis = area.bottom() - below - strip;
        let mut marks = Vec::new();
        let years = self.years(cx, &x, [area.top() + KEY, area.bottom()], axis + strip, &mut marks);
        if !self.batches.is_empty() {
            self.key(ui, cx, pos2(area.left() + left, area.top()), &mut marks);
            self.bars(ui, cx, &x, [area.top() + KEY, axis], &mut marks);
        }
        marks.extend(years);
        let line = Line::new(measure::AXIS, cx.colors.text);
        marks.push(Shape::rule(x(self.first), x(self.last), axis, line).into());
        let top = axis + strip + YEARS;
        for (i, disc) in discs.into_iter().enumerate() {
            marks.extend(number_disc(ui, cx, pos2(area.left() + disc.x, top + disc.y), i + 1));
        }
        self.pairings(ui, cx, &x, area.with_min_y(top + track), &mut marks);
        marks
    }

    /// Lines at some of the years behind everything; returns their numbers.
    fn years(
        &self,
        cx: &Cx<'_>,
        x: &dyn Fn(f32) -> f32,
        [top, bottom]: [f32; 2],
        under: f32,
        marks: &mut Vec<Mark>,
    ) -> Vec<Mark> {
        let [first, last] = self.span();
        let room = |step: &u16| x(f32::from(first + step)) - x(f32::from(first)) >= YEAR_ROOM;
        let step = STEPS.into_iter().find(room).unwrap_or(50);
        let named = (first..=last + 1).filter(|year| year % step == 0);
        let mut numbers = Vec::new();
        let mut lines = Vec::new();
        for year in named {
            let at = x(f32::from(year));
            lines.push([pos2(at, top), pos2(at, bottom)]);
            let words = year.to_string();
            let label = cx.dim(&words, Role::Note).align(Align::Center);
            numbers.push(Text::new(&label, pos2(at, under + 4.0)).halo(3.0, cx.colors.bg).into());
        }
        marks.push(Shape::Segments(lines, Line::new(measure::RULE, cx.colors.line)).into());
        numbers
    }

    /// What the looks of the bars mean.
    fn key(&self, ui: &Ui, cx: &Cx<'_>, at: Pos2, marks: &mut Vec<Mark>) {
        let looks = [
            (Look::Reported(1.0), Say::Reported),
            (Look::WorkedOut(1.0), Say::WorkedOut),
            (Look::NotPublished, Say::NotPublishedKey),
        ];
        let mut left = at.x;
        let has =
            |look: Look| self.chart.has(|place| std::mem::discriminant(&place.look) == std::mem::discriminant(&look));
        for (look, words) in looks.into_iter().filter(|(look, _)| has(*look)) {
            let words = cx.say(words);
            let label = cx.dim(&words, Role::Mark);
            let swatch = Rect::from_min_size(pos2(left, at.y + (label.line() - SWATCH.y) / 2.0), SWATCH);
            marks.extend(bar(swatch, look, &BarMeasures::of_view(&cx.colors)));
            marks.push(Text::new(&label, pos2(swatch.right() + AFTER_SWATCH, at.y)).into());
            left = swatch.right() + AFTER_SWATCH + label.size(ui.ctx()).x + AFTER_KEY;
        }
        if self.chart.has(|place| !place.also.is_empty()) {
            let words = format!("≠  {}", cx.say(Say::ReportsDiffer));
            marks.push(Text::new(&cx.dim(&words, Role::Mark), pos2(left, at.y)).into());
        }
    }

    /// The bar of every batch over its own years, with its number; under the axis which batch it is.
    fn bars(&self, ui: &Ui, cx: &Cx<'_>, x: &dyn Fn(f32) -> f32, [top, axis]: [f32; 2], marks: &mut Vec<Mark>) {
        let role = if axis - top > 1.5 * BARS { Role::Strong } else { Role::NoteStrong };
        let line = cx.style(role).line;
        let most = (axis - top - line * 1.2).max(1.0);
        let highest = self.chart.highest().max(1.0);
        let measures = BarMeasures::of_view(&cx.colors);
        let sides = |i: usize| {
            let batch = self.batches[i];
            let next = self.batches.get(i + 1).map(|next| next.arrive.date.position());
            let end = batch.leave.as_ref().map(|when| when.date.position()).or(next).unwrap_or(self.last);
            let from = batch.arrive.date.position();
            [x(from) + 1.5, x(end.max(from + 0.2)) - 1.5]
        };
        for (i, place) in self.chart.places.iter().enumerate().take(self.batches.len()) {
            let [left, right] = sides(i);
            #[expect(clippy::cast_possible_truncation, reason = "a share of one")]
            let height = place.look.value().map_or(VOID, |value| (value / highest) as f32 * most);
            let rect = Rect::from_min_max(pos2(left, axis - height), pos2(right, axis));
            marks.extend(bar(rect, place.look, &measures));
            let words = printed(place);
            if !words.is_empty() {
                let label = cx.label(&words, role).align(Align::Center);
                let at = pos2(rect.center().x, rect.top() - line - 2.0);
                marks.push(Text::new(&label, at).halo(3.0, cx.colors.bg).into());
            }
            let star = if self.batches[i].has_inferred_years() { "*" } else { "" };
            let number = format!("{}{star}", place.batch);
            let named = if i == 0 { format!("{}{star}", cx.say(Say::Batch(place.batch))) } else { number.clone() };
            let named = if cx.label(&named, Role::Mark).size(ui.ctx()).x < right - left { named } else { number };
            let cell = Rect::from_min_max(pos2(left, axis + 3.0), pos2(right, axis + STRIP - 2.0));
            marks.push(Shape::Rect { rect: cell, radius: 2, fill: cx.colors.side }.into());
            let label = cx.label(&named, Role::Mark).align(Align::Center);
            marks.push(Text::new(&label, label.middle_of(ui.ctx(), cell)).into());
        }
        for span in &self.chart.spans {
            let (left, right) = (sides(span.first)[0] + 2.0, sides(span.last)[1] - 2.0);
            let words = format!("{} {}", span.value, span.words);
            let label = cx.label(&words, Role::Note).width(right - left).align(Align::Center);
            let y = axis - VOID - 14.0;
            let line = Line::new(measure::AXIS, cx.colors.text);
            let bracket = vec![pos2(left, y + 8.0), pos2(left, y), pos2(right, y), pos2(right, y + 8.0)];
            marks.push(Shape::Polyline(bracket, line).into());
            let at = pos2(f32::midpoint(left, right), y - 4.0 - label.size(ui.ctx()).y);
            marks.push(Text::new(&label, at).halo(3.0, cx.colors.bg).into());
        }
    }

    /// A line for every pairing, its province before it, its place after it.
    fn pairings(&self, ui: &Ui, cx: &Cx<'_>, x: &dyn Fn(f32) -> f32, area: Rect, marks: &mut Vec<Mark>) {
        let (mut y, row) = (area.top() + GAP, row_height(cx));
        for (place, rows) in &self.places {
            let top = y;
            for (name, pairing) in rows {
                let middle = y + row / 2.0;
                let label = cx.label(name, Role::Note);
                marks.push(Text::new(&label, pos2(area.left(), middle - label.line() / 2.0)).into());
                let end = pairing.until.map_or(self.last, crate::model::Date::position);
                let (left, right) = (x(pairing.since.position()), x(end));
                let rect = Rect::from_min_max(pos2(left, middle - THREAD / 2.0), pos2(right, middle + THREAD / 2.0));
                marks.push(Shape::Rect { rect, radius: 1, fill: cx.colors.ribbon }.into());
                y += row;
            }
            let label = cx.label(place, Role::NoteStrong);
            let left = x(self.last) + NAME_GAP / 2.0;
            marks.push(
                Shape::segment(pos2(left, top + 4.0), pos2(left, y - 4.0), Line::new(measure::STRONG, cx.colors.text))
                    .into(),
            );
            let at = pos2(left + NAME_GAP / 2.0, f32::midpoint(top, y) - label.size(ui.ctx()).y / 2.0);
            marks.push(Text::new(&label, at).into());
            y += PLACE_GAP;
        }
    }
}

/// The number of a batch, as printed, with a sign where other reports differ.
fn printed(place: &AxisSlot) -> String {
    let sign = if place.also.is_empty() { "" } else { " ≠" };
    if place.value.is_empty() && sign.is_empty() { String::new() } else { format!("{}{sign}", place.value) }
}

/// A milestone's number in a disc.
pub fn number_disc(ui: &Ui, cx: &Cx<'_>, middle: Pos2, number: usize) -> Vec<Mark> {
    let words = number.to_string();
    let label: Label<'_> = cx.label(&words, Role::MarkStrong).color(cx.colors.bg).align(Align::Center);
    let place = Rect::from_center_size(middle, egui::Vec2::splat(2.0 * DISC));
    vec![Shape::Disc(middle, DISC, cx.colors.accent).into(), Text::new(&label, label.middle_of(ui.ctx(), place)).into()]
}

/// The height of a pairing: names may reach into one another's empty parts.
fn row_height(cx: &Cx<'_>) -> f32 {
    ROW.max(cx.style(Role::Note).line * 0.9)
}

#[expect(clippy::cast_precision_loss, reason = "a few rows")]
fn count(rows: usize) -> f32 {
    rows as f32
}
