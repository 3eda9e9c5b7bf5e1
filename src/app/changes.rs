//! Files of pictures that change, go away or return.

use super::App;
use crate::model::{FileNews, Lang, PhotoKey, PictureRequest, Unavailable};
use crate::text::{self, Say};

impl App {
    /// Drops what was decoded from files that have changed.
    pub(super) fn files_changed(&self, generation: u64, news: &[FileNews]) {
        let mut photos = self.photos.borrow_mut();
        for news in news {
            let is_another = news.probed.is_some();
            photos.file_changed(generation, news.photo, is_another);
            let what = if is_another { "has another file" } else { "has its file back" };
            log::info!("picture {} {what}", self.number(news.photo));
        }
    }

    /// The number of a picture for the log; 0 if it is no longer in the exhibition.
    fn number(&self, photo: PhotoKey) -> usize {
        self.state.pack().position(photo).map_or(0, |at| at + 1)
    }

    /// Logs why a picture cannot be shown; once, however often it is requested.
    pub(super) fn note_unavailable(&self, request: PictureRequest, why: Unavailable) {
        if request.generation == self.state.generation() && self.state.unavailable().get(&request.photo) != Some(&why) {
            log::warn!("picture {}: {}", self.number(request.photo), text::say(Lang::En, Say::WhyUnavailable(why)));
        }
    }
}
