//! The whole exhibition at one look: from the end of the wall, one slow look, then each picture opens.

use egui::{Key, Rect, vec2};
use vitrine::model::{Filter, Lang};
use vitrine::state::{Action, Overlay};
use vitrine::text::Say;

use crate::support::Visitor;

/// The area of the largest picture that is drawn.
fn largest(visitor: &Visitor) -> f32 {
    visitor.pictures().iter().map(Rect::area).fold(0.0, f32::max)
}

fn opens(visitor: &mut Visitor) {
    let name = visitor.say(Say::Whole);
    let name = visitor.names().into_iter().find(|other| other.starts_with(&name));
    let name = name.unwrap_or_else(|| panic!("it closes the wall: {} {:?}", visitor.window(), visitor.names()));
    visitor.activate(&name);
    assert_eq!(visitor.state().overlay(), Some(Overlay::Whole));
    // Its poster is designed in the course of some frames.
    (0..6).for_each(|_| visitor.settle());
}

#[test]
fn the_end_of_the_wall_opens_the_whole_and_each_of_its_pictures_opens() {
    for lang in Lang::ALL {
        for size in [vec2(1920.0, 1080.0), vec2(1080.0, 1920.0), vec2(1280.0, 800.0)] {
            let mut visitor = Visitor::at(lang, size);
            visitor.press(Key::End);
            opens(&mut visitor);
            let pack = visitor.state().pack().clone();
            let photo = pack.keys()[1];
            let title = pack.exhibition.photos[1].title.resolve(lang).text.to_owned();
            assert!(visitor.sees(&title), "{lang:?} {size}: {:?}", visitor.names());
            visitor.activate(&title);
            assert_eq!((visitor.state().photo(), visitor.state().overlay()), (Some(photo), None), "{lang:?} {size}");
            visitor.press(Key::ArrowRight);
            visitor.press(Key::Escape);
            assert_eq!(
                (visitor.state().photo(), visitor.state().overlay()),
                (None, Some(Overlay::Whole)),
                "back to it"
            );
            visitor.press(Key::Escape);
            assert_eq!((visitor.state().photo(), visitor.state().overlay()), (None, None));
        }
    }
}

#[test]
fn a_look_begins_near_and_ends_with_all_of_it_and_a_touch_ends_it_at_once() {
    let mut visitor = Visitor::with_frames(Lang::En, vec2(1280.0, 800.0), 1.0 / 20.0);
    visitor.wait();
    visitor.arrange([Action::Overlay(Some(Overlay::Whole))]);
    (0..20).for_each(|_| visitor.step());
    let near = largest(&visitor);
    let mut frames = 0;
    let mut areas = vec![near];
    while frames < 400 {
        visitor.step();
        areas.push(largest(&visitor));
        frames += 1;
    }
    let all = *areas.last().expect("frames");
    assert!(near > 1.5 * all, "it begins near: {near} and {all}");
    assert!(areas[180..].iter().all(|area| (area - all).abs() < 1.0), "within nine seconds it has come to rest");
    visitor.arrange([Action::Overlay(None)]);
    visitor.arrange([Action::Overlay(Some(Overlay::Whole))]);
    (0..20).for_each(|_| visitor.step());
    assert!(largest(&visitor) > 1.5 * all, "it begins anew");
    visitor.press_at(visitor.window().center());
    visitor.step();
    visitor.step();
    assert!((largest(&visitor) - all).abs() < 1.0, "a touch ends it");
    assert_eq!(visitor.state().overlay(), Some(Overlay::Whole), "and leaves it there");
}

#[test]
fn where_frames_are_slow_the_whole_is_there_at_once_and_with_a_filter_the_wall_has_none() {
    let mut visitor = Visitor::at(Lang::En, vec2(1280.0, 800.0));
    visitor.arrange([Action::Overlay(Some(Overlay::Whole))]);
    (0..8).for_each(|_| visitor.settle());
    visitor.wait();
    let all = largest(&visitor);
    assert!(all > 0.0, "its pictures are there");
    visitor.linger(std::time::Duration::from_secs(9));
    assert!((largest(&visitor) - all).abs() < 1.0, "{all} {}", largest(&visitor));
    visitor.arrange([Action::Overlay(None), Action::Province(Some("CN-JS".into()))]);
    assert_ne!(*visitor.state().filter(), Filter::default());
    visitor.press(Key::End);
    let name = visitor.say(Say::Whole);
    assert!(!visitor.names().iter().any(|other| other.starts_with(&name)));
}

#[test]
fn an_exhibition_of_pictures_alone_has_no_whole() {
    let mut bare = Visitor::new(Lang::En).state().pack().document().clone();
    bare.batches.clear();
    bare.milestones.clear();
    bare.pairing_stops.clear();
    bare.pairings.clear();
    bare.totals.clear();
    bare.subtotals.clear();
    let mut visitor = Visitor::reading(Lang::En, vec2(1280.0, 800.0), bare);
    visitor.press(Key::End);
    let name = visitor.say(Say::Whole);
    assert!(!visitor.names().iter().any(|other| other.starts_with(&name)));
}
