//! Text that is being typed, on several lines: broken as all text is, while each letter keeps its place for the caret.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, TextBuffer, Ui};

use super::lines::broken;
use super::style_of;
use crate::ui::theme::TextStyle;

/// A row of a text that is typed: what stands on it, whether its paragraph ends there, and how it is set.
struct Row {
    text: String,
    is_last: bool,
    style: TextStyle,
}

/// Sets typed text on lines of the field's width. Lines that begin with `!` are set as `cue`, where there is one.
pub fn typed_lines(
    style: TextStyle,
    cue: Option<TextStyle>,
    color: Color32,
) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, typed, width| {
        let rows = rows(ui, typed.as_str(), (&style, cue.as_ref()), width);
        let (mut shown, mut whole) = (LayoutJob::default(), LayoutJob::default());
        for (index, row) in rows.iter().enumerate() {
            let format = TextFormat {
                font_id: row.style.font.clone(),
                line_height: Some(row.style.line),
                color,
                ..TextFormat::default()
            };
            let is_end = index + 1 == rows.len();
            let shown_end = if is_end { "" } else { "\n" };
            let own_end = if is_end || !row.is_last { "" } else { "\n" };
            shown.append(&format!("{}{shown_end}", row.text), 0.0, format.clone());
            whole.append(&format!("{}{own_end}", row.text), 0.0, format);
        }
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(shown));
        if galley.rows.len() != rows.len() {
            return galley;
        }
        let mut galley = Arc::unwrap_or_clone(galley);
        for (placed, row) in galley.rows.iter_mut().zip(&rows) {
            // A line that the width ends goes on, for the caret.
            placed.ends_with_newline &= row.is_last;
        }
        galley.job = Arc::new(whole);
        Arc::new(galley)
    }
}

fn rows(ui: &Ui, text: &str, (style, cue): (&TextStyle, Option<&TextStyle>), width: f32) -> Vec<Row> {
    let mut rows = Vec::new();
    for paragraph in text.split('\n') {
        let style = cue.filter(|_| paragraph.trim_start().starts_with('!')).unwrap_or(style);
        let style = style_of(paragraph, style).into_owned();
        let set = broken(ui.ctx(), paragraph, &style, width);
        let mut rest = paragraph;
        let lines: Vec<&str> = set.text.split('\n').collect();
        for (index, line) in lines.iter().enumerate() {
            let is_last = index + 1 == lines.len();
            let own = if is_last { rest } else { taken(rest, line) };
            rows.push(Row { text: own.to_owned(), is_last, style: style.clone() });
            rest = &rest[own.len()..];
        }
    }
    rows
}

/// What a line takes of a text, with the spaces at its end that are not drawn.
fn taken<'t>(text: &'t str, line: &str) -> &'t str {
    let mut end = 0;
    let mut left = text.char_indices();
    for c in line.chars() {
        // A soft hyphen is drawn as a hyphen.
        match left.next() {
            Some((at, own)) if own == c || (c == '-' && own == '\u{ad}') => end = at + own.len_utf8(),
            _ => break,
        }
    }
    let spaces = text[end..].len() - text[end..].trim_start_matches(' ').len();
    &text[..end + spaces]
}

#[cfg(test)]
mod tests {
    use egui::text::CCursor;
    use egui::{Context, RawInput};

    use super::typed_lines;
    use crate::model::Lang;
    use crate::ui::theme::{Role, style};

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
        ] {
            for width in [120.0, 300.0, 2000.0] {
                let mut output = ctx.run_ui(RawInput::default(), |ui| {
                    let body = style(Role::Label, Lang::En);
                    let bold = style(Role::LabelStrong, Lang::En);
                    let galley = typed_lines(body, Some(bold), egui::Color32::BLACK)(ui, &text.to_owned(), width);
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
