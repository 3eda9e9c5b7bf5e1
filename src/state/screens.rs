//! Every screen that a visitor of an exhibition can have before them, and how a state comes to show it.
//!
//! What only filters, highlights, enlarges or recolours another screen is none of its own.

use std::sync::Arc;

use crate::model::{GroupId, Lang, Photo, PhotoKey, ProvinceId, Shows, parts_through, sum_through, summary};

use super::kiosk::attract::{self, SECS};
use super::kiosk::{AccessChange, KioskCommand, KioskSetup, Touch};
use super::talk::AudienceView;
use super::{Action, ChartMode, FinderCommand, Start, State, Subject, View};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// A view; of the personnel one of their forms.
    View(View, ChartMode),
    /// The search by touch.
    Search,
    /// The card of a province, beside its pictures.
    Province(ProvinceId),
    /// A picture's page. One that cannot be shown has its place here too, so that nobody overlooks it.
    Photo(PhotoKey),
    /// A source sheet.
    Sheet(Subject),
    /// What the audience sees at a stop of the talk, by its index.
    Stop(usize),
    /// What the audience sees at the end of the talk.
    Closing,
    /// A content of the attract loop: the first of its kind, by its turn.
    Attract(Attraction, u64),
    /// The question whether somebody is still there.
    Warning,
    /// What makes the exhibition easier to see and reach.
    Access,
    /// Outside the hours.
    Closed,
}

/// A kind of content of the attract loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attraction {
    /// A picture.
    Picture,
    /// The personnel.
    Chart,
    /// The pairings.
    Pairings,
    /// A milestone.
    Milestone,
    /// A province.
    Province,
    /// A text.
    Card,
    /// The whole at one look.
    Whole,
    /// The title alone, where there is nothing else.
    Title,
}

impl Attraction {
    fn of(shows: &Shows) -> Self {
        match shows {
            Shows::Photo(_) => Self::Picture,
            Shows::Chart(_) => Self::Chart,
            Shows::Pairings(_) => Self::Pairings,
            Shows::Milestone(_) => Self::Milestone,
            Shows::Province(_) => Self::Province,
            Shows::Card(_) => Self::Card,
        }
    }
}

impl State {
    /// All screens that a visitor of this exhibition can reach, each once, in the order in which one would go through them.
    #[must_use]
    pub fn screens(&self) -> Vec<Screen> {
        let x = &self.pack.exhibition;
        let mut screens = Vec::new();
        for view in self.views() {
            let modes: &[ChartMode] = match view {
                View::Personnel => &ChartMode::ALL,
                View::Photos | View::Pairings | View::Timeline | View::Sources => &[ChartMode::Bars],
            };
            screens.extend(modes.iter().map(|mode| Screen::View(view, *mode)));
        }
        if !x.provinces.is_empty() {
            screens.push(Screen::Search);
        }
        screens.extend(x.provinces.iter().map(|province| Screen::Province(province.id.clone())));
        screens.extend(self.pack.keys().iter().map(|key| Screen::Photo(*key)));
        screens.extend(self.subjects().into_iter().map(Screen::Sheet));
        screens.extend((0..x.running_order.len()).map(Screen::Stop));
        if !x.running_order.is_empty() {
            screens.push(Screen::Closing);
        }
        screens.extend(self.attractions().into_iter().map(|(kind, turn)| Screen::Attract(kind, turn)));
        screens.extend([Screen::Warning, Screen::Access, Screen::Closed]);
        let mut seen = std::collections::HashSet::new();
        screens.retain(|screen| seen.insert(screen.clone()));
        screens
    }

    /// The source sheets that a touch opens, those of the pictures among them.
    fn subjects(&self) -> Vec<Subject> {
        let (x, views) = (&self.pack.exhibition, self.views());
        let has = |view| views.contains(&view);
        let mut all = Vec::new();
        // The captions of a folder of pictures come from the files themselves.
        let is_cited = |photo: &&Photo| photo.sources.iter().any(|id| x.source(id).is_some());
        let on_the_wall = self.wall().into_iter().filter_map(|key| self.pack.photo(key));
        all.extend(on_the_wall.filter(is_cited).map(|photo| Subject::Photo(photo.id.clone())));
        if has(View::Personnel) {
            all.extend(x.batches.iter().map(|batch| Subject::Batch(batch.number)));
            all.extend(x.subtotals.iter().map(|subtotal| Subject::Subtotal(subtotal.first, subtotal.last)));
            all.extend(x.totals.iter().map(|total| Subject::Total(total.after_batch)));
            let summary = summary(x);
            all.extend(summary.reported_sum.map(|_| Subject::ReportedSum));
            let added = x.batches.iter().map(|batch| batch.number);
            let unpublished = added.clone().filter(|n| x.total(*n).is_none() && sum_through(x, *n).is_some());
            let last = added.max().filter(|last| summary.full_sum.is_some() && parts_through(x, *last).is_some());
            all.extend(unpublished.chain(last).map(Subject::SumThrough));
        }
        if has(View::Pairings) {
            all.extend(x.pairing_stops.iter().map(|step| Subject::Step(step.year)));
        }
        let sourced = |subject: &Subject| !super::claims(x, subject).is_empty();
        all.extend(x.provinces.iter().map(|province| Subject::Province(province.id.clone())).filter(sourced));
        if has(View::Timeline) {
            all.extend(x.milestones.iter().map(|milestone| Subject::Milestone(milestone.id.clone())));
        }
        if has(View::Sources) {
            let is_listed = |group: &GroupId| x.groups.iter().any(|listed| listed.id == *group);
            let listed = x.statements.iter().filter(|statement| is_listed(&statement.group));
            all.extend(listed.map(|statement| Subject::Statement(statement.id.clone())));
            all.extend(x.sources.iter().map(|source| Subject::Source(source.id.clone())));
        }
        all
    }

    /// The kinds of content of the attract loop, each with the turn at which it comes first.
    fn attractions(&self) -> Vec<(Attraction, u64)> {
        let contents = attract::contents(self);
        let mut kinds: Vec<(Attraction, u64)> = Vec::new();
        let mut add = |kind: Attraction, turn: u64| {
            if kinds.iter().all(|(known, _)| *known != kind) {
                kinds.push((kind, turn));
            }
        };
        let after = u64::try_from(contents.len()).unwrap_or_default();
        (0..).zip(&contents).for_each(|(turn, shows)| add(Attraction::of(shows), turn));
        if contents.is_empty() {
            add(Attraction::Title, 0);
        } else if attract::view_at(self, after).whole {
            add(Attraction::Whole, after);
        }
        kinds
    }

    /// A state of a kiosk that shows a screen of this exhibition, in a language; of what an audience sees, the view itself too.
    #[must_use]
    pub fn at_screen(&self, screen: &Screen, lang: Lang) -> (Self, Option<AudienceView>) {
        let visit = || self.visited(lang);
        match screen {
            Screen::View(view, mode) => (visit().after([Action::View(*view), Action::Chart(*mode)]), None),
            Screen::Search => (visit().after([Action::Finder(FinderCommand::Open)]), None),
            Screen::Province(id) => (visit().after([Action::Province(Some(id.clone()))]), None),
            Screen::Photo(key) => (visit().after([Action::OpenPhoto(*key)]), None),
            Screen::Sheet(subject) => (visit().after(self.way_to(subject)), None),
            Screen::Stop(at) => (visit(), Some(self.audience_at(Some(*at), lang))),
            Screen::Closing => (visit(), Some(self.audience_at(None, lang))),
            Screen::Attract(_, turn) => (self.attracting(*turn, lang), None),
            Screen::Warning => {
                let idle = f64::from(KioskSetup::default().idle) + 0.5;
                (visit().after([Action::Tick(idle), Action::Tick(idle + 1.0)]), None)
            }
            Screen::Access => (visit().after([Action::Kiosk(KioskCommand::Access(AccessChange::Sheet(true)))]), None),
            Screen::Closed => {
                let closed = [KioskCommand::Open(false, None), KioskCommand::Touched(Touch::Press)].map(Action::Kiosk);
                (self.kiosk_in(&languages(lang)).after(closed), None)
            }
        }
    }

    /// What a visitor does to open a sheet, from where it is found.
    fn way_to(&self, subject: &Subject) -> Vec<Action> {
        let way = match subject {
            Subject::Batch(_) | Subject::Subtotal(..) => vec![Action::View(View::Personnel)],
            Subject::Total(_) | Subject::ReportedSum | Subject::SumThrough(_) => {
                vec![Action::View(View::Personnel), Action::Chart(ChartMode::Running)]
            }
            Subject::Statement(_) | Subject::Source(_) => vec![Action::View(View::Sources)],
            Subject::Photo(id) => self.pack.find(id).map(Action::OpenPhoto).into_iter().collect(),
            Subject::Province(id) => vec![Action::Province(Some(id.clone()))],
            Subject::Milestone(id) => vec![Action::View(View::Timeline), Action::Milestone(id.clone())],
            Subject::Step(year) => vec![Action::View(View::Pairings), Action::Step(*year)],
        };
        way.into_iter().chain([Action::Sheet(subject.clone())]).collect()
    }

    /// A kiosk with these languages, before its attract loop.
    fn kiosk_in(&self, languages: &[Lang]) -> Self {
        let setup = KioskSetup { languages: languages.to_vec(), theme: self.theme(), ..KioskSetup::default() };
        let start = Start { kiosk: Some(setup), ..Start::default() };
        let state = Self { still: true, ..Self::begin(Arc::clone(&self.pack), start) };
        state.with_pack(Arc::clone(&self.pack), self.unavailable.clone()).after([Action::Kiosk(KioskCommand::Begin)])
    }

    /// A kiosk at which somebody has just begun.
    fn visited(&self, lang: Lang) -> Self {
        let touches = [Touch::Press, Touch::Release].map(|touch| Action::Kiosk(KioskCommand::Touched(touch)));
        self.kiosk_in(&languages(lang)).after(touches)
    }

    /// A kiosk whose attract loop shows the content of a turn in this language: in a later round where it is another's turn, and
    /// alone where it never comes.
    fn attracting(&self, turn: u64, lang: Lang) -> Self {
        let kiosk = self.kiosk_in(&languages(lang));
        let length = u64::try_from(attract::contents(&kiosk).len()).unwrap_or_default();
        let length = length + u64::from(attract::view_at(&kiosk, length).whole);
        let rounds = (0..3).map(|round| turn + round * length.max(1));
        let mut found = rounds.filter(|turn| attract::lang_at(&kiosk, *turn) == lang);
        let (mut kiosk, turn) = found.next().map_or_else(|| (self.kiosk_in(&[lang]), turn), |turn| (kiosk, turn));
        let mut now = 0.0;
        for _ in 0..turn {
            now += SECS;
            kiosk.update(Action::Tick(now));
        }
        kiosk
    }

    /// What the audience sees at a stop, or at the end.
    fn audience_at(&self, stop: Option<usize>, lang: Lang) -> AudienceView {
        let stop = stop.and_then(|at| self.pack.exhibition.running_order.get(at));
        AudienceView {
            shows: stop.map(|stop| stop.shows.clone()),
            closing: stop.is_none(),
            whole: false,
            title: stop.map(|stop| stop.title.clone()).unwrap_or_default(),
            lang,
            zoom: stop.and_then(super::talk::stop_zoom),
            ..attract::view_at(self, 0)
        }
    }

    fn after(mut self, actions: impl IntoIterator<Item = Action>) -> Self {
        for action in actions {
            self.update(action);
        }
        self
    }
}

/// A language first, and then the others.
fn languages(first: Lang) -> Vec<Lang> {
    [first].into_iter().chain(Lang::ALL.into_iter().filter(|lang| *lang != first)).collect()
}
