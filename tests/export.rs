//! Files for paper and for other programs: what is missing is never a number, what is told keeps its word.

#[path = "support/figures.rs"]
mod generated;

use generated::{any_exhibition, any_exhibition_with_sums, many, of, reported, worked_out};
#[path = "exports/marks.rs"]
mod marks;
#[path = "exports/pdf.rs"]
mod pdf;
#[path = "exports/poster.rs"]
mod poster;
#[path = "exports/signoff.rs"]
mod signoff;
#[path = "exports/svg.rs"]
mod svg;

use proptest::prelude::*;
use vitrine::export::{Chart, Counts, TableFormat, figures, pairing_table, pattern, table};
use vitrine::files;
use vitrine::model::{Exhibition, Figure, FigureState, Lang, Pack, PackPlace, Precision, StateName, sum_through};
use vitrine::state::{Start, State};
use vitrine::text::{self, Column, Say};

/// A state that shows an exhibition.
fn showing(x: &Exhibition) -> State {
    speaking(Lang::En, x)
}

/// The same in a language.
fn speaking(lang: Lang, x: &Exhibition) -> State {
    let pack = Pack::new(PackPlace::BuiltIn, x.clone(), Vec::new(), |_file| true);
    State::begin(pack, Start { lang: Some(lang), ..Start::default() })
}

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

#[test]
fn the_built_in_charts_are_told_in_sentences() {
    let x = built_in();
    assert_eq!(
        pattern(&x, Lang::En, Chart::Batches),
        "5 of 10 batches have a reported number: the smallest is 622 in batch 1, the largest 2,117 in batch 10; each is higher \
         than the reported one before. No number is published for batches 2 to 4 alone; together they are worked out as 2,272. \
         Worked out from reported totals, not reported: batches 6 and 8."
    );
    let totals = pattern(&x, Lang::En, Chart::Totals);
    assert!(totals.contains("2,894 after batch 4, the largest nearly 12,000 after batch 10"), "{totals}");
    assert!(totals.contains("No total is published after batches 1 to 3 and 8."), "{totals}");
    for lang in Lang::ALL {
        let json: serde_json::Value = serde_json::from_str(&table(&x, lang, TableFormat::Json)).expect("JSON");
        assert_eq!(json["pattern"]["batches"], pattern(&x, lang, Chart::Batches));
        assert_eq!(json["pattern"]["totals"], pattern(&x, lang, Chart::Totals));
    }
}

#[test]
fn unusual_charts_are_told_truly_too() {
    let told = |figures: Vec<Figure>| pattern(&of(figures), Lang::En, Chart::Batches);
    let none = Figure::not_published;
    let exact = |value| reported(value, Precision::Exact);
    assert_eq!(told(vec![]), "", "no batches, no chart");
    assert_eq!(told(vec![none()]), "The one batch has no reported number. No number is published for batch 1.");
    assert_eq!(told(vec![exact(7.0)]), "One number is reported: 7 in batch 1.");
    assert_eq!(told(vec![exact(0.0), exact(0.0)]), "All 2 batches have a reported number, and each says 0.");
    let mixed = told(vec![reported(850.0, Precision::MoreThan), exact(850.0), reported(850.0, Precision::Nearly)]);
    assert!(mixed.contains("smallest is nearly 850 in batch 3, the largest more than 850 in batch 1"), "{mixed}");
    assert!(!mixed.contains("each is"), "a precision word tells no step: {mixed}");
    let all_worked_out = told(vec![worked_out(&[5.0]), worked_out(&[9.0])]);
    assert!(all_worked_out.starts_with("None of the 2 batches has a reported number."), "{all_worked_out}");
    for lang in Lang::ALL {
        for chart in [Chart::Batches, Chart::Totals] {
            let long = pattern(&many(1000), lang, chart).chars().count();
            assert!(long < 900, "a thousand batches are told in a few sentences: {long}");
        }
    }
}

/// The numbers in a text, without commas.
fn numbers(text: &str) -> Vec<f64> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
    let parts = parts.map(|part| part.trim_matches([',', '.']).replace(',', ""));
    parts.filter_map(|part| part.parse().ok()).collect()
}

proptest! {
    #[test]
    fn no_sentence_takes_what_is_missing_or_worked_out_for_a_reported_number(
        x in any_exhibition_with_sums(),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let told = pattern(&x, lang, Chart::Batches);
        let reported: Vec<_> = x.batches.iter().filter_map(|b| match b.figure.state {
            FigureState::Reported { amount, .. } => Some(amount),
            _ => None,
        }).collect();
        let least = reported.iter().map(|a| a.value).reduce(f64::min);
        let most = reported.iter().map(|a| a.value).reduce(f64::max);
        let sums = x.subtotals.iter().filter_map(|s| s.figure.amount()).map(|a| a.value);
        // Batches' numbers and counts of them go to twelve.
        let allowed: Vec<f64> = reported.iter().map(|a| a.value).chain(sums).map(f64::abs).collect();
        for number in numbers(&told) {
            let known = allowed.iter().any(|value| (value - number).abs() < 1e-9) || (1.0..=12.0).contains(&number);
            prop_assert!(known, "{number} in “{told}”");
        }
        for (value, which) in [(least, "smallest"), (most, "largest")] {
            let Some(value) = value else { continue };
            let words: Vec<String> =
                reported.iter().filter(|a| (a.value - value).abs() < 1e-9).map(|a| text::amount(lang, *a)).collect();
            prop_assert!(words.iter().any(|words| told.contains(words)), "the {which}, {words:?}, in “{told}”");
        }
        let named = |wanted: fn(&FigureState) -> bool| {
            let found = x.batches.iter().filter(|b| wanted(&b.figure.state));
            text::batches(lang, &found.map(|b| b.number).collect::<Vec<_>>())
        };
        let worked_out = named(|state| matches!(state, FigureState::WorkedOut { .. }));
        let sentence = text::pattern(lang, Chart::Batches, text::Pattern::WorkedOut(&worked_out));
        prop_assert_eq!(told.contains(&sentence), !worked_out.is_empty(), "{}", told);
        let missing = named(|state| *state == FigureState::NotPublished);
        prop_assert!(told.contains(&missing), "“{missing}” in “{told}”");
        let totals = pattern(&x, lang, Chart::Totals);
        let sum = sum_through(&x, u32::MAX).map(|sum| text::amount(lang, sum));
        prop_assert!(sum.is_none_or(|sum| totals.contains(&sum)), "{totals}");
    }

    #[test]
    fn no_output_takes_what_is_missing_for_a_number(x in any_exhibition(), lang in prop::sample::select(Lang::ALL.to_vec())) {
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
        stops: vec![(stop("reading"), 60.0, Some(61.6)), (stop("ward"), 30.0, None)],
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
        assert_eq!(&rows[0][1], x.photos[1].title.resolve(lang).text);
        assert_eq!((&rows[0][2], &rows[0][3]), ("60", "62"));
        assert!(
            !rows[1][3].is_empty() && !rows[1][3].contains(char::is_numeric),
            "never shown is no number: {}",
            &rows[1][3]
        );
        assert_eq!((&rows[4][2], &rows[4][3]), ("90", "69"));
    }
}
