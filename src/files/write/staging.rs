//! Several files that take their places together, or not at all.
//!
//! They wait in a folder beside a temporary file, which is locked as long as somebody writes, and swept with its folder when
//! nobody does. Before files move into a folder that is in use, a plan of it is written: whoever sweeps takes back what had moved
//! before the exhibition that names it was in its place.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::replace;
use super::temporary::Temporary;
use crate::model::Fingerprint;

/// The extension of the folder that belongs to a temporary file.
const FOLDER: &str = "d";
/// The name of the plan, and of the folder with the files.
const PARTS: [&str; 2] = ["plan", "files"];
/// The largest plan, and the largest exhibition, that are read, in bytes.
const MOST: u64 = 256 << 20;

/// Files that wait for their places. If dropped before that, they leave nothing behind.
#[derive(Debug)]
pub struct Staging {
    temporary: Temporary,
    files: Vec<(String, u64)>,
}

/// What is going to move, into the folder of the temporary file.
#[derive(Serialize, Deserialize)]
struct Plan {
    /// The file that names the others, and the fingerprint of its text to be.
    exhibition: (String, Fingerprint),
    /// The files with their sizes.
    files: Vec<(String, u64)>,
    /// The folders made for them, outer ones first.
    folders: Vec<String>,
}

impl Staging {
    /// Begins beside the places of the files, in a folder of the same disk.
    ///
    /// # Errors
    /// If nothing can be written there.
    pub fn create_in(folder: &Path) -> io::Result<Self> {
        let temporary = Temporary::create_in(folder, false)?;
        let staging = Self { temporary, files: Vec::new() };
        fs::create_dir_all(staging.path(PARTS[1]))?;
        Ok(staging)
    }

    fn path(&self, part: &str) -> PathBuf {
        folder_of(self.temporary.path()).join(part)
    }

    /// Writes a file with a relative name, `/` between its parts.
    ///
    /// # Errors
    /// If it cannot be written, leads elsewhere, or is there already.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let is_plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        let path = self.path(PARTS[1]).join(name);
        let Some(folder) = path.parent().filter(|_| is_plain) else {
            return Err(io::ErrorKind::InvalidFilename.into());
        };
        fs::create_dir_all(folder)?;
        let mut file = File::create_new(&path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        self.files.push((name.to_owned(), bytes.len() as u64));
        Ok(())
    }

    /// Makes them a folder of their own, at a path where nothing is, or an empty folder.
    ///
    /// # Errors
    /// If that fails; then nothing is there.
    pub fn become_folder(self, target: &Path) -> io::Result<()> {
        let files = self.path(PARTS[1]);
        sync_below(&files);
        if target.is_dir() {
            fs::remove_dir(target)?;
        }
        fs::rename(&files, target)?;
        target.parent().into_iter().for_each(sync);
        Ok(())
    }

    /// Moves them into the folder that they wait in, where none of their names is taken, and replaces the file that names them
    /// by this text.
    ///
    /// # Errors
    /// If that fails; then all is as it was.
    pub fn join(self, exhibition: &str, text: &str) -> io::Result<()> {
        let Some(into) = self.temporary.path().parent() else { return Err(io::ErrorKind::NotFound.into()) };
        let folders = new_folders(into, &self.files);
        let plan =
            Plan { exhibition: (exhibition.to_owned(), Fingerprint::of(text)), files: self.files.clone(), folders };
        // Nothing moves before it is whole on the disk, so that half of it means nothing.
        let mut file = File::create_new(self.path(PARTS[0]))?;
        file.write_all(serde_json::to_string(&plan)?.as_bytes())?;
        file.sync_all()?;
        sync(&folder_of(self.temporary.path()));
        sync(into);
        let waiting = self.path(PARTS[1]);
        let moved = plan.carry_out(&waiting, into).and_then(|()| replace(&into.join(exhibition), text.as_bytes()));
        // Nobody else has had the time to make use of them.
        moved.inspect_err(|_why| plan.take_back(&waiting, into, ""))
    }
}

impl Plan {
    fn carry_out(&self, waiting: &Path, into: &Path) -> io::Result<()> {
        if self.files.iter().any(|(name, _)| into.join(name).symlink_metadata().is_ok()) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        for folder in &self.folders {
            fs::create_dir(into.join(folder))?;
        }
        for (name, _) in &self.files {
            fs::rename(waiting.join(name), into.join(name))?;
        }
        let mut changed: Vec<&Path> = self.files.iter().filter_map(|(name, _)| Path::new(name).parent()).collect();
        changed.sort_unstable();
        changed.dedup();
        for folder in changed {
            sync(&into.join(folder));
        }
        Ok(())
    }

    /// Takes back what has moved, but for what a text names.
    fn take_back(&self, waiting: &Path, into: &Path, text: &str) {
        for (name, size) in &self.files {
            let place = into.join(name);
            let has_moved = fs::symlink_metadata(waiting.join(name)).is_err();
            let is_it = fs::symlink_metadata(&place).is_ok_and(|meta| meta.is_file() && meta.len() == *size);
            let is_named = serde_json::to_string(name).is_ok_and(|quoted| text.contains(&quoted));
            if has_moved && is_it && !is_named {
                let _ = fs::remove_file(place);
            }
        }
        for folder in self.folders.iter().rev() {
            // Only where it is empty.
            let _ = fs::remove_dir(into.join(folder));
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        clear(self.temporary.path());
    }
}

fn folder_of(temporary: &Path) -> PathBuf {
    let mut name = temporary.as_os_str().to_owned();
    name.push(".");
    name.push(FOLDER);
    PathBuf::from(name)
}

/// The folders that are to be made for files.
fn new_folders(into: &Path, files: &[(String, u64)]) -> Vec<String> {
    let outer = |name: &str| name.match_indices('/').map(|(at, _)| name[..at].to_owned()).collect::<Vec<_>>();
    let mut all: Vec<String> = files.iter().flat_map(|(name, _)| outer(name)).collect();
    // An outer one is shorter, and so before what is in it.
    all.sort();
    all.dedup();
    all.retain(|folder| !into.join(folder).is_dir());
    all
}

/// Removes what waits beside a temporary file, and takes back what has moved in vain.
pub fn clear(temporary: &Path) {
    let folder = folder_of(temporary);
    if !folder.is_dir() {
        return;
    }
    if let Some((plan, into)) = read(&folder.join(PARTS[0])).zip(temporary.parent()) {
        take_back(&plan, &folder.join(PARTS[1]), into);
    }
    let _ = fs::remove_dir_all(&folder);
}

fn read(plan: &Path) -> Option<Plan> {
    serde_json::from_slice(&bounded(plan)?).ok()
}

fn bounded(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MOST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Takes back what a program that was killed has moved, unless it had come to its end. Somebody may have made use of it since.
fn take_back(plan: &Plan, waiting: &Path, into: &Path) {
    let (exhibition, print) = &plan.exhibition;
    let text = bounded(&into.join(exhibition)).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    if Fingerprint::of(&text) != *print {
        plan.take_back(waiting, into, &text);
    }
}

/// Has the names in a folder survive a power cut. Not every system supports it.
fn sync(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

fn sync_below(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            sync_below(&entry.path());
        }
    }
    sync(folder);
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"photos": ["a/b/new.jpg", "x.jpg"]}"#;

    fn below(folder: &Path) -> Vec<String> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                names.push(format!("{name}/"));
                names.extend(below(&entry.path()).into_iter().map(|inner| format!("{name}/{inner}")));
            } else {
                names.push(name);
            }
        }
        names.sort();
        names
    }

    fn staged(folder: &Path) -> Staging {
        let mut staging = Staging::create_in(folder).expect("begun");
        staging.write("a/b/new.jpg", b"new").expect("written");
        staging.write("x.jpg", b"x").expect("written");
        staging
    }

    #[test]
    fn files_become_a_folder_or_nothing() {
        let home = tempfile::tempdir().expect("a folder");
        let target = home.path().join("show");
        drop(staged(home.path()));
        assert_eq!(below(home.path()), [""; 0]);
        staged(home.path()).become_folder(&target).expect("moved");
        assert_eq!(below(home.path()), ["show/", "show/a/", "show/a/b/", "show/a/b/new.jpg", "show/x.jpg"]);
        assert!(staged(home.path()).become_folder(&target).is_err(), "it is not empty");
        assert_eq!(below(home.path()).len(), 5);
        for name in ["../x", "/x", "a/../../x", ""] {
            assert!(staged(home.path()).write(name, b"").is_err(), "{name}");
        }
    }

    #[test]
    fn files_join_a_folder_together_with_what_names_them() {
        let home = tempfile::tempdir().expect("a folder");
        let at = |name: &str| home.path().join(name);
        fs::create_dir(at("a")).expect("a folder");
        fs::write(at("exhibition.json"), "old").expect("written");
        staged(home.path()).join("exhibition.json", TEXT).expect("joined");
        let all = ["a/", "a/b/", "a/b/new.jpg", "exhibition.json", "x.jpg"];
        assert_eq!(below(home.path()), all);
        assert_eq!(fs::read_to_string(at("exhibition.json")).expect("there"), TEXT);

        // A name that is taken: nothing happens to anything.
        fs::remove_dir_all(at("a/b")).expect("removed");
        fs::write(at("x.jpg"), "somebody's own").expect("written");
        assert!(staged(home.path()).join("exhibition.json", "{}").is_err());
        assert_eq!(below(home.path()), ["a/", "exhibition.json", "x.jpg"]);
        assert_eq!(fs::read_to_string(at("exhibition.json")).expect("there"), TEXT);
        assert_eq!(fs::read_to_string(at("x.jpg")).expect("there"), "somebody's own");
    }

    #[test]
    fn killed_at_any_step_it_is_all_there_or_nothing_once_it_is_swept() {
        for moved in 0..=2 {
            for is_named in [false, true] {
                let home = tempfile::tempdir().expect("a folder");
                let at = |name: &str| home.path().join(name);
                fs::write(at("exhibition.json"), "old").expect("written");
                let staging = staged(home.path());
                let temporary = staging.temporary.path().to_owned();
                let plan = Plan {
                    exhibition: ("exhibition.json".to_owned(), Fingerprint::of(TEXT)),
                    files: staging.files.clone(),
                    folders: new_folders(home.path(), &staging.files),
                };
                assert_eq!(plan.folders, ["a", "a/b"]);
                fs::write(staging.path("plan"), serde_json::to_string(&plan).expect("JSON")).expect("written");
                fs::create_dir_all(at("a/b")).expect("folders");
                for (name, _) in plan.files.iter().take(moved) {
                    fs::rename(staging.path("files").join(name), at(name)).expect("moved");
                }
                if is_named && moved == 2 {
                    fs::write(at("exhibition.json"), TEXT).expect("written");
                }
                // As if it had been killed: nobody has cleared anything.
                let kept = folder_of(&temporary);
                clear(&temporary);
                assert!(!kept.exists());
                drop(staging);
                let names = below(home.path());
                if is_named && moved == 2 {
                    assert_eq!(names, ["a/", "a/b/", "a/b/new.jpg", "exhibition.json", "x.jpg"]);
                } else {
                    assert_eq!(names, ["exhibition.json"], "{moved} had moved");
                }
            }
        }
    }

    #[test]
    fn what_somebody_made_use_of_since_is_not_taken_back() {
        let home = tempfile::tempdir().expect("a folder");
        let at = |name: &str| home.path().join(name);
        let plan = Plan {
            exhibition: ("exhibition.json".to_owned(), Fingerprint::of(TEXT)),
            files: vec![("x.jpg".to_owned(), 1), ("y.jpg".to_owned(), 1), ("z.jpg".to_owned(), 1)],
            folders: Vec::new(),
        };
        fs::write(at("exhibition.json"), r#"{"file": "x.jpg"}"#).expect("written");
        for (name, content) in [("x.jpg", "x"), ("y.jpg", "y"), ("z.jpg", "another one")] {
            fs::write(at(name), content).expect("written");
        }
        take_back(&plan, &at("gone"), home.path());
        assert_eq!(below(home.path()), ["exhibition.json", "x.jpg", "z.jpg"]);
    }
}
