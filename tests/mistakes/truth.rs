//! What could not be read is nowhere taken for zero, nor passed over: in no sum, no table, no sentence, no file.

use cpu_time::ThreadTime;
use proptest::prelude::*;
use vitrine::export::{self, TableFormat};
use vitrine::model::{Exhibition, FigureState, Lang, Unread, read, slots, sum_through, summary, write};

use super::table::{GOOD, told};

/// An exhibition of these figures, as they are written; a whole batch where it is more than a figure.
fn of(figures: &[&str]) -> (Exhibition, usize) {
    let batch = |(i, figure): (usize, &&str)| {
        if figure.contains("arrive") || !figure.starts_with('{') {
            return (*figure).to_owned();
        }
        let (number, from, until) = (i + 1, 1995 + 3 * i, 1998 + 3 * i);
        format!(
            "{{ \"number\": {number}, \"arrive\": {{ \"date\": \"{from}\" }}, \"leave\": {{ \"date\": \"{until}\" }}, \"figure\": {figure} }}"
        )
    };
    let batches: Vec<String> = figures.iter().enumerate().map(batch).collect();
    let (x, problems) =
        read(&format!("{{ \"format\": 1, \"batches\": [{}] }}", batches.join(",\n"))).expect("readable");
    (x, problems.len())
}

fn reported(value: &str) -> String {
    format!("{{ \"state\": \"reported\", \"value\": {value}, \"sources\": [] }}")
}

#[test]
fn a_batch_that_cannot_be_read_keeps_its_place_and_no_sum_goes_over_it() {
    let good = reported("100");
    let bad = [
        reported("\"622\""),
        reported("-5"),
        reported("1e300"),
        reported("1e400"),
        reported("null"),
        reported("\"\\ud800\""),
        format!("{{ \"state\": \"reported\", \"value\": {}1{} }}", "[".repeat(130), "]".repeat(130)),
        "{ \"state\": \"worked_out\", \"terms\": [{ \"value\": 9e15 }, { \"value\": 9e15 }] }".to_owned(),
        "{ \"state\": \"worked_out\", \"terms\": [{ \"value\": 5 }, { \"value\": -9 }] }".to_owned(),
        "{ \"state\": \"published\", \"value\": 3 }".to_owned(),
        "{ \"state\": \"reported\", \"value\": 700, \"precison\": \"about\" }".to_owned(),
        "7".to_owned(),
        "{ \"number\": \"two\", \"arrive\": { \"date\": \"1998\" }, \"figure\": { \"state\": \"not_published\" } }"
            .to_owned(),
        "{ \"number\": 2, \"arrive\": { \"date\": \"May\" }, \"figure\": { \"state\": \"not_published\" } }".to_owned(),
    ];
    for bad in bad {
        let (x, problems) = of(&[&good, &bad, &good, &good]);
        assert_eq!(problems, 1, "{bad}");
        assert_eq!(x.batches.iter().map(|b| b.number).collect::<Vec<_>>(), [1, 2, 3, 4], "{bad}");
        assert_eq!(x.batches[1].figure.state, FigureState::NotPublished, "{bad}");
        assert_eq!(slots(&x)[1].height, None);
        let sums: Vec<Option<f64>> = (1..=4).map(|n| sum_through(&x, n).map(|sum| sum.value)).collect();
        assert_eq!(sums, [Some(100.0), None, None, None], "{bad}");
        assert_eq!((summary(&x).full_sum, summary(&x).difference), (None, None), "{bad}");
        for format in [TableFormat::Csv, TableFormat::Tsv, TableFormat::Json] {
            let table = export::table(&x, Lang::En, format);
            let table = table.to_lowercase();
            assert!(table.contains("not published") && !table.contains("nan"), "{table}");
            assert!(!table.replace("years_inferred", "").contains("inf"), "{table}");
        }
        // Saved, it is as it was.
        let (again, _) = read(&write(&x).expect("writable")).expect("readable");
        assert_eq!(again, x, "{bad}");
    }
}

#[test]
fn no_number_is_found_where_the_list_itself_has_a_gap() {
    let numbered = |number: u32| {
        format!("{{ \"number\": {number}, \"arrive\": {{ \"date\": \"1995\" }}, \"figure\": {} }}", reported("10"))
    };
    let sum = |numbers: &[u32]| {
        let batches: Vec<String> = numbers.iter().map(|number| numbered(*number)).collect();
        let (x, _) = of(&batches.iter().map(String::as_str).collect::<Vec<_>>());
        sum_through(&x, u32::MAX).map(|sum| sum.value)
    };
    assert_eq!(sum(&[1, 2, 3]), Some(30.0));
    assert_eq!(sum(&[1, 2, 4]), None, "the third is missing");
    assert_eq!(sum(&[1, 2, 2]), None, "nobody knows which is the second");
    assert_eq!(sum(&[2, 3]), None, "the first is missing");
}

#[test]
fn sums_of_endless_numbers_are_none() {
    let (x, problems) = of(&[&reported("9e15"), &reported("1")]);
    assert_eq!(problems, 0);
    assert!(sum_through(&x, 2).is_some_and(|sum| sum.value.is_finite()));
    let (x, problems) = of(&[&reported("1.7976931348623157e308"), &reported("1")]);
    assert_eq!((problems, sum_through(&x, 2)), (1, None));
}

#[test]
fn what_cannot_be_read_is_written_back_as_it_was() {
    for (was, is) in [
        ("\"file\": \"pictures/yard.jpg\"", "\"file\": [ 1,2, {\"x\" :\"\\ud800\"} ]"),
        ("\"value\": 622", "\"value\": 1e400"),
        ("{ \"en\": \"Two batches\"", "{ \"en\": [ 7 ]"),
        ("\"milestones\": [", "\"milestones\": {\"a\": ["),
    ] {
        let closed =
            if is.ends_with("{\"a\": [") { ("\n  ],\n  \"photos\"", "\n  ]},\n  \"photos\"") } else { ("", "") };
        let text = GOOD.replacen(was, is, 1).replacen(closed.0, closed.1, 1);
        let (x, problems) = read(&text).expect("readable");
        assert!(!problems.is_empty() && !x.unread.is_empty(), "{is}");
        let written = write(&x).expect("writable");
        assert!(written.contains(is), "{is} in {written}");
        let (again, more) = read(&written).expect("readable");
        assert_eq!(again.unread.len(), x.unread.len());
        assert_eq!(more.len(), problems.len());
        let places = |unread: &[Unread]| unread.iter().map(|u| (u.field.clone(), u.index)).collect::<Vec<_>>();
        assert_eq!(places(&again.unread), places(&x.unread));
    }
}

#[test]
fn json_of_a_few_kilobytes_takes_no_gigabytes() {
    for (what, count) in [("0,", 8_000_000), ("{\"\":0},", 4_000_000), ("[[]],", 4_000_000), ("\"\",", 8_000_000)] {
        for field in ["x", "photos", "batches", "title", "about"] {
            let text = format!("{{\"format\":1,\"{field}\":[{}0]}}", what.repeat(count / 4));
            let begun = ThreadTime::now();
            let (x, problems) = read(&text).expect("readable");
            assert!(!problems.is_empty());
            assert!(x.rest.is_empty() && x.batches.len() <= 10_000, "it is kept as it is written");
            assert!(begun.elapsed().as_secs() < 20, "{what} {field}: {:?}", begun.elapsed());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_damaged_is_told_and_nothing_panics(
        damages in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..8, any::<char>()), 1..5)
    ) {
        let mut text: Vec<char> = GOOD.chars().collect();
        for (at, kind, other) in damages {
            let at = at.index(text.len());
            match kind {
                0 => text[at] = other,
                1 => drop(text.remove(at)),
                2 => text.insert(at, other),
                3 => text.insert(at, *[',', '"', '{', '}', '[', ']', ':', '\\'].get(other as usize % 8).unwrap_or(&',')),
                4 => text.truncate(at.max(1)),
                5 => text.insert(at, text[at]),
                6 => text.extend_from_within(at..),
                _ => text[at] = *['“', '，', '：', '\'', '0', '-', '\u{a0}', 'N'].get(other as usize % 8).unwrap_or(&'0'),
            }
            if text.is_empty() {
                text.push('{');
            }
        }
        let text: String = text.into_iter().collect();
        let serde: Result<serde::de::IgnoredAny, _> = serde_json::from_str(text.trim_start_matches('\u{feff}'));
        let whole = read(&text);
        if let Err(vitrine::model::Unreadable::NotJson(mistake)) = &whole {
            prop_assert!(serde.is_err(), "{:?} in {text}", mistake);
            // Lines as editors count them: a carriage return alone ends one too.
            let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
            prop_assert!((1..=lines).contains(&mistake.line), "{} of {lines}", mistake.line);
        } else {
            prop_assert!(serde.is_ok(), "what is no JSON is refused: {text}");
        }
        let begun = ThreadTime::now();
        for lang in Lang::ALL {
            let _ = told(&text, lang);
        }
        prop_assert!(begun.elapsed().as_secs() < 3);
        if let Ok((x, _)) = whole {
            let sums = summary(&x);
            for sum in [sums.full_sum, sums.reported_sum].into_iter().flatten() {
                prop_assert!(sum.value.is_finite() && sum.value >= 0.0);
            }
            let (again, _) = read(&write(&x).expect("writable")).expect("readable");
            prop_assert_eq!(again.batches, x.batches);
        }
    }
}

#[test]
fn doubled_ids_are_named_and_shown_once_so_that_no_page_grows_faster_than_its_file() {
    let many = |count: usize| {
        let words = "{ \"en\": \"W\", \"zh\": \"W\", \"bo\": \"W\" }";
        let list = |entry: &dyn Fn(usize) -> String| (0..count).map(entry).collect::<Vec<_>>().join(",");
        format!(
            "{{ \"format\": 1, \"divisions\": [{}], \"provinces\": [{}], \"pairings\": [{}], \"groups\": [{}], \"statements\": [{}] }}",
            list(&|i| format!("{{ \"id\": \"{}\", \"name\": {words}, \"kind\": \"city\" }}", i % 3)),
            list(&|i| format!("{{ \"id\": \"{}\", \"name\": {words}, \"kind\": \"province\" }}", i % 3)),
            list(&|i| format!(
                "{{ \"province\": \"{}\", \"division\": \"{}\", \"since\": \"1994\", \"told\": {words} }}",
                i % 3,
                i % 3
            )),
            list(&|i| format!("{{ \"id\": \"{}\", \"title\": {words} }}", i % 3)),
            list(&|i| format!("{{ \"id\": \"s{i}\", \"group\": \"{}\", \"text\": {words} }}", i % 3)),
        )
    };
    let page = |count: usize| {
        let (x, problems) = read(&many(count)).expect("readable");
        assert_eq!((x.divisions.len(), x.provinces.len(), x.groups.len()), (3, 3, 3));
        assert_eq!(problems.len(), 3 * (count - 3), "each is named");
        assert!(write(&x).expect("writable").matches("\"city\"").count() == count, "and none is lost");
        export::Page::new(&x, Lang::En, export::PageParts::default()).html(&[]).len()
    };
    let (small, large) = (page(100), page(400));
    assert!(large < small * 5, "{small} bytes, then {large}");
}
