//! Pictures: from the disk cache or their files, at the size that is wished for.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::files::{ContentKey, PackSource, ReadError, ThumbnailCache};
use crate::model::Unshown;
use crate::photos::{self, DecodeError, Deep, GoOn, Pixels, Tile};

use super::room::Room;

/// The most bytes of one picture's file that are read.
pub const MAX_PHOTO_BYTES: u64 = 512 << 20;
/// How long one picture may take.
const WATCHDOG: Duration = Duration::from_secs(10);
/// The long side of the pictures in the disk cache, in pixels.
pub const THUMBNAIL: u32 = 512;
/// The quality at which they are kept.
pub const THUMBNAIL_QUALITY: f32 = 86.0;
/// The bytes of a file in which a small picture inside it is looked for.
const PREVIEW_HEAD: u64 = 64 << 10;

/// What is wished for of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// Whatever can be had in a moment of a picture with so many pixels on its long side.
    Preview(u32),
    /// All of it, with so many pixels on its long side.
    View(u32),
    /// A part of it.
    Tile(Tile),
}

/// A picture to decode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoJob {
    /// Which opening of a pack it belongs to.
    pub generation: u64,
    /// Its position in the exhibition's list.
    pub photo: usize,
    /// What of it.
    pub want: Want,
    /// Its file in the pack.
    pub file: String,
}

/// What came of it.
#[derive(Debug)]
pub enum Got {
    /// Pixels, and the long side for which they are as good as can be.
    View(u32, Pixels),
    /// A part.
    Tile(Tile, Pixels),
    /// There is nothing that can be had in a moment.
    NoPreview,
    /// It cannot be shown.
    Failed(Unshown),
    /// Nobody waited for it any more.
    Dropped,
}

/// A picture whose parts are being looked at.
struct Open {
    file: String,
    generation: u64,
    bytes: Cow<'static, [u8]>,
    deep: Deep,
}

/// What the threads share.
pub struct Darkroom {
    cache: Option<ThumbnailCache>,
    room: Room,
    open: Mutex<Option<Arc<Open>>>,
}

impl Darkroom {
    /// With a disk cache, and so many bytes for decoding.
    #[must_use]
    pub fn new(cache: Option<ThumbnailCache>, bytes: u64) -> Self {
        Self { cache, room: Room::new(bytes), open: Mutex::new(None) }
    }

    /// True where thumbnails can be kept.
    #[must_use]
    pub fn keeps(&self, source: &PackSource) -> bool {
        self.cache.is_some() && !matches!(source, PackSource::BuiltIn)
    }

    /// Does a job. `stands` tells whether anybody still waits for it.
    pub fn develop(&self, source: &PackSource, job: &PhotoJob, stands: GoOn<'_>) -> Got {
        let begun = Instant::now();
        let in_time = || begun.elapsed() < WATCHDOG;
        let go_on = |share| stands(share) && in_time();
        // A decoder that panics spoils one picture, not the program.
        let work = AssertUnwindSafe(|| match job.want {
            Want::Preview(long_side) => Ok(self.preview(source, job, long_side, &go_on)),
            Want::View(long_side) => self.view(source, job, long_side, &go_on),
            Want::Tile(tile) => self.tile(source, job, tile, &go_on),
        });
        match catch_unwind(work).unwrap_or(Err(Unshown::Damaged)) {
            Ok(got) => got,
            Err(Unshown::TooSlow) if in_time() => Got::Dropped,
            Err(why) => Got::Failed(why),
        }
    }

    /// The thumbnail on disk, else the small picture inside the file.
    fn preview(&self, source: &PackSource, job: &PhotoJob, long_side: u32, go_on: GoOn<'_>) -> Got {
        let small = long_side.min(THUMBNAIL);
        if let Some(pixels) = self.kept(source, &job.file, small, go_on) {
            return Got::View(small, pixels);
        }
        let inside = || {
            let head = source.head(&job.file, PREVIEW_HEAD).ok()?;
            let small = photos::preview(&head, go_on)?;
            let long_side = small.width.max(small.height);
            Some(Got::View(long_side, small))
        };
        inside().unwrap_or(Got::NoPreview)
    }

    /// From what the pack carries, or from the disk cache.
    fn kept(&self, source: &PackSource, file: &str, long_side: u32, go_on: GoOn<'_>) -> Option<Pixels> {
        let carried = source.carried(file, long_side);
        if let Some(pixels) = carried.and_then(|bytes| photos::rendition(&bytes, long_side, go_on).ok()) {
            return Some(pixels);
        }
        let cache = self.cache.as_ref().filter(|_| self.keeps(source) && long_side <= THUMBNAIL)?;
        let key = source.key(file).ok()?;
        let bytes = cache.read(&key, THUMBNAIL)?;
        photos::rendition(&bytes, long_side, go_on).ok()
    }

    fn view(&self, source: &PackSource, job: &PhotoJob, long_side: u32, go_on: GoOn<'_>) -> Result<Got, Unshown> {
        if let Some(pixels) = self.kept(source, &job.file, long_side, go_on) {
            return Ok(Got::View(long_side, pixels));
        }
        let bytes = source.read(&job.file, MAX_PHOTO_BYTES).map_err(|why| unread(&why))?;
        let _taken = self.room.take(photos::memory(&bytes));
        if long_side > THUMBNAIL || !self.keeps(source) {
            let pixels = photos::rendition(&bytes, long_side, go_on).map_err(undecoded)?;
            if !self.has(source, &job.file) {
                self.keep(source, &bytes, &photos::smaller(&pixels, THUMBNAIL));
            }
            return Ok(Got::View(long_side, pixels));
        }
        // What is decoded once is kept, even where less is wished for now.
        let pixels = photos::rendition(&bytes, THUMBNAIL, go_on).map_err(undecoded)?;
        self.keep(source, &bytes, &pixels);
        Ok(Got::View(long_side, photos::smaller(&pixels, long_side)))
    }

    /// Makes the thumbnail of a picture where the disk cache has none. Nobody waits for it. False where it was given up.
    pub fn make_thumbnail(&self, source: &PackSource, job: &PhotoJob, stands: GoOn<'_>) -> bool {
        self.has(source, &job.file) || !matches!(self.develop(source, job, stands), Got::Dropped)
    }

    /// True where the thumbnail of a picture lies on disk or in the pack, or none is kept.
    fn has(&self, source: &PackSource, file: &str) -> bool {
        let Some(cache) = self.cache.as_ref().filter(|_| self.keeps(source)) else { return true };
        source.carries(file, THUMBNAIL) || source.key(file).is_ok_and(|key| cache.contains(&key, THUMBNAIL))
    }

    fn keep(&self, source: &PackSource, bytes: &[u8], pixels: &Pixels) {
        let Some(cache) = self.cache.as_ref().filter(|_| self.keeps(source)) else { return };
        let encoded = if pixels.is_opaque() {
            photos::encode_jpeg(pixels, THUMBNAIL_QUALITY).ok().map(|bytes| (bytes, "jpg"))
        } else {
            photos::encode_png(pixels).map(|bytes| (bytes, "png"))
        };
        let Some((encoded, extension)) = encoded else { return };
        cache.write_within(&ContentKey::of_bytes(bytes), THUMBNAIL, &encoded, extension);
    }

    /// Brings the disk cache within its limit, where that was not done for long.
    pub fn tidy(&self) {
        if let Some(cache) = &self.cache {
            cache.tidy_daily();
        }
    }

    /// Opens a picture for deep zoom; the last one stays open.
    fn open(&self, source: &PackSource, job: &PhotoJob, go_on: GoOn<'_>) -> Result<Arc<Open>, Unshown> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |open: &&Arc<Open>| open.file == job.file && open.generation == job.generation;
        if let Some(known) = open.as_ref().filter(same) {
            return Ok(Arc::clone(known));
        }
        // The one before makes room first.
        *open = None;
        let bytes = source.read(&job.file, MAX_PHOTO_BYTES).map_err(|why| unread(&why))?;
        let deep = Deep::open(&bytes, go_on).map_err(undecoded)?;
        let opened = Arc::new(Open { file: job.file.clone(), generation: job.generation, bytes, deep });
        *open = Some(Arc::clone(&opened));
        Ok(opened)
    }

    /// True where the parts of a picture are read one by one.
    pub fn reads_in_parts(&self, job: &PhotoJob) -> bool {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.as_ref().is_none_or(|open| open.file != job.file || open.deep.in_parts())
    }

    fn tile(&self, source: &PackSource, job: &PhotoJob, tile: Tile, go_on: GoOn<'_>) -> Result<Got, Unshown> {
        let all = self.tiles(source, job, &[tile], go_on)?;
        all.into_iter().next().map(|(tile, pixels)| Got::Tile(tile, pixels)).ok_or(Unshown::Damaged)
    }

    fn tiles(
        &self,
        source: &PackSource,
        job: &PhotoJob,
        tiles: &[Tile],
        go_on: GoOn<'_>,
    ) -> Result<Vec<(Tile, Pixels)>, Unshown> {
        let open = self.open(source, job, go_on)?;
        let _taken = (!open.deep.in_parts()).then(|| self.room.take(photos::memory(&open.bytes)));
        open.deep.tiles(&open.bytes, tiles, go_on).map_err(undecoded)
    }

    /// Parts of a picture that must be read through for each of them: all in one go.
    pub fn develop_together(&self, source: &PackSource, jobs: &[PhotoJob], stands: GoOn<'_>) -> Vec<(PhotoJob, Got)> {
        let begun = Instant::now();
        let go_on = |share| stands(share) && begun.elapsed() < WATCHDOG * 3;
        let tile = |job: &PhotoJob| if let Want::Tile(tile) = job.want { Some(tile) } else { None };
        let tiles: Vec<Tile> = jobs.iter().filter_map(tile).collect();
        let Some(first) = jobs.first() else { return Vec::new() };
        let work = AssertUnwindSafe(|| self.tiles(source, first, &tiles, &go_on));
        let mut done = catch_unwind(work).unwrap_or(Err(Unshown::Damaged)).unwrap_or_default();
        let mut answer = |job: &PhotoJob| {
            let at = done.iter().position(|(tile, _)| job.want == Want::Tile(*tile));
            at.map_or(Got::Dropped, |at| {
                let (tile, pixels) = done.swap_remove(at);
                Got::Tile(tile, pixels)
            })
        };
        jobs.iter().map(|job| (job.clone(), answer(job))).collect()
    }
}

fn unread(why: &ReadError) -> Unshown {
    match why {
        ReadError::NotThere | ReadError::Escaping(_) => Unshown::Missing,
        ReadError::TooLarge => Unshown::TooLarge,
        ReadError::Damaged => Unshown::Damaged,
    }
}

/// The model's word for why a picture cannot be shown.
#[must_use]
pub fn undecoded(why: DecodeError) -> Unshown {
    match why {
        DecodeError::UnknownFormat => Unshown::NotAPicture,
        DecodeError::Unread(format) | DecodeError::Variant(format) => Unshown::Format(format),
        DecodeError::TooLarge => Unshown::TooLarge,
        DecodeError::Damaged => Unshown::Damaged,
        DecodeError::Stopped => Unshown::TooSlow,
    }
}

/// Why a picture's file cannot be shown; `None` where it can. For checking a pack before the doors open.
#[must_use]
pub fn fault(source: &PackSource, file: &str) -> Option<Unshown> {
    let room = Darkroom::new(None, 512 << 20);
    let job = PhotoJob { generation: 0, photo: 0, want: Want::View(THUMBNAIL), file: file.to_owned() };
    match room.develop(source, &job, &|_share| true) {
        Got::Failed(why) => Some(why),
        _ => None,
    }
}

/// A picture as JPEG for paper, with at least `long_side` pixels on its long side where it has them.
///
/// # Errors
/// Why it cannot be shown; `TooSlow` where it was given up too.
pub fn for_paper(source: &PackSource, file: &str, long_side: u32, go_on: GoOn<'_>) -> Result<Vec<u8>, Unshown> {
    let begun = Instant::now();
    let in_time = |share| go_on(share) && begun.elapsed() < WATCHDOG;
    let bytes = source.read(file, MAX_PHOTO_BYTES).map_err(|why| unread(&why))?;
    let work = AssertUnwindSafe(|| photos::for_paper(&bytes, long_side, [255; 3], &in_time).map_err(undecoded));
    catch_unwind(work).unwrap_or(Err(Unshown::Damaged))
}
