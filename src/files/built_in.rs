//! The built-in exhibition.

mod table {
    include!(concat!(env!("OUT_DIR"), "/built_in.rs"));
}

/// Returns the bytes of a built-in file.
#[must_use]
pub fn file(name: &str) -> Option<&'static [u8]> {
    table::FILES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}

/// Returns the names of all built-in files.
pub fn names() -> impl Iterator<Item = &'static str> {
    table::FILES.iter().map(|(name, _)| *name)
}
