//! The XMP packet of a GIF (XMP part 3, 1.1.2): an application extension whose data are not in sub-blocks.

use memchr::memmem;

use super::MAX_XMP;

const XMP: &[u8] = b"\x21\xFF\x0BXMP DataXMP";
/// The "magic trailer" that leads block readers out of the packet, from its second byte.
const END: &[u8] = b"\xFF\xFE\xFD\xFC\xFB\xFA\xF9\xF8";

/// Finds the packet anywhere in the bytes at hand.
pub fn packet(bytes: &[u8]) -> Option<&[u8]> {
    let from = memmem::find(bytes, XMP)? + XMP.len();
    let rest = bytes.get(from..)?;
    let reach = rest.get(..rest.len().min(MAX_XMP + END.len()))?;
    let end = memmem::find(reach, END)?.checked_sub(1)?;
    rest.get(..end)
}
