//! Where the rows, ends and ribbons of the pairing diagram stand. Numbers alone: nothing is drawn here.

use std::ops::Range;

use crate::model::{Exhibition, Pairing, Province};

/// The measures of a diagram, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// The largest stretch: further apart the rows no longer read as groups.
    const MOST: f32 = 1.5;

    /// The height of these rows and groups where nothing makes them closer.
    pub fn natural(rows: usize, groups: usize, least: f32) -> f32 {
        count(rows) * Self::ROW.max(least) + count(groups.saturating_sub(1)) * Self::GAP
    }

    /// The pitch that fills a height with these rows and groups, but never below `least` for a row.
    pub fn filling(height: f32, rows: usize, groups: usize, least: f32, ribbon: f32) -> Self {
        let gaps = count(groups.saturating_sub(1));
        let natural = (count(rows) * Self::ROW + gaps * Self::GAP).max(1.0);
        let scale = (height / natural).min(Self::MOST);
        let row = (Self::ROW * scale).max(least);
        // What the rows leave, where they have shrunk as far as their texts allow.
        let left = if gaps > 0.0 { (height - count(rows) * row) / gaps } else { 0.0 };
        let gap = (Self::GAP * scale).min(left).max(6.0);
        Self { row, gap, ribbon: ribbon.min(row - 2.0) }
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
}

/// The provinces of each division, by the pairing that lasts, or by the last one. The order is that of the sidebar.
pub(in crate::ui) fn groups(x: &Exhibition) -> Vec<Vec<usize>> {
    let home =
        |province: &Province| x.pairings_of(&province.id).into_iter().max_by_key(|p| rank(p)).map(|p| &p.division);
    let homes: Vec<_> = x.provinces.iter().map(home).collect();
    let of = |division| (0..homes.len()).filter(|&i| homes.get(i).copied().flatten() == Some(division)).collect();
    x.divisions.iter().map(|division| of(&division.id)).collect()
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
        let mut plan = Self::default();
        let spans = plan.place_rows(x, year, pitch);
        for (division, span) in spans.into_iter().enumerate() {
            plan.place_end(x, year, pitch, division, &span);
        }
        plan
    }

    /// Puts the provinces group by group; gives the span of each group.
    fn place_rows(&mut self, x: &Exhibition, year: u16, pitch: Pitch) -> Vec<Range<f32>> {
        let mut spans = Vec::new();
        let mut y = 0.0;
        for provinces in groups(x) {
            let top = y;
            for &province in &provinces {
                let id = x.provinces.get(province).map(|p| &p.id);
                let paired = x.pairings.iter().any(|p| Some(&p.province) == id && p.holds_in(year));
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
    fn place_end(&mut self, x: &Exhibition, year: u16, pitch: Pitch, division: usize, span: &Range<f32>) {
        let Some(id) = x.divisions.get(division).map(|d| &d.id) else { return };
        let mut held = Vec::new();
        let mut over = Vec::new();
        for row in &self.rows {
            let Some(province) = x.provinces.get(row.province).map(|p| &p.id) else { continue };
            for (pairing, p) in x.pairings.iter().enumerate() {
                if p.division != *id || p.province != *province {
                    continue;
                }
                let ribbon = Ribbon { pairing, province: row.province, from: row.y, to: 0.0, over: is_over(p, year) };
                if p.holds_in(year) {
                    held.push(ribbon);
                } else if ribbon.over {
                    over.push(ribbon);
                }
            }
        }
        let middle = f32::midpoint(span.start, span.end);
        let height = pitch.ribbon * count(held.len().max(1));
        self.ends.push(End { division, y: middle, height, paired: !held.is_empty() });
        let mut y = middle - height / 2.0 + pitch.ribbon / 2.0;
        for mut ribbon in held {
            ribbon.to = y;
            y += pitch.ribbon;
            self.ribbons.push(ribbon);
        }
        self.ribbons.extend(over.into_iter().map(|ribbon| Ribbon { to: middle, ..ribbon }));
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
        let pitch = Pitch::filling(100.0, 17, 7, 26.0, 24.0);
        assert!(pitch.row >= 26.0 && pitch.ribbon <= 24.0 && pitch.gap >= 6.0);
        let pitch = Pitch::filling(663.0, 17, 7, 26.0, 24.0);
        assert!((pitch.row - 33.0).abs() < 0.01 && (pitch.gap - 17.0).abs() < 0.01);
    }
}
