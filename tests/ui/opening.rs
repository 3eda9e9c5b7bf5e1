//! Opening and saving where the system helps and where it does not, what is wrong in an exhibition, and what another start hands over.

use std::fs;

use egui::{Key, vec2};
use vitrine::model::{Lang, PackPlace};
use vitrine::state::talk::TalkCommand;
use vitrine::state::{Action, Content, Effect, FileFormat, Notice, Overlay, SaveCommand, State, Unsaved};
use vitrine::text::{Ask, Say};

use crate::support::Visitor;

/// A folder with an exhibition of two pictures, one of which cannot be read.
fn faulty() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let text = r#"{ "format": 1, "title": { "en": "Faulty" }, "photos": [
        { "id": "one", "file": "one.jpg", "title": { "en": "One" }, "caption": { "en": "c" }, "alt": { "en": "a" } },
        { "id": 7, "file": "two.jpg", "title": { "en": "Two" }, "caption": { "en": "c" }, "alt": { "en": "a" } } ] }"#;
    fs::write(folder.path().join("exhibition.json"), text).expect("written");
    folder
}

fn wait_for(visitor: &mut Visitor, there: impl Fn(&State) -> bool) {
    for _ in 0..200 {
        visitor.settle();
        if there(visitor.state()) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("it did not come: {:?}", visitor.state().notice());
}

#[test]
fn a_faulty_exhibition_says_what_is_missing_and_leads_to_the_list() {
    for lang in Lang::ALL {
        let folder = faulty();
        let mut visitor = Visitor::new(lang);
        visitor.apply(Action::OpenPack(folder.path().to_owned()));
        wait_for(&mut visitor, |state| matches!(state.notice(), Some(Notice::Opened(..))));
        assert!(matches!(visitor.state().notice(), Some(Notice::Opened(_, _, 1))), "{:?}", visitor.state().notice());
        visitor.click(&visitor.say(Say::Ask(Ask::ShowProblems)));
        assert_eq!(visitor.state().overlay(), Some(Overlay::Problems));
        assert!(visitor.sees_containing("photos[1]"), "{lang:?}: {:#?}", visitor.names());
        assert!(visitor.sees_containing(&visitor.say(Say::HintHeading)), "{lang:?}: what to do");
        visitor.press(Key::Escape);
        visitor.apply(Action::Overlay(Some(Overlay::Menu)));
        let count = visitor.state().pack().problems.len();
        // At the end of the menu, below what is seen of it at once.
        visitor.activate(&format!("{} …", visitor.say(Say::Ask(Ask::Problems(count)))));
        assert_eq!(visitor.state().overlay(), Some(Overlay::Problems), "{lang:?}: the menu leads there too");
    }
}

#[test]
fn a_path_can_be_typed_where_there_is_no_dialog() {
    for lang in Lang::ALL {
        let folder = faulty();
        let mut visitor = Visitor::new(lang);
        visitor.apply(Action::Overlay(Some(Overlay::Open)));
        for way in [Ask::File, Ask::Folder] {
            assert!(visitor.sees_containing(&visitor.say(Say::Ask(way))), "{lang:?}: both ways");
        }
        visitor.apply(Action::NoDialog);
        assert_eq!(visitor.state().overlay(), Some(Overlay::Open));
        assert!(visitor.sees(&visitor.say(Say::Ask(Ask::NoDialog))), "{lang:?}: {:#?}", visitor.names());
        // The field is ready, and letters that are keys elsewhere are letters here.
        let theme = visitor.state().theme();
        visitor.press(Key::T);
        visitor.type_text("t");
        assert_eq!((visitor.state().path(), visitor.state().theme()), ("t", theme), "{lang:?}");
        visitor.apply(Action::TypePath(format!("\"{}\"", folder.path().display())));
        visitor.click(&visitor.say(Say::Ask(Ask::OpenIt)));
        wait_for(&mut visitor, |state| state.pack().place != PackPlace::BuiltIn);
        assert_eq!(visitor.state().overlay(), None);
    }
}

#[test]
fn the_place_of_a_file_can_be_typed_too() {
    let (pack, _) = vitrine::files::open(&PackPlace::BuiltIn).expect("it opens");
    let mut state = State::showing(pack);
    let ask = || Action::Save(SaveCommand::Ask(Content::Pack, FileFormat::Vitrine));
    assert_eq!(state.update(ask()), [Effect::Save(Content::Pack, FileFormat::Vitrine)]);
    state.update(Action::Save(SaveCommand::Unsaved("exhibition.vitrine".into(), Unsaved::NoDialog)));
    assert_eq!((state.overlay(), state.path()), (Some(Overlay::Place), "~/exhibition.vitrine"));
    let at = state.update(Action::Save(SaveCommand::At("/tmp/x".into())));
    assert_eq!(at, [Effect::SaveAt(Content::Pack, FileFormat::Vitrine, "/tmp/x".into())]);
    state.update(Action::Save(SaveCommand::Unsaved("/tmp/x.vitrine".into(), Unsaved::Exists)));
    assert!(matches!(state.notice(), Some(Notice::Unsaved(_, Unsaved::Exists))));
}

#[test]
fn the_exhibition_is_saved_from_the_menu_as_a_file_that_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut visitor = Visitor::saving_into(Lang::En, vec2(1280.0, 800.0), Some(folder.path().to_owned()));
    visitor.apply(Action::Save(SaveCommand::Ask(Content::Pack, FileFormat::Vitrine)));
    for _ in 0..60 {
        visitor.wait_until_saved();
        if visitor.state().notice().is_some() {
            break;
        }
    }
    let saved = folder.path().join("exhibition.vitrine");
    assert!(matches!(visitor.state().notice(), Some(Notice::Saved(_))), "{:?}", visitor.state().notice());
    let (pack, _) = vitrine::files::open(&PackPlace::Archive(saved)).expect("it opens");
    assert_eq!(pack.exhibition.photos.len(), visitor.state().pack().exhibition.photos.len());
}

#[test]
fn a_pack_that_goes_without_a_picture_says_so() {
    let (pictures, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 90, 200])).save(pictures.path().join("a.png")).expect("written");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere.png", pictures.path().join("b.png")).expect("a link");
    #[cfg(not(unix))]
    fs::create_dir(pictures.path().join("b.png")).expect("a folder");
    let place = PackPlace::Folder(pictures.path().to_owned());
    let into = Some(folder.path().to_owned());
    let mut visitor = Visitor::saving_pack_into(&place, Lang::En, vec2(1280.0, 800.0), into);
    visitor.apply(Action::Save(SaveCommand::Ask(Content::Pack, FileFormat::Vitrine)));
    visitor.wait_until_saved();
    assert!(visitor.sees_containing("without one picture that could not be read"), "{:#?}", visitor.names());
    assert!(matches!(visitor.state().notice(), Some(Notice::SavedWithout(_, 1))));
}

#[test]
fn what_another_start_hands_over_is_opened_and_under_a_talk_asked_for() {
    let (pack, _) = vitrine::files::open(&PackPlace::BuiltIn).expect("it opens");
    let mut state = State::showing(pack);
    let other = || Action::HandedOver("/other.vitrine".into());
    assert_eq!(state.update(other()), [Effect::OpenPath("/other.vitrine".into())]);
    state.update(Action::Talk(TalkCommand::Open));
    state.update(Action::Talk(TalkCommand::Start));
    assert_eq!(state.update(other()), [], "a talk keeps its exhibition");
    assert!(state.talk().is_on() && state.talk().asked.is_some());
    state.update(Action::Talk(TalkCommand::LeaveAsked));
    assert_eq!(state.update(Action::Talk(TalkCommand::EndAndOpen)), [], "nothing is asked any more");
    assert!(state.talk().is_on());
    state.update(other());
    let effects = state.update(Action::Talk(TalkCommand::EndAndOpen));
    assert!(!state.talk().is_on() && effects.contains(&Effect::OpenPath("/other.vitrine".into())), "{effects:?}");
    state.update(Action::Talk(TalkCommand::Open));
    state.update(Action::Talk(TalkCommand::Start));
    state.update(other());
    state.update(Action::Talk(TalkCommand::End));
    let effects = state.update(Action::Talk(TalkCommand::Close));
    assert_eq!(effects, [Effect::OpenPath("/other.vitrine".into())], "it waits for the end of the talk");
}

#[test]
fn the_speaker_is_asked_and_the_audience_is_not() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::Talk(TalkCommand::Open));
    visitor.apply(Action::Talk(TalkCommand::Beside(true)));
    visitor.apply(Action::Talk(TalkCommand::Start));
    visitor.apply(Action::HandedOver("/other.vitrine".into()));
    assert!(visitor.sees_containing("other.vitrine"), "{:#?}", visitor.names());
    visitor.apply(Action::Talk(TalkCommand::Do(vitrine::state::talk::KeyCommand::AudienceOnly)));
    assert!(!visitor.sees_containing("other.vitrine"), "the audience's picture alone");
}
