//! Order by dragging: pictures on the wall, rows of tables, parts of sums, sources.

use egui::{Key, Modifiers, Pos2, Rect, vec2};
use vitrine::model::{FieldPath, Lang, List};
use vitrine::state::editing::{Chosen, Surface, Table};
use vitrine::state::{Action, EditCommand, View};
use vitrine::text::{self, Pane, Say};

use crate::support::Visitor;
use crate::support::editor::{built_in, editor};

fn pictures(visitor: &Visitor) -> Vec<String> {
    visitor.state().pack().exhibition.photos.iter().map(|photo| photo.id.0.clone()).collect()
}

/// The picture with this number, where it is on the wall.
fn on_wall(visitor: &Visitor, number: usize) -> Rect {
    let pack = visitor.state().pack();
    let key = pack.keys()[number];
    let photo = pack.photo(key).expect("a picture");
    let title = photo.title.resolve(Lang::En).text;
    let alt = pack.alt(key).map(|alt| alt.resolve(Lang::En).text).unwrap_or_default();
    visitor.area(&format!("{title}. {alt}")).expect("it is on the wall")
}

fn drag(visitor: &mut Visitor, from: Pos2, to: Pos2) {
    visitor.grasp(from);
    visitor.point(from + (to - from) * 0.5);
    visitor.point(to);
    visitor.let_pointer_go(to);
}

fn chosen(visitor: &Visitor) -> Option<Chosen> {
    visitor.state().editing().expect("editing").chosen()
}

fn undo(visitor: &mut Visitor) {
    visitor.apply(Action::Edit(EditCommand::Undo));
}

#[test]
fn a_picture_is_dragged_to_its_place_and_a_click_still_chooses() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1080.0));
    let before = pictures(&visitor);
    let (first, third) = (on_wall(&visitor, 0), on_wall(&visitor, 2));
    let scrolled = visitor.state().session().clone();
    drag(&mut visitor, first.center(), third.right_center() - vec2(20.0, 0.0));
    let after = pictures(&visitor);
    assert_eq!(after[..3], [before[1].clone(), before[2].clone(), before[0].clone()]);
    assert_eq!(after[3..], before[3..]);
    assert_eq!(*visitor.state().session(), scrolled, "nothing scrolls, nothing opens");
    assert_eq!(chosen(&visitor), None);
    undo(&mut visitor);
    assert_eq!(pictures(&visitor), before);
    visitor.apply(Action::Edit(EditCommand::Choose(None)));
    // A slip is no drag.
    let at = on_wall(&visitor, 1).center();
    visitor.grasp(at);
    visitor.let_pointer_go(at + vec2(6.0, 3.0));
    assert!(matches!(chosen(&visitor), Some(Chosen::Entry(List::Photos, _))), "{:?}", chosen(&visitor));
    assert_eq!(pictures(&visitor), before);
}

#[test]
fn pictures_that_are_chosen_together_are_dragged_together_in_their_order() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1080.0));
    let before = pictures(&visitor);
    let key = |visitor: &Visitor, at: usize| {
        visitor.state().editing().expect("editing").tree().key(List::Photos.field(), at).expect("a picture")
    };
    let keys = [0, 2, 5].map(|at| key(&visitor, at));
    visitor.apply(Action::Edit(EditCommand::Marking(true)));
    for key in keys {
        visitor.apply(Action::Edit(EditCommand::Mark(key)));
    }
    // One of them is dropped behind the fourth picture.
    let (third, fourth) = (on_wall(&visitor, 2), on_wall(&visitor, 3));
    drag(&mut visitor, third.center(), fourth.right_center() - vec2(8.0, 0.0));
    let order = [1, 3, 0, 2, 5, 4].map(|at: usize| before[at].clone());
    assert_eq!(pictures(&visitor)[..6], order);
    assert_eq!(pictures(&visitor)[6..], before[6..]);
    undo(&mut visitor);
    assert_eq!(pictures(&visitor), before, "it is one step");
    // One that is not chosen goes alone.
    let (second, fourth) = (on_wall(&visitor, 1), on_wall(&visitor, 3));
    drag(&mut visitor, second.center(), fourth.right_center() - vec2(8.0, 0.0));
    assert_eq!(pictures(&visitor)[..4], [0, 2, 3, 1].map(|at: usize| before[at].clone()));
}

#[test]
fn a_picture_that_is_let_go_with_esc_stays() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1080.0));
    let before = pictures(&visitor);
    let (first, third) = (on_wall(&visitor, 0), on_wall(&visitor, 2));
    visitor.grasp(first.center());
    visitor.point(third.center());
    visitor.press(Key::Escape);
    visitor.let_pointer_go(third.right_center());
    assert_eq!(pictures(&visitor), before);
}

#[test]
fn on_a_filtered_wall_a_picture_is_moved_among_those_that_are_seen() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1080.0));
    let topic = visitor.state().pack().exhibition.topics[1].id.clone();
    visitor.apply(Action::Topic(Some(topic)));
    let wall = visitor.state().wall();
    let at = |visitor: &Visitor, n: usize| visitor.state().pack().position(wall[n]).expect("there");
    let (from, to) = (at(&visitor, 0), at(&visitor, 1));
    let (first, second) = (on_wall(&visitor, from), on_wall(&visitor, to));
    drag(&mut visitor, first.center(), second.right_center() - vec2(10.0, 0.0));
    let now = visitor.state().wall();
    assert_eq!(now[..2], [wall[1], wall[0]]);
}

#[test]
fn a_row_of_a_table_is_dragged_by_its_number_and_moved_by_keys() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1080.0));
    visitor.apply(Action::Edit(EditCommand::Table(Table::Captions)));
    let before = pictures(&visitor);
    let number = |visitor: &Visitor, n: usize| {
        let tree = visitor.state().editing().expect("editing").tree();
        let name = text::row_name(Lang::En, tree, Table::Captions, n);
        let name = visitor.say(Say::Cells(text::Cells::Row(n + 1, &name)));
        visitor.area(&name).expect("a row").left_center() + vec2(20.0, 0.0)
    };
    let (from, to) = (number(&visitor, 0), number(&visitor, 3));
    drag(&mut visitor, from, to + vec2(0.0, 20.0));
    assert_eq!(pictures(&visitor)[..4], [1, 2, 3, 0].map(|n| before[n].clone()));
    undo(&mut visitor);
    visitor.apply(Action::Edit(EditCommand::Surface(Surface::Tables)));
    let key = visitor.state().editing().expect("editing").tree().key("photos", 1).expect("a picture");
    visitor.apply(Action::Edit(EditCommand::Cells(vitrine::state::editing::CellCommand::Point(key, 0))));
    visitor.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(pictures(&visitor)[..3], [1, 0, 2].map(|n| before[n].clone()));
    visitor.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(pictures(&visitor), before);
}

#[test]
fn a_part_of_a_sum_and_a_source_are_dragged_in_the_pane() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1600.0));
    visitor.apply(Action::View(View::Personnel));
    let value = |visitor: &Visitor, path: &str| {
        let path: FieldPath = path.parse().expect("a path");
        visitor.state().editing().expect("editing").tree().value(&path).cloned().expect("a value")
    };
    visitor.apply(Action::Edit(EditCommand::GoTo("batches[5].figure".parse().expect("a path"))));
    let before = value(&visitor, "batches[5].figure.terms");
    let grip = |visitor: &Visitor, n: usize| {
        let term = text::say(Lang::En, Say::Pane(Pane::Term(n)));
        visitor.area(&text::say(Lang::En, Say::Pane(Pane::Grip(&term)))).expect("a grip").center()
    };
    let (first, second) = (grip(&visitor, 1), grip(&visitor, 2));
    drag(&mut visitor, first, second + vec2(0.0, 15.0));
    let after = value(&visitor, "batches[5].figure.terms");
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]));

    let x = &visitor.state().pack().exhibition;
    let at = x.milestones.iter().position(|milestone| milestone.sources.len() > 1).expect("two sources");
    let path = format!("milestones[{at}].sources");
    visitor.apply(Action::Edit(EditCommand::GoTo(path.parse().expect("a path"))));
    let before = value(&visitor, &path);
    let chips: Vec<Rect> = visitor
        .controls()
        .into_iter()
        .filter(|(name, _)| name.starts_with("Take out "))
        .map(|(_, area)| area)
        .collect();
    let (first, second) = (chips[0], chips[1]);
    drag(&mut visitor, first.center(), second.right_center() - vec2(8.0, 0.0));
    let after = value(&visitor, &path);
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]), "{chips:?}");
}
