//! The exhibition at one look, on a sheet of paper to hang.

use std::collections::HashMap;

use egui::{Color32, ColorImage, Pos2, Rect, TextureHandle, TextureOptions, Ui, Vec2, pos2, vec2};

use super::{FINE, HeadlessRenderer, MOST_PIXELS, PICTURES, Unprinted, developed, faces, ground, whole_pixels};
use crate::export;
use crate::export::drawing::{Page, Picture};
use crate::files::PackSource;
use crate::model::{Pack, PhotoKey};
use crate::photos::{self, GoOn};
use crate::raster::{Frame, png};
use crate::state::State;
use crate::ui::Cx;
use crate::ui::marks::{self, Mark, Tone};
use crate::ui::print_layout::ExhibitionPoster;

/// Millimetres in an inch, and PDF points in one.
const INCH: f32 = 25.4;
const PDF_POINTS: f32 = 72.0;
/// The highest resolution, in pixels per inch.
const DENSITY: f32 = 300.0;
/// How much of a sheet the pictures take at most: it gives the resolution that they need.
const SHARE: f32 = 0.5;

/// Paper by ISO 216.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "their names")]
pub enum Paper {
    A0,
    A1,
    A2,
    A3,
    A4,
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The paper.
    pub paper: Paper,
    /// Whether its longer side lies.
    pub landscape: bool,
}

impl Sheet {
    /// The one that is saved from the menu.
    pub const USUAL: Self = Self { paper: Paper::A2, landscape: false };

    /// Width and height, in millimetres.
    #[must_use]
    pub fn millimetres(self) -> [f32; 2] {
        let [short, long] = match self.paper {
            Paper::A0 => [841.0, 1189.0],
            Paper::A1 => [594.0, 841.0],
            Paper::A2 => [420.0, 594.0],
            Paper::A3 => [297.0, 420.0],
            Paper::A4 => [210.0, 297.0],
        };
        if self.landscape { [long, short] } else { [short, long] }
    }

    fn inches(self) -> Vec2 {
        Vec2::from(self.millimetres()) / INCH
    }

    /// Pixels per inch, so that there are not too many of them.
    #[must_use]
    pub fn density(self) -> f32 {
        let inches = self.inches();
        #[expect(clippy::cast_precision_loss, reason = "a limit")]
        let most = (MOST_PIXELS as f32 / (inches.x * inches.y)).sqrt();
        most.min(DENSITY).floor()
    }
}

/// The poster as a PDF file. `go_on` receives the progress and returns `false` to cancel.
///
/// # Errors
/// If there is nothing to show, it was cancelled, or no PDF can be made.
pub fn poster_pdf(state: &State, source: &PackSource, sheet: Sheet, go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    let (state, jpegs) = pictures(state, source, sheet, &|share| go_on(share * PICTURES))?;
    let (page, about) = poster_page(&state, sheet).ok_or(Unprinted::Empty)?;
    let mut jpeg = |picture: &Picture| jpegs.get(&picture.photo).cloned();
    let further = |share: f32| go_on(PICTURES + share * (1.0 - PICTURES));
    let scale = sheet.inches().x * PDF_POINTS / page.size[0];
    match export::pdf(&[page], &about, &faces(), export::Supply { jpeg: &mut jpeg, scale, go_on: &further }) {
        Some(bytes) => Ok(bytes),
        None if go_on(1.0) => Err(Unprinted::NoPdf),
        None => Err(Unprinted::Cancelled),
    }
}

/// The poster as a drawing, with its metadata; `None` where there is nothing to show.
#[must_use]
pub fn poster_page(state: &State, sheet: Sheet) -> Option<(Page, export::About)> {
    let mut renderer = HeadlessRenderer::new();
    let size = renderer.sheet_size(state, sheet)?;
    let made = renderer.lay(state, size, FINE, |ui, cx| {
        let poster = ExhibitionPoster::new(cx)?;
        let about = export::About { title: poster.title(), lang: state.lang(), ..export::About::default() };
        // Paper is white; the colour of the screen would cost ink.
        Some((marks::page(ui.ctx(), size, (Color32::WHITE, &cx.colors), poster.marks(ui)), about))
    });
    made.flatten()
}

/// The poster as a PNG file. `go_on` receives the progress and returns `false` to cancel.
///
/// # Errors
/// If there is nothing to show, or it was cancelled.
pub fn poster_png(state: &State, source: &PackSource, sheet: Sheet, go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    let (state, jpegs) = pictures(state, source, sheet, &|share| go_on(share * PICTURES))?;
    let step = |share: f32| {
        if go_on(PICTURES + share * (1.0 - PICTURES)) { Ok(()) } else { Err(Unprinted::Cancelled) }
    };
    let mut renderer = HeadlessRenderer::new();
    let size = renderer.sheet_size(&state, sheet).ok_or(Unprinted::Empty)?;
    let pixels = whole_pixels(sheet.inches() * sheet.density());
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let scale = pixels[0] as f32 / size.x;
    let marks = renderer.lay(&state, size, scale, |ui, cx| ExhibitionPoster::new(cx).map(|poster| poster.marks(ui)));
    let marks = marks.flatten().ok_or(Unprinted::Empty)?;
    let textures = textures(&renderer, &jpegs, (&marks, scale));
    drop(jpegs);
    let output = renderer.frame(&state, size, scale, |ui, cx| {
        paint(ui, cx, &textures, &marks);
    });
    step(0.2)?;
    let primitives = renderer.ctx.tessellate(output.shapes, output.pixels_per_point);
    renderer.raster.free(output.textures_delta);
    let (size, ground) = (pixels.map(|side| side as usize), ground(&state));
    let picture = renderer.raster.picture(&Frame { size, scale, ground, primitives: &primitives });
    drop(textures);
    step(0.6)?;
    let png = png(&picture, export::PROGRAM);
    step(1.0)?;
    Ok(png)
}

/// A state that knows its pictures, and these as JPEG files, as large as a sheet shows them.
fn pictures(
    state: &State,
    source: &PackSource,
    sheet: Sheet,
    go_on: GoOn<'_>,
) -> Result<(State, HashMap<PhotoKey, Vec<u8>>), Unprinted> {
    let inches = sheet.inches();
    let long_side = |pack: &Pack, _: PhotoKey| {
        #[expect(clippy::cast_precision_loss, reason = "a number of pictures")]
        let each = (inches.x * inches.y * SHARE / pack.keys().len().max(1) as f32).sqrt();
        whole_pixels(vec2(each * 1.5 * sheet.density(), 0.0))[0]
    };
    developed(state, source, long_side, go_on)
}

/// The pictures of these marks as textures, pixel for pixel.
fn textures(
    renderer: &HeadlessRenderer,
    jpegs: &HashMap<PhotoKey, Vec<u8>>,
    (marks, scale): (&[Mark], f32),
) -> HashMap<PhotoKey, TextureHandle> {
    let texture = |mark: &Mark| {
        let Mark::Picture { photo, rect } = mark else { return None };
        let side = whole_pixels(vec2(rect.size().max_elem() * scale, 0.0))[0];
        let pixels = photos::rendition(jpegs.get(photo)?, side, &|_share| true).ok()?;
        let image = ColorImage::from_rgba_unmultiplied([pixels.width as usize, pixels.height as usize], &pixels.rgba);
        Some((*photo, renderer.ctx.load_texture("picture of a poster", image, TextureOptions::LINEAR)))
    };
    marks.iter().filter_map(texture).collect()
}

fn paint(ui: &Ui, cx: &Cx<'_>, textures: &HashMap<PhotoKey, TextureHandle>, all: &[Mark]) {
    for mark in all {
        match mark {
            Mark::Picture { photo, rect } => {
                if let Some(texture) = textures.get(photo) {
                    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
                    ui.painter().image(texture.id(), *rect, whole, Color32::WHITE);
                }
            }
            other => marks::paint(ui, cx, Tone::default(), [other.clone()]),
        }
    }
}

impl HeadlessRenderer {
    /// The size in points at which a sheet has room for everything; `None` if there is nothing to show.
    fn sheet_size(&mut self, state: &State, sheet: Sheet) -> Option<Vec2> {
        let proportions = Vec2::from(sheet.millimetres());
        self.lay(state, proportions, 1.0, |ui, cx| ExhibitionPoster::fitting(ui, cx, proportions)).flatten()
    }
}
