//! Everything that the command line prints goes through here: what stands in a pack, or in a file's name, never commands the
//! terminal.

use std::io::Write as _;

use crate::model::printable;

/// Prints lines.
pub fn out(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{}", printable(text));
}

/// Prints lines about what went wrong.
pub fn err(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", printable(text));
}
