//! The command line.

mod args;
mod export;
mod fingerprint;
mod import;
mod kiosk;
mod opened;
mod out;
mod pack;
mod print;
mod review;
#[cfg(unix)]
mod signals;
mod soak;
mod startup;
mod talk;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::App;
use crate::export::WrittenKind;
use crate::files;
use crate::model::{Lang, OpenError, PackPlace, Problem, Weight};
use crate::state::editing::Origin;
use crate::state::{Action, BeginCommand, EditCommand, Notice, Overlay, Settings};
use crate::text::{self, Ask, Say};
use crate::{diagnostics, screenshot, window, work};
use args::{ChartArg, DistanceArg, LangArg, RendererArg, ThemeArg, ViewArg};
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
    /// Show the exhibition in a window of its own, though one is open that could show it.
    #[arg(long)]
    new_window: bool,
    #[command(flatten)]
    present: talk::Present,
}

impl Cli {
    /// Returns true if only an exhibition is named, so that an open window may show it.
    fn is_for_any_window(&self) -> bool {
        let show = &self.show;
        let is_own = self.new_window || self.fullscreen || self.renderer.is_some() || self.present.is_wanted();
        let is_dressed = show.lang.is_some() || show.theme.is_some() || show.distance.is_some();
        let begins = matches!(show.view, ViewArg::Photos) && matches!(show.chart, ChartArg::Bars);
        show.pack.is_some() && begins && !is_own && !is_dressed
    }
}

const PACK_TO_EDIT: &str = "A folder with an exhibition.json, a .vitrine file, a folder of pictures, or a picture with those \
    beside it; without one, the choices to begin with";

/// What is shown, and how.
#[derive(Debug, clap::Args)]
struct Show {
    /// A folder with an exhibition.json, a .vitrine file, a folder of pictures, or a picture, which is shown with those
    /// beside it; without one, the built-in exhibition.
    pack: Option<PathBuf>,
    /// The language; without a wish the one chosen last, at first English.
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
    /// The view to begin with.
    #[arg(long, value_enum, default_value = "photos")]
    view: ViewArg,
    /// The colours; without a wish those chosen last, at first light.
    #[arg(long, value_enum)]
    theme: Option<ThemeArg>,
    /// From how far away the screen is looked at, and thus how large everything is; without a wish the one chosen last, at first a desk.
    #[arg(long, value_enum)]
    distance: Option<DistanceArg>,
    /// How the personnel view begins.
    #[arg(long, value_enum, default_value = "bars")]
    chart: ChartArg,
}

impl Default for Show {
    fn default() -> Self {
        let (view, chart) = (ViewArg::Photos, ChartArg::Bars);
        Self { pack: None, lang: None, view, theme: None, distance: None, chart }
    }
}

impl Show {
    /// Returns the language of messages if nothing else is known.
    fn lang(&self) -> Lang {
        self.lang.map(Into::into).unwrap_or_default()
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Names what should be mended in an exhibition before the doors open. Exit status 1 where visitors would miss something.
    Check {
        /// A folder with an exhibition.json, a folder of pictures, or a .vitrine file; without one, the built-in exhibition.
        pack: Option<PathBuf>,
        /// Also give advice: drafts, texts that fall back on another language.
        #[arg(long)]
        advice: bool,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "en")]
        lang: LangArg,
    },
    /// Writes down what an exhibition.json may hold, as a JSON Schema: editors that know such a thing help while one writes.
    Schema {
        /// The file to write; without one, it is printed.
        #[arg(short, long)]
        out: Option<PathBuf>,
        /// Replace a file that this program did not write.
        #[arg(long)]
        force: bool,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "en")]
        lang: LangArg,
    },
    /// Opens the editor, in which an exhibition is prepared without programming.
    #[command(mut_arg("pack", |pack| pack.help(PACK_TO_EDIT)))]
    Edit {
        #[command(flatten)]
        show: Show,
        /// Fill the screen.
        #[arg(long)]
        fullscreen: bool,
        /// Who draws; without a wish, whichever is there.
        #[arg(long, value_enum)]
        renderer: Option<RendererArg>,
    },
    /// Saves an exhibition, or a folder of pictures, as one .vitrine file with renditions, so that it opens at once
    /// anywhere. Of what cameras and programs wrote into the pictures, only what is shown goes along: caption, credit, date, rights.
    Pack {
        /// A folder with an exhibition.json, a folder of pictures, or a .vitrine file; without one, the built-in exhibition.
        pack: Option<PathBuf>,
        /// The file to write; - for what the program prints.
        #[arg(short, long)]
        out: PathBuf,
        /// Leave the pictures' files as they are, with all that is written in them: also where they were taken, and with which camera.
        #[arg(long)]
        keep_metadata: bool,
        /// Write what the exhibition says of each picture, in all its languages, with credit and date into its file, in place of what
        /// is written there (XMP).
        #[arg(long, conflicts_with = "keep_metadata")]
        embed_captions: bool,
        /// Write over a file that this program did not write, or over the pack itself.
        #[arg(long)]
        force: bool,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "en")]
        lang: LangArg,
    },
    /// Writes the exhibition, or a part of it, into a file for paper or for other programs.
    #[command(subcommand)]
    Export(Export),
    /// Writes the texts of an exhibition that a native reader is to check on a sheet for Excel or LibreOffice, or on a page for a browser, and with --back takes
    /// the answers from it: first they are only shown.
    Review(review::ReviewArgs),
    /// Takes the rows of a spreadsheet into an exhibition: captions, batches with figures, pairings, milestones or sources. First
    /// they are only shown.
    Import(import::ImportArgs),
    /// Prints the fingerprint of an exhibition, which is on every page of its sign-off book: it is another one once a text, a figure, the
    /// order or a picture is changed.
    Fingerprint {
        /// A folder with an exhibition.json, a folder of pictures, or a .vitrine file; without one, the built-in exhibition.
        pack: Option<PathBuf>,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "en")]
        lang: LangArg,
    },
    /// Runs on a public screen for weeks, alone: shows by itself, starts over after each visitor, and comes back whatever happens.
    Kiosk(Box<kiosk::Kiosk>),
    /// Shows the picture that stands in for a kiosk that cannot run.
    #[command(hide = true)]
    SafeSlide {
        /// The title of the exhibition.
        #[arg(long, default_value = "")]
        title: String,
        /// The name of the screen; empty for the main one.
        #[arg(long, default_value = "")]
        screen: String,
    },
    /// Tells how the program runs on this computer, for whoever helps: version, who draws, screens, fonts, memory, places, problems of the exhibition.
    Doctor {
        /// A folder with an exhibition.json, or a .vitrine file; without one, the built-in exhibition.
        #[arg(conflicts_with = "kiosk")]
        pack: Option<PathBuf>,
        /// Tell how the kiosk of this user is: how long it has run, why it was started anew, its memory, disk, clock, set-up and errors.
        #[arg(long)]
        kiosk: bool,
        /// The file with the set-up of the kiosk; without a wish the one in the settings folder.
        #[arg(long, value_name = "FILE", requires = "kiosk")]
        setup: Option<PathBuf>,
        /// The language.
        #[arg(long, value_enum, default_value = "en")]
        lang: LangArg,
    },
    /// Runs a kiosk for days within minutes, before made-up visitors, and prints what came of it. Exit status 1 where memory grows,
    /// contents stop, or a visit leaves something behind.
    Soak(soak::SoakArgs),
    /// Writes the screen as a person would see it into a PNG file, with no display and no window.
    Picture {
        /// The file to write; - for what the program prints.
        out: PathBuf,
        /// Write over a file that this program did not write.
        #[arg(long)]
        force: bool,
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
        /// The editor: views, tables, captions, batches, pairings, milestones, sources, statements, order, problems, whole, or a place
        /// in exhibition.json: photos[3]
        #[arg(long, value_name = "WHERE")]
        edit: Option<String>,
        #[command(flatten)]
        talk: talk::TalkArgs,
        #[command(flatten)]
        show: Show,
    },
}

fn size(text: &str) -> Result<[u32; 2], String> {
    let wrong = || format!("“{text}” is not a size: write 1920x1080, between 320 and 8192 pixels each way");
    let (width, height) = text.split_once('x').ok_or_else(wrong)?;
    let side = |s: &str| s.parse().ok().filter(|n| (320..=8192).contains(n)).ok_or_else(wrong);
    Ok([side(width)?, side(height)?])
}

/// Runs the program with the arguments of the process.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn run() -> ExitCode {
    find_console();
    let cli = Cli::parse();
    #[cfg(unix)]
    if !matches!(&cli.command, Some(Command::Kiosk(kiosk)) if kiosk.is_watcher()) {
        signals::heed();
    }
    let sweeper = work::spawn("sweeper", files::sweep);
    let status = match cli.command {
        // Opening the window must not wait for a pack on a slow disk.
        None => return startup::window(&cli, None),
        Some(Command::Edit { show, fullscreen, renderer }) => return edit(show, fullscreen, renderer),
        Some(Command::Check { pack, advice, lang }) => check_pack(pack.as_deref(), lang.into(), advice),
        Some(Command::Schema { out, force, lang }) => schema(out.as_deref(), force, lang.into()),
        Some(Command::Kiosk(kiosk)) => return kiosk.run(),
        Some(Command::SafeSlide { title, screen }) => {
            watch::end_with_the_watcher();
            return match window::show_slide(title, screen) {
                Ok(()) => ExitCode::SUCCESS,
                Err(why) => fail(&why),
            };
        }
        Some(Command::Doctor { kiosk: true, setup, lang, .. }) => {
            kiosk::doctor(setup.as_ref(), lang.into());
            ExitCode::SUCCESS
        }
        Some(Command::Doctor { pack, lang, .. }) => startup::doctor(pack.as_deref(), lang.into()),
        Some(Command::Pack { pack, out, keep_metadata, embed_captions, force, lang }) => {
            let drawn = Lang::ALL.map(|lang| text::say(lang, Say::IllustrationNotPhotograph));
            let written = match (keep_metadata, embed_captions) {
                (true, _) => work::Written::All,
                (_, true) => work::Written::Captions(&drawn),
                (false, false) => work::Written::Shown,
            };
            pack::save(pack.as_deref(), (&out, force), written, lang.into())
        }
        Some(Command::Export(what)) => what.run(),
        Some(Command::Review(what)) => what.run(),
        Some(Command::Import(what)) => what.run(),
        Some(Command::Fingerprint { pack, lang }) => fingerprint::run(pack.as_deref(), lang.into()),
        Some(Command::Soak(what)) => what.run(),
        Some(Command::Picture { out, force, size, province, photo, sheet, edit, talk, show }) => {
            let (mut state, mut source) = startup::state(&show, None, Settings::default());
            if let Some(Notice::OpenFailed(name, why)) = state.notice() {
                return fail(&text::say(show.lang(), Say::CannotOpen(name, why)));
            }
            if let Some(wanted) = &edit {
                match screenshot::arrange_editor(&mut state, wanted) {
                    Ok(edited) => source = edited,
                    Err(why) => return not_opened(show.pack.as_deref(), &why, show.lang()),
                }
            }
            let arranged = startup::has_view(&state, show.view)
                .and_then(|()| screenshot::arrange(&mut state, province.as_deref(), photo.as_deref(), sheet.as_deref()))
                .and_then(|()| talk.arrange(&mut state));
            let window = match arranged {
                Ok(window) => window,
                Err(why) => return not_there(show.lang(), &why),
            };
            let may = out::ending(&out, &["png"], false, show.lang())
                .and_then(|_png| out::may_be_written(&out, WrittenKind::Png, state.pack(), force, show.lang()));
            match may {
                Ok(()) => {
                    let app = App::new(state, source, None, |_| {});
                    written(&out, screenshot::write(app, size, window, &out), show.lang())
                }
                Err(why) => fail(&why),
            }
        }
    };
    if let Some(sweeper) = sweeper {
        let _ = sweeper.join();
    }
    status
}

/// Opens the window with the editor: of a pack, else with the choices to begin.
fn edit(mut show: Show, fullscreen: bool, renderer: Option<RendererArg>) -> ExitCode {
    let first = match show.pack.take() {
        Some(path) => Action::Edit(EditCommand::Begin(BeginCommand::From(Origin::Path(path)))),
        None => Action::Overlay(Some(Overlay::Prepare)),
    };
    let present = talk::Present::default();
    let cli = Cli { command: None, show, fullscreen, renderer, new_window: true, present };
    startup::window(&cli, Some(first))
}

/// A windowed program has no console on Windows: attaches to that of the parent process, if there is one.
fn find_console() {
    #[cfg(windows)]
    {
        use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
        #[expect(unsafe_code, reason = "the system has no safe call; it takes a number and keeps nothing")]
        // SAFETY: may be called at any time, and only fails if there is no such console.
        unsafe {
            AttachConsole(ATTACH_PARENT_PROCESS);
        }
    }
}

/// Reports whether a file was written.
fn written(out: &Path, done: std::io::Result<()>, lang: Lang) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => fail(&out::not_written(out, &why, lang)),
    }
}

fn not_opened(path: Option<&Path>, why: &OpenError, lang: Lang) -> ExitCode {
    let name = path.map(|p| p.display().to_string()).unwrap_or_default();
    let excerpt = if let OpenError::Unreadable(why) = why { text::excerpt(why) } else { String::new() };
    let said = text::say(lang, Say::CannotOpen(&name, why));
    fail(&if excerpt.is_empty() { said } else { format!("{said}\n{excerpt}") })
}

/// The most available items listed.
const NAMED: usize = 24;

/// Reports that something requested does not exist, and what does.
fn not_there(lang: Lang, why: &screenshot::NotThere) -> ExitCode {
    let comma = if lang == Lang::Zh { "、" } else { ", " };
    let mut there = why.there.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(comma);
    if why.there.len() > NAMED {
        there.push_str(" …");
    }
    fail(&text::say(lang, Say::Ask(Ask::NotThere(why.sought, &why.wanted, &there))))
}

/// Prints every problem with its location, line and hint: errors first, in file order.
fn check_pack(path: Option<&Path>, lang: Lang, advice: bool) -> ExitCode {
    let problems =
        match path.map_or(Ok(PackPlace::BuiltIn), files::place_of).and_then(|place| diagnostics::problems(&place)) {
            Ok(problems) => problems,
            Err(why) => return not_opened(path, &why, lang),
        };
    let faults = problems.iter().filter(|p| p.weight() == Weight::Fault).count();
    let mut listed: Vec<&Problem> = problems.iter().filter(|p| advice || p.weight() == Weight::Fault).collect();
    listed.sort_by_key(|p| (p.weight() != Weight::Fault, p.place.line.unwrap_or(usize::MAX)));
    for problem in &listed {
        print::out(&text::problem(lang, problem));
    }
    print::out(&text::say(lang, Say::ProblemCount(faults, problems.len() - faults)));
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes the schema, or prints it.
fn schema(out: Option<&Path>, force: bool, lang: Lang) -> ExitCode {
    match (crate::model::schema(), out) {
        (Ok(schema), Some(out)) => {
            match out::may_be_written(out, WrittenKind::Schema, &crate::model::Pack::default(), force, lang) {
                Ok(()) => written(out, files::replace(out, schema.as_bytes()), lang),
                Err(why) => fail(&why),
            }
        }
        (Ok(schema), None) => {
            print::out(schema.trim_end());
            ExitCode::SUCCESS
        }
        (Err(why), _) => fail(&why.to_string()),
    }
}

fn fail(message: &str) -> ExitCode {
    print::err(message);
    ExitCode::FAILURE
}
