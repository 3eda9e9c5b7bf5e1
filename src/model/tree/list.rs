//! The outermost lists of an exhibition.

use serde::{Deserialize, Serialize};

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $field:literal / $entry:literal),+ $(,)?) => {
        /// An outermost list of an exhibition.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum List {
            $($(#[$doc])* $name),+
        }

        impl List {
            /// All of them, in the order of `exhibition.json`.
            pub const ALL: [Self; 16] = [$(Self::$name),+];

            /// Its field in `exhibition.json`.
            #[must_use]
            pub fn field(self) -> &'static str {
                match self {
                    $(Self::$name => $field),+
                }
            }

            /// The name of the type of its entries in the schema.
            #[must_use]
            pub fn entry(self) -> &'static str {
                match self {
                    $(Self::$name => $entry),+
                }
            }
        }
    };
}

lists! {
    /// Paragraphs about the sources.
    About = "about" / "Words",
    /// The prefecture-level divisions.
    Divisions = "divisions" / "Division",
    /// The provinces.
    Provinces = "provinces" / "Province",
    /// Which province is paired with which division.
    Pairings = "pairings" / "Pairing",
    /// The years of the diagram of the pairings.
    PairingSteps = "pairing_stops" / "PairingStep",
    /// The batches.
    Batches = "batches" / "Batch",
    /// Figures of several batches together.
    Subtotals = "subtotals" / "Subtotal",
    /// Totals published after a batch.
    Totals = "totals" / "Total",
    /// Headings of the statements.
    Groups = "groups" / "Group",
    /// What the sources state.
    Statements = "statements" / "Statement",
    /// The timeline.
    Milestones = "milestones" / "Milestone",
    /// Topics of the pictures.
    Topics = "topics" / "Topic",
    /// The pictures.
    Photos = "photos" / "Photo",
    /// The stops of a talk.
    RunningOrder = "running_order" / "Stop",
    /// The sources.
    Sources = "sources" / "Source",
    /// Terms that recur.
    Glossary = "glossary" / "GlossaryTerm",
}

impl List {
    /// The list with this field.
    #[must_use]
    pub fn of_field(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.field() == field)
    }
}
