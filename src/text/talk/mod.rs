//! Texts about a talk: the console, the start sheet, the keys and the report. The audience sees none of them.

mod bo;
mod en;
mod zh;

use crate::model::{ChartForm, Exhibition, Lang, Shows, Stop};
use crate::state::View;
use crate::state::talk::TalkKey;

use super::{Say, say};

/// A text about a talk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Talk<'a> {
    // The console.
    /// A stop by its number.
    Stop(usize),
    /// The number of stops, after a stop's number.
    Of(usize),
    /// Over and in the search.
    FindStop,
    /// The screen with the notes.
    ScreenNotes(&'a str),
    /// A key that must be held.
    Held(&'a str),
    /// How long the talk has run.
    Elapsed,
    /// How much is left, of all.
    LeftOf(&'a str),
    /// Past the end by this, in place of the time left.
    Over(&'a str),
    /// The wall clock.
    Clock,
    /// On pace.
    OnPace,
    /// Early by this.
    Ahead(&'a str),
    /// Late by this.
    Behind(&'a str),
    /// The clock is paused.
    Paused,
    /// The clock has not been started.
    Ready,
    /// The time left for this stop.
    LeftHere(&'a str),
    /// The time by which this stop has been exceeded.
    OverHere(&'a str),
    /// When the clock starts.
    StartsOnMove,
    /// Over the notes: number and language.
    NotesFor(usize, &'a str),
    /// The notes in this language are a draft.
    Draft,
    /// The notes in this language were changed since they were checked.
    Outdated,
    /// Before the buttons for the size of the notes.
    Size,
    /// There are no notes.
    NoNotes,
    /// Over the audience view.
    OnAudience,
    /// The same while it is frozen.
    OnAudienceFrozen,
    /// The language that it is in, after that.
    InLang(&'a str),
    /// Under the last stop: what comes after it.
    ThenClosing,
    /// The closing words are on the audience's screen.
    Closing,
    /// How to interact with it.
    TouchIt,
    /// Over the next stop.
    Next(usize),
    /// A planned time.
    Planned(&'a str),
    /// The stop after the next.
    Then(usize),
    /// There is no next stop.
    LastStop,
    /// A button.
    Control(Control),

    // Banners over the console.
    /// The audience view is frozen.
    Frozen,
    /// At this stop.
    FrozenMore(usize),
    /// Unfreezes it.
    Unfreeze,
    /// The audience view is black.
    BlackMore,
    /// The audience view is white.
    WhiteMore,
    /// Shows the picture again.
    ShowAgain,
    /// There is one screen.
    OneScreen,
    /// Who sees the notes.
    OneScreenMore,
    /// Hides the notes.
    HideNotes,
    /// A screen was unplugged.
    Lost(&'a str),
    /// How the talk continues.
    LostMore,
    /// A screen was plugged in.
    Offered(&'a str),
    /// Whether to use it.
    OfferedMore,
    /// Uses it.
    UseIt,
    /// Does not use it.
    NotNow,
    /// The notes are covered.
    Covered,
    /// Why they are covered.
    CoveredMore,
    /// Uncovers them.
    MyScreen,

    // Overview and search.
    /// Beside what the audience does not see.
    OnlyYou,
    /// On the stop shown to the audience.
    AudienceNow,
    /// How long it was shown.
    Shown(&'a str),
    /// How much of its time has passed.
    ShownOf(&'a str, &'a str),
    /// Over a typed number.
    GoTo(usize),
    /// No stop has the number.
    NoSuchStop,
    /// What Enter does.
    ShowIt,
    /// What Enter does while the audience view is frozen.
    ChooseIt,
    /// What Esc does.
    BackToNotes,
    /// What can be done in the overview.
    TypeNumber,
    /// The number of hits.
    Results(usize),
    /// Over the hits among the stops.
    InOrder,
    /// Over the other hits.
    NotInOrder,
    /// Over a preview.
    Preview,
    /// The kind of something shown.
    Kind(&'a Shows),
    /// What a key does.
    Key(TalkKey),

    // Before and after.
    /// Opens the start sheet, and is its heading.
    Present,
    /// The number of stops.
    Stops(usize),
    /// The heading of the screens.
    Screens,
    /// How the screens are arranged.
    AsTheyStand,
    /// On the speaker's screen.
    NotesHere,
    /// On the audience's screen.
    AudienceHere,
    /// On an unused screen.
    Unused,
    /// The side of the first screen that a screen is on.
    Side(Side),
    /// Shows a numeral on each screen.
    Identify,
    /// Uses only one screen.
    UseOne,
    /// Uses two screens.
    UseTwo,
    /// The choice is remembered.
    RememberedHow,
    /// Only one screen is there.
    OneThere,
    /// Only the audience view.
    AudienceAlone,
    /// The notes beside it.
    NotesBeside,
    /// The language of the audience.
    LangAudience,
    /// The language of the notes.
    LangNotes,
    /// The heading of the planned time.
    PlannedTime,
    /// The total time of the stops.
    AddUp(&'a str),
    /// The unit of the planned time.
    Minutes(u32),
    /// Decreases a value, for screen readers.
    Less,
    /// Increases a value, for screen readers.
    More,
    /// All stops have notes in this language.
    AllNotes(usize, &'a str),
    /// This many stops have no notes in this language.
    MissingNotes(usize, &'a str),
    /// The notes in this language are drafts.
    DraftNotes(&'a str),
    /// Notes in this language were changed since they were checked.
    OutdatedNotes(&'a str),
    /// All pictures can be shown.
    PicturesThere,
    /// This many pictures cannot be shown.
    PicturesMissing(usize),
    /// Whether the machine stays awake; unknown before the talk.
    StaysAwake(Option<bool>),
    /// Begins the talk.
    Start,
    /// Resumes an interrupted talk: the stop, and the time elapsed.
    Resume(usize, &'a str),
    /// Asks whether to end.
    EndAsk,
    /// How to end without being asked.
    EndHold,
    /// A button that ends the talk when held.
    HoldToEnd,
    /// Continues the talk.
    GoOn,
    /// Ends the talk.
    EndNow,
    /// The heading of the report.
    Report,
    /// What it holds.
    ReportMore,
    /// A column of it.
    ReportColumn(ReportColumn),
    /// In place of a time: the stop was never shown.
    NotShown,
    /// What was shown outside the running order.
    Beside,
    /// Black or white.
    Blank,
    /// The total.
    InAll,
    /// Saves the report.
    SaveReport,
}

/// The buttons of the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Control {
    /// Freeze.
    Freeze,
    /// Black.
    Black,
    /// White.
    White,
    /// Spotlight.
    Spotlight,
    /// Dot.
    Dot,
    /// Zoom.
    Zoom,
    /// Overview.
    Overview,
    /// Pause the clock.
    Pause,
    /// Run the clock.
    Run,
    /// The language of the audience.
    Lang,
    /// Keys.
    Keys,
    /// Find.
    Find,
    /// What does not fit.
    More,
    /// Swap the screens.
    Swap,
    /// End the talk.
    End,
}

/// The side that a screen is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Above.
    Above,
    /// Below.
    Below,
}

/// The columns of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportColumn {
    /// The stop's number.
    Stop,
    /// What was shown.
    Shown,
    /// Its planned time.
    Planned,
    /// How long it was shown.
    Took,
    /// The unit of both in a file.
    Seconds,
    /// The title of the exhibition, in a file.
    Exhibition,
    /// The date, in a file.
    Date,
}

/// A text about a talk in a language.
pub(super) fn talk(lang: Lang, talk: Talk<'_>) -> String {
    match lang {
        Lang::En => en::en(talk),
        Lang::Zh => zh::zh(talk),
        Lang::Bo => bo::bo(talk),
    }
}

/// The title of a stop: its own, that of what it shows, or the kind of that.
#[must_use]
pub fn stop_title(lang: Lang, x: &Exhibition, stop: &Stop) -> String {
    match stop.title.resolve(lang).text {
        "" => shows_title(lang, x, &stop.shows),
        title => title.to_owned(),
    }
}

/// The title of something to show.
#[must_use]
pub fn shows_title(lang: Lang, x: &Exhibition, shows: &Shows) -> String {
    let name = x.name_of(shows);
    match (name.resolve(lang).text, shows) {
        ("", Shows::Chart(chart)) if chart.form == ChartForm::Running => say(lang, Say::PublishedTotals),
        ("", Shows::Chart(_)) => say(lang, Say::PersonnelPerBatch),
        ("", Shows::Pairings(_)) => say(lang, Say::View(View::Pairings)),
        ("", Shows::Card(card)) => card.text.resolve(lang).text.to_owned(),
        ("", _) => say(lang, Say::Talk(Talk::Kind(shows))),
        (name, _) => name.to_owned(),
    }
}

/// A duration in minutes and seconds: `6:12`; with a leading zero if two digits are requested: `06:12`.
#[must_use]
pub fn time(secs: f64, two_digits: bool) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length of time, never negative")]
    let whole = secs.clamp(0.0, 1e9) as u64;
    let (minutes, secs) = (whole / 60, whole % 60);
    if two_digits { format!("{minutes:02}:{secs:02}") } else { format!("{minutes}:{secs:02}") }
}

/// The time of day, from minutes since midnight.
#[must_use]
pub fn time_of_day(minutes: u16) -> String {
    let minutes = minutes % 1440;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}
