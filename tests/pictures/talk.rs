//! The windows of a talk: where it begins, what the speaker sees, what the audience sees, what is told afterwards.

use vitrine::model::{ChartForm, ChartStop, Lang, PackPlace, Shows};
use vitrine::screenshot::{TalkScreenshot, arrange_talk};
use vitrine::state::talk::{KeyCommand, Spot};
use vitrine::state::{Action, State, TalkCommand};
use vitrine::ui::Window;

use super::{Scene, command, compare};

/// How long a talk has run, in seconds: so long that no frame moves its clock.
const ELAPSED: f64 = 600.0;

/// A talk of two screens at a stop, from 1.
fn at(stop: usize, lang: Lang) -> TalkScreenshot {
    TalkScreenshot { stop, elapsed: ELAPSED, screens: 2, notes_lang: lang, ..TalkScreenshot::default() }
}

/// Brings a state to a stop, where keys are pressed.
fn talk(state: &mut State, lang: Lang, stop: usize, keys: &[&str]) {
    let keys = keys.iter().map(|key| (*key).to_owned()).collect();
    arrange_talk(state, &TalkScreenshot { keys, ..at(stop, lang) });
    command(state, [Action::Tick(ELAPSED)]);
}

/// Shows a form of the chart that the running order does not have.
fn aside(state: &mut State, lang: Lang, form: ChartForm, highlighted: Vec<u32>) {
    talk(state, lang, 7, &[]);
    let shows = Shows::Chart(ChartStop { form, highlighted, ..ChartStop::default() });
    let spot = Spot { aside: Some(Box::new(shows)), ..state.talk().spot.clone() };
    command(state, [Action::Talk(TalkCommand::Show(spot))]);
}

#[test]
fn the_speaker() {
    let scenes: [Scene; 23] = [
        ("start", |s, lang| arrange_talk(s, &TalkScreenshot { sheet: true, ..at(1, lang) })),
        ("start-one-screen", |s, lang| arrange_talk(s, &TalkScreenshot { sheet: true, screens: 1, ..at(1, lang) })),
        ("report", |s, lang| arrange_talk(s, &TalkScreenshot { over: true, ..at(9, lang) })),
        ("console-first", |s, lang| talk(s, lang, 1, &[])),
        ("console-late", |s, lang| talk(s, lang, 5, &[])),
        ("console-on-pace", |s, lang| talk(s, lang, 9, &[])),
        ("console-early", |s, lang| talk(s, lang, 15, &[])),
        ("console-last", |s, lang| talk(s, lang, 17, &[])),
        ("console-other-notes", |s, lang| {
            let notes_lang = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
            arrange_talk(s, &at(8, notes_lang));
        }),
        ("one-screen", |s, lang| arrange_talk(s, &TalkScreenshot { screens: 1, ..at(7, lang) })),
        ("screen-lost", |s, lang| arrange_talk(s, &TalkScreenshot { lost: true, ..at(7, lang) })),
        ("overview", |s, lang| talk(s, lang, 6, &["G"])),
        ("overview-moved", |s, lang| talk(s, lang, 6, &["G", "Right", "Down"])),
        ("search", |s, lang| talk(s, lang, 6, &["Slash"])),
        ("search-typed", |s, lang| talk(s, lang, 6, &["Slash", "=1"])),
        ("search-nothing", |s, lang| talk(s, lang, 6, &["Slash", "=qqq"])),
        ("keys", |s, lang| talk(s, lang, 6, &["H"])),
        ("more", |s, lang| {
            talk(s, lang, 6, &[]);
            command(s, [Action::Talk(TalkCommand::Do(KeyCommand::More))]);
        }),
        ("end", |s, lang| {
            talk(s, lang, 6, &[]);
            command(s, [Action::Talk(TalkCommand::AskEnd)]);
        }),
        ("frozen", |s, lang| talk(s, lang, 5, &["F", "N"])),
        ("typed-paused", |s, lang| talk(s, lang, 5, &["T", "1", "2"])),
        ("black", |s, lang| talk(s, lang, 5, &["B", "Plus", "Plus"])),
        ("another-exhibition", |s, lang| {
            talk(s, lang, 11, &["L"]);
            command(s, [Action::HandedOver("stick/another".into())]);
        }),
    ];
    compare("speaker", Window::Main, &PackPlace::BuiltIn, &scenes);
}

#[test]
fn the_audience() {
    let scenes: [Scene; 20] = [
        ("card", |s, lang| talk(s, lang, 1, &[])),
        ("card-with-a-figure", |s, lang| talk(s, lang, 15, &[])),
        ("card-of-words", |s, lang| talk(s, lang, 16, &[])),
        ("milestone", |s, lang| talk(s, lang, 4, &[])),
        ("milestone-late", |s, lang| talk(s, lang, 12, &[])),
        ("pairings", |s, lang| talk(s, lang, 3, &[])),
        ("photo-stand-in", |s, lang| talk(s, lang, 5, &[])),
        ("photo", |s, lang| talk(s, lang, 9, &[])),
        ("province", |s, lang| talk(s, lang, 6, &[])),
        ("bars", |s, lang| talk(s, lang, 7, &[])),
        ("bars-some-lit", |s, lang| talk(s, lang, 8, &[])),
        ("running", |s, lang| talk(s, lang, 14, &[])),
        ("rows", |s, lang| aside(s, lang, ChartForm::Rows, vec![5, 6])),
        ("table", |s, lang| aside(s, lang, ChartForm::Table, Vec::new())),
        ("running-some-lit", |s, lang| aside(s, lang, ChartForm::Running, vec![2])),
        ("spotlight", |s, lang| talk(s, lang, 11, &["L"])),
        ("dot", |s, lang| talk(s, lang, 13, &["D"])),
        ("zoomed", |s, lang| talk(s, lang, 11, &["Z"])),
        ("frozen", |s, lang| talk(s, lang, 9, &["F", "N"])),
        ("white", |s, lang| talk(s, lang, 9, &["W"])),
    ];
    compare("audience", Window::Audience, &PackPlace::BuiltIn, &scenes);
}
