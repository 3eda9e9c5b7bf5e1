//! A cache of thumbnails on disk, so that the second opening of a folder is instant.
//!
//! All failures are silent: the pictures themselves remain. A cache file is an image in the format of its extension, followed
//! by a checksum, which image viewers ignore; leftovers of a power cut or a bad disk are thus never shown.

use std::collections::hash_map::RandomState;
use std::fs::{self, DirBuilder, DirEntry, File, OpenOptions};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::places::StandardFolder;

/// Increase when thumbnails change without a new program version: a decoder's colours, a resampling filter.
const SCHEME: u32 = 1;
/// Files of up to this many bytes are hashed completely.
const WHOLE: u64 = 256 << 10;
/// Of larger ones, this many bytes …
const PIECE: u16 = 16 << 10;
/// … are hashed at this many offsets.
const PIECES: u64 = 6;

/// The size limit of the user's cache: some 10,000 pictures.
const USERS_BYTES: u64 = 512 << 20;
/// The most bytes of one thumbnail.
const MAX_BYTES: u64 = 32 << 20;
/// The length of the checksum after a thumbnail.
const CHECKSUM: usize = size_of::<u64>();
/// The extensions of thumbnails, in order of lookup.
const ENDINGS: [&str; 2] = ["jpg", "png"];
/// After this many consecutive failures nothing more is written or removed.
const GIVE_UP: u32 = 3;
/// The resolution of the time of last use.
const USED_STEP: Duration = Duration::from_hours(24);
/// A temporary file older than this is left from a program that has ended.
const ABANDONED: Duration = Duration::from_hours(1);
/// The file whose modification time says when the whole cache was last trimmed.
const STAMP: &str = "tidied";
/// Interval of trimming when nothing is written.
const TIDY_STEP: Duration = Duration::from_hours(24);
/// Measured anew after writing this fraction of the limit: other processes write into the same folder.
const PARTS: u64 = 16;
/// After this many failed removals trimming stops.
const MOST_KEPT_BY_OTHERS: usize = 1_000;

/// Identifies the content of a picture file, for this program version: 128 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentKey(u128);

impl ContentKey {
    /// Computes the key of a file of `length` bytes. `read_at` fills a buffer from an offset in bytes.
    ///
    /// A file of up to 256 KiB is read whole; of a larger one six pieces of 16 KiB, from its beginning to its end. Two
    /// photographs never agree in all of them; two large uncompressed pictures that differ in a few pixels may.
    ///
    /// # Errors
    /// If `read_at` fails.
    pub fn of(read_at: &mut dyn FnMut(u64, &mut [u8]) -> io::Result<()>, length: u64) -> io::Result<Self> {
        let mut hash = begin(length);
        let mut buffer = [0; PIECE as usize];
        for (at, size) in pieces(length) {
            let buffer = &mut buffer[..usize::from(size)];
            read_at(at, buffer)?;
            hash.update(buffer);
        }
        Ok(Self(hash.digest128()))
    }

    /// Computes the key that [`ContentKey::of`] returns for a file with these bytes.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let length = bytes.len() as u64;
        let mut hash = begin(length);
        for (at, size) in pieces(length) {
            let rest = usize::try_from(at).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
            hash.update(rest.get(..usize::from(size)).unwrap_or(rest));
        }
        Self(hash.digest128())
    }
}

/// Starts a hash with the program version and the length.
fn begin(length: u64) -> Xxh3 {
    let mut hash = Xxh3::new();
    hash.update(concat!(env!("CARGO_PKG_VERSION"), "\n").as_bytes());
    hash.update(&SCHEME.to_le_bytes());
    hash.update(&length.to_le_bytes());
    hash
}

/// Returns offset and size, in bytes, of the hashed pieces of a file.
fn pieces(length: u64) -> impl Iterator<Item = (u64, u16)> {
    let piece = u64::from(PIECE);
    let last = length.saturating_sub(piece);
    let (count, step) = if length <= WHOLE { (length.div_ceil(piece), piece) } else { (PIECES, last / (PIECES - 1)) };
    (0..count).map(move |i| {
        let at = if length > WHOLE && i + 1 == count { last } else { i * step };
        (at, u16::try_from(length - at).map_or(PIECE, |rest| rest.min(PIECE)))
    })
}

/// A cache of thumbnails on disk. Threads and processes may share one folder.
#[derive(Debug)]
pub struct ThumbnailCache {
    folder: PathBuf,
    limit: u64,
    /// Consecutive failures.
    failures: AtomicU32,
    /// With the process ID and `written`, makes the names of temporary files unique.
    nonce: u64,
    written: AtomicU64,
    /// Size of the cache; `None` until measured.
    size: Mutex<Option<Size>>,
}

/// Size of a cache, in bytes.
#[derive(Clone, Copy, Debug)]
struct Size {
    /// As last measured.
    measured: u64,
    /// Written since.
    since: u64,
}

impl ThumbnailCache {
    /// Uses the system's cache folder: `vitrine/thumbnails` below `$XDG_CACHE_HOME` or `~/.cache`, on macOS below
    /// `~/Library/Caches`; on Windows `%LOCALAPPDATA%\vitrine\cache\thumbnails`. `None` if there is no such place. Creates
    /// nothing until something is written.
    #[must_use]
    pub fn in_users_place() -> Option<Self> {
        Some(Self::at(StandardFolder::Thumbnails.folder()?, USERS_BYTES))
    }

    /// Uses this folder, which need not exist.
    #[must_use]
    pub fn at(folder: PathBuf, limit_bytes: u64) -> Self {
        let nonce = RandomState::new().build_hasher().finish();
        Self {
            folder,
            limit: limit_bytes,
            failures: AtomicU32::new(0),
            nonce,
            written: AtomicU64::new(0),
            size: Mutex::new(None),
        }
    }

    /// Reads the thumbnail of this content with this long side in pixels, as the bytes of a JPEG or PNG file. Marks it as
    /// used.
    #[must_use]
    pub fn read(&self, key: &ContentKey, long_side: u32) -> Option<Vec<u8>> {
        ENDINGS.iter().find_map(|ending| read_checked(&self.path(key, long_side, ending)))
    }

    /// Returns true if there is such a thumbnail, which may still be unreadable.
    #[must_use]
    pub fn contains(&self, key: &ContentKey, long_side: u32) -> bool {
        let holds = |ending: &str| {
            let meta = fs::metadata(self.path(key, long_side, ending));
            meta.is_ok_and(|m| m.is_file() && m.len() > CHECKSUM as u64)
        };
        ENDINGS.iter().any(|ending| holds(ending))
    }

    /// Writes a thumbnail, the bytes of a file with the extension `jpg` or `png`; any other is ignored. It is written to a
    /// temporary file and renamed, so that no reader sees a partial one. Failure is silent; after a few in a row this cache
    /// gives up.
    pub fn write(&self, key: &ContentKey, long_side: u32, bytes: &[u8], extension: &'static str) {
        let size = (bytes.len() + CHECKSUM) as u64;
        let fits = !bytes.is_empty() && size <= self.limit.min(MAX_BYTES);
        if self.has_given_up() || !fits || !ENDINGS.contains(&extension) {
            return;
        }
        match self.try_write(&self.path(key, long_side, extension), bytes) {
            Ok(()) => self.failures.store(0, Ordering::Relaxed),
            Err(_) => self.failed(),
        }
    }

    /// Writes a thumbnail, but never exceeds the limit: makes room first if necessary.
    pub fn write_within(&self, key: &ContentKey, long_side: u32, bytes: &[u8], extension: &'static str) {
        if self.has_given_up() {
            return;
        }
        let more = (bytes.len() + CHECKSUM) as u64;
        // One at a time: writers may wait, no picture on the screen depends on them.
        let mut size = self.size.lock().unwrap_or_else(PoisonError::into_inner);
        let known = size.filter(|size| size.since + more <= self.limit / PARTS);
        let now =
            known.unwrap_or_else(|| Size { measured: self.tidy_above(self.limit / PARTS * (PARTS - 2)), since: 0 });
        let fits = now.measured + now.since + more <= self.limit;
        *size = Some(Size { since: now.since + if fits { more } else { 0 }, ..now });
        drop(size);
        if fits {
            self.write(key, long_side, bytes, extension);
        }
    }

    /// Trims the cache to its limit, at most once a day: for a start that may write nothing.
    pub fn tidy_daily(&self) {
        let stamp = self.folder.join(STAMP);
        let is_due = fs::symlink_metadata(&stamp)
            .ok()
            .and_then(|meta| is_older_than(meta.modified().ok()?, TIDY_STEP))
            .is_none_or(|is_old| is_old);
        if !is_due || !self.folder.is_dir() {
            return;
        }
        self.tidy();
        // Created anew, so that no link is followed and no file truncated.
        let _ = fs::remove_file(&stamp);
        let _ = OpenOptions::new().write(true).create_new(true).open(&stamp);
    }

    /// Removes the least recently used files until the cache is within 80 % of its limit, and temporary files abandoned for
    /// an hour. Reads every folder of the cache: call it rarely, and not while a user waits. Safe against concurrent use by
    /// other processes.
    pub fn tidy(&self) {
        self.tidy_above(0);
    }

    /// Trims the cache if it exceeds this many bytes. Returns its size afterwards.
    fn tidy_above(&self, bytes: u64) -> u64 {
        let mut files = Vec::new();
        for file in self.own_files() {
            match file.is_temporary {
                true if is_older_than(file.used, ABANDONED) == Some(true) => self.remove(&file.path),
                true => {}
                false => files.push(file),
            }
        }
        files.sort_by_key(|file| file.used);
        let mut total: u64 = files.iter().map(|file| file.size).sum();
        if total <= bytes {
            return total;
        }
        let mut refused = 0;
        for file in files {
            if total <= self.limit / 5 * 4 || refused > MOST_KEPT_BY_OTHERS {
                break;
            }
            match fs::remove_file(&file.path) {
                Err(why) if why.kind() != io::ErrorKind::NotFound => refused += 1,
                _ => total = total.saturating_sub(file.size),
            }
        }
        total
    }

    fn path(&self, key: &ContentKey, long_side: u32, ending: &str) -> PathBuf {
        let name = format!("{:032x}-{long_side}.{ending}", key.0);
        self.folder.join(&name[..2]).join(name)
    }

    fn try_write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let temporary = path.with_file_name(format!("{:x}-{:x}-{number:x}.tmp", std::process::id(), self.nonce));
        let moved = fill(&temporary, bytes).and_then(|()| fs::rename(&temporary, path));
        if moved.is_err() {
            // Best effort: the next `tidy` finds it.
            let _ = fs::remove_file(&temporary);
        }
        moved
    }

    fn has_given_up(&self) -> bool {
        self.failures.load(Ordering::Relaxed) >= GIVE_UP
    }

    fn failed(&self) {
        self.failures.fetch_add(1, Ordering::Relaxed);
    }

    /// Removes a file of the cache. That another process was faster is no failure.
    fn remove(&self, path: &Path) {
        match fs::remove_file(path) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => self.failed(),
            _ => {}
        }
    }

    /// Lists the files with names of ours, in folders with names of ours. Links are skipped.
    fn own_files(&self) -> Vec<CacheFile> {
        let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
        entries(&self.folder)
            .filter(|entry| entry.file_type().is_ok_and(|t| t.is_dir()))
            .filter_map(|entry| {
                Some((entry.file_name().into_string().ok().filter(|n| is_hex(n, 2..=2))?, entry.path()))
            })
            .flat_map(|(prefix, folder)| entries(&folder).filter_map(move |entry| CacheFile::of(&prefix, &entry)))
            .collect()
    }
}

/// A file of the cache.
struct CacheFile {
    path: PathBuf,
    /// Size in bytes.
    size: u64,
    used: SystemTime,
    is_temporary: bool,
}

impl CacheFile {
    /// `None` for anything not ours: links, folders, other names.
    fn of(prefix: &str, entry: &DirEntry) -> Option<Self> {
        let name = entry.file_name().into_string().ok()?;
        let is_temporary = is_temporary(&name);
        let is_thumbnail = name.starts_with(prefix) && is_thumbnail(&name);
        if !is_temporary && !is_thumbnail {
            return None;
        }
        // Of the entry itself, not of a link's target.
        let meta = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        Some(Self { path: entry.path(), size: meta.len(), used: meta.modified().ok()?, is_temporary })
    }
}

/// Matches `<32 hex digits>-<level>.jpg` and `.png`.
fn is_thumbnail(name: &str) -> bool {
    let parts = name.rsplit_once('.').filter(|(_, ending)| ENDINGS.contains(ending));
    parts.and_then(|(stem, _)| stem.split_once('-')).is_some_and(|(key, level)| {
        is_hex(key, 32..=32) && level.bytes().all(|b| b.is_ascii_digit()) && level.parse::<u32>().is_ok()
    })
}

/// Matches `<process>-<nonce>-<number>.tmp`, all three in hex.
fn is_temporary(name: &str) -> bool {
    name.strip_suffix(".tmp").is_some_and(|stem| {
        let parts: Vec<&str> = stem.split('-').collect();
        parts.len() == 3 && parts.iter().all(|part| is_hex(part, 1..=16))
    })
}

fn is_hex(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Reads a thumbnail and verifies its checksum. Marks it as used.
fn read_checked(path: &Path) -> Option<Vec<u8>> {
    // Opening a pipe would block.
    let file = fs::metadata(path).is_ok_and(|meta| meta.is_file()).then(|| File::open(path).ok()).flatten()?;
    let meta = file.metadata().ok().filter(|m| m.is_file() && m.len() <= MAX_BYTES)?;
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).ok()?);
    file.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
    let (thumbnail, checksum) = bytes.split_last_chunk::<CHECKSUM>()?;
    if thumbnail.is_empty() || xxh3_64(thumbnail).to_le_bytes() != *checksum {
        return None;
    }
    // A future time comes from a clock that has since been corrected; such a file would never expire.
    if meta.modified().is_ok_and(|used| is_older_than(used, USED_STEP) != Some(false)) {
        mark_used(path);
    }
    bytes.truncate(bytes.len() - CHECKSUM);
    Some(bytes)
}

/// Returns whether a time is more than `age` ago; `None` if in the future.
fn is_older_than(time: SystemTime, age: Duration) -> Option<bool> {
    time.elapsed().ok().map(|elapsed| elapsed > age)
}

/// Best effort: on read-only media nothing expires.
fn mark_used(path: &Path) {
    if let Ok(file) = OpenOptions::new().write(true).open(path) {
        let _ = file.set_modified(SystemTime::now());
    }
}

/// Writes a new file, creating the folders above it.
fn fill(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let create = || OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = create().or_else(|e| {
        let folder = path.parent().filter(|_| e.kind() == io::ErrorKind::NotFound).ok_or(e)?;
        create_private(folder)?;
        create()
    })?;
    file.write_all(bytes)?;
    file.write_all(&xxh3_64(bytes).to_le_bytes())
}

/// Creates a folder readable by its owner alone: thumbnails may show private pictures.
fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_file_is_hashed_whole_and_a_large_one_at_both_ends() {
        let covered = |length| pieces(length).map(|(_, size)| u64::from(size)).sum::<u64>();
        for length in [0, 1, 16 << 10, (16 << 10) + 1, 100_000, WHOLE] {
            assert_eq!(covered(length), length, "{length}");
        }
        for length in [WHOLE + 1, 10 << 20, u64::MAX] {
            let all: Vec<_> = pieces(length).collect();
            assert_eq!((all.len(), all[0], all[5]), (6, (0, PIECE), (length - u64::from(PIECE), PIECE)), "{length}");
            assert!(all.is_sorted());
        }
    }

    #[test]
    fn only_its_own_names_are_its_own() {
        let key = "0123456789abcdef0123456789abcdef";
        assert!(is_thumbnail(&format!("{key}-512.jpg")) && is_thumbnail(&format!("{key}-64.png")));
        for other in ["-512.gif", "-.jpg", "-+5.jpg", "-99999999999.jpg", ".jpg", "-512", "0-512.jpg", "-512.jpg.jpg"] {
            assert!(!is_thumbnail(&format!("{key}{other}")), "{other}");
        }
        assert!(!is_thumbnail("holiday-512.jpg") && !is_thumbnail(&format!("{}-512.jpg", key.to_uppercase())));
        assert!(is_temporary("1f-0123456789abcdef-0.tmp"));
        assert!(!is_temporary("report.tmp") && !is_temporary("a-b.tmp") && !is_temporary("a--b.tmp"));
    }
}
