//! Holds what a system would otherwise take from a kiosk: keys that switch windows, gestures at the edges, dialogs about
//! crashes. Each system is asked by its own means; what no program can hold (Ctrl+Alt+Del, Ctrl+Alt+F1, swipes of three
//! fingers) stays as it is.

#[cfg(target_os = "macos")]
#[path = "apple.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;
#[cfg(all(unix, not(target_os = "macos")))]
mod wayland;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;

use std::time::{Duration, Instant};

use winit::window::Window;

#[cfg(all(unix, not(target_os = "macos")))]
mod system {
    //! X11 or Wayland, whichever the window is on.

    use winit::raw_window_handle::{HasDisplayHandle as _, RawDisplayHandle};
    use winit::window::Window;

    use super::{wayland, x11};

    /// What is held.
    pub enum Hold {
        X11(x11::Keyboard),
        Wayland(wayland::Shortcuts),
    }

    impl Hold {
        pub fn begin(window: &Window) -> Option<Self> {
            match window.display_handle().ok()?.as_raw() {
                RawDisplayHandle::Xlib(_) => x11::Keyboard::open().map(Self::X11),
                RawDisplayHandle::Wayland(_) => wayland::Shortcuts::inhibit(window).map(Self::Wayland),
                _ => None,
            }
        }

        pub fn keep(&mut self, window: &Window) -> bool {
            match self {
                Self::X11(keyboard) => keyboard.grab(window),
                // The compositor keeps it for as long as there is the window.
                Self::Wayland(_) => true,
            }
        }

        pub fn end(self, window: &Window) {
            match self {
                Self::X11(keyboard) => keyboard.release(window),
                Self::Wayland(shortcuts) => drop(shortcuts),
            }
        }
    }
}

/// How soon a system that refused is asked again, and how often one that agreed.
const REFUSED: Duration = Duration::from_millis(500);
const HELD: Duration = Duration::from_secs(5);

/// What is held for a window.
pub struct Guard {
    hold: Option<system::Hold>,
    is_held: bool,
    due: Instant,
}

impl Guard {
    /// Takes hold for a window. What is refused is tried again by [`Guard::keep`].
    #[must_use]
    pub fn begin(window: &Window) -> Self {
        let mut guard = Self { hold: system::Hold::begin(window), is_held: false, due: Instant::now() };
        if guard.hold.is_none() {
            log::warn!("this system gives no way to hold its keys; a kiosk can be left with them");
        }
        guard.keep(window);
        guard
    }

    /// Looks after it where that is due; gives when it is due next.
    pub fn keep(&mut self, window: &Window) -> Duration {
        let now = Instant::now();
        if now >= self.due {
            let was_held =
                std::mem::replace(&mut self.is_held, self.hold.as_mut().is_none_or(|hold| hold.keep(window)));
            if self.is_held != was_held && self.hold.is_some() {
                log::info!("the system's keys are {}", if self.is_held { "held" } else { "refused: asking again" });
            }
            self.due = now + if self.is_held { HELD } else { REFUSED };
        }
        self.due - now
    }

    /// Gives everything back.
    pub fn end(self, window: &Window) {
        if let Some(hold) = self.hold {
            hold.end(window);
            log::info!("the system's keys are given back");
        }
    }
}

/// The guard of a window, which comes and goes.
#[derive(Default)]
pub struct Guarded {
    guard: Option<Guard>,
    is_trial: bool,
}

impl Guarded {
    /// In a trial nothing is ever held: the system stays within reach.
    #[must_use]
    pub fn new(is_trial: bool) -> Self {
        Self { guard: None, is_trial }
    }

    /// Holds while it is wanted; gives when to look again.
    pub fn follow(&mut self, is_wanted: bool, window: &Window) -> Option<Duration> {
        if is_wanted && !self.is_trial {
            return Some(self.guard.get_or_insert_with(|| Guard::begin(window)).keep(window));
        }
        if let Some(guard) = self.guard.take() {
            guard.end(window);
        }
        None
    }
}
