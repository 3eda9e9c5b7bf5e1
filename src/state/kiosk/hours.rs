//! Opening hours: whether a kiosk is open at a local time, when that changes next, and whether the clock can be believed.
//!
//! Openness depends on the wall's time alone. Where clocks are put forward, the hour that is left out is in no period; where
//! they are put back, the hour that comes twice counts twice, as for everybody who reads the hours on the door.

use super::{Day, Opening, TimeOfDay};

/// Minutes in a day, and in a week.
const DAY: u16 = 24 * 60;
const WEEK: u16 = 7 * DAY;
/// A clock that says an earlier year was never set.
const FIRST_YEAR: i32 = 2024;
/// Seconds that the clock may be off from the time that has passed before that counts as a jump.
const SLACK: i64 = 120;
/// Seconds without another jump until a clock is believed again.
const STEADY: u64 = 600;

/// A local time, as precise as opening hours are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// The year.
    pub year: i32,
    /// The day of the week.
    pub day: Day,
    /// The time of day.
    pub time: TimeOfDay,
}

/// Whether a kiosk is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Openness {
    /// Visitors may use it.
    pub is_open: bool,
    /// Minutes on the wall's clock until that changes; `None` if never.
    pub changes_in: Option<u16>,
}

impl Openness {
    /// A kiosk without hours.
    pub const ALWAYS: Self = Self { is_open: true, changes_in: None };

    /// When it opens next, where that is less than a day away: of a later day the time alone would be taken for the next one's.
    #[must_use]
    pub fn opens(self, now: TimeOfDay) -> Option<TimeOfDay> {
        let minutes = self.changes_in.filter(|minutes| !self.is_open && *minutes < DAY)?;
        Some(TimeOfDay((now.0 + minutes) % DAY))
    }
}

/// Returns whether a kiosk is open. Without a period that begins on any day, it always is.
#[must_use]
pub fn openness(hours: &[Opening], now: LocalTime) -> Openness {
    if hours.iter().all(|opening| opening.days.is_empty()) {
        return Openness::ALWAYS;
    }
    let minute = now.day.index() * DAY + now.time.0.min(DAY - 1);
    let is_open_at = |minute: u16| hours.iter().any(|opening| covers(opening, minute % WEEK));
    let is_open = is_open_at(minute);
    let changes_in = (1..=WEEK).find(|later| is_open_at(minute + later) != is_open);
    Openness { is_open, changes_in }
}

/// Returns true if a period covers a minute of the week.
fn covers(opening: &Opening, minute: u16) -> bool {
    let (from, to) = (opening.from.0 % DAY, opening.to.0 % DAY);
    let length = if to > from { to - from } else { DAY - from + to };
    opening.days.iter().any(|day| {
        let begins = day.index() * DAY + from;
        (minute + WEEK - begins) % WEEK < length
    })
}

impl Day {
    /// All days, from Monday.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    fn index(self) -> u16 {
        self as u16
    }

    /// Finds a day by its English name or the first three letters of it.
    fn named(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let name = |day: &Self| format!("{day:?}").to_lowercase();
        Self::ALL.into_iter().find(|day| name(day) == text || name(day)[..3] == text)
    }

    /// Parses `mon-fri,sun` or `daily`.
    fn list(text: &str) -> Option<Vec<Self>> {
        if text.trim().eq_ignore_ascii_case("daily") {
            return Some(Self::ALL.to_vec());
        }
        let mut days = Vec::new();
        for part in text.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (Self::named(first)?.index(), Self::named(last)?.index());
            // A range may go over the end of the week.
            let count = (last + 7 - first) % 7 + 1;
            days.extend((first..first + count).map(|index| Self::ALL[usize::from(index % 7)]));
        }
        days.sort_unstable();
        days.dedup();
        Some(days)
    }
}

impl std::str::FromStr for Opening {
    type Err = String;

    /// Parses `mon-fri 09:00-17:30`.
    fn from_str(text: &str) -> Result<Self, String> {
        let read = || {
            let (days, times) = text.trim().split_once(' ')?;
            let (from, to) = times.trim().split_once(['-', '–'])?;
            let time = |text: &str| TimeOfDay::try_from(text.trim().to_owned()).ok();
            Some(Self { days: Day::list(days)?, from: time(from)?, to: time(to)? })
        };
        read().ok_or_else(|| {
            format!("“{text}” are no opening hours: write \"mon-fri 09:00-17:30\", \"sat,sun 10:00-18:00\" or \"daily 08:00-20:00\"")
        })
    }
}

/// How far the wall's clock is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Opening hours hold.
    Full,
    /// It was never set: opening hours are off.
    Unset,
    /// It was put forward or back a short while ago: opening hours are off for ten minutes.
    Jumped,
}

/// Compares the wall's clock with the time that passes.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClockWatch {
    /// The last reading: seconds of the wall's clock, the same all over the world, and seconds since the start.
    last: Option<(i64, u64)>,
    /// When it last jumped, in seconds since the start.
    jumped: Option<u64>,
}

impl ClockWatch {
    /// Takes a reading: seconds of the wall's clock in UTC, seconds since the start, and the local year.
    pub fn read(&mut self, wall: i64, passed: u64, year: i32) -> Trust {
        if let Some((wall_before, passed_before)) = self.last.replace((wall, passed)) {
            let by_wall = wall.saturating_sub(wall_before);
            let by_time = i64::try_from(passed.saturating_sub(passed_before)).unwrap_or(i64::MAX);
            if by_wall.saturating_sub(by_time).saturating_abs() > SLACK {
                self.jumped = Some(passed);
            }
        }
        if year < FIRST_YEAR {
            return Trust::Unset;
        }
        self.jumped = self.jumped.filter(|jumped| passed.saturating_sub(*jumped) < STEADY);
        if self.jumped.is_some() { Trust::Jumped } else { Trust::Full }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike as _, NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};
    use proptest::prelude::*;

    use super::*;

    fn local(at: NaiveDateTime) -> LocalTime {
        let day = Day::ALL[at.weekday().num_days_from_monday() as usize];
        let minutes = u16::try_from(at.hour() * 60 + at.minute()).expect("of a day");
        LocalTime { year: at.year(), day, time: TimeOfDay(minutes) }
    }

    fn at(text: &str) -> LocalTime {
        local(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time"))
    }

    fn hours(texts: &[&str]) -> Vec<Opening> {
        texts.iter().map(|text| text.parse().expect("hours")).collect()
    }

    /// The same from the calendar: periods as pairs of dates and times.
    fn by_calendar(hours: &[Opening], now: NaiveDateTime) -> bool {
        let minutes = |time: TimeOfDay| TimeDelta::minutes(i64::from(time.0));
        (-8..=1).any(|days| {
            let date = now.date() + TimeDelta::days(days);
            let midnight = date.and_hms_opt(0, 0, 0).expect("midnight");
            hours.iter().any(|opening| {
                let begins = midnight + minutes(opening.from);
                let over = if opening.to <= opening.from { TimeDelta::days(1) } else { TimeDelta::zero() };
                opening.days.contains(&local(begins).day)
                    && (begins..midnight + over + minutes(opening.to)).contains(&now)
            })
        })
    }

    fn periods() -> impl Strategy<Value = Vec<Opening>> {
        let days = proptest::sample::subsequence(Day::ALL.to_vec(), 0..=7);
        let period = (days, 0..DAY, 0..DAY, any::<bool>()).prop_map(|(days, from, to, is_whole)| Opening {
            days,
            from: TimeOfDay(from),
            to: TimeOfDay(if is_whole { from } else { to }),
        });
        proptest::collection::vec(period, 0..4)
    }

    proptest! {
        #[test]
        fn hours_agree_with_the_calendar(hours in periods(), minute in 0i64..20_160) {
            let now = NaiveDate::from_ymd_opt(2026, 2, 23).and_then(|day| day.and_hms_opt(0, 0, 0)).expect("a day")
                + TimeDelta::minutes(minute);
            let found = openness(&hours, local(now));
            let has_days = hours.iter().any(|opening| !opening.days.is_empty());
            prop_assert_eq!(found.is_open, !has_days || by_calendar(&hours, now));
            if let Some(changes) = found.changes_in {
                let change = now + TimeDelta::minutes(i64::from(changes));
                prop_assert_ne!(by_calendar(&hours, change), found.is_open);
                prop_assert_eq!(by_calendar(&hours, change - TimeDelta::minutes(1)), found.is_open);
            }
        }

        #[test]
        fn any_text_for_hours_is_read_or_refused(text in ".{0,24}") {
            let _ = text.parse::<Opening>();
        }
    }

    #[test]
    fn a_museum_keeps_its_hours() {
        let museum = hours(&["tue-fri 09:00-17:30", "sat,sun 10:00-18:00"]);
        let open = |text: &str| openness(&museum, at(text));
        assert_eq!(
            open("2026-11-30 12:00"),
            Openness { is_open: false, changes_in: Some(21 * 60) },
            "closed on Mondays"
        );
        assert_eq!(open("2026-12-01 09:00"), Openness { is_open: true, changes_in: Some(510) });
        let closed = |minutes| Openness { is_open: false, changes_in: Some(minutes) };
        let evening = TimeOfDay(19 * 60);
        assert_eq!(closed(14 * 60).opens(evening), Some(TimeOfDay(9 * 60)));
        assert_eq!(closed(38 * 60).opens(evening), None, "a day of rest lies between");
        assert_eq!(open("2026-12-01 09:00").opens(evening), None);
        assert!(!open("2026-12-01 17:30").is_open);
        let night = hours(&["fri 20:00-02:00"]);
        assert!(openness(&night, at("2026-12-05 01:59")).is_open, "the night that began on Friday");
        assert!(!openness(&night, at("2026-12-04 01:59")).is_open);
        let monday = hours(&["mon 00:00-00:00"]);
        assert_eq!(openness(&monday, at("2026-11-30 00:00")), Openness { is_open: true, changes_in: Some(DAY) });
        assert_eq!(openness(&hours(&["daily 06:00-06:00"]), at("2026-11-30 05:59")), Openness::ALWAYS);
        assert_eq!(openness(&[], at("2026-11-30 03:00")), Openness::ALWAYS);
        assert_eq!(hours(&["sat-mon 09:00-10:00"])[0].days, [Day::Monday, Day::Saturday, Day::Sunday]);
        for wrong in ["", "mon", "mon 9-17", "mon 09:00-24:00", "moon 09:00-10:00", "mon,, 09:00-10:00"] {
            assert!(wrong.parse::<Opening>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_clock_that_jumps_or_was_never_set_turns_the_hours_off_for_a_while() {
        let mut watch = ClockWatch::default();
        assert_eq!(watch.read(0, 10, 1970), Trust::Unset);
        let set = 1_796_000_000;
        assert_eq!(watch.read(set, 70, 2026), Trust::Jumped, "the network set it");
        assert_eq!(watch.read(set + 300, 370, 2026), Trust::Jumped);
        assert_eq!(watch.read(set + 601, 671, 2026), Trust::Full);
        assert_eq!(watch.read(set + 661, 731, 2026), Trust::Full, "UTC knows no change of the clock");
        assert_eq!(watch.read(set - 3600, 791, 2026), Trust::Jumped);
        assert_eq!(ClockWatch::default().read(set, 0, 2026), Trust::Full);
        assert_eq!(ClockWatch { last: Some((i64::MIN, 0)), jumped: None }.read(i64::MAX, 1, 2026), Trust::Jumped);
    }
}
