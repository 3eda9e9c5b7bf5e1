//! Sets text: in the letters and with the lines that its script asks for, broken by UAX #14, which egui does not do for Chinese
//! and Tibetan, without characters that have no look, and with names for screen readers.
//!
//! The unbroken text stays what is copied and read aloud; only what is drawn has the breaks in it. Of a long text only the lines
//! that are seen are laid out.

mod area;
mod kerning;
mod lines;
mod plain;
mod script;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role as Access;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Color32, Context, Galley, Pos2, Rangef, Rect, Response, Sense, TextBuffer, Ui, Vec2, WidgetInfo, vec2,
};

use super::marks::{self, Line, Shape};
use super::theme::TextStyle;
use crate::model::Lang;
pub use area::{area, area_size};
use lines::{Broken, broken};
pub use plain::plain;
pub use script::style_of;

/// Of a text with more lines only the visible ones are laid out.
const MANY_LINES: usize = 64;
/// No line that does not break is longer than this many letters.
const MOST_LETTERS: usize = 1_000;
/// The width of a letter in ems, marks over and under it counted too, at least.
const LEAST_LETTER: f32 = 0.05;
/// Longer texts are not headings: their lines are not balanced. The least step of the width that balances them.
const MOST_BALANCED: usize = 4;
const BALANCE_STEP: f32 = 8.0;
/// The width of the line under a link.
const UNDERLINE: f32 = 1.5;

/// A text to be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Label<'a> {
    text: Cow<'a, str>,
    style: TextStyle,
    color: Color32,
    width: f32,
    align: Align,
    one_line: bool,
    underline: bool,
}

impl<'a> Label<'a> {
    /// A text in a style and colour, on as many lines as its line breaks in it ask for. The letters and the height of its lines
    /// follow the text where it is in another script than the style's language.
    #[must_use]
    pub fn new(text: &'a str, style: TextStyle, color: Color32) -> Self {
        let text = plain(text);
        let style = match style_of(&text, &style) {
            Cow::Borrowed(_) => style,
            Cow::Owned(other) => other,
        };
        Self { text, style, color, width: f32::INFINITY, align: Align::LEFT, one_line: false, underline: false }
    }

    /// Breaks lines at this width, in points.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Aligns the lines: to the left of the position, around it, or to its right end.
    #[must_use]
    pub fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// Breaks lines at this width at the latest, and where there are several, makes them about as long as one another, so that no word
    /// stands alone: for headings.
    #[must_use]
    pub fn balanced(mut self, ctx: &Context, width: f32) -> Self {
        self.width = width;
        let Broken { lines, width: widest, .. } = self.broken(ctx);
        if !(2..=MOST_BALANCED).contains(&lines) || self.text.contains('\n') {
            return self;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let (mut narrow, mut wide) = (widest / lines as f32, widest.min(width));
        while wide - narrow > BALANCE_STEP {
            let middle = f32::midpoint(narrow, wide);
            self.width = middle;
            if self.broken(ctx).lines > lines {
                narrow = middle;
            } else {
                wide = middle;
            }
        }
        self.width = wide.ceil();
        self
    }

    /// Keeps to one line and cuts it with an ellipsis where it is longer than the width.
    #[must_use]
    pub fn one_line(mut self) -> Self {
        if self.text.contains('\n') {
            self.text = Cow::Owned(self.text.trim_end_matches('\n').replace('\n', " "));
        }
        self.one_line = true;
        self
    }

    /// No more than so many lines; where there are more, the last one ends with an ellipsis.
    #[must_use]
    pub fn at_most(mut self, ctx: &Context, lines: usize) -> Self {
        let broken = self.broken(ctx);
        if broken.lines <= lines || !self.width.is_finite() {
            return self;
        }
        let mut kept: Vec<String> = broken.text.split('\n').take(lines.max(1)).map(str::to_owned).collect();
        if let Some(last) = kept.last_mut() {
            let fits = |text: &str| {
                let line = Self { text: Cow::Owned(text.to_owned()), width: f32::INFINITY, ..self.clone() };
                line.size(ctx).x <= self.width
            };
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            // Not within a Tibetan syllable.
            if self.style.lang == Lang::Bo
                && let Some(end) = last.rfind(['་', '།', ' '])
            {
                last.truncate(end + last[end..].chars().next().map_or(0, char::len_utf8));
            }
            *last = format!("{}…", last.trim_end());
        }
        (self.text, self.width) = (Cow::Owned(kept.join("\n")), f32::INFINITY);
        self
    }

    /// Underlines it, as a link.
    #[must_use]
    pub fn underline(mut self) -> Self {
        self.underline = true;
        self
    }

    /// Another colour.
    #[must_use]
    pub fn color(mut self, color: Color32) -> Self {
        self.color = color;
        self
    }

    /// Its colour.
    #[must_use]
    pub fn ink(&self) -> Color32 {
        self.color
    }

    /// The same with words of its own.
    #[must_use]
    pub fn into_owned(self) -> Label<'static> {
        Label { text: Cow::Owned(self.text.into_owned()), ..self }
    }

    /// True where it has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The height of its lines, in points.
    #[must_use]
    pub fn line(&self) -> f32 {
        self.style.line
    }

    /// Its lines.
    fn broken(&self, ctx: &Context) -> Broken {
        if self.one_line || !self.width.is_finite() {
            let most = if self.width.is_finite() { self.most_letters() } else { MOST_LETTERS };
            let text = lines::cut(&self.text, most);
            return Broken { lines: text.split('\n').count(), text: Arc::from(&*text), width: f32::INFINITY };
        }
        broken(ctx, &self.text, &self.style, self.width)
    }

    /// More letters than this are on no line of this width.
    fn most_letters(&self) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred letters")]
        let letters = (self.width.max(0.0) / (self.style.font.size * LEAST_LETTER)) as usize;
        letters.saturating_add(16).min(MOST_LETTERS)
    }

    /// The areas of its lines, with its top at `pos`.
    #[must_use]
    pub fn lines(&self, ctx: &Context, pos: Pos2) -> Vec<Rect> {
        let galley = self.galley(ctx, &self.broken(ctx).text);
        galley.rows.iter().map(|row| row.rect().translate(pos.to_vec2())).collect()
    }

    /// Lines as they will be drawn.
    fn galley(&self, ctx: &Context, text: &str) -> Arc<Galley> {
        let format = TextFormat {
            font_id: self.style.font.clone(),
            line_height: Some(self.style.line),
            color: self.color,
            ..TextFormat::default()
        };
        let mut job = kerning::job(text, &self.style, format, false);
        job.halign = self.align;
        job.wrap = if self.one_line {
            TextWrapping { max_width: self.width, max_rows: 1, break_anywhere: true, ..TextWrapping::default() }
        } else {
            TextWrapping::no_max_width()
        };
        ctx.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// The height of a line on whole pixels, as it is laid out.
    fn row(&self, ctx: &Context) -> f32 {
        let pixels = ctx.pixels_per_point();
        (self.style.line * pixels).round() / pixels
    }

    /// Its size, in points.
    #[must_use]
    pub fn size(&self, ctx: &Context) -> Vec2 {
        self.size_of(ctx, &self.broken(ctx))
    }

    fn size_of(&self, ctx: &Context, broken: &Broken) -> Vec2 {
        if broken.lines <= MANY_LINES {
            return self.galley(ctx, &broken.text).size();
        }
        #[expect(clippy::cast_precision_loss, reason = "some thousand lines")]
        let height = broken.lines as f32 * self.row(ctx);
        vec2(broken.width.min(self.width), height)
    }

    /// How far below its top its first line stands, in points.
    #[must_use]
    pub fn baseline(&self, ctx: &Context) -> f32 {
        let galley = self.galley(ctx, self.broken(ctx).text.split('\n').next().unwrap_or_default());
        galley.rows.first().and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y)).unwrap_or_default()
    }

    /// Draws it with its top at `pos` and gives the area it takes. Not named for screen readers: for texts that a control
    /// around them already names.
    pub fn paint(&self, ui: &Ui, pos: Pos2) -> Rect {
        self.paint_lines(ui, pos, None)
    }

    /// Draws those of its lines whose tops lie within these heights, where all of it would stand with its top at `pos`.
    pub fn paint_within(&self, ui: &Ui, pos: Pos2, heights: Rangef) {
        self.paint_lines(ui, pos, Some(heights));
    }

    fn paint_lines(&self, ui: &Ui, pos: Pos2, heights: Option<Rangef>) -> Rect {
        let (drawn, rect) = self.laid(ui.ctx(), pos, heights, ui.clip_rect().y_range());
        if let Some((at, galley)) = drawn {
            marks::paint_shapes(ui.painter(), self.underlines(&galley, at));
            ui.painter().galley(at, galley, self.color);
        }
        rect
    }

    /// The lines that are drawn with its top at `pos`: those whose tops lie within `heights`, else all, of a long text those that are
    /// `seen`. With the area that all of it takes.
    #[must_use]
    pub fn laid(
        &self,
        ctx: &Context,
        pos: Pos2,
        heights: Option<Rangef>,
        seen: Rangef,
    ) -> (Option<(Pos2, Arc<Galley>)>, Rect) {
        let broken = self.broken(ctx);
        if broken.lines <= MANY_LINES && heights.is_none() {
            let galley = self.galley(ctx, &broken.text);
            let rect = galley.rect.translate(pos.to_vec2());
            return (Some((pos, galley)), rect);
        }
        let row = self.row(ctx);
        // Letters may reach beyond their line.
        let seen = within(broken.lines, pos.y, row, heights.unwrap_or_else(|| seen.expand(row)));
        let lines: Vec<&str> = broken.text.split('\n').skip(seen.start).take(seen.len()).collect();
        let size = self.size_of(ctx, &broken);
        let left = match self.align {
            Align::Min => pos.x,
            Align::Center => pos.x - size.x / 2.0,
            Align::Max => pos.x - size.x,
        };
        #[expect(clippy::cast_precision_loss, reason = "some thousand lines")]
        let top = pos.y + seen.start as f32 * row;
        let drawn = (!lines.is_empty()).then(|| (Pos2::new(pos.x, top), self.galley(ctx, &lines.join("\n"))));
        (drawn, Rect::from_min_size(Pos2::new(left, pos.y), size))
    }

    /// The lines under a link's words. They stand under whole rows: egui's own follow each font, and would step where a row mixes
    /// two.
    #[must_use]
    pub fn underlines(&self, galley: &Galley, pos: Pos2) -> Option<Shape> {
        let under = |row: Rect| [Pos2::new(row.left(), row.bottom() - 1.0), Pos2::new(row.right(), row.bottom() - 1.0)];
        let lines = galley.rows.iter().map(|row| under(row.rect().translate(pos.to_vec2())));
        self.underline.then(|| Shape::Segments(lines.collect(), Line::new(UNDERLINE, self.color)))
    }

    /// Draws it in the middle of an area, vertically, and at its left end, middle or right end by the alignment.
    pub fn paint_in(&self, ui: &Ui, area: Rect) -> Rect {
        self.paint(ui, self.middle_of(ui.ctx(), area))
    }

    /// Where its top stands in the middle of an area, as [`Label::paint_in`] draws it.
    #[must_use]
    pub fn middle_of(&self, ctx: &Context, area: Rect) -> Pos2 {
        let x = match self.align {
            Align::Min => area.left(),
            Align::Center => area.center().x,
            Align::Max => area.right(),
        };
        Pos2::new(x, area.center().y - self.size(ctx).y / 2.0)
    }

    /// The area it takes with its top at `pos`.
    #[must_use]
    pub fn rect(&self, ctx: &Context, pos: Pos2) -> Rect {
        self.laid(ctx, pos, None, Rangef::NOTHING).1
    }

    /// Draws it with its top at `pos`, readable by screen readers, and gives the area it takes.
    pub fn at(&self, ui: &Ui, pos: Pos2) -> Rect {
        let rect = self.paint(ui, pos);
        name(ui, rect, &self.text);
        rect
    }

    /// Draws it in the flow of the layout, as wide as there is room.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = self.width.min(ui.available_width());
        let this = self.width(width);
        let (rect, response) = ui.allocate_exact_size(this.size(ui.ctx()), Sense::hover());
        let x = match this.align {
            Align::Min => rect.left(),
            Align::Center => rect.center().x,
            Align::Max => rect.right(),
        };
        this.paint(ui, Pos2::new(x, rect.top()));
        response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &*this.text));
        response
    }
}

/// How many lines a text takes at a width, by a measure of its parts.
#[must_use]
pub fn lines_at(text: &str, width: f32, measure: &mut dyn FnMut(&str) -> f32) -> usize {
    lines::break_lines(text, width, measure, &|_, _| 0.0).lines
}

/// Gives a drawn text a name in the accessibility tree.
pub fn name(ui: &Ui, rect: Rect, text: &str) -> Response {
    let place = (rect.min.x.to_bits(), rect.min.y.to_bits());
    let response = ui.interact(rect, ui.scope_id().with(("text", text, place)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, text));
    response
}

/// Which of so many lines from `top` on have their tops within these heights.
fn within(lines: usize, top: f32, row: f32, heights: Rangef) -> Range<usize> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the lines")]
    let before = |height: f32| (((height - top) / row).ceil().max(0.0) as usize).min(lines);
    // The last line begins at the lower end at the latest.
    let end = if heights.max.is_finite() { before(heights.max + row * 0.001) } else { lines };
    before(heights.min - row * 0.001)..end
}

/// Sets typed text on one line, in the letters and with the line height of its script.
pub fn field(style: TextStyle, color: Color32) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, typed, _| {
        let style = style_of(typed.as_str(), &style);
        let (font_id, line_height) = (style.font.clone(), Some(style.line));
        let mut job = LayoutJob::single_section(
            typed.as_str().to_owned(),
            TextFormat { font_id, line_height, color, ..TextFormat::default() },
        );
        job.break_on_newline = false;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}
