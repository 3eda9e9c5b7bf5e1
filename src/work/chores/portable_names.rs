//! Names of files that every system takes: a pack that is unpacked elsewhere must not lose a picture because of what it is called.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

/// What Windows, and sticks that are formatted for it, do not allow in a name; a colon becomes a dash, as in times of day.
const FORBIDDEN: [char; 8] = ['*', '?', '"', '<', '>', '|', '\\', ':'];
/// Names that belong to devices there, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The longest name of a file or folder, in bytes of UTF-8: so no file system finds it too long.
const LONGEST: usize = 255;
/// The longest name with all its folders, in units of UTF-16: more does not fit below a folder on Windows.
const LONGEST_PATH: usize = 200;
/// How long a name is that was too long, in bytes.
const CUT: usize = 160;

/// Names that were given out; no two differ by the case of their letters alone.
#[derive(Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// A name that is not to be given out.
    pub fn keep_free(&mut self, name: &str) {
        self.0.insert(folded(name));
    }

    /// The name itself where every system takes it and nobody has it yet, else one like it.
    pub fn give(&mut self, name: &str) -> String {
        let name = portable(name);
        let mut given = name.clone();
        for number in 2.. {
            if self.0.insert(folded(&given)) {
                break;
            }
            let (stem, ending) = parts(&name);
            given = format!("{stem} ({number}){ending}");
        }
        given
    }
}

/// As file systems compare that tell neither cases apart nor the forms in which Unicode writes a letter.
fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// The name without its ending, and the ending with its dot.
fn parts(name: &str) -> (&str, &str) {
    let from = name.rfind('/').map_or(0, |slash| slash + 1);
    let dot = name.get(from..).and_then(|file| file.rfind('.')).filter(|dot| *dot > 0);
    name.split_at(dot.map_or(name.len(), |dot| from + dot))
}

/// The same name with another ending, given without a dot.
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

/// One part of a path.
fn part(part: &str) -> String {
    let allowed = |c: char| match c {
        ':' => '-',
        c if FORBIDDEN.contains(&c) || c.is_control() => '_',
        c => c,
    };
    let part: String = part.chars().map(allowed).collect();
    // Windows drops them without a word, and then finds nothing of that name.
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

/// Shorter, with its ending.
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
