//! Captions of an XMP packet (syntax: XMP part 1; names: part 2 and IPTC Core). Only the picture itself is read, not its
//! ancestors. Packets built to be slow are refused.

use roxmltree::{Document, Node, ParsingOptions};

use super::{Said, Text};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const BASIC: &str = "http://ns.adobe.com/xap/1.0/";
const IPTC: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The longest packet read, in bytes.
const MAX_BYTES: usize = 1 << 20;
/// The most tags. A picture with a long edit history has about 2,000.
const MAX_TAGS: usize = 20_000;
/// The most namespace declarations: the parser copies those in scope at each new one.
const MAX_NAMESPACES: usize = 128;
/// The most attribute comparisons over all tags: the parser compares each attribute of a tag with each. A raw converter
/// writes some 300 on one tag, which makes 90,000.
const MAX_COMPARISONS: usize = 1_000_000;
/// The most languages of one text.
const MAX_LANGUAGES: usize = 20;

/// Reads the packet.
pub fn read(packet: &[u8]) -> Said {
    if packet.len() > MAX_BYTES {
        return Said::default();
    }
    let text = letters(packet);
    // Padding, and the zero that some writers append.
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{FEFF}');
    if !is_reasonable(text) {
        return Said::default();
    }
    let options = ParsingOptions { nodes_limit: 50_000, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map(|document| said(&document)).unwrap_or_default()
}

/// Decodes a packet: UTF-8, UTF-16 or UTF-32, either byte order, with or without BOM (XMP part 1, 7.1). It begins with `<`.
fn letters(packet: &[u8]) -> String {
    let wide = |data: &[u8], from: fn([u8; 4]) -> u32| {
        let numbers = data.as_chunks::<4>().0.iter().map(|four| from(*four));
        numbers.map(|number| char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match packet {
        [0xFF, 0xFE, 0, 0, ..] | [b'<', 0, 0, 0, ..] => wide(packet, u32::from_le_bytes),
        [0, 0, 0xFE, 0xFF, ..] | [0, 0, 0, b'<', ..] => wide(packet, u32::from_be_bytes),
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => super::encoding::utf16(packet, Some(false)),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => super::encoding::utf16(packet, Some(true)),
        _ => super::encoding::guess(packet),
    }
}

fn is_reasonable(text: &str) -> bool {
    let mut comparisons = 0_usize;
    for (n, tag) in text.split('<').enumerate() {
        let attributes = tag.bytes().filter(|&b| b == b'=').count();
        comparisons = comparisons.saturating_add(attributes.saturating_mul(attributes));
        if n > MAX_TAGS || comparisons > MAX_COMPARISONS {
            return false;
        }
    }
    text.matches("xmlns").nth(MAX_NAMESPACES).is_none()
}

fn said(document: &Document<'_>) -> Said {
    let Some(rdf) = document.descendants().find(|node| node.has_tag_name((RDF, "RDF"))) else { return Said::default() };
    let subjects: Vec<Node<'_, '_>> = rdf.children().filter(Node::is_element).collect();
    let all =
        |space: &str, name: &str| subjects.iter().find_map(|node| property(*node, space, name)).unwrap_or_default();
    let first = |space: &str, name: &str| text(all(space, name)).plain;
    let list = |space: &str, name: &str| all(space, name).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
    Said {
        // In IPTC's order: headline, then dc:title, the object name.
        titles: vec![text(all(PHOTOSHOP, "Headline")), text(all(DC, "title"))],
        entries: vec![text(all(DC, "description"))],
        creators: vec![super::words::joined(&list(DC, "creator"), ", ")],
        credit_lines: vec![first(PHOTOSHOP, "Credit")],
        rights: vec![text(all(DC, "rights"))],
        places: [
            first(IPTC, "Location"),
            first(PHOTOSHOP, "City"),
            first(PHOTOSHOP, "State"),
            first(PHOTOSHOP, "Country"),
        ],
        dates: vec![first(PHOTOSHOP, "DateCreated"), first(BASIC, "CreateDate")],
    }
}

/// Separates the default text, which has no declared language, from the translations.
fn text(items: Vec<(String, String)>) -> Text {
    let is_default = |lang: &str| lang.is_empty() || lang.eq_ignore_ascii_case("x-default");
    let (plain, others): (Vec<_>, Vec<_>) = items.into_iter().partition(|(lang, _)| is_default(lang));
    Text {
        plain: plain.into_iter().map(|(_, text)| text).find(|text| !text.trim().is_empty()).unwrap_or_default(),
        in_languages: others.into_iter().filter(|(_, text)| !text.trim().is_empty()).take(MAX_LANGUAGES).collect(),
    }
}

/// Returns the values of a property, an attribute or an element, each with its language, which may be empty.
fn property(subject: Node<'_, '_>, space: &str, name: &str) -> Option<Vec<(String, String)>> {
    let lang = |node: Node<'_, '_>| node.attribute((XML, "lang")).unwrap_or_default().trim().to_owned();
    if let Some(value) = subject.attribute((space, name)) {
        return Some(vec![(String::new(), value.to_owned())]);
    }
    let element = subject.children().find(|child| child.has_tag_name((space, name)))?;
    let list =
        ["Alt", "Seq", "Bag"].iter().find_map(|kind| element.children().find(|child| child.has_tag_name((RDF, *kind))));
    let Some(list) = list else { return Some(vec![(lang(element), words(element))]) };
    let items = list.children().filter(|child| child.has_tag_name((RDF, "li")));
    Some(items.map(|item| (lang(item), words(item))).collect())
}

fn words(element: Node<'_, '_>) -> String {
    element.children().filter_map(|child| if child.is_text() { child.text() } else { None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packet(inner: &str) -> String {
        format!(
            "<?xpacket begin='\u{FEFF}' id='x'?><RDF xmlns='{RDF}' xmlns:a='{DC}' xmlns:b='{PHOTOSHOP}'>{inner}</RDF>\n\0"
        )
    }

    #[test]
    fn the_default_language_comes_first_and_prefixes_do_not_matter() {
        let said = read(
            packet(
                "<Description b:City='Lhasa'><a:title><Alt><li xml:lang='de'>Markt</li><li xml:lang='x-default'>A &amp; B\
                 </li></Alt></a:title><a:creator><Seq><li>A</li><li>B</li></Seq></a:creator></Description>",
            )
            .as_bytes(),
        );
        assert_eq!(said.titles[1].plain, "A & B");
        assert_eq!(said.titles[1].in_languages, [("de".to_owned(), "Markt".to_owned())]);
        assert_eq!(said.creators, ["A, B"]);
        assert_eq!(said.places, ["", "Lhasa", "", ""]);
    }

    #[test]
    fn packets_of_two_and_four_bytes_a_letter() {
        let text = packet("<Description b:City='拉萨'/>");
        let text = text.trim_end_matches('\0');
        let two = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let four = |to: fn(u32) -> [u8; 4]| text.chars().flat_map(|c| to(u32::from(c))).collect::<Vec<u8>>();
        let marked = [b"\xFE\xFF".to_vec(), two(u16::to_be_bytes)].concat();
        for packet in
            [two(u16::to_le_bytes), two(u16::to_be_bytes), four(u32::to_le_bytes), four(u32::to_be_bytes), marked]
        {
            assert_eq!(read(&packet).places[1], "拉萨");
        }
    }

    #[test]
    fn what_a_picture_was_made_from_is_not_asked() {
        let inner = "<Description><b:Ingredients><Description b:City='Else'/></b:Ingredients></Description>";
        assert_eq!(read(packet(inner).as_bytes()).places, Said::default().places);
    }

    #[test]
    fn what_is_made_to_be_slow_is_not_read() {
        use std::fmt::Write;
        let mut attributes = String::new();
        for n in 0..2000 {
            let _ = write!(attributes, " a{n}=''");
        }
        assert!(!is_reasonable(&packet(&format!("<Description{attributes}/>"))));
        assert!(!is_reasonable(&"<a xmlns:b='c'>".repeat(300)));
        assert!(!is_reasonable(&"<".repeat(MAX_TAGS + 1)));
        assert!(read("<a>".repeat(19_000).as_bytes()).titles.is_empty());
        assert!(read(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").titles.is_empty());
    }
}
