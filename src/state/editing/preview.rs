//! Seeing it as others will: on which screen, in which language, how large.

use super::{EditCommand, Editing};
use crate::model::Lang;
use crate::state::kiosk::{Kiosk, KioskSetup};
use crate::state::{Access, Action, Distance, State};

/// A screen on which an exhibition is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// A visitor's own, wide.
    #[default]
    Desk,
    /// A touch screen in a hall.
    Kiosk,
    /// The same, upright.
    Portrait,
    /// A projector's.
    Projector,
    /// A wall of screens.
    Wall,
}

impl Screen {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Desk, Self::Kiosk, Self::Portrait, Self::Projector, Self::Wall];

    /// Its width and height in pixels.
    #[must_use]
    pub fn size(self) -> [f32; 2] {
        match self {
            Self::Desk | Self::Kiosk | Self::Projector => [1920.0, 1080.0],
            Self::Portrait => [1080.0, 1920.0],
            Self::Wall => [3840.0, 2160.0],
        }
    }

    /// Its pixels per millimetre.
    #[must_use]
    pub fn points_per_mm(self) -> f32 {
        match self {
            Self::Desk => 3.78,
            // 43 inches across.
            Self::Kiosk | Self::Portrait => 2.0,
            // Three metres wide, and six.
            Self::Projector | Self::Wall => 0.64,
        }
    }

    /// The distance it is looked at from.
    #[must_use]
    pub fn distance(self) -> Distance {
        match self {
            Self::Desk => Distance::Desk,
            Self::Kiosk | Self::Portrait => Distance::Kiosk,
            Self::Projector => Distance::Projector,
            Self::Wall => Distance::Wall,
        }
    }

    /// Whether visitors touch it, and can ask for large text.
    #[must_use]
    pub fn is_kiosk(self) -> bool {
        matches!(self, Self::Kiosk | Self::Portrait)
    }
}

/// How an exhibition is previewed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PreviewAs {
    /// The screen.
    pub screen: Screen,
    /// The language; that of the editor where none was chosen.
    pub lang: Option<Lang>,
    /// In large text, on a kiosk.
    pub large_text: bool,
}

impl Editing {
    /// How it is previewed.
    #[must_use]
    pub fn preview_as(&self) -> PreviewAs {
        self.preview_as
    }
}

impl State {
    /// The state of whoever sees this exhibition so: with what is open and chosen now, and without the editor.
    #[must_use]
    pub fn seen_as(&self, preview: PreviewAs) -> Self {
        let screen = preview.screen;
        let mut state = Self {
            pack: std::sync::Arc::clone(&self.pack),
            generation: self.generation,
            unavailable: self.unavailable.clone(),
            session: self.session.clone(),
            home: self.home.clone(),
            still: self.still(),
            now: self.now,
            ..Self::default()
        };
        let session = &mut state.session;
        session.lang = preview.lang.unwrap_or(self.session.lang);
        session.distance = screen.distance();
        session.access = Access { large_text: preview.large_text && screen.is_kiosk(), ..Access::default() };
        if screen.is_kiosk() {
            state.kiosk = Some(Kiosk::new(KioskSetup { distance: screen.distance(), ..KioskSetup::default() }));
        }
        state
    }

    /// What an action of whoever sees the preview means for the editor; `None` where it means nothing.
    #[must_use]
    pub fn as_previewed(preview: PreviewAs, action: Action) -> Option<Action> {
        match action {
            Action::Lang(lang) => Some(Action::Edit(EditCommand::PreviewAs(PreviewAs { lang: Some(lang), ..preview }))),
            Action::Kiosk(_) | Action::Reset | Action::Talk(_) => None,
            action => Some(action),
        }
    }
}
