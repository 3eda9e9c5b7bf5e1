//! Named threads, for crash reports, debuggers and task lists.

use std::thread::{Builder, JoinHandle};

/// Spawns a thread. Linux shows the first 15 bytes of its name.
///
/// `None`, which is logged, if the system cannot spawn one: its job is not done.
pub fn spawn<T: Send + 'static>(name: &str, job: impl FnOnce() -> T + Send + 'static) -> Option<JoinHandle<T>> {
    let started = Builder::new().name(name.to_owned()).spawn(job);
    started.inspect_err(|why| log::error!("the thread “{name}” does not start: {why}")).ok()
}
