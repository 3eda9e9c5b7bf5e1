//! Anything that can happen, as data.

use std::path::PathBuf;

use super::{
    ChartMode, ClaimKey, Distance, DrawnBy, Overlay, SaveCommand, Scrollable, Subject, TalkCommand, Theme, View, Zoom,
};
use crate::model::{
    FileNews, Lang, MilestoneId, OpenError, Pack, PhotoKey, Probed, ProvinceId, SortBy, TopicId, Unavailable,
};

/// Anything that can happen: what a visitor does, and what comes back from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a view.
    View(View),
    /// Choose a province, or none.
    Province(Option<ProvinceId>),
    /// Choose a topic, or all.
    Topic(Option<TopicId>),
    /// Type in the search of provinces.
    Search(String),
    /// Open this picture.
    OpenPhoto(PhotoKey),
    /// Open the next picture of the wall.
    NextPhoto,
    /// Open the previous picture of the wall.
    PreviousPhoto,
    /// Show this part of the open picture.
    Zoom(Zoom),
    /// Speak this language.
    Lang(Lang),
    /// Wear this theme.
    Theme(Theme),
    /// Be as large as looking from there asks for.
    Distance(Distance),
    /// A millimetre of the screen has so many of the system's points.
    Measured(f32),
    /// Who draws was found out.
    DrawnBy(DrawnBy),
    /// Whether every change is a cut: where the processor draws, a fade costs more than it gives.
    Still(bool),
    /// How the program runs was found out, as a text.
    Status(std::sync::Arc<str>),
    /// Show the personnel in this way.
    Chart(ChartMode),
    /// Sort the table by this; again, the other way round; a third time, as it was.
    Sort(SortBy),
    /// Look at the pairings at the end of this year, a stop of the year control.
    Step(u16),
    /// Bring this milestone into view.
    Milestone(MilestoneId),
    /// Open the source sheet of something.
    Sheet(Subject),
    /// Turn to this claim of the open sheet.
    SheetPage(ClaimKey),
    /// Open or close an overlay: the provinces on a narrow screen, the keys, the menu, what can be saved.
    Overlay(Option<Overlay>),
    /// Leave one level: the sheet, the overlay, the picture, the choice.
    Back,
    /// Scroll something so far, in points to the right and down.
    Scroll(Scrollable, [f32; 2]),
    /// Play the years of the pairings, or stop.
    PlayYears(bool),
    /// Show the licences of the fonts, or not.
    Licences(bool),
    /// Back to where a visit begins.
    Reset,
    /// Enter or leave full screen.
    Fullscreen,
    /// Put this text on the clipboard.
    Copy(String),
    /// Ask for a pack with the system's dialog: for a file.
    PickPack,
    /// The same for a folder.
    PickFolder,
    /// The system has no such dialog.
    NoDialog,
    /// Type a path, to open or to save.
    TypePath(String),
    /// Open a pack at a path.
    OpenPack(PathBuf),
    /// Another start of the program was given this pack, and ends: open it here.
    HandedOver(PathBuf),
    /// Show the built-in exhibition.
    OpenBuiltIn,
    /// A pack was opened.
    PackOpened(Box<Pack>),
    /// A pack could not be opened; the one on the wall stays.
    PackFailed(PathBuf, OpenError),
    /// The files of pictures of this opening of a pack told something about them.
    Probed(u64, Vec<(PhotoKey, Probed)>),
    /// A picture of this opening of a pack cannot be shown.
    Unavailable(u64, PhotoKey, Unavailable),
    /// Files of pictures of this opening of a pack are others than they were, have come, or are back.
    FilesChanged(u64, Vec<FileNews>),
    /// A notice was read.
    DismissNotice,
    /// Something happens to a file that is being saved.
    Save(SaveCommand),
    /// Something happens to the talk.
    Talk(TalkCommand),
    /// Time passes: seconds since the start.
    Tick(f64),
    /// Leave the program.
    Quit,
}
