//! A line that comes again and again is counted, not written.

/// Counts lines that are the same as the one before.
#[derive(Debug, Default)]
pub struct Repeats {
    last: String,
    count: u64,
    /// The count that was told last, and the one that is told next: 10, 100, 1000.
    told: u64,
    told_at: u64,
}

impl Repeats {
    /// Takes a line, and returns what is to be written.
    pub fn take(&mut self, line: &str) -> Vec<String> {
        if line == self.last {
            self.count += 1;
            if self.count < self.told_at {
                return Vec::new();
            }
            self.told = self.count;
            self.told_at = self.told_at.saturating_mul(10);
            return vec![format!("{line} (said {} times more)", self.count)];
        }
        let before = std::mem::replace(&mut self.last, line.to_owned());
        let count = std::mem::take(&mut self.count);
        let told = std::mem::take(&mut self.told);
        self.told_at = 10;
        // What was told of it is not told again.
        let untold = (count > 0 && count != told).then(|| format!("{before} (said {count} times more)"));
        untold.into_iter().chain([line.to_owned()]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_are_counted() {
        let mut repeats = Repeats::default();
        assert_eq!(repeats.take("a"), ["a"]);
        let said: Vec<String> = (0..1_000_000).flat_map(|_| repeats.take("a")).collect();
        assert_eq!(said.len(), 6, "{said:?}");
        assert_eq!(said[0], "a (said 10 times more)");
        assert_eq!(repeats.take("b"), ["b"], "a million is told");
        repeats.take("b");
        assert_eq!(repeats.take("c"), ["b (said 1 times more)", "c"]);
    }
}
