//! Setting up a kiosk from the menu, and what a kiosk notes of its trial.

use super::App;
use crate::state::kiosk::{SetUpCommand, SetUpSaid};
use crate::state::{Action, KioskSetup};
use crate::{diagnostics, files, work};

impl App {
    /// Sets what tries a kiosk instead of a process of its own, for automated journeys.
    #[must_use]
    pub fn trying(mut self, trial: impl Fn(&str) -> SetUpSaid + Send + Sync + 'static) -> Self {
        self.work.tries = std::sync::Arc::new(trial);
        self
    }

    pub(super) fn read_kiosk(&self) {
        // One that is named need not be there yet.
        let file = self.kiosk.setup.clone().filter(|file| file.exists());
        let is_named = self.kiosk.setup.is_some();
        self.work.later(move || {
            let (setup, problems) =
                if is_named && file.is_none() { <_>::default() } else { diagnostics::kiosk_setup(file.as_deref()) };
            Action::SetUp(SetUpCommand::Read(Box::new(setup), problems.len()))
        });
    }

    pub(super) fn hash_pin(&self, pin: String) {
        self.work.later(move || Action::SetUp(SetUpCommand::Hashed(work::hash_pin(&pin))));
    }

    pub(super) fn try_kiosk(&self, text: String) {
        self.work.try_kiosk(text);
    }

    pub(super) fn save_kiosk(&self, text: String, elsewhere: bool) {
        let file = self.kiosk.setup.clone().or_else(files::kiosk_setup::path);
        self.work.save_kiosk(text, (file, elsewhere));
    }

    /// Notes in the file of the set-up that somebody has gone the staff's way. One that is damaged stays as it is.
    pub(super) fn note_tried(&self) {
        let file = self.kiosk.setup.clone().or_else(files::kiosk_setup::path);
        let Some((file, kiosk)) = file.zip(self.state.kiosk()).filter(|_| self.kiosk.is_shown) else { return };
        let (pin, corner) = (kiosk.setup().pin.clone(), kiosk.setup().corner);
        work::spawn("set-up", move || {
            let text = files::kiosk_setup::read(&file).ok().flatten()?;
            let (setup, problems) = KioskSetup::read(&text);
            let tried = setup.after_trial(pin.as_deref(), corner).filter(|_| problems.is_empty())?;
            let written = files::kiosk_setup::write(&file, &(tried.to_text() + "\n"));
            written.inspect_err(|why| log::warn!("the set-up does not note that it was tried: {why}")).ok()
        });
    }
}
