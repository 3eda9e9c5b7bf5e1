//! Nothing that a visitor sees changes unasked: hashes of pictures of every view, sheet, overlay, window of a talk and export, drawn by the
//! processor as `vitrine picture` does.
//!
//! Each scene is drawn once in each language, in a theme and at a size that its name picks, so that together they cover all. On a
//! mismatch the pictures that differ lie in `target/pictures`; `KEEP_PICTURES=1` writes all of them, to be compared with those of
//! another commit. Where a change is meant, `UPDATE_PICTURES=1 cargo test --test pictures` writes `tests/pictures.txt` anew.
//!
//! A picture depends on nothing but the program and the built-in exhibition. Left out or fixed is what would not stay: the time since
//! the start (it stands still), the time of day (10:24), the status report (a text of three lines), and folders of this computer. The sheet
//! of keys shows the version of the program, so its hash changes with that. Curves are rounded as this system's mathematics do, so
//! others may differ in single pixels; a build without fonts inside draws with those of the system, and compares nothing.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

#[path = "pictures/kept.rs"]
mod kept;
#[path = "pictures/kiosk.rs"]
mod kiosk;
#[path = "pictures/talk.rs"]
mod talk;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use kept::Persisted;
use vitrine::app::App;
use vitrine::files::PackSource;
use vitrine::model::{Lang, OpenError, PackPlace, ReadError, SortBy};
use vitrine::state::{
    Action, ChartMode, Content, Distance, FileFormat, Notice, Overlay, SaveCommand, Start, State, Subject, Theme,
    Unsaved, View, Zoom, claims,
};
use vitrine::ui::{Window, fonts};
use vitrine::{export, print, screenshot, work};

/// The seconds since the start at which pictures are taken: later than any frame, so that no notice and no clock goes on.
const NOW: f64 = 1000.0;
/// The sizes that scenes share out among them.
const SIZES: [[u32; 2]; 4] = [[1920, 1080], [1280, 800], [1080, 1920], [800, 600]];

/// A name, and how a state comes there.
type Scene = (&'static str, fn(&mut State, Lang));

/// What lies at a place, in a language and theme, shortly before something happens.
fn opened(place: &PackPlace, lang: Lang, theme: Theme) -> (State, Arc<PackSource>) {
    let (pack, source) = work::open_pack(place).expect("it opens");
    let mut state = State::showing(pack);
    state.update(Action::Lang(lang));
    state.update(Action::Theme(theme));
    (state, source)
}

/// Which theme and size a scene is drawn in: others in each language.
fn dress(name: &str, lang: usize) -> (Theme, [u32; 2]) {
    let turn = name.bytes().map(usize::from).sum::<usize>();
    (Theme::ALL[(turn + lang) % Theme::ALL.len()], SIZES[(turn / 2 + lang) % SIZES.len()])
}

/// Draws scenes in every language and compares them.
fn compare(group: &'static str, window: Window, place: &PackPlace, scenes: &[Scene]) {
    let mut kept = Persisted::of(group);
    for &scene in scenes {
        for (turn, lang) in Lang::ALL.into_iter().enumerate() {
            let (theme, size) = dress(scene.0, turn);
            draw(&mut kept, (window, place), scene, (lang, theme, size));
        }
    }
    kept.close();
}

fn draw(
    kept: &mut Persisted,
    (window, place): (Window, &PackPlace),
    (name, arrange): Scene,
    (lang, theme, size): (Lang, Theme, [u32; 2]),
) {
    let (mut state, source) = opened(place, lang, theme);
    arrange(&mut state, lang);
    let image = screenshot::render_of(App::new(state, source, None, |_| {}), size, window);
    let [width, height] = size;
    let theme = format!("{theme:?}").to_lowercase();
    kept.picture(&format!("{name}-{}-{theme}-{width}x{height}", lang.code()), &image);
}

fn command(state: &mut State, actions: impl IntoIterator<Item = Action>) {
    for action in actions {
        state.update(action);
    }
}

/// Something is asked for as on the command line, by its id.
fn find(state: &mut State, province: Option<&str>, photo: Option<&str>, sheet: Option<&str>) {
    screenshot::arrange(state, province, photo, sheet).expect("the exhibition has it");
}

fn sheet(state: &mut State, view: View, written: &str) {
    command(state, [Action::View(view)]);
    find(state, None, None, Some(written));
}

fn overlay(state: &mut State, overlay: Overlay) {
    command(state, [Action::Overlay(Some(overlay))]);
}

/// A pack of those that are broken in one place.
fn broken(name: &str) -> PackPlace {
    PackPlace::Folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(name))
}

#[test]
fn views() {
    let scenes: [Scene; 19] = [
        ("photos", |_, _| {}),
        ("photos-of-a-province", |s, _| find(s, Some("CN-JS"), None, None)),
        ("photos-of-a-topic", |s, _| command(s, [Action::Topic(Some("health".into()))])),
        ("photos-searched", |s, _| command(s, [Action::Search("1".to_owned())])),
        ("personnel", |s, _| command(s, [Action::View(View::Personnel)])),
        ("personnel-of-a-province", |s, _| {
            command(s, [Action::View(View::Personnel)]);
            find(s, Some("CN-FJ"), None, None);
        }),
        ("table", |s, _| command(s, [Action::View(View::Personnel), Action::Chart(ChartMode::Table)])),
        ("table-sorted", |s, _| {
            let by = Action::Sort(SortBy::People);
            command(s, [Action::View(View::Personnel), Action::Chart(ChartMode::Table), by]);
        }),
        ("running", |s, _| command(s, [Action::View(View::Personnel), Action::Chart(ChartMode::Running)])),
        ("pairings", |s, _| command(s, [Action::View(View::Pairings)])),
        ("pairings-of-a-year", |s, _| command(s, [Action::View(View::Pairings), Action::Step(2002)])),
        ("pairings-of-a-province", |s, _| {
            command(s, [Action::View(View::Pairings)]);
            find(s, Some("CN-FJ"), None, None);
        }),
        ("timeline", |s, _| command(s, [Action::View(View::Timeline)])),
        ("bars-by-a-year", |s, _| command(s, [Action::View(View::Personnel), Action::Year(Some(2007))])),
        ("pairings-by-a-year", |s, _| command(s, [Action::View(View::Pairings), Action::Year(Some(2007))])),
        ("timeline-by-a-year", |s, _| command(s, [Action::View(View::Timeline), Action::Year(Some(2007))])),
        ("timeline-at-a-milestone", |s, _| {
            command(s, [Action::View(View::Timeline), Action::Milestone("medical-groups".into())]);
        }),
        ("timeline-of-a-province", |s, _| {
            command(s, [Action::View(View::Timeline)]);
            find(s, Some("CN-FJ"), None, None);
        }),
        ("sources", |s, _| command(s, [Action::View(View::Sources)])),
    ];
    compare("views", Window::Main, &PackPlace::BuiltIn, &scenes);
}

fn afar(state: &mut State, view: View, distance: Distance) {
    command(state, [Action::View(view), Action::Distance(distance)]);
}

#[test]
fn views_from_afar() {
    let mut kept = Persisted::of("afar");
    let scenes: [(Scene, Lang, Theme, [u32; 2]); 8] = [
        (("photos-kiosk", |s, _| afar(s, View::Photos, Distance::Kiosk)), Lang::En, Theme::Light, SIZES[0]),
        (("photos-kiosk", |s, _| afar(s, View::Photos, Distance::Kiosk)), Lang::Bo, Theme::Dark, SIZES[2]),
        (("bars-projector", |s, _| afar(s, View::Personnel, Distance::Projector)), Lang::Zh, Theme::Contrast, SIZES[1]),
        (("pairings-wall", |s, _| afar(s, View::Pairings, Distance::Wall)), Lang::En, Theme::Dark, [3840, 2160]),
        (("timeline-wall", |s, _| afar(s, View::Timeline, Distance::Wall)), Lang::Bo, Theme::Light, SIZES[0]),
        (("sources-kiosk", |s, _| afar(s, View::Sources, Distance::Kiosk)), Lang::Zh, Theme::Dark, SIZES[2]),
        (("bars-kiosk", |s, _| afar(s, View::Personnel, Distance::Kiosk)), Lang::En, Theme::Contrast, SIZES[0]),
        (("photos", |_, _| {}), Lang::Zh, Theme::Light, [3840, 2160]),
    ];
    for (scene, lang, theme, size) in scenes {
        draw(&mut kept, (Window::Main, &PackPlace::BuiltIn), scene, (lang, theme, size));
    }
    kept.close();
}

#[test]
fn open_pictures() {
    let scenes: [Scene; 6] = [
        ("drawing", |s, _| find(s, None, Some("reading"), None)),
        ("stand-in", |s, _| find(s, None, Some("article-1"), None)),
        ("upright", |s, _| find(s, None, Some("article-4"), None)),
        ("of-a-province", |s, _| {
            find(s, Some("CN-JS"), None, None);
            find(s, None, Some("classroom"), None);
        }),
        ("zoomed", |s, _| {
            find(s, None, Some("reading"), None);
            command(s, [Action::Zoom(Zoom { scale: 3.0, center: [0.4, 0.6] })]);
        }),
        ("with-its-sheet", |s, _| find(s, None, Some("ward"), Some("photo:ward"))),
    ];
    compare("open", Window::Main, &PackPlace::BuiltIn, &scenes);
}

#[test]
fn sheets() {
    let scenes: [Scene; 15] = [
        ("batch-reported", |s, _| sheet(s, View::Personnel, "batch:10")),
        ("batch-worked-out", |s, _| sheet(s, View::Personnel, "batch:6")),
        ("batch-not-published", |s, _| sheet(s, View::Personnel, "batch:2")),
        ("batch-second-source", |s, _| {
            sheet(s, View::Personnel, "batch:1");
            let second = claims(&s.pack().exhibition, &Subject::Batch(1))[1].key();
            command(s, [Action::SheetPage(second)]);
        }),
        ("subtotal", |s, _| sheet(s, View::Personnel, "subtotal:0")),
        ("total", |s, _| sheet(s, View::Personnel, "total:5")),
        ("reported-sum", |s, _| command(s, [Action::View(View::Personnel), Action::Sheet(Subject::ReportedSum)])),
        ("sum-through", |s, _| {
            let chart = Action::Chart(ChartMode::Running);
            command(s, [Action::View(View::Personnel), chart, Action::Sheet(Subject::SumThrough(7))]);
        }),
        ("statement", |s, _| sheet(s, View::Sources, "statement:personnel-ten")),
        ("photo", |s, _| sheet(s, View::Photos, "photo:reading")),
        ("photo-stand-in", |s, _| sheet(s, View::Photos, "photo:article-1")),
        ("province", |s, _| sheet(s, View::Pairings, "province:CN-FJ")),
        ("milestone", |s, _| sheet(s, View::Timeline, "milestone:fujian")),
        ("stop", |s, _| sheet(s, View::Pairings, "stop:1")),
        ("source", |s, _| sheet(s, View::Sources, "source:cd2024")),
    ];
    compare("sheets", Window::Main, &PackPlace::BuiltIn, &scenes);
}

#[test]
fn overlays() {
    let scenes: [Scene; 13] = [
        ("menu", |s, _| overlay(s, Overlay::Menu)),
        ("all-of-it", |s, _| overlay(s, Overlay::Whole)),
        ("keys", |s, _| overlay(s, Overlay::Keys)),
        ("size", |s, _| overlay(s, Overlay::Size)),
        ("status", |s, _| {
            overlay(s, Overlay::Status);
            command(s, [Action::Status("One line of a report\nanother one\nand a last one".into())]);
        }),
        ("status-to-come", |s, _| overlay(s, Overlay::Status)),
        ("save", |s, _| overlay(s, Overlay::Save)),
        ("open", |s, _| overlay(s, Overlay::Open)),
        ("open-without-dialog", |s, _| command(s, [Action::NoDialog, Action::TypePath("pictures".to_owned())])),
        ("place", |s, _| {
            let ask = Action::Save(SaveCommand::Ask(Content::Chart, FileFormat::Svg));
            command(s, [ask, Action::Save(SaveCommand::Unsaved(PathBuf::from("chart.svg"), Unsaved::NoDialog))]);
        }),
        ("menu-over-a-picture", |s, _| {
            find(s, None, Some("street"), None);
            overlay(s, Overlay::Menu);
        }),
        ("keys-over-the-chart", |s, _| {
            command(s, [Action::View(View::Personnel)]);
            overlay(s, Overlay::Keys);
        }),
        ("save-over-the-sources", |s, _| {
            command(s, [Action::View(View::Sources)]);
            overlay(s, Overlay::Save);
        }),
    ];
    compare("drawers", Window::Main, &PackPlace::BuiltIn, &scenes);
}

#[test]
fn drawers_of_a_narrow_window() {
    let mut kept = Persisted::of("narrow");
    let scenes: [Scene; 3] = [
        ("provinces", |s, _| overlay(s, Overlay::Provinces)),
        ("province", |s, _| {
            find(s, Some("CN-JS"), None, None);
            overlay(s, Overlay::Provinces);
        }),
        ("topics", |s, _| overlay(s, Overlay::Topics)),
    ];
    for scene in scenes {
        for (turn, lang) in Lang::ALL.into_iter().enumerate() {
            let (theme, _) = dress(scene.0, turn);
            let size = [SIZES[3], SIZES[2], [480, 800]][turn];
            draw(&mut kept, (Window::Main, &PackPlace::BuiltIn), scene, (lang, theme, size));
        }
    }
    kept.close();
}

/// Something is told, at the time at which pictures are taken.
fn tell(state: &mut State, actions: impl IntoIterator<Item = Action>) {
    command(state, [Action::Tick(NOW)]);
    command(state, actions);
}

#[test]
fn notices() {
    let scenes: [Scene; 10] = [
        ("copied", |s, _| tell(s, [Action::Copy("words".to_owned())])),
        ("not-there", |s, _| {
            tell(s, [Action::PackFailed("stick/exhibition".into(), OpenError::Read(ReadError::NotThere))]);
        }),
        ("not-a-pack", |s, _| tell(s, [Action::PackFailed("letter.txt".into(), OpenError::NotAPack)])),
        ("saved", |s, _| tell(s, [Action::Save(SaveCommand::Saved("stick/chart.svg".into()))])),
        ("saved-without", |s, _| tell(s, [Action::Save(SaveCommand::SavedWithout("stick/a.vitrine".into(), 3))])),
        ("unsaved", |s, _| tell(s, [Action::Save(SaveCommand::Unsaved("stick/chart.svg".into(), Unsaved::Exists))])),
        ("making", |s, _| {
            let come = [SaveCommand::Begun("stick/handout.pdf".into()), SaveCommand::Come(0.4)];
            tell(s, come.map(Action::Save));
        }),
        ("making-stops", |s, _| {
            let come = [SaveCommand::Begun("stick/handout.pdf".into()), SaveCommand::Come(0.7), SaveCommand::Stop];
            tell(s, [Action::View(View::Sources)].into_iter().chain(come.map(Action::Save)));
        }),
        ("copied-over-a-sheet", |s, _| {
            sheet(s, View::Personnel, "batch:8");
            tell(s, [Action::Copy("words".to_owned())]);
        }),
        ("first-start", |s, lang| {
            let (pack, theme) = (Arc::clone(s.pack()), Some(s.theme()));
            let notices = vec![Notice::FirstStart];
            *s = State::begin(pack, Start { lang: Some(lang), theme, notices, ..Start::default() });
        }),
    ];
    compare("notices", Window::Main, &PackPlace::BuiltIn, &scenes);
}

#[test]
fn exhibitions_with_problems() {
    let wrong: [Scene; 4] = [
        ("notice", |s, _| {
            let (pack, _) = work::open_pack(&broken("wrong-type")).expect("it opens");
            tell(s, [Action::PackOpened(Box::new(pack))]);
        }),
        ("list", |s, _| overlay(s, Overlay::Problems)),
        ("menu", |s, _| overlay(s, Overlay::Menu)),
        ("personnel", |s, _| command(s, [Action::View(View::Personnel)])),
    ];
    compare("wrong-type", Window::Main, &broken("wrong-type"), &wrong);
    let long: [Scene; 1] = [("open", |s, _| find(s, None, Some("reading"), None))];
    compare("long-caption", Window::Main, &broken("long-caption"), &long);
    compare("missing-file", Window::Main, &broken("missing-file"), &[("photos", |_, _| {})]);
}

#[test]
fn an_album() {
    let place = PackPlace::Folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/exhibition/pictures"));
    let scenes: [Scene; 2] =
        [("wall", |_, _| {}), ("open", |s, _| command(s, [Action::OpenPhoto(s.pack().keys()[3])]))];
    compare("album", Window::Main, &place, &scenes);
}

#[test]
fn files_to_be_saved() {
    if fonts::bundled_faces().is_empty() {
        return;
    }
    let mut kept = Persisted::of("exports");
    for lang in Lang::ALL {
        let (state, source) = opened(&PackPlace::BuiltIn, lang, Theme::Light);
        let name = |what: &str| format!("{what}-{}", lang.code());
        let on = &|_: f32| true;
        let png = print::chart_png(&state, SIZES[1], on).expect("a chart");
        let png = image::load_from_memory(&png).expect("a picture").to_rgba8();
        let [width, height] = [png.width(), png.height()].map(|side| side as usize);
        kept.picture(&name("chart"), &egui::ColorImage::from_rgba_premultiplied([width, height], &png));
        kept.file(&name("chart-svg"), "svg", &print::chart_svg(&state, SIZES[0]).expect("a chart"));
        kept.file(&name("handout-html"), "html", &print::handout_html(&state, &source, on).expect("a page"));
        kept.file(&name("handout-pdf"), "pdf", &print::handout_pdf(&state, &source, on).expect("pages"));
        let x = &state.pack().exhibition;
        for (ending, form) in [("csv", export::TableFormat::Csv), ("json", export::TableFormat::Json)] {
            kept.file(&name(&format!("table-{ending}")), ending, export::table(x, lang, form).as_bytes());
            kept.file(&name(&format!("pairings-{ending}")), ending, export::pairing_table(x, lang, form).as_bytes());
        }
    }
    kept.close();
}
