//! Checks whether a file may be written at a given path: files in use, and files that this program did not write, are never
//! overwritten unasked.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::write::{Leads, ends, leads};
use super::{EXHIBITION, photo_folder};
use crate::model::{Pack, PackPlace};

/// Bytes read at either end of a file to recognise its origin.
const LOOKED_AT: u64 = 64 << 10;

/// What is at the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InTheWay {
    /// A folder.
    Folder,
    /// The current archive.
    Pack,
    /// A file of the current exhibition.
    PartOfPack,
    /// A file that this program did not write, or of another kind.
    Foreign,
}

/// Returns what would be lost by writing to a path while a pack is open; `None` if nothing. `is_ours` receives the first and
/// last bytes of an existing file, and returns whether it is an older one of the same kind.
///
/// Links, hard links and other spellings of a name count as the file itself. Anything but a regular file loses nothing.
#[must_use]
pub fn in_the_way(path: &Path, pack: &Pack, is_ours: impl Fn(&[u8], &[u8]) -> bool) -> Option<InTheWay> {
    let (path, meta) = match leads(path) {
        Ok(Leads::File(path, Some(meta))) => (path, meta),
        Ok(Leads::File(path, None)) => return would_be_part(&path, pack).then_some(InTheWay::PartOfPack),
        Err(why) if why.kind() == io::ErrorKind::IsADirectory => return Some(InTheWay::Folder),
        // The write itself will report an error.
        Ok(Leads::Stream(_)) | Err(_) => return None,
    };
    let it = It { path: &path, meta: &meta };
    if let PackPlace::Archive(archive) = &pack.place
        && it.is(archive)
    {
        return Some(InTheWay::Pack);
    }
    if folder_of(pack).is_some_and(|folder| it.is_part_of(pack, &folder)) {
        return Some(InTheWay::PartOfPack);
    }
    if meta.len() == 0 {
        return None;
    }
    let is_ours = ends(&path, LOOKED_AT).is_ok_and(|[head, tail]| is_ours(&head, &tail));
    (!is_ours).then_some(InTheWay::Foreign)
}

/// A new `exhibition.json` would turn a photo folder into something else.
fn would_be_part(path: &Path, pack: &Pack) -> bool {
    let parent = path.parent().map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent });
    let same = |folder: PathBuf| Some(folder.canonicalize().ok()? == parent?.canonicalize().ok()?);
    path.file_name().is_some_and(|name| name == EXHIBITION) && folder_of(pack).and_then(same) == Some(true)
}

/// Returns the folder of a pack's files.
fn folder_of(pack: &Pack) -> Option<PathBuf> {
    match &pack.place {
        PackPlace::Folder(path) => Some(path.clone()),
        PackPlace::Picture(path) => {
            Some(path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned())
        }
        PackPlace::BuiltIn | PackPlace::Archive(_) => None,
    }
}

/// An existing file.
struct It<'p> {
    path: &'p Path,
    meta: &'p Metadata,
}

impl It<'_> {
    fn is_part_of(&self, pack: &Pack, folder: &Path) -> bool {
        let own = pack.exhibition.photos.iter().map(|photo| &photo.file);
        let stand_ins = pack.exhibition.photos.iter().filter_map(|photo| Some(&photo.stand_in.as_ref()?.file));
        let is_named = || own.chain(stand_ins).any(|name| self.is(&folder.join(name)));
        self.is(&folder.join(EXHIBITION)) || self.is_picture_below(pack, folder) || is_named()
    }

    /// Without an exhibition, every picture below the folder is shown.
    fn is_picture_below(&self, pack: &Pack, folder: &Path) -> bool {
        let below = || Some(self.path.canonicalize().ok()?.starts_with(folder.canonicalize().ok()?));
        pack.photo_folder && photo_folder::is_picture(&self.path.to_string_lossy()) && below() == Some(true)
    }

    #[cfg(unix)]
    fn is(&self, other: &Path) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        fs::metadata(other).is_ok_and(|meta| (meta.dev(), meta.ino()) == (self.meta.dev(), self.meta.ino()))
    }

    #[cfg(not(unix))]
    fn is(&self, other: &Path) -> bool {
        let may_be = fs::metadata(other).is_ok_and(|meta| meta.is_file() && meta.len() == self.meta.len());
        may_be && same_file::is_same_file(self.path, other).is_ok_and(|is_same| is_same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::open;

    const EXHIBITION_TEXT: &str = r#"{"format": 1, "title": {"en": "T"}, "photos": [
        {"id": "a", "file": "p/a.jpg", "stand_in": {"file": "p/drawn.png", "alt": {"en": "A"}}, "title": {"en": "A"}, "caption": {"en": "A"}, "alt": {"en": "A"}}]}"#;

    fn never(_head: &[u8], _tail: &[u8]) -> bool {
        false
    }

    #[test]
    fn nothing_of_the_exhibition_that_is_shown_is_free_to_be_written() {
        let home = tempfile::tempdir().expect("a folder");
        let at = |name: &str| home.path().join(name);
        fs::create_dir_all(at("pack/p")).expect("a folder");
        for name in ["pack/p/a.jpg", "pack/p/drawn.png", "pack/notes.txt", "pack/empty"] {
            fs::write(at(name), if name.ends_with("empty") { "" } else { "x" }).expect("written");
        }
        fs::write(at("pack/exhibition.json"), EXHIBITION_TEXT).expect("written");
        let (pack, _) = open(&PackPlace::Folder(at("pack"))).expect("it opens");
        let found = |name: &str| in_the_way(&at(name), &pack, never);
        for name in ["pack/exhibition.json", "pack/p/a.jpg", "pack/p/drawn.png", "pack/p/../p/a.jpg"] {
            assert_eq!(found(name), Some(InTheWay::PartOfPack), "{name}");
        }
        fs::hard_link(at("pack/p/a.jpg"), at("other-name.jpg")).expect("a hard link");
        assert_eq!(found("other-name.jpg"), Some(InTheWay::PartOfPack));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("pack/p/drawn.png", at("link.png")).expect("a link");
            assert_eq!(found("link.png"), Some(InTheWay::PartOfPack));
        }
        assert_eq!((found("pack"), found("pack/new/")), (Some(InTheWay::Folder), Some(InTheWay::Folder)));
        assert_eq!(found("pack/notes.txt"), Some(InTheWay::Foreign));
        assert_eq!((found("pack/empty"), found("pack/new.csv"), found("new.csv")), (None, None, None));
        assert_eq!(in_the_way(&at("pack/notes.txt"), &pack, |head, tail| head == b"x" && tail == b"x"), None);
    }

    #[test]
    fn of_a_folder_of_pictures_every_picture_is_shown() {
        let home = tempfile::tempdir().expect("a folder");
        let at = |name: &str| home.path().join(name);
        for name in ["a.jpg", "b.png"] {
            fs::write(at(name), "x").expect("written");
        }
        for place in [PackPlace::Folder(home.path().to_owned()), PackPlace::Picture(at("a.jpg"))] {
            let (pack, _) = open(&place).expect("it opens");
            for name in ["a.jpg", "b.png", "exhibition.json"] {
                assert_eq!(in_the_way(&at(name), &pack, never), Some(InTheWay::PartOfPack), "{name}");
            }
        }
    }
}
