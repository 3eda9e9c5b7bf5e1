//! Setting up a kiosk, without a screen.

use super::*;
use crate::model::{Exhibition, Pack, PackPlace};
use crate::state::{Action, Kiosk, KioskCommand, Start};

fn send(state: &mut State, command: SetUpCommand) -> Vec<Effect> {
    state.update(Action::SetUp(command))
}

/// A state whose sheet is open, with a set-up that was read.
fn opened_with(setup: KioskSetup) -> State {
    let place = PackPlace::Archive("/halls/one.vitrine".into());
    let mut state = State::showing(Pack::new(place, Exhibition::default(), Vec::new(), |_file| false));
    assert_eq!(send(&mut state, SetUpCommand::Open), [Effect::ReadKiosk]);
    send(&mut state, SetUpCommand::Read(Box::new(setup), 0));
    state
}

fn draft(state: &State) -> &SettingUp {
    state.setting_up().expect("a draft")
}

fn type_pin(state: &mut State, pin: &str) -> Vec<Effect> {
    let digits = pin.bytes().map(|byte| byte - b'0');
    digits.flat_map(|digit| send(state, SetUpCommand::Digit(digit))).collect()
}

#[test]
fn what_is_open_is_what_the_kiosk_shows_and_the_rest_of_the_file_stays() {
    let before = KioskSetup { counts: true, eyes_mm: 900, pack: Some("/old.vitrine".into()), ..KioskSetup::default() };
    let mut state = opened_with(before.clone());
    send(&mut state, SetUpCommand::Theme(Theme::Dark));
    let [Effect::SaveKiosk { text, elsewhere: false }] = &send(&mut state, SetUpCommand::Save)[..] else {
        panic!("it is written")
    };
    let pack = Some("/halls/one.vitrine".into());
    assert_eq!(KioskSetup::read(text), (KioskSetup { theme: Theme::Dark, pack, ..before }, Vec::new()));
    // What is opened later counts, and what was changed stays.
    state.update(Action::PackOpened(Box::default()));
    assert_eq!(send(&mut state, SetUpCommand::Open), []);
    assert_eq!((draft(&state).setup().pack.as_ref(), draft(&state).setup().theme), (None, Theme::Dark));
    // What was changed while it was written is not in the file.
    send(&mut state, SetUpCommand::Theme(Theme::Light));
    send(&mut state, SetUpCommand::Said(SetUpSaid::Saved("~/kiosk.json".into())));
    assert_eq!(send(&mut state, SetUpCommand::Open), []);
    send(&mut state, SetUpCommand::Save);
    // A draft that was written is read anew.
    send(&mut state, SetUpCommand::Said(SetUpSaid::Saved("~/kiosk.json".into())));
    assert_eq!(send(&mut state, SetUpCommand::Open), [Effect::ReadKiosk]);
}

#[test]
fn what_is_read_late_takes_nothing_back() {
    let mut state = opened_with(KioskSetup::default());
    // Opened twice, and read twice.
    assert_eq!(send(&mut state, SetUpCommand::Open), [Effect::ReadKiosk]);
    assert!(state.setting_up().is_none(), "nothing can be changed before it is read");
    assert_eq!(send(&mut state, SetUpCommand::Lang(Lang::Zh)), []);
    let dark = KioskSetup { theme: Theme::Dark, ..KioskSetup::default() };
    send(&mut state, SetUpCommand::Read(Box::new(dark.clone()), 0));
    assert_eq!(draft(&state).setup().languages, KioskSetup::default().languages);
    send(&mut state, SetUpCommand::Lang(Lang::Zh));
    send(&mut state, SetUpCommand::Read(Box::new(dark), 0));
    assert_eq!(
        (draft(&state).setup().languages.clone(), draft(&state).setup().theme),
        (vec![Lang::En, Lang::Bo], Theme::Dark)
    );
}

#[test]
fn languages_keep_the_order_in_which_they_are_touched_and_one_stays() {
    let mut state = opened_with(KioskSetup::default());
    for lang in [Lang::En, Lang::Zh, Lang::En, Lang::Zh, Lang::Zh] {
        send(&mut state, SetUpCommand::Lang(lang));
    }
    assert_eq!(draft(&state).setup().languages, [Lang::Bo, Lang::En]);
    for lang in [Lang::Bo, Lang::En, Lang::En] {
        send(&mut state, SetUpCommand::Lang(lang));
    }
    assert_eq!(draft(&state).setup().languages, [Lang::En]);
}

#[test]
fn hours_are_the_same_every_day_or_those_of_each_day() {
    let mut state = opened_with(KioskSetup::default());
    assert_eq!(draft(&state).hours(), HoursKind::Always);
    send(&mut state, SetUpCommand::Hours(HoursKind::Daily));
    send(&mut state, SetUpCommand::Time(None, PeriodEnd::From, true));
    let daily = Opening { days: Day::ALL.to_vec(), from: TimeOfDay(555), to: TimeOfDay(1020) };
    assert_eq!(draft(&state).setup().hours, [daily]);
    send(&mut state, SetUpCommand::Hours(HoursKind::ByDay));
    send(&mut state, SetUpCommand::Day(Day::Monday));
    send(&mut state, SetUpCommand::Time(Some(Day::Saturday), PeriodEnd::To, false));
    assert_eq!(draft(&state).hours(), HoursKind::ByDay);
    let hours = &draft(&state).setup().hours;
    assert_eq!(hours.len(), 2, "{hours:?}");
    assert_eq!(draft(&state).hours_of(Day::Monday), None);
    assert_eq!(draft(&state).hours_of(Day::Saturday), Some([TimeOfDay(555), TimeOfDay(1005)]));
    assert_eq!(draft(&state).hours_of(Day::Sunday), Some([TimeOfDay(555), TimeOfDay(1020)]));
    // No days at all would be always open.
    for day in Day::ALL {
        if draft(&state).hours_of(day).is_some() {
            send(&mut state, SetUpCommand::Day(day));
        }
    }
    assert!(draft(&state).hours_of(Day::Sunday).is_some());
    // A file with more than the sheet can say keeps it until something else is chosen.
    let two = |from, to| Opening { days: vec![Day::Monday], from: TimeOfDay(from), to: TimeOfDay(to) };
    let split = vec![two(540, 720), two(780, 1020)];
    let mut state = opened_with(KioskSetup { hours: split.clone(), ..KioskSetup::default() });
    assert_eq!((draft(&state).hours(), &draft(&state).setup().hours), (HoursKind::Other, &split));
    send(&mut state, SetUpCommand::Hours(HoursKind::Always));
    assert_eq!(draft(&state).setup().hours, []);
}

#[test]
fn times_go_round_midnight_and_the_idle_time_stays_within_its_bounds() {
    assert_eq!(stepped(TimeOfDay(0), false), TimeOfDay(1425));
    assert_eq!(stepped(TimeOfDay(1425), true), TimeOfDay(0));
    let mut state = opened_with(KioskSetup::default());
    for _ in 0..100 {
        send(&mut state, SetUpCommand::Idle(true));
    }
    assert_eq!(draft(&state).setup().idle, 600);
    for _ in 0..100 {
        send(&mut state, SetUpCommand::Idle(false));
    }
    assert_eq!(draft(&state).setup().idle, 20);
}

#[test]
fn a_pin_is_typed_twice_and_has_to_be_tried() {
    let mut state = opened_with(KioskSetup { tried: true, ..KioskSetup::default() });
    send(&mut state, SetUpCommand::Page(SetUpPage::Pin));
    assert_eq!(type_pin(&mut state, "042731042730"), []);
    assert_eq!((draft(&state).said(), draft(&state).typed()), (Some(&SetUpSaid::PinDiffers), (0, false)));
    type_pin(&mut state, "0427319");
    send(&mut state, SetUpCommand::Erase);
    assert_eq!((draft(&state).said(), draft(&state).typed()), (None, (0, true)));
    assert_eq!(type_pin(&mut state, "042731"), [Effect::HashPin("042731".into())]);
    assert!(draft(&state).is_hashing());
    assert_eq!(type_pin(&mut state, "1"), [], "not while it is made ready");
    send(&mut state, SetUpCommand::Hashed(Ok("hash".into())));
    let setup = draft(&state).setup();
    assert_eq!((setup.pin.as_deref(), setup.tried, draft(&state).page()), (Some("hash"), false, SetUpPage::Start));
    send(&mut state, SetUpCommand::NoPin);
    assert_eq!(draft(&state).setup().pin, None);
    // Escape goes back one page, then closes the sheet.
    send(&mut state, SetUpCommand::Page(SetUpPage::Pin));
    type_pin(&mut state, "123");
    state.update(Action::Back);
    assert_eq!(
        (draft(&state).page(), draft(&state).typed(), state.overlay()),
        (SetUpPage::Start, (0, false), Some(Overlay::SetUp))
    );
    state.update(Action::Back);
    assert_eq!(state.overlay(), None);
}

#[test]
fn a_trial_runs_once_and_tells_whether_the_staffs_way_was_gone() {
    let mut state = opened_with(KioskSetup::default());
    let effects = send(&mut state, SetUpCommand::Try);
    assert!(matches!(&effects[..], [Effect::TryKiosk(text)] if KioskSetup::read(text).1.is_empty()));
    assert_eq!(send(&mut state, SetUpCommand::Try), []);
    // The sheet can be closed meanwhile.
    state.update(Action::Overlay(None));
    assert_eq!(send(&mut state, SetUpCommand::Open), []);
    send(&mut state, SetUpCommand::Said(SetUpSaid::TrialOver(true)));
    assert!(!draft(&state).is_running() && draft(&state).setup().tried);
    // Another corner is another way.
    send(&mut state, SetUpCommand::Corner(Corner::BottomLeft));
    assert!(!draft(&state).setup().tried);
}

#[test]
fn a_trial_asks_for_the_staffs_way_until_somebody_goes_it() {
    let begin = |setup: KioskSetup, trial| {
        State::begin(Pack::default(), Start { kiosk: Some(setup), trial, ..Start::default() })
    };
    let trial = |state: &State| state.kiosk().and_then(Kiosk::trial);
    let mut state = begin(KioskSetup::default(), true);
    assert_eq!(trial(&state), Some(super::super::Trial::Asks));
    let tap = || Action::Kiosk(KioskCommand::StaffTap(Corner::TopRight));
    let effects: Vec<Effect> = (0..5).flat_map(|_| state.update(tap())).collect();
    assert_eq!(effects, [Effect::Health, Effect::NoteTried]);
    assert_eq!(trial(&state), Some(super::super::Trial::Done));
    let tried = KioskSetup { tried: true, ..KioskSetup::default() };
    assert_eq!(trial(&begin(tried, true)), None);
    assert_eq!(trial(&begin(KioskSetup::default(), false)), None);
}

#[test]
fn only_the_way_that_was_gone_counts_as_tried() {
    let setup = KioskSetup { pin: Some("a".into()), ..KioskSetup::default() };
    assert_eq!(setup.after_trial(Some("b"), Corner::TopRight), None);
    assert_eq!(setup.after_trial(Some("a"), Corner::TopLeft), None);
    let after = setup.after_trial(Some("a"), Corner::TopRight).expect("tried");
    assert!(after.tried && after.after_trial(Some("a"), Corner::TopRight).is_none());
}
