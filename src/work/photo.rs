//! Pictures: from the disk cache or their files, at the size that is wished for.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::files::{ContentKey, PackSource, ReadError, ThumbnailCache};
use crate::model::Unshown;
use crate::photos::{self, DecodeError, Deep, GoOn, Pixels, Tile};

use super::budget::{Budget, DECODING, Spending, Stop};
use super::known::Known;

/// How long what can be had in a moment may keep the processor.
const MOMENT: Duration = Duration::from_millis(500);
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
    budget: &'static Budget,
    open: Mutex<Option<Arc<Open>>>,
    opening: Mutex<()>,
    /// What was found out about the pictures' files.
    pub(super) known: Known,
}

impl Darkroom {
    /// With a disk cache, within a budget.
    #[must_use]
    pub fn new(cache: Option<ThumbnailCache>, budget: &'static Budget) -> Self {
        Self { cache, budget, open: Mutex::default(), opening: Mutex::default(), known: Known::default() }
    }

    /// True where thumbnails can be kept.
    #[must_use]
    pub fn keeps(&self, source: &PackSource) -> bool {
        self.cache.is_some() && !matches!(source, PackSource::BuiltIn)
    }

    /// Does a job. `stands` tells whether anybody still waits for it.
    pub fn develop(&self, source: &PackSource, job: &PhotoJob, stands: GoOn<'_>) -> Got {
        self.look(source, job);
        self.develop_known(source, job, stands)
    }

    /// Looks at a picture's file; true where it was read before, and is another now.
    pub fn look(&self, source: &PackSource, job: &PhotoJob) -> bool {
        let stamp = source.stamp(&job.file).ok().flatten();
        let is_another = stamp.is_some_and(|stamp| self.known.look(job, stamp));
        if is_another {
            self.forget_parts(job.generation, &job.file);
        }
        is_another
    }

    /// The same for a file that was just looked at.
    pub fn develop_known(&self, source: &PackSource, job: &PhotoJob, stands: GoOn<'_>) -> Got {
        if let Some(why) = self.known.verdict(job) {
            return Got::Failed(why);
        }
        let done = match job.want {
            Want::Preview(long_side) => Ok(self
                .budget
                .within(MOMENT, stands, |spending| Ok(self.preview(source, job, long_side, spending)))
                .unwrap_or(Got::NoPreview)),
            Want::View(long_side) => {
                self.budget.picture(stands, |spending| self.view(source, job, long_side, spending))
            }
            Want::Tile(tile) => self.budget.picture(stands, |spending| self.tile(source, job, tile, spending)),
        };
        match done {
            Ok(got) => got,
            Err(Stop::GivenUp) => Got::Dropped,
            Err(Stop::Cannot(why)) => {
                // Kept in mind as long as the file is like that, unless it may well be read at another time.
                if !why.is_passing() && !matches!(job.want, Want::Tile(_)) {
                    self.known.refuse(job, why);
                }
                Got::Failed(why)
            }
        }
    }

    /// The thumbnail on disk, else the small picture inside the file.
    fn preview(&self, source: &PackSource, job: &PhotoJob, long_side: u32, spending: &Spending<'_>) -> Got {
        let small = long_side.min(THUMBNAIL);
        if let Some(pixels) = self.kept(source, job, small, spending) {
            return Got::View(small, pixels);
        }
        let inside = || {
            let head = source.head(&job.file, PREVIEW_HEAD).ok()?;
            let small = photos::preview(&head, &|share| spending.goes_on(share))?;
            let long_side = small.width.max(small.height);
            Some(Got::View(long_side, small))
        };
        inside().unwrap_or(Got::NoPreview)
    }

    /// From what the pack carries, or from the disk cache.
    fn kept(&self, source: &PackSource, job: &PhotoJob, long_side: u32, spending: &Spending<'_>) -> Option<Pixels> {
        let go_on = |share| spending.goes_on(share);
        let carried = source.carried(&job.file, long_side);
        if let Some(pixels) = carried.and_then(|bytes| photos::rendition(&bytes, long_side, &go_on).ok()) {
            return Some(pixels);
        }
        let cache = self.cache.as_ref().filter(|_| self.keeps(source) && long_side <= THUMBNAIL)?;
        let key = self.known.key(source, job).ok()?;
        let bytes = cache.read(&key, THUMBNAIL)?;
        photos::rendition(&bytes, long_side, &go_on).ok()
    }

    fn view(&self, source: &PackSource, job: &PhotoJob, long_side: u32, spending: &Spending<'_>) -> Result<Got, Stop> {
        if let Some(pixels) = self.kept(source, job, long_side, spending) {
            return Ok(Got::View(long_side, pixels));
        }
        let go_on = |share| spending.goes_on(share);
        let (bytes, _taken) = spending.read(source, &job.file, photos::memory)?;
        if long_side > THUMBNAIL || !self.keeps(source) {
            let pixels = photos::rendition(&bytes, long_side, &go_on)?;
            if !self.has(source, job) {
                self.keep(source, &bytes, &photos::smaller(&pixels, THUMBNAIL));
            }
            return Ok(Got::View(long_side, pixels));
        }
        // What is decoded once is kept, even where less is wished for now.
        let pixels = photos::rendition(&bytes, THUMBNAIL, &go_on)?;
        self.keep(source, &bytes, &pixels);
        Ok(Got::View(long_side, photos::smaller(&pixels, long_side)))
    }

    /// Makes the thumbnail of a picture where the disk cache has none. Nobody waits for it. False where it was given up.
    pub fn make_thumbnail(&self, source: &PackSource, job: &PhotoJob, stands: GoOn<'_>) -> bool {
        self.has(source, job) || !matches!(self.develop_known(source, job, stands), Got::Dropped)
    }

    /// True where the thumbnail of a picture lies on disk or in the pack, or none is kept.
    fn has(&self, source: &PackSource, job: &PhotoJob) -> bool {
        let Some(cache) = self.cache.as_ref().filter(|_| self.keeps(source)) else { return true };
        source.carries(&job.file, THUMBNAIL)
            || self.known.key(source, job).is_ok_and(|key| cache.contains(&key, THUMBNAIL))
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

    /// Another pack is on the wall.
    pub fn begin(&self, generation: u64) {
        self.known.begin(generation);
        *self.opened() = None;
    }

    /// The file of a picture is another than before: nothing that was read of it counts any more.
    pub fn forget(&self, generation: u64, photo: usize, file: &str) {
        self.known.forget(generation, photo);
        self.forget_parts(generation, file);
    }

    fn forget_parts(&self, generation: u64, file: &str) {
        self.opened().take_if(|open| open.generation == generation && open.file == file);
    }

    fn opened(&self) -> MutexGuard<'_, Option<Arc<Open>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open_before(&self, job: &PhotoJob) -> Option<Arc<Open>> {
        self.opened().as_ref().filter(|open| open.file == job.file && open.generation == job.generation).map(Arc::clone)
    }

    /// Opens a picture for deep zoom; the last one stays open, and needs its file no more.
    fn open(&self, source: &PackSource, job: &PhotoJob, spending: &Spending<'_>) -> Result<Arc<Open>, Stop> {
        // One at a time, so that no two threads open the same; but whoever looks at the one that is open need not wait.
        let _turn = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = self.open_before(job) {
            return Ok(known);
        }
        // The one before makes room first.
        *self.opened() = None;
        let (bytes, _taken) = spending.read(source, &job.file, |_head| 0)?;
        let deep = Deep::open(&bytes, &|share| spending.goes_on(share))?;
        let opened = Arc::new(Open { file: job.file.clone(), generation: job.generation, bytes, deep });
        *self.opened() = Some(Arc::clone(&opened));
        Ok(opened)
    }

    /// True where the parts of a picture are read one by one.
    pub fn reads_in_parts(&self, job: &PhotoJob) -> bool {
        self.opened().as_ref().is_none_or(|open| open.file != job.file || open.deep.in_parts())
    }

    fn tile(&self, source: &PackSource, job: &PhotoJob, tile: Tile, spending: &Spending<'_>) -> Result<Got, Stop> {
        let all = self.tiles(source, job, &[tile], spending)?;
        let first = all.into_iter().next().map(|(tile, pixels)| Got::Tile(tile, pixels));
        first.ok_or(Stop::Cannot(Unshown::Damaged))
    }

    fn tiles(
        &self,
        source: &PackSource,
        job: &PhotoJob,
        tiles: &[Tile],
        spending: &Spending<'_>,
    ) -> Result<Vec<(Tile, Pixels)>, Stop> {
        let open = self.open(source, job, spending)?;
        let memory = if open.deep.in_parts() { 0 } else { photos::memory(&open.bytes) };
        let _taken = spending.take(memory)?;
        Ok(open.deep.tiles(&open.bytes, tiles, &|share| spending.goes_on(share))?)
    }

    /// Parts of a picture that must be read through for each of them: all in one go.
    pub fn develop_together(&self, source: &PackSource, jobs: &[PhotoJob], stands: GoOn<'_>) -> Vec<(PhotoJob, Got)> {
        let tile = |job: &PhotoJob| if let Want::Tile(tile) = job.want { Some(tile) } else { None };
        let tiles: Vec<Tile> = jobs.iter().filter_map(tile).collect();
        let Some(first) = jobs.first() else { return Vec::new() };
        let mut done = self.budget.picture(stands, |spending| self.tiles(source, first, &tiles, spending));
        let mut answer = |job: &PhotoJob| match &mut done {
            Ok(done) => {
                let at = done.iter().position(|(tile, _)| job.want == Want::Tile(*tile));
                at.map_or(Got::Failed(Unshown::Damaged), |at| {
                    let (tile, pixels) = done.swap_remove(at);
                    Got::Tile(tile, pixels)
                })
            }
            Err(Stop::GivenUp) => Got::Dropped,
            Err(Stop::Cannot(why)) => Got::Failed(*why),
        };
        jobs.iter().map(|job| (job.clone(), answer(job))).collect()
    }
}

/// The model's word for why a file could not be read.
#[must_use]
pub fn unread(why: &ReadError) -> Unshown {
    match why {
        ReadError::NotThere => Unshown::Missing,
        ReadError::NotAllowed => Unshown::NotAllowed,
        ReadError::Failed => Unshown::Failed,
        ReadError::NotAFile => Unshown::NotAFile,
        ReadError::LeadsOut | ReadError::Escaping(_) => Unshown::LeadsOut,
        ReadError::Encrypted => Unshown::Encrypted,
        ReadError::Method(method) => Unshown::Packed(method),
        ReadError::TooLarge | ReadError::TooMany(_) => Unshown::TooLarge,
        ReadError::Damaged | ReadError::OtherArchive(_) | ReadError::Overlapping => Unshown::Damaged,
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
    let room = Darkroom::new(None, &DECODING);
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
    let made = DECODING.picture(go_on, |spending| {
        let (bytes, _taken) = spending.read(source, file, photos::memory)?;
        Ok(photos::for_paper(&bytes, long_side, [255; 3], &|share| spending.goes_on(share))?)
    });
    made.map_err(|why| match why {
        Stop::Cannot(why) => why,
        Stop::GivenUp => Unshown::TooSlow,
    })
}
