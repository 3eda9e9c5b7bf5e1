//! Captions of an EXIF block (Exif 2.32; Windows' own fields for title and comment). The GPS directory is never read.

use super::Said;
use super::encoding::{self, Guess};
use crate::photos::container::tiff::{Directory, Tiff};

/// The most bytes of a text that are read.
const MAX_BYTES: usize = 16 * 1024;

/// Reads the block.
pub fn read(block: &[u8]) -> Said {
    let Some((tiff, first)) = Tiff::new(block).and_then(|tiff| Some((tiff, tiff.first()?))) else {
        return Said::default();
    };
    // The pointer to the Exif directory (Exif 2.32, 4.6.3).
    let settings = tiff.number(first, 0x8769).and_then(|offset| tiff.directory(offset.into()));
    // ImageDescription, Artist, Copyright.
    let texts = [0x010E, 0x013B, 0x8298].map(|tag| text(tiff, first, tag));
    let guess = Guess::of(texts.iter().flat_map(|text| text.split(|&b| b == 0)));
    let [caption, artist, rights] = texts;
    // After the first zero there may be remains of a longer text.
    let ascii = |text: &[u8]| text.split(|&b| b == 0).next().map(|text| guess.text(text)).unwrap_or_default();
    // The photographer's notice, a zero, the editor's; either may be blank (Exif 2.32, 4.6.4).
    let rights: Vec<String> = rights.split(|&b| b == 0).take(2).map(|text| guess.text(text)).collect();
    // Windows writes UTF-16, little-endian in either kind of block.
    let windows = |tag| encoding::utf16(text(tiff, first, tag), None);
    let comment = settings.map(|settings| comment(tiff, settings)).unwrap_or_default();
    // DateTimeOriginal: when the picture was taken, not last changed. TIFF/EP has it in the first directory.
    let taken = [settings, Some(first)].into_iter().flatten().map(|directory| ascii(text(tiff, directory, 0x9003)));
    Said {
        // XPTitle.
        titles: vec![windows(0x9C9B).into()],
        // XPComment.
        entries: vec![ascii(caption).into(), windows(0x9C9C).into(), comment.into()],
        // XPAuthor.
        creators: vec![ascii(artist), windows(0x9C9D)],
        rights: vec![super::words::joined(&rights, "; ").into()],
        dates: taken.collect(),
        ..Said::default()
    }
}

/// Returns the bytes of a zero-terminated text.
fn text(tiff: Tiff<'_>, directory: Directory, tag: u16) -> &[u8] {
    let data = tiff.field(directory, tag).map(|field| field.data).unwrap_or_default();
    data.get(..MAX_BYTES.min(data.len())).unwrap_or_default()
}

/// UserComment: the first eight bytes name the encoding (Exif 2.32, 4.6.5).
fn comment(tiff: Tiff<'_>, settings: Directory) -> String {
    let Some((code, data)) = text(tiff, settings, 0x9286).split_first_chunk::<8>() else { return String::new() };
    let end = || data.iter().position(|&b| b == 0).and_then(|end| data.get(..end)).unwrap_or(data);
    match code {
        b"UNICODE\0" => encoding::utf16(data, Some(is_big_utf16(data, tiff.is_big_endian()))),
        b"JIS\0\0\0\0\0" => encoding::decode_as(end(), encoding_rs::ISO_2022_JP),
        b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0" => encoding::guess(end()),
        // Device data of unknown encoding.
        _ => String::new(),
    }
}

/// Guesses the byte order, since writers use the block's, their machine's or none in particular. Most characters of a text
/// share their high byte.
fn is_big_utf16(data: &[u8], block: bool) -> bool {
    let spread = |offset: usize| {
        let bytes = data.iter().skip(offset).step_by(2).take(500);
        bytes.collect::<std::collections::BTreeSet<_>>().len()
    };
    let (even, odd) = (spread(0), spread(1));
    // The side with fewer distinct bytes holds the high ones.
    if even == odd { block } else { even < odd }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_both_kinds() {
        let mut block = b"MM\0*\0\0\0\x08\0\x03".to_vec();
        let texts = [b"A street\0rest".to_vec(), b"One\0Two\0".to_vec(), b"\xC9b\x84v".to_vec()];
        let mut at = 10 + 3 * 12 + 4;
        for ((tag, kind), text) in [(0x010E_u16, 2_u16), (0x8298, 2), (0x9C9B, 1)].into_iter().zip(&texts) {
            let length = u32::try_from(text.len()).expect("short");
            block.extend(tag.to_be_bytes());
            block.extend(kind.to_be_bytes());
            block.extend(length.to_be_bytes());
            if length > 4 {
                block.extend(u32::to_be_bytes(at));
                at += length;
            } else {
                block.extend(text);
            }
        }
        block.extend([0; 4]);
        block.extend(texts[..2].concat());
        let said = read(&block);
        assert_eq!(said.entries[0].plain, "A street");
        assert_eq!(said.rights[0].plain, "One; Two");
        assert_eq!(said.titles[0].plain, "拉的");
    }
}
