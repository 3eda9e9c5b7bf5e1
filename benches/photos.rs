//! What the program takes for photographs, from inside: `cargo bench --bench photos [-- FOLDER [HUGE]]`.
//!
//! Every stage runs in a process of its own, so that its highest memory is its own. Without a folder of JPEG photographs
//! forty of 24 megapixels are made; HUGE is one picture for the stage of that name. `vipsthumbnail` and `djpeg` (packages libvips-tools, libjpeg-turbo-progs) are timed on
//! the same files in the same run where they are installed; figures are ratios to them as well. `README.md` here says more.
#![expect(clippy::print_stdout, reason = "the figures are its output")]
#![expect(clippy::cast_precision_loss, reason = "figures")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use egui::{Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2};
use vitrine::app::App;
use vitrine::files::{PackSource, ThumbnailCache};
use vitrine::model::{PackPlace, PhotoKey, PictureAnswer, PicturePart, PictureRequest, Pixels, THUMBNAIL, TILE, Tile};
use vitrine::photos::encode_jpeg;
use vitrine::state::State;
use vitrine::work::{self, Budget, Decoder, PictureJob};

const STAGES: [(&str, &str); 6] = [
    ("thumbnails", "all thumbnails, two threads, no cache"),
    ("screenful", "first screenful of thumbnails, no cache, then with it"),
    ("alone", "next photograph, nothing decoded ahead"),
    ("ahead", "next photograph, its neighbours decoded ahead"),
    ("scroll", "scrolling a wall of 10,000"),
    ("huge", "a huge picture: whole, then two parts of it at 1:1"),
];

/// Memory for decoding.
static BUDGET: Budget = Budget::new(448 << 20);

type Oops = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let paths: Vec<&Path> = arguments.iter().map(Path::new).collect();
    let done = match (arguments.first(), paths.as_slice()) {
        (Some(stage), [_, photos, cache]) if STAGES.iter().any(|(name, _)| name == stage) => {
            run(stage, photos, cache).map(|line| println!("{line}; {} MB at most", peak_mb()))
        }
        (_, []) => made().and_then(|folder| all(folder.path(), None)),
        (_, [folder]) => all(folder, None),
        (_, [folder, huge]) => all(folder, Some(huge)),
        _ => Err("cargo bench --bench photos [-- FOLDER [HUGE]]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn all(folder: &Path, huge: Option<&Path>) -> Result<(), Oops> {
    let cache = tempfile::tempdir()?;
    println!("{} photographs in {}", files(folder)?.len(), folder.display());
    for (stage, what) in STAGES {
        let photos = if stage == "huge" { huge } else { Some(folder) };
        let Some(photos) = photos else {
            println!("{what}\n    no such picture was given, left out");
            continue;
        };
        let begun = Instant::now();
        let out = Command::new(std::env::current_exe()?).arg(stage).arg(photos).arg(cache.path()).output()?;
        let said = String::from_utf8_lossy(&out.stdout);
        let mark = if out.status.success() {
            said.trim().to_owned()
        } else {
            format!("failed: {}", String::from_utf8_lossy(&out.stderr))
        };
        println!("{what}\n    {mark} ({:.1} s in all)", begun.elapsed().as_secs_f64());
    }
    references(folder)
}

/// The same thumbnails by programs without a window: two processes, each with half of the files.
fn references(folder: &Path) -> Result<(), Oops> {
    let files = files(folder)?;
    let out = tempfile::tempdir()?;
    let vips = format!("vipsthumbnail --size 512x512 -o {}/%s.jpg \"$@\"", out.path().display());
    let djpeg = "for f; do djpeg -scale 1/8 -outfile /dev/null \"$f\"; done";
    for (name, script) in [("vipsthumbnail", vips.as_str()), ("djpeg", djpeg)] {
        if !Command::new("sh").args(["-c", &format!("command -v {name} >/dev/null")]).status()?.success() {
            println!("{name}: not installed, left out");
            continue;
        }
        let begun = Instant::now();
        let halves: Vec<_> = files.chunks(files.len().div_ceil(2)).collect();
        let run = |half: &[PathBuf]| Command::new("sh").args(["-c", script, "sh"]).args(half).spawn();
        let children: Vec<_> = halves.into_iter().map(run).collect::<Result<_, _>>()?;
        for mut child in children {
            child.wait()?;
        }
        let secs = begun.elapsed().as_secs_f64();
        println!("{name}, two processes\n    {:.1} a second, {secs:.2} s", files.len() as f64 / secs);
    }
    Ok(())
}

fn run(stage: &str, folder: &Path, cache: &Path) -> Result<String, Oops> {
    match stage {
        "thumbnails" => thumbnails(folder),
        "screenful" => {
            let first = screenful(folder, cache)?;
            Ok(format!("{first}; with the cache {}", screenful(folder, cache)?))
        }
        "alone" => alone(folder),
        "ahead" => ahead(folder),
        "scroll" => scroll(folder, cache),
        _ => huge(folder),
    }
}

fn job(photo: PhotoKey, part: PicturePart, file: String) -> PictureJob {
    PictureJob { request: PictureRequest { generation: 0, photo, part }, file }
}

fn thumbnails(folder: &Path) -> Result<String, Oops> {
    let (pack, source) = open(folder)?;
    let [pictures, ..] = work::photos_of(&pack);
    let decoder = Decoder::new(None, &BUDGET);
    let count = pictures.len();
    let left = Mutex::new(pictures);
    let (begun, cpu) = (Instant::now(), cpu_secs());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((photo, file)) = left.lock().ok().and_then(|mut left| left.pop()) {
                    let job = job(photo, PicturePart::View(THUMBNAIL), file);
                    decoder.decode(&source, &job, &|_share| true);
                }
            });
        }
    });
    let (wall, cpu) = (begun.elapsed().as_secs_f64(), cpu_secs() - cpu);
    let each = cpu * 1000.0 / count as f64;
    Ok(format!("{:.1} a second, {wall:.2} s, {each:.1} ms of CPU each", count as f64 / wall))
}

fn screenful(folder: &Path, cache: &Path) -> Result<String, Oops> {
    let mut screen = Screen::open(folder, Some(cache))?;
    let begun = Instant::now();
    screen.settle();
    Ok(format!("{:.2} s", begun.elapsed().as_secs_f64()))
}

fn alone(folder: &Path) -> Result<String, Oops> {
    let (pack, source) = open(folder)?;
    let decoder = Decoder::new(None, &BUDGET);
    let [pictures, ..] = work::photos_of(&pack);
    let mut times = Vec::new();
    for (photo, file) in pictures.into_iter().take(30) {
        let begun = Instant::now();
        let job = job(photo, PicturePart::View(1650), file);
        if let PictureAnswer::View(..) = decoder.decode(&source, &job, &|_share| true) {
            times.push(begun.elapsed());
        }
    }
    Ok(told(times))
}

fn ahead(folder: &Path) -> Result<String, Oops> {
    let mut screen = Screen::open(folder, None)?;
    let first = *screen.app.state().pack().keys().first().ok_or("no picture")?;
    screen.app.apply(&screen.ctx, vitrine::state::Action::OpenPhoto(first));
    screen.settle();
    let mut times = Vec::new();
    for _ in 0..30 {
        let begun = Instant::now();
        screen.frame(vec![key(Key::ArrowRight)]);
        times.push(begun.elapsed());
        screen.settle();
    }
    Ok(format!("{}, the frame without the driver", told(times)))
}

fn scroll(folder: &Path, cache: &Path) -> Result<String, Oops> {
    let links = tempfile::tempdir()?;
    let files = files(folder)?;
    for (i, file) in files.iter().cycle().take(10_000).enumerate() {
        fs::hard_link(file, links.path().join(format!("{i:05}.jpg")))
            .or_else(|_other_disk| fs::copy(file, links.path().join(format!("{i:05}.jpg"))).map(drop))?;
    }
    let mut screen = Screen::open(links.path(), Some(cache))?;
    screen.settle();
    // The system counts a thread's time in steps of milliseconds: true of a thousand frames, not of one.
    let (mut times, before) = (Vec::new(), thread_cpu());
    for _ in 0..1000 {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, -3.0),
            modifiers: Modifiers::NONE,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
        };
        let begun = Instant::now();
        screen.frame(vec![Event::PointerMoved(pos2(900.0, 600.0)), wheel]);
        times.push(begun.elapsed());
    }
    let cpu = thread_cpu().saturating_sub(before).as_secs_f64();
    Ok(format!("{cpu:.2} ms of CPU a frame on the screen thread, without the driver; by the clock {}", told(times)))
}

fn huge(picture: &Path) -> Result<String, Oops> {
    let (pack, source) = work::open_pack(&PackPlace::Picture(picture.to_owned())).map_err(|why| format!("{why:?}"))?;
    let photo = pack.first.ok_or("no picture")?;
    let file = pack.shown(photo).and_then(|s| s.file.clone()).ok_or("no file")?;
    let [width, height] = pack.size(photo).ok_or("no size")?;
    let decoder = Decoder::new(None, &BUDGET);
    let [column, row] = [width, height].map(|side| side / TILE / 2);
    let parts = [
        PicturePart::View(1650),
        PicturePart::Tile(Tile { level: 0, column, row }),
        PicturePart::Tile(Tile { level: 0, column: column + 1, row }),
    ];
    let times = parts.map(|part| {
        let begun = Instant::now();
        decoder.decode(&source, &job(photo, part, file.clone()), &|_share| true);
        begun.elapsed()
    });
    let [whole, first, next] = times;
    Ok(format!("{width} × {height}: whole {whole:.0?}, first part {first:.0?}, next part {next:.1?}"))
}

/// A screen that nobody sees, with the program on it.
struct Screen {
    ctx: Context,
    app: App,
    frames: u32,
}

impl Screen {
    fn open(folder: &Path, cache: Option<&Path>) -> Result<Self, Oops> {
        let (pack, source) = open(folder)?;
        let ctx = Context::default();
        App::dress(&ctx);
        let cache = cache.map(|path| ThumbnailCache::at(path.to_owned(), 1 << 30));
        let app = App::new(State::showing(pack), source, cache, |_within| {}).drawn_in_software();
        Ok(Self { ctx, app, frames: 0 })
    }

    /// One frame up to the triangles, as they would go to the driver.
    fn frame(&mut self, events: Vec<Event>) {
        self.frames += 1;
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1920.0, 1080.0)));
        let input = RawInput { screen_rect, time: Some(f64::from(self.frames) / 60.0), events, ..RawInput::default() };
        self.app.take_in(&self.ctx);
        let output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        drop(triangles);
    }

    /// Until no picture is requested any more.
    fn settle(&mut self) {
        let mut calm = 0;
        while calm < 3 {
            self.frame(Vec::new());
            calm = if self.app.wait(&self.ctx, Duration::from_secs(30)) { 0 } else { calm + 1 };
        }
    }
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

fn open(folder: &Path) -> Result<(vitrine::model::Pack, std::sync::Arc<PackSource>), Oops> {
    work::open_pack(&PackPlace::Folder(folder.to_owned()))
        .map_err(|why| format!("{}: {why:?}", folder.display()).into())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Oops> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("jpg")) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Photographs with as much detail as a camera's: noise of several sizes.
fn made() -> Result<tempfile::TempDir, Oops> {
    let folder = tempfile::tempdir()?;
    for i in 0..40_u32 {
        fs::write(folder.path().join(format!("{i:02}.jpg")), photo(6000, 4000, i)?)?;
    }
    Ok(folder)
}

fn photo(width: u32, height: u32, seed: u32) -> Result<Vec<u8>, Oops> {
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
    for y in 0..height {
        for x in 0..width {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            let coarse = ((x / 64).wrapping_mul(37) ^ (y / 64).wrapping_mul(91) ^ seed.wrapping_mul(17)) & 127;
            let value = u8::try_from(coarse + (state & 31) + 40).unwrap_or(u8::MAX);
            rgba.extend([value, value / 2 + 60, 200 - value / 2, 255]);
        }
    }
    Ok(encode_jpeg(&Pixels { width, height, rgba }, 88.0)?)
}

fn told(mut times: Vec<Duration>) -> String {
    times.sort();
    let at =
        |share: usize| times.get(times.len() * share / 100).or(times.last()).map_or(0.0, |t| t.as_secs_f64() * 1000.0);
    format!("{:.1} ms median, {:.1} ms in 95 of 100, {:.1} ms at most", at(50), at(95), at(100))
}

/// Processor time of this program, in seconds: fields 14 and 15 of `/proc/self/stat`, in ticks of 10 ms.
fn cpu_secs() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = |n: usize| stat.rsplit(')').next().and_then(|s| s.split_whitespace().nth(n)?.parse::<f64>().ok());
    (ticks(11).unwrap_or(0.0) + ticks(12).unwrap_or(0.0)) / 100.0
}

/// Processor time of this thread.
fn thread_cpu() -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(stat.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or(0))
}

fn peak_mb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}
