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
    /// Something of a presentation.
    Slide(SlidePart),
}

/// What of a presentation is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlidePart {
    /// A slide that cannot be read.
    Unread,
    /// A slide that is hidden from a show.
    Hidden,
    /// A text besides the title and the notes.
    Text,
    /// A table.
    Table,
    /// A chart.
    Chart,
    /// A diagram of shapes.
    Diagram,
    /// Something of another program.
    Object,
    /// Something drawn.
    Shape,
    /// A picture that lies outside the file.
    Linked,
    /// That only a part of a picture is to be seen: the whole picture is shown.
    Crop,
}
