//! What is drawn, line by line.

use egui::{Rect, Shape};

/// A line of text as it is drawn.
#[derive(Debug)]
pub struct Drawn {
    /// Its words.
    pub words: String,
    /// The area of its letters.
    pub area: Rect,
    /// What it is cut off by.
    pub clip: Rect,
    /// What was drawn over a part of it.
    pub covered: Option<Rect>,
}

impl Drawn {
    /// What is seen of it.
    pub fn seen(&self) -> Rect {
        self.area.intersect(self.clip)
    }

    /// The lines of a shape.
    pub fn lines(shape: &Shape, clip: Rect, found: &mut Vec<Self>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| Self::lines(shape, clip, found)),
            Shape::Text(text) => {
                for row in &text.galley.rows {
                    let area = row.visuals.mesh_bounds.translate(row.pos.to_vec2() + text.pos.to_vec2());
                    let words = row.text();
                    let line = Self { words, area, clip, covered: None };
                    // A halo is the same words a point aside.
                    let halo = |other: &Self| {
                        other.words == line.words && other.area.center().distance(line.area.center()) < 8.0
                    };
                    if area.is_positive() && line.seen().is_positive() && !found.iter().any(halo) {
                        found.push(line);
                    }
                }
            }
            // What covers a line wholly takes its place; a sheet's ground takes that of what lies under it.
            Shape::Rect(over) if over.fill.a() > 0 && over.rect.intersect(clip).is_positive() => {
                let rect = over.rect.intersect(clip);
                if over.fill.is_opaque() {
                    found.retain(|line| !rect.expand(0.5).contains_rect(line.seen()));
                    for line in found {
                        let common = line.seen().intersect(rect);
                        if common.width() > 1.0 && common.height() > 3.0 {
                            line.covered = Some(rect);
                        }
                    }
                } else if rect.width() > clip.width() - 1.0 && rect.height() > clip.height() - 1.0 {
                    found.clear();
                }
            }
            _ => {}
        }
    }
}

/// The texts of a shape, as high as they are seen, each once.
pub fn texts(shape: &Shape, clip: Rect, found: &mut Vec<(String, Rect)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, clip, found)),
        Shape::Text(text) => {
            let whole = text.galley.mesh_bounds.translate(text.pos.to_vec2());
            let seen = whole.intersect(clip);
            let area = Rect::from_x_y_ranges(whole.x_range(), seen.y_range());
            let near = |(words, other): &(String, Rect)| {
                words == text.galley.text() && other.center().distance(area.center()) < 8.0
            };
            if seen.is_positive() && !found.iter().any(near) {
                found.push((text.galley.text().to_owned(), area));
            }
        }
        _ => {}
    }
}
