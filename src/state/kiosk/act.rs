//! What a kiosk does when something happens or time passes.

use std::path::Path;

use super::{Access, AccessChange, Kiosk, KioskCommand, Phase, Touch, attract};
use crate::model::Pack;
use crate::state::{Effect, State, Theme};

/// A finger that is down longer than this, in seconds, is none: a screen that is damaged or covered must come back.
const HELD_MOST: f64 = 600.0;
/// How long after a failure the exhibition is tried again, in seconds: a share may be late, a stick may come back.
const PACK_AGAIN: f64 = 60.0;
/// How long the line about the hours stays, in seconds.
const CLOSED_SECS: f64 = 8.0;

impl Kiosk {
    /// The same where its exhibition could not be opened at a time.
    pub(in crate::state) fn without_its_pack(self, now: f64) -> Self {
        let again = self.setup.pack.is_some().then_some(now + PACK_AGAIN);
        Self { again, ..self }
    }

    /// When its exhibition is tried again: while nobody is there, whom another one would take aback.
    fn pack_again(&self) -> Option<f64> {
        let is_free = matches!(self.phase, Phase::Attract | Phase::Black | Phase::Closed(_)) && self.staff.is_none();
        self.again.filter(|_| is_free)
    }

    /// When the warning comes, in seconds since the start.
    fn idle_at(&self) -> f64 {
        let idle = f64::from(self.setup.idle);
        self.held.map_or(self.touched + idle, |since| since + HELD_MOST.max(idle))
    }

    /// The whole seconds that are left of the warning, or of cleaning.
    #[must_use]
    pub fn seconds_left(&self, now: f64) -> Option<u32> {
        let left = match self.phase {
            Phase::Warning(since) => since + f64::from(self.setup.warning) - now,
            Phase::Cleaning(until) => until - now,
            Phase::Attract | Phase::Visit | Phase::Black | Phase::Closed(_) => return None,
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few minutes at most")]
        let left = left.max(0.0).ceil() as u32;
        Some(left)
    }

    /// What is on the screen when nobody is there.
    fn at_rest(&self) -> Phase {
        match (self.is_black, self.is_open) {
            (true, _) => Phase::Black,
            (false, false) => Phase::Closed(None),
            (false, true) => Phase::Attract,
        }
    }

    fn touch(&mut self, touch: Touch, now: f64) {
        match touch {
            Touch::Press => {
                self.counts.touches += 1;
                self.held = Some(now);
            }
            Touch::Release => (self.held, self.wakes) = (None, false),
            Touch::Stroke | Touch::Move => {}
        }
        if self.staff.is_some() {
            self.touched = now;
            return;
        }
        // A pointer that a table's shaking moves wakes nothing.
        let is_meant = matches!(touch, Touch::Press | Touch::Stroke);
        match self.phase {
            Phase::Cleaning(_) => return,
            Phase::Attract if is_meant => {
                self.counts.visits += 1;
                self.phase = Phase::Visit;
                self.wakes = touch == Touch::Press;
            }
            Phase::Warning(_) if is_meant => {
                self.phase = Phase::Visit;
                self.wakes = touch == Touch::Press;
            }
            Phase::Closed(_) if is_meant => self.phase = Phase::Closed(Some(now)),
            Phase::Visit | Phase::Attract | Phase::Warning(_) | Phase::Closed(_) | Phase::Black => {}
        }
        self.touched = now;
    }

    /// When something changes by itself, in seconds since the start.
    fn deadline(&self, now: f64) -> Option<f64> {
        let phase = match self.phase {
            _ if self.staff.is_some() => None,
            Phase::Attract => Some(self.turned + attract::SECS),
            Phase::Visit => Some(self.idle_at()),
            Phase::Warning(since) => Some(since + (now - since).floor() + 1.0),
            Phase::Cleaning(until) => Some(until - (until - now - 1.0).max(0.0).ceil()),
            Phase::Closed(since) => since.map(|since| since + CLOSED_SECS),
            Phase::Black => None,
        };
        [phase, self.staff_until(), self.pad_changes(now), self.pack_again()]
            .into_iter()
            .flatten()
            .min_by(f64::total_cmp)
    }
}

impl State {
    pub(in crate::state) fn kiosk_command(&mut self, command: KioskCommand) -> Vec<Effect> {
        let now = self.now;
        let Some(kiosk) = &mut self.kiosk else { return Vec::new() };
        match command {
            KioskCommand::Begin => {
                (kiosk.touched, kiosk.turn, kiosk.turned) = (now, 0, now);
                self.fullscreen = true;
                return vec![Effect::Awake(true), Effect::Fullscreen(true)];
            }
            KioskCommand::Touched(touch) => kiosk.touch(touch, now),
            KioskCommand::StartOver if matches!(kiosk.phase, Phase::Visit | Phase::Warning(_)) => {
                return self.kiosk_reset();
            }
            KioskCommand::Access(change) if kiosk.phase == Phase::Visit => self.access_change(change),
            // There is no visit.
            KioskCommand::StartOver | KioskCommand::Access(_) => {}
            KioskCommand::StaffTap(corner) => return self.staff_tap(corner),
            KioskCommand::PinDigit(digit) => return self.pin_digit(digit),
            KioskCommand::PinErase => self.pin_erase(),
            KioskCommand::PinClose => self.close_staff(),
            KioskCommand::PinChecked(answer) => return self.pin_checked(answer),
            KioskCommand::Staff(command) => return self.staff_command(command),
            KioskCommand::Open(is_open, opens) => {
                let changes = kiosk.is_open != is_open;
                (kiosk.is_open, kiosk.opens) = (is_open, opens);
                // Somebody who is reading is not sent away.
                let is_free = !matches!(kiosk.phase, Phase::Visit | Phase::Warning(_)) && kiosk.staff.is_none();
                if changes {
                    kiosk.is_black = false;
                    if is_free {
                        return self.kiosk_reset();
                    }
                }
            }
            KioskCommand::Health(text) => kiosk.health = Some(text.into()),
        }
        Vec::new()
    }

    fn access_change(&mut self, change: AccessChange) {
        let access = &mut self.session.access;
        match change {
            AccessChange::Sheet(open) => access.sheet = open,
            AccessChange::LargeText(on) => access.large_text = on,
            AccessChange::LessMotion(on) => access.less_motion = on,
            AccessChange::ControlsLow(on) => access.controls_low = on,
            AccessChange::Contrast(true) => self.session.theme = Theme::Contrast,
            AccessChange::Contrast(false) => {
                self.session.theme = if self.home.theme == Theme::Contrast { Theme::Light } else { self.home.theme };
            }
            AccessChange::Back => {
                *access = Access { sheet: access.sheet, ..Access::default() };
                self.session.theme = self.home.theme;
            }
        }
    }

    /// Ends a visit: nothing of it is left, and the attract loop begins anew.
    pub(super) fn kiosk_reset(&mut self) -> Vec<Effect> {
        let effects = self.reset();
        self.notices = <_>::default();
        let now = self.now;
        if let Some(kiosk) = &mut self.kiosk {
            kiosk.phase = kiosk.at_rest();
            (kiosk.touched, kiosk.turn, kiosk.turned) = (now, 0, now);
            (kiosk.held, kiosk.wakes, kiosk.staff) = (None, false, None);
            kiosk.taps.clear();
            kiosk.counts.resets += 1;
        }
        effects
    }

    /// Shows a pack that was opened; the next start finds it, where the staff chose it.
    pub(in crate::state) fn kiosk_takes_pack(&mut self, pack: Pack) -> Vec<Effect> {
        let path = pack.place.path().map(Path::to_owned);
        self.show(pack);
        let mut effects = self.kiosk_reset();
        if let Some(kiosk) = &mut self.kiosk {
            kiosk.again = None;
        }
        if let Some(kiosk) = &mut self.kiosk
            && std::mem::take(&mut kiosk.awaits_pack)
        {
            kiosk.setup.pack = path;
            effects.push(Effect::PersistKiosk(kiosk.setup.to_text()));
        }
        effects
    }

    pub(in crate::state) fn kiosk_tick(&mut self) -> Vec<Effect> {
        let (now, is_playing) = (self.now, self.session.next_year.is_some());
        let Some(kiosk) = &mut self.kiosk else { return Vec::new() };
        if kiosk.staff_until().is_some_and(|until| now >= until) {
            self.close_staff();
            return Vec::new();
        }
        if kiosk.staff.is_some() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        if kiosk.pack_again().is_some_and(|at| now >= at) {
            // Once more when the answer to this is known.
            kiosk.again = None;
            effects.extend(kiosk.setup.pack.clone().map(Effect::OpenPath));
        }
        match kiosk.phase {
            Phase::Attract if now >= kiosk.turned + attract::SECS => {
                // After a pause of the whole program it goes on where it was.
                let is_late = now >= kiosk.turned + 2.0 * attract::SECS;
                kiosk.turned = if is_late { now } else { kiosk.turned + attract::SECS };
                kiosk.turn += 1;
                kiosk.counts.contents += 1;
            }
            Phase::Visit if is_playing => kiosk.touched = now,
            Phase::Visit if now >= kiosk.idle_at() => kiosk.phase = Phase::Warning(now),
            Phase::Warning(since) if now >= since + f64::from(kiosk.setup.warning) => return self.kiosk_reset(),
            Phase::Cleaning(until) if now >= until => return self.kiosk_reset(),
            Phase::Closed(Some(since)) if now >= since + CLOSED_SECS => kiosk.phase = Phase::Closed(None),
            Phase::Attract
            | Phase::Visit
            | Phase::Warning(_)
            | Phase::Cleaning(_)
            | Phase::Black
            | Phase::Closed(_) => {}
        }
        effects
    }

    /// A pack could not be opened: the one that the staff chose, or that of the set-up, which is tried again.
    pub(in crate::state) fn kiosk_lacks_pack(&mut self) {
        let now = self.now;
        if let Some(kiosk) = &mut self.kiosk
            && !std::mem::take(&mut kiosk.awaits_pack)
        {
            *kiosk = kiosk.clone().without_its_pack(now);
        }
    }

    /// When the kiosk changes by itself, in seconds from now.
    pub(in crate::state) fn kiosk_deadline(&self) -> Option<f64> {
        let deadline = self.kiosk.as_ref()?.deadline(self.now)?;
        // A little later, so that it is over then.
        Some((deadline - self.now).max(0.0) + 0.005)
    }
}
