//! The speaker's search for something to show: a stop, or anything else of the exhibition.

use super::{StopKey, Stops};
use crate::model::{Exhibition, PhotoId, Shows, Stop, Words};

/// The maximum number of hits.
const MOST: usize = 12;

/// A hit.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A stop.
    Stop(StopKey),
    /// Something outside the running order.
    Aside(Box<Shows>),
}

/// What matches the search in any language: stops first, then other things. All stops for an empty search.
#[must_use]
pub fn find(x: &Exhibition, stops: &Stops, typed: &str) -> Vec<Found> {
    let typed = typed.trim().to_lowercase();
    let hit = |words: &Words| [&words.en, &words.zh, &words.bo].into_iter().any(|w| w.to_lowercase().contains(&typed));
    let fits = |(key, stop): &(StopKey, &Stop)| {
        let number = stops.position(*key) + 1;
        typed.is_empty() || number.to_string() == typed || hit(&stop.title) || concerns(x, &stop.shows, &hit)
    };
    let in_order = stops.iter().filter(fits).map(|(key, _)| Found::Stop(key));
    if typed.is_empty() {
        return in_order.take(MOST).collect();
    }
    let provinces = x.provinces.iter().map(|p| Shows::Province(p.id.clone()));
    let milestones = x.milestones.iter().map(|m| Shows::Milestone(m.id.clone()));
    let photos = x.photos.iter().map(|p| Shows::Photo(p.id.clone()));
    let others = provinces.chain(milestones).chain(photos);
    let outside = others.filter(|shows| !stops.iter().any(|(_, stop)| stop.shows == *shows));
    let outside = outside.filter(|shows| concerns(x, shows, &hit)).map(|shows| Found::Aside(Box::new(shows)));
    let mut found = Vec::new();
    for hit in in_order.chain(outside) {
        // Entries with the same id are one hit: each would show the first of them.
        if !found.contains(&hit) {
            found.push(hit);
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// The index of the chosen hit, or the number of hits if it is not among them.
#[must_use]
pub fn chosen_hit(found: &[Found], chosen: Option<&Found>) -> usize {
    chosen.map_or(0, |chosen| found.iter().position(|hit| hit == chosen).unwrap_or(found.len()))
}

/// Returns `true` if what is shown, or something related to it, has a matching name.
fn concerns(x: &Exhibition, shows: &Shows, hit: &impl Fn(&Words) -> bool) -> bool {
    let photo = |id: &PhotoId| x.photo(id).is_some_and(|p| hit(&p.title) || hit(&p.caption) || hit(&p.place));
    match shows {
        Shows::Photo(id) => photo(id),
        Shows::Province(id) => {
            let paired = x.pairings_of(id).into_iter().filter_map(|p| x.division(&p.division));
            x.province(id).is_some_and(|p| hit(&p.name)) || paired.into_iter().any(|d| hit(&d.name))
        }
        Shows::Milestone(id) => {
            x.milestones.iter().any(|m| m.id == *id && (hit(&m.title) || hit(&m.text) || hit(&m.date_note)))
        }
        Shows::Card(card) => hit(&card.text) || card.photo.as_ref().is_some_and(photo),
        Shows::Pairings(_) => x.divisions.iter().map(|d| &d.name).chain(x.provinces.iter().map(|p| &p.name)).any(hit),
        Shows::Chart(_) => false,
    }
}
