//! PNG encoding.

use egui::ColorImage;

/// Encodes an image as PNG, with `program` as its software; alpha is dropped.
#[must_use]
pub fn png(image: &ColorImage, program: &str) -> Vec<u8> {
    let bytes: Vec<u8> = image.pixels.iter().flat_map(|p| [p.r(), p.g(), p.b()]).collect();
    let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let mut out = Vec::new();
    let write = |out: &mut Vec<u8>| {
        let mut encoder = ::png::Encoder::new(out, width, height);
        encoder.set_color(::png::ColorType::Rgb);
        encoder.set_compression(::png::Compression::Fast);
        encoder.set_filter(::png::Filter::Adaptive);
        encoder.add_text_chunk("Software".to_owned(), program.to_owned())?;
        encoder.write_header()?.write_image_data(&bytes)
    };
    // Writing to memory cannot fail.
    let _ = write(&mut out);
    out
}
