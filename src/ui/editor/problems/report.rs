//! What was seen in every view, in every language.

use std::collections::BTreeSet;

use egui::accesskit::Role as Access;
use egui::{Id, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{GROUP_ABOVE, RING};
use crate::model::Lang;
use crate::state::editing::{Seen, report, sights};
use crate::state::{EditCommand, Editing};
use crate::text::{Mend, Say};
use crate::ui::Cx;
use crate::ui::editor::send;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};

/// The height of a language's line, the left end of its words, and the space after a part.
const LINE: f32 = 44.0;
const WORDS_LEFT: f32 = 34.0;
const PART_AFTER: f32 = 12.0;
const ICON: f32 = 20.0;

/// Draws the report in the flow of the list.
pub fn report_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, width: f32) {
    let all = sights(editing.tree());
    let parts = report(editing.tree(), editing.problems());
    let langs: BTreeSet<Lang> = all.iter().map(|sight| sight.lang).collect();
    let sizes = all.len() / (parts.len() * langs.len()).max(1);
    let words = cx.say(Say::Mend(Mend::Seen(parts.len(), langs.len(), sizes)));
    let label = cx.label(&words, Role::Label).width(width - 2.0 * RING);
    let height = label.size(ui.ctx()).y + 2.0 * GROUP_ABOVE;
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    label.at(ui, area.min + vec2(RING, GROUP_ABOVE));
    for seen in &parts {
        part_ui(ui, cx, width, seen);
    }
}

fn part_ui(ui: &mut Ui, cx: &Cx<'_>, width: f32, seen: &Seen) {
    let name = cx.say(Say::Mend(Mend::Part(seen.part)));
    let (list, count) = seen.entries;
    let [faults, advice] = seen.problems;
    let mut more = cx.say(Say::Mend(Mend::Count(list, count)));
    more += crate::text::comma(cx.lang());
    more += &cx.say(Say::Mend(Mend::Problems(faults, advice))).to_lowercase();
    let heading = cx.label(&name, Role::LabelStrong);
    let counts = cx.dim(&more, Role::Note).width(width - 2.0 * RING);
    let (heading_height, counts_height) = (heading.size(ui.ctx()).y, counts.size(ui.ctx()).y);
    let height = PART_AFTER + heading_height + counts_height;
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let line = Stroke::new(measure::RULE, cx.colors.line);
    widgets::rule(ui, area.left() + RING, area.right() - RING, area.top(), line);
    heading.at(ui, area.min + vec2(RING, PART_AFTER));
    counts.at(ui, area.min + vec2(RING, PART_AFTER + heading_height));
    for lang in Lang::ALL {
        lang_ui(ui, cx, width, (seen, lang));
    }
    ui.add_space(PART_AFTER);
}

/// A language of a part: that all is there, or how much is missing, leading to the first gap.
fn lang_ui(ui: &mut Ui, cx: &Cx<'_>, width: f32, (seen, lang): (&Seen, Lang)) {
    let without = seen.without[lang as usize];
    let words = cx.say(Say::Mend(if without == 0 { Mend::Whole(lang) } else { Mend::Without(lang, without) }));
    let label = cx.label(&words, Role::Label).width(width - 2.0 * RING - WORDS_LEFT - LINE);
    let height = label.size(ui.ctx()).y.max(LINE);
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let first = seen.first[lang as usize].clone();
    let sense = if first.is_some() { Sense::click() } else { Sense::focusable_noninteractive() };
    let response = ui.interact(area, Id::unique(("seen", seen.part, lang)), sense);
    let part = cx.say(Say::Mend(Mend::Part(seen.part)));
    let role = if first.is_some() { Access::Button } else { Access::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, format!("{part}: {words}")));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let radius = egui::CornerRadius::same(measure::RADIUS_ROW);
    if first.is_some() {
        ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
    }
    let middle = pos2(area.left() + RING + ICON / 2.0, area.center().y);
    if without == 0 {
        widgets::icon(ui.painter(), Icon::Tick, middle, ICON, cx.colors.bar);
    } else {
        ui.painter().circle_stroke(middle, ICON / 2.0 - 2.0, Stroke::new(measure::AXIS, cx.colors.text));
        let end = pos2(area.right() - RING - LINE / 2.0, area.center().y);
        widgets::icon(ui.painter(), Icon::Right, end, 22.0, cx.colors.text);
    }
    label.paint_in(ui, area.with_min_x(area.left() + RING + WORDS_LEFT));
    widgets::focus_ring(ui, &response.clone().with_new_rect(area.shrink(RING)), measure::RADIUS_ROW, &cx.colors);
    if response.clicked()
        && let Some(at) = first
    {
        send(cx, EditCommand::GoTo(at));
    }
}
