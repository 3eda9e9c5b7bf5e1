//! What the viewer is doing with the exhibition. Pure: [`State::update`] turns an action into a new state and effects.
//!
//! Time is a number that comes in with [`Action::Tick`]; there is no clock, disk or screen here.

mod action;
mod browse;
mod effect;
mod mode;
mod notices;
mod renderer;
mod saving;
mod session;
mod settings;
mod sheet;
pub mod talk;
mod unavailable;
mod update;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Filter, Lang, MilestoneId, Pack, PhotoKey, Sort, Unavailable};

pub use action::Action;
pub use browse::{matching_provinces, photo_count};
pub use effect::Effect;
pub use mode::Mode;
pub use notices::Notice;
use notices::Notices;
pub use renderer::{DrawnBy, Renderer};
pub use saving::{Content, FileFormat, SaveCommand, Saving, Unsaved, Unwritten};
pub use session::{ChartMode, Overlay, Scrollable, Session, Theme, View, Zoom};
pub use settings::{Distance, Settings, USUAL_POINTS_PER_MM};
pub use sheet::{Claim, ClaimKey, Sheet, Subject, claims};
pub use talk::{Talk, TalkCommand};

/// What a start brings along.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// What was kept.
    pub settings: Settings,
    /// The language, theme and distance that go before what was kept.
    pub lang: Option<Lang>,
    /// See `lang`.
    pub theme: Option<Theme>,
    /// See `lang`.
    pub distance: Option<Distance>,
    /// The view; the wall where it has nothing to show.
    pub view: View,
    /// How the personnel are shown.
    pub chart: ChartMode,
    /// Full screen.
    pub fullscreen: bool,
    /// What is to be told first.
    pub notices: Vec<Notice>,
}

/// All that is going on. Only [`State::update`] changes it.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "they have nothing to do with each other")]
pub struct State {
    /// The exhibition that is shown.
    pack: Arc<Pack>,
    /// Counts the exhibitions opened so far; late pictures of an older one are dropped by it.
    generation: u64,
    /// Pictures that cannot be shown, and why.
    unavailable: BTreeMap<PhotoKey, Unavailable>,
    /// All that a visitor can change.
    session: Session,
    /// What a reset goes back to, but for what depends on the exhibition.
    home: Session,
    /// What is kept for the next start.
    settings: Settings,
    /// What is to be told.
    notices: Notices,
    /// The talk, where somebody presents.
    talk: Talk,
    /// A file that is being saved.
    saving: Option<Saving>,
    /// Full screen.
    fullscreen: bool,
    /// Who draws.
    drawn_by: DrawnBy,
    /// True where every change is a cut: nothing fades, slides or rolls on.
    still: bool,
    /// The system was asked for a dialog, and has none.
    no_dialog: bool,
    /// How the program runs, once it has been found out.
    status: Option<Arc<str>>,
    /// True of what an audience sees: it is never told of files.
    for_audience: bool,
    /// Seconds since the start.
    now: f64,
}

impl State {
    /// A state that shows a pack from its beginning.
    #[must_use]
    pub fn showing(pack: impl Into<Arc<Pack>>) -> Self {
        Self::begin(pack, Start::default())
    }

    /// The state at a start.
    #[must_use]
    pub fn begin(pack: impl Into<Arc<Pack>>, start: Start) -> Self {
        let settings = start.settings;
        let home = Session {
            lang: start.lang.or(settings.lang).unwrap_or_default(),
            theme: start.theme.or(settings.theme).unwrap_or_default(),
            distance: start.distance.or(settings.distance).unwrap_or_default(),
            view: start.view,
            chart: start.chart,
            ..Session::default()
        };
        let mut state = Self { pack: pack.into(), home, settings, fullscreen: start.fullscreen, ..Self::default() };
        state.session = state.at_home();
        for notice in start.notices {
            state.notices.push(notice, 0.0);
        }
        state
    }

    /// The same with another version of its pack and of what cannot be shown of it: for paper, where pictures are prepared first.
    #[must_use]
    pub fn with_pack(&self, pack: impl Into<Arc<Pack>>, unavailable: BTreeMap<PhotoKey, Unavailable>) -> Self {
        Self { pack: pack.into(), unavailable, ..self.clone() }
    }

    /// The exhibition that is shown.
    #[must_use]
    pub fn pack(&self) -> &Arc<Pack> {
        &self.pack
    }

    /// Counts the exhibitions opened so far.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Pictures that cannot be shown, and why.
    #[must_use]
    pub fn unavailable(&self) -> &BTreeMap<PhotoKey, Unavailable> {
        &self.unavailable
    }

    /// All that a visitor can change.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What is kept for the next start.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What may be told over an open overlay: the answer to what was just done in it.
    #[must_use]
    pub fn answer(&self) -> Option<&Notice> {
        self.notices.answer()
    }

    /// The notice that is shown where no overlay is open.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notices.shown()
    }

    /// The talk.
    #[must_use]
    pub fn talk(&self) -> &Talk {
        &self.talk
    }

    /// A file that is being saved.
    #[must_use]
    pub fn saving(&self) -> Option<&Saving> {
        self.saving.as_ref()
    }

    /// Full screen.
    #[must_use]
    pub fn fullscreen(&self) -> bool {
        self.fullscreen
    }

    /// Who draws.
    #[must_use]
    pub fn drawn_by(&self) -> &DrawnBy {
        &self.drawn_by
    }

    /// True where every change is a cut: nothing fades, slides or rolls on.
    #[must_use]
    pub fn still(&self) -> bool {
        self.still
    }

    /// True where the system was asked for a dialog, and has none.
    #[must_use]
    pub fn no_dialog(&self) -> bool {
        self.no_dialog
    }

    /// How the program runs, once it has been found out.
    #[must_use]
    pub fn status(&self) -> Option<&Arc<str>> {
        self.status.as_ref()
    }

    /// True of what an audience sees: it is never told of files.
    #[must_use]
    pub fn for_audience(&self) -> bool {
        self.for_audience
    }

    /// Seconds since the start.
    #[must_use]
    pub fn now(&self) -> f64 {
        self.now
    }
}

/// What a visitor has chosen, as views ask for it.
impl State {
    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.session.lang
    }

    /// The theme.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.session.theme
    }

    /// From how far away the screen is looked at.
    #[must_use]
    pub fn distance(&self) -> Distance {
        self.session.distance
    }

    /// The view.
    #[must_use]
    pub fn view(&self) -> View {
        self.session.view
    }

    /// The chosen province and topic.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.session.filter
    }

    /// What is typed in the search of provinces.
    #[must_use]
    pub fn search(&self) -> &str {
        &self.session.search
    }

    /// The open picture.
    #[must_use]
    pub fn photo(&self) -> Option<PhotoKey> {
        self.session.photo
    }

    /// The zoom of the open picture.
    #[must_use]
    pub fn zoom(&self) -> Zoom {
        self.session.zoom.unwrap_or(Zoom::WHOLE)
    }

    /// How the personnel are shown.
    #[must_use]
    pub fn chart(&self) -> ChartMode {
        self.session.chart
    }

    /// The order of the table; that of the batches where `None`.
    #[must_use]
    pub fn sort(&self) -> Option<Sort> {
        self.session.sort
    }

    /// The year at which the year control stands; its last one where `None`.
    #[must_use]
    pub fn step(&self) -> Option<u16> {
        self.session.step
    }

    /// The milestone in view.
    #[must_use]
    pub fn milestone(&self) -> Option<&MilestoneId> {
        self.session.milestone.as_ref()
    }

    /// The open source sheet.
    #[must_use]
    pub fn sheet(&self) -> Option<&Sheet> {
        self.session.sheet.as_ref()
    }

    /// The open overlay.
    #[must_use]
    pub fn overlay(&self) -> Option<Overlay> {
        self.session.overlay
    }

    /// The path that is being typed, to open or to save.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.session.path
    }
}
