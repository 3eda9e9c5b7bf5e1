//! Cutting rectangles out of JPEGs: the pixels are those of the whole picture, and damaged files end nothing.

use mozjpeg::{ColorSpace, Compress, Decompress};
use vitrine::photos::JpegIndex;

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }
}

/// How a test picture is encoded.
#[derive(Clone, Copy, Debug)]
struct Kind {
    grey: bool,
    /// Width and height of a chroma sample in pixels.
    chroma: (u8, u8),
    optimised: bool,
    quality: f32,
}

/// Slopes, edges and noise: 3 bytes a pixel, or 1.
fn pixels(width: usize, height: usize, grey: bool) -> Vec<u8> {
    let (mut numbers, mut out) = (Numbers(7), Vec::new());
    for y in 0..height {
        for x in 0..width {
            let edge = (x / 37 + y / 23) % 2 * 90;
            for channel in 0..if grey { 1 } else { 3 } {
                let value = (x * (channel + 1) / 3 + y * (3 - channel) / 4) % 140 + edge + numbers.below(25);
                out.push(u8::try_from(value).expect("254 at most"));
            }
        }
    }
    out
}

fn encode(width: usize, height: usize, data: &[u8], kind: Kind) -> Vec<u8> {
    let mut encoder = Compress::new(if kind.grey { ColorSpace::JCS_GRAYSCALE } else { ColorSpace::JCS_RGB });
    encoder.set_fastest_defaults();
    encoder.set_size(width, height);
    encoder.set_quality(kind.quality);
    encoder.set_optimize_coding(kind.optimised);
    if !kind.grey {
        encoder.set_chroma_sampling_pixel_sizes(kind.chroma, kind.chroma);
    }
    let mut started = encoder.start_compress(Vec::new()).expect("an encoder");
    started.write_scanlines(data).expect("rows");
    started.finish().expect("a file")
}

/// Width, channels and pixels.
fn decode(jpeg: &[u8]) -> (usize, usize, Vec<u8>) {
    let decoder = Decompress::new_mem(jpeg).expect("a header");
    let grey = decoder.color_space() == ColorSpace::JCS_GRAYSCALE;
    let started = if grey { decoder.grayscale() } else { decoder.rgb() };
    let mut started = started.expect("a decoder");
    let (width, height) = (started.width(), started.height());
    let data: Vec<u8> = started.read_scanlines().expect("pixels");
    started.finish().expect("no damage");
    (width, data.len() / (width * height), data)
}

/// Cuts rectangles, some of them at the edges, and compares each pixel.
fn check(jpeg: &[u8], cuts: usize, what: &str) {
    let index = JpegIndex::build(jpeg, &|_| true).unwrap_or_else(|| panic!("{what}: no index"));
    let (width, channels, whole) = decode(jpeg);
    let height = whole.len() / channels / width;
    assert_eq!((index.width() as usize, index.height() as usize), (width, height), "{what}");
    let mut numbers = Numbers(width as u64);
    for number in 0..cuts {
        let (x, y) = if number == 0 { (0, 0) } else { (numbers.below(width), numbers.below(height)) };
        let (wide, high) = (1 + numbers.below(width.min(300)), 1 + numbers.below(height.min(200)));
        let [left, top, w, h] = [x, y, wide, high].map(|value| u32::try_from(value).expect("small"));
        let cut = index.cut(jpeg, left, top, w, h).unwrap_or_else(|| panic!("{what}: no cut"));
        let (across, _, part) = decode(&cut.jpeg);
        let (wide, high) = (wide.min(width - x), high.min(height - y));
        assert!(part.len() / channels <= (wide + 96) * (high + 96), "{what}: larger than needed");
        for row in 0..high {
            let there = ((cut.top as usize + row) * across + cut.left as usize) * channels;
            let here = ((y + row) * width + x) * channels;
            let same = part[there..there + wide * channels] == whole[here..here + wide * channels];
            assert!(same, "{what}: row {row} of {wide} x {high} at {x}, {y}");
        }
    }
}

/// A picture of strips, 16 pixels high, with a restart marker after each.
fn with_restarts(width: usize, strips: usize) -> Vec<u8> {
    let kind = Kind { grey: false, chroma: (2, 2), optimised: false, quality: 85.0 };
    let mut out = Vec::new();
    for (number, strip) in pixels(width, 16 * strips, false).chunks_exact(16 * 3 * width).enumerate() {
        let jpeg = encode(width, 16, strip, kind);
        let place = |marker: u8| jpeg.windows(2).position(|pair| pair == [0xFF, marker]).expect("a segment");
        let (frame, scan) = (place(0xC0), place(0xDA));
        if number == 0 {
            out.extend(&jpeg[..scan]);
            out[frame + 5..frame + 7].copy_from_slice(&u16::try_from(16 * strips).expect("small").to_be_bytes());
            // DRI: one row of MCUs.
            out.extend([0xFF, 0xDD, 0, 4]);
            out.extend(u16::try_from(width.div_ceil(16)).expect("small").to_be_bytes());
            out.extend(&jpeg[scan..jpeg.len() - 2]);
        } else {
            out.extend([0xFF, 0xD0 + u8::try_from((number - 1) % 8).expect("7 at most")]);
            out.extend(&jpeg[scan + 14..jpeg.len() - 2]);
        }
    }
    out.extend([0xFF, 0xD9]);
    out
}

#[test]
fn cuts_have_the_pixels_of_the_whole_picture() {
    for (width, height, optimised, quality) in [(1000, 703, true, 85.0), (333, 250, false, 30.0), (9, 17, true, 98.0)] {
        for (grey, chroma) in [(true, (1, 1)), (false, (1, 1)), (false, (2, 1)), (false, (1, 2)), (false, (2, 2))] {
            let kind = Kind { grey, chroma, optimised, quality };
            check(&encode(width, height, &pixels(width, height, grey), kind), 8, &format!("{width}: {kind:?}"));
        }
    }
    // Wider than the distance of the places where reading can begin.
    let kind = Kind { grey: true, chroma: (1, 1), optimised: true, quality: 60.0 };
    check(&encode(6000, 50, &pixels(6000, 50, true), kind), 20, "wide");
    check(&with_restarts(403, 20), 20, "restart markers");
}

#[test]
fn damaged_files_end_nothing() {
    let mut numbers = Numbers(1);
    let kind = Kind { grey: false, chroma: (2, 2), optimised: true, quality: 75.0 };
    for good in [with_restarts(90, 11), encode(120, 90, &pixels(120, 90, false), kind)] {
        let index = JpegIndex::build(&good, &|_| true).expect("a good file");
        for _ in 0..1000 {
            let mut bad = good.clone();
            for _ in 0..=numbers.below(4) {
                // Half of the damage to the headers, which are 600 bytes or so.
                let end = if numbers.below(2) == 0 { 650 } else { bad.len() };
                bad[numbers.below(end)] ^= 1 << numbers.below(8);
            }
            let _ = index.cut(&bad, 30, 20, 50, 60);
            bad.truncate(if numbers.below(3) == 0 { numbers.below(bad.len()) } else { bad.len() });
            let index = JpegIndex::build(&bad, &|_| true);
            assert!(index.is_none_or(|index| index.cut(&bad, index.width() / 2, 0, 40, u32::MAX).is_some()));
        }
        // Up to the last byte of the data, before the end marker.
        assert!((0..=good.len() - 3).all(|end| JpegIndex::build(&good[..end], &|_| true).is_none()));
    }
}
