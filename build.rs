//! Brings the fonts and the built-in exhibition into the binary, and for Windows its icon, version and manifest.
//!
//! Writes `fonts.rs` and `built_in.rs` into `OUT_DIR`. Without the fonts the build still succeeds, says so in one line,
//! and the program looks for the system's fonts.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
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
    fs::write(out.join("built_in.rs"), built_in(&root)?)?;
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "windows") {
        resources(&root, &out)?;
    }
    Ok(())
}

/// What Windows shows of a program before it runs: icon, version, and that it draws for each screen's own density.
fn resources(root: &Path, out: &Path) -> io::Result<()> {
    let (icon, manifest) = (root.join("assets/icons/vitrine.ico"), root.join("assets/package/vitrine.manifest"));
    println!("cargo::rerun-if-changed={}", icon.display());
    println!("cargo::rerun-if-changed={}", manifest.display());
    let part = |name: &str| env::var(format!("CARGO_PKG_VERSION_{name}")).unwrap_or_default();
    let (comma, dot) = (
        format!("{},{},{},0", part("MAJOR"), part("MINOR"), part("PATCH")),
        env::var("CARGO_PKG_VERSION").unwrap_or_default(),
    );
    let script = format!(
        "1 ICON {}\n1 24 {}\n1 VERSIONINFO\nFILEVERSION {comma}\nPRODUCTVERSION {comma}\nFILEOS 0x40004\nFILETYPE 1\n\
         BEGIN\nBLOCK \"StringFileInfo\"\nBEGIN\nBLOCK \"040904b0\"\nBEGIN\nVALUE \"FileDescription\", \"Vitrine\"\n\
         VALUE \"FileVersion\", \"{dot}\"\nVALUE \"ProductName\", \"Vitrine\"\nVALUE \"ProductVersion\", \"{dot}\"\n\
         VALUE \"LegalCopyright\", \"MIT\"\nVALUE \"OriginalFilename\", \"vitrine.exe\"\nEND\nEND\n\
         BLOCK \"VarFileInfo\"\nBEGIN\nVALUE \"Translation\", 0x409, 1200\nEND\nEND\n",
        quoted(&icon),
        quoted(&manifest),
    );
    let (source, object) = (out.join("vitrine.rc"), out.join("vitrine.res.o"));
    fs::write(&source, script)?;
    // The name with the system in it first: on Linux the other one may make objects for Linux.
    let compiled = ["x86_64-w64-mingw32-windres", "windres"].iter().any(|tool| {
        let run = Command::new(tool).arg("--codepage=65001").arg(&source).arg(&object).status();
        run.is_ok_and(|status| status.success())
    });
    if compiled {
        println!("cargo::rustc-link-arg-bins={}", object.display());
    } else {
        println!(
            "cargo::warning=Without windres the program has no icon and no version: install binutils of mingw-w64."
        );
    }
    Ok(())
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

/// A path as windres reads it: quoted, with slashes.
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.to_string_lossy().replace('\\', "/"))
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
