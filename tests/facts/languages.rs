//! What the English tells, the drafts tell too: each year, number and outlet. And how they write it.

use std::collections::BTreeSet;

use serde_json::Value;
use vitrine::files;
use vitrine::model::PackPlace;

const MONTHS: [&str; 12] = [
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

/// Outlets as they are named in English, Chinese and Tibetan. A longer name stands before the one that it begins with.
const OUTLETS: [(&str, &str, &str); 30] = [
    ("Xinhua Daily", "新华日报", "新华日报"),
    ("Xinhua’s French", "法文", "ཧྥ་རན་སི"),
    ("Xinhuanet", "新华网", ""),
    ("Xinhua", "新华社", "ཞིན་ཧྭ"),
    ("China Daily", "中国日报", "ཀྲུང་གོའི་ཉིན་རེའི་ཚགས་པར"),
    ("People’s Daily Online", "人民网", "མི་དམངས་དྲ་བ"),
    ("People’s Daily Overseas", "人民日报海外版", ""),
    ("People’s Daily", "人民日报", "མི་དམངས་ཉིན་རེའི་ཚགས་པར"),
    ("Tibet Daily", "西藏日报", "བོད་ལྗོངས་ཉིན་རེའི་ཚགས་པར"),
    ("Global Times", "环球时报", "Global Times"),
    ("Beijing Review", "北京周报", "Beijing Review"),
    ("Beijing News", "新京报", "新京报"),
    ("Beijing Daily", "北京日报", "北京日报"),
    ("Fujian Daily", "福建日报", "ཧྥུའུ་ཅན་ཉིན་རེའི་ཚགས་པར"),
    ("China.org.cn", "中国网", "China.org.cn"),
    ("China.com.cn", "中国网", "China.com.cn"),
    ("Changjiang Cloud", "长江云", "长江云"),
    ("Outlook", "瞭望", "瞭望"),
    ("Qunzhong News", "群众新闻", "群众新闻"),
    ("The Paper", "澎湃新闻", "澎湃新闻"),
    ("China Tibet Online", "中国西藏网", "ཀྲུང་གོ་བོད་ལྗོངས་དྲ་བ"),
    ("Guangming Daily", "光明日报", ""),
    ("Tibetan Review", "西藏评论", "Tibetan Review"),
    ("Jamestown Foundation", "詹姆斯敦基金会", "Jamestown Foundation"),
    ("China Brief", "中国简报", "China Brief"),
    ("tibetculture.org.cn", "tibetculture.org.cn", ""),
    ("China Radio International", "中国国际广播电台", ""),
    ("China Media Group", "中央广播电视总台", ""),
    ("China Development Gateway", "中国发展门户网", ""),
    ("State Council’s English site", "中国政府网英文版", ""),
];

/// Names that stand in Latin letters in Chinese, for their characters are not known, or for they are written so.
const LATIN_IN_CHINESE: [&str; 18] = [
    "Palden Nyima",
    "Cai Shoukuan",
    "Lin Aili",
    "Daqiong",
    "Tibetan Review",
    "Xizang (Tibet)",
    "Xizang",
    "Tibet",
    "Xigaze (Shigatse)",
    "Qamdo (Chamdo)",
    "Shannan (Lhoka)",
    "MIT",
    "chinadaily.com.cn",
    "tibetculture.org.cn",
    "xmz.gov.cn",
    "tibet3",
    "Billionen",
    "Milliarden",
];

/// Every text of the exhibition: where it stands, in English, Chinese and Tibetan.
fn texts() -> Vec<(String, [String; 3])> {
    let (pack, _) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    let mut all = Vec::new();
    gather(&serde_json::to_value(&pack.exhibition).expect("JSON"), "", &mut all);
    assert!(all.len() > 500, "{}", all.len());
    all
}

fn gather(value: &Value, place: &str, all: &mut Vec<(String, [String; 3])>) {
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    match value {
        // A unit has numbers of its own in each language.
        Value::Object(fields) if fields.contains_key("scale") => {}
        Value::Object(_) if ["en", "zh", "bo"].iter().any(|key| value[*key].is_string()) => {
            all.push((place.to_owned(), ["en", "zh", "bo"].map(text)));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, inner)| gather(inner, &format!("{place}.{key}"), all)),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                let name = item["id"].as_str().map_or_else(|| i.to_string(), str::to_owned);
                gather(item, &format!("{place}.{name}"), all);
            }
        }
        _ => {}
    }
}

/// A number in digits, and the text after it.
fn numbers(text: &str) -> Vec<(f64, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = &rest[start..];
        let inside = |(i, c): (usize, char)| {
            let next = from[i + c.len_utf8()..].chars().next();
            c.is_ascii_digit() || (matches!(c, ',' | '.') && next.is_some_and(|n| n.is_ascii_digit()))
        };
        let end = from.char_indices().find(|&at| !inside(at)).map_or(from.len(), |(i, _)| i);
        rest = &from[end..];
        found.push((from[..end].replace(',', "").parse().expect("a number"), rest));
    }
    found
}

/// Numbers are compared as words, so that a half is a half.
fn key(number: f64) -> String {
    vitrine::text::number(number)
}

fn wanted(english: &str) -> Vec<f64> {
    let billions = |after: &str| if after.starts_with(" billion") { 1e9 } else { 1.0 };
    let words = english.split(|c: char| !c.is_ascii_alphabetic());
    let month = |word: &str| MONTHS.iter().position(|month| *month == word).map(|i| i + 1);
    let months = words.filter_map(month).filter_map(|month| u32::try_from(month).ok()).map(f64::from);
    numbers(english).into_iter().map(|(number, after)| number * billions(after)).chain(months).collect()
}

fn chinese(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (number, after) in numbers(text) {
        let scale = match after.trim_start().chars().next() {
            Some('万') => 1e4,
            Some('亿') => 1e8,
            _ => 1.0,
        };
        found.extend([key(number), key(number * scale)]);
    }
    // Numbers in characters, up to 99: each stretch of them within the text.
    let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
    let digit = |c: char| digits.iter().position(|d| *d == if c == '两' { '二' } else { c });
    let all: Vec<char> = text.chars().collect();
    for i in 0..all.len() {
        let tens = |at: usize| all.get(at) == Some(&'十');
        let at = |at: usize| all.get(at).and_then(|c| digit(*c));
        let values = [
            at(i),
            tens(i).then(|| 10 + at(i + 1).unwrap_or(0)),
            at(i).filter(|_| tens(i + 1)).map(|d| 10 * d + at(i + 2).unwrap_or(0)),
        ];
        found.extend(values.into_iter().flatten().map(|value| value.to_string()));
    }
    found
}

fn tibetan(text: &str) -> BTreeSet<String> {
    let words = ["གཅིག", "གཉིས", "གསུམ", "བཞི", "ལྔ", "དྲུག", "བདུན", "བརྒྱད", "དགུ", "བཅུ"];
    let mut found: BTreeSet<String> =
        (1..).zip(words).filter(|(_, w)| text.contains(w)).map(|(n, _): (u32, _)| n.to_string()).collect();
    let billions = if text.contains("ཐེར་འབུམ") { 1e9 } else { 1.0 };
    found.extend(numbers(text).into_iter().flat_map(|(number, _)| [key(number), key(number * billions)]));
    found
}

#[test]
fn every_number_and_month_of_the_english_is_in_the_drafts() {
    let mut missing = Vec::new();
    for (place, [en, zh, bo]) in texts() {
        for (draft, has) in [(&zh, chinese(&zh)), (&bo, tibetan(&bo))] {
            let lacks: Vec<String> = wanted(&en).into_iter().map(key).filter(|n| !has.contains(n)).collect();
            if !draft.is_empty() && !lacks.is_empty() {
                missing.push(format!("{place}: {lacks:?} in: {draft}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_outlet_of_the_english_is_in_the_drafts() {
    let mut missing = Vec::new();
    for (place, [en, zh, bo]) in texts() {
        let mut rest = en.replace("Tibetculture", "tibetculture");
        for (english, chinese, tibetan) in OUTLETS {
            if !rest.contains(english) {
                continue;
            }
            rest = rest.replace(english, "");
            for (draft, name) in [(&zh, chinese), (&bo, tibetan)] {
                if !draft.is_empty() && (name.is_empty() || !draft.contains(name)) {
                    missing.push(format!("{place}: {english} in: {draft}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_reader_can_tell_a_missing_outlet_from_one_that_is_there() {
    assert_eq!(
        wanted("nearly 12,000 on 26 August 2024, 6.2 billion").map_keys(),
        ["12,000", "26", "2,024", "6,200,000,000", "8"]
    );
    assert!(["12,000", "8", "26"].iter().all(|n| chinese("近 1.2 万人，8 月二十六日").contains(*n)));
    assert!(chinese("62 亿元").contains("6,200,000,000"));
    assert!(!chinese("近 1.2 万人").contains("2,024"));
    assert!(tibetan("ཐེངས་བརྒྱད་ 12,000").contains("8"));
}

trait Keys {
    fn map_keys(&self) -> Vec<String>;
}

impl Keys for Vec<f64> {
    fn map_keys(&self) -> Vec<String> {
        self.iter().copied().map(key).collect()
    }
}

fn is_tibetan(c: char) -> bool {
    ('\u{f00}'..='\u{fff}').contains(&c)
}

/// A consonant or a vowel, not a tsheg, a shad or a digit.
fn is_syllable(c: char) -> bool {
    ('\u{f40}'..='\u{fbc}').contains(&c)
}

#[test]
fn tibetan_syllables_end_in_a_tsheg_or_a_shad() {
    for (place, [_, _, bo]) in texts() {
        let letters: Vec<char> = bo.chars().collect();
        for (i, &last) in letters.iter().enumerate().filter(|(_, c)| is_syllable(**c)) {
            let next = letters.get(i + 1).copied();
            let ends = next.is_none_or(|next| !is_tibetan(next));
            // After these three letters the shad is left out, and a space or the end stands for it.
            let consonant = letters[..=i].iter().rev().find(|c| **c < '\u{f71}').copied().unwrap_or(last);
            let shad_is_left_out = matches!(consonant, 'ག' | 'ཀ' | 'ཤ') && next.is_none_or(char::is_whitespace);
            assert!(!ends || shad_is_left_out, "{place}: {next:?} after a syllable in: {bo}");
        }
    }
}

#[test]
fn names_of_other_scripts_are_set_off_in_tibetan() {
    let is_name = |c: char| c.is_alphanumeric() && !is_tibetan(c) || matches!(c, '《' | '》');
    for (place, [_, _, bo]) in texts() {
        for (before, after) in bo.chars().zip(bo.chars().skip(1)) {
            let touch = is_tibetan(before) && is_name(after) || is_name(before) && is_tibetan(after);
            assert!(!touch, "{place}: {before}{after} in: {bo}");
        }
    }
}

#[test]
fn chinese_has_the_words_of_one_exhibition() {
    let never = [
        "十亿",
        "算出",
        "推出",
        "结对地区",
        "批评看法",
        "少两批",
        "各批相加",
        "读者文章",
        "资金总数",
        "公开的核算",
        "首批医疗",
    ];
    for (place, [_, zh, _]) in texts() {
        for word in never {
            assert!(!zh.contains(word), "{place}: {word} in: {zh}");
        }
        // Round ten thousands are told in 万.
        for (number, _) in numbers(&zh) {
            assert!(number < 10_000.0 || number % 1000.0 != 0.0, "{place}: {number} in: {zh}");
        }
    }
}

#[test]
fn names_stand_in_characters_in_chinese() {
    for (place, [_, zh, _]) in texts() {
        let mut rest = zh.clone();
        for name in LATIN_IN_CHINESE {
            rest = rest.replace(name, "");
        }
        assert!(!rest.contains(|c: char| c.is_ascii_alphabetic()), "{place}: {zh}");
    }
}

#[test]
fn the_interface_has_one_word_for_what_is_worked_out() {
    use vitrine::model::Lang;
    use vitrine::text::{Say, say};
    for words in [Say::WorkedOut, Say::WorkedOutShort, Say::WithWorkedOut, Say::AWorkedOutFigure, Say::Arithmetic] {
        assert!(say(Lang::Zh, words).contains("推算"), "{words:?}");
    }
    assert!(say(Lang::En, Say::RunningNote).contains("known alone or together"));
}
