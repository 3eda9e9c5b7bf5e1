//! Small camera raw files, made by hand: the structures of each maker around JPEGs that are told apart by their colours.

use vitrine::photos::{Pixels, encode_jpeg};

/// What a field holds.
pub enum Value {
    /// Numbers of two bytes.
    Shorts(Vec<u16>),
    /// Numbers of four bytes.
    Longs(Vec<u32>),
    /// Bytes, with their type.
    Bytes(u16, Vec<u8>),
    /// The offset of data that lie elsewhere.
    Place(Vec<u8>),
    /// The offset of the directory below.
    Below(Directory),
}

/// The fields of a directory.
pub type Directory = Vec<(u16, Value)>;

/// A structure of so many directories in a chain, with its first four bytes.
pub fn structure(mark: &[u8], chain: Vec<Directory>) -> Vec<u8> {
    behind([mark, &[0; 4]].concat(), chain)
}

/// A CR2, which has more than that at its beginning.
pub fn cr2(chain: Vec<Directory>) -> Vec<u8> {
    behind(b"II*\0\0\0\0\0CR\x02\0\0\0\0\0".to_vec(), chain)
}

fn behind(head: Vec<u8>, chain: Vec<Directory>) -> Vec<u8> {
    let mut out = Writer { big: head[0] == b'M', bytes: head };
    let mut link = 4;
    for directory in chain {
        let (at, next) = out.directory(directory);
        let place = out.long(at);
        out.bytes[link..link + 4].copy_from_slice(&place);
        link = next;
    }
    out.bytes
}

struct Writer {
    big: bool,
    bytes: Vec<u8>,
}

impl Writer {
    fn short(&self, number: u16) -> [u8; 2] {
        if self.big { number.to_be_bytes() } else { number.to_le_bytes() }
    }

    fn long(&self, number: u32) -> [u8; 4] {
        if self.big { number.to_be_bytes() } else { number.to_le_bytes() }
    }

    fn add(&mut self, data: &[u8]) -> u32 {
        self.bytes.resize(self.bytes.len().next_multiple_of(2), 0);
        self.bytes.extend(data);
        u32::try_from(self.bytes.len() - data.len()).expect("small")
    }

    /// Writes a directory, and returns where it is, and where the link to the next one is.
    fn directory(&mut self, mut fields: Directory) -> (u32, usize) {
        fields.sort_by_key(|(tag, _)| *tag);
        let mut entries = Vec::new();
        let count = u16::try_from(fields.len()).expect("few");
        for (tag, value) in fields {
            let (kind, count, data) = match value {
                Value::Shorts(all) => (3, all.len(), all.iter().flat_map(|n| self.short(*n)).collect::<Vec<u8>>()),
                Value::Longs(all) => (4, all.len(), all.iter().flat_map(|n| self.long(*n)).collect()),
                Value::Bytes(kind, data) => (kind, data.len(), data),
                Value::Place(data) => {
                    let at = self.add(&data);
                    (4, 1, self.long(at).to_vec())
                }
                Value::Below(directory) => {
                    let (at, _) = self.directory(directory);
                    (4, 1, self.long(at).to_vec())
                }
            };
            let mut inside = data;
            if inside.len() > 4 {
                let at = self.add(&inside);
                inside = self.long(at).to_vec();
            }
            inside.resize(4, 0);
            entries.extend(self.short(tag));
            entries.extend(self.short(kind));
            entries.extend(self.long(u32::try_from(count).expect("small")));
            entries.extend(inside);
        }
        let at = self.add(&self.short(count));
        self.bytes.extend(entries);
        self.bytes.extend([0; 4]);
        (at, self.bytes.len() - 4)
    }
}

/// A JPEG of one colour but for its upper left quarter, which is white.
pub fn jpeg(width: u32, height: u32, colour: [u8; 3]) -> Vec<u8> {
    let pixel = |i: u32| {
        let is_corner = i % width < width / 2 && i / width < height / 2;
        if is_corner { [255; 4] } else { [colour[0], colour[1], colour[2], 255] }
    };
    let rgba = (0..width * height).flat_map(pixel).collect();
    encode_jpeg(&Pixels { width, height, rgba }, 95.0).expect("encoded")
}

pub fn text(words: &str) -> Value {
    Value::Bytes(2, [words.as_bytes(), &[0]].concat())
}

pub fn length(data: &[u8]) -> Value {
    Value::Longs(vec![u32::try_from(data.len()).expect("small")])
}

/// Offset and length of a JPEG, as Exif has them.
pub fn interchange(jpeg: &[u8]) -> Directory {
    vec![(513, Value::Place(jpeg.to_vec())), (514, length(jpeg))]
}

/// A JPEG as the one strip of a picture.
pub fn strip(jpeg: &[u8], colours: u16) -> Directory {
    vec![
        (259, Value::Shorts(vec![7])),
        (262, Value::Shorts(vec![colours])),
        (273, Value::Place(jpeg.to_vec())),
        (279, length(jpeg)),
    ]
}

/// Who took it, when, with which camera, and how it is turned.
pub fn said(make: &str, orientation: u16) -> Directory {
    let settings = vec![(0x9003, text("2024:05:01 12:30:15"))];
    vec![
        (271, text(make)),
        (270, text("A street in Lhasa")),
        (315, text("Tashi")),
        (274, Value::Shorts(vec![orientation])),
        (34_665, Value::Below(settings)),
    ]
}

fn boxed(kind: &[u8], data: &[u8]) -> Vec<u8> {
    [&u32::try_from(data.len() + 8).expect("small").to_be_bytes()[..], kind, data].concat()
}

/// A box of numbers.
fn numbers(kind: &[u8], all: &[u32]) -> Vec<u8> {
    boxed(kind, &all.iter().flat_map(|n| n.to_be_bytes()).collect::<Vec<u8>>())
}

const METADATA: &[u8] = b"\x85\xC0\xB6\x87\x82\x0F\x11\xE0\x81\x11\xF4\xCE\x46\x2B\x6A\x48";
const PREVIEW: &[u8] = b"\xEA\xF4\x2B\x5E\x1C\x98\x4B\x88\xB9\xFB\xB7\xDC\x40\x6E\x4D\x16";

/// A CR3 with a thumbnail, a preview, and where there is one a JPEG as the first track.
pub fn cr3(orientation: u16, thumbnail: &[u8], preview: &[u8], track: Option<&[u8]>, position: &[u8]) -> Vec<u8> {
    let mut first = said("Canon", orientation);
    first.retain(|(tag, _)| *tag != 34_665);
    let settings = structure(b"II*\0", vec![vec![(0x9003, text("2024:05:01 12:30:15"))]]);
    let sized = |kind, jpeg: &[u8]| {
        let length = u32::try_from(jpeg.len()).expect("small").to_be_bytes();
        boxed(kind, &[&[0; 4][..], &[0, 160, 0, 120], &length, &[0, 1, 0, 0], jpeg].concat())
    };
    let canon = [
        METADATA,
        &boxed(b"CMT1", &structure(b"II*\0", vec![first])),
        &boxed(b"CMT2", &settings),
        &boxed(b"CMT4", position),
        &sized(b"THMB", thumbnail),
    ]
    .concat();
    let moov = |at: u32| {
        let table = [
            numbers(b"stsz", &[0, 0, 1, u32::try_from(track.map_or(0, <[u8]>::len)).expect("small")]),
            numbers(b"co64", &[0, 1, 0, at]),
        ];
        let film = boxed(b"trak", &boxed(b"mdia", &boxed(b"minf", &boxed(b"stbl", &table.concat()))));
        boxed(b"moov", &[boxed(b"uuid", &canon), if track.is_some() { film } else { Vec::new() }].concat())
    };
    let before = [boxed(b"ftyp", b"crx \0\0\0\x01crx isom"), moov(0)].concat();
    let screen = boxed(b"uuid", &[PREVIEW, &[0; 8], &sized(b"PRVW", preview)].concat());
    let at = u32::try_from(before.len() + screen.len() + 8).expect("small");
    [boxed(b"ftyp", b"crx \0\0\0\x01crx isom"), moov(at), screen, boxed(b"mdat", track.unwrap_or_default())].concat()
}

/// A RAF around a JPEG.
pub fn raf(jpeg: &[u8]) -> Vec<u8> {
    let mut head = b"FUJIFILMCCD-RAW 0201FF129502X-T1".to_vec();
    head.resize(84, 0);
    head.extend(148_u32.to_be_bytes());
    head.extend(u32::try_from(jpeg.len()).expect("small").to_be_bytes());
    head.resize(148, 0);
    [head, jpeg.to_vec(), vec![7; 5000]].concat()
}
