//! Texts of an EXIF block (Exif 2.32; Windows' own fields for title and comment). The directory of GPS is never opened.

use super::Said;
use crate::photos::envelope::tiff::{Directory, Tiff};

/// The most bytes of a text that are looked at.
const MAX_BYTES: usize = 16 * 1024;

/// What the block says.
pub fn read(block: &[u8]) -> Said {
    let Some((tiff, first)) = Tiff::new(block).and_then(|tiff| Some((tiff, tiff.first()?))) else {
        return Said::default();
    };
    // The pointer to the directory of the camera's settings (Exif 2.32, 4.6.3).
    let settings = tiff.number(first, 0x8769).and_then(|offset| tiff.directory(offset));
    // DateTimeOriginal: when it was taken, not when the file was last changed. TIFF/EP has it in the first directory.
    let taken = settings.map(|directory| ascii(tiff, directory, 0x9003)).unwrap_or_default();
    let dates = vec![taken, ascii(tiff, first, 0x9003)];
    Said {
        // XPTitle.
        titles: vec![utf16(tiff, first, 0x9C9B)],
        // ImageDescription, XPComment.
        captions: vec![ascii(tiff, first, 0x010E), utf16(tiff, first, 0x9C9C)],
        // Artist.
        creators: vec![ascii(tiff, first, 0x013B)],
        rights: vec![copyright(tiff, first)],
        dates,
        ..Said::default()
    }
}

/// The bytes of a text, which ends with a zero.
fn text(tiff: Tiff<'_>, directory: Directory, tag: u16) -> &[u8] {
    let data = tiff.field(directory, tag).map(|field| field.data).unwrap_or_default();
    data.get(..MAX_BYTES.min(data.len())).unwrap_or_default()
}

fn ascii(tiff: Tiff<'_>, directory: Directory, tag: u16) -> String {
    // Behind the first zero there may be the rest of a longer text.
    text(tiff, directory, tag).split(|&b| b == 0).next().map(super::words::guess).unwrap_or_default()
}

/// The photographer's notice, a zero, the editor's; either may be blank (Exif 2.32, 4.6.4).
fn copyright(tiff: Tiff<'_>, directory: Directory) -> String {
    let parts = text(tiff, directory, 0x8298).split(|&b| b == 0).take(2).map(super::words::guess).collect::<Vec<_>>();
    super::words::joined(&parts, "; ")
}

/// Windows writes UTF-16, little-endian whatever the block is.
fn utf16(tiff: Tiff<'_>, directory: Directory, tag: u16) -> String {
    let units = text(tiff, directory, tag).chunks_exact(2).map(|pair| u16::from(pair[0]) | (u16::from(pair[1]) << 8));
    let units = units.take_while(|&unit| unit != 0);
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
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
        assert_eq!(said.captions[0], "A street");
        assert_eq!(said.rights, ["One; Two"]);
        assert_eq!(said.titles, ["拉的"]);
    }
}
