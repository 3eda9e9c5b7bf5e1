//! The only place where a state changes.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{Filter, Pack, PackPlace, Sort, learn};

use super::talk::Phase;
use super::{Action, Drawer, Effect, Notice, Sheet, State, TalkAct, Unsaved, View, Zoom, claims};

/// How long a notice that needs no answer stays, in seconds.
const NOTICE_SECS: f64 = 8.0;
/// The longest path that can be typed, in characters.
const LONGEST_PATH: usize = 4096;
/// How long the first start offers a choice of sizes, in seconds.
const OFFER_SECS: f64 = 40.0;

impl State {
    /// A state that shows a pack from its beginning.
    #[must_use]
    pub fn showing(pack: Pack) -> Self {
        Self { photo: pack.first, pack: Arc::new(pack), ..Self::default() }
    }

    /// The positions of the pictures on the wall. A visitor of an exhibition is not shown what cannot be shown; whoever
    /// opened an album is told.
    #[must_use]
    pub fn wall(&self) -> Vec<usize> {
        let mut wall = self.filter.photos(&self.pack.exhibition);
        if !self.pack.album && !self.unshown.is_empty() {
            wall.retain(|photo| self.keeps_its_place(*photo));
        }
        wall
    }

    /// The views that have something to show; at least the wall.
    #[must_use]
    pub fn views(&self) -> Vec<View> {
        let x = &self.pack.exhibition;
        let has = |view: &View| match view {
            View::Photos => true,
            View::Personnel => !(x.batches.is_empty() && x.totals.is_empty()),
            View::Pairings => !x.pairings.is_empty(),
            View::Timeline => !x.milestones.is_empty(),
            View::Sources => !(x.sources.is_empty() && x.statements.is_empty() && x.about.is_empty()),
        };
        View::ALL.into_iter().filter(has).collect()
    }

    /// The zoom of the open picture.
    #[must_use]
    pub fn zoom(&self) -> Zoom {
        self.zoom.unwrap_or(Zoom::WHOLE)
    }

    /// Lets an action happen. Actions that make no sense now (the next picture with none open) change nothing.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::View(view) => {
                self.view = if self.views().contains(&view) { view } else { View::Photos };
                self.photo = None;
                self.close_layers();
            }
            Action::Province(province) => self.choose_province(province),
            Action::Topic(topic) => {
                self.filter.topic = topic.filter(|t| self.pack.exhibition.topics.iter().any(|known| known.id == *t));
                self.drawer = None;
            }
            Action::TypePath(typed) => self.path = typed.chars().take(LONGEST_PATH).collect(),
            Action::Search(typed) => self.search = typed.chars().take(60).collect(),
            Action::OpenPhoto(photo) => self.open_photo(photo),
            Action::NextPhoto => self.step_photo(1),
            Action::PreviousPhoto => self.step_photo(-1),
            Action::Zoom(zoom) => self.zoom = self.photo.map(|_| zoom.bounded()),
            Action::Lang(lang) => return self.choose_lang(lang),
            Action::Theme(theme) => return self.choose_theme(theme),
            Action::Distance(distance) => return self.choose_distance(distance),
            Action::Measured(points_per_mm) => return self.measure(points_per_mm),
            Action::Status(status) => self.status = Some(status),
            Action::Chart(mode) => self.chart = mode,
            Action::Sort(by) => self.sort = Sort::next(self.sort, by),
            Action::Stop(stop) => {
                self.stop = (stop < self.pack.exhibition.pairing_stops.len()).then_some(stop);
            }
            Action::Milestone(id) => {
                if self.pack.exhibition.milestones.iter().any(|m| m.id == id) {
                    self.milestone = Some(id);
                }
            }
            Action::Sheet(subject) => self.sheet = Some(Sheet { subject, page: 0 }),
            Action::SheetPage(page) => self.turn_sheet(page),
            Action::Drawer(drawer) => return self.pull(drawer),
            Action::Back => self.back(),
            Action::DismissNotice => return self.drop_notice(),
            Action::Save(act) => return self.save_act(act),
            Action::HandedOver(path) => return self.take_over(path),
            Action::Talk(act) => return self.talk_act(act),
            Action::Tick(now) => return self.tick(now),
            outside => return self.update_outside(outside),
        }
        Vec::new()
    }

    /// Actions that need or bring something from outside.
    fn update_outside(&mut self, action: Action) -> Vec<Effect> {
        if self.talk.is_on() && changes_the_pack(&action) {
            return Vec::new();
        }
        match action {
            Action::Fullscreen => {
                self.fullscreen = !self.fullscreen;
                vec![Effect::Fullscreen(self.fullscreen)]
            }
            Action::Copy(text) => {
                self.notice = Some((Notice::Copied, self.now));
                vec![Effect::Copy(text)]
            }
            Action::PickPack | Action::PickFolder => {
                self.drawer = None;
                vec![Effect::Pick { folder: action == Action::PickFolder }]
            }
            Action::NoDialog => {
                (self.no_dialog, self.drawer) = (true, Some(Drawer::Open));
                Vec::new()
            }
            Action::OpenPack(path) => {
                self.drawer = None;
                vec![Effect::OpenPath(path)]
            }
            Action::OpenBuiltIn => {
                self.drawer = None;
                vec![Effect::Open(PackPlace::BuiltIn)]
            }
            Action::PackOpened(pack) => {
                let effects = self.keep_pack(&pack);
                self.show(*pack);
                effects
            }
            Action::Learned(generation, learned) => {
                if generation == self.generation {
                    let photos = &mut Arc::make_mut(&mut self.pack).exhibition.photos;
                    for (photo, learned) in learned {
                        if let Some(photo) = photos.get_mut(photo) {
                            learn(photo, &learned);
                        }
                    }
                }
                Vec::new()
            }
            Action::Unshown(generation, photo, why) => self.note_unshown(generation, photo, why),
            Action::FilesChanged(generation, news) => self.files_changed(generation, &news),
            Action::PackFailed(path, error) => {
                let name = PackPlace::Folder(path).name();
                self.notice = Some((Notice::OpenFailed(name, error), self.now));
                Vec::new()
            }
            // A talk is ended on purpose, never by closing a window.
            Action::Quit if self.talk.is_on() => self.talk_act(TalkAct::AskEnd),
            Action::Quit => vec![Effect::Quit],
            _ => Vec::new(),
        }
    }

    /// Opens what another start of the program was given. Under a talk the speaker is asked first.
    fn take_over(&mut self, path: PathBuf) -> Vec<Effect> {
        if matches!(self.talk.phase, Phase::On | Phase::After) {
            self.talk.asked = Some(path);
            return Vec::new();
        }
        let mut effects = Vec::new();
        if self.talk.phase == Phase::Sheet {
            effects = self.talk_act(TalkAct::Close);
        }
        (self.drawer, self.sheet) = (None, None);
        effects.push(Effect::OpenPath(path));
        effects
    }

    /// Swaps the pack whole; language and theme stay.
    fn show(&mut self, pack: Pack) {
        let notice = Notice::opened(&pack);
        let photo = pack.first;
        *self = Self {
            pack: Arc::new(pack),
            generation: self.generation + 1,
            photo,
            still: self.still,
            drawn_by: self.drawn_by.clone(),
            distance: self.distance,
            settings: self.settings.clone(),
            lang: self.lang,
            theme: self.theme,
            view: self.view,
            chart: self.chart,
            fullscreen: self.fullscreen,
            saving: self.saving.take(),
            no_dialog: self.no_dialog,
            talk: self.talk.put_away(),
            now: self.now,
            notice: Some((notice, self.now)),
            ..Self::default()
        };
        if !self.views().contains(&self.view) {
            self.view = View::Photos;
        }
    }

    fn choose_province(&mut self, province: Option<crate::model::ProvinceId>) {
        self.filter.province = province.filter(|p| self.pack.exhibition.province(p).is_some());
        self.drawer = None;
        self.photo = None;
        self.sheet = None;
        if self.filter.province.is_some() && self.wall().is_empty() {
            self.filter.topic = None;
        }
    }

    fn open_photo(&mut self, photo: usize) {
        if photo < self.pack.exhibition.photos.len() {
            if !self.wall().contains(&photo) {
                self.filter = Filter::default();
            }
            self.photo = Some(photo);
            self.zoom = None;
            self.close_layers();
        }
    }

    /// Moves along the wall, and stays at its ends.
    pub(super) fn step_photo(&mut self, by: isize) {
        let wall = self.wall();
        let Some(at) = self.photo.and_then(|photo| wall.iter().position(|&p| p == photo)) else { return };
        if let Some(&photo) = at.checked_add_signed(by).and_then(|next| wall.get(next)) {
            self.photo = Some(photo);
            self.zoom = None;
            self.sheet = None;
        }
    }

    fn turn_sheet(&mut self, page: usize) {
        let Some(sheet) = &mut self.sheet else { return };
        if page < claims(&self.pack.exhibition, &sheet.subject).len() {
            sheet.page = page;
        }
    }

    fn pull(&mut self, drawer: Option<Drawer>) -> Vec<Effect> {
        self.drawer = drawer;
        self.status = None;
        let mut effects = Vec::new();
        if matches!(self.notice, Some((Notice::FirstStart, _))) {
            effects = self.drop_notice();
        }
        effects.extend((drawer == Some(Drawer::Status)).then_some(Effect::Examine));
        effects
    }

    /// A notice was read, or its time is over. What was offered is not offered again.
    fn drop_notice(&mut self) -> Vec<Effect> {
        match self.notice.take() {
            Some((Notice::FirstStart, _)) => self.note_offer(),
            _ => Vec::new(),
        }
    }

    fn close_layers(&mut self) {
        self.sheet = None;
        self.drawer = None;
    }

    /// Leaves one level, the topmost first. At the bottom nothing happens: this never quits.
    fn back(&mut self) {
        if self.sheet.take().is_some() || self.drawer.take().is_some() {
            return;
        }
        if self.photo.is_some() {
            if self.zoom.take().is_none_or(|z| z == Zoom::WHOLE) {
                self.photo = None;
            }
        } else if !self.search.is_empty() {
            self.search.clear();
        } else if self.filter != Filter::default() {
            self.filter = Filter::default();
        }
    }

    fn tick(&mut self, now: f64) -> Vec<Effect> {
        self.now = now.max(self.now);
        let is_over = |(notice, since): &(Notice, f64)| notice_secs(notice).is_some_and(|secs| self.now - since > secs);
        let mut effects = Vec::new();
        if self.notice.as_ref().is_some_and(is_over) {
            effects = self.drop_notice();
        }
        effects.extend(self.talk_tick());
        effects
    }

    /// When time must pass again for something to change, in seconds from now.
    #[must_use]
    pub fn next_deadline(&self) -> Option<f64> {
        let notice = self
            .notice
            .as_ref()
            .and_then(|(notice, since)| notice_secs(notice).map(|secs| (since + secs - self.now).max(0.0) + 0.05));
        [notice, self.talk.next_deadline()].into_iter().flatten().min_by(f64::total_cmp)
    }
}

/// How long a notice stays, in seconds; `None` where it waits until it is read.
fn notice_secs(notice: &Notice) -> Option<f64> {
    match notice {
        Notice::FirstStart | Notice::Opened(_, 1.., _) => Some(OFFER_SECS),
        Notice::Opened(..)
        | Notice::OpenedWithout(..)
        | Notice::Copied
        | Notice::Saved(_)
        | Notice::Unsaved(_, Unsaved::Stopped) => Some(NOTICE_SECS),
        Notice::OpenFailed(..)
        | Notice::SavedWithout(..)
        | Notice::Opening(_)
        | Notice::SettingsDamaged(_)
        | Notice::Unsaved(..) => None,
    }
}

/// True for what would put another exhibition under a talk.
fn changes_the_pack(action: &Action) -> bool {
    use Action::{Fullscreen, NoDialog, OpenBuiltIn, OpenPack, PackOpened, PickFolder, PickPack};
    matches!(action, Fullscreen | PickPack | PickFolder | NoDialog | OpenPack(_) | OpenBuiltIn | PackOpened(_))
}
