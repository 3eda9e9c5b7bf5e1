//! Journeys of a visitor, in each language.

use egui::Key;
use vitrine::model::{Lang, ProvinceId};
use vitrine::state::{Action, ChartMode, Notice, Overlay, View};
use vitrine::text::{self, Say};

use crate::support::Visitor;

/// Open, choose Jiangsu, see the filtered wall, open a photo, next, close, go to Personnel, read the name of the bar of
/// batch 2, clear, switch language, still in place.
fn walk(lang: Lang) {
    let mut visitor = Visitor::new(lang);
    let x = visitor.state().pack().exhibition.clone();
    let jiangsu = x.province(&ProvinceId::from("CN-JS")).expect("Jiangsu is there");
    let name = jiangsu.name.resolve(lang).text;
    let count = x.photos.iter().filter(|p| p.provinces.contains(&jiangsu.id)).count();
    assert_eq!(visitor.state().wall().len(), x.photos.len());

    visitor.click(&visitor.say(Say::ProvinceRow(name, count)));
    assert_eq!(visitor.state().filter().province.as_ref(), Some(&jiangsu.id));
    assert_eq!(visitor.state().wall().len(), count);
    assert!(visitor.sees(&visitor.say(Say::ClearChoice(name))), "the chosen province can be cleared with one tap");

    let wall = visitor.state().wall();
    let title = visitor.state().pack().photo(wall[0]).expect("it is there").title.clone();
    let title = title.resolve(lang).text;
    visitor.click_containing(title);
    assert_eq!(visitor.state().photo(), Some(wall[0]));
    assert!(visitor.sees(&visitor.say(Say::NOf(1, count))));
    visitor.click(&visitor.say(Say::Next));
    assert_eq!(visitor.state().photo(), Some(wall[1]));
    visitor.press(Key::ArrowRight);
    assert_eq!(visitor.state().photo(), Some(wall[2]));
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().photo(), None);
    assert_eq!(visitor.state().wall().len(), count, "closing a picture keeps the choice");

    visitor.click(&visitor.say(Say::View(View::Personnel)));
    assert_eq!(visitor.state().view(), View::Personnel);
    let not_published = visitor.say(Say::NotPublished);
    let bar =
        |names: &[String]| names.iter().any(|n| n.contains("1998") && n.contains("2001") && n.contains(&not_published));
    assert!(bar(&visitor.names()), "batch 2 says that it is not published: {:#?}", visitor.names());

    visitor.click(&visitor.say(Say::ClearChoice(name)));
    assert_eq!(visitor.state().filter().province, None);

    let other = if lang == Lang::Zh { Lang::Bo } else { Lang::Zh };
    visitor.click(other.own_name());
    assert_eq!(visitor.state().lang(), other);
    assert_eq!(visitor.state().view(), View::Personnel, "switching the language keeps the place");
    assert!(visitor.sees(&text::say(other, Say::View(View::Personnel))));
}

#[test]
fn a_visit_in_english() {
    walk(Lang::En);
}

#[test]
fn a_visit_in_chinese() {
    walk(Lang::Zh);
}

#[test]
fn a_visit_in_tibetan() {
    walk(Lang::Bo);
}

#[test]
fn search_finds_a_province_by_its_name_in_any_language() {
    for typed in ["jiang", "江苏", "ཅང་སུའུ", "Shigatse"] {
        let mut visitor = Visitor::new(Lang::En);
        visitor.press(Key::Slash);
        visitor.type_text(typed);
        assert_eq!(visitor.state().search(), typed);
        let found = if typed == "Shigatse" { "Shandong" } else { "Jiangsu" };
        assert!(visitor.sees_containing(found), "“{typed}” finds {found}");
        assert!(!visitor.sees_containing("Liaoning"), "“{typed}” leaves out the others");
    }
}

#[test]
fn nothing_is_typed_into_a_search_that_lies_under_a_drawer() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::Overlay(Some(Overlay::Open)));
    visitor.press(Key::Slash);
    visitor.type_text("x");
    assert_eq!(visitor.state().search(), "");
}

#[test]
fn a_search_without_a_hit_says_what_was_typed_and_offers_all() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.press(Key::Slash);
    visitor.type_text("xyzzy");
    assert!(visitor.sees(&visitor.say(Say::NothingMatches("xyzzy"))));
    visitor.click(&visitor.say(Say::AllProvinces(17)));
    assert_eq!(visitor.state().search(), "");
}

#[test]
fn a_province_without_pictures_says_so_and_offers_all() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::Province(Some(ProvinceId::from("CN-LN"))));
    assert!(visitor.sees(&visitor.say(Say::NoPicturesFor("Liaoning"))));
    assert!(visitor.sees(&visitor.say(Say::NoTotalFound)), "a missing total is said to be missing");
    visitor.click(&visitor.say(Say::ShowAllPictures));
    assert_eq!(visitor.state().wall().len(), visitor.state().pack().exhibition.photos.len());
}

#[test]
fn every_view_is_one_key_away_and_escape_never_leaves_the_program() {
    let mut visitor = Visitor::new(Lang::En);
    for (key, view) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5].into_iter().zip(View::ALL) {
        visitor.press(key);
        assert_eq!(visitor.state().view(), view);
    }
    for _ in 0..5 {
        visitor.press(Key::Escape);
    }
    assert_eq!(visitor.state().view(), View::Sources);
}

#[test]
fn zoom_is_bounded_and_escape_shows_the_whole_picture_first() {
    let mut visitor = Visitor::new(Lang::En);
    let first = visitor.state().pack().keys()[0];
    visitor.apply(Action::OpenPhoto(first));
    for _ in 0..20 {
        visitor.press(Key::Plus);
    }
    let zoom = visitor.state().zoom();
    assert!(zoom.scale > 1.0 && zoom.scale <= vitrine::state::Zoom::MOST);
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().photo(), Some(first));
    assert!(visitor.state().zoom().scale <= 1.0);
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().photo(), None);
}

#[test]
fn a_bar_opens_its_source_sheet_and_the_sheet_closes() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::View(View::Personnel));
    visitor.click_containing("2022–25");
    assert!(visitor.state().sheet().is_some());
    assert!(visitor.sees_containing("Nearly 12,000 talents"), "the source's own title is readable");
    visitor.press(Key::Escape);
    assert!(visitor.state().sheet().is_none());
}

#[test]
fn a_pack_that_cannot_be_opened_leaves_the_wall_as_it_is() {
    let mut visitor = Visitor::new(Lang::En);
    let before = visitor.state().pack().clone();
    visitor.apply(Action::OpenPack("no/such/place.vitrine".into()));
    for _ in 0..100 {
        visitor.settle();
        if visitor.state().notice().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(visitor.sees_containing("was not opened"));
    assert_eq!(*visitor.state().pack(), before);
    visitor.click(&visitor.say(Say::Close));
    assert!(visitor.state().notice().is_none());
}

#[test]
fn the_table_can_be_taken_along() {
    for lang in [Lang::En, Lang::Zh, Lang::Bo] {
        let mut visitor = Visitor::new(lang);
        visitor.apply(Action::View(View::Personnel));
        let copy = visitor.say(Say::CopyTable);
        assert!(!visitor.sees(&copy), "a chart is no table");
        visitor.apply(Action::Chart(ChartMode::Table));
        visitor.click(&copy);
        assert_eq!(visitor.state().notice(), Some(&Notice::Copied));
    }
}
