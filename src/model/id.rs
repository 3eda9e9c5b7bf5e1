//! Ids within an exhibition. Each kind has its own type, so that a photo's id cannot be used as a source's.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as written in `exhibition.json`.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }
    )+};
}

ids! {
    /// A province or municipality, by its ISO 3166-2 code: `CN-JS`.
    ProvinceId,
    /// A prefecture-level division, by its GB/T 2260 code: `5401`.
    DivisionId,
    /// A picture.
    PhotoId,
    /// A topic by which the pictures are filtered.
    TopicId,
    /// A published source.
    SourceId,
    /// An event on the timeline.
    MilestoneId,
    /// A statement in the sources view.
    StatementId,
    /// A group of statements.
    GroupId,
}

/// Identifies a picture while its exhibition is open, since ids may be duplicated and positions change with every edit. Assigned
/// on opening, never reused within the exhibition, changed by no edit, and never written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhotoKey(pub(super) u32);

impl PhotoKey {
    /// Stands for a file of no open exhibition, such as one that is only checked.
    pub const NONE: Self = Self(u32::MAX);
}
