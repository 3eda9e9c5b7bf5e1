//! Line numbers of places in a JSON text, so that a curator can find them in any editor.

use std::collections::HashMap;

use crate::model::Problem;

/// The maximum number of problems that get a line. A curator reads the first ones.
const LOCATED: usize = 500;
/// The maximum length of a path, in steps.
const DEEP: usize = 64;

/// Fills in missing lines of problems in a JSON text, in one pass for all of them.
pub fn locate(problems: &mut [Problem], text: &str) {
    let mut wanted = Wanted::default();
    let mut open: Vec<&mut Problem> =
        problems.iter_mut().filter(|p| p.place.line.is_none() && !p.place.path.is_empty()).take(LOCATED).collect();
    for (i, problem) in open.iter().enumerate() {
        wanted.add(&problem.place.path, i);
    }
    let mut found = vec![None; open.len()];
    wanted.look(text, &mut found);
    for (problem, line) in open.iter_mut().zip(found) {
        problem.place.line = line;
    }
}

/// The line, from 1, at which the value at `path` (`photos[3].caption.en`) begins, or that of the nearest enclosing value.
/// `None` if the text is not JSON up to there.
#[must_use]
pub fn line_of(text: &str, path: &str) -> Option<usize> {
    let mut wanted = Wanted::default();
    wanted.add(path, 0);
    let mut found = [None];
    wanted.look(text, &mut found);
    found[0]
}

/// Counts lines incrementally; each ends with LF, CR LF or CR.
#[derive(Clone, Copy, Debug)]
pub struct Lines {
    at: usize,
    line: usize,
}

impl Default for Lines {
    fn default() -> Self {
        Self { at: 0, line: 1 }
    }
}

impl Lines {
    /// The line of an offset not before the previous one.
    pub fn line(&mut self, text: &str, at: usize) -> usize {
        let bytes = text.as_bytes();
        let at = at.clamp(self.at, bytes.len());
        for i in self.at..at {
            let is_end = bytes[i] == b'\n' || (bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            self.line += usize::from(is_end);
        }
        self.at = at;
        self.line
    }

    /// The line of an offset.
    #[must_use]
    pub fn before(text: &str, at: usize) -> usize {
        Self::default().line(text, at)
    }
}

#[derive(PartialEq, Eq, Hash)]
enum Step {
    Key(String),
    Index(usize),
}

fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.').filter(|p| !p.is_empty()) {
        let mut pieces = part.split('[');
        if let Some(key) = pieces.next().filter(|k| !k.is_empty()) {
            steps.push(Step::Key(key.to_owned()));
        }
        for piece in pieces {
            if let Ok(index) = piece.trim_end_matches(']').parse() {
                steps.push(Step::Index(index));
            }
        }
    }
    steps.truncate(DEEP);
    steps
}

/// The places searched for, as a tree of path steps.
#[derive(Default)]
struct Wanted {
    inside: HashMap<Step, Wanted>,
    asked: Vec<usize>,
}

impl Wanted {
    fn add(&mut self, path: &str, asked: usize) {
        let mut here = self;
        for step in steps(path) {
            here = here.inside.entry(step).or_default();
        }
        here.asked.push(asked);
    }

    fn look(&self, text: &str, found: &mut [Option<usize>]) {
        let mut scan = Scan { text, bytes: text.as_bytes(), at: 0, lines: Lines::default() };
        if text.starts_with('\u{feff}') {
            scan.at = '\u{feff}'.len_utf8();
        }
        scan.space();
        if scan.at < text.len() {
            let _ = scan.enter(self, found);
        }
    }

    /// Records a line for this place and all within it, until those are found themselves.
    fn note(&self, line: usize, found: &mut [Option<usize>]) {
        for asked in &self.asked {
            found[*asked] = Some(line);
        }
        for inner in self.inside.values() {
            inner.note(line, found);
        }
    }
}

/// A position in a JSON text. Lenient: follows only brackets and strings.
struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    lines: Lines,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace() || b == b',' || b == b':') {
            self.at += 1;
        }
    }

    /// Searches the value here. Of duplicate names the last one counts, as when the value is read.
    fn enter(&mut self, wanted: &Wanted, found: &mut [Option<usize>]) -> Option<()> {
        let line = self.lines.line(self.text, self.at);
        wanted.note(line, found);
        let bracket = self.peek()?;
        if wanted.inside.is_empty() || !b"{[".contains(&bracket) {
            return self.skip_value();
        }
        self.at += 1;
        for index in 0.. {
            self.space();
            if b"}]".contains(&self.peek()?) {
                self.at += 1;
                return Some(());
            }
            let step = if bracket == b'{' {
                let name = self.string()?;
                self.space();
                Step::Key(name)
            } else {
                Step::Index(index)
            };
            match wanted.inside.get(&step) {
                Some(inner) => self.enter(inner, found)?,
                None => self.skip_value()?,
            }
        }
        None
    }

    fn string(&mut self) -> Option<String> {
        let from = self.at;
        (self.peek()? == b'"').then(|| self.at += 1)?;
        while self.peek()? != b'"' {
            self.at += if self.peek()? == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        let quoted = self.text.get(from..self.at)?;
        if quoted.contains('\\') {
            serde_json::from_str(quoted).ok()
        } else {
            Some(quoted.trim_matches('"').to_owned())
        }
    }

    fn skip_string(&mut self) -> Option<()> {
        self.at += 1;
        while self.peek()? != b'"' {
            self.at += if self.peek()? == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        Some(())
    }

    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' => self.at += 1,
                b if b.is_ascii_whitespace() => self.at += 1,
                _ => {
                    while self.peek().is_some_and(|b| !b",]}".contains(&b) && !b.is_ascii_whitespace()) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, line_of, locate};
    use crate::model::{Problem, Trouble};

    const TEXT: &str = "{\n \"a\": [1, {\"x\": \"]}\"},\n  {\"b\":\n   {\"c\": 2}}],\n \"d\": true\n}";

    #[test]
    fn finds_the_line_of_a_value() {
        assert_eq!(line_of(TEXT, "a"), Some(2));
        assert_eq!(line_of(TEXT, "a[2].b.c"), Some(4));
        assert_eq!(line_of(TEXT, "d"), Some(5));
    }

    #[test]
    fn a_mark_of_the_byte_order_and_any_line_ends_count_as_an_editor_counts_them() {
        for ends in ["\n", "\r\n", "\r"] {
            let text = format!("\u{feff}{}", TEXT.replace('\n', ends));
            assert_eq!(line_of(&text, "a[2].b.c"), Some(4), "{ends:?}");
            assert_eq!(line_of(&text, "d"), Some(5), "{ends:?}");
        }
        assert_eq!(Lines::before("a\r\rb\r\nc", 6), 4);
    }

    #[test]
    fn falls_back_to_the_nearest_value_around() {
        assert_eq!(line_of(TEXT, "a[2].missing"), Some(3));
        assert_eq!(line_of("", "a"), None);
    }

    #[test]
    fn of_two_with_one_name_the_last_is_meant() {
        assert_eq!(line_of("{\"a\": {\"b\": 1},\n\"a\": {\"b\": 2}}", "a.b"), Some(2));
        assert_eq!(line_of("{\"\\u0061\":\n1}", "a"), Some(2), "a name written by numbers");
    }

    #[test]
    fn many_problems_take_one_reading() {
        let text = format!("[{}0]", "[],\n".repeat(300_000));
        let mut problems: Vec<Problem> =
            (0..2000).map(|i| Problem::new(format!("[{}]", 299_999 - i), Trouble::NoSource)).collect();
        let begun = std::time::Instant::now();
        locate(&mut problems, &text);
        assert_eq!(problems[0].place.line, Some(300_000));
        assert_eq!(problems.iter().filter(|p| p.place.line.is_some()).count(), 500);
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }
}
