//! Every field of the schema can be filled in.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Choice, Field, NOT_TYPED, WHOLE, fields, figure, report, term};
use crate::model::{List, schema};

fn whole_schema() -> Value {
    serde_json::from_str(&schema().expect("a schema")).expect("JSON")
}

/// The name of the type that a schema refers to, through what may be left out and lists.
fn type_of(schema: &Value) -> Option<&str> {
    let of = |schema: &Value| schema.get("$ref").and_then(Value::as_str).map(str::len);
    let found = if of(schema).is_some() {
        schema
    } else if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        any.iter().find(|one| of(one).is_some())?
    } else {
        schema.get("items").filter(|one| of(one).is_some())?
    };
    found.get("$ref")?.as_str()?.rsplit('/').next()
}

/// The paths of a type's fields, down to what one control fills in.
fn paths(whole: &Value, name: &str, above: &str, found: &mut Vec<String>) {
    let Some(is) = whole["$defs"].get(name) else { panic!("no type {name}") };
    let variants = is.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let all = std::iter::once(is).chain(variants).filter_map(|is| is.get("properties")?.as_object()).flatten();
    for (field, schema) in all {
        let path = if above.is_empty() { field.clone() } else { format!("{above}.{field}") };
        match type_of(schema) {
            // A unit is words with scales.
            Some("Unit") => {
                found.push(path.clone());
                paths(whole, "Scale", &format!("{path}.scale"), found);
            }
            Some(of @ ("When" | "StandIn" | "Notes" | "ChartStop" | "PairingsStop" | "Card")) => {
                paths(whole, of, &path, found);
            }
            Some("Shows") => {
                found.push(path.clone());
                paths(whole, "Shows", &path, found);
            }
            _ => found.push(path),
        }
    }
}

fn assert_complete(name: &str, own: &[Field], found: &[String]) {
    let typed: BTreeSet<&str> = own.iter().map(|field| field.path).filter(|path| !path.is_empty()).collect();
    let there: BTreeSet<&str> = found
        .iter()
        .map(String::as_str)
        .filter(|path| !NOT_TYPED.contains(&path.rsplit('.').next().unwrap_or_default()))
        .collect();
    assert_eq!(typed, there, "{name}");
    assert_eq!(typed.len() + own.iter().filter(|field| field.path.is_empty()).count(), own.len(), "{name}: each once");
}

#[test]
fn every_field_of_the_schema_is_filled_in_somewhere() {
    let whole = whole_schema();
    for list in List::ALL {
        let mut found = Vec::new();
        if list != List::About {
            paths(&whole, list.entry(), "", &mut found);
        }
        assert_complete(list.entry(), fields(list), &found);
    }
    for (name, own) in [("Figure", figure()), ("Term", term()), ("Report", report())] {
        let mut found = Vec::new();
        paths(&whole, name, "", &mut found);
        assert_complete(name, own, &found);
    }
    let mut found = Vec::new();
    for (field, schema) in whole["properties"].as_object().expect("fields") {
        match type_of(schema) {
            Some("Notes") => paths(&whole, "Notes", field, &mut found),
            _ if List::of_field(field).is_some() => {}
            _ => found.push(field.clone()),
        }
    }
    assert_complete("Exhibition", WHOLE, &found);
}

#[test]
fn each_choice_offers_what_the_schema_knows() {
    let whole = whole_schema();
    for choice in Choice::ALL {
        let name = match choice {
            Choice::Division => "DivisionKind",
            Choice::Province => "ProvinceKind",
            Choice::Picture => "PhotoKind",
            Choice::Hosting => "Hosting",
            Choice::HowRead => "HowRead",
            Choice::Precision => "Precision",
            Choice::State => "StateName",
            Choice::Chart => "ChartForm",
            Choice::Shows => "Shows",
        };
        let is = &whole["$defs"][name];
        let mut known: BTreeSet<String> = BTreeSet::new();
        for one in is["oneOf"].as_array().into_iter().flatten() {
            known.extend(one["const"].as_str().map(str::to_owned));
            known.extend(one["enum"].as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)));
            known.extend(one["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()));
        }
        known.extend(is["enum"].as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)));
        let own: BTreeSet<String> = choice.values().iter().map(|value| (*value).to_owned()).collect();
        assert_eq!(own, known, "{name}");
    }
}
