//! How a kiosk is set up: one value, kept in one file that can be carried to the next kiosk.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::model::Lang;
use crate::state::{Distance, Theme, View};

/// How a kiosk is set up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KioskSetup {
    /// The exhibition; `None` for the built-in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<PathBuf>,
    /// The name of the screen, as the system gives it; `None` for the main one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
    /// The languages that are offered, in their order; the first is home's. Never empty once read.
    pub languages: Vec<Lang>,
    /// The view that a visitor finds.
    pub view: View,
    /// The theme that a visitor finds.
    pub theme: Theme,
    /// The size preset.
    pub distance: Distance,
    /// The system's points per millimetre of the screen, where measured with a ruler.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points_per_mm: Option<f32>,
    /// How far a visitor's eyes are from the screen, in millimetres.
    pub eyes_mm: u32,
    /// The height of the screen's lower edge over the floor, in millimetres.
    pub edge_mm: u32,
    /// When the kiosk is open; always, where there is none.
    pub hours: Vec<Opening>,
    /// Seconds without a touch until the warning.
    pub idle: u32,
    /// Seconds that the warning lasts.
    pub warning: u32,
    /// The corner in which five taps lead the staff to the PIN.
    pub corner: Corner,
    /// The PIN's hash by argon2id, in the PHC string format; `None` before it was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pin: Option<String>,
    /// Whether somebody has gone the staff's way in, since the PIN or the corner was chosen.
    pub tried: bool,
    /// Counts what was looked at and how long, per day.
    pub counts: bool,
}

/// A period in which a kiosk is open, on the days on which it begins. One that ends no later than it begins goes over midnight;
/// one whose times are equal lasts for a whole day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The days on which it begins.
    pub days: Vec<Day>,
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub to: TimeOfDay,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names")]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A time of day in minutes after midnight, written as `"09:30"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(pub u16);

/// A corner of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names")]
pub enum Corner {
    TopLeft,
    #[default]
    TopRight,
    BottomLeft,
    BottomRight,
}

impl Corner {
    /// All corners.
    pub const ALL: [Self; 4] = [Self::TopLeft, Self::TopRight, Self::BottomLeft, Self::BottomRight];
}

/// Minutes in a day.
const DAY: u16 = 24 * 60;

impl Default for KioskSetup {
    fn default() -> Self {
        Self {
            pack: None,
            screen: None,
            languages: Lang::ALL.to_vec(),
            view: View::default(),
            theme: Theme::default(),
            distance: Distance::Kiosk,
            points_per_mm: None,
            eyes_mm: 700,
            edge_mm: 800,
            hours: Vec::new(),
            idle: 40,
            warning: 20,
            corner: Corner::default(),
            pin: None,
            tried: false,
            counts: false,
        }
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let part = |part: &str| (part.len() == 2).then(|| part.parse::<u16>().ok()).flatten();
        let read = text.split_once(':').and_then(|(hour, minute)| {
            let minutes = part(hour)? * 60 + part(minute).filter(|minute| *minute < 60)?;
            (minutes < DAY).then_some(Self(minutes))
        });
        read.ok_or_else(|| format!("{text:?} is no time of day such as \"09:30\""))
    }
}

impl From<TimeOfDay> for String {
    fn from(TimeOfDay(minutes): TimeOfDay) -> Self {
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl KioskSetup {
    /// Parses a set-up, with its numbers within their bounds.
    ///
    /// # Errors
    /// What is wrong, with its line, as the JSON reader says it.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let mut read: Self = serde_json::from_str(text).map_err(|why| why.to_string())?;
        let mut seen = Vec::new();
        read.languages.retain(|lang| {
            !seen.contains(lang) && {
                seen.push(*lang);
                true
            }
        });
        if read.languages.is_empty() {
            read.languages = Lang::ALL.to_vec();
        }
        read.idle = read.idle.clamp(20, 600);
        read.warning = read.warning.clamp(10, 120);
        read.eyes_mm = read.eyes_mm.clamp(200, 10_000);
        read.edge_mm = read.edge_mm.min(3000);
        Ok(read)
    }

    /// The same once somebody has gone the staff's way in by this PIN and corner; `None` where it has other ones, or knows.
    #[must_use]
    pub fn after_trial(&self, pin: Option<&str>, corner: Corner) -> Option<Self> {
        let is_same = self.pin.as_deref() == pin && self.corner == corner;
        (is_same && !self.tried).then(|| Self { tried: true, ..self.clone() })
    }

    /// Serializes the set-up.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_up_survives_its_file_and_keeps_its_bounds() {
        let setup = KioskSetup {
            hours: vec![Opening { days: vec![Day::Monday, Day::Sunday], from: TimeOfDay(570), to: TimeOfDay(60) }],
            screen: Some("HDMI-1".to_owned()),
            ..KioskSetup::default()
        };
        assert!(setup.to_text().contains("\"09:30\""));
        assert_eq!(KioskSetup::from_text(&setup.to_text()), Ok(setup));
        let read = KioskSetup::from_text(r#"{"idle": 1, "languages": ["bo", "bo"]}"#).expect("read");
        assert_eq!((read.idle, &read.languages[..]), (20, &[Lang::Bo][..]));
        for wrong in [r#"{"hours": [{"days": ["monday"], "from": "9:30", "to": "24:00"}]}"#, "[", r#"{"idle": -1}"#] {
            assert!(KioskSetup::from_text(wrong).is_err(), "{wrong}");
        }
    }
}
