//! Sets text: line breaks by UAX #14, which egui does not do for Chinese and Tibetan, and names for screen readers.
//!
//! The unbroken text stays what is copied and read aloud; only what is drawn has the breaks in it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::accesskit::Role as Access;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, Context, Galley, Id, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::theme::TextStyle;

/// How many broken texts are remembered; far above what one screen holds.
const CACHE_LIMIT: usize = 4096;

/// A text to be set.
#[derive(Clone, Debug)]
pub struct Label<'a> {
    text: &'a str,
    style: TextStyle,
    color: Color32,
    width: f32,
    align: Align,
    one_line: bool,
    underline: bool,
}

impl<'a> Label<'a> {
    /// A text in a style and colour, on as many lines as its line breaks in it ask for.
    #[must_use]
    pub fn new(text: &'a str, style: TextStyle, color: Color32) -> Self {
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

    /// Keeps to one line and cuts it with an ellipsis where it is longer than the width.
    #[must_use]
    pub fn one_line(mut self) -> Self {
        self.one_line = true;
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

    /// The text as it will be drawn.
    #[must_use]
    pub fn galley(&self, ctx: &Context) -> Arc<Galley> {
        let text = if self.one_line || !self.width.is_finite() {
            Arc::from(self.text)
        } else {
            broken(ctx, self.text, &self.style, self.width)
        };
        let format = TextFormat {
            font_id: self.style.font.clone(),
            line_height: Some(self.style.line),
            color: self.color,
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(text.to_string(), format);
        job.halign = self.align;
        job.wrap = if self.one_line {
            TextWrapping { max_width: self.width, max_rows: 1, break_anywhere: true, ..TextWrapping::default() }
        } else {
            TextWrapping::no_max_width()
        };
        ctx.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// Its size, in points.
    #[must_use]
    pub fn size(&self, ctx: &Context) -> Vec2 {
        self.galley(ctx).size()
    }

    /// How far below its top its first line stands, in points.
    #[must_use]
    pub fn baseline(&self, ctx: &Context) -> f32 {
        let galley = self.galley(ctx);
        galley.rows.first().and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y)).unwrap_or_default()
    }

    /// Draws it with its top at `pos` and gives the room it takes. Not named for screen readers: for texts that a control
    /// around them already names.
    pub fn paint(&self, ui: &Ui, pos: Pos2) -> Rect {
        let galley = self.galley(ui.ctx());
        let rect = galley.rect.translate(pos.to_vec2());
        self.paint_galley(ui, pos, galley);
        rect
    }

    /// Draws those of its lines whose tops lie within these heights, where all of it would stand with its top at `pos`.
    pub fn paint_within(&self, ui: &Ui, pos: Pos2, heights: egui::Rangef) {
        let galley = self.galley(ui.ctx());
        let seen = |(row, _): &(&egui::epaint::text::PlacedRow, &str)| heights.contains(pos.y + row.pos.y);
        // Each row is a line of the broken text.
        let rows: Vec<_> = galley.rows.iter().zip(galley.text().split('\n')).filter(seen).collect();
        let Some((first, _)) = rows.first() else { return };
        let lines: Vec<&str> = rows.iter().map(|(_, line)| *line).collect();
        let top = Pos2::new(pos.x, pos.y + first.pos.y);
        Label { text: &lines.join("\n"), width: f32::INFINITY, ..self.clone() }.paint(ui, top);
    }

    /// Lines are drawn under whole rows: egui's own follow each font, and would step where a row mixes two.
    fn paint_galley(&self, ui: &Ui, pos: Pos2, galley: Arc<Galley>) {
        if self.underline {
            for row in &galley.rows {
                let row = row.rect().translate(pos.to_vec2());
                ui.painter().hline(row.x_range(), row.bottom() - 1.0, Stroke::new(1.5, self.color));
            }
        }
        ui.painter().galley(pos, galley, self.color);
    }

    /// Draws it in the middle of a room, vertically, and at its left end, middle or right end by the alignment.
    pub fn paint_in(&self, ui: &Ui, room: Rect) -> Rect {
        let height = self.size(ui.ctx()).y;
        let x = match self.align {
            Align::Min => room.left(),
            Align::Center => room.center().x,
            Align::Max => room.right(),
        };
        self.paint(ui, Pos2::new(x, room.center().y - height / 2.0))
    }

    /// Draws it with its top at `pos`, readable by screen readers, and gives the room it takes.
    pub fn at(&self, ui: &Ui, pos: Pos2) -> Rect {
        let rect = self.paint(ui, pos);
        name(ui, rect, self.text);
        rect
    }

    /// Draws it in the flow of the layout, as wide as there is room.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = self.width.min(ui.available_width());
        let this = self.width(width);
        let galley = this.galley(ui.ctx());
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        let x = match this.align {
            Align::Min => rect.left(),
            Align::Center => rect.center().x,
            Align::Max => rect.right(),
        };
        this.paint_galley(ui, Pos2::new(x, rect.top()), galley);
        response.widget_info(|| WidgetInfo::labeled(Access::Label, true, this.text));
        response
    }
}

/// Gives a drawn text a name in the accessibility tree.
pub fn name(ui: &Ui, rect: Rect, text: &str) {
    let place = (rect.min.x.to_bits(), rect.min.y.to_bits());
    let response = ui.interact(rect, ui.scope_id().with(("text", text, place)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, text));
}

type Cache = HashMap<u64, Arc<str>>;

/// The text with line breaks put in where it would be wider than `width`.
fn broken(ctx: &Context, text: &str, style: &TextStyle, width: f32) -> Arc<str> {
    let mut hasher = DefaultHasher::new();
    (text, &style.font.family, style.font.size.to_bits(), width.to_bits()).hash(&mut hasher);
    ctx.pixels_per_point().to_bits().hash(&mut hasher);
    let key = hasher.finish();
    let id = Id::unique("broken lines");
    if let Some(found) = ctx.data_mut(|data| data.get_temp_mut_or_default::<Cache>(id).get(&key).cloned()) {
        return found;
    }
    let measure = |part: &str| {
        ctx.fonts_mut(|fonts| fonts.layout_no_wrap(part.to_owned(), style.font.clone(), Color32::BLACK).size().x)
    };
    let lines: Arc<str> = Arc::from(break_lines(text, width, measure));
    ctx.data_mut(|data| {
        let cache = data.get_temp_mut_or_default::<Cache>(id);
        if cache.len() >= CACHE_LIMIT {
            cache.clear();
        }
        cache.insert(key, Arc::clone(&lines));
    });
    lines
}

/// Puts `\n` where lines must break: at UAX #14 opportunities (after a tsheg, never before a shad; never after an opening
/// or before a closing Chinese mark), as late as the width allows. A part that is wider than a line breaks anywhere.
pub fn break_lines(text: &str, width: f32, measure: impl Fn(&str) -> f32) -> String {
    let mut lines = String::with_capacity(text.len() + 8);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    for (i, paragraph) in text.split('\n').enumerate() {
        if i > 0 {
            lines.push('\n');
        }
        if measure(paragraph) <= width {
            lines.push_str(paragraph);
            continue;
        }
        let mut line = String::new();
        let mut from = 0;
        for to in segmenter.segment_str(paragraph).filter(|&to| to > 0) {
            let part = &paragraph[from..to];
            from = to;
            let longer = format!("{line}{part}");
            if line.is_empty() || measure(longer.trim_end()) <= width {
                line = longer;
            } else {
                lines.push_str(line.trim_end_matches(' '));
                lines.push('\n');
                part.clone_into(&mut line);
            }
            while measure(line.trim_end()) > width {
                let fits = longest_fit(&line, width, &measure);
                if fits == 0 || fits >= line.len() {
                    break;
                }
                lines.push_str(&line[..fits]);
                lines.push('\n');
                line.drain(..fits);
            }
        }
        lines.push_str(&line);
    }
    lines
}

/// How many bytes of an unbreakable part fit on a line; at least one character. Combining marks stay with their base.
fn longest_fit(part: &str, width: f32, measure: &impl Fn(&str) -> f32) -> usize {
    let starts: Vec<usize> =
        part.char_indices().skip(1).filter(|(_, c)| !('\u{f71}'..='\u{fbc}').contains(c)).map(|(i, _)| i).collect();
    let fitting = starts.partition_point(|&i| measure(&part[..i]) <= width);
    starts.get(fitting.saturating_sub(1)).copied().unwrap_or(part.len())
}

#[cfg(test)]
mod tests {
    use super::break_lines;

    /// Every character one wide.
    fn lines(text: &str, width: f32) -> Vec<String> {
        #[expect(clippy::cast_precision_loss, reason = "short texts")]
        let measure = |part: &str| part.chars().count() as f32;
        break_lines(text, width, measure).split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn tibetan_breaks_after_tsheg_and_never_before_shad() {
        let text = "བོད་ལྗོངས་ལ་རོགས་སྐྱོར་བྱེད་པ།";
        for width in 9..20_u8 {
            for line in lines(text, f32::from(width)).iter().skip(1) {
                assert!(!line.starts_with('།'), "{width}: {line}");
                assert!(!line.starts_with('་'), "{width}: {line}");
            }
        }
        assert!(lines(text, 12.0)[0].ends_with('་'));
    }

    #[test]
    fn chinese_lines_neither_end_on_an_opening_nor_begin_with_a_closing_mark() {
        let text = "据新华社（二〇二四年）报道，《人民日报》海外版刊登“对口援藏”一文。";
        for width in 3..20_u8 {
            let lines = lines(text, f32::from(width));
            for line in &lines[..lines.len() - 1] {
                assert!(!line.ends_with(['（', '《', '“']), "{width}: {line}");
            }
            for line in &lines {
                assert!(!line.starts_with(['，', '。', '）', '》', '”']), "{width}: {line}");
            }
        }
    }

    #[test]
    fn nothing_is_lost() {
        let text = "A word, 一个词 and བོད་ཡིག in one line";
        assert_eq!(lines(text, 9.0).concat().replace(' ', ""), text.replace(' ', ""));
    }
}
