//! All texts of the interface, with their parameters.

use super::ask::Ask;
use super::cells::Cells;
use super::columns::{Column, Export};
use super::editor::Editor;
use super::find::Find;
use super::import::Import;
use super::key_help::KeyHelp;
use super::kiosk::Kiosk;
use super::kiosk_page::KioskPage;
use super::machine::Machine;
use super::mend::Mend;
use super::order::Order;
use super::out::Out;
use super::pane::Pane;
use super::review_sheet::ReviewSheet;
use super::save::Save;
use super::set_up::SetUp;
use super::signoff::Signoff;
use super::soak::Soak;
use super::talk::Talk;
use super::trace::Trace;
use super::unattended::Unattended;
use crate::model::{Difference, HowRead, OpenError, Trouble, Unavailable};
use crate::state::{ChartMode, Notice, Theme, View};

/// A text of the interface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Say<'a> {
    // The frame.
    /// A view's name: on its tab and as its heading.
    View(View),
    /// The hint in the search field, with the number of provinces.
    SearchProvinces(usize),
    /// Over the groups of the sidebar.
    ByPlace,
    /// Over the provinces that are paired with no place.
    NotPaired,
    /// An exhibition has nothing that a poster could show.
    NothingOnPoster,
    /// Under the title of a poster of the whole: the numbers of pictures, provinces, batches and milestones, and the years.
    AtOneLook {
        /// The numbers, and how many of the pictures are drawn; nothing is said of what there is none of.
        counts: [usize; 4],
        /// Of the pictures, so many are illustrations.
        drawn: usize,
        /// The first and the last year.
        years: Option<[u16; 2]>,
    },
    /// The whole exhibition at one look, which opens.
    Whole,
    /// Nothing matches the search.
    NothingMatches(&'a str),
    /// Shows all provinces again.
    AllProvinces(usize),
    /// Clears the choice of this province.
    ClearChoice(&'a str),
    /// Empties the search field.
    ClearSearch,
    /// The exhibition's title, which leads to the start.
    ToTheStart(&'a str),
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
    /// The number of pictures in the gallery.
    Pictures {
        /// Those shown.
        shown: usize,
        /// Those in the exhibition.
        all: usize,
        /// The illustrations among those shown.
        drawn: usize,
    },
    /// The mark on an illustration.
    Illustration,
    /// In the caption of a camera raw file.
    CameraPreview,
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
    /// Over the provinces paired with the same place as one without pictures.
    OthersPairedWith(&'a str),
    /// Shows all pictures again.
    ShowAllPictures,
    /// More follows below.
    More,
    /// A picture's file is damaged or missing.
    CannotBeShown,
    /// A picture's file is away for now, for visitors.
    AwayForNow,
    /// Why a picture cannot be shown, and what to do, for those who prepare the pictures.
    WhyUnavailable(Unavailable),
    /// The progress of a slow picture, in percent.
    PictureComesIn(u8),
    /// Back to the gallery.
    AllPictures,
    /// The position in the gallery.
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
    /// Before the credit of a photograph that an illustration stands in for.
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
    /// No other province is paired with it.
    NobodyElse,
    /// Before a pairing that has ended.
    Formerly,
    /// Over its personnel figures.
    OwnPersonnel,
    /// No personnel total was found.
    NoTotalFound,
    /// The figures of provinces are never added up.
    NotAddedUp,
    /// A link to its sources, with their number.
    SeeSources(usize),
    /// “Reported by …”, with the publisher and date.
    ReportedBy(&'a str, &'a str),

    // Personnel.
    /// The heading of the chart.
    PersonnelPerBatch,
    /// In print, instead of a chart of more batches than fit on a page.
    NoRoomForChart,
    /// The heading of the running totals.
    PublishedTotals,
    /// A mode of showing the personnel.
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
    /// The same with the number of those that are not named.
    AlsoMore(&'a str, usize),
    /// Only the number of other reports.
    AlsoSome(usize),
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
    /// The difference between the sum and the published total, itself in words.
    Difference(Difference, &'a str),
    /// The name of a bar for screen readers.
    BarName {
        /// The batch's number.
        batch: u32,
        /// Its years.
        years: &'a str,
        /// The figure, in words.
        figure: &'a str,
        /// Other reports, in words; empty if there are none.
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
        /// Other reports, in words; empty if there are none.
        also: &'a str,
        /// The sum of the batches up to it, in words; empty if there is none.
        sum: &'a str,
    },
    /// A column of the table.
    Column(Column),
    /// The header of a sortable column, and its sort order: ascending, or descending (`true`).
    SortBy(&'a str, Option<bool>),
    /// A word of an exported table.
    Export(Export),

    // Pairings.
    /// Over the provinces of the diagram, with their number.
    Provinces(usize),
    /// The same, where a word alone has room.
    ProvincesAlone,
    /// The name of a ribbon for screen readers.
    Ribbon {
        /// The province.
        province: &'a str,
        /// The division.
        division: &'a str,
        /// The span, in words.
        told: &'a str,
    },
    /// The diagram's year, over the card.
    InYear(&'a str),
    /// Choose a province to see it.
    ChooseProvince,
    /// Plays the years.
    PlayYears,
    /// Pauses the years.
    PauseYears,
    /// Looks at all views year by year.
    YearByYear,
    /// Ends that.
    AllYears,
    /// A batch arrives in the year that is looked at.
    BatchArrives(u32),
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
    /// Over those who reported a figure, for an audience.
    WhoReported,
    /// After the sources that are named: how many others there are.
    AndSources(usize),
    /// After the reports that are shown: how many others there are.
    AndReports(usize),
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
    /// The sources of a province.
    SourcesFor(&'a str),
    /// An amount of people.
    People(&'a str),
    /// What a source gives as a sentence: the number with its unit, and a remark on it, mostly empty.
    ItGives(&'a str, &'a str),
    /// The position in a sheet.
    SourceNOf(usize, usize),
    /// Copies the citation.
    CopyCitation,
    /// Copies the table to the clipboard.
    CopyTable,
    /// The sum that a figure is worked out from.
    Arithmetic,
    /// Under a sum of our own in a sheet.
    AddedUpHere,

    /// A text of a talk.
    Talk(Talk<'a>),
    /// A text about the program or the computer.
    Machine(Machine<'a>),
    /// A text of a kiosk.
    Kiosk(Kiosk),
    /// A text of the page for a kiosk's venue.
    KioskPage(KioskPage),
    /// The set-up of a kiosk.
    SetUp(SetUp<'a>),
    /// A text about saving a file.
    Save(Save<'a>),
    /// A text about where a file is written.
    Out(Out<'a>),
    /// A text of a sheet for a native reader, or about one that has come back.
    ReviewSheet(ReviewSheet<'a>),
    /// A text about rows from a spreadsheet.
    Import(Import<'a>),
    /// A text about opening without the system's dialogs, and what was not found.
    Ask(Ask<'a>),
    /// A text of the search by touch.
    Find(Find<'a>),
    /// A text of what rests on a source.
    Trace(Trace<'a>),
    /// A text of the page that a soak prints.
    Soak(Soak),
    /// A text of the editor.
    Editor(Editor<'a>),
    /// A text of the editing pane.
    Pane(Pane<'a>),
    /// A text of the tables.
    Cells(Cells<'a>),
    /// A text of the list of problems.
    Mend(Mend<'a>),
    /// A text of the running order.
    Order(Order<'a>),
    /// A text of the sign-off book.
    Signoff(Signoff<'a>),
    /// A text about a program that nobody sits at.
    Unattended(Unattended<'a>),

    // Notices and problems.
    /// A notice.
    Notice(&'a Notice),
    /// A problem, without its place.
    Trouble(&'a Trouble),
    /// What to do about a problem.
    Hint(&'a Trouble),
    /// On the command line: a pack cannot be opened.
    CannotOpen(&'a str, &'a OpenError),
    /// A file could not be written, with the system's message.
    CannotWrite(&'a str, &'a str),
    /// On the command line: a pack was saved.
    Packed {
        /// The number of pictures.
        pictures: usize,
        /// The size of the file.
        bytes: u64,
        /// Its path.
        path: &'a str,
    },
    /// On the command line: a picture that was left out of a pack, and why.
    PackedWithout(&'a str, Unavailable),
    /// On the command line: a picture that is in a pack although it cannot be shown, and why.
    PackedUnseen(&'a str, Unavailable),
    /// On the command line: a picture that was renamed in the pack.
    PackedRenamed(&'a str, &'a str),
    /// On the command line: a picture that was re-encoded, and its name in the pack.
    PackedAnew(&'a str, &'a str),
    /// The preview of a camera raw file was packed under another name.
    PackedPreview(&'a str, &'a str),
    /// On the command line: the pictures are unchanged, with all of their metadata.
    PackedAsTheyWere,
    /// On the command line: the number of files from which the camera's position was removed.
    PositionsTakenOut(usize),
    /// An exhibition without batches has no chart to write.
    NoFigures,
    /// On the command line: a PNG with more pixels than the limit.
    PngTooLarge,
    /// On the command line: a PNG too small to read; the minimum width and height.
    PngTooSmall(u32, u32),
    /// No PDF can be made, because a font cannot be embedded.
    NoPdf,
    /// A file was not written because it was cancelled.
    ExportCancelled,
    /// On the command line: the numbers of faults and of advice.
    ProblemCount(usize, usize),
    /// Before a hint.
    HintHeading,
}
