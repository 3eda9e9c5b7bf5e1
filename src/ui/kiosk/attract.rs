//! The attract loop: pictures, charts and milestones as an audience sees them, and beside them the title and how to begin.

use egui::{Align, Rect, Ui, vec2};

use super::parts::{RADIUS, corners};
use crate::model::Lang;
use crate::state::Kiosk;
use crate::state::kiosk::attract::view_at;
use crate::state::talk::AudienceView;
use crate::text::{self, Kiosk as Words, Say};
use crate::ui::Cx;
use crate::ui::marks::paint_shapes;
use crate::ui::presenter::{HEIGHT, Pen, audience, tight};
use crate::ui::widgets;

/// The words beside the content: their share of the width, or of an upright screen's height, and its least width in measures.
const BESIDE: f32 = 1.0 / 3.0;
const BELOW: f32 = 0.36;
const WIDTH: f32 = 640.0;
/// The margin, and the line over the title.
const MARGIN: f32 = 64.0;
const LINE: [f32; 4] = [MARGIN, 76.0, 96.0, 10.0];
/// The titles: their top, the first one's sizes and height, the sizes and heights of the others, and the gap between two.
const TOP: f32 = 124.0;
const TITLES: [f32; 6] = [64.0, 58.0, 52.0, 46.0, 40.0, 34.0];
const TITLE: f32 = 320.0;
const OTHERS: [f32; 3] = [40.0, 36.0, 32.0];
const OTHER: f32 = 130.0;
const GAP: f32 = 32.0;
/// How to begin: its height, its distance from the foot, the sizes of its words, those of the other languages, and their gap.
const BEGIN: f32 = 148.0;
const FOOT: f32 = 128.0;
const BEGIN_SIZES: [f32; 5] = [52.0, 46.0, 40.0, 34.0, 28.0];
const ALSO: [f32; 3] = [32.0, 28.0, 24.0];
const ALSO_HEIGHT: f32 = 62.0;
/// The mark of the minute: its dots, their distance and radius, and their distance from the foot.
const DOTS: u64 = 5;
const DOT: f32 = 5.0;
const DOT_STEP: f32 = 26.0;
const DOT_FOOT: f32 = 52.0;
/// The side of the mark where there is no content.
const MARK: f32 = 220.0;

pub fn attract_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, kiosk: &Kiosk) {
    let turn = kiosk.turn();
    let next = view_at(cx.state, turn);
    let is_upright = area.height() >= area.width();
    let (content, words) = if is_upright {
        area.split_top_bottom_at_fraction(1.0 - BELOW)
    } else {
        let (words, content) = area.split_left_right_at_fraction(BESIDE);
        (content, words)
    };
    audience::fading_ui(ui, cx, next, |ui, view, named| {
        if view.shows.is_some() || view.whole {
            audience::view_ui(ui, cx, content, view, named);
        } else {
            empty_ui(ui, cx, content);
        }
        words_ui(ui, cx, words, view, named);
    });
    // The mark does not fade: it says that the loop goes on.
    dots_ui(&pen(ui, cx, words, false), turn);
    for ahead in [1, 2] {
        audience::preload(ui, cx, content, &view_at(cx.state, turn + ahead));
    }
}

fn pen<'a>(ui: &'a Ui, cx: &'a Cx<'a>, area: Rect, named: bool) -> Pen<'a> {
    let is_below = area.width() > area.height();
    let scale = if is_below {
        (area.width() / HEIGHT).min(area.height() / (HEIGHT * 0.62))
    } else {
        (area.width() / WIDTH).min(area.height() / HEIGHT)
    };
    Pen { ui, cx, area, scale, named }
}

fn empty_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    let side = MARK * (area.size().min_elem() / HEIGHT);
    let mark = Rect::from_center_size(area.center(), vec2(side, side));
    paint_shapes(ui.painter(), widgets::mark(mark, [cx.colors.text, cx.colors.accent, cx.colors.gold]));
}

/// The title, in the language of this turn and in the others, and how to begin.
fn words_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, view: &AudienceView, named: bool) {
    let cx = &cx.dressed(view.lang, cx.state.theme());
    ui.painter().rect_filled(area, 0.0, cx.colors.bg);
    let pen = pen(ui, cx, area, named);
    let [x, y, width, height] = LINE;
    let is_below = area.width() > area.height();
    let lift = if is_below { y - height } else { 0.0 };
    ui.painter().rect_filled(pen.rect(x, y - lift, width, height), corners(&pen, height / 2.0), cx.colors.accent);
    let width = pen.width() - 2.0 * MARGIN;
    let others: Vec<Lang> = cx.state.languages().iter().copied().filter(|lang| *lang != view.lang).collect();
    #[expect(clippy::cast_precision_loss, reason = "two at most")]
    let count = others.len() as f32;
    let bottom = pen.height() - FOOT - BEGIN - count * ALSO_HEIGHT - GAP;
    // Titles first, as far as they have room over what says how to begin.
    let mut top = TOP - lift;
    let title = |lang, sizes: &[f32], most: f32, bold, color, top: f32| {
        let words = cx.x().title.resolve(lang);
        let area = Rect::from_min_size(egui::pos2(MARGIN, top), vec2(width, most.min(bottom - top).max(1.0)));
        let kind = pen.fitting(words.text, tight(sizes[0], bold), area.size(), sizes);
        let label = pen.label_in(words.lang, words.text, kind, color).width(pen.px(width));
        let height = pen.size(&label).y;
        (height <= area.height() + 1.0).then(|| pen.put(label, area.left(), area.top(), width))
    };
    if let Some(height) = title(view.lang, &TITLES, TITLE, true, cx.colors.text, top) {
        top += height + GAP;
        for lang in &others {
            let resolved = cx.x().title.resolve(*lang);
            // A title that exists in one language alone is not said twice.
            if resolved.lang == *lang
                && let Some(height) = title(*lang, &OTHERS, OTHER, false, cx.colors.dim, top)
            {
                top += height + GAP / 2.0;
            }
        }
    }
    begin_ui(&pen, view.lang, &others, width);
}

fn begin_ui(pen: &Pen<'_>, lang: Lang, others: &[Lang], width: f32) {
    let colors = &pen.cx.colors;
    #[expect(clippy::cast_precision_loss, reason = "two at most")]
    let mut y = pen.height() - FOOT - BEGIN - others.len() as f32 * ALSO_HEIGHT;
    let begin = pen.rect(MARGIN, y, width, BEGIN);
    pen.ui.painter().rect_filled(begin, corners(pen, RADIUS), colors.text);
    let words = text::say(lang, Say::Kiosk(Words::TouchToBegin));
    let room = vec2(width - 2.0 * GAP, BEGIN);
    let kind = pen.fitting(&words, tight(BEGIN_SIZES[0], true), room, &BEGIN_SIZES);
    let inner = Rect::from_min_size(pen.at(MARGIN + GAP, y), room * pen.scale);
    pen.inside(pen.label_in(lang, &words, kind, colors.bg), Align::Center, inner);
    y += BEGIN + 12.0;
    for &other in others {
        let words = text::say(other, Say::Kiosk(Words::TouchToBegin));
        let kind = pen.fitting(&words, tight(ALSO[0], false), vec2(width, ALSO_HEIGHT), &ALSO);
        let inner = Rect::from_min_size(pen.at(MARGIN, y), vec2(width, ALSO_HEIGHT) * pen.scale);
        pen.inside(pen.label_in(other, &words, kind, colors.dim), Align::Center, inner);
        y += ALSO_HEIGHT;
    }
}

/// Which fifth of a minute it is: whoever looks twice sees that the loop goes on.
fn dots_ui(pen: &Pen<'_>, turn: u64) {
    let colors = &pen.cx.colors;
    let mut x = MARGIN + DOT;
    for dot in 0..DOTS {
        let middle = pen.at(x, pen.height() - DOT_FOOT);
        let color = if turn % DOTS == dot { colors.text } else { colors.line };
        pen.ui.painter().circle_filled(middle, pen.px(DOT), color);
        x += DOT_STEP;
    }
}
