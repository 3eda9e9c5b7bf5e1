//! What a view is given: the state to read, the tokens to draw with, and a place to send actions to.

use std::cell::RefCell;

use egui::{Color32, Vec2};

use crate::model::{Exhibition, Lang, LocalizedText, Photo, PhotoKey, Words};
use crate::state::{Action, State, Theme};
use crate::text::{self, Say};

use super::motion::Motion;
use super::photo_textures::PhotoTextures;
use super::theme::{self, Colors, Role, TextStyle};
use super::typeset::{Label, style_of};

/// The least room that is laid out, in points. A window may be smaller, whatever it asked for: what then does not fit is cut, since
/// areas inside it would have less than no width.
const LEAST: Vec2 = Vec2::splat(320.0);

/// How the frame is laid out, from the window's size in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The window's size, or the least room where it is smaller.
    pub size: Vec2,
    /// Tabs at the footer, filters above them, panels below pictures.
    pub portrait: bool,
    /// The card takes the sidebar's place.
    pub narrow: bool,
    /// The sidebar folds to a button.
    pub folded: bool,
    /// Room around everything.
    pub margin: f32,
}

impl Layout {
    /// The layout of a window of this size, in points.
    #[must_use]
    pub fn of(size: Vec2) -> Self {
        let size = size.max(LEAST);
        let portrait = size.x < 860.0 || size.y > size.x;
        Self {
            size,
            portrait,
            narrow: size.x < 1500.0,
            folded: portrait || size.x < 1200.0,
            margin: if portrait { 48.0_f32.min(size.x * 0.045) } else { theme::measure::MARGIN },
        }
    }
}

/// What a view is given.
pub struct Cx<'a> {
    /// What is going on.
    pub state: &'a State,
    /// The theme's colours.
    pub colors: Colors,
    /// How the frame is laid out.
    pub layout: Layout,
    lang: Lang,
    pub(super) photos: &'a RefCell<PhotoTextures>,
    pub(super) motion: &'a RefCell<Motion>,
    pub(super) actions: &'a RefCell<Vec<Action>>,
}

impl<'a> Cx<'a> {
    /// What a view is given in one frame.
    #[must_use]
    pub fn new(
        state: &'a State,
        layout: Layout,
        (photos, motion): (&'a RefCell<PhotoTextures>, &'a RefCell<Motion>),
        actions: &'a RefCell<Vec<Action>>,
    ) -> Self {
        Self { state, colors: theme::colors(state.theme()), layout, lang: state.lang(), photos, motion, actions }
    }

    /// The same in another language and theme: for what is not meant for the state's own visitor.
    #[must_use]
    pub fn dressed(&self, lang: Lang, theme: Theme) -> Self {
        Self { colors: theme::colors(theme), lang, ..*self }
    }

    /// The same over another state, whose actions go to the same place.
    #[must_use]
    pub fn over<'b>(&'b self, state: &'b State) -> Cx<'b>
    where
        'a: 'b,
    {
        Cx::new(state, self.layout, (self.photos, self.motion), self.actions)
    }

    /// The exhibition on the wall.
    #[must_use]
    pub fn x(&self) -> &'a Exhibition {
        &self.state.pack().exhibition
    }

    /// A picture of it.
    #[must_use]
    pub fn photo(&self, key: PhotoKey) -> Option<&'a Photo> {
        self.state.pack().photo(key)
    }

    /// True where there is nothing to choose from: a photo folder, whose menu stands in the top bar.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.x().provinces.is_empty() && self.x().topics.is_empty()
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Words of the interface.
    #[must_use]
    pub fn say(&self, say: Say<'_>) -> String {
        text::say(self.lang(), say)
    }

    /// Words of the exhibition, in the language or in one it falls back on.
    #[must_use]
    pub fn resolve(&self, words: &'a Words) -> LocalizedText<'a> {
        words.resolve(self.lang())
    }

    /// Words of the exhibition as one string; a fallback names its language: “… (English)”.
    #[must_use]
    pub fn localized(&self, words: &Words) -> String {
        let resolved = words.resolve(self.lang());
        if resolved.lang == self.lang() || resolved.text.is_empty() {
            resolved.text.to_owned()
        } else {
            format!("{} ({})", resolved.text, resolved.lang.own_name())
        }
    }

    /// The style of a role in the language.
    #[must_use]
    pub fn style(&self, role: Role) -> TextStyle {
        theme::style(role, self.lang())
    }

    /// The height of a line in a role that any of these texts could stand on, in points; at least that of the language.
    #[must_use]
    pub fn line<'t>(&self, role: Role, texts: impl IntoIterator<Item = &'t str>) -> f32 {
        let style = self.style(role);
        texts.into_iter().map(|text| style_of(text, &style).line).fold(style.line, f32::max)
    }

    /// A text in a role, in the theme's text colour.
    #[must_use]
    pub fn label<'t>(&self, text: &'t str, role: Role) -> Label<'t> {
        Label::new(text, self.style(role), self.colors.text)
    }

    /// A text in a role, in the theme's second text colour.
    #[must_use]
    pub fn dim<'t>(&self, text: &'t str, role: Role) -> Label<'t> {
        Label::new(text, self.style(role), self.colors.dim)
    }

    /// A colour under the pointer or finger.
    #[must_use]
    pub fn touched(&self, base: Color32, response: &egui::Response) -> Color32 {
        theme::mix(base, self.colors.text, theme::touched(response))
    }

    /// Lets something happen, after this frame.
    pub fn send(&self, action: Action) {
        self.actions.borrow_mut().push(action);
    }
}
