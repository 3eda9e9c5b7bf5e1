//! Pictures that lead: which do, and the title and sentence beside them.

use std::collections::HashSet;

use egui::{Pos2, Rect, Ui};

use crate::model::{Photo, PhotoKey, TopicId};
use crate::text;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::theme::Role;
use crate::ui::{Cx, editor};

/// The fewest pictures among which one leads.
const FEWEST: usize = 5;
/// The gaps around the rule under a title.
const RULE_GAP: f32 = 14.0;

/// The pictures of a wall that lead, by their numbers: the first of each topic that has a caption.
pub fn leads(cx: &Cx<'_>, wall: &[PhotoKey]) -> HashSet<usize> {
    // Where pictures are put in order they stand in it.
    if wall.len() < FEWEST || editor::is_editing(cx) {
        return HashSet::new();
    }
    let mut topics: HashSet<Option<&TopicId>> = HashSet::new();
    let photos = wall.iter().map(|key| cx.photo(*key)).enumerate();
    let named = photos.filter_map(|(at, photo)| photo.filter(|photo| photo.lead).map(|photo| (at, photo)));
    named
        .filter(|(_, photo)| topics.insert(photo.topic.as_ref()) && !sentence(cx, photo).is_empty())
        .map(|(at, _)| at)
        .collect()
}

/// The first sentence of a caption.
fn sentence(cx: &Cx<'_>, photo: &Photo) -> String {
    let caption = cx.localized(&photo.caption);
    text::sentences(&caption).first().map(|first| first.trim_end().to_owned()).unwrap_or_default()
}

/// The height of the words beside a leading picture, at a width.
pub fn height(ui: &Ui, cx: &Cx<'_>, photo: &Photo, width: f32) -> f32 {
    set(ui, cx, FlowMode::Measure, photo, Pos2::ZERO, width)
}

/// Draws them, in the middle of the picture's height.
pub fn words_ui(ui: &Ui, cx: &Cx<'_>, photo: &Photo, area: Rect) {
    let top = area.center().y - height(ui, cx, photo, area.width()) / 2.0;
    set(ui, cx, FlowMode::Name, photo, Pos2::new(area.left(), top), area.width());
}

fn set(ui: &Ui, cx: &Cx<'_>, way: FlowMode<'_>, photo: &Photo, at: Pos2, width: f32) -> f32 {
    let mut flow = Flow::new(ui, cx, way, at, width);
    flow.words(&photo.title, Role::CardHeading);
    flow.gap(RULE_GAP);
    flow.accent_rule();
    flow.gap(RULE_GAP);
    flow.text_in(photo.caption.resolve(cx.lang()).lang, &sentence(cx, photo), Role::Caption);
    flow.pos.y - at.y
}
