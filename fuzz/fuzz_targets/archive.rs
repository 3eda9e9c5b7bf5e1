//! Any bytes as a `.vitrine` archive: an exhibition, a photo folder, or a reason; never a panic, a hang or memory without bounds.
//!
//! `cargo fuzz run archive -- -max_total_time=1800 -rss_limit_mb=1024 -timeout=15` (cargo-fuzz, a nightly toolchain); small
//! archives that `vitrine pack` made are good seeds.
#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use vitrine::files;

/// The most bytes of an entry that are read.
const LIMIT: u64 = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    let path = std::env::temp_dir().join(format!("fuzz-{}.vitrine", std::process::id()));
    fs::write(&path, bytes).expect("a file");
    let opened = files::place_of(&path).and_then(|place| files::open(&place));
    if let Ok((pack, source)) = opened {
        for name in source.names().iter().take(8) {
            let _ = source.head(name, 4096);
            let _ = source.read(name, LIMIT);
            let _ = source.key(name);
        }
        let _ = pack.exhibition.photos.len();
    }
});
