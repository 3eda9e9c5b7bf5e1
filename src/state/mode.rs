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

impl Mode {
    /// True where an action may happen.
    #[must_use]
    #[expect(clippy::match_same_arms, reason = "allowed for different reasons")]
    pub fn allows(self, action: &Action) -> bool {
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
            | Action::Quit => true,
            Action::Drawer(drawer) => drawer.is_none_or(|drawer| self.allows_drawer(drawer)),
            Action::Save(act) => self.allows_save(act),
            Action::Talk(act) => self.allows_talk(act),
            // The window belongs to the talk, and so does the exhibition.
            Action::Reset
            | Action::Fullscreen
            | Action::PickPack
            | Action::PickFolder
            | Action::NoDialog
            | Action::OpenPack(_)
            | Action::OpenBuiltIn
            | Action::PackOpened(_) => self == Self::Everyday,
            // What was found out is so in every mode.
            Action::PackFailed(..)
            | Action::Learned(..)
            | Action::Unshown(..)
            | Action::FilesChanged(..)
            | Action::Status(_)
            | Action::DrawnBy(_)
            | Action::Still(_)
            | Action::Tick(_) => true,
        }
    }

    /// True where a drawer may be opened.
    #[must_use]
    pub fn allows_drawer(self, drawer: Drawer) -> bool {
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
            | Drawer::Problems => true,
        }
    }

    fn allows_save(self, act: &SaveAct) -> bool {
        match act {
            // A dialog over the audience's picture would be seen by everybody.
            SaveAct::Ask(..) | SaveAct::At(_) => self == Self::Everyday,
            SaveAct::Begun(_)
            | SaveAct::Come(_)
            | SaveAct::Stop
            | SaveAct::NoPlace
            | SaveAct::Saved(_)
            | SaveAct::SavedWithout(..)
            | SaveAct::Unsaved(..) => true,
        }
    }

    fn allows_talk(self, act: &TalkAct) -> bool {
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
            | TalkAct::SaveReport(_) => self == Self::Everyday,
            // During it.
            TalkAct::Do(_)
            | TalkAct::Still
            | TalkAct::Show(_)
            | TalkAct::ZoomTo(_)
            | TalkAct::AskEnd
            | TalkAct::End => self == Self::Presenting,
            TalkAct::Plan(_)
            | TalkAct::NotesLang(_)
            | TalkAct::Identify(_)
            | TalkAct::AtOnce
            | TalkAct::Forget
            | TalkAct::Release
            | TalkAct::Choose(_)
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
            | TalkAct::Awake(_) => true,
        }
    }
}
