//! Named threads, for crash reports, debuggers and task lists.

use std::thread::{Builder, JoinHandle};

/// Spawns a thread. Linux shows the first 15 bytes of its name.
///
/// `None`, which is logged, if the system cannot spawn one: its job is not done.
pub fn spawn<T: Send + 'static>(name: &str, job: impl FnOnce() -> T + Send + 'static) -> Option<JoinHandle<T>> {
    let started = Builder::new().name(name.to_owned()).spawn(job);
    started.inspect_err(|why| log::error!("the thread “{name}” does not start: {why}")).ok()
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
