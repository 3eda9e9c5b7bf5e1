//! All that a visitor can change, as one value with one home.

use std::collections::HashMap;

use crate::model::{Filter, Lang, MilestoneId, Pack, PhotoKey, Sort};

use super::{Content, Distance, FileFormat, Sheet};

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

/// What can be scrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scrollable {
    /// The wall of pictures.
    Wall,
    /// The row of small pictures under the open one.
    Strip,
    /// What is said of the open picture.
    Caption,
    /// The list of provinces.
    Provinces,
    /// What is said of the chosen province.
    ProvinceCard,
    /// The personnel, in one of their forms.
    Personnel(ChartMode),
    /// The diagram of the pairings.
    PairingDiagram,
    /// The pairings as a list.
    PairingGroups,
    /// The timeline, where it is higher than the window.
    Timeline,
    /// The row of milestones.
    Milestones,
    /// The milestones one under another.
    MilestoneList,
    /// The page of sources.
    Sources,
    /// Its contents as a list.
    Contents,
    /// Its contents as a row of chips.
    Chips,
    /// The source sheet.
    Sheet,
    /// An overlay.
    Overlay(Overlay),
    /// The overview of a talk.
    TalkOverview,
    /// What is told after a talk.
    TalkReport,
}

/// All that a visitor can change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
    /// From how far away the screen is looked at.
    pub distance: Distance,
    /// The view.
    pub view: View,
    /// The chosen province and topic.
    pub filter: Filter,
    /// What is typed in the search of provinces.
    pub search: String,
    /// The open picture.
    pub photo: Option<PhotoKey>,
    /// Which part of it is seen.
    pub zoom: Option<Zoom>,
    /// How the personnel are shown.
    pub chart: ChartMode,
    /// The order of the table; that of the batches where `None`.
    pub sort: Option<Sort>,
    /// The year at which the year control stands; its last one where `None`.
    pub step: Option<u16>,
    /// The milestone in view.
    pub milestone: Option<MilestoneId>,
    /// The open source sheet.
    pub sheet: Option<Sheet>,
    /// The open overlay.
    pub overlay: Option<Overlay>,
    /// How far what can be scrolled is, in points to the right and down.
    pub scrolls: HashMap<Scrollable, [f32; 2]>,
    /// When the next year is due, in seconds since the start, while the years are played.
    pub next_year: Option<f64>,
    /// The licences of the fonts are shown.
    pub licences: bool,
    /// The path that is being typed, to open or to save.
    pub path: String,
    /// What is to be saved, while the system has no dialog to ask where.
    pub unplaced: Option<(Content, FileFormat)>,
}

impl Session {
    /// Where a visit of an exhibition begins. Of `home`, language, theme, distance, view and chart count; `views` have something to show.
    #[must_use]
    pub fn home(home: &Self, pack: &Pack, views: &[View]) -> Self {
        Self {
            lang: home.lang,
            theme: home.theme,
            distance: home.distance,
            view: if views.contains(&home.view) { home.view } else { View::Photos },
            chart: home.chart,
            photo: pack.first,
            ..Self::default()
        }
    }

    /// How far something is scrolled, in points to the right and down.
    #[must_use]
    pub fn scrolled(&self, surface: Scrollable) -> [f32; 2] {
        self.scrolls.get(&surface).copied().unwrap_or_default()
    }
}
