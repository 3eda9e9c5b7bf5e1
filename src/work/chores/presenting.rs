//! What somebody who presents needs of the machine: that it stays awake, and the time of day.

use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use chrono::Timelike as _;

use super::awake::Awake;
use crate::state::{Action, TalkCommand};
use crate::work::latest::Latest;
use crate::work::outbox::Outbox;
use crate::work::{Done, spawn};

/// Starts the thread. What is posted is why the machine stays awake, or that it need not any more.
pub fn start(outbox: Outbox) -> Arc<Latest<(), Option<String>>> {
    let asked = Arc::new(Latest::default());
    let posted = Arc::clone(&asked);
    spawn("presenting", move || {
        let report = |command| {
            let heard = outbox.send(Done::Action(Action::Talk(command)));
            outbox.wake(Duration::ZERO);
            heard
        };
        hold_awake(&posted, report);
    });
    asked
}

/// Ends with the program.
fn hold_awake(asked: &Latest<(), Option<String>>, report: impl Fn(TalkCommand) -> Option<()>) -> Option<()> {
    loop {
        // Nobody presents.
        let ((), Some(why)) = asked.take()? else { continue };
        let awake = Awake::hold(&why);
        report(TalkCommand::Awake(awake.is_held()))?;
        loop {
            let (minutes, left) = time_of_day();
            report(TalkCommand::Wall(Some(minutes)))?;
            match asked.take_within(left) {
                Err(RecvTimeoutError::Timeout) => {}
                // Another talk may have begun before this thread heard that the last one had ended.
                Ok(((), Some(_))) => report(TalkCommand::Awake(awake.is_held()))?,
                Ok(((), None)) => break,
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
