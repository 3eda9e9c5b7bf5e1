//! The exhibition as one page for a browser: its pictures made small, its fonts slimmed, everything joined.

use std::collections::BTreeMap;

use crate::export::{Page, PageFont, PageParts, PagePicture, slim_font};
use crate::files::PackSource;
use crate::model::{Lang, Pack, PhotoKind};
use crate::photos::{self, Pixels};

use super::photo::{Darkroom, Got, PhotoJob, Want};

/// The long side of a picture on the page: sharp on a large window, small enough to send.
const LONG_SIDE: u32 = 1280;
/// JPEG quality.
const QUALITY: f32 = 82.0;
/// The memory that one picture may take while it is read, in bytes.
const MEMORY: u64 = 512 << 20;

/// A font to set the page in: whose letters it has, whether it is bold, and its file.
pub type PageFace = (Lang, bool, &'static [u8]);

/// The whole page. A picture that cannot be shown is told as such.
#[must_use]
pub fn page(pack: &Pack, source: &PackSource, lang: Lang, charts: &[String], faces: &[PageFace]) -> String {
    let room = Darkroom::new(None, MEMORY);
    let shown = pack.shown.iter().enumerate();
    let pictures: BTreeMap<usize, PagePicture> = shown
        .filter_map(|(i, shown)| {
            let file = shown.file.clone()?;
            let job = PhotoJob { generation: 0, photo: i, want: Want::View(LONG_SIDE), file };
            let Got::View(_, pixels) = room.develop(source, &job, &|_share| true) else { return None };
            let picture = PagePicture {
                size: [pixels.width, pixels.height],
                jpeg: photos::encode_jpeg(&on_white(pixels), QUALITY).ok()?,
                is_drawn: shown.kind == PhotoKind::Illustration,
                stands_in: shown.stands_in,
                alt: pack.alt(i).map_or("", |alt| alt.told(lang).text).to_owned(),
            };
            Some((i, picture))
        })
        .collect();
    let page = Page::new(&pack.exhibition, lang, PageParts { pictures: Some(&pictures), charts });
    let letters = page.letters();
    let fonts = faces.iter().filter_map(|&(of, bold, file)| {
        // Latin letters and digits come from the first font alone.
        let wanted = letters.iter().copied().filter(|c| of == Lang::En || *c > '\u{2e7f}' || is_tibetan(*c)).collect();
        let bytes = slim_font(file, &wanted)?;
        Some(PageFont { letters: of, bold, bytes })
    });
    page.html(&fonts.collect::<Vec<_>>())
}

fn is_tibetan(c: char) -> bool {
    ('\u{f00}'..='\u{fff}').contains(&c)
}

/// JPEG has no transparency: what can be seen through is white, as on paper.
fn on_white(mut pixels: Pixels) -> Pixels {
    for pixel in pixels.rgba.chunks_exact_mut(4) {
        let [red, green, blue, alpha] = pixel else { continue };
        let white = 255 - *alpha;
        for channel in [red, green, blue] {
            *channel = channel.saturating_add(white);
        }
        *alpha = 255;
    }
    pixels
}
