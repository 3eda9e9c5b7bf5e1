//! What Windows gives to whoever has a keyboard or a touch screen: keys that switch windows, by a hook; swipes from the edges, by
//! a property of the window; a ghost in the place of a window that does not answer, and dialogs about errors.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use windows::Win32::Foundation::{HWND, LPARAM, LRESULT, PROPERTYKEY, WPARAM};
use windows::Win32::System::Com::StructuredStorage::PROPVARIANT;
use windows::Win32::System::Diagnostics::Debug::{
    SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX, SetErrorMode,
};
use windows::Win32::System::Threading::GetCurrentThreadId;
use windows::Win32::UI::Input::KeyboardAndMouse::{
    GetAsyncKeyState, VIRTUAL_KEY, VK_APPS, VK_BROWSER_BACK, VK_CONTROL, VK_ESCAPE, VK_LAUNCH_APP2, VK_LWIN, VK_RWIN,
    VK_SLEEP, VK_SNAPSHOT,
};
use windows::Win32::UI::Shell::PropertiesSystem::{IPropertyStore, SHGetPropertyStoreForWindow};
use windows::Win32::UI::WindowsAndMessaging::{
    CallNextHookEx, DisableProcessWindowsGhosting, GetMessageW, HHOOK, KBDLLHOOKSTRUCT, LLKHF_ALTDOWN, MSG,
    PostThreadMessageW, SetTimer, SetWindowsHookExW, UnhookWindowsHookEx, WH_KEYBOARD_LL, WM_QUIT,
};
use windows::core::GUID;
use winit::raw_window_handle::{HasWindowHandle as _, RawWindowHandle};
use winit::window::Window;

/// How often the hook is set anew: Windows drops one that was once slow, without a word.
const ANEW_MS: u32 = 5_000;
/// `PKEY_EdgeGesture_DisableTouchWhenFullscreen`.
const NO_EDGES: PROPERTYKEY = PROPERTYKEY { fmtid: GUID::from_u128(0x32ce_38b2_2c9a_41b1_9bc5_b378_4394_aa44), pid: 2 };

/// Whether keys are swallowed now, and the thread of the hook.
static HOLDS: AtomicBool = AtomicBool::new(false);
static THREAD: AtomicU32 = AtomicU32::new(0);

/// What is held.
pub struct Hold;

impl Hold {
    pub fn begin(window: &Window) -> Option<Self> {
        HOLDS.store(true, Ordering::Release);
        keep_quiet();
        if let Err(why) = edges(window, true) {
            log::warn!("swipes from the edges stay: {why}");
        }
        crate::work::spawn("keyboard guard", run_hook);
        Some(Self)
    }

    pub fn keep(&mut self, _: &Window) -> bool {
        THREAD.load(Ordering::Acquire) != 0
    }

    pub fn end(self, window: &Window) {
        HOLDS.store(false, Ordering::Release);
        if let Err(why) = edges(window, false) {
            log::warn!("swipes from the edges stay off: {why}");
        }
        #[expect(unsafe_code, reason = "a call of the system's without a safe form")]
        // SAFETY: a message with numbers alone; a thread that is gone refuses it.
        let _ = unsafe { PostThreadMessageW(THREAD.swap(0, Ordering::AcqRel), WM_QUIT, WPARAM(0), LPARAM(0)) };
    }
}

/// No ghost of a window that does not answer, and no dialog about an error.
fn keep_quiet() {
    #[expect(unsafe_code, reason = "calls of the system's without a safe form")]
    // SAFETY: both set a flag of this process.
    unsafe {
        DisableProcessWindowsGhosting();
        SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    }
}

/// Switches swipes from the edges off for a full screen, or on.
fn edges(window: &Window, are_off: bool) -> windows::core::Result<()> {
    let Ok(handle) = window.window_handle() else { return Ok(()) };
    let RawWindowHandle::Win32(handle) = handle.as_raw() else { return Ok(()) };
    let window = HWND(handle.hwnd.get() as *mut _);
    #[expect(unsafe_code, reason = "calls of the system's without a safe form")]
    // SAFETY: the window is borrowed and open, winit has initialised COM on its thread, which this is, and key and value
    // live for the call.
    unsafe {
        let store: IPropertyStore = SHGetPropertyStoreForWindow(window)?;
        store.SetValue(&NO_EDGES, &PROPVARIANT::from(are_off))?;
        store.Commit()
    }
}

/// Runs the hook on its thread until it is told to quit. The messages there are for the hook and the timer alone.
fn run_hook() {
    #[expect(unsafe_code, reason = "calls of the system's without a safe form")]
    // SAFETY: the function of the hook lives as long as the program. Hook and timer belong to this thread, which removes the
    // hook before it ends; the message is written before it is read.
    unsafe {
        THREAD.store(GetCurrentThreadId(), Ordering::Release);
        let mut hook = SetWindowsHookExW(WH_KEYBOARD_LL, Some(on_key), None, 0);
        if let Err(why) = &hook {
            log::warn!("keys are not held: {why}");
        }
        SetTimer(None, 0, ANEW_MS, None);
        let mut message = MSG::default();
        while GetMessageW(&raw mut message, None, 0, 0).0 > 0 {
            if message.message == windows::Win32::UI::WindowsAndMessaging::WM_TIMER {
                remove(hook);
                hook = SetWindowsHookExW(WH_KEYBOARD_LL, Some(on_key), None, 0);
            }
        }
        remove(hook);
    }
}

fn remove(hook: windows::core::Result<HHOOK>) {
    if let Ok(hook) = hook {
        #[expect(unsafe_code, reason = "a call of the system's without a safe form")]
        // SAFETY: a hook of this thread; one that Windows has dropped is refused.
        let _ = unsafe { UnhookWindowsHookEx(hook) };
    }
}

/// Swallows the keys that lead out of a full screen.
#[expect(unsafe_code, reason = "a function that Windows calls")]
unsafe extern "system" fn on_key(code: i32, what: WPARAM, key: LPARAM) -> LRESULT {
    // SAFETY: for a code of zero Windows passes a valid structure; what is not swallowed goes on unchanged.
    unsafe {
        if code == 0 && HOLDS.load(Ordering::Acquire) {
            let key = &*(key.0 as *const KBDLLHOOKSTRUCT);
            let has_control = GetAsyncKeyState(i32::from(VK_CONTROL.0)) < 0;
            let pressed = u16::try_from(key.vkCode).map(VIRTUAL_KEY).unwrap_or_default();
            if leads_out(pressed, key.flags.contains(LLKHF_ALTDOWN), has_control) {
                return LRESULT(1);
            }
        }
        CallNextHookEx(None, code, what, key)
    }
}

/// True for a key that Windows would take for itself.
fn leads_out(key: VIRTUAL_KEY, has_alt: bool, has_control: bool) -> bool {
    has_alt
        || matches!(key, VK_LWIN | VK_RWIN | VK_APPS | VK_SNAPSHOT | VK_SLEEP)
        || (key == VK_ESCAPE && has_control)
        || (VK_BROWSER_BACK.0..=VK_LAUNCH_APP2.0).contains(&key.0)
}
