//! Everything on screen can be reached by keyboard and read by a screen reader.

use std::collections::HashSet;

use egui::{Key, vec2};
use vitrine::model::Lang;
use vitrine::state::{Action, View};
use vitrine::text::{self, Say};

use crate::support::Visitor;

#[test]
fn every_province_picture_and_bar_has_a_name_in_every_language() {
    for lang in Lang::ALL {
        let mut visitor = Visitor::new(lang);
        let x = visitor.state().pack().exhibition.clone();
        let names = visitor.names().join("\n");
        for province in &x.provinces {
            assert!(names.contains(province.name.resolve(lang).text), "{lang:?}: {:?}", province.name.en);
        }
        for &photo in &visitor.state().wall()[..5] {
            let title = visitor.state().pack().photo(photo).expect("it is there").title.resolve(lang).text;
            assert!(names.contains(title), "{lang:?}: {title}");
        }
        visitor.apply(Action::View(View::Personnel));
        let names = visitor.names().join("\n");
        for batch in &x.batches {
            let year = batch.arrive.date.year.to_string();
            assert!(
                names.lines().any(|l| l.contains(&year) && l.contains(&batch.number.to_string())),
                "{lang:?}: {year}"
            );
        }
        for amount in x.batches.iter().filter_map(|b| b.figure.amount()) {
            assert!(names.contains(&text::number(amount.value)), "{lang:?}: {}", amount.value);
        }
    }
}

#[test]
fn no_missing_figure_is_named_as_zero() {
    for lang in Lang::ALL {
        let mut visitor = Visitor::new(lang);
        visitor.apply(Action::View(View::Personnel));
        for mode in vitrine::state::ChartMode::ALL {
            visitor.apply(Action::Chart(mode));
            for name in visitor.names() {
                let zero = name.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').any(|n| n == "0");
                // A province's count of pictures may be nought: “Tianjin, 0 pictures”, and the key says “not zero”.
                let count = Say::ProvinceRow("", 0);
                let is_count = name.ends_with(text::say(lang, count).trim_start_matches([',', ' ']));
                let is_key = name == text::say(lang, Say::NotPublishedKey);
                assert!(!zero || is_count || is_key || name.trim() == "0", "{lang:?} {mode:?}: {name}");
            }
        }
    }
}

#[test]
fn tab_reaches_every_control_of_the_first_view() {
    let mut visitor = Visitor::new(Lang::En);
    let mut reached = HashSet::new();
    for _ in 0..90 {
        visitor.press(Key::Tab);
        reached.extend(visitor.focused());
    }
    for view in View::ALL {
        let name = visitor.say(Say::View(view));
        assert!(reached.contains(&name), "{name}: {reached:#?}");
    }
    for lang in Lang::ALL {
        assert!(reached.contains(lang.own_name()));
    }
    for province in &visitor.state().pack().exhibition.provinces {
        assert!(reached.iter().any(|name| name.starts_with(&province.name.en)), "{}: {reached:#?}", province.name.en);
    }
    assert!(reached.contains(&visitor.say(Say::AllTopics)));
    assert!(reached.iter().any(|name| name.starts_with("Reading corner")));
}

#[test]
fn the_provinces_are_one_tap_away_on_a_narrow_screen() {
    for size in [vec2(1080.0, 1920.0), vec2(1024.0, 768.0)] {
        let mut visitor = Visitor::at(Lang::En, size);
        visitor.click(&visitor.say(Say::AllProvinces(17)));
        assert!(visitor.sees_containing("Heilongjiang"), "{size:?}");
        visitor.click(&visitor.say(Say::ProvinceRow("Shanghai", 1)));
        assert_eq!(visitor.state().wall().len(), 1);
    }
}

#[test]
fn the_focus_returns_to_what_opened_a_sheet() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::View(View::Personnel));
    for _ in 0..200 {
        visitor.press(Key::Tab);
        if visitor.focused().is_some_and(|name| name.starts_with("Batch 9")) {
            break;
        }
    }
    let opener = visitor.focused();
    assert!(opener.as_ref().is_some_and(|name| name.starts_with("Batch 9")), "{opener:?}");
    for close in [Key::Escape, Key::Enter] {
        visitor.press(Key::Enter);
        assert!(visitor.state().sheet().is_some());
        visitor.wait();
        visitor.press(close);
        visitor.settle();
        assert!(visitor.state().sheet().is_none());
        assert_eq!(visitor.focused(), opener, "{close:?}");
    }
}
