//! Camera raw: the preview that the camera put into the file, of every kind, upright once and in its colours.

use std::io::Cursor;
use std::time::Duration;

use vitrine::photos::captions::captions;
use vitrine::photos::{
    DecodeError, Deep, Format, How, Pixels, Tile, container, encode_jpeg, for_pack, memory, preview, rendition,
    upright_size, without_position,
};

use crate::made_raw::{Directory, Value, cr2, cr3, interchange, jpeg, length, raf, said, strip, structure, text};

const RED: [u8; 3] = [200, 30, 30];
const BLUE: [u8; 3] = [30, 30, 200];
const GREEN: [u8; 3] = [30, 160, 30];

/// A lossless JPEG, as sensors' pixels are stored in: larger than any preview.
fn lossless() -> Vec<u8> {
    let mut out = b"\xFF\xD8\xFF\xC3\0\x0B\x0E\x0F\xFF\x0F\xFF\x01\x01\x11\0\xFF\xDA\0\x08\x01\x01\0\x01\0\0".to_vec();
    out.resize(90_000, 0x55);
    out
}

/// Puts a segment behind the beginning of a JPEG.
fn with_exif(jpeg: &[u8], exif: &[u8]) -> Vec<u8> {
    let data = [b"Exif\0\0", exif].concat();
    let length = u16::try_from(data.len() + 2).expect("short").to_be_bytes();
    [b"\xFF\xD8\xFF\xE1", &length[..], &data, &jpeg[2..]].concat()
}

fn join(parts: Vec<Directory>) -> Directory {
    parts.into_iter().flatten().collect()
}

/// A maker note with the preview behind it: its offsets count from its own start.
fn olympus(jpeg: &[u8]) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &1_u32.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let size = u32::try_from(jpeg.len()).expect("small");
    let main = [&1_u16.to_le_bytes()[..], &entry(0x2020, 13, 30), &[0; 4]].concat();
    let settings = [&2_u16.to_le_bytes()[..], &entry(0x0101, 4, 60), &entry(0x0102, 4, size), &[0; 4]].concat();
    [b"OLYMPUS\0II\x03\0", &main[..], &settings, jpeg].concat()
}

/// One file of each kind, turned by 6, which a preview of 48 × 32 in red makes 32 × 48.
fn all() -> Vec<(&'static str, Vec<u8>)> {
    let (large, small) = (jpeg(48, 32, RED), jpeg(16, 12, BLUE));
    let reduced = || (254, Value::Longs(vec![1]));
    let sensor = || {
        let mut fields = strip(&lossless(), 32_803);
        fields.push((254, Value::Longs(vec![0])));
        fields
    };
    let nef = join(vec![
        said("NIKON CORPORATION", 6),
        vec![reduced(), (330, Value::Below(interchange(&large)))],
        strip(&small, 2),
    ]);
    let canon = vec![join(vec![said("Canon", 6), strip(&large, 6)]), interchange(&small), strip(&lossless(), 6)];
    let arw = vec![
        join(vec![said("SONY", 6), vec![reduced(), (330, Value::Below(sensor()))], interchange(&large)]),
        interchange(&small),
    ];
    let dng = join(vec![
        said("Google", 6),
        vec![(50_706, Value::Bytes(1, vec![1, 4, 0, 0])), (330, Value::Below(strip(&large, 6)))],
        sensor(),
    ]);
    let pef = vec![join(vec![said("PENTAX", 6), sensor()]), interchange(&small), interchange(&large)];
    let mut orf = said("OLYMPUS CORPORATION", 6);
    orf.retain(|(tag, _)| *tag != 34_665);
    let settings = vec![(0x9003, text("2024:05:01 12:30:15")), (37_500, Value::Bytes(7, olympus(&large)))];
    orf.push((34_665, Value::Below(settings)));
    // Its preview tells the same turn again.
    let turned = with_exif(&large, &structure(b"II*\0", vec![said("Panasonic", 6)]));
    let rw2 = join(vec![said("Panasonic", 6), vec![(46, Value::Bytes(7, turned.clone()))]]);
    let little = |mark: &[u8], chain| structure(mark, chain);
    vec![
        ("NEF", little(b"MM\0*", vec![nef])),
        ("CR2", cr2(canon)),
        ("ARW", little(b"II*\0", arw)),
        ("DNG", little(b"II*\0", vec![dng])),
        ("PEF", little(b"MM\0*", pef)),
        ("ORF", little(b"IIRO", vec![orf])),
        ("RW2", little(b"IIU\0", vec![rw2])),
        ("RAF", raf(&turned)),
        ("CR3", cr3(6, &small, &jpeg(32, 20, GREEN), Some(&large), &[])),
        ("CR3 without a track", cr3(6, &small, &large, None, &[])),
    ]
}

fn shown(bytes: &[u8]) -> Pixels {
    rendition(bytes, 4000, &|_| true).unwrap_or_else(|why| panic!("{why:?}"))
}

fn pixel(pixels: &Pixels, x: u32, y: u32) -> [u8; 3] {
    let at = ((y * pixels.width + x) * 4) as usize;
    [pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]]
}

fn is_near(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 12)
}

#[test]
fn the_largest_preview_of_every_kind_is_shown_upright_once() {
    for (name, bytes) in all() {
        assert_eq!(container::format(&bytes), Some(Format::Raw), "{name}");
        assert_eq!((upright_size(&bytes), container::orientation(&bytes)), (Some([32, 48]), 6), "{name}");
        let pixels = shown(&bytes);
        assert_eq!([pixels.width, pixels.height], [32, 48], "{name}");
        // The white quarter, upper left as it is stored, is at the upper right.
        let corners = [(4, 4), (28, 4), (4, 44), (28, 44)].map(|(x, y)| pixel(&pixels, x, y));
        let expected = [RED, [255; 3], RED, RED];
        assert!(corners.iter().zip(expected).all(|(a, b)| is_near(*a, b)), "{name}: {corners:?}");
        let deep = Deep::open(&bytes, &|_| true).expect("it is opened");
        let tiles = deep.tiles(&bytes, &[Tile { level: 0, column: 0, row: 0 }], &|_| true).expect("tiles");
        assert!(deep.in_parts() && tiles[0].1 == pixels, "{name}");
    }
}

#[test]
fn what_it_says_is_known_without_its_pixels() {
    for (name, mut bytes) in all() {
        // As large as real ones, so that not all of it is read.
        bytes.resize(bytes.len() + 300_000, 0);
        let short = container::abridged(&mut Cursor::new(&bytes)).expect("it is read");
        assert_eq!(container::format(&short), Some(Format::Raw), "{name}");
        assert_eq!(upright_size(&short), Some([32, 48]), "{name}");
        let said = captions(&short);
        assert_eq!(said, captions(&bytes), "{name}");
        assert_eq!((&said.caption.plain[..], &said.credit[..]), ("A street in Lhasa", "Tashi"), "{name}");
        assert_eq!(said.date, Some((2024, 5, 1)), "{name}");
    }
}

#[test]
fn no_more_is_read_than_what_is_shown_and_said() {
    for (name, mut bytes) in all().into_iter().chain([("Adobe RGB", adobe_rgb()), ("ProPhoto", pro_photo())]) {
        let small = bytes.len();
        bytes.resize(small + 300_000, 0);
        let read = container::without_sensor(&mut Cursor::new(&bytes)).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(container::format(&read), Some(Format::Raw), "{name}");
        assert_eq!((shown(&read), captions(&read)), (shown(&bytes), captions(&bytes)), "{name}");
        assert!(name == "RAF" || read.len() < 100_000, "{name}: {} bytes", read.len());
    }
    let jpeg = jpeg(48, 32, RED);
    assert_eq!(container::without_sensor(&mut Cursor::new(&jpeg)), None);
}

/// Colours that are told by a number.
fn adobe_rgb() -> Vec<u8> {
    let settings = vec![(0xA001, Value::Shorts(vec![0xFFFF])), (0xA005, Value::Below(vec![(1, text("R03"))]))];
    let mut first = join(vec![said("Canon", 1), strip(&jpeg(48, 32, GREEN), 6)]);
    first.retain(|(tag, _)| *tag != 34_665);
    first.push((34_665, Value::Below(settings)));
    cr2(vec![first])
}

/// Colours that are told by a number, in the way of DNG.
fn pro_photo() -> Vec<u8> {
    let mut first = join(vec![said("Google", 1), mark(), strip(&jpeg(48, 32, GREEN), 6)]);
    first.push((50_970, Value::Longs(vec![4])));
    structure(b"II*\0", vec![first])
}

#[test]
fn the_first_thing_seen_is_what_the_head_has() {
    let (_, bytes) = all().swap_remove(1);
    let at = bytes.len() - 20;
    assert!(preview(&bytes[..at], &|_| true).is_some_and(|small| small.width < small.height));
}

#[test]
fn a_packed_preview_is_a_jpeg_of_the_same_pixels_with_what_it_says() {
    for (name, bytes) in all() {
        let packed = for_pack(&bytes, &|_| true).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!((packed.how, packed.ending, packed.had_position), (How::Preview, Some("jpg"), false), "{name}");
        assert_eq!(container::format(&packed.bytes), Some(Format::Jpeg), "{name}");
        assert_eq!(shown(&packed.bytes), shown(&bytes), "{name}");
        assert_eq!(captions(&packed.bytes), captions(&bytes), "{name}");
    }
}

#[test]
fn a_camera_that_tells_adobe_rgb_by_a_number_is_believed() {
    let wide = adobe_rgb();
    let plain = cr2(vec![join(vec![said("Canon", 1), strip(&jpeg(48, 32, GREEN), 6)])]);
    let [wide_green, green] = [&wide, &plain].map(|bytes| pixel(&shown(bytes), 40, 28));
    // More green than sRGB has: less red and blue.
    assert!(is_near(green, GREEN) && wide_green[0] < green[0] - 15, "{wide_green:?} {green:?}");
    let packed = for_pack(&wide, &|_| true).expect("packed");
    assert!(is_near(pixel(&shown(&packed.bytes), 40, 28), wide_green), "its colours go along");
}

/// What tells that a structure is DNG.
fn mark() -> Directory {
    vec![(50_706, Value::Bytes(1, vec![1, 4, 0, 0]))]
}

#[test]
fn a_file_without_a_preview_says_so() {
    let sensor = join(vec![said("Canon", 1), mark(), strip(&lossless(), 32_803)]);
    let outside = join(vec![
        said("Canon", 1),
        mark(),
        vec![(513, Value::Longs(vec![0xFFFF_FF00])), (514, Value::Longs(vec![0xFFFF_FFFF]))],
    ]);
    let no_jpeg = join(vec![said("Canon", 1), mark(), interchange(b"no picture at all")]);
    for first in [sensor, outside, no_jpeg] {
        let bytes = structure(b"II*\0", vec![first]);
        assert_eq!(rendition(&bytes, 100, &|_| true), Err(DecodeError::NoPreview));
        assert_eq!((upright_size(&bytes), memory(&bytes)), (None, 0));
        assert_eq!(for_pack(&bytes, &|_| true), Err(DecodeError::NoPreview));
    }
    assert_eq!(rendition(&raf(&[]), 100, &|_| true), Err(DecodeError::NoPreview));
}

#[test]
fn a_picture_from_a_camera_that_is_no_raw_file_stays_one() {
    let pixels = vec![7; 12];
    let mut tiff = said("Canon", 1);
    tiff.extend([
        (256, Value::Shorts(vec![2])),
        (257, Value::Shorts(vec![2])),
        (258, Value::Shorts(vec![8, 8, 8])),
        (262, Value::Shorts(vec![2])),
        (273, Value::Place(pixels.clone())),
        (277, Value::Shorts(vec![3])),
        (279, length(&pixels)),
    ]);
    let bytes = structure(b"II*\0", vec![tiff, interchange(&jpeg(16, 12, BLUE))]);
    assert_eq!(container::format(&bytes), Some(Format::Tiff));
    assert_eq!(shown(&bytes).width, 2);
}

#[test]
fn where_it_was_taken_is_taken_out() {
    let rational = |value: u32| Value::Longs(vec![value, 1, 0, 1, 0, 1]);
    let gps = || vec![(1, text("N")), (2, rational(29)), (3, text("E")), (4, rational(91))];
    let with = |mark: &[u8]| {
        let mut first = join(vec![said("Panasonic", 6), vec![(46, Value::Bytes(7, jpeg(48, 32, RED)))]]);
        first.push((34_853, Value::Below(gps())));
        structure(mark, vec![first])
    };
    let box_of = structure(b"II*\0", vec![gps()]);
    let canon = cr3(6, &jpeg(16, 12, BLUE), &jpeg(48, 32, RED), None, &box_of);
    for bytes in [with(b"IIU\0"), canon] {
        let saved = without_position(&bytes, &|_| true).expect("cleaned");
        assert_eq!((saved.how, saved.had_position, saved.bytes.len()), (How::Blanked, true, bytes.len()));
        assert_eq!((shown(&saved.bytes), captions(&saved.bytes)), (shown(&bytes), captions(&bytes)));
        assert!(!without_position(&saved.bytes, &|_| true).expect("clean").had_position);
        let packed = for_pack(&bytes, &|_| true).expect("cleaned");
        assert!(packed.had_position && packed.how == How::Preview);
        assert!(!without_position(&packed.bytes, &|_| true).expect("clean").had_position);
    }
}

#[test]
fn what_leads_in_circles_or_outside_ends() {
    // A directory that is its own next one, its own one below, and its own maker note.
    let mut circle = b"IIRO\x08\0\0\0\x03\0".to_vec();
    for tag in [330_u16, 34_665, 37_500] {
        circle.extend(
            [&tag.to_le_bytes()[..], &4_u16.to_le_bytes(), &1_u32.to_le_bytes(), &8_u32.to_le_bytes()].concat(),
        );
    }
    circle.extend(8_u32.to_le_bytes());
    assert_eq!(rendition(&circle, 100, &|_| true), Err(DecodeError::NoPreview));
    // Many directories that each lead to many.
    let mut wide = b"IIRO\x08\0\0\0".to_vec();
    for _ in 0..2000 {
        wide.extend(1_u16.to_le_bytes());
        let next = u32::try_from(wide.len()).expect("small") + 16;
        wide.extend([&330_u16.to_le_bytes()[..], &4_u16.to_le_bytes(), &1000_u32.to_le_bytes()].concat());
        wide.extend([next.to_le_bytes(), next.to_le_bytes()].concat());
    }
    let (took, why) = timed(|| rendition(&wide, 100, &|_| true));
    assert!(why.is_err() && took < Duration::from_secs(1), "{took:?}");
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = cpu_time::ThreadTime::now();
    let done = work();
    (begun.elapsed(), done)
}

#[test]
fn damage_is_shown_or_refused_and_nothing_worse() {
    for (name, bytes) in all() {
        let (took, ()) = timed(|| {
            for at in (0..bytes.len().min(700)).chain(bytes.len().saturating_sub(300)..bytes.len()) {
                for value in [0, 0xFF, bytes[at] ^ 1] {
                    let mut damaged = bytes.clone();
                    damaged[at] = value;
                    let _either = (container::size(&damaged), container::blocks(&damaged).exif.is_some());
                    let _also = container::abridged(&mut Cursor::new(&damaged));
                    let _cleaned = if at % 16 == 0 { for_pack(&damaged, &|_| true).is_ok() } else { false };
                }
                let _cut = (container::size(&bytes[..at]), rendition(&bytes[..at], 16, &|_| true).is_ok());
            }
        });
        eprintln!("{name}: {took:?}");
    }
    // A preview that is cut off is damage, no other picture.
    let broken =
        raf(&encode_jpeg(&Pixels { width: 200, height: 200, rgba: vec![90; 160_000] }, 90.0).expect("encoded")[..400]);
    assert!(rendition(&broken[..560], 100, &|_| true).is_err());
}
