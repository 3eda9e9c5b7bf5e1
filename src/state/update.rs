//! The only place that changes a state.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{Filter, Pack, PackPlace, PhotoKey, Probed, Sort, TopicId};

use super::talk::Phase;
use super::{
    Action, ClaimKey, Effect, Kiosk, Mode, Notice, Overlay, Scrollable, Session, Sheet, State, Subject, TalkCommand,
    View, Zoom, claims,
};

/// How long each year is shown while the years are played, in seconds.
const YEAR_SECS: f64 = 1.2;
/// The maximum length of a typed path, in characters.
const LONGEST_PATH: usize = 4096;

impl State {
    /// The pictures of the gallery, in order. An exhibition leaves out those that cannot be shown; a photo folder shows them
    /// with the reason.
    #[must_use]
    pub fn wall(&self) -> Vec<PhotoKey> {
        let filter = &self.session.filter;
        let shown = self.pack.photos().filter(|(_, photo)| filter.shows(photo));
        let mut wall: Vec<PhotoKey> = shown.map(|(key, _)| key).collect();
        if !self.pack.photo_folder && !self.unavailable.is_empty() {
            wall.retain(|photo| self.keeps_its_place(*photo));
        }
        wall
    }

    /// The views that have something to show; at least the gallery.
    #[must_use]
    pub fn views(&self) -> Vec<View> {
        let x = &self.pack.exhibition;
        let is_edited = self.editing.as_ref().is_some_and(|editing| !editing.preview());
        let has = |view: &View| match view {
            _ if is_edited => true,
            View::Photos => true,
            View::Personnel => !(x.batches.is_empty() && x.totals.is_empty()),
            View::Pairings => !x.pairings.is_empty(),
            View::Timeline => !x.milestones.is_empty(),
            View::Sources => !(x.sources.is_empty() && x.statements.is_empty() && x.about.is_empty()),
        };
        View::ALL.into_iter().filter(has).collect()
    }

    /// Applies an action, if the mode allows it. Actions without meaning now (the next picture with none open) change nothing.
    #[expect(clippy::too_many_lines, reason = "one arm for each action")]
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        if !self.mode().allows(&action) || !self.kiosk_allows(&action) {
            return Vec::new();
        }
        let action = self.as_edited(action);
        match action {
            Action::View(view) => self.go_to(view),
            Action::Province(province) => self.choose_province(province),
            Action::Topic(topic) => self.choose_topic(topic),
            Action::TypePath(typed) => self.session.path = typed.chars().take(LONGEST_PATH).collect(),
            Action::Search(typed) => self.look_for(&typed),
            Action::Finder(command) => self.finder_command(command),
            Action::OpenPhoto(photo) => self.open_photo(photo),
            Action::NextPhoto => self.step_photo(1),
            Action::PreviousPhoto => self.step_photo(-1),
            Action::Zoom(zoom) => self.session.zoom = self.session.photo.map(|_| zoom.bounded()),
            Action::Chart(mode) => self.session.chart = mode,
            Action::Sort(by) => self.session.sort = Sort::next(self.session.sort, by),
            Action::Step(year) if self.session.year.is_some() => self.look_at_year(Some(year)),
            Action::Step(year) => {
                self.session.step = self.pack.exhibition.pairing_stop(year).map(|stop| stop.year);
            }
            Action::Year(year) => {
                self.session.next_year = None;
                self.look_at_year(year);
            }
            Action::PlayYears(on) if self.session.year.is_some() => self.play_on(on),
            Action::PlayYears(on) => self.play_years(on),
            Action::Milestone(id) => {
                if self.pack.exhibition.milestones.iter().any(|m| m.id == id) {
                    self.edit_subject(&Subject::Milestone(id.clone()));
                    self.year_of(&id);
                    self.session.milestone = Some(id);
                }
            }
            Action::Sheet(subject) => self.open_sheet_of(subject),
            Action::SheetPage(claim) => self.turn_sheet(claim),
            Action::Trace(source) => self.trace_source(source),
            Action::Scroll(surface, offset) => drop(self.session.scrolls.insert(surface, offset)),
            Action::Licences(shown) => self.session.licences = shown,
            Action::Back => self.back(),
            Action::Home => self.go_home(),
            Action::Reset => return self.reset(),
            Action::Lang(lang) => return self.choose_lang(lang),
            Action::Theme(theme) => return self.choose_theme(theme),
            Action::Distance(distance) => return self.choose_distance(distance),
            Action::Measured(points_per_mm) => return self.measure(points_per_mm),
            Action::Overlay(overlay) => return self.pull(overlay),
            Action::DismissNotice => return self.dismiss_notice(),
            Action::Save(command) => return self.save_command(command),
            Action::Talk(command) => return self.talk_command(command),
            Action::SetUp(command) => return self.set_up_command(command),
            Action::Kiosk(command) => return self.kiosk_command(command),
            Action::Edit(command) => {
                let mut effects = self.end_cell(&command);
                effects.extend(self.edit_command(command));
                self.settle_table();
                return effects;
            }
            Action::Fullscreen => {
                self.fullscreen = !self.fullscreen;
                return vec![Effect::Fullscreen(self.fullscreen)];
            }
            Action::Copy(text) => {
                self.notices.push(Notice::Copied, self.now);
                return vec![Effect::Copy(text)];
            }
            Action::PickPack => return self.open(Effect::Pick { folder: false }),
            Action::PickFolder => return self.open(Effect::Pick { folder: true }),
            Action::OpenPack(path) => return self.open(Effect::OpenPath(path)),
            Action::OpenBuiltIn => return self.open(Effect::Open(PackPlace::BuiltIn)),
            Action::HandedOver(path) => return self.take_over(path),
            Action::NoDialog => (self.no_dialog, self.session.overlay) = (true, Some(Overlay::Open)),
            Action::PackOpened(pack) if self.kiosk.is_some() => return self.kiosk_takes_pack(*pack),
            Action::PackOpened(pack) => {
                let effects = self.keep_pack(&pack);
                self.show(*pack);
                return effects;
            }
            Action::PackFailed(path, error) => {
                // At a kiosk the staff alone are told, and only of what they chose.
                let is_told = self.kiosk.as_ref().is_none_or(Kiosk::awaits_pack);
                self.kiosk_lacks_pack();
                if !is_told {
                    return Vec::new();
                }
                let name = PackPlace::Folder(path).name();
                self.notices.push(Notice::OpenFailed(name, error), self.now);
            }
            Action::Probed(generation, probed) => self.fill_in(generation, probed),
            Action::Unavailable(generation, photo, why) => self.note_unavailable(generation, photo, why),
            Action::FilesChanged(generation, news) => self.files_changed(generation, &news),
            Action::Status(status) => self.status = Some(status),
            Action::DrawnBy(drawn_by) => self.drawn_by = drawn_by,
            Action::Still(still) => self.still = still,
            Action::Tick(now) => return self.tick(now),
            // Closing the window does not end a talk: it asks.
            Action::Quit if self.talk.is_on() => return self.talk_command(TalkCommand::AskEnd),
            Action::Quit => return vec![Effect::Quit],
        }
        Vec::new()
    }

    /// The current mode.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match (self.talk.is_on(), &self.kiosk, &self.editing) {
            (true, ..) => Mode::Presenting,
            (false, Some(_), _) => Mode::Kiosk,
            (false, None, Some(_)) => Mode::Editing,
            (false, None, None) => Mode::Everyday,
        }
    }

    fn go_to(&mut self, view: View) {
        if let Some(editing) = &mut self.editing {
            editing.go_to_views();
        }
        self.leave_behind(view);
        self.session.view = if self.views().contains(&view) { view } else { View::Photos };
        self.session.photo = None;
        // All years are played on through the views.
        if self.session.year.is_none() {
            self.session.next_year = None;
        }
        self.end_search();
        self.close_overlays();
    }

    fn choose_topic(&mut self, topic: Option<TopicId>) {
        self.session.filter.topic = topic.filter(|t| self.pack.exhibition.topics.iter().any(|known| known.id == *t));
        self.session.overlay = None;
    }

    /// Opens something else.
    fn open(&mut self, effect: Effect) -> Vec<Effect> {
        self.session.overlay = None;
        vec![effect]
    }

    fn fill_in(&mut self, generation: u64, probed: Vec<(PhotoKey, Probed)>) {
        if generation != self.generation {
            return;
        }
        let pack = Arc::make_mut(&mut self.pack);
        for (photo, probed) in probed {
            pack.fill_in(photo, probed);
        }
    }

    /// Goes to the first view, with nothing chosen and nothing open.
    fn go_home(&mut self) {
        let home = Session { view: self.home.view, chart: self.home.chart, ..self.session.clone() };
        self.session = Session { photo: None, ..Session::home(&home, &self.pack, &self.views()) };
    }

    /// Returns to the start of a visit, discarding everything that a visitor changed.
    pub(super) fn reset(&mut self) -> Vec<Effect> {
        self.session = self.at_home();
        self.status = None;
        vec![Effect::ForgetWidgets]
    }

    /// The start of a visit.
    pub(super) fn at_home(&self) -> Session {
        Session::home(&self.home, &self.pack, &self.views())
    }

    /// Opens a pack handed over by another start of the program. During a talk the speaker is asked first.
    fn take_over(&mut self, path: PathBuf) -> Vec<Effect> {
        if matches!(self.talk.phase, Phase::On | Phase::After) {
            self.talk.asked = Some(path);
            return Vec::new();
        }
        let mut effects = Vec::new();
        if self.talk.phase == Phase::Sheet {
            effects = self.talk_command(TalkCommand::Close);
        }
        (self.session.overlay, self.session.sheet) = (None, None);
        effects.push(Effect::OpenPath(path));
        effects
    }

    /// Replaces the pack; language, theme, distance, view and chart stay.
    pub(super) fn show(&mut self, pack: Pack) {
        self.notices.push(Notice::opened(&pack), self.now);
        self.pack = Arc::new(pack);
        self.generation += 1;
        self.editing = None;
        self.unavailable.clear();
        self.status = None;
        // Whoever sets up a kiosk may open what it is to show.
        let setting_up = self.session.setting_up.take();
        self.session = Session { setting_up, ..Session::home(&self.session, &self.pack, &self.views()) };
        self.talk = self.talk.put_away();
    }

    fn choose_province(&mut self, province: Option<crate::model::ProvinceId>) {
        if let Some(id) = &province {
            self.edit_subject(&Subject::Province(id.clone()));
        }
        self.session.filter.province = province.filter(|p| self.pack.exhibition.province(p).is_some());
        self.session.overlay = None;
        self.session.photo = None;
        self.session.sheet = None;
        self.end_search();
        self.session.scrolls.remove(&Scrollable::ProvinceCard);
        if self.session.filter.province.is_some() && self.wall().is_empty() {
            self.session.filter.topic = None;
        }
    }

    fn open_photo(&mut self, photo: PhotoKey) {
        if self.pack.position(photo).is_some() {
            if !self.wall().contains(&photo) {
                self.session.filter = Filter::default();
            }
            let stays = self.session.photo.is_some() && self.session.from_whole;
            self.session.from_whole = stays || self.session.overlay == Some(Overlay::Whole);
            self.session.photo = Some(photo);
            self.session.zoom = None;
            self.session.scrolls.remove(&Scrollable::Caption);
            self.end_search();
            self.close_overlays();
        }
    }

    /// Moves along the gallery, stopping at its ends.
    pub(super) fn step_photo(&mut self, by: isize) {
        let wall = self.wall();
        let Some(at) = self.session.photo.and_then(|photo| wall.iter().position(|&p| p == photo)) else { return };
        if let Some(&photo) = at.checked_add_signed(by).and_then(|next| wall.get(next)) {
            self.session.photo = Some(photo);
            self.session.zoom = None;
            self.session.sheet = None;
            self.session.scrolls.remove(&Scrollable::Caption);
        }
    }

    fn open_sheet_of(&mut self, subject: Subject) {
        self.session.sheet = Some(Sheet { subject, claim: None });
        self.session.scrolls.remove(&Scrollable::Sheet);
    }

    /// Starts or stops playing the years. At the end it restarts from the first.
    fn play_years(&mut self, on: bool) {
        let stops = &self.pack.exhibition.pairing_stops;
        self.session.next_year = (on && stops.len() > 1).then_some(self.now + YEAR_SECS);
        if on && self.year_beside(1).is_none() {
            self.session.step = stops.first().map(|stop| stop.year);
        }
    }

    /// Shows the next year when it is due, until the last one.
    fn years_tick(&mut self) {
        if self.session.next_year.is_none_or(|due| self.now < due) {
            return;
        }
        if self.session.year.is_some() {
            self.next_year_comes();
            return;
        }
        self.session.step = self.year_beside(1).or(self.session.step);
        self.session.next_year = self.year_beside(1).map(|_| self.now + YEAR_SECS);
    }

    fn turn_sheet(&mut self, claim: ClaimKey) {
        let Some(sheet) = &mut self.session.sheet else { return };
        if claims(&self.pack.exhibition, &sheet.subject).iter().any(|known| known.key() == claim) {
            sheet.claim = Some(claim);
            self.session.scrolls.remove(&Scrollable::Sheet);
        }
    }

    fn pull(&mut self, overlay: Option<Overlay>) -> Vec<Effect> {
        self.session.overlay = overlay;
        self.leave_spreadsheet();
        self.status = None;
        let mut effects = Vec::new();
        if self.notice() == Some(&Notice::FirstStart) {
            let dismissed = self.notices.dismiss();
            effects = self.after_notice(dismissed.as_ref());
        }
        effects.extend((overlay == Some(Overlay::Status)).then_some(Effect::Diagnose));
        effects.extend((overlay == Some(Overlay::Prepare)).then_some(Effect::FindUnfinished));
        effects.extend((overlay == Some(Overlay::Versions)).then_some(Effect::ListVersions));
        effects
    }

    /// Dismisses the visible notice.
    fn dismiss_notice(&mut self) -> Vec<Effect> {
        let seen = if self.session.overlay.is_some() { self.notices.dismiss_answer() } else { None };
        let read = seen.or_else(|| self.notices.dismiss());
        self.after_notice(read.as_ref())
    }

    /// Handles a notice that was read or expired. An offer is not repeated.
    fn after_notice(&mut self, notice: Option<&Notice>) -> Vec<Effect> {
        if notice == Some(&Notice::FirstStart) { self.note_offer() } else { Vec::new() }
    }

    pub(super) fn close_overlays(&mut self) {
        self.session.sheet = None;
        self.session.overlay = None;
    }

    /// Goes back one level, the topmost first. At the bottom nothing happens: this never quits.
    fn back(&mut self) {
        if self.set_up_goes_back() || self.leave_column() {
            return;
        }
        if self.session.sheet.take().is_some() || self.session.overlay.take().is_some() {
            self.leave_spreadsheet();
            return;
        }
        if self.editing_back() {
            return;
        }
        if self.session.photo.is_some() {
            if self.session.zoom.take().is_none_or(|z| z == Zoom::WHOLE) {
                self.session.last_photo = self.session.photo.take();
                self.session.overlay = self.session.from_whole.then_some(Overlay::Whole);
            }
        } else if self.session.finder.is_some() {
            self.end_search();
        } else if self.session.trace.take().is_some() {
            // Everything is shown again.
        } else if self.session.year.is_some() {
            self.look_at_year(None);
        } else if !self.session.search.is_empty() {
            self.session.search.clear();
        } else if self.session.filter != Filter::default() {
            self.session.filter = Filter::default();
        }
    }

    fn tick(&mut self, now: f64) -> Vec<Effect> {
        self.now = now.max(self.now);
        self.years_tick();
        let expired = self.notices.expire(self.now);
        let mut effects = self.after_notice(expired.as_ref());
        effects.extend(self.talk_tick());
        effects.extend(self.kiosk_tick());
        effects.extend(self.editing_tick());
        effects
    }

    /// When time must be advanced next for something to change, in seconds from now.
    #[must_use]
    pub fn next_deadline(&self) -> Option<f64> {
        let notice = self.notices.next_deadline(self.now);
        let year = self.session.next_year.map(|due| (due - self.now).max(0.0));
        [notice, year, self.talk.next_deadline(), self.kiosk_deadline(), self.editing_deadline()]
            .into_iter()
            .flatten()
            .min_by(f64::total_cmp)
    }
}
