//! Inhibits sleep and the screen saver on each system, until dropped; the system releases it if the program ends in any way.

/// Returns true if winit uses Wayland.
#[must_use]
pub fn on_wayland() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(all(unix, not(target_os = "macos"))) && (is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET"))
}

pub(super) use system::Awake;

#[cfg(all(unix, not(target_os = "macos")))]
mod system {
    //! The desktop's screen saver or the portal, and the login manager, which suspends machines, all over D-Bus; on X11 also
    //! the server's own screen saver, which switches monitors off.

    use std::collections::HashMap;
    use std::time::Duration;

    use x11rb::protocol::screensaver::ConnectionExt as _;
    use x11rb::rust_connection::RustConnection;
    use zbus::blocking::{Connection, connection::Builder};
    use zbus::zvariant::{OwnedFd, Value};

    /// Timeout of a D-Bus call.
    const PATIENCE: Duration = Duration::from_secs(5);
    /// The portal's flags: suspend and idle.
    const SUSPEND_AND_IDLE: u32 = 4 | 8;
    const NAME: &str = "Vitrine";

    /// What is held, by service.
    pub struct Awake {
        desktop: Option<Connection>,
        server: Option<RustConnection>,
        _login: Option<OwnedFd>,
    }

    impl Awake {
        /// Asks all services.
        pub fn hold(why: &str) -> Self {
            Self { desktop: by_desktop(why), server: by_server(), _login: by_login(why) }
        }

        /// Returns true if the screen stays on.
        pub fn is_held(&self) -> bool {
            self.desktop.is_some() || self.server.is_some()
        }
    }

    impl Drop for Awake {
        fn drop(&mut self) {
            // Leaving the bus ends the inhibition.
            self.desktop.take().map(Connection::close);
        }
    }

    fn by_desktop(why: &str) -> Option<Connection> {
        let bus = Builder::session().ok()?.method_timeout(PATIENCE).build().ok()?;
        let saver = "org.freedesktop.ScreenSaver";
        let path = "/org/freedesktop/ScreenSaver";
        if bus.call_method(Some(saver), path, Some(saver), "Inhibit", &(NAME, why)).is_ok() {
            return Some(bus);
        }
        let portal = "org.freedesktop.portal.Desktop";
        let path = "/org/freedesktop/portal/desktop";
        let how = ("", SUSPEND_AND_IDLE, HashMap::from([("reason", Value::from(why))]));
        bus.call_method(Some(portal), path, Some("org.freedesktop.portal.Inhibit"), "Inhibit", &how).ok()?;
        Some(bus)
    }

    /// Inhibiting sleep may be denied; then at least idleness.
    fn by_login(why: &str) -> Option<OwnedFd> {
        let bus = Builder::system().ok()?.method_timeout(PATIENCE).build().ok()?;
        let path = "/org/freedesktop/login1";
        let manager = Some("org.freedesktop.login1.Manager");
        let ask = |what: &str| {
            let how = (what, NAME, why, "block");
            let reply = bus.call_method(Some("org.freedesktop.login1"), path, manager, "Inhibit", &how).ok()?;
            reply.body().deserialize::<OwnedFd>().ok()
        };
        ask("sleep:idle").or_else(|| ask("idle"))
    }

    /// Lasts as long as the connection.
    fn by_server() -> Option<RustConnection> {
        if super::on_wayland() {
            return None;
        }
        let (server, _) = x11rb::connect(None).ok()?;
        server.screensaver_query_version(1, 1).ok()?.reply().ok()?;
        server.screensaver_suspend(1).ok()?.check().ok()?;
        Some(server)
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
mod system {
    //! The `keepawake` crate calls the system.

    /// Stays in the thread that requested it, as Windows requires.
    pub struct Awake(Option<keepawake::KeepAwake>);

    impl Awake {
        /// Inhibits sleep.
        pub fn hold(why: &str) -> Self {
            Self(keepawake::Builder::default().display(true).idle(true).reason(why).app_name("Vitrine").create().ok())
        }

        /// Returns true if the screen stays on.
        pub fn is_held(&self) -> bool {
            self.0.is_some()
        }
    }
}
