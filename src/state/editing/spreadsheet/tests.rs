//! What rows of all kinds become.

use serde_json::Value;

use super::{Field, FoundBy, Mapping, Preview, Refused, Table, Verdict, judge};
use crate::model::{Date, Fingerprint, SheetCell, SheetCells, Tree};
use crate::state::editing::table::Refusal;
use crate::state::editing::with_checks_kept;

fn exhibition() -> String {
    let print = |text: &str| String::from(Fingerprint::of(text));
    format!(
        r#"{{ "format": 1,
  "divisions": [ {{ "id": "lhasa", "name": {{ "en": "Lhasa", "zh": "拉萨市" }}, "kind": "city" }},
                 {{ "id": "shigatse", "name": {{ "en": "Xigaze", "zh": "日喀则市" }}, "kind": "city", "also_spelled": ["Shigatse"] }} ],
  "provinces": [ {{ "id": "CN-JS", "name": {{ "en": "Jiangsu Province", "zh": "江苏省" }}, "kind": "province" }} ],
  "pairings": [ {{ "province": "CN-JS", "division": "lhasa", "since": "1994", "told": {{}}, "sources": ["a"] }} ],
  "batches": [ {{ "number": 1, "arrive": {{ "date": "1995-05" }}, "years_sources": [],
                 "figure": {{ "state": "reported", "value": 2117, "precision": "nearly", "sources": ["a"] }} }},
               {{ "number": 2, "arrive": {{ "date": "1998" }}, "years_sources": [], "figure": {{ "state": "not_published" }} }} ],
  "milestones": [ {{ "id": "2016-7", "date": "2016-07", "title": {{ "en": "A bridge opens" }}, "text": {{}}, "sources": [] }} ],
  "photos": [ {{ "id": "007", "file": "pictures/a.jpg", "title": {{ "en": "A yard" }},
                "caption": {{ "en": "A school yard.", "zh": "校园。",
                  "reviewed": [ {{ "lang": "zh", "reader": "Li", "text": "{}", "from": "en", "source": "{}" }} ] }}, "alt": {{}} }},
              {{ "id": "b", "file": "pictures/b.jpg", "title": {{}}, "caption": {{}}, "alt": {{}} }} ],
  "sources": [ {{ "id": "a", "title": "报道", "publisher": {{ "en": "Daily" }}, "language": "zh", "hosting": "publisher", "how_read": "full" }} ] }}"#,
        print("校园。"),
        print("A school yard.")
    )
}

fn text(text: &str) -> SheetCell {
    SheetCell::Text(text.to_owned())
}

fn date(text: &str) -> SheetCell {
    SheetCell::Date(Date::try_from(text.to_owned()).expect("a date"))
}

fn number(number: f64) -> SheetCell {
    SheetCell::Number(number)
}

/// The rows of a table with these fields.
fn judged(exhibition: &str, table: Table, names: &[&str], rows: &[Vec<SheetCell>]) -> Preview {
    let mut sheet = SheetCells::default();
    for (line, row) in (1..).zip(rows) {
        sheet.rows.insert(line, (0..).zip(row.iter().cloned()).collect());
    }
    let field = |name: &&str| Field::named(table, name).expect("a field");
    let mapping = Mapping { table, heads: Some(0), fields: (0..).zip(names.iter().map(field)).collect() };
    judge(&Tree::of_text(exhibition).expect("a tree"), &sheet, &mapping)
}

/// The exhibition after the rows; taken twice, they change nothing more.
fn after(exhibition: &str, table: Table, names: &[&str], rows: &[Vec<SheetCell>]) -> Value {
    let preview = judged(exhibition, table, names, rows);
    let mut tree = Tree::of_text(exhibition).expect("a tree");
    tree.apply_all(&preview.changes).expect("they fit");
    assert_eq!(tree, preview.after);
    let text = tree.text().expect("a text");
    let again = judged(&text, table, names, rows);
    assert_eq!(again.changes, [], "the same once more changes nothing");
    let (x, problems) = crate::model::read(&text).expect("it can be read");
    drop((x, problems));
    serde_json::from_str(&text).expect("JSON")
}

fn verdicts(preview: &Preview) -> Vec<&Verdict> {
    preview.rows.iter().map(|row| &row.verdict).collect()
}

fn refused(preview: &Preview) -> Vec<&Refused> {
    fn why(verdict: &Verdict) -> Option<&Refused> {
        if let Verdict::Refused(why) = verdict { Some(why) } else { None }
    }
    verdicts(preview).into_iter().filter_map(why).collect()
}

#[test]
fn a_picture_is_found_by_its_id_its_file_and_what_a_spreadsheet_has_made_of_the_id() {
    let names = ["id", "file", "caption.bo"];
    for (id, file, by) in [
        (text("007"), text(""), FoundBy::Id),
        (number(7.0), text(""), FoundBy::RewrittenId),
        (text("7"), text(""), FoundBy::RewrittenId),
        (text(""), text("pictures/a.jpg"), FoundBy::File),
        (text(""), text("A.JPG"), FoundBy::File),
        (text("gone"), text("a"), FoundBy::File),
    ] {
        let preview = judged(&exhibition(), Table::Captions, &names, &[vec![id, file, text("ར་བ།")]]);
        let row = &preview.rows[0];
        assert_eq!((row.found_by, row.entry, &row.verdict), (Some(by), Some(0), &Verdict::Changed), "{row:?}");
    }
    let other = judged(&exhibition(), Table::Captions, &names, &[vec![text("b"), text("a.jpg"), text("ར།")]]);
    assert_eq!(refused(&other), [&Refused::OtherFile("b".to_owned())]);
    let none = judged(&exhibition(), Table::Captions, &names, &[vec![text("c"), text("c.jpg"), text("ར།")]]);
    assert_eq!(refused(&none), [&Refused::NoPicture("c.jpg".to_owned())]);
    let nameless = judged(&exhibition(), Table::Captions, &names, &[vec![text(""), text(""), text("ར།")]]);
    assert_eq!((refused(&nameless), nameless.rows[0].line), (vec![&Refused::NoName], 2));
}

#[test]
fn an_empty_cell_and_one_that_says_nothing_leave_what_is_there() {
    let nothing = [text(""), text("—"), text("n/a"), text("无"), text("暂无"), SheetCell::Error, text("#DIV/0!")];
    for cell in nothing {
        let row = vec![text("007"), cell.clone(), cell.clone()];
        let preview = judged(&exhibition(), Table::Captions, &["id", "caption.en", "date"], &[row]);
        assert_eq!(verdicts(&preview), [&Verdict::Same], "{cell:?}");
        let row = vec![number(1.0), cell.clone(), cell.clone(), cell.clone()];
        let preview =
            judged(&exhibition(), Table::Batches, &["number", "arrive.date", "figure", "figure.sources"], &[row]);
        assert_eq!(preview.changes, [], "{cell:?}");
    }
    // In a new batch it is a number that nobody has published.
    let rows = [vec![number(3.0), text("2001年"), text("—")]];
    let x = after(&exhibition(), Table::Batches, &["number", "arrive.date", "figure"], &rows);
    assert_eq!(x["batches"][2]["figure"], serde_json::json!({ "state": "not_published" }));
    assert_eq!(x["batches"][2]["arrive"]["date"], "2001");
}

#[test]
fn a_number_keeps_its_precision_and_needs_a_source_of_its_own() {
    let names = ["number", "figure", "figure.sources"];
    let row = |figure: SheetCell, source: &str| [vec![text("第二批"), figure, text(source)]];
    for (figure, value, precision) in [
        (text("近1000"), 1000.0, Some("nearly")),
        (text("1 000 余"), 1000.0, Some("more_than")),
        (text("≈1,000"), 1000.0, Some("about")),
        (number(2000.0), 2000.0, None),
        (number(0.0), 0.0, None),
    ] {
        let x = after(&exhibition(), Table::Batches, &names, &row(figure.clone(), "报道"));
        let made = &x["batches"][1]["figure"];
        assert_eq!(made["value"].as_f64(), Some(value), "{figure:?}");
        assert_eq!((made["precision"].as_str(), made["sources"][0].as_str()), (precision, Some("a")), "{figure:?}");
        let preview = judged(&exhibition(), Table::Batches, &names, &row(figure, ""));
        assert_eq!((refused(&preview), preview.changes.len()), (vec![&Refused::NoSource], 0));
    }
    let same = judged(&exhibition(), Table::Batches, &names, &[vec![number(1.0), text("nearly 2,117"), text("")]]);
    assert_eq!(verdicts(&same), [&Verdict::Same], "the number that is there needs no other source");
    let exact = judged(&exhibition(), Table::Batches, &names, &[vec![number(1.0), number(2117.0), text("")]]);
    assert_eq!(refused(&exact), [&Refused::NoSource], "without its word it is another claim");
    for wrong in ["1.000", "about", "1000-1200", "yes"] {
        let preview = judged(&exhibition(), Table::Batches, &names, &row(text(wrong), "a"));
        assert!(matches!(refused(&preview)[..], [Refused::Cell(_, _, Refusal::NoNumber)]), "{wrong}");
    }
    let unknown = judged(&exhibition(), Table::Batches, &names, &row(number(5.0), "Weekly"));
    assert!(matches!(refused(&unknown)[..], [Refused::Cell(_, _, Refusal::Unknown(_))]));
}

#[test]
fn a_word_beside_the_number_counts_for_it() {
    let names = ["number", "figure", "precision", "figure.sources"];
    let rows = [vec![number(2.0), number(1000.0), text("超过"), text("a")]];
    let x = after(&exhibition(), Table::Batches, &names, &rows);
    assert_eq!(x["batches"][1]["figure"]["precision"], "more_than");
    let contrary = [vec![number(2.0), text("近1000"), text("约"), text("a")]];
    assert_eq!(refused(&judged(&exhibition(), Table::Batches, &names, &contrary)).len(), 1);
}

#[test]
fn dates_come_as_days_numbers_and_words_and_are_never_more_precise_than_they_were() {
    let names = ["number", "arrive.date"];
    for (cell, expected) in [
        (number(34_820.0), "1995-05-01"),
        (number(2001.0), "2001"),
        (text("2016年7月"), "2016-07"),
        (text("July 2016"), "2016-07"),
        (date("2016-07-02"), "2016-07-02"),
        (date("2016-07"), "2016-07"),
        (number(201_607.0), "2016-07"),
        (text("20160712"), "2016-07-12"),
    ] {
        let x = after(&exhibition(), Table::Batches, &names, &[vec![number(2.0), cell.clone()]]);
        assert_eq!(x["batches"][1]["arrive"]["date"], expected, "{cell:?}");
    }
    // A spreadsheet has made the first of the month of it.
    for cell in [date("1995-05-01"), number(34_820.0), text("1995/5/1")] {
        let preview = judged(&exhibition(), Table::Batches, &names, &[vec![number(1.0), cell]]);
        assert_eq!(verdicts(&preview), [&Verdict::Same]);
    }
    for cell in [text("3/4/2024"), number(2016.07), SheetCell::Rewritten, text("Jul-16"), SheetCell::Flag(true)] {
        let preview = judged(&exhibition(), Table::Batches, &names, &[vec![number(2.0), cell.clone()]]);
        assert!(matches!(refused(&preview)[..], [Refused::Cell(_, _, Refusal::NoDate)]), "{cell:?}");
    }
}

#[test]
fn a_checked_text_that_changes_is_told_apart_and_keeps_what_it_was() {
    let names = ["id", "caption.zh", "caption.en"];
    let preview = judged(&exhibition(), Table::Captions, &names, &[vec![text("007"), text("操场。"), text("")]]);
    let cell = preview.rows[0].of_checked().next().expect("it was checked");
    assert_eq!((cell.check.as_ref().map(|check| check.reader.as_str()), preview.tally().checked), (Some("Li"), 1));
    let tree = Tree::of_text(&exhibition()).expect("a tree");
    let mut made = tree.clone();
    made.apply_all(&with_checks_kept(&tree, preview.changes)).expect("they fit");
    let reviewed = made.value(&"photos[0].caption.reviewed[0]".parse().expect("a path")).cloned().expect("a check");
    assert_eq!(reviewed["text_was"], "校园。");
    let source = judged(&exhibition(), Table::Captions, &names, &[vec![text("007"), text(""), text("A yard.")]]);
    assert_eq!(source.rows[0].of_checked().count(), 1, "its checked translation becomes outdated");
    let title = judged(&exhibition(), Table::Captions, &["id", "title.en"], &[vec![text("007"), text("Yards")]]);
    assert_eq!((title.tally().changed, title.tally().checked), (1, 0));
}

#[test]
fn new_rows_make_entries_once() {
    let names = ["province", "division", "since", "told.en"];
    let rows = [
        vec![text("江苏"), text("Shigatse"), text("2004"), text("from 2004")],
        vec![text("Jiangsu"), text("Lhasa City"), text("1994"), text("since 1994")],
        vec![text("江苏"), text("Shigatse"), text("2004"), text("from 2004")],
        vec![text("Atlantis"), text("Lhasa"), text("2004"), text("")],
        vec![text("江苏"), text("Lhasa"), text(""), text("told")],
    ];
    let preview = judged(&exhibition(), Table::Pairings, &names, &rows);
    let tally = preview.tally();
    assert_eq!((tally.new, tally.same, tally.refused), (1, 1, 3), "{:?}", preview.rows);
    assert!(matches!(preview.rows[1].verdict, Verdict::Refused(Refused::Twice(6))));
    let x = after(&exhibition(), Table::Pairings, &names, &rows[..2]);
    let told: Vec<&str> =
        x["pairings"].as_array().expect("a list").iter().filter_map(|one| one["told"]["en"].as_str()).collect();
    assert_eq!(told, ["since 1994", "from 2004"]);
}

#[test]
fn new_milestones_and_sources_get_ids_of_their_own_and_are_found_again() {
    let names = ["id", "date", "title.en", "title.zh", "photo"];
    let rows = [
        vec![text(""), text("July 2020"), text("A road opens"), text("通车"), text("007")],
        vec![text(""), text("2021"), text("A road opens"), text(""), text("")],
        vec![text("bridge-2"), text("2022"), text(""), text("大桥"), text("b.jpg")],
        vec![date("2016-07-01"), date("2016-07-01"), text("A bridge opens"), text("大桥通车"), text("")],
    ];
    let x = after(&exhibition(), Table::Milestones, &names, &rows);
    let ids: Vec<&str> =
        x["milestones"].as_array().expect("a list").iter().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ids, ["2016-7", "a-road-opens", "a-road-opens-2", "bridge-2"]);
    assert_eq!(
        (&x["milestones"][0]["title"]["zh"], &x["milestones"][0]["date"]),
        (&"大桥通车".into(), &"2016-07".into())
    );
    assert_eq!((&x["milestones"][1]["photo"], &x["milestones"][3]["photo"]), (&"007".into(), &"b".into()));
    // An id that a spreadsheet has rewritten beyond recognition makes no entry.
    for id in [SheetCell::Rewritten, text("Jul-17"), number(17.0), date("2017-07-01")] {
        let preview = judged(&exhibition(), Table::Milestones, &names, &[vec![id.clone(), text("2020"), text("New")]]);
        assert!(matches!(refused(&preview)[..], [Refused::Rewritten(_)]), "{id:?}");
    }
    let names = ["title", "publisher.zh", "address"];
    let rows = [vec![text("新报道"), text("日报"), text("https://example.org/1")]];
    let x = after(&exhibition(), Table::Sources, &names, &rows);
    assert_eq!((&x["sources"][1]["language"], &x["sources"][1]["id"]), (&"zh".into(), &"source".into()));
}

#[test]
fn a_row_is_taken_whole_or_not_at_all() {
    let rows = [vec![text("007"), text("New title"), text("when?"), text("New caption")]];
    let preview = judged(&exhibition(), Table::Captions, &["id", "title.en", "date", "caption.en"], &rows);
    assert_eq!((refused(&preview).len(), preview.changes.len()), (1, 0));
    assert_eq!(preview.after, Tree::of_text(&exhibition()).expect("a tree"));
}

#[test]
fn years_in_one_cell_are_the_first_and_the_last() {
    let rows = vec![
        vec![number(1.0), text("1995年5月至1998年6月")],
        vec![number(2.0), text("1998–2001")],
        vec![number(3.0), text("2001–")],
        vec![number(4.0), text("2007–2004")],
    ];
    let x = after(&exhibition(), Table::Batches, &["number", "arrive.date"], &rows);
    let ends = |i: usize| (x["batches"][i]["arrive"]["date"].clone(), x["batches"][i]["leave"]["date"].clone());
    assert_eq!(ends(0), ("1995-05".into(), "1998-06".into()));
    assert_eq!(ends(1), ("1998".into(), "2001".into()));
    assert_eq!(ends(2), ("2001".into(), Value::Null));
    let refused = judged(&exhibition(), Table::Batches, &["number", "arrive.date"], &rows);
    assert!(matches!(refused.rows[3].verdict, Verdict::Refused(Refused::Cell(_, _, Refusal::NoDate))));
    // A cell of its own for the last one counts.
    let rows =
        [vec![number(2.0), text("1998–2001"), text("2002")], vec![number(1.0), text("1995-05 – 1998"), text("—")]];
    let preview = judged(&exhibition(), Table::Batches, &["number", "arrive.date", "leave.date"], &rows);
    assert!(matches!(preview.rows[0].verdict, Verdict::Refused(_)), "two cells say otherwise");
    assert_eq!(preview.rows[1].verdict, Verdict::Changed);
    let rows = [vec![text("Jiangsu Province"), text("Lhasa"), text("1994–2020")]];
    let x = after(&exhibition(), Table::Pairings, &["province", "division", "since"], &rows);
    assert_eq!((&x["pairings"][0]["since"], &x["pairings"][0]["until"]), (&"1994".into(), &"2020".into()));
}
