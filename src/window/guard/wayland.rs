//! The shortcuts of a Wayland compositor, by `zwp_keyboard_shortcuts_inhibit_manager_v1`, on winit's own connection, to which
//! the window belongs. A compositor may ask its user first, or let them end it by a key of its own.

use wayland_client::backend::{Backend, ObjectId};
use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::protocol::wl_seat::{self, WlSeat};
use wayland_client::protocol::wl_surface::WlSurface;
use wayland_client::{Connection, Dispatch, Proxy as _, QueueHandle, delegate_noop};
use wayland_protocols::wp::keyboard_shortcuts_inhibit::zv1::client::zwp_keyboard_shortcuts_inhibit_manager_v1::ZwpKeyboardShortcutsInhibitManagerV1 as Manager;
use wayland_protocols::wp::keyboard_shortcuts_inhibit::zv1::client::zwp_keyboard_shortcuts_inhibitor_v1::{
    self, ZwpKeyboardShortcutsInhibitorV1 as Inhibitor,
};
use winit::raw_window_handle::{HasDisplayHandle as _, HasWindowHandle as _, RawDisplayHandle, RawWindowHandle};
use winit::window::Window;

/// What inhibits them, until it is dropped.
pub struct Shortcuts {
    inhibitor: Inhibitor,
    manager: Manager,
    connection: Connection,
}

/// Nothing is remembered of what the compositor says.
struct Silent;

impl Shortcuts {
    /// Asks the compositor; `None` where it knows no such thing.
    pub fn inhibit(window: &Window) -> Option<Self> {
        let (connection, surface) = connection(window)?;
        let (globals, mut queue) = registry_queue_init::<Silent>(&connection).ok()?;
        let handle = queue.handle();
        let manager: Manager = globals.bind(&handle, 1..=1, ()).ok()?;
        let seat: WlSeat = globals.bind(&handle, 1..=1, ()).ok()?;
        let inhibitor = manager.inhibit_shortcuts(&surface, &seat, &handle, ());
        queue.roundtrip(&mut Silent).ok()?;
        Some(Self { inhibitor, manager, connection })
    }
}

impl Drop for Shortcuts {
    fn drop(&mut self) {
        self.inhibitor.destroy();
        self.manager.destroy();
        // Fails where the compositor is gone, and with it all that it held.
        let _ = self.connection.flush();
    }
}

/// Winit's connection, and its window.
fn connection(window: &Window) -> Option<(Connection, WlSurface)> {
    let RawDisplayHandle::Wayland(display) = window.display_handle().ok()?.as_raw() else { return None };
    let RawWindowHandle::Wayland(surface) = window.window_handle().ok()?.as_raw() else { return None };
    #[expect(unsafe_code, reason = "winit gives its connection as pointers alone")]
    // SAFETY: both belong to the borrowed window and are alive; the surface is one of this display. The connection is used
    // on this thread alone, while the program has the window, whose display winit closes after all windows.
    let (backend, id) = unsafe {
        let backend = Backend::from_foreign_display(display.display.as_ptr().cast());
        (backend, ObjectId::from_ptr(WlSurface::interface(), surface.surface.as_ptr().cast()).ok()?)
    };
    let connection = Connection::from_backend(backend);
    let surface = WlSurface::from_id(&connection, id).ok()?;
    Some((connection, surface))
}

impl Dispatch<WlRegistry, GlobalListContents> for Silent {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<WlSeat, ()> for Silent {
    fn event(_: &mut Self, _: &WlSeat, _: wl_seat::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {}
}

impl Dispatch<Inhibitor, ()> for Silent {
    fn event(
        _: &mut Self,
        _: &Inhibitor,
        event: zwp_keyboard_shortcuts_inhibitor_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        log::debug!("shortcuts: {event:?}");
    }
}

delegate_noop!(Silent: Manager);
