//! The filter of the gallery.

use super::{Photo, ProvinceId, TopicId};

/// A selection of pictures; all of them if empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only pictures that concern this province.
    pub province: Option<ProvinceId>,
    /// Only pictures of this topic.
    pub topic: Option<TopicId>,
}

impl Filter {
    /// Returns `true` if the picture passes the filter.
    #[must_use]
    pub fn shows(&self, photo: &Photo) -> bool {
        self.province.as_ref().is_none_or(|p| photo.provinces.contains(p))
            && self.topic.as_ref().is_none_or(|t| photo.topic.as_ref() == Some(t))
    }
}
