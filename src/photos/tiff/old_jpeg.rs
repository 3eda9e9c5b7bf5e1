//! JPEG of the old kind in a TIFF (TIFF 6.0, section 22, compression 6): either one whole stream, or the tables in fields of the
//! directory, and in the strips nothing but coefficients.

use super::layout::Layout;
use crate::photos::DecodeError;
use crate::photos::jpeg_frame::Frame;
use crate::photos::jpeg_markers::{EOI, SIGNATURE, segment};

/// What is said of those that are not read.
const NAME: DecodeError = DecodeError::Variant("TIFF (JPEG of the old kind)");
/// The tags of the whole stream, its length, and of the restart interval.
const STREAM: u64 = 513;
const LENGTH: u64 = 514;
const RESTART: u64 = 515;
/// The tags of the tables of each component: for quantisation, then of Huffman codes for DC and AC.
const TABLES: [u64; 3] = [519, 520, 521];
/// The most bytes of a Huffman table: how many codes there are of each length, and the codes.
const MAX_CODES: usize = 16 + 256;

/// Returns the stream of the whole picture, if there is one.
pub fn stream<'a>(layout: &Layout<'a>) -> Option<&'a [u8]> {
    let number = |tag| layout.field(tag)?.get(0).and_then(|number| usize::try_from(number).ok());
    let rest = layout.bytes.get(number(STREAM)?..)?;
    let length = number(LENGTH).filter(|length| *length > 0).unwrap_or(rest.len());
    // Some writers count the tables alone, and go on behind them with the strips.
    let all = [length.min(rest.len()), rest.len()].map(|length| &rest[..length]);
    all.into_iter().find(|bytes| is_stream(bytes))
}

fn is_stream(bytes: &[u8]) -> bool {
    bytes.starts_with(&SIGNATURE) && Frame::find(bytes).is_some()
}

/// Builds a complete JPEG of a strip.
pub fn strip(layout: &Layout<'_>, chunk: usize) -> Result<Vec<u8>, DecodeError> {
    let data = layout.packed(chunk).ok_or(DecodeError::Damaged)?;
    if is_stream(data) {
        return Ok(data.to_vec());
    }
    let first_row = u32::try_from(chunk).unwrap_or(u32::MAX).saturating_mul(layout.chunk[1]);
    let rows = layout.chunk[1].min(layout.size[1].saturating_sub(first_row));
    let [width, height] = [layout.size[0], rows].map(|side| u16::try_from(side).map_err(|_large| NAME));
    let components = u8::try_from(layout.samples).ok().filter(|count| matches!(count, 1 | 3)).ok_or(NAME)?;
    let mut out = SIGNATURE.to_vec();
    let mut add = |marker: u8, data: &[u8]| segment(marker, data).map(|whole| out.extend(whole)).ok_or(NAME);
    // Says that three components are YCbCr or RGB.
    let transform = u8::from(layout.colours == super::layout::Colours::Ycc);
    add(0xEE, &[&b"Adobe\0\x64\0\0\0\0"[..], &[transform]].concat())?;
    for number in 0..components {
        let [quantisation, dc, ac] = TABLES.map(|tag| {
            let at = usize::try_from(layout.field(tag)?.get(number.into())?).ok()?;
            layout.bytes.get(at..)
        });
        let quantisation = quantisation.and_then(|table| table.get(..64)).ok_or(NAME)?;
        add(0xDB, &[&[number], quantisation].concat())?;
        for (class, table) in [(0x00, dc), (0x10, ac)] {
            let table = table.and_then(codes).ok_or(NAME)?;
            add(0xC4, &[&[class | number], table].concat())?;
        }
    }
    if let Some(interval) = layout.field(RESTART).and_then(|field| field.get(0)).filter(|interval| *interval > 0) {
        add(0xDD, &u16::try_from(interval).map_err(|_large| NAME)?.to_be_bytes())?;
    }
    // The first component is sampled more often than the others.
    let sampling = layout.field(530).map_or([2, 2], |s| [0, 1].map(|at| s.get(at).unwrap_or(2)));
    let [across, down] = if components == 1 { [1, 1] } else { sampling.map(|n| u8::try_from(n & 15).unwrap_or(1)) };
    let mut frame = [&[8][..], &height?.to_be_bytes(), &width?.to_be_bytes(), &[components]].concat();
    let mut scan = vec![components];
    for number in 0..components {
        frame.extend([number + 1, if number == 0 { across << 4 | down } else { 0x11 }, number]);
        scan.extend([number + 1, number << 4 | number]);
    }
    scan.extend([0, 63, 0]);
    // Extended sequential: it may have a table for each component.
    add(0xC1, &frame)?;
    add(0xDA, &scan)?;
    out.extend(data);
    out.extend([0xFF, EOI]);
    Ok(out)
}

/// Cuts a Huffman table out of what follows.
fn codes(table: &[u8]) -> Option<&[u8]> {
    let count: usize = table.get(..16)?.iter().map(|count| usize::from(*count)).sum();
    table.get(..16 + count).filter(|table| table.len() <= MAX_CODES)
}
