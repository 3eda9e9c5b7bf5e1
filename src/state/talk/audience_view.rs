//! The audience view, as a value without anything of the speaker's.

use crate::model::{ChartForm, Filter, Lang, Pack, PhotoKey, Shows, Stop, Words};
use crate::state::{ChartMode, State, Theme, Zoom};

use super::{Phase, Spot, TALK_ZOOM, Talk};

/// Black or white instead of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// Black.
    Black,
    /// White.
    White,
}

/// A light on the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Light {
    /// None.
    #[default]
    None,
    /// A round spot; the rest is dark.
    Spot,
    /// A dot.
    Dot,
}

/// Everything that the audience sees.
#[derive(Clone, Debug, PartialEq)]
pub struct AudienceView {
    /// What is shown; `None` if the exhibition is empty.
    pub shows: Option<Shows>,
    /// Whether the talk is at its end, and its closing words are shown instead.
    pub closing: bool,
    /// Whether the whole exhibition is shown at one look instead.
    pub whole: bool,
    /// Its title, if the stop has one.
    pub title: Words,
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
    /// The visible part of it.
    pub zoom: Option<Zoom>,
    /// A light on it, and where that points, as fractions of its width and height.
    pub light: (Light, [f32; 2]),
    /// Black or white instead of it.
    pub cover: Option<Cover>,
}

impl Talk {
    /// What the audience sees, in this language and theme.
    #[must_use]
    pub fn audience_view(&self, lang: Lang, theme: Theme) -> AudienceView {
        let live = || AudienceView {
            zoom: self.zoom,
            light: (self.light, self.at),
            closing: self.closing || self.phase == Phase::After,
            ..self.audience_view_of(&self.spot, lang, theme)
        };
        let picture = self.frozen.as_ref().map_or_else(live, |(picture, _)| picture.clone());
        AudienceView { cover: self.cover, ..picture }
    }

    /// The part of the picture that the audience sees first at a spot.
    #[must_use]
    pub fn zoom_at(&self, spot: &Spot) -> Option<Zoom> {
        stop_zoom(self.stops.get(spot.stop).filter(|_| spot.aside.is_none())?)
    }

    /// What the audience would see at a spot.
    #[must_use]
    pub fn audience_view_of(&self, spot: &Spot, lang: Lang, theme: Theme) -> AudienceView {
        let stop = self.stops.get(spot.stop).filter(|_| spot.aside.is_none());
        let shows = spot.aside.as_deref().or(stop.map(|stop| &stop.shows)).cloned();
        let title = stop.map(|stop| stop.title.clone()).unwrap_or_default();
        let light = (Light::None, self.at);
        let zoom = self.zoom_at(spot);
        AudienceView { shows, closing: false, whole: false, title, lang, theme, zoom, light, cover: None }
    }
}

/// The part of a picture that a stop shows first; `None` for all of it.
#[must_use]
pub fn stop_zoom(stop: &Stop) -> Option<Zoom> {
    let [scale, x, y] = stop.zoom.filter(|_| matches!(stop.shows, Shows::Photo(_)))?;
    let zoom = Zoom { scale: scale.min(TALK_ZOOM[1]), center: [x, y] }.bounded();
    (zoom.scale > 1.001).then_some(zoom)
}

impl AudienceView {
    /// A state that shows the same, for views that take a `State`; it holds nothing of the talk.
    #[must_use]
    pub fn state(&self, of: &State) -> State {
        let mut state = State {
            pack: std::sync::Arc::clone(&of.pack),
            generation: of.generation,
            unavailable: of.unavailable.clone(),
            for_audience: true,
            still: of.still(),
            now: of.now,
            ..State::default()
        };
        let session = &mut state.session;
        (session.lang, session.theme) = (self.lang, self.theme);
        match &self.shows {
            Some(Shows::Chart(chart)) => {
                session.chart = match chart.form {
                    ChartForm::Bars | ChartForm::Rows => ChartMode::Bars,
                    ChartForm::Running => ChartMode::Running,
                    ChartForm::Table => ChartMode::Table,
                };
            }
            Some(Shows::Province(id)) => session.filter = Filter { province: Some(id.clone()), topic: None },
            Some(Shows::Milestone(id)) => session.milestone = Some(id.clone()),
            Some(Shows::Pairings(pairings)) => {
                session.step = pairings.year;
                session.filter.province.clone_from(&pairings.highlighted);
            }
            Some(Shows::Photo(_) | Shows::Card(_)) | None => {}
        }
        state
    }

    /// The picture of the exhibition in it, if any.
    #[must_use]
    pub fn photo(&self, pack: &Pack) -> Option<PhotoKey> {
        let id = match self.shows.as_ref().filter(|_| !self.closing)? {
            Shows::Photo(id) => Some(id),
            Shows::Card(card) => card.photo.as_ref(),
            Shows::Milestone(id) => {
                pack.exhibition.milestones.iter().find(|m| m.id == *id).and_then(|m| m.photo.as_ref())
            }
            // The picture that concerns the fewest others.
            Shows::Province(id) => {
                let of_it = pack.exhibition.photos.iter().filter(|photo| photo.provinces.contains(id));
                of_it.min_by_key(|photo| photo.provinces.len()).map(|photo| &photo.id)
            }
            Shows::Chart(_) | Shows::Pairings(_) => None,
        }?;
        pack.find(id)
    }
}
