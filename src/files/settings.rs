//! Persists the settings. Their content is `state::Settings`.

use super::Persisted;
pub use super::persisted::Found;

/// Reads the settings. A damaged file is set aside.
#[must_use]
pub fn read<T>(understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
    Persisted::Settings.found(understand)
}
