//! The diagram of two sides: provinces left, divisions right, a ribbon for each pairing.

use egui::{
    Align, CornerRadius, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2, vec2,
};

use crate::model::{Lang, Pairing};
use crate::state::{Action, Scrollable};
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::flow::FlowMode;
use crate::ui::marks::{Line, Shape, Text};
use crate::ui::scrolling;
use crate::ui::theme::{self, Role, measure};

use super::notes::Notes;
use super::plan::{Pitch, Plan, Ribbon, Row, groups};
use super::ribbon::Course;

/// The width of the upright bars at which ribbons begin and end.
const NODE: f32 = 14.0;
/// Between a name and its bar.
const GAP: f32 = 16.0;
/// Kept free above and below, for focus rings.
const AIR: f32 = 6.0;

/// Draws the diagram of a year into an area; scrolls where its names need more height. `with_notes`: with the notes under it.
pub(super) fn diagram_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, year: u16, with_notes: bool) {
    let columns = Columns::of(ui, cx, area, year);
    let seen = area.with_min_y(area.top() + columns.header(ui, cx, FlowMode::Name, area, year));
    let drawing = Drawing::new(cx, year, columns, seen);
    let drawn = drawing.plan.height + 2.0 * AIR;
    let notes = with_notes.then(|| Notes::of(cx, year, area.width() - 16.0, true));
    let height = drawn + notes.as_ref().map_or(0.0, |notes| notes.height(ui, cx) + 2.0 * GAP);
    let draw = |ui: &mut Ui, place: Rect| {
        Drawing { top: place.top() + AIR, ..drawing }.draw(ui, FlowMode::Name);
        if let Some(notes) = notes {
            notes.draw(ui, cx, FlowMode::Name, pos2(columns.left, place.top() + drawn + GAP));
        }
    };
    if height <= seen.height() + 0.5 {
        draw(ui, seen);
    } else {
        // The handle stands beside the names, not over them.
        let seen = seen.with_max_x(seen.right() + 14.0);
        scrolling::area(ui, cx, Scrollable::PairingDiagram, (seen, height), draw);
    }
}

/// Adds the diagram of a year to the marks of a page.
pub(super) fn collect(ui: &Ui, cx: &Cx<'_>, way: FlowMode, area: Rect, year: u16) {
    let columns = Columns::of(ui, cx, area, year);
    let plot = area.with_min_y(area.top() + columns.header(ui, cx, way, area, year));
    Drawing::new(cx, year, columns, plot).draw(ui, way);
}

/// How high the diagram is at its natural pitch with the words over it.
pub(super) fn natural_height(ui: &Ui, cx: &Cx<'_>, area: Rect, year: u16) -> f32 {
    let columns = Columns::of(ui, cx, area, year);
    let groups = groups(cx.x());
    let rows = groups.iter().map(|g| g.len().max(1)).sum();
    let natural = Pitch::natural(rows, groups.len(), columns.tallest);
    columns.header_height(ui, cx, year) + natural + 2.0 * AIR
}

/// Where the columns stand, from left to right.
#[derive(Clone, Copy)]
struct Columns {
    /// The left end of the provinces' names.
    left: f32,
    /// The left side of the provinces' bars.
    from: f32,
    /// The left side of the divisions' bars.
    to: f32,
    /// The right end of the divisions' names.
    right: f32,
    /// The height of the tallest name.
    tallest: f32,
}

impl Columns {
    /// Names have the area they need, up to a third of the width; longer ones wrap.
    fn of(ui: &Ui, cx: &Cx<'_>, area: Rect, year: u16) -> Self {
        let most = area.width() / 3.0;
        let provinces: Vec<String> = (0..cx.x().provinces.len()).map(|i| province_name(cx, i, year)).collect();
        let divisions: Vec<String> = cx.x().divisions.iter().map(|d| cx.localized(&d.name)).collect();
        let widest = |names: &[String], role: Role| {
            names.iter().map(|n| cx.label(n, role).size(ui.ctx()).x).fold(0.0, f32::max).min(most).ceil() + 1.0
        };
        // Wide areas keep the comps' columns, so that the diagram does not shift between languages.
        let spacious = area.width() >= 900.0;
        let names = widest(&provinces, Role::LabelStrong).max(if spacious { 156.0 } else { 0.0 });
        let ends = widest(&divisions, Role::Strong).max(if spacious { 170.0 } else { 0.0 });
        let left = area.left() + 4.0;
        let from = left + names + GAP;
        let to = (area.right() - 8.0 - ends - GAP - NODE).max(from + 3.0 * NODE);
        let columns = Self { left, from, to, right: area.right() - 8.0, tallest: 0.0 };
        Self { tallest: columns.tallest(ui, cx, &provinces), ..columns }
    }

    /// A row may be lower than a line of its text, whose accents and stacks leave air; not lower than its letters.
    fn tallest(&self, ui: &Ui, cx: &Cx<'_>, provinces: &[String]) -> f32 {
        let line = cx.style(Role::LabelStrong).line;
        let air = match cx.lang() {
            Lang::En => 1.0,
            Lang::Zh => 4.0,
            Lang::Bo => 2.0,
        };
        let height =
            |name: &String| cx.label(name, Role::LabelStrong).width(self.from - GAP - self.left).size(ui.ctx()).y - air;
        provinces.iter().map(height).fold(line - air, f32::max)
    }

    /// The words over the two sides: left, right.
    fn header_words(cx: &Cx<'_>, year: u16) -> [String; 2] {
        let paired = cx
            .x()
            .provinces
            .iter()
            .filter(|p| cx.x().pairings.iter().any(|pairing| pairing.province == p.id && pairing.holds_in(year)));
        [cx.say(Say::Provinces(paired.count())), cx.localized(&cx.x().notes.divisions)]
    }

    /// How wide they may be.
    fn header_widths(&self) -> [f32; 2] {
        let middle = f32::midpoint(self.from, self.to);
        [middle - 12.0 - self.left, self.right - middle - 12.0]
    }

    fn header_height(&self, ui: &Ui, cx: &Cx<'_>, year: u16) -> f32 {
        let words = Self::header_words(cx, year);
        let heights = words.iter().zip(self.header_widths());
        heights.map(|(words, width)| cx.dim(words, Role::Note).width(width).size(ui.ctx()).y).fold(0.0, f32::max) + 4.0
    }

    /// Draws the words over the two sides; gives the height that they take.
    fn header(&self, ui: &Ui, cx: &Cx<'_>, way: FlowMode, area: Rect, year: u16) -> f32 {
        let ([left, right], [left_width, right_width]) = (Self::header_words(cx, year), self.header_widths());
        let left = cx.dim(&left, Role::Note).width(left_width);
        // Right-aligned with the names while it is no wider than they are.
        let x = (self.from - GAP - left.size(ui.ctx()).x).max(self.left);
        way.put(ui, cx, [Text::new(&left, pos2(x, area.top())).named()]);
        let right = cx.dim(&right, Role::Note).width(right_width);
        let x = self.to.min(self.right - right.size(ui.ctx()).x);
        way.put(ui, cx, [Text::new(&right, pos2(x, area.top())).named()]);
        self.header_height(ui, cx, year)
    }
}

/// A province's name, with a star where the beginning of its pairing is inferred.
pub(in crate::ui) fn province_name(cx: &Cx<'_>, province: usize, year: u16) -> String {
    let Some(found) = cx.x().provinces.get(province) else { return String::new() };
    let inferred = cx.x().pairings.iter().any(|p| p.province == found.id && p.inferred && p.holds_in(year));
    let name = cx.localized(&found.name);
    if inferred { format!("{name}*") } else { name }
}

/// What a screen reader says of a province: the pairing of the year, else the one that it came to have.
pub(super) fn spoken(cx: &Cx<'_>, province: usize, year: u16) -> String {
    let Some(found) = cx.x().provinces.get(province) else { return String::new() };
    let pairings = cx.x().pairings_of(&found.id);
    let held = pairings.iter().find(|p| p.holds_in(year)).or_else(|| pairings.first());
    let name = cx.localized(&found.name);
    held.map_or_else(|| name.clone(), |pairing| said(cx, &name, pairing))
}

fn said(cx: &Cx<'_>, province: &str, pairing: &Pairing) -> String {
    let division = cx.x().division(&pairing.division).map_or_else(String::new, |d| cx.localized(&d.name));
    cx.say(Say::Ribbon { province, division: &division, told: &cx.localized(&pairing.told) })
}

/// True when the province at a position is the chosen one.
pub(super) fn is_chosen(cx: &Cx<'_>, province: usize) -> bool {
    let id = cx.x().provinces.get(province).map(|p| &p.id);
    id.is_some() && id == cx.state.filter().province.as_ref()
}

/// Chooses a province, or clears the choice where it was chosen.
pub(super) fn toggle(cx: &Cx<'_>, province: usize) {
    let Some(found) = cx.x().provinces.get(province) else { return };
    let next = (!is_chosen(cx, province)).then(|| found.id.clone());
    cx.send(Action::Province(next));
}

/// One drawing of the diagram.
struct Drawing<'a> {
    cx: &'a Cx<'a>,
    year: u16,
    columns: Columns,
    pitch: Pitch,
    plan: Plan,
    top: f32,
}

impl<'a> Drawing<'a> {
    /// The drawing of a year that fills an area.
    fn new(cx: &'a Cx<'a>, year: u16, columns: Columns, area: Rect) -> Self {
        let groups = groups(cx.x());
        let rows = groups.iter().map(|g| g.len().max(1)).sum();
        let pitch = Pitch::filling(area.height() - 2.0 * AIR, rows, groups.len(), columns.tallest, measure::RIBBON);
        Self { cx, year, columns, pitch, plan: Plan::of(cx.x(), year, pitch), top: area.top() + AIR }
    }

    /// Ribbons first, the outlines of what is over on them, the chosen one last; then bars and names.
    fn draw(&self, ui: &Ui, way: FlowMode) {
        let controls = way.is_on_screen().then(|| (self.responses(ui), self.ribbon_under_pointer(ui)));
        let (responses, under) = controls.unwrap_or_default();
        let is_highlighted = |ribbon: &Ribbon| is_chosen(self.cx, ribbon.province);
        let (over, held): (Vec<&Ribbon>, Vec<&Ribbon>) = self.plan.ribbons.iter().partition(|r| r.over);
        let colors = &self.cx.colors;
        for ribbon in held.iter().filter(|r| !is_highlighted(r)) {
            let row = self.plan.rows.iter().position(|row| row.province == ribbon.province);
            let touched = row.and_then(|i| responses.get(i)).map(theme::touched).unwrap_or_default();
            let share = if under == Some(ribbon.province) { touched.max(theme::HOVERED) } else { touched };
            let color = theme::mix(colors.ribbon, colors.text, share);
            way.put(ui, self.cx, self.course(ribbon).fill(color, Line::new(2.0, colors.bg)));
        }
        for ribbon in over {
            way.put(ui, self.cx, self.course(ribbon).outline(Line::new(2.0, colors.text)));
        }
        for ribbon in held.iter().filter(|r| is_highlighted(r)) {
            way.put(ui, self.cx, self.course(ribbon).fill(colors.accent, Line::new(1.0, colors.accent)));
        }
        for (i, row) in self.plan.rows.iter().enumerate() {
            self.row(ui, way, row, responses.get(i));
        }
        self.ends(ui, way);
    }

    /// One control for each province: its name and the beginning of its ribbon.
    fn responses(&self, ui: &Ui) -> Vec<Response> {
        self.plan.rows.iter().map(|row| self.response(ui, row)).collect()
    }

    fn response(&self, ui: &Ui, row: &Row) -> Response {
        let Some(province) = self.cx.x().provinces.get(row.province) else {
            return ui.interact(Rect::NOTHING, Id::unique("no province"), Sense::hover());
        };
        let y = self.top + row.y;
        let high = self.pitch.row.max(self.pitch.ribbon) - 1.0;
        let area =
            Rect::from_min_max(pos2(self.columns.left, y - high / 2.0), pos2(self.columns.from + NODE, y + high / 2.0));
        let response = ui.interact(area, Id::unique(("paired province", province.id.as_str())), Sense::click());
        let chosen = is_chosen(self.cx, row.province);
        response.widget_info(|| {
            WidgetInfo::selected(accesskit::Role::Button, true, chosen, spoken(self.cx, row.province, self.year))
        });
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            toggle(self.cx, row.province);
        }
        response
    }

    /// The ribbons themselves can be touched too; a key reaches them by their names. The province whose ribbon lies under
    /// the pointer.
    fn ribbon_under_pointer(&self, ui: &Ui) -> Option<usize> {
        let region = Rect::from_min_max(
            pos2(self.columns.from + NODE, self.top),
            pos2(self.columns.to, self.top + self.plan.height),
        );
        let response = ui.interact(region, Id::unique("ribbons"), Sense::CLICK);
        let point = response.interact_pointer_pos().or_else(|| response.hover_pos())?;
        let held = |ribbon: &&Ribbon| !ribbon.over && self.course(ribbon).holds(point);
        let highlighted_first = |ribbon: &&Ribbon| is_chosen(self.cx, ribbon.province);
        let province = self.plan.ribbons.iter().filter(held).max_by_key(highlighted_first)?.province;
        if response.clicked() {
            toggle(self.cx, province);
        }
        Some(province)
    }

    fn course(&self, ribbon: &Ribbon) -> Course {
        Course {
            from: pos2(self.columns.from + NODE, self.top + ribbon.from),
            to: pos2(self.columns.to, self.top + ribbon.to),
            thick: self.pitch.ribbon,
        }
    }

    /// A province's name and bar. One that is not paired yet in the year shown is pale, with a hollow bar.
    fn row(&self, ui: &Ui, way: FlowMode, row: &Row, response: Option<&Response>) {
        let colors = &self.cx.colors;
        let chosen = is_chosen(self.cx, row.province);
        let y = self.top + row.y;
        let color = match (chosen, row.paired) {
            (true, _) => colors.accent,
            (false, true) => colors.text,
            (false, false) => colors.dim,
        };
        let bar = Rect::from_center_size(pos2(self.columns.from + NODE / 2.0, y), vec2(NODE, self.pitch.ribbon));
        way.put(ui, self.cx, [self.bar(bar, color, row.paired)]);
        let name = province_name(self.cx, row.province, self.year);
        let role = if chosen { Role::LabelStrong } else { Role::Label };
        let width = self.columns.from - GAP - self.columns.left;
        let area = Rect::from_min_size(pos2(self.columns.left, y - self.pitch.row / 2.0), vec2(width, self.pitch.row));
        let label = self.cx.label(&name, role).color(color).width(width).align(Align::Max);
        let text = Text::new(&label, label.middle_of(ui.ctx(), area));
        let drawn = text.rect(ui.ctx());
        way.put(ui, self.cx, [text]);
        let Some(response) = response else { return };
        if response.hovered() && !chosen {
            let line = Stroke::new(measure::CONTROL, color);
            ui.painter().hline(drawn.x_range(), drawn.bottom() - 1.0, line);
        }
        if response.has_focus() {
            let ring = Rect::from_min_max(
                pos2(drawn.left() - 6.0, bar.top() - 2.0),
                pos2(bar.right() + 5.0, bar.bottom() + 2.0),
            );
            let ring = ring.union(drawn.expand2(vec2(6.0, -2.0)));
            let radius = CornerRadius::same(measure::RADIUS_PICTURE);
            ui.painter().rect_stroke(ring, radius, Stroke::new(measure::STRONG, colors.text), StrokeKind::Middle);
        }
    }

    /// The divisions' bars and names, readable by screen readers.
    fn ends(&self, ui: &Ui, way: FlowMode) {
        let colors = &self.cx.colors;
        for end in &self.plan.ends {
            let Some(division) = self.cx.x().divisions.get(end.division) else { continue };
            let chosen = self.plan.ribbons.iter().any(|r| {
                let pairing = self.cx.x().pairings.get(r.pairing);
                !r.over && is_chosen(self.cx, r.province) && pairing.is_some_and(|p| p.division == division.id)
            });
            let color = if chosen { colors.accent } else { colors.text };
            let y = self.top + end.y;
            let bar = Rect::from_center_size(pos2(self.columns.to + NODE / 2.0, y), vec2(NODE, end.height));
            way.put(ui, self.cx, [self.bar(bar, color, end.paired)]);
            let left = self.columns.to + NODE + GAP;
            let name = self.cx.localized(&division.name);
            let label = self.cx.label(&name, Role::Strong).color(color).width((self.columns.right - left).max(1.0));
            let at: Pos2 = pos2(left, y - label.size(ui.ctx()).y / 2.0);
            way.put(ui, self.cx, [Text::new(&label, at).named()]);
        }
    }

    fn bar(&self, rect: Rect, fill: egui::Color32, paired: bool) -> Shape {
        if paired {
            Shape::Rect { rect, radius: 0, fill }
        } else {
            Shape::Frame { rect, radius: 0, line: Line::new(measure::CONTROL, self.cx.colors.edge) }
        }
    }
}
