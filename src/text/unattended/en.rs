//! English.

use super::{HealthLine, Unattended};
use crate::state::kiosk::{RestartReason, SetupProblem, Trust};

/// The words.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn en(words: Unattended<'_>) -> String {
    let fixed = match words {
        Unattended::Setup(file, problem) => return setup(file, problem),
        Unattended::NoPlace => "There is no place for the set-up of a kiosk: name a file with --setup.",
        Unattended::Kept(file) => return format!("The kiosk is set up in {file}."),
        Unattended::NotKept(file, why) => {
            return format!("{file} could not be written ({why}). Name another one with --setup.");
        }
        Unattended::AskPin => "New PIN for the staff, six digits: ",
        Unattended::AskPinAgain => "The same again: ",
        Unattended::PinForm(digits) => return format!("A PIN has {digits} digits and nothing else."),
        Unattended::PinDiffers => "The two differ; the PIN is as it was.",
        Unattended::PinSet(file) => {
            return format!(
                "The PIN is set, in {file}. If it is forgotten, set a new one in the same way, or delete that file."
            );
        }
        Unattended::NoTerminal => "A PIN is typed at a terminal, and there is none. Start this from one.",
        Unattended::Installed(files, None) => return format!("Installed for this user:\n{files}"),
        Unattended::Installed(files, Some(command)) => {
            return format!(
                "Installed for this user:\n{files}\nThe kiosk begins with the next session, or now with: {command}"
            );
        }
        Unattended::Removed(files) => return format!("Removed:\n{files}"),
        Unattended::NothingInstalled => "Nothing was installed for this user.",
        Unattended::StaffWay(false, _) => {
            "no PIN: five taps in the corner let anybody in. Choose one by “vitrine kiosk --set-pin”"
        }
        Unattended::StaffWay(true, false) => "a PIN, but nobody has tried it yet: do so by “vitrine kiosk --try”",
        Unattended::StaffWay(true, true) => "tried",
        Unattended::OldCage => {
            "version 0.1 ends when the monitor is switched off. The unit vitrine-kiosk-cage.service begins it again, the session does not"
        }
        Unattended::BackSoon => "This screen will be back soon",
        Unattended::Line(line) => match line {
            HealthLine::Uptime => "Running for",
            HealthLine::Restarts => "New starts",
            HealthLine::Frames => "Frames",
            HealthLine::Touches => "Visitors",
            HealthLine::Memory => "Memory",
            HealthLine::Disk => "Disk",
            HealthLine::Clock => "Clock",
            HealthLine::Setup => "Set-up",
            HealthLine::StaffWay => "Staff’s way in",
            HealthLine::Errors => "Last errors",
        },
        Unattended::NotRunning => "no kiosk is running, or it cannot write what it keeps",
        Unattended::Duration(days, hours, minutes) => return format!("{days} d {hours} h {minutes} min"),
        Unattended::Reason(reason) => match reason {
            RestartReason::Crash => "it ended by itself",
            RestartReason::Stall => "it stood still",
            RestartReason::StillContent => "its pictures did not go on",
            RestartReason::NoFrame => "it showed nothing",
            RestartReason::Planned => "planned, after closing time",
        },
        Unattended::Touches(visits, touches, per_hour) => {
            return format!("{visits} visits, {touches} touches, {per_hour} an hour");
        }
        Unattended::MemoryNow(now, hours) => return format!("{now} MB; most in each hour: {hours}"),
        Unattended::Free(mb) => return format!("{mb} MB free"),
        Unattended::Clock(trust) => match trust {
            Trust::Full => "in order",
            Trust::Unset => "never set, so the opening hours are off. Set the date of this computer",
            Trust::Jumped => "put forward or back a short while ago, so the opening hours are off for ten minutes",
        },
        Unattended::None => "none",
    };
    fixed.to_owned()
}

fn setup(file: &str, problem: &SetupProblem) -> String {
    match problem {
        SetupProblem::Unreadable(why) => format!("{file} cannot be read ({why}). The kiosk runs as if it were new."),
        SetupProblem::Syntax(line) => {
            format!(
                "{file}, line {line}: this is no JSON object; look for a comma or a bracket there. The kiosk runs as if it were new."
            )
        }
        SetupProblem::Unknown(line, name, Some(near)) => {
            format!("{file}, line {line}: “{name}” means nothing. Is “{near}” meant?")
        }
        SetupProblem::Unknown(line, name, None) => {
            format!("{file}, line {line}: “{name}” means nothing, and was passed over.")
        }
        SetupProblem::Wrong(line, name, example) => {
            format!(
                "{file}, line {line}: “{name}” cannot be this. Write, for instance, \"{name}\": {example}. It is as in a new set-up."
            )
        }
    }
}
