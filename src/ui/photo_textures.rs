//! Pictures on the graphics card: which are there, which are wished for, and which make room.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use egui::{Color32, ColorImage, Context, TextureHandle, TextureOptions};

/// How many bytes of pictures are kept on a graphics card with memory of its own.
const BUDGET_BYTES: usize = 256 << 20;
/// The same where the processor draws and pictures take main memory.
const BUDGET_BYTES_SOFTWARE: usize = 64 << 20;
/// How many bytes are handed over in one frame, so that no frame waits for pictures; one picture always.
const UPLOAD_BYTES_PER_FRAME: usize = 6 << 20;
/// The long sides, in pixels, at which a graphics card gets small pictures; a larger one is kept just as large as it is
/// seen, and so is every one where the processor draws.
const LEVELS: [u32; 3] = [160, 512, 1024];
/// What every larger view leaves on disk.
const SMALL: u32 = 512;
/// The longest side of a whole picture, in pixels. Most graphics cards take 8,192; old and small ones take 4,096 or 2,048, and handing
/// over more would end the program.
const MOST: u32 = 8192;
/// How many times larger than seen a picture may be before a smaller one is wished for: more of them would shimmer.
const SPARE_TENTHS: u32 = 22;

/// A part of a picture for deep zoom: how often it was halved, its column and row.
pub type TileKey = (u8, u32, u32);

/// What is wished for of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whatever can be had in a moment of a picture with so many pixels on its long side.
    Preview(u32),
    /// All of it, with so many pixels on its long side.
    View(u32),
    /// A part of it.
    Tile(TileKey),
}

/// A picture, or a part of one: by its position in the exhibition's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PhotoKey {
    /// Its position in the exhibition's list.
    pub photo: usize,
    /// What of it.
    pub part: Part,
}

/// What came of decoding a picture.
pub enum Decoded {
    /// All of it: the long side for which it is as good as can be, its pixels, its mean colour.
    View(u32, ColorImage, Color32),
    /// A part.
    Tile(ColorImage),
    /// There is nothing that can be had in a moment.
    NoPreview,
    /// It cannot be shown.
    Failed,
    /// It could not be read this time: what is there stays, and it is asked for again when its file is back.
    Away,
    /// It has come so far, from 0 to 1.
    Partly(f32),
    /// It was given up before it was there.
    Dropped,
}

struct Entry {
    texture: TextureHandle,
    bytes: usize,
    used: u64,
}

/// Why nothing is wished for of a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hindered {
    /// It cannot be shown.
    Failed,
    /// Its file is away for now: what is there stays.
    Away,
}

/// What is known of one picture.
#[derive(Default)]
struct Photo {
    views: BTreeMap<u32, Entry>,
    no_preview: bool,
    /// Why nothing is wished for of it.
    hindered: Option<Hindered>,
    /// It cannot be read in parts; its whole view does.
    no_tiles: bool,
    /// How far what somebody waits for has come, where it takes long.
    progress: Option<(Part, f32)>,
    /// Its width for a height of one, from the first rendition: rounding a later one must not move the wall by a hair.
    aspect: Option<f32>,
    /// Its mean colour; kept when the picture itself makes room.
    tone: Option<Color32>,
}

/// The pictures on the graphics card.
pub struct PhotoTextures {
    generation: u64,
    frame: u64,
    budget: usize,
    /// The longest side of a picture that the graphics card takes.
    most: u32,
    /// The processor draws: a picture that has just the pixels of its place is copied, in a fraction of the time of scaling it.
    in_software: bool,
    photos: HashMap<usize, Photo>,
    tiles: HashMap<(usize, TileKey), Entry>,
    waiting: Vec<(PhotoKey, ColorImage)>,
    /// The pictures that this frame shows.
    seen: BTreeSet<usize>,
    wishes: Vec<PhotoKey>,
    later: Vec<PhotoKey>,
}

impl Default for PhotoTextures {
    fn default() -> Self {
        Self {
            generation: 0,
            frame: 0,
            budget: BUDGET_BYTES,
            most: MOST,
            in_software: false,
            photos: HashMap::new(),
            tiles: HashMap::new(),
            waiting: Vec::new(),
            seen: BTreeSet::new(),
            wishes: Vec::new(),
            later: Vec::new(),
        }
    }
}

/// A picture as it can be shown now.
pub enum PhotoNow {
    /// A texture; `sharp` where it is as large as wished.
    Texture {
        /// The texture.
        texture: TextureHandle,
        /// True when it is as large as was wished.
        sharp: bool,
    },
    /// Not yet decoded; its mean colour where it was decoded before.
    Waiting(Option<Color32>),
    /// Cannot be shown, or not for now.
    Failed,
}

impl PhotoTextures {
    /// For a program that the processor draws.
    #[must_use]
    pub fn in_software() -> Self {
        Self { budget: BUDGET_BYTES_SOFTWARE, in_software: true, ..Self::default() }
    }

    /// Begins a frame; pictures of an older pack are dropped.
    pub fn begin(&mut self, ctx: &Context, generation: u64) {
        if generation != self.generation {
            let (budget, in_software) = (self.budget, self.in_software);
            *self = Self { generation, budget, in_software, ..Self::default() };
        }
        self.most = u32::try_from(ctx.input(|i| i.max_texture_side)).map_or(MOST, |side| side.clamp(1, MOST));
        self.frame += 1;
        self.seen.clear();
        self.wishes.clear();
        self.later.clear();
        let mut uploaded = 0;
        while uploaded < UPLOAD_BYTES_PER_FRAME && !self.waiting.is_empty() {
            let (key, image) = self.waiting.remove(0);
            uploaded += self.upload(ctx, key, image);
        }
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
        self.make_room();
    }

    fn upload(&mut self, ctx: &Context, key: PhotoKey, image: ColorImage) -> usize {
        let bytes = image.pixels.len() * 4;
        let name = format!("photo {} {:?}", key.photo, key.part);
        let entry = |texture| Entry { texture, bytes, used: self.frame };
        match key.part {
            Part::View(long_side) => {
                let entry = entry(ctx.load_texture(name, image, TextureOptions::LINEAR));
                self.photos.entry(key.photo).or_default().views.insert(long_side, entry);
            }
            Part::Tile(tile) => {
                let entry = entry(ctx.load_texture(name, image, TextureOptions::LINEAR));
                self.tiles.insert((key.photo, tile), entry);
            }
            Part::Preview(_) => {}
        }
        bytes
    }

    /// The picture for a room of `pixels` on its long side; wishes for it where it is not there.
    pub fn photo(&mut self, photo: usize, pixels: f32) -> PhotoNow {
        self.look(photo, pixels, true)
    }

    /// Wishes for a picture that may be seen soon, after everything that is seen.
    pub fn preload(&mut self, photo: usize, pixels: f32) {
        let _ = self.look(photo, pixels, false);
    }

    /// The least and the most pixels on the long side of a picture that is sharp in a place of so many.
    fn sharp(&self, pixels: f32) -> (u32, u32) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window's pixels")]
        let own = (pixels.round() as u32).clamp(1, self.most);
        if self.in_software {
            return (own, own);
        }
        #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
        let level = LEVELS.into_iter().find(|&l| l as f32 >= pixels * 0.94);
        let wanted = level.unwrap_or(own);
        (wanted, wanted * SPARE_TENTHS / 10)
    }

    fn look(&mut self, photo: usize, pixels: f32, now: bool) -> PhotoNow {
        let (wanted, most) = self.sharp(pixels);
        let frame = self.frame;
        if now {
            self.seen.insert(photo);
        }
        let known = self.photos.entry(photo).or_default();
        if known.hindered == Some(Hindered::Failed) {
            return PhotoNow::Failed;
        }
        if let Some((_, entry)) = known.views.range_mut(wanted..=most).next() {
            entry.used = frame;
            return PhotoNow::Texture { texture: entry.texture.clone(), sharp: true };
        }
        // A larger one does as long as the right one is not there, and the largest of the smaller ones before that.
        let best = known.views.range(most + 1..).next().or_else(|| known.views.range(..wanted).next_back());
        let best = best.map(|(level, _)| *level);
        let mut answer = PhotoNow::Waiting(known.tone);
        if let Some(entry) = best.and_then(|level| known.views.get_mut(&level)) {
            entry.used = frame;
            answer = PhotoNow::Texture { texture: entry.texture.clone(), sharp: false };
        }
        if known.hindered.is_some() {
            return if best.is_some() { answer } else { PhotoNow::Failed };
        }
        let preview = best.is_none() && !known.no_preview;
        // One picture at a time is large: the small ones of a wall are there in a moment once they are on disk.
        if preview {
            self.wish(PhotoKey { photo, part: Part::Preview(wanted) }, now);
        }
        self.wish(PhotoKey { photo, part: Part::View(wanted) }, now);
        answer
    }

    /// A part of a picture, where it is there; wishes for it where it is not.
    pub fn tile(&mut self, photo: usize, tile: TileKey) -> Option<TextureHandle> {
        if let Some(entry) = self.tiles.get_mut(&(photo, tile)) {
            entry.used = self.frame;
            return Some(entry.texture.clone());
        }
        if !self.photos.get(&photo).is_some_and(|known| known.hindered.is_some() || known.no_tiles) {
            self.wish(PhotoKey { photo, part: Part::Tile(tile) }, true);
        }
        None
    }

    /// The parts of a picture that are there, the coarsest first. Looking at them does not keep them.
    #[must_use]
    pub fn tiles_at_hand(&self, photo: usize) -> Vec<(TileKey, TextureHandle)> {
        let of_photo = self.tiles.iter().filter(|((of, _), _)| *of == photo);
        let mut all: Vec<_> = of_photo.map(|((_, tile), entry)| (*tile, entry.texture.clone())).collect();
        all.sort_by_key(|((level, column, row), _)| (std::cmp::Reverse(*level), *row, *column));
        all
    }

    /// The width of a decoded picture for a height of one.
    #[must_use]
    pub fn aspect(&self, photo: usize) -> Option<f32> {
        self.photos.get(&photo).and_then(|known| known.aspect)
    }

    /// True where some of a picture is there, or nothing will be for now.
    #[must_use]
    pub fn has_any(&self, photo: usize) -> bool {
        self.photos.get(&photo).is_some_and(|known| known.hindered.is_some() || !known.views.is_empty())
    }

    /// The pictures that this frame shows.
    pub fn seen(&self) -> impl Iterator<Item = usize> + '_ {
        self.seen.iter().copied()
    }

    /// The file of a picture is back, or another than before: then nothing of the old one is shown.
    pub fn file_changed(&mut self, generation: u64, photo: usize, is_another: bool) {
        if generation != self.generation {
            return;
        }
        if is_another {
            let tone = self.photos.remove(&photo).and_then(|known| known.tone);
            self.photos.insert(photo, Photo { tone, ..Photo::default() });
            self.tiles.retain(|(of, _), _| *of != photo);
            self.waiting.retain(|(key, _)| key.photo != photo);
        } else if let Some(known) = self.photos.get_mut(&photo) {
            (known.hindered, known.no_preview) = (None, false);
        }
    }

    /// How far a picture has come, from 0 to 1, where somebody has been waiting for it for a while.
    #[must_use]
    pub fn progress(&self, photo: usize) -> Option<f32> {
        self.photos.get(&photo).and_then(|known| known.progress).map(|(_, share)| share)
    }

    fn wish(&mut self, key: PhotoKey, now: bool) {
        let list = if now { &mut self.wishes } else { &mut self.later };
        if !list.contains(&key) && !self.waiting.iter().any(|(waiting, _)| *waiting == key) {
            list.push(key);
        }
    }

    /// What this frame wished for, most wanted first: what can be had in a moment, what is seen, what will be.
    #[must_use]
    pub fn wishes(&self) -> Vec<PhotoKey> {
        let is_preview = |key: &&PhotoKey| matches!(key.part, Part::Preview(_));
        // A larger view of a picture leaves a smaller one on disk: one decoding for both.
        let larger = |key: &PhotoKey, than: u32| {
            let same = |other: &&PhotoKey| other.photo == key.photo;
            let views = self.wishes.iter().chain(&self.later).filter(same);
            views.into_iter().any(|other| matches!(other.part, Part::View(side) if side > than))
        };
        let (previews, seen): (Vec<_>, Vec<_>) = self.wishes.iter().partition(is_preview);
        let later = self.later.iter().filter(|key| !self.wishes.contains(key));
        let all = previews.into_iter().chain(seen).chain(later).copied();
        all.filter(|key| !matches!(key.part, Part::View(side) if side <= SMALL && larger(key, side))).collect()
    }

    /// Takes in what was decoded.
    pub fn take(&mut self, generation: u64, key: PhotoKey, decoded: Decoded) {
        if generation != self.generation {
            return;
        }
        let known = self.photos.entry(key.photo).or_default();
        if let Decoded::Partly(share) = decoded {
            known.progress = Some((key.part, share));
            return;
        }
        if known.progress.is_some_and(|(part, _)| part == key.part) {
            known.progress = None;
        }
        match decoded {
            Decoded::View(long_side, image, tone) => {
                #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
                let ratio = image.width() as f32 / image.height().max(1) as f32;
                known.aspect.get_or_insert(ratio);
                known.tone = Some(tone);
                known.no_preview |= matches!(key.part, Part::Preview(_));
                self.waiting.push((PhotoKey { part: Part::View(long_side), ..key }, image));
            }
            Decoded::Tile(image) => self.waiting.push((key, image)),
            Decoded::NoPreview => known.no_preview = true,
            Decoded::Partly(_) | Decoded::Dropped => {}
            Decoded::Away => known.hindered = Some(Hindered::Away),
            Decoded::Failed if matches!(key.part, Part::Tile(_)) => known.no_tiles = true,
            Decoded::Failed => known.hindered = Some(Hindered::Failed),
        }
    }

    /// Bytes of pictures on the graphics card.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.entries().map(|(_, entry)| entry.bytes).sum()
    }

    fn entries(&self) -> impl Iterator<Item = (PhotoKey, &Entry)> {
        let views = self.photos.iter().flat_map(|(&photo, known)| {
            known.views.iter().map(move |(&side, entry)| (PhotoKey { photo, part: Part::View(side) }, entry))
        });
        let tiles = self
            .tiles
            .iter()
            .map(|((photo, tile), entry)| (PhotoKey { photo: *photo, part: Part::Tile(*tile) }, entry));
        views.chain(tiles)
    }

    /// Drops what was not used for longest, never what the last frame showed.
    fn make_room(&mut self) {
        let mut total = self.bytes();
        if total <= self.budget {
            return;
        }
        let unused = |(_, entry): &(PhotoKey, &Entry)| entry.used + 2 < self.frame;
        let mut old: Vec<(u64, PhotoKey, usize)> =
            self.entries().filter(unused).map(|(key, entry)| (entry.used, key, entry.bytes)).collect();
        old.sort_by_key(|(used, _, _)| *used);
        for (_, key, bytes) in old {
            if total <= self.budget {
                break;
            }
            total -= bytes;
            match key.part {
                Part::View(side) => {
                    if let Some(known) = self.photos.get_mut(&key.photo) {
                        known.views.remove(&side);
                    }
                }
                Part::Tile(tile) => {
                    self.tiles.remove(&(key.photo, tile));
                }
                Part::Preview(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::RawInput;

    use super::*;

    #[test]
    fn no_picture_is_larger_than_the_graphics_card_takes() {
        for side in [2048, 4096, 16_384] {
            let ctx = Context::default();
            let mut photos = PhotoTextures::default();
            let input = RawInput { max_texture_side: Some(side), ..RawInput::default() };
            ctx.run_ui(input, |ui| photos.begin(ui.ctx(), 1)).textures_delta.clear();
            // A long panorama that covers a low room of the wall.
            let _ = photos.photo(0, 20_000.0);
            let largest = photos.wishes().into_iter().filter_map(|key| match key.part {
                Part::Preview(long_side) | Part::View(long_side) => Some(long_side),
                Part::Tile(_) => None,
            });
            assert_eq!(largest.max(), u32::try_from(side.min(8192)).ok(), "{side}");
        }
    }
}
