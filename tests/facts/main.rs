//! The built-in exhibition says what the collected facts say: value, precision and sources.

#[path = "../support/mod.rs"]
mod support;

mod complete;
mod corrections;
mod languages;

use std::collections::BTreeMap;

use serde_json::Value;
use vitrine::files;
use vitrine::model::{Exhibition, Figure, FigureState, Hosting, PackPlace, Precision, Report, SourceId};

fn both() -> Option<(Exhibition, Value)> {
    let path = support::shared("data/facts.json")?;
    let facts = serde_json::from_str(&std::fs::read_to_string(path).expect("facts.json")).expect("JSON");
    let (pack, _) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    Some((pack.exhibition, facts))
}

/// The precision of a collected number: its word, or “about” where the collectors call a bare number rounded.
fn precision(fact: &Value) -> Precision {
    let rounded = fact["what"].as_str().is_some_and(|what| what.starts_with("rounded"));
    match fact["precision"].as_str().unwrap_or_default() {
        "as reported" if rounded => Precision::About,
        w if w.starts_with("nearly") => Precision::Nearly,
        w if w.starts_with("more than") => Precision::MoreThan,
        w if w.starts_with("about") => Precision::About,
        _ => Precision::Exact,
    }
}

fn ids(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn own(sources: &[SourceId]) -> Vec<String> {
    sources.iter().map(|s| s.0.clone()).collect()
}

fn same(value: f64, fact: &Value) -> bool {
    fact.as_f64().is_some_and(|f| (f - value).abs() < 1e-9)
}

/// Every other report stands in the facts with the same value, precision and sources.
fn reports_agree(reports: &[Report], facts: &[&Value], place: &str) {
    for report in reports {
        let found = facts.iter().any(|fact| {
            same(report.value, &fact["value"])
                && precision(fact) == report.precision
                && own(&report.sources).iter().all(|s| ids(&fact["sources"]).contains(s))
        });
        assert!(found, "{place}: {} {:?} {:?}", report.value, report.precision, report.sources);
    }
}

fn figure_agrees(figure: &Figure, fact: &Value, place: &str) {
    match &figure.state {
        FigureState::Reported { amount, sources } => {
            assert!(same(amount.value, &fact["value"]), "{place}");
            assert_eq!(amount.precision, precision(fact), "{place}");
            assert_eq!(own(sources), ids(&fact["sources"]), "{place}");
        }
        FigureState::WorkedOut { .. } => {
            assert!(fact["value"].is_null(), "{place}: no source prints it");
            let amount = figure.amount().expect("a sum");
            assert!(same(amount.value, &fact["derived"]["value"]), "{place}");
            for source in figure.sources() {
                assert!(ids(&fact["derived"]["sources"]).contains(&source.0), "{place}: {source:?}");
            }
        }
        FigureState::NotPublished => assert!(fact["value"].is_null() && fact["derived"].is_null(), "{place}"),
        FigureState::NotApplicable => panic!("{place}: nothing in the facts is not applicable"),
    }
}

#[test]
fn every_batch_agrees() {
    let Some((x, facts)) = both() else { return };
    let batches = facts["batches"].as_array().expect("batches");
    assert_eq!(x.batches.len(), 10);
    for (batch, fact) in x.batches.iter().zip(batches) {
        let place = format!("batch {}", batch.number);
        assert_eq!(u64::from(batch.number), fact["batch"].as_u64().unwrap_or_default());
        figure_agrees(&batch.figure, fact, &place);
        let mut others: Vec<&Value> = fact["conflicts"].as_array().into_iter().flatten().collect();
        others.extend([&fact["approx"], &fact["planned"]]);
        reports_agree(&batch.figure.also, &others, &place);
        assert_eq!(
            batch.figure.also.len(),
            others.iter().filter(|o| !o.is_null()).count(),
            "{place}: all reports stand"
        );
        let year = |key: &str| fact[key].as_str().and_then(|t| t.get(..4)).and_then(|y| y.parse::<u16>().ok());
        assert_eq!(Some(batch.arrive.date.year), year("arrive"), "{place}");
        assert_eq!(batch.leave.as_ref().map(|l| l.date.year), year("leave"), "{place}");
        let inferred = |key: &str| fact[key].as_str().is_some_and(|t| t.contains("inferred"));
        assert_eq!(batch.arrive.inferred, inferred("arrive"), "{place}");
        assert_eq!(batch.leave.as_ref().is_some_and(|l| l.inferred), inferred("leave"), "{place}");
    }
}

#[test]
fn every_published_total_agrees() {
    let Some((x, facts)) = both() else { return };
    for total in &x.totals {
        let place = format!("total after batch {}", total.after_batch);
        let fact = facts["cumulative"].as_array().into_iter().flatten();
        let fact = fact.clone().find(|f| f["after_batch"].as_u64() == Some(u64::from(total.after_batch)));
        let fact = fact.unwrap_or_else(|| panic!("{place} is in the facts"));
        figure_agrees(&total.figure, fact, &place);
        let others: Vec<&Value> = fact["others"].as_array().into_iter().flatten().collect();
        reports_agree(&total.figure.also, &others, &place);
        assert_eq!(total.figure.also.len(), others.len(), "{place}: all reports stand");
    }
    assert_eq!(x.subtotals.len(), 1);
    assert_eq!(x.subtotals[0].figure.amount().map(|a| a.value), Some(2272.0));
}

#[test]
fn every_pairing_and_own_figure_agrees() {
    let Some((x, facts)) = both() else { return };
    let pairings = facts["pairings"].as_array().expect("pairings");
    assert_eq!(x.provinces.len(), pairings.len());
    for fact in pairings {
        let id = fact["province_iso"].as_str().expect("an id");
        let province = x.provinces.iter().find(|p| p.id.as_str() == id).unwrap_or_else(|| panic!("{id} is there"));
        let names = facts["names"]["provinces"].as_array().into_iter().flatten();
        let name = names.clone().find(|n| n["iso_3166_2"] == id).expect("its names");
        assert_eq!(province.name.en, name["en"].as_str().unwrap_or_default());
        assert_eq!(province.name.zh, name["zh_hans"].as_str().unwrap_or_default());
        let tibetan = name["bo"].as_str().unwrap_or_default().replace(" ་", "་");
        assert_eq!(province.name.bo, tibetan);
        let own: Vec<&Value> = fact["personnel"].as_array().into_iter().flatten().collect();
        reports_agree(&province.personnel, &own, id);
        let now = x.pairings_of(&province.id)[0];
        assert!(now.until.is_none(), "{id} is paired today");
        let division = x.division(&now.division).expect("a division");
        assert_eq!(division.name.en, fact["prefecture"].as_str().unwrap_or_default(), "{id}");
        // What was inferred before stands after a semicolon; “about” is what was concluded from a text.
        let since = fact["since"].as_str().unwrap_or_default();
        let since = since.split("; earlier").next().unwrap_or_default();
        assert_eq!(now.inferred, since.starts_with("about") || since.contains("inferred"), "{id}");
        assert!(now.sources.iter().all(|s| ids(&fact["sources"]).contains(&s.0)), "{id}");
    }
    let fujian = x.pairings_of(&"CN-FJ".into());
    assert_eq!(fujian.len(), 2, "Fujian's move is kept");
    assert_eq!(fujian[1].until.map(|d| d.year), Some(2016));
}

#[test]
fn every_source_agrees() {
    let Some((x, facts)) = both() else { return };
    for source in &x.sources {
        let fact = &facts["sources"][source.id.as_str()];
        let id = source.id.as_str();
        assert!(fact.is_object(), "{id} is in the facts");
        let publisher = source.publisher.en.replace('’', "'");
        assert_eq!(publisher, fact["publisher"].as_str().unwrap_or_default(), "{id}");
        assert_eq!(source.address.as_deref(), fact["address"].as_str(), "{id}");
        assert_eq!(source.language, fact["language"].as_str().unwrap_or_default(), "{id}");
        let title = fact["title"].as_str().unwrap_or_default();
        assert!(source.title.as_deref().is_none_or(|t| title.starts_with(t)), "{id}: {title}");
        assert_eq!(source.title.is_none(), title.starts_with('('), "{id}: {title}");
        let read = serde_json::to_value(source.how_read).expect("a word");
        assert!(fact["how_seen"] == read || fact["how_seen"] == "cd2024", "{id}: {read}");
        assert_eq!(source.hosting == Hosting::Mirror, fact["hosting"] == "mirror", "{id}");
        if let Some(date) = source.date {
            let date = String::from(date);
            assert!(fact["date"].as_str().is_some_and(|d| d.contains(&date)), "{id}: {date}");
        }
    }
}

#[test]
fn every_statement_of_a_figure_stands_in_the_facts() {
    let Some((x, facts)) = both() else { return };
    let mut known: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    collect(&facts, &mut known);
    for statement in &x.statements {
        let Some(figure) = &statement.figure else { continue };
        let FigureState::Reported { amount, .. } = figure.state else { continue };
        let text = facts.to_string();
        let number = vitrine::text::number(amount.value);
        let plain = number.replace(',', "");
        let found = known.contains_key(&plain) || text.contains(&number) || text.contains(&plain);
        assert!(found, "{}: {number}", statement.id.as_str());
    }
    let article = ["12,000", "2,100", "21", "17"];
    for number in article {
        let told = |s: &vitrine::model::Statement| {
            s.sources.contains(&"cd2024".into())
                && (s.text.en.contains(number)
                    || s.figure
                        .as_ref()
                        .and_then(Figure::amount)
                        .is_some_and(|a| vitrine::text::number(a.value) == number))
        };
        assert!(x.statements.iter().any(told), "the article's {number} is told");
    }
}

/// The numbers of a text, without the commas between thousands.
fn numbers(text: &str) -> Vec<String> {
    let plain = text.replace(',', "");
    plain.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_milestone_stands_in_the_facts() {
    let Some((x, facts)) = both() else { return };
    let known = numbers(&facts.to_string());
    for milestone in &x.milestones {
        let id = milestone.id.as_str();
        assert!(!milestone.sources.is_empty(), "{id} names its sources");
        for source in &milestone.sources {
            assert!(facts["sources"][source.as_str()].is_object(), "{id}: {source:?}");
        }
        assert!(known.contains(&milestone.date.year.to_string()), "{id}: {}", milestone.date.year);
        for number in numbers(&milestone.text.en).into_iter().chain(numbers(&milestone.certainty.en)) {
            assert!(known.contains(&number), "{id}: {number} stands in the facts");
        }
    }
}

#[test]
fn every_number_of_the_talk_stands_in_the_facts() {
    let Some((x, facts)) = both() else { return };
    let known = numbers(&facts.to_string());
    assert!(x.running_order.len() >= 15, "a talk of fifteen stops");
    assert_eq!(x.running_order.iter().map(|stop| stop.secs).sum::<u32>(), 20 * 60, "twenty minutes");
    for (i, stop) in x.running_order.iter().enumerate() {
        assert!(!stop.notes.en.is_empty(), "stop {} has notes", i + 1);
        let shown = match &stop.shows {
            vitrine::model::Shows::Card(card) => card.text.en.as_str(),
            _ => "",
        };
        let texts = [stop.notes.en.as_str(), stop.title.en.as_str(), shown];
        for number in texts.into_iter().flat_map(numbers) {
            assert!(known.contains(&number), "stop {}: {number} stands in the facts", i + 1);
        }
        // A draft that tells another number than the text it was made from would mislead its speaker.
        let told = numbers(&stop.notes.en);
        for draft in [&stop.notes.zh, &stop.notes.bo] {
            for number in numbers(draft).into_iter().filter(|n| n.len() > 2) {
                assert!(told.contains(&number), "stop {}: {number} is in the English notes too", i + 1);
            }
        }
    }
}

fn collect<'a>(value: &'a Value, known: &mut BTreeMap<String, Vec<&'a Value>>) {
    match value {
        Value::Object(fields) => {
            if let Some(n) = fields.get("value").and_then(Value::as_f64) {
                known.entry(vitrine::text::number(n).replace(',', "")).or_default().push(value);
            }
            fields.values().for_each(|v| collect(v, known));
        }
        Value::Array(items) => items.iter().for_each(|v| collect(v, known)),
        _ => {}
    }
}

#[test]
fn the_exhibition_is_as_large_as_promised() {
    let (pack, _) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    let x = &pack.exhibition;
    assert_eq!((x.divisions.len(), x.provinces.len(), x.batches.len()), (7, 17, 10));
    assert!(x.milestones.len() >= 12);
    let years = || x.milestones.iter().map(|m| m.date.year);
    assert_eq!((years().min(), years().max()), (Some(1994), Some(2024)));
    let drawn = pack.keys().iter().filter(|&&photo| pack.is_drawn(photo) && pack.has_file(photo));
    assert!(drawn.count() >= 16);
    assert_eq!(pack.keys().iter().filter(|&&photo| pack.stands_in(photo)).count(), 5, "the article's five photographs");
}
