//! Draws the pixels of a piece, row by row.

use egui::epaint::Vertex;

use super::Texture;
use super::piece::{Bounds, Plane};
use super::pieces::Piece;
use super::pixel::{mixed, over, pixel, tinted};

/// One in the fixed-point values of a row. They are counted from the first column of the screen, so that a pixel does not depend on
/// where its row begins to be drawn.
const ONE: f64 = 4_294_967_296.0;
const BITS: u32 = 32;
/// The largest deviation of the step from one texel a pixel for a row to be copied.
const EXACT: f64 = 2e-5;
/// The largest deviation of its start from a whole texel.
const NEAR: f64 = 0.02;

/// The largest deviation of a corner from its interpolated texture coordinate, in texels.
const EVEN: f64 = 0.05;

/// A band of whole rows of the screen to draw into.
pub struct Rows<'a> {
    /// Its pixels.
    pub pixels: &'a mut [u32],
    /// Pixels per row.
    pub width: usize,
    /// The screen row of its first row.
    pub top: i32,
}

impl Rows<'_> {
    /// Returns the pixels of a row, end exclusive.
    #[expect(clippy::cast_sign_loss, reason = "inside the screen")]
    fn at(&mut self, y: i32, from: i32, to: i32) -> &mut [u32] {
        let start = (y - self.top) as usize * self.width;
        self.pixels.get_mut(start + from as usize..start + to as usize).unwrap_or_default()
    }

    /// Fills an area with a colour.
    pub fn fill(&mut self, area: Bounds, color: u32) {
        for y in area.top..area.bottom {
            self.at(y, area.left, area.right).fill(color);
        }
    }

    /// Draws the part of a piece within an area.
    pub fn draw(&mut self, piece: &Piece<'_>, area: Bounds) {
        let bounds = piece.bounds.and(area);
        let shading = Shading::of(&piece.corners, piece.texture);
        for y in bounds.top..bounds.bottom {
            let (from, to) = piece.shape.row(y, bounds);
            if from < to {
                shading.row(self.at(y, from, to), from, y);
            }
        }
    }
}

/// Returns true if the triangle of these corners is opaque.
pub fn is_opaque(corners: &[Vertex; 3], texture: &Texture) -> bool {
    let is_solid = corners.iter().all(|corner| corner.color.a() == 255);
    is_solid && (texture.is_opaque || (is_untextured(corners) && texel_at(corners, texture) >> 24 == 255))
}

fn is_untextured([a, b, c]: &[Vertex; 3]) -> bool {
    a.uv == b.uv && b.uv == c.uv
}

/// Returns true if all texture coordinates are as three corners extrapolate them.
pub fn is_even(three: &[Vertex; 3], corners: &[Vertex], texture: &Texture) -> bool {
    if is_untextured(three) {
        return corners.iter().all(|corner| corner.uv == three[0].uv);
    }
    let [u, v] = places(three, texture);
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let [width, height] = texture.size.map(|side| side as f64);
    let off = |plane: Plane, corner: &Vertex, uv: f32, side: f64| {
        let (x, y) = (f64::from(corner.pos.x) - 0.5, f64::from(corner.pos.y) - 0.5);
        (plane.at + plane.across * x + plane.down * y + 0.5 - f64::from(uv) * side).abs()
    };
    corners.iter().all(|c| off(u, c, c.uv.x, width) < EVEN && off(v, c, c.uv.y, height) < EVEN)
}

/// Returns the texel of an untextured piece.
fn texel_at(corners: &[Vertex; 3], texture: &Texture) -> u32 {
    let [width, height] = texture.size;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the texture")]
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let texel = |uv: f32, side: usize| (uv * side as f32).clamp(0.0, side.saturating_sub(1) as f32) as usize;
    let at = texel(corners[0].uv.y, height) * width + texel(corners[0].uv.x, width);
    texture.pixels.get(at).copied().unwrap_or(0)
}

/// The shading of a piece.
enum Shading<'a> {
    /// One colour.
    Flat(u32),
    /// A gradient: alpha, red, green, blue.
    Shade([Plane; 4]),
    /// A tinted texture, copied 1:1 from an offset of columns and rows.
    Copy(&'a Texture, i64, i64, u32),
    /// A tinted texture; columns and rows in texels.
    Texture(&'a Texture, Plane, Plane, u32),
    /// A texture with a gradient.
    Both(&'a Texture, Plane, Plane, [Plane; 4]),
}

impl<'a> Shading<'a> {
    fn of(corners: &[Vertex; 3], texture: &'a Texture) -> Self {
        let tint = corners[0].color;
        let is_flat = corners.iter().all(|corner| corner.color == tint);
        let shade = || [3, 0, 1, 2].map(|i: usize| Plane::through(corners, |v| f32::from(v.color[i])));
        if is_untextured(corners) {
            let texel = texel_at(corners, texture);
            return match (is_flat, texel) {
                (true, _) => Self::Flat(tinted(texel, pixel(tint))),
                (false, u32::MAX) => Self::Shade(shade()),
                (false, _) => Self::Both(texture, Plane::level(0.0), Plane::level(0.0), shade()),
            };
        }
        let [u, v] = places(corners, texture);
        if !is_flat {
            return Self::Both(texture, u, v, shade());
        }
        let is_exact = [u.across - 1.0, u.down, v.across, v.down - 1.0].iter().all(|off| off.abs() < EXACT);
        let is_near = [u.at, v.at].iter().all(|at| (at - at.round()).abs() < NEAR);
        if is_exact && is_near {
            #[expect(clippy::cast_possible_truncation, reason = "within a texture and a screen")]
            return Self::Copy(texture, u.at.round() as i64, v.at.round() as i64, pixel(tint));
        }
        Self::Texture(texture, u, v, pixel(tint))
    }

    /// Draws the pixels of a row from a column on.
    fn row(&self, out: &mut [u32], x: i32, y: i32) {
        match self {
            Self::Flat(color) if color >> 24 == 255 => out.fill(*color),
            Self::Flat(color) => out.iter_mut().for_each(|under| *under = over(*color, *under)),
            Self::Shade(shade) => {
                let mut colors = Colors::at(shade, x, y);
                for under in out {
                    *under = over(colors.next(), *under);
                }
            }
            Self::Copy(texture, right, down, tint) => {
                copy(out, texture, i64::from(x) + right, i64::from(y) + down, *tint);
            }
            Self::Texture(texture, u, v, tint) => {
                let mut texels = Texels::at(texture, [u, v], x, y);
                if *tint == u32::MAX && texture.is_opaque {
                    for under in out {
                        *under = texels.next();
                    }
                } else {
                    for under in out {
                        *under = over(tinted(texels.next(), *tint), *under);
                    }
                }
            }
            Self::Both(texture, u, v, shade) => {
                let (mut texels, mut colors) = (Texels::at(texture, [u, v], x, y), Colors::at(shade, x, y));
                for under in out {
                    *under = over(tinted(texels.next(), colors.next()), *under);
                }
            }
        }
    }
}

/// Returns the texture coordinates of pixels, in texels whose centres are whole numbers.
fn places(corners: &[Vertex; 3], texture: &Texture) -> [Plane; 2] {
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let [width, height] = texture.size.map(|side| side as f64);
    let texels = |plane: Plane, side: f64| Plane {
        at: plane.at * side - 0.5,
        across: plane.across * side,
        down: plane.down * side,
    };
    [
        texels(Plane::through(corners, |vertex| vertex.uv.x), width),
        texels(Plane::through(corners, |vertex| vertex.uv.y), height),
    ]
}

/// Returns a row of a texture, clamped to its edges.
fn texture_row(texture: &Texture, y: i64) -> &[u32] {
    let [width, height] = texture.size;
    let y = nearest(y, height);
    texture.pixels.get(y * width..(y + 1) * width).unwrap_or_default()
}

/// Clamps a coordinate to a side.
fn nearest(at: i64, side: usize) -> usize {
    usize::try_from(at).unwrap_or(0).min(side.saturating_sub(1))
}

fn copy(out: &mut [u32], texture: &Texture, x: i64, y: i64, tint: u32) {
    let row = texture_row(texture, y);
    let whole = usize::try_from(x).ok().and_then(|x| row.get(x..x + out.len()));
    match whole {
        Some(texels) if tint == u32::MAX && texture.is_opaque => out.copy_from_slice(texels),
        Some(texels) => {
            let texels = out.iter_mut().zip(texels);
            texels.for_each(|(under, texel)| *under = over(tinted(*texel, tint), *under));
        }
        // Outside the texture, its edge repeats.
        None => {
            for (under, x) in out.iter_mut().zip(x..) {
                let texel = row.get(nearest(x, row.len())).copied().unwrap_or(0);
                *under = over(tinted(texel, tint), *under);
            }
        }
    }
}

/// Steps through a texture along a row.
struct Texels<'a> {
    texture: &'a Texture,
    u: i64,
    v: i64,
    step: [i64; 2],
    /// The two rows to interpolate, and their indices.
    rows: [&'a [u32]; 2],
    row: i64,
}

impl<'a> Texels<'a> {
    fn at(texture: &'a Texture, [u, v]: [&Plane; 2], x: i32, y: i32) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "within a texture and a screen")]
        let fixed = |texels: f64| (texels * ONE) as i64;
        let step = [fixed(u.across), fixed(v.across)];
        let start =
            |plane: &Plane, step: i64| fixed(plane.value(0, y)).saturating_add(step.saturating_mul(i64::from(x)));
        let (u_at, v_at) = (start(u, step[0]), start(v, step[1]));
        let row = v_at >> BITS;
        Self { texture, u: u_at, v: v_at, step, rows: [texture_row(texture, row), texture_row(texture, row + 1)], row }
    }

    #[inline]
    fn next(&mut self) -> u32 {
        let (u, v) = (self.u, self.v);
        self.u = self.u.wrapping_add(self.step[0]);
        self.v = self.v.wrapping_add(self.step[1]);
        if v >> BITS != self.row {
            self.row = v >> BITS;
            self.rows = [texture_row(self.texture, self.row), texture_row(self.texture, self.row + 1)];
        }
        let width = self.texture.size[0];
        let left = nearest(u >> BITS, width);
        let bits = |row: usize, at: usize| self.rows[row].get(at).copied().unwrap_or(0);
        let right = nearest((u >> BITS) + 1, width);
        let share = |at: i64| u32::try_from((at >> (BITS - 8)) & 0xff).unwrap_or(0);
        let (across, down) = (share(u), share(v));
        let [above, below] = [0, 1].map(|row| mixed(bits(row, left), bits(row, right), across));
        mixed(above, below, down)
    }
}

/// Steps through a gradient along a row.
struct Colors {
    /// Alpha, red, green, blue.
    now: [i64; 4],
    step: [i64; 4],
}

impl Colors {
    fn at(shade: &[Plane; 4], x: i32, y: i32) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a channel")]
        let fixed = |value: f64| (value * ONE) as i64;
        let half = 0.5;
        let step = shade.map(|plane| fixed(plane.across));
        let mut now = shade.map(|plane| fixed(plane.value(0, y) + half));
        for (now, step) in now.iter_mut().zip(step) {
            *now = now.saturating_add(step.saturating_mul(i64::from(x)));
        }
        Self { now, step }
    }

    #[inline]
    fn next(&mut self) -> u32 {
        let mut color = 0;
        for (now, step) in self.now.iter_mut().zip(self.step) {
            #[expect(clippy::cast_sign_loss, reason = "clamped to a byte")]
            let channel = (*now >> BITS).clamp(0, 255) as u32;
            color = (color << 8) | channel;
            *now = now.wrapping_add(step);
        }
        color
    }
}
