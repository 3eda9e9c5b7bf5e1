//! Kinds of TIFF, BMP, GIF, WebP and JPEG: shown, or named, and never called damaged.

use vitrine::photos::{DecodeError, Pixels, encode_jpeg, memory, rendition};

use crate::made::{bmp, fields, gif, passes, tiff, webp};
use crate::{decode, difference};

fn shown(bytes: &[u8]) -> Pixels {
    rendition(bytes, 4000, &|_| true).unwrap_or_else(|why| panic!("{why:?}"))
}

fn greys(pixels: &Pixels) -> Vec<u8> {
    assert!(pixels.rgba.chunks_exact(4).all(|p| p[0] == p[1] && p[1] == p[2]));
    pixels.rgba.chunks_exact(4).map(|p| p[0]).collect()
}

/// A picture of 16 × 3 in black and white, a bit a pixel.
const BITS: [[u8; 2]; 3] = [[0b1111_0000, 0b0000_0011], [0b1010_1010, 0xFF], [0, 1]];

fn bits() -> Vec<u8> {
    BITS.as_flattened()
        .iter()
        .flat_map(|byte| (0..8).map(move |bit| if byte << bit & 0x80 == 0 { 0 } else { 255 }))
        .collect()
}

/// The runs of `BITS` in the codes of fax machines where ones are black, in one dimension.
fn with_bits(packing: u32, colours: u32, more: Vec<(u16, u16, Vec<u32>)>, chunks: &[Vec<u8>], rows: u32) -> Vec<u8> {
    tiff([fields([16, 3], 1, packing, colours, 1, rows), more].concat(), chunks, false)
}

#[test]
fn bits_in_either_order_and_every_packing() {
    let plain = BITS.as_flattened().to_vec();
    let runs = vec![5, 0xF0, 0x03, 0xAA, 0xFF, 0x00, 0x01];
    let zip = miniz_oxide::deflate::compress_to_vec_zlib(&plain, 6);
    let lzw = weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8).encode(&plain).expect("packed");
    for (packing, chunk) in [(1, plain.clone()), (32_773, runs), (8, zip.clone()), (32_946, zip), (5, lzw)] {
        assert_eq!(greys(&shown(&with_bits(packing, 1, vec![], std::slice::from_ref(&chunk), 3))), bits(), "{packing}");
        let reversed: Vec<u8> = chunk.iter().map(|byte| byte.reverse_bits()).collect();
        let file = with_bits(packing, 1, vec![(266, 3, vec![2])], &[reversed], 3);
        assert_eq!(greys(&shown(&file)), bits(), "{packing}, the lowest bit first");
    }
    // A strip a row, and white where the number is nothing.
    let strips: Vec<Vec<u8>> = BITS.iter().map(|row| row.to_vec()).collect();
    assert_eq!(greys(&shown(&with_bits(1, 1, vec![], &strips, 1))), bits());
    let negative: Vec<u8> = bits().iter().map(|grey| 255 - grey).collect();
    assert_eq!(greys(&shown(&with_bits(1, 0, vec![], &strips, 1))), negative);
}

#[test]
fn codes_of_fax_machines() {
    let pels = |row: &[u8; 2]| -> Vec<fax::Color> {
        fax::slice_bits(row).map(|one| if one { fax::Color::Black } else { fax::Color::White }).collect()
    };
    let mut encoder = fax::encoder::Encoder::new(fax::VecWriter::new());
    for row in &BITS {
        encoder.encode_line(pels(row).into_iter(), 16).expect("encoded");
    }
    let group4 = encoder.finish().expect("encoded").finish();
    let negative: Vec<u8> = bits().iter().map(|grey| 255 - grey).collect();
    assert_eq!(greys(&shown(&with_bits(4, 0, vec![], std::slice::from_ref(&group4), 3))), negative);
    let reversed: Vec<u8> = group4.iter().map(|byte| byte.reverse_bits()).collect();
    assert_eq!(greys(&shown(&with_bits(4, 0, vec![(266, 3, vec![2])], &[reversed], 3))), negative);
    // White 16 is 101010; black 16 after white 0 is 00110101 0000010111; a mark is eleven zeros and a one.
    let codes = |text: &str| -> Vec<u8> {
        let text: String = text.split_whitespace().collect();
        text.as_bytes()
            .chunks(8)
            .map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | (bit - b'0')) << (8 - byte.len()))
            .collect()
    };
    let rows = |packing, options: u32, text: &str| {
        let file = [fields([16, 2], 1, packing, 0, 1, 2), vec![(292, 4, vec![options])]].concat();
        greys(&shown(&tiff(file, &[codes(text)], false)))
    };
    let expected = [vec![255; 16], vec![0; 16]].concat();
    assert_eq!(rows(2, 0, "101010 00  00110101 0000010111"), expected, "rows begin at bytes");
    assert_eq!(rows(3, 0, "000000000001 101010 000000000001 00110101 0000010111"), expected);
    assert_eq!(rows(3, 0, "101010 00110101 0000010111"), expected, "without marks");
    assert_eq!(rows(3, 4, "0000000000000001 101010 000000 000000000001 00110101 0000010111"), expected, "filled up");
    // The second row by its differences: horizontal, white 0, black 16.
    assert_eq!(rows(3, 1, "000000000001 1 101010 000000000001 0 001 00110101 0000010111"), expected);
}

#[test]
fn palettes_alpha_planes_and_depths() {
    let ramp: Vec<u32> =
        [0, 65_535, 0, 32_768].into_iter().chain([0, 0, 65_535, 32_768]).chain([0, 0, 0, 65_535]).collect();
    let file = |bits, data: Vec<u8>, palette: Vec<u32>| {
        tiff([fields([4, 1], bits, 1, 3, 1, 1), vec![(320, 3, palette)]].concat(), &[data], false)
    };
    let expected = [0, 0, 0, 255, 255, 0, 0, 255, 0, 255, 0, 255, 128, 128, 255, 255];
    assert_eq!(shown(&file(2, vec![0b0001_1011], ramp.clone())).rgba, expected);
    let wide =
        |count: usize| ramp.chunks(4).flat_map(|part| [part, &vec![0; count - 4][..]].concat()).collect::<Vec<u32>>();
    assert_eq!(shown(&file(4, vec![0x01, 0x23], wide(16))).rgba, expected);
    assert_eq!(shown(&file(8, vec![0, 1, 2, 3], wide(256))).rgba, expected);
    // Grey with alpha, straight and multiplied in: premultiplied they are the same.
    for (kind, data) in [(2, vec![200, 128, 10, 0]), (1, vec![100, 128, 0, 0])] {
        let grey = tiff([fields([2, 1], 8, 1, 1, 2, 1), vec![(338, 3, vec![kind])]].concat(), &[data], false);
        assert_eq!(shown(&grey).rgba, [100, 100, 100, 128, 0, 0, 0, 0], "{kind}");
    }
    // Planes, of 16 bits, with the pixel to the left taken off.
    let plane = |values: [u16; 2]| {
        miniz_oxide::deflate::compress_to_vec_zlib(
            &[values[0], values[1].wrapping_sub(values[0])].map(u16::to_le_bytes).concat(),
            6,
        )
    };
    let planes = [plane([0xFFFF, 0x8080]), plane([0, 0x4040]), plane([0x2020, 0])];
    let more = vec![(284, 3, vec![2]), (317, 3, vec![2])];
    let file = tiff([fields([2, 1], 16, 8, 2, 3, 1), more].concat(), &planes, false);
    assert_eq!(shown(&file).rgba, [255, 0, 32, 255, 128, 64, 0, 255]);
    // Tiles that are larger than the picture.
    let tile = |grey: u8| vec![grey; 16 * 16];
    let more = vec![(322, 4, vec![16]), (323, 4, vec![16])];
    let file = tiff([fields([20, 10], 8, 1, 1, 1, 10), more].concat(), &[tile(10), tile(90)], true);
    let pixels = greys(&shown(&file));
    assert_eq!((pixels[0], pixels[15], pixels[16], pixels[199]), (10, 10, 90, 90));
    // Floating point, and inks.
    let light: Vec<u8> = [0.0_f32, 0.5, 1.0, 7.0].iter().flat_map(|v| v.to_le_bytes()).collect();
    let file = tiff([fields([4, 1], 32, 1, 1, 1, 1), vec![(339, 3, vec![3])]].concat(), &[light], false);
    assert_eq!(greys(&shown(&file)), [0, 128, 255, 255]);
    let file = tiff(fields([2, 1], 8, 1, 5, 4, 1), &[vec![0, 0, 0, 0, 0, 255, 255, 0]], false);
    assert_eq!(shown(&file).rgba, [255, 255, 255, 255, 255, 0, 0, 255]);
}

#[test]
fn a_jpeg_inside_a_tiff() {
    let rgba: Vec<u8> = (0..32 * 16).flat_map(|i| [if i % 32 < 16 { 220 } else { 30 }, 40, 90, 255]).collect();
    let jpeg = encode_jpeg(&Pixels { width: 32, height: 16, rgba }, 95.0).expect("encoded");
    let strips = tiff(fields([32, 32], 8, 7, 6, 3, 16), &[jpeg.clone(), jpeg.clone()], false);
    let pixels = shown(&strips);
    assert_eq!((pixels.width, pixels.height), (32, 32));
    let near = |at: usize, grey: u8| pixels.rgba[at].abs_diff(grey) < 12;
    assert!(near(0, 220) && near(31 * 4, 30) && near(31 * 32 * 4, 220));
    let more = vec![(322, 4, vec![32]), (323, 4, vec![16])];
    let tiles = tiff([fields([40, 16], 8, 7, 6, 3, 16), more].concat(), &[jpeg.clone(), jpeg], true);
    let pixels = shown(&tiles);
    assert!(pixels.rgba[35 * 4].abs_diff(220) < 12 && pixels.rgba[20 * 4].abs_diff(30) < 12);
}

#[test]
fn what_is_not_read_is_named() {
    let named = |bytes: &[u8]| rendition(bytes, 100, &|_| true).expect_err("it is not read");
    for (packing, name) in [(34_925, "LZMA"), (34_887, "LERC"), (50_000, "Zstandard"), (34_712, "2000"), (999, "rare")]
    {
        let why = named(&tiff(fields([4, 1], 8, packing, 1, 1, 1), &[vec![0; 4]], false));
        assert!(matches!(why, DecodeError::Variant(kind) if kind.contains(name)), "{packing}: {why:?}");
    }
    for (colours, samples) in [(10, 3), (32_844, 1), (34_892, 1), (65_000, 1)] {
        let why = named(&tiff(fields([4, 1], 8, 1, colours, samples, 1), &[vec![0; 12]], false));
        assert!(matches!(why, DecodeError::Variant(_)), "{colours}: {why:?}");
    }
    let signed = tiff([fields([4, 1], 8, 1, 1, 1, 1), vec![(339, 3, vec![2])]].concat(), &[vec![0; 4]], false);
    assert!(matches!(named(&signed), DecodeError::Variant(_)));
    for marker in [0xC3, 0xC9, 0xCA, 0xC6, 0xCB] {
        let mut file = passes(16, 1);
        let at = file.windows(2).position(|pair| pair == [0xFF, 0xC2]).expect("a frame");
        file[at + 1] = marker;
        assert!(matches!(named(&file), DecodeError::Variant(kind) if kind.contains("JPEG")), "{marker:X}");
    }
    for bits in [12, 16] {
        let mut file = passes(16, 1);
        let at = file.windows(2).position(|pair| pair == [0xFF, 0xC2]).expect("a frame");
        file[at + 4] = bits;
        assert!(matches!(named(&file), DecodeError::Variant(_)), "{bits} bits");
    }
    assert!(matches!(named(&bmp([2, 2], 24, 4, &[], b"no JPEG")), DecodeError::Variant("BMP (JPEG)")));
    assert!(matches!(named(&bmp([2, 2], 64, 0, &[], &[0; 32])), DecodeError::Variant("BMP (64 bits)")));
    assert!(matches!(named(&bmp([2, 2], 32, 11, &[], &[0; 16])), DecodeError::Variant("BMP (CMYK)")));
    let apple = crate::made::png([1, 1], [8, 0, 0], &[], &[0, 0]);
    let apple = [&apple[..8], &[0, 0, 0, 4], b"CgBI", &[0x50, 0, 0x20, 2, 0, 0, 0, 0], &apple[8..]].concat();
    assert_eq!(named(&apple), DecodeError::Variant("PNG (CgBI)"));
    // Damage is still damage.
    assert_eq!(named(&tiff(fields([4, 9], 8, 1, 1, 1, 9), &[vec![0; 4]], false)), DecodeError::Damaged);
}

#[test]
fn bitmaps_of_every_packing() {
    let grey = |n: u8| [n, n, n, 0];
    let palette = [grey(0), grey(100), grey(200), grey(255)];
    // Upwards: the first row of the file is the lowest.
    let expected = [200, 200, 200, 100, 0, 100, 200, 255];
    assert_eq!(greys(&shown(&bmp([4, 2], 8, 0, &palette, &[0, 1, 2, 3, 2, 2, 2, 1]))), expected);
    assert_eq!(greys(&shown(&bmp([4, 2], 2, 0, &palette, &[0b0001_1011, 0, 0, 0, 0b1010_1001, 0, 0, 0]))), expected);
    assert_eq!(greys(&shown(&bmp([4, 2], 4, 0, &palette, &[0x01, 0x23, 0, 0, 0x22, 0x21, 0, 0]))), expected);
    let runs = [0, 4, 0, 1, 2, 3, 0, 0, 3, 2, 1, 1, 0, 0, 0, 1];
    assert_eq!(greys(&shown(&bmp([4, 2], 8, 1, &palette, &runs))), expected);
    let runs = [0, 4, 0x01, 0x23, 0, 0, 4, 0x22, 0, 2, 0, 0, 0, 1];
    assert_eq!(greys(&shown(&bmp([4, 2], 4, 2, &palette, &runs)))[4..], expected[4..]);
    let masks = [0xF800_u32, 0x07E0, 0x001F].map(u32::to_le_bytes).concat();
    let words: Vec<u8> = [0xF800_u16, 0x07E0, 0x001F, 0xFFFF].iter().flat_map(|w| w.to_le_bytes()).collect();
    // The masks stand between the header and the pixels, where a palette would be.
    let mut file = bmp([4, 1], 16, 3, &[], &[masks, words].concat());
    file[10] = 66;
    assert_eq!(shown(&file).rgba, [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);
    let jpeg =
        encode_jpeg(&Pixels { width: 16, height: 16, rgba: [90, 90, 90, 255].repeat(256) }, 90.0).expect("encoded");
    let inside = shown(&bmp([16, 16], 0, 4, &[], &jpeg));
    assert!(inside.rgba[0].abs_diff(90) < 3);
}

#[test]
fn a_picture_that_covers_a_part_of_its_gif() {
    let numbers: Vec<u8> = (0..6).map(|n| 100 + n).collect();
    let pixels = shown(&gif([5, 4], [1, 1, 3, 2], false, numbers.clone()));
    let alpha: Vec<u8> = pixels.rgba.chunks_exact(4).map(|p| p[3]).collect();
    assert_eq!(alpha, [0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0]);
    // Beyond its canvas it is cut off.
    let pixels = shown(&gif([2, 2], [1, 1, 3, 2], false, numbers));
    assert_eq!(pixels.rgba[12..], [100, 100, 100, 255]);
    let rows: Vec<u8> = (0..16).collect();
    assert_eq!(greys(&shown(&gif([1, 16], [0, 0, 1, 16], false, rows.clone()))), rows);
    // Rows in the order of the file: 0 and 8, 4 and 12, every fourth from 2, the others.
    let order = [0, 8, 4, 12, 2, 6, 10, 14, 1, 3, 5, 7, 9, 11, 13, 15];
    assert_eq!(greys(&shown(&gif([1, 16], [0, 0, 1, 16], true, order.to_vec()))), rows);
}

#[test]
fn what_a_picture_takes_is_told_before() {
    assert!(memory(&passes(8000, 3)) > 120 << 20 && memory(&passes(8000, 3)) < 140 << 20);
    let webp = webp([4000, 4000]);
    assert!(memory(&webp) > 22 << 20 && memory(&webp) < 30 << 20, "planes alone: {}", memory(&webp));
    assert!(shown(&webp).is_opaque());
    let flat = tiff(fields([20_000, 20_000], 1, 4, 0, 1, 20_000), &[vec![0xFF; 2600]], false);
    assert!(memory(&flat) < 1 << 20, "a row or two");
    assert!(shown_small(&flat).rgba.iter().all(|value| *value == 255));
    let all = fields([20_000, 20_000], 8, 1, 2, 3, 20_000);
    let tiles = tiff([all, vec![(322, 4, vec![20_000]), (323, 4, vec![20_000])]].concat(), &[vec![]], true);
    assert_eq!(rendition(&tiles, 100, &|_| true), Err(DecodeError::TooLarge), "one tile of a gigabyte");
}

fn shown_small(bytes: &[u8]) -> Pixels {
    rendition(bytes, 64, &|_| true).unwrap_or_else(|why| panic!("{why:?}"))
}

#[test]
fn the_test_set_s_variants_look_alike() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata/cases/11-tiff-variants/t");
    if !folder.is_dir() {
        eprintln!("skipped: the picture test set is not here");
        return;
    }
    let of = |name: &str| decode(&folder.join(name), 512);
    let [bits, colours] = ["b1-zip.tif", "tif-ms.tif"].map(|name| of(name).expect("it is read"));
    for entry in std::fs::read_dir(&folder).expect("a folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        match of(&name) {
            Err(why) => assert!(name.contains("lzma") && matches!(why, DecodeError::Variant(_)), "{name}: {why:?}"),
            Ok(pixels) => {
                let apart = difference(&pixels, if name.starts_with("b1") { &bits } else { &colours });
                assert!(apart < 4.0, "{name}: {apart}");
            }
        }
    }
}

/// The segments of a JPEG up to its scan, by their markers, and the scan.
fn taken_apart(jpeg: &[u8]) -> (Vec<(u8, Vec<u8>)>, Vec<u8>) {
    let (mut segments, mut at) = (Vec::new(), 2);
    loop {
        let length = usize::from(jpeg[at + 2]) << 8 | usize::from(jpeg[at + 3]);
        segments.push((jpeg[at + 1], jpeg[at + 4..at + 2 + length].to_vec()));
        at += 2 + length;
        if segments.last().is_some_and(|(marker, _)| *marker == 0xDA) {
            return (segments, jpeg[at..jpeg.len() - 2].to_vec());
        }
    }
}

#[test]
fn a_jpeg_of_the_old_kind_inside_a_tiff() {
    let rgba: Vec<u8> = (0..32 * 16).flat_map(|i| [if i % 32 < 16 { 220 } else { 30 }, 40, 90, 255]).collect();
    let jpeg = encode_jpeg(&Pixels { width: 32, height: 16, rgba }, 95.0).expect("encoded");
    let is_right = |file: &[u8]| {
        let pixels = shown(file);
        let near = |x: usize, y: usize, red: u8| pixels.rgba[(y * 32 + x) * 4].abs_diff(red) < 12;
        assert_eq!([pixels.width, pixels.height], [32, 16]);
        assert!(near(0, 0, 220) && near(31, 0, 30) && near(0, 15, 220) && near(31, 15, 30));
    };
    // The whole stream, which is also the strip.
    let mut whole = tiff(fields([32, 16], 8, 6, 6, 3, 16), std::slice::from_ref(&jpeg), false);
    is_right(&whole);
    let length = u32::try_from(jpeg.len()).expect("small");
    let more = vec![(513, 4, vec![8]), (514, 4, vec![length])];
    whole = tiff([fields([32, 16], 8, 6, 6, 3, 16), more].concat(), std::slice::from_ref(&jpeg), false);
    is_right(&whole);
    // The tables of each component, and strips without them.
    let (segments, scan) = taken_apart(&jpeg);
    let frame = segments.iter().find(|(marker, _)| *marker == 0xC0).map(|(_, data)| data.clone()).expect("a frame");
    let [across, down] = [frame[7] >> 4, frame[7] & 15].map(u32::from);
    let mut tables = std::collections::BTreeMap::new();
    for (marker, data) in segments {
        let mut rest = &data[..];
        while matches!(marker, 0xDB | 0xC4) && !rest.is_empty() {
            let length =
                if marker == 0xDB { 64 } else { 16 + rest[1..17].iter().map(|n| usize::from(*n)).sum::<usize>() };
            tables.insert((marker, rest[0]), rest[1..=length].to_vec());
            rest = &rest[1 + length..];
        }
    }
    let numbers: Vec<u8> = (0..3).map(|n| frame[6 + n * 3 + 2]).collect();
    let wanted = numbers.iter().flat_map(|n| {
        let coded = (*n).min(1);
        [(0xDB_u8, *n), (0xC4, coded), (0xC4, 0x10 | coded)]
    });
    // They lie in front of the coefficients, as if they belonged to the strip of which the offset is corrected below.
    let mut front = Vec::new();
    let mut places = [Vec::new(), Vec::new(), Vec::new()];
    for (n, key) in wanted.enumerate() {
        places[n % 3].push(8 + u32::try_from(front.len()).expect("small"));
        front.extend(&tables[&key]);
    }
    let [quantisation, dc, ac] = places;
    let at = 8 + u32::try_from(front.len()).expect("small");
    let more =
        vec![(512, 3, vec![1]), (519, 4, quantisation), (520, 4, dc), (521, 4, ac), (530, 3, vec![across, down])];
    let strip = [front, scan].concat();
    let mut parts = tiff([fields([32, 16], 8, 6, 6, 3, 16), more].concat(), std::slice::from_ref(&strip), false);
    let entry = parts.windows(8).rposition(|w| w == [0x11, 1, 4, 0, 1, 0, 0, 0]).expect("the offset of the strip");
    parts[entry + 8..entry + 12].copy_from_slice(&at.to_le_bytes());
    is_right(&parts);
    let cut = parts.len() - 4;
    parts.truncate(cut);
    let _either = rendition(&parts, 100, &|_| true);
}
