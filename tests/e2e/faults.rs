//! A thread of the show stands still, or crashes: the show goes on, or another one comes, and it is counted. A thread is held from outside,
//! as a debugger holds it, so that nothing in the program is made for it.
//!
//! `KIOSK_FAULTS=0,1,30,300` injects both in each thread of a show that is as old as that, in seconds. Without it, in some, early.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::Screen;
use crate::kiosk::{lives, runs, show, wait};

/// A show that stands still is noticed after ten seconds, and another one begins; what moves later than this moves on.
const NOTICED: Duration = Duration::from_secs(16);
/// A show that has not come to its first picture has a minute.
const PATIENCE: Duration = Duration::from_secs(100);
/// The kiosks that run beside each other.
const TOGETHER: usize = 5;

/// The threads of a process, with their names.
fn threads(process: u32) -> Vec<(u32, String)> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let named = tasks.filter_map(|task| {
        let name = fs::read_to_string(task.path().join("comm")).ok()?.trim().to_owned();
        Some((task.file_name().to_str()?.parse().ok()?, name))
    });
    named.collect()
}

fn id(number: u32) -> libc::pid_t {
    number.try_into().expect("an id")
}

/// A thread that is held, until this is dropped or its process ends.
struct Held(libc::pid_t);

impl Held {
    fn hold(thread: u32) -> Option<Self> {
        let thread = id(thread);
        #[expect(unsafe_code, reason = "there is no safe way to hold one thread of another process")]
        // SAFETY: numbers alone are passed, and no memory of this process is touched.
        let is_held = unsafe {
            libc::ptrace(libc::PTRACE_SEIZE, thread, 0, 0) == 0
                && libc::ptrace(libc::PTRACE_INTERRUPT, thread, 0, 0) == 0
                && libc::waitpid(thread, std::ptr::null_mut(), libc::__WALL) == thread
        };
        is_held.then_some(Self(thread))
    }

    /// A process ends once whoever holds one of its threads has taken notice.
    fn take_notice(&self) {
        #[expect(unsafe_code, reason = "as above")]
        // SAFETY: as above; nothing is written where the pointer is null.
        unsafe {
            libc::waitpid(self.0, std::ptr::null_mut(), libc::__WALL | libc::WNOHANG);
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        #[expect(unsafe_code, reason = "as above")]
        // SAFETY: as above.
        unsafe {
            libc::ptrace(libc::PTRACE_DETACH, self.0, 0, 0);
        }
    }
}

/// What a library does that gives up.
fn abort(process: u32, thread: u32) {
    #[expect(unsafe_code, reason = "the library has no call for a signal to a thread")]
    // SAFETY: numbers alone are passed.
    let sent = unsafe { libc::syscall(libc::SYS_tgkill, id(process), id(thread), libc::SIGABRT) };
    assert_eq!(sent, 0, "the thread is there");
}

fn pixels(screen: &Screen) -> Vec<u8> {
    fs::read(screen.memory.path().join("Xvfb_screen0")).expect("the frame buffer")
}

/// Waits until the picture changes later than a show that stands still would be noticed.
fn moves_on(screen: &Screen, what: &str, held: &[Held]) {
    let begun = Instant::now();
    let mut before = pixels(screen);
    while begun.elapsed() < PATIENCE {
        held.iter().for_each(Held::take_notice);
        sleep(Duration::from_millis(700));
        let now = pixels(screen);
        if begun.elapsed() >= NOTICED && now != before {
            return;
        }
        before = now;
    }
    panic!("{what}: the picture stands still");
}

/// A show of some age.
fn aged(age: Duration) -> Option<(Screen, u32)> {
    let mut screen = Screen::start(&["kiosk", "--renderer", "cpu"])?;
    let process = wait("the show", || show(&screen, 0));
    if !age.is_zero() {
        lives(&mut screen);
        sleep(age);
    }
    Some((screen, process))
}

/// Holds threads of a show. Those that tell of its life bring another one.
fn stall(screen: &Screen, process: u32, is_meant: &dyn Fn(&str) -> bool) {
    let meant: Vec<_> = threads(process).into_iter().filter(|(_, name)| is_meant(name)).collect();
    let names: Vec<&str> = meant.iter().map(|(_, name)| name.as_str()).collect();
    let held: Vec<Held> = meant.iter().filter_map(|(thread, _)| Held::hold(*thread)).collect();
    moves_on(screen, &format!("{names:?} stood still"), &held);
    let is_there = Path::new(&format!("/proc/{process}/exe")).exists();
    eprintln!("{names:?} stood still: {}", if is_there { "the show goes on" } else { "another show came" });
    if !is_there {
        wait("a note", || ["\"stall\"", "\"no-frame\""].iter().any(|why| runs(screen).contains(why)).then_some(()));
    }
}

/// Crashes a show by way of one of its threads.
fn crash(screen: &mut Screen, name: &str) {
    let process = wait("the show", || show(screen, 0));
    let thread = wait("its thread", || threads(process).into_iter().find(|(_, other)| other == name));
    let begun = Instant::now();
    abort(process, thread.0);
    wait("another show", || show(screen, process));
    lives(screen);
    eprintln!("“{name}” crashed: another show after {:?}", begun.elapsed());
    wait("a note", || runs(screen).contains("\"crash\"").then_some(()));
}

#[test]
fn a_thread_that_stands_still_or_crashes_leaves_no_still_picture() {
    let Ok(ages) = std::env::var("KIOSK_FAULTS") else {
        // Nothing that a visitor sees waits for any other thread.
        let Some((screen, process)) = aged(Duration::from_secs(1)) else { return };
        return stall(&screen, process, &|name| !["vitrine", "alive"].contains(&name));
    };
    let Some((screen, process)) = aged(Duration::from_secs(3)) else { return };
    let mut names: Vec<String> = threads(process).into_iter().map(|(_, name)| name).collect();
    names.sort();
    names.dedup();
    drop(screen);
    for age in ages.split(',').map(|age| Duration::from_secs(age.parse().expect("seconds"))) {
        for together in names.chunks(TOGETHER) {
            eprintln!("at {age:?}: {together:?}");
            std::thread::scope(|scope| {
                for name in together {
                    scope.spawn(move || {
                        let (mut screen, process) = aged(age).expect("a kiosk");
                        stall(&screen, process, &|other| other == name);
                        crash(&mut screen, name);
                    });
                }
            });
        }
    }
}
