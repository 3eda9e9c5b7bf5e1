//! Blanks the position that a camera recorded, in its place: all other bytes of a file stay as they are.
//!
//! Where a file keeps it otherwise, it is not done here: `position` looks at the result.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use crate::photos::container::fields::{be32, index, slice};
use crate::photos::container::tiff::{Directory, Tiff};
use crate::photos::container::{self, raw};

/// What stands before the TIFF structure of an Exif block, wherever in a file it is: in a second picture, too.
const EXIF: &[u8] = b"Exif\0\0";
/// The tag that points to the GPS directory (Exif 2.32, 4.6.3).
const GPS: u16 = 0x8825;
/// Tags that point to other directories: Exif, `SubIFDs`.
const POINTERS: [u16; 2] = [0x8769, 0x014A];
/// The longest value of a GPS directory, in bytes; the longest in use name a method in words.
const LONGEST: usize = 4096;
/// The most directories of one structure.
const MAX_DIRECTORIES: usize = 64;
/// The most structures and packets of one file.
const MAX_BLOCKS: usize = 64;
/// Begins and ends an XMP packet's content.
const PACKET: [&[u8]; 2] = [b"<x:xmpmeta", b"</x:xmpmeta"];
/// The names that begin with this tell where a camera was, whatever their prefix (XMP part 2, exif).
const NAME: &[u8] = b":GPS";

/// Returns the file without a position, as far as it is where cameras write it; `None` if its place cannot be followed.
pub fn blanked(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut new = bytes.to_vec();
    for at in structures(bytes) {
        for span in in_tiff(bytes.get(at..)?)? {
            new.get_mut(at + span.start..at + span.end)?.fill(0);
        }
    }
    if let Some(span) = raw::position(bytes) {
        new.get_mut(span)?.fill(0);
    }
    for packet in packets(bytes) {
        for span in in_packet(bytes.get(packet.clone())?)? {
            new.get_mut(packet.start + span.start..packet.start + span.end)?.fill(b' ');
        }
    }
    if bytes.starts_with(b"\x89PNG") {
        sum_up(&mut new, bytes)?;
    }
    Some(new)
}

/// Where TIFF structures begin.
fn structures(bytes: &[u8]) -> Vec<usize> {
    let is_tiff = |at: &usize| bytes.get(*at..).and_then(Tiff::new).is_some();
    let marked = memmem::find_iter(bytes, EXIF).map(|at| at + EXIF.len());
    let own = match container::blocks(bytes).exif {
        Some(Cow::Borrowed(block)) => block.as_ptr().addr().checked_sub(bytes.as_ptr().addr()),
        // Packed: it has no place in the file.
        Some(Cow::Owned(_)) | None => None,
    };
    let mut all: Vec<usize> = marked.chain(own).filter(is_tiff).take(MAX_BLOCKS).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The GPS directories of a structure, with their values.
fn in_tiff(bytes: &[u8]) -> Option<Vec<Range<usize>>> {
    let tiff = Tiff::new(bytes)?;
    let (mut spans, mut left) = (Vec::new(), MAX_DIRECTORIES);
    let mut all: Vec<Directory> = tiff.first().into_iter().collect();
    while let Some(directory) = all.pop() {
        left = left.checked_sub(1)?;
        all.extend(tiff.after(directory));
        for entry in tiff.entries(directory) {
            if POINTERS.contains(&entry.tag) {
                let below = tiff.value(entry).into_iter().flat_map(|field| field.numbers().take(MAX_DIRECTORIES));
                all.extend(below.filter_map(|at| tiff.directory(at)));
            }
            if entry.tag == GPS {
                let gps = tiff.directory(tiff.pointer(entry)?)?;
                spans.push(tiff.span(gps)?);
                for value in tiff.entries(gps).filter_map(|entry| tiff.extent(entry)) {
                    let (_, from, length, _) = value;
                    let from = usize::try_from(from).ok().filter(|_| length <= LONGEST)?;
                    slice(bytes, from, length)?;
                    spans.push(from..from + length);
                }
            }
        }
    }
    Some(spans)
}

/// Where XMP is written as letters of one byte.
fn packets(bytes: &[u8]) -> Vec<Range<usize>> {
    let whole = |at: usize| Some(at..at + memmem::find(bytes.get(at..)?, PACKET[1])?);
    memmem::find_iter(bytes, PACKET[0]).take(MAX_BLOCKS).filter_map(whole).collect()
}

/// The attributes and elements of a packet that tell the position.
fn in_packet(packet: &[u8]) -> Option<Vec<Range<usize>>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for colon in memmem::find_iter(packet, NAME) {
        if spans.last().is_some_and(|span| colon < span.end) {
            // The end of an element that has been found.
            continue;
        }
        let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        let from = colon - packet[..colon].iter().rev().take_while(|b| is_name(b)).count();
        let to = colon + 1 + packet[colon + 1..].iter().take_while(|b| is_name(b)).count();
        let span = match from.checked_sub(1).map(|at| packet[at])? {
            b'<' => from - 1..element_end(packet, from, to)?,
            before if before.is_ascii_whitespace() => from..attribute_end(packet, to)?,
            _ => return None,
        };
        spans.push(span);
    }
    Some(spans)
}

/// The end of an attribute whose name ends here: behind its value.
fn attribute_end(packet: &[u8], name_end: usize) -> Option<usize> {
    let skip = |at: usize| Some(at + packet.get(at..)?.iter().take_while(|b| b.is_ascii_whitespace()).count());
    let equals = skip(name_end)?;
    let quote_at = skip(equals + 1)?;
    let quote = *packet.get(quote_at).filter(|b| packet.get(equals) == Some(&b'=') && matches!(b, b'"' | b'\''))?;
    Some(quote_at + 2 + memchr::memchr(quote, packet.get(quote_at + 1..)?)?)
}

/// The end of an element with this name.
fn element_end(packet: &[u8], from: usize, name_end: usize) -> Option<usize> {
    let open_end = name_end + memchr::memchr(b'>', packet.get(name_end..)?)?;
    if packet[open_end - 1] == b'/' {
        return Some(open_end + 1);
    }
    let closing = [b"</", &packet[from..name_end]].concat();
    let closing_at = open_end + memmem::find(packet.get(open_end..)?, &closing)?;
    Some(closing_at + 1 + memchr::memchr(b'>', packet.get(closing_at..)?)?)
}

/// Corrects the checksums of the chunks of a PNG that are not what they were.
fn sum_up(new: &mut [u8], old: &[u8]) -> Option<()> {
    let mut at = 8_usize;
    while let Some(length) = be32(old, at).and_then(index) {
        let end = at.checked_add(8)?.checked_add(length)?;
        let Some(chunk) = new.get(at + 4..end) else { break };
        if old.get(at + 4..end) != Some(chunk) {
            let sum = crc32fast::hash(chunk).to_be_bytes();
            new.get_mut(end..end + 4)?.copy_from_slice(&sum);
        }
        at = end.checked_add(4)?;
    }
    Some(())
}
