//! The sign-off book: every screen that a visitor can reach has its page, every text is in it, and each page says what it is bound to.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::sync::Arc;

use egui::{Rect, pos2, vec2};
use serde_json::{Value, json};
use vitrine::export::drawing::{Mark, Page};
use vitrine::files::{self, PackSource};
use vitrine::model::{ExhibitionPrint, Lang, Pack, PackPlace, Shows, Tree};
use vitrine::print::{SignoffBook, Unprinted, exhibition_print, signoff, signoff_pdf};
use vitrine::review::rows;
use vitrine::state::kiosk::{Phase, attract};
use vitrine::state::{Attraction, ChartMode, Overlay, Screen, Start, State, Subject, View};
use vitrine::text::{self, Say, Signoff, Standing};

use super::{bare, speaking};

fn opened(place: &PackPlace, lang: Lang) -> (State, Arc<PackSource>) {
    let (pack, source) = files::open(place).expect("it opens");
    (State::begin(pack, Start { lang: Some(lang), ..Start::default() }), source)
}

fn book<'s>(state: &State, source: &'s PackSource) -> SignoffBook<'s> {
    signoff(state, source, "2026-11-30".to_owned().try_into().ok(), &|_share| true).expect("a book")
}

fn words(page: &Page) -> String {
    page.words().map(bare).collect()
}

fn pages(book: &mut SignoffBook<'_>) -> Vec<Page> {
    (0..book.len()).map(|at| book.page(at).expect("a page")).collect()
}

/// An exhibition of these pictures, with a file for each of them that has bytes.
fn folder(photos: &[(&str, Option<&[u8]>, Value)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let entries: Vec<Value> = photos
        .iter()
        .map(|(id, _, title)| {
            json!({ "id": id, "file": format!("{id}.jpg"), "title": title, "caption": { "en": "C" }, "alt": { "en": "A" } })
        })
        .collect();
    let text = json!({ "format": 1, "title": { "en": "Title" }, "photos": entries }).to_string();
    fs::write(folder.path().join("exhibition.json"), text).expect("written");
    for (id, bytes, _) in photos {
        if let Some(bytes) = bytes {
            fs::write(folder.path().join(format!("{id}.jpg")), bytes).expect("written");
        }
    }
    folder
}

fn jpeg() -> Vec<u8> {
    let rgba = (0..96 * 64_u32).flat_map(|i| [(i % 251) as u8, (i / 96 % 240) as u8, 90, 255]).collect();
    vitrine::photos::encode_jpeg(&vitrine::photos::Pixels { width: 96, height: 64, rgba }, 80.0).expect("encoded")
}

/// The views that a kind of sheet is found in; a new kind has to be named here, and must have pages.
fn expected(state: &State, kind: &Subject) -> usize {
    let x = &state.pack().exhibition;
    match kind {
        Subject::Batch(_) => x.batches.len(),
        Subject::Subtotal(..) => x.subtotals.len(),
        Subject::Total(_) => x.totals.len(),
        // Sums: where no total was published, and through the last one.
        Subject::ReportedSum | Subject::SumThrough(_) => 1,
        Subject::Statement(_) => x.statements.len(),
        Subject::Photo(_) => x.photos.iter().filter(|photo| !photo.sources.is_empty()).count(),
        Subject::Province(_) => x.provinces.len(),
        Subject::Milestone(_) => x.milestones.len(),
        Subject::Step(_) => x.pairing_stops.len(),
        Subject::Source(_) => x.sources.len(),
    }
}

#[test]
fn every_screen_of_the_built_in_exhibition_has_exactly_one_place() {
    let (state, source) = opened(&PackPlace::BuiltIn, Lang::En);
    let book = book(&state, &source);
    let screens: Vec<&Screen> = book.screens().filter_map(|(screen, _)| screen).collect();
    let count = |is: &dyn Fn(&Screen) -> bool| screens.iter().filter(|screen| is(screen)).count();
    let x = &state.pack().exhibition;
    for view in View::ALL {
        let forms = if view == View::Personnel { ChartMode::ALL.len() } else { 1 };
        assert_eq!(count(&|screen| matches!(screen, Screen::View(of, _) if *of == view)), forms, "{view:?}");
    }
    for mode in ChartMode::ALL {
        assert_eq!(count(&|screen| *screen == Screen::View(View::Personnel, mode)), 1, "{mode:?}");
    }
    assert_eq!(count(&|screen| matches!(screen, Screen::Photo(_))), x.photos.len());
    assert_eq!(count(&|screen| matches!(screen, Screen::Province(_))), x.provinces.len());
    assert_eq!(count(&|screen| matches!(screen, Screen::Stop(_))), x.running_order.len());
    let mut sheets: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for screen in &screens {
        if let Screen::Sheet(subject) = screen {
            let kind = format!("{subject:?}").split('(').next().unwrap_or_default().to_owned();
            sheets.entry(kind).or_insert((0, expected(&state, subject))).0 += 1;
        }
    }
    assert_eq!(sheets.len(), 11, "every kind of sheet: {sheets:?}");
    for (kind, (found, expected)) in sheets {
        let is_right = if kind == "SumThrough" { found >= expected } else { found == expected };
        assert!(is_right, "{kind}: {found} of {expected}");
    }
    // A new kind of content of the attract loop has to be named here.
    for shows in attract::contents(&state) {
        let kind = match shows {
            Shows::Photo(_) => Attraction::Picture,
            Shows::Chart(_) => Attraction::Chart,
            Shows::Province(_) => Attraction::Province,
            Shows::Milestone(_) => Attraction::Milestone,
            Shows::Pairings(_) => Attraction::Pairings,
            Shows::Card(_) => Attraction::Card,
        };
        assert_eq!(count(&|screen| matches!(screen, Screen::Attract(of, _) if *of == kind)), 1, "{kind:?}");
    }
    assert_eq!(count(&|screen| matches!(screen, Screen::Attract(Attraction::Whole, _))), 1);
    // And what a kiosk can be at.
    for phase in
        [Phase::Attract, Phase::Visit, Phase::Warning(0.0), Phase::Cleaning(0.0), Phase::Black, Phase::Closed(None)]
    {
        let has = match phase {
            Phase::Attract => count(&|screen| matches!(screen, Screen::Attract(..))) > 0,
            Phase::Visit => count(&|screen| matches!(screen, Screen::View(..))) > 0,
            Phase::Warning(_) => count(&|screen| *screen == Screen::Warning) == 1,
            Phase::Closed(_) => count(&|screen| *screen == Screen::Closed) == 1,
            // The staff's alone, and nothing to read.
            Phase::Cleaning(_) | Phase::Black => true,
        };
        assert!(has, "{phase:?}");
    }
    for only in [Screen::Search, Screen::Access, Screen::Closing] {
        assert_eq!(count(&|screen| *screen == only), 1, "{only:?}");
    }
    // Each begins on one page, in order.
    let begins: Vec<usize> = (0..book.len())
        .filter_map(|page| book.screen_on(page))
        .filter(|(_, at)| *at == 0)
        .map(|(index, _)| index)
        .collect();
    assert_eq!(begins, (0..book.screens().count()).collect::<Vec<_>>());
}

/// What lies over a view and is a visitor's own: on a wide screen the sidebar and the chips stand in their place.
#[test]
fn no_overlay_is_a_visitors_on_a_wide_screen() {
    let is_a_visitors = |overlay: Overlay| match overlay {
        Overlay::Provinces | Overlay::Topics => "on a narrow screen: the same names as on the card and the wall",
        Overlay::Whole => "its poster is that of the attract loop, which has a page",
        Overlay::Keys
        | Overlay::Menu
        | Overlay::Size
        | Overlay::Status
        | Overlay::Save
        | Overlay::Open
        | Overlay::Place
        | Overlay::Problems
        | Overlay::Prepare
        | Overlay::Photographs
        | Overlay::FirstPhotographs
        | Overlay::Versions
        | Overlay::Spreadsheet
        | Overlay::SetUp => "a kiosk refuses it",
    };
    let (state, _) = opened(&PackPlace::BuiltIn, Lang::En);
    let (mut kiosk, _) = state.at_screen(&Screen::View(View::Photos, ChartMode::Bars), Lang::En);
    for overlay in [Overlay::Menu, Overlay::Save, Overlay::Open, Overlay::SetUp] {
        assert_eq!(is_a_visitors(overlay), "a kiosk refuses it");
        kiosk.update(vitrine::state::Action::Overlay(Some(overlay)));
        assert_eq!(kiosk.overlay(), None, "{overlay:?}");
    }
}

#[test]
fn a_state_at_a_screen_shows_it() {
    let (state, _) = opened(&PackPlace::BuiltIn, Lang::Bo);
    for screen in state.screens() {
        for lang in Lang::ALL {
            let (at, audience) = state.at_screen(&screen, lang);
            let shows = match &screen {
                Screen::View(view, mode) => at.view() == *view && (*view != View::Personnel || at.chart() == *mode),
                Screen::Search => at.finder().is_some(),
                Screen::Province(id) => at.filter().province.as_ref() == Some(id),
                Screen::Photo(key) => at.photo() == Some(*key),
                Screen::Sheet(subject) => at.sheet().is_some_and(|sheet| sheet.subject == *subject),
                Screen::Stop(_) | Screen::Closing => audience.is_some(),
                Screen::Attract(kind, _) => {
                    let kiosk = at.kiosk().expect("a kiosk");
                    let view = attract::view_at(&at, kiosk.turn());
                    kiosk.phase() == Phase::Attract && view.lang == lang && view.whole == (*kind == Attraction::Whole)
                }
                Screen::Warning => at.kiosk().is_some_and(|kiosk| matches!(kiosk.phase(), Phase::Warning(_))),
                Screen::Access => at.access().sheet,
                Screen::Closed => at.kiosk().is_some_and(|kiosk| matches!(kiosk.phase(), Phase::Closed(Some(_)))),
            };
            let said = audience.map_or(at.lang(), |view| view.lang);
            assert!(shows && (said == lang || matches!(screen, Screen::Attract(..))), "{screen:?} in {lang:?}");
        }
    }
}

#[test]
fn every_text_is_in_the_book_and_every_page_is_bound() {
    for lang in Lang::ALL {
        let (state, source) = opened(&PackPlace::BuiltIn, lang);
        let mut book = book(&state, &source);
        let print = bare(&book.print.to_string());
        let pages = pages(&mut book);
        let mut all = String::new();
        for (at, page) in pages.iter().enumerate() {
            let words = words(page);
            assert!(words.contains(&print), "page {}", at + 1);
            assert_eq!(off(page), [""; 0], "{lang:?}, page {}", at + 1);
            let of = text::say(lang, Say::Signoff(Signoff::Page(at + 1, pages.len())));
            assert!(words.contains(&bare(&of)), "{lang:?}: {of}");
            all.push_str(&words);
        }
        let tree = Tree::of_text(&serde_json::to_string(&state.pack().exhibition).expect("json")).expect("a tree");
        for row in rows(&tree, lang) {
            let seen = vitrine::text::typographic(row.words.resolve(lang).text).into_owned();
            // Page by page the words of a text may go on under another head.
            let start: String = bare(&seen).chars().take(40).collect();
            assert!(all.contains(&start), "{lang:?}: {}: {seen}", row.id);
        }
        let pictures =
            pages.iter().flat_map(|page| &page.marks).filter(|mark| matches!(mark, Mark::Picture(_))).count();
        assert_eq!(pictures, state.screens().len(), "a picture of each screen");
    }
}

#[test]
fn it_says_how_far_each_text_is() {
    let (state, source) = opened(&PackPlace::BuiltIn, Lang::Bo);
    let book = book(&state, &source);
    let say = |standing| text::say(Lang::Bo, Say::Signoff(Signoff::Standing(standing)));
    let states: Vec<&str> =
        book.screens().flat_map(|(_, screen)| &screen.texts).map(|text| text.standing.as_str()).collect();
    assert!(states.contains(&say(Standing::Draft).as_str()));
    assert!(states.contains(&say(Standing::MissingShownIn(Lang::En)).as_str()));
    let open: usize = book.screens().map(|(_, screen)| screen.open.iter().sum::<usize>()).sum();
    assert!(open > 100, "nearly all of it is draft");
}

#[test]
fn a_folder_and_an_archive_of_the_same_files_have_the_same_fingerprint() {
    let bytes = jpeg();
    let folder = folder(&[("a", Some(&bytes), json!({ "en": "T" })), ("b", Some(b"damaged"), json!({}))]);
    let path = folder.path().join("same.vitrine");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).expect("made"));
    for name in ["exhibition.json", "a.jpg", "b.jpg"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        zip.write_all(&fs::read(folder.path().join(name)).expect("there")).expect("written");
    }
    zip.finish().expect("whole");
    let print = |place: &PackPlace| -> ExhibitionPrint {
        let (pack, source) = files::open(place).expect("it opens");
        exhibition_print(&pack, &source, &|_share| true).expect("not cancelled")
    };
    let of_folder = || print(&PackPlace::Folder(folder.path().to_owned()));
    let before = of_folder();
    assert_eq!(before, print(&PackPlace::Archive(path)));
    // Beside the exhibition, and written otherwise.
    fs::write(folder.path().join("notes.txt"), "mine").expect("written");
    let json = folder.path().join("exhibition.json");
    let text = fs::read_to_string(&json).expect("there");
    let value: Value = serde_json::from_str(&text).expect("json");
    fs::write(&json, serde_json::to_string_pretty(&value).expect("json")).expect("written");
    assert_eq!(of_folder(), before);
    for change in [text.replace("Title", "Title."), text.replacen("\"C\"", "\"D\"", 1)] {
        fs::write(&json, change).expect("written");
        assert_ne!(of_folder(), before);
    }
    fs::write(&json, text).expect("written");
    fs::write(folder.path().join("b.jpg"), "damaged too").expect("written");
    assert_ne!(of_folder(), before);
    fs::write(folder.path().join("b.jpg"), "damaged").expect("written");
    assert_eq!(of_folder(), before);
}

#[test]
fn a_picture_that_cannot_be_read_says_so_and_any_exhibition_has_a_book() {
    let title = "a title of many words ".repeat(10);
    let bytes = jpeg();
    let folder = folder(&[
        ("a", Some(&bytes), json!({ "en": title })),
        ("b", Some(b"damaged"), json!({ "en": "Damaged" })),
        ("c", None, json!({ "en": "Missing" })),
    ]);
    let (state, source) = opened(&PackPlace::Folder(folder.path().to_owned()), Lang::En);
    let mut book = book(&state, &source);
    let cannot = text::say(Lang::En, Say::CannotBeShown);
    let said: Vec<bool> = book
        .screens()
        .filter(|(screen, _)| matches!(screen, Some(Screen::Photo(_))))
        .map(|(_, screen)| screen.texts.iter().any(|text| text.standing == cannot))
        .collect();
    assert_eq!(said, [false, true, true]);
    let drawn = book.screens().filter(|(_, screen)| screen.is_drawn).count();
    assert_eq!(drawn, book.screens().count() - 2, "visitors do not find the two");
    assert!(book.screens().all(|(screen, _)| !matches!(screen, Some(Screen::Stop(_) | Screen::Search))), "no talk");
    for page in pages(&mut book) {
        assert_eq!(off(&page), [""; 0]);
    }
    let pdf = book.pdf(&|_share| true).expect("a file");
    assert!(pdf.starts_with(b"%PDF-"));
    let pictures = pdf.windows(9).filter(|part| part == b"DCTDecode").count();
    assert_eq!(pictures, drawn, "each screen that visitors can reach is drawn");
    for x in [vitrine::model::Exhibition::default(), super::many(40)] {
        let state = speaking(Lang::Zh, &x);
        let source = PackSource::BuiltIn;
        let mut book = self::book(&state, &source);
        assert!(pages(&mut book).iter().all(|page| off(page).is_empty()));
    }
}

#[test]
fn more_screens_than_a_book_holds_are_refused_at_once() {
    let mut x = super::built_in();
    let source = x.sources[0].clone();
    x.sources =
        (0..9_000).map(|n| vitrine::model::Source { id: format!("s{n}").as_str().into(), ..source.clone() }).collect();
    let state = speaking(Lang::En, &x);
    let refused = signoff(&state, &PackSource::BuiltIn, None, &|_share| true).err();
    assert!(matches!(refused, Some(Unprinted::TooManyScreens(most)) if most >= 2_500), "{refused:?}");
}

#[test]
fn a_text_longer_than_a_page_goes_on() {
    let mut x = super::built_in();
    x.photos.truncate(1);
    x.photos[0].caption.en = (0..1000).map(|n| format!("word{n} ")).collect::<Vec<_>>().concat();
    let pack = Pack::new(PackPlace::BuiltIn, x, Vec::new(), |_file| true);
    let state = State::begin(pack, Start { lang: Some(Lang::En), ..Start::default() });
    let source = PackSource::BuiltIn;
    let mut book = book(&state, &source);
    let of = |screen: &Screen| matches!(screen, Screen::Photo(_));
    let index = book.screens().position(|(screen, _)| screen.is_some_and(of)).expect("the picture");
    let own: Vec<usize> =
        (0..book.len()).filter(|page| book.screen_on(*page).is_some_and(|(at, _)| at == index)).collect();
    assert!(own.len() > 1);
    let all: String = own.iter().map(|page| words(&book.page(*page).expect("a page"))).collect();
    assert!(["word0", "word700", "word999"].iter().all(|word| all.contains(word)));
    let name = book.screens().nth(index).map(|(_, screen)| format!("{} · {}", screen.number, screen.name));
    let continued = text::say(Lang::En, Say::Signoff(Signoff::Continued(&name.expect("a name"))));
    assert!(words(&book.page(own[1]).expect("a page")).contains(&bare(&continued)));
}

#[test]
fn it_can_be_cancelled_at_any_time() {
    let (state, source) = opened(&PackPlace::BuiltIn, Lang::En);
    for until in [0, 1, 25, 300, 420] {
        let asked = Cell::new(0);
        let go_on = |share: f32| {
            assert!((0.0..=1.0).contains(&share));
            asked.set(asked.get() + 1);
            asked.get() <= until
        };
        assert_eq!(signoff_pdf(&state, &source, &go_on), Err(Unprinted::Cancelled), "{until}");
        assert!(asked.get() <= until + 4, "{until}: it went on to {}", asked.get());
    }
}

/// The words that do not lie on the page.
fn off(page: &Page) -> Vec<&str> {
    let sheet = Rect::from_min_size(pos2(0.0, 0.0), vec2(page.size[0], page.size[1]));
    let texts = page.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None });
    let is_off = |text: &&vitrine::export::drawing::Text| {
        let area =
            Rect::from_min_size(pos2(text.at[0], text.at[1] - text.size * 0.7), vec2(text.width, text.size * 0.7));
        !sheet.expand(1.0).contains_rect(area)
    };
    texts.filter(is_off).map(|text| text.words.as_str()).collect()
}
