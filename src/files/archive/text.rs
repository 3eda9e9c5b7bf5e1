//! The names of an archive's files in letters.
//!
//! A name that says so is UTF-8, and so is one that can be it. Others are Chinese (GBK), as a Chinese Windows writes them, or of one byte a
//! letter: that of DOS (CP437), which ZIP means where it says nothing, or that of Windows. All such names of an archive come from one
//! machine, and are read alike.

use super::super::names::{letters, looks_chinese, plain};
use super::{Zip, of_zip};
use crate::files::ReadError;

/// The name of every entry, in the order of the directory, with `/` between folders and at the end of a folder's own.
///
/// # Errors
/// Where the directory cannot be read.
pub fn names(zip: &Zip) -> Result<Vec<String>, ReadError> {
    let raw: Vec<&[u8]> = zip.file_names_raw().collect();
    let odd: Vec<&[u8]> = raw.iter().filter(|name| std::str::from_utf8(name).is_err()).copied().collect();
    let chinese = odd.iter().filter(|name| looks_chinese(name)).count() * 2 > odd.len();
    let is_dos = !odd.iter().any(|name| name.iter().any(|byte| is_of_windows(*byte)));
    let mut names = Vec::with_capacity(raw.len());
    for (at, raw) in raw.iter().enumerate() {
        names.push(match std::str::from_utf8(raw) {
            Ok(name) => name.to_owned(),
            // The archive's reader knows CP437.
            Err(_) if is_dos && !chinese => match zip.name_for_index(at) {
                Some(name) => name.map_err(|e| of_zip(&e))?.into_owned(),
                None => String::new(),
            },
            Err(_) => letters(raw, chinese).into_owned(),
        });
    }
    // Some programs of Windows write `\` in place of `/`; elsewhere a name may hold one.
    let is_backwards = !names.iter().any(|name| name.contains('/'));
    let turned = names.into_iter().map(|name| if is_backwards { name.replace('\\', "/") } else { name });
    Ok(turned.map(|name| if name.ends_with('/') { name } else { plain(&name).into_owned() }).collect())
}

/// True for a byte that is a letter in Windows-1252, and a line of a frame or a sign of mathematics in CP437.
fn is_of_windows(byte: u8) -> bool {
    matches!(byte, 0xb0..=0xe0 | 0xe2..=0xff)
}
