//! The report after a talk: what it showed, and for how long.

use egui::{Align, Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use super::console::{form_of, send};
use super::console_widgets::{ButtonLook, LARGE_BUTTON, button, panel};
use super::pen::{Pen, tight};
use crate::state::talk::TalkCommand;
use crate::state::{Scrollable, Theme};
use crate::text::{self, ReportColumn, Say, Talk};
use crate::ui::Cx;
use crate::ui::scrolling;
use crate::ui::theme::stage::console;
use crate::ui::{notice, widgets};

/// The height of a row, in measures.
const ROW: f32 = 46.0;

/// The height of the footer with the buttons, in measures.
const FOOTER: f32 = 156.0;
/// The margin at the sides and below, and the greatest width between the sides.
const MARGIN: f32 = 72.0;
const MOST_WIDTH: f32 = 1400.0;
/// Title and second line: text sizes, and where they and the panel begin, less the heights of the texts above.
const TITLE: f32 = 52.0;
const MORE: f32 = 26.0;
const TITLE_TOP: f32 = 52.0;
const MORE_TOP: f32 = 56.0;
const PANEL_TOP: f32 = 84.0;
/// The gap above the buttons and between them.
const GAP: f32 = 24.0;
/// The table in the panel: its distance from the left, top, right and the buttons.
const TABLE_LEFT: f32 = 32.0;
const TABLE_TOP: f32 = 16.0;
const TABLE_RIGHT: f32 = 16.0;
const TABLE_BOTTOM: f32 = 40.0;
/// The width left to the scroll handle.
const HANDLE: f32 = 14.0;
/// The columns: left ends (of the last two from the right) and widths.
const NUMBER_WIDTH: f32 = 110.0;
const NAME_LEFT: f32 = 116.0;
const NAME_RIGHT: f32 = 380.0;
const PLANNED_LEFT: f32 = 370.0;
const PLANNED_WIDTH: f32 = 160.0;
const TOOK_LEFT: f32 = 190.0;
const TOOK_WIDTH: f32 = 186.0;
const CELL: f32 = 23.0;
const RULE: f32 = 1.5;

/// Draws the report over the whole window.
pub fn report_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let cx = &cx.dressed(cx.state.talk().notes_lang, Theme::Dark);
    ui.painter().rect_filled(area, 0.0, console::BG);
    let (_, scale) = form_of(area.size());
    // Notices stand above the buttons.
    notice::notice_ui(ui, cx, area.with_max_y(area.bottom() - FOOTER * scale));
    let table = {
        let pen = Pen { ui, cx, area, scale, named: true };
        frame_ui(&pen)
    };
    let rows = rows(cx);
    let origin = area.min + table.min.to_vec2() * scale;
    let seen = Rect::from_min_size(origin, table.size() * scale);
    ui.scope_builder(UiBuilder::new().max_rect(seen), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("talk report").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::TalkReport, region, |ui| {
            #[expect(clippy::cast_precision_loss, reason = "rows of a table")]
            let height = rows.len() as f32 * ROW;
            let (place, _) =
                ui.allocate_exact_size(vec2(seen.width() - HANDLE * scale, height * scale), Sense::hover());
            let pen = Pen { ui, cx, area: place, scale, named: true };
            for (i, row) in rows.iter().enumerate() {
                row_ui(&pen, i, row, i == 0 || i + 1 == rows.len());
            }
        });
    });
}

/// Heading, panel and buttons; returns the area of the table.
fn frame_ui(pen: &Pen<'_>) -> Rect {
    let cx = pen.cx;
    let say = |talk| cx.say(Say::Talk(talk));
    let width = (pen.width() - 2.0 * MARGIN).min(MOST_WIDTH);
    let left = (pen.width() - width) / 2.0;
    let header = say(Talk::Report);
    let height = pen.put(pen.label(&header, tight(TITLE, true), console::CREAM), left, TITLE_TOP, width);
    let more = say(Talk::ReportMore);
    let more_height = pen.put(pen.label(&more, tight(MORE, false), console::SOFT), left, MORE_TOP + height, width);
    let top = PANEL_TOP + height + more_height;
    let footer = pen.height() - MARGIN - LARGE_BUTTON;
    panel(pen, pen.rect(left, top, width, footer - top - GAP));
    let save = say(Talk::SaveReport);
    let close = cx.say(Say::Close);
    let half = (width - GAP) / 2.0;
    if button(
        pen,
        pen.rect(left, footer, half, LARGE_BUTTON),
        Id::unique("save report"),
        (&save, ""),
        ButtonLook::On,
        true,
    )
    .clicked()
    {
        send(cx, TalkCommand::SaveReport(cx.lang()));
    }
    let place = pen.rect(left + half + GAP, footer, half, LARGE_BUTTON);
    if button(pen, place, Id::unique("close report"), (&close, "Esc"), ButtonLook::Plain, true).clicked() {
        send(cx, TalkCommand::Close);
    }
    Rect::from_min_max(
        egui::pos2(left + TABLE_LEFT, top + TABLE_TOP),
        egui::pos2(left + width - TABLE_RIGHT, footer - TABLE_BOTTOM),
    )
}

fn rows(cx: &Cx<'_>) -> Vec<[String; 4]> {
    let say = |talk: Talk<'_>| cx.say(Say::Talk(talk));
    let column = |column| say(Talk::ReportColumn(column));
    let time = |secs: f64| text::time(secs.round(), false);
    let report = cx.state.talk().report();
    let headers = [ReportColumn::Stop, ReportColumn::Shown, ReportColumn::Planned, ReportColumn::Took].map(column);
    let mut rows = vec![headers];
    rows.extend(report.stops.iter().enumerate().map(|(i, (stop, planned, took))| {
        let took = took.map_or_else(|| say(Talk::NotShown), time);
        [(i + 1).to_string(), text::stop_title(cx.lang(), cx.x(), stop), time(*planned), took]
    }));
    for (words, secs) in [(Talk::Beside, report.beside_secs), (Talk::Blank, report.blank_secs)] {
        if secs >= 0.5 {
            rows.push([String::new(), say(words), String::new(), time(secs)]);
        }
    }
    rows.push([String::new(), say(Talk::InAll), time(report.planned_secs), time(report.elapsed_secs)]);
    rows
}

fn row_ui(pen: &Pen<'_>, i: usize, [number, title, planned, took]: &[String; 4], strong: bool) {
    #[expect(clippy::cast_precision_loss, reason = "rows of a table")]
    let y = i as f32 * ROW;
    let width = pen.width();
    if i > 0 {
        let stroke = Stroke::new(pen.px(RULE).max(1.0), console::LINE);
        pen.ui.painter().hline(pen.area.x_range(), pen.at(0.0, y).y, stroke);
    }
    let color = if i == 0 { console::SOFT } else { console::CREAM };
    let cells = [
        (number, Align::Min, 0.0, NUMBER_WIDTH),
        (title, Align::Min, NAME_LEFT, width - NAME_LEFT - NAME_RIGHT),
        (planned, Align::Max, width - PLANNED_LEFT, PLANNED_WIDTH),
        (took, Align::Max, width - TOOK_LEFT, TOOK_WIDTH),
    ];
    for (words, align, x, wide) in cells {
        if !words.is_empty() {
            pen.inside(pen.label(words, tight(CELL, strong), color), align, pen.rect(x, y, wide, ROW));
        }
    }
}
