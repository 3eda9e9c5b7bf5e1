//! What a visitor does and sees, through the accessibility tree and in pictures. One binary, since each links egui again.

#[path = "../support/mod.rs"]
mod support;

mod access;
mod albums;
mod at_field;
mod away;
mod checked;
mod codes;
mod compare;
mod crowds;
mod drag;
mod editor;
mod editor_layout;
mod edits;
mod finder;
mod glossary;
mod journeys;
mod kiosk;
mod layout;
mod layout_console;
mod lead;
mod looks;
mod machine;
mod made;
mod mend;
mod opening;
mod order;
mod pairings;
mod posters;
mod pressed;
mod saving;
mod scripts;
mod session;
mod set_up;
mod spreadsheet;
mod table;
mod tables;
mod talk;
mod targets;
mod touch;
mod trace;
mod travel;
mod truth;
mod whole;
mod year_by_year;
