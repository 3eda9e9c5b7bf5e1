//! A kiosk: what it wants of the disk, the clock and whoever watches over it.

use std::path::PathBuf;

use egui::Context;

use super::{App, alive};
use crate::diagnostics::{self, KioskSeen};
use crate::files::{self, Persisted};
use crate::state::Action;
use crate::state::kiosk::{KioskCommand, PinAnswer};
use crate::work;

/// How often the health is written down, in seconds.
const WRITTEN_EVERY: f64 = 600.0;

/// What an application keeps for a kiosk.
#[derive(Default)]
pub(super) struct KioskParts {
    /// The file of the set-up; `None` for the usual one.
    pub setup: Option<PathBuf>,
    /// When the health was last written down.
    written: Option<f64>,
    /// The exhibition whose title the watcher knows, by its generation.
    titled: Option<u64>,
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
        self.apply(ctx, Action::Kiosk(KioskCommand::Begin));
    }

    /// Gives a sign of life at least every few seconds, if somebody watches.
    pub(super) fn show_life(&mut self, ctx: &Context) {
        let Some(kiosk) = self.state.kiosk() else { return };
        if alive::is_asked() {
            if self.kiosk.titled.replace(self.state.generation()) != Some(self.state.generation()) {
                alive::set_title(self.state.pack().exhibition.title.resolve(self.state.lang()).text);
            }
            let is_attracting = matches!(kiosk.phase(), crate::state::kiosk::Phase::Attract);
            alive::set_contents(is_attracting.then(|| kiosk.counts().contents));
            ctx.request_repaint_after(alive::FRAMES_WITHIN);
        }
        let now = ctx.input(|i| i.time);
        if self.kiosk.written.is_none_or(|written| now - written >= WRITTEN_EVERY) {
            self.kiosk.written = Some(now);
            let (seen, setup, lang) = (self.kiosk_seen(ctx), self.kiosk.setup.clone(), self.state.lang());
            work::spawn("health", move || {
                let text = diagnostics::kiosk_health(Some(&seen), setup.as_ref(), lang);
                Persisted::KioskHealth.write(Some(&text));
            });
        }
    }

    pub(super) fn check_pin(&self, pin: String) {
        let hash = self.state.kiosk().and_then(|kiosk| kiosk.setup().pin.clone());
        self.work.later(move || {
            let answer = hash.map_or(PinAnswer::Wrong { left: 0 }, |hash| work::check_pin(&hash, &pin));
            Action::Kiosk(KioskCommand::PinChecked(answer))
        });
    }

    pub(super) fn tell_health(&self, ctx: &Context) {
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
            screens: self.screens.0.iter().map(|screen| screen.id.clone()).collect(),
            place: self.state.pack().place.clone(),
        }
    }
}
