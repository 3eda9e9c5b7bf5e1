//! Files that go away, come back, change, or are still being written, under whoever looks at them.

use std::fs;
use std::path::Path;
use std::time::Duration;

use egui::{Key, vec2};
use vitrine::model::{PackPlace, PhotoKey, Unavailable};
use vitrine::photos::{Pixels, encode_jpeg};
use vitrine::state::talk::TalkCommand;
use vitrine::state::{Action, State};
use vitrine::text::Say;
use vitrine::ui::Window;
use vitrine::work;

use crate::support::Visitor;

fn photo(width: u32, height: u32, red: u8) -> Vec<u8> {
    let row = (0..width).flat_map(|x| [red, u8::try_from(x % 256).expect("a byte"), 90, 255]);
    let rgba = row.collect::<Vec<u8>>().repeat(height as usize);
    encode_jpeg(&Pixels { width, height, rgba }, 90.0).expect("a picture")
}

/// A folder of three photographs that can be moved away, and the folder around it.
fn folder() -> (tempfile::TempDir, std::path::PathBuf) {
    let around = tempfile::tempdir().expect("a folder");
    let folder = around.path().join("stick");
    fs::create_dir(&folder).expect("created");
    for (name, red) in [("one.jpg", 20), ("two.jpg", 120), ("three.jpg", 220)] {
        fs::write(folder.join(name), photo(2400, 1600, red)).expect("written");
    }
    (around, folder)
}

/// The same with an exhibition of them.
fn exhibition() -> (tempfile::TempDir, std::path::PathBuf) {
    let (around, folder) = folder();
    let entry = |id: &str| {
        let words = format!(r#"{{ "en": "The first of {id}" }}"#);
        format!(r#"{{ "id": "{id}", "file": "{id}.jpg", "title": {words}, "caption": {words}, "alt": {words} }}"#)
    };
    let photos = ["one", "two", "three"].map(entry).join(", ");
    let stops = r#"[{ "shows": { "photo": "one" }, "notes": { "en": "n" } }, { "shows": { "photo": "two" }, "notes": { "en": "n" } }]"#;
    let text = format!(
        r#"{{ "format": 1, "title": {{ "en": "Three" }}, "photos": [{photos}], "running_orders": [], "talk": {stops} }}"#
    );
    fs::write(folder.join("exhibition.json"), text).expect("written");
    (around, folder)
}

fn away(folder: &Path) -> std::path::PathBuf {
    let elsewhere = folder.with_file_name("in a pocket");
    fs::rename(folder, &elsewhere).expect("moved");
    elsewhere
}

fn before(window: Window, folder: &Path, arrange: impl FnOnce(&mut State)) -> Visitor {
    let (pack, source) = work::open_pack(&PackPlace::Folder(folder.to_owned())).expect("it opens");
    let mut state = State::showing(pack);
    arrange(&mut state);
    Visitor::looking_at(state, source, vec2(1280.0, 800.0), window)
}

fn at(visitor: &Visitor, file: &str) -> PhotoKey {
    visitor.state().pack().photos().find(|(_, photo)| photo.file == file).expect("it is there").0
}

/// True where some text that can be seen contains this.
fn reads(visitor: &Visitor, part: &str) -> bool {
    visitor.texts().iter().any(|(text, _)| text.contains(part))
}

#[test]
fn what_is_loaded_stays_while_its_folder_is_away_and_comes_back_sharper() {
    let (_around, folder) = folder();
    let mut visitor = before(Window::Main, &folder, |_| {});
    visitor.wait();
    let two = at(&visitor, "two.jpg");
    let elsewhere = away(&folder);
    visitor.apply(Action::OpenPhoto(two));
    visitor.wait();
    assert_eq!(
        visitor.state().unavailable().get(&two),
        Some(&Unavailable::Missing),
        "what is wished for cannot be had"
    );
    assert!(
        !reads(&visitor, &visitor.say(Say::CannotBeShown)),
        "and what was there before stays: {:?}",
        visitor.texts()
    );
    visitor.press(Key::Plus);
    visitor.press(Key::Plus);
    visitor.wait();
    assert!(!reads(&visitor, &visitor.say(Say::CannotBeShown)), "zoomed, too");
    visitor.press(Key::Escape);
    visitor.press(Key::Escape);
    visitor.wait();
    assert!(!reads(&visitor, &visitor.say(Say::CannotBeShown)), "and on the wall");

    fs::rename(elsewhere, &folder).expect("put back");
    visitor.apply(Action::OpenPhoto(two));
    visitor.wait_until("it is back", |visitor| visitor.state().unavailable().is_empty());
    visitor.wait();
    assert!(visitor.state().unavailable().is_empty());
}

#[test]
fn whoever_opened_a_folder_is_told_that_it_is_away_and_sees_it_come_back_as_another_one() {
    let (_around, folder) = folder();
    let (pack, source) = work::open_pack(&PackPlace::Folder(folder.clone())).expect("it opens");
    let elsewhere = away(&folder);
    let mut visitor = Visitor::looking_at(State::showing(pack), source, vec2(1280.0, 800.0), Window::Main);
    visitor.wait();
    assert_eq!(visitor.state().unavailable().len(), 3);
    let why = visitor.say(Say::WhyUnavailable(Unavailable::Missing));
    assert!(reads(&visitor, &why) || reads(&visitor, &visitor.say(Say::CannotBeShown)), "{:?}", visitor.texts());
    // Another stick is put in, at the same place.
    fs::create_dir(&folder).expect("mounted");
    for name in ["one.jpg", "two.jpg", "three.jpg"] {
        fs::copy(elsewhere.join(name), folder.join(name)).expect("copied");
    }
    visitor.wait_until("they come by themselves", |visitor| visitor.state().unavailable().is_empty());
    visitor.wait();
    assert!(visitor.state().unavailable().is_empty());
    assert!(!reads(&visitor, &visitor.say(Say::CannotBeShown)));
}

#[test]
fn a_visitor_of_an_exhibition_sees_a_place_that_is_empty_for_now_and_no_file() {
    let (_around, folder) = exhibition();
    let (pack, source) = work::open_pack(&PackPlace::Folder(folder.clone())).expect("it opens");
    let elsewhere = away(&folder);
    let mut visitor = Visitor::looking_at(State::showing(pack), source, vec2(1280.0, 800.0), Window::Main);
    visitor.wait();
    assert_eq!(visitor.state().wall().len(), 3, "each keeps its place");
    assert!(reads(&visitor, &visitor.say(Say::AwayForNow)));
    let second = visitor.state().pack().keys()[1];
    visitor.apply(Action::OpenPhoto(second));
    visitor.wait();
    assert_eq!(visitor.state().photo(), Some(second), "nobody is moved on");
    for wall in [false, true] {
        let named = visitor.texts().into_iter().find(|(text, _)| text.contains(".jpg") || text.contains("stick"));
        assert_eq!(named, None, "{wall}");
        assert!(!visitor.names().iter().any(|name| name.contains(".jpg")), "{:?}", visitor.names());
        visitor.press(Key::Escape);
    }
    fs::rename(elsewhere, &folder).expect("put back");
    visitor.wait_until("they come by themselves", |visitor| visitor.state().unavailable().is_empty());
    visitor.wait();
    assert!(visitor.state().unavailable().is_empty() && !reads(&visitor, &visitor.say(Say::AwayForNow)));
}

#[test]
fn an_audience_sees_nothing_of_files_whatever_becomes_of_them() {
    let (_around, folder) = exhibition();
    fs::write(folder.join("two.jpg"), "no picture").expect("written");
    let (pack, source) = work::open_pack(&PackPlace::Folder(folder.clone())).expect("it opens");
    away(&folder);
    for stop in 0..2 {
        let mut state = State::showing(pack.clone());
        state.update(Action::Talk(TalkCommand::Open));
        state.update(Action::Talk(TalkCommand::Start));
        let stop = state.talk().stops.key(stop).expect("a stop");
        state.update(Action::Talk(TalkCommand::Show(vitrine::state::talk::Spot::at(stop))));
        for why in [Unavailable::Missing, Unavailable::Damaged] {
            for &photo in pack.keys() {
                state.update(Action::Unavailable(state.generation(), photo, why));
            }
            let mut audience = Visitor::looking_at(
                state.clone(),
                std::sync::Arc::clone(&source),
                vec2(1280.0, 800.0),
                Window::Audience,
            );
            audience.wait();
            let told = audience.texts().into_iter().map(|(text, _)| text).chain(audience.names()).collect::<Vec<_>>();
            assert!(!told.iter().any(|text| text.contains(".jpg") || text.contains("stick")), "{told:?}");
            assert!(
                !told.contains(&audience.say(Say::CannotBeShown)) && !told.contains(&audience.say(Say::AwayForNow))
            );
        }
    }
}

#[test]
fn another_picture_under_the_same_name_is_seen_in_its_own_proportions() {
    let (_around, folder) = folder();
    let mut visitor = before(Window::Main, &folder, |_| {});
    visitor.wait();
    let one = at(&visitor, "one.jpg");
    assert_eq!(visitor.state().pack().size(one), Some([2400, 1600]));
    // As editors save: beside it, then moved over it.
    fs::write(folder.join("new"), photo(800, 1200, 60)).expect("written");
    fs::rename(folder.join("new"), folder.join("one.jpg")).expect("moved over it");
    visitor.wait_until("it is seen anew", |visitor| visitor.state().pack().size(one) == Some([800, 1200]));
    visitor.wait();
    // As copying does: into the same file, which is asked for before anybody looked after it.
    fs::write(folder.join("two.jpg"), photo(1200, 300, 60)).expect("written");
    let two = at(&visitor, "two.jpg");
    visitor.apply(Action::OpenPhoto(two));
    visitor.wait_until("it is seen anew", |visitor| visitor.state().pack().size(two) == Some([1200, 300]));
    visitor.wait();
    assert!(visitor.state().unavailable().is_empty());
    // No picture any more, then one again.
    fs::write(folder.join("two.jpg"), "words").expect("written");
    let why = Unavailable::NotAPicture;
    visitor.wait_until("it is none", |visitor| visitor.state().unavailable().get(&two) == Some(&why));
    fs::write(folder.join("two.jpg"), photo(300, 1200, 60)).expect("written");
    visitor.wait_until("it is one", |visitor| {
        visitor.state().unavailable().is_empty() && visitor.state().pack().size(two) == Some([300, 1200])
    });
}

#[test]
fn a_picture_that_is_still_being_written_is_not_damaged_for_good() {
    let (_around, folder) = exhibition();
    let whole = fs::read(folder.join("three.jpg")).expect("read");
    fs::write(folder.join("three.jpg"), &whole[..whole.len() / 3]).expect("written");
    let mut visitor = before(Window::Main, &folder, |_| {});
    visitor.wait();
    assert_eq!(visitor.state().unavailable().get(&at(&visitor, "three.jpg")), Some(&Unavailable::Damaged));
    assert_eq!(visitor.state().wall().len(), 2, "visitors do not see it");
    fs::write(folder.join("three.jpg"), &whole).expect("written");
    visitor.wait_until("it is whole", |visitor| visitor.state().wall().len() == 3);
    visitor.wait();
    assert!(visitor.state().unavailable().is_empty());
}

#[test]
fn a_picture_that_was_not_there_at_first_comes_when_it_is() {
    let (_around, folder) = exhibition();
    fs::rename(folder.join("two.jpg"), folder.join("not yet")).expect("moved");
    let mut visitor = before(Window::Main, &folder, |_| {});
    visitor.wait();
    assert_eq!(visitor.state().wall().len(), 2);
    fs::rename(folder.join("not yet"), folder.join("two.jpg")).expect("moved");
    visitor.wait_until("it is there", |visitor| visitor.state().wall().len() == 3);
    visitor.linger(Duration::from_millis(200));
    visitor.wait();
    assert!(visitor.state().unavailable().is_empty());
}
