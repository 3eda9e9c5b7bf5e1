//! Size and metadata blocks of a PNG (PNG 1.2 and its eXIf extension 1.5.0, XMP part 3). Neither pixels nor checksums are
//! read.

use std::borrow::Cow;

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit as inflate;

use super::fields::{array, be32, cut, has, index, slice};
use super::jpeg::iptc_of_resources;
use super::{Blocks, MAX_PROFILE, MAX_XMP};

const XMP: &[u8] = b"XML:com.adobe.xmp";
/// The keywords of texts about the picture (PNG 3.0, 11.3.3.1).
pub const NAMES: [&[u8]; 5] = [b"Title", b"Description", b"Author", b"Copyright", b"Creation Time"];
/// Keywords of blocks copied from other formats: XMP, IPTC, and IPTC in Photoshop's resources.
const COPIES: [&[u8]; 3] = [b"Raw profile type xmp", b"Raw profile type iptc", b"Raw profile type 8bim"];

/// Iterates over the complete chunks, each with its type.
struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
}

fn chunks(bytes: &[u8]) -> Chunks<'_> {
    // After the signature.
    Chunks { bytes, at: 8 }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = ([u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        // Length, type, data, checksum (PNG 1.2, 3.2).
        let length = index(be32(self.bytes, self.at)?)?;
        let kind = array(self.bytes, self.at.checked_add(4)?)?;
        let from = self.at.checked_add(8)?;
        let data = slice(self.bytes, from, length)?;
        self.at = from.checked_add(length)?.checked_add(4)?;
        Some((kind, data))
    }
}

/// Returns width and height from IHDR, always the first chunk (PNG 1.2, 4.1.1).
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    if !has(bytes, 12, b"IHDR") {
        return None;
    }
    let side = |at| be32(bytes, at).filter(|&side| i32::try_from(side).is_ok());
    Some([side(16)?, side(20)?])
}

/// Returns the TIFF structure of the eXIf chunk.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    chunks(bytes).find(|(kind, _)| kind == b"eXIf").map(|(_, data)| super::without_exif_mark(data))
}

/// Collects all metadata blocks. Only the first of each kind, so that a file full of compressed chunks costs little.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let mut blocks = Blocks::default();
    let (mut profile, mut packet) = (None, None);
    let mut texts: Vec<(&'static [u8], [u8; 4], &[u8])> = Vec::new();
    for (kind, data) in chunks(bytes) {
        match &kind {
            b"eXIf" => blocks.exif = blocks.exif.or_else(|| Some(Cow::Borrowed(super::without_exif_mark(data)))),
            b"iCCP" => profile = profile.or(Some(data)),
            b"iTXt" if data.starts_with(XMP) => {
                packet = packet.or_else(|| data.strip_prefix(XMP)?.strip_prefix(b"\0"));
            }
            b"tEXt" | b"zTXt" | b"iTXt" => {
                let Some((name, rest)) = cut(data, 0) else { continue };
                let known = NAMES.iter().chain(&COPIES).find(|known| known.eq_ignore_ascii_case(name));
                if let Some(known) = known.filter(|known| !texts.iter().any(|(name, ..)| name == *known)) {
                    texts.push((known, kind, rest));
                }
            }
            _ => {}
        }
    }
    blocks.icc = profile.and_then(profile_of);
    blocks.xmp = packet.and_then(packet_of);
    for (name, kind, data) in texts {
        let Some(text) = text_of(kind, data) else { continue };
        match name {
            _ if name == COPIES[0] => blocks.xmp = blocks.xmp.or_else(|| copied(&text).map(Cow::Owned)),
            // Bare records, or Photoshop's resources around them.
            _ if name == COPIES[1] || name == COPIES[2] => {
                let records =
                    copied(&text).map(|all| iptc_of_resources(&all).map_or_else(|| all.clone(), <[u8]>::to_vec));
                blocks.iptc = blocks.iptc.or(records.map(Cow::Owned));
            }
            _ => blocks.texts.push((name, text.into_owned())),
        }
    }
    blocks
}

/// Returns the text of a chunk, after its keyword (PNG 3.0, 11.3.3).
fn text_of(kind: [u8; 4], data: &[u8]) -> Option<Cow<'_, [u8]>> {
    match &kind {
        b"zTXt" => inflate(data.strip_prefix(b"\0")?, MAX_XMP).ok().map(Cow::Owned),
        b"iTXt" => packet_of(data),
        _ => (data.len() <= MAX_XMP).then_some(Cow::Borrowed(data)),
    }
}

/// Decodes ImageMagick's copies: a line break, a name, the length, and the bytes in hex.
fn copied(text: &[u8]) -> Option<Vec<u8>> {
    let mut lines = text.splitn(4, |&b| b == b'\n').skip(2);
    let length: usize = std::str::from_utf8(lines.next()?).ok()?.trim().parse().ok()?;
    let digits = lines.next()?.iter().filter_map(|b| char::from(*b).to_digit(16)).filter_map(|d| u8::try_from(d).ok());
    let digits: Vec<u8> = digits.collect();
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    (bytes.len() == length).then_some(bytes)
}

/// Reads a name, the method 0, and the compressed profile (PNG 1.2, 4.2.2.4).
fn profile_of(data: &[u8]) -> Option<Cow<'_, [u8]>> {
    let (_, rest) = cut(data, 0)?;
    let packed = rest.strip_prefix(b"\0")?;
    inflate(packed, MAX_PROFILE).ok().filter(|p| !p.is_empty()).map(Cow::Owned)
}

/// Reads, after the keyword, a flag, the method, a language, a translated keyword and the text (PNG 1.2, 4.2.3.3).
fn packet_of(data: &[u8]) -> Option<Cow<'_, [u8]>> {
    let [flag, method, rest @ ..] = data else { return None };
    let (_, rest) = cut(rest, 0)?;
    let (_, text) = cut(rest, 0)?;
    match (flag, method) {
        (0, _) => (text.len() <= MAX_XMP).then_some(Cow::Borrowed(text)),
        (1, 0) => inflate(text, MAX_XMP).ok().map(Cow::Owned),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec_zlib;

    use super::*;

    fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).expect("short").to_be_bytes();
        [&length[..], kind, data, &[0; 4]].concat()
    }

    fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
        let header = chunk(b"IHDR", &[0, 0, 1, 0, 0, 0, 0, 9, 8, 2, 0, 0, 0]);
        [b"\x89PNG\r\n\x1a\n".to_vec(), header, chunks.concat()].concat()
    }

    #[test]
    fn blocks_are_found_before_and_after_the_pixels() {
        let packed = [&b"XML:com.adobe.xmp\0\x01\0\0\0"[..], &compress_to_vec_zlib(b"<x/>", 6)].concat();
        let profile = [&b"name\0\0"[..], &compress_to_vec_zlib(b"profile", 6)].concat();
        let chunks =
            [chunk(b"iCCP", &profile), chunk(b"IDAT", b"pixels"), chunk(b"eXIf", b"II*\0"), chunk(b"iTXt", &packed)];
        let file = png(&chunks);
        assert_eq!(size(&file), Some([256, 9]));
        let blocks = blocks(&file);
        assert_eq!(blocks.icc.as_deref(), Some(&b"profile"[..]));
        assert_eq!(blocks.exif.as_deref(), Some(&b"II*\0"[..]));
        assert_eq!(blocks.xmp.as_deref(), Some(&b"<x/>"[..]));
    }

    #[test]
    fn texts_and_copies_of_other_blocks_are_found() {
        let packed = compress_to_vec_zlib(b"\nxmp\n       4\n3c78\n2f3e\n", 6);
        let file = png(&[
            chunk(b"IDAT", b"pixels"),
            chunk(b"tEXt", b"Title\0A"),
            chunk(b"tEXt", b"Title\0B"),
            chunk(b"iTXt", b"Description\0\0\0en\0\0C"),
            chunk(b"tEXt", b"Software\0D"),
            chunk(b"zTXt", &[b"raw profile type XMP\0\0", &packed[..]].concat()),
        ]);
        let blocks = blocks(&file);
        assert_eq!(blocks.texts, [(NAMES[0], b"A".to_vec()), (NAMES[1], b"C".to_vec())]);
        assert_eq!(blocks.xmp.as_deref(), Some(&b"<x/>"[..]));
    }

    #[test]
    fn what_inflates_past_the_limit_is_ignored() {
        let bomb = [&b"name\0\0"[..], &compress_to_vec_zlib(&vec![0; MAX_PROFILE + 1], 6)].concat();
        assert_eq!(blocks(&png(&[chunk(b"iCCP", &bomb)])).icc, None);
        let plain = png(&[chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>")]);
        assert_eq!(blocks(&plain).xmp.as_deref(), Some(&b"<x/>"[..]));
    }

    #[test]
    fn a_length_beyond_the_bytes_ends_the_walk() {
        let mut file = png(&[]);
        file.extend([0xFF; 8]);
        assert_eq!(blocks(&file).exif, None);
        assert_eq!(exif(&file[..3]), None);
    }
}
