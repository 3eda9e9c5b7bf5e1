//! With what an exhibition is begun, and its earlier states.

use egui::{Id, Pos2, Rect, Ui, vec2};

use super::path;
use crate::model::PackPlace;
use crate::state::editing::{Origin, VersionLine};
use crate::state::{Action, BeginCommand, EditCommand, Editing, Unfinished};
use crate::text::{Editor, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::theme::Role;

/// Between the words at the top and the first row.
const SPACE: f32 = 20.0;

/// How much of what was not saved is offered, and the ids of its rows.
const MOST_KEPT: usize = 3;
const KEPT: [&str; MOST_KEPT] = ["first kept", "second kept", "third kept"];

/// The ids of the versions' rows.
const VERSIONS: [&str; 10] = ["v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10"];

/// The id of the first row.
pub fn first_id() -> Id {
    Id::unique("from photographs")
}

/// The height that it takes at a width.
pub fn height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    ways(ui, cx, Rect::from_min_size(Pos2::ZERO, vec2(width, 0.0)), FlowMode::Measure)
}

/// Draws the ways to begin.
pub fn prepare_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    ways(ui, cx, area, FlowMode::Name);
}

fn ways(ui: &Ui, cx: &Cx<'_>, area: Rect, way: FlowMode) -> f32 {
    let say = |words: Editor<'_>| cx.say(Say::Editor(words));
    let mut flow = Flow::new(ui, cx, way, area.min, area.width());
    flow.dim(&say(Editor::PrepareIs), Role::Label);
    flow.gap(SPACE);
    let top = flow.pos.y;
    let begin = |origin| Action::Edit(EditCommand::Begin(BeginCommand::From(origin)));
    let kept = cx.state.unfinished().iter().take(MOST_KEPT).zip(KEPT);
    let go_on = |(kept, id): (&Unfinished, &'static str)| {
        let is = say(Editor::GoOnIs(&kept.begun, kept.changes));
        (id, say(Editor::GoOn(&kept.place)), is, begin(Origin::Kept(kept.key.clone())))
    };
    let mut rows: Vec<_> = kept.map(go_on).collect();
    let is = say(Editor::FromPhotographsIs);
    rows.push(("from photographs", say(Editor::FromPhotographs), is, begin(Origin::AskFolder)));
    rows.push(("from nothing", say(Editor::FromNothing), say(Editor::FromNothingIs), begin(Origin::Empty)));
    if cx.state.pack().place != PackPlace::BuiltIn {
        let title = cx.resolve(&cx.x().title).text;
        let is = say(Editor::FromShownIs(title));
        rows.push(("from shown", say(Editor::FromShown), is, begin(Origin::Shown)));
    }
    let is = say(Editor::FromBuiltInIs);
    rows.push(("from built-in", say(Editor::FromBuiltIn), is, begin(Origin::BuiltIn)));
    path::rows_ui(ui, cx, area.with_min_y(top), way, rows)
}

/// The height that the list of versions takes at a width.
pub fn versions_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    versions(ui, cx, Rect::from_min_size(Pos2::ZERO, vec2(width, 0.0)), FlowMode::Measure)
}

/// Draws the earlier states of what is being edited; touching one goes back to it.
pub fn versions_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    versions(ui, cx, area, FlowMode::Name);
}

fn versions(ui: &Ui, cx: &Cx<'_>, area: Rect, way: FlowMode) -> f32 {
    let say = |words: Editor<'_>| cx.say(Say::Editor(words));
    let all = cx.state.editing().map(Editing::versions).unwrap_or_default();
    let mut flow = Flow::new(ui, cx, way, area.min, area.width());
    flow.dim(&say(if all.is_empty() { Editor::NoVersions } else { Editor::VersionsAre }), Role::Label);
    flow.gap(SPACE);
    let top = flow.pos.y;
    let row = |(version, id): (&VersionLine, &'static str)| {
        let why = if version.is_saved { Editor::VersionSaved } else { Editor::VersionOfDay };
        (id, version.date.clone(), say(why), Action::Edit(EditCommand::GoBack(version.number)))
    };
    path::rows_ui(ui, cx, area.with_min_y(top), way, all.iter().zip(VERSIONS).map(row))
}
