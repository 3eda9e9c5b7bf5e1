//! Year by year: one axis moves personnel, pairings and timeline together, and nothing is shown before it has come.

use egui::{Key, vec2};
use vitrine::model::{Exhibition, Lang};
use vitrine::state::years::{news, span};
use vitrine::state::{Action, View};
use vitrine::text::Say;

use crate::support::Visitor;

/// The numbers of the batches whose bars are seen. What tells of two of them is no bar.
fn bars(visitor: &Visitor) -> Vec<u32> {
    let numbers: Vec<u32> = visitor.state().pack().exhibition.batches.iter().map(|batch| batch.number).collect();
    let names: Vec<String> = visitor.controls().into_iter().map(|(name, _)| name).collect();
    let tells = |name: &str, number: u32| name.contains(&visitor.say(Say::Batch(number)));
    let is_bar = |name: &&String, number: u32| {
        name.starts_with(&visitor.say(Say::Batch(number)))
            && !numbers.iter().any(|other| *other > number && tells(name, *other))
    };
    numbers.iter().copied().filter(|number| names.iter().any(|name| is_bar(&name, *number))).collect()
}

fn arrived(x: &Exhibition, year: u16) -> Vec<u32> {
    x.batches.iter().filter(|batch| batch.arrive.date.year <= year).map(|batch| batch.number).collect()
}

#[test]
fn one_year_holds_in_all_three_views_and_one_touch_ends_it() {
    for lang in Lang::ALL {
        let mut visitor = Visitor::at(lang, vec2(1920.0, 1080.0));
        let x = visitor.state().pack().exhibition.clone();
        let [first, last] = span(&x).expect("years");
        visitor.apply(Action::View(View::Personnel));
        let all = bars(&visitor);
        assert_eq!(all.len(), x.batches.len());
        let begin = visitor.say(Say::YearByYear);
        for (view, name) in
            [(View::Timeline, &begin), (View::Pairings, &visitor.say(Say::PlayYears)), (View::Personnel, &begin)]
        {
            visitor.apply(Action::View(view));
            visitor.click(name);
            assert_eq!(visitor.state().year(), Some(first), "{lang:?} {view:?}");
            assert!(visitor.sees(&visitor.say(Say::PauseYears)), "it plays");
            visitor.press(Key::Escape);
            assert_eq!(visitor.state().year(), None);
        }
        visitor.click(&begin);
        assert_eq!(visitor.state().year(), Some(first), "it begins with the first year, and plays");
        assert!(visitor.sees(&visitor.say(Say::PauseYears)));
        for year in [first, 2003, last] {
            visitor.apply(Action::Year(Some(year)));
            visitor.apply(Action::View(View::Personnel));
            visitor.linger(std::time::Duration::from_secs(1));
            assert_eq!(bars(&visitor), arrived(&x, year), "{lang:?} {year}");
            visitor.apply(Action::View(View::Timeline));
            let shown = visitor.state().milestone().and_then(|id| x.milestones.iter().find(|m| m.id == *id));
            assert!(shown.is_none_or(|milestone| milestone.date.year <= year), "nothing later is in view");
            visitor.apply(Action::View(View::Pairings));
            assert!(
                visitor.sees(&visitor.say(Say::InYear(&year.to_string()))),
                "{lang:?} {year}: {:?}",
                visitor.names()
            );
            let axis = visitor.say(Say::YearByYear);
            assert!(visitor.sees(&axis), "the axis is there for screen readers");
        }
        visitor.click(&visitor.say(Say::AllYears));
        assert_eq!(visitor.state().year(), None);
        visitor.apply(Action::View(View::Personnel));
        assert_eq!(bars(&visitor), all);
    }
}

#[test]
fn keys_and_dragging_go_from_year_to_year_and_escape_ends_it() {
    let mut visitor = Visitor::at(Lang::En, vec2(1920.0, 1080.0));
    let x = visitor.state().pack().exhibition.clone();
    let [first, last] = span(&x).expect("years");
    visitor.arrange([Action::View(View::Personnel), Action::Year(Some(2000))]);
    for (key, year) in [(Key::ArrowRight, 2001), (Key::ArrowRight, 2002), (Key::ArrowLeft, 2001)] {
        visitor.press(key);
        assert_eq!(visitor.state().year(), Some(year));
    }
    for (key, year) in [(Key::End, last), (Key::Home, first)] {
        visitor.press(key);
        assert_eq!(visitor.state().year(), Some(year));
    }
    for plays in [true, false] {
        visitor.press(Key::Space);
        assert_eq!(visitor.state().session().next_year.is_some(), plays);
    }
    let axis = visitor.area(&visitor.say(Say::YearByYear)).expect("the axis");
    visitor.grasp(axis.left_center() + vec2(60.0, 0.0));
    visitor.point(axis.right_center() - vec2(2.0, 0.0));
    assert_eq!(visitor.state().year(), Some(last), "dragged to its end");
    visitor.point(axis.left_center() + vec2(2.0, 0.0));
    visitor.let_pointer_go(axis.left_center() + vec2(2.0, 0.0));
    assert_eq!(visitor.state().year(), Some(first));
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().year(), None);
    assert!(visitor.sees(&visitor.say(Say::YearByYear)));
}

#[test]
fn a_year_without_news_says_nothing_and_playing_ends_by_itself() {
    let mut visitor = Visitor::at(Lang::En, vec2(1280.0, 800.0));
    let x = visitor.state().pack().exhibition.clone();
    let [first, last] = span(&x).expect("years");
    let quiet = (first..=last).find(|year| news(&x, *year).next().is_none()).expect("a year without news");
    visitor.arrange([Action::View(View::Pairings), Action::Year(Some(quiet))]);
    let told = visitor.names();
    let others = x.milestones.iter().map(|milestone| milestone.title.resolve(Lang::En).text);
    for title in others {
        assert!(!told.iter().any(|name| name == title), "{quiet}: {title}");
    }
    visitor.arrange([Action::Year(Some(last - 1)), Action::PlayYears(true)]);
    visitor.linger(std::time::Duration::from_secs(5));
    assert_eq!((visitor.state().year(), visitor.state().session().next_year), (Some(last), None));
}

#[test]
fn an_exhibition_without_years_has_no_button() {
    let mut bare = Visitor::new(Lang::En).state().pack().document().clone();
    bare.batches.truncate(1);
    bare.milestones.clear();
    bare.pairing_stops.clear();
    bare.totals.clear();
    bare.subtotals.clear();
    let mut visitor = Visitor::reading(Lang::En, vec2(1280.0, 800.0), bare);
    visitor.apply(Action::View(View::Personnel));
    assert!(!visitor.sees(&visitor.say(Say::YearByYear)));
}
