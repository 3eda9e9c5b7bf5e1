//! What macOS asks to be opened: by a double-click on a file, or by a drop on the program's picture in the Dock.
//!
//! It does not come as an argument, but as `application:openURLs:` to the application's delegate, also where the program is started for
//! it. That delegate is winit's own, which has no such method, and winit 0.30 ends the program where it finds another than its own
//! (whatever its documentation says). So the delegate that is there is given a class below its own, with the method added. The time for
//! it is after winit has made its delegate, and before AppKit hands out what the program was started for: AppKit announces it.

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

/// What was asked for last, and not taken yet; and who wakes the program, once it is there.
struct Asked {
    path: Option<PathBuf>,
    wake: Option<Box<dyn Fn() + Send>>,
}

static ASKED: Mutex<Asked> = Mutex::new(Asked { path: None, wake: None });

fn with_asked<T>(then: impl FnOnce(&mut Asked) -> T) -> T {
    then(&mut ASKED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// What is to be opened, once.
pub fn take() -> Option<PathBuf> {
    with_asked(|asked| asked.path.take())
}

/// Wakes the program whenever something is to be opened.
pub fn watch(wake: impl Fn() + Send + 'static) {
    with_asked(|asked| asked.wake = Some(Box::new(wake)));
}

/// Listens from the launch on. To be called before there is an event loop.
pub fn listen() {
    // Else AppKit asks for the arguments of the command line too, which have been read. It wants a text, not a truth value.
    let key: &NSString = ns_string!("NSTreatUnknownArgumentsAsOpen");
    let value: &AnyObject = ns_string!("NO").as_ref();
    let settings = NSDictionary::from_slices(&[key], &[value]);
    let launch = RcBlock::new(|_: NonNull<NSNotification>| extend_delegate());
    #[expect(unsafe_code, reason = "the system's own calls, which have no safe form")]
    // SAFETY: the setting has the type that AppKit reads. The name is a constant of AppKit's; without a queue the block, which holds
    // nothing, is run by the thread that announces, which is the main one.
    unsafe {
        NSUserDefaults::standardUserDefaults().registerDefaults(&settings);
        let name = NSApplicationWillFinishLaunchingNotification;
        let center = NSNotificationCenter::defaultCenter();
        center.addObserverForName_object_queue_usingBlock(Some(name), None, None, &launch);
    }
}

/// Adds the method to the delegate.
fn extend_delegate() {
    let Some(main) = MainThreadMarker::new() else { return };
    let Some(delegate) = NSApplication::sharedApplication(main).delegate() else { return };
    let delegate: &AnyObject = (*delegate).as_ref();
    let Some(mut class) = ClassBuilder::new(c"VitrineApplicationDelegate", delegate.class()) else { return };
    #[expect(unsafe_code, reason = "a method for Objective-C")]
    // SAFETY: the function has the types of `application:openURLs:`. The new class stands below the old one, adds no variable and
    // overrides nothing, and only this thread deals with the delegate.
    unsafe {
        class.add_method(sel!(application:openURLs:), open_urls as extern "C-unwind" fn(_, _, _, _));
        AnyObject::set_class(delegate, class.register());
    }
}

/// There is one wall: of several files the first is shown, as where they are dropped on the window.
extern "C-unwind" fn open_urls(_: &AnyObject, _: Sel, _: &NSApplication, urls: &NSArray<NSURL>) {
    let path = urls.iter().find(|url| url.isFileURL()).and_then(|url| url.to_file_path());
    if path.is_some() {
        with_asked(|asked| {
            asked.path = path;
            asked.wake.iter().for_each(|wake| wake());
        });
    }
}
