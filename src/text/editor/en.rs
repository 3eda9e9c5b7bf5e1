//! English: the editor's frame.

use super::Editor;
use crate::model::{Lang, List};
use crate::state::editing::{Surface, Table};
use crate::text::out;

/// The words in English.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn en(words: Editor<'_>) -> String {
    let fixed = match words {
        Editor::FromShownIs(title) => return format!("“{title}”: changed in its place when you save"),
        Editor::Entry(list, number, all) => return format!("{} {number} of {all}", entry(list)),
        Editor::GoOn("") => "Go on with the new exhibition",
        Editor::GoOn(place) => return format!("Go on with “{place}”"),
        Editor::GoOnIs(begun, changes) => return format!("Begun on {begun}; {changes} changes that are not saved"),
        Editor::Several(1) => return "1 picture".to_owned(),
        Editor::Several(count) => return format!("{count} pictures at once"),
        Editor::KeptSince(0..=1) => "Kept just now",
        Editor::KeptSince(secs @ 2..=59) => return format!("Kept {secs} s ago"),
        Editor::KeptSince(_) => "Everything is kept",
        Editor::NotKept(kind, word) => {
            let why = out::reason(Lang::En, kind, word);
            return format!("Changes cannot be kept on this computer ({why}). Save them to another place.");
        }
        Editor::Problems(count) => return format!("Problems ({count})"),
        Editor::Mend(count) => return format!("Mend before opening ({count})"),
        Editor::WorthALook(count) => return format!("Worth a look ({count})"),
        Editor::Add(list) => return format!("Add a {}", entry(list).to_lowercase()),
        Editor::Surface(surface) => match surface {
            Surface::Views => "In the views",
            Surface::Tables => "Tables",
            Surface::RunningOrder => "Running order",
        },
        Editor::Table(table) => match table {
            Table::Captions => "Captions",
            Table::Batches => "Batches and figures",
            Table::Pairings => "Pairings",
            Table::Milestones => "Milestones",
            Table::Sources => "Sources",
            Table::Statements => "Statements",
        },
        Editor::Prepare => "Prepare an exhibition",
        Editor::PrepareIs => "With what do you want to begin? Everything that you write is kept at once.",
        Editor::FromPhotographs => "Photographs",
        Editor::BeginWithThem => "Begin",
        Editor::FromPhotographsIs => "A folder of pictures; more can be added later",
        Editor::FromNothing => "An empty exhibition",
        Editor::FromNothingIs => "Pictures, figures and texts come one after the other",
        Editor::FromShown => "The exhibition that is open",
        Editor::FromBuiltIn => "A copy of the built-in exhibition",
        Editor::FromBuiltInIs => "The built-in one stays as it is",
        Editor::Leave => "Leave the editor",
        Editor::Whole => "The whole exhibition",
        Editor::NothingKept => "Nothing changed yet",
        Editor::KeptSoon => "Being kept …",
        Editor::Undo => "Undo",
        Editor::Redo => "Redo",
        Editor::ProblemsHeading => "Problems",
        Editor::AlwaysUpToDate => "always up to date",
        Editor::NoProblems => "Nothing to mend.",
        Editor::Preview => "Preview",
        Editor::EndPreview => "Back to editing",
        Editor::Save => "Save",
        Editor::SaveAs => "Save as …",
        Editor::AddPhotographs => "Add photographs",
        Editor::ChooseSeveral => "Choose several",
        Editor::ChooseOne => "Choose one",
        Editor::WherePhotographs => "A picture, or a folder of pictures",
        Editor::AddThem => "Add",
        Editor::Versions => "Versions",
        Editor::VersionsAre => "Going back to one is a change that can be undone.",
        Editor::NoVersions => "None yet: one is kept whenever you save, and before the first change of a day.",
        Editor::VersionSaved => "As it was saved",
        Editor::VersionOfDay => "Before the first change of that day",
        Editor::Delete => "Delete",
        Editor::Previous => "Previous",
        Editor::Next => "Next",
        Editor::Close => "Close",
        Editor::DropPhotographs => "Drop photographs here, or touch to choose them.",
    };
    fixed.to_owned()
}

fn entry(list: List) -> &'static str {
    match list {
        List::About => "Paragraph",
        List::Divisions => "Place",
        List::Provinces => "Province",
        List::Pairings => "Pairing",
        List::PairingSteps => "Year",
        List::Batches => "Batch",
        List::Subtotals => "Subtotal",
        List::Totals => "Total",
        List::Groups => "Heading",
        List::Statements => "Statement",
        List::Milestones => "Milestone",
        List::Topics => "Topic",
        List::Photos => "Picture",
        List::RunningOrder => "Stop",
        List::Sources => "Source",
        List::Glossary => "Term",
    }
}
