//! Where the texts of each screen stand in the exhibition.

use crate::model::{FieldPath, List, PhotoId, ProvinceId, Shows};
use crate::state::kiosk::attract;
use crate::state::{Attraction, ChartMode, Screen, State, Subject, View};

use super::texts::Texts;

impl Texts<'_> {
    /// Where the texts of a screen stand: first the entry that it is about.
    pub(super) fn homes(&self, state: &State, screen: &Screen) -> Vec<FieldPath> {
        match screen {
            Screen::View(view, mode) => self.of_view(*view, *mode),
            Screen::Province(id) => {
                let own = found(List::Provinces, self.x().provinces.iter().position(|p| p.id == *id));
                own.into_iter().chain(self.homes_of_province(id)).collect()
            }
            Screen::Photo(key) => found(List::Photos, self.pack.position(*key)).into_iter().collect(),
            Screen::Sheet(subject) => self.of_subject(subject),
            Screen::Stop(at) => {
                let stop = entry(List::RunningOrder, *at);
                let own = [stop.field("title"), stop.field("shows")];
                let shows = self.x().running_order.get(*at).map(|stop| self.of_shows(&stop.shows));
                own.into_iter().chain(shows.unwrap_or_default()).collect()
            }
            Screen::Closing => vec![FieldPath::of("title")],
            Screen::Attract(kind, turn) => {
                let contents = attract::contents(state);
                let at = usize::try_from(*turn).ok().filter(|_| *kind != Attraction::Whole);
                let shows = at.and_then(|at| contents.get(at)).map(|shows| self.of_shows(shows));
                [FieldPath::of("title")].into_iter().chain(shows.unwrap_or_default()).collect()
            }
            Screen::Search | Screen::Warning | Screen::Access | Screen::Closed => Vec::new(),
        }
    }

    fn of_view(&self, view: View, mode: ChartMode) -> Vec<FieldPath> {
        let x = self.x();
        let all = |list: List, count: usize| (0..count).map(move |at| entry(list, at));
        let note = |name: &str| FieldPath::of("notes").field_named(name);
        match view {
            View::Photos => [FieldPath::of("title"), FieldPath::of("short_title")]
                .into_iter()
                .chain(all(List::Topics, x.topics.len()))
                .chain(all(List::Divisions, x.divisions.len()))
                .collect(),
            View::Personnel => match mode {
                ChartMode::Bars | ChartMode::Table | ChartMode::Running => vec![note("personnel"), note("inferred")],
            },
            View::Pairings => [note("pairings"), note("divisions"), note("inferred")]
                .into_iter()
                .chain(all(List::PairingSteps, x.pairing_stops.len()))
                .chain(all(List::Divisions, x.divisions.len()))
                .collect(),
            View::Timeline => all(List::Milestones, x.milestones.len())
                .flat_map(|milestone| ["title", "date_note"].map(|field| milestone.field(field)))
                .collect(),
            View::Sources => {
                let statements = all(List::Statements, x.statements.len()).map(|it| it.field("text"));
                all(List::About, x.about.len()).chain(all(List::Groups, x.groups.len())).chain(statements).collect()
            }
        }
    }

    fn of_subject(&self, subject: &Subject) -> Vec<FieldPath> {
        let x = self.x();
        let (list, at) = match subject {
            Subject::Batch(number) => (List::Batches, x.batches.iter().position(|b| b.number == *number)),
            Subject::Subtotal(first, last) => {
                (List::Subtotals, x.subtotals.iter().position(|s| (s.first, s.last) == (*first, *last)))
            }
            Subject::Total(after) => (List::Totals, x.totals.iter().position(|total| total.after_batch == *after)),
            // Of the figures that it adds up.
            Subject::ReportedSum | Subject::SumThrough(_) => return Vec::new(),
            Subject::Statement(id) => {
                let at = x.statements.iter().position(|statement| statement.id == *id);
                let group = at.and_then(|at| x.groups.iter().position(|group| group.id == x.statements[at].group));
                let own = found(List::Statements, at).into_iter();
                return own.chain(group.map(|at| entry(List::Groups, at).field("title"))).collect();
            }
            Subject::Photo(id) => {
                let photo = found(List::Photos, x.photos.iter().position(|photo| photo.id == *id));
                return photo.into_iter().flat_map(|it| [it.field("title"), it.field("caption")]).collect();
            }
            Subject::Province(id) => return self.homes_of_province(id),
            Subject::Milestone(id) => (List::Milestones, x.milestones.iter().position(|m| m.id == *id)),
            Subject::Step(year) => (List::PairingSteps, x.pairing_stops.iter().position(|step| step.year == *year)),
            Subject::Source(id) => (List::Sources, x.sources.iter().position(|source| source.id == *id)),
        };
        found(list, at).into_iter().collect()
    }

    fn homes_of_province(&self, id: &ProvinceId) -> Vec<FieldPath> {
        let x = self.x();
        let own = found(List::Provinces, x.provinces.iter().position(|province| province.id == *id));
        let own = own.into_iter().flat_map(|it| [it.field("name"), it.field("personnel")]);
        let pairings = x.pairings.iter().enumerate().filter(|(_, pairing)| pairing.province == *id);
        own.chain(pairings.map(|(at, _)| entry(List::Pairings, at))).collect()
    }

    /// The texts of what an audience sees.
    fn of_shows(&self, shows: &Shows) -> Vec<FieldPath> {
        let x = self.x();
        let photo = |id: &PhotoId| {
            let photo = found(List::Photos, x.photos.iter().position(|photo| photo.id == *id));
            // Of an illustration an audience sees no credit.
            let is_drawn = self.pack.find(id).is_some_and(|key| self.pack.is_drawn(key));
            let fields = ["title", "caption", "credit"].into_iter().take(if is_drawn { 2 } else { 3 });
            photo.into_iter().flat_map(move |it| fields.clone().map(move |field| it.field(field)))
        };
        match shows {
            Shows::Photo(id) => photo(id).collect(),
            Shows::Chart(_) => vec![FieldPath::of("notes").field_named("inferred")],
            Shows::Province(id) => self.homes_of_province(id),
            Shows::Milestone(id) => {
                found(List::Milestones, x.milestones.iter().position(|m| m.id == *id)).into_iter().collect()
            }
            Shows::Pairings(pairings) => {
                let year = pairings.year.or_else(|| x.pairing_stops.last().map(|step| step.year));
                let at = x.pairing_stops.iter().position(|step| Some(step.year) == year);
                found(List::PairingSteps, at).into_iter().collect()
            }
            Shows::Card(card) => {
                let id = card.statement.as_ref();
                let at = x.statements.iter().position(|statement| Some(&statement.id) == id);
                let statement = found(List::Statements, at).into_iter();
                statement.chain(card.photo.as_ref().into_iter().flat_map(|id| photo(id).take(1))).collect()
            }
        }
    }
}

/// The place of an entry.
pub(super) fn entry(list: List, at: usize) -> FieldPath {
    FieldPath::entry(list.field(), at)
}

fn found(list: List, at: Option<usize>) -> Option<FieldPath> {
    at.map(|at| entry(list, at))
}
