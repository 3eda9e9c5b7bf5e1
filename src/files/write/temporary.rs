//! A temporary file, until it is complete.
//!
//! Its name is short and random, so that it fits wherever the real name does and is unique. Its writer holds a lock on it: an
//! unlocked one belongs to a killed program, and is swept by the next that writes there, or that starts.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, TryLockError as TryLockMutex};
use std::time::Duration;

use tempfile::NamedTempFile;

use super::{notes, staging};

/// Prefix and suffix of the names; between them are the machine and a random part.
const BEGINS: &str = ".vitrine-";
const ENDS: &str = ".tmp";
/// The length of the random part.
const CHANCE: usize = 12;
/// Attempts at a free name.
const ATTEMPTS: usize = 16;
/// A file of unknown state counts as abandoned at this age.
const ABANDONED: Duration = Duration::from_hours(1);
/// The most names of a folder searched for abandoned files.
const MOST_NAMES: usize = 50_000;

/// Files being written now.
static OPEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn open_ones() -> MutexGuard<'static, Vec<PathBuf>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file not yet in place. Removed on drop.
#[derive(Debug)]
pub struct Temporary {
    /// `None` once in place.
    file: Option<NamedTempFile>,
    path: PathBuf,
    note: Option<PathBuf>,
}

impl Temporary {
    /// Creates one in a folder, with the default permissions, or for its owner alone. Sweeps abandoned files there.
    ///
    /// # Errors
    /// If none can be created there.
    pub fn create_in(folder: &Path, is_private: bool) -> io::Result<Self> {
        sweep(folder);
        let prefix = format!("{BEGINS}{}-", machine());
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(ENDS).rand_bytes(CHANCE);
        for _ in 0..ATTEMPTS {
            let mut open = open_ones();
            let mut note = None;
            let made = builder.make_in(folder, |path| {
                // The note is written before the file, so that a kill in between leaves no untracked file.
                note = notes::write(&std::path::absolute(path)?);
                create_new(path, is_private).inspect_err(|_| note.take().iter().for_each(|note| notes::remove(note)))
            });
            let file = made?;
            if is_held(file.as_file()) {
                let path = std::path::absolute(file.path())?;
                open.push(path.clone());
                return Ok(Self { file: Some(file), path, note });
            }
            if let Some(note) = note {
                notes::remove(&note);
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Returns its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the file itself.
    pub fn file(&mut self) -> io::Result<&mut File> {
        self.file.as_mut().map(NamedTempFile::as_file_mut).ok_or_else(|| io::ErrorKind::BrokenPipe.into())
    }

    /// Puts it in place, atomically replacing an older one. If the folder does not permit that but the older one is writable,
    /// its content is overwritten.
    ///
    /// # Errors
    /// If neither is possible.
    pub fn put(&mut self, place: &Path) -> io::Result<()> {
        let Some(file) = self.file.take() else { return Err(io::ErrorKind::BrokenPipe.into()) };
        // Holds off `abandon` meanwhile.
        let _held = open_ones();
        match file.persist(place) {
            Ok(_whole) => Ok(()),
            Err(why) if may_be_exchanged(&why.error) && place.is_file() => {
                let mut file = why.file;
                exchange(place, file.as_file_mut())
            }
            Err(why) => Err(why.error),
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        self.file = None;
        open_ones().retain(|path| *path != self.path);
        if let Some(note) = self.note.take() {
            notes::remove(&note);
        }
    }
}

/// Creates a file, subject to the umask.
fn create_new(path: &Path, is_private: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_private { 0o600 } else { 0o666 });
    #[cfg(not(unix))]
    let _ = is_private;
    options.open(path)
}

/// Takes the lock; false if the file was swept just before.
fn is_held(file: &File) -> bool {
    match file.try_lock() {
        Ok(()) => is_linked(file),
        Err(TryLockError::WouldBlock) => false,
        // A file system without locks: only the age counts.
        Err(TryLockError::Error(_)) => true,
    }
}

#[cfg(unix)]
fn is_linked(file: &File) -> bool {
    file.metadata().is_ok_and(|meta| std::os::unix::fs::MetadataExt::nlink(&meta) > 0)
}

#[cfg(not(unix))]
fn is_linked(_file: &File) -> bool {
    true
}

/// Returns true if the folder forbids creating or replacing files, although the old one may be writable.
pub fn may_be_exchanged(why: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, PermissionDenied, ReadOnlyFilesystem, ResourceBusy};
    matches!(why.kind(), CrossesDevices | PermissionDenied | ReadOnlyFilesystem | ResourceBusy)
}

/// Overwrites a file's content with another's, and restores the old one on failure.
pub fn exchange(place: &Path, content: &mut File) -> io::Result<()> {
    let mut file = OpenOptions::new().read(true).write(true).open(place)?;
    let mut older = tempfile::tempfile()?;
    io::copy(&mut file, &mut older)?;
    let done = overwrite(&mut file, content);
    if done.is_err() {
        // The original error is returned; the disk has room for the old content.
        let _ = overwrite(&mut file, &mut older);
    }
    done
}

fn overwrite(file: &mut File, content: &mut File) -> io::Result<()> {
    use io::Seek as _;
    file.rewind()?;
    content.rewind()?;
    let length = io::copy(content, file)?;
    file.set_len(length)?;
    file.sync_all()
}

/// Removes all files being written, and prevents new ones: the program is about to exit. False while a file is being put in
/// place: then try again.
#[must_use]
pub fn abandon() -> bool {
    let open = match OPEN.try_lock() {
        Ok(open) => open,
        Err(TryLockMutex::Poisoned(open)) => open.into_inner(),
        Err(TryLockMutex::WouldBlock) => return false,
    };
    for path in open.iter() {
        staging::clear(path);
        let _ = fs::remove_file(path);
        notes::remove_of(path);
    }
    // Locked until the exit, which is imminent.
    std::mem::forget(open);
    true
}

/// Removes files that killed programs left in a folder. Touches only unlocked files with names of ours.
pub fn sweep(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    for entry in fs::read_dir(folder).into_iter().flatten().take(MOST_NAMES).flatten() {
        if entry.file_name().to_str().is_some_and(is_name) {
            sweep_one(&entry.path());
        }
    }
}

/// Removes a file, if abandoned.
pub fn sweep_one(path: &Path) {
    let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| is_name(name)) else { return };
    let Ok(meta) = fs::symlink_metadata(path) else { return };
    if !meta.is_file() || open_ones().iter().any(|open| open.file_name() == path.file_name()) {
        return;
    }
    let is_old = meta.modified().is_ok_and(|time| time.elapsed().is_ok_and(|age| age > ABANDONED));
    let is_from_here = machine() != UNKNOWN && name[BEGINS.len()..].starts_with(machine());
    let Ok(file) = OpenOptions::new().write(true).open(path) else { return };
    let is_abandoned = match file.try_lock() {
        // Locks end with the program in any way. Those of other machines are not visible on every file system.
        Ok(()) => is_from_here || is_old,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => is_old,
    };
    if is_abandoned {
        staging::clear(path);
        let _ = fs::remove_file(path);
    }
}

/// Returns true for a name of ours.
pub fn is_name(name: &str) -> bool {
    let middle = name.strip_prefix(BEGINS).and_then(|rest| rest.strip_suffix(ENDS));
    middle.and_then(|middle| middle.split_once('-')).is_some_and(|(machine, chance)| {
        let is_hex = machine.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        machine.len() == UNKNOWN.len()
            && is_hex
            && chance.len() == CHANCE
            && chance.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// A machine without a name.
const UNKNOWN: &str = "00000000";

/// Identifies the boot of the machine: containers on it share its value, and its locks.
fn machine() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
        let name: String = boot.chars().take(UNKNOWN.len()).collect();
        let is_whole = name.len() == UNKNOWN.len() && name.bytes().all(|b| b.is_ascii_hexdigit());
        if is_whole { name.to_ascii_lowercase() } else { UNKNOWN.to_owned() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_names_are_its_own() {
        assert!(is_name(".vitrine-0123abcd-abcDEF012345.tmp"));
        for other in [
            ".vitrine.tmp",
            ".vitrine-0123abcd-.tmp",
            "vitrine-0123abcd-abcDEF012345.tmp",
            ".vitrine-0123abcd-abcDEF01234.tmp",
            ".vitrine-0123ABCD-abcDEF012345.tmp",
            ".vitrine-0123abcd-abcDEF012345.tmp~",
            ".vitrine-notes",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn what_was_abandoned_is_swept_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let open = Temporary::create_in(folder.path(), false).expect("a file");
        let put = |name: String| {
            let path = folder.path().join(name);
            fs::write(&path, "half").expect("written");
            path
        };
        let dead = put(format!("{BEGINS}{}-aaaaaaaaaaaa{ENDS}", machine()));
        let elsewhere = put(format!("{BEGINS}ffffffff-aaaaaaaaaaaa{ENDS}"));
        let old = put(format!("{BEGINS}ffffffff-bbbbbbbbbbbb{ENDS}"));
        let others = put("report.tmp".to_owned());
        let two_hours_ago = std::time::SystemTime::now() - Duration::from_hours(2);
        let aged = OpenOptions::new().write(true).open(&old).and_then(|file| file.set_modified(two_hours_ago));
        aged.expect("a file of ours");
        let held = put(format!("{BEGINS}{}-cccccccccccc{ENDS}", machine()));
        let holder = File::open(&held).expect("a file");
        holder.try_lock().expect("nobody holds it");
        let _next = Temporary::create_in(folder.path(), false).expect("a file");
        assert!(open.path.exists() && others.exists() && held.exists(), "somebody's own");
        assert!(elsewhere.exists(), "perhaps another machine is writing it");
        assert!(!old.exists() && (machine() == UNKNOWN || !dead.exists()));
        drop((open, holder));
        sweep(folder.path());
        assert!(machine() == UNKNOWN || !held.exists());
    }
}
