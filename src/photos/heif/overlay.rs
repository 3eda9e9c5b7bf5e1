//! A picture made of others laid over one another (ISO/IEC 23008-12, 6.6.2.2).

use super::Source;
use crate::photos::container::boxes::Numbers;
use crate::photos::rows::{PixelFormat, Sink};
use crate::photos::{DecodeError, limits};

/// Decodes all layers onto a canvas, then hands on its rows.
pub fn rows(source: &Source<'_>, id: u32, sink: &mut dyn Sink, depth: u8) -> Result<(), DecodeError> {
    let heif = source.heif;
    let data = heif.data(id).ok_or(DecodeError::Damaged)?;
    let layers = heif.to(*b"dimg", id);
    let Overlay { ground, size, places } = parsed(&data, layers.len()).ok_or(DecodeError::Damaged)?;
    if heif.coded_size(id) != Some(size) {
        return Err(DecodeError::Damaged);
    }
    limits::check(size)?;
    limits::check_whole(u64::from(size[0]) * u64::from(size[1]) * 4)?;
    let mut canvas = Canvas { size, rgba: ground.repeat(size[0] as usize * size[1] as usize), layer: None };
    for (layer, place) in layers.iter().zip(places) {
        canvas.layer = Some(Layer { place, width: 0, y: 0 });
        source.picture(*layer, &mut canvas, depth + 1)?;
    }
    sink.begin(size, PixelFormat::Rgba)?;
    canvas.rgba.chunks_exact(size[0] as usize * 4).for_each(|row| sink.row(row));
    Ok(())
}

struct Overlay {
    ground: [u8; 4],
    size: [u32; 2],
    places: Vec<[i64; 2]>,
}

fn parsed(data: &[u8], layers: usize) -> Option<Overlay> {
    let mut numbers = Numbers::new(data);
    let (version, flags) = (numbers.number(1)?, numbers.number(1)?);
    let wide = flags & 1 == 1;
    let mut ground = [0; 4];
    for value in &mut ground {
        // Sixteen bits, of which the upper eight are kept.
        *value = u8::try_from(numbers.number(2)? >> 8).ok()?;
    }
    let size = [numbers.short(wide)?, numbers.short(wide)?];
    let mut places = Vec::new();
    for _ in 0..layers {
        let mut signed = || {
            let number = numbers.short(wide)?;
            Some(if wide {
                i64::from(number.cast_signed())
            } else {
                i64::from(u16::try_from(number).ok()?.cast_signed())
            })
        };
        places.push([signed()?, signed()?]);
    }
    (version == 0).then_some(Overlay { ground, size, places })
}

/// What all layers are laid on.
struct Canvas {
    size: [u32; 2],
    rgba: Vec<u8>,
    layer: Option<Layer>,
}

/// The layer that is being decoded.
struct Layer {
    place: [i64; 2],
    width: u32,
    y: i64,
}

impl Sink for Canvas {
    fn begin(&mut self, [width, _]: [u32; 2], _inks: PixelFormat) -> Result<(), DecodeError> {
        if let Some(layer) = &mut self.layer {
            layer.width = width;
        }
        Ok(())
    }

    fn row(&mut self, pixels: &[u8]) {
        let [width, height] = self.size.map(i64::from);
        let Some(layer) = &mut self.layer else { return };
        let y = layer.place[1] + layer.y;
        layer.y += 1;
        if !(0..height).contains(&y) {
            return;
        }
        let (left, right) = (layer.place[0].clamp(0, width), (layer.place[0] + i64::from(layer.width)).clamp(0, width));
        let skipped = usize::try_from(left - layer.place[0]).unwrap_or(usize::MAX);
        let index = |x: i64| usize::try_from((y * width + x) * 4).unwrap_or(usize::MAX);
        let Some(under) = self.rgba.get_mut(index(left)..index(right)) else { return };
        for (under, over) in under.as_chunks_mut::<4>().0.iter_mut().zip(pixels.as_chunks::<4>().0.iter().skip(skipped))
        {
            lay(under, *over);
        }
    }
}

/// Lays a pixel over another; both have straight alpha.
fn lay(under: &mut [u8; 4], over: [u8; 4]) {
    let (above, below) = (u32::from(over[3]), u32::from(under[3]) * (255 - u32::from(over[3])) / 255);
    let alpha = above + below;
    for (to, from) in under.iter_mut().zip(over).take(3) {
        *to = u8::try_from((u32::from(from) * above + u32::from(*to) * below) / alpha.max(1)).unwrap_or(u8::MAX);
    }
    under[3] = u8::try_from(alpha).unwrap_or(u8::MAX);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_that_stick_out_are_cut_off() {
        let mut canvas = Canvas { size: [3, 1], rgba: vec![0; 12], layer: None };
        canvas.layer = Some(Layer { place: [-1, 0], width: 2, y: 0 });
        canvas.row(&[1, 1, 1, 255, 9, 9, 9, 255]);
        canvas.row(&[7; 8]);
        assert_eq!(canvas.rgba, [9, 9, 9, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
        let mut grey = [0, 0, 0, 255];
        lay(&mut grey, [200, 100, 0, 128]);
        assert_eq!(grey, [100, 50, 0, 255]);
    }

    #[test]
    fn numbers_of_either_width() {
        let short = [&[0, 0][..], &[0; 8], &[0, 9, 0, 8, 0xFF, 0xFE, 0, 1]].concat();
        let found = parsed(&short, 1).expect("it is read");
        assert_eq!((found.size, found.places), ([9, 8], vec![[-2, 1]]));
        assert!(parsed(&short, 2).is_none());
    }
}
