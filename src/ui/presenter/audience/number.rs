//! One figure, as large as the screen, with its precision word, what it counts, who reported it, and what another report says.

use egui::{Align, Rect, pos2, vec2};

use super::column::{Block, Column, Fitted, STEPS};
use super::photo::{UPRIGHT, credit, picture_ui};
use super::poster::{block, dim, picture_area, reporters};
use super::{Scene, TEXT};
use crate::model::{Amount, Card, Figure, FigureState, Report, SourceId, Statement};
use crate::text::{self, Say};
use crate::ui::presenter::pen::{Pen, tight};

/// The margin at the sides, that on a narrower screen than this, over all, and under it.
const SIDE: f32 = 104.0;
const SIDE_NARROW: f32 = 64.0;
const WIDE: f32 = 1400.0;
const TOP: f32 = 44.0;
const BOTTOM: f32 = 68.0;
/// The largest digits; their height and what a comma takes under them, as shares of their size; how far they hang out at the left.
const DIGITS: f32 = 560.0;
const HEIGHT: f32 = 0.66;
const DESCENT: f32 = 0.18;
const HANG: f32 = 0.045;
/// The size at which digits are measured.
const MEASURED: f32 = 100.0;
/// The size of a precision word before the digits, and after them; the gap between them.
const BEFORE: f32 = 150.0;
const AFTER: [f32; STEPS] = [104.0, 96.0, 88.0, 80.0];
const UNDER_WORD: f32 = 8.0;
/// The sizes of what is counted, and of the words under it, and the gap between them.
const UNIT: [f32; STEPS] = [76.0, 68.0, 60.0, 52.0];
const WORDS: [f32; STEPS] = [56.0, 50.0, 44.0, 40.0];
const WORDS_GAP: f32 = 4.0;
/// The most of the height that the words take, and the foot.
const WORDS_SHARE: f32 = 0.34;
const FOOT_SHARE: f32 = 0.3;
/// The share of a picture beside it.
const PICTURE: f32 = 0.38;
/// The name over all: its top, and the least width for it.
const NAME_TOP: f32 = 64.0;
const NAME_HEIGHT: f32 = 60.0;
const NAME_WIDTH: f32 = 420.0;
/// The rule: its thickness, over and under it.
const RULE: f32 = 3.0;
const RULE_GAP: [f32; 2] = [28.0, 26.0];
/// The sizes of the foot's headings and lines, the gap between its two parts, and the share of the first.
const HEADING: [f32; STEPS] = [TEXT, TEXT, 36.0, 34.0];
const LINES: [f32; STEPS] = [40.0, TEXT, 36.0, 34.0];
const FOOT_GAP: f32 = 48.0;
const FOOT_FIRST: f32 = 0.58;

pub(super) fn number_ui(scene: &Scene<'_>, card: &Card, statement: &Statement, (figure, amount): (&Figure, Amount)) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let photo = scene.picture.photo(cx.state.pack());
    let picture = photo.map(|_| picture_area(pen, PICTURE));
    if let Some((photo, area)) = photo.zip(picture) {
        picture_ui(scene, photo, area);
    }
    let mut area = Rect::from_min_max(pos2(0.0, TOP), pos2(pen.width(), pen.height() - BOTTOM));
    match picture {
        Some(picture) if picture.left() > 0.0 => area.max.x = picture.left(),
        Some(picture) => area.min.y = picture.bottom() + TOP,
        None => {}
    }
    let area = area.shrink2(vec2(if area.width() < WIDE { SIDE_NARROW } else { SIDE }, 0.0));

    // From the foot upwards.
    let sources = if statement.sources.is_empty() { figure.sources() } else { statement.sources.iter().collect() };
    let sources: Vec<SourceId> = sources.into_iter().cloned().collect();
    let mut reported = Column::default();
    reported.add(dim(cx, &cx.say(Say::WhoReported), HEADING, 0.0));
    for line in reporters(cx, &sources) {
        reported.add(block(cx, (cx.lang(), &line), LINES, false, 0.0));
    }
    if let Some(photo) = photo {
        reported.add(dim(cx, &credit(cx, photo), HEADING, 0.0));
    }
    let bottom = foot_ui(pen, area, &reported, &differing(pen, statement, &figure.also));
    let above = area.with_max_y(bottom);

    let parts = text::amount_parts(cx.lang(), statement.unit.written(cx.lang(), amount));
    let words = words(scene, card, statement, figure, parts.after);
    let words = words.fit_in_part(pen, vec2(above.width(), above.height() * WORDS_SHARE));
    let all = text::measured(cx.lang(), amount, &statement.unit);
    digits_ui(scene, above, &parts, &words, &all);
}

/// What is counted, and the words of the card.
fn words(scene: &Scene<'_>, card: &Card, statement: &Statement, figure: &Figure, after: &str) -> Column {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let mut words = Column::default();
    words.add(block(cx, (cx.lang(), after), AFTER, true, 0.0));
    let unit = statement.unit.resolve(cx.lang());
    words.add(block(cx, (unit.lang, unit.text), UNIT, false, 0.0));
    let (lang, said) = pen.resolve(if card.text.is_empty() { &statement.text } else { &card.text });
    words.add(Block { gives_way: true, ..block(cx, (lang, &said), WORDS, false, WORDS_GAP) });
    if matches!(figure.state, FigureState::WorkedOut { .. }) {
        words.add(dim(cx, &cx.say(Say::WorkedOut), WORDS, WORDS_GAP));
    }
    words
}

/// The first report that differs, and how many others do.
fn differing(pen: &Pen<'_>, statement: &Statement, also: &[Report]) -> Column {
    let cx = pen.cx;
    let mut column = Column::default();
    let Some((report, others)) = also.split_first() else { return column };
    column.add(dim(cx, &format!("≠ {}", cx.say(Say::ReportsDiffer)), HEADING, 0.0));
    let value = text::unbroken(&text::amount_in(cx.lang(), report.amount(), &statement.unit));
    column.add(block(cx, (cx.lang(), &value), LINES, true, 0.0));
    for line in reporters(cx, &report.sources) {
        column.add(block(cx, (cx.lang(), &line), LINES, false, 0.0));
    }
    if !others.is_empty() {
        column.add(dim(cx, &cx.say(Say::AndReports(others.len())), HEADING, 0.0));
    }
    column
}

/// Draws the foot under its rule; returns the bottom of what stands over it.
fn foot_ui(pen: &Pen<'_>, area: Rect, reported: &Column, differing: &Column) -> f32 {
    let most = area.height() * FOOT_SHARE;
    let is_beside = area.width() >= WIDE * 0.8 && !differing.is_empty();
    let first = if is_beside { (area.width() - FOOT_GAP) * FOOT_FIRST } else { area.width() };
    let second = if is_beside { area.width() - FOOT_GAP - first } else { area.width() };
    let [reported, differing] =
        [(reported, first), (differing, second)].map(|(column, width)| column.fit_in_part(pen, vec2(width, most)));
    let below = if is_beside || differing.height <= 0.0 { 0.0 } else { differing.height + FOOT_GAP / 2.0 };
    let height = if is_beside { reported.height.max(differing.height) } else { reported.height + below };
    let top = area.bottom() - height;
    reported.draw(pen, Rect::from_min_size(pos2(area.left(), top), vec2(first, height)));
    let at = if is_beside {
        pos2(area.left() + first + FOOT_GAP, top)
    } else {
        pos2(area.left(), area.bottom() - differing.height)
    };
    differing.draw(pen, Rect::from_min_size(at, vec2(second, differing.height)));
    let y = top - RULE_GAP[1] - RULE;
    pen.ui.painter().rect_filled(pen.rect(area.left(), y, area.width(), RULE), 0.0, pen.cx.colors.text);
    y - RULE_GAP[0]
}

/// Draws the precision word, the digits and the words under each other, in the middle of the height.
fn digits_ui(scene: &Scene<'_>, area: Rect, parts: &text::AmountParts, words: &Fitted, all: &str) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let pen = &Pen { named: false, ..*pen };
    let color = cx.colors.text;
    let at_size = |size: f32| pen.label(&parts.number, tight(size, true), color);
    let word = (!parts.before.is_empty()).then(|| pen.label(parts.before, tight(BEFORE, true), color));
    let word_size = word.as_ref().map(|label| pen.size(label)).unwrap_or_default();
    let beside = area.width() - word_size.x - SIDE;
    let is_named = name_ui(scene, area, if word.is_some() { beside } else { area.width() });
    let head = if is_named && word.is_none() { NAME_TOP - TOP + NAME_HEIGHT } else { 0.0 };
    let area = area.with_min_y(area.top() + head);
    let over = if word.is_some() { word_size.y + UNDER_WORD } else { 0.0 };
    let free = (area.height() - over - words.height).max(MEASURED);
    let widest = area.width() / pen.size(&at_size(MEASURED)).x * MEASURED;
    let size = DIGITS.min(widest).min(free / (HEIGHT + DESCENT)).floor();
    let spare = (area.height() - over - words.height - size * (HEIGHT + DESCENT)).max(0.0) / 2.0;
    // A word stays at the top beside the name, unless there is much room.
    let mut y = area.top() + if spare > BEFORE { spare } else { 0.0 };
    let top = y;
    if let Some(word) = word {
        pen.put(word, area.left(), y, area.width());
        y += over;
    }
    y += if spare > BEFORE { 0.0 } else { spare };
    let digits = at_size(size);
    let baseline = y + size * HEIGHT;
    let ascent = digits.baseline(pen.ui.ctx()) / pen.scale;
    let hang = size * HANG;
    pen.put(digits, area.left() - hang, baseline - ascent, area.width() + 2.0 * hang);
    y = baseline + size * DESCENT;
    let bottom = Rect::from_min_max(pos2(area.left(), y), area.max);
    scene.pen.name(pen.rect(area.left(), top, area.width(), y - top), all);
    words.draw(&scene.pen, bottom);
}

/// The stop's title, or the exhibition's where that only repeats the number, in the upper right corner.
fn name_ui(scene: &Scene<'_>, area: Rect, width: f32) -> bool {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let own = &scene.picture.title;
    let repeats = pen.resolve(own).1.chars().any(|c| c.is_ascii_digit());
    let (lang, words) = pen.resolve(if own.is_empty() || repeats { &cx.x().title } else { own });
    if words.is_empty() || width < NAME_WIDTH || area.top() > TOP {
        return false;
    }
    let label = pen.label_in(lang, &words, tight(TEXT, true), cx.colors.text);
    let is_upright = pen.width() < pen.height() * UPRIGHT;
    let align = if is_upright { Align::Min } else { Align::Max };
    pen.inside(label, align, pen.rect(area.right() - width, NAME_TOP, width, NAME_HEIGHT));
    true
}
