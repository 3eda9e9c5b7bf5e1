//! Separated values in the encodings in which spreadsheets save them: UTF-8 with and without its mark, UTF-16, GB 18030, the
//! last one as Chinese Excel does; parted by commas, semicolons or tabs.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Counted, MOST_CELLS, MOST_ROWS, Unread};
use crate::model::{SheetCell, SheetCells};
use crate::state::editing::table::separated;

/// What may stand between cells, the likeliest first.
const SEPARATORS: [char; 3] = [',', ';', '\t'];
/// So many bytes of text are looked at for its separator.
const LOOKED_AT: usize = 64 << 10;
/// The most bytes of a file, which takes several times its size.
const MOST_BYTES: usize = 24 << 20;
/// The longest text of a cell, in bytes: beyond any spreadsheet's.
const LONGEST: usize = 1 << 20;

/// Reads the only sheet of a text.
pub fn sheet(bytes: &[u8]) -> Result<SheetCells, Unread> {
    if bytes.len() > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    let text = decoded(bytes)?;
    let (separator, text) = separator(&text);
    // Each cell, also an empty one, takes memory before it is looked at.
    let lines = text.matches(['\n', '\r']).count();
    if lines > 2 * MOST_ROWS || text.matches(separator).count() + lines > MOST_CELLS {
        return Err(Unread::TooLarge);
    }
    let mut sheet = SheetCells::default();
    let mut counted = Counted::default();
    for (row, cells) in (0..).zip(separated(text, separator)) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            if text.len() > LONGEST {
                return Err(Unread::TooLarge);
            }
            let cell = SheetCell::Text(text);
            let row = sheet.rows.entry(row).or_default();
            counted.count(&cell, row)?;
            row.insert(column, cell);
        }
    }
    Ok(sheet)
}

/// The text of a file. A file with characters that no text has is none.
fn decoded(bytes: &[u8]) -> Result<String, Unread> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => strictly(encoding, &bytes[length..]).ok_or(Unread::Encoding)?,
        None => without_mark(bytes)?,
    };
    let is_text =
        !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}'));
    if is_text { Ok(text) } else { Err(Unread::NotAWorkbook) }
}

fn without_mark(bytes: &[u8]) -> Result<String, Unread> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !bytes.contains(&0)
    {
        return Ok(text.to_owned());
    }
    // Every second byte of what is written in UTF-16 with few other letters is zero.
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even.max(odd) > 0 {
        let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
        return strictly(encoding, bytes).ok_or(Unread::Encoding);
    }
    let encoding = if is_chinese(bytes) { GB18030 } else { WINDOWS_1252 };
    strictly(encoding, bytes).ok_or(Unread::Encoding)
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// Chinese characters that are in use are pairs of high bytes; accented letters of the West stand alone between others.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut pairs, mut others) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first < 0x80 {
            continue;
        }
        match after.first() {
            Some(0xA1..=0xFE) if *first >= 0x81 => pairs += 1,
            // The characters that need four bytes.
            Some(0x30..=0x39) if after.get(1).is_some_and(|third| *third >= 0x81) => pairs += 1,
            _ => {
                others += 1;
                continue;
            }
        }
        rest = after.get(1..).unwrap_or_default();
    }
    pairs >= others
}

/// What stands between the cells, and the text without a line that says so.
fn separator(text: &str) -> (char, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator) = rest.chars().next().filter(|c| SEPARATORS.contains(c))
    {
        let rest = &rest[1..];
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
        return (separator, rest);
    }
    let end = (0..=LOOKED_AT.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let head = &text[..end];
    // The one by which most rows have equally many cells; a row with one too many says nothing.
    let score = |separator: char| {
        let rows = separated(head, separator);
        let mut counts = BTreeMap::<usize, usize>::new();
        for row in rows.iter().filter(|row| row.len() > 1) {
            *counts.entry(row.len()).or_default() += 1;
        }
        let scores = counts.into_iter().map(|(width, count)| count * 1_000 / rows.len() + width.min(200));
        scores.max().unwrap_or(0)
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator));
    (best.unwrap_or(','), text)
}

#[cfg(test)]
mod tests {
    use super::{is_chinese, sheet};
    use crate::model::SheetCell;
    use crate::workbook::Unread;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = sheet(bytes).expect("a sheet");
        let text = |cell: &SheetCell| cell.text().expect("a text").to_owned();
        sheet.rows.values().map(|row| row.values().map(text).collect()).collect()
    }

    #[test]
    fn a_comma_that_nobody_quoted_does_not_part_the_rows_otherwise() {
        let rows: Vec<String> = (1..9).map(|row| format!("{row},said; and done,x,y")).collect();
        let text = format!("Id,Text,A,B\n9,said, and done,x,y\n{}\n", rows.join("\n"));
        assert_eq!(cells(text.as_bytes())[2], ["1", "said; and done", "x", "y"]);
    }

    #[test]
    fn every_encoding_and_separator_gives_the_same_cells() {
        let expected = [vec!["文件", "说明"], vec!["a.jpg", "校园，\"新\"\n操场；1,2"]];
        for separator in [',', ';', '\t'] {
            let text = format!("文件{separator}说明\r\na.jpg{separator}\"校园，\"\"新\"\"\r\n操场；1,2\"\r\n");
            let utf_16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
            let (gb, _, _) = encoding_rs::GB18030.encode(&text);
            for bytes in [
                text.clone().into_bytes(),
                [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
                [b"\xFF\xFE".to_vec(), utf_16(u16::to_le_bytes)].concat(),
                [b"\xFE\xFF".to_vec(), utf_16(u16::to_be_bytes)].concat(),
                utf_16(u16::to_le_bytes),
                gb.into_owned(),
            ] {
                assert_eq!(cells(&bytes), expected, "{separator:?} {:?}", &bytes[..4]);
            }
        }
        assert_eq!(cells("sep=;\r\na,b;c".as_bytes()), [["a,b", "c"]]);
    }

    #[test]
    fn what_excel_saves_in_the_west_is_not_taken_for_chinese() {
        assert_eq!(cells(b"title;place\nCaf\xE9;M\xFCller\n")[1], ["Café", "Müller"]);
        assert!(is_chinese(&encoding_rs::GB18030.encode("བོད་ལྗོངས").0), "Tibetan in four bytes");
    }

    #[test]
    fn empty_lines_keep_the_numbers_of_rows_and_no_text_is_refused() {
        let sheet = sheet(b"a,b\n\n\nc,d\n").expect("a sheet");
        assert_eq!(sheet.rows.keys().copied().collect::<Vec<_>>(), [0, 3]);
        assert_eq!(super::sheet(b"\x00\x01\x02\x03\x04\x05").err(), Some(Unread::NotAWorkbook));
        assert_eq!(super::sheet(b"\xFF\xFE\x00\xD8").err(), Some(Unread::Encoding));
    }

    #[test]
    fn millions_of_cells_and_rows_are_refused_before_they_take_memory() {
        for many in
            ["a,b\n".repeat(5_000_000), "\"a,\n".repeat(3_000_000), ",".repeat(10_000_000), "a\n".repeat(300_000)]
        {
            assert_eq!(sheet(many.as_bytes()).err(), Some(Unread::TooLarge));
        }
        assert_eq!(sheet("a,b,c\n".repeat(100_000).as_bytes()).map(|sheet| sheet.rows.len()), Ok(100_000));
    }
}
