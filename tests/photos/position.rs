//! Where the camera stood is taken out of files of every kind, and nothing else.

use std::fs;

use vitrine::photos::{rendition, without_position};

use crate::test_set;

#[test]
fn a_file_without_its_position_is_the_same_picture() {
    let Some(entries) = test_set() else { return };
    let mut held = Vec::new();
    for entry in entries {
        let bytes = fs::read(&entry.path).expect("its bytes");
        if bytes.len() > 8 << 20 {
            continue;
        }
        let Some(clean) = without_position(&bytes) else { continue };
        let look = |bytes: &[u8]| rendition(bytes, 64, &|_| true);
        assert_eq!(look(&clean), look(&bytes), "{}", entry.name);
        assert_eq!(without_position(&clean), None, "{}: nothing is left", entry.name);
        held.push(entry.name);
    }
    assert!(held.iter().any(|name| name.ends_with("made_gps_author.jpg")), "{held:?}");
}

#[test]
fn damaged_files_lose_their_position_or_are_left_alone() {
    let Some(entries) = test_set() else { return };
    let mut seed = 7_u32;
    let mut random = move |below: usize| {
        // Numerical Recipes' generator: any sequence will do.
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below.max(1)
    };
    for entry in entries {
        let bytes = fs::read(&entry.path).expect("its bytes");
        if bytes.is_empty() || bytes.len() > 40_000 {
            continue;
        }
        for _ in 0..20 {
            let mut damaged = bytes.clone();
            for _ in 0..=random(6) {
                let at = random(damaged.len().min(600));
                damaged[at] = u8::try_from(random(256)).unwrap_or(0);
            }
            damaged.truncate(damaged.len() - random(damaged.len() / 2));
            let clean = without_position(&damaged).unwrap_or(damaged);
            assert_eq!(without_position(&clean), None, "{}: once is enough", entry.name);
        }
    }
}
