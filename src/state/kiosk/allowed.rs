//! What is allowed at a kiosk: one list, in which every action stands.

use super::Phase;
use crate::state::{Action, Overlay, State, TalkCommand};

/// Who may do something at a kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// A visitor, while the exhibition is shown.
    Visitor,
    /// The staff, behind their PIN.
    Staff,
    /// An answer or a report from outside, at any time.
    Answer,
    /// Nobody.
    Nobody,
}

/// Returns `true` if some kiosk allows an action at some time.
pub(in crate::state) fn is_known(action: &Action) -> bool {
    who(action) != Who::Nobody
}

impl State {
    /// Returns `true` if the kiosk allows an action now; always, where this is none.
    pub(in crate::state) fn kiosk_allows(&self, action: &Action) -> bool {
        let Some(kiosk) = &self.kiosk else { return !matches!(action, Action::Kiosk(_)) };
        if let Action::Lang(lang) = action
            && !kiosk.setup.languages.contains(lang)
        {
            return false;
        }
        match who(action) {
            // Under the warning the view still tells how far it is scrolled.
            Who::Visitor => matches!(kiosk.phase, Phase::Visit | Phase::Warning(_)),
            Who::Staff => kiosk.staff_page().is_some(),
            Who::Answer => true,
            Who::Nobody => false,
        }
    }
}

#[expect(clippy::match_same_arms, reason = "for different reasons")]
fn who(action: &Action) -> Who {
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
        | Action::Lang(_)
        | Action::Chart(_)
        | Action::Sort(_)
        | Action::Step(_)
        | Action::Year(_)
        | Action::Milestone(_)
        | Action::Sheet(_)
        | Action::SheetPage(_)
        | Action::Trace(_)
        | Action::Back
        | Action::Scroll(..)
        | Action::PlayYears(_)
        | Action::Licences(_)
        | Action::Home => Who::Visitor,
        Action::Overlay(overlay) => overlay.map_or(Who::Visitor, who_opens),
        // What a visitor may do here has its own conditions.
        Action::Kiosk(_) => Who::Answer,
        Action::Edit(_) => Who::Nobody,
        Action::Tick(_)
        | Action::DrawnBy(_)
        | Action::Still(_)
        | Action::PackOpened(_)
        | Action::PackFailed(..)
        | Action::Probed(..)
        | Action::Unavailable(..)
        | Action::FilesChanged(..) => Who::Answer,
        Action::PickPack | Action::PickFolder | Action::OpenBuiltIn => Who::Staff,
        Action::Talk(command) => who_talks(command),
        // The theme changes through the sheet for easier seeing alone, the rest by the set-up.
        Action::Theme(_) | Action::Distance(_) | Action::Measured(_) | Action::Fullscreen | Action::Reset => {
            Who::Nobody
        }
        // Files, dialogs, the clipboard, and all that belongs to a desk.
        Action::Copy(_)
        | Action::NoDialog
        | Action::TypePath(_)
        | Action::OpenPack(_)
        | Action::HandedOver(_)
        | Action::DismissNotice
        | Action::Save(_)
        | Action::Status(_)
        | Action::SetUp(_)
        | Action::Quit => Who::Nobody,
    }
}

fn who_opens(overlay: Overlay) -> Who {
    match overlay {
        Overlay::Provinces | Overlay::Topics | Overlay::Whole => Who::Visitor,
        Overlay::Keys
        | Overlay::Menu
        | Overlay::Size
        | Overlay::Status
        | Overlay::Save
        | Overlay::Open
        | Overlay::Place
        | Overlay::Prepare
        | Overlay::Photographs
        | Overlay::FirstPhotographs
        | Overlay::Versions
        | Overlay::Spreadsheet
        | Overlay::SetUp
        | Overlay::Problems => Who::Nobody,
    }
}

fn who_talks(command: &TalkCommand) -> Who {
    match command {
        // The answer to keeping the machine awake, and what is known of screens.
        TalkCommand::Awake(_) | TalkCommand::Monitors(..) | TalkCommand::Wall(_) => Who::Answer,
        TalkCommand::Open
        | TalkCommand::Audience(_)
        | TalkCommand::Swap
        | TalkCommand::Single(_)
        | TalkCommand::Beside(_)
        | TalkCommand::Start
        | TalkCommand::Resume
        | TalkCommand::Recovered(_)
        | TalkCommand::Remembered(_)
        | TalkCommand::Close
        | TalkCommand::SaveReport(_)
        | TalkCommand::Do(_)
        | TalkCommand::Still
        | TalkCommand::Show(_)
        | TalkCommand::ZoomTo(_)
        | TalkCommand::AskEnd
        | TalkCommand::End
        | TalkCommand::Plan(_)
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
        | TalkCommand::Screen(_) => Who::Nobody,
    }
}
