//! Lists the screens without a window.

use winit::application::ApplicationHandler;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, EventLoop};
use winit::window::WindowId;

use super::start::{self, Failure};
use crate::state::talk::ScreenId;

/// Returns the screens and the scale of each.
///
/// # Errors
/// If no window could be opened either.
pub fn look() -> Result<Vec<(ScreenId, Option<f32>)>, Failure> {
    start::watch_panics();
    #[cfg(target_os = "macos")]
    super::apple::listen();
    let mut looker = Looker::default();
    start::attempt_with(&mut looker, |looker| {
        let events = EventLoop::new().map_err(|e| e.to_string())?;
        events.run_app(looker).map_err(|e| e.to_string())
    })
    .map_err(start::failure)?;
    Ok(looker.0)
}

#[derive(Default)]
struct Looker(Vec<(ScreenId, Option<f32>)>);

impl ApplicationHandler for Looker {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        let screen = |monitor: winit::monitor::MonitorHandle| {
            let size = monitor.size();
            let id = ScreenId { name: monitor.name().unwrap_or_default(), size: [size.width, size.height] };
            #[expect(clippy::cast_possible_truncation, reason = "a scale")]
            let scale = monitor.scale_factor() as f32;
            (id, Some(scale))
        };
        self.0 = events.available_monitors().map(screen).collect();
        events.exit();
    }

    fn window_event(&mut self, _: &ActiveEventLoop, _: WindowId, _: WindowEvent) {}
}
