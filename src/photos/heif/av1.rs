//! Pictures coded with AV1, as AVIF has them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use re_rav1d::dav1d::{Decoder, Error, Picture, PixelLayout, PlanarImageComponent, Settings, pixel};

use super::planes::Planes;
use crate::photos::DecodeError;
use crate::photos::container::heif::Codes;

/// Decodes a picture of at most so many pixels.
pub fn decode(data: &[u8], most: u64) -> Result<Box<dyn Planes>, DecodeError> {
    let mut settings = Settings::new();
    settings.set_n_threads(1);
    settings.set_max_frame_delay(1);
    settings.set_all_layers(false);
    settings.set_frame_size_limit(u32::try_from(most).unwrap_or(u32::MAX));
    let data = data.to_vec();
    let work = || {
        let mut decoder = Decoder::with_settings(&settings)?;
        match decoder.send_data(data, None, None, None) {
            // Of a sequence the first picture is enough.
            Ok(()) | Err(Error::Again) => decoder.get_picture(),
            Err(why) => Err(why),
        }
    };
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(picture)) => Ok(Box::new(picture)),
        Ok(Err(Error::UnsupportedBitstream)) => Err(DecodeError::Variant("AVIF")),
        Ok(Err(Error::NotEnoughMemory)) => Err(DecodeError::TooLarge),
        Ok(Err(_)) | Err(_) => Err(DecodeError::Damaged),
    }
}

impl Planes for Picture {
    fn size(&self) -> [usize; 2] {
        [self.width() as usize, self.height() as usize]
    }

    fn bits(&self) -> u32 {
        u32::try_from(self.bit_depth()).unwrap_or(8)
    }

    fn shifts(&self) -> Option<[usize; 2]> {
        match self.pixel_layout() {
            PixelLayout::I400 => None,
            PixelLayout::I420 => Some([1, 1]),
            PixelLayout::I422 => Some([1, 0]),
            PixelLayout::I444 => Some([0, 0]),
        }
    }

    fn codes(&self) -> Option<Codes> {
        // The library panics at a number that stands for nothing yet.
        let code = |read: &dyn Fn() -> u32| {
            catch_unwind(AssertUnwindSafe(read)).ok().and_then(|code| u8::try_from(code).ok()).unwrap_or(2)
        };
        let colour = [
            code(&|| self.color_primaries() as u32),
            code(&|| self.transfer_characteristic() as u32),
            code(&|| self.matrix_coefficients() as u32),
        ];
        Some(Codes { colour, full: matches!(self.color_range(), pixel::YUVRange::Full) })
    }

    fn line(&self, plane: usize, y: usize, out: &mut Vec<u16>) {
        out.clear();
        let component = match (plane, self.shifts()) {
            (0, _) => PlanarImageComponent::Y,
            (1, Some(_)) => PlanarImageComponent::U,
            (2, Some(_)) => PlanarImageComponent::V,
            _ => return,
        };
        let across = if plane == 0 { 0 } else { self.shifts().unwrap_or_default()[0] };
        let width = self.size()[0].div_ceil(1 << across);
        let bytes = self.plane(component);
        let Some(row) = bytes.get(y * self.stride(component) as usize..) else { return };
        if self.bits() == 8 {
            out.extend(row.iter().take(width).map(|value| u16::from(*value)));
        } else {
            out.extend(row.as_chunks::<2>().0.iter().take(width).map(|value| u16::from_ne_bytes(*value)));
        }
    }
}
