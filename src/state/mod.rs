//! What the viewer is doing with the exhibition. Pure: [`State::update`] turns an action into a new state and effects.
//!
//! Time is a number that arrives with [`Action::Tick`]; there is no clock, disk or screen here.

mod action;
mod browse;
pub mod editing;
mod effect;
pub mod kiosk;
mod mode;
mod notices;
mod renderer;
mod saving;
mod screens;
mod search;
mod session;
mod settings;
mod sheet;
pub mod talk;
mod trace;
mod unavailable;
mod update;
pub mod years;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Filter, Lang, MilestoneId, Pack, PhotoKey, Sort, Unavailable};

pub use action::Action;
pub use browse::photo_count;
pub use editing::{
    BeginCommand, EditCommand, Editing, Landing, OrderCommand, PhotoCommand, ProblemCommand, Unfinished,
};
pub use effect::Effect;
pub use kiosk::{Access, Kiosk, KioskCommand, KioskSetup};
pub use mode::Mode;
pub use notices::Notice;
use notices::Notices;
pub use renderer::{DrawnBy, Renderer};
pub use saving::{Content, FileFormat, SaveCommand, Saving, Unsaved, Unwritten};
pub use screens::{Attraction, Screen};
pub use search::{Finder, FinderCommand, Typed, found_provinces, matching_provinces, searched_provinces};
pub use session::{ChartMode, Overlay, Scrollable, Session, Theme, View, Zoom};
pub use settings::{Distance, Settings, USUAL_POINTS_PER_MM};
pub use sheet::{Claim, ClaimKey, Sheet, Subject, claims};
pub use talk::{Talk, TalkCommand};
pub use trace::{Counts, Rests, Trace, rests_on};

/// The parameters of a start.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The persisted settings.
    pub settings: Settings,
    /// The language, which overrides the settings.
    pub lang: Option<Lang>,
    /// The theme, which overrides the settings.
    pub theme: Option<Theme>,
    /// The viewing distance, which overrides the settings.
    pub distance: Option<Distance>,
    /// The view; the gallery if it has nothing to show.
    pub view: View,
    /// How the personnel are shown.
    pub chart: ChartMode,
    /// Full screen.
    pub fullscreen: bool,
    /// The first notices.
    pub notices: Vec<Notice>,
    /// Whether the kiosk is a trial.
    pub trial: bool,
    /// Whether the exhibition of the kiosk could not be opened: it is tried again.
    pub missing: bool,
    /// How the kiosk is set up, if this is one: it decides on language, theme, distance and view, and there are no notices.
    pub kiosk: Option<KioskSetup>,
}

/// The whole state of the program. Only [`State::update`] changes it.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "they have nothing to do with each other")]
pub struct State {
    /// The exhibition that is shown.
    pack: Arc<Pack>,
    /// The number of exhibitions opened so far, by which late pictures of an older one are dropped.
    generation: u64,
    /// Pictures that cannot be shown, with the reason.
    unavailable: BTreeMap<PhotoKey, Unavailable>,
    /// All that a visitor can change.
    session: Session,
    /// What a reset returns to, except for what depends on the exhibition.
    home: Session,
    /// The persisted settings.
    settings: Settings,
    /// The pending notices.
    notices: Notices,
    /// The talk.
    talk: Talk,
    /// The kiosk, if this is one.
    kiosk: Option<Kiosk>,
    /// The exhibition that is being edited.
    editing: Option<Box<Editing>>,
    /// What was edited and not saved, as far as it is known.
    unfinished: Vec<Unfinished>,
    /// A file that is being saved.
    saving: Option<Saving>,
    /// Full screen.
    fullscreen: bool,
    /// The renderer.
    drawn_by: DrawnBy,
    /// Whether every change is a cut, without fades, slides or momentum.
    still: bool,
    /// Whether the system was asked for a dialog and has none.
    no_dialog: bool,
    /// The status report, once it is ready.
    status: Option<Arc<str>>,
    /// Whether this is an audience view, which never mentions files.
    for_audience: bool,
    /// Seconds since the start.
    now: f64,
}

impl State {
    /// A state that shows a pack from its start.
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
        if let Some(setup) = start.kiosk {
            state.home = Session {
                lang: setup.languages.first().copied().unwrap_or_default(),
                theme: setup.theme,
                distance: setup.distance,
                view: setup.view,
                ..Session::default()
            };
            state.fullscreen = true;
            let kiosk = if start.missing { Kiosk::new(setup).without_its_pack(0.0) } else { Kiosk::new(setup) };
            state.kiosk = Some(if start.trial { kiosk.on_trial() } else { kiosk });
        }
        state.session = state.at_home();
        if state.kiosk.is_none() {
            start.notices.into_iter().for_each(|notice| state.notices.push(notice, 0.0));
        }
        state
    }

    /// A copy with another version of its pack and of its unavailable pictures: for print, which prepares pictures first.
    #[must_use]
    pub fn with_pack(&self, pack: impl Into<Arc<Pack>>, unavailable: BTreeMap<PhotoKey, Unavailable>) -> Self {
        Self { pack: pack.into(), unavailable, ..self.clone() }
    }

    /// The exhibition that is shown.
    #[must_use]
    pub fn pack(&self) -> &Arc<Pack> {
        &self.pack
    }

    /// The number of exhibitions opened so far.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Changes with every change of what is shown: the number of exhibitions opened, and that of the edits.
    #[must_use]
    pub fn revision(&self) -> (u64, u64) {
        (self.generation, self.editing.as_ref().map_or(0, |editing| editing.revision()))
    }

    /// Pictures that cannot be shown, with the reason.
    #[must_use]
    pub fn unavailable(&self) -> &BTreeMap<PhotoKey, Unavailable> {
        &self.unavailable
    }

    /// All that a visitor can change.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The persisted settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The notice that may be shown over an open overlay: the answer to what was just done in it.
    #[must_use]
    pub fn answer(&self) -> Option<&Notice> {
        self.notices.answer()
    }

    /// The notice that is shown if no overlay is open.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notices.shown()
    }

    /// The talk.
    #[must_use]
    pub fn talk(&self) -> &Talk {
        &self.talk
    }

    /// What was edited and not saved, as of when the ways to begin were last looked at.
    #[must_use]
    pub fn unfinished(&self) -> &[Unfinished] {
        &self.unfinished
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

    /// The renderer.
    #[must_use]
    pub fn drawn_by(&self) -> &DrawnBy {
        &self.drawn_by
    }

    /// Returns `true` if every change is a cut, without fades, slides or momentum.
    #[must_use]
    pub fn still(&self) -> bool {
        self.still || self.session.access.less_motion
    }

    /// Returns `true` if something may move from one place to another, unless a visitor wants less of it. Where frames turn out to be
    /// slow it cuts all the same, so that this holds without a graphics card too.
    #[must_use]
    pub fn moves(&self) -> bool {
        !self.session.access.less_motion
    }

    /// Returns `true` if the system was asked for a dialog and has none.
    #[must_use]
    pub fn no_dialog(&self) -> bool {
        self.no_dialog
    }

    /// The status report, once it is ready.
    #[must_use]
    pub fn status(&self) -> Option<&Arc<str>> {
        self.status.as_ref()
    }

    /// Returns `true` if this is an audience view, which never mentions files.
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

/// A visitor's choices, for the views.
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

    /// The viewing distance.
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

    /// The text in the search of provinces.
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

    /// The order of the table; `None` for that of the batches.
    #[must_use]
    pub fn sort(&self) -> Option<Sort> {
        self.session.sort
    }

    /// The year of the year control; `None` for its last step.
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

    /// The path being typed, to open or to save.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.session.path
    }
}
