//! The window of the safe slide: full screen, drawn by the processor, once. It opens no exhibition, reads no settings and hears
//! no keys.

use std::sync::Arc;

use egui::{Context, ViewportId};
use egui_winit::accesskit_winit;
use winit::application::ApplicationHandler;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use winit::monitor::MonitorHandle;
use winit::window::WindowId;

use super::surface::WindowSurface;
use super::{start, viewport};
use crate::app::{App, alive, slide};
use crate::raster::Raster;
use crate::state::Theme;

/// Events from outside the loop: a screen reader's, which the slide leaves unanswered.
struct Event;

impl From<accesskit_winit::Event> for Event {
    fn from(_: accesskit_winit::Event) -> Self {
        Self
    }
}

/// Shows the slide until the process is ended.
///
/// # Errors
/// If no window can be opened: the reason.
pub fn show_slide(title: String, screen: String) -> Result<(), String> {
    start::watch_panics();
    alive::begin();
    start::attempt(|| {
        let events = EventLoop::<Event>::with_user_event().build().map_err(|e| e.to_string())?;
        events.set_control_flow(ControlFlow::Wait);
        let ctx = Context::default();
        App::dress(&ctx);
        let proxy = events.create_proxy();
        let mut slide = Slide { title, screen, ctx, proxy, raster: Raster::default(), surface: None, failure: None };
        events.run_app(&mut slide).map_err(|e| e.to_string())?;
        slide.failure.map_or(Ok(()), Err)
    })
}

struct Slide {
    title: String,
    /// The name of its screen; empty for the main one.
    screen: String,
    ctx: Context,
    proxy: EventLoopProxy<Event>,
    raster: Raster,
    surface: Option<WindowSurface>,
    failure: Option<String>,
}

impl Slide {
    fn draw(&mut self) {
        let Some(surface) = &mut self.surface else { return };
        surface.expose();
        surface.begin();
        let input = surface.take_input();
        let mut output = self.ctx.run_ui(input, |ui| slide::draw(ui, &self.title));
        self.raster.update(&mut output.textures_delta);
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let ground = App::ground_of(Theme::Light);
        if let Err(why) = surface.draw(&self.raster, ground, output.pixels_per_point, &primitives) {
            surface.refused(&why.to_string());
        } else {
            alive::presented();
        }
        self.raster.free(output.textures_delta);
    }
}

impl ApplicationHandler<Event> for Slide {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        let screens: Vec<MonitorHandle> = events.available_monitors().collect();
        let is_wanted = |screen: &MonitorHandle| screen.name().is_some_and(|name| name.contains(&self.screen));
        let wanted = screens.iter().position(is_wanted).filter(|_| !self.screen.is_empty());
        let viewport = viewport(true);
        let viewport = if let Some(number) = wanted { viewport.with_monitor(number) } else { viewport };
        match WindowSurface::open(&self.ctx, ViewportId::ROOT, viewport, events, self.proxy.clone()) {
            Ok(surface) => {
                let screen = wanted.map(|number| screens[number].clone()).or_else(|| surface.window.current_monitor());
                // Without a window manager nobody makes it full screen.
                if let Some(screen) = screen.filter(|screen| surface.window.inner_size() != screen.size()) {
                    surface.window.set_outer_position(screen.position());
                    let _ = surface.window.request_inner_size(screen.size());
                }
                surface.window.set_cursor_visible(false);
                self.surface = Some(surface);
                self.draw();
            }
            Err(why) => {
                self.failure = Some(why);
                events.exit();
            }
        }
    }

    fn window_event(&mut self, _: &ActiveEventLoop, _: WindowId, event: WindowEvent) {
        let Some(surface) = &mut self.surface else { return };
        let shown = Arc::clone(&surface.window);
        let _ = surface.input.on_window_event(&shown, &event);
        if matches!(
            event,
            WindowEvent::RedrawRequested | WindowEvent::Resized(_) | WindowEvent::ScaleFactorChanged { .. }
        ) {
            self.draw();
        }
    }
}
