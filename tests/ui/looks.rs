//! Pictures of the views, drawn on the CPU as the command `vitrine picture` does. They are the README's pictures, so that
//! those are never stale, and hold a few things that must be seen: every picture there, no empty view.

use std::path::PathBuf;

use vitrine::app::App;
use vitrine::files;
use vitrine::model::{Lang, PackPlace, ProvinceId};
use vitrine::screenshot;
use vitrine::state::{Action, State, Subject, Theme, View};

fn built_in() -> (State, std::sync::Arc<files::PackSource>) {
    let (pack, source) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    (State::showing(pack), source)
}

/// Draws a state at a size, and keeps the picture in `assets/screenshots` where it is to be.
fn draw(name: &str, size: [u32; 2], arrange: impl FnOnce(&mut State)) -> egui::ColorImage {
    let (mut state, source) = built_in();
    arrange(&mut state);
    let image = screenshot::render(App::new(state, source, None, |_| {}), size);
    if !name.is_empty() {
        keep(name, size, &image);
    }
    image
}

/// Keeps a picture among those of the README.
fn keep(name: &str, size: [u32; 2], image: &egui::ColorImage) {
    let rgba: Vec<u8> = image.pixels.iter().flat_map(egui::Color32::to_array).collect();
    let [width, height] = size;
    let jpeg = vitrine::photos::encode_jpeg(&vitrine::photos::Pixels { width, height, rgba }, 86.0).expect("a picture");
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/screenshots");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    std::fs::write(folder.join(format!("{name}.jpg")), jpeg).expect("a file for a picture");
}

/// The share of pixels that differ from the most frequent colour.
fn drawn_share(image: &egui::ColorImage) -> f32 {
    let mut counts = std::collections::HashMap::new();
    for pixel in &image.pixels {
        *counts.entry(*pixel).or_insert(0_u32) += 1;
    }
    let ground = counts.values().max().copied().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let share = 1.0 - ground as f32 / image.pixels.len() as f32;
    share
}

#[test]
fn the_first_view_shows_pictures_in_full_colour() {
    let image = draw("photos-light-en", [1920, 1080], |_| {});
    assert!(drawn_share(&image) > 0.5, "the wall fills the screen");
    let colourful = image.pixels.iter().filter(|p| p.r().abs_diff(p.b()) > 90).count();
    assert!(colourful * 30 > image.pixels.len(), "the pictures have their colours");
}

#[test]
fn the_editor_shows_what_is_edited_beside_its_fields() {
    for (name, wanted, view) in [
        ("editor-photo-light-en", "photos[11]", View::Photos),
        ("editor-figure-light-en", "batches[5]", View::Personnel),
        ("editor-captions-light-en", "captions", View::Photos),
        ("editor-order-light-en", "running_order[8]", View::Photos),
        ("editor-problems-light-en", "problems", View::Photos),
    ] {
        let (mut state, _) = built_in();
        state.update(Action::View(view));
        let source = screenshot::arrange_editor(&mut state, wanted).expect("the editor");
        let image = screenshot::render(App::new(state, source, None, |_| {}), [1920, 1080]);
        keep(name, [1920, 1080], &image);
        assert!(drawn_share(&image) > 0.2, "{wanted} shows something");
    }
}

#[test]
fn every_view_draws_something_in_every_language_and_theme() {
    for view in View::ALL {
        for lang in Lang::ALL {
            for theme in Theme::ALL {
                let image = draw("", [1280, 800], |state| {
                    state.update(Action::View(view));
                    state.update(Action::Lang(lang));
                    state.update(Action::Theme(theme));
                });
                let share = drawn_share(&image);
                assert!(share > 0.1, "{view:?} {lang:?} {theme:?}: {share}");
            }
        }
    }
}

#[test]
fn pictures_for_the_readme() {
    let view = |name: &str, view: View, lang: Lang, theme: Theme| {
        draw(name, [1920, 1080], |state| {
            state.update(Action::View(view));
            state.update(Action::Lang(lang));
            state.update(Action::Theme(theme));
        })
    };
    view("personnel-light-en", View::Personnel, Lang::En, Theme::Light);
    view("personnel-dark-bo", View::Personnel, Lang::Bo, Theme::Dark);
    view("timeline-light-en", View::Timeline, Lang::En, Theme::Light);
    draw("pairings-light-zh", [1920, 1080], |state| {
        state.update(Action::View(View::Pairings));
        state.update(Action::Lang(Lang::Zh));
        state.update(Action::Province(Some(ProvinceId::from("CN-FJ"))));
    });
    draw("photos-dark-zh", [1920, 1080], |state| {
        state.update(Action::Lang(Lang::Zh));
        state.update(Action::Theme(Theme::Dark));
        state.update(Action::Province(Some(ProvinceId::from("CN-JS"))));
    });
    draw("viewer-light-en", [1920, 1080], |state| {
        state.update(Action::OpenPhoto(state.pack().keys()[0]));
    });
    draw("source-sheet-light-en", [1920, 1080], |state| {
        state.update(Action::View(View::Personnel));
        state.update(Action::Sheet(Subject::Batch(10)));
    });
    draw("photos-portrait-en", [1080, 1920], |_| {});
}
