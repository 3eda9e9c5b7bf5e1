//! What was found, as cards, with the letters that are typed marked in their names.

use std::ops::Range;

use egui::{Color32, CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2, vec2};

use super::{Plan, style};
use crate::model::{Division, Lang, Province};
use crate::state::{Action, Scrollable, Typed, found_provinces, photo_count, searched_provinces};
use crate::text::{Find, Say};
use crate::ui::theme::{Role, TextStyle, measure};
use crate::ui::typeset::Label;
use crate::ui::{Cx, photo_paint, scrolling, widgets};

/// How the name on a card is set.
const NAME: [(f32, f32); 3] = [(26.0, 32.0), (26.0, 34.0), (26.0, 46.0)];
/// A card's height, the gap between two, the least width of one, and how many stand side by side, upright and wide.
const CARD: f32 = 236.0;
const CARD_GAP: f32 = 24.0;
const LEAST_CARD: f32 = 300.0;
const BESIDE: [usize; 2] = [2, 3];
/// How much of the next row is seen at least.
const NEXT: f32 = 14.0;
/// The padding of a card, above and below its words, and beside them; the gap between name and place.
const PAD: [f32; 2] = [10.0, 18.0];
const LINE_GAP: f32 = 2.0;
/// A lower picture is left out; one that is wanted where there is room.
const LEAST_PICTURE: f32 = 36.0;
const PICTURE: f32 = 60.0;
/// The gap between two names.
const NAMES_GAP: f32 = 14.0;
/// The space around cards for focus rings.
const RING: f32 = 8.0;
/// The gaps above the words that nothing was found, and above their button; what it takes beside its words.
const NOTHING_GAPS: [f32; 2] = [16.0, 16.0];
const BUTTON_PAD: f32 = 56.0;
/// The space below the last card.
const END: f32 = 16.0;

/// Draws how many were found, and these.
pub fn results_ui(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) {
    let typed = cx.state.search();
    let found = found_provinces(cx.x(), typed);
    let all = searched_provinces(cx.x());
    let is_all = typed.trim().is_empty();
    let words = cx.say(if is_all { Say::AllProvinces(all) } else { Say::Find(Find::Count(found.len(), all)) });
    cx.label(&words, Role::Strong).at(ui, plan.count.min);
    if found.is_empty() {
        nothing_ui(ui, cx, plan.results, all);
        return;
    }
    let (name, place) = (cx.line(Role::Body, []), style(cx, NAME, false).line);
    let words = 2.0 * PAD[0] + name + LINE_GAP + place;
    let gap = CARD_GAP * plan.scale;
    let most = plan.results.height() - gap - NEXT;
    let height = (CARD * plan.scale).max(words + PICTURE).min(most).max(words);
    let height = if height - words < LEAST_PICTURE { words } else { height };
    let width = plan.results.width();
    let fitting = BESIDE[usize::from(!cx.layout.portrait)];
    let columns = (1..=fitting).rev().find(|n| card_width(width, gap, *n) >= LEAST_CARD).unwrap_or(1);
    let size = vec2(card_width(width, gap, columns), height);
    let rows = found.len().div_ceil(columns);
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let whole = rows as f32 * (height + gap) - gap + RING + if rows > 1 { END } else { 0.0 };
    let region = plan.results.expand2(vec2(RING, 0.0));
    let typed = Typed::new(typed);
    scrolling::area(ui, cx, Scrollable::Found, (region, whole), |ui, at| {
        for (i, (province, division)) in found.into_iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a few rows")]
            let cell = vec2((i % columns) as f32, (i / columns) as f32) * (size + vec2(gap, gap));
            let area = Rect::from_min_size(at.min + vec2(RING, RING / 2.0) + cell, size);
            if ui.is_rect_visible(area) {
                card_ui(ui, cx, &typed, (province, division), (area, words));
            }
        }
    });
}

#[expect(clippy::cast_precision_loss, reason = "a few columns")]
fn card_width(width: f32, gap: f32, columns: usize) -> f32 {
    (width - (columns as f32 - 1.0) * gap) / columns as f32
}

/// The words that nothing was found, with what is typed, and the way back to all.
fn nothing_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, all: usize) {
    let words = cx.say(Say::NothingMatches(cx.state.search().trim()));
    let at = area.min + vec2(0.0, NOTHING_GAPS[0]);
    let drawn = cx.label(&words, Role::CardHeading).width(area.width()).at(ui, at);
    let words = cx.say(Say::AllProvinces(all));
    let width = cx.label(&words, Role::Body).size(ui.ctx()).x + BUTTON_PAD;
    let button = Rect::from_min_size(
        pos2(area.left(), drawn.bottom() + NOTHING_GAPS[1]),
        vec2(width.min(area.width()), measure::BUTTON),
    );
    let (id, style) = (Id::unique("find all"), cx.style(Role::Body));
    if widgets::button(ui, button, id, (None, &words), &style, &cx.colors, true).clicked() {
        cx.send(Action::Search(String::new()));
    }
}

/// Draws a province's card, whose words take so much of its height.
fn card_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    typed: &Typed,
    (province, division): (&Province, Option<&Division>),
    (area, words): (Rect, f32),
) {
    let response = ui.interact(area, Id::unique(("found", province.id.as_str())), Sense::click());
    let name = province.name.resolve(cx.lang()).text;
    let place = division.map_or("", |division| division.name.resolve(cx.lang()).text);
    let count = photo_count(cx.x(), &province.id);
    let line = cx.say(Say::Find(if place.is_empty() { Find::Pictures(count) } else { Find::PairedWith(place, count) }));
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, format!("{name}. {line}")));
    let radius = CornerRadius::same(measure::RADIUS_CARD);
    ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
    let picture = area.with_max_y(area.bottom() - words);
    if picture.height() > 1.0 {
        let top = CornerRadius { sw: 0, se: 0, ..radius };
        let mut photos = cx.state.pack().photos().filter(|(_, photo)| photo.provinces.contains(&province.id));
        if let Some((photo, _)) = photos.find(|(key, _)| !cx.state.unavailable().contains_key(key)) {
            photo_paint::paint_photo_rounded(ui, cx, photo, picture, top);
            photo_paint::paint_mark(ui, cx, photo, picture);
        } else {
            ui.painter().rect_filled(picture, top, cx.colors.side);
        }
    }
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::RULE, cx.colors.line), StrokeKind::Inside);
    let inner = Rect::from_min_max(pos2(area.left(), picture.bottom()), area.max).shrink2(vec2(PAD[1], PAD[0]));
    let below = names_ui(ui, cx, typed, province, inner);
    let marked = line.find(place).filter(|_| !place.is_empty()).and_then(|at| {
        let found = typed.place_in(place).filter(|_| !typed.finds(&province.name))?;
        Some(at + found.start..at + found.end)
    });
    let styles = [Role::Body, Role::Strong].map(|role| cx.style(role));
    marked_ui(ui, cx, pos2(inner.left(), below + LINE_GAP), (&line, marked), (styles, cx.colors.dim, inner.right()));
    widgets::focus_ring(ui, &response, measure::RADIUS_CARD, &cx.colors);
    if response.clicked() {
        cx.send(Action::Province(Some(province.id.clone())));
    }
}

/// Draws the name of a province, and beside it the Chinese one, or the one in which what is typed was found; gives their bottom.
fn names_ui(ui: &Ui, cx: &Cx<'_>, typed: &Typed, province: &Province, area: Rect) -> f32 {
    let name = province.name.resolve(cx.lang());
    let found = typed.place_in(name.text);
    let styles = || [false, true].map(|bold| style(cx, NAME, bold));
    let by_other = || Lang::ALL.into_iter().find(|lang| typed.place_in(province.name.only(*lang)).is_some());
    let other = if found.is_some() || typed.is_empty() { None } else { by_other() };
    let other = other.or_else(|| (name.lang == Lang::En).then_some(Lang::Zh)).filter(|lang| *lang != name.lang);
    let has_found = found.is_some();
    let drawn = marked_ui(ui, cx, area.min, (name.text, found), (styles(), cx.colors.text, area.right()));
    let beside = other.map(|lang| province.name.only(lang)).filter(|other| !other.is_empty());
    if let Some(beside) = beside {
        let left = drawn.right() + NAMES_GAP;
        let width = Label::new(beside, style(cx, NAME, true), cx.colors.dim).size(ui.ctx()).x;
        // A name that says why it was found is cut, any other left out.
        let place = typed.place_in(beside).filter(|_| !has_found);
        if left + width <= area.right() || (place.is_some() && left + NAMES_GAP < area.right()) {
            marked_ui(ui, cx, pos2(left, area.top()), (beside, place), (styles(), cx.colors.dim, area.right()));
        }
    }
    area.top() + style(cx, NAME, false).line
}

/// Draws words on one line, a part of them semibold with a line under it; where they are too long, without these and cut.
fn marked_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    at: Pos2,
    (words, marked): (&str, Option<Range<usize>>),
    ([plain, bold], color, right): ([TextStyle; 2], Color32, f32),
) -> Rect {
    let cut = |words| Label::new(words, plain.clone(), color).width((right - at.x).max(1.0)).one_line().paint(ui, at);
    let Some(place) = marked.filter(|place| words.get(place.clone()).is_some()) else { return cut(words) };
    let parts = [(&words[..place.start], &plain), (&words[place.clone()], &bold), (&words[place.end..], &plain)];
    let labels = parts.map(|(part, style)| Label::new(part, style.clone(), color));
    let widths = labels.clone().map(|label| if label.is_empty() { 0.0 } else { label.size(ui.ctx()).x });
    if widths.iter().sum::<f32>() > right - at.x {
        return cut(words);
    }
    let (mut drawn, mut x) = (Rect::from_min_size(at, vec2(0.0, plain.line)), at.x);
    for (i, (label, width)) in labels.into_iter().zip(widths).enumerate() {
        if label.is_empty() {
            continue;
        }
        let part = label.paint(ui, pos2(x, at.y));
        if i == 1 {
            let line = Stroke::new(measure::STRONG, cx.colors.accent);
            ui.painter().hline(x..=x + width, part.bottom() - measure::STRONG / 2.0, line);
        }
        x += width;
        drawn = drawn.union(part);
    }
    drawn.with_max_x(x)
}
