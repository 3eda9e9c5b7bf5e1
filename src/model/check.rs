//! What a curator should mend before the doors open.

mod order;

use std::collections::{BTreeMap, BTreeSet};

use super::{Exhibition, Figure, FigureState, Lang, Problem, Rest, SourceId, Trouble, Words};

/// A caption's length that visitors read, in words; Chinese in characters and Tibetan in syllables are allowed twice that.
const CAPTION_WORDS: usize = 50;

/// What the check must know from outside the model.
pub struct Known<'a> {
    /// The names of the files in the pack.
    pub files: &'a BTreeSet<String>,
    /// Whether a bundled font has this character.
    pub has_glyph: &'a dyn Fn(char) -> bool,
}

/// Every problem of the exhibition, in the order of `exhibition.json`. Lines are not filled in here.
#[must_use]
pub fn check(exhibition: &Exhibition, known: &Known<'_>) -> Vec<Problem> {
    let mut checker = Checker {
        known,
        problems: Vec::new(),
        sources: ids(exhibition.sources.iter().map(|s| s.id.as_str())),
        provinces: ids(exhibition.provinces.iter().map(|s| s.id.as_str())),
        drafts: BTreeMap::new(),
        unseen: BTreeSet::new(),
    };
    checker.frame(exhibition);
    checker.places(exhibition);
    checker.figures(exhibition);
    checker.told(exhibition);
    checker.photos(exhibition);
    checker.source_list(exhibition);
    checker.running_order(exhibition);
    let drafts = std::mem::take(&mut checker.drafts);
    for (lang, count) in drafts {
        checker.say("", Trouble::Unreviewed { lang, count });
    }
    checker.problems
}

fn ids<'a>(all: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    all.map(str::to_owned).collect()
}

struct Checker<'a> {
    known: &'a Known<'a>,
    problems: Vec<Problem>,
    sources: BTreeSet<String>,
    provinces: BTreeSet<String>,
    drafts: BTreeMap<Lang, usize>,
    /// Characters without a glyph that were already named.
    unseen: BTreeSet<char>,
}

/// Whether a text must be there in each language, or at all.
#[derive(Clone, Copy, PartialEq)]
enum Need {
    /// In all three languages.
    Every,
    /// In one at least; the others fall back.
    Some,
    /// Not at all.
    None,
}

impl Checker<'_> {
    fn say(&mut self, path: impl Into<String>, trouble: Trouble) {
        self.problems.push(Problem::new(path, trouble));
    }

    fn unique<'b>(&mut self, list: &str, all: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (i, id) in all.enumerate() {
            if !seen.insert(id) {
                self.say(format!("{list}[{i}].id"), Trouble::DuplicateId { id: id.to_owned() });
            }
        }
    }

    fn refers(&mut self, path: String, id: &str, among: &BTreeSet<String>) {
        if !among.contains(id) {
            self.say(path, Trouble::DanglingId { id: id.to_owned() });
        }
    }

    fn words(&mut self, path: &str, words: &Words, need: Need) {
        for lang in Lang::ALL {
            let text = words.only(lang);
            let missing = text.trim().is_empty();
            if missing && (need == Need::Every || (need == Need::Some && words.is_empty() && lang == Lang::En)) {
                self.say(path, Trouble::MissingWords { lang });
            }
            if !missing && !words.reviewed.contains(&lang) {
                *self.drafts.entry(lang).or_default() += 1;
            }
            self.glyphs(&format!("{path}.{}", lang.code()), text);
        }
        self.unknown_languages(path, &words.rest);
    }

    fn unknown_languages(&mut self, path: &str, rest: &Rest) {
        for code in rest.keys() {
            self.say(format!("{path}.{code}"), Trouble::UnknownLanguage { code: code.clone() });
        }
    }

    fn glyphs(&mut self, path: &str, text: &str) {
        for character in text.chars().filter(|c| !c.is_whitespace() && !c.is_control()) {
            if !(self.known.has_glyph)(character) && self.unseen.insert(character) {
                self.say(path, Trouble::NoGlyph { character });
            }
        }
    }

    fn cites(&mut self, path: &str, sources: &[SourceId], needed: bool) {
        if needed && sources.is_empty() {
            self.say(path, Trouble::NoSource);
        }
        for (i, id) in sources.iter().enumerate() {
            if !self.sources.contains(id.as_str()) {
                self.say(format!("{path}.sources[{i}]"), Trouble::DanglingId { id: id.0.clone() });
            }
        }
    }

    fn figure(&mut self, path: &str, figure: &Figure) {
        match &figure.state {
            FigureState::Reported { sources, .. } => self.cites(path, sources, true),
            FigureState::WorkedOut { terms } => {
                for (i, term) in terms.iter().enumerate() {
                    let path = format!("{path}.terms[{i}]");
                    self.words(&format!("{path}.counts"), &term.counts, Need::None);
                    self.cites(&path, &term.sources, true);
                }
            }
            FigureState::NotPublished | FigureState::NotApplicable => {}
        }
        for (i, report) in figure.also.iter().enumerate() {
            let path = format!("{path}.also[{i}]");
            self.words(&format!("{path}.counts"), &report.counts, Need::None);
            self.cites(&path, &report.sources, true);
        }
        self.words(&format!("{path}.note"), &figure.note, Need::None);
    }

    fn frame(&mut self, x: &Exhibition) {
        self.words("title", &x.title, Need::Every);
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
        let divisions = ids(x.divisions.iter().map(|d| d.id.as_str()));
        let provinces = self.provinces.clone();
        for (i, pairing) in x.pairings.iter().enumerate() {
            let path = format!("pairings[{i}]");
            self.refers(format!("{path}.province"), pairing.province.as_str(), &provinces);
            self.refers(format!("{path}.division"), pairing.division.as_str(), &divisions);
            self.words(&format!("{path}.told"), &pairing.told, Need::Some);
            self.cites(&path, &pairing.sources, true);
            if pairing.until.is_some_and(|until| until < pairing.since) {
                self.say(path, Trouble::Reversed);
            }
        }
        for (i, stop) in x.pairing_stops.iter().enumerate() {
            self.words(&format!("pairing_stops[{i}].change"), &stop.change, Need::Some);
            self.cites(&format!("pairing_stops[{i}]"), &stop.sources, true);
        }
    }

    fn figures(&mut self, x: &Exhibition) {
        let mut numbers = BTreeSet::new();
        for (i, batch) in x.batches.iter().enumerate() {
            let path = format!("batches[{i}]");
            if !numbers.insert(batch.number) {
                self.say(format!("{path}.number"), Trouble::DuplicateId { id: batch.number.to_string() });
            }
            self.cites(&path, &batch.years_sources, false);
            self.figure(&format!("{path}.figure"), &batch.figure);
        }
        for (i, subtotal) in x.subtotals.iter().enumerate() {
            let path = format!("subtotals[{i}]");
            if subtotal.last < subtotal.first {
                self.say(path.clone(), Trouble::Reversed);
            }
            for (name, number) in [("first", subtotal.first), ("last", subtotal.last)] {
                if !numbers.contains(&number) {
                    self.say(format!("{path}.{name}"), Trouble::DanglingId { id: number.to_string() });
                }
            }
            self.figure(&format!("{path}.figure"), &subtotal.figure);
        }
        for (i, total) in x.totals.iter().enumerate() {
            if !numbers.contains(&total.after_batch) {
                let id = total.after_batch.to_string();
                self.say(format!("totals[{i}].after_batch"), Trouble::DanglingId { id });
            }
            self.figure(&format!("totals[{i}].figure"), &total.figure);
        }
    }

    fn told(&mut self, x: &Exhibition) {
        self.unique("groups", x.groups.iter().map(|g| g.id.as_str()));
        for (i, group) in x.groups.iter().enumerate() {
            self.words(&format!("groups[{i}].title"), &group.title, Need::Every);
            self.words(&format!("groups[{i}].note"), &group.note, Need::None);
        }
        let groups = ids(x.groups.iter().map(|g| g.id.as_str()));
        self.unique("statements", x.statements.iter().map(|s| s.id.as_str()));
        for (i, statement) in x.statements.iter().enumerate() {
            let path = format!("statements[{i}]");
            self.refers(format!("{path}.group"), statement.group.as_str(), &groups);
            self.words(&format!("{path}.text"), &statement.text, Need::Some);
            self.words(&format!("{path}.unit"), &statement.unit, Need::None);
            self.cites(&path, &statement.sources, false);
            if let Some(figure) = &statement.figure {
                self.figure(&format!("{path}.figure"), figure);
            }
        }
        let photos = ids(x.photos.iter().map(|p| p.id.as_str()));
        let provinces = self.provinces.clone();
        self.unique("milestones", x.milestones.iter().map(|m| m.id.as_str()));
        for (i, milestone) in x.milestones.iter().enumerate() {
            let path = format!("milestones[{i}]");
            self.words(&format!("{path}.title"), &milestone.title, Need::Every);
            self.words(&format!("{path}.text"), &milestone.text, Need::Some);
            self.words(&format!("{path}.date_note"), &milestone.date_note, Need::None);
            self.words(&format!("{path}.certainty"), &milestone.certainty, Need::None);
            if let Some(photo) = &milestone.photo {
                self.refers(format!("{path}.photo"), photo.as_str(), &photos);
            }
            for (j, id) in milestone.provinces.iter().enumerate() {
                self.refers(format!("{path}.provinces[{j}]"), id.as_str(), &provinces);
            }
            self.cites(&path, &milestone.sources, true);
        }
    }

    fn photos(&mut self, x: &Exhibition) {
        self.unique("topics", x.topics.iter().map(|t| t.id.as_str()));
        for (i, topic) in x.topics.iter().enumerate() {
            self.words(&format!("topics[{i}].name"), &topic.name, Need::Every);
        }
        let topics = ids(x.topics.iter().map(|t| t.id.as_str()));
        let provinces = self.provinces.clone();
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
                self.refers(format!("{path}.provinces[{j}]"), id.as_str(), &provinces);
            }
            if let Some(topic) = &photo.topic {
                self.refers(format!("{path}.topic"), topic.as_str(), &topics);
            }
            self.cites(&path, &photo.sources, false);
            if let Some(stand_in) = &photo.stand_in {
                self.words(&format!("{path}.stand_in.alt"), &stand_in.alt, Need::Some);
            }
            self.file(&path, &photo.file, photo.stand_in.as_ref().map(|s| s.file.as_str()));
        }
    }

    /// A picture needs its file, or a stand-in that is there.
    fn file(&mut self, path: &str, file: &str, stand_in: Option<&str>) {
        for (name, file) in [("file", Some(file)), ("stand_in.file", stand_in)] {
            if let Some(file) = file.filter(|f| !is_inside(f)) {
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

    fn caption_length(&mut self, path: &str, caption: &Words) {
        let lengths = [
            (Lang::En, caption.en.split_whitespace().count(), CAPTION_WORDS),
            (Lang::Zh, caption.zh.chars().filter(|c| !c.is_whitespace()).count(), CAPTION_WORDS * 3),
            (Lang::Bo, caption.bo.chars().filter(|&c| c == '\u{f0b}').count(), CAPTION_WORDS * 3),
        ];
        for (lang, found, limit) in lengths {
            if found > limit {
                self.say(format!("{path}.{}", lang.code()), Trouble::LongCaption { lang, found, limit });
            }
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
            self.glyphs(&format!("{path}.title"), source.title.as_deref().unwrap_or_default());
        }
    }
}

/// True for a relative name with `/` that stays inside the pack, on this system and on the others. What a system allows in a name is
/// no reason against it: a colon, or `\` where that is a letter like any other.
#[must_use]
pub fn is_inside(name: &str) -> bool {
    let is_either = |c: char| c == '/' || c == '\\';
    let leads_up = name.split(is_either).any(|part| part == "..");
    let has_drive = matches!(name.as_bytes(), [drive, b':', b'/' | b'\\', ..] if drive.is_ascii_alphabetic());
    let is_plain = name.split('/').all(|part| !part.is_empty() && part != ".");
    let is_of_windows = cfg!(windows) && name.contains(['\\', ':']);
    is_plain && !leads_up && !has_drive && !is_of_windows && !name.starts_with('\\') && !name.contains('\0')
}
