//! Finds system fonts. Only in builds without bundled fonts, once, before the first frame.

use std::path::{Path, PathBuf};

/// Returns the bytes of the first font whose file name begins with one of `names`, in order of preference.
#[must_use]
pub fn system_font(names: &[&str], bold: bool) -> Option<Vec<u8>> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let folders = [
        home.join(".local/share/fonts"),
        PathBuf::from("/usr/share/fonts"),
        PathBuf::from("/usr/local/share/fonts"),
        PathBuf::from("/System/Library/Fonts"),
        PathBuf::from("C:/Windows/Fonts"),
    ];
    let mut files = Vec::new();
    for folder in folders {
        collect(&folder, 4, &mut files);
    }
    let first_of = |name: &str| {
        let hits = |f: &&PathBuf| f.file_name().is_some_and(|n| n.to_string_lossy().starts_with(name));
        let mut found: Vec<&PathBuf> = files.iter().filter(hits).collect();
        found.sort_by_key(|f| f.to_string_lossy().contains("Bold") != bold);
        found.first().and_then(|f| std::fs::read(f).ok())
    };
    names.iter().find_map(|name| first_of(name))
}

fn collect(folder: &Path, depth: u8, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && depth > 0 {
            collect(&path, depth - 1, files);
        } else if path.extension().is_some_and(|e| ["ttf", "otf", "ttc"].iter().any(|x| e.eq_ignore_ascii_case(x))) {
            files.push(path);
        }
    }
}
