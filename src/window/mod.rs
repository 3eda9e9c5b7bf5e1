//! The window, and who draws in it: a graphics card through OpenGL or through wgpu (`card`), or the processor (`cpu`).
//!
//! They are tried in this order, each in a process of its own, and the first that a graphics card stands behind is taken. Where there
//! is no graphics card, OpenGL and Vulkan are drawn by the processor too, by a program that has to work as if it were a card.
//! Drawing on the processor at once takes a fraction of that.

#[cfg(target_os = "macos")]
mod apple;
mod card;
mod cpu;
mod handover;
mod look;
mod screens;
mod start;
mod surface;

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, ViewportBuilder, ViewportCommand};
use winit::raw_window_handle::HasWindowHandle;
use winit::window::Window;

use crate::app::App;
use crate::files::{PackSource, ThumbnailCache};
use crate::state::{Action, State, TalkCommand};
use crate::work::Opening;
use screens::screens;

/// A frame that is asked for at once is drawn twice, to give things time to settle; a picture has settled when it comes.
const ONE_FRAME: Duration = Duration::from_millis(1);

pub use crate::state::Renderer;
pub use handover::give;
pub use look::look;
pub use start::{Failure, remembered as failed_before};

/// What is shown to begin with.
pub struct Beginning {
    /// The state.
    pub state: State,
    /// Where its pictures come from.
    pub source: Arc<PackSource>,
    /// What happens to a talk first, once what was kept of an earlier one is known.
    pub commands: Vec<TalkCommand>,
    /// A pack that takes a while to open, and comes when it comes.
    pub opening: Option<Opening>,
}

/// Shows a state in a window until it is closed. Without a wish for a renderer, those that are left to try are tried one after the other.
///
/// # Errors
/// Where no window can be opened: the reason.
pub fn run(beginning: Beginning, requested: Option<Renderer>) -> Result<(), Failure> {
    start::watch_panics();
    #[cfg(target_os = "macos")]
    apple::listen();
    let order = requested.map_or_else(order, |requested| vec![requested]);
    let (first, rest) = order.split_first().map_or((Renderer::Cpu, &[][..]), |(first, rest)| (*first, rest));
    // Noted before it begins: a driver may take the whole program with it.
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
    // A Wayland that does not answer is no reason not to ask X11.
    let tried = tried.or_else(|why| {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let other = is_set("DISPLAY") && WAYLAND.into_iter().any(is_set);
        // Where nobody can draw, nothing is learnt about anybody.
        start::forget_all();
        if cfg!(target_os = "linux") && other { again(why, &[], &WAYLAND) } else { Err(why) }
    });
    handover::end();
    tried.map_err(start::failure)
}

/// The variables that lead to Wayland, which goes before X11.
const WAYLAND: [&str; 2] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"];

/// True in a process that another one has started anew, with the renderers that are left to try.
#[must_use]
pub fn is_again() -> bool {
    std::env::var_os(LEFT).is_some()
}

/// The variable by which one process tells the next which renderers are left to try.
const LEFT: &str = "VITRINE_RENDERERS";

/// Who is tried where nobody said so.
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

/// The processor comes last, and always: it needs nothing that could fail.
fn order_of(left: Option<&str>, failed: &start::Failed) -> Vec<Renderer> {
    let is_left = |renderer: &Renderer| left.is_none_or(|left| left.split(' ').any(|name| name == renderer.name()));
    let cards = [Renderer::Gl, Renderer::Wgpu].into_iter();
    cards.filter(|card| is_left(card) && !failed.contains_key(card)).chain([Renderer::Cpu]).collect()
}

/// Starts the program anew with the renderers that are left, or all of them, and without some variables: after a failure the system's window
/// library does not begin twice in one process, and what a driver left behind is gone.
fn again(why: String, left: &[Renderer], without: &[&str]) -> Result<(), String> {
    let Ok(program) = std::env::current_exe() else { return Err(why) };
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).env_remove(LEFT);
    // What macOS asked for would not be asked again.
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
    let Beginning { state, source, commands, opening } = beginning;
    App::dress(ctx);
    if !state.fullscreen() {
        // Asked for again once the window is there: some window managers pass over what was asked for before.
        ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
    }
    let awake = ctx.clone();
    let wake = move |within: Duration| awake.request_repaint_after(within.max(ONE_FRAME));
    let mut app = App::new(state, source, ThumbnailCache::in_users_place(), wake).after(failed_before);
    app.remember(ctx);
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

/// What comes before a frame: the screens, what the system asks to be opened, and what was done outside.
fn prepare(app: &mut App, ctx: &Context, window: Option<&Window>) {
    if let Some(window) = window {
        app.take_screens(ctx, || screens(window));
    }
    #[cfg(target_os = "macos")]
    if let Some(path) = apple::take() {
        // Where the window lies in the Dock, nothing would be seen of it.
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        app.apply(ctx, crate::state::Action::OpenPack(path));
    }
    if let Some(path) = handover::take() {
        // A talk stays where it is: it asks first.
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
