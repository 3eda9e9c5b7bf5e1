//! "Who says so?": one touch shows what rests on a source, through all views, and one touch ends it.

use egui::{Key, vec2};
use vitrine::model::{Lang, SourceId};
use vitrine::state::{Action, ChartMode, Counts, Rests, State, Subject, View, rests_on};
use vitrine::text::{self, Say, Trace};

use crate::support::Visitor;

/// The source of the first batch's figure.
fn source(state: &State) -> SourceId {
    let batch = &state.pack().exhibition.batches[0];
    (*batch.figure.sources().first().expect("a source")).clone()
}

fn said(visitor: &Visitor, words: Trace<'_>) -> String {
    visitor.say(Say::Trace(words))
}

/// The end of a name that says how its thing rests on the source.
fn how(visitor: &Visitor, itself: bool) -> String {
    let rests = Rests { itself, worked_out: !itself, ..Rests::default() };
    said(visitor, Trace::Spoken("", rests))
}

/// What the band says.
fn band(visitor: &Visitor, id: &SourceId) -> String {
    let x = &visitor.state().pack().exhibition;
    let source = x.source(id).expect("a source");
    let heading = said(visitor, Trace::Heading(&text::byline(visitor.state().lang(), source)));
    format!("{heading}. {}", said(visitor, Trace::Counts(&Counts::of(x, id))))
}

#[test]
fn a_source_sheet_shows_what_rests_on_its_source_and_one_touch_ends_it() {
    for lang in Lang::ALL {
        let mut visitor = Visitor::new(lang);
        let id = source(visitor.state());
        visitor.arrange([Action::View(View::Personnel), Action::Sheet(Subject::Batch(1))]);
        visitor.click(&said(&visitor, Trace::Show));
        assert!(visitor.state().sheet().is_none(), "the sheet makes room");
        assert_eq!(visitor.state().session().trace, Some(id.clone()));
        assert!(visitor.sees(&band(&visitor, &id)), "{:?}", visitor.names());
        let (itself, worked_out) = (how(&visitor, true), how(&visitor, false));
        for view in [ChartMode::Bars, ChartMode::Table] {
            visitor.apply(Action::Chart(view));
            let x = visitor.state().pack().exhibition.clone();
            let given = x.batches.iter().filter(|b| rests_on(&x, &Subject::Batch(b.number), &id).itself).count();
            let bars: Vec<String> = visitor.names().into_iter().filter(|name| name.ends_with(&itself)).collect();
            assert!(given > 0 && bars.len() >= given, "{lang:?} {view:?}: {bars:?}");
            assert!(visitor.names().iter().any(|name| name.ends_with(&worked_out)), "sums of them say so: {lang:?}");
        }
        visitor.click(&said(&visitor, Trace::End));
        assert_eq!(visitor.state().session().trace, None);
        assert!(!visitor.names().iter().any(|name| name.ends_with(&itself) || name.ends_with(&worked_out)));
    }
}

#[test]
fn it_goes_through_all_views_and_names_nothing_else() {
    let mut visitor = Visitor::at(Lang::En, vec2(1920.0, 1080.0));
    let x = visitor.state().pack().exhibition.clone();
    let milestone = x.milestones.iter().find(|m| !m.sources.is_empty()).expect("a milestone with a source");
    let id = milestone.sources[0].clone();
    visitor.apply(Action::Trace(Some(id.clone())));
    visitor.apply(Action::View(View::Timeline));
    let itself = how(&visitor, true);
    let names = visitor.names();
    for milestone in x.milestones.iter().take(3) {
        let title = milestone.title.resolve(Lang::En).text;
        let card = names.iter().find(|name| name.contains(&format!("; {title}; "))).expect("its card");
        assert_eq!(card.ends_with(&itself), milestone.sources.contains(&id), "{card}");
    }
    visitor.apply(Action::View(View::Photos));
    for (key, photo) in visitor.state().pack().clone().photos() {
        let title = photo.title.resolve(Lang::En).text;
        let found = visitor.names().into_iter().find(|name| name.starts_with(&format!("{title}. ")));
        let Some(name) = found else { continue };
        assert_eq!(name.ends_with(&itself), photo.sources.contains(&id), "{key:?} {name}");
    }
}

#[test]
fn the_list_of_sources_shows_it_too_and_says_where_nothing_rests_on_one() {
    let mut visitor = Visitor::at(Lang::En, vec2(1280.0, 3000.0));
    visitor.apply(Action::View(View::Sources));
    let page = vitrine::state::Scrollable::Sources;
    let x = visitor.state().pack().exhibition.clone();
    let cited = x.sources.iter().find(|source| !Counts::of(&x, &source.id).is_empty()).expect("a source");
    let name = said(&visitor, Trace::ShowOf(&text::byline(Lang::En, cited)));
    for step in 0..40_u8 {
        if visitor.sees(&name) {
            break;
        }
        visitor.apply(Action::Scroll(page, [0.0, 900.0 * f32::from(step)]));
    }
    visitor.activate(&name);
    assert_eq!(visitor.state().session().trace, Some(cited.id.clone()));
    assert_eq!(visitor.state().view(), View::Sources);
}

#[test]
fn a_source_on_which_nothing_rests_says_so_and_dims_nothing() {
    let mut x = Visitor::new(Lang::En).state().pack().exhibition.clone();
    let mut lonely = x.sources[0].clone();
    lonely.id = "lonely".into();
    x.sources.push(lonely);
    for lang in Lang::ALL {
        let mut visitor = Visitor::reading(lang, vec2(1280.0, 800.0), x.clone());
        visitor.apply(Action::Sheet(Subject::Source("lonely".into())));
        assert!(visitor.sees(&said(&visitor, Trace::Nothing)) && !visitor.sees(&said(&visitor, Trace::Show)));
        visitor.press(Key::Escape);
        visitor.apply(Action::Trace(Some("lonely".into())));
        assert!(visitor.sees_containing(&said(&visitor, Trace::Nothing)));
        let before = visitor.names();
        visitor.press(Key::Escape);
        assert!(!visitor.sees_containing(&said(&visitor, Trace::Nothing)), "{before:?}");
    }
}

#[test]
fn escape_ends_it_after_what_lies_over_it_and_so_does_the_start() {
    let mut visitor = Visitor::new(Lang::En);
    let id = source(visitor.state());
    let photo = visitor.state().wall()[0];
    visitor.apply(Action::Trace(Some(id.clone())));
    visitor.apply(Action::OpenPhoto(photo));
    visitor.press(Key::Escape);
    assert!(visitor.state().photo().is_none() && visitor.state().session().trace.is_some());
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().session().trace, None);
    for end in [Action::Home, Action::Reset] {
        visitor.apply(Action::Trace(Some(id.clone())));
        visitor.apply(end);
        assert_eq!(visitor.state().session().trace, None);
    }
    visitor.apply(Action::Trace(Some("no such source".into())));
    assert_eq!(visitor.state().session().trace, None);
}

#[test]
fn the_band_covers_nothing_and_ends_it_by_one_touch_at_any_size() {
    for (lang, size) in [
        (Lang::Bo, vec2(1080.0, 1920.0)),
        (Lang::Zh, vec2(1280.0, 800.0)),
        (Lang::Bo, vec2(800.0, 600.0)),
        (Lang::En, vec2(360.0, 640.0)),
    ] {
        for view in View::ALL {
            let mut visitor = Visitor::at(lang, size);
            let id = source(visitor.state());
            visitor.apply(Action::Trace(Some(id)));
            visitor.apply(Action::View(view));
            let end = said(&visitor, Trace::End);
            let button = visitor.area(&end).expect("the button");
            assert!(button.height() >= 56.0 && button.width() >= 56.0, "{button:?}");
            assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, size).contains_rect(button), "{lang:?} {size:?}");
            visitor.press_at(button.center());
            visitor.settle();
            assert_eq!(visitor.state().session().trace, None, "{lang:?} {size:?} {view:?}");
        }
    }
}

#[test]
fn an_opened_picture_and_its_neighbours_say_whether_they_rest_on_it() {
    let mut visitor = Visitor::at(Lang::En, vec2(1920.0, 1080.0));
    let x = visitor.state().pack().exhibition.clone();
    let (at, photo) =
        x.photos.iter().enumerate().find(|(_, photo)| !photo.sources.is_empty()).expect("one with a source");
    let other = x.photos.iter().position(|other| !other.sources.contains(&photo.sources[0])).expect("one without it");
    let keys = visitor.state().pack().keys().to_vec();
    let itself = how(&visitor, true);
    visitor.arrange([Action::Trace(Some(photo.sources[0].clone())), Action::OpenPhoto(keys[at])]);
    let alt = |at: usize| x.photos[at].stand_in.as_ref().map_or(&x.photos[at].alt, |stand_in| &stand_in.alt);
    let spoken = |visitor: &Visitor, at: usize| {
        let alt = alt(at).resolve(Lang::En).text;
        visitor.names().into_iter().find(|name| name.starts_with(alt)).expect("the picture").ends_with(&itself)
    };
    assert!(spoken(&visitor, at));
    let title = photo.title.resolve(Lang::En).text;
    assert!(
        visitor.names().iter().any(|name| name.starts_with(title) && name.ends_with(&itself)),
        "so does its thumbnail"
    );
    visitor.apply(Action::OpenPhoto(keys[other]));
    assert!(!spoken(&visitor, other));
}
