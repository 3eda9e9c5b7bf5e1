//! Huffman codes of a JPEG (ITU-T T.81, Annex C), as tables indexed by several bits at a time.

/// Bits per lookup; longer codes are rare and found length by length.
const LOOK: u32 = 10;
const PLACES: usize = 1 << LOOK;

/// Canonical codes (T.81, C.2).
struct Codes {
    /// For each length, 1 to 16, the first 16 bits beyond the codes of this length.
    beyond: [u32; 16],
    /// For each length, the offset from a code to the index of its symbol.
    offset: [i32; 16],
    symbols: [u8; 256],
}

impl Codes {
    /// Parses sixteen counts followed by the symbols. `None` if the codes overflow their lengths, or include the reserved one
    /// made of ones only.
    fn new(table: &[u8]) -> Option<Self> {
        let (counts, given) = table.split_first_chunk::<16>()?;
        let mut codes = Codes { beyond: [0; 16], offset: [0; 16], symbols: [0; 256] };
        codes.symbols.get_mut(..given.len())?.copy_from_slice(given);
        let (mut code, mut place) = (0_u32, 0_i32);
        for (length, (&count, (beyond, offset))) in
            (1..).zip(counts.iter().zip(codes.beyond.iter_mut().zip(&mut codes.offset)))
        {
            *offset = place - i32::try_from(code).ok()?;
            code += u32::from(count);
            place += i32::from(count);
            if count > 0 && code >= 1 << length {
                return None;
            }
            *beyond = code << (16 - length);
            code <<= 1;
        }
        Some(codes)
    }

    /// Returns length and symbol of the code at the top of the bits.
    fn find(&self, bits: u64) -> Option<(u32, u8)> {
        let first = high(bits, 16);
        let (length, (_, offset)) = (1..)
            .zip(self.beyond.iter().zip(self.offset))
            .find(|&(_, (&beyond, _))| u64::from(beyond) > first as u64)?;
        let place = i32::try_from(first >> (16 - length)).ok()? + offset;
        Some((length, *self.symbols.get(usize::try_from(place).ok()?)?))
    }
}

/// Returns the topmost `count` bits, 1 to 16, as a number.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "16 bits at most are left")]
fn high(bits: u64, count: u32) -> usize {
    (bits >> (64 - count)) as usize
}

/// Returns the bits that lead to a table index.
fn bits_of(place: usize) -> u64 {
    (place as u64) << (64 - LOOK)
}

/// A table for DC differences.
pub(super) struct DcTable {
    codes: Codes,
    /// Length of the code and size of the difference; length 0 if the code is longer than the index.
    look: Box<[(u8, u8); PLACES]>,
}

impl DcTable {
    /// Parses sixteen counts followed by the symbols. `None` if they are no Huffman table for DC.
    pub(super) fn new(table: &[u8]) -> Option<Self> {
        // Sizes over 15 have no meaning; T.81, table F.1, goes to 11 for 8-bit samples.
        if table.get(16..)?.iter().any(|&size| size > 15) {
            return None;
        }
        let codes = Codes::new(table)?;
        let mut look = Box::new([(0, 0); PLACES]);
        for (place, entry) in look.iter_mut().enumerate() {
            if let Some((length, size)) = codes.find(bits_of(place)).filter(|found| found.0 <= LOOK) {
                *entry = (length.to_le_bytes()[0], size);
            }
        }
        Some(DcTable { codes, look })
    }

    /// Returns the length of the code at the top of the bits, and the number of bits that follow it (0 to 15).
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "in the innermost loop")]
    pub(super) fn find(&self, bits: u64) -> Option<(u32, u32)> {
        let (length, size) = self.look[high(bits, LOOK)];
        if length > 0 {
            return Some((u32::from(length), u32::from(size)));
        }
        self.find_long(bits)
    }

    #[cold]
    #[inline(never)]
    fn find_long(&self, bits: u64) -> Option<(u32, u32)> {
        self.codes.find(bits).map(|(length, size)| (length, u32::from(size)))
    }
}

/// A table for AC coefficients, which finds two codes at once if both are within the index.
pub(super) struct AcTable {
    codes: Codes,
    /// Lower half: the first two codes together (only the first if the second is incomplete); upper half: the first. Each
    /// holds the bits to consume including the value's, and the coefficients to advance, see [`pack`]. 0 if the code is
    /// longer than the index.
    look: Box<[u32; PLACES]>,
}

impl AcTable {
    /// The advance of an end-of-block code.
    pub(super) const END: u32 = 128;

    /// Parses sixteen counts followed by the symbols. `None` if they are no Huffman table.
    pub(super) fn new(table: &[u8]) -> Option<Self> {
        let codes = Codes::new(table)?;
        let mut look = Box::new([0; PLACES]);
        for (place, entry) in look.iter_mut().enumerate() {
            let bits = bits_of(place);
            let Some((length, symbol)) = codes.find(bits).filter(|found| found.0 <= LOOK) else { continue };
            let one = step(length, symbol);
            let mut two = one;
            if one.1 < Self::END
                && one.0 < LOOK
                && let Some((length, symbol)) = codes.find(bits << one.0).filter(|found| one.0 + found.0 <= LOOK)
            {
                let second = step(length, symbol);
                two = (one.0 + second.0, one.1 + second.1);
            }
            *entry = pack(two) | pack(one) << 16;
        }
        Some(AcTable { codes, look })
    }

    /// Returns the bits to consume (1 to 31) and the coefficients to advance, if the next coefficient is `next` (1 to 63).
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "in the innermost loop")]
    pub(super) fn find(&self, bits: u64, next: u32) -> Option<(u32, u32)> {
        let entry = self.look[high(bits, LOOK)];
        if entry == 0 {
            return self.find_long(bits);
        }
        // The second code belongs to this block only if the first does not complete it. Other codes than the end of the block
        // advance by 16 at most, so that far from coefficient 64 no comparison is needed.
        let packed = if next < 48 || next + (entry >> 22 & 0xFF) < 64 { entry } else { entry >> 16 };
        Some((packed & 63, packed >> 6 & 0xFF))
    }

    #[cold]
    #[inline(never)]
    fn find_long(&self, bits: u64) -> Option<(u32, u32)> {
        self.codes.find(bits).map(|(length, symbol)| step(length, symbol))
    }
}

/// Packs the length in six bits, then the advance in eight.
fn pack((length, advance): (u32, u32)) -> u32 {
    length | advance << 6
}

/// Returns bits and advance of a code and its value (T.81, F.1.2.2).
fn step(length: u32, symbol: u8) -> (u32, u32) {
    let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
    // Size 0 is a run of sixteen zeros or the end of the block.
    let advance = if size > 0 || run == 15 { run + 1 } else { AcTable::END };
    (length + size, advance)
}
