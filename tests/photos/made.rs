//! Small picture files of kinds that no library here writes, made by hand.

/// A field of a TIFF: tag, type (3 or 4), values.
pub type Field = (u16, u16, Vec<u32>);

/// A TIFF of the lower byte first: fields in any order, strips or tiles as they are packed. Equal ones are stored once.
pub fn tiff(mut fields: Vec<Field>, chunks: &[Vec<u8>], tiled: bool) -> Vec<u8> {
    let mut body: Vec<u8> = Vec::new();
    let mut known: Vec<(&Vec<u8>, u32)> = Vec::new();
    let (mut offsets, mut counts) = (Vec::new(), Vec::new());
    for chunk in chunks {
        let before = known.iter().find(|(other, _)| *other == chunk).map(|(_, at)| *at);
        let at = before.unwrap_or(8 + u32::try_from(body.len()).expect("small"));
        if before.is_none() {
            body.extend(chunk);
            known.push((chunk, at));
        }
        offsets.push(at);
        counts.push(u32::try_from(chunk.len()).expect("small"));
    }
    if body.len() % 2 == 1 {
        body.push(0);
    }
    fields.push((if tiled { 324 } else { 273 }, 4, offsets));
    fields.push((if tiled { 325 } else { 279 }, 4, counts));
    fields.sort_by_key(|field| field.0);
    let directory = 8 + u32::try_from(body.len()).expect("small");
    let mut values_at = directory + 2 + 12 * u32::try_from(fields.len()).expect("few") + 4;
    let mut out = [&b"II*\0"[..], &directory.to_le_bytes(), &body].concat();
    out.extend(u16::try_from(fields.len()).expect("few").to_le_bytes());
    let mut values = Vec::new();
    for (tag, kind, numbers) in fields {
        let data: Vec<u8> =
            numbers.iter().flat_map(|n| n.to_le_bytes()[..if kind == 3 { 2 } else { 4 }].to_vec()).collect();
        out.extend([tag.to_le_bytes(), kind.to_le_bytes()].concat());
        out.extend(u32::try_from(numbers.len()).expect("few").to_le_bytes());
        if data.len() <= 4 {
            out.extend(&data);
            out.resize(out.len() + 4 - data.len(), 0);
        } else {
            out.extend(values_at.to_le_bytes());
            values_at += u32::try_from(data.len()).expect("small");
            values.extend(data);
        }
    }
    [out, vec![0; 4], values].concat()
}

/// The fields that every TIFF has: size, bits, packing, what the samples are, how many, rows in a strip.
pub fn fields(size: [u32; 2], bits: u32, packing: u32, colours: u32, samples: u32, rows: u32) -> Vec<Field> {
    vec![
        (256, 4, vec![size[0]]),
        (257, 4, vec![size[1]]),
        (258, 3, vec![bits; samples as usize]),
        (259, 3, vec![packing]),
        (262, 3, vec![colours]),
        (277, 3, vec![samples]),
        (278, 4, vec![rows]),
    ]
}

/// A Windows bitmap with so many bits a pixel, packed by a number, upwards.
pub fn bmp([width, height]: [u32; 2], bits: u16, packing: u32, palette: &[[u8; 4]], data: &[u8]) -> Vec<u8> {
    let start = 54 + u32::try_from(palette.len() * 4).expect("small");
    let length = u32::try_from(data.len()).expect("small");
    let mut out = b"BM".to_vec();
    out.extend([start + length, 0, start, 40, width, height].iter().flat_map(|n| n.to_le_bytes()));
    out.extend([1, bits].iter().flat_map(|n| n.to_le_bytes()));
    let colours = u32::try_from(palette.len()).expect("few");
    out.extend([packing, length, 0, 0, colours, 0].iter().flat_map(|n| n.to_le_bytes()));
    [out, palette.as_flattened().to_vec(), data.to_vec()].concat()
}

/// A PNG with the chunks between its head and its pixels, whose rows are given with their filters.
pub fn png(
    [width, height]: [u32; 2],
    [bits, kind, interlaced]: [u8; 3],
    between: &[(&[u8], &[u8])],
    rows: &[u8],
) -> Vec<u8> {
    let chunk = |kind: &[u8], data: &[u8]| {
        let body = [kind, data].concat();
        let length = u32::try_from(data.len()).expect("small").to_be_bytes();
        [&length[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
    };
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[bits, kind, 0, 0, interlaced]].concat();
    let pixels = miniz_oxide::deflate::compress_to_vec_zlib(rows, 6);
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        between.iter().flat_map(|(kind, data)| chunk(kind, data)).collect(),
        chunk(b"IDAT", &pixels),
        chunk(b"IEND", b""),
    ]
    .concat()
}

/// A JPEG in passes, each over all of its one component, with nothing in it.
pub fn passes(side: u16, count: usize) -> Vec<u8> {
    let segment =
        |marker: u8, body: &[u8]| [&[0xFF, marker, 0, u8::try_from(body.len() + 2).expect("short")][..], body].concat();
    let code = |place: u8, symbol: u8| segment(0xC4, &[&[place, 1][..], &[0; 15], &[symbol]].concat());
    let [high, low] = side.to_be_bytes();
    [
        vec![0xFF, 0xD8],
        segment(0xDB, &[&[0][..], &[1; 64]].concat()),
        segment(0xC2, &[8, high, low, high, low, 1, 1, 0x11, 0]),
        code(0, 0),
        code(0x10, 0xE0),
        segment(0xDA, &[1, 1, 0, 0, 0, 0]),
        segment(0xDA, &[1, 1, 0, 1, 63, 0]).repeat(count),
        vec![0xFF, 0xD9],
    ]
    .concat()
}

/// A lossy WebP of one grey, whose data are all zero.
pub fn webp(size: [u16; 2]) -> Vec<u8> {
    let blocks = usize::from(size[0]).div_ceil(16) * usize::from(size[1]).div_ceil(16);
    let first = (blocks * 3 / 4 + 64).min(0x7_FFFF);
    let tag = u32::try_from(first).expect("nineteen bits") << 5 | 1 << 4;
    let mut data = tag.to_le_bytes()[..3].to_vec();
    data.extend([0x9D, 0x01, 0x2A]);
    data.extend(size.iter().flat_map(|side| side.to_le_bytes()));
    data.resize(data.len() + first + blocks + 64, 0);
    data.resize(data.len().next_multiple_of(2), 0);
    let length = u32::try_from(data.len()).expect("small");
    [b"RIFF".to_vec(), (length + 12).to_le_bytes().to_vec(), b"WEBPVP8 ".to_vec(), length.to_le_bytes().to_vec(), data]
        .concat()
}

/// A GIF whose first picture lies on a larger canvas; its rows are given as numbers of 256 greys.
pub fn gif(canvas: [u16; 2], place: [u16; 4], interlaced: bool, numbers: Vec<u8>) -> Vec<u8> {
    let palette: Vec<u8> = (0..=255).flat_map(|grey| [grey; 3]).collect();
    let [left, top, width, height] = place;
    let mut out = Vec::new();
    let mut encoder = gif::Encoder::new(&mut out, canvas[0], canvas[1], &palette).expect("a head");
    let frame = gif::Frame { left, top, width, height, interlaced, buffer: numbers.into(), ..gif::Frame::default() };
    encoder.write_frame(&frame).expect("a picture");
    drop(encoder);
    out
}
