//! What phones, archives and the web have today: HEIC, AVIF, JPEG XL and JPEG 2000, beside what they were made of, and beside
//! what the libraries in C make of them, where Debian's tools are.

use std::fs;
use std::path::Path;
use std::process::Command;

use vitrine::photos::captions::captions;
use vitrine::photos::{Deep, Format, How, Tile, container, for_pack, upright_size, without_position};

use crate::{Entry, decode, difference, test_set};

/// The largest mean difference, in levels of 255.
const NEAR: f64 = 3.0;

/// The files of the set in this folder.
fn phone() -> Option<Vec<Entry>> {
    Some(test_set()?.into_iter().filter(|entry| entry.name.starts_with("phone/")).collect())
}

fn by_name<'a>(set: &'a [Entry], name: &str) -> &'a Path {
    &set.iter().find(|entry| entry.name.ends_with(name)).unwrap_or_else(|| panic!("{name} is there")).path
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a byte")]
fn byte(value: f32) -> u8 {
    value.round() as u8
}

/// Linear light as sRGB has it (IEC 61966-2-1).
fn encoded(light: f32) -> f32 {
    if light <= 0.003_130_8 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}

#[test]
fn what_was_made_of_one_picture_looks_like_it() {
    let Some(set) = phone() else { return };
    let reference = decode(by_name(&set, "/ref.png"), 4000).expect("it is read");
    let mut half = reference.clone();
    half.rgba = reference.rgba.as_chunks::<4>().0.iter().rev().flatten().copied().collect();
    let mut grey = reference.clone();
    for pixel in grey.rgba.as_chunks_mut::<4>().0 {
        let light = 0.299 * f32::from(pixel[0]) + 0.587 * f32::from(pixel[1]) + 0.114 * f32::from(pixel[2]);
        pixel[..3].fill(byte(light));
    }
    // The same numbers in a file that says that they are linear light.
    let mut linear = reference.clone();
    for pixel in linear.rgba.as_chunks_mut::<4>().0 {
        pixel[..3].iter_mut().for_each(|value| *value = byte(255.0 * encoded(f32::from(*value) / 255.0)));
    }
    let mut far = Vec::new();
    let made = |entry: &&Entry| {
        entry.name.contains("/made_") || entry.name.contains("/exif_only_") || entry.name.contains("/gps_")
    };
    for entry in set.iter().filter(made) {
        let shown = decode(&entry.path, 4000).unwrap_or_else(|why| panic!("{}: {why:?}", entry.name));
        // The turns that are written count, those of Exif do not.
        if ["exif_only_6", "exif_only_8"].iter().any(|name| entry.name.contains(name)) {
            assert_eq!([shown.width, shown.height], [reference.height, reference.width], "{}", entry.name);
            continue;
        }
        let other = match &entry.name {
            name if name.contains("exif_only_3") => &half,
            name if name.contains("grey") => &grey,
            name if name.contains("jxl_16bit") => &linear,
            _ => &reference,
        };
        assert_eq!([shown.width, shown.height], [other.width, other.height], "{}", entry.name);
        let by = difference(&shown, other);
        eprintln!("{}: {by:.2}", entry.name);
        if by > NEAR {
            far.push(format!("{}: {by:.1}", entry.name));
        }
    }
    assert!(far.is_empty(), "{far:#?}");
}

#[test]
fn what_is_transparent_is_so_from_top_to_bottom() {
    let Some(set) = phone() else { return };
    for name in ["alpha_heic.heic", "alpha_avif.avif"] {
        let shown = decode(by_name(&set, name), 4000).expect("it is read");
        let alphas: Vec<u8> = shown.rgba.chunks_exact(shown.width as usize * 4).map(|row| row[3]).collect();
        let steps = alphas.windows(2).filter(|pair| pair[0].abs_diff(pair[1]) > 4).count();
        assert!(steps == 0 && alphas[0].abs_diff(alphas[alphas.len() - 1]) > 200, "{name}: {alphas:?}");
    }
}

/// A PNG without its Exif: those tools turn the pixels, and leave the orientation in there as it was.
fn upright(png: &[u8]) -> Vec<u8> {
    let (mut out, mut at) = (png[..8].to_vec(), 8);
    while let Some(length) = png.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().expect("four bytes")) as usize;
        if &png[at + 4..at + 8] != b"eXIf" {
            out.extend(&png[at..at + 12 + length]);
        }
        at += 12 + length;
    }
    out
}

/// The tool of a library in C that writes a picture as PNG.
fn tool(format: Format, kind: &str) -> &'static [&'static str] {
    match (format, kind) {
        (Format::Heif, "avif") => &["avifdec"],
        (Format::Heif, _) => &["heif-convert"],
        (Format::Jxl, _) => &["djxl"],
        _ => &[],
    }
}

#[test]
fn real_files_look_as_the_libraries_in_c_show_them() {
    let Some(set) = phone() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let mut far = Vec::new();
    for entry in set.iter().filter(|entry| entry.expect == "decode" && !entry.name.contains("/made_")) {
        let bytes = fs::read(&entry.path).expect("bytes");
        let kind = entry.path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let Some(&[program]) = container::format(&bytes).map(|format| tool(format, kind)) else { continue };
        let out = folder.path().join("shown.png");
        let _gone = fs::remove_file(&out);
        let done = Command::new(program).arg(&entry.path).arg(&out).output();
        if !done.is_ok_and(|done| done.status.success()) || !out.is_file() {
            eprintln!("skipped: {program} is not here, or does not show {}", entry.name);
            continue;
        }
        let shown = decode(&entry.path, 512).unwrap_or_else(|why| panic!("{}: {why:?}", entry.name));
        let mut other =
            vitrine::photos::rendition(&upright(&fs::read(&out).expect("bytes")), 512, &|_| true).expect("a picture");
        // avifdec leaves mirrors alone.
        if program == "avifdec" && entry.name.contains("mirror-horizontal") {
            other.rgba.chunks_exact_mut(other.width as usize * 4).for_each(|row| row.as_chunks_mut::<4>().0.reverse());
        }
        let by = difference(&shown, &other);
        eprintln!("{}: {by:.2} from {program}", entry.name);
        // Those tools write the numbers of HDR as they are; avifdec, those of grey in eight bits.
        let is_other = entry.name.contains("HDR") || (entry.name.contains("8bpc") && entry.name.contains("monochrome"));
        if [shown.width, shown.height] != [other.width, other.height] || (by > NEAR && !is_other) {
            far.push(format!("{}: {by:.1}, {shown:?} and {other:?}", entry.name));
        }
    }
    assert!(far.is_empty(), "{far:#?}");
}

#[test]
fn grey_is_the_same_in_every_profile() {
    let Some(set) = phone() else { return };
    let greys: Vec<_> = set.iter().filter(|entry| entry.name.contains("monochrome")).collect();
    let shown: Vec<_> = greys.iter().map(|entry| decode(&entry.path, 512).expect("it is read")).collect();
    for (entry, pixels) in greys.iter().zip(&shown) {
        let by = difference(pixels, &shown[0]);
        assert!(by < 0.5, "{}: {by:.2} from {}", entry.name, greys[0].name);
    }
}

#[test]
fn what_is_written_inside_is_read_but_for_the_position() {
    let Some(set) = phone() else { return };
    let bytes = fs::read(by_name(&set, "gps_caption.heic")).expect("bytes");
    let said = captions(&bytes);
    assert!(!said.caption.plain.is_empty() || !said.title.plain.is_empty(), "{said:?}");
    // The same from a copy without the pixels.
    let short = container::abridged(&mut std::io::Cursor::new(&bytes)).expect("it is read");
    assert!(short.len() < bytes.len() / 4, "{} of {} bytes", short.len(), bytes.len());
    assert_eq!(captions(&short), said);
    assert_eq!(upright_size(&short), upright_size(&bytes));
    let kept = without_position(&bytes, &|_| true).expect("it is cleaned");
    assert!(kept.had_position && kept.how == How::Blanked && kept.bytes.len() == bytes.len());
    assert_eq!(captions(&kept.bytes), said);
    let packed = for_pack(&bytes, &|_| true).expect("it is cleaned");
    assert_eq!((packed.had_position, packed.how, packed.ending), (true, How::Reencoded, Some("jpg")));
    assert_eq!((container::format(&packed.bytes), captions(&packed.bytes)), (Some(Format::Jpeg), said));
    let real = captions(&fs::read(by_name(&set, "real_L_exif_xmp_iptc.heic")).expect("bytes"));
    eprintln!("{real:?}");
}

#[test]
fn tiles_of_a_zoom_are_parts_of_the_whole() {
    let Some(set) = phone() else { return };
    for name in ["big_heic.heic", "made_avif_q90.avif", "made_jxl_lossy.jxl", "made_jp2_lossy.jp2"] {
        let bytes = fs::read(by_name(&set, name)).expect("bytes");
        let whole = decode(by_name(&set, name), 8000).expect("it is read");
        let deep = Deep::open(&bytes, &|_| true).expect("it is opened");
        let tiles = deep.tiles(&bytes, &[Tile { level: 0, column: 0, row: 0 }], &|_| true).expect("a tile");
        let (_, tile) = tiles.first().expect("one");
        let row = tile.width as usize * 4;
        assert_eq!(tile.rgba[..row], whole.rgba[..row], "{name}");
    }
}

#[test]
fn a_decoder_stops_when_nobody_waits_any_more() {
    let Some(set) = phone() else { return };
    for name in ["real_arrow.heic", "made_jxl_lossless.jxl", "made_jp2_lossy.jp2"] {
        let bytes = fs::read(by_name(&set, name)).expect("bytes");
        let asked = std::cell::Cell::new(0);
        let go_on = |_share| {
            asked.set(asked.get() + 1);
            asked.get() < 2
        };
        let stopped = vitrine::photos::rendition(&bytes, 512, &go_on);
        assert_eq!(stopped, Err(vitrine::photos::DecodeError::Cancelled), "{name}");
    }
}

#[test]
fn damage_is_shown_or_refused_and_nothing_worse() {
    let Some(set) = phone() else { return };
    for entry in set.iter().filter(|entry| entry.expect == "either") {
        let decoded = decode(&entry.path, 512);
        eprintln!("{}: {}", entry.name, decoded.map_or_else(|why| format!("{why:?}"), |pixels| format!("{pixels:?}")));
    }
}

/// 8 × 8, red, as AVIF; primaries 3 (ITU-T H.273: reserved) in the stream, and a matrix that the box leaves open.
fn red() -> Vec<u8> {
    let hex = "00000020667479706176696600000000617669666d6966316d6961664d413141000000f26d6574610000000000000028\
               68646c720000000000000000706963740000000000000000000000006c696261766966000000000e7069746d00000000\
               00010000001e696c6f6300000000440000010001000000010000011a0000001f0000002869696e660000000000010000\
               001a696e6665020000000001000061763031436f6c6f72000000006a697072700000004b6970636f0000001469737065\
               000000000000000800000008000000107069786900000000030808080000000c617631438120000000000013636f6c72\
               6e636c780003000d0002800000001769706d61000000000000000100010401028304000000276d64617412000a083808\
               bf61030d029032111640061861840000794cee2bef0b3a5a56";
    let digits: Vec<u8> =
        hex.chars().filter_map(|c| c.to_digit(16)).map(|d| u8::try_from(d).expect("a digit")).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

#[test]
fn a_stream_whose_colours_have_a_number_of_nothing_is_shown() {
    let shown = vitrine::photos::rendition(&red(), 8, &|_| true).expect("it is shown");
    assert!([shown.width, shown.height] == [8, 8] && shown.rgba[0] > 150 && shown.rgba[1] < 90, "{shown:?}");
}

#[test]
fn sides_whose_product_no_number_holds_are_too_large() {
    let mut bytes = red();
    let sides = bytes.windows(4).position(|name| name == b"ispe").expect("they are told") + 8;
    bytes[sides..sides + 8].fill(0xFF);
    assert!(vitrine::photos::memory(&bytes) > 1 << 40);
    assert_eq!(vitrine::photos::rendition(&bytes, 8, &|_| true), Err(vitrine::photos::DecodeError::TooLarge));
}
