//! What the viewer is doing with the exhibition. Pure: [`State::update`] turns an action into a new state and effects.
//!
//! Time is a number that comes in with [`Action::Tick`]; there is no clock, disk or screen here.

mod action;
mod browse;
mod effect;
mod saving;
mod settings;
mod sheet;
pub mod talk;
mod unshown;
mod update;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Filter, Lang, MilestoneId, Pack, PassedOver, Problem, Sort, Trouble, Unshown};

pub use action::Action;
pub use browse::{matching_provinces, photo_count};
pub use effect::Effect;
pub use saving::{Content, Form, SaveAct, Saving, Unsaved, Unwritten};
pub use settings::{Distance, Settings, USUAL_POINTS_PER_MM};
pub use sheet::{Claim, Sheet, Subject, claims};
pub use talk::{Talk, TalkAct};

/// The views of the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The wall of pictures.
    #[default]
    Photos,
    /// Personnel per batch.
    Personnel,
    /// Provinces and divisions.
    Pairings,
    /// Milestones.
    Timeline,
    /// Sources and about.
    Sources,
}

impl View {
    /// All views, in the order of the tabs.
    pub const ALL: [Self; 5] = [Self::Photos, Self::Personnel, Self::Pairings, Self::Timeline, Self::Sources];
}

/// The themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Day.
    #[default]
    Light,
    /// Night.
    Dark,
    /// High contrast.
    Contrast,
}

impl Theme {
    /// All themes, in the order in which a key goes through them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];
}

/// How the personnel are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChartMode {
    /// Bars.
    #[default]
    Bars,
    /// The same numbers as a table.
    Table,
    /// The published totals after each batch.
    Running,
}

impl ChartMode {
    /// All modes, in the order of their switch.
    pub const ALL: [Self; 3] = [Self::Bars, Self::Table, Self::Running];
}

/// What can slide over the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Drawer {
    /// The provinces, on a narrow screen.
    Provinces,
    /// The topics, on a narrow screen.
    Topics,
    /// The keys.
    Keys,
    /// Theme, full screen, opening a pack.
    Menu,
    /// How large everything is.
    Size,
    /// How the program runs on this computer, for whoever helps.
    Status,
    /// What can be saved as a file.
    Save,
    /// The ways to open an exhibition.
    Open,
    /// Where a file is to lie, typed: the system has no dialog for it.
    Place,
    /// What is wrong in the exhibition.
    Problems,
}

/// Who draws, in the order in which they are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Renderer {
    /// A graphics card, through OpenGL.
    Gl,
    /// A graphics card, through the way that the system itself prefers: Vulkan, Direct3D 12 or Metal.
    Wgpu,
    /// The processor.
    Cpu,
}

impl Renderer {
    /// What it is called on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gl => "gl",
            Self::Wgpu => "wgpu",
            Self::Cpu => "cpu",
        }
    }
}

/// Who draws, as it turned out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DrawnBy {
    /// Nobody: a picture without a window.
    #[default]
    Nobody,
    /// A graphics card: through what, and the name that it gives itself.
    Card(&'static str, String),
    /// The processor.
    Processor,
}

/// Which part of a picture is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// How many times larger than the whole picture; 1 shows all of it.
    pub scale: f32,
    /// The point of the picture in the middle of the view, from 0 to 1.
    pub center: [f32; 2],
}

impl Zoom {
    /// The whole picture.
    pub const WHOLE: Self = Self { scale: 1.0, center: [0.5, 0.5] };
    /// The strongest zoom of all: a gigapixel panorama pixel by pixel. A view knows how far its own picture goes.
    pub const MOST: f32 = 128.0;

    /// This zoom, kept within its bounds.
    #[must_use]
    pub fn bounded(self) -> Self {
        let scale = if self.scale.is_finite() { self.scale.clamp(1.0, Self::MOST) } else { 1.0 };
        let half = 0.5 / scale;
        let keep = |v: f32| if v.is_finite() { v.clamp(half, 1.0 - half) } else { 0.5 };
        Self { scale, center: self.center.map(keep) }
    }
}

/// Why a pack could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing lies there, or not for now.
    NotThere,
    /// It is there, and cannot be read: all of it, or its `exhibition.json`.
    Unread(Part, ReadFault),
    /// A folder or archive without `exhibition.json` and without pictures.
    NoExhibition,
    /// A folder or archive without both, and what lies there and is not shown.
    NoPictures(Vec<(PassedOver, usize)>),
    /// `exhibition.json` could not be read.
    Unreadable(crate::model::Unreadable),
    /// `exhibition.json` is not text in UTF-8.
    NotText,
    /// The archive holds a name that leads out of it.
    EscapingName(String),
    /// An archive of another kind than ZIP.
    OtherArchive(&'static str),
    /// The archive claims the same bytes for several files.
    Overlapping,
    /// It holds more files than so many.
    TooMany(usize),
    /// Neither a folder nor a `.vitrine` archive nor an `exhibition.json`.
    NotAPack,
}

/// What of a pack could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Pack,
    /// Its `exhibition.json`.
    Exhibition,
}

/// Why the bytes of a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// It was listed, and is not there any more.
    Gone,
    /// The system does not let this user read it.
    NotAllowed,
    /// The device or the network failed.
    Failed,
    /// A pipe, a socket, a device, or a folder in place of a file.
    NotAFile,
    /// A link that leads out of the pack.
    LeadsOut,
    /// Larger than the program takes.
    TooLarge,
    /// Damaged, or cut off.
    Damaged,
    /// Encrypted in its archive.
    Encrypted,
    /// Packed in its archive by this method, which is not read.
    Method(&'static str),
}

/// Something to tell the person at the screen, in a strip that stays until it is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A pack could not be opened: its name, and why.
    OpenFailed(String, OpenError),
    /// A pack was opened: its name, how many problems it has, and how many of those are entries that are missing for them.
    Opened(String, usize, usize),
    /// Pictures without an exhibition were opened: the name of where they lie, and what lies there and is not shown.
    OpenedWithout(String, Vec<(PassedOver, usize)>),
    /// A pack of this name is being opened, and that takes a while.
    Opening(String),
    /// Something was copied.
    Copied,
    /// The first start: how large should everything be?
    FirstStart,
    /// The file of settings was damaged, and now has this name.
    SettingsDamaged(String),
    /// A file was saved at this path.
    Saved(String),
    /// The same without so many pictures that could not be read.
    SavedWithout(String, usize),
    /// A file was not, and why.
    Unsaved(String, Unsaved),
}

impl Notice {
    /// What is told of a pack that was opened.
    #[must_use]
    pub fn opened(pack: &Pack) -> Self {
        let passed = |problem: &Problem| match problem.trouble {
            Trouble::PassedOver { what, count } => Some((what, count)),
            _ => None,
        };
        let passed: Vec<_> = pack.problems.iter().filter_map(passed).collect();
        let name = pack.place.name();
        if pack.album && !passed.is_empty() {
            return Self::OpenedWithout(name, passed);
        }
        Self::Opened(name, pack.faults(), pack.left_out())
    }
}

/// What the viewer is doing.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "they have nothing to do with each other")]
pub struct State {
    /// The pack on the wall.
    pub pack: Arc<Pack>,
    /// Counts the packs opened so far; late pictures of an older one are dropped by it.
    pub generation: u64,
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
    /// The view.
    pub view: View,
    /// The chosen province and topic.
    pub filter: Filter,
    /// What is typed in the search of provinces.
    pub search: String,
    /// The open picture: its position in the exhibition's list.
    pub photo: Option<usize>,
    /// Which part of it is seen.
    pub zoom: Option<Zoom>,
    /// Pictures that cannot be shown, and why.
    pub unshown: BTreeMap<usize, Unshown>,
    /// True of what an audience sees: it is never told of files.
    pub for_audience: bool,
    /// Who draws.
    pub drawn_by: DrawnBy,
    /// From how far away the screen is looked at.
    pub distance: Distance,
    /// What is kept for the next start.
    pub settings: Settings,
    /// How the program runs, once it has been found out.
    pub status: Option<Arc<str>>,
    /// True where every change is a cut: nothing fades, slides or rolls on.
    pub still: bool,
    /// How the personnel are shown.
    pub chart: ChartMode,
    /// The order of the table; that of the batches where `None`.
    pub sort: Option<Sort>,
    /// The stop of the year control; the last one where `None`.
    pub stop: Option<usize>,
    /// The milestone in view.
    pub milestone: Option<MilestoneId>,
    /// The open source sheet.
    pub sheet: Option<Sheet>,
    /// The open drawer.
    pub drawer: Option<Drawer>,
    /// Full screen.
    pub fullscreen: bool,
    /// A file that is being saved.
    pub saving: Option<Saving>,
    /// The path that is being typed, to open or to save.
    pub path: String,
    /// The system was asked for a dialog, and has none.
    pub no_dialog: bool,
    /// What is to be saved, while the system has no dialog to ask where.
    pub unplaced: Option<(Content, Form)>,
    /// What is to be told.
    pub notice: Option<(Notice, f64)>,
    /// The talk, where somebody presents.
    pub talk: Talk,
    /// Seconds since the start.
    pub now: f64,
}
