//! Files for paper and for other programs: what is missing is never a number, what is told keeps its word.

#[path = "exports/made_up.rs"]
mod made_up;
#[path = "exports/pdf.rs"]
mod pdf;
#[path = "exports/svg.rs"]
mod svg;

use made_up::exhibition;
use proptest::prelude::*;
use vitrine::export::{Counts, TableFormat, figures, pairing_table, table};
use vitrine::files;
use vitrine::model::{Exhibition, FigureState, Lang, PackPlace, StateName};
use vitrine::text::{self, Column, Say};

fn built_in() -> Exhibition {
    files::open(&PackPlace::BuiltIn).expect("it opens").0.exhibition
}

/// Without what a line break changes.
fn bare(words: &str) -> String {
    words
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{2060}')
        .map(|c| if c == '\u{f0c}' { '་' } else { c })
        .collect()
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
