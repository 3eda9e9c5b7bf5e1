//! One figure, as large as the screen, with its precision word, what it counts, who reported it, and what another report says.

use egui::{Align, Rect, pos2, vec2};

use super::column::{Block, Column, Fitted, STEPS};
use super::photo::{UPRIGHT, credit, picture_ui};
use super::poster::{block, dim, picture_area, reporters};
use super::{Scene, TEXT};
use crate::model::{Amount, Card, Figure, FigureState, Lang, Report, SourceId, Statement};
use crate::text::{self, Say};
use crate::ui::presenter::pen::{LINE_SLACK, Pen, tight};
use crate::ui::typeset::Label;

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
/// The size of a precision word before the digits, and the gap under it.
const BEFORE: f32 = 150.0;
const UNDER_WORD: f32 = 8.0;
/// What is counted, after the precision word in languages where that follows: its size beside the digits and the gap before it, and
/// its sizes under them. It stands beside them where they are nearly as large as over it.
const BESIDE: f32 = 110.0;
const BESIDE_GAP: f32 = 36.0;
const TAIL: [f32; STEPS] = [100.0, 92.0, 84.0, 76.0];
const NEARLY: f32 = 0.92;
/// The sizes of the words under that, of the note that a figure is worked out, and the gap over each.
const WORDS: [f32; STEPS] = [76.0, 66.0, 56.0, 44.0];
const NOTE: [f32; STEPS] = [44.0, 42.0, 40.0, TEXT];
const WORDS_GAP: f32 = 4.0;
/// The most of the height that the words take, and the foot.
const WORDS_SHARE: f32 = 0.42;
const FOOT_SHARE: f32 = 0.3;
/// The share of a picture beside it.
const PICTURE: f32 = 0.38;
/// The name over all: its top, and the least width for it.
const NAME_TOP: f32 = 64.0;
const NAME_HEIGHT: f32 = 60.0;
const NAME_WIDTH: f32 = 420.0;
const NAME_GAP: f32 = 60.0;
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
    let unit = statement.unit.resolve(cx.lang());
    let tail = [parts.after, unit.text].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let tail = (unit.lang, tail.as_str());
    let most = vec2(above.width(), above.height() * WORDS_SHARE);
    let [beside, below] =
        [None, Some(tail)].map(|tail| words(scene, card, statement, figure, tail).fit_in_part(pen, most));
    let number = Number { area: above, parts: &parts, tail };
    // What is counted stands beside the digits where these can be as large as over it.
    let plans = [number.plan(scene, beside, true), number.plan(scene, below, false)];
    let plan = if plans[0].size >= plans[1].size * NEARLY { &plans[0] } else { &plans[1] };
    let all = text::measured(cx.lang(), amount, &statement.unit);
    number.draw(scene, plan, &all);
}

/// The words of the card, after what is counted where that stands on a line of its own.
fn words(scene: &Scene<'_>, card: &Card, statement: &Statement, figure: &Figure, tail: Option<(Lang, &str)>) -> Column {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let mut words = Column::default();
    if let Some(tail) = tail {
        words.add(block(cx, tail, TAIL, true, 0.0));
    }
    let (lang, said) = pen.resolve(if card.text.is_empty() { &statement.text } else { &card.text });
    words.add(Block { gives_way: true, ..block(cx, (lang, &said), WORDS, false, WORDS_GAP) });
    if matches!(figure.state, FigureState::WorkedOut { .. }) {
        words.add(dim(cx, &cx.say(Say::WorkedOut), NOTE, WORDS_GAP));
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

/// A number with its precision word, and what it counts, over an area.
struct Number<'n> {
    area: Rect,
    parts: &'n text::AmountParts,
    tail: (Lang, &'n str),
}

/// The size of the digits, the words under them, and what is counted beside them.
struct Plan {
    size: f32,
    words: Fitted,
    is_beside: bool,
}

impl Number<'_> {
    /// The digits, set as Latin ones in every language.
    fn digits(&self, pen: &Pen<'_>, size: f32) -> Label<'_> {
        pen.label_in(Lang::En, &self.parts.number, tight(size, true), pen.cx.colors.text)
    }

    /// The word before the digits.
    fn before(&self, pen: &Pen<'_>) -> Option<Label<'_>> {
        let word = self.parts.before;
        (!word.is_empty()).then(|| pen.label(word, tight(BEFORE, true), pen.cx.colors.text))
    }

    /// What is counted, beside the digits.
    fn beside(&self, pen: &Pen<'_>) -> Label<'_> {
        pen.label_in(self.tail.0, self.tail.1, tight(BESIDE, true), pen.cx.colors.text)
    }

    /// The height of the word before the digits, and of the name where it has a line of its own.
    fn over(&self, pen: &Pen<'_>) -> f32 {
        let name = NAME_TOP - TOP + NAME_HEIGHT + NAME_GAP / 2.0;
        let word = self.before(pen).map(|word| pen.size(&word).y + UNDER_WORD);
        word.map_or(name, |word| if is_upright(pen) { name + word } else { word })
    }

    fn plan(&self, scene: &Scene<'_>, words: Fitted, is_beside: bool) -> Plan {
        let pen = &scene.pen;
        let free = (self.area.height() - self.over(pen) - words.height).max(MEASURED);
        let tail = if is_beside { pen.size(&self.beside(pen)).x + BESIDE_GAP } else { 0.0 };
        let width = (self.area.width() - tail).max(MEASURED);
        let widest = width / pen.size(&self.digits(pen, MEASURED)).x * MEASURED;
        Plan { size: DIGITS.min(widest).min(free / (HEIGHT + DESCENT)).floor(), words, is_beside }
    }

    /// Draws the precision word, the digits and the words one under the other, in the middle of the height.
    fn draw(&self, scene: &Scene<'_>, Plan { size, words, is_beside }: &Plan, all: &str) {
        // All of the number is one name.
        let pen = &Pen { named: false, ..scene.pen };
        let (area, size) = (self.area, *size);
        let word = self.before(pen);
        let beside = word.as_ref().filter(|_| !is_upright(pen));
        let wide = area.width() - beside.map_or(0.0, |word| pen.size(word).x + NAME_GAP);
        name_ui(scene, area, wide);
        let over = self.over(pen);
        let spare = (area.height() - over - words.height - size * (HEIGHT + DESCENT)).max(0.0) / 2.0;
        // The word stays at the top, beside the name, unless there is much room.
        let shift = if spare > BEFORE { spare } else { 0.0 };
        let top = area.top() + shift + over - word.as_ref().map_or(0.0, |word| pen.size(word).y + UNDER_WORD);
        if let Some(word) = word {
            pen.put(word, area.left(), top, area.width());
        }
        let baseline = area.top() + over + spare + size * HEIGHT;
        let on_baseline = |label: Label<'_>, x: f32| {
            let ascent = label.baseline(pen.ui.ctx()) / pen.scale;
            let width = pen.size(&label).x;
            pen.put(label, x, baseline - ascent, width + LINE_SLACK);
            x + width
        };
        let right = on_baseline(self.digits(pen, size), area.left() - size * HANG);
        if *is_beside && !self.tail.1.is_empty() {
            on_baseline(self.beside(pen), right + BESIDE_GAP);
        }
        let y = baseline + size * DESCENT;
        scene.pen.name(pen.rect(area.left(), top, area.width(), y - top), all);
        words.draw(&scene.pen, area.with_min_y(y));
    }
}

/// The stop's title, or the exhibition's where that only repeats the number, in the upper right corner.
fn name_ui(scene: &Scene<'_>, area: Rect, width: f32) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let own = &scene.picture.title;
    let repeats = pen.resolve(own).1.chars().any(|c| c.is_ascii_digit());
    let (lang, words) = pen.resolve(if own.is_empty() || repeats { &cx.x().title } else { own });
    if words.is_empty() || width < NAME_WIDTH || area.top() > TOP {
        return;
    }
    let label = pen.label_in(lang, &words, tight(TEXT, true), cx.colors.text);
    let align = if is_upright(pen) { Align::Min } else { Align::Max };
    pen.inside(label, align, pen.rect(area.right() - width, NAME_TOP, width, NAME_HEIGHT));
}

/// True where the name has a line of its own over the number.
fn is_upright(pen: &Pen<'_>) -> bool {
    pen.width() < pen.height() * UPRIGHT
}
