//! The lists of the handout: tables of a few columns, pairings, milestones, and the sources, which references cite by number.

use egui::Pos2;

use super::handout::{Blocks, HEIGHT, Stands, WIDTH};
use crate::export::drawing::{Cell, PageTag};
use crate::model::{Milestone, SourceId};
use crate::state::View;
use crate::text::{self, Column, Export, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::pairings::poster;
use crate::ui::theme::{Role, measure};

/// Between the columns of a table, and over and under its words.
const PAD: [f32; 2] = [14.0, 8.0];
/// The widths of the pairings' columns.
const PAIRING: [f32; 4] = [176.0, 116.0, 290.0, 416.0];
/// The gap under the diagram.
const UNDER_DIAGRAM: f32 = 24.0;
/// The width of a milestone's date, and of a source's number.
const LEAD: [f32; 2] = [150.0, 56.0];
/// A milestone: how far its title stands below the top of its year, the gap under it, and that under the milestone.
const TITLE_DROP: f32 = 3.0;
const UNDER_TITLE: f32 = 2.0;
const UNDER_MILESTONE: f32 = 20.0;
/// Under a source.
const UNDER_SOURCE: f32 = 5.0;

/// Who reported something: “Xinhua, 23 August 2024 [3]”, by the numbers of the list of sources.
#[must_use]
pub fn references(cx: &Cx<'_>, ids: &[SourceId]) -> String {
    let mut list: Vec<String> = Vec::new();
    for id in ids {
        let Some(at) = cx.x().sources.iter().position(|source| source.id == *id) else { continue };
        let byline = text::byline(cx.lang(), &cx.x().sources[at]);
        let words = format!("{byline}{}", text::unbroken(&format!(" [{}]", at + 1)));
        if !list.contains(&words) {
            list.push(words);
        }
    }
    if list.is_empty() { cx.say(Say::NoSourceGiven) } else { list.join(text::semicolon(cx.lang())) }
}

/// A table, set row by row.
pub struct Table {
    widths: Vec<f32>,
    rows: usize,
}

impl Table {
    /// A table with columns of these widths.
    #[must_use]
    pub fn new(widths: Vec<f32>) -> Self {
        Self { widths, rows: 0 }
    }

    /// Adds a row; the first one names the columns.
    pub fn add(&mut self, blocks: &mut Blocks<'_>, cells: Vec<String>) {
        let (row, widths) = (self.rows, self.widths.clone());
        self.rows += 1;
        let stands = if row == 0 { Stands::OverRows } else { Stands::InTable };
        blocks.add(stands, move |writer| row_ui(writer, row, &widths, &cells));
    }
}

fn row_ui(writer: &mut Flow<'_>, row: usize, widths: &[f32], cells: &[String]) {
    let is_header = row == 0;
    let top = writer.pos.y + PAD[1];
    let (mut left, mut bottom) = (0.0, top);
    for (i, (width, words)) in widths.iter().zip(cells).enumerate() {
        writer.column(left, width - PAD[0], top);
        writer.part(PageTag::Cell(Cell { row, is_header }));
        let strong = is_header || i == 0;
        writer.text(words, if strong { Role::NoteStrong } else { Role::Note });
        bottom = bottom.max(writer.pos.y);
        left += width;
    }
    writer.across(bottom + PAD[1]);
    writer.part(PageTag::Ornament);
    let colors = &writer.cx.colors;
    let (width, color) = if is_header { (measure::AXIS, colors.text) } else { (measure::RULE, colors.line) };
    writer.rule(width, color);
}

/// The pairings, in the words of the sources.
pub fn pairings(blocks: &mut Blocks<'_>) {
    let (cx, x) = (blocks.cx, blocks.cx.x());
    if x.pairings.is_empty() {
        return;
    }
    blocks.heading(Stands::WithNext, cx.say(Say::View(View::Pairings)));
    diagram(blocks);
    let mut table = Table::new(PAIRING.to_vec());
    let headers = [Export::Province, Export::Division, Export::LocalizedText].map(|export| cx.say(Say::Export(export)));
    table.add(blocks, headers.into_iter().chain([cx.say(Say::Column(Column::Sources))]).collect());
    for pairing in &x.pairings {
        let province = x.province(&pairing.province).map(|province| cx.localized(&province.name));
        let division = x.division(&pairing.division).map(|division| cx.localized(&division.name));
        let inferred = if pairing.inferred { format!("\n{}", cx.say(Say::Inferred)) } else { String::new() };
        let resolved = format!("{}{inferred}", cx.localized(&pairing.told));
        let sources = references(cx, &pairing.sources);
        table.add(blocks, vec![province.unwrap_or_default(), division.unwrap_or_default(), resolved, sources]);
    }
}

/// The diagram as it is today. Where a page cannot hold it, the table stands alone.
fn diagram(blocks: &mut Blocks<'_>) {
    let height = poster::diagram(blocks.ui, blocks.cx, FlowMode::Measure, Pos2::ZERO, WIDTH);
    if height + UNDER_DIAGRAM > HEIGHT {
        return;
    }
    blocks.add(Stands::Floating, move |writer| {
        writer.pos.y += poster::diagram(writer.ui, writer.cx, writer.way, writer.pos, WIDTH) + UNDER_DIAGRAM;
    });
}

/// The milestones.
pub fn milestones(blocks: &mut Blocks<'_>) {
    let (cx, x) = (blocks.cx, blocks.cx.x());
    if x.milestones.is_empty() {
        return;
    }
    blocks.heading(Stands::WithNext, cx.say(Say::View(View::Timeline)));
    for (i, _) in x.milestones.iter().enumerate() {
        blocks.add(Stands::Anywhere, move |writer| {
            if let Some(milestone) = writer.cx.x().milestones.get(i) {
                milestone_ui(writer, milestone);
            }
        });
    }
}

fn milestone_ui(writer: &mut Flow<'_>, milestone: &Milestone) {
    let cx = writer.cx;
    let top = writer.pos.y;
    writer.part(PageTag::Subheading);
    writer.column(0.0, LEAD[0] - PAD[0], top);
    writer.text(&milestone.date.year.to_string(), Role::Value);
    writer.dim_words(&milestone.date_note, Role::Note);
    let bottom = writer.pos.y;
    writer.column(LEAD[0], super::handout::WIDTH - LEAD[0], top + TITLE_DROP);
    writer.words(&milestone.title, Role::Strong);
    writer.part(PageTag::Paragraph);
    writer.gap(UNDER_TITLE);
    writer.words(&milestone.text, Role::Label);
    writer.dim_words(&milestone.certainty, Role::Note);
    writer.dim(&references(cx, &milestone.sources), Role::Note);
    writer.across(bottom.max(writer.pos.y) + UNDER_MILESTONE);
}

/// Every source with its number.
pub fn sources(blocks: &mut Blocks<'_>) {
    let (cx, x) = (blocks.cx, blocks.cx.x());
    if x.sources.is_empty() {
        return;
    }
    blocks.heading(Stands::WithNext, cx.say(Say::AllSources(x.sources.len())));
    for (i, source) in x.sources.iter().enumerate() {
        let citation = text::citation(cx.lang(), source);
        blocks.add(Stands::Anywhere, move |writer| {
            let top = writer.pos.y;
            writer.part(PageTag::Paragraph);
            writer.text(&format!("[{}]", i + 1), Role::NoteStrong);
            writer.column(LEAD[1], super::handout::WIDTH - LEAD[1], top);
            writer.text(&citation, Role::Note);
            writer.across(writer.pos.y + UNDER_SOURCE);
        });
    }
}
