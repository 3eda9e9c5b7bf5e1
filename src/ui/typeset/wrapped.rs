//! Typed text on several lines: broken where drawn text is, with every letter where the caret finds it.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, TextBuffer, Ui};

use super::lines::broken;
use super::style_of;
use crate::ui::theme::TextStyle;

/// The lines of a text as ranges of its bytes, by the same text with its breaks; with whether a line ends with a break of its own.
fn lines(text: &str, broken: &str) -> Vec<(std::ops::Range<usize>, bool)> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in broken.split('\n') {
        let from = at;
        for c in line.chars() {
            let rest = &text[at..];
            at += match rest.chars().next() {
                Some(next) if next == c => c.len_utf8(),
                // A soft hyphen that is seen.
                Some(next @ '\u{ad}') if c == '-' => next.len_utf8(),
                _ => 0,
            };
        }
        // Blanks at the end of a line are not drawn, but the caret goes over them.
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\u{ad}']).len();
        let hard = text[at..].starts_with('\n');
        lines.push((from..at, hard));
        at += usize::from(hard);
    }
    if let Some((last, _)) = lines.last_mut().filter(|_| at < text.len()) {
        last.end = text.len();
    }
    lines
}

/// Sets typed text on as many lines as it needs, in the letters and with the line height of its script.
pub fn wrapped(style: TextStyle, color: Color32, width: f32) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, typed, _| {
        let text = typed.as_str();
        let style = style_of(text, &style);
        let format =
            TextFormat { font_id: style.font.clone(), line_height: Some(style.line), color, ..TextFormat::default() };
        let job = |text: &str| {
            let mut job = LayoutJob::single_section(text.to_owned(), format.clone());
            job.break_on_newline = false;
            job
        };
        let broken = broken(ui.ctx(), text, &style, width);
        let lines = lines(text, &broken.text);
        let galleys: Vec<Arc<Galley>> =
            ui.fonts_mut(|fonts| lines.iter().map(|(range, _)| fonts.layout_job(job(&text[range.clone()]))).collect());
        let mut whole = Galley::concat(Arc::new(job(text)), &galleys, ui.ctx().pixels_per_point());
        for (row, (_, hard)) in whole.rows.iter_mut().zip(&lines) {
            row.ends_with_newline = *hard;
        }
        Arc::new(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_letter_is_on_a_line() {
        for (text, broken) in [
            ("one two three", "one two\nthree"),
            ("one  two", "one\ntwo"),
            ("one\ntwo three\n", "one\ntwo\nthree\n"),
            ("co\u{ad}operate", "co-\noperate"),
            ("", ""),
            ("a ", "a "),
            ("\n\n", "\n\n"),
        ] {
            let lines = lines(text, broken);
            let joined: String = lines
                .iter()
                .map(|(range, hard)| text[range.clone()].to_owned() + if *hard { "\n" } else { "" })
                .collect();
            assert_eq!(joined, text);
            assert_eq!(lines.len(), broken.split('\n').count());
        }
    }
}
