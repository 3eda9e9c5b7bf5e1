//! The staff's way in: taps in a corner, a pad for the PIN, and the sheet behind it.

use super::{Corner, Kiosk, Phase, PinAnswer, StaffCommand, StaffPage, Trial};
use crate::state::{Effect, State};

/// The digits of a PIN.
pub const PIN_DIGITS: usize = 6;
/// So many taps in the corner open the pad, within so many seconds.
const TAPS: usize = 5;
const TAPS_WITHIN: f64 = 3.0;
/// How long pad and sheet stay without a touch, in seconds.
const PAD_SECS: f64 = 20.0;
const SHEET_SECS: f64 = 120.0;
/// How long touch is ignored for cleaning, in seconds.
const CLEANING_SECS: f64 = 30.0;

/// What the staff have before them.
#[derive(Clone, Debug, PartialEq)]
pub enum Staff {
    /// The pad for the PIN.
    Pin(PinPad),
    /// The sheet.
    Sheet(StaffPage),
}

/// The pad for the PIN.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PinPad {
    digits: String,
    is_checking: bool,
    /// The last answer, and when it came.
    answer: Option<(PinAnswer, f64)>,
}

impl PinPad {
    /// How many digits have been typed.
    #[must_use]
    pub fn typed(&self) -> usize {
        if self.is_checking { PIN_DIGITS } else { self.digits.len() }
    }

    /// The last answer, with what is left at a time of the seconds that it names; `None` once these are over.
    #[must_use]
    pub fn answer(&self, now: f64) -> Option<PinAnswer> {
        let (answer, since) = self.answer?;
        match answer {
            PinAnswer::Locked { seconds } => {
                let left = f64::from(seconds) - (now - since);
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and an hour")]
                let seconds = left.max(0.0).ceil() as u32;
                (seconds > 0).then_some(PinAnswer::Locked { seconds })
            }
            PinAnswer::Right | PinAnswer::Wrong { .. } => Some(answer),
        }
    }

    fn is_open(&self, now: f64) -> bool {
        !self.is_checking && !matches!(self.answer(now), Some(PinAnswer::Locked { .. }))
    }
}

impl Kiosk {
    /// When pad or sheet close by themselves, in seconds since the start.
    pub(super) fn staff_until(&self) -> Option<f64> {
        Some(match self.staff.as_ref()? {
            Staff::Pin(_) => self.touched + PAD_SECS,
            Staff::Sheet(_) => self.touched + SHEET_SECS,
        })
    }

    /// When what the pad says changes by itself, in seconds since the start.
    pub(super) fn pad_changes(&self, now: f64) -> Option<f64> {
        let Some(Staff::Pin(pad)) = &self.staff else { return None };
        let (_, since) = pad.answer?;
        matches!(pad.answer(now), Some(PinAnswer::Locked { .. })).then(|| since + (now - since).floor() + 1.0)
    }
}

impl State {
    pub(super) fn staff_tap(&mut self, corner: Corner) -> Vec<Effect> {
        let now = self.now;
        let Some(kiosk) = &mut self.kiosk else { return Vec::new() };
        if corner != kiosk.setup.corner || kiosk.staff.is_some() || matches!(kiosk.phase, Phase::Cleaning(_)) {
            return Vec::new();
        }
        kiosk.taps.retain(|tap| now - tap <= TAPS_WITHIN);
        kiosk.taps.push(now);
        if kiosk.taps.len() < TAPS {
            return Vec::new();
        }
        kiosk.taps.clear();
        kiosk.touched = now;
        // Until a PIN is chosen, the person who sets the kiosk up is alone with it.
        if kiosk.setup.pin.is_none() {
            return self.open_staff_sheet();
        }
        kiosk.staff = Some(Staff::Pin(PinPad::default()));
        Vec::new()
    }

    fn open_staff_sheet(&mut self) -> Vec<Effect> {
        let Some(kiosk) = &mut self.kiosk else { return Vec::new() };
        kiosk.staff = Some(Staff::Sheet(StaffPage::Start));
        kiosk.trial = kiosk.trial.map(|_| Trial::Done);
        let was_tried = std::mem::replace(&mut kiosk.setup.tried, true);
        let mut effects = vec![Effect::Health];
        effects.extend((!was_tried).then_some(Effect::NoteTried));
        effects
    }

    fn pad(&mut self) -> Option<&mut PinPad> {
        match self.kiosk.as_mut()?.staff.as_mut()? {
            Staff::Pin(pad) => Some(pad),
            Staff::Sheet(_) => None,
        }
    }

    pub(super) fn pin_digit(&mut self, digit: u8) -> Vec<Effect> {
        let now = self.now;
        let Some(pad) = self.pad().filter(|pad| pad.is_open(now)) else { return Vec::new() };
        let Some(digit) = char::from_digit(u32::from(digit), 10) else { return Vec::new() };
        pad.answer = None;
        pad.digits.push(digit);
        if pad.digits.len() < PIN_DIGITS {
            return Vec::new();
        }
        pad.is_checking = true;
        vec![Effect::CheckPin(std::mem::take(&mut pad.digits))]
    }

    pub(super) fn pin_erase(&mut self) {
        if let Some(pad) = self.pad() {
            pad.digits.pop();
        }
    }

    /// Closes pad or sheet.
    pub(super) fn close_staff(&mut self) {
        let now = self.now;
        if let Some(kiosk) = &mut self.kiosk {
            kiosk.staff = None;
            kiosk.touched = now;
        }
        self.notices = <_>::default();
    }

    pub(super) fn pin_checked(&mut self, answer: PinAnswer) -> Vec<Effect> {
        let now = self.now;
        let Some(pad) = self.pad().filter(|pad| pad.is_checking) else { return Vec::new() };
        if answer == PinAnswer::Right {
            return self.open_staff_sheet();
        }
        *pad = PinPad { answer: Some((answer, now)), ..PinPad::default() };
        if let Some(kiosk) = &mut self.kiosk {
            kiosk.touched = now;
        }
        Vec::new()
    }

    /// A command of the sheet, while it is open.
    pub(super) fn staff_command(&mut self, command: StaffCommand) -> Vec<Effect> {
        let now = self.now;
        let Some(kiosk) = self.kiosk.as_mut().filter(|kiosk| kiosk.staff_page().is_some()) else { return Vec::new() };
        match command {
            StaffCommand::Page(page) => {
                kiosk.staff = Some(Staff::Sheet(page));
                if page == StaffPage::Health { vec![Effect::Health] } else { Vec::new() }
            }
            StaffCommand::Close => {
                self.close_staff();
                Vec::new()
            }
            StaffCommand::Clean => {
                let effects = self.kiosk_reset();
                if let Some(kiosk) = &mut self.kiosk {
                    kiosk.phase = Phase::Cleaning(now + CLEANING_SECS);
                }
                effects
            }
            StaffCommand::Black => {
                kiosk.is_black = true;
                self.kiosk_reset()
            }
            StaffCommand::Show => {
                (kiosk.is_black, kiosk.is_open) = (false, true);
                self.kiosk_reset()
            }
            StaffCommand::OtherPack { folder } => {
                kiosk.awaits_pack = true;
                vec![Effect::Pick { folder }]
            }
            StaffCommand::Leave => vec![Effect::LeaveKiosk],
        }
    }
}
