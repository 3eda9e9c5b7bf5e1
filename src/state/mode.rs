//! What may happen now. Whatever a person does, and whatever comes from outside, passes here first: [`State::update`](super::State::update)
//! asks, for a key, a click, a dropped file, an answer of a dialog and the system's wish to open something alike.

use super::{Action, Drawer, SaveAct, TalkAct};

/// What the program is used for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Somebody looks around, or prepares a talk.
    Everyday,
    /// Somebody presents: what the audience sees changes by the talk alone.
    Presenting,
}

/// When something may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Looking around, and what was found out: always.
    Always,
    /// What changes the exhibition, the window or the choices for a talk: not under one.
    NotPresenting,
    /// What moves a talk: in one alone.
    Presenting,
}

impl Mode {
    /// True where an action may happen.
    #[must_use]
    pub fn allows(self, action: &Action) -> bool {
        let when = when(action);
        match self {
            Self::Everyday => match when {
                When::Always | When::NotPresenting => true,
                When::Presenting => false,
            },
            Self::Presenting => match when {
                When::Always | When::Presenting => true,
                When::NotPresenting => false,
            },
        }
    }
}

#[expect(clippy::match_same_arms, reason = "allowed for different reasons")]
fn when(action: &Action) -> When {
    match action {
        Action::View(_)
        | Action::Province(_)
        | Action::Topic(_)
        | Action::Search(_)
        | Action::OpenPhoto(_)
        | Action::NextPhoto
        | Action::PreviousPhoto
        | Action::Zoom(_)
        | Action::Chart(_)
        | Action::Sort(_)
        | Action::Stop(_)
        | Action::Milestone(_)
        | Action::Sheet(_)
        | Action::SheetPage(_)
        | Action::Scroll(..)
        | Action::PlayYears(_)
        | Action::Licences(_)
        | Action::Back
        | Action::Lang(_)
        | Action::Theme(_)
        | Action::Distance(_)
        | Action::Measured(_)
        | Action::TypePath(_)
        | Action::DismissNotice
        | Action::Copy(_)
        // Asks first while somebody presents.
        | Action::HandedOver(_)
        | Action::Quit => When::Always,
        Action::Drawer(drawer) => drawer.map_or(When::Always, when_drawer),
        Action::Save(act) => when_save(act),
        Action::Talk(act) => when_talk(act),
        // The window belongs to the talk, and so does the exhibition.
        Action::Reset
        | Action::Fullscreen
        | Action::PickPack
        | Action::PickFolder
        | Action::NoDialog
        | Action::OpenPack(_)
        | Action::OpenBuiltIn
        | Action::PackOpened(_) => When::NotPresenting,
        // What was found out is so in every mode.
        Action::PackFailed(..)
        | Action::Learned(..)
        | Action::Unshown(..)
        | Action::FilesChanged(..)
        | Action::Status(_)
        | Action::DrawnBy(_)
        | Action::Still(_)
        | Action::Tick(_) => When::Always,
    }
}

fn when_drawer(drawer: Drawer) -> When {
    match drawer {
        Drawer::Provinces
        | Drawer::Topics
        | Drawer::Keys
        | Drawer::Menu
        | Drawer::Size
        | Drawer::Status
        | Drawer::Save
        | Drawer::Open
        | Drawer::Place
        | Drawer::Problems => When::Always,
    }
}

fn when_save(act: &SaveAct) -> When {
    match act {
        // A dialog over the audience's picture would be seen by everybody.
        SaveAct::Ask(..) | SaveAct::At(_) => When::NotPresenting,
        SaveAct::Begun(_)
        | SaveAct::Come(_)
        | SaveAct::Stop
        | SaveAct::NoPlace
        | SaveAct::Saved(_)
        | SaveAct::SavedWithout(..)
        | SaveAct::Unsaved(..) => When::Always,
    }
}

fn when_talk(act: &TalkAct) -> When {
    match act {
        // Before a talk.
        TalkAct::Open
        | TalkAct::Audience(_)
        | TalkAct::Swap
        | TalkAct::Single(_)
        | TalkAct::Beside(_)
        | TalkAct::Start
        | TalkAct::Resume
        | TalkAct::Recovered(_)
        // After it.
        | TalkAct::Close
        | TalkAct::SaveReport(_) => When::NotPresenting,
        // During it.
        TalkAct::Do(_)
        | TalkAct::Still
        | TalkAct::Show(_)
        | TalkAct::ZoomTo(_)
        | TalkAct::AskEnd
        | TalkAct::End => When::Presenting,
        TalkAct::Plan(_)
        | TalkAct::NotesLang(_)
        | TalkAct::Identify(_)
        | TalkAct::AtOnce
        | TalkAct::Forget
        | TalkAct::Release
        | TalkAct::Columns(_)
        | TalkAct::Type(_)
        | TalkAct::Point(_)
        | TalkAct::NotesEnd(_)
        | TalkAct::TakeOffered
        | TalkAct::LeaveOffered
        | TalkAct::EndAndOpen
        | TalkAct::LeaveAsked
        | TalkAct::Screen(_)
        | TalkAct::Monitors(..)
        | TalkAct::Remembered(_)
        | TalkAct::Wall(_)
        | TalkAct::Awake(_) => When::Always,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_talk_keeps_its_exhibition_and_its_window_and_nothing_moves_one_that_is_not_given() {
        let presenting = [
            Action::Fullscreen,
            Action::Reset,
            Action::OpenBuiltIn,
            Action::OpenPack("a.vitrine".into()),
            Action::PackOpened(Box::default()),
            Action::PickFolder,
            Action::Talk(TalkAct::Start),
        ];
        for action in presenting {
            assert!(Mode::Everyday.allows(&action) && !Mode::Presenting.allows(&action), "{action:?}");
        }
        for action in [Action::Talk(TalkAct::End), Action::Talk(TalkAct::Still)] {
            assert!(!Mode::Everyday.allows(&action) && Mode::Presenting.allows(&action), "{action:?}");
        }
        for action in [Action::Quit, Action::Tick(1.0), Action::HandedOver("b.vitrine".into())] {
            assert!(Mode::Everyday.allows(&action) && Mode::Presenting.allows(&action), "{action:?}");
        }
    }
}
