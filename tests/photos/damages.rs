//! Ten thousand random damages of small pictures of every kind: pixels or a reason, in no time, within the limits.

use std::cell::Cell;
use std::time::{Duration, Instant};

use vitrine::photos::{
    Deep, Pixels, Tile, captions, encode_jpeg, encode_png, memory, preview, rendition, upright_size,
};

use crate::made::{bmp, fields, gif, passes, png, tiff, webp};

/// What one damaged picture may take at most, of time and of memory that is told before.
const TIME: Duration = Duration::from_secs(10);
const MEMORY: u64 = 288 << 20;

/// One small picture of each kind.
fn seeds() -> Vec<Vec<u8>> {
    let rgba: Vec<u8> = (0..24 * 18_u32)
        .flat_map(|i| [i * 7 % 256, i * 13 % 256, i % 24 * 10, 255].map(|v| u8::try_from(v).unwrap_or(0)))
        .collect();
    let mut clear = rgba.clone();
    clear.iter_mut().skip(3).step_by(8).for_each(|alpha| *alpha = 90);
    let opaque = Pixels { width: 24, height: 18, rgba: rgba.clone() };
    let greys: Vec<u8> = rgba.iter().step_by(4).copied().collect();
    let jpeg = encode_jpeg(&opaque, 80.0).expect("encoded");
    let zip = |bytes: &[u8]| miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6);
    let lzw = weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8).encode(&greys).expect("packed");
    let whole = |bits, packing, colours, samples| fields([24, 18], bits, packing, colours, samples, 18);
    let mut lossless = Vec::new();
    let encoder = image_webp::WebPEncoder::new(&mut lossless);
    encoder.encode(&clear, 24, 18, image_webp::ColorType::Rgba8).expect("encoded");
    // Seven passes' rows of a grey picture of 8 × 8, each with its filter.
    let interlaced = [
        vec![0, 1],
        vec![0, 2],
        vec![0, 3, 4],
        [0, 5, 6].repeat(2),
        [0, 1, 2, 3, 4].repeat(2),
        [0, 1, 2, 3, 4].repeat(4),
        [0, 9, 8, 7, 6, 5, 4, 3, 2].repeat(4),
    ]
    .concat();
    vec![
        jpeg.clone(),
        passes(40, 6),
        encode_png(&opaque).expect("encoded"),
        encode_png(&Pixels { rgba: clear, ..opaque }).expect("encoded"),
        png([8, 8], [8, 0, 1], &[(b"gAMA", &[0, 1, 0, 0]), (b"cICP", &[9, 16, 0, 1])], &interlaced),
        gif([30, 20], [2, 1, 24, 18], false, greys.clone()),
        gif([24, 18], [0, 0, 24, 18], true, greys.clone()),
        lossless,
        webp([40, 30]),
        tiff(whole(8, 5, 1, 1), &[lzw], false),
        tiff(whole(8, 8, 1, 1), &[zip(&greys)], false),
        tiff([whole(8, 32_773, 3, 1), vec![(320, 3, (0..768).collect())]].concat(), &[[129, 7].repeat(4)], false),
        tiff(whole(1, 4, 0, 1), &[vec![0xA5; 60]], false),
        tiff([whole(1, 3, 0, 1), vec![(292, 4, vec![5])]].concat(), &[vec![0x35; 60]], false),
        tiff(whole(8, 7, 6, 3), &[jpeg], false),
        tiff(
            [whole(16, 8, 2, 3), vec![(284, 3, vec![2]), (317, 3, vec![2]), (322, 4, vec![16]), (323, 4, vec![16])]]
                .concat(),
            &vec![zip(&[7; 512]); 12],
            true,
        ),
        bmp([24, 18], 24, 0, &[], &rgba[..24 * 18 * 3]),
        bmp([24, 18], 8, 1, &[[9; 4]; 200], &[[24, 3, 0, 0].repeat(18), vec![0, 1]].concat()),
    ]
}

#[test]
fn ten_thousand_damages_end_nothing() {
    let seeds = seeds();
    for (number, seed) in seeds.iter().enumerate() {
        assert!(upright_size(seed).is_some(), "seed {number} is a picture");
    }
    // A fixed start, so that a failure comes again (Marsaglia's xorshift).
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).expect("small")).expect("small")
    };
    let (mut shown, mut slowest) = (0, Duration::ZERO);
    for round in 0..10_000 {
        let mut bytes = seeds[round % seeds.len()].clone();
        let reach = if random(2) == 0 { bytes.len() } else { bytes.len().min(120) };
        for _ in 0..=random(4) {
            let at = random(reach);
            bytes[at] =
                [0, 0xFF, 0x7F, bytes[at] ^ 1 << random(8), u8::try_from(random(256)).expect("a byte")][random(5)];
        }
        if random(8) == 0 {
            bytes.truncate(random(bytes.len()));
        }
        let begun = Instant::now();
        let stopped = Cell::new(false);
        let go_on = |_share| {
            // A picture that says that it is large is real work: half a second of it is enough here.
            stopped.set(stopped.get() || begun.elapsed() > TIME / 20);
            !stopped.get()
        };
        let told = memory(&bytes);
        let small = rendition(&bytes, 64, &go_on);
        if let Ok(pixels) = &small {
            assert!(told <= MEMORY + (1 << 20), "round {round}: {told} bytes");
            assert_eq!(pixels.rgba.len(), pixels.width as usize * pixels.height as usize * 4, "round {round}");
            shown += 1;
        }
        let _ = preview(&bytes, &go_on);
        let _ = captions::captions(&bytes);
        if let Ok(deep) = Deep::open(&bytes, &go_on) {
            let _ = deep.tiles(&bytes, &[Tile { level: 0, column: 0, row: 0 }], &go_on);
        }
        slowest = slowest.max(begun.elapsed());
        assert!(begun.elapsed() < TIME, "round {round}: {:?}", begun.elapsed());
    }
    eprintln!("{shown} of them could still be shown; the slowest took {slowest:?}");
}
