//! A picture opens from where it lies, and goes back.

use egui::{Key, Rect, vec2};
use vitrine::model::Lang;
use vitrine::state::Action;
use vitrine::text::Say;

use crate::support::Visitor;

/// The area of the largest picture in each frame until nothing moves.
fn largest(visitor: &mut Visitor) -> Vec<Rect> {
    let mut all: Vec<Rect> = Vec::new();
    for _ in 0..24 {
        visitor.step();
        let now = visitor.pictures().into_iter().max_by(|one, other| one.area().total_cmp(&other.area()));
        all.extend(now);
    }
    all
}

#[test]
fn a_picture_grows_from_its_place_on_the_wall_and_goes_back_into_it() {
    let mut visitor = Visitor::with_frames(Lang::En, vec2(1280.0, 800.0), 1.0 / 60.0);
    visitor.wait();
    let name = visitor.names().into_iter().find(|name| name.starts_with("Reading corner.")).expect("a picture");
    let place = visitor.area(&name).expect("its area");
    visitor.press_at(place.center());
    let way = largest(&mut visitor);
    let last = *way.last().expect("frames");
    let grows: Vec<f32> = way.iter().map(Rect::height).filter(|height| *height < last.height() - 0.5).collect();
    assert!(grows.iter().filter(|height| **height > place.height() + 1.0).count() > 5, "{grows:?}");
    assert!(grows.len() < 20, "it is there within a fifth of a second and a little: {}", grows.len());
    assert!(visitor.sees(&visitor.say(Say::AllPictures)));
    visitor.click(&visitor.say(Say::AllPictures));
    let back = largest(&mut visitor);
    assert!(back.iter().any(|area| area.height() < last.height() - 1.0 && area.height() > place.height() + 1.0));
    assert_eq!(visitor.area(&name), Some(place), "the wall is where it was");
    assert!(visitor.state().session().last_photo.is_some(), "its picture is marked");
}

#[test]
fn whoever_has_gone_on_from_picture_to_picture_finds_the_last_one_on_the_wall() {
    for size in [vec2(1280.0, 800.0), vec2(800.0, 600.0), vec2(1080.0, 1920.0)] {
        let mut visitor = Visitor::at(Lang::En, size);
        let (first, last) = {
            let wall = visitor.state().wall();
            (wall[0], wall[wall.len() - 1])
        };
        visitor.apply(Action::OpenPhoto(first));
        visitor.press(Key::End);
        assert_eq!(visitor.state().photo(), Some(last));
        visitor.press(Key::Escape);
        visitor.settle();
        let title = visitor.state().pack().photo(last).expect("a picture").title.resolve(Lang::En).text.to_owned();
        let area =
            visitor.controls().into_iter().find(|(name, _)| name.starts_with(&format!("{title}. "))).expect("it");
        assert!(visitor.window().contains(area.1.center()), "{size}: {:?}", area.1);
        assert_eq!(visitor.state().session().last_photo, Some(last));
    }
}
