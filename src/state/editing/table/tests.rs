//! Tables, as data and in a state.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::model::{Amount, Lang, List, Pack, PackFiles, PackPlace, Precision, Tree, read};
use crate::state::editing::{BeginCommand, Begun, EditCommand, Surface, Table};
use crate::state::{Action, State};
use crate::text::{cell_copied, cell_shown};

const TEXT: &str = r#"{ "format": 1, "title": { "en": "A" },
  "divisions": [ { "id": "5401", "name": { "en": "Lhasa", "zh": "拉萨" }, "kind": "city" } ],
  "provinces": [ { "id": "CN-JS", "name": { "en": "Jiangsu Province", "zh": "江苏省" }, "short_name": { "en": "Jiangsu", "zh": "江苏" }, "kind": "province" },
                 { "id": "CN-BJ", "name": { "en": "Beijing", "zh": "北京市" }, "kind": "municipality" } ],
  "batches": [ { "number": 1, "arrive": { "date": "1995" }, "figure": { "state": "reported", "value": 622, "sources": ["s"], "note": { "en": "kept" } } },
               { "number": 2, "arrive": { "date": "1998" }, "figure": { "state": "not_published" } },
               { "number": 3, "arrive": { "date": "2001" }, "leave": { "date": "2004", "inferred": true },
                 "figure": { "state": "worked_out", "terms": [ { "value": 10, "sources": ["s"] }, { "value": -3, "sources": ["t"] } ] } } ],
  "milestones": [ { "id": "m", "date": "1994-07", "title": { "en": "One" }, "text": {}, "provinces": ["CN-JS", "CN-BJ"], "sources": ["s", "t"] } ],
  "photos": [ { "id": "a", "file": "a.jpg", "title": { "en": "One" }, "caption": { "en": "First", "zh": "一", "bo": "གཅིག", "reviewed": ["en", "bo"] }, "alt": {} },
              { "id": "b", "file": "b.jpg", "title": { "en": "Two" }, "caption": { "en": "Second" }, "alt": {} },
              { "id": "c", "file": "c.jpg", "title": { "en": "Three" }, "caption": { "en": "Third" }, "alt": {} } ],
  "sources": [ { "id": "s", "publisher": { "en": "P" }, "language": "en", "hosting": "publisher", "how_read": "full" },
               { "id": "t", "title": "T, with a comma", "publisher": { "en": "P" }, "language": "en", "hosting": "mirror", "how_read": "data" } ] }
"#;

fn tree() -> Tree {
    Tree::of_text(TEXT).expect("a tree")
}

fn column(table: Table, name: Named) -> (usize, Column) {
    let all = columns(table, passages(table).get(usize::from(table == Table::Captions)).copied());
    let at = all.iter().position(|column| column.name == name).expect("a column");
    (at, all[at])
}

/// What a text makes of a cell, as JSON.
fn made(table: Table, name: Named, index: usize, text: &str) -> Result<String, Refusal> {
    let mut tree = tree();
    let (_, column) = column(table, name);
    if let Some(change) = put(&tree, table.list(), index, &column, text)? {
        tree.apply(&change).expect("it fits");
    }
    let entry = tree.entry(table.list().field(), index).expect("an entry");
    Ok(entry.get(column.field.split('.').next().expect("a field")).map_or_else(String::new, ToString::to_string))
}

#[test]
fn numbers_are_read_in_three_languages_with_the_word_for_their_precision() {
    use Precision::{About, Exact, MoreThan, Nearly};
    for (text, value, precision) in [
        ("2,117", 2117.0, Exact),
        ("2 117", 2117.0, Exact),
        ("2\u{202f}117", 2117.0, Exact),
        ("２，１１７", 2117.0, Exact),
        ("༢༡༡༧", 2117.0, Exact),
        ("1’234’567.5", 1_234_567.5, Exact),
        ("0", 0.0, Exact),
        ("nearly 12,000", 12_000.0, Nearly),
        ("Almost 12000", 12_000.0, Nearly),
        ("近 1.2 万", 12_000.0, Nearly),
        ("超过 62 亿", 6.2e9, MoreThan),
        ("more than 6.2", 6.2, MoreThan),
        ("≥850", 850.0, MoreThan),
        ("2,100 余", 2100.0, MoreThan),
        ("850+", 850.0, MoreThan),
        ("About 30", 30.0, About),
        ("约30", 30.0, About),
        ("30 左右", 30.0, About),
        ("12,000 ལ་ཉེ་བ", 12_000.0, Nearly),
        ("850 ལྷག།", 850.0, MoreThan),
        ("30 ཙམ།", 30.0, About),
    ] {
        assert_eq!(read_amount(text), Ok(Amount { value, precision }), "{text}");
    }
    for text in ["", "n/a", "21,17", "1,2345", "12o", "1.2.3", "five", "nearly", "1e5", "."] {
        assert_eq!(read_amount(text), Err(Refusal::NoNumber), "{text}");
    }
    assert_eq!(read_amount("-3"), Err(Refusal::Negative));
    assert_eq!(read_amount("99999999999999999999"), Err(Refusal::TooLarge));
}

#[test]
fn an_emptied_number_is_not_published_and_never_zero() {
    let emptied = made(Table::Batches, Named::People, 0, " ").expect("emptied");
    assert_eq!(emptied, r#"{"state":"not_published","sources":["s"],"note":{"en":"kept"}}"#);
    let again = made(Table::Batches, Named::People, 1, "").expect("as it was");
    assert_eq!(again, r#"{"state":"not_published"}"#);
    assert_eq!(
        made(Table::Batches, Named::People, 1, "nearly 2,117").expect("a number"),
        r#"{"state":"reported","value":2117,"precision":"nearly"}"#
    );
    assert_eq!(made(Table::Batches, Named::People, 0, "0").expect("zero").matches("\"value\":0").count(), 1);
    assert_eq!(made(Table::Batches, Named::People, 0, "不适用").expect("words").matches("not_applicable").count(), 1);
}

#[test]
fn what_is_worked_out_is_not_typed_over_but_its_own_sum_does_no_harm() {
    assert_eq!(made(Table::Batches, Named::People, 2, "8"), Err(Refusal::WorkedOut));
    assert_eq!(made(Table::Batches, Named::People, 2, ""), Err(Refusal::WorkedOut));
    assert!(made(Table::Batches, Named::People, 2, "7").is_ok_and(|json| json.contains("worked_out")));
    assert_eq!(made(Table::Batches, Named::PeopleSources, 2, "s"), Err(Refusal::WorkedOut));
    assert_eq!(made(Table::Batches, Named::PeopleSources, 1, "s"), Err(Refusal::NumberFirst));
}

#[test]
fn a_date_a_choice_and_a_name_are_taken_as_people_write_them() {
    assert_eq!(made(Table::Batches, Named::Arrived, 0, "1995/5/17").expect("a date"), r#"{"date":"1995-05-17"}"#);
    assert_eq!(made(Table::Batches, Named::Arrived, 0, "1995 年 5 月").expect("a date"), r#"{"date":"1995-05"}"#);
    assert_eq!(made(Table::Batches, Named::Arrived, 0, "17/5/1995").expect("a date"), r#"{"date":"1995-05-17"}"#);
    assert_eq!(made(Table::Batches, Named::Arrived, 0, "3/5/1995"), Err(Refusal::NoDate), "it could be two days");
    assert_eq!(made(Table::Batches, Named::Arrived, 0, ""), Err(Refusal::Needed));
    assert_eq!(made(Table::Batches, Named::Left, 2, "").expect("emptied"), "");
    assert_eq!(made(Table::Batches, Named::Left, 2, "2005").expect("a date"), r#"{"date":"2005","inferred":true}"#);
    assert_eq!(made(Table::Sources, Named::Hosting, 0, "转载").expect("a choice"), "\"reprint\"");
    assert_eq!(made(Table::Sources, Named::Hosting, 0, "somewhere"), Err(Refusal::NoChoice));
    assert_eq!(made(Table::Milestones, Named::Provinces, 0, "北京市、jiangsu").expect("names"), r#"["CN-BJ","CN-JS"]"#);
    assert_eq!(made(Table::Milestones, Named::Sources, 0, "T, with a comma").expect("a title"), r#"["t"]"#);
    let unknown = Err(Refusal::Unknown(List::Provinces));
    assert_eq!(made(Table::Milestones, Named::Provinces, 0, "Jiangsu, Atlantis"), unknown);
}

#[test]
fn cells_of_a_spreadsheet_may_hold_tabs_line_breaks_and_quotation_marks() {
    assert_eq!(parsed("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
    assert_eq!(parsed("\"a \"\"b\"\"\n\tc\"\td"), [["a \"b\"\n\tc", "d"]]);
    assert_eq!(parsed("\"Hello\" he said\t\"open"), [["\"Hello\" he said", "\"open"]]);
    assert_eq!(parsed("\n\n"), [[""], [""]]);
    assert_eq!(parsed(""), [[""]]);
}

fn table_rows(tree: &Tree, table: Table) -> Vec<usize> {
    (0..tree.len(table.list().field())).collect()
}

#[test]
fn a_block_is_filled_with_what_divides_it_and_the_rest_is_told() {
    let tree = tree();
    let (at, _) = column(Table::Captions, Named::Text(Lang::Zh));
    let all = columns(Table::Captions, Some(Passage::Caption));
    let rows = table_rows(&tree, Table::Captions);
    let place = (List::Photos, &all[..], &rows[..]);
    let (changes, report) = pasted(&tree, place, (0, at), Block { rows: 3, columns: 1 }, "同");
    assert_eq!((changes.len(), report.changed, report.is_cut()), (3, 3, false));
    let (changes, report) = pasted(&tree, place, (1, at), Block { rows: 1, columns: 1 }, "1\t2\t3\n4\t5\n6\n");
    assert_eq!((report.copied, report.here), (Block { rows: 3, columns: 3 }, Block { rows: 2, columns: 2 }));
    assert_eq!(changes.len(), 4);
}

#[test]
fn a_number_and_its_sources_pasted_side_by_side_are_one_figure() {
    let mut tree = tree();
    let (at, _) = column(Table::Batches, Named::People);
    let all = columns(Table::Batches, None);
    let rows = table_rows(&tree, Table::Batches);
    let place = (List::Batches, &all[..], &rows[..]);
    let (changes, report) = pasted(&tree, place, (1, at), Block { rows: 1, columns: 1 }, "约 850\ts, t\n12o\ts\n");
    tree.apply_all(&changes).expect("they fit");
    let figure = tree.entry("batches", 1).and_then(|batch| batch.get("figure")).expect("a figure");
    assert_eq!(figure.to_string(), r#"{"state":"reported","value":850,"precision":"about","sources":["s","t"]}"#);
    let why: Vec<_> = report.refused.iter().map(|refused| (refused.index, refused.why)).collect();
    assert_eq!(why, [(2, Refusal::WorkedOut), (2, Refusal::WorkedOut)]);
}

fn cell_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z\"\t ,;.0-9]{0,12}",
        2 => "[\"\n\r\tab]{0,6}",
        1 => "[一二三་།ཀ-ཧ]{0,8}",
        1 => Just(String::new()),
    ]
}

proptest! {
    #[test]
    fn any_cells_come_back_as_they_were_copied(
        columns in 1..4_usize,
        cells in proptest::collection::vec(cell_text(), 12),
        rows in 1..4_usize,
    ) {
        // A line break within a cell is LF, however it is written.
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('\r', "\n")).collect();
        let rows: Vec<Vec<String>> = cells.chunks(columns).take(rows).filter(|row| row.len() == columns).map(<[String]>::to_vec).collect();
        prop_assert_eq!(parsed(&written(&rows)), rows);
    }

    #[test]
    fn any_text_in_any_cell_leaves_a_document_that_can_be_read_and_what_is_copied_changes_nothing(
        table in proptest::sample::select(Table::ALL.to_vec()),
        column in 0..9_usize,
        index in 0..3_usize,
        text in prop_oneof![
            cell_text(),
            Just("nearly 2,117".to_owned()), Just("未公布".to_owned()), Just("2024-08".to_owned()), Just("1e9".to_owned()),
            Just("CN-JS".to_owned()), Just("Jiangsu; Beijing".to_owned()), Just("s".to_owned()), Just("yes".to_owned()), Just("3".to_owned()),
            Just("mirror".to_owned()), Just("5401".to_owned()), Just("0".to_owned()), Just("a".to_owned()),
        ],
        lang in proptest::sample::select(Lang::ALL.to_vec()),
    ) {
        let mut tree = tree();
        let list = table.list();
        let all = columns(table, passages(table).first().copied());
        let column = all[column % all.len()];
        if index < tree.len(list.field()) {
            let before = tree.text().expect("text");
            if let Ok(Some(change)) = put(&tree, list, index, &column, &text) {
                let inverse = tree.apply(&change).expect("it fits");
                let (_, problems) = read(&tree.text().expect("text")).expect("read");
                prop_assert_eq!(problems, Vec::new());
                let mut back = tree.clone();
                back.apply(&inverse).expect("it fits");
                prop_assert_eq!(back.text().expect("text"), before);
            }
            for column in &all {
                let held = cell(&tree, list, index, column);
                let copied = cell_copied(lang, &tree, &held);
                // A line break of an older file in a cell of one line becomes a blank.
                if !copied.contains(['\n', '\r', '\t']) {
                    prop_assert_eq!(put(&tree, list, index, column, &copied), Ok(None), "{:?} {}", column, copied);
                }
                prop_assert!(held != Cell::Empty || cell_shown(lang, &tree, &held).is_empty());
            }
        }
    }
}

fn begun() -> State {
    let (exhibition, problems) = read(TEXT).expect("read");
    let names: BTreeSet<String> = ["a.jpg", "b.jpg", "c.jpg"].map(str::to_owned).into();
    let pack = Pack::new(PackPlace::BuiltIn, exhibition, problems, |name| names.contains(name));
    let files = PackFiles { names, ..PackFiles::default() };
    let begun = Begun { pack, tree: tree(), files, records: Vec::new(), target: None, is_older: false };
    let mut state = State::default();
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun)))));
    state.update(Action::Edit(EditCommand::Surface(Surface::Tables)));
    state
}

fn send(state: &mut State, command: CellCommand) {
    state.update(Action::Edit(EditCommand::Cells(command)));
}

fn cells(state: &State) -> &TableView {
    state.editing().expect("editing").cells()
}

fn text(state: &State) -> String {
    state.editing().expect("editing").tree().text().expect("text")
}

#[test]
fn a_row_that_no_longer_answers_its_filter_stays_until_it_is_left() {
    let mut state = begun();
    assert_eq!(cells(&state).counts(), [3, 0, 2, 2, 3, 0]);
    send(&mut state, CellCommand::Filter(RowFilter::Missing(Lang::Bo)));
    let keys: Vec<_> = cells(&state).rows().iter().map(|row| row.key).collect();
    assert_eq!(keys.len(), 2);
    send(&mut state, CellCommand::Point(keys[0], 2));
    send(&mut state, CellCommand::Write { text: String::new(), instead: false });
    send(&mut state, CellCommand::Type("གཉིས".to_owned()));
    assert_eq!((cells(&state).rows().len(), cells(&state).rows()[0].answers), (2, false));
    send(&mut state, CellCommand::Written(Some(Go::By(1, 0))));
    assert_eq!(cells(&state).rows().iter().map(|row| row.key).collect::<Vec<_>>(), keys[1..]);
    assert_eq!(cells(&state).cursor(), Some(At { key: keys[1], column: 2 }));
}

#[test]
fn leaving_a_cell_takes_back_what_was_typed_in_it_and_nothing_else() {
    let mut state = begun();
    let key = cells(&state).rows()[1].key;
    send(&mut state, CellCommand::Point(key, 0));
    send(&mut state, CellCommand::Put("Before".to_owned()));
    let before = text(&state);
    send(&mut state, CellCommand::Write { text: "W".to_owned(), instead: true });
    state.update(Action::Tick(10.0));
    send(&mut state, CellCommand::Type("Wo".to_owned()));
    assert_ne!(text(&state), before);
    send(&mut state, CellCommand::Leave);
    assert_eq!((text(&state), cells(&state).writing()), (before, None));
    assert_eq!(state.editing().expect("editing").history().undoable(), 1);
    assert_eq!(cells(&state).cursor(), Some(At { key, column: 0 }));
}

#[test]
fn a_paste_is_one_step_and_one_that_has_no_room_asks_once() {
    let mut state = begun();
    let key = cells(&state).rows()[1].key;
    send(&mut state, CellCommand::Point(key, 0));
    send(&mut state, CellCommand::Paste("One\t一\nTwo\t二\nThree\t三\n".to_owned()));
    let question = cells(&state).question().expect("a question");
    assert_eq!((question.copied.rows, question.here.rows), (3, 2));
    assert_eq!(text(&state), TEXT);
    send(&mut state, CellCommand::PasteHere);
    assert_eq!(state.pack().exhibition.photos[2].caption.zh, "二");
    assert_eq!(cells(&state).block(), Some(([1, 2], [0, 1])));
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(text(&state), TEXT);
    assert_eq!(cells(&state).cursor(), Some(At { key, column: 0 }), "where it happened");
}

#[test]
fn rows_that_a_spreadsheet_has_more_are_added_in_the_same_step_and_make_the_first_ones_too() {
    let mut state = begun();
    state.update(Action::Edit(EditCommand::Table(Table::Milestones)));
    let key = cells(&state).rows()[0].key;
    send(&mut state, CellCommand::Point(key, 0));
    send(&mut state, CellCommand::Paste("1994\n1995-07\n1996\n".to_owned()));
    assert_eq!(cells(&state).question().expect("a question").added, 2);
    send(&mut state, CellCommand::PasteAdding);
    let dates = |state: &State| -> Vec<String> {
        state.pack().exhibition.milestones.iter().map(|milestone| String::from(milestone.date)).collect()
    };
    assert_eq!(dates(&state), ["1994", "1995-07", "1996"]);
    assert_eq!(cells(&state).block(), Some(([0, 2], [0, 0])));
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(text(&state), TEXT);
    send(&mut state, CellCommand::Delete);
    send(&mut state, CellCommand::Paste("2000\n2001".to_owned()));
    assert_eq!(dates(&state), ["2000", "2001"], "a table without rows asks nothing");
    // A picture needs its file.
    state.update(Action::Edit(EditCommand::Table(Table::Captions)));
    let key = cells(&state).rows()[2].key;
    send(&mut state, CellCommand::Point(key, 0));
    send(&mut state, CellCommand::Paste("One\nTwo".to_owned()));
    assert_eq!(cells(&state).question().expect("a question").added, 0);
}

#[test]
fn what_a_cell_cannot_hold_is_still_being_written_with_the_reason() {
    let mut state = begun();
    state.update(Action::Edit(EditCommand::Table(Table::Batches)));
    let key = cells(&state).rows()[1].key;
    let (people, _) = column(Table::Batches, Named::People);
    send(&mut state, CellCommand::Point(key, people));
    send(&mut state, CellCommand::Write { text: "12o".to_owned(), instead: true });
    send(&mut state, CellCommand::Written(Some(Go::By(1, 0))));
    assert_eq!(cells(&state).report().expect("a report").refused[0].why, Refusal::NoNumber);
    assert_eq!((cells(&state).writing().expect("writing").text.as_str(), text(&state).as_str()), ("12o", TEXT));
    send(&mut state, CellCommand::Type("120".to_owned()));
    send(&mut state, CellCommand::Written(Some(Go::By(1, 0))));
    let amount = state.pack().exhibition.batches[1].figure.amount();
    assert_eq!(amount, Some(Amount { value: 120.0, precision: Precision::Exact }));
    send(&mut state, CellCommand::Point(key, people));
    send(&mut state, CellCommand::Empty);
    assert_eq!(state.pack().exhibition.batches[1].figure.amount(), None);
}

#[test]
fn a_row_is_added_where_it_can_be_written_in_and_deleted_in_one_step() {
    let mut state = begun();
    state.update(Action::Edit(EditCommand::Table(Table::Batches)));
    send(&mut state, CellCommand::Add);
    assert_eq!((cells(&state).rows().len(), cells(&state).block()), (4, Some(([3, 3], [0, 0]))));
    let first = cells(&state).rows()[1].key;
    send(&mut state, CellCommand::StretchTo(first, 2));
    send(&mut state, CellCommand::Delete);
    assert_eq!(state.pack().exhibition.batches.len(), 1);
    state.update(Action::Edit(EditCommand::Undo));
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(text(&state), TEXT);
}

#[test]
fn undoing_while_a_cell_is_written_shows_the_text_as_it_is() {
    let mut state = begun();
    let key = cells(&state).rows()[1].key;
    send(&mut state, CellCommand::Point(key, 0));
    send(&mut state, CellCommand::Write { text: "Second".to_owned(), instead: false });
    send(&mut state, CellCommand::Type("Second one".to_owned()));
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(cells(&state).writing().expect("writing").text, "Second");
    send(&mut state, CellCommand::Written(None));
    assert_eq!(text(&state), TEXT);
    // A number that is typed is no step yet.
    state.update(Action::Edit(EditCommand::Table(Table::Batches)));
    let key = cells(&state).rows()[1].key;
    send(&mut state, CellCommand::Point(key, 3));
    send(&mut state, CellCommand::Write { text: "1".to_owned(), instead: true });
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!((cells(&state).writing(), text(&state).as_str()), (None, TEXT));
}

#[test]
fn an_edit_of_a_checked_text_shows_as_outdated_at_once() {
    let mut state = begun();
    let key = cells(&state).rows()[0].key;
    send(&mut state, CellCommand::Point(key, 0));
    let at = "photos[0].caption".parse().expect("a path");
    let check = EditCommand::Check { at, lang: Lang::En, reader: Some("Reader 1".to_owned()) };
    state.update(Action::Edit(check));
    let outdated = |state: &State| cells(state).counts()[5];
    assert_eq!(outdated(&state), 0);
    send(&mut state, CellCommand::Write { text: "First".to_owned(), instead: false });
    send(&mut state, CellCommand::Type("First one".to_owned()));
    assert_eq!(outdated(&state), 1);
    send(&mut state, CellCommand::Leave);
    assert_eq!(outdated(&state), 0);
}

#[test]
fn a_source_goes_with_all_that_refers_to_it_in_one_step() {
    let mut state = begun();
    state.update(Action::Edit(EditCommand::Table(Table::Sources)));
    let key = cells(&state).rows()[0].key;
    send(&mut state, CellCommand::Row(key));
    send(&mut state, CellCommand::Delete);
    assert!(!text(&state).contains("\"s\""), "{}", text(&state));
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(text(&state), TEXT);
}

#[test]
fn a_number_that_is_being_typed_is_saved_too() {
    let mut state = begun();
    state.update(Action::Edit(EditCommand::Table(Table::Batches)));
    let key = cells(&state).rows()[1].key;
    send(&mut state, CellCommand::Point(key, 3));
    send(&mut state, CellCommand::Write { text: "850".to_owned(), instead: true });
    state.update(Action::Edit(EditCommand::Save));
    assert!(text(&state).contains("850"));
    assert_eq!(cells(&state).writing(), None);
}
