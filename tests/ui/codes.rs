//! The codes that visitors photograph, read from pictures of the real screen.

use vitrine::app::App;
use vitrine::files;
use vitrine::model::{Lang, PackPlace};
use vitrine::screenshot;
use vitrine::state::{Action, State, Subject, Theme, View, claims};
use vitrine::text;

/// The picture of a source sheet.
fn sheet(size: [u32; 2], theme: Theme, lang: Lang, subject: &Subject) -> (egui::ColorImage, String) {
    let (pack, source) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    let mut state = State::showing(pack);
    for action in [Action::Theme(theme), Action::Lang(lang), Action::View(View::Personnel)] {
        state.update(action);
    }
    state.update(Action::Sheet(subject.clone()));
    let claims = claims(&state.pack().exhibition, subject);
    let cited = claims[0].source;
    let told = text::carried(lang, cited);
    (screenshot::render(App::new(state, source, None, |_| {}), size), told)
}

/// The brightness of a pixel, from 0 to 255.
fn luma(image: &egui::ColorImage, x: usize, y: usize) -> u8 {
    let [red, green, blue, _] = image.pixels[y * image.size[0] + x].to_array().map(u32::from);
    u8::try_from((299 * red + 587 * green + 114 * blue) / 1000).expect("a byte")
}

#[test]
fn a_telephone_reads_the_code_of_every_sheet_at_every_size_in_every_theme() {
    let cited_without_address = Subject::Batch(5);
    for subject in [Subject::Batch(10), cited_without_address] {
        for size in [[1280, 800], [1920, 1080], [3840, 2160]] {
            for (theme, lang) in Theme::ALL.into_iter().zip(Lang::ALL) {
                let (image, told) = sheet(size, theme, lang, &subject);
                let place = format!("{subject:?} {size:?} {theme:?}");
                let mut grey = rqrr::PreparedImage::prepare_from_greyscale(image.size[0], image.size[1], |x, y| {
                    luma(&image, x, y)
                });
                let grids = grey.detect_grids();
                // What the decoder takes for a code among letters cannot be read as one.
                let codes = grids.iter().filter_map(|grid| Some((grid.bounds, grid.decode().ok()?)));
                let codes: Vec<_> = codes.collect();
                let [(bounds, (meta, read))] = &codes[..] else { panic!("{place}: {} codes", codes.len()) };
                assert_eq!(*read, told, "{place}");
                quiet_zone(&image, bounds, meta.version.to_size(), &place);
            }
        }
    }
}

/// The rounding of the card's corners, in pixels of the largest screen.
const ROUNDED: i32 = 24;

/// Four modules of light at each side, up to the rounded corners of the card, and the finder patterns dark on it.
fn quiet_zone(image: &egui::ColorImage, corners: &[rqrr::Point; 4], modules: usize, place: &str) {
    let side = |pick: fn(&rqrr::Point) -> i32| {
        let all = || corners.iter().map(pick);
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    };
    let at = |x: i32, y: i32| luma(image, usize::try_from(x).expect("inside"), usize::try_from(y).expect("inside"));
    let ((left, right), (top, bottom)) = (side(|p| p.x), side(|p| p.y));
    // The decoder's corners are good to a few pixels; the outermost dark ones are exact.
    let module = (right - left) / i32::try_from(modules).expect("few modules");
    let (across, down) = (left - module..=right + module, top - module..=bottom + module);
    let is_dark_column = |x: &i32| down.clone().any(|y| at(*x, y) < 128);
    let is_dark_row = |y: &i32| across.clone().any(|x| at(x, *y) < 128);
    let [left, right] = [across.clone().find(is_dark_column), across.clone().rev().find(is_dark_column)];
    let [top, bottom] = [down.clone().find(is_dark_row), down.clone().rev().find(is_dark_row)];
    let (Some(left), Some(right), Some(top), Some(bottom)) = (left, right, top, bottom) else {
        panic!("{place}: nothing dark")
    };
    let module = (right - left + 1) / i32::try_from(modules).expect("few modules");
    let zone = 4 * module;
    for far in 1..=zone {
        for along in (left - zone + ROUNDED..right + zone - ROUNDED).step_by(3) {
            assert!(at(along, top - far) > 240 && at(along, bottom + far) > 240, "{place}: light above and below");
        }
        for along in (top - zone + ROUNDED..bottom + zone - ROUNDED).step_by(3) {
            assert!(at(left - far, along) > 240 && at(right + far, along) > 240, "{place}: light at both sides");
        }
    }
    let corner = at(left + module / 2 + 1, top + module / 2 + 1);
    assert!(corner < 70, "{place}: dark on light, not {corner}");
}
