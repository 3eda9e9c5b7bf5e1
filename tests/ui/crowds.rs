//! Charts and tables of a thousand batches: nothing written over anything else, nothing cut off at the side, and no more drawn
//! than is seen.

use egui::{Key, Rect, vec2};
use vitrine::model::{Lang, SortBy};
use vitrine::state::{Action, ChartMode, View};

use crate::support::{Visitor, figures};

const SIZES: [[f32; 2]; 5] = [[320.0, 640.0], [480.0, 800.0], [800.0, 1280.0], [1280.0, 800.0], [1920.0, 1080.0]];

fn before(lang: Lang, [width, height]: [f32; 2], batches: u32, mode: ChartMode) -> Visitor {
    let mut visitor = Visitor::reading(lang, vec2(width, height), figures::many(batches));
    visitor.apply(Action::View(View::Personnel));
    visitor.apply(Action::Chart(mode));
    visitor
}

/// Texts that lie over one another by more than a hair.
fn collisions(texts: &[(String, Rect)]) -> Vec<String> {
    let mut found = Vec::new();
    for (i, (one, area)) in texts.iter().enumerate() {
        for (other, beside) in &texts[i + 1..] {
            let common = area.intersect(*beside);
            if common.width() > 1.0 && common.height() > 1.0 {
                found.push(format!("“{one}” {area:?} and “{other}” {beside:?}"));
            }
        }
    }
    found
}

#[test]
fn no_word_lies_over_another_and_none_is_cut_off_at_any_width() {
    for size in SIZES {
        for lang in Lang::ALL {
            for (batches, mode) in [12, 1000].into_iter().flat_map(|n| ChartMode::ALL.map(|mode| (n, mode))) {
                let mut visitor = before(lang, size, batches, mode);
                for scrolled in [0.0, 700.0, 20_000.0] {
                    if scrolled > 0.0 {
                        visitor.scroll(scrolled);
                    }
                    let texts = visitor.texts();
                    let over = collisions(&texts);
                    let place = format!("{size:?} {lang:?} {batches} {mode:?} at {scrolled}");
                    assert!(over.is_empty(), "{place}: {over:#?}");
                    let cut: Vec<_> =
                        texts.iter().filter(|(_, r)| r.left() < -0.5 || r.right() > size[0] + 0.5).collect();
                    assert!(cut.is_empty(), "{place}: {cut:#?}");
                    assert!(texts.len() > 4, "{place}: something is to be read");
                }
            }
        }
    }
}

#[test]
fn a_frame_draws_only_what_is_seen() {
    for mode in ChartMode::ALL {
        for size in [SIZES[0], SIZES[4]] {
            let few = before(Lang::En, size, 60, mode).shapes();
            let many = before(Lang::En, size, 1000, mode).shapes();
            assert!(many < few + 200, "{mode:?} {size:?}: {many} shapes for a thousand batches, {few} for sixty");
        }
    }
}

#[test]
fn keys_walk_through_a_thousand_rows_and_bring_each_into_sight() {
    let mut visitor = before(Lang::En, SIZES[3], 1000, ChartMode::Table);
    let mut last = String::new();
    for _ in 0..80 {
        visitor.press(Key::Tab);
        last = visitor.focused().unwrap_or_default();
        if last.starts_with("Batch 40,") {
            break;
        }
    }
    assert!(last.starts_with("Batch 40,"), "{last}");
    let area = visitor.area(&last).expect("it is there");
    assert!(area.top() > 96.0 && area.bottom() < 800.0, "{area:?}");
    visitor.apply(Action::Sort(SortBy::People));
    assert!(visitor.texts().iter().any(|(words, _)| words == "0"), "true zeros come first");
}
