//! The command line.

mod export;
mod talk;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand, ValueEnum};

use crate::app::App;
use crate::files::{self, OpenFailure, PackSource};
use crate::model::{Exhibition, Known, Lang, PackPlace, Problem, Trouble, Weight, check, locate};
use crate::state::{ChartMode, Notice, State, Theme, View};
use crate::text::{self, Say};
use crate::window::{Beginning, Renderer};
use crate::{picture, window, work};
use export::Export;

/// Shows an exhibition from one native binary, offline.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    show: Show,
    /// Fill the screen.
    #[arg(long)]
    fullscreen: bool,
    /// Who draws; without a wish, whichever is there.
    #[arg(long, value_enum)]
    renderer: Option<RendererArg>,
    #[command(flatten)]
    present: talk::Present,
}

/// What is shown, and how.
#[derive(Debug, clap::Args)]
struct Show {
    /// A folder with an exhibition.json, a .vitrine file, a folder of pictures, or a picture, which is shown with those
    /// beside it; without one, the built-in exhibition.
    pack: Option<PathBuf>,
    /// The language.
    #[arg(long, value_enum, default_value = "en")]
    lang: LangArg,
    /// The view to begin with.
    #[arg(long, value_enum, default_value = "photos")]
    view: ViewArg,
    /// The colours.
    #[arg(long, value_enum, default_value = "light")]
    theme: ThemeArg,
    /// How the personnel view begins.
    #[arg(long, value_enum, default_value = "bars")]
    chart: ChartArg,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Names what should be mended in an exhibition before the doors open. Exit status 1 where visitors would miss something.
    Check {
        /// A folder with an exhibition.json, or a .vitrine file; without one, the built-in exhibition.
        pack: Option<PathBuf>,
        /// Also give advice: drafts, texts that fall back on another language.
        #[arg(long)]
        advice: bool,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "en")]
        lang: LangArg,
    },
    /// Writes the exhibition, or a part of it, into a file for paper or for other programs.
    #[command(subcommand)]
    Export(Export),
    /// Writes the screen as a person would see it into a PNG file, with no display and no window.
    Picture {
        /// The file to write.
        out: PathBuf,
        /// Width and height in pixels.
        #[arg(long, default_value = "1920x1080", value_parser = size)]
        size: [u32; 2],
        /// The chosen province, by its id.
        #[arg(long)]
        province: Option<String>,
        /// The open picture, by its id.
        #[arg(long)]
        photo: Option<String>,
        /// The open source sheet: batch:10, photo:reading, province:CN-FJ, statement:…, milestone:…, source:…
        #[arg(long)]
        sheet: Option<String>,
        #[command(flatten)]
        talk: talk::TalkArgs,
        #[command(flatten)]
        show: Show,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RendererArg {
    /// A graphics card, through OpenGL.
    Gl,
    /// The processor.
    Cpu,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    En,
    Zh,
    Bo,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ViewArg {
    Photos,
    Personnel,
    Pairings,
    Timeline,
    Sources,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ThemeArg {
    Light,
    Dark,
    Contrast,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ChartArg {
    Bars,
    Table,
    Running,
}

impl From<ChartArg> for ChartMode {
    fn from(arg: ChartArg) -> Self {
        match arg {
            ChartArg::Bars => Self::Bars,
            ChartArg::Table => Self::Table,
            ChartArg::Running => Self::Running,
        }
    }
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::En => Self::En,
            LangArg::Zh => Self::Zh,
            LangArg::Bo => Self::Bo,
        }
    }
}

impl From<RendererArg> for Renderer {
    fn from(arg: RendererArg) -> Self {
        match arg {
            RendererArg::Gl => Self::Gl,
            RendererArg::Cpu => Self::Cpu,
        }
    }
}

impl From<ViewArg> for View {
    fn from(arg: ViewArg) -> Self {
        match arg {
            ViewArg::Photos => Self::Photos,
            ViewArg::Personnel => Self::Personnel,
            ViewArg::Pairings => Self::Pairings,
            ViewArg::Timeline => Self::Timeline,
            ViewArg::Sources => Self::Sources,
        }
    }
}

impl From<ThemeArg> for Theme {
    fn from(arg: ThemeArg) -> Self {
        match arg {
            ThemeArg::Light => Self::Light,
            ThemeArg::Dark => Self::Dark,
            ThemeArg::Contrast => Self::Contrast,
        }
    }
}

fn size(text: &str) -> Result<[u32; 2], String> {
    let wrong = || format!("“{text}” is not a size: write 1920x1080, between 320 and 8192 pixels each way");
    let (width, height) = text.split_once('x').ok_or_else(wrong)?;
    let side = |s: &str| s.parse().ok().filter(|n| (320..=8192).contains(n)).ok_or_else(wrong);
    Ok([side(width)?, side(height)?])
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match cli.command {
        None => {
            let (mut state, source) = begin(&cli.show);
            let acts = cli.present.arrange(&mut state);
            let state = State { fullscreen: cli.fullscreen, ..state };
            match window::run(Beginning { state, source, acts }, cli.renderer.map(Into::into)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(why) => fail(&text::say(cli.show.lang.into(), Say::NoWindow(last_cause(&why)))),
            }
        }
        Some(Command::Check { pack, advice, lang }) => check_pack(pack.as_deref(), lang.into(), advice),
        Some(Command::Export(what)) => what.run(),
        Some(Command::Picture { out, size, province, photo, sheet, talk, show }) => {
            let (mut state, source) = begin(&show);
            picture::arrange(&mut state, province.as_deref(), photo.as_deref(), sheet.as_deref());
            let window = talk.arrange(&mut state);
            let app = App::new(state, source, None, |_| {});
            written(&out, picture::write(app, size, window, &out), show.lang.into())
        }
    }
}

/// Says of a file whether it was written.
fn written(out: &Path, done: std::io::Result<()>, lang: Lang) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => fail(&text::say(lang, Say::CannotWrite(&out.display().to_string(), &why.to_string()))),
    }
}

fn not_opened(path: Option<&Path>, why: OpenFailure, lang: Lang) -> ExitCode {
    let name = path.map(|p| p.display().to_string()).unwrap_or_default();
    fail(&text::say(lang, Say::CannotOpen(&name, &work::reason(why))))
}

/// The state to begin with. A pack that cannot be opened leaves the built-in exhibition on the wall, and a notice.
fn begin(show: &Show) -> (State, Arc<PackSource>) {
    let opened = show.pack.as_deref().map(open_path);
    let (pack, source, notice) = match opened {
        Some(Ok((pack, source))) => (pack, source, None),
        other => {
            let notice = other.and_then(Result::err).map(|why| {
                let name = show.pack.as_deref().map(|p| p.display().to_string()).unwrap_or_default();
                (Notice::OpenFailed(name, work::reason(why)), 0.0)
            });
            let (pack, source) = files::open(&PackPlace::BuiltIn)
                .unwrap_or_else(|_e| (crate::model::Pack::default(), Arc::new(PackSource::BuiltIn)));
            (pack, source, notice)
        }
    };
    let mut state = State::showing(pack);
    state.lang = show.lang.into();
    state.theme = show.theme.into();
    state.view = show.view.into();
    state.chart = show.chart.into();
    state.notice = notice;
    (state, source)
}

fn open_path(path: &Path) -> Result<(crate::model::Pack, Arc<PackSource>), OpenFailure> {
    work::open_pack(&files::place_of(path)?)
}

/// Prints every problem with its place, line and hint.
fn check_pack(path: Option<&Path>, lang: Lang, advice: bool) -> ExitCode {
    let place = path.map_or(Ok(PackPlace::BuiltIn), files::place_of);
    let read = place.and_then(|place| {
        let source = PackSource::open(&place).map_err(OpenFailure::Read)?;
        files::exhibition(&source).map(|read| (read, source))
    });
    let ((exhibition, mut problems, json), source) = match read {
        Ok(read) => read,
        Err(why) => return not_opened(path, why, lang),
    };
    let names = source.names();
    problems.extend(unreadable_pictures(&exhibition, &source, &names));
    let has_glyph = crate::ui::fonts::coverage(&files::system_font);
    problems.extend(check(&exhibition, &Known { files: &names, has_glyph: &has_glyph }));
    locate(&mut problems, &json);
    let faults = problems.iter().filter(|p| p.weight() == Weight::Fault).count();
    let told: Vec<&Problem> = problems.iter().filter(|p| advice || p.weight() == Weight::Fault).collect();
    let mut out = std::io::stdout().lock();
    for problem in &told {
        let _ = writeln!(out, "{}", text::problem(lang, problem));
    }
    let _ = writeln!(out, "{}", text::say(lang, Say::ProblemCount(faults, problems.len() - faults)));
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The pictures that are there and cannot be shown.
fn unreadable_pictures(exhibition: &Exhibition, source: &PackSource, names: &BTreeSet<String>) -> Vec<Problem> {
    let files = exhibition.photos.iter().enumerate().flat_map(|(i, photo)| {
        let stand_in = photo.stand_in.as_ref().map(|s| (format!("photos[{i}].stand_in.file"), s.file.clone()));
        [Some((format!("photos[{i}].file"), photo.file.clone())), stand_in].into_iter().flatten()
    });
    let unreadable = |(path, file): (String, String)| {
        let why = work::fault(source, &file)?;
        Some(Problem::new(path, Trouble::UnreadablePicture { file, why }))
    };
    files.filter(|(_, file)| names.contains(file)).filter_map(unreadable).collect()
}

/// The end of a chain of causes, without the place in a library's source that some begin with.
fn last_cause(why: &str) -> &str {
    why.trim_end_matches('.')
        .rsplit(".rs:")
        .next()
        .map_or(why, |end| end.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == ' '))
}

fn fail(message: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{message}");
    ExitCode::FAILURE
}
