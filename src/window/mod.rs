//! The window, and who draws in it: a graphics card through OpenGL (`gl`), or the processor (`cpu`).
//!
//! Where there is no graphics card, OpenGL is drawn by the processor too, by a program that has to work as if it were a card.
//! Drawing on the processor at once takes a fraction of that.

mod cpu;
mod gl;
mod pane;
mod screens;

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

/// Who draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// A graphics card, through OpenGL.
    Gl,
    /// The processor.
    Cpu,
}

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
/// processor where there is none, where OpenGL cannot begin, or where it turns out to be drawn by the processor itself.
///
/// # Errors
/// Where no window can be opened: the first reason.
pub fn run(beginning: Beginning, wish: Option<Renderer>) -> Result<(), String> {
    match wish {
        Some(Renderer::Gl) => gl::run(beginning, true),
        None if has_graphics_card() => gl::run(beginning, false).or_else(again),
        None | Some(Renderer::Cpu) => cpu::run(beginning),
    }
}

/// Starts the program anew, drawn by the processor: after a failure the system's window library does not begin twice in one process.
fn again(why: String) -> Result<(), String> {
    let Ok(program) = std::env::current_exe() else { return Err(why) };
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).args(["--renderer", "cpu"]);
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        // Comes back only where it failed.
        let _ = command.exec();
        Err(why)
    }
    #[cfg(not(unix))]
    command.status().is_ok_and(|status| status.success()).then_some(()).ok_or(why)
}

/// False where it is certain that no graphics card is there: on Linux, every driver of one makes a device.
fn has_graphics_card() -> bool {
    !cfg!(target_os = "linux") || ["/dev/dri", "/dev/nvidiactl", "/dev/dxg"].iter().any(|path| Path::new(path).exists())
}

fn viewport(is_fullscreen: bool) -> ViewportBuilder {
    ViewportBuilder::default()
        .with_title("Vitrine")
        .with_app_id("vitrine")
        .with_inner_size([1600.0, 900.0])
        .with_min_inner_size([480.0, 480.0])
        .with_fullscreen(is_fullscreen)
        .with_maximized(!is_fullscreen)
        .with_drag_and_drop(true)
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
