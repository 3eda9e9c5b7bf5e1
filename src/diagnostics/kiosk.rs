//! How a kiosk has been, as text: for the staff's sheet, for a telephone, and for `doctor --kiosk`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::VERSION;
use crate::files::places::{StandardFolder, without_home};
use crate::files::{self, Persisted};
use crate::model::{Lang, PackPlace};
use crate::state::kiosk::{Counts, Runs, SetupProblem};
use crate::state::talk::ScreenId;
use crate::state::{DrawnBy, KioskSetup};
use crate::text::{self, HealthLine, Line, Machine, Say, Unattended};
use crate::work;

/// The environment variable by which a watcher tells its show how often it was started anew: the disk may be full.
pub const RUNS: &str = "VITRINE_RUNS";
/// How many errors and new starts are listed.
const LISTED: usize = 5;

/// What a running kiosk contributes.
#[derive(Clone, Debug)]
pub struct KioskSeen {
    /// What has happened since the start.
    pub counts: Counts,
    /// Frames that were presented.
    pub frames: u64,
    /// Seconds since the start.
    pub passed: u64,
    /// The renderer.
    pub drawn_by: DrawnBy,
    /// The screens.
    pub screens: Vec<ScreenId>,
    /// The place of the exhibition.
    pub place: PackPlace,
    /// Whether somebody has gone the staff's way in.
    pub is_tried: bool,
}

/// Reads the set-up of a kiosk from a file, or from its usual place; without one it is a new one. What cannot be read opens
/// the kiosk to nobody.
#[must_use]
pub fn kiosk_setup(file: Option<&Path>) -> (KioskSetup, Vec<SetupProblem>) {
    let Some(path) = file.map(Path::to_owned).or_else(files::kiosk_setup::path) else { return <_>::default() };
    match files::kiosk_setup::read(&path) {
        Ok(None) if file.is_none() => <_>::default(),
        Ok(Some(text)) => KioskSetup::read(&text),
        not_read => {
            let why = not_read.err().unwrap_or_else(|| std::io::ErrorKind::NotFound.into()).to_string();
            // No text has this hash.
            let setup = KioskSetup { pin: Some("-".to_owned()), ..KioskSetup::default() };
            (setup, vec![SetupProblem::Unreadable(why)])
        }
    }
}

/// Says why the exhibition of a set-up cannot be opened; `None` where it can, or where it is the built-in one. Reads the disk.
#[must_use]
pub fn kiosk_pack_problem(setup: &KioskSetup, lang: Lang) -> Option<String> {
    let pack = setup.pack.as_deref()?;
    let why = files::place_of(pack).and_then(|place| work::open_pack(&place)).err()?;
    Some(text::say(lang, Say::CannotOpen(&without_home(&pack.display().to_string()), &why)))
}

/// The health of a kiosk: of the running one, or as far as it can be known from outside. Reads the disk.
#[must_use]
pub fn kiosk_health(seen: Option<&KioskSeen>, setup: Option<&PathBuf>, lang: Lang) -> String {
    let own = |words: Unattended<'_>| text::say(lang, Say::Unattended(words));
    let machine = |words: Machine<'_>| text::say(lang, Say::Machine(words));
    let colon = text::colon(lang);
    let mut lines = Vec::new();
    let mut line = |name: String, value: &str| lines.push(format!("{name}{colon}{value}"));
    line(machine(Machine::Line(Line::Version)), &format!("{VERSION} ({})", std::env::consts::OS));
    let runs = runs(seen.is_some());
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
    let since = runs.as_ref().map(|runs| runs.since).filter(|since| *since > 0);
    let up = since.and_then(|since| now.checked_sub(u64::try_from(since).ok()?));
    let up = up.or(seen.map(|seen| seen.passed));
    let duration = |secs: u64| own(Unattended::Duration(secs / 86_400, secs / 3600 % 24, secs / 60 % 60));
    line(own(Unattended::Line(HealthLine::Uptime)), &up.map_or_else(|| own(Unattended::NotRunning), duration));
    let runs = runs.unwrap_or_default();
    line(own(Unattended::Line(HealthLine::Restarts)), &runs.count.to_string());
    for restart in runs.last.iter().rev().take(LISTED) {
        let at = files::log::stamp_of(u64::try_from(restart.at).unwrap_or_default());
        let words = if restart.words.is_empty() { String::new() } else { format!(" ({})", restart.words) };
        line(format!("  {at}"), &format!("{}{words}", own(Unattended::Reason(restart.why))));
    }
    if let Some(seen) = seen {
        line(own(Unattended::Line(HealthLine::Frames)), &seen.frames.to_string());
        let Counts { visits, touches, .. } = seen.counts;
        let per_hour = touches.saturating_mul(3600) / seen.passed.max(3600);
        line(own(Unattended::Line(HealthLine::Touches)), &own(Unattended::Touches(visits, touches, per_hour)));
        line(machine(Machine::Line(Line::Renderer)), &machine(Machine::DrawnBy(&seen.drawn_by)));
        let screens = seen.screens.iter().map(|screen| machine(Machine::Screen(&screen.name, screen.size, None)));
        line(machine(Machine::Line(Line::Screens)), &screens.collect::<Vec<_>>().join("; "));
        let name = seen.place.name();
        let pack = if name.is_empty() { machine(Machine::BuiltIn) } else { name };
        line(machine(Machine::Line(Line::Pack)), &pack);
    }
    let facts = work::kiosk_facts();
    if let Some((facts, [_, _, mb, _])) = facts.as_ref().zip(files::memory()) {
        let hours: Vec<String> = facts.memory.each_hour().map(|mb| mb.to_string()).collect();
        line(own(Unattended::Line(HealthLine::Memory)), &own(Unattended::MemoryNow(mb, &hours.join(" "))));
    }
    if let Some(mb) = StandardFolder::State.folder().and_then(|folder| files::free_mb(&folder)) {
        line(own(Unattended::Line(HealthLine::Disk)), &own(Unattended::Free(mb)));
    }
    let clock = facts.map_or_else(|| work::Clocks::default().read(&[]).2, |facts| facts.clock);
    line(own(Unattended::Line(HealthLine::Clock)), &own(Unattended::Clock(clock)));
    lines.extend(set_up_lines(seen, setup, lang));
    if seen.is_none() && has_old_cage() {
        lines.push(format!("cage{colon}{}", own(Unattended::OldCage)));
    }
    let errors = files::log::path_of_kiosk().map(|path| files::log::last_warnings(&path, LISTED)).unwrap_or_default();
    let none = if errors.is_empty() { own(Unattended::None) } else { String::new() };
    lines.push(format!("{}{colon}{none}", own(Unattended::Line(HealthLine::Errors))));
    lines.extend(errors.into_iter().map(|error| format!("  {error}")));
    lines.join("\n")
}

/// The set-up, what is wrong in it, its exhibition where no kiosk tells of one, and the staff's way in.
fn set_up_lines(seen: Option<&KioskSeen>, setup: Option<&PathBuf>, lang: Lang) -> Vec<String> {
    let own = |words: Unattended<'_>| text::say(lang, Say::Unattended(words));
    let colon = text::colon(lang);
    let (set_up, problems) = kiosk_setup(setup.map(PathBuf::as_path));
    let file = setup.cloned().or_else(files::kiosk_setup::path);
    let file = file.map_or_else(String::new, |file| without_home(&file.display().to_string()));
    let mut lines = vec![format!("{}{colon}{file}", own(Unattended::Line(HealthLine::Setup)))];
    for problem in &problems {
        lines.push(format!("  {}", own(Unattended::Setup(&file, problem))));
    }
    if let Some(pack) = set_up.pack.as_ref().filter(|_| seen.is_none()) {
        let name = without_home(&pack.display().to_string());
        lines.push(format!("{}{colon}{name}", text::say(lang, Say::Machine(Machine::Line(Line::Pack)))));
        lines.extend(kiosk_pack_problem(&set_up, lang).map(|words| format!("  {words}")));
    }
    // Staff who have just gone it read this before it is on the disk.
    let is_tried = set_up.tried || seen.is_some_and(|seen| seen.is_tried);
    let way = own(Unattended::StaffWay(set_up.pin.is_some(), is_tried));
    lines.push(format!("{}{colon}{way}", own(Unattended::Line(HealthLine::StaffWay))));
    lines
}

/// True where the compositor of Debian 12 is installed, which ends with its monitor.
fn has_old_cage() -> bool {
    let asked = cfg!(target_os = "linux").then(|| Command::new("cage").arg("-v").output());
    asked.is_some_and(|out| out.is_ok_and(|out| String::from_utf8_lossy(&out.stdout).contains(" 0.1.")))
}

/// Returns how long the kiosk has run and how often it was started anew.
fn runs(is_own: bool) -> Option<Runs> {
    let told = is_own.then(|| std::env::var(RUNS).ok()).flatten();
    told.and_then(|text| Runs::from_text(&text)).or_else(|| Persisted::KioskRuns.read(Runs::from_text))
}
