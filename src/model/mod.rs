//! The exhibition as pure values: no disk, no clock, no threads, no screen.
//!
//! Not here: the words of the interface (`text`), reading files (`files`), what the viewer is doing (`state`).

mod chart;
mod check;
mod date;
mod exhibition;
mod exhibition_print;
mod figure;
mod filter;
mod glossary;
mod id;
mod json;
mod near;
mod open_error;
mod pack;
mod passed_over;
mod photo;
mod pictures;
mod probed;
mod problem;
mod read;
mod read_error;
mod review;
mod running_order;
mod shape;
mod source;
mod table;
mod talk_report;
mod tree;
mod unit;
mod unread;
mod visible;
mod why;
mod words;

pub use chart::{
    Difference, NiceAxis, Slot, Summary, added, axis, parts_through, reported_parts, slots, sum_through, summary,
};
pub use check::{Known, WALL_PIXELS, check, is_inside, is_small};
pub use date::Date;
pub use exhibition::{
    Batch, Division, DivisionKind, Exhibition, FORMAT, Group, Milestone, Notes, Pairing, PairingStep, Province,
    ProvinceKind, Statement, Subtotal, Total, When,
};
pub use exhibition_print::{ExhibitionPrint, PicturePrint};
pub use figure::{Amount, Figure, FigureState, Precision, Report, StateName, Term};
pub use filter::Filter;
pub use glossary::{Glossary, GlossaryTerm, Lacking};
pub use id::{DivisionId, GroupId, MilestoneId, PhotoId, PhotoKey, ProvinceId, SourceId, StatementId, TopicId};
pub use json::{Mistake, Slip, line_of, locate};
pub use near::nearest;
pub use open_error::OpenError;
pub use pack::{Pack, PackFiles, PackPlace, PhotoEntries, Shown};
pub use passed_over::{PassedOver, SlidePart};
pub use photo::{FileNews, Photo, PhotoKind, StandIn, Topic, Unavailable};
pub use pictures::{PictureAnswer, PicturePart, PictureRequest, Pixels, THUMBNAIL, TILE, Tile};
pub use probed::{Probed, Wording, fill_in, size_in};
pub use problem::{Location, Problem, SeenSize, Trouble, Weight};
pub use read::{LIST_LIMIT, Unreadable, read, write};
pub use read_error::ReadError;
pub use review::{Fingerprint, OutdatedBy, Review, Reviews, TextState};
pub use running_order::{Card, ChartForm, ChartStop, NoteLine, PairingsStop, STOP_SECS, Shows, Stop, note_lines};
pub use source::{CODE_LIMIT, Hosting, HowRead, Source};
pub use table::{Sort, SortBy, TableRow, table_rows};
pub use talk_report::TalkReport;
pub use tree::{Change, EntryKey, FieldPath, List, NoPath, Step, Tree, Unfit};
pub use unit::{Scale, Unit};
pub use unread::{Gaps, Unread};
pub use visible::{TEXT_LIMIT, draws_nothing, printable, visible_text};
pub use why::{Found, Left, ValueKind, Why};
pub use words::{Lang, LocalizedText, Rest, Words};

/// The JSON Schema of `exhibition.json`, generated from the types.
///
/// # Errors
/// None in practice: the schema is plain data.
pub fn schema() -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(&schemars::schema_for!(Exhibition))?;
    text.push('\n');
    Ok(text)
}
