//! `vitrine export`: contents and formats.

use std::cell::RefCell;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};

use super::out::{ending, may_be_written, not_written};
use super::{LangArg, fail, not_opened, size};
use crate::export::{self, TableFormat, WrittenKind};
use crate::files::{self, PackSource};
use crate::model::{Date, Exhibition, Lang, PackPlace};
use crate::photos::GoOn;
use crate::print::{self, Paper, Sheet, Unprinted};
use crate::state::kiosk::System;
use crate::state::{Start, State};
use crate::text::{self, Out, Say, Separator, Signoff};
use crate::work;

/// What is written.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// The personnel of each batch, with subtotals and totals, each figure with its state and sources.
    Table {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, csv where it has none.
        #[arg(long, value_enum)]
        format: Option<TableArg>,
        /// What separates the values of csv.
        #[arg(long, value_enum, default_value = "comma")]
        separator: SeparatorArg,
    },
    /// Who is paired with whom, from when until when.
    Pairings {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, csv where it has none.
        #[arg(long, value_enum)]
        format: Option<TableArg>,
        /// What separates the values of csv.
        #[arg(long, value_enum, default_value = "comma")]
        separator: SeparatorArg,
    },
    /// The chart of the personnel as a poster, with its key, remarks and sources.
    Chart {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, svg where it has none.
        #[arg(long, value_enum)]
        format: Option<ChartArg>,
        /// Width and height in pixels; a PNG up to 7680x4320.
        #[arg(long, default_value = "1920x1080", value_parser = size)]
        size: [u32; 2],
    },
    /// The whole exhibition on pages of A4: pictures, chart, table, pairings, timeline, sources.
    Handout {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, pdf where it has none.
        #[arg(long, value_enum)]
        format: Option<HandoutArg>,
    },
    /// The exhibition at one look, on a sheet to hang: its pictures, and on one axis of years its batches, milestones and pairings.
    Poster {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, pdf where it has none.
        #[arg(long, value_enum)]
        format: Option<PosterArg>,
        /// The paper.
        #[arg(long, value_enum, default_value = "a2")]
        paper: PaperArg,
        /// The longer side lies.
        #[arg(long)]
        landscape: bool,
    },
    /// Every screen that a visitor can reach, with its texts, how far they are checked, a box to tick, and the exhibition's fingerprint
    /// on every page: for whoever signs.
    Signoff {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, pdf where it has none.
        #[arg(long, value_enum)]
        format: Option<PageArg>,
    },
    /// What a technician sets up for a kiosk on a system, on one page of A4: login, updates, sleep, gestures, how staff get in, and
    /// what no program can stop.
    Kiosk {
        #[command(flatten)]
        file: FileArgs,
        /// The system; without it, this one.
        #[arg(long, value_enum)]
        system: Option<SystemArg>,
        /// The form of the file; without it, that of the name's ending, pdf where it has none.
        #[arg(long, value_enum)]
        format: Option<PageArg>,
    },
}

/// From where, into which file, in which language.
#[derive(Debug, Args)]
pub struct FileArgs {
    /// A folder with an exhibition.json, or a .vitrine file; without one, the built-in exhibition.
    pack: Option<PathBuf>,
    /// The file to write; - for what the program prints.
    #[arg(short, long)]
    out: PathBuf,
    /// Write over a file that this program did not write.
    #[arg(long)]
    force: bool,
    /// The language.
    #[arg(long, value_enum, default_value = "en")]
    lang: LangArg,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum TableArg {
    /// For spreadsheets; what is missing is an empty cell with its state beside it.
    Csv,
    /// The same, separated by tabs.
    Tsv,
    /// For programs; what is missing is null.
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ChartArg {
    /// Lines and letters as outlines, for any size; the words can be searched.
    Svg,
    /// Pixels.
    Png,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum HandoutArg {
    /// Pages to print and to read; fonts inside, words to search.
    Pdf,
    /// For a browser: one page with everything in it.
    Html,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PosterArg {
    /// To print; fonts inside, words to search.
    Pdf,
    /// Pixels: 300 an inch, fewer on larger paper.
    Png,
}

/// Paper by ISO 216.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PaperArg {
    /// 841 × 1189 mm.
    A0,
    /// 594 × 841 mm.
    A1,
    /// 420 × 594 mm.
    A2,
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    A4,
}

impl From<PaperArg> for Paper {
    fn from(arg: PaperArg) -> Self {
        match arg {
            PaperArg::A0 => Self::A0,
            PaperArg::A1 => Self::A1,
            PaperArg::A2 => Self::A2,
            PaperArg::A3 => Self::A3,
            PaperArg::A4 => Self::A4,
        }
    }
}

impl From<PosterArg> for WrittenKind {
    fn from(arg: PosterArg) -> Self {
        match arg {
            PosterArg::Pdf => Self::Pdf,
            PosterArg::Png => Self::Png,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PageArg {
    /// A page to print; fonts inside, words to search.
    Pdf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SystemArg {
    /// Linux, under X11 or Wayland.
    Linux,
    /// Windows.
    Windows,
    /// macOS.
    Macos,
}

impl From<SystemArg> for System {
    fn from(arg: SystemArg) -> Self {
        match arg {
            SystemArg::Linux => Self::Linux,
            SystemArg::Windows => Self::Windows,
            SystemArg::Macos => Self::Macos,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum SeparatorArg {
    /// What most spreadsheets expect.
    #[default]
    Comma,
    /// What those expect that are set to German, French and other languages with a decimal comma.
    Semicolon,
    /// What all of them can be told.
    Tab,
}

impl From<SeparatorArg> for Separator {
    fn from(arg: SeparatorArg) -> Self {
        match arg {
            SeparatorArg::Comma => Self::Comma,
            SeparatorArg::Semicolon => Self::Semicolon,
            SeparatorArg::Tab => Self::Tab,
        }
    }
}

impl TableArg {
    fn with(self, separator: SeparatorArg) -> TableFormat {
        match (self, separator) {
            (Self::Csv, SeparatorArg::Comma) => TableFormat::Csv,
            (Self::Csv, SeparatorArg::Semicolon) => TableFormat::CsvWithSemicolons,
            (Self::Csv, SeparatorArg::Tab) => TableFormat::CsvWithTabs,
            (Self::Tsv, _) => TableFormat::Tsv,
            (Self::Json, _) => TableFormat::Json,
        }
    }
}

impl From<TableArg> for WrittenKind {
    fn from(arg: TableArg) -> Self {
        match arg {
            TableArg::Csv | TableArg::Tsv => Self::Table,
            TableArg::Json => Self::Json,
        }
    }
}

impl From<ChartArg> for WrittenKind {
    fn from(arg: ChartArg) -> Self {
        match arg {
            ChartArg::Svg => Self::Svg,
            ChartArg::Png => Self::Png,
        }
    }
}

impl From<HandoutArg> for WrittenKind {
    fn from(arg: HandoutArg) -> Self {
        match arg {
            HandoutArg::Pdf => Self::Pdf,
            HandoutArg::Html => Self::Html,
        }
    }
}

impl Export {
    /// Writes the file, and reports failure.
    pub fn run(self) -> ExitCode {
        match self.try_run() {
            Ok(()) => ExitCode::SUCCESS,
            Err(code) => code,
        }
    }

    fn try_run(self) -> Result<(), ExitCode> {
        match self {
            Self::Kiosk { file, system, format } => {
                let PageArg::Pdf = file.form(format, PageArg::Pdf)?;
                let system = system.map_or_else(|| System::named(std::env::consts::OS), Into::into);
                file.write(WrittenKind::Pdf, |state, _, go_on| print::venue_pdf(state, system, go_on))
            }
            Self::Table { file, format, separator } => file.table(format, separator, export::table),
            Self::Pairings { file, format, separator } => file.table(format, separator, export::pairing_table),
            Self::Chart { file, format, size } => {
                let form = file.form(format, ChartArg::Svg)?;
                file.write(form.into(), |state, _, go_on| match form {
                    ChartArg::Svg => print::chart_svg(state, size),
                    ChartArg::Png => print::chart_png(state, size, go_on),
                })
            }
            Self::Poster { file, format, paper, landscape } => {
                let form = file.form(format, PosterArg::Pdf)?;
                let sheet = Sheet { paper: paper.into(), landscape };
                file.write(form.into(), |state, source, go_on| match form {
                    PosterArg::Pdf => print::poster_pdf(state, source, sheet, go_on),
                    PosterArg::Png => print::poster_png(state, source, sheet, go_on),
                })
            }
            Self::Signoff { file, format } => {
                let PageArg::Pdf = file.form(format, PageArg::Pdf)?;
                let bound = RefCell::new(String::new());
                file.write(WrittenKind::Pdf, |state, source, go_on| {
                    let book = print::signoff(state, source, Date::try_from(work::today()).ok(), go_on)?;
                    bound.replace(book.print.to_string());
                    book.pdf(go_on)
                })?;
                if !files::is_stream(&file.out) {
                    let words = Say::Signoff(Signoff::BoundTo(&bound.borrow()));
                    super::print::out(&text::say(file.lang.into(), words));
                }
                Ok(())
            }
            Self::Handout { file, format } => {
                let form = file.form(format, HandoutArg::Pdf)?;
                file.write(form.into(), |state, source, go_on| match form {
                    HandoutArg::Pdf => print::handout_pdf(state, source, go_on),
                    HandoutArg::Html => print::handout_html(state, source, go_on),
                })
            }
        }
    }
}

impl FileArgs {
    /// Returns the requested format, else that of the extension, else the usual one. A format that contradicts the extension
    /// is refused.
    fn form<T: ValueEnum>(&self, asked: Option<T>, usual: T) -> Result<T, ExitCode> {
        if let Some(asked) = asked {
            return Ok(asked);
        }
        let names: Vec<String> = T::value_variants()
            .iter()
            .filter_map(|form| Some(form.to_possible_value()?.get_name().to_owned()))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = ending(&self.out, &names, true, self.lang.into()).map_err(|why| fail(&why))?;
        Ok(found.and_then(|found| T::from_str(found, true).ok()).unwrap_or(usual))
    }

    /// Writes a table, and prints its separator for CSV.
    fn table(
        &self,
        format: Option<TableArg>,
        separator: SeparatorArg,
        make: impl FnOnce(&Exhibition, Lang, TableFormat) -> String,
    ) -> Result<(), ExitCode> {
        let form = self.form(format, TableArg::Csv)?;
        self.write(form.into(), |state, _, _| {
            Ok(make(&state.pack().exhibition, state.lang(), form.with(separator)).into_bytes())
        })?;
        if matches!(form, TableArg::Csv) && !files::is_stream(&self.out) {
            let path = self.out.display().to_string();
            let words = Say::Out(Out::Separated(&path, separator.into()));
            super::print::out(&text::say(self.lang.into(), words));
        }
        Ok(())
    }

    /// Opens the pack, makes the content of the file, and writes it atomically.
    fn write(
        &self,
        kind: WrittenKind,
        bytes: impl FnOnce(&State, &PackSource, GoOn<'_>) -> Result<Vec<u8>, Unprinted>,
    ) -> Result<(), ExitCode> {
        let lang: Lang = self.lang.into();
        let place = self.pack.as_deref().map_or(Ok(PackPlace::BuiltIn), files::place_of);
        let (pack, source) = place
            .and_then(|place| work::open_pack(&place))
            .map_err(|why| not_opened(self.pack.as_deref(), &why, lang))?;
        may_be_written(&self.out, kind, &pack, self.force, lang).map_err(|why| fail(&why))?;
        let state = State::begin(pack, Start { lang: Some(lang), ..Start::default() });
        let made = bytes(&state, &source, &so_far);
        so_far(2.0);
        let bytes = made.map_err(|why| fail(&text::say(lang, unprinted(why))))?;
        files::replace(&self.out, &bytes).map_err(|why| fail(&not_written(&self.out, &why, lang)))
    }
}

/// Shows the progress on a terminal, on one line that is cleared at the end; a pipe gets none.
pub(super) fn so_far(share: f32) -> bool {
    let mut err = std::io::stderr();
    if err.is_terminal() {
        let line = if share > 1.0 { String::new() } else { format!("{:3.0} %", share * 100.0) };
        let _ = write!(err, "\r{line:<5}\r").and_then(|()| err.flush());
    }
    true
}

/// Words the reason why nothing was written.
pub(super) fn unprinted(why: Unprinted) -> Say<'static> {
    match why {
        Unprinted::NoFigures => Say::NoFigures,
        Unprinted::Empty => Say::NothingOnPoster,
        Unprinted::TooLarge => Say::PngTooLarge,
        Unprinted::TooSmall([width, height]) => Say::PngTooSmall(width, height),
        Unprinted::NoPdf => Say::NoPdf,
        Unprinted::TooManyScreens(most) => Say::Signoff(Signoff::TooMany(most)),
        Unprinted::Cancelled => Say::ExportCancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::{ChartArg, FileArgs, HandoutArg, LangArg, TableArg};

    #[test]
    fn a_file_has_the_form_of_its_ending_unless_another_is_asked_for() {
        let named = |name: &str| FileArgs { pack: None, out: name.into(), force: false, lang: LangArg::En };
        assert!(matches!(named("a.html").form(None, HandoutArg::Pdf), Ok(HandoutArg::Html)));
        assert!(matches!(named("a.PNG").form(None, ChartArg::Svg), Ok(ChartArg::Png)));
        assert!(matches!(named("a.json").form(Some(TableArg::Tsv), TableArg::Csv), Ok(TableArg::Tsv)));
        assert!(matches!(named("a.xlsx").form(Some(TableArg::Csv), TableArg::Csv), Ok(TableArg::Csv)));
        assert!(matches!(named("a").form(None, HandoutArg::Pdf), Ok(HandoutArg::Pdf)));
        for name in ["a.xlsx", "a.txt", "a.2024", "a.csv.gz"] {
            assert!(named(name).form(None, TableArg::Csv).is_err(), "{name}");
        }
        assert!(
            named("a.jpg").form(None, ChartArg::Svg).is_err() && named("a.docx").form(None, HandoutArg::Pdf).is_err()
        );
    }
}
