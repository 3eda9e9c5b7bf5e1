//! All texts of the interface, with their parameters.

use crate::model::{Difference, HowRead, OpenError, Trouble, Unavailable};
use crate::state::{ChartMode, Notice, Theme, View};

use super::ask::Ask;
use super::key_help::KeyHelp;
use super::machine::Machine;
use super::out::Out;
use super::save::Save;
use super::talk::Talk;

/// A text of the interface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Say<'a> {
    // The frame.
    /// A view's name: on its tab and as its heading.
    View(View),
    /// The hint in the search field, with the number of provinces.
    SearchProvinces(usize),
    /// Over the sidebar's groups.
    ByPlace,
    /// Nothing matches what was typed.
    NothingMatches(&'a str),
    /// Shows all provinces again.
    AllProvinces(usize),
    /// Clears the choice of this province.
    ClearChoice(&'a str),
    /// A province in the sidebar, for screen readers, with its number of pictures.
    ProvinceRow(&'a str, usize),
    /// Close.
    Close,
    /// Opens the menu.
    Menu,
    /// A theme's name.
    Theme(Theme),
    /// Over the themes.
    Themes,
    /// Full screen, on or off.
    Fullscreen(bool),
    /// Opens a pack.
    OpenPack,
    /// Goes back to the built-in exhibition.
    OpenBuiltIn,
    /// Over the keys.
    Keys,
    /// What a key does, by its group.
    Key(KeyHelp),

    // Photos.
    /// How many pictures are on the wall: shown, in all, all of them illustrations.
    Pictures {
        /// On the wall.
        shown: usize,
        /// In the exhibition.
        all: usize,
        /// How many of those shown are illustrations.
        drawn: usize,
    },
    /// The mark on an illustration.
    Illustration,
    /// In the caption of an illustration.
    IllustrationNotPhotograph,
    /// An illustration that stands in for a photograph that is not included.
    StandsIn,
    /// All topics.
    AllTopics,
    /// “Topics”, over the list of them.
    Topics,
    /// No pictures for a province.
    NoPicturesFor(&'a str),
    /// Shows all pictures again.
    ShowAllPictures,
    /// A picture's file is damaged or missing.
    CannotBeShown,
    /// A picture's file is away for now: to a visitor.
    AwayForNow,
    /// Why it cannot, and what to do: for whoever prepares the pictures.
    WhyUnavailable(Unavailable),
    /// A picture that takes long has come so far, in hundredths.
    PictureComesIn(u8),
    /// Back to the wall.
    AllPictures,
    /// Position in the wall.
    NOf(usize, usize),
    /// The next picture.
    Next,
    /// The previous picture.
    Previous,
    /// Shows more of the picture.
    ZoomOut,
    /// Shows it larger.
    ZoomIn,
    /// Shows all of it.
    WholePicture,
    /// Before a credit.
    Credit,
    /// Before the credit of a photograph for which an illustration stands in.
    PhotographCredit,
    /// Before a licence.
    Licence,
    /// Over the sources of a caption.
    SourcesOfCaption,
    /// No source is given.
    NoSourceGiven,

    // The province card.
    /// Over a province's card.
    ProvinceCard,
    /// Before the division it is paired with.
    PairedWith,
    /// Before the other provinces paired with the same division.
    SameGroup,
    /// Nobody else is paired with it.
    NobodyElse,
    /// Before a pairing that has ended.
    Formerly,
    /// Over its personnel figures.
    OwnPersonnel,
    /// No personnel total was found.
    NoTotalFound,
    /// Its figures are never added up.
    NotAddedUp,
    /// A link to its sources, with their number.
    SeeSources(usize),
    /// “Reported by …”, with the publisher and date.
    ReportedBy(&'a str, &'a str),

    // Personnel.
    /// The heading of the chart.
    PersonnelPerBatch,
    /// On paper, in place of a chart of more batches than a page holds.
    NoRoomForChart,
    /// The heading of the running totals.
    PublishedTotals,
    /// A way of showing the personnel.
    ChartMode(ChartMode),
    /// Reported.
    Reported,
    /// Worked out from reported totals.
    WorkedOut,
    /// Worked out, inside a bar.
    WorkedOutShort,
    /// Not published (not zero).
    NotPublishedKey,
    /// Not published, inside a slot.
    NotPublished,
    /// Not applicable.
    NotApplicable,
    /// Other reports differ.
    ReportsDiffer,
    /// Other reports beside a bar: “also 496; 662”.
    Also(&'a str),
    /// Under a subtotal.
    TogetherWorkedOut,
    /// Under a subtotal that is reported.
    Together,
    /// A batch by number.
    Batch(u32),
    /// Several batches, by the numbers of the first and the last.
    Batches(u32, u32),
    /// Over the published total, with the number of batches.
    TotalReported(usize),
    /// Over the sum of reported bars, with their number.
    ReportedBarsTogether(usize),
    /// Over the sum with worked-out figures.
    WithWorkedOut,
    /// Over the difference.
    DifferenceHeading,
    /// The difference between the sum and the published total, itself given in words.
    Difference(Difference, &'a str),
    /// The name of a bar for screen readers: batch, years, what it says.
    BarName {
        /// The batch's number.
        batch: u32,
        /// Its years.
        years: &'a str,
        /// The figure, in words.
        figure: &'a str,
        /// Other reports, in words; empty where there are none.
        also: &'a str,
    },
    /// A worked-out amount, in words.
    WorkedOutAmount(&'a str),
    /// Under the heading: the first and the last batch, and who reported both.
    FirstAndLast {
        /// The first batch's people, in words.
        first: &'a str,
        /// The last batch's number.
        batch: u32,
        /// The last batch's people, in words.
        last: &'a str,
        /// The publisher and date.
        byline: &'a str,
    },
    /// What the bars of the running totals are.
    RunningNote,
    /// Under a published total: the sum of the batches up to it.
    AddsUpTo(&'a str),
    /// The name of a subtotal for screen readers: its first and last batch, and what it says.
    SubtotalName(u32, u32, &'a str),
    /// The name of a published total for screen readers.
    TotalName {
        /// The last batch it counts.
        batch: u32,
        /// The figure, in words.
        figure: &'a str,
        /// Other reports, in words; empty where there are none.
        also: &'a str,
        /// The sum of the batches up to it, in words; empty where it cannot be told.
        sum: &'a str,
    },
    /// A column of the table.
    Column(Column),
    /// The head of a column that can be sorted by, and whether it is: upwards, or downwards (`true`).
    SortBy(&'a str, Option<bool>),
    /// A word of a table for other programs.
    Export(Export),

    // Pairings.
    /// Over the provinces of the diagram, with their number.
    Provinces(usize),
    /// The name of a ribbon for screen readers.
    Ribbon {
        /// The province.
        province: &'a str,
        /// The division.
        division: &'a str,
        /// The span, told.
        told: &'a str,
    },
    /// The diagram's year, over the card.
    InYear(&'a str),
    /// Choose a province to see it.
    ChooseProvince,
    /// Plays the years.
    PlayYears,
    /// Holds the years that are played.
    PauseYears,
    /// The beginning of this pairing is inferred.
    Inferred,

    // Timeline.
    /// The span of the timeline.
    FromTo(u16, u16),
    /// The previous milestone.
    Earlier,
    /// The next milestone.
    Later,

    // Sources.
    /// Over the about text.
    About,
    /// Over the list of sources, with their number.
    AllSources(usize),
    /// Over the licences of the fonts.
    FontLicences,
    /// A source without a date.
    NoDate,
    /// A kind of figure in a sheet.
    AReportedFigure,
    /// A kind of figure in a sheet.
    AWorkedOutFigure,
    /// No figure in a sheet.
    NoFigurePublished,
    /// Over what a source says.
    WhatItSays,
    /// Over another report.
    AnotherReport,
    /// Over how a source was read.
    HowItWasRead,
    /// How a source was read.
    HowRead(HowRead),
    /// In which language the source is, by its code.
    InLanguage(&'a str),
    /// Under a QR code that holds a citation and its address.
    PhotographToOpen,
    /// Under a QR code that holds a citation.
    PhotographToKeep,
    /// No address to give.
    NoAddress,
    /// Position in a sheet.
    SourceNOf(usize, usize),
    /// Copies the citation.
    CopyCitation,
    /// Puts the table on the clipboard.
    CopyTable,
    /// What the figure is worked out from.
    Arithmetic,
    /// Under a sum of ours in a sheet.
    AddedUpHere,

    /// A text of a talk.
    Talk(Talk<'a>),
    /// Of the program and the computer.
    Machine(Machine<'a>),
    /// A text of saving a file.
    Save(Save<'a>),
    /// A text about where a file is written.
    Out(Out<'a>),
    /// A text of opening without the system's help, and of what is not there.
    Ask(Ask<'a>),

    // Notices and problems.
    /// A notice.
    Notice(&'a Notice),
    /// A problem, without its place.
    Trouble(&'a Trouble),
    /// What to do about a problem.
    Hint(&'a Trouble),
    /// On the command line: a pack cannot be opened.
    CannotOpen(&'a str, &'a OpenError),
    /// A file could not be written, and the system's word for why.
    CannotWrite(&'a str, &'a str),
    /// On the command line: a pack was saved; its pictures, its size, its place.
    Packed {
        /// How many.
        pictures: usize,
        /// The size of the file.
        bytes: u64,
        /// Where.
        path: &'a str,
    },
    /// On the command line: a picture that was left out of a pack, and why.
    PackedWithout(&'a str, Unavailable),
    /// On the command line: a picture that went into a pack though it cannot be shown, and why.
    PackedUnseen(&'a str, Unavailable),
    /// On the command line: a picture that has another name in the pack.
    PackedRenamed(&'a str, &'a str),
    /// On the command line: a picture that was encoded anew, and its name in the pack.
    PackedAnew(&'a str, &'a str),
    /// On the command line: the pictures are as they were, with all that is written in them.
    PackedAsTheyWere,
    /// On the command line: how many files held the position of the camera.
    PositionsTakenOut(usize),
    /// An exhibition without batches has no chart to write.
    NoFigures,
    /// On the command line: a PNG of more pixels than are taken.
    PngTooLarge,
    /// On the command line: a PNG on which nobody could read the words; the least width and height that would do.
    PngTooSmall(u32, u32),
    /// No PDF can be made, because a font cannot be embedded.
    NoPdf,
    /// A file was not written because somebody stopped it.
    ExportCancelled,
    /// On the command line: how many faults, and how many pieces of advice.
    ProblemCount(usize, usize),
    /// Before a hint.
    HintHeading,
}

/// The columns of the table of personnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The batch.
    Batch,
    /// Its years.
    Years,
    /// Its people.
    People,
    /// The state of the figure.
    State,
    /// Other reports.
    Others,
    /// Who reported it.
    Sources,
}

impl Column {
    /// All columns, from left to right.
    pub const ALL: [Self; 6] = [Self::Batch, Self::Years, Self::People, Self::State, Self::Others, Self::Sources];
}

/// The words of tables for other programs, beside those of [`Column`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    /// Heads the column that says what a figure counts.
    Counts,
    /// It counts one batch.
    OneBatch,
    /// It counts several batches that are only known together.
    Together,
    /// It counts all batches up to one, as published.
    Total,
    /// Heads the column of the qualifying word.
    Precision,
    /// No such word.
    Exact,
    /// A little fewer.
    Nearly,
    /// More.
    MoreThan,
    /// A few more or fewer.
    About,
    /// Heads the column of sums.
    Arithmetic,
    /// Heads the column of remarks.
    Remark,
    /// Heads the column of provinces.
    Province,
    /// Heads the column of the places paired with them.
    Division,
    /// Heads the column of beginnings.
    Since,
    /// Heads the column of ends.
    Until,
    /// Heads the column of what the sources say of a span.
    LocalizedText,
}
