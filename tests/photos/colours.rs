//! Colours that files tell of: grey profiles in every format, and what a PNG says by itself.

use moxcms::ColorProfile;
use vitrine::photos::{Pixels, encode_jpeg, rendition};

use crate::made::{fields, png, tiff};

fn first(bytes: &[u8]) -> [u8; 4] {
    let pixels = rendition(bytes, 4000, &|_| true).unwrap_or_else(|why| panic!("{why:?}"));
    pixels.rgba[..4].try_into().expect("a pixel")
}

/// A PNG of one colour with such chunks.
fn coloured(kind: u8, pixel: &[u8], chunks: &[(&[u8], &[u8])]) -> Vec<u8> {
    png([1, 1], [8, kind, 0], chunks, &[&[0], pixel].concat())
}

fn grey_profile(gamma: f32) -> Vec<u8> {
    ColorProfile::new_gray_with_gamma(gamma).encode().expect("a profile")
}

fn iccp(profile: &[u8]) -> Vec<u8> {
    [&b"name\0\0"[..], &miniz_oxide::deflate::compress_to_vec_zlib(profile, 6)].concat()
}

#[test]
fn grey_profiles_are_heeded_in_every_format() {
    // 96 of 255 is 0.376 of the light, which sRGB writes as 165.
    for (gamma, wanted) in [(1.0, 165), (1.8, 116), (2.2, 96)] {
        let icc = grey_profile(gamma);
        let near = |pixel: [u8; 4], what: &str| {
            assert!(pixel[0].abs_diff(wanted) <= 3 && pixel[0] == pixel[2], "{what} at {gamma}: {pixel:?}");
        };
        near(first(&coloured(0, &[96], &[(b"iCCP", &iccp(&icc))])), "PNG");
        near(first(&coloured(4, &[96, 255], &[(b"iCCP", &iccp(&icc))])), "PNG with alpha");
        let field = (34_675, 4, icc.chunks(4).map(|b| u32::from_le_bytes(b.try_into().unwrap_or_default())).collect());
        near(first(&tiff([fields([1, 1], 8, 1, 1, 1, 1), vec![field]].concat(), &[vec![96]], false)), "TIFF");
        let jpeg =
            encode_jpeg(&Pixels { width: 8, height: 8, rgba: [96, 96, 96, 255].repeat(64) }, 95.0).expect("encoded");
        let segment = [&b"ICC_PROFILE\0\x01\x01"[..], &icc].concat();
        let length = u16::try_from(segment.len() + 2).expect("short").to_be_bytes();
        near(first(&[&jpeg[..2], &[0xFF, 0xE2], &length, &segment, &jpeg[2..]].concat()), "JPEG");
        near(first(&webp(&icc)), "WebP");
    }
    // A profile for greys says nothing of colours.
    assert_eq!(first(&coloured(2, &[96, 10, 200], &[(b"iCCP", &iccp(&grey_profile(1.0)))])), [96, 10, 200, 255]);
}

/// A WebP of one grey without loss, with a profile.
fn webp(icc: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = image_webp::WebPEncoder::new(&mut out);
    encoder.set_icc_profile(icc.to_vec());
    encoder.encode(&[96; 3 * 64], 8, 8, image_webp::ColorType::Rgb8).expect("encoded");
    out
}

#[test]
fn a_png_s_own_words_count_in_their_order() {
    let gamma: (&[u8], &[u8]) = (b"gAMA", &100_000_u32.to_be_bytes());
    let light = |chunks: &[(&[u8], &[u8])]| first(&coloured(2, &[96; 3], chunks))[0];
    assert!(light(&[gamma]).abs_diff(165) <= 1, "{}", light(&[gamma]));
    assert_eq!(light(&[(b"sRGB", b"\0"), gamma]), 96);
    assert_eq!(light(&[gamma, (b"cICP", &[1, 13, 0, 1])]), 96, "cICP comes first");
    assert_eq!(light(&[(b"gAMA", &45_455_u32.to_be_bytes())]), 96);
    let linear = light(&[(b"cICP", &[1, 8, 0, 1])]);
    assert!(linear.abs_diff(165) <= 1, "linear light: {linear}");
    let narrow = |value: u8| first(&coloured(2, &[value; 3], &[(b"cICP", &[1, 13, 0, 0])]))[0];
    assert_eq!([narrow(16), narrow(235), narrow(0)], [0, 255, 0]);
}

#[test]
fn display_p3_keeps_its_colours() {
    // Half red of Display P3 is more than half red on the screen; its white and grey stay.
    let p3: (&[u8], &[u8]) = (b"cICP", &[12, 13, 0, 1]);
    let [r, g, b, _] = first(&coloured(2, &[200, 50, 50], &[p3]));
    assert!(r > 212 && g < 40 && b < 48, "{r} {g} {b}");
    assert!(first(&coloured(2, &[255; 3], &[p3]))[..3].iter().all(|v| *v >= 254));
    // The same by points and power: P3's primaries with sRGB's power.
    let points = [31_270_u32, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000].map(u32::to_be_bytes).concat();
    let by_points = first(&coloured(2, &[200, 50, 50], &[(b"gAMA", &45_455_u32.to_be_bytes()), (b"cHRM", &points)]));
    assert!(by_points[0].abs_diff(r) <= 3 && by_points[1].abs_diff(g) <= 3, "{by_points:?} for {r} {g} {b}");
}

#[test]
fn pq_and_hlg_are_toned_down() {
    let shown = |code: u8, transfer: u8| first(&coloured(0, &[code], &[(b"cICP", &[9, transfer, 0, 1])]))[0];
    // The white of paper is 58 % in PQ, 75 % in HLG; black is black.
    for (transfer, paper) in [(16, 148), (18, 191)] {
        assert!((215..240).contains(&shown(paper, transfer)), "{}", shown(paper, transfer));
        assert!(shown(0, transfer) < 3 && shown(255, transfer) >= 254);
    }
    // Rec. 2020's red goes out of the screen's colours, and stays red.
    let [r, g, b, _] = first(&coloured(2, &[140, 40, 40], &[(b"cICP", &[9, 16, 0, 1])]));
    assert!(r > 180 && g < 40 && b < 60, "{r} {g} {b}");
}

#[test]
fn the_test_set_s_pq_looks_like_the_same_without() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata/cases/16-gray-icc-cicp");
    if !folder.is_dir() {
        eprintln!("skipped: the picture test set is not here");
        return;
    }
    let of = |name: &str| crate::decode(&folder.join(name), 512).expect("it is read");
    assert!(crate::difference(&of("cicp/pq.png"), &of("cicp/plain.png")) < 20.0);
    assert!(crate::difference(&of("gray/gamma1.0.png"), &of("gray/gamma1.0.jpg")) < 3.0);
    assert!(of("gray/gamma1.0.png").mean()[0] > of("gray/none.jpg").mean()[0] + 30);
}
