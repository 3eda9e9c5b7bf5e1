//! A WebP reduced to the chunks that its pixels and colours need, byte for byte (RFC 9649).

use super::jpeg::is_profile;
use crate::photos::container::fields::{index, le32};

/// VP8X flags for metadata,
const PROFILE: u8 = 0x20;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;
/// and for the pixels.
const ALPHA: u8 = 0x10;
const ANIMATION: u8 = 0x02;

/// Rebuilds the file, with the Exif block and XMP packet if given. `None` if its chunks cannot be followed to the end.
pub fn file(bytes: &[u8], exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Option<Vec<u8>> {
    let length = index(le32(bytes, 4)?)?;
    let inside = bytes.get(12..length.checked_add(8)?.min(bytes.len()))?;
    let (mut profile, mut pixels) = (None, Vec::new());
    let (mut canvas, mut flags) = (None, 0);
    for (name, data) in chunks(inside)? {
        match &name {
            b"VP8X" if canvas.is_none() => {
                canvas = Some(data.get(4..10)?);
                flags = data.first()? & (ALPHA | ANIMATION);
            }
            b"ICCP" if profile.is_none() && is_profile(data) => profile = Some(data),
            b"ANIM" if data.len() == 6 => put(&mut pixels, name, data),
            b"ANMF" => put(&mut pixels, name, &frame(data)?),
            b"VP8 " | b"VP8L" | b"ALPH" => put(&mut pixels, name, still(name, data)?),
            _ => {}
        }
    }
    if pixels.is_empty() {
        return None;
    }
    let tagged = [(PROFILE, profile), (EXIF, exif), (XMP, xmp)];
    let tagged = tagged.iter().filter(|(_, block)| block.is_some()).fold(0, |tagged, (flag, _)| tagged | flag);
    let mut out = Vec::new();
    let canvas = match canvas {
        Some(canvas) => Some((flags, <[u8; 6]>::try_from(canvas).ok()?)),
        // The simple format has no place for metadata.
        None if tagged != 0 => Some((plain_alpha(bytes), canvas_of(bytes)?)),
        None => None,
    };
    if let Some((flags, canvas)) = canvas {
        put(&mut out, *b"VP8X", &[&[flags | tagged, 0, 0, 0], &canvas[..]].concat());
    }
    put_some(&mut out, *b"ICCP", profile);
    out.extend(pixels);
    put_some(&mut out, *b"EXIF", exif);
    put_some(&mut out, *b"XMP ", xmp);
    let length = u32::try_from(out.len() + 4).ok()?.to_le_bytes();
    Some([b"RIFF", &length, b"WEBP", &out[..]].concat())
}

/// Returns the chunks, each with its name; `None` if the last is truncated.
fn chunks(mut bytes: &[u8]) -> Option<Vec<([u8; 4], &[u8])>> {
    let mut all = Vec::new();
    // A file that lacks only its last padding byte is valid all the same.
    while bytes.len() >= 8 {
        let name: [u8; 4] = *bytes.first_chunk()?;
        let length = index(le32(bytes, 4)?)?;
        all.push((name, bytes.get(8..length.checked_add(8)?)?));
        bytes = bytes.get(8 + length.checked_next_multiple_of(2)?..).unwrap_or_default();
    }
    Some(all)
}

/// Cleans an animation frame: its position and duration, then its pixels.
fn frame(data: &[u8]) -> Option<Vec<u8>> {
    let (head, inner) = data.split_at_checked(16)?;
    let mut out = head.to_vec();
    for (name, data) in chunks(inner)? {
        if matches!(&name, b"VP8 " | b"VP8L" | b"ALPH") {
            put(&mut out, name, still(name, data)?);
        }
    }
    Some(out)
}

/// Returns the pixels of a picture or frame, if they begin as their name demands.
fn still(name: [u8; 4], data: &[u8]) -> Option<&[u8]> {
    let is_sound = match &name {
        b"VP8 " => data.get(3..6) == Some(&[0x9D, 0x01, 0x2A]),
        b"VP8L" => data.first() == Some(&0x2F),
        _ => data.first().is_some_and(|head| head & 0xC0 == 0),
    };
    is_sound.then_some(data)
}

/// Returns the alpha flag of a file without VP8X: VP8L has it after the size.
fn plain_alpha(bytes: &[u8]) -> u8 {
    let is_used = bytes.get(12..16) == Some(b"VP8L") && bytes.get(24).is_some_and(|bits| bits & 0x10 != 0);
    if is_used { ALPHA } else { 0 }
}

/// Encodes the canvas size for VP8X: three bytes each, minus one.
fn canvas_of(bytes: &[u8]) -> Option<[u8; 6]> {
    let [width, height] = crate::photos::container::size(bytes)?.map(|side| (side - 1).to_le_bytes());
    Some([width[0], width[1], width[2], height[0], height[1], height[2]])
}

fn put(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    out.extend(name);
    out.extend(u32::try_from(data.len()).unwrap_or_default().to_le_bytes());
    out.extend(data);
    out.extend(vec![0; data.len() % 2]);
}

fn put_some(out: &mut Vec<u8>, name: [u8; 4], data: Option<&[u8]>) {
    if let Some(data) = data {
        put(out, name, data);
    }
}
