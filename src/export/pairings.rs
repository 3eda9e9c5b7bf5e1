//! The pairings, one record per span.

use serde::Serialize;

use super::{Cited, cited};
use crate::model::{Date, Exhibition, Lang};

/// A pairing with everything known about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairingRecord {
    /// The province's id.
    pub province_id: String,
    /// Its name.
    pub province: String,
    /// The division's id.
    pub division_id: String,
    /// Its name.
    pub division: String,
    /// When it began, as precisely as known: 1994, 2016-07.
    pub since: String,
    /// When it ended; `None` if it lasts.
    pub until: Option<String>,
    /// Whether the beginning is inferred, not printed.
    pub since_inferred: bool,
    /// The span as worded by the sources.
    pub told: String,
    /// Who reported it.
    pub sources: Vec<Cited>,
}

/// Every pairing, in the exhibition's order.
#[must_use]
pub fn pairings(x: &Exhibition, lang: Lang) -> Vec<PairingRecord> {
    let record = |pairing: &crate::model::Pairing| PairingRecord {
        province_id: pairing.province.as_str().to_owned(),
        province: x.province(&pairing.province).map_or("", |p| p.name.resolve(lang).text).to_owned(),
        division_id: pairing.division.as_str().to_owned(),
        division: x.division(&pairing.division).map_or("", |d| d.name.resolve(lang).text).to_owned(),
        since: iso(pairing.since),
        until: pairing.until.map(iso),
        since_inferred: pairing.inferred,
        told: pairing.told.resolve(lang).text.to_owned(),
        sources: cited(x, lang, &pairing.sources),
    };
    x.pairings.iter().map(record).collect()
}

/// A date in ISO 8601, no more precise than it is.
fn iso(date: Date) -> String {
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", date.year),
        (Some(month), None) => format!("{:04}-{month:02}", date.year),
        _ => format!("{:04}", date.year),
    }
}
