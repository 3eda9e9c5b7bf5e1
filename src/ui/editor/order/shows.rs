//! What a stop shows: its kind, which one of it, and what stands out.

use egui::{Align, CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2, vec2};
use serde_json::{Value, json};

use super::list::name_of;
use crate::model::{Change, ChartStop, Shows, Stop};
use crate::state::editing::{Edit, Pick, stop_now, stop_path};
use crate::state::talk::stop_zoom;
use crate::state::{EditCommand, Editing, OrderCommand};
use crate::text::{self, Order, OrderKind, Say};
use crate::ui::Cx;
use crate::ui::editor::send;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};

/// The height of a button that opens a list, the gaps, and the padding of its words.
const BUTTON: f32 = 46.0;
const GAP: f32 = 8.0;
const PAD: f32 = 14.0;
const BUTTON_PAD: f32 = 36.0;
/// The least width for two lists side by side.
const WIDE: f32 = 560.0;
/// A chip of a batch.
const CHIP: f32 = 44.0;
const CHIP_PAD: f32 = 28.0;

/// The kind of what is shown.
pub fn kind_of(shows: &Shows) -> OrderKind {
    match shows {
        Shows::Photo(_) => OrderKind::Photo,
        Shows::Chart(chart) => OrderKind::Chart(chart.form),
        Shows::Province(_) => OrderKind::Province,
        Shows::Milestone(_) => OrderKind::Milestone,
        Shows::Pairings(_) => OrderKind::Pairings,
        Shows::Card(_) => OrderKind::Card,
    }
}

/// Draws the choice from its top left corner on; gives its bottom.
pub fn shows_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, (at, width): (Pos2, f32), index: usize, stop: &Stop) -> f32 {
    let heading = cx.say(Say::Order(Order::Shows));
    let drawn = cx.label(&heading, Role::LabelStrong).at(ui, at);
    let is = cx.say(Say::Order(Order::AsVisitors));
    let dim = cx.dim(&is, Role::Note);
    if drawn.right() + GAP + dim.size(ui.ctx()).x <= at.x + width {
        dim.paint(ui, pos2(drawn.right() + GAP, drawn.center().y - dim.size(ui.ctx()).y / 2.0));
    }
    let mut top = drawn.bottom() + GAP;
    // Side by side where there is room.
    let is_wide = width >= WIDE && !matches!(stop.shows, Shows::Pairings(_) | Shows::Chart(_));
    let half = if is_wide { (width - GAP) / 2.0 } else { width };
    let mut left = at.x;
    let mut list = |pick: Pick, name: &str, words: &str| {
        let area = Rect::from_min_size(pos2(left, top), vec2(half, BUTTON));
        opener_ui(ui, cx, editing, area, (pick, name, words));
        if is_wide && left <= at.x {
            left = area.right() + GAP;
        } else {
            (left, top) = (at.x, area.bottom() + GAP);
        }
    };
    let kind = cx.say(Say::Order(Order::Kind(kind_of(&stop.shows))));
    list(Pick::Kind, &heading, &kind);
    let which = cx.say(Say::Order(Order::Which));
    match &stop.shows {
        Shows::Photo(_) | Shows::Province(_) | Shows::Milestone(_) => {
            let name = cx.x().name_of(&stop.shows);
            list(Pick::Which, &which, name.resolve(cx.lang()).text);
        }
        Shows::Pairings(pairings) => {
            let year = pairings.year.map_or_else(|| cx.say(Say::Order(Order::LastYear)), |year| year.to_string());
            list(Pick::Which, &which, &year);
            let province = pairings.highlighted.as_ref().and_then(|id| cx.x().province(id));
            let none = cx.say(Say::Order(Order::NoProvince));
            let name = cx.say(Say::Order(Order::HighlightedProvince));
            let words = format!(
                "{name}{}{}",
                text::colon(cx.lang()),
                province.map_or(none.as_str(), |p| p.name.resolve(cx.lang()).text)
            );
            list(Pick::Highlighted, &name, &words);
        }
        Shows::Card(card) => {
            let statement = card.statement.as_ref().and_then(|id| cx.x().statements.iter().find(|s| s.id == *id));
            let own = cx.say(Say::Order(Order::OwnText));
            list(Pick::Which, &which, statement.map_or(own.as_str(), |s| s.text.resolve(cx.lang()).text));
        }
        Shows::Chart(chart) => {
            top = batches_ui(ui, cx, (pos2(at.x, top), width), index, chart);
        }
    }
    buttons_ui(ui, cx, (pos2(at.x, top), width), index, stop)
}

/// A button that opens a list.
fn opener_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, (pick, name, words): (Pick, &str, &str)) {
    let is_open = editing.pick().is_some_and(|(open, _)| open == pick);
    let response = ui.interact(area, super::picker::opener_id(pick), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(accesskit::Role::ComboBox, true, name);
        info.current_text_value = Some(words.to_owned());
        info
    });
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
    let icon = pos2(area.right() - PAD - 10.0, area.center().y);
    widgets::icon(ui.painter(), if is_open { Icon::Up } else { Icon::Down }, icon, 20.0, cx.colors.text);
    let inner = area.with_min_x(area.left() + PAD).with_max_x(icon.x - PAD);
    cx.label(words, Role::Label).width(inner.width().max(1.0)).one_line().paint_in(ui, inner);
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    if response.clicked() {
        send(cx, EditCommand::Order(OrderCommand::Pick((!is_open).then(|| (pick, String::new())))));
    }
}

/// The batches as chips; touching one lets it stand out.
fn batches_ui(ui: &Ui, cx: &Cx<'_>, (at, width): (Pos2, f32), index: usize, chart: &ChartStop) -> f32 {
    let heading = cx.say(Say::Order(Order::Highlighted));
    let drawn = cx.label(&heading, Role::NoteStrong).at(ui, at);
    let mut corner = pos2(at.x, drawn.bottom() + GAP / 2.0);
    let mut numbers: Vec<u32> = cx.x().batches.iter().map(|batch| batch.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let style = cx.style(Role::Label);
    for number in numbers {
        let words = number.to_string();
        let name = cx.say(Say::Order(Order::Batch(number)));
        let wide = (cx.label(&words, Role::Label).size(ui.ctx()).x + CHIP_PAD).max(CHIP);
        if corner.x + wide > at.x + width {
            corner = pos2(at.x, corner.y + CHIP + GAP);
        }
        let area = Rect::from_min_size(corner, vec2(wide, CHIP));
        corner.x = area.right() + GAP;
        let is_lit = chart.highlighted.contains(&number);
        let response = widgets::chip(ui, area, Id::unique(("lit", number)), &words, &style, &cx.colors, is_lit);
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::CheckBox, true, is_lit, &name));
        if response.clicked() {
            let mut lit: Vec<u32> = chart.highlighted.iter().copied().filter(|lit| *lit != number).collect();
            if !is_lit {
                lit.push(number);
                lit.sort_unstable();
            }
            let at = stop_path(index).field("shows.chart.lit");
            let change = if lit.is_empty() { Change::unset(at) } else { Change::set(at, json!(lit)) };
            send(cx, EditCommand::Edit(Edit::step(vec![change])));
        }
    }
    corner.y + CHIP + GAP
}

/// What replaces it, and what leads to it.
fn buttons_ui(ui: &Ui, cx: &Cx<'_>, (at, width): (Pos2, f32), index: usize, stop: &Stop) -> f32 {
    let now = stop_now(cx.state);
    let is_open = !matches!(&stop.shows, Shows::Card(card) if card.statement.is_none());
    let style = cx.style(Role::Label);
    let mut corner = at;
    let mut all = vec![("show seen", Order::ShowSeen, now.is_some()), ("open stop", Order::OpenIt, is_open)];
    if stop_zoom(stop).is_some() {
        all.push(("show whole", Order::ShowWhole, true));
    }
    for (id, words, enabled) in all {
        let words = cx.say(Say::Order(words));
        let wide = (cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_PAD).min(width);
        if corner.x > at.x && corner.x + wide > at.x + width {
            corner = pos2(at.x, corner.y + BUTTON + GAP);
        }
        let area = Rect::from_min_size(corner, vec2(wide, BUTTON));
        corner.x = area.right() + GAP;
        if widgets::button(ui, area, Id::unique(id), (None, &words), &style, &cx.colors, enabled).clicked() && enabled {
            let zoom = stop_path(index).field("zoom");
            match (id, &now) {
                ("open stop", _) => send(cx, EditCommand::Order(OrderCommand::Open)),
                ("show whole", _) => send(cx, EditCommand::Edit(Edit::step(vec![Change::unset(zoom)]))),
                (_, Some(now)) => {
                    let shows = now.get("shows").cloned().unwrap_or_default();
                    let part = now.get("zoom").cloned();
                    let part = part.map_or_else(|| Change::unset(zoom.clone()), |part| Change::set(zoom.clone(), part));
                    let changes = vec![Change::set(stop_path(index).field("shows"), shows), part];
                    send(cx, EditCommand::Edit(Edit::step(changes)));
                }
                (_, None) => {}
            }
        }
    }
    corner.y + BUTTON
}

/// What the view as it stands would show, in words.
pub fn seen_words(cx: &Cx<'_>, seen: Option<&Value>) -> String {
    let shows: Option<Shows> = seen.and_then(|seen| serde_json::from_value(seen.clone()).ok());
    match shows {
        Some(shows) => {
            let kind = cx.say(Say::Order(Order::Kind(kind_of(&shows))));
            let title = text::shows_title(cx.lang(), cx.x(), &shows);
            let name = match &shows {
                Shows::Chart(_) | Shows::Pairings(_) => kind,
                _ if title.is_empty() => kind,
                _ => title,
            };
            cx.say(Say::Order(Order::Seen(&name)))
        }
        None => cx.say(Say::Order(Order::NothingSeen)),
    }
}

/// The heading of a stop.
pub fn heading(cx: &Cx<'_>, editing: &Editing, index: usize) -> String {
    cx.say(Say::Order(Order::Stop(index + 1, &name_of(cx, editing, index))))
}

/// Words in the middle of an area.
pub fn middle(ui: &Ui, cx: &Cx<'_>, words: &str, area: Rect) {
    cx.dim(words, Role::Label).width(area.width()).align(Align::Center).paint_in(ui, area);
}
