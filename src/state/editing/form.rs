//! What the editing pane has before it besides the document: a list that is open, a number that is being typed, what was set aside.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::fields::{Kind, field};
use super::figure::{in_state, typed_number, written};
use super::{Chosen, Edit, EditCommand, Editing, fresh_id, new_entry, several};
use crate::model::{Change, Date, FieldPath, Lang, List, StateName, Tree};
use crate::state::{Action, Effect, Scrollable, State};

/// The longest name of a reader, in characters.
const LONGEST_NAME: usize = 200;

/// A list of entries to choose from, open under a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picking {
    /// The field.
    pub at: FieldPath,
    /// What was typed to find an entry.
    pub typed: String,
    /// The row that Enter chooses.
    pub row: usize,
}

/// What becomes of what several pictures have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// It is replaced.
    #[default]
    Replace,
    /// It is added to.
    Append,
    /// It stays, and what is empty is filled.
    WhereEmpty,
}

impl Way {
    /// All of them, in the order of their switch.
    pub const ALL: [Self; 3] = [Self::Replace, Self::Append, Self::WhereEmpty];
}

/// What the pane has before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    picking: Option<Picking>,
    drafts: BTreeMap<FieldPath, String>,
    /// A date that is being typed, with what goes when it is empty: half a date would take its entry out of the views.
    pub(super) date: Option<(FieldPath, String, Option<FieldPath>)>,
    /// An id that is being typed, and whether its field was left: half an id would belong to others.
    pub(super) id: Option<(FieldPath, String, bool)>,
    /// A batch's number that is being typed, and what it was: what refers to the batch follows once it is typed.
    pub(super) numbered: Option<(FieldPath, String)>,
    way: Way,
    /// What figures had in other states, by their paths.
    aside: BTreeMap<FieldPath, Map<String, Value>>,
    came_from: Option<Chosen>,
    reading: Option<(FieldPath, Lang)>,
    reader: String,
    /// The text that is compared with what was checked.
    pub(super) comparing: Option<(FieldPath, Lang)>,
}

/// A command of the pane.
#[derive(Clone, Debug, PartialEq)]
pub enum FormCommand {
    /// Open a list, change what is typed in it, or close it.
    Pick(Option<Picking>),
    /// Make a new entry of a list with this name, refer to it in a field, and go on to its fields.
    New {
        /// The field; `None` where nothing refers to it.
        at: Option<FieldPath>,
        /// The list.
        list: List,
        /// The name.
        name: String,
    },
    /// Type a number in a field.
    Number(FieldPath, String),
    /// Type a date in a field; with it goes, when it is empty, what lies at the other path.
    Date(FieldPath, String, Option<FieldPath>),
    /// Type an id in a field.
    Id(FieldPath, String),
    /// Change the state of a figure.
    State(FieldPath, StateName),
    /// Type what is to be written into several pictures.
    Draft(FieldPath, String),
    /// Choose what becomes of what they have.
    Way(Way),
    /// Write it into them.
    WriteMarked(&'static str),
    /// Back to the entry that a new one was made for.
    Back,
    /// Ask who has read the text of a language, or no longer.
    Read(Option<(FieldPath, Lang)>),
    /// Type the name of whoever reads.
    Reader(String),
    /// Compare a text with what was checked, or no longer.
    Compare(Option<(FieldPath, Lang)>),
}

impl Form {
    /// The text whose reader is asked for.
    #[must_use]
    pub fn reading(&self) -> Option<(&FieldPath, Lang)> {
        self.reading.as_ref().map(|(at, lang)| (at, *lang))
    }

    /// The text that is compared with what was checked.
    #[must_use]
    pub fn comparing(&self) -> Option<(&FieldPath, Lang)> {
        self.comparing.as_ref().map(|(at, lang)| (at, *lang))
    }

    /// The name of whoever reads, as it was last typed.
    #[must_use]
    pub fn reader(&self) -> &str {
        &self.reader
    }

    /// The list that is open.
    #[must_use]
    pub fn picking(&self) -> Option<&Picking> {
        self.picking.as_ref()
    }

    /// What becomes of what several pictures have.
    #[must_use]
    pub fn way(&self) -> Way {
        self.way
    }

    /// What was typed for several pictures.
    #[must_use]
    pub fn draft(&self, at: &FieldPath) -> &str {
        self.drafts.get(at).map(String::as_str).unwrap_or_default()
    }

    /// The entry that the chosen one was made for.
    #[must_use]
    pub fn came_from(&self) -> Option<Chosen> {
        self.came_from
    }

    /// A date as it was typed, else as it stands in the document.
    #[must_use]
    pub fn date<'f>(&'f self, tree: &'f Tree, at: &FieldPath) -> &'f str {
        match &self.date {
            Some((of, typed, _)) if of == at => typed,
            _ => tree.text_at(at),
        }
    }

    /// An id that is being typed, or could not be written.
    #[must_use]
    pub fn typed_id(&self, at: &FieldPath) -> Option<&str> {
        self.id.as_ref().filter(|(of, ..)| of == at).map(|(_, typed, _)| typed.as_str())
    }

    /// A number as it was typed, else as it stands in the document.
    #[must_use]
    pub fn number(&self, tree: &Tree, at: &FieldPath) -> String {
        let value = tree.value(at);
        match self.drafts.get(at) {
            Some(typed) if typed_number(typed).as_ref() == value => typed.clone(),
            _ => value.map(written).unwrap_or_default(),
        }
    }
}

/// The field by which people know the entries of a list, below the entry.
#[must_use]
pub fn name_field(list: List) -> Option<&'static str> {
    match list {
        List::Divisions | List::Provinces | List::Topics | List::Glossary => Some("name"),
        List::Groups | List::Milestones | List::Photos | List::RunningOrder => Some("title"),
        List::Statements => Some("text"),
        List::Sources => Some("publisher"),
        List::Pairings => Some("told"),
        List::PairingSteps => Some("change"),
        List::About => Some(""),
        List::Batches | List::Subtotals | List::Totals => None,
    }
}

impl Editing {
    /// What the pane has before it.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// Nothing is open or half typed any more.
    pub(super) fn clear_form(&mut self) {
        // Whoever reads, reads more than one text.
        self.form = Form { reader: std::mem::take(&mut self.form.reader), ..Form::default() };
    }

    /// What was typed is no longer being typed.
    pub(super) fn end_typing(&mut self) {
        self.form.drafts.retain(|at, _| at.outermost() == several::MARKED);
    }
}

impl State {
    pub(super) fn form_command(&mut self, command: FormCommand) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        match command {
            FormCommand::Pick(picking) => editing.form.picking = picking,
            FormCommand::Way(way) => editing.form.way = way,
            FormCommand::Draft(at, text) => drop(editing.form.drafts.insert(at, text)),
            FormCommand::Number(at, text) => {
                self.note_number(&at);
                let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
                let change = match typed_number(&text) {
                    Some(number) => Change::set(at.clone(), number),
                    None => Change::unset(at.clone()),
                };
                editing.end_typing();
                editing.form.drafts.insert(at.clone(), text);
                return self.edit(Edit { changes: vec![change], run: Some(at) });
            }
            FormCommand::Date(at, text, above) => {
                let is_whole = text.is_empty() || Date::try_from(text.clone()).is_ok();
                editing.form.date = Some((at, text, above));
                return if is_whole { self.write_date() } else { Vec::new() };
            }
            FormCommand::Id(at, text) => editing.form.id = Some((at, text, false)),
            FormCommand::State(at, state) => {
                let name = json!(state);
                let aside = editing.form.aside.entry(at.clone()).or_default();
                let made = in_state(editing.tree.value(&at), name.as_str().unwrap_or_default(), aside);
                return self.edit(Edit::step(vec![Change::set(at, made)]));
            }
            FormCommand::WriteMarked(field) => {
                let changes = several::changes(editing, field);
                editing.form.drafts.retain(|at, _| !at.is_within(&several::draft_path(field)));
                return self.edit(Edit::step(changes));
            }
            FormCommand::Read(what) => editing.form.reading = what,
            FormCommand::Reader(name) => editing.form.reader = name.chars().take(LONGEST_NAME).collect(),
            FormCommand::Compare(what) => return self.compare(what),
            FormCommand::Back => {
                if let Some(chosen) = editing.form.came_from {
                    return self.edit_command(EditCommand::Choose(Some(chosen)));
                }
            }
            FormCommand::New { at, list, name } => return self.make_entry(at.as_ref(), list, &name),
        }
        Vec::new()
    }

    /// Makes an entry, refers to it, and goes on to its fields.
    fn make_entry(&mut self, at: Option<&FieldPath>, list: List, name: &str) -> Vec<Effect> {
        let lang = self.session.lang;
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let before = editing.chosen;
        let tree = &editing.tree;
        let mut entry = new_entry(tree, list);
        let id = fresh_id(tree, list, name);
        if let Some(own) = entry.get_mut("id") {
            *own = json!(id);
        }
        name_it(&mut entry, list, lang, name.trim());
        let path = FieldPath::entry(list.field(), tree.len(list.field()));
        let mut changes = vec![Change::insert(path.clone(), entry)];
        changes.extend(at.as_ref().map(|at| refer(tree, at, &id)));
        let effects = self.edit(Edit::step(changes));
        let Some(editing) = self.editing.as_deref_mut() else { return effects };
        let made = path.list_entry().and_then(|(field, index)| editing.tree.key(field, index));
        let Some(made) = made else { return effects };
        self.choose_entry(Some(Chosen::Entry(list, made)));
        if let Some(editing) = self.editing.as_deref_mut() {
            editing.form.came_from = before.filter(|before| *before != Chosen::Entry(list, made));
            let first = super::fields::fields(list).first();
            editing.caret = first.map(|first| if first.path.is_empty() { path } else { path.field(first.path) });
        }
        effects
    }

    /// Goes back one step in the editor: a list, then the pane. False where there is nothing to close.
    pub(in crate::state) fn editing_back(&mut self) -> bool {
        let Some(editing) = self.editing.as_deref_mut().filter(|editing| !editing.preview) else { return false };
        let form = &mut editing.form;
        if form.picking.take().is_some() || form.reading.take().is_some() || form.comparing.take().is_some() {
            return true;
        }
        if std::mem::take(&mut editing.shows_problems) {
            return true;
        }
        if editing.marking || !editing.marked.is_empty() {
            editing.marking = false;
            editing.marked.clear();
            editing.clear_form();
            return true;
        }
        if editing.chosen.is_some() {
            self.choose_entry(None);
            return true;
        }
        false
    }

    /// The pane begins at its top.
    pub(super) fn pane_to_top(&mut self) {
        self.session.scrolls.remove(&Scrollable::EditPane);
    }

    /// What a touch on a picture does while several are chosen.
    pub(super) fn marks(&self, action: &Action) -> Option<Action> {
        let editing = self.editing.as_deref().filter(|editing| !editing.marked.is_empty())?;
        match action {
            Action::OpenPhoto(photo) => Some(Action::Edit(EditCommand::Mark(editing.entry_of(*photo)?))),
            _ => None,
        }
    }
}

/// Writes the name of a new entry.
fn name_it(entry: &mut Value, list: List, lang: Lang, name: &str) {
    if name.is_empty() {
        return;
    }
    let lang = if name.is_ascii() { lang } else { Lang::of_script(name) };
    match name_field(list) {
        Some("") => *entry = json!({ lang.code(): name }),
        Some(field) => entry[field] = json!({ lang.code(): name }),
        None => {}
    }
}

/// The change that refers to an entry in a field.
#[must_use]
pub fn refer(tree: &Tree, at: &FieldPath, id: &str) -> Change {
    let is_list = at.list_entry().is_some_and(|(list, _)| {
        let below: Vec<String> = at.0[2..]
            .iter()
            .filter_map(|step| match step {
                crate::model::Step::Field(name) => Some(name.clone()),
                crate::model::Step::Index(_) => None,
            })
            .collect();
        let kind = field(List::of_field(list), &below.join(".")).map(|field| field.kind);
        // Parts of figures and reports have several sources.
        kind.is_none_or(|kind| matches!(kind, Kind::Several(_) | Kind::Batches))
    });
    if !is_list {
        return Change::set(at.clone(), id);
    }
    match tree.value(at).and_then(Value::as_array) {
        Some(items) => Change::insert(at.index(items.len()), id),
        None => Change::set(at.clone(), json!([id])),
    }
}
