//! Questions about what is being browsed.

use super::State;
use crate::model::{Division, Exhibition, PairingStop, Province, ProvinceId};

impl State {
    /// The year of the stop that many after the one at which the year control stands.
    #[must_use]
    pub fn year_beside(&self, by: isize) -> Option<u16> {
        let stops = &self.pack.exhibition.pairing_stops;
        let is_here = |stop: &PairingStop| Some(stop.year) == self.session.stop;
        // Two stops of one year are passed together, whichever way it goes.
        let here = if by > 0 { stops.iter().rposition(is_here) } else { stops.iter().position(is_here) };
        let here = here.or(stops.len().checked_sub(1))?;
        stops.get(here.checked_add_signed(by)?).map(|stop| stop.year)
    }
}

/// How many pictures concern a province.
#[must_use]
pub fn photo_count(exhibition: &Exhibition, province: &ProvinceId) -> usize {
    exhibition.photos.iter().filter(|p| p.provinces.contains(province)).count()
}

/// The divisions with those of their provinces that match what is typed, in any language; divisions without any are left
/// out. Typing a division's name finds all of its provinces.
#[must_use]
pub fn matching_provinces<'a>(exhibition: &'a Exhibition, typed: &str) -> Vec<(&'a Division, Vec<&'a Province>)> {
    let typed = typed.trim().to_lowercase();
    let hit = |text: &str| text.to_lowercase().contains(&typed);
    let found = |division: &'a Division| {
        let name = &division.name;
        let whole = typed.is_empty()
            || [&name.en, &name.zh, &name.bo].into_iter().chain(&division.also_spelled).any(|n| hit(n));
        let wanted = |p: &&Province| whole || [&p.name.en, &p.name.zh, &p.name.bo].into_iter().any(|n| hit(n));
        let provinces: Vec<&Province> =
            exhibition.provinces_paired_with(&division.id).into_iter().filter(wanted).collect();
        (!provinces.is_empty()).then_some((division, provinces))
    };
    exhibition.divisions.iter().filter_map(found).collect()
}
