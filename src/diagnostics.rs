//! Diagnostics: every problem of a pack, and how the program runs on this computer, as text for technical help.

mod kiosk;

use std::collections::{BTreeMap, BTreeSet};

use crate::files::{self, PackSource, places, places::StandardFolder};
use crate::model::{
    Exhibition, Gaps, Known, Lang, Location, OpenError, Pack, PackPlace, Problem, Source, Trouble, Unavailable,
    WALL_PIXELS, Weight, check, is_small, locate,
};
use crate::state::talk::ScreenId;
use crate::state::{Distance, DrawnBy, Renderer};
use crate::text::{self, Line, Machine, Say};
use crate::ui::{fits, fonts};
use crate::{VERSION, work};

pub use kiosk::{KioskSeen, RUNS, kiosk_health, kiosk_pack_problem, kiosk_setup};

/// How many problems of a pack the report lists.
const NAMED: usize = 12;

/// The renderers that failed at earlier starts, and why.
pub type FailedBefore = BTreeMap<Renderer, String>;

/// What the running program contributes to the report.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The language of the report.
    pub lang: Lang,
    /// The renderer.
    pub drawn_by: DrawnBy,
    /// The viewing distance.
    pub distance: Distance,
    /// The screens, with their scale.
    pub screens: Vec<(ScreenId, Option<f32>)>,
    /// The window's width and height in pixels, and its zoom.
    pub window: Option<([f32; 2], f32)>,
    /// The scale of the window's screen.
    pub scale: Option<f32>,
    /// The place of the current exhibition.
    pub place: PackPlace,
    /// Returns the renderers that failed at earlier starts, and why; reads the disk.
    pub failed_before: fn() -> FailedBefore,
}

/// Every problem of a pack with its line, after trying to read every picture. For a photo folder, the pictures that cannot be
/// shown.
///
/// # Errors
/// If there is neither an exhibition nor a picture.
pub fn problems(place: &PackPlace) -> Result<Vec<Problem>, OpenError> {
    let source = PackSource::open(place).map_err(OpenError::Read)?;
    let (exhibition, mut problems, json) = match files::exhibition(&source) {
        Err(OpenError::NoExhibition) => return photo_folder_problems(place),
        read => read?,
    };
    let names = source.names();
    let gaps = Gaps::of(&exhibition);
    problems.extend(unreadable_pictures(&exhibition, &gaps, &source, &names));
    problems.extend(camera_previews(&exhibition, &gaps, &source));
    problems.extend(long_addresses(&exhibition, &gaps));
    let has_glyph = fonts::coverage(&files::system_font);
    problems.extend(check(&exhibition, &Known { files: &names, has_glyph: &has_glyph }));
    problems.extend(long_titles(&exhibition, &gaps));
    problems.extend(cut_captions(&Pack::new(place.clone(), exhibition, Vec::new(), |file| names.contains(file))));
    locate(&mut problems, &json);
    Ok(problems)
}

/// The problems of a pack as it stands, without trying its pictures again.
#[must_use]
pub fn problems_of(pack: &Pack, files: &BTreeSet<String>) -> Vec<Problem> {
    let has_glyph = fonts::coverage(&files::system_font);
    let mut problems = pack.problems.clone();
    problems.extend(check(pack.document(), &Known { files, has_glyph: &has_glyph }));
    problems.extend(small_pictures(pack));
    problems.extend(long_titles(pack.document(), &Gaps::of(pack.document())));
    problems.extend(cut_captions(pack));
    problems
}

/// The captions of which an audience sees a part.
fn cut_captions(pack: &Pack) -> Vec<Problem> {
    let gaps = Gaps::of(pack.document());
    let cut = fits::cut_captions(pack, &files::system_font).into_iter();
    cut.map(|cut| {
        let path = format!("photos[{}].caption.{}", gaps.index("photos", cut.photo), cut.lang.code());
        Problem::new(path, Trouble::CutCaption { lang: cut.lang, upright: cut.upright })
    })
    .collect()
}

/// The pictures whose titles take the room of their captions.
fn long_titles(exhibition: &Exhibition, gaps: &Gaps) -> Vec<Problem> {
    let mut long = fits::long_title(&files::system_font);
    let mut problems = Vec::new();
    for (i, photo) in exhibition.photos.iter().enumerate() {
        for lang in Lang::ALL {
            let title = photo.title.only(lang).trim();
            // A name of two words is never long.
            if title.len() >= fits::SHORT_TITLE
                && let Some((at, lines)) = long(lang, title)
            {
                let path = format!("photos[{}].title.{}", gaps.index("photos", i), lang.code());
                let trouble = Trouble::LongTitle { lang, at, lines, most: fits::TITLE_LINES };
                problems.push(Problem::new(path, trouble));
            }
        }
    }
    problems
}

/// The pictures too small for a wall by what their files say, where the document gives no size.
fn small_pictures(pack: &Pack) -> Vec<Problem> {
    let gaps = Gaps::of(pack.document());
    let both = pack.document().photos.iter().zip(&pack.exhibition.photos).enumerate();
    let small = both.filter(|(_, (written, _))| written.size.is_none()).filter_map(|(i, (_, shown))| {
        let found = is_small(shown.size?)?;
        let path = format!("photos[{}].file", gaps.index("photos", i));
        Some(Problem::new(path, Trouble::SmallPicture { found, wanted: WALL_PIXELS }))
    });
    small.collect()
}

/// Every problem of a photo folder: the pictures that cannot be shown, and what was passed over.
fn photo_folder_problems(place: &PackPlace) -> Result<Vec<Problem>, OpenError> {
    let (pack, source) = files::open(place)?;
    let gaps = Gaps::of(&pack.exhibition);
    let mut problems = unreadable_pictures(&pack.exhibition, &gaps, &source, &source.names());
    problems.extend(camera_previews(&pack.exhibition, &gaps, &source));
    // There is no `exhibition.json` that a place could refer to.
    for problem in &mut problems {
        problem.place = Location::default();
    }
    problems.extend(pack.problems);
    Ok(problems)
}

/// The camera raw files of which a preview is shown.
fn camera_previews(exhibition: &Exhibition, gaps: &Gaps, source: &PackSource) -> Vec<Problem> {
    let shown = exhibition.photos.iter().enumerate().filter_map(|(i, photo)| {
        let file = photo.file.clone();
        let size = work::probe(source, &file).filter(|probed| probed.is_camera_preview)?.size?;
        Some(Problem::new(format!("photos[{}].file", gaps.index("photos", i)), Trouble::CameraPreview { file, size }))
    });
    shown.collect()
}

/// The pictures of an exhibition that exist but cannot be shown; each file is tried once.
fn unreadable_pictures(
    exhibition: &Exhibition,
    gaps: &Gaps,
    source: &PackSource,
    names: &BTreeSet<String>,
) -> Vec<Problem> {
    let files = exhibition.photos.iter().enumerate().flat_map(|(i, photo)| {
        let place = format!("photos[{}]", gaps.index("photos", i));
        let stand_in = photo.stand_in.as_ref().map(|s| (format!("{place}.stand_in.file"), s.file.as_str()));
        [Some((format!("{place}.file"), photo.file.as_str())), stand_in].into_iter().flatten()
    });
    let mut tried: BTreeMap<&str, Option<Unavailable>> = BTreeMap::new();
    let all: Vec<_> = files.filter(|(_, file)| names.contains(*file)).collect();
    for (_, file) in &all {
        if !tried.contains_key(file) {
            tried.insert(file, work::fault(source, file));
        }
    }
    let unreadable = |(path, file): (String, &str)| {
        let why = (*tried.get(file)?)?;
        Some(Problem::new(path, Trouble::UnreadablePicture { file: file.to_owned(), why }))
    };
    all.into_iter().filter_map(unreadable).collect()
}

/// The addresses too long for a QR code with their citation.
fn long_addresses(exhibition: &Exhibition, gaps: &Gaps) -> Vec<Problem> {
    let is_long = |source: &Source| source.link().is_some() && !text::carries_address(source);
    let all = exhibition.sources.iter().enumerate().filter(|(_, source)| is_long(source));
    let place = |i| format!("sources[{}].address", gaps.index("sources", i));
    all.map(|(i, _)| Problem::new(place(i), Trouble::LongAddress)).collect()
}

/// The report. Reads the disk and every picture of the exhibition, so not for the UI thread.
#[must_use]
pub fn report(seen: &Seen) -> String {
    let say = |words: Machine<'_>| text::say(seen.lang, Say::Machine(words));
    let colon = text::colon(seen.lang);
    let line = |line: Line, value: &str| format!("{}{colon}{value}", say(Machine::Line(line)));
    let earlier = (seen.failed_before)();
    let earlier: Vec<_> =
        earlier.iter().map(|(renderer, why)| say(Machine::FailedBefore(renderer.name(), why))).collect();
    let earlier = if earlier.is_empty() { say(Machine::None) } else { earlier.join("; ") };
    let unknown = || say(Machine::Unknown);
    let mut lines = vec![
        line(Line::Version, VERSION),
        line(Line::System, &format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
        line(Line::Renderer, &say(Machine::DrawnBy(&seen.drawn_by))),
        line(Line::EarlierStart, &earlier),
        line(Line::Screens, &screens(seen).unwrap_or_else(unknown)),
        line(
            Line::Window,
            &seen.window.map_or_else(unknown, |(size, zoom)| say(Machine::Window(size.map(whole), percent(zoom)))),
        ),
        line(Line::Size, &say(Machine::Distance(seen.distance))),
        line(Line::Fonts, &bundled(seen.lang)),
        line(Line::Memory, &files::memory().map_or_else(unknown, |memory| say(Machine::Memory(memory)))),
    ];
    for (name, place) in [
        (Line::Settings, StandardFolder::Settings),
        (Line::Log, StandardFolder::State),
        (Line::Thumbnails, StandardFolder::Thumbnails),
    ] {
        let value = place.folder().map_or_else(unknown, |folder| {
            let writable = say(Machine::Writable(places::is_writable(&folder)));
            format!("{} ({writable})", places::without_home(&folder.display().to_string()))
        });
        lines.push(line(name, &value));
    }
    lines.extend(pack(seen, &line));
    lines.join("\n")
}

/// The exhibition and its problems.
fn pack(seen: &Seen, line: &impl Fn(Line, &str) -> String) -> Vec<String> {
    let say = |words: Machine<'_>| text::say(seen.lang, Say::Machine(words));
    let name = match &seen.place {
        PackPlace::BuiltIn => say(Machine::BuiltIn),
        other => other.name(),
    };
    let problems = problems(&seen.place).unwrap_or_default();
    let faults: Vec<&Problem> = problems.iter().filter(|problem| problem.weight() == Weight::Fault).collect();
    let counts = say(Machine::Counts(faults.len(), problems.len() - faults.len()));
    let mut lines = vec![line(Line::Pack, &name), line(Line::Problems, &counts)];
    lines.extend(faults.into_iter().take(NAMED).map(|problem| text::problem(seen.lang, problem)));
    lines
}

fn screens(seen: &Seen) -> Option<String> {
    let only = seen.screens.len() == 1;
    let screen = |(id, scale): &(ScreenId, Option<f32>)| {
        let scale = scale.or(seen.scale.filter(|_| only)).map(percent);
        text::say(seen.lang, Say::Machine(Machine::Screen(&id.name, id.size, scale)))
    };
    let all: Vec<String> = seen.screens.iter().map(screen).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Which scripts have bundled fonts.
fn bundled(lang: Lang) -> String {
    let faces = fonts::bundled_faces();
    let missing: Vec<&str> = Lang::ALL
        .into_iter()
        .filter(|lang| !faces.iter().any(|(letters, _, _)| letters == lang))
        .map(Lang::own_name)
        .collect();
    let words = if missing.is_empty() { Machine::FontsInside } else { Machine::FontsOutside(&missing.join(", ")) };
    text::say(lang, Say::Machine(words))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels and hundredths of a screen")]
fn whole(value: f32) -> u32 {
    value.max(0.0).round() as u32
}

fn percent(share: f32) -> u32 {
    whole(share * 100.0)
}
