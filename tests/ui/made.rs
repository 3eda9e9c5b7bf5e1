//! An exhibition of ten pictures, two batches and a talk is made by keys alone, as somebody does who hears the program: each control is
//! reached by its name, and used by keys.

use egui::{Key, Modifiers, vec2};
use vitrine::files::PackSource;
use vitrine::model::{Amount, Lang, List, Precision, Probed, read};
use vitrine::state::editing::fields::Called;
use vitrine::state::editing::table::Named;
use vitrine::state::editing::{AddedPhoto, Landing, Surface, Table};
use vitrine::state::talk::Phase;
use vitrine::state::{Action, EditCommand, Editing, Overlay, PhotoCommand, TalkCommand};
use vitrine::text::{Cells, Editor, Order, Pane, Say};

use crate::support::Visitor;
use crate::support::editor::editor;

/// What it begins with, as an empty one does.
const EMPTY: &str = "{ \"format\": 1, \"title\": {} }\n";
const PICTURES: usize = 10;

fn editing(visitor: &Visitor) -> &Editing {
    visitor.state().editing().expect("it is edited")
}

/// Presses a control by the keyboard.
fn use_control(visitor: &mut Visitor, words: Say<'_>) {
    let name = visitor.say(words);
    visitor.focus(&name);
    visitor.press(Key::Enter);
}

/// Types into the field of this name.
fn write(visitor: &mut Visitor, words: Pane<'_>, text: &str) {
    let name = visitor.say(Say::Pane(words));
    visitor.focus(&name);
    visitor.type_text(text);
}

/// Goes to the cell of a column in a row.
fn go_to_cell(visitor: &mut Visitor, column: Named, row: usize) {
    let column = visitor.say(Say::Cells(Cells::Column(column)));
    let row = visitor.say(Say::Cells(Cells::Row(row, "")));
    let row = row.trim_end_matches([' ', ',', '，', '、', ':', '：']).to_owned();
    let names = visitor.names();
    let is_it = |name: &&String| name.starts_with(&column) && name.to_lowercase().contains(&row.to_lowercase());
    let name = names.iter().find(is_it).unwrap_or_else(|| panic!("{column} {row} in {names:#?}")).clone();
    visitor.focus(&name);
}

/// Writes a cell, and goes to the one below.
fn write_cell(visitor: &mut Visitor, text: &str) {
    visitor.press(Key::F2);
    visitor.press_with(Modifiers::COMMAND, Key::A);
    visitor.type_text(text);
    visitor.press(Key::Enter);
}

/// What the disk answers to photographs that are added: here they are those of the built-in exhibition.
fn ten_photographs() -> Vec<AddedPhoto> {
    let names = PackSource::BuiltIn.names();
    let is_photograph = |name: &str| std::path::Path::new(name).extension().is_some_and(|ending| ending == "jpg");
    let pictures = names.iter().filter(|name| is_photograph(name)).take(PICTURES);
    let added = |(i, file): (usize, &String)| AddedPhoto {
        file: file.clone(),
        name: format!("IMG_{i}.jpg"),
        size: Some([1600, 1000]),
        probed: Probed { size: Some([1600, 1000]), ..Probed::default() },
    };
    pictures.enumerate().map(added).collect()
}

/// A talk of all pictures, with a text at its beginning.
fn make_talk(visitor: &mut Visitor, lang: Lang, talk: &str) {
    use_control(visitor, Say::Editor(Editor::Surface(Surface::RunningOrder)));
    use_control(visitor, Say::Order(Order::FromPictures(PICTURES)));
    assert_eq!(visitor.state().pack().exhibition.running_order.len(), PICTURES);
    use_control(visitor, Say::Order(Order::AddText));
    visitor.type_text(talk);
    let stops = &visitor.state().pack().exhibition.running_order;
    assert_eq!((stops.len(), stops[1].title.only(lang)), (PICTURES + 1, talk), "{lang:?}");
    visitor.press(Key::Tab);
    visitor.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(visitor.state().pack().exhibition.running_order[0].title.only(lang), talk, "{lang:?}: it comes first");
}

fn make(lang: Lang, [title, caption, talk]: [&str; 3]) {
    let mut visitor = editor(EMPTY, lang, vec2(1920.0, 1080.0));
    // Where there is no dialog, as here, the place of photographs is typed.
    visitor.apply(Action::Edit(EditCommand::Photos(PhotoCommand::NoDialog(Landing::End))));
    visitor.press(Key::Escape);

    use_control(&mut visitor, Say::Editor(Editor::Whole));
    write(&mut visitor, Pane::In(Called::Title, lang), title);
    visitor.press(Key::Escape);
    assert_eq!(editing(&visitor).chosen(), None, "{lang:?}: the pane is closed");

    use_control(&mut visitor, Say::Editor(Editor::AddPhotographs));
    assert_eq!(visitor.state().overlay(), Some(Overlay::Photographs), "{lang:?}");
    visitor.type_text("/media/photographs");
    visitor.press(Key::Enter);
    assert_eq!(visitor.state().overlay(), None, "{lang:?}: the photographs are looked for");
    let added = PhotoCommand::Added(ten_photographs(), Vec::new(), Landing::End);
    visitor.apply(Action::Edit(EditCommand::Photos(added)));
    assert_eq!(visitor.state().wall().len(), PICTURES);

    // Captions, one below the other.
    use_control(&mut visitor, Say::Editor(Editor::Surface(Surface::Tables)));
    go_to_cell(&mut visitor, Named::Text(lang), 1);
    for number in 1..=PICTURES {
        write_cell(&mut visitor, &format!("{caption} {number}"));
    }
    let x = &visitor.state().pack().exhibition;
    let captions: Vec<&str> = x.photos.iter().map(|photo| photo.caption.only(lang)).collect();
    let expected: Vec<String> = (1..=PICTURES).map(|number| format!("{caption} {number}")).collect();
    assert_eq!(captions, expected, "{lang:?}");

    // Two batches: one with a number, one of which nothing is published yet.
    let name = visitor.say(Say::Editor(Editor::Table(Table::Batches)));
    use_control(&mut visitor, Say::Cells(Cells::TableRow(&name, 0)));
    for _ in 0..2 {
        use_control(&mut visitor, Say::Editor(Editor::Add(List::Batches)));
    }
    assert_eq!(visitor.state().pack().exhibition.batches, [], "{lang:?}: nobody has said yet when they came");
    go_to_cell(&mut visitor, Named::Arrived, 1);
    for year in ["2016", "2019"] {
        write_cell(&mut visitor, year);
    }
    go_to_cell(&mut visitor, Named::People, 1);
    write_cell(&mut visitor, "622");
    let x = &visitor.state().pack().exhibition;
    let amounts: Vec<Option<Amount>> = x.batches.iter().map(|batch| batch.figure.amount()).collect();
    assert_eq!(amounts, [Some(Amount { value: 622.0, precision: Precision::Exact }), None], "{lang:?}");
    assert_eq!([x.batches[0].number, x.batches[1].number], [1, 2]);

    make_talk(&mut visitor, lang, talk);

    // It is what it would be on disk, and can be presented.
    let text = editing(&visitor).tree().text().expect("text");
    let (read, _) = read(&text).expect("an exhibition");
    assert_eq!((read.photos.len(), read.batches.len(), read.running_order.len()), (PICTURES, 2, PICTURES + 1));
    assert_eq!(read.title.only(lang), title);
    use_control(&mut visitor, Say::Order(Order::Rehearse));
    assert_eq!(visitor.state().talk().phase, Phase::Sheet, "{lang:?}");
    visitor.press(Key::Enter);
    assert_eq!(visitor.state().talk().phase, Phase::On, "{lang:?}");
    visitor.apply(Action::Talk(TalkCommand::End));
    visitor.apply(Action::Talk(TalkCommand::Close));

    // All of it can be taken back.
    for _ in 0..60 {
        if editing(&visitor).tree().is_original() {
            break;
        }
        visitor.press_with(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(editing(&visitor).tree().text().expect("text"), EMPTY, "{lang:?}");
}

#[test]
fn an_exhibition_is_made_by_keys_alone_in_english() {
    make(Lang::En, ["On the road", "A road in the mountains", "Welcome"]);
}

#[test]
fn an_exhibition_is_made_by_keys_alone_in_chinese() {
    make(Lang::Zh, ["在路上", "山间的路", "欢迎"]);
}

#[test]
fn an_exhibition_is_made_by_keys_alone_in_tibetan() {
    make(Lang::Bo, ["ལམ་ཐོག", "རི་བོའི་ལམ།", "བྱོན་པ་ལེགས།"]);
}
