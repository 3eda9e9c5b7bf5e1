//! The systems that a kiosk runs on.

/// A system, as far as a kiosk is set up on it in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "their names")]
pub enum System {
    Linux,
    Windows,
    Macos,
}

impl System {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Linux, Self::Windows, Self::Macos];

    /// The system by its name in [`std::env::consts::OS`]; those that are not known are most like Linux.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "windows" => Self::Windows,
            "macos" => Self::Macos,
            _ => Self::Linux,
        }
    }
}
