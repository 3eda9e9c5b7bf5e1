//! The content of an exhibition as files for other programs. Pure: returns text, which [`crate::files`] writes.
//!
//! A missing figure has no number in any of them: an empty cell or `null`, with its state in words. A figure keeps its
//! precision word, and a worked-out one never counts as reported.

mod csv;
pub mod drawing;
mod figures;
mod guard;
mod letters;
mod marks;
mod page;
mod pairings;
mod pattern;
mod pdf;
mod svg;
mod talk;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{Exhibition, Lang, Sort};

pub use crate::text::Chart;
use csv::Between;
pub use figures::{Counts, FigureRecord, figures, sorted_figures};
pub use guard::{guarded, unguarded};
pub use letters::{Face, Faces};
pub use marks::{PROGRAM, WrittenKind, wrote};
pub use page::{Page, PageFont, PageParts, PagePicture, base64, escaped, font_face, language_tag, slim_font};
pub use pairings::{PairingRecord, pairings};
pub use pattern::pattern;
pub use pdf::{SCALE as PDF_SCALE, Supply, pdf, pdf_of};
pub use svg::{About, svg};
pub use talk::{dated_talk_report, talk_report};

/// The formats of tables for other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Comma-separated values (RFC 4180) in UTF-8, with the byte order mark that spreadsheets need for Chinese and Tibetan.
    Csv,
    /// The same with semicolons, for spreadsheets that use a decimal comma.
    CsvWithSemicolons,
    /// The same with tabs.
    CsvWithTabs,
    /// Tab-separated values, as on the clipboard.
    Tsv,
    /// JSON (RFC 8259).
    Json,
}

impl TableFormat {
    /// The separator; `None` for JSON.
    fn between(self) -> Option<Between> {
        match self {
            Self::Csv => Some(Between::Commas),
            Self::CsvWithSemicolons => Some(Between::Semicolons),
            Self::CsvWithTabs => Some(Between::TabsInFile),
            Self::Tsv => Some(Between::Tabs),
            Self::Json => None,
        }
    }
}

/// A table with its metadata, for JSON.
#[derive(Serialize)]
struct Document<'a, R> {
    exhibition: &'a str,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<Patterns>,
    rows: Vec<R>,
}

/// The descriptions of the charts of the same numbers.
#[derive(Serialize)]
struct Patterns {
    batches: String,
    totals: String,
}

/// The personnel of each batch, the subtotals and the published totals.
#[must_use]
pub fn table(x: &Exhibition, lang: Lang, format: TableFormat) -> String {
    sorted_table(x, lang, format, None)
}

/// The same, in the order in which it is viewed.
#[must_use]
pub fn sorted_table(x: &Exhibition, lang: Lang, format: TableFormat, sort: Option<Sort>) -> String {
    let rows = sorted_figures(x, lang, sort);
    if let Some(between) = format.between() {
        return csv::figures(&rows, lang, between);
    }
    let pattern = Patterns { batches: pattern(x, lang, Chart::Batches), totals: pattern(x, lang, Chart::Totals) };
    json(x, lang, Some(pattern), rows)
}

/// The pairings, with their start and end.
#[must_use]
pub fn pairing_table(x: &Exhibition, lang: Lang, format: TableFormat) -> String {
    let rows = pairings(x, lang);
    match format.between() {
        Some(between) => csv::pairings(&rows, lang, between),
        None => json(x, lang, None, rows),
    }
}

fn json<R: Serialize>(x: &Exhibition, lang: Lang, pattern: Option<Patterns>, rows: Vec<R>) -> String {
    let document = Document { exhibition: x.title.resolve(lang).text, language: lang.code(), pattern, rows };
    // Strings, numbers and lists cannot fail to serialize.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// A source with its citation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cited {
    /// Its id in the exhibition.
    pub id: String,
    /// Publisher, title, date, language, and the address if it may be shown.
    pub citation: String,
}

/// The maximum length of a citation in a table, in characters.
const CITATION: usize = 2_000;

/// The sources with these ids, without duplicates.
fn cited<'a>(x: &Exhibition, lang: Lang, ids: impl IntoIterator<Item = &'a crate::model::SourceId>) -> Vec<Cited> {
    let mut all: Vec<Cited> = Vec::new();
    let mut known = BTreeSet::new();
    for id in ids {
        if let Some(source) = x.source(id).filter(|_| known.insert(id.as_str())) {
            let citation = crate::text::citation(lang, source);
            // It is repeated in every row that cites it.
            let citation = citation.chars().take(CITATION).collect();
            all.push(Cited { id: id.as_str().to_owned(), citation });
        }
    }
    all
}
