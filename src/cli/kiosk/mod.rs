//! `vitrine kiosk`: the show on a public screen, with a process that watches over it.

mod install;
mod keeper;
mod pin;
#[cfg(test)]
mod shipped;
mod units;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use super::watch::{self, Policy};
use super::{DistanceArg, LangArg, RendererArg, ThemeArg, ViewArg, fail, print, startup};
use crate::diagnostics;
use crate::files;
use crate::model::Lang;
use crate::state::KioskSetup;
use crate::state::kiosk::{Opening, SetupProblem, System};
use crate::text::{self, HealthLine, KioskPage, Say, Unattended, VenuePart};

/// How long `--try` runs.
const TRIAL: Duration = Duration::from_mins(5);

/// Runs a kiosk. What is given here goes before the set-up's file, which --save writes.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(super) struct Kiosk {
    /// A folder with an exhibition.json, a .vitrine file or a folder of pictures; without one that of the set-up, else the
    /// built-in exhibition.
    pack: Option<PathBuf>,
    /// The file with the set-up, which can be carried to the next kiosk; without a wish the one in the settings folder.
    #[arg(long, value_name = "FILE")]
    setup: Option<PathBuf>,
    /// The screen, by its name; without a wish the main one.
    #[arg(long, value_name = "NAME")]
    screen: Option<String>,
    /// The languages that are offered, in their order: en,bo. The first is the one that a visitor finds.
    #[arg(long, value_enum, value_delimiter = ',')]
    languages: Vec<LangArg>,
    /// The view that a visitor finds.
    #[arg(long, value_enum)]
    view: Option<ViewArg>,
    /// The colours that a visitor finds.
    #[arg(long, value_enum)]
    theme: Option<ThemeArg>,
    /// How large everything is.
    #[arg(long, value_enum)]
    distance: Option<DistanceArg>,
    /// When it is open: "mon-fri 09:00-17:30". May be given several times; the screen is black outside. Without any it is always open.
    #[arg(long, value_name = "HOURS")]
    hours: Vec<Opening>,
    /// Seconds without a touch until the warning.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(20..=600))]
    idle: Option<u32>,
    /// Seconds that the warning lasts.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(10..=120))]
    warning: Option<u32>,
    /// Who draws; without a wish, whichever is there.
    #[arg(long, value_enum)]
    renderer: Option<RendererArg>,
    /// Try it for five minutes: it ends by itself, and the system stays within reach.
    #[arg(long = "try", id = "try")]
    is_trial: bool,
    /// Write what is given here into the set-up's file, and end.
    #[arg(long, conflicts_with = "try")]
    save: bool,
    /// Ask for a new PIN of the staff at the terminal, write it into the set-up's file, and end.
    #[arg(long, conflicts_with_all = ["try", "save"])]
    set_pin: bool,
    /// Have the kiosk begin with each session of this user, and end.
    #[arg(long, conflicts_with_all = ["try", "save", "set_pin"])]
    install: bool,
    /// Undo --install, and end.
    #[arg(long, conflicts_with_all = ["try", "save", "set_pin", "install"])]
    uninstall: bool,
}

impl Kiosk {
    /// Returns true if the program is only to watch over the one that it starts.
    pub(super) fn is_watcher(&self) -> bool {
        !(self.save || self.set_pin || self.install || self.uninstall || watch::is_watched())
    }

    pub(super) fn run(&self) -> ExitCode {
        let (setup, problems) = self.read();
        let lang = setup.languages.first().copied().unwrap_or_default();
        let Some(file) = self.setup.clone().or_else(files::kiosk_setup::path) else {
            return if self.save || self.set_pin { fail(&own(lang, Unattended::NoPlace)) } else { self.show(setup) };
        };
        let name = file.display().to_string();
        for problem in problems.iter().filter(|_| !watch::is_watched()) {
            print::err(&own(lang, Unattended::Setup(&name, problem)));
        }
        if self.save {
            let setup = self.given_to(setup);
            warn_of_pack(&setup, lang);
            return keep(&file, &setup, lang, Unattended::Kept(&name));
        }
        if self.set_pin {
            return match pin::ask(lang) {
                Ok(pin) => {
                    // Nobody has tried the new one.
                    let setup = KioskSetup { pin: Some(pin), tried: false, ..setup };
                    keep(&file, &setup, lang, Unattended::PinSet(&name))
                }
                Err(why) => fail(&why),
            };
        }
        if self.install || self.uninstall {
            let options = install::Options::of(self.pack.as_deref(), self.setup.as_deref());
            if self.uninstall {
                return install::uninstall(lang);
            }
            warn_of_pack(&self.given_to(setup), lang);
            return install::install(&options, lang);
        }
        self.show(setup)
    }

    /// Reads the set-up.
    fn read(&self) -> (KioskSetup, Vec<SetupProblem>) {
        let is_new = self.save || self.set_pin;
        // A file that is only about to be written need not be there.
        let file = self.setup.as_deref().filter(|file| !is_new || file.exists());
        if is_new && file.is_none() && self.setup.is_some() {
            return <_>::default();
        }
        diagnostics::kiosk_setup(file)
    }

    /// Adds what is given on the command line.
    fn given_to(&self, setup: KioskSetup) -> KioskSetup {
        let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_no_folder| path.clone());
        let given = setup.clone();
        KioskSetup {
            pack: self.pack.as_ref().map(absolute).or(setup.pack),
            screen: self.screen.clone().or(setup.screen),
            languages: if self.languages.is_empty() {
                setup.languages
            } else {
                let mut languages: Vec<Lang> = Vec::new();
                for lang in self.languages.iter().map(|lang| Lang::from(*lang)) {
                    if !languages.contains(&lang) {
                        languages.push(lang);
                    }
                }
                languages
            },
            view: self.view.map_or(setup.view, Into::into),
            theme: self.theme.map_or(setup.theme, Into::into),
            distance: self.distance.map_or(setup.distance, Into::into),
            hours: if self.hours.is_empty() { setup.hours } else { self.hours.clone() },
            idle: self.idle.unwrap_or(setup.idle),
            warning: self.warning.unwrap_or(setup.warning),
            ..given
        }
    }

    /// Says where the staff's way in is open to anybody, or was never tried.
    fn warn(&self, setup: &KioskSetup) {
        if self.is_trial || (setup.pin.is_some() && setup.tried) {
            return;
        }
        let lang = setup.languages.first().copied().unwrap_or_default();
        let way = own(lang, Unattended::StaffWay(setup.pin.is_some(), setup.tried));
        let name = own(lang, Unattended::Line(HealthLine::StaffWay));
        print::err(&format!("{name}{}{way}", text::colon(lang)));
        log::warn!(
            "the staff's way in: {}",
            if setup.pin.is_some() { "nobody has tried it" } else { "there is no PIN" }
        );
    }

    /// Runs the kiosk, or watches over the process that does.
    fn show(&self, setup: KioskSetup) -> ExitCode {
        let setup = self.given_to(setup);
        if self.is_watcher() {
            files::log::begin_for_kiosk();
            self.warn(&setup);
            let policy = Policy { lasts: self.is_trial.then_some(TRIAL), ..Policy::KIOSK };
            let mut keeper = keeper::Keeper::begin(&setup);
            if let Some(ended) = watch::over(policy, true, &mut keeper) {
                return ended;
            }
        }
        watch::end_with_the_watcher();
        startup::kiosk((setup, self.is_trial), self.setup.clone(), self.renderer.map(Into::into))
    }
}

fn own(lang: Lang, words: Unattended<'_>) -> String {
    text::say(lang, Say::Unattended(words))
}

/// Says where the exhibition cannot be opened: by now, since its stick may come later.
fn warn_of_pack(setup: &KioskSetup, lang: Lang) {
    if let Some(words) = diagnostics::kiosk_pack_problem(setup, lang) {
        print::err(&words);
    }
}

/// Writes a set-up, and says so.
fn keep(file: &Path, setup: &KioskSetup, lang: Lang, said: Unattended<'_>) -> ExitCode {
    match files::kiosk_setup::write(file, &(setup.to_text() + "\n")) {
        Ok(()) => {
            print::out(&own(lang, said));
            ExitCode::SUCCESS
        }
        Err(why) => fail(&own(lang, Unattended::NotKept(&file.display().to_string(), &why.to_string()))),
    }
}

/// Prints how the kiosk of this user is.
pub(super) fn doctor(setup: Option<&PathBuf>, lang: Lang) {
    let seen = diagnostics::kiosk_health(None, setup, lang);
    print::out(&seen);
    // What the show has written down a short while ago and is not seen from outside.
    let name = |line: &str| line.split([':', '：']).next().unwrap_or_default().to_owned();
    let known: Vec<String> = seen.lines().map(name).collect();
    let told = files::Persisted::KioskHealth.read(|text| Some(text.to_owned())).unwrap_or_default();
    let system = System::named(std::env::consts::OS);
    let page = |words| text::say(lang, Say::KioskPage(words));
    let name_of = page(KioskPage::Name(VenuePart::Unstoppable));
    let stays = page(KioskPage::Text(system, VenuePart::Unstoppable));
    print::out(&format!("{name_of}{}{stays}", text::colon(lang)));
    for line in told.lines().filter(|line| !line.starts_with(' ') && !known.contains(&name(line))) {
        print::out(line);
    }
}
