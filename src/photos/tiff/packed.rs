//! Decompresses a chunk of a TIFF sequentially, as much at a time as requested.

use std::borrow::Cow;

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush};
use weezl::BitOrder;

use super::fax::Fax;
use super::layout::{Layout, Packing};

/// A partly decompressed chunk.
pub struct Packed<'a> {
    bytes: Cow<'a, [u8]>,
    at: usize,
    how: How<'a>,
}

enum How<'a> {
    Plain,
    /// Bytes left of the current run, and their value if repeated.
    Runs(usize, Option<u8>),
    Lzw(Box<weezl::decode::Decoder>),
    Deflate(Box<InflateState>),
    Fax(Box<Fax<'a>>),
}

impl<'a> Packed<'a> {
    /// Opens a chunk by index.
    pub fn open(layout: &Layout<'a>, chunk: usize) -> Option<Self> {
        let bytes = layout.packed(chunk)?;
        let how = match layout.packing {
            Packing::Plain | Packing::Jpeg | Packing::OldJpeg => How::Plain,
            Packing::PackBits => How::Runs(0, None),
            Packing::Deflate => How::Deflate(InflateState::new_boxed(DataFormat::Zlib)),
            Packing::Lzw => How::Lzw(Box::new(lzw(bytes, layout.reversed))),
            Packing::Huffman | Packing::Group3(_) | Packing::Group4 => {
                How::Fax(Box::new(Fax::new(bytes, layout.reversed, layout.packing, layout.chunk[0])?))
            }
        };
        let sorted = layout.reversed && !matches!(how, How::Fax(_));
        let bytes = if sorted { bytes.iter().map(|b| b.reverse_bits()).collect() } else { Cow::Borrowed(bytes) };
        Some(Self { bytes, at: 0, how })
    }

    /// Fills `out`; `None` if there are too few bytes, or they are damaged. Fax codes need a whole row.
    pub fn read(&mut self, out: &mut [u8]) -> Option<()> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        match &mut self.how {
            How::Plain => {
                out.copy_from_slice(rest.get(..out.len())?);
                self.at += out.len();
                Some(())
            }
            How::Fax(fax) => fax.read(out),
            How::Runs(left, same) => {
                self.at += runs(rest, left, same, out)?;
                Some(())
            }
            How::Lzw(lzw) => {
                self.at += fill(rest, out, |from, to| {
                    let done = lzw.decode_bytes(from, to);
                    done.status.ok().map(|_| [done.consumed_in, done.consumed_out])
                })?;
                Some(())
            }
            How::Deflate(state) => {
                self.at += fill(rest, out, |from, to| {
                    let done = inflate(state, from, to, MZFlush::None);
                    // Output before a damaged place counts.
                    (done.status.is_ok() || done.bytes_written > 0).then_some([done.bytes_consumed, done.bytes_written])
                })?;
                Some(())
            }
        }
    }
}

/// Creates a decoder for LZW of TIFF 6.0, or of its predecessors with the bits in the old order.
fn lzw(bytes: &[u8], reversed: bool) -> weezl::decode::Decoder {
    let byte = |at: usize| bytes.get(at).map(|b| if reversed { b.reverse_bits() } else { *b });
    if byte(0) == Some(0) && byte(1).is_some_and(|second| second & 1 == 1) {
        return weezl::decode::Decoder::new(BitOrder::Lsb, 8);
    }
    weezl::decode::Decoder::with_tiff_size_switch(BitOrder::Msb, 8)
}

/// Calls a decoder until `out` is full; returns how much of the input was consumed.
fn fill(from: &[u8], out: &mut [u8], mut decode: impl FnMut(&[u8], &mut [u8]) -> Option<[usize; 2]>) -> Option<usize> {
    let (mut taken, mut done) = (0, 0);
    while done < out.len() {
        let [consumed, written] = decode(from.get(taken..)?, &mut out[done..])?;
        if consumed == 0 && written == 0 {
            return None;
        }
        (taken, done) = (taken + consumed, done + written);
    }
    Some(taken)
}

/// PackBits (TIFF 6.0 section 9): a byte gives the number of literals, or the repetitions of the next one.
fn runs(from: &[u8], left: &mut usize, same: &mut Option<u8>, out: &mut [u8]) -> Option<usize> {
    let (mut taken, mut done) = (0, 0);
    while done < out.len() {
        if *left == 0 {
            let head = i8::from_be_bytes([*from.get(taken)?]);
            taken += 1;
            *left = usize::from(head.unsigned_abs()) + 1;
            *same = None;
            if head == i8::MIN {
                *left = 0;
            } else if head < 0 {
                *same = Some(*from.get(taken)?);
                taken += 1;
            }
            continue;
        }
        let count = (*left).min(out.len() - done);
        let to = &mut out[done..done + count];
        if let Some(byte) = *same {
            to.fill(byte);
        } else {
            to.copy_from_slice(from.get(taken..taken + count)?);
            taken += count;
        }
        (*left, done) = (*left - count, done + count);
    }
    Some(taken)
}
