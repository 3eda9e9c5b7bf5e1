//! The source sheet: over the whole window, beside what it explains.
//!
//! Not here: which sources a subject has (`state::claims`), and how a figure is put in words (`text`).

mod claim;
pub mod code;
mod explained;

use std::cell::RefCell;

use egui::accesskit::Role as Access;
use egui::{
    Area, Context, CornerRadius, Id, Order, Rect, ScrollArea, Sense, Shadow, Stroke, Ui, UiBuilder, pos2, vec2,
};

use crate::state::{Action, Claim, Scrollable, Sheet, Subject, claims};
use crate::text::{self, Say, Trace as Words};
use crate::ui::scrolling;

use super::flow::{Flow, FlowMode};
use super::theme::{Role, duration, measure};
use super::widgets::{self, Icon};
use super::{Cx, Motion, SHADOW, frame, trace};
pub use claim::code_caption;
use explained::{Explained, explained};

/// The largest card.
const CARD: egui::Vec2 = vec2(1220.0, 880.0);
/// The space left of a card, in which what it explains stays visible.
const BESIDE: f32 = 460.0;
/// The same, beside a picture: its caption stays readable.
const BESIDE_CAPTION: f32 = 590.0;
/// The narrowest card beside what it explains; a narrower one covers it.
const NARROWEST: f32 = 792.0;
/// The gap between a card and what it explains.
const AIR: f32 = 12.0;
/// The height of the footer: a rule, and buttons with the space above and below them.
const FOOTER: f32 = FOOTER_TOP + BUTTON + 32.0;
const FOOTER_TOP: f32 = 24.0;
/// The same without any source.
const UNCITED_FOOTER: f32 = 24.0;
/// The height of a card without any source.
const UNCITED: f32 = 460.0;
/// The padding of the card.
const PAD: egui::Vec2 = vec2(56.0, 52.0);
/// The padding at the sides of a card narrower than `SLIM`, and above the text in portrait.
const SLIM_PAD: f32 = 40.0;
const SLIM: f32 = 956.0;
const PORTRAIT_PAD: f32 = 40.0;
/// The height of the buttons.
const BUTTON: f32 = 60.0;
/// A smaller window is covered.
const LEAST_WINDOW: egui::Vec2 = vec2(900.0, 620.0);
/// The least space around the card, and its distance from the top bar.
const MARGIN: f32 = 24.0;
const UNDER_BAR: f32 = 17.0;
/// The gaps between heading and Close, and above and below the content.
const HEADING_GAP: f32 = 24.0;
const CONTENT_GAP: f32 = 8.0;
/// What Close takes beside its words: icon, gap, padding; and its distance from the card's corner.
const CLOSE_PARTS: [f32; 3] = [24.0, 10.0, 38.0];
const CLOSE_INSET: f32 = 28.0;
/// The gap after a button of the footer, what the copying one takes beside its words, and the gap before it.
const STEP_GAP: f32 = 12.0;
const COPY_PAD: f32 = 44.0;
const COPY_GAP: f32 = 24.0;
/// So many sources of a sheet leave their place and number room.
const MOST_SOURCES: usize = 99;

/// Draws the open sheet over the window, with its scrim; the card stays within what notices leave free. Nothing where none is open.
pub fn sheet_ui(ui: &Ui, cx: &Cx<'_>, free: Rect) {
    let Some(sheet) = cx.state.sheet() else { return };
    let ctx = ui.ctx();
    let window = cx.window();
    let about = explained(cx, &sheet.subject);
    let region = Area::new(Id::unique("source sheet"))
        .order(Order::Foreground)
        .fixed_pos(window.min)
        .default_size(window.size())
        .constrain_to(window)
        .movable(false)
        .fade_in(false)
        .role(Access::Dialog)
        .accessible_name(about.heading.clone());
    ctx.memory_mut(|m| m.set_modal_layer(region.layer()));
    let opening = opening(ctx, cx.motion);
    region.show(ctx, |ui| {
        ui.expand_to_include_rect(window);
        ui.set_opacity(opening.opacity);
        let scrim = ui.interact(window, Id::unique("sheet scrim"), Sense::CLICK);
        let beside = highlighted(ui, window);
        scrim_ui(ui, cx, window, beside);
        let card = place(cx, free, &sheet.subject, beside);
        let list = claims(cx.x(), &sheet.subject);
        // Without sources there is little to read.
        let card = if list.is_empty() && card != free {
            card.with_max_y(card.bottom().min(card.top() + UNCITED))
        } else {
            card
        };
        ui.interact(card, Id::unique("sheet ground"), Sense::CLICK | Sense::DRAG);
        ground(ui, cx, card, free);
        card_ui(ui, cx, card, sheet, (&about, &list), opening.takes_focus);
        if scrim.clicked() {
            cx.send(Action::Back);
        }
    });
}

/// Keeps what the open sheet explains out of its scrim. A view calls this each frame for what can be explained; it matters
/// only while a sheet on that subject is open.
pub fn keep_highlighted(ui: &Ui, cx: &Cx<'_>, subject: &Subject, area: Rect) {
    if cx.state.sheet().is_some_and(|sheet| sheet.subject == *subject) {
        let highlighted = (ui.ctx().cumulative_frame_nr(), area.intersect(ui.clip_rect()));
        ui.ctx().data_mut(|d| d.insert_temp(highlighted_id(), highlighted));
    }
}

fn highlighted_id() -> Id {
    Id::unique("lit beside the sheet")
}

/// What the view keeps highlighted in this frame.
fn highlighted(ui: &Ui, window: Rect) -> Option<Rect> {
    let frame = ui.ctx().cumulative_frame_nr();
    let found = ui.ctx().data_mut(|d| d.get_temp::<(u64, Rect)>(highlighted_id()));
    let now = found.filter(|(seen, _)| *seen == frame).map(|(_, area)| area.intersect(window));
    now.filter(Rect::is_positive)
}

/// The scrim, with a hole where the view keeps something highlighted.
fn scrim_ui(ui: &Ui, cx: &Cx<'_>, window: Rect, highlighted: Option<Rect>) {
    let hole = highlighted.unwrap_or(Rect::from_min_size(window.max, vec2(0.0, 0.0)));
    let parts = [
        Rect::from_min_max(window.min, pos2(window.right(), hole.top())),
        Rect::from_min_max(pos2(window.left(), hole.top()), hole.left_bottom()),
        Rect::from_min_max(hole.right_top(), pos2(window.right(), hole.bottom())),
        Rect::from_min_max(pos2(window.left(), hole.bottom()), window.max),
    ];
    for part in parts.into_iter().filter(Rect::is_positive) {
        ui.painter().rect_filled(part, 0.0, cx.colors.scrim);
    }
}

/// Where the card lies: over the whole of a small window, else beside what it explains.
fn place(cx: &Cx<'_>, window: Rect, subject: &Subject, highlighted: Option<Rect>) -> Rect {
    if cx.layout.portrait || window.width() < LEAST_WINDOW.x || window.height() < LEAST_WINDOW.y {
        return window;
    }
    let size = CARD.min(window.size() - vec2(2.0, 2.0) * MARGIN);
    let beside = if matches!(subject, Subject::Photo(_)) { BESIDE_CAPTION } else { BESIDE };
    let left = (window.right() - beside - size.x).max(cx.layout.margin);
    let under_bar = window.top() + frame::bar_height(cx) + UNDER_BAR;
    let top = if under_bar + size.y + MARGIN <= window.bottom() { under_bar } else { window.center().y - size.y / 2.0 };
    let left = left.min(window.right() - size.x - MARGIN).max(window.left() + MARGIN);
    let card = Rect::from_min_size(pos2(left, top), size);
    let covered = highlighted.filter(|highlighted| highlighted.expand(AIR).intersects(card));
    covered.and_then(|highlighted| aside(window.shrink(MARGIN), card, highlighted.expand(AIR))).unwrap_or(card)
}

/// The card moved beside what it would cover, and narrower if necessary; `None` where it fits on neither side.
fn aside(area: Rect, card: Rect, covered: Rect) -> Option<Rect> {
    let (before, after) = (covered.left() - area.left(), area.right() - covered.right());
    let width = card.width().min(before.max(after));
    let left = if after > before { area.right() - width } else { covered.left() - width };
    (width >= NARROWEST).then(|| Rect::from_min_size(pos2(left, card.top()), vec2(width, card.height())))
}

fn ground(ui: &Ui, cx: &Cx<'_>, card: Rect, window: Rect) {
    let covers = card == window;
    let radius = if covers { CornerRadius::ZERO } else { CornerRadius::same(measure::RADIUS_SHEET) };
    let shadow = Shadow { color: cx.colors.shadow, ..SHADOW };
    if !covers {
        ui.painter().add(shadow.as_shape(card, radius));
    }
    ui.painter().rect_filled(card, radius, cx.colors.card);
    // Without a shadow an outline sets the card apart.
    if cx.colors.shadow == egui::Color32::TRANSPARENT && !covers {
        let stroke = Stroke::new(measure::AXIS, cx.colors.line);
        ui.painter().rect_stroke(card, radius, stroke, egui::StrokeKind::Inside);
    }
}

/// The card: a strip with the heading and Close, the content that scrolls, and a strip with the sources' buttons.
fn card_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    card: Rect,
    sheet: &Sheet,
    (about, list): (&Explained<'_>, &[Claim<'_>]),
    takes_focus: bool,
) {
    let page = sheet.page(list);
    let claim = list.get(page);
    let pad = match (cx.layout.portrait, card.width() < SLIM) {
        (true, _) => vec2(cx.layout.margin, PORTRAIT_PAD),
        (false, true) => vec2(SLIM_PAD, PAD.y),
        (false, false) => PAD,
    };
    let close = close_ui(ui, cx, card, takes_focus);
    let inner = card.shrink2(vec2(pad.x, 0.0));
    let mut flow =
        Flow::new(ui, cx, FlowMode::Name, inner.min + vec2(0.0, pad.y), close.left() - inner.left() - HEADING_GAP);
    flow.dim(&about.heading, Role::Label);
    let top = flow.pos.y.max(close.bottom() + CONTENT_GAP);
    let footer = if claim.is_some() { footer_height(ui, cx, inner.width()) } else { UNCITED_FOOTER };
    let area = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), inner.bottom() - footer - CONTENT_GAP));
    // The handle stands beside the text and the code.
    let seen = area.with_max_x(area.right() + pad.x * 0.5);
    ui.scope_builder(UiBuilder::new().max_rect(seen), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("sheet").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Sheet, region, |ui| {
            let bottom = claim::page_ui(ui, cx, ui.max_rect().min, area.size(), (about, list, page));
            ui.set_min_height(bottom - ui.max_rect().top());
        });
    });
    if let Some(claim) = claim {
        footer_ui(ui, cx, inner, (claim, page), list);
    }
}

fn close_ui(ui: &Ui, cx: &Cx<'_>, card: Rect, takes_focus: bool) -> Rect {
    let words = cx.say(Say::Close);
    let style = cx.style(Role::Label);
    let [icon, gap, padding] = CLOSE_PARTS;
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + icon + gap + padding;
    let area = Rect::from_min_size(card.right_top() + vec2(-CLOSE_INSET - width, CLOSE_INSET), vec2(width, BUTTON));
    let id = Id::unique("close sheet");
    let response = widgets::button(ui, area, id, (Some(Icon::Cross), &words), &style, &cx.colors, true);
    if takes_focus {
        response.request_focus();
    }
    if response.clicked() {
        cx.send(Action::Back);
    }
    area
}

/// The lines of buttons in the footer: where they have no room beside one another, those that copy and show what rests on the
/// source stand under the others, in a slim window each on a line of its own.
fn footer_lines(ui: &Ui, cx: &Cx<'_>, width: f32) -> u8 {
    let words = |say| cx.label(&cx.say(say), Role::Label).size(ui.ctx()).x + COPY_PAD;
    let [copy, shows] = [Say::CopyCitation, Say::Trace(Words::Show)].map(words);
    let position = cx.label(&cx.say(Say::SourceNOf(MOST_SOURCES, MOST_SOURCES)), Role::Body).size(ui.ctx()).x;
    let steps = 2.0 * (BUTTON + STEP_GAP) + STEP_GAP + position;
    match () {
        () if cx.layout.slim => 3,
        () if steps + copy + shows + 2.0 * COPY_GAP <= width => 1,
        () => 2,
    }
}

fn footer_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    FOOTER + f32::from(footer_lines(ui, cx, width) - 1) * (BUTTON + STEP_GAP)
}

/// Previous, next, the position, and the citation to copy.
fn footer_ui(ui: &Ui, cx: &Cx<'_>, inner: Rect, (claim, page): (&Claim<'_>, usize), list: &[Claim<'_>]) {
    let lines = footer_lines(ui, cx, inner.width());
    let rule = inner.bottom() - footer_height(ui, cx, inner.width());
    let top = rule + FOOTER_TOP;
    widgets::rule(ui, inner.left(), inner.right(), rule, Stroke::new(measure::RULE, cx.colors.line));
    let mut left = inner.left();
    let steps = [(Icon::Left, Say::Previous, page.checked_sub(1)), (Icon::Right, Say::Next, page.checked_add(1))];
    // Nowhere to go with one source.
    let several = list.len() > 1;
    for (glyph, say, next) in steps.into_iter().filter(|_| several) {
        let next = next.and_then(|next| list.get(next));
        let area = Rect::from_min_size(pos2(left, top), vec2(BUTTON, BUTTON));
        left = area.right() + STEP_GAP;
        let id = Id::unique(("turn sheet", glyph == Icon::Left));
        let response = widgets::icon_button(ui, area, id, glyph, &cx.say(say), &cx.colors, next.is_some());
        if let Some(next) = next.filter(|_| response.clicked()) {
            cx.send(Action::SheetPage(next.key()));
        }
    }
    // Nobody can paste at a kiosk.
    let copies = cx.state.kiosk().is_none();
    let words = cx.say(Say::CopyCitation);
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + COPY_PAD;
    let line = |at: f32| top + at * (BUTTON + STEP_GAP);
    let shows = cx.label(&cx.say(Say::Trace(Words::Show)), Role::Label).size(ui.ctx()).x + COPY_PAD;
    let right = |y: f32, end: f32, width: f32| Rect::from_min_size(pos2(end - width, y), vec2(width, BUTTON));
    let whole = |y: f32| right(y, inner.right(), inner.width());
    let (copy, shows) = match lines {
        3 => (whole(line(1.0)), whole(line(2.0))),
        2 => (right(line(0.0), inner.right(), width), right(line(1.0), inner.right(), shows.min(inner.width()))),
        _ if copies => {
            let copy = right(top, inner.right(), width);
            (copy, right(top, copy.left() - STEP_GAP, shows))
        }
        _ => (right(top, inner.right(), 0.0), right(top, inner.right(), shows)),
    };
    trace::button_ui(ui, cx, shows, claim.source);
    let style = cx.style(Role::Label);
    if copies
        && widgets::button(ui, copy, Id::unique("copy citation"), (None, &words), &style, &cx.colors, true).clicked()
    {
        cx.send(Action::Copy(text::citation(cx.lang(), claim.source)));
    }
    let position = cx.say(Say::SourceNOf(page + 1, list.len()));
    let right = match lines {
        3 => inner.right(),
        2 => copy.left() - COPY_GAP,
        _ => shows.left() - COPY_GAP,
    };
    let label = cx.label(&position, Role::Body).width((right - left).max(1.0));
    label.at(ui, pos2(if several { left + STEP_GAP } else { left }, top + (BUTTON - label.size(ui.ctx()).y) / 2.0));
}

/// The first and last frame of the open sheet, and how it was opened.
#[derive(Default)]
pub struct Seen {
    first: u64,
    last: u64,
    by_pointer: bool,
}

/// The progress of a sheet's opening.
struct Opening {
    opacity: f32,
    takes_focus: bool,
}

/// Whether the sheet was just opened, and how. Opened by keys, it takes the focus; opened by a finger or with the program,
/// it does not, so that no focus ring appears.
fn opening(ctx: &Context, motion: &RefCell<Motion>) -> Opening {
    let frame = ctx.cumulative_frame_nr();
    let by_pointer = ctx.input(|i| i.pointer.time_since_last_click()) < 0.5;
    let seen = &mut motion.borrow_mut().sheet;
    if seen.last + 1 < frame {
        *seen = Seen { first: frame, last: frame, by_pointer };
    }
    seen.last = frame;
    let is_new = frame == seen.first;
    let secs = if is_new { 0.0 } else { duration::SHEET };
    let opacity = ctx.animate_bool_with_time(Id::unique("sheet comes in"), !is_new, secs);
    // A layer is modal from its second frame on, and only then keeps the focus.
    let was_opened = seen.first > 2;
    Opening { opacity, takes_focus: was_opened && !seen.by_pointer && frame - seen.first < 3 }
}

#[cfg(test)]
mod tests {
    use super::{AIR, NARROWEST, aside};
    use egui::{Rect, pos2, vec2};

    #[test]
    fn the_card_never_covers_what_it_stands_beside() {
        let area = Rect::from_min_max(pos2(24.0, 24.0), pos2(1896.0, 1056.0));
        let card = Rect::from_min_size(pos2(240.0, 113.0), vec2(1220.0, 880.0));
        for slot in 0..10_u8 {
            let highlighted = Rect::from_min_size(pos2(436.0 + 144.0 * f32::from(slot), 240.0), vec2(144.0, 560.0));
            let moved = aside(area, card, highlighted.expand(AIR)).expect("room beside it");
            assert!(!moved.intersects(highlighted), "{slot}: {moved:?}");
            assert!(area.contains_rect(moved) && moved.width() >= NARROWEST, "{slot}: {moved:?}");
        }
    }
}
