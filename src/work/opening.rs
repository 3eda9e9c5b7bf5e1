//! A pack that is being opened while something else goes on: a disk that has to wake up, or a share that does not answer, holds up nobody.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::{Done, open_pack, opened};
use crate::files::{self, OpenFailure, PackSource};
use crate::model::Pack;

/// What comes of opening a pack.
pub type Opened = Result<(Pack, Arc<PackSource>), OpenFailure>;

/// A pack that is being opened.
pub struct Opening {
    path: PathBuf,
    answer: Receiver<Opened>,
}

impl Opening {
    /// Begins to open whatever lies at a path.
    #[must_use]
    pub fn begin(path: PathBuf) -> Self {
        let (send, answer) = channel();
        let at = path.clone();
        thread::spawn(move || {
            // Where nobody waits any more, nobody needs it.
            let _ = send.send(files::place_of(&at).and_then(|place| open_pack(&place)));
        });
        Self { path, answer }
    }

    /// Waits for it, but not long: it comes back where there is no answer yet.
    ///
    /// # Errors
    /// It is still being opened.
    pub fn wait(self, at_most: Duration) -> Result<Opened, Self> {
        match self.answer.recv_timeout(at_most) {
            Ok(opened) => Ok(opened),
            Err(RecvTimeoutError::Disconnected) => Ok(Err(broken())),
            Err(RecvTimeoutError::Timeout) => Err(self),
        }
    }

    /// Waits for it, however long that takes.
    pub(super) fn finish(self) -> Done {
        let Self { path, answer } = self;
        opened(path, answer.recv().unwrap_or_else(|_ended| Err(broken())))
    }
}

/// The thread ended without an answer: by a fault of this program, which is written in the log.
fn broken() -> OpenFailure {
    OpenFailure::Read(files::ReadError::Failed)
}
