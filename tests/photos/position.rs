//! Where the camera stood goes along with no file of the test set, and the picture stays the same.

use std::fs;
use std::path::Path;

use vitrine::photos::captions::captions;
use vitrine::photos::{DecodeError, ForPack, Format, How, container, for_pack, rendition, upright_size};

use crate::test_set;

/// Every how manieth picture is tried of those that are encoded anew, which takes long; `VITRINE_ALL_PHOTOS=1` tries all.
const SAMPLE: usize = 7;

/// Nothing of a position, all of the picture and of what was said.
fn check(name: &str, bytes: &[u8], done: &ForPack) {
    let again = for_pack(&done.bytes, &|_| true).unwrap_or_else(|why| panic!("{name}: {why:?}"));
    assert!(!again.had_position, "{name}: a position is left");
    assert_eq!(again.how, How::AsItWas, "{name}: once is enough");
    assert_eq!(captions(&done.bytes), captions(bytes), "{name}");
    if done.how == How::Reencoded {
        return;
    }
    assert_eq!(upright_size(&done.bytes), upright_size(bytes), "{name}");
    let is_profile = |icc: &[u8]| icc.get(36..40) == Some(b"acsp");
    let profile =
        |bytes: &[u8]| container::blocks(bytes).icc.filter(|icc| is_profile(icc)).map(std::borrow::Cow::into_owned);
    assert_eq!(profile(&done.bytes), profile(bytes), "{name}");
    // What was damaged beside its pixels may be whole now.
    if let Ok(before) = rendition(bytes, 64, &|_| true) {
        assert_eq!(rendition(&done.bytes, 64, &|_| true), Ok(before), "{name}");
    }
}

/// Whether a pack has it as a JPEG or PNG, so that any program opens it.
fn is_new(bytes: &[u8]) -> bool {
    matches!(container::format(bytes), Some(Format::Heif | Format::Jxl | Format::Jp2))
}

#[test]
fn a_file_without_its_position_is_the_same_picture() {
    let Some(entries) = test_set() else { return };
    let (mut held, mut anew) = (Vec::new(), Vec::new());
    let is_sample = |number: usize| number.is_multiple_of(SAMPLE) || std::env::var_os("VITRINE_ALL_PHOTOS").is_some();
    for (number, entry) in entries.into_iter().enumerate() {
        let bytes = fs::read(&entry.path).expect("its bytes");
        if bytes.len() > 2 << 20 || bytes.is_empty() || (is_new(&bytes) && !is_sample(number)) {
            continue;
        }
        match for_pack(&bytes, &|_| true) {
            Ok(done) => {
                check(&entry.name, &bytes, &done);
                held.extend(done.had_position.then(|| entry.name.clone()));
                let is_meant = is_new(&bytes) || entry.expect != "decode";
                anew.extend((done.how == How::Reencoded && !is_meant).then_some(entry.name));
            }
            Err(DecodeError::Unread(_)) => {}
            Err(why) => assert_ne!(entry.expect, "decode", "{}: {why:?}", entry.name),
        }
    }
    assert!(held.iter().any(|name| name.ends_with("made_gps_author.jpg")), "{held:?}");
    // Files whose end is missing, and little else.
    assert!(anew.len() < 12, "{anew:?}");
}

#[test]
fn positions_are_found_wherever_they_hide_and_never_go_along() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata/cases");
    let folders = [folder.join("20-positions"), folder.join("10-motion-gps/motion")];
    let files = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    for file in files {
        let (name, bytes) = (file.file_name().display().to_string(), fs::read(file.path()).expect("its bytes"));
        match for_pack(&bytes, &|_| true) {
            Ok(done) => {
                assert!(done.had_position, "{name}: it is not found");
                check(&name, &bytes, &done);
            }
            // Some have metadata and no pixels.
            Err(why) => assert!(matches!(why, DecodeError::Unread(_)) || is_new(&bytes), "{name}: {why:?}"),
        }
    }
}
