//! The broken packs of `tests/packs`: the right problem, place and hint each, from the command `vitrine check`.

use std::path::Path;
use std::process::Command;

#[test]
fn each_broken_pack_is_named_with_place_and_hint() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs");
    let list = std::fs::read_to_string(packs.join("expected.json")).expect("expected.json");
    let expected: Vec<serde_json::Value> = serde_json::from_str(&list).expect("JSON");
    assert!(expected.len() >= 10);
    for entry in expected {
        let name = entry["pack"].as_str().expect("a pack's name");
        let checked =
            Command::new(env!("CARGO_BIN_EXE_vitrine")).arg("check").arg(packs.join(name)).output().expect("runs");
        let said = String::from_utf8_lossy(&checked.stdout).into_owned() + &String::from_utf8_lossy(&checked.stderr);
        assert_eq!(checked.status.code(), Some(1), "{name}: {said}");
        for key in ["place", "says", "hint"] {
            if let Some(words) = entry[key].as_str() {
                if name == "no-glyph" && !vitrine::ui::fonts::are_bundled() {
                    continue;
                }
                assert!(said.contains(words), "{name}: {key} “{words}” in: {said}");
            }
        }
        if let Some(line) = entry["line"].as_u64() {
            assert!(
                said.contains(&format!("exhibition.json:{line}")) || said.contains(&format!("line {line}")),
                "{name}: line {line} in: {said}"
            );
        }
    }
}

#[test]
fn the_built_in_exhibition_passes() {
    if !vitrine::ui::fonts::are_bundled() {
        eprintln!("skipped: the fonts are not in this build, so their characters cannot be checked");
        return;
    }
    let checked = Command::new(env!("CARGO_BIN_EXE_vitrine")).arg("check").output().expect("runs");
    let said = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{said}");
}

#[test]
fn a_picture_is_written_without_a_display() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("screen.png");
    let made = Command::new(env!("CARGO_BIN_EXE_vitrine"))
        .args(["picture", "--size", "1280x800", "--lang", "zh", "--view", "pairings", "--theme", "dark"])
        .arg(&out)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(image::image_dimensions(&out).expect("a picture"), (1280, 800));
}
