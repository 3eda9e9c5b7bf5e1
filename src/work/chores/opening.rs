//! Opens a pack in the background, so that a disk spinning up or an unresponsive share blocks nothing else.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use super::open::{open_pack, opened};
use crate::files::{self, PackSource};
use crate::model::{OpenError, Pack, ReadError};
use crate::work::{Done, spawn};

/// The result of opening a pack.
pub type Opened = Result<(Pack, Arc<PackSource>), OpenError>;

/// A pack that is being opened.
pub struct Opening {
    path: PathBuf,
    answer: Receiver<Opened>,
}

impl Opening {
    /// Begins to open the pack at a path.
    #[must_use]
    pub fn begin(path: PathBuf) -> Self {
        // One answer, which always fits.
        let (send, answer) = sync_channel(1);
        let at = path.clone();
        spawn("opening", move || {
            // Fails when the receiver is gone.
            let _ = send.send(files::place_of(&at).and_then(|place| open_pack(&place)));
        });
        Self { path, answer }
    }

    /// Waits for the answer for a limited time.
    ///
    /// # Errors
    /// Gives itself back if it is still being opened.
    pub fn wait(self, at_most: Duration) -> Result<Opened, Self> {
        match self.answer.recv_timeout(at_most) {
            Ok(opened) => Ok(opened),
            Err(RecvTimeoutError::Disconnected) => Ok(Err(broken())),
            Err(RecvTimeoutError::Timeout) => Err(self),
        }
    }

    /// Waits for the answer without limit.
    pub(in crate::work) fn finish(self) -> Done {
        let Self { path, answer } = self;
        opened(path, answer.recv().unwrap_or_else(|_ended| Err(broken())))
    }
}

/// The thread panicked; the log has the details.
fn broken() -> OpenError {
    OpenError::Read(ReadError::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_that_takes_its_time_is_waited_for_elsewhere() {
        let opened = Opening::begin(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/exhibition"));
        let Ok(Ok((pack, _))) = opened.wait(Duration::from_mins(1)) else { panic!("it opens") };
        assert!(!pack.exhibition.photos.is_empty());
        let gone = Opening::begin(PathBuf::from("no/such/folder"));
        assert!(matches!(gone.wait(Duration::from_mins(1)), Ok(Err(OpenError::Read(ReadError::NotThere)))));

        let (send, answer) = sync_channel(1);
        let slow = Opening { path: PathBuf::from("share"), answer };
        let Err(slow) = slow.wait(Duration::from_millis(1)) else { panic!("nobody has answered") };
        let told = std::thread::spawn(move || slow.finish());
        send.send(Err(OpenError::NotAPack)).expect("somebody waits");
        let done = told.join().expect("it ends");
        assert!(matches!(done, Done::Action(crate::state::Action::PackFailed(path, _)) if path.as_os_str() == "share"));
    }
}
