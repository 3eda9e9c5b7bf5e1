//! The keyboard of an X server. A grab belongs to a connection and sends the keys there, so it is made on winit's own.

use std::ffi::{c_int, c_ulong};

use winit::raw_window_handle::{HasDisplayHandle as _, HasWindowHandle as _, RawDisplayHandle, RawWindowHandle};
use winit::window::Window;
use x11_dl::xlib::{CurrentTime, Display, False, GrabModeAsync, GrabSuccess, True, Xlib};

/// The library that winit speaks to the server with.
pub struct Keyboard(Box<Xlib>);

impl Keyboard {
    pub fn open() -> Option<Self> {
        Xlib::open().ok().map(|xlib| Self(Box::new(xlib)))
    }

    /// Takes the keyboard for a window, or keeps it; false where somebody else has it, or the window cannot be seen yet.
    pub fn grab(&self, window: &Window) -> bool {
        self.call(window, |xlib, display, window| {
            #[expect(unsafe_code, reason = "a call of the system's, which has no safe form on winit's connection")]
            // SAFETY: the display and the window are open: see `call`. The call takes numbers alone and keeps nothing.
            let answer =
                unsafe { (xlib.XGrabKeyboard)(display, window, True, GrabModeAsync, GrabModeAsync, CurrentTime) };
            answer == GrabSuccess
        })
    }

    /// Gives it back.
    pub fn release(&self, window: &Window) {
        self.call(window, |xlib, display, _| {
            #[expect(unsafe_code, reason = "a call of the system's, which has no safe form on winit's connection")]
            // SAFETY: as above.
            let _: c_int = unsafe { (xlib.XUngrabKeyboard)(display, CurrentTime) };
            // It counts when the server hears of it.
            #[expect(unsafe_code, reason = "the same")]
            // SAFETY: as above.
            let sent = unsafe { (xlib.XSync)(display, False) };
            sent != 0
        });
    }

    /// Calls a function with winit's display and window. Both are open for as long as the window is borrowed, and winit has
    /// initialised the library for several threads.
    fn call(&self, window: &Window, call: impl FnOnce(&Xlib, *mut Display, c_ulong) -> bool) -> bool {
        let (Ok(display), Ok(handle)) = (window.display_handle(), window.window_handle()) else { return false };
        match (display.as_raw(), handle.as_raw()) {
            (RawDisplayHandle::Xlib(display), RawWindowHandle::Xlib(handle)) => {
                display.display.is_some_and(|display| call(&self.0, display.as_ptr().cast(), handle.window))
            }
            _ => false,
        }
    }
}
