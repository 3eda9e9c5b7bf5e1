//! One window whose pixels the processor draws.

use std::collections::VecDeque;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::epaint::ClippedPrimitive;
use egui::{Color32, Context, RawInput, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::accesskit_winit;
use winit::event_loop::{ActiveEventLoop, EventLoopProxy, OwnedDisplayHandle};
use winit::window::Window;

use crate::raster::{Drawn, Frame, Raster};

/// The longest side of a texture. The processor has no limit of its own, but egui fills a texture of this side with letters of every size
/// that was ever seen before it begins anew, and it is kept twice: at 8,192 that was half a gigabyte on a large screen.
pub const MAX_TEXTURE_SIDE: usize = 4096;
/// After so long a frame is tried again that the system did not take.
const AGAIN: Duration = Duration::from_millis(250);
/// How many frames are remembered; a screen that takes turns between buffers has three at most.
const REMEMBERED: usize = 3;
/// A screen that does not say how often it shows a picture shows 60 in a second. Its own clock cannot be had without OpenGL, and frames that
/// keep the same pace by another clock now and then miss one of its pictures: half as many again do not.
const RATE: u32 = 60_000;

/// The time of a frame for a screen with so many pictures in a thousand seconds.
fn frame(rate: u32) -> Duration {
    Duration::from_nanos(1_000_000_000_000 * 2 / 3 / u64::from(rate))
}

/// A window, its input and its pixels.
pub struct WindowSurface {
    /// The window.
    pub window: Arc<Window>,
    /// What turns its events into egui's.
    pub input: egui_winit::State,
    /// When its next frame is due.
    pub due: Option<Instant>,
    info: ViewportInfo,
    builder: ViewportBuilder,
    surface: softbuffer::Surface<OwnedDisplayHandle, Arc<Window>>,
    /// What the last frames showed, the latest first.
    drawn: VecDeque<Drawn>,
    /// The least time from one frame to the next, and when the last one began.
    frame: Duration,
    began: Instant,
    /// The system has not taken a frame since it last took one.
    is_refused: bool,
}

impl WindowSurface {
    /// Opens a window.
    ///
    /// # Errors
    /// Where the system refuses it.
    pub fn open<T: From<accesskit_winit::Event> + Send + 'static>(
        ctx: &Context,
        id: ViewportId,
        builder: ViewportBuilder,
        events: &ActiveEventLoop,
        proxy: EventLoopProxy<T>,
    ) -> Result<Self, String> {
        // Screen readers must know it before it is seen.
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
            builder,
            surface,
            drawn: VecDeque::new(),
            frame: frame(RATE),
            began: now.checked_sub(frame(RATE)).unwrap_or(now),
            is_refused: false,
        })
    }

    /// Its part of what egui knows of all windows.
    pub fn info(&mut self, ctx: &Context) -> ViewportInfo {
        egui_winit::update_viewport_info(&mut self.info, ctx, &self.window, false);
        self.info.clone()
    }

    /// What happened in it since the last frame; the other windows are added by the caller.
    pub fn take_input(&mut self) -> RawInput {
        self.due = None;
        self.input.take_egui_input(&self.window)
    }

    /// The user or the program wants it closed.
    pub fn wants_to_close(&self) -> bool {
        self.info.events.contains(&ViewportEvent::Close)
    }

    /// Notes that it should be closed; the next frame may still refuse.
    pub fn close(&mut self) {
        self.info.events.push(ViewportEvent::Close);
        self.due = Some(Instant::now());
    }

    /// Follows what the program wants of the window.
    pub fn follow(&mut self, ctx: &Context, builder: Option<ViewportBuilder>, commands: Vec<ViewportCommand>) {
        let patch = builder.map(|builder| self.builder.patch(builder).0).unwrap_or_default();
        let all = patch.into_iter().chain(commands);
        egui_winit::process_viewport_commands(ctx, &mut self.info, all, &self.window, &mut Vec::new());
    }

    /// The frame has dealt with what had happened.
    pub fn settle(&mut self) {
        self.info.events.clear();
    }

    /// Wants a frame at a time, but not sooner than the screen can show one.
    pub fn request_frame(&mut self, at: Instant) {
        let at = at.max(self.began + self.frame);
        self.due = Some(self.due.map_or(at, |due| due.min(at)));
    }

    /// The system has lost what it showed: all of it is drawn anew.
    pub fn expose(&mut self) {
        self.drawn.clear();
        self.due = Some(Instant::now());
    }

    /// The system did not take a frame: the window was resized or is going, or the frame is more than it ever takes (X11 without shared
    /// memory takes 16 MB). All of it is drawn again; gives when, which is not without a pause.
    pub fn refused(&mut self, why: &str) -> Instant {
        if !std::mem::replace(&mut self.is_refused, true) {
            log::warn!("a frame could not be shown: {why}");
        }
        self.drawn.clear();
        Instant::now() + AGAIN
    }

    /// A frame begins.
    pub fn begin(&mut self) {
        // Frames keep step with each other while they follow closely.
        let (now, next) = (Instant::now(), self.began + self.frame);
        self.began = if now < next + self.frame { next.min(now) } else { now };
        let of_screen = self.window.current_monitor().and_then(|monitor| monitor.refresh_rate_millihertz());
        self.frame = frame(of_screen.filter(|rate| *rate >= 10_000).unwrap_or(RATE));
    }

    /// Draws a frame and shows it; nothing is shown where nothing changed.
    ///
    /// # Errors
    /// Where the system does not take the pixels.
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
        // The buffer may be older than what the screen shows: what changes there is another question.
        let damage: Vec<softbuffer::Rect> = drawn.changes(self.drawn.front()).into_iter().filter_map(rect).collect();
        if damage.is_empty() {
            // Shown without a change it might never be given back. What it holds now is noted.
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

/// On Windows the task bar takes a larger icon than the window: the one of the program's file, where it has one.
#[cfg(windows)]
fn show_icon(window: &Window) {
    use winit::platform::windows::{IconExtWindows as _, WindowExtWindows as _};
    if let Ok(icon) = winit::window::Icon::from_resource(1, None) {
        window.set_window_icon(Some(icon.clone()));
        window.set_taskbar_icon(Some(icon));
    }
}
