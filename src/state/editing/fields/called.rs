//! What fields are called. Two fields with one name mean the same.

/// The name of a field; `text` has its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Called {
    /// A title, of the exhibition, a picture, an event or a stop.
    Title,
    /// The exhibition's short title.
    ShortTitle,
    /// A paragraph about the sources.
    Paragraph,
    /// The note under the personnel.
    NotePersonnel,
    /// The note beside the pairings.
    NotePairings,
    /// The note over the divisions.
    NoteDivisions,
    /// The note beside inferred years.
    NoteInferred,
    /// A name.
    Name,
    /// A province's short name.
    ShortName,
    /// City or prefecture, province or municipality.
    Rank,
    /// Other spellings.
    AlsoSpelled,
    /// Figures of a province's own.
    Personnel,
    /// A remark.
    Note,
    /// The province.
    Province,
    /// The division.
    Division,
    /// When it began.
    Since,
    /// When it ended.
    Until,
    /// Whether the beginning is inferred.
    Inferred,
    /// The span as it is told.
    Told,
    /// Sources.
    Sources,
    /// A year.
    Year,
    /// The year as printed.
    YearLabel,
    /// What changed.
    Change,
    /// A batch's number.
    BatchNumber,
    /// When it arrived.
    Arrive,
    /// Whether that is inferred.
    ArriveInferred,
    /// When it left.
    Leave,
    /// Whether that is inferred.
    LeaveInferred,
    /// Who reported the years.
    YearsSources,
    /// How many people.
    Figure,
    /// The first batch.
    FirstBatch,
    /// The last batch.
    LastBatch,
    /// The last batch that a total counts.
    AfterBatch,
    /// When it was said.
    AsOf,
    /// A heading.
    Heading,
    /// The heading that a statement stands under.
    Group,
    /// What is stated.
    Statement,
    /// What a figure counts.
    Unit,
    /// How many English units make one.
    ScaleEn,
    /// How many Chinese units make one.
    ScaleZh,
    /// How many Tibetan units make one.
    ScaleBo,
    /// A date.
    Date,
    /// The date as printed.
    DateNote,
    /// What happened.
    Text,
    /// How sure it is.
    Certainty,
    /// A picture that goes with it.
    Picture,
    /// Provinces.
    Provinces,
    /// A caption.
    Caption,
    /// The alternative text.
    Alt,
    /// Who made it.
    Credit,
    /// Where.
    Place,
    /// A topic.
    Topic,
    /// Whether a picture leads its topic.
    Lead,
    /// Photograph or illustration.
    PictureKind,
    /// On what terms it is shown.
    Licence,
    /// The point of interest.
    Focus,
    /// A picture's file.
    File,
    /// A picture's size.
    Size,
    /// The stand-in's file.
    StandIn,
    /// Its alternative text.
    StandInAlt,
    /// Its point of interest.
    StandInFocus,
    /// Its size.
    StandInSize,
    /// What the audience sees.
    Shows,
    /// The form of the personnel.
    ChartForm,
    /// Highlighted batches.
    LitBatches,
    /// The year of the diagram.
    ShownYear,
    /// The highlighted province.
    LitProvince,
    /// The text of a stop.
    CardText,
    /// The statement of a stop.
    CardStatement,
    /// The milestone of a stop.
    Milestone,
    /// The speaker's notes.
    SpeakerNotes,
    /// The planned time.
    Secs,
    /// A source's title.
    SourceTitle,
    /// Who published it.
    Publisher,
    /// The language that a source is in.
    Language,
    /// Its address.
    Address,
    /// What it is.
    Description,
    /// Where it was found.
    Hosting,
    /// How much of it was read.
    HowRead,
    /// What is known of a figure.
    State,
    /// The number.
    Value,
    /// The word before it.
    Precision,
    /// The parts of a sum.
    Terms,
    /// Other reports.
    Also,
    /// What a number counts.
    Counts,
    /// The id.
    Id,
}

macro_rules! all {
    ($($name:ident)+) => {
        impl Called {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

all! {
    Title ShortTitle Paragraph NotePersonnel NotePairings NoteDivisions NoteInferred Name ShortName Rank AlsoSpelled
    Personnel Note Province Division Since Until Inferred Told Sources Year YearLabel Change BatchNumber Arrive
    ArriveInferred Leave LeaveInferred YearsSources Figure FirstBatch LastBatch AfterBatch AsOf Heading Group Statement
    Unit ScaleEn ScaleZh ScaleBo Date DateNote Text Certainty Picture Provinces Caption Alt Credit Place Topic
    Lead PictureKind Licence Focus File Size StandIn StandInAlt StandInFocus StandInSize Shows ChartForm LitBatches ShownYear
    LitProvince CardText CardStatement Milestone SpeakerNotes Secs SourceTitle Publisher Language Address Description
    Hosting HowRead State Value Precision Terms Also Counts Id
}
