//! The strips at the footer of the window: the progress of a file being saved, and a notice until it is dismissed.

use egui::accesskit::Role as Access;
use egui::{
    Align2, CornerRadius, Id, Order, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::state::{Action, Notice, Overlay, SaveCommand, Saving};
use crate::text::{Ask, Machine, Save, Say};

use super::theme::{self, Role, measure};
use super::widgets::{self, Icon};
use super::{Cx, SHADOW};

/// The widest strip.
const WIDEST: f32 = 900.0;
/// The padding beside and above the words of a strip.
const PAD: [f32; 2] = [24.0, 16.0];
/// The space over and under the strips.
const BAND: f32 = 12.0;
/// The height of the progress bar.
const BAR: f32 = 8.0;
/// The least width of a strip's words beside its buttons.
const LEAST: f32 = 360.0;
/// Between two buttons.
const GAP: f32 = 12.0;
/// What a button with an icon and one without take beside their words.
const BUTTON_PADS: [f32; 2] = [80.0, 56.0];
/// The least space above and below a button together.
const AIR: f32 = 24.0;

/// A strip.
struct Strip<'s> {
    words: &'s str,
    /// The progress, from 0 to 1.
    share: Option<f32>,
    /// What can be done about it.
    offer: Option<&'s str>,
    button: (Id, Option<Icon>, &'s str, bool),
}

/// A strip that was drawn.
struct Drawn {
    area: Rect,
    button: Response,
    is_taken_up: bool,
}

/// Draws the strips in a band at the bottom of the window; gives what is left of the window.
pub fn notice_ui(ui: &mut Ui, cx: &Cx<'_>, window: Rect) -> Rect {
    let mut bottom = window.bottom() - BAND;
    let mut top = window.bottom();
    if let Some(Saving::Making { path, share, stops }) = cx.state.saving() {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let words = cx.say(Say::Save(if *stops { Save::Stops } else { Save::Making(&name) }));
        let stop = cx.say(Say::Save(Save::Stop));
        let button = (Id::unique("stop saving"), None, stop.as_str(), !stops);
        let strip = Strip { words: &words, share: Some(*share), offer: None, button };
        let Drawn { area, button, .. } = strip_ui(ui, cx, [window.center().x, bottom], &strip);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is between 0 and 1")]
        let percent = (share * 100.0) as u8;
        let progress = ui.interact(area, Id::unique("saving"), Sense::hover());
        let name = cx.say(Say::Save(Save::MakingSoFar(&name, percent)));
        progress.widget_info(|| WidgetInfo::labeled(Access::ProgressIndicator, true, &name));
        if button.clicked() {
            cx.send(Action::Save(SaveCommand::Stop));
        }
        bottom = area.top() - measure::STEP[2];
        top = area.top() - BAND;
    }
    // Over an open overlay a strip would hide its content: all wait but the answer to an action in it.
    let seen = if cx.state.overlay().is_some() { cx.state.answer() } else { cx.state.notice() };
    if let Some(notice) = seen {
        let (words, close) = (cx.say(Say::Notice(notice)), cx.say(Say::Close));
        let button = (Id::unique("close notice"), Some(Icon::Cross), close.as_str(), true);
        let offer = match notice {
            Notice::FirstStart => Some((cx.say(Say::Machine(Machine::ChooseSize)), Overlay::Size)),
            Notice::Opened(_, 1.., _) => Some((cx.say(Say::Ask(Ask::ShowProblems)), Overlay::Problems)),
            _ => None,
        };
        let leads = offer.as_ref().map(|(words, _)| words.as_str());
        let strip = Strip { words: &words, share: None, offer: leads, button };
        let drawn = strip_ui(ui, cx, [window.center().x, bottom], &strip);
        top = drawn.area.top() - BAND;
        if drawn.button.clicked() {
            cx.send(Action::DismissNotice);
        }
        if let Some((_, overlay)) = offer.filter(|_| drawn.is_taken_up) {
            cx.send(Action::DismissNotice);
            cx.send(Action::Overlay(Some(overlay)));
        }
    }
    // An answer over an open overlay takes nothing from the view, which nobody can touch then.
    if cx.state.overlay().is_some() { window } else { window.with_max_y(top) }
}

/// Draws a strip over the middle of its footer.
fn strip_ui(ui: &mut Ui, cx: &Cx<'_>, [middle, bottom]: [f32; 2], strip: &Strip<'_>) -> Drawn {
    let (id, icon, words, enabled) = strip.button;
    let window = Rect::from_min_size(egui::Pos2::ZERO, cx.layout.size);
    let layer = egui::LayerId::new(Order::Foreground, Id::unique("notice"));
    let drawn = ui.scope_builder(UiBuilder::new().layer_id(layer).max_rect(window), |ui| {
        let width_of = |words: &str| cx.label(words, Role::Label).size(ui.ctx()).x;
        let [icon_pad, pad] = BUTTON_PADS;
        let (button, offer) =
            (width_of(words) + icon_pad, strip.offer.map_or(0.0, |offer| width_of(offer) + pad + GAP));
        let width = (window.width() - 2.0 * cx.layout.margin).min(WIDEST);
        // In a slim window the offer stands under the words.
        let beneath = strip.offer.is_some() && width - button - offer < LEAST;
        let taken = if beneath { 0.0 } else { button + offer + PAD[0] };
        let label = cx.label(strip.words, Role::Body).width((width - taken - 2.0 * PAD[0]).max(1.0));
        let text = label.size(ui.ctx()).y;
        let bar = if strip.share.is_some() { BAR + measure::STEP[1] } else { 0.0 };
        let under = if beneath { measure::BUTTON + PAD[1] } else { 0.0 };
        let height = (text + bar + under + 2.0 * PAD[1]).max(measure::BUTTON + AIR);
        let area = Align2::CENTER_BOTTOM.anchor_size(pos2(middle, bottom), vec2(width, height));
        let radius = CornerRadius::same(measure::RADIUS_CARD);
        let shadow = egui::Shadow { color: cx.colors.shadow, ..SHADOW };
        ui.painter().add(shadow.as_shape(area, radius));
        ui.painter().rect_filled(area, radius, cx.colors.card);
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
        let top = area.center().y - (text + bar + under) / 2.0;
        let middle = if beneath { area.bottom() - PAD[1] - measure::BUTTON / 2.0 } else { area.center().y };
        let left = area.left() + PAD[0];
        let seat =
            Rect::from_center_size(pos2(area.right() - PAD[1] - button / 2.0, middle), vec2(button, measure::BUTTON));
        match strip.share {
            None => {
                label.at(ui, pos2(left, top));
            }
            // Not named for screen readers: the bar below is, with its progress.
            Some(share) => {
                label.paint(ui, pos2(left, top));
                let whole =
                    Rect::from_min_max(pos2(left, top + text + measure::STEP[1]), pos2(seat.left() - PAD[0], 0.0));
                bar_ui(ui, cx, whole.with_max_y(whole.top() + BAR), share);
            }
        }
        let style = cx.style(Role::Label);
        let is_taken_up = strip.offer.is_some_and(|words| {
            let seat =
                Rect::from_min_max(pos2(seat.left() - offer, seat.top()), pos2(seat.left() - GAP, seat.bottom()));
            widgets::button(ui, seat, Id::unique("offer"), (None, words), &style, &cx.colors, true).clicked()
        });
        let button = widgets::button(ui, seat, id, (icon, words), &style, &cx.colors, enabled);
        Drawn { area, button, is_taken_up }
    });
    drawn.inner
}

/// A progress bar, outlined so that the rest is visible in every theme.
fn bar_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, share: f32) {
    let radius = CornerRadius::same(measure::RADIUS_PICTURE);
    ui.painter().rect_filled(area, radius, theme::mix(cx.colors.card, cx.colors.edge, 0.25));
    let filled = area.with_max_x(area.left() + area.width() * share.clamp(0.0, 1.0));
    ui.painter().rect_filled(filled, radius, cx.colors.accent);
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::RULE, cx.colors.edge), StrokeKind::Outside);
}
