//! What a key in a caption, an undo and going back to a version take in an exhibition of 5,000 pictures, without drawing.
//!
//!     cargo bench --bench editing

#![expect(clippy::print_stdout, reason = "the figures are its output")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use vitrine::model::{Change, FieldPath, Pack, PackFiles, PackPlace, Tree, read};
use vitrine::state::editing::{BeginCommand, Begun, Edit, EditCommand};
use vitrine::state::{Action, State};

const PICTURES: usize = 5_000;
const KEYS: usize = 2_000;

fn text() -> String {
    let mut text = r#"{ "format": 1, "title": { "en": "Many" }, "photos": ["#.to_owned();
    for n in 0..PICTURES {
        let words = |what: &str| {
            let en = format!("{what} {n}: people stand beside a road on the plateau, and a bus waits behind them. ")
                .repeat(2);
            let zh = "人们站在高原的公路旁，身后有一辆客车等候。".repeat(2);
            let bo = "མི་རྣམས་མཐོ་སྒང་གི་གཞུང་ལམ་འགྲམ་དུ་ལངས་ནས་བསྡད་འདུག".repeat(2);
            format!(r#"{{ "en": "{en}", "zh": "{zh}", "bo": "{bo}" }}"#)
        };
        let comma = if n == 0 { "" } else { "," };
        let (title, caption, alt) = (words("Title"), words("Caption"), words("Alternative"));
        let entry = format!(
            r#"{{ "id": "p{n}", "file": "p/{n}.jpg", "size": [2400, 1600], "title": {title}, "caption": {caption}, "alt": {alt} }}"#
        );
        let _ = write!(text, "{comma}\n{entry}");
    }
    text.push_str("\n] }\n");
    text
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!("{what}: median {:?}, 95 of 100 {:?}, longest {:?}", at(50), at(95), at(100));
}

fn main() {
    let text = text();
    println!("{PICTURES} pictures, {} kB of text", text.len() / 1_000);
    let begun_at = Instant::now();
    let (exhibition, problems) = read(&text).expect("an exhibition");
    let names: BTreeSet<String> = (0..PICTURES).map(|n| format!("p/{n}.jpg")).collect();
    let pack = Pack::new(PackPlace::BuiltIn, exhibition, problems, |name| names.contains(name));
    let tree = Tree::of_text(&text).expect("a tree");
    let files = PackFiles { names, ..PackFiles::default() };
    let begun = Begun { pack, tree, files, records: Vec::new(), target: None, is_older: false };
    let mut state = State::default();
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun)))));
    println!("begun after {:?}", begun_at.elapsed());
    let at: FieldPath = "photos[2500].caption.en".parse().expect("a path");
    let mut typed = String::new();
    let timed = |state: &mut State, command: EditCommand| {
        let before = Instant::now();
        state.update(Action::Edit(command));
        before.elapsed()
    };
    let keys: Vec<Duration> = (0..KEYS)
        .map(|n| {
            typed.push(char::from(b'a' + u8::try_from(n % 26).unwrap_or_default()));
            timed(&mut state, EditCommand::Edit(Edit::typed(at.clone(), &typed[typed.len().saturating_sub(300)..])))
        })
        .collect();
    report("a key in a caption", keys);
    let moves = (0..200).map(|n| {
        let change = Change::Move { at: FieldPath::entry("photos", n * 20), to: PICTURES - 1 - n };
        timed(&mut state, EditCommand::Edit(Edit::step(vec![change])))
    });
    report("a picture moved", moves.collect());
    let undone = (0..200).map(|_| timed(&mut state, EditCommand::Undo)).collect();
    report("undone", undone);
    let written = Instant::now();
    let length = state.editing().and_then(|editing| editing.tree().text().ok()).map_or(0, |text| text.len());
    println!("the text of it ({} kB) in {:?}", length / 1_000, written.elapsed());
    println!("memory: {} MB", vitrine::files::resident_kib().unwrap_or_default() / 1_024);
}
