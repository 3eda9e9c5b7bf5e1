//! The layout of the pairing diagram's rows, ends and ribbons, as numbers alone.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::model::{DivisionId, Exhibition, Pairing, ProvinceId};

/// The measures of a diagram, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::ui) struct Pitch {
    /// From one province to the next.
    pub row: f32,
    /// Between two groups.
    pub gap: f32,
    /// The thickness of a ribbon.
    pub ribbon: f32,
}

impl Pitch {
    const ROW: f32 = 33.0;
    const GAP: f32 = 17.0;
    const LEAST_GAP: f32 = 6.0;
    /// Kept free between the ribbons of two rows.
    const BETWEEN_RIBBONS: f32 = 2.0;
    /// The greatest stretch: rows further apart no longer read as groups.
    const MOST: f32 = 1.5;

    /// The height of these rows and groups at their natural pitch.
    pub fn natural([rows, groups]: [usize; 2], least: f32) -> f32 {
        count(rows) * Self::ROW.max(least) + count(groups.saturating_sub(1)) * Self::GAP
    }

    /// The pitch that fills a height with these rows and groups, but never below `least` for a row.
    pub fn filling(height: f32, [rows, groups]: [usize; 2], least: f32, ribbon: f32) -> Self {
        let gaps = count(groups.saturating_sub(1));
        let natural = (count(rows) * Self::ROW + gaps * Self::GAP).max(1.0);
        let scale = (height / natural).min(Self::MOST);
        let row = (Self::ROW * scale).max(least);
        // The height that the rows leave to each gap.
        let left = if gaps > 0.0 { (height - count(rows) * row) / gaps } else { 0.0 };
        let gap = (Self::GAP * scale).min(left).max(Self::LEAST_GAP);
        Self { row, gap, ribbon: ribbon.min(row - Self::BETWEEN_RIBBONS) }
    }

    /// The same pitch, scaled.
    pub fn scaled(self, scale: f32) -> Self {
        Self { row: self.row * scale, gap: self.gap * scale, ribbon: self.ribbon * scale }
    }
}

/// A province of the diagram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Row {
    /// Its position in the exhibition.
    pub province: usize,
    /// Its middle.
    pub y: f32,
    /// True when it is paired in the year shown.
    pub paired: bool,
}

/// A division of the diagram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct End {
    /// Its position in the exhibition.
    pub division: usize,
    /// Its middle.
    pub y: f32,
    /// The height of its ribbons together, or of one where it has none.
    pub height: f32,
    /// True when a ribbon ends in it in the year shown.
    pub paired: bool,
}

/// A pairing of the diagram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Ribbon {
    /// The position of its pairing in the exhibition.
    pub pairing: usize,
    /// The position of its province in the exhibition.
    pub province: usize,
    /// Its middle at the province.
    pub from: f32,
    /// Its middle at the division.
    pub to: f32,
    /// True when it is over in the year shown.
    pub over: bool,
}

/// A whole diagram.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) struct Plan {
    pub rows: Vec<Row>,
    pub ends: Vec<End>,
    pub ribbons: Vec<Ribbon>,
    pub height: f32,
    pub pitch: Pitch,
}

/// The provinces of each division, by their lasting pairing or else their last one, in the order of the sidebar. Where two
/// divisions have one id, the first has its provinces.
pub(in crate::ui) fn groups(x: &Exhibition) -> Vec<Vec<usize>> {
    let mut homes: HashMap<&ProvinceId, &Pairing> = HashMap::new();
    for pairing in &x.pairings {
        let home = homes.entry(&pairing.province).or_insert(pairing);
        if rank(pairing) >= rank(home) {
            *home = pairing;
        }
    }
    let mut places: HashMap<&DivisionId, usize> = HashMap::new();
    for (i, division) in x.divisions.iter().enumerate() {
        places.entry(&division.id).or_insert(i);
    }
    let mut groups = vec![Vec::new(); x.divisions.len()];
    for (i, province) in x.provinces.iter().enumerate() {
        let place = homes.get(&province.id).and_then(|home| places.get(&home.division));
        if let Some(group) = place.and_then(|place| groups.get_mut(*place)) {
            group.push(i);
        }
    }
    groups
}

/// How many rows and groups there are; a group without provinces takes a row.
pub(in crate::ui) fn rows_and_groups(x: &Exhibition) -> [usize; 2] {
    let groups = groups(x);
    [groups.iter().map(|group| group.len().max(1)).sum(), groups.len()]
}

/// The later pairing of a province has the higher rank; one that lasts has the highest.
fn rank(pairing: &Pairing) -> (bool, Option<crate::model::Date>) {
    (pairing.until.is_none(), pairing.until)
}

/// True when the pairing was over by the end of a year.
pub(in crate::ui) fn is_over(pairing: &Pairing, year: u16) -> bool {
    pairing.until.is_some_and(|until| until.year <= year)
}

impl Plan {
    /// The diagram of a year.
    pub fn of(x: &Exhibition, year: u16, pitch: Pitch) -> Self {
        let mut plan = Self { pitch, ..Self::default() };
        let spans = plan.place_rows(x, year, pitch);
        let mut all = plan.ribbons(x, year);
        for (division, span) in spans.into_iter().enumerate() {
            let ribbons = x.divisions.get(division).and_then(|d| all.remove(&d.id)).unwrap_or_default();
            plan.place_end(x, year, pitch, (division, ribbons), &span);
        }
        plan
    }

    /// The ribbons to each division, in the order of the provinces; those of a province in the order of its pairings.
    fn ribbons<'x>(&self, x: &'x Exhibition, year: u16) -> HashMap<&'x DivisionId, Vec<Ribbon>> {
        let mut rows: HashMap<&ProvinceId, (usize, &Row)> = HashMap::new();
        for (i, row) in self.rows.iter().enumerate() {
            if let Some(province) = x.provinces.get(row.province) {
                rows.entry(&province.id).or_insert((i, row));
            }
        }
        let mut all: Vec<(usize, &Pairing, Ribbon)> = Vec::new();
        for (pairing, p) in x.pairings.iter().enumerate() {
            if let Some((place, row)) = rows.get(&p.province) {
                let over = is_over(p, year);
                all.push((*place, p, Ribbon { pairing, province: row.province, from: row.y, to: 0.0, over }));
            }
        }
        all.sort_by_key(|(place, ..)| *place);
        let mut ribbons: HashMap<&DivisionId, Vec<Ribbon>> = HashMap::new();
        for (_, pairing, ribbon) in all {
            ribbons.entry(&pairing.division).or_default().push(ribbon);
        }
        ribbons
    }

    /// Puts the provinces group by group; gives the span of each group.
    fn place_rows(&mut self, x: &Exhibition, year: u16, pitch: Pitch) -> Vec<Range<f32>> {
        let mut spans = Vec::new();
        let mut y = 0.0;
        let holding: HashSet<&ProvinceId> =
            x.pairings.iter().filter(|p| p.holds_in(year)).map(|p| &p.province).collect();
        for provinces in groups(x) {
            let top = y;
            for &province in &provinces {
                let paired = x.provinces.get(province).is_some_and(|p| holding.contains(&p.id));
                self.rows.push(Row { province, y: y + pitch.row / 2.0, paired });
                y += pitch.row;
            }
            if provinces.is_empty() {
                y += pitch.row;
            }
            spans.push(top..y);
            y += pitch.gap;
        }
        self.height = (y - pitch.gap).max(0.0);
        spans
    }

    /// Stacks the ribbons of a division in the middle of its group, in the order of the provinces.
    fn place_end(
        &mut self,
        x: &Exhibition,
        year: u16,
        pitch: Pitch,
        (division, ribbons): (usize, Vec<Ribbon>),
        span: &Range<f32>,
    ) {
        let holds = |ribbon: &Ribbon| x.pairings.get(ribbon.pairing).is_some_and(|pairing| pairing.holds_in(year));
        let (held, others): (Vec<Ribbon>, Vec<Ribbon>) = ribbons.into_iter().partition(holds);
        let over = others.into_iter().filter(|ribbon| ribbon.over);
        let middle = f32::midpoint(span.start, span.end);
        let height = pitch.ribbon * count(held.len().max(1));
        self.ends.push(End { division, y: middle, height, paired: !held.is_empty() });
        let mut y = middle - height / 2.0 + pitch.ribbon / 2.0;
        for mut ribbon in held {
            ribbon.to = y;
            y += pitch.ribbon;
            self.ribbons.push(ribbon);
        }
        self.ribbons.extend(over.map(|ribbon| Ribbon { to: middle, ..ribbon }));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few dozen at most")]
fn count(n: usize) -> f32 {
    n as f32
}

#[cfg(test)]
mod tests {
    use super::{Pitch, Plan, groups};
    use crate::model::Exhibition;

    fn exhibition() -> Exhibition {
        serde_json::from_str(
            r#"{"format": 1,
            "divisions": [{"id": "N", "name": {"en": "North"}, "kind": "city"}, {"id": "S", "name": {"en": "South"}, "kind": "city"}],
            "provinces": [{"id": "a", "name": {"en": "A"}, "kind": "province"}, {"id": "b", "name": {"en": "B"}, "kind": "province"},
                {"id": "c", "name": {"en": "C"}, "kind": "province"}],
            "pairings": [{"province": "a", "division": "N", "since": "1994", "told": {}},
                {"province": "b", "division": "N", "since": "1994", "until": "2016", "told": {}},
                {"province": "b", "division": "S", "since": "2016-07", "told": {}},
                {"province": "c", "division": "S", "since": "2002", "told": {}}]}"#,
        )
        .expect("an exhibition")
    }

    const PITCH: Pitch = Pitch { row: 33.0, gap: 17.0, ribbon: 24.0 };

    #[test]
    fn provinces_stand_with_the_division_they_are_paired_with_now() {
        assert_eq!(groups(&exhibition()), vec![vec![0], vec![1, 2]]);
    }

    #[test]
    fn of_two_divisions_with_one_id_the_first_has_the_provinces() {
        let mut x = exhibition();
        x.divisions = [0, 1, 0, 0].map(|i| x.divisions[i].clone()).to_vec();
        assert_eq!(groups(&x), vec![vec![0], vec![1, 2], vec![], vec![]]);
        let plan = Plan::of(&x, 2024, PITCH);
        assert_eq!((plan.rows.len(), plan.ribbons.len(), plan.ends.len()), (3, 4, 4), "no ribbon twice");
    }

    #[test]
    fn a_pairing_that_is_over_stays_as_an_outline() {
        let plan = Plan::of(&exhibition(), 2024, PITCH);
        let over: Vec<usize> = plan.ribbons.iter().filter(|r| r.over).map(|r| r.pairing).collect();
        assert_eq!(over, [1]);
        assert_eq!(plan.ribbons.len(), 4);
        assert!((plan.height - (3.0 * 33.0 + 17.0)).abs() < 0.01);
    }

    #[test]
    fn before_a_change_the_former_pairing_holds_and_the_later_one_is_absent() {
        let plan = Plan::of(&exhibition(), 1995, PITCH);
        let held: Vec<(usize, bool)> = plan.ribbons.iter().map(|r| (r.pairing, r.over)).collect();
        assert_eq!(held, [(0, false), (1, false)]);
        assert!(plan.rows.iter().any(|r| r.province == 2 && !r.paired));
        assert!(plan.ends.iter().any(|e| e.division == 1 && !e.paired));
    }

    #[test]
    fn rows_never_shrink_below_their_texts() {
        let pitch = Pitch::filling(100.0, [17, 7], 26.0, 24.0);
        assert!(pitch.row >= 26.0 && pitch.ribbon <= 24.0 && pitch.gap >= 6.0);
        let pitch = Pitch::filling(663.0, [17, 7], 26.0, 24.0);
        assert!((pitch.row - 33.0).abs() < 0.01 && (pitch.gap - 17.0).abs() < 0.01);
    }
}
