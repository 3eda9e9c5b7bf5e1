//! The window and its renderers: a graphics card through OpenGL or wgpu (`card`), or the CPU (`cpu`).
//!
//! They are tried in this order, each in its own process, and the first backed by a graphics card is used. Without one,
//! OpenGL and Vulkan fall back to software that emulates a graphics card. Drawing on the CPU directly takes a fraction of
//! that.

#[cfg(target_os = "macos")]
mod apple;
mod card;
mod cpu;
mod guard;
mod handover;
mod look;
mod pointer;
mod screens;
mod slide;
mod start;
mod surface;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, ViewportBuilder, ViewportCommand};
use winit::raw_window_handle::HasWindowHandle;
use winit::window::Window;

use crate::app::{App, alive};
use crate::files::{PackSource, ThumbnailCache};
use crate::state::{Action, Mode, State};
use crate::work::Opening;
use guard::Guarded;
use screens::screens;

/// The smallest window that views are laid out for, in points: a telephone's screen is 360 wide.
const LEAST: [f32; 2] = [320.0, 320.0];

/// egui draws twice for an immediate repaint request, to let layouts settle; a decoded picture needs only one frame.
const ONE_FRAME: Duration = Duration::from_millis(1);

pub use crate::state::Renderer;
pub use handover::give;
pub use look::look;
pub use slide::show_slide;
pub use start::{Failure, remembered as failed_before};

/// What to show at the start.
pub struct Beginning {
    /// The state.
    pub state: State,
    /// The files of its pictures.
    pub source: Arc<PackSource>,
    /// What happens first, once what was persisted of an earlier time has been read.
    pub commands: Vec<Action>,
    /// Whether a kiosk is only tried: it holds nothing of the system.
    pub is_trial: bool,
    /// A pack still being opened.
    pub opening: Option<Opening>,
    /// The file of a kiosk's set-up, if it is not the usual one.
    pub setup: Option<PathBuf>,
}

/// Shows a state in a window until it is closed. Unless a renderer is requested, the remaining ones are tried in order.
///
/// # Errors
/// If no window can be opened: the reason.
pub fn run(beginning: Beginning, requested: Option<Renderer>) -> Result<(), Failure> {
    start::watch_panics();
    #[cfg(target_os = "macos")]
    apple::listen();
    let order = requested.map_or_else(order, |requested| vec![requested]);
    let (first, rest) = order.split_first().map_or((Renderer::Cpu, &[][..]), |(first, rest)| (*first, rest));
    // Noted in advance: a driver may crash the program.
    start::remember(first, "it did not come to its first picture");
    let tried = start::attempt_with(beginning, |beginning| match first {
        Renderer::Cpu => cpu::run(beginning),
        card => card::run(beginning, card, rest.is_empty()),
    });
    match &tried {
        Err(why) if requested.is_none() => {
            log::warn!("{}: {why}", first.name());
            start::remember(first, why);
        }
        _ => start::forget(first),
    }
    let tried = tried.or_else(|why| if rest.is_empty() { Err(why) } else { again(why, rest, &[]) });
    // If Wayland does not answer, X11 may.
    let tried = tried.or_else(|why| {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let other = is_set("DISPLAY") && WAYLAND.into_iter().any(is_set);
        // If all fail, none is to blame.
        start::forget_all();
        if cfg!(target_os = "linux") && other { again(why, &[], &WAYLAND) } else { Err(why) }
    });
    handover::end();
    tried.map_err(start::failure)
}

/// The environment variables of Wayland, which takes precedence over X11.
const WAYLAND: [&str; 2] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"];

/// Returns true in a process restarted with the remaining renderers.
#[must_use]
pub fn is_again() -> bool {
    std::env::var_os(LEFT).is_some()
}

/// The environment variable that passes the remaining renderers to the next process.
const LEFT: &str = "VITRINE_RENDERERS";

/// Returns the renderers to try if none is requested.
fn order() -> Vec<Renderer> {
    if !has_graphics_card() {
        return vec![Renderer::Cpu];
    }
    let failed = start::remembered();
    for (renderer, why) in &failed {
        log::info!("{} is passed over: {why}", renderer.name());
    }
    order_of(std::env::var(LEFT).ok().as_deref(), &failed)
}

/// The CPU is always last: it needs nothing that could fail.
fn order_of(left: Option<&str>, failed: &start::Failed) -> Vec<Renderer> {
    let is_left = |renderer: &Renderer| left.is_none_or(|left| left.split(' ').any(|name| name == renderer.name()));
    let cards = [Renderer::Gl, Renderer::Wgpu].into_iter();
    cards.filter(|card| is_left(card) && !failed.contains_key(card)).chain([Renderer::Cpu]).collect()
}

/// Restarts the program with the remaining renderers, or all of them, and without some environment variables: after a failure
/// winit cannot start again in one process, and what a driver left behind is gone.
fn again(why: String, left: &[Renderer], without: &[&str]) -> Result<(), String> {
    let Ok(program) = std::env::current_exe() else { return Err(why) };
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).env_remove(LEFT);
    // macOS would not repeat its request.
    #[cfg(target_os = "macos")]
    command.args(apple::take());
    if !left.is_empty() {
        command.env(LEFT, left.iter().map(|renderer| renderer.name()).collect::<Vec<_>>().join(" "));
    }
    for name in without {
        command.env_remove(name);
    }
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        // Returns only on failure.
        let _ = command.exec();
        Err(why)
    }
    #[cfg(not(unix))]
    match command.status().map(|status| status.code()) {
        Ok(Some(0)) => Ok(()),
        // It has reported the reason itself.
        Ok(Some(code)) => std::process::exit(code),
        _ => Err(why),
    }
}

/// Returns false if there is certainly no graphics card: on Linux, every driver creates a device.
fn has_graphics_card() -> bool {
    !cfg!(target_os = "linux") || ["/dev/dri", "/dev/nvidiactl", "/dev/dxg"].iter().any(|path| Path::new(path).exists())
}

fn viewport(is_fullscreen: bool) -> ViewportBuilder {
    let viewport = ViewportBuilder::default()
        .with_title("Vitrine")
        .with_app_id("vitrine")
        .with_icon(icon())
        .with_inner_size([1600.0, 900.0])
        .with_min_inner_size(LEAST)
        .with_drag_and_drop(true);
    // Never both: a Wayland compositor may reply “not maximised” to “full screen”, and end the program over it.
    if is_fullscreen { viewport.with_fullscreen(true) } else { viewport.with_maximized(true) }
}

/// Returns the icon of the window.
fn icon() -> egui::IconData {
    let png = include_bytes!("../../assets/icons/vitrine-128.png");
    let image = image::load_from_memory_with_format(png, image::ImageFormat::Png).unwrap_or_default().into_rgba8();
    egui::IconData { width: image.width(), height: image.height(), rgba: image.into_raw() }
}

/// Creates the application for a context with a window.
fn app(ctx: &Context, window: &impl HasWindowHandle, beginning: Beginning) -> App {
    let Beginning { state, source, commands, opening, setup, is_trial: _ } = beginning;
    App::dress(ctx);
    if !state.fullscreen() {
        // Repeated once the window exists: some window managers ignore the initial request.
        ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
    }
    let awake = ctx.clone();
    let wake = move |within: Duration| awake.request_repaint_after(within.max(ONE_FRAME));
    let mut app = App::new(state, source, ThumbnailCache::in_users_place(), wake).after(failed_before).set_up_by(setup);
    alive::begin();
    app.remember(ctx);
    app.begin_kiosk(ctx);
    app.begin_with(ctx, opening, commands);
    let awake = ctx.clone();
    handover::listen(move || awake.request_repaint());
    let awake = ctx.clone();
    screens::watch(window, move || awake.request_repaint());
    #[cfg(target_os = "macos")]
    {
        let awake = ctx.clone();
        apple::watch(move || awake.request_repaint());
    }
    app
}

/// Prepares a frame: what a kiosk holds of the system, screens, open requests of the system, and answers from threads.
fn prepare(app: &mut App, ctx: &Context, window: Option<&Window>, guard: &mut Guarded) {
    if let Some(window) = window {
        app.follow_files(ctx, || pointer::pointer(window));
        let is_kiosk = app.state().mode() == Mode::Kiosk;
        if let Some(due) = guard.follow(is_kiosk, window) {
            ctx.request_repaint_after(due);
        }
        app.take_screens(ctx, || screens(window));
    }
    if app.state().kiosk().is_some() {
        if let Some(window) = window {
            app.take_screens_of_kiosk(ctx, screens::have_changed(), || screens(window));
        }
        if handover::take().is_some() {
            log::info!("an exhibition that another start handed over was refused");
        }
        app.prepare(ctx);
        return;
    }
    #[cfg(target_os = "macos")]
    if let Some(path) = apple::take() {
        // Otherwise a window minimised to the Dock would stay there.
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        app.apply(ctx, crate::state::Action::OpenPack(path));
    }
    if let Some(path) = handover::take() {
        // A talk is not raised: it asks first.
        if !app.state().talk().is_on() {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
        app.apply(ctx, Action::HandedOver(path));
    }
    app.prepare(ctx);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_goes_straight_to_what_may_work() {
        use Renderer::{Cpu, Gl, Wgpu};
        let failed = |which: &[Renderer]| which.iter().map(|renderer| (*renderer, String::new())).collect();
        assert_eq!(order_of(None, &failed(&[])), [Gl, Wgpu, Cpu]);
        assert_eq!(order_of(None, &failed(&[Gl])), [Wgpu, Cpu], "what failed before is passed over");
        assert_eq!(order_of(Some("wgpu cpu"), &failed(&[])), [Wgpu, Cpu], "what failed now is not tried again");
        assert_eq!(order_of(Some("wgpu cpu"), &failed(&[Gl, Wgpu])), [Cpu]);
        assert_eq!(order_of(Some("nonsense"), &failed(&[])), [Cpu]);
    }
}
