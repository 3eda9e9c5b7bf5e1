//! Limits checked before anything is allocated, so that no file can exhaust memory.

use super::DecodeError;

/// The longest side in pixels; JPEG's own limit is 65,535.
const MAX_SIDE: u32 = 100_000;
/// The most pixels of a picture decoded row by row: a gigapixel panorama.
const MAX_PIXELS: u64 = 1_100_000_000;
/// The most bytes a decoder may hold: 100 megapixels of three bytes. With its output (`shrink`) and the program itself, this
/// stays below 450 MB.
pub const MAX_WHOLE_BYTES: u64 = 288 << 20;

/// Checks the dimensions of a picture decoded row by row.
///
/// # Errors
/// If it is empty or over the limits.
pub fn check([width, height]: [u32; 2]) -> Result<(), DecodeError> {
    if width == 0 || height == 0 {
        return Err(DecodeError::Damaged);
    }
    if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(DecodeError::TooLarge);
    }
    Ok(())
}

/// Checks the bytes of a picture that must be held whole.
///
/// # Errors
/// If they are over the limit.
pub fn check_whole(bytes: u64) -> Result<(), DecodeError> {
    if bytes > MAX_WHOLE_BYTES { Err(DecodeError::TooLarge) } else { Ok(()) }
}
