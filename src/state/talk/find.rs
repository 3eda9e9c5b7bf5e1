//! Finding something to show: a stop, or anything else of the exhibition. Only the speaker sees what is found.

use super::{StopKey, Stops};
use crate::model::{Exhibition, PhotoId, Shows, Stop, Words};

/// How many hits are shown.
const MOST: usize = 12;

/// Something found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A stop.
    Stop(StopKey),
    /// Something outside the order.
    Aside(Box<Shows>),
}

/// What fits what was typed, in any language: stops first, then what is not among them. All stops while nothing is typed.
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
        // Two entries of one id are one hit: either would show the first of them.
        if !found.contains(&hit) {
            found.push(hit);
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// Where among hits the chosen one stands: behind them all where it is none of them.
#[must_use]
pub fn chosen_hit(found: &[Found], chosen: Option<&Found>) -> usize {
    chosen.map_or(0, |chosen| found.iter().position(|hit| hit == chosen).unwrap_or(found.len()))
}

/// True where what is shown is named so, or concerns something that is.
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
