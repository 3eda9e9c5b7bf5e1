//! What a statement's figure counts, in the unit that each language uses.

use serde::{Deserialize, Serialize};

use super::{Amount, Lang, LocalizedText, Rest, Words};

/// What a figure counts: people, schools, billion yuan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Unit {
    /// The unit in each language. A language may count in another one than the figure: see `scale`.
    #[serde(flatten)]
    pub words: Words,
    /// How many of a language's unit make one of the figure's, where that is not one: a billion yuan are ten 亿元.
    #[serde(default, skip_serializing_if = "Scale::is_one")]
    pub scale: Scale,
}

/// How many of each language's unit make one of the figure's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Scale {
    /// In English.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub en: f64,
    /// In Chinese.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub zh: f64,
    /// In Tibetan.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub bo: f64,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

fn one() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_one(times: &f64) -> bool {
    (times - 1.0).abs() < f64::EPSILON
}

impl Default for Scale {
    fn default() -> Self {
        Self { en: one(), zh: one(), bo: one(), rest: Rest::new() }
    }
}

impl Scale {
    /// The factor of one language, as written in the file.
    #[must_use]
    pub fn only(&self, lang: Lang) -> f64 {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
            Lang::Bo => self.bo,
        }
    }

    /// Returns `true` for a factor that a number can be expressed in.
    #[must_use]
    pub fn is_usable(times: f64) -> bool {
        times.is_finite() && times > 0.0
    }

    fn is_one(&self) -> bool {
        Lang::ALL.iter().all(|&lang| is_one(&self.only(lang))) && self.rest.is_empty()
    }
}

impl Unit {
    /// The unit in `lang`, else in another language; empty if there is none.
    #[must_use]
    pub fn resolve(&self, lang: Lang) -> LocalizedText<'_> {
        self.found(lang).0
    }

    /// An amount in the scale of the unit that [`Unit::resolve`] returns.
    #[must_use]
    pub fn written(&self, lang: Lang, amount: Amount) -> Amount {
        Amount { value: amount.value * self.times(lang), ..amount }
    }

    /// How many of the unit that [`Unit::resolve`] returns make one of the figure's.
    #[must_use]
    pub fn times(&self, lang: Lang) -> f64 {
        self.found(lang).1
    }

    /// The unit and its factor, both of the same language. A language with an unusable factor is skipped: its unit would be wrong
    /// after a number of another scale.
    fn found(&self, lang: Lang) -> (LocalizedText<'_>, f64) {
        [lang, Lang::En, Lang::Zh, Lang::Bo]
            .into_iter()
            .map(|lang| (LocalizedText { text: self.words.only(lang).trim(), lang }, self.scale.only(lang)))
            .find(|(told, times)| !told.text.is_empty() && Scale::is_usable(*times))
            .unwrap_or((LocalizedText { text: "", lang }, 1.0))
    }

    /// Returns `true` if no language has a unit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.scale.is_one()
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;
    use crate::model::{Amount, Lang, Precision};

    fn unit(text: &str) -> Unit {
        serde_json::from_str(text).expect("a unit")
    }

    fn written(unit: &Unit, lang: Lang, value: f64) -> (f64, &str) {
        let amount = Amount { value, precision: Precision::Exact };
        (unit.written(lang, amount).value, unit.resolve(lang).text)
    }

    #[test]
    fn each_language_counts_in_its_own_unit() {
        let yuan = unit(r#"{ "en": "billion yuan", "zh": "亿元", "scale": { "zh": 10 } }"#);
        assert_eq!(written(&yuan, Lang::En, 6.5), (6.5, "billion yuan"));
        assert_eq!(written(&yuan, Lang::Zh, 6.5), (65.0, "亿元"));
        assert_eq!(
            written(&yuan, Lang::Bo, 6.5),
            (6.5, "billion yuan"),
            "the number of the unit that stands beside it"
        );
    }

    #[test]
    fn a_unit_never_stands_after_a_number_of_another_scale() {
        let only_chinese = unit(r#"{ "zh": "亿元", "scale": { "zh": 10 } }"#);
        assert_eq!(written(&only_chinese, Lang::En, 6.5), (65.0, "亿元"));
        let without_word = unit(r#"{ "en": "billion yuan", "scale": { "zh": 10 } }"#);
        assert_eq!(written(&without_word, Lang::Zh, 6.5), (6.5, "billion yuan"));
        let nothing = unit(r#"{ "en": "billion yuan", "zh": "亿元", "scale": { "zh": 0 } }"#);
        assert_eq!(written(&nothing, Lang::Zh, 6.5), (6.5, "billion yuan"));
        assert_eq!(written(&Unit::default(), Lang::Zh, 6.5), (6.5, ""));
    }

    #[test]
    fn a_unit_is_written_as_it_was_read() {
        for text in [
            r#"{"en":"people","zh":"人"}"#,
            r#"{"en":"billion yuan","zh":"亿元","reviewed":["en"],"scale":{"zh":10.0}}"#,
            r#"{"zh":"万人","new":1,"scale":{"zh":0.0001,"new":2}}"#,
        ] {
            assert_eq!(serde_json::to_string(&unit(text)).expect("JSON"), text);
        }
    }
}
