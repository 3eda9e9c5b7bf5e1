//! What is taken at most, so that no file can exhaust memory. Checked before anything is allocated.

use super::DecodeError;

/// The longest side in pixels; JPEG's own limit is 65,535.
const MAX_SIDE: u32 = 100_000;
/// The most pixels of a picture that is read row by row: a gigapixel panorama.
const MAX_PIXELS: u64 = 1_100_000_000;
/// The most bytes of a picture that is held whole while it is decoded.
pub const MAX_WHOLE_BYTES: u64 = 300 << 20;

/// Checks the dimensions of a picture that is read row by row.
///
/// # Errors
/// Where it is empty or larger than what is taken.
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
/// Where they are more than what is taken.
pub fn check_whole(bytes: u64) -> Result<(), DecodeError> {
    if bytes > MAX_WHOLE_BYTES { Err(DecodeError::TooLarge) } else { Ok(()) }
}
