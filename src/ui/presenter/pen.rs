//! Draws text and shapes in the measures of a screen 1080 high, scaled to the area.

use egui::{Align, Color32, Pos2, Rect, Ui, Vec2, pos2, vec2};

use crate::model::{Lang, Words};
use crate::ui::Cx;
use crate::ui::marks::{self, Mark, Tone};
use crate::ui::theme::TextStyle;
use crate::ui::theme::stage::{Leading, style};
use crate::ui::typeset::{self, Label};

/// The height that measures refer to.
pub const HEIGHT: f32 = 1080.0;
/// Added to the width of a text, so that rounding does not break its line.
pub const LINE_SLACK: f32 = 4.0;

/// Draws in an area. Measures are those of an area 1080 high, from its upper left corner.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// Where it draws.
    pub ui: &'a Ui,
    /// The context it reads.
    pub cx: &'a Cx<'a>,
    /// The area, in points.
    pub area: Rect,
    /// Points per measure.
    pub scale: f32,
    /// Whether screen readers can read the texts.
    pub named: bool,
}

/// Size, weight and leading of a text.
#[derive(Clone, Copy)]
pub struct Type {
    /// Its size.
    pub size: f32,
    /// Bold.
    pub bold: bool,
    /// Its line spacing.
    pub leading: Leading,
}

/// A title or label.
pub const fn tight(size: f32, bold: bool) -> Type {
    Type { size, bold, leading: Leading::Tight }
}

/// Running text.
pub const fn text(size: f32) -> Type {
    Type { size, bold: false, leading: Leading::Text }
}

impl Pen<'_> {
    /// A measure in points.
    pub fn px(&self, measure: f32) -> f32 {
        measure * self.scale
    }

    /// The width of the area, in measures.
    pub fn width(&self) -> f32 {
        self.area.width() / self.scale
    }

    /// The height of the area, in measures.
    pub fn height(&self) -> f32 {
        self.area.height() / self.scale
    }

    /// A point of the area.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.area.min + vec2(x, y) * self.scale
    }

    /// A rectangle of the area.
    pub fn rect(&self, x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(self.at(x, y), vec2(width, height) * self.scale)
    }

    /// Draws marks.
    pub fn marks(&self, tone: Tone, marks: impl IntoIterator<Item = impl Into<Mark>>) {
        marks::paint(self.ui, self.cx, tone, marks.into_iter().map(Into::into));
    }

    /// The style of a text in the language.
    pub fn style(&self, kind: Type) -> TextStyle {
        style(kind.size * self.scale, self.cx.lang(), kind.bold, kind.leading)
    }

    /// A text in the language.
    pub fn label<'t>(&self, words: &'t str, kind: Type, color: Color32) -> Label<'t> {
        self.label_in(self.cx.lang(), words, kind, color)
    }

    /// A text in a language's script.
    pub fn label_in<'t>(&self, lang: Lang, words: &'t str, kind: Type, color: Color32) -> Label<'t> {
        Label::new(words, style(kind.size * self.scale, lang, kind.bold, kind.leading), color)
    }

    /// The size of a text, in measures.
    pub fn size(&self, label: &Label<'_>) -> Vec2 {
        label.size(self.ui.ctx()) / self.scale
    }

    /// Draws a text with its top left at a point, wrapped at a width; returns its height, in measures.
    pub fn put(&self, label: Label<'_>, x: f32, y: f32, width: f32) -> f32 {
        let label = label.width(self.px(width));
        self.draw(&label, self.at(x, y)).height() / self.scale
    }

    /// Draws words in a language's script at the largest size that fits an area, in measures; returns their height.
    pub fn fit(&self, (lang, words): (Lang, &str), kind: Type, sizes: &[f32], area: Rect, color: Color32) -> f32 {
        let kind = self.fitting(words, kind, area.size(), sizes);
        self.put(self.label_in(lang, words, kind, color), area.left(), area.top(), area.width())
    }

    /// Draws a text on one line, aligned to a point at its left, middle or right.
    pub fn line(&self, label: Label<'_>, align: Align, x: f32, y: f32) -> Rect {
        self.draw(&label.align(align), self.at(x, y))
    }

    /// Draws a text on one line in the middle of a height, truncated to the width.
    pub fn inside(&self, label: Label<'_>, align: Align, area: Rect) {
        let label = label.width(area.width()).one_line().align(align);
        let height = label.size(self.ui.ctx()).y;
        let x = match align {
            Align::Min => area.left(),
            Align::Center => area.center().x,
            Align::Max => area.right(),
        };
        self.draw(&label, pos2(x, area.center().y - height / 2.0));
    }

    fn draw(&self, label: &Label<'_>, pos: Pos2) -> Rect {
        if self.named { label.at(self.ui, pos) } else { label.paint(self.ui, pos) }
    }

    /// Names an area for screen readers.
    pub fn name(&self, area: Rect, words: &str) {
        if self.named {
            typeset::name(self.ui, area, words);
        }
    }

    /// The largest of some sizes at which a text fits an area, else the smallest.
    pub fn fitting(&self, words: &str, kind: Type, area: Vec2, sizes: &[f32]) -> Type {
        let fits = |size: &&f32| {
            let label = self.label(words, Type { size: **size, ..kind }, Color32::WHITE).width(self.px(area.x));
            let drawn = self.size(&label);
            drawn.y <= area.y
                && drawn.x <= area.x + 0.5
                && !self.breaks_a_word(words, Type { size: **size, ..kind }, area.x)
        };
        let size = sizes.iter().find(fits).or(sizes.last()).copied().unwrap_or(kind.size);
        Type { size, ..kind }
    }

    /// Returns `true` if a Latin word is wider than this, and would have to be broken.
    pub fn breaks_a_word(&self, words: &str, kind: Type, width: f32) -> bool {
        let latin = words.split_whitespace().filter(|word| Lang::of_script(word) == Lang::En);
        let longest = latin.max_by_key(|word| word.chars().count()).unwrap_or_default();
        self.size(&self.label_in(Lang::En, longest, kind, Color32::WHITE)).x > width + 0.5
    }

    /// Words of the exhibition, with the language that they resolve to.
    pub fn resolve(&self, words: &Words) -> (Lang, String) {
        (words.resolve(self.cx.lang()).lang, self.cx.localized(words))
    }
}
