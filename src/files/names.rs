//! Display names of a pack's files, and their mapping to the files.
//!
//! Names are compared in Unicode form NFC: a composed `é` equals the decomposed one that macOS writes. Names that are not
//! UTF-8 are decoded as Chinese (GB 18030) or Western (Windows-1252) text, whichever is likelier.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use encoding_rs::{GB18030, WINDOWS_1252};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The files of a pack by display name, each with its location.
#[derive(Debug)]
pub struct Names<T> {
    files: BTreeMap<String, T>,
    /// From the composed form of a decomposed name to that name.
    forms: HashMap<String, String>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { files: BTreeMap::new(), forms: HashMap::new() }
    }
}

impl<T> Names<T> {
    /// Adds a file. If its name is taken, a number is appended.
    pub fn insert(&mut self, name: String, file: T) {
        let name = if self.files.contains_key(&name) { self.apart(&name) } else { name };
        if !is_nfc(&name) {
            self.forms.entry(composed(&name)).or_insert_with(|| name.clone());
        }
        self.files.insert(name, file);
    }

    /// Returns the first of `a (2).jpg`, `a (3).jpg` … that is free.
    fn apart(&self, name: &str) -> String {
        let file = name.rfind('/').map_or(0, |slash| slash + 1);
        let dot = name.rfind('.').filter(|dot| *dot > file).unwrap_or(name.len());
        let (stem, ending) = name.split_at(dot);
        let numbered = (2..).map(|n: u32| format!("{stem} ({n}){ending}"));
        numbered.into_iter().find(|name| !self.files.contains_key(name)).unwrap_or_default()
    }

    /// Returns true if a file has exactly this name.
    pub fn contains(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Finds a file's listed name and location: by its exact name, else in another Unicode form, else with `/` for a Windows
    /// `\`.
    pub fn find(&self, name: &str) -> Option<(&str, &T)> {
        if let Some((name, file)) = self.files.get_key_value(name) {
            return Some((name, file));
        }
        self.in_form(&plain(name)).or_else(|| self.in_form(&plain(&name.replace('\\', "/"))))
    }

    fn in_form(&self, name: &str) -> Option<(&str, &T)> {
        let form = composed(name);
        let listed = self.files.get_key_value(&form);
        let (name, file) = listed.or_else(|| self.files.get_key_value(self.forms.get(&form)?))?;
        Some((name, file))
    }

    /// Returns all names, in order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Returns all names and locations, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.files.iter().map(|(name, file)| (name.as_str(), file))
    }
}

/// Returns a name in the form used for comparison.
fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// Removes the redundant parts of a name: `./a.jpg` and `pictures//a.jpg`.
pub fn plain(name: &str) -> Cow<'_, str> {
    let is_empty = |part: &str| part.is_empty() || part == ".";
    if !name.split('/').any(is_empty) || name.starts_with('/') {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.split('/').filter(|part| !is_empty(part)).collect::<Vec<_>>().join("/"))
}

/// Decodes a name of the file system.
pub fn of_system(name: &std::ffi::OsStr) -> String {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let bytes = name.as_bytes();
        String::from_utf8(bytes.to_vec()).unwrap_or_else(|_not_utf8| letters(bytes, looks_chinese(bytes)).into_owned())
    }
    #[cfg(not(unix))]
    name.to_string_lossy().into_owned()
}

/// Decodes a name that is not UTF-8.
pub fn letters(bytes: &[u8], chinese: bool) -> Cow<'_, str> {
    let encoding = if chinese { GB18030 } else { WINDOWS_1252 };
    encoding.decode_without_bom_handling(bytes).0
}

/// Returns true if bytes that are not UTF-8 look like GB 18030 rather than a Western single-byte encoding.
///
/// Chinese consists of pairs of high bytes, mostly several in a row. Western accents are single, or two together between
/// letters, as in “Süße”.
pub fn looks_chinese(bytes: &[u8]) -> bool {
    let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) else { return false };
    let is_rare =
        |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c) || u32::from(c) < 0x20 || ('\u{80}'..'\u{a0}').contains(&c);
    if text.chars().any(is_rare) {
        return false;
    }
    let mut votes = 0_isize;
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|b| **b >= 0x80).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let letter_at = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_alphabetic);
        let between = letter_at(at.checked_sub(1)) && letter_at(Some(at + run));
        let pairs = bytes[at..at + run].chunks(2);
        // The most common Chinese characters, and punctuation.
        let common = pairs.filter(|p| matches!(p, [0xa1..=0xa3 | 0xb0..=0xf7, 0xa1..=0xfe])).count();
        votes += match run {
            1 => -1,
            2 if between => -1,
            _ if common * 2 >= run / 2 => 2,
            _ => -1,
        };
        at += run;
    }
    votes > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_utf8_are_read_as_what_they_look_like() {
        for text in [
            "第1张.jpg",
            "拉萨小学.jpg",
            "A区.jpg",
            "照片/北京 (3).png",
            "朱镕基.jpg",
            "图1.jpg",
            "IMG_0001_布达拉宫.JPG",
        ] {
            let (bytes, ..) = GB18030.encode(text);
            assert!(looks_chinese(&bytes), "{text}");
            assert_eq!(letters(&bytes, true), text);
        }
        for text in ["école.jpg", "Süße Größe.jpg", "créée.jpg", "Zoë.png", "déjà vu à Málaga.jpg", "Île.jpg", "é.jpg"]
        {
            let (bytes, ..) = WINDOWS_1252.encode(text);
            assert!(!looks_chinese(&bytes), "{text}");
            assert_eq!(letters(&bytes, false), text);
        }
    }

    #[test]
    fn a_name_is_found_in_either_form_and_the_very_name_goes_first() {
        let (one, two) = ("pictures/\u{e9}.jpg", "pictures/e\u{301}.jpg");
        for (listed, asked) in [(one, two), (two, one)] {
            let mut names = Names::default();
            names.insert(listed.to_owned(), 1);
            assert_eq!(names.find(asked), Some((listed, &1)));
            assert_eq!(names.find(&format!("./{asked}")), Some((listed, &1)));
            assert_eq!(names.find(&asked.replace('/', "\\")), Some((listed, &1)));
        }
        let mut both = Names::default();
        both.insert(one.to_owned(), 1);
        both.insert(two.to_owned(), 2);
        assert_eq!((both.find(one), both.find(two)), (Some((one, &1)), Some((two, &2))));
        assert_eq!(both.find("pictures/e.jpg"), None);
    }

    #[test]
    fn files_of_the_same_name_are_told_apart() {
        let mut names = Names::default();
        for i in 0..3 {
            names.insert("a.b/c.jpg".to_owned(), i);
        }
        names.insert("a.b/c".to_owned(), 3);
        names.insert("a.b/c".to_owned(), 4);
        let all: Vec<&str> = names.all().collect();
        assert_eq!(all, ["a.b/c", "a.b/c (2)", "a.b/c (2).jpg", "a.b/c (3).jpg", "a.b/c.jpg"]);
    }
}
