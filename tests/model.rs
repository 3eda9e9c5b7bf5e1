//! The exhibition's file: read leniently, written back whole, and never a zero for what is missing.

use std::collections::BTreeSet;

use proptest::prelude::*;
use vitrine::files;
use vitrine::model::{
    Amount, Exhibition, Figure, FigureState, Known, LIST_LIMIT, Lang, PackPlace, Precision, Problem, Slip, Trouble,
    Unreadable, Weight, check, read, summary, write,
};
use vitrine::text;

fn built_in_json() -> String {
    let source = files::PackSource::open(&PackPlace::BuiltIn).expect("the built-in pack");
    let bytes = source.read("exhibition.json", 1 << 30).expect("its exhibition");
    String::from_utf8(bytes.into_owned()).expect("UTF-8")
}

#[test]
fn the_schema_beside_the_exhibition_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/exhibition.schema.json");
    let now = vitrine::model::schema().expect("a schema");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &now).expect("the schema is written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == now, "run the tests with UPDATE_SCHEMA=1 to write {path} anew");
}

#[test]
fn the_built_in_exhibition_has_no_problems() {
    let (pack, source) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    assert_eq!(pack.problems, []);
    let has_glyph = vitrine::ui::fonts::coverage(&|_, _| None);
    let names = source.names();
    let known = Known { files: &names, has_glyph: &has_glyph };
    let drafts = |t: &Trouble| matches!(t, Trouble::Unreviewed { .. });
    let problems: Vec<_> = check(&pack.exhibition, &known).into_iter().filter(|p| !drafts(&p.trouble)).collect();
    if vitrine::ui::fonts::are_bundled() {
        assert_eq!(problems, []);
    } else {
        eprintln!("skipped: the fonts are not in this build, so their characters cannot be checked");
    }
}

#[test]
fn a_scale_that_no_number_can_be_told_in_is_a_fault() {
    for scale in ["0", "-10"] {
        let json = format!(
            r#"{{"format": 1, "title": {{"en": "T", "zh": "T", "bo": "T"}}, "groups": [{{"id": "g", "title": {{"en": "G", "zh": "G", "bo": "G"}}}}],
            "statements": [{{"id": "s", "group": "g", "text": {{"en": "s"}}, "unit": {{"en": "billion yuan", "zh": "亿元", "scale": {{"zh": {scale}}}}},
            "figure": {{"state": "not_published"}}}}]}}"#
        );
        let (x, problems) = read(&json).expect("readable");
        if scale.starts_with('-') {
            assert_eq!(problems[0].place.path, "statements[0].unit.scale.zh", "nothing is below zero");
            continue;
        }
        let files = std::collections::BTreeSet::new();
        let known = Known { files: &files, has_glyph: &|_| true };
        let found = check(&x, &known).into_iter().find(|p| p.trouble == Trouble::NoScale).expect("it is named");
        assert_eq!(found.place.path, "statements[0].unit.scale.zh");
    }
}

#[test]
fn a_second_picture_that_leads_one_topic_is_named() {
    let (mut pack, source) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    let names = source.names();
    let known = Known { files: &names, has_glyph: &|_| true };
    let mut leading = |ids: &[&str]| {
        for photo in &mut pack.exhibition.photos {
            photo.lead = ids.contains(&photo.id.as_str());
        }
        let found =
            check(&pack.exhibition, &known).into_iter().filter(|problem| problem.trouble == Trouble::SecondLead);
        found.map(|problem| problem.place.path).collect::<Vec<_>>()
    };
    assert!(leading(&["article-1", "railway"]).is_empty(), "one of each topic");
    assert_eq!(leading(&["article-1", "classroom", "railway"]), ["photos[3].lead"]);
}

#[test]
fn a_text_that_does_not_call_a_term_as_the_glossary_does_is_named() {
    let told = |glossary: &str, zh: &str| {
        let text = format!(
            r#"{{ "format": 1, "title": {{ "en": "T", "zh": "T", "bo": "T" }},
                "about": [{{ "en": "Cadres in Lhasa", "zh": "{zh}" }}],
                "divisions": [{{ "id": "1", "name": {{ "en": "Lhasa", "zh": "拉萨市", "bo": "ལྷ་ས།" }}, "kind": "city" }}],
                "glossary": [{glossary}] }}"#
        );
        let (x, problems) = read(&text).expect("readable");
        assert_eq!(problems, []);
        let files = std::collections::BTreeSet::new();
        let known = Known { files: &files, has_glyph: &|_| true };
        let of_terms = |problem: Problem| match problem.trouble {
            Trouble::OtherTerm { lang: Lang::Zh, wanted, .. } => Some((problem.place.path, wanted)),
            _ => None,
        };
        check(&x, &known).into_iter().filter_map(of_terms).collect::<Vec<_>>()
    };
    let cadre = r#"{ "name": { "en": "cadre", "zh": "干部" } }"#;
    let at = |wanted: &str| ("about[0].zh".to_owned(), wanted.to_owned());
    assert_eq!(told(cadre, "在某地的官员"), [at("干部"), at("拉萨市")], "names of places are terms too");
    assert_eq!(told(cadre, "在拉萨的干部"), []);
    assert_eq!(told("", "在拉萨的官员"), [], "what is in no glossary may be called anything");
    let lenient = r#"{ "name": { "en": "cadre", "zh": "干部" }, "also_spelled": ["官员"] }"#;
    assert_eq!(told(lenient, "在拉萨的官员"), []);
}

#[test]
fn reading_and_writing_keeps_everything() {
    let json = built_in_json();
    let (first, _) = read(&json).expect("readable");
    let (second, problems) = read(&write(&first).expect("writable")).expect("readable again");
    assert_eq!(first, second);
    assert_eq!(problems, []);
    let before: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let after: serde_json::Value = serde_json::from_str(&write(&first).expect("writable")).expect("JSON");
    assert_eq!(before["batches"][0]["figure"]["value"].as_f64(), after["batches"][0]["figure"]["value"].as_f64());
}

#[test]
fn unknown_fields_are_kept_at_every_level() {
    let json = r#"{"format": 1, "mood": {"a": [1, 2]}, "title": {"en": "T", "kern": true},
        "running_order": [{"shows": {"chart": {"form": "bars", "tint": 3}}, "pause": "long"}], "deep": 1e400,
        "batches": [{"number": 1, "arrive": {"date": "1995"}, "colour": "red",
                     "figure": {"state": "not_published", "why": "lost"}}]}"#;
    let (exhibition, problems) = read(json).expect("readable");
    let places: Vec<&str> = problems.iter().map(|p| p.place.path.as_str()).collect();
    let unknown = ["mood", "title.kern", "running_order[0].shows.chart.tint", "running_order[0].pause", "deep"];
    for place in unknown.into_iter().chain(["batches[0].colour", "batches[0].figure.why"]) {
        assert!(places.contains(&place), "{place} is named: {places:?}");
    }
    let faults: Vec<_> = problems.iter().filter(|p| p.weight() == Weight::Fault).collect();
    assert_eq!(faults.len(), 1, "a language that there is not: {faults:?}");
    let written = write(&exhibition).expect("writable");
    for kept in ["\"mood\"", "\"deep\": 1e400", "\"kern\"", "\"colour\"", "\"why\"", "\"tint\"", "\"pause\""] {
        assert!(written.contains(kept), "{kept} is kept: {written}");
    }
}

#[test]
fn a_stop_that_shows_nothing_is_named() {
    let json = r#"{"format": 1, "title": {"en": "T", "zh": "T", "bo": "T"}, "running_order": [
        {"shows": {"photo": "lost"}}, {"shows": {"chart": {"lit": [9]}}}, {"shows": {"province": "CN-XX"}},
        {"shows": {"milestone": "gone"}}, {"shows": {"pairings": {"year": 1800}}},
        {"shows": {"card": {"text": {"en": "A", "zh": "A", "bo": "A"}, "statement": "none"}}}, {"shows": {"dance": 1}}]}"#;
    let (exhibition, unread) = read(json).expect("readable");
    assert_eq!(exhibition.running_order.len(), 6);
    assert_eq!(unread.len(), 1, "the seventh is no stop: {unread:?}");
    let known = Known { files: &BTreeSet::new(), has_glyph: &|_| true };
    let problems = check(&exhibition, &known);
    let dangling = problems.iter().filter(|p| {
        use Trouble::{DanglingBatch, DanglingId, DanglingYear};
        matches!(p.trouble, DanglingId { .. } | DanglingBatch { .. } | DanglingYear { .. })
    });
    let places: Vec<&str> = dangling.map(|p| p.place.path.as_str()).collect();
    let ends = ["photo", "chart.lit[0]", "province", "milestone", "pairings.year", "card.statement"];
    for (i, end) in ends.into_iter().enumerate() {
        assert!(places.contains(&format!("running_order[{i}].shows.{end}").as_str()), "{places:?}");
    }
}

#[test]
fn without_a_running_order_the_pictures_serve() {
    let (mut x, _) = read(&built_in_json()).expect("readable");
    assert_eq!(x.stops().len(), x.running_order.len());
    x.running_order.clear();
    assert_eq!(x.stops().len(), x.photos.len());
}

#[test]
fn one_bad_entry_is_left_out_and_named_with_its_line() {
    let json = "{\"format\": 1,\n \"topics\": [\n  {\"id\": \"a\", \"name\": {\"en\": \"A\"}},\n  {\"id\": 7},\n  \
                {\"id\": \"c\", \"name\": {\"en\": \"C\"}}]}";
    let (exhibition, problems) = read(json).expect("readable");
    assert_eq!(exhibition.topics.len(), 2);
    assert_eq!(problems.len(), 2, "its id is a number, and it has no name: {problems:?}");
    assert_eq!(problems[0].place.line, Some(4));
    assert!(problems[0].place.path.starts_with("topics[1]"));
}

#[test]
fn what_is_no_exhibition_is_refused_with_a_reason() {
    let cut = |why: Unreadable| matches!(why, Unreadable::NotJson(mistake) if mistake.slip == Slip::CutOff);
    assert!(read("{\"format\": 1").is_err_and(cut));
    assert_eq!(read("[1, 2]"), Err(Unreadable::NotAnExhibition));
    assert_eq!(read("{}"), Err(Unreadable::NotAnExhibition));
    assert_eq!(read("{\"format\": 2}"), Err(Unreadable::OtherFormat { found: "2".into() }));
    assert!(matches!(read("{\"format\": \"one\"}"), Err(Unreadable::OtherFormat { .. })));
    assert!(read(&"[".repeat(100_000)).is_err(), "deep nesting ends with a reason");
}

#[test]
fn a_million_entries_are_bounded() {
    let json = format!("{{\"format\": 1, \"topics\": [{}0]}}", "0,".repeat(1_000_000));
    let (exhibition, problems) = read(&json).expect("readable");
    assert!(exhibition.topics.is_empty());
    assert!(write(&exhibition).expect("writable").matches('0').count() >= 1_000_001, "nothing is lost on saving");
    assert!(problems.iter().any(|p| matches!(p.trouble, Trouble::TooMany { found: 1_000_001, taken: LIST_LIMIT })));
}

#[test]
fn the_totals_under_the_chart_are_right() {
    let (x, _) = read(&built_in_json()).expect("readable");
    let sums = summary(&x);
    assert_eq!(sums.reported_batches, 5);
    assert_eq!(sums.reported_sum.map(|sum| sum.value), Some(6793.0));
    assert_eq!(sums.full_sum.map(|sum| sum.value), Some(11_645.0));
    assert_eq!(sums.reported.map(|(_, a)| a), Some(Amount { value: 12_000.0, precision: Precision::Nearly }));
    assert_eq!(sums.difference, Some(vitrine::model::Difference::Fewer(350.0)));
}

/// Any figure, in any state.
fn figure() -> impl Strategy<Value = Figure> {
    let value = prop_oneof![Just(0.0), 1.0..50_000.0_f64].prop_map(f64::round);
    let precision =
        prop_oneof![Just(Precision::Exact), Just(Precision::Nearly), Just(Precision::MoreThan), Just(Precision::About)];
    let state = prop_oneof![
        (value.clone(), precision).prop_map(|(value, precision)| FigureState::Reported {
            amount: Amount { value, precision },
            sources: vec!["s".into()],
        }),
        proptest::collection::vec(value, 1..4).prop_map(|values| FigureState::WorkedOut {
            terms: values
                .into_iter()
                .map(|value| vitrine::model::Term {
                    value,
                    counts: vitrine::model::Words::default(),
                    sources: vec!["s".into()],
                    rest: vitrine::model::Rest::new(),
                })
                .collect(),
        }),
        Just(FigureState::NotPublished),
        Just(FigureState::NotApplicable),
    ];
    state.prop_map(|state| Figure { state, ..Figure::not_published() })
}

fn with_figures(figures: Vec<Figure>) -> Exhibition {
    let (mut x, _) = read(&built_in_json()).expect("readable");
    x.subtotals.clear();
    x.batches.truncate(figures.len());
    for (batch, figure) in x.batches.iter_mut().zip(figures) {
        batch.figure = figure;
    }
    x
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_missing_figure_is_never_zero(figures in proptest::collection::vec(figure(), 1..10)) {
        let x = with_figures(figures);
        let written = write(&x).expect("writable");
        let (again, problems) = read(&written).expect("readable");
        prop_assert_eq!(problems, []);
        prop_assert_eq!(&again.batches, &x.batches);
        for (slot, batch) in vitrine::model::slots(&x).iter().zip(&x.batches) {
            let missing = matches!(batch.figure.state, FigureState::NotPublished | FigureState::NotApplicable);
            prop_assert_eq!(slot.height.is_none(), missing, "no bar and no number for what is missing");
            prop_assert_eq!(batch.figure.amount().is_none(), missing);
        }
        let sums = summary(&x);
        if x.batches.iter().any(|b| b.figure.state == FigureState::NotPublished) {
            prop_assert_eq!(sums.full_sum, None, "a sum that lacks a batch is not given as the sum of all");
            prop_assert_eq!(sums.difference, None);
        }
        for batch in &x.batches {
            let json: serde_json::Value = serde_json::to_value(&batch.figure).expect("JSON");
            if batch.figure.amount().is_none() {
                prop_assert!(json.get("value").is_none(), "no value is written for what is missing");
            }
        }
    }

    #[test]
    fn precision_words_survive(value in 1.0..99_999.0_f64) {
        let value = value.round();
        for (precision, word) in [(Precision::Nearly, "nearly"), (Precision::MoreThan, "more than"), (Precision::About, "about")] {
            let told = text::amount(vitrine::model::Lang::En, Amount { value, precision });
            prop_assert!(told.starts_with(word));
            for lang in vitrine::model::Lang::ALL {
                let told = text::amount(lang, Amount { value, precision });
                prop_assert_ne!(told, text::number(value), "the number never stands alone");
            }
        }
    }

    #[test]
    fn a_cut_off_exhibition_never_panics(share in 0.0..1.0_f64) {
        let json = built_in_json();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a share")]
        let mut end = (json.len() as f64 * share) as usize;
        while !json.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert!(read(&json[..end]).is_err() || end >= json.trim_end().len());
    }

    #[test]
    fn any_json_of_the_right_shape_never_panics(seed in proptest::collection::vec((0_usize..400_000, any::<u8>()), 1..12)) {
        let mut bytes = built_in_json().into_bytes();
        for (at, byte) in seed {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok((x, _)) = read(&text) {
            let files = BTreeSet::new();
            let _ = check(&x, &Known { files: &files, has_glyph: &|_| true });
            let _ = summary(&x);
        }
    }

    #[test]
    fn any_text_never_panics(text in "\\PC{0,200}") {
        let _ = read(&text);
        let _ = vitrine::model::line_of(&text, "a[0].b");
    }
}
