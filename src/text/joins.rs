//! What stays on one line where UAX #14 would break it: a number with its unit, its precision word and its sign, day and month,
//! year and 年. For the words of the interface and of the exhibition alike.

use super::numbers::MONTHS;
use crate::model::Lang;

/// English words that belong to the number after them.
const BEFORE: [&str; 13] = [
    "nearly", "about", "over", "than", "almost", "around", "least", "most", "batch", "batches", "page", "source",
    "stop",
];
/// English words that are no unit of the number before them.
const NO_UNITS: [&str; 24] = [
    "a", "an", "and", "are", "as", "at", "but", "by", "for", "from", "had", "in", "is", "of", "on", "or", "that",
    "the", "to", "was", "were", "which", "who", "with",
];
/// Units in other letters than small ones.
const UNITS: [&str; 3] = ["MB", "GB", "Mbit"];
/// Large numbers in words: the unit comes after them.
const SCALES: [&str; 3] = ["thousand", "million", "billion"];
/// Chinese characters that belong to the number after them.
const HAN_BEFORE: &str = "第近约过逾达超月";
/// Chinese numerals, and characters that go on after a number: the unit comes after them.
const HAN_NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两";
const HAN_SCALES: &str = "百千万亿多余";
/// Chinese characters that count something.
const HAN_UNITS: &str = "年月日人名个批次届家所项元亿万天条种位岁";
/// Signs before a number.
const SIGNS: &str = "≈≥≤≠<>=±+−×";
/// No word of these lists is longer, in letters.
const WORD: usize = 12;

/// What is put between a text and a word that is written behind it: a space in English, a tsheg in Tibetan.
#[must_use]
pub fn joint(before: &str, lang: Lang) -> &'static str {
    let Some(last) = before.chars().next_back() else { return "" };
    match lang {
        Lang::En if !last.is_whitespace() => " ",
        Lang::Bo if matches!(last, '\u{f40}'..='\u{fbc}') => "\u{f0b}",
        Lang::En | Lang::Zh | Lang::Bo => "",
    }
}

/// Whether two parts of a text stay on one line, although one may break between them by UAX #14.
#[must_use]
pub fn joined(before: &str, after: &str) -> bool {
    let told = before.trim_end_matches(' ');
    let is_apart = told.len() < before.len();
    let (Some(left), Some(right)) = (told.chars().next_back(), after.chars().next()) else { return false };
    if is_digit(right) || (SIGNS.contains(right) && is_apart) {
        return before_number(told, left, after, is_apart);
    }
    if is_digit(left) {
        return after_number(told, right, after, is_apart);
    }
    is_number_in_words(told, left, right, after, is_apart)
}

/// What stands before a number, or before the sign of one.
fn before_number(told: &str, left: char, after: &str, is_apart: bool) -> bool {
    if matches!(left, '–' | '-') && !is_apart {
        return told.chars().nth_back(1).is_some_and(is_digit);
    }
    if SIGNS.contains(left) || HAN_BEFORE.contains(left) {
        return true;
    }
    if is_tibetan(left) {
        return !is_year(first_word(after));
    }
    let word = last_word(told);
    is_apart && (MONTHS.contains(&word) || BEFORE.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// What stands after a number.
fn after_number(told: &str, right: char, after: &str, is_apart: bool) -> bool {
    if is_han(right) || is_tibetan(right) || matches!(right, '%' | '‰' | '°') {
        return true;
    }
    let word = first_word(after);
    let is_unit = MONTHS.contains(&word)
        || UNITS.contains(&word)
        || word.starts_with(char::is_lowercase) && !NO_UNITS.contains(&word) && !is_year(last_word(told));
    is_apart && is_unit
}

/// The inside of a number that is written in words, and its unit.
fn is_number_in_words(told: &str, left: char, right: char, after: &str, is_apart: bool) -> bool {
    if is_han(left) && is_han(right) {
        let before = || told.chars().rev().skip(1).find(|c| *c != ' ');
        let is_scale = HAN_SCALES.contains(left) && before().is_some_and(|c| is_digit(c) || HAN_SCALES.contains(c));
        let is_numeral = HAN_NUMERALS.contains(left) && (HAN_NUMERALS.contains(right) || HAN_UNITS.contains(right));
        let is_ordinal = left == '第' && HAN_NUMERALS.contains(right);
        // 超过 and the number after it.
        let is_over = left == '超' && after.trim_start_matches(['过', ' ']).starts_with(is_digit);
        return is_scale || is_numeral || is_ordinal || is_over;
    }
    if is_tibetan(left) && is_tibetan(right) {
        // “Nearly”, which stands after its number.
        return told.ends_with("ལ་ཉེ་") && right == 'བ' || told.ends_with(" ལ་") && after.starts_with("ཉེ་བ");
    }
    is_apart && right.is_lowercase() && SCALES.contains(&last_word(told)) && !NO_UNITS.contains(&first_word(after))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{f20}'..='\u{f29}').contains(&c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}')
}

/// A Tibetan letter, or the tsheg after it.
fn is_tibetan(c: char) -> bool {
    matches!(c, '\u{f0b}' | '\u{f40}'..='\u{fbc}')
}

/// A plain number of four digits: years need no unit.
fn is_year(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| !is_digit(c));
    digits.len() == 4 && digits.starts_with(['1', '2']) && digits.bytes().all(|b| b.is_ascii_digit())
}

fn first_word(text: &str) -> &str {
    let end = text.char_indices().take(WORD + 1).find(|(_, c)| !is_of_word(*c)).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn last_word(text: &str) -> &str {
    let last = text.char_indices().rev().take(WORD + 1).find(|(_, c)| !is_of_word(*c));
    last.and_then(|(at, c)| text.get(at + c.len_utf8()..)).unwrap_or(text)
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{f00}' || matches!(c, ',' | '.')
}

#[cfg(test)]
mod tests {
    use super::joined;

    /// Which of the breaks, written as `|`, remain.
    fn kept(text: &str) -> String {
        let parts: Vec<&str> = text.split('|').collect();
        let whole = parts.concat();
        let (mut out, mut at) = (String::new(), 0);
        for part in &parts {
            if at > 0 && !joined(&whole[..at], &whole[at..]) {
                out.push('|');
            }
            out.push_str(part);
            at += part.len();
        }
        out
    }

    #[test]
    fn a_number_keeps_what_makes_it_one() {
        for (text, expected) in [
            ("of |26 |August |2024, |in |Lhasa", "of |26 August 2024, |in |Lhasa"),
            ("nearly |12,000 |talents |were |sent", "nearly 12,000 talents |were |sent"),
            ("more |than |6.2 |billion |yuan |in |all", "more |than 6.2 billion yuan |in |all"),
            ("in |1994 |the |first, |≈ |1,000 |people", "in |1994 |the |first, |≈ 1,000 people"),
            ("of |1995–|98 |and |17 |and |18", "of |1995–98 |and |17 |and |18"),
            ("截|至 |2024 |年 |8 |月 |26 |日|报|道", "截|至 |2024 年 |8 月 26 日|报|道"),
            ("十|批|近 |1.2 |万|人|进|藏", "十批|近 1.2 万人|进|藏"),
            ("第 |9 |批|超|过 |2,100 |名|干|部", "第 9 批|超过 2,100 名|干|部"),
            ("第|九|批|三|十|年|建|设", "第九批|三十年|建|设"),
            ("ལོའི་|ཟླ་ |8 |པའི་|ཚེས་ |26 |ཉིན་|བསྒྲགས།", "ལོའི་|ཟླ་ 8 པའི་|ཚེས་ 26 ཉིན་|བསྒྲགས།"),
            ("མི་ |12,000 |ལ་|ཉེ་|བ|ཡིན།", "མི་ 12,000 ལ་ཉེ་བ|ཡིན།"),
            ("ཐེངས་དང་|པོ་ |1995 |ལོར་|འབྱོར།", "ཐེངས་དང་|པོ་ |1995 ལོར་|འབྱོར།"),
        ] {
            assert_eq!(kept(text), expected);
        }
    }
}
