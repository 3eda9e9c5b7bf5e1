//! Fax codes: ITU-T T.4 in one and two dimensions, T.6, and TIFF's variant of the first.

use std::convert::Infallible;

use fax::maps::{Mode, black, mode, white};
use fax::{BitReader, ByteReader};

use super::layout::Packing;

/// Bytes, each with its highest bit first, padded with zeros for the lookahead of the code tables.
pub struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
    reversed: bool,
}

impl Iterator for Bytes<'_> {
    type Item = Result<u8, Infallible>;

    fn next(&mut self) -> Option<Self::Item> {
        let byte = self.all.get(self.at).copied().or((self.at < self.all.len() + 4).then_some(0))?;
        self.at += 1;
        Some(Ok(if self.reversed { byte.reverse_bits() } else { byte }))
    }
}

/// Decodes row by row.
pub struct Fax<'a> {
    reader: ByteReader<Bytes<'a>>,
    packing: Packing,
    width: u32,
    /// Positions of colour changes, the first to black. Strictly increasing.
    before: Vec<u32>,
    row: Vec<u32>,
    ended: bool,
}

impl<'a> Fax<'a> {
    /// Creates a decoder for rows of `width` pixels.
    pub fn new(bytes: &'a [u8], reversed: bool, packing: Packing, width: u32) -> Option<Self> {
        let reader = ByteReader::new(Bytes { all: bytes, at: 0, reversed }).ok()?;
        Some(Self { reader, packing, width, before: Vec::new(), row: Vec::new(), ended: false })
    }

    /// Decodes the next row, a bit a pixel: 1 is black.
    pub fn read(&mut self, out: &mut [u8]) -> Option<()> {
        std::mem::swap(&mut self.before, &mut self.row);
        self.row.clear();
        if !self.ended {
            match self.packing {
                Packing::Group4 => self.by_the_row_before()?,
                Packing::Group3(two) => self.group3(two)?,
                _ => {
                    self.runs()?;
                    let rest = self.reader.bits_to_byte_boundary();
                    self.reader.consume(rest).ok()?;
                }
            }
        }
        out.fill(0);
        for pair in self.row.chunks(2) {
            blacken(out, pair[0], pair.get(1).copied().unwrap_or(self.width));
        }
        Some(())
    }

    /// Decodes a T.4 row, perhaps after an EOL.
    fn group3(&mut self, two: bool) -> Option<()> {
        let (mut marks, mut by_runs) = (0, true);
        // An EOL is eleven zeros, or more to fill a byte, and a one; in two dimensions a bit names the coding of the row.
        while self.reader.peek(11) == Some(0) {
            while self.reader.peek(1)? == 0 {
                self.reader.consume(1).ok()?;
            }
            self.reader.consume(1).ok()?;
            if two {
                by_runs = self.reader.peek(1)? == 1;
                self.reader.consume(1).ok()?;
            }
            marks += 1;
        }
        // Six EOLs end the data.
        if marks > 1 {
            self.ended = marks >= 6;
            if self.ended {
                return Some(());
            }
        }
        if by_runs { self.runs() } else { self.by_the_row_before() }
    }

    /// Decodes a row of alternating white and black runs.
    fn runs(&mut self) -> Option<()> {
        let (mut at, mut is_black) = (0, false);
        while at < self.width {
            at = (at + self.run(is_black)?).min(self.width);
            self.change(at);
            is_black = !is_black;
        }
        Some(())
    }

    /// Decodes a row by its differences from the row before (T.6, section 2.2).
    fn by_the_row_before(&mut self) -> Option<()> {
        let (mut a0, mut is_black, mut next) = (-1_i64, false, 0_usize);
        let width = i64::from(self.width);
        while a0 < width {
            // b1, the first change after a0 to the other colour, and b2.
            let at = |n: usize| self.before.get(n).map_or(width, |&x| i64::from(x));
            while next > 0 && at(next - 1) > a0 {
                next -= 1;
            }
            while next < self.before.len() && (at(next) <= a0 || (next % 2 == 1) != is_black) {
                next += 1;
            }
            let (b1, b2) = (at(next), at(next + 1));
            match mode::decode(&mut self.reader)? {
                Mode::Pass => a0 = b2,
                Mode::Horizontal => {
                    for colour in [is_black, !is_black] {
                        a0 = (a0.max(0) + i64::from(self.run(colour)?)).min(width);
                        self.change(u32::try_from(a0).ok()?);
                    }
                }
                Mode::Vertical(by) => {
                    let a1 = (b1 + i64::from(by)).min(width);
                    if a1 < a0.max(0) {
                        return None;
                    }
                    a0 = a1;
                    self.change(u32::try_from(a0).ok()?);
                    is_black = !is_black;
                }
                Mode::EOF if a0 < 0 => {
                    self.ended = true;
                    return Some(());
                }
                Mode::EOF | Mode::Extension => return None,
            }
        }
        Some(())
    }

    /// Decodes a run length: make-up codes in multiples of 64, then a terminating code.
    fn run(&mut self, is_black: bool) -> Option<u32> {
        let mut sum = 0_u32;
        loop {
            let part = if is_black { black::decode(&mut self.reader) } else { white::decode(&mut self.reader) }?;
            sum = sum.checked_add(part.into())?;
            if part < 64 {
                return Some(sum);
            }
        }
    }

    /// Records a colour change; two at one position cancel out.
    fn change(&mut self, at: u32) {
        if self.row.last() == Some(&at) {
            self.row.pop();
        } else {
            self.row.push(at);
        }
    }
}

/// Sets the bits of a range.
fn blacken(out: &mut [u8], from: u32, to: u32) {
    let (first, last) = ((from / 8) as usize, (to / 8) as usize);
    let (head, tail) = (0xFF_u8 >> (from % 8), !(0xFF_u8 >> (to % 8)));
    let mut set = |at: usize, bits: u8| {
        if let Some(byte) = out.get_mut(at) {
            *byte |= bits;
        }
    };
    if first == last {
        return set(first, head & tail);
    }
    set(first, head);
    set(last, tail);
    if let Some(middle) = out.get_mut(first + 1..last) {
        middle.fill(0xFF);
    }
}
