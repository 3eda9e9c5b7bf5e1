//! The texts of each screen: those of the exhibition with how far they are checked, each at every screen that shows it, and what is
//! left over at the end, so that none is missing.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::model::{
    Amount, Exhibition, FieldPath, Figure, Lang, List, Pack, PhotoKey, TextState, Tree, reported_parts, sum_through,
    summary,
};
use crate::review::{Row, rows};
use crate::state::{Screen, State, Subject, View, claims};
use crate::text::{self, Kiosk, Mend, REVIEWED, Say, Signoff, SignoffPart, Standing};
use crate::ui::print_layout::{SignoffScreen, SignoffText};

use super::homes;

/// The texts of an exhibition in a language, found by their places.
pub(super) struct Texts<'p> {
    pub(super) pack: &'p Pack,
    lang: Lang,
    tree: Tree,
    rows: Vec<Row>,
    /// The rows of an entry, or of what is no list.
    by_entry: HashMap<(String, Option<usize>), Vec<usize>>,
    /// Those that some screen shows.
    shown: HashSet<usize>,
    /// The pictures that visitors find.
    wall: HashSet<PhotoKey>,
}

impl<'p> Texts<'p> {
    pub fn new(state: &'p State) -> Self {
        let (pack, lang) = (&**state.pack(), state.lang());
        // What is plain data can always be written.
        let text = serde_json::to_string(&pack.exhibition).unwrap_or_default();
        let tree = Tree::of_text(&text).unwrap_or_default();
        let rows = rows(&tree, lang);
        let mut by_entry: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            by_entry.entry(key(&row.at)).or_default().push(at);
        }
        let wall = state.wall().into_iter().collect();
        Self { pack, lang, tree, rows, by_entry, shown: HashSet::new(), wall }
    }

    /// How many texts are checked, drafts, outdated, missing.
    pub fn tally(&self) -> [usize; 4] {
        let mut tally = [0; 4];
        for row in &self.rows {
            tally[match row.state() {
                TextState::Checked(_) => 0,
                TextState::Draft => 1,
                TextState::Outdated(_) => 2,
                TextState::Missing => 3,
            }] += 1;
        }
        tally
    }

    /// A screen with its texts.
    pub fn screen(&mut self, state: &State, number: usize, screen: &Screen) -> Rc<SignoffScreen> {
        let mut texts = self.published(screen);
        let homes = self.homes(state, screen);
        // A view is about no entry.
        let about = homes.first().filter(|_| !matches!(screen, Screen::View(..)));
        let about = about.and_then(FieldPath::list_entry).map(|(list, at)| FieldPath::entry(list, at));
        let own = self.take(&homes, about.as_ref());
        let open = self.open(&own);
        texts.extend(own.into_iter().map(|(at, name)| self.said(at, name)));
        texts.extend(self.of_the_program(screen));
        texts.extend(self.unseen(state, screen));
        let (part, name) = (part(screen), self.name(screen));
        let is_drawn = if let Screen::Photo(key) = screen { self.wall.contains(key) } else { true };
        Rc::new(SignoffScreen { number, part, name, is_drawn, texts, open })
    }

    /// What no screen shows; `None` if there is nothing of the kind.
    pub fn elsewhere(&mut self, number: usize) -> Option<Rc<SignoffScreen>> {
        let left: Vec<usize> = (0..self.rows.len()).filter(|at| !self.shown.contains(at)).collect();
        let rows: Vec<(usize, String)> =
            left.into_iter().map(|at| (at, text::place(self.lang, &self.tree, &self.rows[at].at))).collect();
        let open = self.open(&rows);
        let texts: Vec<SignoffText> = rows.into_iter().map(|(at, name)| self.said(at, name)).collect();
        let part = SignoffPart::Elsewhere;
        let name = self.say(Signoff::Part(part));
        (!texts.is_empty()).then(|| Rc::new(SignoffScreen { number, part, name, is_drawn: false, texts, open }))
    }

    fn say(&self, words: Signoff<'_>) -> String {
        text::say(self.lang, Say::Signoff(words))
    }

    pub(super) fn x(&self) -> &'p Exhibition {
        &self.pack.exhibition
    }

    /// The rows at these places, each with its name; `of` is the entry that the screen is about, whose name is not repeated.
    fn take(&mut self, homes: &[FieldPath], of: Option<&FieldPath>) -> Vec<(usize, String)> {
        let (mut found, mut known) = (Vec::new(), HashSet::new());
        for home in homes {
            for &at in self.by_entry.get(&key(home)).into_iter().flatten() {
                if self.rows[at].at.is_within(home) && known.insert(at) {
                    found.push((at, self.named(at, of)));
                }
            }
        }
        self.shown.extend(known);
        found
    }

    fn named(&self, at: usize, of: Option<&FieldPath>) -> String {
        let row = &self.rows[at];
        let whole = text::place(self.lang, &self.tree, &row.at);
        let entry = of.filter(|of| row.at.is_within(of)).map(|of| text::place(self.lang, &self.tree, of));
        let short = entry.and_then(|entry| {
            let rest = whole.strip_prefix(&entry)?.strip_prefix(text::comma(self.lang))?;
            Some(capital(rest))
        });
        short.unwrap_or(whole)
    }

    fn open(&self, rows: &[(usize, String)]) -> [usize; 3] {
        let mut open = [0; 3];
        for (at, _) in rows {
            match self.rows[*at].state() {
                TextState::Checked(_) => {}
                TextState::Draft => open[0] += 1,
                TextState::Outdated(_) => open[1] += 1,
                TextState::Missing => open[2] += 1,
            }
        }
        open
    }

    /// A text of the exhibition, as visitors see it.
    fn said(&self, at: usize, name: String) -> SignoffText {
        let row = &self.rows[at];
        let seen = row.words.resolve(self.lang);
        let (standing, is_open) = match row.state() {
            TextState::Checked(review) => (Standing::Checked(&review.reader, review.date), false),
            TextState::Draft => (Standing::Draft, true),
            TextState::Outdated(review) => (Standing::Outdated(&review.reader, review.date), true),
            TextState::Missing if seen.text.is_empty() => (Standing::Missing, true),
            TextState::Missing => (Standing::MissingShownIn(seen.lang), true),
        };
        let standing = self.say(Signoff::Standing(standing));
        SignoffText { name, text: seen.text.to_owned(), lang: seen.lang, standing, is_open }
    }

    /// Figures and citations. What of them is translated stands with its state at the source's own sheet.
    fn published(&self, screen: &Screen) -> Vec<SignoffText> {
        let Screen::Sheet(subject) = screen else { return Vec::new() };
        let (x, lang) = (self.x(), self.lang);
        let text = |name: Signoff<'_>, text: String| SignoffText {
            name: self.say(name),
            text,
            lang,
            standing: String::new(),
            is_open: false,
        };
        let mut all: Vec<SignoffText> =
            self.figure(subject).into_iter().map(|figure| text(Signoff::Figure, figure)).collect();
        for claim in claims(x, subject) {
            all.push(text(Signoff::Source, text::citation(lang, claim.source)));
        }
        all
    }

    fn figure(&self, subject: &Subject) -> Option<String> {
        let (x, lang) = (self.x(), self.lang);
        let amount = |amount: Amount| text::amount(lang, amount);
        let figure = |figure: &Figure| text::figure(lang, figure, amount);
        match subject {
            Subject::Batch(number) => x.batches.iter().find(|b| b.number == *number).map(|b| figure(&b.figure)),
            Subject::Subtotal(first, last) => {
                let found = x.subtotals.iter().find(|s| (s.first, s.last) == (*first, *last));
                found.map(|subtotal| figure(&subtotal.figure))
            }
            Subject::Total(after_batch) => x.total(*after_batch).map(|total| figure(&total.figure)),
            Subject::ReportedSum => summary(x).reported_sum.map(amount),
            Subject::SumThrough(last) => sum_through(x, *last).or(summary(x).full_sum).map(amount),
            Subject::Statement(id) => {
                let statement = x.statements.iter().find(|statement| statement.id == *id)?;
                let measured = |amount: Amount| text::measured(lang, amount, &statement.unit);
                statement.figure.as_ref().map(|figure| text::figure(lang, figure, measured))
            }
            Subject::Photo(_)
            | Subject::Province(_)
            | Subject::Milestone(_)
            | Subject::Step(_)
            | Subject::Source(_) => None,
        }
    }

    /// The words of the program that a screen is made of.
    fn of_the_program(&self, screen: &Screen) -> Vec<SignoffText> {
        let words: &[Kiosk] = match screen {
            Screen::Attract(..) => &[Kiosk::TouchToBegin],
            Screen::Warning => {
                &[Kiosk::StillLooking, Kiosk::TouchToGoOn, Kiosk::KeepLooking, Kiosk::StartOver, Kiosk::Seconds]
            }
            Screen::Access => &[
                Kiosk::Access,
                Kiosk::LargeText,
                Kiosk::HighContrast,
                Kiosk::LessMotion,
                Kiosk::ControlsLow,
                Kiosk::Done,
                Kiosk::PutBack,
                Kiosk::GoesBack,
            ],
            Screen::Closed => &[Kiosk::Closed(None)],
            Screen::View(..)
            | Screen::Search
            | Screen::Province(_)
            | Screen::Photo(_)
            | Screen::Sheet(_)
            | Screen::Stop(_)
            | Screen::Closing => &[],
        };
        if words.is_empty() {
            return Vec::new();
        }
        let is_checked = REVIEWED.contains(&self.lang);
        let words: Vec<String> = words.iter().map(|words| text::say(self.lang, Say::Kiosk(*words))).collect();
        vec![SignoffText {
            name: self.say(Signoff::ProgramWords),
            text: words.join("\n"),
            lang: self.lang,
            standing: self.say(Signoff::Standing(Standing::OfTheProgram(is_checked))),
            is_open: !is_checked,
        }]
    }

    /// Why a picture cannot be shown.
    fn unseen(&self, state: &State, screen: &Screen) -> Option<SignoffText> {
        let Screen::Photo(key) = screen else { return None };
        let why = state.unavailable().get(key)?;
        let mut why = text::say(self.lang, Say::WhyUnavailable(*why));
        if !self.wall.contains(key) {
            why = [why, self.say(Signoff::NotSeen)].join("\n");
        }
        let standing = text::say(self.lang, Say::CannotBeShown);
        let name = text::say(self.lang, Say::Mend(Mend::List(List::Photos)));
        Some(SignoffText { name, text: why, lang: self.lang, standing, is_open: true })
    }

    /// What a screen is called.
    fn name(&self, screen: &Screen) -> String {
        let (x, lang) = (self.x(), self.lang);
        let place = |list: List, at: Option<usize>| {
            at.map(|at| text::place(lang, &self.tree, &homes::entry(list, at))).unwrap_or_default()
        };
        let label = |list: List, at: Option<usize>| {
            at.map(|at| text::entry_label(lang, &self.tree, list, at)).unwrap_or_default()
        };
        let comma = text::comma(lang);
        match screen {
            Screen::View(View::Personnel, mode) => {
                let [view, mode] = [Say::View(View::Personnel), Say::ChartMode(*mode)].map(|say| text::say(lang, say));
                format!("{view}{comma}{mode}")
            }
            Screen::View(view, _) => text::say(lang, Say::View(*view)),
            Screen::Search => self.say(Signoff::Search),
            Screen::Province(id) => label(List::Provinces, x.provinces.iter().position(|p| p.id == *id)),
            Screen::Photo(key) => label(List::Photos, self.pack.position(*key)),
            Screen::Sheet(subject) => match subject {
                Subject::ReportedSum => text::say(lang, Say::ReportedBarsTogether(reported_parts(x).len())),
                Subject::SumThrough(last) => {
                    format!("{}{comma}{}", text::say(lang, Say::Batch(*last)), text::say(lang, Say::WithWorkedOut))
                }
                Subject::Batch(n) => place(List::Batches, x.batches.iter().position(|b| b.number == *n)),
                Subject::Subtotal(first, last) => {
                    place(List::Subtotals, x.subtotals.iter().position(|s| (s.first, s.last) == (*first, *last)))
                }
                Subject::Total(after) => place(List::Totals, x.totals.iter().position(|t| t.after_batch == *after)),
                Subject::Statement(id) => place(List::Statements, x.statements.iter().position(|s| s.id == *id)),
                Subject::Photo(id) => place(List::Photos, x.photos.iter().position(|photo| photo.id == *id)),
                Subject::Province(id) => place(List::Provinces, x.provinces.iter().position(|p| p.id == *id)),
                Subject::Milestone(id) => place(List::Milestones, x.milestones.iter().position(|m| m.id == *id)),
                Subject::Step(year) => place(List::PairingSteps, x.pairing_stops.iter().position(|s| s.year == *year)),
                Subject::Source(id) => place(List::Sources, x.sources.iter().position(|source| source.id == *id)),
            },
            Screen::Stop(at) => {
                let label = label(List::RunningOrder, Some(*at));
                let stop = x.running_order.get(*at).filter(|stop| stop.title.is_empty());
                let shows = stop.map(|stop| text::shows_title(lang, x, &stop.shows)).filter(|name| !name.is_empty());
                capital(&shows.map_or(label.clone(), |name| format!("{label}{comma}{name}")))
            }
            Screen::Closing => self.say(Signoff::Closing),
            Screen::Attract(kind, _) => self.say(Signoff::Attract(*kind)),
            Screen::Warning => self.say(Signoff::Warning),
            Screen::Access => text::say(lang, Say::Kiosk(Kiosk::Access)),
            Screen::Closed => self.say(Signoff::Closed),
        }
    }
}

/// The part of the book that a screen belongs to.
pub(super) fn part(screen: &Screen) -> SignoffPart {
    match screen {
        Screen::View(..) | Screen::Search => SignoffPart::Views,
        Screen::Province(_) => SignoffPart::Provinces,
        Screen::Photo(_) => SignoffPart::Pictures,
        Screen::Sheet(_) => SignoffPart::Sheets,
        Screen::Stop(_) | Screen::Closing => SignoffPart::Talk,
        Screen::Attract(..) | Screen::Warning | Screen::Access | Screen::Closed => SignoffPart::Kiosk,
    }
}

fn key(at: &FieldPath) -> (String, Option<usize>) {
    (at.outermost().to_owned(), at.list_entry().map(|(_, index)| index))
}

pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
