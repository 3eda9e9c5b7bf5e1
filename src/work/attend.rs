//! What somebody who presents needs of the machine: that it stays awake, and the time of day.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use chrono::Timelike as _;

use super::awake::Awake;
use super::{Done, Wake};
use crate::state::{Action, TalkAct};

/// Starts the thread. What it is sent is why the machine stays awake, or that it need not any more.
pub(super) fn begin(done: Sender<Done>, wake: Wake) -> Sender<Option<String>> {
    let (send, asked) = channel();
    thread::spawn(move || {
        let tell = |act| {
            let heard = done.send(Done::Action(Action::Talk(act)));
            wake(Duration::ZERO);
            heard.ok()
        };
        attend(&asked, tell);
    });
    send
}

/// Ends with the program.
fn attend(asked: &Receiver<Option<String>>, tell: impl Fn(TalkAct) -> Option<()>) -> Option<()> {
    loop {
        // Nobody presents.
        let Some(why) = asked.recv().ok()? else { continue };
        let awake = Awake::hold(&why);
        tell(TalkAct::Awake(awake.is_held()))?;
        loop {
            let (minutes, left) = time_of_day();
            tell(TalkAct::Wall(Some(minutes)))?;
            match asked.recv_timeout(left) {
                Ok(Some(_)) | Err(RecvTimeoutError::Timeout) => {}
                Ok(None) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

/// The date where the machine stands: `2026-05-17`.
#[must_use]
pub fn today() -> String {
    chrono::Local::now().date_naive().to_string()
}

/// The minutes since midnight where the machine stands, and how long until the next.
fn time_of_day() -> (u16, Duration) {
    let now = chrono::Local::now();
    let minutes = u16::try_from(now.hour() * 60 + now.minute()).unwrap_or_default();
    // A moment more, lest it be woken just before.
    (minutes, Duration::from_millis(u64::from(60 - now.second().min(59)) * 1000 + 20))
}
