//! Setting up a kiosk: what it shows and where, whom it serves and when, and how its staff get in; page by page.

mod column;
mod pages;
mod pin;

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::ROUND;
use crate::state::kiosk::{HoursKind, SetUpCommand, SetUpPage, SettingUp};
use crate::state::{Action, KioskSetup, Overlay, Scrollable};
use crate::text::{self, Machine, Say, SetUp};
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};
use crate::ui::{Cx, scrolling};
use column::{Column, Kind};
pub use pin::take as keys;

/// The height of the sheet at most, so that it keeps its size from page to page.
pub const HEIGHT: f32 = 900.0;
/// The gap after the button that leads back, and between the parts of a page.
const BACK_GAP: f32 = 16.0;
const GAP: f32 = 16.0;

/// The heading of the page that is open.
pub fn heading(cx: &Cx<'_>) -> String {
    cx.state.setting_up().map_or_else(|| say(cx, SetUp::Heading), |draft| name(cx, draft.page()))
}

/// Draws the page that is open in an area; gives what takes the focus, where another page was open before.
pub fn set_up_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) -> Option<Id> {
    let draft = cx.state.setting_up()?;
    let page = draft.page();
    let before = cx.motion.borrow_mut().set_up_page.replace(page).filter(|before| *before != page);
    let by_keys = ui.input(|i| i.pointer.time_since_last_click()) >= 0.5;
    let focus =
        before.filter(|_| by_keys).map(|before| if page == SetUpPage::Start { row_id(before) } else { back_id() });
    let top = if page == SetUpPage::Start { area.top() } else { back_ui(ui, cx, area) };
    let area = area.with_min_y(top);
    ui.scope_builder(UiBuilder::new().max_rect(area.expand2(vec2(2.0 * ROUND, ROUND))), |ui| {
        widgets::show_handle(ui, &cx.colors);
        // Each page begins at its top.
        let region = ScrollArea::vertical().id_salt(("set up", page)).auto_shrink(false);
        let offset = before.map(|_| vec2(0.0, 0.0));
        scrolling::jump_to(ui, cx, Scrollable::Overlay(Overlay::SetUp), offset, region, |ui, _seen| {
            let top = ui.max_rect().top() + ROUND;
            let bottom = {
                let mut column = Column::new(ui, cx, Rect::from_x_y_ranges(area.x_range(), top..=top));
                page_ui(&mut column, draft);
                column.bottom()
            };
            ui.set_min_height(bottom + ROUND - ui.max_rect().top());
        });
    });
    focus
}

fn page_ui(column: &mut Column<'_>, draft: &SettingUp) {
    match draft.page() {
        SetUpPage::Start => start_ui(column, draft),
        SetUpPage::Screen => pages::screen_ui(column, draft.setup()),
        SetUpPage::Languages => pages::languages_ui(column, draft.setup()),
        SetUpPage::View => pages::view_ui(column, draft.setup()),
        SetUpPage::Size => pages::size_ui(column, draft.setup()),
        SetUpPage::Theme => pages::theme_ui(column, draft.setup()),
        SetUpPage::Hours => pages::hours_ui(column, draft),
        SetUpPage::Idle => pages::idle_ui(column, draft.setup()),
        SetUpPage::Corner => pages::corner_ui(column, draft.setup()),
        SetUpPage::Pin => pin::pin_ui(column, draft),
    }
}

fn say(cx: &Cx<'_>, words: SetUp<'_>) -> String {
    cx.say(Say::SetUp(words))
}

fn send(cx: &Cx<'_>, command: SetUpCommand) {
    cx.send(Action::SetUp(command));
}

fn row_id(page: SetUpPage) -> Id {
    Id::unique(("set up row", page))
}

fn back_id() -> Id {
    Id::unique("set up back")
}

/// The button over a page that leads back; gives the top of the page.
fn back_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) -> f32 {
    let words = say(cx, SetUp::Back);
    let place = Rect::from_min_size(area.min, vec2(area.width(), measure::BUTTON));
    let label = (Some(Icon::Left), words.as_str());
    if widgets::button(ui, place, back_id(), label, &cx.style(Role::Label), &cx.colors, true).clicked() {
        send(cx, SetUpCommand::Page(SetUpPage::Start));
    }
    place.bottom() + BACK_GAP
}

/// The name of a page.
fn name(cx: &Cx<'_>, page: SetUpPage) -> String {
    match page {
        SetUpPage::Start => say(cx, SetUp::Heading),
        SetUpPage::Screen => say(cx, SetUp::Screen),
        SetUpPage::Languages => say(cx, SetUp::Languages),
        SetUpPage::View => say(cx, SetUp::FirstView),
        SetUpPage::Size => cx.say(Say::Machine(Machine::Size)),
        SetUpPage::Theme => cx.say(Say::Themes),
        SetUpPage::Hours => say(cx, SetUp::Hours),
        SetUpPage::Idle => say(cx, SetUp::Idle),
        SetUpPage::Corner => say(cx, SetUp::Corner),
        SetUpPage::Pin => say(cx, SetUp::Pin),
    }
}

/// What is chosen on a page.
fn value(cx: &Cx<'_>, draft: &SettingUp, page: SetUpPage) -> String {
    let setup: &KioskSetup = draft.setup();
    match page {
        SetUpPage::Start => String::new(),
        SetUpPage::Screen => setup.screen.clone().unwrap_or_else(|| say(cx, SetUp::MainScreen)),
        SetUpPage::Languages => {
            let names: Vec<&str> = setup.languages.iter().map(|lang| lang.own_name()).collect();
            text::list(cx.lang(), &names)
        }
        SetUpPage::View => cx.say(Say::View(setup.view)),
        SetUpPage::Size => cx.say(Say::Machine(Machine::Distance(setup.distance))),
        SetUpPage::Theme => cx.say(Say::Theme(setup.theme)),
        SetUpPage::Hours => match (draft.hours(), setup.hours.first()) {
            (HoursKind::Daily, Some(daily)) => say(cx, SetUp::Period(daily.from, daily.to)),
            (HoursKind::ByDay, _) => say(cx, SetUp::OpenDays(pages::open_days(draft))),
            (kind, _) => say(cx, SetUp::HoursKind(kind)),
        },
        SetUpPage::Idle => say(cx, SetUp::Seconds(setup.idle)),
        SetUpPage::Corner => say(cx, SetUp::CornerIs(setup.corner)),
        SetUpPage::Pin => say(cx, SetUp::PinIs(setup.pin.is_some())),
    }
}

/// The first page: what is shown, each choice with what is chosen, what is still missing, and what can be done.
fn start_ui(column: &mut Column<'_>, draft: &SettingUp) {
    let cx = column.cx;
    let title = cx.localized(&cx.x().title);
    column.text(&say(cx, SetUp::Exhibition), Role::Note, cx.colors.dim);
    column.text(&title, Role::Strong, cx.colors.text);
    column.text(&say(cx, SetUp::ExhibitionIs), Role::Note, cx.colors.dim);
    column.gap(GAP);
    for page in [
        SetUpPage::Screen,
        SetUpPage::Languages,
        SetUpPage::View,
        SetUpPage::Size,
        SetUpPage::Theme,
        SetUpPage::Hours,
        SetUpPage::Idle,
        SetUpPage::Corner,
        SetUpPage::Pin,
    ] {
        let (name, value) = (name(cx, page), value(cx, draft, page));
        if column.row(row_id(page), (&name, &value), Kind::Opens) {
            send(cx, SetUpCommand::Page(page));
        }
    }
    column.gap(GAP);
    if draft.setup().pin.is_none() {
        column.text(&say(cx, SetUp::WithoutPin), Role::Label, cx.colors.accent);
    }
    let tried = draft.setup().tried;
    let color = if tried { cx.colors.dim } else { cx.colors.accent };
    column.text(&say(cx, SetUp::Tried(tried)), Role::Label, color);
    if let Some(said) = draft.said() {
        column.gap(GAP);
        column.text(&say(cx, SetUp::Said(said)), Role::Strong, cx.colors.text);
    }
    column.gap(GAP);
    let [save, trial, elsewhere] = [SetUp::Save, SetUp::Try, SetUp::SaveElsewhere].map(|words| say(cx, words));
    let buttons = [
        ("set up save", save, SetUpCommand::Save, true),
        ("set up try", trial, SetUpCommand::Try, !draft.is_running()),
        ("set up elsewhere", elsewhere, SetUpCommand::SaveElsewhere, true),
    ];
    column.buttons(buttons, |command| send(cx, command));
}

/// The place of something as high as a control at the left end of a line.
fn at_left(area: Rect, width: f32) -> Rect {
    Rect::from_min_size(pos2(area.left(), area.top()), vec2(width, measure::BUTTON))
}
