//! Heads and words of the tables, on the screen and in files.

/// The columns of the table of personnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The batch.
    Batch,
    /// Its years.
    Years,
    /// Its people.
    People,
    /// The state of the figure.
    State,
    /// Other reports.
    Others,
    /// Who reported it.
    Sources,
}

impl Column {
    /// All columns, from left to right.
    pub const ALL: [Self; 6] = [Self::Batch, Self::Years, Self::People, Self::State, Self::Others, Self::Sources];
}

/// The words of exported tables, besides those of [`Column`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    /// The header of the column that says what a figure counts.
    Counts,
    /// It counts one batch.
    OneBatch,
    /// It counts several batches that are known only together.
    Together,
    /// It counts all batches up to one, as published.
    Total,
    /// The header of the column of precision words.
    Precision,
    /// No precision word.
    Exact,
    /// A little fewer.
    Nearly,
    /// More.
    MoreThan,
    /// A few more or fewer.
    About,
    /// The header of the column of sums.
    Arithmetic,
    /// The header of the column of remarks.
    Remark,
    /// The header of the column of provinces.
    Province,
    /// The header of the column of divisions.
    Division,
    /// The header of the column of beginnings.
    Since,
    /// The header of the column of ends.
    Until,
    /// The header of the column of the sources' wording of a span.
    LocalizedText,
}
