//! The attract loop: what is shown while nobody is there, in a fixed mixed order over any exhibition.

use crate::model::{ChartForm, ChartStop, Lang, PairingsStop, Shows};
use crate::state::talk::{AudienceView, Light};
use crate::state::{State, View};

/// How long each content is shown, in seconds.
pub const SECS: f64 = 12.0;
/// How many pictures come between two contents of another kind at most.
const PICTURES: usize = 2;

/// The most milestones, batches or pairings that are legible at one look.
const AT_ONE_LOOK: usize = 60;

/// The contents, in their order: pictures, and between them charts and milestones, again and again until all pictures have been
/// seen. Empty where an exhibition has none of these.
#[must_use]
pub fn contents(state: &State) -> Vec<Shows> {
    let x = &state.pack().exhibition;
    let pack = state.pack();
    let is_there = |id| pack.find(id).is_some_and(|key| !state.unavailable().contains_key(&key));
    let pictures: Vec<Shows> =
        x.photos.iter().filter(|photo| is_there(&photo.id)).map(|photo| Shows::Photo(photo.id.clone())).collect();
    let others = others(state);
    if others.is_empty() {
        return pictures;
    }
    let together = (pictures.len() / others.len()).clamp(1, PICTURES);
    let rounds = pictures.len().div_ceil(together).max(others.len());
    let mut contents = Vec::with_capacity(pictures.len() + rounds);
    let (mut next, mut other) = (pictures.into_iter().peekable(), others.iter().cycle());
    for round in 0..rounds {
        contents.extend(next.by_ref().take(together));
        // Without a picture left, each of the others is shown once.
        if next.peek().is_some() || round < others.len() {
            contents.extend(other.next().cloned());
        }
    }
    contents
}

/// Charts and milestones, by turns.
fn others(state: &State) -> Vec<Shows> {
    let views = state.views();
    let mut charts = Vec::new();
    if views.contains(&View::Personnel) {
        charts.push(Shows::Chart(ChartStop { form: ChartForm::Bars, ..ChartStop::default() }));
    }
    if views.contains(&View::Pairings) {
        charts.push(Shows::Pairings(PairingsStop::default()));
    }
    let mut milestones = state.pack().exhibition.milestones.iter().map(|m| Shows::Milestone(m.id.clone()));
    let mut others = Vec::new();
    for chart in charts {
        others.push(chart);
        others.extend(milestones.next());
    }
    others.extend(milestones);
    others
}

/// Whether there is more than one kind of contents, and not too much of any for one look.
#[must_use]
pub fn has_whole(state: &State) -> bool {
    is_worth_a_look(state, &contents(state))
}

fn is_worth_a_look(state: &State, contents: &[Shows]) -> bool {
    let has = |picture| contents.iter().any(|content| matches!(content, Shows::Photo(_)) == picture);
    let x = &state.pack().exhibition;
    let is_legible = [x.milestones.len(), x.batches.len(), x.pairings.len()].into_iter().all(|n| n <= AT_ONE_LOOK);
    has(true) && has(false) && is_legible
}

/// What the loop shows at a turn, in the language whose turn it is; with nothing in it in an exhibition that has no contents.
/// After all of them comes the whole at one look, where there is more than one kind of them, and not too much.
#[must_use]
pub fn view_at(state: &State, turn: u64) -> AudienceView {
    let contents = contents(state);
    let length = contents.len() + usize::from(is_worth_a_look(state, &contents));
    let at = usize::try_from(turn).ok().and_then(|turn| turn.checked_rem(length));
    AudienceView {
        shows: at.and_then(|at| contents.get(at).cloned()),
        closing: false,
        whole: at.is_some_and(|at| at == contents.len()),
        title: <_>::default(),
        lang: lang_at(state, turn),
        theme: state.theme(),
        zoom: None,
        light: (Light::None, [0.5, 0.5]),
        cover: None,
    }
}

/// The language whose turn it is.
#[must_use]
pub fn lang_at(state: &State, turn: u64) -> Lang {
    let languages = state.languages();
    let at = usize::try_from(turn).unwrap_or_default() % languages.len().max(1);
    languages.get(at).copied().unwrap_or_default()
}
