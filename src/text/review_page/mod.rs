//! Texts of the page on which native readers answer in a browser.

mod bo;
mod en;
mod zh;

use crate::model::Lang;

/// One of these texts. Numbers and names come as texts: the page itself fills them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewPage<'a> {
    /// What the reader is asked to do.
    HowTo,
    /// The browser runs no programs.
    NoScript,
    /// Before the date.
    Date,
    /// The button that takes in answers that were saved.
    Load,
    /// The button that leads to the next text without an answer.
    Next,
    /// The button that saves the answers as a file.
    Save,
    /// The button that copies the answers.
    Copy,
    /// The button that deletes the answers.
    Forget,
    /// How many of how many texts have an answer.
    Progress(&'a str, &'a str),
    /// The button that copies the draft into the field.
    FromDraft,
    /// There is no draft yet.
    NoDraft,
    /// There is no source text.
    NoSource,
    /// The answers are kept in this browser.
    Kept,
    /// This browser keeps nothing.
    NotKept,
    /// The answers were saved under this name.
    Saved(&'a str),
    /// The same, and no name is given.
    SavedNameless(&'a str),
    /// The answers were copied.
    Copied,
    /// The browser forbids copying.
    CopyByHand,
    /// So many answers were taken in.
    Loaded(&'a str),
    /// So many were, and so many are of other texts.
    LoadedSome(&'a str, &'a str),
    /// So many answers would be replaced: may they be?
    Replace(&'a str),
    /// The file has no answers.
    NotAnswers,
    /// The file has answers about texts in another language.
    OtherLanguage,
    /// Are all answers to be deleted?
    ReallyForget,
    /// They were.
    Forgotten,
}

/// One of these texts in a language.
pub(super) fn review_page(lang: Lang, words: ReviewPage<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}
