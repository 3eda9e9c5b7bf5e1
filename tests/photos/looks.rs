//! Pictures look as they should: upright, in the right colours, the same in every format.

use vitrine::photos::{Deep, Pixels, TILE, Tile, levels, preview, rendition, upright_size};

use crate::{decode, difference, test_set};

/// How far the looks of two encodings of a picture may be apart.
const SAME: f64 = 4.0;
/// The same where colours were converted from another space, or compression is strong.
const NEAR: f64 = 14.0;

/// Holds files to the look of a reference picture.
fn hold(reference: &str, wanted: impl Fn(&crate::Entry) -> Option<f64>) {
    let Some(set) = test_set() else { return };
    let of = |name: &str| set.iter().find(|e| e.name == name).expect("the reference");
    let reference = decode(&of(reference).path, 256).expect("the reference can be read");
    let mut held = 0;
    for entry in &set {
        let Some(limit) = wanted(entry) else { continue };
        let pixels = decode(&entry.path, 256).unwrap_or_else(|why| panic!("{}: {why:?}", entry.name));
        let apart = difference(&pixels, &reference);
        assert!(apart < limit, "{} looks otherwise: {apart:.1}", entry.name);
        held += 1;
    }
    assert!(held > 3, "only {held} files were held to it");
}

#[test]
fn every_orientation_stands_upright() {
    hold("exif/Landscape_1.jpg", |e| {
        (e.name.starts_with("exif/Landscape_") && !e.name.ends_with("_0.jpg")).then_some(SAME)
    });
    hold("exif/ref_upright.png", |e| {
        let held = e.name.starts_with("exif/made_") && !e.name.contains("long_type") && !e.name.contains("after_other");
        // Shown as it is stored: the manifest's pictures with broken or invalid marks.
        (held && !e.note.contains("as stored")).then_some(NEAR)
    });
}

#[test]
fn one_picture_looks_the_same_in_every_format() {
    hold("formats/ref.png", |e| {
        (e.name.starts_with("formats/") && e.note.contains("same look")).then_some(if e.note.contains("CMYK") {
            30.0
        } else {
            NEAR
        })
    });
}

#[test]
fn colour_profiles_are_honoured() {
    hold("icc/ref_srgb.png", |e| {
        e.name.starts_with("icc/").then_some(if e.name.contains("garbage") { 40.0 } else { NEAR })
    });
}

/// A soft edge over nothing has the colour of the picture, not of the paint behind it.
#[test]
fn a_soft_edge_has_no_dark_fringe() {
    let Some(set) = test_set() else { return };
    let entry = set.iter().find(|e| e.name == "formats/alpha_soft.png").expect("it is there");
    for side in [384, 200, 64] {
        let pixels = decode(&entry.path, side).expect("decodes");
        assert!(!pixels.is_opaque());
        let over = pixels.rgba.chunks_exact(4).all(|p| p[..3].iter().all(|value| value <= &p[3]));
        assert!(over, "colours are premultiplied at {side}");
    }
}

#[test]
fn a_smaller_rendition_is_the_same_picture_and_never_enlarged() {
    let Some(set) = test_set() else { return };
    for entry in set.iter().filter(|e| e.name.starts_with("photos/")) {
        let size = entry.size.expect("a size");
        let whole = decode(&entry.path, 1200).expect("decodes");
        for side in [700, 512, 160] {
            let small = decode(&entry.path, side).expect("decodes");
            assert_eq!(small.width.max(small.height), side.min(size[0].max(size[1])), "{} at {side}", entry.name);
            assert!(difference(&small, &whole) < 6.0, "{} at {side}", entry.name);
        }
    }
}

/// The rectangle of a picture as the bytes of its rows.
fn part(of: &Pixels, [x, y, w, h]: [u32; 4]) -> Pixels {
    let row = |y: u32| &of.rgba[((y * of.width + x) * 4) as usize..((y * of.width + x + w) * 4) as usize];
    Pixels { width: w, height: h, rgba: (y..y + h).flat_map(|y| row(y).to_vec()).collect() }
}

#[test]
fn tiles_are_parts_of_the_whole_picture() {
    let Some(set) = test_set() else { return };
    let names = [
        "photos/Kleiber_by_Lukas_Baubkus.jpg",
        "photos/sunset_by_Aitzol_Berasategi.jpg",
        "exif/Landscape_6.jpg",
        "exif/Portrait_8.jpg",
        "formats/rgb16.png",
    ];
    for name in names {
        let entry = set.iter().find(|e| e.name == name).expect("it is there");
        let bytes = std::fs::read(&entry.path).expect("bytes");
        let deep = Deep::open(&bytes, &|_| true).expect("opens");
        let size = upright_size(&bytes).expect("a size");
        assert_eq!(deep.size(), size);
        let whole = rendition(&bytes, 100_000, &|_| true).expect("decodes");
        let last = [(size[0] - 1) / TILE, (size[1] - 1) / TILE];
        for (column, row) in [(0, 0), (last[0], last[1]), (last[0] / 2, last[1])] {
            let tile = Tile { level: 0, column, row };
            let shown = tile.part(size).expect("inside");
            let got = deep.tiles(&bytes, &[tile], &|_| true).expect("decodes").pop().expect("a tile").1;
            assert_eq!([got.width, got.height], [shown[2], shown[3]], "{name}");
            assert!(difference(&got, &part(&whole, shown)) < 1.0, "{name} {tile:?}");
        }
        for level in 1..=levels(size) {
            let tile = Tile { level, column: 0, row: 0 };
            let got = deep.tiles(&bytes, &[tile], &|_| true).expect("decodes").pop().expect("a tile").1;
            let shown = tile.part(size).expect("inside");
            let small = rendition(&bytes, size[0].max(size[1]).div_ceil(1 << level), &|_| true).expect("decodes");
            let area = [0, 0, got.width.min(small.width), got.height.min(small.height)];
            assert!(got.width.abs_diff(shown[2].div_ceil(1 << level)) <= 1, "{name} level {level}: {got:?}");
            assert!(difference(&part(&got, area), &part(&small, area)) < 4.0, "{name} level {level}");
        }
        let outside = Tile { level: 0, column: 90, row: 90 };
        assert!(deep.tiles(&bytes, &[outside], &|_| true).expect("nothing to do").is_empty());
    }
}

#[test]
fn the_small_picture_inside_a_file_looks_like_the_large_one() {
    let Some(set) = test_set() else { return };
    let mut seen = 0;
    for entry in set.iter().filter(|e| e.expect == "decode" && e.path.extension().is_some_and(|e| e == "jpg")) {
        let bytes = std::fs::read(&entry.path).expect("bytes");
        let Some(small) = preview(&bytes[..bytes.len().min(65536)], &|_| true) else { continue };
        let whole = decode(&entry.path, 320).expect("decodes");
        assert!(difference(&small, &whole) < 20.0, "{}: {:.1}", entry.name, difference(&small, &whole));
        seen += 1;
    }
    eprintln!("{seen} files have one");
}
