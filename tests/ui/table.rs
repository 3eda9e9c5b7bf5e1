//! The table of personnel: sorted by touch and key, in what is seen, heard and copied alike.

use egui::{Key, vec2};
use vitrine::export::{self, TableFormat};
use vitrine::model::{Lang, Sort, SortBy};
use vitrine::state::{Action, ChartMode, View};
use vitrine::text::{Column, Say};

use crate::support::Visitor;

fn before(lang: Lang, size: [f32; 2]) -> Visitor {
    let mut visitor = Visitor::at(lang, vec2(size[0], size[1]));
    visitor.apply(Action::View(View::Personnel));
    visitor.apply(Action::Chart(ChartMode::Table));
    visitor
}

/// The numbers of the batches in the order in which they are read aloud; a subtotal as its first words.
fn order(visitor: &Visitor) -> Vec<String> {
    let names = visitor.names();
    let rows = names.iter().filter(|n| n.starts_with("Batch ") && n.contains(':') || n.starts_with("Batches "));
    rows.map(|name| name.split([',', ':']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_head_sorts_upwards_downwards_and_back_with_what_is_missing_last() {
    let mut visitor = before(Lang::En, [1920.0, 1080.0]);
    let natural = order(&visitor);
    let people = visitor.say(Say::Column(Column::People));
    for (down, first, last) in [(None, "Batch 1", "Batch 5"), (Some(false), "Batch 10", "Batch 1")] {
        visitor.click(&visitor.say(Say::SortBy(&people, down)));
        let rows = order(&visitor);
        assert_eq!((rows[0].as_str(), rows[..7].contains(&last.to_owned())), (first, true), "{rows:?}");
        assert_eq!(rows[7..], ["Batch 2", "Batch 3", "Batch 4", "Batches 2 to 4 together"], "missing, then together");
    }
    visitor.click(&visitor.say(Say::SortBy(&people, Some(true))));
    assert_eq!(order(&visitor), natural, "the third touch gives the first order back");
}

#[test]
fn what_is_copied_follows_what_is_seen() {
    let visitor = before(Lang::En, [1920.0, 1080.0]);
    let x = &visitor.state().pack().exhibition;
    let sort = Some(Sort { by: SortBy::People, down: true });
    let copied = export::sorted_table(x, Lang::En, TableFormat::Tsv, sort);
    let batches: Vec<&str> = copied.lines().skip(1).filter_map(|line| line.split('\t').nth(1)).collect();
    assert_eq!(batches[..11], ["10", "9", "8", "7", "6", "5", "1", "2", "3", "4", "2–4"]);
}

#[test]
fn heads_are_reached_by_keys_and_wide_enough_for_a_finger() {
    for lang in Lang::ALL {
        for size in [[320.0, 640.0], [1280.0, 800.0], [1080.0, 1920.0]] {
            let mut visitor = before(lang, size);
            for column in [Column::Batch, Column::Years, Column::People] {
                let head = visitor.say(Say::Column(column));
                let area = visitor.area(&visitor.say(Say::SortBy(&head, None))).expect("a head");
                assert!(area.height() >= 44.0 && area.width() >= 44.0, "{lang:?} {size:?} {head}: {area:?}");
            }
            let years = visitor.say(Say::Column(Column::Years));
            let name = visitor.say(Say::SortBy(&years, None));
            for _ in 0..60 {
                visitor.press(Key::Tab);
                if visitor.focused().as_ref() == Some(&name) {
                    break;
                }
            }
            visitor.press(Key::Enter);
            assert_eq!(visitor.state().sort(), Some(Sort { by: SortBy::Years, down: false }), "{lang:?} {size:?}");
            assert!(visitor.sees(&visitor.say(Say::SortBy(&years, Some(false)))), "the head says how it is sorted");
        }
    }
}
