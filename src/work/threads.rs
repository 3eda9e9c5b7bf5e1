//! Named threads, for crash reports, debuggers and task lists.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, JoinHandle};

/// Spawns a thread. Linux shows the first 15 bytes of its name.
///
/// `None`, which is logged, if the system cannot spawn one: its job is not done.
pub fn spawn<T: Send + 'static>(name: &str, job: impl FnOnce() -> T + Send + 'static) -> Option<JoinHandle<T>> {
    let started = Builder::new().name(name.to_owned()).spawn(move || {
        let _ends = EndsTheProgram;
        job()
    });
    started.inspect_err(|why| log::error!("the thread “{name}” does not start: {why}")).ok()
}

static A_PANIC_ENDS_THE_PROGRAM: AtomicBool = AtomicBool::new(false);

/// From now on a panic that nobody catches ends the program, in whichever thread it is: somebody watches, and starts it anew. Without a
/// watcher a program that lacks one of its threads is better than none.
pub fn let_a_panic_end_the_program() {
    A_PANIC_ENDS_THE_PROGRAM.store(true, Ordering::Relaxed);
}

struct EndsTheProgram;

impl Drop for EndsTheProgram {
    fn drop(&mut self) {
        if std::thread::panicking() && A_PANIC_ENDS_THE_PROGRAM.load(Ordering::Relaxed) {
            std::process::abort();
        }
    }
}

/// How much later than the others, in steps of the system's `nice`, a thread has its turn that gives way.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

/// The calling thread gives way to the one that draws, where both want the processor. On Linux `nice` is of one thread; elsewhere
/// it would be of the whole program.
pub fn give_way() {
    #[cfg(target_os = "linux")]
    if let Err(why) = rustix::process::nice(NICE) {
        log::warn!("a thread does not give way: {why}");
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::Command;

    use super::*;

    /// Set in the process of its own that the test runs itself in.
    const INSIDE: &str = "VITRINE_TEST_OF_A_PANIC";

    #[test]
    fn a_panic_in_a_thread_ends_a_program_that_is_watched() {
        let panics = || drop(spawn("panics", || panic!("as meant")).expect("a thread").join());
        if let Some(inside) = std::env::var_os(INSIDE) {
            if inside == "watched" {
                let_a_panic_end_the_program();
            }
            return panics();
        }
        for (how, signal) in [("alone", None), ("watched", Some(libc::SIGABRT))] {
            let own = std::env::current_exe().expect("a program");
            let mut command = Command::new(own);
            command.args(["--exact", "work::threads::tests::a_panic_in_a_thread_ends_a_program_that_is_watched"]);
            let ended = command.env(INSIDE, how).output().expect("it runs").status;
            assert_eq!((ended.success(), ended.signal()), (signal.is_none(), signal), "{how}");
        }
    }
}
