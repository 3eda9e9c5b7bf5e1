//! Screenshots, without a display or window.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Pos2, RawInput, Rect, ViewportId, ViewportInfo, vec2};

use crate::app::{App, zoom_factor};
use crate::diagnostics;
use crate::export::PROGRAM;
use crate::files::{self, PackSource};
use crate::model::{Exhibition, OpenError, PhotoId, ProvinceId};
use crate::raster::{Frame, Raster, png};
use crate::state::editing::{Chosen, Surface, Table};
use crate::state::talk::{Monitor, ScreenId, Spot, StopKey, keys};
use crate::state::{Action, BeginCommand, EditCommand, Editing, ProblemCommand, State, Subject, TalkCommand};
use crate::text::Sought;
use crate::ui::Window;
use crate::ui::theme::distance;
use crate::work;

/// The maximum number of frames until nothing changes; far more than decoding needs.
const MAX_FRAMES: usize = 400;

/// Something requested that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotThere {
    /// The kind.
    pub sought: Sought,
    /// The request as written.
    pub wanted: String,
    /// Those that exist.
    pub there: Vec<String>,
}

/// Brings a state to what a screenshot shows.
///
/// # Errors
/// Returns what was requested and does not exist.
pub fn arrange(
    state: &mut State,
    province: Option<&str>,
    photo: Option<&str>,
    sheet: Option<&str>,
) -> Result<(), NotThere> {
    let not_there = |sought, wanted: &str, there: Vec<String>| NotThere { sought, wanted: wanted.to_owned(), there };
    if let Some(id) = province {
        state.update(Action::Province(Some(ProvinceId::from(id))));
        if state.filter().province.is_none() {
            let there = state.pack().exhibition.provinces.iter().map(|province| province.id.0.clone()).collect();
            return Err(not_there(Sought::Province, id, there));
        }
    }
    if let Some(id) = photo {
        let there = || state.pack().exhibition.photos.iter().map(|photo| photo.id.0.clone()).collect();
        let found = state.pack().find(&PhotoId::from(id)).ok_or_else(|| not_there(Sought::Picture, id, there()))?;
        state.update(Action::OpenPhoto(found));
    }
    if let Some(written) = sheet {
        let x = &state.pack().exhibition;
        let subject = subject(x, written).filter(|subject| is_there(x, subject));
        let there = || sheets(&state.pack().exhibition, written.split(':').next().unwrap_or_default());
        let subject = subject.ok_or_else(|| not_there(Sought::Sheet, written, there()))?;
        state.update(Action::Sheet(subject));
    }
    Ok(())
}

/// Brings a state into the editor, at a surface, a table, the problems or the field of a path.
///
/// # Errors
/// If the pack cannot be edited.
pub fn arrange_editor(state: &mut State, wanted: &str) -> Result<Arc<PackSource>, OpenError> {
    let (source, begun) = work::read_to_edit(&state.pack().place.clone())?;
    let view = state.view();
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::Begun(begun))));
    state.update(Action::View(view));
    let problems = diagnostics::problems_of(state.pack(), &source.names());
    let revision = state.editing().map_or(0, Editing::revision);
    state.update(Action::Edit(EditCommand::Checked(revision, problems)));
    let table = |table| vec![EditCommand::Surface(Surface::Tables), EditCommand::Table(table)];
    let commands = match wanted {
        "views" => Vec::new(),
        "tables" | "captions" => table(Table::Captions),
        "batches" => table(Table::Batches),
        "pairings" => table(Table::Pairings),
        "milestones" => table(Table::Milestones),
        "sources" => table(Table::Sources),
        "statements" => table(Table::Statements),
        "order" => vec![EditCommand::Surface(Surface::RunningOrder)],
        "problems" => vec![EditCommand::Problem(ProblemCommand::Shown(true))],
        "preview" => vec![EditCommand::Preview(true)],
        "whole" => vec![EditCommand::Choose(Some(Chosen::Whole))],
        path => path.parse().map(|path| vec![EditCommand::GoTo(path)]).unwrap_or_default(),
    };
    for command in commands {
        state.update(Action::Edit(command));
    }
    Ok(source)
}

/// Returns `true` if an exhibition has the subject of a sheet.
fn is_there(x: &Exhibition, subject: &Subject) -> bool {
    match subject {
        Subject::Batch(number) => x.batches.iter().any(|batch| batch.number == *number),
        Subject::SumThrough(number) => x.batches.iter().any(|batch| batch.number == *number),
        Subject::ReportedSum => !x.batches.is_empty(),
        // Looked up by index already.
        Subject::Subtotal(..) | Subject::Total(_) | Subject::Step(_) => true,
        Subject::Statement(id) => x.statements.iter().any(|statement| statement.id == *id),
        Subject::Photo(id) => x.photo(id).is_some(),
        Subject::Province(id) => x.province(id).is_some(),
        Subject::Milestone(id) => x.milestones.iter().any(|milestone| milestone.id == *id),
        Subject::Source(id) => x.source(id).is_some(),
    }
}

/// The sheets of a kind, as written on the command line.
fn sheets(x: &Exhibition, kind: &str) -> Vec<String> {
    let all: Vec<String> = match kind {
        "batch" => x.batches.iter().map(|batch| batch.number.to_string()).collect(),
        "subtotal" => (0..x.subtotals.len()).map(|at| at.to_string()).collect(),
        "total" => (0..x.totals.len()).map(|at| at.to_string()).collect(),
        "stop" => (0..x.pairing_stops.len()).map(|at| at.to_string()).collect(),
        "statement" => x.statements.iter().map(|statement| statement.id.0.clone()).collect(),
        "photo" => x.photos.iter().map(|photo| photo.id.0.clone()).collect(),
        "province" => x.provinces.iter().map(|province| province.id.0.clone()).collect(),
        "milestone" => x.milestones.iter().map(|milestone| milestone.id.0.clone()).collect(),
        "source" => x.sources.iter().map(|source| source.id.0.clone()).collect(),
        _ => Vec::new(),
    };
    all.into_iter().map(|id| format!("{kind}:{id}")).collect()
}

/// Brings a state into a talk as described.
pub fn arrange_talk(state: &mut State, talk: &TalkScreenshot) {
    let screen = |number, name: &str, size, x| {
        let id = ScreenId { name: name.into(), size };
        Monitor { id, position: [x, 0], number }
    };
    let mut screens = vec![screen(0, "Laptop", [1366, 768], 0), screen(1, "Hall projector", [1920, 1080], 1366)];
    let all = screens.clone();
    screens.truncate(if talk.lost { 2 } else { talk.screens.max(1) });
    let command = |state: &mut State, command| state.update(Action::Talk(command));
    command(state, TalkCommand::Monitors(screens, None));
    command(state, TalkCommand::Wall(Some(624)));
    command(state, TalkCommand::NotesLang(talk.notes_lang));
    command(state, TalkCommand::Open);
    command(state, TalkCommand::NotesLang(talk.notes_lang));
    if talk.sheet {
        return;
    }
    command(state, TalkCommand::Beside(true));
    command(state, TalkCommand::Start);
    let passed: Vec<StopKey> = state.talk().stops.keys().take(talk.stop.max(1)).skip(1).collect();
    let count = u32::try_from(passed.len()).unwrap_or(1);
    for (at, stop) in (1_u32..).zip(passed) {
        command(state, TalkCommand::Show(Spot::at(stop)));
        state.update(Action::Tick(talk.elapsed * f64::from(at) / f64::from(count)));
    }
    for key in &talk.keys {
        if let Some(key_command) = keys::key_command(key, false, false) {
            command(state, TalkCommand::Do(key_command));
        }
        if let Some(typed) = key.strip_prefix('=') {
            command(state, TalkCommand::Type(typed.to_owned()));
        }
    }
    if talk.lost {
        command(state, TalkCommand::Monitors(all.into_iter().take(1).collect(), None));
    }
    if talk.over {
        command(state, TalkCommand::End);
    }
}

/// What a screenshot of a talk shows.
#[derive(Clone, Debug, Default)]
pub struct TalkScreenshot {
    /// The start sheet.
    pub sheet: bool,
    /// The report.
    pub over: bool,
    /// The stop, from 1.
    pub stop: usize,
    /// The seconds elapsed.
    pub elapsed: f64,
    /// The keys pressed, by name; a `=` precedes text typed in the search.
    pub keys: Vec<String>,
    /// The number of screens.
    pub screens: usize,
    /// Whether the audience's screen was disconnected.
    pub lost: bool,
    /// The language of the notes.
    pub notes_lang: crate::model::Lang,
}

/// The subject of a sheet, written `kind:id`; kinds without ids use the index in their list.
fn subject(x: &Exhibition, text: &str) -> Option<Subject> {
    let (kind, id) = text.split_once(':')?;
    Some(match kind {
        "batch" => Subject::Batch(id.parse().ok()?),
        "subtotal" => x.subtotals.get(id.parse::<usize>().ok()?).map(|it| Subject::Subtotal(it.first, it.last))?,
        "total" => Subject::Total(x.totals.get(id.parse::<usize>().ok()?)?.after_batch),
        "statement" => Subject::Statement(id.into()),
        "photo" => Subject::Photo(id.into()),
        "province" => Subject::Province(id.into()),
        "milestone" => Subject::Milestone(id.into()),
        "stop" => Subject::Step(x.pairing_stops.get(id.parse::<usize>().ok()?)?.year),
        "source" => Subject::Source(id.into()),
        _ => return None,
    })
}

/// Runs frames until every picture is loaded, draws the last one on the CPU and writes it as PNG.
///
/// # Errors
/// If the file cannot be written.
pub fn write(app: App, size: [u32; 2], window: Window, out: &Path) -> io::Result<()> {
    files::replace(out, &png(&render_of(app, size, window), PROGRAM))
}

/// The last frame of the main window, in pixels.
#[must_use]
pub fn render(app: App, size: [u32; 2]) -> egui::ColorImage {
    render_of(app, size, Window::Main)
}

/// The last frame of a window, in pixels.
#[must_use]
pub fn render_of(mut app: App, [width, height]: [u32; 2], window: Window) -> egui::ColorImage {
    let ctx = Context::default();
    App::dress(&ctx);
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let pixels = vec2(width as f32, height as f32);
    let zoom = zoom_factor(pixels, app.state());
    distance::set_zoom(&ctx, zoom);
    let mut raster = Raster::default();
    let mut calm = 0;
    let mut last = None;
    for frame in 0..MAX_FRAMES {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred frames")]
        let input = input(pixels / zoom, zoom, frame as f64);
        app.take_in(&ctx);
        let mut output = ctx.run_ui(input, |ui| app.frame_of(ui, window));
        raster.update(&mut output.textures_delta);
        let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
        raster.free(output.textures_delta);
        last = Some((primitives, output.pixels_per_point));
        // After the last picture one frame hands it over and one draws it; two more let what depends on it settle.
        calm = if app.wait(&ctx, Duration::from_secs(10)) { 0 } else { calm + 1 };
        if calm > 3 {
            break;
        }
    }
    let ground = app.ground();
    let size = [width as usize, height as usize];
    last.map_or_else(
        || egui::ColorImage::filled(size, ground),
        |(primitives, scale)| raster.picture(&Frame { size, scale, ground, primitives: &primitives }),
    )
}

fn input(points: egui::Vec2, scale: f32, time: f64) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, points)),
        time: Some(time),
        focused: true,
        max_texture_side: Some(8192),
        ..RawInput::default()
    };
    let viewport = ViewportInfo { native_pixels_per_point: Some(scale), ..ViewportInfo::default() };
    input.viewports.insert(ViewportId::ROOT, viewport);
    input
}
