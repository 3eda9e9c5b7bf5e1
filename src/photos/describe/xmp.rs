//! Texts of an XMP packet (XMP part 1 for the form, part 2 and IPTC Core for the names). Only the picture itself is asked,
//! not what it was made from. The packet must be UTF-8, and a packet that is made to be slow is not read.

use roxmltree::{Document, Node, ParsingOptions};

use super::Said;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const BASIC: &str = "http://ns.adobe.com/xap/1.0/";
const IPTC: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The longest packet that is read, in bytes.
const MAX_BYTES: usize = 1 << 20;
/// The most tags. A picture with a long history of edits has some 2,000.
const MAX_TAGS: usize = 20_000;
/// The most declarations of namespaces: the parser copies those in force at each new one.
const MAX_NAMESPACES: usize = 128;
/// The most comparisons of attributes of one tag, over all tags: the parser compares each with each. A raw developer writes
/// some 300 on one tag, which makes 90,000.
const MAX_COMPARISONS: usize = 1_000_000;

/// What the packet says.
pub fn read(packet: &[u8]) -> Said {
    if packet.len() > MAX_BYTES {
        return Said::default();
    }
    let text = String::from_utf8_lossy(packet);
    // Padding, and the zero that some writers end with.
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{FEFF}');
    if !is_reasonable(text) {
        return Said::default();
    }
    let options = ParsingOptions { nodes_limit: 50_000, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map(|document| said(&document)).unwrap_or_default()
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
    let first = |space: &str, name: &str| all(space, name).into_iter().next().unwrap_or_default();
    Said {
        // The same order as IPTC's: headline, then dc:title, its object name.
        titles: vec![first(PHOTOSHOP, "Headline"), first(DC, "title")],
        captions: vec![first(DC, "description")],
        creators: vec![super::words::joined(&all(DC, "creator"), ", ")],
        credit_lines: vec![first(PHOTOSHOP, "Credit")],
        rights: vec![first(DC, "rights")],
        places: [
            first(IPTC, "Location"),
            first(PHOTOSHOP, "City"),
            first(PHOTOSHOP, "State"),
            first(PHOTOSHOP, "Country"),
        ],
        dates: vec![first(PHOTOSHOP, "DateCreated"), first(BASIC, "CreateDate")],
    }
}

/// The values of a property, as an attribute or an element; of alternatives the default one comes first.
fn property(subject: Node<'_, '_>, space: &str, name: &str) -> Option<Vec<String>> {
    if let Some(value) = subject.attribute((space, name)) {
        return Some(vec![value.to_owned()]);
    }
    let element = subject.children().find(|child| child.has_tag_name((space, name)))?;
    let list =
        ["Alt", "Seq", "Bag"].iter().find_map(|kind| element.children().find(|child| child.has_tag_name((RDF, *kind))));
    let Some(list) = list else { return Some(vec![words(element)]) };
    let mut items: Vec<Node<'_, '_>> = list.children().filter(|child| child.has_tag_name((RDF, "li"))).collect();
    // A stable sort: only the default one moves.
    items.sort_by_key(|item| item.attribute((XML, "lang")) != Some("x-default"));
    Some(items.into_iter().map(words).collect())
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
        assert_eq!(said.titles, ["", "A & B"]);
        assert_eq!(said.creators, ["A, B"]);
        assert_eq!(said.places, ["", "Lhasa", "", ""]);
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
