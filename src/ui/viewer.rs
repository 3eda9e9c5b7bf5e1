//! One picture, large: fit, zoom at the pointer, pan within bounds, neighbours, and its caption beside or below it.

mod canvas;
mod caption;
mod placement;

use egui::{Id, Rect, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

pub use canvas::{Drag as ViewerDrag, Fade as ViewerFade};

use crate::model::PhotoKey;
use crate::state::{Action, Scrollable, Zoom};
use crate::text::Say;

use super::photo_paint;
use super::scrolling;
use super::theme::{Role, hand, measure};
use super::typeset::Label;
use super::widgets::{self, Icon};
use super::{BUTTON_ICON, Cx, frame};

/// The height of the viewer's top bar.
const TOP_BAR: f32 = 88.0;
/// The height of the controls under the picture.
const CONTROLS: f32 = 72.0;
/// The space below the controls.
const BELOW: f32 = 28.0;
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
    let bar = Rect::from_min_size(window.min, vec2(window.width(), TOP_BAR));
    top_bar_ui(ui, cx, bar, (at, wall.len()), name.as_deref());
    let margin = cx.layout.margin;
    let below = Rect::from_min_max(pos2(margin, TOP_BAR + GAP), pos2(window.right() - margin, window.bottom() - BELOW));
    let (canvas, panel, strip, zoom) = if cx.layout.portrait {
        // Without a caption the picture takes its area.
        let share = if speaks { below.height() * 0.46 } else { below.height() - 2.0 * CONTROLS - 2.0 * GAP };
        let canvas = Rect::from_min_size(below.min, vec2(below.width(), share));
        let strip = Rect::from_min_size(pos2(below.left(), canvas.bottom() + GAP), vec2(below.width(), CONTROLS));
        let zoom = Rect::from_min_size(pos2(below.left(), below.bottom() - CONTROLS), vec2(below.width(), CONTROLS));
        let panel =
            Rect::from_min_max(pos2(below.left(), strip.bottom() + STRIP_GAP), pos2(below.right(), zoom.top() - GAP));
        (canvas, panel, strip, zoom)
    } else {
        let width = if cx.layout.narrow { NARROW_PANEL } else { PANEL };
        let left = below.right() - width;
        let footer = below.bottom() - CONTROLS;
        let right = if speaks { left - PANEL_GAP } else { below.right() };
        let canvas = Rect::from_min_max(below.min, pos2(right, footer - GAP));
        let strip = Rect::from_min_max(pos2(below.left(), footer), pos2(left - PANEL_GAP, below.bottom()));
        let zoom = Rect::from_min_max(pos2(left, footer), below.max);
        let panel = Rect::from_min_max(pos2(left, below.top() - PANEL_RAISED), pos2(below.right(), footer - GAP));
        (canvas, panel, strip, zoom)
    };
    canvas::canvas_ui(ui, cx, canvas, key);
    if speaks {
        caption::caption_ui(ui, cx, panel, key, photo);
    }
    for neighbour in at.into_iter().flat_map(|at| [at + 1, at.wrapping_sub(1)]) {
        if let Some(&neighbour) = wall.get(neighbour) {
            let pixels = placement::Placement::of(ui, cx, canvas, neighbour).pixels(ui);
            // Requested before the strip's thumbnails: it is one key away.
            let _ = cx.photos.borrow_mut().photo(neighbour, pixels);
        }
    }
    strip_ui(ui, cx, strip, &wall, at);
    zoom_ui(ui, cx, zoom);
}

fn top_bar_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, (at, all): (Option<usize>, usize), name: Option<&str>) {
    widgets::rule(ui, area.left(), area.right(), area.bottom() - 0.5, Stroke::new(measure::RULE, cx.colors.line));
    let inner = area.shrink2(vec2(cx.layout.margin, 0.0));
    let words = cx.say(Say::AllPictures);
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_ICON + BUTTON_PAD;
    let back = Rect::from_min_size(pos2(inner.left(), area.center().y - BACK / 2.0), vec2(width, BACK));
    let label = (Some(Icon::Left), words.as_str());
    let response = widgets::button(ui, back, Id::unique("back"), label, &cx.style(Role::Label), &cx.colors, true);
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
        left = label.at(ui, pos2(left, y)).right() + GAP;
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
    let previous = Rect::from_min_size(area.min, vec2(CONTROLS, CONTROLS));
    let words = cx.say(Say::Next);
    let width = cx.label(&words, Role::LabelStrong).size(ui.ctx()).x + BUTTON_ICON + NEXT_PAD;
    let next = Rect::from_min_max(pos2(area.right() - width, area.top()), area.max);
    let can = |ok: bool| ok && at.is_some();
    let name = cx.say(Say::Previous);
    let has_previous = can(at != Some(0));
    let id = Id::unique("previous");
    if widgets::icon_button(ui, previous, id, Icon::Left, &name, &cx.colors, has_previous).clicked() {
        cx.send(Action::PreviousPhoto);
    }
    let has_next = can(at.is_some_and(|at| at + 1 < wall.len()));
    let label = (Some(Icon::Right), words.as_str());
    let style = cx.style(Role::LabelStrong);
    if widgets::button(ui, next, Id::unique("next"), label, &style, &cx.colors, has_next).clicked() {
        cx.send(Action::NextPhoto);
    }
    let strip = Rect::from_min_max(
        pos2(previous.right() + CONTROL_GAP, area.top()),
        pos2(next.left() - CONTROL_GAP, area.bottom()),
    );
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
            let (all, _) = ui.allocate_exact_size(vec2(edges[wall.len()], CONTROLS), Sense::hover());
            let from = edges.partition_point(|&x| x < seen.left() - AHEAD).saturating_sub(1);
            let near = (from..wall.len()).take_while(|&i| edges[i] < seen.right() + AHEAD);
            let far = chosen.filter(|&at| !(seen.left() - AHEAD..seen.right() + AHEAD).contains(&edges[at]));
            for i in near.chain(far) {
                let width = edges[i + 1] - edges[i] - THUMB_GAP;
                let area = Rect::from_min_size(all.min + vec2(edges[i], 0.0), vec2(width, CONTROLS));
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
    (photo_paint::aspect(cx, photo) * (CONTROLS - THUMB_AIR)).clamp(THUMB[0], THUMB[1])
}

fn thumb_ui(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect, chosen: bool) -> Response {
    let response = ui.interact(area, Id::unique(("strip", photo)), Sense::click());
    let thumb = Rect::from_center_size(area.center(), vec2(area.width(), CONTROLS - THUMB_AIR));
    let title = cx.photo(photo).map(|p| cx.localized(&p.title)).unwrap_or_default();
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, chosen, &title));
    photo_paint::paint_photo(ui, cx, photo, thumb);
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
    let minus = Rect::from_min_size(area.min, vec2(CONTROLS, CONTROLS));
    let plus = minus.translate(vec2(CONTROLS + CONTROL_GAP, 0.0));
    let words = cx.say(Say::WholePicture);
    let width = (cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_ICON + BUTTON_PAD)
        .min(area.right() - plus.right() - CONTROL_GAP);
    let whole = Rect::from_min_size(pos2(plus.right() + CONTROL_GAP, area.top()), vec2(width, CONTROLS));
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
    if widgets::button(ui, whole, Id::unique("whole"), label, &cx.style(Role::Label), &cx.colors, larger).clicked() {
        cx.send(Action::Zoom(Zoom::WHOLE));
    }
}
