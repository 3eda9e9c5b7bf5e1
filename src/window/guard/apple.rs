//! What macOS lets a full screen switch off: the Dock, the menu bar, the switcher, the dialog that ends programs. AppKit forgets
//! it when screens or the focus change, so it is set again whenever it differs.

use objc2::MainThreadMarker;
use objc2_app_kit::{NSApplication, NSApplicationPresentationOptions as Options};
use winit::window::Window;

/// The options before, to be given back.
pub struct Hold(Options);

/// What is switched off. AppKit accepts these together alone: no switching without a hidden Dock.
const OFF: Options = Options::HideDock
    .union(Options::HideMenuBar)
    .union(Options::DisableAppleMenu)
    .union(Options::DisableProcessSwitching)
    .union(Options::DisableForceQuit)
    .union(Options::DisableSessionTermination)
    .union(Options::DisableHideApplication);

impl Hold {
    pub fn begin(_: &Window) -> Option<Self> {
        let main = MainThreadMarker::new()?;
        Some(Self(NSApplication::sharedApplication(main).presentationOptions()))
    }

    pub fn keep(&mut self, _: &Window) -> bool {
        set(OFF)
    }

    pub fn end(self, _: &Window) {
        set(self.0);
    }
}

fn set(options: Options) -> bool {
    let Some(main) = MainThreadMarker::new() else { return false };
    let application = NSApplication::sharedApplication(main);
    if application.presentationOptions() != options {
        application.setPresentationOptions(options);
    }
    application.presentationOptions().contains(options)
}
