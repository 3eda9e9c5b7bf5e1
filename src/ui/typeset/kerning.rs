//! Full-width marks beside one another and at the beginning of a line, which would leave holes (CLREQ, “compression of
//! punctuation”), and the shad, which stands too close to what follows.

use std::ops::Range;

use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat};

use crate::model::Lang;
use crate::ui::theme::TextStyle;

/// Half of a full-width mark is white: so far the next one moves up, in ems.
const HALF: f32 = -0.5;
/// How far a shad stands from a space, and from a letter or number, in ems.
const SHAD: [f32; 2] = [0.12, 0.3];

/// By how much a letter is moved from where it would stand after another or, without one, at the beginning of a line, in ems.
/// Quotation marks are full-width in Chinese letters alone.
#[must_use]
pub fn kern(before: Option<char>, this: char, lang: Lang) -> f32 {
    let opens = |c: char| {
        matches!(c, '（' | '《' | '〈' | '「' | '『' | '【' | '〔') || lang == Lang::Zh && matches!(c, '“' | '‘')
    };
    let closes = |c: char| {
        matches!(c, '，' | '。' | '、' | '；' | '：' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕')
            || lang == Lang::Zh && matches!(c, '”' | '’')
    };
    match before {
        None | Some(' ') if opens(this) => HALF,
        Some(before) if opens(before) && opens(this) => HALF,
        Some(before) if closes(before) && (opens(this) || closes(this) || this == ' ') => HALF,
        Some('།' | '༎') if this == ' ' => SHAD[0],
        Some('།' | '༎') if this.is_alphanumeric() || matches!(this, '(' | '“' | '（' | '‘') => SHAD[1],
        None | Some(_) => 0.0,
    }
}

/// A text in a format, with its marks moved. Each line of it is one that is drawn, or else (`is_inside`) a part of one.
#[must_use]
pub fn job(text: &str, style: &TextStyle, format: TextFormat, is_inside: bool) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    if text.is_ascii() {
        return job;
    }
    let mut before = if is_inside { Some('\n') } else { None };
    for (at, c) in text.char_indices() {
        let moved = if c == '\n' { 0.0 } else { kern(before, c, style.lang) };
        if moved != 0.0 {
            split(&mut job, at, moved * style.font.size);
        }
        before = (c != '\n').then_some(c);
    }
    job
}

/// Begins a section at a byte of the text, moved by so many points.
fn split(job: &mut LayoutJob, at: usize, by: f32) {
    let Some(last) = job.sections.last_mut() else { return };
    let (at, Range { start, end }) = (ByteIndex(at), last.byte_range.clone());
    if start == at {
        last.leading_space = by;
        return;
    }
    last.byte_range = start..at;
    let format = last.format.clone();
    job.sections.push(LayoutSection { leading_space: by, byte_range: at..end, format });
}

#[cfg(test)]
mod tests {
    use super::kern;
    use crate::model::Lang;

    /// How many half ems a line of Chinese is shorter than its letters.
    fn halves(line: &str) -> usize {
        let before = std::iter::once(None).chain(line.chars().map(Some));
        before.zip(line.chars()).filter(|(before, this)| kern(*before, *this, Lang::Zh) < 0.0).count()
    }

    #[test]
    fn marks_side_by_side_leave_no_hole() {
        assert_eq!(halves("据《人民日报》（海外版），2024"), 2);
        assert_eq!(halves("《人民日报》"), 1, "at the beginning of a line");
        assert_eq!(halves("他说：“好。”（笑）"), 3);
        assert_eq!(halves("来自新华社。 再看"), 1, "a space after a mark");
        assert_eq!(halves("据新华社报道，近"), 0);
    }

    #[test]
    fn a_shad_stands_clear_of_what_follows() {
        assert!(kern(Some('།'), '2', Lang::Bo) > kern(Some('།'), ' ', Lang::Bo));
        assert!(kern(Some('།'), '།', Lang::Bo).abs() < f32::EPSILON);
    }
}
