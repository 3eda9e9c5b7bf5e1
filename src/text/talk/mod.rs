//! The words of a talk: of the console, the start sheet, the keys and what is told afterwards. The audience sees none of them.

mod bo;
mod en;
mod zh;

use crate::model::{ChartForm, Exhibition, Lang, Shows, Stop};
use crate::state::View;
use crate::state::talk::TalkKey;

use super::{Say, say};

/// A text of a talk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Talk<'a> {
    // The console.
    /// A stop by its number.
    Stop(usize),
    /// Of so many.
    Of(usize),
    /// Over and in the search.
    FindStop,
    /// A screen with the notes.
    ScreenNotes(&'a str),
    /// A key that must be held.
    Held(&'a str),
    /// How long the talk has run.
    Elapsed,
    /// How much is left, of all.
    LeftOf(&'a str),
    /// Past the end by so much, where what is left stands.
    Over(&'a str),
    /// The time of day.
    Clock,
    /// On pace.
    OnPace,
    /// Early by so much.
    Ahead(&'a str),
    /// Late by so much.
    Behind(&'a str),
    /// The clock stands.
    Paused,
    /// The clock has not been started.
    Ready,
    /// So much is left for this stop.
    LeftHere(&'a str),
    /// This stop has taken so much longer.
    OverHere(&'a str),
    /// When the clock starts.
    StartsOnMove,
    /// Over the notes: number and language.
    NotesFor(usize, &'a str),
    /// The notes in this language are a draft.
    Draft,
    /// Before the buttons of their size.
    Size,
    /// There are none.
    NoNotes,
    /// Over the audience's picture.
    OnAudience,
    /// The same while it is held.
    OnAudienceFrozen,
    /// What can be done with it.
    TouchIt,
    /// Over the next stop.
    Next(usize),
    /// A planned time.
    Planned(&'a str),
    /// The stop after the next.
    Then(usize),
    /// There is no next one.
    LastStop,
    /// A button.
    Control(Control),

    // Bands over the console.
    /// The audience's picture is held.
    Frozen,
    /// At this stop.
    FrozenMore(usize),
    /// Lets it go.
    Unfreeze,
    /// It is black.
    BlackMore,
    /// It is white.
    WhiteMore,
    /// Shows the picture again.
    ShowAgain,
    /// There is one screen.
    OneScreen,
    /// Who sees the notes.
    OneScreenMore,
    /// Hides them.
    HideNotes,
    /// A screen was unplugged.
    Lost(&'a str),
    /// What becomes of the talk.
    LostMore,
    /// A screen was plugged in.
    Offered(&'a str),
    /// Whether to use it.
    OfferedMore,
    /// Uses it.
    UseIt,
    /// Does not.
    NotNow,
    /// The notes are covered.
    Covered,
    /// Why.
    CoveredMore,
    /// Uncovers them.
    MyScreen,

    // Overview and search.
    /// On what the audience does not see.
    OnlyYou,
    /// On the stop that the audience sees.
    AudienceNow,
    /// So long was it shown.
    Shown(&'a str),
    /// So much of its time has passed.
    ShownOf(&'a str, &'a str),
    /// Over a typed number.
    GoTo(usize),
    /// No stop has the number.
    NoSuchStop,
    /// What Enter does.
    ShowIt,
    /// What Enter does while the picture is held.
    ChooseIt,
    /// What Esc does.
    BackToNotes,
    /// What can be done in the overview.
    TypeNumber,
    /// How many hits.
    Results(usize),
    /// Over the hits among the stops.
    InOrder,
    /// Over the others.
    NotInOrder,
    /// Over a preview.
    Preview,
    /// What something is.
    Kind(&'a Shows),
    /// What a key does.
    Key(TalkKey),

    // Before and after.
    /// Opens the start sheet, and heads it.
    Present,
    /// How many stops.
    Stops(usize),
    /// Heads the screens.
    Screens,
    /// How they are drawn.
    AsTheyStand,
    /// Who looks at a screen.
    NotesHere,
    /// Who looks at a screen.
    AudienceHere,
    /// Nobody does.
    Unused,
    /// Where a screen stands beside the first one.
    Side(Side),
    /// Shows a numeral on each screen.
    Identify,
    /// Uses one screen alone.
    UseOne,
    /// Uses two.
    UseTwo,
    /// The choice is remembered.
    RememberedHow,
    /// Only one screen is there.
    OneThere,
    /// The audience's picture alone.
    AudienceAlone,
    /// Notes beside it.
    NotesBeside,
    /// The languages.
    LangAudience,
    /// The languages.
    LangNotes,
    /// Heads the planned time.
    PlannedTime,
    /// What the stops take together.
    AddUp(&'a str),
    /// The unit of the planned time.
    Minutes(u32),
    /// Less or more of something, for screen readers.
    Less,
    /// Less or more of something, for screen readers.
    More,
    /// All stops have notes in this language.
    AllNotes(usize, &'a str),
    /// So many have none.
    MissingNotes(usize, &'a str),
    /// The notes in this language are drafts.
    DraftNotes(&'a str),
    /// All pictures can be shown.
    PicturesThere,
    /// So many cannot.
    PicturesMissing(usize),
    /// Whether the machine stays awake; unknown before the talk.
    StaysAwake(Option<bool>),
    /// Begins.
    Start,
    /// Goes on after a cut: the stop, and the time that has passed.
    Resume(usize, &'a str),
    /// Asks whether to end.
    EndAsk,
    /// How to end without being asked.
    EndHold,
    /// Goes on.
    GoOn,
    /// Ends.
    EndNow,
    /// Heads the report.
    Report,
    /// What it holds.
    ReportMore,
    /// A column of it.
    ReportColumn(ReportColumn),
    /// What was shown beside the order.
    Beside,
    /// Black or white.
    Blank,
    /// In all.
    InAll,
    /// Saves it.
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
    /// Let it run.
    Run,
    /// Keys.
    Keys,
    /// Find.
    Find,
    /// What has no room.
    More,
    /// Swap the screens.
    Swap,
    /// End the talk.
    End,
}

/// Where a screen stands.
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
    /// What was presented, in a file.
    Exhibition,
    /// When.
    Date,
}

/// The words of a talk in a language.
pub(super) fn talk(lang: Lang, talk: Talk<'_>) -> String {
    match lang {
        Lang::En => en::en(talk),
        Lang::Zh => zh::zh(talk),
        Lang::Bo => bo::bo(talk),
    }
}

/// What a stop is called: by its own title, by what it shows, or by what kind of thing that is.
#[must_use]
pub fn stop_title(lang: Lang, x: &Exhibition, stop: &Stop) -> String {
    match stop.title.resolve(lang).text {
        "" => shows_title(lang, x, &stop.shows),
        title => title.to_owned(),
    }
}

/// What something to show is called.
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

/// A length of time as minutes and seconds: `6:12`; with a leading zero where the minutes stand as two digits: `06:12`.
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
