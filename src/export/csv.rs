//! Records as comma- or tab-separated values.

use super::guard::guarded;
use super::{Cited, Counts, FigureRecord, PairingRecord};
use crate::model::{Lang, Precision, StateName};
use crate::text::{self, Column, Export, Say};

/// The separator of several entries in one cell.
const ENTRIES: &str = " | ";

/// The separator of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// A file for spreadsheets.
    Commas,
    /// A file for spreadsheets that use a decimal comma.
    Semicolons,
    /// A file with tabs.
    TabsInFile,
    /// Text to paste into a spreadsheet.
    Tabs,
}

impl Between {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Commas, Self::Semicolons, Self::TabsInFile, Self::Tabs];
}

/// The figures: numbers without formatting, so that a spreadsheet can compute with them, the rest in words.
pub fn figures(rows: &[FigureRecord], lang: Lang, between: Between) -> String {
    let say = |export: Export| text::say(lang, Say::Export(export));
    let column = |column: Column| text::say(lang, Say::Column(column));
    let heads = [
        say(Export::Counts),
        column(Column::Batch),
        column(Column::Years),
        column(Column::People),
        say(Export::Precision),
        column(Column::State),
        say(Export::Arithmetic),
        column(Column::Others),
        say(Export::Remark),
        column(Column::Sources),
    ];
    let rows = rows.iter().map(|row| {
        let counts = match row.counts {
            Counts::Batch => Export::OneBatch,
            Counts::Together => Export::Together,
            Counts::Total => Export::Total,
        };
        let state = match row.state {
            StateName::Reported => Say::Reported,
            StateName::WorkedOut => Say::WorkedOut,
            StateName::NotPublished => Say::NotPublishedKey,
            StateName::NotApplicable => Say::NotApplicable,
        };
        let batches = match (row.first_batch, row.last_batch) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        };
        let others = row.other_reports.iter().map(|other| {
            let who = joined(&other.sources);
            if who.is_empty() { other.in_words.clone() } else { format!("{} ({who})", other.in_words) }
        });
        [
            say(counts),
            batches,
            if row.years_inferred { format!("{}*", row.years) } else { row.years.clone() },
            row.people.map(|people| people.to_string()).unwrap_or_default(),
            row.precision.map(|p| say(precision(p))).unwrap_or_default(),
            text::say(lang, state),
            row.arithmetic.clone().unwrap_or_default(),
            others.collect::<Vec<_>>().join(ENTRIES),
            row.remark.clone(),
            joined(&row.sources),
        ]
    });
    written(&heads, rows, between)
}

/// The pairings.
pub fn pairings(rows: &[PairingRecord], lang: Lang, between: Between) -> String {
    let say = |export: Export| text::say(lang, Say::Export(export));
    let heads = [
        say(Export::Province),
        say(Export::Division),
        say(Export::Since),
        say(Export::Until),
        say(Export::LocalizedText),
        text::say(lang, Say::Column(Column::Sources)),
    ];
    let rows = rows.iter().map(|row| {
        [
            row.province.clone(),
            row.division.clone(),
            if row.since_inferred { format!("{}*", row.since) } else { row.since.clone() },
            row.until.clone().unwrap_or_default(),
            row.told.clone(),
            joined(&row.sources),
        ]
    });
    written(&heads, rows, between)
}

fn precision(precision: Precision) -> Export {
    match precision {
        Precision::Exact => Export::Exact,
        Precision::Nearly => Export::Nearly,
        Precision::MoreThan => Export::MoreThan,
        Precision::About => Export::About,
    }
}

fn joined(sources: &[Cited]) -> String {
    sources.iter().map(|source| source.citation.as_str()).collect::<Vec<_>>().join(ENTRIES)
}

/// A table of the given rows.
pub fn written<const N: usize>(
    heads: &[String; N],
    rows: impl Iterator<Item = [String; N]>,
    between: Between,
) -> String {
    written_under(&[], heads, rows, between)
}

/// The same, below rows of metadata, padded to the width of the table.
pub fn written_under<const N: usize>(
    about: &[[String; 2]],
    heads: &[String; N],
    rows: impl Iterator<Item = [String; N]>,
    between: Between,
) -> String {
    // Without a byte order mark spreadsheets misread Chinese and Tibetan.
    let (mark, delimiter, end) = match between {
        Between::Commas => ("\u{feff}", b',', csv::Terminator::CRLF),
        Between::Semicolons => ("\u{feff}", b';', csv::Terminator::CRLF),
        Between::TabsInFile => ("\u{feff}", b'\t', csv::Terminator::CRLF),
        Between::Tabs => ("", b'\t', csv::Terminator::Any(b'\n')),
    };
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter).terminator(end).from_writer(mark.as_bytes().to_vec());
    let about = about.iter().map(|row| std::array::from_fn(|i| row.get(i).cloned().unwrap_or_default()));
    for line in about.chain(std::iter::once(heads.clone())).chain(rows) {
        // Writing to memory cannot fail.
        let _ = writer.write_record(line.each_ref().map(|cell| guarded(cell)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
