//! A finger and a mouse on a screen: what a drag, a slip, a long press, a double tap and a pinch do.

use egui::{
    Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, TouchDeviceId, TouchId, TouchPhase, Vec2,
    ViewportId, ViewportInfo, pos2, vec2,
};
use vitrine::app::App;
use vitrine::model::{Lang, PackPlace};
use vitrine::state::{Action, Scrollable, State, Subject, View};
use vitrine::ui::Window;
use vitrine::work;

use crate::support::Visitor;

/// The time of a frame, in seconds.
const FRAME: f64 = 1.0 / 60.0;

/// A touch screen. What it tells the program is what winit makes of fingers: the first one also moves the pointer.
pub struct Panel {
    ctx: Context,
    app: App,
    size: Vec2,
    time: f64,
    /// The finger that moves the pointer.
    pointer: Option<u64>,
    /// A panel may also act as a mouse.
    pub is_mouse: bool,
}

impl Panel {
    pub fn new(size: Vec2) -> Self {
        let (pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
        let ctx = Context::default();
        App::dress(&ctx);
        let app = App::new(State::showing(pack), source, None, |_| {});
        let mut panel = Self { ctx, app, size, time: 0.0, pointer: None, is_mouse: false };
        panel.wait(0.5);
        panel
    }

    fn at_a_desk() -> Self {
        Self::new(vec2(1920.0, 1080.0))
    }

    /// Draws a frame; gives the number of its shapes.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += FRAME;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            focused: true,
            max_texture_side: Some(8192),
            events,
            ..RawInput::default()
        };
        let viewport = ViewportInfo { native_pixels_per_point: Some(1.0), ..ViewportInfo::default() };
        input.viewports.insert(ViewportId::ROOT, viewport);
        self.app.take_in(&self.ctx);
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame_of(ui, Window::Main));
        output.textures_delta.clear();
        output.shapes.len()
    }

    pub fn wait(&mut self, secs: f64) {
        let until = self.time + secs;
        while self.time < until {
            self.frame(Vec::new());
        }
    }

    pub fn apply(&mut self, action: Action) {
        self.app.apply(&self.ctx, action);
        self.wait(0.1);
    }

    pub fn state(&self) -> &State {
        self.app.state()
    }

    fn scrolled(&self, surface: Scrollable) -> Vec2 {
        self.state().session().scrolled(surface).into()
    }

    fn events(&mut self, id: u64, phase: TouchPhase, pos: Pos2) -> Vec<Event> {
        let mut events = Vec::new();
        if !self.is_mouse {
            events.push(Event::Touch { device_id: TouchDeviceId(1), id: TouchId(id), phase, pos, force: None });
        }
        if self.pointer.is_some_and(|pointer| pointer != id) {
            return events;
        }
        let button =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        match phase {
            TouchPhase::Start => {
                self.pointer = Some(id);
                events.extend([Event::PointerMoved(pos), button(true)]);
            }
            TouchPhase::Move => events.push(Event::PointerMoved(pos)),
            TouchPhase::End | TouchPhase::Cancel => {
                self.pointer = None;
                events.push(button(false));
                if !self.is_mouse {
                    events.push(Event::PointerGone);
                }
            }
        }
        events
    }

    /// Puts fingers down, moves each along its way in so many frames, and lifts them one after the other.
    pub fn fingers(&mut self, ways: &[[Pos2; 2]], frames: u16) {
        for (id, [from, _]) in (0..).zip(ways) {
            let events = self.events(id, TouchPhase::Start, *from);
            self.frame(events);
        }
        for frame in 1..=frames {
            let share = f32::from(frame) / f32::from(frames);
            let mut events = Vec::new();
            for (id, [from, to]) in (0..).zip(ways) {
                let at = *from + (*to - *from) * share;
                events.extend(self.events(id, TouchPhase::Move, at));
            }
            self.frame(events);
        }
        for (id, [_, to]) in (0..).zip(ways) {
            let events = self.events(id, TouchPhase::End, *to);
            self.frame(events);
        }
        self.frame(Vec::new());
    }

    fn drag(&mut self, from: Pos2, by: Vec2) {
        self.fingers(&[[from, from + by]], 12);
    }

    pub fn tap(&mut self, at: Pos2) {
        self.fingers(&[[at, at]], 1);
    }
}

/// In the first row of the wall.
const PICTURE: Pos2 = pos2(700.0, 330.0);

#[test]
fn the_first_drag_moves_every_surface_by_its_whole_way() {
    let surfaces = [
        (vec![], Scrollable::Wall, pos2(900.0, 800.0)),
        (vec![Action::View(View::Sources)], Scrollable::Sources, pos2(900.0, 800.0)),
        (vec![Action::View(View::Personnel), Action::Sheet(Subject::Batch(10))], Scrollable::Sheet, pos2(700.0, 330.0)),
        (vec![], Scrollable::Provinces, pos2(150.0, 500.0)),
    ];
    for (actions, surface, at) in surfaces {
        for is_mouse in [false, true] {
            // Low enough for all of them to scroll.
            let mut panel = Panel { is_mouse, ..Panel::new(vec2(1280.0, 704.0)) };
            for action in actions.clone() {
                panel.apply(action);
            }
            panel.wait(0.5);
            let at = pos2(at.x, at.y.min(520.0));
            let events = panel.events(0, TouchPhase::Start, at);
            panel.frame(events);
            for step in 1..=10_u8 {
                let events = panel.events(0, TouchPhase::Move, at - vec2(0.0, 12.0 * f32::from(step)));
                panel.frame(events);
            }
            let moved = panel.scrolled(surface).y;
            assert!((moved - 120.0).abs() < 1.0, "{surface:?} {is_mouse}: {moved}");
            let before = (panel.state().photo(), panel.state().filter().clone(), panel.state().sheet().cloned());
            let events = panel.events(0, TouchPhase::End, at - vec2(0.0, 120.0));
            panel.frame(events);
            panel.wait(1.5);
            let after = (panel.state().photo(), panel.state().filter().clone(), panel.state().sheet().cloned());
            assert_eq!(before, after, "{surface:?} {is_mouse}: a drag that begins on a control taps nothing");
        }
    }
}

#[test]
fn a_slow_screen_loses_nothing_of_a_drag() {
    for is_mouse in [false, true] {
        let mut panel = Panel { is_mouse, ..Panel::at_a_desk() };
        let at = pos2(900.0, 800.0);
        let along = |points: f32| at - vec2(0.0, points);
        // The pointer came from elsewhere.
        if is_mouse {
            panel.frame(vec![Event::PointerMoved(at + vec2(0.0, 300.0))]);
        }
        let mut events = panel.events(0, TouchPhase::Start, at);
        events.extend(panel.events(0, TouchPhase::Move, along(60.0)));
        panel.frame(events);
        let events = panel.events(0, TouchPhase::Move, along(120.0));
        panel.frame(events);
        assert!((panel.scrolled(Scrollable::Wall).y - 120.0).abs() < 1.0, "{:?}", panel.scrolled(Scrollable::Wall));
        let mut events = panel.events(0, TouchPhase::Move, along(180.0));
        events.extend(panel.events(0, TouchPhase::End, along(180.0)));
        panel.frame(events);
        assert!(panel.scrolled(Scrollable::Wall).y > 179.0, "{:?}", panel.scrolled(Scrollable::Wall));
    }
}

#[test]
fn a_tap_may_slip_and_last() {
    for (slip, secs) in [(0.0, 0.05), (12.0, 0.2), (15.0, 0.1), (0.0, 1.2)] {
        for is_mouse in [false, true] {
            let mut panel = Panel { is_mouse, ..Panel::at_a_desk() };
            let events = panel.events(0, TouchPhase::Start, PICTURE);
            panel.frame(events);
            panel.wait(secs);
            let events = panel.events(0, TouchPhase::Move, PICTURE + vec2(slip * 0.8, slip * 0.6));
            panel.frame(events);
            assert_eq!(panel.state().photo(), None, "it opens as the finger leaves");
            let events = panel.events(0, TouchPhase::End, PICTURE + vec2(slip * 0.8, slip * 0.6));
            panel.frame(events);
            panel.wait(0.2);
            assert!(panel.state().photo().is_some(), "{slip} points in {secs} s, mouse {is_mouse}");
            assert!(panel.state().zoom().scale <= 1.0);
        }
    }
}

#[test]
fn a_double_tap_opens_one_picture_whole_wherever_it_lies() {
    // Where the viewer has pictures, buttons and thumbnails, too.
    let visitor = Visitor::new(Lang::En);
    let wall = visitor.state().wall();
    let titles =
        wall.iter().filter_map(|&photo| visitor.state().pack().photo(photo)).map(|photo| photo.title.en.clone());
    let titles: Vec<String> = titles.collect();
    let is_picture = |name: &str| titles.iter().any(|title| name.starts_with(&format!("{title}.")));
    let places = visitor.controls().into_iter().filter(|(name, area)| is_picture(name) && area.bottom() < 1070.0);
    let places: Vec<Pos2> =
        places.flat_map(|(_, area)| [area.center(), area.right_bottom() - vec2(9.0, 9.0)]).collect();
    assert!(places.len() > 8, "{places:?}");
    for at in places {
        for pause in [0.05, 0.15] {
            let mut panel = Panel::at_a_desk();
            panel.tap(at);
            let first = panel.state().photo();
            assert!(first.is_some(), "a picture lies at {at:?}");
            panel.wait(pause);
            panel.tap(at);
            panel.wait(0.5);
            assert_eq!(panel.state().photo(), first, "{at:?}");
            assert!(panel.state().zoom().scale <= 1.0 && panel.state().sheet().is_none(), "{at:?}");
            // Meant for the open picture, a double tap zooms it.
            for _ in 0..2 {
                panel.tap(pos2(600.0, 500.0));
            }
            panel.wait(0.3);
            assert!(panel.state().zoom().scale > 2.0, "{at:?}");
        }
    }
}

#[test]
fn a_double_tap_chooses_a_province_once() {
    let visitor = Visitor::new(Lang::En);
    let jiangsu = visitor.area("Jiangsu, 14 pictures").or_else(|| {
        let found = visitor.controls().into_iter().find(|(name, _)| name.starts_with("Jiangsu, "));
        found.map(|(_, area)| area)
    });
    let at = jiangsu.expect("a row").center();
    let mut panel = Panel::at_a_desk();
    panel.tap(at);
    panel.tap(at);
    panel.wait(0.5);
    assert!(panel.state().filter().province.is_some(), "the second tap does not take it back");
    panel.tap(at);
    panel.wait(0.5);
    assert!(panel.state().filter().province.is_none(), "a later one does");
}

#[test]
fn two_fingers_zoom_to_any_scale_and_back_where_they_are() {
    let mut panel = Panel::at_a_desk();
    let photo = panel.state().pack().keys()[0];
    panel.apply(Action::OpenPhoto(photo));
    let middle = pos2(600.0, 500.0);
    let spread =
        |from: f32, to: f32| [1.0, -1.0].map(|side| [middle + vec2(side * from, 20.0), middle + vec2(side * to, 20.0)]);
    panel.fingers(&spread(60.0, 180.0), 20);
    let zoomed = panel.state().zoom();
    assert!((zoomed.scale - 3.0).abs() < 0.05, "{zoomed:?}");
    panel.wait(0.5);
    assert_eq!(panel.state().zoom(), zoomed, "no momentum after a pinch");
    panel.fingers(&spread(180.0, 90.0), 20);
    assert!((panel.state().zoom().scale - 1.5).abs() < 0.05, "{:?}", panel.state().zoom());
    panel.fingers(&spread(180.0, 100.0), 20);
    panel.wait(0.5);
    assert!(panel.state().zoom().scale <= 1.001, "{:?}", panel.state().zoom());
    assert_eq!(panel.state().photo(), Some(photo), "a pinch is no swipe");
    // Both fingers in one direction move it.
    panel.fingers(&spread(60.0, 180.0), 20);
    let before = panel.state().zoom().center;
    let shift = vec2(80.0, 0.0);
    panel.fingers(&spread(60.0, 60.0).map(|[from, to]| [from, to + shift]), 20);
    let after = panel.state().zoom();
    assert!(after.center[0] < before[0] - 0.01 && (after.scale - 3.0).abs() < 0.1, "{before:?} {after:?}");
}

#[test]
fn one_finger_moves_a_zoomed_picture_and_turns_a_whole_one() {
    let mut panel = Panel::at_a_desk();
    let keys = panel.state().wall();
    panel.apply(Action::OpenPhoto(keys[1]));
    panel.drag(pos2(800.0, 500.0), vec2(-200.0, 0.0));
    panel.wait(0.5);
    assert_eq!(panel.state().photo(), Some(keys[2]));
    panel.drag(pos2(500.0, 500.0), vec2(200.0, 0.0));
    panel.wait(0.5);
    assert_eq!(panel.state().photo(), Some(keys[1]));
    panel.apply(Action::Zoom(vitrine::state::Zoom { scale: 3.0, center: [0.5, 0.5] }));
    panel.drag(pos2(800.0, 500.0), vec2(-200.0, 0.0));
    panel.wait(1.0);
    assert_eq!(panel.state().photo(), Some(keys[1]));
    assert!(panel.state().zoom().center[0] > 0.55, "{:?}", panel.state().zoom());
}

#[test]
fn mark_and_title_lead_to_the_start_and_the_language_stays() {
    let mut visitor = Visitor::new(Lang::Zh);
    let wall = visitor.state().wall().len();
    visitor.apply(Action::Province(Some("CN-JS".into())));
    visitor.apply(Action::View(View::Timeline));
    let title = visitor.state().pack().exhibition.title.resolve(Lang::Zh).text.to_owned();
    visitor.click(&visitor.say(vitrine::text::Say::ToTheStart(&title)));
    let state = visitor.state();
    assert_eq!((state.view(), state.lang(), state.wall().len()), (View::Photos, Lang::Zh, wall));
    assert!(state.filter().province.is_none() && state.photo().is_none());
}

#[test]
fn enter_chooses_the_first_province_found_and_a_cross_empties_the_search() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.press(egui::Key::Slash);
    visitor.type_text("jiang");
    visitor.press(egui::Key::Enter);
    let found = visitor.state().filter().province.clone().expect("chosen");
    let name = visitor.state().pack().exhibition.province(&found).expect("it is there").name.en.clone();
    assert!(name.to_lowercase().contains("jiang"), "{name}");
    visitor.click(&visitor.say(vitrine::text::Say::ClearSearch));
    assert_eq!(visitor.state().search(), "");
}

#[test]
fn places_partners_and_pictures_can_be_touched() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::View(View::Pairings));
    let (place, _) = visitor.controls().into_iter().find(|(name, _)| name.starts_with("Lhasa: ")).expect("a place");
    let first = place.trim_start_matches("Lhasa: ").split(", ").next().unwrap_or_default().to_owned();
    visitor.click(&place);
    let chosen = visitor.state().filter().province.clone().expect("the first province paired with it");
    let x = visitor.state().pack().exhibition.clone();
    assert_eq!(x.province(&chosen).expect("it is there").name.en, first);
    visitor.click(&place);
    let next = visitor.state().filter().province.clone().expect("the next");
    assert_ne!(next, chosen);
    visitor.apply(Action::Province(Some(chosen.clone())));
    let partner = x.province(&next).expect("it is there").name.en.clone();
    visitor.click(&partner);
    assert_eq!(visitor.state().filter().province, Some(next), "the card's {partner}");
    visitor.apply(Action::View(View::Timeline));
    let milestone = x.milestones.iter().find(|m| m.photo.is_some()).expect("one with a picture").clone();
    visitor.apply(Action::Milestone(milestone.id.clone()));
    let pack = visitor.state().pack().clone();
    let photo = milestone.photo.as_ref().and_then(|id| pack.find(id)).expect("its picture");
    visitor.click(&pack.photo(photo).expect("it is there").title.en);
    assert_eq!(visitor.state().photo(), Some(photo));
}

#[test]
fn the_row_of_milestones_follows_a_finger_along_and_the_view_across() {
    for (size, overflows) in [(vec2(1920.0, 1080.0), false), (vec2(1280.0, 560.0), true)] {
        for is_mouse in [false, true] {
            let mut panel = Panel { is_mouse, ..Panel::new(size) };
            panel.apply(Action::View(View::Timeline));
            panel.wait(0.5);
            panel.drag(pos2(900.0, 400.0), vec2(-240.0, -60.0));
            let row = panel.scrolled(Scrollable::Milestones).x;
            assert!((240.0..600.0).contains(&row), "{size:?}: {row}");
            let view = panel.scrolled(Scrollable::Timeline).y + panel.scrolled(Scrollable::Page(View::Timeline)).y;
            assert_eq!(view > 30.0, overflows, "{size:?}: {view}");
            panel.wait(1.5);
            assert!(panel.state().photo().is_none() && panel.state().milestone().is_none());
        }
    }
}

#[test]
fn a_tap_on_a_moving_wall_stops_it_and_opens_nothing() {
    let mut panel = Panel::new(vec2(1280.0, 800.0));
    panel.fingers(&[[pos2(900.0, 700.0), pos2(900.0, 500.0)]], 6);
    let thrown = panel.scrolled(Scrollable::Wall).y;
    panel.wait(0.1);
    let moving = panel.scrolled(Scrollable::Wall).y;
    assert!(moving > thrown + 5.0, "it goes on: {thrown}, {moving}");
    panel.tap(pos2(800.0, 400.0));
    let stopped = panel.scrolled(Scrollable::Wall).y;
    panel.wait(0.5);
    assert!((panel.scrolled(Scrollable::Wall).y - stopped).abs() < 1.0);
    assert_eq!(panel.state().photo(), None);
    panel.tap(pos2(800.0, 400.0));
    panel.wait(0.2);
    assert!(panel.state().photo().is_some(), "the next tap opens a picture");
}

#[test]
fn nothing_looks_touched_before_the_pointer_moves_and_a_ring_goes_with_the_wheel() {
    let mut panel = Panel::at_a_desk();
    let bare = panel.frame(Vec::new());
    panel.frame(vec![Event::PointerMoved(PICTURE)]);
    assert_eq!(panel.frame(Vec::new()), bare, "the window opened under it");
    panel.frame(vec![Event::PointerMoved(PICTURE + vec2(12.0, 0.0))]);
    assert!(panel.frame(Vec::new()) > bare, "the picture under it has an outline");
    panel.frame(vec![Event::PointerGone]);
    panel.frame(Vec::new());
    let key = |pressed| Event::Key {
        key: egui::Key::Tab,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    panel.frame(vec![key(true), key(false)]);
    panel.frame(Vec::new());
    assert!(panel.frame(Vec::new()) > bare, "what has the focus has a ring");
    let wheel = Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -1.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    panel.frame(vec![wheel]);
    assert_eq!(panel.frame(Vec::new()), bare);
}
