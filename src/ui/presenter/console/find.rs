//! The speaker's search, which the audience does not see.

use egui::{Align, Id, Margin, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, accesskit};

use super::send;
use crate::model::Lang;
use crate::state::talk::{ConsoleOverlay, Found, Spot, TalkCommand, chosen_hit, find};
use crate::text::{self, Say, Talk};
use crate::ui::Cx;
use crate::ui::presenter::audience;
use crate::ui::presenter::console_widgets::{CAPTION, FIELD_RADIUS, corners, key_ui, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::{Leading, console, style};
use crate::ui::theme::{self, hand};
use crate::ui::widgets::{self, Icon};

/// The distance from one hit to the next, and the gap in it.
const HIT: f32 = 92.0;
const HIT_GAP: f32 = 6.0;
/// The padding of the panel at its sides, top and bottom.
const PAD: f32 = 26.0;
const TOP_PAD: f32 = 24.0;
const BOTTOM_PAD: f32 = 16.0;
/// From the top of the field to the hits, the headings among these, and how far the last one may reach over the area.
const HITS_TOP: f32 = 92.0;
const HEADING: f32 = 38.0;
const HEADING_INDENT: f32 = 16.0;
const OVERHANG: f32 = 4.0;
/// The field: its height, outline and text; its icon with the middle of it; the left end of the words.
const FIELD: f32 = 76.0;
const FIELD_STROKE: f32 = 3.0;
const FIELD_TEXT: f32 = 34.0;
const ICON: f32 = 30.0;
const ICON_LEFT: f32 = 40.0;
const FIELD_LEFT: f32 = 72.0;
/// At the right of the field: its key, and the gaps around the number of hits.
const KEY_RIGHT: f32 = 24.0;
const COUNT_GAP: f32 = 16.0;
/// The width of the text cursor.
const CURSOR: f32 = 3.0;
/// A hit: its number, picture and words, and the space at its right with the key.
const NUMBER: f32 = 30.0;
const NUMBER_WIDTH: f32 = 84.0;
const PICTURE_LEFT: f32 = 86.0;
const PICTURE_TOP: f32 = 8.0;
const PICTURE_WIDTH: f32 = 124.0;
const PICTURE_HEIGHT: f32 = 70.0;
const WORDS_LEFT: f32 = 228.0;
const WORDS_RIGHT: f32 = 110.0;
const HIT_KEY_RIGHT: f32 = 20.0;
/// The two lines of a hit: text sizes, how far they are moved together, how much lower the second one is.
const TITLE: f32 = 27.0;
const KIND: f32 = 21.0;
const TITLE_BO: f32 = 25.0;
const KIND_BO: f32 = 19.0;
const TITLE_DROP: f32 = 4.0;
const KIND_LIFT: f32 = 2.0;
const KIND_LESS: f32 = 4.0;

/// The id of the search field.
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
        Rect::from_min_max(area.min + egui::vec2(PAD, TOP_PAD), area.max - egui::vec2(PAD, BOTTOM_PAD))
    };
    field_ui(ui, cx, (window, scale), inner, (&typed, found.len()));
    let mut y = inner.top() + HITS_TOP;
    let mut heading = None;
    // Skips hits so that the chosen one stays visible.
    let fits = ((inner.bottom() - y - 2.0 * HEADING) / HIT).floor().max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of hits")]
    let skip = (chosen + 1).saturating_sub(fits as usize);
    for (i, hit) in found.iter().enumerate().skip(skip) {
        let header = matches!(hit, Found::Stop(_));
        if heading != Some(header) {
            let words = cx.say(Say::Talk(if header { Talk::InOrder } else { Talk::NotInOrder }));
            let pen = Pen { ui, cx, area: window, scale, named: true };
            pen.inside(
                pen.label(&words, tight(CAPTION, false), console::SOFT),
                Align::Min,
                pen.rect(inner.left() + HEADING_INDENT, y, inner.width(), HEADING),
            );
            heading = Some(header);
            y += HEADING;
        }
        if y + HIT > inner.bottom() + OVERHANG {
            break;
        }
        let place = Rect::from_min_size(egui::pos2(inner.left(), y), egui::vec2(inner.width(), HIT - HIT_GAP));
        hit_ui(ui, cx, (window, scale), place, (i, hit), i == chosen);
        y += HIT;
    }
}

fn field_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect, (typed, count): (&str, usize)) {
    let field = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        let field = pen.rect(area.left(), area.top(), area.width(), FIELD);
        pen.ui.painter().rect_filled(field, corners(&pen, FIELD_RADIUS), console::BG);
        let stroke = Stroke::new(pen.px(FIELD_STROKE), console::CREAM);
        pen.ui.painter().rect_stroke(field, corners(&pen, FIELD_RADIUS), stroke, StrokeKind::Inside);
        widgets::icon(
            pen.ui.painter(),
            Icon::Search,
            pen.at(area.left() + ICON_LEFT, area.top() + FIELD / 2.0),
            pen.px(ICON),
            console::CREAM,
        );
        let right = pen.at(area.right() - KEY_RIGHT, 0.0).x;
        let left = key_ui(&pen, right, field.center().y, "Esc", [console::CREAM, console::EDGE]);
        let words = cx.say(Say::Talk(Talk::Results(count)));
        let label = pen.label(&words, tight(CAPTION, false), console::SOFT);
        let width = label.size(pen.ui.ctx()).x;
        label.align(Align::Max).paint_in(pen.ui, field.with_max_x(left - pen.px(COUNT_GAP)));
        Rect::from_min_max(
            pen.at(area.left() + FIELD_LEFT, area.top()),
            egui::pos2(left - pen.px(2.0 * COUNT_GAP) - width, field.bottom()),
        )
    };
    let hint = cx.say(Say::Talk(Talk::FindStop));
    ui.visuals_mut().text_cursor.stroke = Stroke::new(2.0_f32.max(CURSOR * scale), console::ACCENT);
    ui.visuals_mut().selection.bg_fill = console::CARD;
    let mut words = typed.to_owned();
    let look = style(FIELD_TEXT * scale, cx.lang(), false, Leading::Tight);
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
            let share = if hand::hovers(&response) { 0.1 } else { 0.0 };
            (theme::mix(console::PANEL, console::CREAM, share), console::CREAM, console::SOFT)
        };
        pen.ui.painter().rect_filled(place, corners(&pen, FIELD_RADIUS), ground);
        let label = pen.label(&number, tight(NUMBER, true), ink).align(Align::Center);
        label.paint_in(pen.ui, pen.rect(area.left(), area.top(), NUMBER_WIDTH, area.height()));
        let left = area.left() + WORDS_LEFT;
        let width = area.right() - left - WORDS_RIGHT;
        let half = area.height() / 2.0;
        let [title_size, kind_size, drop] =
            if cx.lang() == Lang::Bo { [TITLE_BO, KIND_BO, 0.0] } else { [TITLE, KIND, TITLE_DROP] };
        pen.label(&title, tight(title_size, true), ink)
            .width(pen.px(width))
            .one_line()
            .paint_in(pen.ui, pen.rect(left, area.top() + drop, width, half));
        pen.label(&kind, tight(kind_size, false), soft)
            .width(pen.px(width))
            .one_line()
            .paint_in(pen.ui, pen.rect(left, area.top() + half - KIND_LIFT, width, half - KIND_LESS));
        if chosen {
            key_ui(&pen, pen.at(area.right() - HIT_KEY_RIGHT, 0.0).x, place.center().y, "Enter", [ink, ink]);
        }
        pen.rect(area.left() + PICTURE_LEFT, area.top() + PICTURE_TOP, PICTURE_WIDTH, PICTURE_HEIGHT)
    };
    let picture = talk.audience_view_of(&spot, cx.state.lang(), cx.state.theme());
    audience::view_ui(ui, cx, small, &picture, false);
}
