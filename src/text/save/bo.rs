//! Tibetan: saving a file. A draft until a native reader has checked it.

use super::Save;
use crate::model::Lang;
use crate::state::{Content, FileFormat, Unsaved};
use crate::text::{Out, Say, Separator, Signoff, say};

/// The words in Tibetan.
pub fn bo(save: Save<'_>) -> String {
    let fixed = match save {
        Save::Heading => "ཡིག་ཆར་ཉར།",
        Save::Remark(lang) => {
            return format!("ད་ལྟའི་སྐད་ཡིག་ནི་ {lang} གཞི་དཀར་ཡིག་ནག གང་དུ་ཉར་བ་འདྲི་རྒྱུ།");
        }
        Save::Content(content) => match content {
            Content::Exhibition => "འགྲེམས་སྟོན་ཡོངས།",
            Content::Poster => "སྦྱར་ཡིག",
            Content::Chart => "རི་མོ།",
            Content::Table => "རེའུ་མིག",
            Content::Pairings => "ཆ་སྒྲིག",
            Content::Review => "ཞིབ་བཤེར་བྱ་རྒྱུའི་ཚིག",
            Content::Signoff => "ཞིབ་བཤེར་མོས་མཐུན་དེབ།",
            Content::Pack => "འཁྱེར་རྒྱུ།",
        },
        Save::Holds(content) => match content {
            Content::Exhibition => "པར་དང་གསལ་བཤད། རི་མོ། གྲངས། ཆ་སྒྲིག དུས་རིམ། ཁུངས།",
            Content::Poster => "འགྲེམས་སྟོན་ཡོངས་ཤོག་བུ་ A2 གཅིག་ཏུ། གདང་རྒྱུ།",
            Content::Chart => "ཐེངས་རེའི་མི་སྣ། བརྡ་འགྲེལ་དང་མཆན། ཁུངས།",
            Content::Table => "གྲངས་རེ་རེའི་གནས་ཚུལ་དང་ཁུངས། མེད་པ་རྣམས་སྟོང་པར་འཇོག",
            Content::Pack => "འགྲེམས་སྟོན་དང་པར་ཡོངས་ཡིག་ཆ་གཅིག་ཏུ་ཡོད། བྱ་རིམ་འདིས་གང་དུའང་ཁ་ཕྱེ་ཐུབ། པར་ཆས་ཀྱིས་བཀོད་པའི་གནས་ཡུལ་མེད།",
            Content::Review => "སྐད་ཡིག་འདིའི་ནང་ད་དུང་ཞིབ་བཤེར་མ་བྱས་པའི་ཚིག Excel ཡང་ན་ LibreOffice རེའུ་མིག ཡང་ན་དྲ་ངོས།",
            Content::Signoff => {
                "བརྙན་ངོས་རེ་རེ་དང་དེའི་ཡི་གེ ཞུ་དག་གནས་ཚུལ། རྟགས་རྒྱག་ས། མཚན་རྟགས་འགོད་ས། མཛུབ་རྗེས་ཀྱིས་པར་གཞི་འདི་ལ་བསྡམས་ཡོད།"
            }
            Content::Pairings => "སུ་ཞིག་གང་དང་ཆ་སྒྲིག་ཡིན་པ། ནམ་ནས་ནམ་བར་ཡིན་པ།",
        },
        Save::FileFormat(form) => match form {
            FileFormat::Pdf => "PDF",
            FileFormat::Html => "དྲ་ངོས།",
            FileFormat::Svg => "SVG",
            FileFormat::Png => "PNG",
            FileFormat::Csv => "CSV",
            FileFormat::Json => "JSON",
            FileFormat::Xlsx => "Excel",
            FileFormat::Vitrine => ".vitrine",
        },
        Save::As(content, form) => return format!("{content} {form}"),
        Save::Making(name) => return format!("“{name}” ཉར་བཞིན་པ།"),
        Save::MakingSoFar(name, percent) => return format!("“{name}” ཉར་བཞིན་པ། {percent}%"),
        Save::Stop => "མཚམས་ཞོག",
        Save::Stops => "མཚམས་འཇོག་བཞིན་པ། …",
        Save::Saved(path) if super::is_table(path) => {
            return say(Lang::Bo, Say::Out(Out::Separated(path, Separator::Comma)));
        }
        Save::Saved(path) => return format!("“{path}” རུ་ཉར་ཟིན།"),
        Save::SavedWithout(path, count) => {
            return format!("“{path}” རུ་ཉར་ཟིན། པར་ {count} ཀློག་མ་ཐུབ་པས་ནང་དུ་མེད། དེ་དག་བཟོ་བཅོས་བྱས་ནས་བསྐྱར་དུ་ཉར།");
        }
        Save::Unsaved(path, why) => return unsaved(path, why),
    };
    fixed.to_owned()
}

fn unsaved(path: &str, why: &Unsaved) -> String {
    match why {
        Unsaved::Cancelled => say(Lang::Bo, Say::ExportCancelled),
        Unsaved::NoFigures => say(Lang::Bo, Say::NoFigures),
        Unsaved::NoPdf => say(Lang::Bo, Say::NoPdf),
        Unsaved::TooManyScreens(most) => say(Lang::Bo, Say::Signoff(Signoff::TooMany(*most))),
        Unsaved::NotWritten(why) => say(Lang::Bo, Say::Out(Out::NotWritten(path, why.kind, &why.word))),
        Unsaved::PartOfPack => say(Lang::Bo, Say::Out(Out::PartOfPack(path))),
        Unsaved::Exists => format!("“{path}” སྔོན་ནས་ཡོད་པས་དེ་མུ་མཐུད་བཞག་ཡོད། མིང་གཞན་ཞིག་འདེམས།"),
        Unsaved::NoDialog => {
            "མ་ལག་འདིར་ཉར་ས་འདེམས་པའི་སྒྲོམ་མེད། xdg-desktop-portal འམ་ zenity སྒྲིག་འཇུག་བྱོས། ཡང་ན་ `vitrine export` བེད་སྤྱོད་བྱོས།"
                .to_owned()
        }
        Unsaved::Failed => format!("“{path}” མ་ཉར། བཟོ་སྐབས་བྱ་རིམ་ལ་ནོར་འཁྲུལ་བྱུང་། རྣམ་པ་གཞན་ཞིག་འདེམས། འདི་སྙན་སེང་ཞུས།"),
    }
}
