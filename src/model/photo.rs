//! A picture of the wall, what it is, and what stands in for it.

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
    /// Its file is not there: it never was, or its stick or share is away for now.
    Missing,
    /// The system does not let this user read its file.
    NotAllowed,
    /// The device or the network failed while it was read.
    Failed,
    /// A pipe, a socket, a device or a folder has its name.
    NotAFile,
    /// Its file is a link that leads out of the pack's folder.
    LeadsOut,
    /// It is encrypted in its archive.
    Encrypted,
    /// It is packed in its archive by this method, which is not read.
    Packed(&'static str),
    /// Its file is no picture.
    NotAPicture,
    /// A format, or a variant of one, that is not read.
    Format(&'static str),
    /// More pixels or bytes than are taken.
    TooLarge,
    /// Its file is damaged, or cut off.
    Damaged,
    /// It took too long.
    TooSlow,
}

impl Unavailable {
    /// True where nothing is said of the picture itself: its file is away, or could not be read this time. It is asked for again.
    #[must_use]
    pub fn is_passing(self) -> bool {
        matches!(self, Self::Missing | Self::Failed)
    }
}

/// A picture's file is another than before, has come, or is back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNews {
    /// Which picture.
    pub photo: PhotoKey,
    /// Its name in the pack.
    pub file: String,
    /// What it tells of itself, where it is another; `None` where it is back as it was.
    pub probed: Option<Probed>,
}
