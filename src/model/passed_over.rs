//! What lies in a folder and is not shown, though somebody may look for it.

/// What was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassedOver {
    /// Pictures as a camera records them, before they are developed.
    Raw,
    /// Films.
    Film,
    /// Drawings, and what editors of pictures save for themselves.
    Drawing,
    /// Folders that may not be read, or whose device failed.
    Unreadable,
    /// Folders that lie deeper than are looked into.
    TooDeep,
    /// Links to folders.
    LinkedFolder,
    /// Files beyond the number that is listed. Counted once, since nobody knows how many there are.
    TooMany,
}
