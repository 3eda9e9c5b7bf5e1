//! The screens of a kiosk.

use std::sync::Arc;

use vitrine::model::{Lang, PackPlace};
use vitrine::state::kiosk::{
    AccessChange, Corner, Day, HoursKind, KioskCommand, KioskSetup, PinAnswer, SetUpCommand, SetUpPage, SetUpSaid,
    StaffCommand, StaffPage, TimeOfDay, Touch,
};
use vitrine::state::{Action, Start, State, View};
use vitrine::ui::Window;

use super::{NOW, Scene, command, compare, draw, find};
use crate::kept::Persisted;

/// How long each content of the attract loop is shown, in seconds.
const TURN: f64 = 12.0;

/// Puts a kiosk in a state's place, whose first language is the state's, and lets its attract loop come to a turn.
fn begin(state: &mut State, lang: Lang, turn: u32) {
    let others = Lang::ALL.into_iter().filter(|other| *other != lang);
    let setup = KioskSetup {
        languages: [lang].into_iter().chain(others).collect(),
        theme: state.theme(),
        pin: Some("chosen".to_owned()),
        ..KioskSetup::default()
    };
    let start = Start { kiosk: Some(setup), ..Start::default() };
    *state = State::begin(Arc::clone(state.pack()), start);
    command(state, [Action::Tick(NOW), Action::Kiosk(KioskCommand::Begin)]);
    command(state, (1..=turn).map(|turn| Action::Tick(NOW + f64::from(turn) * TURN)));
}

/// Opens the sheet that sets up a kiosk.
fn set_up(state: &mut State, setup: KioskSetup, commands: impl IntoIterator<Item = SetUpCommand>) {
    let open = [SetUpCommand::Open, SetUpCommand::Read(Box::new(setup), 0)];
    command(state, open.into_iter().chain(commands).map(Action::SetUp));
}

/// Begins a trial.
fn trial(state: &mut State) {
    let setup = KioskSetup {
        languages: vec![state.lang()],
        theme: state.theme(),
        pin: Some("chosen".to_owned()),
        ..KioskSetup::default()
    };
    let start = Start { kiosk: Some(setup), trial: true, ..Start::default() };
    *state = State::begin(Arc::clone(state.pack()), start);
    command(state, [Action::Tick(NOW), Action::Kiosk(KioskCommand::Begin)]);
}

fn kiosk(state: &mut State, commands: impl IntoIterator<Item = KioskCommand>) {
    command(state, commands.into_iter().map(Action::Kiosk));
}

/// Somebody comes.
fn visit(state: &mut State, lang: Lang) {
    begin(state, lang, 0);
    kiosk(state, [Touch::Press, Touch::Release].map(KioskCommand::Touched));
}

fn access(state: &mut State, lang: Lang, changes: &[AccessChange]) {
    visit(state, lang);
    kiosk(state, changes.iter().copied().map(KioskCommand::Access));
}

/// Five taps in the corner, and digits.
fn staff(state: &mut State, lang: Lang, digits: &[u8]) {
    visit(state, lang);
    kiosk(state, std::iter::repeat_n(KioskCommand::StaffTap(Corner::TopRight), 5));
    kiosk(state, digits.iter().copied().map(KioskCommand::PinDigit));
}

fn inside(state: &mut State, lang: Lang) {
    staff(state, lang, &[1, 2, 3, 4, 5, 6]);
    let health =
        "Vitrine 0.1.0\nUp for 3 days, 4 hours; one restart (stall)\nFrames: 60 a second\nMemory: 180 MB, steady\n\
                  Disk: 14 GB free\nScreen: HDMI-1, 1920 × 1080\nDrawn through OpenGL (Intel UHD)\nErrors: none"
            .to_owned();
    kiosk(state, [KioskCommand::PinChecked(PinAnswer::Right), KioskCommand::Health(health)]);
}

#[test]
fn a_kiosk() {
    let scenes: [Scene; 17] = [
        ("attract-picture", |s, lang| begin(s, lang, 0)),
        ("attract-chart", |s, lang| begin(s, lang, 2)),
        ("attract-milestone", |s, lang| begin(s, lang, 5)),
        ("attract-whole", |s, lang| begin(s, lang, 40)),
        ("home", visit),
        ("viewer", |s, lang| {
            visit(s, lang);
            find(s, None, Some("reading"), None);
        }),
        ("warning", |s, lang| {
            visit(s, lang);
            command(s, [Action::Tick(NOW + 40.5), Action::Tick(NOW + 46.6)]);
        }),
        ("access", |s, lang| access(s, lang, &[AccessChange::Sheet(true)])),
        ("access-large", |s, lang| access(s, lang, &[AccessChange::Sheet(true), AccessChange::LargeText(true)])),
        ("large", |s, lang| access(s, lang, &[AccessChange::LargeText(true)])),
        ("low", |s, lang| {
            access(s, lang, &[AccessChange::ControlsLow(true)]);
            command(s, [Action::View(View::Personnel)]);
        }),
        ("pin", |s, lang| staff(s, lang, &[1, 2, 3])),
        ("pin-wrong", |s, lang| {
            staff(s, lang, &[1, 2, 3, 4, 5, 6]);
            kiosk(s, [KioskCommand::PinChecked(PinAnswer::Wrong { left: 3 })]);
        }),
        ("staff", inside),
        ("health", |s, lang| {
            inside(s, lang);
            kiosk(s, [KioskCommand::Staff(StaffCommand::Page(StaffPage::Health))]);
        }),
        ("cleaning", |s, lang| {
            inside(s, lang);
            kiosk(s, [KioskCommand::Staff(StaffCommand::Clean)]);
        }),
        ("closed", |s, lang| {
            begin(s, lang, 0);
            kiosk(s, [KioskCommand::Open(false, Some(TimeOfDay(540))), KioskCommand::Touched(Touch::Press)]);
        }),
    ];
    compare("kiosk", Window::Main, &PackPlace::BuiltIn, &scenes);
}

#[test]
fn setting_up_a_kiosk() {
    let scenes: [Scene; 10] = [
        ("start", |s, _| set_up(s, KioskSetup::default(), [])),
        ("start-again", |s, _| {
            let known = KioskSetup { pin: Some("chosen".to_owned()), tried: true, ..KioskSetup::default() };
            let saved = SetUpSaid::Saved("~/.config/vitrine/kiosk.json".to_owned());
            set_up(s, known, [SetUpCommand::Hours(HoursKind::Daily), SetUpCommand::Said(saved)]);
        }),
        ("languages", |s, _| {
            set_up(s, KioskSetup::default(), [SetUpCommand::Page(SetUpPage::Languages), SetUpCommand::Lang(Lang::Zh)]);
        }),
        ("sizes", |s, _| set_up(s, KioskSetup::default(), [SetUpCommand::Page(SetUpPage::Size)])),
        ("hours", |s, _| {
            let daily = SetUpCommand::Hours(HoursKind::Daily);
            set_up(s, KioskSetup::default(), [SetUpCommand::Page(SetUpPage::Hours), daily]);
        }),
        ("hours-by-day", |s, _| {
            let days = [SetUpCommand::Hours(HoursKind::ByDay), SetUpCommand::Day(Day::Monday)];
            set_up(s, KioskSetup::default(), [SetUpCommand::Page(SetUpPage::Hours)].into_iter().chain(days));
        }),
        ("idling", |s, _| set_up(s, KioskSetup::default(), [SetUpCommand::Page(SetUpPage::Idle)])),
        ("pin", |s, _| {
            let digits = [0, 4, 2, 7].map(SetUpCommand::Digit);
            set_up(s, KioskSetup::default(), [SetUpCommand::Page(SetUpPage::Pin)].into_iter().chain(digits));
        }),
        ("trial", |s, _| trial(s)),
        ("trial-of-a-visit", |s, _| {
            trial(s);
            kiosk(s, [Touch::Press, Touch::Release].map(KioskCommand::Touched));
        }),
    ];
    compare("set-up", Window::Main, &PackPlace::BuiltIn, &scenes);
}

#[test]
fn a_tall_kiosk() {
    let mut kept = Persisted::of("kiosk-tall");
    let scene: Scene =
        ("low", |s, lang| access(s, lang, &[AccessChange::ControlsLow(true), AccessChange::Sheet(true)]));
    let tall = (Lang::En, vitrine::state::Theme::Light, [2160, 3840]);
    draw(&mut kept, (Window::Main, &PackPlace::BuiltIn), scene, tall);
    kept.close();
}
