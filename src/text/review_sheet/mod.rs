//! Texts of the sheets on which native readers answer, and about those that have come back.

mod bo;
mod en;
mod zh;

use super::review_page::{ReviewPage, review_page};
use crate::model::{Date, Lang};

/// What stands in a column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewColumn {
    /// The number of the row, for talking about it.
    Number,
    /// The picture that the text belongs to.
    Picture,
    /// Where the text stands, in words.
    Place,
    /// The text that it was translated from.
    Source,
    /// The text to be checked.
    Draft,
    /// A better text.
    Better,
    /// That the text is right as it is.
    Agreed,
    /// Whatever else the reader has to say.
    Remark,
    /// The id of the row.
    Id,
    /// The fingerprint of the draft.
    TextPrint,
    /// The fingerprint of the source, with its language.
    SourcePrint,
}

impl ReviewColumn {
    /// All of them, in the order of the sheet.
    pub const ALL: [Self; 11] = [
        Self::Number,
        Self::Picture,
        Self::Place,
        Self::Source,
        Self::Draft,
        Self::Better,
        Self::Agreed,
        Self::Remark,
        Self::Id,
        Self::TextPrint,
        Self::SourcePrint,
    ];
}

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReviewSheet<'a> {
    /// The name of the sheet with the texts.
    SheetName,
    /// The name of the sheet with the names in three languages.
    GlossaryName,
    /// What the reader is asked to do.
    HowTo,
    /// Before the cell for the reader's name.
    ReaderName,
    /// Over a column.
    Head(ReviewColumn),
    /// The choice that a text is right.
    Agreed,
    /// Something else was written instead of the choice.
    ChooseAgreed(&'a str),
    /// A text of the page for a browser.
    Page(ReviewPage<'a>),

    /// A sheet was written: the number of texts, the language, and the path.
    Made(usize, Lang, &'a str),
    /// No text in this language is a draft or outdated.
    NothingToCheck(Lang),
    /// The exhibition has no texts that could be checked.
    NoExhibition(&'a str),
    /// A file is there already, which may have answers in it.
    Exists(&'a str),
    /// The file is neither a workbook nor the answers of a page.
    NotAWorkbook(&'a str),
    /// The workbook is damaged.
    Damaged(&'a str),
    /// The workbook is too large.
    TooLarge(&'a str),
    /// The file is a page for review, as it was sent out.
    NoAnswers(&'a str),
    /// The workbook has no sheet of ours.
    NotAReview(&'a str),
    /// A newer program made the sheet.
    Newer(&'a str),
    /// There are more texts than a sheet holds.
    TooMany,

    /// The exhibition has been changed since the sheet was made.
    OtherVersion,
    /// A row of the sheet: its number, the place of its text, and what becomes of it.
    Row(u32, &'a str, &'a str),
    /// A row without a place.
    RowAlone(u32, &'a str),
    /// It becomes checked as it is.
    WillBeChecked,
    /// It becomes another text: what it was, and what it becomes.
    WillChange(&'a str, &'a str),
    /// The same of a text that somebody has checked: by whom, and when.
    ReplacesCheck(&'a str, Option<Date>),
    /// The source has changed meanwhile.
    SourceChanged,
    /// The text has changed meanwhile.
    TextChanged,
    /// What the reader wanted, where it is not taken.
    Wanted(&'a str),
    /// The reader's remark.
    Remark(&'a str),
    /// No id.
    NoId,
    /// No text has this id.
    UnknownId(&'a str),
    /// Several rows answer differently.
    Twice,
    /// What was read is not known any more.
    Unbound,
    /// A date or a number.
    NotAText,
    /// None of the choices.
    NotAChoice(&'a str),
    /// There is no text.
    NothingThere,
    /// The draft's cell was written in.
    DraftEdited,
    /// Longer than this number of letters.
    TooLong(usize),
    /// How many rows became what: agreed, changed, checked already, changed meanwhile, refused, untouched.
    Tally([usize; 6]),
    /// Nothing was written: how to do so, and who counts as the reader.
    HowToApply(&'a str),
    /// There is nothing to write.
    NothingToApply,
    /// The built-in exhibition cannot be changed in place.
    BuiltIn,
    /// It was written: the path, the reader, and the date.
    Applied(&'a str, &'a str, Option<Date>),
    /// It could not be made of these answers.
    NotApplied,
}

/// One of these texts in a language.
pub(super) fn review_sheet(lang: Lang, words: ReviewSheet<'_>) -> String {
    match (words, lang) {
        (ReviewSheet::Page(words), _) => review_page(lang, words),
        (_, Lang::En) => en::en(words),
        (_, Lang::Zh) => zh::zh(words),
        (_, Lang::Bo) => bo::bo(words),
    }
}

#[cfg(test)]
mod tests {
    use super::{ReviewColumn, ReviewSheet, review_sheet};
    use crate::model::Lang;

    #[test]
    fn headings_are_told_apart_and_sheets_may_have_their_names() {
        for lang in Lang::ALL {
            let mut heads = ReviewColumn::ALL.map(|column| review_sheet(lang, ReviewSheet::Head(column)));
            heads.sort();
            assert!(heads.windows(2).all(|pair| pair[0] != pair[1]), "{heads:?}");
            for name in [ReviewSheet::SheetName, ReviewSheet::GlossaryName] {
                let name = review_sheet(lang, name);
                assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}");
            }
            assert!(review_sheet(lang, ReviewSheet::ChooseAgreed("x")).encode_utf16().count() <= 255);
            let agreed = review_sheet(lang, ReviewSheet::Head(ReviewColumn::Agreed));
            assert!(agreed.encode_utf16().count() <= 32, "a dialog's title");
        }
    }
}
