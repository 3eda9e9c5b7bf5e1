//! `vitrine import`: rows of a spreadsheet into an exhibition, and `vitrine export template`, a spreadsheet to fill in.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::args::LangArg;
use super::fail;
use super::opened::{Opened, Target};
use super::out::{ending, may_be_written, not_written};
use crate::export::WrittenKind;
use crate::files::{self, InTheWay};
use crate::import::{self, Guess, Template};
use crate::model::{Lang, OpenError, PackPlace, SheetCells};
use crate::state::editing::spreadsheet::{
    Field, FoundBy, Judged, Mapping, Preview, TABLES, Verdict, fields, judge, table_name,
};
use crate::state::editing::{Table, with_checks_kept};
use crate::text::{self, Editor, Import, Say, Touched, import_head, row_becomes, row_name, row_refused};
use crate::workbook::Unread;

/// What the rows are.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum KindArg {
    /// Pictures: titles, captions, alternative texts, credits, places, dates.
    Captions,
    /// Batches, with their years and figures.
    Batches,
    /// Who is paired with whom.
    Pairings,
    /// The timeline.
    Milestones,
    /// The sources.
    Sources,
}

impl From<KindArg> for Table {
    fn from(arg: KindArg) -> Self {
        match arg {
            KindArg::Captions => Self::Captions,
            KindArg::Batches => Self::Batches,
            KindArg::Pairings => Self::Pairings,
            KindArg::Milestones => Self::Milestones,
            KindArg::Sources => Self::Sources,
        }
    }
}

/// Which spreadsheet, and what becomes of it.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The spreadsheet: .xlsx, .ods, .csv or .tsv.
    file: PathBuf,
    /// A folder with an exhibition.json, or a .vitrine file; without one, the built-in exhibition.
    pack: Option<PathBuf>,
    /// What the rows are; without it, what their heads say.
    #[arg(long, value_enum)]
    kind: Option<KindArg>,
    /// A column by its head or letters, and the field that it is: caption.zh; - for a column that is not read. May be repeated.
    #[arg(long, value_name = "HEAD=FIELD")]
    map: Vec<String>,
    /// The sheet, by its name; without it, the one whose heads are known best.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Where the exhibition with the rows is saved: a .vitrine file, or a new folder. Without it, the changes are only shown.
    #[arg(short, long)]
    out: Option<PathBuf>,
    /// Write the rows into the exhibition itself.
    #[arg(long, conflicts_with = "out")]
    apply: bool,
    /// Replace a file that is there already.
    #[arg(long)]
    force: bool,
    /// The language of the messages.
    #[arg(long, value_enum, default_value = "en")]
    messages: LangArg,
}

impl ImportArgs {
    /// Shows what the rows change, does so where that is asked for, and reports failure.
    pub fn run(self) -> ExitCode {
        match self.try_run() {
            Ok(()) => ExitCode::SUCCESS,
            Err(code) => code,
        }
    }

    fn lang(&self) -> Lang {
        self.messages.into()
    }

    fn say(&self, words: Import<'_>) -> String {
        text::say(self.lang(), Say::Import(words))
    }

    fn print(&self, words: Import<'_>) {
        super::print::out(&self.say(words));
    }

    fn refuse(&self, words: Import<'_>) -> ExitCode {
        fail(&self.say(words))
    }

    fn try_run(&self) -> Result<(), ExitCode> {
        let lang = self.lang();
        let opened = Opened::open(self.pack.as_deref(), lang, |path| self.say(Import::NoExhibition(path)))?;
        let target = Target { out: self.out.as_deref(), apply: self.apply, force: self.force, messages: lang };
        let target = target.place(&opened.pack, || self.say(Import::BuiltIn))?;
        let sheets = self.sheets()?;
        let Guess { sheet, mapping, .. } = self.mapping(&sheets)?;
        let preview = judge(&opened.tree, &sheets[sheet], &mapping);
        self.show_columns(&sheets[sheet], &mapping);
        self.show(&preview);
        if preview.changes.is_empty() {
            self.print(Import::NothingToApply);
            return Ok(());
        }
        let Some(place) = target else {
            let is_built_in = opened.pack.place == PackPlace::BuiltIn;
            self.print(if is_built_in { Import::BuiltIn } else { Import::HowToApply });
            return Ok(());
        };
        let changes = with_checks_kept(&opened.tree, preview.changes);
        let path = opened.save(&changes, &place, lang, || self.say(Import::NotApplied))?;
        self.print(Import::Applied(&path.display().to_string()));
        Ok(())
    }

    fn sheets(&self) -> Result<Vec<SheetCells>, ExitCode> {
        let path = self.file.display().to_string();
        let bytes = files::read_file(&self.file, import::MOST_BYTES)
            .map_err(|why| fail(&text::say(self.lang(), Say::CannotOpen(&path, &OpenError::Read(why)))))?;
        import::read(&bytes).map_err(|why| {
            self.refuse(match why {
                Unread::NotAWorkbook => Import::NotASpreadsheet(&path),
                Unread::Old => Import::Old(&path),
                Unread::Damaged => Import::Damaged(&path),
                Unread::TooLarge => Import::TooLarge(&path),
                Unread::Encoding => Import::Encoding(&path),
            })
        })
    }

    fn list(&self, names: impl IntoIterator<Item = String>) -> String {
        let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
        text::list(self.lang(), &names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Which sheet is read, and what its columns are.
    fn mapping(&self, sheets: &[SheetCells]) -> Result<Guess, ExitCode> {
        let path = self.file.display().to_string();
        let kind = self.kind.map(Table::from);
        let mut guess = match &self.sheet {
            None => import::guess(sheets, kind),
            Some(name) => {
                let sheet = sheets.iter().position(|sheet| sheet.name == *name).ok_or_else(|| {
                    let there = self.list(sheets.iter().map(|sheet| sheet.name.clone()));
                    self.refuse(Import::NoSheet(name, &there))
                })?;
                let (mapping, score) = import::guess_in(&sheets[sheet], kind);
                Guess { sheet, mapping, is_sure: score > 0 }
            }
        };
        if guess.sheet >= sheets.len() {
            return Err(self.refuse(Import::NoColumns(&path)));
        }
        if kind.is_none() && !guess.is_sure {
            let kinds = self.list(TABLES.map(|table| table_name(table).to_owned()));
            return Err(self.refuse(Import::NoKind(&path, &kinds)));
        }
        guess.mapping.table = kind.unwrap_or(guess.mapping.table);
        for asked in &self.map {
            self.map_column(asked, &sheets[guess.sheet], &mut guess.mapping)?;
        }
        if guess.mapping.fields.is_empty() { Err(self.refuse(Import::NoColumns(&path))) } else { Ok(guess) }
    }

    fn map_column(&self, asked: &str, sheet: &SheetCells, mapping: &mut Mapping) -> Result<(), ExitCode> {
        let (head, name) = asked.rsplit_once('=').unwrap_or((asked, ""));
        let (head, name) = (head.trim(), name.trim());
        let heads = import::head_texts(sheet, mapping);
        let by_head = heads.iter().find(|(_, text)| text.to_lowercase() == head.to_lowercase()).map(|(at, _)| *at);
        let by_letters = || heads.keys().copied().find(|column| letters(*column).eq_ignore_ascii_case(head));
        let column = by_head.or_else(by_letters).ok_or_else(|| {
            let there = self.list(heads.iter().map(|(column, text)| named(*column, text)));
            self.refuse(Import::NoHead(head, &there))
        })?;
        let field = match name {
            "-" => None,
            name => Some(Field::named(mapping.table, name).ok_or_else(|| {
                let there = self.list(fields(mapping.table).into_iter().map(Field::name));
                self.refuse(Import::NoField(name, &there))
            })?),
        };
        mapping.put(column, field);
        Ok(())
    }

    /// Prints what each column is read as.
    fn show_columns(&self, sheet: &SheetCells, mapping: &Mapping) {
        let table = text::say(self.lang(), Say::Editor(Editor::Table(mapping.table)));
        self.print(Import::Reads(&sheet.name, &table));
        let mut left = Vec::new();
        for (column, head) in import::head_texts(sheet, mapping) {
            let name = named(column, &head);
            let field = mapping.fields.get(&column).map(|field| import_head(self.lang(), mapping.table, *field));
            match field {
                // What a head says already is not said again.
                Some(field) if field == name => {}
                Some(field) => self.print(Import::Column(&name, &field)),
                None => left.push(name),
            }
        }
        if !left.is_empty() {
            self.print(Import::NotRead(&self.list(left)));
        }
    }

    /// Prints what becomes of each row that changes something or is not taken, checked texts apart, and the numbers.
    fn show(&self, preview: &Preview) {
        for row in &preview.rows {
            if let Some(what) = self.becomes(preview, row) {
                self.show_row(preview, row, &what);
            }
        }
        let tally = preview.tally();
        if tally.checked > 0 {
            self.print(Import::Checked(tally.checked));
            let tree = (&preview.after, preview.table);
            for row in preview.rows.iter().filter(|row| row.of_checked().next().is_some()) {
                self.show_row(preview, row, &row_becomes(self.lang(), tree, row, Touched::Checked));
            }
        }
        self.print(Import::Tally(tally));
    }

    fn show_row(&self, preview: &Preview, row: &Judged, what: &str) {
        let entry = row.entry.map(|index| row_name(self.lang(), &preview.after, preview.table, index));
        let line = match &entry {
            Some(entry) => self.say(Import::Row(row.line, entry, what)),
            None => self.say(Import::RowAlone(row.line, what)),
        };
        super::print::out(&line.replace(['\n', '\r'], " "));
    }

    /// Words what becomes of a row; `None` if nothing does, or of checked texts alone.
    fn becomes(&self, preview: &Preview, row: &Judged) -> Option<String> {
        let lang = self.lang();
        let mut said = match &row.verdict {
            Verdict::Same => return None,
            Verdict::Refused(why) => return Some(self.say(Import::NotTaken(&row_refused(lang, preview.table, why)))),
            Verdict::New => vec![self.say(Import::New)],
            Verdict::Changed => Vec::new(),
        };
        said.push(row_becomes(lang, (&preview.after, preview.table), row, Touched::Others));
        said.retain(|said| !said.is_empty());
        if said.is_empty() {
            return None;
        }
        match row.found_by {
            None | Some(FoundBy::Id | FoundBy::Number) => {}
            Some(by) => said.push(self.say(Import::FoundBy(by))),
        }
        Some(said.join(" "))
    }
}

/// The letters of a column, as spreadsheets show them.
fn letters(column: u32) -> String {
    text::column_letters(column)
}

/// A column by its head, else by its letters.
fn named(column: u32, head: &str) -> String {
    if head.is_empty() { letters(column) } else { head.to_owned() }
}

/// Which template is written.
#[derive(Debug, Args)]
pub struct TemplateArgs {
    /// A folder with an exhibition.json, or a .vitrine file; without one, the built-in exhibition.
    pack: Option<PathBuf>,
    /// What its rows are.
    #[arg(long, value_enum)]
    kind: KindArg,
    /// The file to write: .xlsx with the names and ids that can be written, or .csv.
    #[arg(short, long)]
    out: PathBuf,
    /// Replace a file that is there already, with whatever has been filled in.
    #[arg(long)]
    force: bool,
    /// The language of the heads.
    #[arg(long, value_enum, default_value = "en")]
    lang: LangArg,
}

impl TemplateArgs {
    /// Writes the template, or says why not.
    pub fn write(&self) -> Result<(), ExitCode> {
        let lang = self.lang.into();
        let say = |words: Import<'_>| text::say(lang, Say::Import(words));
        let opened = Opened::open(self.pack.as_deref(), lang, |path| say(Import::NoExhibition(path)))?;
        let form = ending(&self.out, &["xlsx", "csv"], false, lang).map_err(|why| fail(&why))?;
        let (out, path): (&Path, _) = (&self.out, self.out.display().to_string());
        let is_there = files::in_the_way(out, &opened.pack, |_, _| false) == Some(InTheWay::Foreign);
        if is_there && !self.force {
            return Err(fail(&say(Import::Exists(&path))));
        }
        may_be_written(out, WrittenKind::FillIn, &opened.pack, self.force, lang).map_err(|why| fail(&why))?;
        let template = Template { table: self.kind.into(), lang, tree: &opened.tree };
        let bytes = if form.is_some_and(|form| form.eq_ignore_ascii_case("csv")) {
            import::csv(template).into_bytes()
        } else {
            import::xlsx(template).map_err(|_unmade| fail(&say(Import::TooMany)))?
        };
        files::replace(out, &bytes).map_err(|why| fail(&not_written(out, &why, lang)))?;
        if !files::is_stdout(out) {
            super::print::out(&say(Import::Made(&path, opened.tree.len(template.table.list().field()))));
        }
        Ok(())
    }
}
