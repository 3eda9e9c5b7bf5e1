//! Values of the wrong kind, numbers out of range, invalid dates: what was meant, and how to write it.

use serde_json::{Number, Value};

use super::{Examiner, MOST, shortened};
use crate::model::{Date, Fingerprint, Found, Lang, ValueKind, Why};

/// A field as written in the file, or a list entry if it has no name.
pub fn field(key: &str, value: &str) -> String {
    if key.is_empty() { value.to_owned() } else { format!("\"{key}\": {value}") }
}

impl Examiner {
    /// Reports a value of another kind.
    pub(super) fn mismatch(&mut self, kind: ValueKind, value: &Value, key: &str) {
        let correct = corrected(kind, value, key);
        let found = match value {
            Value::String(text) => {
                let is_it = match kind {
                    ValueKind::Number | ValueKind::Whole => text.trim().parse::<f64>().is_ok_and(f64::is_finite),
                    ValueKind::Flag => matches!(text.as_str(), "true" | "false"),
                    _ => false,
                };
                if is_it { Found::Quoted(text.trim().to_owned()) } else { Found::Text(shortened(text)) }
            }
            Value::Number(number) => Found::Number(number.to_string()),
            Value::Bool(flag) => Found::Flag(*flag),
            Value::Null => Found::Null,
            Value::Array(_) => Found::List,
            Value::Object(_) => Found::Object,
        };
        self.wrong(Why::Expected { kind, found }, correct);
    }

    /// Checks the range of a number. Only parts of a sum may be negative.
    pub(super) fn number(&mut self, schema: &Value, number: &Number, (name, key): (&str, &str)) {
        let Some(value) = number.as_f64() else { return self.wrong(Why::TooLarge, None) };
        let is_whole = schema.get("type").is_some_and(|kind| {
            kind == "integer" || kind.as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "integer"))
        });
        let most = schema.get("maximum").and_then(Value::as_f64);
        let most = most.unwrap_or(if is_whole { f64::from(u32::MAX) } else { MOST });
        let step = self.path.rsplit('.').next().unwrap_or_default();
        let (is_share, is_side) = (step.starts_with("focus["), step.starts_with("size["));
        if is_whole && value.fract() != 0.0 {
            let found = Found::Number(number.to_string());
            self.wrong(Why::Expected { kind: ValueKind::Whole, found }, None);
        } else if is_share && !(0.0..=1.0).contains(&value) {
            self.wrong(Why::Outside { least: 0, most: 1 }, None);
        } else if value < 0.0 && name != "Term" {
            self.wrong(Why::Negative, None);
        } else if value.abs() > most {
            self.wrong(Why::TooLarge, None);
        } else if is_side && value < 1.0 {
            self.wrong(Why::Outside { least: 1, most: u32::MAX }, None);
        } else if is_whole && !number.is_u64() {
            // 622.0 is whole, but integer parsers reject it.
            self.wrong(
                Why::Expected { kind: ValueKind::Whole, found: Found::Number(number.to_string()) },
                plain(key, value),
            );
        }
    }

    pub(super) fn date(&mut self, value: &Value, key: &str) {
        let Value::String(text) = value else { return self.mismatch(ValueKind::Date, value, key) };
        if Date::try_from(text.clone()).is_ok() {
            return;
        }
        let written = date_like(text);
        if written.as_deref() == Some(text.as_str()) {
            return self.wrong(Why::NoSuchDay { text: shortened(text) }, None);
        }
        let correct = written.filter(|date| Date::try_from(date.clone()).is_ok());
        self.wrong(Why::NotADate { text: shortened(text) }, correct.map(|date| field(key, &format!("\"{date}\""))));
    }

    /// Checks an entry of `reviewed`: a language's code, or a record.
    pub(super) fn reviewed(&mut self, value: &Value, key: &str) {
        match value {
            Value::String(_) => self.named("Lang", value, key),
            Value::Object(_) => self.named("Review", value, key),
            other => {
                let words = Lang::ALL.map(|lang| lang.code().to_owned()).to_vec();
                self.wrong(Why::OneOf { word: shortened(&other.to_string()), words, meant: None }, None);
            }
        }
    }

    pub(super) fn fingerprint(&mut self, value: &Value, key: &str) {
        match value {
            Value::String(text) if Fingerprint::try_from(text.clone()).is_ok() => {}
            Value::String(text) => self.wrong(Why::NotAFingerprint { text: shortened(text) }, None),
            _ => self.mismatch(ValueKind::Text, value, key),
        }
    }
}

fn plain(key: &str, value: f64) -> Option<String> {
    (0.0..=MOST).contains(&value).then(|| field(key, &format!("{value:.0}")))
}

/// The value as it should be written.
fn corrected(kind: ValueKind, value: &Value, key: &str) -> Option<String> {
    let quoted = |text: &str| serde_json::to_string(text).ok();
    let is_short = |text: &str| text.chars().count() <= super::LONGEST;
    match (kind, value) {
        (ValueKind::Number | ValueKind::Whole, Value::String(text)) => number_in(text, key),
        (ValueKind::Text, Value::Number(number)) => Some(field(key, &quoted(&number.to_string())?)),
        (ValueKind::Words, Value::String(text)) if is_short(text) => {
            Some(field(key, &format!("{{ \"{}\": {} }}", script(text).code(), quoted(text)?)))
        }
        (ValueKind::Date, Value::Number(number)) => {
            let date = number.to_string();
            Date::try_from(date.clone()).is_ok().then(|| field(key, &format!("\"{date}\"")))
        }
        (ValueKind::Flag, Value::String(text)) => {
            let flag = match text.trim().to_lowercase().as_str() {
                "true" | "yes" => "true",
                "false" | "no" => "false",
                _ => return None,
            };
            Some(field(key, flag))
        }
        (ValueKind::List, Value::String(text)) if is_short(text) => Some(field(key, &format!("[{}]", quoted(text)?))),
        (ValueKind::List, Value::Number(number)) => Some(field(key, &format!("[{number}]"))),
        (ValueKind::Text, Value::Array(items)) => match items.as_slice() {
            [Value::String(text)] if is_short(text) => Some(field(key, &quoted(text)?)),
            _ => None,
        },
        _ => None,
    }
}

/// The language of a text's script.
fn script(text: &str) -> Lang {
    let any = |from: char, until: char| text.chars().any(|c| (from..=until).contains(&c));
    match () {
        () if any('\u{f00}', '\u{fff}') => Lang::Bo,
        () if any('\u{3400}', '\u{9fff}') => Lang::Zh,
        () => Lang::En,
    }
}

/// The number in a text, with thousands separators or a qualifying word.
fn number_in(text: &str, key: &str) -> Option<String> {
    const WORDS: [(&str, &str); 15] = [
        ("about", "about"),
        ("around", "about"),
        ("some", "about"),
        ("ca.", "about"),
        ("~", "about"),
        ("约", "about"),
        ("大约", "about"),
        ("nearly", "nearly"),
        ("almost", "nearly"),
        ("近", "nearly"),
        ("将近", "nearly"),
        ("more than", "more_than"),
        ("over", "more_than"),
        ("超过", "more_than"),
        ("逾", "more_than"),
    ];
    let text = text.trim();
    let lower = text.to_lowercase();
    let word = WORDS.iter().find(|(word, _)| lower.starts_with(word));
    let (rest, precision) = match word {
        Some((word, precision)) => (&lower[word.len()..], Some(*precision)),
        None => match lower.strip_suffix(['+', '余', '多']) {
            Some(rest) => (rest, Some("more_than")),
            None => (lower.as_str(), None),
        },
    };
    let is_gap = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '\'' | '’');
    let groups: Vec<&str> = rest.trim().split(is_gap).collect();
    let is_grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    let number = groups.concat();
    let is_plain = is_grouped && number.parse::<f64>().is_ok_and(|n| n.is_finite() && n.abs() <= MOST);
    if !is_plain || !number.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-') {
        return None;
    }
    let number: Number = serde_json::from_str(&number).ok()?;
    let written = field(key, &number.to_string());
    match precision {
        Some(word) if key == "value" => Some(format!("{written}, \"precision\": \"{word}\"")),
        Some(_) => None,
        None => Some(written),
    }
}

/// The date that a text seems to be, in the file's format, whether or not that day exists.
fn date_like(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['日', '号']);
    let parts: Vec<&str> =
        text.split(['-', '/', '.', '年', '月', '–']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> =
        parts.iter().map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>().filter(|n| n.len() <= 3)?;
    // The month is unambiguous only with the year first.
    let year = parts.first().filter(|year| year.len() == 4)?;
    let rest = numbers.iter().skip(1).map(|number| format!("-{number:02}")).collect::<Vec<_>>().concat();
    Some(format!("{year}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::{date_like, number_in};

    #[test]
    fn a_number_is_known_under_its_words() {
        for (text, number) in [
            ("622", "\"value\": 622"),
            ("1,853", "\"value\": 1853"),
            ("1 853", "\"value\": 1853"),
            ("about 700", "\"value\": 700, \"precision\": \"about\""),
            ("近12,000", "\"value\": 12000, \"precision\": \"nearly\""),
            ("2000余", "\"value\": 2000, \"precision\": \"more_than\""),
        ] {
            assert_eq!(number_in(text, "value").as_deref(), Some(number), "{text}");
        }
        for text in ["first", "1,85", "NaN", "1e400", "", "about", "12-15"] {
            assert_eq!(number_in(text, "value"), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_known_with_the_year_first_alone() {
        assert_eq!(date_like("2024/8/6").as_deref(), Some("2024-08-06"));
        assert_eq!(date_like("2024年8月26日").as_deref(), Some("2024-08-26"));
        assert_eq!(date_like("2023-02-30").as_deref(), Some("2023-02-30"));
        assert_eq!(date_like("6.8.2024"), None);
        assert_eq!(date_like("May 1995"), None);
    }
}
