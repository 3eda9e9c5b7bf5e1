//! The window.

use std::sync::Arc;
use std::time::Duration;

use crate::app::App;
use crate::files::{PackSource, ThumbnailCache};
use crate::state::State;

/// A frame that is asked for at once is drawn twice, to give things time to settle; a picture has settled when it comes.
const ONE_FRAME: Duration = Duration::from_millis(1);

/// Shows a state in a window until it is closed.
///
/// # Errors
/// Where no window can be opened.
pub fn run(state: State, source: Arc<PackSource>) -> Result<(), String> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Vitrine")
        .with_app_id("vitrine")
        .with_inner_size([1600.0, 900.0])
        .with_min_inner_size([480.0, 480.0])
        .with_fullscreen(state.fullscreen)
        .with_maximized(!state.fullscreen)
        .with_drag_and_drop(true);
    let options =
        eframe::NativeOptions { viewport, multisampling: 0, dithering: false, ..eframe::NativeOptions::default() };
    let app = move |cc: &eframe::CreationContext<'_>| {
        App::dress(&cc.egui_ctx);
        let ctx = cc.egui_ctx.clone();
        let in_software = draws_in_software(cc);
        if !state.fullscreen {
            // Asked for again once the window is there: some window managers pass over what was asked for before.
            ctx.send_viewport_cmd(egui::ViewportCommand::Maximized(true));
        }
        let wake = move |within: Duration| ctx.request_repaint_after(within.max(ONE_FRAME));
        let app = App::new(state, source, ThumbnailCache::in_users_place(), wake);
        let app = if in_software { app.drawn_in_software() } else { app };
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("Vitrine", options, Box::new(app)).map_err(|e| e.to_string())
}

/// True where the processor draws, not a graphics card.
fn draws_in_software(cc: &eframe::CreationContext<'_>) -> bool {
    use eframe::glow::{self, HasContext as _};
    let Some(gl) = &cc.gl else { return false };
    #[expect(unsafe_code, reason = "glow has no safe call; this one reads a name")]
    // SAFETY: the context is the current one while the program is being created, and RENDERER is always there.
    let name = unsafe { gl.get_parameter_string(glow::RENDERER) };
    ["llvmpipe", "softpipe", "SwiftShader", "GDI Generic", "Software"].iter().any(|known| name.contains(known))
}
