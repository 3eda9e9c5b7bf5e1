//! For any figures at all: what is drawn, printed and spoken of a missing one is never a number, a precision word stays with
//! its number, and what was worked out never looks reported.

use egui::{Rect, vec2};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use vitrine::model::{Batch, Exhibition, Figure, FigureState, Lang, Pack};
use vitrine::state::{Action, ChartMode, View};
use vitrine::text::{self, Say};

use crate::support::{Visitor, figures};

/// Text without what only breaks lines.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !['\u{2060}', '\u{a0}'].contains(c))
        .map(|c| if c == '\u{f0c}' { '་' } else { c })
        .collect()
}

fn in_words(lang: Lang, figure: &Figure) -> String {
    let amount = figure.amount().map(|amount| text::amount(lang, amount)).unwrap_or_default();
    match figure.state {
        FigureState::Reported { .. } => amount,
        FigureState::WorkedOut { .. } => text::say(lang, Say::WorkedOutAmount(&amount)),
        FigureState::NotPublished => text::say(lang, Say::NotPublished),
        FigureState::NotApplicable => text::say(lang, Say::NotApplicable),
    }
}

fn also(lang: Lang, figure: &Figure) -> String {
    let mut list: Vec<String> = Vec::new();
    for words in figure.also.iter().map(|report| text::amount(lang, report.amount())) {
        if !list.contains(&words) {
            list.push(words);
        }
    }
    list.join(if lang == Lang::Zh { "；" } else { "; " })
}

fn years(batch: &Batch) -> String {
    let years = text::years(batch.arrive.date, batch.leave.as_ref().map(|when| when.date));
    if batch.has_inferred_years() { format!("{years}*") } else { years }
}

/// What is printed in the room of a batch: everything but its number, its years and what other reports say.
fn printed(visitor: &Visitor, room: Rect, batch: &Batch, figure: &Figure, lang: Lang) -> Vec<String> {
    let number = batch.number.to_string();
    let mut beside = vec![number, plain(&years(batch))];
    let others = plain(&also(lang, figure));
    beside.extend([plain(&text::say(lang, Say::Also(&also(lang, figure)))), others]);
    let here = visitor.texts().into_iter().filter(|(_, at)| room.contains(at.center()));
    let mut left: Vec<String> = here.map(|(words, _)| words).collect();
    for words in beside {
        if let Some(at) = left.iter().position(|other| plain(other) == words) {
            left.remove(at);
        }
    }
    // A text, and each of its lines where there are several.
    let lines = |words: &String| {
        let lines: Vec<String> = words.lines().map(plain).collect();
        if lines.len() > 1 { [vec![plain(words)], lines].concat() } else { lines }
    };
    left.iter().flat_map(lines).collect()
}

/// Holds what is seen and heard of a figure to what is known.
fn hold(visitor: &Visitor, mode: ChartMode, batch: &Batch, lang: Lang) -> Result<(), TestCaseError> {
    let figure = &batch.figure;
    let (years, words, also) = (years(batch), in_words(lang, figure), also(lang, figure));
    let name = text::say(lang, Say::BarName { batch: batch.number, years: &years, figure: &words, also: &also });
    let room = visitor.room(&name);
    prop_assert!(room.is_some(), "“{name}” among {:#?}", visitor.names());
    let printed = printed(visitor, room.unwrap_or(Rect::NOTHING), batch, figure, lang);
    let all = printed.join(" ");
    let digits = |text: &str| text.chars().any(|c| c.is_ascii_digit());
    let worked_out = [Say::WorkedOut, Say::WorkedOutShort].map(|say| plain(&text::say(lang, say)));
    match &figure.state {
        FigureState::NotPublished | FigureState::NotApplicable => {
            // “Not published (not zero)” says zero as a digit in Tibetan.
            let key = plain(&text::say(lang, Say::NotPublishedKey));
            let shown = printed.iter().filter(|words| **words != key);
            let sources = |words: &&String| mode == ChartMode::Table && !words.chars().all(|c| c.is_ascii_digit());
            let numbers: Vec<&String> = shown.filter(|words| digits(words) && !sources(words)).collect();
            prop_assert!(numbers.is_empty(), "{mode:?} {lang:?} {name}: {numbers:?}");
            let missing = plain(&words);
            prop_assert!(all.contains(&missing) || all.contains('–'), "{mode:?} {lang:?} {name}: {printed:?}");
        }
        state => {
            let amount = plain(&figure.amount().map(|amount| text::amount(lang, amount)).unwrap_or_default());
            prop_assert!(printed.contains(&amount), "{mode:?} {lang:?}: “{amount}” in {printed:?}");
            let is_worked_out = matches!(state, FigureState::WorkedOut { .. });
            let says_so = printed.iter().any(|words| worked_out.contains(words));
            prop_assert_eq!(says_so, is_worked_out, "{:?} {:?} {}: {:?}", mode, lang, name, printed);
        }
    }
    Ok(())
}

/// Runs a property over a few exhibitions on one screen, so that it is not built anew for each.
fn for_any(size: [f32; 2], mode: ChartMode, property: fn(&Visitor, &Exhibition, Lang) -> Result<(), TestCaseError>) {
    let mut visitor = Visitor::reading(Lang::En, vec2(size[0], size[1]), figures::many(3));
    visitor.act(Action::View(View::Personnel));
    visitor.act(Action::Chart(mode));
    let visitor = std::cell::RefCell::new(visitor);
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let strategy = (figures::any_exhibition(), prop::sample::select(Lang::ALL.to_vec()));
    let done = runner.run(&strategy, |(x, lang)| {
        let mut visitor = visitor.borrow_mut();
        visitor.act(Action::Lang(lang));
        visitor.act(Action::PackOpened(Box::new(Pack { exhibition: x.clone(), ..Pack::default() })));
        visitor.act(Action::DismissNotice);
        property(&visitor, &x, lang)
    });
    if let Err(why) = done {
        panic!("{why}");
    }
}

fn batches(visitor: &Visitor, x: &Exhibition, lang: Lang) -> Result<(), TestCaseError> {
    let mode = visitor.state().chart;
    x.batches.iter().try_for_each(|batch| hold(visitor, mode, batch, lang))?;
    let heading = text::say(lang, Say::PersonnelPerBatch);
    let told = vitrine::export::pattern(x, lang, vitrine::export::Chart::Batches);
    prop_assert_eq!(visitor.description(&heading), Some(told), "the chart's description is its pattern");
    Ok(())
}

#[test]
fn standing_bars_are_true_for_any_figures() {
    for_any([2600.0, 1900.0], ChartMode::Bars, batches);
}

#[test]
fn lying_bars_are_true_for_any_figures() {
    for_any([1080.0, 3000.0], ChartMode::Bars, batches);
    for_any([400.0, 3400.0], ChartMode::Bars, batches);
}

#[test]
fn the_table_is_true_for_any_figures() {
    for_any([1920.0, 2400.0], ChartMode::Table, batches);
    for_any([600.0, 3400.0], ChartMode::Table, batches);
    for_any([340.0, 3400.0], ChartMode::Table, batches);
}
