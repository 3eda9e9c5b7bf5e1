//! The settings. What stands in them is `state::Settings`; here is only that they are kept like everything else.

use super::Persisted;
pub use super::persisted::Found;

/// Reads the settings. A file that cannot be understood is set aside.
#[must_use]
pub fn read<T>(understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
    Persisted::Settings.found(understand)
}
