//! The line of a place in a JSON text, so that a curator can go there in any editor.

use super::Problem;

/// How many problems are given their lines. A curator reads the first ones; a file with a hundred thousand must not take
/// a hundred thousand readings.
const LOCATED: usize = 500;

/// Fills in the lines of problems in a JSON text, where they are not known yet.
pub fn locate(problems: &mut [Problem], text: &str) {
    for problem in problems.iter_mut().filter(|p| p.place.line.is_none()).take(LOCATED) {
        problem.place.line = line_of(text, &problem.place.path);
    }
}

/// The line, from 1, at which the value at `path` (`photos[3].caption.en`) begins, or that of the nearest value around it.
/// `None` where the text is not JSON up to there.
#[must_use]
pub fn line_of(text: &str, path: &str) -> Option<usize> {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    scan.space();
    let mut found = scan.at;
    for step in steps(path) {
        let inside = match step {
            Step::Key(key) => scan.enter_key(&key),
            Step::Index(index) => scan.enter_index(index),
        };
        match inside {
            Some(at) => found = at,
            None => break,
        }
    }
    (found < text.len()).then(|| text[..found].split('\n').count())
}

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
    steps
}

/// A position in a JSON text. Lenient: it only follows brackets and strings.
struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
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

    /// Moves to the value under `key` of the object here.
    fn enter_key(&mut self, key: &str) -> Option<usize> {
        self.open(b'{')?;
        loop {
            self.space();
            if self.peek()? == b'}' {
                return None;
            }
            let name = self.string()?;
            self.space();
            if name == key.as_bytes() {
                return Some(self.at);
            }
            self.skip_value()?;
        }
    }

    /// Moves to the value at `index` of the list here.
    fn enter_index(&mut self, index: usize) -> Option<usize> {
        self.open(b'[')?;
        for _ in 0..index {
            self.space();
            if self.peek()? == b']' {
                return None;
            }
            self.skip_value()?;
        }
        self.space();
        (self.peek()? != b']').then_some(self.at)
    }

    fn open(&mut self, bracket: u8) -> Option<()> {
        (self.peek()? == bracket).then(|| self.at += 1)
    }

    fn string(&mut self) -> Option<Vec<u8>> {
        self.open(b'"')?;
        let from = self.at;
        while self.peek()? != b'"' {
            self.at += if self.peek()? == b'\\' { 2 } else { 1 };
        }
        let name = self.bytes.get(from..self.at)?.to_vec();
        self.at += 1;
        Some(name)
    }

    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
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
    use super::line_of;

    const TEXT: &str = "{\n \"a\": [1, {\"x\": \"]}\"},\n  {\"b\":\n   {\"c\": 2}}],\n \"d\": true\n}";

    #[test]
    fn finds_the_line_of_a_value() {
        assert_eq!(line_of(TEXT, "a"), Some(2));
        assert_eq!(line_of(TEXT, "a[2].b.c"), Some(4));
        assert_eq!(line_of(TEXT, "d"), Some(5));
    }

    #[test]
    fn falls_back_to_the_nearest_value_around() {
        assert_eq!(line_of(TEXT, "a[2].missing"), Some(3));
        assert_eq!(line_of("", "a"), None);
    }
}
