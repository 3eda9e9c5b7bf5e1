//! `vitrine soak`: a kiosk for days within minutes, and what came of it as a page.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{LangArg, print, size};
use crate::model::{Lang, PackPlace};
use crate::soak::{self, Fault, Plan, Report};
use crate::state::{KioskSetup, Start, State};
use crate::text::{self, Say, Soak, SoakLine};
use crate::{files, work};

/// What is simulated, and how fast.
#[derive(Debug, clap::Args)]
pub struct SoakArgs {
    /// A folder with an exhibition.json, a folder of pictures, or a .vitrine file; without one, the built-in exhibition.
    pack: Option<PathBuf>,
    /// How many days are simulated; fractions too.
    #[arg(long, default_value_t = 7.0, value_parser = above_nothing)]
    days: f64,
    /// How many simulated seconds a second at most: 168 makes a week an hour. Without it, as many as the computer can.
    #[arg(long, value_parser = above_nothing)]
    speed: Option<f64>,
    /// What the visitors do follows from this number.
    #[arg(long, default_value_t = 16)]
    seed: u64,
    /// Width and height of the screen in pixels.
    #[arg(long, default_value = "1920x1080", value_parser = size)]
    size: [u32; 2],
    /// The language of the page.
    #[arg(long, value_enum, default_value = "en")]
    lang: LangArg,
}

fn above_nothing(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0 && *number <= 1e6);
    number.ok_or_else(|| format!("“{text}” is no number above 0, up to a million"))
}

impl SoakArgs {
    /// Runs it and prints the page. Exit status 1 where something is wrong.
    pub fn run(self) -> ExitCode {
        let lang = self.lang.into();
        let place = self.pack.as_deref().map_or(Ok(PackPlace::BuiltIn), files::place_of);
        let (pack, source) = match place.and_then(|place| work::open_pack(&place)) {
            Ok(opened) => opened,
            Err(why) => return super::not_opened(self.pack.as_deref(), &why, lang),
        };
        let state = State::begin(pack, Start { kiosk: Some(KioskSetup::default()), ..Start::default() });
        let plan = Plan { days: self.days, speed: self.speed, seed: self.seed, size: self.size };
        let say = |words| text::say(lang, Say::Soak(words));
        let report = soak::run(&state, &source, plan, |day| print::err(&say(Soak::Passed(day, self.days))));
        for line in page(&report, lang) {
            print::out(&line);
        }
        if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// The page, line by line.
fn page(report: &Report, lang: Lang) -> Vec<String> {
    let say = |words| text::say(lang, Say::Soak(words));
    #[expect(clippy::cast_precision_loss, reason = "kibibytes of a computer's memory")]
    let memory = |at: usize| {
        report.memory.map_or_else(|| say(Soak::NotTold), |memory| say(Soak::Megabytes(memory[at] as f64 / 1024.0)))
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hours")]
    let real = report.real as u64;
    let growth = match (report.memory, report.slope) {
        (None, _) => say(Soak::NotTold),
        (Some(_), None) => say(Soak::TooShort),
        (Some(_), Some(slope)) => say(Soak::MegabytesADay(slope / 1024.0)),
    };
    let lines = [
        (SoakLine::Simulated, say(Soak::Days(report.simulated / 86_400.0))),
        (SoakLine::Took, say(Soak::Time(real / 3600, real / 60 % 60, real % 60))),
        (SoakLine::Frames, report.frames.to_string()),
        (SoakLine::Contents, report.contents.to_string()),
        (SoakLine::Touches, report.touches.to_string()),
        (SoakLine::Visits, report.visits.to_string()),
        (SoakLine::Resets, report.resets.to_string()),
        (SoakLine::Compared, report.compared.to_string()),
        (SoakLine::Restarts, report.restarts.to_string()),
        (SoakLine::MemoryStart, memory(0)),
        (SoakLine::MemoryEnd, memory(1)),
        (SoakLine::Growth, growth),
    ];
    let line = |(name, value): (SoakLine, String)| format!("{}{}{value}", say(Soak::Line(name)), text::colon(lang));
    let fault = |fault: &Fault| {
        say(match *fault {
            Fault::Grows(kib) => Soak::Grows(kib / 1024.0),
            Fault::StoodStill(at) => Soak::StoodStill(at / 3600.0),
            Fault::LeftBehind(reset) => Soak::LeftBehind(reset),
            Fault::LooksOther(reset) => Soak::LooksOther(reset),
            Fault::Crashed(at) => Soak::Crashed(at / 3600.0),
        })
    };
    let mut page: Vec<String> = lines.into_iter().map(line).collect();
    page.extend(report.faults.iter().map(fault));
    page.extend(report.faults.is_empty().then(|| say(Soak::Well)));
    page
}
