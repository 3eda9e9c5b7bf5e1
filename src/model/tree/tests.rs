//! Whatever is changed can be taken back, and nothing else changes.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Change, FieldPath, Tree};

const TEXT: &str = r#"{
  "format": 1, "title": {"en": "A", "zh": "甲"}, "unknown": [1, {"x": 2}],
  "photos": [ {"id": "a", "caption": {"en": "one"}, "sources": ["s"]}, {"id": "b", "odd": 1e999},
              {"id": "c", "focus": [0.5, 0.25]} ],
  "sources": [ {"id": "s"} ]
}"#;

fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

fn tree() -> Tree {
    Tree::of_text(TEXT).expect("an object")
}

#[test]
fn an_untouched_document_is_written_as_it_was() {
    let tree = tree();
    assert!(tree.is_original());
    assert_eq!(tree.text().expect("written"), TEXT);
}

#[test]
fn what_cannot_be_read_is_written_back_as_it_stands() {
    let mut tree = tree();
    tree.apply(&Change::set(path("title.bo"), "ཀ")).expect("fits");
    let text = tree.text().expect("written");
    assert!(text.contains("1e999") && text.contains("ཀ") && text.contains("甲"), "{text}");
    tree.apply(&Change::Move { at: path("photos[1]"), to: 0 }).expect("fits");
    assert!(tree.text().expect("written").contains("1e999"));
}

#[test]
fn an_entry_keeps_its_key_wherever_it_goes_and_when_it_comes_back() {
    let mut tree = tree();
    let key = tree.key("photos", 2).expect("there");
    tree.apply(&Change::Move { at: path("photos[2]"), to: 0 }).expect("fits");
    assert_eq!(tree.position("photos", key), Some(0));
    let back = tree.apply(&Change::Remove { at: path("photos[0]") }).expect("fits");
    assert_eq!(tree.position("photos", key), None);
    tree.apply(&back).expect("fits");
    assert_eq!(tree.position("photos", key), Some(0));
    tree.apply(&Change::insert(path("photos[0]"), json!({"id": "d"}))).expect("fits");
    assert_ne!(tree.key("photos", 0), Some(key));
}

#[test]
fn what_is_missing_on_the_way_is_made_and_goes_again() {
    let mut tree = tree();
    for (at, value) in [
        ("photos[2].stand_in.alt.zh", json!("x")),
        ("milestones[0]", json!({"id": "m"})),
        ("photos[0].provinces[0]", json!("CN-JS")),
    ] {
        let change = if at.ends_with(']') { Change::insert(path(at), value) } else { Change::set(path(at), value) };
        let inverse = tree.apply(&change).expect("fits");
        assert!(tree.value(&path(at)).is_some());
        tree.apply(&inverse).expect("fits");
        assert_eq!(tree.text().expect("written"), TEXT, "{at}");
    }
}

#[test]
fn going_back_to_a_version_is_a_change_like_any_other() {
    let old = tree();
    let mut new = tree();
    new.apply(&Change::set(path("title.en"), "B")).expect("fits");
    new.apply(&Change::unset(path("unknown"))).expect("fits");
    new.apply(&Change::insert(path("milestones[0]"), json!({}))).expect("fits");
    let inverses = new.apply_all(&new.changes_to(&old)).expect("fits");
    assert_eq!(new, old);
    new.apply_all(&inverses).expect("fits");
    assert_eq!(new.text_at(&path("title.en")), "B");
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let mut tree = tree();
    let all = [Change::set(path("title.en"), "B"), Change::Remove { at: path("photos[9]") }];
    assert_eq!(tree.apply_all(&all).expect_err("no such picture").at, path("photos[9]"));
    for change in [
        Change::set(path("title.en.deeper"), "x"),
        Change::set(path(""), "x"),
        Change::insert(path("photos[7]"), json!({})),
        Change::Move { at: path("photos[0]"), to: 3 },
        Change::unset(path("photos[0]")),
    ] {
        assert!(tree.apply(&change).is_err(), "{change:?}");
    }
    assert_eq!(tree.text().expect("written"), TEXT);
}

fn any_path() -> impl Strategy<Value = FieldPath> {
    let known = [
        "title",
        "title.en",
        "title.bo",
        "photos",
        "photos[0]",
        "photos[1]",
        "photos[2].caption.zh",
        "photos[0].sources[0]",
        "photos[2].focus[1]",
        "sources[0].note.en",
        "unknown[1].x",
        "batches[0]",
        "batches[0].number",
        "about",
        "photos[3]",
    ];
    proptest::sample::select(known.map(path).to_vec())
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("text")),
        Just(json!({"en": "x", "zh": ""})),
        Just(json!([1, 2])),
        Just(json!([{"id": "n"}])),
        any::<i32>().prop_map(|n| json!(n)),
        Just(json!({"id": "q", "sources": ["a", "b"]})),
    ]
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any_path(), proptest::option::of(any_value())).prop_map(|(at, value)| Change::Set { at, value, place: None }),
        (any_path(), any_value()).prop_map(|(at, value)| Change::insert(at, value)),
        any_path().prop_map(|at| Change::Remove { at }),
        (any_path(), 0..4_usize).prop_map(|(at, to)| Change::Move { at, to }),
    ]
}

proptest! {
    #[test]
    fn undoing_everything_gives_back_the_bytes_and_redoing_the_same_again(
        changes in proptest::collection::vec(any_change(), 1..30)
    ) {
        let mut tree = tree();
        let mut done = Vec::new();
        for change in changes {
            // As it comes back from the disk.
            let change: Change = serde_json::from_str(&serde_json::to_string(&change).expect("data")).expect("data");
            let before = tree.clone();
            if let Ok(inverse) = tree.apply(&change) { done.push(inverse) } else { prop_assert_eq!(&tree, &before) }
        }
        let last = tree.text().expect("written");
        let mut undone = Vec::new();
        for inverse in done.iter().rev() {
            undone.push(tree.apply(inverse).expect("an inverse fits"));
        }
        prop_assert_eq!(tree.text().expect("written"), TEXT);
        for change in undone.iter().rev() {
            tree.apply(change).expect("what was undone fits again");
        }
        prop_assert_eq!(tree.text().expect("written"), last);
    }
}
