//! A software rasterizer for egui's triangles: for windows without a graphics card, and for screenshots without a window.
//!
//! Knows egui's meshes and textures, nothing of the exhibition. A frame is split into `pieces`, which are binned into square
//! tiles; a tile with the same pieces as in the previous frame is skipped (`tiles`), the others are shared among threads. A
//! piece is drawn row by row (`scanline`); most rows are plain copies: of a colour, of a picture at its own size, of glyphs.

mod piece;
mod pieces;
mod pixel;
mod png;
mod scanline;
mod tiles;

use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta};
use egui::{Color32, ColorImage, TextureId, TexturesDelta};

pub use png::png;
pub use tiles::{Drawn, PixelRect};

/// The textures, and the drawing with them.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
    /// Number of textures set so far.
    set: u64,
}

/// A texture.
struct Texture {
    size: [usize; 2],
    /// Pixels in the target's format, so that a row is copied at once.
    pixels: Vec<u32>,
    /// Changes whenever the pixels do.
    version: u64,
    /// True without transparent pixels.
    is_opaque: bool,
}

/// A frame to draw.
pub struct Frame<'a> {
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// Pixels per point.
    pub scale: f32,
    /// The background colour.
    pub ground: Color32,
    /// egui's meshes.
    pub primitives: &'a [ClippedPrimitive],
}

impl Raster {
    /// Sets new and changed textures, before each frame.
    pub fn update(&mut self, delta: &mut TexturesDelta) {
        for (id, deltas) in delta.set.drain() {
            for delta in deltas {
                self.set(id, delta);
            }
        }
    }

    /// Frees unused textures, after each frame, and marks the changes as handled.
    pub fn free(&mut self, mut delta: TexturesDelta) {
        for id in &delta.free {
            self.textures.remove(id);
        }
        delta.clear();
    }

    fn set(&mut self, id: TextureId, delta: ImageDelta) {
        self.set += 1;
        let ImageData::Color(image) = delta.image;
        let Some([left, top]) = delta.pos else {
            let is_opaque = image.pixels.iter().all(|color| color.a() == 255);
            // Nobody else has a new picture: it is converted where it is.
            let image = Arc::unwrap_or_clone(image);
            let pixels: Vec<u32> = image.pixels.into_iter().map(pixel::pixel).collect();
            self.textures.insert(id, Texture { size: image.size, pixels, version: self.set, is_opaque });
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        // Glyphs are added to free areas of the font texture, which no mesh uses yet.
        if id != TextureId::default() {
            texture.version = self.set;
            texture.is_opaque = false;
        }
        let [width, height] = texture.size;
        let count = image.width().min(width.saturating_sub(left));
        for y in 0..image.height().min(height.saturating_sub(top)) {
            let (from, to) = (y * image.width(), (top + y) * width + left);
            let row = texture.pixels[to..to + count].iter_mut().zip(&image.pixels[from..from + count]);
            row.for_each(|(pixel, color)| *pixel = pixel::pixel(*color));
        }
    }

    /// Draws a frame into `pixels` (0x00RRGGBB, row by row), which hold what was `drawn` before, and returns the changes.
    pub fn draw(&self, frame: &Frame<'_>, drawn: Option<&Drawn>, pixels: &mut [u32]) -> (Drawn, Vec<PixelRect>) {
        tiles::draw(self, frame, drawn, pixels)
    }

    /// Draws a frame into a new image.
    #[must_use]
    pub fn picture(&self, frame: &Frame<'_>) -> ColorImage {
        let mut pixels = vec![0; frame.size[0] * frame.size[1]];
        self.draw(frame, None, &mut pixels);
        let color = |pixel: u32| {
            let [_, red, green, blue] = pixel.to_be_bytes();
            Color32::from_rgb(red, green, blue)
        };
        ColorImage::new(frame.size, pixels.into_iter().map(color).collect())
    }
}
