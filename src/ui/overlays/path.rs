//! Opening an exhibition, and naming the place of a file: by the system's dialogs where it has them, and by typing the path.

use egui::accesskit::Role as Access;
use egui::{
    CornerRadius, Id, Key, Margin, Pos2, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::BUTTON_PAD;
use crate::state::editing::{Origin, PhotoCommand};
use crate::state::{Action, BeginCommand, EditCommand, Editing, Overlay, SaveCommand};
use crate::text::{Ask, Editor, Save, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::theme::{Role, measure};
use crate::ui::{typeset, widgets};

/// The padding beside a row's words, and above and below them.
const PAD: f32 = 16.0;
const ROW_PAD: f32 = 12.0;
/// The space above and below the typed text in its field.
const FIELD_PAD: f32 = 2.0;
/// Between two rows, and around the field.
const GAP: f32 = 12.0;
/// Between the rows that open dialogs and the field.
const SPACE: f32 = 20.0;

/// The id of the field, for keys that go there.
pub fn field_id() -> Id {
    Id::unique("typed path")
}

/// The id of the first row.
pub fn first_id() -> Id {
    Id::unique("open file")
}

/// The height that opening takes at a width.
pub fn open_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    open_ways(ui, cx, Rect::from_min_size(Pos2::ZERO, vec2(width, 0.0)), FlowMode::Measure) + field_height(cx)
}

/// The height that naming a place takes at a width.
pub fn place_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    place_words(ui, cx, FlowMode::Measure, Pos2::ZERO, width) + field_height(cx)
}

fn field_height(cx: &Cx<'_>) -> f32 {
    cx.style(Role::Label).line + GAP + measure::BUTTON
}

/// Draws the ways to open an exhibition.
pub fn open_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let bottom = open_ways(ui, cx, area, FlowMode::Name);
    let words = if cx.state.no_dialog() { String::new() } else { cx.say(Say::Ask(Ask::Path)) };
    if let Some(path) = field_ui(ui, cx, area.with_min_y(bottom), &words, &cx.say(Say::Ask(Ask::OpenIt))) {
        cx.send(Action::OpenPack(path.into()));
    }
}

/// Draws where a file is to lie.
pub fn place_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let bottom = place_words(ui, cx, FlowMode::Name, area.min, area.width());
    if let Some(path) = field_ui(ui, cx, area.with_min_y(bottom), "", &cx.say(Say::Ask(Ask::SaveIt))) {
        cx.send(Action::Save(SaveCommand::At(path.into())));
    }
}

/// The height that the field for the path of a spreadsheet takes.
pub(super) fn spreadsheet_height(cx: &Cx<'_>) -> f32 {
    GAP + field_height(cx)
}

/// Draws it; gives the path when it is confirmed.
pub(super) fn spreadsheet_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) -> Option<String> {
    field_ui(ui, cx, area.with_min_y(area.top() + GAP), "", &cx.say(Say::Ask(Ask::OpenIt)))
}

/// The height that naming the place of photographs takes at a width.
pub fn photographs_height(ui: &Ui, cx: &Cx<'_>, overlay: Overlay, width: f32) -> f32 {
    photographs_words(ui, cx, overlay, FlowMode::Measure, Rect::from_min_size(Pos2::ZERO, vec2(width, 0.0)))
        + field_height(cx)
}

/// Draws where photographs lie that are to be added, or to begin with.
pub fn photographs_ui(ui: &mut Ui, cx: &Cx<'_>, overlay: Overlay, area: Rect) {
    let bottom = photographs_words(ui, cx, overlay, FlowMode::Name, area);
    let begins = overlay == Overlay::FirstPhotographs;
    let words = cx.say(Say::Editor(if begins { Editor::BeginWithThem } else { Editor::AddThem }));
    if let Some(path) = field_ui(ui, cx, area.with_min_y(bottom), "", &words) {
        let landing = cx.state.editing().map(Editing::landing).unwrap_or_default();
        cx.send(Action::Edit(if begins {
            EditCommand::Begin(BeginCommand::From(Origin::Path(path.into())))
        } else {
            EditCommand::Photos(PhotoCommand::Add(vec![path.into()], landing))
        }));
    }
}

fn photographs_words(ui: &Ui, cx: &Cx<'_>, overlay: Overlay, way: FlowMode, area: Rect) -> f32 {
    let (at, width) = (area.min, area.width());
    let begins = overlay == Overlay::FirstPhotographs;
    let mut flow = Flow::new(ui, cx, way, at, width);
    flow.dim(&cx.say(Say::Ask(Ask::NoDialog)), Role::Label);
    flow.gap(GAP);
    let what = if begins { Editor::FromPhotographsIs } else { Editor::WherePhotographs };
    flow.text(&cx.say(Say::Editor(what)), Role::Strong);
    flow.gap(GAP);
    flow.pos.y
}

fn place_words(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, width: f32) -> f32 {
    let mut flow = Flow::new(ui, cx, way, at, width);
    flow.dim(&cx.say(Say::Ask(Ask::NoDialog)), Role::Label);
    flow.gap(GAP);
    if let Some((content, _)) = cx.state.session().unplaced {
        let what = cx.say(Say::Save(Save::Content(content)));
        flow.text(&cx.say(Say::Ask(Ask::SaveTo(&what))), Role::Strong);
        flow.gap(GAP);
    }
    flow.pos.y
}

/// The rows that pick a file or a folder by the system's dialog, or the words that there is none; gives the top of the field.
fn open_ways(ui: &Ui, cx: &Cx<'_>, area: Rect, way: FlowMode) -> f32 {
    if cx.state.no_dialog() {
        let mut flow = Flow::new(ui, cx, way, area.min, area.width());
        flow.text(&cx.say(Say::Ask(Ask::NoDialog)), Role::Body);
        flow.gap(SPACE);
        return flow.pos.y;
    }
    let ways = [
        ("open file", Ask::File, Ask::FileIs, Action::PickPack),
        ("open folder", Ask::Folder, Ask::FolderIs, Action::PickFolder),
    ];
    let said = |(id, what, is, action)| (id, cx.say(Say::Ask(what)), cx.say(Say::Ask(is)), action);
    rows_ui(ui, cx, area, way, ways.map(said)) + SPACE - GAP
}

/// Rows that each do something, with their id, name and explanation; gives where the next one would stand.
pub(super) fn rows_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    area: Rect,
    way: FlowMode,
    rows: impl IntoIterator<Item = (&'static str, String, String, Action)>,
) -> f32 {
    let mut top = area.top();
    for (id, what, is, action) in rows {
        let place = area.with_min_y(top);
        let words = |way: FlowMode| {
            let mut flow = Flow::new(ui, cx, way, place.min + vec2(PAD, ROW_PAD), place.width() - 2.0 * PAD);
            flow.text(&what, Role::Strong);
            flow.dim(&is, Role::Note);
            flow.pos.y + ROW_PAD
        };
        let row = place.with_max_y(words(FlowMode::Measure));
        top = row.bottom() + GAP;
        if way == FlowMode::Measure {
            continue;
        }
        let response = ui.interact(row, Id::unique(id), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Access::Button, true, format!("{what}: {is}")));
        let radius = CornerRadius::same(measure::RADIUS_ROW);
        ui.painter().rect_filled(row, radius, cx.touched(cx.colors.card, &response));
        let stroke = Stroke::new(measure::CONTROL, cx.colors.edge);
        ui.painter().rect_stroke(row, radius, stroke, StrokeKind::Inside);
        words(FlowMode::Paint);
        widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
        if response.clicked() {
            cx.send(action);
        }
    }
    top
}

/// The field for a path, under its words, and the button beside it; gives the path when it is confirmed, with what was typed in the
/// same frame.
fn field_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, words: &str, done: &str) -> Option<String> {
    let hint = cx.say(Say::Ask(Ask::PathHint));
    let mut top = area.top();
    if !words.is_empty() {
        top = cx.dim(words, Role::Label).at(ui, area.min).bottom() + GAP;
    }
    let style = cx.style(Role::Label);
    let width = cx.label(done, Role::Label).size(ui.ctx()).x + BUTTON_PAD;
    let button = Rect::from_min_size(pos2(area.right() - width, top), vec2(width, measure::BUTTON));
    let field = Rect::from_min_max(pos2(area.left(), top), pos2(button.left() - GAP, button.bottom()));
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(field, radius, cx.colors.bg);
    ui.painter().rect_stroke(field, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
    let inner = field.shrink2(vec2(PAD, FIELD_PAD));
    let mut typed = cx.state.path().to_owned();
    let mut set = typeset::field(style.clone(), cx.colors.text);
    let edit = TextEdit::singleline(&mut typed)
        .id(field_id())
        .font(style.font.clone())
        .layouter(&mut set)
        .frame(egui::Frame::NONE)
        .margin(Margin::ZERO)
        .text_color(cx.colors.text)
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(inner.width());
    let response = ui.put(inner, edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, cx.state.path(), &typed, hint.clone());
        info.label = Some(hint.clone());
        info
    });
    if typed.is_empty() {
        cx.dim(&hint, Role::Label).width(inner.width()).one_line().paint_in(ui, inner);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(field, radius, Stroke::new(measure::STRONG, cx.colors.text), StrokeKind::Inside);
    }
    if response.changed() {
        cx.send(Action::TypePath(typed.clone()));
    }
    let can = !typed.trim().is_empty();
    let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    let id = Id::unique("path is typed");
    let clicked = widgets::button(ui, button, id, (None, done), &style, &cx.colors, can).clicked();
    (can && (clicked || entered)).then_some(typed)
}
