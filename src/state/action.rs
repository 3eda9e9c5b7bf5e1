//! Everything that can happen, as data.

use std::path::PathBuf;

use super::kiosk::SetUpCommand;
use super::{
    ChartMode, ClaimKey, Distance, DrawnBy, EditCommand, FinderCommand, KioskCommand, Overlay, SaveCommand, Scrollable,
    Subject, TalkCommand, Theme, View, Zoom,
};
use crate::model::{
    FileNews, Lang, MilestoneId, OpenError, Pack, PhotoKey, Probed, ProvinceId, SortBy, SourceId, TopicId, Unavailable,
};

/// Everything that can happen: visitors' input, and answers from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Switch to a view.
    View(View),
    /// Choose a province, or none.
    Province(Option<ProvinceId>),
    /// Choose a topic, or all.
    Topic(Option<TopicId>),
    /// Type in the search of provinces.
    Search(String),
    /// A command for the search across the whole screen.
    Finder(FinderCommand),
    /// Open a picture.
    OpenPhoto(PhotoKey),
    /// Open the next picture of the gallery.
    NextPhoto,
    /// Open the previous picture of the gallery.
    PreviousPhoto,
    /// Show this part of the open picture.
    Zoom(Zoom),
    /// Set the language.
    Lang(Lang),
    /// Set the theme.
    Theme(Theme),
    /// Set the viewing distance, and with it the size of everything.
    Distance(Distance),
    /// Set the system's points per millimetre of the screen, as measured.
    Measured(f32),
    /// The renderer is known.
    DrawnBy(DrawnBy),
    /// Set whether changes are cuts: with the CPU renderer a fade costs more than it gives.
    Still(bool),
    /// The status report is ready, as text.
    Status(std::sync::Arc<str>),
    /// Set how the personnel are shown.
    Chart(ChartMode),
    /// Sort the table by this; again to reverse, a third time to restore the original order.
    Sort(SortBy),
    /// Show the pairings at the end of this year, a step of the year control.
    Step(u16),
    /// Scroll to a milestone.
    Milestone(MilestoneId),
    /// Open the source sheet of a subject.
    Sheet(Subject),
    /// Turn to a claim of the open sheet.
    SheetPage(ClaimKey),
    /// Show what rests on a source, through all views; everything again if `None`.
    Trace(Option<SourceId>),
    /// Open or close an overlay: the provinces on a narrow screen, the keys, the menu, what can be saved.
    Overlay(Option<Overlay>),
    /// Go back one level: the sheet, the overlay, the picture, the choice.
    Back,
    /// Set a scroll offset, in points to the right and down.
    Scroll(Scrollable, [f32; 2]),
    /// Look at a year in all views, or at all of them.
    Year(Option<u16>),
    /// Start or stop playing the years: all of them where one is looked at, else those of the pairings.
    PlayYears(bool),
    /// Show or hide the licences of the fonts.
    Licences(bool),
    /// Go to the first view, with nothing chosen and nothing open. Language, colours and size stay.
    Home,
    /// Return to the start of a visit.
    Reset,
    /// Enter or leave full screen.
    Fullscreen,
    /// Copy a text to the clipboard.
    Copy(String),
    /// Open the system's dialog for a pack as a file.
    PickPack,
    /// Open the system's dialog for a pack as a folder.
    PickFolder,
    /// The system has no dialog.
    NoDialog,
    /// Type a path, to open or to save.
    TypePath(String),
    /// Open a pack at a path.
    OpenPack(PathBuf),
    /// Open this pack, handed over by another start of the program, which then ends.
    HandedOver(PathBuf),
    /// Show the built-in exhibition.
    OpenBuiltIn,
    /// A pack was opened.
    PackOpened(Box<Pack>),
    /// A pack could not be opened; the current one stays.
    PackFailed(PathBuf, OpenError),
    /// Pictures of this generation were probed.
    Probed(u64, Vec<(PhotoKey, Probed)>),
    /// A picture of this generation cannot be shown.
    Unavailable(u64, PhotoKey, Unavailable),
    /// Files of pictures of this generation have changed, appeared or returned.
    FilesChanged(u64, Vec<FileNews>),
    /// Dismiss the notice.
    DismissNotice,
    /// A command for saving.
    Save(SaveCommand),
    /// A command for the talk.
    Talk(TalkCommand),
    /// A command for the set-up of a kiosk, from the menu.
    SetUp(SetUpCommand),
    /// A command for the kiosk.
    Kiosk(KioskCommand),
    /// A command for editing.
    Edit(EditCommand),
    /// Time passes: seconds since the start.
    Tick(f64),
    /// Quit the program.
    Quit,
}
