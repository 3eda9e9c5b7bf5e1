//! Captions of IPTC records (IIM 4.2). Only the application record and the character set are read.

use encoding_rs::{Encoding, UTF_8};

use super::encoding::{self, Guess};
use super::{Said, Text};
use crate::photos::container::fields::{be16, slice};

/// The most records read; real files have about thirty.
const MAX_RECORDS: usize = 1000;

/// Record number, data set number, data.
type Record<'a> = (u8, u8, &'a [u8]);

/// Reads the records.
pub fn read(bytes: &[u8]) -> Said {
    let records: Vec<Record<'_>> = Records { bytes, at: 0 }.take(MAX_RECORDS).collect();
    let declared =
        records.iter().find(|&&(record, set, _)| (record, set) == (1, 90)).and_then(|(.., data)| charset(data));
    let guess = Guess::of(records.iter().filter(|&&(record, ..)| record == 2).map(|(.., data)| *data));
    let text = |data: &[u8]| declared.map_or_else(|| guess.text(data), |declared| encoding::decode_as(data, declared));
    let all = |wanted: u8| {
        let of = records.iter().filter(move |&&(record, set, _)| (record, set) == (2, wanted));
        of.map(|(_, _, data)| text(data)).collect::<Vec<_>>()
    };
    let texts = |all: Vec<String>| all.into_iter().map(Text::from).collect();
    let first = |wanted| all(wanted).into_iter().next().unwrap_or_default();
    Said {
        // Headline, object name.
        titles: texts([all(105), all(5)].concat()),
        entries: texts(all(120)),
        // By-line: one record per person.
        creators: vec![super::words::joined(&all(80), ", ")],
        credit_lines: all(110),
        rights: texts(all(116)),
        places: [first(92), first(90), first(95), first(101)],
        dates: all(55),
    }
}

struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        // A tag marker, record, data set, length (IIM 4.2, 1.5). After the last there may be padding.
        let [0x1C, record, set] = *slice(self.bytes, self.at, 3)? else { return None };
        let mut from = self.at.checked_add(5)?;
        let mut length = usize::from(be16(self.bytes, self.at.checked_add(3)?)?);
        // If the highest bit is set, the length follows in that many bytes (IIM 4.2, 1.5).
        if length & 0x8000 != 0 {
            let width = length & 0x7FFF;
            if width > 4 {
                return None;
            }
            let digits = slice(self.bytes, from, width)?;
            length = digits.iter().try_fold(0_usize, |n, &b| n.checked_mul(256)?.checked_add(b.into()))?;
            from = from.checked_add(width)?;
        }
        let data = slice(self.bytes, from, length)?;
        self.at = from.checked_add(length)?;
        Some((record, set, data))
    }
}

/// Maps the ISO 2022 sequences of data set 1:90 to a character set, if it is one in use.
fn charset(sequence: &[u8]) -> Option<&'static Encoding> {
    let last = *sequence.last()?;
    match sequence.strip_prefix(b"\x1B")? {
        [b'%', b'G'] | [b'%', b'/', b'G' | b'H' | b'I'] => Some(UTF_8),
        // The right half of ISO 8859, designated to G1, G2 or G3.
        [b'-' | b'.' | b'/', _] => Some(match last {
            b'A' => encoding_rs::WINDOWS_1252,
            b'B' => encoding_rs::ISO_8859_2,
            b'C' => encoding_rs::ISO_8859_3,
            b'D' => encoding_rs::ISO_8859_4,
            b'L' => encoding_rs::ISO_8859_5,
            b'G' => encoding_rs::ISO_8859_6,
            b'F' => encoding_rs::ISO_8859_7,
            b'H' => encoding_rs::ISO_8859_8,
            b'M' => encoding_rs::WINDOWS_1254,
            b'b' => encoding_rs::ISO_8859_15,
            _ => return None,
        }),
        [b'$', .., b'A'] => Some(encoding_rs::GB18030),
        [b'$', .., b'B'] => Some(encoding_rs::EUC_JP),
        [b'$', .., b'C'] => Some(encoding_rs::EUC_KR),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(number: u8, set: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).expect("short").to_be_bytes();
        [&[0x1C, number, set], &length[..], data].concat()
    }

    #[test]
    fn character_sets() {
        let title = |bytes: &[u8]| read(bytes).titles.first().map(|text| text.plain.clone()).unwrap_or_default();
        assert_eq!(title(&record(2, 5, "拉萨".as_bytes())), "拉萨");
        assert_eq!(title(&record(2, 5, b"Caf\xE9")), "Café");
        assert_eq!(title(&[record(1, 90, b"\x1B%G"), record(2, 5, b"\xE6\x8B\x89\xFF")].concat()), "拉\u{FFFD}");
        // Declared but wrong.
        assert_eq!(title(&[record(1, 90, b"\x1B%G"), record(2, 5, b"Caf\xE9 \x96 x")].concat()), "Café – x");
        assert_eq!(title(&[record(1, 90, b"\x1B-L"), record(2, 5, b"\xBB\xE5\xD0\xE1\xD0")].concat()), "Лхаса");
        assert_eq!(title(&record(2, 5, b"\xB2\xBC\xB4\xEF\xC0\xAD\xB9\xAC")), "布达拉宫");
        // Truncated after the first byte of the second character.
        assert_eq!(title(&record(2, 5, b"\xE6\x8B\x89\xE8")), "拉");
    }

    #[test]
    fn long_lengths_and_what_is_cut_off() {
        let long = [&[0x1C, 2, 120, 0x80, 4, 0, 0, 0, 2][..], b"ok", &[0x1C, 2, 5, 0, 9], b"cut"].concat();
        let said = read(&long);
        assert_eq!(said.entries[0].plain, "ok");
        assert!(said.titles.is_empty());
        assert!(read(&[0x1C, 2, 120, 0xFF, 0xFF]).entries.is_empty());
    }

    #[test]
    fn several_people() {
        let said = read(&[record(2, 80, b"A"), record(2, 80, b"B")].concat());
        assert_eq!(said.creators, ["A, B"]);
    }
}
