//! A PNG reduced to the chunks that its pixels and colours need, byte for byte (PNG 3.0).

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit as inflate;

use super::jpeg::is_profile;
use crate::photos::container::MAX_PROFILE;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Rebuilds the file, with the Exif block and XMP packet if given. `None` if its chunks cannot be followed to the end.
pub fn file(bytes: &[u8], exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut out = SIGNATURE.to_vec();
    let mut seen = Vec::new();
    let mut frames = 0_usize;
    loop {
        // A missing end does no harm.
        if rest.is_empty() {
            out.extend(chunk(*b"IEND", &[]));
            return (frames > 0).then_some(out);
        }
        // Length, type, data, checksum.
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let (whole, kind) = (rest.get(..length.checked_add(12)?)?, rest.get(4..8)?);
        let data = whole.get(8..8 + length)?;
        rest = &rest[whole.len()..];
        if out.len() == SIGNATURE.len() && kind != b"IHDR" {
            return None;
        }
        let is_first = !seen.contains(&kind);
        match kind {
            b"IDAT" | b"fdAT" => {
                frames += 1;
                if is_sound(whole) { out.extend(whole) } else { return None }
            }
            b"iCCP" if is_first => out.extend(profile(data).unwrap_or_default()),
            b"IEND" => {
                out.extend(chunk(*b"IEND", &[]));
                return (frames > 0).then_some(out);
            }
            _ if (fits(kind, data) && is_first) || (kind == b"fcTL" && data.len() == 26) => {
                if is_sound(whole) {
                    out.extend(whole);
                } else if is_critical(kind) {
                    return None;
                }
            }
            // An unknown critical chunk.
            _ if is_critical(kind) && is_first => return None,
            _ => {}
        }
        if kind == b"IHDR" {
            // At the front, so that the head of the file suffices for them.
            out.extend(exif.map(|block| chunk(*b"eXIf", block)).unwrap_or_default());
            out.extend(
                xmp.map(|packet| chunk(*b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", packet].concat()))
                    .unwrap_or_default(),
            );
        }
        if is_first {
            seen.push(kind);
        }
    }
}

/// Returns whether a chunk may stay and has the length it should.
fn fits(kind: &[u8], data: &[u8]) -> bool {
    match kind {
        b"IHDR" => data.len() == 13,
        b"PLTE" => data.len().is_multiple_of(3) && data.len() <= 768,
        b"tRNS" => data.len() <= 256,
        b"gAMA" | b"cICP" => data.len() == 4,
        b"cHRM" => data.len() == 32,
        b"sRGB" => data.len() == 1,
        b"mDCV" => data.len() == 24,
        b"cLLI" | b"acTL" => data.len() == 8,
        b"sBIT" => data.len() <= 4,
        b"bKGD" => data.len() <= 6,
        b"pHYs" => data.len() == 9,
        _ => false,
    }
}

fn is_critical(kind: &[u8]) -> bool {
    kind.first().is_some_and(u8::is_ascii_uppercase)
}

fn is_sound(chunk: &[u8]) -> bool {
    let (body, sum) = chunk.split_at(chunk.len() - 4);
    crc32fast::hash(&body[4..]).to_be_bytes() == *sum
}

/// Recompresses a colour profile, which drops its name and any trailing data.
fn profile(data: &[u8]) -> Option<Vec<u8>> {
    let name = data.iter().position(|&b| b == 0)?;
    let packed = data.get(name + 1..)?.strip_prefix(b"\0")?;
    let unpacked = inflate(packed, MAX_PROFILE).ok().filter(|profile| is_profile(profile))?;
    Some(chunk(*b"iCCP", &[b"ICC\0\0", &compress_to_vec_zlib(&unpacked, 6)[..]].concat()))
}

fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap_or_default().to_be_bytes();
    let body = [&kind, data].concat();
    [&length[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
}
