//! A table of an exhibition to fill in: heads in a language, what each column takes, and what the exhibition says, with its ids, so that
//! whatever is filled in goes straight back in.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use serde::Deserialize as _;
use serde_json::Value;

use super::KEY;
use crate::export::guarded;
use crate::model::{Amount, FieldPath, Lang, List, Precision, Tree, Words};
use crate::state::editing::Table;
use crate::state::editing::spreadsheet::{Field, fields, lists_of, table_name};
use crate::state::editing::table::{Cell, Kind, read_cell, sources_of_terms};
use crate::text::{self, Cells, Editor, Import, Mend, Say, import_head, import_help};
use crate::workbook::{MOST_BYTES, measure};

/// The most letters of a cell, by the format, in UTF-16.
const MOST_LETTERS: usize = 32_767;
/// The row of the heads, below title, instruction, help and the hidden keys.
const HEADS: u32 = 4;
/// So many rows below the last one are ready to be filled in.
const ROOM: u32 = 200;
/// A4, by the format.
const A4: u8 = 9;
const INK: Color = Color::RGB(0x1F_2A_2E);
const QUIET: Color = Color::RGB(0x5B_66_6B);
const LINES: Color = Color::RGB(0xC9_CE_D1);
const KEPT: Color = Color::RGB(0xF2_F1_EC);
const HEAD: Color = Color::RGB(0xDD_E4_E3);

/// A template to be made.
#[derive(Clone, Copy, Debug)]
pub struct Template<'a> {
    /// The table.
    pub table: Table,
    /// The language of heads and help.
    pub lang: Lang,
    /// The exhibition.
    pub tree: &'a Tree,
}

/// A template holds more rows than a sheet does, or there is no memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmade;

impl From<XlsxError> for Unmade {
    /// What the format forbids otherwise does not occur: names and widths are ours.
    fn from(_: XlsxError) -> Self {
        Self
    }
}

/// What a cell of a template holds.
#[derive(Clone, Debug, PartialEq)]
enum Put {
    Text(String),
    Number(f64),
}

impl Template<'_> {
    fn columns(self) -> Vec<Field> {
        // The word for the precision stands with its number.
        fields(self.table).into_iter().filter(|field| *field != Field::Precision).collect()
    }

    fn say(self, words: Import<'_>) -> String {
        text::say(self.lang, Say::Import(words))
    }

    fn name(self) -> String {
        text::say(self.lang, Say::Editor(Editor::Table(self.table)))
    }

    fn len(self) -> usize {
        self.tree.len(self.table.list().field())
    }

    /// What the exhibition says in a cell.
    fn cell(self, index: usize, field: Field) -> Option<Put> {
        let entry = FieldPath::entry(self.table.list().field(), index);
        let text = |path: &str| Some(self.tree.text_at(&entry.field(path)).to_owned()).filter(|text| !text.is_empty());
        let put = match field {
            Field::Id => Put::Text(text("id")?),
            Field::File => Put::Text(text("file")?),
            Field::Precision => return None,
            Field::At(path, kind) => {
                let at = field.lang().map_or_else(|| entry.field(path), |lang| entry.field(path).field(lang.code()));
                match self.read(&entry, path, kind, self.tree.value(&at))? {
                    Cell::Amount(Amount { value, precision: Precision::Exact }) => Put::Number(value),
                    Cell::WorkedOut(Some(sum)) => Put::Number(sum.value),
                    #[expect(clippy::cast_precision_loss, reason = "a number of a batch")]
                    Cell::Whole(number) => Put::Number(number as f64),
                    cell => Put::Text(text::cell_copied(self.lang, self.tree, &cell)),
                }
            }
        };
        match &put {
            Put::Text(text) if text.is_empty() || text.encode_utf16().count() > MOST_LETTERS => None,
            Put::Text(_) | Put::Number(_) => Some(put),
        }
    }

    fn read<'v>(self, entry: &FieldPath, path: &str, kind: Kind, value: Option<&'v Value>) -> Option<Cell<'v>>
    where
        Self: 'v,
    {
        if path == "figure.sources" {
            let state = self.tree.text_at(&entry.field("figure.state"));
            if state == "worked_out" {
                let figure = self.tree.value(&entry.field("figure"))?;
                return Some(Cell::Entries(List::Sources, sources_of_terms(figure)));
            }
            if state != "reported" {
                return None;
            }
        }
        read_cell(value?, kind)
    }
}

/// Makes the text of a template with commas between the cells.
#[must_use]
pub fn csv(template: Template<'_>) -> String {
    let columns = template.columns();
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        // Without a byte order mark spreadsheets misread Chinese and Tibetan.
        .from_writer("\u{feff}".as_bytes().to_vec());
    let (lang, table) = (template.lang, template.table);
    let helps = columns.iter().map(|field| import_help(lang, table, *field)).collect();
    let heads = columns.iter().map(|field| import_head(lang, table, *field)).collect();
    let row = |index: usize| {
        let text = |put: Option<Put>| match put {
            Some(Put::Text(text)) => text,
            Some(Put::Number(number)) => number.to_string(),
            None => String::new(),
        };
        columns.iter().map(|field| text(template.cell(index, *field))).collect::<Vec<String>>()
    };
    for line in [helps, heads].into_iter().chain((0..template.len()).map(row)) {
        // Writing to memory cannot fail.
        let _ = writer.write_record(line.iter().map(|cell| guarded(cell)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Makes the bytes of a template as XLSX.
///
/// # Errors
/// If it is too large.
pub fn xlsx(template: Template<'_>) -> Result<Vec<u8>, Unmade> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(template.name()));
    book.push_worksheet(filled(template)?);
    if let Some(names) = names(template)? {
        book.push_worksheet(names);
    }
    let bytes = book.save_to_buffer()?;
    // What would be refused when it comes back is not sent out.
    let is_small = bytes.len() as u64 <= MOST_BYTES && measure(&bytes).is_ok();
    if is_small { Ok(bytes) } else { Err(Unmade) }
}

/// The font of a language. A program that lacks it takes its own for that script.
fn base(lang: Lang) -> Format {
    let (name, size) = match lang {
        Lang::En => ("Calibri", 11.0),
        Lang::Zh => ("Microsoft YaHei", 11.0),
        Lang::Bo => ("Noto Serif Tibetan", 12.0),
    };
    let format = Format::new().set_font_name(name).set_font_size(size).set_font_color(INK);
    format.set_align(FormatAlign::Top).set_text_wrap().set_num_format("@")
}

fn bordered(lang: Lang, ground: Option<Color>) -> Format {
    let format = base(lang).set_border(FormatBorder::Thin).set_border_color(LINES);
    ground.map_or(format.clone(), |ground| format.set_background_color(ground))
}

fn width(field: Field) -> f64 {
    match field {
        Field::Id | Field::File | Field::Precision => 18.0,
        Field::At(_, Kind::Words(_, true)) => 40.0,
        Field::At(_, Kind::Words(_, false) | Kind::Refs(_) | Kind::Line) => 28.0,
        Field::At(_, Kind::Figure | Kind::Ref(_) | Kind::Choice(_)) => 20.0,
        Field::At(_, Kind::Date | Kind::Whole | Kind::YesNo) => 14.0,
    }
}

fn cell_format(field: Field, lang: Lang) -> Format {
    let lang = field.lang().unwrap_or(lang);
    match field {
        Field::Id | Field::File => bordered(lang, Some(KEPT)).set_font_color(QUIET),
        // A number stays one, so that a spreadsheet can add it up.
        Field::At(_, Kind::Figure | Kind::Whole) => {
            bordered(lang, None).set_num_format("General").set_align(FormatAlign::Right)
        }
        Field::At(..) | Field::Precision => bordered(lang, None),
    }
}

fn filled(template: Template<'_>) -> Result<Worksheet, Unmade> {
    let (lang, table, columns) = (template.lang, template.table, template.columns());
    let mut page = Worksheet::new();
    page.set_name(template.name())?;
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let title = format!("{} · {}", template.name(), exhibition_title(template.tree, lang));
    let heading = base(lang).set_bold().set_font_size(16.0).set_text_wrap();
    page.merge_range(0, 0, 0, last.min(7), &title, &heading)?.set_row_height(0, 32.0)?;
    let quiet = base(lang).set_font_color(QUIET);
    page.merge_range(1, 0, 1, last.min(7), &template.say(Import::HowTo), &quiet)?.set_row_height(1, 44.0)?;
    let help = base(lang).set_font_color(QUIET).set_font_size(9.0).set_align(FormatAlign::Bottom);
    let head = bordered(lang, Some(HEAD)).set_bold().set_align(FormatAlign::VerticalCenter);
    for (column, field) in (0..).zip(&columns) {
        page.set_column_width(column, width(*field))?;
        page.write_string_with_format(HEADS - 2, column, import_help(lang, table, *field), &help)?;
        page.write_string(HEADS - 1, column, format!("{KEY}{}/{}", table_name(table), field.name()))?;
        page.write_string_with_format(HEADS, column, import_head(lang, table, *field), &head)?;
    }
    page.set_row_height(HEADS - 2, 52.0)?.set_row_hidden(HEADS - 1)?.set_row_height(HEADS, 34.0)?;
    let formats: Vec<Format> = columns.iter().map(|field| cell_format(*field, lang)).collect();
    let mut line = HEADS + 1;
    for index in 0..template.len() {
        for ((column, field), format) in (0..).zip(&columns).zip(&formats) {
            match template.cell(index, *field) {
                Some(Put::Text(text)) => page.write_string_with_format(line, column, text, format)?,
                Some(Put::Number(number)) => page.write_number_with_format(line, column, number, format)?,
                None => page.write_blank(line, column, format)?,
            };
        }
        line = line.checked_add(1).ok_or(Unmade)?;
    }
    let room = if table == Table::Captions { line } else { line.saturating_add(ROOM) };
    for line in line..room {
        for (column, format) in (0..).zip(&formats) {
            page.write_blank(line, column, format)?;
        }
    }
    for (column, field) in (0..).zip(&columns) {
        if let Some(choice) = choice(*field, lang)? {
            page.add_data_validation(HEADS + 1, column, room.max(HEADS + 1), column, &choice)?;
        }
    }
    page.set_freeze_panes(HEADS + 1, 0)?;
    // As many columns to a page as can be read, each page with what its rows are.
    page.set_landscape().set_paper_size(A4).set_print_scale(70).set_footer("&C&P / &N");
    page.set_repeat_rows(HEADS, HEADS)?.set_repeat_columns(0, 0)?;
    Ok(page)
}

fn exhibition_title(tree: &Tree, lang: Lang) -> String {
    let title = tree.value(&FieldPath::of("title")).and_then(|title| Words::deserialize(title).ok());
    title.unwrap_or_default().resolve(lang).text.to_owned()
}

/// The words that can be chosen in a column.
fn choice(field: Field, lang: Lang) -> Result<Option<DataValidation>, XlsxError> {
    let say = |words| text::say(lang, Say::Cells(words));
    let words: Vec<String> = match field {
        Field::At(_, Kind::YesNo) => [true, false].map(|yes| say(Cells::YesNo(yes))).to_vec(),
        Field::At(_, Kind::Choice(choices)) => {
            choices.all().iter().map(|name| say(Cells::Choice(choices, name))).collect()
        }
        Field::Id | Field::File | Field::Precision | Field::At(..) => return Ok(None),
    };
    // A list of words that hold commas, or of more than 255 letters, cannot be given.
    if words.iter().any(|word| word.contains(','))
        || words.iter().map(|word| word.encode_utf16().count() + 1).sum::<usize>() > 250
    {
        return Ok(None);
    }
    DataValidation::new().allow_list_strings(&words).map(Some)
}

/// The names and ids that can be written in the columns; `None` where there are none.
fn names(template: Template<'_>) -> Result<Option<Worksheet>, Unmade> {
    let (lang, tree) = (template.lang, template.tree);
    let all: Vec<(List, &Value)> = lists_of(template.table)
        .into_iter()
        .flat_map(|list| {
            (0..tree.len(list.field())).filter_map(move |index| Some((list, tree.entry(list.field(), index)?)))
        })
        .collect();
    if all.is_empty() {
        return Ok(None);
    }
    let mut page = Worksheet::new();
    page.set_name(template.say(Import::NamesSheet))?;
    let head = bordered(lang, Some(HEAD)).set_bold();
    let id = import_head(lang, Table::Captions, Field::Id);
    for (column, (head_text, wide)) in (0..).zip([(String::new(), 16.0), (id, 24.0)]) {
        page.set_column_width(column, wide)?;
        page.write_string_with_format(0, column, head_text, &head)?;
    }
    for (column, own) in (2..).zip(Lang::ALL) {
        page.set_column_width(column, 36)?;
        page.write_string_with_format(0, column, own.own_name(), &bordered(own, Some(HEAD)).set_bold())?;
    }
    let (quiet, plain) = (bordered(lang, None).set_font_color(QUIET), bordered(Lang::En, None));
    for (line, (list, entry)) in (1..).zip(all) {
        let kind = text::say(lang, Say::Mend(Mend::List(list)));
        page.write_string_with_format(line, 0, kind, &quiet)?;
        page.write_string_with_format(
            line,
            1,
            cut(entry.get("id").and_then(Value::as_str).unwrap_or_default()),
            &plain,
        )?;
        for (column, own) in (2..).zip(Lang::ALL) {
            page.write_string_with_format(
                line,
                column,
                cut(&text::entry_name(own, list, entry)),
                &bordered(own, None),
            )?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&C&P / &N")
        .set_repeat_rows(0, 0)?;
    Ok(Some(page))
}

/// A text as far as a cell holds it.
fn cut(text: &str) -> String {
    text.chars().take(MOST_LETTERS / 2).collect()
}
