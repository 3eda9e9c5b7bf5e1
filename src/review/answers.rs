//! What the answers of a reader change: judged row by row against the exhibition as it is now.

use std::collections::{HashMap, HashSet};

use super::rows::{Row, rows};
use crate::model::{Change, Date, FieldPath, Lang, Review, TEXT_LIMIT, TextState, Tree};
use crate::text::{self, ReviewSheet, Say};

/// What an answer's cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or an error.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A whole number, which a spreadsheet has made of digits.
    Digits(String),
    /// Yes or no.
    Flag(bool),
    /// Something that is no text and was none: a date, a number with decimals.
    Other,
}

impl Cell {
    /// Its text, cleaned of what spreadsheets add; `None` if there is none.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) | Self::Digits(text) => Some(clean(text)).filter(|text| !text.is_empty()),
            Self::Empty | Self::Flag(_) | Self::Other => None,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Empty | Self::Flag(false) => true,
            Self::Text(_) | Self::Digits(_) => self.text().is_none(),
            Self::Flag(true) | Self::Other => false,
        }
    }
}

/// What was read of a text: its fingerprint, or the text itself where that is all there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// The fingerprint, as the hidden column has it.
    Print(String),
    /// The text, as the visible column has it.
    Text(String),
}

/// A row of a sheet that has come back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its number in the sheet, from 1, as a spreadsheet shows it.
    pub line: u32,
    /// The id of the text.
    pub id: Option<String>,
    /// The draft that was read.
    pub text: Option<Read>,
    /// The source that was read.
    pub source: Option<Read>,
    /// The draft's cell as it is now, which nobody was to write in.
    pub draft: Option<String>,
    /// The better text.
    pub better: Cell,
    /// Whether the reader agrees.
    pub agreed: Cell,
    /// The remark.
    pub remark: Option<String>,
}

impl Answer {
    fn is_silent(&self) -> bool {
        self.better.is_empty() && self.agreed.is_empty()
    }
}

/// Why an answer is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has no id, and its texts do not say which text is meant.
    NoId,
    /// No text has this id.
    UnknownId(String),
    /// Several rows answer for the same text, differently.
    Twice,
    /// The columns that say what was read are gone.
    Unbound,
    /// The better text is a date or a number with decimals.
    NotAText,
    /// What stands under “agreed” is none of the choices.
    NotAChoice(String),
    /// There is no text that could be agreed with.
    NothingThere,
    /// The draft's own cell was written in.
    DraftEdited,
    /// The better text is longer than anything that is shown.
    TooLong,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has no answer.
    Untouched,
    /// The text is checked as it is.
    Agreed,
    /// The text is replaced by this one, which is checked.
    Changed(String),
    /// The exhibition says so already.
    Already,
    /// The text that it was translated from is another one now. Nothing is changed.
    SourceChanged,
    /// The text is another one now. Nothing is changed.
    TextChanged,
    /// The answer is not taken.
    Refused(Refusal),
}

/// A row with what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Its number in the sheet.
    pub line: u32,
    /// The text that it is about, with its language, if that is known.
    pub row: Option<Row>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What the reader wanted instead; empty where nothing was written.
    pub wanted: String,
    /// The reader's remark.
    pub remark: Option<String>,
}

impl Judged {
    /// Where the words stand, and their language.
    #[must_use]
    pub fn place(&self) -> Option<(&FieldPath, Lang)> {
        self.row.as_ref().map(|row| (&row.at, row.lang))
    }

    /// The check that is replaced, of a text that was checked.
    #[must_use]
    pub fn replaces(&self) -> Option<&Review> {
        match (&self.verdict, self.row.as_ref()?.state()) {
            (Verdict::Changed(_), TextState::Checked(review)) => Some(review),
            _ => None,
        }
    }
}

/// How many rows became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Agreed with.
    pub agreed: usize,
    /// Changed.
    pub changed: usize,
    /// Said by the exhibition already.
    pub already: usize,
    /// The source, or the text, has changed meanwhile.
    pub meanwhile: usize,
    /// Refused.
    pub refused: usize,
    /// Without an answer.
    pub untouched: usize,
}

/// What a sheet that has come back means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Its rows, in the order of the sheet.
    pub rows: Vec<Judged>,
    /// What they change; nothing where nobody answered.
    pub changes: Vec<Change>,
}

impl Outcome {
    /// How many rows became what, as [`ReviewSheet::Tally`] says it; `silent` are texts beside these without an answer.
    #[must_use]
    pub fn counts(&self, silent: usize) -> [usize; 6] {
        let tally = self.tally();
        let untouched = tally.untouched + silent;
        [tally.agreed, tally.changed, tally.already, tally.meanwhile, tally.refused, untouched]
    }

    /// How many rows became what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in &self.rows {
            let count = match row.verdict {
                Verdict::Untouched => &mut tally.untouched,
                Verdict::Agreed => &mut tally.agreed,
                Verdict::Changed(_) => &mut tally.changed,
                Verdict::Already => &mut tally.already,
                Verdict::SourceChanged | Verdict::TextChanged => &mut tally.meanwhile,
                Verdict::Refused(_) => &mut tally.refused,
            };
            *count += 1;
        }
        tally
    }
}

/// Judges answers against an exhibition. What is agreed with or changed becomes checked by the reader on that date.
#[must_use]
pub fn judge(tree: &Tree, answers: &[Answer], (reader, date): (&str, Option<Date>)) -> Outcome {
    let all: Vec<Row> = Lang::ALL.into_iter().flat_map(|lang| rows(tree, lang)).collect();
    let known = Known::of(&all);
    let found: Vec<Result<&Row, Refusal>> = answers.iter().map(|answer| known.find(answer)).collect();
    let contested = contested(answers, &found);
    let (mut outcome, mut answered) = (Outcome::default(), HashSet::new());
    for (answer, found) in answers.iter().zip(found) {
        let verdict = match &found {
            Err(Refusal::NoId) if answer.is_silent() && answer.remark.is_none() => continue,
            Err(why) => Verdict::Refused(why.clone()),
            Ok(row) if contested.contains_key(row.id.as_str()) && !answer.is_silent() => {
                if contested[row.id.as_str()] == Contest::Different {
                    Verdict::Refused(Refusal::Twice)
                } else if answered.insert(&row.id) {
                    verdict(row, answer)
                } else {
                    Verdict::Untouched
                }
            }
            Ok(row) => verdict(row, answer),
        };
        let row = found.ok().cloned();
        if let Some(row) = &row {
            outcome.changes.extend(changes(row, &verdict, (reader, date)));
        }
        let wanted = answer.better.text().unwrap_or_default();
        outcome.rows.push(Judged { line: answer.line, row, verdict, wanted, remark: answer.remark.clone() });
    }
    outcome
}

/// The rows of an exhibition by what a sheet says of them.
struct Known<'r> {
    by_id: HashMap<&'r str, &'r Row>,
    /// By the fingerprints; `None` where several have the same.
    by_prints: HashMap<(String, String), Option<&'r Row>>,
}

impl<'r> Known<'r> {
    fn of(all: &'r [Row]) -> Self {
        let mut by_prints = HashMap::new();
        for row in all {
            let prints = (row.text_print(), row.source_print());
            by_prints.entry(prints).and_modify(|other| *other = None).or_insert(Some(row));
        }
        Self { by_id: all.iter().map(|row| (row.id.as_str(), row)).collect(), by_prints }
    }

    /// The text that an answer is about: by its id, else by both fingerprints where they belong to one text alone.
    fn find(&self, answer: &Answer) -> Result<&'r Row, Refusal> {
        let id = answer.id.as_deref().map(str::trim).filter(|id| !id.is_empty());
        if let Some(row) = id.and_then(|id| self.by_id.get(id)) {
            return Ok(row);
        }
        let prints = match (&answer.text, &answer.source) {
            (Some(Read::Print(text)), Some(Read::Print(source))) => Some((text.clone(), source.clone())),
            _ => None,
        };
        let by_prints = prints.and_then(|prints| *self.by_prints.get(&prints)?);
        by_prints.ok_or_else(|| id.map_or(Refusal::NoId, |id| Refusal::UnknownId(id.to_owned())))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Contest {
    Same,
    Different,
}

/// The texts that several rows answer for.
fn contested<'r>(answers: &[Answer], found: &[Result<&'r Row, Refusal>]) -> HashMap<&'r str, Contest> {
    let mut first: HashMap<&str, &Answer> = HashMap::new();
    let mut contested = HashMap::new();
    for (answer, found) in answers.iter().zip(found) {
        let Ok(row) = found else { continue };
        if answer.is_silent() {
            continue;
        }
        match first.get(row.id.as_str()) {
            None => {
                first.insert(&row.id, answer);
            }
            Some(other) => {
                let is_same = other.better.text() == answer.better.text() && other.agreed == answer.agreed;
                let contest = contested.entry(row.id.as_str()).or_insert(Contest::Same);
                if !is_same {
                    *contest = Contest::Different;
                }
            }
        }
    }
    contested
}

fn verdict(row: &Row, answer: &Answer) -> Verdict {
    weigh(row, answer).unwrap_or_else(Verdict::Refused)
}

fn weigh(row: &Row, answer: &Answer) -> Result<Verdict, Refusal> {
    let now = clean(row.text());
    let is_same_text = answer.text.as_ref().map(|read| is_same(read, &row.text_print(), row.text()));
    let source = row.source().map(|(_, text)| text).unwrap_or_default();
    let is_same_source = answer.source.as_ref().map(|read| is_same(read, &row.source_print(), source));
    let draft = answer.draft.as_deref().map(clean).filter(|draft| !draft.is_empty());
    // Where the text has changed meanwhile, nobody knows who wrote in its cell; one that is too long is not whole on the sheet.
    let can_tell = is_same_text == Some(true) && now.chars().count() <= TEXT_LIMIT;
    let is_edited = can_tell && draft.is_some_and(|draft| draft != now);
    if answer.is_silent() {
        return if is_edited { Err(Refusal::DraftEdited) } else { Ok(Verdict::Untouched) };
    }
    check_agreement(&answer.agreed)?;
    let better = better_text(&answer.better)?;
    if better.is_none() && is_edited {
        return Err(Refusal::DraftEdited);
    }
    if better.is_none() && now.is_empty() {
        return Err(Refusal::NothingThere);
    }
    let says_so = better.as_ref() == Some(&now);
    match (is_same_source, is_same_text) {
        (None, _) | (_, None) => Err(Refusal::Unbound),
        (Some(false), _) => Ok(Verdict::SourceChanged),
        (_, Some(false)) if !says_so => Ok(Verdict::TextChanged),
        _ => Ok(match better.filter(|_| !says_so) {
            Some(text) => Verdict::Changed(text),
            None if matches!(row.state(), TextState::Checked(_)) => Verdict::Already,
            None => Verdict::Agreed,
        }),
    }
}

/// Refuses what is neither the choice nor nothing.
fn check_agreement(cell: &Cell) -> Result<(), Refusal> {
    match cell.text() {
        Some(word) if is_agreement(&word) => Ok(()),
        Some(word) => Err(Refusal::NotAChoice(word)),
        None if *cell == Cell::Other => Err(Refusal::NotAChoice(String::new())),
        None => Ok(()),
    }
}

fn better_text(cell: &Cell) -> Result<Option<String>, Refusal> {
    match cell.text() {
        Some(text) if text.chars().count() > TEXT_LIMIT => Err(Refusal::TooLong),
        None if !cell.is_empty() => Err(Refusal::NotAText),
        text => Ok(text),
    }
}

/// The choice in any of the languages, or one of the marks that people put instead of it.
fn is_agreement(word: &str) -> bool {
    let word = word.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '།' | '་' | '。'));
    let choice = |lang| text::say(lang, Say::ReviewSheet(ReviewSheet::Agreed));
    let is_choice = |lang| choice(lang).trim_end_matches(['།', '་']).eq_ignore_ascii_case(word);
    Lang::ALL.into_iter().any(is_choice)
        || ["x", "ok", "yes", "✓", "✔", "√"].iter().any(|mark| word.eq_ignore_ascii_case(mark))
}

fn is_same(read: &Read, print: &str, text: &str) -> bool {
    match read {
        Read::Print(was) => was == print,
        Read::Text(was) => clean(was) == clean(text),
    }
}

/// A text without what a spreadsheet adds or cannot hold: other line ends, control characters, space around it.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.trim().to_owned()
}

/// The changes that an answer makes: the text, and the checks beside it. Checks of other languages keep what they were of.
fn changes(row: &Row, verdict: &Verdict, (reader, date): (&str, Option<Date>)) -> Vec<Change> {
    let mut words = row.words.clone();
    let mut changes = Vec::new();
    match verdict {
        Verdict::Agreed => {}
        Verdict::Changed(text) => {
            words.bind_bare();
            words.keep_read(row.lang);
            words.put(row.lang, text);
            changes.push(Change::set(row.at.field(row.lang.code()), text.as_str()));
        }
        _ => return changes,
    }
    words.mark_checked(row.lang, reader, date);
    if let Ok(reviewed) = serde_json::to_value(&words.reviewed) {
        changes.push(Change::set(row.at.field("reviewed"), reviewed));
    }
    changes
}
