//! The exhibition as others will see it: another screen, small, in its own proportions.

use std::cell::RefCell;

use egui::emath::TSTransform;
use egui::{Area, Context, Id, LayerId, Order as Level, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::{rule_under, send};
use crate::model::Lang;
use crate::state::editing::{PreviewAs, Screen, stop_now};
use crate::state::{EditCommand, Editing, OrderCommand, State};
use crate::text::{Editor, Order, Say};
use crate::ui::theme::{Role, distance, measure};
use crate::ui::{Cx, Layout, frame, widgets};

/// The height of the bar's controls, the space above and below them, and what they take beside their words.
const CONTROL: f32 = 46.0;
const AIR: f32 = 7.0;
const PAD: f32 = 32.0;
/// The gap between two groups of controls.
const GROUP: f32 = 20.0;
/// The space around the screen.
const AROUND: f32 = 20.0;
/// The layers over a view, whose places are those of the screen.
const LAYERS: [(Level, &str); 4] = [
    (Level::Middle, SCREEN),
    (Level::Middle, "drawer"),
    (Level::Middle, "kiosk access sheet"),
    (Level::Foreground, "source sheet"),
];
const SCREEN: &str = "previewed screen";

fn layers() -> impl Iterator<Item = LayerId> {
    LAYERS.into_iter().map(|(level, name)| LayerId::new(level, Id::unique(name)))
}

/// Puts the layers over a view back to their own size, once no preview is shown.
pub fn unscaled(ctx: &Context) {
    layers().for_each(|layer| ctx.set_transform_layer(layer, TSTransform::IDENTITY));
}

/// A control of the bar.
struct Control {
    words: String,
    is_chosen: bool,
    /// Whether a group begins with it.
    begins: bool,
    command: EditCommand,
}

fn controls(cx: &Cx<'_>, preview: PreviewAs) -> Vec<Control> {
    let say = |words| cx.say(Say::Order(words));
    let set = |preview| EditCommand::PreviewAs(preview);
    let back = cx.say(Say::Editor(Editor::EndPreview));
    let mut all = vec![Control { words: back, is_chosen: false, begins: true, command: EditCommand::Preview(false) }];
    for screen in Screen::ALL {
        all.push(Control {
            words: say(Order::Screen(screen)),
            is_chosen: screen == preview.screen,
            begins: screen == Screen::default(),
            command: set(PreviewAs { screen, ..preview }),
        });
    }
    let shown = preview.lang.unwrap_or_else(|| cx.lang());
    for lang in Lang::ALL {
        all.push(Control {
            words: lang.own_name().to_owned(),
            is_chosen: lang == shown,
            begins: lang == Lang::default(),
            command: set(PreviewAs { lang: Some(lang), ..preview }),
        });
    }
    if preview.screen.is_kiosk() {
        all.push(Control {
            words: say(Order::LargeText),
            is_chosen: preview.large_text,
            begins: true,
            command: set(PreviewAs { large_text: !preview.large_text, ..preview }),
        });
    }
    if let Some(stop) = stop_now(cx.state) {
        let stops = cx.x().running_order.len();
        all.push(Control {
            words: format!("{} ({})", say(Order::AddSeen), say(Order::Stops(stops))),
            is_chosen: false,
            begins: true,
            command: EditCommand::Order(OrderCommand::Add(Some(Box::new(stop)))),
        });
    }
    all
}

/// The places of the bar's controls, in as many rows as they need, and the height of all.
fn places(ui: &Ui, cx: &Cx<'_>, all: &[Control], area: Rect) -> (Vec<Rect>, f32) {
    let mut corner = pos2(area.left(), area.top() + AIR);
    let mut places = Vec::new();
    for (index, control) in all.iter().enumerate() {
        let width = cx.label(&control.words, Role::LabelStrong).size(ui.ctx()).x + PAD;
        if control.begins && index > 0 {
            corner.x += GROUP;
        }
        if corner.x + width > area.right() && corner.x > area.left() {
            corner = pos2(area.left(), corner.y + CONTROL + AIR);
        }
        let place = Rect::from_min_size(corner, vec2(width, CONTROL));
        corner.x = place.right();
        places.push(place);
    }
    (places, corner.y + CONTROL + AIR - area.top())
}

/// Draws the bar of the preview, and the screen under it.
pub fn preview_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, window: Rect) {
    let preview = editing.preview_as();
    ui.painter().rect_filled(window, 0.0, cx.colors.side);
    let all = controls(cx, preview);
    let inner = window.shrink2(vec2(cx.layout.margin, 0.0));
    let (places, height) = places(ui, cx, &all, inner);
    let bar = window.with_max_y(window.top() + height);
    rule_under(ui, cx, bar);
    for (index, (control, place)) in all.iter().zip(places).enumerate() {
        let role = if control.is_chosen { Role::LabelStrong } else { Role::Label };
        let style = cx.style(role);
        let id = Id::unique(("preview control", index));
        let is_button = index == 0 || matches!(control.command, EditCommand::Order(OrderCommand::Add(_)));
        let pressed = if is_button {
            widgets::button(ui, place, id, (None, &control.words), &style, &cx.colors, true).clicked()
        } else {
            widgets::segment(ui, place, id, &control.words, &style, &cx.colors, control.is_chosen).clicked()
        };
        if pressed {
            send(cx, control.command.clone());
        }
    }
    let seen = cx.state.seen_as(preview);
    let points = points(&seen, preview);
    let room = window.with_min_y(bar.bottom()).shrink(AROUND);
    let scale = (room.size() / points).min_elem().max(0.05);
    let screen = Rect::from_center_size(room.center(), points * scale);
    ui.painter().rect_stroke(screen, 0.0, Stroke::new(measure::AXIS, cx.colors.edge), StrokeKind::Outside);
    screen_ui(ui.ctx(), cx, &seen, preview, (points, TSTransform::new(screen.min.to_vec2(), scale)));
}

/// The size of the screen in points, as large as things are on it.
fn points(seen: &State, preview: PreviewAs) -> Vec2 {
    let pixels = Vec2::from(preview.screen.size());
    let per_mm = preview.screen.points_per_mm();
    let zoom = distance::zoom(pixels, seen.distance(), per_mm);
    let large = seen.kiosk().filter(|_| seen.access().large_text);
    pixels / large.map_or(zoom, |kiosk| zoom.max(distance::large_zoom(pixels, kiosk.setup().eyes_mm, per_mm)))
}

/// Draws the screen itself. What is touched on it happens in the exhibition that is edited.
fn screen_ui(ctx: &Context, cx: &Cx<'_>, seen: &State, preview: PreviewAs, (points, transform): (Vec2, TSTransform)) {
    layers().for_each(|layer| ctx.set_transform_layer(layer, transform));
    let actions = RefCell::new(Vec::new());
    let place = Rect::from_min_size(Pos2::ZERO, points);
    let region = Area::new(Id::unique(SCREEN))
        .order(Level::Middle)
        .fixed_pos(place.min)
        .default_size(points)
        .constrain_to(place)
        .constrain(false)
        .movable(false)
        .fade_in(false);
    region.show(ctx, |ui| {
        ui.expand_to_include_rect(place);
        ui.set_clip_rect(place);
        let inner = Cx::new(seen, Layout::of(points), (cx.photos, cx.motion), &actions);
        ui.painter().rect_filled(place, 0.0, inner.colors.bg);
        frame::frame_ui(ui, &inner);
    });
    for action in actions.into_inner() {
        if let Some(action) = State::as_previewed(preview, action) {
            cx.send(action);
        }
    }
}
