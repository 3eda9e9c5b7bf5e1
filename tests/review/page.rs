//! Pages for a browser, and what their script saves, without a browser.

use std::fmt::Write as _;

use serde_json::{Value, json};
use vitrine::model::Lang;
use vitrine::review::{self, Refusal, Sheet, Unread, Verdict, rows};

use super::{ALT, CAPTION, TITLE, exhibition, judged, tree, verdict_of};

/// The element in which a page has its answers.
const ANSWERS: &str = "<script type=\"application/json\" id=\"vitrine-answers\">";

/// A text as a page knows it.
#[derive(Clone, Debug, Default)]
pub struct Text {
    pub id: String,
    print: String,
    source: String,
}

impl Text {
    /// A text that no exhibition has.
    pub fn of_another(self) -> Self {
        Self { id: "photos/gone/alt.bo".to_owned(), print: "print:0".to_owned(), ..self }
    }
}

/// What a reader fills in beside a text.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub text: Text,
    pub better: String,
    pub agreed: bool,
}

/// The page with every text of an exhibition in a language.
pub fn page_of(text: &str, lang: Lang) -> String {
    let tree = tree(text);
    let rows = rows(&tree, lang);
    let sheet = Sheet { lang, tree: &tree, text, rows: &rows };
    review::page(sheet, &mut |_| None, &|_| true).expect("a page").html(&[]).expect("not too large")
}

/// The value of an attribute of a tag, as a browser reads it.
fn attribute(tag: &str, name: &str) -> String {
    let begin = format!(" {name}=\"");
    let value = tag.split_once(&begin).expect(name).1.split_once('"').expect(name).0;
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(value.to_owned(), |value, (from, to)| value.replace(from, to))
}

/// The texts of a page, in their order.
pub fn texts_on(html: &str) -> Vec<Text> {
    let tag = |part: &str| {
        let tag = part.split_once('>').expect("a tag").0;
        let [id, text, source] = ["data-id", "data-text", "data-source"].map(|name| attribute(tag, name));
        Text { id, print: text, source }
    };
    html.split("<article ").skip(1).map(|part| tag(&format!(" {part}"))).collect()
}

/// The text of a page with this id.
pub fn text_on(html: &str, id: &str) -> Text {
    texts_on(html).into_iter().find(|text| text.id == id).expect(id)
}

/// The file that the script saves.
pub fn file(lang: Lang, given: &[Given]) -> String {
    let answer = |(number, given): (usize, &Given)| {
        let Given { text, better, agreed } = given;
        json!({ "number": number + 1, "id": text.id, "text": text.print, "source": text.source, "better": better, "agreed": agreed, "remark": "" })
    };
    let answers: Vec<Value> = given.iter().enumerate().map(answer).collect();
    let answers = serde_json::to_string(&answers).expect("a text");
    format!(
        r#"{{"vitrine-review":1,"lang":"{}","pack":"print:0","reader":"Dolma","date":"2026-11-29","texts":7,"answers":{answers}}}"#,
        lang.code()
    )
}

/// The page as a browser saves it, with the answers in it.
pub fn saved_page(html: &str, answers: &str) -> String {
    let answers = answers.replace('<', "\\u003c");
    assert_eq!(html.matches(ANSWERS).count(), 1, "texts do not look like it");
    html.replace(ANSWERS, &format!("{ANSWERS}\n{answers}"))
}

/// An answer in which one field is this.
fn spoiled(text: &Text, field: &str, value: &Value) -> String {
    let mut answer = json!({ "number": 1, "id": text.id, "text": text.print, "source": text.source, "agreed": true });
    answer[field] = value.clone();
    format!("{{\"vitrine-review\":1,\"answers\":[{answer}]}}")
}

#[test]
fn answers_come_back_as_a_file_in_an_e_mail_and_in_the_page_itself() {
    let text = exhibition();
    let html = page_of(&text, Lang::Bo);
    let given = [
        Given { text: text_on(&html, TITLE), agreed: true, ..Given::default() },
        Given {
            text: text_on(&html, ALT), better: "</script> བྱིས་པ་ཚོ།\u{2028}".to_owned(), agreed: false
        },
    ];
    let file = file(Lang::Bo, &given);
    let mail = format!("\u{feff}Dear all,\r\n\r\n{file}\r\n\r\nRegards {{Dolma}}");
    for bytes in [file.clone(), mail, saved_page(&html, &file)] {
        let answers = review::read(bytes.as_bytes()).expect("answers");
        assert_eq!((answers.reader.as_deref(), answers.silent), (Some("Dolma"), 5));
        assert_eq!(answers.date, vitrine::model::Date::try_from("2026-11-29".to_owned()).ok());
        let outcome = judged(&text, bytes.as_bytes());
        assert_eq!(verdict_of(&outcome, TITLE), Verdict::Agreed);
        assert_eq!(verdict_of(&outcome, ALT), Verdict::Changed("</script> བྱིས་པ་ཚོ།\u{2028}".trim().to_owned()));
        assert_eq!(outcome.tally().refused, 0);
    }
    // What has changed meanwhile is not written over.
    let other = text.replace("A yard", "Two yards").replace("\"བྱིས་པ།\"", "\"ཕྲུ་གུ།\"");
    let outcome = judged(&other, file.as_bytes());
    assert_eq!(verdict_of(&outcome, TITLE), Verdict::SourceChanged);
    assert_eq!(verdict_of(&outcome, ALT), Verdict::TextChanged);
    assert_eq!(outcome.changes, []);
}

#[test]
fn a_page_as_it_was_sent_has_no_answers_and_says_so() {
    let html = page_of(&exhibition(), Lang::Zh);
    assert_eq!(review::read(html.as_bytes()).err(), Some(Unread::NoAnswers));
    let newer = r#"{"vitrine-review":2,"answers":[]}"#;
    assert_eq!(review::read(newer.as_bytes()).err(), Some(Unread::Newer));
    for cut in [r#"{"vitrine-review":1,"answers":[{"id":"a"#, r#"{"vitrine-review":1,"answers":7}"#] {
        assert_eq!(review::read(cut.as_bytes()).err(), Some(Unread::Damaged), "{cut}");
    }
    for other in ["", "null", "[]", r#"{"answers":[]}"#, "a letter about {\"vitrine\"}"] {
        assert_eq!(review::read(other.as_bytes()).err(), Some(Unread::NotAWorkbook), "{other}");
    }
    assert_eq!(review::read(br#"{"vitrine-review":"1","answers":[]}"#).err(), Some(Unread::NotAReview));
}

#[test]
fn a_field_of_a_wrong_kind_spoils_its_own_answer_alone() {
    let text = exhibition();
    let html = page_of(&text, Lang::Bo);
    let title = text_on(&html, TITLE);
    let deep = (0..100).fold(json!("x"), |inner, _| json!([inner]));
    for value in [json!(null), json!(1.5), json!([]), json!({ "x": [1] }), deep] {
        for (field, expected) in [("better", Refusal::NotAText), ("agreed", Refusal::NotAChoice(String::new()))] {
            let outcome = judged(&text, spoiled(&title, field, &value).as_bytes());
            let found = &outcome.rows[0].verdict;
            let is_silent = value.is_null();
            assert!(is_silent || *found == Verdict::Refused(expected.clone()), "{field} {value}: {found:?}");
        }
        for field in ["text", "source"] {
            let outcome = judged(&text, spoiled(&title, field, &value).as_bytes());
            assert_eq!(outcome.rows[0].verdict, Verdict::Refused(Refusal::Unbound), "{field} {value}");
        }
        for field in ["number", "remark", "more", "__proto__"] {
            let outcome = judged(&text, spoiled(&title, field, &value).as_bytes());
            assert_eq!(outcome.rows[0].verdict, Verdict::Agreed, "{field} {value}");
        }
    }
    let long = json!("ཀ".repeat(1 << 20));
    let outcome = judged(&text, spoiled(&title, "better", &long).as_bytes());
    assert_eq!(outcome.rows[0].verdict, Verdict::Refused(Refusal::TooLong));
    // What is no answer at all is refused, and the others are taken.
    for value in [json!(null), json!(true), json!(7), json!(-7), json!(1.5), json!("x"), json!([1, {}])] {
        let taken = spoiled(&title, "more", &json!(null)).replace("\"answers\":[", &format!("\"answers\":[{value},"));
        let outcome = judged(&text, taken.as_bytes());
        let verdicts: Vec<&Verdict> = outcome.rows.iter().map(|row| &row.verdict).collect();
        assert_eq!(verdicts, [&Verdict::Refused(Refusal::NoId), &Verdict::Agreed], "{value}");
    }
    let gone = title.of_another();
    let outcome = judged(&text, spoiled(&gone, "better", &json!("x")).as_bytes());
    assert_eq!(outcome.rows[0].verdict, Verdict::Refused(Refusal::UnknownId(gone.id)));
}

#[test]
fn the_same_text_answered_twice_is_taken_only_where_both_say_the_same() {
    let text = exhibition();
    let html = page_of(&text, Lang::Bo);
    let given = |better: &str| Given { text: text_on(&html, CAPTION), better: better.to_owned(), agreed: false };
    let twice = judged(&text, file(Lang::Bo, &[given("ཀ"), given("ཁ")]).as_bytes());
    assert_eq!((twice.tally().refused, twice.changes.len()), (2, 0));
    let same = judged(&text, file(Lang::Bo, &[given("ཀ"), given("ཀ")]).as_bytes());
    assert_eq!((same.tally().changed, same.tally().refused), (1, 0));
}

#[test]
fn ten_million_answers_and_endless_nesting_are_refused_at_once() {
    let begun = cpu_time::ThreadTime::now();
    let mut many = String::from("{\"vitrine-review\":1,\"answers\":[{}");
    many.push_str(&",{}".repeat(10_000_000));
    many.push_str("]}");
    assert_eq!(review::read(many.as_bytes()).err(), Some(Unread::TooLarge));
    let mut large = String::from("{\"vitrine-review\":1,\"answers\":[{}");
    for _ in 0..40 {
        let _ = write!(large, ",{{\"better\":\"{}\"}}", "a".repeat(1 << 20));
    }
    large.push_str("]}");
    assert_eq!(review::read(large.as_bytes()).err(), Some(Unread::TooLarge));
    for open in ["[", "{\"a\":"] {
        for head in
            ["{\"vitrine-review\":1,\"x\":", "{\"vitrine-review\":1,\"answers\":[{\"better\":", "{\"vitrine-review\":"]
        {
            let deep = format!("{head}{}", open.repeat(5_000_000));
            assert!(review::read(deep.as_bytes()).is_err(), "{head}{open}");
        }
    }
    // On a fast computer less than a second.
    assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn a_damaged_file_of_answers_never_ends_the_program() {
    let text = exhibition();
    let html = page_of(&text, Lang::Bo);
    let all: Vec<Given> =
        texts_on(&html).into_iter().map(|text| Given { text, better: "ཀ".to_owned(), agreed: false }).collect();
    let bytes = file(Lang::Bo, &all).into_bytes();
    for end in 0..bytes.len() {
        assert!(review::read(&bytes[..end]).is_err(), "{end}");
    }
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 0x55;
        if let Ok(answers) = review::read(&other) {
            let _ = review::judge(&tree(&text), &answers.rows, ("", None));
        }
    }
    let reader =
        format!("{{\"vitrine-review\":1,\"reader\":\"a\\n\\u001b[2J{}\",\"answers\":[]}}", "b".repeat(1 << 20));
    let name = review::read(reader.as_bytes()).expect("answers").reader.expect("a name");
    assert!(name.chars().count() <= 200 && !name.contains(['\n', '\u{1b}']), "{name}");
}
