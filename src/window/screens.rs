//! The list of screens from winit, and notifications of changes on X11.
//!
//! There winit 0.30 requests RandR events, but Xlib drops them, so its list stays that of the start. It rebuilds the list
//! when the property `RESOURCE_MANAGER` of any window changes. So a separate connection listens to RandR, and at each change
//! appends nothing to that property of the program's own window, which only winit notices. On Wayland winit lists initial
//! screens twice, and drops only one of the two when such a screen is removed: a screen listed less often than before is
//! gone. On other systems winit's list is always correct, and `App` polls it.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};

use winit::monitor::MonitorHandle;
use winit::raw_window_handle::HasWindowHandle;
#[cfg(all(unix, not(target_os = "macos")))]
use winit::raw_window_handle::RawWindowHandle;

use crate::state::talk::{Monitor, ScreenId, apart};

/// Returns all screens, and the one the window is on.
pub fn screens(window: &winit::window::Window) -> (Vec<Monitor>, Option<ScreenId>) {
    let monitor = |(number, monitor): (usize, MonitorHandle)| {
        let (size, position) = (monitor.size(), monitor.position());
        let id = ScreenId { name: monitor.name().unwrap_or_default(), size: [size.width, size.height] };
        Monitor { id, position: [position.x, position.y], number }
    };
    let all: Vec<MonitorHandle> = window.available_monitors().collect();
    let there = all.iter().cloned().enumerate().filter(|(_, monitor)| is_there(monitor, &all));
    let list = apart(there.map(monitor).collect());
    let position = window.current_monitor().map(|monitor| monitor.position());
    let home = position.and_then(|at| list.iter().find(|m| m.position == [at.x, at.y]));
    let home = home.map(|home| home.id.clone());
    (list, home)
}

/// True since the system last spoke of a change.
static HAVE_CHANGED: AtomicBool = AtomicBool::new(false);

/// Returns true once after each change of the screens that the system speaks of: on X11.
pub fn have_changed() -> bool {
    HAVE_CHANGED.swap(false, Ordering::Relaxed)
}

thread_local! {
    /// The highest number of times winit has listed each screen.
    static MOST: RefCell<Vec<(MonitorHandle, usize)>> = const { RefCell::new(Vec::new()) };
}

/// Returns true if winit lists a screen as often as ever.
fn is_there(monitor: &MonitorHandle, all: &[MonitorHandle]) -> bool {
    let now = all.iter().filter(|other| *other == monitor).count();
    MOST.with_borrow_mut(|most| {
        if let Some((_, most)) = most.iter_mut().find(|(known, _)| known == monitor) {
            *most = now.max(*most);
            now == *most
        } else {
            most.push((monitor.clone(), now));
            true
        }
    })
}

/// Calls `wake` whenever a screen is added, removed or changed, if the window system requires listening.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn watch(window: &impl HasWindowHandle, wake: impl Fn() + Send + 'static) {
    let id = match window.window_handle().map(|handle| handle.as_raw()) {
        Ok(RawWindowHandle::Xlib(window)) => u32::try_from(window.window).ok(),
        Ok(RawWindowHandle::Xcb(window)) => Some(window.window.get()),
        _ => None,
    };
    let Some(id) = id else { return };
    crate::work::spawn("screens", move || {
        // On failure the list stays that of the start.
        let _ = listen(id, &wake);
    });
}

/// Not needed.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn watch(_: &impl HasWindowHandle, _: impl Fn() + Send + 'static) {}

/// Runs until the window is gone.
#[cfg(all(unix, not(target_os = "macos")))]
fn listen(window: u32, wake: &impl Fn()) -> Result<(), Box<dyn std::error::Error>> {
    use x11rb::connection::Connection as _;
    use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
    use x11rb::protocol::xproto::{AtomEnum, PropMode};
    use x11rb::wrapper::ConnectionExt as _;

    let (server, screen) = x11rb::connect(None)?;
    let root = server.setup().roots.get(screen).ok_or("no screen")?.root;
    server.randr_query_version(1, 3)?.reply()?;
    server.randr_select_input(root, NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE)?.check()?;
    loop {
        server.wait_for_event()?;
        // One change makes several events.
        while server.poll_for_event()?.is_some() {}
        let property = AtomEnum::RESOURCE_MANAGER;
        server.change_property8(PropMode::APPEND, window, property, AtomEnum::STRING, &[])?.check()?;
        HAVE_CHANGED.store(true, Ordering::Relaxed);
        wake();
    }
}
