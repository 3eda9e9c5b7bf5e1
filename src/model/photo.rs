//! A picture of the gallery, its kind, and its stand-in.

use serde::{Deserialize, Serialize};

use super::{Date, PhotoId, PhotoKey, Probed, ProvinceId, Rest, SourceId, TopicId, Words};

/// A topic of pictures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its name.
    pub name: Words,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What a picture is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhotoKind {
    /// A photograph.
    #[default]
    Photograph,
    /// Drawn: labelled as such wherever it is shown.
    Illustration,
}

/// A picture of the wall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Photo {
    /// Its id.
    pub id: PhotoId,
    /// The picture's file, relative to `exhibition.json`, with `/`.
    pub file: String,
    /// What the file holds.
    #[serde(default)]
    pub kind: PhotoKind,
    /// An illustration that is shown, and labelled, while `file` is not there: for photographs whose licence does not let
    /// them travel with the pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand_in: Option<StandIn>,
    /// A few words.
    pub title: Words,
    /// The caption, at most 100 words.
    pub caption: Words,
    /// What can be seen, for those who cannot see it.
    pub alt: Words,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub credit: Words,
    /// On what terms it is shown. Of a picture with a stand-in, why its own file is not there: shown while it is not.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub licence: Words,
    /// Where.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub place: Words,
    /// When it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Provinces it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provinces: Vec<ProvinceId>,
    /// Its topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    /// True for the picture that leads its topic on the wall: larger, with its title and the first sentence of its caption beside it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lead: bool,
    /// Width and height in pixels, upright, so that the wall stands before a picture is decoded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<[u32; 2]>,
    /// The point of interest, from 0 to 1 across and down; kept in view where a picture must be cropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<[f32; 2]>,
    /// Where the caption's statements come from.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An illustration that is shown, and labelled, while a picture's own file is not there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct StandIn {
    /// Its file, relative to `exhibition.json`, with `/`.
    pub file: String,
    /// What can be seen on it, for those who cannot see it.
    pub alt: Words,
    /// Its width and height in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<[u32; 2]>,
    /// Its point of interest, from 0 to 1 across and down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<[f32; 2]>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Why a picture cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// Its file does not exist, or its stick or share is away for now.
    Missing,
    /// The user may not read its file.
    NotAllowed,
    /// The device or the network failed while reading it.
    Failed,
    /// Its name is that of a pipe, a socket, a device or a folder.
    NotAFile,
    /// Its file is a link out of the pack's folder.
    LeadsOut,
    /// It is encrypted in its archive.
    Encrypted,
    /// It is compressed in its archive by this unsupported method.
    Packed(&'static str),
    /// Its file is not a picture.
    NotAPicture,
    /// An unsupported format, or variant of one.
    Format(&'static str),
    /// A camera raw file without a preview that can be shown.
    NoPreview,
    /// It exceeds the limit of pixels or bytes.
    TooLarge,
    /// Its file is damaged or truncated.
    Damaged,
    /// It took too long.
    TooSlow,
}

impl Unavailable {
    /// Returns `true` if the file is away or unreadable for now, which says nothing about the picture itself. It is retried.
    #[must_use]
    pub fn is_passing(self) -> bool {
        matches!(self, Self::Missing | Self::Failed)
    }
}

/// A picture's file has changed, appeared or returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNews {
    /// The picture.
    pub photo: PhotoKey,
    /// Its name in the pack.
    pub file: String,
    /// What the changed file says; `None` if it returned unchanged.
    pub probed: Option<Probed>,
}
