//! Joins the layers; the only place that knows them all. It passes things on and decides nothing.

pub mod alive;
mod changes;
mod editing;
mod kiosk;
mod set_up;
pub mod slide;
mod windows;

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{Color32, Context, Ui, ViewportCommand};

use crate::diagnostics::{self, FailedBefore, Seen};
use crate::export;
use crate::files::{self, PackSource, Persisted, ThumbnailCache};
use crate::model::{PhotoKey, PictureAnswer, PicturePart, PictureRequest, Unavailable};
use crate::photos::GoOn;
use crate::print;
use crate::state::talk::{Monitor, Phase, Record, ScreenId, Windows};
use crate::state::{Action, Content, Effect, FileFormat, Kiosk, State, TalkCommand, Theme};
use crate::text::{self, Say, Talk};
use crate::ui::photo_textures::PhotoTextures;
use crate::ui::theme::distance;
pub use crate::ui::zoom_factor;
use crate::ui::{self, Cx, Layout, Motion, shortcuts, taps};
use crate::work::{self, Done, NamedFile, Opening, PictureJob, Where, Work};

/// The program: a state, its worker threads, and the loaded pictures.
pub struct App {
    state: State,
    work: Work,
    photos: RefCell<PhotoTextures>,
    motion: RefCell<Motion>,
    actions: RefCell<Vec<Action>>,
    /// The roles that the windows were last placed for, and the screens at that time.
    windows: Windows,
    screens: (Vec<Monitor>, Option<ScreenId>),
    /// Until when, in seconds, the speaker's window is waited for on its screen.
    arriving: Option<f64>,
    /// The renderers that failed at earlier starts, and why, as known to the window.
    failed_before: fn() -> FailedBefore,
    /// What happens once the first pack is open.
    then: Vec<Action>,
    /// What is kept for a kiosk.
    kiosk: kiosk::KioskParts,
    /// Whether the staff leave the kiosk, which refuses to be closed otherwise.
    leaves: bool,
}

impl App {
    /// Shows a state, with pictures from `source` and thumbnails from a cache. `wake` requests a frame from any thread, within
    /// the given time.
    #[must_use]
    pub fn new(
        state: State,
        source: Arc<PackSource>,
        cache: Option<ThumbnailCache>,
        wake: impl Fn(Duration) + Send + Sync + 'static,
    ) -> Self {
        let work = Work::new(Arc::clone(&source), cache, wake);
        let app = Self {
            state,
            work,
            photos: RefCell::default(),
            motion: RefCell::default(),
            actions: RefCell::default(),
            windows: Windows::Plain,
            screens: <_>::default(),
            arriving: None,
            failed_before: FailedBefore::new,
            then: Vec::new(),
            kiosk: kiosk::KioskParts::default(),
            leaves: false,
        };
        app.begin(source);
        app
    }

    /// Adapts to the CPU renderer: pictures then take main memory, so fewer are kept, and a fade costs more than it gives.
    #[must_use]
    pub fn drawn_in_software(mut self) -> Self {
        self.state.update(Action::Still(true));
        Self { photos: RefCell::new(PhotoTextures::in_software()), ..self }
    }

    /// Sets how to find out which renderers failed at earlier starts.
    #[must_use]
    pub fn after(self, failed_before: fn() -> FailedBefore) -> Self {
        Self { failed_before, ..self }
    }

    /// Sets what chooses the path for a file name instead of the system's dialog, for automated journeys.
    #[must_use]
    pub fn asking(mut self, place: impl Fn(&str) -> Option<PathBuf> + Send + Sync + 'static) -> Self {
        self.work.asks = Arc::new(move |name, _ending| Ok(place(name)));
        self
    }

    /// Makes the pictures of a newly opened pack available.
    fn begin(&self, source: Arc<PackSource>) {
        self.work.begin(source, self.state.generation(), work::photos_of(self.state.pack()));
    }

    /// Applies the first actions: at once, or when the pack being opened has arrived or failed.
    pub fn begin_with(&mut self, ctx: &Context, opening: Option<Opening>, commands: Vec<Action>) {
        self.then = commands;
        match opening {
            Some(opening) => self.work.finish(opening),
            None => self.go_on(ctx),
        }
    }

    fn go_on(&mut self, ctx: &Context) {
        for action in std::mem::take(&mut self.then) {
            self.apply(ctx, action);
        }
    }

    /// Installs fonts and style in a context; once, before the first frame.
    pub fn dress(ctx: &Context) {
        ui::dress(ctx, &files::system_font);
    }

    /// The state.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Applies an action.
    pub fn apply(&mut self, ctx: &Context, action: Action) {
        self.tell_the_day();
        for effect in self.state.update(action) {
            self.carry_out(ctx, effect);
        }
        ctx.request_repaint();
    }

    fn carry_out(&mut self, ctx: &Context, effect: Effect) {
        let Some(effect) = self.carry_out_editing(effect) else { return };
        match effect {
            Effect::Open(place) => self.work.open(place),
            Effect::OpenPath(path) => self.work.open_path(files::places::typed(&path)),
            Effect::Pick { folder } => self.work.pick(folder),
            Effect::ForgetWidgets => {
                self.motion.take();
                ui::forget_widgets(ctx);
            }
            Effect::Fullscreen(on) => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on)),
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::SaveReport(lang) => {
                let (pack, today) = (Arc::clone(self.state.pack()), work::today());
                let text = export::dated_talk_report(&pack.exhibition, lang, &self.state.talk().report(), &today);
                let place = Where::Ask(format!("talk-{today}.csv"), "csv");
                self.work.save_as(place, pack, |_source, _go_on| Ok(text.into_bytes()));
            }
            Effect::Save(content, form) => {
                let name = format!("{}.{}", content.file_name(), form.ending());
                self.save((content, form), Where::Ask(name, form.ending()));
            }
            Effect::SaveAt(content, form, path) => {
                self.save((content, form), Where::At(files::places::typed(&path), form.ending()));
            }
            Effect::StopSaving => self.work.cancel_saving(),
            Effect::PersistTalk(record) => self.work.persist(Persisted::Talk, record.map(|record| record.to_text())),
            Effect::RememberScreens(pairs) => self.work.persist(Persisted::Screens, serde_json::to_string(&pairs).ok()),
            Effect::PersistSettings(text) => self.work.persist(Persisted::Settings, Some(text)),
            Effect::CheckPin(pin) => self.check_pin(pin),
            Effect::Health => self.tell_health(ctx),
            Effect::PersistKiosk(text) => self.persist_kiosk(text),
            Effect::NoteTried => self.note_tried(),
            Effect::ReadKiosk => self.read_kiosk(),
            Effect::HashPin(pin) => self.hash_pin(pin),
            Effect::TryKiosk(text) => self.try_kiosk(text),
            Effect::SaveKiosk { text, elsewhere } => self.save_kiosk(text, elsewhere),
            Effect::LeaveKiosk => {
                log::info!("the staff leave the kiosk");
                self.leaves = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Effect::Diagnose => self.diagnostics(ctx),
            Effect::Awake(on) => {
                let why = || text::say(self.state.talk().notes_lang, Say::Talk(Talk::Present));
                self.work.hold_awake(on.then(why));
            }
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            // Taken by `carry_out_editing`.
            Effect::BeginEditing(..)
            | Effect::EndEditing
            | Effect::FindUnfinished
            | Effect::ListVersions
            | Effect::ReadVersion(_)
            | Effect::FindTexts(_)
            | Effect::Keep(_)
            | Effect::CheckEdited(_)
            | Effect::PickPhotos(_)
            | Effect::AddPhotos(..)
            | Effect::Sheet(_)
            | Effect::SaveEdited { .. } => {}
        }
    }

    fn save(&self, (content, form): (Content, FileFormat), place: Where) {
        let (pack, lang) = (Arc::clone(self.state.pack()), self.state.lang());
        if content == Content::Pack {
            return self.work.save_pack_as(place, pack);
        }
        let shown = Arc::clone(&pack);
        let make = move |source: &PackSource, go_on: GoOn<'_>| print::file(shown, lang, source, (content, form), go_on);
        self.work.save_as(place, pack, make);
    }

    /// Starts compiling the status report, which the state receives.
    fn diagnostics(&self, ctx: &Context) {
        let scale = ctx.input(|i| i.viewport().native_pixels_per_point);
        let window = ctx.content_rect().size() * ctx.pixels_per_point();
        let seen = Seen {
            lang: self.state.lang(),
            drawn_by: self.state.drawn_by().clone(),
            distance: self.state.distance(),
            screens: self.screens.0.iter().map(|screen| (screen.id.clone(), None)).collect(),
            window: Some((window.into(), distance::zoom_of(ctx))),
            scale,
            place: self.state.pack().place.clone(),
            failed_before: self.failed_before,
        };
        self.work.later(move || Action::Status(diagnostics::report(&seen).into()));
    }

    /// Takes in the results of the workers.
    pub fn take_in(&mut self, ctx: &Context) {
        for done in self.work.done() {
            self.take(ctx, done);
        }
    }

    fn take(&mut self, ctx: &Context, done: Done) {
        match done {
            Done::Action(action) => {
                if let Action::FilesChanged(generation, news) = &action {
                    self.files_changed(*generation, news);
                }
                let failed = matches!(action, Action::PackFailed(..));
                if let Action::PackFailed(path, why) = &action {
                    log::warn!("{} cannot be opened: {why:?}", path.display());
                }
                self.apply(ctx, action);
                if failed {
                    self.go_on(ctx);
                }
            }
            Done::Opened(source, action) => {
                let before = self.state.generation();
                self.apply(ctx, action);
                if self.state.editing().is_none() {
                    self.work.end_editing();
                }
                // A talk keeps its exhibition.
                if self.state.generation() != before {
                    self.begin(source);
                }
                self.go_on(ctx);
            }
            Done::Picture(job, answer) => self.take_picture(ctx, job.request, answer),
        }
    }

    fn take_picture(&mut self, ctx: &Context, request: PictureRequest, answer: PictureAnswer) {
        if let PictureAnswer::Unavailable(why) = answer
            && !matches!(request.part, PicturePart::Tile(_))
        {
            self.note_unavailable(request, why);
            self.apply(ctx, Action::Unavailable(request.generation, request.photo, why));
        }
        self.photos.borrow_mut().take(request, answer);
    }

    /// Waits for the next result of the workers and takes it in; `false` if they are idle. For pictures without a window.
    pub fn wait(&mut self, ctx: &Context, at_most: Duration) -> bool {
        let busy = self.work.is_busy();
        if let Some(done) = busy.then(|| self.work.wait(at_most)).flatten() {
            self.take(ctx, done);
        }
        busy
    }

    /// Restores what was persisted: the choices of screens, and an interrupted talk.
    pub fn remember(&mut self, ctx: &Context) {
        let pairs = Persisted::Screens.read(|text| serde_json::from_str(text).ok());
        let record = Persisted::Talk.read(Record::from_text);
        let commands =
            [pairs.map(TalkCommand::Remembered), record.map(|record| TalkCommand::Recovered(Box::new(record)))];
        commands.into_iter().flatten().for_each(|command| self.apply(ctx, Action::Talk(command)));
    }

    /// Prepares a frame in a window: its size, and the results of the workers.
    pub fn prepare(&mut self, ctx: &Context) {
        let is_closing = ctx.input(|i| i.viewport().close_requested());
        if self.state.kiosk().is_some() && is_closing && !self.leaves {
            log::info!("a request to close the kiosk was refused");
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        if self.state.talk().phase == Phase::On && is_closing {
            // A stray click must not end a talk: it asks.
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.apply(ctx, Action::Quit);
        }
        // The window's size in the system's points, whatever the zoom. The window system's own size may still be in points of the
        // zoom before this frame; multiplying it by the current one would oscillate.
        let window = ctx.content_rect().size() * ctx.zoom_factor();
        if ctx.input(|i| i.viewport().inner_rect).is_some() && window.is_finite() {
            let zoom = zoom_factor(window, &self.state);
            ctx.set_zoom_factor(zoom);
            distance::set_zoom(ctx, zoom);
        }
        self.take_in(ctx);
        self.show_life(ctx);
    }

    /// The background colour.
    #[must_use]
    pub fn ground(&self) -> Color32 {
        Self::ground_of(self.state.theme())
    }

    /// The background colour of a theme.
    #[must_use]
    pub fn ground_of(theme: Theme) -> Color32 {
        ui::theme::colors(theme).bg
    }

    /// One frame of the main window.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.frame_of(ui, ui::Window::Main);
    }

    /// One frame of a window.
    pub fn frame_of(&mut self, ui: &mut Ui, window: ui::Window) {
        let ctx = ui.ctx().clone();
        let (now, dropped) =
            ctx.input(|i| (i.time, i.raw.dropped_files.iter().map(|f| f.path().to_owned()).collect::<Vec<_>>()));
        self.apply_quietly(&ctx, Action::Tick(now));
        self.take_dropped(&ctx, dropped);
        let wakes = |state: &State| state.kiosk().is_some_and(Kiosk::is_waking);
        let was_waking = wakes(&self.state);
        for action in shortcuts::take(&ctx, &self.state, &self.motion) {
            self.apply(&ctx, action);
        }
        ctx.set_visuals(ui::visuals(self.state.theme()));
        if self.state.still() {
            ctx.all_styles_mut(|style| style.scroll_animation = egui::style::ScrollAnimation::none());
        }
        {
            let (mut photos, pack) = (self.photos.borrow_mut(), self.state.pack());
            photos.begin(&ctx, self.state.generation());
            photos.drop_replaced(|photo| pack.shown(photo)?.file.as_deref());
        }
        let is_stray = taps::is_stray(&ctx, &self.state, &self.motion);
        // The finger that woke a kiosk presses nothing.
        let is_waking = was_waking || wakes(&self.state);
        self.draw(ui, window);
        if is_stray || is_waking {
            self.actions.borrow_mut().clear();
        }
        if window == ui::Window::Main {
            self.draw_beside(&ctx);
        }
        self.request_pictures(ctx.input(|i| i.focused));
        for action in self.actions.take() {
            self.apply(&ctx, action);
        }
        if let Some(secs) = self.state.next_deadline() {
            ctx.request_repaint_after(Duration::from_secs_f64(secs));
        }
    }

    /// Draws a window. The frame around it takes in its requests and actions: a second window of the same frame is drawn with
    /// this alone.
    pub fn draw(&self, ui: &mut Ui, window: ui::Window) {
        let window = if self.arriving.is_some() { ui::Window::Audience } else { window };
        let layout = Layout::of_state(ui.ctx(), &self.state);
        let cx = Cx::new(&self.state, layout, (&self.photos, &self.motion), &self.actions);
        ui::window_ui(ui, &cx, window);
    }

    /// Applies an action without requesting a frame, since time alone needs none.
    fn apply_quietly(&mut self, ctx: &Context, action: Action) {
        for effect in self.state.update(action) {
            self.carry_out(ctx, effect);
        }
    }

    /// Passes this frame's picture requests to the workers, and the pictures that it shows.
    fn request_pictures(&self, has_focus: bool) {
        let generation = self.state.generation();
        let mut photos = self.photos.borrow_mut();
        let requests = photos.requests();
        let mut jobs = Vec::with_capacity(requests.len());
        for request in requests {
            if let Some(file) = self.state.pack().shown(request.photo).and_then(|s| s.file.clone()) {
                jobs.push(PictureJob { request, file });
            } else {
                photos.take(request, PictureAnswer::Unavailable(Unavailable::Missing));
                self.actions.borrow_mut().push(Action::Unavailable(generation, request.photo, Unavailable::Missing));
            }
        }
        self.work.request(jobs);
        let file = |photo: PhotoKey| Some((photo, self.state.pack().shown(photo)?.file.clone()?));
        let seen: Vec<NamedFile> = photos.seen().filter_map(file).collect();
        photos.note_files(&seen);
        self.work.see(generation, &seen, has_focus);
    }
}
