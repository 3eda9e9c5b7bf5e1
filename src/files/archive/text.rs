//! Decodes the names of an archive's entries.
//!
//! A name is UTF-8 if flagged or valid as such. Others are GBK, from a Chinese Windows, or in a single-byte encoding: CP437,
//! ZIP's default, or Windows-1252. All of an archive come from one machine, so they are decoded alike.

use super::super::names::{letters, looks_chinese, plain};
use super::{Zip, of_zip};
use crate::files::ReadError;

/// Returns all names in the order of the directory, with `/` between folders and after a folder's own name.
///
/// # Errors
/// If the directory cannot be read.
pub fn names(zip: &Zip) -> Result<Vec<String>, ReadError> {
    let raw: Vec<&[u8]> = zip.file_names_raw().collect();
    let odd: Vec<&[u8]> = raw.iter().filter(|name| std::str::from_utf8(name).is_err()).copied().collect();
    let chinese = odd.iter().filter(|name| looks_chinese(name)).count() * 2 > odd.len();
    let is_dos = !odd.iter().any(|name| name.iter().any(|byte| is_of_windows(*byte)));
    let mut names = Vec::with_capacity(raw.len());
    for (at, raw) in raw.iter().enumerate() {
        names.push(match std::str::from_utf8(raw) {
            Ok(name) => name.to_owned(),
            // The `zip` crate decodes CP437.
            Err(_) if is_dos && !chinese => match zip.name_for_index(at) {
                Some(name) => name.map_err(|e| of_zip(&e))?.into_owned(),
                None => String::new(),
            },
            Err(_) => letters(raw, chinese).into_owned(),
        });
    }
    // Some Windows programs write `\` for `/`; elsewhere a name may contain one.
    let is_backwards = !names.iter().any(|name| name.contains('/'));
    let turned = names.into_iter().map(|name| if is_backwards { name.replace('\\', "/") } else { name });
    Ok(turned.map(|name| if name.ends_with('/') { of_folder(&name) } else { plain(&name).into_owned() }).collect())
}

/// Normalizes a folder's name to end in `/`; that of `./` is empty.
fn of_folder(name: &str) -> String {
    format!("{}/", plain(name.trim_end_matches('/')))
}

/// Returns true for a letter of Windows-1252 that is box drawing or mathematics in CP437.
fn is_of_windows(byte: u8) -> bool {
    matches!(byte, 0xb0..=0xe0 | 0xe2..=0xff)
}
