//! The eight orientations of Exif (2.32, tag 274).

use image::metadata::Orientation;
use image::{DynamicImage, RgbaImage};

use super::Pixels;

/// Returns true if width and height are swapped.
#[must_use]
pub fn swaps(orientation: u8) -> bool {
    (5..=8).contains(&orientation)
}

/// Applies the orientation to stored pixels.
#[must_use]
pub fn upright(pixels: Pixels, orientation: u8) -> Pixels {
    let turn = match Orientation::from_exif(orientation) {
        None | Some(Orientation::NoTransforms) => return pixels,
        Some(turn) => turn,
    };
    let Pixels { width, height, rgba } = pixels;
    let Some(image) = RgbaImage::from_raw(width, height, rgba) else {
        return Pixels { width: 0, height: 0, rgba: Vec::new() };
    };
    let mut image = DynamicImage::ImageRgba8(image);
    image.apply_orientation(turn);
    let image = image.into_rgba8();
    Pixels { width: image.width(), height: image.height(), rgba: image.into_raw() }
}

/// Maps a rectangle `[left, top, width, height]` of the upright picture into the stored one of the given size.
#[must_use]
pub fn stored([x, y, w, h]: [u32; 4], orientation: u8, [width, height]: [u32; 2]) -> [u32; 4] {
    // The far edges, in the axes of the stored picture.
    let [far_x, far_y] = if swaps(orientation) { [y + h, x + w] } else { [x + w, y + h] };
    let [right, bottom] = [width.saturating_sub(far_x), height.saturating_sub(far_y)];
    match orientation {
        2 => [right, y, w, h],
        3 => [right, bottom, w, h],
        4 => [x, bottom, w, h],
        5 => [y, x, h, w],
        6 => [y, bottom, h, w],
        7 => [right, bottom, h, w],
        8 => [right, x, h, w],
        _ => [x, y, w, h],
    }
}

#[cfg(test)]
mod tests {
    use super::{Pixels, stored, swaps, upright};

    /// A picture whose pixels encode their position.
    fn numbered(width: u32, height: u32) -> Pixels {
        let byte = |n: u32| u8::try_from(n).expect("a small picture");
        let rgba = (0..height).flat_map(|y| (0..width).flat_map(move |x| [byte(x), byte(y), 7, 255])).collect();
        Pixels { width, height, rgba }
    }

    fn part(of: &Pixels, [x, y, w, h]: [u32; 4]) -> Pixels {
        let row = |y: u32| &of.rgba[((y * of.width + x) * 4) as usize..((y * of.width + x + w) * 4) as usize];
        Pixels { width: w, height: h, rgba: (y..y + h).flat_map(|y| row(y).to_vec()).collect() }
    }

    #[test]
    fn a_part_of_the_upright_picture_is_the_turned_part_of_the_stored_one() {
        let size = [13, 7];
        let whole = numbered(size[0], size[1]);
        for orientation in 0..=9 {
            let turned = upright(whole.clone(), orientation);
            assert_eq!(turned.width == size[1], swaps(orientation));
            let wanted = [2, 1, 4, 3];
            let there = stored(wanted, orientation, size);
            assert_eq!(upright(part(&whole, there), orientation), part(&turned, wanted), "orientation {orientation}");
        }
    }
}
