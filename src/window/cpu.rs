//! The window without OpenGL: the same application, drawn by the CPU. A reduced version of eframe's event loop: a main
//! window, and windows beside it that are drawn with it (`Context::show_viewport_immediate`).

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use egui::{
    Color32, Context, FullOutput, ImmediateViewport, RawInput, TexturesDelta, ViewportBuilder, ViewportCommand,
    ViewportId, ViewportInfo,
};
use egui_winit::accesskit_winit;
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use winit::window::WindowId;

use super::guard::Guarded;
use super::surface::{MAX_TEXTURE_SIDE, WindowSurface};
use super::{Beginning, app, prepare, start, viewport};
use crate::app::{App, alive};
use crate::raster::Raster;
use crate::state::{Action, DrawnBy, Renderer};

/// Events from outside the loop.
enum Event {
    /// A repaint requested for a time, by a window at this pass.
    Repaint(ViewportId, Instant, u64),
    /// A screen reader.
    Access(accesskit_winit::Event),
}

impl From<accesskit_winit::Event> for Event {
    fn from(event: accesskit_winit::Event) -> Self {
        Self::Access(event)
    }
}

pub fn run(beginning: Beginning) -> Result<(), String> {
    let events = EventLoop::<Event>::with_user_event().build().map_err(|e| e.to_string())?;
    let proxy = events.create_proxy();
    let ctx = Context::default();
    ctx.set_embed_viewports(false);
    // Allows a second pass if sizes have changed, as eframe does.
    ctx.options_mut(|o| o.max_passes = o.max_passes.max(std::num::NonZeroUsize::MIN.saturating_add(1)));
    let asked = proxy.clone();
    ctx.set_request_repaint_callback(move |info| {
        let at = Instant::now() + info.delay;
        // Fails once the loop has ended.
        let _ = asked.send_event(Event::Repaint(info.viewport_id, at, info.current_cumulative_pass_nr));
    });
    let guard = Guarded::new(beginning.is_trial);
    let mut runner = Runner {
        beginning: Some(beginning),
        app: None,
        surfaces: Rc::new(RefCell::new(Surfaces::default())),
        ctx,
        proxy,
        failure: None,
        guard,
    };
    events.run_app(&mut runner).map_err(|e| e.to_string())?;
    runner.failure.map_or(Ok(()), Err)
}

/// All windows, and the renderer.
#[derive(Default)]
struct Surfaces {
    open: HashMap<ViewportId, WindowSurface>,
    /// Windows first requested by the last frame.
    wanted: Vec<(ViewportId, ViewportBuilder)>,
    raster: Raster,
    ground: Color32,
    /// Textures to free once all windows of this frame are drawn.
    spent: TexturesDelta,
}

impl Surfaces {
    /// Takes the events of a window since its last frame.
    fn take_input(&mut self, ctx: &Context, id: ViewportId) -> Option<RawInput> {
        let infos = self.open.iter_mut().map(|(id, surface)| (*id, surface.info(ctx))).collect();
        let surface = self.open.get_mut(&id)?;
        surface.begin();
        Some(RawInput { viewports: infos, ..surface.take_input() })
    }

    /// Shows the output of a window's frame.
    fn show(&mut self, ctx: &Context, id: ViewportId, output: FullOutput) {
        let FullOutput { platform_output, mut textures_delta, shapes, pixels_per_point, viewport_output: _ } = output;
        self.raster.update(&mut textures_delta);
        self.spent.append(textures_delta);
        let Some(surface) = self.open.get_mut(&id) else { return };
        surface.settle();
        let window = Arc::clone(&surface.window);
        surface.input.handle_platform_output(&window, platform_output);
        let primitives = ctx.tessellate(shapes, pixels_per_point);
        let shown = surface.draw(&self.raster, self.ground, pixels_per_point, &primitives);
        if shown.is_ok() && id == ViewportId::ROOT {
            alive::presented();
        }
        let again = shown.err().map(|why| surface.refused(&why.to_string()));
        // The main window draws those beside it.
        if let Some((again, main)) = again.zip(self.open.get_mut(&ViewportId::ROOT)) {
            main.request_frame(again);
        }
    }

    /// Draws immediate viewports within the main window's frame.
    fn show_beside(this: &RefCell<Self>, ctx: &Context, viewport: ImmediateViewport<'_>) {
        let ImmediateViewport { ids, builder, mut viewport_ui_cb } = viewport;
        let id = ids.this;
        let input = {
            let mut surfaces = this.borrow_mut();
            if let Some(surface) = surfaces.open.get_mut(&id) {
                surface.follow(ctx, Some(builder), Vec::new());
            } else if surfaces.wanted.iter().all(|(wanted, _)| *wanted != id) {
                // A frame may have two passes: create only one window.
                surfaces.wanted.push((id, builder));
            }
            surfaces.take_input(ctx, id)
        };
        // A window not created yet also gets a frame, which is not shown.
        let input = input.unwrap_or_else(|| {
            let info =
                ViewportInfo { native_pixels_per_point: ctx.native_pixels_per_point(), ..ViewportInfo::default() };
            // Another size would make egui rebuild its font atlas within a frame that has used it.
            let max_texture_side = Some(MAX_TEXTURE_SIDE);
            let viewports = [(id, info)].into_iter().collect();
            RawInput { viewport_id: id, viewports, max_texture_side, ..RawInput::default() }
        });
        let output = ctx.run_ui(input, |ui| viewport_ui_cb(ui));
        this.borrow_mut().show(ctx, id, output);
    }
}

struct Runner {
    /// Shown once there is a window.
    beginning: Option<Beginning>,
    app: Option<App>,
    surfaces: Rc<RefCell<Surfaces>>,
    ctx: Context,
    proxy: EventLoopProxy<Event>,
    failure: Option<String>,
    /// What a kiosk holds of the system.
    guard: Guarded,
}

impl Runner {
    fn open(
        &self,
        events: &ActiveEventLoop,
        id: ViewportId,
        builder: ViewportBuilder,
    ) -> Result<Arc<winit::window::Window>, String> {
        let surface = WindowSurface::open(&self.ctx, id, builder, events, self.proxy.clone())?;
        let window = Arc::clone(&surface.window);
        self.surfaces.borrow_mut().open.insert(id, surface);
        Ok(window)
    }

    /// Opens the main window, and begins.
    fn begin(&mut self, events: &ActiveEventLoop) -> Result<(), String> {
        let Some(mut beginning) = self.beginning.take() else { return Ok(()) };
        let window = self.open(events, ViewportId::ROOT, viewport(beginning.state.fullscreen()))?;
        beginning.state.update(Action::DrawnBy(DrawnBy::Processor));
        self.app = Some(app(&self.ctx, &window, beginning).drawn_in_software());
        let surfaces = Rc::clone(&self.surfaces);
        Context::set_immediate_viewport_renderer(move |ctx, viewport| Surfaces::show_beside(&surfaces, ctx, viewport));
        Ok(())
    }

    /// Draws one frame of all windows.
    fn frame(&mut self, events: &ActiveEventLoop) {
        let Some(app) = &mut self.app else { return };
        start::frame(Renderer::Cpu);
        let input = self.surfaces.borrow_mut().take_input(&self.ctx, ViewportId::ROOT);
        let Some(input) = input else { return };
        let wants_to_close =
            self.surfaces.borrow().open.get(&ViewportId::ROOT).is_some_and(WindowSurface::wants_to_close);
        self.surfaces.borrow_mut().ground = app.ground();
        let window = self.surfaces.borrow().open.get(&ViewportId::ROOT).map(|surface| Arc::clone(&surface.window));
        let mut output = self.ctx.run_ui(input, |ui| {
            prepare(app, ui.ctx(), window.as_deref(), &mut self.guard);
            app.frame(ui);
        });
        let windows = std::mem::take(&mut output.viewport_output);
        let mut surfaces = self.surfaces.borrow_mut();
        surfaces.show(&self.ctx, ViewportId::ROOT, output);
        let spent = std::mem::take(&mut surfaces.spent);
        surfaces.raster.free(spent);
        surfaces.open.retain(|id, _| windows.contains_key(id));
        let mut is_over = wants_to_close;
        for (id, output) in windows {
            is_over &= !(id == ViewportId::ROOT && output.commands.contains(&ViewportCommand::CancelClose));
            let Some(surface) = surfaces.open.get_mut(&id) else { continue };
            surface.follow(&self.ctx, None, output.commands);
            if surface.wants_to_close() {
                surface.request_frame(Instant::now());
            }
        }
        let wanted = std::mem::take(&mut surfaces.wanted);
        drop(surfaces);
        for (id, builder) in wanted {
            if let Err(failure) = self.open(events, id, builder) {
                self.failure = Some(failure);
            }
            self.ctx.request_repaint();
        }
        if is_over {
            self.surfaces.borrow_mut().open.clear();
            events.exit();
        }
    }

    /// Runs `then` on the window of an event.
    fn with_surface<T>(&self, window: WindowId, then: impl FnOnce(&mut WindowSurface) -> T) -> Option<T> {
        let mut surfaces = self.surfaces.borrow_mut();
        surfaces.open.values_mut().find(|surface| surface.window.id() == window).map(then)
    }

    /// Returns when the next frame is due.
    fn due(&self) -> Option<Instant> {
        self.surfaces.borrow().open.get(&ViewportId::ROOT)?.due
    }

    /// The main window draws those beside it.
    fn request_frame(&self, at: Instant) {
        if let Some(surface) = self.surfaces.borrow_mut().open.get_mut(&ViewportId::ROOT) {
            surface.request_frame(at);
        }
    }

    fn access(&self, event: &accesskit_winit::Event) {
        match &event.window_event {
            accesskit_winit::WindowEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
            accesskit_winit::WindowEvent::ActionRequested(request) => {
                let request = request.clone();
                self.with_surface(event.window_id, |surface| surface.input.on_accesskit_action_request(request));
            }
            accesskit_winit::WindowEvent::AccessibilityDeactivated => return self.ctx.disable_accesskit(),
        }
        self.request_frame(Instant::now());
    }
}

impl ApplicationHandler<Event> for Runner {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        if let Err(failure) = self.begin(events) {
            self.failure = Some(failure);
            events.exit();
        }
    }

    fn user_event(&mut self, _: &ActiveEventLoop, event: Event) {
        match event {
            Event::Access(event) => self.access(&event),
            Event::Repaint(id, at, pass) => {
                let now_at = self.ctx.cumulative_pass_nr_for(id);
                // Otherwise that frame has already been drawn.
                if now_at == pass || now_at == pass + 1 {
                    self.request_frame(at);
                }
            }
        }
    }

    fn window_event(&mut self, _: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        let wants = self.with_surface(window, |surface| {
            match event {
                WindowEvent::RedrawRequested => surface.expose(),
                WindowEvent::CloseRequested => surface.close(),
                _ => {
                    surface.notice(&event);
                    let shown = Arc::clone(&surface.window);
                    return surface.input.on_window_event(&shown, &event).repaint;
                }
            }
            true
        });
        if wants == Some(true) {
            self.request_frame(Instant::now());
        }
    }

    fn device_event(&mut self, _: &ActiveEventLoop, _: DeviceId, event: DeviceEvent) {
        let DeviceEvent::MouseMotion { delta } = event else { return };
        let mut surfaces = self.surfaces.borrow_mut();
        let moved = surfaces.open.values_mut().any(|surface| surface.input.on_mouse_motion(delta));
        drop(surfaces);
        if moved {
            self.request_frame(Instant::now());
        }
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        if self.due().is_some_and(|due| due <= Instant::now()) {
            self.frame(events);
        }
        events.set_control_flow(self.due().map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }
}
