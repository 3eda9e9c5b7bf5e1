//! Pictures on the graphics card: which are there, which are wished for, and which make room.

use std::collections::HashMap;

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

/// How many bytes of pictures are kept on the graphics card.
const BUDGET_BYTES: usize = 48 << 20;
/// How many bytes are handed over in one frame, so that no frame waits for pictures.
const UPLOAD_BYTES_PER_FRAME: usize = 12 << 20;
/// The long sides, in pixels, at which pictures are kept.
const LEVELS: [u32; 4] = [384, 768, 1536, 3072];

/// A picture at one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PhotoKey {
    /// Its position in the exhibition's list.
    pub photo: usize,
    /// The most pixels on its long side.
    pub long_side: u32,
}

/// What came of decoding a picture.
pub enum Decoded {
    /// Its pixels.
    Pixels(ColorImage),
    /// It cannot be shown.
    Failed,
}

struct Entry {
    texture: Option<TextureHandle>,
    bytes: usize,
    used: u64,
}

/// The pictures on the graphics card.
#[derive(Default)]
pub struct PhotoTextures {
    generation: u64,
    frame: u64,
    entries: HashMap<PhotoKey, Entry>,
    waiting: Vec<(PhotoKey, ColorImage)>,
    wishes: Vec<PhotoKey>,
    /// Of every picture decoded so far; kept when the picture itself makes room.
    aspects: HashMap<usize, f32>,
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
    /// Not yet decoded.
    Waiting,
    /// Cannot be shown.
    Failed,
}

impl PhotoTextures {
    /// Begins a frame; pictures of an older pack are dropped.
    pub fn begin(&mut self, ctx: &Context, generation: u64) {
        if generation != self.generation {
            *self = Self { generation, ..Self::default() };
        }
        self.frame += 1;
        self.wishes.clear();
        let mut uploaded = 0;
        while uploaded < UPLOAD_BYTES_PER_FRAME {
            let Some((key, image)) = self.waiting.pop() else { break };
            let bytes = image.pixels.len() * 4;
            uploaded += bytes;
            let name = format!("photo {} {}", key.photo, key.long_side);
            let texture = Some(ctx.load_texture(name, image, TextureOptions::LINEAR));
            self.entries.insert(key, Entry { texture, bytes, used: self.frame });
        }
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
        self.make_room();
    }

    /// The picture for a room of `pixels` on its long side; wishes for it where it is not there.
    pub fn photo(&mut self, photo: usize, pixels: f32) -> PhotoNow {
        #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
        let wanted = LEVELS.into_iter().find(|&l| l as f32 >= pixels * 0.9).unwrap_or(LEVELS[LEVELS.len() - 1]);
        let wish = PhotoKey { photo, long_side: wanted };
        let frame = self.frame;
        let failed = |e: &Entry| e.texture.is_none();
        if let Some(entry) = self.entries.get_mut(&wish) {
            entry.used = frame;
            return match &entry.texture {
                Some(texture) => PhotoNow::Texture { texture: texture.clone(), sharp: true },
                None => PhotoNow::Failed,
            };
        }
        self.wish(wish);
        let others = LEVELS.iter().rev().map(|&long_side| PhotoKey { photo, long_side });
        let mut best = PhotoNow::Waiting;
        for key in others {
            if let Some(entry) = self.entries.get_mut(&key) {
                entry.used = frame;
                if failed(entry) {
                    return PhotoNow::Failed;
                }
                if let Some(texture) = &entry.texture {
                    best = PhotoNow::Texture { texture: texture.clone(), sharp: key.long_side > wanted };
                    break;
                }
            }
        }
        best
    }

    /// The width of a decoded picture for a height of one.
    #[must_use]
    pub fn aspect(&self, photo: usize) -> Option<f32> {
        self.aspects.get(&photo).copied()
    }

    /// Wishes for a picture that is not seen yet but will be: the neighbour of the open one.
    pub fn preload(&mut self, photo: usize, pixels: f32) {
        let _ = self.photo(photo, pixels);
    }

    fn wish(&mut self, key: PhotoKey) {
        if !self.wishes.contains(&key) && !self.waiting.iter().any(|(k, _)| *k == key) {
            self.wishes.push(key);
        }
    }

    /// What this frame wished for, most wanted first.
    #[must_use]
    pub fn wishes(&self) -> &[PhotoKey] {
        &self.wishes
    }

    /// Takes in what was decoded.
    pub fn take(&mut self, generation: u64, key: PhotoKey, decoded: Decoded) {
        if generation != self.generation {
            return;
        }
        match decoded {
            Decoded::Pixels(image) => {
                // The first rendition decides: rounding a smaller or larger one must not move the wall by a hair.
                #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
                let ratio = image.width() as f32 / image.height().max(1) as f32;
                self.aspects.entry(key.photo).or_insert(ratio);
                self.waiting.insert(0, (key, image));
            }
            Decoded::Failed => {
                self.entries.insert(key, Entry { texture: None, bytes: 0, used: self.frame });
            }
        }
    }

    /// Bytes of pictures on the graphics card.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.entries.values().map(|e| e.bytes).sum()
    }

    /// Drops the pictures that were not used for longest, never those of the last frame.
    fn make_room(&mut self) {
        let mut total = self.bytes();
        if total <= BUDGET_BYTES {
            return;
        }
        let mut old: Vec<(u64, PhotoKey, usize)> = self
            .entries
            .iter()
            .filter(|(_, e)| e.texture.is_some() && e.used + 2 < self.frame)
            .map(|(k, e)| (e.used, *k, e.bytes))
            .collect();
        old.sort_by_key(|(used, _, _)| *used);
        for (_, key, bytes) in old {
            if total <= BUDGET_BYTES {
                break;
            }
            self.entries.remove(&key);
            total -= bytes;
        }
    }
}
