//! The pairings where a diagram of two sides has no room: the divisions, each with its provinces under it.

use egui::{Color32, CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2, vec2};

use crate::model::{Division, Pairing};
use crate::state::{Action, Rests, Scrollable};
use crate::text::Say;
use crate::ui::flow::FlowMode;
use crate::ui::marks::{Line, paint_shapes};
use crate::ui::scrolling;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::{Cx, card, widgets};

use super::diagram::{spoken, toggle};
use super::notes::{DASH, DASH_WIDTH, Notes};
use crate::ui::chart::diagram::{is_chosen, province_name};
use crate::ui::chart::plan::is_over;

/// Between the two columns, and between a group and the next.
const GAP: f32 = 36.0;
/// The same in a low window, and the most columns there.
const LOW_GAP: f32 = 24.0;
const LOW_COLUMNS: usize = 4;
/// Under a division's name.
const UNDER: f32 = 8.0;
/// The width of the bar before a name, and the indent of the name.
const BAR: f32 = 14.0;
const INDENT: f32 = 30.0;
/// Over the notes, and under them.
const OVER_NOTES: f32 = 24.0;
const UNDER_NOTES: f32 = 8.0;
/// How far the scroll handle stands in the margin.
const HANDLE: f32 = 20.0;
/// Around a province's name, under a division's rule, and after the widest name.
const AROUND_NAME: f32 = 14.0;
const AROUND_FAR_NAME: f32 = 4.0;
const UNDER_RULE: f32 = 4.0;
const AFTER_NAME: f32 = 12.0;
/// The inset of a province's control above and below, and how far its ground reaches at the sides.
const INSET: f32 = 2.0;
const REACH: f32 = 8.0;

/// A province of a group: its position in the exhibition, and its pairing there.
type Entry<'a> = (usize, &'a Pairing);

/// Draws the groups of a year, and under them the card of the chosen province and the notes.
pub(super) fn groups_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, year: u16) {
    let groups = Groups::of(ui, cx, area.width(), year);
    let height = groups.height + below_height(ui, cx, area.width(), year);
    let draw = |ui: &mut Ui, place: Rect| {
        let place = place.with_max_x(place.left() + area.width());
        groups.draw(ui, cx, place.min, year);
        below_ui(ui, cx, place.with_min_y(place.top() + groups.height), year);
    };
    if height <= area.height() {
        draw(ui, area);
    } else {
        // The scroll handle stands in the margin.
        let seen = area.with_max_x(area.right() + HANDLE.min(cx.layout.margin));
        scrolling::area(ui, cx, Scrollable::PairingGroups, (seen, height), draw);
    }
}

/// The height of what stands under the groups: the card of the chosen province, else the words that ask for a choice, and the
/// notes.
pub(super) fn below_height(ui: &Ui, cx: &Cx<'_>, width: f32, year: u16) -> f32 {
    // The groups themselves show which pairings are over.
    let notes = Notes::of(cx, year, width, false).set(ui, cx, FlowMode::Measure, Pos2::ZERO);
    GAP + card_height(ui, cx, width) + OVER_NOTES + notes + UNDER_NOTES
}

/// True where the card stands under the groups, not in the sidebar.
fn has_card(cx: &Cx<'_>) -> bool {
    cx.state.filter().province.is_some() && !super::card_in_sidebar(cx)
}

fn card_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    if has_card(cx) {
        // One point more than it needs, so that rounding does not make it scroll.
        card::province_card_height(ui, cx, width) + 1.0
    } else {
        cx.label(&cx.say(Say::ChooseProvince), Role::Body).width(width).size(ui.ctx()).y
    }
}

/// Draws what stands under the groups.
pub(super) fn below_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, year: u16) {
    let below = area.with_min_y(area.top() + GAP);
    let bottom = if has_card(cx) {
        let height = card_height(ui, cx, area.width());
        card::province_card_ui(ui, cx, below.with_max_y(below.top() + height)).bottom()
    } else {
        let words = cx.say(Say::ChooseProvince);
        cx.label(&words, Role::Body).width(below.width()).at(ui, below.min).bottom()
    };
    let notes = Notes::of(cx, year, area.width(), false);
    notes.set(ui, cx, FlowMode::Name, pos2(area.left(), bottom + OVER_NOTES));
}

/// The groups, in columns of about the same height.
pub(super) struct Groups<'a> {
    columns: Vec<Column<'a>>,
    /// Their height.
    pub height: f32,
}

impl<'a> Groups<'a> {
    /// The groups of a year, at a width.
    pub fn of(ui: &Ui, cx: &Cx<'a>, width: f32, year: u16) -> Self {
        let columns = columns(ui, cx, width, year);
        let height = columns.iter().map(Column::height).fold(0.0, f32::max);
        Self { columns, height }
    }

    /// Draws them from a corner on.
    pub fn draw(&self, ui: &Ui, cx: &Cx<'_>, corner: Pos2, year: u16) {
        let mut x = corner.x;
        for column in &self.columns {
            column.draw(ui, cx, (x, corner.y), year);
            x += column.width + column.sizes.gap;
        }
    }
}

/// One column of groups.
struct Column<'a> {
    width: f32,
    sizes: Sizes,
    groups: Vec<(&'a Division, Vec<Entry<'a>>)>,
    /// The height of each province of each group.
    rows: Vec<Vec<f32>>,
}

/// The heights of a column's parts, and the gap between columns and groups.
#[derive(Clone, Copy)]
struct Sizes {
    row: f32,
    header: f32,
    gap: f32,
}

impl Sizes {
    fn of(cx: &Cx<'_>) -> Self {
        let provinces = cx.x().provinces.iter().map(|province| cx.resolve(&province.name).text);
        let line = cx.line(Role::Label, provinces);
        let row = match (cx.layout.low, cx.is_across_a_room()) {
            // Nobody touches it there.
            (true, true) => line + AROUND_FAR_NAME,
            (true, false) => line.max(measure::TARGET),
            (false, _) => (line + AROUND_NAME).max(measure::BUTTON),
        };
        let divisions = cx.x().divisions.iter().map(|division| cx.resolve(&division.name).text);
        let header = cx.line(Role::Strong, divisions) + UNDER + UNDER_RULE;
        let header = if cx.is_across_a_room() { header } else { header.max(measure::TARGET + UNDER_RULE) };
        Self { row, header, gap: if cx.layout.low { LOW_GAP } else { GAP } }
    }

    /// The height of a group with rows of these heights.
    fn group(self, rows: &[f32]) -> f32 {
        self.header + rows.iter().sum::<f32>().max(self.row)
    }

    /// The height of groups one under the other.
    fn groups(self, rows: &[Vec<f32>]) -> f32 {
        let height = rows.iter().map(|rows| self.group(rows) + self.gap).sum::<f32>();
        (height - self.gap).max(0.0)
    }
}

/// The groups in as many columns as the names allow; in a low window more than two.
fn columns<'a>(ui: &Ui, cx: &Cx<'a>, width: f32, year: u16) -> Vec<Column<'a>> {
    let sizes = Sizes::of(cx);
    let mut groups: Vec<_> = cx.x().divisions.iter().map(|division| (division, entries(cx, division, year))).collect();
    let size = |(province, pairing): &Entry<'_>, width: f32| {
        let words = entry_name(cx, (*province, pairing), year);
        let role = if is_over(pairing, year) { Role::Note } else { Role::LabelStrong };
        cx.label(&words, role).width(width).size(ui.ctx())
    };
    // The words of a pairing that is over may take a second line.
    let names = groups.iter().flat_map(|(_, entries)| entries).filter(|(_, pairing)| !is_over(pairing, year));
    let widest = names.map(|entry| size(entry, f32::INFINITY).x).fold(0.0, f32::max);
    let column = |count: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let count = count as f32;
        (width - sizes.gap * (count - 1.0)) / count
    };
    let most = if cx.layout.low { LOW_COLUMNS } else { 2 };
    let fits = |count: &usize| widest + INDENT + AFTER_NAME <= column(*count);
    let count = (1..=most.min(groups.len().max(1))).rev().find(fits).unwrap_or(1);
    let width = column(count);
    let row = |entry: &Entry<'_>| sizes.row.max(size(entry, width - INDENT).y);
    let mut rows: Vec<Vec<f32>> = groups.iter().map(|(_, entries)| entries.iter().map(row).collect()).collect();
    let mut columns = Vec::new();
    for length in split(&rows, count, |rows| sizes.groups(rows)) {
        let (later, below) = (groups.split_off(length), rows.split_off(length));
        let (groups, rows) = (std::mem::replace(&mut groups, later), std::mem::replace(&mut rows, below));
        columns.push(Column { width, sizes, groups, rows });
    }
    columns
}

/// Parts a list into so many runs, whose highest is as low as can be; gives their lengths.
fn split<T>(items: &[T], count: usize, height: impl Fn(&[T]) -> f32) -> Vec<usize> {
    // The answer is the least of the heights that a run can have at which the runs are few enough.
    let ends = (0..items.len()).flat_map(|from| (from + 1..=items.len()).map(move |to| (from, to)));
    let mut limits: Vec<f32> = ends.map(|(from, to)| height(&items[from..to])).collect();
    limits.sort_by(f32::total_cmp);
    let runs = |limit: f32| {
        let (mut runs, mut from) = (Vec::new(), 0);
        while from < items.len() {
            let fits = |&end: &usize| height(&items[from..end]) <= limit;
            let end = (from + 1..=items.len()).take_while(fits).last().unwrap_or(from + 1);
            runs.push(end - from);
            from = end;
        }
        runs
    };
    limits.into_iter().map(runs).find(|runs| runs.len() <= count).unwrap_or_default()
}

/// The provinces of a division in a year, and those whose pairing with it was over.
fn entries<'a>(cx: &Cx<'a>, division: &Division, year: u16) -> Vec<Entry<'a>> {
    let x = cx.x();
    let of = |pairing: &&Pairing| pairing.division == division.id && (pairing.holds_in(year) || is_over(pairing, year));
    let place = |pairing: &'a Pairing| Some((x.provinces.iter().position(|p| p.id == pairing.province)?, pairing));
    let mut entries: Vec<Entry<'a>> = x.pairings.iter().filter(of).filter_map(place).collect();
    entries.sort_by_key(|(province, pairing)| (is_over(pairing, year), *province));
    entries
}

impl Column<'_> {
    fn height(&self) -> f32 {
        self.sizes.groups(&self.rows)
    }

    fn draw(&self, ui: &Ui, cx: &Cx<'_>, (x, top): (f32, f32), year: u16) {
        let Sizes { header, gap, .. } = self.sizes;
        let mut y = top;
        for ((division, entries), rows) in self.groups.iter().zip(&self.rows) {
            let chosen = entries.iter().any(|(province, pairing)| is_chosen(cx, *province) && pairing.holds_in(year));
            let is_lit = |pairing: &Pairing| cx.highlights().is_none_or(|trace| trace.pairing(pairing).any());
            let colors = cx.lit(entries.iter().any(|(_, pairing)| is_lit(pairing))).colors;
            let color = if chosen { colors.accent } else { colors.text };
            let area = Rect::from_min_size(pos2(x, y), vec2(self.width, header));
            division_ui(ui, cx, (division, entries), area, color, year);
            let rule = y + header - UNDER_RULE;
            widgets::rule(ui, x, x + self.width, rule, Stroke::new(measure::RULE, cx.colors.line));
            let mut row = y + header;
            for (entry, height) in entries.iter().zip(rows) {
                entry_ui(ui, cx, *entry, Rect::from_min_size(pos2(x, row), vec2(self.width, *height)), year);
                row += height;
            }
            y += self.sizes.group(rows) + gap;
        }
    }
}

/// The words of a province in a group.
fn entry_name(cx: &Cx<'_>, (province, pairing): Entry<'_>, year: u16) -> String {
    if is_over(pairing, year) {
        let resolved = cx.localized(&pairing.told);
        format!("{} ({resolved})", cx.x().provinces.get(province).map_or_else(String::new, |p| cx.localized(&p.name)))
    } else {
        province_name(cx, province, year)
    }
}

/// A division's name over its provinces; a touch chooses the first of them, another the next.
fn division_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    (division, entries): (&Division, &[Entry<'_>]),
    area: Rect,
    color: Color32,
    year: u16,
) {
    let name = cx.localized(&division.name);
    let label = cx.label(&name, Role::Strong).color(color).width(area.width());
    let at = pos2(area.left(), area.bottom() - UNDER_RULE - UNDER - label.size(ui.ctx()).y);
    let at = at.max(area.min);
    let id = Id::unique(("paired division", division.id.as_str()));
    let held: Vec<usize> = entries.iter().filter(|(_, p)| p.holds_in(year)).map(|(province, _)| *province).collect();
    if held.is_empty() {
        label.at(ui, at);
        return;
    }
    let response = ui.interact(area.with_max_y(area.bottom() - UNDER_RULE), id, Sense::click());
    let chosen = held.iter().position(|&province| is_chosen(cx, province));
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, chosen.is_some(), &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        let next = held.get(chosen.map_or(0, |at| at + 1)).and_then(|&next| cx.x().provinces.get(next));
        cx.send(Action::Province(next.map(|province| province.id.clone())));
    }
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    let ground = response.rect.expand2(vec2(REACH, 0.0));
    ui.painter().rect_filled(ground, radius, cx.touched(cx.colors.bg, &response));
    label.paint(ui, at);
    widgets::focus_ring(ui, &response.with_new_rect(ground.shrink(REACH)), measure::RADIUS_ROW, &cx.colors);
}

/// A province: a bar in the ribbon's colour, dashed where the pairing is over, and its name.
fn entry_ui(ui: &Ui, cx: &Cx<'_>, (province, pairing): Entry<'_>, area: Rect, year: u16) {
    let over = is_over(pairing, year);
    let chosen = is_chosen(cx, province) && !over;
    let id = Id::unique(("paired province", province, pairing.division.as_str()));
    let response = ui.interact(area.shrink2(vec2(0.0, INSET)), id, Sense::click());
    let name = entry_name(cx, (province, pairing), year);
    let rests = cx.highlights().map(|trace| trace.pairing(pairing));
    let said = if over { cx.spoken(name.clone(), rests) } else { spoken(cx, province, year) };
    let cx = &cx.lit(rests.is_none_or(Rests::any));
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, chosen, &said));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let colors = &cx.colors;
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(response.rect.expand2(vec2(REACH, 0.0)), radius, cx.touched(colors.bg, &response));
    let bar = Rect::from_center_size(pos2(area.left() + BAR / 2.0, area.center().y), vec2(BAR, measure::RIBBON));
    if over {
        paint_shapes(ui.painter(), [widgets::dashed_rect(bar, DASH[0], DASH[1], Line::new(DASH_WIDTH, colors.text))]);
    } else {
        ui.painter().rect_filled(bar, 0.0, if chosen { colors.accent } else { colors.ribbon });
    }
    let (role, color) = match (chosen, over) {
        (true, _) => (Role::LabelStrong, colors.accent),
        (false, true) => (Role::Note, colors.dim),
        (false, false) => (Role::Label, colors.text),
    };
    let text = area.with_min_x(area.left() + INDENT);
    cx.label(&name, role).color(color).width(text.width()).paint_in(ui, text);
    if hand::has_ring(&response) {
        let stroke = Stroke::new(measure::STRONG, colors.text);
        ui.painter().rect_stroke(response.rect.expand2(vec2(REACH, 0.0)), radius, stroke, StrokeKind::Inside);
    }
    if response.clicked() {
        toggle(cx, province);
    }
}
