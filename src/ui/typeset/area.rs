//! Typed text on several lines, broken as read text is: the caret still counts the letters that were typed, since no letter is put
//! in or left out where a line breaks.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Context, Galley, TextBuffer, Ui, Vec2};

use super::lines::broken;
use super::{kerning, style_of};
use crate::ui::theme::TextStyle;

/// Sets typed text on as many lines as its width asks for, in the letters and with the line height of its script.
pub fn area(style: TextStyle, color: Color32) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, typed, width| galley(ui.ctx(), typed.as_str(), &style, color, width)
}

/// The size of typed text.
#[must_use]
pub fn area_size(ctx: &Context, text: &str, style: &TextStyle, width: f32) -> Vec2 {
    galley(ctx, text, style, Color32::TRANSPARENT, width).size()
}

fn galley(ctx: &Context, text: &str, style: &TextStyle, color: Color32, width: f32) -> Arc<Galley> {
    let style = style_of(text, style);
    let format =
        || TextFormat { font_id: style.font.clone(), line_height: Some(style.line), color, ..TextFormat::default() };
    let rows = rows(text, &broken(ctx, text, &style, width.max(1.0)).text);
    let lines: Vec<Arc<Galley>> = rows
        .iter()
        .map(|(row, _)| {
            let line = text.get(row.clone()).unwrap_or_default();
            let mut job = kerning::job(line, &style, format(), false);
            job.break_on_newline = false;
            ctx.fonts_mut(|fonts| fonts.layout_job(job))
        })
        .collect();
    let whole = Arc::new(LayoutJob::single_section(text.to_owned(), format()));
    let mut galley = Galley::concat(whole, &lines, ctx.pixels_per_point());
    for (row, (_, ends)) in galley.rows.iter_mut().zip(rows) {
        row.ends_with_newline = ends;
    }
    Arc::new(galley)
}

/// The parts of a text that are its lines, and whether each ends with a line break that was typed. Spaces at which a line breaks
/// stay at its end.
fn rows(text: &str, broken: &str) -> Vec<(Range<usize>, bool)> {
    let (mut rows, mut from, mut at) = (Vec::new(), 0, 0);
    for c in broken.chars() {
        let own = text.get(at..).and_then(|rest| rest.chars().next());
        match (c, own) {
            ('\n', Some('\n')) => {
                rows.push((from..at, true));
                at += 1;
                from = at;
            }
            ('\n', _) => {
                let rest = text.get(at..).unwrap_or_default();
                at += rest.len() - rest.trim_start_matches(' ').len();
                rows.push((from..at, false));
                from = at;
            }
            // A hyphen that is seen only where a line breaks.
            (_, Some(own)) => at += own.len_utf8(),
            (_, None) => {}
        }
    }
    rows.push((from..text.len(), false));
    rows
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::ui::typeset::lines::break_lines;

    /// The lines of a text as they are set; every character is one wide.
    fn lines(text: &str, width: f32) -> Vec<(&str, bool)> {
        #[expect(clippy::cast_precision_loss, reason = "short texts")]
        let mut measure = |part: &str| part.chars().count() as f32;
        let broken = break_lines(text, width, &mut measure, &|_, _| 0.0).text;
        rows(text, &broken).into_iter().map(|(row, ends)| (&text[row], ends)).collect()
    }

    #[test]
    fn every_letter_that_was_typed_stands_on_one_line() {
        assert_eq!(lines("two words\n\nend ", 5.0), [("two ", false), ("words", true), ("", true), ("end ", false)]);
        assert_eq!(lines("", 5.0), [("", false)]);
        assert_eq!(lines("a\n", 5.0), [("a", true), ("", false)]);
        for text in
            ["བོད་ལྗོངས་ལ་རོགས་སྐྱོར་བྱེད་པ།  དང་།", "据新华社（二〇二四年）报道。\n好。", "Gesell\u{ad}schaft  of  words"]
        {
            for width in 3..20_u8 {
                let all = lines(text, f32::from(width))
                    .into_iter()
                    .fold(String::new(), |all, (line, ends)| all + line + if ends { "\n" } else { "" });
                assert_eq!(all, text, "{width}");
            }
        }
    }
}
