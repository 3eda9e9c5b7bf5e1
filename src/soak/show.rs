//! The show, frame by frame: laid out for its screen, drawn by the processor into memory where somebody looks.

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::{Action, TreeUpdate};
use egui::{Context, Event, FullOutput, Pos2, RawInput, Rect, Vec2, ViewportId, ViewportInfo, pos2, vec2};

use crate::app::{App, zoom_factor};
use crate::files::PackSource;
use crate::raster::{Drawn, Frame, Raster};
use crate::state::State;
use crate::ui::theme::distance;

/// The shortest time between two frames that nobody's finger asks for, in seconds: a fade takes three frames, a fling ten.
const FRAME: f32 = 0.1;
/// How much smaller than its screen the show is drawn. It is laid out for the whole one: only its pixels are fewer, and with
/// them the time that pictures take.
const SMALLER: f32 = 4.0;
/// How long pictures are waited for at most.
const PATIENCE: Duration = Duration::from_secs(10);
/// After so many rounds, each with so many answers, it goes on without them.
const MOST_ROUNDS: usize = 20;
const MOST_ANSWERS: usize = 100;

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
    frames: u64,
    /// The areas that can be pressed, in points; `None` where nobody has asked since the last frame.
    targets: Option<Vec<Rect>>,
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
        let app = App::new(state, source, None, |_| {}).drawn_in_software();
        let mut show = Self {
            ctx,
            app,
            raster: Raster::default(),
            drawn: None,
            pixels: Vec::new(),
            size,
            now,
            due: now,
            frames: 0,
            targets: None,
        };
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

    /// What its pictures take of the memory, in KiB.
    pub fn picture_kib(&self) -> u64 {
        self.app.picture_bytes() as u64 / 1024
    }

    /// Returns true if nothing moves.
    pub fn is_calm(&self) -> bool {
        self.due > self.now + 1.5 * f64::from(FRAME)
    }

    /// How many frames there were.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// The areas that can be pressed, in points. Asked for by a frame of its own, since no other needs to know.
    pub fn targets(&mut self) -> &[Rect] {
        if self.targets.is_none() {
            self.ctx.enable_accesskit();
            let mut output = self.lay_out(Vec::new());
            self.ctx.disable_accesskit();
            self.targets = output.platform_output.accesskit_update.take().map(|tree| targets(&tree));
            self.raster.free(output.textures_delta);
        }
        self.targets.as_deref().unwrap_or_default()
    }

    /// The screen's size, in points.
    pub fn points(&self) -> Vec2 {
        self.screen() / zoom_factor(self.screen(), self.app.state())
    }

    /// The screen's size, in its pixels.
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    fn screen(&self) -> Vec2 {
        vec2(self.size[0] as f32, self.size[1] as f32)
    }

    /// A frame at a time, after events; then waits for the pictures that it asked for, as long as that takes on a slow machine.
    pub fn frame(&mut self, at: f64, events: Vec<Event>) {
        self.now = at.max(self.now);
        self.pass(events);
        // Pictures that came change the frame, at the same time of the clock, and that frame may ask for others.
        for _ in 0..MOST_ROUNDS {
            if !self.receive() {
                break;
            }
            self.pass(Vec::new());
        }
    }

    /// Waits for the pictures that were asked for; `false` where there were none.
    fn receive(&mut self) -> bool {
        let is_more = |_: &usize| self.app.wait(&self.ctx, PATIENCE);
        (0..MOST_ANSWERS).take_while(is_more).count() > 0
    }

    /// A frame that nobody looks at.
    fn pass(&mut self, events: Vec<Event>) {
        let output = self.lay_out(events);
        self.raster.free(output.textures_delta);
    }

    fn lay_out(&mut self, events: Vec<Event>) -> FullOutput {
        let zoom = zoom_factor(self.screen(), self.app.state());
        distance::set_zoom(&self.ctx, zoom);
        let input = input(self.screen() / zoom, zoom / SMALLER, self.now, events);
        self.app.take_in(&self.ctx);
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame(ui));
        let asked = output.viewport_output.get(&ViewportId::ROOT).map_or(Duration::MAX, |root| root.repaint_delay);
        self.due = self.now + asked.as_secs_f64().max(f64::from(FRAME));
        self.raster.update(&mut output.textures_delta);
        (self.frames, self.targets) = (self.frames + 1, None);
        output
    }

    /// Draws the screen once more, and gives its pixels.
    pub fn look(&mut self) -> &[u32] {
        let output = self.lay_out(Vec::new());
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        self.raster.free(output.textures_delta);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a screen")]
        let size = [self.screen().x, self.screen().y].map(|side| (side / SMALLER).ceil() as usize);
        self.pixels.resize(size[0] * size[1], 0);
        let frame = Frame { size, scale: output.pixels_per_point, ground: self.app.ground(), primitives: &primitives };
        let (drawn, _) = self.raster.draw(&frame, self.drawn.as_ref(), &mut self.pixels);
        self.drawn = Some(drawn);
        &self.pixels
    }
}

fn input(points: Vec2, scale: f32, time: f64, events: Vec<Event>) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, points)),
        time: Some(time),
        // Else egui takes a frame that comes late for a hitch, and moves on by a sixtieth of a second.
        predicted_dt: FRAME,
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
