//! Captions read from generated files.

use super::*;

fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut file = b"\xFF\xD8".to_vec();
    for (marker, data) in segments {
        file.extend([0xFF, *marker]);
        file.extend(u16::try_from(data.len() + 2).expect("short").to_be_bytes());
        file.extend(data);
    }
    file
}

fn xmp(inner: &str) -> (u8, Vec<u8>) {
    let packet = format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
         xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:p='http://ns.adobe.com/photoshop/1.0/'>{inner}</r:RDF>\
         </x:xmpmeta>"
    );
    (0xE1, [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat())
}

fn iptc(records: &[(u8, &str)]) -> (u8, Vec<u8>) {
    let mut data = Vec::new();
    for (number, text) in records {
        data.extend([0x1C, 2, *number]);
        data.extend(u16::try_from(text.len()).expect("short").to_be_bytes());
        data.extend(text.as_bytes());
    }
    let length = u32::try_from(data.len()).expect("short").to_be_bytes();
    (0xED, [b"Photoshop 3.0\x008BIM\x04\x04\0\0", &length[..], &data].concat())
}

#[test]
fn iptc_is_believed_before_xmp_field_by_field() {
    let file = jpeg(&[
        xmp("<r:Description p:Credit='Agency' p:City='Elsewhere'><d:title><r:Alt><r:li xml:lang='x-default'>Other\
             </r:li></r:Alt></d:title><d:rights>© A</d:rights></r:Description>"),
        iptc(&[(105, "Headline"), (80, "Photographer"), (90, "Lhasa"), (101, "China"), (55, "19590401")]),
    ]);
    let found = captions(&file);
    assert_eq!(found.title.plain, "Headline");
    assert_eq!(found.credit, "Photographer / Agency");
    assert_eq!(found.rights.plain, "© A");
    assert_eq!(found.place, "Lhasa, China");
    assert_eq!(found.date, Some((1959, 4, 1)));
}

#[test]
fn nonsense_gives_way_to_what_was_written() {
    let file = jpeg(&[
        iptc(&[(120, "OLYMPUS DIGITAL CAMERA         "), (80, "A"), (110, "A")]),
        xmp("<r:Description><d:description>A market.</d:description></r:Description>"),
    ]);
    let found = captions(&file);
    assert_eq!(found.caption.plain, "A market.");
    assert_eq!(found.credit, "A");
}

#[test]
fn a_caption_that_repeats_the_title_is_left_out() {
    let found = captions(&jpeg(&[iptc(&[(5, "Market"), (120, "Market")])]));
    assert_eq!((found.title.plain.as_str(), found.caption.plain.as_str()), ("Market", ""));
    assert_eq!(captions(b"no picture"), Description::default());
}
