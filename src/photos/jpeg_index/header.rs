//! The marker segments before the entropy-coded data of a JPEG (ITU-T T.81, Annex B), as far as a baseline picture
//! with a single scan needs them.

use crate::photos::jpeg_markers::{EOI, Markers, SOI, SOS, Segment};

/// The most pixels of a picture that is indexed.
const MAX_PIXELS: u64 = 1_500_000_000;
/// The most blocks in one MCU of an interleaved scan (T.81, B.2.3).
const MAX_BLOCKS: usize = 10;

/// One component of the frame and the tables that its scan uses.
#[derive(Clone, Copy)]
pub(super) struct Component {
    /// Identifier, as in the file.
    pub(super) id: u8,
    /// Horizontal sampling factor, 1 to 4.
    pub(super) across: u8,
    /// Vertical sampling factor, 1 to 4.
    pub(super) down: u8,
    /// Number of the quantisation table, 0 to 3.
    pub(super) quantisation: u8,
    /// Number of the Huffman table for DC, 0 to 3.
    pub(super) dc: u8,
    /// Number of the Huffman table for AC, 0 to 3.
    pub(super) ac: u8,
}

/// The segments before the entropy-coded data. Tables are slices of the file.
pub(super) struct Header<'a> {
    /// The frame's marker: SOF0 or SOF1.
    pub(super) frame: u8,
    /// Width in pixels.
    pub(super) width: u32,
    /// Height in pixels.
    pub(super) height: u32,
    /// Components in the order of frame and scan.
    pub(super) components: Vec<Component>,
    /// Quantisation tables, each beginning with its precision and number (T.81, B.2.4.1).
    pub(super) quantisation: [Option<&'a [u8]>; 4],
    /// DC Huffman tables: sixteen counts, then the symbols (T.81, B.2.4.2).
    pub(super) dc: [Option<&'a [u8]>; 4],
    /// AC Huffman tables, likewise.
    pub(super) ac: [Option<&'a [u8]>; 4],
    /// MCUs between two restart markers; 0 without any.
    pub(super) interval: u16,
    /// Payload of the JFIF segment without its thumbnail, if there is one.
    pub(super) jfif: Option<&'a [u8]>,
    /// Payload of the Adobe segment, which names the colour transform, if there is one.
    pub(super) adobe: Option<&'a [u8]>,
    /// Offset of the entropy-coded data, in bytes.
    pub(super) scan: usize,
}

impl<'a> Header<'a> {
    /// Parses up to the first scan. `None` unless baseline (or extended 8-bit Huffman) with all components in the first scan.
    pub(super) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let mut header = Header {
            frame: 0,
            width: 0,
            height: 0,
            components: Vec::new(),
            quantisation: [None; 4],
            dc: [None; 4],
            ac: [None; 4],
            interval: 0,
            jfif: None,
            adobe: None,
            scan: 0,
        };
        for Segment { marker, data, end, is_whole, .. } in Markers::of(bytes)? {
            if !is_whole {
                return None;
            }
            match marker {
                0xC0 | 0xC1 => header.frame(marker, data)?,
                0xC4 => header.huffman(data)?,
                // Any other frame type, arithmetic coding, a second picture, an end before any scan.
                0xC2..=0xCF | SOI | EOI => return None,
                SOS => {
                    header.scan = end;
                    return header.start(data).and_then(|()| header.is_whole().then_some(header));
                }
                0xDB => header.quantisation(data)?,
                0xDD => header.interval = u16::from_be_bytes(data.try_into().ok()?),
                0xE0 if data.starts_with(b"JFIF\0") && data.len() >= 14 => header.jfif = data.get(..12),
                0xEE if data.starts_with(b"Adobe") && data.len() >= 12 => header.adobe = data.get(..12),
                _ => {}
            }
        }
        None
    }

    /// SOF (T.81, B.2.2).
    fn frame(&mut self, marker: u8, body: &[u8]) -> Option<()> {
        let (&[precision, y1, y0, x1, x0, count], rest) = body.split_first_chunk::<6>()?;
        let (parts, []) = rest.as_chunks::<3>() else { return None };
        if self.frame != 0 || precision != 8 || !(1..=4).contains(&count) || parts.len() != usize::from(count) {
            return None;
        }
        self.frame = marker;
        self.width = u32::from(u16::from_be_bytes([x1, x0]));
        self.height = u32::from(u16::from_be_bytes([y1, y0]));
        // A height of 0 would be defined by a DNL segment after the scan.
        if !(1..=MAX_PIXELS).contains(&(u64::from(self.width) * u64::from(self.height))) {
            return None;
        }
        for &[id, sampling, quantisation] in parts {
            let (across, down) = (sampling >> 4, sampling & 15);
            let known = self.components.iter().any(|other| other.id == id);
            if known || !(1..=4).contains(&across) || !(1..=4).contains(&down) || quantisation > 3 {
                return None;
            }
            self.components.push(Component { id, across, down, quantisation, dc: 0, ac: 0 });
        }
        if let [only] = self.components.as_mut_slice() {
            // The MCU of a single component is one block whatever the factors say (T.81, A.2.2).
            (only.across, only.down) = (1, 1);
        }
        (self.blocks() <= MAX_BLOCKS).then_some(())
    }

    /// DHT (T.81, B.2.4.2).
    fn huffman(&mut self, mut body: &'a [u8]) -> Option<()> {
        while let Some((&place, table)) = body.split_first() {
            let length = 16 + table.get(..16)?.iter().map(|&count| usize::from(count)).sum::<usize>();
            let (table, rest) = table.split_at_checked(length)?;
            let tables = if place >> 4 == 0 { &mut self.dc } else { &mut self.ac };
            *tables.get_mut(usize::from(place & 15)).filter(|_| place < 0x20)? = Some(table);
            body = rest;
        }
        Some(())
    }

    /// DQT (T.81, B.2.4.1).
    fn quantisation(&mut self, mut body: &'a [u8]) -> Option<()> {
        while let Some(&place) = body.first() {
            let (table, rest) = body.split_at_checked(if place >> 4 == 0 { 65 } else { 129 })?;
            *self.quantisation.get_mut(usize::from(place & 15)).filter(|_| place < 0x20)? = Some(table);
            body = rest;
        }
        Some(())
    }

    /// SOS (T.81, B.2.3): all components in the frame's order, all coefficients at full precision.
    fn start(&mut self, body: &[u8]) -> Option<()> {
        let (&count, rest) = body.split_first()?;
        let (rest, &[0, 63, 0]) = rest.split_last_chunk::<3>()? else { return None };
        let (parts, []) = rest.as_chunks::<2>() else { return None };
        if parts.is_empty() || parts.len() != usize::from(count) || parts.len() != self.components.len() {
            return None;
        }
        for (component, &[id, tables]) in self.components.iter_mut().zip(parts) {
            (component.dc, component.ac) = (tables >> 4, tables & 15);
            if component.id != id {
                return None;
            }
        }
        Some(())
    }

    /// Returns whether all tables of the scan are defined.
    fn is_whole(&self) -> bool {
        let defined = |tables: &[Option<&[u8]>; 4], at: u8| tables.get(usize::from(at)).is_some_and(Option::is_some);
        self.components.iter().all(|component| {
            defined(&self.quantisation, component.quantisation)
                && defined(&self.dc, component.dc)
                && defined(&self.ac, component.ac)
        })
    }

    /// Returns the blocks in one MCU.
    pub(super) fn blocks(&self) -> usize {
        self.components.iter().map(|component| usize::from(component.across) * usize::from(component.down)).sum()
    }

    /// Returns width and height of an MCU in pixels (T.81, A.2.3).
    pub(super) fn mcu(&self) -> (u32, u32) {
        let most = |factor: fn(&Component) -> u8| 8 * self.components.iter().map(factor).max().map_or(1, u32::from);
        (most(|component| component.across), most(|component| component.down))
    }
}
