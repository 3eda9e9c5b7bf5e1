//! A kiosk: what it wants of the disk, the clock and whoever watches over it.

use std::path::PathBuf;

use egui::{Context, ViewportCommand};

use super::{App, alive};
use crate::diagnostics::{self, KioskSeen};
use crate::files::{self, Persisted};
use crate::state::Action;
use crate::state::kiosk::{KioskCommand, Looked, Phase, PinAnswer, Tally};
use crate::state::talk::{Monitor, ScreenId};
use crate::work;

/// How often the health is written down, in seconds.
const WRITTEN_EVERY: f64 = 600.0;
/// How often the counts are, if they have changed.
const COUNTED_EVERY: f64 = 60.0;
/// How often the screens are looked at, in seconds.
const SCREENS_EVERY: f64 = 2.0;
/// The same for the second time.
const SCREENS_SOON: f64 = 0.5;

/// What an application keeps for a kiosk.
#[derive(Default)]
pub(super) struct KioskParts {
    /// The file of the set-up; `None` for the usual one.
    pub setup: Option<PathBuf>,
    /// True once a window shows it: only then anything is checked, counted and written.
    pub is_shown: bool,
    /// When the health was last written down.
    written: Option<f64>,
    /// The exhibition whose title the watcher knows, by its generation.
    titled: Option<u64>,
    /// What was looked at today, what of it was last written down, and when that was looked at.
    tally: Option<(String, Tally)>,
    kept: Option<Tally>,
    counted: Option<f64>,
    /// The screens at the last look, and the one that the window is to fill.
    screens: Vec<Monitor>,
    /// When they are looked at next.
    look_at: Option<f64>,
}

/// Fills a screen of X11 without a window manager, where nobody makes a window full screen.
fn fill_by_itself(ctx: &Context, screen: &Monitor) {
    if !cfg!(target_os = "linux") || work::on_wayland() {
        return;
    }
    let pixels = ctx.pixels_per_point();
    #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
    let (size, at) =
        (screen.id.size.map(|side| side as f32 / pixels), screen.position.map(|side| side as f32 / pixels));
    let (size, at) = (egui::Vec2::from(size), egui::Pos2::from(at));
    let window = ctx.input(|i| i.viewport().inner_rect);
    if window
        .is_some_and(|window| (window.size() - size).abs().max_elem() > 1.0 || (window.min - at).abs().max_elem() > 1.0)
    {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(at));
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
    }
}

impl App {
    /// Sets the file of a kiosk's set-up.
    #[must_use]
    pub fn set_up_by(mut self, file: Option<PathBuf>) -> Self {
        self.kiosk.setup = file;
        self
    }

    /// Begins a kiosk: from now on it is told its hours.
    pub fn begin_kiosk(&mut self, ctx: &Context) {
        let Some(kiosk) = self.state.kiosk() else { return };
        self.work.keep_hours(&kiosk.setup().hours);
        self.kiosk.is_shown = true;
        self.apply(ctx, Action::Kiosk(KioskCommand::Begin));
    }

    /// Gives a sign of life at least every few seconds, if somebody watches.
    pub(super) fn show_life(&mut self, ctx: &Context) {
        let Some(kiosk) = self.state.kiosk().filter(|_| self.kiosk.is_shown) else { return };
        let home = kiosk.setup().languages.first().copied().unwrap_or_default();
        if alive::is_asked() {
            if self.kiosk.titled.replace(self.state.generation()) != Some(self.state.generation()) {
                alive::set_title(self.state.pack().exhibition.title.resolve(self.state.lang()).text);
            }
            let is_attracting = kiosk.phase() == Phase::Attract;
            alive::set_contents(is_attracting.then(|| kiosk.counts().contents));
            ctx.request_repaint_after(alive::FRAMES_WITHIN);
        }
        let now = ctx.input(|i| i.time);
        self.tally(now);
        if self.kiosk.counted.is_none_or(|counted| now - counted >= COUNTED_EVERY) {
            self.kiosk.counted = Some(now);
            self.write_tally();
        }
        if self.kiosk.written.is_none_or(|written| now - written >= WRITTEN_EVERY) {
            self.kiosk.written = Some(now);
            let (seen, setup, lang) = (self.kiosk_seen(ctx), self.kiosk.setup.clone(), home);
            work::spawn("health", move || {
                let text = diagnostics::kiosk_health(Some(&seen), setup.as_ref(), lang);
                Persisted::KioskHealth.write(Some(&text));
            });
        }
    }

    /// Counts what is looked at, if the set-up wants that.
    pub(super) fn tally(&mut self, now: f64) {
        let Some(kiosk) = self.state.kiosk().filter(|kiosk| kiosk.setup().counts) else { return };
        let mut looked = Vec::new();
        if matches!(kiosk.phase(), Phase::Visit) {
            looked.push((Looked::Visit, "all".to_owned()));
            looked.push((Looked::View, format!("{:?}", self.state.view()).to_lowercase()));
            looked.push((Looked::Language, self.state.lang().code().to_owned()));
            let photo = self.state.photo().and_then(|key| self.state.pack().shown(key));
            looked.extend(photo.and_then(|shown| shown.file.clone()).map(|file| (Looked::Picture, file)));
            let province = self.state.filter().province.as_ref();
            looked.extend(province.map(|province| (Looked::Province, province.as_str().to_owned())));
        }
        let (_, tally) = self.kiosk.tally.get_or_insert_with(|| {
            let date = work::today();
            let mut tally = Tally::default();
            tally.read(&date, &files::kiosk_setup::counts(&date).unwrap_or_default());
            (date, tally)
        });
        tally.look(&looked, now);
    }

    /// Writes the counts down; those of a new day begin at nothing.
    fn write_tally(&mut self) {
        let Some((date, tally)) = &self.kiosk.tally else { return };
        let (date, tally) = (date.clone(), tally.clone());
        if date != work::today() {
            self.kiosk.tally = None;
        }
        if self.kiosk.kept.replace(tally.clone()).as_ref() == Some(&tally) {
            return;
        }
        work::spawn("counts", move || {
            let table = files::kiosk_setup::counts(&date).unwrap_or_default();
            if let Err(why) = files::kiosk_setup::write_counts(&date, &tally.write(&date, &table)) {
                log::warn!("the counts are not kept: {why}");
            }
        });
    }

    /// Fills the kiosk's screen, again whenever the screens have changed: at once where the system says so.
    pub fn take_screens_of_kiosk(
        &mut self,
        ctx: &Context,
        have_changed: bool,
        screens: impl FnOnce() -> (Vec<Monitor>, Option<ScreenId>),
    ) {
        let Some(kiosk) = self.state.kiosk() else { return };
        let now = ctx.input(|i| i.time);
        self.kiosk.look_at = self.kiosk.look_at.filter(|_| !have_changed);
        if self.kiosk.look_at.is_some_and(|at| now < at) {
            return;
        }
        let next = if self.kiosk.look_at.is_some() { SCREENS_EVERY } else { SCREENS_SOON };
        self.kiosk.look_at = Some(now + next);
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(next));
        let (list, at) = screens();
        let wanted = kiosk.setup().screen.as_ref();
        let wanted = wanted.and_then(|name| list.iter().find(|screen| screen.id.name.contains(name.as_str())));
        let is_changed = list != self.kiosk.screens;
        let filled = wanted.or_else(|| list.iter().find(|screen| at.as_ref() == Some(&screen.id)));
        // Once a window manager has had the time to do it, if there is one.
        if let Some(screen) = filled.filter(|_| !self.kiosk.screens.is_empty()) {
            fill_by_itself(ctx, screen);
        }
        if let Some(wanted) = wanted.filter(|wanted| is_changed || at.as_ref() != Some(&wanted.id)) {
            // A full-screen window does not move to another screen, so it leaves full screen first.
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            ctx.send_viewport_cmd(ViewportCommand::SetMonitor(wanted.number));
        } else if is_changed && !list.is_empty() {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        }
        if is_changed && !self.kiosk.screens.is_empty() {
            log::info!("there are {} screens now", list.len());
        }
        self.kiosk.screens = list;
    }

    /// What pictures take of the memory, in bytes.
    #[must_use]
    pub fn picture_bytes(&self) -> usize {
        self.photos.borrow().bytes()
    }

    pub(super) fn check_pin(&self, pin: String) {
        if !self.kiosk.is_shown {
            return;
        }
        let hash = self.state.kiosk().and_then(|kiosk| kiosk.setup().pin.clone());
        self.work.later(move || {
            let answer = hash.map_or(PinAnswer::Wrong { left: 0 }, |hash| work::check_pin(&hash, &pin));
            Action::Kiosk(KioskCommand::PinChecked(answer))
        });
    }

    pub(super) fn tell_health(&self, ctx: &Context) {
        if !self.kiosk.is_shown {
            return;
        }
        let (seen, setup, lang) = (self.kiosk_seen(ctx), self.kiosk.setup.clone(), self.state.lang());
        self.work.later(move || {
            let text = diagnostics::kiosk_health(Some(&seen), setup.as_ref(), lang);
            Action::Kiosk(KioskCommand::Health(text))
        });
    }

    pub(super) fn persist_kiosk(&self, text: String) {
        let file = self.kiosk.setup.clone().or_else(files::kiosk_setup::path);
        if let Some(kiosk) = self.state.kiosk() {
            self.work.keep_hours(&kiosk.setup().hours);
        }
        work::spawn("set-up", move || {
            let written = file.map(|file| files::kiosk_setup::write(&file, &text));
            if let Some(Err(why)) = written {
                log::error!("the set-up is not kept: {why}");
            }
        });
    }

    fn kiosk_seen(&self, ctx: &Context) -> KioskSeen {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds since the start")]
        let passed = ctx.input(|i| i.time).max(0.0) as u64;
        KioskSeen {
            counts: self.state.kiosk().map(crate::state::Kiosk::counts).unwrap_or_default(),
            frames: alive::frames(),
            passed,
            drawn_by: self.state.drawn_by().clone(),
            screens: self.kiosk.screens.iter().map(|screen| screen.id.clone()).collect(),
            place: self.state.pack().place.clone(),
            is_tried: self.state.kiosk().is_some_and(|kiosk| kiosk.setup().tried),
        }
    }
}
