//! Metadata written into a cleaned file, from the fields this program understands: orientation as Exif, captions as XMP
//! (syntax: part 1; names: part 2 and IPTC Core).

use std::fmt::Write as _;

use crate::photos::captions::{self, Parts, Text};
use crate::photos::container;

/// The longest packet that fits into a JPEG segment.
const LONGEST: usize = 65_000;

/// The metadata to write.
pub struct Written {
    /// A TIFF structure with the orientation, unless upright.
    pub exif: Option<Vec<u8>>,
    /// A packet, if there are captions.
    pub xmp: Option<Vec<u8>>,
    /// True if a text that is a position was left out.
    pub had_position: bool,
}

/// Collects the metadata of a file.
pub fn of(bytes: &[u8]) -> Written {
    let (mut said, mut parts) = captions::in_parts(bytes);
    let mut had_position = false;
    let words = [&mut said.title, &mut said.caption, &mut said.rights].into_iter();
    let words = words
        .flat_map(|text| std::iter::once(&mut text.plain).chain(text.in_languages.iter_mut().map(|(_, text)| text)));
    for text in words.chain(&mut parts.places).chain([&mut parts.creator, &mut parts.credit_line]) {
        if captions::is_position(text) {
            text.clear();
            had_position = true;
        }
    }
    Written { had_position, ..saying(bytes, &said, &parts) }
}

/// The metadata of a file, with these captions.
pub fn saying(bytes: &[u8], said: &captions::Description, parts: &Parts) -> Written {
    // Translations are dropped until the packet fits.
    let packets = [20, 3, 1, 0].into_iter().map(|languages| packet(said, parts, languages));
    let xmp = packets.into_iter().find(|packet| packet.as_ref().is_none_or(|packet| packet.len() <= LONGEST)).flatten();
    Written { exif: exif(container::orientation(bytes)), xmp: xmp.map(String::into_bytes), had_position: false }
}

/// Builds a directory with one entry (Exif 2.32, 4.6.4), unless upright.
fn exif(orientation: u8) -> Option<Vec<u8>> {
    let head = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    (orientation > 1).then(|| [&head[..], &[orientation, 0, 0, 0, 0, 0, 0]].concat())
}

fn packet(said: &captions::Description, parts: &Parts, languages: usize) -> Option<String> {
    let mut out = String::new();
    alternatives(&mut out, "dc:title", &said.title, languages);
    alternatives(&mut out, "dc:description", &said.caption, languages);
    alternatives(&mut out, "dc:rights", &said.rights, languages);
    if !parts.creator.is_empty() {
        let _ = write!(out, "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escaped(&parts.creator));
    }
    let date = said.date.map(|(year, month, day)| match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    });
    let [location, city, state, country] = &parts.places;
    let plain = [
        ("photoshop:Credit", &parts.credit_line),
        ("photoshop:DateCreated", &date.unwrap_or_default()),
        ("Iptc4xmpCore:Location", location),
        ("photoshop:City", city),
        ("photoshop:State", state),
        ("photoshop:Country", country),
    ];
    for (name, text) in plain.into_iter().filter(|(_, text)| !text.is_empty()) {
        let _ = write!(out, "<{name}>{}</{name}>", escaped(text));
    }
    (!out.is_empty()).then(|| {
        format!(
            "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" \
             xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">{out}</rdf:Description></rdf:RDF>\
             </x:xmpmeta><?xpacket end=\"r\"?>"
        )
    })
}

fn alternatives(out: &mut String, name: &str, text: &Text, languages: usize) {
    let default = Some(("x-default", &text.plain)).filter(|(_, text)| !text.is_empty());
    let others =
        text.in_languages.iter().map(|(lang, text)| (lang.as_str(), text)).filter(|(_, text)| !text.is_empty());
    let mut items = String::new();
    for (lang, text) in default.into_iter().chain(others).take(languages) {
        let _ = write!(items, "<rdf:li xml:lang=\"{}\">{}</rdf:li>", escaped(lang), escaped(text));
    }
    if !items.is_empty() {
        let _ = write!(out, "<{name}><rdf:Alt>{items}</rdf:Alt></{name}>");
    }
}

fn escaped(text: &str) -> String {
    // A single break may be read as a wrapped line.
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\n', "\n\n")
}
