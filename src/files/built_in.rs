//! The exhibition in the binary.

mod table {
    include!(concat!(env!("OUT_DIR"), "/built_in.rs"));
}

/// The bytes of a file of the built-in exhibition.
#[must_use]
pub fn file(name: &str) -> Option<&'static [u8]> {
    table::FILES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}

/// The names of its files.
pub fn names() -> impl Iterator<Item = &'static str> {
    table::FILES.iter().map(|(name, _)| *name)
}
