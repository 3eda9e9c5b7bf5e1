//! The years, looked at one after the other in all views at once: the button that begins it, and the band at the foot with the axis that
//! personnel, pairings and timeline share.

use egui::accesskit::{Live, Role as Access};
use egui::{Align, Align2, Id, Key, Modifiers, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, remap_clamp, vec2};

use crate::state::years::{News, all_news, news, span};
use crate::state::{Action, View};
use crate::text::{self, Say};

use super::heading::{Below, right_aligned};
use super::theme::{Role, duration, hand, measure};
use super::widgets::{self, Icon};
use super::{BUTTON_ICON, Cx};

/// The line over the band, and the space above and below its content.
const EDGE: f32 = 4.0;
const PAD: f32 = 10.0;
/// Between two controls, and between the axis and what stands beside it.
const GAP: f32 = 16.0;
/// The gap over what is new in the year.
const NEWS_GAP: f32 = 2.0;
/// The least length of the axis beside the controls; a shorter one has a line of its own.
const LEAST_AXIS: f32 = 260.0;
/// The height of that line.
const AXIS_LINE: f32 = 48.0;
/// What a button takes beside its words.
const BUTTON_PAD: f32 = 48.0;
const END_PAD: f32 = 72.0;
/// The line, the handle with its middle, and the marks of milestones, of changed pairings and of batches.
const LINE: f32 = 4.0;
const HANDLE: f32 = 15.0;
const MIDDLE: f32 = 5.0;
const DOT: f32 = 3.5;
const RING: f32 = 6.5;
const TICK: f32 = 13.0;
const STROKE: f32 = 2.0;
/// The least width of a window's line before its end button has words.
const WORDS_FROM: f32 = 760.0;
/// The largest share of a window's height that the band takes.
const MOST: f32 = 0.24;
/// The gap before the button in a heading.
const BEFORE_BUTTON: f32 = 24.0;

/// Whether the view before the visitor can be looked at year by year.
fn has_years(cx: &Cx<'_>) -> bool {
    let state = cx.state;
    let is_here = matches!(state.view(), View::Personnel | View::Pairings | View::Timeline);
    is_here && state.photo().is_none() && state.finder().is_none() && state.editing().is_none()
}

/// Whether the view before the visitor has a button that begins it.
#[must_use]
pub fn is_offered(cx: &Cx<'_>) -> bool {
    cx.year.is_none() && has_years(cx) && !cx.is_across_a_room() && span(cx.x()).is_some()
}

/// Begins it with the first year, and plays.
pub fn start(cx: &Cx<'_>) {
    cx.send(Action::Year(span(cx.x()).map(|[first, _]| first)));
    cx.send(Action::PlayYears(true));
}

/// The width that the button of a heading needs; nothing where there is none.
#[must_use]
pub fn button_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    if !is_offered(cx) {
        return 0.0;
    }
    let words = cx.say(Say::YearByYear);
    cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_ICON + BUTTON_PAD
}

/// Draws the button that begins with the first year, at the end of a heading's line where it leaves room; gives where the rest ends.
pub fn button_ui(ui: &Ui, cx: &Cx<'_>, below: &Below) -> f32 {
    let width = button_width(ui, cx);
    if width == 0.0 || below.right + BEFORE_BUTTON > below.end - width {
        return below.end;
    }
    let [area] = right_aligned(below.end, below.middle, measure::BUTTON, 0.0, &[width])[..] else { return below.end };
    let (words, style) = (cx.say(Say::YearByYear), cx.style(Role::Label));
    if widgets::button(ui, area, Id::unique("year by year"), (Some(Icon::Play), &words), &style, &cx.colors, true)
        .clicked()
    {
        start(cx);
    }
    area.left() - GAP
}

/// Begins a frame: the context with room for the band.
#[must_use]
pub fn begin<'a>(ui: &Ui, cx: &Cx<'a>) -> Cx<'a> {
    match Band::of(ui, cx) {
        Some(band) => cx.with_foot(band.height),
        None => cx.with_foot(cx.band),
    }
}

/// How much of something that has come by the year is seen, from 0 to 1, while it comes or goes.
#[must_use]
pub fn seen(ui: &Ui, cx: &Cx<'_>, id: Id, has_come: bool) -> f32 {
    let secs = if cx.state.still() { 0.0 } else { duration::SHEET };
    ui.ctx().animate_bool_with_time(id, has_come, secs)
}

/// The band, measured.
struct Band {
    year: u16,
    span: [u16; 2],
    /// The year, and what is new in it.
    words: [String; 2],
    end: String,
    /// Whether its end button has words, whether the axis has a line of its own, and whether what is new is told.
    has_words: bool,
    is_split: bool,
    tells: bool,
    height: f32,
}

impl Band {
    fn of(ui: &Ui, cx: &Cx<'_>) -> Option<Self> {
        let (year, span) = (cx.year.filter(|_| has_years(cx))?, span(cx.x())?);
        let words = [cx.say(Say::InYear(&year.to_string())), told(cx, year)];
        let whole = cx.layout.size.x - 2.0 * cx.layout.margin;
        let has_words = whole >= WORDS_FROM;
        let mut band = Self {
            year,
            span,
            words,
            end: cx.say(Say::AllYears),
            has_words,
            is_split: false,
            tells: true,
            height: 0.0,
        };
        let controls = measure::BUTTON + band.year_width(ui, cx) + band.end_width(ui, cx) + 3.0 * GAP;
        band.is_split = whole - controls < LEAST_AXIS;
        for tells in [true, false] {
            band.tells = tells;
            let told = if tells { NEWS_GAP + cx.style(Role::Note).line } else { 0.0 };
            let axis = if band.is_split { AXIS_LINE } else { 0.0 };
            band.height = EDGE + 2.0 * PAD + measure::BUTTON + axis + told;
            if band.height <= cx.layout.size.y * MOST {
                break;
            }
        }
        Some(band)
    }

    /// The width of the year: that of the widest one, so that the axis stays where it is.
    fn year_width(&self, ui: &Ui, cx: &Cx<'_>) -> f32 {
        let width = |year: u16| cx.label(&cx.say(Say::InYear(&year.to_string())), Role::CardHeading).size(ui.ctx()).x;
        self.span.into_iter().chain([2000, self.year]).map(width).fold(0.0, f32::max)
    }

    fn end_width(&self, ui: &Ui, cx: &Cx<'_>) -> f32 {
        if !self.has_words {
            return measure::BUTTON;
        }
        cx.label(&self.end, Role::LabelStrong).size(ui.ctx()).x + END_PAD
    }
}

/// What is new in a year, in a line.
fn told(cx: &Cx<'_>, year: u16) -> String {
    let one = |news: News<'_>| match news {
        News::Batch(batch) => cx.say(Say::BatchArrives(batch.number)),
        News::Pairings(step) => cx.localized(&step.change),
        News::Milestone(milestone) => cx.localized(&milestone.title),
    };
    // A milestone tells of the batch itself.
    let has_milestone = news(cx.x(), year).any(|news| matches!(news, News::Milestone(_)));
    let told = news(cx.x(), year).filter(|news| !(has_milestone && matches!(news, News::Batch(_))));
    let all: Vec<String> = told.map(one).filter(|words| !words.is_empty()).collect();
    all.join(text::semicolon(cx.lang()))
}

/// Draws the band at the foot of the views.
pub fn band_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let Some(band) = Band::of(ui, cx) else { return };
    ui.painter().rect_filled(area, 0.0, cx.colors.card);
    ui.painter().rect_filled(area.with_max_y(area.top() + EDGE), 0.0, cx.colors.accent);
    let inner = area.with_min_y(area.top() + EDGE).shrink2(vec2(cx.layout.margin, PAD));
    let line = inner.with_max_y(inner.top() + measure::BUTTON);
    let play = Rect::from_min_size(line.min, vec2(measure::BUTTON, measure::BUTTON));
    play_ui(ui, cx, play);
    keys_ui(ui, cx, &band);
    let year = Rect::from_min_size(pos2(play.right() + GAP, line.top()), vec2(band.year_width(ui, cx), line.height()));
    cx.label(&band.words[0], Role::CardHeading).color(cx.colors.accent).paint_in(ui, year);
    let end = Align2::RIGHT_CENTER.anchor_size(line.right_center(), vec2(band.end_width(ui, cx), measure::BUTTON));
    end_ui(ui, cx, &band, end);
    let (axis, told) = if band.is_split {
        (Rect::from_min_size(line.left_bottom(), vec2(line.width(), AXIS_LINE)), line.left())
    } else {
        (Rect::from_min_max(pos2(year.right() + GAP, line.top()), pos2(end.left() - GAP, line.bottom())), year.left())
    };
    axis_ui(ui, cx, &band, axis);
    if band.tells && !band.words[1].is_empty() {
        let at = pos2(told, axis.bottom() + NEWS_GAP);
        cx.label(&band.words[1], Role::Note).width((inner.right() - told).max(1.0)).one_line().paint(ui, at);
    }
}

fn play_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let plays = cx.state.session().next_year.is_some();
    let (glyph, name) = if plays { (Icon::Pause, Say::PauseYears) } else { (Icon::Play, Say::PlayYears) };
    if widgets::icon_button(ui, area, Id::unique("play all years"), glyph, &cx.say(name), &cx.colors, true).clicked() {
        cx.send(Action::PlayYears(!plays));
    }
}

/// The keys that play or pause, and lead to the first and the last year, where nothing else has the focus.
fn keys_ui(ui: &Ui, cx: &Cx<'_>, band: &Band) {
    if cx.state.sheet().is_some() || cx.state.overlay().is_some() || ui.memory(|m| m.focused().is_some()) {
        return;
    }
    let press = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    if press(Key::Space) {
        cx.send(Action::PlayYears(cx.state.session().next_year.is_none()));
    }
    for (key, year) in [(Key::Home, band.span[0]), (Key::End, band.span[1])] {
        if press(key) {
            cx.send(Action::Year(Some(year)));
        }
    }
}

fn end_ui(ui: &Ui, cx: &Cx<'_>, band: &Band, area: Rect) {
    let id = Id::unique("all years");
    let response = if band.has_words {
        widgets::choice(ui, area, id, &band.end, &band.end, &cx.style(Role::LabelStrong), &cx.colors)
    } else {
        widgets::icon_button(ui, area, id, Icon::Cross, &band.end, &cx.colors, true)
    };
    if response.clicked() {
        cx.send(Action::Year(None));
    }
}

/// The axis in true scale, with a mark for each year with news. It is touched, dragged, and moved by keys.
fn axis_ui(ui: &Ui, cx: &Cx<'_>, band: &Band, area: Rect) {
    let [first, last] = band.span;
    let label = |year: u16| (year.to_string(), Role::Note);
    let width = |year: u16| cx.label(&label(year).0, Role::Note).size(ui.ctx()).x;
    let ends = [area.left() + width(first) + GAP, area.right() - width(last) - GAP];
    let years = f32::from(first)..=f32::from(last);
    let x = |year: u16| remap_clamp(f32::from(year), years.clone(), ends[0]..=ends[1]);
    let y = area.center().y;
    let response = ui.interact(area, Id::unique("axis of the years"), Sense::click_and_drag());
    let to = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged());
    let to = to.map(|at| nearest(remap_clamp(at.x, ends[0]..=ends[1], years.clone()), band.span));
    let to = to.or_else(|| pressed(ui, &response, band));
    if let Some(to) = to.filter(|to| *to != band.year) {
        cx.send(Action::Year(Some(to)));
    } else if to.is_some() && cx.state.session().next_year.is_some() {
        cx.send(Action::PlayYears(false));
    }
    response.widget_info(|| WidgetInfo::labeled(Access::Slider, true, cx.say(Say::YearByYear)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(band.words.join(". "));
        node.set_live(Live::Polite);
        node.set_numeric_value(f64::from(band.year));
        node.set_min_numeric_value(f64::from(first));
        node.set_max_numeric_value(f64::from(last));
        node.set_numeric_value_step(1.0);
        if band.year < last {
            node.add_action(egui::accesskit::Action::Increment);
        }
        if band.year > first {
            node.add_action(egui::accesskit::Action::Decrement);
        }
    });
    let (painter, colors) = (ui.painter(), &cx.colors);
    painter.hline(ends[0]..=ends[1], y, Stroke::new(LINE, colors.edge));
    painter.hline(ends[0]..=x(band.year), y, Stroke::new(LINE, colors.accent));
    for news in all_news(cx.x()) {
        let at = x(news.year());
        let color = if news.year() <= band.year { colors.accent } else { colors.edge };
        match news {
            News::Milestone(_) => drop(painter.circle_filled(pos2(at, y - TICK), DOT, color)),
            News::Pairings(_) => drop(painter.circle(pos2(at, y), RING, colors.card, Stroke::new(STROKE, color))),
            News::Batch(_) => drop(painter.vline(at, y..=y + TICK, Stroke::new(STROKE, color))),
        }
    }
    let center = pos2(x(band.year), y);
    painter.circle_filled(center, HANDLE, cx.touched(colors.accent, &response));
    painter.circle_filled(center, MIDDLE, colors.on_accent);
    for (year, at, align) in [(first, area.left(), Align::Min), (last, area.right(), Align::Max)] {
        let (words, role) = label(year);
        let label = cx.dim(&words, role).align(align);
        label.paint(ui, pos2(at, y - label.size(ui.ctx()).y / 2.0));
    }
    if hand::has_ring(&response) {
        widgets::focus_ring(ui, &response, measure::RADIUS_ROW, colors);
    }
}

/// The year nearest to a place on the axis.
fn nearest(at: f32, [first, last]: [u16; 2]) -> u16 {
    (first..=last).min_by(|a, b| (f32::from(*a) - at).abs().total_cmp(&(f32::from(*b) - at).abs())).unwrap_or(first)
}

/// The year to which a key leads where the axis has the focus; also what a screen reader asks for.
fn pressed(ui: &Ui, response: &Response, band: &Band) -> Option<u16> {
    let [first, last] = band.span;
    let asks = |action| ui.input(|i| i.has_accesskit_action_request(response.id, action));
    if asks(egui::accesskit::Action::Increment) {
        return Some((band.year + 1).min(last));
    }
    if asks(egui::accesskit::Action::Decrement) {
        return Some(band.year.saturating_sub(1).max(first));
    }
    if !response.has_focus() {
        return None;
    }
    let press = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    match () {
        () if press(Key::ArrowUp) => Some((band.year + 1).min(last)),
        () if press(Key::ArrowDown) => Some(band.year.saturating_sub(1).max(first)),
        () => None,
    }
}
