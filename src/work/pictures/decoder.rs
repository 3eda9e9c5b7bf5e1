//! Pictures: from the disk cache or their files, at the size that is requested.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::files::{ContentKey, PackSource, ThumbnailCache};
use crate::model::{PhotoKey, PictureAnswer, PicturePart, PictureRequest, ReadError, THUMBNAIL, Unavailable};
use crate::photos::{self, DecodeError, Deep, GoOn, Pixels, Tile};

use super::budget::{Budget, DECODING, NoPicture, Spending};
use super::known::Known;

/// How long what can be had in a moment may keep the processor.
const MOMENT: Duration = Duration::from_millis(500);
/// The quality of the pictures in the disk cache, and of those as small in packs.
pub const THUMBNAIL_QUALITY: f32 = 86.0;
/// The bytes of a file in which a small picture inside it is looked for.
const PREVIEW_HEAD: u64 = 64 << 10;

/// A picture to decode, and its file in the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureJob {
    /// Which picture, and what of it.
    pub request: PictureRequest,
    /// Its file in the pack.
    pub file: String,
}

impl PictureJob {
    /// A job for what is on no wall: a check, a page.
    pub(in crate::work) fn alone(part: PicturePart, file: String) -> Self {
        Self { request: PictureRequest { generation: 0, photo: PhotoKey::NONE, part }, file }
    }
}

/// A picture whose parts are being looked at.
struct OpenPicture {
    file: String,
    generation: u64,
    bytes: Cow<'static, [u8]>,
    deep: Deep,
}

/// Decodes pictures, for any number of threads at a time.
pub struct Decoder {
    cache: Option<ThumbnailCache>,
    budget: &'static Budget,
    open: Mutex<Option<Arc<OpenPicture>>>,
    opening: Mutex<()>,
    /// What was found out about the pictures' files.
    pub(super) known: Known,
}

impl Decoder {
    /// With a disk cache, within a budget.
    #[must_use]
    pub fn new(cache: Option<ThumbnailCache>, budget: &'static Budget) -> Self {
        Self { cache, budget, open: Mutex::default(), opening: Mutex::default(), known: Known::default() }
    }

    /// True where thumbnails are persisted.
    #[must_use]
    pub fn persists(&self, source: &PackSource) -> bool {
        self.cache.is_some() && !matches!(source, PackSource::BuiltIn)
    }

    /// Does a job. `stands` tells whether anybody still waits for it.
    pub fn decode(&self, source: &PackSource, job: &PictureJob, stands: GoOn<'_>) -> PictureAnswer {
        self.check_file(source, job);
        self.decode_checked(source, job, stands)
    }

    /// Checks what a picture's file is like; true where it was read before, and is another now.
    pub fn check_file(&self, source: &PackSource, job: &PictureJob) -> bool {
        let stamp = source.stamp(&job.file).ok().flatten();
        let is_another = stamp.is_some_and(|stamp| self.known.look(job, stamp));
        if is_another {
            self.forget_parts(job.request.generation, &job.file);
        }
        is_another
    }

    /// The same for a file that was just checked.
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
                // Kept in mind as long as the file is like that, unless it may well be read at another time.
                if !why.is_passing() && !matches!(job.request.part, PicturePart::Tile(_)) {
                    self.known.refuse(job, why);
                }
                PictureAnswer::Unavailable(why)
            }
        }
    }

    /// The thumbnail on disk, else the small picture inside the file.
    fn preview(&self, source: &PackSource, job: &PictureJob, long_side: u32, spending: &Spending<'_>) -> PictureAnswer {
        let small = long_side.min(THUMBNAIL);
        if let Some(pixels) = self.persisted(source, job, small, spending) {
            return PictureAnswer::View(small, pixels);
        }
        let inside = || {
            let head = source.head(&job.file, PREVIEW_HEAD).ok()?;
            let small = photos::preview(&head, &|share| spending.goes_on(share))?;
            let long_side = small.width.max(small.height);
            Some(PictureAnswer::View(long_side, small))
        };
        inside().unwrap_or(PictureAnswer::NoPreview)
    }

    /// From what the pack carries, or from the disk cache.
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
        let (bytes, _taken) = spending.read(source, &job.file, photos::memory)?;
        if long_side > THUMBNAIL || !self.persists(source) {
            let pixels = photos::rendition(&bytes, long_side, &go_on)?;
            if !self.has(source, job) {
                self.persist(source, &bytes, &photos::smaller(&pixels, THUMBNAIL));
            }
            return Ok(PictureAnswer::View(long_side, pixels));
        }
        // What is decoded once is persisted, even where less is requested now.
        let pixels = photos::rendition(&bytes, THUMBNAIL, &go_on)?;
        self.persist(source, &bytes, &pixels);
        Ok(PictureAnswer::View(long_side, photos::smaller(&pixels, long_side)))
    }

    /// Makes the thumbnail of a picture where the disk cache has none. Nobody waits for it. False where it was given up.
    pub fn make_thumbnail(&self, source: &PackSource, job: &PictureJob, stands: GoOn<'_>) -> bool {
        self.has(source, job) || !matches!(self.decode_checked(source, job, stands), PictureAnswer::Cancelled)
    }

    /// True where the thumbnail of a picture lies on disk or in the pack, or none is persisted.
    fn has(&self, source: &PackSource, job: &PictureJob) -> bool {
        let Some(cache) = self.cache.as_ref().filter(|_| self.persists(source)) else { return true };
        source.carries(&job.file, THUMBNAIL)
            || self.known.key(source, job).is_ok_and(|key| cache.contains(&key, THUMBNAIL))
    }

    fn persist(&self, source: &PackSource, bytes: &[u8], pixels: &Pixels) {
        let Some(cache) = self.cache.as_ref().filter(|_| self.persists(source)) else { return };
        let Some((extension, encoded)) = photos::encode(pixels, THUMBNAIL_QUALITY) else { return };
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

    /// Opens a picture for deep zoom; the last one stays open, and needs its file no more.
    fn open(
        &self,
        source: &PackSource,
        job: &PictureJob,
        spending: &Spending<'_>,
    ) -> Result<Arc<OpenPicture>, NoPicture> {
        // One at a time, so that no two threads open the same; but whoever looks at the one that is open need not wait.
        let _turn = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = self.open_before(job) {
            return Ok(known);
        }
        // The one before makes room first.
        *self.opened() = None;
        let (bytes, _taken) = spending.read(source, &job.file, |_head| 0)?;
        let deep = Deep::open(&bytes, &|share| spending.goes_on(share))?;
        let opened = Arc::new(OpenPicture { file: job.file.clone(), generation: job.request.generation, bytes, deep });
        *self.opened() = Some(Arc::clone(&opened));
        Ok(opened)
    }

    /// True where the parts of a picture are read one by one.
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

    /// Parts of a picture that must be read through for each of them: all in one go.
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

/// The model's word for why a file could not be read.
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

/// The model's word for why a picture cannot be shown.
#[must_use]
pub fn undecoded(why: DecodeError) -> Unavailable {
    match why {
        DecodeError::UnknownFormat => Unavailable::NotAPicture,
        DecodeError::Unread(format) | DecodeError::Variant(format) => Unavailable::Format(format),
        DecodeError::TooLarge => Unavailable::TooLarge,
        DecodeError::Damaged => Unavailable::Damaged,
        DecodeError::Cancelled => Unavailable::TooSlow,
    }
}

/// Why a picture's file cannot be shown; `None` where it can. For checking a pack before the doors open.
#[must_use]
pub fn fault(source: &PackSource, file: &str) -> Option<Unavailable> {
    let decoder = Decoder::new(None, &DECODING);
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

/// A picture as JPEG for paper, with at least `long_side` pixels on its long side where it has them.
///
/// # Errors
/// Why it cannot be shown; `TooSlow` where it was given up too.
pub fn for_print(source: &PackSource, file: &str, long_side: u32, go_on: GoOn<'_>) -> Result<Vec<u8>, Unavailable> {
    let made = DECODING.picture(go_on, |spending| {
        let (bytes, _taken) = spending.read(source, file, photos::memory)?;
        Ok(photos::for_print(&bytes, long_side, [255; 3], &|share| spending.goes_on(share))?)
    });
    made.map_err(|why| match why {
        NoPicture::Unavailable(why) => why,
        NoPicture::Cancelled => Unavailable::TooSlow,
    })
}
