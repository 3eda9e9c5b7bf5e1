//! What a talk showed, resolved once after it.

use egui::{Align, Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use super::console::{form_of, send};
use super::console_widgets::{ButtonLook, button, panel};
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

/// What the buttons take of the footer, in measures.
const FOOTER: f32 = 156.0;

/// Draws the report over the whole window.
pub fn report_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let cx = &cx.dressed(cx.state.talk().notes_lang, Theme::Dark);
    ui.painter().rect_filled(area, 0.0, console::BG);
    let (_, scale) = form_of(area.size());
    // Over the buttons.
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
            let (place, _) = ui.allocate_exact_size(vec2(seen.width() - 14.0 * scale, height * scale), Sense::hover());
            let pen = Pen { ui, cx, area: place, scale, named: true };
            for (i, row) in rows.iter().enumerate() {
                row_ui(&pen, i, row, i == 0 || i + 1 == rows.len());
            }
        });
    });
}

/// Heading, panel and buttons; gives the area of the table.
fn frame_ui(pen: &Pen<'_>) -> Rect {
    let cx = pen.cx;
    let say = |talk| cx.say(Say::Talk(talk));
    let width = (pen.width() - 144.0).min(1400.0);
    let left = (pen.width() - width) / 2.0;
    let header = say(Talk::Report);
    let height = pen.put(pen.label(&header, tight(52.0, true), console::CREAM), left, 52.0, width);
    let more = say(Talk::ReportMore);
    let more_height = pen.put(pen.label(&more, tight(26.0, false), console::SOFT), left, 56.0 + height, width);
    let top = 84.0 + height + more_height;
    let footer = pen.height() - 72.0 - 84.0;
    panel(pen, pen.rect(left, top, width, footer - top - 24.0));
    let save = say(Talk::SaveReport);
    let close = cx.say(Say::Close);
    let half = (width - 24.0) / 2.0;
    if button(pen, pen.rect(left, footer, half, 84.0), Id::unique("save report"), (&save, ""), ButtonLook::On, true)
        .clicked()
    {
        send(cx, TalkCommand::SaveReport(cx.lang()));
    }
    let place = pen.rect(left + half + 24.0, footer, half, 84.0);
    if button(pen, place, Id::unique("close report"), (&close, "Esc"), ButtonLook::Plain, true).clicked() {
        send(cx, TalkCommand::Close);
    }
    Rect::from_min_max(egui::pos2(left + 32.0, top + 16.0), egui::pos2(left + width - 16.0, footer - 40.0))
}

fn rows(cx: &Cx<'_>) -> Vec<[String; 4]> {
    let say = |talk: Talk<'_>| cx.say(Say::Talk(talk));
    let column = |column| say(Talk::ReportColumn(column));
    let time = |secs: f64| text::time(secs.round(), false);
    let report = cx.state.talk().report();
    let headers = [ReportColumn::Stop, ReportColumn::Shown, ReportColumn::Planned, ReportColumn::Took].map(column);
    let mut rows = vec![headers];
    rows.extend(report.stops.iter().enumerate().map(|(i, (stop, planned, took))| {
        [(i + 1).to_string(), text::stop_title(cx.lang(), cx.x(), stop), time(*planned), time(*took)]
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
        let stroke = Stroke::new(pen.px(1.5).max(1.0), console::LINE);
        pen.ui.painter().hline(pen.area.x_range(), pen.at(0.0, y).y, stroke);
    }
    let color = if i == 0 { console::SOFT } else { console::CREAM };
    let cells = [
        (number, Align::Min, 0.0, 110.0),
        (title, Align::Min, 116.0, width - 116.0 - 380.0),
        (planned, Align::Max, width - 370.0, 160.0),
        (took, Align::Max, width - 190.0, 186.0),
    ];
    for (words, align, x, wide) in cells {
        if !words.is_empty() {
            pen.inside(pen.label(words, tight(23.0, strong), color), align, pen.rect(x, y, wide, ROW));
        }
    }
}
