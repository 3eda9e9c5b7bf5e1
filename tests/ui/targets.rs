//! Everything that is touched is large enough for a finger: 44 points on both sides. Where a kiosk needs millimetres, the zoom makes
//! them of these points.

use egui::{Rect, vec2};
use vitrine::model::Lang;
use vitrine::state::kiosk::{HoursKind, SetUpCommand, SetUpPage};
use vitrine::state::{Action, ChartMode, FinderCommand, Overlay, Subject, View};
use vitrine::text::Say;

use crate::kiosk;
use crate::support::{Visitor, figures};

/// The least side of a touch target, in points, but for rounding.
const LEAST: f32 = 43.9;

/// The least side of the main ones: 20 mm where 44 points are 15 mm.
const MAIN: f32 = 55.9;

/// Two screens at a desk, an upright one, and the points that a kiosk of 1920 × 1080 pixels has at 3.6 of them a millimetre.
const SIZES: [[f32; 2]; 4] = [[1920.0, 1080.0], [1280.0, 800.0], [1080.0, 1920.0], [1462.0, 822.0]];

/// What a visitor can have in front, by name.
fn scenes(visitor: &Visitor) -> Vec<(String, Vec<Action>)> {
    let pack = visitor.state().pack();
    let photo = pack.keys()[0];
    let id = pack.photo(photo).expect("a picture").id.clone();
    let milestone = pack.exhibition.milestones[0].id.clone();
    let year = pack.exhibition.pairing_stops[0].year;
    let mut scenes: Vec<(String, Vec<Action>)> = Vec::new();
    for view in View::ALL {
        scenes.push((format!("{view:?}"), vec![Action::View(view)]));
        let province = Action::Province(Some("CN-JS".into()));
        scenes.push((format!("{view:?}, Jiangsu"), vec![Action::View(view), province]));
    }
    for chart in ChartMode::ALL {
        scenes.push((format!("{chart:?}"), vec![Action::View(View::Personnel), Action::Chart(chart)]));
    }
    for view in View::ALL {
        let trace = Action::Trace(Some("cd2024".into()));
        scenes.push((format!("{view:?}, what rests on a source"), vec![Action::View(view), trace]));
    }
    for view in [View::Personnel, View::Pairings, View::Timeline] {
        scenes.push((format!("{view:?}, by a year"), vec![Action::View(view), Action::Year(Some(2004))]));
    }
    scenes.push(("first year".into(), vec![Action::View(View::Pairings), Action::Step(year)]));
    scenes.push(("viewer".into(), vec![Action::OpenPhoto(photo)]));
    let subjects = [
        Subject::Batch(10),
        Subject::Province("CN-JS".into()),
        Subject::Milestone(milestone),
        Subject::Step(year),
        Subject::Photo(id),
    ];
    for subject in subjects {
        scenes.push((format!("{subject:?}"), vec![Action::Sheet(subject)]));
    }
    let overlays = [
        Overlay::Menu,
        Overlay::Keys,
        Overlay::Size,
        Overlay::Status,
        Overlay::Save,
        Overlay::Open,
        Overlay::Problems,
        Overlay::Provinces,
        Overlay::Topics,
        Overlay::Whole,
    ];
    let search = [Action::Finder(FinderCommand::Open), Action::Search("j".to_owned())];
    scenes.push(("finder".into(), search.to_vec()));
    for overlay in overlays {
        scenes.push((format!("{overlay:?}"), vec![Action::Overlay(Some(overlay))]));
    }
    for page in [SetUpPage::Start, SetUpPage::Languages, SetUpPage::Hours, SetUpPage::Idle, SetUpPage::Pin] {
        let read = SetUpCommand::Read(Box::default(), 0);
        let commands = [SetUpCommand::Open, read, SetUpCommand::Page(page), SetUpCommand::Hours(HoursKind::ByDay)];
        scenes.push((format!("set-up, {page:?}"), commands.map(Action::SetUp).to_vec()));
    }
    scenes
}

/// Why a target may be lower; `None` where there is no reason.
fn excuse(visitor: &Visitor, [_, height]: [f32; 2], scene: &str, area: Rect) -> Option<&'static str> {
    let provinces = visitor.state().pack().exhibition.provinces.len();
    let is_diagram = scene.starts_with("Pairings") || scene == "first year";
    // The rows of the diagram share its height; its ribbons and places can be touched instead, and the sidebar's rows.
    (is_diagram && provinces >= 10 && height < 1100.0 && area.width() < 220.0 && area.height() > 20.0)
        .then_some("so many provinces share the height of a diagram")
}

/// The names of the main ones: views, languages, the way back, steps from picture to picture, the menu.
fn main_ones(visitor: &Visitor) -> Vec<String> {
    let said = [Say::Next, Say::Previous, Say::AllPictures, Say::Menu, Say::Close].map(|say| visitor.say(say));
    let views = View::ALL.map(|view| visitor.say(Say::View(view)));
    let languages = Lang::ALL.map(|lang| lang.own_name().to_owned());
    said.into_iter().chain(views).chain(languages).collect()
}

#[test]
fn everything_that_is_touched_is_large_enough() {
    let mut small: Vec<String> = Vec::new();
    for [width, height] in SIZES {
        for lang in Lang::ALL {
            let mut visitor = Visitor::at(lang, vec2(width, height));
            let main = main_ones(&visitor);
            for (scene, actions) in scenes(&visitor) {
                visitor.apply(Action::Home);
                for action in actions {
                    visitor.apply(action);
                }
                for (name, area) in visitor.controls() {
                    // The timeline's axis has the name of its tab; it is a long slider.
                    let is_main = main.contains(&name) && area.width() < 600.0;
                    let least = if is_main { MAIN } else { LEAST };
                    let is_small = area.height() < least || area.width() < LEAST;
                    if is_small && excuse(&visitor, [width, height], &scene, area).is_none() {
                        let name: String = name.chars().take(40).collect();
                        small.push(format!(
                            "{width} × {height} {lang:?} {scene}: “{name}” {:.0} × {:.0}",
                            area.width(),
                            area.height()
                        ));
                    }
                }
            }
        }
    }
    assert!(small.is_empty(), "{} too small:\n{}", small.len(), small.join("\n"));
}

#[test]
fn each_of_a_thousand_batches_is_large_enough() {
    for [width, height] in SIZES {
        let mut visitor = Visitor::reading(Lang::En, vec2(width, height), figures::many(1000));
        for mode in ChartMode::ALL {
            visitor.apply(Action::View(View::Personnel));
            visitor.apply(Action::Chart(mode));
            let small: Vec<_> = visitor
                .controls()
                .into_iter()
                .filter(|(_, area)| area.width().min(area.height()) < LEAST)
                .take(6)
                .collect();
            assert!(small.is_empty(), "{width} × {height} {mode:?}: {small:#?}");
        }
    }
}

/// Four screens of kiosks, in the points that the preset makes of them.
const KIOSKS: [[f32; 2]; 4] = [[1422.0, 800.0], [948.0, 592.0], [800.0, 1422.0], [1920.0, 1080.0]];

#[test]
fn at_a_kiosk_too_and_whatever_lies_over_its_views() {
    let mut small: Vec<String> = Vec::new();
    for [width, height] in KIOSKS {
        for lang in Lang::ALL {
            let mut visitor = kiosk::visitor(lang, vec2(width, height));
            let main = main_ones(&visitor);
            for (scene, _) in kiosk::scenes(&visitor) {
                // Times are counted anew for each.
                let actions = kiosk::scenes(&visitor).into_iter().find(|(name, _)| *name == scene);
                kiosk::arrange(&mut visitor, actions.map(|(_, actions)| actions).unwrap_or_default());
                for (name, area) in visitor.controls() {
                    // The staff's sheet is no visitor's.
                    let is_main = main.contains(&name) && area.width() < 600.0 && scene != "staff sheet";
                    let least = if is_main { MAIN } else { LEAST };
                    let is_small = area.height() < least || area.width() < LEAST;
                    if is_small && excuse(&visitor, [width, height], &titled(scene), area).is_none() {
                        let size = area.size();
                        small.push(format!("{width} × {height} {lang:?} {scene}: “{name}” {size:?}"));
                    }
                }
            }
        }
    }
    assert!(small.is_empty(), "{} too small:\n{}", small.len(), small.join("\n"));
}

/// A scene's name, as the excuses know it.
fn titled(scene: &str) -> String {
    let mut letters = scene.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
