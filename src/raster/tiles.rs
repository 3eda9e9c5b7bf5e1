//! The screen in square tiles: binning of pieces, detection of changes, and drawing on several threads.

use std::sync::{Mutex, OnceLock, PoisonError};
use std::{iter, thread};

use super::piece::Bounds;
use super::pieces::{self, Piece};
use super::scanline::Rows;
use super::{Frame, Raster, pixel};

/// The side of a tile, in pixels.
const TILE: usize = 64;
/// The number of changed tiles that justifies another thread.
const TILES_A_THREAD: usize = 40;

/// What was drawn into a buffer.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    size: [usize; 2],
    /// A hash of each tile, row by row.
    marks: Vec<u64>,
}

impl Drawn {
    /// Returns the areas that differ from `before`.
    #[must_use]
    pub fn changes(&self, before: Option<&Self>) -> Vec<PixelRect> {
        areas(&self.is_changed(before), self.size[0].div_ceil(TILE).max(1), self.size)
    }

    fn is_changed(&self, before: Option<&Self>) -> Vec<bool> {
        let before = before.filter(|before| before.size == self.size).map(|before| &before.marks[..]);
        self.marks.iter().enumerate().map(|(i, mark)| before.and_then(|marks| marks.get(i)) != Some(mark)).collect()
    }
}

/// An area of the screen, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PixelRect {
    /// The first column.
    pub left: usize,
    /// The first row.
    pub top: usize,
    /// Number of columns.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
}

/// One tile of a frame.
#[derive(Clone, Default)]
struct Tile {
    /// The indices of its pieces, in drawing order.
    pieces: Vec<u32>,
    mark: u64,
    /// True if its first piece covers the background.
    is_covered: bool,
}

impl Tile {
    fn draws_as(&self, other: &Self) -> bool {
        self.is_covered == other.is_covered && self.pieces == other.pieces
    }
}

pub fn draw(raster: &Raster, frame: &Frame<'_>, drawn: Option<&Drawn>, pixels: &mut [u32]) -> (Drawn, Vec<PixelRect>) {
    let [width, height] = frame.size;
    let across = width.div_ceil(TILE).max(1);
    let pieces = pieces::pieces(raster, frame);
    let tiles = sorted(frame, across, &pieces);
    let drawing = Drawn { size: frame.size, marks: tiles.iter().map(|tile| tile.mark).collect() };
    let is_changed = drawing.is_changed(drawn);
    let bands = pixels.chunks_mut((width * TILE).max(1)).take(height.div_ceil(TILE)).enumerate();
    let bands = Mutex::new(bands.filter(|(band, _)| is_changed[band * across..][..across].contains(&true)));
    let work = || {
        loop {
            let next = bands.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((band, pixels)) = next else { break };
            let mut rows = Rows { pixels, width, top: side(band * TILE) };
            let (tiles, is_changed) = (&tiles[band * across..][..across], &is_changed[band * across..][..across]);
            let mut at = 0;
            while at < across {
                // Neighbours of the same pieces are drawn as one: most of a picture is copied in long rows.
                let is_same = |next: &usize| is_changed[*next] && tiles[*next].draws_as(&tiles[at]);
                let count = (at..across).take_while(is_same).count();
                if count > 0 {
                    let (first, last) = (bounds([at, band], frame.size), bounds([at + count - 1, band], frame.size));
                    let area = Bounds { right: last.right, ..first };
                    if !tiles[at].is_covered {
                        rows.fill(area, pixel::pixel(frame.ground));
                    }
                    for &piece in &tiles[at].pieces {
                        rows.draw(&pieces[piece as usize], area);
                    }
                }
                at += count.max(1);
            }
        }
    };
    let changed = is_changed.iter().filter(|changed| **changed).count();
    let threads = processors().min(1 + changed / TILES_A_THREAD);
    thread::scope(|scope| {
        for _ in 1..threads {
            // If no thread can be spawned, the others draw its tiles.
            let _ = thread::Builder::new().name("raster".to_owned()).spawn_scoped(scope, work);
        }
        work();
    });
    (drawing, areas(&is_changed, across, frame.size))
}

/// Returns how many threads run at a time; asking the system takes some files.
fn processors() -> usize {
    static COUNT: OnceLock<usize> = OnceLock::new();
    *COUNT.get_or_init(|| thread::available_parallelism().map_or(1, usize::from))
}

/// Bins pieces by tile. Those below a piece that covers the tile are dropped.
#[expect(clippy::cast_possible_truncation, reason = "fewer pieces than that")]
fn sorted(frame: &Frame<'_>, across: usize, pieces: &[Piece<'_>]) -> Vec<Tile> {
    let ground = u64::from(pixel::pixel(frame.ground));
    let mut tiles =
        vec![Tile { pieces: Vec::new(), mark: ground, is_covered: false }; across * frame.size[1].div_ceil(TILE)];
    let tile = |at: i32| usize::try_from(at).unwrap_or(0) / TILE;
    for (i, piece) in pieces.iter().enumerate() {
        for row in tile(piece.bounds.top)..=tile(piece.bounds.bottom - 1) {
            for column in tile(piece.bounds.left)..=tile(piece.bounds.right - 1) {
                let Some(tile) = tiles.get_mut(row * across + column) else { continue };
                let area = bounds([column, row], frame.size);
                if piece.is_cover && piece.bounds.holds(area) && piece.shape.covers(area) {
                    tile.pieces.clear();
                    tile.mark = ground;
                    tile.is_covered = true;
                }
                tile.pieces.push(i as u32);
                tile.mark = pieces::mixed(tile.mark, piece.mark, 0);
            }
        }
    }
    tiles
}

fn bounds([column, row]: [usize; 2], [width, height]: [usize; 2]) -> Bounds {
    Bounds {
        left: side(column * TILE),
        top: side(row * TILE),
        right: side(((column + 1) * TILE).min(width)),
        bottom: side(((row + 1) * TILE).min(height)),
    }
}

fn side(pixels: usize) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}

/// Merges neighbours in a row of tiles.
fn areas(is_changed: &[bool], across: usize, [width, height]: [usize; 2]) -> Vec<PixelRect> {
    let mut areas = Vec::new();
    for (band, row) in is_changed.chunks(across).enumerate() {
        let top = band * TILE;
        let mut start = None;
        for (at, changed) in row.iter().copied().chain(iter::once(false)).enumerate() {
            match (changed, start) {
                (true, None) => start = Some(at * TILE),
                (false, Some(left)) => {
                    let right = (at * TILE).min(width);
                    areas.push(PixelRect { left, top, width: right - left, height: TILE.min(height - top) });
                    start = None;
                }
                _ => {}
            }
        }
    }
    areas
}

#[cfg(test)]
mod tests {
    use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive};
    use egui::{Color32, ColorImage, Rect, TextureId, TextureOptions, TexturesDelta, pos2};

    use super::*;

    fn raster() -> Raster {
        let mut raster = Raster::default();
        let mut delta = TexturesDelta::default();
        let white = ImageDelta::full(ColorImage::filled([1, 1], Color32::WHITE), TextureOptions::LINEAR);
        delta.set.insert(TextureId::default(), [white].into_iter().collect());
        raster.update(&mut delta);
        raster.free(delta);
        raster
    }

    fn boxes(boxes: &[(f32, f32, Color32)]) -> Vec<ClippedPrimitive> {
        let mut mesh = Mesh::default();
        for &(x, side, color) in boxes {
            mesh.add_colored_rect(Rect::from_min_max(pos2(x, x), pos2(x + side, x + side)), color);
        }
        vec![ClippedPrimitive { clip_rect: Rect::EVERYTHING, primitive: Primitive::Mesh(mesh) }]
    }

    #[test]
    fn only_what_changed_is_drawn_and_the_result_is_the_same() {
        let raster = raster();
        let size = [300, 200];
        let first = boxes(&[(0.0, 300.0, Color32::WHITE), (10.0, 20.0, Color32::RED), (130.0, 20.0, Color32::RED)]);
        let second = boxes(&[(0.0, 300.0, Color32::WHITE), (10.0, 20.0, Color32::RED), (131.0, 20.0, Color32::BLUE)]);
        let frame = |primitives| Frame { size, scale: 1.0, ground: Color32::BLACK, primitives };
        let mut pixels = vec![0; 300 * 200];
        let (drawn, areas) = raster.draw(&frame(&first), None, &mut pixels);
        assert_eq!(areas.iter().map(|area| area.width * area.height).sum::<usize>(), 300 * 200);
        let (drawn, areas) = raster.draw(&frame(&second), Some(&drawn), &mut pixels);
        assert_eq!(areas, [PixelRect { left: 128, top: 128, width: 64, height: 64 }]);
        let (again, areas) = raster.draw(&frame(&second), Some(&drawn), &mut pixels);
        assert_eq!(areas, []);
        // With double buffering, the damage is relative to the frame on screen, not to what the other buffer held.
        assert_eq!(again.changes(Some(&drawn)), []);
        assert_eq!(again.changes(None).iter().map(|area| area.width * area.height).sum::<usize>(), 300 * 200);
        let mut anew = vec![0; 300 * 200];
        raster.draw(&frame(&second), None, &mut anew);
        assert_eq!(pixels, anew);
    }

    #[test]
    fn a_pixel_does_not_depend_on_how_its_row_is_cut_up() {
        let mut raster = raster();
        let mut delta = TexturesDelta::default();
        let value = |i: u32, by: u32| u8::try_from(i * by % 256).unwrap_or(0);
        let noise = (0..37 * 23).map(|i| Color32::from_rgb(value(i, 37), value(i, 91), value(i, 13))).collect();
        let noise = ColorImage::new([37, 23], noise);
        let picture = ImageDelta::full(noise, TextureOptions::LINEAR);
        delta.set.insert(TextureId::User(1), [picture].into_iter().collect());
        raster.update(&mut delta);
        raster.free(delta);
        let mut mesh = Mesh::with_texture(TextureId::User(1));
        let place = Rect::from_min_max(pos2(3.3, 2.1), pos2(297.9, 190.4));
        mesh.add_rect_with_uv(place, Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)), Color32::WHITE);
        let picture = ClippedPrimitive { clip_rect: Rect::EVERYTHING, primitive: Primitive::Mesh(mesh) };
        let with = |x: f32| {
            let mut all = vec![picture.clone()];
            all.extend(boxes(&[(x, 10.0, Color32::RED)]));
            all
        };
        let (first, second) = (with(70.0), with(140.0));
        let frame = |primitives| Frame { size: [300, 200], scale: 1.0, ground: Color32::BLACK, primitives };
        let (mut pixels, mut anew) = (vec![0; 300 * 200], vec![0; 300 * 200]);
        let (drawn, _) = raster.draw(&frame(&first), None, &mut pixels);
        raster.draw(&frame(&second), Some(&drawn), &mut pixels);
        raster.draw(&frame(&second), None, &mut anew);
        assert!(pixels == anew);
    }

    #[test]
    fn what_lies_under_a_cover_does_not_count() {
        let raster = raster();
        let frame = |primitives| Frame { size: [64, 64], scale: 1.0, ground: Color32::BLACK, primitives };
        let mut pixels = vec![0; 64 * 64];
        let first = boxes(&[(10.0, 20.0, Color32::RED), (0.0, 64.0, Color32::WHITE)]);
        let second = boxes(&[(12.0, 20.0, Color32::BLUE), (0.0, 64.0, Color32::WHITE)]);
        let (drawn, _) = raster.draw(&frame(&first), None, &mut pixels);
        assert_eq!(raster.draw(&frame(&second), Some(&drawn), &mut pixels).1, []);
        let glass = Color32::from_white_alpha(100);
        let third = boxes(&[(12.0, 20.0, Color32::BLUE), (0.0, 64.0, glass)]);
        assert_eq!(raster.draw(&frame(&third), Some(&drawn), &mut pixels).1.len(), 1);
    }
}
