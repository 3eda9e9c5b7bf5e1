//! The stop that is edited: what the audience sees, its time, its words, and what can be done with it.

use egui::{Id, Pos2, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::field::Three;
use super::shows::{heading, middle, seen_words, shows_ui};
use super::time::time_ui;
use crate::model::{Change, List, Shows, Stop};
use crate::state::editing::{Chosen, Edit, shows_now, stop_of, stop_path, times_taken};
use crate::state::talk::{AudienceView, Light};
use crate::state::{Action, EditCommand, Editing, Scrollable, TalkCommand};
use crate::text::{Order, Say};
use crate::ui::editor::{hear, send};
use crate::ui::presenter::audience;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};
use crate::ui::{BUTTON_ICON, Cx, scrolling};

/// The margin around everything, the space at the bottom, and the gap between the picture and what stands beside it.
const MARGIN: f32 = 32.0;
const BOTTOM: f32 = 40.0;
const GAP: f32 = 28.0;
/// The head, and its buttons with the gap between them.
const HEAD: f32 = 80.0;
const BUTTON: f32 = 46.0;
const BUTTON_PAD: f32 = 36.0;
const BUTTON_GAP: f32 = 8.0;
/// The share of the width that the picture takes, and the least width for something beside it.
const PICTURE_SHARE: f32 = 0.46;
const BESIDE: f32 = 640.0;
const SHAPE: f32 = 16.0 / 9.0;
/// The gap above a row of fields, between its heading and its fields, and the least height of notes.
const ROW_GAP: f32 = 24.0;
const HEADING_GAP: f32 = 4.0;
const NOTES: f32 = 150.0;

/// Draws it.
pub fn stop_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, index: usize) {
    let head = area.with_max_y(area.top() + HEAD).shrink2(vec2(MARGIN, 0.0));
    head_ui(ui, cx, editing, head, index);
    let below = Rect::from_min_max(pos2(area.left() + MARGIN - BUTTON_GAP, head.bottom()), area.max);
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("edited stop").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::EditedStop, region, |ui| {
            let origin = ui.max_rect().min + vec2(BUTTON_GAP, 0.0);
            let width = area.width() - 2.0 * MARGIN;
            let bottom = body_ui(ui, cx, editing, (origin, width), index);
            ui.set_min_height(bottom + BOTTOM - ui.max_rect().top());
        });
    });
}

/// The heading, and what moves the stop.
fn head_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, index: usize) {
    let count = editing.tree().len(List::RunningOrder.field());
    let down = Rect::from_min_size(pos2(area.right() - BUTTON, area.center().y - BUTTON / 2.0), vec2(BUTTON, BUTTON));
    let up = down.translate(vec2(-BUTTON - BUTTON_GAP, 0.0));
    for (place, icon, words, by, enabled, id) in [
        (up, Icon::Up, Order::MoveUp, -1, index > 0, "stop up"),
        (down, Icon::Down, Order::MoveDown, 1, index + 1 < count, "stop down"),
    ] {
        let name = cx.say(Say::Order(words));
        let pressed = widgets::icon_button(ui, place, Id::unique(id), icon, &name, &cx.colors, enabled).clicked();
        if pressed && let Some(command) = hear::moved(editing, by) {
            send(cx, command);
        }
    }
    let words = heading(cx, editing, index);
    let width = up.left() - area.left() - BUTTON_GAP;
    let roles = [Role::Heading, Role::CardHeading, Role::Title, Role::Strong];
    let fits = |role: &&Role| cx.label(&words, **role).size(ui.ctx()).x <= width;
    let role = roles.iter().find(fits).copied().unwrap_or(Role::Strong);
    let label = cx.label(&words, role).width(width.max(1.0)).one_line();
    label.at(ui, label.middle_of(ui.ctx(), area));
}

fn body_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, (at, width): (Pos2, f32), index: usize) -> f32 {
    let Some(key) = editing.tree().key(List::RunningOrder.field(), index) else { return at.y };
    let stop = stop_of(editing.tree(), index);
    let is_beside = width >= BESIDE;
    let picture_width = if is_beside { width * PICTURE_SHARE } else { width.min(BESIDE) };
    let picture = Rect::from_min_size(at, vec2(picture_width, picture_width / SHAPE));
    picture_ui(ui, cx, picture, stop.as_ref());
    let (beside, beside_width) = if is_beside {
        (pos2(picture.right() + GAP, at.y), width - picture_width - GAP)
    } else {
        (pos2(at.x, picture.bottom() + ROW_GAP), width)
    };
    let mut right = beside.y;
    if let Some(stop) = &stop {
        right = shows_ui(ui, cx, editing, (beside, beside_width), index, stop) + ROW_GAP;
    }
    let right = time_ui(ui, cx, editing, (pos2(beside.x, right), beside_width), index);
    let mut top = right.max(picture.bottom()) + ROW_GAP;
    let mut rows = vec![("title", Order::Title, Some(Order::TitleIs), None)];
    if matches!(&stop, Some(Stop { shows: Shows::Card(card), .. }) if card.statement.is_none()) {
        rows.push(("shows.card.text", Order::Text, None, Some(BUTTON)));
    }
    rows.push(("notes", Order::Notes, Some(Order::NotesIs), Some(NOTES)));
    for (field, name, is, lines) in rows {
        let name = cx.say(Say::Order(name));
        let drawn = cx.label(&name, Role::LabelStrong).at(ui, pos2(at.x, top));
        let mut bottom = drawn.bottom();
        if let Some(is) = is {
            let words = cx.say(Say::Order(is));
            let dim = cx.dim(&words, Role::Note);
            let size = dim.size(ui.ctx());
            if drawn.right() + 2.0 * BUTTON_GAP + size.x <= at.x + width {
                dim.at(ui, pos2(drawn.right() + 2.0 * BUTTON_GAP, drawn.center().y - size.y / 2.0));
            } else {
                bottom = dim.width(width).at(ui, pos2(at.x, bottom)).bottom();
            }
        }
        let three = Three { stop: key, at: stop_path(index).field(field), name, lines, editing };
        top = three.ui(ui, cx, (at.x, width, bottom + HEADING_GAP)) + ROW_GAP;
    }
    widgets::rule(ui, at.x, at.x + width, top, Stroke::new(measure::RULE, cx.colors.line));
    buttons_ui(ui, cx, editing, (pos2(at.x, top + ROW_GAP), width), index)
}

/// What the audience sees.
fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, stop: Option<&Stop>) {
    if !ui.is_rect_visible(area) {
        return;
    }
    match stop {
        Some(stop) => {
            let view = AudienceView {
                shows: Some(stop.shows.clone()),
                closing: false,
                title: stop.title.clone(),
                lang: cx.lang(),
                theme: cx.state.theme(),
                zoom: None,
                light: (Light::None, [0.5, 0.5]),
                cover: None,
            };
            audience::view_ui(ui, cx, area, &view, false);
        }
        None => {
            ui.painter().rect_filled(area, 0.0, cx.colors.side);
            middle(ui, cx, &cx.say(Say::Order(Order::Unreadable)), area.shrink(GAP));
        }
    }
    let outline = egui::StrokeKind::Outside;
    ui.painter().rect_stroke(area, 0.0, Stroke::new(measure::RULE, cx.colors.line), outline);
}

fn buttons_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, (at, width): (Pos2, f32), index: usize) -> f32 {
    let seen = shows_now(cx.state);
    let times = times_taken(editing.tree(), cx.state.talk());
    let after = index + 1;
    let list = List::RunningOrder;
    let next = editing
        .tree()
        .key(list.field(), after)
        .or_else(|| index.checked_sub(1).and_then(|before| editing.tree().key(list.field(), before)));
    let remove = EditCommand::Edit(Edit::step(vec![Change::Remove { at: stop_path(index) }]));
    let choose = EditCommand::Choose(next.map(|next| Chosen::Entry(list, next)));
    let add = seen.clone().map(|shows| EditCommand::AddStop(Some(Box::new(shows))));
    let edit = |command: EditCommand| Action::Edit(command);
    let mut buttons = vec![
        ("add seen", Some(Icon::Plus), Order::AddSeen, add.map(edit).into_iter().collect::<Vec<_>>()),
        ("add text", Some(Icon::Plus), Order::AddText, vec![edit(EditCommand::AddStop(None))]),
        ("delete stop", None, Order::Delete, vec![edit(remove), edit(choose)]),
        ("rehearse", Some(Icon::Play), Order::Rehearse, vec![Action::Talk(TalkCommand::Open)]),
    ];
    if !times.is_empty() {
        buttons.push(("take times", None, Order::TakeTimes, vec![edit(EditCommand::Edit(Edit::step(times)))]));
    }
    let style = cx.style(Role::Label);
    let mut corner = at;
    for (id, icon, words, actions) in buttons {
        let words = cx.say(Say::Order(words));
        let pad = BUTTON_PAD + if icon.is_some() { BUTTON_ICON } else { 0.0 };
        let wide = (cx.label(&words, Role::Label).size(ui.ctx()).x + pad).min(width);
        if corner.x > at.x && corner.x + wide > at.x + width {
            corner = pos2(at.x, corner.y + BUTTON + BUTTON_GAP);
        }
        let area = Rect::from_min_size(corner, vec2(wide, BUTTON));
        corner.x = area.right() + BUTTON_GAP;
        let enabled = !actions.is_empty();
        if widgets::button(ui, area, Id::unique(id), (icon, &words), &style, &cx.colors, enabled).clicked() {
            actions.into_iter().for_each(|action| cx.send(action));
        }
    }
    let mut bottom = corner.y + BUTTON + 2.0 * BUTTON_GAP;
    for words in [cx.say(Say::Order(Order::NewAfter(after))), seen_words(cx, seen.as_ref())] {
        bottom = cx.dim(&words, Role::Note).width(width).at(ui, pos2(at.x, bottom)).bottom() + HEADING_GAP;
    }
    bottom
}
