//! Random access into a huge baseline JPEG: an index of its rows, and lossless cropping.
//!
//! Entropy-coded data can only be read from the beginning (ITU-T T.81, Annex F), but after one pass, reading can resume
//! wherever the reader's state was saved. A crop copies the codes of the blocks it needs; only the DC differences, which
//! depend on the preceding block, are rewritten. No pixel is decoded here.

mod bits;
mod header;
mod huffman;

use super::GoOn;
use super::feed::share;
use super::jpeg_markers::{EOI, Markers, SIGNATURE, SOS, segment};

use bits::{Reader, Sink, Skip, Writer};
use header::Header;
use huffman::{AcTable, DcTable};

/// MCUs between two saved states; each MCU row also begins with one.
const STRIDE: u32 = 128;

/// Saved reader states of a baseline JPEG: 32 bytes for each MCU row and for each 128 MCUs within it.
#[derive(Clone, Debug)]
pub struct JpegIndex {
    width: u32,
    height: u32,
    /// Length of the file and offset of its entropy-coded data, so that another file is refused.
    length: usize,
    scan: usize,
    /// Points per row.
    across: u32,
    points: Vec<Point>,
}

/// A rectangle of a JPEG as a JPEG of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// A complete baseline JPEG, with the colour transform of the original but neither its colour profile nor its metadata.
    pub jpeg: Vec<u8>,
    /// Left edge of the requested rectangle in this picture, in pixels.
    pub left: u32,
    /// Top edge, in pixels.
    pub top: u32,
}

/// The state of a reader before an MCU.
#[derive(Clone, Copy, Debug)]
struct Point {
    /// Bits read ahead of `at`, and how many.
    ahead: u64,
    at: usize,
    /// DC predictors of the components.
    dc: [i16; 4],
    /// MCUs until the next restart marker.
    left: u16,
    count: u8,
    /// Number of the next restart marker, 0 to 7.
    restart: u8,
}

impl JpegIndex {
    /// Reads through the entropy-coded data of a JPEG once.
    ///
    /// `go_on` receives the progress before each row of MCUs, so that another thread can cancel.
    ///
    /// `None` if cancelled, or if the file cannot be read in parts: no JPEG, or progressive, lossless, arithmetically coded,
    /// not 8 bits, in several scans, over 1,500,000,000 pixels, or damaged.
    pub fn build(bytes: &[u8], go_on: GoOn<'_>) -> Option<Self> {
        let header = Header::parse(bytes)?;
        let tables = Tables::new(&header)?;
        let (columns, rows) = mcus(&header);
        // No block is shorter than two bits: refuses a small file that claims to be huge.
        let blocks = u64::from(columns) * u64::from(rows) * header.blocks() as u64;
        if blocks / 4 > bytes.len() as u64 {
            return None;
        }
        let mut scan = Scan::new(bytes, &header, &tables)?;
        let mut points = Vec::new();
        for row in 0..rows {
            if !go_on(share(row as usize, rows as usize)) {
                return None;
            }
            for column in 0..columns {
                if column % STRIDE == 0 {
                    points.push(scan.point());
                }
                scan.mcu(&mut Skip)?;
            }
        }
        points.shrink_to_fit();
        is_last_scan(bytes, scan.reader.state().0).then_some(JpegIndex {
            width: header.width,
            height: header.height,
            length: bytes.len(),
            scan: header.scan,
            across: columns.div_ceil(STRIDE),
            points,
        })
    }

    /// Width of the whole picture in pixels, as stored (ignoring EXIF orientation).
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height of the whole picture in pixels, as stored.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Crops to a rectangle in pixels of the stored picture, clipped to the picture.
    ///
    /// The crop holds all MCUs that the rectangle touches and one more on each side, if there is one, so that chroma
    /// upsampling inside the rectangle gives the same pixels as in the whole picture. It ends at the right and bottom edge of
    /// the picture.
    ///
    /// `None` if the rectangle lies outside the picture, or `bytes` are not the file of this index.
    pub fn cut(&self, bytes: &[u8], x: u32, y: u32, width: u32, height: u32) -> Option<Cut> {
        let header = Header::parse(bytes)?;
        if (self.width, self.height, self.length, self.scan) != (header.width, header.height, bytes.len(), header.scan)
        {
            return None;
        }
        let (mcu_width, mcu_height) = header.mcu();
        let across = Span::new(x, width, self.width, mcu_width)?;
        let down = Span::new(y, height, self.height, mcu_height)?;
        let tables = Tables::new(&header)?;
        let mut scan = Scan::new(bytes, &header, &tables)?;
        let mut writer = Writer::new(head(&header, across.pixels, down.pixels)?);
        for row in down.first..=down.last {
            let point = u64::from(row) * u64::from(self.across) + u64::from(across.first / STRIDE);
            scan.resume(self.points.get(usize::try_from(point).ok()?)?);
            for _ in 0..across.first % STRIDE {
                scan.mcu(&mut Skip)?;
            }
            for _ in across.first..=across.last {
                scan.mcu(&mut writer)?;
            }
        }
        Some(Cut { jpeg: writer.finish(), left: across.before, top: down.before })
    }
}

/// Returns the MCUs across and down.
fn mcus(header: &Header) -> (u32, u32) {
    let (width, height) = header.mcu();
    (header.width.div_ceil(width), header.height.div_ceil(height))
}

/// Returns whether only the end marker, or garbage, follows the entropy-coded data.
fn is_last_scan(bytes: &[u8], at: usize) -> bool {
    Markers::from(bytes, at).next().is_none_or(|next| next.marker == EOI)
}

/// The MCUs of a crop along one axis.
struct Span {
    first: u32,
    last: u32,
    /// Pixels in these MCUs, clipped to the picture.
    pixels: u32,
    /// Pixels before the requested ones.
    before: u32,
}

impl Span {
    /// Takes start, length, length of the whole picture and length of an MCU, all in pixels. `None` if empty.
    fn new(start: u32, length: u32, whole: u32, mcu: u32) -> Option<Self> {
        let end = start.saturating_add(length).min(whole);
        if start >= end {
            return None;
        }
        let first = (start / mcu).saturating_sub(1);
        let last = (whole.div_ceil(mcu) - 1).min((end - 1) / mcu + 1);
        let pixels = ((last + 1) * mcu).min(whole) - first * mcu;
        Some(Span { first, last, pixels, before: start - first * mcu })
    }
}

/// Huffman tables by number; `None` for the unused.
struct Tables {
    dc: [Option<DcTable>; 4],
    ac: [Option<AcTable>; 4],
}

impl Tables {
    fn new(header: &Header) -> Option<Self> {
        let mut tables = Tables { dc: [const { None }; 4], ac: [const { None }; 4] };
        for component in &header.components {
            let (dc, ac) = (usize::from(component.dc), usize::from(component.ac));
            let (dc_table, ac_table) = (tables.dc.get_mut(dc)?, tables.ac.get_mut(ac)?);
            if dc_table.is_none() {
                *dc_table = Some(DcTable::new((*header.dc.get(dc)?)?)?);
            }
            if ac_table.is_none() {
                *ac_table = Some(AcTable::new((*header.ac.get(ac)?)?)?);
            }
        }
        Some(tables)
    }
}

/// Reads MCU by MCU.
struct Scan<'a> {
    reader: Reader<'a>,
    /// Component and tables of each block of an MCU, in order (T.81, A.2.3).
    blocks: Vec<(usize, (&'a DcTable, &'a AcTable))>,
    dc: [i16; 4],
    interval: u16,
    left: u16,
    restart: u8,
}

impl<'a> Scan<'a> {
    /// Starts at the beginning of the entropy-coded data.
    fn new(bytes: &'a [u8], header: &Header, tables: &'a Tables) -> Option<Self> {
        let mut blocks = Vec::new();
        for (number, component) in header.components.iter().enumerate() {
            let dc = tables.dc.get(usize::from(component.dc))?.as_ref()?;
            let ac = tables.ac.get(usize::from(component.ac))?.as_ref()?;
            let count = usize::from(component.across) * usize::from(component.down);
            blocks.extend(std::iter::repeat_n((number, (dc, ac)), count));
        }
        let (reader, interval) = (Reader::new(bytes, (header.scan, 0, 0)), header.interval);
        Some(Scan { reader, blocks, dc: [0; 4], interval, left: interval, restart: 0 })
    }

    /// Returns the state before the next MCU.
    fn point(&self) -> Point {
        let (at, ahead, count) = self.reader.state();
        Point { ahead, at, dc: self.dc, left: self.left, count, restart: self.restart }
    }

    /// Restores a state.
    fn resume(&mut self, point: &Point) {
        self.reader = Reader::new(self.reader.bytes(), (point.at, point.ahead, point.count));
        (self.dc, self.left, self.restart) = (point.dc, point.left, point.restart);
    }

    /// Reads one MCU. `None` if the data are damaged or at an end.
    #[inline]
    fn mcu<S: Sink>(&mut self, sink: &mut S) -> Option<()> {
        let mut reader = self.reader;
        if self.interval > 0 {
            if self.left == 0 {
                reader.restart(self.restart)?;
                (self.dc, self.left, self.restart) = ([0; 4], self.interval, (self.restart + 1) & 7);
            }
            self.left -= 1;
        }
        for &(component, tables) in &self.blocks {
            reader.block(tables, component, self.dc.get_mut(component)?, sink)?;
        }
        self.reader = reader;
        Some(())
    }
}

/// Returns the segments before the data of a crop of this size in pixels (T.81, Annex B).
fn head(header: &Header, width: u32, height: u32) -> Option<Vec<u8>> {
    let mut out = SIGNATURE.to_vec();
    if let Some(jfif) = header.jfif {
        // The last two bytes are the size of the thumbnail: none.
        out.extend(segment(0xE0, &[jfif, &[0, 0]].concat())?);
    }
    if let Some(adobe) = header.adobe {
        out.extend(segment(0xEE, adobe)?);
    }
    let (mut frame, mut scan) = (vec![8], vec![u8::try_from(header.components.len()).ok()?]);
    frame.extend(u16::try_from(height).ok()?.to_be_bytes());
    frame.extend(u16::try_from(width).ok()?.to_be_bytes());
    frame.extend(&scan);
    for component in &header.components {
        frame.extend([component.id, component.across << 4 | component.down, component.quantisation]);
        // All components share the one DC table.
        scan.extend([component.id, component.ac]);
    }
    scan.extend([0, 63, 0]);
    for number in 0..4 {
        let used = |table: fn(&header::Component) -> u8| header.components.iter().any(|c| table(c) == number);
        if let Some(table) = header.quantisation.get(usize::from(number))?.filter(|_| used(|c| c.quantisation)) {
            out.extend(segment(0xDB, table)?);
        }
        if let Some(table) = header.ac.get(usize::from(number))?.filter(|_| used(|c| c.ac)) {
            out.extend(segment(0xC4, &[&[0x10 | number], table].concat())?);
        }
    }
    out.extend(segment(0xC4, &[&[0], Writer::DC_TABLE.as_slice()].concat())?);
    out.extend(segment(header.frame, &frame)?);
    out.extend(segment(SOS, &scan)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey picture of 16 × 24 pixels, block by block: each a DC difference of 1 and an end of block.
    fn small() -> Vec<u8> {
        let mut out = vec![0xFF, 0xD8];
        let mut table = vec![0];
        table.extend([1; 64]);
        out.extend(segment(0xDB, &table).expect("short"));
        let code = |place, symbol| [&[place, 1][..], &[0; 15], &[symbol]].concat();
        out.extend(segment(0xC4, &code(0, 1)).expect("short"));
        out.extend(segment(0xC4, &code(0x10, 0)).expect("short"));
        out.extend(segment(0xC0, &[8, 0, 24, 0, 16, 1, 1, 0x22, 0]).expect("short"));
        out.extend(segment(0xDA, &[1, 1, 0, 0, 63, 0]).expect("short"));
        // Six blocks of 0 (the code), 1 (the difference), 0 (the end), padded with ones.
        out.extend([0b0100_1001, 0b0010_0100, 0b1011_1111, 0xFF, 0xD9]);
        out
    }

    #[test]
    fn cuts_a_small_picture() {
        let bytes = small();
        let index = JpegIndex::build(&bytes, &|_| true).expect("a whole picture");
        assert_eq!((index.width(), index.height()), (16, 24));
        let cut = index.cut(&bytes, 9, 17, 100, 1).expect("inside");
        assert_eq!((cut.left, cut.top), (9, 9));
        // The differences 3, 1, 1 and 1 in the standard code, each with an end of block.
        assert!(cut.jpeg.ends_with(&[0b0111_1001, 0b0100_1010, 0b0101_0111, 0xFF, 0xD9]), "{:x?}", cut.jpeg);
        assert!(JpegIndex::build(&cut.jpeg, &|_| true).is_some());
        assert!(index.cut(&bytes, 16, 0, 1, 1).is_none());
        assert!(JpegIndex::build(&bytes, &|_| false).is_none());
    }

    #[test]
    fn refuses_what_is_not_whole() {
        let bytes = small();
        assert!((0..bytes.len() - 2).all(|end| JpegIndex::build(&bytes[..end], &|_| true).is_none()));
    }
}
