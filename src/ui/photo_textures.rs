//! Pictures on the graphics card: which are uploaded, which are requested, and which are evicted.

mod files;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use egui::{Color32, ColorImage, Context, TextureHandle, TextureOptions};

use crate::model::{PhotoKey, PictureAnswer, PicturePart, PictureRequest, Pixels, THUMBNAIL, Tile};

/// The budget for pictures on a graphics card with its own memory, in bytes.
const BUDGET_BYTES: usize = 256 << 20;
/// The same with software rendering, where pictures take main memory.
const BUDGET_BYTES_SOFTWARE: usize = 64 << 20;
/// But at least this many screens of pictures: what is seen, what is fetched ahead, and where one comes from.
const BUDGET_SCREENS: f32 = 4.0;
/// From this long side on, in pixels, a picture fills a large screen, alone; the size of its preview.
const LARGE: u32 = 2048;
const LARGE_PREVIEW: u32 = 1024;
/// After a wall has moved, pictures that are seen enlarged wait this long, in seconds, for the larger ones: reading those takes
/// the processor from the frames of the movement.
const REST: f32 = 0.12;
/// The bytes uploaded in one frame, so that no frame waits for pictures; one picture always.
const UPLOAD_BYTES_PER_FRAME: usize = 6 << 20;
/// The long sides, in pixels, of small pictures on a graphics card; larger ones, and all in software, have exactly the size at
/// which they are shown.
const LEVELS: [u32; 3] = [160, THUMBNAIL, 1024];
/// The longest side of a whole picture, in pixels. Most graphics cards take 8,192; old and small ones take 4,096 or 2,048, and
/// uploading more would end the program.
const MOST: u32 = 8192;
/// How much larger than shown, in tenths, a picture may be before a smaller one is requested: larger ones shimmer.
const SPARE_TENTHS: u32 = 22;

struct Entry {
    texture: TextureHandle,
    bytes: usize,
    used: u64,
}

/// Why a picture is not requested.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hindered {
    Failed,
    /// Its file is away for now: uploaded renditions stay.
    Away,
}

/// The state of one picture.
#[derive(Default)]
struct Photo {
    views: BTreeMap<u32, Entry>,
    no_preview: bool,
    hindered: Option<Hindered>,
    /// It cannot be read in parts; its whole view does.
    no_tiles: bool,
    /// The progress of the awaited part, where it takes long.
    progress: Option<(PicturePart, f32)>,
    /// Its width for a height of one, from the first rendition: rounding in a later one must not move the wall.
    aspect: Option<f32>,
    /// Its mean colour; stays when the picture is evicted.
    tone: Option<Color32>,
}

/// The pictures on the graphics card.
pub struct PhotoTextures {
    generation: u64,
    frame: u64,
    budget: usize,
    most: u32,
    /// When the wall last moved.
    moved: f64,
    /// True until it rests.
    moves: bool,
    /// Software rendering: a picture of exactly its area's pixels is copied, in a fraction of the time of scaling it.
    in_software: bool,
    photos: HashMap<PhotoKey, Photo>,
    /// The files of the pictures that were shown.
    files: HashMap<PhotoKey, String>,
    tiles: HashMap<(PhotoKey, Tile), Entry>,
    waiting: Vec<(PictureRequest, ColorImage)>,
    seen: BTreeSet<PhotoKey>,
    /// Those that will be seen soon.
    ahead: BTreeSet<PhotoKey>,
    requests: Vec<PictureRequest>,
    later: Vec<PictureRequest>,
}

impl Default for PhotoTextures {
    fn default() -> Self {
        Self {
            generation: 0,
            frame: 0,
            budget: BUDGET_BYTES,
            most: MOST,
            moved: f64::NEG_INFINITY,
            moves: false,
            in_software: false,
            photos: HashMap::new(),
            files: HashMap::new(),
            tiles: HashMap::new(),
            waiting: Vec::new(),
            seen: BTreeSet::new(),
            ahead: BTreeSet::new(),
            requests: Vec::new(),
            later: Vec::new(),
        }
    }
}

/// A picture as it can be shown now.
pub enum PhotoNow {
    /// A texture; `sharp` where it is as large as requested.
    Texture {
        /// The texture.
        texture: TextureHandle,
        /// True when it is as large as was requested.
        sharp: bool,
    },
    /// Not yet decoded; its mean colour where it was decoded before.
    Waiting(Option<Color32>),
    /// Cannot be shown, or not for now.
    Failed,
}

impl PhotoTextures {
    /// For software rendering.
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
        if self.in_software {
            let screen = ctx.content_rect().size() * ctx.pixels_per_point();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a screen's bytes")]
            let screens = (screen.x * screen.y * 4.0 * BUDGET_SCREENS) as usize;
            self.budget = screens.max(BUDGET_BYTES_SOFTWARE);
        }
        self.moves = ctx.input(|i| i.time) < self.moved + f64::from(REST);
        self.most = u32::try_from(ctx.input(|i| i.max_texture_side)).map_or(MOST, |side| side.clamp(1, MOST));
        self.frame += 1;
        // What went by while it was decoded takes no time of a frame.
        self.waiting.retain(|(of, _)| self.seen.contains(&of.photo) || self.ahead.contains(&of.photo));
        self.waiting.sort_by_key(|(of, _)| !self.seen.contains(&of.photo));
        self.seen.clear();
        self.ahead.clear();
        self.requests.clear();
        self.later.clear();
        let mut uploaded = 0;
        while uploaded < UPLOAD_BYTES_PER_FRAME && !self.waiting.is_empty() {
            let (request, image) = self.waiting.remove(0);
            uploaded += self.upload(ctx, request, image);
        }
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
        self.make_room();
    }

    fn upload(
        &mut self,
        ctx: &Context,
        PictureRequest { photo, part, .. }: PictureRequest,
        image: ColorImage,
    ) -> usize {
        let bytes = image.pixels.len() * 4;
        let name = format!("{photo:?} {part:?}");
        let entry = |texture| Entry { texture, bytes, used: self.frame };
        match part {
            PicturePart::View(long_side) => {
                let entry = entry(ctx.load_texture(name, image, TextureOptions::LINEAR));
                self.photos.entry(photo).or_default().views.insert(long_side, entry);
            }
            PicturePart::Tile(tile) => {
                let entry = entry(ctx.load_texture(name, image, TextureOptions::LINEAR));
                self.tiles.insert((photo, tile), entry);
            }
            PicturePart::Preview(_) => {}
        }
        bytes
    }

    /// The wall has moved: larger pictures wait until it rests.
    pub fn moved(&mut self, ctx: &Context) {
        self.moved = ctx.input(|i| i.time);
        ctx.request_repaint_after_secs(REST);
    }

    /// The picture for `pixels` on its long side; requests it where it is not there.
    pub fn photo(&mut self, photo: PhotoKey, pixels: f32) -> PhotoNow {
        self.look(photo, pixels, true)
    }

    /// Requests a picture that may be seen soon, after everything that is seen.
    pub fn preload(&mut self, photo: PhotoKey, pixels: f32) {
        let _ = self.look(photo, pixels, false);
    }

    /// The least and the most pixels on the long side of a picture that is sharp at this size.
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

    /// True while a picture that is as large as requested may still come.
    #[must_use]
    pub fn awaits(&self, photo: PhotoKey, pixels: f32) -> bool {
        let (wanted, most) = self.sharp(pixels);
        let is_awaited = |known: &Photo| known.hindered.is_none() && known.views.range(wanted..=most).next().is_none();
        self.photos.get(&photo).is_none_or(is_awaited)
    }

    fn look(&mut self, photo: PhotoKey, pixels: f32, now: bool) -> PhotoNow {
        let (wanted, most) = self.sharp(pixels);
        let frame = self.frame;
        if now {
            self.seen.insert(photo)
        } else {
            self.ahead.insert(photo)
        };
        let known = self.photos.entry(photo).or_default();
        if known.hindered == Some(Hindered::Failed) {
            return PhotoNow::Failed;
        }
        if let Some((_, entry)) = known.views.range_mut(wanted..=most).next() {
            entry.used = frame;
            return PhotoNow::Texture { texture: entry.texture.clone(), sharp: true };
        }
        // Until the right one arrives: a larger one, else the largest of the smaller ones.
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
        let is_arriving = self.waiting.iter().any(|(waiting, _)| waiting.photo == photo);
        let preview = best.is_none() && !known.no_preview && !is_arriving;
        // One picture at a time is large: the small ones of a wall are there in a moment once they are on disk.
        if preview {
            let side = match wanted {
                LARGE.. => LARGE_PREVIEW,
                _ if self.in_software => wanted,
                _ => wanted.min(THUMBNAIL),
            };
            self.request(photo, PicturePart::Preview(side), now);
        }
        let can_wait = best.is_some() || preview || is_arriving;
        if !(self.moves && can_wait && wanted > THUMBNAIL) {
            self.request(photo, PicturePart::View(wanted), now);
        }
        answer
    }

    /// A part of a picture, where it is there; requests it where it is not.
    pub fn tile(&mut self, photo: PhotoKey, tile: Tile) -> Option<TextureHandle> {
        if let Some(entry) = self.tiles.get_mut(&(photo, tile)) {
            entry.used = self.frame;
            return Some(entry.texture.clone());
        }
        if !self.photos.get(&photo).is_some_and(|known| known.hindered.is_some() || known.no_tiles) {
            self.request(photo, PicturePart::Tile(tile), true);
        }
        None
    }

    /// The uploaded parts of a picture, the coarsest first. Does not mark them as used.
    #[must_use]
    pub fn tiles_at_hand(&self, photo: PhotoKey) -> Vec<(Tile, TextureHandle)> {
        let of_photo = self.tiles.iter().filter(|((of, _), _)| *of == photo);
        let mut all: Vec<_> = of_photo.map(|((_, tile), entry)| (*tile, entry.texture.clone())).collect();
        all.sort_by_key(|(tile, _)| (std::cmp::Reverse(tile.level), tile.row, tile.column));
        all
    }

    /// The width of a decoded picture for a height of one.
    #[must_use]
    pub fn aspect(&self, photo: PhotoKey) -> Option<f32> {
        self.photos.get(&photo).and_then(|known| known.aspect)
    }

    /// True where some rendition of a picture is uploaded, or none will be for now.
    #[must_use]
    pub fn has_any(&self, photo: PhotoKey) -> bool {
        self.photos.get(&photo).is_some_and(|known| known.hindered.is_some() || !known.views.is_empty())
    }

    /// The pictures that this frame shows.
    pub fn seen(&self) -> impl Iterator<Item = PhotoKey> + '_ {
        self.seen.iter().copied()
    }

    /// The progress of a picture, from 0 to 1, where it takes long.
    #[must_use]
    pub fn progress(&self, photo: PhotoKey) -> Option<f32> {
        self.photos.get(&photo).and_then(|known| known.progress).map(|(_, share)| share)
    }

    fn request(&mut self, photo: PhotoKey, part: PicturePart, now: bool) {
        let request = PictureRequest { generation: self.generation, photo, part };
        let list = if now { &mut self.requests } else { &mut self.later };
        if !list.contains(&request) && !self.waiting.iter().any(|(waiting, _)| *waiting == request) {
            list.push(request);
        }
    }

    /// The requests of this frame, most urgent first: previews, what is seen, what will be.
    #[must_use]
    pub fn requests(&self) -> Vec<PictureRequest> {
        let is_preview = |request: &&PictureRequest| matches!(request.part, PicturePart::Preview(_));
        // A larger view of a picture leaves a smaller one on disk: one decoding for both.
        let larger = |photo: PhotoKey, than: u32| {
            let mut all = self.requests.iter().chain(&self.later).filter(|other| other.photo == photo);
            all.any(|other| matches!(other.part, PicturePart::View(side) if side > than))
        };
        let is_spare = |request: &PictureRequest| matches!(request.part, PicturePart::View(side) if side <= THUMBNAIL && larger(request.photo, side));
        let (previews, seen): (Vec<_>, Vec<_>) = self.requests.iter().partition(is_preview);
        let later = self.later.iter().filter(|request| !self.requests.contains(request));
        previews.into_iter().chain(seen).chain(later).copied().filter(|request| !is_spare(request)).collect()
    }

    /// Receives the answer to a request.
    pub fn take(&mut self, request: PictureRequest, answer: PictureAnswer) {
        if request.generation != self.generation {
            return;
        }
        let known = self.photos.entry(request.photo).or_default();
        if let PictureAnswer::Progress(share) = answer {
            known.progress = Some((request.part, share));
            return;
        }
        if known.progress.is_some_and(|(part, _)| part == request.part) {
            known.progress = None;
        }
        let is_tile = matches!(request.part, PicturePart::Tile(_));
        match answer {
            PictureAnswer::View(long_side, pixels) => {
                #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
                let ratio = pixels.width as f32 / pixels.height.max(1) as f32;
                known.aspect.get_or_insert(ratio);
                let [red, green, blue] = pixels.mean();
                known.tone = Some(Color32::from_rgba_premultiplied(red, green, blue, u8::MAX));
                // Whoever reads a picture leaves a small one on disk.
                known.no_preview = false;
                self.waiting.push((PictureRequest { part: PicturePart::View(long_side), ..request }, image(&pixels)));
            }
            PictureAnswer::Tile(pixels) => self.waiting.push((request, image(&pixels))),
            PictureAnswer::NoPreview => known.no_preview = true,
            PictureAnswer::Progress(_) | PictureAnswer::Cancelled => {}
            PictureAnswer::Unavailable(why) if why.is_passing() => known.hindered = Some(Hindered::Away),
            PictureAnswer::Unavailable(_) if is_tile => known.no_tiles = true,
            PictureAnswer::Unavailable(_) => known.hindered = Some(Hindered::Failed),
        }
    }

    /// Bytes of pictures on the graphics card.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.entries().map(|(_, entry)| entry.bytes).sum()
    }

    fn entries(&self) -> impl Iterator<Item = ((PhotoKey, PicturePart), &Entry)> {
        let views = self.photos.iter().flat_map(|(&photo, known)| {
            known.views.iter().map(move |(&side, entry)| ((photo, PicturePart::View(side)), entry))
        });
        let tiles = self.tiles.iter().map(|(&(photo, tile), entry)| ((photo, PicturePart::Tile(tile)), entry));
        views.chain(tiles)
    }

    /// Evicts the least recently used, never what the last frame showed.
    fn make_room(&mut self) {
        let mut total = self.bytes();
        if total <= self.budget {
            return;
        }
        let mut old: Vec<(u64, (PhotoKey, PicturePart), usize)> = self
            .entries()
            .filter(|(_, entry)| entry.used + 2 < self.frame)
            .map(|(key, entry)| (entry.used, key, entry.bytes))
            .collect();
        old.sort_by_key(|(used, _, _)| *used);
        for (_, (photo, part), bytes) in old {
            if total <= self.budget {
                break;
            }
            total -= bytes;
            match part {
                PicturePart::View(side) => {
                    if let Some(known) = self.photos.get_mut(&photo) {
                        known.views.remove(&side);
                    }
                }
                PicturePart::Tile(tile) => {
                    self.tiles.remove(&(photo, tile));
                }
                PicturePart::Preview(_) => {}
            }
        }
    }
}

fn image(pixels: &Pixels) -> ColorImage {
    ColorImage::from_rgba_premultiplied([pixels.width as usize, pixels.height as usize], &pixels.rgba)
}

#[cfg(test)]
mod tests;
