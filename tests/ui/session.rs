//! All that a visitor can change is in the session: nothing that egui remembers of its widgets means anything, and a reset leaves nothing
//! of a visit.

use std::time::Duration;

use egui::{
    ColorImage, Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    TouchPhase, ViewportId, ViewportInfo, pos2, vec2,
};
use vitrine::app::App;
use vitrine::model::{Lang, PackPlace};
use vitrine::raster::{Frame, Raster};
use vitrine::state::kiosk::{AccessChange, KioskCommand, Touch};
use vitrine::state::{Action, ChartMode, KioskSetup, Overlay, Scrollable, Start, State, Subject, Theme, View, Zoom};
use vitrine::ui::Window;
use vitrine::work;

const SIZE: [u16; 2] = [1280, 720];

/// A screen of the built-in exhibition, drawn by the processor.
struct Screen {
    ctx: Context,
    app: App,
    raster: Raster,
    time: f64,
    last: Option<ColorImage>,
}

impl Screen {
    fn new() -> Self {
        let (pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
        Self::of(App::new(State::showing(pack), source, None, |_| {}))
    }

    /// A kiosk, before anybody came.
    fn kiosk() -> Self {
        let (pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
        let start = Start { kiosk: Some(KioskSetup::default()), ..Start::default() };
        Self::of(App::new(State::begin(pack, start), source, None, |_| {}))
    }

    fn of(app: App) -> Self {
        let ctx = Context::default();
        App::dress(&ctx);
        let app = app.drawn_in_software();
        let mut screen = Self { ctx, app, raster: Raster::default(), time: 0.0, last: None };
        screen.settle();
        screen
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.time += 0.25;
        let size = vec2(f32::from(SIZE[0]), f32::from(SIZE[1]));
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
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
        self.raster.update(&mut output.textures_delta);
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        self.raster.free(output.textures_delta);
        let frame = Frame {
            size: SIZE.map(usize::from),
            scale: output.pixels_per_point,
            ground: self.app.ground(),
            primitives: &primitives,
        };
        self.last = Some(self.raster.picture(&frame));
    }

    /// Draws until nothing changes any more.
    fn settle(&mut self) {
        let mut calm = 0;
        while calm < 6 {
            self.frame(Vec::new());
            calm = if self.app.wait(&self.ctx, Duration::from_secs(10)) { 0 } else { calm + 1 };
        }
    }

    fn apply(&mut self, actions: impl IntoIterator<Item = Action>) {
        for action in actions {
            self.app.apply(&self.ctx, action);
            self.frame(Vec::new());
        }
        self.settle();
    }

    /// Turns the wheel over a point, in points, and takes the pointer away.
    fn scroll(&mut self, at: Pos2, by: f32) {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -by),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![wheel]);
        self.settle();
        self.frame(vec![Event::PointerGone]);
        self.settle();
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(from), button(from, true)]);
        self.frame(vec![Event::PointerMoved(from + (to - from) * 0.5)]);
        self.frame(vec![Event::PointerMoved(to)]);
        self.frame(vec![button(to, false)]);
        self.frame(vec![Event::PointerGone]);
        self.settle();
    }

    fn press(&mut self, key: Key) {
        let stroke =
            |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
        self.frame(vec![stroke(true)]);
        self.frame(vec![stroke(false)]);
        self.settle();
    }

    fn pixels(&self) -> &ColorImage {
        self.last.as_ref().expect("a frame was drawn")
    }
}

/// How many pixels differ.
fn difference(a: &ColorImage, b: &ColorImage) -> usize {
    a.pixels.iter().zip(&b.pixels).filter(|(a, b)| a != b).count()
}

/// The middle of the view, beside the sidebar.
const MIDDLE: Pos2 = pos2(800.0, 420.0);

#[test]
fn whatever_egui_forgets_nothing_moves() {
    let views = View::ALL.into_iter().map(|view| vec![Action::View(view)]);
    let overlays =
        [Overlay::Keys, Overlay::Menu, Overlay::Size, Overlay::Save, Overlay::Open, Overlay::Problems, Overlay::Whole];
    let overlays = overlays.into_iter().map(|overlay| vec![Action::Overlay(Some(overlay))]);
    let mut screen = Screen::new();
    let eighth = screen.app.state().pack().keys()[7];
    let others = [
        vec![Action::View(View::Personnel), Action::Chart(ChartMode::Table)],
        vec![Action::View(View::Personnel), Action::Sheet(Subject::Batch(1))],
        vec![Action::View(View::Sources), Action::Licences(true), Action::Scroll(Scrollable::Sources, [0.0, 900.0])],
        vec![Action::View(View::Timeline), Action::Milestone("medical-groups".into())],
        vec![Action::View(View::Pairings), Action::Step(2002)],
        vec![Action::OpenPhoto(eighth)],
        vec![Action::OpenPhoto(eighth), Action::Zoom(Zoom { scale: 2.0, center: [0.4, 0.6] })],
    ];
    for actions in views.chain(overlays).chain(others) {
        let name = format!("{actions:?}");
        screen.apply([Action::Back, Action::Back, Action::Back]);
        screen.apply(actions);
        screen.scroll(MIDDLE, 130.0);
        let before = screen.pixels().clone();
        screen.ctx.memory_mut(|memory| memory.data.clear());
        screen.settle();
        assert_eq!(difference(&before, screen.pixels()), 0, "{name}: pixels that egui's memory held");
    }
}

#[test]
fn a_reset_leaves_nothing_of_a_visit() {
    let fresh = Screen::new().pixels().clone();
    let mut screen = Screen::new();
    assert_eq!(difference(&fresh, screen.pixels()), 0);
    screen.scroll(MIDDLE, 400.0);
    screen.scroll(pos2(100.0, 500.0), 200.0);
    screen.apply([Action::Province(Some("CN-JS".into())), Action::Search("1".to_owned())]);
    let photo = screen.app.state().pack().keys()[3];
    screen.apply([Action::OpenPhoto(photo)]);
    screen.apply([Action::Zoom(Zoom { scale: 3.0, center: [0.5, 0.5] })]);
    screen.drag(MIDDLE, MIDDLE + vec2(60.0, -80.0));
    for view in View::ALL {
        screen.apply([Action::View(view)]);
        screen.scroll(MIDDLE, 300.0);
        screen.press(Key::ArrowRight);
        screen.press(Key::Tab);
    }
    screen.apply([Action::View(View::Pairings), Action::PlayYears(true)]);
    screen.apply([Action::View(View::Personnel), Action::Chart(ChartMode::Table)]);
    screen.apply([Action::View(View::Sources), Action::Licences(true)]);
    screen.apply([Action::Sheet(Subject::Batch(2)), Action::Overlay(Some(Overlay::Keys))]);
    assert_ne!(difference(&fresh, screen.pixels()), 0);
    screen.apply([Action::Reset]);
    assert_eq!(difference(&fresh, screen.pixels()), 0, "a start looks otherwise");
    // In the next frame, too, and without its being asked for: not after some time alone.
    screen.apply([Action::View(View::Timeline), Action::Milestone("medical-groups".into())]);
    screen.app.apply(&screen.ctx, Action::Reset);
    screen.frame(Vec::new());
    screen.frame(Vec::new());
    assert_eq!(difference(&fresh, screen.pixels()), 0, "it is home after two frames");
}

#[test]
fn a_kiosk_forgets_its_visitor_to_the_last_pixel() {
    let wake = || [Touch::Press, Touch::Release].map(KioskCommand::Touched).map(Action::Kiosk);
    let fresh = Screen::kiosk().pixels().clone();
    let mut screen = Screen::kiosk();
    assert_eq!(difference(&fresh, screen.pixels()), 0);
    screen.apply(wake());
    let home = screen.pixels().clone();
    assert_ne!(difference(&fresh, &home), 0, "the loop is over");
    screen.scroll(MIDDLE, 400.0);
    screen.scroll(pos2(100.0, 400.0), 200.0);
    screen.apply([Action::Lang(Lang::Bo), Action::Province(Some("CN-JS".into())), Action::Search("1".to_owned())]);
    let photo = screen.app.state().pack().keys()[3];
    screen.apply([Action::OpenPhoto(photo), Action::Zoom(Zoom { scale: 3.0, center: [0.5, 0.5] })]);
    screen.drag(MIDDLE, MIDDLE + vec2(60.0, -80.0));
    for view in View::ALL {
        screen.apply([Action::View(view)]);
        screen.scroll(MIDDLE, 300.0);
        screen.press(Key::ArrowRight);
        screen.press(Key::Tab);
    }
    let changes = [
        AccessChange::Sheet(true),
        AccessChange::LargeText(true),
        AccessChange::Contrast(true),
        AccessChange::LessMotion(true),
        AccessChange::ControlsLow(true),
    ];
    screen.apply(changes.map(|change| Action::Kiosk(KioskCommand::Access(change))));
    screen.apply([Action::View(View::Pairings), Action::PlayYears(true), Action::Sheet(Subject::Batch(2))]);
    assert_ne!(difference(&home, screen.pixels()), 0);
    screen.apply([Action::Kiosk(KioskCommand::StartOver)]);
    assert_eq!(difference(&fresh, screen.pixels()), 0, "a start looks otherwise");
    screen.apply(wake());
    assert_eq!(difference(&home, screen.pixels()), 0, "the next visitor finds something of the last one");
}

#[test]
fn a_reset_goes_where_somebody_set_the_screen_up() {
    let mut screen = Screen::new();
    screen.apply([Action::Lang(Lang::Zh), Action::Theme(Theme::Dark)]);
    let chosen = screen.pixels().clone();
    screen.apply([Action::View(View::Sources), Action::Reset]);
    assert_eq!(difference(&chosen, screen.pixels()), 0, "one person sits here: the next start is in Chinese and dark");
}
