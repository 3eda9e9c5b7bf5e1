//! A page for a native reader, as HTML: one file that fetches nothing, with the texts, a field beside each, and a script that saves
//! the answers. Without scripts it shows the texts.
//!
//! Words of an exhibition are escaped, as the content of elements or as ids; the browser runs the one script whose hash the page
//! names. Each text has its id and fingerprints on its element, from which the script makes the answers that [`super::saved`] reads.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::glossary::{Term, beside, terms};
use super::sheet::{Sheet, Unmade, exhibition_title};
use super::{ANSWERS, FORMAT, MOST_BYTES, Row, print_text};
use crate::VERSION;
use crate::export::{PageFont, base64, escaped, font_face, language_tag};
use crate::model::Lang;
use crate::text::{self, Mend, ReviewColumn, ReviewPage, ReviewSheet, Say};

const STYLE: &str = include_str!("page/style.css");
const SCRIPT: &str = include_str!("page/script.js");
/// The hash of the script, by which a browser knows it: `openssl dgst -sha256 -binary script.js | base64`.
const SCRIPT_HASH: &str = "sha256-q1ERpW0yGlWc2SNiR3WKEzyoSle9odpYACw94Yt4PFM=";
/// The longest name of a reader, in letters.
pub const NAME: usize = 200;
/// A draft with more letters than this gets a field of several lines.
const LONG: usize = 60;

/// A page without its fonts.
#[derive(Clone, Debug)]
pub struct Page {
    lang: Lang,
    title: String,
    body: String,
}

/// Lays out a page. `picture` gives the small picture of an entry of the wall by its id, as JPEG or PNG; `go_on` hears how far it
/// has come.
///
/// # Errors
/// If it is cancelled, or too large.
pub fn page(
    sheet: Sheet<'_>,
    picture: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    go_on: &dyn Fn(f32) -> bool,
) -> Result<Page, Unmade> {
    let title = exhibition_title(sheet.tree, sheet.lang);
    let mut writer = Writer { sheet, terms: terms(sheet.tree), out: String::new() };
    writer.head(&title);
    writer.put("<main>");
    writer.glossary();
    let is_together = |a: &Row, b: &Row| a.photo.is_some() && a.photo == b.photo;
    let mut done = 0;
    for group in sheet.rows.chunk_by(is_together) {
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        if !go_on(done as f32 / sheet.rows.len().max(1) as f32) {
            return Err(Unmade::Cancelled);
        }
        let image = group.first().and_then(|row| row.photo.as_deref()).and_then(&mut *picture);
        writer.group(group, done, image.as_deref());
        done += group.len();
        if writer.out.len() as u64 > MOST_BYTES {
            return Err(Unmade::TooLarge);
        }
    }
    writer.put("</main>");
    writer.end();
    Ok(Page { lang: sheet.lang, title, body: writer.out })
}

impl Page {
    /// The characters that its fonts need.
    #[must_use]
    pub fn letters(&self) -> BTreeSet<char> {
        self.body.chars().chain(self.title.chars()).collect()
    }

    /// The complete file.
    ///
    /// # Errors
    /// If it is too large to be read when it comes back.
    pub fn html(&self, fonts: &[PageFont]) -> Result<String, Unmade> {
        let policy = format!(
            "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src '{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'"
        );
        let faces: String = fonts.iter().map(font_face).collect();
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"Vitrine review\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <link rel=\"icon\" href=\"data:,\">\n\
             <title>{}</title>\n<style>\n{faces}{STYLE}</style>\n</head>\n{}<script>{SCRIPT}</script>\n</body>\n</html>\n",
            language_tag(self.lang),
            escaped(&self.title),
            self.body
        );
        if html.len() as u64 > MOST_BYTES { Err(Unmade::TooLarge) } else { Ok(html) }
    }
}

/// Writes the page from top to bottom.
struct Writer<'a> {
    sheet: Sheet<'a>,
    terms: Vec<Term>,
    out: String,
}

impl Writer<'_> {
    fn say(&self, words: ReviewSheet<'_>) -> String {
        escaped(&text::say(self.sheet.lang, Say::ReviewSheet(words)))
    }

    fn page(&self, words: ReviewPage<'_>) -> String {
        self.say(ReviewSheet::Page(words))
    }

    fn put(&mut self, html: &str) {
        self.out.push_str(html);
        self.out.push('\n');
    }

    /// What the script has to say: its words, and what the page is of.
    fn facts(&self) -> String {
        let words = [
            ("progress", ReviewPage::Progress("{done}", "{all}")),
            ("kept", ReviewPage::Kept),
            ("not-kept", ReviewPage::NotKept),
            ("saved", ReviewPage::Saved("{file}")),
            ("saved-nameless", ReviewPage::SavedNameless("{file}")),
            ("copied", ReviewPage::Copied),
            ("copy-by-hand", ReviewPage::CopyByHand),
            ("loaded", ReviewPage::Loaded("{count}")),
            ("loaded-some", ReviewPage::LoadedSome("{count}", "{others}")),
            ("replace", ReviewPage::Replace("{count}")),
            ("not-answers", ReviewPage::NotAnswers),
            ("other-language", ReviewPage::OtherLanguage),
            ("really-forget", ReviewPage::ReallyForget),
            ("forgotten", ReviewPage::Forgotten),
        ];
        let mut facts = String::new();
        for (name, words) in words {
            let _ = write!(facts, " data-{name}=\"{}\"", self.page(words));
        }
        let (code, pack) = (self.sheet.lang.code(), print_text(self.sheet.text));
        let _ = write!(
            facts,
            " data-format=\"{FORMAT}\" data-language=\"{code}\" data-pack=\"{pack}\" data-program=\"{VERSION}\""
        );
        facts
    }

    fn head(&mut self, title: &str) {
        let (facts, count) = (self.facts(), self.sheet.rows.len());
        self.put(&format!("<body class=\"still\"{facts}>\n<header>\n<h1>{}</h1>", escaped(title)));
        self.put(&format!("<p>{}</p>", self.page(ReviewPage::HowTo)));
        self.put(&format!("<noscript><p class=\"notice\">{}</p></noscript>", self.page(ReviewPage::NoScript)));
        self.put(&format!(
            "<div class=\"who answer\"><div><label for=\"reader\">{}</label><input type=\"text\" id=\"reader\" maxlength=\"{NAME}\" \
             autocomplete=\"name\"></div>",
            self.say(ReviewSheet::ReaderName)
        ));
        self.put(&format!(
            "<div class=\"when\"><label for=\"date\">{}</label><input type=\"date\" id=\"date\"></div>",
            self.page(ReviewPage::Date)
        ));
        self.put(&format!(
            "<button type=\"button\" id=\"load\">{}</button><input type=\"file\" id=\"file\" hidden=\"\" \
             accept=\".json,.html,.htm,.txt\"></div>\n</header>",
            self.page(ReviewPage::Load)
        ));
        self.put(&format!(
            "<div class=\"bar answer\"><div><div class=\"so-far\"><progress id=\"progress\" max=\"{}\" value=\"0\" aria-labelledby=\"count\">\
             </progress><span id=\"count\"></span></div>",
            count.max(1)
        ));
        self.put(&format!("<button type=\"button\" id=\"next\">{}</button>", self.page(ReviewPage::Next)));
        self.put(&format!(
            "<button type=\"button\" class=\"main save\">{}</button><p id=\"said\" role=\"status\"></p></div></div>",
            self.page(ReviewPage::Save)
        ));
    }

    fn glossary(&mut self) {
        if self.terms.is_empty() {
            return;
        }
        let mut table = String::new();
        let heads = Lang::ALL.map(|own| format!("<th scope=\"col\"{}>{}</th>", tag(own), own.own_name())).concat();
        let _ = writeln!(table, "<thead><tr>{heads}<td></td></tr></thead>\n<tbody>");
        for Term { list, words } in &self.terms {
            let cells =
                Lang::ALL.map(|own| format!("<td{}>{}</td>", tag(own), escaped(words.only(own).trim()))).concat();
            let kind = escaped(&text::say(self.sheet.lang, Say::Mend(Mend::List(*list))));
            let _ = writeln!(table, "<tr>{cells}<td>{kind}</td></tr>");
        }
        let name = self.say(ReviewSheet::GlossaryName);
        self.put(&format!(
            "<details class=\"glossary\"><summary>{name}</summary><div class=\"table\"><table>\n{table}</tbody></table></div></details>"
        ));
    }

    /// The texts of one picture, or a text without one.
    fn group(&mut self, rows: &[Row], before: usize, image: Option<&[u8]>) {
        let class = if image.is_some() { "group pictured" } else { "group" };
        self.put(&format!("<section class=\"{class}\">"));
        if let Some(image) = image {
            let kind = if image.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
            let data = base64(image);
            self.put(&format!("<figure><img alt=\"\" src=\"data:image/{kind};base64,{data}\"></figure>"));
        }
        self.put("<div class=\"texts\">");
        for (index, row) in rows.iter().enumerate() {
            self.text(row, before + index + 1);
        }
        self.put("</div></section>");
    }

    fn text(&mut self, row: &Row, number: usize) {
        let lang = self.sheet.lang;
        let place = escaped(&text::place(lang, self.sheet.tree, &row.at));
        self.put(&format!(
            "<article id=\"text-{number}\" data-number=\"{number}\" data-id=\"{}\" data-text=\"{}\" data-source=\"{}\">\n\
             <h2 id=\"place-{number}\"><span class=\"number\">{number}</span> <span>{place}</span></h2>\n<div class=\"parts\">",
            escaped(&row.id),
            escaped(&row.text_print()),
            escaped(&row.source_print())
        ));
        self.source(row);
        let is_there = !row.text().trim().is_empty();
        let draft = if is_there {
            format!("<p class=\"text draft\"{}>{}</p>", tag(lang), escaped(row.text().trim()))
        } else {
            format!("<p class=\"none\">{}</p>", self.page(ReviewPage::NoDraft))
        };
        self.put(&format!("<div><h3>{}</h3>{draft}</div>", self.say(ReviewSheet::Head(ReviewColumn::Draft))));
        self.fields(number, row.text().trim());
        self.put("</div>\n</article>");
    }

    fn source(&mut self, row: &Row) {
        let head = self.say(ReviewSheet::Head(ReviewColumn::Source));
        let Some((from, source)) = row.source() else {
            self.put(&format!("<div><h3>{head}</h3><p class=\"none\">{}</p></div>", self.page(ReviewPage::NoSource)));
            return;
        };
        let mut html = format!(
            "<div><h3>{head} · <span{0}>{1}</span></h3><p class=\"text\"{0}>{2}</p>",
            tag(from),
            from.own_name(),
            escaped(source.trim())
        );
        let found = beside(&self.terms, source, from, self.sheet.lang);
        if !found.is_empty() {
            let _ = write!(html, "<ul class=\"terms\" aria-label=\"{}\">", self.say(ReviewSheet::GlossaryName));
            for (source, target) in found {
                let (source, target) = (escaped(source), escaped(target));
                let (from, to) = (tag(from), tag(self.sheet.lang));
                let _ = write!(html, "<li><span{from}>{source}</span> → <span{to}>{target}</span></li>");
            }
            html.push_str("</ul>");
        }
        self.put(&(html + "</div>"));
    }

    /// What the reader fills in; nothing can be agreed with where there is no draft.
    fn fields(&mut self, number: usize, draft: &str) {
        let (is_there, lines) = (!draft.is_empty(), if draft.chars().count() > LONG { 3 } else { 1 });
        let (agreed, better) = (self.say(ReviewSheet::Agreed), self.say(ReviewSheet::Head(ReviewColumn::Better)));
        self.put("<div class=\"answer\">");
        if is_there {
            self.put(&format!(
                "<label class=\"agree\"><input type=\"checkbox\" name=\"agreed\" autocomplete=\"off\" aria-describedby=\"place-{number}\"> {agreed}</label>"
            ));
        }
        let from_draft = if is_there {
            let words = self.page(ReviewPage::FromDraft);
            format!(
                "<button type=\"button\" class=\"quiet from-draft\" aria-describedby=\"place-{number}\">{words}</button>"
            )
        } else {
            String::new()
        };
        self.put(&format!(
            "<div class=\"better\"><div class=\"label\"><label for=\"better-{number}\">{better}</label>{from_draft}</div>\
             <textarea id=\"better-{number}\" name=\"better\" rows=\"{lines}\" autocomplete=\"off\" aria-describedby=\"place-{number}\"{}></textarea></div>",
            tag(self.sheet.lang)
        ));
        self.put(&format!(
            "<div class=\"remark\"><label for=\"remark-{number}\">{}</label><input type=\"text\" id=\"remark-{number}\" name=\"remark\" \
             autocomplete=\"off\" aria-describedby=\"place-{number}\"></div></div>",
            self.say(ReviewSheet::Head(ReviewColumn::Remark))
        ));
    }

    fn end(&mut self) {
        self.put(&format!(
            "<footer class=\"end answer\"><button type=\"button\" class=\"main save\">{}</button>\
             <button type=\"button\" id=\"copy\">{}</button><button type=\"button\" class=\"quiet\" id=\"forget\">{}</button>\
             <div id=\"mail-box\" hidden=\"\"><textarea id=\"mail\" readonly=\"\" aria-label=\"{}\"></textarea></div></footer>",
            self.page(ReviewPage::Save),
            self.page(ReviewPage::Copy),
            self.page(ReviewPage::Forget),
            self.page(ReviewPage::Copy)
        ));
        self.put(&format!("{ANSWERS}</script>"));
    }
}

/// The language of an element, from which browsers and screen readers choose fonts and voices.
fn tag(lang: Lang) -> String {
    format!(" lang=\"{}\"", language_tag(lang))
}
