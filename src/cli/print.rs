//! All output of the command line goes through here: texts of a pack or file names must not contain terminal control
//! sequences.

use std::io::Write as _;

use crate::model::printable;

/// Prints lines to stdout.
pub fn out(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{}", printable(text));
}

/// Prints lines to stderr.
pub fn err(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", printable(text));
}
