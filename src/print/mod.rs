//! The exhibition in print, without a display or window: lays out pages in egui, and returns them as a drawing, as pixels or as
//! a file.

mod poster;
mod review;
mod signoff;

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use egui::{Color32, Context, FullOutput, Pos2, RawInput, Rect, Ui, Vec2, ViewportId, ViewportInfo, vec2};

use crate::export::drawing::{Page, Picture};
use crate::export::{self, Faces, PageParts, TableFormat};
use crate::files::{self, PackSource};
use crate::model::{Lang, Pack, PhotoKey};
use crate::photos::{self, GoOn};
use crate::raster::{Frame, Raster, png};
use crate::review::Form;
use crate::state::kiosk::System;
use crate::state::{Action, Content, FileFormat, Start, State, Unsaved, View};
use crate::text::Say;
use crate::ui::marks::{self, Tone};
use crate::ui::photo_textures::PhotoTextures;
use crate::ui::print_layout::{
    ChartPoster, FlowMode, HIGHEST, Handout, PAGE, diagram, diagram_description, printed_width, venue, venue_title,
};
use crate::ui::{self, Cx, Layout, Motion, fonts, theme};
use crate::work;

pub use poster::{Paper, Sheet, poster_page, poster_pdf, poster_png};
use review::review_file;
pub use signoff::{SignoffBook, exhibition_print, signoff, signoff_pdf};

/// The maximum side of a PNG, in pixels.
pub const MOST_SIDE: u32 = 7680;
/// The maximum number of pixels of a PNG: 8K.
pub const MOST_PIXELS: u64 = 7680 * 4320;
/// The size of a PNG saved from the menu, in pixels: sharp on every screen, and in print on A4.
const FILE_PNG: [u32; 2] = [3840, 2160];
/// The area of the design, in points: 1920 × 1080.
const DESIGN: f32 = 1920.0 * 1080.0;
/// The maximum number of layout attempts until everything fits.
const ATTEMPTS: usize = 40;
/// The minimum scale of a PNG, in pixels per point: the smallest letters are then five pixels high.
const LEAST_SCALE: f32 = 0.33;
/// The layout scale of drawings, in pixels per point, since positions are rounded to pixels.
const FINE: f32 = 4.0;

/// The same for pages, where two pixels are half a point in print.
const FINE_PAGE: f32 = 2.0;
/// The share of a handout's time spent on its pictures.
const PICTURES: f32 = 0.8;
/// The width of the diagram of the pairings on an HTML page, and its margin, in points.
const DIAGRAM: f32 = 1200.0;
const DIAGRAM_MARGIN: f32 = 40.0;
/// The resolution of printed pictures, in pixels per inch.
const DENSITY: f32 = 240.0;

/// Why nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unprinted {
    /// There are no figures to draw.
    NoFigures,
    /// There is nothing that a poster could show.
    Empty,
    /// It would exceed the limit of pixels.
    TooLarge,
    /// It would be too small to read; the minimum width and height in pixels.
    TooSmall([u32; 2]),
    /// There are more screens than this.
    TooManyScreens(usize),
    /// It was cancelled.
    Cancelled,
    /// A font cannot be embedded.
    NoPdf,
}

/// egui without a window, and what pages are drawn with.
struct HeadlessRenderer {
    ctx: Context,
    photos: RefCell<PhotoTextures>,
    motion: RefCell<Motion>,
    actions: RefCell<Vec<Action>>,
    raster: Raster,
    time: f64,
}

impl HeadlessRenderer {
    fn new() -> Self {
        let ctx = Context::default();
        ui::dress(&ctx, &files::system_font);
        ctx.options_mut(|options| options.max_passes = std::num::NonZeroUsize::MIN);
        Self {
            ctx,
            photos: RefCell::default(),
            motion: RefCell::default(),
            actions: RefCell::default(),
            raster: Raster::default(),
            time: 0.0,
        }
    }

    /// Runs one frame of a page of this size in points.
    fn frame(&mut self, state: &State, size: Vec2, scale: f32, mut draw: impl FnMut(&Ui, &Cx<'_>)) -> FullOutput {
        self.time += 1.0;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            time: Some(self.time),
            max_texture_side: Some(8192),
            ..RawInput::default()
        };
        let viewport = ViewportInfo { native_pixels_per_point: Some(scale), ..ViewportInfo::default() };
        input.viewports.insert(ViewportId::ROOT, viewport);
        let cx = Cx::new(state, Layout::of(size), (&self.photos, &self.motion), &self.actions);
        let mut output = self.ctx.run_ui(input, |ui| draw(ui, &cx));
        self.raster.update(&mut output.textures_delta);
        output
    }

    /// What is made of one frame of a page of this size in points.
    fn lay<T>(&mut self, state: &State, size: Vec2, scale: f32, make: impl Fn(&Ui, &Cx<'_>) -> T) -> Option<T> {
        let mut result = None;
        let output = self.frame(state, size, scale, |ui, cx| result = Some(make(ui, cx)));
        self.raster.free(output.textures_delta);
        result
    }

    /// The size in points at which a poster of these proportions has room for everything; `None` if there is nothing to draw.
    fn poster_size(&mut self, state: &State, pixels: Vec2) -> Option<Vec2> {
        let mut scale = (pixels.x * pixels.y / DESIGN).sqrt();
        for _ in 0..ATTEMPTS {
            let size = pixels / scale;
            let least =
                self.lay(state, size, 1.0, |ui, cx| ChartPoster::new(cx).map(|poster| poster.least_height(ui)))??;
            if least <= size.y {
                break;
            }
            scale *= (size.y / least).sqrt().clamp(0.5, 0.98);
        }
        Some(pixels / scale)
    }
}

/// The chart of the batches as a drawing, with its metadata.
///
/// # Errors
/// If there are no figures.
pub fn poster(state: &State, [width, height]: [u32; 2]) -> Result<(Page, export::About, Faces), Unprinted> {
    let mut renderer = HeadlessRenderer::new();
    let size = renderer.poster_size(state, pixels([width, height])).ok_or(Unprinted::NoFigures)?;
    let made = renderer.lay(state, size, FINE, |ui, cx| {
        let poster = ChartPoster::new(cx)?;
        let (title, description) = (poster.title(), poster.description());
        let about = export::About { title, description, lang: state.lang(), ..export::About::default() };
        Some((marks::page(ui.ctx(), size, (cx.colors.bg, &cx.colors), poster.marks(ui)), about, faces()))
    });
    made.flatten().ok_or(Unprinted::NoFigures)
}

/// The chart as an SVG file.
///
/// # Errors
/// If there are no figures.
pub fn chart_svg(state: &State, size: [u32; 2]) -> Result<Vec<u8>, Unprinted> {
    let (page, about, faces) = poster(state, size)?;
    Ok(export::svg(&page, &about, &faces, size).into_bytes())
}

/// The chart as a PNG file. `go_on` receives the progress and returns `false` to cancel.
///
/// # Errors
/// If there are no figures, it would be too large, or it was cancelled.
pub fn chart_png(state: &State, size: [u32; 2], go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    let [width, height] = size;
    if width.max(height) > MOST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unprinted::TooLarge);
    }
    let step = |share| if go_on(share) { Ok(()) } else { Err(Unprinted::Cancelled) };
    step(0.0)?;
    let mut renderer = HeadlessRenderer::new();
    let points = renderer.poster_size(state, pixels(size)).ok_or(Unprinted::NoFigures)?;
    if pixels(size).x / points.x < LEAST_SCALE {
        return Err(Unprinted::TooSmall(whole_pixels(points * LEAST_SCALE)));
    }
    let draw = |ui: &Ui, cx: &Cx<'_>| {
        if let Some(poster) = ChartPoster::new(cx) {
            marks::paint(ui, cx, Tone::default(), poster.marks(ui));
        }
    };
    let output = renderer.frame(state, points, pixels(size).x / points.x, draw);
    step(0.2)?;
    let primitives = renderer.ctx.tessellate(output.shapes, output.pixels_per_point);
    renderer.raster.free(output.textures_delta);
    let whole = [width as usize, height as usize];
    let (scale, ground) = (output.pixels_per_point, ground(state));
    let picture = renderer.raster.picture(&Frame { size: whole, scale, ground, primitives: &primitives });
    step(0.6)?;
    let png = png(&picture, export::PROGRAM);
    step(1.0)?;
    Ok(png)
}

/// The whole exhibition as a PDF file, with the pictures of its pack. `go_on` receives the progress and returns `false` to
/// cancel.
///
/// # Errors
/// If it was cancelled, or no PDF can be made.
pub fn handout_pdf(state: &State, source: &PackSource, go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    let (state, jpegs) = developed(state, source, long_side, &|share| go_on(share * PICTURES))?;
    let (pages, about) = handout(&state);
    let faces = faces();
    let mut jpeg = |picture: &Picture| jpegs.get(&picture.photo).cloned();
    let further = |share: f32| go_on(PICTURES + share * (1.0 - PICTURES));
    let supply = export::Supply { jpeg: &mut jpeg, scale: export::PDF_SCALE, go_on: &further };
    match export::pdf(&pages, &about, &faces, supply) {
        Some(bytes) => Ok(bytes),
        None if go_on(1.0) => Err(Unprinted::NoPdf),
        None => Err(Unprinted::Cancelled),
    }
}

/// The pages of the handout as drawings, with their metadata.
#[must_use]
pub fn handout(state: &State) -> (Vec<Page>, export::About) {
    let mut renderer = HeadlessRenderer::new();
    let made = renderer.lay(state, PAGE, FINE_PAGE, |ui, cx| (cx.localized(&cx.x().title), Handout::new(ui, cx)));
    let Some((title, handout)) = made else { return (Vec::new(), export::About::default()) };
    let mut page = |number: usize| {
        // Paper is white; the colour of the screen would cost ink.
        renderer.lay(state, PAGE, FINE_PAGE, |ui, cx| {
            marks::page(ui.ctx(), PAGE, (Color32::WHITE, &cx.colors), handout.page(ui, cx, number))
        })
    };
    let pages = (0..handout.len()).filter_map(&mut page).collect();
    (pages, export::About { title, lang: state.lang(), ..export::About::default() })
}

/// The page for the venue of a kiosk on a system, as a PDF file. `go_on` receives the progress and returns `false` to cancel.
///
/// # Errors
/// If it was cancelled, or no PDF can be made.
pub fn venue_pdf(state: &State, system: System, go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    let (page, about) = venue_page(state, system).ok_or(Unprinted::NoPdf)?;
    let supply = export::Supply { jpeg: &mut |_no_pictures| None, scale: export::PDF_SCALE, go_on };
    let made = export::pdf(&[page], &about, &faces(), supply);
    made.ok_or(if go_on(1.0) { Unprinted::NoPdf } else { Unprinted::Cancelled })
}

/// The same page as a drawing, with its metadata.
#[must_use]
pub fn venue_page(state: &State, system: System) -> Option<(Page, export::About)> {
    HeadlessRenderer::new().lay(state, PAGE, FINE_PAGE, |ui, cx| {
        let page = marks::page(ui.ctx(), PAGE, (Color32::WHITE, &cx.colors), venue(ui, cx, system));
        (page, export::About { title: venue_title(cx, system), lang: state.lang(), ..export::About::default() })
    })
}

/// A state that knows all about its pictures (sizes, captions, which are unavailable), and the available ones as JPEG files for
/// print.
fn developed(
    state: &State,
    source: &PackSource,
    long_side: impl Fn(&Pack, PhotoKey) -> u32,
    go_on: GoOn<'_>,
) -> Result<(State, HashMap<PhotoKey, Vec<u8>>), Unprinted> {
    let mut pack = Pack::clone(state.pack());
    work::fill_in_all(&mut pack, source);
    let mut unavailable = state.unavailable().clone();
    let mut jpegs = HashMap::new();
    let photos = pack.keys().to_vec();
    let count = photos.len();
    for (done, photo) in photos.into_iter().enumerate() {
        let before = share(done, count);
        if !go_on(before) {
            return Err(Unprinted::Cancelled);
        }
        let Some(file) = pack.shown(photo).and_then(|shown| shown.file.clone()) else { continue };
        let within = |part: f32| go_on(before + part / share(count, 1));
        match work::for_print(source, &file, long_side(&pack, photo), &within) {
            Ok(jpeg) => {
                measure(&mut pack, photo, photos::upright_size(&jpeg));
                jpegs.insert(photo, jpeg);
            }
            Err(why) => {
                unavailable.insert(photo, why);
            }
        }
    }
    if !go_on(1.0) {
        return Err(Unprinted::Cancelled);
    }
    Ok((state.with_pack(pack, unavailable), jpegs))
}

/// Sets the size of a picture to its printed one, whatever the exhibition says.
fn measure(pack: &mut Pack, photo: PhotoKey, size: Option<[u32; 2]>) {
    let is_stand_in = pack.stands_in(photo);
    let Some(entry) = pack.position(photo).and_then(|at| pack.exhibition.photos.get_mut(at)) else { return };
    if let Some(drawn) = entry.stand_in.as_mut().filter(|_| is_stand_in) {
        drawn.size = size;
    } else {
        entry.size = size;
    }
}

/// The long side of a printed picture, in pixels.
fn long_side(pack: &Pack, photo: PhotoKey) -> u32 {
    let inches = printed_width(pack, photo).max(HIGHEST) * export::PDF_SCALE / 72.0;
    whole_pixels(vec2(inches * DENSITY, 0.0))[0]
}

/// `part` of `whole` as a fraction.
fn share(part: usize, whole: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a share")]
    let share = part as f32 / whole.max(1) as f32;
    share
}

fn ground(state: &State) -> Color32 {
    theme::colors(state.theme()).bg
}

fn pixels([width, height]: [u32; 2]) -> Vec2 {
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let pixels = vec2(width as f32, height as f32);
    pixels
}

fn whole_pixels(size: Vec2) -> [u32; 2] {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is not negative")]
    let whole = [size.x, size.y].map(|side| side.ceil() as u32);
    whole
}

/// The whole exhibition as one HTML page, with its chart. `go_on` receives the progress and returns `false` to cancel.
///
/// # Errors
/// If it was cancelled.
pub fn handout_html(state: &State, source: &PackSource, go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    // Without batches the page has no chart.
    let charts: Vec<String> =
        chart_svg(state, [1600, 1000]).ok().and_then(|svg| String::from_utf8(svg).ok()).into_iter().collect();
    let diagram = diagram_svg(state);
    let drawings = PageParts { charts: &charts, diagram: diagram.as_deref(), pictures: &[] };
    let page = work::page(state.pack(), source, state.lang(), (drawings, &fonts::bundled_faces()), go_on);
    page.map(String::into_bytes).ok_or(Unprinted::Cancelled)
}

/// The diagram of the pairings as an SVG file; `None` if there are none.
fn diagram_svg(state: &State) -> Option<String> {
    if state.pack().exhibition.pairings.is_empty() {
        return None;
    }
    let mut renderer = HeadlessRenderer::new();
    let width = DIAGRAM - 2.0 * DIAGRAM_MARGIN;
    let height = renderer
        .lay(state, vec2(DIAGRAM, DIAGRAM), 1.0, |ui, cx| diagram(ui, cx, FlowMode::Measure, Pos2::ZERO, width))?;
    let size = vec2(DIAGRAM, height + 2.0 * DIAGRAM_MARGIN);
    renderer.lay(state, size, FINE, |ui, cx| {
        let (title, description) = (cx.say(Say::View(View::Pairings)), diagram_description(cx));
        let about = export::About { title, description, lang: state.lang(), ids: "pairings-" };
        let list = RefCell::default();
        diagram(ui, cx, FlowMode::Collect(&list), Pos2::ZERO + Vec2::splat(DIAGRAM_MARGIN), width);
        let page = marks::page(ui.ctx(), size, (cx.colors.bg, &cx.colors), list.into_inner());
        export::svg(&page, &about, &faces(), whole_pixels(size))
    })
}

fn faces() -> Faces {
    fonts::faces(&fonts::definitions(&files::system_font))
}

/// A file saved from the menu, in the colours of print, whatever those of the screen. `go_on` receives the progress and returns
/// `false` to cancel.
///
/// # Errors
/// If it was cancelled, or cannot be made of this exhibition.
pub fn file(
    pack: Arc<Pack>,
    lang: Lang,
    source: &PackSource,
    (content, form): (Content, FileFormat),
    go_on: GoOn<'_>,
) -> Result<Vec<u8>, Unsaved> {
    let state = State::begin(pack, Start { lang: Some(lang), ..Start::default() });
    let x = &state.pack().exhibition;
    let table = if form == FileFormat::Json { TableFormat::Json } else { TableFormat::Csv };
    let made = match (content, form) {
        (Content::Exhibition, FileFormat::Html) => handout_html(&state, source, go_on),
        (Content::Exhibition, _) => handout_pdf(&state, source, go_on),
        (Content::Poster, FileFormat::Png) => poster_png(&state, source, Sheet::USUAL, go_on),
        (Content::Poster, _) => poster_pdf(&state, source, Sheet::USUAL, go_on),
        (Content::Signoff, _) => signoff_pdf(&state, source, go_on),
        (Content::Review, FileFormat::Html) => review_file(&state, source, Form::Page, go_on),
        (Content::Review, _) => review_file(&state, source, Form::Workbook, go_on),
        (Content::Chart, FileFormat::Svg) => chart_svg(&state, [1920, 1080]),
        (Content::Chart, _) => chart_png(&state, FILE_PNG, go_on),
        (Content::Table, _) => Ok(export::table(x, lang, table).into_bytes()),
        // `work` writes the archive, picture by picture.
        (Content::Pack, _) => return Err(Unsaved::Failed),
        (Content::Pairings, _) => Ok(export::pairing_table(x, lang, table).into_bytes()),
    };
    made.map_err(|why| match why {
        Unprinted::Cancelled => Unsaved::Cancelled,
        Unprinted::NoFigures => Unsaved::NoFigures,
        Unprinted::NoPdf => Unsaved::NoPdf,
        Unprinted::TooManyScreens(most) => Unsaved::TooManyScreens(most),
        Unprinted::Empty | Unprinted::TooLarge | Unprinted::TooSmall(_) => Unsaved::Failed,
    })
}
