//! An exhibition that is being edited, before a visitor of the editor.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Vec2;
use serde_json::{Value, json};
use vitrine::app::App;
use vitrine::files::PackSource;
use vitrine::import::{self, Template};
use vitrine::model::{Lang, Pack, PackFiles, PackPlace, Tree, read};
use vitrine::state::editing::{Begun, SheetCommand, Table};
use vitrine::state::{Action, BeginCommand, EditCommand, State, Theme};
use vitrine::ui::Window;
use vitrine::work::{self, Document};
use vitrine::{diagnostics, review, screenshot};

use super::Visitor;

/// The built-in document.
pub fn built_in() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/exhibition/exhibition.json");
    std::fs::read_to_string(path).expect("the built-in exhibition")
}

/// With what editing a document over the built-in pictures begins.
pub fn begun(text: &str) -> Begun {
    let (exhibition, problems) = read(text).expect("read");
    let names: BTreeSet<String> = PackSource::BuiltIn.names();
    let pack = Pack::new(PackPlace::BuiltIn, exhibition, problems, |name| names.contains(name));
    let files = PackFiles { names, ..PackFiles::default() };
    let tree = Tree::of_text(text).expect("a tree");
    Begun { pack, tree, files, records: Vec::new(), target: None, is_older: false }
}

/// A state that edits a document over the built-in pictures.
pub fn editing(text: &str, lang: Lang) -> State {
    let mut state = State::default();
    state.update(Action::Lang(lang));
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun(text))))));
    check(&mut state);
    state
}

/// Looks for problems at once.
pub fn check(state: &mut State) {
    let editing = state.editing().expect("it is edited");
    let (revision, names) = (editing.revision(), editing.files().names.clone());
    let problems = diagnostics::problems_of(state.pack(), &names);
    state.update(Action::Edit(EditCommand::Checked(revision, problems)));
}

/// Somebody who edits a document.
pub fn editor(text: &str, lang: Lang, size: Vec2) -> Visitor {
    Visitor::looking_at(editing(text, lang), Arc::new(PackSource::BuiltIn), size, Window::Main)
}

/// The languages, themes and sizes in which pictures of the editor are drawn.
pub const DRESSES: [(&str, Lang, Theme, [u32; 2]); 4] = [
    ("en", Lang::En, Theme::Light, [1920, 1080]),
    ("zh", Lang::Zh, Theme::Dark, [1280, 800]),
    ("bo", Lang::Bo, Theme::Light, [1920, 1080]),
    ("bo-small", Lang::Bo, Theme::Dark, [1280, 800]),
];

/// Draws a state that edits the built-in pictures; where pictures are kept, writes it beside them.
pub fn draw(state: State, name: &str, size: [u32; 2]) {
    if std::env::var_os("KEEP_PICTURES").is_none() {
        return;
    }
    let image = screenshot::render(App::new(state, Arc::new(PackSource::BuiltIn), None, |_| {}), size);
    let bytes: Vec<u8> = image.pixels.iter().flat_map(egui::Color32::to_array).collect();
    let folder = std::env::current_exe().expect("a program").ancestors().nth(3).expect("a folder").join("pictures");
    std::fs::create_dir_all(&folder).expect("a folder");
    let [width, height] = size;
    image::save_buffer(folder.join(format!("{name}.png")), &bytes, width, height, image::ColorType::Rgba8)
        .expect("written");
}

/// Rows of batches that somebody has changed in a spreadsheet, read beside this text.
pub fn spreadsheet(text: &str, lang: Lang) -> Vec<Action> {
    let tree = Tree::of_text(text).expect("a tree");
    let template = import::csv(Template { table: Table::Milestones, lang, tree: &tree });
    let changed: Vec<String> = template
        .lines()
        .enumerate()
        .map(|(row, line)| match row {
            // A date that is none, and a text of three languages that is another.
            3 => line.replacen("19", "some time, 19", 1),
            5 | 6 => line.replacen("西藏", "我区", 1),
            _ => line.to_owned(),
        })
        .collect();
    let path = PathBuf::from("milestones-2026-checked-by-the-office.csv");
    let read = work::sheet_of(changed.join("\r\n").as_bytes(), &Document { tree, revision: 0, table: None });
    let commands = [SheetCommand::Reading(path.clone()), SheetCommand::Done(path, read)];
    commands.map(|command| Action::Edit(EditCommand::Sheet(command))).to_vec()
}

/// The answers of a reader of Chinese, as a page saves them, beside this text: the first drafts agreed, the next one better, one
/// whose source has changed meanwhile, and one that nobody knows.
pub fn answers(text: &str, reader: &str) -> Vec<u8> {
    let rows = review::rows(&Tree::of_text(text).expect("a tree"), Lang::Zh);
    let drafts: Vec<_> = rows.iter().filter(|row| !row.text().is_empty() && row.state().is_to_be_checked()).collect();
    let answer = |(number, row): (usize, &&review::Row)| {
        let source = if number == 3 { "en print:0".to_owned() } else { row.source_print() };
        let better = if number < 2 { String::new() } else { format!("{}（改）", row.text()) };
        json!({ "number": number + 1, "id": row.id, "text": row.text_print(), "source": source, "better": better,
                "agreed": number < 2, "remark": "" })
    };
    let mut answers: Vec<Value> = drafts.iter().take(4).enumerate().map(answer).collect();
    answers.push(json!({ "number": 9, "id": "photos/gone/alt.zh", "text": "print:1", "source": "none", "better": "",
                         "agreed": true, "remark": "" }));
    let file = json!({ "vitrine-review": 1, "lang": "zh", "pack": review::print_text(text), "reader": reader,
                       "date": "2026-11-29", "texts": drafts.len(), "answers": answers });
    file.to_string().into_bytes()
}

/// The same answers, read in the editor.
pub fn answered(text: &str) -> Vec<Action> {
    let path = PathBuf::from("vitrine-zh-answers.json");
    let document = Document { tree: Tree::of_text(text).expect("a tree"), revision: 0, table: None };
    let read = work::answers_of(&answers(text, "李老师"), &document).expect("answers");
    let commands = [SheetCommand::Reading(path.clone()), SheetCommand::Done(path, read)];
    commands.map(|command| Action::Edit(EditCommand::Sheet(command))).to_vec()
}
