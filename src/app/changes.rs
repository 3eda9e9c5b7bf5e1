//! What changes under the exhibition: files that are others than they were, away, or back.

use super::App;
use crate::model::{FileNews, Lang, Unshown};
use crate::text::{self, Say};
use crate::work::PhotoJob;

impl App {
    /// Lets go of what was shown of files that are others now.
    pub(super) fn files_changed(&self, generation: u64, news: &[FileNews]) {
        let mut photos = self.photos.borrow_mut();
        for news in news {
            let is_another = news.learned.is_some();
            photos.file_changed(generation, news.photo, is_another);
            let what = if is_another { "has another file" } else { "has its file back" };
            log::info!("picture {} {what}", news.photo + 1);
        }
    }

    /// Writes down why a picture cannot be shown: once, however often it is asked for.
    pub(super) fn note_unshown(&self, job: &PhotoJob, why: Unshown) {
        if job.generation == self.state.generation() && self.state.unshown().get(&job.photo) != Some(&why) {
            log::warn!("picture {}: {}", job.photo + 1, text::say(Lang::En, Say::WhyUnshown(why)));
        }
    }
}
