//! English: the page for native readers.

use super::ReviewPage;

/// The words in English.
pub fn en(words: ReviewPage<'_>) -> String {
    let fixed = match words {
        ReviewPage::HowTo => {
            "Please read each draft. Where it is right, tick “Agreed”; where it is not, write the whole text as it should be into “Better text”. What you leave empty stays as it is. You can stop and go on later. At the end press “Save the answers”, and send that file back by e-mail."
        }
        ReviewPage::NoScript => {
            "This program only shows the texts: it runs no scripts, so that nothing can be filled in here. Open the file in a browser, or write your answers into an e-mail, each with the number of its text."
        }
        ReviewPage::Date => "Date:",
        ReviewPage::Load => "Open saved answers …",
        ReviewPage::Next => "Next without an answer",
        ReviewPage::Save => "Save the answers",
        ReviewPage::Copy => "Copy for an e-mail",
        ReviewPage::Forget => "Delete all answers …",
        ReviewPage::Progress(done, all) => return format!("{done} of {all} answered"),
        ReviewPage::FromDraft => "Begin with the draft",
        ReviewPage::NoDraft => "There is no text yet.",
        ReviewPage::NoSource => "This is the source text itself.",
        ReviewPage::Kept => "This browser keeps your answers until you save them.",
        ReviewPage::NotKept => "This browser keeps nothing: save the answers before you close the page.",
        ReviewPage::Saved(file) => {
            return format!("Saved as “{file}”, usually in the folder for downloads. Please send this file back.");
        }
        ReviewPage::SavedNameless(file) => {
            return format!("Saved as “{file}”, without a name. Please write your name above, and save once more.");
        }
        ReviewPage::Copied => "Copied. Paste it into an e-mail, below your greeting.",
        ReviewPage::CopyByHand => {
            "The browser does not copy by itself: select the text in the field below, and copy it."
        }
        ReviewPage::Loaded(count) => return format!("Answers taken from the file: {count}."),
        ReviewPage::LoadedSome(count, others) => {
            return format!("Answers taken from the file: {count}. About texts that are not on this page: {others}.");
        }
        ReviewPage::Replace(count) => {
            return format!("{count} answers on this page differ from those in the file. Replace them?");
        }
        ReviewPage::NotAnswers => "This file has no answers in it. Choose the file that “Save the answers” made.",
        ReviewPage::OtherLanguage => "The answers in this file are about texts in another language.",
        ReviewPage::ReallyForget => "Delete all answers on this page? This cannot be undone.",
        ReviewPage::Forgotten => "All answers on this page are deleted.",
    };
    fixed.to_owned()
}
