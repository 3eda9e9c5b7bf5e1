//! The window, and who draws in it: a graphics card through OpenGL (`gl`), or the processor (`cpu`).
//!
//! Where there is no graphics card, OpenGL is drawn by the processor too, by a program that has to work as if it were a card.
//! Drawing on the processor at once takes a fraction of that.
//!
//! These are two ways, not three: there is none through Vulkan, Direct3D or Metal (wgpu). It would bring a second graphics library with its
//! own compiler of shaders into a program that is carried on a stick, for computers whose driver draws by one of those and not by
//! OpenGL; on those the processor draws.

mod cpu;
mod gl;
mod look;
mod pane;
mod screens;
mod start;

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, ViewportBuilder, ViewportCommand};
use winit::raw_window_handle::HasWindowHandle;

use crate::app::App;
use crate::files::{PackSource, ThumbnailCache};
use crate::state::{Action, State, TalkAct};
use screens::screens;

/// A frame that is asked for at once is drawn twice, to give things time to settle; a picture has settled when it comes.
const ONE_FRAME: Duration = Duration::from_millis(1);

pub use crate::state::Renderer;
pub use look::look;
pub use start::{Failure, remembered as failed_before};

/// What is shown to begin with.
pub struct Beginning {
    /// The state.
    pub state: State,
    /// Where its pictures come from.
    pub source: Arc<PackSource>,
    /// What happens to a talk first, once what was kept of an earlier one is known.
    pub acts: Vec<TalkAct>,
}

/// Shows a state in a window until it is closed. Without a wish for a renderer, OpenGL draws where there is a graphics card, and the
/// processor where there is none, where OpenGL cannot begin or did not the last time, or where it turns out to be drawn by the processor itself.
///
/// # Errors
/// Where no window can be opened: the first reason.
pub fn run(beginning: Beginning, wish: Option<Renderer>) -> Result<(), Failure> {
    start::watch_panics();
    let tried = match wish.unwrap_or_else(choice) {
        Renderer::Gl => {
            start::remember("it did not come to its first picture");
            let is_wanted = wish.is_some();
            let tried = start::attempt_with(beginning, |beginning| gl::run(beginning, is_wanted));
            match &tried {
                Err(why) if !is_wanted => {
                    log::warn!("OpenGL: {why}");
                    start::remember(why);
                }
                _ => start::forget(),
            }
            tried.or_else(|why| if is_wanted { Err(why) } else { again(why, &["--renderer", "cpu"], &[]) })
        }
        Renderer::Cpu => start::attempt_with(beginning, cpu::run),
    };
    // A Wayland that does not answer is no reason not to ask X11.
    let tried = tried.or_else(|why| {
        log::warn!("no window: {why}");
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let other = is_set("DISPLAY") && WAYLAND.into_iter().any(is_set);
        if cfg!(target_os = "linux") && other { again(why, &[], &WAYLAND) } else { Err(why) }
    });
    tried.map_err(|why| {
        // Where nobody can draw, nothing is learnt about OpenGL.
        start::forget();
        start::failure(why)
    })
}

/// The variables that lead to Wayland, which goes before X11.
const WAYLAND: [&str; 2] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"];

/// Who draws where nobody said so.
fn choice() -> Renderer {
    if !has_graphics_card() {
        return Renderer::Cpu;
    }
    start::remembered().map_or(Renderer::Gl, |why| {
        log::info!("OpenGL is passed over: {why}");
        Renderer::Cpu
    })
}

/// Starts the program anew with more arguments and without some variables: after a failure the system's window library does not begin twice
/// in one process.
fn again(why: String, more: &[&str], without: &[&str]) -> Result<(), String> {
    let Ok(program) = std::env::current_exe() else { return Err(why) };
    let mut command = Command::new(program);
    command.args(more).args(std::env::args_os().skip(1));
    for name in without {
        command.env_remove(name);
    }
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        // Comes back only where it failed.
        let _ = command.exec();
        Err(why)
    }
    #[cfg(not(unix))]
    match command.status().map(|status| status.code()) {
        Ok(Some(0)) => Ok(()),
        // It has said itself why.
        Ok(Some(code)) => std::process::exit(code),
        _ => Err(why),
    }
}

/// False where it is certain that no graphics card is there: on Linux, every driver of one makes a device.
fn has_graphics_card() -> bool {
    !cfg!(target_os = "linux") || ["/dev/dri", "/dev/nvidiactl", "/dev/dxg"].iter().any(|path| Path::new(path).exists())
}

fn viewport(is_fullscreen: bool) -> ViewportBuilder {
    let viewport = ViewportBuilder::default()
        .with_title("Vitrine")
        .with_app_id("vitrine")
        .with_icon(icon())
        .with_inner_size([1600.0, 900.0])
        .with_min_inner_size([480.0, 480.0])
        .with_drag_and_drop(true);
    // Only one of them is said: a Wayland compositor may take “not maximised” for an answer to “full screen”, and end the program over it.
    if is_fullscreen { viewport.with_fullscreen(true) } else { viewport.with_maximized(true) }
}

/// The icon of the window.
fn icon() -> egui::IconData {
    let png = include_bytes!("../../assets/icons/vitrine-128.png");
    let image = image::load_from_memory_with_format(png, image::ImageFormat::Png).unwrap_or_default().into_rgba8();
    egui::IconData { width: image.width(), height: image.height(), rgba: image.into_raw() }
}

/// Makes the program for a context whose window is there.
fn app(ctx: &Context, window: &impl HasWindowHandle, beginning: Beginning) -> App {
    let Beginning { state, source, acts } = beginning;
    App::dress(ctx);
    if !state.fullscreen {
        // Asked for again once the window is there: some window managers pass over what was asked for before.
        ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
    }
    let awake = ctx.clone();
    let wake = move |within: Duration| awake.request_repaint_after(within.max(ONE_FRAME));
    let mut app = App::new(state, source, ThumbnailCache::in_users_place(), wake);
    app.remember(ctx);
    for act in acts {
        app.act(ctx, Action::Talk(act));
    }
    let awake = ctx.clone();
    screens::watch(window, move || awake.request_repaint());
    app
}
