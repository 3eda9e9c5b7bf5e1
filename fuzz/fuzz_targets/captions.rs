//! Any bytes as a picture's file: what it says of itself, never a panic, a hang or memory without bounds; no pixel is decoded.
//!
//! `cargo fuzz run captions -- -max_total_time=1800 -rss_limit_mb=512 -timeout=5` (cargo-fuzz, a nightly toolchain).
#![no_main]

use libfuzzer_sys::fuzz_target;
use vitrine::photos::container::{blocks, embedded_thumbnail, format, orientation, size};
use vitrine::photos::{captions, memory};

fuzz_target!(|bytes: &[u8]| {
    let known = format(bytes).is_some();
    assert!(known || size(bytes).is_none());
    assert!((1..=8).contains(&orientation(bytes)));
    assert!(blocks(bytes).icc.is_none_or(|icc| icc.len() <= 4 << 20));
    let _ = embedded_thumbnail(bytes);
    let _ = memory(bytes);
    let said = captions::captions(bytes);
    for text in [said.title.plain, said.caption.plain, said.credit, said.rights.plain, said.place] {
        assert!(text.chars().count() <= 2000 && text.trim() == text);
    }
});
