//! Validation of an exhibition: what a curator should fix before the opening.

mod figures;
mod order;
mod pictures;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

pub use pictures::{WALL_PIXELS, is_small};

use super::{Date, Exhibition, Gaps, Glossary, Lang, Problem, ProvinceId, Scale, SourceId, Trouble, Unit};

/// The maximum number of problems reported.
const PROBLEMS: usize = 5_000;

/// Facts from outside the model that the check needs.
pub struct Known<'a> {
    /// The names of the files in the pack.
    pub files: &'a BTreeSet<String>,
    /// Whether a bundled font has this character.
    pub has_glyph: &'a dyn Fn(char) -> bool,
}

/// Returns all problems of an exhibition in the order of `exhibition.json`, without line numbers.
#[must_use]
pub fn check(exhibition: &Exhibition, known: &Known<'_>) -> Vec<Problem> {
    let x = exhibition;
    let ids = BTreeMap::from([
        ("divisions", ids(x.divisions.iter().map(|d| d.id.as_str()))),
        ("provinces", ids(x.provinces.iter().map(|p| p.id.as_str()))),
        ("groups", ids(x.groups.iter().map(|g| g.id.as_str()))),
        ("statements", ids(x.statements.iter().map(|s| s.id.as_str()))),
        ("milestones", ids(x.milestones.iter().map(|m| m.id.as_str()))),
        ("topics", ids(x.topics.iter().map(|t| t.id.as_str()))),
        ("photos", ids(x.photos.iter().map(|p| p.id.as_str()))),
        ("sources", ids(x.sources.iter().map(|s| s.id.as_str()))),
    ]);
    let mut checker = Checker {
        known,
        gaps: Gaps::of(x),
        ids,
        problems: Vec::new(),
        drafts: BTreeMap::new(),
        outdated: BTreeMap::new(),
        glossary: Glossary::of(x),
        other_terms: 0,
        unseen: BTreeSet::new(),
    };
    if x.photos.is_empty() && !checker.gaps.lacks("photos") {
        checker.say("", Trouble::NoPictures);
    }
    checker.frame(x);
    checker.places(x);
    checker.figures(x);
    checker.accounts(x);
    checker.photos(x);
    checker.source_list(x);
    checker.running_order(x);
    checker.glossary(x);
    checker.unchecked();
    checker.problems
}

fn ids<'a>(all: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    all.collect()
}

struct Checker<'a> {
    known: &'a Known<'a>,
    gaps: Gaps,
    /// The ids of each list.
    ids: BTreeMap<&'static str, BTreeSet<&'a str>>,
    problems: Vec<Problem>,
    drafts: BTreeMap<Lang, usize>,
    outdated: BTreeMap<Lang, usize>,
    glossary: Glossary,
    /// Texts that call a term otherwise than the glossary.
    other_terms: usize,
    /// Characters without a glyph that have been reported.
    unseen: BTreeSet<char>,
}

/// In which languages a text is required.
#[derive(Clone, Copy, PartialEq)]
enum Need {
    /// In all three.
    Every,
    /// In at least one; the others fall back.
    Some,
    /// In none.
    None,
}

impl Checker<'_> {
    /// Reports a problem; `path` counts loaded entries, the problem those of the file.
    fn say(&mut self, path: impl AsRef<str>, trouble: Trouble) {
        if self.problems.len() < PROBLEMS {
            self.problems.push(Problem::new(self.gaps.in_file(path.as_ref()), trouble));
        }
    }

    fn unique<'b>(&mut self, list: &str, all: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (i, id) in all.enumerate() {
            if !seen.insert(id) {
                self.say(format!("{list}[{i}].id"), Trouble::DuplicateId { id: id.to_owned() });
            }
        }
    }

    /// Checks that an id exists, or belongs to an unreadable entry, which has been reported already.
    fn refers(&mut self, path: &str, id: &str, list: &str) {
        if !self.ids.get(list).is_some_and(|ids| ids.contains(id)) && !self.gaps.may_hold(list, id) {
            self.say(path, Trouble::DanglingId { id: id.to_owned() });
        }
    }

    /// Checks that dates never decrease.
    fn in_order(&mut self, list: &str, field: &str, dates: impl Iterator<Item = Date>) {
        let mut latest: Option<Date> = None;
        for (i, date) in dates.enumerate() {
            if let Some(after) = latest.filter(|latest| date.is_before(*latest)) {
                let trouble = Trouble::OutOfOrder { after: after.into(), own: date.into() };
                self.say(format!("{list}[{i}].{field}"), trouble);
                continue;
            }
            latest = Some(date);
        }
    }

    fn cites(&mut self, path: &str, sources: &[SourceId], needed: bool) {
        if needed && sources.is_empty() {
            self.say(path, Trouble::NoSource);
        }
        self.cites_in(&format!("{path}.sources"), sources);
    }

    /// Checks a list of sources.
    fn cites_in(&mut self, list: &str, sources: &[SourceId]) {
        for (i, id) in sources.iter().enumerate() {
            self.refers(&format!("{list}[{i}]"), id.as_str(), "sources");
        }
        self.once(list, sources.iter().map(SourceId::as_str));
    }

    /// Checks that no id stands twice in a list of references.
    fn once<'b>(&mut self, list: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (i, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.say(format!("{list}[{i}]"), Trouble::DoubledReference { id: id.to_owned() });
            }
        }
    }

    fn unit(&mut self, path: &str, unit: &Unit) {
        self.words(path, &unit.words, Need::None);
        for lang in Lang::ALL.into_iter().filter(|&lang| !Scale::is_usable(unit.scale.only(lang))) {
            self.say(format!("{path}.scale.{}", lang.code()), Trouble::NoScale);
        }
    }

    fn frame(&mut self, x: &Exhibition) {
        self.words("title", &x.title, Need::Every);
        self.words("short_title", &x.short_title, Need::None);
        for (i, paragraph) in x.about.iter().enumerate() {
            self.words(&format!("about[{i}]"), paragraph, Need::Some);
        }
        let notes = &x.notes;
        let named = [
            ("personnel", &notes.personnel),
            ("pairings", &notes.pairings),
            ("divisions", &notes.divisions),
            ("inferred", &notes.inferred),
        ];
        for (name, words) in named {
            self.words(&format!("notes.{name}"), words, Need::None);
        }
    }

    fn places(&mut self, x: &Exhibition) {
        self.unique("divisions", x.divisions.iter().map(|d| d.id.as_str()));
        for (i, division) in x.divisions.iter().enumerate() {
            self.words(&format!("divisions[{i}].name"), &division.name, Need::Every);
        }
        self.unique("provinces", x.provinces.iter().map(|p| p.id.as_str()));
        for (i, province) in x.provinces.iter().enumerate() {
            self.words(&format!("provinces[{i}].name"), &province.name, Need::Every);
            self.words(&format!("provinces[{i}].note"), &province.note, Need::None);
            for (j, report) in province.personnel.iter().enumerate() {
                let path = format!("provinces[{i}].personnel[{j}]");
                self.words(&format!("{path}.counts"), &report.counts, Need::Some);
                self.cites(&path, &report.sources, true);
            }
        }
        for (i, pairing) in x.pairings.iter().enumerate() {
            let path = format!("pairings[{i}]");
            self.refers(&format!("{path}.province"), pairing.province.as_str(), "provinces");
            self.refers(&format!("{path}.division"), pairing.division.as_str(), "divisions");
            self.words(&format!("{path}.told"), &pairing.told, Need::Some);
            self.cites(&path, &pairing.sources, true);
            if pairing.until.is_some_and(|until| until.is_before(pairing.since)) {
                self.say(path, Trouble::Reversed);
            }
        }
        for (i, stop) in x.pairing_stops.iter().enumerate() {
            self.words(&format!("pairing_stops[{i}].change"), &stop.change, Need::Some);
            self.cites(&format!("pairing_stops[{i}]"), &stop.sources, true);
        }
        self.in_order("pairing_stops", "year", x.pairing_stops.iter().map(|stop| Date::year(stop.year)));
    }

    fn accounts(&mut self, x: &Exhibition) {
        self.unique("groups", x.groups.iter().map(|g| g.id.as_str()));
        for (i, group) in x.groups.iter().enumerate() {
            self.words(&format!("groups[{i}].title"), &group.title, Need::Every);
            self.words(&format!("groups[{i}].note"), &group.note, Need::None);
        }
        self.unique("statements", x.statements.iter().map(|s| s.id.as_str()));
        for (i, statement) in x.statements.iter().enumerate() {
            let path = format!("statements[{i}]");
            self.refers(&format!("{path}.group"), statement.group.as_str(), "groups");
            self.words(&format!("{path}.text"), &statement.text, Need::Some);
            self.unit(&format!("{path}.unit"), &statement.unit);
            self.cites(&path, &statement.sources, false);
            if let Some(figure) = &statement.figure {
                self.figure(&format!("{path}.figure"), figure);
            }
        }
        self.unique("milestones", x.milestones.iter().map(|m| m.id.as_str()));
        for (i, milestone) in x.milestones.iter().enumerate() {
            let path = format!("milestones[{i}]");
            self.words(&format!("{path}.title"), &milestone.title, Need::Every);
            self.words(&format!("{path}.text"), &milestone.text, Need::Some);
            self.words(&format!("{path}.date_note"), &milestone.date_note, Need::None);
            self.words(&format!("{path}.certainty"), &milestone.certainty, Need::None);
            if let Some(photo) = &milestone.photo {
                self.refers(&format!("{path}.photo"), photo.as_str(), "photos");
            }
            for (j, id) in milestone.provinces.iter().enumerate() {
                self.refers(&format!("{path}.provinces[{j}]"), id.as_str(), "provinces");
            }
            self.once(&format!("{path}.provinces"), milestone.provinces.iter().map(ProvinceId::as_str));
            self.cites(&path, &milestone.sources, true);
        }
        self.in_order("milestones", "date", x.milestones.iter().map(|m| m.date));
    }

    fn photos(&mut self, x: &Exhibition) {
        self.unique("topics", x.topics.iter().map(|t| t.id.as_str()));
        for (i, topic) in x.topics.iter().enumerate() {
            self.words(&format!("topics[{i}].name"), &topic.name, Need::Every);
        }
        self.unique("photos", x.photos.iter().map(|p| p.id.as_str()));
        for (i, photo) in x.photos.iter().enumerate() {
            let path = format!("photos[{i}]");
            self.words(&format!("{path}.title"), &photo.title, Need::Every);
            self.words(&format!("{path}.caption"), &photo.caption, Need::Some);
            self.words(&format!("{path}.alt"), &photo.alt, Need::Some);
            for (name, words) in [("credit", &photo.credit), ("licence", &photo.licence), ("place", &photo.place)] {
                self.words(&format!("{path}.{name}"), words, Need::None);
            }
            self.caption_length(&format!("{path}.caption"), &photo.caption);
            for (j, id) in photo.provinces.iter().enumerate() {
                self.refers(&format!("{path}.provinces[{j}]"), id.as_str(), "provinces");
            }
            self.once(&format!("{path}.provinces"), photo.provinces.iter().map(ProvinceId::as_str));
            if let Some(topic) = &photo.topic {
                self.refers(&format!("{path}.topic"), topic.as_str(), "topics");
            }
            self.cites(&path, &photo.sources, false);
            if let Some(stand_in) = &photo.stand_in {
                self.words(&format!("{path}.stand_in.alt"), &stand_in.alt, Need::Some);
            }
            self.file(&path, &photo.file, photo.stand_in.as_ref().map(|s| s.file.as_str()));
        }
        self.picture_files(x);
    }

    /// Checks that a picture's file or its stand-in exists.
    fn file(&mut self, path: &str, file: &str, stand_in: Option<&str>) {
        for (name, file) in [("file", Some(file)), ("stand_in.file", stand_in)] {
            if let Some(correct) = file.and_then(texts::with_slashes) {
                self.say(format!("{path}.{name}"), Trouble::Backslashes { correct });
                return;
            }
            if let Some(file) = file.filter(|f| !f.is_empty() && !is_inside(f)) {
                self.say(format!("{path}.{name}"), Trouble::EscapingName { file: file.to_owned() });
                return;
            }
        }
        if self.known.files.contains(file) || stand_in.is_some_and(|s| self.known.files.contains(s)) {
            return;
        }
        let (name, file) = stand_in.map_or(("file", file), |s| ("stand_in.file", s));
        self.say(format!("{path}.{name}"), Trouble::MissingFile { file: file.to_owned() });
    }

    fn glossary(&mut self, x: &Exhibition) {
        for (i, term) in x.glossary.iter().enumerate() {
            self.words(&format!("glossary[{i}].name"), &term.name, Need::Some);
        }
    }

    fn source_list(&mut self, x: &Exhibition) {
        self.unique("sources", x.sources.iter().map(|s| s.id.as_str()));
        for (i, source) in x.sources.iter().enumerate() {
            let path = format!("sources[{i}]");
            self.words(&format!("{path}.publisher"), &source.publisher, Need::Some);
            self.words(&format!("{path}.description"), &source.description, Need::None);
            if source.title.is_none() && source.description.is_empty() {
                self.say(format!("{path}.title"), Trouble::MissingWords { lang: Lang::En });
            }
            self.text(&format!("{path}.title"), source.title.as_deref().unwrap_or_default());
        }
    }
}

/// Returns `true` if `name` is relative, uses `/`, and stays inside the pack on every system. It may contain what some system
/// allows: a colon, or `\` where that is an ordinary character.
#[must_use]
pub fn is_inside(name: &str) -> bool {
    let is_either = |c: char| c == '/' || c == '\\';
    let leads_up = name.split(is_either).any(|part| part == "..");
    let has_drive = matches!(name.as_bytes(), [drive, b':', b'/' | b'\\', ..] if drive.is_ascii_alphabetic());
    let is_plain = name.split('/').all(|part| !part.is_empty() && part != ".");
    is_plain && !leads_up && !has_drive && !name.starts_with('\\') && !name.contains('\0')
}
