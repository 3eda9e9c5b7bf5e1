//! The handout as PDF: pages with every word, read back by other programs where they are installed.

use std::cell::Cell;
use std::io::Write as _;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use vitrine::export::drawing::{Mark, Page};
use vitrine::files::PackSource;
use vitrine::model::{FigureState, Lang};
use vitrine::print::{Unprinted, handout, handout_pdf, venue_page, venue_pdf};
use vitrine::state::kiosk::System;
use vitrine::text::{self, KioskPage, Say, VenuePart};
use vitrine::ui::typeset::plain;

use crate::bare;
use crate::generated::any_exhibition as exhibition;
use crate::{showing, speaking};

/// What a program makes of a file that comes in by its standard input; `None` where it is not installed.
fn read_by(program: &str, arguments: &[&str], file: &[u8]) -> Option<(bool, String)> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else {
        eprintln!("{program} is not installed here: the PDF is not read back by it");
        return None;
    };
    let mut input = child.stdin.take().expect("it reads");
    let bytes = file.to_vec();
    let feed = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().expect("it ends");
    let _ = feed.join();
    Some((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[test]
fn the_built_in_handout_gives_back_its_words_in_every_language() {
    for lang in Lang::ALL {
        let state = speaking(lang, &crate::built_in());
        let pdf = handout_pdf(&state, &PackSource::BuiltIn, &|_share| true).expect("it is made");
        assert!(pdf.starts_with(b"%PDF-") && pdf.len() < 12 << 20, "{} bytes", pdf.len());
        let Some((true, words)) = read_by("pdftotext", &["-raw", "-enc", "UTF-8", "-", "-"], &pdf) else { continue };
        let words = bare(&words);
        let x = &state.pack().exhibition;
        for photo in &x.photos {
            let caption = photo.caption.resolve(lang).text;
            assert!(words.contains(&bare(photo.title.resolve(lang).text)), "{lang:?}: {}", photo.title.en);
            assert!(words.contains(&bare(caption)), "{lang:?}: {caption}");
        }
        for milestone in &x.milestones {
            assert!(words.contains(&bare(milestone.text.resolve(lang).text)), "{lang:?}: {}", milestone.text.en);
        }
        for source in &x.sources {
            let citation = text::citation(lang, source);
            let printed = bare(&plain(&citation));
            assert!(words.contains(&printed), "{lang:?}: {citation}");
        }
        for say in [Say::IllustrationNotPhotograph, Say::NotPublishedKey, Say::WorkedOut, Say::NoFigurePublished] {
            assert!(words.contains(&bare(&text::say(lang, say))), "{lang:?}: {say:?}");
        }
    }
}

#[test]
fn a_handout_is_sound_and_can_be_stopped() {
    let state = showing(&crate::built_in());
    let far = Cell::new(0.0_f32);
    let watch = |share: f32| {
        assert!(share >= far.get() - 1e-4 && share <= 1.0001, "{share} after {}", far.get());
        far.set(share);
        true
    };
    let pdf = handout_pdf(&state, &PackSource::BuiltIn, &watch).expect("it is made");
    assert!(far.get() > 0.99, "it tells that it is done");
    for stop in [0.0, 0.5, 0.9] {
        assert_eq!(handout_pdf(&state, &PackSource::BuiltIn, &|share| share < stop), Err(Unprinted::Cancelled));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("handout.pdf");
    std::fs::write(&file, pdf).expect("written");
    let path = file.to_string_lossy().into_owned();
    if let Some((sound, said)) = read_by("qpdf", &["--check", &path], b"") {
        assert!(sound, "{said}");
    }
}

#[test]
fn every_picture_is_printed() {
    let (pages, _) = handout(&showing(&crate::built_in()));
    let pictures = pages.iter().flat_map(|page| &page.marks).filter(|mark| matches!(mark, Mark::Picture(_))).count();
    assert_eq!(pictures, crate::built_in().photos.len() + 1, "each once, and the first on the first page");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_takes_what_is_missing_for_a_number(x in exhibition(), lang in prop::sample::select(Lang::ALL.to_vec())) {
        let (pages, _) = handout(&speaking(lang, &x));
        let lines: Vec<&str> = pages.iter().flat_map(Page::words).collect();
        let words = bare(&lines.concat());
        let values = |b: &vitrine::model::Batch| {
            b.figure.amount().map(|a| a.value).into_iter().chain(b.figure.also.iter().map(|r| r.value)).collect::<Vec<_>>()
        };
        if !x.batches.iter().flat_map(values).any(|value| value.abs() < 0.5) {
            prop_assert!(!lines.iter().any(|line| line.trim() == "0"), "{:?}", lines);
        }
        let count = |say: Say<'_>| words.matches(&bare(&text::say(lang, say))).count();
        let missing = x.batches.iter().filter(|b| matches!(b.figure.state, FigureState::NotPublished)).count();
        // In the chart, and in the table beside the words for its state.
        prop_assert!(count(Say::NotPublished) >= 2 * missing);
        prop_assert!(count(Say::NoFigurePublished) >= missing);
        for batch in &x.batches {
            if let Some(amount) = batch.figure.amount() {
                prop_assert!(words.contains(&bare(&text::amount(lang, amount))), "{:?}", amount);
            }
        }
    }
}

#[test]
fn the_handout_tells_what_the_screen_tells_of_sources_provinces_and_pairings() {
    for lang in Lang::ALL {
        let state = speaking(lang, &crate::built_in());
        let (pages, _) = handout(&state);
        let words = bare(&pages.iter().flat_map(Page::words).collect::<Vec<_>>().concat());
        let x = &state.pack().exhibition;
        let holds = |told: &str| assert!(words.contains(&bare(told)), "{lang:?}: {told}");
        for statement in &x.statements {
            holds(statement.text.resolve(lang).text);
            statement
                .figure
                .iter()
                .filter_map(vitrine::model::Figure::amount)
                .for_each(|amount| holds(&text::amount(lang, statement.unit.written(lang, amount))));
        }
        holds(&text::say(lang, Say::NotAddedUp));
        for province in &x.provinces {
            holds(province.name.resolve(lang).text);
            for report in &province.personnel {
                holds(&text::amount(lang, report.amount()));
                holds(report.counts.resolve(lang).text);
            }
        }
        assert!(x.provinces.iter().any(|p| p.personnel.is_empty()), "and some have none");
        holds(&text::say(lang, Say::NoTotalFound));
        let uncertain = x.pairings.iter().filter(|pairing| pairing.inferred).count();
        let marked = words.matches(&bare(&text::say(lang, Say::Inferred))).count();
        assert_eq!(marked, uncertain + 1, "{lang:?}: each in the table, and the star of the diagram");
        let described = pages.iter().flat_map(|page| &page.marks).any(|mark| {
            matches!(mark, Mark::PageTag(vitrine::export::drawing::PageTag::Figure(told)) if
                x.pairings.iter().filter(|p| p.until.is_none()).all(|p| told.contains(p.told.resolve(lang).text)))
        });
        assert!(described, "{lang:?}: the diagram is told to those who hear it");
    }
}

/// The lowest and highest point of everything on a page.
fn reach(page: &Page) -> [f32; 2] {
    let heights = page.marks.iter().flat_map(|mark| match mark {
        Mark::Text(text) => vec![text.at[1]],
        Mark::Picture(picture) => vec![picture.min[1], picture.max[1]],
        Mark::Path(_) | Mark::PageTag(_) => Vec::new(),
    });
    heights.fold([f32::INFINITY, f32::NEG_INFINITY], |[low, high], y| [low.min(y), high.max(y)])
}

#[test]
fn what_is_longer_than_a_page_goes_on_on_the_next_and_loses_no_word() {
    let mut x = crate::built_in();
    let long = |name: &str, count: usize| (0..count).map(|i| format!("{name}{i}")).collect::<Vec<_>>().join(" ");
    x.about = vec![vitrine::model::Words::english(&long("about", 1000))];
    x.photos[1].caption = vitrine::model::Words::english(&long("caption", 800));
    x.milestones[0].text = vitrine::model::Words::english(&long("milestone", 700));
    x.pairings[0].told = vitrine::model::Words::english(&long("told", 1000));
    x.statements[0].text = vitrine::model::Words::english(&long("statement", 700));
    let (pages, _) = handout(&showing(&x));
    for (i, page) in pages.iter().enumerate() {
        let [low, high] = reach(page);
        assert!(low > 60.0 && high < page.size[1] - 60.0, "page {}: from {low} to {high}", i + 1);
    }
    let words: Vec<&str> = pages.iter().flat_map(Page::words).flat_map(str::split_whitespace).collect();
    for (name, count) in [("about", 1000), ("caption", 800), ("milestone", 700), ("told", 1000), ("statement", 700)] {
        for i in 0..count {
            let word = format!("{name}{i}");
            assert_eq!(words.iter().filter(|other| **other == word).count(), 1, "{word} is printed once");
        }
    }
}

#[test]
fn more_batches_than_a_page_holds_are_told_in_the_table_alone() {
    let x = crate::many(200);
    let (pages, _) = handout(&showing(&x));
    let words = bare(&pages.iter().flat_map(Page::words).collect::<Vec<_>>().concat());
    assert!(words.contains(&bare(&text::say(Lang::En, Say::NoRoomForChart))));
    for page in &pages {
        let [low, high] = reach(page);
        assert!(low > 60.0 && high < page.size[1] - 60.0, "from {low} to {high}");
    }
}

#[test]
fn a_kiosks_page_holds_all_that_a_technician_sets_up_in_every_language() {
    for lang in Lang::ALL {
        let state = speaking(lang, &crate::built_in());
        for system in System::ALL {
            let say = |words| text::say(lang, Say::KioskPage(words));
            let (page, about) = venue_page(&state, system).expect("a page");
            assert_eq!(about.title, say(KioskPage::Title(system)));
            let texts = page.marks.iter().filter_map(|mark| match mark {
                Mark::Text(text) => Some(text),
                _ => None,
            });
            let lowest = texts.map(|text| text.at[1]).fold(0.0, f32::max);
            assert!(lowest < page.size[1] - 60.0, "{lang:?} {system:?} ends on the page: {lowest}");
            let pdf = venue_pdf(&state, system, &|_share| true).expect("it is made");
            assert!(pdf.starts_with(b"%PDF-"));
            let Some((true, words)) = read_by("pdftotext", &["-raw", "-enc", "UTF-8", "-", "-"], &pdf) else {
                continue;
            };
            assert_eq!(words.matches('\u{c}').count(), 1, "one page");
            let words = bare(&words);
            for part in VenuePart::ALL {
                for said in [say(KioskPage::Name(part)), say(KioskPage::Text(system, part))] {
                    assert!(!said.is_empty() && words.contains(&bare(&plain(&said))), "{lang:?} {system:?}: {said}");
                }
            }
        }
    }
}
