//! Protection against formula injection in spreadsheets.
//!
//! Spreadsheets run a cell that begins like a formula: it may fetch an address or start a program. Some ignore full-width forms,
//! invisible characters and quotes before it; some split lines at other separators, so that a cell begins in the middle of one of
//! ours. An apostrophe before it makes all of these text.

/// Marks a formula as text.
const TEXT: char = '\'';

/// A cell that is safe in a table. Numbers are unchanged.
pub fn guarded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    // A spreadsheet may trim these, and then see the next cell.
    let mut is_guarded = cell.starts_with(['\t', '\r']);
    if is_guarded {
        out.push(TEXT);
    }
    for part in cell.split_inclusive(SEPARATORS) {
        if !is_guarded && is_formula(part) && !is_number(part.trim_end_matches(SEPARATORS).trim()) {
            out.push(TEXT);
        }
        // The leading apostrophe protects up to the first visible character.
        is_guarded &= part.chars().all(|c| is_passed_over(c) || SEPARATORS.contains(&c));
        out.push_str(part);
    }
    out
}

/// The cell that was guarded so, or any other as it is.
pub fn unguarded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    // What is put before a part stands at its head.
    for part in cell.split_inclusive(SEPARATORS) {
        out.push_str(part.strip_prefix(TEXT).filter(|part| is_formula(part) || out.is_empty()).unwrap_or(part));
    }
    if guarded(&out) == cell {
        out
    } else {
        cell.strip_prefix(TEXT).filter(|cell| is_formula(cell)).unwrap_or(cell).to_owned()
    }
}

/// Where some program may split a cell.
const SEPARATORS: [char; 6] = [',', ';', '\t', '\n', '\r', '|'];

fn is_formula(part: &str) -> bool {
    part.chars().find(|c| !is_passed_over(*c)).is_some_and(begins_formula)
}

/// `=`, `+`, `-` and `@`, with all of their Unicode variants.
fn begins_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+'
            | '-'
            | '@'
            | '\u{207a}'..='\u{207c}'
            | '\u{208a}'..='\u{208c}'
            | '\u{fb29}'
            | '\u{fe62}'
            | '\u{fe63}'
            | '\u{fe66}'
            | '\u{fe6b}'
            | '\u{ff0b}'
            | '\u{ff0d}'
            | '\u{ff1d}'
            | '\u{ff20}'
    )
}

/// Characters that are invisible, or may be stripped as quotes.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_quote(c) || is_invisible(c)
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '\u{ab}'
            | '\u{b4}'
            | '\u{bb}'
            | '\u{2018}'..='\u{201f}'
            | '\u{2032}'
            | '\u{2033}'
            | '\u{2039}'
            | '\u{203a}'
            | '\u{300c}'..='\u{300f}'
            | '\u{301d}'..='\u{301f}'
            | '\u{ff02}'
            | '\u{ff07}'
    )
}

/// Unicode's `Default_Ignorable_Code_Point`, and annotation marks that programs drop.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Digits with a sign, a point or an exponent, but not words such as `-inf`.
fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E'))
        && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::{guarded, unguarded};

    #[test]
    fn what_was_guarded_comes_back() {
        for cell in ["=1+1", "a, =1+1; -x", "'=1", "it's", "-5", "\t=1", "+86 10", "@a\n@b", "「=1」", "plain"] {
            assert_eq!(unguarded(&guarded(cell)), cell, "{cell}");
        }
        assert_eq!(unguarded("'=1+1"), "=1+1");
        assert_eq!(unguarded("'90s"), "'90s");
    }

    #[test]
    fn a_spreadsheet_carries_nothing_out() {
        for formula in [
            "=HYPERLINK(1)",
            "＝1+1",
            "＋1+1",
            "－1+1",
            "＠SUM(1)",
            "@SUM(1)",
            "-2+3+cmd|' /C calc'!A0",
            "-inf",
            "+nan",
            "\u{feff}=1",
            "\u{200b}=1",
            "\u{200b}\u{feff} \u{2060}＝1",
            " =1",
            "\u{3000}=1",
            "\t=1",
            "\r\n=1",
            "\u{0}=1",
            "\u{fe0f}=1",
            "\u{e0001}@x",
            "\"=1\"",
            "'=1",
            "“=1”",
            "﹦1",
            "⁼1",
            "＂＝1",
            "\tplain",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"), "{formula:?}");
        }
        for inside in ["a;=1", "a,+x", "a\n@x", "a\t -x", "a|=1", "a ;\u{200b}＝1"] {
            let (before, after) = inside.split_at(inside.find(super::SEPARATORS).expect("a separator") + 1);
            assert_eq!(guarded(inside), format!("{before}'{after}"));
        }
    }

    #[test]
    fn what_is_none_stays_as_it_is() {
        for plain in [
            "",
            "Beijing, Jiangsu",
            "-3",
            "+3",
            "-3.5e2",
            "1; -2",
            "622",
            "nearly 12,000",
            "a=b",
            "1994–1996",
            "—",
            "2 + 2",
            "x @ y",
            "…",
            "“quoted”",
        ] {
            assert_eq!(guarded(plain), plain);
        }
    }
}
