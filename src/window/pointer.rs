//! Where the pointer is while files are dragged over the window: winit 0.30 says that they are, and not where.
//!
//! On X11 and Windows the system is asked. Wayland brings winit no dragged files at all, and on macOS nothing is asked: there files
//! land at the end.

use winit::window::Window;

/// Returns the pointer's place in a window, in pixels from its upper left corner.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn pointer(window: &Window) -> Option<[f32; 2]> {
    use winit::raw_window_handle::{HasWindowHandle as _, RawWindowHandle};
    use x11rb::protocol::xproto::ConnectionExt as _;
    use x11rb::rust_connection::RustConnection;

    thread_local! {
        /// A connection of its own, opened when files are dragged for the first time.
        static SERVER: Option<RustConnection> = x11rb::connect(None).ok().map(|(server, _)| server);
    }
    let id = match window.window_handle().ok()?.as_raw() {
        RawWindowHandle::Xlib(window) => u32::try_from(window.window).ok()?,
        RawWindowHandle::Xcb(window) => window.window.get(),
        _ => return None,
    };
    SERVER.with(|server| {
        let place = server.as_ref()?.query_pointer(id).ok()?.reply().ok()?;
        place.same_screen.then(|| [f32::from(place.win_x), f32::from(place.win_y)])
    })
}

/// Returns the pointer's place in a window, in pixels from its upper left corner.
#[cfg(windows)]
#[expect(clippy::cast_precision_loss, reason = "the pixels of a screen")]
pub fn pointer(window: &Window) -> Option<[f32; 2]> {
    use windows::Win32::Foundation::POINT;
    use windows::Win32::UI::WindowsAndMessaging::GetCursorPos;

    let corner = window.inner_position().ok()?;
    let mut place = POINT::default();
    #[expect(unsafe_code, reason = "a call of the system's, which has no safe form")]
    // SAFETY: the pointer is to a value of the type that the call writes.
    unsafe { GetCursorPos(&raw mut place) }.ok()?;
    Some([(place.x - corner.x) as f32, (place.y - corner.y) as f32])
}

/// Not asked.
#[cfg(target_os = "macos")]
pub fn pointer(_: &Window) -> Option<[f32; 2]> {
    None
}
