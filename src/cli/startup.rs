//! Startup: exhibition, language, colours and size; then the window, or why there is none.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::ValueEnum as _;

use super::{Cli, Show, ViewArg, not_opened, watch};
use crate::diagnostics::{self, Seen};
use crate::files::places::{self, StandardFolder};
use crate::files::settings::Found;
use crate::files::{self, PackSource};
use crate::model::{Lang, Pack, PackPlace};
use crate::screenshot::NotThere;
use crate::state::{Action, DrawnBy, KioskSetup, Notice, Renderer, Settings, Start, State};
use crate::text::{self, Machine, Say, Sought};
use crate::window::{self, Beginning, Failure};
use crate::work::{self, Opened, Opening};

/// How long the window waits for its pack before it opens without it: an unresponsive share must not leave a black screen.
const SOON: Duration = Duration::from_millis(100);

/// Opens the window, and runs it until it is closed. `first` happens as soon as it is there.
pub fn window(cli: &Cli, first: Option<Action>) -> ExitCode {
    if let Some(ended) = cli.present.is_wanted().then(watch::over_talk).flatten() {
        return ended;
    }
    let given = cli.show.pack.as_deref().filter(|_| cli.is_for_any_window() && !window::is_again());
    if given.is_some_and(window::give) {
        return ExitCode::SUCCESS;
    }
    files::log::begin();
    log::info!("Vitrine {} begins on {}", crate::VERSION, std::env::consts::OS);
    let (settings, notice) = match files::settings::read(Settings::from_text) {
        Found::Understood(settings) => (settings, None),
        Found::Nothing => (Settings::default(), None),
        Found::Damaged(path) => {
            let name = places::without_home(&path.display().to_string());
            log::warn!("the settings were damaged; they are in {name}");
            (Settings::default(), Some(Notice::SettingsDamaged(name)))
        }
    };
    let path = cli.show.pack.clone().or_else(|| pack_without_asking(&settings));
    let (opened, opening) = match path.clone().map(|path| Opening::begin(path).wait(SOON)) {
        Some(Ok(opened)) => (Some(opened), None),
        Some(Err(opening)) => (None, Some(opening)),
        None => (None, None),
    };
    let awaited = path.clone().filter(|_| opening.is_some()).map(|path| PackPlace::Folder(path).name());
    let offered = offer(cli, &settings);
    let start = Start {
        settings,
        fullscreen: cli.fullscreen,
        notices: notice.into_iter().chain(awaited.map(Notice::Opening)).chain(offered).collect(),
        ..Start::default()
    };
    let (mut state, source) = showing(&cli.show, path.as_deref(), opened, start);
    let name = state.pack().place.name();
    log::info!("shows “{}”", if name.is_empty() { "the built-in exhibition" } else { &name });
    let commands = first.into_iter().chain(cli.present.arrange(&mut state).into_iter().map(Action::Talk)).collect();
    let lang = state.lang();
    match window::run(
        Beginning { state, source, commands, opening, setup: None, is_trial: false },
        cli.renderer.map(Into::into),
    ) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => no_window(&why, lang, true),
    }
}

/// Opens the window of a kiosk, and runs it until its staff leave it.
pub fn kiosk((setup, is_trial): (KioskSetup, bool), file: Option<PathBuf>, renderer: Option<Renderer>) -> ExitCode {
    files::log::begin_for_kiosk();
    log::info!("the show begins");
    let settings = Settings { points_per_mm: setup.points_per_mm, ..Settings::default() };
    let path = setup.pack.clone();
    let (opened, opening) = match path.clone().map(|path| Opening::begin(path).wait(SOON)) {
        Some(Ok(opened)) => (Some(opened), None),
        Some(Err(opening)) => (None, Some(opening)),
        None => (None, None),
    };
    if let Some(Err(why)) = &opened {
        log::error!("the exhibition cannot be opened: {why:?}");
    }
    let lang = setup.languages.first().copied().unwrap_or_default();
    let missing = matches!(opened, Some(Err(_)));
    let start = Start { settings, fullscreen: true, kiosk: Some(setup), trial: is_trial, missing, ..Start::default() };
    let (state, source) = showing(&Show::default(), path.as_deref(), opened, start);
    match window::run(Beginning { state, source, commands: Vec::new(), opening, setup: file, is_trial }, renderer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let ended = no_window(&why, lang, false);
            let is_gone = matches!(why, Failure::NoScreen | Failure::NoAnswer(_));
            if is_gone { watch::NO_SCREEN.into() } else { ended }
        }
    }
}

/// Returns the exhibition if none is named: the one next to the program, else the last one.
fn pack_without_asking(settings: &Settings) -> Option<PathBuf> {
    files::pack_beside().or_else(|| settings.pack.clone())
}

/// Offers the sizes at the first start by double-click, if the answer can be persisted.
fn offer(cli: &Cli, settings: &Settings) -> Option<Notice> {
    let is_plain =
        !cli.fullscreen && !cli.present.is_wanted() && cli.show.pack.is_none() && cli.show.distance.is_none();
    let is_new = !settings.offered && settings.distance.is_none();
    let can_keep = || StandardFolder::Settings.folder().is_some_and(|folder| places::is_writable(&folder));
    (is_plain && is_new && can_keep()).then_some(Notice::FirstStart)
}

/// Creates the initial state. If a pack cannot be opened, the built-in exhibition stays, with a notice.
pub fn state(show: &Show, without: Option<PathBuf>, settings: Settings) -> (State, Arc<PackSource>) {
    let path = show.pack.clone().or(without);
    showing(show, path.as_deref(), path.as_deref().map(open_path), Start { settings, ..Start::default() })
}

/// Creates the state for the result of opening a path.
fn showing(show: &Show, path: Option<&Path>, opened: Option<Opened>, start: Start) -> (State, Arc<PackSource>) {
    let (pack, source, notice) = match opened {
        Some(Ok((pack, source))) => {
            let notice = (!pack.problems.is_empty()).then(|| Notice::opened(&pack));
            (pack, source, notice)
        }
        other => {
            let notice = other.and_then(Result::err).map(|why| {
                let name = path.map(|p| p.display().to_string()).unwrap_or_default();
                Notice::OpenFailed(name, why)
            });
            let (pack, source) =
                files::open(&PackPlace::BuiltIn).unwrap_or_else(|_e| (Pack::default(), Arc::new(PackSource::BuiltIn)));
            (pack, source, notice)
        }
    };
    let start = Start {
        lang: show.lang.map(Into::into),
        theme: show.theme.map(Into::into),
        distance: show.distance.map(Into::into),
        view: show.view.into(),
        chart: show.chart.into(),
        notices: notice.into_iter().chain(start.notices).collect(),
        ..start
    };
    (State::begin(pack, start), source)
}

/// Checks whether a view has content.
///
/// # Errors
/// If it has none.
pub fn has_view(state: &State, wanted: ViewArg) -> Result<(), NotThere> {
    let views = state.views();
    if views.contains(&wanted.into()) {
        return Ok(());
    }
    let name = |view: ViewArg| view.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let all = ViewArg::value_variants().iter().copied().filter(|view| views.contains(&(*view).into()));
    Err(NotThere { sought: Sought::View, wanted: name(wanted), there: all.map(name).collect() })
}

fn open_path(path: &Path) -> Opened {
    work::open_pack(&files::place_of(path)?)
}

/// Says in three languages why there is no window, the user's own first. Without a terminal, the system's dialog says it too,
/// if there is one and it may.
fn no_window(why: &Failure, lang: Lang, may_ask: bool) -> ExitCode {
    let list = |of: fn(&(&'static str, &'static str)) -> &'static str, between: &str| match why {
        Failure::NoLibraries(missing) => missing.iter().map(of).collect::<Vec<_>>().join(between),
        _ => String::new(),
    };
    let (libraries, packages) = (list(|(file, _)| file, ", "), list(|(_, package)| package, " "));
    let words = match why {
        Failure::NoScreen => Machine::NoScreen,
        Failure::NoAnswer(screen) => Machine::NoAnswer(screen),
        Failure::NoLibraries(_) => Machine::NoLibraries(&libraries, &packages),
        Failure::Other(why) => Machine::NoWindow(last_cause(why)),
    };
    let mut langs = Lang::ALL;
    langs.sort_by_key(|&other| other != lang);
    let said = langs.map(|lang| text::say(lang, Say::Machine(words))).join("\n\n");
    log::error!("{why:?}");
    super::print::err(&said);
    if may_ask && !std::io::stderr().is_terminal() && !matches!(why, Failure::NoScreen | Failure::NoAnswer(_)) {
        let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
        let _ = dialog.set_title("Vitrine").set_description(said).show();
    }
    ExitCode::FAILURE
}

/// Returns the last of a chain of causes, without the source location that some begin with.
fn last_cause(why: &str) -> &str {
    why.trim_end_matches('.')
        .rsplit(".rs:")
        .next()
        .map_or(why, |end| end.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == ' '))
}

/// Prints the status report. Works without a window.
pub fn doctor(path: Option<&Path>, lang: Lang) -> ExitCode {
    let place = match path.map_or(Ok(PackPlace::BuiltIn), files::place_of) {
        Ok(place) => place,
        Err(why) => return not_opened(path, &why, lang),
    };
    let settings = match files::settings::read(Settings::from_text) {
        Found::Understood(settings) => settings,
        Found::Nothing | Found::Damaged(_) => Settings::default(),
    };
    let (screens, failure) = match window::look() {
        Ok(screens) => (screens, None),
        Err(why) => (Vec::new(), Some(why)),
    };
    let seen = Seen {
        lang,
        drawn_by: DrawnBy::Nobody,
        distance: settings.distance.unwrap_or_default(),
        screens,
        window: None,
        scale: None,
        place,
        failed_before: window::failed_before,
    };
    super::print::out(&diagnostics::report(&seen));
    failure.map_or(ExitCode::SUCCESS, |why| no_window(&why, lang, true))
}
