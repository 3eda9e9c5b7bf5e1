//! A window drawn by the CPU.

use std::collections::VecDeque;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::epaint::ClippedPrimitive;
use egui::{Color32, Context, RawInput, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::accesskit_winit;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, EventLoopProxy, OwnedDisplayHandle};
use winit::window::Window;

use crate::raster::{Drawn, Frame, Raster};

/// The longest side of a texture. The CPU has no limit of its own, but egui fills a font texture of this side with glyphs of
/// every size ever used before it starts over, and it is held twice: at 8,192 that was half a gigabyte on a large screen.
pub const MAX_TEXTURE_SIDE: usize = 4096;
/// Retry interval for a frame that the system rejected.
const AGAIN: Duration = Duration::from_millis(250);
/// How long what the system said about a window holds where no event says otherwise: asking waits until the last frame is shown.
const HOLDS: Duration = Duration::from_millis(500);
/// Number of remembered frames; swap chains have at most three buffers.
const REMEMBERED: usize = 3;
/// The refresh rate, in mHz, of a screen that does not report one. There is no vsync without GL, and pacing at exactly the
/// refresh rate misses a frame now and then: pace at 1.5 × refresh.
const RATE: u32 = 60_000;

/// Returns the frame time for a refresh rate in mHz.
fn frame(rate: u32) -> Duration {
    Duration::from_nanos(1_000_000_000_000 * 2 / 3 / u64::from(rate))
}

/// A window, its input and its pixels.
pub struct WindowSurface {
    /// The window.
    pub window: Arc<Window>,
    /// Converts winit events to egui's.
    pub input: egui_winit::State,
    /// When its next frame is due.
    pub due: Option<Instant>,
    info: ViewportInfo,
    /// When the system was last asked about the window; `None` after an event that may have changed it.
    asked: Option<Instant>,
    builder: ViewportBuilder,
    surface: softbuffer::Surface<OwnedDisplayHandle, Arc<Window>>,
    /// The contents of the last frames, the latest first.
    drawn: VecDeque<Drawn>,
    /// The minimum time between frames, and when the last one began.
    frame: Duration,
    began: Instant,
    /// True since the system last rejected a frame.
    is_refused: bool,
}

impl WindowSurface {
    /// Opens a window.
    ///
    /// # Errors
    /// If the system refuses it.
    pub fn open<T: From<accesskit_winit::Event> + Send + 'static>(
        ctx: &Context,
        id: ViewportId,
        builder: ViewportBuilder,
        events: &ActiveEventLoop,
        proxy: EventLoopProxy<T>,
    ) -> Result<Self, String> {
        // Screen readers must know it before it is visible.
        let hidden = builder.clone().with_visible(false);
        let window = egui_winit::create_window(ctx, events, &hidden).map_err(|e| e.to_string())?;
        #[cfg(windows)]
        show_icon(&window);
        let window = Arc::new(window);
        #[expect(clippy::cast_possible_truncation, reason = "a scale")]
        let scale = window.scale_factor() as f32;
        let mut input =
            egui_winit::State::new(ctx.clone(), id, events, Some(scale), window.theme(), Some(MAX_TEXTURE_SIDE));
        input.init_accesskit(events, &window, proxy);
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, ctx, &window, true);
        let context = softbuffer::Context::new(events.owned_display_handle()).map_err(|e| e.to_string())?;
        let surface = softbuffer::Surface::new(&context, Arc::clone(&window)).map_err(|e| e.to_string())?;
        window.set_visible(true);
        let now = Instant::now();
        Ok(Self {
            window,
            input,
            due: Some(now),
            info,
            asked: None,
            builder,
            surface,
            drawn: VecDeque::new(),
            frame: frame(RATE),
            began: now.checked_sub(frame(RATE)).unwrap_or(now),
            is_refused: false,
        })
    }

    /// Updates and returns its viewport info.
    pub fn info(&mut self, ctx: &Context) -> ViewportInfo {
        if self.asked.is_none_or(|asked| asked.elapsed() > HOLDS) {
            egui_winit::update_viewport_info(&mut self.info, ctx, &self.window, false);
            self.asked = Some(Instant::now());
        }
        self.info.clone()
    }

    /// Notices an event that may have changed what the system says about the window.
    pub fn notice(&mut self, event: &WindowEvent) {
        let is_input = matches!(
            event,
            WindowEvent::KeyboardInput { .. }
                | WindowEvent::ModifiersChanged(_)
                | WindowEvent::Ime(_)
                | WindowEvent::CursorMoved { .. }
                | WindowEvent::CursorEntered { .. }
                | WindowEvent::CursorLeft { .. }
                | WindowEvent::MouseWheel { .. }
                | WindowEvent::MouseInput { .. }
                | WindowEvent::Touch(_)
                | WindowEvent::AxisMotion { .. }
        );
        if !is_input {
            self.asked = None;
        }
    }

    /// Takes the input since the last frame; the caller adds the other windows.
    pub fn take_input(&mut self) -> RawInput {
        self.due = None;
        self.input.take_egui_input(&self.window)
    }

    /// Returns true if the user or the program requests closing.
    pub fn wants_to_close(&self) -> bool {
        self.info.events.contains(&ViewportEvent::Close)
    }

    /// Requests closing; the next frame may still refuse.
    pub fn close(&mut self) {
        self.info.events.push(ViewportEvent::Close);
        self.due = Some(Instant::now());
    }

    /// Applies the program's changes to the window.
    pub fn follow(&mut self, ctx: &Context, builder: Option<ViewportBuilder>, commands: Vec<ViewportCommand>) {
        let patch = builder.map(|builder| self.builder.patch(builder).0).unwrap_or_default();
        let all: Vec<_> = patch.into_iter().chain(commands).collect();
        if !all.is_empty() {
            self.asked = None;
        }
        egui_winit::process_viewport_commands(ctx, &mut self.info, all, &self.window, &mut Vec::new());
    }

    /// Clears the events handled by the frame.
    pub fn settle(&mut self) {
        self.info.events.clear();
    }

    /// Requests a frame at a time, but not sooner than the screen can show one.
    pub fn request_frame(&mut self, at: Instant) {
        let at = at.max(self.began + self.frame);
        self.due = Some(self.due.map_or(at, |due| due.min(at)));
    }

    /// The system has lost the contents: redraw all.
    pub fn expose(&mut self) {
        self.drawn.clear();
        self.due = Some(Instant::now());
    }

    /// The system rejected a frame: the window was resized or is closing, or the frame is too large (X11 without shared
    /// memory accepts 16 MB). Redraws all, after a pause; returns when.
    pub fn refused(&mut self, why: &str) -> Instant {
        if !std::mem::replace(&mut self.is_refused, true) {
            log::warn!("a frame could not be shown: {why}");
        }
        self.drawn.clear();
        Instant::now() + AGAIN
    }

    /// Begins a frame.
    pub fn begin(&mut self) {
        // Keeps an even pace while frames follow closely.
        let (now, next) = (Instant::now(), self.began + self.frame);
        self.began = if now < next + self.frame { next.min(now) } else { now };
        let of_screen = self.window.current_monitor().and_then(|monitor| monitor.refresh_rate_millihertz());
        self.frame = frame(of_screen.filter(|rate| *rate >= 10_000).unwrap_or(RATE));
    }

    /// Draws a frame and shows it, unless nothing changed.
    ///
    /// # Errors
    /// If the system rejects the pixels.
    pub fn draw(
        &mut self,
        raster: &Raster,
        ground: Color32,
        scale: f32,
        primitives: &[ClippedPrimitive],
    ) -> Result<(), softbuffer::SoftBufferError> {
        let (width, height) = self.window.inner_size().into();
        let (Some(columns), Some(rows)) = (NonZeroU32::new(width), NonZeroU32::new(height)) else { return Ok(()) };
        self.surface.resize(columns, rows)?;
        let mut buffer = self.surface.buffer_mut()?;
        let size = [width as usize, height as usize];
        let age = usize::from(buffer.age()).checked_sub(1);
        let before = age.and_then(|age| self.drawn.get(age));
        let (drawn, _) = raster.draw(&Frame { size, scale, ground, primitives }, before, &mut buffer);
        // The buffer may be older than the screen's contents, which determine the damage.
        let damage: Vec<softbuffer::Rect> = drawn.changes(self.drawn.front()).into_iter().filter_map(rect).collect();
        if damage.is_empty() {
            // A buffer presented without damage might never be released. Record what it holds now.
            if let Some(held) = age.and_then(|age| self.drawn.get_mut(age)) {
                *held = drawn;
            }
            return Ok(());
        }
        self.window.pre_present_notify();
        buffer.present_with_damage(&damage)?;
        self.is_refused = false;
        self.drawn.push_front(drawn);
        self.drawn.truncate(REMEMBERED);
        Ok(())
    }
}

fn rect(area: crate::raster::PixelRect) -> Option<softbuffer::Rect> {
    let side = |pixels: usize| u32::try_from(pixels).ok();
    Some(softbuffer::Rect {
        x: side(area.left)?,
        y: side(area.top)?,
        width: NonZeroU32::new(side(area.width)?)?,
        height: NonZeroU32::new(side(area.height)?)?,
    })
}

/// On Windows the task bar needs a larger icon than the window: the one in the executable, if any.
#[cfg(windows)]
fn show_icon(window: &Window) {
    use winit::platform::windows::{IconExtWindows as _, WindowExtWindows as _};
    if let Ok(icon) = winit::window::Icon::from_resource(1, None) {
        window.set_window_icon(Some(icon.clone()));
        window.set_taskbar_icon(Some(icon));
    }
}
