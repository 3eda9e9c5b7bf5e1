//! Finding provinces by what is typed: in any of the three languages, Chinese names by pinyin too, Tibetan ones by their base letters.

mod command;
mod pinyin;
mod spelling;

use crate::model::{Division, Exhibition, Province};

pub use command::{Finder, FinderCommand};
pub use spelling::Typed;

/// A division with provinces that are paired with it now; without one, those that are paired with none.
pub type Group<'a> = (Option<&'a Division>, Vec<&'a Province>);

/// The divisions with their provinces that match the search in any language, without divisions that have none, and at the end the
/// provinces without a division. The name of a division matches all of its provinces.
#[must_use]
pub fn matching_provinces<'a>(exhibition: &'a Exhibition, typed: &str) -> Vec<Group<'a>> {
    let typed = Typed::new(typed);
    let found = |division: Option<&'a Division>, provinces: Vec<&'a Province>| {
        let whole = typed.is_empty() || division.is_some_and(|division| finds_division(&typed, division));
        let provinces: Vec<_> = provinces.into_iter().filter(|p| whole || typed.finds(&p.name)).collect();
        (!provinces.is_empty()).then_some((division, provinces))
    };
    let paired: Vec<(&Division, Vec<&Province>)> = exhibition
        .divisions
        .iter()
        .map(|division| (division, exhibition.provinces_paired_with(&division.id)))
        .collect();
    let is_paired = |province: &Province| paired.iter().flat_map(|(_, paired)| paired).any(|p| p.id == province.id);
    let alone = exhibition.provinces.iter().filter(|province| !is_paired(province)).collect();
    let groups = paired.into_iter().map(|(division, provinces)| (Some(division), provinces));
    groups.chain([(None, alone)]).filter_map(|(division, provinces)| found(division, provinces)).collect()
}

/// The provinces that match the search, each once, with the first division it is paired with: those whose names begin with what is
/// typed come first, and those in which it stands as it is before others.
#[must_use]
pub fn found_provinces<'a>(exhibition: &'a Exhibition, typed: &str) -> Vec<(&'a Province, Option<&'a Division>)> {
    let groups = matching_provinces(exhibition, typed);
    let typed = Typed::new(typed);
    let mut found: Vec<(&Province, Option<&Division>)> = Vec::new();
    for (division, provinces) in groups {
        for province in provinces {
            if found.iter().all(|(other, _)| other.id != province.id) {
                found.push((province, division));
            }
        }
    }
    found.sort_by_key(|(province, _)| {
        let names = [&province.name.en, &province.name.zh, &province.name.bo];
        let rank = |name: &String| typed.place_in(name).map(|place| (place.start > 0, !typed.stands_in(name)));
        names.into_iter().filter_map(rank).min().unwrap_or((true, true))
    });
    found
}

/// The number of provinces that a search can find.
#[must_use]
pub fn searched_provinces(exhibition: &Exhibition) -> usize {
    found_provinces(exhibition, "").len()
}

fn finds_division(typed: &Typed, division: &Division) -> bool {
    typed.finds(&division.name) || division.also_spelled.iter().any(|name| typed.place_in(name).is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use serde_json::json;

    use super::*;

    fn exhibition(names: &[(&str, &str, &str)]) -> Exhibition {
        let read = |(i, (en, zh, bo)): (usize, &(&str, &str, &str))| {
            let province = json!({"id": i.to_string(), "name": {"en": en, "zh": zh, "bo": bo}, "kind": "province"});
            let pairing = json!({"province": i.to_string(), "division": "d", "since": "1994", "told": {}});
            (serde_json::from_value(province).expect("a province"), serde_json::from_value(pairing).expect("a pairing"))
        };
        let (provinces, pairings) = names.iter().enumerate().map(read).unzip();
        let name = json!({"en": "Lhasa", "zh": "拉萨市", "bo": "ལྷ་ས།"});
        let division = serde_json::from_value(json!({"id": "d", "name": name, "kind": "city"})).expect("a division");
        Exhibition { provinces, divisions: vec![division], pairings, ..Exhibition::default() }
    }

    fn found(typed: &str) -> Vec<String> {
        let x = exhibition(&[
            ("Heilongjiang", "黑龙江省", "ཧེ་ལུང་ཅང་ཞིང་ཆེན།"),
            ("Jiangsu", "江苏省", "ཅང་སུའུ་ཞིང་ཆེན།"),
            ("Zhejiang", "浙江省", "ཀྲེ་ཅང་ཞིང་ཆེན།"),
            ("Chongqing", "重庆市", "ཁྲུང་ཆིང་གྲོང་ཁྱེར།"),
            ("Inner Mongolia", "内蒙古自治区", "ནང་སོག"),
            ("Shaanxi", "陕西省", "ཧྲན་ཞི་ཞིང་ཆེན།"),
        ]);
        found_provinces(&x, typed).into_iter().map(|(p, _)| p.name.en.clone()).collect()
    }

    #[test]
    fn latin_letters_find_chinese_names_by_their_syllables_and_initials() {
        assert_eq!(found("jiang"), ["Jiangsu", "Heilongjiang", "Zhejiang"], "those that begin with it come first");
        assert_eq!(found("js"), ["Jiangsu"]);
        assert_eq!(found("zhj"), ["Zhejiang"]);
        assert_eq!(found("hei long j"), ["Heilongjiang"]);
        assert_eq!(found("nmg"), ["Inner Mongolia"]);
        assert_eq!(found("zhongq"), ["Chongqing"], "each common reading of a character");
        assert_eq!(found("innermong"), ["Inner Mongolia"], "a space may be left out");
        assert_eq!(found("LASA").len(), 6, "the place finds all that are paired with it");
        assert_eq!(found("lasax"), [""; 0]);
    }

    #[test]
    fn a_province_without_a_pairing_is_found_too() {
        let mut x = exhibition(&[("Jiangsu", "江苏省", ""), ("Zhejiang", "浙江省", "")]);
        x.pairings.pop();
        let groups = |x: &Exhibition, typed: &str| -> Vec<(bool, usize)> {
            matching_provinces(x, typed).into_iter().map(|(place, found)| (place.is_some(), found.len())).collect()
        };
        assert_eq!(groups(&x, ""), [(true, 1), (false, 1)]);
        assert_eq!((groups(&x, "zhej"), groups(&x, "lhasa")), (vec![(false, 1)], vec![(true, 1)]));
        assert_eq!(searched_provinces(&x), 2);
        x.divisions.clear();
        assert_eq!(groups(&x, ""), [(false, 2)]);
    }

    #[test]
    fn tibetan_is_found_by_base_letters() {
        assert_eq!(found("ཅང"), ["Jiangsu", "Heilongjiang", "Zhejiang"]);
        assert_eq!(found("ཀརཅང"), ["Zhejiang"], "a subjoined letter by its plain one, without vowel and tsheg");
        assert_eq!(found("ཀྲེ་ཅང་"), ["Zhejiang"], "and as it is written");
        assert_eq!(found("ཅངསུ"), ["Jiangsu"], "a vowel that is typed counts");
        assert_eq!(found("ཅངསོ"), [""; 0]);
        assert_eq!(found("ལཧས").len(), 6);
    }

    /// The search as it was: what is typed stands in a name as it is.
    fn finds_plainly(name: &str, typed: &str) -> bool {
        name.to_lowercase().contains(&typed.trim().to_lowercase())
    }

    proptest! {
        #[test]
        fn what_stands_in_a_name_is_found(name in "\\PC{0,12}|[a-zA-ZÀ-ž '’-]{0,12}|[ཀ-྾]{0,12}", from in 0_usize..12, len in 1_usize..6) {
            let typed: String = name.chars().skip(from).take(len).collect();
            prop_assert!(typed.trim().is_empty() || finds_plainly(&name, &typed));
            let place = Typed::new(&typed).place_in(&name);
            if let Some(place) = &place {
                prop_assert!(name.get(place.clone()).is_some_and(|part| !part.is_empty()), "{place:?}");
            }
            prop_assert!(typed.trim().is_empty() || place.is_some(), "{typed:?} in {name:?}");
        }

        #[test]
        fn anything_can_be_typed(name in "\\PC{0,12}", typed in "\\PC{0,70}") {
            let place = Typed::new(&typed).place_in(&name);
            prop_assert!(place.is_some() || typed.trim().is_empty() || !finds_plainly(&name, &typed));
            prop_assert!(place.is_none_or(|place| name.get(place).is_some()));
        }
    }
}
