//! The frame: top bar, sidebar, the view, the footer in portrait, and what lies over them.

mod filters;
mod tabs;

use egui::{Align, CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2, vec2};

use crate::model::Lang;
use crate::state::{Action, Overlay, Scrollable, View};
use crate::text::{Editor, Say};

use super::marks::paint_shapes;
use super::theme::{self, Role, hand, measure};
use super::typeset::Label;
use super::widgets::{self, Icon};
use super::{
    Cx, editor, gallery, keyboard, kiosk, notice, opener, overlays, pairings, personnel, scrolling, sheet, sidebar,
    sources, timeline, trace, viewer, whole, years,
};
pub use filters::beside_heading_ui;
use tabs::has_tabs;

/// The height of the footer's row of filters, of a slim window and a wide one.
const FOOTER_FILTERS: [f32; 2] = [72.0, 124.0];
/// The height of the tabs at the footer in portrait, the same.
const FOOTER_TABS: [f32; 2] = [60.0, 144.0];
/// The width from which on the footer is wide, as it is read from further away.
const WIDE_FOOTER: f32 = 900.0;
/// The height of the top bar in a low or slim window.
const LOW_TOP_BAR: f32 = 60.0;
/// The side of the mark before the title.
const MARK: f32 = 38.0;
/// The height of the language switch and of the menu's button, also under a low top bar, and the gap round its parts.
const SWITCH: f32 = 54.0;
const LOW_SWITCH: f32 = 48.0;
const SWITCH_INSET: f32 = 4.0;
/// The padding of a language on both sides together, folded or not.
const LANGUAGE_PAD: [f32; 2] = [28.0, 36.0];
/// The same of short names.
const SHORT_PAD: f32 = 20.0;
/// The gap between the controls of the top bar where the sidebar is folded.
const BAR_GAP: f32 = 14.0;
/// The least width at which the title's words are broken into lines.
const LEAST_TITLE: f32 = 60.0;
/// The gap between mark and title, and the height that the bar keeps free of the title.
const TITLE_GAP: f32 = 16.0;
const TITLE_AIR: f32 = 8.0;
/// How far the touch target of mark and title reaches beyond them.
const HOME_REACH: f32 = 3.0;
/// Draws everything.
pub fn frame_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let window = cx.window();
    if let Some(editing) = cx.state.editing().filter(|editing| editing.preview()) {
        editor::preview_ui(ui, cx, editing, window);
        return;
    }
    let beyond = Rect::from_min_max(pos2(0.0, 0.0), window.right_top());
    if beyond.is_positive() {
        ui.painter().rect_filled(beyond, 0.0, cx.colors.side);
    }
    // The window is cleared to the ground's colour: painting it again would cost half a frame where the processor draws.
    // What lies under a sheet or overlay can be neither touched nor reached by keys.
    let covered = cx.state.sheet().is_some() || (cx.state.overlay().is_some() && !whole::page::is_open(cx));
    opener::keep_focus(ui.ctx(), cx.motion, covered);
    // A notice has a band of its own, over nothing. A visitor of a kiosk has none.
    let whole = if cx.state.kiosk().is_some() { window } else { notice::notice_ui(ui, cx, window) };
    let foot = whole.with_max_y(whole.bottom() - if kiosk::has_bar(cx) { kiosk::BAR } else { 0.0 });
    let cx = &years::begin(ui, &trace::begin(ui, cx));
    let free = foot.with_max_y(foot.bottom() - cx.band);
    ui.add_enabled_ui(!covered, |ui| {
        ui.set_opacity(1.0);
        if whole::page::is_open(cx) {
            whole::page::page_ui(ui, cx, free);
        } else if let Some(photo) = cx.state.photo() {
            viewer::viewer_ui(ui, cx, free, photo);
        } else {
            let top = Rect::from_min_size(free.min, vec2(free.width(), bar_height(cx)));
            top_bar_ui(ui, cx, top);
            let area = Rect::from_min_max(pos2(0.0, top.bottom()), free.max);
            if cx.state.editing().is_some() {
                editor::editor_ui(ui, cx, area, view_ui);
            } else {
                viewer::travel::begin_view(ui, cx);
                view_ui(ui, cx, area);
                viewer::travel::end_view(ui, cx, free);
            }
        }
        trace::band_ui(ui, cx, foot.with_min_y(free.bottom()));
        years::band_ui(ui, cx, foot.with_min_y(free.bottom()));
        if kiosk::has_bar(cx) {
            kiosk::bar_ui(ui, cx, whole.with_min_y(foot.bottom()));
        }
    });
    kiosk::access_ui(ui, cx, window);
    if cx.state.overlay().is_some() {
        overlays::overlay_ui(ui, cx, window);
    }
    if cx.state.sheet().is_some() {
        sheet::sheet_ui(ui, cx, whole);
    }
}

/// The height of the top bar, in points.
#[must_use]
pub fn bar_height(cx: &Cx<'_>) -> f32 {
    if is_bar_low(cx) { LOW_TOP_BAR } else { measure::TOP_BAR }
}

fn is_bar_low(cx: &Cx<'_>) -> bool {
    cx.layout.low || cx.layout.slim
}

/// The height of a low window that a view's first part can fill, in points.
#[must_use]
pub fn view_height(cx: &Cx<'_>) -> f32 {
    let bar = if kiosk::has_bar(cx) { kiosk::BAR } else { 0.0 };
    cx.layout.size.y - bar_height(cx) - bar - cx.band - scrolling::MORE
}

/// The first height in a slim or low window, else the second.
fn footer(cx: &Cx<'_>, [slim, wide]: [f32; 2]) -> f32 {
    if cx.layout.size.x < WIDE_FOOTER { slim } else { wide }
}

/// The view in the area under the top bar, with the sidebar or the footer.
fn view_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let mut main = area;
    if cx.layout.portrait && has_tabs(cx) {
        let tabs = Rect::from_min_max(pos2(area.left(), area.bottom() - footer(cx, FOOTER_TABS)), area.max);
        ui.painter().rect_filled(tabs, 0.0, cx.colors.side);
        tabs::tabs_ui(ui, cx, tabs.shrink2(vec2(cx.layout.margin, 0.0)), true);
        widgets::rule(ui, tabs.left(), tabs.right(), tabs.top(), Stroke::new(measure::RULE, cx.colors.line));
        main.max.y = tabs.top();
    }
    if cx.state.finder().is_some() {
        keyboard::finder_ui(ui, cx, main);
        return;
    }
    if cx.is_bare() {
        // Nothing to choose from.
    } else if cx.layout.portrait {
        let footer = Rect::from_min_max(pos2(main.left(), main.bottom() - footer(cx, FOOTER_FILTERS)), main.max);
        filters::footer_ui(ui, cx, footer);
        main.max.y = footer.top();
    } else if !cx.layout.folded {
        let side = Rect::from_min_size(main.min, vec2(measure::SIDEBAR, main.height()));
        sidebar::sidebar_ui(ui, cx, side);
        main.min.x = side.right();
    }
    main = editor::under_strip(ui, cx, main);
    let margin = vec2(cx.layout.margin, 0.0);
    if !cx.layout.low {
        one_view_ui(ui, cx, main.shrink2(margin));
        return;
    }
    // A low window scrolls the whole view, heading included.
    let view = cx.state.view();
    let width = main.width() - 2.0 * margin.x;
    let height = match view {
        View::Photos => gallery::page_height(ui, cx, width),
        View::Personnel => personnel::page_height(ui, cx, width),
        View::Pairings => pairings::page_height(ui, cx, width),
        View::Timeline => timeline::page_height(ui, cx),
        View::Sources => sources::page_height(ui, cx, width),
    };
    scrolling::area(ui, cx, Scrollable::Page(view), (main, height.max(main.height())), |ui, place| {
        one_view_ui(ui, cx, place.shrink2(margin));
    });
}

fn one_view_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    match cx.state.view() {
        View::Photos => gallery::gallery_ui(ui, cx, area),
        View::Personnel => personnel::personnel_ui(ui, cx, area),
        View::Pairings => pairings::pairings_ui(ui, cx, area),
        View::Timeline => timeline::timeline_ui(ui, cx, area),
        View::Sources => sources::sources_ui(ui, cx, area),
    }
}

fn top_bar_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    widgets::rule(ui, area.left(), area.right(), area.bottom() - 0.5, Stroke::new(measure::RULE, cx.colors.line));
    let inner = area.shrink2(vec2(cx.layout.margin, 0.0));
    // With low controls the bar at the foot has languages and tabs.
    let is_low = cx.state.access().controls_low;
    let languages = inner.with_min_x(inner.right() - if is_low { 0.0 } else { languages_width(ui, cx) });
    // Else the sidebar has the menu, or the filters.
    let has_menu = cx.is_bare() && cx.state.kiosk().is_none();
    let gap = if cx.layout.folded { BAR_GAP } else { measure::MARGIN };
    let mut right = languages.left() - gap;
    if has_menu {
        let size = switch_height(cx);
        let menu = Rect::from_center_size(pos2(right - size / 2.0, area.center().y), vec2(size, size));
        let name = cx.say(Say::Menu);
        if widgets::icon_button(ui, menu, Id::unique("menu"), Icon::Menu, &name, &cx.colors, true).clicked() {
            cx.send(Action::Overlay(Some(Overlay::Menu)));
        }
        right = menu.left() - gap;
    }
    let with_tabs = !cx.layout.portrait && !is_low && has_tabs(cx);
    let tabs = if with_tabs { tabs::width(ui, cx) } else { 0.0 };
    // Mark and title give way to the tabs, these to the languages and the menu.
    let has_mark = right - inner.left() >= MARK + if with_tabs { tabs + gap } else { 0.0 };
    let mark = Rect::from_min_size(pos2(inner.left(), area.center().y - MARK / 2.0), vec2(MARK, MARK));
    if has_mark {
        paint_shapes(ui.painter(), widgets::mark(mark, [cx.colors.text, cx.colors.accent, cx.colors.gold]));
    }
    if with_tabs {
        let left = (right - tabs).max(if has_mark { mark.right() + gap } else { inner.left() });
        let tabs = Rect::from_min_max(pos2(left, area.top()), pos2(right, area.bottom()));
        tabs::tabs_ui(ui, cx, tabs, false);
        right = tabs.left() - gap / 2.0;
    }
    if !is_low {
        languages_ui(ui, cx, inner);
    }
    let left = if has_mark { mark.right() + TITLE_GAP } else { inner.left() };
    let drawn = title_ui(ui, cx, Rect::from_min_max(pos2(left, area.top()), pos2(right.max(left), area.bottom())));
    if has_mark || drawn.is_some() {
        home_ui(ui, cx, area.with_min_x(mark.left()).with_max_x(drawn.map_or(mark.right(), |drawn| drawn.right())));
    }
}

/// Mark and title lead to the start.
fn home_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let area = Rect::from_center_size(area.center(), vec2(area.width(), measure::BUTTON));
    let area = area.with_max_x(area.right().max(area.left() + measure::TARGET)).expand2(vec2(HOME_REACH, 0.0));
    let response = ui.interact(area, Id::unique("home"), Sense::click());
    let name = if editor::is_editing(cx) {
        cx.say(Say::Editor(Editor::Whole))
    } else {
        cx.say(Say::ToTheStart(cx.resolve(&cx.x().title).text))
    };
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Link, true, &name));
    if hand::hovers(&response) || response.is_pointer_button_down_on() {
        let line = Stroke::new(measure::AXIS, cx.colors.text);
        widgets::rule(ui, area.left() + HOME_REACH, area.right() - HOME_REACH, area.bottom() - HOME_REACH, line);
    }
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    if response.clicked() {
        cx.send(Action::Home);
    }
}

/// The tabs in the bar at the foot, where the controls are low.
pub fn tabs_at_foot_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    if has_tabs(cx) {
        tabs::tabs_ui(ui, cx, area, true);
    }
}

fn switch_height(cx: &Cx<'_>) -> f32 {
    if is_bar_low(cx) { LOW_SWITCH } else { SWITCH }
}

/// The title where a window has no room for all of it: its short form, else up to its colon.
fn short<'a>(cx: &Cx<'a>, title: &'a str) -> &'a str {
    let own = cx.x().short_title.only(cx.lang());
    if !own.is_empty() {
        return own;
    }
    let end = title.find([':', '：', '༔']).filter(|end| *end > 0);
    end.map_or(title, |end| title[..end].trim_end())
}

/// The exhibition's title: on one line, or smaller on the lines that the bar holds, or not at all where words would break. Gives
/// where it stands.
fn title_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) -> Option<Rect> {
    let whole_title = cx.resolve(&cx.x().title).text;
    let title = if is_bar_low(cx) { short(cx, whole_title) } else { whole_title };
    let wide = cx.label(title, if is_bar_low(cx) { Role::Strong } else { Role::Title });
    let fits = |label: &Label<'_>| {
        let size = label.size(ui.ctx());
        size.x <= area.width() && size.y <= area.height() - TITLE_AIR
    };
    let whole = |role: Role| {
        let mut words = title.split(|c: char| !c.is_ascii_alphabetic());
        words.all(|word| {
            Label::new(word, theme::style(role, cx.lang()), cx.colors.text).size(ui.ctx()).x <= area.width()
        })
    };
    let found = if fits(&wide) {
        Some(wide)
    } else {
        let smaller = [Role::LabelStrong, Role::NoteStrong].into_iter().filter(|role| whole(*role));
        let label = |role| Label::new(title, theme::style(role, cx.lang()), cx.colors.text);
        let mut lines = smaller.map(|role| label(role).balanced(ui.ctx(), area.width().max(LEAST_TITLE)));
        lines.find(|label| fits(label))
    };
    if let Some(label) = found {
        let height = label.size(ui.ctx()).y;
        Some(label.at(ui, pos2(area.left(), area.center().y - height / 2.0)))
    } else {
        super::typeset::name(ui, area.with_max_x(area.left() + 1.0), whole_title);
        None
    }
}

/// The name of a language in the switch.
fn language_name(cx: &Cx<'_>, lang: Lang) -> &'static str {
    if is_bar_low(cx) { lang.short_name() } else { lang.own_name() }
}

fn language_widths(ui: &Ui, cx: &Cx<'_>) -> Vec<f32> {
    let [folded, wide] = LANGUAGE_PAD;
    let pad = match (is_bar_low(cx), cx.layout.folded) {
        (true, _) => SHORT_PAD,
        (false, true) => folded,
        (false, false) => wide,
    };
    let width = |lang: &Lang| {
        let lang = *lang;
        let role = if lang == cx.lang() { Role::LabelStrong } else { Role::Label };
        (cx.label(language_name(cx, lang), role).size(ui.ctx()).x + pad).max(measure::TARGET)
    };
    cx.state.languages().iter().map(width).collect()
}

fn languages_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    // With one language there is nothing to choose.
    let count = cx.state.languages().len();
    if count < 2 { 0.0 } else { language_widths(ui, cx).iter().sum::<f32>() + 2.0 * SWITCH_INSET }
}

/// The language switch; always last.
pub fn languages_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) -> Rect {
    let widths = language_widths(ui, cx);
    let width = languages_width(ui, cx);
    let height = switch_height(cx);
    let switch = Rect::from_center_size(pos2(area.right() - width / 2.0, area.center().y), vec2(width, height));
    if width == 0.0 {
        return switch;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "half of a small height")]
    let radii = [height / 2.0, height / 2.0 - SWITCH_INSET].map(|radius| radius as u8);
    let round = CornerRadius::same(radii[0]);
    ui.painter().rect_filled(switch, round, cx.colors.side);
    ui.painter().rect_stroke(switch, round, Stroke::new(measure::RULE, cx.colors.line), StrokeKind::Inside);
    let mut x = switch.left() + SWITCH_INSET;
    let mut focused = None;
    for (lang, width) in cx.state.languages().iter().copied().zip(widths) {
        let part =
            Rect::from_min_max(pos2(x, switch.top() + SWITCH_INSET), pos2(x + width, switch.bottom() - SWITCH_INSET));
        x += width;
        let chosen = lang == cx.lang();
        // Higher than it looks: it is touched in passing.
        let reach = part.expand2(vec2(0.0, (measure::BUTTON - part.height()) / 2.0));
        let response = ui.interact(reach, Id::unique(("language", lang.code())), Sense::click());
        response.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, chosen, lang.own_name()));
        let response = response.with_new_rect(part);
        let (fill, text) = if chosen { (cx.colors.text, cx.colors.bg) } else { (cx.colors.side, cx.colors.text) };
        ui.painter().rect_filled(part, CornerRadius::same(radii[1]), cx.touched(fill, &response));
        let role = if chosen { Role::LabelStrong } else { Role::Label };
        cx.label(language_name(cx, lang), role).color(text).align(Align::Center).paint_in(ui, part);
        if response.clicked() {
            cx.send(Action::Lang(lang));
        }
        focused = focused.or(hand::has_ring(&response).then_some(response));
    }
    // Drawn last: the parts touch one another and would cover it.
    if let Some(response) = focused {
        widgets::focus_ring(ui, &response, radii[1], &cx.colors);
    }
    switch
}
