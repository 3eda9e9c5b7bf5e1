//! What may happen now. Whatever a person does, and whatever comes from outside, passes here first: [`State::update`](super::State::update)
//! asks, for a key, a click, a dropped file, an answer of a dialog and the system's wish to open something alike.

use super::{Action, Overlay, SaveCommand, TalkCommand};

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
        | Action::Step(_)
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
        Action::Overlay(overlay) => overlay.map_or(When::Always, when_overlay),
        Action::Save(command) => when_save(command),
        Action::Talk(command) => when_talk(command),
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
        | Action::Probed(..)
        | Action::Unavailable(..)
        | Action::FilesChanged(..)
        | Action::Status(_)
        | Action::DrawnBy(_)
        | Action::Still(_)
        | Action::Tick(_) => When::Always,
    }
}

fn when_overlay(overlay: Overlay) -> When {
    match overlay {
        Overlay::Provinces
        | Overlay::Topics
        | Overlay::Keys
        | Overlay::Menu
        | Overlay::Size
        | Overlay::Status
        | Overlay::Save
        | Overlay::Open
        | Overlay::Place
        | Overlay::Problems => When::Always,
    }
}

fn when_save(command: &SaveCommand) -> When {
    match command {
        // A dialog over the audience's picture would be seen by everybody.
        SaveCommand::Ask(..) | SaveCommand::At(_) => When::NotPresenting,
        SaveCommand::Begun(_)
        | SaveCommand::Come(_)
        | SaveCommand::Stop
        | SaveCommand::NoPlace
        | SaveCommand::Saved(_)
        | SaveCommand::SavedWithout(..)
        | SaveCommand::Unsaved(..) => When::Always,
    }
}

fn when_talk(command: &TalkCommand) -> When {
    match command {
        // Before a talk.
        TalkCommand::Open
        | TalkCommand::Audience(_)
        | TalkCommand::Swap
        | TalkCommand::Single(_)
        | TalkCommand::Beside(_)
        | TalkCommand::Start
        | TalkCommand::Resume
        | TalkCommand::Recovered(_)
        // After it.
        | TalkCommand::Close
        | TalkCommand::SaveReport(_) => When::NotPresenting,
        // During it.
        TalkCommand::Do(_)
        | TalkCommand::Still
        | TalkCommand::Show(_)
        | TalkCommand::ZoomTo(_)
        | TalkCommand::AskEnd
        | TalkCommand::End => When::Presenting,
        TalkCommand::Plan(_)
        | TalkCommand::NotesLang(_)
        | TalkCommand::Identify(_)
        | TalkCommand::AtOnce
        | TalkCommand::Forget
        | TalkCommand::Release
        | TalkCommand::Columns(_)
        | TalkCommand::Type(_)
        | TalkCommand::Point(_)
        | TalkCommand::NotesEnd(_)
        | TalkCommand::TakeOffered
        | TalkCommand::LeaveOffered
        | TalkCommand::EndAndOpen
        | TalkCommand::LeaveAsked
        | TalkCommand::Screen(_)
        | TalkCommand::Monitors(..)
        | TalkCommand::Remembered(_)
        | TalkCommand::Wall(_)
        | TalkCommand::Awake(_) => When::Always,
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
            Action::Talk(TalkCommand::Start),
        ];
        for action in presenting {
            assert!(Mode::Everyday.allows(&action) && !Mode::Presenting.allows(&action), "{action:?}");
        }
        for action in [Action::Talk(TalkCommand::End), Action::Talk(TalkCommand::Still)] {
            assert!(!Mode::Everyday.allows(&action) && Mode::Presenting.allows(&action), "{action:?}");
        }
        for action in [Action::Quit, Action::Tick(1.0), Action::HandedOver("b.vitrine".into())] {
            assert!(Mode::Everyday.allows(&action) && Mode::Presenting.allows(&action), "{action:?}");
        }
    }
}
