//! Texts of the editing pane: the states of texts, what empty fields say, lists to choose from, figures, several pictures at once.

mod bo;
mod en;
mod zh;

use crate::model::{Date, Lang, List};
use crate::state::editing::fields::Called;
use crate::state::editing::{IdFault, Way};

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pane<'a> {
    /// The name of a field.
    Name(Called),
    /// What it is for.
    Help(Called),
    /// A word of a choice of few.
    Choice(&'a str),
    /// What it means.
    ChoiceIs(&'a str),
    /// The name of a field in one language.
    In(Called, Lang),
    /// The language that others are translated from, beside its name.
    Source,
    /// Beside a field that opens to three.
    InThree,
    /// An empty field.
    NotGiven,
    /// An empty text.
    NotWritten,
    /// A native reader has checked it.
    Checked,
    /// Nobody has.
    Draft,
    /// What that means.
    DraftIs,
    /// It was checked, and has changed since.
    Outdated,
    /// Who has checked it, and when; or had.
    By(&'a str, Option<Date>, bool),
    /// Over the name of whoever has read a text.
    Reader,
    /// What that name is for.
    ReaderHint,
    /// Says that they have.
    HasBeenChecked,
    /// Says that it is to be read again.
    ToBeReadAgain,
    /// Says that it still holds.
    StillRight,
    /// What it was translated from has changed since.
    SourceChanged(Lang),
    /// It has changed since.
    TextChanged,
    /// Both have changed since.
    BothChanged(Lang),
    /// Shows what has changed.
    Compare,
    /// Closes that.
    EndCompare,
    /// Over a text as it was when it was checked.
    Was(Lang),
    /// Over the same as it is now.
    Now(Lang),
    /// The words that differ.
    Differs(&'a str),
    /// It is being looked for.
    FormerAwaited,
    /// It is not kept any more.
    FormerGone,
    /// There is no text.
    Missing,
    /// What visitors get instead.
    MissingIs(Lang),
    /// They get nothing.
    MissingAll,
    /// Over the glossary’s words for terms of the source that a translation does not have.
    OfGlossary,
    /// Puts such a word into the text; and the term that it stands for.
    Insert(&'a str, &'a str),
    /// Over a translation of the same source that somebody has checked at another place; a touch takes it over.
    CheckedElsewhere,
    /// How long a text is, and how long visitors read.
    Count(Lang, usize, Option<usize>),
    /// Moves a part of a sum or another report by dragging, for screen readers.
    Grip(&'a str),
    /// Takes out what a chip names.
    TakeOut(&'a str),
    /// Adds to a list of references: Provinces, add.
    AddTo(&'a str),
    /// A field in which an entry is searched.
    Find,
    /// Nothing was found.
    NothingFound,
    /// Makes a new entry of a list, with the name that was typed.
    New(List, &'a str),
    /// Nothing is chosen.
    Nothing,
    /// An entry without a name.
    Unnamed,
    /// A term, by its number from 1.
    Term(usize),
    /// A report, by its number from 1.
    Report(usize),
    /// A part is added.
    Plus,
    /// A part is taken away.
    Minus,
    /// Adds a term.
    AddTerm,
    /// Adds a report.
    AddReport,
    /// The sum of the terms.
    Sum,
    /// It is not known yet.
    NoSum,
    /// Its precision.
    SumPrecision,
    /// Its sources, with their number.
    SumSources(usize),
    /// It is not typed.
    SumIs,
    /// Takes a figure out that an entry need not have.
    NoFigure,
    /// Where the point of interest lies, in hundredths.
    FocusAt(u8, u8),
    /// It is not chosen.
    NoFocus,
    /// Width and height in pixels.
    Pixels(u32, u32),
    /// Moves an entry up or down.
    MoveUp,
    /// The other way.
    MoveDown,
    /// Deletes an entry with so many entries and mentions that refer to it.
    Delete(usize, usize),
    /// Begins choosing several pictures.
    ChooseSeveral,
    /// How several are chosen.
    SeveralIs,
    /// Ends choosing several.
    EndSeveral,
    /// What becomes of what several pictures have.
    Way(Way),
    /// They differ in this many values.
    Differing(usize),
    /// Writes something into several pictures.
    Write(usize),
    /// Back to an entry.
    BackTo(&'a str),
    /// Over the lists that have no view of their own.
    Lists,
    /// The heading of a list, with the number of its entries.
    ListHeading(List, usize),
    /// What the pane is about cannot be read as it stands.
    WhatTo,
    /// Why an id cannot be, and the one that stays.
    IdFault(IdFault, &'a str),
    /// So many mentions of an entry follow its new id.
    IdFollows(usize),
}

/// The words in a language.
#[must_use]
pub(super) fn pane(lang: Lang, words: Pane<'_>) -> String {
    match words {
        Pane::Name(called) => super::field::name(lang, called).to_owned(),
        Pane::Help(called) => super::field::help(lang, called).to_owned(),
        Pane::Choice(value) => super::field::choice(lang, value).0.to_owned(),
        Pane::ChoiceIs(value) => super::field::choice(lang, value).1.to_owned(),
        Pane::In(called, of) => format!("{}{}{}", super::field::name(lang, called), super::comma(lang), of.own_name()),
        words => match lang {
            Lang::En => en::en(words),
            Lang::Zh => zh::zh(words),
            Lang::Bo => bo::bo(words),
        },
    }
}
