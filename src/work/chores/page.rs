//! The exhibition as one web page: pictures scaled down, fonts subset, everything inlined.

use std::collections::BTreeSet;

use crate::export::{Page, PageFont, PageParts, PagePicture, slim_font};
use crate::files::{self, PackSource};
use crate::model::{Lang, Pack, PhotoKey, PictureAnswer, PicturePart};
use crate::photos::{self, GoOn, Pixels};
use crate::work::pictures::budget::DECODING;
use crate::work::{Decoder, PictureJob};

/// The long side of a picture on the page: sharp in a large window, small enough to send.
const LONG_SIDE: u32 = 1280;
/// JPEG quality.
const QUALITY: f32 = 82.0;
/// The pictures' share of the progress.
const PICTURES: f32 = 0.8;

/// A font for the page: its script, whether it is bold, and its file.
pub type PageFace = (Lang, bool, &'static [u8]);

/// Builds the page, with a note for each picture that cannot be shown. `go_on` receives the progress; `None` if cancelled.
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
    let so_far = |done: usize, part: f32| go_on(PICTURES * (done as f32 + part) / pack.keys().len().max(1) as f32);
    let mut pictures: Vec<Option<PagePicture>> = Vec::new();
    for (done, &photo) in pack.keys().iter().enumerate() {
        if !so_far(done, 0.0) {
            return None;
        }
        pictures.push(picture(&decoder, pack, source, (photo, lang), &|share| so_far(done, share)));
    }
    if !go_on(PICTURES) {
        return None;
    }
    let page = Page::new(&pack.exhibition, lang, PageParts { pictures: &pictures, ..drawings });
    let html = page.html(&page_fonts(&page.letters(), faces));
    go_on(1.0).then_some(html)
}

/// Reduces fonts to what a page with these letters needs; those of scripts that it does not have are left out.
pub fn page_fonts(letters: &BTreeSet<char>, faces: &[PageFace]) -> Vec<PageFont> {
    let fonts = faces.iter().filter_map(|&(of, bold, file)| {
        // Latin letters and digits come from the first font alone.
        let wanted = letters.iter().copied().filter(|c| of == Lang::En || *c > '\u{2e7f}' || is_tibetan(*c)).collect();
        let bytes = slim_font(file, &wanted)?;
        Some(PageFont { letters: of, bold, bytes })
    });
    fonts.collect()
}

/// Prepares a picture; `None` if it cannot be shown.
fn picture(
    decoder: &Decoder,
    pack: &Pack,
    source: &PackSource,
    (photo, lang): (PhotoKey, Lang),
    go_on: GoOn<'_>,
) -> Option<PagePicture> {
    let shown = pack.shown(photo)?;
    let job = PictureJob::alone(PicturePart::View(LONG_SIDE), shown.file.clone()?);
    let PictureAnswer::View(_, pixels) = decoder.decode(source, &job, go_on) else { return None };
    let size = [pixels.width, pixels.height];
    let jpeg = photos::encode_jpeg(&on_white(pixels), QUALITY).ok()?;
    let alt = pack.alt(photo).map_or("", |alt| alt.resolve(lang).text).to_owned();
    let is_camera_preview = files::photo_folder::is_raw(shown.file.as_deref()?);
    let (is_drawn, stands_in) = (pack.is_drawn(photo), shown.stands_in);
    Some(PagePicture { jpeg, size, is_drawn, stands_in, is_camera_preview, alt })
}

fn is_tibetan(c: char) -> bool {
    ('\u{f00}'..='\u{fff}').contains(&c)
}

/// Flattens onto white, as on paper: JPEG has no transparency.
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
