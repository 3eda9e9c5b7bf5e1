//! The plain names of fields, as a place names them: those of the pane, but one of several by what it is.

use std::borrow::Cow;

use crate::model::Lang;
use crate::state::editing::fields::Called;
use crate::text::field;

/// One of several, and what only structures others, in English, Chinese and Tibetan.
const PARTS: [(&str, [&str; 3]); 10] = [
    ("provinces", ["province", "省市", "ཞིང་ཆེན།"]),
    ("sources", ["source", "来源", "ཁུངས།"]),
    ("years_sources", ["source of the years", "年份来源", "ལོའི་ཁུངས།"]),
    ("personnel", ["personnel", "人员", "མི་སྣ།"]),
    ("pairings", ["pairings", "结对关系", "ཆ་སྒྲིག"]),
    ("divisions", ["places", "地区", "ས་ཁུལ།"]),
    ("inferred", ["inferred years", "推定年份", "དཔག་པའི་ལོ།"]),
    ("terms", ["term", "加项", "བསྡོམ་རྒྱུ།"]),
    ("also", ["other report", "其他报道", "སྙན་ཐོ་གཞན།"]),
    ("lit", ["highlighted", "突出显示", "གསལ་སྟོན།"]),
];

/// The field of a form that stands for a name; `None` for one that stands for several, or for none.
#[expect(clippy::too_many_lines, reason = "a table")]
fn called(name: &str) -> Option<Called> {
    Some(match name {
        "title" => Called::Title,
        "short_title" => Called::ShortTitle,
        "caption" => Called::Caption,
        "alt" => Called::Alt,
        "credit" => Called::Credit,
        "licence" => Called::Licence,
        "place" => Called::Place,
        "file" => Called::File,
        "stand_in" => Called::StandIn,
        "size" => Called::Size,
        "focus" => Called::Focus,
        "date" => Called::Date,
        "date_note" => Called::DateNote,
        "topic" => Called::Topic,
        "province" => Called::Province,
        "division" => Called::Division,
        "name" => Called::Name,
        "short_name" => Called::ShortName,
        "also_spelled" => Called::AlsoSpelled,
        "kind" => Called::PictureKind,
        "note" => Called::Note,
        "told" => Called::Told,
        "since" => Called::Since,
        "until" => Called::Until,
        "arrive" => Called::Arrive,
        "leave" => Called::Leave,
        "figure" => Called::Figure,
        "state" => Called::State,
        "value" => Called::Value,
        "precision" => Called::Precision,
        "counts" => Called::Counts,
        "unit" => Called::Unit,
        "text" => Called::CardText,
        "certainty" => Called::Certainty,
        "photo" => Called::Picture,
        "milestone" => Called::Milestone,
        "statement" => Called::CardStatement,
        "group" => Called::Group,
        "notes" => Called::SpeakerNotes,
        "notes.personnel" => Called::NotePersonnel,
        "notes.pairings" => Called::NotePairings,
        "notes.divisions" => Called::NoteDivisions,
        "notes.inferred" => Called::NoteInferred,
        "secs" => Called::Secs,
        "lead" => Called::Lead,
        "number" => Called::BatchNumber,
        "first" => Called::FirstBatch,
        "last" => Called::LastBatch,
        "after_batch" => Called::AfterBatch,
        "as_of" => Called::AsOf,
        "year" => Called::Year,
        "label" => Called::YearLabel,
        "change" => Called::Change,
        "publisher" => Called::Publisher,
        "description" => Called::Description,
        "address" => Called::Address,
        "language" => Called::Language,
        "hosting" => Called::Hosting,
        "how_read" => Called::HowRead,
        _ => return None,
    })
}

/// The plain name of a field, within a sentence; `None` for one that only structures others.
#[must_use]
pub fn field_name(lang: Lang, name: &str) -> Option<Cow<'_, str>> {
    if matches!(name, "shows" | "chart" | "card" | "id") {
        return None;
    }
    if let Some((_, names)) = PARTS.iter().find(|(part, _)| *part == name) {
        return Some(names[lang as usize].into());
    }
    let Some(called) = called(name) else { return Some(name.into()) };
    let name = field::name(lang, called);
    let mut letters = name.chars();
    let first = letters.next().map(char::to_lowercase).into_iter().flatten();
    Some(first.chain(letters).collect::<String>().into())
}

#[cfg(test)]
mod tests {
    use super::{PARTS, field_name};
    use crate::model::{Lang, List};
    use crate::state::editing::fields::{Kind, fields};
    use crate::text::field;

    /// What stands under one name in several lists is called by the plainest of its names.
    const PLAIN: [&str; 5] = ["kind", "text", "title", "note", "scale"];

    #[test]
    fn a_field_is_called_as_in_the_pane() {
        for field in List::ALL.into_iter().flat_map(fields) {
            let name =
                field.path.trim_end_matches(".date").trim_end_matches(".file").rsplit('.').next().unwrap_or_default();
            let is_apart =
                ["", "id", "shows"].contains(&name) || PLAIN.contains(&name) || field.path.contains("shows.");
            if is_apart
                || field.path.contains("stand_in.")
                || field.path.contains("scale")
                || matches!(field.kind, Kind::Flag)
            {
                continue;
            }
            if PARTS.iter().any(|(part, _)| *part == name) {
                continue;
            }
            for lang in Lang::ALL {
                let said = field_name(lang, name).unwrap_or_default().to_lowercase();
                assert_eq!(said, field::name(lang, field.called).to_lowercase(), "{name}");
            }
        }
    }
}
