//! What was looked at, and how long, on one day: counts alone, nothing about anybody.

use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Looked {
    /// A view.
    View,
    /// A language.
    Language,
    /// A picture, opened.
    Picture,
    /// A province, chosen.
    Province,
    /// Visits.
    Visit,
}

impl Looked {
    const ALL: [Self; 5] = [Self::View, Self::Language, Self::Picture, Self::Province, Self::Visit];

    fn name(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Language => "language",
            Self::Picture => "picture",
            Self::Province => "province",
            Self::Visit => "visit",
        }
    }
}

/// The head of the table.
pub const TALLY_HEAD: &str = "date,kind,what,times,seconds";
/// A look that lasts longer than this, in seconds, is none: nobody was there.
const LONGEST: f64 = 900.0;

/// The counts of one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    counts: BTreeMap<(Looked, String), (u64, f64)>,
    /// What is looked at now, and since when.
    now: BTreeMap<Looked, (String, f64)>,
}

impl Tally {
    /// Takes what is looked at at a time, in seconds; nothing where nobody is there.
    pub fn look(&mut self, looked: &[(Looked, String)], now: f64) {
        for kind in Looked::ALL {
            let new = looked.iter().find(|(other, _)| *other == kind).map(|(_, what)| what);
            if self.now.get(&kind).map(|(what, _)| what) == new {
                continue;
            }
            if let Some((what, since)) = self.now.remove(&kind) {
                self.add(kind, what, 0, now - since);
            }
            if let Some(what) = new {
                self.add(kind, what.clone(), 1, 0.0);
                self.now.insert(kind, (what.clone(), now));
            }
        }
    }

    fn add(&mut self, kind: Looked, what: String, times: u64, seconds: f64) {
        let (all_times, all_seconds) = self.counts.entry((kind, what)).or_default();
        *all_times += times;
        *all_seconds += seconds.clamp(0.0, LONGEST);
    }

    /// Adds rows of the same day from a table, such as were written before a new start.
    pub fn read(&mut self, date: &str, table: &str) {
        for line in table.lines() {
            let mut cells = line.split(',');
            let (Some(at), Some(kind), Some(what), Some(times), Some(seconds)) =
                (cells.next(), cells.next(), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let kind = Looked::ALL.into_iter().find(|known| known.name() == kind);
            let (Some(kind), true, Ok(times), Ok(seconds)) = (kind, at == date, times.parse(), seconds.parse::<u32>())
            else {
                continue;
            };
            let (all_times, all_seconds) = self.counts.entry((kind, what.to_owned())).or_default();
            *all_times = times;
            *all_seconds = f64::from(seconds);
        }
    }

    /// Returns a table with the rows of this day in place of those that it has.
    #[must_use]
    pub fn write(&self, date: &str, table: &str) -> String {
        let is_other = |line: &&str| !line.starts_with(&format!("{date},")) && *line != TALLY_HEAD;
        let mut lines = vec![TALLY_HEAD.to_owned()];
        lines.extend(table.lines().filter(is_other).map(str::to_owned));
        lines.extend(self.counts.iter().map(|((kind, what), (times, seconds))| {
            // The name of a thing is an id, in which no comma can occur.
            format!("{date},{},{},{times},{seconds:.0}", kind.name(), what.replace([',', '\n', '"'], " "))
        }));
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_counted_over_a_new_start_and_other_days_stay() {
        let mut tally = Tally::default();
        let view = |name: &str| (Looked::View, name.to_owned());
        let visit = (Looked::Visit, "all".to_owned());
        tally.look(&[view("photos"), visit.clone()], 0.0);
        tally.look(&[view("timeline"), visit.clone()], 30.4);
        tally.look(&[view("photos"), visit], 40.0);
        tally.look(&[], 60.0);
        tally.look(&[], 5000.0);
        let before = format!("{TALLY_HEAD}\n2026-11-29,view,photos,7,700\n");
        let table = tally.write("2026-11-30", &before);
        assert_eq!(
            table,
            format!("{before}2026-11-30,view,photos,2,50\n2026-11-30,view,timeline,1,10\n2026-11-30,visit,all,1,60\n")
        );
        let mut again = Tally::default();
        again.read("2026-11-30", &table);
        assert_eq!(again.write("2026-11-30", &table), table);
        again.read("2026-11-30", "nonsense\n,,,,\n2026-11-30,view,photos,x,y");
        assert_eq!(again.write("2026-11-30", &table), table);
    }
}
