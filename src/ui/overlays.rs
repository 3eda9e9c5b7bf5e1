//! The overlays over the view: provinces and topics of a narrow screen, menu, opening, saving, keys, sizes, status report,
//! problems of the exhibition, the set-up of a kiosk.

mod keys;
pub(super) mod path;
mod prepare;
mod problems;
pub(super) mod set_up;
mod size;
mod spreadsheet;
mod status;

use egui::{Area, CornerRadius, Id, Order, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::state::editing::SheetCommand;
use crate::state::kiosk::SetUpCommand;
use crate::state::{Action, EditCommand, Overlay, Scrollable, TalkCommand, Theme};
use crate::text::{Ask, Editor, Import, KeyHelp, Machine, Save, Say, SetUp, Talk};

use super::scrolling;
use super::theme::{Role, measure};
use super::widgets::{self, Icon};
use super::{BUTTON_ICON, Cx, SHADOW, card, save, sidebar};

/// What an overlay's padding and header take of its height.
const FRAME: f32 = 144.0;
/// The padding inside an overlay.
const PAD: f32 = 28.0;
/// The widths of overlays: lists, sizes, opening, saving, and texts of many lines.
const LIST: f32 = 560.0;
const SIZE: f32 = 720.0;
const OPEN: f32 = 760.0;
const SAVE: f32 = 900.0;
const LONG: f32 = 980.0;
const LEAST_LONG: f32 = 560.0;
/// The least margin at the sides of an overlay, and the least space above and below it: in all, and for the provinces.
const MARGIN: f32 = 40.0;
const OUTSIDE: f32 = 80.0;
/// The same in a small window, and the padding inside an overlay of a slim one: as much as what scrolls there reaches beyond its rows.
const OUTSIDE_SMALL: f32 = 24.0;
const SLIM_PAD: f32 = 2.0 * ROUND + 2.0;
const OUTSIDE_PROVINCES: f32 = 120.0;
/// The gap between the menu and its button, and its least margin to the window's edges.
const MENU_GAP: f32 = 8.0;
const MENU_MARGIN: f32 = 12.0;
/// The lines of the status report that are seen at once.
const STATUS_LINES: f32 = 24.0;
/// The height of the header's button, and its padding on both sides together.
const HEADER_BUTTON: f32 = measure::BUTTON;
const HEADER_PAD: f32 = 40.0;
/// The gaps between the heading and the button, above the heading, and below both.
const HEADER_GAPS: [f32; 3] = [16.0, 4.0, 20.0];
/// The gap between the button over a province's card and the card.
const CARD_GAP: f32 = 16.0;
/// What a button takes beside its words.
const BUTTON_PAD: f32 = 56.0;
/// The gaps below the words over a list's button, and below the button.
const LIST_GAPS: [f32; 2] = [16.0, 12.0];
/// What a row takes above and below its words.
const ROW_PAD: f32 = 16.0;
/// The gap between two rows.
const ROW_GAP: f32 = 8.0;
/// The height of the rule between two groups of rows.
const RULE_AREA: f32 = 17.0;
/// The space around the rows, for their ground and focus rings.
const ROUND: f32 = 10.0;

/// Draws the open overlay over its scrim. A tap beside it closes it.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn overlay_ui(ui: &Ui, cx: &Cx<'_>, window: Rect) {
    let Some(overlay) = cx.state.overlay().filter(|overlay| *overlay != Overlay::Whole) else { return };
    // In a window that was made wider the sidebar shows them again, and the same field must not exist twice.
    if matches!(overlay, Overlay::Provinces | Overlay::Topics) && !cx.layout.folded {
        cx.send(Action::Overlay(None));
        return;
    }
    // An area, so that the wheel scrolls its content, not what lies under it.
    let region = Area::new(Id::unique("drawer"))
        .order(Order::Middle)
        .fixed_pos(window.min)
        .default_size(window.size())
        .constrain_to(window)
        .constrain(false)
        .movable(false)
        .fade_in(false);
    region.show(ui.ctx(), |ui| {
        ui.expand_to_include_rect(window);
        // Neither takes the focus: nothing would show it.
        let scrim = ui.interact(window, Id::unique("drawer scrim"), Sense::CLICK);
        ui.painter().rect_filled(window, 0.0, cx.colors.scrim);
        let area = area(ui, cx, overlay, window);
        ui.interact(area, Id::unique("drawer ground"), Sense::CLICK | Sense::DRAG);
        let radius = CornerRadius::same(measure::RADIUS_SHEET);
        let shadow = egui::Shadow { color: cx.colors.shadow, ..SHADOW };
        ui.painter().add(shadow.as_shape(area, radius));
        ui.painter().rect_filled(area, radius, cx.colors.card);
        let inner = area.shrink(if cx.layout.slim { SLIM_PAD } else { PAD });
        let (content, mut focused) = header_ui(ui, cx, inner, overlay);
        match overlay {
            Overlay::Provinces => provinces_ui(ui, cx, content),
            Overlay::Topics => topics_ui(ui, cx, content),
            Overlay::Menu => menu_ui(ui, cx, content),
            Overlay::Keys => keys::keys_ui(ui, cx, content),
            Overlay::Size => size::size_ui(ui, cx, content),
            Overlay::Status => status::status_ui(ui, cx, content),
            Overlay::Save => save::save_ui(ui, cx, content),
            Overlay::Open => {
                let height = path::open_height(ui, cx, content.width());
                whole_ui(ui, cx, overlay, (content, height), |ui, area| path::open_ui(ui, cx, area));
            }
            Overlay::Place => {
                let height = path::place_height(ui, cx, content.width());
                whole_ui(ui, cx, overlay, (content, height), |ui, area| path::place_ui(ui, cx, area));
            }
            Overlay::Photographs | Overlay::FirstPhotographs => {
                let height = path::photographs_height(ui, cx, overlay, content.width());
                whole_ui(ui, cx, overlay, (content, height), |ui, area| path::photographs_ui(ui, cx, overlay, area));
            }
            Overlay::Versions => {
                let height = prepare::versions_height(ui, cx, content.width());
                whole_ui(ui, cx, overlay, (content, height), |ui, area| prepare::versions_ui(ui, cx, area));
            }
            Overlay::Spreadsheet => {
                let height = spreadsheet::height(ui, cx, content.width());
                whole_ui(ui, cx, overlay, (content, height), |ui, area| spreadsheet::spreadsheet_ui(ui, cx, area));
            }
            Overlay::Prepare => {
                let height = prepare::height(ui, cx, content.width());
                whole_ui(ui, cx, overlay, (content, height), |ui, area| prepare::prepare_ui(ui, cx, area));
            }
            Overlay::Problems => problems::problems_ui(ui, cx, content),
            // A page of its own.
            Overlay::Whole => {}
            Overlay::SetUp => focused = set_up::set_up_ui(ui, cx, content).or(focused),
        }
        // After drawing: in an area's first frame egui takes the focus from its content.
        if let Some(id) = focused {
            ui.memory_mut(|m| m.request_focus(id));
        }
        if scrim.clicked() {
            cx.send(Action::Overlay(None));
        }
    });
}

/// Draws content of a height, which scrolls where the overlay is lower.
fn whole_ui(ui: &mut Ui, cx: &Cx<'_>, overlay: Overlay, (area, height): (Rect, f32), add: impl FnOnce(&mut Ui, Rect)) {
    if height <= area.height() + 0.5 {
        add(ui, area);
        return;
    }
    let around = vec2(ROUND, 0.0);
    scrolling::area(ui, cx, Scrollable::Overlay(overlay), (area.expand2(around), height + ROUND), |ui, place| {
        add(ui, place.shrink2(around));
    });
}

fn area(ui: &Ui, cx: &Cx<'_>, overlay: Overlay, window: Rect) -> Rect {
    let is_small = cx.layout.low || cx.layout.slim;
    let most = window.size() - vec2(2.0 * cx.layout.margin.min(MARGIN), if is_small { OUTSIDE_SMALL } else { OUTSIDE });
    let row = row_height(cx);
    #[expect(clippy::cast_precision_loss, reason = "a handful of topics")]
    let topics = cx.x().topics.len() as f32 + 1.0;
    let size = match overlay {
        Overlay::Provinces => vec2(LIST, window.height() - OUTSIDE_PROVINCES),
        Overlay::Topics => vec2(LIST, FRAME + topics * (row + ROW_GAP)),
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        Overlay::Menu => {
            let rows = menu(cx).len() as f32;
            vec2(LIST, FRAME + cx.style(Role::Note).line + ROW_GAP + rows * (row + ROW_GAP) + RULE_AREA + ROW_GAP)
        }
        Overlay::Size => vec2(SIZE, FRAME + size::height(cx)),
        Overlay::Status => vec2(LONG, FRAME + STATUS_LINES * (cx.style(Role::Note).line + status::LINE_GAP)),
        Overlay::Open => vec2(OPEN, FRAME + path::open_height(ui, cx, OPEN.min(most.x) - 2.0 * PAD)),
        Overlay::Place => vec2(OPEN, FRAME + path::place_height(ui, cx, OPEN.min(most.x) - 2.0 * PAD)),
        Overlay::Versions => vec2(OPEN, FRAME + prepare::versions_height(ui, cx, OPEN.min(most.x) - 2.0 * PAD)),
        Overlay::Photographs | Overlay::FirstPhotographs => {
            vec2(OPEN, FRAME + path::photographs_height(ui, cx, overlay, OPEN.min(most.x) - 2.0 * PAD))
        }
        Overlay::Prepare => vec2(OPEN, FRAME + prepare::height(ui, cx, OPEN.min(most.x) - 2.0 * PAD)),
        Overlay::Spreadsheet => {
            let content = spreadsheet::height(ui, cx, LONG.min(most.x) - 2.0 * PAD);
            vec2(LONG, FRAME + if spreadsheet::is_read(cx) { content.max(LEAST_LONG) } else { content })
        }
        Overlay::Problems => vec2(LONG, most.y),
        Overlay::Whole => most,
        Overlay::SetUp => vec2(OPEN, set_up::HEIGHT),
        Overlay::Save => vec2(SAVE, FRAME + save::height(ui, cx, SAVE.min(most.x) - 2.0 * PAD)),
        #[expect(clippy::cast_precision_loss, reason = "a handful of keys")]
        Overlay::Keys => vec2(LONG, FRAME + (KeyHelp::ALL.len() + 1) as f32 * keys::key_row(cx)),
    };
    let size = size.min(most);
    if overlay == Overlay::Menu
        && let Some(button) = menu_button(ui, window)
    {
        return beside(button, size, window.shrink(MENU_MARGIN));
    }
    Rect::from_center_size(window.center(), size)
}

/// The button that opens the menu, where it is in sight.
fn menu_button(ui: &Ui, window: Rect) -> Option<Rect> {
    let ids = [Id::unique("menu"), Id::unique("foot menu")];
    let buttons = ids.into_iter().filter_map(|id| ui.ctx().read_response(id)).map(|response| response.rect);
    buttons.into_iter().find(|button| window.contains_rect(*button))
}

/// An area of a size above or below a button, flush with it, within bounds.
fn beside(button: Rect, size: Vec2, bounds: Rect) -> Rect {
    let is_left = button.center().x < bounds.center().x;
    let left = if is_left { button.left() } else { button.right() - size.x };
    let is_low = button.center().y > bounds.center().y;
    let top = if is_low { button.top() - MENU_GAP - size.y } else { button.bottom() + MENU_GAP };
    let most = bounds.max - size;
    Rect::from_min_size(pos2(left.min(most.x).max(bounds.left()), top.min(most.y).max(bounds.top())), size)
}

/// Whether this is an overlay's first frame, and whether a key opened it that does not begin with a search.
fn opened(ui: &Ui, cx: &Cx<'_>, overlay: Overlay) -> [bool; 2] {
    let frame = ui.ctx().cumulative_frame_nr();
    let is_typed = cx.state.no_dialog() || spreadsheet::is_typed(cx);
    let last = cx.motion.borrow_mut().overlay.replace((is_typed, overlay, frame));
    // A dialog may fail before the next frame: the overlay then opens again in another form.
    let is_same = |before, other| before == is_typed && other == overlay;
    let is_new = last.is_none_or(|(before, other, last)| !is_same(before, other) || last + 1 < frame);
    let by_pointer = ui.input(|i| i.pointer.time_since_last_click()) < 0.5;
    [is_new, is_new && !by_pointer && !ui.memory(|m| m.has_focus(sidebar::search_id()))]
}

/// Draws the header; gives the area below it, and what takes the focus.
fn header_ui(ui: &Ui, cx: &Cx<'_>, inner: Rect, overlay: Overlay) -> (Rect, Option<Id>) {
    let words = match overlay {
        Overlay::Provinces => cx.say(Say::Provinces(cx.x().provinces.len())),
        Overlay::Topics => cx.say(Say::Topics),
        Overlay::Menu => cx.say(Say::Menu),
        Overlay::Keys => cx.say(Say::Keys),
        Overlay::Size => cx.say(Say::Machine(Machine::Size)),
        Overlay::Status => cx.say(Say::Machine(Machine::Status)),
        Overlay::Save | Overlay::Place => cx.say(Say::Save(Save::Heading)),
        Overlay::Open => cx.say(Say::Ask(Ask::Open)),
        Overlay::Photographs => cx.say(Say::Editor(Editor::AddPhotographs)),
        Overlay::Versions => cx.say(Say::Editor(Editor::Versions)),
        Overlay::Spreadsheet if !spreadsheet::is_read(cx) => {
            cx.say(Say::Import(Import::Open)).trim_end_matches(['…', ' ']).to_owned()
        }
        Overlay::Spreadsheet => cx.say(Say::Import(Import::Rows)),
        Overlay::Prepare | Overlay::FirstPhotographs => cx.say(Say::Editor(Editor::Prepare)),
        Overlay::Problems => cx.say(Say::Ask(Ask::Problems(cx.state.pack().problems.len()))),
        Overlay::SetUp => set_up::heading(cx),
        Overlay::Whole => cx.say(Say::Whole),
    };
    let close = cx.say(Say::Close);
    let width = cx.label(&close, Role::Label).size(ui.ctx()).x + BUTTON_ICON + HEADER_PAD;
    let button = Rect::from_min_size(pos2(inner.right() - width, inner.top()), vec2(width, HEADER_BUTTON));
    let id = Id::unique("close drawer");
    let label = (Some(Icon::Cross), close.as_str());
    let response = widgets::button(ui, button, id, label, &cx.style(Role::Label), &cx.colors, true);
    let [is_new, by_keys] = opened(ui, cx, overlay);
    // Opened by keys, it is used by keys; without a dialog the path is typed.
    let types = matches!(overlay, Overlay::Place | Overlay::Photographs | Overlay::FirstPhotographs)
        || (overlay == Overlay::Spreadsheet && spreadsheet::is_typed(cx))
        || (overlay == Overlay::Open && cx.state.no_dialog());
    let focused = match overlay {
        _ if is_new && types => Some(path::field_id()),
        Overlay::Open if by_keys => Some(path::first_id()),
        Overlay::Prepare if by_keys => Some(prepare::first_id()),
        _ => by_keys.then_some(id),
    };
    if response.clicked() {
        cx.send(Action::Overlay(None));
    }
    let label = cx.label(&words, Role::CardHeading).balanced(ui.ctx(), button.left() - inner.left() - HEADER_GAPS[0]);
    let drawn = label.at(ui, inner.min + vec2(0.0, HEADER_GAPS[1]));
    let top = drawn.bottom().max(button.bottom()) + HEADER_GAPS[2];
    (Rect::from_min_max(pos2(inner.left(), top), inner.max), focused)
}

fn provinces_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    if cx.state.filter().province.is_some() {
        let words = cx.say(Say::AllProvinces(cx.x().provinces.len()));
        let back = Rect::from_min_size(area.min, vec2(area.width(), HEADER_BUTTON));
        let id = Id::unique("all provinces");
        let label = (Some(Icon::Left), words.as_str());
        if widgets::button(ui, back, id, label, &cx.style(Role::Label), &cx.colors, true).clicked() {
            cx.send(Action::Province(None));
        }
        card::province_card_ui(ui, cx, Rect::from_min_max(pos2(area.left(), back.bottom() + CARD_GAP), area.max));
    } else {
        sidebar::provinces_ui(ui, cx, area.shrink2(vec2(ROUND, 0.0)));
    }
}

fn topics_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let mut rows = vec![(cx.say(Say::AllTopics), None)];
    rows.extend(cx.x().topics.iter().map(|t| (cx.localized(&t.name), Some(t.id.clone()))));
    rows_ui(ui, cx, (area, Scrollable::Overlay(Overlay::Topics)), (rows.len(), None), |ui, i, row| {
        let Some((words, topic)) = rows.get(i) else { return };
        let chosen = cx.state.filter().topic == *topic;
        let id = Id::unique(("topic row", i));
        if row_ui(ui, cx, row, id, words, chosen) {
            cx.send(Action::Topic(topic.clone()));
        }
    });
}

/// Colours, full screen, size, presenting, a kiosk, saving, opening an exhibition, its problems, keys, status.
fn menu(cx: &Cx<'_>) -> Vec<(String, Action)> {
    let theme = |theme| (cx.say(Say::Theme(theme)), Action::Theme(theme));
    let goes_on = |say| format!("{} …", cx.say(say));
    let mut rows = vec![
        theme(Theme::Light),
        theme(Theme::Dark),
        theme(Theme::Contrast),
        (cx.say(Say::Fullscreen(cx.state.fullscreen())), Action::Fullscreen),
        (goes_on(Say::Machine(Machine::Size)), Action::Overlay(Some(Overlay::Size))),
        (goes_on(Say::Talk(Talk::Present)), Action::Talk(TalkCommand::Open)),
        (goes_on(Say::SetUp(SetUp::Heading)), Action::SetUp(SetUpCommand::Open)),
        (goes_on(Say::Save(Save::Heading)), Action::Overlay(Some(Overlay::Save))),
        (goes_on(Say::Editor(Editor::Prepare)), Action::Overlay(Some(Overlay::Prepare))),
        (cx.say(Say::OpenPack), Action::Overlay(Some(Overlay::Open))),
        (cx.say(Say::OpenBuiltIn), Action::OpenBuiltIn),
        (cx.say(Say::Keys), Action::Overlay(Some(Overlay::Keys))),
        (goes_on(Say::Machine(Machine::Status)), Action::Overlay(Some(Overlay::Status))),
    ];
    if cx.state.editing().is_some() {
        let command = |words, command| (cx.say(Say::Editor(words)), Action::Edit(command));
        let versions = Action::Overlay(Some(Overlay::Versions));
        rows.push((goes_on(Say::Editor(Editor::Versions)), versions));
        let pick = Action::Edit(EditCommand::Sheet(SheetCommand::Pick));
        rows.push((cx.say(Say::Import(Import::OpenAny)), pick));
        rows.extend([command(Editor::SaveAs, EditCommand::SaveAs), command(Editor::Leave, EditCommand::Leave)]);
        return rows;
    }
    let problems = cx.state.pack().problems.len();
    if problems > 0 {
        rows.push((goes_on(Say::Ask(Ask::Problems(problems))), Action::Overlay(Some(Overlay::Problems))));
    }
    rows
}

fn menu_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let (themes, rows) = (cx.say(Say::Themes), menu(cx));
    let header = cx.dim(&themes, Role::Note).at(ui, area.min);
    let area = Rect::from_min_max(pos2(area.left(), header.bottom() + ROW_GAP), area.max);
    rows_ui(ui, cx, (area, Scrollable::Overlay(Overlay::Menu)), (rows.len(), Some(Theme::ALL.len())), |ui, i, row| {
        let Some((words, action)) = rows.get(i) else { return };
        let chosen = *action == Action::Theme(cx.state.theme());
        if row_ui(ui, cx, row, Id::unique(("menu row", i)), words, chosen) {
            cx.send(action.clone());
        }
    });
}

/// A row whose words stand under the overlay's heading; true where it was chosen.
fn row_ui(ui: &Ui, cx: &Cx<'_>, row: Rect, id: Id, words: &str, chosen: bool) -> bool {
    let role = if chosen { Role::Strong } else { Role::Body };
    let styles = (&cx.style(role), &cx.style(Role::Note));
    widgets::row(ui, row, id, (words, "", words), styles, &cx.colors, chosen).clicked()
}

fn row_height(cx: &Cx<'_>) -> f32 {
    (cx.style(Role::Body).line + ROW_PAD).max(measure::BUTTON)
}

/// Rows under one another, with a rule before one of them, scrolling where they are more than the area holds.
fn rows_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (area, surface): (Rect, Scrollable),
    (count, rule_before): (usize, Option<usize>),
    mut row_ui: impl FnMut(&Ui, usize, Rect),
) {
    let height = row_height(cx);
    ui.scope_builder(UiBuilder::new().max_rect(area.expand2(vec2(2.0 * ROUND, ROUND))), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("rows").auto_shrink(false);
        scrolling::show(ui, cx, surface, region, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, ROW_GAP);
            ui.add_space(ROUND);
            for i in 0..count {
                if rule_before == Some(i) {
                    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
                    let stroke = egui::Stroke::new(measure::RULE, cx.colors.line);
                    widgets::rule(ui, area.left(), area.right(), line.center().y, stroke);
                }
                let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
                row_ui(ui, i, row.shrink2(vec2(ROUND, 0.0)));
            }
        });
    });
}
