//! Nothing lies on anything, ends outside, or is cut in half on the speaker's console: each stop, in three languages, at the sizes of
//! laptops, tablets and halves of screens.

use egui::vec2;
use vitrine::model::Lang;
use vitrine::state::Action;
use vitrine::state::TalkCommand;
use vitrine::state::talk::{KeyCommand, Monitor, ScreenId};

use crate::layout::faults_of;
use crate::support::Visitor;

const SIZES: [[f32; 2]; 10] = [
    [800.0, 600.0],
    [1024.0, 600.0],
    [1024.0, 768.0],
    [768.0, 1024.0],
    [1080.0, 1920.0],
    [1280.0, 800.0],
    [1366.0, 768.0],
    [1600.0, 900.0],
    [1920.0, 1080.0],
    [2560.0, 1440.0],
];

/// The least height of what is read on a console, in points.
const LEAST: f32 = 14.0;

fn monitor(name: &str, x: i32) -> Monitor {
    Monitor { id: ScreenId { name: name.into(), size: [1920, 1080] }, position: [x, 0], number: 0 }
}

/// What the speaker may have before them, beside the stops.
fn scenes() -> Vec<(&'static str, Vec<KeyCommand>)> {
    vec![
        ("the next one prepared", vec![KeyCommand::Freeze, KeyCommand::Next]),
        ("black", vec![KeyCommand::Freeze, KeyCommand::Black]),
        ("the overview", vec![KeyCommand::Black, KeyCommand::Overview]),
        ("the search", vec![KeyCommand::Overview, KeyCommand::Find]),
        ("the keys", vec![KeyCommand::Find, KeyCommand::Keys]),
    ]
}

fn look(lang: Lang) {
    let only = std::env::var("LAYOUT_SIZES").ok();
    let is_asked = |[width, height]: [f32; 2]| {
        only.as_ref().is_none_or(|only| only.split(',').any(|size| size == format!("{width}x{height}")))
    };
    let mut all = Vec::new();
    for [width, height] in SIZES.into_iter().filter(|size| is_asked(*size)) {
        let mut visitor = Visitor::at(lang, vec2(width, height));
        visitor.arrange(
            [TalkCommand::Monitors(vec![monitor("Laptop", 0), monitor("Hall", 1920)], None), TalkCommand::Open]
                .map(Action::Talk),
        );
        let mut check = |visitor: &Visitor, what: &str| {
            let place = format!("{width}×{height} {lang:?} {what}");
            // The keys are a sheet over the rest.
            let name = if what == "the keys" { "sheet" } else { "" };
            // The small pictures of the hall are not read; the letters of Tibetan reach beyond their lines.
            let share = if lang == Lang::Bo { 0.25 } else { 0.0 };
            let mut found = faults_of(visitor, name, LEAST, share);
            found.retain(|fault| name.is_empty() || !fault.starts_with("controls"));
            all.extend(found.into_iter().map(|fault| format!("{place}: {fault}")));
        };
        check(&visitor, "start sheet");
        visitor.apply(Action::Talk(TalkCommand::Start));
        let stops = visitor.state().pack().exhibition.running_order.len();
        for stop in 0..stops {
            check(&visitor, &format!("stop {}", stop + 1));
            if stop + 1 < stops {
                visitor.apply(Action::Talk(TalkCommand::Do(KeyCommand::Next)));
            }
        }
        visitor.apply(Action::Talk(TalkCommand::Do(KeyCommand::Previous)));
        for (name, commands) in scenes() {
            visitor.arrange(commands.into_iter().map(|command| Action::Talk(TalkCommand::Do(command))));
            check(&visitor, name);
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all[..all.len().min(4000)].join("\n"));
}

#[test]
fn nothing_lies_on_anything_on_the_console_in_english() {
    look(Lang::En);
}

#[test]
fn nothing_lies_on_anything_on_the_console_in_chinese() {
    look(Lang::Zh);
}

#[test]
fn nothing_lies_on_anything_on_the_console_in_tibetan() {
    look(Lang::Bo);
}

#[test]
fn nothing_lies_on_anything_in_the_hall() {
    let mut all = Vec::new();
    for lang in Lang::ALL {
        for size in [[1920.0, 1080.0], [1024.0, 768.0], [1080.0, 1920.0]] {
            let mut speaker = Visitor::at(lang, vec2(1280.0, 800.0));
            let monitors = TalkCommand::Monitors(vec![monitor("Laptop", 0), monitor("Hall", 1920)], None);
            speaker.arrange([monitors, TalkCommand::Open, TalkCommand::Start].map(Action::Talk));
            let stops = speaker.state().pack().exhibition.running_order.len();
            // After the last one the closing words.
            for stop in 0..=stops {
                let hall = speaker.in_the_hall(vec2(size[0], size[1]));
                let share = if lang == Lang::Bo { 0.25 } else { 0.0 };
                let found = faults_of(&hall, "", LEAST, share);
                all.extend(found.into_iter().map(|fault| format!("{size:?} {lang:?} stop {}: {fault}", stop + 1)));
                speaker.apply(Action::Talk(TalkCommand::Do(KeyCommand::Next)));
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all[..all.len().min(400)].join("\n"));
}
