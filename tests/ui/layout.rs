//! Nothing lies on anything, ends outside, or is cut in half: every view, sheet and overlay at 60 sizes, in three languages, at the
//! four viewing distances.

use egui::{Rect, vec2};
use vitrine::model::{Exhibition, Lang, Milestone, PackPlace, PhotoKey, SortBy, Words};
use vitrine::state::kiosk::{AccessChange, HoursKind, KioskCommand, SetUpCommand, SetUpPage};
use vitrine::state::{Action, ChartMode, Distance, Overlay, Subject, TalkCommand, USUAL_POINTS_PER_MM, View};
use vitrine::text::Say;
use vitrine::ui::theme::distance;
use vitrine::work;

use crate::kiosk;
use crate::support::Visitor;

/// The windows, in the system's points: screens, halves of screens, phones upright and lying, projectors, kiosks.
const SIZES: [[f32; 2]; 60] = [
    [320.0, 480.0],
    [360.0, 640.0],
    [360.0, 740.0],
    [375.0, 667.0],
    [390.0, 844.0],
    [412.0, 915.0],
    [430.0, 932.0],
    [480.0, 640.0],
    [480.0, 854.0],
    [540.0, 960.0],
    [600.0, 800.0],
    [600.0, 1024.0],
    [640.0, 360.0],
    [640.0, 480.0],
    [667.0, 375.0],
    [700.0, 700.0],
    [720.0, 480.0],
    [720.0, 1280.0],
    [740.0, 360.0],
    [768.0, 1024.0],
    [800.0, 480.0],
    [800.0, 600.0],
    [800.0, 800.0],
    [800.0, 1280.0],
    [844.0, 390.0],
    [854.0, 480.0],
    [859.0, 700.0],
    [860.0, 540.0],
    [900.0, 600.0],
    [900.0, 1440.0],
    [932.0, 430.0],
    [960.0, 540.0],
    [960.0, 1040.0],
    [1024.0, 600.0],
    [1024.0, 768.0],
    [1024.0, 1366.0],
    [1080.0, 1920.0],
    [1152.0, 864.0],
    [1199.0, 700.0],
    [1200.0, 699.0],
    [1200.0, 1920.0],
    [1280.0, 480.0],
    [1280.0, 720.0],
    [1280.0, 800.0],
    [1280.0, 1024.0],
    [1366.0, 768.0],
    [1400.0, 1050.0],
    [1440.0, 900.0],
    [1440.0, 2560.0],
    [1499.0, 800.0],
    [1500.0, 900.0],
    [1600.0, 900.0],
    [1680.0, 1050.0],
    [1920.0, 540.0],
    [1920.0, 1080.0],
    [1920.0, 1200.0],
    [2160.0, 3840.0],
    [2560.0, 1080.0],
    [2560.0, 1440.0],
    [3840.0, 2160.0],
];

/// What can be wrong with what is drawn, in words. Cards of the timeline's row are cut by the window, which shows that there are
/// more.
pub fn faults(visitor: &Visitor, name: &str) -> Vec<String> {
    faults_of(visitor, name, 0.0, 0.0)
}

/// The same without texts lower than `least`, which nobody reads; lines may reach into one another by a share of their height.
pub fn faults_of(visitor: &Visitor, name: &str, least: f32, share: f32) -> Vec<String> {
    let mut texts = visitor.lines_drawn();
    texts.retain(|text| text.area.height() >= least);
    let mut found = Vec::new();
    for (i, one) in texts.iter().enumerate() {
        let seen = one.seen();
        let is_cut = one.area.left() < one.clip.left() - 1.0 || one.area.right() > one.clip.right() + 1.0;
        if is_cut && !name.starts_with("timeline") {
            found.push(format!("cut at the side: “{}” {:?} in {:?}", one.words, one.area, one.clip));
        }
        let hidden = one.area.height() - seen.height();
        if hidden > 1.5 {
            found.push(format!("cut through: “{}” {:?} in {:?}", one.words, one.area, one.clip));
        }
        // A sheet leaves in sight what it is about.
        if let Some(over) = one.covered.filter(|_| name != "sheet") {
            found.push(format!("covered: “{}” {:?} by {over:?}", one.words, one.area));
        }
        for other in &texts[i + 1..] {
            let common = seen.intersect(other.seen());
            let most = 1.0 + share * one.area.height().min(other.area.height());
            if common.width() > 1.0 && common.height() > most && name != "sheet" {
                found.push(format!("“{}” {seen:?} lies on “{}” {:?}", one.words, other.words, other.seen()));
            }
        }
    }
    found.extend(touching(visitor));
    found
}

/// How far the targets of neighbours may reach into one another: small words have targets larger than themselves.
const REACH: f32 = 12.0;

/// Controls that lie over one another in part, by more than a finger notices.
fn touching(visitor: &Visitor) -> Vec<String> {
    let names = visitor.controls();
    let name = |area: &Rect| {
        let around = names.iter().filter(|(_, other)| other.expand(1.0).contains_rect(*area));
        let least = around.min_by(|(_, one), (_, other)| one.area().total_cmp(&other.area()));
        least.map_or("?", |(name, _)| name.as_str())
    };
    // The strip that says that more follows reaches over lines that are cut, and a scroll handle over what scrolls.
    let more = visitor.say(Say::More);
    let mut areas = visitor.touchable();
    areas.retain(|area| area.width() > 9.0 && name(area) != more && name(area) != "?");
    let mut found = Vec::new();
    for (i, area) in areas.iter().enumerate() {
        for beside in &areas[i + 1..] {
            let common = area.intersect(*beside);
            let within = area.expand(1.0).contains_rect(*beside) || beside.expand(1.0).contains_rect(*area);
            if common.width() > REACH && common.height() > REACH && !within {
                found.push(format!("controls: “{}” {area:?} and “{}” {beside:?}", name(area), name(beside)));
            }
        }
    }
    found
}

/// The scenes that are looked at in every third size.
const SHEETS: [&str; 6] = ["sizes", "keys", "saving", "opening", "status", "set-up"];

/// What a visitor may have before them.
fn scenes(photo: PhotoKey) -> Vec<(&'static str, Vec<Action>)> {
    let view = |view| Action::View(view);
    let overlay = |overlay| Action::Overlay(Some(overlay));
    let province = || Action::Province(Some("CN-GD".into()));
    let trace = || Action::Trace(Some("cd2024".into()));
    let read = || SetUpCommand::Read(Box::default(), 0);
    let set_up = |page| [SetUpCommand::Open, read(), SetUpCommand::Page(page)].map(Action::SetUp).to_vec();
    let by_day = SetUpCommand::Hours(HoursKind::ByDay);
    vec![
        ("photos", vec![view(View::Photos)]),
        ("photos of a province", vec![view(View::Photos), province()]),
        ("bars", vec![view(View::Personnel)]),
        ("totals", vec![view(View::Personnel), Action::Chart(ChartMode::Running)]),
        ("table", vec![view(View::Personnel), Action::Chart(ChartMode::Table), Action::Sort(SortBy::People)]),
        ("pairings", vec![view(View::Pairings)]),
        ("pairings of a province", vec![view(View::Pairings), province()]),
        ("timeline", vec![view(View::Timeline)]),
        ("sources", vec![view(View::Sources)]),
        ("sheet", vec![view(View::Personnel), Action::Sheet(Subject::Batch(5))]),
        ("pictures that rest on a source", vec![view(View::Photos), trace()]),
        ("bars that rest on a source", vec![view(View::Personnel), trace()]),
        ("pairings that rest on a source", vec![view(View::Pairings), trace()]),
        ("timeline with what rests on a source", vec![view(View::Timeline), trace()]),
        ("what rests on a source", vec![view(View::Sources), trace()]),
        ("bars by a year", vec![view(View::Personnel), Action::Year(Some(2004))]),
        ("pairings by a year", vec![view(View::Pairings), Action::Year(Some(2004))]),
        ("timeline by a year", vec![view(View::Timeline), Action::Year(Some(2004))]),
        ("menu", vec![view(View::Photos), overlay(Overlay::Menu)]),
        ("sizes", vec![view(View::Photos), overlay(Overlay::Size)]),
        ("keys", vec![view(View::Photos), overlay(Overlay::Keys)]),
        ("saving", vec![view(View::Photos), overlay(Overlay::Save)]),
        ("opening", vec![view(View::Photos), overlay(Overlay::Open)]),
        ("status", vec![view(View::Photos), overlay(Overlay::Status)]),
        ("provinces", vec![view(View::Photos), overlay(Overlay::Provinces)]),
        ("all of it", vec![view(View::Photos), overlay(Overlay::Whole)]),
        ("a picture", vec![view(View::Photos), Action::OpenPhoto(photo)]),
        ("set-up", set_up(SetUpPage::Start)),
        ("set-up of languages", set_up(SetUpPage::Languages)),
        ("set-up of sizes", set_up(SetUpPage::Size)),
        ("set-up of hours", set_up(SetUpPage::Hours).into_iter().chain([Action::SetUp(by_day)]).collect()),
        ("set-up of idling", set_up(SetUpPage::Idle)),
        ("set-up of the PIN", set_up(SetUpPage::Pin)),
        ("start sheet", vec![Action::Talk(TalkCommand::Open)]),
    ]
}

/// Looks at all sizes in a language. Sizes in the variable `LAYOUT_SIZES`, as `800x600,360x640`, are the only ones, for those who
/// mend a view.
fn look(lang: Lang) {
    let only = std::env::var("LAYOUT_SIZES").ok();
    let is_asked = |[width, height]: [f32; 2]| {
        only.as_ref().is_none_or(|only| only.split(',').any(|size| size == format!("{width}x{height}")))
    };
    let mut visitor = Visitor::new(lang);
    let photo = visitor.state().wall()[1];
    let mut all = Vec::new();
    for (at, size) in SIZES.into_iter().enumerate().filter(|(_, size)| is_asked(*size)) {
        let system = vec2(size[0], size[1]);
        let mut seen = Vec::new();
        for preset in Distance::ALL {
            let logical = system / distance::zoom(system, preset, USUAL_POINTS_PER_MM);
            let across = matches!(preset, Distance::Projector | Distance::Wall);
            // Two presets that come to the same are looked at once.
            if seen.contains(&(logical, across)) {
                continue;
            }
            seen.push((logical, across));
            visitor.resize(logical);
            for (name, actions) in scenes(photo) {
                // Sheets in the middle of the window differ little from size to size.
                if only.is_none() && at % 3 != 0 && SHEETS.iter().any(|sheet| name.starts_with(sheet)) {
                    continue;
                }
                let first = [Action::Talk(TalkCommand::Close), Action::Reset, Action::Lang(lang)];
                visitor.arrange(first.into_iter().chain([Action::Distance(preset)]).chain(actions));
                let place = format!("{}×{} {lang:?} {preset:?} ({logical:?}) {name}", size[0], size[1]);
                all.extend(faults(&visitor, name).into_iter().map(|fault| format!("{place}: {fault}")));
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all[..all.len().min(4000)].join("\n"));
}

#[test]
fn nothing_lies_on_anything_or_ends_outside_in_english() {
    look(Lang::En);
}

#[test]
fn nothing_lies_on_anything_or_ends_outside_in_chinese() {
    look(Lang::Zh);
}

#[test]
fn nothing_lies_on_anything_or_ends_outside_in_tibetan() {
    look(Lang::Bo);
}

/// Exhibitions that are not like the built-in one: titles of 200 letters, three provinces, a thousand milestones, no pictures.
fn others() -> Vec<(&'static str, Exhibition)> {
    let whole = || work::open_pack(&PackPlace::BuiltIn).expect("it opens").0.document().clone();
    let mut long = whole();
    let words = Words { en: "A long title with many words ".repeat(7).trim().to_owned(), ..Words::default() };
    long.title = words.clone();
    long.photos.iter_mut().for_each(|photo| photo.title = words.clone());
    long.milestones.iter_mut().for_each(|milestone| milestone.title = words.clone());
    long.groups.iter_mut().for_each(|group| group.title = words.clone());
    let mut few = whole();
    few.provinces.truncate(3);
    let left: Vec<_> = few.provinces.iter().map(|province| province.id.clone()).collect();
    few.pairings.retain(|pairing| left.contains(&pairing.province));
    few.photos.truncate(1);
    let mut many = whole();
    let one = many.milestones[0].clone();
    many.milestones.extend((0..1000).map(|i| Milestone { id: format!("m{i}").as_str().into(), ..one.clone() }));
    let mut bare = whole();
    bare.photos.clear();
    bare.topics.clear();
    vec![("long titles", long), ("three provinces", few), ("many milestones", many), ("no pictures", bare)]
}

#[test]
fn any_exhibition_has_room_at_any_size() {
    let sizes = [[360.0, 640.0], [640.0, 480.0], [800.0, 600.0], [1280.0, 800.0], [1080.0, 1920.0], [1920.0, 1080.0]];
    let mut all = Vec::new();
    for (what, exhibition) in others() {
        let mut visitor = Visitor::reading(Lang::En, vec2(1280.0, 800.0), exhibition);
        for size in sizes {
            for preset in [Distance::Desk, Distance::Projector] {
                let system = vec2(size[0], size[1]);
                visitor.resize(system / distance::zoom(system, preset, USUAL_POINTS_PER_MM));
                for view in View::ALL {
                    visitor.arrange([Action::Reset, Action::Distance(preset), Action::View(view)]);
                    let name = if view == View::Timeline { "timeline" } else { "" };
                    let found = faults(&visitor, name).into_iter();
                    all.extend(found.map(|fault| format!("{what} {size:?} {preset:?} {view:?}: {fault}")));
                }
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all[..all.len().min(400)].join("\n"));
}

/// Screens of kiosks, in the system's points.
const KIOSKS: [[f32; 2]; 6] =
    [[1920.0, 1080.0], [1080.0, 1920.0], [1280.0, 800.0], [1366.0, 768.0], [3840.0, 2160.0], [2160.0, 3840.0]];

#[test]
fn at_a_kiosk_nothing_lies_on_anything_in_usual_and_in_large_text() {
    let mut all = Vec::new();
    for lang in Lang::ALL {
        let mut visitor = kiosk::visitor(lang, vec2(1422.0, 800.0));
        for size in KIOSKS {
            let system = vec2(size[0], size[1]);
            let usual = distance::zoom(system, Distance::Kiosk, USUAL_POINTS_PER_MM);
            for large in [false, true] {
                let zoom =
                    if large { usual.max(distance::large_zoom(system, 700, USUAL_POINTS_PER_MM)) } else { usual };
                visitor.resize(system / zoom);
                visitor.arrange([Action::Kiosk(KioskCommand::StartOver)]);
                let place = format!("{}×{} {lang:?} {large}", size[0], size[1]);
                all.extend(faults(&visitor, "").into_iter().map(|fault| format!("{place} attract: {fault}")));
                for at in 0..kiosk::scenes(&visitor).len() {
                    let (name, actions) = kiosk::scenes(&visitor).swap_remove(at);
                    let large = Action::Kiosk(KioskCommand::Access(AccessChange::LargeText(large)));
                    kiosk::arrange(&mut visitor, [large].into_iter().chain(actions).collect());
                    let kind = if name.ends_with("sheet") { "sheet" } else { name };
                    let mut found = faults(&visitor, kind);
                    // What lies under a sheet of the kiosk's stays in the tree, and cannot be touched.
                    found.retain(|fault| kind != "sheet" || !fault.starts_with("controls"));
                    all.extend(found.into_iter().map(|fault| format!("{place} {name}: {fault}")));
                }
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all[..all.len().min(4000)].join("\n"));
}
