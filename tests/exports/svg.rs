//! The chart as SVG and PNG: well-formed, with every word and state that the screen shows.

use proptest::prelude::*;
use vitrine::model::{Batch, FigureState, Lang};
use vitrine::print::{Unprinted, chart_png, chart_svg};
use vitrine::state::State;
use vitrine::text::{self, Say};

use crate::bare;
use crate::generated::any_exhibition as exhibition;
use crate::{showing, speaking};

/// The lines of words of the chart, and its description.
fn read(state: &State, size: [u32; 2]) -> (Vec<String>, String) {
    let svg = String::from_utf8(chart_svg(state, size).expect("it has figures")).expect("text");
    let document = roxmltree::Document::parse(&svg).expect("well-formed");
    let all = |name: &str| {
        let found = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
        found.filter_map(|node| node.text()).map(str::to_owned).collect::<Vec<_>>()
    };
    let uses = document.descendants().filter_map(|node| node.attribute("href"));
    let ids: std::collections::BTreeSet<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    for target in uses {
        assert!(ids.contains(target.trim_start_matches('#')), "{target} is drawn somewhere");
    }
    (all("text"), all("desc").concat())
}

#[test]
fn the_built_in_chart_has_its_words_in_every_language_and_shape() {
    for lang in Lang::ALL {
        for size in [[1920, 1080], [1600, 1200], [1000, 1000], [1080, 1920], [3000, 700]] {
            let state = speaking(lang, &crate::built_in());
            let (lines, description) = read(&state, size);
            let words = bare(&lines.concat());
            let x = &state.pack().exhibition;
            for say in [Say::PersonnelPerBatch, Say::Reported, Say::WorkedOut, Say::NotPublishedKey, Say::ReportsDiffer]
            {
                assert!(words.contains(&bare(&text::say(lang, say))), "{lang:?} {size:?}: {say:?}");
            }
            let source = x.source(&"xh2024en".into()).expect("it is there");
            assert!(words.contains(&bare(&text::byline(lang, source))), "{lang:?}: a source is printed");
            assert!(!lines.iter().any(|line| line == "0"), "{lang:?}: nothing is zero");
            assert!(description.contains(&text::say(lang, Say::NotPublished)), "{description}");
        }
    }
}

#[test]
fn a_png_has_the_size_that_was_asked_for_and_refuses_what_is_too_large_or_too_small() {
    let state = showing(&crate::built_in());
    let png = chart_png(&state, [1280, 720], &|_share| true).expect("it is drawn");
    let picture = image::load_from_memory(&png).expect("a PNG").to_rgb8();
    assert_eq!(picture.dimensions(), (1280, 720));
    let ground = *picture.get_pixel(0, 0);
    let ink = picture.pixels().filter(|pixel| **pixel != ground).count();
    assert!(ink > 40_000, "{ink} pixels are drawn on");
    assert_eq!(chart_png(&state, [8000, 1000], &|_share| true), Err(Unprinted::TooLarge));
    assert_eq!(chart_png(&state, [7680, 7680], &|_share| true), Err(Unprinted::TooLarge));
    assert!(matches!(chart_png(&state, [320, 180], &|_share| true), Err(Unprinted::TooSmall(_))));
    assert_eq!(chart_png(&state, [640, 400], &|_share| false), Err(Unprinted::Cancelled));
}

#[test]
fn an_exhibition_without_batches_has_no_chart() {
    assert_eq!(chart_svg(&State::default(), [800, 600]), Err(Unprinted::NoFigures));
}

/// How a batch is told in the chart.
fn told(lang: Lang, batch: &Batch) -> String {
    match (&batch.figure.state, batch.figure.amount()) {
        (_, Some(amount)) => text::amount(lang, amount),
        (FigureState::NotApplicable, None) => "–".to_owned(),
        (_, None) => text::say(lang, Say::NotPublished),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_chart_takes_what_is_missing_for_a_number(
        x in exhibition(),
        lang in prop::sample::select(Lang::ALL.to_vec()),
        size in prop::sample::select(vec![[1920, 1080], [900, 1600], [700, 700]]),
    ) {
        let state = speaking(lang, &x);
        let (lines, description) = read(&state, size);
        let words = bare(&lines.concat());
        let zero = |batch: &Batch| {
            let amounts = batch.figure.amount().map(|a| a.value).into_iter().chain(batch.figure.also.iter().map(|r| r.value));
            amounts.into_iter().any(|value| value.abs() < 0.5)
        };
        if !x.batches.iter().any(zero) {
            prop_assert!(!lines.iter().any(|line| line.trim() == "0"), "{:?}", lines);
        }
        for batch in &x.batches {
            let told = bare(&told(lang, batch));
            prop_assert!(words.contains(&told), "{} of batch {} in {}", told, batch.number, words);
        }
        let count = |say: Say<'_>| words.matches(&bare(&text::say(lang, say))).count();
        let have = |wanted: fn(&FigureState) -> bool| x.batches.iter().filter(|b| wanted(&b.figure.state)).count();
        let missing = have(|state| matches!(state, FigureState::NotPublished));
        let worked_out = have(|state| matches!(state, FigureState::WorkedOut { .. }));
        prop_assert!(count(Say::NotPublished) >= missing, "each says so");
        prop_assert!(count(Say::WorkedOutShort) >= worked_out, "none looks reported");
        for batch in x.batches.iter().filter(|b| b.figure.state != FigureState::NotApplicable) {
            let told = told(lang, batch);
            prop_assert!(description.contains(&told), "{} is heard of batch {}", told, batch.number);
        }
    }
}
