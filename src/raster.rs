//! Draws egui's triangles on the CPU, as the graphics card would: for pictures with no display and no window.
//!
//! Knows egui's meshes and textures, nothing of the exhibition.

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, TextureId, TexturesDelta, pos2};

/// Textures on the CPU, and a picture to draw into.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, ColorImage>,
}

impl Raster {
    /// Takes in new and changed textures, as a painter does before each frame.
    pub fn update(&mut self, delta: &TexturesDelta) {
        for (id, deltas) in &delta.set {
            for delta in deltas {
                self.set(*id, delta);
            }
        }
    }

    /// Forgets textures that are no longer used, as a painter does after each frame, and marks the changes as handled.
    pub fn free(&mut self, mut delta: TexturesDelta) {
        for id in &delta.free {
            self.textures.remove(id);
        }
        delta.clear();
    }

    fn set(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let Some([left, top]) = delta.pos else {
            self.textures.insert(id, image.as_ref().clone());
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        for y in 0..image.height() {
            for x in 0..image.width() {
                if left + x < texture.width() && top + y < texture.height() {
                    texture[(left + x, top + y)] = image[(x, y)];
                }
            }
        }
    }

    /// Draws primitives over a ground colour into a picture of this size in pixels.
    #[must_use]
    pub fn draw(
        &self,
        [width, height]: [usize; 2],
        pixels_per_point: f32,
        ground: Color32,
        primitives: &[ClippedPrimitive],
    ) -> ColorImage {
        let mut picture = ColorImage::filled([width, height], ground);
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            let clip = Clip::new(clip_rect.min, clip_rect.max, pixels_per_point, [width, height]);
            draw_mesh(&mut picture, mesh, texture, pixels_per_point, clip);
        }
        picture
    }
}

/// The pixels that may be drawn: from the first to before the last.
#[derive(Clone, Copy)]
struct Clip {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Clip {
    fn new(min: Pos2, max: Pos2, scale: f32, [width, height]: [usize; 2]) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture")]
        #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
        let pixel = |v: f32, most: usize| (v * scale).round().clamp(0.0, most as f32) as usize;
        Self {
            left: pixel(min.x, width),
            top: pixel(min.y, height),
            right: pixel(max.x, width),
            bottom: pixel(max.y, height),
        }
    }
}

fn draw_mesh(picture: &mut ColorImage, mesh: &Mesh, texture: &ColorImage, scale: f32, clip: Clip) {
    for triangle in mesh.indices.chunks_exact(3) {
        let corner = |i: usize| {
            let vertex = mesh.vertices.get(*triangle.get(i)? as usize)?;
            Some(Vertex { pos: pos2(vertex.pos.x * scale, vertex.pos.y * scale), ..*vertex })
        };
        if let (Some(a), Some(b), Some(c)) = (corner(0), corner(1), corner(2)) {
            draw_triangle(picture, [a, b, c], texture, clip);
        }
    }
}

/// Twice the signed area of a triangle. The first two points are taken in one order whichever way they come, so that two
/// triangles on either side of an edge agree on every pixel and none falls between them.
fn area(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    if (a.x, a.y) > (b.x, b.y) {
        return -area(b, a, c);
    }
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// True for the edges whose pixels a triangle owns, so that two triangles never both draw a pixel on their shared edge.
fn owns(from: Pos2, to: Pos2) -> bool {
    from.y > to.y || (from.y >= to.y && from.x < to.x)
}

fn draw_triangle(picture: &mut ColorImage, [a, mut b, mut c]: [Vertex; 3], texture: &ColorImage, clip: Clip) {
    let mut whole = area(a.pos, b.pos, c.pos);
    if whole.abs() < f32::EPSILON || !whole.is_finite() {
        return;
    }
    if whole < 0.0 {
        std::mem::swap(&mut b, &mut c);
        whole = -whole;
    }
    let (xs, ys) = ([a.pos.x, b.pos.x, c.pos.x], [a.pos.y, b.pos.y, c.pos.y]);
    let low = |v: [f32; 3]| v.into_iter().fold(f32::INFINITY, f32::min);
    let high = |v: [f32; 3]| v.into_iter().fold(f32::NEG_INFINITY, f32::max);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative, and bounded by the clip"
    )]
    let (left, top, right, bottom) = (
        (low(xs).floor().max(0.0) as usize).max(clip.left),
        (low(ys).floor().max(0.0) as usize).max(clip.top),
        (high(xs).ceil().max(0.0) as usize).min(clip.right),
        (high(ys).ceil().max(0.0) as usize).min(clip.bottom),
    );
    let own = [owns(b.pos, c.pos), owns(c.pos, a.pos), owns(a.pos, b.pos)];
    let flat = a.color == b.color && b.color == c.color;
    let plain = a.uv == b.uv && b.uv == c.uv;
    let fixed = (flat && plain).then(|| multiply(sample(texture, a.uv), a.color.to_array().map(f32::from)));
    for y in top..bottom {
        for x in left..right {
            #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
            let at = pos2(x as f32 + 0.5, y as f32 + 0.5);
            let weights = [area(b.pos, c.pos, at), area(c.pos, a.pos, at), area(a.pos, b.pos, at)];
            if weights.iter().zip(own).any(|(&w, own)| w < 0.0 || (w == 0.0 && !own)) {
                continue;
            }
            let source = fixed.unwrap_or_else(|| {
                let [wa, wb, wc] = weights.map(|w| w / whole);
                let mix =
                    |i: usize| f32::from(a.color[i]) * wa + f32::from(b.color[i]) * wb + f32::from(c.color[i]) * wc;
                let uv = pos2(a.uv.x * wa + b.uv.x * wb + c.uv.x * wc, a.uv.y * wa + b.uv.y * wb + c.uv.y * wc);
                multiply(sample(texture, uv), [mix(0), mix(1), mix(2), mix(3)])
            });
            let pixel = &mut picture[(x, y)];
            *pixel = blend(source, *pixel);
        }
    }
}

/// A texture's premultiplied colour at a point from 0 to 1, from its four nearest texels.
fn sample(texture: &ColorImage, uv: Pos2) -> [f32; 4] {
    let [width, height] = texture.size;
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let (x, y) = (
        (uv.x * width as f32 - 0.5).clamp(0.0, width as f32 - 1.0),
        (uv.y * height as f32 - 0.5).clamp(0.0, height as f32 - 1.0),
    );
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the texture")]
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x.fract(), y.fract());
    let texel = |x: usize, y: usize| texture[(x, y)].to_array().map(f32::from);
    let across = |y: usize| {
        let (from, to) = (texel(left, y), texel(right, y));
        std::array::from_fn::<f32, 4, _>(|i| from[i] + (to[i] - from[i]) * fx)
    };
    let (above, below) = (across(top), across(bottom));
    std::array::from_fn(|i| above[i] + (below[i] - above[i]) * fy)
}

fn multiply(texel: [f32; 4], color: [f32; 4]) -> [f32; 4] {
    std::array::from_fn(|i| texel[i] * color[i] / 255.0)
}

/// Premultiplied source over destination, in gamma space, as egui's shaders do.
fn blend(source: [f32; 4], under: Color32) -> Color32 {
    let left = 1.0 - source[3] / 255.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
    let mix = |i: usize| (source[i] + f32::from(under[i]) * left + 0.5).clamp(0.0, 255.0) as u8;
    Color32::from_rgba_premultiplied(mix(0), mix(1), mix(2), mix(3))
}
