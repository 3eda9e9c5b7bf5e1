//! What is allowed now. [`State::update`](super::State::update) asks here first, whatever the origin of an action: a key, a
//! click, a dropped file, a dialog's answer, or the system's request to open something.

use super::{Action, EditCommand, Overlay, SaveCommand, TalkCommand, kiosk};

/// The mode of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Browsing, or preparing a talk.
    Everyday,
    /// Presenting: only the talk changes what the audience sees.
    Presenting,
    /// An exhibition is being edited.
    Editing,
    /// A kiosk: its visitors look and search, and change nothing for the next ones. What exactly is allowed now,
    /// `State::kiosk_allows` says.
    Kiosk,
}

/// When an action is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Always: browsing and answers.
    Always,
    /// Not during a talk: changes to the exhibition, the window, or the choices for a talk.
    NotPresenting,
    /// Only during a talk: moving it.
    Presenting,
}

impl Mode {
    /// Returns `true` if an action is allowed.
    #[must_use]
    pub fn allows(self, action: &Action) -> bool {
        let when = when(action);
        match self {
            Self::Everyday | Self::Editing => match when {
                When::Always | When::NotPresenting => true,
                When::Presenting => false,
            },
            Self::Presenting => match when {
                When::Always | When::Presenting => true,
                When::NotPresenting => false,
            },
            Self::Kiosk => kiosk::is_known(action),
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
        | Action::Finder(_)
        | Action::OpenPhoto(_)
        | Action::NextPhoto
        | Action::PreviousPhoto
        | Action::Zoom(_)
        | Action::Chart(_)
        | Action::Sort(_)
        | Action::Step(_)
        | Action::Year(_)
        | Action::Milestone(_)
        | Action::Sheet(_)
        | Action::SheetPage(_)
        | Action::Trace(_)
        | Action::Scroll(..)
        | Action::PlayYears(_)
        | Action::Licences(_)
        | Action::Back
        | Action::Home
        | Action::Lang(_)
        | Action::Theme(_)
        | Action::Distance(_)
        | Action::Measured(_)
        | Action::TypePath(_)
        | Action::DismissNotice
        | Action::Copy(_)
        // During a talk these ask first.
        | Action::HandedOver(_)
        | Action::Quit => When::Always,
        Action::Overlay(overlay) => overlay.map_or(When::Always, when_overlay),
        Action::Save(command) => when_save(command),
        Action::Talk(command) => when_talk(command),
        Action::Kiosk(_) => When::Always,
        Action::Edit(command) => when_edit(command),
        // The talk owns the window and the exhibition.
        Action::Reset
        | Action::Fullscreen
        | Action::SetUp(_)
        | Action::PickPack
        | Action::PickFolder
        | Action::NoDialog
        | Action::OpenPack(_)
        | Action::OpenBuiltIn
        | Action::PackOpened(_) => When::NotPresenting,
        // Answers hold in every mode.
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
        | Overlay::SetUp
        | Overlay::Whole
        | Overlay::Problems => When::Always,
        Overlay::Prepare
        | Overlay::Photographs
        | Overlay::FirstPhotographs
        | Overlay::Versions
        | Overlay::Spreadsheet => When::NotPresenting,
    }
}

fn when_save(command: &SaveCommand) -> When {
    match command {
        // The audience would see a dialog over its view.
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

fn when_edit(command: &EditCommand) -> When {
    match command {
        EditCommand::Begin(_)
        | EditCommand::Leave
        | EditCommand::Surface(_)
        | EditCommand::Table(_)
        | EditCommand::Choose(_)
        | EditCommand::Beside(_)
        | EditCommand::Mark(_)
        | EditCommand::Unmark
        | EditCommand::Marking(_)
        | EditCommand::Edit(_)
        | EditCommand::Form(_)
        | EditCommand::Cells(_)
        | EditCommand::Undo
        | EditCommand::Redo
        | EditCommand::EndRun
        | EditCommand::Problem(_)
        | EditCommand::GoTo(_)
        | EditCommand::Order(_)
        | EditCommand::CaretPut
        | EditCommand::Photos(_)
        | EditCommand::Sheet(_)
        | EditCommand::Check { .. }
        | EditCommand::Preview(_)
        | EditCommand::GoBack(_)
        | EditCommand::VersionRead(_)
        | EditCommand::PreviewAs(_)
        | EditCommand::Save
        | EditCommand::SaveAs => When::NotPresenting,
        // Answers hold in every mode.
        EditCommand::Checked(..)
        | EditCommand::Kept(_)
        | EditCommand::NotKept(_)
        | EditCommand::Versions(_)
        | EditCommand::TextsFound(_)
        | EditCommand::Today(_)
        | EditCommand::Saved(..) => When::Always,
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
