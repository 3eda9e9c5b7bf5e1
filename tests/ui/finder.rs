//! The search by touch: journeys in three languages, and what a key makes of fingers.

use egui::{Key, Rect, Vec2, pos2, vec2};
use vitrine::model::Lang;
use vitrine::state::{Action, Distance, Finder, FinderCommand};
use vitrine::text::{Find, Say, key_face};

use crate::support::Visitor;
use crate::touch::Panel;

/// The points that a kiosk of 1920 × 1080 pixels has at 3.6 of them a millimetre; of 1280 × 800, and upright.
const KIOSK: Vec2 = vec2(1462.0, 822.0);
const SMALL: Vec2 = vec2(975.0, 609.0);
const UPRIGHT: Vec2 = vec2(822.0, 1462.0);
/// The least side of a touch target, in points, but for rounding.
const LEAST: f32 = 43.9;

fn at_a_kiosk(lang: Lang, size: Vec2) -> Visitor {
    let mut visitor = Visitor::at(lang, size);
    visitor.apply(Action::Distance(Distance::Kiosk));
    visitor
}

/// Touches the field of the sidebar.
fn open(visitor: &mut Visitor) {
    let all = visitor.state().pack().exhibition.provinces.len();
    let hint = visitor.say(Say::SearchProvinces(all));
    visitor.click(&hint);
}

fn type_on_keys(visitor: &mut Visitor, letters: &str) {
    for letter in letters.chars() {
        visitor.click(&key_face(letter));
    }
}

#[test]
fn a_visitor_finds_a_province_in_each_language_by_touch() {
    let journeys = [
        (Lang::En, "jiang", 3, "CN-JS"),
        (Lang::Zh, "zj", 1, "CN-ZJ"),
        (Lang::Bo, "ཅང", 4, "CN-JS"),
        (Lang::En, "lasa", 2, "CN-BJ"),
    ];
    for (lang, letters, count, province) in journeys {
        let mut visitor = at_a_kiosk(lang, KIOSK);
        open(&mut visitor);
        type_on_keys(&mut visitor, letters);
        let all = visitor.state().pack().exhibition.provinces.len();
        assert!(visitor.sees(&visitor.say(Say::Find(Find::Count(count, all)))), "{letters}: {:?}", visitor.names());
        let x = &visitor.state().pack().exhibition;
        let name = x.provinces.iter().find(|p| p.id.as_str() == province).expect("known").name.resolve(lang).text;
        let card = format!("{name}. ");
        visitor.click_containing(&card);
        assert_eq!(visitor.state().filter().province, Some(province.into()), "{letters}");
        assert_eq!((visitor.state().finder(), visitor.state().search()), (None, ""));
    }
}

#[test]
fn done_keeps_what_was_found_and_nothing_found_leads_back_to_all() {
    let mut visitor = at_a_kiosk(Lang::En, KIOSK);
    let fresh = visitor.state().session().clone();
    open(&mut visitor);
    type_on_keys(&mut visitor, "fu");
    visitor.click("Done");
    assert_eq!(visitor.state().finder(), Some(Finder { has_keys: false }));
    assert!(visitor.sees_containing("Fujian. ") && !visitor.sees("q"));
    visitor.click("Search 17 provinces");
    type_on_keys(&mut visitor, "xq");
    assert!(visitor.sees("Nothing matches “fuxq”."));
    visitor.click("Delete");
    assert_eq!(visitor.state().search(), "fux");
    visitor.click("All 17 provinces");
    assert_eq!(visitor.state().search(), "");
    type_on_keys(&mut visitor, "l");
    visitor.click("Clear");
    assert_eq!(visitor.state().search(), "");
    visitor.click("Close");
    assert_eq!(*visitor.state().session(), fresh);
    open(&mut visitor);
    type_on_keys(&mut visitor, "ji");
    visitor.apply(Action::Reset);
    assert!(visitor.state().finder().is_none() && visitor.state().search().is_empty());
}

#[test]
fn keys_that_can_be_felt_type_too_and_do_nothing_else() {
    let mut visitor = at_a_kiosk(Lang::En, KIOSK);
    visitor.press(Key::Slash);
    assert_eq!(visitor.state().finder(), Some(Finder { has_keys: true }));
    for letter in [Key::T, Key::L] {
        visitor.hold(letter);
    }
    visitor.type_text("tl");
    assert_eq!((visitor.state().search(), visitor.state().lang()), ("tl", Lang::En));
    visitor.press(Key::Backspace);
    visitor.type_text("ian");
    visitor.press(Key::Enter);
    assert_eq!(visitor.state().filter().province, Some("CN-TJ".into()), "the first one found");
}

#[test]
fn everything_in_it_is_large_enough_and_on_the_screen() {
    for size in [KIOSK, SMALL, UPRIGHT, vec2(1920.0, 1080.0)] {
        for lang in Lang::ALL {
            let mut visitor = at_a_kiosk(lang, size);
            visitor.apply(Action::Finder(FinderCommand::Open));
            visitor.apply(Action::Search("j".to_owned()));
            let screen = Rect::from_min_size(pos2(0.0, 0.0), size);
            for (name, area) in visitor.controls() {
                assert!(area.size().min_elem() >= LEAST, "{size:?} {lang:?} {name}: {area:?}");
                assert!(screen.expand(1.0).contains_rect(area) || area.top() < size.y, "{size:?} {lang:?} {name}");
            }
        }
    }
}

/// Where keys stand, by their names.
fn keys(names: &[&str]) -> Vec<Rect> {
    let mut visitor = at_a_kiosk(Lang::En, KIOSK);
    visitor.apply(Action::Finder(FinderCommand::Open));
    names.iter().map(|name| visitor.area(name).expect("a key")).collect()
}

#[test]
fn a_key_acts_once_when_it_is_let_go_and_each_finger_has_its_own() {
    let [g, h] = keys(&["g", "h"]).try_into().expect("two");
    let slip = vec2(g.width() / 2.0 + 12.0, 0.0);
    for is_mouse in [false, true] {
        let mut panel = Panel::new(KIOSK);
        panel.is_mouse = is_mouse;
        panel.apply(Action::Distance(Distance::Kiosk));
        panel.apply(Action::Finder(FinderCommand::Open));
        panel.wait(1.0);
        panel.tap(g.center());
        assert_eq!(panel.state().search(), "g");
        panel.fingers(&[[h.center(), h.center()]], 200);
        assert_eq!(panel.state().search(), "gh", "a long press types once");
        panel.fingers(&[[g.center(), g.center() - slip]], 6);
        assert_eq!(panel.state().search(), "ghg", "a slip still counts");
        panel.fingers(&[[h.center(), h.center() - vec2(3.0 * h.width(), 0.0)]], 6);
        assert_eq!(panel.state().search(), "ghg", "who slides away types nothing");
    }
    let mut panel = Panel::new(KIOSK);
    panel.apply(Action::Distance(Distance::Kiosk));
    panel.apply(Action::Finder(FinderCommand::Open));
    panel.wait(1.0);
    panel.fingers(&[[g.center(), g.center()], [h.center(), h.center()]], 2);
    assert_eq!(panel.state().search(), "gh", "a second finger that comes before the first has gone");
}
