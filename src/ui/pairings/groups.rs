//! The pairings where a diagram of two sides has no room: the divisions, each with its provinces under it.

use egui::{Color32, CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2, vec2};

use crate::model::{Division, Pairing};
use crate::state::{Action, Scrollable};
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
const UNDER_RULE: f32 = 4.0;
const AFTER_NAME: f32 = 12.0;
/// The inset of a province's control above and below, and how far its ground reaches at the sides.
const INSET: f32 = 2.0;
const REACH: f32 = 8.0;

/// A province of a group: its position in the exhibition, and its pairing there.
type Entry<'a> = (usize, &'a Pairing);

/// Draws the groups of a year, and under them the card of the chosen province and the notes.
pub(super) fn groups_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, year: u16) {
    let columns = columns(ui, cx, area, year);
    let groups = columns.iter().map(Column::height).fold(0.0, f32::max);
    let chosen = cx.state.filter().province.is_some();
    // The groups themselves show which pairings are over.
    let notes = Notes::of(cx, year, area.width(), false);
    let card = if chosen { card::province_card_height(ui, cx, area.width()) } else { cx.style(Role::Body).line };
    let height = groups + GAP + card + OVER_NOTES + notes.set(ui, cx, FlowMode::Measure, Pos2::ZERO) + UNDER_NOTES;
    let draw = |ui: &mut Ui, place: Rect| {
        let place = place.with_max_x(place.left() + area.width());
        for (i, column) in columns.iter().enumerate() {
            let x = if i == 0 { place.left() } else { place.right() - column.width };
            column.draw(ui, cx, (x, place.top()), year);
        }
        let below = place.with_min_y(place.top() + groups + GAP);
        let bottom = if chosen {
            // One point more than it needs, so that rounding does not make it scroll.
            card::province_card_ui(ui, cx, below.with_max_y(below.top() + card + 1.0)).bottom()
        } else {
            let words = cx.say(Say::ChooseProvince);
            cx.label(&words, Role::Body).width(below.width()).at(ui, below.min).bottom()
        };
        notes.set(ui, cx, FlowMode::Name, pos2(place.left(), bottom + OVER_NOTES));
    };
    if height <= area.height() {
        draw(ui, area);
    } else {
        // The scroll handle stands in the margin.
        let seen = area.with_max_x(area.right() + HANDLE.min(cx.layout.margin));
        scrolling::area(ui, cx, Scrollable::PairingGroups, (seen, height), draw);
    }
}

/// One column of groups.
struct Column<'a> {
    width: f32,
    row: f32,
    header: f32,
    groups: Vec<(&'a Division, Vec<Entry<'a>>)>,
}

/// The groups in two columns of about the same height, or in one where the names need it.
fn columns<'a>(ui: &Ui, cx: &Cx<'a>, area: Rect, year: u16) -> Vec<Column<'a>> {
    let groups: Vec<_> = cx.x().divisions.iter().map(|division| (division, entries(cx, division, year))).collect();
    let half = (area.width() - GAP) / 2.0;
    let widest = (0..cx.x().provinces.len())
        .map(|i| cx.label(&province_name(cx, i, year), Role::LabelStrong).size(ui.ctx()).x)
        .fold(0.0, f32::max);
    let provinces = cx.x().provinces.iter().map(|province| cx.resolve(&province.name).text);
    let row = (cx.line(Role::Label, provinces) + AROUND_NAME).max(measure::BUTTON);
    let divisions = cx.x().divisions.iter().map(|division| cx.resolve(&division.name).text);
    let header = (cx.line(Role::Strong, divisions) + UNDER + UNDER_RULE).max(measure::TARGET + UNDER_RULE);
    let column = |width, groups| Column { width, row, header, groups };
    if widest + INDENT + AFTER_NAME > half {
        return vec![column(area.width(), groups)];
    }
    let rows = |groups: &[(&Division, Vec<Entry<'_>>)]| column_height(groups.iter().map(|(_, e)| e.len()), row, header);
    // The split with the lowest taller column.
    let taller = |i: usize| match (groups.get(..i), groups.get(i..)) {
        (Some(first), Some(second)) => rows(first).max(rows(second)),
        _ => f32::INFINITY,
    };
    let split = (1..groups.len()).min_by(|&a, &b| taller(a).total_cmp(&taller(b)));
    let mut first = groups;
    let second = first.split_off(split.unwrap_or(first.len()));
    vec![column(half, first), column(half, second)]
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

fn column_height(groups: impl Iterator<Item = usize>, row: f32, header: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few provinces")]
    let height = groups.map(|rows| header + row * rows.max(1) as f32 + GAP).sum::<f32>();
    (height - GAP).max(0.0)
}

impl Column<'_> {
    fn height(&self) -> f32 {
        column_height(self.groups.iter().map(|(_, entries)| entries.len()), self.row, self.header)
    }

    fn draw(&self, ui: &Ui, cx: &Cx<'_>, (x, top): (f32, f32), year: u16) {
        let mut y = top;
        for (division, entries) in &self.groups {
            let chosen = entries.iter().any(|(province, pairing)| is_chosen(cx, *province) && pairing.holds_in(year));
            let color = if chosen { cx.colors.accent } else { cx.colors.text };
            let header = Rect::from_min_size(pos2(x, y), vec2(self.width, self.header));
            division_ui(ui, cx, (division, entries), header, color, year);
            y += self.header;
            widgets::rule(ui, x, x + self.width, y - UNDER_RULE, Stroke::new(measure::RULE, cx.colors.line));
            for entry in entries {
                entry_ui(ui, cx, *entry, Rect::from_min_size(pos2(x, y), vec2(self.width, self.row)), year);
                y += self.row;
            }
            if entries.is_empty() {
                y += self.row;
            }
            y += GAP;
        }
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
    let name = if over {
        let resolved = cx.localized(&pairing.told);
        format!("{} ({resolved})", cx.x().provinces.get(province).map_or_else(String::new, |p| cx.localized(&p.name)))
    } else {
        province_name(cx, province, year)
    };
    let said = if over { name.clone() } else { spoken(cx, province, year) };
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
