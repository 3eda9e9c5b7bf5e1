//! What comes next; or, in a dashed frame, what only the speaker looks at.

use egui::{Align, Rect, Stroke, Ui, vec2};

use super::{audience_shape, time, track};
use crate::model::Lang;
use crate::state::talk::Spot;
use crate::text::{self, Say, Talk};
use crate::ui::Cx;
use crate::ui::marks::{Line, paint_shapes};
use crate::ui::presenter::audience;
use crate::ui::presenter::console_widgets::{key_ui, key_width, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;
use crate::ui::widgets;

pub(super) fn next_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect, with_track: bool) {
    let talk = cx.state.talk();
    let preview = talk.preview(cx.x());
    let next = || talk.stops.beside(talk.spot.stop, 1).map(Spot::at);
    let spot = preview.clone().or_else(next);
    let pen = Pen { ui, cx, area: window, scale, named: true };
    let place = pen.rect(area.left(), area.top(), area.width(), area.height());
    panel(&pen, place);
    // Beside the words, or above them where the area is upright.
    let stacked = area.height() > area.width() * 0.54;
    let most = if stacked { vec2(area.width(), area.height() * 0.5) } else { vec2(area.width() * 0.42, area.height()) };
    let width = most.x.min(most.y * audience_shape(cx));
    let size = vec2(width, width / audience_shape(cx));
    let small =
        pen.rect(area.left(), area.top() + if stacked { 0.0 } else { (area.height() - size.y) / 2.0 }, size.x, size.y);
    let words = if stacked {
        Rect::from_min_max(egui::pos2(area.left() + 24.0, area.top() + size.y + 16.0), area.max - vec2(20.0, 12.0))
    } else {
        Rect::from_min_max(egui::pos2(area.left() + size.x + 26.0, area.top() + 14.0), area.max - vec2(22.0, 12.0))
    };
    let Some(spot) = spot else {
        let last = cx.say(Say::Talk(Talk::LastStop));
        pen.put(
            pen.label(&last, tight(28.0, false), console::SOFT),
            area.left() + 26.0,
            area.top() + 26.0,
            area.width() - 52.0,
        );
        return;
    };
    let right = if with_track && preview.is_none() { words.left() + words.width() * 0.34 } else { words.right() };
    words_ui(&pen, Rect::from_min_max(words.min, egui::pos2(right, words.bottom())), &spot, preview.is_some());
    if with_track && preview.is_none() {
        let top = area.center().y - 14.0;
        let track = Rect::from_min_max(egui::pos2(right + 24.0, top), egui::pos2(words.right(), top + 28.0));
        track::track_ui(&pen, track, time::pace(&pen).0);
    }
    if preview.is_some() {
        let line = Line::new(pen.px(3.0), console::SOFT);
        paint_shapes(ui.painter(), [widgets::dashed_rect(place, pen.px(10.0), pen.px(7.0), line)]);
    }
    let picture = talk.audience_view_of(&spot, cx.state.lang(), cx.state.theme());
    let small = if preview.is_some() { small.shrink(scale * 4.0) } else { small };
    audience::view_ui(ui, cx, small, &picture, false);
}

/// Its number and name, its planned time, what comes after it; or what the keys do with what is looked at.
fn words_ui(pen: &Pen<'_>, area: Rect, spot: &Spot, preview: bool) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let say = |talk: Talk<'_>| cx.say(Say::Talk(talk));
    let (stop, number) = (talk.stops.get(spot.stop), talk.stops.position(spot.stop) + 1);
    let (begin, end) = talk.plan.span(spot.stop);
    let planned = say(Talk::Planned(&text::time(end - begin, false)));
    let header = if preview { say(Talk::Preview) } else { say(Talk::Next(number)) };
    let label = pen.label(&header, tight(22.0, false), console::SOFT);
    let header_width = pen.size(&label).x;
    let mut y = area.top();
    pen.inside(label, Align::Min, pen.rect(area.left(), y, area.width(), 34.0));
    let label = pen.label(&planned, tight(22.0, false), console::SOFT);
    let beside = !preview && header_width + pen.size(&label).x + 24.0 < area.width();
    if beside {
        let height = pen.size(&label).y;
        pen.line(label, Align::Max, area.right(), y + 17.0 - height / 2.0);
    }
    y += if preview { 30.0 } else { 36.0 };
    let title = match &spot.aside {
        Some(shows) => text::shows_title(cx.lang(), cx.x(), shows),
        None => stop.map(|stop| text::stop_title(cx.lang(), cx.x(), stop)).unwrap_or_default(),
    };
    let title = if preview && spot.aside.is_none() { format!("{number}  {title}") } else { title };
    // Two lines where there is room for them.
    let line = match cx.lang() {
        Lang::Bo if preview => 50.0,
        Lang::Bo => 56.0,
        _ => 46.0,
    };
    let most = if area.height() > 200.0 { 2.0 * line } else { line };
    let label = pen.label(&title, tight(30.0, true), console::CREAM);
    let wrapped = pen.size(&label.clone().width(pen.px(area.width()))).y;
    let taken = if wrapped > line && wrapped <= most + 4.0 {
        pen.put(label, area.left(), y, area.width())
    } else {
        pen.inside(label, Align::Min, pen.rect(area.left(), y, area.width(), line));
        line
    };
    y += taken + 6.0;
    if preview {
        keys_ui(pen, Rect::from_min_max(egui::pos2(area.left(), y - 11.0), area.max));
        return;
    }
    if !beside {
        pen.inside(
            pen.label(&planned, tight(22.0, false), console::SOFT),
            Align::Min,
            pen.rect(area.left(), y, area.width(), 32.0),
        );
        y += 36.0;
    }
    let after = talk.stops.beside(spot.stop, 1).and_then(|after| talk.stops.get(after));
    if let Some(after) = after.filter(|_| y + 44.0 < area.bottom() + 8.0) {
        let stroke = Stroke::new(pen.px(1.5).max(1.0), console::LINE);
        pen.ui.painter().hline(pen.at(area.left(), 0.0).x..=pen.at(area.right(), 0.0).x, pen.at(0.0, y).y, stroke);
        let words = format!("{}  {}", say(Talk::Then(number + 1)), text::stop_title(cx.lang(), cx.x(), after));
        pen.inside(
            pen.label(&words, tight(24.0, false), console::SOFT),
            Align::Min,
            pen.rect(area.left(), y + 8.0, area.width(), 40.0),
        );
    }
}

/// What Enter and Esc do, side by side or one under the other.
fn keys_ui(pen: &Pen<'_>, area: Rect) {
    let say = |talk: Talk<'_>| pen.cx.say(Say::Talk(talk));
    let enter = if pen.cx.state.talk().frozen.is_some() { Talk::ChooseIt } else { Talk::ShowIt };
    let words = [("Enter", say(enter)), ("Esc", say(Talk::BackToNotes))];
    let label = |i: usize| pen.label(&words[i].1, tight(21.0, false), console::SOFT);
    let widths = [0, 1].map(|i| key_width(pen, words[i].0) + 12.0 + pen.size(&label(i)).x);
    let beside = widths[0] + 26.0 + widths[1] <= area.width();
    // One row has air above it.
    let top = area.top() + if beside { 14.0 } else { 0.0 };
    let places = [(0.0, 0.0), if beside { (widths[0] + 26.0, 0.0) } else { (0.0, 37.0) }];
    for (i, (x, y)) in places.into_iter().enumerate() {
        let (x, y) = (area.left() + x, top + y);
        if y + 34.0 > area.bottom() + 12.0 {
            return;
        }
        let width = key_width(pen, words[i].0);
        key_ui(pen, pen.at(x + width, 0.0).x, pen.at(0.0, y + 17.0).y, words[i].0, [console::CREAM, console::EDGE]);
        let left = x + width + 12.0;
        pen.inside(label(i), Align::Min, pen.rect(left, y, (area.right() - left).max(10.0), 34.0));
    }
}
