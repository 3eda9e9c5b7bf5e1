//! The editing pane: journeys through the accessibility tree.

use egui::{Key, Modifiers, Vec2, vec2};
use serde_json::Value;
use vitrine::files::PackSource;
use vitrine::model::{FieldPath, Lang, PackFiles, PackPlace, ProvinceId, Tree};
use vitrine::state::editing::Begun;
use vitrine::state::{Action, BeginCommand, EditCommand, Editing, State, Subject, View};
use vitrine::text::{Editor, Pane, Say};
use vitrine::ui::Window;
use vitrine::work;

use vitrine::model::List;
use vitrine::state::editing::fields::Called;

use crate::support::Visitor;

const WIDE: Vec2 = vec2(1920.0, 1080.0);
const SMALL: Vec2 = vec2(1280.0, 800.0);

/// Sits before the built-in exhibition, which is being edited.
fn editor(lang: Lang, size: Vec2) -> Visitor {
    let text = include_str!("../../assets/exhibition/exhibition.json");
    let (pack, _) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    // The files that the built-in exhibition has.
    let names = pack.keys().iter().filter_map(|key| pack.shown(*key)?.file.clone()).collect();
    let files = PackFiles { names, ..PackFiles::default() };
    let tree = Tree::of_text(text).expect("a tree");
    let begun = Begun { pack, tree, files, records: Vec::new(), target: None, is_older: false };
    let mut state = State::default();
    state.update(Action::Lang(lang));
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun)))));
    state.update(Action::Lang(lang));
    Visitor::looking_at(state, PackSource::BuiltIn.into(), size, Window::Main)
}

fn editing(visitor: &Visitor) -> &Editing {
    visitor.state().editing().expect("it is edited")
}

fn at(visitor: &Visitor, path: &str) -> Value {
    let path: FieldPath = path.parse().expect("a path");
    editing(visitor).tree().value(&path).cloned().unwrap_or_default()
}

fn pane(visitor: &Visitor, words: Pane<'_>) -> String {
    visitor.say(Say::Pane(words))
}

/// Puts the caret into a field of this name, and types over what is in it.
fn write(visitor: &mut Visitor, name: &str, text: &str) {
    visitor.focus(name);
    visitor.press_with(Modifiers::COMMAND, Key::A);
    visitor.type_text(text);
}

fn open_photo(visitor: &mut Visitor, index: usize) {
    let key = visitor.state().pack().keys()[index];
    visitor.apply(Action::OpenPhoto(key));
}

#[test]
fn a_caption_is_typed_in_three_languages_and_seen_at_once() {
    for (own, size) in [(Lang::En, WIDE), (Lang::Zh, SMALL), (Lang::Bo, WIDE)] {
        let mut visitor = editor(own, size);
        open_photo(&mut visitor, 2);
        for (lang, text) in [(Lang::En, "A road."), (Lang::Zh, "一条路。"), (Lang::Bo, "ལམ་ཞིག")] {
            let name = pane(&visitor, Pane::In(Called::Caption, lang));
            write(&mut visitor, &name, text);
            assert_eq!(visitor.state().pack().exhibition.photos[2].caption.only(lang), text, "{own:?}");
        }
        let undoable = editing(&visitor).history().undoable();
        assert_eq!(undoable, 3, "each field is a step");
        visitor.press_with(Modifiers::COMMAND, Key::Z);
        assert_ne!(visitor.state().pack().exhibition.photos[2].caption.bo, "ལམ་ཞིག");
        assert_eq!(at(&visitor, "photos[2].caption.zh"), "一条路。");
    }
}

#[test]
fn keys_that_choose_views_are_letters_while_a_field_is_typed_in() {
    let mut visitor = editor(Lang::En, WIDE);
    open_photo(&mut visitor, 0);
    let view = visitor.state().view();
    let name = pane(&visitor, Pane::In(Called::Title, Lang::En));
    write(&mut visitor, &name, "2 C");
    for key in [Key::Num2, Key::C, Key::L, Key::T] {
        visitor.press(key);
    }
    assert_eq!((visitor.state().view(), visitor.state().lang()), (view, Lang::En));
    assert_eq!(at(&visitor, "photos[0].title.en"), "2 C");
}

#[test]
fn a_source_is_found_by_typing_and_chosen_by_enter() {
    let mut visitor = editor(Lang::En, WIDE);
    open_photo(&mut visitor, 0);
    let before = at(&visitor, "photos[0].sources").as_array().map_or(0, Vec::len);
    let add = visitor.say(Say::Editor(Editor::Add(List::Sources)));
    visitor.activate(&add);
    let sources = &visitor.state().pack().exhibition.sources;
    let used = at(&visitor, "photos[0].sources");
    let free =
        sources.iter().find(|source| !used.as_array().is_some_and(|all| all.contains(&source.id.0.as_str().into())));
    let id = free.expect("another source").id.0.clone();
    visitor.type_text(&id);
    visitor.press(Key::Enter);
    let now = at(&visitor, "photos[0].sources");
    assert_eq!(now.as_array().map_or(0, Vec::len), before + 1);
    assert!(now.as_array().is_some_and(|all| all.contains(&id.as_str().into())), "{now}");
    assert_eq!(editing(&visitor).form().picking(), None, "the list is closed");
    visitor.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(at(&visitor, "photos[0].sources").as_array().map_or(0, Vec::len), before);
}

#[test]
fn a_new_source_is_made_in_place_and_leads_back() {
    let mut visitor = editor(Lang::En, SMALL);
    visitor.apply(Action::Sheet(Subject::Batch(1)));
    let add = visitor.say(Say::Editor(Editor::Add(List::Sources)));
    visitor.activate(&add);
    visitor.type_text("Lhasa Evening News");
    let new = pane(&visitor, Pane::New(List::Sources, "Lhasa Evening News"));
    visitor.activate(&new);
    let last = visitor.state().pack().exhibition.sources.len() - 1;
    assert_eq!(visitor.state().pack().exhibition.sources[last].publisher.en, "Lhasa Evening News");
    let date = pane(&visitor, Pane::Name(Called::Date));
    write(&mut visitor, &date, "2024-0");
    assert_eq!(visitor.state().pack().exhibition.sources.len(), last + 1, "half a date hides nothing");
    visitor.type_text("8");
    assert!(visitor.state().pack().exhibition.sources[last].date.is_some());
    visitor.type_text("-99");
    visitor.press(Key::Tab);
    assert_eq!(at(&visitor, &format!("sources[{last}].date")), "2024-08-99", "it stays as it was typed");
    visitor.press_with(Modifiers::COMMAND, Key::Z);
    let back = pane(&visitor, Pane::BackTo("Batch 1"));
    let back = visitor.names().into_iter().find(|name| name.starts_with(&back)).expect("a way back");
    visitor.activate(&back);
    assert_eq!(editing(&visitor).chosen_path(), Some("batches[0]".parse().expect("a path")));
    let id = at(&visitor, &format!("sources[{last}].id"));
    let figure = at(&visitor, "batches[0].figure.sources");
    let years = at(&visitor, "batches[0].years_sources");
    assert!([figure, years].iter().any(|all| all.as_array().is_some_and(|all| all.contains(&id))));
}

#[test]
fn a_batch_goes_from_not_published_to_worked_out_with_two_terms() {
    for (lang, size) in [(Lang::En, WIDE), (Lang::Bo, SMALL)] {
        let mut visitor = editor(lang, size);
        visitor.apply(Action::View(View::Personnel));
        visitor.apply(Action::Sheet(Subject::Batch(2)));
        assert_eq!(at(&visitor, "batches[1].figure.state"), "not_published");
        let precision = pane(&visitor, Pane::Name(Called::Precision));
        assert!(!visitor.sees(&precision), "no number is asked for");
        let value = pane(&visitor, Pane::Name(Called::Value));
        visitor.activate(&pane(&visitor, Pane::Choice("worked_out")));
        let comma = vitrine::text::comma(lang);
        let number = |visitor: &Visitor, at| format!("{}{comma}{value}", pane(visitor, Pane::Term(at)));
        let first = number(&visitor, 1);
        write(&mut visitor, &first, "4,766");
        visitor.activate(&pane(&visitor, Pane::AddTerm));
        assert!(visitor.sees_containing(&pane(&visitor, Pane::NoSum)), "no sum while a term has no number");
        assert_eq!(
            visitor.state().pack().exhibition.batches.iter().filter_map(|batch| batch.figure.amount()).count(),
            7
        );
        let second = number(&visitor, 2);
        write(&mut visitor, &second, "3747");
        let sign = format!("{}: {}", pane(&visitor, Pane::Term(2)), pane(&visitor, Pane::Plus));
        visitor.activate(&sign);
        assert_eq!(at(&visitor, "batches[1].figure.terms[1].value"), -3747);
        let sum = format!("{}: 1,019", pane(&visitor, Pane::Sum));
        assert!(visitor.sees(&sum), "{:?}", visitor.names());
        let figure = &visitor.state().pack().exhibition.batches[1].figure;
        assert_eq!(figure.amount().map(|amount| amount.value), Some(1019.0));
        let in_chart = |name: &String| name.contains("1,019") && *name != sum;
        let shown = visitor.names().iter().filter(|name| in_chart(name)).count();
        assert!(shown >= 2, "the chart follows: the sixth batch, and this one");
        visitor.activate(&pane(&visitor, Pane::Choice("not_published")));
        visitor.activate(&pane(&visitor, Pane::Choice("worked_out")));
        assert!(visitor.sees(&sum), "what was typed comes back");
    }
}

#[test]
fn a_province_goes_with_what_refers_to_it_and_comes_back() {
    let mut visitor = editor(Lang::En, WIDE);
    let before = editing(&visitor).tree().clone();
    let province = ProvinceId::from("CN-JS");
    let pairings = visitor.state().pack().exhibition.pairings_of(&province).len();
    assert!(pairings > 0);
    visitor.apply(Action::Sheet(Subject::Province(province.clone())));
    let all = visitor.state().pack().exhibition.pairings.len();
    let delete = visitor.names().into_iter().find(|name| name.starts_with("Delete, with")).expect("a button");
    visitor.activate(&delete);
    let x = &visitor.state().pack().exhibition;
    assert!(x.province(&province).is_none());
    assert_eq!(x.pairings.len(), all - pairings);
    assert!(!editing(&visitor).tree().text().expect("text").contains("\"CN-JS\""));
    visitor.activate("Undo");
    assert_eq!(*editing(&visitor).tree(), before);
    assert!(visitor.state().pack().exhibition.province(&province).is_some());
}

#[test]
fn escape_closes_a_list_then_the_pane_and_neighbours_are_a_key_away() {
    let mut visitor = editor(Lang::En, WIDE);
    open_photo(&mut visitor, 0);
    visitor.press_with(Modifiers::ALT, Key::PageDown);
    assert_eq!(editing(&visitor).chosen_path(), Some("photos[1]".parse().expect("a path")));
    let add = visitor.say(Say::Editor(Editor::Add(List::Sources)));
    visitor.activate(&add);
    assert!(editing(&visitor).form().picking().is_some());
    visitor.press(Key::Escape);
    assert!(editing(&visitor).form().picking().is_none() && editing(&visitor).chosen().is_some());
    visitor.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(editing(&visitor).chosen_path(), Some("photos[2]".parse().expect("a path")), "it moved");
    visitor.press(Key::Escape);
    assert!(editing(&visitor).chosen().is_none());
}

#[test]
fn the_point_of_interest_moves_by_arrow_keys() {
    let mut visitor = editor(Lang::En, WIDE);
    open_photo(&mut visitor, 0);
    visitor.apply(Action::Edit(EditCommand::GoTo("photos[0].focus".parse().expect("a path"))));
    let before: [f64; 2] = serde_json::from_value(at(&visitor, "photos[0].focus")).unwrap_or([0.5, 0.5]);
    visitor.press(Key::ArrowLeft);
    visitor.press_with(Modifiers::SHIFT, Key::ArrowUp);
    let now: [f64; 2] = serde_json::from_value(at(&visitor, "photos[0].focus")).expect("a point");
    assert!((before[0] - now[0] - 0.01).abs() < 1e-6 && (before[1] - now[1] - 0.05).abs() < 1e-6, "{before:?} {now:?}");
    assert!(visitor.sees_containing(&pane(&visitor, Pane::Name(Called::Focus))));
}

#[test]
fn several_pictures_get_a_credit_where_they_have_none() {
    let mut visitor = editor(Lang::En, WIDE);
    open_photo(&mut visitor, 0);
    visitor.activate(&pane(&visitor, Pane::ChooseSeveral));
    open_photo(&mut visitor, 1);
    assert_eq!(editing(&visitor).marked().len(), 2);
    let place = pane(&visitor, Pane::In(Called::Place, Lang::En));
    write(&mut visitor, &place, "Lhasa");
    visitor.activate(&pane(&visitor, Pane::Write(2)));
    for index in 0..2 {
        assert_eq!(visitor.state().pack().exhibition.photos[index].place.en, "Lhasa");
    }
    assert_eq!(editing(&visitor).history().undoable(), 1);
    visitor.activate(&pane(&visitor, Pane::EndSeveral));
    assert!(editing(&visitor).marked().is_empty());
}

#[test]
fn the_title_leads_to_what_concerns_all_of_it_and_a_topic_is_added_there() {
    let mut visitor = editor(Lang::Zh, SMALL);
    let whole = visitor.say(Say::Editor(Editor::Whole));
    visitor.activate(&whole);
    let short = pane(&visitor, Pane::In(Called::ShortTitle, Lang::Zh));
    write(&mut visitor, &short, "援藏");
    assert_eq!(visitor.state().pack().exhibition.short_title.zh, "援藏");
    let topics = visitor.state().pack().exhibition.topics.len();
    let add = visitor.say(Say::Editor(Editor::Add(List::Topics)));
    visitor.activate(&add);
    let name = pane(&visitor, Pane::In(Called::Name, Lang::Zh));
    write(&mut visitor, &name, "道路");
    assert_eq!(visitor.state().pack().exhibition.topics[topics].name.zh, "道路");
}

#[test]
fn a_milestone_that_is_touched_is_edited() {
    let mut visitor = editor(Lang::En, WIDE);
    visitor.apply(Action::View(View::Timeline));
    let title = visitor.state().pack().exhibition.milestones[0].title.en.clone();
    visitor.click_containing(&title);
    assert_eq!(editing(&visitor).chosen_path(), Some("milestones[0]".parse().expect("a path")));
    let name = pane(&visitor, Pane::In(Called::Title, Lang::En));
    write(&mut visitor, &name, "It begins");
    assert!(visitor.sees_containing("It begins"));
}

#[test]
fn the_picture_that_is_edited_comes_into_sight_on_the_wall() {
    let mut visitor = editor(Lang::En, SMALL);
    open_photo(&mut visitor, 0);
    for _ in 0..16 {
        visitor.press_with(Modifiers::ALT, Key::PageDown);
    }
    for _ in 0..10 {
        visitor.settle();
    }
    let title = visitor.state().pack().exhibition.photos[16].title.en.clone();
    let found = visitor.controls().into_iter().find(|(name, _)| name.starts_with(&title));
    let (_, area) = found.expect("it is drawn");
    assert!(area.top() > 150.0 && area.bottom() <= SMALL.y, "{area:?}");
}
