//! The windows of a talk: the audience's, each window on its screen, and before the talk a numeral on each screen.

use std::time::Duration;

use egui::{Context, Event, ViewportBuilder, ViewportCommand, ViewportId};

use super::App;
use crate::state::talk::{Monitor, Phase, ScreenId, Windows};
use crate::state::{Action, Overlay, TalkCommand};
use crate::ui::{self, Cx, Layout, shortcuts};

/// How long the speaker's window is waited for on its screen at most, in seconds: a window manager may have its own mind.
const ARRIVE: f64 = 3.0;
/// How often it is looked whether it has arrived.
const ARRIVE_LOOK: Duration = Duration::from_millis(50);
/// How often the screens are polled, since not every system reports changes.
const LOOK: Duration = Duration::from_secs(2);

impl App {
    /// Draws the other windows: the audience's in a talk, and before it a numeral on each screen while identifying them. Where
    /// viewports are embedded in one window there are none.
    pub(super) fn draw_beside(&self, ctx: &Context) {
        if ctx.embed_viewports() {
            return;
        }
        let talk = self.state.talk();
        if let Windows::Two { audience, .. } = talk.windows() {
            ctx.show_viewport_immediate(audience_viewport(), self.beside(audience), |ui, _| {
                // Shortcuts work with any focus, but input methods need the window with a text field.
                if ui.input(|i| i.events.contains(&Event::WindowFocused(true))) {
                    ui.ctx().send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Focus);
                }
                self.actions.borrow_mut().extend(shortcuts::take(ui.ctx(), &self.state, &self.motion));
                self.draw(ui, ui::Window::Audience);
            });
        }
        let screens = if talk.identify { talk.screens.list.len() } else { 0 };
        for screen in 0..screens {
            ctx.show_viewport_immediate(ViewportId::from_hash_of(("screen", screen)), self.beside(screen), |ui, _| {
                if ui.input(|i| {
                    i.pointer.any_click() || i.events.iter().any(|e| matches!(e, Event::Key { pressed: true, .. }))
                }) {
                    self.actions.borrow_mut().push(Action::Talk(TalkCommand::Identify(false)));
                }
                let area = ui.ctx().content_rect();
                let cx = Cx::new(&self.state, Layout::of(area.size()), (&self.photos, &self.motion), &self.actions);
                ui::presenter::identify_ui(ui, &cx, area, screen);
            });
        }
    }

    /// Takes in the current screens before and during a talk, and places the windows.
    pub fn take_screens(&mut self, ctx: &Context, screens: impl FnOnce() -> (Vec<Monitor>, Option<ScreenId>)) {
        if self.state.talk().phase == Phase::Off && self.windows == Windows::Plain {
            // The status report lists them.
            match self.state.overlay() {
                Some(Overlay::Menu) => self.screens = screens(),
                // The set-up of a kiosk chooses one.
                Some(Overlay::SetUp) => {
                    ctx.request_repaint_after(LOOK);
                    let (list, at) = screens();
                    if self.state.talk().screens.list != list {
                        self.apply(ctx, Action::Talk(TalkCommand::Monitors(list, at)));
                    }
                }
                _ => {}
            }
            return;
        }
        ctx.request_repaint_after(LOOK);
        let (list, at) = screens();
        let before = std::mem::replace(&mut self.screens, (list.clone(), at.clone()));
        let is_changed = before.0 != list;
        if is_changed || before.1 != at || self.state.talk().screens.list.is_empty() {
            self.apply(ctx, Action::Talk(TalkCommand::Monitors(list, at)));
        }
        let windows = self.state.talk().windows();
        if windows != self.windows || is_changed {
            self.place(ctx, windows, &before.0);
            self.windows = windows;
        }
        self.await_arrival(ctx);
    }

    /// Puts the windows on their screens. A full-screen window does not move to another screen, so it leaves full screen first.
    fn place(&mut self, ctx: &Context, windows: Windows, before: &[Monitor]) {
        let screens = &self.state.talk().screens;
        let fill = |id, screen: usize| {
            let Some(monitor) = screens.list.get(screen) else { return };
            ctx.send_viewport_cmd_to(id, ViewportCommand::Fullscreen(false));
            ctx.send_viewport_cmd_to(id, ViewportCommand::SetMonitor(monitor.number));
        };
        // A window that already fills its screen stays.
        let stays = |screen: usize| {
            let own = screens.list.get(screen).filter(|own| screens.at.as_ref() == Some(&own.id));
            self.windows != Windows::Plain && own.is_some_and(|own| before.contains(own))
        };
        match windows {
            Windows::Two { audience, console } => {
                if !stays(console) {
                    fill(ViewportId::ROOT, console);
                    self.arriving = Some(ctx.input(|i| i.time) + ARRIVE);
                }
                if matches!(self.windows, Windows::Two { .. }) {
                    fill(audience_viewport(), audience);
                }
            }
            Windows::One { on: Some(screen), .. } if stays(screen) => {}
            Windows::One { on: Some(screen), .. } => fill(ViewportId::ROOT, screen),
            Windows::One { on: None, .. } => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true)),
            Windows::Plain => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(self.state.fullscreen())),
        }
    }

    /// Where a window opens, its manager decides, and may say so only later: until the speaker's fills the speaker's screen,
    /// it shows what the audience sees.
    fn await_arrival(&mut self, ctx: &Context) {
        let Some(until) = self.arriving else { return };
        let screens = &self.state.talk().screens;
        let own = match self.windows {
            Windows::Two { console, .. } => screens.list.get(console),
            Windows::One { .. } | Windows::Plain => None,
        };
        let filled = ctx.content_rect().size() * ctx.pixels_per_point();
        #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
        let fills = |size: [u32; 2]| {
            let [width, height] = size.map(|side| side as f32);
            (filled.x - width).abs() < 2.0 && (filled.y - height).abs() < 2.0
        };
        let is_there = own.is_none_or(|own| screens.at.as_ref().is_none_or(|at| *at == own.id) && fills(own.id.size));
        if is_there || ctx.input(|i| i.time) > until {
            self.arriving = None;
        } else {
            ctx.request_repaint_after(ARRIVE_LOOK);
        }
    }

    /// An undecorated window that fills a screen, given by its index in the list.
    fn beside(&self, screen: usize) -> ViewportBuilder {
        let number = self.state.talk().screens.list.get(screen).map_or(screen, |monitor| monitor.number);
        ViewportBuilder::default()
            .with_title("Vitrine")
            .with_app_id("vitrine")
            .with_decorations(false)
            .with_active(false)
            .with_monitor(number)
    }
}

/// The audience's window.
fn audience_viewport() -> ViewportId {
    ViewportId::from_hash_of("hall")
}
