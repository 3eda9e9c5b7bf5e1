//! A milestone's card: picture or coloured top, year, event, certainty, and who reported it.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::model::{Milestone, PhotoKey};
use crate::state::years::has_come;
use crate::state::{Action, Rests, Subject};
use crate::text;
use crate::ui::flow::{ACCENT_RULE, Flow, FlowMode};
use crate::ui::photo_paint::{HOVER_LINE, outline, paint_mark, paint_photo_rounded};
use crate::ui::theme::{Role, hand, measure};
use crate::ui::viewer::travel;
use crate::ui::widgets;
use crate::ui::{Cx, editor, sheet, trace};

/// The padding of a card beside and above its text, and below it.
const PAD: Vec2 = vec2(28.0, 22.0);
const BOTTOM: f32 = 24.0;
/// How far the focus ring of a picture lies inside it.
const RING_INSET: f32 = 8.0;
/// The least gap above the byline, the space below the year on the side colour, and the gaps below the date and below other
/// texts.
const BYLINE_GAP: f32 = 18.0;
const YEAR_BOTTOM: f32 = 14.0;
const DATE_GAP: f32 = 6.0;
const TEXT_GAP: f32 = 8.0;
/// How far the line under something highlighted stands under the byline.
const UNDERLINE_DROP: f32 = 10.0;

/// The bar at a milestone that concerns the chosen province: its distance from the card's edge, and its width.
const CONCERNS: [f32; 2] = [10.0, 5.0];

/// How a card divides its area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deal {
    /// The card.
    pub card: Vec2,
    /// The height of the picture, or its width where it stands beside the text.
    pub picture: f32,
    /// True where the picture stands beside the text.
    pub beside: bool,
}

impl Deal {
    fn areas(self, card: Rect) -> [Rect; 2] {
        let cut = if self.beside {
            pos2(card.left() + self.picture, card.bottom())
        } else {
            pos2(card.right(), card.top() + self.picture)
        };
        let text = if self.beside { pos2(cut.x, card.top()) } else { pos2(card.left(), cut.y) };
        [Rect::from_min_max(card.min, cut), Rect::from_min_max(text, card.max)]
    }

    fn corners(self) -> CornerRadius {
        let r = measure::RADIUS_CARD;
        if self.beside {
            CornerRadius { nw: r, sw: r, ne: 0, se: 0 }
        } else {
            CornerRadius { nw: r, ne: r, sw: 0, se: 0 }
        }
    }
}

/// The height of the tallest milestone text in a card of this width.
#[must_use]
pub fn highest_text(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    cx.x().milestones.iter().map(|m| text_height(ui, cx, m, width)).fold(0.0, f32::max)
}

/// The height of a milestone's text in a card of this width.
#[must_use]
pub fn text_height(ui: &Ui, cx: &Cx<'_>, milestone: &Milestone, width: f32) -> f32 {
    let mut flow = Flow::new(ui, cx, FlowMode::Measure, Pos2::ZERO, width - 2.0 * PAD.x);
    text_ui(cx, &mut flow, milestone, true);
    flow.gap(BYLINE_GAP);
    link_ui(cx, &mut flow, milestone);
    flow.pos.y + PAD.y + BOTTOM
}

/// Draws a card.
pub fn card_ui(ui: &Ui, cx: &Cx<'_>, milestone: &Milestone, card: Rect, deal: Deal) {
    let rests = cx.rests(&Subject::Milestone(milestone.id.clone()));
    let cx = &cx.lit(rests.is_none_or(Rests::any) && has_come(milestone, cx.year));
    let chosen = cx.state.milestone() == Some(&milestone.id);
    let response = ui.interact(card, Id::unique(("milestone", &milestone.id)), Sense::click());
    sheet::keep_highlighted(ui, cx, &Subject::Milestone(milestone.id.clone()), card);
    let name = [
        text::date(cx.lang(), milestone.date),
        cx.localized(&milestone.title),
        cx.localized(&milestone.text),
        cx.localized(&milestone.certainty),
    ];
    let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    let name = cx.spoken(name, rests);
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, chosen, &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        cx.send(Action::Milestone(milestone.id.clone()));
        if editor::is_editing(cx) {
            cx.send(Action::Sheet(Subject::Milestone(milestone.id.clone())));
        }
    }
    let radius = CornerRadius::same(measure::RADIUS_CARD);
    let painter = ui.painter();
    painter.rect_filled(card, radius, cx.touched(cx.colors.card, &response));
    let [top, below] = deal.areas(card);
    let photo = milestone.photo.as_ref().and_then(|id| cx.state.pack().find(id));
    match photo {
        Some(photo) => photo_ui(ui, cx, (milestone, photo), top, deal),
        None => year_ui(ui, cx, milestone, top, deal),
    }
    let mut flow = Flow::new(ui, cx, FlowMode::Paint, below.min + PAD, below.width() - 2.0 * PAD.x);
    text_ui(cx, &mut flow, milestone, photo.is_some());
    let link = cx.label(&byline(cx, milestone), Role::Label).width(flow.width).size(ui.ctx()).y;
    flow.pos.y = card.bottom() - BOTTOM - link;
    link_ui(cx, &mut flow, milestone);
    let left = below.left() + PAD.x;
    trace::underline_ui(ui, cx, rests, [left, left + ACCENT_RULE], flow.pos.y + UNDERLINE_DROP);
    // Another sign than the frame of the chosen one: a bar beside the words.
    if concerns_choice(cx, milestone) {
        let bar = Rect::from_min_max(
            below.min + vec2(CONCERNS[0], PAD.y),
            pos2(below.left() + CONCERNS[0] + CONCERNS[1], below.bottom() - BOTTOM),
        );
        painter.rect_filled(bar, 2.0, cx.colors.accent);
    }
    let (width, color) = if chosen { (measure::STRONG, cx.colors.accent) } else { (measure::RULE, cx.colors.line) };
    let kind = if chosen { StrokeKind::Middle } else { StrokeKind::Inside };
    painter.rect_stroke(card, radius, Stroke::new(width, color), kind);
    widgets::focus_ring(ui, &response, measure::RADIUS_CARD, &cx.colors);
}

/// The picture of a card, which opens large.
fn photo_ui(ui: &Ui, cx: &Cx<'_>, (milestone, photo): (&Milestone, PhotoKey), area: Rect, deal: Deal) {
    let response = ui.interact(area, Id::unique(("milestone picture", &milestone.id)), Sense::click());
    let title = cx.photo(photo).map(|photo| cx.localized(&photo.title)).unwrap_or_default();
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &title));
    travel::lies_at(ui, cx, photo, area);
    paint_photo_rounded(ui, cx, photo, area, deal.corners());
    paint_mark(ui, cx, photo, area);
    if hand::hovers(&response) {
        ui.painter().add(outline(area.shrink(HOVER_LINE / 2.0), HOVER_LINE, cx.colors.text));
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        cx.send(Action::OpenPhoto(photo));
    }
    let ring = response.with_new_rect(area.shrink(RING_INSET));
    widgets::focus_ring(ui, &ring, measure::RADIUS_PICTURE, &cx.colors);
}

/// True where the milestone concerns the chosen province.
#[must_use]
pub fn concerns_choice(cx: &Cx<'_>, milestone: &Milestone) -> bool {
    cx.state.filter().province.as_ref().is_some_and(|p| milestone.provinces.contains(p))
}

/// The top of a card without a picture: its year, large, on the side colour.
fn year_ui(ui: &Ui, cx: &Cx<'_>, milestone: &Milestone, area: Rect, deal: Deal) {
    ui.painter().rect_filled(area, deal.corners(), cx.colors.side);
    let year = milestone.date.year.to_string();
    let label = cx.label(&year, Role::Figure);
    let height = label.size(ui.ctx()).y;
    label.paint(ui, pos2(area.left() + PAD.x, area.bottom() - YEAR_BOTTOM - height));
}

/// Year, title, text and certainty. Without the year where the top of the card shows it.
fn text_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, milestone: &Milestone, with_year: bool) {
    let note = cx.localized(&milestone.date_note);
    if with_year {
        let year = milestone.date.year.to_string();
        flow.pair((&year, Role::CardHeading), (&note, Role::Label));
        flow.gap(DATE_GAP);
    } else if !note.is_empty() {
        flow.dim(&note, Role::Label);
        flow.gap(DATE_GAP);
    }
    flow.words(&milestone.title, Role::Value);
    flow.gap(TEXT_GAP);
    flow.words(&milestone.text, Role::Body);
    if !milestone.certainty.is_empty() {
        flow.gap(TEXT_GAP);
        flow.dim_words(&milestone.certainty, Role::Note);
    }
    if concerns_choice(cx, milestone) {
        let provinces = milestone.provinces.iter().filter(|p| cx.state.filter().province.as_ref() == Some(p));
        for province in provinces.filter_map(|id| cx.x().province(id)) {
            flow.gap(TEXT_GAP);
            flow.colored(cx.resolve(&province.name).text, Role::NoteStrong, cx.colors.accent);
        }
    }
}

/// Who reported it; opens the sheet.
fn link_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, milestone: &Milestone) {
    let id = Id::unique(("milestone sources", &milestone.id));
    if flow.link(id, &byline(cx, milestone), Role::Label) {
        cx.send(Action::Sheet(Subject::Milestone(milestone.id.clone())));
    }
}

fn byline(cx: &Cx<'_>, milestone: &Milestone) -> String {
    let first = milestone.sources.iter().find_map(|id| cx.x().source(id));
    first.map_or_else(|| cx.say(text::Say::NoSourceGiven), |source| text::byline(cx.lang(), source))
}
