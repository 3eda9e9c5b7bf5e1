//! What the person who took or edited a picture wrote into it: title, caption, credit, rights, place, date. IPTC comes
//! before XMP, XMP before EXIF, for each of these by itself. Where the camera stood (GPS) is never read, and nothing here
//! says that what is written is true.

mod exif;
mod iptc;
mod words;
mod xmp;

use super::envelope::blocks;

/// A day: year, month, day; month and day are 0 where they are not known.
type Day = (u16, u8, u8);

/// What is written in a picture. Every text is trimmed, without control characters, of at most 2,000 characters, and empty
/// where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// A few words, on one line.
    pub title: String,
    /// Sentences; `\n` stands between paragraphs. Empty where it would only repeat the title.
    pub caption: String,
    /// Who made it and who is to be named, as "creator / credit line" where both are there and differ.
    pub credit: String,
    /// The copyright notice.
    pub rights: String,
    /// From the small to the large, as "sublocation, city, province or state, country".
    pub place: String,
    /// Year from 1826 to 2100, month, day; month and day are 0 where they are not known.
    pub date: Option<(u16, u8, u8)>,
}

/// What one source says, unclean, in the order in which it is believed.
#[derive(Default)]
struct Said {
    titles: Vec<String>,
    captions: Vec<String>,
    creators: Vec<String>,
    credit_lines: Vec<String>,
    rights: Vec<String>,
    /// Sublocation, city, province or state, country.
    places: [String; 4],
    dates: Vec<String>,
}

/// Reads what is written in a picture, or in the head of one. What is damaged counts as not written.
#[must_use]
pub fn describe(bytes: &[u8]) -> Description {
    let blocks = blocks(bytes);
    let said = [
        blocks.iptc.map(iptc::read).unwrap_or_default(),
        blocks.xmp.as_deref().map(xmp::read).unwrap_or_default(),
        blocks.exif.map(exif::read).unwrap_or_default(),
    ];
    let line = |texts: fn(&Said) -> &Vec<String>| {
        said.iter().flat_map(texts).map(|text| words::line(text)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let title = line(|s| &s.titles);
    // Some programs write the title as the caption too.
    let captions = said.iter().flat_map(|s| &s.captions).map(|text| words::paragraphs(text));
    let caption = captions.into_iter().find(|text| !text.is_empty() && *text != title).unwrap_or_default();
    let places = said.iter().map(|s| words::joined(&s.places, ", "));
    Description {
        credit: words::joined(&[line(|s| &s.creators), line(|s| &s.credit_lines)], " / "),
        rights: line(|s| &s.rights),
        place: places.into_iter().find(|place| !place.is_empty()).unwrap_or_default(),
        date: said.iter().flat_map(|s| &s.dates).find_map(|text| words::day(text)),
        title,
        caption,
    }
}

#[cfg(test)]
mod tests {
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
        let found = describe(&file);
        assert_eq!(found.title, "Headline");
        assert_eq!(found.credit, "Photographer / Agency");
        assert_eq!(found.rights, "© A");
        assert_eq!(found.place, "Lhasa, China");
        assert_eq!(found.date, Some((1959, 4, 1)));
    }

    #[test]
    fn nonsense_gives_way_to_what_was_written() {
        let file = jpeg(&[
            iptc(&[(120, "OLYMPUS DIGITAL CAMERA         "), (80, "A"), (110, "A")]),
            xmp("<r:Description><d:description>A market.</d:description></r:Description>"),
        ]);
        let found = describe(&file);
        assert_eq!(found.caption, "A market.");
        assert_eq!(found.credit, "A");
    }

    #[test]
    fn a_caption_that_repeats_the_title_is_left_out() {
        let found = describe(&jpeg(&[iptc(&[(5, "Market"), (120, "Market")])]));
        assert_eq!((found.title.as_str(), found.caption.as_str()), ("Market", ""));
        assert_eq!(describe(b"no picture"), Description::default());
    }
}
