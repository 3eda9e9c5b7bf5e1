//! The audience's view in small, drawn by the same code. Touching it points or zooms.

use egui::{Align, Id, Pos2, Rect, Sense, Ui, WidgetInfo, accesskit};

use super::{band, send};
use crate::model::Lang;
use crate::state::Zoom;
use crate::state::talk::{Light, TALK_ZOOM, TalkCommand};
use crate::text::{Say, Talk};
use crate::ui::Cx;
use crate::ui::presenter::audience;
use crate::ui::presenter::console_widgets::{CAPTION, outline};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

/// How far the wheel turns, in points, to enlarge a picture by the factor e.
const WHEEL: f32 = 400.0;
/// The outline of a view that is frozen or covered.
const HELD_OUTLINE: f32 = 6.0;
/// An area that begins above this has no header.
const HEADED_BELOW: f32 = 120.0;
/// The header: its top above the view, its height.
const HEADER_TOP: f32 = 46.0;
const HEADER: f32 = 40.0;
/// The sign before it: the middle and size of the star and of the disc.
const STAR_MIDDLE: f32 = 12.0;
const STAR: f32 = 11.0;
const DISC_MIDDLE: f32 = 8.0;
const DISC: f32 = 7.0;
/// The words: their left end, what the width leaves free, what is added against rounding, the least gap before the hint.
const WORDS_LEFT: f32 = 34.0;
const WORDS_SPACE: f32 = 30.0;
const WORDS_SLACK: f32 = 2.0;
const HINT_GAP: f32 = 60.0;

pub(super) fn live_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect) {
    let talk = cx.state.talk();
    let picture = talk.audience_view(cx.state.lang(), cx.state.theme());
    let held = talk.frozen.is_some() || talk.cover.is_some();
    let place = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        if area.top() > HEADED_BELOW {
            header_ui(&pen, area, talk.frozen.is_some(), picture.lang);
        }
        let place = pen.rect(area.left(), area.top(), area.width(), area.height());
        if held {
            outline(&pen, place, HELD_OUTLINE, console::ACCENT);
        }
        place
    };
    audience::view_ui(ui, cx, place, &picture, false);
    let name = cx.say(Say::Talk(Talk::OnAudience));
    let response = ui.interact(place, Id::unique("live"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, true, &name));
    touch(ui, cx, place, &response);
}

/// The words above the view: that it is the audience's, in which language, and what touching it does.
fn header_ui(pen: &Pen<'_>, area: Rect, frozen: bool, lang: Lang) {
    let cx = pen.cx;
    let y = area.top() - HEADER_TOP;
    let color = if frozen { console::ACCENT } else { console::CREAM };
    if frozen {
        band::star_ui(pen, pen.at(area.left() + STAR_MIDDLE, y + HEADER / 2.0), STAR, color);
    } else {
        pen.ui.painter().circle_filled(pen.at(area.left() + DISC_MIDDLE, y + HEADER / 2.0), pen.px(DISC), color);
    }
    let say = cx.say(Say::Talk(if frozen { Talk::OnAudienceFrozen } else { Talk::OnAudience }))
        + &cx.say(Say::Talk(Talk::InLang(lang.own_name())));
    let label = pen.label(&say, tight(CAPTION, true), color);
    let size = pen.size(&label);
    let left = area.left() + WORDS_LEFT;
    pen.inside(label, Align::Min, pen.rect(left, y, size.x.min(area.width() - WORDS_SPACE) + WORDS_SLACK, HEADER));
    let hint = cx.say(Say::Talk(Talk::TouchIt));
    let label = pen.label(&hint, tight(CAPTION, false), console::SOFT);
    if size.x + pen.size(&label).x + HINT_GAP < area.width() {
        let height = pen.size(&label).y;
        pen.line(label, Align::Max, area.right(), y + HEADER / 2.0 - height / 2.0);
    }
}

/// Points while a light is on, zooms with the wheel or two fingers, and moves a zoomed view.
fn touch(ui: &Ui, cx: &Cx<'_>, place: Rect, response: &egui::Response) {
    let talk = cx.state.talk();
    let zoom = talk.zoom.unwrap_or(Zoom::WHOLE);
    let seen = seen(place, zoom);
    let Some(at) = response.interact_pointer_pos().or_else(|| response.hover_pos()) else { return };
    let share = |at: Pos2| {
        let v = (at - seen.min) / seen.size();
        [v.x, v.y]
    };
    let moved = ui.input(|i| i.pointer.delta() != egui::Vec2::ZERO) || response.clicked();
    let fingers = ui.input(egui::InputState::multi_touch);
    let mut next = zoom;
    if fingers.is_none() {
        if talk.light != Light::None && moved {
            send(cx, TalkCommand::Point(share(at)));
        } else if talk.zoom.is_some() && response.dragged() {
            let by = response.drag_delta() / seen.size();
            next.center = [zoom.center[0] - by.x, zoom.center[1] - by.y];
        } else if talk.zoom.is_none() && moved {
            // Where Z would zoom to.
            send(cx, TalkCommand::Point(share(at)));
        }
    }
    let at = fingers.map_or(at, |fingers| fingers.center_pos);
    let (pinch, scroll) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta.y));
    let factor = pinch * (scroll / WHEEL).exp();
    if (factor - 1.0).abs() > 1e-4 {
        next = zoomed_at(place, next, at, factor);
    }
    // One zoom for what comes together: the last of two would undo the first.
    if next != zoom {
        send(cx, TalkCommand::ZoomTo(next));
    }
}

/// A zoom that keeps the point under the pointer where it is.
fn zoomed_at(place: Rect, zoom: Zoom, at: Pos2, factor: f32) -> Zoom {
    let before = seen(place, zoom);
    let scale = (zoom.scale * factor).clamp(1.0, TALK_ZOOM[1]);
    let size = place.size() * scale;
    let min = at - (at - before.min) / before.size() * size;
    let center = (place.center() - min) / size;
    Zoom { scale, center: [center.x, center.y] }
}

/// The rectangle that the whole of a zoomed picture would fill.
fn seen(place: Rect, zoom: Zoom) -> Rect {
    let size = place.size() * zoom.scale;
    Rect::from_min_size(place.center() - size * egui::Vec2::from(zoom.center), size)
}
