//! HEIF decoder: HEIC, whose pictures are coded with HEVC, and AVIF, with AV1. A picture of tiles is decoded a row of them at a
//! time.

mod av1;
#[cfg(feature = "heic")]
mod hevc;
mod overlay;
mod planes;
mod sps;

use planes::{Converter, Planes};

use super::container::heif::{Codes, Heif};
use super::feed::share;
use super::rows::{PixelFormat, Scale, Sink};
use super::{DecodeError, GoOn, jpeg, limits};

/// What is not told (ISO/IEC 23000-22, 7.3.6.4).
const UNTOLD: Codes = Codes { colour: [1, 13, 6], full: true };
/// The most pixels of a picture that is not made of tiles.
const MAX_SINGLE: u64 = 64 << 20;
/// The largest request that a small thumbnail may answer where the picture itself is too large: a screen's.
const SCREEN: u32 = 4096;
/// The most pixels that are counted.
const MAX_TOLD: u64 = 1 << 40;
/// The deepest picture made of pictures.
const MAX_DEPTH: u8 = 3;

/// Decodes the rows of the primary item, or of a thumbnail inside if that is large enough, or if the screen can have nothing else.
pub fn rows(bytes: &[u8], scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let heif = Heif::new(bytes).ok_or(DecodeError::Damaged)?;
    let id = heif.primary();
    let source = Source::new(&heif, go_on);
    let [_, _, width, height] = heif.part(id).ok_or(DecodeError::Damaged)?;
    let checked = limits::check([width, height]).and_then(|()| source.check(id));
    let is_too_large = checked == Err(DecodeError::TooLarge);
    if let (Scale::AtLeast(wanted), Some(small)) = (scale, heif.thumbnail(id)) {
        let is_enough = heif.coded_size(small).is_some_and(|[width, height]| width.max(height) >= wanted);
        if is_enough || (is_too_large && wanted <= SCREEN) {
            return source.picture(small, sink, 0);
        }
    }
    checked?;
    source.picture(id, sink, 0)
}

/// Decodes the largest thumbnail of the primary item, of which all bytes are at hand.
pub fn thumbnail(bytes: &[u8], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Option<()> {
    let heif = Heif::new(bytes)?;
    Source::new(&heif, go_on).picture(heif.thumbnail(heif.primary())?, sink, 0).ok()
}

/// Returns the bytes held while decoding.
pub fn memory(bytes: &[u8]) -> u64 {
    let Some(heif) = Heif::new(bytes) else { return 0 };
    Source::new(&heif, &|_| true).memory(heif.primary(), 0)
}

/// Takes a row of tiles, and where it begins.
type EachStrip<'a> = &'a mut dyn FnMut(usize, &[Box<dyn Planes>]);

/// The items of a file, with their decoders.
struct Source<'a> {
    heif: &'a Heif<'a>,
    go_on: GoOn<'a>,
    #[cfg(feature = "heic")]
    hevc: hevc::Hevc,
}

impl<'a> Source<'a> {
    fn new(heif: &'a Heif<'a>, go_on: GoOn<'a>) -> Self {
        Self {
            heif,
            go_on,
            #[cfg(feature = "heic")]
            hevc: hevc::Hevc::new(),
        }
    }

    /// Checks what decoding would take.
    fn check(&self, id: u32) -> Result<(), DecodeError> {
        let heif = self.heif;
        let is_coded = matches!(heif.kind(id).as_ref(), Some(b"hvc1" | b"hev1" | b"av01"));
        let pixels = heif.coded_size(id).map_or(0, |[width, height]| u64::from(width) * u64::from(height));
        if is_coded && pixels > MAX_SINGLE {
            return Err(DecodeError::TooLarge);
        }
        limits::check_whole(self.memory(id, 0))
    }

    fn memory(&self, id: u32, depth: u8) -> u64 {
        if depth > MAX_DEPTH {
            return 0;
        }
        let heif = self.heif;
        // What a file tells may be so large that its multiples would overflow.
        let pixels = |id| {
            let told = heif.coded_size(id).map_or(0, |[width, height]| u64::from(width) * u64::from(height));
            told.min(MAX_TOLD)
        };
        let alpha = heif.alpha(id).map_or(0, |alpha| pixels(id) + self.memory(alpha, depth + 1));
        let below = heif.to(*b"dimg", id);
        let own = match heif.kind(id).as_ref() {
            Some(b"grid") => {
                let columns = heif.grid(id).map_or(1, |grid| grid.columns) as u64;
                below.first().map_or(0, |tile| self.memory(*tile, depth + 1)) * columns
            }
            Some(b"iovl") => {
                pixels(id) * 8 + below.iter().map(|layer| self.memory(*layer, depth + 1)).max().unwrap_or(0)
            }
            Some(b"iden") => below.first().map_or(0, |item| self.memory(*item, depth + 1)),
            // The planes, and half as much again for what decoders keep of their blocks.
            Some(b"hvc1" | b"hev1") => heif.property(id, *b"hvcC").and_then(sps::of).map_or(0, |coded| {
                let area = coded.size.iter().map(|side| u64::from(*side)).product::<u64>();
                (coded.bytes.min(MAX_TOLD) * 3 / 2).saturating_add(area).min(MAX_TOLD * 2)
            }),
            // Three planes of two bytes at the most.
            Some(b"av01") => pixels(id) * 6,
            _ => 0,
        };
        own + alpha
    }

    /// Decodes an item with its transparency.
    fn picture(&self, id: u32, sink: &mut dyn Sink, depth: u8) -> Result<(), DecodeError> {
        let heif = self.heif;
        match heif.kind(id).ok_or(DecodeError::Damaged)? {
            _ if depth > MAX_DEPTH => Err(DecodeError::Damaged),
            kind if kind == *b"iden" => {
                self.picture(*heif.to(*b"dimg", id).first().ok_or(DecodeError::Damaged)?, sink, depth + 1)
            }
            kind if kind == *b"iovl" => overlay::rows(self, id, sink, depth),
            kind if kind == *b"jpeg" => {
                jpeg::rows(&heif.data(id).ok_or(DecodeError::Damaged)?, Scale::Full, self.go_on, sink)
            }
            _ => self.tiles(id, sink),
        }
    }

    /// Decodes a coded picture or one of tiles into the sink.
    fn tiles(&self, id: u32, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let heif = self.heif;
        let [left, top, width, height] = heif.part(id).ok_or(DecodeError::Damaged)?;
        let alpha = heif.alpha(id).map(|alpha| Alpha::of(self, alpha)).transpose()?;
        let is_multiplied = alpha.is_some() && !heif.to(*b"prem", id).is_empty();
        sink.begin([width, height], if alpha.is_some() { PixelFormat::Rgba } else { PixelFormat::Rgb })?;
        let told = heif.codes(id);
        let [whole, _] = heif.coded_size(id).ok_or(DecodeError::Damaged)?;
        let mut line = vec![255; whole as usize * 4];
        self.strips(id, &mut |from, strip| {
            let mut converters: Vec<Converter> =
                strip.iter().map(|tile| Converter::new(codes(told, tile.as_ref()), tile.bits())).collect();
            for y in 0..strip.first().map_or(0, |tile| tile.size()[1]) {
                let at = from + y;
                if at < top as usize || at >= (top + height) as usize {
                    continue;
                }
                let mut rest = &mut line[..];
                for (tile, converter) in strip.iter().zip(&mut converters) {
                    let (part, behind) = rest.split_at_mut((tile.size()[0] * 4).min(rest.len()));
                    converter.row(tile.as_ref(), y, part);
                    rest = behind;
                }
                let row = &mut line[left as usize * 4..(left + width) as usize * 4];
                if let Some(alpha) = &alpha {
                    alpha.apply(row, at, [left, whole], is_multiplied);
                }
                sink.row(row);
            }
        })
    }

    /// Decodes a row of tiles after the other, all of them of one height, and hands each on with where it begins.
    fn strips(&self, id: u32, each: EachStrip<'_>) -> Result<(), DecodeError> {
        let heif = self.heif;
        let Some(grid) = (heif.kind(id) == Some(*b"grid")).then(|| heif.grid(id)).flatten() else {
            let size = heif.coded_size(id).ok_or(DecodeError::Damaged)?;
            let picture = self.coded(id)?;
            let is_whole = picture.size()[0] >= size[0] as usize && picture.size()[1] >= size[1] as usize;
            if is_whole {
                each(0, &[picture]);
            }
            return if is_whole { Ok(()) } else { Err(DecodeError::Damaged) };
        };
        let tiles = heif.to(*b"dimg", id);
        if tiles.len() < grid.columns * grid.rows || heif.coded_size(id) != Some(grid.size) {
            return Err(DecodeError::Damaged);
        }
        let (mut from, mut size) = (0, None);
        for (n, ids) in tiles.chunks(grid.columns).take(grid.rows).enumerate() {
            let mut strip = Vec::with_capacity(ids.len());
            for (m, tile) in ids.iter().enumerate() {
                if !(self.go_on)(share(n * grid.columns + m, tiles.len())) {
                    return Err(DecodeError::Cancelled);
                }
                let tile = self.coded(*tile)?;
                if *size.get_or_insert(tile.size()) != tile.size() {
                    return Err(DecodeError::Damaged);
                }
                strip.push(tile);
            }
            each(from, &strip);
            from += size.unwrap_or_default()[1];
        }
        let wide = size.unwrap_or_default()[0] * grid.columns;
        if from < grid.size[1] as usize || wide < grid.size[0] as usize { Err(DecodeError::Damaged) } else { Ok(()) }
    }

    /// Decodes one coded item.
    fn coded(&self, id: u32) -> Result<Box<dyn Planes>, DecodeError> {
        let heif = self.heif;
        let size = heif.coded_size(id).ok_or(DecodeError::Damaged)?;
        limits::check(size)?;
        if u64::from(size[0]) * u64::from(size[1]) > MAX_SINGLE {
            return Err(DecodeError::TooLarge);
        }
        let kind = heif.kind(id).ok_or(DecodeError::Damaged)?;
        let data = || heif.data(id).ok_or(DecodeError::Damaged);
        match &kind {
            #[cfg(feature = "heic")]
            b"hvc1" | b"hev1" => self.hevc.decode(heif.property(id, *b"hvcC").ok_or(DecodeError::Damaged)?, &data()?),
            #[cfg(not(feature = "heic"))]
            b"hvc1" | b"hev1" => Err(DecodeError::Unread("HEIC")),
            // Its own header may tell a little more than is shown.
            b"av01" => {
                av1::decode(&data()?, u64::from(size[0].next_multiple_of(64)) * u64::from(size[1].next_multiple_of(64)))
            }
            _ => Err(DecodeError::Variant(name(kind))),
        }
    }
}

/// The coding of colours: as the file tells, else as the stream does.
fn codes(told: Option<Codes>, tile: &dyn Planes) -> Codes {
    // A matrix that is not told is none.
    let is_told = |codes: &Codes| codes.colour[2] != 2;
    told.filter(is_told).or_else(|| tile.codes().filter(is_told)).unwrap_or(UNTOLD)
}

/// The name of what is not read.
fn name(kind: [u8; 4]) -> &'static str {
    match &kind {
        b"unci" => "HEIF (uncompressed)",
        b"avc1" => "HEIF (H.264)",
        b"vvc1" => "HEIF (VVC)",
        b"j2k1" => "HEIF (JPEG 2000)",
        _ => "HEIF",
    }
}

/// The transparency of a picture, a byte a pixel.
struct Alpha {
    size: [usize; 2],
    bytes: Vec<u8>,
}

impl Alpha {
    fn of(source: &Source<'_>, id: u32) -> Result<Self, DecodeError> {
        let [width, height] = source.heif.coded_size(id).ok_or(DecodeError::Damaged)?;
        limits::check_whole(u64::from(width) * u64::from(height))?;
        let size = [width as usize, height as usize];
        let mut bytes = vec![255; size[0] * size[1]];
        let told = source.heif.codes(id);
        let mut line = Vec::new();
        source.strips(id, &mut |from, strip| {
            let rows = bytes.chunks_exact_mut(size[0].max(1)).skip(from);
            for (y, row) in rows.enumerate().take(strip.first().map_or(0, |tile| tile.size()[1])) {
                let mut rest = row;
                for tile in strip {
                    let full = told.or_else(|| tile.codes()).is_none_or(|codes| codes.full);
                    let (part, behind) = rest.split_at_mut(tile.size()[0].min(rest.len()));
                    planes::alpha(tile.as_ref(), full, y, &mut line, part);
                    rest = behind;
                }
            }
        })?;
        Ok(Self { size, bytes })
    }

    /// Writes the transparency of a row that begins at `left` of a picture so wide; it may be smaller than the picture.
    fn apply(&self, row: &mut [u8], y: usize, [left, whole]: [u32; 2], is_multiplied: bool) {
        let [width, height] = self.size;
        let line = self.bytes.chunks_exact(width.max(1)).nth(y.min(height.saturating_sub(1))).unwrap_or_default();
        for (x, pixel) in row.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            let x = (left as usize + x) * width / (whole as usize).max(1);
            pixel[3] = line.get(x).copied().unwrap_or(255);
            if is_multiplied {
                let alpha = u16::from(pixel[3]).max(1);
                pixel[..3]
                    .iter_mut()
                    .for_each(|v| *v = u8::try_from((u16::from(*v) * 255 + alpha / 2) / alpha).unwrap_or(u8::MAX));
            }
        }
    }
}
