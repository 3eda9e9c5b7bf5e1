//! The window on a graphics card, by eframe: through OpenGL, or through wgpu with Vulkan, Direct3D 12 or Metal.

use std::sync::Arc;

use eframe::egui_wgpu::{WgpuConfiguration, WgpuSetup, WgpuSetupCreateNew};
use eframe::glow::{self, HasContext as _};

use super::guard::Guarded;
use super::{Beginning, app, prepare, start, viewport};
use crate::app::{App, alive};
use crate::state::{Action, DrawnBy, Renderer};

/// Without `may_be_software`, a software renderer is refused before the window is shown.
pub fn run(beginning: Beginning, renderer: Renderer, may_be_software: bool) -> Result<(), String> {
    let options = eframe::NativeOptions {
        viewport: viewport(beginning.state.fullscreen()),
        renderer: if renderer == Renderer::Wgpu { eframe::Renderer::Wgpu } else { eframe::Renderer::Glow },
        wgpu_options: WgpuConfiguration { wgpu_setup: setup(), ..WgpuConfiguration::default() },
        multisampling: 0,
        dithering: false,
        ..eframe::NativeOptions::default()
    };
    let guard = Guarded::new(beginning.is_trial);
    let app = move |cc: &eframe::CreationContext<'_>| {
        let Card { way, name, is_software } = card(cc);
        if is_software && !may_be_software {
            return Err(format!("{way} is drawn by the processor ({name})").into());
        }
        let mut beginning = beginning;
        beginning.state.update(Action::DrawnBy(DrawnBy::Card(way, name)));
        let app = app(&cc.egui_ctx, cc, beginning);
        let app = if is_software { app.drawn_in_software() } else { app };
        Ok(Box::new(WithCard { app, renderer, has_begun: false, was_drawn: false, guard }) as Box<dyn eframe::App>)
    };
    eframe::run_native("Vitrine", options, Box::new(app)).map_err(|e| match e {
        eframe::Error::Wgpu(e) => match e.to_string() {
            // wgpu's message if there is no driver is about surfaces and backends.
            none if none.contains("surface") => format!("there is no driver for {SYSTEMS_OWN}"),
            why => format!("no driver for {SYSTEMS_OWN} works ({why})"),
        },
        eframe::Error::AppCreation(e) => e.to_string(),
        e => e.to_string(),
    })
}

/// The graphics API preferred on this system.
const SYSTEMS_OWN: &str = if cfg!(windows) {
    "Direct3D 12"
} else if cfg!(target_os = "macos") {
    "Metal"
} else {
    "Vulkan"
};

/// Allows any of wgpu's backends, with the limits of old graphics cards.
fn setup() -> WgpuSetup {
    let mut setup = WgpuSetupCreateNew::without_display_handle();
    setup.instance_descriptor.backends = wgpu::Backends::PRIMARY;
    setup.device_descriptor = Arc::new(|adapter| wgpu::DeviceDescriptor {
        required_limits: wgpu::Limits::downlevel_defaults().using_resolution(adapter.limits()),
        ..wgpu::DeviceDescriptor::default()
    });
    setup.into()
}

/// The application, and its renderer.
struct WithCard {
    app: App,
    renderer: Renderer,
    guard: Guarded,
    /// The first pass has begun.
    has_begun: bool,
    /// The last pass drew a frame, which is presented once the next one begins.
    was_drawn: bool,
}

impl eframe::App for WithCard {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        start::frame(self.renderer);
        let has_begun = std::mem::replace(&mut self.has_begun, true);
        if std::mem::take(&mut self.was_drawn) {
            alive::presented();
        } else if has_begun {
            // A frame was asked for and is overdue: an output that is off has none taken on Wayland, and eframe goes on without.
            alive::waits();
        }
        prepare(&mut self.app, ctx, frame.winit_window().map(AsRef::as_ref), &mut self.guard);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.was_drawn = true;
        self.app.frame(ui);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.app.ground().to_normalized_gamma_f32()
    }
}

/// The renderer as reported by the driver.
#[derive(Default)]
struct Card {
    way: &'static str,
    name: String,
    is_software: bool,
}

/// Names of OpenGL's software renderers.
const SOFTWARE: [&str; 5] = ["llvmpipe", "softpipe", "SwiftShader", "GDI Generic", "Software"];

fn card(cc: &eframe::CreationContext<'_>) -> Card {
    if let Some(wgpu) = &cc.wgpu_render_state {
        let info = wgpu.adapter.get_info();
        let way = match info.backend {
            wgpu::Backend::Vulkan => "Vulkan",
            wgpu::Backend::Dx12 => "Direct3D 12",
            wgpu::Backend::Metal => "Metal",
            _ => "wgpu",
        };
        return Card { way, name: info.name, is_software: info.device_type == wgpu::DeviceType::Cpu };
    }
    let Some(gl) = &cc.gl else { return Card::default() };
    #[expect(unsafe_code, reason = "glow has no safe call; this one reads a name")]
    // SAFETY: the context is current while the application is created, and RENDERER always exists.
    let name = unsafe { gl.get_parameter_string(glow::RENDERER) };
    let is_software = SOFTWARE.iter().any(|known| name.contains(known));
    Card { way: "OpenGL", name, is_software }
}
