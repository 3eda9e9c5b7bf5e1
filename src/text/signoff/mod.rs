//! Texts of the sign-off book: every screen of an exhibition on paper, to be agreed to.

mod bo;
mod en;
mod zh;

use crate::model::{Date, Lang};
use crate::state::Attraction;

/// A part of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignoffPart {
    /// The views.
    Views,
    /// The provinces' cards.
    Provinces,
    /// The pictures' pages.
    Pictures,
    /// The source sheets.
    Sheets,
    /// The talk, as its audience sees it.
    Talk,
    /// The attract loop, and what a kiosk says by itself.
    Kiosk,
    /// Texts that no screen shows.
    Elsewhere,
}

/// How far a text is, as the book says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// There is none, in any language.
    Missing,
    /// There is none, and visitors see it in another language.
    MissingShownIn(Lang),
    /// Nobody has checked it.
    Draft,
    /// Checked, by whom and when, as far as is known.
    Checked(&'a str, Option<Date>),
    /// It was checked, and has been changed since, or its source has.
    Outdated(&'a str, Option<Date>),
    /// Words of the program, and whether they are checked.
    OfTheProgram(bool),
}

/// A text of the book.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Signoff<'a> {
    /// What it is, over the title.
    Heading,
    /// The language of what is shown.
    InLanguage(Lang),
    /// Over the fingerprint.
    Fingerprint,
    /// What it stands for, and how to compare it.
    FingerprintIs,
    /// What is not in it.
    NotInIt,
    /// How the screens are shown, and which have no page.
    HowShown,
    /// Before the number of screens.
    Screens,
    /// Before the number of pages.
    Pages,
    /// Before the number of texts.
    Texts,
    /// Texts that are checked.
    CheckedTexts,
    /// Texts that nobody has checked.
    DraftTexts,
    /// Texts whose check is outdated.
    OutdatedTexts,
    /// Texts that are missing.
    MissingTexts,
    /// Pictures that cannot be shown.
    UnseenPictures,
    /// Before the version of the program.
    Program,
    /// Before the date.
    Day,
    /// Over the lines for signatures.
    Signatures,
    /// Over the name of a reader.
    Name,
    /// Over a signature.
    Signature,
    /// The list of screens.
    Contents,
    /// A part.
    Part(SignoffPart),
    /// Beside the box.
    Agreed,
    /// Before the line for remarks.
    Remarks,
    /// A screen goes on: its name.
    Continued(&'a str),
    /// The page's number, and of how many.
    Page(usize, usize),
    /// How far a text is.
    Standing(Standing<'a>),
    /// How many texts of a screen are drafts, outdated, missing.
    Open([usize; 3]),
    /// A picture that cannot be shown has no place on the wall.
    NotSeen,
    /// A screen has no texts of its own.
    NoTexts,
    /// A figure.
    Figure,
    /// A source.
    Source,
    /// The search by touch.
    Search,
    /// The end of the talk.
    Closing,
    /// A content of the attract loop.
    Attract(Attraction),
    /// The question whether somebody is still there.
    Warning,
    /// Outside the hours.
    Closed,
    /// Words of the program on a screen.
    ProgramWords,
    /// There are more screens than a book holds.
    TooMany(usize),
    /// On the command line, once the book is written: the fingerprint.
    BoundTo(&'a str),
}

/// The words in a language.
pub(super) fn signoff(lang: Lang, words: Signoff<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}

#[cfg(test)]
mod tests {
    use super::{Signoff, Standing, signoff};
    use crate::model::{Date, Lang};

    #[test]
    fn a_check_names_its_reader_and_date_as_far_as_they_are_known() {
        for lang in Lang::ALL {
            let said = |reader, date| signoff(lang, Signoff::Standing(Standing::Checked(reader, date)));
            let date = Date::try_from("2026-11-30".to_owned()).ok();
            assert!(said("Li Ming", date).contains("Li Ming") && said("Li Ming", date).contains("2026"));
            assert_ne!(said("", None), said("", date));
            let all = [
                Standing::Missing,
                Standing::MissingShownIn(Lang::En),
                Standing::Draft,
                Standing::Checked("", None),
                Standing::Outdated("", None),
                Standing::OfTheProgram(true),
                Standing::OfTheProgram(false),
            ];
            let mut words: Vec<String> = all.map(|standing| signoff(lang, Signoff::Standing(standing))).into();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), all.len(), "{lang:?}: each is told apart");
        }
    }
}
