//! Justified rows of pictures in their own proportions, and among them pictures that lead: two rows high, with words beside them.

use egui::{Rect, Vec2, pos2, vec2};

use super::{END, GAP};

/// How much of a picture may be seen for its cut to be plain, and the factors of the target height that are tried for it.
const CUT: std::ops::RangeInclusive<f32> = 0.2..=0.85;
const CUT_TARGETS: [f32; 6] = [0.94, 1.06, 0.88, 1.12, 0.82, 1.18];
/// The widths that the words beside a leading picture may have, and the width where others stand beside them.
const WORDS: std::ops::RangeInclusive<f32> = 260.0..=600.0;
const WORDS_AMONG: [f32; 2] = [320.0, 260.0];
/// How much wider than its picture the words alone beside it may be: a sentence in an empty room leads nobody.
const MOST_WORDS: f32 = 1.1;
/// The heights of a leading picture with its words alone, as shares of the target height.
const LEAD: std::ops::RangeInclusive<f32> = 1.4..=2.2;
/// The heights of the rows beside one, the same, and the most pictures in one of them.
const BESIDE: std::ops::RangeInclusive<f32> = 0.65..=1.35;
const MOST_BESIDE: usize = 4;
/// The height of a row before one, the same: such a row may be closed early.
const MOST_BEFORE: f32 = 1.5;
/// The gap between a leading picture and its words.
pub const WORDS_GAP: f32 = 28.0;

/// What is laid out: the proportions of the pictures, and how high the words of one that leads are at a width; `None` for all others.
pub struct Pieces<'p> {
    /// The width of each picture for a height of one.
    pub aspects: &'p [f32],
    /// The height of the words of a leading picture at a width, in points.
    pub words: &'p dyn Fn(usize, f32) -> Option<f32>,
}

/// The wall, laid out from its corner on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The areas of the pictures.
    pub areas: Vec<Rect>,
    /// The pictures that lead, with the areas of their words.
    pub leads: Vec<(usize, Rect)>,
    /// The height of all.
    pub height: f32,
}

/// Rows for the wall, in which no leading picture is higher than `most`. With few pictures the rows are raised so that they fill the
/// height.
pub fn fill(pieces: &Pieces<'_>, area: Vec2, [target, most]: [f32; 2], caption: f32, pixel: f32) -> Rows {
    let rows = |target: f32| Laying::new(pieces, [area.x, most], target, [caption, pixel]).rows();
    let mut best = rows(target);
    let mut raised = target;
    if best.height >= area.y {
        // Where there is more than is seen, the last row is cut, not the gap before it.
        let is_seen = |rows: &Rows| rows.height >= area.y && is_cut_seen(&rows.areas, area.y + END);
        if is_seen(&best) {
            return best;
        }
        return CUT_TARGETS.into_iter().map(|factor| rows(target * factor)).find(is_seen).unwrap_or(best);
    }
    while raised < area.y * 0.85 {
        raised *= 1.04;
        let next = rows(raised);
        if next.height <= area.y && next.height > best.height {
            best = next;
        }
    }
    best
}

/// The rows of a target height, as far as they are laid out.
struct Laying<'p> {
    pieces: &'p Pieces<'p>,
    width: f32,
    most: f32,
    target: f32,
    caption: f32,
    pixel: f32,
    done: Rows,
}

/// A leading picture with its words and the two rows beside them.
struct Block {
    height: f32,
    words: f32,
    /// How many pictures stand in each row, and its height.
    beside: [(usize, f32); 2],
}

impl<'p> Laying<'p> {
    fn new(pieces: &'p Pieces<'p>, [width, most]: [f32; 2], target: f32, [caption, pixel]: [f32; 2]) -> Self {
        let areas = vec![Rect::ZERO; pieces.aspects.len()];
        let done = Rows { areas, ..Rows::default() };
        let laying = Self { pieces, width, most, target, caption, pixel, done };
        Self { caption: laying.whole(caption), ..laying }
    }

    fn whole(&self, points: f32) -> f32 {
        (points / self.pixel).round().max(1.0) * self.pixel
    }

    /// Justified rows: a row is closed when its justified height falls to the target or under. Areas are in whole pixels, so that a
    /// rendition is shown as it is.
    fn rows(mut self) -> Rows {
        let all = self.pieces.aspects.len();
        // Those that wait for their row to be closed.
        let mut row: Vec<usize> = Vec::new();
        let mut next = 0;
        while next < all {
            if let Some(block) = self.block(next, &row) {
                let count = block.beside.iter().map(|(count, _)| count).sum::<usize>();
                // Where nothing stands beside it, those that wait stand before it, or after it where they are too few for a row.
                let height = self.justified(&row);
                if count == 0 && height <= self.target * MOST_BEFORE {
                    self.place_row(&row, 0.0, self.width, height, true);
                    row.clear();
                }
                let after = if count == 0 { next + 1 } else { next + 1 + count - row.len() };
                let beside: Vec<usize> =
                    if count == 0 { Vec::new() } else { row.drain(..).chain(next + 1..after).collect() };
                self.place_block(next, &block, &beside);
                next = after;
                continue;
            }
            row.push(next);
            next += 1;
            let height = self.justified(&row);
            if height <= self.target {
                self.place_row(&row, 0.0, self.width, height, true);
                row.clear();
            }
        }
        if !row.is_empty() {
            let height = self.justified(&row);
            let is_full = height <= self.target * 1.25;
            self.place_row(&row, 0.0, self.width, if is_full { height } else { self.target }, is_full);
        }
        self.done
    }

    #[expect(clippy::cast_precision_loss, reason = "a row holds a few pictures")]
    fn gaps(count: usize) -> f32 {
        GAP * count.saturating_sub(1) as f32
    }

    fn sum(&self, row: &[usize]) -> f32 {
        row.iter().map(|&at| self.pieces.aspects[at]).sum()
    }

    fn justified(&self, row: &[usize]) -> f32 {
        (self.width - Self::gaps(row.len())) / self.sum(row)
    }

    /// Places a row between two sides, and goes on below it.
    fn place_row(&mut self, row: &[usize], left: f32, width: f32, height: f32, is_full: bool) {
        let height = self.whole(height);
        let taken: f32 = row.iter().map(|&at| self.whole(self.pieces.aspects[at] * height)).sum();
        // The gaps take up what rounding leaves.
        #[expect(clippy::cast_precision_loss, reason = "a row holds a few pictures")]
        let gap = if is_full && row.len() > 1 { (width - taken) / (row.len() - 1) as f32 } else { GAP };
        let mut x = left;
        for &at in row {
            let size = vec2(self.whole(self.pieces.aspects[at] * height), height);
            let corner = pos2((x / self.pixel).round() * self.pixel, self.done.height);
            self.done.areas[at] = Rect::from_min_size(corner, size);
            x += size.x + gap;
        }
        self.done.height += height + self.caption;
    }

    /// How a picture leads here, after those that wait; `None` where it does not lead, or has no room to.
    fn block(&self, at: usize, waiting: &[usize]) -> Option<Block> {
        let words = |width: f32| (self.pieces.words)(at, width.floor());
        words(*WORDS.start())?;
        let aspect = self.pieces.aspects[at];
        let fits =
            |block: &Block| block.height <= self.most && words(block.words).is_some_and(|words| words <= block.height);
        // With its words alone, as wide as the wall.
        let two = (2.0 * self.target + self.caption).min(self.most - self.pixel);
        let free = self.width - WORDS_GAP - aspect * two;
        let alone = |words: f32| {
            let height = (self.width - WORDS_GAP - words) / aspect;
            let block = Block { height, words, beside: [(0, 0.0); 2] };
            let is_even = words <= aspect * height * MOST_WORDS;
            Some(block).filter(|block| is_even && LEAD.contains(&(block.height / self.target)) && fits(block))
        };
        // Among others, in two rows at its right.
        let others: Vec<usize> = waiting.iter().copied().chain(at + 1..self.pieces.aspects.len()).collect();
        let others = &others[..others.len().min(2 * MOST_BESIDE)];
        let mut best: Option<(f32, Block)> = None;
        for first in 1..=MOST_BESIDE {
            // All that wait stand there.
            for second in waiting.len().saturating_sub(first).max(1)..=MOST_BESIDE {
                let (Some(upper), Some(lower)) = (others.get(..first), others.get(first..first + second)) else {
                    continue;
                };
                // One that leads itself is not among them.
                if others[..first + second].iter().any(|&other| (self.pieces.words)(other, *WORDS.start()).is_some()) {
                    continue;
                }
                for words in WORDS_AMONG {
                    let block = self.among(aspect, words, upper, lower);
                    let off = block.beside.map(|(_, height)| height / self.target);
                    if off.iter().all(|share| BESIDE.contains(share)) && fits(&block) {
                        let cost = off.map(|share| share.ln().abs()).iter().sum();
                        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                            best = Some((cost, block));
                        }
                    }
                }
            }
        }
        best.map(|(_, block)| block).or_else(|| alone(free.clamp(*WORDS.start(), *WORDS.end())))
    }

    /// The block of a leading picture with these rows beside it: as high as both with the caption between them, and as wide as the wall.
    fn among(&self, aspect: f32, words: f32, upper: &[usize], lower: &[usize]) -> Block {
        let width = self.width - words - WORDS_GAP - GAP;
        let rows = [upper, lower].map(|row| (self.sum(row), Self::gaps(row.len())));
        let steep: f32 = rows.iter().map(|(sum, _)| 1.0 / sum).sum();
        let gaps: f32 = rows.iter().map(|(sum, gaps)| gaps / sum).sum();
        let height = (width * steep - gaps + self.caption) / (1.0 + aspect * steep);
        let rest = width - aspect * height;
        let [first, second] = rows.map(|(sum, gaps)| (rest - gaps) / sum);
        Block { height, words, beside: [(upper.len(), first), (lower.len(), second)] }
    }

    fn place_block(&mut self, at: usize, block: &Block, beside: &[usize]) {
        let top = self.done.height;
        let [(first, upper), (_, lower)] = block.beside;
        // The rows beside it decide on its height, in whole pixels.
        let [upper, lower] = [upper, lower].map(|height| if beside.is_empty() { 0.0 } else { self.whole(height) });
        let height = if beside.is_empty() { self.whole(block.height) } else { upper + self.caption + lower };
        let size = vec2(self.whole(self.pieces.aspects[at] * height), height);
        self.done.areas[at] = Rect::from_min_size(pos2(0.0, top), size);
        let left = size.x + WORDS_GAP;
        let right = if beside.is_empty() { self.width } else { left + block.words };
        self.done.leads.push((at, Rect::from_min_max(pos2(left, top), pos2(right, top + height))));
        if beside.is_empty() {
            self.done.height += height + self.caption;
            return;
        }
        let left = right + GAP;
        let (rows, rest) = (beside.split_at(first.min(beside.len())), self.width - left);
        self.place_row(rows.0, left, rest, upper, true);
        self.place_row(rows.1, left, rest, lower, true);
    }
}

/// True where the lower end of what is seen cuts a row of pictures so that it shows, or none.
fn is_cut_seen(areas: &[Rect], seen: f32) -> bool {
    let cut = areas.iter().rev().find(|area| area.top() < seen);
    let share = |area: &Rect| (seen - area.top()) / area.height();
    areas.last().is_none_or(|last| last.bottom() <= seen) || cut.is_some_and(|area| CUT.contains(&share(area)))
}

#[cfg(test)]
mod tests {
    use super::super::GAP;
    use super::{Laying, Pieces, Rows, WORDS_AMONG, WORDS_GAP};

    const ASPECTS: [f32; 10] = [1.5, 0.66, 1.77, 1.5, 0.66, 1.5, 1.5, 2.0, 0.8, 1.5];

    /// Rows of 283 points at a width, in which one picture leads with words of a height.
    fn rows(aspects: &[f32], width: f32, lead: Option<(usize, f32)>) -> Rows {
        let words = |at: usize, _: f32| lead.filter(|(lead, _)| *lead == at).map(|(_, height)| height);
        Laying::new(&Pieces { aspects, words: &words }, [width, f32::INFINITY], 283.0, [56.0, 1.0]).rows()
    }

    #[test]
    fn rows_fill_the_width_and_keep_proportions() {
        let areas = rows(&ASPECTS, 1492.0, None).areas;
        assert_eq!(areas.len(), ASPECTS.len());
        for (area, aspect) in areas.iter().zip(ASPECTS) {
            assert!((area.width() - aspect * area.height()).abs() <= 0.5, "within half a pixel");
            assert!(area.right() <= 1492.5);
            assert!([area.left(), area.top(), area.width(), area.height()].iter().all(|side| side.fract() == 0.0));
        }
        let first: Vec<_> = areas.iter().filter(|r| r.top() == 0.0).collect();
        assert!((first[first.len() - 1].right() - 1492.0).abs() <= 1.0);
        assert!(first.windows(2).all(|two| (two[1].left() - two[0].right() - GAP).abs() < 4.0));
    }

    #[test]
    fn a_leading_picture_is_two_rows_high_and_everything_stays_justified_and_whole() {
        for (width, lead) in [(1492.0, 0), (1492.0, 2), (1800.0, 3), (1000.0, 0), (860.0, 4)] {
            let rows = rows(&ASPECTS, width, Some((lead, 120.0)));
            let [(at, words)] = rows.leads[..] else { panic!("{width}: one leads") };
            let area = rows.areas[at];
            assert_eq!(at, lead);
            assert!(area.height() >= 1.4 * 283.0, "{width}: {area:?}");
            assert!(words.width() >= 258.0 && words.left() - area.right() >= WORDS_GAP - 1.0);
            for (area, aspect) in rows.areas.iter().zip(ASPECTS) {
                assert!((area.width() - aspect * area.height()).abs() <= 1.0, "nothing is cropped: {area:?} {aspect}");
                assert!(area.left() >= 0.0 && area.right() <= width + 1.0);
            }
            for (i, one) in rows.areas.iter().enumerate() {
                assert!(rows.areas[..i].iter().all(|other| !other.shrink(1.0).intersects(one.shrink(1.0))), "{width}");
                assert!(!words.shrink(1.0).intersects(one.shrink(1.0)), "the words lie on nothing");
            }
            if words.right() < width - 1.0 {
                assert!(WORDS_AMONG.iter().any(|width| (words.width() - width).abs() <= 1.0));
                let beside: Vec<_> = rows.areas.iter().filter(|other| other.left() > words.right()).collect();
                let [top, bottom] = [area.top(), area.bottom()];
                assert!(beside.iter().any(|other| (other.top() - top).abs() < 1.0));
                assert!(beside.iter().any(|other| (other.bottom() - bottom).abs() < 1.0), "both rows end together");
            }
        }
    }

    #[test]
    fn with_little_room_or_long_words_it_is_a_picture_like_the_others() {
        for (width, words) in [(560.0, 120.0), (1000.0, 900.0)] {
            assert_eq!(rows(&ASPECTS, width, Some((0, words))), rows(&ASPECTS, width, None), "{width}");
        }
    }
}
