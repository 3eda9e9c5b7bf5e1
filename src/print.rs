//! The exhibition on paper, with no display and no window: lays a page out in egui, and hands it on as a drawing, as pixels or
//! as a file.

use std::cell::RefCell;

use egui::{Color32, Context, FullOutput, Pos2, RawInput, Rect, Ui, Vec2, ViewportId, ViewportInfo, vec2};

use crate::app::App;
use crate::export::drawing::Page;
use crate::export::{self, Faces};
use crate::files;
use crate::photos::GoOn;
use crate::raster::Raster;
use crate::state::{Action, State};
use crate::trace;
use crate::ui::paper::Poster;
use crate::ui::photo_textures::PhotoTextures;
use crate::ui::{Cx, Layout, fonts, theme};

/// The longest side of a PNG, in pixels.
pub const MOST_SIDE: u32 = 7680;
/// The most pixels of one: 8K.
pub const MOST_PIXELS: u64 = 7680 * 4320;
/// The area of the design, in points: 1920 × 1080.
const DESIGN: f32 = 1920.0 * 1080.0;
/// How often a page is laid out anew until everything has room.
const ATTEMPTS: usize = 40;
/// The least size of a PNG, in pixels for each point: the smallest letters are then five pixels high.
const LEAST_SCALE: f32 = 0.33;
/// How finely a page is laid out that becomes a drawing, in pixels for each point: positions are rounded to pixels.
const FINE: f32 = 4.0;

/// Why nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unprinted {
    /// There are no figures to draw.
    NoFigures,
    /// More pixels than are taken.
    TooLarge,
    /// Nobody could read it; the least width and height in pixels.
    TooSmall([u32; 2]),
    /// It was given up.
    Stopped,
}

/// egui without a window, and what pages are drawn with.
struct Press {
    ctx: Context,
    photos: RefCell<PhotoTextures>,
    actions: RefCell<Vec<Action>>,
    raster: Raster,
    time: f64,
}

impl Press {
    fn new() -> Self {
        let ctx = Context::default();
        App::dress(&ctx);
        ctx.options_mut(|options| options.max_passes = std::num::NonZeroUsize::MIN);
        Self { ctx, photos: RefCell::default(), actions: RefCell::default(), raster: Raster::default(), time: 0.0 }
    }

    /// One frame of a page of this size in points.
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
        let cx = Cx::new(state, Layout::of(size), &self.photos, &self.actions);
        let output = self.ctx.run_ui(input, |ui| draw(ui, &cx));
        self.raster.update(&output.textures_delta);
        output
    }

    /// How many points a poster of these proportions measures, so that everything has room; `None` where nothing is to draw.
    fn poster_size(&mut self, state: &State, pixels: Vec2) -> Option<Vec2> {
        let mut scale = (pixels.x * pixels.y / DESIGN).sqrt();
        for _ in 0..ATTEMPTS {
            let size = pixels / scale;
            let mut least = None;
            let output = self.frame(state, size, 1.0, |ui, cx| least = Poster::new(cx).map(|p| p.least_height(ui)));
            self.raster.free(output.textures_delta);
            if least? <= size.y {
                break;
            }
            scale *= (size.y / least?).sqrt().clamp(0.5, 0.98);
        }
        Some(pixels / scale)
    }
}

/// The chart of the batches as a drawing, and what it is.
///
/// # Errors
/// Where there are no figures.
pub fn poster(state: &State, [width, height]: [u32; 2]) -> Result<(Page, export::About, Faces), Unprinted> {
    let mut press = Press::new();
    let size = press.poster_size(state, pixels([width, height])).ok_or(Unprinted::NoFigures)?;
    let mut about = export::About { lang: state.lang, ..export::About::default() };
    let output = press.frame(state, size, FINE, |ui, cx| {
        if let Some(poster) = Poster::new(cx) {
            (about.title, about.description) = (poster.title(), poster.description());
            poster.ui(ui);
        }
    });
    press.raster.free(output.textures_delta);
    let page = trace::page(size.into(), ground(state), output.shapes.iter().map(|clipped| &clipped.shape));
    Ok((page, about, trace::faces(&fonts::definitions(&files::system_font))))
}

/// The chart as an SVG file.
///
/// # Errors
/// Where there are no figures.
pub fn chart_svg(state: &State, size: [u32; 2]) -> Result<Vec<u8>, Unprinted> {
    let (page, about, faces) = poster(state, size)?;
    Ok(export::svg(&page, &about, &faces, size).into_bytes())
}

/// The chart as a PNG file. Told again and again how far it has come; false ends it.
///
/// # Errors
/// Where there are no figures, it would be too large, or it was given up.
pub fn chart_png(state: &State, size: [u32; 2], go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    let [width, height] = size;
    if width.max(height) > MOST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unprinted::TooLarge);
    }
    let step = |share| if go_on(share) { Ok(()) } else { Err(Unprinted::Stopped) };
    step(0.0)?;
    let mut press = Press::new();
    let points = press.poster_size(state, pixels(size)).ok_or(Unprinted::NoFigures)?;
    if pixels(size).x / points.x < LEAST_SCALE {
        return Err(Unprinted::TooSmall(whole_pixels(points * LEAST_SCALE)));
    }
    let draw = |ui: &Ui, cx: &Cx<'_>| {
        if let Some(poster) = Poster::new(cx) {
            poster.ui(ui);
        }
    };
    let output = press.frame(state, points, pixels(size).x / points.x, draw);
    step(0.2)?;
    let primitives = press.ctx.tessellate(output.shapes, output.pixels_per_point);
    press.raster.free(output.textures_delta);
    let whole = [width as usize, height as usize];
    let picture = press.raster.draw(whole, output.pixels_per_point, ground(state), &primitives);
    step(0.6)?;
    let png = crate::picture::png(&picture);
    step(1.0)?;
    Ok(png)
}

fn ground(state: &State) -> Color32 {
    theme::colors(state.theme).bg
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
