//! What is highlighted rests on the source, and nothing else is; each thing is counted once.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Counts, rests_on, sums};
use crate::model::{Exhibition, MilestoneId, PhotoId, SourceId, StatementId};
use crate::state::{Subject, claims};

const SOURCES: [&str; 4] = ["source-a", "source-b", "source-c", "source-d"];

/// Choices that chance has made, one after the other; the same ones again after the last.
struct Chance<'b>(std::iter::Cycle<std::slice::Iter<'b, u8>>);

impl Chance<'_> {
    fn next(&mut self, of: u8) -> u8 {
        self.0.next().map_or(0, |byte| byte % of)
    }

    /// Some of the sources, often none.
    fn sources(&mut self) -> Value {
        SOURCES.iter().filter(|_| self.next(3) == 0).copied().collect()
    }

    fn report(&mut self) -> Value {
        json!({ "value": self.next(90), "sources": self.sources() })
    }

    fn figure(&mut self) -> Value {
        let also: Vec<Value> = (0..self.next(3)).map(|_| self.report()).collect();
        match self.next(4) {
            0 => json!({ "state": "reported", "value": self.next(90), "sources": self.sources(), "also": also }),
            1 => json!({ "state": "worked_out", "terms": [self.report(), self.report()], "also": also }),
            2 => json!({ "state": "not_published", "also": also }),
            _ => json!({ "state": "not_applicable" }),
        }
    }
}

/// An exhibition with some of everything, as JSON.
fn exhibition(bytes: &[u8]) -> Value {
    let mut chance = Chance(bytes.iter().cycle());
    let words = json!({ "en": "Words" });
    let source = |id: &&str| {
        json!({ "id": id, "title": "A paper", "publisher": { "en": "A press" }, "language": "en", "hosting": "publisher",
            "how_read": "full" })
    };
    let batch = |number: u32, chance: &mut Chance<'_>| json!({ "number": number, "arrive": { "date": "1995" }, "years_sources": chance.sources(), "figure": chance.figure() });
    let batches: Vec<Value> = (1..5).map(|number| batch(number, &mut chance)).collect();
    json!({
        "format": 1,
        "batches": batches,
        "subtotals": [{ "first": 2, "last": 3, "figure": chance.figure() }],
        "totals": [{ "after_batch": 4, "figure": chance.figure() }],
        "provinces": [{ "id": "p", "name": words, "kind": "province", "personnel": [chance.report(), chance.report()] }],
        "divisions": [{ "id": "d", "name": words, "kind": "city" }],
        "pairings": [{ "province": "p", "division": "d", "since": "1994", "told": words, "sources": chance.sources() }],
        "pairing_stops": [{ "year": 1994, "change": words, "sources": chance.sources() }],
        "groups": [{ "id": "g", "title": words }],
        "statements": [
            { "id": "s", "group": "g", "text": words, "figure": chance.figure(), "sources": chance.sources() },
            { "id": "t", "group": "g", "text": words, "sources": chance.sources() },
        ],
        "milestones": [{ "id": "m", "date": "1994", "title": words, "text": words, "sources": chance.sources() }],
        "photos": [{ "id": "f", "file": "f.jpg", "title": words, "caption": words, "alt": words, "sources": chance.sources() }],
        "sources": SOURCES.iter().map(source).collect::<Vec<_>>(),
    })
}

/// Each subject that is written in one place, with that place.
fn written(json: &Value) -> Vec<(Subject, Vec<Value>)> {
    let mut all: Vec<(Subject, Vec<Value>)> =
        (0..4).map(|at: u32| (Subject::Batch(at + 1), vec![json["batches"][at as usize].clone()])).collect();
    let one = |subject, list: &str, at: usize| (subject, vec![json[list][at].clone()]);
    all.extend([
        one(Subject::Subtotal(2, 3), "subtotals", 0),
        one(Subject::Total(4), "totals", 0),
        one(Subject::Statement(StatementId::from("s")), "statements", 0),
        one(Subject::Statement(StatementId::from("t")), "statements", 1),
        one(Subject::Milestone(MilestoneId::from("m")), "milestones", 0),
        one(Subject::Photo(PhotoId::from("f")), "photos", 0),
        one(Subject::Step(1994), "pairing_stops", 0),
        (Subject::Province("p".into()), vec![json["provinces"][0].clone(), json["pairings"][0].clone()]),
    ]);
    all
}

proptest! {
    #[test]
    fn what_is_highlighted_rests_on_the_source_and_nothing_else_is(bytes in prop::collection::vec(any::<u8>(), 40..160)) {
        let json = exhibition(&bytes);
        let x: Exhibition = serde_json::from_value(json.clone()).expect("an exhibition");
        for source in SOURCES {
            let id = SourceId::from(source);
            for (subject, places) in written(&json) {
                let names_it = places.iter().any(|place| place.to_string().contains(source));
                prop_assert_eq!(rests_on(&x, &subject, &id).any(), names_it, "{:?} {}", subject, source);
            }
            let sums = [Subject::ReportedSum, Subject::SumThrough(4), Subject::Source(id.clone())];
            for subject in written(&json).into_iter().map(|(subject, _)| subject).chain(sums) {
                let is_cited = claims(&x, &subject).iter().any(|claim| claim.source.id == id);
                prop_assert_eq!(rests_on(&x, &subject, &id).any(), is_cited, "its sheet: {:?} {}", subject, source);
            }
        }
    }

    #[test]
    fn each_thing_that_rests_on_a_source_is_counted_once(bytes in prop::collection::vec(any::<u8>(), 40..160)) {
        let json = exhibition(&bytes);
        let x: Exhibition = serde_json::from_value(json.clone()).expect("an exhibition");
        for source in SOURCES {
            let counts = Counts::of(&x, &source.into());
            let names_it = |value: &&Value| value.to_string().contains(source);
            let of = |list: &str| json[list].as_array().expect("a list").iter().filter(names_it).count();
            let figures = json["batches"].as_array().expect("batches").iter().filter(|b| names_it(&&b["figure"])).count();
            let reports = json["provinces"][0]["personnel"].as_array().expect("reports").iter().filter(names_it).count();
            let sums = sums(&x, &source.into()).into_iter().filter(|rests| *rests).count();
            let all = figures + of("subtotals") + of("totals") + reports + of("statements") + sums;
            prop_assert_eq!(counts.figures + counts.worked_out + counts.other_reports + counts.statements, all);
            prop_assert_eq!(counts.photos + counts.milestones, of("photos") + of("milestones"));
            prop_assert_eq!(counts.pairings + counts.changes, of("pairings") + of("pairing_stops"));
        }
    }
}

#[test]
fn a_worked_out_figure_says_so_and_so_does_another_report() {
    let x: Exhibition = serde_json::from_value(json!({
        "format": 1,
        "batches": [
            { "number": 1, "arrive": { "date": "1995" }, "years_sources": ["c"], "figure": { "state": "worked_out", "terms": [
                { "value": 9, "sources": ["a"] }, { "value": -4, "sources": ["b"] }] } },
            { "number": 2, "arrive": { "date": "1998" }, "figure": { "state": "reported", "value": 7, "sources": ["a", "b"],
                "also": [{ "value": 8, "sources": ["c"] }] } },
        ],
        "sources": [],
    }))
    .expect("an exhibition");
    let how = |batch, source: &str| {
        let rests = rests_on(&x, &Subject::Batch(batch), &source.into());
        [rests.itself, rests.worked_out, rests.other_report, rests.years]
    };
    for source in ["a", "b"] {
        assert_eq!(how(1, source), [false, true, false, false], "any of its terms: {source}");
        assert_eq!(how(2, source), [true, false, false, false], "each of its sources: {source}");
        assert!(rests_on(&x, &Subject::SumThrough(2), &source.into()).worked_out);
    }
    assert_eq!(how(1, "c"), [false, false, false, true]);
    assert_eq!(how(2, "c"), [false, false, true, false]);
}
