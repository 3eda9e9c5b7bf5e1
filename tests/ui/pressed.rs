//! Everything that can be pressed at a kiosk is pressed: every key with all modifiers, fingers anywhere, wheels, files that are dropped,
//! requests to close. It never ends, never leaves its screen, never opens anything, and the reset leaves nothing.
//!
//! `KIOSK_EVENTS` says how many events there are; a few thousand without it.

use std::path::Path;
use std::sync::Arc;

use egui::{
    Context, DroppedFile, DroppedFileHandle, Event, HoveredFile, Key, Modifiers, MouseWheelSource, MouseWheelUnit,
    PointerButton, Pos2, RawInput, Rect, TouchDeviceId, TouchId, TouchPhase, Vec2, ViewportCommand, ViewportEvent,
    ViewportId, ViewportInfo, pos2, vec2,
};
use vitrine::app::App;
use vitrine::model::{Lang, PackPlace};
use vitrine::state::kiosk::{KioskCommand, Phase, Touch};
use vitrine::state::{Action, Kiosk};
use vitrine::ui::Window;
use vitrine::work;

use crate::kiosk::kiosk;

const SCREEN: Vec2 = vec2(1422.0, 800.0);
/// The events of a frame.
const TOGETHER: usize = 12;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % below.max(1)
    }

    fn point(&mut self) -> Pos2 {
        let along = |roll: usize, side: f32| f32::from(u16::try_from(roll).unwrap_or_default()) / 1000.0 * side;
        pos2(along(self.roll(1001), SCREEN.x), along(self.roll(1001), SCREEN.y))
    }

    fn modifiers(&mut self) -> Modifiers {
        let [alt, ctrl, shift, mac_cmd] = [(); 4].map(|()| self.roll(3) == 0);
        Modifiers { alt, ctrl, shift, mac_cmd, command: ctrl }
    }

    fn events(&mut self) -> Vec<Event> {
        let modifiers = self.modifiers();
        match self.roll(10) {
            0..4 => stroke(Key::ALL[self.roll(Key::ALL.len())], modifiers),
            4..8 => {
                let (pos, button) = (self.point(), [PointerButton::Primary, PointerButton::Secondary][self.roll(2)]);
                let button = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
                let touch =
                    |phase| Event::Touch { device_id: TouchDeviceId(1), id: TouchId(1), phase, pos, force: None };
                let mut events = vec![touch(TouchPhase::Start), Event::PointerMoved(pos), button(true)];
                if self.roll(4) > 0 {
                    events.extend([touch(TouchPhase::End), button(false), Event::PointerGone]);
                }
                events
            }
            8 => vec![
                Event::PointerMoved(self.point()),
                Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: (self.point() - self.point()) * 0.3,
                    phase: TouchPhase::Move,
                    source: MouseWheelSource::Wheel,
                    modifiers,
                },
            ],
            _ => vec![Event::Copy, Event::Cut, Event::Paste("other.vitrine".to_owned()), Event::Zoom(1.3)],
        }
    }
}

fn stroke(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let stroke = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![stroke(true), Event::Text(key.name().to_lowercase()), stroke(false)]
}

/// An exhibition that somebody drops on the window.
#[derive(Debug)]
struct Dropped;

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/exhibition"))
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads it".to_owned())
    }
}

/// Every key with every modifier.
fn strokes() -> impl Iterator<Item = Vec<Event>> {
    let held = (0..16_u8).map(|held| {
        let [alt, ctrl, shift, mac_cmd] = [1, 2, 4, 8].map(|one| held & one > 0);
        Modifiers { alt, ctrl, shift, mac_cmd, command: ctrl }
    });
    held.flat_map(|modifiers| Key::ALL.iter().map(move |key| stroke(*key, modifiers)))
}

/// What comes in with a frame.
fn input(ctx: &Context, time: f64, events: Vec<Event>, dropped: Option<DroppedFileHandle>, closes: bool) -> RawInput {
    let mut viewport = ViewportInfo { native_pixels_per_point: Some(1.0), ..ViewportInfo::default() };
    viewport.inner_rect = Some(Rect::from_min_size(Pos2::ZERO, SCREEN));
    viewport.events.extend(closes.then_some(ViewportEvent::Close));
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN / ctx.zoom_factor())),
        time: Some(time),
        focused: true,
        max_texture_side: Some(8192),
        events,
        hovered_files: dropped.iter().map(|_| HoveredFile::default()).collect(),
        dropped_files: dropped.into_iter().collect(),
        ..RawInput::default()
    };
    input.viewports.insert(ViewportId::ROOT, viewport);
    input
}

#[test]
fn whatever_is_pressed_a_kiosk_stays_one() {
    let count: usize = std::env::var("KIOSK_EVENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(4000);
    let (_, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    let ctx = Context::default();
    App::dress(&ctx);
    let mut app = App::new(kiosk(Lang::En), source, None, |_| {}).drawn_in_software();
    app.apply(&ctx, Action::Kiosk(KioskCommand::Begin));
    let mut dice = Dice(7);
    let mut time = 0.0;
    let home = {
        let mut state = kiosk(Lang::En);
        state.update(Action::Kiosk(KioskCommand::Touched(Touch::Press)));
        state.session().clone()
    };
    let generation = app.state().generation();
    let mut strokes = strokes();
    for frame in 0..count / TOGETHER {
        time += if dice.roll(40) == 0 { 30.0 } else { 0.05 };
        let mut events: Vec<Event> = (0..TOGETHER).flat_map(|_| dice.events()).collect();
        events.extend(strokes.by_ref().take(TOGETHER).flatten());
        let dropped: Option<DroppedFileHandle> = (dice.roll(20) == 0).then(|| Arc::new(Dropped) as _);
        let closes = dice.roll(10) == 0;
        let input = input(&ctx, time, events, dropped, closes);
        let mut output = ctx.run_ui(input, |ui| {
            app.prepare(ui.ctx());
            app.frame_of(ui, Window::Main);
        });
        output.textures_delta.clear();
        let commands =
            output.viewport_output.get(&ViewportId::ROOT).map(|root| root.commands.clone()).unwrap_or_default();
        let leads_out = |command: &ViewportCommand| {
            matches!(
                command,
                ViewportCommand::Close | ViewportCommand::Fullscreen(false) | ViewportCommand::Minimized(true)
            )
        };
        assert!(!commands.iter().any(leads_out), "{frame}: {commands:?}");
        assert!(!closes || commands.contains(&ViewportCommand::CancelClose), "{frame}: it would close");
        let copies = output.platform_output.commands.iter().any(|c| matches!(c, egui::OutputCommand::CopyText(_)));
        assert!(!copies, "{frame}: the clipboard");
        let state = app.state();
        assert!(state.fullscreen() && state.saving().is_none() && state.generation() == generation, "{frame}");
        assert!(state.kiosk().is_some_and(|kiosk| kiosk.staff_page().is_none()), "{frame}: past the PIN");
        if frame % 50 == 49 {
            app.apply(&ctx, Action::Kiosk(KioskCommand::PinClose));
            app.apply(&ctx, Action::Kiosk(KioskCommand::Touched(Touch::Press)));
            app.apply(&ctx, Action::Kiosk(KioskCommand::StartOver));
            let phase = app.state().kiosk().map(Kiosk::phase);
            assert_eq!((phase, app.state().session()), (Some(Phase::Attract), &home), "{frame}: after the reset");
            assert!(app.state().notice().is_none(), "{frame}: {:?}", app.state().notice());
        }
    }
    assert_eq!(strokes.count(), 0, "every key was struck");
}
