//! Notices: shown one at a time, and none is lost unread.

use std::collections::VecDeque;

use super::Unsaved;
use crate::model::{OpenError, Pack, PassedOver, Problem, Trouble};

/// How long a notice that needs no answer stays, in seconds.
const NOTICE_SECS: f64 = 8.0;
/// How long an offer stays, in seconds.
const OFFER_SECS: f64 = 40.0;
/// The maximum number of pending notices; beyond it the oldest is dropped.
const LIMIT: usize = 20;

/// A message to the person at the screen, shown in a strip.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A pack could not be opened: its name, and why.
    OpenFailed(String, OpenError),
    /// A pack was opened: its name, the number of problems, and how many of these are missing entries.
    Opened(String, usize, usize),
    /// A photo folder was opened: its name, and what in it is not shown.
    OpenedWithout(String, Vec<(PassedOver, usize)>),
    /// A pack of this name is being opened, which takes a while.
    Opening(String),
    /// Something was copied.
    Copied,
    /// The first start: offers a choice of sizes.
    FirstStart,
    /// The settings file was damaged, and was renamed to this.
    SettingsDamaged(String),
    /// A file was saved at this path.
    Saved(String),
    /// The same, without this many pictures that could not be read.
    SavedWithout(String, usize),
    /// A file could not be saved at this path, and why.
    Unsaved(String, Unsaved),
    /// What was written at an earlier time is there again.
    WorkRestored,
    /// The same, and the exhibition of this name was changed elsewhere since.
    ChangedElsewhere(String),
    /// Another window edits the exhibition of this name.
    InUse(String),
    /// Files of these names are no pictures, and were not added.
    NotPictures(Vec<String>),
}

impl Notice {
    /// The notice for a pack that was opened.
    #[must_use]
    pub fn opened(pack: &Pack) -> Self {
        let passed = |problem: &Problem| match problem.trouble {
            Trouble::PassedOver { what, count } => Some((what, count)),
            _ => None,
        };
        let passed: Vec<_> = pack.problems.iter().filter_map(passed).collect();
        let name = pack.place.name();
        if pack.photo_folder && !passed.is_empty() {
            return Self::OpenedWithout(name, passed);
        }
        Self::Opened(name, pack.faults(), pack.left_out())
    }
}

impl Notice {
    /// How long it stays, in seconds; `None` to stay until it is read.
    fn secs(&self) -> Option<f64> {
        match self {
            Self::FirstStart | Self::Opened(_, 1.., _) => Some(OFFER_SECS),
            Self::Opened(..)
            | Self::OpenedWithout(..)
            | Self::Copied
            | Self::WorkRestored
            | Self::Saved(_)
            | Self::Unsaved(_, Unsaved::Cancelled) => Some(NOTICE_SECS),
            Self::OpenFailed(..)
            | Self::SavedWithout(..)
            | Self::Opening(_)
            | Self::NotPictures(_)
            | Self::ChangedElsewhere(_)
            | Self::InUse(_)
            | Self::SettingsDamaged(_)
            | Self::Unsaved(..) => None,
        }
    }

    /// Returns `true` for a notice that its answer replaces.
    fn is_interim(&self) -> bool {
        matches!(self, Self::Opening(_))
    }
}

/// The unread notices. Shows the oldest that stays until it is read, else the newest brief one.
#[derive(Clone, Debug, Default)]
pub(super) struct Notices {
    /// Those that stay until they are read, in order of arrival.
    lasting: VecDeque<Notice>,
    /// The newest of those that expire, and when it arrived, in seconds.
    brief: Option<(Notice, f64)>,
}

impl Notices {
    /// Adds a notice. A brief one replaces the brief one before it, never an unread lasting one.
    pub fn push(&mut self, notice: Notice, now: f64) {
        // The offer can wait for a start without other notices.
        if notice == Notice::FirstStart && self.shown().is_some() {
            return;
        }
        self.lasting.retain(|other| !other.is_interim() && *other != notice);
        if notice.secs().is_some() {
            self.brief = Some((notice, now));
            return;
        }
        if self.lasting.len() == LIMIT {
            self.lasting.pop_front();
        }
        self.lasting.push_back(notice);
    }

    /// The notice shown.
    pub fn shown(&self) -> Option<&Notice> {
        self.lasting.front().or(self.brief.as_ref().map(|(notice, _)| notice))
    }

    /// Dismisses the notice shown.
    pub fn dismiss(&mut self) -> Option<Notice> {
        self.lasting.pop_front().or_else(|| self.brief.take().map(|(notice, _)| notice))
    }

    /// The answer to what was just done, which may be shown over an open overlay.
    pub fn answer(&self) -> Option<&Notice> {
        self.brief.as_ref().map(|(notice, _)| notice).filter(|notice| **notice == Notice::Copied)
    }

    /// Dismisses that answer.
    pub fn dismiss_answer(&mut self) -> Option<Notice> {
        self.answer()?;
        self.brief.take().map(|(notice, _)| notice)
    }

    /// Removes the brief notice once its time is over.
    pub fn expire(&mut self, now: f64) -> Option<Notice> {
        let is_over = self.remaining(now).is_some_and(|secs| secs < 0.0);
        is_over.then(|| self.brief.take()).flatten().map(|(notice, _)| notice)
    }

    /// When the brief notice expires, in seconds from now.
    pub fn next_deadline(&self, now: f64) -> Option<f64> {
        self.remaining(now).map(|secs| secs.max(0.0) + 0.05)
    }

    fn remaining(&self, now: f64) -> Option<f64> {
        let (notice, since) = self.brief.as_ref()?;
        Some(since + notice.secs()? - now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(name: &str) -> Notice {
        Notice::OpenFailed(name.to_owned(), OpenError::NotAPack)
    }

    #[test]
    fn nothing_brief_takes_the_place_of_an_error_that_nobody_has_read() {
        let mut notices = Notices::default();
        notices.push(Notice::Copied, 0.0);
        notices.push(error("a"), 1.0);
        notices.push(Notice::Copied, 2.0);
        notices.push(error("b"), 3.0);
        notices.push(error("b"), 4.0);
        notices.push(Notice::Saved("c".to_owned()), 5.0);
        assert_eq!(notices.shown(), Some(&error("a")));
        assert_eq!(notices.dismiss(), Some(error("a")));
        assert_eq!(notices.dismiss(), Some(error("b")), "told once");
        assert_eq!(notices.shown(), Some(&Notice::Saved("c".to_owned())));
        assert_eq!(notices.expire(12.0), None);
        assert!(notices.expire(13.5).is_some() && notices.shown().is_none());
    }

    #[test]
    fn what_is_only_on_its_way_goes_when_it_has_come() {
        for answer in [error("a"), Notice::Opened("a".to_owned(), 0, 0)] {
            let mut notices = Notices::default();
            notices.push(Notice::Opening("a".to_owned()), 0.0);
            assert_eq!(notices.next_deadline(100.0), None);
            notices.push(answer.clone(), 1.0);
            assert_eq!(notices.dismiss(), Some(answer));
            assert_eq!(notices.shown(), None);
        }
    }
}
