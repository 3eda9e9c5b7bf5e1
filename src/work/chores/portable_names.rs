//! File names valid on every system: no picture may be lost when a pack is unpacked elsewhere.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

/// Characters forbidden on Windows and FAT file systems; a colon becomes a dash, as in times of day.
const FORBIDDEN: [char; 8] = ['*', '?', '"', '<', '>', '|', '\\', ':'];
/// Device names on Windows, with any extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The longest name of a file or folder, in bytes of UTF-8: short enough for any file system.
const LONGEST: usize = 255;
/// The longest path, in UTF-16 units: a longer one does not fit below a folder on Windows.
const LONGEST_PATH: usize = 200;
/// The length to which longer names are cut, in bytes.
const CUT: usize = 160;

/// Names in use; no two differ only by case.
#[derive(Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// Reserves a name.
    pub fn keep_free(&mut self, name: &str) {
        self.0.insert(folded(name));
    }

    /// Returns the name itself if it is portable and free, else one like it.
    pub fn give(&mut self, name: &str) -> String {
        let name = portable(name);
        let mut given = name.clone();
        for number in 2.. {
            if self.0.insert(folded(&given)) {
                break;
            }
            given = numbered(&name, number);
        }
        given
    }
}

/// The name with a number behind its stem.
pub fn numbered(name: &str, number: u32) -> String {
    let (stem, ending) = parts(name);
    format!("{stem} ({number}){ending}")
}

/// Folds a name as file systems do that ignore case and Unicode normalization.
fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// Splits off the extension, with its dot.
fn parts(name: &str) -> (&str, &str) {
    let from = name.rfind('/').map_or(0, |slash| slash + 1);
    let dot = name.get(from..).and_then(|file| file.rfind('.')).filter(|dot| *dot > 0);
    name.split_at(dot.map_or(name.len(), |dot| from + dot))
}

/// Replaces the extension, given without a dot.
pub fn with_ending(name: &str, ending: &str) -> String {
    format!("{}.{ending}", parts(name).0)
}

fn portable(name: &str) -> String {
    let path: Vec<String> = name.split('/').map(part).collect();
    let path = path.join("/");
    if path.encode_utf16().count() <= LONGEST_PATH {
        return path;
    }
    cut(path.rsplit('/').next().unwrap_or(&path))
}

/// Makes one component of a path portable.
fn part(part: &str) -> String {
    let allowed = |c: char| match c {
        ':' => '-',
        c if FORBIDDEN.contains(&c) || c.is_control() => '_',
        c => c,
    };
    let part: String = part.chars().map(allowed).collect();
    // Windows drops them silently, and then does not find the file.
    let kept = part.trim_end_matches(['.', ' ']);
    let part = if kept.len() == part.len() { part } else { format!("{kept}_") };
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let part = if is_device(&stem) { format!("_{part}") } else { part };
    if part.len() > LONGEST { cut(&part) } else { part }
}

fn is_device(stem: &str) -> bool {
    let numbered = |port: &str| {
        let number = stem.strip_prefix(port);
        number.is_some_and(|number| {
            matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    DEVICES.contains(&stem) || numbered("com") || numbered("lpt")
}

/// Shortens a component, but not its extension.
fn cut(part: &str) -> String {
    let (stem, ending) = parts(part);
    let ending = if ending.len() > 16 { "" } else { ending };
    let mut at = stem.len().min(CUT);
    while !stem.is_char_boundary(at) {
        at -= 1;
    }
    format!("{}{ending}", stem.get(..at).unwrap_or_default().trim_end_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_PATH, Names, with_ending};

    #[test]
    fn a_name_that_every_system_takes_stays_as_it_is() {
        let mut names = Names::default();
        for name in ["a.jpg", "sub/校舍 (1).jpg", ".hidden.jpg", "ཁང་པ།.png", "console.jpg", "com10.jpg", "a.b.c.jpg"]
        {
            assert_eq!(names.give(name), name);
        }
    }

    #[test]
    fn a_name_that_some_system_forbids_becomes_one_like_it() {
        let of = |name: &str| Names::default().give(name);
        assert_eq!(of("2024-05-01 12:30:15.jpg"), "2024-05-01 12-30-15.jpg");
        assert_eq!(of("C:photo.jpg"), "C-photo.jpg");
        assert_eq!(of("q?*<>|\".jpg"), "q______.jpg");
        assert_eq!(of("a\\b.jpg"), "a_b.jpg");
        assert_eq!(of("line\nbreak\u{7f}.jpg"), "line_break_.jpg");
        assert_eq!(of("CON.jpg"), "_CON.jpg");
        assert_eq!(of("nul/lpt¹.tar.jpg"), "_nul/_lpt¹.tar.jpg");
        assert_eq!(of("folder./name ./a.jpg"), "folder_/name_/a.jpg");
        assert_eq!(of("a.jpg "), "a.jpg_");
    }

    #[test]
    fn twins_and_names_that_are_too_long_are_told_apart() {
        let mut names = Names::default();
        names.keep_free("exhibition.json");
        let given = ["A.jpg", "a.jpg", "a.JPG", "a:b.jpg", "a-b.jpg", "Exhibition.json", "x/no ending", "X/No Ending"]
            .map(|name| names.give(name));
        assert_eq!(
            given,
            [
                "A.jpg",
                "a (2).jpg",
                "a (3).JPG",
                "a-b.jpg",
                "a-b (2).jpg",
                "Exhibition (2).json",
                "x/no ending",
                "X/No Ending (2)"
            ]
        );
        assert_eq!([names.give("\u{e9}.jpg"), names.give("e\u{301}.jpg")], ["\u{e9}.jpg", "e\u{301} (2).jpg"]);
        let long = format!("{}/{}.jpg", "folder".repeat(10), "校".repeat(200));
        let [first, second] = [names.give(&long), names.give(&format!("x{long}"))];
        assert!(first.ends_with("校.jpg") && first.encode_utf16().count() <= LONGEST_PATH, "{first}");
        assert_ne!(first, second);
        assert_eq!(with_ending("a.b/c.d.tif", "jpg"), "a.b/c.d.jpg");
        assert_eq!(with_ending("a.b/.tif", "png"), "a.b/.tif.png");
    }
}
