//! A kiosk, as its visitors, its staff and the hours use it.

use std::time::Duration;

use egui::{
    Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, TouchDeviceId, TouchId, TouchPhase, Vec2,
    ViewportId, ViewportInfo, pos2, vec2,
};
use vitrine::app::App;
use vitrine::model::{Lang, PackPlace};
use vitrine::state::kiosk::{
    AccessChange, Corner, KioskCommand, Phase, PinAnswer, StaffCommand, StaffPage, TimeOfDay, Touch,
};
use vitrine::state::{Action, Kiosk, KioskSetup, Start, State, Subject, Theme, View};
use vitrine::text::{self, Kiosk as Words, Say};
use vitrine::ui::Window;
use vitrine::work;

use crate::support::Visitor;

/// A kiosk that offers all languages, one of them first.
pub fn kiosk(lang: Lang) -> State {
    let others = Lang::ALL.into_iter().filter(|other| *other != lang);
    let languages = [lang].into_iter().chain(others).collect();
    let setup = KioskSetup { languages, pin: Some("chosen".to_owned()), ..KioskSetup::default() };
    let (pack, _) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    State::begin(pack, Start { kiosk: Some(setup), ..Start::default() })
}

pub fn visitor(lang: Lang, size: Vec2) -> Visitor {
    let (_, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    let mut visitor = Visitor::looking_at(kiosk(lang), source, size, Window::Main);
    visitor.apply(Action::Kiosk(KioskCommand::Begin));
    visitor
}

fn phase(visitor: &Visitor) -> Phase {
    visitor.state().kiosk().expect("a kiosk").phase()
}

fn say(visitor: &Visitor, words: Words) -> String {
    visitor.say(Say::Kiosk(words))
}

/// What may lie before somebody at a kiosk, by name; a visitor is there already.
pub fn scenes(visitor: &Visitor) -> Vec<(&'static str, Vec<Action>)> {
    // A scene before may have left few pictures on the wall.
    let wall = visitor.state().wall();
    let photo = wall.get(1).copied().unwrap_or(wall[0]);
    let now = visitor.state().now();
    let view = Action::View;
    let access = |change| Action::Kiosk(KioskCommand::Access(change));
    let tap = Action::Kiosk(KioskCommand::StaffTap(Corner::TopRight));
    let pin: Vec<Action> = std::iter::repeat_n(tap, 5).collect();
    let mut inside = pin.clone();
    inside.extend((0..6).map(|digit| Action::Kiosk(KioskCommand::PinDigit(digit))));
    inside.push(Action::Kiosk(KioskCommand::PinChecked(PinAnswer::Right)));
    inside.push(Action::Kiosk(KioskCommand::Health("Up for three days\nNo errors".to_owned())));
    let health = Action::Kiosk(KioskCommand::Staff(StaffCommand::Page(StaffPage::Health)));
    vec![
        ("photos", vec![view(View::Photos)]),
        ("photos of a province", vec![view(View::Photos), Action::Province(Some("CN-GD".into()))]),
        ("bars", vec![view(View::Personnel)]),
        ("pairings", vec![view(View::Pairings)]),
        ("timeline", vec![view(View::Timeline)]),
        ("sources", vec![view(View::Sources)]),
        ("a picture", vec![Action::OpenPhoto(photo)]),
        ("sheet", vec![view(View::Personnel), Action::Sheet(Subject::Batch(5))]),
        ("low", vec![access(AccessChange::ControlsLow(true)), view(View::Personnel)]),
        ("low photos", vec![access(AccessChange::ControlsLow(true)), view(View::Photos)]),
        // What lies over the view covers it: only what is cut or too close counts.
        ("access sheet", vec![access(AccessChange::Sheet(true))]),
        ("pin sheet", pin),
        ("staff sheet", inside.clone()),
        ("health sheet", inside.into_iter().chain([health]).collect()),
        ("warning sheet", vec![Action::Tick(now + 41.0), Action::Tick(now + 42.0)]),
    ]
}

/// Puts a scene before a visitor who has just come.
pub fn arrange(visitor: &mut Visitor, actions: Vec<Action>) {
    let come = [Touch::Press, Touch::Release].map(|touch| Action::Kiosk(KioskCommand::Touched(touch)));
    let begin = [Action::Kiosk(KioskCommand::PinClose), Action::Kiosk(KioskCommand::StartOver)];
    visitor.arrange(begin.into_iter().chain(come).chain(actions));
}

/// Lets time pass, second by second.
fn wait(visitor: &mut Visitor, secs: u32) {
    for _ in 0..secs {
        let now = visitor.state().now();
        visitor.apply(Action::Tick(now + 1.0));
    }
}

const SCREEN: Vec2 = vec2(1422.0, 800.0);
const MIDDLE: Pos2 = pos2(700.0, 400.0);

#[test]
fn a_visitor_is_asked_in_two_languages_and_goes_on_or_starts_over() {
    for (lang, other) in [(Lang::En, Lang::Zh), (Lang::Zh, Lang::En), (Lang::Bo, Lang::En)] {
        let mut visitor = visitor(lang, SCREEN);
        visitor.tap(MIDDLE);
        assert_eq!(phase(&visitor), Phase::Visit);
        visitor.click(&visitor.say(Say::View(View::Sources)));
        assert_eq!(visitor.state().view(), View::Sources);
        wait(&mut visitor, 41);
        assert!(visitor.sees(&say(&visitor, Words::StillLooking)));
        // The set-up's first language that is not the visitor's.
        let second = visitor.state().languages().iter().copied().find(|one| *one != lang).expect("another one");
        assert_eq!(second, other, "{lang:?}");
        assert!(visitor.sees(&text::say(second, Say::Kiosk(Words::StillLookingShort))), "{lang:?}");
        let left = visitor.state().kiosk().and_then(|kiosk| kiosk.seconds_left(visitor.state().now()));
        assert!(visitor.sees(&left.expect("a countdown").to_string()));
        // A touch on a control of the view below goes on, and presses nothing.
        visitor.tap(pos2(30.0, 30.0));
        assert_eq!((phase(&visitor), visitor.state().view()), (Phase::Visit, View::Sources));
        wait(&mut visitor, 41);
        visitor.click(&say(&visitor, Words::StartOver));
        assert_eq!((phase(&visitor), visitor.state().view()), (Phase::Attract, View::Photos));
        assert!(visitor.sees(&say(&visitor, Words::TouchToBegin)));
    }
}

#[test]
fn nothing_of_a_desk_is_seen_or_reached() {
    for size in [SCREEN, vec2(800.0, 1422.0), vec2(948.0, 592.0)] {
        let mut visitor = visitor(Lang::En, size);
        visitor.tap(MIDDLE);
        let photo = visitor.state().wall()[0];
        for action in View::ALL.map(Action::View).into_iter().chain([Action::OpenPhoto(photo)]) {
            visitor.apply(action);
            for words in [Say::Menu, Say::CopyTable, Say::CopyCitation] {
                let words = visitor.say(words);
                assert!(!visitor.sees(&words), "{size:?}: {words}");
            }
            assert!(visitor.sees(&say(&visitor, Words::Access)), "{size:?}");
        }
        let before = visitor.state().session().clone();
        let plain = [Key::F1, Key::F5, Key::F11, Key::T, Key::Questionmark, Key::O, Key::S, Key::F4, Key::Delete];
        for key in plain {
            visitor.press(key);
        }
        for key in [Key::O, Key::S, Key::Q, Key::W, Key::C, Key::V, Key::L, Key::Plus] {
            visitor.press_with(Modifiers::COMMAND, key);
            visitor.press_with(Modifiers::ALT, key);
        }
        assert_eq!(*visitor.state().session(), before, "{size:?}");
        assert!(visitor.state().fullscreen());
    }
}

#[test]
fn anyone_finds_it_easier_to_see_and_reach_until_they_leave() {
    for lang in Lang::ALL {
        for size in [SCREEN, vec2(800.0, 1422.0)] {
            let mut visitor = visitor(lang, size);
            visitor.tap(MIDDLE);
            visitor.click(&say(&visitor, Words::Access));
            for words in [Words::LargeText, Words::HighContrast, Words::LessMotion, Words::ControlsLow] {
                visitor.click(&say(&visitor, words));
            }
            let access = visitor.state().access();
            assert!(access.large_text && access.less_motion && access.controls_low, "{lang:?} {size:?}");
            assert_eq!(visitor.state().theme(), Theme::Contrast);
            visitor.click(&say(&visitor, Words::Done));
            assert!(!visitor.sees(&say(&visitor, Words::PutBack)));
            // Tabs and languages stand at the foot.
            let middle = visitor.window().center().y;
            let tab = visitor.area(&visitor.say(Say::View(View::Personnel))).expect("a tab");
            let language = visitor.area(Lang::Zh.own_name()).expect("a language");
            assert!(tab.top() > middle && language.top() > middle, "{lang:?} {size:?}: {tab:?} {language:?}");
            visitor.click(&say(&visitor, Words::Access));
            visitor.click(&say(&visitor, Words::PutBack));
            assert_eq!((visitor.state().access().large_text, visitor.state().theme()), (false, Theme::Light));
            visitor.click(&say(&visitor, Words::LargeText));
            wait(&mut visitor, 62);
            assert_eq!((phase(&visitor), visitor.state().access().large_text), (Phase::Attract, false));
        }
    }
}

/// Presses a key of the pad; the numbers of the view under it are no controls.
fn press(visitor: &mut Visitor, digit: &str) {
    let key = visitor.controls().into_iter().find(|(name, _)| name == digit).map(|(_, area)| area.center());
    visitor.tap(key.expect("a key"));
}

#[test]
fn the_staff_come_in_by_five_taps_and_their_pin() {
    for lang in Lang::ALL {
        let mut visitor = visitor(lang, SCREEN);
        visitor.taps(pos2(SCREEN.x - 20.0, 20.0), 5);
        assert!(visitor.sees(&say(&visitor, Words::StaffPin)), "{lang:?}");
        for digit in ["1", "2", "3"] {
            press(&mut visitor, digit);
        }
        visitor.click(&say(&visitor, Words::Erase));
        assert!(visitor.sees(&say(&visitor, Words::PinTyped(2, 6))), "{lang:?}");
        for digit in ["4", "5", "6", "7"] {
            press(&mut visitor, digit);
        }
        visitor.apply(Action::Kiosk(KioskCommand::PinChecked(PinAnswer::Wrong { left: 4 })));
        assert!(visitor.sees(&say(&visitor, Words::PinWrong(4))), "{lang:?}");
        for _ in 0..6 {
            press(&mut visitor, "0");
        }
        visitor.apply(Action::Kiosk(KioskCommand::PinChecked(PinAnswer::Right)));
        visitor.apply(Action::Kiosk(KioskCommand::Health("Up for three days".to_owned())));
        assert!(visitor.sees("Up for three days"), "{:?}", visitor.names());
        visitor.click(&say(&visitor, Words::Health));
        assert!(visitor.sees(&say(&visitor, Words::HealthCode)), "{lang:?}");
        visitor.click(&say(&visitor, Words::Back));
        visitor.click(&say(&visitor, Words::Black));
        assert_eq!(phase(&visitor), Phase::Black);
        visitor.tap(MIDDLE);
        assert_eq!(phase(&visitor), Phase::Black, "a visitor's touch changes nothing");
    }
}

#[test]
fn outside_the_hours_a_touch_says_when_it_opens() {
    let mut visitor = visitor(Lang::En, SCREEN);
    visitor.apply(Action::Kiosk(KioskCommand::Open(false, Some(TimeOfDay(540)))));
    assert!(visitor.names().is_empty(), "{:?}", visitor.names());
    visitor.tap(MIDDLE);
    for lang in Lang::ALL {
        assert!(visitor.sees(&text::say(lang, Say::Kiosk(Words::Closed(Some(TimeOfDay(540)))))));
    }
    wait(&mut visitor, 9);
    assert!(visitor.names().is_empty(), "{:?}", visitor.names());
}

/// A touch screen, frame by frame.
struct Panel {
    ctx: Context,
    app: App,
    time: f64,
}

impl Panel {
    fn new() -> Self {
        let (_, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
        let ctx = Context::default();
        App::dress(&ctx);
        let mut app = App::new(kiosk(Lang::En), source, None, |_| {});
        app.apply(&ctx, Action::Kiosk(KioskCommand::Begin));
        let mut panel = Self { ctx, app, time: 0.0 };
        panel.frame(Vec::new());
        panel.frame(Vec::new());
        panel
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN)),
            time: Some(self.time),
            focused: true,
            max_texture_side: Some(8192),
            events,
            ..RawInput::default()
        };
        input.viewports.insert(ViewportId::ROOT, ViewportInfo::default());
        self.app.take_in(&self.ctx);
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame_of(ui, Window::Main));
        output.textures_delta.clear();
    }

    /// What a finger tells the program.
    fn finger(phase: TouchPhase, pos: Pos2) -> Vec<Event> {
        let touch = Event::Touch { device_id: TouchDeviceId(1), id: TouchId(1), phase, pos, force: None };
        let button =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        match phase {
            TouchPhase::Start => vec![touch, Event::PointerMoved(pos), button(true)],
            TouchPhase::Move => vec![touch, Event::PointerMoved(pos)],
            TouchPhase::End | TouchPhase::Cancel => vec![touch, button(false), Event::PointerGone],
        }
    }

    fn phase(&self) -> Phase {
        self.app.state().kiosk().map(Kiosk::phase).expect("a kiosk")
    }

    fn reset(&mut self) {
        self.app.apply(&self.ctx, Action::Kiosk(KioskCommand::StartOver));
        self.frame(Vec::new());
    }
}

#[test]
fn the_touch_that_wakes_it_opens_home_and_presses_nothing_wherever_it_falls() {
    let mut panel = Panel::new();
    let home = {
        panel.frame(Panel::finger(TouchPhase::Start, MIDDLE));
        panel.frame(Panel::finger(TouchPhase::End, MIDDLE));
        let home = panel.app.state().session().clone();
        panel.reset();
        home
    };
    for held in [0, 1, 30] {
        for at in
            (0..7_u8).flat_map(|x| (0..4_u8).map(move |y| pos2(f32::from(x), f32::from(y)) * 200.0 + vec2(33.0, 40.0)))
        {
            assert_eq!(panel.phase(), Phase::Attract);
            let mut events = Panel::finger(TouchPhase::Start, at);
            if held == 0 {
                events.extend(Panel::finger(TouchPhase::End, at));
                panel.frame(events);
            } else {
                panel.frame(events);
                (0..held).for_each(|_| panel.frame(Vec::new()));
                panel.frame(Panel::finger(TouchPhase::End, at));
            }
            panel.frame(Vec::new());
            panel.frame(Vec::new());
            assert_eq!((panel.phase(), panel.app.state().session()), (Phase::Visit, &home), "{held} {at:?}");
            // The staff's corner counts its taps: they are too few, and too slow.
            panel.time += 4.0;
            panel.reset();
        }
    }
}

/// `KIOSK_RESETS` says after how many resets.
#[test]
fn the_first_touch_after_a_reset_acts_and_the_second_one_presses() {
    let mut panel = Panel::new();
    let tab = text::say(Lang::En, Say::View(View::Timeline));
    let (_, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    let mut visitor = Visitor::looking_at(kiosk(Lang::En), source, SCREEN, Window::Main);
    visitor.tap(MIDDLE);
    let at = visitor.area(&tab).expect("a tab").center();
    let resets: u32 = std::env::var("KIOSK_RESETS").ok().and_then(|count| count.parse().ok()).unwrap_or(100);
    for turn in 0..resets {
        for event in [TouchPhase::Start, TouchPhase::End] {
            panel.frame(Panel::finger(event, MIDDLE));
        }
        assert_eq!(panel.phase(), Phase::Visit, "{turn}");
        panel.time += 1.0;
        panel.frame(Vec::new());
        for event in [TouchPhase::Start, TouchPhase::End] {
            panel.frame(Panel::finger(event, at));
        }
        assert_eq!(panel.app.state().view(), View::Timeline, "{turn}");
        panel.reset();
        panel.time += 1.0;
    }
}

#[test]
fn a_dropped_file_and_a_handed_over_one_change_nothing() {
    let mut visitor = visitor(Lang::En, SCREEN);
    visitor.tap(MIDDLE);
    let before = (visitor.state().generation(), visitor.state().session().clone());
    visitor.apply(Action::HandedOver("other.vitrine".into()));
    visitor.apply(Action::OpenPack("other.vitrine".into()));
    visitor.linger(Duration::from_millis(200));
    assert_eq!((visitor.state().generation(), visitor.state().session().clone()), before);
}

#[test]
fn a_corner_that_was_not_chosen_leads_nowhere() {
    let mut visitor = visitor(Lang::En, SCREEN);
    for _ in 0..6 {
        visitor.tap(pos2(20.0, 20.0));
    }
    assert!(visitor.state().kiosk().expect("a kiosk").staff().is_none());
    assert_eq!(visitor.state().kiosk().map(|kiosk| kiosk.setup().corner), Some(Corner::TopRight));
}

#[test]
fn the_mark_of_an_illustration_grows_with_the_text_and_never_goes() {
    let mut visitor = visitor(Lang::En, SCREEN);
    visitor.tap(MIDDLE);
    let mark = visitor.say(Say::Illustration);
    let marks = |visitor: &Visitor| -> Vec<f32> {
        visitor.lines_drawn().iter().filter(|line| line.words == mark).map(|line| line.area.height()).collect()
    };
    visitor.wait_until("the pictures are there", |visitor| !marks(visitor).is_empty());
    let (usual, count) = (marks(&visitor).into_iter().fold(0.0, f32::max), marks(&visitor).len());
    visitor.apply(Action::Kiosk(KioskCommand::Access(AccessChange::LargeText(true))));
    let large = marks(&visitor).into_iter().fold(0.0, f32::max);
    assert!(large > 1.25 * usual, "{usual} {large}");
    assert!(marks(&visitor).len() >= count, "{count} before");
}
