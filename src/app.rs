//! Joins the layers; the only place that knows them all. It passes things on and decides nothing.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use egui::{ColorImage, Context, Ui, Vec2, ViewportCommand};

use crate::files::{self, PackSource};
use crate::state::{Action, Effect, State, Theme};
use crate::ui::photo_textures::{Decoded, PhotoKey, PhotoTextures};
use crate::ui::{self, Cx, Layout, fonts, shortcuts, theme};
use crate::work::{Done, PhotoJob, Work};

/// The program: a state, the threads that work for it, and the pictures at hand.
pub struct App {
    state: State,
    work: Work,
    photos: RefCell<PhotoTextures>,
    actions: RefCell<Vec<Action>>,
}

impl App {
    /// Shows a state, whose pictures come from `source`. `wake` asks for a frame, from any thread.
    #[must_use]
    pub fn new(state: State, source: Arc<PackSource>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { state, work: Work::new(source, wake), photos: RefCell::default(), actions: RefCell::default() }
    }

    /// Installs fonts and look into a context; once, before the first frame.
    pub fn dress(ctx: &Context) {
        ctx.set_fonts(fonts::definitions(&files::system_font));
        ctx.options_mut(|o| {
            o.zoom_with_keyboard = false;
            o.input_options.line_scroll_speed = 80.0;
        });
    }

    /// What is going on.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Lets something happen.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        for effect in self.state.update(action) {
            self.carry_out(ctx, effect);
        }
        ctx.request_repaint();
    }

    fn carry_out(&self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::Open(place) => self.work.open(place),
            Effect::OpenPath(path) => self.work.open_path(path),
            Effect::Pick => self.work.pick(),
            Effect::Fullscreen(on) => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on)),
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// Takes in what was done outside.
    pub fn take_in(&mut self, ctx: &Context) {
        for done in self.work.done() {
            self.take(ctx, done);
        }
    }

    fn take(&mut self, ctx: &Context, done: Done) {
        match done {
            Done::Action(action) => self.act(ctx, action),
            Done::Opened(source, action) => {
                self.work.read_from(source);
                self.act(ctx, action);
            }
            Done::Photo(job, pixels) => {
                let key = PhotoKey { photo: job.photo, long_side: job.long_side };
                let decoded = pixels.map_or(Decoded::Failed, |p| {
                    let size = [p.width as usize, p.height as usize];
                    Decoded::Pixels(ColorImage::from_rgba_unmultiplied(size, &p.rgba))
                });
                self.photos.borrow_mut().take(job.generation, key, decoded);
                ctx.request_repaint();
            }
        }
    }

    /// Waits for the next thing that is done outside, and takes it in; false where nothing is being done. For pictures
    /// without a window.
    pub fn wait(&mut self, ctx: &Context, at_most: Duration) -> bool {
        let busy = self.work.is_busy();
        if let Some(done) = busy.then(|| self.work.wait(at_most)).flatten() {
            self.take(ctx, done);
        }
        busy
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let (now, dropped) = ctx.input(|i| (i.time, i.raw.dropped_files.first().map(|f| f.path().to_owned())));
        self.act_quietly(&ctx, Action::Tick(now));
        if let Some(path) = dropped {
            self.act(&ctx, Action::OpenPack(path));
        }
        for action in shortcuts::take(&ctx, &self.state) {
            self.act(&ctx, action);
        }
        ctx.set_visuals(visuals(self.state.theme));
        self.photos.borrow_mut().begin(&ctx, self.state.generation);
        let cx = Cx::new(&self.state, Layout::of(ctx.content_rect().size()), &self.photos, &self.actions);
        ui::frame_ui(ui, &cx);
        self.wish();
        for action in self.actions.take() {
            self.act(&ctx, action);
        }
        if let Some(secs) = self.state.next_deadline() {
            ctx.request_repaint_after(Duration::from_secs_f64(secs));
        }
    }

    /// Time alone asks for no frame.
    fn act_quietly(&mut self, ctx: &Context, action: Action) {
        for effect in self.state.update(action) {
            self.carry_out(ctx, effect);
        }
    }

    /// Hands the pictures that this frame wished for to the threads.
    fn wish(&self) {
        let file = |photo: usize| self.state.pack.shown.get(photo).and_then(|s| s.file.clone());
        let mut photos = self.photos.borrow_mut();
        let keys = photos.wishes().to_vec();
        let mut jobs = Vec::with_capacity(keys.len());
        for key in keys {
            match file(key.photo) {
                Some(file) => jobs.push(PhotoJob {
                    generation: self.state.generation,
                    photo: key.photo,
                    long_side: key.long_side,
                    file,
                }),
                None => photos.take(self.state.generation, key, Decoded::Failed),
            }
        }
        self.work.wish(jobs);
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        // The window's size in the system's points, whatever the zoom was before.
        let now = ctx.zoom_factor();
        if let Some(window) = ctx.input(|i| i.viewport().inner_rect) {
            ctx.set_zoom_factor(zoom_factor(window.size() * now));
        }
        self.take_in(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        theme::colors(self.state.theme).bg.to_normalized_gamma_f32()
    }
}

/// How much larger everything is drawn in a window that is larger than the design, given in the system's points.
#[must_use]
pub fn zoom_factor(size: Vec2) -> f32 {
    let (width, height) = if size.x >= size.y { (1920.0, 1080.0) } else { (1080.0, 1920.0) };
    // Whole steps of an eighth, so that dragging a window's edge does not lay out all text anew for every pixel.
    let factor = (size.x / width).min(size.y / height).max(1.0);
    (factor * 8.0).floor() / 8.0
}

/// egui's own look, for the few of its widgets that are used: the text field and the scroll bars.
fn visuals(theme: Theme) -> egui::Visuals {
    let colors = theme::colors(theme);
    let mut visuals = if colors.is_dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    visuals.panel_fill = colors.bg;
    visuals.extreme_bg_color = colors.side;
    visuals.selection.bg_fill = theme::mix(colors.card, colors.accent, 0.35);
    visuals.selection.stroke.color = colors.text;
    visuals.text_cursor.stroke.color = colors.text;
    visuals.override_text_color = Some(colors.text);
    for widget in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active] {
        widget.bg_fill = colors.edge;
        widget.fg_stroke.color = colors.edge;
    }
    visuals
}
