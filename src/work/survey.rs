//! What the heads of picture files tell before anything is decoded: size, and what was written into them.

use crate::files::{self, PackSource};
use crate::model::{self, Learned, Pack, PackPlace};
use crate::photos::{self, Format, describe, envelope};

/// How much of a file is read at first, and where that does not tell: metadata of cameras can be long.
const HEADS: [u64; 2] = [64 << 10, 2 << 20];
/// How many pictures are looked at before a pack is shown; the others follow while it is.
const AT_ONCE: usize = 64;
/// The largest TIFF that is read whole: its size may stand at its end.
const WHOLE_TIFF: u64 = 64 << 20;

/// What the head of a picture's file tells.
#[must_use]
pub fn learn(source: &PackSource, file: &str) -> Option<Learned> {
    let mut head = source.head(file, HEADS[0]).ok()?;
    let format = envelope::format(&head);
    let whole = |head: &[u8]| (head.len() as u64) < HEADS[0];
    if format == Some(Format::Tiff) && !whole(&head) {
        head = source.read(file, WHOLE_TIFF).ok()?;
    } else if photos::upright_size(&head).is_none() && format == Some(Format::Jpeg) && !whole(&head) {
        head = source.head(file, HEADS[1]).ok()?;
    }
    let said = describe::describe(&head);
    Some(Learned {
        size: photos::upright_size(&head),
        title: said.title,
        caption: said.caption,
        credit: said.credit,
        rights: said.rights,
        place: said.place,
        date: said.date,
    })
}

/// The same of a file that is another than before: where it does not tell its title, that is its name again.
#[must_use]
pub fn learn_anew(source: &PackSource, file: &str) -> Learned {
    let mut learned = learn(source, file).unwrap_or_default();
    if learned.title.trim().is_empty() {
        let named = files::album::exhibition("", &[file.to_owned()]);
        learned.title = named.photos.first().map(|photo| photo.title.en.clone()).unwrap_or_default();
    }
    learned
}

/// The pictures of a pack whose files can tell something, those that are seen first before the others. The pictures in the
/// binary are known.
fn untold(pack: &Pack) -> impl Iterator<Item = (usize, String)> + '_ {
    let count = if pack.place == PackPlace::BuiltIn { 0 } else { pack.shown.len() };
    let first = pack.first.unwrap_or(0).saturating_sub(AT_ONCE / 2).min(count);
    let file = |i: usize| {
        let shown = pack.shown.get(i).filter(|shown| !shown.stands_in)?;
        Some((i, shown.file.clone()?))
    };
    (first..count).chain(0..first).filter_map(file)
}

/// Looks at the pictures that are seen first.
pub fn begin(pack: &mut Pack, source: &PackSource) {
    let first: Vec<_> = untold(pack).take(AT_ONCE).collect();
    for (photo, file) in first {
        if let Some((learned, entry)) = learn(source, &file).zip(pack.exhibition.photos.get_mut(photo)) {
            model::learn(entry, &learned);
        }
    }
}

/// Those that are left after [`begin`].
#[must_use]
pub fn left(pack: &Pack) -> Vec<(usize, String)> {
    untold(pack).skip(AT_ONCE).collect()
}
