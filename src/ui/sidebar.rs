//! The paired provinces, grouped by division, with search and counts. The same in every view but the viewer.

use egui::{CornerRadius, Id, Key, Margin, Rect, ScrollArea, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, pos2, vec2};

use crate::model::{Division, Province};
use crate::state::{Action, FinderCommand, Overlay, Rests, Scrollable, Subject, matching_provinces, photo_count};
use crate::text::Say;

use super::scrolling;
use super::theme::{Role, measure};
use super::widgets::{self, Icon};
use super::{Cx, card, kiosk};

/// The gap between the two columns of provinces, in points.
const COLUMN_GAP: f32 = 8.0;
/// The largest gap after a group beyond the least, in points.
const MOST_GAP: f32 = 8.0;
/// How much taller than the least a row becomes in portrait, in points.
const MOST_TALLER: f32 = 32.0;
/// The width of the scroll handle, in points.
const HANDLE: f32 = 8.0;
/// The height of the menu's strip, and the gap above it.
const FOOTER: f32 = 60.0;
/// The same with a kiosk's button, and the inset of that.
const KIOSK_FOOTER: f32 = 88.0;
const KIOSK_INSET: f32 = 8.0;
const FOOTER_GAP: f32 = 8.0;
/// The space above the list, and at its right.
const EDGE: f32 = 24.0;
/// The height of the search field and of buttons.
const CONTROL: f32 = 48.0;
/// The gap above a card, and how far it reaches into the margins: left and right.
const CARD_GAP: f32 = 16.0;
const CARD_REACH: [f32; 2] = [16.0, 8.0];
/// How far a row's ground reaches beyond its words on each side.
const ROW_REACH: f32 = 10.0;
/// The menu's row: its top and bottom in the strip, its right inset, the middle of its icon, and the left of its words.
const MENU_ROW: [f32; 2] = [2.0, 58.0];
const MENU_RIGHT: f32 = 14.0;
const MENU_ICON: f32 = 22.0;
const MENU_WORDS: f32 = 44.0;
/// The size of icons.
const ICON: f32 = 22.0;
/// The search field: the middle of its icon, the left of its text, and the text's right inset.
const SEARCH_ICON: f32 = 26.0;
const SEARCH_TEXT: f32 = 46.0;
const SEARCH_RIGHT: f32 = 8.0;
/// How far the ground of the cross in it lies inside its touch target.
const CLEAR_INSET: f32 = 4.0;
/// The gap between search field and list, above and below the remark over the groups, above the words that nothing matches, and
/// below these.
const LIST_GAP: f32 = 12.0;
const REMARK_GAP: f32 = 2.0;
const NOTHING_GAPS: [f32; 2] = [8.0, 12.0];
/// A group's header: its least line, the space above and below it, and the space under its words; the gap after a group.
const HEADER_LINE: f32 = 24.0;
const HEADER_AIR: f32 = 8.0;
const HEADER_BASE: f32 = 4.0;
const GROUP_GAP: f32 = 6.0;
/// What a row takes beside a name in one of two columns, and above and below it; between rows.
const ROW_SIDES: f32 = 38.0;
const ROW_AIR: f32 = 8.0;
const ROW_GAP: f32 = 2.0;

/// The id of the search field, for the key that goes there.
pub fn search_id() -> Id {
    Id::unique("search provinces")
}

/// Draws the sidebar: the list, or the chosen province's card where both do not fit.
pub fn sidebar_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    let inner = Rect::from_min_max(
        pos2(area.left() + measure::MARGIN, area.top() + EDGE),
        pos2(area.right() - EDGE, area.bottom() - footer(cx) - FOOTER_GAP),
    );
    if cx.layout.narrow && cx.state.filter().province.is_some() {
        let words = cx.say(Say::AllProvinces(cx.x().provinces.len()));
        let back = Rect::from_min_size(inner.min, vec2(inner.width(), CONTROL));
        let label = (Some(Icon::Left), words.as_str());
        if widgets::button(ui, back, Id::unique("all provinces"), label, &cx.style(Role::Label), &cx.colors, true)
            .clicked()
        {
            cx.send(Action::Province(None));
        }
        let card_area = Rect::from_min_max(
            pos2(inner.left() - CARD_REACH[0], back.bottom() + CARD_GAP),
            pos2(inner.right() + CARD_REACH[1], inner.bottom()),
        );
        card::province_card_ui(ui, cx, card_area);
    } else {
        provinces_ui(ui, cx, inner);
    }
    menu_ui(ui, cx, area);
}

/// Draws the menu at the foot of a sidebar, or a kiosk's button, and gives its height.
pub fn menu_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) -> f32 {
    // The top bar has it where there is nothing to choose from.
    if footer(cx) == 0.0 || cx.is_bare() {
        return 0.0;
    }
    let line = area.bottom() - footer(cx);
    widgets::rule(
        ui,
        area.left() + measure::MARGIN,
        area.right() - EDGE,
        line,
        Stroke::new(measure::RULE, cx.colors.line),
    );
    if cx.state.kiosk().is_some() {
        let left = area.left() + measure::MARGIN - ROW_REACH;
        let button = Rect::from_min_max(
            pos2(left, line + KIOSK_INSET),
            pos2(area.right() - EDGE + ROW_REACH, area.bottom() - KIOSK_INSET),
        );
        kiosk::access_button_ui(ui, cx, button);
        return footer(cx);
    }
    let words = cx.say(Say::Menu);
    let style = cx.style(Role::Label);
    let left = area.left() + measure::MARGIN - ROW_REACH;
    let menu = Rect::from_min_max(pos2(left, line + MENU_ROW[0]), pos2(area.right() - MENU_RIGHT, line + MENU_ROW[1]));
    let response = ui.interact(menu, Id::unique("menu"), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &words));
    ui.painter().rect_filled(menu, CornerRadius::same(measure::RADIUS_ROW), cx.touched(cx.colors.side, &response));
    widgets::icon(ui.painter(), Icon::Menu, pos2(menu.left() + MENU_ICON, menu.center().y), ICON, cx.colors.text);
    let text = Rect::from_min_max(pos2(menu.left() + MENU_WORDS, menu.top()), menu.max);
    super::typeset::Label::new(&words, style, cx.colors.text).paint_in(ui, text);
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    if response.clicked() {
        cx.send(Action::Overlay(Some(Overlay::Menu)));
    }
    footer(cx)
}

/// The height of the foot: of the menu, of a kiosk's button, or none where a kiosk has a bar of its own.
fn footer(cx: &Cx<'_>) -> f32 {
    match cx.state.kiosk() {
        None => FOOTER,
        Some(_) if kiosk::has_bar(cx) => 0.0,
        Some(_) => KIOSK_FOOTER,
    }
}

/// Search field and list, in an area; also the content of a narrow screen's overlay.
pub fn provinces_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let field = Rect::from_min_size(area.min, vec2(area.width(), CONTROL));
    search_ui(ui, cx, field);
    let list = Rect::from_min_max(
        pos2(area.left() - ROW_REACH, field.bottom() + LIST_GAP),
        pos2(area.right() + ROW_REACH, area.bottom()),
    );
    let rhythm = rhythm(ui, cx, list);
    let seen = list.with_max_x(list.right() + HANDLE);
    ui.scope_builder(UiBuilder::new().max_rect(seen), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("provinces").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Provinces, region, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            ui.set_max_width(list.width());
            let groups = matching_provinces(cx.x(), cx.state.search());
            if groups.is_empty() {
                nothing_ui(ui, cx);
            } else if groups.iter().any(|(division, _)| division.is_some()) {
                let words = cx.say(Say::ByPlace);
                ui.add_space(REMARK_GAP);
                ui.horizontal(|ui| {
                    ui.add_space(ROW_REACH);
                    cx.dim(&words, Role::Note).show(ui);
                });
                ui.add_space(REMARK_GAP + rhythm.gap);
            }
            for (division, provinces) in groups {
                group_ui(ui, cx, division, &provinces, rhythm);
            }
        });
    });
}

fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let words = cx.say(Say::NothingMatches(cx.state.search().trim()));
    ui.add_space(NOTHING_GAPS[0]);
    ui.horizontal(|ui| {
        ui.add_space(ROW_REACH);
        cx.dim(&words, Role::Label).width(ui.available_width() - 2.0 * ROW_REACH).show(ui);
    });
    ui.add_space(NOTHING_GAPS[1]);
    let words = cx.say(Say::AllProvinces(cx.x().provinces.len()));
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), CONTROL), egui::Sense::hover());
    let area = area.shrink2(vec2(ROW_REACH, 0.0));
    let label = (None, words.as_str());
    if widgets::button(ui, area, Id::unique("clear search"), label, &cx.style(Role::Label), &cx.colors, true).clicked()
    {
        cx.send(Action::Search(String::new()));
    }
}

fn search_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    if cx.state.searches_by_touch() {
        finder_door_ui(ui, cx, area);
        return;
    }
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(area, radius, cx.colors.card);
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
    widgets::icon(ui.painter(), Icon::Search, pos2(area.left() + SEARCH_ICON, area.center().y), ICON, cx.colors.text);
    let hint = cx.say(Say::SearchProvinces(cx.x().provinces.len()));
    let style = cx.style(Role::Label);
    let mut typed = cx.state.search().to_owned();
    let right = if typed.is_empty() { SEARCH_RIGHT } else { area.height() };
    let text_area =
        Rect::from_min_max(pos2(area.left() + SEARCH_TEXT, area.top()), pos2(area.right() - right, area.bottom()));
    let mut set = super::typeset::field(style.clone(), cx.colors.text);
    let edit = TextEdit::singleline(&mut typed)
        .id(search_id())
        .font(style.font)
        .layouter(&mut set)
        .frame(egui::Frame::NONE)
        .margin(Margin::ZERO)
        .text_color(cx.colors.text)
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(text_area.width());
    let response = ui.put(text_area, edit);
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(true, cx.state.search(), &typed, hint.clone());
        info.label = Some(hint.clone());
        info
    });
    if typed.is_empty() {
        cx.dim(&hint, Role::Label).width(text_area.width()).one_line().paint_in(ui, text_area);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::STRONG, cx.colors.text), StrokeKind::Inside);
    }
    if response.changed() {
        cx.send(Action::Search(typed));
    } else if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
        // Enter chooses the first one found.
        let found = matching_provinces(cx.x(), typed.trim()).first().and_then(|(_, found)| found.first().copied());
        if let Some(province) = found.filter(|_| !typed.trim().is_empty()) {
            cx.send(Action::Province(Some(province.id.clone())));
        }
    }
    if !cx.state.search().is_empty() {
        clear_ui(ui, cx, area.with_min_x(text_area.right()));
    }
}

/// What opens the search with a keyboard of its own, where people type with their fingers.
fn finder_door_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let hint = cx.say(Say::SearchProvinces(cx.x().provinces.len()));
    let response = ui.interact(area, search_id(), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &hint));
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
    widgets::icon(ui.painter(), Icon::Search, pos2(area.left() + SEARCH_ICON, area.center().y), ICON, cx.colors.text);
    let text = Rect::from_min_max(pos2(area.left() + SEARCH_TEXT, area.top()), area.max - vec2(SEARCH_RIGHT, 0.0));
    cx.dim(&hint, Role::Label).width(text.width()).one_line().paint_in(ui, text);
    widgets::focus_ring(ui, &response, measure::RADIUS_BUTTON, &cx.colors);
    if response.clicked() {
        cx.send(Action::Finder(FinderCommand::Open));
    }
}

/// The cross that empties the field.
fn clear_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let response = ui.interact(area, Id::unique("clear the search"), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, cx.say(Say::ClearSearch)));
    let ground = area.shrink(CLEAR_INSET);
    ui.painter().rect_filled(ground, CornerRadius::same(measure::RADIUS_ROW), cx.touched(cx.colors.card, &response));
    widgets::icon(ui.painter(), Icon::Cross, area.center(), ICON, cx.colors.text);
    if response.clicked() {
        cx.send(Action::Search(String::new()));
    }
    widgets::focus_ring(ui, &response.with_new_rect(ground), measure::RADIUS_ROW, &cx.colors);
}

/// How the list is spaced: the height of a row, and the gap after a group beyond the least.
#[derive(Clone, Copy)]
struct Rhythm {
    row: f32,
    gap: f32,
}

fn header_height(cx: &Cx<'_>) -> f32 {
    let names = cx.x().divisions.iter().map(|division| cx.resolve(&division.name).text);
    cx.line(Role::NoteStrong, names).max(HEADER_LINE) + HEADER_AIR
}

fn columns(ui: &Ui, cx: &Cx<'_>, provinces: &[&Province], half: f32) -> usize {
    let widest = |p: &&Province| cx.label(p.listed(cx.lang()).text, Role::LabelStrong).size(ui.ctx()).x;
    if provinces.iter().all(|p| widest(p) <= half - ROW_SIDES) { 2 } else { 1 }
}

/// Distributes the height that the whole list leaves free to the groups, then to the rows; searching changes neither.
fn rhythm(ui: &Ui, cx: &Cx<'_>, list: Rect) -> Rhythm {
    let names = cx.x().provinces.iter().map(|province| province.listed(cx.lang()).text);
    let row = (cx.line(Role::Label, names) + ROW_AIR).max(measure::TARGET) + ROW_GAP;
    let half = (list.width() - COLUMN_GAP) / 2.0;
    let groups = matching_provinces(cx.x(), "");
    let lines = groups.iter().map(|(_, provinces)| provinces.len().div_ceil(columns(ui, cx, provinces, half)));
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let (rows, count) = (lines.sum::<usize>().max(1) as f32, groups.len() as f32 + 1.0);
    let taken =
        cx.style(Role::Note).line + 2.0 * REMARK_GAP + (count - 1.0) * (header_height(cx) + GROUP_GAP) + rows * row;
    let left = (list.height() - taken).max(0.0);
    let gap = (left / count).min(MOST_GAP);
    Rhythm { row: row + ((left - gap * count) / rows).min(if cx.layout.portrait { MOST_TALLER } else { 0.0 }), gap }
}

/// A division with its provinces in two columns, or in one where a name is too long for half the width.
fn group_ui(ui: &mut Ui, cx: &Cx<'_>, division: Option<&Division>, provinces: &[&Province], rhythm: Rhythm) {
    // Where nobody is paired, nothing has to be told apart.
    let header = if cx.x().pairings.is_empty() { 0.0 } else { header_height(cx) };
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), header), egui::Sense::hover());
    if header > 0.0 {
        let inner = area.shrink2(vec2(ROW_REACH, 0.0));
        let name = division.map_or_else(|| cx.say(Say::NotPaired), |division| cx.localized(&division.name));
        let label = cx.label(&name, Role::NoteStrong);
        label.at(ui, pos2(inner.left(), inner.bottom() - HEADER_BASE - label.line()));
        widgets::rule(ui, inner.left(), inner.right(), area.bottom() - 0.5, Stroke::new(measure::RULE, cx.colors.line));
    }
    let half = (area.width() - COLUMN_GAP) / 2.0;
    let row_height = rhythm.row;
    let columns = columns(ui, cx, provinces, half);
    let width = if columns == 2 { half } else { area.width() };
    let rows = provinces.len().div_ceil(columns);
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let (block, _) = ui.allocate_exact_size(
        vec2(area.width(), row_height * rows as f32 + GROUP_GAP + rhythm.gap),
        egui::Sense::hover(),
    );
    for (i, province) in provinces.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let at = vec2((i % columns) as f32 * (half + COLUMN_GAP), (i / columns) as f32 * row_height + ROW_GAP);
        province_ui(ui, cx, province, Rect::from_min_size(block.min + at, vec2(width, row_height - ROW_GAP)));
    }
}

fn province_ui(ui: &Ui, cx: &Cx<'_>, province: &Province, area: Rect) {
    let name = cx.resolve(&province.name).text;
    let count = photo_count(cx.x(), &province.id);
    let chosen = cx.state.filter().province.as_ref() == Some(&province.id);
    let role = if chosen { Role::LabelStrong } else { Role::Label };
    let rests = cx.rests(&Subject::Province(province.id.clone()));
    let cx = &cx.lit(rests.is_none_or(Rests::any));
    let spoken = cx.spoken(cx.say(Say::ProvinceRow(name, count)), rests);
    let styles = (&cx.style(role), &cx.style(Role::Note));
    let texts = (province.listed(cx.lang()).text, &*count.to_string(), spoken.as_str());
    let id = Id::unique(("province", province.id.as_str()));
    if widgets::row(ui, area, id, texts, styles, &cx.colors, chosen).clicked() {
        cx.send(Action::Province((!chosen).then(|| province.id.clone())));
    }
}
