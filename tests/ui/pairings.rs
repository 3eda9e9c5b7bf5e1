//! The pairing diagram: ribbons are chosen by name, years are stepped through and played.

use egui::Key;
use vitrine::model::{Lang, ProvinceId};
use vitrine::state::{Action, Subject, View};
use vitrine::text::Say;

use crate::support::Visitor;

fn before_the_diagram(lang: Lang) -> Visitor {
    let mut visitor = Visitor::new(lang);
    visitor.apply(Action::View(View::Pairings));
    visitor
}

/// The name of a province's ribbon, by the first of its pairings that holds in a year.
fn ribbon(visitor: &Visitor, id: &str, year: u16) -> String {
    let lang = visitor.state().lang();
    let x = &visitor.state().pack().exhibition;
    let province = x.province(&id.into()).expect("a province");
    let pairing = x.pairings_of(&province.id).into_iter().find(|p| p.holds_in(year)).expect("a pairing");
    let division = x.division(&pairing.division).expect("a division").name.resolve(lang).text;
    visitor.say(Say::Ribbon {
        province: province.name.resolve(lang).text,
        division,
        told: pairing.told.resolve(lang).text,
    })
}

#[test]
fn a_ribbon_chooses_its_province_and_clears_it_again() {
    for lang in Lang::ALL {
        let mut visitor = before_the_diagram(lang);
        for (id, chosen) in [("CN-FJ", true), ("CN-HE", true), ("CN-HE", false)] {
            visitor.click(&ribbon(&visitor, id, 2024));
            assert_eq!(visitor.state().filter().province, chosen.then(|| ProvinceId::from(id)), "{id} {lang:?}");
        }
    }
}

#[test]
fn every_province_and_division_can_be_read() {
    for lang in Lang::ALL {
        let visitor = before_the_diagram(lang);
        let x = visitor.state().pack().exhibition.clone();
        for province in &x.provinces {
            assert!(visitor.sees(&ribbon(&visitor, province.id.as_str(), 2024)), "{} {lang:?}", province.id.as_str());
        }
    }
}

#[test]
fn before_2016_fujian_is_paired_with_nyingchi() {
    let mut visitor = before_the_diagram(Lang::En);
    let first = visitor.state().pack().exhibition.pairing_stops[0].clone();
    visitor.click_containing(&visitor.say(Say::InYear(first.label.as_deref().unwrap_or_default())));
    assert_eq!(visitor.state().step(), Some(first.year));
    assert!(visitor.sees(&ribbon(&visitor, "CN-FJ", first.year)));
    assert!(visitor.sees(&visitor.say(Say::Provinces(14))) || visitor.sees_containing("14 provinces"));
}

#[test]
fn the_years_play_once_and_stop_at_the_end() {
    let mut visitor = before_the_diagram(Lang::En);
    let years: Vec<u16> = visitor.state().pack().exhibition.pairing_stops.iter().map(|stop| stop.year).collect();
    let last = *years.last().expect("a year");
    visitor.click(&visitor.say(Say::PlayYears));
    assert!(visitor.state().step().is_some_and(|stop| stop < last), "from the end it begins again");
    let mut seen = Vec::new();
    for _ in 0..40 {
        visitor.settle();
        seen.extend(visitor.state().step());
    }
    seen.dedup();
    assert!(years.ends_with(&seen) && seen.len() > 1, "one year after the other: {seen:?}");
}

#[test]
fn a_year_chosen_by_hand_ends_the_playing() {
    let mut visitor = before_the_diagram(Lang::En);
    visitor.click(&visitor.say(Say::PlayYears));
    visitor.press(Key::ArrowRight);
    let chosen = visitor.state().year();
    for _ in 0..20 {
        visitor.settle();
    }
    assert!(chosen.is_some());
    assert_eq!(visitor.state().year(), chosen);
}

#[test]
fn a_figure_on_the_card_opens_the_page_of_its_own_source() {
    let mut visitor = before_the_diagram(Lang::En);
    visitor.apply(Action::Province(Some("CN-JS".into())));
    visitor.click_containing("Jiangsu: 877");
    let sheet = visitor.state().sheet().cloned().expect("a sheet");
    assert_eq!(sheet.subject, Subject::Province("CN-JS".into()));
    let claims = vitrine::state::claims(&visitor.state().pack().exhibition, &sheet.subject);
    assert_eq!(claims[sheet.page(&claims)].amount.map(|a| vitrine::text::number(a.value)).as_deref(), Some("877"));
}
