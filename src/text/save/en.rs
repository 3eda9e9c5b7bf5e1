//! English: saving a file.

use super::Save;
use crate::model::Lang;
use crate::state::{Content, FileFormat, Unsaved};
use crate::text::{Out, Say, Separator, Signoff, say};

/// The words in English.
pub fn en(save: Save<'_>) -> String {
    let fixed = match save {
        Save::Heading => "Save as a file",
        Save::Remark(lang) => {
            return format!("In the language shown, {lang}, dark on light. You are asked where to put it.");
        }
        Save::Content(content) => match content {
            Content::Exhibition => "The whole exhibition",
            Content::Poster => "The poster",
            Content::Chart => "The chart",
            Content::Table => "The table",
            Content::Pairings => "The pairings",
            Content::Review => "Texts to check",
            Content::Signoff => "The sign-off book",
            Content::Pack => "To take along",
        },
        Save::Holds(content) => holds(content),
        Save::FileFormat(form) => match form {
            FileFormat::Pdf => "PDF",
            FileFormat::Html => "Web page",
            FileFormat::Svg => "SVG",
            FileFormat::Png => "PNG",
            FileFormat::Csv => "CSV",
            FileFormat::Json => "JSON",
            FileFormat::Xlsx => "Excel",
            FileFormat::Vitrine => ".vitrine",
        },
        Save::As(content, form) => return format!("{content}: {form}"),
        Save::Making(name) => return format!("Saving “{name}”"),
        Save::MakingSoFar(name, percent) => return format!("Saving “{name}”: {percent}%"),
        Save::Stop => "Stop",
        Save::Stops => "Stopping …",
        Save::Saved(path) if super::is_table(path) => {
            return say(Lang::En, Say::Out(Out::Separated(path, Separator::Comma)));
        }
        Save::Saved(path) => return format!("Saved as “{path}”."),
        Save::SavedWithout(path, 1) => {
            return format!("Saved as “{path}”, without one picture that could not be read. Mend it, and save again.");
        }
        Save::SavedWithout(path, count) => {
            return format!(
                "Saved as “{path}”, without {count} pictures that could not be read. Mend them, and save again."
            );
        }
        Save::Unsaved(path, why) => return unsaved(path, why),
    };
    fixed.to_owned()
}

fn holds(content: Content) -> &'static str {
    match content {
        Content::Exhibition => "Pictures with captions, chart, figures, pairings, timeline and sources",
        Content::Poster => "All of it at one look, for a sheet of A2 to hang",
        Content::Chart => "Personnel per batch, with key, remarks and sources",
        Content::Table => "The figures, each with its state and sources; what is missing stays empty",
        Content::Pack => {
            "The exhibition with all its pictures in one file, which this program opens anywhere; without the positions that cameras record"
        }
        Content::Review => {
            "The texts in this language that nobody has checked yet, for a native reader to answer: a sheet for Excel or LibreOffice, or a page for a browser"
        }
        Content::Signoff => {
            "Every screen with its texts and how far they are checked, a box to tick and lines to sign; bound to this very version by a fingerprint"
        }
        Content::Pairings => "Who is paired with whom, since when and until when",
    }
}

fn unsaved(path: &str, why: &Unsaved) -> String {
    match why {
        Unsaved::Cancelled => say(Lang::En, Say::ExportCancelled),
        Unsaved::NoFigures => say(Lang::En, Say::NoFigures),
        Unsaved::NoPdf => say(Lang::En, Say::NoPdf),
        Unsaved::TooManyScreens(most) => say(Lang::En, Say::Signoff(Signoff::TooMany(*most))),
        Unsaved::NotWritten(why) => say(Lang::En, Say::Out(Out::NotWritten(path, why.kind, &why.word))),
        Unsaved::PartOfPack => say(Lang::En, Say::Out(Out::PartOfPack(path))),
        Unsaved::Exists => format!("“{path}” is there already, and was left as it is. Choose another name."),
        Unsaved::NoDialog => "This system has no dialog in which to choose a place. Install xdg-desktop-portal or zenity, or use `vitrine export` on the command line.".to_owned(),
        Unsaved::Failed => format!("“{path}” was not saved: the program failed while making it. Choose another form, and report this."),
    }
}
