//! Nothing that was collected is forgotten: what the exhibition leaves out is left out on purpose.

use vitrine::model::{Figure, Statement};

use super::{both, ids, numbers, own, precision, same};

/// Sources that no collected figure rests on, or whose figures count more than the exhibition is about.
const LEFT_OUT: [(&str, &str); 5] = [
    ("cctv2025", "its figures join two regions"),
    ("hlj2004", "no collected figure rests on it"),
    ("ah2023", "no collected figure rests on it"),
    ("sj2020", "one district of Shanghai alone"),
    ("br2020", "no collected figure rests on it"),
];

#[test]
fn every_source_is_shown_or_left_out_on_purpose() {
    let Some((x, facts)) = both() else { return };
    for id in facts["sources"].as_object().into_iter().flat_map(|all| all.keys()) {
        let is_there = x.sources.iter().any(|source| source.id.as_str() == id);
        assert_ne!(is_there, LEFT_OUT.iter().any(|(left, _)| left == id), "{id}");
    }
}

#[test]
fn every_own_figure_of_a_province_is_shown() {
    let Some((x, facts)) = both() else { return };
    for fact in facts["pairings"].as_array().into_iter().flatten() {
        let id = fact["province_iso"].as_str().unwrap_or_default();
        let province = x.provinces.iter().find(|p| p.id.as_str() == id).expect("a province");
        for report in fact["personnel"].as_array().into_iter().flatten() {
            // A sum that only the collectors made is told by its parts, in the remark.
            if report["precision"].as_str().is_some_and(|words| words.ends_with("added here")) {
                let parts = numbers(report["precision"].as_str().unwrap_or_default());
                assert!(parts.iter().all(|part| numbers(&province.note.en).contains(part)), "{id}: {parts:?}");
                continue;
            }
            let is_shown = province.personnel.iter().any(|own_figure| {
                same(own_figure.value, &report["value"])
                    && own_figure.precision == precision(report)
                    && own(&own_figure.sources) == ids(&report["sources"])
            });
            assert!(is_shown, "{id}: {report}");
        }
        let paired = x.pairings_of(&id.into())[0];
        assert_eq!(own(&paired.sources), ids(&fact["sources"]), "{id}");
    }
}

#[test]
fn every_collected_total_is_stated() {
    let Some((x, facts)) = both() else { return };
    for total in facts["totals"].as_array().into_iter().flatten().filter(|total| !total["value"].is_null()) {
        let states = |s: &&Statement| {
            let amount = s.figure.as_ref().and_then(Figure::amount);
            amount.is_some_and(|a| same(a.value, &total["value"]) && a.precision == precision(total))
                && own(&s
                    .figure
                    .as_ref()
                    .map(Figure::sources)
                    .unwrap_or_default()
                    .into_iter()
                    .cloned()
                    .collect::<Vec<_>>())
                    == ids(&total["sources"])
        };
        let statement = x.statements.iter().find(states).unwrap_or_else(|| panic!("{total}"));
        let is_money = total["unit"] == "billion yuan";
        assert_eq!(statement.unit.words.en == "billion yuan", is_money, "{total}");
    }
}

#[test]
fn every_check_of_the_collectors_is_shown() {
    let Some((x, facts)) = both() else { return };
    for check in facts["checks"].as_array().into_iter().flatten() {
        let shown = |s: &&Statement| {
            let has = numbers(&s.text.en);
            // One digit alone may be a word in the text: “the fifth batch”.
            let told = numbers(check["arithmetic"].as_str().unwrap_or_default());
            told.iter().filter(|n| n.len() > 1).all(|n| has.contains(n))
        };
        assert!(x.statements.iter().filter(|s| s.group.as_str() == "checks").any(|s| shown(&s)), "{check}");
    }
}

#[test]
fn the_eleventh_batch_is_told_as_outside_the_thirty_years() {
    let Some((x, facts)) = both() else { return };
    let later = &facts["later_batches"][0];
    let told = x.statements.iter().find(|s| s.id.as_str() == "personnel-eleventh").expect("the eleventh batch");
    assert!(told.text.en.starts_with("Outside the thirty years"));
    assert!(same(told.figure.as_ref().and_then(Figure::amount).map_or(0.0, |a| a.value), &later["value"]));
    assert_eq!(own(&told.sources), ids(&later["sources"]));
    let sum = x.statements.iter().find(|s| s.id.as_str() == "check-eleven").expect("its check");
    assert_eq!(sum.figure.as_ref().and_then(Figure::amount).map(|a| a.value), Some(13_801.0));
}

#[test]
fn what_must_not_be_repeated_is_nowhere() {
    let Some((x, _)) = both() else { return };
    let all = numbers(&serde_json::to_string(&x).expect("JSON"));
    for never in ["341", "1376", "2485", "2558", "332"] {
        assert!(!all.contains(&never.to_owned()), "{never} counts more than the exhibition is about");
    }
}
