//! What helps at once with a problem: mending it without asking, or asking for what it lacks.

use super::mend::{MendKind, mend};
use super::{Editing, Landing};
use crate::model::{Change, FieldPath, List, Problem, Step, Trouble};

/// What helps with a problem.
#[derive(Clone, Debug, PartialEq)]
pub enum Remedy {
    /// These changes mend it.
    Mend(MendKind, Vec<Change>),
    /// A picture's file is looked for; or another one, since the one that is there does not do.
    File(Landing, FileWanted),
    /// A source is added to these.
    Source(FieldPath),
}

/// Which file a picture wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileWanted {
    /// The one that it names.
    Missing,
    /// Another one.
    Another,
}

impl Editing {
    /// What helps with a problem; `None` where somebody must decide and write.
    #[must_use]
    pub fn remedy(&self, problem: &Problem) -> Option<Remedy> {
        if let Some((kind, changes)) = mend(&self.tree, problem) {
            return Some(Remedy::Mend(kind, changes));
        }
        let at: FieldPath = problem.place.path.parse().ok()?;
        match &problem.trouble {
            Trouble::MissingFile { .. } => Some(Remedy::File(self.landing_at(&at)?, FileWanted::Missing)),
            Trouble::UnreadablePicture { .. } | Trouble::SmallPicture { .. } | Trouble::EscapingName { .. } => {
                Some(Remedy::File(self.landing_at(&at)?, FileWanted::Another))
            }
            Trouble::NoSource => Some(Remedy::Source(at.field("sources"))),
            _ => None,
        }
    }

    /// The picture whose file has this path.
    fn landing_at(&self, at: &FieldPath) -> Option<Landing> {
        let (list, index) = at.list_entry().filter(|(list, _)| *list == List::Photos.field())?;
        let entry = self.tree.key(list, index)?;
        let names: Vec<&str> = at.0[2..]
            .iter()
            .map(|step| match step {
                Step::Field(name) => name.as_str(),
                Step::Index(_) => "",
            })
            .collect();
        match names.as_slice() {
            ["file"] => Some(Landing::Instead { entry, stand_in: false }),
            ["stand_in", "file"] => Some(Landing::Instead { entry, stand_in: true }),
            _ => None,
        }
    }
}
