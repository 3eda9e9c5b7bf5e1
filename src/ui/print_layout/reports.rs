//! Reports that the chart does not show: statements by groups, those that contradict one another in one ledger, and each
//! province's own figures, which are never added up.

use super::handout::{Blocks, Stands, UNDER_PARAGRAPH, WIDTH};
use super::lists::{Table, references};
use crate::export::drawing::PageTag;
use crate::model::{FigureState, Statement};
use crate::text::{self, Column, Export, Say};
use crate::ui::Cx;
use crate::ui::flow::Flow;
use crate::ui::theme::{Role, measure};

/// The widths of the provinces' columns.
const PROVINCE: [f32; 4] = [176.0, 150.0, 330.0, 342.0];
/// The width of a statement's figure, and the gap after it.
const FIGURE: f32 = 240.0;
const AFTER_FIGURE: f32 = 24.0;
/// Over and under a statement.
const PAD: f32 = 12.0;
/// Over the references of a statement, and over another report.
const OVER_REFERENCES: f32 = 2.0;
const OVER_REPORT: f32 = 4.0;

/// Each province's own figures with what they count and until when, and why they are not added up.
pub fn provinces(blocks: &mut Blocks<'_>) {
    let (cx, x) = (blocks.cx, blocks.cx.x());
    if x.provinces.iter().all(|province| province.personnel.is_empty()) {
        return;
    }
    blocks.heading(Stands::WithNext, cx.say(Say::OwnPersonnel));
    let why = cx.say(Say::NotAddedUp);
    blocks.add(Stands::WithNext, move |writer| {
        writer.paragraph(&why, Role::Label);
        writer.gap(UNDER_PARAGRAPH);
    });
    let mut table = Table::new(PROVINCE.to_vec());
    let headers = [Say::Export(Export::Province), Say::Column(Column::People), Say::Export(Export::Counts)];
    let sources = Say::Column(Column::Sources);
    table.add(blocks, headers.into_iter().chain([sources]).map(|say| cx.say(say)).collect());
    for province in &x.provinces {
        let name = cx.localized(&province.name);
        if province.personnel.is_empty() {
            table.add(
                blocks,
                vec![name.clone(), cx.say(Say::NoTotalFound), cx.localized(&province.note), String::new()],
            );
        }
        for (i, report) in province.personnel.iter().enumerate() {
            let counts =
                [cx.localized(&report.counts), if i == 0 { cx.localized(&province.note) } else { String::new() }];
            let counts: Vec<&str> = counts.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
            let number = text::amount(cx.lang(), report.amount());
            table.add(blocks, vec![name.clone(), number, counts.join("\n"), references(cx, &report.sources)]);
        }
    }
}

/// The statements of the sources, group by group, with the figures below one another.
pub fn statements(blocks: &mut Blocks<'_>) {
    let (cx, x) = (blocks.cx, blocks.cx.x());
    for group in &x.groups {
        let stated: Vec<usize> = (0..x.statements.len()).filter(|&i| x.statements[i].group == group.id).collect();
        if stated.is_empty() {
            continue;
        }
        blocks.heading(Stands::WithNext, cx.localized(&group.title));
        let note = cx.localized(&group.note);
        if !note.is_empty() {
            blocks.add(Stands::WithNext, move |writer| {
                writer.paragraph(&note, Role::Label);
                writer.gap(UNDER_PARAGRAPH);
            });
        }
        for i in stated {
            blocks.add(Stands::Anywhere, move |writer| {
                if let Some(statement) = writer.cx.x().statements.get(i) {
                    statement_ui(writer, statement);
                }
            });
        }
    }
}

/// A statement under a rule: its figure, and beside it the text and its sources.
fn statement_ui(writer: &mut Flow<'_>, statement: &Statement) {
    let cx = writer.cx;
    writer.part(PageTag::Ornament);
    writer.rule(measure::RULE, cx.colors.line);
    let top = writer.pos.y + PAD;
    writer.part(PageTag::Paragraph);
    writer.column(0.0, FIGURE - AFTER_FIGURE, top);
    if let Some((figure, remarks)) = figure_words(cx, statement) {
        writer.text(&figure, Role::Strong);
        for remark in &remarks {
            writer.dim(remark, Role::Note);
        }
    }
    let bottom = writer.pos.y;
    writer.column(FIGURE, WIDTH - FIGURE, top);
    writer.words(&statement.text, Role::Label);
    let figure = statement.figure.iter();
    let own = figure.clone().flat_map(crate::model::Figure::sources);
    let ids: Vec<_> = own.chain(&statement.sources).cloned().collect();
    writer.gap(OVER_REFERENCES);
    writer.dim(&references(cx, &ids), Role::Mark);
    for report in figure.flat_map(|figure| &figure.also) {
        let number = text::measured(cx.lang(), report.amount(), &statement.unit);
        let parts = [cx.say(Say::AnotherReport), number, cx.localized(&report.counts)];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        writer.gap(OVER_REPORT);
        writer.text(&parts.join(text::colon(cx.lang())), Role::Note);
        writer.dim(&references(cx, &report.sources), Role::Mark);
    }
    writer.across(bottom.max(writer.pos.y) + PAD);
}

/// The figure, and the remarks below it: what it counts and how it was worked out. A missing one is in words.
fn figure_words(cx: &Cx<'_>, statement: &Statement) -> Option<(String, Vec<String>)> {
    let figure = statement.figure.as_ref()?;
    let lang = cx.lang();
    let unit = statement.unit.resolve(lang).text.to_owned();
    let amount = figure.amount().map(|amount| text::amount_in(lang, amount, &statement.unit)).unwrap_or_default();
    Some(match &figure.state {
        FigureState::Reported { .. } => (amount, vec![unit]),
        FigureState::WorkedOut { terms } => {
            let sum = text::arithmetic_times(terms, statement.unit.times(lang));
            (amount, vec![unit, cx.say(Say::WorkedOutShort), sum])
        }
        FigureState::NotApplicable => (cx.say(Say::NotApplicable), Vec::new()),
        FigureState::NotPublished => (cx.say(Say::NotPublished), Vec::new()),
    })
}
