//! Reads and writes the bits of entropy-coded data (ITU-T T.81, Annex F).

use super::huffman::{AcTable, DcTable};

/// The lowest and the highest bit of each byte.
const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;
/// DC coefficients outside this range do not come from 8-bit samples, allowing for encoders that overshoot.
const DC_RANGE: std::ops::RangeInclusive<i32> = -2048..=2047;

/// Receives the parts of a block.
pub(super) trait Sink {
    /// A DC coefficient (not a difference) of the component with this index.
    fn dc(&mut self, component: usize, value: i16);
    /// The topmost `count` bits (1 to 31): AC codes as stored.
    fn ac(&mut self, bits: u64, count: u32);
}

/// Discards blocks.
pub(super) struct Skip;

impl Sink for Skip {
    fn dc(&mut self, _: usize, _: i16) {}
    fn ac(&mut self, _: u64, _: u32) {}
}

/// Reads bits, most significant first, up to the next marker.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    /// The next byte that is not completely in `ahead`.
    at: usize,
    /// Bits read ahead, topmost first. Below the `count` valid ones may be some of the byte at `at`, or zeros.
    ahead: u64,
    /// How many bits of `ahead` are valid, at most 63.
    count: u32,
}

impl<'a> Reader<'a> {
    /// Resumes from a state returned by [`Self::state`].
    pub(super) fn new(bytes: &'a [u8], (at, ahead, count): (usize, u64, u8)) -> Self {
        Reader { bytes, at, ahead, count: u32::from(count & 0x3F) }
    }

    /// Returns all bytes of the file.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Returns the state for [`Self::new`].
    pub(super) fn state(&self) -> (usize, u64, u8) {
        (self.at, self.ahead, self.count.to_le_bytes()[0])
    }

    /// Reads ahead, to 32 valid bits or more unless a marker is nearer.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "lets the reader live in registers")]
    fn fill(&mut self) {
        if self.count >= 32 {
            return;
        }
        if let Some(word) = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk()) {
            let word = u64::from_be_bytes(*word);
            // None of these eight bytes is 0xFF: no stuffing, no marker.
            if (!word).wrapping_sub(LOW) & word & HIGH == 0 {
                self.ahead |= word >> self.count;
                self.at += ((63 - self.count) >> 3) as usize;
                self.count |= 0x38;
                return;
            }
        }
        // By value, so that the reader can live in registers.
        *self = self.fill_bytewise();
    }

    /// Reads ahead byte by byte and drops the zero stuffed after 0xFF (T.81, F.1.2.3).
    #[cold]
    #[inline(never)]
    fn fill_bytewise(mut self) -> Self {
        while self.count < 56 {
            let Some(&byte) = self.bytes.get(self.at) else { break };
            if byte == 0xFF && self.bytes.get(self.at + 1) != Some(&0) {
                break;
            }
            self.ahead |= u64::from(byte) << (56 - self.count);
            self.count += 8;
            self.at += if byte == 0xFF { 2 } else { 1 };
        }
        self
    }

    /// Consumes bits. `None` past the end of the data.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "lets the reader live in registers")]
    fn take(&mut self, count: u32) -> Option<()> {
        self.ahead <<= count;
        self.count = self.count.checked_sub(count)?;
        Some(())
    }

    /// Reads the difference of a DC coefficient (T.81, F.2.2.1).
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "lets the reader live in registers")]
    fn dc(&mut self, table: &DcTable) -> Option<i32> {
        self.fill();
        let (length, size) = table.find(self.ahead)?;
        self.take(length)?;
        let value = i32::from(low16((self.ahead >> 1) >> (63 - size)));
        self.take(size)?;
        // EXTEND (T.81, figure F.12).
        Some(if size > 0 && value < 1 << (size - 1) { value - (1 << size) + 1 } else { value })
    }

    /// Reads one block (T.81, F.2.2) and updates its component's DC predictor. `None` where the data are damaged.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "lets the reader live in registers")]
    pub(super) fn block<S: Sink>(
        &mut self,
        (dc, ac): (&DcTable, &AcTable),
        component: usize,
        predictor: &mut i16,
        sink: &mut S,
    ) -> Option<()> {
        let value = self.dc(dc)? + i32::from(*predictor);
        *predictor = DC_RANGE.contains(&value).then(|| i16::try_from(value).ok())??;
        sink.dc(component, *predictor);
        let mut next = 1;
        while next < 64 {
            self.fill();
            let (length, advance) = ac.find(self.ahead, next)?;
            sink.ac(self.ahead, length);
            self.take(length)?;
            next += advance;
        }
        // Past 64 without an end-of-block code, a run has overrun the block.
        (next == 64 || next >= AcTable::END).then_some(())
    }

    /// Skips the marker that ends a restart interval (T.81, F.2.1.3). `None` if anything else is there.
    pub(super) fn restart(&mut self, number: u8) -> Option<()> {
        *self = self.fill_bytewise();
        let fill = self.bytes.get(self.at..)?.iter().take_while(|&&byte| byte == 0xFF).count();
        let marker = *self.bytes.get(self.at + fill)?;
        // Fewer than eight bits are padding; more would be unread data.
        if self.count >= 8 || fill == 0 || marker != 0xD0 | number {
            return None;
        }
        *self = Reader { bytes: self.bytes, at: self.at + fill + 1, ahead: 0, count: 0 };
        Some(())
    }
}

/// The lowest 16 bits.
#[expect(clippy::cast_possible_truncation, reason = "the callers ask for no more than 16 bits")]
fn low16(bits: u64) -> u16 {
    bits as u16
}

/// Writes bits, most significant first, with a zero stuffed after each 0xFF.
pub(super) struct Writer {
    out: Vec<u8>,
    /// Bits not yet in `out`, right-aligned.
    waiting: u64,
    /// The number of waiting bits, at most 31 between calls.
    count: u32,
    /// DC predictors of the components.
    dc: [i16; 4],
}

impl Writer {
    /// The Huffman table of the DC differences: sixteen counts, then the symbols. T.81, table K.3, plus one code for category
    /// 12, so that no difference within `DC_RANGE` lacks one.
    pub(super) const DC_TABLE: [u8; 29] =
        [0, 1, 5, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    /// Starts writing after a header.
    pub(super) fn new(out: Vec<u8>) -> Self {
        Writer { out, waiting: 0, count: 0, dc: [0; 4] }
    }

    /// Appends the lowest `count` bits (at most 32) of `bits`; the others must be zero.
    #[inline]
    fn put(&mut self, bits: u64, count: u32) {
        self.waiting = self.waiting << count | bits;
        self.count += count;
        if self.count >= 32 {
            self.count -= 32;
            for byte in self.waiting.wrapping_shl(32 - self.count).to_be_bytes().into_iter().take(4) {
                self.byte(byte);
            }
        }
    }

    fn byte(&mut self, byte: u8) {
        self.out.push(byte);
        if byte == 0xFF {
            self.out.push(0);
        }
    }

    /// Returns the file, the last byte padded with ones (T.81, F.1.2.3) and the end marker appended.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let padding = self.count.wrapping_neg() & 7;
        self.put((1 << padding) - 1, padding);
        while self.count > 0 {
            self.count -= 8;
            self.byte((self.waiting >> self.count).to_le_bytes()[0]);
        }
        self.out.extend([0xFF, 0xD9]);
        self.out
    }
}

impl Sink for Writer {
    fn dc(&mut self, component: usize, value: i16) {
        let Some(predictor) = self.dc.get_mut(component) else { return };
        let difference = i32::from(value) - i32::from(*predictor);
        *predictor = value;
        let category = 32 - difference.unsigned_abs().leading_zeros();
        // The codes of `DC_TABLE`, T.81, table K.3.
        let (code, length) = match category {
            0 => (0, 2),
            1..=5 => (u64::from(category) + 1, 3),
            _ => ((1 << (category - 2)) - 2, category - 2),
        };
        // Negative differences are written minus one, in the lowest bits (T.81, F.1.2.1.1).
        let extra = i64::from(difference - i32::from(difference < 0)).cast_unsigned() & ((1 << category) - 1);
        self.put(code << category | extra, length + category);
    }

    #[inline]
    fn ac(&mut self, bits: u64, count: u32) {
        self.put(bits >> (64 - count), count);
    }
}
