//! Contents of a folder that are not shown, though they may be looked for.

/// A kind of content that was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassedOver {
    /// Camera raw files.
    Raw,
    /// Videos.
    Film,
    /// Pictures in unsupported formats, drawings, and picture editors' own files.
    OtherKind,
    /// Folders without read permission, or on a failed device.
    Unreadable,
    /// Folders nested too deeply.
    TooDeep,
    /// Links to folders.
    LinkedFolder,
    /// Files beyond the listing limit. Counted once, since their number is unknown.
    TooMany,
}
