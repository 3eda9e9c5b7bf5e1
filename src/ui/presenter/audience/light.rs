//! A light on the picture: all but a spot dark, or a dot.

use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, Ui, vec2};

use crate::state::talk::Light;
use crate::ui::theme::stage::console;

/// The radius of the spot and of the dot, and the width of the spot's soft edge, as shares of the picture's height.
const SPOT: f32 = 0.17;
const DOT: f32 = 0.013;
const EDGE: f32 = 0.02;
/// The least radius of the dot, in points.
const LEAST_DOT: f32 = 3.0;
/// The corners of a circle: enough for one as high as a screen to look round.
const CORNERS: u16 = 96;

/// Draws the light over a picture.
pub fn light_ui(ui: &Ui, picture: Rect, (light, at): (Light, [f32; 2])) {
    let center = picture.min + picture.size() * egui::Vec2::from(at);
    let height = picture.height();
    match light {
        Light::None => {}
        Light::Spot => {
            let far = picture.size().length() * 1.1;
            let (clear, shade) = (Color32::TRANSPARENT, console::SHADE);
            let mut mesh = Mesh::default();
            let radius = height * SPOT;
            ring(&mut mesh, center, (radius, clear), (radius + height * EDGE, shade));
            ring(&mut mesh, center, (radius + height * EDGE, shade), (far, shade));
            ui.painter().add(Shape::mesh(mesh));
        }
        Light::Dot => {
            let radius = (height * DOT).max(LEAST_DOT);
            ui.painter().circle_filled(center, radius, console::DOT);
            ui.painter().circle_stroke(center, radius, Stroke::new(radius * 0.22, console::WHITE));
        }
    }
}

/// A ring between two radii, from one colour to another.
fn ring(mesh: &mut Mesh, center: Pos2, inner: (f32, Color32), outer: (f32, Color32)) {
    let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    for i in 0..=CORNERS {
        let angle = std::f32::consts::TAU * f32::from(i) / f32::from(CORNERS);
        let along = vec2(angle.cos(), angle.sin());
        mesh.colored_vertex(center + along * inner.0, inner.1);
        mesh.colored_vertex(center + along * outer.0, outer.1);
    }
    for i in 0..u32::from(CORNERS) {
        let at = first + 2 * i;
        mesh.add_triangle(at, at + 1, at + 2);
        mesh.add_triangle(at + 2, at + 1, at + 3);
    }
}
