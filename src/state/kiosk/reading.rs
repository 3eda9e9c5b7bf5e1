//! Reads a set-up field by field, so that one wrong field leaves the others as they are.

use serde_json::value::RawValue;

use super::KioskSetup;
use crate::model::nearest;

/// What is wrong in a set-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetupProblem {
    /// The file cannot be read, for this reason.
    Unreadable(String),
    /// It is no JSON object, from this line on.
    Syntax(usize),
    /// A field in this line means nothing; the name that was perhaps meant.
    Unknown(usize, String, Option<&'static str>),
    /// The value of a field in this line is none that it may have; an example.
    Wrong(usize, String, &'static str),
}

/// The fields, each with an example of its value.
const FIELDS: [(&str, &str); 16] = [
    ("pack", "\"/srv/exhibition.vitrine\""),
    ("screen", "\"HDMI-1\""),
    ("languages", "[\"en\", \"bo\"]"),
    ("view", "\"photos\""),
    ("theme", "\"light\""),
    ("distance", "\"kiosk\""),
    ("points_per_mm", "3.78"),
    ("eyes_mm", "700"),
    ("edge_mm", "800"),
    ("hours", "[{\"days\": [\"monday\"], \"from\": \"09:00\", \"to\": \"17:30\"}]"),
    ("idle", "40"),
    ("warning", "20"),
    ("corner", "\"top-right\""),
    ("pin", "null"),
    ("tried", "false"),
    ("counts", "false"),
];

impl KioskSetup {
    /// Reads a set-up. What is wrong has the value of a new one and is named; a PIN is kept whatever else is wrong, since a
    /// slip in the file must not open the kiosk.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<SetupProblem>) {
        let text = text.trim_start_matches('\u{feff}');
        let Fields(fields) = match serde_json::from_str(text) {
            Ok(fields) => fields,
            Err(why) => {
                let setup = Self { pin: salvaged_pin(text), ..Self::default() };
                return (setup, vec![SetupProblem::Syntax(why.line())]);
            }
        };
        let (mut good, mut problems) = (Vec::new(), Vec::new());
        for (name, value) in fields {
            let line = line_of(text, value.get());
            let Some((_, example)) = FIELDS.iter().find(|(field, _)| *field == name) else {
                let near = nearest(&name, FIELDS.iter().map(|(field, _)| *field));
                problems.push(SetupProblem::Unknown(line, name, near));
                continue;
            };
            let field = format!("{}:{}", serde_json::Value::from(name.as_str()), value.get());
            if Self::from_text(&format!("{{{field}}}")).is_ok() {
                good.push(field);
            } else {
                problems.push(SetupProblem::Wrong(line, name, example));
            }
        }
        let setup = Self::from_text(&format!("{{{}}}", good.join(",")));
        // Twice the same field is refused as a whole.
        let setup = setup.unwrap_or_else(|_twice| {
            problems.push(SetupProblem::Syntax(1));
            Self { pin: salvaged_pin(text), ..Self::default() }
        });
        (setup, problems)
    }
}

/// The fields of an object as they are written, in their order.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de> serde::Deserialize<'de> for Fields<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        from.deserialize_map(Visitor)
    }
}

/// Finds the line of a part of a text.
fn line_of(text: &str, part: &str) -> usize {
    let offset = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

/// Finds the PIN's hash in a text that is otherwise damaged.
fn salvaged_pin(text: &str) -> Option<String> {
    let begins = text.find("$argon2id$")?;
    let hash: String = text[begins..].chars().take_while(|c| c.is_ascii_graphic() && *c != '"').collect();
    Some(hash)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Lang;
    use crate::state::View;

    #[test]
    fn one_wrong_field_leaves_the_others() {
        let text =
            "{\n \"langages\": [\"en\"],\n \"languages\": [\"bo\"],\n \"idle\": \"soon\",\n \"view\": \"timeline\"\n}";
        let (setup, problems) = KioskSetup::read(text);
        assert_eq!((&setup.languages[..], setup.view, setup.idle), (&[Lang::Bo][..], View::Timeline, 40));
        assert_eq!(
            problems,
            [
                SetupProblem::Unknown(2, "langages".to_owned(), Some("languages")),
                SetupProblem::Wrong(4, "idle".to_owned(), "40"),
            ]
        );
        assert_eq!(KioskSetup::read(&KioskSetup::default().to_text()), (KioskSetup::default(), Vec::new()));
    }

    #[test]
    fn a_damaged_file_does_not_open_the_kiosk() {
        let (setup, problems) = KioskSetup::read("{\n\"idle\": 40\n\"pin\": \"$argon2id$v=19$m=1,t=1,p=1$abc$def\"}");
        assert_eq!(setup.pin.as_deref(), Some("$argon2id$v=19$m=1,t=1,p=1$abc$def"));
        assert_eq!(problems, [SetupProblem::Syntax(3)]);
    }

    #[test]
    fn each_example_is_read_and_every_field_has_one() {
        for (field, example) in FIELDS {
            let (_, problems) = KioskSetup::read(&format!("{{\"{field}\": {example}}}"));
            assert_eq!(problems, [], "{field}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_a_set_up(text in "[\\[{\"]?[ -~\n]{0,60}[}]?") {
            let (setup, _) = KioskSetup::read(&text);
            prop_assert!(!setup.languages.is_empty() && (20..=600).contains(&setup.idle));
        }
    }
}
