//! Checks of pictures: large enough for a wall, each with a file of its own, one at most that leads its topic.

use std::collections::BTreeSet;

use super::Checker;
use crate::model::{Exhibition, Trouble};

/// The pixels of a picture's long side that a wall shows.
pub const WALL_PIXELS: u32 = 1920;

/// The pixels of the long side, where these are fewer than a wall shows.
#[must_use]
pub fn is_small(size: [u32; 2]) -> Option<u32> {
    let long = size[0].max(size[1]);
    (long > 0 && long < WALL_PIXELS).then_some(long)
}

impl Checker<'_> {
    pub(super) fn picture_files(&mut self, x: &Exhibition) {
        let mut files = BTreeSet::new();
        let mut topics = BTreeSet::new();
        for (i, photo) in x.photos.iter().enumerate() {
            if let Some(found) = photo.size.and_then(is_small) {
                self.say(format!("photos[{i}].file"), Trouble::SmallPicture { found, wanted: WALL_PIXELS });
            }
            if photo.lead && !topics.insert(photo.topic.as_ref()) {
                self.say(format!("photos[{i}].lead"), Trouble::SecondLead);
            }
            if !photo.file.is_empty() && !files.insert(photo.file.as_str()) {
                self.say(format!("photos[{i}].file"), Trouble::SameFile { file: photo.file.clone() });
            }
        }
    }
}
