//! Tables for other programs: what is missing is never a number, what is told keeps its word.

use proptest::prelude::*;
use vitrine::export::{Counts, TableFormat, figures, pairing_table, table};
use vitrine::files;
use vitrine::model::{
    Amount, Batch, Date, Exhibition, Figure, FigureState, Lang, PackPlace, Precision, Report, Rest, StateName, Term,
    When, Words,
};
use vitrine::text::{self, Column, Say};

fn built_in() -> Exhibition {
    files::open(&PackPlace::BuiltIn).expect("it opens").0.exhibition
}

/// The rows of a table as a spreadsheet reads them.
fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("as long as its heads").iter().map(str::to_owned).collect());
    rows.collect()
}

#[test]
fn the_built_in_table_says_what_is_not_published() {
    let x = built_in();
    for lang in [Lang::En, Lang::Zh, Lang::Bo] {
        let rows = read(&table(&x, lang, TableFormat::Csv));
        let at = |column| {
            let head = text::say(lang, Say::Column(column));
            rows[0].iter().position(|h| *h == head).expect("the column is there")
        };
        let (batch, people, state) = (at(Column::Batch), at(Column::People), at(Column::State));
        let row = |name: &str| rows.iter().find(|row| row[batch] == name).expect("the batch is there");
        assert_eq!(row("1")[people], "622");
        for missing in ["2", "3", "4"] {
            assert_eq!(row(missing)[people], "", "batch {missing} has no number");
            assert_eq!(row(missing)[state], text::say(lang, Say::NotPublishedKey));
        }
        assert!(!row("2–4")[people].is_empty(), "they are known together");
        let sources = at(Column::Sources);
        assert!(
            rows[1..].iter().all(|row| row[people].is_empty() || !row[sources].is_empty()),
            "each number has a source"
        );
        let pairings = read(&pairing_table(&x, lang, TableFormat::Csv));
        assert_eq!(pairings.len(), x.pairings.len() + 1);
    }
}

#[test]
fn json_holds_null_for_what_is_missing_and_the_same_numbers_else() {
    let x = built_in();
    let json: serde_json::Value = serde_json::from_str(&table(&x, Lang::En, TableFormat::Json)).expect("JSON");
    let rows = json["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), figures(&x, Lang::En).len());
    assert!(rows[0]["people"].is_i64() && rows[1]["people"].is_null(), "{:#}", rows[1]);
    assert_eq!(rows[1]["state"], "not_published");
    let total = rows.iter().rfind(|row| row["counts"] == "total").expect("a total");
    assert!(total["in_words"].as_str().expect("words").contains("nearly"), "{total:#}");
}

fn figure() -> impl Strategy<Value = Figure> {
    let precision =
        prop::sample::select(vec![Precision::Exact, Precision::Nearly, Precision::MoreThan, Precision::About]);
    let reported = (0_u32..100_000, precision).prop_map(|(value, precision)| FigureState::Reported {
        amount: Amount { value: f64::from(value), precision },
        sources: Vec::new(),
    });
    let worked_out = prop::collection::vec(-5000_i32..5000, 1..4).prop_map(|values| FigureState::WorkedOut {
        terms: values
            .into_iter()
            .map(|value| Term {
                value: f64::from(value),
                counts: Words::default(),
                sources: Vec::new(),
                rest: Rest::new(),
            })
            .collect(),
    });
    let state = prop_oneof![reported, worked_out, Just(FigureState::NotPublished), Just(FigureState::NotApplicable)];
    let report = |value: u32| Report {
        value: f64::from(value),
        precision: Precision::About,
        counts: Words::default(),
        sources: Vec::new(),
        rest: Rest::new(),
    };
    (state, prop::collection::vec(0_u32..9000, 0..3)).prop_map(move |(state, also)| Figure {
        state,
        also: also.into_iter().map(report).collect(),
        ..Figure::not_published()
    })
}

fn exhibition() -> impl Strategy<Value = Exhibition> {
    prop::collection::vec(figure(), 1..12).prop_map(|figures| {
        let batch = |(number, figure): (u32, Figure)| Batch {
            number,
            arrive: When { date: Date::year(1995), inferred: false },
            leave: None,
            years_sources: Vec::new(),
            figure,
            rest: Rest::new(),
        };
        Exhibition { batches: (1..).zip(figures).map(batch).collect(), ..Exhibition::default() }
    })
}

proptest! {
    #[test]
    fn no_output_takes_what_is_missing_for_a_number(x in exhibition(), lang in prop::sample::select(Lang::ALL.to_vec())) {
        let records = figures(&x, lang);
        let rows = read(&table(&x, lang, TableFormat::Csv));
        let json: serde_json::Value = serde_json::from_str(&table(&x, lang, TableFormat::Json)).expect("JSON");
        prop_assert_eq!(records.len(), x.batches.len());
        for (i, (record, batch)) in records.iter().zip(&x.batches).enumerate() {
            let (cell, value) = (&rows[i + 1][3], &json["rows"][i]["people"]);
            prop_assert_eq!(record.counts, Counts::Batch);
            match batch.figure.amount() {
                None => {
                    prop_assert!(cell.is_empty() && value.is_null() && record.people.is_none());
                    prop_assert!(!record.in_words.contains(|c: char| c.is_ascii_digit()), "{}", record.in_words);
                }
                Some(amount) => {
                    prop_assert!((cell.parse::<f64>().expect("a number") - amount.value).abs() < 1e-9);
                    prop_assert_eq!(value.as_f64(), Some(amount.value));
                    let reported = matches!(batch.figure.state, FigureState::Reported { .. });
                    prop_assert_eq!(record.state == StateName::Reported, reported, "worked out is never reported");
                    let told = text::amount(lang, amount);
                    prop_assert!(record.in_words.contains(&told), "{} keeps “{told}”", record.in_words);
                    prop_assert_eq!(record.arithmetic.is_some(), !reported);
                }
            }
            prop_assert_eq!(record.other_reports.len(), batch.figure.also.len(), "no report is lost");
        }
    }
}

#[test]
fn what_a_talk_showed_is_a_table_without_anything_personal() {
    let stop = |id: &str| vitrine::model::Stop::showing(vitrine::model::Shows::Photo(id.into()));
    let x = built_in();
    let report = vitrine::model::TalkReport {
        stops: vec![(stop("reading"), 60.0, 61.6), (stop("ward"), 30.0, 0.0)],
        beside_secs: 5.0,
        blank_secs: 2.4,
        elapsed_secs: 69.0,
        planned_secs: 90.0,
    };
    for lang in Lang::ALL {
        let text = vitrine::export::talk_report(&x, lang, &report);
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), 2 + 3, "{lang:?}: each stop, beside the order, blank, in all");
        assert_eq!(&rows[0][1], x.photos[1].title.told(lang).text);
        assert_eq!((&rows[0][2], &rows[0][3], &rows[1][3]), ("60", "62", "0"));
        assert_eq!((&rows[4][2], &rows[4][3]), ("90", "69"));
    }
}
