//! Frames of a JPEG XL that nobody sees (ISO/IEC 18181-1, annex F): layers, patches and coarse pictures, which a decoder keeps
//! until the first visible frame is drawn of them. Only their headers are read, to know beforehand what they will take.

use crate::photos::container::jxl::Bits;

/// The most frames before the visible one.
const MAX_HIDDEN: usize = 16;
/// The most sections of a frame.
const MAX_SECTIONS: u64 = 1 << 17;
/// Bytes of a sample that is kept.
const SAMPLE: u64 = 4;
/// The flag of a frame whose coarse picture is another frame (table F.3).
const USES_LF_FRAME: u64 = 0x20;

/// How often a channel is enlarged.
const UPSAMPLING: [(u32, usize); 4] = [(1, 0), (2, 0), (4, 0), (8, 0)];
/// Sides and places of a frame.
const SIDE: [(u32, usize); 4] = [(0, 8), (256, 11), (2304, 14), (18_688, 30)];
/// The length of a section.
const SECTION: [(u32, usize); 4] = [(0, 10), (1024, 14), (17_408, 22), (4_211_712, 30)];

/// What the image header says that frame headers depend on.
#[derive(Clone, Copy, Debug)]
pub struct Canvas {
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// The channels besides the colours.
    pub extra: u32,
    /// Whether colours are XYB.
    pub xyb: bool,
    /// Whether frames have durations, and timecodes.
    pub animated: [bool; 2],
}

impl Canvas {
    /// Returns the bytes of a picture that is kept whole.
    pub fn bytes(&self) -> u64 {
        area(self.size) * (3 + u64::from(self.extra)) * SAMPLE
    }
}

/// A frame header.
#[derive(Debug, Default)]
struct Frame {
    visible: bool,
    /// Where it is kept: four references, four coarse pictures.
    slot: Option<usize>,
    /// The bytes that are kept.
    bytes: u64,
    /// The number of its sections.
    sections: u64,
}

fn area([width, height]: [u32; 2]) -> u64 {
    u64::from(width) * u64::from(height)
}

/// Returns the bytes that are kept of the frames before the first visible one; `None` if that cannot be told. The first frame
/// begins at `start`.
pub fn hidden(stream: &[u8], start: usize, canvas: &Canvas) -> Option<u64> {
    let (mut slots, mut at) = ([0; 8], start);
    for _ in 0..=MAX_HIDDEN {
        let mut bits = Bits { bytes: stream.get(at..)?, at: 0 };
        let frame = frame(&mut bits, canvas)?;
        if frame.visible {
            return Some(slots.iter().sum());
        }
        if let Some(slot) = frame.slot {
            *slots.get_mut(slot)? = frame.bytes;
        }
        // Sections in another order: their lengths come after it, packed.
        if bits.flag()? {
            return None;
        }
        bits.skip_to_byte();
        let mut length = 0_usize;
        if frame.sections > MAX_SECTIONS {
            return None;
        }
        for _ in 0..frame.sections {
            length = length.checked_add(usize::try_from(bits.number(SECTION)?).ok()?)?;
        }
        bits.skip_to_byte();
        at = at.checked_add(bits.at / 8)?.checked_add(length)?;
    }
    None
}

/// Reads a frame header (table F.1).
fn frame(bits: &mut Bits<'_>, canvas: &Canvas) -> Option<Frame> {
    if bits.flag()? {
        return Some(Frame { visible: true, ..Frame::default() });
    }
    let kind = bits.read(2)?;
    let (is_regular, is_coarse, is_reference) = (matches!(kind, 0 | 3), kind == 1, kind == 2);
    let modular = bits.flag()?;
    let flags = bits.long()?;
    let uses_lf = flags & USES_LF_FRAME != 0;
    let is_ycc = !canvas.xyb && bits.flag()?;
    if is_ycc && !uses_lf {
        bits.read(6)?;
    }
    let mut upsampling = 1;
    if !uses_lf {
        upsampling = bits.number(UPSAMPLING)?;
        (0..canvas.extra).try_for_each(|_| bits.number(UPSAMPLING).map(drop))?;
    }
    let group_shift = if modular { bits.read(2)? } else { 1 };
    if !modular && canvas.xyb {
        bits.read(6)?;
    }
    let passes = if is_reference { 1 } else { passes(bits)? };
    let level = if is_coarse { bits.read(2)? + 1 } else { 0 };
    let (mut size, mut full) = (canvas.size, true);
    if !is_coarse && bits.flag()? {
        let place = if is_reference { [0; 2] } else { [signed(bits.number(SIDE)?), signed(bits.number(SIDE)?)] };
        size = [bits.number(SIDE)?, bits.number(SIDE)?];
        let covers = |axis: usize| place[axis] <= 0 && i64::from(size[axis]) + place[axis] >= canvas.size[axis].into();
        full = covers(0) && covers(1);
    }
    let mut mode = 0;
    let (mut duration, mut is_last) = (0, false);
    if is_regular {
        mode = blending(bits, canvas, full)?;
        (0..canvas.extra).try_for_each(|_| blending(bits, canvas, full).map(drop))?;
        if canvas.animated[0] {
            duration = bits.number([(0, 0), (1, 0), (0, 8), (0, 32)])?;
        }
        if canvas.animated[1] {
            bits.read(32)?;
        }
        is_last = bits.flag()?;
    }
    let saved_as = if is_coarse || is_last { 0 } else { bits.read(2)? };
    let is_kept = !is_last && !is_coarse && (duration == 0 || saved_as != 0);
    if is_reference || (is_kept && mode == 0 && full && is_regular) {
        bits.flag()?;
    }
    let name = bits.number([(0, 0), (0, 4), (16, 5), (48, 10)])?;
    bits.skip(name as usize * 8)?;
    filters(bits, modular)?;
    extensions(bits)?;
    // A coarse picture is smaller by eight for each level.
    size = size.map(|side| side.div_ceil(1 << (3 * level)).max(1));
    let kept = if is_regular { canvas.bytes() } else { area(size) * (3 + u64::from(canvas.extra)) * SAMPLE };
    let coded = size.map(|side| side.div_ceil(upsampling));
    let groups = |log: u32| area(coded.map(|side| side.div_ceil(1 << log)));
    let one = groups(7 + group_shift);
    let sections = if one == 1 && passes == 1 { 1 } else { 2 + groups(10 + group_shift) + one * u64::from(passes) };
    let slot = if is_kept { Some(saved_as as usize) } else { (level > 0).then_some(3 + level as usize) };
    Some(Frame { visible: is_regular && (is_last || duration > 0), slot, bytes: kept, sections })
}

/// Reads the passes, and returns their number (table F.7).
fn passes(bits: &mut Bits<'_>) -> Option<u32> {
    let passes = bits.number([(1, 0), (2, 0), (3, 0), (4, 3)])?;
    if passes > 1 {
        let smaller = bits.number([(0, 0), (1, 0), (2, 0), (3, 1)])?;
        bits.skip(2 * (passes as usize - 1))?;
        (0..smaller).try_for_each(|_| bits.number(UPSAMPLING).map(drop))?;
        (0..smaller).try_for_each(|_| bits.number([(0, 0), (1, 0), (2, 0), (0, 3)]).map(drop))?;
    }
    Some(passes)
}

/// Reads how a frame is laid over others, and returns the mode (table F.8).
fn blending(bits: &mut Bits<'_>, canvas: &Canvas, full: bool) -> Option<u32> {
    let mode = bits.number([(0, 0), (1, 0), (2, 0), (3, 2)])?;
    let by_alpha = canvas.extra > 0 && matches!(mode, 2 | 3);
    if by_alpha {
        bits.number([(0, 0), (1, 0), (2, 0), (3, 3)])?;
    }
    if by_alpha || mode == 4 {
        bits.flag()?;
    }
    if !(full && mode == 0) {
        bits.read(2)?;
    }
    Some(mode)
}

/// Reads the filters (table J.1).
fn filters(bits: &mut Bits<'_>, modular: bool) -> Option<()> {
    if bits.flag()? {
        return Some(());
    }
    if bits.flag()? && bits.flag()? {
        bits.skip(6 * 16)?;
    }
    if bits.read(2)? == 0 {
        return Some(());
    }
    if !modular && bits.flag()? {
        bits.skip(8 * 16)?;
    }
    if bits.flag()? {
        bits.skip(5 * 16)?;
    }
    if bits.flag()? {
        bits.skip(if modular { 3 } else { 4 } * 16)?;
    }
    if modular { bits.skip(16) } else { Some(()) }
}

/// Reads extensions, which no decoder knows yet.
fn extensions(bits: &mut Bits<'_>) -> Option<()> {
    let known = bits.long()?;
    let mut length = 0_u64;
    for _ in 0..known.count_ones() {
        length = length.checked_add(bits.long()?)?;
    }
    bits.skip(usize::try_from(length).ok()?)
}

fn signed(number: u32) -> i64 {
    let half = i64::from(number >> 1);
    if number & 1 == 1 { -half - 1 } else { half }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photos::DecodeError;

    const CANVAS: Canvas = Canvas { size: [4000, 3000], extra: 0, xyb: true, animated: [false; 2] };

    fn stream(fields: &[(u32, usize)]) -> Vec<u8> {
        let bits: Vec<u32> =
            fields.iter().flat_map(|(value, width)| (0..*width).map(move |n| value >> n & 1)).collect();
        bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |sum, bit| sum << 1 | u8::from(*bit == 1))).collect()
    }

    #[test]
    fn the_usual_frame_is_visible_and_nothing_is_kept() {
        assert_eq!(hidden(&stream(&[(1, 1)]), 0, &CANVAS), Some(0));
        assert_eq!(hidden(&[], 0, &CANVAS), None);
    }

    /// A frame of patches of 200 × 100, kept as number `slot`, in one section of five bytes.
    fn patches(slot: u32) -> Vec<u8> {
        let head = stream(&[
            // Not the usual one; a reference; modular; no flags; not enlarged; groups as usual; a part of the canvas.
            (0, 1),
            (2, 2),
            (1, 1),
            (0, 2),
            (0, 2),
            (1, 2),
            (1, 1),
            (0, 2),
            (200, 8),
            (0, 2),
            (100, 8),
            // Where; before the colours are converted; no name; the usual filters; no extensions; sections in order.
            (slot, 2),
            (1, 1),
            (0, 2),
            (1, 1),
            (0, 2),
            (0, 1),
        ]);
        [head, stream(&[(0, 2), (5, 10)]), vec![7; 5]].concat()
    }

    #[test]
    fn what_is_kept_of_hidden_frames_is_counted_once_for_each_place() {
        let last = stream(&[(1, 1)]);
        let one = [patches(0), last.clone()].concat();
        assert_eq!(hidden(&one, 0, &CANVAS), Some(200 * 100 * 12));
        let twice = [patches(0), patches(0), patches(2), last.clone()].concat();
        assert_eq!(hidden(&twice, 0, &CANVAS), Some(2 * 200 * 100 * 12));
        assert_eq!(hidden(&[patches(1).repeat(MAX_HIDDEN + 1), last].concat(), 0, &CANVAS), None);
        assert_eq!(hidden(&one[..one.len() - 1], 0, &CANVAS), None);
    }

    #[test]
    fn a_large_picture_that_may_hide_frames_is_refused_before_they_are_decoded() {
        // Three to four, all as usual; then a coarse picture whose sections are in no order.
        let file = |height: u32| {
            let head = stream(&[(0, 1), (1, 2), (height - 1, 13), (3, 3), (1, 1), (1, 1)]);
            [&[0xFF, 0x0A][..], &head, &[0b10], &[0; 100]].concat()
        };
        let why = |height| crate::photos::rendition(&file(height), 100, &|_| true).err();
        assert_eq!([why(3000), why(300)], [DecodeError::TooLarge, DecodeError::Damaged].map(Some));
    }
}
