//! Setting up a kiosk from the menu of the everyday program: a draft of its set-up, changed page by page, tried and written.

mod hours;
#[cfg(test)]
mod tests;

use std::path::Path;

use super::{Corner, Day, KioskSetup, Opening, PIN_DIGITS, TimeOfDay};
use crate::model::Lang;
use crate::state::{Distance, Effect, Overlay, State, Theme, View};
use hours::{USUAL, kind, opened, stepped};

/// By how many seconds the idle time is made longer or shorter.
const SECONDS: u32 = 10;
/// The bounds of the idle time, in seconds.
const IDLE: [u32; 2] = [20, 600];

/// A draft of a kiosk's set-up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SettingUp {
    setup: KioskSetup,
    page: SetUpPage,
    hours: HoursKind,
    /// The digits of a PIN: those that were typed first, and again.
    digits: [String; 2],
    is_hashing: bool,
    is_running: bool,
    /// Whether something has changed since it was written.
    is_changed: bool,
    /// What is being written.
    written: Option<KioskSetup>,
    said: Option<SetUpSaid>,
}

/// A page of the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "their names")]
pub enum SetUpPage {
    /// All of it, and what can be done with it.
    #[default]
    Start,
    Screen,
    Languages,
    View,
    Size,
    Theme,
    Hours,
    Idle,
    Corner,
    Pin,
}

/// The form that opening hours have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HoursKind {
    /// Always open.
    #[default]
    Always,
    /// The same every day.
    Daily,
    /// Each day has its own, or none.
    ByDay,
    /// Several periods a day, as the file has them.
    Other,
}

/// Which end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeriodEnd {
    /// When it opens.
    From,
    /// When it closes.
    To,
}

/// What came of something, for the foot of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetUpSaid {
    /// The file has so many faults; what is wrong in it is as in a new one.
    Faults(usize),
    /// It was written there, where the kiosk finds it.
    Saved(String),
    /// It was written there, to be carried to another kiosk.
    Carried(String),
    /// It could not be written there, and why.
    NotSaved(String, String),
    /// The system has no place for it.
    NoPlace,
    /// The system has no dialog that asks where to.
    NoDialog,
    /// Nobody named a place for it.
    Cancelled,
    /// The second PIN was another one.
    PinDiffers,
    /// The PIN could not be set, and why.
    NoPin(String),
    /// A trial runs.
    TrialRuns,
    /// It is over; whether somebody went the staff's way.
    TrialOver(bool),
    /// It did not begin, or ended by itself, and why.
    TrialFailed(String),
}

/// A command for the set-up.
#[derive(Clone, Debug, PartialEq)]
pub enum SetUpCommand {
    /// Open the sheet.
    Open,
    /// The set-up as its file has it, with the number of its faults.
    Read(Box<KioskSetup>, usize),
    /// Turn to a page.
    Page(SetUpPage),
    /// Choose the screen by its name; `None` for the main one.
    Screen(Option<String>),
    /// Offer a language, as the last one, or no more.
    Lang(Lang),
    /// Choose the view that a visitor finds.
    View(View),
    /// Choose the size preset.
    Size(Distance),
    /// Choose the theme.
    Theme(Theme),
    /// Choose the form of the hours.
    Hours(HoursKind),
    /// Open or close a day.
    Day(Day),
    /// Put an end of the hours of a day, or of all of them, forward or back by one step.
    Time(Option<Day>, PeriodEnd, bool),
    /// Put the idle time forward or back by one step.
    Idle(bool),
    /// Choose the staff's corner.
    Corner(Corner),
    /// Type a digit of the PIN.
    Digit(u8),
    /// Erase its last digit.
    Erase,
    /// Have no PIN.
    NoPin,
    /// The hash of the new PIN, or why there is none.
    Hashed(Result<String, String>),
    /// Try it for five minutes.
    Try,
    /// Write it where the kiosk finds it.
    Save,
    /// Write it elsewhere, to be carried to another kiosk.
    SaveElsewhere,
    /// What came of it.
    Said(SetUpSaid),
}

impl SettingUp {
    /// The set-up as it would be written.
    #[must_use]
    pub fn setup(&self) -> &KioskSetup {
        &self.setup
    }

    /// The page of the sheet.
    #[must_use]
    pub fn page(&self) -> SetUpPage {
        self.page
    }

    /// The form of the hours.
    #[must_use]
    pub fn hours(&self) -> HoursKind {
        self.hours
    }

    /// The hours of a day; `None` if it is closed.
    #[must_use]
    pub fn hours_of(&self, day: Day) -> Option<[TimeOfDay; 2]> {
        let of_day = self.setup.hours.iter().find(|opening| opening.days.contains(&day));
        of_day.map(|opening| [opening.from, opening.to])
    }

    /// How many digits of the PIN have been typed, and whether they are typed again.
    #[must_use]
    pub fn typed(&self) -> (usize, bool) {
        let [first, again] = &self.digits;
        let is_again = first.len() == PIN_DIGITS;
        (if is_again { again.len() } else { first.len() }, is_again)
    }

    /// Returns `true` while a PIN is made ready.
    #[must_use]
    pub fn is_hashing(&self) -> bool {
        self.is_hashing
    }

    /// Returns `true` while a trial runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// What came of what was last done.
    #[must_use]
    pub fn said(&self) -> Option<&SetUpSaid> {
        self.said.as_ref()
    }

    fn turn(&mut self, page: SetUpPage) {
        (self.page, self.digits) = (page, <_>::default());
        if matches!(self.said, Some(SetUpSaid::PinDiffers)) {
            self.said = None;
        }
    }

    /// Something else is wanted: what was said before no longer holds.
    fn change(&mut self, change: impl FnOnce(&mut KioskSetup)) {
        change(&mut self.setup);
        (self.is_changed, self.said) = (true, None);
    }

    /// Whoever chooses another way for the staff has to go it.
    fn change_staffs_way(&mut self, change: impl FnOnce(&mut KioskSetup)) {
        self.change(|setup| {
            change(setup);
            setup.tried = false;
        });
    }

    fn read(setup: KioskSetup, faults: usize) -> Self {
        let said = (faults > 0).then_some(SetUpSaid::Faults(faults));
        Self { hours: kind(&setup.hours), setup, said, ..Self::default() }
    }

    fn offer(&mut self, lang: Lang) {
        let languages = &self.setup.languages;
        if languages.contains(&lang) && languages.len() == 1 {
            return;
        }
        self.change(|setup| match setup.languages.iter().position(|offered| *offered == lang) {
            Some(at) => drop(setup.languages.remove(at)),
            None => setup.languages.push(lang),
        });
    }

    fn choose_hours(&mut self, hours: HoursKind) {
        let [from, to] = Day::ALL.into_iter().find_map(|day| self.hours_of(day)).unwrap_or(USUAL);
        let days = match hours {
            HoursKind::Always => Vec::new(),
            HoursKind::Daily => vec![Opening { days: Day::ALL.to_vec(), from, to }],
            HoursKind::ByDay => opened(&Day::ALL.map(|day| self.hours_of(day).or(Some([from, to])))),
            HoursKind::Other => return,
        };
        self.hours = hours;
        self.change(|setup| setup.hours = days);
    }

    /// Changes the hours of a day, or of all, as far as some day stays open.
    fn change_hours(&mut self, which: Option<Day>, change: impl Fn(Option<[TimeOfDay; 2]>) -> Option<[TimeOfDay; 2]>) {
        let days = Day::ALL.map(|day| {
            let hours = self.hours_of(day);
            if which.is_none_or(|which| which == day) { change(hours) } else { hours }
        });
        if days.iter().any(Option::is_some) {
            self.change(|setup| setup.hours = opened(&days));
        }
    }

    /// Takes a digit; gives the PIN once both times are typed and the same.
    fn digit(&mut self, digit: u8) -> Option<String> {
        let digit = char::from_digit(u32::from(digit), 10).filter(|_| !self.is_hashing)?;
        let (_, is_again) = self.typed();
        if matches!(self.said, Some(SetUpSaid::PinDiffers)) {
            self.said = None;
        }
        self.digits[usize::from(is_again)].push(digit);
        if self.digits[1].len() < PIN_DIGITS {
            return None;
        }
        let [first, again] = std::mem::take(&mut self.digits);
        if first != again {
            self.said = Some(SetUpSaid::PinDiffers);
            return None;
        }
        self.is_hashing = true;
        Some(first)
    }

    fn erase(&mut self) {
        let (_, is_again) = self.typed();
        self.digits[usize::from(is_again)].pop();
    }

    fn hashed(&mut self, hash: Result<String, String>) {
        if !std::mem::take(&mut self.is_hashing) {
            return;
        }
        match hash {
            Ok(hash) => {
                self.change_staffs_way(|setup| setup.pin = Some(hash));
                self.turn(SetUpPage::Start);
            }
            Err(why) => self.said = Some(SetUpSaid::NoPin(why)),
        }
    }

    fn hear(&mut self, said: SetUpSaid) {
        match &said {
            SetUpSaid::TrialOver(tried) => {
                self.is_running = false;
                self.is_changed |= *tried && !self.setup.tried;
                self.setup.tried |= *tried;
            }
            SetUpSaid::TrialFailed(_) => self.is_running = false,
            // What was changed while it was written is not in it.
            SetUpSaid::Saved(_) => self.is_changed = self.written.take().is_some_and(|written| written != self.setup),
            SetUpSaid::Cancelled => {
                self.said = None;
                return;
            }
            SetUpSaid::Faults(_)
            | SetUpSaid::Carried(_)
            | SetUpSaid::NotSaved(..)
            | SetUpSaid::NoPlace
            | SetUpSaid::NoDialog
            | SetUpSaid::PinDiffers
            | SetUpSaid::NoPin(_)
            | SetUpSaid::TrialRuns => {}
        }
        self.said = Some(said);
    }
}

impl State {
    /// The draft of a kiosk's set-up, while there is one.
    #[must_use]
    pub fn setting_up(&self) -> Option<&SettingUp> {
        self.session.setting_up.as_deref()
    }

    pub(in crate::state) fn set_up_command(&mut self, command: SetUpCommand) -> Vec<Effect> {
        if command == SetUpCommand::Open {
            return self.open_set_up();
        }
        // The kiosk shows what is open in the window.
        let pack = self.pack.place.path().map(Path::to_owned);
        if let SetUpCommand::Read(setup, faults) = command {
            let setup = KioskSetup { pack, ..*setup };
            self.session.setting_up.get_or_insert_with(|| Box::new(SettingUp::read(setup, faults)));
            return Vec::new();
        }
        let Some(draft) = self.session.setting_up.as_deref_mut() else { return Vec::new() };
        match command {
            SetUpCommand::Open | SetUpCommand::Read(..) => {}
            SetUpCommand::Page(page) => draft.turn(page),
            SetUpCommand::Screen(screen) => draft.change(|setup| setup.screen = screen),
            SetUpCommand::Lang(lang) => draft.offer(lang),
            SetUpCommand::View(view) => draft.change(|setup| setup.view = view),
            SetUpCommand::Size(distance) => draft.change(|setup| setup.distance = distance),
            SetUpCommand::Theme(theme) => draft.change(|setup| setup.theme = theme),
            SetUpCommand::Hours(hours) => draft.choose_hours(hours),
            SetUpCommand::Day(day) => {
                let others = Day::ALL.into_iter().find_map(|day| draft.hours_of(day)).unwrap_or(USUAL);
                draft.change_hours(Some(day), |hours| if hours.is_some() { None } else { Some(others) });
            }
            SetUpCommand::Time(day, end, later) => draft.change_hours(day, |hours| {
                let [from, to] = hours?;
                Some(match end {
                    PeriodEnd::From => [stepped(from, later), to],
                    PeriodEnd::To => [from, stepped(to, later)],
                })
            }),
            SetUpCommand::Idle(more) => draft.change(|setup| {
                let idle = if more { setup.idle + SECONDS } else { setup.idle.saturating_sub(SECONDS) };
                setup.idle = idle.clamp(IDLE[0], IDLE[1]);
            }),
            SetUpCommand::Corner(corner) => draft.change_staffs_way(|setup| setup.corner = corner),
            SetUpCommand::Digit(digit) => return draft.digit(digit).map(Effect::HashPin).into_iter().collect(),
            SetUpCommand::Erase => draft.erase(),
            SetUpCommand::NoPin => {
                draft.change_staffs_way(|setup| setup.pin = None);
                draft.turn(SetUpPage::Start);
            }
            SetUpCommand::Hashed(hash) => draft.hashed(hash),
            SetUpCommand::Try if draft.is_running => {}
            SetUpCommand::Try => {
                (draft.is_running, draft.said) = (true, Some(SetUpSaid::TrialRuns));
                return vec![Effect::TryKiosk(draft.setup.to_text())];
            }
            SetUpCommand::Save => {
                draft.written = Some(draft.setup.clone());
                return vec![Effect::SaveKiosk { text: draft.setup.to_text(), elsewhere: false }];
            }
            SetUpCommand::SaveElsewhere => {
                return vec![Effect::SaveKiosk { text: draft.setup.to_text(), elsewhere: true }];
            }
            SetUpCommand::Said(said) => draft.hear(said),
        }
        Vec::new()
    }

    /// Opens the sheet: with the draft that was begun, or with the set-up as it is written, once it is read.
    fn open_set_up(&mut self) -> Vec<Effect> {
        self.session.overlay = Some(Overlay::SetUp);
        let pack = self.pack.place.path().map(Path::to_owned);
        if let Some(draft) = self.session.setting_up.as_deref_mut().filter(|draft| draft.is_changed || draft.is_running)
        {
            draft.setup.pack = pack;
            return Vec::new();
        }
        // Nothing can be changed before it is read: what came late would take it back.
        self.session.setting_up = None;
        vec![Effect::ReadKiosk]
    }

    /// Goes back from a page of the sheet to its first one; `false` where that is what is seen.
    pub(in crate::state) fn set_up_goes_back(&mut self) -> bool {
        let is_seen = self.session.overlay == Some(Overlay::SetUp) && self.session.sheet.is_none();
        let draft = self.session.setting_up.as_deref_mut().filter(|draft| is_seen && draft.page != SetUpPage::Start);
        draft.map(|draft| draft.turn(SetUpPage::Start)).is_some()
    }
}
