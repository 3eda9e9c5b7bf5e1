//! What rests on a source: the button that shows it, the band that says what is highlighted and ends it, and the line under it.

use egui::accesskit::{Live, Role as Access};
use egui::{Align2, Id, Pos2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::Source;
use crate::state::{Action, Counts, Rests, Subject, Trace};
use crate::text::{self, Say, Trace as Words};

use super::Cx;
use super::marks::{Line, Shape, paint_shapes};
use super::theme::{Role, duration, measure};
use super::typeset::Label;
use super::widgets::{self, Icon};

/// The line over the band, and the space above and below its content.
const EDGE: f32 = 4.0;
const PAD: f32 = 14.0;
/// Between the heading and the counts, and between words and button.
const GAP: f32 = 2.0;
const BESIDE: f32 = 24.0;
/// What the button takes beside its words: the icon and the padding.
const BUTTON_PAD: f32 = 92.0;
/// The least width of words beside a button with words, and the largest share of the window's height that the band takes.
const LEAST_WORDS: f32 = 420.0;
const MOST: f32 = 0.2;
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

/// How much of the band a window has room for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Heading, counts, and a button with words.
    Whole,
    /// The same, smaller, with a cross for a button.
    Small,
    /// The heading alone, with a cross.
    Heading,
    /// A button with words.
    Button,
}

impl Form {
    const ALL: [Self; 4] = [Self::Whole, Self::Small, Self::Heading, Self::Button];

    /// The roles of the heading and the counts; `None` for what it leaves out.
    fn roles(self) -> [Option<Role>; 2] {
        match self {
            Self::Whole => [Some(Role::Strong), Some(Role::Label)],
            Self::Small => [Some(Role::NoteStrong), Some(Role::Note)],
            Self::Heading => [Some(Role::NoteStrong), None],
            Self::Button => [None, None],
        }
    }

    fn has_cross(self) -> bool {
        matches!(self, Self::Small | Self::Heading)
    }
}

/// The band, measured.
struct Band {
    /// The heading and the counts.
    texts: [String; 2],
    end: String,
    form: Form,
    /// The width of the words, and of the button.
    widths: [f32; 2],
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
        let words = (cx.label(&end, Role::LabelStrong).size(ui.ctx()).x + BUTTON_PAD).min(whole);
        let mut band = Self { texts: [heading, counts], end, form: Form::Button, widths: [0.0; 2], height: 0.0 };
        for form in Form::ALL {
            let button = if form.has_cross() { measure::BUTTON } else { words };
            band.form = form;
            band.widths = [(whole - button - BESIDE).max(1.0), button];
            band.height = EDGE + 2.0 * PAD + band.words(ui, cx).max(measure::BUTTON);
            let is_wide = form != Form::Whole || band.widths[0] >= LEAST_WORDS;
            if is_wide && band.height <= cx.layout.size.y * MOST {
                break;
            }
        }
        Some(band)
    }

    /// What it says, set.
    fn labels<'l>(&'l self, cx: &Cx<'_>) -> impl Iterator<Item = Label<'l>> {
        let [heading, counts] = self.form.roles();
        let heading = heading.map(|role| cx.label(&self.texts[0], role).width(self.widths[0]));
        heading.into_iter().chain(counts.map(|role| cx.dim(&self.texts[1], role).width(self.widths[0])))
    }

    /// The height of its words.
    fn words(&self, ui: &Ui, cx: &Cx<'_>) -> f32 {
        (self.labels(cx).map(|label| label.size(ui.ctx()).y + GAP).sum::<f32>() - GAP).max(0.0)
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
    let said = band.texts.join(". ");
    response.widget_info(|| WidgetInfo::labeled(Access::Status, true, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    ui.painter().rect_filled(area, 0.0, cx.colors.card);
    ui.painter().rect_filled(area.with_max_y(area.top() + EDGE), 0.0, cx.colors.accent);
    let inner = area.with_min_y(area.top() + EDGE).shrink2(vec2(cx.layout.margin, PAD));
    let mut at = pos2(inner.left(), inner.center().y - band.words(ui, cx) / 2.0);
    for label in band.labels(cx) {
        at.y = label.at(ui, at).bottom() + GAP;
    }
    let size = vec2(band.widths[1], measure::BUTTON);
    let button = Align2::RIGHT_CENTER.anchor_size(inner.right_center(), size);
    let id = Id::unique("show everything");
    let ends = if band.form.has_cross() {
        widgets::icon_button(ui, button, id, Icon::Cross, &band.end, &cx.colors, true)
    } else {
        widgets::choice(ui, button, id, &band.end, &band.end, &cx.style(Role::LabelStrong), &cx.colors)
    };
    if ends.clicked() {
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
    let name = cx.say(Say::Trace(Words::ShowOf(&text::byline(cx.lang(), source))));
    let style = cx.style(Role::Label);
    let response = widgets::named_link(ui, at, id, (&words, &name), &style, &cx.colors, width);
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
