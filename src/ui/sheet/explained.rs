//! What a sheet is about, in words: its heading, its figure and what kind of figure that is.

use crate::model::{
    Amount, Exhibition, Figure, FigureState, TableRow, Term, Unit, Words, added, parts_through, reported_parts, slots,
};
use crate::state::{Subject, View};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::theme::Role;

/// The largest number of addends that a sum lists.
const MOST_ADDED: usize = 16;

/// What a sheet is about.
#[derive(Default)]
pub struct Explained<'a> {
    /// The line over everything.
    pub heading: String,
    /// The figure, or what it is called, in large letters; empty where there is neither.
    pub large: String,
    /// True where `large` is a number.
    pub is_number: bool,
    /// The figure that it explains.
    pub figure: Option<&'a Figure>,
    /// The addends of a sum; empty where there are too many to read, or it is no sum.
    pub sum: String,
    /// What is stated.
    pub told: Option<&'a Words>,
    /// The years that a source without a number covers; with an asterisk where they are partly inferred.
    pub years: String,
    /// What the figure counts; people where not stated.
    pub unit: Option<&'a Unit>,
}

impl Explained<'_> {
    /// The unit of the large line, in words.
    #[must_use]
    pub fn unit_words(&self, cx: &Cx<'_>) -> String {
        self.unit.map(|unit| unit.resolve(cx.lang()).text.to_owned()).unwrap_or_default()
    }

    /// The role of the large line.
    #[must_use]
    pub fn role(&self) -> Role {
        if self.is_number { Role::Figure } else { Role::Heading }
    }
}

/// What a sheet on this subject is about.
#[must_use]
pub fn explained<'a>(cx: &Cx<'a>, subject: &Subject) -> Explained<'a> {
    let x = cx.x();
    match subject {
        Subject::Batch(_) | Subject::Subtotal(..) | Subject::Total(_) => personnel(cx, x, subject).unwrap_or_default(),
        Subject::ReportedSum => {
            let parts = reported_parts(x);
            sum(cx, cx.say(Say::ReportedBarsTogether(parts.len())), &parts)
        }
        Subject::SumThrough(last) => {
            let first = slots(x).first().map_or(1, |slot| slot.batch.number);
            let [first, last_words] = [first, *last].map(|number| cx.say(Say::Batch(number)));
            let heading = format!("{first} – {last_words}{}{}", text::comma(cx.lang()), cx.say(Say::WithWorkedOut));
            sum(cx, heading, &parts_through(x, *last).unwrap_or_default())
        }
        Subject::Statement(id) => x.statements.iter().find(|s| s.id == *id).map_or_else(Explained::default, |s| {
            let group = x.groups.iter().find(|g| g.id == s.group);
            let heading = group.map(|g| cx.localized(&g.title)).unwrap_or_default();
            let figured = s.figure.as_ref().map(|f| figure(cx, heading.clone(), f, Some(&s.unit)));
            Explained { heading, told: Some(&s.text), ..figured.unwrap_or_default() }
        }),
        Subject::Photo(id) => x.photo(id).map_or_else(Explained::default, |photo| Explained {
            heading: cx.say(Say::SourcesOfCaption),
            large: cx.localized(&photo.title),
            told: Some(&photo.caption),
            ..Explained::default()
        }),
        Subject::Province(id) => x.province(id).map_or_else(Explained::default, |province| Explained {
            heading: cx.say(Say::ProvinceCard),
            large: cx.localized(&province.name),
            ..Explained::default()
        }),
        Subject::Milestone(id) => {
            x.milestones.iter().find(|m| m.id == *id).map_or_else(Explained::default, |m| Explained {
                heading: text::date(cx.lang(), m.date),
                large: cx.localized(&m.title),
                told: Some(&m.text),
                ..Explained::default()
            })
        }
        Subject::Step(year) => x.pairing_stop(*year).map_or_else(Explained::default, |stop| Explained {
            heading: cx.say(Say::View(View::Pairings)),
            large: stop.label.clone().unwrap_or_else(|| stop.year.to_string()),
            told: Some(&stop.change),
            ..Explained::default()
        }),
        Subject::Source(_) => Explained { heading: cx.say(Say::View(View::Sources)), ..Explained::default() },
    }
}

/// A batch, a subtotal or a total.
fn personnel<'a>(cx: &Cx<'a>, x: &'a Exhibition, subject: &Subject) -> Option<Explained<'a>> {
    let batch = |n| cx.say(Say::Batch(n));
    let comma = text::comma(cx.lang());
    let people = None;
    Some(match subject {
        Subject::Batch(number) => {
            let found = x.batches.iter().find(|b| b.number == *number)?;
            let mark = if found.has_inferred_years() { "*" } else { "" };
            let years = text::years(found.arrive.date, found.leave.as_ref().map(|w| w.date)) + mark;
            let heading = format!("{}{comma}{years}", batch(found.number));
            Explained { years, ..figure(cx, heading, &found.figure, people) }
        }
        Subject::Subtotal(first, last) => {
            let found = x.subtotals.iter().find(|found| (found.first, found.last) == (*first, *last))?;
            let heading = format!("{} – {}{comma}{}", batch(*first), batch(*last), cx.say(Say::Together));
            figure(cx, heading, &found.figure, people)
        }
        Subject::Total(after_batch) => {
            let found = x.total(*after_batch)?;
            let heading = format!("{}{comma}{} – {}", cx.say(Say::PublishedTotals), batch(1), batch(found.after_batch));
            figure(cx, heading, &found.figure, people)
        }
        _ => return None,
    })
}

/// A sum worked out here: no source prints it.
fn sum<'a>(cx: &Cx<'a>, heading: String, parts: &[TableRow<'_>]) -> Explained<'a> {
    let Some(sum) = added(parts) else { return Explained { heading, ..Explained::default() } };
    let worded = |amount| text::amount(cx.lang(), amount);
    let amounts: Vec<String> = parts.iter().filter_map(|part| part.figure().amount()).map(worded).collect();
    let large = worded(sum);
    let is_short = (2..=MOST_ADDED).contains(&amounts.len());
    let sum = if is_short { format!("{} = {large}", amounts.join(" + ")) } else { String::new() };
    Explained { heading, large, is_number: true, sum, ..Explained::default() }
}

fn figure<'a>(cx: &Cx<'a>, heading: String, figure: &'a Figure, unit: Option<&'a Unit>) -> Explained<'a> {
    let large = match (&figure.state, figure.amount()) {
        (_, Some(amount)) => sum_text(cx, amount, unit),
        (FigureState::NotApplicable, None) => cx.say(Say::NotApplicable),
        (_, None) => cx.say(Say::NotPublished),
    };
    Explained {
        heading,
        large,
        is_number: figure.amount().is_some(),
        figure: Some(figure),
        unit,
        ..Explained::default()
    }
}

/// The kind of a figure; `None` where it does not apply.
#[must_use]
pub fn kind(cx: &Cx<'_>, figure: &Figure) -> Option<String> {
    let kind = match figure.state {
        FigureState::Reported { .. } => Say::AReportedFigure,
        FigureState::WorkedOut { .. } => Say::AWorkedOutFigure,
        FigureState::NotPublished => Say::NoFigurePublished,
        FigureState::NotApplicable => return None,
    };
    Some(cx.say(kind))
}

/// The arithmetic of a worked-out figure, “4,766 − 3,747 = 1,019”, and what each of its numbers counts.
#[must_use]
pub fn arithmetic(cx: &Cx<'_>, figure: &Figure, unit: Option<&Unit>) -> Option<(String, Vec<String>)> {
    let FigureState::WorkedOut { terms } = &figure.state else { return None };
    let times = unit.map_or(1.0, |unit| unit.times(cx.lang()));
    let meaning = |term: &Term| {
        let number = text::number(term.value.abs() * times);
        let colon = text::colon(cx.lang());
        (!term.counts.is_empty()).then(|| format!("{number}{colon}{}", cx.localized(&term.counts)))
    };
    Some((text::arithmetic_times(terms, times), terms.iter().filter_map(meaning).collect()))
}

/// An amount with what it counts: “nearly 12,000 people”.
#[must_use]
pub fn counted(cx: &Cx<'_>, amount: Amount, unit: Option<&Unit>) -> String {
    if let Some(unit) = unit.filter(|unit| !unit.resolve(cx.lang()).text.is_empty()) {
        text::measured(cx.lang(), amount, unit)
    } else {
        cx.say(Say::People(&text::amount(cx.lang(), amount)))
    }
}

/// An amount without its unit, in the unit's scale.
fn sum_text(cx: &Cx<'_>, amount: Amount, unit: Option<&Unit>) -> String {
    unit.map_or_else(|| text::amount(cx.lang(), amount), |unit| text::amount_in(cx.lang(), amount, unit))
}
