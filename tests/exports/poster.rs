//! The poster of the whole: true in each mark, and whole on its sheet.

use egui::{Rect, pos2, vec2};
use proptest::prelude::*;
use vitrine::export::drawing::{Color, Mark, Page, Path, Step};
use vitrine::files::PackSource;
use vitrine::model::{Exhibition, FigureState, Lang};
use vitrine::print::{Paper, Sheet, poster_page, poster_pdf, poster_png};
use vitrine::state::Theme;
use vitrine::ui::theme::colors;

use crate::generated::any_exhibition;
use crate::{bare, built_in, showing, speaking};

const UPRIGHT: Sheet = Sheet { paper: Paper::A2, landscape: false };
const LYING: Sheet = Sheet { paper: Paper::A2, landscape: true };

fn area(path: &Path) -> Rect {
    let mut area = Rect::NOTHING;
    for step in &path.steps {
        match step {
            Step::Move(at) | Step::Line(at) => area.extend_with(pos2(at[0], at[1])),
            Step::Curve(points) => points.iter().for_each(|at| area.extend_with(pos2(at[0], at[1]))),
            Step::Close => {}
        }
    }
    area
}

/// The areas that are filled with a colour, from left to right.
fn filled(page: &Page, color: Color) -> Vec<Rect> {
    let paths = page.marks.iter().filter_map(|mark| if let Mark::Path(path) = mark { Some(path) } else { None });
    let mut areas: Vec<Rect> = paths.filter(|path| path.fill == Some(color)).map(area).collect();
    areas.sort_by(|a, b| a.left().total_cmp(&b.left()));
    areas
}

fn words(page: &Page) -> String {
    page.words().map(bare).collect()
}

#[test]
fn every_bar_and_line_of_the_built_in_poster_is_as_long_as_the_data_says() {
    let x = built_in();
    let ink = colors(Theme::Light);
    let [bar, calc, ribbon] = [ink.bar, ink.calc, ink.ribbon].map(|color| color.to_srgba_unmultiplied());
    for (lang, sheet) in Lang::ALL.into_iter().flat_map(|lang| [(lang, UPRIGHT), (lang, LYING)]) {
        let (page, about) = poster_page(&speaking(lang, &x), sheet).expect("a poster");
        assert_eq!(about.title, x.title.resolve(lang).text);
        // Swatches of the key are no bars.
        let mut bars = [filled(&page, bar), filled(&page, calc)].concat();
        bars.retain(|area| area.height() > 20.0);
        bars.sort_by(|a, b| a.left().total_cmp(&b.left()));
        let values: Vec<f64> = x.batches.iter().filter_map(|batch| batch.figure.amount()).map(|a| a.value).collect();
        assert_eq!(bars.len(), values.len(), "{lang:?}: what is not published has no bar");
        let per_person = f64::from(bars[0].height()) / values[0];
        for (bar, value) in bars.iter().zip(&values) {
            assert!((f64::from(bar.height()) - value * per_person).abs() < 1.5, "{lang:?}: {value}");
        }
        let mut lines = filled(&page, ribbon);
        lines.sort_by(|a, b| a.width().total_cmp(&b.width()));
        let mut spans: Vec<f32> = x
            .pairings
            .iter()
            .map(|pairing| pairing.until.map_or(2026.0, vitrine::model::Date::position) - pairing.since.position())
            .collect();
        spans.sort_by(f32::total_cmp);
        assert_eq!(lines.len(), spans.len());
        let per_year = lines[0].width() / spans[0];
        for (line, span) in lines.iter().zip(spans) {
            assert!((line.width() - span * per_year).abs() < 1.5, "{lang:?}: {span} years");
        }
        let words = words(&page);
        for named in x.provinces.iter().map(|province| province.listed(lang).text) {
            assert!(words.contains(&bare(named)), "{lang:?}: {named}");
        }
        for milestone in &x.milestones {
            assert!(words.contains(&bare(milestone.title.resolve(lang).text)), "{lang:?}: {}", milestone.title.en);
        }
        assert!(words.contains("1,019"), "a number that is worked out");
        let pictures = page.marks.iter().filter(|mark| matches!(mark, Mark::Picture(_))).count();
        assert_eq!(pictures, x.photos.len());
    }
}

#[test]
fn the_files_are_as_large_as_the_paper() {
    let state = showing(&built_in());
    let pdf = poster_pdf(&state, &PackSource::BuiltIn, UPRIGHT, &|_share| true).expect("a poster");
    assert!(pdf.starts_with(b"%PDF-"));
    let sheet = Sheet { paper: Paper::A4, landscape: true };
    let png = poster_png(&state, &PackSource::BuiltIn, sheet, &|_share| true).expect("a poster");
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four"));
    assert_eq!([side(16), side(20)], [3508, 2481], "300 pixels an inch");
    for paper in [Paper::A0, Paper::A1, Paper::A2, Paper::A3, Paper::A4] {
        let sheet = Sheet { paper, landscape: false };
        let [width, height] = sheet.millimetres().map(|side| side / 25.4 * sheet.density());
        assert!(width * height <= 7680.0 * 4320.0 * 1.01 && sheet.density() >= 140.0, "{paper:?}");
    }
    assert!(poster_pdf(&state, &PackSource::BuiltIn, UPRIGHT, &|_share| false).is_err(), "it can be cancelled");
}

#[test]
fn with_little_there_is_less_and_with_nothing_no_poster() {
    assert!(poster_page(&showing(&Exhibition::default()), UPRIGHT).is_none());
    let whole = built_in();
    let parts = [
        Exhibition { photos: whole.photos.clone(), ..Exhibition::default() },
        Exhibition { batches: whole.batches.clone(), ..Exhibition::default() },
        Exhibition { milestones: whole.milestones.clone(), ..Exhibition::default() },
        Exhibition { photos: whole.photos[..1].to_vec(), milestones: whole.milestones[..1].to_vec(), ..whole.clone() },
    ];
    for (i, x) in parts.iter().enumerate() {
        for sheet in [UPRIGHT, LYING] {
            let (page, _) = poster_page(&showing(x), sheet).expect("a poster");
            assert_eq!(off(&page), [""; 0], "{i}");
        }
    }
    // A thousand milestones in one year, each with a long title.
    let mut milestone = whole.milestones[0].clone();
    milestone.title.en = "a title of many words ".repeat(9);
    let x = Exhibition { milestones: vec![milestone; 1000], ..whole };
    let (page, _) = poster_page(&showing(&x), UPRIGHT).expect("a poster");
    assert_eq!(off(&page), [""; 0]);
}

/// The words that do not lie on the sheet.
fn off(page: &Page) -> Vec<&str> {
    let sheet = Rect::from_min_size(pos2(0.0, 0.0), vec2(page.size[0], page.size[1]));
    let texts = page.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None });
    let is_off = |text: &&vitrine::export::drawing::Text| {
        let area =
            Rect::from_min_size(pos2(text.at[0], text.at[1] - text.size * 0.7), vec2(text.width, text.size * 0.7));
        !sheet.expand(1.0).contains_rect(area)
    };
    texts.filter(is_off).map(|text| text.words.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_is_shown_lies_on_the_sheet_and_nothing_missing_has_a_bar(x in any_exhibition()) {
        for sheet in [UPRIGHT, LYING] {
            let Some((page, _)) = poster_page(&showing(&x), sheet) else { continue };
            prop_assert_eq!(off(&page), [""; 0]);
            let ink = colors(Theme::Light);
            let bars = [ink.bar, ink.calc].map(|color| filled(&page, color.to_srgba_unmultiplied())).concat();
            let known = x.batches.iter().filter(|batch| batch.figure.amount().is_some()).count();
            // At most two swatches stand in the key.
            prop_assert!(bars.len() <= known + 2, "{} bars", bars.len());
            let missing = x.batches.iter().any(|batch| matches!(batch.figure.state, FigureState::NotPublished));
            prop_assert!(!missing || x.batches.len() > known);
        }
    }
}
