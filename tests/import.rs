//! Spreadsheets in: what is recognised is right, what is not is refused with its row, and what nobody said is never a number.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};
use vitrine::import::{self, Template};
use vitrine::model::{Lang, SheetCell, SheetCells, Tree};
use vitrine::state::editing::Table;
use vitrine::state::editing::spreadsheet::{Preview, TABLES, Verdict, judge};

/// The built-in exhibition.
fn built_in() -> String {
    fs::read_to_string("assets/exhibition/exhibition.json").expect("the built-in exhibition")
}

fn tree(text: &str) -> Tree {
    Tree::of_text(text).expect("a tree")
}

/// What becomes of a file's rows, its columns known by their heads.
fn judged(text: &str, bytes: &[u8], wanted: Option<Table>) -> Preview {
    let sheets = import::read(bytes).expect("it is read");
    let guess = import::guess(&sheets, wanted);
    judge(&tree(text), &sheets[guess.sheet], &guess.mapping)
}

fn template(text: &str, table: Table, lang: Lang, as_csv: bool) -> Vec<u8> {
    let tree = tree(text);
    let template = Template { table, lang, tree: &tree };
    if as_csv { import::csv(template).into_bytes() } else { import::xlsx(template).expect("it is made") }
}

/// The cells of the sheet that would be read, as texts.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let sheets = import::read(bytes).expect("it is read");
    let sheet = &sheets[import::guess(&sheets, None).sheet];
    let width = sheet.rows.values().flat_map(|row| row.keys()).max().map_or(0, |last| last + 1);
    let shown = |row: &BTreeMap<u32, SheetCell>| {
        (0..width).map(|column| row.get(&column).map_or_else(String::new, SheetCell::shown)).collect()
    };
    sheet.rows.values().map(shown).collect()
}

/// Cells as a file of values with a mark between them.
fn separated(cells: &[Vec<String>], mark: char) -> String {
    let quoted = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&mark.to_string());
    cells.iter().map(line).collect::<Vec<_>>().join("\r\n")
}

#[test]
fn what_is_exported_and_comes_back_untouched_changes_nothing() {
    let text = built_in();
    for table in TABLES {
        for lang in Lang::ALL {
            for as_csv in [false, true] {
                let preview = judged(&text, &template(&text, table, lang, as_csv), None);
                let tally = preview.tally();
                assert_eq!((tally.new, tally.changed, tally.refused), (0, 0, 0), "{table:?} {lang:?} {as_csv}");
                assert_eq!(tally.same, tree(&text).len(table.list().field()), "{table:?} {lang:?} {as_csv}");
                assert!(preview.changes.is_empty());
            }
        }
    }
}

#[test]
fn rows_in_another_order_columns_that_are_gone_and_any_encoding_do_no_harm() {
    let text = built_in();
    for table in TABLES {
        let all = cells(&template(&text, table, Lang::Zh, true));
        let (heads, mut rows) = (all[0].clone(), all[1..].to_vec());
        rows.reverse();
        let turned: Vec<Vec<String>> =
            std::iter::once(heads).chain(rows).map(|row| row.into_iter().rev().collect()).collect();
        let utf16 = |text: &str| -> Vec<u8> {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            [0xFF, 0xFE].into_iter().chain(units).collect()
        };
        let with_bom = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for mark in [',', ';', '\t'] {
            let file = separated(&turned, mark);
            for bytes in [file.clone().into_bytes(), with_bom(&file), utf16(&file)] {
                let tally = judged(&text, &bytes, Some(table)).tally();
                assert_eq!((tally.new, tally.changed, tally.refused), (0, 0, 0), "{table:?} {mark:?}");
            }
        }
    }
    // The way Chinese Excel saves, of what that encoding has letters for.
    let file = "\u{6279}\u{6b21},\u{4eba}\u{6570}\n1,622\n2,\n3,\u{65e0}\n";
    let (bytes, ..) = encoding_rs::GB18030.encode(file);
    let tally = judged(&text, &bytes, Some(Table::Batches)).tally();
    assert_eq!((tally.same, tally.changed, tally.refused), (3, 0, 0));
}

#[test]
fn what_nobody_said_is_never_a_number() {
    let text = built_in();
    let before = tree(&text);
    for nothing in ["", " ", "—", "–", "-", "n/a", "N/A", "无", "暂无", "不详", "?", "#N/A", "#REF!"] {
        let file = format!("Batch,People,Sources of the number\n2,{nothing},xh2013\n12,{nothing},\n");
        let preview = judged(&text, file.as_bytes(), Some(Table::Batches));
        let figure = |index: usize| preview.after.entry("batches", index).expect("a batch")["figure"].clone();
        assert_eq!(figure(1), before.entry("batches", 1).expect("a batch")["figure"], "{nothing:?}");
        for index in before.len("batches")..preview.after.len("batches") {
            assert_eq!(figure(index)["value"], Value::Null, "{nothing:?}");
        }
    }
}

/// A workbook whose formulas have never been worked out.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("read");
        if let Ok(xml) = std::str::from_utf8(&text) {
            text = xml.replace("</f><v>0</v>", "</f>").into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        new.write_all(&text).expect("written");
    }
    new.finish().expect("an archive").into_inner()
}

#[test]
fn a_workbook_of_somebody_elses_is_read_with_its_dates_numbers_and_formulas() {
    let text = json!({ "format": 1, "batches": [], "sources": [
        { "id": "daily", "title": "Daily", "publisher": {}, "language": "en", "hosting": "publisher", "how_read": "full" }] });
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name("Sheet1 (2)").expect("a name");
    for (column, head) in (0..).zip(["Batch", "Arrived", "People", "Source"]) {
        page.write(0, column, head).expect("a cell");
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    page.write(1, 0, 1).expect("a cell");
    page.write_with_format(1, 1, ExcelDateTime::from_ymd(1995, 5, 17).expect("a day"), &day).expect("a cell");
    page.write(1, 2, "近1000").expect("a cell");
    page.write(1, 3, "Daily").expect("a cell");
    page.write(2, 0, 2).expect("a cell");
    page.write(2, 1, "2016年7月").expect("a cell");
    page.write(2, 2, "1 000 余").expect("a cell");
    page.write(2, 3, "daily").expect("a cell");
    page.write(3, 0, 3).expect("a cell");
    page.write(3, 1, "July 2019").expect("a cell");
    // A formula that was never worked out has no value; it is not worked out here.
    page.write_formula(3, 2, "=1+1").expect("a cell");
    page.write(4, 0, 4).expect("a cell");
    page.write(4, 1, 2022).expect("a cell");
    page.write(4, 2, 1195).expect("a cell");
    let bytes = without_results(&book.save_to_buffer().expect("a file"));
    let preview = judged(&text.to_string(), &bytes, None);
    let batch = |index: usize| preview.after.entry("batches", index).expect("a batch");
    assert_eq!((&batch(0)["arrive"]["date"], &batch(0)["figure"]["value"]), (&json!("1995-05-17"), &json!(1000)));
    assert_eq!(
        (&batch(0)["figure"]["precision"], &batch(0)["figure"]["sources"]),
        (&json!("nearly"), &json!(["daily"]))
    );
    assert_eq!(
        (&batch(1)["arrive"]["date"], &batch(1)["figure"]["precision"]),
        (&json!("2016-07"), &json!("more_than"))
    );
    assert_eq!(batch(2)["arrive"]["date"], json!("2019-07"));
    assert_ne!(batch(2)["figure"]["value"], json!(2), "no formula is worked out");
    let refused = preview.rows.iter().filter(|row| matches!(row.verdict, Verdict::Refused(_)));
    assert_eq!(refused.map(|row| row.line).collect::<Vec<_>>(), [5], "a number without who reported it");
}

#[test]
fn the_same_file_twice_changes_nothing_the_second_time() {
    let file = "Batch,Arrived,People,Sources of the number\n11,July 2025,≈1 000,xh2024-08\n";
    let text = built_in();
    let source = tree(&text).entry("sources", 0).expect("a source")["id"].as_str().expect("an id").to_owned();
    let file = file.replace("xh2024-08", &source);
    let first = judged(&text, file.as_bytes(), Some(Table::Batches));
    assert_eq!((first.tally().new, first.tally().refused), (1, 0));
    let after = first.after.text().expect("a text");
    let second = judged(&after, file.as_bytes(), Some(Table::Batches));
    assert_eq!((second.tally().same, second.changes.len()), (1, 0));
    let figure = &first.after.entry("batches", 10).expect("the new one")["figure"];
    assert_eq!((&figure["value"], &figure["precision"]), (&json!(1000), &json!("about")));
}

#[test]
fn hostile_files_are_refused_or_bounded() {
    // Rows and cells that an ODS only claims to have.
    let repeated = r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell
        table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>"#;
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>{repeated}</office:spreadsheet></office:body></office:document-content>"#
    );
    let archive = |name: &str, bytes: &[u8]| {
        use std::io::Write as _;
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file("mimetype", options).expect("a part");
        zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").expect("written");
        zip.start_file(name, options).expect("a part");
        zip.write_all(bytes).expect("written");
        zip.finish().expect("an archive").into_inner()
    };
    let is_bounded = |bytes: &[u8]| {
        let cells = |sheets: Vec<SheetCells>| {
            sheets.iter().flat_map(|sheet| sheet.rows.values()).map(BTreeMap::len).sum::<usize>()
        };
        import::read(bytes).map(cells).map_or(true, |count| count < 5_000_000)
    };
    assert!(is_bounded(&archive("content.xml", content.as_bytes())));
    assert!(import::read(&archive("content.xml", &vec![b' '; 200 << 20])).is_err());
    let bomb = r#"<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>"#.to_owned()
        + &content.replace("float", "&b;");
    assert!(is_bounded(&archive("content.xml", bomb.as_bytes())));
    assert!(is_bounded("1,".repeat(20 << 20).as_bytes()), "one line of separated values without end");
    assert!(is_bounded(&vec![b'"'; 1 << 20]));
    assert!(import::read(b"\xD0\xCF\x11\xE0 an old workbook").is_err());
    assert!(import::read(b"%PDF-1.7").is_err_and(|_| true) || is_bounded(b"%PDF-1.7"));
}

/// A file as LibreOffice saves it anew; `None` with a word where it is not here.
fn resaved(bytes: &[u8], ending: &str) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.xlsx"), bytes).expect("written");
    let out = folder.path().join("out");
    let mut command = Command::new("soffice");
    command.args(["--headless", "--convert-to", ending, "--outdir"]).arg(&out).arg(folder.path().join("a.xlsx"));
    command.env("HOME", folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
    if !command.status().is_ok_and(|status| status.success()) {
        eprintln!("skipped: LibreOffice is not here");
        return None;
    }
    fs::read(out.join(format!("a.{ending}"))).ok()
}

#[test]
fn what_libreoffice_saves_anew_changes_nothing() {
    let text = built_in();
    for (table, ending) in [(Table::Batches, "ods"), (Table::Milestones, "xlsx")] {
        let Some(bytes) = resaved(&template(&text, table, Lang::En, false), ending) else { return };
        let tally = judged(&text, &bytes, None).tally();
        assert_eq!((tally.new, tally.changed, tally.refused), (0, 0, 0), "{table:?} {ending}");
    }
}

/// Texts with what spreadsheets stumble over.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{1,12}",
        "[一-龥，。]{1,8}",
        "[ཀ-ཨ་།]{1,10}",
        Just("=1+1".to_owned()),
        Just("'quoted".to_owned()),
        Just("2016-07".to_owned()),
        Just("007".to_owned()),
        Just("1e5".to_owned()),
        Just("TRUE".to_owned()),
        Just("a, \"b\"; c".to_owned()),
        Just("two\nlines".to_owned()),
    ]
}

fn any_words() -> impl Strategy<Value = Value> {
    prop::collection::btree_map(prop::sample::select(vec!["en", "zh", "bo"]), any_text(), 0..=3)
        .prop_map(|texts| Value::Object(texts.into_iter().map(|(lang, text)| (lang.to_owned(), text.into())).collect()))
}

fn any_exhibition() -> impl Strategy<Value = String> {
    let photos = prop::collection::vec((any_words(), any_words()), 0..6);
    let milestones = prop::collection::vec((any_words(), any_words(), 1990_u16..2030), 0..6);
    let batches = prop::collection::vec((1990_u16..2030, prop::option::of(0_u32..5000)), 0..5);
    (photos, milestones, batches).prop_map(|(photos, milestones, batches)| {
        let ids = ["1-2", "2016-7", "007", "a b", "CN-JS", "1e5"];
        let photos = photos.into_iter().enumerate().map(|(i, (title, caption))| {
            json!({ "id": ids[i], "file": format!("{i}.jpg"), "title": title, "caption": caption, "alt": {} })
        });
        let milestones = milestones.into_iter().enumerate().map(|(i, (title, told, year))| {
            json!({ "id": ids[i], "date": year.to_string(), "title": title, "text": told, "sources": [] })
        });
        let batches = batches.into_iter().enumerate().map(|(i, (year, value))| {
            let figure = value.map_or(json!({ "state": "not_published" }), |value| {
                json!({ "state": "reported", "value": value, "precision": "nearly", "sources": ["a"] })
            });
            json!({ "number": i + 1, "arrive": { "date": year.to_string() }, "years_sources": [], "figure": figure })
        });
        json!({ "format": 1, "title": {}, "photos": photos.collect::<Vec<_>>(), "milestones": milestones.collect::<Vec<_>>(),
            "batches": batches.collect::<Vec<_>>(), "sources": [{ "id": "a", "title": "A", "publisher": {}, "language": "en",
            "hosting": "publisher", "how_read": "full" }] })
        .to_string()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_exhibition_out_and_back_changes_no_byte(text in any_exhibition(), as_csv in any::<bool>(), lang in 0_usize..3) {
        for table in TABLES {
            let preview = judged(&text, &template(&text, table, Lang::ALL[lang], as_csv), Some(table));
            let tally = preview.tally();
            prop_assert_eq!((tally.new, tally.changed, tally.refused), (0, 0, 0), "{:?} {:?}", table, preview.rows);
            prop_assert_eq!(preview.after.text().expect("a text"), tree(&text).text().expect("a text"));
        }
    }

    #[test]
    fn nothing_that_is_typed_makes_a_program_stumble_or_a_number_of_nothing(cells in prop::collection::vec(prop::collection::vec(any_text(), 1..5), 1..6)) {
        let text = built_in();
        for mark in [',', ';', '\t'] {
            let Ok(sheets) = import::read(separated(&cells, mark).as_bytes()) else { continue };
            for table in TABLES {
                let (mapping, _) = import::guess_in(&sheets[0], Some(table));
                let preview = judge(&tree(&text), &sheets[0], &mapping);
                prop_assert_eq!(preview.after.len("photos"), tree(&text).len("photos"), "no picture is made of a row");
            }
        }
    }
}

/// A folder with an exhibition in it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.at("pack")).expect("a folder");
        fs::write(desk.at("pack/exhibition.json"), built_in()).expect("written");
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null());
        for home in ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env(home, self.at("home"));
        }
        command.output().expect("it runs")
    }
}

fn said(out: &Output) -> String {
    String::from_utf8_lossy(&[&out.stdout[..], &out.stderr[..]].concat()).into_owned()
}

#[test]
fn rows_are_shown_first_and_written_when_asked() {
    let desk = Desk::new();
    let before = fs::read(desk.at("pack/exhibition.json")).expect("read");
    fs::write(desk.at("rows.csv"), "id,Caption (English)\nreading,A new caption.\nnobody,Lost\n").expect("written");
    let shown = desk.run(&["import", "rows.csv", "pack"]);
    assert!(shown.status.success(), "{}", said(&shown));
    assert!(said(&shown).contains('3'), "the row that is not taken is named: {}", said(&shown));
    assert_eq!(fs::read(desk.at("pack/exhibition.json")).expect("read"), before, "it is only shown");
    let applied = desk.run(&["import", "rows.csv", "pack", "--apply"]);
    assert!(applied.status.success(), "{}", said(&applied));
    let after = fs::read_to_string(desk.at("pack/exhibition.json")).expect("read");
    assert!(after.contains("A new caption.") && !after.contains("Lost"));
    let again = desk.run(&["import", "rows.csv", "pack", "--apply"]);
    assert!(again.status.success(), "{}", said(&again));
    assert_eq!(fs::read_to_string(desk.at("pack/exhibition.json")).expect("read"), after);
    let template =
        desk.run(&["export", "template", "pack", "--kind", "captions", "--out", "captions.xlsx", "--lang", "bo"]);
    assert!(template.status.success() && Path::new(&desk.at("captions.xlsx")).is_file(), "{}", said(&template));
}
