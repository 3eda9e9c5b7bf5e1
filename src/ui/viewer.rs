//! One picture, large: fit, zoom at the pointer, pan within bounds, neighbours, and its caption beside or below it.

mod canvas;
mod caption;
mod placement;
pub mod travel;

use egui::{Id, Rect, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

pub use canvas::{Drag as ViewerDrag, Fade as ViewerFade};
pub use travel::Travel;

use crate::model::PhotoKey;
use crate::state::{Action, Rests, Scrollable, Subject, Zoom};
use crate::text::Say;

use super::photo_paint;
use super::scrolling;
use super::theme::{Role, hand, measure};
use super::typeset::Label;
use super::widgets::{self, Icon};
use super::{BUTTON_ICON, Cx, Layout, frame};

/// The height of the viewer's top bar.
const TOP_BAR: f32 = 88.0;
/// The height of the controls under the picture, and the space below them.
const CONTROLS: f32 = 72.0;
const BELOW: f32 = 28.0;
/// The same in a small window, and the gap between the parts of the viewer there.
const SMALL_CONTROLS: f32 = 56.0;
const SMALL_BELOW: f32 = 12.0;
const SMALL_GAP: f32 = 12.0;
/// The share of a low window's width that the caption takes, and of a slim window's height that the picture takes.
const LOW_PANEL: f32 = 0.42;
const SLIM_PICTURE: f32 = 0.5;
/// The least width of a strip of thumbnails.
const LEAST_STRIP: f32 = 120.0;
/// The gap between two thumbnails of the strip.
const THUMB_GAP: f32 = 10.0;
/// The width of the caption panel beside the picture, on a wide screen and on a narrow one.
const PANEL: f32 = 526.0;
const NARROW_PANEL: f32 = 400.0;
/// The gap between the parts of the viewer, between picture and panel side by side, and between strip and panel in portrait.
const GAP: f32 = 24.0;
const PANEL_GAP: f32 = 48.0;
const STRIP_GAP: f32 = 36.0;
/// How far above the picture the panel begins, so that the tops of its letters align with it.
const PANEL_RAISED: f32 = 6.0;
/// The height of the button that leads back.
const BACK: f32 = measure::BUTTON;
const SMALL_BACK: f32 = measure::BUTTON;
/// What buttons with an icon take beside icon and words, and the next-picture button.
const BUTTON_PAD: f32 = 48.0;
const NEXT_PAD: f32 = 44.0;
/// The least width of the picture's name in the top bar.
const LEAST_NAME: f32 = 80.0;
/// The gap between two controls.
const CONTROL_GAP: f32 = 10.0;
/// The space before the first thumbnail, and above and below each together.
const STRIP_START: f32 = 4.0;
const THUMB_AIR: f32 = 10.0;
/// The least and the largest width of a thumbnail.
const THUMB: [f32; 2] = [measure::TARGET, 160.0];
/// How far beyond the visible part of the strip thumbnails are drawn.
const AHEAD: f32 = 400.0;
/// The outline of the chosen thumbnail, and the inset of the focus ring inside it.
const CHOSEN_LINE: f32 = 4.0;
const RING_INSET: f32 = 2.0;

/// Draws the viewer over the whole window.
pub fn viewer_ui(ui: &mut Ui, cx: &Cx<'_>, window: Rect, key: PhotoKey) {
    let Some(photo) = cx.photo(key) else { return };
    let wall = cx.state.wall();
    let at = wall.iter().position(|&p| p == key);
    let speaks = caption::speaks(cx, key, photo);
    // Where no caption stands beside the picture, its name stands above it.
    let name = (!speaks).then(|| cx.localized(&photo.title));
    let small = is_small(cx);
    let height = if small { frame::bar_height(cx) } else { TOP_BAR };
    let bar = Rect::from_min_size(window.min, vec2(window.width(), height));
    top_bar_ui(ui, cx, bar, (at, wall.len()), name.as_deref());
    let margin = cx.layout.margin;
    let [gap, end] = if small { [SMALL_GAP, SMALL_BELOW] } else { [GAP, BELOW] };
    let below =
        Rect::from_min_max(pos2(margin, bar.bottom() + gap), pos2(window.right() - margin, window.bottom() - end));
    let Parts { canvas, panel, strip, zoom } = if small {
        Parts::small(cx, below, speaks)
    } else if cx.layout.portrait {
        Parts::upright(below, speaks)
    } else {
        Parts::wide(cx, below, speaks)
    };
    let lit = cx.lit(cx.rests(&Subject::Photo(photo.id.clone())).is_none_or(Rests::any));
    let growing = canvas::canvas_ui(ui, &lit, canvas, key);
    if speaks {
        caption::caption_ui(ui, &lit, panel, key, photo);
    }
    // The one that is looked at comes first, alone.
    let shown = placement::Placement::of(ui, cx, canvas, key).pixels(ui);
    let at_neighbours = at.filter(|_| !cx.photos.borrow().awaits(key, shown));
    for neighbour in at_neighbours.into_iter().flat_map(|at| [at + 1, at.wrapping_sub(1)]) {
        if let Some(&neighbour) = wall.get(neighbour) {
            let pixels = placement::Placement::of(ui, cx, canvas, neighbour).pixels(ui);
            // Requested before the strip's thumbnails: it is one key away.
            let _ = cx.photos.borrow_mut().photo(neighbour, pixels);
        }
    }
    strip_ui(ui, cx, strip, &wall, at);
    zoom_ui(ui, cx, zoom);
    // Over all of it, until it is in its area.
    if let Some(area) = growing {
        photo_paint::paint_photo(ui, &lit, key, area);
        photo_paint::paint_mark(ui, &lit, key, area);
    }
}

fn is_small(cx: &Cx<'_>) -> bool {
    cx.layout.low || cx.layout.slim
}

/// The height of the controls under the picture.
fn controls(cx: &Cx<'_>) -> f32 {
    if is_small(cx) { SMALL_CONTROLS } else { CONTROLS }
}

/// The width of the panel with title and caption, in a layout.
#[must_use]
pub fn caption_width(layout: &Layout) -> f32 {
    let inner = layout.size.x - 2.0 * layout.margin;
    match () {
        () if layout.portrait => inner,
        () if layout.low || layout.slim => (inner * LOW_PANEL).min(NARROW_PANEL),
        () if layout.narrow => NARROW_PANEL,
        () => PANEL,
    }
}

/// Where the parts of the viewer go.
struct Parts {
    canvas: Rect,
    panel: Rect,
    strip: Rect,
    zoom: Rect,
}

impl Parts {
    /// In a wide window: the caption beside the picture.
    fn wide(cx: &Cx<'_>, below: Rect, speaks: bool) -> Self {
        let width = if cx.layout.narrow { NARROW_PANEL } else { PANEL };
        let left = below.right() - width;
        let footer = below.bottom() - CONTROLS;
        let right = if speaks { left - PANEL_GAP } else { below.right() };
        Self {
            canvas: Rect::from_min_max(below.min, pos2(right, footer - GAP)),
            panel: Rect::from_min_max(pos2(left, below.top() - PANEL_RAISED), pos2(below.right(), footer - GAP)),
            strip: Rect::from_min_max(pos2(below.left(), footer), pos2(left - PANEL_GAP, below.bottom())),
            zoom: Rect::from_min_max(pos2(left, footer), below.max),
        }
    }

    /// In an upright one: the caption below it. Without a caption the picture takes its area.
    fn upright(below: Rect, speaks: bool) -> Self {
        let share = if speaks { below.height() * 0.46 } else { below.height() - 2.0 * CONTROLS - 2.0 * GAP };
        let canvas = Rect::from_min_size(below.min, vec2(below.width(), share));
        let strip = Rect::from_min_size(pos2(below.left(), canvas.bottom() + GAP), vec2(below.width(), CONTROLS));
        let zoom = Rect::from_min_size(pos2(below.left(), below.bottom() - CONTROLS), vec2(below.width(), CONTROLS));
        let panel =
            Rect::from_min_max(pos2(below.left(), strip.bottom() + STRIP_GAP), pos2(below.right(), zoom.top() - GAP));
        Self { canvas, panel, strip, zoom }
    }

    /// In a small one: all controls on one line, without words.
    fn small(cx: &Cx<'_>, below: Rect, speaks: bool) -> Self {
        let footer = below.bottom() - SMALL_CONTROLS;
        let rest = below.with_max_y(footer - SMALL_GAP);
        let zoom = 3.0 * SMALL_CONTROLS + 2.0 * CONTROL_GAP;
        let (canvas, panel) = match (speaks, cx.layout.portrait) {
            (false, _) => (rest, rest),
            (true, true) => {
                let cut = rest.top() + rest.height() * SLIM_PICTURE;
                (rest.with_max_y(cut), rest.with_min_y(cut + SMALL_GAP))
            }
            (true, false) => {
                let cut = rest.right() - (rest.width() * LOW_PANEL).min(NARROW_PANEL);
                (rest.with_max_x(cut - GAP), rest.with_min_x(cut))
            }
        };
        // Where the strip has no room, the steps stand at both ends, and the zoom between them.
        let left = below.right() - zoom - if cx.layout.slim { SMALL_CONTROLS + CONTROL_GAP } else { 0.0 };
        let strip = Rect::from_min_max(
            pos2(below.left(), footer),
            pos2(if cx.layout.slim { below.right() } else { left - GAP }, below.bottom()),
        );
        Self { canvas, panel, strip, zoom: Rect::from_min_max(pos2(left, footer), pos2(left + zoom, below.bottom())) }
    }
}

fn top_bar_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, (at, all): (Option<usize>, usize), name: Option<&str>) {
    widgets::rule(ui, area.left(), area.right(), area.bottom() - 0.5, Stroke::new(measure::RULE, cx.colors.line));
    let inner = area.shrink2(vec2(cx.layout.margin, 0.0));
    // It leads back to where the picture was opened from.
    let words = cx.say(if cx.state.session().from_whole { Say::Whole } else { Say::AllPictures });
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_ICON + BUTTON_PAD;
    let size = if is_small(cx) { vec2(SMALL_BACK, SMALL_BACK) } else { vec2(width, BACK) };
    let back = Rect::from_min_size(pos2(inner.left(), area.center().y - size.y / 2.0), size);
    let label = (Some(Icon::Left), words.as_str());
    let id = Id::unique("back");
    let response = if is_small(cx) {
        widgets::icon_button(ui, back, id, Icon::Left, &words, &cx.colors, true)
    } else {
        widgets::button(ui, back, id, label, &cx.style(Role::Label), &cx.colors, true)
    };
    if response.clicked() {
        cx.send(Action::Zoom(Zoom::WHOLE));
        cx.send(Action::Back);
    }
    let switch = frame::languages_ui(ui, cx, inner);
    let top = |label: &Label<'_>| area.center().y - label.size(ui.ctx()).y / 2.0;
    let mut left = back.right() + GAP;
    if let Some(at) = at {
        let words = cx.say(Say::NOf(at + 1, all));
        let label = cx.label(&words, Role::Label);
        let y = top(&label);
        if left + label.size(ui.ctx()).x <= switch.left() {
            left = label.at(ui, pos2(left, y)).right() + GAP;
        }
    }
    let width = switch.left() - GAP - left;
    if let Some(name) = name.filter(|_| width > LEAST_NAME) {
        let label = cx.label(name, Role::LabelStrong).width(width).one_line();
        let y = top(&label);
        label.at(ui, pos2(left, y));
    }
}

/// Previous, the wall as a strip of thumbnails, next.
fn strip_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, wall: &[PhotoKey], at: Option<usize>) {
    let strip = steps_ui(ui, cx, area, (at, wall.len()));
    if !cx.layout.slim && strip.width() >= LEAST_STRIP {
        thumbs_ui(ui, cx, strip, wall, at);
    }
}

/// Draws the buttons of the previous and the next picture; gives the area between them.
fn steps_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, (at, all): (Option<usize>, usize)) -> Rect {
    let (height, small) = (controls(cx), is_small(cx));
    let previous = Rect::from_min_size(area.min, vec2(height, height));
    let words = cx.say(Say::Next);
    let width = cx.label(&words, Role::LabelStrong).size(ui.ctx()).x + BUTTON_ICON + NEXT_PAD;
    let width = if small { height } else { width };
    let next = Rect::from_min_max(pos2(area.right() - width, area.top()), area.max);
    let can = |ok: bool| ok && at.is_some();
    let name = cx.say(Say::Previous);
    let has_previous = can(at != Some(0));
    let id = Id::unique("previous");
    if widgets::icon_button(ui, previous, id, Icon::Left, &name, &cx.colors, has_previous).clicked() {
        cx.send(Action::PreviousPhoto);
    }
    let has_next = can(at.is_some_and(|at| at + 1 < all));
    let label = (Some(Icon::Right), words.as_str());
    let style = cx.style(Role::LabelStrong);
    let id = Id::unique("next");
    let response = if small {
        widgets::icon_button(ui, next, id, Icon::Right, &words, &cx.colors, has_next)
    } else {
        widgets::button(ui, next, id, label, &style, &cx.colors, has_next)
    };
    if response.clicked() {
        cx.send(Action::NextPhoto);
    }
    let [left, right] = [previous.right() + CONTROL_GAP, next.left() - CONTROL_GAP];
    Rect::from_min_max(pos2(left, area.top()), pos2(right, area.bottom()))
}

/// The wall as a strip of thumbnails.
fn thumbs_ui(ui: &mut Ui, cx: &Cx<'_>, strip: Rect, wall: &[PhotoKey], at: Option<usize>) {
    let height = controls(cx);
    // The left edges of all, and the end of the last: only visible ones are drawn.
    let mut edges = Vec::with_capacity(wall.len() + 1);
    edges.push(STRIP_START);
    for &photo in wall {
        edges.push(edges[edges.len() - 1] + thumb_width(cx, photo) + THUMB_GAP);
    }
    let mut region = ScrollArea::horizontal().id_salt("strip").auto_shrink(false);
    region = region.scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
    let chosen = at.filter(|&at| at < wall.len());
    let stands = chosen.map(|at| (wall[at], at));
    let before = std::mem::replace(&mut cx.motion.borrow_mut().strip, stands);
    let moved = chosen.filter(|_| before != stands);
    let mut jump = None;
    if let Some(at) = moved.filter(|_| cx.state.still()) {
        // In this frame, which saves drawing another.
        let middle = f32::midpoint(edges[at], edges[at + 1] - THUMB_GAP);
        let most = (edges[wall.len()] - strip.width()).max(0.0);
        jump = Some(vec2((middle - strip.width() / 2.0).clamp(0.0, most), 0.0));
    }
    ui.scope_builder(UiBuilder::new().max_rect(strip), |ui| {
        scrolling::jump_to(ui, cx, Scrollable::Strip, jump, region, |ui, seen| {
            let (all, _) = ui.allocate_exact_size(vec2(edges[wall.len()], height), Sense::hover());
            let from = edges.partition_point(|&x| x < seen.left() - AHEAD).saturating_sub(1);
            let near = (from..wall.len()).take_while(|&i| edges[i] < seen.right() + AHEAD);
            let far = chosen.filter(|&at| !(seen.left() - AHEAD..seen.right() + AHEAD).contains(&edges[at]));
            for i in near.chain(far) {
                let width = edges[i + 1] - edges[i] - THUMB_GAP;
                let area = Rect::from_min_size(all.min + vec2(edges[i], 0.0), vec2(width, height));
                let response = thumb_ui(ui, cx, wall[i], area, chosen == Some(i));
                if response.gained_focus() {
                    response.scroll_to_me(None);
                } else if moved == Some(i) && !cx.state.still() {
                    response.scroll_to_me(Some(egui::Align::Center));
                }
            }
        });
    });
}

fn thumb_width(cx: &Cx<'_>, photo: PhotoKey) -> f32 {
    (photo_paint::aspect(cx, photo) * (controls(cx) - THUMB_AIR)).clamp(THUMB[0], THUMB[1])
}

fn thumb_ui(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect, chosen: bool) -> Response {
    let response = ui.interact(area, Id::unique(("strip", photo)), Sense::click());
    let thumb = Rect::from_center_size(area.center(), vec2(area.width(), area.height() - THUMB_AIR));
    let title = cx.photo(photo).map(|p| cx.localized(&p.title)).unwrap_or_default();
    let rests = cx.photo(photo).and_then(|photo| cx.rests(&Subject::Photo(photo.id.clone())));
    let name = cx.spoken(title, rests);
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, chosen, &name));
    photo_paint::paint_photo(ui, &cx.lit(rests.is_none_or(Rests::any)), photo, thumb);
    if !ui.is_rect_visible(thumb) {
        photo_paint::fetch_ahead(ui, cx, photo, thumb);
    }
    if chosen {
        ui.painter().add(photo_paint::outline(thumb, CHOSEN_LINE, cx.colors.accent));
    } else if hand::hovers(&response) {
        ui.painter().add(photo_paint::outline(thumb, photo_paint::HOVER_LINE, cx.colors.text));
    }
    if hand::has_ring(&response) {
        ui.painter().add(photo_paint::outline(thumb.shrink(RING_INSET), measure::STRONG, cx.colors.text));
    }
    if response.clicked() {
        cx.send(Action::OpenPhoto(photo));
    }
    response
}

/// − + and the whole picture.
fn zoom_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let zoom = cx.state.zoom();
    let (side, small) = (controls(cx), is_small(cx));
    let minus = Rect::from_min_size(area.min, vec2(side, side));
    let plus = minus.translate(vec2(side + CONTROL_GAP, 0.0));
    let words = cx.say(Say::WholePicture);
    let width = (cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_ICON + BUTTON_PAD)
        .min(area.right() - plus.right() - CONTROL_GAP);
    let width = if small { side } else { width };
    let whole = Rect::from_min_size(pos2(plus.right() + CONTROL_GAP, area.top()), vec2(width, side));
    let step = |by: f32| Action::Zoom(Zoom { scale: zoom.scale * by, ..zoom });
    let most = ui.data_mut(|d| d.get_temp::<f32>(Id::unique("viewer most"))).unwrap_or(Zoom::MOST);
    let step = |by: f32| step((zoom.scale * by).min(most) / zoom.scale);
    let larger = zoom.scale > 1.0;
    let name = cx.say(Say::ZoomOut);
    if widgets::icon_button(ui, minus, Id::unique("smaller"), Icon::Minus, &name, &cx.colors, larger).clicked() {
        cx.send(step(1.0 / 1.5));
    }
    let name = cx.say(Say::ZoomIn);
    let smaller = zoom.scale < most * 0.999;
    if widgets::icon_button(ui, plus, Id::unique("larger"), Icon::Plus, &name, &cx.colors, smaller).clicked() {
        cx.send(step(1.5));
    }
    let label = (Some(Icon::Fit), words.as_str());
    let id = Id::unique("whole");
    let response = if small {
        widgets::icon_button(ui, whole, id, Icon::Fit, &words, &cx.colors, larger)
    } else {
        widgets::button(ui, whole, id, label, &cx.style(Role::Label), &cx.colors, larger)
    };
    if response.clicked() {
        cx.send(Action::Zoom(Zoom::WHOLE));
    }
}
