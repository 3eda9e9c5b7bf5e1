//! What the person who took or edited a picture wrote into it: title, caption, credit, rights, place, date. IPTC comes
//! before XMP, XMP before EXIF, EXIF before the texts of a PNG, for each of these by itself. Where the camera stood (GPS) is
//! never read, and nothing here says that what is written is true.

mod encoding;
mod exif;
mod iptc;
mod png;
mod words;
mod xmp;

use super::container::blocks;
pub(super) use words::is_position;

/// A day: year, month, day; month and day are 0 where they are not known.
type Day = (u16, u8, u8);

/// A text, and the same in other languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text of which the file does not say in what language it is.
    pub plain: String,
    /// Language, as in `zh-CN` (BCP 47), and text, of those of which it does.
    pub in_languages: Vec<(String, String)>,
}

impl From<String> for Text {
    fn from(plain: String) -> Self {
        Self { plain, in_languages: Vec::new() }
    }
}

impl Text {
    /// True where it says nothing in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.in_languages.is_empty()
    }

    fn map(&self, clean: impl Fn(&str) -> String) -> Self {
        let others = self.in_languages.iter().map(|(lang, text)| (lang.clone(), clean(text)));
        Self { plain: clean(&self.plain), in_languages: others.filter(|(_, text)| !text.is_empty()).collect() }
    }

    /// True where both are the same text, of which one may have been cut at the length that its format allows.
    fn is_same(&self, other: &Self) -> bool {
        let others = || std::iter::once(&other.plain).chain(other.in_languages.iter().map(|(_, text)| text));
        others().any(|text| *text == self.plain || (self.plain.len() >= LEAST_CUT && text.starts_with(&self.plain)))
    }
}

/// The shortest text that may be the beginning of a longer one, in bytes: an IPTC object name that is full.
const LEAST_CUT: usize = 60;

/// What is written in a picture. Every text is trimmed, without control characters, of at most 2,000 characters, and empty
/// where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// A few words, on one line.
    pub title: Text,
    /// Sentences; `\n` stands between lines. Empty where it would only repeat the title.
    pub caption: Text,
    /// Who made it and who is to be named, as "creator / credit line" where both are there and differ.
    pub credit: String,
    /// The copyright notice.
    pub rights: Text,
    /// From the small to the large, as "sublocation, city, province or state, country".
    pub place: String,
    /// Year from 1826 to 2100, month, day; month and day are 0 where they are not known.
    pub date: Option<(u16, u8, u8)>,
}

/// The parts of which credit and place are made, for those that write them anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Who made it.
    pub creator: String,
    /// Who is to be named.
    pub credit_line: String,
    /// Sublocation, city, province or state, country.
    pub places: [String; 4],
}

/// What one source says, unclean, in the order in which it is believed.
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

/// Reads what is written in a picture, or in the head of one. What is damaged counts as not written.
#[must_use]
pub fn captions(bytes: &[u8]) -> Description {
    in_parts(bytes).0
}

/// The same, with the parts of credit and place.
pub(super) fn in_parts(bytes: &[u8]) -> (Description, Parts) {
    let blocks = blocks(bytes);
    let said = [
        blocks.iptc.as_deref().map(iptc::read).unwrap_or_default(),
        blocks.xmp.as_deref().map(xmp::read).unwrap_or_default(),
        blocks.more_xmp.as_deref().map(xmp::read).unwrap_or_default(),
        blocks.exif.map(exif::read).unwrap_or_default(),
        png::read(&blocks.texts),
    ];
    let line = |lines: fn(&Said) -> &Vec<String>| {
        said.iter().flat_map(lines).map(|text| words::line(text)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let title = first(said.iter().flat_map(|s| &s.titles).map(|text| text.map(words::line)), &Text::default());
    // Some programs write the title as the caption too.
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

/// The first text that says something, and not what has been said; with what a later one that is the same adds in other languages.
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
