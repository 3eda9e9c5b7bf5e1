//! Any bytes as an `exhibition.json`: a reason or problems, never a panic.
//!
//! `cargo fuzz run read_exhibition fuzz/seeds -- -max_total_time=1800` (cargo-fuzz, a nightly toolchain).
#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use vitrine::model::{Known, check, read, slots, summary, write};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Ok((exhibition, _)) = read(&text) else { return };
    let files = BTreeSet::new();
    let _ = check(&exhibition, &Known { files: &files, has_glyph: &|_| true });
    for slot in slots(&exhibition) {
        assert_eq!(slot.height, slot.batch.figure.amount().map(|a| a.value), "a missing figure has no bar");
    }
    let _ = summary(&exhibition);
    let written = write(&exhibition).expect("what was read can be written");
    let (again, _) = read(&written).expect("and read again");
    assert_eq!(again.batches, exhibition.batches);
});
