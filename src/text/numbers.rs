//! Numbers and dates in the three languages. Precision words are never dropped.

use super::Say;
use crate::model::{Amount, Date, Figure, FigureState, Lang, Precision, Term, Unit};

const NO_BREAK_SPACE: char = '\u{a0}';
const NO_BREAK_TSHEG: char = '\u{f0c}';
const WORD_JOINER: char = '\u{2060}';

/// A number with thousands separators, and decimals only if it has some: `12,000`, `6.2`.
#[must_use]
pub fn number(value: f64) -> String {
    let text = if value.fract().abs() < 1e-9 { format!("{value:.0}") } else { decimals(value) };
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(w, r)| (w, Some(r)));
    let digits: Vec<char> = whole.chars().collect();
    let mut out = String::new();
    for (i, digit) in digits.iter().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits[i - 1].is_ascii_digit() {
            out.push(',');
        }
        out.push(*digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// A count of something: `12,000`.
#[must_use]
pub fn counted(count: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "exact far beyond what is counted")]
    let value = count as f64;
    number(value)
}

/// A file size in decimal units, rounded for reading: `640 kB`, `1.2 MB`, `25 MB`.
#[must_use]
pub fn file_size(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "two digits are told")]
    let bytes = bytes as f64;
    let (value, unit) = match bytes {
        ..999_500.0 => (bytes / 1e3, "kB"),
        ..999_500_000.0 => (bytes / 1e6, "MB"),
        _ => (bytes / 1e9, "GB"),
    };
    if unit == "kB" || value >= 9.95 {
        format!("{} {unit}", number(value.ceil()))
    } else {
        format!("{value:.1} {unit}")
    }
}

/// All decimals of a number. Beyond twelve digits there are only rounding errors.
fn decimals(value: f64) -> String {
    format!("{value:.11e}").parse::<f64>().unwrap_or(value).to_string()
}

/// A number and its precision word apart, for where the word has a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountParts {
    /// The word before the number; empty where there is none.
    pub before: &'static str,
    /// The number.
    pub number: String,
    /// The word after it; empty where there is none.
    pub after: &'static str,
}

/// A number and its precision word apart, in the order in which they are read.
#[must_use]
pub fn amount_parts(lang: Lang, amount: Amount) -> AmountParts {
    let (before, after) = match (lang, amount.precision) {
        (_, Precision::Exact) => ("", ""),
        (Lang::En, Precision::Nearly) => ("nearly", ""),
        (Lang::En, Precision::MoreThan) => ("more than", ""),
        (Lang::En, Precision::About) => ("about", ""),
        (Lang::Zh, Precision::Nearly) => ("近", ""),
        (Lang::Zh, Precision::MoreThan) => ("超过", ""),
        (Lang::Zh, Precision::About) => ("约", ""),
        (Lang::Bo, Precision::Nearly) => ("", "ལ་ཉེ་བ"),
        (Lang::Bo, Precision::MoreThan) => ("", "ལྷག"),
        (Lang::Bo, Precision::About) => ("", "ཙམ"),
    };
    AmountParts { before, number: number(amount.value), after }
}

/// A number with its precision word: “nearly 12,000”, “近 12,000”.
#[must_use]
pub fn amount(lang: Lang, amount: Amount) -> String {
    let AmountParts { before, number, after } = amount_parts(lang, amount);
    [before, &number, after].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// An amount before its unit, in the scale of the language's unit: “more than 6.2”, “超过 62” of 亿元.
#[must_use]
pub fn amount_in(lang: Lang, value: Amount, unit: &Unit) -> String {
    amount(lang, unit.written(lang, value))
}

/// An amount with its unit: “more than 6.2 billion yuan”, “超过 62 亿元”.
#[must_use]
pub fn measured(lang: Lang, value: Amount, unit: &Unit) -> String {
    with_unit(&amount_in(lang, value, unit), unit.resolve(lang).text)
}

/// A figure: its number as `told` sets it, how it came about, or why there is none.
#[must_use]
pub fn figure(lang: Lang, figure: &Figure, told: impl FnOnce(Amount) -> String) -> String {
    let number = figure.amount().map(told);
    match (&figure.state, number) {
        (FigureState::WorkedOut { .. }, Some(number)) => super::say(lang, Say::WorkedOutAmount(&number)),
        (_, Some(number)) => number,
        (FigureState::NotApplicable, None) => super::say(lang, Say::NotApplicable),
        (_, None) => super::say(lang, Say::NotPublished),
    }
}

/// A number with a sign in place of its precision word, for where there is no room for words: “≈12,000”, “≥850”.
#[must_use]
pub fn marked(amount: Amount) -> String {
    let n = number(amount.value);
    match amount.precision {
        Precision::Exact => n,
        Precision::MoreThan => format!("≥{n}"),
        Precision::Nearly | Precision::About => format!("≈{n}"),
    }
}

/// The sum behind a worked-out figure: “4,766 − 3,747 = 1,019”.
#[must_use]
pub fn arithmetic(terms: &[Term]) -> String {
    arithmetic_times(terms, 1.0)
}

/// The same sum, scaled to a unit.
#[must_use]
pub fn arithmetic_times(terms: &[Term], times: f64) -> String {
    let signed = |value: f64| number(value).replacen('-', "−", 1);
    let mut sum = String::new();
    for (i, value) in terms.iter().map(|term| term.value * times).enumerate() {
        let part = number(value.abs());
        match (i, value < 0.0) {
            (0, _) => sum.push_str(&signed(value)),
            (_, false) => sum = format!("{sum} + {part}"),
            (_, true) => sum = format!("{sum} − {part}"),
        }
    }
    format!("{sum} = {}", signed(terms.iter().map(|term| term.value).sum::<f64>() * times))
}

/// Words that stay on one line if they fit: a number with its precision word, a short count. For display only, not for speech
/// or the clipboard.
#[must_use]
pub fn unbroken(words: &str) -> String {
    // A line may break beside a Chinese character unless a joiner prevents it.
    let is_han = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c);
    let mut out = String::with_capacity(words.len() + 16);
    let mut before = None;
    for c in words.chars() {
        if before.is_some_and(|before| is_han(before) || is_han(c)) {
            out.push(WORD_JOINER);
        }
        before = Some(c);
        out.push(match c {
            ' ' => NO_BREAK_SPACE,
            '་' => NO_BREAK_TSHEG,
            other => other,
        });
    }
    out
}

/// A sum that breaks only between its terms, so that no number is cut or separated from its sign.
#[must_use]
pub fn unbroken_terms(sum: &str) -> String {
    ["+", "−", "="]
        .iter()
        .fold(sum.to_owned(), |sum, sign| sum.replace(&format!(" {sign} "), &format!(" {sign}{NO_BREAK_SPACE}")))
}

/// A number with the sign of its precision, spaced, for narrow places: `≈ 1,300`, `≥ 2,100`.
#[must_use]
pub fn bare(amount: Amount) -> String {
    let n = number(amount.value);
    match amount.precision {
        Precision::Exact => n,
        Precision::Nearly | Precision::About => format!("≈ {n}"),
        Precision::MoreThan => format!("≥ {n}"),
    }
}

/// A number with its unit: “6.2 billion yuan”; no space before a full-width bracket.
fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() || unit.starts_with('（') { format!("{number}{unit}") } else { format!("{number} {unit}") }
}

/// How much there is, without what there is none of, and the years: “20 pictures · 17 provinces · 1994–2025”.
pub(super) fn at_one_look(
    counts: [usize; 4],
    years: Option<[u16; 2]>,
    named: impl Fn(usize, usize) -> String,
) -> String {
    let counted = counts.into_iter().enumerate().filter(|(_, n)| *n > 0).map(|(i, n)| unbroken(&named(i, n)));
    let span = years.map(|[first, last]| if first == last { first.to_string() } else { format!("{first}–{last}") });
    counted.chain(span).collect::<Vec<_>>().join(" · ")
}

/// A list of names: “Beijing, Jiangsu”, “北京市、江苏省”. Tibetan names end in a shad of their own.
#[must_use]
pub fn list(lang: Lang, names: &[&str]) -> String {
    names.join(match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
        Lang::Bo => " ",
    })
}

/// The English names of the months.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as precise as it is: “26 August 2024”, “2024年8月26日”.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let Date { year, month, day } = date;
    let Some(month) = month else {
        return match lang {
            Lang::En => year.to_string(),
            Lang::Zh => format!("{year} 年"),
            Lang::Bo => format!("{year} ལོ།"),
        };
    };
    match (lang, day) {
        (Lang::En, _) => {
            let name = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
            day.map_or_else(|| format!("{name} {year}"), |d| format!("{d} {name} {year}"))
        }
        (Lang::Zh, Some(day)) => format!("{year} 年 {month} 月 {day} 日"),
        (Lang::Zh, None) => format!("{year} 年 {month} 月"),
        (Lang::Bo, Some(day)) => format!("{year} ལོའི་ཟླ་ {month} ཚེས་ {day}"),
        (Lang::Bo, None) => format!("{year} ལོའི་ཟླ་ {month}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{amount, date, measured, number, unbroken, unbroken_terms};
    use crate::model::{Amount, Date, Lang, Precision, Unit};

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(number(622.0), "622");
        assert_eq!(number(12_000.0), "12,000");
        assert_eq!(number(1_234_567.0), "1,234,567");
        assert_eq!(number(11.484), "11.484");
        assert_eq!(number(0.0), "0");
    }

    #[test]
    fn no_decimal_is_lost_and_none_is_made_up() {
        assert_eq!(number(0.0004), "0.0004");
        assert_eq!(number(1_234.567_89), "1,234.56789");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(11.484 * 10.0), "114.84");
        assert_eq!(number(61.999_999_999_999_99), "62");
    }

    #[test]
    fn an_amount_is_told_in_the_scale_of_its_unit() {
        let unit: Unit =
            serde_json::from_str(r#"{ "en": "billion yuan", "zh": "亿元", "scale": { "zh": 10 } }"#).expect("a unit");
        let more = Amount { value: 31.75, precision: Precision::MoreThan };
        assert_eq!(measured(Lang::En, more, &unit), "more than 31.75 billion yuan");
        assert_eq!(measured(Lang::Zh, more, &unit), "超过 317.5 亿元");
        assert_eq!(measured(Lang::Bo, more, &unit), "31.75 ལྷག billion yuan");
    }

    #[test]
    fn the_precision_word_survives() {
        let nearly = Amount { value: 12_000.0, precision: Precision::Nearly };
        assert_eq!(amount(Lang::En, nearly), "nearly 12,000");
        assert_eq!(amount(Lang::Zh, nearly), "近 12,000");
        assert!(amount(Lang::Bo, nearly).contains("12,000"));
    }

    #[test]
    fn an_unbroken_text_looks_the_same() {
        assert_eq!(unbroken("nearly 12,000"), "nearly\u{a0}12,000");
        assert_eq!(unbroken("约 980"), "约\u{2060}\u{a0}980");
        assert_eq!(unbroken_terms("4,766 − 3,747 = 1,019"), "4,766 −\u{a0}3,747 =\u{a0}1,019");
        assert!(!unbroken("12,000 ལ་ཉེ་བ").contains(['་', ' ']));
    }

    #[test]
    fn a_date_is_never_more_precise_than_it_is() {
        let day = |text: &str| Date::try_from(text.to_owned()).expect("a date");
        assert_eq!(date(Lang::En, day("2024-08-26")), "26 August 2024");
        assert_eq!(date(Lang::En, day("2024-08")), "August 2024");
        assert_eq!(date(Lang::Zh, day("2024")), "2024 年");
    }
}
