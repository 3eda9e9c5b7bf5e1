//! The editor's bar: where it is edited, whether all is kept, undo and redo, problems, preview, save.

use egui::{CornerRadius, Id, Rect, Ui, pos2, vec2};

use super::{BAR, rule_under, send};
use crate::state::editing::{Kept, Surface};
use crate::state::{EditCommand, Editing, ProblemCommand};
use crate::text::{Editor, Say};
use crate::ui::Cx;
use crate::ui::theme::{self, Role, measure};
use crate::ui::widgets::{self, Icon};

/// The height of its controls.
const CONTROL: f32 = 46.0;
/// The padding of a control's words on both sides together.
const PAD: f32 = 36.0;
/// The same in a slim window.
const SLIM_PAD: f32 = 20.0;
/// The least width in which it is said whether all is kept.
const LEAST_KEPT: f32 = 120.0;
/// The padding inside the switch of surfaces.
const SWITCH_PAD: f32 = 3.0;
/// The gap between controls, and between groups of them.
const GAP: f32 = 12.0;
const GROUP: f32 = 24.0;

/// A control at the right of the bar.
#[derive(Clone, Copy, PartialEq)]
enum Control {
    Undo,
    Redo,
    Problems,
    Preview,
    Save,
}

/// The controls in their order, with the gap before each.
const CONTROLS: [(Control, f32); 5] = [
    (Control::Undo, GROUP),
    (Control::Redo, GAP),
    (Control::Problems, GROUP),
    (Control::Preview, GAP),
    (Control::Save, GAP),
];

fn words_of(cx: &Cx<'_>, editing: &Editing, control: Control) -> String {
    cx.say(Say::Editor(match control {
        Control::Undo => Editor::Undo,
        Control::Redo => Editor::Redo,
        Control::Problems => Editor::Problems(editing.faults()),
        Control::Preview => Editor::Preview,
        Control::Save => Editor::Save,
    }))
}

fn width_of(ui: &Ui, cx: &Cx<'_>, words: &str) -> f32 {
    cx.label(words, Role::LabelStrong).size(ui.ctx()).x + if cx.layout.slim { SLIM_PAD } else { PAD }
}

/// Where the parts of the bar stand.
struct Places {
    /// Each surface of the switch.
    surfaces: [Rect; 3],
    controls: Vec<Rect>,
    /// Between the two, where they stand on one line.
    between: Option<Rect>,
    bottom: f32,
}

/// On one line, the controls at its end; else one after the other, on as many lines as they need.
fn places(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) -> Places {
    let inner = area.shrink2(vec2(cx.layout.margin, (BAR - CONTROL) / 2.0));
    let surfaces = Surface::ALL.map(|surface| width_of(ui, cx, &cx.say(Say::Editor(Editor::Surface(surface)))));
    let controls = CONTROLS.map(|(control, _)| width_of(ui, cx, &words_of(cx, editing, control)));
    let gaps = CONTROLS.map(|(_, gap)| gap);
    let switch = surfaces.iter().sum::<f32>() + 2.0 * SWITCH_PAD;
    let rest = controls.iter().sum::<f32>() + gaps.iter().sum::<f32>();
    let is_one_line = switch + rest <= inner.width();
    let mut at = inner.min;
    let place = |at: &mut egui::Pos2, width: f32, gap: f32| {
        if at.x > inner.left() && at.x + gap + width > inner.right() + 0.5 {
            *at = pos2(inner.left(), at.y + CONTROL + GAP);
        } else if at.x > inner.left() {
            at.x += gap;
        }
        let place = Rect::from_min_size(*at, vec2(width.min(inner.width()), CONTROL));
        at.x = place.right();
        place
    };
    at.x += SWITCH_PAD;
    let surfaces = surfaces.map(|width| place(&mut at, width, 0.0));
    // Of each line, the padding of the switch stands inside the area.
    let indent = |place: Rect| if place.left() > inner.left() { 0.0 } else { SWITCH_PAD };
    let surfaces = surfaces.map(|place| place.translate(vec2(indent(place), 0.0)).shrink2(vec2(0.0, SWITCH_PAD)));
    at.x += SWITCH_PAD;
    let left = at.x;
    if is_one_line {
        at.x = inner.right() - rest;
    }
    let controls: Vec<Rect> = controls.into_iter().zip(gaps).map(|(width, gap)| place(&mut at, width, gap)).collect();
    let between = is_one_line.then(|| {
        Rect::from_min_max(pos2(left + GROUP, inner.top()), pos2(inner.right() - rest, inner.top() + CONTROL))
    });
    Places { surfaces, controls, between, bottom: at.y + CONTROL + (BAR - CONTROL) / 2.0 }
}

/// The height of the bar at the width of an area.
pub fn height(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) -> f32 {
    places(ui, cx, editing, area).bottom - area.top()
}

/// Draws the bar.
pub fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    rule_under(ui, cx, area);
    let places = places(ui, cx, editing, area);
    surfaces_ui(ui, cx, editing, &places.surfaces);
    for ((control, _), place) in CONTROLS.into_iter().zip(&places.controls) {
        control_ui(ui, cx, editing, control, *place);
    }
    if let Some(room) = places.between.filter(|room| room.width() > LEAST_KEPT) {
        kept_ui(ui, cx, editing, room);
    }
}

fn control_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, control: Control, area: Rect) {
    let words = words_of(cx, editing, control);
    let style = theme::style(Role::Label, cx.lang());
    let history = editing.history();
    let plain = |id: &str, can: bool| {
        can & widgets::button(ui, area, Id::unique(id), (None, &words), &style, &cx.colors, can).clicked()
    };
    let command = match control {
        Control::Undo => plain("undo", history.undoable() > 0).then_some(EditCommand::Undo),
        Control::Redo => plain("redo", history.redoable() > 0).then_some(EditCommand::Redo),
        Control::Problems => problems_button(ui, cx, editing, area, &words)
            .then(|| EditCommand::Problem(ProblemCommand::Shown(!editing.shows_problems()))),
        Control::Preview => plain("preview", true).then_some(EditCommand::Preview(true)),
        Control::Save => {
            let id = Id::unique("save edited");
            widgets::filled_button(ui, area, id, &words, &style, &cx.colors).clicked().then_some(EditCommand::Save)
        }
    };
    if let Some(command) = command {
        send(cx, command);
    }
}

/// The switch of surfaces, on one ground where it stands on one line.
fn surfaces_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, places: &[Rect]) {
    let mut lines: Vec<Rect> = Vec::new();
    for place in places {
        match lines.last_mut().filter(|line| place.top() < line.bottom()) {
            Some(line) => *line = line.union(*place),
            None => lines.push(*place),
        }
    }
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    for line in &lines {
        ui.painter().rect_filled(line.expand(SWITCH_PAD), radius, cx.colors.card);
    }
    for (surface, place) in Surface::ALL.into_iter().zip(places) {
        let is_chosen = surface == editing.surface();
        let style = theme::style(if is_chosen { Role::LabelStrong } else { Role::Label }, cx.lang());
        let words = cx.say(Say::Editor(Editor::Surface(surface)));
        let id = Id::unique(("surface", surface as u8));
        if widgets::segment(ui, *place, id, &words, &style, &cx.colors, is_chosen).clicked() {
            send(cx, EditCommand::Surface(surface));
        }
    }
    let stroke = egui::Stroke::new(measure::CONTROL, cx.colors.edge);
    for line in lines {
        ui.painter().rect_stroke(line.expand(SWITCH_PAD), radius, stroke, egui::StrokeKind::Inside);
    }
}

/// The button of the problems; it is filled while their list is open.
fn problems_button(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, words: &str) -> bool {
    let style = theme::style(Role::Label, cx.lang());
    let id = Id::unique("problems");
    let response = widgets::button(ui, area, id, (None, words), &style, &cx.colors, true);
    if editing.shows_problems() {
        ui.painter().rect_filled(area, CornerRadius::same(measure::RADIUS_BUTTON), cx.colors.accent);
        let label = cx.label(words, Role::LabelStrong).color(cx.colors.on_accent);
        label.align(egui::Align::Center).paint_in(ui, area);
        widgets::focus_ring(ui, &response, measure::RADIUS_BUTTON, &cx.colors);
    }
    response.clicked()
}

/// The line that says whether what was written is safe.
fn kept_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds since then")]
    let words = match editing.kept() {
        Kept::Nothing => Editor::NothingKept,
        Kept::Soon => Editor::KeptSoon,
        Kept::Since(at) => Editor::KeptSince((cx.state.now() - at).max(0.0) as u64),
        Kept::Failed(why) => Editor::NotKept(why.kind, &why.word),
    };
    let words = cx.say(Say::Editor(words));
    let failed = matches!(editing.kept(), Kept::Failed(_));
    let text = if matches!(editing.kept(), Kept::Since(_)) {
        widgets::icon(ui.painter(), Icon::Tick, pos2(area.left() + 10.0, area.center().y), 20.0, cx.colors.dim);
        area.with_min_x(area.left() + 30.0)
    } else {
        area
    };
    let color = if failed { cx.colors.text } else { cx.colors.dim };
    cx.label(&words, Role::Label).color(color).width(text.width().max(1.0)).one_line().paint_in(ui, text);
}
