//! A figure: the fields that its state requires, and whether its sum is possible.

use serde_json::{Map, Value};

use super::{Examiner, MOST};
use crate::model::Why;

impl Examiner {
    /// Checks how the fields of a figure fit together, each being valid by itself.
    pub(super) fn figure(&mut self, fields: &Map<String, Value>) {
        let state = fields.get("state").and_then(Value::as_str).unwrap_or_default();
        let value = fields.get("value").filter(|value| !value.is_null());
        let terms = fields.get("terms").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        match (state, value) {
            ("reported", None) => self.wrong(Why::NoValue, None),
            ("reported", Some(_)) => {}
            (_, Some(_)) => self.within(".value", |inner| inner.wrong(Why::NeedlessValue, None)),
            ("worked_out", None) if terms.is_empty() => self.wrong(Why::NoTerms, None),
            ("worked_out", None) => {
                let sum: f64 = terms.iter().filter_map(|term| term.get("value").and_then(Value::as_f64)).sum();
                if sum < 0.0 {
                    self.within(".terms", |inner| inner.wrong(Why::NegativeSum, None));
                } else if sum > MOST {
                    self.within(".terms", |inner| inner.wrong(Why::TooLarge, None));
                }
            }
            _ => {}
        }
    }
}
