//! Open requests of macOS: a double-click on a file, or a drop on the Dock icon.
//!
//! They do not arrive as arguments, but as `application:openURLs:` on the application's delegate, even at launch. The
//! delegate is winit's, without that method, and winit 0.30 aborts if it finds another (contrary to its documentation). So
//! the existing delegate is given a subclass with the method added: after winit has set its delegate, and before AppKit
//! delivers the launch request, which AppKit announces.

use std::path::PathBuf;
use std::ptr::NonNull;
use std::sync::{Mutex, PoisonError};

use block2::RcBlock;
use objc2::runtime::{AnyObject, ClassBuilder, Sel};
use objc2::{MainThreadMarker, sel};
use objc2_app_kit::{NSApplication, NSApplicationWillFinishLaunchingNotification};
use objc2_foundation::{
    NSArray, NSDictionary, NSNotification, NSNotificationCenter, NSString, NSURL, NSUserDefaults, ns_string,
};

/// The last request not yet taken, and the function that wakes the event loop.
struct Asked {
    path: Option<PathBuf>,
    wake: Option<Box<dyn Fn() + Send>>,
}

static ASKED: Mutex<Asked> = Mutex::new(Asked { path: None, wake: None });

fn with_asked<T>(then: impl FnOnce(&mut Asked) -> T) -> T {
    then(&mut ASKED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Takes the path to open.
pub fn take() -> Option<PathBuf> {
    with_asked(|asked| asked.path.take())
}

/// Calls `wake` at each request.
pub fn watch(wake: impl Fn() + Send + 'static) {
    with_asked(|asked| asked.wake = Some(Box::new(wake)));
}

/// Registers for the launch. Call it before creating the event loop.
pub fn listen() {
    // Otherwise AppKit also opens the command-line arguments, already parsed. The value must be a string, not a boolean.
    let key: &NSString = ns_string!("NSTreatUnknownArgumentsAsOpen");
    let value: &AnyObject = ns_string!("NO").as_ref();
    let settings = NSDictionary::from_slices(&[key], &[value]);
    let launch = RcBlock::new(|_: NonNull<NSNotification>| extend_delegate());
    #[expect(unsafe_code, reason = "the system's own calls, which have no safe form")]
    // SAFETY: the setting has the type that AppKit reads. The name is a constant of AppKit's; without a queue the block,
    // which captures nothing, runs on the posting thread, which is the main one.
    unsafe {
        NSUserDefaults::standardUserDefaults().registerDefaults(&settings);
        let name = NSApplicationWillFinishLaunchingNotification;
        let center = NSNotificationCenter::defaultCenter();
        center.addObserverForName_object_queue_usingBlock(Some(name), None, None, &launch);
    }
}

/// Adds the method to the delegate's class.
fn extend_delegate() {
    let Some(main) = MainThreadMarker::new() else { return };
    let Some(delegate) = NSApplication::sharedApplication(main).delegate() else { return };
    let delegate: &AnyObject = (*delegate).as_ref();
    let Some(mut class) = ClassBuilder::new(c"VitrineApplicationDelegate", delegate.class()) else { return };
    #[expect(unsafe_code, reason = "a method for Objective-C")]
    // SAFETY: the function has the signature of `application:openURLs:`. The new class is a subclass of the old one, adds no
    // variable and overrides nothing, and only this thread uses the delegate.
    unsafe {
        class.add_method(sel!(application:openURLs:), open_urls as extern "C-unwind" fn(_, _, _, _));
        AnyObject::set_class(delegate, class.register());
    }
}

/// Shows only the first of several files, as when they are dropped on the window.
extern "C-unwind" fn open_urls(_: &AnyObject, _: Sel, _: &NSApplication, urls: &NSArray<NSURL>) {
    let path = urls.iter().find(|url| url.isFileURL()).and_then(|url| url.to_file_path());
    if path.is_some() {
        with_asked(|asked| {
            asked.path = path;
            asked.wake.iter().for_each(|wake| wake());
        });
    }
}
