//! egui's shapes as marks of a drawing, before they become triangles: for files that any size of paper can be printed from.
//!
//! Knows egui's shapes and [`drawing`](crate::export::drawing), nothing of the exhibition. A textured rectangle is a picture, by
//! its number; what marks are for those who hear them comes in as a callback that holds a [`Part`].

use egui::epaint::{CircleShape, ColorMode, PathShape, RectShape, TextShape};
use egui::{Color32, FontDefinitions, FontFamily, Mesh, Shape, Stroke, StrokeKind, TextureId};

use crate::export::Faces;
use crate::export::drawing::{Color, Mark, Page, Part, Path, Picture, Step, Text};

/// The fonts that egui draws with, in the same families and order.
#[must_use]
pub fn faces(fonts: &FontDefinitions) -> Faces {
    let mut faces = Faces::default();
    for (family, members) in &fonts.families {
        for data in members.iter().filter_map(|name| fonts.font_data.get(name)) {
            faces.add(&family_name(family), &data.font, data.index, data.tweak.y_offset_factor);
        }
    }
    faces
}

fn family_name(family: &FontFamily) -> String {
    match family {
        FontFamily::Proportional => "proportional".to_owned(),
        FontFamily::Monospace => "monospace".to_owned(),
        FontFamily::Name(name) => name.to_string(),
    }
}

/// A page of this size with the shapes of one frame on a ground.
pub fn page<'s>(size: [f32; 2], ground: Color32, shapes: impl Iterator<Item = &'s Shape>) -> Page {
    let mut tracer = Tracer::default();
    shapes.for_each(|shape| tracer.shape(shape));
    tracer.settle();
    Page { size, ground: color(ground).unwrap_or([255; 4]), marks: tracer.marks }
}

/// How far from each other the same words are drawn that are a text and its halo, in points.
const ECHO: f32 = 8.0;

#[derive(Default)]
struct Tracer<'s> {
    marks: Vec<Mark>,
    /// The same words, drawn again and again: the last ones are read, those before are their halo.
    echoes: Vec<&'s TextShape>,
}

impl<'s> Tracer<'s> {
    fn shape(&mut self, shape: &'s Shape) {
        if let Shape::Text(text) = shape {
            // The same words in another place are another text.
            let echoes =
                |last: &&TextShape| last.galley.job.text == text.galley.job.text && last.pos.distance(text.pos) < ECHO;
            if !self.echoes.last().is_some_and(echoes) {
                self.settle();
            }
            self.echoes.push(text);
            return;
        }
        self.settle();
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            Shape::Circle(CircleShape { center, radius, fill, stroke }) => {
                self.path(Path::circle(center.into(), *radius), *fill, *stroke);
            }
            Shape::LineSegment { points: [from, to], stroke } => {
                self.path(vec![Step::Move(from.into()), Step::Line(to.into())], Color32::TRANSPARENT, *stroke);
            }
            Shape::Path(path) => self.lines(path),
            Shape::Rect(rect) => self.rect(rect),
            Shape::Callback(callback) => {
                if let Some(part) = callback.callback.downcast_ref::<Part>() {
                    self.marks.push(Mark::Part(part.clone()));
                }
            }
            Shape::Mesh(mesh) => self.strip(mesh),
            // Nothing on paper is made of these.
            Shape::Noop
            | Shape::Text(_)
            | Shape::Ellipse(_)
            | Shape::Band(_)
            | Shape::QuadraticBezier(_)
            | Shape::CubicBezier(_) => {}
        }
    }

    fn rect(&mut self, rect: &RectShape) {
        let (min, max) = (rect.rect.min, rect.rect.max);
        if let Some(brush) = &rect.brush {
            if let TextureId::User(photo) = brush.fill_texture_id {
                let photo = usize::try_from(photo).unwrap_or(usize::MAX);
                self.marks.push(Mark::Picture(Picture { photo, min: min.into(), max: max.into() }));
            }
            return;
        }
        let radius = f32::from(rect.corner_radius.nw);
        self.path(Path::rect(min.into(), max.into(), radius), rect.fill, Stroke::NONE);
        let half = rect.stroke.width / 2.0;
        let out = match rect.stroke_kind {
            StrokeKind::Inside => -half,
            StrokeKind::Middle => 0.0,
            StrokeKind::Outside => half,
        };
        let line = rect.rect.expand(out);
        let steps = Path::rect(line.min.into(), line.max.into(), (radius + out).max(0.0));
        self.path(steps, Color32::TRANSPARENT, rect.stroke);
    }

    fn lines(&mut self, path: &PathShape) {
        let mut steps: Vec<Step> = path.points.iter().map(|point| Step::Line(point.into())).collect();
        if let Some(first) = path.points.first() {
            steps[0] = Step::Move(first.into());
        }
        if path.closed {
            steps.push(Step::Close);
        }
        let stroke = match path.stroke.color {
            ColorMode::Solid(color) => Stroke::new(path.stroke.width, color),
            ColorMode::UV(_) => Stroke::NONE,
        };
        self.path(steps, path.fill, stroke);
    }

    /// A strip of triangles in one colour, between an upper and a lower edge, as its outline: other meshes are not drawn on paper.
    fn strip(&mut self, mesh: &Mesh) {
        let Some(fill) = mesh.vertices.first().map(|vertex| vertex.color) else { return };
        let order = (0..).step_by(2).flat_map(|at: u32| [at, at + 1, at + 2, at + 2, at + 1, at + 3]);
        let is_strip = mesh.indices.len() == 3 * mesh.vertices.len().saturating_sub(2)
            && mesh.indices.iter().copied().eq(order.take(mesh.indices.len()))
            && mesh.vertices.iter().all(|vertex| vertex.color == fill);
        if !is_strip {
            return;
        }
        let edge = |first: usize| mesh.vertices.iter().skip(first).step_by(2).map(|vertex| vertex.pos.into());
        let lower: Vec<[f32; 2]> = edge(1).collect();
        let mut steps: Vec<Step> = edge(0).chain(lower.into_iter().rev()).map(Step::Line).collect();
        if let Some(Step::Line(first)) = steps.first().copied() {
            steps[0] = Step::Move(first);
        }
        steps.push(Step::Close);
        self.path(steps, fill, Stroke::NONE);
    }

    /// Adds a path, or goes on with the last one where it is a line of the same kind.
    fn path(&mut self, steps: Vec<Step>, fill: Color32, stroke: Stroke) {
        let stroke = color(stroke.color).filter(|_| stroke.width > 0.0).map(|color| (stroke.width, color));
        let fill = color(fill);
        if fill.is_none() && stroke.is_none() {
            return;
        }
        match self.marks.last_mut() {
            Some(Mark::Path(last)) if fill.is_none() && last.fill.is_none() && last.stroke == stroke => {
                last.steps.extend(steps);
            }
            _ => self.marks.push(Mark::Path(Path { steps, fill, stroke })),
        }
    }

    /// The words that were drawn last, with those under them as their halo.
    fn settle(&mut self) {
        let Some(text) = self.echoes.pop() else { return };
        let reach = self.echoes.iter().map(|echo| echo.pos.distance(text.pos)).fold(0.0, f32::max);
        let halo = self.echoes.first().and_then(|echo| color(ink(echo))).map(|color| (reach, color));
        self.echoes.clear();
        self.text(text, halo);
    }

    fn text(&mut self, text: &TextShape, halo: Option<(f32, Color)>) {
        let (Some(section), Some(color)) = (text.galley.job.sections.first(), color(ink(text))) else { return };
        // A row has as many glyphs as characters, but what stands in them is not always the character.
        let mut characters = text.galley.job.text.chars();
        for row in &text.galley.rows {
            let words: String = characters.by_ref().take(row.glyphs.len()).filter_map(plain).collect();
            if row.ends_with_newline {
                characters.next();
            }
            let Some(first) = row.glyphs.first() else { continue };
            if words.trim().is_empty() {
                continue;
            }
            let at = text.pos + row.pos.to_vec2() + first.pos.to_vec2();
            let font = &section.format.font_id;
            let family = family_name(&font.family);
            let (size, width) = (font.size, row.size.x);
            self.marks.push(Mark::Text(Text { words, family, size, at: at.into(), width, color, halo }));
        }
    }
}

/// The colour that a text is drawn in.
fn ink(text: &TextShape) -> Color32 {
    let own = text.galley.job.sections.first().map_or(text.fallback_color, |section| section.format.color);
    let own = if own == Color32::PLACEHOLDER { text.fallback_color } else { own };
    text.override_text_color.unwrap_or(own)
}

/// A character without what only told where lines may break: they are broken now, and nobody searches for such signs.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{2060}' => None,
        '\u{a0}' => Some(' '),
        '\u{f0c}' => Some('\u{f0b}'),
        other => Some(other),
    }
}

fn color(color: Color32) -> Option<Color> {
    (color.a() > 0).then(|| color.to_srgba_unmultiplied())
}
