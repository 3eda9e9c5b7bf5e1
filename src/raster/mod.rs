//! Draws egui's triangles on the CPU, as a graphics card would: for a window where there is no card, and for pictures with no window.
//!
//! Knows egui's meshes and textures, nothing of the exhibition. A frame is cut into `pieces`, which are sorted into square tiles; a
//! tile whose pieces are those of the frame before is left as it is (`tiles`), and the others are shared out among threads. A piece
//! is drawn row by row (`scanline`); most rows are plain copies: of a colour, of a picture at its own size, of letters.

mod piece;
mod pieces;
mod pixel;
mod png;
mod scanline;
mod tiles;

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta};
use egui::{Color32, ColorImage, TextureId, TexturesDelta};

pub use png::png;
pub use tiles::{Drawn, PixelRect};

/// Textures on the CPU, and how to draw with them.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
    /// How many textures were ever set.
    set: u64,
}

/// One texture.
struct Texture {
    size: [usize; 2],
    /// Its pixels as they are drawn, so that a row of them is copied in one go.
    pixels: Vec<u32>,
    /// Another number whenever its pixels change.
    version: u64,
    /// Nothing shines through it.
    is_opaque: bool,
}

/// What is drawn.
pub struct Frame<'a> {
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// How many pixels a point has.
    pub scale: f32,
    /// What lies under everything.
    pub ground: Color32,
    /// egui's meshes.
    pub primitives: &'a [ClippedPrimitive],
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
        self.set += 1;
        let ImageData::Color(image) = &delta.image;
        let Some([left, top]) = delta.pos else {
            let pixels: Vec<u32> = image.pixels.iter().map(|color| pixel::pixel(*color)).collect();
            let is_opaque = pixels.iter().fold(u32::MAX, |all, pixel| all & pixel) >> 24 == 255;
            self.textures.insert(id, Texture { size: image.size, pixels, version: self.set, is_opaque });
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        // Letters are added to the font's texture where nobody has drawn from yet.
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

    /// Draws a frame into `pixels` (0x00RRGGBB, row by row), which hold what was `drawn` there before, and says which areas changed.
    pub fn draw(&self, frame: &Frame<'_>, drawn: Option<&Drawn>, pixels: &mut [u32]) -> (Drawn, Vec<PixelRect>) {
        tiles::draw(self, frame, drawn, pixels)
    }

    /// Draws a frame as a picture.
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
