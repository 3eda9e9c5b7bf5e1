//! Any bytes as a picture: pixels or a reason, never a panic, a hang or memory without bounds.
//!
//! `cargo fuzz run decode -- -max_total_time=1800 -rss_limit_mb=1024 -timeout=15` (cargo-fuzz, a nightly toolchain); real
//! pictures of a few kilobytes make good seeds.
#![no_main]

use std::time::{Duration, Instant};

use libfuzzer_sys::fuzz_target;
use vitrine::photos::{Deep, How, Tile, captions, for_pack, preview, rendition, upright_size};

fuzz_target!(|bytes: &[u8]| {
    let begun = Instant::now();
    let go_on = |_share| begun.elapsed() < Duration::from_secs(5);
    let _ = captions::captions(bytes);
    let _ = preview(bytes, &go_on);
    if let Ok(clean) = for_pack(bytes, &go_on) {
        let again = for_pack(&clean.bytes, &go_on).expect("what was cleaned can be cleaned");
        assert_eq!(again.how, How::AsItWas, "once is enough");
        assert!(!again.had_position, "no position is left");
    }
    let told = upright_size(bytes);
    if let Ok(pixels) = rendition(bytes, 96, &go_on) {
        assert!(pixels.width.max(pixels.height) <= 96);
        assert_eq!(pixels.rgba.len(), pixels.width as usize * pixels.height as usize * 4);
        assert!(told.is_some(), "what can be read has a size");
    }
    if let Ok(deep) = Deep::open(bytes, &go_on) {
        let tiles = [Tile { level: 0, column: 0, row: 0 }, Tile { level: 2, column: 0, row: 0 }];
        let _ = deep.tiles(bytes, &tiles, &go_on);
    }
});
