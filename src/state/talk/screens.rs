//! The screens and their roles. They are identified by name and size, never by number, and notes never appear on the
//! audience's.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

/// A screen as the window system describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitor {
    /// Its identity.
    pub id: ScreenId,
    /// The position of its upper left corner among the screens, in pixels.
    pub position: [i32; 2],
    /// Its index in the system's list, by which windows are placed on it.
    pub number: usize,
}

/// The identity of a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ScreenId {
    /// Its name.
    pub name: String,
    /// Its width and height in pixels.
    pub size: [u32; 2],
}

/// The roles of two screens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pair {
    /// The audience's screen.
    pub audience: ScreenId,
    /// The speaker's screen.
    pub console: ScreenId,
}

/// What a single screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Solo {
    /// The audience view alone.
    #[default]
    Audience,
    /// The notes beside the audience view.
    Both,
}

/// The roles of the program's windows, with the indices of their screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Windows {
    /// One ordinary window, outside of talks.
    Plain,
    /// One window, full screen.
    One {
        /// What it shows.
        shows: Solo,
        /// The screen; `None` to stay on the current one.
        on: Option<usize>,
    },
    /// Two windows, each full screen on its own screen.
    Two {
        /// The audience's screen.
        audience: usize,
        /// The speaker's screen.
        console: usize,
    },
}

/// The screens and the choice among them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screens {
    /// The available screens.
    pub list: Vec<Monitor>,
    /// The one that the program's window was on before the talk.
    pub home: Option<ScreenId>,
    /// A part of the name of the screen requested for the audience.
    pub wanted: Option<String>,
    /// The roles, if there are two screens.
    pub pair: Option<Pair>,
    /// The choices of earlier talks, latest last.
    pub remembered: Vec<Pair>,
    /// Whether one screen was chosen although there are more.
    pub single: bool,
    /// What a single screen shows.
    pub solo: Solo,
    /// The screen that was disconnected during the talk.
    pub lost: Option<ScreenId>,
    /// A screen that was connected during the talk.
    pub offered: Option<ScreenId>,
    /// Whether the notes are covered after a change of screens, until the speaker confirms whose screen this is.
    pub covered: bool,
    /// The screen that the speaker's window is on, if the system tells.
    pub at: Option<ScreenId>,
    /// The screen that the speaker confirmed since the last change.
    pub mine: Option<ScreenId>,
}

/// The maximum number of pairs of screens remembered.
const MOST_REMEMBERED: usize = 16;

impl Screens {
    /// The index of a screen in the list.
    #[must_use]
    pub fn find(&self, id: &ScreenId) -> Option<usize> {
        self.list.iter().position(|monitor| monitor.id == *id)
    }

    /// The roles of the windows in a talk.
    #[must_use]
    pub fn windows(&self) -> Windows {
        let pair = self.pair.as_ref().filter(|_| !self.single);
        let Some(pair) = pair else { return Windows::One { shows: self.solo, on: None } };
        match (self.find(&pair.audience), self.find(&pair.console)) {
            (Some(audience), Some(console)) if audience != console => Windows::Two { audience, console },
            (audience, console) => Windows::One { shows: self.solo, on: audience.or(console) },
        }
    }

    /// Returns `true` if the audience's screen is the only one left of two.
    #[must_use]
    pub fn left_to_the_audience(&self) -> bool {
        let pair = self.pair.as_ref().filter(|_| !self.single);
        pair.is_some_and(|pair| self.find(&pair.audience).is_some() && self.find(&pair.console).is_none())
    }

    /// Returns `true` if the speaker's window is not on the speaker's screen: on its way there, or moved by hand.
    #[must_use]
    pub fn strayed(&self) -> bool {
        let own = match self.windows() {
            Windows::Two { console, .. } => Some(console),
            Windows::One { on, .. } => on,
            Windows::Plain => None,
        };
        let own = own.and_then(|screen| self.list.get(screen));
        let at = self.at.as_ref().filter(|at| Some(*at) != self.mine.as_ref() && self.find(at).is_some());
        own.zip(at).is_some_and(|(own, at)| own.id != *at)
    }

    /// Returns `true` if the speaker's window is on the audience's screen.
    #[must_use]
    pub fn strayed_to_the_audience(&self) -> bool {
        let pair = self.pair.as_ref().filter(|_| self.strayed());
        pair.is_some_and(|pair| self.at.as_ref() == Some(&pair.audience))
    }

    /// Returns `true` if the roles are clear without asking: requested by name, chosen before with these screens, or one of two
    /// is built into the machine.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let Some(pair) = self.pair.as_ref().filter(|_| matches!(self.windows(), Windows::Two { .. })) else {
            return false;
        };
        match &self.wanted {
            Some(name) => self.named(name).is_some_and(|screen| self.find(&pair.audience) == Some(screen)),
            None => self.remembered.contains(pair) || (self.list.len() == 2 && self.built_in().is_some()),
        }
    }

    /// The built-in screen, if exactly one has such a name.
    fn built_in(&self) -> Option<usize> {
        let mut found = self.list.iter().enumerate().filter(|(_, m)| is_built_in(&m.id.name)).map(|(i, _)| i);
        found.next().filter(|_| found.next().is_none())
    }

    /// The only screen whose name contains this.
    fn named(&self, name: &str) -> Option<usize> {
        let wanted = name.to_lowercase();
        let mut found = self.list.iter().enumerate().filter(|(_, m)| m.id.name.to_lowercase().contains(&wanted));
        found.next().map(|(i, _)| i).filter(|_| found.next().is_none())
    }

    /// The requested part of a name, if no screen has it.
    #[must_use]
    pub fn wanted_in_vain(&self) -> Option<&str> {
        let wanted = self.wanted.as_deref().filter(|_| !self.list.is_empty())?;
        let lower = wanted.to_lowercase();
        (!self.list.iter().any(|screen| screen.id.name.to_lowercase().contains(&lower))).then_some(wanted)
    }

    /// Chooses the roles: as before with these screens, else the speaker at the built-in screen, else at that of the window.
    pub fn choose(&mut self) {
        let there = |pair: &&Pair| self.find(&pair.audience).is_some() && self.find(&pair.console).is_some();
        if self.pair.as_ref().is_some_and(|pair| there(&pair)) {
            return;
        }
        let remembered = self.remembered.iter().rev().find(there).cloned();
        self.pair = remembered.or_else(|| {
            let stands = || self.home.as_ref().and_then(|id| self.find(id));
            let home = self.built_in().or_else(stands).unwrap_or(0);
            let console = self.list.get(home)?;
            let audience = self.list.iter().enumerate().find(|(i, _)| *i != home)?.1;
            Some(Pair { audience: audience.id.clone(), console: console.id.clone() })
        });
    }

    /// Assigns the first screen whose name contains this to the audience; the speaker stays, or gets another.
    pub fn choose_named(&mut self, name: &str) {
        let wanted = name.to_lowercase();
        let Some(found) = self.list.iter().position(|m| m.id.name.to_lowercase().contains(&wanted)) else { return };
        self.put_audience(found);
    }

    /// Assigns a screen of the list to the audience.
    pub fn put_audience(&mut self, screen: usize) {
        let Some(audience) = self.list.get(screen).map(|m| m.id.clone()) else { return };
        let now = self.pair.as_ref().map(|pair| pair.console.clone()).filter(|id| *id != audience);
        let now = now.filter(|id| self.find(id).is_some()).or_else(|| self.home.clone().filter(|id| *id != audience));
        let other = self.list.iter().map(|m| m.id.clone()).find(|id| *id != audience);
        if let Some(console) = now.or(other) {
            self.pair = Some(Pair { audience, console });
            self.single = false;
        }
    }

    /// Swaps the two screens.
    pub fn swap(&mut self) {
        if let Some(Pair { audience, console }) = self.pair.take() {
            self.pair = Some(Pair { audience: console, console: audience });
        }
    }

    /// Remembers the choice for later talks.
    pub fn remember(&mut self) {
        if let Some(pair) = self.pair.clone().filter(|_| !self.single) {
            self.remembered.retain(|known| !same_screens(known, &pair));
            self.remembered.push(pair);
            let more = self.remembered.len().saturating_sub(MOST_REMEMBERED);
            self.remembered.drain(..more);
        }
    }

    /// Takes in the available screens, and the one that the program's window is on.
    pub fn take(&mut self, list: Vec<Monitor>, at: Option<ScreenId>, in_a_talk: bool) {
        self.at.clone_from(&at);
        if in_a_talk {
            self.take_during(list);
        } else {
            self.home = at;
            self.take_before(list);
        }
    }

    /// Takes in the available screens before a talk.
    fn take_before(&mut self, list: Vec<Monitor>) {
        self.list = list;
        self.choose();
        if let Some(name) = self.wanted.clone() {
            self.choose_named(&name);
        }
    }

    /// Takes in the available screens during a talk. If one of two is gone, the talk goes on with the other, and with
    /// both when it returns.
    fn take_during(&mut self, list: Vec<Monitor>) {
        if list == self.list {
            return;
        }
        let before = self.windows();
        let old = std::mem::replace(&mut self.list, list);
        if let (Windows::Two { .. }, Windows::One { .. }) = (before, self.windows()) {
            self.fall_back();
        }
        if let Windows::Two { .. } = self.windows() {
            (self.lost, self.offered) = (None, None);
        } else if !self.single {
            let is_new = |m: &&Monitor| !old.iter().any(|known| known.id == m.id);
            let came = self.list.iter().find(is_new).map(|m| m.id.clone()).filter(|_| self.list.len() > 1);
            self.offered = came.or(self.offered.take()).filter(|id| self.find(id).is_some());
        }
        let ids = |list: &[Monitor]| list.iter().map(|m| m.id.clone()).collect::<Vec<_>>();
        if ids(&old) != ids(&self.list) {
            self.cover();
        }
    }

    /// Covers the notes until the speaker confirms whose screen this is.
    pub fn cover(&mut self) {
        (self.covered, self.mine) = (true, None);
    }

    /// Confirms that the screen with the notes is the speaker's.
    pub fn uncover(&mut self) {
        (self.covered, self.mine) = (false, self.at.clone());
    }

    /// Falls back to one of two screens. If that is the audience's, it shows the audience view alone.
    fn fall_back(&mut self) {
        let Some(pair) = self.pair.clone() else { return };
        let audience_is_there = self.find(&pair.audience).is_some();
        self.lost = Some(if audience_is_there { pair.console } else { pair.audience });
        self.solo = if audience_is_there || self.list.is_empty() { Solo::Audience } else { Solo::Both };
    }
}

/// Returns `true` for the names that X11 and Wayland give to the panel of a laptop or tablet.
fn is_built_in(name: &str) -> bool {
    ["eDP", "LVDS", "DSI"].iter().any(|kind| name.starts_with(kind))
}

/// Numbers screens with the same name and size, to tell them apart. Mirrored screens count as one.
#[must_use]
pub fn apart(mut list: Vec<Monitor>) -> Vec<Monitor> {
    list.sort_by_key(|m| (m.position, Reverse(m.id.size), m.id.name.clone()));
    list.dedup_by_key(|m| m.position);
    for i in 1..list.len() {
        let (before, rest) = list.split_at_mut(i);
        let Some(monitor) = rest.first_mut() else { continue };
        let plain = monitor.id.name.clone();
        let mut number = 2;
        while before.iter().any(|other| other.id == monitor.id) {
            monitor.id.name = format!("{plain} {number}");
            number += 1;
        }
    }
    list
}

fn same_screens(a: &Pair, b: &Pair) -> bool {
    (a.audience == b.audience && a.console == b.console) || (a.audience == b.console && a.console == b.audience)
}
