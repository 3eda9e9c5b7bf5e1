//! The list of problems: worst first, like ones folded into one row, each leading to its field and back.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use super::{Editing, ProblemCommand};
use crate::model::{FieldPath, Lang, Problem, Step, Trouble, Weight};
use crate::state::State;

/// So many like problems are folded into one row.
const MANY: usize = 3;

/// A row of the list of problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemRow {
    /// The problems, by their places in the list; several where they are alike.
    pub problems: Vec<usize>,
    /// How bad they are.
    pub weight: Weight,
}

/// Where a problem is mended by hand.
#[must_use]
pub fn target(problem: &Problem) -> Option<FieldPath> {
    let at: FieldPath = problem.place.path.parse().ok()?;
    match &problem.trouble {
        Trouble::MissingWords { lang } if !ends_in_language(&at) => Some(at.field(lang.code())),
        _ => (!at.0.is_empty()).then_some(at),
    }
}

fn ends_in_language(at: &FieldPath) -> bool {
    matches!(at.0.last(), Some(Step::Field(name)) if Lang::ALL.iter().any(|lang| lang.code() == name))
}

/// What makes two problems alike: what is wrong, in which language, and in which field of the entries of which list.
type Likeness = (Discriminant<Trouble>, Option<Lang>, String);

fn likeness(problem: &Problem) -> Option<Likeness> {
    let lang = match &problem.trouble {
        Trouble::MissingWords { lang }
        | Trouble::LongCaption { lang, .. }
        | Trouble::LongTitle { lang, .. }
        | Trouble::CutCaption { lang, .. } => Some(*lang),
        Trouble::NoSource
        | Trouble::SmallPicture { .. }
        | Trouble::CameraPreview { .. }
        | Trouble::MissingFile { .. }
        | Trouble::UnreadablePicture { .. }
        | Trouble::Backslashes { .. }
        | Trouble::DanglingId { .. }
        | Trouble::DoubledReference { .. } => None,
        _ => return None,
    };
    let at: FieldPath = problem.place.path.parse().ok()?;
    at.list_entry()?;
    let fields = at.0.iter().filter_map(|step| match step {
        Step::Field(name) => Some(name.as_str()),
        Step::Index(_) => None,
    });
    Some((discriminant(&problem.trouble), lang, fields.collect::<Vec<_>>().join(".")))
}

/// The rows of a list of problems, which is sorted.
#[must_use]
pub fn problem_rows(problems: &[Problem]) -> Vec<ProblemRow> {
    let alike: Vec<_> = problems.iter().map(|problem| likeness(problem).map(|like| (like, problem.weight()))).collect();
    let mut counts: HashMap<_, usize> = HashMap::new();
    for like in alike.iter().flatten() {
        *counts.entry(like).or_default() += 1;
    }
    let mut rows: Vec<ProblemRow> = Vec::new();
    let mut folded = HashMap::new();
    for (index, (problem, like)) in problems.iter().zip(&alike).enumerate() {
        let like = like.as_ref().filter(|like| counts.get(like).is_some_and(|count| *count >= MANY));
        if let Some(row) = like.and_then(|like| folded.get(like)).and_then(|row: &usize| rows.get_mut(*row)) {
            row.problems.push(index);
            continue;
        }
        if let Some(like) = like {
            folded.insert(like, rows.len());
        }
        rows.push(ProblemRow { problems: vec![index], weight: problem.weight() });
    }
    rows
}

impl Editing {
    /// The rows of the list of problems.
    #[must_use]
    pub fn problem_rows(&self) -> &[ProblemRow] {
        &self.problem_rows
    }

    /// The problems of a row.
    pub fn problems_of<'e>(&'e self, row: &'e ProblemRow) -> impl DoubleEndedIterator<Item = &'e Problem> {
        row.problems.iter().filter_map(|index| self.problems.get(*index))
    }

    /// The row of the list of problems that the focus is to be put on.
    #[must_use]
    pub fn row_to_focus(&self) -> Option<usize> {
        self.row_to_focus
    }

    /// Whether the list of problems gives way to what was seen in every view.
    #[must_use]
    pub fn shows_report(&self) -> bool {
        self.shows_report
    }

    /// Whether there is a row of the list of problems to come back to.
    #[must_use]
    pub fn comes_from_problem(&self) -> bool {
        self.came_from.is_some()
    }

    pub(super) fn take_problems(&mut self, revision: u64, mut problems: Vec<Problem>) {
        (self.checking, self.checked) = (None, Some(revision));
        problems.sort_by_key(|problem| std::cmp::Reverse(problem.weight()));
        self.problem_rows = Arc::new(problem_rows(&problems));
        self.problems = Arc::new(problems);
        if self.revision != revision && self.check_due.is_none() {
            self.check_due = Some(0.0);
        }
    }

    /// The row with a problem that leads to a field.
    fn row_of(&self, at: &FieldPath) -> Option<usize> {
        self.problem_rows
            .iter()
            .position(|row| self.problems_of(row).any(|problem| target(problem).as_ref() == Some(at)))
    }

    /// Notes from which row of the list of problems a field is gone to.
    pub(super) fn leave_problems(&mut self, to: &FieldPath) {
        if self.shows_problems {
            self.came_from = self.row_of(to).map(|row| (to.clone(), row));
        }
    }
}

impl State {
    /// The commands of the list of problems.
    pub(super) fn problem_command(&mut self, command: ProblemCommand) {
        let Some(editing) = self.editing.as_deref_mut() else { return };
        match command {
            ProblemCommand::Shown(shown) => {
                (editing.shows_problems, editing.shows_report, editing.row_to_focus) = (shown, false, None);
            }
            ProblemCommand::Report(shown) => (editing.shows_problems, editing.shows_report) = (true, shown),
            ProblemCommand::RowPut => editing.row_to_focus = None,
            ProblemCommand::Back => {
                if let Some((at, row)) = editing.came_from.take() {
                    let last = editing.problem_rows.len().checked_sub(1);
                    // A row that is gone leaves its place to the next one.
                    editing.row_to_focus = editing.row_of(&at).or(last.map(|last| row.min(last)));
                    (editing.shows_problems, editing.shows_report, editing.preview) = (true, false, false);
                    editing.history.end_run();
                }
            }
            ProblemCommand::Next => {
                let now =
                    editing.came_from.as_ref().and_then(|(at, row)| editing.row_of(at).map(|at| at + 1).or(Some(*row)));
                let from = now.unwrap_or(0);
                let following = editing.problem_rows.iter().cycle().skip(from).take(editing.problem_rows.len());
                let next = following.filter_map(|row| editing.problems_of(row).next()).find_map(target);
                editing.shows_problems = true;
                if let Some(next) = next {
                    self.go_to_field(&next);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{problem_rows, target};
    use crate::model::{Lang, Problem, Trouble};

    fn missing(path: &str, lang: Lang) -> Problem {
        Problem::new(path, Trouble::MissingWords { lang })
    }

    #[test]
    fn three_like_problems_are_one_row_and_two_are_two() {
        let problems = [
            missing("photos[0].title", Lang::Bo),
            Problem::new("batches[0].figure", Trouble::NoSource),
            missing("photos[1].title", Lang::Bo),
            missing("photos[1].title", Lang::Zh),
            missing("photos[7].title", Lang::Bo),
            missing("photos[2].title", Lang::Zh),
            missing("milestones[2].title", Lang::Bo),
        ];
        let rows: Vec<Vec<usize>> = problem_rows(&problems).into_iter().map(|row| row.problems).collect();
        assert_eq!(rows, [vec![0, 2, 4], vec![1], vec![3], vec![5], vec![6]]);
    }

    #[test]
    fn a_missing_text_leads_to_the_field_of_its_language() {
        let at = target(&missing("photos[3].title", Lang::Bo)).expect("a field");
        assert_eq!(at.to_string(), "photos[3].title.bo");
        assert_eq!(target(&Problem::new("", Trouble::NoPictures)), None);
    }
}
