//! The settings for the next start, and when a choice is persisted.
//!
//! At a desk, language and theme are persisted. On a public screen, a kiosk or a wall, visitors' changes are forgotten at the
//! next start, and in a talk they last for that talk alone.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::talk::Phase;
use super::{Effect, State, Theme};
use crate::model::{Lang, Pack, PackPlace};

/// The viewing distance, and by it who is viewing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Distance {
    /// One person at arm's length, with a mouse.
    #[default]
    Desk,
    /// Standing in front of it, touching.
    Kiosk,
    /// Seated in a room, viewing a projection.
    Projector,
    /// Passing by, from some metres.
    Wall,
}

impl Distance {
    /// All distances, from near to far.
    pub const ALL: [Self; 4] = [Self::Desk, Self::Kiosk, Self::Projector, Self::Wall];

    /// Returns `true` if anyone may use the screen, so that one visitor's changes must not reach the next.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::Kiosk | Self::Wall)
    }
}

/// The persisted settings; `None` if never chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// The theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// The viewing distance, which sets the size of everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<Distance>,
    /// The system's points per millimetre of the screen, if measured with a ruler.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points_per_mm: Option<f32>,
    /// The exhibition last opened from within the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<PathBuf>,
    /// Whether the choice of sizes has been offered.
    pub offered: bool,
}

/// The system's points per millimetre if not measured: the convention of systems for a screen at arm's length.
pub const USUAL_POINTS_PER_MM: f32 = 96.0 / 25.4;
/// The range of plausible measurements, from a coarse LED wall to a phone.
const MEASURED: std::ops::RangeInclusive<f32> = 0.2..=20.0;

impl Settings {
    /// Serializes the settings.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Parses settings; `None` if the text is invalid.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        // serde would accept a list for a struct.
        let read: Self = serde_json::from_str(text).ok().filter(|_| text.trim_start().starts_with('{'))?;
        Some(Self { points_per_mm: read.points_per_mm.filter(|measured| MEASURED.contains(measured)), ..read })
    }
}

impl State {
    /// The system's points per millimetre of the screen, as measured, else the usual value.
    #[must_use]
    pub fn points_per_mm(&self) -> f32 {
        let of_kiosk = self.kiosk().and_then(|kiosk| kiosk.setup().points_per_mm);
        of_kiosk.or(self.settings.points_per_mm).unwrap_or(USUAL_POINTS_PER_MM)
    }

    /// Sets the language; persisted if one person uses the screen.
    pub(super) fn choose_lang(&mut self, lang: Lang) -> Vec<Effect> {
        self.session.lang = lang;
        if self.is_private() {
            self.home.lang = lang;
        }
        self.keep_private(|settings| settings.lang = Some(lang))
    }

    /// Sets the theme; persisted if one person uses the screen.
    pub(super) fn choose_theme(&mut self, theme: Theme) -> Vec<Effect> {
        self.session.theme = theme;
        if self.is_private() {
            self.home.theme = theme;
        }
        self.keep_private(|settings| settings.theme = Some(theme))
    }

    /// Sets the distance, and makes the current language and theme those of the next start: this sets the program up.
    pub(super) fn choose_distance(&mut self, distance: Distance) -> Vec<Effect> {
        self.session.distance = distance;
        let (lang, theme) = (self.session.lang, self.session.theme);
        (self.home.lang, self.home.theme, self.home.distance) = (lang, theme, distance);
        self.persist_settings(|settings| {
            (settings.lang, settings.theme, settings.distance) = (Some(lang), Some(theme), Some(distance));
            settings.offered = true;
        })
    }

    /// Records that the choice of sizes has been offered.
    pub(super) fn note_offer(&mut self) -> Vec<Effect> {
        self.persist_settings(|settings| settings.offered = true)
    }

    /// Sets the scale at which the bar of 20 mm matched a ruler.
    pub(super) fn measure(&mut self, points_per_mm: f32) -> Vec<Effect> {
        let measured = points_per_mm.clamp(*MEASURED.start(), *MEASURED.end());
        if points_per_mm.is_finite() {
            self.persist_settings(|settings| settings.points_per_mm = Some(measured))
        } else {
            Vec::new()
        }
    }

    /// Makes an exhibition opened from within the program that of the next start. Photo folders are not persisted.
    pub(super) fn keep_pack(&mut self, pack: &Pack) -> Vec<Effect> {
        let path = match &pack.place {
            PackPlace::BuiltIn => None,
            PackPlace::Folder(path) | PackPlace::Archive(path) if !pack.photo_folder => Some(path.clone()),
            PackPlace::Folder(_) | PackPlace::Archive(_) | PackPlace::Picture(_) => return Vec::new(),
        };
        self.keep_private(|settings| settings.pack = path)
    }

    fn keep_private(&mut self, change: impl FnOnce(&mut Settings)) -> Vec<Effect> {
        if self.is_private() { self.persist_settings(change) } else { Vec::new() }
    }

    /// Returns `true` if one person uses the screen, for whom choices may be persisted.
    fn is_private(&self) -> bool {
        self.talk.phase == Phase::Off && self.kiosk.is_none() && !self.session.distance.is_public()
    }

    fn persist_settings(&mut self, change: impl FnOnce(&mut Settings)) -> Vec<Effect> {
        let before = self.settings.clone();
        change(&mut self.settings);
        if self.settings == before { Vec::new() } else { vec![Effect::PersistSettings(self.settings.to_text())] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, Start};

    fn persisted(effects: &[Effect]) -> Option<Settings> {
        effects.iter().find_map(|effect| match effect {
            Effect::PersistSettings(text) => Settings::from_text(text),
            _ => None,
        })
    }

    #[test]
    fn what_is_chosen_at_a_desk_is_kept_and_nothing_else_with_it() {
        let mut state = State::begin(Pack::default(), Start { theme: Some(Theme::Dark), ..Start::default() });
        let settings = persisted(&state.update(Action::Lang(Lang::Bo))).expect("kept");
        assert_eq!(
            settings,
            Settings { lang: Some(Lang::Bo), ..Settings::default() },
            "the command line's theme is for once"
        );
        assert_eq!(persisted(&state.update(Action::Lang(Lang::Bo))), None, "nothing is written where nothing changed");
    }

    #[test]
    fn a_visitor_of_a_kiosk_changes_nothing_for_the_next_day() {
        let mut state = State::default();
        state.update(Action::Lang(Lang::Zh));
        let settings = persisted(&state.update(Action::Distance(Distance::Kiosk))).expect("kept");
        assert_eq!((settings.lang, settings.distance), (Some(Lang::Zh), Some(Distance::Kiosk)));
        assert_eq!(persisted(&state.update(Action::Lang(Lang::En))), None);
        assert_eq!(persisted(&state.update(Action::Theme(Theme::Dark))), None);
        state.update(Action::Reset);
        assert_eq!((state.lang(), state.theme()), (Lang::Zh, Theme::Light), "a reset goes where it was set up");
        let next_day = State::begin(Pack::default(), Start { settings: state.settings().clone(), ..Start::default() });
        assert_eq!((next_day.lang(), next_day.theme()), (Lang::Zh, Theme::Light));
    }

    #[test]
    fn the_sizes_are_offered_until_somebody_has_seen_them() {
        for action in [Action::DismissNotice, Action::Tick(60.0), Action::Overlay(Some(crate::state::Overlay::Menu))] {
            let mut state = State::begin(
                Pack::default(),
                Start { notices: vec![crate::state::Notice::FirstStart], ..Start::default() },
            );
            assert!(persisted(&state.update(action.clone())).is_some_and(|settings| settings.offered), "{action:?}");
            assert_eq!(state.notice(), None);
        }
    }

    #[test]
    fn settings_survive_their_file_and_nonsense_does_not() {
        let settings = Settings { points_per_mm: Some(3.5), pack: Some("a.vitrine".into()), ..Settings::default() };
        assert_eq!(Settings::from_text(&settings.to_text()), Some(settings));
        assert_eq!(Settings::from_text("{}"), Some(Settings::default()));
        assert_eq!(Settings::from_text(r#"{"points_per_mm": 1e9}"#), Some(Settings::default()));
        for damaged in ["", "{", "[]", "null", r#"{"lang": "xx"}"#, "\u{0}"] {
            assert_eq!(Settings::from_text(damaged), None, "{damaged}");
        }
    }
}
