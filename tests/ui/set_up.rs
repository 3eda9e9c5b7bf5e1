//! Setting up a kiosk from the menu, by fingers and by keys.

use std::path::Path;
use std::sync::{Arc, Mutex};

use egui::{Key, vec2};
use vitrine::app::App;
use vitrine::model::{Lang, PackPlace};
use vitrine::state::kiosk::{Corner, KioskCommand, SetUpCommand, SetUpPage, SetUpSaid};
use vitrine::state::kiosk::{Day, TimeOfDay};
use vitrine::state::{Action, Kiosk, KioskSetup, Overlay, Start, State, Theme};
use vitrine::text::{Machine, Say, SetUp, colon};
use vitrine::ui::Window;
use vitrine::work;

use crate::support::Visitor;

/// What a trial was begun with.
type Tried = Arc<Mutex<Vec<String>>>;

/// Sits before the program; its set-up lies in a folder, and nothing else is started.
fn technician(lang: Lang, folder: &Path) -> (Visitor, Tried) {
    let (pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    let mut state = State::showing(pack);
    state.update(Action::Lang(lang));
    let tried = Tried::default();
    let (seen, elsewhere) = (Arc::clone(&tried), folder.join("carried.json"));
    let app = App::new(state, source, None, |_| {})
        .set_up_by(Some(folder.join("kiosk.json")))
        .asking(move |_name| Some(elsewhere.clone()))
        .trying(move |text| {
            seen.lock().expect("a list").push(text.to_owned());
            SetUpSaid::TrialOver(true)
        });
    (Visitor::before_app(app, vec2(1280.0, 800.0), Window::Main), tried)
}

fn say(visitor: &Visitor, words: SetUp<'_>) -> String {
    visitor.say(Say::SetUp(words))
}

fn page(visitor: &Visitor) -> Option<SetUpPage> {
    let is_open = visitor.state().overlay() == Some(Overlay::SetUp);
    visitor.state().setting_up().filter(|_| is_open).map(vitrine::state::kiosk::SettingUp::page)
}

fn setup(visitor: &Visitor) -> KioskSetup {
    visitor.state().setting_up().expect("a draft").setup().clone()
}

fn written(path: &Path) -> KioskSetup {
    let text = std::fs::read_to_string(path).expect("it was written");
    let (setup, problems) = KioskSetup::read(&text);
    assert_eq!(problems, [], "{text}");
    setup
}

fn open(visitor: &mut Visitor) {
    visitor.click(&visitor.say(Say::Menu));
    visitor.click(&format!("{} …", say(visitor, SetUp::Heading)));
    visitor.wait_until("the set-up is read", |visitor| page(visitor) == Some(SetUpPage::Start));
}

#[test]
fn a_kiosk_is_set_up_tried_and_saved_by_fingers() {
    let folder = tempfile::tempdir().expect("a folder");
    for lang in Lang::ALL {
        let (mut visitor, tried) = technician(lang, folder.path());
        open(&mut visitor);
        assert!(visitor.sees(&say(&visitor, SetUp::WithoutPin)) && visitor.sees(&say(&visitor, SetUp::Tried(false))));
        visitor.click_containing(&say(&visitor, SetUp::Languages));
        let chinese = [Lang::Zh.own_name(), &say(&visitor, SetUp::Place(2))].join(colon(lang));
        visitor.click(&chinese);
        visitor.click(&say(&visitor, SetUp::Back));
        visitor.click_containing(&visitor.say(Say::Themes));
        visitor.click(&visitor.say(Say::Theme(Theme::Dark)));
        visitor.click(&say(&visitor, SetUp::Back));
        visitor.apply(Action::SetUp(SetUpCommand::Page(SetUpPage::Pin)));
        for digit in "042731042731".chars() {
            visitor.click(&digit.to_string());
        }
        visitor.wait_until("the PIN is chosen", |visitor| setup(visitor).pin.is_some());
        assert_eq!(page(&visitor), Some(SetUpPage::Start));
        visitor.activate(&say(&visitor, SetUp::Try));
        visitor.wait_until("the trial is over", |visitor| setup(visitor).tried);
        assert!(visitor.sees(&say(&visitor, SetUp::Said(&SetUpSaid::TrialOver(true)))));
        let text = tried.lock().expect("a list").pop().expect("a trial");
        assert_eq!(KioskSetup::read(&text).0, KioskSetup { tried: false, ..setup(&visitor) });
        visitor.activate(&say(&visitor, SetUp::Save));
        let said = |visitor: &Visitor| visitor.state().setting_up().and_then(|draft| draft.said().cloned());
        visitor.wait_until("it is saved", |visitor| matches!(said(visitor), Some(SetUpSaid::Saved(_))));
        let (file, carried) = (folder.path().join("kiosk.json"), folder.path().join("carried.json"));
        assert_eq!(written(&file), setup(&visitor));
        assert_eq!((setup(&visitor).languages, setup(&visitor).theme), (vec![Lang::En, Lang::Bo], Theme::Dark));
        visitor.activate(&say(&visitor, SetUp::SaveElsewhere));
        visitor.wait_until("it is carried", |visitor| matches!(said(visitor), Some(SetUpSaid::Carried(_))));
        assert_eq!(written(&carried), written(&file));
        std::fs::remove_file(&file).expect("removed");
        std::fs::remove_file(&carried).expect("removed");
    }
}

#[test]
fn keys_reach_every_page_and_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut visitor, _) = technician(Lang::En, folder.path());
    visitor.apply(Action::SetUp(SetUpCommand::Open));
    visitor.linger(std::time::Duration::from_secs(1));
    let reach = |visitor: &mut Visitor, part: &str| {
        for _ in 0..40 {
            if visitor.focused().is_some_and(|name| name.contains(part)) {
                return;
            }
            visitor.press(Key::Tab);
        }
        panic!("{part} is not reached: {:?}", visitor.focused());
    };
    reach(&mut visitor, "Colours");
    visitor.press(Key::Enter);
    assert_eq!(page(&visitor), Some(SetUpPage::Theme));
    assert_eq!(visitor.focused().as_deref(), Some("Back"), "the focus is on the page");
    reach(&mut visitor, "Dark");
    visitor.press(Key::Space);
    assert_eq!(setup(&visitor).theme, Theme::Dark);
    visitor.press(Key::Escape);
    assert_eq!(page(&visitor), Some(SetUpPage::Start));
    assert!(visitor.focused().is_some_and(|name| name.contains("Colours")), "where it was: {:?}", visitor.focused());
    reach(&mut visitor, "PIN");
    visitor.press(Key::Enter);
    // Digits are the PIN's here, not the views'.
    for digit in "123456".chars() {
        visitor.press(
            [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6]["123456".find(digit).expect("one")],
        );
        visitor.type_text(&digit.to_string());
    }
    assert_eq!(visitor.state().setting_up().map(vitrine::state::kiosk::SettingUp::typed), Some((0, true)));
    visitor.press(Key::Escape);
    visitor.press(Key::Escape);
    assert_eq!(page(&visitor), None);
    // What was changed waits.
    visitor.apply(Action::SetUp(SetUpCommand::Open));
    assert_eq!(setup(&visitor).theme, Theme::Dark);
}

#[test]
fn hours_are_put_day_by_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut visitor, _) = technician(Lang::En, folder.path());
    open(&mut visitor);
    visitor.click_containing("Opening hours");
    visitor.click("By the day of the week");
    visitor.activate("Monday: 9:00–17:00");
    visitor.activate("Sunday: closes later");
    visitor.activate("Tuesday: opens earlier");
    let hours = visitor.state().setting_up().expect("a draft");
    assert_eq!(hours.hours_of(Day::Monday), None);
    assert_eq!(hours.hours_of(Day::Tuesday), Some([TimeOfDay(525), TimeOfDay(1020)]));
    assert_eq!(hours.hours_of(Day::Sunday), Some([TimeOfDay(540), TimeOfDay(1035)]));
    visitor.click("Back");
    assert!(visitor.sees("Opening hours: 6 days a week"));
}

#[test]
fn a_screen_that_is_away_stays_chosen_and_a_fault_of_the_file_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("kiosk.json"), r#"{"screen": "HDMI-9", "idle": "soon"}"#).expect("written");
    let (mut visitor, _) = technician(Lang::En, folder.path());
    open(&mut visitor);
    visitor.wait_until("the set-up is read", |visitor| setup(visitor).screen.is_some());
    assert!(visitor.sees(&say(&visitor, SetUp::Said(&SetUpSaid::Faults(1)))));
    visitor.click_containing("HDMI-9");
    assert!(visitor.sees("HDMI-9 (not connected now)"));
    visitor.click("The main screen");
    assert_eq!(setup(&visitor).screen, None);
}

#[test]
fn a_trial_says_what_to_do_until_it_was_done() {
    for lang in Lang::ALL {
        let (pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
        let kiosk = KioskSetup { languages: vec![lang], ..KioskSetup::default() };
        let state = State::begin(pack, Start { kiosk: Some(kiosk), trial: true, ..Start::default() });
        let mut visitor = Visitor::looking_at(state, source, vec2(1422.0, 800.0), Window::Main);
        let asks = say(&visitor, SetUp::TrialAsks(Corner::TopRight, false));
        assert!(visitor.sees(&asks));
        // It lies over everything, and nothing of it can be touched.
        let strip = visitor.area(&asks).expect("a strip");
        visitor.tap(strip.center());
        assert!(visitor.state().kiosk().is_some_and(|kiosk| kiosk.counts().visits == 1) && visitor.sees(&asks));
        let corner = visitor.window().right_top() + vec2(-10.0, 10.0);
        visitor.taps(corner, 5);
        assert!(visitor.state().kiosk().and_then(Kiosk::staff_page).is_some());
        visitor.apply(Action::Kiosk(KioskCommand::PinClose));
        assert!(visitor.sees(&say(&visitor, SetUp::TrialDone)) && !visitor.sees(&asks));
    }
}

#[test]
fn the_menu_names_it_between_presenting_and_saving() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut visitor, _) = technician(Lang::En, folder.path());
    visitor.apply(Action::Overlay(Some(Overlay::Menu)));
    let names = visitor.names();
    let at = |part: &str| names.iter().position(|name| name.contains(part)).expect(part);
    assert!(at("Present") < at("Set up a kiosk") && at("Set up a kiosk") < at("Save as"));
    assert!(at(&visitor.say(Say::Machine(Machine::Size))) < at("Present"));
}
