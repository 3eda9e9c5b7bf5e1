//! The window as eframe makes it, drawn through OpenGL.

use super::{Beginning, app, screens, start, viewport};
use crate::app::App;
use crate::state::{DrawnBy, Renderer};

/// Without `may_be_software`, an OpenGL that is drawn by the processor is refused before a window is seen.
pub fn run(beginning: Beginning, may_be_software: bool) -> Result<(), String> {
    let options = eframe::NativeOptions {
        viewport: viewport(beginning.state.fullscreen),
        multisampling: 0,
        dithering: false,
        ..eframe::NativeOptions::default()
    };
    let app = move |cc: &eframe::CreationContext<'_>| {
        let name = name(cc);
        let in_software = SOFTWARE.iter().any(|known| name.contains(known));
        if in_software && !may_be_software {
            return Err("OpenGL is drawn by the processor".into());
        }
        let mut beginning = beginning;
        beginning.state.drawn_by = DrawnBy::OpenGl(name);
        let app = app(&cc.egui_ctx, cc, beginning);
        let app = if in_software { app.drawn_in_software() } else { app };
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("Vitrine", options, Box::new(app)).map_err(|e| e.to_string())
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        start::frame(Renderer::Gl);
        if let Some(window) = frame.winit_window() {
            self.take_screens(ctx, || screens(window));
        }
        self.prepare(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.ground().to_normalized_gamma_f32()
    }
}

/// What OpenGL is called where the processor draws, not a graphics card.
const SOFTWARE: [&str; 5] = ["llvmpipe", "softpipe", "SwiftShader", "GDI Generic", "Software"];

/// What OpenGL calls itself.
fn name(cc: &eframe::CreationContext<'_>) -> String {
    use eframe::glow::{self, HasContext as _};
    let Some(gl) = &cc.gl else { return String::new() };
    #[expect(unsafe_code, reason = "glow has no safe call; this one reads a name")]
    // SAFETY: the context is the current one while the program is being created, and RENDERER is always there.
    let name = unsafe { gl.get_parameter_string(glow::RENDERER) };
    name
}
