//! Probes picture files without decoding: size and captions.

use super::NamedFile;
use crate::files::PackSource;
use crate::model::{Lang, Pack, PackPlace, Probed, Wording};
use crate::photos::{self, Format, captions, container};

/// Number of pictures probed before a pack is shown; the others follow later.
const AT_ONCE: usize = 64;

/// Probes a picture's file, whether its metadata precede or follow the pixels.
#[must_use]
pub fn fill_in(source: &PackSource, file: &str) -> Option<Probed> {
    let short = source.look_into(file, |file| container::abridged(file)).ok()??;
    let said = captions::captions(&short);
    Some(Probed {
        size: photos::upright_size(&short),
        title: wording(said.title),
        caption: wording(said.caption),
        credit: said.credit,
        rights: wording(said.rights),
        place: said.place,
        date: said.date,
        is_camera_preview: container::format(&short) == Some(Format::Raw),
    })
}

/// Converts a text to the exhibition's languages. A text in any other counts as without a language.
fn wording(text: captions::Text) -> Wording {
    let mut wording = Wording { plain: text.plain, in_languages: Vec::new() };
    for (tag, text) in text.in_languages {
        match lang(&tag) {
            Some(lang) => wording.in_languages.push((lang, text)),
            None if wording.plain.is_empty() => wording.plain = text,
            None => {}
        }
    }
    wording
}

/// Maps a tag such as `zh-Hant-TW` (BCP 47), or an older one of three letters, to a language.
fn lang(tag: &str) -> Option<Lang> {
    match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "en" | "eng" => Some(Lang::En),
        "zh" | "zho" | "chi" | "cmn" => Some(Lang::Zh),
        "bo" | "bod" | "tib" => Some(Lang::Bo),
        _ => None,
    }
}

/// Returns the pictures of a pack still to be probed, those seen first in front. Built-in pictures are known already.
fn unprobed(pack: &Pack) -> impl Iterator<Item = NamedFile> + '_ {
    let count = if pack.place == PackPlace::BuiltIn { 0 } else { pack.keys().len() };
    let first = pack.first.and_then(|first| pack.position(first)).unwrap_or(0).saturating_sub(AT_ONCE / 2).min(count);
    let file = |at: usize| {
        let photo = *pack.keys().get(at)?;
        let shown = pack.shown(photo).filter(|shown| !shown.stands_in)?;
        Some((photo, shown.file.clone()?))
    };
    (first..count).chain(0..first).filter_map(file)
}

/// Probes the pictures that are seen first.
pub fn begin(pack: &mut Pack, source: &PackSource) {
    let first: Vec<_> = unprobed(pack).take(AT_ONCE).collect();
    for (photo, file) in first {
        if let Some(probed) = fill_in(source, &file) {
            pack.fill_in(photo, probed);
        }
    }
}

/// Returns those left after [`begin`].
#[must_use]
pub fn left(pack: &Pack) -> Vec<NamedFile> {
    unprobed(pack).skip(AT_ONCE).collect()
}
