//! What is mended at the field itself: ids that are typed, and problems whose strip helps at once.

use egui::{Key, Modifiers, vec2};
use vitrine::model::{FieldPath, Lang, List};
use vitrine::state::editing::fields::Called;
use vitrine::state::editing::{Chosen, IdFault, Landing, MendKind};
use vitrine::state::{Action, EditCommand, Editing, Overlay, PhotoCommand};
use vitrine::text::{Mend, Pane, Say};

use crate::mend::broken;
use crate::support::Visitor;
use crate::support::editor::{built_in, editor};

fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

fn editing(visitor: &Visitor) -> &Editing {
    visitor.state().editing().expect("it is edited")
}

fn text_at(visitor: &Visitor, at: &str) -> String {
    editing(visitor).tree().text_at(&path(at)).to_owned()
}

fn choose(visitor: &mut Visitor, list: List, index: usize) {
    let key = editing(visitor).tree().key(list.field(), index).expect("an entry");
    visitor.apply(Action::Edit(EditCommand::Choose(Some(Chosen::Entry(list, key)))));
}

/// The index of the first stop that shows a picture, and that of the picture.
fn stop_with_picture(visitor: &Visitor) -> (usize, usize) {
    let tree = editing(visitor).tree();
    let shown = |stop: usize| {
        Some(tree.text_at(&path(&format!("running_order[{stop}].shows.photo")))).filter(|id| !id.is_empty())
    };
    let stop = (0..tree.len("running_order")).find(|stop| shown(*stop).is_some()).expect("a stop");
    let id = shown(stop).expect("a picture");
    let photo = (0..tree.len("photos")).find(|at| tree.text_at(&path(&format!("photos[{at}].id"))) == id);
    (stop, photo.expect("the picture"))
}

fn type_over(visitor: &mut Visitor, name: &str, text: &str) {
    visitor.focus(name);
    visitor.press_with(Modifiers::COMMAND, Key::A);
    visitor.type_text(text);
}

#[test]
fn an_id_is_typed_and_what_refers_to_it_follows_in_one_step() {
    for lang in Lang::ALL {
        let mut visitor = editor(&built_in(), lang, vec2(1920.0, 1080.0));
        let (stop, photo) = stop_with_picture(&visitor);
        let (own, shows) = (format!("photos[{photo}].id"), format!("running_order[{stop}].shows.photo"));
        let old = text_at(&visitor, &own);
        choose(&mut visitor, List::Photos, photo);
        let name = visitor.say(Say::Pane(Pane::Name(Called::Id)));
        // One that another picture has, and none at all, are refused in plain words.
        let other = text_at(&visitor, &format!("photos[{}].id", photo + 1));
        for (typed, fault) in [(other.as_str(), IdFault::Taken), (" ", IdFault::Empty)] {
            type_over(&mut visitor, &name, typed);
            let words = visitor.say(Say::Pane(Pane::IdFault(fault, &old)));
            assert!(visitor.sees(&words), "{lang:?}: {words} in {:#?}", visitor.names());
            visitor.press(Key::Enter);
            assert!(visitor.sees(&words), "{lang:?}: it is still said once the field is left");
            assert!(editing(&visitor).tree().is_original(), "{lang:?}: nothing has changed");
        }
        visitor.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(editing(&visitor).form().typed_id(&path(&own)), None, "{lang:?}: typing is undone");
        type_over(&mut visitor, &name, "a-new-id");
        assert_eq!(text_at(&visitor, &own), old, "{lang:?}: half an id is not written");
        visitor.press(Key::Enter);
        assert_eq!((text_at(&visitor, &own), text_at(&visitor, &shows)), ("a-new-id".into(), "a-new-id".into()));
        assert_eq!(editing(&visitor).history().undoable(), 1, "{lang:?}");
        assert_eq!(visitor.state().pack().exhibition.photos[photo].id.as_str(), "a-new-id");
        visitor.press_with(Modifiers::COMMAND, Key::Z);
        assert!(editing(&visitor).tree().is_original(), "{lang:?}");
    }
}

#[test]
fn an_id_that_is_typed_is_written_when_the_entry_is_left() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1280.0, 800.0));
    choose(&mut visitor, List::Sources, 0);
    let cited = |visitor: &Visitor, id: &str| {
        let text = editing(visitor).tree().text().expect("text");
        text.matches(&format!("\"{id}\"")).count()
    };
    let old = text_at(&visitor, "sources[0].id");
    let mentions = cited(&visitor, &old);
    assert!(mentions > 2, "it is cited");
    let name = visitor.say(Say::Pane(Pane::Name(Called::Id)));
    type_over(&mut visitor, &name, "renamed-source");
    visitor.press_with(Modifiers::ALT, Key::PageDown);
    assert_eq!(text_at(&visitor, "sources[0].id"), "renamed-source");
    assert_eq!((cited(&visitor, &old), cited(&visitor, "renamed-source")), (0, mentions));
}

#[test]
fn a_problem_is_mended_where_its_field_is() {
    for lang in Lang::ALL {
        let mut visitor = editor(&broken(), lang, vec2(1920.0, 1080.0));
        choose(&mut visitor, List::Photos, 5);
        let problem = editing(&visitor).problems_at(&path("photos[5].id")).next().expect("a problem").clone();
        let words = vitrine::text::headline(lang, &problem.trouble);
        let strip = format!("{}: {words}", visitor.say(Say::Mend(Mend::Do(MendKind::Rename))));
        assert!(visitor.sees(&strip), "{lang:?}: {strip} in {:#?}", visitor.names());
        visitor.activate(&strip);
        assert_ne!(text_at(&visitor, "photos[5].id"), text_at(&visitor, "photos[3].id"));
        visitor.wait_until("the strip is gone", |visitor| !visitor.sees(&strip));
        visitor.apply(Action::Edit(EditCommand::Undo));
        assert!(editing(&visitor).tree().is_original());
    }
}

#[test]
fn a_missing_file_is_looked_for_from_its_field_and_from_the_list() {
    let text = broken().replace("pictures/reading.jpg", "pictures/gone.jpg");
    let mut visitor = editor(&text, Lang::Zh, vec2(1920.0, 1080.0));
    let is_gone = |at: &usize| text_at(&visitor, &format!("photos[{at}].file")) == "pictures/gone.jpg";
    let photo = (0..20).find(is_gone).expect("a picture without its file");
    let entry = editing(&visitor).tree().key("photos", photo).expect("an entry");
    // Without a dialog the place is typed.
    visitor.apply(Action::Edit(EditCommand::Photos(PhotoCommand::NoDialog(Landing::End))));
    visitor.apply(Action::Back);
    choose(&mut visitor, List::Photos, photo);
    let find = visitor.say(Say::Mend(Mend::FindFile));
    let strip = visitor.names().into_iter().find(|name| name.starts_with(&find)).expect("the strip");
    visitor.activate(&strip);
    assert_eq!(visitor.state().overlay(), Some(Overlay::Photographs));
    assert_eq!(editing(&visitor).landing(), Landing::Instead { entry, stand_in: false });
    visitor.apply(Action::Back);
    visitor.press(Key::F7);
    visitor.activate(&find);
    assert_eq!(visitor.state().overlay(), Some(Overlay::Photographs));
}
