//! The table of mistakes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use vitrine::model::{Known, Lang, Problem, Unreadable, Weight, check, locate, read};
use vitrine::text::{self, Say};

use super::rows::ROWS;

/// A small exhibition in which everything is right.
pub const GOOD: &str = r#"{
  "format": 1,
  "title": { "en": "Two batches", "zh": "两批", "bo": "ཐེངས་གཉིས།", "reviewed": ["en", "zh", "bo"] },
  "batches": [
    { "number": 1, "arrive": { "date": "1995-05" }, "leave": { "date": "1998" },
      "figure": { "state": "reported", "value": 622, "sources": ["xh"] } },
    { "number": 2, "arrive": { "date": "1998" },
      "figure": { "state": "reported", "value": 700, "precision": "about", "sources": ["xh"] } }
  ],
  "milestones": [
    { "id": "start", "date": "1994-07", "title": { "en": "Start", "zh": "开始", "bo": "འགོ" }, "text": { "en": "It began." }, "sources": ["xh"] },
    { "id": "later", "date": "2016", "title": { "en": "Later", "zh": "后来", "bo": "རྗེས" }, "text": { "en": "It changed." }, "sources": ["xh"] }
  ],
  "photos": [
    { "id": "yard", "file": "pictures/yard.jpg",
      "title": { "en": "Yard", "zh": "院子", "bo": "ར་བ" }, "caption": { "en": "A yard." }, "alt": { "en": "A yard." },
      "sources": ["xh"] }
  ],
  "sources": [
    { "id": "xh", "title": "Thirty years", "publisher": { "en": "Xinhua" }, "date": "2024-08-23",
      "language": "en", "hosting": "publisher", "how_read": "full" }
  ]
}
"#;

/// A mistake: what is written in place of what, and what is said of it in English and in Chinese.
pub struct Row {
    name: &'static str,
    was: &'static str,
    is: &'static str,
    en: &'static str,
    zh: &'static str,
}

pub const fn row(name: &'static str, was: &'static str, is: &'static str, en: &'static str, zh: &'static str) -> Row {
    Row { name, was, is, en, zh }
}

/// The faults of a text, each as it is told in a language.
pub fn told(text: &str, lang: Lang) -> Vec<String> {
    let (x, mut problems) = match read(text) {
        Ok(read) => read,
        Err(why) => return vec![refused(&why, lang)],
    };
    let files = BTreeSet::from(["pictures/yard.jpg".to_owned()]);
    problems.extend(check(&x, &Known { files: &files, has_glyph: &|_| true }));
    locate(&mut problems, text);
    let faults: Vec<&Problem> = problems.iter().filter(|p| p.weight() == Weight::Fault).collect();
    faults.into_iter().map(|problem| text::problem(lang, problem)).collect()
}

fn refused(why: &Unreadable, lang: Lang) -> String {
    let error = vitrine::model::OpenError::Unreadable(why.clone());
    let whole = text::say(lang, Say::CannotOpen("p", &error));
    // Without “cannot be opened”, which every one of them says.
    whole.split_once("exhibition.json").map_or(whole.clone(), |(_, rest)| format!("exhibition.json{rest}"))
}

#[test]
fn everything_is_right_in_the_good_one() {
    for lang in Lang::ALL {
        assert_eq!(told(GOOD, lang), Vec::<String>::new());
    }
}

#[test]
fn each_mistake_gives_one_message_that_says_where_and_what_to_do() {
    let print = std::env::var_os("VITRINE_TABLE").is_some();
    let mut wrong = String::new();
    for Row { name, was, is, en, zh } in ROWS {
        assert!(GOOD.contains(was), "{name}: nothing to change");
        let text = GOOD.replacen(was, is, 1);
        let (english, chinese) = (told(&text, Lang::En), told(&text, Lang::Zh));
        if print {
            eprintln!("## {name}\n\n{}\n\n{}\n", english.join("\n"), chinese.join("\n"));
        }
        if english != [*en] || chinese != [*zh] {
            let _ = writeln!(wrong, "{name}:\n{}\n{}", english.join("\n"), chinese.join("\n"));
        }
        let tibetan = told(&text, Lang::Bo);
        assert_eq!(tibetan.len(), english.len(), "{name}");
        assert!(tibetan[0].chars().any(|c| ('\u{f40}'..'\u{f6d}').contains(&c)), "{name}: {tibetan:?}");
    }
    assert!(wrong.is_empty(), "said otherwise:\n{wrong}");
}

#[test]
fn the_line_is_that_of_the_file_whatever_ends_its_lines() {
    let broken = GOOD.replacen("\"value\": 622", "\"value\": \"622\"", 1);
    for ends in ["\r\n", "\r"] {
        let text = format!("\u{feff}{}", broken.replace('\n', ends));
        assert_eq!(told(&text, Lang::En), told(&broken, Lang::En), "{ends:?}");
    }
}

#[test]
fn what_was_left_out_makes_no_second_message() {
    let province = "\"provinces\": [ { \"id\": \"A\", \"name\": \"Fujian\", \"kind\": \"province\" } ],
      \"divisions\": [ { \"id\": 5401, \"name\": { \"en\": \"L\", \"zh\": \"拉\", \"bo\": \"ལྷ\" }, \"kind\": \"city\" } ],
      \"pairings\": [ { \"province\": \"A\", \"division\": \"5401\", \"since\": \"1994\", \"told\": { \"en\": \"t\" }, \"sources\": [\"xh\"] } ],
      \"photos\": [";
    let said = told(&GOOD.replacen("\"photos\": [", province, 1), Lang::En);
    assert_eq!(said.len(), 2, "the province and the division: {said:#?}");
    let said = told(&GOOD.replacen("\"sources\": [\n", "\"sorces\": [\n", 1), Lang::En);
    assert_eq!(said.len(), 1, "nobody names what a misspelt list holds: {said:#?}");
}
