//! System services while presenting: keeping the machine awake, and the time of day.

use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use chrono::Timelike as _;

use super::awake::Awake;
use crate::state::{Action, TalkCommand};
use crate::work::latest::Latest;
use crate::work::outbox::Outbox;
use crate::work::{Done, spawn};

/// Starts the thread. Post the reason to keep the machine awake, or `None` to release it.
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

/// Runs until the program ends.
fn hold_awake(asked: &Latest<(), Option<String>>, report: impl Fn(TalkCommand) -> Option<()>) -> Option<()> {
    loop {
        // Not presenting.
        let ((), Some(why)) = asked.take()? else { continue };
        let awake = Awake::hold(&why);
        report(TalkCommand::Awake(awake.is_held()))?;
        loop {
            let (minutes, left) = time_of_day();
            report(TalkCommand::Wall(Some(minutes)))?;
            match asked.take_within(left) {
                Err(RecvTimeoutError::Timeout) => {}
                // A new talk may begin before this thread sees the end of the last one.
                Ok(((), Some(_))) => report(TalkCommand::Awake(awake.is_held()))?,
                Ok(((), None)) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

/// Returns the local date: `2026-05-17`.
#[must_use]
pub fn today() -> String {
    chrono::Local::now().date_naive().to_string()
}

/// Returns the minutes since local midnight, and the time until the next minute.
fn time_of_day() -> (u16, Duration) {
    let now = chrono::Local::now();
    let minutes = u16::try_from(now.hour() * 60 + now.minute()).unwrap_or_default();
    // A little more, to wake after the minute has changed.
    (minutes, Duration::from_millis(u64::from(60 - now.second().min(59)) * 1000 + 20))
}
