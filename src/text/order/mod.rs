//! Texts of the running order's editor, and of the preview.

mod bo;
mod en;
mod zh;

use crate::model::{ChartForm, Lang};
use crate::state::editing::Screen;

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Order<'a> {
    /// The number of stops, over their list.
    Stops(usize),
    /// Over their times.
    Planned,
    /// A stop by its number and name.
    Stop(usize, &'a str),
    /// A stop with its number, name and planned time, for screen readers.
    StopRow(usize, &'a str, &'a str),
    /// Moves a stop by dragging, for screen readers.
    Grip(usize),
    /// Moves the stop towards the beginning.
    MoveUp,
    /// Moves it towards the end.
    MoveDown,
    /// Over what the stop shows.
    Shows,
    /// Beside that.
    AsVisitors,
    /// A kind of what a stop shows.
    Kind(Kind),
    /// Which picture, province or milestone.
    Which,
    /// The batches that stand out.
    Highlighted,
    /// A batch among them.
    Batch(u32),
    /// All of them alike.
    AllBatches,
    /// The province that stands out.
    HighlightedProvince,
    /// None of them.
    NoProvince,
    /// The last year.
    LastYear,
    /// A text of the stop's own.
    OwnText,
    /// Finds something in a list.
    Find,
    /// Nothing in the list has what was typed.
    NothingFound,
    /// Replaces what the stop shows by the view as it stands.
    ShowSeen,
    /// Shows all of a picture of which a part was shown.
    ShowWhole,
    /// Goes to what the stop shows.
    OpenIt,
    /// The planned time.
    PlannedTime,
    /// Less time, more time.
    Less,
    /// More time.
    More,
    /// When the stop begins and ends, and the talk.
    Span(&'a str, &'a str, &'a str),
    /// The heading of the stop's own title.
    Title,
    /// What stands there while it has none.
    TitleIs,
    /// The text of a card.
    Text,
    /// The heading of the notes.
    Notes,
    /// Who sees them.
    NotesIs,
    /// A field in a language, for screen readers.
    In(&'a str, Lang),
    /// In a field that is empty.
    NotGiven,
    /// Adds what is seen as the stop of this number.
    AddAs(usize),
    /// Adds the view as it stands.
    AddSeen,
    /// Adds a text.
    AddText,
    /// Deletes the stop.
    Delete,
    /// Begins a talk.
    Rehearse,
    /// Takes the times of the last run as planned ones.
    TakeTimes,
    /// Where new stops come, and what rehearsing gives.
    NewAfter(usize),
    /// What the view as it stands would show.
    Seen(&'a str),
    /// It shows nothing of its own.
    NothingSeen,
    /// There is no running order.
    NoOrder,
    /// What a talk does then.
    NoOrderIs,
    /// Makes one of the pictures.
    FromPictures(usize),
    /// The entry of a stop cannot be read.
    Unreadable,
    /// What is previewed.
    PreviewOf,
    /// A screen on which it is previewed.
    Screen(Screen),
    /// In large text.
    LargeText,
}

/// A kind of what a stop shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A picture.
    Photo,
    /// The personnel in a form.
    Chart(ChartForm),
    /// A province.
    Province,
    /// A milestone.
    Milestone,
    /// The pairings.
    Pairings,
    /// A text.
    Card,
}

impl Kind {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Photo,
        Self::Chart(ChartForm::Bars),
        Self::Chart(ChartForm::Rows),
        Self::Chart(ChartForm::Running),
        Self::Chart(ChartForm::Table),
        Self::Province,
        Self::Milestone,
        Self::Pairings,
        Self::Card,
    ];
}

/// A text in a language.
#[must_use]
pub fn order(lang: Lang, words: Order<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}
