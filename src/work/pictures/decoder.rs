//! Pictures at the requested size, from the disk cache or their files.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::files::photo_folder::is_raw;
use crate::files::{ContentKey, PackSource, ThumbnailCache};
use crate::model::{
    PhotoKey, PictureAnswer, PicturePart, PicturePrint, PictureRequest, ReadError, THUMBNAIL, Unavailable,
};
use crate::photos::{self, DecodeError, Deep, Format, GoOn, Pixels, Tile};

use super::budget::{Budget, DECODING, NoPicture, Spending};
use super::known::Known;

/// The processor time of a preview.
const MOMENT: Duration = Duration::from_millis(500);
/// The quality of cached thumbnails, and of the renditions of that size in packs.
pub const THUMBNAIL_QUALITY: f32 = 86.0;
/// A preview of this many pixels is made from a JPEG where there is none: read at an eighth of its sides, it is there in a third of
/// the time that the picture takes for a large screen.
const LARGE: u32 = 1024;
/// The embedded thumbnail is searched in this many bytes.
const PREVIEW_HEAD: u64 = 64 << 10;

/// A picture to decode, and its file in the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureJob {
    /// The picture, and the part of it.
    pub request: PictureRequest,
    /// Its file in the pack.
    pub file: String,
}

impl PictureJob {
    /// Creates a job outside any session: for a check, a page.
    pub(in crate::work) fn alone(part: PicturePart, file: String) -> Self {
        Self { request: PictureRequest { generation: 0, photo: PhotoKey::NONE, part }, file }
    }
}

/// A picture opened for deep zoom.
struct OpenPicture {
    file: String,
    generation: u64,
    bytes: Cow<'static, [u8]>,
    deep: Deep,
}

/// Decodes pictures, on any number of threads.
pub struct Decoder {
    cache: Option<ThumbnailCache>,
    budget: &'static Budget,
    open: Mutex<Option<Arc<OpenPicture>>>,
    opening: Mutex<()>,
    /// Facts about the pictures' files.
    pub(super) known: Known,
}

impl Decoder {
    /// Creates a decoder with an optional disk cache and a budget.
    #[must_use]
    pub fn new(cache: Option<ThumbnailCache>, budget: &'static Budget) -> Self {
        Self { cache, budget, open: Mutex::default(), opening: Mutex::default(), known: Known::default() }
    }

    /// Creates a decoder without a cache, for pictures that are drawn without a window.
    #[must_use]
    pub fn alone() -> Self {
        Self::new(None, &DECODING)
    }

    /// Returns true if thumbnails are persisted.
    #[must_use]
    pub fn persists(&self, source: &PackSource) -> bool {
        self.cache.is_some() && !matches!(source, PackSource::BuiltIn)
    }

    /// Carries out a job. `stands` returns whether the request stands.
    pub fn decode(&self, source: &PackSource, job: &PictureJob, stands: GoOn<'_>) -> PictureAnswer {
        self.check_file(source, job);
        self.decode_checked(source, job, stands)
    }

    /// Records the state of a picture's file; true if it was read before and has changed since.
    pub fn check_file(&self, source: &PackSource, job: &PictureJob) -> bool {
        let stamp = source.stamp(&job.file).ok().flatten();
        let is_another = stamp.is_some_and(|stamp| self.known.look(job, stamp));
        if is_another {
            self.forget_parts(job.request.generation, &job.file);
        }
        is_another
    }

    /// Like `decode`, for a file that was just checked.
    pub fn decode_checked(&self, source: &PackSource, job: &PictureJob, stands: GoOn<'_>) -> PictureAnswer {
        if let Some(why) = self.known.verdict(job) {
            return PictureAnswer::Unavailable(why);
        }
        let done = match job.request.part {
            PicturePart::Preview(long_side) => Ok(self
                .budget
                .within(MOMENT, stands, |spending| Ok(self.preview(source, job, long_side, spending)))
                .unwrap_or(PictureAnswer::NoPreview)),
            PicturePart::View(long_side) => {
                self.budget.picture(stands, |spending| self.view(source, job, long_side, spending))
            }
            PicturePart::Tile(tile) => self.budget.picture(stands, |spending| self.tile(source, job, tile, spending)),
        };
        match done {
            Ok(got) => got,
            Err(NoPicture::Cancelled) => PictureAnswer::Cancelled,
            Err(NoPicture::Unavailable(why)) => {
                // Remembered until the file changes, unless the failure may be temporary.
                if !why.is_passing() && !matches!(job.request.part, PicturePart::Tile(_)) {
                    self.known.refuse(job, why);
                }
                PictureAnswer::Unavailable(why)
            }
        }
    }

    /// Returns the persisted thumbnail, else the one embedded in the file; for a large view of a JPEG else one that is made now.
    fn preview(&self, source: &PackSource, job: &PictureJob, long_side: u32, spending: &Spending<'_>) -> PictureAnswer {
        let small = long_side.min(THUMBNAIL);
        if let Some(pixels) = self.persisted(source, job, small, spending) {
            return PictureAnswer::View(small, photos::enlarged(pixels, long_side));
        }
        let inside = || {
            let head = source.head(&job.file, PREVIEW_HEAD).ok()?;
            let small = photos::preview(&head, &|share| spending.goes_on(share))?;
            let long_side = small.width.max(small.height);
            Some(PictureAnswer::View(long_side, small))
        };
        let made = || {
            let is_fast = long_side >= LARGE
                && photos::container::format(&source.head(&job.file, 16).ok()?) == Some(Format::Jpeg);
            if !is_fast {
                return None;
            }
            let (bytes, _taken) = spending.read_shown(source, &job.file, photos::memory).ok()?;
            let pixels = photos::rendition(&bytes, THUMBNAIL, &|share| spending.goes_on(share)).ok()?;
            Some(PictureAnswer::View(THUMBNAIL, photos::enlarged(pixels, long_side)))
        };
        inside().or_else(made).unwrap_or(PictureAnswer::NoPreview)
    }

    /// Returns a rendition in the pack, or from the disk cache.
    fn persisted(
        &self,
        source: &PackSource,
        job: &PictureJob,
        long_side: u32,
        spending: &Spending<'_>,
    ) -> Option<Pixels> {
        let go_on = |share| spending.goes_on(share);
        let carried = source.carried(&job.file, long_side);
        if let Some(pixels) = carried.and_then(|bytes| photos::rendition(&bytes, long_side, &go_on).ok()) {
            return Some(pixels);
        }
        let cache = self.cache.as_ref().filter(|_| self.persists(source) && long_side <= THUMBNAIL)?;
        let key = self.known.key(source, job).ok()?;
        let bytes = cache.read(&key, THUMBNAIL)?;
        photos::rendition(&bytes, long_side, &go_on).ok()
    }

    fn view(
        &self,
        source: &PackSource,
        job: &PictureJob,
        long_side: u32,
        spending: &Spending<'_>,
    ) -> Result<PictureAnswer, NoPicture> {
        if let Some(pixels) = self.persisted(source, job, long_side, spending) {
            return Ok(PictureAnswer::View(long_side, pixels));
        }
        let go_on = |share| spending.goes_on(share);
        let (bytes, _taken) = spending.read_shown(source, &job.file, photos::memory)?;
        if long_side > THUMBNAIL || !self.persists(source) {
            let pixels = photos::rendition(&bytes, long_side, &go_on)?;
            if !self.has(source, job) {
                self.persist(source, job, &bytes, &photos::smaller(&pixels, THUMBNAIL));
            }
            return Ok(PictureAnswer::View(long_side, pixels));
        }
        // Persisted at full thumbnail size, even if a smaller one is requested now.
        let pixels = photos::rendition(&bytes, THUMBNAIL, &go_on)?;
        self.persist(source, job, &bytes, &pixels);
        Ok(PictureAnswer::View(long_side, photos::smaller(&pixels, long_side)))
    }

    /// Makes a missing thumbnail in the disk cache, with idle priority. False if cancelled.
    pub fn make_thumbnail(&self, source: &PackSource, job: &PictureJob, stands: GoOn<'_>) -> bool {
        self.has(source, job) || !matches!(self.decode_checked(source, job, stands), PictureAnswer::Cancelled)
    }

    /// Returns true if there is a thumbnail on disk or in the pack, or none is persisted.
    fn has(&self, source: &PackSource, job: &PictureJob) -> bool {
        let Some(cache) = self.cache.as_ref().filter(|_| self.persists(source)) else { return true };
        source.carries(&job.file, THUMBNAIL)
            || self.known.key(source, job).is_ok_and(|key| cache.contains(&key, THUMBNAIL))
    }

    fn persist(&self, source: &PackSource, job: &PictureJob, bytes: &[u8], pixels: &Pixels) {
        let Some(cache) = self.cache.as_ref().filter(|_| self.persists(source)) else { return };
        let Some((extension, encoded)) = photos::encode(pixels, THUMBNAIL_QUALITY) else { return };
        // Of a camera raw file only a part has been read.
        let key = if is_raw(&job.file) { self.known.key(source, job).ok() } else { Some(ContentKey::of_bytes(bytes)) };
        let Some(key) = key else { return };
        cache.write_within(&key, THUMBNAIL, &encoded, extension);
    }

    /// Trims the disk cache to its limit, if not done recently.
    pub fn tidy(&self) {
        if let Some(cache) = &self.cache {
            cache.tidy_daily();
        }
    }

    /// Begins with a new pack.
    pub fn begin(&self, generation: u64) {
        self.known.begin(generation);
        *self.opened() = None;
    }

    /// Forgets a picture whose file has changed.
    pub fn forget(&self, generation: u64, photo: PhotoKey, file: &str) {
        self.known.forget(generation, photo);
        self.forget_parts(generation, file);
    }

    fn forget_parts(&self, generation: u64, file: &str) {
        self.opened().take_if(|open| open.generation == generation && open.file == file);
    }

    fn opened(&self) -> MutexGuard<'_, Option<Arc<OpenPicture>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open_before(&self, job: &PictureJob) -> Option<Arc<OpenPicture>> {
        self.opened()
            .as_ref()
            .filter(|open| open.file == job.file && open.generation == job.request.generation)
            .map(Arc::clone)
    }

    /// Opens a picture for deep zoom; the last one stays open, without its file.
    fn open(
        &self,
        source: &PackSource,
        job: &PictureJob,
        spending: &Spending<'_>,
    ) -> Result<Arc<OpenPicture>, NoPicture> {
        // One at a time, so that no two threads open the same picture; the one that is open can be used without waiting.
        let _turn = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = self.open_before(job) {
            return Ok(known);
        }
        // Frees the memory of the previous one first.
        *self.opened() = None;
        let (bytes, _taken) = spending.read_shown(source, &job.file, |_head| 0)?;
        let deep = Deep::open(&bytes, &|share| spending.goes_on(share))?;
        let opened = Arc::new(OpenPicture { file: job.file.clone(), generation: job.request.generation, bytes, deep });
        *self.opened() = Some(Arc::clone(&opened));
        Ok(opened)
    }

    /// Returns true if the tiles of a picture are decoded one by one.
    pub fn reads_in_parts(&self, job: &PictureJob) -> bool {
        self.opened().as_ref().is_none_or(|open| open.file != job.file || open.deep.in_parts())
    }

    fn tile(
        &self,
        source: &PackSource,
        job: &PictureJob,
        tile: Tile,
        spending: &Spending<'_>,
    ) -> Result<PictureAnswer, NoPicture> {
        let all = self.tiles(source, job, &[tile], spending)?;
        let first = all.into_iter().next().map(|(_, pixels)| PictureAnswer::Tile(pixels));
        first.ok_or(NoPicture::Unavailable(Unavailable::Damaged))
    }

    fn tiles(
        &self,
        source: &PackSource,
        job: &PictureJob,
        tiles: &[Tile],
        spending: &Spending<'_>,
    ) -> Result<Vec<(Tile, Pixels)>, NoPicture> {
        let open = self.open(source, job, spending)?;
        let memory = if open.deep.in_parts() { 0 } else { photos::memory(&open.bytes) };
        let _taken = spending.take(memory)?;
        Ok(open.deep.tiles(&open.bytes, tiles, &|share| spending.goes_on(share))?)
    }

    /// Decodes several tiles at once of a picture that must be read through for each.
    pub fn decode_together(
        &self,
        source: &PackSource,
        jobs: &[PictureJob],
        stands: GoOn<'_>,
    ) -> Vec<(PictureJob, PictureAnswer)> {
        let tile = |job: &PictureJob| if let PicturePart::Tile(tile) = job.request.part { Some(tile) } else { None };
        let tiles: Vec<Tile> = jobs.iter().filter_map(tile).collect();
        let Some(first) = jobs.first() else { return Vec::new() };
        let mut done = self.budget.picture(stands, |spending| self.tiles(source, first, &tiles, spending));
        let mut answer = |job: &PictureJob| match &mut done {
            Ok(done) => {
                let at = done.iter().position(|(tile, _)| job.request.part == PicturePart::Tile(*tile));
                at.map_or(PictureAnswer::Unavailable(Unavailable::Damaged), |at| {
                    PictureAnswer::Tile(done.swap_remove(at).1)
                })
            }
            Err(NoPicture::Cancelled) => PictureAnswer::Cancelled,
            Err(NoPicture::Unavailable(why)) => PictureAnswer::Unavailable(*why),
        };
        jobs.iter().map(|job| (job.clone(), answer(job))).collect()
    }
}

/// Maps a read error to the model's reason.
#[must_use]
pub fn unread(why: &ReadError) -> Unavailable {
    match why {
        ReadError::NotThere => Unavailable::Missing,
        ReadError::NotAllowed => Unavailable::NotAllowed,
        ReadError::Failed => Unavailable::Failed,
        ReadError::NotAFile => Unavailable::NotAFile,
        ReadError::LeadsOut | ReadError::Escaping(_) => Unavailable::LeadsOut,
        ReadError::Encrypted => Unavailable::Encrypted,
        ReadError::Method(method) => Unavailable::Packed(method),
        ReadError::TooLarge | ReadError::TooMany(_) => Unavailable::TooLarge,
        ReadError::Damaged | ReadError::OtherArchive(_) | ReadError::Overlapping => Unavailable::Damaged,
    }
}

/// Maps a decode error to the model's reason.
#[must_use]
pub fn undecoded(why: DecodeError) -> Unavailable {
    match why {
        DecodeError::UnknownFormat => Unavailable::NotAPicture,
        DecodeError::Unread(format) | DecodeError::Variant(format) => Unavailable::Format(format),
        DecodeError::NoPreview => Unavailable::NoPreview,
        DecodeError::TooLarge => Unavailable::TooLarge,
        DecodeError::Damaged => Unavailable::Damaged,
        DecodeError::Cancelled => Unavailable::TooSlow,
    }
}

/// Returns why a picture's file cannot be shown; `None` if it can. For checking a pack.
#[must_use]
pub fn fault(source: &PackSource, file: &str) -> Option<Unavailable> {
    let decoder = Decoder::alone();
    let job = PictureJob::alone(PicturePart::View(THUMBNAIL), file.to_owned());
    match decoder.decode(source, &job, &|_share| true) {
        PictureAnswer::Unavailable(why) => Some(why),
        PictureAnswer::View(..)
        | PictureAnswer::Tile(_)
        | PictureAnswer::NoPreview
        | PictureAnswer::Progress(_)
        | PictureAnswer::Cancelled => None,
    }
}

/// Returns a picture as JPEG for the print layout, with at least `long_side` pixels on its long side, if available.
///
/// # Errors
/// Why it cannot be shown; `TooSlow` also if cancelled.
pub fn for_print(source: &PackSource, file: &str, long_side: u32, go_on: GoOn<'_>) -> Result<Vec<u8>, Unavailable> {
    let made = DECODING.picture(go_on, |spending| {
        let (bytes, _taken) = spending.read_shown(source, file, photos::memory)?;
        Ok(photos::for_print(&bytes, long_side, [255; 3], &|share| spending.goes_on(share))?)
    });
    made.map_err(|why| match why {
        NoPicture::Unavailable(why) => why,
        NoPicture::Cancelled => Unavailable::TooSlow,
    })
}

/// Returns the fingerprint of a picture's file; `None` if it cannot be read, or is cancelled.
#[must_use]
pub fn print_of(source: &PackSource, file: &str, go_on: GoOn<'_>) -> Option<PicturePrint> {
    let made = DECODING.picture(go_on, |spending| {
        let (bytes, _taken) = spending.read(source, file, |_bytes| 0)?;
        Ok(PicturePrint::of(&bytes))
    });
    made.ok()
}
