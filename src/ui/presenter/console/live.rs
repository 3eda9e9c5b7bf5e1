//! What the audience sees, small, as it is: drawn by the same code. Touched, it points or zooms.

use egui::{Align, Id, Pos2, Rect, Sense, Ui, WidgetInfo, accesskit};

use super::{band, send};
use crate::state::Zoom;
use crate::state::talk::{Light, TALK_ZOOM, TalkCommand};
use crate::text::{Say, Talk};
use crate::ui::Cx;
use crate::ui::presenter::audience;
use crate::ui::presenter::console_widgets::outline;
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

/// How far the wheel turns, in points, until a picture is e times as large.
const WHEEL: f32 = 400.0;

pub(super) fn live_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect) {
    let talk = cx.state.talk();
    let picture = talk.audience_view(cx.state.lang(), cx.state.theme());
    let held = talk.frozen.is_some() || talk.cover.is_some();
    let place = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        if area.top() > 120.0 {
            header_ui(&pen, area, talk.frozen.is_some());
        }
        let place = pen.rect(area.left(), area.top(), area.width(), area.height());
        if held {
            outline(&pen, place, 6.0, console::ACCENT);
        }
        place
    };
    audience::view_ui(ui, cx, place, &picture, false);
    let name = cx.say(Say::Talk(Talk::OnAudience));
    let response = ui.interact(place, Id::unique("live"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, true, &name));
    touch(ui, cx, place, &response);
}

/// What stands over it: that it is the audience's, and what can be done with it.
fn header_ui(pen: &Pen<'_>, area: Rect, frozen: bool) {
    let cx = pen.cx;
    let y = area.top() - 46.0;
    let color = if frozen { console::ACCENT } else { console::CREAM };
    if frozen {
        band::star_ui(pen, pen.at(area.left() + 12.0, y + 20.0), 11.0, color);
    } else {
        pen.ui.painter().circle_filled(pen.at(area.left() + 8.0, y + 20.0), pen.px(7.0), color);
    }
    let say = cx.say(Say::Talk(if frozen { Talk::OnAudienceFrozen } else { Talk::OnAudience }));
    let label = pen.label(&say, tight(22.0, true), color);
    let size = pen.size(&label);
    let left = area.left() + 34.0;
    pen.inside(label, Align::Min, pen.rect(left, y, size.x.min(area.width() - 30.0) + 2.0, 40.0));
    let hint = cx.say(Say::Talk(Talk::TouchIt));
    let label = pen.label(&hint, tight(22.0, false), console::SOFT);
    if size.x + pen.size(&label).x + 60.0 < area.width() {
        let height = pen.size(&label).y;
        pen.line(label, Align::Max, area.right(), y + 20.0 - height / 2.0);
    }
}

/// Pointing with a light on; zooming with the wheel or two fingers; moving what is zoomed.
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
    if talk.light != Light::None && moved {
        send(cx, TalkCommand::Point(share(at)));
    } else if talk.zoom.is_some() && response.dragged() {
        let by = response.drag_delta() / seen.size();
        let center = [zoom.center[0] - by.x, zoom.center[1] - by.y];
        send(cx, TalkCommand::ZoomTo(Zoom { center, ..zoom }));
    } else if talk.zoom.is_none() && moved {
        // Where Z would zoom to.
        send(cx, TalkCommand::Point(share(at)));
    }
    let (pinch, scroll) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta.y));
    let factor = pinch * (scroll / WHEEL).exp();
    if (factor - 1.0).abs() > 1e-4 {
        let scale = (zoom.scale * factor).clamp(1.0, TALK_ZOOM[1]);
        let [x, y] = share(at);
        let size = place.size() * scale;
        let min = at - egui::vec2(x * size.x, y * size.y);
        let center = (place.center() - min) / size;
        send(cx, TalkCommand::ZoomTo(Zoom { scale, center: [center.x, center.y] }));
    }
}

/// Where all of a zoomed picture would lie.
fn seen(place: Rect, zoom: Zoom) -> Rect {
    let size = place.size() * zoom.scale;
    Rect::from_min_size(place.center() - size * egui::Vec2::from(zoom.center), size)
}
