//! Which letters a text is set in, and how far its lines stand apart: both follow the text, not the language of the interface.

use std::borrow::Cow;

use crate::model::Lang;
use crate::ui::theme::TextStyle;

/// How wide a letter of each script is, about, in ems: the letters that take most room are those that a text is in.
const WIDTHS: [(Lang, f32); 3] = [(Lang::En, 0.5), (Lang::Zh, 1.0), (Lang::Bo, 0.6)];
/// By how much the letters of the language that was asked for count more.
const OWN: f32 = 1.5;
/// In a family whose first font is Chinese, Tibetan hangs lower in its line: by so much the line is higher, as a share of the
/// letters' size.
const LOWER: f32 = 0.22;

/// How many letters of each script a text has: Latin and its like, Chinese, Tibetan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Letters([u32; 3]);

impl Letters {
    fn of(text: &str) -> Self {
        let mut found = [0_u32; 3];
        for c in text.chars() {
            let script = match c {
                '\u{f00}'..='\u{f6c}' => Lang::Bo,
                '\u{2e80}'..='\u{2fdf}'
                | '\u{3005}'..='\u{3007}'
                | '\u{3040}'..='\u{9fff}'
                | '\u{f900}'..='\u{faff}'
                | '\u{20000}'..='\u{3ffff}' => Lang::Zh,
                c if c.is_alphabetic() && c < '\u{f00}' => Lang::En,
                _ => continue,
            };
            found[script as usize] = found[script as usize].saturating_add(1);
        }
        Self(found)
    }

    fn has(self, lang: Lang) -> bool {
        self.0[lang as usize] > 0
    }

    /// The language whose letters take most room; a text without letters is in the one that was asked for.
    fn main(self, own: Lang) -> Lang {
        #[expect(clippy::cast_precision_loss, reason = "a share of a text")]
        let area =
            |(lang, width): (Lang, f32)| self.0[lang as usize] as f32 * width * if lang == own { OWN } else { 1.0 };
        let most = WIDTHS.into_iter().max_by(|a, b| area(*a).total_cmp(&area(*b))).filter(|most| area(*most) > 0.0);
        most.map_or(own, |(lang, _)| lang)
    }
}

/// The style in which a text is set that was asked for in another: in the letters that it is in, and with lines that stand so
/// far apart that no vowel sign meets the line above or below, even where a few words alone are Tibetan.
#[must_use]
pub fn style_of<'s>(text: &str, asked: &'s TextStyle) -> Cow<'s, TextStyle> {
    // Most texts are in the language of the interface, and many have no letters at all.
    if text.is_ascii() && asked.lang == Lang::En {
        return Cow::Borrowed(asked);
    }
    let letters = Letters::of(text);
    let main = letters.main(asked.lang);
    let mut style = if main == asked.lang { Cow::Borrowed(asked) } else { Cow::Owned(asked.in_letters(main)) };
    if letters.has(Lang::Bo) && main != Lang::Bo {
        let tibetan = asked.in_letters(Lang::Bo);
        let lower = if main == Lang::Zh { LOWER } else { 0.0 };
        let line = style.font.size * (tibetan.line / tibetan.font.size + lower);
        if line > style.line {
            style.to_mut().line = line;
        }
    }
    style
}

#[cfg(test)]
mod tests {
    use super::style_of;
    use crate::model::Lang;
    use crate::ui::theme::{Role, style};

    fn line(text: &str, lang: Lang) -> f32 {
        style_of(text, &style(Role::Label, lang)).line
    }

    #[test]
    fn letters_and_lines_follow_the_text() {
        let roles = [Role::Heading, Role::Caption, Role::Label, Role::Note, Role::Figure];
        for role in roles {
            for own in Lang::ALL {
                for (text, is) in
                    [("རྒྱལ་པོ་ཁྲི་སྲོང་ལྡེའུ་བཙན།", Lang::Bo), ("对口支援西藏", Lang::Zh), ("Paired assistance", Lang::En)]
                {
                    assert_eq!(
                        style_of(text, &style(role, own)).into_owned(),
                        style(role, is),
                        "{text} asked for in {own:?}"
                    );
                }
                assert_eq!(*style_of("1994–2024", &style(role, own)), style(role, own), "no letters");
            }
        }
    }

    #[test]
    fn a_few_words_of_another_script_keep_the_letters_and_lift_the_lines() {
        let alone = line("བོད", Lang::En);
        assert!(line("Songtsen Gampo (སྲོང་བཙན་སྒམ་པོ) was a king", Lang::En) >= alone * 0.94);
        let mixed = style_of("松赞干布（སྲོང་བཙན་）是国王，在位很久", &style(Role::Label, Lang::Zh)).into_owned();
        assert_eq!(mixed.font, style(Role::Label, Lang::Zh).font);
        assert!(mixed.line > alone * 0.95, "Tibetan in a Chinese line: {}", mixed.line);
        assert!((line("CCTV 记者", Lang::Zh) - style(Role::Label, Lang::Zh).line).abs() < f32::EPSILON);
        assert!((line("Lhasa 拉萨 Road", Lang::En) - style(Role::Label, Lang::En).line).abs() < f32::EPSILON);
    }
}
