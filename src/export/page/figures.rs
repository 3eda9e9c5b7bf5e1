//! The numbers of the page: charts, their descriptions, and the tables behind them.

use crate::export::{Chart, pattern};
use crate::model::{Exhibition, Figure, FigureState, TableRow, Total, Unit, summary, table_rows};
use crate::text::{self, Column, Say};

use super::write::{Cell, Writer, cell, escaped};

/// Returns `true` if there are personnel figures.
pub fn is_there(x: &Exhibition) -> bool {
    !(x.batches.is_empty() && x.totals.is_empty())
}

/// The personnel: charts, descriptions, the batches, the published totals.
pub fn personnel(w: &mut Writer<'_>, charts: &[String]) {
    let x = w.x;
    for chart in charts {
        drawing(w, chart);
    }
    w.element("p", &escaped(&pattern(x, w.lang, Chart::Batches)));
    batches(w);
    if !x.totals.is_empty() {
        w.element("p", &escaped(&pattern(x, w.lang, Chart::Totals)));
        totals(w);
    }
    let mut remarks = Vec::new();
    if x.batches.iter().any(crate::model::Batch::has_inferred_years) {
        remarks.push(w.tell(&x.notes.inferred));
    }
    remarks.push(w.tell(&x.notes.personnel));
    for remark in remarks {
        w.element("p class=\"remark\"", &remark);
    }
}

/// A drawing as a figure.
pub fn drawing(w: &mut Writer<'_>, svg: &str) {
    w.put("<figure class=\"chart\">");
    w.put(inline(svg));
    w.put("</figure>");
}

/// An SVG document for embedding, without its XML declaration.
fn inline(svg: &str) -> &str {
    svg.find("<svg").map_or("", |at| svg[at..].trim_end())
}

fn batches(w: &mut Writer<'_>) {
    let columns = [Column::Batch, Column::Years, Column::People, Column::State, Column::Others];
    let heads = columns.map(|column| w.say(Say::Column(column)));
    let rows: Vec<Vec<Cell>> = table_rows(w.x, None).iter().map(|row| batch_row(w, row)).collect();
    w.table(&w.say(Say::PersonnelPerBatch), &heads, &rows);
}

fn batch_row(w: &Writer<'_>, row: &TableRow<'_>) -> Vec<Cell> {
    let (name, years, sources) = match row {
        TableRow::Batch(batch) => {
            let years = text::years(batch.arrive.date, batch.leave.as_ref().map(|when| when.date));
            let star = if batch.has_inferred_years() { "*" } else { "" };
            (batch.number.to_string(), format!("{years}{star}{}", w.notes(&batch.years_sources)), true)
        }
        TableRow::Subtotal(subtotal) => {
            let together = w.say(Say::Together);
            (format!("{}–{} {together}", subtotal.first, subtotal.last), String::new(), false)
        }
    };
    let figure = row.figure();
    let class = if sources { "" } else { "joint" };
    let mut cells = vec![Cell { class, html: name }, cell(years)];
    cells.extend(figure_cells(w, figure));
    cells
}

/// People, state and other reports. A missing number is written in words, never as a digit.
fn figure_cells(w: &Writer<'_>, figure: &Figure) -> [Cell; 3] {
    let notes = w.notes(figure.sources());
    let amount = figure.amount().map(|amount| escaped(&text::amount(w.lang, amount)));
    let (class, people, state) = match &figure.state {
        FigureState::Reported { .. } => ("number reported", amount.unwrap_or_default(), w.say(Say::Reported)),
        FigureState::WorkedOut { terms } => {
            let sum = escaped(&text::arithmetic(terms));
            ("number", amount.unwrap_or_default(), format!("{}<br><small>{sum}</small>", w.say(Say::WorkedOut)))
        }
        FigureState::NotPublished => ("missing", w.say(Say::NotPublished), w.say(Say::NotPublishedKey)),
        FigureState::NotApplicable => ("missing", w.say(Say::NotApplicable), w.say(Say::NotApplicable)),
    };
    let others = figure.also.iter().map(|report| {
        let words = escaped(&text::amount(w.lang, report.amount())) + &w.notes(&report.sources);
        let counts = w.tell(&report.counts);
        if counts.is_empty() { words } else { format!("{words}<br><small>{counts}</small>") }
    });
    let others: Vec<String> = others.collect();
    let note = w.tell(&figure.note);
    let state = if note.is_empty() { state } else { format!("{state}<br><small>{note}</small>") };
    [Cell { class, html: people + &notes }, cell(state), cell(others.join("<br>"))]
}

fn totals(w: &mut Writer<'_>) {
    let columns = [Column::Batch, Column::Years, Column::People, Column::State, Column::Others];
    let heads = columns.map(|column| w.say(Say::Column(column)));
    let first = w.x.batches.iter().map(|batch| batch.number).min().unwrap_or(1);
    let row = |total: &Total| {
        let said = total.as_of.map(|date| escaped(&text::date(w.lang, date))).unwrap_or_default();
        let mut cells = vec![cell(format!("{first}–{}", total.after_batch)), cell(said)];
        cells.extend(figure_cells(w, &total.figure));
        cells
    };
    let rows: Vec<Vec<Cell>> = w.x.totals.iter().map(row).collect();
    w.table(&w.say(Say::PublishedTotals), &heads, &rows);
    let summary = summary(w.x);
    let sums = [
        (w.say(Say::ReportedBarsTogether(summary.reported_batches)), summary.reported_sum),
        (w.say(Say::WithWorkedOut), summary.full_sum),
    ];
    let sums = sums.into_iter().filter_map(|(words, sum)| {
        sum.map(|sum| format!("{words}{}{}", text::colon(w.lang), escaped(&text::amount(w.lang, sum))))
    });
    let sums: Vec<String> = sums.collect();
    w.element("p", &sums.join("<br>"));
}

/// Each province's own figures: side by side, never added up, with the reason why.
pub fn provinces(w: &mut Writer<'_>) {
    let x = w.x;
    let with: Vec<_> = x.provinces.iter().filter(|province| !province.personnel.is_empty()).collect();
    if with.is_empty() {
        return;
    }
    w.element("h3", &w.say(Say::OwnPersonnel));
    w.element("p", &w.say(Say::NotAddedUp));
    w.put("<dl class=\"provinces\">");
    for province in with {
        w.element("dt", &w.tell(&province.name));
        for report in &province.personnel {
            let counts = w.tell(&report.counts);
            let number = escaped(&text::amount(w.lang, report.amount()));
            let words = format!("<strong>{number}</strong> {counts}{}", w.notes(&report.sources));
            w.element("dd", &words);
        }
        w.element("dd class=\"facts\"", &w.tell(&province.note));
    }
    w.put("</dl>");
}

/// A figure with what it counts, in words, escaped.
pub fn in_words(w: &Writer<'_>, figure: &Figure, unit: &Unit) -> String {
    escaped(&text::figure(w.lang, figure, |amount| text::measured(w.lang, amount, unit)))
}
