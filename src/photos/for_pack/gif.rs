//! A GIF reduced to pictures and timing, byte for byte (GIF89a).

/// Application extensions that only hold the loop count.
const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];
/// Adobe's header of an XMP packet, which is not in sub-blocks, and the trailer that leads block readers out of it.
const XMP: &[u8] = b"\x21\xFF\x0BXMP DataXMP";

/// Rebuilds the file, with the XMP packet if given. `None` if its blocks cannot be followed to the end.
pub fn file(bytes: &[u8], xmp: Option<&[u8]>) -> Option<Vec<u8>> {
    let palette = |flags: u8| if flags & 0x80 == 0 { 0 } else { 6 << (flags & 7) };
    let head = bytes.get(..13 + palette(*bytes.get(10)?))?;
    let mut out = head.to_vec();
    let (mut at, mut pictures) = (head.len(), 0_usize);
    if let Some(packet) = xmp {
        // Only this version has extensions.
        out.get_mut(..6)?.copy_from_slice(b"GIF89a");
        out.extend(XMP);
        out.extend(packet);
        out.push(1);
        out.extend((0..=255).rev());
        out.push(0);
    }
    loop {
        // Some writers omit the trailer.
        match bytes.get(at).copied().unwrap_or(0x3B) {
            0x3B => {
                out.push(0x3B);
                return (pictures > 0).then_some(out);
            }
            0x2C => {
                let data = at + 10 + palette(*bytes.get(at + 9)?) + 1;
                let end = blocks(bytes, data)?;
                out.extend(bytes.get(at..end)?);
                (at, pictures) = (end, pictures + 1);
            }
            0x21 => {
                let end = blocks(bytes, at + 2)?;
                let block = bytes.get(at..end)?;
                if is_needed(block) {
                    out.extend(block);
                }
                at = end;
            }
            _ => return None,
        }
    }
}

/// Returns true for graphic control and loop count extensions.
fn is_needed(block: &[u8]) -> bool {
    let timing = block.get(1) == Some(&0xF9) && block.get(2) == Some(&4) && block.len() == 8;
    let loops = |name: &[u8]| block.get(3..14) == Some(name) && block.get(14) == Some(&3) && block.len() == 19;
    timing || (block.get(1..3) == Some(&[0xFF, 11]) && LOOPS.into_iter().any(loops))
}

/// Returns the end of a sequence of sub-blocks, terminated by an empty one.
fn blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_timing_stay() {
        let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".to_vec();
        let loops = b"\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0".to_vec();
        let timing = b"\x21\xF9\x04\0\x0A\0\0\0".to_vec();
        let picture = b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0".to_vec();
        let secret = b"\x21\xFE\x0729.6500\0".to_vec();
        let other = b"\x21\xFF\x0BXMP DataXMP\x0729.6500\0".to_vec();
        let plain = [&head[..], &loops, &timing, &picture, b";"].concat();
        let tagged = [&head[..], &secret, &loops, &other, &timing, &picture, &secret, b";29.6500"].concat();
        assert_eq!(file(&tagged, None), Some(plain.clone()));
        assert_eq!(file(&plain, None), Some(plain.clone()));
        let tagged = file(&plain, Some(b"<x/>")).expect("sound");
        assert_eq!(file(&tagged, None), Some(plain.clone()), "readers of blocks pass over a packet");
        assert_eq!(file(&plain[..plain.len() - 1], None), Some(plain.clone()), "an end that is missing");
        assert_eq!(file(&plain[..plain.len() - 2], None), None);
    }
}
