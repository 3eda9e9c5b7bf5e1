//! Opening hours as they are chosen day by day, and as they are written.

use super::{Day, HoursKind, Opening, TimeOfDay};

/// The hours of a day that is opened.
pub const USUAL: [TimeOfDay; 2] = [TimeOfDay(9 * 60), TimeOfDay(17 * 60)];
/// By how many minutes a time is put forward or back.
const MINUTES: i32 = 15;
/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// The form of hours.
pub fn kind(hours: &[Opening]) -> HoursKind {
    let periods = |day: &Day| hours.iter().filter(|opening| opening.days.contains(day)).count();
    match hours {
        [] => HoursKind::Always,
        [all] if Day::ALL.iter().all(|day| all.days.contains(day)) => HoursKind::Daily,
        _ if Day::ALL.iter().all(|day| periods(day) <= 1) => HoursKind::ByDay,
        _ => HoursKind::Other,
    }
}

/// The hours of seven days as they are written: days with the same ones together.
pub fn opened(days: &[Option<[TimeOfDay; 2]>; 7]) -> Vec<Opening> {
    let mut openings: Vec<Opening> = Vec::new();
    for (day, hours) in Day::ALL.into_iter().zip(days) {
        let Some([from, to]) = *hours else { continue };
        match openings.iter_mut().find(|opening| (opening.from, opening.to) == (from, to)) {
            Some(opening) => opening.days.push(day),
            None => openings.push(Opening { days: vec![day], from, to }),
        }
    }
    openings
}

/// A time of day one step on.
pub fn stepped(TimeOfDay(minutes): TimeOfDay, later: bool) -> TimeOfDay {
    let by = if later { MINUTES } else { -MINUTES };
    let minutes = (i32::from(minutes) + by).rem_euclid(DAY);
    TimeOfDay(u16::try_from(minutes).unwrap_or_default())
}
