//! Threads with names, so that a crash report, a debugger and the system's list of tasks tell which one it is.

use std::thread::{Builder, JoinHandle};

/// Starts a thread. Linux shows the first 15 bytes of its name.
///
/// `None` where the system has no thread left, which is logged: what it was to do is not done.
pub fn spawn<T: Send + 'static>(name: &str, job: impl FnOnce() -> T + Send + 'static) -> Option<JoinHandle<T>> {
    let started = Builder::new().name(name.to_owned()).spawn(job);
    started.inspect_err(|why| log::error!("the thread “{name}” does not start: {why}")).ok()
}
