//! The show, frame by frame, drawn by the processor into memory.

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::{Action, TreeUpdate};
use egui::{Context, Event, Pos2, RawInput, Rect, Vec2, ViewportId, ViewportInfo, pos2, vec2};
use xxhash_rust::xxh3::Xxh3;

use crate::app::{App, zoom_factor};
use crate::files::PackSource;
use crate::raster::{Drawn, Frame, Raster};
use crate::state::State;
use crate::ui::theme::distance;

/// The shortest time between two frames, in seconds: a screen's.
const FRAME: f64 = 1.0 / 60.0;
/// How long pictures are waited for at most.
const PATIENCE: Duration = Duration::from_secs(10);
/// After so many rounds it goes on without them.
const MOST_ROUNDS: usize = 200;

/// The show.
pub struct Show {
    ctx: Context,
    app: App,
    raster: Raster,
    drawn: Option<Drawn>,
    pixels: Vec<u32>,
    size: [u32; 2],
    now: f64,
    due: f64,
    /// The areas that can be pressed, in points.
    targets: Vec<Rect>,
}

impl Show {
    /// Begins.
    pub fn new(state: State, source: Arc<PackSource>, size: [u32; 2]) -> Self {
        Self::begun_at(0.0, state, source, size)
    }

    /// Begins at a time, as after a crash.
    pub fn begun_at(now: f64, state: State, source: Arc<PackSource>, size: [u32; 2]) -> Self {
        let ctx = Context::default();
        App::dress(&ctx);
        ctx.enable_accesskit();
        let app = App::new(state, source, None, |_| {}).drawn_in_software();
        let pixels = vec![0; size[0] as usize * size[1] as usize];
        let (raster, drawn, targets) = (Raster::default(), None, Vec::new());
        let mut show = Self { ctx, app, raster, drawn, pixels, size, now, due: now, targets };
        show.frame(now, Vec::new());
        show
    }

    /// The state.
    pub fn state(&self) -> &State {
        self.app.state()
    }

    /// Seconds since the start.
    pub fn now(&self) -> f64 {
        self.now
    }

    /// When it wants its next frame, in seconds.
    pub fn due(&self) -> f64 {
        self.due
    }

    /// The areas that can be pressed, in points.
    pub fn targets(&self) -> &[Rect] {
        &self.targets
    }

    /// The screen's size, in points.
    pub fn points(&self) -> Vec2 {
        self.pixels_wide() / zoom_factor(self.pixels_wide(), self.app.state())
    }

    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    fn pixels_wide(&self) -> Vec2 {
        vec2(self.size[0] as f32, self.size[1] as f32)
    }

    /// Draws a frame at a time, after events; then waits for what it asked for, as long as that takes on a slow machine.
    pub fn frame(&mut self, at: f64, events: Vec<Event>) {
        self.now = at.max(self.now);
        self.draw(events);
        // Pictures that came change the frame, at the same time of the clock, and that frame may ask for others.
        for _ in 0..MOST_ROUNDS {
            if !self.app.wait(&self.ctx, PATIENCE) {
                break;
            }
            self.draw(Vec::new());
        }
    }

    fn draw(&mut self, events: Vec<Event>) {
        let zoom = zoom_factor(self.pixels_wide(), self.app.state());
        distance::set_zoom(&self.ctx, zoom);
        let input = input(self.pixels_wide() / zoom, zoom, self.now, events);
        self.app.take_in(&self.ctx);
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame(ui));
        if let Some(tree) = output.platform_output.accesskit_update.take() {
            self.targets = targets(&tree);
        }
        let asked = output.viewport_output.get(&ViewportId::ROOT).map_or(Duration::MAX, |root| root.repaint_delay);
        self.due = self.now + asked.as_secs_f64().max(FRAME);
        self.raster.update(&mut output.textures_delta);
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        self.raster.free(output.textures_delta);
        let size = self.size.map(|side| side as usize);
        let frame = Frame { size, scale: output.pixels_per_point, ground: self.app.ground(), primitives: &primitives };
        let (drawn, _) = self.raster.draw(&frame, self.drawn.as_ref(), &mut self.pixels);
        self.drawn = Some(drawn);
    }

    /// A number for what the screen shows: the same for the same pixels.
    pub fn look(&self) -> u64 {
        let mut hash = Xxh3::new();
        self.pixels.iter().for_each(|pixel| hash.update(&pixel.to_le_bytes()));
        hash.digest()
    }
}

fn input(points: Vec2, scale: f32, time: f64, events: Vec<Event>) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, points)),
        time: Some(time),
        focused: true,
        max_texture_side: Some(8192),
        events,
        ..RawInput::default()
    };
    let viewport = ViewportInfo { native_pixels_per_point: Some(scale), ..ViewportInfo::default() };
    input.viewports.insert(ViewportId::ROOT, viewport);
    input
}

/// The areas of what offers a press.
fn targets(tree: &TreeUpdate) -> Vec<Rect> {
    let pressed = tree.nodes.iter().filter(|(_, node)| node.supports_action(Action::Click) && !node.is_disabled());
    #[expect(clippy::cast_possible_truncation, reason = "points of a screen")]
    let area = |area: egui::accesskit::Rect| {
        Rect::from_min_max(pos2(area.x0 as f32, area.y0 as f32), pos2(area.x1 as f32, area.y1 as f32))
    };
    pressed.filter_map(|(_, node)| node.bounds().map(area)).collect()
}
