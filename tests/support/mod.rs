//! The page object over the harness: what a visitor does, in a visitor's words.

#![allow(dead_code, reason = "each test binary uses its own part of it")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use vitrine::app::App;
use vitrine::files::PackSource;
use vitrine::model::{Lang, PackPlace};
use vitrine::state::{Action, State};
use vitrine::text::{self, Say};
use vitrine::ui::Window;
use vitrine::work;

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
        let mut state = State::showing(pack);
        state.lang = lang;
        Self::looking_at(state, source, size, Window::Main)
    }

    /// Looks at a window of the program in a state.
    pub fn looking_at(state: State, source: Arc<PackSource>, size: Vec2, window: Window) -> Self {
        let app = App::new(state, source, None, |_| {});
        let harness = Harness::builder()
            .with_size(size)
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
        Self::looking_at(self.state().clone(), source, size, Window::Hall)
    }

    /// Presses a key and does not let it go.
    pub fn hold(&mut self, key: Key) {
        self.harness.event(egui::Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
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

    /// Waits until nothing is being opened or decoded any more.
    pub fn wait(&mut self) {
        for _ in 0..200 {
            self.settle();
            let ctx = self.harness.ctx.clone();
            if !self.harness.state_mut().wait(&ctx, Duration::from_secs(10)) {
                return;
            }
        }
        panic!("the pictures never came");
    }

    /// What is going on.
    pub fn state(&self) -> &State {
        self.harness.state().state()
    }

    /// Words of the interface in the visitor's language.
    pub fn say(&self, say: Say<'_>) -> String {
        text::say(self.state().lang, say)
    }

    /// Lets something happen that no control stands for.
    pub fn act(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().act(&ctx, action);
        self.settle();
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

    /// The name of what has the keyboard's focus.
    pub fn focused(&self) -> Option<String> {
        let focused = self.harness.query_all_by(|node| node.is_focused() && node.label().is_some());
        focused.into_iter().find_map(|node| node.accesskit_node().label())
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
