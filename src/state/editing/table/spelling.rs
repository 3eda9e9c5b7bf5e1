//! How people write what a cell can say, in the three languages: the words that the program shows, and others that mean the same.

use super::column::Choices;
use crate::model::Precision;

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// How precise a number is.
    Precision(Precision),
    /// A figure that is not published.
    NotPublished,
    /// A figure that does not arise.
    NotApplicable,
    /// Yes.
    Yes,
    /// No.
    No,
    /// A choice, by its name in `exhibition.json`.
    Choice(Choices, &'static str),
}

/// Words before a number.
const BEFORE: [(&str, Precision); 35] = [
    ("close to", Precision::Nearly),
    ("近乎", Precision::Nearly),
    ("at minimum", Precision::MoreThan),
    ("upwards of", Precision::MoreThan),
    ("不少于", Precision::MoreThan),
    ("至少", Precision::MoreThan),
    ("approximately", Precision::About),
    ("approx.", Precision::About),
    ("roughly", Precision::About),
    ("circa", Precision::About),
    ("大致", Precision::About),
    ("nearly", Precision::Nearly),
    ("almost", Precision::Nearly),
    ("将近", Precision::Nearly),
    ("接近", Precision::Nearly),
    ("近", Precision::Nearly),
    ("more than", Precision::MoreThan),
    ("over", Precision::MoreThan),
    ("at least", Precision::MoreThan),
    ("超过", Precision::MoreThan),
    ("多于", Precision::MoreThan),
    ("超", Precision::MoreThan),
    ("逾", Precision::MoreThan),
    (">=", Precision::MoreThan),
    (">", Precision::MoreThan),
    ("≥", Precision::MoreThan),
    ("about", Precision::About),
    ("around", Precision::About),
    ("some", Precision::About),
    ("大约", Precision::About),
    ("大概", Precision::About),
    ("约", Precision::About),
    ("ca.", Precision::About),
    ("≈", Precision::About),
    ("~", Precision::About),
];

/// Words after a number.
const AFTER: [(&str, Precision); 11] = [
    ("or more", Precision::MoreThan),
    ("有余", Precision::MoreThan),
    ("ལ་ཉེ་བ", Precision::Nearly),
    ("ལ་ཉེ", Precision::Nearly),
    ("ལྷག", Precision::MoreThan),
    ("余", Precision::MoreThan),
    ("多", Precision::MoreThan),
    ("+", Precision::MoreThan),
    ("ཙམ", Precision::About),
    ("左右", Precision::About),
    ("上下", Precision::About),
];

/// The precision that a text begins or ends with, and the rest.
pub(super) fn precision_of(text: &str) -> Option<(Said, &str)> {
    let lower = |text: &str, word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    for (word, precision) in BEFORE {
        if lower(text, word) {
            return Some((Said::Precision(precision), text[word.len()..].trim_start()));
        }
    }
    let bare = text.trim_end_matches(['།', '་', ' ']);
    for (word, precision) in AFTER {
        if let Some(rest) = bare.strip_suffix(word) {
            let rest = rest.trim_end_matches(['་', ' ']);
            return Some((Said::Precision(precision), rest));
        }
    }
    None
}

/// Words that are a whole cell.
const WORDS: [(&str, Said); 57] = [
    ("not published", Said::NotPublished),
    ("not_published", Said::NotPublished),
    ("unpublished", Said::NotPublished),
    ("未公布", Said::NotPublished),
    ("没有公布", Said::NotPublished),
    ("བསྒྲགས་མེད", Said::NotPublished),
    ("not applicable", Said::NotApplicable),
    ("not_applicable", Said::NotApplicable),
    ("不适用", Said::NotApplicable),
    ("འདིར་མི་འབྲེལ", Said::NotApplicable),
    ("yes", Said::Yes),
    ("y", Said::Yes),
    ("true", Said::Yes),
    ("1", Said::Yes),
    ("x", Said::Yes),
    ("✓", Said::Yes),
    ("是", Said::Yes),
    ("ཡིན", Said::Yes),
    ("no", Said::No),
    ("n", Said::No),
    ("false", Said::No),
    ("0", Said::No),
    ("否", Said::No),
    ("不是", Said::No),
    ("མིན", Said::No),
    ("publisher", Said::Choice(Choices::Hosting, "publisher")),
    ("the publisher’s site", Said::Choice(Choices::Hosting, "publisher")),
    ("the publisher's site", Said::Choice(Choices::Hosting, "publisher")),
    ("发布方网站", Said::Choice(Choices::Hosting, "publisher")),
    ("སྤེལ་མཁན་གྱི་དྲ་ཚིགས", Said::Choice(Choices::Hosting, "publisher")),
    ("reprint", Said::Choice(Choices::Hosting, "reprint")),
    ("a reprint", Said::Choice(Choices::Hosting, "reprint")),
    ("转载", Said::Choice(Choices::Hosting, "reprint")),
    ("བསྐྱར་འགོད", Said::Choice(Choices::Hosting, "reprint")),
    ("mirror", Said::Choice(Choices::Hosting, "mirror")),
    ("copy", Said::Choice(Choices::Hosting, "mirror")),
    ("only a copy", Said::Choice(Choices::Hosting, "mirror")),
    ("仅见副本", Said::Choice(Choices::Hosting, "mirror")),
    ("འདྲ་བཤུས་ཁོ་ན", Said::Choice(Choices::Hosting, "mirror")),
    ("article", Said::Choice(Choices::Hosting, "article")),
    ("the article", Said::Choice(Choices::Hosting, "article")),
    ("展览所据文章", Said::Choice(Choices::Hosting, "article")),
    ("གཞི་རྩའི་རྩོམ་ཡིག", Said::Choice(Choices::Hosting, "article")),
    ("full", Said::Choice(Choices::HowRead, "full")),
    ("全文", Said::Choice(Choices::HowRead, "full")),
    ("the whole text", Said::Choice(Choices::HowRead, "full")),
    ("ཡིག་ཆ་ཆ་ཚང", Said::Choice(Choices::HowRead, "full")),
    ("excerpt", Said::Choice(Choices::HowRead, "excerpt")),
    ("摘要", Said::Choice(Choices::HowRead, "excerpt")),
    ("only the opening of the page", Said::Choice(Choices::HowRead, "excerpt")),
    ("仅页面开头部分", Said::Choice(Choices::HowRead, "excerpt")),
    ("དྲ་ངོས་ཀྱི་འགོ་སྟོད་ཁོ་ན", Said::Choice(Choices::HowRead, "excerpt")),
    ("data", Said::Choice(Choices::HowRead, "data")),
    ("数据", Said::Choice(Choices::HowRead, "data")),
    ("machine-readable data, opened directly", Said::Choice(Choices::HowRead, "data")),
    ("机器可读数据，直接打开", Said::Choice(Choices::HowRead, "data")),
    ("འཕྲུལ་ཆས་ཀྱིས་ཀློག་ཐུབ་པའི་གཞི་གྲངས། ཐད་ཀར་ཁ་ཕྱེས་པ", Said::Choice(Choices::HowRead, "data")),
];

/// What a cell's word can say: those that `is_possible` accepts.
pub fn spelt(text: &str, is_possible: impl Fn(Said) -> bool) -> Option<Said> {
    let text = text.trim().trim_end_matches(['།', '་', ' ', '.']).to_lowercase();
    let text = text.replace('\u{f0c}', "་");
    WORDS.iter().find(|(word, said)| *word == text && is_possible(*said)).map(|(_, said)| *said)
}

/// Words for a number that is exact.
const EXACT: [&str; 7] = ["exact", "exactly", "确数", "准确", "精确", "确切", "གྲངས་ངེས"];

/// The precision that a word alone says, as in a column beside the numbers.
#[must_use]
pub fn precision_in(text: &str) -> Option<Precision> {
    let text = text.trim().trim_end_matches(['།', '་', ' ']).to_lowercase().replace('_', " ");
    if EXACT.contains(&text.as_str()) {
        return Some(Precision::Exact);
    }
    let known = BEFORE.iter().chain(&AFTER).find(|(word, _)| *word == text);
    known.map(|(_, precision)| *precision)
}

/// Words and marks that people put where they have nothing.
const MISSING: [&str; 32] = [
    "-",
    "--",
    "---",
    "–",
    "—",
    "——",
    "―",
    "－",
    "/",
    "…",
    "...",
    "?",
    "？",
    "n/a",
    "n.a",
    "na",
    "nil",
    "none",
    "null",
    "unknown",
    "no data",
    "not known",
    "tbd",
    "无",
    "暂无",
    "不详",
    "未知",
    "无数据",
    "待补",
    "མེད",
    "མི་གསལ",
    "མི་ཤེས",
];

/// Returns `true` for a cell in which nothing is said: empty, a dash, “n/a”, an error of a spreadsheet.
#[must_use]
pub fn is_missing(text: &str) -> bool {
    let text = text.trim().to_lowercase().replace('\u{f0c}', "་");
    let word = text.trim_end_matches(['།', '་', ' ', '.', '。']);
    let is_error = text.starts_with('#')
        && text.len() > 1
        && text[1..]
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_lowercase() || matches!(c, '/' | '0' | '!' | '?' | '_'))
        && (text.ends_with(['!', '?']) || text == "#n/a" || text == "#getting_data")
        || text.strip_prefix("err:").is_some_and(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit()));
    word.is_empty() || MISSING.contains(&word) || MISSING.contains(&text.as_str()) || is_error
}

#[cfg(test)]
mod tests {
    use super::is_missing;
    use crate::model::Precision;
    use crate::state::editing::table::read_count;

    #[test]
    fn what_says_nothing_is_missing_and_a_zero_is_not() {
        for text in [
            "",
            " ",
            "—",
            "–",
            "-",
            "N/A",
            "n/a",
            "无",
            "暂无",
            "མེད།",
            "#N/A",
            "#DIV/0!",
            "#NAME?",
            "#REF!",
            "Err:502",
            "...",
        ] {
            assert!(is_missing(text), "{text}");
        }
        for text in ["0", "no", "否", "未公布", "#1", "# 7", "-1", "Nanjing", "#hashtag", "无锡"] {
            assert!(!is_missing(text), "{text}");
        }
    }

    #[test]
    fn a_count_keeps_the_word_for_its_precision() {
        for (text, value, precision) in [
            ("近1000", 1000.0, Precision::Nearly),
            ("≈1,000", 1000.0, Precision::About),
            ("1 000 余", 1000.0, Precision::MoreThan),
            ("1000多", 1000.0, Precision::MoreThan),
            ("1000多名", 1000.0, Precision::MoreThan),
            ("1 000余人", 1000.0, Precision::MoreThan),
            ("nearly 1,000", 1000.0, Precision::Nearly),
            ("more than 1,000", 1000.0, Precision::MoreThan),
            ("Over 1,000 people", 1000.0, Precision::MoreThan),
            ("约1.2万人", 12_000.0, Precision::About),
            ("༡,༠༠༠ ལྷག", 1000.0, Precision::MoreThan),
            ("0", 0.0, Precision::Exact),
            ("1’234", 1234.0, Precision::Exact),
        ] {
            let told = read_count(text).expect(text);
            assert_eq!((told.value, told.precision), (value, precision), "{text}");
        }
        for text in
            ["1.000", "12.500 people", "1000-1200", "上千", "3000人次", "不足1000", "about", "", "=SUM(A1)", "1,0"]
        {
            assert!(read_count(text).is_err(), "{text}");
        }
    }
}
