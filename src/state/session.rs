//! Everything that a visitor can change, as one value with one home.

use std::collections::HashMap;

use crate::model::{Filter, Lang, MilestoneId, Pack, PhotoKey, Sort, SourceId};

use super::kiosk::SettingUp;
use super::{Access, Content, Distance, FileFormat, Finder, Sheet};

/// The views of the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The gallery.
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

/// What can open over the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overlay {
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
    /// The status report, for technical help.
    Status,
    /// What can be saved as a file.
    Save,
    /// The ways to open an exhibition.
    Open,
    /// The typed path of a file to save, if the system has no dialog.
    Place,
    /// The problems of the exhibition.
    Problems,
    /// The ways to begin an exhibition of one's own.
    Prepare,
    /// Where photographs to add lie, typed.
    Photographs,
    /// Where the photographs lie that an exhibition begins with, typed.
    FirstPhotographs,
    /// Earlier states of what is being edited.
    Versions,
    /// What the rows of a spreadsheet would change in what is being edited.
    Spreadsheet,
    /// The set-up of a kiosk.
    SetUp,
    /// The whole exhibition at one look, in the place of the view.
    Whole,
}

/// The visible part of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// The scale relative to the whole picture; 1 shows all of it.
    pub scale: f32,
    /// The point of the picture at the centre of the view, from 0 to 1.
    pub center: [f32; 2],
}

impl Zoom {
    /// The whole picture.
    pub const WHOLE: Self = Self { scale: 1.0, center: [0.5, 0.5] };
    /// The maximum scale: a gigapixel panorama at full size. A view limits it further by its own picture.
    pub const MOST: f32 = 128.0;

    /// This zoom, clamped to its bounds.
    #[must_use]
    pub fn bounded(self) -> Self {
        let scale = if self.scale.is_finite() { self.scale.clamp(1.0, Self::MOST) } else { 1.0 };
        let half = 0.5 / scale;
        let keep = |v: f32| if v.is_finite() { v.clamp(half, 1.0 - half) } else { 0.5 };
        Self { scale, center: self.center.map(keep) }
    }
}

/// What can be scrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scrollable {
    /// A view as a whole, in a low window.
    Page(View),
    /// The tabs, where they are wider than the window.
    Tabs,
    /// The gallery.
    Wall,
    /// The row of thumbnails under the open picture.
    Strip,
    /// The caption of the open picture.
    Caption,
    /// The list of provinces.
    Provinces,
    /// What the search across the whole screen found.
    Found,
    /// The card of the chosen province.
    ProvinceCard,
    /// The personnel, in one of their modes.
    Personnel(ChartMode),
    /// The diagram of the pairings.
    PairingDiagram,
    /// The pairings as a list.
    PairingGroups,
    /// The timeline, if higher than the window.
    Timeline,
    /// The row of milestones.
    Milestones,
    /// The milestones as a list.
    MilestoneList,
    /// The page of sources.
    Sources,
    /// The contents of the sources, as a list.
    Contents,
    /// The contents of the sources, as a row of chips.
    Chips,
    /// The source sheet.
    Sheet,
    /// An overlay.
    Overlay(Overlay),
    /// The start sheet of a talk.
    TalkStart,
    /// The overview of a talk.
    TalkOverview,
    /// The report of a talk.
    TalkReport,
    /// The pane of what is edited.
    EditPane,
    /// The list of problems of what is edited.
    EditedProblems,
    /// The stops of the running order that is edited.
    EditedStops,
    /// The stop that is edited.
    EditedStop,
    /// What can be chosen for it.
    EditedChoices,
}

/// Everything that a visitor can change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
    /// The viewing distance.
    pub distance: Distance,
    /// The view.
    pub view: View,
    /// The chosen province and topic.
    pub filter: Filter,
    /// The text in the search of provinces.
    pub search: String,
    /// The search across the whole screen, while it is open.
    pub finder: Option<Finder>,
    /// The open picture.
    pub photo: Option<PhotoKey>,
    /// Whether it was opened from the whole exhibition at one look, to which it leads back.
    pub from_whole: bool,
    /// The picture that was open last, which its wall marks.
    pub last_photo: Option<PhotoKey>,
    /// The visible part of it.
    pub zoom: Option<Zoom>,
    /// How the personnel are shown.
    pub chart: ChartMode,
    /// The order of the table; `None` for that of the batches.
    pub sort: Option<Sort>,
    /// The year that is looked at in all views at once; `None` for all of them.
    pub year: Option<u16>,
    /// The year of the year control; `None` for its last step.
    pub step: Option<u16>,
    /// The milestone in view.
    pub milestone: Option<MilestoneId>,
    /// The open source sheet.
    pub sheet: Option<Sheet>,
    /// The source that everything else is dimmed for but what rests on it.
    pub trace: Option<SourceId>,
    /// The open overlay.
    pub overlay: Option<Overlay>,
    /// What makes the exhibition easier to see and reach, at a kiosk.
    pub access: Access,
    /// The scroll offsets, in points to the right and down.
    pub scrolls: HashMap<Scrollable, [f32; 2]>,
    /// When the next year is due while the years are played, in seconds since the start.
    pub next_year: Option<f64>,
    /// Whether the licences of the fonts are shown.
    pub licences: bool,
    /// The path being typed, to open or to save.
    pub path: String,
    /// What to save at a typed path, as the system has no dialog.
    pub unplaced: Option<(Content, FileFormat)>,
    /// The draft of a kiosk's set-up.
    pub setting_up: Option<Box<SettingUp>>,
}

impl Session {
    /// The start of a visit, with the language, theme, distance, chart and access of `home`, and its view if among `views`.
    #[must_use]
    pub fn home(home: &Self, pack: &Pack, views: &[View]) -> Self {
        Self {
            lang: home.lang,
            theme: home.theme,
            distance: home.distance,
            view: if views.contains(&home.view) { home.view } else { View::Photos },
            chart: home.chart,
            photo: pack.first,
            access: home.access,
            ..Self::default()
        }
    }

    /// A scroll offset, in points to the right and down.
    #[must_use]
    pub fn scrolled(&self, surface: Scrollable) -> [f32; 2] {
        self.scrolls.get(&surface).copied().unwrap_or_default()
    }
}
