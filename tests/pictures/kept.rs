//! The hashes of pictures and files in `tests/pictures.txt`, one line each, sorted by name.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use vitrine::ui::fonts;
use xxhash_rust::xxh3::xxh3_64;

/// Set, the hashes are written anew instead of compared.
const UPDATE: &str = "UPDATE_PICTURES";
/// Set, every picture is written to be looked at, not only those that differ.
const KEEP: &str = "KEEP_PICTURES";

/// Held while the list is written: the groups are tests of their own, and run at the same time.
static WRITING: Mutex<()> = Mutex::new(());

/// The kept hashes of a group, the first part of a name, and those found now.
pub struct Persisted {
    group: &'static str,
    before: BTreeMap<String, String>,
    now: BTreeMap<String, String>,
    differing: Vec<String>,
}

impl Persisted {
    /// The hashes that were kept of a group.
    pub fn of(group: &'static str) -> Self {
        let before = read().into_iter().filter(|(name, _)| is_of(group, name)).collect();
        Self { group, before, now: BTreeMap::new(), differing: Vec::new() }
    }

    /// Compares a picture: its size and its pixels, not the bytes of its file.
    pub fn picture(&mut self, name: &str, image: &egui::ColorImage) {
        let sides = image.size.iter().flat_map(|side| (*side as u64).to_le_bytes());
        let bytes: Vec<u8> = sides.chain(image.pixels.iter().flat_map(egui::Color32::to_array)).collect();
        self.compare(name, &bytes, || ("png", vitrine::raster::png(image, "")));
    }

    /// Compares the bytes of a file of a kind.
    pub fn file(&mut self, name: &str, ending: &'static str, bytes: &[u8]) {
        self.compare(name, bytes, || (ending, bytes.to_vec()));
    }

    fn compare(&mut self, name: &str, bytes: &[u8], file: impl FnOnce() -> (&'static str, Vec<u8>)) {
        let name = format!("{}/{name}", self.group);
        let hash = format!("{:016x}", xxh3_64(bytes));
        let differs = self.before.get(&name) != Some(&hash);
        if std::env::var_os(KEEP).is_some() || (differs && !updates()) {
            let (ending, bytes) = file();
            let path = folder().join(format!("{name}.{ending}"));
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder for pictures");
            fs::write(&path, bytes).expect("a file for a picture");
        }
        if differs {
            self.differing.push(name.clone());
        }
        assert!(self.now.insert(name.clone(), hash).is_none(), "two pictures are named {name}");
    }

    /// Says which pictures differ, are new or are gone; or writes down the hashes of now.
    pub fn close(self) {
        if fonts::bundled_faces().is_empty() {
            eprintln!("not compared: there are no fonts inside");
            return;
        }
        if updates() {
            return self.write();
        }
        // Letters are drawn by what the processor has; older ones round otherwise.
        if !(is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma")) {
            eprintln!("not compared: the list was written by a processor with AVX2 and FMA");
            return;
        }
        let gone: Vec<&String> = self.before.keys().filter(|name| !self.now.contains_key(*name)).collect();
        assert!(
            self.differing.is_empty() && gone.is_empty(),
            "{} of {} differ from tests/pictures.txt, and lie in {}:\n{}\nin the list and not drawn any more:\n{gone:#?}\n\
             Where they are to differ: {UPDATE}=1 cargo test --test pictures",
            self.differing.len(),
            self.now.len(),
            folder().display(),
            self.differing.join("\n"),
        );
    }

    fn write(self) {
        let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all = read();
        all.retain(|name, _| !is_of(self.group, name));
        all.extend(self.now);
        let mut text = String::new();
        for (name, hash) in &all {
            writeln!(text, "{name} {hash}").expect("memory takes everything");
        }
        fs::write(list(), text).expect("the list can be written");
    }
}

fn updates() -> bool {
    std::env::var_os(UPDATE).is_some()
}

fn is_of(group: &str, name: &str) -> bool {
    name.split_once('/').is_some_and(|(first, _)| first == group)
}

fn list() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures.txt")
}

/// `target/pictures`, wherever `target` lies.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("pictures")
}

fn read() -> BTreeMap<String, String> {
    let text = fs::read_to_string(list()).unwrap_or_default();
    let pairs = text.lines().map(|line| line.split_once(' ').unwrap_or_else(|| panic!("no hash: {line}")));
    pairs.map(|(name, hash)| (name.to_owned(), hash.to_owned())).collect()
}
