//! A figure that is edited: its state first, and what belongs to it. What is not typed has no value, and is never zero.

use serde_json::{Map, Value, json};

use crate::model::{FieldPath, Tree};

/// What belongs to a state alone.
const OWN: [&str; 4] = ["value", "precision", "sources", "terms"];

/// The fields that a state has of these.
fn of_state(state: &str) -> &'static [&'static str] {
    match state {
        "reported" => &["value", "precision", "sources"],
        "worked_out" => &["terms"],
        _ => &[],
    }
}

/// A figure in another state. What belongs to the state that it had is set aside, and what was set aside of the new one comes back.
#[must_use]
pub fn in_state(figure: Option<&Value>, state: &str, aside: &mut Map<String, Value>) -> Value {
    let mut fields = figure.and_then(Value::as_object).cloned().unwrap_or_default();
    if fields.get("state").and_then(Value::as_str) == Some(state) {
        return Value::Object(fields);
    }
    for name in OWN {
        if let Some(value) = fields.shift_remove(name) {
            aside.insert(name.to_owned(), value);
        }
    }
    let mut made = Map::new();
    made.insert("state".to_owned(), json!(state));
    for name in of_state(state) {
        if let Some(value) = aside.get(*name) {
            made.insert((*name).to_owned(), value.clone());
        }
    }
    if state == "worked_out" && !made.contains_key("terms") {
        made.insert("terms".to_owned(), json!([{}]));
    }
    fields.shift_remove("state");
    made.extend(fields);
    Value::Object(made)
}

/// The sum of a worked-out figure; `None` while a part has no number.
#[must_use]
pub fn sum(tree: &Tree, figure: &FieldPath) -> Option<f64> {
    let terms = tree.value(&figure.field("terms"))?.as_array().filter(|terms| !terms.is_empty())?;
    terms.iter().map(|term| term.get("value").and_then(Value::as_f64)).sum()
}

/// What is typed in a field for a number, as a number: `None` while it is none, and so of an empty field.
#[must_use]
pub fn typed_number(text: &str) -> Option<Value> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if digits.bytes().all(|b| b == b'0') {
        return Some(json!(0));
    }
    let text = format!("{sign}{digits}");
    if let Ok(whole) = text.parse::<i64>() {
        return Some(json!(whole));
    }
    text.parse::<f64>().ok().filter(|value| value.is_finite()).map(|value| json!(value))
}

/// The characters of what is typed or pasted that belong to a number: digits, and a point where it may have decimals.
#[must_use]
pub fn only_number(typed: &str, decimals: bool) -> String {
    let mut text = String::new();
    for c in typed.chars() {
        // Full-width digits come from Chinese typing.
        let c = match c {
            '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xff10 + u32::from('0')).unwrap_or(c),
            '\u{f20}'..='\u{f29}' => char::from_u32(u32::from(c) - 0xf20 + u32::from('0')).unwrap_or(c),
            '\u{ff0e}' => '.',
            c => c,
        };
        if c.is_ascii_digit() || decimals && c == '.' && !text.is_empty() && !text.contains('.') {
            text.push(c);
        }
    }
    text.truncate(MOST_DIGITS);
    text
}

/// More digits than any number that is shown has.
const MOST_DIGITS: usize = 15;

/// A number as it is typed: without separators.
#[must_use]
pub fn written(value: &Value) -> String {
    match value {
        Value::Number(number) => match number.as_f64() {
            // As a program writes it: 4766.0.
            Some(whole) if number.is_f64() && whole.fract() == 0.0 && whole.abs() < 1e15 => format!("{whole:.0}"),
            _ => number.to_string(),
        },
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

/// The same number with the other sign; zero has none.
#[must_use]
pub fn negated(text: &str) -> String {
    match text.strip_prefix('-') {
        Some(rest) => rest.to_owned(),
        None => format!("-{text}"),
    }
}
