//! The PNG text chunks with standard keywords (PNG 3.0, 11.3.3.1).

use super::{Said, Text};
use crate::photos::container::NAMES;

/// Reads texts, each with its keyword.
pub fn read(texts: &[(&'static [u8], Vec<u8>)]) -> Said {
    let guess = super::encoding::Guess::of(texts.iter().map(|(_, text)| &text[..]));
    let of = |name: &[u8]| {
        texts.iter().filter(|(named, _)| *named == name).map(|(_, text)| guess.text(text)).collect::<Vec<_>>()
    };
    let texts = |name| of(name).into_iter().map(Text::from).collect();
    Said {
        titles: texts(NAMES[0]),
        entries: texts(NAMES[1]),
        creators: of(NAMES[2]),
        rights: texts(NAMES[3]),
        dates: of(NAMES[4]),
        ..Said::default()
    }
}
