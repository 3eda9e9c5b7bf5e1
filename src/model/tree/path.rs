//! Where something stands in `exhibition.json`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One step down a tree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A field of an object.
    Field(String),
    /// An entry of a list, by its index in the file.
    Index(usize),
}

/// A path from the outermost object: `photos[3].caption.en`, the same as in a [`Location`](crate::model::Location).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct FieldPath(pub Vec<Step>);

impl FieldPath {
    /// The path of an outermost field.
    #[must_use]
    pub fn of(field: &str) -> Self {
        Self(vec![Step::Field(field.to_owned())])
    }

    /// The path of an entry of an outermost list.
    #[must_use]
    pub fn entry(list: &str, index: usize) -> Self {
        Self::of(list).index(index)
    }

    /// This path and a field below it; `field` may itself have several steps: `caption.en`.
    #[must_use]
    pub fn field(&self, field: &str) -> Self {
        let below = field.split('.').map(|name| Step::Field(name.to_owned()));
        Self(self.0.iter().cloned().chain(below).collect())
    }

    /// This path and one field below it, whatever characters its name has.
    #[must_use]
    pub fn field_named(&self, name: &str) -> Self {
        Self(self.0.iter().cloned().chain([Step::Field(name.to_owned())]).collect())
    }

    /// This path and an entry below it.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(self.0.iter().cloned().chain([Step::Index(index)]).collect())
    }

    /// The path of what contains this, and the last step; `None` for the outermost object.
    #[must_use]
    pub fn split_last(&self) -> Option<(Self, &Step)> {
        self.0.split_last().map(|(last, above)| (Self(above.to_vec()), last))
    }

    /// The outermost list and the index of the entry in it, if this is one or lies in one.
    #[must_use]
    pub fn list_entry(&self) -> Option<(&str, usize)> {
        match self.0.as_slice() {
            [Step::Field(list), Step::Index(index), ..] => Some((list, *index)),
            _ => None,
        }
    }

    /// The name of the outermost field; empty for the outermost object.
    #[must_use]
    pub fn outermost(&self) -> &str {
        match self.0.first() {
            Some(Step::Field(name)) => name,
            _ => "",
        }
    }

    /// Returns `true` if this lies below `above`, or is it.
    #[must_use]
    pub fn is_within(&self, above: &Self) -> bool {
        self.0.starts_with(&above.0)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Field(name) if i == 0 => f.write_str(&escaped(name))?,
                Step::Field(name) => write!(f, ".{}", escaped(name))?,
            }
        }
        Ok(())
    }
}

/// A name in which the marks of a path are written so that they are read back as a part of the name.
fn escaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for c in name.chars() {
        if matches!(c, '.' | '[' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

impl From<FieldPath> for String {
    fn from(path: FieldPath) -> Self {
        path.to_string()
    }
}

impl TryFrom<String> for FieldPath {
    type Error = NoPath;

    fn try_from(text: String) -> Result<Self, NoPath> {
        text.parse()
    }
}

/// A text that is no path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPath;

impl fmt::Display for NoPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the path of a field")
    }
}

impl FromStr for FieldPath {
    type Err = NoPath;

    fn from_str(text: &str) -> Result<Self, NoPath> {
        let mut steps = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(&c) = chars.peek() {
            if c == '[' {
                chars.next();
                let digits: String = std::iter::from_fn(|| chars.next_if(char::is_ascii_digit)).collect();
                steps.push(Step::Index(digits.parse().map_err(|_ignored| NoPath)?));
                if chars.next() != Some(']') {
                    return Err(NoPath);
                }
                continue;
            }
            if c == '.' {
                chars.next();
            }
            let mut name = String::new();
            while let Some(c) = chars.next_if(|c| !matches!(c, '.' | '[')) {
                name.push(if c == '\\' { chars.next().ok_or(NoPath)? } else { c });
            }
            steps.push(Step::Field(name));
        }
        Ok(Self(steps))
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldPath, Step};

    #[test]
    fn a_path_is_read_as_it_is_written() {
        for text in ["", "title.en", "photos[3].caption.en", "photos[0].focus[1]", "batches", "a\\.b.c\\[0]", "x."] {
            let path: FieldPath = text.parse().expect(text);
            assert_eq!(path.to_string(), text);
        }
        let odd = FieldPath(vec![Step::Field("a.b\\[".to_owned()), Step::Field(String::new())]);
        assert_eq!(odd.to_string().parse(), Ok(odd));
        for text in ["photos[", "photos[x]", "photos[1", "a\\"] {
            assert!(text.parse::<FieldPath>().is_err(), "{text}");
        }
    }
}
