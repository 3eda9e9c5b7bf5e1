//! Writes elements, escapes their content, and numbers the footnotes of sources.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use crate::model::{Exhibition, Lang, LocalizedText, SourceId, Words};
use crate::text::{self, Say};

use super::language_tag;

/// The maximum length of a byline at a mention, in characters.
const BYLINE: usize = 200;

/// Writes a page from top to bottom.
pub struct Writer<'x> {
    /// The exhibition.
    pub x: &'x Exhibition,
    /// The page's language.
    pub lang: Lang,
    out: String,
    /// The footnote of each source; of several with one id, the first.
    numbers: HashMap<&'x SourceId, usize>,
}

impl<'x> Writer<'x> {
    /// An empty page.
    pub fn new(x: &'x Exhibition, lang: Lang) -> Self {
        let mut numbers = HashMap::new();
        for (i, source) in x.sources.iter().enumerate() {
            numbers.entry(&source.id).or_insert(i);
        }
        Self { x, lang, out: String::new(), numbers }
    }

    /// The page.
    pub fn finish(self) -> String {
        self.out
    }

    /// Words of the interface, escaped.
    pub fn say(&self, say: Say<'_>) -> String {
        escaped(&text::say(self.lang, say))
    }

    /// Writes markup.
    pub fn put(&mut self, html: &str) {
        self.out.push_str(html);
        self.out.push('\n');
    }

    /// Writes an element around escaped words; nothing if they are empty.
    pub fn element(&mut self, tag: &str, inner: &str) {
        if !inner.is_empty() {
            let name = tag.split(' ').next().unwrap_or(tag);
            let _ = writeln!(self.out, "<{tag}>{inner}</{name}>");
        }
    }

    /// Words of the exhibition, escaped; words in another language are tagged with it, for screen readers too.
    pub fn tell(&self, words: &Words) -> String {
        let LocalizedText { text, lang } = words.resolve(self.lang);
        let text = &*text::typographic(text);
        if lang == self.lang || text.is_empty() {
            return paragraphs(text);
        }
        format!("<span lang=\"{}\">{}</span> ({})", language_tag(lang), paragraphs(text), lang.own_name())
    }

    /// The footnotes of these sources, without duplicates.
    pub fn notes<'s>(&self, ids: impl IntoIterator<Item = &'s SourceId>) -> String {
        let mut seen = HashSet::new();
        let numbers: Vec<usize> = ids
            .into_iter()
            .filter_map(|id| self.numbers.get(id).copied())
            .filter(|number| seen.insert(*number))
            .collect();
        let links: Vec<String> = numbers
            .iter()
            .map(|i| {
                // Repeated at every mention: a long one must not make a page of gigabytes.
                let name: String = text::byline(self.lang, &self.x.sources[*i]).chars().take(BYLINE).collect();
                let name = escaped(&name);
                format!("<a href=\"#source-{n}\" title=\"{name}\">{n}</a>", n = i + 1)
            })
            .collect();
        if links.is_empty() { String::new() } else { format!("<sup class=\"notes\">{}</sup>", links.join(", ")) }
    }

    /// A table with its caption, headers and rows of escaped cells, the first of which is the row's header.
    pub fn table(&mut self, caption: &str, heads: &[String], rows: &[Vec<Cell>]) {
        if rows.is_empty() {
            return;
        }
        self.put("<div class=\"table\"><table>");
        self.element("caption", caption);
        let heads: Vec<String> = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
        self.element("thead", &format!("<tr>{}</tr>", heads.concat()));
        self.put("<tbody>");
        for row in rows {
            let cells: String = row
                .iter()
                .enumerate()
                .map(|(i, cell)| {
                    let class =
                        if cell.class.is_empty() { String::new() } else { format!(" class=\"{}\"", cell.class) };
                    match i {
                        0 => format!("<th scope=\"row\"{class}>{}</th>", cell.html),
                        _ => format!("<td{class}>{}</td>", cell.html),
                    }
                })
                .collect();
            self.element("tr", &cells);
        }
        self.put("</tbody></table></div>");
    }
}

/// A cell of a table.
pub struct Cell {
    /// Its CSS class.
    pub class: &'static str,
    /// Its content, escaped.
    pub html: String,
}

/// A cell of words.
pub fn cell(html: impl Into<String>) -> Cell {
    Cell { class: "", html: html.into() }
}

/// Escapes text for HTML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Line breaks that HTML does not know.
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            // Characters that HTML does not allow at all.
            c if c.is_control() && !c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

/// The same, with its line breaks.
fn paragraphs(text: &str) -> String {
    escaped(text.trim()).replace('\n', "<br>")
}

/// Base64 (RFC 4648).
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let three = [chunk[0], chunk.get(1).copied().unwrap_or(0), chunk.get(2).copied().unwrap_or(0)];
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for i in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{base64, escaped};

    #[test]
    fn bytes_become_text_as_the_standard_has_it() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn no_words_become_mark_up() {
        assert_eq!(
            escaped("<script>\"a\" & 'b'\u{7}</script>"),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;"
        );
    }
}
