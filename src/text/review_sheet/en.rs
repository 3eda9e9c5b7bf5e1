//! English: sheets for native readers.

use super::{ReviewColumn, ReviewSheet};
use crate::model::Lang;
use crate::text::date;

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "Chinese",
        Lang::Bo => "Tibetan",
    }
}

fn head(column: ReviewColumn) -> &'static str {
    match column {
        ReviewColumn::Number => "No.",
        ReviewColumn::Picture => "Picture",
        ReviewColumn::Place => "Where it stands",
        ReviewColumn::Source => "Source text",
        ReviewColumn::Draft => "Draft",
        ReviewColumn::Better => "Better text",
        ReviewColumn::Agreed => "Agreed?",
        ReviewColumn::Remark => "Remark",
        ReviewColumn::Id => "Id",
        ReviewColumn::TextPrint => "Mark of the draft",
        ReviewColumn::SourcePrint => "Mark of the source",
    }
}

/// The words in English.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn en(words: ReviewSheet<'_>) -> String {
    let fixed = match words {
        ReviewSheet::SheetName => "Review",
        ReviewSheet::GlossaryName => "Glossary",
        ReviewSheet::HowTo => {
            "Please read each draft. Where it is right, choose “Agreed” beside it; where it is not, write the whole text as it should be into “Better text”. What you leave empty stays as it is. Save the file as an Excel workbook (.xlsx) and send it back."
        }
        ReviewSheet::ReaderName => "Your name:",
        ReviewSheet::Head(column) => head(column),
        ReviewSheet::Page(_) => return String::new(),
        ReviewSheet::Agreed => "Agreed",
        ReviewSheet::ChooseAgreed(agreed) => {
            return format!(
                "Choose “{agreed}”, or leave the cell empty. A better text goes into the cell to the left."
            );
        }
        ReviewSheet::Made(1, lang, path) => return format!("“{path}” has one {} text to be checked.", language(lang)),
        ReviewSheet::Made(count, lang, path) => {
            return format!("“{path}” has {count} {} texts to be checked.", language(lang));
        }
        ReviewSheet::NothingToCheck(lang) => {
            return format!(
                "Nothing was written: no {} text is a draft or outdated. Add --all for every text.",
                language(lang)
            );
        }
        ReviewSheet::NoExhibition(path) => {
            return format!(
                "“{path}” has no exhibition.json, and so no texts to be checked. Save it with “vitrine pack”, which makes texts of the captions, and take that."
            );
        }
        ReviewSheet::Exists(path) => {
            return format!(
                "“{path}” is there already and may have a reader's answers in it. Choose another name, or add --force to replace it."
            );
        }
        ReviewSheet::NotAWorkbook(path) => {
            return format!(
                "“{path}” has no answers: it is neither an Excel workbook nor what a review page has saved. Open it in the program it was made with, and save it as “Excel workbook (.xlsx)”, without a password; of a page, take the file that “Save the answers” made."
            );
        }
        ReviewSheet::Damaged(path) => {
            return format!(
                "“{path}” is damaged or cut off. Ask for it again; a workbook may also be opened in a spreadsheet and saved anew as “Excel workbook (.xlsx)”."
            );
        }
        ReviewSheet::TooLarge(path) => {
            return format!(
                "“{path}” is far larger than a sheet for review or its answers, and was not read. Ask for the sheet itself, or for the file that “Save the answers” made."
            );
        }
        ReviewSheet::NoAnswers(path) => {
            return format!(
                "“{path}” is the page itself, and no answers are in it. Ask the reader for the file that “Save the answers” makes."
            );
        }
        ReviewSheet::NotAReview(path) => {
            return format!(
                "“{path}” has no sheet for review: a column for the better text, or for “Agreed”, and the hidden column with the ids are needed. Ask for the sheet that you sent."
            );
        }
        ReviewSheet::Newer(path) => {
            return format!("“{path}” was made by a newer version of this program. Read it with that version.");
        }
        ReviewSheet::TooMany => "The exhibition has more texts than a sheet holds, or there is not enough memory.",
        ReviewSheet::OtherVersion => {
            "The exhibition has been changed since this sheet was made. Only answers to texts that are still the same are taken."
        }
        ReviewSheet::Row(line, place, what) => return format!("Row {line}: {place}: {what}"),
        ReviewSheet::RowAlone(line, what) => return format!("Row {line}: {what}"),
        ReviewSheet::WillBeChecked => "agreed.",
        ReviewSheet::WillChange("", new) => return format!("new: “{new}”"),
        ReviewSheet::WillChange(was, new) => return format!("changed from “{was}” to “{new}”"),
        ReviewSheet::ReplacesCheck(reader, when) => {
            return format!("This replaces a text that was checked{}.", by(reader, when));
        }
        ReviewSheet::SourceChanged => {
            "not taken: the text that it was translated from has been changed since. Send a new sheet."
        }
        ReviewSheet::TextChanged => "not taken: the text has been changed since. Send a new sheet.",
        ReviewSheet::Wanted(text) => return format!("The reader wrote: “{text}”"),
        ReviewSheet::Remark(text) => return format!("Remark: “{text}”"),
        ReviewSheet::NoId => {
            "refused: its id is gone, and its texts belong to none or to several. Copy the answer into its row of a new sheet."
        }
        ReviewSheet::UnknownId(id) => {
            return format!(
                "refused: no text of this exhibition has the id “{id}”. Its entry was removed, or the sheet is of another exhibition."
            );
        }
        ReviewSheet::Twice => "refused: several rows answer for this text, differently. Leave one of them.",
        ReviewSheet::Unbound => {
            "refused: the columns that say what was read are gone. Copy the answer into its row of a new sheet."
        }
        ReviewSheet::NotAText => {
            "refused: the better text has become a date or a number. Format the cell as text, and write it again."
        }
        ReviewSheet::NotAChoice("") => "refused: what stands under “Agreed?” is not the choice “Agreed”.",
        ReviewSheet::NotAChoice(word) => {
            return format!("refused: “{word}” under “Agreed?” is not the choice “Agreed”.");
        }
        ReviewSheet::NothingThere => "refused: there is no text to agree with.",
        ReviewSheet::DraftEdited => {
            "refused: the draft itself was written over. Move what was written to the column “Better text”."
        }
        ReviewSheet::TooLong(most) => return format!("refused: the better text has more than {most} letters."),
        ReviewSheet::Tally([agreed, changed, already, meanwhile, refused, untouched]) => {
            return format!(
                "{agreed} agreed, {changed} changed, {already} checked already, {meanwhile} changed meanwhile and not taken, {refused} refused, {untouched} untouched."
            );
        }
        ReviewSheet::HowToApply("") => {
            "Nothing was written, and no reader is named. Add --by with the reader's name, and --apply to write this into the exhibition, or --out with a name to save it elsewhere."
        }
        ReviewSheet::HowToApply(reader) => {
            return format!(
                "Nothing was written. Add --apply to write this into the exhibition, as checked by {reader}, or --out with a name to save it elsewhere."
            );
        }
        ReviewSheet::NothingToApply => "There is nothing to change, and nothing was written.",
        ReviewSheet::BuiltIn => {
            "The built-in exhibition itself stays as it is. Add --out with a name to save a copy with the answers."
        }
        ReviewSheet::Applied(path, reader, when) => {
            return format!("“{path}” has the answers now: checked{}.", by(reader, when));
        }
        ReviewSheet::NotApplied => {
            "Nothing was written: the answers do not fit the exhibition. Run “vitrine check” on it, and mend what it names."
        }
    };
    fixed.to_owned()
}

fn by(reader: &str, when: Option<crate::model::Date>) -> String {
    let who = if reader.is_empty() { String::new() } else { format!(" by {reader}") };
    let on = when.map(|when| format!(", {}", date(Lang::En, when))).unwrap_or_default();
    format!("{who}{on}")
}
