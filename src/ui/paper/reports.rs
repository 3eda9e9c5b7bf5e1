//! What the sources report beside the chart: their statements by groups, those that contradict one another in one ledger, and each
//! province's own figures, which are never added up.

use super::handout::{Blocks, Stands, WIDTH};
use super::lists::{Table, references};
use crate::export::drawing::Part;
use crate::model::{FigureState, Statement};
use crate::text::{self, Column, Export, Say};
use crate::ui::Cx;
use crate::ui::flow::Flow;
use crate::ui::theme::{Role, measure};

/// The widths of the provinces' columns.
const PROVINCE: [f32; 4] = [176.0, 150.0, 330.0, 342.0];
/// The width of a statement's figure.
const FIGURE: f32 = 240.0;
/// Over and under a statement.
const PAD: f32 = 12.0;

/// Each province's own figures with what they count and until when, and why they are not added up.
pub fn provinces(blocks: &mut Blocks<'_>) {
    let (cx, x) = (blocks.cx, blocks.cx.x());
    if x.provinces.iter().all(|province| province.personnel.is_empty()) {
        return;
    }
    blocks.heading(Stands::WithNext, cx.say(Say::OwnPersonnel));
    let why = cx.say(Say::NotAddedUp);
    blocks.add(Stands::WithNext, move |pen| {
        pen.paragraph(&why, Role::Label);
        pen.gap(14.0);
    });
    let mut table = Table::new(PROVINCE.to_vec());
    let heads = [Say::Export(Export::Province), Say::Column(Column::People), Say::Export(Export::Counts)];
    let sources = Say::Column(Column::Sources);
    table.add(blocks, heads.into_iter().chain([sources]).map(|say| cx.say(say)).collect());
    for province in &x.provinces {
        let name = cx.tell(&province.name);
        if province.personnel.is_empty() {
            table.add(blocks, vec![name.clone(), cx.say(Say::NoTotalFound), cx.tell(&province.note), String::new()]);
        }
        for (i, report) in province.personnel.iter().enumerate() {
            let counts = [cx.tell(&report.counts), if i == 0 { cx.tell(&province.note) } else { String::new() }];
            let counts: Vec<&str> = counts.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
            let number = text::amount(cx.lang(), report.amount());
            table.add(blocks, vec![name.clone(), number, counts.join("\n"), references(cx, &report.sources)]);
        }
    }
}

/// What the sources state, group by group, with the figures below one another.
pub fn statements(blocks: &mut Blocks<'_>) {
    let (cx, x) = (blocks.cx, blocks.cx.x());
    for group in &x.groups {
        let stated: Vec<usize> = (0..x.statements.len()).filter(|&i| x.statements[i].group == group.id).collect();
        if stated.is_empty() {
            continue;
        }
        blocks.heading(Stands::WithNext, cx.tell(&group.title));
        let note = cx.tell(&group.note);
        if !note.is_empty() {
            blocks.add(Stands::WithNext, move |pen| {
                pen.paragraph(&note, Role::Label);
                pen.gap(14.0);
            });
        }
        for i in stated {
            blocks.add(Stands::Anywhere, move |pen| {
                if let Some(statement) = pen.cx.x().statements.get(i) {
                    statement_ui(pen, statement);
                }
            });
        }
    }
}

/// A statement under a rule: its figure, and beside it what is stated and who reported it.
fn statement_ui(pen: &mut Flow<'_>, statement: &Statement) {
    let cx = pen.cx;
    pen.part(Part::Ornament);
    pen.rule(measure::RULE, cx.colors.line);
    let top = pen.pos.y + PAD;
    pen.part(Part::Paragraph);
    pen.column(0.0, FIGURE - 24.0, top);
    if let Some((figure, remarks)) = figure_words(cx, statement) {
        pen.text(&figure, Role::Strong);
        for remark in &remarks {
            pen.dim(remark, Role::Note);
        }
    }
    let bottom = pen.pos.y;
    pen.column(FIGURE, WIDTH - FIGURE, top);
    pen.words(&statement.text, Role::Label);
    let figure = statement.figure.iter();
    let own = figure.clone().flat_map(crate::model::Figure::sources);
    let ids: Vec<_> = own.chain(&statement.sources).cloned().collect();
    pen.gap(2.0);
    pen.dim(&references(cx, &ids), Role::Mark);
    for report in figure.flat_map(|figure| &figure.also) {
        let number = text::measured(cx.lang(), report.amount(), &statement.unit);
        let parts = [cx.say(Say::AnotherReport), number, cx.tell(&report.counts)];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        pen.gap(4.0);
        pen.text(&parts.join(text::colon(cx.lang())), Role::Note);
        pen.dim(&references(cx, &report.sources), Role::Mark);
    }
    pen.across(bottom.max(pen.pos.y) + PAD);
}

/// The figure, and below it what it counts and how it came about; a missing one in words.
fn figure_words(cx: &Cx<'_>, statement: &Statement) -> Option<(String, Vec<String>)> {
    let figure = statement.figure.as_ref()?;
    let lang = cx.lang();
    let unit = statement.unit.told(lang).text.to_owned();
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
