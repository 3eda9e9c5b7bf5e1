//! The lines of a journal: a checksum, a space, a JSON text.
//!
//! Each checksum covers the line and, by the checksum before it, all lines above. So a line that was half written, changed or
//! left over from something older ends what is read, and what is above it is certain.

use serde::{Deserialize, Serialize};

use crate::model::Fingerprint;

/// The version of the format.
const FORMAT: u32 = 1;
/// The length of a checksum, with the space behind it.
const CHECKSUM: usize = 9;

/// What a journal belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The version of the format.
    format: u32,
    /// Which exhibition is edited, however its place is written.
    pub key: String,
    /// Its place, for people.
    pub place: String,
    /// The fingerprint of the text that the edits start from.
    pub base: Fingerprint,
    /// When the edits began, as the caller writes times.
    pub begun: String,
}

impl Header {
    /// The header of a new journal.
    #[must_use]
    pub fn new(key: &str, place: &str, base: Fingerprint, begun: &str) -> Self {
        Self { format: FORMAT, key: key.to_owned(), place: place.to_owned(), base, begun: begun.to_owned() }
    }
}

/// Makes lines, each bound to those above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chain(u32);

impl Chain {
    /// Adds a text as a line. JSON has no line breaks but between its parts, where a space does as well.
    pub fn add(&mut self, to: &mut Vec<u8>, text: &str) {
        let text = text.replace(['\n', '\r'], " ");
        self.0 = self.after(text.as_bytes());
        to.extend(format!("{:08x} {text}\n", self.0).into_bytes());
    }

    fn after(self, text: &[u8]) -> u32 {
        let mut hasher = crc32fast::Hasher::new_with_initial(self.0);
        // So that a line of nothing is not as good as none.
        hasher.update(b"\n");
        hasher.update(text);
        hasher.finalize()
    }

    /// Reads the text of a line, without its end.
    fn follow<'l>(&mut self, line: &'l [u8]) -> Option<&'l str> {
        let (sum, text) = line.split_at_checked(CHECKSUM)?;
        let next = self.after(text);
        if sum != format!("{next:08x} ").as_bytes() {
            return None;
        }
        let text = str::from_utf8(text).ok()?;
        self.0 = next;
        Some(text)
    }
}

/// What was read of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Its header.
    pub header: Header,
    /// The records that are whole, in order.
    pub records: Vec<String>,
    /// How many bytes these take.
    pub whole: usize,
    /// What the next line is bound to.
    pub chain: Chain,
    /// What follows, which cannot be read.
    pub torn: Torn,
}

/// What follows the last line that can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Torn {
    /// Nothing.
    #[default]
    Nothing,
    /// The line that was being written when the power went.
    LastLine,
    /// Several lines: the file was damaged.
    Lines(usize),
}

/// Reads a journal; `None` if its header cannot be read.
#[must_use]
#[expect(clippy::naive_bytecount, reason = "a few kilobytes, once")]
pub fn read(bytes: &[u8]) -> Option<Lines> {
    let mut chain = Chain::default();
    let mut lines = Whole { bytes, at: 0 };
    let header = chain.follow(lines.next()?)?;
    let header: Header = serde_json::from_str(header).ok().filter(|header: &Header| header.format == FORMAT)?;
    let (mut records, mut whole) = (Vec::new(), lines.at);
    while let Some(record) = lines.next().and_then(|line| chain.follow(line)) {
        records.push(record.to_owned());
        whole = lines.at;
    }
    let rest = bytes.get(whole..).unwrap_or_default();
    let torn = match rest.iter().filter(|b| **b == b'\n').count() {
        0 if rest.is_empty() => Torn::Nothing,
        0 => Torn::LastLine,
        1 if rest.ends_with(b"\n") => Torn::LastLine,
        count => Torn::Lines(count),
    };
    Some(Lines { header, records, whole, chain, torn })
}

/// The lines that have an end.
struct Whole<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Whole<'b> {
    type Item = &'b [u8];

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..)?;
        let end = memchr::memchr(b'\n', rest)?;
        self.at += end + 1;
        rest.get(..end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Chain, Header, Torn, read};
    use crate::model::Fingerprint;

    /// A journal of these records, and where each of its lines ends.
    fn journal(records: &[&str]) -> (Vec<u8>, Vec<usize>) {
        let header = Header::new("pack", "/a/pack", Fingerprint::of("{}"), "2026-11-22 10:00");
        let (mut chain, mut bytes, mut ends) = (Chain::default(), Vec::new(), Vec::new());
        let header = serde_json::to_string(&header).expect("JSON");
        for line in std::iter::once(header.as_str()).chain(records.iter().copied()) {
            chain.add(&mut bytes, line);
            ends.push(bytes.len());
        }
        (bytes, ends)
    }

    const RECORDS: [&str; 5] = [r#"{"a":1}"#, r#"{"zh":"拉萨"}"#, "", r#"{"a":1}"#, r#"{"bo":"ལྷ་ས།"}"#];

    #[test]
    fn cut_anywhere_the_records_that_are_whole_are_there() {
        let (bytes, ends) = journal(&RECORDS);
        for cut in 0..=bytes.len() {
            let lines = ends.iter().filter(|end| **end <= cut).count();
            let read = read(&bytes[..cut]);
            let Some(read) = read else {
                assert_eq!(lines, 0, "cut at {cut}");
                continue;
            };
            assert_eq!(read.records, RECORDS[..lines - 1], "cut at {cut}");
            assert_eq!(read.whole, ends[lines - 1]);
            let torn = if cut == read.whole { Torn::Nothing } else { Torn::LastLine };
            assert_eq!(read.torn, torn, "cut at {cut}");
        }
    }

    #[test]
    fn a_journal_goes_on_where_it_was_cut() {
        let (bytes, _) = journal(&RECORDS);
        let cut = read(&bytes[..bytes.len() - 3]).expect("a journal");
        let (mut file, mut chain) = (bytes[..cut.whole].to_vec(), cut.chain);
        chain.add(&mut file, "{\n \"new\": 1\r\n}");
        let again = read(&file).expect("a journal");
        assert_eq!(again.records[4..], ["{  \"new\": 1  }"]);
        assert_eq!((again.records.len(), again.torn), (5, Torn::Nothing));
    }

    #[test]
    fn lines_that_are_out_of_place_are_not_taken() {
        let (bytes, ends) = journal(&RECORDS);
        let without = [&bytes[..ends[0]], &bytes[ends[1]..]].concat();
        let read_of = |bytes: &[u8]| read(bytes).map(|lines| (lines.records.len(), lines.torn));
        assert_eq!(read_of(&without), Some((0, Torn::Lines(4))), "one is missing above them");
        let twice = [&bytes[..ends[1]], &bytes[ends[0]..]].concat();
        assert_eq!(read_of(&twice), Some((1, Torn::Lines(5))), "one is there twice");
        assert_eq!(read_of(b""), None);
        assert_eq!(read_of(&bytes[ends[0]..]), None, "no header");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_that_was_changed_is_taken_for_what_was_written(
            flips in proptest::collection::vec((any::<prop::sample::Index>(), 1_u8..=255), 1..4)
        ) {
            let (mut bytes, _) = journal(&RECORDS);
            for (at, with) in flips {
                let at = at.index(bytes.len());
                bytes[at] ^= with;
            }
            if let Some(lines) = read(&bytes) {
                prop_assert!(lines.records.iter().map(String::as_str).eq(RECORDS.into_iter().take(lines.records.len())));
            }
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(read(&bytes), None);
        }
    }
}
