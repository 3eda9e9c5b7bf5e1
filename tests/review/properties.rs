//! Whatever an exhibition says: an untouched sheet changes no byte, and its answers hold however its rows and columns lie.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use vitrine::model::{Change, Lang, TextState};
use vitrine::review::{Column, Verdict};

use super::page::{Given, file, page_of, saved_page, texts_on};
use super::{after, at, cells_of, judged, rows_in, saved, sheet_of};

/// Texts with what spreadsheets stumble over.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        "[ཀ-ཨ་།]{1,10}",
        "[一-龥，。]{1,8}",
        "\\PC{0,8}",
        Just("=1+1".to_owned()),
        Just("'quoted".to_owned()),
        Just("_x0041_".to_owned()),
        Just(" two\nlines ".to_owned()),
        Just("a\u{b}b\r\nc".to_owned()),
        Just("2016-07".to_owned()),
        Just("1e5".to_owned()),
        Just("TRUE".to_owned()),
        Just("<b>&amp;</b>".to_owned()),
    ]
}

fn any_words() -> impl Strategy<Value = Value> {
    prop::collection::btree_map(prop::sample::select(vec!["en", "zh", "bo"]), any_text(), 0..=3)
        .prop_map(|texts| Value::Object(texts.into_iter().map(|(lang, text)| (lang.to_owned(), text.into())).collect()))
}

/// The text of an exhibition, with ids that spreadsheets take for dates and numbers, some of them twice.
fn any_exhibition() -> impl Strategy<Value = String> {
    let id = prop::sample::select(vec!["1-2", "2016-7", "007", "a/b", "x.y[0]", "#1", "CN-JS", "1e5"]);
    let photo = (id, any_words(), any_words());
    (any_words(), prop::collection::vec(any_words(), 0..3), prop::collection::vec(photo, 0..6)).prop_map(
        |(title, about, photos)| {
            let photo = |(id, title, caption)| json!({ "id": id, "file": "f.jpg", "title": title, "caption": caption, "alt": {} });
            let photos: Vec<Value> = photos.into_iter().map(photo).collect();
            let x: Map<String, Value> = [
                ("format".to_owned(), json!(1)),
                ("title".to_owned(), title),
                ("about".to_owned(), about.into()),
                ("photos".to_owned(), photos.into()),
            ]
            .into_iter()
            .collect();
            serde_json::to_string(&x).expect("a text")
        },
    )
}

fn any_lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(Lang::ALL.to_vec())
}

/// A sheet on which every other text is agreed with, changed or left.
fn answered(text: &str, lang: Lang) -> Vec<Vec<String>> {
    let mut cells = cells_of(&sheet_of(text, lang));
    let ids: Vec<String> = rows_in(text, lang).into_iter().map(|row| row.id).collect();
    for row in &mut cells {
        let Some(number) = ids.iter().position(|id| *id == row[at(Column::Id)]) else { continue };
        match number % 3 {
            0 => "x".clone_into(&mut row[at(Column::Agreed)]),
            1 => row[at(Column::Better)] = format!("better {number}"),
            _ => {}
        }
    }
    cells
}

fn sorted(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by_key(|change| serde_json::to_string(change).expect("a change"));
    changes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_untouched_sheet_changes_no_byte(text in any_exhibition(), lang in any_lang()) {
        let bytes = sheet_of(&text, lang);
        for bytes in [saved(&cells_of(&bytes)), bytes] {
            let outcome = judged(&text, &bytes);
            prop_assert!(outcome.rows.iter().all(|row| row.verdict == Verdict::Untouched), "{:?}", outcome.rows);
            prop_assert_eq!(after(&text, &outcome), text.clone());
        }
    }

    #[test]
    fn an_untouched_page_changes_no_byte_and_neither_does_one_that_was_saved(text in any_exhibition(), lang in any_lang()) {
        let html = page_of(&text, lang);
        let texts = texts_on(&html);
        prop_assert_eq!(texts.len(), rows_in(&text, lang).len());
        let silent: Vec<Given> = texts.into_iter().map(|text| Given { text, ..Given::default() }).collect();
        for bytes in [file(lang, &[]), file(lang, &silent), saved_page(&html, &file(lang, &silent))] {
            let outcome = judged(&text, bytes.as_bytes());
            prop_assert!(outcome.rows.iter().all(|row| row.verdict == Verdict::Untouched), "{:?}", outcome.rows);
            prop_assert_eq!(after(&text, &outcome), text.clone());
        }
    }

    #[test]
    fn a_page_gives_the_same_changes_as_a_workbook(text in any_exhibition(), lang in any_lang()) {
        let expected = judged(&text, &saved(&answered(&text, lang)));
        let html = page_of(&text, lang);
        let given = |(number, text)| Given {
            text,
            better: if number % 3 == 1 { format!("better {number}") } else { String::new() },
            agreed: number % 3 == 0,
        };
        let given: Vec<Given> = texts_on(&html).into_iter().enumerate().map(given).collect();
        let answers = file(lang, &given);
        for bytes in [saved_page(&html, &answers), answers] {
            let found = judged(&text, bytes.as_bytes());
            prop_assert_eq!(&sorted(found.changes), &sorted(expected.changes.clone()));
        }
    }

    #[test]
    fn shuffled_rows_and_columns_and_lost_ones_give_the_same_changes(
        text in any_exhibition(),
        lang in any_lang(),
        order in Just((0..Column::ALL.len()).collect::<Vec<_>>()).prop_shuffle(),
        lost in prop::sample::subsequence(vec![Column::Number, Column::Picture, Column::Place, Column::Source, Column::Draft, Column::Remark], 0..=6),
        seed in any::<u64>(),
    ) {
        let mut cells = answered(&text, lang);
        let expected = judged(&text, &saved(&cells));
        prop_assert_eq!(expected.tally().refused, rows_in(&text, lang).iter().enumerate().filter(|(number, row)| number % 3 == 0 && row.text().trim().chars().all(char::is_control)).count());
        let kept: Vec<usize> = order.into_iter().filter(|column| !lost.contains(&Column::ALL[*column])).collect();
        for row in &mut cells {
            *row = kept.iter().map(|column| row.get(*column).cloned().unwrap_or_default()).collect();
        }
        // Headings stay where they are; the rows below are sorted by chance.
        let first = cells.len().min(5);
        let mut rng = seed | 1;
        for i in (first + 1..cells.len()).rev() {
            rng = rng.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            cells.swap(i, first + (rng >> 33) as usize % (i - first + 1));
        }
        let found = judged(&text, &saved(&cells));
        prop_assert_eq!(sorted(found.changes), sorted(expected.changes));
    }

    #[test]
    fn without_its_fingerprints_a_sheet_is_held_against_the_texts_on_it(text in any_exhibition(), lang in any_lang()) {
        let mut cells = answered(&text, lang);
        let expected = judged(&text, &saved(&cells));
        for row in &mut cells {
            row[at(Column::TextPrint)].clear();
            row[at(Column::SourcePrint)].clear();
        }
        prop_assert_eq!(judged(&text, &saved(&cells)).changes, expected.changes);
    }

    #[test]
    fn a_source_that_has_changed_meanwhile_is_never_applied(text in any_exhibition(), lang in any_lang()) {
        let bytes = saved(&answered(&text, lang));
        let mut other: Value = serde_json::from_str(&text).expect("a text");
        let change = |words: &mut Value| {
            for (code, text) in words.as_object_mut().expect("words") {
                if *code != lang.code() {
                    *text = format!("{} then", text.as_str().expect("a text")).into();
                }
            }
        };
        change(&mut other["title"]);
        for list in ["about", "photos"] {
            for entry in other[list].as_array_mut().expect("a list") {
                if list == "about" { change(entry) } else { change(&mut entry["title"]); change(&mut entry["caption"]) }
            }
        }
        let other = other.to_string();
        let outcome = judged(&other, &bytes);
        for row in &outcome.rows {
            let has_source = row.row.as_ref().is_some_and(|row| row.source().is_some());
            prop_assert!(!has_source || !matches!(row.verdict, Verdict::Agreed | Verdict::Changed(_)), "{row:?}");
        }
    }

    #[test]
    fn what_is_taken_is_checked_afterwards_and_nothing_else_is(text in any_exhibition(), lang in any_lang()) {
        let outcome = judged(&text, &saved(&answered(&text, lang)));
        let taken = outcome.tally().agreed + outcome.tally().changed;
        let after = after(&text, &outcome);
        let is_checked = |lang: Lang| rows_in(&after, lang).iter().filter(|row| matches!(row.state(), TextState::Checked(_))).count();
        prop_assert_eq!(is_checked(lang), taken);
        prop_assert_eq!(Lang::ALL.into_iter().map(is_checked).sum::<usize>(), taken);
    }
}
