//! Bounds-checked reads: `None` past the end, never a panic. Knows no format.

/// Returns the `N` bytes at `at`.
pub fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

/// Returns `length` bytes at `at`.
pub fn slice(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// Returns whether `what` is at `at`.
pub fn has(bytes: &[u8], at: usize, what: &[u8]) -> bool {
    slice(bytes, at, what.len()) == Some(what)
}

/// Reads a big-endian `u16`.
pub fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_be_bytes)
}

/// Reads a big-endian `u32`.
pub fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_be_bytes)
}

/// Reads a little-endian `u16`.
pub fn le16(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_le_bytes)
}

/// Reads a little-endian 24-bit number.
pub fn le24(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(|[a, b, c]| u32::from_le_bytes([a, b, c, 0]))
}

/// Reads a little-endian `u32`.
pub fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_le_bytes)
}

/// Converts a length or offset to an index; `None` if it exceeds `usize`.
pub fn index(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}

/// Splits at the first `byte`.
pub fn cut(bytes: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|&b| b == byte)?;
    Some((bytes.get(..at)?, bytes.get(at.checked_add(1)?..)?))
}
