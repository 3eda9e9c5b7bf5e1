//! Workbooks that were made to do harm are refused, or taken for no more than they say.

use std::fmt::Write as _;

use rust_xlsxwriter::{Formula, Workbook};
use vitrine::review::{self, Cell, Refusal, Unread, Verdict};

use super::made::{sheet, workbook};
use super::{TITLE, at, cells_of, exhibition, judged, sheet_of};
use vitrine::model::Lang;
use vitrine::review::Column;

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let zeros = vec![b' '; 200 << 20];
    assert_eq!(review::read(&workbook(&[("xl/worksheets/sheet1.xml", &zeros)])).err(), Some(Unread::TooLarge));
    let long = sheet(&format!("<row><c t=\"str\"><v>{}</v></c></row>", "a".repeat(2 << 20)));
    assert_eq!(review::read(&workbook(&[("xl/worksheets/sheet1.xml", &long)])).err(), Some(Unread::TooLarge));
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(400_000));
    assert_eq!(review::read(&workbook(&[("xl/styles.xml", styles.as_bytes())])).err(), Some(Unread::TooLarge));
    // The size that its directory claims is false.
    let mut lying = workbook(&[("xl/worksheets/sheet1.xml", &zeros)]);
    let size = (200_u32 << 20).to_le_bytes();
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == size {
            lying[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
        }
    }
    assert!(matches!(review::read(&lying).err(), Some(Unread::TooLarge | Unread::Damaged)));
}

#[test]
fn ten_million_cells_and_strings_that_are_only_claimed_are_refused() {
    let row = format!("<row>{}</row>", "<c t=\"b\"><v>1</v></c>".repeat(1000));
    assert_eq!(
        review::read(&workbook(&[("xl/worksheets/sheet1.xml", &sheet(&row.repeat(4000)))])).err(),
        Some(Unread::TooLarge)
    );
    for count in ["18446744073709551615", "4000000000"] {
        let strings = format!(r#"<sst xmlns="x" uniqueCount="{count}"><si><t>a</t></si></sst>"#);
        let parts = [("xl/worksheets/sheet1.xml", &*sheet("")), ("xl/sharedStrings.xml", strings.as_bytes())];
        assert_eq!(review::read(&workbook(&parts)).err(), Some(Unread::TooLarge));
    }
    // Two cells at the ends of a sheet take the memory of two.
    let far = sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    assert_eq!(review::read(&workbook(&[("xl/worksheets/sheet1.xml", &far)])).err(), Some(Unread::NotAReview));
}

#[test]
fn entities_are_not_expanded_and_other_encodings_not_read() {
    let mut bomb = String::from("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for i in 1..30 {
        let _ = write!(bomb, "<!ENTITY a{i} \"&a{};&a{};\">", i - 1, i - 1);
    }
    bomb.push_str("]><sst uniqueCount=\"1\"><si><t>&a29;</t></si></sst>");
    let parts = [("xl/worksheets/sheet1.xml", &*sheet("")), ("xl/sharedStrings.xml", bomb.as_bytes())];
    assert_eq!(review::read(&workbook(&parts)).err(), Some(Unread::Damaged));
    let named = "<?xml version=\"1.0\" encoding='UTF-16LE'?><sst/>".as_bytes().to_vec();
    let marked =
        [0xFF, 0xFE].into_iter().chain("<sst uniqueCount=\"9999999999\"/>".encode_utf16().flat_map(u16::to_le_bytes));
    for other in [named, marked.collect()] {
        let parts = [("xl/worksheets/sheet1.xml", &*sheet("")), ("xl/sharedStrings.xml", &*other)];
        assert_eq!(review::read(&workbook(&parts)).err(), Some(Unread::NotAWorkbook));
    }
}

#[test]
fn a_damaged_file_never_ends_the_program() {
    let bytes = sheet_of(&exhibition(), Lang::Bo);
    for end in (0..bytes.len()).step_by(97) {
        assert!(review::read(&bytes[..end]).is_err());
    }
    for at in (0..bytes.len()).step_by(61) {
        let mut other = bytes.clone();
        other[at] ^= 0x55;
        let _ = review::read(&other);
    }
}

#[test]
fn a_formula_is_its_last_text_an_error_is_nothing_and_a_date_is_no_text() {
    let text = exhibition();
    let cells = cells_of(&sheet_of(&text, Lang::Bo));
    let line = cells.iter().position(|row| row[at(Column::Id)] == TITLE).expect("the row");
    let better = u16::try_from(at(Column::Better)).expect("a column");
    let verdict = |write: &dyn Fn(&mut rust_xlsxwriter::Worksheet, u32)| {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        for (line, row) in (0..).zip(&cells) {
            for (column, cell) in (0..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
                page.write_string(line, column, cell).expect("written");
            }
        }
        write(page, u32::try_from(line).expect("a line"));
        super::verdict_of(&judged(&text, &book.save_to_buffer().expect("saved")), TITLE)
    };
    let formula = |result: &'static str| {
        verdict(&|page, line| {
            let formula = Formula::new("=WEBSERVICE(\"http://example.org\")").set_result(result);
            page.write_formula(line, better, formula).expect("written");
        })
    };
    assert_eq!(formula("ཡང་དག"), Verdict::Changed("ཡང་དག".to_owned()));
    assert_eq!(formula("#NAME?"), Verdict::Untouched);
    let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    let dated = verdict(&|page, line| {
        page.write_number_with_format(line, better, 42_552, &date).expect("written");
    });
    assert_eq!(dated, Verdict::Refused(Refusal::NotAText));
    let counted = verdict(&|page, line| {
        page.write_number(line, better, 1995).expect("written");
    });
    assert_eq!(counted, Verdict::Changed("1995".to_owned()));
    assert_eq!(Cell::Other.text(), None);
}
