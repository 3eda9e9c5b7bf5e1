//! Pixel layout from a TIFF's first directory (TIFF 6.0; Adobe's technical notes). Nothing is decompressed here.

use crate::photos::{DecodeError, limits};

/// The numbers of a field, read on demand.
#[derive(Clone, Copy)]
pub struct Numbers<'a> {
    data: &'a [u8],
    width: usize,
    big: bool,
}

impl Numbers<'_> {
    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.data.len() / self.width
    }

    /// Returns one of them.
    pub fn get(&self, at: usize) -> Option<u64> {
        let from = at.checked_mul(self.width)?;
        let bytes = self.data.get(from..from.checked_add(self.width)?)?;
        let push = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        Some(if self.big { bytes.iter().fold(0, push) } else { bytes.iter().rev().fold(0, push) })
    }
}

/// The first directory of a file.
#[derive(Clone, Copy)]
struct Directory<'a> {
    bytes: &'a [u8],
    big: bool,
    entries: &'a [u8],
}

impl<'a> Directory<'a> {
    fn first(bytes: &'a [u8]) -> Option<Self> {
        let big = bytes.starts_with(b"MM");
        let number = |data| Numbers { data, width: 4, big };
        let at = usize::try_from(number(bytes.get(4..8)?).get(0)?).ok()?;
        let count = Numbers { data: bytes.get(at..at.checked_add(2)?)?, width: 2, big }.get(0)?;
        let rest = bytes.get(at + 2..)?;
        let length = usize::try_from(count).ok()? * 12;
        Some(Self { bytes, big, entries: &rest[..length.min(rest.len())] })
    }

    /// Returns the numbers of a field, as many as are at hand.
    fn field(&self, tag: u64) -> Option<Numbers<'a>> {
        let number = |data, width| Numbers { data, width, big: self.big }.get(0);
        let entry = self.entries.chunks_exact(12).find(|entry| number(&entry[..2], 2) == Some(tag))?;
        let width = match number(&entry[2..4], 2)? {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            _ => return None,
        };
        let length = usize::try_from(number(&entry[4..8], 4)?).ok()?.checked_mul(width)?;
        let data = if length <= 4 {
            &entry[8..8 + length]
        } else {
            let from = usize::try_from(number(&entry[8..12], 4)?).ok()?;
            let rest = self.bytes.get(from..)?;
            &rest[..length.min(rest.len())]
        };
        Some(Numbers { data, width, big: self.big })
    }

    fn number(&self, tag: u64) -> Option<u64> {
        self.field(tag)?.get(0)
    }
}

/// Compression of the chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// None.
    Plain,
    /// PackBits, Apple's run lengths.
    PackBits,
    /// LZW.
    Lzw,
    /// zlib.
    Deflate,
    /// Huffman-coded runs, rows aligned to bytes (TIFF 6.0 section 10).
    Huffman,
    /// ITU-T T.4; true if rows may refer to the one before.
    Group3(bool),
    /// ITU-T T.6.
    Group4,
    /// A JPEG without its tables.
    Jpeg,
    /// JPEG of the old kind (TIFF 6.0 section 22).
    OldJpeg,
}

/// The numeric format of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleFormat {
    /// Unsigned integer, over its full range.
    Whole,
    /// Floating point from 0 to 1.
    Float,
}

/// The colour samples of a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// 0 is black.
    Grey,
    /// 0 is white.
    Negative,
    /// Red, green, blue.
    Rgb,
    /// An index into the palette.
    Palette,
    /// Cyan, magenta, yellow, black: the maximum is full ink.
    Cmyk,
    /// YCbCr.
    Ycc,
    /// CIE L*a*b*; true if the last two are offset to the middle (ICC).
    Lab(bool),
}

impl Colours {
    /// Returns the number of colour samples.
    pub fn samples(self) -> usize {
        match self {
            Self::Grey | Self::Negative | Self::Palette => 1,
            Self::Rgb | Self::Ycc | Self::Lab(_) => 3,
            Self::Cmyk => 4,
        }
    }
}

/// The meaning of the sample after the colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alpha {
    /// There is none.
    None,
    /// Straight alpha.
    Straight,
    /// Premultiplied alpha.
    Multiplied,
}

/// The predictor subtracted before compression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Predictor {
    /// Nothing.
    None,
    /// The pixel to the left.
    Left,
    /// The byte to the left, with the bytes of a row's numbers grouped by significance.
    Float,
}

/// What is needed to decode the rows.
#[expect(clippy::struct_excessive_bools, reason = "so many things a file says with yes or no")]
pub struct Layout<'a> {
    pub bytes: &'a [u8],
    pub size: [u32; 2],
    pub big: bool,
    pub bits: usize,
    pub kind: SampleFormat,
    /// Samples per pixel, including extra ones.
    pub samples: usize,
    /// True if each sample has its own chunks.
    pub planar: bool,
    pub colours: Colours,
    pub alpha: Alpha,
    pub packing: Packing,
    pub predictor: Predictor,
    /// True if the lowest bit of a byte comes first.
    pub reversed: bool,
    /// Width and height of a chunk; a strip is as wide as the picture.
    pub chunk: [u32; 2],
    pub tiled: bool,
    directory: Directory<'a>,
    offsets: Numbers<'a>,
    counts: Option<Numbers<'a>>,
    palette: Option<Numbers<'a>>,
    /// The tables shared by all JPEG chunks.
    pub tables: &'a [u8],
}

impl<'a> Layout<'a> {
    /// Parses the directory.
    ///
    /// # Errors
    /// If something is missing or unsupported.
    pub fn read(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let directory = Directory::first(bytes).ok_or(DecodeError::Damaged)?;
        let number = |tag, other| directory.number(tag).unwrap_or(other);
        let length = |tag| directory.number(tag).and_then(|n| u32::try_from(n).ok()).ok_or(DecodeError::Damaged);
        let size = [length(256)?, length(257)?];
        limits::check(size)?;
        let packing = packing(number(259, 1), number(292, 0))?;
        let samples = usize::try_from(number(277, 1)).map_err(|_huge| DecodeError::Damaged)?;
        let bits = bits(&directory)?;
        let colours = colours(&directory, samples, bits, packing)?;
        let tiled = directory.field(324).is_some();
        let chunk = if tiled {
            [length(322)?, length(323)?]
        } else {
            [size[0], u32::try_from(number(278, u64::MAX)).unwrap_or(u32::MAX).min(size[1])]
        };
        limits::check(chunk)?;
        let predictor = match number(317, 1) {
            2 if matches!(packing, Packing::Lzw | Packing::Deflate) => Predictor::Left,
            3 if matches!(packing, Packing::Lzw | Packing::Deflate) => Predictor::Float,
            _ => Predictor::None,
        };
        let layout = Self {
            bytes,
            size,
            big: directory.big,
            bits,
            kind: kind(&directory)?,
            samples,
            planar: number(284, 1) == 2 && samples > 1,
            colours,
            alpha: alpha(&directory, samples, colours),
            packing,
            predictor,
            reversed: number(266, 1) == 2,
            chunk,
            tiled,
            directory,
            // One whole JPEG of the old kind may be in no strip.
            offsets: directory
                .field(if tiled { 324 } else { 273 })
                .or_else(|| directory.field(513).filter(|_| packing == Packing::OldJpeg))
                .ok_or(DecodeError::Damaged)?,
            counts: directory.field(if tiled { 325 } else { 279 }),
            palette: directory.field(320),
            tables: directory.field(347).map_or(&[], |tables| tables.data),
        };
        layout.check()?;
        Ok(layout)
    }

    /// Checks the supported combinations.
    fn check(&self) -> Result<(), DecodeError> {
        let whole_bytes = self.bits.is_multiple_of(8);
        let is_fax = matches!(self.packing, Packing::Huffman | Packing::Group3(_) | Packing::Group4);
        if self.samples < self.colours.samples() {
            return Err(DecodeError::Damaged);
        }
        if is_fax && (self.bits != 1 || self.samples != 1) {
            return Err(DecodeError::Damaged);
        }
        if self.colours == Colours::Palette && (self.bits > 8 || self.palette.is_none()) {
            return Err(DecodeError::Variant("TIFF (palette of more than 256 colours)"));
        }
        let is_float = matches!(self.bits, 16 | 32 | 64);
        if (self.kind == SampleFormat::Float && !is_float) || (self.kind == SampleFormat::Whole && self.bits > 32) {
            return Err(DecodeError::Variant("TIFF (samples of a rare size)"));
        }
        if self.is_jpeg() && (self.planar || self.bits != 8) {
            return Err(DecodeError::Variant("TIFF (JPEG in planes)"));
        }
        if self.packing == Packing::OldJpeg && self.tiled {
            return Err(DecodeError::Variant("TIFF (JPEG of the old kind)"));
        }
        if (self.predictor != Predictor::None && !whole_bytes)
            || (self.predictor == Predictor::Float && self.kind != SampleFormat::Float)
        {
            return Err(DecodeError::Variant("TIFF (predicted samples of a rare size)"));
        }
        if self.tiled && !self.is_jpeg() && !(self.chunk[0] as usize * self.bits).is_multiple_of(8) {
            return Err(DecodeError::Variant("TIFF (tiles of a rare width)"));
        }
        limits::check_whole(self.memory())
    }

    /// Returns whether the chunks are coded as JPEG.
    pub fn is_jpeg(&self) -> bool {
        matches!(self.packing, Packing::Jpeg | Packing::OldJpeg)
    }

    /// Returns the numbers of a field.
    pub fn field(&self, tag: u64) -> Option<Numbers<'a>> {
        self.directory.field(tag)
    }

    /// Returns the planes to decode: the others are not shown.
    pub fn planes(&self) -> usize {
        if self.planar { self.wanted() } else { 1 }
    }

    /// Returns the samples per pixel that are shown.
    pub fn wanted(&self) -> usize {
        self.colours.samples() + usize::from(self.alpha != Alpha::None)
    }

    /// Returns the samples per pixel that are interleaved.
    pub fn together(&self) -> usize {
        if self.planar { 1 } else { self.samples }
    }

    /// Returns the bytes of a row of a chunk.
    pub fn row_bytes(&self) -> usize {
        (self.chunk[0] as usize).saturating_mul(self.together()).saturating_mul(self.bits).div_ceil(8)
    }

    /// Returns the number of chunks side by side.
    pub fn across(&self) -> usize {
        self.size[0].div_ceil(self.chunk[0]) as usize
    }

    /// Returns the bytes held while decoding.
    pub fn memory(&self) -> u64 {
        let rows = if self.tiled { u64::from(self.chunk[1]) } else { 2 };
        let row = (self.row_bytes() as u64).saturating_mul(self.across() as u64);
        let sorted = if self.reversed { self.longest() } else { 0 };
        // A row of tiles of each plane, the row as samples and as pixels, and the decompressor's memory.
        let held = row.saturating_mul(rows).saturating_mul(self.planes() as u64);
        let jpeg = match self.packing {
            Packing::Jpeg if self.tiled => {
                self.longest() + u64::from(self.chunk[1]) * u64::from(self.size[0] + self.chunk[0]) * 4
            }
            Packing::Jpeg | Packing::OldJpeg => self.longest(),
            _ => held,
        };
        jpeg.saturating_add(sorted).saturating_add(u64::from(self.size[0]) * 16 + (1 << 18))
    }

    /// Returns the length of the longest compressed chunk.
    fn longest(&self) -> u64 {
        let all = self.bytes.len() as u64;
        let counts = self.counts.map(|counts| (0..counts.len()).filter_map(|at| counts.get(at)).max().unwrap_or(all));
        counts.unwrap_or(all).min(all)
    }

    /// Returns the compressed bytes of a chunk, as far as they are at hand.
    pub fn packed(&self, chunk: usize) -> Option<&'a [u8]> {
        let from = usize::try_from(self.offsets.get(chunk)?).ok()?;
        let rest = self.bytes.get(from..)?;
        let count = self.counts.and_then(|counts| counts.get(chunk)).filter(|count| *count > 0);
        let count = count.map_or(usize::MAX, |count| usize::try_from(count).unwrap_or(usize::MAX));
        Some(&rest[..count.min(rest.len())])
    }

    /// Reads the palette: all reds, then greens, then blues, 16 bits each.
    pub fn palette(&self) -> Vec<[u8; 3]> {
        let Some(values) = self.palette else { return Vec::new() };
        let third = values.len() / 3;
        let all = || (0..values.len()).filter_map(|at| values.get(at));
        // Some programs wrote 8-bit values.
        // Some programs wrote 8-bit values.
        let most = if all().all(|value| value < 256) { 255 } else { 65_535 };
        let eight = |value: u64| u8::try_from((value * 255 + most / 2) / most).ok();
        let value = |at| values.get(at).and_then(eight).unwrap_or(u8::MAX);
        (0..third.min(256)).map(|n| [value(n), value(n + third), value(n + 2 * third)]).collect()
    }
}

fn packing(number: u64, options: u64) -> Result<Packing, DecodeError> {
    Ok(match number {
        0 | 1 => Packing::Plain,
        2 => Packing::Huffman,
        3 => Packing::Group3(options & 1 == 1),
        4 => Packing::Group4,
        5 => Packing::Lzw,
        6 => Packing::OldJpeg,
        7 => Packing::Jpeg,
        8 | 32_946 => Packing::Deflate,
        32_773 => Packing::PackBits,
        34_925 => return Err(DecodeError::Variant("TIFF (LZMA)")),
        50_000 => return Err(DecodeError::Variant("TIFF (Zstandard)")),
        50_001 => return Err(DecodeError::Variant("TIFF (WebP)")),
        34_887 => return Err(DecodeError::Variant("TIFF (LERC)")),
        33_003 | 33_005 | 34_712 => return Err(DecodeError::Variant("TIFF (JPEG 2000)")),
        50_002 | 52_546 => return Err(DecodeError::Variant("TIFF (JPEG XL)")),
        9 | 10 | 34_661 => return Err(DecodeError::Variant("TIFF (JBIG)")),
        34_676 | 34_677 => return Err(DecodeError::Variant("TIFF (LogLuv)")),
        _ => return Err(DecodeError::Variant("TIFF (rare compression)")),
    })
}

fn bits(directory: &Directory<'_>) -> Result<usize, DecodeError> {
    let Some(field) = directory.field(258) else { return Ok(1) };
    let first = field.get(0).ok_or(DecodeError::Damaged)?;
    if (1..field.len()).any(|at| field.get(at) != Some(first)) {
        return Err(DecodeError::Variant("TIFF (samples of different sizes)"));
    }
    usize::try_from(first).ok().filter(|bits| (1..=64).contains(bits)).ok_or(DecodeError::Damaged)
}

fn kind(directory: &Directory<'_>) -> Result<SampleFormat, DecodeError> {
    match directory.number(339) {
        // 4: undefined.
        None | Some(1 | 4) => Ok(SampleFormat::Whole),
        Some(3) => Ok(SampleFormat::Float),
        Some(2) => Err(DecodeError::Variant("TIFF (negative samples)")),
        Some(_) => Err(DecodeError::Variant("TIFF (complex samples)")),
    }
}

fn colours(directory: &Directory<'_>, samples: usize, bits: usize, packing: Packing) -> Result<Colours, DecodeError> {
    let is_fax = matches!(packing, Packing::Huffman | Packing::Group3(_) | Packing::Group4);
    let guess = if is_fax { 0 } else { u64::from(samples >= 3) + 1 };
    Ok(match directory.number(262).unwrap_or(guess) {
        0 => Colours::Negative,
        1 => Colours::Grey,
        // A transparency mask, shown as greys.
        4 if bits == 1 => Colours::Grey,
        2 => Colours::Rgb,
        3 => Colours::Palette,
        5 if directory.number(332).unwrap_or(1) == 1 => Colours::Cmyk,
        5 => return Err(DecodeError::Variant("TIFF (other inks than CMYK)")),
        6 => {
            let sampling = directory.field(530).map_or([2, 2], |s| [s.get(0).unwrap_or(2), s.get(1).unwrap_or(2)]);
            if !matches!(packing, Packing::Jpeg | Packing::OldJpeg) && (sampling != [1, 1] || bits != 8) {
                return Err(DecodeError::Variant("TIFF (YCbCr)"));
            }
            Colours::Ycc
        }
        8 | 9 if !matches!(bits, 8 | 16) => return Err(DecodeError::Variant("TIFF (CIELab)")),
        8 => Colours::Lab(false),
        9 => Colours::Lab(true),
        10 => return Err(DecodeError::Variant("TIFF (ITULab)")),
        32_803 | 34_892 => return Err(DecodeError::Variant("camera raw")),
        32_844 | 32_845 => return Err(DecodeError::Variant("TIFF (LogLuv)")),
        _ => return Err(DecodeError::Variant("TIFF (rare colours)")),
    })
}

fn alpha(directory: &Directory<'_>, samples: usize, colours: Colours) -> Alpha {
    if samples <= colours.samples() || colours == Colours::Cmyk {
        return Alpha::None;
    }
    match directory.field(338).map(|extra| extra.get(0)) {
        Some(Some(1)) => Alpha::Multiplied,
        Some(Some(2)) => Alpha::Straight,
        // If undeclared, premultiplied, as in libtiff.
        None if colours == Colours::Rgb && samples == 4 => Alpha::Multiplied,
        _ => Alpha::None,
    }
}
