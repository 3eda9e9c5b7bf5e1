//! Saving files from the menu: what is offered, that it lies there whole, that it can be stopped, and that it never gets in
//! the way of a talk.

use std::fs;

use egui::{Key, Modifiers, vec2};
use vitrine::model::Lang;
use vitrine::state::{
    Action, Content, Effect, FileFormat, Overlay, SaveCommand, Saving, State, TalkCommand, Theme, Unsaved,
};
use vitrine::text::{Save, Say, Talk};

use crate::support::Visitor;

fn button(visitor: &Visitor, content: Content, form: FileFormat) -> String {
    let [content, form] = [Save::Content(content), Save::FileFormat(form)].map(|save| visitor.say(Say::Save(save)));
    visitor.say(Say::Save(Save::As(&content, &form)))
}

/// From the menu to the sheet of what can be saved.
fn open(visitor: &mut Visitor) {
    visitor.click(&visitor.say(Say::Menu));
    visitor.click(&format!("{} …", visitor.say(Say::Save(Save::Heading))));
    assert_eq!(visitor.state().overlay(), Some(Overlay::Save));
}

#[test]
fn a_visitor_saves_the_chart_and_the_table_in_every_language() {
    for (lang, size) in Lang::ALL.into_iter().zip([vec2(1920.0, 1080.0), vec2(1280.0, 800.0), vec2(1080.0, 1920.0)]) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut visitor = Visitor::saving_into(lang, size, Some(folder.path().to_owned()));
        visitor.apply(Action::Theme(Theme::Dark));
        for (content, form, begins) in [
            (Content::Chart, FileFormat::Svg, "<?xml"),
            (Content::Table, FileFormat::Csv, "\u{feff}"),
            (Content::Table, FileFormat::Json, "{"),
            (Content::Pairings, FileFormat::Csv, "\u{feff}"),
            (Content::Review, FileFormat::Html, "<!doctype html>"),
        ] {
            open(&mut visitor);
            let button = button(&visitor, content, form);
            visitor.activate(&button);
            assert_eq!(visitor.state().overlay(), None, "the sheet makes way");
            visitor.wait_until_saved();
            let path = folder.path().join(format!("{}.{}", content.file_name(), form.ending()));
            let told = visitor.say(Say::Save(Save::Saved(&path.display().to_string())));
            assert!(visitor.sees(&told), "{lang:?}: “{told}” in {:#?}", visitor.names());
            let text = fs::read_to_string(&path).expect("it lies there");
            assert!(text.starts_with(begins), "{lang:?} {content:?} {form:?}: {}", &text[..40]);
            if form != FileFormat::Json {
                let words = match content {
                    Content::Pairings => Say::Export(vitrine::text::Export::Division),
                    Content::Review => Say::ReviewSheet(vitrine::text::ReviewSheet::Agreed),
                    _ => Say::NotPublishedKey,
                };
                assert!(text.contains(&visitor.say(words)), "{lang:?}: in the language shown");
            }
        }
        let svg = fs::read_to_string(folder.path().join("chart.svg")).expect("it lies there");
        let paper = vitrine::ui::theme::colors(Theme::Light).bg.to_hex().to_lowercase();
        assert!(svg.to_lowercase().contains(&paper[..7]), "dark on light, whatever the screen wears");
    }
}

#[test]
fn a_long_file_tells_how_far_it_is_and_can_be_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("exhibition.pdf"), "an older one").expect("written");
    let mut visitor = Visitor::saving_into(Lang::En, vec2(1280.0, 800.0), Some(folder.path().to_owned()));
    open(&mut visitor);
    visitor.click(&button(&visitor, Content::Exhibition, FileFormat::Pdf));
    visitor.wait_until_making();
    assert!(visitor.sees_containing("Saving “exhibition.pdf”: "), "{:#?}", visitor.names());
    // One file at a time: the others wait.
    visitor.press_with(Modifiers::COMMAND, Key::S);
    visitor.activate(&button(&visitor, Content::Table, FileFormat::Csv));
    assert!(matches!(visitor.state().saving(), Some(Saving::Making { path, .. }) if path.ends_with("exhibition.pdf")));
    visitor.press(Key::Escape);
    visitor.click(&visitor.say(Say::Save(Save::Stop)));
    visitor.wait_until_saved();
    assert!(visitor.sees(&visitor.say(Say::ExportCancelled)), "{:#?}", visitor.names());
    let left: Vec<_> = fs::read_dir(folder.path()).expect("there").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["exhibition.pdf"], "no half file beside it");
    let older = fs::read(folder.path().join("exhibition.pdf")).expect("there");
    assert_eq!(older, b"an older one");
}

#[test]
fn a_sign_off_book_is_saved_from_the_menu_and_can_be_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut visitor = Visitor::saving_into(Lang::Zh, vec2(1280.0, 800.0), Some(folder.path().to_owned()));
    open(&mut visitor);
    visitor.activate(&button(&visitor, Content::Signoff, FileFormat::Pdf));
    visitor.wait_until_making();
    assert!(visitor.sees_containing("sign-off.pdf"), "{:#?}", visitor.names());
    visitor.click(&visitor.say(Say::Save(Save::Stop)));
    visitor.wait_until_saved();
    assert!(visitor.sees(&visitor.say(Say::ExportCancelled)), "{:#?}", visitor.names());
    assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 0, "no file is left");
}

#[test]
fn a_place_that_cannot_be_written_is_told_with_what_to_do() {
    let mut visitor = Visitor::saving_into(Lang::En, vec2(1280.0, 800.0), Some("/nowhere/at/all".into()));
    open(&mut visitor);
    visitor.click(&button(&visitor, Content::Table, FileFormat::Csv));
    visitor.wait_until_saved();
    assert!(visitor.sees_containing("/nowhere/at/all/table.csv"), "{:#?}", visitor.names());
    assert!(visitor.sees_containing("Choose another place"));
    visitor.apply(Action::Tick(1000.0));
    assert!(visitor.sees_containing("Choose another place"), "it stays until it is read");
}

#[test]
fn nobody_has_to_choose_a_place() {
    let mut visitor = Visitor::saving_into(Lang::Zh, vec2(1280.0, 800.0), None);
    open(&mut visitor);
    visitor.click(&button(&visitor, Content::Table, FileFormat::Csv));
    visitor.wait_until_saved();
    assert_eq!(visitor.state().notice(), None);
}

#[test]
fn a_running_talk_asks_for_no_place() {
    let (pack, _) = vitrine::files::open(&vitrine::model::PackPlace::BuiltIn).expect("it opens");
    let mut state = State::showing(pack);
    let ask = || Action::Save(SaveCommand::Ask(Content::Table, FileFormat::Csv));
    state.update(Action::Talk(TalkCommand::Open));
    state.update(Action::Talk(TalkCommand::Start));
    assert!(state.talk().is_on());
    assert_eq!(state.update(ask()), []);
    assert_eq!(state.saving(), None);
    state.update(Action::Talk(TalkCommand::End));
    assert_eq!(state.update(ask()), [Effect::Save(Content::Table, FileFormat::Csv)]);
    assert_eq!(state.update(ask()), [], "one at a time");
    state.update(Action::Save(SaveCommand::Unsaved("table.csv".into(), Unsaved::NoDialog)));
    assert_eq!(state.overlay(), Some(Overlay::Place), "the place can be typed");
}

#[test]
fn a_saved_report_says_so_and_has_title_and_date() {
    let folder = tempfile::tempdir().expect("a folder");
    for lang in Lang::ALL {
        let mut visitor = Visitor::saving_into(lang, vec2(1280.0, 800.0), Some(folder.path().to_owned()));
        for command in [
            TalkCommand::NotesLang(lang),
            TalkCommand::Open,
            TalkCommand::NotesLang(lang),
            TalkCommand::Start,
            TalkCommand::End,
        ] {
            visitor.apply(Action::Talk(command));
        }
        visitor.click(&visitor.say(Say::Talk(Talk::SaveReport)));
        visitor.wait_until_saved();
        let entry = fs::read_dir(folder.path()).expect("there").flatten().next().expect("it lies there");
        let name = entry.file_name().into_string().expect("a name");
        let date = name.strip_prefix("talk-").and_then(|rest| rest.strip_suffix(".csv")).expect("a date");
        assert!(visitor.sees_containing(&name), "{lang:?}: {:#?}", visitor.names());
        let text = fs::read_to_string(entry.path()).expect("a table");
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        let title = lines.next().expect("a line");
        assert!(title.contains(&visitor.state().pack().exhibition.title.resolve(lang).text[..6]), "{title}");
        assert!(lines.next().is_some_and(|line| line.contains(&format!(",{date},")) && date.len() == 10), "{text}");
        fs::remove_file(entry.path()).expect("removed");
    }
}
