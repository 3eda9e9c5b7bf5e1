//! What a talk showed, and for how long. Nothing personal: no names, no places, no time of day.

use super::Stop;

/// What a talk showed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TalkReport {
    /// Each stop of the running order, with its planned time and how long it was shown, in seconds; `None` where it never was.
    pub stops: Vec<(Stop, f64, Option<f64>)>,
    /// How long something outside the running order was shown, in seconds.
    pub beside_secs: f64,
    /// How long the audience saw black or white, in seconds.
    pub blank_secs: f64,
    /// The duration of the talk by its clock, in seconds.
    pub elapsed_secs: f64,
    /// Its planned duration, in seconds.
    pub planned_secs: f64,
}
