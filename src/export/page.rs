//! The exhibition as one self-contained HTML page: nothing fetched, no script.
//!
//! Pure: pictures come in as JPEG files, charts as SVG, fonts as font files. The page is semantic HTML for screen readers:
//! headings, figures with captions, tables with headers, footnotes that link to the sources.

mod figures;
mod font;
mod parts;
mod write;

use std::collections::BTreeSet;

use crate::model::{Exhibition, Lang};
use crate::text::{self, Say};

pub use font::slim_font;
use write::Writer;
pub use write::{base64, escaped};

/// A picture of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePicture {
    /// A JPEG file.
    pub jpeg: Vec<u8>,
    /// Its width and height in pixels.
    pub size: [u32; 2],
    /// Whether it is a drawing, which is labelled as such.
    pub is_drawn: bool,
    /// Whether it stands in for a photograph that is not included.
    pub stands_in: bool,
    /// Whether it is the preview that a camera put into its raw file.
    pub is_camera_preview: bool,
    /// The alternative text.
    pub alt: String,
}

/// A font of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFont {
    /// The language of its script: Latin letters, Chinese characters, Tibetan letters.
    pub letters: Lang,
    /// Whether it is bold.
    pub bold: bool,
    /// A WOFF file, as made by [`slim_font`]; it needs only [`Page::letters`].
    pub bytes: Vec<u8>,
}

/// The parts of a page besides the exhibition.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageParts<'a> {
    /// The pictures in the exhibition's order; `None` for one that cannot be shown.
    pub pictures: &'a [Option<PagePicture>],
    /// Charts as SVG documents, each with its description; the tables do not need them.
    pub charts: &'a [String],
    /// The diagram of the pairings, likewise.
    pub diagram: Option<&'a str>,
}

/// A page without its fonts.
#[derive(Clone, Debug)]
pub struct Page {
    lang: Lang,
    title: String,
    body: String,
}

impl Page {
    /// Lays out the exhibition in a language.
    #[must_use]
    pub fn new(x: &Exhibition, lang: Lang, parts: PageParts<'_>) -> Self {
        let title = x.title.resolve(lang).text.to_owned();
        let title = if title.is_empty() { text::say(lang, Say::About) } else { title };
        let mut writer = Writer::new(x, lang);
        parts::body(&mut writer, &title, parts);
        Self { lang, title, body: writer.finish() }
    }

    /// The characters that its fonts need.
    #[must_use]
    pub fn letters(&self) -> BTreeSet<char> {
        self.body.chars().chain(self.title.chars()).collect()
    }

    /// The complete file.
    #[must_use]
    pub fn html(&self, fonts: &[PageFont]) -> String {
        let title = escaped(&self.title);
        let faces: String = fonts.iter().map(font_face).collect();
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"Vitrine\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <link rel=\"icon\" href=\"data:,\">\n\
             <title>{title}</title>\n<style>\n{faces}{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
            language_tag(self.lang),
            include_str!("page/style.css"),
            self.body
        )
    }
}

/// Prevents fetching and scripts, even if the exhibition's words contain some.
const POLICY: &str = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

/// A language tag, from which browsers and screen readers choose fonts and voices.
#[must_use]
pub fn language_tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Zh => "zh-Hans",
        Lang::Bo => "bo",
    }
}

/// A font as a rule of a style sheet, with its file in it.
#[must_use]
pub fn font_face(font: &PageFont) -> String {
    let family = match font.letters {
        Lang::En => "Vitrine Latin",
        Lang::Zh => "Vitrine Chinese",
        Lang::Bo => "Vitrine Tibetan",
    };
    format!(
        "@font-face {{ font-family: \"{family}\"; font-weight: {}; src: url(data:font/woff;base64,{}) format(\"woff\"); }}\n",
        if font.bold { 700 } else { 400 },
        base64(&font.bytes)
    )
}
