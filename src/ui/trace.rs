//! What rests on a source: the button that shows it, the band that says what is highlighted and ends it, and the line under it.

use egui::accesskit::{Live, Role as Access};
use egui::{Id, Pos2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::Source;
use crate::state::{Action, Counts, Rests, Subject, Trace};
use crate::text::{self, Say, Trace as Words};

use super::Cx;
use super::marks::{Line, Shape, paint_shapes};
use super::theme::{Role, duration, measure};
use super::widgets;

/// The line over the band, and what it takes above and below its words.
const EDGE: f32 = 4.0;
const PAD: f32 = 14.0;
/// Between the heading and the counts, and between words and button.
const GAP: f32 = 2.0;
const BESIDE: f32 = 24.0;
/// What the button takes beside its words: the icon and the padding.
const BUTTON_PAD: f32 = 92.0;
/// The least width of words beside the button; else it stands under them.
const LEAST_WORDS: f32 = 420.0;
/// The width of the line under something highlighted, a dash of it, and a gap: dashed where it is worked out.
const UNDERLINE: f32 = 3.0;
const DASH: [f32; 2] = [7.0, 4.0];

/// Begins a frame: the context that dims what does not rest on the source, and has room for the band.
pub fn begin<'a>(ui: &Ui, cx: &Cx<'a>) -> Cx<'a> {
    let secs = if cx.state.still() { 0.0 } else { duration::SHEET };
    let is_on = cx.highlights().is_some();
    let dimming = ui.ctx().animate_bool_with_time(Id::unique("dimming"), is_on, secs);
    // It ends at once.
    let dimming = if is_on { dimming } else { 1.0 };
    cx.with_band(Band::of(ui, cx).map_or(0.0, |band| band.height), dimming, arrives(cx))
}

/// True in the frame in which a view is first seen with what rests on a source, after another one.
fn arrives(cx: &Cx<'_>) -> bool {
    let mut motion = cx.motion.borrow_mut();
    let Some(trace) = cx.highlights() else {
        motion.traced = None;
        return false;
    };
    if cx.state.photo().is_some() {
        return false;
    }
    let view = cx.state.view();
    match &mut motion.traced {
        Some((source, seen)) if *source == trace.source.id => {
            let is_new = !seen.contains(&view);
            seen.extend(is_new.then_some(view));
            is_new
        }
        traced => {
            *traced = Some((trace.source.id.clone(), vec![view]));
            false
        }
    }
}

/// The band, measured.
struct Band {
    heading: String,
    counts: String,
    end: String,
    /// The width of the words.
    width: f32,
    /// The width of the button.
    button: f32,
    /// Whether the button stands under the words.
    is_stacked: bool,
    height: f32,
}

impl Band {
    /// The band of the source whose support is shown; none over the search.
    fn of(ui: &Ui, cx: &Cx<'_>) -> Option<Self> {
        let trace = cx.trace().filter(|_| cx.state.finder().is_none())?;
        let heading = cx.say(Say::Trace(Words::Heading(&text::byline(cx.lang(), trace.source))));
        let counts = cx.say(Say::Trace(Words::Counts(trace.counts())));
        let counts = if is_here(cx, trace) || trace.counts().is_empty() {
            counts
        } else {
            let nothing = cx.say(Say::Trace(Words::NothingHere));
            format!("{nothing}{}{counts}", text::between_sentences(cx.lang()))
        };
        let end = cx.say(Say::Trace(Words::End));
        let whole = cx.layout.size.x - 2.0 * cx.layout.margin;
        let button = (cx.label(&end, Role::LabelStrong).size(ui.ctx()).x + BUTTON_PAD).min(whole);
        let is_stacked = whole - button - BESIDE < LEAST_WORDS;
        let width = if is_stacked { whole } else { whole - button - BESIDE };
        let mut band = Self { heading, counts, end, width, button, is_stacked, height: 0.0 };
        let words = band.words(ui, cx);
        let inner = if is_stacked { words + PAD + measure::BUTTON } else { words.max(measure::BUTTON) };
        band.height = EDGE + 2.0 * PAD + inner;
        Some(band)
    }

    fn words(&self, ui: &Ui, cx: &Cx<'_>) -> f32 {
        let heading = cx.label(&self.heading, Role::Strong).width(self.width).size(ui.ctx()).y;
        heading + GAP + cx.label(&self.counts, Role::Label).width(self.width).size(ui.ctx()).y
    }
}

/// True where what the visitor has before them rests on the source.
fn is_here(cx: &Cx<'_>, trace: &Trace<'_>) -> bool {
    let open = cx.state.photo().map(|photo| cx.photo(photo));
    open.map_or_else(
        || trace.is_in(cx.state.view()),
        |photo| photo.is_some_and(|photo| trace.of(&Subject::Photo(photo.id.clone())).any()),
    )
}

/// Draws the band at the foot of the views.
pub fn band_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let Some(band) = Band::of(ui, cx) else { return };
    let response = ui.interact(area, Id::unique("what is highlighted"), Sense::hover());
    let said = format!("{}. {}", band.heading, band.counts);
    response.widget_info(|| WidgetInfo::labeled(Access::Status, true, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    ui.painter().rect_filled(area, 0.0, cx.colors.card);
    ui.painter().rect_filled(area.with_max_y(area.top() + EDGE), 0.0, cx.colors.accent);
    let inner = Rect::from_min_max(
        pos2(cx.layout.margin, area.top() + EDGE + PAD),
        pos2(cx.layout.size.x - cx.layout.margin, area.bottom() - PAD),
    );
    let words = band.words(ui, cx);
    let top = if band.is_stacked { inner.top() } else { inner.center().y - words / 2.0 };
    let heading = cx.label(&band.heading, Role::Strong).width(band.width).at(ui, pos2(inner.left(), top));
    cx.dim(&band.counts, Role::Label).width(band.width).at(ui, heading.left_bottom() + vec2(0.0, GAP));
    let size = vec2(band.button, measure::BUTTON);
    let middle = if band.is_stacked { inner.bottom() - measure::BUTTON / 2.0 } else { inner.center().y };
    let left = if band.is_stacked { inner.left() } else { inner.right() - size.x };
    let button = Rect::from_center_size(pos2(left + size.x / 2.0, middle), size);
    let (id, style) = (Id::unique("show everything"), cx.style(Role::LabelStrong));
    if widgets::choice(ui, button, id, &band.end, &band.end, &style, &cx.colors).clicked() {
        cx.send(Action::Trace(None));
    }
}

/// The button that shows what rests on a source, or the words that nothing does.
pub fn button_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, source: &Source) {
    let style = cx.style(Role::Label);
    if Counts::of(cx.x(), &source.id).is_empty() {
        let nothing = cx.say(Say::Trace(Words::Nothing));
        let label = cx.dim(&nothing, Role::Note).width(area.width());
        label.at(ui, pos2(area.left(), area.center().y - label.size(ui.ctx()).y / 2.0));
        return;
    }
    let words = cx.say(Say::Trace(Words::Show));
    if widgets::button(ui, area, Id::unique("what rests on it"), (None, &words), &style, &cx.colors, true).clicked() {
        cx.send(Action::Trace(Some(source.id.clone())));
    }
}

/// The same as a link in the list of sources.
pub fn link_ui(ui: &Ui, cx: &Cx<'_>, (id, at, width): (Id, Pos2, f32), source: &Source) {
    if Counts::of(cx.x(), &source.id).is_empty() {
        cx.dim(&cx.say(Say::Trace(Words::Nothing)), Role::Label).width(width).at(ui, at);
        return;
    }
    let words = cx.say(Say::Trace(Words::Show));
    let response = widgets::link(ui, at, id, &words, &cx.style(Role::Label), &cx.colors, width);
    let name = cx.say(Say::Trace(Words::ShowOf(&text::byline(cx.lang(), source))));
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, &name));
    if response.clicked() {
        cx.send(Action::Trace(Some(source.id.clone())));
    }
}

/// The line under what rests on the source, so that it is told without colour too: dashed where it is worked out.
#[must_use]
pub fn underline(cx: &Cx<'_>, rests: Option<Rests>, [left, right]: [f32; 2], y: f32) -> Option<Shape> {
    let rests = rests.filter(|rests| rests.any())?;
    let line = Line::new(UNDERLINE, cx.lit(true).colors.accent);
    let ends = [pos2(left, y), pos2(right, y)];
    Some(if rests.itself {
        Shape::segment(ends[0], ends[1], line)
    } else {
        widgets::dashed_line(&ends, DASH[0], DASH[1], line)
    })
}

/// Paints it.
pub fn underline_ui(ui: &Ui, cx: &Cx<'_>, rests: Option<Rests>, across: [f32; 2], y: f32) {
    paint_shapes(ui.painter(), underline(cx, rests, across, y));
}
