//! The stop that is edited: what the audience sees, its time, its words, and what can be done with it.

use egui::{Id, Pos2, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::field::Three;
use super::shows::{heading, middle, seen_words, shows_ui};
use super::time::time_ui;
use crate::model::{Change, FieldPath, List, Shows, Stop};
use crate::state::editing::{Chosen, Edit, shows_now, stop_now, stop_of, stop_path, times_taken};
use crate::state::talk::{AudienceView, Light, stop_zoom};
use crate::state::{Action, EditCommand, Editing, OrderCommand, Scrollable, TalkCommand};
use crate::text::{self, Order, Say};
use crate::ui::editor::problems::mark_ui;
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
/// The share of the width that the picture takes, the most of it, and the least width for something beside it.
const PICTURE_SHARE: f32 = 0.46;
const PICTURE: f32 = 520.0;
const BESIDE: f32 = 640.0;
const SHAPE: f32 = 16.0 / 9.0;
/// The gap above a row of fields, between its heading and its fields, and the least height of notes.
const ROW_GAP: f32 = 24.0;
const HEADING_GAP: f32 = 4.0;
const NOTES: f32 = 150.0;
/// The space in the foot above and below its buttons; a lower area shows these alone.
const FOOT_AIR: f32 = 28.0;
const LOW: f32 = 700.0;

/// Draws it.
pub fn stop_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, index: usize) {
    let head = area.with_max_y(area.top() + HEAD).shrink2(vec2(MARGIN, 0.0));
    head_ui(ui, cx, editing, head, index);
    // What can be done stands at the foot, always in sight.
    let foot_width = area.width() - 2.0 * MARGIN;
    let foot = foot(ui, cx, editing, foot_width, index);
    let height = if area.height() < LOW { foot.rows } else { foot.rows + foot.words };
    let split = (area.bottom() - height - FOOT_AIR).max(head.bottom());
    foot_ui(
        ui,
        cx,
        &foot,
        Rect::from_min_max(pos2(area.left() + MARGIN, split), pos2(area.right() - MARGIN, area.bottom())),
    );
    let below = Rect::from_min_max(pos2(area.left() + MARGIN - BUTTON_GAP, head.bottom()), pos2(area.right(), split));
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
    let stop = stop_of(editing.tree(), index);
    let is_beside = width >= BESIDE;
    let picture_width = if is_beside { (width * PICTURE_SHARE).min(PICTURE) } else { width.min(BESIDE) };
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
        let three = Three { at: stop_path(index).field(field), name, lines, editing };
        top = three.ui(ui, cx, (at.x, width, bottom + HEADING_GAP));
        top = problems_ui(ui, cx, editing, (pos2(at.x, top + BUTTON_GAP), width), &three.at) + ROW_GAP;
    }
    top
}

/// What is wrong in a field; gives the bottom.
fn problems_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, (at, width): (Pos2, f32), path: &FieldPath) -> f32 {
    const MOST: usize = 3;
    const WORDS: f32 = 30.0;
    let mut top = at.y;
    for problem in editing.problems_at(path).take(MOST) {
        let words = text::headline(cx.lang(), &problem.trouble);
        let label = cx.label(&words, Role::Note).width(width - WORDS);
        mark_ui(ui, cx, pos2(at.x + WORDS / 3.0, top + label.line() / 2.0), problem.weight());
        top = label.at(ui, pos2(at.x + WORDS, top)).bottom();
    }
    top
}

/// What the audience sees.
#[expect(clippy::single_match_else, reason = "either is as likely")]
fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, stop: Option<&Stop>) {
    if !ui.is_rect_visible(area) {
        return;
    }
    match stop {
        Some(stop) => {
            let view = AudienceView {
                shows: Some(stop.shows.clone()),
                closing: false,
                whole: false,
                title: stop.title.clone(),
                lang: cx.lang(),
                theme: cx.state.theme(),
                zoom: stop_zoom(stop),
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
    ui.painter().rect_stroke(area, 0.0, Stroke::new(measure::RULE, cx.colors.line), egui::StrokeKind::Inside);
}

/// A button of the foot: its id, icon, words and place, and what it does; nothing where it cannot.
struct FootButton {
    id: &'static str,
    icon: Option<Icon>,
    words: String,
    place: Rect,
    actions: Vec<Action>,
}

/// The foot, laid out from the origin on: its buttons, the words under them, and the heights of both.
struct Foot {
    buttons: Vec<FootButton>,
    text: String,
    rows: f32,
    words: f32,
}

fn foot(ui: &Ui, cx: &Cx<'_>, editing: &Editing, width: f32, index: usize) -> Foot {
    let seen = shows_now(cx.state);
    let times = times_taken(editing.tree(), cx.state.talk());
    let list = List::RunningOrder;
    let key = |index| editing.tree().key(list.field(), index);
    let next = key(index + 1).or_else(|| index.checked_sub(1).and_then(key));
    let remove = EditCommand::Edit(Edit::step(vec![Change::Remove { at: stop_path(index) }]));
    let choose = EditCommand::Choose(next.map(|next| Chosen::Entry(list, next)));
    let add = stop_now(cx.state).map(|stop| Action::Edit(EditCommand::Order(OrderCommand::Add(Some(Box::new(stop))))));
    let mut all = vec![
        ("add seen", Some(Icon::Plus), Order::AddSeen, add.into_iter().collect::<Vec<_>>()),
        ("add text", Some(Icon::Plus), Order::AddText, vec![Action::Edit(EditCommand::Order(OrderCommand::Add(None)))]),
        ("delete stop", None, Order::Delete, vec![Action::Edit(remove), Action::Edit(choose)]),
        ("rehearse", Some(Icon::Play), Order::Rehearse, vec![Action::Talk(TalkCommand::Open)]),
    ];
    if !times.is_empty() {
        all.push(("take times", None, Order::TakeTimes, vec![Action::Edit(EditCommand::Edit(Edit::step(times)))]));
    }
    let mut corner = Pos2::ZERO;
    let mut buttons = Vec::new();
    for (id, icon, words, actions) in all {
        let words = cx.say(Say::Order(words));
        let pad = BUTTON_PAD + if icon.is_some() { BUTTON_ICON } else { 0.0 };
        let wide = (cx.label(&words, Role::Label).size(ui.ctx()).x + pad).min(width);
        if corner.x > 0.0 && corner.x + wide > width {
            corner = pos2(0.0, corner.y + BUTTON + BUTTON_GAP);
        }
        let place = Rect::from_min_size(corner, vec2(wide, BUTTON));
        corner.x = place.right() + BUTTON_GAP;
        buttons.push(FootButton { id, icon, words, place, actions });
    }
    let text = [cx.say(Say::Order(Order::NewAfter(index + 1))), seen_words(cx, seen.as_ref())].join(" ");
    let words = cx.dim(&text, Role::Note).width(width).size(ui.ctx()).y + BUTTON_GAP;
    Foot { buttons, text, rows: corner.y + BUTTON, words }
}

fn foot_ui(ui: &Ui, cx: &Cx<'_>, foot: &Foot, area: Rect) {
    widgets::rule(ui, area.left(), area.right(), area.top(), Stroke::new(measure::RULE, cx.colors.line));
    let origin = area.min + vec2(0.0, FOOT_AIR / 2.0);
    let style = cx.style(Role::Label);
    for button in &foot.buttons {
        let place = button.place.translate(origin.to_vec2());
        let enabled = !button.actions.is_empty();
        let id = Id::unique(button.id);
        if widgets::button(ui, place, id, (button.icon, &button.words), &style, &cx.colors, enabled).clicked() {
            button.actions.iter().for_each(|action| cx.send(action.clone()));
        }
    }
    let top = origin.y + foot.rows + BUTTON_GAP;
    if top + foot.words <= area.bottom() {
        cx.dim(&foot.text, Role::Note).width(area.width()).at(ui, pos2(area.left(), top));
    }
}
