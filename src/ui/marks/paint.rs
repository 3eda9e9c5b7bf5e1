//! Marks on the screen.

use egui::{Color32, CornerRadius, Mesh, Painter, Rangef, Stroke, StrokeKind, Ui, vec2};

use super::{Line, Mark, Paint, Shape, Text};
use crate::ui::Cx;
use crate::ui::photo_paint::paint_photo;
use crate::ui::theme::{self, Colors};

/// The number of copies of a text that make its halo.
const HALO: u8 = 16;

/// How the marks of one thing differ from the others.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tone {
    /// Whether its sheet is open.
    pub chosen: bool,
    /// The share of the text colour in what lies under a pointer or finger.
    pub touched: f32,
    /// The share of the ground's colour in it, where other things are highlighted.
    pub faded: f32,
}

impl Tone {
    /// The colour of a paint.
    #[must_use]
    pub fn color(self, ink: Paint, colors: &Colors) -> Color32 {
        let touched =
            |base: Color32| if self.touched > 0.0 { theme::mix(base, colors.text, self.touched) } else { base };
        let chosen = |base: Color32| if self.chosen { colors.accent } else { base };
        let color = match ink {
            Paint::Color(color) => color,
            Paint::Reported => touched(chosen(colors.bar)),
            // Chosen or not, it must not look reported.
            Paint::WorkedOut => touched(colors.calc),
            Paint::WorkedOutEdge => chosen(colors.calc_edge),
            Paint::OnBar => colors.text,
            Paint::Ground => return touched(colors.bg),
            Paint::NotPublishedEdge => chosen(colors.void),
            Paint::Hatching(share) => {
                let [ground, edge] = [Paint::Ground, Paint::NotPublishedEdge].map(|ink| self.color(ink, colors));
                return theme::mix(ground, edge, share);
            }
            Paint::Bracket if self.chosen => colors.accent,
            Paint::Bracket => touched(colors.text),
        };
        if self.faded > 0.0 { theme::mix(color, colors.bg, self.faded) } else { color }
    }
}

/// Paints marks from the back to the front.
pub fn paint(ui: &Ui, cx: &Cx<'_>, tone: Tone, marks: impl IntoIterator<Item = Mark>) {
    for mark in marks {
        match mark {
            Mark::Shape(shape) => paint_shape(ui.painter(), shape.map(|ink| tone.color(ink, &cx.colors))),
            Mark::Text(text) => paint_text(ui, &cx.colors, tone, text),
            Mark::Picture { photo, rect } => paint_photo(ui, cx, photo, rect),
            // Not needed on the screen: controls and named texts have roles of their own.
            Mark::PageTag(_) => {}
        }
    }
}

/// Paints shapes alone.
pub fn paint_shapes(painter: &Painter, shapes: impl IntoIterator<Item = Shape>) {
    for shape in shapes {
        paint_shape(painter, shape);
    }
}

fn paint_shape(painter: &Painter, shape: Shape) {
    let stroke = |line: Line| Stroke::new(line.width, line.ink);
    match shape {
        Shape::Rect { rect, radius, fill } => {
            painter.rect_filled(rect, CornerRadius::same(radius), fill);
        }
        Shape::Frame { rect, radius, line } => {
            painter.rect_stroke(rect, CornerRadius::same(radius), stroke(line), StrokeKind::Inside);
        }
        Shape::Segments(segments, line) => {
            let stroke = stroke(line);
            painter.extend(segments.into_iter().map(|segment| egui::Shape::line_segment(segment, stroke)));
        }
        Shape::Polyline(points, line) => {
            painter.add(egui::Shape::line(points, stroke(line)));
        }
        Shape::Polygon(points, fill) => {
            painter.add(egui::Shape::convex_polygon(points, fill, Stroke::NONE));
        }
        Shape::Disc(center, radius, fill) => {
            painter.circle_filled(center, radius, fill);
        }
        Shape::Ring(center, radius, line) => {
            painter.circle_stroke(center, radius, stroke(line));
        }
        Shape::Ribbon { upper, lower, fill } => {
            let mut mesh = Mesh::default();
            for (top, bottom) in upper.iter().zip(&lower) {
                mesh.colored_vertex(*top, fill);
                mesh.colored_vertex(*bottom, fill);
            }
            for at in (2..).step_by(2).take(upper.len().min(lower.len()).saturating_sub(1)) {
                mesh.add_triangle(at - 2, at - 1, at);
                mesh.add_triangle(at, at - 1, at + 1);
            }
            painter.add(mesh);
        }
    }
}

fn paint_text(ui: &Ui, colors: &Colors, tone: Tone, text: Text) {
    let Text { label, at, ink, halo, within, named } = text;
    if let Some((reach, ground)) = halo {
        let ground = label.clone().color(tone.color(ground, colors));
        for step in 0..HALO {
            let around = std::f32::consts::TAU * f32::from(step) / f32::from(HALO);
            ground.paint(ui, at + reach * vec2(around.cos(), around.sin()));
        }
    }
    let label = label.color(tone.color(ink, colors));
    if named {
        label.at(ui, at);
    } else if within == Rangef::EVERYTHING {
        label.paint(ui, at);
    } else {
        label.paint_within(ui, at, within);
    }
}
