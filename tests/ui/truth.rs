//! For any figures at all: what is drawn, printed and spoken of a missing one is never a number, a precision word stays with
//! its number, and what was worked out never looks reported.

use egui::{Rect, vec2};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use vitrine::model::{Batch, Exhibition, Figure, FigureState, Lang, Pack, PackPlace, Precision, sum_through, summary};
use vitrine::state::{Action, ChartMode, Subject, View, Zoom};
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

/// What is printed in an area, but for these words, each taken out once.
fn printed(visitor: &Visitor, area: Rect, beside: &[String]) -> Vec<String> {
    let here = visitor.texts().into_iter().filter(|(_, at)| area.contains(at.center()));
    let mut left: Vec<String> = here.map(|(words, _)| words).collect();
    for words in beside.iter().map(|words| plain(words)) {
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

/// A figure with what names it, and what is printed beside it: everything but its number.
struct LocalizedText<'a> {
    figure: &'a Figure,
    name: String,
    beside: Vec<String>,
}

impl<'a> LocalizedText<'a> {
    /// A batch's own figure.
    fn of(batch: &'a Batch, lang: Lang) -> Self {
        let (years, words, also) = (years(batch), in_words(lang, &batch.figure), also(lang, &batch.figure));
        let name = text::say(lang, Say::BarName { batch: batch.number, years: &years, figure: &words, also: &also });
        let others = text::say(lang, Say::Also(&also));
        Self { figure: &batch.figure, name, beside: vec![batch.number.to_string(), years, others, also] }
    }

    /// The total that was published after a batch, beside what the batches add up to.
    fn total(x: &Exhibition, figure: &'a Figure, batch: &Batch, lang: Lang) -> Self {
        let (words, also) = (in_words(lang, figure), also(lang, figure));
        let sum = sum_through(x, batch.number).map(|sum| text::amount(lang, sum)).unwrap_or_default();
        let name = text::say(lang, Say::TotalName { batch: batch.number, figure: &words, also: &also, sum: &sum });
        let others = text::say(lang, Say::Also(&also));
        let mut beside = vec![batch.number.to_string(), years(batch), others, also];
        beside.extend((!sum.is_empty()).then(|| text::say(lang, Say::AddsUpTo(&sum))));
        Self { figure, name, beside }
    }
}

/// Holds what is seen and heard of a figure to what is known.
fn hold(visitor: &Visitor, mode: ChartMode, told: &LocalizedText<'_>, lang: Lang) -> Result<(), TestCaseError> {
    let LocalizedText { figure, name, beside } = told;
    let words = in_words(lang, figure);
    let area = visitor.area(name);
    prop_assert!(area.is_some(), "“{name}” among {:#?}", visitor.names());
    let printed = printed(visitor, area.unwrap_or(Rect::NOTHING), beside);
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
    visitor.apply(Action::View(View::Personnel));
    visitor.apply(Action::Chart(mode));
    let visitor = std::cell::RefCell::new(visitor);
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let sums = mode == ChartMode::Running;
    let x = if sums { figures::any_exhibition_with_sums().boxed() } else { figures::any_exhibition().boxed() };
    let strategy = (x, prop::sample::select(Lang::ALL.to_vec()));
    let done = runner.run(&strategy, |(x, lang)| {
        let mut visitor = visitor.borrow_mut();
        visitor.apply(Action::Lang(lang));
        visitor
            .apply(Action::PackOpened(Box::new(Pack::new(PackPlace::BuiltIn, x.clone(), Vec::new(), |_file| false))));
        visitor.apply(Action::DismissNotice);
        property(&visitor, &x, lang)
    });
    if let Err(why) = done {
        panic!("{why}");
    }
}

fn batches(visitor: &Visitor, x: &Exhibition, lang: Lang) -> Result<(), TestCaseError> {
    let mode = visitor.state().chart();
    x.batches.iter().try_for_each(|batch| hold(visitor, mode, &LocalizedText::of(batch, lang), lang))?;
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

/// What the batches up to one add up to, reckoned by another way: nothing where one of them is missing.
fn reckoned(x: &Exhibition, last: u32) -> Option<f64> {
    let batches = x.batches.iter().filter(|batch| batch.number <= last);
    let missing = batches.clone().any(|batch| batch.figure.state == FigureState::NotPublished);
    let amounts: Vec<f64> = batches.filter_map(|batch| batch.figure.amount()).map(|amount| amount.value).collect();
    (!missing && !amounts.is_empty()).then(|| amounts.iter().sum())
}

/// The running totals: each with what adds up, and the difference in words, or no word of it.
fn totals(visitor: &Visitor, x: &Exhibition, lang: Lang) -> Result<(), TestCaseError> {
    let none = Figure::not_published();
    for batch in &x.batches {
        let found = x.totals.iter().find(|total| total.after_batch == batch.number);
        let told = LocalizedText::total(x, found.map_or(&none, |total| &total.figure), batch, lang);
        hold(visitor, ChartMode::Running, &told, lang)?;
        // Where figures for several batches may stand in for a missing one, those decide.
        if x.subtotals.is_empty() {
            let sum = sum_through(x, batch.number).map(|sum| sum.value);
            prop_assert_eq!(sum, reckoned(x, batch.number), "after batch {}", batch.number);
        }
    }
    let summary = summary(x);
    let heading = format!("{}{}", text::say(lang, Say::DifferenceHeading), text::colon(lang));
    let told: Vec<String> = visitor.names().into_iter().filter(|name| name.starts_with(&heading)).collect();
    let (Some((_, reported)), Some(sum)) = (summary.reported, summary.full_sum) else {
        prop_assert!(told.is_empty(), "nothing to compare: {told:?}");
        return Ok(());
    };
    prop_assert_eq!(told.len(), 1, "{:?}", told);
    let told = told.concat();
    prop_assert!(plain(&told).contains(&plain(&text::amount(lang, reported))), "to which total: {told}");
    if reported.precision == Precision::Exact && (reported.value - sum.value).abs() >= 0.5 {
        let gap = text::number((reported.value - sum.value).abs());
        prop_assert!(plain(&told).contains(&plain(&gap)), "“{gap}” in “{told}”");
    }
    Ok(())
}

#[test]
fn running_totals_are_true_for_any_figures() {
    for_any([2600.0, 1900.0], ChartMode::Running, totals);
    for_any([1080.0, 3000.0], ChartMode::Running, totals);
}

/// An exhibition whose money is counted in another unit in Chinese; one figure reported, one worked out.
fn money() -> Exhibition {
    let json = r#"{"format": 1, "title": {"en": "T"}, "groups": [{"id": "money", "title": {"en": "Money"}}],
      "statements": [
        {"id": "given", "group": "money", "text": {"en": "It was given."}, "sources": ["paper"],
         "unit": {"en": "billion yuan", "zh": "亿元", "scale": {"zh": 10}},
         "figure": {"state": "reported", "value": 6.2, "precision": "more_than", "sources": ["paper"],
           "also": [{"value": 8.8, "precision": "about", "sources": ["paper"]}]}},
        {"id": "together", "group": "money", "text": {"en": "It was added up."}, "sources": ["paper"],
         "unit": {"en": "billion yuan", "zh": "亿元", "scale": {"zh": 10}},
         "figure": {"state": "worked_out", "terms": [{"value": 31.75, "sources": ["paper"]}, {"value": -6.2, "sources": ["paper"]}]}}],
      "running_order": [{"shows": {"card": {"statement": "given"}}, "title": {"en": "Given"}}],
      "sources": [{"id": "paper", "title": "A paper", "publisher": {"en": "A press"}, "language": "en", "hosting": "publisher", "how_read": "full"}]}"#;
    let (exhibition, problems) = vitrine::model::read(json).expect("an exhibition");
    assert_eq!(problems, []);
    exhibition
}

#[test]
fn a_figure_stands_in_the_unit_of_the_language_wherever_it_is_told() {
    let told = [
        (Lang::En, ["more than 6.2 billion yuan", "about 8.8 billion yuan", "31.75 − 6.2 = 25.55"]),
        (Lang::Zh, ["超过 62 亿元", "约 88 亿元", "317.5 − 62 = 255.5"]),
        (Lang::Bo, ["6.2 ལྷག billion yuan", "8.8 ཙམ billion yuan", "31.75 − 6.2 = 25.55"]),
    ];
    for (lang, [given, other, sum]) in told {
        let mut visitor = Visitor::reading(lang, vec2(1920.0, 1080.0), money());
        visitor.apply(Action::View(View::Sources));
        assert!(visitor.sees_containing(given), "{given}: {:#?}", visitor.names());
        visitor.apply(Action::Sheet(Subject::Statement("given".into())));
        for words in [given, other] {
            assert!(visitor.sees_containing(words), "{words}: {:#?}", visitor.names());
        }
        visitor.apply(Action::Sheet(Subject::Statement("together".into())));
        assert!(visitor.sees_containing(sum), "{sum}: {:#?}", visitor.names());
    }
}

#[test]
fn an_illustration_is_marked_however_far_it_is_zoomed() {
    let mut visitor = Visitor::new(Lang::En);
    let drawn = visitor.state().pack().keys()[1];
    visitor.apply(Action::OpenPhoto(drawn));
    for scale in [1.0, 2.5, 6.0] {
        visitor.apply(Action::Zoom(Zoom { scale, ..Zoom::WHOLE }));
        let mark = visitor.say(Say::Illustration);
        assert!(visitor.texts().iter().any(|(words, _)| *words == mark), "at {scale}");
    }
}

#[test]
fn what_a_source_says_is_a_sentence_and_one_source_has_no_arrows() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::View(View::Personnel));
    visitor.apply(Action::Sheet(Subject::Batch(10)));
    assert!(visitor.sees("It puts the figure at 2,117 people."), "{:#?}", visitor.names());
    assert!(visitor.sees(&visitor.say(Say::Next)), "several sources");
    visitor.apply(Action::Sheet(Subject::Source("xh2024zh".into())));
    assert!(!visitor.sees(&visitor.say(Say::Next)), "one source");
    assert!(visitor.sees_containing("Nearly 12,000 officials and professionals"), "what a Chinese title says");
}

#[test]
fn the_sources_begin_with_those_of_the_chosen_province() {
    for lang in Lang::ALL {
        let mut visitor = Visitor::new(lang);
        visitor.apply(Action::View(View::Sources));
        let province = visitor.state().pack().exhibition.provinces[0].clone();
        let heading = visitor.say(Say::SourcesFor(province.name.resolve(lang).text));
        assert!(!visitor.sees(&heading));
        visitor.apply(Action::Province(Some(province.id)));
        let top = |words: &str| visitor.texts().iter().find(|(text, _)| text == words).map(|(_, area)| area.top());
        let [own, about] = [top(&heading), top(&visitor.say(Say::About))];
        assert!(own.is_some() && about.is_none_or(|about| own < Some(about)), "{lang:?}: {own:?} {about:?}");
    }
}
