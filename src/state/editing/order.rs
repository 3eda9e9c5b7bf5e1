//! The running order of a talk: its stops, their times, and what a stop made of the view as it stands would show.

use serde_json::{Value, json};

use super::{Chosen, Edit, Editing, OrderCommand, Surface};
use crate::model::{Change, EntryKey, FieldPath, List, STOP_SECS, Shows, Stop, Tree};
use crate::state::talk::{TALK_ZOOM, Talk};
use crate::state::{ChartMode, Effect, State, View};

/// The longest planned time that can be typed, in seconds.
const LONGEST_SECS: u32 = 86_400;

/// What is being chosen for a stop, from a list that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pick {
    /// The kind of what it shows.
    Kind,
    /// Which picture, province, milestone, year or statement.
    Which,
    /// The province that stands out among the pairings.
    Highlighted,
}

const STOPS: List = List::RunningOrder;

/// The path of a stop.
#[must_use]
pub fn stop_path(index: usize) -> FieldPath {
    FieldPath::entry(STOPS.field(), index)
}

/// The planned times of the stops, in seconds.
#[must_use]
pub fn planned(tree: &Tree) -> Vec<u32> {
    let secs = |index| {
        let written = tree.entry(STOPS.field(), index).and_then(|stop| stop.get("secs")).and_then(Value::as_u64);
        let secs = written.and_then(|secs| u32::try_from(secs).ok()).unwrap_or(STOP_SECS);
        secs.clamp(1, LONGEST_SECS)
    };
    (0..tree.len(STOPS.field())).map(secs).collect()
}

/// When a stop begins and ends, and when the talk does, in seconds.
#[must_use]
pub fn span(tree: &Tree, index: usize) -> [u32; 3] {
    let all = planned(tree);
    let sum = |times: &[u32]| times.iter().fold(0, |sum: u32, secs| sum.saturating_add(*secs));
    let until = |count: usize| sum(all.get(..count.min(all.len())).unwrap_or_default());
    [until(index), until(index + 1), sum(&all)]
}

/// A time as people type it, in seconds: minutes and seconds with a colon, or minutes alone.
#[must_use]
pub fn parse_time(text: &str) -> Option<u32> {
    let text = text.trim().replace('：', ":");
    let digits = |text: &str| {
        let is_number = !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| text.parse::<u32>().ok()).flatten()
    };
    let secs = match text.split_once(':') {
        None => digits(&text)?.checked_mul(60)?,
        Some((minutes, secs)) => {
            let minutes = if minutes.is_empty() { 0 } else { digits(minutes)? };
            minutes.checked_mul(60)?.checked_add(digits(secs).filter(|secs| *secs < 60)?)?
        }
    };
    (1..=LONGEST_SECS).contains(&secs).then_some(secs)
}

/// The stop of an entry, where it can be read.
#[must_use]
pub fn stop_of(tree: &Tree, index: usize) -> Option<Stop> {
    serde_json::from_value(tree.entry(STOPS.field(), index)?.clone()).ok()
}

/// What a stop would show that is made of the view as it stands; `None` where there is nothing to show of its own.
#[must_use]
pub fn shows_now(state: &State) -> Option<Value> {
    let editing = state.editing()?;
    let id = |list: List, key: EntryKey| {
        let index = editing.tree.position(list.field(), key)?;
        editing.tree.entry(list.field(), index)?.get(if list == List::Batches { "number" } else { "id" }).cloned()
    };
    let seen = |wanted: List| {
        [editing.chosen, editing.seen].into_iter().flatten().find_map(|chosen| match chosen {
            Chosen::Entry(list, key) if list == wanted => id(list, key),
            Chosen::Entry(..) | Chosen::Whole => None,
        })
    };
    let session = state.session();
    let province = session.filter.province.as_ref().map(|id| json!(id));
    match session.view {
        View::Photos => {
            let open = session.photo.and_then(|photo| state.pack().photo(photo)).map(|photo| json!(photo.id));
            let photo = open.or_else(|| seen(List::Photos)).map(|id| json!({ "photo": id }));
            photo.or_else(|| Some(json!({ "province": province.or_else(|| seen(List::Provinces))? })))
        }
        View::Personnel => {
            let form = match session.chart {
                ChartMode::Bars => "bars",
                ChartMode::Table => "table",
                ChartMode::Running => "running",
            };
            let mut chart = json!({ "form": form });
            if let Some(number) = seen(List::Batches) {
                chart["lit"] = json!([number]);
            }
            Some(json!({ "chart": chart }))
        }
        View::Pairings => {
            let mut pairings = json!({});
            if let Some(year) = session.step {
                pairings["year"] = json!(year);
            }
            if let Some(province) = province.or_else(|| seen(List::Provinces)) {
                pairings["lit"] = province;
            }
            Some(json!({ "pairings": pairings }))
        }
        View::Timeline => {
            let scrolled_to = session.milestone.as_ref().map(|id| json!(id));
            Some(json!({ "milestone": seen(List::Milestones).or(scrolled_to)? }))
        }
        View::Sources => Some(json!({ "card": { "statement": seen(List::Statements)? } })),
    }
}

/// A stop made of the view as it stands: what it shows, and the part of an open picture that is seen.
#[must_use]
pub fn stop_now(state: &State) -> Option<Value> {
    let mut stop = json!({ "shows": shows_now(state)?, "secs": STOP_SECS });
    let zoom = state.session().zoom.filter(|zoom| state.photo().is_some() && zoom.scale > 1.001);
    if let Some(zoom) = zoom {
        let round = |value: f32| (f64::from(value) * 1000.0).round() / 1000.0;
        let scale = round(zoom.scale.min(TALK_ZOOM[1]));
        stop["zoom"] = json!([scale, round(zoom.center[0]), round(zoom.center[1])]);
    }
    Some(stop)
}

/// A stop for each picture, in their order.
#[must_use]
pub fn stops_of_pictures(tree: &Tree) -> Vec<Change> {
    let photos = List::Photos.field();
    let ids = (0..tree.len(photos)).filter_map(|index| tree.entry(photos, index)?.get("id")?.as_str());
    let first = tree.len(STOPS.field());
    let stop = |(at, id): (usize, &str)| {
        Change::insert(stop_path(first + at), json!({ "shows": { "photo": id }, "secs": STOP_SECS }))
    };
    ids.enumerate().map(stop).collect()
}

/// The changes that make the times of the last run the planned ones. Stops that were not shown keep theirs.
#[must_use]
pub fn times_taken(tree: &Tree, talk: &Talk) -> Vec<Change> {
    let stops: Vec<Option<Stop>> = (0..tree.len(STOPS.field())).map(|index| stop_of(tree, index)).collect();
    let mut taken = vec![false; stops.len()];
    let mut changes = Vec::new();
    for (at, (key, shown)) in talk.stops.iter().enumerate() {
        let secs = talk.shown_secs(key).round();
        if secs < 1.0 {
            continue;
        }
        // The order may have been changed since.
        let is_it = |index: &usize| {
            let stop = stops.get(*index).and_then(Option::as_ref);
            !taken[*index] && stop.is_some_and(|stop| stop.shows == shown.shows && stop.title == shown.title)
        };
        let Some(index) = [at].into_iter().filter(|at| *at < stops.len()).chain(0..stops.len()).find(is_it) else {
            continue;
        };
        taken[index] = true;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a day")]
        let secs = secs.min(f64::from(LONGEST_SECS)) as u32;
        if stops[index].as_ref().is_some_and(|stop| stop.secs != secs) {
            changes.push(Change::set(stop_path(index).field("secs"), secs));
        }
    }
    changes
}

impl Editing {
    /// The stop that is edited: the chosen one, else the first; `None` if there is none.
    #[must_use]
    pub fn stop_index(&self) -> Option<usize> {
        let count = self.tree.len(STOPS.field());
        let chosen = match self.chosen {
            Some(Chosen::Entry(List::RunningOrder, key)) => self.tree.position(STOPS.field(), key),
            _ => None,
        };
        chosen.or_else(|| self.last_stop()).or((count > 0).then_some(0))
    }

    /// The index of the stop that was edited or added last.
    fn last_stop(&self) -> Option<usize> {
        self.tree.position(STOPS.field(), self.last_stop?)
    }

    /// Where a stop comes that is added now: after the one that is edited, or was; in the views else at the end.
    #[must_use]
    pub fn next_stop(&self) -> usize {
        let is_elsewhere = self.surface != Surface::RunningOrder && self.last_stop().is_none();
        let at = if is_elsewhere { None } else { self.stop_index() };
        at.map_or(self.tree.len(STOPS.field()), |index| index + 1)
    }

    /// What is being chosen for it, and what was typed to find it.
    #[must_use]
    pub fn pick(&self) -> Option<(Pick, &str)> {
        self.pick.as_ref().map(|(pick, typed)| (*pick, typed.as_str()))
    }

    /// What is typed as the time of a stop, as long as it is typed.
    #[must_use]
    pub fn typed_time(&self) -> Option<&str> {
        self.typed_time.as_deref()
    }

    /// Remembers what was chosen in the views, for what is seen there.
    pub(super) fn leave_views(&mut self) {
        if self.surface == Surface::Views && self.chosen.is_some() {
            self.seen = self.chosen;
        }
        (self.pick, self.typed_time) = (None, None);
    }
}

impl State {
    /// The commands of the running order.
    pub(super) fn order_command(&mut self, command: OrderCommand) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        match command {
            OrderCommand::Add(stop) => return self.add_stop(stop.map(|stop| *stop)),
            OrderCommand::Open => self.open_stop(),
            OrderCommand::Pick(pick) => editing.pick = pick,
            OrderCommand::TypeTime(typed) => {
                editing.typed_time.clone_from(&typed);
                let secs = typed.as_deref().and_then(parse_time);
                if typed.is_none() {
                    editing.history.end_run();
                }
                let at = editing.stop_index().map(|index| stop_path(index).field("secs"));
                if let (Some(secs), Some(at)) = (secs, at) {
                    let run = Some(at.clone());
                    return self.edit(Edit { changes: vec![Change::set(at, secs)], run });
                }
            }
        }
        Vec::new()
    }

    /// Adds a stop after the one that is edited, and goes to it; from the views one goes on there. Where none is given it is a text.
    fn add_stop(&mut self, stop: Option<Value>) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let at = editing.next_stop();
        let is_text = stop.is_none();
        let stop = stop.unwrap_or_else(|| json!({ "shows": { "card": {} }, "secs": STOP_SECS }));
        editing.history.end_run();
        let effects = self.edit(Edit::step(vec![Change::insert(stop_path(at), stop)]));
        if let Some(editing) = self.editing.as_deref_mut() {
            editing.last_stop = editing.tree.key(STOPS.field(), at);
            if editing.surface == Surface::Views && !is_text {
                return effects;
            }
            editing.chosen = editing.last_stop.map(|key| Chosen::Entry(STOPS, key));
            editing.caret = is_text.then(|| stop_path(at).field("title").field(self.session.lang.code()));
            editing.surface = Surface::RunningOrder;
        }
        effects
    }

    /// Goes to the view that a stop shows, and chooses there what it shows.
    fn open_stop(&mut self) {
        let Some(editing) = self.editing.as_deref_mut() else { return };
        let Some(stop) = editing.stop_index().and_then(|index| stop_of(&editing.tree, index)) else { return };
        let chosen = |list: List, id: &Value| Some(Chosen::Entry(list, editing.entry_with(list, "id", id)?));
        let (view, choice) = match &stop.shows {
            Shows::Photo(id) => (View::Photos, chosen(List::Photos, &json!(id))),
            Shows::Province(id) => (View::Photos, chosen(List::Provinces, &json!(id))),
            Shows::Milestone(id) => (View::Timeline, chosen(List::Milestones, &json!(id))),
            Shows::Chart(_) => (View::Personnel, None),
            Shows::Pairings(_) => (View::Pairings, None),
            Shows::Card(card) => match &card.statement {
                Some(id) => (View::Sources, chosen(List::Statements, &json!(id))),
                None => return,
            },
        };
        (editing.surface, editing.chosen, editing.seen) = (Surface::Views, choice, None);
        (editing.shows_problems, editing.pick, editing.typed_time) = (false, None, None);
        let session = &mut self.session;
        (session.photo, session.sheet, session.overlay) = (None, None, None);
        match stop.shows {
            Shows::Chart(chart) => {
                session.chart = match chart.form {
                    crate::model::ChartForm::Running => ChartMode::Running,
                    crate::model::ChartForm::Table => ChartMode::Table,
                    crate::model::ChartForm::Bars | crate::model::ChartForm::Rows => ChartMode::Bars,
                };
            }
            Shows::Province(id) => session.filter.province = Some(id),
            Shows::Milestone(id) => session.milestone = Some(id),
            Shows::Pairings(pairings) => {
                (session.step, session.filter.province) = (pairings.year, pairings.highlighted);
            }
            Shows::Photo(_) | Shows::Card(_) => {}
        }
        if self.views().contains(&view) {
            self.session.view = view;
        }
        self.settle_choices();
    }
}
