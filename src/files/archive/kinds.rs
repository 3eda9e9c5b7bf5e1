//! The kind of an archive, and the compression of its entries; unsupported ones are named.

use std::fs::File;
use std::io::{self, Read as _, Seek as _};
use std::path::Path;

use zip::CompressionMethod as Method;

use super::{Zip, of_zip};
use crate::files::{ReadError, regular};

/// Magic bytes of other archive formats.
const KINDS: [(&str, &[u8]); 12] = [
    ("7z", b"7z\xbc\xaf\x27\x1c"),
    ("RAR", b"Rar!\x1a\x07"),
    ("gzip", b"\x1f\x8b"),
    ("xz", b"\xfd7zXZ\0"),
    ("bzip2", b"BZh"),
    ("zstd", b"\x28\xb5\x2f\xfd"),
    ("LZ4", b"\x04\x22\x4d\x18"),
    ("LZIP", b"LZIP"),
    ("CAB", b"MSCF\0\0\0\0"),
    ("StuffIt", b"StuffIt"),
    ("xar", b"xar!"),
    ("ZIP (multi-part)", b"PK\x07\x08"),
];
/// Offset of `tar`'s magic bytes.
const TAR_AT: usize = 257;

/// Returns the kind of an archive other than ZIP, by its magic bytes.
pub fn of(file: &mut File) -> io::Result<Option<&'static str>> {
    let mut head = Vec::new();
    file.take(512).read_to_end(&mut head)?;
    file.rewind()?;
    let known = KINDS.iter().find(|(_, magic)| head.starts_with(magic)).map(|(name, _)| *name);
    let is_tar = head.get(TAR_AT..).is_some_and(|rest| rest.starts_with(b"ustar"));
    let is_lzh = head.get(2..5) == Some(b"-lh") && head.get(6) == Some(&b'-');
    Ok(known.or(is_tar.then_some("tar")).or(is_lzh.then_some("LZH")))
}

/// Returns the kind of the archive at a path, other than ZIP; `None` if it is none.
pub fn other_kind(path: &Path) -> Option<&'static str> {
    of(&mut regular::open(path).ok()?).ok().flatten()
}

/// A readable entry.
pub struct Entry {
    /// The claimed size.
    pub size: u64,
    /// The compressed size.
    pub packed: u64,
    /// True if it is uncompressed.
    pub is_stored: bool,
}

/// Checks whether an entry can be read.
///
/// # Errors
/// If it is encrypted, a link, or compressed by an unsupported method.
pub fn readable(zip: &Zip, at: usize) -> Result<Entry, ReadError> {
    let entry = zip.by_index_data(at).map_err(|e| of_zip(&e))?;
    let method = entry.compression();
    if entry.encrypted() || method == Method::AES {
        return Err(ReadError::Encrypted);
    }
    if !matches!(method, Method::Stored | Method::Deflated) {
        return Err(ReadError::Method(name(method)));
    }
    if entry.is_symlink() {
        return Err(ReadError::LeadsOut);
    }
    Ok(Entry { size: entry.size(), packed: entry.compressed_size(), is_stored: method == Method::Stored })
}

/// Returns a method's name in common programs.
fn name(method: Method) -> &'static str {
    let names = [
        (Method::SHRINK, "Shrink"),
        (Method::REDUCE_1, "Reduce"),
        (Method::REDUCE_2, "Reduce"),
        (Method::REDUCE_3, "Reduce"),
        (Method::REDUCE_4, "Reduce"),
        (Method::IMPLODE, "Implode"),
        (Method::DEFLATE64, "Deflate64"),
        (Method::PKWARE_IMPLODE, "PKWARE Implode"),
        (Method::BZIP2, "bzip2"),
        (Method::LZMA, "LZMA"),
        (Method::ZSTD, "zstd"),
        (Method::ZSTD_DEPRECATED, "zstd"),
        (Method::MP3, "MP3"),
        (Method::XZ, "xz"),
        (Method::JPEG, "WinZip JPEG"),
        (Method::WAVPACK, "WavPack"),
        (Method::PPMD, "PPMd"),
    ];
    names.iter().find(|(known, _)| *known == method).map_or("ZIP+", |(_, name)| name)
}
