//! The context of a view: the state it reads, the tokens it draws with, and the queue of its actions.

use std::cell::RefCell;

use egui::{Color32, Context, Rect, Vec2, pos2, vec2};

use crate::model::{Exhibition, Lang, LocalizedText, Photo, PhotoKey, Words};
use crate::state::{Action, Distance, Rests, State, Subject, Theme, Trace, years};
use crate::text::{self, Say};

use super::motion::Motion;
use super::photo_textures::PhotoTextures;
use super::theme::{self, Colors, Role, TextStyle, distance};
use super::typeset::{Label, style_of};

/// The smallest window that is laid out, in points. A smaller one, which the system may impose, is clipped: areas inside it would
/// have negative widths.
const LEAST: Vec2 = Vec2::splat(320.0);
/// A window narrower than these is slim, folds the sidebar, or shows the card in the sidebar's place, in points.
const SLIM: f32 = 480.0;
const FOLDED: f32 = 1200.0;
const NARROW: f32 = 1500.0;
/// A wide window lower than this scrolls its views as a whole, in points.
const LOW: f32 = 700.0;
/// How far over the floor people reach who sit or are small, in millimetres.
const REACH_MM: f32 = 1100.0;
/// The largest margin in portrait, and the margin of a low window, in points.
const PORTRAIT_MARGIN: f32 = 48.0;
const LOW_MARGIN: f32 = 24.0;

/// How the frame is laid out, from the window's size in points.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing that a view asks for")]
pub struct Layout {
    /// The window's size, or the smallest one laid out where it is smaller; with low controls, that of the window's lower part.
    pub size: Vec2,
    /// Where that begins, from the window's top.
    pub top: f32,
    /// Tabs at the footer, filters above them, panels below pictures.
    pub portrait: bool,
    /// The card takes the sidebar's place.
    pub narrow: bool,
    /// The sidebar folds to a button.
    pub folded: bool,
    /// Wide, and too low for a view at once: the view scrolls as a whole, under a lower top bar.
    pub low: bool,
    /// As narrow as a telephone: short words, one column.
    pub slim: bool,
    /// The margin around everything.
    pub margin: f32,
}

impl Layout {
    /// The layout of a window of this size, in points.
    #[must_use]
    pub fn of(size: Vec2) -> Self {
        let size = size.max(LEAST);
        let portrait = size.y >= size.x;
        let low = !portrait && size.y < LOW;
        Self {
            size,
            top: 0.0,
            portrait,
            narrow: size.x < NARROW,
            folded: portrait || size.x < FOLDED,
            low,
            slim: size.x < SLIM,
            margin: match (portrait, low) {
                (true, _) => PORTRAIT_MARGIN.min(size.x * 0.045),
                (false, true) => LOW_MARGIN,
                (false, false) => theme::measure::MARGIN,
            },
        }
    }
}

impl Layout {
    /// The layout of the window of a state. Where a visitor asked for low controls it is the part of the window that everybody
    /// reaches.
    #[must_use]
    pub fn of_state(ctx: &Context, state: &State) -> Self {
        let window = ctx.content_rect().size();
        let Some(kiosk) = state.kiosk().filter(|_| state.access().controls_low) else { return Self::of(window) };
        #[expect(clippy::cast_precision_loss, reason = "a few metres")]
        let reach = REACH_MM - kiosk.setup().edge_mm as f32;
        let points = reach * state.points_per_mm() / distance::zoom_of(ctx);
        let height = points.max(LEAST.y).min(window.y);
        Self { top: window.y - height, ..Self::of(vec2(window.x, height)) }
    }
}

/// The context of a view.
pub struct Cx<'a> {
    /// The state to read.
    pub state: &'a State,
    /// The theme's colours.
    pub colors: Colors,
    /// How the frame is laid out.
    pub layout: Layout,
    /// The height of the band at the foot that says what is highlighted, in points.
    pub band: f32,
    /// Whether the view is first seen with something highlighted elsewhere, so that it scrolls to the first highlighted thing.
    pub arrives: bool,
    /// The year that is looked at; `None` for all of them.
    pub year: Option<u16>,
    lang: Lang,
    theme: Theme,
    trace: Option<Trace<'a>>,
    /// How far the rest is dimmed, from 0 to 1.
    dimming: f32,
    pub(super) photos: &'a RefCell<PhotoTextures>,
    pub(super) motion: &'a RefCell<Motion>,
    pub(super) actions: &'a RefCell<Vec<Action>>,
}

impl<'a> Cx<'a> {
    /// The context of one frame.
    #[must_use]
    pub fn new(
        state: &'a State,
        layout: Layout,
        (photos, motion): (&'a RefCell<PhotoTextures>, &'a RefCell<Motion>),
        actions: &'a RefCell<Vec<Action>>,
    ) -> Self {
        Self {
            state,
            colors: theme::colors(state.theme()),
            layout,
            band: 0.0,
            arrives: false,
            year: state.year().filter(|_| years::span(&state.pack().exhibition).is_some()),
            lang: state.lang(),
            theme: state.theme(),
            trace: state.trace(),
            dimming: 1.0,
            photos,
            motion,
            actions,
        }
    }

    /// The same in another language and theme: for what is not meant for the state's own visitor.
    #[must_use]
    pub fn dressed(&self, lang: Lang, theme: Theme) -> Self {
        Self { colors: theme::colors(theme), theme, lang, ..*self }
    }

    /// The same with a band of this height at the foot, the rest dimmed so far, from 0 to 1, and whether the view is new with it.
    #[must_use]
    pub fn with_band(&self, band: f32, dimming: f32, arrives: bool) -> Self {
        Self { band, arrives, dimming, ..*self }
    }

    /// The same with a band of this height at the foot.
    #[must_use]
    pub fn with_foot(&self, band: f32) -> Self {
        Self { band, ..*self }
    }

    /// The same in a part of the window.
    #[must_use]
    pub fn laid_out(&self, layout: Layout) -> Self {
        Self { layout, ..*self }
    }

    /// The same over another state, whose actions go to the same place.
    #[must_use]
    pub fn over<'b>(&'b self, state: &'b State) -> Cx<'b>
    where
        'a: 'b,
    {
        Cx::new(state, self.layout, (self.photos, self.motion), self.actions)
    }

    /// The source whose support is shown.
    #[must_use]
    pub fn trace(&self) -> Option<&Trace<'a>> {
        self.trace.as_ref()
    }

    /// The same where something rests on it, so that all else is dimmed.
    #[must_use]
    pub fn highlights(&self) -> Option<&Trace<'a>> {
        self.trace().filter(|trace| !trace.counts().is_empty())
    }

    /// How a subject rests on the source; `None` where nothing is highlighted.
    #[must_use]
    pub fn rests(&self, subject: &Subject) -> Option<Rests> {
        self.highlights().map(|trace| trace.of(subject))
    }

    /// The same in full colours if `is_lit`, else in dimmed ones.
    #[must_use]
    pub fn lit(&self, is_lit: bool) -> Self {
        let colors = if is_lit { theme::colors(self.theme) } else { theme::dimmed(self.theme, self.dimming) };
        Self { colors, ..*self }
    }

    /// A name for screen readers, with how its thing rests on the source whose support is shown.
    #[must_use]
    pub fn spoken(&self, name: String, rests: Option<Rests>) -> String {
        match rests.filter(|rests| rests.any()) {
            Some(rests) => self.say(Say::Trace(text::Trace::Spoken(&name, rests))),
            None => name,
        }
    }

    /// The area that the layout fills.
    #[must_use]
    pub fn window(&self) -> Rect {
        Rect::from_min_size(pos2(0.0, self.layout.top), self.layout.size)
    }

    /// The open exhibition.
    #[must_use]
    pub fn x(&self) -> &'a Exhibition {
        &self.state.pack().exhibition
    }

    /// A picture of the exhibition.
    #[must_use]
    pub fn photo(&self, key: PhotoKey) -> Option<&'a Photo> {
        self.state.pack().photo(key)
    }

    /// True where there is nothing to filter by: a photo folder, whose menu stands in the top bar.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.x().provinces.is_empty() && self.x().topics.is_empty()
    }

    /// True where the screen is read across a room: the figure comes before everything else.
    #[must_use]
    pub fn is_across_a_room(&self) -> bool {
        matches!(self.state.distance(), Distance::Projector | Distance::Wall)
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

    /// The style of a role in the language. Across a room, and in large text, no text is smaller than running text.
    #[must_use]
    pub fn style(&self, role: Role) -> TextStyle {
        let is_large = self.is_across_a_room() || self.state.access().large_text;
        let role = match role {
            Role::Label | Role::Note if is_large => Role::Body,
            Role::LabelStrong | Role::NoteStrong if is_large => Role::Strong,
            role => role,
        };
        theme::style(role, self.lang())
    }

    /// The line height in a role that holds any of these texts, in points; at least that of the language.
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

    /// Queues an action, which is applied after this frame.
    pub fn send(&self, action: Action) {
        self.actions.borrow_mut().push(action);
    }
}
