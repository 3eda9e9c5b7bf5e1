//! A screen as pixels: the frame of the window itself, run until all of its pictures are there, one thread, one screen at a time.

use std::cell::RefCell;

use egui::{ColorImage, Context, Pos2, RawInput, Rect, Vec2, ViewportId, ViewportInfo};

use crate::files::{self, PackSource};
use crate::model::{PhotoKey, PictureAnswer, PicturePart, PictureRequest, Pixels, Unavailable};
use crate::photos::{self, GoOn};
use crate::print::ground;
use crate::raster::{Frame, Raster};
use crate::state::talk::AudienceView;
use crate::state::{Action, State};
use crate::ui::photo_textures::PhotoTextures;
use crate::ui::print_layout::SCREEN;
use crate::ui::theme::distance;
use crate::ui::{self, Cx, Layout, Motion, Window, presenter};
use crate::work::{Decoder, PictureJob};

/// The width of a printed screen, in pixels: some 150 an inch.
const WIDTH: f32 = 1024.0;
/// The quality of its JPEG.
const QUALITY: f32 = 76.0;
/// The maximum number of frames until nothing changes.
const MOST_FRAMES: usize = 60;
/// Frames in which nothing more comes, so that what depends on the last picture has settled.
const CALM: usize = 2;

/// Draws screens.
pub(super) struct Painter<'s> {
    ctx: Context,
    raster: Raster,
    photos: RefCell<PhotoTextures>,
    source: &'s PackSource,
    decoder: Decoder,
    time: f64,
}

impl<'s> Painter<'s> {
    pub fn new(source: &'s PackSource, decoder: Decoder) -> Self {
        let ctx = Context::default();
        ui::dress(&ctx, &files::system_font);
        let photos = RefCell::new(PhotoTextures::in_software());
        Self { ctx, raster: Raster::default(), photos, source, decoder, time: 0.0 }
    }

    /// A screen as JPEG; `None` if it was cancelled, or there is no memory for it.
    pub fn jpeg(&mut self, state: State, audience: Option<&AudienceView>, go_on: GoOn<'_>) -> Option<Vec<u8>> {
        let image = self.image(state, audience, go_on)?;
        let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or_default());
        let rgba = image.pixels.iter().flat_map(egui::Color32::to_array).collect();
        photos::encode_jpeg(&Pixels { width, height, rgba }, QUALITY).ok()
    }

    fn image(&mut self, mut state: State, audience: Option<&AudienceView>, go_on: GoOn<'_>) -> Option<ColorImage> {
        // Nothing of the screen before is left.
        ui::forget_widgets(&self.ctx);
        self.ctx.set_visuals(ui::visuals(state.theme()));
        let motion = RefCell::new(Motion::default());
        let pixels = Vec2::from(SCREEN);
        let zoom = if audience.is_some() { 1.0 } else { ui::zoom_factor(pixels, &state) };
        distance::set_zoom(&self.ctx, zoom);
        let scale = zoom * WIDTH / pixels.x;
        let mut last = None;
        let mut calm = 0;
        for _ in 0..MOST_FRAMES {
            if !go_on(0.0) {
                return None;
            }
            let output = self.frame(&mut state, &motion, audience, (pixels / zoom, scale));
            let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
            self.raster.free(output.textures_delta);
            last = Some(primitives);
            calm = if self.fetch(&mut state, go_on) { 0 } else { calm + 1 };
            if calm > CALM {
                break;
            }
        }
        let size = [WIDTH, WIDTH * pixels.y / pixels.x];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the pixels of a screen")]
        let size = size.map(|side| side.round() as usize);
        Some(self.raster.picture(&Frame { size, scale, ground: ground(&state), primitives: &last? }))
    }

    fn frame(
        &mut self,
        state: &mut State,
        motion: &RefCell<Motion>,
        audience: Option<&AudienceView>,
        (points, scale): (Vec2, f32),
    ) -> egui::FullOutput {
        self.time += 1.0;
        let screen = Rect::from_min_size(Pos2::ZERO, points);
        let mut input = RawInput {
            screen_rect: Some(screen),
            time: Some(self.time),
            focused: true,
            max_texture_side: Some(8192),
            ..RawInput::default()
        };
        let viewport = ViewportInfo { native_pixels_per_point: Some(scale), ..ViewportInfo::default() };
        input.viewports.insert(ViewportId::ROOT, viewport);
        let actions = RefCell::default();
        let (ctx, photos) = (self.ctx.clone(), &self.photos);
        let mut output = ctx.run_ui(input, |ui| {
            photos.borrow_mut().begin(ui.ctx(), state.generation());
            let layout = Layout::of_state(ui.ctx(), state);
            let cx = Cx::new(state, layout, (photos, motion), &actions);
            match audience {
                Some(view) => presenter::audience::view_ui(ui, &cx, screen, view, false),
                None => ui::window_ui(ui, &cx, Window::Main),
            }
        });
        self.raster.update(&mut output.textures_delta);
        // A view says how far it is scrolled, and what it cannot show.
        for action in actions.take() {
            state.update(action);
        }
        output
    }

    /// Fetches what the last frame lacked; `false` if nothing.
    fn fetch(&self, state: &mut State, go_on: GoOn<'_>) -> bool {
        let mut photos = self.photos.borrow_mut();
        let seen: Vec<PhotoKey> = photos.seen().collect();
        let requests: Vec<PictureRequest> =
            photos.requests().into_iter().filter(|request| seen.contains(&request.photo)).collect();
        for request in &requests {
            let answer = match (request.part, state.pack().shown(request.photo).and_then(|shown| shown.file.clone())) {
                // The view itself follows at once.
                (PicturePart::Preview(_), _) => PictureAnswer::NoPreview,
                (_, None) => PictureAnswer::Unavailable(Unavailable::Missing),
                (_, Some(file)) => {
                    let job = PictureJob { request: *request, file };
                    self.decoder.decode(self.source, &job, &|_share| go_on(0.0))
                }
            };
            if let PictureAnswer::Unavailable(why) = answer {
                state.update(Action::Unavailable(request.generation, request.photo, why));
            }
            photos.take(*request, answer);
        }
        !requests.is_empty()
    }
}
