//! The program and the computer: sizes by distance, the offer of the first start, the status report.

use egui::{Key, Vec2, pos2, vec2};
use vitrine::model::{Lang, PackPlace};
use vitrine::state::talk::TalkCommand;
use vitrine::state::{Action, Distance, DrawnBy, Notice, Overlay, Start, State, View};
use vitrine::text::{Machine, Say};
use vitrine::ui::Window;
use vitrine::work;

use crate::support::Visitor;

/// Somebody before the built-in exhibition, told something at the start.
fn told(lang: Lang, notice: Notice) -> Visitor {
    let (pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    let state = State::begin(pack, Start { lang: Some(lang), notices: vec![notice], ..Start::default() });
    Visitor::looking_at(state, source, vec2(1280.0, 800.0), Window::Main)
}

#[test]
fn the_first_start_offers_sizes_without_standing_in_the_way() {
    for lang in Lang::ALL {
        let mut visitor = told(lang, Notice::FirstStart);
        let title = visitor.state().pack().exhibition.photos[0].title.resolve(lang).text.to_owned();
        assert!(visitor.sees_containing(&title), "{lang:?}: the exhibition is there");
        visitor.click(&visitor.say(Say::Machine(Machine::ChooseSize)));
        assert_eq!(visitor.state().overlay(), Some(Overlay::Size));
        assert_eq!(visitor.state().notice(), None, "{lang:?}: once is enough");
        let kiosk = visitor.say(Say::Machine(Machine::Distance(Distance::Kiosk)));
        visitor.click_containing(&kiosk);
        assert_eq!(visitor.state().distance(), Distance::Kiosk);
        visitor.press(Key::Escape);
        assert_eq!(visitor.state().overlay(), None);
    }
}

#[test]
fn the_offer_can_be_passed_over() {
    let mut visitor = told(Lang::En, Notice::FirstStart);
    visitor.click(&visitor.say(Say::Close));
    assert_eq!((visitor.state().notice(), visitor.state().distance()), (None, Distance::Desk));
    let mut visitor = told(Lang::En, Notice::FirstStart);
    visitor.apply(Action::Tick(120.0));
    assert_eq!(visitor.state().notice(), None, "it does not wait for ever");
}

#[test]
fn the_size_is_reached_from_the_menu_and_the_bar_is_made_to_fit_a_ruler() {
    for lang in Lang::ALL {
        let mut visitor = Visitor::new(lang);
        visitor.apply(Action::Overlay(Some(Overlay::Menu)));
        visitor.click_containing(&visitor.say(Say::Machine(Machine::Size)));
        assert_eq!(visitor.state().overlay(), Some(Overlay::Size));
        assert!(visitor.sees(&visitor.say(Say::Machine(Machine::BarUnknown))), "{lang:?}: nobody has measured");
        let before = visitor.area(&visitor.say(Say::Machine(Machine::Bar))).expect("a bar");
        for _ in 0..10 {
            visitor.click(&visitor.say(Say::Machine(Machine::Longer)));
        }
        let after = visitor.area(&visitor.say(Say::Machine(Machine::Bar))).expect("a bar");
        assert!(after.width() > before.width() + 5.0, "{lang:?}");
        assert!(visitor.sees(&visitor.say(Say::Machine(Machine::BarMeasured))), "{lang:?}");
    }
}

#[test]
fn the_wheel_turns_the_menu_that_is_longer_than_the_screen() {
    let mut visitor = Visitor::at(Lang::Bo, vec2(1280.0, 720.0));
    visitor.apply(Action::Overlay(Some(Overlay::Menu)));
    let first = format!("{} …", visitor.say(Say::Machine(Machine::Size)));
    let before = visitor.area(&first).expect("a row");
    visitor.scroll_at(before.center(), 400.0);
    let after = visitor.area(&first).expect("a row");
    assert!(after.top() < before.top() - 40.0, "{before:?} {after:?}");
}

#[test]
fn the_report_can_be_read_and_copied() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::Overlay(Some(Overlay::Menu)));
    visitor.click_containing(&visitor.say(Say::Machine(Machine::Status)));
    visitor.wait();
    assert!(visitor.state().status().is_some() || visitor.sees(&visitor.say(Say::Machine(Machine::StatusComes))));
    visitor.apply(Action::Status("Version: 1\nFonts: all".into()));
    assert!(visitor.sees("Fonts: all"));
    visitor.click(&visitor.say(Say::Machine(Machine::CopyStatus)));
    assert!(matches!(visitor.state().notice(), Some(Notice::Copied)));
}

#[test]
fn the_sheet_of_keys_and_the_sources_say_who_draws() {
    for lang in Lang::ALL {
        let mut visitor = Visitor::new(lang);
        let words = visitor.say(Say::Machine(Machine::Program(&DrawnBy::Nobody)));
        visitor.press(Key::F1);
        visitor.scroll(3000.0);
        assert!(visitor.sees(&words), "{lang:?}");
    }
}

/// Sizes that a window should not have, and gets from some window managers.
const ODD: [Vec2; 6] = [
    vec2(1.0, 1.0),
    vec2(64.0, 64.0),
    vec2(200.0, 1900.0),
    vec2(9000.0, 20.0),
    vec2(20.0, 4000.0),
    vec2(9000.0, 300.0),
];

#[test]
fn a_window_of_any_size_draws_every_view_and_drawer() {
    const DRAWERS: [Overlay; 10] = [
        Overlay::Provinces,
        Overlay::Topics,
        Overlay::Menu,
        Overlay::Keys,
        Overlay::Size,
        Overlay::Status,
        Overlay::Save,
        Overlay::Open,
        Overlay::Place,
        Overlay::Problems,
    ];
    let mut visitor = Visitor::new(Lang::Bo);
    for size in ODD {
        visitor.resize(size);
        for view in View::ALL {
            visitor.apply(Action::View(view));
            assert!(visitor.shapes() > 0, "{size:?} {view:?}");
        }
        for overlay in DRAWERS {
            visitor.apply(Action::Overlay(Some(overlay)));
            visitor.apply(Action::Overlay(None));
        }
        let first = visitor.state().pack().keys()[0];
        visitor.apply(Action::OpenPhoto(first));
        visitor.apply(Action::Back);
        visitor.apply(Action::Talk(TalkCommand::Open));
        visitor.apply(Action::Talk(TalkCommand::Start));
        visitor.press(Key::O);
        visitor.press(Key::O);
        visitor.in_the_hall(size);
        visitor.apply(Action::Talk(TalkCommand::End));
        visitor.apply(Action::Talk(TalkCommand::Close));
    }
}

#[test]
fn the_bar_can_be_held_while_the_window_is_made_slim() {
    let mut visitor = Visitor::at(Lang::En, vec2(1280.0, 1000.0));
    visitor.apply(Action::Overlay(Some(Overlay::Size)));
    let bar = visitor.area(&visitor.say(Say::Machine(Machine::Bar))).expect("a bar");
    visitor.grasp(bar.center());
    visitor.point(bar.center() + vec2(9.0, 0.0));
    visitor.resize(vec2(200.0, 1900.0));
    for x in [190.0, 60.0, 1.0] {
        visitor.point(pos2(x, 1400.0));
    }
    assert_eq!(visitor.state().overlay(), Some(Overlay::Size));
}

#[test]
fn the_search_is_there_once_when_the_window_is_made_wide() {
    let mut visitor = Visitor::at(Lang::En, vec2(800.0, 900.0));
    visitor.press(Key::Slash);
    assert_eq!(visitor.state().overlay(), Some(Overlay::Provinces));
    visitor.resize(vec2(1600.0, 900.0));
    assert_eq!(visitor.state().overlay(), None);
}

#[test]
fn the_card_of_a_province_may_lie_in_a_drawer_over_a_view_that_shows_it_too() {
    let mut visitor = Visitor::at(Lang::En, vec2(1080.0, 1920.0));
    let provinces: Vec<_> = visitor.state().pack().exhibition.provinces.iter().map(|p| p.id.clone()).collect();
    for province in provinces {
        for view in View::ALL {
            visitor.apply(Action::View(view));
            visitor.apply(Action::Province(Some(province.clone())));
            visitor.apply(Action::Overlay(Some(Overlay::Provinces)));
            assert_eq!(visitor.state().overlay(), Some(Overlay::Provinces));
            visitor.apply(Action::Overlay(None));
        }
    }
}
