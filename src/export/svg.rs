//! A page as SVG: glyphs as outlines, so that it looks the same without the fonts, under invisible text of the same words, to be
//! found, copied and read aloud.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::drawing::{Color, Mark, Page, Path, Step, Text};
use super::letters::{Faces, Run};
use crate::model::Lang;

/// The metadata of a drawing, for screen readers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// Its description, in sentences.
    pub description: String,
    /// Its language.
    pub lang: Lang,
    /// The prefix of its ids, so that several drawings can share a page.
    pub ids: &'static str,
}

/// The glyphs used by a drawing, by font, and the prefix of their ids.
struct Drawn {
    ids: &'static str,
    glyphs: BTreeSet<(usize, u32)>,
}

/// A page as an SVG file with this width and height in pixels.
#[must_use]
pub fn svg(page: &Page, about: &About, faces: &Faces, [width, height]: [u32; 2]) -> String {
    let [w, h] = page.size.map(short);
    let mut body = String::new();
    let mut hidden = String::new();
    let mut drawn = Drawn { ids: about.ids, glyphs: BTreeSet::new() };
    for mark in &page.marks {
        match mark {
            Mark::Path(path) => path_into(&mut body, path),
            Mark::Text(text) => {
                let runs = faces.shape(&text.family, &text.words, &text.kerns);
                letters_into(&mut body, text, &runs, faces, &mut drawn);
                words_into(&mut hidden, text);
            }
            // Drawings of figures contain no photographs.
            Mark::Picture(_) | Mark::PageTag(_) => {}
        }
    }
    let (title, description) = (escaped(&about.title), escaped(&about.description));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {w} {h}\" lang=\"{0}\" xml:lang=\"{0}\" role=\"graphics-document\" aria-labelledby=\"{1}title\" \
         aria-describedby=\"{1}desc\">\n<title id=\"{1}title\">{title}</title>\n<desc id=\"{1}desc\">{description}</desc>\n<defs>\n",
        about.lang.code(),
        about.ids
    );
    for (face, id) in &drawn.glyphs {
        let _ = writeln!(out, "<path id=\"{}g{face}-{id}\" d=\"{}\"/>", about.ids, faces.outline(*face, *id));
    }
    let _ = write!(
        out,
        "</defs>\n<g aria-hidden=\"true\">\n<path d=\"M0 0H{w}V{h}H0Z\"{}/>\n{body}</g>\n\
         <g fill-opacity=\"0\" font-family=\"sans-serif\">\n{hidden}</g>\n</svg>\n",
        paint("fill", page.ground)
    );
    out
}

fn path_into(out: &mut String, path: &Path) {
    let fill = path.fill.map_or_else(|| " fill=\"none\"".to_owned(), |color| paint("fill", color));
    let stroke = path.stroke.map_or_else(String::new, |(width, color)| {
        format!("{} stroke-width=\"{}\"", paint("stroke", color), short(width))
    });
    let _ = writeln!(out, "<path d=\"{}\"{fill}{stroke}/>", data(&path.steps));
}

fn data(steps: &[Step]) -> String {
    let mut data = String::new();
    for step in steps {
        let _ = match step {
            Step::Move([x, y]) => write!(data, "M{} {}", short(*x), short(*y)),
            Step::Line([x, y]) => write!(data, "L{} {}", short(*x), short(*y)),
            Step::Curve(points) => {
                let points: Vec<String> = points.iter().flatten().map(|v| short(*v)).collect();
                write!(data, "C{}", points.join(" "))
            }
            Step::Close => write!(data, "Z"),
        };
    }
    data
}

/// The glyphs of a line; with a halo they are drawn twice, first as its outline.
fn letters_into(out: &mut String, text: &Text, runs: &[Run], faces: &Faces, drawn: &mut Drawn) {
    let halo = text.halo.map(|(reach, color)| (Some(reach), color));
    for (reach, color) in halo.into_iter().chain([(None, text.color)]) {
        for run in runs {
            let letters = uses(run, faces, drawn);
            if letters.is_empty() {
                continue;
            }
            let scale = text.size / faces.units_per_em(run.face);
            let (x, y) = (text.at[0] + run.x * text.size, text.at[1] + run.drop * text.size);
            let outline = reach.map_or_else(String::new, |reach| {
                let width = short(2.0 * reach / scale);
                format!("{} stroke-width=\"{width}\" stroke-linejoin=\"round\"", paint("stroke", color))
            });
            let _ = writeln!(
                out,
                "<g transform=\"matrix({0:.6} 0 0 -{0:.6} {1} {2})\"{3}{outline}>{letters}</g>",
                scale,
                short(x),
                short(y),
                paint("fill", color)
            );
        }
    }
}

fn uses(run: &Run, faces: &Faces, drawn: &mut Drawn) -> String {
    let units = faces.units_per_em(run.face);
    let mut out = String::new();
    let mut x = 0.0;
    for glyph in &run.glyphs {
        let key = (run.face, glyph.id);
        if drawn.glyphs.contains(&key) || !faces.outline(run.face, glyph.id).is_empty() {
            drawn.glyphs.insert(key);
            let left = short((x + glyph.offset[0]) * units);
            let up = short(glyph.offset[1] * units);
            let up = if up == "0" { String::new() } else { format!(" y=\"{up}\"") };
            let _ = write!(out, "<use href=\"#{}g{}-{}\" x=\"{left}\"{up}/>", drawn.ids, run.face, glyph.id);
        }
        x += glyph.advance;
    }
    out
}

/// The words as text, as wide as drawn, so that a selection covers the glyphs.
fn words_into(out: &mut String, text: &Text) {
    let words = text.words.trim();
    if words.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
        short(text.at[0]),
        short(text.at[1]),
        short(text.size),
        short(text.width.max(1.0)),
        escaped(words)
    );
}

fn paint(what: &str, [red, green, blue, alpha]: Color) -> String {
    let opacity =
        if alpha == 255 { String::new() } else { format!(" {what}-opacity=\"{}\"", short(f32::from(alpha) / 255.0)) };
    format!(" {what}=\"#{red:02x}{green:02x}{blue:02x}\"{opacity}")
}

/// A number with at most two decimals.
pub(super) fn short(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Escapes words for XML, without characters that it does not allow (XML 1.0 section 2.2).
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}
