//! Pictures coded with HEVC (ITU-T H.265). hpvcd reads files, so each coded picture goes to it as a file of its own; its tiles
//! can then be decoded one by one, in the memory of a row of them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hpvcd::{DecodedYuv, Decoder, HeicSettings, PlaneBuffer, YuvBuffer};

use super::planes::Planes;
use super::sps;
use crate::photos::DecodeError;
use crate::photos::container::heif::Codes;

/// Decodes one picture after the other.
pub struct Hevc(Decoder);

impl Hevc {
    pub fn new() -> Self {
        Self(Decoder::from_settings(HeicSettings::new().with_threads(1).primary_only()))
    }

    /// Decodes a picture with its parameters (`hvcC`).
    pub fn decode(&self, parameters: &[u8], data: &[u8]) -> Result<Box<dyn Planes>, DecodeError> {
        let size = sps::of(parameters).ok_or(DecodeError::Damaged)?.size;
        let file = file(parameters, data, size).ok_or(DecodeError::TooLarge)?;
        let decoded = catch_unwind(AssertUnwindSafe(|| self.0.decode_yuv(&file)));
        match decoded {
            Ok(Ok(picture)) => Ok(Box::new(picture)),
            Ok(Err(why)) => Err(cause(&why)),
            Err(_panic) => Err(DecodeError::Damaged),
        }
    }
}

fn cause(why: &hpvcd::DecodeError) -> DecodeError {
    match why {
        hpvcd::DecodeError::LimitExceeded { .. } | hpvcd::DecodeError::AllocationFailed { .. } => DecodeError::TooLarge,
        hpvcd::DecodeError::Unsupported(_)
        | hpvcd::DecodeError::UnsupportedChroma(_)
        | hpvcd::DecodeError::UnsupportedBitDepth(_) => DecodeError::Variant("HEIC"),
        _ => DecodeError::Damaged,
    }
}

impl Planes for DecodedYuv {
    fn size(&self) -> [usize; 2] {
        [self.planes.width(), self.planes.height()]
    }

    fn bits(&self) -> u32 {
        self.bit_depth.bits().into()
    }

    fn shifts(&self) -> Option<[usize; 2]> {
        let halves = [self.chroma.sub_w(), self.chroma.sub_h()].map(|by| usize::from(by == 2));
        (!self.chroma.is_monochrome()).then_some(halves)
    }

    fn codes(&self) -> Option<Codes> {
        let told = self.color.cicp?;
        Some(Codes { colour: [told.primaries as u8, told.transfer as u8, told.matrix as u8], full: told.full_range })
    }

    fn line(&self, plane: usize, y: usize, out: &mut Vec<u16>) {
        fn row<T: Copy>(planes: [Option<&PlaneBuffer<T>>; 3], plane: usize, y: usize) -> &[T] {
            planes.get(plane).copied().flatten().and_then(|plane| plane.row(y)).unwrap_or_default()
        }
        out.clear();
        match &self.planes {
            YuvBuffer::U8(all) => {
                let planes = [Some(&all.y), all.cb.as_ref(), all.cr.as_ref()];
                out.extend(row(planes, plane, y).iter().map(|value| u16::from(*value)));
            }
            YuvBuffer::U16(all) => {
                out.extend_from_slice(row([Some(&all.y), all.cb.as_ref(), all.cr.as_ref()], plane, y));
            }
        }
    }
}

/// Writes a file of one picture (ISO/IEC 23008-12).
fn file(parameters: &[u8], data: &[u8], [width, height]: [u32; 2]) -> Option<Vec<u8>> {
    let ispe = [&[0; 4][..], &width.to_be_bytes(), &height.to_be_bytes()].concat();
    let properties = [piece(*b"hvcC", parameters)?, piece(*b"ispe", &ispe)?].concat();
    // Item 1 has both properties, of which the first is needed.
    let iprp = [piece(*b"ipco", &properties)?, piece(*b"ipma", b"\0\0\0\0\0\0\0\x01\0\x01\x02\x81\x02")?].concat();
    let infe = piece(*b"infe", b"\x02\0\0\0\0\x01\0\0hvc1\0")?;
    let length = u32::try_from(data.len()).ok()?;
    let description = |place: u32| {
        // Offsets and lengths of four bytes; one item of one piece.
        let iloc = [&b"\0\0\0\0\x44\0\0\x01\0\x01\0\0\0\x01"[..], &place.to_be_bytes(), &length.to_be_bytes()].concat();
        let parts = [
            vec![0; 4],
            piece(*b"hdlr", b"\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0")?,
            piece(*b"pitm", b"\0\0\0\0\0\x01")?,
            piece(*b"iloc", &iloc)?,
            piece(*b"iinf", &[&b"\0\0\0\0\0\x01"[..], &infe].concat())?,
            piece(*b"iprp", &iprp)?,
        ];
        Some([piece(*b"ftyp", b"heic\0\0\0\0mif1heic")?, piece(*b"meta", &parts.concat())?].concat())
    };
    let place = u32::try_from(description(0)?.len() + 8).ok()?;
    Some([description(place)?, piece(*b"mdat", data)?].concat())
}

fn piece(kind: [u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(data.len() + 8).ok()?.to_be_bytes();
    Some([&length[..], &kind, data].concat())
}
