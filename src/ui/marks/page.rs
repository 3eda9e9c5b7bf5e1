//! Marks for paper: texts line by line, everything else as paths.

use egui::text::LayoutJob;
use egui::{Color32, Context, Galley, Pos2, Rangef, Vec2};

use super::{Line, Mark, Paint, Shape, Text, Tone};
use crate::export::drawing::{self, Color, Page, Path, Picture, Step};
use crate::ui::fonts::family_name;
use crate::ui::theme::Colors;

/// A page of this size with marks on a ground. Texts are laid out with the fonts of `ctx`, so this must be called within a frame.
pub fn page(
    ctx: &Context,
    size: Vec2,
    (ground, colors): (Color32, &Colors),
    marks: impl IntoIterator<Item = Mark>,
) -> Page {
    let mut writer = Writer { ctx, colors, heights: Rangef::new(0.0, size.y), marks: Vec::new() };
    marks.into_iter().for_each(|mark| writer.mark(mark));
    Page { size: size.into(), ground: opaque(ground).unwrap_or([255; 4]), marks: writer.marks }
}

struct Writer<'w> {
    ctx: &'w Context,
    colors: &'w Colors,
    heights: Rangef,
    marks: Vec<drawing::Mark>,
}

impl Writer<'_> {
    fn mark(&mut self, mark: Mark) {
        match mark {
            Mark::Shape(shape) => self.shape(shape.map(|ink| Tone::default().color(ink, self.colors))),
            Mark::Text(text) => self.text(&text),
            Mark::Picture { photo, rect } => {
                let picture = Picture { photo, min: rect.min.into(), max: rect.max.into() };
                self.marks.push(drawing::Mark::Picture(picture));
            }
            Mark::PageTag(part) => self.marks.push(drawing::Mark::PageTag(part)),
        }
    }

    fn color(&self, ink: Paint) -> Option<Color> {
        opaque(Tone::default().color(ink, self.colors))
    }

    fn shape(&mut self, shape: Shape) {
        match shape {
            Shape::Rect { rect, radius, fill } => {
                self.fill(Path::rect(rect.min.into(), rect.max.into(), f32::from(radius)), fill);
            }
            Shape::Frame { rect, radius, line } => {
                let half = line.width / 2.0;
                let middle = rect.expand(-half);
                let radius = (f32::from(radius) - half).max(0.0);
                self.stroke(Path::rect(middle.min.into(), middle.max.into(), radius), line);
            }
            Shape::Segments(segments, line) => {
                for [from, to] in segments {
                    self.stroke(vec![Step::Move(from.into()), Step::Line(to.into())], line);
                }
            }
            Shape::Polyline(points, line) => self.stroke(steps(points), line),
            Shape::Polygon(points, fill) => self.fill(closed(points), fill),
            Shape::Disc(center, radius, fill) => self.fill(Path::circle(center.into(), radius), fill),
            Shape::Ring(center, radius, line) => self.stroke(Path::circle(center.into(), radius), line),
            Shape::Ribbon { upper, lower, fill } => {
                self.fill(closed(upper.into_iter().chain(lower.into_iter().rev())), fill);
            }
        }
    }

    fn fill(&mut self, steps: Vec<Step>, color: Color32) {
        if let Some(fill) = opaque(color) {
            self.marks.push(drawing::Mark::Path(Path { steps, fill: Some(fill), stroke: None }));
        }
    }

    /// Adds a path, or extends the last one if it has the same stroke.
    fn stroke(&mut self, steps: Vec<Step>, line: Line) {
        let Some(color) = opaque(line.ink).filter(|_| line.width > 0.0) else { return };
        let stroke = Some((line.width, color));
        match self.marks.last_mut() {
            Some(drawing::Mark::Path(last)) if last.fill.is_none() && last.stroke == stroke => last.steps.extend(steps),
            _ => self.marks.push(drawing::Mark::Path(Path { steps, fill: None, stroke })),
        }
    }

    fn text(&mut self, text: &Text) {
        let heights = (text.within != Rangef::EVERYTHING).then_some(text.within);
        let (drawn, _) = text.label.laid(self.ctx, text.at, heights, self.heights);
        let (Some((at, galley)), Some(color)) = (drawn, self.color(text.ink)) else { return };
        if let Some(line) = text.label.underlines(&galley, at) {
            self.shape(line);
        }
        let halo = text.halo.and_then(|(reach, ink)| Some((reach, self.color(ink)?)));
        self.lines(&galley, at, color, halo);
    }

    fn lines(&mut self, galley: &Galley, at: Pos2, color: Color, halo: Option<(f32, Color)>) {
        let Some(section) = galley.job.sections.first() else { return };
        let font = &section.format.font_id;
        // A row has as many glyphs as characters, but a glyph does not always hold its character.
        let mut characters = galley.job.text.char_indices();
        for row in &galley.rows {
            let (mut words, mut kerns) = (String::new(), Vec::new());
            for (at, c) in characters.by_ref().take(row.glyphs.len()) {
                // Where the row begins, its first letter stands already.
                if let Some(by) = moved(&galley.job, at).filter(|_| !words.is_empty()) {
                    kerns.push((words.len(), by / font.size));
                }
                words.extend(plain(c));
            }
            if row.ends_with_newline {
                characters.next();
            }
            let Some(first) = row.glyphs.first() else { continue };
            if words.trim().is_empty() {
                continue;
            }
            let at = (at + row.pos.to_vec2() + first.pos.to_vec2()).into();
            let (family, size, width) = (family_name(&font.family), font.size, row.size.x);
            self.marks.push(drawing::Mark::Text(drawing::Text { words, kerns, family, size, at, width, color, halo }));
        }
    }
}

/// By how much the letter at a byte is moved, in points.
fn moved(job: &LayoutJob, at: usize) -> Option<f32> {
    let at = job.sections.binary_search_by_key(&at, |section| section.byte_range.start.0).ok()?;
    job.sections.get(at).map(|section| section.leading_space).filter(|by| *by != 0.0)
}

fn steps(points: impl IntoIterator<Item = Pos2>) -> Vec<Step> {
    let step = |(i, point): (usize, Pos2)| if i == 0 { Step::Move(point.into()) } else { Step::Line(point.into()) };
    points.into_iter().enumerate().map(step).collect()
}

fn closed(points: impl IntoIterator<Item = Pos2>) -> Vec<Step> {
    let mut steps = steps(points);
    steps.push(Step::Close);
    steps
}

/// A character without line-breaking hints: lines are broken by now, and searches must not meet these characters.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{2060}' => None,
        '\u{a0}' => Some(' '),
        '\u{f0c}' => Some('\u{f0b}'),
        other => Some(other),
    }
}

/// `None` for a transparent colour.
fn opaque(color: Color32) -> Option<Color> {
    (color.a() > 0).then(|| color.to_srgba_unmultiplied())
}
