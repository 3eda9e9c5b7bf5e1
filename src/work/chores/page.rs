//! The exhibition as one page for a browser: its pictures made small, its fonts slimmed, everything joined.

use std::collections::BTreeMap;

use crate::export::{Page, PageFont, PageParts, PagePicture, slim_font};
use crate::files::PackSource;
use crate::model::{Lang, Pack, PhotoKind, PictureAnswer, PicturePart};
use crate::photos::{self, GoOn, Pixels};
use crate::work::pictures::budget::DECODING;
use crate::work::{Decoder, PictureJob};

/// The long side of a picture on the page: sharp on a large window, small enough to send.
const LONG_SIDE: u32 = 1280;
/// JPEG quality.
const QUALITY: f32 = 82.0;
/// The share of the time that the pictures take.
const PICTURES: f32 = 0.8;

/// A font to set the page in: whose letters it has, whether it is bold, and its file.
pub type PageFace = (Lang, bool, &'static [u8]);

/// The whole page. A picture that cannot be shown is told as such. Told again and again how far it has come; `None` where it was
/// given up.
#[must_use]
pub fn page(
    pack: &Pack,
    source: &PackSource,
    lang: Lang,
    (drawings, faces): (PageParts<'_>, &[PageFace]),
    go_on: GoOn<'_>,
) -> Option<String> {
    let decoder = Decoder::new(None, &DECODING);
    #[expect(clippy::cast_precision_loss, reason = "a share")]
    let so_far = |photo: usize, part: f32| go_on(PICTURES * (photo as f32 + part) / pack.shown.len().max(1) as f32);
    let mut pictures: BTreeMap<usize, PagePicture> = BTreeMap::new();
    for (i, shown) in pack.shown.iter().enumerate() {
        if !so_far(i, 0.0) {
            return None;
        }
        let Some(file) = shown.file.clone() else { continue };
        let job = PictureJob::alone(PicturePart::View(LONG_SIDE), file);
        let PictureAnswer::View(_, pixels) = decoder.decode(source, &job, &|share| so_far(i, share)) else { continue };
        let size = [pixels.width, pixels.height];
        let Ok(jpeg) = photos::encode_jpeg(&on_white(pixels), QUALITY) else { continue };
        let is_drawn = shown.kind == PhotoKind::Illustration;
        let alt = pack.alt(i).map_or("", |alt| alt.told(lang).text).to_owned();
        pictures.insert(i, PagePicture { size, jpeg, is_drawn, stands_in: shown.stands_in, alt });
    }
    if !go_on(PICTURES) {
        return None;
    }
    let page = Page::new(&pack.exhibition, lang, PageParts { pictures: Some(&pictures), ..drawings });
    let letters = page.letters();
    let fonts = faces.iter().filter_map(|&(of, bold, file)| {
        // Latin letters and digits come from the first font alone.
        let wanted = letters.iter().copied().filter(|c| of == Lang::En || *c > '\u{2e7f}' || is_tibetan(*c)).collect();
        let bytes = slim_font(file, &wanted)?;
        Some(PageFont { letters: of, bold, bytes })
    });
    let html = page.html(&fonts.collect::<Vec<_>>());
    go_on(1.0).then_some(html)
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
