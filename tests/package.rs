//! What packages hold beside the program is made from it, and kept true: the man page, the completions of shells, the icon. Run with
//! `UPDATE_PACKAGE=1` to write them anew.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory as _, Parser as _};
use clap_complete::Shell;
use egui::{Color32, ColorImage, Context, Pos2, RawInput, Rect, vec2};
use vitrine::cli::Cli;
use vitrine::export::{About, svg};
use vitrine::raster::{Frame, Raster};
use vitrine::ui::app_icon;

#[path = "package/contributing.rs"]
mod contributing;

fn assets(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name)
}

/// Writes a file anew where that was asked for; else it must be as it would be written.
fn keep(name: &str, now: &[u8], is_same: impl Fn(&[u8]) -> bool) {
    let path = assets(name);
    if std::env::var_os("UPDATE_PACKAGE").is_some() {
        fs::write(&path, now).expect("written");
    }
    let kept = fs::read(&path).unwrap_or_default();
    assert!(is_same(&kept), "run the tests with UPDATE_PACKAGE=1 to write assets/{name} anew");
}

#[test]
fn the_man_page_and_the_completions_say_what_the_command_line_takes() {
    let mut page = Vec::new();
    // Without a date and version, which would make it stale with each of them.
    clap_mangen::Man::new(Cli::command()).date("").source("Vitrine").render(&mut page).expect("a page");
    keep("package/vitrine.1", &page, |kept| kept == page);
    for (shell, name) in [(Shell::Bash, "vitrine.bash"), (Shell::Zsh, "_vitrine"), (Shell::Fish, "vitrine.fish")] {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Cli::command(), "vitrine", &mut script);
        keep(&format!("package/completions/{name}"), &script, |kept| kept == script);
    }
}

fn package_file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).expect(name).replace("\r\n", "\n")
}

fn readme() -> String {
    package_file("README.md")
}

#[test]
fn every_command_in_the_readme_is_one() {
    let readme = readme();
    let lines = readme.lines().filter_map(|line| line.strip_prefix("    "));
    let commands = lines.map(|line| line.strip_prefix("$ ").unwrap_or(line)).filter(|line| line.starts_with("vitrine"));
    let mut count = 0;
    for command in commands {
        // What a shell does with it is left out.
        let words = command.split_whitespace().take_while(|word| !["#", ">", "|"].contains(word));
        assert!(Cli::try_parse_from(words).is_ok(), "{command}");
        count += 1;
    }
    assert!(count >= 20, "{count} commands were found");
}

/// Each option of a command and of those below it, with what it may be.
fn options(command: &Command) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for arg in command.get_arguments() {
        if let Some(long) = arg.get_long().filter(|long| !["help", "version"].contains(long)) {
            let values = arg.get_possible_values().into_iter().filter(|_| arg.get_action().takes_values());
            let values = values.map(|value| value.get_name().to_owned()).collect();
            found.push((long.to_owned(), values));
        }
    }
    found.extend(command.get_subcommands().flat_map(options));
    found
}

#[test]
fn the_readme_has_every_option_in_its_tables() {
    let readme = readme();
    let (_, tables) = readme.split_once("\n## Options\n").expect("the options");
    let (tables, _) = tables.split_once("\n## ").expect("what follows them");
    let parts: Vec<&str> = tables.split("\n`vitrine ").collect();
    for command in Cli::command().get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = command.get_name();
        let is_own = |part: &&&str| part.lines().next().is_some_and(|line| line.contains(name));
        let own: String = parts.iter().filter(is_own).copied().collect();
        for (long, values) in options(command) {
            assert!(own.contains(&format!("| `--{long}`")), "{name} --{long}");
            for value in values {
                assert!(own.contains(&format!("`{value}`")), "{name} --{long} {value}");
            }
        }
    }
    for (long, _) in options(&Cli::command()) {
        assert!(tables.contains(&format!("| `--{long}`")), "--{long}");
    }
}

/// The icon on a ground.
fn icon_on(side: u32, ground: Color32) -> ColorImage {
    let ctx = Context::default();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let area = Rect::from_min_size(Pos2::ZERO, vec2(side as f32, side as f32));
    let input = RawInput { screen_rect: Some(area), ..RawInput::default() };
    let output = ctx.run_ui(input, |ui| app_icon::draw(ui.painter(), area));
    let mut raster = Raster::default();
    raster.update(&output.textures_delta);
    let primitives = ctx.tessellate(output.shapes, 1.0);
    raster.free(output.textures_delta);
    raster.picture(&Frame { size: [side as usize; 2], scale: 1.0, ground, primitives: &primitives })
}

/// The icon with what shows through: found out by drawing it on black and on white.
fn icon(side: u32) -> Vec<u8> {
    let [black, white] = [Color32::BLACK, Color32::WHITE].map(|ground| icon_on(side, ground));
    let pixel = |(black, white): (&Color32, &Color32)| {
        let alpha = 255 - (0..3).map(|i| white[i].saturating_sub(black[i])).max().unwrap_or(0);
        let whole = |part: u8| u8::try_from(u32::from(part) * 255 / u32::from(alpha.max(1))).unwrap_or(255);
        [whole(black.r()), whole(black.g()), whole(black.b()), alpha]
    };
    black.pixels.iter().zip(&white.pixels).flat_map(pixel).collect()
}

fn png(side: u32, rgba: &[u8]) -> Vec<u8> {
    let mut png = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut png);
    image::ImageEncoder::write_image(encoder, rgba, side, side, image::ExtendedColorType::Rgba8).expect("a picture");
    png
}

/// The pictures in one file, as Windows wants them: a head, an entry for each, and then the pictures.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let count = u16::try_from(pictures.len()).expect("a handful");
    let mut file = [&[0, 0, 1, 0][..], &count.to_le_bytes()].concat();
    let mut offset = 6 + 16 * pictures.len();
    for (side, png) in pictures {
        // 256 is written as nought.
        let side = u8::try_from(*side).unwrap_or(0);
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(u32::try_from(png.len()).expect("small").to_le_bytes());
        file.extend(u32::try_from(offset).expect("small").to_le_bytes());
        offset += png.len();
    }
    file.extend(pictures.iter().flat_map(|(_, png)| png));
    file
}

#[test]
fn the_icon_is_drawn_as_the_program_draws_its_mark() {
    let mut pictures = Vec::new();
    for side in app_icon::SIDES {
        let rgba = icon(side);
        let png = png(side, &rgba);
        let is_same =
            |kept: &[u8]| image::load_from_memory(kept).is_ok_and(|image| image.into_rgba8().into_raw() == rgba);
        keep(&format!("icons/vitrine-{side}.png"), &png, is_same);
        if side <= 256 {
            pictures.push((side, png));
        }
        let corner = rgba[3];
        let middle = &rgba[rgba.len() / 2 + side as usize * 2..][..4];
        assert!(corner < 128 && middle[3] == 255, "{side}: round corners on nothing");
    }
    let all = ico(&pictures);
    keep("icons/vitrine.ico", &all, |kept| kept.len() > 6 && kept[..6] == all[..6]);
    let size = vec2(512.0, 512.0);
    let marks = app_icon::shapes(Rect::from_min_size(Pos2::ZERO, size)).into_iter().map(Into::into);
    let colors = vitrine::ui::theme::colors(vitrine::state::Theme::Light);
    let page = vitrine::ui::marks::page(&Context::default(), size, (Color32::TRANSPARENT, &colors), marks);
    let page = vitrine::export::drawing::Page { ground: [0; 4], ..page };
    let drawing = svg(
        &page,
        &About { title: "Vitrine".into(), ..About::default() },
        &vitrine::export::Faces::default(),
        [512; 2],
    );
    keep("icons/vitrine.svg", drawing.as_bytes(), |kept| kept == drawing.as_bytes());
}
