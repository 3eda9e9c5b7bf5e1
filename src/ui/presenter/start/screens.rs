//! The screens as they are arranged, and who sees which.

use egui::{Align, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, vec2};

use crate::state::talk::{Monitor, Solo, Spot, TalkCommand};
use crate::text::{Say, Side, Talk};
use crate::ui::Cx;
use crate::ui::presenter::audience;
use crate::ui::presenter::console::send;
use crate::ui::presenter::console_widgets::{ButtonLook, CAPTION, button, corners, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::hand;
use crate::ui::theme::stage::console;

/// Who sees a screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Audience,
    Speaker,
    Both,
    Nobody,
}

/// The height of the words under the screens, and the gap above them.
const WORDS: f32 = 130.0;
const WORDS_GAP: f32 = 18.0;
/// The padding of the panel, and that at its bottom.
const PAD: f32 = 36.0;
const BOTTOM_PAD: f32 = 32.0;
/// The header: its top and height, its text, the gap in it and at its end; then the top of the screens.
const HEADER_TOP: f32 = 28.0;
const HEADER_HEIGHT: f32 = 40.0;
const HEADER: f32 = 26.0;
const HEADER_GAP: f32 = 16.0;
const HEADER_END: f32 = 20.0;
const SCREENS_TOP: f32 = 90.0;
/// A screen: the gap around it, its radius, its outline, and that with the focus.
const SCREEN_GAP: f32 = 10.0;
const SCREEN_RADIUS: f32 = 6.0;
const OUTLINE: f32 = 4.0;
const FOCUS_OUTLINE: f32 = 7.0;
/// The radius of the lines that stand for notes.
const NOTES_RADIUS: f32 = 6.0;
/// How far left of its even share a screen may begin for its words to follow it, and how far these follow.
const FOLLOW_WITHIN: f32 = 60.0;
const FOLLOW_MOST: f32 = 40.0;
/// The number of a screen: its text, how far it is raised, its width.
const NUMBER: f32 = 52.0;
const NUMBER_LIFT: f32 = 4.0;
const NUMBER_WIDTH: f32 = 50.0;
/// The words beside the number: their left end, what they leave of the width, and their lines.
const INDENT: f32 = 52.0;
const INDENTS: f32 = 64.0;
const USE: f32 = 27.0;
const USE_LINE: f32 = 40.0;
const DETAIL_LINE: f32 = 34.0;
/// The buttons: their height, the gap between them and below them.
const BUTTON: f32 = 76.0;
const BUTTON_GAP: f32 = 16.0;
const BUTTONS_GAP: f32 = 28.0;

pub(super) fn screens_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), area: Rect) {
    let places = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        panel(&pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
        header_ui(&pen, area);
        let footer = footer_ui(&pen, area);
        let console_widgets = Rect::from_min_max(
            egui::pos2(area.left() + PAD, area.top() + SCREENS_TOP),
            egui::pos2(area.right() - PAD, footer - WORDS - WORDS_GAP),
        );
        let places = places(&cx.state.talk().screens.list, console_widgets);
        words_ui(&pen, area, &places, footer - WORDS);
        places
    };
    for (i, place) in places.into_iter().enumerate() {
        screen_ui(ui, cx, (window, scale), i, place);
    }
}

fn header_ui(pen: &Pen<'_>, area: Rect) {
    let words = pen.cx.say(Say::Talk(Talk::Screens));
    let label = pen.label(&words, tight(HEADER, true), console::CREAM);
    let width = pen.size(&label).x;
    pen.inside(label, Align::Min, pen.rect(area.left() + PAD, area.top() + HEADER_TOP, area.width(), HEADER_HEIGHT));
    if pen.cx.state.talk().screens.list.len() > 1 {
        let words = pen.cx.say(Say::Talk(Talk::AsTheyStand));
        let left = area.left() + PAD + width + HEADER_GAP;
        let place = pen.rect(left, area.top() + HEADER_TOP, area.right() - left - HEADER_END, HEADER_HEIGHT);
        pen.inside(pen.label(&words, tight(CAPTION, false), console::SOFT), Align::Min, place);
    }
}

/// Where the screens stand in an area, in their own proportions.
fn places(list: &[Monitor], area: Rect) -> Vec<Rect> {
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let own = |m: &Monitor| {
        let [x, y] = m.position.map(|v| v as f32);
        let [w, h] = m.id.size.map(|v| v.max(1) as f32);
        Rect::from_min_size(egui::pos2(x, y), vec2(w, h))
    };
    let rects: Vec<Rect> = list.iter().map(own).collect();
    let all = rects.iter().fold(Rect::NOTHING, |all, r| all.union(*r));
    if !all.is_positive() {
        return Vec::new();
    }
    let factor = (area.width() / all.width()).min(area.height() / all.height());
    let offset = area.center() - all.center().to_vec2() * factor;
    let placed = |r: Rect| {
        let min = offset + r.min.to_vec2() * factor;
        Rect::from_min_size(min, r.size() * factor).shrink(SCREEN_GAP)
    };
    rects.into_iter().map(placed).collect()
}

fn seen(cx: &Cx<'_>, screen: usize) -> Seen {
    let screens = &cx.state.talk().screens;
    let Some(monitor) = screens.list.get(screen) else { return Seen::Nobody };
    let pair = screens.pair.as_ref().filter(|_| !screens.single);
    match pair {
        Some(pair) if pair.audience == monitor.id => Seen::Audience,
        Some(pair) if pair.console == monitor.id => Seen::Speaker,
        Some(_) => Seen::Nobody,
        None if screens.list.len() > 1 && screens.home.as_ref().is_some_and(|id| *id != monitor.id) => Seen::Nobody,
        None if screens.list.len() > 1 && screens.home.is_none() && screen > 0 => Seen::Nobody,
        None if screens.solo == Solo::Both => Seen::Both,
        None => Seen::Audience,
    }
}

/// A screen with what it will show; touching it makes it the audience's.
fn screen_ui(ui: &mut Ui, cx: &Cx<'_>, (window, scale): (Rect, f32), i: usize, place: Rect) {
    let who = seen(cx, i);
    let (area, name) = {
        let pen = Pen { ui, cx, area: window, scale, named: true };
        let area = pen.rect(place.left(), place.top(), place.width(), place.height());
        let name = cx.state.talk().screens.list.get(i).map(|m| m.id.name.clone()).unwrap_or_default();
        (area, format!("{} {name}", i + 1))
    };
    let response = ui.interact(area, Id::unique(("talk screen", i)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, who == Seen::Audience, &name));
    if response.clicked() && cx.state.talk().screens.list.len() > 1 {
        send(cx, TalkCommand::Audience(i));
    }
    let picture = cx.state.talk().audience_view_of(&Spot::default(), cx.state.lang(), cx.state.theme());
    match who {
        Seen::Audience => audience::view_ui(ui, cx, area, &picture, false),
        Seen::Speaker | Seen::Both => {
            let small = Rect::from_min_size(
                area.min + area.size() * vec2(if who == Seen::Both { 0.05 } else { 0.58 }, 0.14),
                area.size() * if who == Seen::Both { 0.55 } else { 0.36 },
            );
            ui.painter().rect_filled(area, 0.0, console::BG);
            audience::view_ui(ui, cx, small, &picture, false);
            let pen = Pen { ui, cx, area: window, scale, named: true };
            let left = if who == Seen::Both { 0.66 } else { 0.06 };
            let widths =
                if who == Seen::Both { [0.28, 0.28, 0.24, 0.26, 0.14] } else { [0.46, 0.46, 0.41, 0.45, 0.24] };
            for (k, width) in widths.into_iter().enumerate() {
                let color = if k == 0 { console::GOLD } else { console::SOFT };
                #[expect(clippy::cast_precision_loss, reason = "five lines")]
                let at = area.min + area.size() * vec2(left, 0.14 + 0.13 * k as f32);
                let line = Rect::from_min_size(at, area.size() * vec2(width, 0.05));
                ui.painter().rect_filled(line, corners(&pen, NOTES_RADIUS), color);
            }
        }
        Seen::Nobody => {
            ui.painter().rect_filled(area, 0.0, console::BG);
        }
    }
    let pen = Pen { ui, cx, area: window, scale, named: true };
    let color = if who == Seen::Audience || hand::has_ring(&response) { console::CREAM } else { console::EDGE };
    let stroke = Stroke::new(pen.px(if hand::has_ring(&response) { FOCUS_OUTLINE } else { OUTLINE }), color);
    ui.painter().rect_stroke(area, corners(&pen, SCREEN_RADIUS), stroke, StrokeKind::Outside);
}

/// Number, use, name and size of each screen, in columns under them.
fn words_ui(pen: &Pen<'_>, area: Rect, places: &[Rect], top: f32) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let list = &talk.screens.list;
    #[expect(clippy::cast_precision_loss, reason = "a handful of screens")]
    let width = (area.width() - 2.0 * PAD) / list.len().max(1) as f32;
    for (i, monitor) in list.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of screens")]
        let even = area.left() + PAD + i as f32 * width;
        // Under its screen, if the words fit there.
        let x = match (list.len(), places.get(i)) {
            (1 | 2, Some(place)) if i == 0 || place.left() > even - FOLLOW_WITHIN => {
                if place.left() + width * 0.8 < area.right() { place.left().max(even - FOLLOW_MOST) } else { even }
            }
            _ => even,
        };
        let number = (i + 1).to_string();
        pen.put(pen.label(&number, tight(NUMBER, true), console::CREAM), x, top - NUMBER_LIFT, NUMBER_WIDTH);
        let who = match seen(cx, i) {
            Seen::Audience => cx.say(Say::Talk(Talk::AudienceHere)),
            Seen::Speaker => cx.say(Say::Talk(Talk::NotesHere)),
            Seen::Both => cx.say(Say::Talk(Talk::NotesBeside)),
            Seen::Nobody => cx.say(Say::Talk(Talk::Unused)),
        };
        let left = x + INDENT;
        let most = width - INDENTS;
        let [w, h] = monitor.id.size;
        let side = side(list, i).map(|side| format!(", {}", cx.say(Say::Talk(Talk::Side(side))))).unwrap_or_default();
        let lines = [
            (who, tight(USE, true), console::CREAM, USE_LINE),
            (monitor.id.name.clone(), tight(CAPTION, false), console::SOFT, DETAIL_LINE),
            (format!("{w} × {h}{side}"), tight(CAPTION, false), console::SOFT, DETAIL_LINE),
        ];
        let mut y = top;
        for (words, kind, color, height) in lines {
            pen.inside(pen.label(&words, kind, color), Align::Min, pen.rect(left, y, most, height));
            y += height;
        }
    }
}

/// On which side of the others a screen stands.
fn side(list: &[Monitor], i: usize) -> Option<Side> {
    let this = list.get(i)?;
    let other = list.iter().enumerate().find(|(k, _)| *k != i)?.1;
    let by = [this.position[0] - other.position[0], this.position[1] - other.position[1]];
    Some(match by {
        [x, y] if x.abs() >= y.abs() && x > 0 => Side::Right,
        [x, y] if x.abs() >= y.abs() && x < 0 => Side::Left,
        [_, y] if y > 0 => Side::Below,
        [_, y] if y < 0 => Side::Above,
        _ => return None,
    })
}

/// The buttons under the screens, and how the choice is remembered; returns their top.
fn footer_ui(pen: &Pen<'_>, area: Rect) -> f32 {
    let (cx, screens) = (pen.cx, &pen.cx.state.talk().screens);
    let say = |talk: Talk<'_>| cx.say(Say::Talk(talk));
    let two = screens.list.len() > 1;
    let more = say(if two { Talk::RememberedHow } else { Talk::OneThere });
    let width = area.width() - 2.0 * PAD;
    let label = pen.label(&more, tight(CAPTION, false), console::SOFT);
    let height = pen.size(&label.clone().width(pen.px(width))).y;
    let footer = area.bottom() - BOTTOM_PAD - height;
    pen.put(label, area.left() + PAD, footer, width);
    let y = footer - BUTTONS_GAP - BUTTON;
    let beside = screens.solo == Solo::Both;
    let buttons: Vec<(String, &str, TalkCommand, bool)> = if two {
        let single = say(if screens.single { Talk::UseTwo } else { Talk::UseOne });
        vec![
            (say(Talk::Control(crate::text::Control::Swap)), "S", TalkCommand::Swap, false),
            (say(Talk::Identify), "I", TalkCommand::Identify(!cx.state.talk().identify), cx.state.talk().identify),
            (single, "O", TalkCommand::Single(!screens.single), screens.single),
        ]
    } else {
        vec![
            (say(Talk::AudienceAlone), "", TalkCommand::Beside(false), !beside),
            (say(Talk::NotesBeside), "", TalkCommand::Beside(true), beside),
        ]
    };
    #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
    let part = (width - BUTTON_GAP * (buttons.len() as f32 - 1.0)) / buttons.len() as f32;
    for (i, (words, key, command, on)) in buttons.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
        let place = pen.rect(area.left() + PAD + i as f32 * (part + BUTTON_GAP), y, part, BUTTON);
        let look = if on { ButtonLook::On } else { ButtonLook::Plain };
        if button(pen, place, Id::unique(("screens", i)), (&words, key), look, true).clicked() {
            send(cx, command);
        }
    }
    y
}
