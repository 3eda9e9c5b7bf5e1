//! The figures of the handout: the chart, the published totals, and the table.

use egui::{Rect, pos2};

use super::handout::{Blocks, HEIGHT, Stands, UNDER_INTRODUCTION, WIDTH};
use super::lists::{Table, references};
use crate::export::drawing::PageTag;
use crate::export::{self, FigureRecord};
use crate::model::StateName;
use crate::text::{self, Column, Say};
use crate::ui::Cx;
use crate::ui::flow::FlowMode;
use crate::ui::personnel::Print;
use crate::ui::theme::Role;

/// The preferred height of a bar's row in the chart.
const ROW: f32 = 78.0;
/// The gap under the chart's caption, and what that and the gap under the chart take together.
const UNDER_CAPTION: f32 = 12.0;
const AROUND_CHART: f32 = 90.0;
/// Under a total, and over the note on the table.
const UNDER_TOTAL: f32 = 10.0;
const OVER_NOTE: f32 = 10.0;
/// The widths of the table's columns.
const COLUMNS: [f32; 6] = [66.0, 112.0, 134.0, 188.0, 236.0, 262.0];

/// The chart with its sentence, key, totals and remarks.
pub fn chart(blocks: &mut Blocks<'_>) {
    let cx = blocks.cx;
    let Some(print) = Print::new(cx) else { return };
    let rows = print.count();
    blocks.heading(Stands::WithNext, cx.say(Say::PersonnelPerBatch));
    let least = print.heights(blocks.ui, WIDTH);
    if least.bars + least.footer > HEIGHT {
        let resolved = crate::export::pattern(cx.x(), cx.lang(), crate::export::Chart::Batches);
        blocks.paragraph(resolved, Role::Body);
        return blocks.paragraph(cx.say(Say::NoRoomForChart), Role::Body);
    }
    let has_caption = least.bars + least.footer + AROUND_CHART <= HEIGHT;
    let sentence = print.sentence();
    blocks.add(Stands::WithNext, move |writer| {
        writer.paragraph(&sentence, Role::Body);
        writer.gap(UNDER_INTRODUCTION);
    });
    blocks.add(Stands::Floating, move |writer| {
        let Some(print) = Print::new(writer.cx) else { return };
        // It may stand on another page than its heading.
        let top = writer.pos.y;
        if has_caption {
            writer.paragraph(&writer.cx.say(Say::PersonnelPerBatch), Role::Value);
            writer.gap(UNDER_CAPTION);
        }
        let heights = print.heights(writer.ui, WIDTH);
        // Rows have their preferred height, or less on a full page, but never less than their words need.
        let bars =
            heights.bars.max((rows * ROW).min(HEIGHT - heights.footer - UNDER_INTRODUCTION - (writer.pos.y - top)));
        let area = Rect::from_min_size(writer.pos, egui::vec2(WIDTH, bars));
        if writer.way != FlowMode::Measure {
            writer.part(PageTag::Figure(print.description()));
            writer.put(print.bars(writer.ui, area));
            writer.part(PageTag::Paragraph);
            print.footer_ui(writer.ui, writer.way, pos2(area.left(), area.bottom()), WIDTH);
        }
        writer.pos.y = area.bottom() + heights.footer;
        writer.gap(if has_caption { UNDER_INTRODUCTION } else { 0.0 });
    });
}

/// The totals published after each batch, in words.
pub fn totals(blocks: &mut Blocks<'_>) {
    let cx = blocks.cx;
    let list = Print::new(cx).map(|print| print.totals()).unwrap_or_default();
    if list.is_empty() {
        return;
    }
    blocks.heading(Stands::WithNext, cx.say(Say::PublishedTotals));
    for (words, sources) in list {
        let reporters = references(cx, &sources);
        blocks.add(Stands::Anywhere, move |writer| {
            writer.part(PageTag::Paragraph);
            writer.text(&words, Role::Label);
            writer.dim(&reporters, Role::Note);
            writer.gap(UNDER_TOTAL);
        });
    }
}

/// The numbers behind the chart, each with its state, other reports, and who reported it.
pub fn table(blocks: &mut Blocks<'_>) {
    let cx = blocks.cx;
    let records: Vec<FigureRecord> = export::figures(cx.x(), cx.lang())
        .into_iter()
        .filter(|record| record.counts != export::Counts::Total)
        .collect();
    if records.is_empty() {
        return;
    }
    blocks.heading(Stands::WithNext, cx.say(Say::ChartMode(crate::state::ChartMode::Table)));
    let mut table = Table::new(COLUMNS.to_vec());
    table.add(blocks, Column::ALL.map(|column| cx.say(Say::Column(column))).to_vec());
    for record in &records {
        table.add(blocks, cells(cx, record));
    }
    if records.iter().any(|record| record.years_inferred) {
        let note = cx.localized(&cx.x().notes.inferred);
        blocks.add(Stands::Anywhere, move |writer| {
            writer.gap(OVER_NOTE);
            writer.part(PageTag::Paragraph);
            writer.dim(&note, Role::Note);
        });
    }
}

fn cells(cx: &Cx<'_>, record: &FigureRecord) -> Vec<String> {
    let batches = match (record.first_batch, record.last_batch) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    };
    let years = if record.years_inferred { format!("{}*", record.years) } else { record.years.clone() };
    let state = match record.state {
        StateName::Reported => Say::Reported,
        StateName::WorkedOut => Say::WorkedOut,
        StateName::NotPublished => Say::NotPublishedKey,
        StateName::NotApplicable => Say::NotApplicable,
    };
    let people = match record.state {
        StateName::WorkedOut => record.people.map(text::number).unwrap_or_default(),
        _ => record.in_words.clone(),
    };
    let arithmetic = record.arithmetic.as_deref().map(text::unbroken_terms);
    let state = [Some(cx.say(state)), arithmetic].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let numbers = |ids: &[export::Cited]| {
        let ids: Vec<_> = ids.iter().map(|cited| cited.id.as_str().into()).collect();
        references(cx, &ids)
    };
    let others = record.other_reports.iter().map(|other| {
        format!("{}{}{}", text::unbroken(&other.in_words), text::colon(cx.lang()), numbers(&other.sources))
    });
    let others = others.collect::<Vec<_>>().join("\n");
    let sources = if record.people.is_none() && record.sources.is_empty() {
        cx.say(Say::NoFigurePublished)
    } else {
        numbers(&record.sources)
    };
    vec![batches, years, people, state, others, sources]
}
