//! The description of a chart for screen readers: range, first to last, gaps, worked-out figures.
//!
//! It is also written to files for other programs. It describes reported numbers; worked-out ones are named as such and never
//! ranked among them, missing ones are named as missing. The figures of provinces are not a chart: their dates and definitions
//! differ, so that no sentence may compare them.

use crate::model::{Amount, Exhibition, Figure, FigureState, Lang, Precision, Subtotal, slots, sum_through, summary};
use crate::text::{self, At, Chart, Pattern, Say, Steps};

/// The number of subtotals described; the table has them all.
const TOGETHER: usize = 3;

/// The description of a chart; empty if there are no batches, hence no chart.
#[must_use]
pub fn pattern(x: &Exhibition, lang: Lang, chart: Chart) -> String {
    let entries = entries(x, chart);
    if entries.is_empty() {
        return String::new();
    }
    let mut worded = PatternWriter { lang, chart, sentences: Vec::new() };
    worded.range(&entries);
    worded.gaps(x, &entries);
    worded.others(&entries);
    if chart == Chart::Totals {
        worded.sum(x);
    }
    worded.sentences.join(text::between_sentences(lang))
}

/// Each batch with its figure, or with the total published after it.
fn entries(x: &Exhibition, chart: Chart) -> Vec<(u32, Option<&Figure>)> {
    let figure = |number: u32, own| match chart {
        Chart::Batches => Some(own),
        Chart::Totals => x.total(number).map(|total| &total.figure),
    };
    slots(x).into_iter().map(|slot| (slot.batch.number, figure(slot.batch.number, &slot.batch.figure))).collect()
}

/// The batches whose figure is in the wanted state.
fn numbers(entries: &[(u32, Option<&Figure>)], wanted: impl Fn(&FigureState) -> bool) -> Vec<u32> {
    let none = FigureState::NotPublished;
    let found = entries.iter().filter(|(_, figure)| wanted(figure.map_or(&none, |figure| &figure.state)));
    let mut numbers: Vec<u32> = found.map(|(number, _)| *number).collect();
    numbers.dedup();
    numbers
}

struct PatternWriter {
    lang: Lang,
    chart: Chart,
    sentences: Vec<String>,
}

impl PatternWriter {
    fn say(&mut self, pattern: Pattern<'_>) {
        self.sentences.push(text::pattern(self.lang, self.chart, pattern));
    }

    fn batches(&self, numbers: &[u32]) -> String {
        text::batches(self.lang, numbers)
    }

    /// The smallest and the largest reported number, and the steps between.
    fn range(&mut self, entries: &[(u32, Option<&Figure>)]) {
        let reported: Vec<(u32, Amount)> = entries
            .iter()
            .filter_map(|(number, figure)| match figure.as_ref()?.state {
                FigureState::Reported { amount, .. } => Some((*number, amount)),
                _ => None,
            })
            .collect();
        let by_size = |a: &&(u32, Amount), b: &&(u32, Amount)| compared(a.1, b.1);
        let (low, high) = (reported.iter().min_by(by_size), reported.iter().max_by(by_size));
        let (Some(&(_, low)), Some(&(_, high))) = (low, high) else {
            return self.say(Pattern::NoneReported(entries.len()));
        };
        let worded = |amount: Amount| {
            let with: Vec<u32> = reported.iter().filter(|(_, a)| *a == amount).map(|(number, _)| *number).collect();
            (text::amount(self.lang, amount), self.batches(&with))
        };
        let ((low_figure, low_batches), (high_figure, high_batches)) = (worded(low), worded(high));
        let (smallest, largest) =
            (At { figure: &low_figure, batches: &low_batches }, At { figure: &high_figure, batches: &high_batches });
        let (count, all) = (reported.len(), entries.len());
        self.say(match count {
            1 => Pattern::OneReported(smallest),
            _ if low == high => Pattern::AllEqual(count, all, &low_figure),
            _ => Pattern::Range(count, all, smallest, largest, steps(&reported)),
        });
        self.ends(&reported, [low, high]);
    }

    /// The first and the last, if not in the range already.
    fn ends(&mut self, reported: &[(u32, Amount)], [low, high]: [Amount; 2]) {
        let ([first, .., last], true) = (reported, low != high) else { return };
        if [first.1, last.1] == [low, high] || [first.1, last.1] == [high, low] {
            return;
        }
        let worded = |(number, amount): &(u32, Amount)| (text::amount(self.lang, *amount), self.batches(&[*number]));
        let ((one, at_first), (other, at_last)) = (worded(first), worded(last));
        self.say(Pattern::Ends(At { figure: &one, batches: &at_first }, At { figure: &other, batches: &at_last }));
    }

    /// What is not published, and what is known of it together.
    fn gaps(&mut self, x: &Exhibition, entries: &[(u32, Option<&Figure>)]) {
        let missing = numbers(entries, |state| *state == FigureState::NotPublished);
        let together = if self.chart == Chart::Batches { joint(x, entries) } else { Vec::new() };
        let own = together.iter().position(|(covered, _)| *covered == missing).filter(|_| !missing.is_empty());
        let gap = self.batches(&missing);
        match own.and_then(|i| together.get(i)) {
            _ if missing.is_empty() => {}
            Some((covered, figure)) if covered.len() > 1 => {
                let amount = figure.amount().map(|amount| text::amount(self.lang, amount)).unwrap_or_default();
                let is_worked_out = matches!(figure.state, FigureState::WorkedOut { .. });
                self.say(if is_worked_out {
                    Pattern::GapWorkedOut(&gap, &amount)
                } else {
                    Pattern::GapTogether(&gap, &amount)
                });
            }
            _ => self.say(Pattern::Gap(&gap)),
        }
        let others = together.iter().enumerate().filter(|(i, (covered, _))| own != Some(*i) || covered.len() == 1);
        for (_, (covered, figure)) in others.take(TOGETHER) {
            let amount = figure.amount().map(|amount| text::amount(self.lang, amount)).unwrap_or_default();
            let words = match figure.state {
                FigureState::WorkedOut { .. } => text::say(self.lang, Say::WorkedOutAmount(&amount)),
                _ => amount,
            };
            self.say(Pattern::Together(&self.batches(covered), &words));
        }
    }

    /// What is worked out, and what is not applicable.
    fn others(&mut self, entries: &[(u32, Option<&Figure>)]) {
        let worked_out = numbers(entries, |state| matches!(state, FigureState::WorkedOut { .. }));
        if !worked_out.is_empty() {
            self.say(Pattern::WorkedOut(&self.batches(&worked_out)));
        }
        let not_applicable = numbers(entries, |state| *state == FigureState::NotApplicable);
        if !not_applicable.is_empty() {
            self.say(Pattern::NotApplicable(&self.batches(&not_applicable)));
        }
    }

    /// The sum of the batches compared with the published total.
    fn sum(&mut self, x: &Exhibition) {
        let Some(sum) = sum_through(x, u32::MAX) else { return };
        let summary = summary(x);
        let difference =
            summary.difference.zip(summary.reported).map_or_else(String::new, |(difference, (_, total))| {
                text::say(self.lang, Say::Difference(difference, &text::amount(self.lang, total)))
            });
        self.say(Pattern::Sum(&text::amount(self.lang, sum), &difference));
    }
}

/// The subtotals with a number, and the batches that each covers.
fn joint<'x>(x: &'x Exhibition, entries: &[(u32, Option<&Figure>)]) -> Vec<(Vec<u32>, &'x Figure)> {
    let covered = |subtotal: &Subtotal| {
        let all = entries.iter().map(|(number, _)| *number);
        let mut covered: Vec<u32> = all.filter(|n| (subtotal.first..=subtotal.last).contains(n)).collect();
        covered.dedup();
        covered
    };
    let known = x.subtotals.iter().filter(|subtotal| subtotal.figure.amount().is_some());
    known.map(|s| (covered(s), &s.figure)).filter(|(covered, _)| !covered.is_empty()).collect()
}

/// Compares two numbers as printed: “nearly 850”, “about 850”, “850”, “more than 850”.
fn compared(a: Amount, b: Amount) -> std::cmp::Ordering {
    let rank = |amount: Amount| match amount.precision {
        Precision::Nearly => 0,
        Precision::About => 1,
        Precision::Exact => 2,
        Precision::MoreThan => 3,
    };
    a.value.total_cmp(&b.value).then(rank(a).cmp(&rank(b)))
}

/// Whether each number is certainly higher, or lower, than the one before; only exact numbers are conclusive.
fn steps(reported: &[(u32, Amount)]) -> Steps {
    let is_exact = reported.iter().all(|(_, amount)| amount.precision == Precision::Exact);
    let all = |wanted: fn(f64, f64) -> bool| reported.windows(2).all(|pair| wanted(pair[0].1.value, pair[1].1.value));
    match is_exact && reported.len() > 2 {
        true if all(|one, next| next > one) => Steps::Up,
        true if all(|one, next| next < one) => Steps::Down,
        _ => Steps::Mixed,
    }
}
