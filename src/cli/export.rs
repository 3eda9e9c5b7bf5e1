//! `vitrine export`: what can be written, in which forms.

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};

use super::{LangArg, fail, not_opened, size, written};
use crate::export::{self, TableFormat};
use crate::files::{self, PackSource};
use crate::model::{Lang, PackPlace};
use crate::photos::GoOn;
use crate::print::{self, Unprinted};
use crate::state::State;
use crate::text::{self, Say};
use crate::work;

/// What is written.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// The personnel of each batch, with subtotals and totals, each figure with its state and sources.
    Table {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, else csv.
        #[arg(long, value_enum)]
        format: Option<TableArg>,
    },
    /// Who is paired with whom, from when until when.
    Pairings {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, else csv.
        #[arg(long, value_enum)]
        format: Option<TableArg>,
    },
    /// The chart of the personnel as a poster, with its key, remarks and sources.
    Chart {
        #[command(flatten)]
        file: FileArgs,
        /// The form of the file; without it, that of the name's ending, else svg.
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
        /// The form of the file; without it, that of the name's ending, else pdf.
        #[arg(long, value_enum)]
        format: Option<HandoutArg>,
    },
}

/// From where, into which file, in which language.
#[derive(Debug, Args)]
pub struct FileArgs {
    /// A folder with an exhibition.json, or a .vitrine file; without one, the built-in exhibition.
    pack: Option<PathBuf>,
    /// The file to write.
    #[arg(short, long)]
    out: PathBuf,
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

impl From<TableArg> for TableFormat {
    fn from(arg: TableArg) -> Self {
        match arg {
            TableArg::Csv => Self::Csv,
            TableArg::Tsv => Self::Tsv,
            TableArg::Json => Self::Json,
        }
    }
}

impl Export {
    /// Writes it, and tells where it could not.
    pub fn run(self) -> ExitCode {
        match self {
            Self::Table { file, format } => {
                let form = file.form(format, TableArg::Csv).into();
                file.write(|state, _, _| Ok(export::table(&state.pack.exhibition, state.lang, form).into_bytes()))
            }
            Self::Pairings { file, format } => {
                let form = file.form(format, TableArg::Csv).into();
                file.write(|state, _, _| {
                    Ok(export::pairing_table(&state.pack.exhibition, state.lang, form).into_bytes())
                })
            }
            Self::Chart { file, format, size } => {
                file.write(|state, _, go_on| match file.form(format, ChartArg::Svg) {
                    ChartArg::Svg => print::chart_svg(state, size),
                    ChartArg::Png => print::chart_png(state, size, go_on),
                })
            }
            Self::Handout { file, format } => {
                file.write(|state, source, go_on| match file.form(format, HandoutArg::Pdf) {
                    HandoutArg::Pdf => print::handout_pdf(state, source, go_on),
                    HandoutArg::Html => print::handout_html(state, source, go_on),
                })
            }
        }
    }
}

impl FileArgs {
    /// The form that was asked for, else that of the name's ending, else the usual one.
    fn form<T: ValueEnum>(&self, asked: Option<T>, usual: T) -> T {
        let named = || T::from_str(self.out.extension()?.to_str()?, true).ok();
        asked.or_else(named).unwrap_or(usual)
    }

    /// Opens the pack, makes the bytes of the file, and puts them in its place whole.
    fn write(&self, bytes: impl FnOnce(&State, &PackSource, GoOn<'_>) -> Result<Vec<u8>, Unprinted>) -> ExitCode {
        let lang: Lang = self.lang.into();
        let place = self.pack.as_deref().map_or(Ok(PackPlace::BuiltIn), files::place_of);
        let (pack, source) = match place.and_then(|place| work::open_pack(&place)) {
            Ok(opened) => opened,
            Err(why) => return not_opened(self.pack.as_deref(), why, lang),
        };
        let mut state = State::showing(pack);
        state.lang = lang;
        let made = bytes(&state, &source, &so_far);
        so_far(2.0);
        match made {
            Ok(bytes) => written(&self.out, files::replace(&self.out, &bytes), lang),
            Err(why) => fail(&text::say(lang, unprinted(why))),
        }
    }
}

/// Shows how far a file has come to whoever watches, on one line that is gone at the end; a pipe is told nothing.
fn so_far(share: f32) -> bool {
    let mut err = std::io::stderr();
    if err.is_terminal() {
        let line = if share > 1.0 { String::new() } else { format!("{:3.0} %", share * 100.0) };
        let _ = write!(err, "\r{line:<5}\r").and_then(|()| err.flush());
    }
    true
}

/// Why nothing was written, in words.
fn unprinted(why: Unprinted) -> Say<'static> {
    match why {
        Unprinted::NoFigures => Say::NoFigures,
        Unprinted::TooLarge => Say::PngTooLarge,
        Unprinted::TooSmall([width, height]) => Say::PngTooSmall(width, height),
        Unprinted::NoPdf => Say::NoPdf,
        Unprinted::Stopped => Say::ExportStopped,
    }
}

#[cfg(test)]
mod tests {
    use super::{ChartArg, FileArgs, HandoutArg, LangArg, TableArg};

    #[test]
    fn a_file_has_the_form_of_its_ending_unless_another_is_asked_for() {
        let named = |name: &str| FileArgs { pack: None, out: name.into(), lang: LangArg::En };
        assert!(matches!(named("a.html").form(None, HandoutArg::Pdf), HandoutArg::Html));
        assert!(matches!(named("a.PNG").form(None, ChartArg::Svg), ChartArg::Png));
        assert!(matches!(named("a.json").form(Some(TableArg::Tsv), TableArg::Csv), TableArg::Tsv));
        assert!(matches!(named("a.txt").form(None, TableArg::Csv), TableArg::Csv));
        assert!(matches!(named("a").form(None, HandoutArg::Pdf), HandoutArg::Pdf));
    }
}
