//! Descriptions made by hand.

use super::*;

fn piece(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len() + 8).expect("short").to_be_bytes();
    [&length[..], &kind, data].concat()
}

/// A file whose primary item 1 has these properties.
fn file(properties: &[Vec<u8>]) -> Vec<u8> {
    let count = u8::try_from(properties.len()).expect("few");
    let places: Vec<u8> = (1..=count).collect();
    let ipma = [&[0, 0, 0, 0, 0, 0, 0, 1, 0, 1, count], &places[..]].concat();
    let iprp = [piece(*b"ipco", &properties.concat()), piece(*b"ipma", &ipma)].concat();
    let infe = piece(*b"infe", b"\x02\0\0\0\0\x01\0\0hvc1\0");
    let meta = [
        vec![0; 4],
        piece(*b"pitm", &[0, 0, 0, 0, 0, 1]),
        piece(*b"iinf", &[&[0, 0, 0, 0, 0, 1][..], &infe].concat()),
        piece(*b"iprp", &iprp),
    ];
    [piece(*b"ftyp", b"heic\0\0\0\0mif1"), piece(*b"meta", &meta.concat())].concat()
}

fn turned(steps: &[(&[u8; 4], u8)]) -> u8 {
    let properties: Vec<Vec<u8>> = steps.iter().map(|(kind, value)| piece(**kind, &[*value])).collect();
    let file = file(&properties);
    let heif = Heif::new(&file).expect("a description");
    heif.orientation(heif.primary())
}

#[test]
fn turns_and_mirrors_become_one_orientation() {
    assert_eq!([0, 1, 2, 3].map(|angle| turned(&[(b"irot", angle)])), [1, 8, 3, 6]);
    assert_eq!((turned(&[(b"imir", 1)]), turned(&[(b"imir", 0)])), (2, 4));
    // A quarter to the left, then left and right swapped: as Exif's 7 is mirrored, then turned to the right.
    assert_eq!(turned(&[(b"irot", 1), (b"imir", 1)]), 7);
    assert_eq!(turned(&[(b"irot", 1), (b"imir", 0)]), 5);
    assert_eq!(turned(&[(b"imir", 1), (b"irot", 2)]), 4);
    assert_eq!(turned(&[(b"imir", 1), (b"imir", 1)]), 1);
}

#[test]
fn a_clean_aperture_crops() {
    let numbers = |values: [i32; 8]| values.iter().flat_map(|v| v.to_be_bytes()).collect::<Vec<u8>>();
    let ispe = piece(*b"ispe", &[0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 100]);
    let cropped = |values| size(&file(&[ispe.clone(), piece(*b"clap", &numbers(values))]));
    assert_eq!(cropped([29, 1, 100, 1, -35, 2, 0, 1]), Some([29, 100]));
    let outside = cropped([129, 1, 100, 1, 0, 1, 0, 1]);
    assert_eq!(outside, Some([64, 100]), "what is not in the picture is ignored");
    assert_eq!(cropped([29, 0, 100, 1, 0, 1, 0, 1]), Some([64, 100]));
}

#[test]
fn whatever_is_cut_off_is_absent() {
    let whole = file(&[piece(*b"ispe", &[0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 8])]);
    assert_eq!(size(&whole), Some([9, 8]));
    for end in 0..whole.len() {
        assert_eq!(size(&whole[..end]), None);
        let _nothing = blocks(&whole[..end]);
    }
}
