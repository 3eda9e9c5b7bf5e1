//! What a check is bound to, and that nothing written in a pack is lost.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{Fingerprint, TextState};
use crate::model::{Date, Known, Lang, Problem, Trouble, Weight, Why, Words, check, read, write};

fn words(text: &str) -> Words {
    serde_json::from_str(text).expect("words")
}

fn school() -> Words {
    words(r#"{ "en": "A school", "zh": "学校", "bo": "སློབ་གྲྭ།" }"#)
}

fn is_checked(words: &Words, lang: Lang) -> bool {
    matches!(words.state(lang), TextState::Checked(_))
}

fn is_outdated(words: &Words, lang: Lang) -> bool {
    matches!(words.state(lang), TextState::Outdated(_))
}

#[test]
fn a_text_is_missing_a_draft_checked_or_outdated() {
    let mut words = school();
    words.bo.clear();
    assert_eq!(words.state(Lang::Zh), TextState::Draft);
    assert_eq!(words.state(Lang::Bo), TextState::Missing);
    words.mark_checked(Lang::Zh, " 李明 ", Date::try_from("2026-11-22".to_owned()).ok());
    let TextState::Checked(review) = words.state(Lang::Zh) else { panic!("it was checked") };
    assert_eq!((review.reader.as_str(), review.from), ("李明", Some(Lang::En)));
    assert_eq!(words.state(Lang::En), TextState::Draft);

    words.zh.push('。');
    assert!(is_outdated(&words, Lang::Zh));
    words.mark_checked(Lang::Zh, "", None);
    assert!(is_checked(&words, Lang::Zh));
    words.en = "Two schools".into();
    assert!(is_outdated(&words, Lang::Zh), "what it was translated from is another");
    words.en = " A school\n".into();
    assert!(is_checked(&words, Lang::Zh), "space around a text is no change of it");
    words.unmark(Lang::Zh);
    assert_eq!((words.state(Lang::Zh), words.reviewed.is_empty()), (TextState::Draft, true));
    words.mark_checked(Lang::Bo, "nobody", None);
    assert!(words.reviewed.is_empty(), "there is no text to check");
}

#[test]
fn a_check_is_bound_to_what_was_translated_and_to_nothing_else() {
    let mut words = school();
    for lang in Lang::ALL {
        words.mark_checked(lang, "", None);
    }
    words.zh = "一所学校".into();
    assert_eq!(Lang::ALL.map(|lang| is_checked(&words, lang)), [true, false, true], "English is the source of both");

    // An original in Chinese stays checked when an English translation comes; so does what was translated from it.
    let mut words = super::Words { en: String::new(), ..school() };
    words.mark_checked(Lang::Zh, "", None);
    words.mark_checked(Lang::Bo, "", None);
    words.en = "A school".into();
    assert_eq!(Lang::ALL.map(|lang| is_checked(&words, lang)), [false, true, true]);
    words.zh = "学堂".into();
    assert!(is_outdated(&words, Lang::Zh) && is_outdated(&words, Lang::Bo));
    words.zh.clear();
    assert!(words.state(Lang::Zh) == TextState::Missing && is_outdated(&words, Lang::Bo), "its source is gone");
}

#[test]
fn an_old_list_holds_as_it_did_until_it_is_bound() {
    let text = r#"{"en":"A","zh":"甲","reviewed":["en","zh","bo"]}"#;
    let mut old = words(text);
    assert!(is_checked(&old, Lang::Zh) && old.state(Lang::Bo) == TextState::Missing);
    old.zh = "乙".into();
    assert!(is_checked(&old, Lang::Zh), "it is bound to nothing");
    assert_eq!(serde_json::to_string(&words(text)).expect("JSON"), text);

    let mut bound = words(text);
    assert!(bound.bind_bare());
    assert!(!bound.bind_bare(), "once is enough");
    assert!(is_checked(&bound, Lang::En) && is_checked(&bound, Lang::Zh));
    bound.put(Lang::Bo, "ཀ");
    assert_eq!(bound.state(Lang::Bo), TextState::Draft, "nobody has checked what was not there");
    bound.en = "B".into();
    assert!(is_outdated(&bound, Lang::En) && is_outdated(&bound, Lang::Zh));

    let mut by_hand = words(r#"{"zh":"甲","reviewed":[{"lang":"zh","reader":"Li"},{"lang":"bo"}]}"#);
    assert!(is_checked(&by_hand, Lang::Zh) && by_hand.bind_bare());
    by_hand.zh = "乙".into();
    let TextState::Outdated(review) = by_hand.state(Lang::Zh) else { panic!("it was bound") };
    assert_eq!(review.reader, "Li");
    assert!(by_hand.reviewed.of(Lang::Bo).is_none());
}

#[test]
fn of_several_checks_of_a_language_the_last_counts() {
    let print = String::from(Fingerprint::of("乙"));
    let both = format!(r#"{{"zh":"甲","reviewed":["zh",{{"lang":"zh","text":"{print}"}}]}}"#);
    assert!(is_outdated(&words(&both), Lang::Zh));
    let mut other = words(&format!(r#"{{"zh":"甲","reviewed":[{{"lang":"zh","text":"{print}"}},"zh"]}}"#));
    assert!(is_checked(&other, Lang::Zh));
    other.bind_bare();
    other.zh = "丙".into();
    assert!(is_outdated(&other, Lang::Zh));
    let mut bound = words(&both);
    bound.bind_bare();
    assert!(is_outdated(&bound, Lang::Zh), "binding makes nothing checked that was not");
}

#[test]
fn a_fingerprint_is_always_the_same() {
    // Packs of other versions have them.
    assert_eq!(String::from(Fingerprint::of("学校")), "0db01775af06f21d");
    assert_eq!(String::from(Fingerprint::of("")), "2d06800538d394c2");
    for odd in ["", "2d06800538d394c", "2D06800538D394C2", "+d06800538d394c2", "2d06800538d394c2a"] {
        assert!(Fingerprint::try_from(odd.to_owned()).is_err(), "{odd}");
    }
}

fn of_title(reviewed: &str) -> (Words, Vec<Problem>, String) {
    let text = format!(r#"{{ "format": 1, "title": {{ "en": "A", "zh": "甲", "reviewed": {reviewed} }} }}"#);
    let (x, problems) = read(&text).expect("readable");
    let written = write(&x).expect("written");
    (x.title, problems, written)
}

#[test]
fn a_check_that_cannot_be_read_costs_no_words_and_is_told_and_kept() {
    for (reviewed, place) in [
        (r#"["en", "fr"]"#, "[1]"),
        (r#"["en", 7]"#, "[1]"),
        (r#"["en", null]"#, "[1]"),
        (r#"["en", { "lang": "chinese" }]"#, "[1].lang"),
        (r#"["en", { "reader": "Li" }]"#, "[1]"),
        (r#"["en", { "lang": "zh", "text": "12" }]"#, "[1].text"),
        (r#"["en", { "lang": "zh", "text": "2d06800538d394c2", "source": 5 }]"#, "[1].source"),
        (r#"["en", { "lang": "zh", "date": "22.11.2026" }]"#, "[1].date"),
    ] {
        let (title, problems, written) = of_title(reviewed);
        assert_eq!((title.en.as_str(), title.zh.as_str()), ("A", "甲"), "{reviewed}");
        let [problem] = problems.as_slice() else { panic!("{reviewed}: one problem: {problems:?}") };
        assert_eq!(problem.place.path, format!("title.reviewed{place}"));
        assert!(matches!(problem.trouble, Trouble::OddReview { .. }) && problem.weight() == Weight::Advice);
        assert!(is_checked(&title, Lang::En) && title.state(Lang::Zh) == TextState::Draft, "{reviewed}");
        let kept: serde_json::Value = serde_json::from_str(&written).expect("JSON");
        let wanted: serde_json::Value = serde_json::from_str(reviewed).expect("JSON");
        assert_eq!(kept["title"]["reviewed"], wanted);
    }
    for instead in [r#""en""#, "true", "null", r#"{"lang":"en"}"#] {
        let (mut title, problems, written) = of_title(instead);
        assert_eq!((title.zh.as_str(), problems.len()), ("甲", 1), "{instead}");
        assert_eq!(title.state(Lang::En), TextState::Draft);
        let kept: serde_json::Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!(kept["title"]["reviewed"].to_string(), instead);
        title.mark_checked(Lang::En, "", None);
        assert!(is_checked(&title, Lang::En));
    }
    let (_, problems, _) = of_title(r#"[{ "lang": "zh", "text": "12" }]"#);
    let Trouble::OddReview { why, .. } = &problems[0].trouble else { panic!("{problems:?}") };
    assert_eq!(*why, Why::NotAFingerprint { text: "12".into() });
}

#[test]
fn what_a_later_version_writes_beside_a_check_stays() {
    let (mut title, problems, written) = of_title(r#"[{ "lang": "zh", "mood": "good" }]"#);
    assert_eq!(problems.len(), 1, "it is named: {problems:?}");
    assert!(written.contains(r#""mood": "good""#), "{written}");
    title.mark_checked(Lang::Zh, "Li", None);
    assert!(serde_json::to_string(&title).expect("JSON").contains(r#""mood":"good""#));
}

#[test]
fn outdated_texts_are_told_at_their_places_up_to_a_hundred() {
    let topic = |i: usize, zh: &str| {
        let print = String::from(Fingerprint::of("甲"));
        format!(
            r#"{{ "id": "t{i}", "name": {{ "en": "A", "zh": "{zh}", "bo": "ཀ", "reviewed": ["en", "bo", {{ "lang": "zh", "text": "{print}" }}] }} }}"#
        )
    };
    let outdated = |count: usize| {
        let topics: Vec<String> = (0..count).map(|i| topic(i, if i == 1 { "甲" } else { "乙" })).collect();
        let text = format!(r#"{{ "format": 1, "title": {{}}, "topics": [{}] }}"#, topics.join(","));
        let (x, problems) = read(&text).expect("readable");
        assert_eq!(problems, []);
        let known = Known { files: &BTreeSet::new(), has_glyph: &|_| true };
        let told = check(&x, &known).into_iter().filter(|p| matches!(p.trouble, Trouble::Outdated { .. }));
        told.map(|problem| (problem.place.path, problem.trouble)).collect::<Vec<_>>()
    };
    let one = |i| (format!("topics[{i}].name.zh"), Trouble::Outdated { lang: Lang::Zh, count: 1 });
    assert_eq!(outdated(3), [one(0), one(2)]);
    let many = outdated(151);
    assert_eq!((many.len(), many[99].clone()), (101, one(100)));
    assert_eq!(many[100], (String::new(), Trouble::Outdated { lang: Lang::Zh, count: 50 }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_either_text_outdates_a_check_and_taking_it_back_restores_it(
        texts in proptest::array::uniform3("[a-zཀ-ཬ一-丐 ]{0,4}"),
        edits in proptest::array::uniform3("[a-zཀ-ཬ一-丐 ]{0,4}"),
        which in 0_usize..3,
    ) {
        let mut before = Words::default();
        for (lang, text) in Lang::ALL.into_iter().zip(&texts) {
            before.put(lang, text);
        }
        let lang = Lang::ALL[which];
        before.mark_checked(lang, "Li", None);
        let from = before.source(lang);
        let mut words = before.clone();
        for (other, edit) in Lang::ALL.into_iter().zip(&edits) {
            words.put(other, edit);
        }
        let is_same = |lang: Lang| before.only(lang).trim() == words.only(lang).trim();
        let wanted = is_same(lang) && from.is_none_or(is_same);
        match words.state(lang) {
            TextState::Missing => prop_assert!(edits[which].trim().is_empty()),
            TextState::Draft => prop_assert!(texts[which].trim().is_empty(), "there was nothing to check"),
            TextState::Checked(_) => prop_assert!(wanted),
            TextState::Outdated(_) => prop_assert!(!wanted),
        }
        let kept: Words = serde_json::from_str(&serde_json::to_string(&words).expect("JSON")).expect("words");
        prop_assert_eq!(&kept, &words);
        for (other, text) in Lang::ALL.into_iter().zip(&texts) {
            words.put(other, text);
        }
        prop_assert_eq!(&words, &before);
        prop_assert_eq!(is_checked(&words, lang), !texts[which].trim().is_empty());
    }

    #[test]
    fn any_list_is_written_back_as_it_was(list in proptest::collection::vec(
        prop_oneof![
            Just("\"en\"".to_owned()), Just("\"zh\"".to_owned()), Just("\"fr\"".to_owned()), Just("[1,{}]".to_owned()),
            Just("null".to_owned()), Just(r#"{"lang":"bo","reader":"ཚེ་རིང་","date":"2026","text":"00000000000000ff"}"#.to_owned()),
        ],
        1..5,
    )) {
        let text = format!(r#"{{"en":"A","reviewed":[{}]}}"#, list.join(","));
        prop_assert_eq!(serde_json::to_string(&words(&text)).expect("JSON"), text);
    }
}
