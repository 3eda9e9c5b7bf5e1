//! The cells: a table of which only the rows that are seen are laid out. The names of the rows stay where they are when it scrolls
//! sideways.

use egui::accesskit::Role as Access;
use egui::scroll_area::ScrollBarVisibility;
use egui::{
    Align, CornerRadius, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use egui_extras::{Column as Sized, TableBuilder};

use super::{Frame, cell, cell_id, keys, rows, say, send, write};
use crate::model::Lang;
use crate::state::editing::Table;
use crate::state::editing::table::{CellCommand, Kind, Named, Row, RowFilter, can_add};
use crate::text::Cells;
use crate::ui::marks::{Line, paint_shapes};
use crate::ui::theme::{Role, measure};
use crate::ui::{Cx, typeset, widgets};

/// The height of the headings, of a row with texts, and of another one.
const HEAD: f32 = 48.0;
const ROW: f32 = 88.0;
/// The least height of a table, in a window however low.
pub const LEAST: f32 = HEAD + ROW;
const LOW_ROW: f32 = 56.0;
/// The widths of the names with pictures and without, in a window of this width at least.
const NAMES: [f32; 2] = [345.0, 280.0];
const NARROW_NAMES: [f32; 2] = [264.0, 200.0];
const WIDE: f32 = 1200.0;
/// The width and the least length of the handle of a wide table.
const HANDLE: f32 = 4.0;
const LEAST_HANDLE: f32 = 32.0;
/// The dashes round what was copied.
const DASHES: [f32; 2] = [9.0, 6.0];

/// Where everything stands.
struct Grid {
    area: Rect,
    body: Rect,
    /// The widths of the names, of the columns, and of the states.
    widths: Vec<f32>,
    row: f32,
    /// The height of all rows.
    height: f32,
    /// How far it is scrolled.
    scroll: Vec2,
}

impl Grid {
    fn of(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect) -> Self {
        let row = if frame.view.passage().is_some() { ROW } else { LOW_ROW };
        let widths = widths(ui, cx, frame, area.width());
        let body = area.with_min_y(area.top() + HEAD);
        #[expect(clippy::cast_precision_loss, reason = "some thousand rows")]
        let height = frame.view.rows().len() as f32 * row;
        let mut grid = Self { area, body, widths, row, height, scroll: frame.view.scroll().into() };
        if let Some(at) = frame.view.cursor().filter(|_| frame.view.reveal())
            && let Some(row) = frame.view.row_of(at.key)
        {
            grid.reveal(row, at.column);
        }
        let most = vec2(grid.total() - area.width(), height - body.height()).max(Vec2::ZERO);
        grid.scroll = grid.scroll.clamp(Vec2::ZERO, most);
        grid
    }

    fn total(&self) -> f32 {
        self.widths.iter().sum()
    }

    fn names(&self) -> f32 {
        self.widths[0]
    }

    /// Scrolls just as far as a cell needs to be seen.
    fn reveal(&mut self, row: usize, column: usize) {
        let cell = self.cell(row, column).translate(self.scroll - self.body.min.to_vec2());
        let seen = self.body.size();
        self.scroll.y = self.scroll.y.min(cell.top()).max(cell.bottom() - seen.y);
        self.scroll.x = self.scroll.x.max(cell.right() - seen.x).min(cell.left() - self.names());
    }

    /// The area of a cell.
    fn cell(&self, row: usize, column: usize) -> Rect {
        let left: f32 = self.widths[..=column].iter().sum();
        #[expect(clippy::cast_precision_loss, reason = "some thousand rows")]
        let top = row as f32 * self.row;
        let min = self.body.min + vec2(left, top) - self.scroll;
        Rect::from_min_size(min, vec2(self.widths[column + 1], self.row))
    }

    /// The area of a block.
    fn block(&self, (rows, columns): ([usize; 2], [usize; 2])) -> Rect {
        self.cell(rows[0], columns[0]).union(self.cell(rows[1], columns[1]))
    }

    /// Where cells are seen, beside the names.
    fn cells(&self) -> Rect {
        self.body.with_min_x(self.body.left() + self.names())
    }

    /// The cell at a point.
    fn at(&self, frame: &Frame<'_>, point: egui::Pos2) -> Option<(usize, usize)> {
        let cells = self.cells();
        if !cells.is_positive() {
            return None;
        }
        let point = cells.clamp(point);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the rows")]
        let row = ((point.y - self.body.top() + self.scroll.y) / self.row).max(0.0) as usize;
        let row = row.min(frame.view.rows().len().checked_sub(1)?);
        let column = (0..frame.columns.len()).find(|column| self.cell(0, *column).right() > point.x);
        Some((row, column.or(frame.columns.len().checked_sub(1))?))
    }
}

/// The width of a column, at least.
fn least(kind: Kind) -> f32 {
    match kind {
        Kind::Words(Lang::En, _) => 390.0,
        Kind::Words(Lang::Zh, _) => 330.0,
        Kind::Words(Lang::Bo, _) => 290.0,
        Kind::Line => 240.0,
        Kind::Date => 188.0,
        Kind::Whole => 110.0,
        Kind::Figure | Kind::Ref(_) | Kind::Choice(_) => 200.0,
        Kind::YesNo => 120.0,
        Kind::Refs(_) => 260.0,
    }
}

/// The most of a table's width that the names take.
const MOST_NAMES: f32 = 0.45;
/// How much narrower texts become rather than that a table scrolls sideways.
const NARROWER: f32 = 0.8;
/// The width of the column of languages.
const LANGUAGE: f32 = 120.0;

fn widths(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, width: f32) -> Vec<f32> {
    let names = if width >= WIDE { NAMES } else { NARROW_NAMES };
    let heading = |words: &str| cx.label(words, Role::LabelStrong).size(ui.ctx()).x + 2.0 * cell::PAD;
    let names = names[usize::from(frame.table != Table::Captions)].min(width * MOST_NAMES);
    let mut widths = vec![names];
    widths.extend(frame.columns.iter().map(|column| {
        let least = if column.name == Named::Language { LANGUAGE } else { least(column.kind) };
        least.max(heading(&say(cx, Cells::Column(column.name)))).floor()
    }));
    if frame.view.passage().is_some() {
        widths.push((cell::states_width(ui, cx) + HANDLE).ceil());
    }
    // Texts take what is left, or else the names; texts give a little.
    let is_text = |i: &usize| frame.columns[*i].kind.is_text() && frame.columns[*i].name != Named::Language;
    let texts: Vec<usize> = (0..frame.columns.len()).filter(is_text).map(|i| i + 1).collect();
    let left = width - widths.iter().sum::<f32>();
    let of_texts: f32 = texts.iter().map(|i| widths[*i]).sum();
    if left > 0.0 && texts.is_empty() {
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let each = left / widths.len() as f32;
        for width in &mut widths {
            *width += each;
        }
    } else if of_texts > 0.0 && of_texts + left >= of_texts * NARROWER {
        let share = (of_texts + left) / of_texts;
        for i in &texts {
            widths[*i] *= share;
        }
    }
    // Not a hair wider than there is room.
    let over = widths.iter().sum::<f32>() - width;
    if let Some(last) = widths.last_mut().filter(|_| (0.0..1.0).contains(&over)) {
        *last -= over + 0.1;
    }
    widths
}

/// Draws the table into an area.
#[expect(clippy::float_cmp, reason = "the same value, or another")]
pub fn grid_ui(ui: &mut Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect) {
    let grid = Grid::of(ui, cx, frame, area);
    let radius = CornerRadius::same(measure::RADIUS_CARD);
    ui.painter().rect_filled(area, radius, cx.colors.card);
    let head = area.with_max_y(area.top() + HEAD);
    ui.painter().rect_filled(head, CornerRadius { sw: 0, se: 0, ..radius }, cx.colors.side);
    focus(ui, cx, frame, &grid);
    let mut scrolled = grid.scroll;
    let mut seen = Vec::new();
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        widgets::show_handle(ui, &cx.colors);
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let is_wide = grid.total() > area.width() + 1.0;
        let across = ScrollArea::new([is_wide, false]).id_salt("table across").auto_shrink(false);
        let across = across.scroll_offset(vec2(grid.scroll.x, 0.0)).show(ui, |ui| {
            // A table that scrolls sideways ends where its last column does.
            let place = Rect::from_min_size(ui.max_rect().min, vec2(grid.total(), area.height()));
            ui.scope_builder(UiBuilder::new().max_rect(place), |ui| cells_ui(ui, cx, frame, &grid, is_wide, &mut seen))
                .inner
        });
        scrolled = vec2(across.state.clamped_offset().x, across.inner);
    });
    over_ui(ui, cx, frame, &grid);
    names_ui(ui, cx, frame, &grid, &seen);
    if grid.total() > area.width() + 1.0 {
        handle(ui, cx, &grid);
    }
    let line = Stroke::new(measure::RULE, cx.colors.line);
    ui.painter().rect_stroke(area, radius, line, StrokeKind::Inside);
    if frame.view.rows().is_empty() {
        let mut words = say(cx, Cells::NoRows(frame.view.filter()));
        if frame.view.filter() == RowFilter::All && can_add(frame.list) {
            words = format!("{words} {}", say(cx, Cells::PasteFirst));
            keys::hear_paste(ui, cx, frame);
        }
        let label = cx.dim(&words, Role::Body).align(Align::Center);
        let drawn = label.paint_in(ui, grid.body.with_max_y(grid.body.top() + 4.0 * grid.row));
        typeset::name(ui, drawn, &words);
    }
    let written = frame.view.writing().and_then(|writing| Some((writing, frame.view.row_of(writing.at.key)?)));
    match written {
        Some((writing, row)) => {
            let place = grid.cell(row, writing.at.column);
            write::write_ui(ui, cx, frame, (place, grid.cells()), &frame.view.rows()[row]);
        }
        None => write::forget(ui),
    }
    if <[f32; 2]>::from(scrolled) != frame.view.scroll() {
        send(cx, CellCommand::Scrolled(scrolled.into()));
    }
    if frame.view.reveal() {
        send(cx, CellCommand::Revealed);
        ui.ctx().request_repaint();
    }
}

/// Shows how far a wide table is scrolled down.
fn handle(ui: &Ui, cx: &Cx<'_>, grid: &Grid) {
    if grid.height <= grid.body.height() {
        return;
    }
    let share = grid.body.height() / grid.height;
    let length = (share * grid.body.height()).max(LEAST_HANDLE);
    let along = grid.scroll.y / (grid.height - grid.body.height());
    let top = grid.body.top() + along * (grid.body.height() - length);
    let place = Rect::from_min_size(pos2(grid.body.right() - 2.0 * HANDLE, top), vec2(HANDLE, length));
    ui.painter().rect_filled(place, CornerRadius::same(2), cx.colors.edge);
}

/// Gives the chosen cell the focus where keys were in the table before, and takes its keys.
fn focus(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, grid: &Grid) {
    // What lies over the table has the keys.
    if cx.state.overlay().is_some() || cx.state.sheet().is_some() {
        return;
    }
    let last = Id::unique("last focus in a table");
    let Some(at) = frame.view.cursor().filter(|_| frame.view.writing().is_none()) else { return };
    let id = cell_id(frame.table, at.key, at.column);
    let focused = ui.memory(egui::Memory::focused);
    let was_cell = focused.is_some() && focused == ui.data_mut(|data| data.get_temp::<Id>(last));
    let was_here = focused.is_none() || was_cell;
    if frame.view.reveal() && was_here || was_cell && focused != Some(id) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.insert_temp(last, id));
        keys::keep(ui, id);
        if let Some(row) = frame.view.row_of(at.key) {
            keys::compose(ui, frame, grid.cell(row, at.column));
        }
        #[expect(clippy::cast_possible_truncation, reason = "a few rows")]
        let page = (grid.body.height() / grid.row).floor().max(2.0) as isize - 1;
        keys::hear(ui, cx, frame, page);
    }
}

/// Draws headings and cells; gives how far it is scrolled down, and the rows that were laid out.
fn cells_ui(ui: &mut Ui, cx: &Cx<'_>, frame: &Frame<'_>, grid: &Grid, is_wide: bool, seen: &mut Vec<usize>) -> f32 {
    // A bar at the right end of a wide table would be out of sight.
    let bar = if is_wide { ScrollBarVisibility::AlwaysHidden } else { ScrollBarVisibility::VisibleWhenNeeded };
    let mut builder = TableBuilder::new(ui)
        .id_salt(("cells of a table", frame.table))
        .striped(false)
        .auto_shrink(false)
        .min_scrolled_height(0.0)
        .animate_scrolling(false)
        .scroll_bar_visibility(bar)
        .vertical_scroll_offset(grid.scroll.y);
    for width in &grid.widths {
        builder = builder.column(Sized::exact(*width).clip(true));
    }
    let table = builder.header(HEAD, |mut row| {
        row.col(|_ui| {});
        for column in &frame.columns {
            row.col(|ui| heading_ui(ui, cx, &say(cx, Cells::Column(column.name)), column.kind));
        }
        if frame.view.passage().is_some() {
            row.col(|ui| heading_ui(ui, cx, &say(cx, Cells::States), Kind::YesNo));
        }
    });
    let rows = frame.view.rows();
    let body = table.body(|body| {
        body.rows(grid.row, rows.len(), |mut place| {
            let at = place.index();
            let row = &rows[at];
            seen.push(at);
            place.col(|_ui| {});
            for column in 0..frame.columns.len() {
                place.col(|ui| cell_ui(ui, cx, frame, grid, (at, row, column)));
            }
            if frame.view.passage().is_some() {
                place.col(|ui| {
                    let area = ui.max_rect();
                    cell::states_ui(ui, cx, frame, area, row);
                    let line = Stroke::new(measure::RULE, cx.colors.line);
                    ui.painter().hline(area.x_range(), area.bottom() - 0.5, line);
                });
            }
        });
    });
    body.state.clamped_offset().y
}

/// Draws a heading; a language is named by itself, and the source text says that it is.
fn heading_ui(ui: &Ui, cx: &Cx<'_>, words: &str, kind: Kind) {
    let area = ui.max_rect();
    let inner = area.shrink2(vec2(cell::PAD, 0.0));
    let own = if let Kind::Words(lang, _) = kind { lang.own_name() } else { words };
    let align = if matches!(kind, Kind::Figure | Kind::Whole) { Align::Max } else { Align::Min };
    let label = cx.label(own, Role::LabelStrong).width(inner.width()).one_line().align(align);
    let drawn = label.paint_in(ui, inner);
    let response = ui.interact(area, ui.scope_id().with("heading"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::ColumnHeader, true, words));
    if matches!(kind, Kind::Words(Lang::En, _)) {
        let source = say(cx, Cells::SourceText);
        cx.dim(&source, Role::Note).paint_in(ui, inner.with_min_x(drawn.right() + 8.0));
    }
    ui.painter().vline(area.left() + 0.5, area.y_range(), Stroke::new(measure::RULE, cx.colors.line));
}

/// Draws a cell, and takes what is done to it by a pointer.
fn cell_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, grid: &Grid, (at, row, column): (usize, &Row, usize)) {
    let area = ui.max_rect();
    let is_in = |(rows, columns): ([usize; 2], [usize; 2])| {
        (rows[0]..=rows[1]).contains(&at) && (columns[0]..=columns[1]).contains(&column)
    };
    let several = |block: &([usize; 2], [usize; 2])| block.0[0] != block.0[1] || block.1[0] != block.1[1];
    let view = frame.view;
    if frame.block.filter(several).is_some_and(is_in) || frame.copied.is_some_and(is_in) {
        ui.painter().rect_filled(area, 0.0, cx.colors.side);
    }
    // The field that is written in has its id.
    if view.writing().is_some_and(|writing| writing.at.key == row.key && writing.at.column == column) {
        return;
    }
    let response = cell::touch(ui, cx, frame, area, (row, column));
    cell::paint(ui, cx, frame, area, (row, &frame.columns[column]));
    let line = Stroke::new(measure::RULE, cx.colors.line);
    ui.painter().hline(area.x_range(), area.bottom() - 0.5, line);
    ui.painter().vline(area.left() + 0.5, area.y_range(), line);
    let is_cursor = view.cursor().is_some_and(|now| now.key == row.key && now.column == column);
    let stretches = ui.input(|i| i.modifiers.shift);
    if response.double_clicked() && is_cursor {
        keys::write(cx, frame);
    } else if response.clicked() || response.drag_started() {
        response.request_focus();
        let by_pointer = ui.input(|i| i.pointer.any_pressed() || i.pointer.any_released() || i.pointer.any_down());
        match (is_cursor, stretches && view.cursor().is_some()) {
            (true, _) if !by_pointer => keys::write(cx, frame),
            (_, true) => send(cx, CellCommand::StretchTo(row.key, column)),
            (_, false) => send(cx, CellCommand::Point(row.key, column)),
        }
    } else if response.dragged() {
        let to = response.interact_pointer_pos().and_then(|point| grid.at(frame, point));
        if let Some((to, column)) = to {
            let key = view.rows()[to].key;
            if view.cursor().is_none_or(|now| now.key != key || now.column != column) {
                send(cx, CellCommand::StretchTo(key, column));
            }
        }
    } else if response.gained_focus() && !is_cursor {
        send(cx, CellCommand::Point(row.key, column));
    }
}

/// Draws what lies over the cells: the chosen one, the block, and what was copied.
fn over_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, grid: &Grid) {
    let painter = ui.painter().with_clip_rect(grid.cells().expand(1.0).intersect(ui.clip_rect()));
    let line = Stroke::new(measure::AXIS, cx.colors.text);
    if let Some(copied) = frame.copied {
        let dashes = widgets::dashed_rect(grid.block(copied), DASHES[0], DASHES[1], Line::new(line.width, line.color));
        paint_shapes(&painter, [dashes]);
    }
    if let Some(block) = frame.block.filter(|block| Some(*block) != frame.copied) {
        painter.rect_stroke(grid.block(block), 0.0, line, StrokeKind::Inside);
    }
    let Some(at) = frame.view.cursor() else { return };
    let Some(row) = frame.view.row_of(at.key) else { return };
    let place = grid.cell(row, at.column);
    painter.rect_stroke(place, 2.0, Stroke::new(measure::STRONG, cx.colors.text), StrokeKind::Inside);
    // It keeps the focus where it is scrolled out of sight.
    if !place.intersects(grid.body) && frame.view.writing().is_none() {
        cell::touch(ui, cx, frame, place, (&frame.view.rows()[row], at.column));
    }
}

/// Draws the names of the rows, which do not scroll sideways.
fn names_ui(ui: &mut Ui, cx: &Cx<'_>, frame: &Frame<'_>, grid: &Grid, seen: &[usize]) {
    let names = grid.body.with_max_x(grid.body.left() + grid.names());
    let mut child = ui.new_child(UiBuilder::new().max_rect(names));
    child.shrink_clip_rect(names);
    for at in seen {
        let cell = grid.cell(*at, 0);
        let place = Rect::from_min_size(pos2(names.left(), cell.top()), vec2(names.width(), grid.row));
        if place.intersects(names) {
            cell::name_ui(&child, cx, frame, place, *at);
        }
    }
    rows::order_ui(&child, cx, frame, (names, grid.row, grid.scroll), seen);
    let mut body = ui.new_child(UiBuilder::new().max_rect(grid.body));
    body.shrink_clip_rect(grid.body);
    rows::files_ui(&body, cx, frame, (names, grid.row, grid.scroll), seen);
    let head = Rect::from_min_max(grid.area.min, pos2(names.right(), names.top()));
    let corner = CornerRadius { nw: measure::RADIUS_CARD, ..CornerRadius::ZERO };
    ui.painter().rect_filled(head, corner, cx.colors.side);
    let words = say(cx, Cells::Rows(frame.table));
    let left = head.left() + cell::name_left();
    let label = cx.label(&words, Role::LabelStrong);
    let drawn = label.paint_in(ui, head.with_min_x(left));
    typeset::name(ui, drawn, &words);
    let line = Stroke::new(measure::RULE, cx.colors.line);
    ui.painter().hline(grid.area.x_range(), head.bottom() - 0.5, line);
    let bottom = (grid.body.top() + grid.height - grid.scroll.y).min(grid.body.bottom());
    ui.painter().vline(names.right() + 0.5, grid.area.top()..=bottom, line);
}
