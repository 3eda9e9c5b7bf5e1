//! What the rows of a spreadsheet would change, before they are taken in.

use egui::{Id, Rect, Ui, pos2, vec2};

use super::path;
use crate::model::OpenError;
use crate::state::editing::spreadsheet::{Field, Judged, TABLES, Verdict, fields};
use crate::state::editing::{Importing, ReadAnswers, ReadSheet, SheetCommand, SheetFault, SheetFile};
use crate::state::{Action, EditCommand};
use crate::text::{self, Editor, Import, Pane, ReviewSheet, Say, import_head};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

/// The most rows that are listed.
const MOST: usize = 200;
/// The most sheets of a file that can be chosen.
const MOST_SHEETS: usize = 12;
/// Between two parts, two rows, and two buttons.
const PART: f32 = 20.0;
const ROW: f32 = 8.0;
const BESIDE: f32 = 12.0;
/// What a button takes beside its words.
const PAD: f32 = 48.0;
/// The share of the width that a head takes before its field.
const HEAD: f32 = 0.4;

/// Whether there is something to see of a file.
pub fn is_read(cx: &Cx<'_>) -> bool {
    let importing = cx.state.editing().and_then(|editing| editing.importing());
    importing.is_some_and(|importing| matches!(importing.read, Some(Ok(_))))
}

/// Whether its path is typed.
pub fn is_typed(cx: &Cx<'_>) -> bool {
    let importing = cx.state.editing().and_then(|editing| editing.importing());
    importing.is_some_and(|importing| matches!(importing.read, Some(Err(SheetFault::NoDialog))))
}

/// The height that it takes at a width.
pub fn height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    let field = if is_typed(cx) { path::spreadsheet_height(cx) } else { 0.0 };
    draw(ui, cx, Rect::from_min_size(egui::Pos2::ZERO, vec2(width, 0.0)), FlowMode::Measure) + field
}

/// Draws it.
pub fn spreadsheet_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let words = draw(ui, cx, area, FlowMode::Name);
    if is_typed(cx)
        && let Some(path) = path::spreadsheet_ui(ui, cx, area.with_min_y(area.top() + words))
    {
        send(cx, SheetCommand::Read(path.into()));
    }
}

fn send(cx: &Cx<'_>, command: SheetCommand) {
    cx.send(Action::Edit(EditCommand::Sheet(command)));
}

fn draw(ui: &Ui, cx: &Cx<'_>, area: Rect, way: FlowMode<'_>) -> f32 {
    let Some(importing) = cx.state.editing().and_then(|editing| editing.importing()) else { return 0.0 };
    let mut flow = Flow::new(ui, cx, way, area.min, area.width());
    match &importing.read {
        None => {
            flow.dim(&cx.say(Say::Import(Import::Reading(&importing.name()))), Role::Body);
        }
        Some(Err(why)) => {
            flow.text(&said(cx, importing, why), Role::Body);
            if *why != SheetFault::NoDialog {
                flow.gap(PART);
                buttons(&mut flow, [another(cx)]);
            }
        }
        Some(Ok(SheetFile::Answers(read))) => answers(&mut flow, importing, read),
        Some(Ok(SheetFile::Rows(read))) if read.stale.is_some() => {
            flow.dim(&cx.say(Say::Import(Import::Looking)), Role::Body);
        }
        Some(Ok(SheetFile::Rows(read))) => match importing.choosing {
            Some(column) => choices(&mut flow, read, column),
            None => rows(&mut flow, importing, read),
        },
    }
    flow.pos.y - area.top()
}

fn said(cx: &Cx<'_>, importing: &Importing, why: &SheetFault) -> String {
    let name = &importing.name();
    let review = |words| cx.say(Say::ReviewSheet(words));
    cx.say(Say::Import(match why {
        SheetFault::Unreadable(why) => return cx.say(Say::CannotOpen(name, &OpenError::Read(why.clone()))),
        SheetFault::NoAnswers => return review(ReviewSheet::NoAnswers(name)),
        SheetFault::Newer => return review(ReviewSheet::Newer(name)),
        SheetFault::NotASpreadsheet => Import::NotASpreadsheet(name),
        SheetFault::Old => Import::Old(name),
        SheetFault::Damaged => Import::Damaged(name),
        SheetFault::TooLarge => Import::TooLarge(name),
        SheetFault::Encoding => Import::Encoding(name),
        SheetFault::NoDialog => Import::DropIt,
    }))
}

/// Buttons in lines, as wide as their words; the main one is filled.
fn buttons(flow: &mut Flow<'_>, buttons: impl IntoIterator<Item = (String, bool, SheetCommand)>) {
    let (ui, cx) = (flow.ui, flow.cx);
    in_lines(flow, measure::BUTTON, BESIDE, buttons, |(words, is_main, command), area| {
        let id = Id::unique(("spreadsheet", &words));
        let style = cx.style(Role::Label);
        let response = if is_main {
            widgets::filled_button(ui, area, id, &words, &style, &cx.colors)
        } else {
            widgets::button(ui, area, id, (None, &words), &style, &cx.colors, true)
        };
        if response.clicked() {
            send(cx, command);
        }
    });
}

/// Lays controls out in lines, each as wide as its words.
fn in_lines(
    flow: &mut Flow<'_>,
    height: f32,
    gap: f32,
    controls: impl IntoIterator<Item = (String, bool, SheetCommand)>,
    mut draw: impl FnMut((String, bool, SheetCommand), Rect),
) {
    let (ui, cx) = (flow.ui, flow.cx);
    let right = flow.pos.x + flow.width;
    let mut at = flow.pos;
    for control in controls {
        let label = cx.label(&control.0, Role::Label);
        let width = (label.size(ui.ctx()).x + PAD).min(flow.width);
        if at.x > flow.pos.x && at.x + width > right {
            at = pos2(flow.pos.x, at.y + height + gap);
        }
        let area = Rect::from_min_size(at, vec2(width, height));
        at.x = area.right() + gap;
        if flow.way.is_on_screen() {
            draw(control, area);
        }
    }
    flow.pos.y = at.y + height;
}

fn another(cx: &Cx<'_>) -> (String, bool, SheetCommand) {
    (cx.say(Say::Import(Import::AnotherFile)), false, SheetCommand::Pick)
}

/// What the answers of a reader would change.
fn answers(flow: &mut Flow<'_>, importing: &Importing, read: &ReadAnswers) {
    let cx = flow.cx;
    let say = |words: ReviewSheet<'_>| cx.say(Say::ReviewSheet(words));
    flow.dim(&importing.name(), Role::Label);
    flow.gap(ROW);
    let reader = if read.reader.is_empty() { "—" } else { &read.reader };
    flow.dim(&format!("{}{}{reader}", cx.say(Say::Pane(Pane::Reader)), text::colon(cx.lang())), Role::Label);
    flow.gap(ROW);
    flow.text(&say(ReviewSheet::Tally(read.counts)), Role::Strong);
    if read.is_of_another {
        flow.gap(ROW);
        flow.text(&say(ReviewSheet::OtherVersion), Role::Body);
    }
    flow.gap(PART);
    if read.changes.is_empty() {
        flow.text(&cx.say(Say::Import(Import::Nothing)), Role::Body);
        flow.gap(BESIDE);
    }
    let [agreed, changed, ..] = read.counts;
    let take_in = (cx.say(Say::Import(Import::TakeIn(agreed + changed))), true, SheetCommand::TakeIn);
    buttons(flow, (!read.changes.is_empty()).then_some(take_in).into_iter().chain([another(cx)]));
    flow.gap(PART);
    let lines = &read.lines[cx.lang() as usize];
    for line in lines.iter().take(MOST) {
        flow.text(line, Role::Label);
        flow.gap(ROW);
    }
    if lines.len() > MOST {
        flow.dim(&cx.say(Say::Import(Import::More(lines.len() - MOST))), Role::Label);
    }
}

/// What would change, and what takes it in.
fn rows(flow: &mut Flow<'_>, importing: &Importing, read: &ReadSheet) {
    let (cx, preview) = (flow.cx, &read.preview);
    let say = |words: Import<'_>| cx.say(Say::Import(words));
    flow.dim(&importing.name(), Role::Label);
    flow.gap(ROW);
    sources(flow, read);
    let tally = preview.tally();
    flow.text(&say(Import::Tally(tally)), Role::Strong);
    if tally.checked > 0 {
        flow.gap(ROW);
        flow.text(&say(Import::Checked(tally.checked)), Role::Body);
    }
    flow.gap(PART);
    if preview.changes.is_empty() {
        flow.text(&say(Import::Nothing), Role::Body);
        flow.gap(BESIDE);
    }
    let take_in = (say(Import::TakeIn(tally.new + tally.changed)), true, SheetCommand::TakeIn);
    buttons(flow, (!preview.changes.is_empty()).then_some(take_in).into_iter().chain([another(cx)]));
    flow.gap(PART);
    let taken = read.heads.iter().filter(|(column, _)| read.mapping.fields.contains_key(column)).count();
    let taken = say(Import::ColumnsTaken(taken, read.heads.len()));
    let columns_are = format!("{}{}{taken}", say(Import::Columns), text::colon(cx.lang()));
    let parts = [(say(Import::Rows), false), (columns_are, true)];
    let parts = parts.map(|(words, columns)| (words, importing.columns == columns, SheetCommand::Columns(columns)));
    chips(flow, parts.to_vec());
    flow.gap(ROW);
    if importing.columns {
        columns(flow, read);
        return;
    }
    // Those that are not taken come first.
    let is_refused = |line: &&Judged| matches!(line.verdict, Verdict::Refused(_));
    let refused = preview.rows.iter().filter(is_refused);
    let others = preview.rows.iter().filter(|row| !is_refused(row));
    let lines: Vec<String> =
        refused.chain(others).filter_map(|row| text::import_row(cx.lang(), preview, row)).take(MOST + 1).collect();
    for line in lines.iter().take(MOST) {
        flow.text(line, Role::Label);
        flow.gap(ROW);
    }
    if lines.len() > MOST {
        flow.dim(&say(Import::More((tally.new + tally.changed + tally.refused).saturating_sub(MOST))), Role::Label);
    }
}

/// The sheets of the file, and the tables that its rows may go into.
fn sources(flow: &mut Flow<'_>, read: &ReadSheet) {
    let cx = flow.cx;
    let seen = read.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.is_hidden && !sheet.rows.is_empty());
    let sheets: Vec<(String, bool, SheetCommand)> = seen
        .take(MOST_SHEETS)
        .map(|(at, sheet)| (sheet.name.clone(), at == read.sheet, SheetCommand::Sheet(at)))
        .collect();
    if sheets.len() > 1 {
        flow.dim(&cx.say(Say::Import(Import::Sheet)), Role::Note);
        flow.gap(ROW / 2.0);
        chips(flow, sheets);
    }
    let tables = TABLES.into_iter().map(|table| {
        let name = cx.say(Say::Editor(Editor::Table(table)));
        (name, table == read.mapping.table, SheetCommand::Table(table))
    });
    flow.dim(&cx.say(Say::Import(Import::Table)), Role::Note);
    flow.gap(ROW / 2.0);
    chips(flow, tables.collect());
    flow.gap(PART - ROW);
}

/// Choices in lines.
fn chips(flow: &mut Flow<'_>, choices: Vec<(String, bool, SheetCommand)>) {
    let (ui, cx) = (flow.ui, flow.cx);
    in_lines(flow, measure::TARGET, ROW, choices, |(words, is_chosen, command), area| {
        let id = Id::unique(("spreadsheet is", &words, area.left().to_bits()));
        let style = cx.style(Role::Label);
        if widgets::chip(ui, area, id, &words, &style, &cx.colors, is_chosen).clicked() && !is_chosen {
            send(cx, command);
        }
    });
    flow.gap(ROW);
}

/// The columns, each with the field that it is; a touch chooses another.
fn columns(flow: &mut Flow<'_>, read: &ReadSheet) {
    let (ui, cx) = (flow.ui, flow.cx);
    let say = |words: Import<'_>| cx.say(Say::Import(words));
    for (column, head) in &read.heads {
        let shown = if head.is_empty() { say(Import::Letters(&text::column_letters(*column))) } else { head.clone() };
        let field = read.mapping.fields.get(column).map(|field| import_head(cx.lang(), read.mapping.table, *field));
        let words = field.unwrap_or_else(|| say(Import::Leave));
        let whole = Rect::from_min_size(flow.pos, vec2(flow.width, measure::TARGET));
        flow.pos.y = whole.bottom() + ROW;
        if !flow.way.is_on_screen() {
            continue;
        }
        let left = whole.with_max_x(whole.left() + whole.width() * HEAD);
        cx.label(&shown, Role::Label).width((left.width() - BESIDE).max(1.0)).one_line().paint_in(ui, left);
        let right = whole.with_min_x(left.right());
        let id = Id::unique(("column of a spreadsheet", *column));
        let style = cx.style(Role::Label);
        let response = widgets::button(ui, right, id, (None, &words), &style, &cx.colors, true);
        let name = format!("{} {words}", say(Import::ChoiceOf(&shown)));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
        if response.clicked() {
            send(cx, SheetCommand::Choose(Some(*column)));
        }
    }
}

/// The fields that a column may be.
fn choices(flow: &mut Flow<'_>, read: &ReadSheet, column: u32) {
    let cx = flow.cx;
    let head = read.heads.iter().find(|(at, _)| *at == column).map(|(_, head)| head.clone()).unwrap_or_default();
    let head = if head.is_empty() { text::column_letters(column) } else { head };
    flow.text(&cx.say(Say::Import(Import::ChoiceOf(&head))), Role::Strong);
    flow.gap(PART);
    let now = read.mapping.fields.get(&column).copied();
    let all: Vec<Option<Field>> =
        std::iter::once(None).chain(fields(read.mapping.table).into_iter().map(Some)).collect();
    for (at, field) in all.into_iter().enumerate() {
        let words = field.map_or_else(
            || cx.say(Say::Import(Import::Leave)),
            |field| import_head(cx.lang(), read.mapping.table, field),
        );
        let area = Rect::from_min_size(flow.pos, vec2(flow.width, measure::TARGET));
        flow.pos.y = area.bottom() + ROW;
        if flow.way.is_on_screen() {
            let id = Id::unique(("field of a column", at));
            let is_now = field == now;
            let style = cx.style(if is_now { Role::LabelStrong } else { Role::Label });
            if widgets::chip(flow.ui, area, id, &words, &style, &cx.colors, is_now).clicked() {
                send(cx, SheetCommand::Column(column, field));
            }
        }
    }
}
