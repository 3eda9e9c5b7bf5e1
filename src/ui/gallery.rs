//! The wall: justified rows of pictures in their own proportions, with filters.

mod closing;
mod empty;
mod lead;
mod rows;
mod titles;

use std::collections::HashSet;

use egui::{Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

use crate::model::PhotoKey;
use crate::state::{Action, Rests, Scrollable, Subject};
use crate::text::{self, Say};

use super::heading::{heading_ui, right_aligned};
use super::photo_paint;
use super::scrolling;
use super::theme::{Role, hand, measure};
use super::{Cx, card, editor, frame, heading, trace, viewer, widgets};
use rows::Rows;

/// The gap between pictures, in points.
const GAP: f32 = 20.0;
/// The target height of a row, as a share of the wall's height.
const TARGET_SHARE: f32 = 0.32;
/// The same without a sidebar: on a small window pictures and their titles stay large enough.
const TARGET_SHARE_FOLDED: f32 = 0.42;
/// The same in portrait.
const TARGET_SHARE_PORTRAIT: f32 = 0.2;
/// The same in a slim one, where two or three pictures stand side by side.
const TARGET_SHARE_SLIM: f32 = 0.28;
/// The width under which that is so, in points.
const SLIM: f32 = 700.0;
/// The least target height of a row, in points.
const LEAST_ROW: f32 = 150.0;
/// The least proportion and height of a picture in one column; others are cropped.
const LEAST_ASPECT: f32 = 0.8;
const LEAST_HEIGHT: f32 = 120.0;
/// The space around the pictures for their focus rings, in points.
const RING: f32 = 8.0;
/// The width of the scroll handle, in points.
const HANDLE: f32 = 8.0;
/// How far rows are fetched ahead, in heights of the wall.
const AHEAD: f32 = 0.75;
/// The space below the last row, in points.
const END: f32 = 16.0;
/// The gap between two topics, and what one takes beside its words and above and below them together.
const CHIP_GAP: f32 = 8.0;
const CHIP_PAD: [f32; 2] = [40.0, 12.0];
/// The least width that the topics leave the heading on its line, and the gap between them.
const HEADING: f32 = 480.0;
const HEADING_GAP: f32 = 12.0;
/// The middle of a line of topics under its top, and the gap after the last one.
const TOPICS_MIDDLE: f32 = 14.0;
const TOPICS_END: f32 = 4.0;
/// The gap between a card and what it stands beside or below, and the space below it.
const CARD_GAP: f32 = 40.0;
const CARD_END: f32 = 24.0;
/// The faint ring round the picture that was open last: its distance, width and strength.
const SEEN_GAP: f32 = 3.0;
const SEEN_LINE: f32 = 2.0;
const SEEN: f32 = 0.6;
/// The gap between a picture and its title, and what the title takes in all beyond its line.
const TITLE_GAP: f32 = 8.0;
const TITLE_AIR: f32 = 33.0;
/// The least width of a picture with its provinces beside its title, and the gap between them.
const WITH_PROVINCES: f32 = 330.0;
const PROVINCES_GAP: f32 = 12.0;

/// Draws the view.
pub fn gallery_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let wall = cx.state.wall();
    let chips = if cx.layout.folded { Vec::new() } else { chip_widths(ui, cx) };
    let chips_width: f32 = chips.iter().map(|(w, _)| w + CHIP_GAP).sum();
    let heading = cx.say(Say::View(crate::state::View::Photos));
    // The topics stand on the heading's line where there is room, else on a line of their own.
    let one_line = area.width() - chips_width > HEADING;
    let beside = if one_line { chips_width + HEADING_GAP } else { 0.0 };
    let line = Rect::from_min_max(area.min, pos2(area.right() - beside, area.bottom()));
    let [said, short] = remarks(cx, &wall);
    let below = heading_ui(ui, cx, line, &heading, (&[&said, &short], 0.0));
    let mut content = Rect::from_min_max(pos2(area.left(), below.area.top()), area.max);
    if one_line {
        topics_ui(ui, cx, area.right(), below.middle, &chips);
    } else {
        content.min.y += topic_lines_ui(ui, cx, content, &chips);
    }
    // Where the sidebar is folded, only a province without pictures leaves space for its card.
    let beside = if cx.layout.folded { wall.is_empty() && !cx.layout.portrait } else { !cx.layout.narrow };
    if cx.state.filter().province.is_some() && beside {
        let side = Rect::from_min_max(pos2(content.right() - measure::CARD, content.top()), content.max);
        card::province_card_ui(ui, cx, side.with_max_y(side.bottom() - CARD_END));
        content.max.x = side.left() - CARD_GAP;
    }
    if wall.is_empty() && cx.state.editing().is_some() && cx.x().photos.is_empty() {
        editor::strip::drop_ui(ui, cx, content);
    } else if wall.is_empty() {
        empty::empty_ui(ui, cx, content);
    } else {
        wall_ui(ui, cx, content, target(cx, area.height()), &wall);
    }
}

/// The height of the view where it scrolls as a whole, in points.
pub fn page_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    let wall = cx.state.wall();
    if wall.is_empty() {
        return 0.0;
    }
    let chips = if cx.layout.folded { Vec::new() } else { chip_widths(ui, cx) };
    let beside: f32 = chips.iter().map(|(w, _)| w + CHIP_GAP).sum();
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let lines = if width - beside > HEADING { 0.0 } else { topic_lines(&chips, width).len() as f32 };
    let topics = if lines > 0.0 { lines * (chip_height(cx) + CHIP_GAP) + TOPICS_END } else { 0.0 };
    let card = cx.state.filter().province.is_some() && !cx.layout.folded && !cx.layout.narrow;
    let width = if card { width - measure::CARD - CARD_GAP } else { width };
    let (rows, _) = arranged(ui, cx, vec2(width, 0.0), target(cx, 0.0), &wall);
    heading::taken(cx) + topics + rows.height + END
}

/// The target height of a row, in a view of this height.
fn target(cx: &Cx<'_>, height: f32) -> f32 {
    let share = match (cx.layout.portrait, cx.layout.folded) {
        (true, _) if cx.layout.size.x < SLIM => TARGET_SHARE_SLIM,
        (true, _) => TARGET_SHARE_PORTRAIT,
        (false, true) => TARGET_SHARE_FOLDED,
        (false, false) => TARGET_SHARE,
    };
    let height = if cx.layout.low { frame::view_height(cx) } else { height };
    // A picture is never lower than can be made out, but for panoramas.
    if cx.layout.slim { f32::INFINITY } else { (height * share).max(LEAST_ROW) }
}

/// How many pictures there are, and how many of them are drawn; the same without these.
fn remarks(cx: &Cx<'_>, wall: &[PhotoKey]) -> [String; 2] {
    let all_drawn = wall.iter().filter(|&&photo| cx.state.pack().is_drawn(photo)).count();
    [all_drawn, 0].map(|drawn| cx.say(Say::Pictures { shown: wall.len(), all: cx.x().photos.len(), drawn }))
}

type Chip = (f32, Option<crate::model::TopicId>);

fn chip_widths(ui: &Ui, cx: &Cx<'_>) -> Vec<Chip> {
    let width = |words: &str| cx.label(words, Role::LabelStrong).size(ui.ctx()).x + CHIP_PAD[0];
    let mut chips = vec![(width(&cx.say(Say::AllTopics)), None)];
    chips.extend(cx.x().topics.iter().map(|t| (width(cx.resolve(&t.name).text), Some(t.id.clone()))));
    if chips.len() > 1 { chips } else { Vec::new() }
}

/// The topics, parted into lines of this width.
fn topic_lines(chips: &[Chip], most: f32) -> Vec<&[Chip]> {
    let (mut lines, mut rest) = (Vec::new(), chips);
    while !rest.is_empty() {
        let mut width = -CHIP_GAP;
        let fitting = rest.iter().take_while(|(w, _)| {
            width += w + CHIP_GAP;
            width <= most
        });
        let (now, later) = rest.split_at(fitting.count().max(1));
        lines.push(now);
        rest = later;
    }
    lines
}

/// The topics on as many lines of their own as they need; gives their height.
fn topic_lines_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, chips: &[Chip]) -> f32 {
    let line = chip_height(cx) + CHIP_GAP;
    let mut taken = 0.0;
    for now in topic_lines(chips, area.width()) {
        let width = now.iter().map(|(w, _)| w + CHIP_GAP).sum::<f32>() - CHIP_GAP;
        let middle = if cx.layout.low { chip_height(cx) / 2.0 } else { TOPICS_MIDDLE };
        topics_ui(ui, cx, area.left() + width, area.top() + taken + middle, now);
        taken += line;
    }
    if taken > 0.0 { taken + TOPICS_END } else { 0.0 }
}

fn chip_height(cx: &Cx<'_>) -> f32 {
    let names = cx.x().topics.iter().map(|topic| cx.resolve(&topic.name).text);
    measure::TARGET.max(cx.line(Role::Label, names) + CHIP_PAD[1])
}

fn topics_ui(ui: &Ui, cx: &Cx<'_>, right: f32, middle: f32, chips: &[Chip]) {
    let widths: Vec<f32> = chips.iter().map(|(w, _)| *w).collect();
    let height = chip_height(cx);
    for (area, (_, topic)) in right_aligned(right, middle, height, CHIP_GAP, &widths).into_iter().zip(chips) {
        let found = topic.as_ref().and_then(|id| cx.x().topics.iter().find(|t| t.id == *id));
        let words = found.map_or_else(|| cx.say(Say::AllTopics), |t| cx.resolve(&t.name).text.to_owned());
        let chosen = cx.state.filter().topic == *topic;
        let role = if chosen { Role::LabelStrong } else { Role::Label };
        let id = Id::unique(("topic", topic.as_ref().map(|t| t.as_str().to_owned())));
        if widgets::chip(ui, area, id, &words, &cx.style(role), &cx.colors, chosen).clicked() {
            cx.send(Action::Topic(topic.clone()));
        }
    }
}

/// The areas of the pictures from the wall's corner, and the line of their titles.
fn arranged(ui: &Ui, cx: &Cx<'_>, size: egui::Vec2, target: f32, wall: &[PhotoKey]) -> (Rows, f32) {
    // In one column none is so high that it fills the window, or so low that nothing is made out.
    let [least, most] = if cx.layout.slim { [LEAST_ASPECT, size.x / LEAST_HEIGHT] } else { [0.0, f32::INFINITY] };
    let aspects: Vec<f32> = wall.iter().map(|&photo| photo_paint::aspect(cx, photo).clamp(least, most)).collect();
    let titles = wall.iter().filter_map(|&photo| cx.photo(photo)).map(|photo| cx.resolve(&photo.title).text);
    let line = cx.line(Role::Label, titles);
    let pixel = 1.0 / ui.ctx().pixels_per_point();
    // In one column all are as wide as it.
    let leads = if cx.layout.slim { HashSet::new() } else { lead::leads(cx, wall) };
    let words = |at: usize, width: f32| {
        let photo = leads.contains(&at).then(|| cx.photo(wall[at])).flatten()?;
        Some(lead::height(ui, cx, photo, width))
    };
    let pieces = rows::Pieces { aspects: &aspects, words: &words };
    let caption = line + under(cx);
    // In a low window the page scrolls.
    let seen = if cx.layout.low { frame::view_height(cx) } else { size.y };
    (rows::fill(&pieces, size, [target, seen - caption], caption, pixel), line)
}

fn wall_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, target: f32, wall: &[PhotoKey]) {
    let (rows, line) = arranged(ui, cx, area.size() - vec2(0.0, END), target, wall);
    let height = rows.height;
    if cx.layout.low {
        // The page scrolls.
        scroll_by_keys(ui, cx, frame::view_height(cx), height);
        pictures_ui(ui, cx, (area.min, ui.clip_rect()), (&rows, line), wall);
        return;
    }
    // The wall reaches the window's edge, so that the cut row shows that there is more; rings need room at the sides.
    let view = Rect::from_min_max(area.min - vec2(RING, RING), area.max + vec2(RING + HANDLE, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(view), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("wall").auto_shrink(false);
        let before = cx.state.session().scrolled(Scrollable::Wall);
        let shown = scrolling::show_viewport(ui, cx, Scrollable::Wall, region, |ui, seen| {
            let closing = closing::height(ui, cx, area.width());
            let closing = if closing > 0.0 { closing + END } else { 0.0 };
            let (all, _) = ui.allocate_exact_size(vec2(view.width(), height + RING + END + closing), Sense::hover());
            scroll_by_keys(ui, cx, seen.height(), height + closing);
            let origin = all.min + vec2(RING, RING);
            if let Some(at) = editor::newly_chosen(cx).and_then(|photo| wall.iter().position(|other| *other == photo)) {
                let chosen = rows.areas[at].translate(origin.to_vec2()).expand2(vec2(0.0, RING + line + under(cx)));
                ui.scroll_to_rect(chosen, None);
            }
            pictures_ui(ui, cx, (origin, seen.translate(all.min.to_vec2())), (&rows, line), wall);
            closing::closing_ui(ui, cx, origin + vec2(0.0, height), area.width());
        });
        if shown.state.unclamped_offset() != before.into() {
            cx.photos.borrow_mut().moved(ui.ctx());
        }
    });
}

/// What stands under a picture beyond its title's line.
fn under(cx: &Cx<'_>) -> f32 {
    TITLE_AIR + editor::states_height(cx)
}

/// Draws the pictures that are seen, from a corner on.
fn pictures_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    (corner, seen): (egui::Pos2, Rect),
    (rows, line): (&Rows, f32),
    wall: &[PhotoKey],
) {
    let caption = line + under(cx);
    let areas = &rows.areas;
    let rests = |photo: &PhotoKey| {
        let id = cx.photo(*photo).map(|photo| Subject::Photo(photo.id.clone()));
        id.and_then(|subject| cx.rests(&subject)).is_some_and(Rests::any)
    };
    if let Some(first) = wall.iter().position(rests).filter(|_| cx.arrives) {
        ui.scroll_to_rect(areas[first].translate(corner.to_vec2()).expand2(vec2(0.0, RING + caption)), None);
    }
    // Whoever has gone on from picture to picture finds the last one.
    let closed = viewer::travel::closed(cx).and_then(|photo| wall.iter().position(|other| *other == photo));
    if let Some(closed) = closed.map(|at| areas[at].translate(corner.to_vec2()))
        && !ui.clip_rect().contains(closed.center())
    {
        ui.scroll_to_rect(closed.expand2(vec2(0.0, RING + caption)), None);
    }
    let alike = titles::alike(ui, cx, wall);
    let seen = seen.translate(-corner.to_vec2());
    // Those just outside are reachable by keys, and fetched ahead.
    let near = egui::Rangef::new(seen.top() - seen.height() * AHEAD, seen.bottom() + seen.height() * AHEAD);
    let is_near = |rect: &Rect| rect.bottom() + caption >= near.min && rect.top() < near.max;
    for (at, (&photo, rect)) in wall.iter().zip(areas).enumerate().filter(|(_, (_, rect))| is_near(rect)) {
        let rect = rect.translate(corner.to_vec2());
        let whole = Rect::from_min_max(rect.min, rect.max + vec2(0.0, caption));
        if ui.is_rect_visible(whole.expand(rect.height())) {
            let words = rows.leads.iter().find(|(lead, _)| *lead == at);
            let words = words.map(|(_, words)| words.translate(corner.to_vec2()));
            picture_ui(ui, cx, photo, (rect, words), (line, alike.contains(&photo)));
        }
        if !ui.is_rect_visible(rect) {
            photo_paint::fetch_ahead(ui, cx, photo, rect);
        }
    }
    editor::wall::wall_ui(
        ui,
        cx,
        &editor::wall::Wall { photos: wall, areas, corner, caption: caption - GAP, gap: GAP },
    );
}

/// Moves the wall by the keys that scroll.
fn scroll_by_keys(ui: &Ui, cx: &Cx<'_>, screen: f32, all: f32) {
    // In a field these keys move the caret.
    let is_typing = cx.state.editing().is_some() && ui.ctx().text_edit_focused();
    if cx.state.photo().is_some() || cx.state.sheet().is_some() || cx.state.overlay().is_some() || is_typing {
        return;
    }
    let keys = [(Key::PageDown, -0.9 * screen), (Key::PageUp, 0.9 * screen), (Key::End, -all), (Key::Home, all)];
    let pressed = |(key, by): (Key, f32)| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)).then_some(by);
    ui.scroll_with_delta(vec2(0.0, keys.into_iter().filter_map(pressed).sum()));
}

/// A picture with its title under it, in the middle of the line that all titles have; one that leads has its words beside it.
fn picture_ui(ui: &Ui, cx: &Cx<'_>, key: PhotoKey, (area, words): (Rect, Option<Rect>), (line, alike): (f32, bool)) {
    let Some(photo) = cx.photo(key) else { return };
    let rests = cx.rests(&Subject::Photo(photo.id.clone()));
    let cx = &cx.lit(rests.is_none_or(Rests::any));
    let response = ui.interact(area, Id::unique(("wall", key)), Sense::click());
    // The words beside a picture that leads open it too.
    let beside = words.map(|words| ui.interact(words, Id::unique(("words on the wall", key)), Sense::CLICK));
    let title = cx.localized(&photo.title);
    let alt = cx.state.pack().alt(key).map(|alt| cx.resolve(alt).text).unwrap_or_default();
    let name = cx.spoken(if alt.is_empty() { title.clone() } else { format!("{title}. {alt}") }, rests);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &name));
    viewer::travel::lies_at(ui, cx, key, area);
    if viewer::travel::is_away(cx, key) {
        ui.painter().rect_filled(area, measure::RADIUS_PICTURE, cx.colors.side);
    } else {
        photo_paint::paint_photo(ui, cx, key, area);
        photo_paint::paint_mark(ui, cx, key, area);
        if cx.state.session().last_photo == Some(key) {
            let faint = photo_paint::outline(area.expand(SEEN_GAP), SEEN_LINE, cx.colors.accent.gamma_multiply(SEEN));
            ui.painter().add(faint);
        }
    }
    trace::underline_ui(ui, cx, rests, [area.left(), area.right()], area.bottom() + TITLE_GAP / 2.0);
    if hand::hovers(&response) || beside.as_ref().is_some_and(hand::hovers) {
        ui.painter().add(photo_paint::outline(area, photo_paint::HOVER_LINE, cx.colors.text));
    }
    editor::wall::picture_ui(ui, cx, key, &response);
    editor::on_wall(ui, cx, key, area);
    widgets::focus_ring(ui, &response, measure::RADIUS_PICTURE, &cx.colors);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() || beside.is_some_and(|beside| beside.clicked()) {
        cx.send(Action::OpenPhoto(key));
    }
    let states = pos2(area.left(), area.bottom() + TITLE_GAP + line);
    editor::states_ui(ui, cx, photo, (states, area.width()));
    if let Some(words) = words {
        lead::words_ui(ui, cx, photo, words);
        return;
    }
    let label = cx.label(&title, Role::Label);
    let top = area.bottom() + TITLE_GAP + (line - label.line()) / 2.0;
    let mut right = area.right();
    if area.width() >= WITH_PROVINCES {
        let names: Vec<&str> =
            photo.provinces.iter().filter_map(|id| cx.x().province(id)).map(|p| p.listed(cx.lang()).text).collect();
        let provinces = text::list(cx.lang(), &names);
        let beside = cx.dim(&provinces, Role::Note).align(egui::Align::Max);
        let area_left = area.width() * 0.5;
        if !provinces.is_empty() && beside.size(ui.ctx()).x < area_left {
            let shift = (label.line() - beside.line()) / 2.0;
            right = beside.at(ui, pos2(right, top + shift)).left() - PROVINCES_GAP;
        }
    }
    titles::on_a_line(ui, cx, &title, right - area.left(), alike).at(ui, pos2(area.left(), top));
}
