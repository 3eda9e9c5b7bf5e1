//! The tables of the editor: cells by keys, blocks to and from a spreadsheet, rows that lack something.

use std::collections::BTreeSet;

use egui::{Event, Key, Modifiers, Vec2, vec2};
use vitrine::model::{Amount, Change, FieldPath, Lang, List, Pack, PackFiles, PackPlace, Precision, Tree, read};
use vitrine::state::editing::{Begun, Edit, Surface, Table};
use vitrine::state::{Action, BeginCommand, EditCommand, Editing, State};
use vitrine::ui::Window;
use vitrine::work;

use crate::support::Visitor;

const TEXT: &str = include_str!("../../assets/exhibition/exhibition.json");

/// The built-in exhibition, being edited in a table.
pub fn state(lang: Lang, table: Table) -> State {
    let (exhibition, problems) = read(TEXT).expect("read");
    let tree = Tree::of_text(TEXT).expect("a tree");
    let names: BTreeSet<String> = exhibition.photos.iter().map(|photo| photo.file.clone()).collect();
    let pack = Pack::new(PackPlace::BuiltIn, exhibition, problems, |name| names.contains(name));
    let files = PackFiles { names, ..PackFiles::default() };
    let begun = Begun { pack, tree, files, records: Vec::new(), target: None, is_older: false };
    let mut state = State::default();
    state.update(Action::Lang(lang));
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun)))));
    state.update(Action::Edit(EditCommand::Table(table)));
    state
}

fn editor(table: Table) -> Visitor {
    editor_at(state(Lang::En, table), vec2(1920.0, 1080.0))
}

fn editor_at(state: State, size: Vec2) -> Visitor {
    let (_, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    Visitor::looking_at(state, source, size, Window::Main)
}

fn editing(visitor: &Visitor) -> &Editing {
    visitor.state().editing().expect("editing")
}

fn text(visitor: &Visitor, path: &str) -> String {
    editing(visitor).tree().text_at(&path.parse().expect("a path")).to_owned()
}

fn document(visitor: &Visitor) -> String {
    editing(visitor).tree().text().expect("text")
}

#[test]
fn a_caption_is_written_by_keys_alone_and_esc_leaves_it_as_it_was() {
    let mut visitor = editor(Table::Captions);
    let first = visitor.name_of_cell("English, row 1,");
    visitor.click(&first);
    assert_eq!(visitor.focused().as_deref(), Some(first.as_str()));
    visitor.press(Key::ArrowDown);
    visitor.press(Key::ArrowRight);
    let focused = visitor.focused().expect("a cell");
    assert!(focused.starts_with("Chinese, row 2, "), "{focused}");
    visitor.press(Key::Enter);
    visitor.type_text("（完）");
    let caption = text(&visitor, "photos[1].caption.zh");
    assert!(caption.ends_with("（完）"), "on screen and in the document as it is typed: {caption}");
    assert!(visitor.state().pack().exhibition.photos[1].caption.zh.ends_with("（完）"));
    visitor.press(Key::Tab);
    let focused = visitor.focused().expect("a cell");
    assert!(focused.starts_with("Tibetan, row 2, "), "{focused}");
    // Typing over a cell takes the place of its text, and the letters are no keys of the program.
    let before = document(&visitor);
    for letter in ["l", "t", "c", "1"] {
        visitor.press_and_type(letter);
    }
    assert_eq!(text(&visitor, "photos[1].caption.bo"), "ltc1");
    visitor.press(Key::Escape);
    assert_eq!(document(&visitor), before);
    assert_eq!(visitor.focused(), Some(focused));
    assert_eq!(visitor.state().lang(), Lang::En);
}

#[test]
fn a_block_goes_to_a_spreadsheet_and_back_and_is_undone_in_one_step() {
    let mut visitor = editor(Table::Captions);
    let before = document(&visitor);
    let first = visitor.name_of_cell("English, row 2,");
    visitor.click(&first);
    for (modifiers, key) in
        [(Modifiers::SHIFT, Key::ArrowDown), (Modifiers::SHIFT, Key::ArrowDown), (Modifiers::SHIFT, Key::ArrowRight)]
    {
        visitor.press_with(modifiers, key);
    }
    let copied = visitor.event(Event::Copy).expect("a text on the clipboard");
    assert_eq!(copied.matches('\n').count(), 3);
    assert!(visitor.sees("Copied: 3 rows, 2 columns"));
    visitor.event(Event::Paste(copied));
    assert_eq!(document(&visitor), before, "what was copied changes nothing where it came from");
    visitor.event(Event::Paste("One\t\"一\n二\"\r\nTwo\t三\r\n\"Said \"\"so\"\"\"\t四\r\n".to_owned()));
    assert_eq!(text(&visitor, "photos[1].caption.en"), "One");
    assert_eq!(text(&visitor, "photos[1].caption.zh"), "一\n二");
    assert_eq!(text(&visitor, "photos[3].caption.en"), "Said \"so\"");
    assert_eq!(text(&visitor, "photos[3].caption.zh"), "四");
    visitor.click("Undo");
    assert_eq!(document(&visitor), before);
}

#[test]
fn rows_of_a_spreadsheet_fill_an_empty_table_and_are_added_to_another() {
    let mut state = state(Lang::En, Table::Statements);
    let count = editing_len(&state);
    let gone = (0..count).map(|_| Change::Remove { at: "statements[0]".parse().expect("a path") }).collect();
    state.update(Action::Edit(EditCommand::Edit(Edit::step(gone))));
    let mut visitor = editor_at(state, vec2(1920.0, 1080.0));
    assert!(visitor.sees_containing("paste rows from a spreadsheet"), "{:?}", visitor.names());
    let groups = editing(&visitor).tree().text_at(&"groups[0].title.en".parse().expect("a path")).to_owned();
    visitor.event(Event::Paste(format!("{groups}\t\tOne\n{groups}\t\tTwo\n")));
    assert_eq!(editing_len(visitor.state()), 2);
    let first = visitor.name_of_cell("English, row 2,");
    visitor.click(&first);
    visitor.event(Event::Paste("Second\nThird\nFourth\n".to_owned()));
    visitor.click("Add 2 rows");
    assert_eq!((editing_len(visitor.state()), text(&visitor, "statements[3].text.en")), (4, "Fourth".to_owned()));
    visitor.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!((editing_len(visitor.state()), text(&visitor, "statements[1].text.en")), (2, "Two".to_owned()));
}

fn editing_len(state: &State) -> usize {
    state.editing().expect("editing").tree().len("statements")
}

#[test]
fn a_paste_that_has_no_room_asks_once() {
    let mut visitor = editor(Table::Batches);
    let last = visitor.name_of_cell("People, row 9,");
    visitor.click(&last);
    let before = document(&visitor);
    visitor.event(Event::Paste("about 900\nn/a\n1,200\n".to_owned()));
    assert!(visitor.sees("3 rows copied, 2 here."), "{:?}", visitor.names());
    assert_eq!(document(&visitor), before);
    visitor.click("Paste what has room");
    let amount = visitor.state().pack().exhibition.batches[8].figure.amount();
    assert_eq!(amount, Some(Amount { value: 900.0, precision: Precision::About }));
    assert!(visitor.sees_containing("1 cell changed. 1 cell was left as it was:"), "{:?}", visitor.names());
    assert!(visitor.sees_containing("People, row 10, Batch 10: “n/a”: not a number."), "{:?}", visitor.names());
}

#[test]
fn rows_that_lack_a_language_are_found_and_stay_until_they_are_left() {
    let mut state = state(Lang::En, Table::Captions);
    let missing = |at: usize| Change::unset(FieldPath::entry("photos", at).field("caption.bo"));
    state.update(Action::Edit(EditCommand::Edit(Edit::step(vec![missing(2), missing(5), missing(6)]))));
    let mut visitor = editor_at(state, vec2(1920.0, 1080.0));
    visitor.click("Missing Tibetan (3)");
    assert!(visitor.sees("3 of 20 rows"));
    let cell = visitor.name_of_cell("Tibetan, row 3,");
    assert!(cell.ends_with(": missing"), "{cell}");
    visitor.click(&cell);
    visitor.press(Key::F2);
    visitor.type_text("བོད་ཡིག");
    assert!(visitor.sees("Row 3 stays in the list until you leave it"));
    visitor.press(Key::Enter);
    assert!(visitor.sees("2 of 20 rows"));
    let focused = visitor.focused().expect("the next row");
    assert!(focused.starts_with("Tibetan, row 6, "), "{focused}");
    visitor.click_containing("Missing Tibetan (2)");
    assert!(visitor.sees("20 rows"));
}

#[test]
fn a_number_is_typed_and_taken_away_and_is_never_zero() {
    let mut visitor = editor(Table::Batches);
    let people = |visitor: &Visitor, at: usize| visitor.state().pack().exhibition.batches[at].figure.amount();
    let worked_out = visitor.name_of_cell("People, row 6,");
    assert!(worked_out.ends_with("worked out"), "{worked_out}");
    visitor.click(&worked_out);
    let before = document(&visitor);
    visitor.press_and_type("7");
    visitor.press(Key::Enter);
    assert!(visitor.sees_containing("This number is worked out"), "{:?}", visitor.names());
    visitor.press(Key::Escape);
    assert_eq!(document(&visitor), before);
    let third = visitor.name_of_cell("People, row 3,");
    assert!(third.ends_with("not published"), "{third}");
    visitor.click(&third);
    visitor.press_and_type("n");
    visitor.type_text("early 2 117");
    visitor.press(Key::Enter);
    assert_eq!(people(&visitor, 2), Some(Amount { value: 2117.0, precision: Precision::Nearly }));
    visitor.press(Key::ArrowUp);
    assert!(visitor.focused().expect("a cell").ends_with(": nearly 2,117"));
    visitor.press(Key::Delete);
    assert_eq!(people(&visitor, 2), None);
    assert!(visitor.focused().expect("a cell").ends_with(": not published"));
}

#[test]
fn a_source_is_chosen_from_those_that_match_what_is_typed() {
    let mut visitor = editor(Table::Pairings);
    let sources = visitor.name_of_cell("Sources, row 2,");
    visitor.activate(&sources);
    visitor.press_and_type("x");
    visitor.type_text("h2024zh");
    visitor.press(Key::ArrowDown);
    visitor.press(Key::Enter);
    let chosen = &visitor.state().pack().exhibition.pairings[1].sources;
    assert_eq!(chosen.iter().map(vitrine::model::SourceId::as_str).collect::<Vec<_>>(), ["xh2024zh"]);
}

#[test]
fn no_letter_is_lost_where_somebody_types_faster_than_frames_are_drawn() {
    let mut visitor = editor(Table::Batches);
    let arrived = visitor.name_of_cell("Arrived, row 2,");
    visitor.click(&arrived);
    visitor.type_through(&["199", "8-0", "7\n"]);
    assert_eq!(text(&visitor, "batches[1].arrive.date"), "1998-07");
    visitor.type_through(&["2001\n"]);
    assert_eq!(text(&visitor, "batches[2].arrive.date"), "2001", "the next row, in one frame");
    // The only source that is left of what was typed is meant.
    let years = visitor.name_of_cell("Sources of the years, row 2,");
    visitor.click(&years);
    visitor.type_through(&["xh20", "24zh\n"]);
    assert_eq!(editing(&visitor).tree().text_at(&"batches[1].years_sources[0]".parse().expect("a path")), "xh2024zh");
}

#[test]
fn a_row_is_added_and_deleted() {
    let mut visitor = editor(Table::Milestones);
    visitor.click("Add a milestone");
    let focused = visitor.focused().expect("the new row");
    assert!(focused.starts_with("Date, row 19, "), "{focused}");
    let counts = |visitor: &Visitor| {
        [editing(visitor).tree().len("milestones"), visitor.state().pack().exhibition.milestones.len()]
    };
    assert_eq!(counts(&visitor), [19, 18], "a day that nobody has said is not made up");
    visitor.type_through(&["2024-07\n"]);
    assert_eq!(counts(&visitor), [19, 19]);
    visitor.click("Delete this row");
    assert_eq!(counts(&visitor), [18, 18]);
}

/// How much a frame draws, with so many pictures.
fn shapes_with(pictures: usize) -> (usize, usize) {
    let mut state = state(Lang::En, Table::Captions);
    let entry = editing_entry(&state);
    let have = state.pack().exhibition.photos.len();
    let insert = |at: usize| {
        let mut entry = entry.clone();
        entry["id"] = format!("more-{at}").into();
        Change::insert(FieldPath::entry("photos", at), entry)
    };
    let changes = (have..pictures).map(insert).collect();
    state.update(Action::Edit(EditCommand::Edit(Edit::step(changes))));
    let mut visitor = editor_at(state, vec2(1920.0, 1080.0));
    visitor.scroll(3000.0);
    let cells = visitor.names().iter().filter(|name| name.starts_with("English, row ")).count();
    (visitor.shapes(), cells)
}

fn editing_entry(state: &State) -> serde_json::Value {
    let tree = state.editing().expect("editing").tree();
    tree.entry(List::Photos.field(), 0).expect("a picture").clone()
}

#[test]
fn ten_thousand_rows_lay_out_no_more_than_a_hundred_do() {
    let (few, few_cells) = shapes_with(100);
    let (many, many_cells) = shapes_with(10_000);
    assert!(few_cells.abs_diff(many_cells) <= 1, "{few_cells} {many_cells}");
    assert!(few.abs_diff(many) <= few / 10, "{few} {many}");
}

#[test]
fn the_names_stay_in_sight_where_a_table_scrolls_sideways() {
    let mut visitor = editor_at(state(Lang::Zh, Table::Milestones), vec2(1280.0, 800.0));
    assert_eq!(editing(&visitor).surface(), Surface::Tables);
    let first = visitor.name_of_cell("日期，第 1 行");
    visitor.click(&first);
    visitor.press(Key::End);
    let focused = visitor.focused().expect("a cell");
    assert!(focused.starts_with("来源，第 1 行"), "{focused}");
    let cell = visitor.area(&focused).expect("it is there");
    assert!(visitor.window().contains_rect(cell.shrink(1.0)), "{cell:?}");
    let name = visitor.names().into_iter().find(|name| name.starts_with("第 1 行")).expect("its name");
    assert!(visitor.area(&name).expect("it is there").right() <= cell.left() + 1.0);
}

#[test]
fn a_pointer_chooses_a_cell_a_block_and_a_row_and_ends_writing() {
    let mut visitor = editor(Table::Batches);
    let middle = |visitor: &Visitor, start: &str| {
        let name = visitor.name_of_cell(start);
        visitor.area(&name).expect("it is there").center()
    };
    let [from, to] = ["Arrived, row 2,", "People, row 4,"].map(|start| middle(&visitor, start));
    visitor.grasp(from);
    visitor.point(from.lerp(to, 0.5));
    visitor.point(to);
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    let released = Event::PointerButton { pos: to, button, pressed: false, modifiers };
    assert_eq!(visitor.event(released), None);
    assert_eq!(editing(&visitor).cells().block(), Some(([1, 3], [1, 3])));
    let name = middle(&visitor, "Row 5,");
    visitor.tap(name);
    assert_eq!(editing(&visitor).cells().block(), Some(([4, 4], [0, 5])));
    visitor.tap(from);
    assert_eq!(editing(&visitor).cells().block(), Some(([1, 1], [1, 1])));
    visitor.press(Key::F2);
    assert_eq!(editing(&visitor).cells().writing().expect("writing").text, "1998");
    visitor.tap(to);
    assert_eq!(editing(&visitor).cells().writing(), None);
}

#[test]
fn keys_lead_to_the_ends_of_a_table_and_out_of_it() {
    let mut visitor = editor(Table::Sources);
    let first = visitor.name_of_cell("Own title, row 1,");
    visitor.click(&first);
    visitor.press_with(Modifiers::COMMAND, Key::End);
    let last = visitor.focused().expect("a cell");
    assert!(last.starts_with("Read, row 103, "), "{last}");
    let cell = visitor.area(&last).expect("it is there");
    assert!(visitor.window().contains_rect(cell.shrink(1.0)), "{cell:?}");
    visitor.press(Key::PageUp);
    let above = visitor.focused().expect("a cell");
    assert!(above.starts_with("Read, row 9"), "{above}");
    // Scrolled out of sight, the cell keeps its keys, and comes back with the next one.
    visitor.scroll(-20_000.0);
    visitor.press(Key::ArrowDown);
    let back = visitor.focused().expect("a cell");
    assert!(back.starts_with("Read, row 9") && back != above, "{back}");
    visitor.press(Key::Escape);
    assert_eq!(visitor.focused().as_deref(), Some("Add a source"));
    assert_eq!(editing(&visitor).cells().cursor(), None);
}

#[test]
fn what_an_input_method_composes_over_a_chosen_cell_is_written_there_from_the_first_letter() {
    use egui::ImeEvent::{Commit, Preedit};
    let mut visitor = editor(Table::Captions);
    let cell = visitor.name_of_cell("Chinese, row 2,");
    visitor.focus(&cell);
    let composes = |visitor: &mut Visitor, text: &str| {
        let preedit = Preedit { text: text.to_owned(), active_range_chars: None };
        visitor.event(egui::Event::Ime(preedit));
    };
    composes(&mut visitor, "n");
    let writing = |visitor: &Visitor| editing(visitor).cells().writing().map(|writing| writing.text.clone());
    assert_eq!(writing(&visitor).as_deref(), Some("n"), "the first letter too");
    composes(&mut visitor, "ni hao");
    assert_eq!(writing(&visitor).as_deref(), Some("ni hao"));
    visitor.event(egui::Event::Ime(Commit("你好".to_owned())));
    assert_eq!(writing(&visitor).as_deref(), Some("你好"));
    visitor.press(Key::Enter);
    assert!(document(&visitor).contains("\"你好\""));
    assert_eq!(editing(&visitor).history().undoable(), 1);
}
