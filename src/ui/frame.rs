//! The frame: top bar, sidebar, the view, the footer in portrait, and what lies over them.

use egui::{
    Align, CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2,
};

use crate::model::Lang;
use crate::state::{Action, Overlay, View};
use crate::text::Say;

use super::marks::paint_shapes;
use super::theme::{Role, measure};
use super::typeset::Label;
use super::widgets::{self, Icon};
use super::{Cx, gallery, notice, opener, overlays, pairings, personnel, sheet, sidebar, sources, timeline, viewer};

/// The height of the footer's row of filters, of a slim window and a wide one.
const FOOTER_FILTERS: [f32; 2] = [84.0, 124.0];
/// The height of the tabs at the footer in portrait, the same.
const FOOTER_TABS: [f32; 2] = [72.0, 144.0];
/// A window lower than this counts as low, as on a projector, in points.
const LOW: f32 = 720.0;
/// The padding above and below the filters there.
const FOOTER_PAD: [f32; 2] = [14.0, 20.0];
/// The scale of the tabs' words in a wide window, which is read from further away, and the width from which on it is wide.
const FOOTER_TYPE: f32 = 1.2;
const WIDE_FOOTER: f32 = 900.0;
/// The side of the mark before the title.
const MARK: f32 = 38.0;
/// The height of the language switch and of the menu's button, the radius of the switch, and the gap round its parts.
const SWITCH: f32 = 54.0;
const SWITCH_RADIUS: u8 = 27;
const SWITCH_INSET: f32 = 4.0;
/// The radius of a language, and its padding on both sides together, folded or not.
const LANGUAGE_RADIUS: u8 = 23;
const LANGUAGE_PAD: [f32; 2] = [28.0, 36.0];
/// The gap between the controls of the top bar without the mark, and folded.
const BAR_GAPS: [f32; 2] = [2.0, 20.0];
/// The least width beside the languages for the mark and the menu.
const SLIM_BAR: f32 = MARK + SWITCH + 2.0 * BAR_GAPS[1];
/// The least width at which the title's words are broken into lines.
const LEAST_TITLE: f32 = 60.0;
/// The gap between mark and title, and the height that the bar keeps free of the title.
const TITLE_GAP: f32 = 16.0;
const TITLE_AIR: f32 = 8.0;
/// The padding beside a tab's words: folded, narrow, wide.
const TAB_PADS: [f32; 3] = [9.0, 14.0, 24.0];
/// The insets of a tab's hovered ground and of its focus ring.
const TAB_GROUND: Vec2 = vec2(2.0, 3.0);
const TAB_RING: f32 = 8.0;
/// How much narrower than a tab its line at the footer is, and the line's least width.
const FOOTER_LINE: [f32; 2] = [56.0, 40.0];
/// What the footer's menu button takes beside its words, slim and wide, and its least width where it is wide.
const MENU_PAD: [f32; 2] = [48.0, 90.0];
const LEAST_MENU: f32 = 150.0;
/// The gap between the footer's filters.
const FILTER_GAP: f32 = 12.0;

/// Draws everything.
pub fn frame_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let window = Rect::from_min_size(Pos2::ZERO, cx.layout.size);
    // The window is cleared to the ground's colour: painting it again would cost half a frame where the processor draws.
    // What lies under a sheet or overlay can be neither touched nor reached by keys.
    let covered = cx.state.sheet().is_some() || cx.state.overlay().is_some();
    opener::keep_focus(ui.ctx(), cx.motion, covered);
    ui.add_enabled_ui(!covered, |ui| {
        ui.set_opacity(1.0);
        if let Some(photo) = cx.state.photo() {
            viewer::viewer_ui(ui, cx, window, photo);
        } else {
            let top = Rect::from_min_size(window.min, vec2(window.width(), measure::TOP_BAR));
            top_bar_ui(ui, cx, top);
            view_ui(ui, cx, Rect::from_min_max(pos2(0.0, top.bottom()), window.max));
        }
    });
    notice::notice_ui(ui, cx, window);
    if cx.state.overlay().is_some() {
        overlays::overlay_ui(ui, cx, window);
    }
    if cx.state.sheet().is_some() {
        sheet::sheet_ui(ui, cx);
    }
}

/// What the tabs and filters take of the window's footer.
#[must_use]
pub fn footer_height(cx: &Cx<'_>) -> f32 {
    let tabs = if cx.layout.portrait && has_tabs(cx) { footer(cx, FOOTER_TABS) } else { 0.0 };
    let filters = if cx.layout.folded && !cx.is_bare() { footer(cx, FOOTER_FILTERS) } else { 0.0 };
    tabs + filters
}

/// The first height in a slim or low window, else the second.
fn footer(cx: &Cx<'_>, [slim, wide]: [f32; 2]) -> f32 {
    if cx.layout.size.x < WIDE_FOOTER || cx.layout.size.y < LOW { slim } else { wide }
}

/// True where there is more than one view to go to.
fn has_tabs(cx: &Cx<'_>) -> bool {
    cx.state.views().len() > 1
}

/// The view in the area under the top bar, with the sidebar or the footer.
fn view_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let mut main = area;
    if cx.layout.portrait && has_tabs(cx) {
        let tabs = Rect::from_min_max(pos2(area.left(), area.bottom() - footer(cx, FOOTER_TABS)), area.max);
        ui.painter().rect_filled(tabs, 0.0, cx.colors.side);
        tabs_ui(ui, cx, tabs.shrink2(vec2(cx.layout.margin, 0.0)), true);
        widgets::rule(ui, tabs.left(), tabs.right(), tabs.top(), Stroke::new(measure::RULE, cx.colors.line));
        main.max.y = tabs.top();
    }
    if cx.is_bare() {
        // Nothing to choose from.
    } else if cx.layout.folded {
        let footer = Rect::from_min_max(pos2(main.left(), main.bottom() - footer(cx, FOOTER_FILTERS)), main.max);
        footer_filters_ui(ui, cx, footer);
        main.max.y = footer.top();
    } else {
        let side = Rect::from_min_size(main.min, vec2(measure::SIDEBAR, main.height()));
        sidebar::sidebar_ui(ui, cx, side);
        main.min.x = side.right();
    }
    let main = Rect::from_min_max(
        pos2(main.left() + cx.layout.margin, main.top()),
        pos2(main.right() - cx.layout.margin, main.bottom()),
    );
    match cx.state.view() {
        View::Photos => gallery::gallery_ui(ui, cx, main),
        View::Personnel => personnel::personnel_ui(ui, cx, main),
        View::Pairings => pairings::pairings_ui(ui, cx, main),
        View::Timeline => timeline::timeline_ui(ui, cx, main),
        View::Sources => sources::sources_ui(ui, cx, main),
    }
}

fn top_bar_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    widgets::rule(ui, area.left(), area.right(), area.bottom() - 0.5, Stroke::new(measure::RULE, cx.colors.line));
    let inner = area.shrink2(vec2(cx.layout.margin, 0.0));
    let languages = inner.with_min_x(inner.right() - languages_width(ui, cx));
    // On the slimmest screens the menu takes the mark's place.
    let slim = cx.is_bare() && inner.width() - languages.width() < SLIM_BAR;
    let mark = if slim { 0.0 } else { MARK };
    let mark = Rect::from_min_size(pos2(inner.left(), area.center().y - MARK / 2.0), vec2(mark, MARK));
    if !slim {
        paint_shapes(ui.painter(), widgets::mark(mark, [cx.colors.text, cx.colors.accent, cx.colors.gold]));
    }
    let gap = if slim {
        BAR_GAPS[0]
    } else if cx.layout.folded {
        BAR_GAPS[1]
    } else {
        measure::MARGIN
    };
    let mut right = languages.left() - gap;
    if cx.is_bare() {
        let menu = Rect::from_center_size(pos2(right - SWITCH / 2.0, area.center().y), vec2(SWITCH, SWITCH));
        let name = cx.say(Say::Menu);
        if widgets::icon_button(ui, menu, Id::unique("menu"), Icon::Menu, &name, &cx.colors, true).clicked() {
            cx.send(Action::Overlay(Some(Overlay::Menu)));
        }
        right = menu.left() - gap;
    }
    if !cx.layout.portrait && has_tabs(cx) {
        let width = tabs_width(ui, cx);
        let tabs = Rect::from_min_max(pos2(right - width, area.top()), pos2(right, area.bottom()));
        tabs_ui(ui, cx, tabs, false);
        right = tabs.left() - gap / 2.0;
    }
    languages_ui(ui, cx, inner);
    title_ui(ui, cx, Rect::from_min_max(pos2(mark.right() + TITLE_GAP, area.top()), pos2(right, area.bottom())));
}

/// The exhibition's title: on one line, or smaller on the lines that the bar holds, or not at all where words would break.
fn title_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let title = cx.resolve(&cx.x().title).text;
    let wide = cx.label(title, Role::Title);
    let fits = |label: &Label<'_>| {
        let size = label.size(ui.ctx());
        size.x <= area.width() && size.y <= area.height() - TITLE_AIR
    };
    let whole = |role: Role| {
        let mut words = title.split(|c: char| !c.is_ascii_alphabetic());
        words.all(|word| cx.label(word, role).size(ui.ctx()).x <= area.width())
    };
    let found = if fits(&wide) {
        Some(wide)
    } else {
        let smaller = [Role::LabelStrong, Role::NoteStrong].into_iter().filter(|role| whole(*role));
        let mut lines = smaller.map(|role| cx.label(title, role).balanced(ui.ctx(), area.width().max(LEAST_TITLE)));
        lines.find(|label| fits(label))
    };
    if let Some(label) = found {
        let height = label.size(ui.ctx()).y;
        label.at(ui, pos2(area.left(), area.center().y - height / 2.0));
    } else {
        super::typeset::name(ui, area.with_max_x(area.left() + 1.0), title);
    }
}

fn language_widths(ui: &Ui, cx: &Cx<'_>) -> [f32; 3] {
    let [folded, wide] = LANGUAGE_PAD;
    let pad = if cx.layout.folded { folded } else { wide };
    Lang::ALL.map(|lang| {
        let role = if lang == cx.lang() { Role::LabelStrong } else { Role::Label };
        cx.label(lang.own_name(), role).size(ui.ctx()).x + pad
    })
}

fn languages_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    language_widths(ui, cx).iter().sum::<f32>() + 2.0 * SWITCH_INSET
}

/// The language switch; always last.
pub fn languages_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) -> Rect {
    let widths = language_widths(ui, cx);
    let width = languages_width(ui, cx);
    let switch = Rect::from_center_size(pos2(area.right() - width / 2.0, area.center().y), vec2(width, SWITCH));
    let round = CornerRadius::same(SWITCH_RADIUS);
    ui.painter().rect_filled(switch, round, cx.colors.side);
    ui.painter().rect_stroke(switch, round, Stroke::new(measure::RULE, cx.colors.line), StrokeKind::Inside);
    let mut x = switch.left() + SWITCH_INSET;
    let mut focused = None;
    for (lang, width) in Lang::ALL.into_iter().zip(widths) {
        let part =
            Rect::from_min_max(pos2(x, switch.top() + SWITCH_INSET), pos2(x + width, switch.bottom() - SWITCH_INSET));
        x += width;
        let chosen = lang == cx.lang();
        let response = ui.interact(part, Id::unique(("language", lang.code())), Sense::click());
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, chosen, lang.own_name()));
        let (fill, text) = if chosen { (cx.colors.text, cx.colors.bg) } else { (cx.colors.side, cx.colors.text) };
        ui.painter().rect_filled(part, CornerRadius::same(LANGUAGE_RADIUS), cx.touched(fill, &response));
        let role = if chosen { Role::LabelStrong } else { Role::Label };
        cx.label(lang.own_name(), role).color(text).align(Align::Center).paint_in(ui, part);
        if response.clicked() {
            cx.send(Action::Lang(lang));
        }
        focused = focused.or(response.has_focus().then_some(response));
    }
    // Drawn last: the parts touch one another and would cover it.
    if let Some(response) = focused {
        widgets::focus_ring(ui, &response, LANGUAGE_RADIUS, &cx.colors);
    }
    switch
}

fn tab_pad(cx: &Cx<'_>) -> f32 {
    let [folded, narrow, wide] = TAB_PADS;
    match (cx.layout.folded, cx.layout.narrow) {
        (true, _) => folded,
        (false, true) => narrow,
        (false, false) => wide,
    }
}

fn tabs_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let width = |view| cx.label(&cx.say(Say::View(view)), Role::Strong).size(ui.ctx()).x + 2.0 * tab_pad(cx);
    cx.state.views().into_iter().map(width).sum()
}

/// The five tabs, beside the title or at the footer.
fn tabs_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, at_footer: bool) {
    let mut x = area.left();
    let views = cx.state.views();
    #[expect(clippy::cast_precision_loss, reason = "a handful of views")]
    let share = area.width() / views.len().max(1) as f32;
    for view in views {
        let words = cx.say(Say::View(view));
        let chosen = cx.state.view() == view;
        let role = if chosen { Role::Strong } else { Role::Body };
        let natural = cx.label(&words, Role::Strong).size(ui.ctx()).x;
        let width = if at_footer { share } else { natural + 2.0 * tab_pad(cx) };
        let tab = Rect::from_min_size(pos2(x, area.top()), vec2(width, area.height()));
        x += width;
        let response = ui.interact(tab, Id::unique(("tab", view)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::Tab, true, chosen, &words));
        let ground = if at_footer { cx.colors.side } else { cx.colors.bg };
        if response.hovered() {
            ui.painter().rect_filled(tab.shrink2(TAB_GROUND), 0.0, cx.touched(ground, &response));
        }
        let mut style = cx.style(role);
        if at_footer && cx.layout.size.x >= WIDE_FOOTER {
            style.font.size *= FOOTER_TYPE;
        }
        Label::new(&words, style, cx.colors.text).align(Align::Center).paint_in(ui, tab);
        if chosen {
            let (top, width) = if at_footer {
                (tab.top(), (tab.width() - FOOTER_LINE[0]).max(FOOTER_LINE[1]))
            } else {
                (tab.bottom() - measure::UNDERLINE, natural)
            };
            let line = Rect::from_min_size(pos2(tab.center().x - width / 2.0, top), vec2(width, measure::UNDERLINE));
            ui.painter().rect_filled(line, 2.0, cx.colors.accent);
        }
        if response.has_focus() {
            let stroke = Stroke::new(measure::STRONG, cx.colors.text);
            let radius = CornerRadius::same(measure::RADIUS_ROW);
            ui.painter().rect_stroke(tab.shrink(TAB_RING), radius, stroke, StrokeKind::Inside);
        }
        if response.clicked() {
            cx.send(Action::View(view));
        }
    }
}

/// Provinces, topics and the menu as buttons, where the sidebar is folded.
fn footer_filters_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    widgets::rule(ui, area.left(), area.right(), area.top(), Stroke::new(measure::RULE, cx.colors.line));
    let inner = area.shrink2(vec2(cx.layout.margin, footer(cx, FOOTER_PAD)));
    let role = if cx.layout.size.x < WIDE_FOOTER { Role::Label } else { Role::Body };
    let x = cx.x();
    let province = cx.state.filter().province.as_ref().and_then(|id| x.province(id)).map(|p| cx.localized(&p.name));
    let topic = cx.state.filter().topic.as_ref().and_then(|id| x.topics.iter().find(|t| t.id == *id));
    let province = province.unwrap_or_else(|| cx.say(Say::AllProvinces(x.provinces.len())));
    let topic = topic.map_or_else(|| cx.say(Say::AllTopics), |t| cx.localized(&t.name));
    let third = cx.say(Say::Menu);
    let words = cx.label(&third, role).size(ui.ctx()).x;
    let menu = footer(cx, [words + MENU_PAD[0], LEAST_MENU.max(words + MENU_PAD[1])]);
    let with_topics = cx.state.view() == View::Photos;
    let halves = if with_topics { 2.0 } else { 1.0 };
    let width = (inner.width() - menu - FILTER_GAP * halves) / halves;
    let mut left = inner.left();
    let mut next = |width: f32| {
        let rect = Rect::from_min_size(pos2(left, inner.top()), vec2(width, inner.height()));
        left += width + FILTER_GAP;
        rect
    };
    let style = cx.style(role);
    let opens = |area: Rect, id: &str, words: &str, overlay: Overlay| {
        let label = ((cx.layout.size.x >= WIDE_FOOTER).then_some(Icon::Right), words);
        if widgets::button(ui, area, Id::unique(id), label, &style, &cx.colors, true).clicked() {
            cx.send(Action::Overlay(Some(overlay)));
        }
    };
    opens(next(width), "foot provinces", &province, Overlay::Provinces);
    if with_topics {
        opens(next(width), "foot topics", &topic, Overlay::Topics);
    }
    opens(next(menu), "foot menu", &third, Overlay::Menu);
}
