//! Texts out to a native reader and back: what was answered is taken, all else stays, byte for byte.

#[path = "review/files.rs"]
mod files;
#[path = "review/hostile.rs"]
mod hostile;
#[path = "review/looks.rs"]
mod looks;
#[path = "review/made.rs"]
mod made;
#[path = "review/page.rs"]
mod page;
#[path = "review/page_files.rs"]
mod page_files;
#[path = "review/properties.rs"]
mod properties;

use rust_xlsxwriter::Workbook;
use vitrine::model::{Date, Fingerprint, Lang, TextState, Tree, Words};
use vitrine::review::{self, Answers, Column, Outcome, Refusal, Row, Sheet, Unread, Verdict, judge, rows};
use vitrine::text::{self, ReviewSheet, Say};

/// An exhibition with drafts, a text that is checked, and one whose source has changed since.
fn exhibition() -> String {
    let print = |text| String::from(Fingerprint::of(text));
    format!(
        r#"{{ "format": 1, "title": {{ "en": "Schools", "bo": "སློབ་གྲྭ།" }},
  "provinces": [ {{ "id": "CN-JS", "name": {{ "en": "Jiangsu", "zh": "江苏省", "bo": "ཅང་སུའུ།" }}, "kind": "province" }} ],
  "photos": [
    {{ "id": "2016-7", "file": "a.jpg", "title": {{ "en": "A yard", "bo": "ར་བ།" }},
       "caption": {{ "en": "A school yard.", "zh": "校园。", "bo": "སློབ་གྲྭའི་ར་བ།",
         "reviewed": [ {{ "lang": "bo", "reader": "Dolma", "date": "2026-01-05", "text": "{}", "from": "en", "source": "{}" }} ] }},
       "alt": {{ "en": "Children", "bo": "བྱིས་པ།", "reviewed": [ {{ "lang": "bo", "text": "{}", "from": "en", "source": "{}" }} ] }} }},
    {{ "id": "b", "file": "b.jpg", "title": {{ "en": "=1+1", "bo": "-1" }}, "caption": {{ "en": "Only here" }}, "alt": {{}} }} ] }}
"#,
        print("སློབ་གྲྭའི་ར་བ།"),
        print("A school yard."),
        print("བྱིས་པ།"),
        print("Pupils"),
    )
}

fn tree(text: &str) -> Tree {
    Tree::of_text(text).expect("a tree")
}

/// The bytes of a sheet with every text of an exhibition in a language.
fn sheet_of(text: &str, lang: Lang) -> Vec<u8> {
    let tree = tree(text);
    let rows = rows(&tree, lang);
    review::sheet(Sheet { lang, tree: &tree, text, rows: &rows }, &mut |_| None, &|_| true).expect("a sheet")
}

/// The cells of the first sheet, as a reader sees them.
fn cells_of(bytes: &[u8]) -> Vec<Vec<String>> {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// A workbook of these cells alone, as somebody saves them who keeps neither the name of the sheet, nor its mark, nor its looks.
fn saved(cells: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name("Sheet 1 (2)").expect("a name");
    for (line, row) in (0..).zip(cells) {
        for (column, cell) in (0..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            page.write_string(line, column, cell).expect("written");
        }
    }
    book.save_to_buffer().expect("saved")
}

fn at(column: Column) -> usize {
    Column::ALL.iter().position(|other| *other == column).expect("a column")
}

/// Writes an answer beside the text with this id.
fn answer(cells: &mut [Vec<String>], id: &str, column: Column, answer: &str) {
    let row = cells.iter_mut().find(|row| row[at(Column::Id)] == id).expect(id);
    answer.clone_into(&mut row[at(column)]);
}

fn today() -> Option<Date> {
    Date::try_from("2026-11-30".to_owned()).ok()
}

fn judged(text: &str, bytes: &[u8]) -> Outcome {
    judge(&tree(text), &review::read(bytes).expect("answers").rows, ("Tashi", today()))
}

/// The text after the answers of a sheet.
fn after(text: &str, outcome: &Outcome) -> String {
    let mut tree = tree(text);
    tree.apply_all(&outcome.changes).expect("they fit");
    tree.text().expect("a text")
}

fn words(text: &str, at: &str) -> Words {
    let value = tree(text).value(&at.parse().expect("a path")).cloned().expect(at);
    serde_json::from_value(value).expect("words")
}

fn verdict_of(outcome: &Outcome, id: &str) -> Verdict {
    let has_id = |row: &&review::Judged| row.row.as_ref().is_some_and(|row| row.id == id);
    outcome.rows.iter().find(has_id).map(|row| row.verdict.clone()).expect(id)
}

const TITLE: &str = "photos/2016-7/title.bo";
const CAPTION: &str = "photos/2016-7/caption.bo";
const ALT: &str = "photos/2016-7/alt.bo";

#[test]
fn only_what_is_still_to_be_checked_is_asked_unless_everything_is() {
    let tree = tree(&exhibition());
    let rows = rows(&tree, Lang::Bo);
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert!(ids.contains(&"photos/b/caption.bo"), "a missing text can be filled in: {ids:?}");
    let asked: Vec<&str> =
        rows.iter().filter(|row| row.state().is_to_be_checked()).map(|row| row.id.as_str()).collect();
    assert_eq!(asked, ["whole/title.bo", "provinces/CN-JS/name.bo", TITLE, ALT, "photos/b/title.bo"]);
}

#[test]
fn what_is_agreed_and_changed_becomes_checked_by_the_reader() {
    let text = exhibition();
    let mut cells = cells_of(&sheet_of(&text, Lang::Bo));
    let agreed = text::say(Lang::Bo, Say::ReviewSheet(ReviewSheet::Agreed));
    answer(&mut cells, TITLE, Column::Agreed, &agreed);
    answer(&mut cells, ALT, Column::Better, " བྱིས་པ་ཚོ། \r\n");
    answer(&mut cells, ALT, Column::Remark, "plural");
    answer(&mut cells, "photos/b/caption.bo", Column::Better, "འདིར།");
    answer(&mut cells, "photos/b/title.bo", Column::Agreed, "maybe");
    let outcome = judged(&text, &saved(&cells));
    let tally = outcome.tally();
    assert_eq!((tally.agreed, tally.changed, tally.refused, tally.untouched), (1, 2, 1, 3), "{:?}", outcome.rows);
    assert_eq!(verdict_of(&outcome, "photos/b/title.bo"), Verdict::Refused(Refusal::NotAChoice("maybe".to_owned())));
    let text = after(&text, &outcome);
    for (at, expected) in [("photos[0].title", "ར་བ།"), ("photos[0].alt", "བྱིས་པ་ཚོ།"), ("photos[1].caption", "འདིར།")]
    {
        let words = words(&text, at);
        let TextState::Checked(check) = words.state(Lang::Bo) else { panic!("{at}: {:?}", words.state(Lang::Bo)) };
        assert_eq!((words.bo.as_str(), check.reader.as_str(), check.date), (expected, "Tashi", today()));
    }
    assert_eq!(words(&text, "photos[0].caption").reviewed.of(Lang::Bo).expect("a check").reader, "Dolma");
    // The same sheet once more changes nothing.
    let again = judged(&text, &saved(&cells));
    assert_eq!((again.changes.len(), again.tally().already), (0, 3), "{:?}", again.rows);
}

#[test]
fn a_checked_text_is_never_replaced_in_silence() {
    let text = exhibition();
    let mut cells = cells_of(&sheet_of(&text, Lang::Bo));
    answer(&mut cells, CAPTION, Column::Better, "ར་བ་ཆེན་པོ།");
    answer(&mut cells, TITLE, Column::Agreed, "x");
    let outcome = judged(&text, &saved(&cells));
    let replaced: Vec<&str> = outcome.rows.iter().filter_map(|row| Some(row.replaces()?.reader.as_str())).collect();
    assert_eq!(replaced, ["Dolma"]);
    answer(&mut cells, CAPTION, Column::Better, "");
    answer(&mut cells, CAPTION, Column::Agreed, "x");
    let outcome = judged(&text, &saved(&cells));
    assert_eq!(verdict_of(&outcome, CAPTION), Verdict::Already, "another's check stays");
}

#[test]
fn what_has_changed_since_the_sheet_was_made_is_shown_and_not_applied() {
    let text = exhibition();
    let mut cells = cells_of(&sheet_of(&text, Lang::Bo));
    answer(&mut cells, TITLE, Column::Better, "གཞན།");
    answer(&mut cells, "whole/title.bo", Column::Agreed, "x");
    let source = text.replace("A yard", "Two yards").replace("\"སློབ་གྲྭ།\"", "\"སློབ་གྲྭ་ཚོ།\"");
    let outcome = judged(&source, &saved(&cells));
    assert_eq!(verdict_of(&outcome, TITLE), Verdict::SourceChanged);
    assert_eq!(verdict_of(&outcome, "whole/title.bo"), Verdict::TextChanged);
    assert_eq!((outcome.tally().meanwhile, outcome.changes.len()), (2, 0));
    let wanted = outcome.rows.iter().find(|row| row.verdict == Verdict::SourceChanged).map(|row| row.wanted.as_str());
    assert_eq!(wanted, Some("གཞན།"), "what the reader wrote is not lost");
}

#[test]
fn an_answer_in_the_wrong_place_is_refused_with_its_row() {
    let text = exhibition();
    let mut cells = cells_of(&sheet_of(&text, Lang::Bo));
    answer(&mut cells, TITLE, Column::Draft, "བྲིས།");
    answer(&mut cells, ALT, Column::Id, "photos/gone/alt.bo");
    answer(&mut cells, "photos/gone/alt.bo", Column::TextPrint, "print:0000000000000000");
    answer(&mut cells, "photos/gone/alt.bo", Column::Agreed, "x");
    let mut twice = cells.iter().find(|row| row[at(Column::Id)] == "whole/title.bo").expect("a row").clone();
    "གཅིག".clone_into(&mut twice[at(Column::Better)]);
    answer(&mut cells, "whole/title.bo", Column::Better, "གཉིས།");
    cells.push(twice);
    let outcome = judged(&text, &saved(&cells));
    assert_eq!(verdict_of(&outcome, TITLE), Verdict::Refused(Refusal::DraftEdited));
    assert_eq!(verdict_of(&outcome, "whole/title.bo"), Verdict::Refused(Refusal::Twice));
    let unknown = outcome.rows.iter().find(|row| row.row.is_none()).expect("a row without a text");
    assert_eq!(unknown.verdict, Verdict::Refused(Refusal::UnknownId("photos/gone/alt.bo".to_owned())));
    let line = cells.iter().position(|row| row[at(Column::Id)] == "photos/gone/alt.bo").expect("the row") + 1;
    assert_eq!((unknown.line as usize, outcome.changes.len()), (line, 0));
}

#[test]
fn an_entry_that_has_moved_or_lost_its_id_on_the_sheet_is_still_known() {
    let text = exhibition();
    let mut cells = cells_of(&sheet_of(&text, Lang::Bo));
    answer(&mut cells, TITLE, Column::Agreed, "x");
    // A spreadsheet has made a date of an id.
    answer(&mut cells, TITLE, Column::Id, "2016-07-01");
    let moved = text.replace("\"photos\": [", "\"photos\": [ { \"id\": \"new\", \"title\": { \"en\": \"N\" } },");
    for text in [&text, &moved] {
        assert_eq!(verdict_of(&judged(text, &saved(&cells)), TITLE), Verdict::Agreed);
    }
}

#[test]
fn the_readers_name_stands_on_the_sheet_and_what_it_is_of_in_it() {
    let text = exhibition();
    for lang in Lang::ALL {
        let bytes = sheet_of(&text, lang);
        let Answers { pack, reader, rows, .. } = review::read(&bytes).expect("answers");
        assert_eq!((pack, reader), (Some(review::print_text(&text)), None));
        assert!(rows.iter().any(|row| row.id.as_deref() == Some(&format!("whole/title.{}", lang.code()))));
        let mut cells = cells_of(&bytes);
        let label = text::say(lang, Say::ReviewSheet(ReviewSheet::ReaderName));
        let row = cells.iter_mut().find(|row| row.contains(&label)).expect("the label");
        let beside = row.iter().position(|cell| *cell == label).expect("the label") + 1;
        "Tashi Dolma".clone_into(&mut row[beside]);
        assert_eq!(review::read(&saved(&cells)).expect("answers").reader.as_deref(), Some("Tashi Dolma"));
    }
}

/// Excel keeps texts apart from the cells, in pieces where a word is bold or has its reading over it.
#[test]
fn a_text_in_several_pieces_is_one_text() {
    let text = exhibition();
    let row = rows_in(&text, Lang::Bo).into_iter().find(|row| row.id == TITLE).expect("the row");
    let keys = "<si><t>vitrine:id</t></si><si><t>vitrine:text</t></si><si><t>vitrine:source-print</t></si><si><t>vitrine:better</t></si>";
    let pieces = "<si><r><t xml:space=\"preserve\">ར་བ་ </t></r><r><rPr><b/></rPr><t>གསར་པ།_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>ra</t></rPh></si>";
    let facts =
        [&row.id, &row.text_print(), &row.source_print()].map(|fact| format!("<si><t>{fact}</t></si>")).concat();
    let strings = format!("<sst uniqueCount=\"8\">{keys}{facts}{pieces}</sst>");
    let line = |all: [usize; 4]| all.map(|i| format!("<c t=\"s\"><v>{i}</v></c>")).concat();
    let rows = format!("<row r=\"4\">{}</row><row r=\"9\">{}</row>", line([0, 1, 2, 3]), line([4, 5, 6, 7]));
    let parts = [("xl/worksheets/sheet1.xml", &*made::sheet(&rows)), ("xl/sharedStrings.xml", strings.as_bytes())];
    let outcome = judged(&text, &made::workbook(&parts));
    assert_eq!((verdict_of(&outcome, TITLE), outcome.rows[0].line), (Verdict::Changed("ར་བ་ གསར་པ།".to_owned()), 9));
}

#[test]
fn the_glossary_has_the_names_that_exist() {
    use calamine::Reader as _;
    let bytes = sheet_of(&exhibition(), Lang::Bo);
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(&bytes)).expect("a workbook");
    let range = book.worksheet_range_at(1).expect("a second sheet").expect("cells");
    let row: Vec<String> = range.rows().nth(1).expect("a name").iter().map(ToString::to_string).collect();
    assert_eq!(row[1..], ["Jiangsu", "江苏省", "ཅང་སུའུ།"]);
    let hidden = book.sheets_metadata().iter().filter(|sheet| sheet.visible != calamine::SheetVisible::Visible).count();
    assert_eq!(hidden, 1, "the mark is out of sight");
}

#[test]
fn a_newer_sheet_and_one_of_others_are_refused() {
    let mut cells = cells_of(&sheet_of(&exhibition(), Lang::En));
    cells.push(vec!["vitrine-review".to_owned(), "2".to_owned()]);
    assert_eq!(review::read(&saved(&cells)).err(), Some(Unread::Newer));
    let other = saved(&[vec!["Name".to_owned(), "Street".to_owned()]]);
    assert_eq!(review::read(&other).err(), Some(Unread::NotAReview));
    assert_eq!(review::read(b"PK no workbook").err(), Some(Unread::NotAWorkbook));
}

/// The rows of a language, for the tests beside this one.
fn rows_in(text: &str, lang: Lang) -> Vec<Row> {
    rows(&tree(text), lang)
}

#[test]
fn ten_thousand_rows_go_out_and_come_back_in_seconds() {
    let photo = |i| {
        format!(
            r#"{{ "id": "p{i}", "file": "p{i}.jpg", "title": {{ "en": "T{i}", "bo": "ཁ་{i}" }}, "caption": {{ "en": "C{i}", "bo": "ཡི་གེ་{i}" }}, "alt": {{}} }}"#
        )
    };
    let photos: Vec<String> = (0..5000).map(photo).collect();
    let text = format!(r#"{{ "format": 1, "title": {{}}, "photos": [ {} ] }}"#, photos.join(","));
    let begun = cpu_time::ThreadTime::now();
    let outcome = judged(&text, &sheet_of(&text, Lang::Bo));
    assert_eq!(outcome.tally().untouched, 10_000);
    // On a fast computer less than a second.
    assert!(begun.elapsed() < std::time::Duration::from_secs(10), "{:?}", begun.elapsed());
}
