//! Captions embedded in a picture: title, caption, credit, rights, place, date. For each of these, IPTC takes precedence over
//! XMP, XMP over EXIF, EXIF over PNG text chunks. GPS positions are never read, and nothing is verified.

mod encoding;
mod exif;
mod iptc;
mod png;
mod words;
mod xmp;

use super::container::blocks;
pub(super) use words::is_position;

/// Year, month, day; month and day are 0 where unknown.
type Day = (u16, u8, u8);

/// A text, with its translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text without a declared language.
    pub plain: String,
    /// Pairs of language tag (BCP 47, as `zh-CN`) and text.
    pub in_languages: Vec<(String, String)>,
}

impl From<String> for Text {
    fn from(plain: String) -> Self {
        Self { plain, in_languages: Vec::new() }
    }
}

impl Text {
    /// Returns true if there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.in_languages.is_empty()
    }

    fn map(&self, clean: impl Fn(&str) -> String) -> Self {
        let others = self.in_languages.iter().map(|(lang, text)| (lang.clone(), clean(text)));
        Self { plain: clean(&self.plain), in_languages: others.filter(|(_, text)| !text.is_empty()).collect() }
    }

    /// Returns true if both are the same text, one perhaps truncated at the limit of its format.
    fn is_same(&self, other: &Self) -> bool {
        let others = || std::iter::once(&other.plain).chain(other.in_languages.iter().map(|(_, text)| text));
        others().any(|text| *text == self.plain || (self.plain.len() >= LEAST_CUT && text.starts_with(&self.plain)))
    }
}

/// The shortest text that may be a truncated one, in bytes: a full IPTC object name.
const LEAST_CUT: usize = 60;

/// The captions of a picture. Every text is trimmed, without control characters, at most 2,000 characters long, and empty
/// where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// A few words on one line.
    pub title: Text,
    /// Sentences, lines separated by `\n`. Empty where it would only repeat the title.
    pub caption: Text,
    /// "creator / credit line" where both are present and differ.
    pub credit: String,
    /// The copyright notice.
    pub rights: Text,
    /// From small to large: "sublocation, city, province or state, country".
    pub place: String,
    /// Year from 1826 to 2100, month, day; month and day are 0 where unknown.
    pub date: Option<(u16, u8, u8)>,
}

/// The parts of credit and place, for writing them to a new file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The creator.
    pub creator: String,
    /// The credit line.
    pub credit_line: String,
    /// Sublocation, city, province or state, country.
    pub places: [String; 4],
}

/// The raw values of one source, each list in order of precedence.
#[derive(Default)]
struct Said {
    titles: Vec<Text>,
    entries: Vec<Text>,
    creators: Vec<String>,
    credit_lines: Vec<String>,
    rights: Vec<Text>,
    /// Sublocation, city, province or state, country.
    places: [String; 4],
    dates: Vec<String>,
}

/// Reads the captions of a picture, or of the head of one. Damaged metadata count as absent.
#[must_use]
pub fn captions(bytes: &[u8]) -> Description {
    in_parts(bytes).0
}

/// Like `captions`, with the parts of credit and place.
pub(super) fn in_parts(bytes: &[u8]) -> (Description, Parts) {
    let blocks = blocks(bytes);
    let said = [
        blocks.iptc.as_deref().map(iptc::read).unwrap_or_default(),
        blocks.xmp.as_deref().map(xmp::read).unwrap_or_default(),
        blocks.more_xmp.as_deref().map(xmp::read).unwrap_or_default(),
        blocks.exif.as_deref().map(exif::read).unwrap_or_default(),
        blocks.more_exif.as_deref().map(exif::read).unwrap_or_default(),
        png::read(&blocks.texts),
    ];
    let line = |lines: fn(&Said) -> &Vec<String>| {
        said.iter().flat_map(lines).map(|text| words::line(text)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let title = first(said.iter().flat_map(|s| &s.titles).map(|text| text.map(words::line)), &Text::default());
    // Some programs also write the title as the caption.
    let entries = said.iter().flat_map(|s| &s.entries).map(|text| text.map(words::paragraphs));
    let caption = first(entries, &title);
    let rights = first(said.iter().flat_map(|s| &s.rights).map(|text| text.map(words::line)), &Text::default());
    let places = said.iter().find(|s| s.places.iter().any(|place| !words::line(place).is_empty()));
    let parts = Parts {
        creator: line(|s| &s.creators),
        credit_line: line(|s| &s.credit_lines),
        places: places.map(|s| s.places.each_ref().map(|place| words::line(place))).unwrap_or_default(),
    };
    let description = Description {
        credit: words::joined(&[parts.creator.clone(), parts.credit_line.clone()], " / "),
        rights,
        place: words::joined(&parts.places, ", "),
        date: said.iter().flat_map(|s| &s.dates).find_map(|text| words::day(text)),
        title,
        caption,
    };
    (description, parts)
}

/// Returns the first text that is not empty and differs from `said`, or a later version of it that is longer or translated.
fn first(texts: impl Iterator<Item = Text>, said: &Text) -> Text {
    let is_said =
        |text: &Text| !text.plain.is_empty() && text.plain == said.plain && text.in_languages == said.in_languages;
    let mut texts = texts.filter(|text| !text.is_empty() && !is_said(text));
    let Some(first) = texts.next() else { return Text::default() };
    if !first.in_languages.is_empty() {
        return first;
    }
    let fuller = texts
        .find(|text| first.is_same(text) && (!text.in_languages.is_empty() || text.plain.len() > first.plain.len()));
    fuller.unwrap_or(first)
}

#[cfg(test)]
mod tests;
