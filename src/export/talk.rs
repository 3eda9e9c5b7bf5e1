//! The report of a talk as a table.

use super::csv::{Between, written_under};
use crate::model::{Exhibition, Lang, TalkReport};
use crate::text::{self, ReportColumn, Say, Talk};

/// The report of a talk as comma-separated values: a row for each stop, then what was shown outside the running order, black or
/// white, and the sum. Times in whole seconds.
#[must_use]
pub fn talk_report(x: &Exhibition, lang: Lang, report: &TalkReport) -> String {
    table(x, lang, report, &[])
}

/// The same, below the title of the exhibition and the date: `2026-05-17`.
#[must_use]
pub fn dated_talk_report(x: &Exhibition, lang: Lang, report: &TalkReport, date: &str) -> String {
    let column = |column| text::say(lang, Say::Talk(Talk::ReportColumn(column)));
    let about = [
        [column(ReportColumn::Exhibition), x.title.resolve(lang).text.to_owned()],
        [column(ReportColumn::Date), date.to_owned()],
    ];
    table(x, lang, report, &about)
}

fn table(x: &Exhibition, lang: Lang, report: &TalkReport, about: &[[String; 2]]) -> String {
    let say = |talk: Talk<'_>| text::say(lang, Say::Talk(talk));
    let column = |column| say(Talk::ReportColumn(column));
    let in_secs = |which| format!("{} ({})", column(which), column(ReportColumn::Seconds));
    let heads = [
        column(ReportColumn::Stop),
        column(ReportColumn::Shown),
        in_secs(ReportColumn::Planned),
        in_secs(ReportColumn::Took),
    ];
    let whole = |secs: f64| format!("{secs:.0}");
    let stops = report.stops.iter().enumerate().map(|(i, (stop, planned, took))| {
        let took = took.map_or_else(|| say(Talk::NotShown), whole);
        [(i + 1).to_string(), text::stop_title(lang, x, stop), whole(*planned), took]
    });
    let rest = [
        [String::new(), say(Talk::Beside), String::new(), whole(report.beside_secs)],
        [String::new(), say(Talk::Blank), String::new(), whole(report.blank_secs)],
        [String::new(), say(Talk::InAll), whole(report.planned_secs), whole(report.elapsed_secs)],
    ];
    written_under(about, &heads, stops.chain(rest), Between::Commas)
}
