//! In the editor nothing lies on anything or is cut, in the windows in which people write.

use std::path::PathBuf;

use egui::vec2;
use vitrine::model::Lang;
use vitrine::state::editing::{Chosen, SheetCommand, SheetFault, Surface, Table};
use vitrine::state::{Action, EditCommand, Overlay, ProblemCommand, View};

use super::layout::faults;
use super::support::editor::{answered, built_in, editor, spreadsheet};

/// The sizes of windows of an office.
const SIZES: [[f32; 2]; 5] = [[800.0, 600.0], [1280.0, 800.0], [1366.0, 768.0], [1920.0, 1080.0], [1080.0, 1920.0]];

fn scenes(lang: Lang) -> Vec<(&'static str, Vec<Action>)> {
    let edit = Action::Edit;
    let at = |path: &str| vec![edit(EditCommand::GoTo(path.parse().expect("a path")))];
    let table = |table| vec![edit(EditCommand::Surface(Surface::Tables)), edit(EditCommand::Table(table))];
    let overlay = |overlay| vec![Action::Overlay(Some(overlay))];
    vec![
        ("wall", vec![Action::View(View::Photos)]),
        ("a picture", at("photos[11]")),
        ("a batch", at("batches[5]")),
        ("a reported batch", at("batches[0]")),
        // Cards of its row are cut by the edge, which shows that there are more.
        ("timeline", at("milestones[2]")),
        ("a province", at("provinces[1]")),
        ("a source", at("sources[3]")),
        ("a statement", at("statements[4]")),
        ("all of it", vec![edit(EditCommand::Choose(Some(Chosen::Whole)))]),
        ("captions", table(Table::Captions)),
        ("batches", table(Table::Batches)),
        ("sources", table(Table::Sources)),
        ("running order", at("running_order[8]")),
        ("problems", vec![edit(EditCommand::Problem(ProblemCommand::Shown(true)))]),
        ("ways to begin", overlay(Overlay::Prepare)),
        ("versions", overlay(Overlay::Versions)),
        ("a spreadsheet", spreadsheet(&built_in(), lang)),
        ("a spreadsheet without a dialog", {
            let fault = SheetCommand::Done(PathBuf::new(), Err(SheetFault::NoDialog));
            [SheetCommand::Reading(PathBuf::new()), fault].map(|command| edit(EditCommand::Sheet(command))).to_vec()
        }),
        ("answers of a reader", answered(&built_in())),
        ("columns of a spreadsheet", {
            let columns = edit(EditCommand::Sheet(SheetCommand::Columns(true)));
            spreadsheet(&built_in(), lang).into_iter().chain([columns]).collect()
        }),
        ("a column of a spreadsheet", {
            let choose = edit(EditCommand::Sheet(SheetCommand::Choose(Some(2))));
            spreadsheet(&built_in(), lang).into_iter().chain([choose]).collect()
        }),
        ("place of photographs", overlay(Overlay::Photographs)),
        ("place of the first photographs", overlay(Overlay::FirstPhotographs)),
    ]
}

#[test]
fn in_the_editor_nothing_lies_on_anything_or_ends_outside() {
    let text = built_in();
    let mut all = Vec::new();
    for lang in Lang::ALL {
        for [width, height] in SIZES {
            let mut visitor = editor(&text, lang, vec2(width, height));
            for (name, actions) in scenes(lang) {
                let first = [
                    Action::Overlay(None),
                    Action::Edit(EditCommand::Problem(ProblemCommand::Shown(false))),
                    Action::Edit(EditCommand::Surface(Surface::Views)),
                    Action::View(View::Photos),
                ];
                visitor.arrange(first.into_iter().chain(actions));
                let place = format!("{width}×{height} {lang:?} {name}");
                let is_table = matches!(name, "captions" | "batches" | "sources");
                // The cells of a table are cut at its edges, as in a spreadsheet.
                let is_meant =
                    |fault: &String| is_table && ["cut", "covered"].iter().any(|kind| fault.starts_with(kind));
                let found = faults(&visitor, name).into_iter().filter(|fault| !is_meant(fault));
                all.extend(found.map(|fault| format!("{place}: {fault}")));
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all[..all.len().min(400)].join("\n"));
}

#[test]
fn in_an_exhibition_that_has_next_to_nothing_no_control_is_there_twice() {
    let text = r#"{ "format": 1, "title": { "en": "A" }, "photos": [] }"#;
    let mut visitor = editor(text, Lang::En, vec2(1280.0, 800.0));
    for surface in Surface::ALL {
        visitor.apply(Action::Edit(EditCommand::Surface(surface)));
        for view in View::ALL {
            visitor.apply(Action::View(view));
            visitor.apply(Action::Edit(EditCommand::Surface(surface)));
            // Egui writes it on the screen.
            let clash = visitor.lines_drawn().into_iter().find(|line| line.words.contains("use of widget"));
            assert!(clash.is_none(), "{surface:?} {view:?}: {:?}", clash.map(|line| line.words));
        }
    }
}
