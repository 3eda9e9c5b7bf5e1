//! The search by touch: across the whole screen, with a keyboard of the program's own.

use crate::state::{Distance, Scrollable, State};

/// The longest search, in characters.
const LONGEST: usize = 60;

/// The search across the whole screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Finder {
    /// Whether its keyboard is shown.
    pub has_keys: bool,
}

/// What can be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinderCommand {
    /// Open it, with its keyboard.
    Open,
    /// End the search.
    Close,
    /// Type a letter.
    Type(char),
    /// Take the last letter back.
    Delete,
    /// Show or put away the keyboard; what was found stays.
    Keys(bool),
}

impl State {
    /// The search across the whole screen, while it is open.
    #[must_use]
    pub fn finder(&self) -> Option<Finder> {
        self.session.finder
    }

    /// Returns `true` where people type with their fingers, on a keyboard of the program's own.
    #[must_use]
    pub fn searches_by_touch(&self) -> bool {
        self.kiosk.is_some() || self.session.distance == Distance::Kiosk
    }

    /// Carries out a command of the search by touch.
    pub(in crate::state) fn finder_command(&mut self, command: FinderCommand) {
        match (command, self.session.finder) {
            (FinderCommand::Open, _) => {
                if !self.pack.exhibition.provinces.is_empty() {
                    self.session.finder = Some(Finder { has_keys: true });
                    (self.session.photo, self.session.sheet, self.session.overlay) = (None, None, None);
                    self.session.scrolls.remove(&Scrollable::Found);
                }
            }
            (FinderCommand::Close, Some(_)) => self.end_search(),
            (FinderCommand::Type(letter), Some(_)) => {
                let typed: String = self.session.search.chars().chain([letter]).collect();
                self.look_for(&typed);
            }
            (FinderCommand::Delete, Some(_)) => {
                let mut typed = self.session.search.clone();
                typed.pop();
                self.look_for(&typed);
            }
            (FinderCommand::Keys(has_keys), Some(_)) => self.session.finder = Some(Finder { has_keys }),
            (FinderCommand::Close | FinderCommand::Type(_) | FinderCommand::Delete | FinderCommand::Keys(_), None) => {}
        }
    }

    /// Looks for something else.
    pub(in crate::state) fn look_for(&mut self, typed: &str) {
        self.session.search = typed.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
        self.session.scrolls.remove(&Scrollable::Found);
    }

    /// Ends a search by touch.
    pub(in crate::state) fn end_search(&mut self) {
        if self.session.finder.take().is_some() {
            self.session.search.clear();
            self.session.scrolls.remove(&Scrollable::Found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Exhibition, Pack, PackPlace, Province};
    use crate::state::{Action, View};

    fn state() -> State {
        let province = serde_json::json!({"id": "CN-JS", "name": {}, "kind": "province"});
        let province: Province = serde_json::from_value(province).expect("a province");
        let x = Exhibition { provinces: vec![province], ..Exhibition::default() };
        State::showing(Pack::new(PackPlace::BuiltIn, x, Vec::new(), |_| false))
    }

    fn do_all(state: &mut State, commands: impl IntoIterator<Item = FinderCommand>) {
        for command in commands {
            state.update(Action::Finder(command));
        }
    }

    #[test]
    fn letters_are_typed_and_taken_back_and_every_way_out_ends_the_search() {
        let ways = [
            Action::Finder(FinderCommand::Close),
            Action::Back,
            Action::View(View::Photos),
            Action::Province(Some("CN-JS".into())),
            Action::Home,
            Action::Reset,
        ];
        for way in ways {
            let mut state = state();
            do_all(&mut state, [FinderCommand::Type('x'), FinderCommand::Keys(true)]);
            assert_eq!((state.search(), state.finder()), ("", None), "before it is open nothing is typed");
            do_all(&mut state, [FinderCommand::Open, FinderCommand::Delete]);
            do_all(&mut state, "jix".chars().map(FinderCommand::Type));
            do_all(&mut state, [FinderCommand::Delete, FinderCommand::Keys(false)]);
            assert_eq!((state.search(), state.finder()), ("ji", Some(Finder { has_keys: false })));
            state.update(way.clone());
            assert_eq!((state.search(), state.finder()), ("", None), "{way:?}");
        }
    }
}
