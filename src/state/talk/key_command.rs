//! The effect of each key of a talk, depending on the overlay over the notes.

use crate::model::Lang;
use crate::state::{Effect, State, Zoom};

use super::{
    ConsoleOverlay, Cover, Direction, Found, Hold, KeyCommand, Light, Phase, Solo, Spot, TALK_ZOOM, Talk, Windows,
    chosen_hit, find,
};

impl State {
    /// Applies a key.
    pub(super) fn do_key(&mut self, key_command: KeyCommand) -> Vec<Effect> {
        if !self.talk.is_on() {
            return Vec::new();
        }
        let talk = &mut self.talk;
        match key_command {
            KeyCommand::Next => return self.move_by(1),
            KeyCommand::Previous => return self.move_by(-1),
            KeyCommand::Arrow(way) => return self.arrow(way),
            KeyCommand::Enter => return self.enter(),
            KeyCommand::Pause => return self.pause(),
            KeyCommand::Lang => return self.next_lang(),
            KeyCommand::Digit(digit) => talk.digit(digit),
            KeyCommand::Freeze => self.freeze(),
            KeyCommand::Black => talk.cover = toggled(talk.cover, Cover::Black),
            KeyCommand::White => talk.cover = toggled(talk.cover, Cover::White),
            KeyCommand::Spotlight => talk.light = if talk.light == Light::Spot { Light::None } else { Light::Spot },
            KeyCommand::Dot => talk.light = if talk.light == Light::Dot { Light::None } else { Light::Dot },
            KeyCommand::Zoom => {
                let into = Zoom { scale: TALK_ZOOM[0], center: talk.at }.bounded();
                talk.zoom = if talk.zoom.is_some() { None } else { Some(into) };
            }
            KeyCommand::NotesSmaller => talk.resize_notes(-1.0),
            KeyCommand::NotesLarger => talk.resize_notes(1.0),
            KeyCommand::NotesUp => talk.notes_line = talk.notes_line.saturating_sub(2),
            KeyCommand::NotesDown => talk.notes_line = talk.notes_line.saturating_add(2),
            KeyCommand::AudienceOnly => talk.audience_only(),
            KeyCommand::Mine => talk.screens.uncover(),
            KeyCommand::Overview => talk.put(ConsoleOverlay::Overview(talk.spot.stop)),
            KeyCommand::Find => talk.put(ConsoleOverlay::Find(String::new(), Some(Found::Stop(talk.spot.stop)))),
            KeyCommand::Keys => talk.put(ConsoleOverlay::Keys),
            KeyCommand::More => talk.put(ConsoleOverlay::More),
            KeyCommand::Back => talk.back(),
            KeyCommand::Hold(hold) => talk.hold(hold),
        }
        Vec::new()
    }

    fn pause(&mut self) -> Vec<Effect> {
        let clock = &mut self.talk.clock;
        if clock.runs() {
            clock.pause(self.now);
        } else {
            clock.start(self.now);
        }
        self.persist()
    }

    /// Shows the audience the next language. A frozen view keeps its own.
    fn next_lang(&mut self) -> Vec<Effect> {
        self.session.lang = match self.session.lang {
            Lang::En => Lang::Zh,
            Lang::Zh => Lang::Bo,
            Lang::Bo => Lang::En,
        };
        self.persist()
    }

    fn freeze(&mut self) {
        let talk = &mut self.talk;
        if talk.frozen.take().is_none() {
            let picture = talk.audience_view(self.session.lang, self.session.theme);
            talk.frozen = Some((super::AudienceView { cover: None, ..picture }, talk.spot.clone()));
        }
    }

    /// Moves along the stops, stopping at the ends. The first move starts the clock.
    fn move_by(&mut self, by: isize) -> Vec<Effect> {
        let talk = &mut self.talk;
        // Beyond the last stop are the closing words; back from them is the last stop.
        let is_last = talk.spot.aside.is_none() && talk.stops.beside(talk.spot.stop, 1).is_none();
        if by > 0 && is_last || by < 0 && talk.closing {
            talk.closing = by > 0;
            talk.typed.clear();
            return self.persist();
        }
        // Returns from what was shown outside the running order.
        let back = talk.spot.aside.is_some() && by < 0;
        let stop = if back { talk.spot.stop } else { talk.stops.moved(talk.spot.stop, by) };
        let spot = Spot::at(stop);
        self.go(spot)
    }

    /// Goes to a spot; the audience follows unless its view is frozen.
    fn go(&mut self, spot: Spot) -> Vec<Effect> {
        let talk = &mut self.talk;
        talk.typed.clear();
        if talk.clock.is_new() || talk.resumed {
            talk.resumed = false;
            talk.clock.start(self.now);
        }
        talk.closing = false;
        if spot != talk.spot {
            talk.zoom = talk.zoom_at(&spot);
            talk.spot = spot;
            talk.at = [0.5, 0.5];
            talk.notes_line = 0;
        }
        self.persist()
    }

    /// Shows a spot from the overview or the search, and closes those.
    pub(super) fn show_spot(&mut self, spot: Spot) -> Vec<Effect> {
        if !self.talk.is_on() || self.talk.stops.get(spot.stop).is_none() {
            return Vec::new();
        }
        if matches!(self.talk.overlay, Some(ConsoleOverlay::Overview(_) | ConsoleOverlay::Find(..))) {
            self.talk.overlay = None;
        }
        self.go(spot)
    }

    fn enter(&mut self) -> Vec<Effect> {
        if !self.talk.typed.is_empty() {
            let Some(stop) = self.talk.typed_stop() else {
                self.talk.typed.clear();
                return Vec::new();
            };
            return self.show_spot(Spot::at(stop));
        }
        match &self.talk.overlay {
            None => self.move_by(1),
            Some(ConsoleOverlay::Overview(_) | ConsoleOverlay::Find(..)) => {
                let chosen = self.talk.preview(&self.pack.exhibition);
                chosen.map_or_else(Vec::new, |spot| self.show_spot(spot))
            }
            Some(ConsoleOverlay::Keys | ConsoleOverlay::More | ConsoleOverlay::End) => {
                self.talk.overlay = None;
                Vec::new()
            }
        }
    }

    /// Moves the selection in the overview or the search, else the talk.
    fn arrow(&mut self, way: Direction) -> Vec<Effect> {
        let columns = self.talk.columns.cast_signed();
        let by = match way {
            Direction::Left => -1,
            Direction::Right => 1,
            Direction::Up => -columns,
            Direction::Down => columns,
        };
        let talk = &mut self.talk;
        match &mut talk.overlay {
            Some(ConsoleOverlay::Overview(chosen)) => *chosen = talk.stops.moved(*chosen, by),
            Some(ConsoleOverlay::Find(typed, chosen)) => {
                let mut found = find(&self.pack.exhibition, &talk.stops, typed);
                let at = chosen_hit(&found, chosen.as_ref()).saturating_add_signed(by.signum());
                found.truncate(at + 1);
                *chosen = found.pop();
            }
            None | Some(ConsoleOverlay::Keys | ConsoleOverlay::More | ConsoleOverlay::End) => {
                return self.move_by(by.signum());
            }
        }
        Vec::new()
    }
}

impl Talk {
    fn digit(&mut self, digit: u8) {
        if digit == 0 && self.typed.is_empty() {
            self.zoom = None;
            return;
        }
        if self.typed.len() < 4 {
            self.typed.push(char::from(b'0' + digit.min(9)));
        }
        self.typed_at = self.now;
    }

    fn hold(&mut self, hold: Hold) {
        let can = hold != Hold::Swap || matches!(self.windows(), Windows::Two { .. });
        if self.held.is_none_or(|(what, _)| what != hold) {
            self.held = can.then_some((hold, self.now));
        }
    }

    /// Toggles an overlay over the notes; never on the audience's only screen.
    fn put(&mut self, overlay: ConsoleOverlay) {
        let same = self.overlay.as_ref().is_some_and(|l| std::mem::discriminant(l) == std::mem::discriminant(&overlay));
        self.typed.clear();
        self.overlay = (!same && !self.shows_audience_alone()).then_some(overlay);
    }

    /// Goes back one level: typed digits, overlay, what is outside the running order, light, zoom. A cover or freeze stays: a
    /// clicker's Esc must not reveal what the audience was not meant to see.
    fn back(&mut self) {
        if !self.typed.is_empty() {
            self.typed.clear();
        } else if self.overlay.is_some() {
            self.overlay = None;
        } else if self.spot.aside.is_some() {
            (self.spot.aside, self.zoom) = (None, None);
        } else if self.light != Light::None {
            self.light = Light::None;
        } else {
            self.zoom = None;
        }
    }

    /// With one screen: toggles between the audience view alone and the notes beside it; never on the audience's own screen.
    fn audience_only(&mut self) {
        let may = self.phase == Phase::On && !self.screens.left_to_the_audience();
        if may && matches!(self.windows(), Windows::One { .. }) {
            self.screens.solo = if self.screens.solo == Solo::Audience { Solo::Both } else { Solo::Audience };
            self.overlay = None;
        }
    }
}

fn toggled(now: Option<Cover>, cover: Cover) -> Option<Cover> {
    if now == Some(cover) { None } else { Some(cover) }
}
