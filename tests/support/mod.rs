//! The page object over the harness: what a visitor does, in a visitor's words.

#![allow(dead_code, reason = "each test binary uses its own part of it")]

pub mod drawn;
pub mod editor;
pub mod figures;
mod pointer;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Rect, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use vitrine::app::App;
use vitrine::files::PackSource;
use vitrine::model::{Exhibition, Lang, Pack, PackPlace};
use vitrine::state::{Action, State};
use vitrine::text::{self, Say};
use vitrine::ui::Window;
use vitrine::work;

use drawn::Drawn;

/// A visitor before the built-in exhibition.
pub struct Visitor {
    harness: Harness<'static, App>,
}

impl Visitor {
    /// Steps up to a 1920 × 1080 screen.
    pub fn new(lang: Lang) -> Self {
        Self::at(lang, vec2(1920.0, 1080.0))
    }

    /// Steps up to a screen of this size.
    pub fn at(lang: Lang, size: Vec2) -> Self {
        Self::before(lang, size, &PackPlace::BuiltIn)
    }

    /// Steps up to a screen of this size that shows what lies at a place.
    pub fn before(lang: Lang, size: Vec2, place: &PackPlace) -> Self {
        let (pack, source) = work::open_pack(place).expect("it opens");
        Self::with(lang, size, pack, source)
    }

    /// Steps up to a screen that shows an exhibition without pictures.
    pub fn reading(lang: Lang, size: Vec2, exhibition: Exhibition) -> Self {
        Self::with(
            lang,
            size,
            Pack::new(PackPlace::BuiltIn, exhibition, Vec::new(), |_file| false),
            Arc::new(PackSource::BuiltIn),
        )
    }

    /// Steps up to a screen whose dialog for files always answers with this folder; with none, nobody chooses a place.
    pub fn saving_into(lang: Lang, size: Vec2, folder: Option<PathBuf>) -> Self {
        Self::saving_pack_into(&PackPlace::BuiltIn, lang, size, folder)
    }

    /// The same of another pack.
    pub fn saving_pack_into(place: &PackPlace, lang: Lang, size: Vec2, folder: Option<PathBuf>) -> Self {
        let (pack, source) = work::open_pack(place).expect("it opens");
        let mut state = State::showing(pack);
        state.update(Action::Lang(lang));
        let place = move |name: &str| folder.as_ref().map(|folder| folder.join(name));
        Self::before_app(App::new(state, source, None, |_| {}).asking(place), size, Window::Main)
    }

    /// Waits until nothing is being saved any more.
    pub fn wait_until_saved(&mut self) {
        for _ in 0..6000 {
            self.settle();
            if self.state().saving().is_none() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the file was never saved");
    }

    /// Waits until a file is being made.
    pub fn wait_until_making(&mut self) {
        for _ in 0..500 {
            self.settle();
            if matches!(self.state().saving(), Some(vitrine::state::Saving::Making { .. })) {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("nothing is being made: {:?}", self.state().notice());
    }

    fn with(lang: Lang, size: Vec2, pack: Pack, source: Arc<PackSource>) -> Self {
        let mut state = State::showing(pack);
        state.update(Action::Lang(lang));
        Self::looking_at(state, source, size, Window::Main)
    }

    /// Looks at a window of the program in a state.
    pub fn looking_at(state: State, source: Arc<PackSource>, size: Vec2, window: Window) -> Self {
        Self::before_app(App::new(state, source, None, |_| {}), size, window)
    }

    /// Sits before the program where frames take so many seconds.
    pub fn with_frames(lang: Lang, size: Vec2, secs: f32) -> Self {
        let (pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
        let mut state = State::showing(pack);
        state.update(Action::Lang(lang));
        Self::before_frames(App::new(state, source, None, |_| {}), size, Window::Main, secs)
    }

    /// Sits before an app.
    pub fn before_app(app: App, size: Vec2, window: Window) -> Self {
        Self::before_frames(app, size, window, 0.25)
    }

    fn before_frames(app: App, size: Vec2, window: Window, secs: f32) -> Self {
        let harness = Harness::builder()
            .with_size(size)
            .with_step_dt(secs)
            .with_max_steps(64)
            .with_context_setup(App::dress)
            .build_ui_state(move |ui, app: &mut App| app.frame_of(ui, window), app);
        let mut visitor = Self { harness };
        visitor.settle();
        visitor
    }

    /// Sits in the hall of the same talk.
    pub fn in_the_hall(&self, size: Vec2) -> Self {
        let (_, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
        Self::looking_at(self.state().clone(), source, size, Window::Audience)
    }

    /// Presses a key and does not let it go.
    pub fn hold(&mut self, key: Key) {
        self.key(key, true, false);
    }

    /// Goes on holding a key: the system repeats it.
    pub fn go_on_holding(&mut self, key: Key) {
        self.key(key, true, true);
    }

    /// Lets a key go.
    pub fn let_go(&mut self, key: Key) {
        self.key(key, false, false);
    }

    fn key(&mut self, key: Key, pressed: bool, repeat: bool) {
        let modifiers = Modifiers::NONE;
        self.harness.event(egui::Event::Key { key, physical_key: None, pressed, repeat, modifiers });
        self.settle();
    }

    /// Runs a few frames, so that what was done has its effect.
    pub fn settle(&mut self) {
        for _ in 0..4 {
            let ctx = self.harness.ctx.clone();
            self.harness.state_mut().take_in(&ctx);
            self.harness.step();
        }
    }

    /// Waits until nothing is being opened or decoded any more: two minutes at most, in which there may be many reports.
    pub fn wait(&mut self) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_mins(2) {
            self.settle();
            let ctx = self.harness.ctx.clone();
            if !self.harness.state_mut().wait(&ctx, Duration::from_secs(10)) {
                return;
            }
        }
        panic!("the pictures never came");
    }

    /// Waits until something has come true that nobody waits for in the program: half a minute at most.
    pub fn wait_until(&mut self, what: &str, is_true: impl Fn(&Self) -> bool) {
        for _ in 0..600 {
            self.settle();
            if is_true(self) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("never: {what}: {:?}", self.state().unavailable());
    }

    /// Looks on for a while.
    pub fn linger(&mut self, time: Duration) {
        let begun = std::time::Instant::now();
        while begun.elapsed() < time {
            self.settle();
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// What is going on.
    pub fn state(&self) -> &State {
        self.harness.state().state()
    }

    /// Words of the interface in the visitor's language.
    pub fn say(&self, say: Say<'_>) -> String {
        text::say(self.state().lang(), say)
    }

    /// Lets something happen that no control stands for.
    pub fn apply(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().apply(&ctx, action);
        self.settle();
    }

    /// Lets several things happen at once.
    pub fn arrange(&mut self, actions: impl IntoIterator<Item = Action>) {
        let ctx = self.harness.ctx.clone();
        for action in actions {
            self.harness.state_mut().apply(&ctx, action);
        }
        // The first frame measures what the second one places.
        for _ in 0..2 {
            self.harness.state_mut().take_in(&ctx);
            self.harness.step();
        }
    }

    /// Clicks on the control of exactly this name.
    pub fn click(&mut self, name: &str) {
        self.harness.get_all_by_label(name).next().unwrap_or_else(|| panic!("nothing is named “{name}”")).click();
        self.settle();
    }

    /// Clicks on the first control whose name contains this.
    pub fn click_containing(&mut self, part: &str) {
        let node = self.harness.get_all_by_label_contains(part).next();
        node.unwrap_or_else(|| panic!("no name contains “{part}”")).click();
        self.settle();
    }

    /// Does with the control of exactly this name what a screen reader does: wherever it stands.
    pub fn activate(&mut self, name: &str) {
        let node = self.harness.query_all_by_label(name).find(|node| node.accesskit_node().label().is_some());
        node.unwrap_or_else(|| panic!("nothing is named “{name}”")).click_accesskit();
        self.settle();
    }

    /// The same with the one that stands within an area.
    pub fn activate_within(&mut self, name: &str, area: Rect) {
        let node = self.harness.query_all_by_label(name).find(|node| {
            area.contains(node.rect().center())
                && node.accesskit_node().data().supports_action(egui::accesskit::Action::Click)
        });
        node.unwrap_or_else(|| panic!("nothing is named “{name}” there")).click_accesskit();
        self.settle();
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key with modifiers.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Types text.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Presses the key of a letter, which types it.
    pub fn press_and_type(&mut self, letter: &str) {
        if let Some(key) = Key::from_name(&letter.to_uppercase()) {
            self.key(key, true, false);
        }
        self.harness.event(egui::Event::Text(letter.to_owned()));
        self.settle();
    }

    /// Types faster than frames are drawn: each gets all letters of its part, and none is waited for.
    pub fn type_through(&mut self, frames: &[&str]) {
        for letters in frames {
            let events = letters.chars().map(|letter| match letter {
                '\n' => egui::Event::Key {
                    key: Key::Enter,
                    physical_key: None,
                    pressed: true,
                    repeat: false,
                    modifiers: Modifiers::NONE,
                },
                letter => egui::Event::Text(letter.to_string()),
            });
            self.harness.input_mut().events.extend(events);
            let ctx = self.harness.ctx.clone();
            self.harness.state_mut().take_in(&ctx);
            self.harness.step();
        }
        self.settle();
    }

    /// Lets something reach the window: a copy, a paste. Gives the text that went to the clipboard.
    pub fn event(&mut self, event: egui::Event) -> Option<String> {
        self.harness.event(event);
        let mut copied = None;
        for _ in 0..4 {
            let ctx = self.harness.ctx.clone();
            self.harness.state_mut().take_in(&ctx);
            self.harness.step();
            for command in &self.harness.output().platform_output.commands {
                if let egui::OutputCommand::CopyText(text) = command {
                    copied = Some(text.clone());
                }
            }
        }
        copied
    }

    /// The name of the first thing whose name begins like this.
    pub fn name_of_cell(&self, start: &str) -> String {
        let found = self.names().into_iter().find(|name| name.starts_with(start));
        found.unwrap_or_else(|| panic!("no name begins with “{start}”"))
    }

    /// True when something readable has exactly this name.
    pub fn sees(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// True when some name contains this.
    pub fn sees_containing(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    /// The names of everything readable, in the tree's order.
    pub fn names(&self) -> Vec<String> {
        self.harness
            .query_all_by(|node| node.label().is_some() || node.value().is_some())
            .filter_map(|node| {
                let node = node.accesskit_node();
                node.label().or_else(|| node.value())
            })
            .collect()
    }

    /// The texts that can be seen, with the area of their letters: as high as they are seen, as wide as they are. A text with a
    /// halo counts once.
    pub fn texts(&self) -> Vec<(String, Rect)> {
        let mut found = Vec::new();
        for shape in &self.harness.output().shapes {
            drawn::texts(&shape.shape, shape.clip_rect, &mut found);
        }
        found
    }

    /// The lines of text that can be seen, each once.
    pub fn lines_drawn(&self) -> Vec<Drawn> {
        let mut found = Vec::new();
        for shape in &self.harness.output().shapes {
            Drawn::lines(&shape.shape, shape.clip_rect, &mut found);
        }
        found
    }

    /// Draws one frame.
    pub fn step(&mut self) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().take_in(&ctx);
        self.harness.step();
    }

    /// Presses and releases the pointer somewhere, without looking at what comes of it.
    pub fn press_at(&mut self, at: egui::Pos2) {
        self.harness.event(egui::Event::PointerMoved(at));
        self.step();
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            self.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
            self.step();
        }
    }

    /// The areas of the pictures that the last frame drew.
    pub fn pictures(&self) -> Vec<Rect> {
        let shapes = self.harness.output().shapes.iter();
        let area = |shape: &egui::Shape| match shape {
            egui::Shape::Rect(rect) if rect.brush.is_some() => Some(rect.rect),
            _ => None,
        };
        shapes.filter_map(|clipped| area(&clipped.shape)).collect()
    }

    /// How many shapes the last frame drew.
    pub fn shapes(&self) -> usize {
        self.harness.output().shapes.len()
    }

    /// The area of what has exactly this name.
    pub fn area(&self, name: &str) -> Option<Rect> {
        self.harness.query_all_by_label(name).next().map(|node| node.rect())
    }

    /// The areas of everything that can be touched, with their names.
    pub fn controls(&self) -> Vec<(String, Rect)> {
        let controls = self
            .harness
            .query_all_by(|node| node.label().is_some() && node.data().supports_action(egui::accesskit::Action::Click));
        controls.into_iter().filter_map(|node| Some((node.accesskit_node().label()?, node.rect()))).collect()
    }

    /// The areas in which something can be touched now, as far as they are seen, in the order from below.
    pub fn touchable(&self) -> Vec<Rect> {
        self.harness.ctx.viewport(|viewport| {
            let widgets = viewport.prev_pass.widgets.layers().flat_map(|(_, widgets)| widgets.iter());
            let touched =
                widgets.filter(|w| w.enabled && w.sense == egui::Sense::click() && w.interact_rect.is_positive());
            touched.map(|widget| widget.interact_rect).collect()
        })
    }

    /// What a screen reader says of something of this name beyond its name.
    pub fn description(&self, name: &str) -> Option<String> {
        self.harness.query_all_by_label(name).find_map(|node| node.accesskit_node().description())
    }
}

/// The folder with material that is not shipped, or `None` with a word about it where it is not there.
pub fn shared(what: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(what);
    if path.exists() {
        Some(path)
    } else {
        eprintln!("skipped: {} is not here", path.display());
        None
    }
}
