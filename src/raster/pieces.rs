//! Converts egui's meshes to pieces in pixels, each with a hash.

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Pos2, pos2};

use super::piece::{Bounds, PieceShape};
use super::{Frame, Raster, Texture, pixel, scanline};

/// A piece with all that determines its pixels.
pub struct Piece<'a> {
    /// The shape.
    pub shape: PieceShape,
    /// The pixels that it may touch, within its clip rectangle and the screen.
    pub bounds: Bounds,
    /// Three corners with colours and texture coordinates; the others follow.
    pub corners: [Vertex; 3],
    /// The texture.
    pub texture: &'a Texture,
    /// A hash, equal for pieces that look the same.
    pub mark: u64,
    /// True if it is opaque and fills its bounds.
    pub is_cover: bool,
}

/// Returns the visible pieces of a frame, in drawing order.
pub fn pieces<'a>(raster: &'a Raster, frame: &Frame<'_>) -> Vec<Piece<'a>> {
    let mut all = Vec::new();
    for ClippedPrimitive { clip_rect, primitive } in frame.primitives {
        let Primitive::Mesh(mesh) = primitive else { continue };
        let Some(texture) = raster.textures.get(&mesh.texture_id) else { continue };
        let clip = clip(clip_rect.min, clip_rect.max, frame);
        if !clip.is_empty() {
            add(&mut all, mesh, texture, frame.scale, clip);
        }
    }
    all
}

/// Rounds a clip rectangle to whole pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "cut to the screen")]
fn clip(min: Pos2, max: Pos2, frame: &Frame<'_>) -> Bounds {
    let [width, height] = frame.size.map(|side| side as i32);
    let at = |coordinate: f32, most: i32| ((coordinate * frame.scale).round() as i32).clamp(0, most);
    Bounds { left: at(min.x, width), top: at(min.y, height), right: at(max.x, width), bottom: at(max.y, height) }
}

fn add<'a>(all: &mut Vec<Piece<'a>>, mesh: &Mesh, texture: &'a Texture, scale: f32, clip: Bounds) {
    let corner = |index: u32| {
        let vertex = mesh.vertices.get(index as usize)?;
        Some(Vertex { pos: pos2(vertex.pos.x * scale, vertex.pos.y * scale), ..*vertex })
    };
    let triangle = |indices: &[u32]| {
        let &[a, b, c] = indices.first_chunk::<3>()?;
        Some([corner(a)?, corner(b)?, corner(c)?])
    };
    let mut rest = mesh.indices.as_slice();
    while let Some(first) = triangle(rest) {
        let second = rest.get(3..).and_then(triangle);
        let (shape, corners, used) = if let Some((max, corners)) = second.and_then(|second| quad(&first, &second)) {
            (PieceShape::Quad(corners[0].pos, max), corners, 2)
        } else if let Some((shape, corners, used)) = convex(rest, corner, texture, clip) {
            (shape, corners, used)
        } else {
            (PieceShape::Triangle(first.map(|v| v.pos)), first, 1)
        };
        rest = &rest[3 * used..];
        let bounds = shape.bounds().and(clip);
        if !bounds.is_empty() {
            let is_cover = !matches!(shape, PieceShape::Triangle(_)) && scanline::is_opaque(&corners, texture);
            let seed = match &shape {
                PieceShape::Convex(_, rows) => rows.iter().fold(0, |seed, row| mixed(seed, pair(row.0, row.1), 1)),
                _ => 0,
            };
            let mark = mark(seed, &corners, bounds, texture);
            all.push(Piece { shape, bounds, corners, texture, mark, is_cover });
        }
    }
}

/// Merges a triangle fan of one colour, as egui fills convex paths: returns shape, three corners, and triangle count.
fn convex(
    indices: &[u32],
    corner: impl Fn(u32) -> Option<Vertex>,
    texture: &Texture,
    clip: Bounds,
) -> Option<(PieceShape, [Vertex; 3], usize)> {
    let &[before, hub, _] = indices.first_chunk::<3>()?;
    let mut corners = vec![corner(hub)?, corner(before)?];
    let mut last = before;
    for triangle in indices.chunks_exact(3) {
        let next = corner(triangle[2])?;
        if triangle[0] != last || triangle[1] != hub || next.color != corners[0].color {
            break;
        }
        last = triangle[2];
        corners.push(next);
    }
    let used = corners.len() - 2;
    if used < 3 || corners[1].color != corners[0].color {
        return None;
    }
    let three = [corners[0], corners[corners.len() / 3], corners[2 * corners.len() / 3]];
    if !scanline::is_even(&three, &corners, texture) {
        return None;
    }
    let places: Vec<Pos2> = corners.iter().map(|corner| corner.pos).collect();
    Some((PieceShape::convex(&places, clip)?, three, used))
}

/// Merges two triangles that form an axis-aligned rectangle of one colour: returns its last corner, and the three others.
#[expect(clippy::float_cmp, reason = "corners of one rectangle have the very same coordinates")]
fn quad(first: &[Vertex; 3], second: &[Vertex; 3]) -> Option<(Pos2, [Vertex; 3])> {
    let low = |t: &[Vertex; 3]| t[0].pos.min(t[1].pos).min(t[2].pos);
    let high = |t: &[Vertex; 3]| t[0].pos.max(t[1].pos).max(t[2].pos);
    let (min, max) = (low(first), high(first));
    if min != low(second) || max != high(second) || min.x >= max.x || min.y >= max.y {
        return None;
    }
    let mut corners: [Option<Vertex>; 4] = [None; 4];
    for triangle in [first, second] {
        let mut seen = 0_u8;
        for vertex in triangle {
            let is_corner = (vertex.pos.x == min.x || vertex.pos.x == max.x)
                && (vertex.pos.y == min.y || vertex.pos.y == max.y)
                && vertex.color == first[0].color;
            let which = usize::from(vertex.pos.x == max.x) + 2 * usize::from(vertex.pos.y == max.y);
            if !is_corner || corners[which].is_some_and(|other| other.uv != vertex.uv) {
                return None;
            }
            seen |= 1 << which;
            corners[which] = Some(*vertex);
        }
        if seen.count_ones() != 3 {
            return None;
        }
    }
    let [Some(a), Some(b), Some(c), Some(d)] = corners else { return None };
    let is_even = a.uv.x == c.uv.x && b.uv.x == d.uv.x && a.uv.y == b.uv.y && c.uv.y == d.uv.y;
    is_even.then_some((max, [a, b, c]))
}

#[expect(clippy::cast_sign_loss, reason = "bits")]
fn pair(a: i32, b: i32) -> u64 {
    (u64::from(a as u32) << 32) | u64::from(b as u32)
}

fn mark(seed: u64, corners: &[Vertex; 3], bounds: Bounds, texture: &Texture) -> u64 {
    let places = |a: f32, b: f32| (u64::from(a.to_bits()) << 32) | u64::from(b.to_bits());
    let mut mark = mixed(seed, pair(bounds.left, bounds.top), pair(bounds.right, bounds.bottom));
    mark = mixed(mark, texture.version, 2);
    for corner in corners {
        mark = mixed(mark, places(corner.pos.x, corner.pos.y), places(corner.uv.x, corner.uv.y));
        mark = mixed(mark, u64::from(pixel::pixel(corner.color)), 1);
    }
    mark
}

/// Hashes two more numbers: the halves of a 128-bit product, folded, as in wyhash (<https://github.com/wangyi-fudan/wyhash>).
pub fn mixed(so_far: u64, a: u64, b: u64) -> u64 {
    let product = u128::from(so_far ^ a ^ 0xa076_1d64_78bd_642f) * u128::from(b ^ 0xe703_7ed1_a0b4_28db);
    #[expect(clippy::cast_possible_truncation, reason = "the two halves")]
    let (low, high) = (product as u64, (product >> 64) as u64);
    // Rotated, so that a product of zero does not discard the state.
    low ^ high ^ so_far.rotate_left(23)
}
