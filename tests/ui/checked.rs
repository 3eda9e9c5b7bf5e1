//! A visitor who checks: every number on the screen leads to a source that is cited, in two touches or keys at most.

use std::collections::BTreeSet;

use egui::vec2;
use vitrine::model::{Amount, Exhibition, Figure, Lang, Statement, summary};
use vitrine::state::{Action, ChartMode, Subject, View, claims};
use vitrine::text::{self, Say};

use crate::support::Visitor;

/// Every number that the exhibition reports or adds up, as it is told.
fn told(x: &Exhibition, lang: Lang) -> BTreeSet<String> {
    let own = |figure: &Figure| {
        let also = figure.also.iter().map(vitrine::model::Report::amount);
        figure.amount().into_iter().chain(also).collect::<Vec<Amount>>()
    };
    let figures = x.batches.iter().map(|b| &b.figure).chain(x.subtotals.iter().map(|s| &s.figure));
    let figures = figures.chain(x.totals.iter().map(|t| &t.figure)).flat_map(own);
    let provinces = x.provinces.iter().flat_map(|p| &p.personnel).map(vitrine::model::Report::amount);
    let sums = [summary(x).reported_sum, summary(x).full_sum];
    figures.chain(provinces).chain(sums.into_iter().flatten()).map(|amount| text::amount(lang, amount)).collect()
}

/// True where a text has this number in it, and not as a part of another.
fn mentions(text: &str, number: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '–';
    text.match_indices(number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + number.len()..].chars();
        let next = after.next();
        let goes_on = next.is_some_and(|c| c.is_ascii_digit() || c == '–')
            || (next == Some(',') && after.next().is_some_and(|c| c.is_ascii_digit()));
        !before.is_some_and(is_part) && !goes_on
    })
}

/// True where a sheet is open that cites a source.
fn cites(visitor: &Visitor) -> bool {
    let Some(sheet) = visitor.state().sheet() else { return false };
    let all = claims(&visitor.state().pack().exhibition, &sheet.subject);
    !all.is_empty() && visitor.sees(&visitor.say(Say::SourceNOf(sheet.page(&all) + 1, all.len())))
}

/// Activates a control, and whatever it brought, until a source is cited.
fn leads_to_a_source(visitor: &mut Visitor, name: &str) -> bool {
    let before: BTreeSet<String> = visitor.controls().into_iter().map(|(name, _)| name).collect();
    visitor.activate(name);
    let mut found = cites(visitor);
    if !found && visitor.state().sheet().is_none() {
        let brought: Vec<String> = visitor.controls().into_iter().map(|(name, _)| name).collect();
        for next in brought.into_iter().filter(|name| !before.contains(name)) {
            // Another of them may have undone the first step.
            if !visitor.sees(&next) {
                visitor.activate(name);
            }
            visitor.activate(&next);
            found = cites(visitor);
            if found {
                break;
            }
        }
    }
    if visitor.state().sheet().is_some() {
        visitor.apply(Action::Back);
    }
    found
}

/// Activates everything that has a number in its name; gives how many there were.
fn check(visitor: &mut Visitor, place: &str) -> usize {
    let numbers = told(&visitor.state().pack().exhibition, visitor.state().lang());
    let named: BTreeSet<String> = visitor.names().into_iter().collect();
    let with: Vec<String> =
        named.into_iter().filter(|name| numbers.iter().any(|number| mentions(name, number))).collect();
    let controls: BTreeSet<String> = visitor.controls().into_iter().map(|(name, _)| name).collect();
    for name in &with {
        assert!(controls.contains(name), "{place}: “{name}” has a number and opens nothing");
        assert!(leads_to_a_source(visitor, name), "{place}: “{name}” leads to no source");
    }
    with.len()
}

#[test]
fn every_number_of_the_personnel_leads_to_a_source_in_two_touches() {
    for lang in Lang::ALL {
        for (size, mode) in [[1920.0, 1080.0], [1080.0, 1920.0]].iter().flat_map(|s| ChartMode::ALL.map(|m| (s, m))) {
            let mut visitor = Visitor::at(lang, vec2(size[0], size[1]));
            visitor.apply(Action::View(View::Personnel));
            visitor.apply(Action::Chart(mode));
            let found = check(&mut visitor, &format!("{lang:?} {size:?} {mode:?}"));
            assert!(found >= 10, "{lang:?} {mode:?}: {found} numbers");
        }
    }
}

#[test]
fn every_number_of_a_province_leads_to_a_source_in_two_touches() {
    let mut visitor = Visitor::new(Lang::En);
    let provinces = visitor.state().pack().exhibition.provinces.clone();
    for view in [View::Photos, View::Personnel, View::Pairings] {
        let mut found = 0;
        for province in &provinces {
            visitor.apply(Action::View(view));
            visitor.apply(Action::Province(Some(province.id.clone())));
            found += check(&mut visitor, &format!("{view:?} {}", province.name.en));
        }
        assert!(found >= 10, "{view:?}: {found} numbers");
    }
}

#[test]
fn every_pairing_and_every_change_of_them_leads_to_a_source_in_two_touches() {
    for lang in Lang::ALL {
        let mut visitor = Visitor::new(lang);
        visitor.apply(Action::View(View::Pairings));
        let x = visitor.state().pack().exhibition.clone();
        for province in &x.provinces {
            let name = province.name.resolve(lang).text;
            let ribbon = visitor.controls().into_iter().map(|(name, _)| name).find(|control| {
                control.contains(name)
                    && x.pairings_of(&province.id).iter().any(|p| control.contains(p.told.resolve(lang).text))
            });
            let ribbon = ribbon.unwrap_or_else(|| panic!("{lang:?}: {name} has a ribbon"));
            assert!(leads_to_a_source(&mut visitor, &ribbon), "{lang:?}: {ribbon}");
            visitor.apply(Action::Province(None));
        }
        for stop in &x.pairing_stops {
            visitor.apply(Action::Step(stop.year));
            let cited = stop.sources.len();
            let link = visitor.say(Say::SeeSources(cited));
            assert!(cited > 0 && visitor.sees(&link), "{lang:?}: the change of {}", stop.year);
            assert!(leads_to_a_source(&mut visitor, &link), "{lang:?}: {link}");
        }
    }
}

#[test]
fn every_milestone_leads_to_a_source_in_two_touches() {
    for (lang, size) in Lang::ALL.into_iter().zip([[1920.0, 1080.0], [1280.0, 800.0], [1080.0, 1920.0]]) {
        let mut visitor = Visitor::at(lang, vec2(size[0], size[1]));
        let x = visitor.state().pack().exhibition.clone();
        for milestone in &x.milestones {
            visitor.apply(Action::View(View::Timeline));
            visitor.apply(Action::Milestone(milestone.id.clone()));
            let title = milestone.title.resolve(lang).text;
            let controls = visitor.controls();
            // The largest of its controls is its card.
            let own = controls.iter().filter(|(name, _)| name.contains(title)).map(|(_, area)| *area);
            let card = own.max_by(|a, b| a.area().total_cmp(&b.area())).unwrap_or_else(|| panic!("{lang:?}: {title}"));
            let source = x.source(&milestone.sources[0]).expect("it is there");
            visitor.activate_within(&text::byline(lang, source), card);
            let subject = visitor.state().sheet().map(|sheet| &sheet.subject);
            assert_eq!(subject, Some(&Subject::Milestone(milestone.id.clone())), "{lang:?} {size:?}");
            assert!(cites(&visitor), "{lang:?} {size:?}: {title}");
        }
    }
}

#[test]
fn every_statement_and_source_is_one_touch_from_its_sheet() {
    for (lang, size) in Lang::ALL.into_iter().zip([[1920.0, 1080.0], [1280.0, 800.0], [1080.0, 1920.0]]) {
        let mut visitor = Visitor::at(lang, vec2(size[0], size[1]));
        visitor.apply(Action::View(View::Sources));
        let x = visitor.state().pack().exhibition.clone();
        let stated = |statement: &Statement| {
            let amount = statement.figure.as_ref().and_then(Figure::amount);
            let amount = amount.map(|amount| statement.unit.written(lang, amount));
            let cited = !claims(&x, &Subject::Statement(statement.id.clone())).is_empty();
            assert!(cited || amount.is_none(), "{}: a number with a source", statement.text.en);
            (statement.text.resolve(lang).text.to_owned(), amount, cited)
        };
        let mut left: Vec<(String, Option<Amount>, bool)> = x.statements.iter().map(stated).collect();
        left.extend(x.sources.iter().map(|source| (text::source_title(lang, source).to_owned(), None, true)));
        assert!(left.iter().filter(|(_, amount, _)| amount.is_some()).count() >= 20, "figures are stated");
        // From the top of the page to its foot.
        for _ in 0..200 {
            let here: BTreeSet<String> = visitor.controls().into_iter().map(|(name, _)| name).collect();
            left.retain(|(words, amount, cited)| {
                let Some(name) = here.iter().find(|name| name.contains(words.as_str())) else { return true };
                let number = amount.map(|amount| text::amount(lang, amount)).unwrap_or_default();
                assert!(name.contains(&number), "{lang:?}: “{name}” says {number}");
                // What no source gives has none to open.
                assert_eq!(leads_to_a_source(&mut visitor, name), *cited, "{lang:?} {size:?}: {name}");
                false
            });
            if left.is_empty() {
                break;
            }
            visitor.scroll(500.0);
        }
        assert!(left.is_empty(), "{lang:?} {size:?}: nothing opens {left:#?}");
    }
}

#[test]
fn every_number_of_the_pairings_in_every_year_leads_to_a_source() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.apply(Action::View(View::Pairings));
    for stop in visitor.state().pack().exhibition.pairing_stops.clone() {
        visitor.apply(Action::Step(stop.year));
        check(&mut visitor, &format!("the year {}", stop.year));
    }
}
