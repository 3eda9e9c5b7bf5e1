//! Brings the fonts and the built-in exhibition into the binary.
//!
//! Writes `fonts.rs` and `built_in.rs` into `OUT_DIR`. Without the fonts the build still succeeds, says so in one line,
//! and the program looks for the system's fonts.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Constant, folder below `node_modules`, file.
const FONTS: [(&str, &str, &str); 6] = [
    ("LATIN", "source-sans-3/400Regular", "SourceSans3_400Regular.ttf"),
    ("LATIN_BOLD", "source-sans-3/600SemiBold", "SourceSans3_600SemiBold.ttf"),
    ("CHINESE", "noto-sans-sc/400Regular", "NotoSansSC_400Regular.ttf"),
    ("CHINESE_BOLD", "noto-sans-sc/700Bold", "NotoSansSC_700Bold.ttf"),
    ("TIBETAN", "noto-serif-tibetan/400Regular", "NotoSerifTibetan_400Regular.ttf"),
    ("TIBETAN_BOLD", "noto-serif-tibetan/700Bold", "NotoSerifTibetan_700Bold.ttf"),
];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=node_modules/@expo-google-fonts");
    println!("cargo::rerun-if-changed=assets/exhibition");
    fs::write(out.join("fonts.rs"), fonts(&root, &out)?)?;
    fs::write(out.join("built_in.rs"), built_in(&root)?)
}

/// One static a font (a constant's bytes would be kept once for each use), `Option<&[u8]>`, and the text of each licence.
fn fonts(root: &Path, out: &Path) -> io::Result<String> {
    let packages = root.join("node_modules/@expo-google-fonts");
    let mut code = String::new();
    let mut missing = 0;
    for (name, folder, file) in FONTS {
        let from = packages.join(folder).join(file);
        let value = if from.is_file() {
            fs::copy(&from, out.join(file))?;
            format!("Some(include_bytes!({:?}))", out.join(file).to_string_lossy())
        } else {
            missing += 1;
            "None".to_owned()
        };
        let _ = writeln!(code, "pub static {name}: Option<&[u8]> = {value};");
    }
    if missing > 0 {
        println!(
            "cargo::warning=The fonts are not here, so this build uses the system's; run `npm ci --ignore-scripts` and build again to have them inside."
        );
    }
    let mut licences = String::new();
    for package in ["source-sans-3", "noto-sans-sc", "noto-serif-tibetan"] {
        licences += &fs::read_to_string(packages.join(package).join("LICENSE_FONT")).unwrap_or_default();
        licences.push('\n');
    }
    let _ = writeln!(code, "pub const FONT_LICENCES: &str = {licences:?};");
    Ok(code)
}

/// The files of the built-in exhibition as a table of names and bytes.
fn built_in(root: &Path) -> io::Result<String> {
    let base = root.join("assets/exhibition");
    let mut files = Vec::new();
    collect(&base, &mut files)?;
    files.sort();
    let mut code = String::from("pub static FILES: &[(&str, &[u8])] = &[\n");
    for file in files {
        let name = file.strip_prefix(&base).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let _ = writeln!(code, "    ({name:?}, include_bytes!({:?})),", file.to_string_lossy());
    }
    code.push_str("];\n");
    Ok(code)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
