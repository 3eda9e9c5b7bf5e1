//! The next stop; or, in a dashed frame, a preview that only the speaker sees.

use egui::{Align, Rect, Stroke, Ui, vec2};

use super::{audience_shape, time, track};
use crate::model::Lang;
use crate::state::talk::Spot;
use crate::text::{self, Say, Talk};
use crate::ui::Cx;
use crate::ui::marks::{Line, paint_shapes};
use crate::ui::presenter::audience;
use crate::ui::presenter::console_widgets::{CAPTION, key_ui, key_width, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;
use crate::ui::widgets;

/// The words from the picture above them and the edges of the area.
const UNDER_LEFT: f32 = 24.0;
const UNDER_GAP: f32 = 16.0;
const UNDER_RIGHT: f32 = 20.0;
/// The same beside the picture; the distance from the bottom in both cases.
const BESIDE_GAP: f32 = 26.0;
const BESIDE_TOP: f32 = 14.0;
const BESIDE_RIGHT: f32 = 22.0;
const WORDS_BOTTOM: f32 = 12.0;
/// After the last stop: the text and its padding.
const LAST: f32 = 28.0;
const LAST_PAD: f32 = 26.0;
/// The track beside the words: its gap and height.
const TRACK_GAP: f32 = 24.0;
const TRACK: f32 = 28.0;
/// The frame of a preview: its line and dashes, the inset of the picture in it.
const FRAME: f32 = 3.0;
const DASH: f32 = 10.0;
const DASH_GAP: f32 = 7.0;
const FRAME_INSET: f32 = 4.0;
/// The caption: its height, the distance from its top to the name, without a preview and with one.
const CAPTION_LINE: f32 = 34.0;
const CAPTION_PITCH: f32 = 36.0;
const PREVIEW_PITCH: f32 = 30.0;
const PREVIEW_PITCH_BO: f32 = 34.0;
/// The least gap before the planned time in the caption; its height on a line of its own, and the distance to the next line.
const PLANNED_GAP: f32 = 24.0;
const PLANNED_LINE: f32 = 32.0;
const PLANNED_PITCH: f32 = 36.0;
/// The name: text, height of a line (in Tibetan, and in a preview in Tibetan), the gap after it.
const NAME: f32 = 30.0;
const NAME_LINE: f32 = 46.0;
const NAME_LINE_BO: f32 = 56.0;
const NAME_LINE_BO_PREVIEW: f32 = 50.0;
const NAME_GAP: f32 = 6.0;
/// Areas of words higher than this have space for two lines of the name, which may be this much higher than two lines.
const TWO_LINES_ABOVE: f32 = 200.0;
const LINES_SLACK: f32 = 4.0;
/// The stop after the next: text and height, the gap above it, the space it needs, how far this may reach over the area.
const AFTER: f32 = 24.0;
const AFTER_LINE: f32 = 40.0;
const AFTER_GAP: f32 = 8.0;
const AFTER_LEAST: f32 = 44.0;
const AFTER_OVERHANG: f32 = 8.0;
const RULE: f32 = 1.5;
/// The keys of a preview: text, height of a line, how much they are raised, the gap between key and words.
const KEYS: f32 = 21.0;
const KEYS_LINE: f32 = 34.0;
const KEYS_LIFT: f32 = 11.0;
const KEY_GAP: f32 = 12.0;
/// Between the two keys: the gap in one row, and the pitch of two rows; the gap above one row.
const KEYS_GAP: f32 = 26.0;
const KEYS_PITCH: f32 = 37.0;
const ONE_ROW_GAP: f32 = 14.0;
/// How far the last line may reach over the area, and the least width of its words.
const KEYS_OVERHANG: f32 = 12.0;
const KEYS_LEAST: f32 = 10.0;

pub(super) fn next_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect, with_track: bool) {
    let talk = cx.state.talk();
    // While the audience's view is frozen, the stop that is being prepared is shown, not the one after it.
    let prepared = talk.frozen.as_ref().filter(|(_, spot)| *spot != talk.spot).map(|_| talk.spot.clone());
    let chosen = talk.preview(cx.x());
    let is_prepared = chosen.is_none() && prepared.is_some();
    let preview = chosen.or(prepared);
    let next = || talk.stops.beside(talk.spot.stop, 1).map(Spot::at);
    let spot = preview.clone().or_else(next);
    let pen = Pen { ui, cx, area: window, scale, named: true };
    let place = pen.rect(area.left(), area.top(), area.width(), area.height());
    panel(&pen, place);
    // The picture is beside the words, or above them in an upright area.
    let stacked = area.height() > area.width() * 0.54;
    let most = if stacked { vec2(area.width(), area.height() * 0.5) } else { vec2(area.width() * 0.42, area.height()) };
    let width = most.x.min(most.y * audience_shape(cx));
    let size = vec2(width, width / audience_shape(cx));
    let small =
        pen.rect(area.left(), area.top() + if stacked { 0.0 } else { (area.height() - size.y) / 2.0 }, size.x, size.y);
    let words = if stacked {
        Rect::from_min_max(
            egui::pos2(area.left() + UNDER_LEFT, area.top() + size.y + UNDER_GAP),
            area.max - vec2(UNDER_RIGHT, WORDS_BOTTOM),
        )
    } else {
        Rect::from_min_max(
            egui::pos2(area.left() + size.x + BESIDE_GAP, area.top() + BESIDE_TOP),
            area.max - vec2(BESIDE_RIGHT, WORDS_BOTTOM),
        )
    };
    let Some(spot) = spot else { return last_ui(&pen, area) };
    let right = if with_track && preview.is_none() { words.left() + words.width() * 0.34 } else { words.right() };
    words_ui(
        &pen,
        Rect::from_min_max(words.min, egui::pos2(right, words.bottom())),
        &spot,
        preview.is_some(),
        is_prepared,
    );
    if with_track && preview.is_none() {
        let top = area.center().y - TRACK / 2.0;
        let track = Rect::from_min_max(egui::pos2(right + TRACK_GAP, top), egui::pos2(words.right(), top + TRACK));
        track::track_ui(&pen, track, time::pace(&pen).0);
    }
    if preview.is_some() {
        let line = Line::new(pen.px(FRAME), console::SOFT);
        paint_shapes(ui.painter(), [widgets::dashed_rect(place, pen.px(DASH), pen.px(DASH_GAP), line)]);
    }
    let picture = talk.audience_view_of(&spot, cx.state.lang(), cx.state.theme());
    let small = if preview.is_some() { small.shrink(scale * FRAME_INSET) } else { small };
    audience::view_ui(ui, cx, small, &picture, false);
}

/// Says that there is no next stop, and what comes instead.
fn last_ui(pen: &Pen<'_>, area: Rect) {
    let say = |talk: Talk<'_>| pen.cx.say(Say::Talk(talk));
    let words = if pen.cx.state.talk().closing {
        say(Talk::Closing)
    } else {
        format!("{}\n{}", say(Talk::LastStop), say(Talk::ThenClosing))
    };
    let label = pen.label(&words, tight(LAST, false), console::SOFT);
    pen.put(label, area.left() + LAST_PAD, area.top() + LAST_PAD, area.width() - 2.0 * LAST_PAD);
}

/// From the top of the caption to the name, and the height of a line of this.
fn pitches(lang: Lang, preview: bool) -> [f32; 2] {
    match (lang, preview) {
        (Lang::Bo, true) => [PREVIEW_PITCH_BO, NAME_LINE_BO_PREVIEW],
        (Lang::Bo, false) => [CAPTION_PITCH, NAME_LINE_BO],
        (Lang::En | Lang::Zh, true) => [PREVIEW_PITCH, NAME_LINE],
        (Lang::En | Lang::Zh, false) => [CAPTION_PITCH, NAME_LINE],
    }
}

/// The number and name of the stop, its planned time, what comes after it; or what the keys do with a preview.
fn words_ui(pen: &Pen<'_>, area: Rect, spot: &Spot, preview: bool, is_prepared: bool) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let say = |talk: Talk<'_>| cx.say(Say::Talk(talk));
    let (stop, number) = (talk.stops.get(spot.stop), talk.stops.position(spot.stop) + 1);
    let (begin, end) = talk.plan.span(spot.stop);
    let planned = say(Talk::Planned(&text::time(end - begin, false)));
    let header = if preview { say(Talk::Preview) } else { say(Talk::Next(number)) };
    let label = pen.label(&header, tight(CAPTION, false), console::SOFT);
    let header_width = pen.size(&label).x;
    let mut y = area.top();
    pen.inside(label, Align::Min, pen.rect(area.left(), y, area.width(), CAPTION_LINE));
    let label = pen.label(&planned, tight(CAPTION, false), console::SOFT);
    let beside = !preview && header_width + pen.size(&label).x + PLANNED_GAP < area.width();
    if beside {
        let height = pen.size(&label).y;
        pen.line(label, Align::Max, area.right(), y + CAPTION_LINE / 2.0 - height / 2.0);
    }
    let [pitch, line] = pitches(cx.lang(), preview);
    y += pitch;
    let title = match &spot.aside {
        Some(shows) => text::shows_title(cx.lang(), cx.x(), shows),
        None => stop.map(|stop| text::stop_title(cx.lang(), cx.x(), stop)).unwrap_or_default(),
    };
    let title = if preview && spot.aside.is_none() { format!("{number}  {title}") } else { title };
    // Two lines where there is space for them.
    let most = if area.height() > TWO_LINES_ABOVE { 2.0 * line } else { line };
    let label = pen.label(&title, tight(NAME, true), console::CREAM);
    let wrapped = pen.size(&label.clone().width(pen.px(area.width()))).y;
    let taken = if wrapped > line && wrapped <= most + LINES_SLACK {
        pen.put(label, area.left(), y, area.width())
    } else {
        pen.inside(label, Align::Min, pen.rect(area.left(), y, area.width(), line));
        line
    };
    y += taken + NAME_GAP;
    if preview {
        keys_ui(pen, Rect::from_min_max(egui::pos2(area.left(), y - KEYS_LIFT), area.max), is_prepared);
        return;
    }
    if !beside {
        pen.inside(
            pen.label(&planned, tight(CAPTION, false), console::SOFT),
            Align::Min,
            pen.rect(area.left(), y, area.width(), PLANNED_LINE),
        );
        y += PLANNED_PITCH;
    }
    let after = talk.stops.beside(spot.stop, 1).and_then(|after| talk.stops.get(after));
    if let Some(after) = after.filter(|_| y + AFTER_LEAST < area.bottom() + AFTER_OVERHANG) {
        let stroke = Stroke::new(pen.px(RULE).max(1.0), console::LINE);
        pen.ui.painter().hline(pen.at(area.left(), 0.0).x..=pen.at(area.right(), 0.0).x, pen.at(0.0, y).y, stroke);
        let words = format!("{}  {}", say(Talk::Then(number + 1)), text::stop_title(cx.lang(), cx.x(), after));
        pen.inside(
            pen.label(&words, tight(AFTER, false), console::SOFT),
            Align::Min,
            pen.rect(area.left(), y + AFTER_GAP, area.width(), AFTER_LINE),
        );
    }
}

/// What Enter and Esc do, side by side or one under the other; what F does with a stop that is being prepared.
fn keys_ui(pen: &Pen<'_>, area: Rect, is_prepared: bool) {
    let say = |talk: Talk<'_>| pen.cx.say(Say::Talk(talk));
    let enter = if pen.cx.state.talk().frozen.is_some() { Talk::ChooseIt } else { Talk::ShowIt };
    let words = if is_prepared {
        vec![("F", say(Talk::ShowIt))]
    } else {
        vec![("Enter", say(enter)), ("Esc", say(Talk::BackToNotes))]
    };
    let label = |i: usize| pen.label(&words[i].1, tight(KEYS, false), console::SOFT);
    let width = |i: usize| key_width(pen, words[i].0) + KEY_GAP + pen.size(&label(i)).x;
    let all: f32 = (0..words.len()).map(width).sum();
    let beside = all + KEYS_GAP <= area.width();
    let top = area.top() + if beside { ONE_ROW_GAP } else { 0.0 };
    let places = [(0.0, 0.0), if beside { (width(0) + KEYS_GAP, 0.0) } else { (0.0, KEYS_PITCH) }];
    for (i, (x, y)) in places.into_iter().enumerate().take(words.len()) {
        let (x, y) = (area.left() + x, top + y);
        if y + KEYS_LINE > area.bottom() + KEYS_OVERHANG {
            return;
        }
        let width = key_width(pen, words[i].0);
        key_ui(
            pen,
            pen.at(x + width, 0.0).x,
            pen.at(0.0, y + KEYS_LINE / 2.0).y,
            words[i].0,
            [console::CREAM, console::EDGE],
        );
        let left = x + width + KEY_GAP;
        pen.inside(label(i), Align::Min, pen.rect(left, y, (area.right() - left).max(KEYS_LEAST), KEYS_LINE));
    }
}
