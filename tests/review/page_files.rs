//! The command with pages: what it writes, takes back and refuses.

use std::fs;

use super::files::Desk;
use super::page::{Given, Text, file, saved_page, text_on};
use super::{ALT, TITLE};
use vitrine::model::Lang;

fn agreed(text: Text) -> Given {
    Given { text, agreed: true, ..Given::default() }
}

#[test]
fn a_page_goes_out_and_its_answers_come_back() {
    let desk = Desk::new();
    let before = desk.all();
    let said = desk.done(&["pack", "--lang", "bo", "--out", "out.html"]);
    assert!(said.contains("5 Tibetan texts"), "{said}");
    let html = fs::read_to_string(desk.at("out.html")).expect("a page");
    assert!(html.contains("src=\"data:image/jpeg;base64,"), "the picture stands beside its texts");
    assert!(html.contains("@font-face"), "a computer without Tibetan shows Tibetan");
    let said = desk.refused(&["--back", "out.html", "pack"]);
    assert!(said.contains("Save the answers"), "{said}");
    fs::write(desk.at("none.json"), file(Lang::Bo, &[])).expect("written");
    let said = desk.done(&["--back", "none.json", "pack", "--apply"]);
    assert!(said.contains("7 untouched") && said.contains("nothing was written"), "{said}");
    assert_eq!(desk.all(), before);

    let better =
        Given { text: text_on(&html, ALT), better: "བྱིས་པ་ཚོ།".to_owned(), agreed: false };
    let answers = file(Lang::Bo, &[agreed(text_on(&html, TITLE)), better]);
    fs::write(desk.at("back.json"), &answers).expect("written");
    fs::write(desk.at("back.html"), saved_page(&html, &answers)).expect("written");
    let said = desk.done(&["--back", "back.json", "pack"]);
    assert!(said.contains("1 agreed, 1 changed") && said.contains("as checked by Dolma"), "{said}");
    assert_eq!(said, desk.done(&["--back", "back.html", "pack"]), "the page that was saved says the same");
    assert_eq!(desk.all(), before, "showing writes nothing");
    let said = desk.done(&["--back", "back.html", "pack", "--apply"]);
    assert!(said.contains("checked by Dolma, 29 November 2026"), "{said}");
    let text = fs::read_to_string(desk.at("pack/exhibition.json")).expect("a text");
    assert!(text.contains("བྱིས་པ་ཚོ།") && text.contains("\"reader\": \"Dolma\"") && text.contains("\"2026-11-29\""));
    let said = desk.done(&["--back", "back.json", "pack"]);
    assert!(said.contains("2 checked already"), "{said}");
}

#[test]
fn what_changed_meanwhile_is_shown_and_answers_of_others_are_refused_with_words() {
    let desk = Desk::new();
    desk.done(&["pack", "--lang", "bo", "--out", "out.html"]);
    let html = fs::read_to_string(desk.at("out.html")).expect("a page");
    let gone = about_another(&html);
    fs::write(desk.at("back.json"), file(Lang::Bo, &[agreed(text_on(&html, TITLE)), gone])).expect("written");
    let text = fs::read_to_string(desk.at("pack/exhibition.json")).expect("a text");
    fs::write(desk.at("pack/exhibition.json"), text.replace("A yard", "Two yards")).expect("written");
    let before = desk.all();
    let said = desk.done(&["--back", "back.json", "pack", "--apply"]);
    assert!(said.contains("Row 1:") && said.contains("has been changed since. Send a new sheet."), "{said}");
    assert!(said.contains("Row 2:") && said.contains("no text of this exhibition has the id"), "{said}");
    assert!(said.contains("1 changed meanwhile and not taken, 1 refused"), "{said}");
    assert_eq!(desk.all(), before);
    let deep = format!("{{\"vitrine-review\":1,\"answers\":[{}", "[".repeat(1 << 20));
    fs::write(desk.at("deep.json"), deep).expect("written");
    let said = desk.refused(&["--back", "deep.json", "pack"]);
    assert!(said.contains("Ask for it again"), "{said}");
    let many = format!("{{\"vitrine-review\":1,\"answers\":[{{}}{}]}}", ",{}".repeat(10_000_000));
    fs::write(desk.at("many.json"), many).expect("written");
    let said = desk.refused(&["--back", "many.json", "pack"]);
    assert!(said.contains("far larger than a sheet for review"), "{said}");
    fs::File::create(desk.at("large.json")).and_then(|file| file.set_len((64 << 20) + 1)).expect("a large file");
    let said = desk.refused(&["--back", "large.json", "pack"]);
    assert!(said.contains("large.json") && said.to_lowercase().contains("large"), "{said}");
    fs::write(desk.at("letter.json"), "{\"dear\":\"all\"}").expect("written");
    let said = desk.refused(&["--back", "letter.json", "pack"]);
    assert!(said.contains("Save the answers"), "{said}");
    let said = desk.refused(&["pack", "--lang", "bo", "--out", "out.html"]);
    assert!(said.contains("--force"), "{said}");
}

/// An answer about a text that the exhibition does not have.
fn about_another(html: &str) -> Given {
    let text = text_on(html, ALT).of_another();
    agreed(text)
}
