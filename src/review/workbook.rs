//! The answers in a workbook, as Excel, LibreOffice and others save it. No formula is evaluated: its last text counts as a text.

use std::collections::BTreeMap;

use super::answers::{Answer, Cell, Read};
use super::{Column, FORMAT, MARK, key};
use crate::model::{Date, Lang, SheetCell, SheetCells, SheetRow};
use crate::text::{self, ReviewSheet, Say};
use crate::workbook;

/// A row with so many headings has the headings.
const HEADS: usize = 3;

/// Why a file has no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no workbook of this kind.
    NotAWorkbook,
    /// It is damaged.
    Damaged,
    /// It is larger than any sheet of an exhibition.
    TooLarge,
    /// It is a workbook, but not with a sheet for review.
    NotAReview,
    /// It is a page as it was sent out.
    NoAnswers,
    /// A newer program made it.
    Newer,
}

impl From<workbook::Unread> for Unread {
    fn from(why: workbook::Unread) -> Self {
        match why {
            workbook::Unread::NotAWorkbook | workbook::Unread::Old | workbook::Unread::Encoding => Self::NotAWorkbook,
            workbook::Unread::Damaged => Self::Damaged,
            workbook::Unread::TooLarge => Self::TooLarge,
        }
    }
}

/// What a workbook, or a page, says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The fingerprint of the exhibition that the sheet was made of; `None` where the mark is gone.
    pub pack: Option<String>,
    /// The reader's name, as written on the sheet.
    pub reader: Option<String>,
    /// The day that the reader has given; a workbook has none.
    pub date: Option<Date>,
    /// The rows.
    pub rows: Vec<Answer>,
    /// How many texts beside these have no answer.
    pub silent: usize,
}

/// Reads the answers from the bytes of a workbook.
///
/// # Errors
/// If it is none, too large, or from a newer program.
pub fn read(bytes: &[u8]) -> Result<Answers, Unread> {
    let sheets: Vec<CellRows> = workbook::read_xlsx(bytes)?.into_iter().map(cells).collect();
    let mut answers = sheets.iter().find_map(answers).ok_or(Unread::NotAReview)?;
    let fact = |name: &str| {
        let marked = sheets.iter().find(|sheet| sheet.values().any(|row| value(row, 0) == Some(MARK)))?;
        marked.values().find(|row| value(row, 0) == Some(name)).and_then(|row| value(row, 1))
    };
    if fact(MARK).and_then(|format| format.parse().ok()).is_some_and(|format: u64| format > FORMAT) {
        return Err(Unread::Newer);
    }
    answers.pack = fact("pack").map(str::to_owned);
    Ok(answers)
}

/// The cells of a row that are not empty, by their columns.
type CellRow = BTreeMap<u32, Cell>;
/// The rows of a sheet, by their numbers from 0.
type CellRows = BTreeMap<u32, CellRow>;

fn cells(sheet: SheetCells) -> CellRows {
    let row = |row: SheetRow| row.into_iter().map(|(column, found)| (column, cell(found)));
    let rows = sheet.rows.into_iter().map(|(line, cells)| (line, row(cells).collect::<CellRow>()));
    rows.collect()
}

fn cell(found: SheetCell) -> Cell {
    match found {
        SheetCell::Text(text) => Cell::Text(text),
        #[expect(clippy::float_cmp, reason = "whole numbers are exact")]
        SheetCell::Number(number) if number.trunc() == number && number.abs() < 1e15 => {
            Cell::Digits(format!("{number:.0}"))
        }
        SheetCell::Flag(flag) => Cell::Flag(flag),
        SheetCell::Number(_) | SheetCell::Date(_) | SheetCell::Rewritten => Cell::Other,
        SheetCell::Error => Cell::Empty,
    }
}

/// The text of a cell as it stands.
fn value(row: &CellRow, column: u32) -> Option<&str> {
    match row.get(&column)? {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}

/// The answers of a sheet; `None` if it has no columns for them.
fn answers(sheet: &CellRows) -> Option<Answers> {
    let words = Words::new();
    let mut places: BTreeMap<Column, u32> = BTreeMap::new();
    let mut heads = Vec::new();
    for (number, row) in sheet {
        let found: Vec<(Column, u32)> =
            row.keys().filter_map(|at| Some((words.column(value(row, *at)?)?, *at))).collect();
        if found.len() < HEADS {
            continue;
        }
        heads.push(*number);
        for (column, at) in found {
            places.entry(column).or_insert(at);
        }
    }
    let has = |column| places.contains_key(&column);
    if !(has(Column::Better) || has(Column::Agreed)) || !(has(Column::Id) || has(Column::TextPrint)) {
        return None;
    }
    let reader = sheet.values().find_map(|row| words.reader(row));
    let rows = sheet.iter().filter(|(number, _)| !heads.contains(number));
    let rows = rows.map(|(number, row)| answer(*number, row, &places)).collect();
    Some(Answers { reader, rows, ..Answers::default() })
}

fn answer(number: u32, row: &CellRow, places: &BTreeMap<Column, u32>) -> Answer {
    let cell = |column| places.get(&column).and_then(|at| row.get(at)).cloned().unwrap_or_default();
    let text = |column| match cell(column) {
        Cell::Text(text) | Cell::Digits(text) => Some(text),
        _ => None,
    };
    // An empty cell of a column that is there was an empty text.
    let read = |print, visible| {
        let shown = || places.contains_key(&visible).then(|| Read::Text(text(visible).unwrap_or_default()));
        text(print).map(Read::Print).or_else(shown)
    };
    Answer {
        line: number.saturating_add(1),
        id: text(Column::Id),
        text: read(Column::TextPrint, Column::Draft),
        source: read(Column::SourcePrint, Column::Source),
        draft: text(Column::Draft),
        better: cell(Column::Better),
        agreed: cell(Column::Agreed),
        remark: text(Column::Remark).filter(|remark| !remark.trim().is_empty()),
    }
}

/// What stands over columns, in every language.
struct Words {
    heads: Vec<(String, Column)>,
    reader: Vec<String>,
}

impl Words {
    fn new() -> Self {
        let say = |lang, words| text::say(lang, Say::ReviewSheet(words));
        let own = |column: Column| Lang::ALL.map(|lang| (say(lang, ReviewSheet::Head(column)), column));
        let heads = Column::ALL.into_iter().map(|column| (key(column).to_owned(), column));
        Self {
            heads: heads.chain(Column::ALL.into_iter().flat_map(own)).collect(),
            reader: Lang::ALL.map(|lang| say(lang, ReviewSheet::ReaderName)).into(),
        }
    }

    fn column(&self, text: &str) -> Option<Column> {
        self.heads.iter().find(|(head, _)| head == text.trim()).map(|(_, column)| *column)
    }

    /// The name beside the label for it.
    fn reader(&self, row: &CellRow) -> Option<String> {
        let label =
            row.keys().find(|at| value(row, **at).is_some_and(|text| self.reader.iter().any(|l| l == text.trim())))?;
        let name = row.range(label + 1..).find_map(|(_, cell)| cell.text())?;
        Some(name.lines().collect::<Vec<_>>().join(" "))
    }
}
