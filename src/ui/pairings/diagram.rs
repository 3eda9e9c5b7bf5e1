//! The diagram of two sides, with provinces and ribbons that choose a province.

use egui::{CornerRadius, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2, vec2};

use super::notes::Notes;
use crate::model::{Lang, Pairing, ProvinceId};
use crate::state::{Action, Scrollable};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::chart::diagram::{Diagram, is_chosen, is_lit, province_name, widest};
use crate::ui::chart::plan::{Pitch, Plan, Ribbon, Row, rows_and_groups};
use crate::ui::flow::FlowMode;
use crate::ui::marks::{Line, Text};
use crate::ui::scrolling;
use crate::ui::theme::{self, Role, duration, hand, measure};

/// The width of the upright bars at which ribbons begin and end.
const NODE: f32 = 14.0;
/// Between a name and its bar.
const GAP: f32 = 16.0;
/// Left free above and below, for focus rings.
const AIR: f32 = 6.0;
/// What the notes leave of the diagram's width.
const BESIDE_NOTES: f32 = 16.0;
/// How far the handle of a scrolling diagram stands beside it.
const HANDLE: f32 = 14.0;
/// The least width of an area with columns of at least these widths.
const SPACIOUS: f32 = 900.0;
const SPACIOUS_COLUMNS: [f32; 2] = [156.0, 170.0];
/// Left free before the provinces' names and after the divisions'.
const BEFORE_NAMES: f32 = 4.0;
const AFTER_NAMES: f32 = 8.0;
/// How much lower than a line of its text a row may be.
const LINE_AIR_EN: f32 = 1.0;
const LINE_AIR_ZH: f32 = 4.0;
const LINE_AIR_BO: f32 = 2.0;
/// From the middle to the words over each side, and under these.
const HEADER_GAP: f32 = 12.0;
const UNDER_HEADER: f32 = 4.0;
/// The lines that keep ribbons apart, and the outline of one that is over.
const LINES: [f32; 2] = [2.0, 2.0];
/// The focus ring of a province: its reach beside the name, its inset above and below that, its reach at the right of the bar,
/// and above and below that.
const RING: f32 = 6.0;
const RING_INSET: f32 = 2.0;
const RING_RIGHT: f32 = 5.0;
const RING_BAR: f32 = 2.0;
/// From the bottom of a name to the line under it while a pointer is over it.
const UNDERLINE_RISE: f32 = 1.0;

/// Draws the diagram of a year into an area, and the notes under it if `with_notes`. Scrolls where its names need more height.
pub(super) fn diagram_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, year: u16, with_notes: bool) {
    let columns = Columns::of(ui, cx, area, year);
    let seen = area.with_min_y(area.top() + columns.header(ui, cx, FlowMode::Name, area.top(), year));
    let drawing = Drawing::new(cx, year, columns, seen);
    let drawn = drawing.diagram.plan.height + 2.0 * AIR;
    let notes = with_notes.then(|| Notes::of(cx, year, area.width() - BESIDE_NOTES, true));
    let height =
        drawn + notes.as_ref().map_or(0.0, |notes| notes.set(ui, cx, FlowMode::Measure, Pos2::ZERO) + 2.0 * GAP);
    let draw = |ui: &mut Ui, place: Rect| {
        let diagram = Diagram { top: place.top() + AIR, ..drawing.diagram };
        Drawing { diagram, ..drawing }.draw(ui, FlowMode::Name);
        if let Some(notes) = notes {
            notes.set(ui, cx, FlowMode::Name, pos2(columns.left, place.top() + drawn + GAP));
        }
    };
    if height <= seen.height() + 0.5 {
        draw(ui, seen);
    } else {
        // The scroll handle stands beside the names, not over them.
        let seen = seen.with_max_x(seen.right() + HANDLE);
        scrolling::area(ui, cx, Scrollable::PairingDiagram, (seen, height), draw);
    }
}

/// Adds the diagram of a year to the marks of a page.
pub(super) fn collect(ui: &Ui, cx: &Cx<'_>, way: FlowMode, area: Rect, year: u16) {
    let columns = Columns::of(ui, cx, area, year);
    let plot = area.with_min_y(area.top() + columns.header(ui, cx, way, area.top(), year));
    Drawing::new(cx, year, columns, plot).draw(ui, way);
}

/// The height of the diagram at its natural pitch, with the words over it.
pub(super) fn natural_height(ui: &Ui, cx: &Cx<'_>, area: Rect, year: u16) -> f32 {
    let columns = Columns::of(ui, cx, area, year);
    let natural = Pitch::natural(rows_and_groups(cx.x()), columns.tallest);
    columns.header(ui, cx, FlowMode::Measure, 0.0, year) + natural + 2.0 * AIR
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
    /// Names have the width they need, up to a third of the area's; longer ones wrap.
    fn of(ui: &Ui, cx: &Cx<'_>, area: Rect, year: u16) -> Self {
        let most = area.width() / 3.0;
        let set = |role| move |name: &str| cx.label(name, role).into_owned();
        let widths = widest(ui, cx, year, [&set(Role::LabelStrong), &set(Role::Strong)]);
        let [names, ends] = widths.map(|width| width.min(most).ceil() + 1.0);
        // Fixed least widths in wide areas, so that the diagram does not shift between languages.
        let spacious = if area.width() >= SPACIOUS { SPACIOUS_COLUMNS } else { [0.0; 2] };
        let (names, ends) = (names.max(spacious[0]), ends.max(spacious[1]));
        let left = area.left() + BEFORE_NAMES;
        let from = left + names + GAP;
        let to = (area.right() - AFTER_NAMES - ends - GAP - NODE).max(from + 3.0 * NODE);
        let columns = Self { left, from, to, right: area.right() - AFTER_NAMES, tallest: 0.0 };
        Self { tallest: columns.tallest(ui, cx, year), ..columns }
    }

    /// A row may be lower than a line of its text, which has air for accents and stacks, but not lower than its letters.
    fn tallest(&self, ui: &Ui, cx: &Cx<'_>, year: u16) -> f32 {
        let line = cx.style(Role::LabelStrong).line;
        let air = match cx.lang() {
            Lang::En => LINE_AIR_EN,
            Lang::Zh => LINE_AIR_ZH,
            Lang::Bo => LINE_AIR_BO,
        };
        let width = self.from - GAP - self.left;
        let height = |name: String| cx.label(&name, Role::LabelStrong).width(width).size(ui.ctx()).y - air;
        let names = (0..cx.x().provinces.len()).map(|i| province_name(cx, i, year));
        names.map(height).fold(line - air, f32::max)
    }

    /// Sets the words over the two sides; returns their height with the gap under them.
    fn header(&self, ui: &Ui, cx: &Cx<'_>, way: FlowMode, top: f32, year: u16) -> f32 {
        let holds =
            |id: &ProvinceId| cx.x().pairings.iter().any(|pairing| pairing.province == *id && pairing.holds_in(year));
        let provinces = cx.say(Say::Provinces(cx.x().provinces.iter().filter(|p| holds(&p.id)).count()));
        let divisions = cx.localized(&cx.x().notes.divisions);
        let middle = f32::midpoint(self.from, self.to);
        let left = cx.dim(&provinces, Role::Note).width(middle - HEADER_GAP - self.left);
        let right = cx.dim(&divisions, Role::Note).width(self.right - middle - HEADER_GAP);
        let [left_size, right_size] = [&left, &right].map(|label| label.size(ui.ctx()));
        // Right-aligned with the names unless it is wider than they are.
        let x = (self.from - GAP - left_size.x).max(self.left);
        way.put(ui, cx, [Text::new(&left, pos2(x, top)).named()]);
        way.put(ui, cx, [Text::new(&right, pos2(self.to.min(self.right - right_size.x), top)).named()]);
        left_size.y.max(right_size.y) + UNDER_HEADER
    }
}

/// The name of a province for screen readers: its pairing in the year, else its first one.
pub(super) fn spoken(cx: &Cx<'_>, province: usize, year: u16) -> String {
    let Some(found) = cx.x().provinces.get(province) else { return String::new() };
    let pairings = cx.x().pairings_of(&found.id);
    let held = pairings.iter().find(|p| p.holds_in(year)).or_else(|| pairings.first());
    let name = cx.localized(&found.name);
    let rests = held.and_then(|pairing| Some(cx.highlights()?.pairing(pairing)));
    cx.spoken(held.map_or_else(|| name.clone(), |pairing| said(cx, &name, pairing)), rests)
}

fn said(cx: &Cx<'_>, province: &str, pairing: &Pairing) -> String {
    let division = cx.x().division(&pairing.division).map_or_else(String::new, |d| cx.localized(&d.name));
    cx.say(Say::Ribbon { province, division: &division, told: &cx.localized(&pairing.told) })
}

/// The provinces paired with a division in a year, by their positions, and the division with all of them for screen readers.
pub(super) fn partners(cx: &Cx<'_>, division: usize, year: u16) -> (String, Vec<usize>) {
    let x = cx.x();
    let Some(division) = x.divisions.get(division) else { return <_>::default() };
    let is_paired =
        |id: &ProvinceId| x.pairings.iter().any(|p| p.province == *id && p.division == division.id && p.holds_in(year));
    let found = x.provinces.iter().enumerate().filter(|(_, province)| is_paired(&province.id));
    let (places, names): (Vec<usize>, Vec<&str>) =
        found.map(|(i, province)| (i, cx.resolve(&province.name).text)).unzip();
    let lang = cx.lang();
    (format!("{}{}{}", cx.localized(&division.name), text::colon(lang), text::list(lang, &names)), places)
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
    diagram: Diagram,
}

impl<'a> Drawing<'a> {
    /// The drawing of a year that fills an area.
    fn new(cx: &'a Cx<'a>, year: u16, columns: Columns, area: Rect) -> Self {
        let height = area.height() - 2.0 * AIR;
        let pitch = Pitch::filling(height, rows_and_groups(cx.x()), columns.tallest, measure::RIBBON);
        let diagram = Diagram {
            plan: Plan::of(cx.x(), year, pitch),
            top: area.top() + AIR,
            columns: [columns.left, columns.from, columns.to, columns.right],
            node: [NODE, GAP],
            lines: LINES,
            has_hollow: true,
            // The control of a province names it.
            named: [false, true],
        };
        Self { cx, year, diagram }
    }

    /// Ribbons first, then bars and names.
    fn draw(&self, ui: &Ui, way: FlowMode) {
        let (cx, colors, rows) = (self.cx, &self.cx.colors, &self.diagram.plan.rows);
        let controls =
            way.is_on_screen().then(|| (self.responses(ui), self.ribbon_under_pointer(ui), self.divisions(ui)));
        let (responses, under, divisions) = controls.unwrap_or_default();
        let color = |ribbon: &Ribbon| {
            let row = rows.iter().position(|row| row.province == ribbon.province);
            let touched = row.and_then(|i| responses.get(i)).map(theme::touched).unwrap_or_default();
            let share = if under == Some(ribbon.province) { touched.max(theme::HOVERED) } else { touched };
            let colors = cx.lit(is_lit(cx, ribbon)).colors;
            theme::mix(colors.ribbon, colors.text, share)
        };
        let before = way.is_on_screen().then(|| self.before(ui)).flatten();
        let held = |plan: &Plan, ribbon: &Ribbon| plan.ribbons.iter().any(|other| other == ribbon);
        if let Some((plan, share)) = &before {
            // What ends goes as what begins comes; what stays does not change.
            let old = Diagram { plan: plan.clone(), ..self.diagram.clone() };
            let ended = plan.ribbons.iter().filter(|ribbon| !ribbon.over && !held(&self.diagram.plan, ribbon));
            let line = Line::new(LINES[0], colors.bg);
            let fill = |ribbon: &Ribbon| old.course(ribbon).fill(theme::mix(color(ribbon), colors.bg, *share), line);
            way.put(ui, cx, ended.flat_map(fill));
        }
        let coming = |ribbon: &Ribbon| match &before {
            Some((plan, share)) if !held(plan, ribbon) => theme::mix(colors.bg, color(ribbon), *share),
            _ => color(ribbon),
        };
        way.put(ui, cx, self.diagram.ribbons(cx, coming));
        for (i, row) in rows.iter().enumerate() {
            self.row(ui, way, row, responses.get(i));
        }
        // On the screen, the controls have the names.
        let diagram = Diagram { named: [false, !way.is_on_screen()], ..self.diagram.clone() };
        let ends = diagram.ends(ui, cx, |name, is_chosen, width| {
            let color = if is_chosen { colors.accent } else { colors.text };
            cx.label(name, Role::Strong).color(color).width(width.max(1.0)).into_owned()
        });
        way.put(ui, cx, ends);
        for (division, response) in divisions {
            self.division_ring(ui, division, &response);
        }
    }

    /// The ribbons of the year that was seen before this one, and how far the change has come; `None` once it is over.
    fn before(&self, ui: &Ui) -> Option<(Plan, f32)> {
        let now = ui.input(|i| i.time);
        let mut motion = self.cx.motion.borrow_mut();
        let seen = motion.ribbons.get_or_insert((self.year, None, now));
        if seen.0 != self.year {
            *seen = (self.year, Some(seen.0), now);
        }
        let before = seen.1.filter(|_| !self.cx.state.still())?;
        #[expect(clippy::cast_possible_truncation, reason = "a share of a moment")]
        let share = ((now - seen.2) as f32 / duration::SHEET).clamp(0.0, 1.0);
        if share >= 1.0 {
            seen.1 = None;
            return None;
        }
        ui.ctx().request_repaint();
        Some((Plan::of(self.cx.x(), before, self.diagram.plan.pitch), share))
    }

    /// One control for each division with a ribbon: its bar and its name. A touch chooses the first province paired with it,
    /// another the next.
    fn divisions(&self, ui: &Ui) -> Vec<(usize, Response)> {
        let Diagram { columns: [.., to, right], top, ref plan, .. } = self.diagram;
        let middles: Vec<f32> = plan.ends.iter().map(|end| top + end.y).collect();
        let mut controls = Vec::new();
        for (i, end) in plan.ends.iter().enumerate().filter(|(_, end)| end.paired) {
            let Some(&middle) = middles.get(i) else { continue };
            let half = end.height.max(measure::TARGET) / 2.0;
            let above = i.checked_sub(1).and_then(|above| middles.get(above));
            let above = above.map_or(f32::NEG_INFINITY, |above| f32::midpoint(*above, middle));
            let below = middles.get(i + 1).map_or(f32::INFINITY, |below| f32::midpoint(*below, middle));
            let area = Rect::from_x_y_ranges(to..=right, (middle - half).max(above)..=(middle + half).min(below));
            let response = ui.interact(area, Id::unique(("paired division", end.division)), Sense::click());
            let (name, partners) = partners(self.cx, end.division, self.year);
            let chosen = partners.iter().position(|&province| is_chosen(self.cx, province));
            let said = WidgetInfo::selected(accesskit::Role::Button, true, chosen.is_some(), name);
            response.widget_info(|| said.clone());
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                let next =
                    partners.get(chosen.map_or(0, |at| at + 1)).and_then(|&next| self.cx.x().provinces.get(next));
                self.cx.send(Action::Province(next.map(|province| province.id.clone())));
            }
            controls.push((i, response));
        }
        controls
    }

    /// How a division shows that a pointer lies over it, or that it has the focus.
    fn division_ring(&self, ui: &Ui, end: usize, response: &Response) {
        let colors = &self.cx.colors;
        if hand::hovers(response) {
            let Some(end) = self.diagram.plan.ends.get(end) else { return };
            let line = Stroke::new(measure::CONTROL, colors.text);
            let [_, gap] = self.diagram.node;
            let left = response.rect.left() + self.diagram.node[0] + gap;
            let y = self.diagram.top + end.y + self.cx.style(Role::Strong).line / 2.0 - UNDERLINE_RISE;
            ui.painter().hline(left..=response.rect.right(), y, line);
        }
        if hand::has_ring(response) {
            let ring = response.rect.expand2(vec2(RING_RIGHT, -RING_INSET));
            let radius = CornerRadius::same(measure::RADIUS_PICTURE);
            ui.painter().rect_stroke(ring, radius, Stroke::new(measure::STRONG, colors.text), StrokeKind::Middle);
        }
    }

    /// One control for each province: its name and the beginning of its ribbon.
    fn responses(&self, ui: &Ui) -> Vec<Response> {
        self.diagram.plan.rows.iter().map(|row| self.response(ui, row)).collect()
    }

    fn response(&self, ui: &Ui, row: &Row) -> Response {
        let Some(province) = self.cx.x().provinces.get(row.province) else {
            return ui.interact(Rect::NOTHING, Id::unique("no province"), Sense::hover());
        };
        let (diagram, pitch) = (&self.diagram, self.diagram.plan.pitch);
        let [left, from, ..] = diagram.columns;
        let high = pitch.row.max(pitch.ribbon) - 1.0;
        let area =
            Rect::from_x_y_ranges(left..=from + NODE, egui::Rangef::point(diagram.top + row.y).expand(high / 2.0));
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

    /// Makes the ribbons clickable (keys use the names instead); returns the province whose ribbon lies under the pointer.
    fn ribbon_under_pointer(&self, ui: &Ui) -> Option<usize> {
        let Diagram { columns: [_, from, to, _], top, ref plan, .. } = self.diagram;
        let region = Rect::from_min_max(pos2(from + NODE, top), pos2(to, top + plan.height));
        let response = ui.interact(region, Id::unique("ribbons"), Sense::CLICK);
        let point =
            response.interact_pointer_pos().or_else(|| response.hover_pos().filter(|_| hand::hovers(&response)))?;
        let held = |ribbon: &&Ribbon| !ribbon.over && self.diagram.course(ribbon).holds(point);
        let highlighted_first = |ribbon: &&Ribbon| is_chosen(self.cx, ribbon.province);
        let province = self.diagram.plan.ribbons.iter().filter(held).max_by_key(highlighted_first)?.province;
        if response.clicked() {
            toggle(self.cx, province);
        }
        Some(province)
    }

    /// A province's name and bar.
    fn row(&self, ui: &Ui, way: FlowMode, row: &Row, response: Option<&Response>) {
        let colors = &self.cx.colors;
        let chosen = is_chosen(self.cx, row.province);
        let (marks, [bar, drawn]) = self.diagram.row(ui, self.cx, row, |color, width| {
            let role = if chosen { Role::LabelStrong } else { Role::Label };
            let name = province_name(self.cx, row.province, self.year);
            self.cx.label(&name, role).color(color).width(width).into_owned()
        });
        way.put(ui, self.cx, marks);
        let Some(response) = response else { return };
        if hand::hovers(response) && !chosen {
            let color = if row.paired { colors.text } else { colors.dim };
            let line = Stroke::new(measure::CONTROL, color);
            ui.painter().hline(drawn.x_range(), drawn.bottom() - UNDERLINE_RISE, line);
        }
        if hand::has_ring(response) {
            let ring = Rect::from_min_max(
                pos2(drawn.left() - RING, bar.top() - RING_BAR),
                pos2(bar.right() + RING_RIGHT, bar.bottom() + RING_BAR),
            );
            let ring = ring.union(drawn.expand2(vec2(RING, -RING_INSET)));
            let radius = CornerRadius::same(measure::RADIUS_PICTURE);
            ui.painter().rect_stroke(ring, radius, Stroke::new(measure::STRONG, colors.text), StrokeKind::Middle);
        }
    }
}
