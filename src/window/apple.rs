//! Files that macOS has opened by the program: by a double-click, or dropped onto its icon in the Dock. They come as a message to the
//! application, not as arguments, and the first of them before there is a window.
//!
//! winit leaves the application's delegate to whoever needs one. It has to be there before the launch is over, and the application is made
//! inside the window library: so the delegate is set when the application says that it is about to finish launching.
#![expect(unsafe_code, reason = "objects of the system are declared and called through Objective-C")]

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use objc2::rc::Retained;
use objc2::runtime::ProtocolObject;
use objc2::{MainThreadMarker, MainThreadOnly, define_class, msg_send, sel};
use objc2_app_kit::{NSApplication, NSApplicationDelegate, NSApplicationWillFinishLaunchingNotification};
use objc2_foundation::{NSArray, NSNotification, NSNotificationCenter, NSObject, NSObjectProtocol, NSURL};

type Open = Box<dyn Fn(PathBuf) + Send>;

/// Who opens a file, and what came before anybody did.
static OPEN: Mutex<(Option<Open>, Vec<PathBuf>)> = Mutex::new((None, Vec::new()));

define_class!(
    // SAFETY: NSObject asks nothing of those that inherit from it, and nothing is done when one goes.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[name = "VitrineDelegate"]
    struct Delegate;

    unsafe impl NSObjectProtocol for Delegate {}

    impl Delegate {
        #[unsafe(method(applicationIsThere:))]
        fn application_is_there(&self, _notification: &NSNotification) {
            NSApplication::sharedApplication(self.mtm()).setDelegate(Some(ProtocolObject::from_ref(self)));
        }
    }

    unsafe impl NSApplicationDelegate for Delegate {
        #[unsafe(method(application:openURLs:))]
        fn open_urls(&self, _application: &NSApplication, urls: &NSArray<NSURL>) {
            let files = urls.iter().filter(|url| url.isFileURL()).filter_map(|url| url.path());
            files.for_each(|path| open(PathBuf::from(path.to_string())));
        }
    }
);

/// Begins to listen; before the window library begins. The system keeps no hold of a delegate: it lives as long as the program.
pub fn listen() {
    let Some(main) = MainThreadMarker::new() else { return };
    // SAFETY: `init` of NSObject takes nothing and gives the object back.
    let delegate: Retained<Delegate> = unsafe { msg_send![Delegate::alloc(main), init] };
    // SAFETY: the method takes the one argument that the centre hands over, and the object is never freed.
    unsafe {
        NSNotificationCenter::defaultCenter().addObserver_selector_name_object(
            &delegate,
            sel!(applicationIsThere:),
            Some(NSApplicationWillFinishLaunchingNotification),
            None,
        );
    }
    std::mem::forget(delegate);
}

/// From now on files go to `to`, and first those that came before.
pub fn files_go(to: impl Fn(PathBuf) + Send + 'static) {
    let mut opener = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    opener.1.drain(..).for_each(&to);
    opener.0 = Some(Box::new(to));
}

fn open(path: PathBuf) {
    let mut opener = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    match &opener.0 {
        Some(to) => to(path),
        None => opener.1.push(path),
    }
}
