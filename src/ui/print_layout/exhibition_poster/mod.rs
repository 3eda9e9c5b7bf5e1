//! The exhibition at one look, as a poster: its pictures; on one axis of years its batches, milestones and pairings; what the
//! milestones were; who reported all that, and a code that leads on.

mod footer;
mod legend;
mod rows;
mod wall;
mod years;

use std::cell::RefCell;

use egui::{Pos2, Rect, Ui, Vec2, pos2, vec2};

use crate::export::drawing::PageTag;
use crate::model::Lang;
use crate::text::Say;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::Mark;
use crate::ui::theme::Role;
use crate::ui::{Cx, Layout, widgets};
use years::Years;

/// The width of the design of an upright sheet to begin with, and of a lying one, in points.
const DESIGN: [f32; 2] = [1100.0, 1700.0];
/// The least width of one whose parts stand side by side, as a share of its height.
const SQUARE: f32 = 0.8;
/// The factors by which it grows until everything fits, and how often at most.
const STEP: f32 = 1.04;
const MOST_STEP: f32 = 1.5;
const ATTEMPTS: usize = 40;
/// How many larger ones are tried so that less stays empty, and how much less makes up for smaller letters.
const FURTHER: u8 = 8;
const WORTH: f32 = 0.04;
/// The margin, as a share of the shorter side.
const MARGIN: f32 = 0.05;
/// The height of the mark beside the title, and the gap after it.
const MARK: f32 = 64.0;
const AFTER_MARK: f32 = 24.0;
/// Under the title, and between two parts.
const UNDER_TITLE: [f32; 2] = [10.0, 30.0];
const GAP: f32 = 34.0;
/// The least height of the pictures, as a share of the poster's.
const WALL: f32 = 0.3;
/// On a wide poster they have the left part: its share to begin with, and those that are tried so that they fill their height.
const LEFT: f32 = 0.42;
const SHARES: [f32; 8] = [0.42, 0.36, 0.38, 0.40, 0.44, 0.46, 0.48, 0.50];
const GUTTER: f32 = 56.0;

/// The poster.
pub struct ExhibitionPoster<'p> {
    cx: &'p Cx<'p>,
    margin: f32,
    years: Option<Years<'p>>,
}

/// Whether a poster has its years beside its pictures: a square one too.
fn has_two_parts(size: Vec2) -> bool {
    size.x > size.y * SQUARE
}

/// The search for the size of a poster of some proportions, one size at a time: each takes a part of a frame.
#[derive(Clone, Copy, Debug)]
pub struct Fitting {
    /// The size that is tried next, in points.
    size: Vec2,
    /// The best one so far, with how much of it stays empty.
    best: Option<(f32, Vec2)>,
    further: u8,
    attempts: usize,
}

impl Fitting {
    /// Begins.
    #[must_use]
    pub fn new(proportions: Vec2) -> Self {
        let size = proportions / proportions.x * DESIGN[usize::from(has_two_parts(proportions))];
        Self { size, best: None, further: FURTHER, attempts: 0 }
    }

    /// Tries a size. Gives the size at which everything has room, once it is found; within it `None` where there is nothing to show.
    pub fn step(&mut self, ui: &Ui, cx: &Cx<'_>) -> Option<Option<Vec2>> {
        let cx = cx.laid_out(Layout::of(self.size));
        let Some(poster) = ExhibitionPoster::new(&cx) else { return Some(None) };
        self.attempts += 1;
        let least = poster.least_height(ui);
        let is_last = self.attempts >= ATTEMPTS;
        if least > self.size.y && !is_last {
            self.size *= (least / self.size.y).sqrt().clamp(STEP, MOST_STEP);
            return None;
        }
        if least <= self.size.y {
            let spare = poster.spare(ui);
            if self.best.is_none_or(|(before, _)| spare < before - WORTH) {
                self.best = Some((spare, self.size));
            }
            self.further = self.further.saturating_sub(1);
            if spare >= WORTH && self.further > 0 && !is_last {
                self.size *= STEP;
                return None;
            }
        }
        Some(Some(self.best.map_or(self.size, |(_, size)| size)))
    }
}

/// Where the parts stand.
struct Plan {
    header: Rect,
    wall: Rect,
    years: Rect,
    legend: Rect,
    footer: Rect,
}

impl<'p> ExhibitionPoster<'p> {
    /// The poster for the size that the layout gives; `None` where the exhibition has neither pictures nor years.
    #[must_use]
    pub fn new(cx: &'p Cx<'p>) -> Option<Self> {
        let years = Years::of(cx);
        let is_empty = years.is_none() && wall::shown(cx).is_empty();
        (!is_empty).then(|| Self { cx, margin: MARGIN * cx.layout.size.min_elem(), years })
    }

    /// The size in points, of these proportions, at which everything has room; `None` if there is nothing to show.
    #[must_use]
    pub fn fitting(ui: &Ui, cx: &Cx<'_>, proportions: Vec2) -> Option<Vec2> {
        let mut fitting = Fitting::new(proportions);
        loop {
            if let Some(found) = fitting.step(ui, cx) {
                return found;
            }
        }
    }

    /// Its title: the exhibition's.
    #[must_use]
    pub fn title(&self) -> String {
        let title = self.cx.localized(&self.cx.x().title);
        if title.is_empty() { self.cx.state.pack().place.name() } else { title }
    }

    /// The least height at this width on which everything has room.
    #[must_use]
    pub fn least_height(&self, ui: &Ui) -> f32 {
        self.least_height_with(ui, self.widths(LEFT))
    }

    fn least_height_with(&self, ui: &Ui, [left, right]: [f32; 2]) -> f32 {
        let wall = if wall::shown(self.cx).is_empty() { 0.0 } else { WALL * self.cx.layout.size.y };
        let (header, footer) = (self.header(ui, FlowMode::Measure, Pos2::ZERO, left), self.footer_height(ui, left));
        let (years, legend) = (self.years_height(ui, right), self.legend_height(ui, right));
        let around = 2.0 * self.margin;
        if self.is_wide() {
            around + (header + wall + GAP + footer).max(years + legend)
        } else {
            around + header + wall + GAP + years + legend + footer
        }
    }

    /// The marks of its pictures, and all others, which lie over them.
    #[must_use]
    pub fn marks(&self, ui: &Ui) -> Vec<Mark> {
        let marks = RefCell::default();
        let (cx, way) = (self.cx, FlowMode::Collect(&marks));
        let plan = self.plan(ui);
        self.header(ui, way, plan.header.min, plan.header.width());
        wall::put(ui, cx, way, plan.wall);
        if let Some(years) = &self.years {
            way.put(ui, cx, [PageTag::Figure(years.description(cx))]);
            way.put(ui, cx, years.marks(ui, cx, plan.years));
        }
        legend::set(ui, cx, way, plan.legend.min, plan.legend.width());
        footer::set(ui, cx, way, plan.footer.min, plan.footer.width());
        marks.into_inner()
    }

    /// Its title with its pictures, and its years, as far as they are there, as shares of its size.
    #[must_use]
    pub fn parts(&self, ui: &Ui) -> Vec<Rect> {
        let plan = self.plan(ui);
        let wall = wall::height(self.cx, plan.wall.size() + vec2(0.0, GAP)) - GAP;
        let wall =
            (!wall::shown(self.cx).is_empty()).then(|| plan.header.union(plan.wall.with_max_y(plan.wall.top() + wall)));
        let years = self.years.as_ref().map(|_| plan.years);
        let size = self.cx.layout.size;
        let share = |at: Pos2| (at.to_vec2() / size).to_pos2();
        let share = |part: Rect| Rect::from_min_max(share(part.min), share(part.max));
        wall.into_iter().chain(years).map(share).collect()
    }

    fn is_wide(&self) -> bool {
        has_two_parts(self.cx.layout.size) && self.years.is_some()
    }

    /// The widths of the parts: pictures and sources, and the years.
    fn widths(&self, left: f32) -> [f32; 2] {
        let width = (self.cx.layout.size.x - 2.0 * self.margin).max(1.0);
        if self.is_wide() { [width * left, width * (1.0 - left) - GUTTER] } else { [width, width] }
    }

    /// The same where the pictures of a wide poster fill their height best.
    fn best_widths(&self, ui: &Ui) -> [f32; 2] {
        let first = self.widths(LEFT);
        if !self.is_wide() {
            return first;
        }
        let size = self.cx.layout.size;
        let spare = |widths: [f32; 2]| self.spare_of(ui, widths[0]);
        let fitting = SHARES.map(|share| self.widths(share)).into_iter();
        let fitting = fitting.filter(|widths| self.least_height_with(ui, *widths) <= size.y);
        fitting.min_by(|a, b| spare(*a).total_cmp(&spare(*b))).unwrap_or(first)
    }

    /// How much of a wide poster's height the pictures leave empty.
    #[must_use]
    pub fn spare(&self, ui: &Ui) -> f32 {
        if self.is_wide() { self.spare_of(ui, self.best_widths(ui)[0]) / self.cx.layout.size.y } else { 0.0 }
    }

    fn spare_of(&self, ui: &Ui, left: f32) -> f32 {
        let header = self.header(ui, FlowMode::Measure, Pos2::ZERO, left);
        let room = self.cx.layout.size.y - 2.0 * self.margin - header - self.footer_height(ui, left);
        room - wall::height(self.cx, vec2(left, room))
    }

    fn plan(&self, ui: &Ui) -> Plan {
        let area = Rect::from_min_size(Pos2::ZERO, self.cx.layout.size).shrink(self.margin);
        let [left, right] = self.best_widths(ui);
        let header = self.header(ui, FlowMode::Measure, Pos2::ZERO, left);
        let header = Rect::from_min_size(area.min, vec2(left, header));
        let (footer, legend) = (self.footer_height(ui, left), self.legend_height(ui, right));
        let footer =
            Rect::from_min_max(pos2(area.left(), area.bottom() - footer), pos2(area.left() + left, area.bottom()));
        // The pictures take what is left; a wide poster has the years beside them.
        let (years, wall) = if self.is_wide() {
            let years =
                Rect::from_min_max(pos2(area.right() - right, area.top()), pos2(area.right(), area.bottom() - legend));
            (years, Rect::from_min_max(header.left_bottom(), footer.right_top()))
        } else {
            let height = self.years_height(ui, right);
            let bottom = footer.top() - legend;
            let room = bottom - header.bottom();
            // What the pictures do not need, the bars take.
            let wall = wall::height(self.cx, vec2(left, (room - height).max(0.0)));
            let wall = Rect::from_min_size(header.left_bottom(), vec2(left, wall));
            (Rect::from_min_max(pos2(area.left(), wall.bottom()), pos2(area.right(), bottom)), wall)
        };
        let legend = Rect::from_min_size(years.left_bottom() + vec2(0.0, GAP), vec2(right, legend - GAP));
        let wall = wall.with_max_y(wall.bottom() - GAP);
        Plan { header, wall, years, legend, footer }
    }

    fn years_height(&self, ui: &Ui, width: f32) -> f32 {
        self.years.as_ref().map_or(0.0, |years| years.least_height(ui, self.cx, width))
    }

    fn legend_height(&self, ui: &Ui, width: f32) -> f32 {
        let height = legend::set(ui, self.cx, FlowMode::Measure, Pos2::ZERO, width);
        if height > 0.0 { height + 2.0 * GAP } else { 0.0 }
    }

    fn footer_height(&self, ui: &Ui, width: f32) -> f32 {
        footer::set(ui, self.cx, FlowMode::Measure, Pos2::ZERO, width)
    }

    /// The title, and in a line how much there is; returns their height, with the gap below them.
    fn header(&self, ui: &Ui, way: FlowMode, at: Pos2, width: f32) -> f32 {
        let cx = self.cx;
        let mark = Rect::from_min_size(at, vec2(MARK * 38.0 / 36.0, MARK));
        way.put(ui, cx, [PageTag::Ornament]);
        way.put(ui, cx, widgets::mark(mark, [cx.colors.text, cx.colors.accent, cx.colors.gold]));
        way.put(ui, cx, [PageTag::Title]);
        let indent = mark.width() + AFTER_MARK;
        let mut flow = Flow::new(ui, cx, way, at + vec2(indent, -4.0), width - indent);
        if cx.x().title.is_empty() {
            flow.text(&self.title(), Role::Figure);
        } else {
            flow.words(&cx.x().title, Role::Figure);
        }
        // Stacked letters reach deep.
        flow.gap(UNDER_TITLE[usize::from(cx.lang() == Lang::Bo)]);
        way.put(ui, cx, [PageTag::Paragraph]);
        let x = cx.x();
        let span = self.years.as_ref().map(Years::span);
        let counts = [x.photos.len(), x.provinces.len(), x.batches.len(), x.milestones.len()];
        flow.dim(&cx.say(Say::AtOneLook { counts, drawn: wall::drawn(cx), years: span }), Role::Body);
        (flow.pos.y - at.y).max(MARK) + GAP
    }
}
