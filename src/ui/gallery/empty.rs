//! The wall of a province without pictures: what else there is to see.

use egui::{Id, Pos2, Rect, Ui, pos2, vec2};

use super::{CARD_END, CARD_GAP};
use crate::model::{Province, ProvinceId};
use crate::state::{Action, photo_count};
use crate::text::Say;
use crate::ui::theme::{Role, measure};
use crate::ui::{Cx, card, widgets};

/// The largest width of a card below the words of an empty wall, in points.
const CARD_BELOW: f32 = 560.0;
/// On an empty wall the gaps above its words and above its button, and what the button takes beside its words.
const EMPTY_GAPS: [f32; 2] = [28.0, 24.0];
const BUTTON_PAD: f32 = 56.0;
/// The gap over the button of another province of the same place.
const OFFER_GAP: f32 = 12.0;
/// Draws it.
pub fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let province = cx.state.filter().province.as_ref().and_then(|id| cx.x().province(id));
    let name = province.map(|p| cx.resolve(&p.name).text).unwrap_or_default();
    let words = if province.is_some() {
        cx.say(Say::NoPicturesFor(name))
    } else {
        cx.say(Say::Pictures { shown: 0, all: cx.x().photos.len(), drawn: 0 })
    };
    let drawn =
        cx.label(&words, Role::CardHeading).width(area.width()).at(ui, pos2(area.left(), area.top() + EMPTY_GAPS[0]));
    let mut bottom = drawn.bottom();
    if !cx.x().photos.is_empty() {
        let all = cx.say(Say::ShowAllPictures);
        bottom = offer_ui(ui, cx, pos2(area.left(), bottom + EMPTY_GAPS[1]), "show all", &all, || {
            cx.send(Action::Province(None));
            cx.send(Action::Topic(None));
        });
    }
    if let Some(id) = &cx.state.filter().province {
        bottom = others_ui(ui, cx, area.with_min_y(bottom), id);
    }
    if cx.layout.portrait {
        let card = Rect::from_min_max(pos2(area.left(), bottom + CARD_GAP), area.max - vec2(0.0, CARD_END));
        card::province_card_ui(ui, cx, card.with_max_x(card.right().min(card.left() + CARD_BELOW)));
    }
}

/// A button with words; gives its bottom.
fn offer_ui(ui: &Ui, cx: &Cx<'_>, at: Pos2, id: &str, words: &str, then: impl FnOnce()) -> f32 {
    let width = cx.label(words, Role::Body).size(ui.ctx()).x + BUTTON_PAD;
    let button = Rect::from_min_size(at, vec2(width, measure::BUTTON));
    let label = (None, words);
    if widgets::button(ui, button, Id::unique(("offer", id)), label, &cx.style(Role::Body), &cx.colors, true).clicked()
    {
        then();
    }
    button.bottom()
}

/// The other provinces of the same place that have pictures, for one that has none; gives the bottom of the last.
fn others_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, id: &ProvinceId) -> f32 {
    let x = cx.x();
    let mut bottom = area.top();
    let places =
        x.pairings_of(id).into_iter().filter(|pairing| pairing.until.is_none()).map(|pairing| &pairing.division);
    for place in places {
        let beside = x.pairings.iter().filter(|other| other.division == *place && other.until.is_none());
        let others = beside.map(|other| &other.province).filter(|other| *other != id && photo_count(x, other) > 0);
        let others: Vec<&Province> = others.filter_map(|other| x.province(other)).collect();
        let Some(division) = x.division(place).filter(|_| !others.is_empty()) else { continue };
        let words = cx.say(Say::OthersPairedWith(cx.resolve(&division.name).text));
        let at = pos2(area.left(), bottom + CARD_GAP);
        bottom = cx.dim(&words, Role::Body).width(area.width()).at(ui, at).bottom();
        for other in others {
            let words = cx.say(Say::ProvinceRow(cx.resolve(&other.name).text, photo_count(x, &other.id)));
            bottom = offer_ui(ui, cx, pos2(area.left(), bottom + OFFER_GAP), other.id.as_str(), &words, || {
                cx.send(Action::Province(Some(other.id.clone())));
            });
        }
    }
    bottom
}
