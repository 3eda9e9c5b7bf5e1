//! Typed text on several lines, broken as read text is: the caret still counts the letters that were typed, since no letter is put
//! in or left out where a line breaks.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Context, Galley, TextBuffer, Ui, Vec2};

use super::lines::broken;
use super::{kerning, style_of};
use crate::ui::theme::TextStyle;

/// Sets typed text on as many lines as its width asks for, in the letters and with the line height of its script. Paragraphs
/// that begin with `!` are set as cues, where there is a style for these.
pub fn area(
    style: TextStyle,
    cue: Option<TextStyle>,
    color: Color32,
) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, typed, width| galley(ui.ctx(), typed.as_str(), (&style, cue.as_ref()), color, width)
}

/// The size of typed text.
#[must_use]
pub fn area_size(ctx: &Context, text: &str, style: &TextStyle, cue: Option<&TextStyle>, width: f32) -> Vec2 {
    galley(ctx, text, (style, cue), Color32::TRANSPARENT, width).size()
}

fn galley(
    ctx: &Context,
    text: &str,
    (style, cue): (&TextStyle, Option<&TextStyle>),
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    let (mut whole, mut lines, mut ends) = (LayoutJob::default(), Vec::new(), Vec::new());
    for paragraph in
        text.split_inclusive('\n').chain(text.is_empty().then_some("")).chain(text.ends_with('\n').then_some(""))
    {
        let style = cue.filter(|_| paragraph.trim_start().starts_with('!')).unwrap_or(style);
        let style = style_of(paragraph, style);
        let format = || TextFormat {
            font_id: style.font.clone(),
            line_height: Some(style.line),
            color,
            ..TextFormat::default()
        };
        whole.append(paragraph, 0.0, format());
        let words = paragraph.strip_suffix('\n').unwrap_or(paragraph);
        for row in rows(words, &broken(ctx, words, &style, width.max(1.0)).text) {
            let mut job = kerning::job(&words[row], &style, format(), false);
            job.break_on_newline = false;
            lines.push(ctx.fonts_mut(|fonts| fonts.layout_job(job)));
            ends.push(false);
        }
        if let Some(last) = ends.last_mut() {
            *last = paragraph.ends_with('\n');
        }
    }
    let mut galley = Galley::concat(Arc::new(whole), &lines, ctx.pixels_per_point());
    for (row, ends) in galley.rows.iter_mut().zip(ends) {
        row.ends_with_newline = ends;
    }
    Arc::new(galley)
}

/// The parts of a paragraph that are its lines. Spaces at which a line breaks stay at its end.
fn rows(text: &str, broken: &str) -> Vec<Range<usize>> {
    let (mut rows, mut from, mut at) = (Vec::new(), 0, 0);
    for c in broken.chars() {
        let own = text.get(at..).and_then(|rest| rest.chars().next());
        match (c, own) {
            ('\n', _) => {
                let rest = text.get(at..).unwrap_or_default();
                at += rest.len() - rest.trim_start_matches(' ').len();
                rows.push(from..at);
                from = at;
            }
            // A hyphen that is seen only where a line breaks.
            (_, Some(own)) => at += own.len_utf8(),
            (_, None) => {}
        }
    }
    rows.push(from..text.len());
    rows
}

#[cfg(test)]
mod tests {
    use egui::text::CCursor;
    use egui::{Context, RawInput};

    use super::{area, rows};
    use crate::model::Lang;
    use crate::ui::theme::{Role, style};
    use crate::ui::typeset::lines::break_lines;

    /// The lines of a paragraph as they are set; every character is one wide.
    fn lines(text: &str, width: f32) -> Vec<&str> {
        #[expect(clippy::cast_precision_loss, reason = "short texts")]
        let mut measure = |part: &str| part.chars().count() as f32;
        let broken = break_lines(text, width, &mut measure, &|_, _| 0.0).text;
        rows(text, &broken).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn every_letter_that_was_typed_stands_on_one_line() {
        assert_eq!(lines("two words", 5.0), ["two ", "words"]);
        assert_eq!(lines("", 5.0), [""]);
        for text in ["བོད་ལྗོངས་ལ་རོགས་སྐྱོར་བྱེད་པ།  དང་།", "据新华社（二〇二四年）报道。好。", "Gesell\u{ad}schaft  of  words"]
        {
            for width in 3..20_u8 {
                assert_eq!(lines(text, f32::from(width)).concat(), text, "{width}");
            }
        }
    }

    #[test]
    fn every_letter_keeps_its_place_for_the_caret() {
        let ctx = Context::default();
        crate::app::App::dress(&ctx);
        for text in [
            "China Daily reported on 26 August 2024 that more than 2,100 educators had been sent.\n! Wait.\n",
            "《中国日报》2024 年 8 月 26 日报道，“组团式”选派的教育人才超过 2,100 名。",
            "བོད་ལྗོངས་ལ་རོགས་སྐྱོར་བྱེད་པ། ཀྲུང་གོའི་ཉིན་རེའི་ཚགས་པར་གྱིས་བཀོད་པ་ལྟར།",
            "",
            " \n\n",
            "\n",
            "two lines\nGesell\u{ad}schaft  of  words",
        ] {
            for width in [120.0, 300.0, 2000.0] {
                let mut output = ctx.run_ui(RawInput::default(), |ui| {
                    let body = style(Role::Label, Lang::En);
                    let bold = style(Role::LabelStrong, Lang::En);
                    let galley = area(body, Some(bold), egui::Color32::BLACK)(ui, &text.to_owned(), width);
                    assert_eq!(galley.text(), text);
                    let counted: usize = galley.rows.iter().map(|row| row.char_count_including_newline().0).sum();
                    assert_eq!(counted, text.chars().count(), "{text:?} {width}");
                    let end = galley.pos_from_cursor(CCursor::new(text.chars().count()));
                    assert!(end.is_finite());
                });
                output.textures_delta.clear();
            }
        }
    }
}
