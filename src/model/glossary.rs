//! Terms that recur, what they are called in each language, and which texts call them otherwise.
//!
//! The names of provinces and divisions are terms too, without being listed again.

use serde::{Deserialize, Serialize};

use super::{Division, Exhibition, Lang, Province, Rest, Words};

/// A term that recurs in the texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct GlossaryTerm {
    /// What it is called in each language.
    pub name: Words,
    /// Other wordings that are as good, in any of the languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_spelled: Vec<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What Chinese names of places end with, which texts leave out; the longer first.
const ZH_RANKS: [&str; 5] = ["自治区", "地区", "省", "市", "县"];
/// What is attached to the last syllable of a Tibetan word without changing it.
const BO_ENDINGS: [&str; 7] = ["འི", "ར", "ས", "འང", "འམ", "འོ", "འིའང"];
/// What English words take in the plural.
const EN_ENDINGS: [&str; 2] = ["s", "es"];

/// The terms of an exhibition, ready to be looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glossary {
    terms: Vec<Entry>,
}

/// A term with its wordings, made plain, in each language.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    /// As the exhibition writes it.
    names: [String; 3],
    /// By language: the wordings that count as it.
    wordings: [Vec<String>; 3],
}

/// A term that stands in a source, and not in what was translated from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking<'g> {
    /// The term in the language of the source.
    pub term: &'g str,
    /// What the glossary calls it in the language of the translation.
    pub wanted: &'g str,
}

impl Glossary {
    /// The glossary of an exhibition: its terms, and the names of its provinces and divisions.
    #[must_use]
    pub fn of(x: &Exhibition) -> Self {
        let listed = x.glossary.iter().map(|term| Entry::of(&term.name, None, &term.also_spelled, false));
        let provinces = x.provinces.iter().map(Entry::of_province);
        let divisions = x.divisions.iter().map(Entry::of_division);
        let terms = listed.chain(provinces).chain(divisions).filter(Entry::is_of_use);
        Self { terms: terms.collect() }
    }

    /// Returns `true` if no text can differ from it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms that stand in the source of a text, and of which no wording stands in the text itself, each once, in the order of
    /// the source. Where one term is a part of another, the longer one counts. Nothing for a text that is missing, or that is the source.
    #[must_use]
    pub fn lacking(&self, words: &Words, lang: Lang) -> Vec<Lacking<'_>> {
        if words.only(lang).trim().is_empty() { Vec::new() } else { self.offered(words, lang) }
    }

    /// The same, but a text that is not written yet lacks all of them.
    #[must_use]
    pub fn offered(&self, words: &Words, lang: Lang) -> Vec<Lacking<'_>> {
        let Some(from) = words.source(lang) else { return Vec::new() };
        let text = plain(words.only(lang), lang);
        self.found(words.only(from), from)
            .into_iter()
            .filter(|term| term.is_called(lang) && !term.stands_in(&text, lang))
            .map(|term| Lacking { term: &term.names[from as usize], wanted: &term.names[lang as usize] })
            .collect()
    }

    /// The terms in a text, in its order.
    fn found(&self, text: &str, lang: Lang) -> Vec<&Entry> {
        let text = plain(text, lang);
        let spans = |term: &Entry| -> Vec<(usize, usize)> {
            term.wordings[lang as usize].iter().flat_map(|wording| places(&text, wording, lang)).collect()
        };
        let all: Vec<(&Entry, Vec<(usize, usize)>)> =
            self.terms.iter().map(|term| (term, spans(term))).filter(|(_, spans)| !spans.is_empty()).collect();
        // What stands within a longer term is not there by itself.
        let is_within = |own: (usize, usize), other: (usize, usize)| {
            other.0 <= own.0 && own.1 <= other.1 && other.1 - other.0 > own.1 - own.0
        };
        let by_itself =
            |own: &(usize, usize)| !all.iter().any(|(_, spans)| spans.iter().any(|span| is_within(*own, *span)));
        let first = |spans: &[(usize, usize)]| spans.iter().copied().filter(by_itself).map(|span| span.0).min();
        let mut found: Vec<(usize, &Entry)> =
            all.iter().filter_map(|(term, spans)| Some((first(spans)?, *term))).collect();
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(_, term)| term).collect()
    }
}

impl Entry {
    fn of_province(province: &Province) -> Self {
        Self::of(&province.name, Some(&province.short_name), &[], true)
    }

    fn of_division(division: &Division) -> Self {
        Self::of(&division.name, None, &division.also_spelled, true)
    }

    fn of(name: &Words, short: Option<&Words>, also: &[String], is_place: bool) -> Self {
        let wordings = Lang::ALL.map(|lang| {
            let own = [Some(name.only(lang)), short.map(|short| short.only(lang))].into_iter().flatten();
            let other = also.iter().map(String::as_str).filter(|text| Lang::of_script(text) == lang);
            let mut wordings: Vec<String> =
                own.chain(other).map(|text| plain(text, lang)).filter(|text| !text.is_empty()).collect();
            if is_place && lang == Lang::Zh {
                let short: Vec<String> = wordings.iter().filter_map(|name| without_rank(name)).collect();
                wordings.extend(short);
            }
            wordings.sort();
            wordings.dedup();
            wordings
        });
        let names = Lang::ALL.map(|lang| {
            let short = short.map(|short| short.only(lang).trim()).filter(|short| !short.is_empty());
            let end: &[char] = &['་', '།', ' '];
            short.unwrap_or(name.only(lang)).trim().trim_end_matches(end).to_owned()
        });
        Self { names, wordings }
    }

    fn is_called(&self, lang: Lang) -> bool {
        !self.names[lang as usize].is_empty()
    }

    /// Returns `true` if it is known in two languages.
    fn is_of_use(&self) -> bool {
        self.wordings.iter().filter(|wordings| !wordings.is_empty()).count() > 1
    }

    /// Returns `true` if a plain text has one of its wordings.
    fn stands_in(&self, text: &str, lang: Lang) -> bool {
        self.wordings[lang as usize].iter().any(|wording| places(text, wording, lang).next().is_some())
    }
}

/// A Chinese name of a place without its rank; `None` where too little is left.
fn without_rank(name: &str) -> Option<String> {
    let short = ZH_RANKS.iter().find_map(|rank| name.strip_suffix(rank))?;
    (short.chars().count() > 1).then(|| short.to_owned())
}

/// A text as it is compared: English without case, hyphens and typographic apostrophes, Chinese without spaces, Tibetan with one kind of
/// tsheg and without what ends a phrase.
fn plain(text: &str, lang: Lang) -> String {
    let text = text.trim();
    match lang {
        Lang::En => {
            let even = |c: char| match c {
                '-' | '\u{2010}' | '\u{2011}' => ' ',
                '\u{2019}' => '\'',
                c => c,
            };
            let words = text.chars().flat_map(char::to_lowercase).map(even).collect::<String>();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Lang::Zh => text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect(),
        Lang::Bo => {
            let even = |c: char| if c == '\u{f0c}' { '\u{f0b}' } else { c };
            text.chars().map(even).collect::<String>().trim_end_matches(['་', '།', ' ']).to_owned()
        }
    }
}

/// Where a plain wording stands in a plain text as a word of its own: from and to, in bytes.
fn places<'t>(text: &'t str, wording: &'t str, lang: Lang) -> impl Iterator<Item = (usize, usize)> + 't {
    let is_letter = move |c: char| match lang {
        Lang::En => c.is_alphanumeric(),
        // Chinese does not part words.
        Lang::Zh => false,
        Lang::Bo => matches!(c, '\u{f40}'..='\u{fbc}'),
    };
    let ends = move |rest: &str| {
        let letters = rest.split(|c: char| !is_letter(c)).next().unwrap_or_default();
        match lang {
            Lang::En => letters.is_empty() || EN_ENDINGS.contains(&letters),
            Lang::Zh => true,
            Lang::Bo => letters.is_empty() || BO_ENDINGS.contains(&letters),
        }
    };
    text.match_indices(wording).filter_map(move |(from, found)| {
        let to = from + found.len();
        let begins = !text[..from].chars().next_back().is_some_and(is_letter);
        (begins && ends(&text[to..])).then_some((from, to))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Glossary;
    use crate::model::{Exhibition, Lang, Words};

    fn exhibition() -> Exhibition {
        let text = json!({
            "format": 1, "title": {},
            "provinces": [
                { "id": "a", "name": { "en": "Jiangsu", "zh": "江苏省", "bo": "ཅང་སུའུ་ཞིང་ཆེན།" }, "short_name": { "bo": "ཅང་སུའུ་" }, "kind": "province" },
            ],
            "divisions": [
                { "id": "b", "name": { "en": "Lhasa", "zh": "拉萨市", "bo": "ལྷ་ས།" }, "kind": "city" },
                { "id": "c", "name": { "en": "Xigaze", "zh": "日喀则市", "bo": "གཞིས་ཀ་རྩེ།" }, "kind": "city", "also_spelled": ["Shigatse"] },
            ],
            "glossary": [
                { "name": { "en": "assistance", "zh": "援助" } },
                { "name": { "en": "paired assistance", "zh": "对口支援", "bo": "ཆ་སྒྲིག་རོགས་སྐྱོར།" }, "also_spelled": ["对口援藏"] },
                { "name": { "en": "cadre", "zh": "干部", "bo": "ལས་བྱེད་པ།" } },
                { "name": { "en": "only English" } },
            ],
        });
        serde_json::from_value(text).expect("an exhibition")
    }

    fn lacking(en: &str, lang: Lang, text: &str) -> Vec<String> {
        let mut words = Words { en: en.to_owned(), ..Words::default() };
        words.put(lang, text);
        let glossary = Glossary::of(&exhibition());
        glossary.lacking(&words, lang).iter().map(|lacking| lacking.wanted.to_owned()).collect()
    }

    #[test]
    fn a_term_without_its_translation_is_found() {
        assert_eq!(lacking("Paired-assistance in Lhasa", Lang::Zh, "拉萨的支援"), ["对口支援"]);
        assert_eq!(lacking("Cadres from Jiangsu", Lang::Zh, "来自江苏的官员"), ["干部"]);
        assert_eq!(lacking("Cadres from Jiangsu", Lang::Bo, "མི་སྣ།"), ["ལས་བྱེད་པ", "ཅང་སུའུ"]);
    }

    #[test]
    fn every_wording_counts_in_the_forms_that_texts_have() {
        assert!(lacking("paired assistance", Lang::Zh, "对口 援藏三十年").is_empty());
        assert!(lacking("Shigatse", Lang::Zh, "日喀则").is_empty());
        // With an ending that does not change the word, and the other tsheg.
        assert!(lacking("in Lhasa", Lang::Bo, "ལྷ་སར་ཡོད།").is_empty());
        assert!(lacking("of Jiangsu", Lang::Bo, "ཅང་སུའུའི་").is_empty());
        assert!(lacking("Xigaze", Lang::Bo, "གཞིས༌ཀ༌རྩེ").is_empty());
    }

    #[test]
    fn a_part_of_a_word_or_of_a_longer_term_is_none() {
        assert!(lacking("decadrellic", Lang::Zh, "无").is_empty());
        assert!(lacking("paired assistance", Lang::Zh, "对口援藏").is_empty());
        assert_eq!(lacking("assistance, paired assistance", Lang::Zh, "对口支援"), ["援助"]);
        // A syllable that begins alike is another word.
        assert_eq!(lacking("Lhasa", Lang::Bo, "ལྷ་སྲུང་"), ["ལྷ་ས"]);
    }

    #[test]
    fn what_nobody_translated_or_wrote_lacks_nothing() {
        assert!(lacking("only English", Lang::Zh, "英文").is_empty());
        assert!(lacking("Lhasa", Lang::Zh, " ").is_empty());
        let words = Words { en: "Lhasa".to_owned(), ..Words::default() };
        let glossary = Glossary::of(&exhibition());
        assert!(glossary.lacking(&words, Lang::En).is_empty());
        let offered: Vec<_> = glossary.offered(&words, Lang::Zh).iter().map(|term| term.wanted.to_owned()).collect();
        assert_eq!(offered, ["拉萨市"]);
    }
}
