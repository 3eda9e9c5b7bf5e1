//! The settings. What stands in them is `state::Settings`; here is only that they are kept like everything else.

use super::Kept;
pub use super::kept::Found;

/// Reads the settings. A file that cannot be understood is set aside.
#[must_use]
pub fn read<T>(understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
    Kept::Settings.found(understand)
}
