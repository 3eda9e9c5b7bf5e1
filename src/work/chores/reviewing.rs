//! Sheets for native readers as files: the small pictures come from the exhibition's own, the fonts of a page from the program.

use std::collections::HashMap;

use super::page::{PageFace, page_fonts};
use crate::files::PackSource;
use crate::model::{Pack, Photo};
use crate::photos::GoOn;
use crate::review::{self, Form, Sheet, Unmade};
use crate::work::for_print;

/// The longer side of a picture on a sheet, in pixels.
const PICTURE: u32 = 160;
/// The same on a page, which is seen on finer screens.
const PAGE_PICTURE: u32 = 320;

/// Makes the file of a sheet. `go_on` hears how far it has come.
///
/// # Errors
/// If it is cancelled, or too large.
pub fn review_file(
    (form, sheet): (Form, Sheet<'_>),
    (pack, source): (&Pack, &PackSource),
    faces: &[PageFace],
    go_on: GoOn<'_>,
) -> Result<Vec<u8>, Unmade> {
    let files = files_by_id(pack);
    let picture = |id: &str, side: u32| for_print(source, files.get(id)?, side, &|_| true).ok();
    match form {
        Form::Workbook => review::sheet(sheet, &mut |id| picture(id, PICTURE), go_on),
        Form::Page => {
            let page = review::page(sheet, &mut |id| picture(id, PAGE_PICTURE), go_on)?;
            Ok(page.html(&page_fonts(&page.letters(), faces))?.into_bytes())
        }
    }
}

/// The files of the pictures, by their ids.
fn files_by_id(pack: &Pack) -> HashMap<&str, &str> {
    let file = |(key, photo)| {
        let photo: &Photo = photo;
        Some((photo.id.as_str(), pack.shown(key)?.file.as_deref()?))
    };
    pack.photos().filter_map(file).collect()
}
