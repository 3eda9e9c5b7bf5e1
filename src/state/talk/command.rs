//! The commands of a talk, and their effects.

use crate::model::Lang;
use crate::state::{Effect, Saving, Sheet, State, Zoom};

use super::record::secs;
use super::{
    ConsoleOverlay, Hold, KeyCommand, MINUTES, Monitor, NOTES_SIZES, Pair, Phase, Plan, RECORD_SECS, Record, ScreenId,
    Solo, Spot, Stops,
};
use super::{TALK_ZOOM, TYPED_SECS, Talk, apart, pack_key};

/// A command of a talk.
#[derive(Clone, Debug, PartialEq)]
pub enum TalkCommand {
    /// Open the start sheet, with screens, languages and time.
    Open,
    /// Set the planned time, in minutes.
    Plan(u32),
    /// Set the language of the notes.
    NotesLang(Lang),
    /// Assign a screen of the list to the audience.
    Audience(usize),
    /// Swap the screens, before a talk.
    Swap,
    /// Use only one screen although there are more, or two again.
    Single(bool),
    /// With one screen: show notes beside the picture, or not.
    Beside(bool),
    /// Show or hide a numeral on each screen.
    Identify(bool),
    /// Begin, from the first stop.
    Start,
    /// Begin once the screens are known, if the choice among them is clear; an interrupted talk goes on.
    AtOnce,
    /// Resume the interrupted talk.
    Resume,
    /// Discard the interrupted talk.
    Forget,
    /// A key, or its button.
    Do(KeyCommand),
    /// The key is still held.
    Still,
    /// The key was released.
    Release,
    /// Show a spot from the overview or the search.
    Show(Spot),
    /// Set the number of thumbnails in a row of the overview.
    Columns(usize),
    /// Type in the search.
    Type(String),
    /// Point at a place, as fractions of the picture.
    Point([f32; 2]),
    /// Show a part of the picture.
    ZoomTo(Zoom),
    /// The notes are scrolled to their end, at this line.
    NotesEnd(u16),
    /// Assign the new screen to the audience.
    TakeOffered,
    /// Do not use the new screen.
    LeaveOffered,
    /// Ask whether to end the talk.
    AskEnd,
    /// End it.
    End,
    /// Close the report.
    Close,
    /// Save the report as a table in this language.
    SaveReport(Lang),
    /// End it, and open the exhibition that was handed over.
    EndAndOpen,
    /// Do not open the exhibition that was handed over.
    LeaveAsked,
    /// Set a part of the name of the audience's screen.
    Screen(Option<String>),
    /// The available screens, and the one that the program's window is on.
    Monitors(Vec<Monitor>, Option<ScreenId>),
    /// The choices of screens in earlier talks.
    Remembered(Vec<Pair>),
    /// An interrupted talk was found.
    Recovered(Box<Record>),
    /// The wall clock, in minutes since midnight.
    Wall(Option<u16>),
    /// Whether sleep and screen saver are inhibited.
    Awake(bool),
}

impl State {
    /// Applies a command to the talk.
    pub(in crate::state) fn talk_command(&mut self, command: TalkCommand) -> Vec<Effect> {
        self.talk.now = self.now;
        let effects = self.talk_do(command);
        if self.talk.is_on() {
            self.talk.say_pace();
        }
        effects
    }

    fn talk_do(&mut self, command: TalkCommand) -> Vec<Effect> {
        let talk = &mut self.talk;
        match command {
            TalkCommand::Open => return self.open_sheet(),
            TalkCommand::Plan(minutes) => talk.set_minutes(minutes),
            TalkCommand::NotesLang(lang) => talk.notes_lang = lang,
            TalkCommand::Audience(screen) => talk.screens.put_audience(screen),
            TalkCommand::Screen(name) => talk.screens.wanted = name,
            TalkCommand::Swap => talk.screens.swap(),
            TalkCommand::Single(single) => talk.screens.single = single,
            TalkCommand::Beside(beside) => talk.screens.solo = if beside { Solo::Both } else { Solo::Audience },
            TalkCommand::Identify(on) => talk.identify = on && talk.phase == Phase::Sheet,
            TalkCommand::AtOnce => talk.at_once = talk.phase == Phase::Sheet,
            TalkCommand::Start => return self.start_talk(),
            TalkCommand::Resume => return self.resume_talk(),
            TalkCommand::Forget => {
                talk.offer = None;
                return vec![Effect::PersistTalk(None)];
            }
            TalkCommand::Do(key_command) => return self.do_key(key_command),
            TalkCommand::Still => return self.still_held(),
            TalkCommand::Release => talk.held = None,
            TalkCommand::Show(spot) => return self.show_spot(spot),
            TalkCommand::Columns(columns) => talk.columns = columns.clamp(1, 12),
            TalkCommand::Type(typed) => talk.type_in(&typed),
            TalkCommand::Point(at) => talk.at = at.map(|v| if v.is_finite() { v.clamp(0.0, 1.0) } else { 0.5 }),
            TalkCommand::ZoomTo(zoom) => talk.zoom_to(zoom),
            TalkCommand::NotesEnd(line) => talk.notes_line = talk.notes_line.min(line),
            TalkCommand::TakeOffered => return self.take_offered(),
            TalkCommand::LeaveOffered => talk.screens.offered = None,
            TalkCommand::AskEnd => talk.ask_end(),
            TalkCommand::End => return self.end_talk(),
            TalkCommand::Close => return self.close_talk(),
            TalkCommand::SaveReport(lang) => return self.save_report(lang),
            TalkCommand::EndAndOpen => return self.end_and_open(),
            TalkCommand::LeaveAsked => talk.asked = None,
            TalkCommand::Monitors(list, home) => return self.take_monitors(list, home),
            TalkCommand::Remembered(pairs) => talk.screens.remembered = pairs,
            TalkCommand::Recovered(record) => talk.recover(*record),
            TalkCommand::Wall(minutes) => talk.wall = minutes,
            TalkCommand::Awake(awake) => talk.awake = Some(awake),
        }
        Vec::new()
    }

    /// Closes the start sheet or the report.
    fn close_talk(&mut self) -> Vec<Effect> {
        match self.talk.phase {
            Phase::Off | Phase::On => Vec::new(),
            Phase::Sheet => {
                self.talk.phase = Phase::Off;
                vec![Effect::Awake(false)]
            }
            Phase::After => {
                self.talk.phase = Phase::Off;
                self.talk.asked.take().map(Effect::OpenPath).into_iter().collect()
            }
        }
    }

    fn end_and_open(&mut self) -> Vec<Effect> {
        let Some(path) = self.talk.asked.take() else { return Vec::new() };
        let mut effects = self.end_talk();
        self.talk.phase = Phase::Off;
        effects.push(Effect::OpenPath(path));
        effects
    }

    /// Saves the report; only one file at a time.
    fn save_report(&mut self, lang: Lang) -> Vec<Effect> {
        if self.talk.phase != Phase::After || self.saving.is_some() {
            return Vec::new();
        }
        self.saving = Some(Saving::Choosing);
        vec![Effect::SaveReport(lang)]
    }

    /// Advances the talk to the current time.
    pub(in crate::state) fn talk_tick(&mut self) -> Vec<Effect> {
        let talk = &mut self.talk;
        let since = std::mem::replace(&mut talk.now, self.now);
        if !talk.typed.is_empty() && talk.now - talk.typed_at > TYPED_SECS {
            talk.typed.clear();
        }
        if !talk.is_on() {
            return Vec::new();
        }
        talk.count(talk.now - since);
        talk.say_pace();
        if talk.clock.runs() && talk.now - talk.recorded_at >= RECORD_SECS {
            return self.persist();
        }
        Vec::new()
    }

    /// Persists where the talk is, so that it can be resumed.
    pub(super) fn persist(&mut self) -> Vec<Effect> {
        self.talk.recorded_at = self.now;
        let record = self.talk.record(pack_key(&self.pack.place), self.session.lang);
        vec![Effect::PersistTalk(Some(Box::new(record)))]
    }

    fn open_sheet(&mut self) -> Vec<Effect> {
        if self.talk.phase == Phase::On {
            return Vec::new();
        }
        let stops = Stops::from(self.pack.exhibition.stops());
        if stops.is_empty() {
            return Vec::new();
        }
        let known = self.talk.offer.as_ref();
        let fits = known.is_some_and(|r| r.pack == pack_key(&self.pack.place) && r.stops == stops.len());
        if !fits {
            self.talk.offer = None;
        }
        if self.talk.stops.is_empty() && self.talk.phase == Phase::Off {
            self.talk.notes_lang = self.session.lang;
        }
        (self.session.overlay, self.session.sheet, self.session.next_year) = (None, None::<Sheet>, None);
        self.talk.plan = Plan::of(&stops, stops.planned_secs());
        self.talk.stops = stops;
        self.talk.phase = Phase::Sheet;
        self.talk.screens.choose();
        // Already here, so that the sheet can show whether it works, and no screen sleeps before the talk begins.
        vec![Effect::Awake(true)]
    }

    /// Takes in the available screens.
    fn take_monitors(&mut self, list: Vec<Monitor>, home: Option<ScreenId>) -> Vec<Effect> {
        let talk = &mut self.talk;
        talk.screens.take(apart(list), home, matches!(talk.phase, Phase::On | Phase::After));
        if talk.shows_audience_alone() {
            talk.overlay = None;
        }
        let at_once = std::mem::take(&mut talk.at_once) && talk.phase == Phase::Sheet;
        let is_plain = talk.screens.is_plain();
        match (at_once, talk.offer.is_some()) {
            (true, false) if is_plain => self.start_talk(),
            // After a power cut or a crash nobody has to say that the talk goes on. A single screen shows no notes.
            (true, true) if is_plain || talk.screens.list.len() == 1 => self.resume_talk(),
            (true | false, _) => Vec::new(),
        }
    }

    fn start_talk(&mut self) -> Vec<Effect> {
        if self.talk.phase != Phase::Sheet {
            return Vec::new();
        }
        let old = std::mem::take(&mut self.talk);
        self.talk = Talk {
            phase: Phase::On,
            stops: old.stops,
            plan: old.plan,
            notes_size: old.notes_size,
            notes_lang: old.notes_lang,
            screens: old.screens,
            columns: old.columns,
            wall: old.wall,
            awake: old.awake,
            now: self.now,
            ..Talk::default()
        };
        self.talk.zoom = self.talk.zoom_at(&self.talk.spot);
        self.talk.screens.remember();
        let screens = &mut self.talk.screens;
        (screens.lost, screens.offered, screens.covered, screens.mine) = (None, None, false, None);
        let mut effects = vec![Effect::Awake(true), Effect::RememberScreens(self.talk.screens.remembered.clone())];
        effects.extend(self.persist());
        effects
    }

    fn resume_talk(&mut self) -> Vec<Effect> {
        let Some(record) = self.talk.offer.take().filter(|_| self.talk.phase == Phase::Sheet) else {
            return Vec::new();
        };
        self.talk.plan = Plan::of(&self.talk.stops, f64::from(record.planned_secs.max(1)));
        self.talk.notes_lang = record.notes_lang;
        self.session.lang = record.lang;
        let effects = self.start_talk();
        let last = self.talk.stops.len().saturating_sub(1);
        self.talk.spot = Spot::at(self.talk.stops.key(record.stop.min(last)).unwrap_or_default());
        self.talk.zoom = self.talk.zoom_at(&self.talk.spot);
        // The clock is paused until the next move: the speaker needs a moment after a power cut.
        self.talk.clock = super::Clock::at(secs(record.elapsed_ms));
        self.talk.resumed = true;
        self.talk.shown = self.talk.stops.keys().zip(record.shown_ms.into_iter().map(secs)).collect();
        let persisted = self.persist();
        effects.into_iter().filter(|e| !matches!(e, Effect::PersistTalk(_))).chain(persisted).collect()
    }

    fn still_held(&mut self) -> Vec<Effect> {
        let Some((hold, since)) = self.talk.held else { return Vec::new() };
        if !self.talk.is_on() || self.now - since < hold.secs() {
            return Vec::new();
        }
        self.talk.held = None;
        match hold {
            Hold::End => self.end_talk(),
            Hold::Swap => {
                self.talk.screens.swap();
                self.talk.screens.cover();
                self.talk.screens.remember();
                vec![Effect::RememberScreens(self.talk.screens.remembered.clone())]
            }
            Hold::Reset => {
                self.talk.clock = super::Clock::default();
                self.talk.shown.clear();
                self.talk.shown_else = [0.0; 2];
                self.persist()
            }
        }
    }

    fn take_offered(&mut self) -> Vec<Effect> {
        let screens = &mut self.talk.screens;
        let Some(found) = screens.offered.take().and_then(|id| screens.find(&id)) else { return Vec::new() };
        screens.put_audience(found);
        screens.cover();
        screens.remember();
        vec![Effect::RememberScreens(screens.remembered.clone())]
    }

    pub(super) fn end_talk(&mut self) -> Vec<Effect> {
        if !self.talk.is_on() {
            return Vec::new();
        }
        self.talk.clock.pause(self.now);
        self.talk.phase = Phase::After;
        (self.talk.overlay, self.talk.held, self.talk.frozen, self.talk.cover) = (None, None, None, None);
        self.talk.typed.clear();
        self.talk.screens.covered = false;
        vec![Effect::Awake(false), Effect::PersistTalk(None)]
    }
}

impl Talk {
    fn set_minutes(&mut self, minutes: u32) {
        let [least, most] = MINUTES;
        self.plan = Plan::of(&self.stops, f64::from(minutes.clamp(least, most)) * 60.0);
    }

    /// Offers to resume an interrupted talk, unless one is under way.
    fn recover(&mut self, record: Record) {
        if self.phase == Phase::Off {
            self.offer = Some(record);
        }
    }

    fn type_in(&mut self, typed: &str) {
        if let Some(ConsoleOverlay::Find(now, chosen)) = &mut self.overlay {
            (*now, *chosen) = (typed.chars().take(60).collect(), None);
        }
    }

    fn zoom_to(&mut self, zoom: Zoom) {
        let zoom = zoom.bounded();
        let zoom = Zoom { scale: zoom.scale.min(TALK_ZOOM[1]), ..zoom }.bounded();
        self.zoom = (zoom.scale > 1.001).then_some(zoom);
    }

    /// Asks whether to end, but not on the audience's only screen: there holding a key ends the talk.
    fn ask_end(&mut self) {
        if !self.shows_audience_alone() {
            self.overlay = Some(ConsoleOverlay::End);
        }
    }

    /// Adds time to what the audience saw.
    fn count(&mut self, secs: f64) {
        if !self.clock.runs() || secs <= 0.0 {
            return;
        }
        let [aside, covered] = &mut self.shown_else;
        let spot = self.frozen.as_ref().map_or(&self.spot, |(_, spot)| spot);
        if self.cover.is_some() {
            *covered += secs;
        } else if spot.aside.is_some() || (self.closing && self.frozen.is_none()) {
            *aside += secs;
        } else {
            *self.shown.entry(spot.stop).or_default() += secs;
        }
    }

    /// Changes the size of the notes by a number of steps.
    pub(super) fn resize_notes(&mut self, steps: f32) {
        let [least, _, most, step] = NOTES_SIZES;
        self.notes_size = (self.notes_size + steps * step).clamp(least, most);
    }
}
