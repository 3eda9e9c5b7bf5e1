//! The list that opens under a choice: searched by typing, chosen from with a touch.

use egui::{
    Area, CornerRadius, Id, Margin, Order as Level, Rect, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};
use serde_json::{Value, json};

use super::shows::kind_of;
use crate::model::{Change, ChartForm, FieldPath, Milestone, PairingStep, Province, Shows, Statement, Stop, Words};
use crate::state::editing::{Edit, Pick, stop_of, stop_path};
use crate::state::{EditCommand, Editing, OrderCommand, Scrollable};
use crate::text::{Order, OrderKind, Say};
use crate::ui::editor::send;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;
use crate::ui::{Cx, SHADOW, scrolling, typeset};

/// The height of a row, the most rows that are seen, and the search field over them.
const ROW: f32 = 46.0;
const MOST_ROWS: f32 = 8.0;
const FIELD: f32 = 46.0;
const PAD: f32 = 8.0;
/// A list of so many has a search field.
const SEARCHED: usize = 9;
/// The space between the button and its list.
const GAP: f32 = 4.0;

/// The id of the button that opens a list.
pub fn opener_id(pick: Pick) -> Id {
    Id::unique(("opens", pick))
}

/// Something that can be chosen.
struct Choice {
    name: String,
    is_chosen: bool,
    change: Change,
}

/// The value of a kind, as like what is shown now as can be.
fn of_kind(cx: &Cx<'_>, kind: OrderKind, now: &Shows) -> Option<Value> {
    let x = cx.x();
    Some(match kind {
        OrderKind::Photo => json!({ "photo": x.photos.first()?.id }),
        OrderKind::Province => json!({ "province": x.provinces.first()?.id }),
        OrderKind::Milestone => json!({ "milestone": x.milestones.first()?.id }),
        OrderKind::Pairings => {
            x.pairings.first()?;
            json!({ "pairings": {} })
        }
        OrderKind::Card => json!({ "card": {} }),
        OrderKind::Chart(form) => {
            x.batches.first()?;
            let form = match form {
                ChartForm::Bars => "bars",
                ChartForm::Rows => "rows",
                ChartForm::Running => "running",
                ChartForm::Table => "table",
            };
            let mut chart = json!({ "form": form });
            if let Shows::Chart(now) = now
                && !now.highlighted.is_empty()
            {
                chart["lit"] = json!(now.highlighted);
            }
            json!({ "chart": chart })
        }
    })
}

fn choices(cx: &Cx<'_>, pick: Pick, index: usize, stop: &Stop) -> Vec<Choice> {
    let at = stop_path(index).field("shows");
    match pick {
        Pick::Kind => kinds(cx, &at, &stop.shows),
        Pick::Which => which(cx, &at, &stop.shows),
        Pick::Highlighted => highlighted(cx, &at, &stop.shows),
    }
}

fn kinds(cx: &Cx<'_>, at: &FieldPath, now: &Shows) -> Vec<Choice> {
    let choice = |kind| {
        let value = of_kind(cx, kind, now)?;
        let name = cx.say(Say::Order(Order::Kind(kind)));
        Some(Choice { name, is_chosen: kind == kind_of(now), change: Change::set(at.clone(), value) })
    };
    OrderKind::ALL.into_iter().filter_map(choice).collect()
}

/// A choice that sets a field to an id, a year; or, without one, removes it.
fn choice(at: &FieldPath, name: String, value: Option<Value>, is_chosen: bool) -> Choice {
    let change = value.map_or_else(|| Change::unset(at.clone()), |value| Change::set(at.clone(), value));
    Choice { name, is_chosen, change }
}

fn which(cx: &Cx<'_>, at: &FieldPath, now: &Shows) -> Vec<Choice> {
    let x = cx.x();
    let named = |name: &Words| name.resolve(cx.lang()).text.to_owned();
    match now {
        Shows::Photo(id) => {
            let at = at.field("photo");
            let all = x.photos.iter();
            all.map(|photo| choice(&at, named(&photo.title), Some(json!(photo.id)), photo.id == *id)).collect()
        }
        Shows::Province(id) => {
            let at = at.field("province");
            let all = x.provinces.iter();
            all.map(|p| choice(&at, named(&p.name), Some(json!(p.id)), p.id == *id)).collect()
        }
        Shows::Milestone(id) => {
            let at = at.field("milestone");
            let name = |m: &Milestone| format!("{}  {}", m.date.year, named(&m.title));
            x.milestones.iter().map(|m| choice(&at, name(m), Some(json!(m.id)), m.id == *id)).collect()
        }
        Shows::Pairings(pairings) => {
            let at = at.field("pairings.year");
            let last = choice(&at, cx.say(Say::Order(Order::LastYear)), None, pairings.year.is_none());
            let name = |step: &PairingStep| step.label.clone().unwrap_or_else(|| step.year.to_string());
            let of =
                |step: &PairingStep| choice(&at, name(step), Some(json!(step.year)), pairings.year == Some(step.year));
            std::iter::once(last).chain(x.pairing_stops.iter().map(of)).collect()
        }
        Shows::Card(card) => {
            let at = at.field("card.statement");
            let own = choice(&at, cx.say(Say::Order(Order::OwnText)), None, card.statement.is_none());
            let of =
                |s: &Statement| choice(&at, named(&s.text), Some(json!(s.id)), card.statement.as_ref() == Some(&s.id));
            std::iter::once(own).chain(x.statements.iter().map(of)).collect()
        }
        Shows::Chart(_) => Vec::new(),
    }
}

fn highlighted(cx: &Cx<'_>, at: &FieldPath, now: &Shows) -> Vec<Choice> {
    let Shows::Pairings(pairings) = now else { return Vec::new() };
    let at = at.field("pairings.lit");
    let none = choice(&at, cx.say(Say::Order(Order::NoProvince)), None, pairings.highlighted.is_none());
    let of = |province: &Province| {
        let name = province.name.resolve(cx.lang()).text.to_owned();
        choice(&at, name, Some(json!(province.id)), pairings.highlighted.as_ref() == Some(&province.id))
    };
    std::iter::once(none).chain(cx.x().provinces.iter().map(of)).collect()
}

/// Draws the open list under the button that opened it.
pub fn picker_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, index: usize) {
    let Some((pick, typed)) = editing.pick() else { return };
    let Some(stop) = stop_of(editing.tree(), index) else { return };
    let Some(opener) = ui.ctx().read_response(opener_id(pick)) else { return };
    let all = choices(cx, pick, index, &stop);
    let is_searched = all.len() >= SEARCHED;
    let sought = typed.trim().to_lowercase();
    let found: Vec<&Choice> =
        all.iter().filter(|c| sought.is_empty() || c.name.to_lowercase().contains(&sought)).collect();
    let window = ui.ctx().content_rect();
    let head = if is_searched { FIELD + PAD } else { 0.0 };
    #[expect(clippy::cast_precision_loss, reason = "a list of entries")]
    let rows = (found.len().max(1) as f32).min(MOST_ROWS) * ROW;
    let height = rows + head + 2.0 * PAD;
    let below = window.bottom() - opener.rect.bottom() - 2.0 * GAP;
    let top = if below >= height { opener.rect.bottom() + GAP } else { (window.bottom() - height - GAP).max(GAP) };
    let place = Rect::from_min_size(
        pos2(opener.rect.left(), top),
        vec2(opener.rect.width(), height.min(window.height() - 2.0 * GAP)),
    );
    let region = Area::new(Id::unique("choices"))
        .order(Level::Foreground)
        .fixed_pos(place.min)
        .constrain(false)
        .movable(false)
        .fade_in(false);
    region.show(ui.ctx(), |ui| {
        ui.expand_to_include_rect(place);
        let radius = CornerRadius::same(measure::RADIUS_BUTTON);
        let shadow = egui::Shadow { color: cx.colors.shadow, ..SHADOW };
        ui.painter().add(shadow.as_shape(place, radius));
        ui.painter().rect_filled(place, radius, cx.colors.card);
        ui.painter().rect_stroke(place, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
        let inner = place.shrink(PAD);
        if is_searched {
            search_ui(ui, cx, inner.with_max_y(inner.top() + FIELD), (pick, typed));
        }
        found_ui(ui, cx, &found, inner.with_min_y(inner.top() + head));
    });
    let pressed = ui.input(|i| i.pointer.primary_clicked().then(|| i.pointer.interact_pos()).flatten());
    if pressed.is_some_and(|at| !place.contains(at) && !opener.rect.contains(at)) {
        send(cx, EditCommand::Order(OrderCommand::Pick(None)));
    }
}

/// What was found, as rows.
fn found_ui(ui: &mut Ui, cx: &Cx<'_>, found: &[&Choice], list: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(list), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("choices").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::EditedChoices, region, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            if found.is_empty() {
                let words = cx.say(Say::Order(Order::NothingFound));
                cx.dim(&words, Role::Label).width(list.width()).show(ui);
            }
            for (at, choice) in found.iter().enumerate() {
                let (row, _) = ui.allocate_exact_size(vec2(list.width(), ROW), Sense::hover());
                if !ui.is_rect_visible(row) {
                    continue;
                }
                let role = if choice.is_chosen { Role::LabelStrong } else { Role::Label };
                let styles = (&cx.style(role), &cx.style(Role::Note));
                let id = Id::unique(("choice", at));
                let names = (choice.name.as_str(), "", choice.name.as_str());
                if widgets::row(ui, row, id, names, styles, &cx.colors, choice.is_chosen).clicked() {
                    send(cx, EditCommand::Edit(Edit::step(vec![choice.change.clone()])));
                    send(cx, EditCommand::Order(OrderCommand::Pick(None)));
                }
            }
        });
    });
}

fn search_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, (pick, typed): (Pick, &str)) {
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(area, radius, cx.colors.bg);
    let stroke = Stroke::new(measure::CONTROL, cx.colors.edge);
    ui.painter().rect_stroke(area, radius, stroke, StrokeKind::Inside);
    let inner = area.shrink2(vec2(12.0, 2.0));
    let style = cx.style(Role::Label);
    let mut set = typeset::field(style.clone(), cx.colors.text);
    let mut text = typed.to_owned();
    let id = Id::unique("find choice");
    let edit = TextEdit::singleline(&mut text)
        .id(id)
        .font(style.font.clone())
        .layouter(&mut set)
        .frame(egui::Frame::NONE)
        .margin(Margin::ZERO)
        .text_color(cx.colors.text)
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(inner.width());
    let response = ui.put(inner, edit);
    let hint = cx.say(Say::Order(Order::Find));
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, typed, &text, hint.clone());
        info.label = Some(hint.clone());
        info
    });
    if text.is_empty() {
        cx.dim(&hint, Role::Label).width(inner.width()).one_line().paint_in(ui, inner);
    }
    if response.changed() {
        send(cx, EditCommand::Order(OrderCommand::Pick(Some((pick, text)))));
    }
}
