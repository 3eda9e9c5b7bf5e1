//! Recognises files written by this program, so that a newer one may replace them without asking.

use super::csv::{self, Between};
use crate::model::Lang;

/// The name of the program, as written in files.
pub const PROGRAM: &str = "Vitrine";

/// The kinds of files written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WrittenKind {
    /// A table with separated values.
    Table,
    /// A table as JSON.
    Json,
    /// A drawing.
    Svg,
    /// Pixels.
    Png,
    /// Pages to print.
    Pdf,
    /// A page for a browser.
    Html,
    /// An exhibition as one file.
    Pack,
    /// The schema of exhibitions.
    Schema,
    /// A sheet or page that somebody fills in.
    FillIn,
}

/// Returns `true` if the first and last bytes are those of a file of this kind written by this program.
#[must_use]
pub fn wrote(kind: WrittenKind, head: &[u8], tail: &[u8]) -> bool {
    let begins = |with: &str| head.starts_with(with.as_bytes());
    let holds = |part: &str| head.windows(part.len()).any(|window| window == part.as_bytes());
    match kind {
        WrittenKind::Table => has_our_heads(head),
        WrittenKind::Json => {
            begins("{\n  \"exhibition\": \"") && holds("\n  \"language\": \"") && holds("\n  \"rows\": [")
        }
        WrittenKind::Svg => {
            begins("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ")
                && holds("role=\"graphics-document\" aria-labelledby=\"title\" ")
        }
        WrittenKind::Png => head.starts_with(b"\x89PNG") && holds("tEXtSoftware\0Vitrine"),
        WrittenKind::Pdf => begins("%PDF-") && [head, tail].into_iter().any(has_creator),
        WrittenKind::Html => begins("<!doctype html>") && holds("<meta name=\"generator\" content=\"Vitrine\">"),
        WrittenKind::Pack => begins("PK\u{3}\u{4}") && tail.ends_with(PROGRAM.as_bytes()),
        // Somebody may have filled it in.
        WrittenKind::FillIn => false,
        WrittenKind::Schema => begins("{\n  \"$schema\": \"") && holds("\n  \"title\": \"Exhibition\","),
    }
}

fn has_creator(part: &[u8]) -> bool {
    [&b"/Creator (Vitrine)"[..], b"/Creator(Vitrine)", b"<xmp:CreatorTool>Vitrine<"]
        .into_iter()
        .any(|mark| part.windows(mark.len()).any(|window| window == mark))
}

/// Recognises a table by its first row, which is one of a few: it has no room for a mark.
fn has_our_heads(head: &[u8]) -> bool {
    let line = head.split(|b| *b == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    Lang::ALL.into_iter().any(|lang| {
        Between::ALL.into_iter().any(|between| {
            let tables = [csv::figures(&[], lang, between), csv::pairings(&[], lang, between)];
            tables.iter().any(|table| table.trim_start_matches('\u{feff}').trim_end().as_bytes() == line)
        })
    })
}
