//! A sheet for a native reader, as XLSX: what is to be answered is open, all else is locked, without a password.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, Format, FormatAlign, FormatBorder, Image, ObjectMovement, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};
use serde::Deserialize as _;

use super::glossary::{Term, terms};
use super::{Column, FORMAT, MARK, MOST_BYTES, Row, key, print_text};
use crate::VERSION;
use crate::model::{Lang, Tree, Words};
use crate::text::{self, Mend, ReviewSheet, Say};
use crate::workbook::measure;

/// The most letters of a cell, by the format.
const MOST_LETTERS: usize = 32_767;
/// The longer side of a picture on the sheet, in pixels.
const PICTURE: f64 = 118.0;
/// The height of a row with a picture, in points.
const PICTURE_ROW: f64 = 94.0;
/// The height of a line, in points: Tibetan letters stand higher.
const LINE: [f64; 3] = [15.0, 17.0, 24.0];
/// The letters that a unit of a column's width holds, by language.
const LETTERS: [f64; 3] = [1.1, 0.45, 1.05];
/// The greatest height of a row, in points, by the format.
const MOST_HEIGHT: f64 = 409.0;
/// The row of the headings, below title, instruction, the reader's name and the hidden keys.
const HEADS: u32 = 4;
/// A4, by the format.
const A4: u8 = 9;
const INK: Color = Color::RGB(0x1F_2A_2E);
const QUIET: Color = Color::RGB(0x5B_66_6B);
const LINES: Color = Color::RGB(0xC9_CE_D1);
const LOCKED: Color = Color::RGB(0xF2_F1_EC);
const OPEN: Color = Color::RGB(0xFF_FC_E8);
const HEAD: Color = Color::RGB(0xDD_E4_E3);

/// A sheet to be written.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The language of the texts, and of the sheet.
    pub lang: Lang,
    /// The exhibition.
    pub tree: &'a Tree,
    /// Its text, whose fingerprint the sheet keeps.
    pub text: &'a str,
    /// The texts.
    pub rows: &'a [Row],
}

/// Why a sheet was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmade {
    /// It was cancelled.
    Cancelled,
    /// There are more texts than a sheet holds, or there is no memory.
    TooLarge,
}

impl From<XlsxError> for Unmade {
    /// What the format forbids otherwise does not occur: names and widths are ours.
    fn from(_: XlsxError) -> Self {
        Self::TooLarge
    }
}

/// Makes the bytes of a sheet. `picture` gives the small picture of an entry of the wall by its id, as JPEG or PNG; `go_on` hears
/// how far it has come.
///
/// # Errors
/// If it is cancelled, or too large.
pub fn sheet(
    sheet: Sheet<'_>,
    picture: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    go_on: &dyn Fn(f32) -> bool,
) -> Result<Vec<u8>, Unmade> {
    let mut book = Workbook::new();
    let title = exhibition_title(sheet.tree, sheet.lang);
    book.set_properties(&DocProperties::new().set_title(title));
    let texts = written(sheet, picture, go_on)?;
    let glossary = glossary(sheet)?;
    let mark = mark(sheet)?;
    book.push_worksheet(texts);
    if let Some(glossary) = glossary {
        book.push_worksheet(glossary);
    }
    book.push_worksheet(mark);
    let bytes = book.save_to_buffer()?;
    // What would be refused when it comes back is not sent out.
    let is_small = bytes.len() as u64 <= MOST_BYTES && measure(&bytes).is_ok();
    if is_small { Ok(bytes) } else { Err(Unmade::TooLarge) }
}

fn say(lang: Lang, words: ReviewSheet<'_>) -> String {
    text::say(lang, Say::ReviewSheet(words))
}

/// The title of an exhibition.
pub fn exhibition_title(tree: &Tree, lang: Lang) -> String {
    let title = tree.value(&crate::model::FieldPath::of("title")).and_then(|title| Words::deserialize(title).ok());
    title.unwrap_or_default().resolve(lang).text.to_owned()
}

/// The font of a language. One that lacks it takes its own for that script.
fn font(lang: Lang) -> (&'static str, f64) {
    match lang {
        Lang::En => ("Calibri", 11.0),
        Lang::Zh => ("Microsoft YaHei", 11.0),
        Lang::Bo => ("Noto Serif Tibetan", 12.0),
    }
}

fn base(lang: Lang) -> Format {
    let (name, size) = font(lang);
    Format::new()
        .set_font_name(name)
        .set_font_size(size)
        .set_font_color(INK)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_num_format("@")
}

fn cell(lang: Lang, ground: Color) -> Format {
    base(lang).set_border(FormatBorder::Thin).set_border_color(LINES).set_background_color(ground)
}

fn width(column: Column) -> f64 {
    match column {
        Column::Number => 6.0,
        Column::Picture => 18.0,
        Column::Source | Column::Draft | Column::Better => 36.0,
        Column::Agreed => 12.0,
        Column::Place | Column::Remark => 22.0,
        Column::Id | Column::TextPrint | Column::SourcePrint => 10.0,
    }
}

fn at(column: Column) -> u16 {
    let at = Column::ALL.iter().position(|other| *other == column);
    u16::try_from(at.unwrap_or_default()).unwrap_or_default()
}

fn written(
    sheet: Sheet<'_>,
    picture: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    go_on: &dyn Fn(f32) -> bool,
) -> Result<Worksheet, Unmade> {
    let mut page = Worksheet::new();
    headed(&mut page, sheet)?;
    let mut shown: Option<&str> = None;
    #[expect(clippy::cast_precision_loss, reason = "a share")]
    let share = |index: usize| index as f32 / sheet.rows.len().max(1) as f32;
    for (index, row) in sheet.rows.iter().enumerate() {
        if !go_on(share(index)) {
            return Err(Unmade::Cancelled);
        }
        let line = u32::try_from(index).ok().and_then(|index| index.checked_add(HEADS + 1)).ok_or(Unmade::TooLarge)?;
        // A picture stands beside the first of its texts.
        let new = row.photo.as_deref().filter(|photo| shown != Some(photo));
        shown = row.photo.as_deref();
        let image = new.and_then(&mut *picture).and_then(|bytes| Image::new_from_buffer(&bytes).ok());
        write_row(&mut page, line, index + 1, (sheet, row), image)?;
    }
    Ok(page)
}

fn headed(page: &mut Worksheet, sheet: Sheet<'_>) -> Result<(), XlsxError> {
    let lang = sheet.lang;
    let last = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_add(HEADS);
    page.set_name(say(lang, ReviewSheet::SheetName))?;
    for column in Column::ALL {
        page.set_column_width(at(column), width(column))?;
        page.write_string(HEADS - 1, at(column), key(column))?;
        let head = cell(lang, HEAD).set_bold().set_align(FormatAlign::VerticalCenter);
        page.write_string_with_format(HEADS, at(column), say(lang, ReviewSheet::Head(column)), &head)?;
        if matches!(column, Column::Id | Column::TextPrint | Column::SourcePrint) {
            page.set_column_hidden(at(column))?;
        }
    }
    page.set_row_hidden(HEADS - 1)?;
    let (title, size) = (exhibition_title(sheet.tree, lang), font(lang).1 + 5.0);
    let heading = base(lang).set_bold().set_font_size(size);
    page.merge_range(0, 0, 0, at(Column::Remark), &title, &heading)?;
    page.set_row_height(0, size * 2.0)?;
    page.merge_range(1, 0, 1, at(Column::Remark), &say(lang, ReviewSheet::HowTo), &base(lang).set_font_color(QUIET))?;
    let across = Column::ALL.iter().take(usize::from(at(Column::Id))).map(|column| width(*column)).sum();
    page.set_row_height(1, height(&say(lang, ReviewSheet::HowTo), lang, across))?;
    let label = base(lang).set_align(FormatAlign::Right);
    page.write_string_with_format(2, at(Column::Source), say(lang, ReviewSheet::ReaderName), &label)?;
    page.write_string_with_format(2, at(Column::Draft), "", &cell(lang, OPEN).set_unlocked())?;
    page.set_row_height(2, LINE[lang as usize] * 1.4)?;
    page.set_row_height(HEADS, LINE[lang as usize] * 2.0)?;
    page.set_freeze_panes(HEADS + 1, 0)?;
    let agreed = say(lang, ReviewSheet::Agreed);
    let choice = DataValidation::new().allow_list_strings(&[agreed.as_str()])?;
    let choice = choice
        .set_error_title(say(lang, ReviewSheet::Head(Column::Agreed)))?
        .set_error_message(say(lang, ReviewSheet::ChooseAgreed(&agreed)))?;
    page.add_data_validation(HEADS + 1, at(Column::Agreed), last.max(HEADS + 1), at(Column::Agreed), &choice)?;
    let may = ProtectionOptions { format_rows: true, format_columns: true, sort: true, ..ProtectionOptions::new() };
    page.protect_with_options(&may);
    printed(page, last)
}

/// How the sheet comes out on paper: across A4, with its headings on every page.
fn printed(page: &mut Worksheet, last: u32) -> Result<(), XlsxError> {
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    page.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer("&C&P / &N");
    page.set_repeat_rows(HEADS, HEADS)?;
    page.set_print_area(0, 0, last.max(HEADS), at(Column::Remark))?;
    Ok(())
}

fn write_row(
    page: &mut Worksheet,
    line: u32,
    number: usize,
    (sheet, row): (Sheet<'_>, &Row),
    image: Option<Image>,
) -> Result<(), XlsxError> {
    let lang = sheet.lang;
    let from = row.source().map_or(lang, |(from, _)| from);
    let source = row.source().map(|(_, text)| text).unwrap_or_default();
    let place = text::place(lang, sheet.tree, &row.at);
    let locked = |lang| cell(lang, LOCKED);
    let open = cell(lang, OPEN).set_unlocked();
    let texts = [
        (Column::Number, number.to_string(), locked(Lang::En).set_align(FormatAlign::Right)),
        (Column::Picture, String::new(), locked(lang)),
        (Column::Place, place.clone(), locked(lang)),
        (Column::Source, source.to_owned(), locked(from)),
        (Column::Draft, row.text().to_owned(), locked(lang)),
        (Column::Better, String::new(), open.clone()),
        (Column::Agreed, String::new(), open.clone().set_align(FormatAlign::Center)),
        (Column::Remark, String::new(), open),
        (Column::Id, row.id.clone(), locked(Lang::En)),
        (Column::TextPrint, row.text_print(), locked(Lang::En)),
        (Column::SourcePrint, row.source_print(), locked(Lang::En)),
    ];
    for (column, text, format) in &texts {
        page.write_string_with_format(line, at(*column), cut(text), format)?;
    }
    // Not every program makes a row as high as its texts.
    let least = if image.is_some() { PICTURE_ROW } else { 0.0 };
    let high = [(Column::Place, &*place, lang), (Column::Source, source, from), (Column::Draft, row.text(), lang)];
    let high = high.map(|(column, text, lang)| height(text, lang, width(column)));
    page.set_row_height(line, high.into_iter().fold(least, f64::max).min(MOST_HEIGHT))?;
    let Some(image) = image else { return Ok(()) };
    let image = image
        .set_scale_to_size(PICTURE, PICTURE, true)
        .set_object_movement(ObjectMovement::MoveButDontSizeWithCells)
        .set_decorative(true);
    page.insert_image_with_offset(line, at(Column::Picture), &image, 4, 4)?;
    Ok(())
}

/// A text as far as a cell holds it.
fn cut(text: &str) -> String {
    text.chars().take(MOST_LETTERS / 2).collect()
}

/// The Latin letters that a unit of a column's width holds in the font of another language.
const LATIN: f64 = 0.9;
/// What a line loses at its end, in letters.
const WASTED: f64 = 3.0;

/// About how high a text stands in a column of a width, in points.
fn height(text: &str, lang: Lang, width: f64) -> f64 {
    // Names in Latin letters stand among others; a line ends before its last word.
    let letter = |c: char| 1.0 / if c.is_ascii() && lang != Lang::En { LATIN } else { LETTERS[lang as usize] };
    let lines = |part: &str| (part.chars().map(letter).sum::<f64>() / (width - WASTED)).ceil();
    text.lines().map(|part| lines(part).max(1.0)).sum::<f64>().max(1.0) * LINE[lang as usize] + 6.0
}

/// The terms of the glossary, and the names of provinces and divisions, in three languages; `None` where there are none.
fn glossary(sheet: Sheet<'_>) -> Result<Option<Worksheet>, XlsxError> {
    let lang = sheet.lang;
    let names = terms(sheet.tree);
    if names.is_empty() {
        return Ok(None);
    }
    let mut page = Worksheet::new();
    page.set_name(say(lang, ReviewSheet::GlossaryName))?;
    let head = cell(lang, HEAD).set_bold();
    page.set_column_width(0, 24)?;
    page.write_string_with_format(0, 0, "", &head)?;
    for (column, own) in (1..).zip(Lang::ALL) {
        page.set_column_width(column, 36)?;
        page.write_string_with_format(0, column, own.own_name(), &cell(own, HEAD).set_bold())?;
    }
    for (line, Term { list, words }) in (1..).zip(&names) {
        let kind = text::say(lang, Say::Mend(Mend::List(*list)));
        page.write_string_with_format(line, 0, kind, &cell(lang, LOCKED).set_font_color(QUIET))?;
        for (column, own) in (1..).zip(Lang::ALL) {
            page.write_string_with_format(line, column, cut(words.only(own)), &cell(own, LOCKED))?;
        }
    }
    page.set_freeze_panes(1, 0)?.protect();
    page.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&C&P / &N").set_repeat_rows(0, 0)?;
    Ok(Some(page))
}

/// The hidden sheet with what the workbook is, and of which exhibition.
fn mark(sheet: Sheet<'_>) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name("vitrine")?.set_very_hidden(true).protect();
    let (format, print) = (FORMAT.to_string(), print_text(sheet.text));
    let facts = [(MARK, &*format), ("lang", sheet.lang.code()), ("pack", &print), ("program", VERSION)];
    for (line, (name, value)) in (0..).zip(facts) {
        page.write_string(line, 0, name)?.write_string(line, 1, value)?;
    }
    Ok(page)
}
