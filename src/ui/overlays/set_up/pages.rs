//! The pages on which something is chosen.

use egui::Id;

use super::column::{Column, Kind};
use super::{GAP, say, send};
use crate::model::Lang;
use crate::state::kiosk::{Corner, Day, HoursKind, PeriodEnd, SetUpCommand, SettingUp};
use crate::state::{Distance, KioskSetup, Theme};
use crate::text::{Machine, Say, SetUp};
use crate::ui::theme::Role;

/// Rows of which one is chosen, each with its name, what is said about it, and what it sends.
fn choices(column: &mut Column<'_>, all: impl IntoIterator<Item = (String, String, bool, SetUpCommand)>) {
    let cx = column.cx;
    for (at, (name, about, is_chosen, command)) in all.into_iter().enumerate() {
        let id = Id::unique(("set up choice", at));
        if column.row(id, (&name, &about), Kind::Choice(is_chosen)) {
            send(cx, command);
        }
    }
}

fn note(column: &mut Column<'_>, words: SetUp<'_>) {
    let (words, color) = (say(column.cx, words), column.cx.colors.dim);
    column.text(&words, Role::Label, color);
    column.gap(GAP);
}

/// The screens that are connected, and the chosen one where it is not.
pub fn screen_ui(column: &mut Column<'_>, setup: &KioskSetup) {
    let cx = column.cx;
    let chosen = setup.screen.as_ref();
    let mut all = vec![(say(cx, SetUp::MainScreen), String::new(), chosen.is_none(), SetUpCommand::Screen(None))];
    let screens = &cx.state.talk().screens.list;
    for screen in screens {
        let name = &screen.id.name;
        let [width, height] = screen.id.size;
        let command = SetUpCommand::Screen(Some(name.clone()));
        all.push((name.clone(), format!("{width} × {height}"), chosen == Some(name), command));
    }
    if let Some(away) = chosen.filter(|name| screens.iter().all(|screen| screen.id.name != **name)) {
        let command = SetUpCommand::Screen(Some(away.clone()));
        all.push((say(cx, SetUp::ScreenAway(away)), String::new(), true, command));
    }
    choices(column, all);
}

/// The languages: those that are offered in their order, then the others.
pub fn languages_ui(column: &mut Column<'_>, setup: &KioskSetup) {
    let cx = column.cx;
    note(column, SetUp::LanguagesAre);
    let offered = setup.languages.iter().copied();
    let others = Lang::ALL.into_iter().filter(|lang| !setup.languages.contains(lang));
    for lang in offered.chain(others) {
        let place = setup.languages.iter().position(|offered| *offered == lang);
        let about = say(cx, place.map_or(SetUp::NotOffered, |place| SetUp::Place(place + 1)));
        let id = Id::unique(("set up language", lang.code()));
        if column.row(id, (lang.own_name(), &about), Kind::Switch(place.is_some())) {
            send(cx, SetUpCommand::Lang(lang));
        }
    }
}

pub fn view_ui(column: &mut Column<'_>, setup: &KioskSetup) {
    let cx = column.cx;
    let views = cx.state.views();
    let row = |view| (cx.say(Say::View(view)), String::new(), setup.view == view, SetUpCommand::View(view));
    choices(column, views.into_iter().map(row));
}

pub fn size_ui(column: &mut Column<'_>, setup: &KioskSetup) {
    let cx = column.cx;
    let machine = |words| cx.say(Say::Machine(words));
    let row = |distance| {
        let (name, about) = (machine(Machine::Distance(distance)), machine(Machine::DistanceIs(distance)));
        (name, about, setup.distance == distance, SetUpCommand::Size(distance))
    };
    choices(column, Distance::ALL.map(row));
}

pub fn theme_ui(column: &mut Column<'_>, setup: &KioskSetup) {
    let cx = column.cx;
    let row = |theme| (cx.say(Say::Theme(theme)), String::new(), setup.theme == theme, SetUpCommand::Theme(theme));
    choices(column, Theme::ALL.map(row));
}

pub fn corner_ui(column: &mut Column<'_>, setup: &KioskSetup) {
    let cx = column.cx;
    note(column, SetUp::CornerFor);
    let row = |corner| {
        (say(cx, SetUp::CornerIs(corner)), String::new(), setup.corner == corner, SetUpCommand::Corner(corner))
    };
    choices(column, Corner::ALL.map(row));
}

pub fn idle_ui(column: &mut Column<'_>, setup: &KioskSetup) {
    let cx = column.cx;
    note(column, SetUp::IdleIs(setup.warning));
    let [name, value] = [say(cx, SetUp::Idle), say(cx, SetUp::Seconds(setup.idle))];
    let [less, more] = [false, true].map(|more| say(cx, SetUp::IdleMore(more)));
    if let Some(more) = column.stepper("set up idle", (&name, &value), [&less, &more]) {
        send(cx, SetUpCommand::Idle(more));
    }
}

/// How many days of the week are open.
pub fn open_days(draft: &SettingUp) -> usize {
    Day::ALL.into_iter().filter(|day| draft.hours_of(*day).is_some()).count()
}

pub fn hours_ui(column: &mut Column<'_>, draft: &SettingUp) {
    let cx = column.cx;
    note(column, SetUp::HoursAre);
    let other = (draft.hours() == HoursKind::Other).then_some(HoursKind::Other);
    let kinds = [HoursKind::Always, HoursKind::Daily, HoursKind::ByDay].into_iter().chain(other);
    let row = |kind| (say(cx, SetUp::HoursKind(kind)), String::new(), draft.hours() == kind, SetUpCommand::Hours(kind));
    choices(column, kinds.map(row));
    match draft.hours() {
        HoursKind::Always | HoursKind::Other => {}
        HoursKind::Daily => {
            column.gap(GAP);
            ends_ui(column, draft, None);
        }
        HoursKind::ByDay => {
            for day in Day::ALL {
                column.gap(GAP);
                day_ui(column, draft, day);
            }
        }
    }
}

/// A day that can be opened and closed, and its hours while it is open.
fn day_ui(column: &mut Column<'_>, draft: &SettingUp, day: Day) {
    let cx = column.cx;
    let hours = draft.hours_of(day);
    let about = say(cx, hours.map_or(SetUp::Closed, |[from, to]| SetUp::Period(from, to)));
    let name = say(cx, SetUp::Day(day));
    if column.row(Id::unique(("set up day", day)), (&name, &about), Kind::Switch(hours.is_some())) {
        send(cx, SetUpCommand::Day(day));
    }
    if hours.is_some() {
        ends_ui(column, draft, Some(day));
    }
}

/// When a day opens and closes, or all of them.
fn ends_ui(column: &mut Column<'_>, draft: &SettingUp, day: Option<Day>) {
    let cx = column.cx;
    let Some([from, to]) = draft.hours_of(day.unwrap_or(Day::Monday)) else { return };
    for (end, at) in [(PeriodEnd::From, from), (PeriodEnd::To, to)] {
        let [earlier, later] = [false, true].map(|later| say(cx, SetUp::Put(day, end, later)));
        let (name, value) = (say(cx, SetUp::End(end)), crate::text::time_of_day(at.0));
        let id = format!("set up {day:?} {end:?}");
        if let Some(later) = column.stepper(&id, (&name, &value), [&earlier, &later]) {
            send(cx, SetUpCommand::Time(day, end, later));
        }
    }
}
