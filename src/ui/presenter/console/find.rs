//! The search: what the speaker looks for, the audience does not see.

use egui::{Align, Id, Margin, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, accesskit};

use super::send;
use crate::state::talk::{ConsoleOverlay, Found, Spot, TalkCommand, chosen_hit, find};
use crate::text::{self, Say, Talk};
use crate::ui::Cx;
use crate::ui::presenter::audience;
use crate::ui::presenter::console_widgets::{corners, key_ui, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme;
use crate::ui::theme::stage::{Leading, console, style};
use crate::ui::widgets::{self, Icon};

/// The height of a hit.
const HIT: f32 = 92.0;

/// The field.
#[must_use]
pub fn field_id() -> Id {
    Id::unique("talk search")
}

pub(super) fn find_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect) {
    let Some(ConsoleOverlay::Find(typed, chosen)) = cx.state.talk().overlay.clone() else { return };
    let found = find(cx.x(), &cx.state.talk().stops, &typed);
    let chosen = chosen_hit(&found, chosen.as_ref());
    let inner = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        let place = pen.rect(area.left(), area.top(), area.width(), area.height());
        panel(&pen, place);
        Rect::from_min_max(area.min + egui::vec2(26.0, 24.0), area.max - egui::vec2(26.0, 16.0))
    };
    field_ui(ui, cx, (window, scale), inner, (&typed, found.len()));
    let mut y = inner.top() + 92.0;
    let mut heading = None;
    // The chosen hit stays in sight.
    let fits = ((inner.bottom() - y - 76.0) / HIT).floor().max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of hits")]
    let skip = (chosen + 1).saturating_sub(fits as usize);
    for (i, hit) in found.iter().enumerate().skip(skip) {
        let header = matches!(hit, Found::Stop(_));
        if heading != Some(header) {
            let words = cx.say(Say::Talk(if header { Talk::InOrder } else { Talk::NotInOrder }));
            let pen = Pen { ui, cx, area: window, scale, named: true };
            pen.inside(
                pen.label(&words, tight(22.0, false), console::SOFT),
                Align::Min,
                pen.rect(inner.left() + 16.0, y, inner.width(), 38.0),
            );
            heading = Some(header);
            y += 38.0;
        }
        if y + HIT > inner.bottom() + 4.0 {
            break;
        }
        let place = Rect::from_min_size(egui::pos2(inner.left(), y), egui::vec2(inner.width(), HIT - 6.0));
        hit_ui(ui, cx, (window, scale), place, (i, hit), i == chosen);
        y += HIT;
    }
}

fn field_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect, (typed, count): (&str, usize)) {
    let field = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        let field = pen.rect(area.left(), area.top(), area.width(), 76.0);
        pen.ui.painter().rect_filled(field, corners(&pen, 12.0), console::BG);
        let stroke = Stroke::new(pen.px(3.0), console::CREAM);
        pen.ui.painter().rect_stroke(field, corners(&pen, 12.0), stroke, StrokeKind::Inside);
        widgets::icon(
            pen.ui.painter(),
            Icon::Search,
            pen.at(area.left() + 40.0, area.top() + 38.0),
            pen.px(30.0),
            console::CREAM,
        );
        let right = pen.at(area.right() - 24.0, 0.0).x;
        let left = key_ui(&pen, right, field.center().y, "Esc", [console::CREAM, console::EDGE]);
        let words = cx.say(Say::Talk(Talk::Results(count)));
        let label = pen.label(&words, tight(22.0, false), console::SOFT);
        let width = label.size(pen.ui.ctx()).x;
        label.align(Align::Max).paint_in(pen.ui, field.with_max_x(left - pen.px(16.0)));
        Rect::from_min_max(
            pen.at(area.left() + 72.0, area.top()),
            egui::pos2(left - pen.px(32.0) - width, field.bottom()),
        )
    };
    let hint = cx.say(Say::Talk(Talk::FindStop));
    ui.visuals_mut().text_cursor.stroke = Stroke::new(2.0_f32.max(3.0 * scale), console::ACCENT);
    ui.visuals_mut().selection.bg_fill = console::CARD;
    let mut words = typed.to_owned();
    let look = style(34.0 * scale, cx.lang(), false, Leading::Tight);
    let mut set = crate::ui::typeset::field(look.clone(), console::CREAM);
    let edit = TextEdit::singleline(&mut words)
        .id(field_id())
        .font(look.font)
        .layouter(&mut set)
        .frame(egui::Frame::NONE)
        .margin(Margin::ZERO)
        .text_color(console::CREAM)
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(field.width());
    let response = ui.put(field, edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, typed, &words, hint.clone());
        info.label = Some(hint.clone());
        info
    });
    if !response.has_focus() {
        response.request_focus();
    }
    if response.changed() {
        send(cx, TalkCommand::Type(words));
    }
}

fn hit_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect, (i, hit): (usize, &Found), chosen: bool) {
    let talk = cx.state.talk();
    let (spot, number, title, kind) = match hit {
        Found::Stop(stop) => {
            let Some(at) = talk.stops.get(*stop) else { return };
            let title = text::stop_title(cx.lang(), cx.x(), at);
            (
                Spot::at(*stop),
                (talk.stops.position(*stop) + 1).to_string(),
                title,
                cx.say(Say::Talk(Talk::Kind(&at.shows))),
            )
        }
        Found::Aside(shows) => {
            let title = text::shows_title(cx.lang(), cx.x(), shows);
            let spot = Spot { stop: talk.spot.stop, aside: Some(shows.clone()) };
            (spot, String::new(), title, cx.say(Say::Talk(Talk::Kind(shows))))
        }
    };
    let small = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        let place = pen.rect(area.left(), area.top(), area.width(), area.height());
        let response = pen.ui.interact(place, Id::unique(("talk hit", i)), Sense::click());
        let name = if number.is_empty() { title.clone() } else { format!("{number}, {title}") };
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::Button, true, chosen, &name));
        if response.clicked() {
            send(cx, TalkCommand::Show(spot.clone()));
        }
        let (ground, ink, soft) = if chosen {
            (console::CREAM, console::INK, console::INK)
        } else {
            let share = if response.hovered() { 0.1 } else { 0.0 };
            (theme::mix(console::PANEL, console::CREAM, share), console::CREAM, console::SOFT)
        };
        pen.ui.painter().rect_filled(place, corners(&pen, 12.0), ground);
        let label = pen.label(&number, tight(30.0, true), ink).align(Align::Center);
        label.paint_in(pen.ui, pen.rect(area.left(), area.top(), 84.0, area.height()));
        let left = area.left() + 228.0;
        let width = area.right() - left - 110.0;
        let half = area.height() / 2.0;
        pen.label(&title, tight(27.0, true), ink)
            .width(pen.px(width))
            .one_line()
            .paint_in(pen.ui, pen.rect(left, area.top() + 4.0, width, half));
        pen.label(&kind, tight(21.0, false), soft)
            .width(pen.px(width))
            .one_line()
            .paint_in(pen.ui, pen.rect(left, area.top() + half - 2.0, width, half - 4.0));
        if chosen {
            key_ui(&pen, pen.at(area.right() - 20.0, 0.0).x, place.center().y, "Enter", [ink, ink]);
        }
        pen.rect(area.left() + 86.0, area.top() + 8.0, 124.0, 70.0)
    };
    let picture = talk.audience_view_of(&spot, cx.state.lang(), cx.state.theme());
    audience::view_ui(ui, cx, small, &picture, false);
}
