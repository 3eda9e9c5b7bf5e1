//! Provinces, topics and the menu where the sidebar is folded: at the footer in portrait, on the heading's line in a low window.

use egui::{Id, Rect, Stroke, Ui, pos2, vec2};

use super::{WIDE_FOOTER, footer};
use crate::state::{Action, Overlay, View};
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};

/// The padding above and below the filters at the footer.
const PAD: [f32; 2] = [10.0, 20.0];
/// What the menu's button takes beside its words, slim and wide, and its least width where it is wide.
const MENU_PAD: [f32; 2] = [48.0, 90.0];
const LEAST_MENU: f32 = 150.0;
/// What a button leaves free beside its words.
const BESIDE_WORDS: f32 = 32.0;
/// The side of the menu's button on a heading's line.
const MENU: f32 = 48.0;
/// The gap between two filters.
const GAP: f32 = 12.0;
/// What a filter on the heading's line takes beside its words, and above and below them together.
const CHIP_PAD: [f32; 2] = [40.0, 12.0];

/// The words of the two filters, as they are chosen; of the words for all, those that fit this width, or else the shortest.
fn words(ui: &Ui, cx: &Cx<'_>, most: f32) -> [String; 2] {
    let x = cx.x();
    let province = cx.state.filter().province.as_ref().and_then(|id| x.province(id)).map(|p| cx.localized(&p.name));
    let topic = cx.state.filter().topic.as_ref().and_then(|id| x.topics.iter().find(|t| t.id == *id));
    let width = |words: &String| cx.label(words, Role::Label).size(ui.ctx()).x;
    let fitting = |ways: &[Say<'_>]| {
        let ways: Vec<String> = ways.iter().map(|say| cx.say(*say)).collect();
        let fits = ways.iter().find(|words| width(words) <= most);
        let shortest = || ways.iter().min_by(|one, other| width(one).total_cmp(&width(other)));
        fits.or_else(shortest).cloned().unwrap_or_default()
    };
    let count = x.provinces.len();
    let all = || fitting(&[Say::AllProvinces(count), Say::Provinces(count), Say::ProvincesAlone]);
    let every = || fitting(&[Say::AllTopics, Say::Topics]);
    [province.unwrap_or_else(all), topic.map_or_else(every, |t| cx.localized(&t.name))]
}

/// The filters that there is something to choose in, with what they open.
fn filters(ui: &Ui, cx: &Cx<'_>, most: f32) -> Vec<(&'static str, String, Overlay)> {
    let [province, topic] = words(ui, cx, most);
    let mut filters = Vec::new();
    if !cx.x().provinces.is_empty() {
        filters.push(("foot provinces", province, Overlay::Provinces));
    }
    if cx.state.view() == View::Photos && !cx.x().topics.is_empty() {
        filters.push(("foot topics", topic, Overlay::Topics));
    }
    filters
}

/// Draws the filters at the footer.
pub fn footer_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    widgets::rule(ui, area.left(), area.right(), area.top(), Stroke::new(measure::RULE, cx.colors.line));
    let inner = area.shrink2(vec2(cx.layout.margin, footer(cx, PAD)));
    let role = if cx.layout.size.x < WIDE_FOOTER { Role::Label } else { Role::Body };
    let third = cx.say(Say::Menu);
    let words = cx.label(&third, role).size(ui.ctx()).x;
    let wide = footer(cx, [words + MENU_PAD[0], LEAST_MENU.max(words + MENU_PAD[1])]);
    // A kiosk has no menu.
    let has_menu = cx.state.kiosk().is_none();
    let menu = if cx.layout.slim { inner.height() } else { wide };
    let menu = if has_menu { menu } else { -GAP };
    let share = |count: usize| {
        #[expect(clippy::cast_precision_loss, reason = "two at most")]
        let count = count.max(1) as f32;
        (inner.width() - menu - GAP * count) / count
    };
    let count = filters(ui, cx, f32::INFINITY).len();
    let width = share(count);
    let filters = filters(ui, cx, width - BESIDE_WORDS);
    let style = cx.style(role);
    let mut left = inner.left();
    let mut next = |width: f32, id: &str, words: &str, overlay: Overlay| {
        let area = Rect::from_min_size(pos2(left, inner.top()), vec2(width, inner.height()));
        left += width + GAP;
        let label = ((cx.layout.size.x >= WIDE_FOOTER).then_some(Icon::Right), words);
        if widgets::button(ui, area, Id::unique(id), label, &style, &cx.colors, true).clicked() {
            cx.send(Action::Overlay(Some(overlay)));
        }
    };
    for (id, words, overlay) in filters {
        next(width, id, &words, overlay);
    }
    if !has_menu {
        // Nothing stands beside the filters.
    } else if cx.layout.slim {
        let area = Rect::from_min_size(pos2(inner.right() - menu, inner.top()), vec2(menu, menu));
        if widgets::icon_button(ui, area, Id::unique("foot menu"), Icon::Menu, &third, &cx.colors, true).clicked() {
            cx.send(Action::Overlay(Some(Overlay::Menu)));
        }
    } else {
        next(menu, "foot menu", &third, Overlay::Menu);
    }
}

/// Draws the menu and the filters on a heading's line, from the right end to the left, those that have room from `least` on; gives
/// their left end. `is_named` where the heading's chip names the province already.
pub fn beside_heading_ui(ui: &Ui, cx: &Cx<'_>, (least, right): (f32, f32), middle: f32, is_named: bool) -> f32 {
    let mut right = right;
    if cx.state.kiosk().is_none() {
        let menu = Rect::from_center_size(pos2(right - MENU / 2.0, middle), vec2(MENU, MENU));
        let name = cx.say(Say::Menu);
        if widgets::icon_button(ui, menu, Id::unique("menu"), Icon::Menu, &name, &cx.colors, true).clicked() {
            cx.send(Action::Overlay(Some(Overlay::Menu)));
        }
        right = menu.left() - GAP;
    }
    let is_shown = |filter: &(&str, String, Overlay)| !is_named || filter.2 != Overlay::Provinces;
    for (id, words, overlay) in filters(ui, cx, f32::INFINITY).into_iter().filter(is_shown) {
        let label = cx.label(&words, Role::Label);
        let size = label.size(ui.ctx());
        let width = size.x + CHIP_PAD[0];
        if right - width < least {
            break;
        }
        let height = measure::TARGET.max(size.y + CHIP_PAD[1]);
        let area = Rect::from_min_size(pos2(right - width, middle - height / 2.0), vec2(width, height));
        if widgets::chip(ui, area, Id::unique(id), &words, &cx.style(Role::Label), &cx.colors, false).clicked() {
            cx.send(Action::Overlay(Some(overlay)));
        }
        right = area.left() - GAP;
    }
    right
}
