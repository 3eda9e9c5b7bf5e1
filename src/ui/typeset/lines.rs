//! Where lines break: by UAX #14, which egui does not do for Chinese and Tibetan. A text costs by its length, not by its square:
//! what stands between two opportunities is measured once, and its width remembered.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::text::TextFormat;
use egui::{Context, Id};
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};

use super::kerning;
use crate::text::joined;
use crate::ui::theme::TextStyle;

/// How many bytes of broken texts are remembered at most, twice; far above what one screen holds.
const TEXTS: usize = 4 << 20;
/// How many widths are remembered at most, twice.
const WIDTHS: usize = 8192;
/// The longest part of a text whose width is remembered, in bytes.
const SHORT: usize = 48;
/// A Chinese character with a mark, or less, stands alone on a line.
const ALONE: usize = 2;
/// Parts side by side may be narrower or wider than the sum of their widths, by kerning: within this share of a line it is
/// measured.
const NEARLY: f32 = 0.03;

/// A text with its line breaks.
#[derive(Clone, Debug, Default)]
pub struct Broken {
    /// The text with `\n` where a line ends.
    pub text: Arc<str>,
    /// How many lines it has.
    pub lines: usize,
    /// The width of the widest one, about.
    pub width: f32,
}

/// What was used since the last time that there was too much of it, and what was used before that.
#[derive(Clone)]
struct Cache<V> {
    now: HashMap<u64, V>,
    before: HashMap<u64, V>,
    held: usize,
}

impl<V> Default for Cache<V> {
    fn default() -> Self {
        Self { now: HashMap::new(), before: HashMap::new(), held: 0 }
    }
}

impl<V: Clone> Cache<V> {
    fn get(&mut self, key: u64) -> Option<V> {
        if let Some(found) = self.now.get(&key) {
            return Some(found.clone());
        }
        let found = self.before.remove(&key)?;
        self.now.insert(key, found.clone());
        Some(found)
    }

    fn put(&mut self, key: u64, value: V, weight: usize, most: usize) {
        self.held += weight;
        if self.held > most {
            self.before = std::mem::take(&mut self.now);
            self.held = weight;
        }
        self.now.insert(key, value);
    }
}

fn hash(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// The text with line breaks put in where it would be wider than `width`.
pub fn broken(ctx: &Context, text: &str, style: &TextStyle, width: f32) -> Broken {
    let font = &style.font;
    let face = hash((&font.family, font.size.to_bits(), ctx.pixels_per_point().to_bits()));
    let key = hash((text, face, width.to_bits()));
    let (texts, widths) = (Id::unique("broken lines"), Id::unique("widths of words"));
    if let Some(found) = ctx.data_mut(|data| data.get_temp_mut_or_default::<Cache<Broken>>(texts).get(key)) {
        return found;
    }
    // Taken out, so that the store is not locked while letters are measured.
    let mut known: Cache<f32> = ctx.data_mut(|data| std::mem::take(data.get_temp_mut_or_default(widths)));
    let measured = |part: &str| {
        let format = TextFormat { font_id: font.clone(), ..TextFormat::default() };
        ctx.fonts_mut(|fonts| fonts.layout_job(kerning::job(part, style, format, true)).size().x)
    };
    let mut measure = |part: &str| {
        if part.len() > SHORT {
            return measured(part);
        }
        let key = hash((part, face));
        known.get(key).unwrap_or_else(|| {
            let width = measured(part);
            known.put(key, width, 1, WIDTHS);
            width
        })
    };
    let kern = |before, this| kerning::kern(before, this, style.lang) * font.size;
    let broken = break_lines(text, width, &mut measure, &kern);
    ctx.data_mut(|data| {
        data.insert_temp(widths, known);
        let weight = broken.text.len() + 64;
        data.get_temp_mut_or_default::<Cache<Broken>>(texts).put(key, broken.clone(), weight, TEXTS);
    });
    broken
}

/// Puts `\n` where lines must break: at UAX #14 opportunities (after a tsheg, never before a shad; never after an opening or
/// before a closing Chinese mark), as late as the width allows, and not within what is [`joined`] unless that is wider than a line. A
/// part that is wider than a line breaks between any two letters. `kern` moves a letter after another, or at the beginning of a line.
pub fn break_lines(
    text: &str,
    width: f32,
    measure: &mut dyn FnMut(&str) -> f32,
    kern: &dyn Fn(Option<char>, char) -> f32,
) -> Broken {
    let mut setter = Setter {
        width,
        measure,
        kern,
        lines: String::with_capacity(text.len() + 8),
        line: String::new(),
        last: 0,
        before: None,
        so_far: 0.0,
        widest: 0.0,
    };
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    for (i, paragraph) in text.split('\n').enumerate() {
        if i > 0 {
            setter.lines.push('\n');
        }
        let (mut from, mut inner) = (0, Vec::new());
        for to in segmenter.segment_str(paragraph).filter(|&to| to > 0) {
            let (before, after) = paragraph.split_at(to);
            if joined(before, after) {
                inner.push(to - from);
                continue;
            }
            setter.joined_part(&paragraph[from..to], &inner);
            inner.clear();
            from = to;
        }
        setter.end();
    }
    let lines = setter.lines.split('\n').count();
    Broken { width: setter.widest, lines, text: setter.lines.into() }
}

/// The text with no line longer than so many letters; one that was ends with an ellipsis.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most || text.split('\n').all(|line| line.chars().nth(most).is_none()) {
        return Cow::Borrowed(text);
    }
    let cut = |line: &str| match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    };
    Cow::Owned(text.split('\n').map(cut).collect::<Vec<_>>().join("\n"))
}

fn is_han(c: Option<char>) -> bool {
    c.is_some_and(|c| ('\u{3400}'..='\u{9fff}').contains(&c))
}

/// Sets lines, part by part.
struct Setter<'m> {
    width: f32,
    measure: &'m mut dyn FnMut(&str) -> f32,
    kern: &'m dyn Fn(Option<char>, char) -> f32,
    lines: String,
    line: String,
    /// Where its last part begins.
    last: usize,
    /// The last part of the line before, where it has others.
    before: Option<String>,
    /// The width of the line so far, about.
    so_far: f32,
    widest: f32,
}

impl Setter<'_> {
    /// Adds a part that has opportunities of its own inside, for where it is wider than a line.
    fn joined_part(&mut self, part: &str, inner: &[usize]) {
        if inner.is_empty() || (self.measure)(part.trim_end()) <= self.width {
            return self.part(part);
        }
        let mut from = 0;
        for &to in inner.iter().chain([&part.len()]) {
            self.part(&part[from..to]);
            from = to;
        }
    }

    /// By how much a part is moved toward the line so far.
    fn lead(&self, part: &str) -> f32 {
        part.chars().next().map_or(0.0, |first| (self.kern)(self.line.chars().next_back(), first))
    }

    /// Adds a part to the line, or begins the next one with it.
    fn part(&mut self, part: &str) {
        let words = part.trim_end();
        let area = if words.len() > 4 * SHORT { f32::INFINITY } else { (self.measure)(words) };
        if !self.line.is_empty() && !self.fits(self.lead(part) + area, words) {
            self.turn();
        }
        let lead = self.lead(part);
        if self.line.is_empty() && lead + area > self.width {
            return self.split(part);
        }
        self.last = self.line.len();
        self.line.push_str(part);
        self.so_far += lead + if words.len() == part.len() { area } else { (self.measure)(part) };
    }

    /// Whether words of a width still fit on the line.
    fn fits(&mut self, area: f32, words: &str) -> bool {
        let sum = self.so_far + area;
        if !sum.is_finite() || (sum - self.width).abs() > NEARLY * self.width {
            return sum <= self.width;
        }
        let whole = format!("{}{words}", self.line);
        let start = whole.chars().next().map_or(0.0, |first| (self.kern)(None, first));
        (self.measure)(&whole) + start <= self.width
    }

    /// Ends the line where it breaks.
    fn turn(&mut self) {
        let line = self.line.trim_end_matches(' ');
        self.before = line.get(self.last..).filter(|part| !part.is_empty() && self.last > 0).map(str::to_owned);
        self.widest = self.widest.max(self.so_far);
        match line.strip_suffix('\u{ad}') {
            Some(word) => self.lines.extend([word, "-\n"]),
            None => self.lines.extend([line, "\n"]),
        }
        self.line.clear();
        self.last = 0;
        self.so_far = 0.0;
    }

    /// Ends the last line of a paragraph. A Chinese character does not stand alone on it.
    fn end(&mut self) {
        let is_alone = is_han(self.line.chars().next()) && self.line.chars().nth(ALONE).is_none();
        if let Some(part) = self.before.take().filter(|part| is_alone && is_han(part.chars().next()))
            && self.lines.ends_with(&format!("{part}\n"))
        {
            self.lines.truncate(self.lines.len() - part.len() - 1);
            self.lines.push('\n');
            self.lines.push_str(&part);
        }
        self.lines.push_str(&self.line);
        self.widest = self.widest.max(self.so_far);
        self.line.clear();
        self.last = 0;
        self.so_far = 0.0;
    }

    /// Sets a part that is wider than a line. A letter keeps its marks.
    fn split(&mut self, part: &str) {
        let mut from = 0;
        for to in GraphemeClusterSegmenter::new().segment_str(part).filter(|&to| to > 0) {
            let letter = &part[from..to];
            from = to;
            let area = (self.measure)(letter);
            let is_space = letter.trim_end().is_empty();
            if !self.line.is_empty() && !is_space && !self.fits(area, letter) {
                self.turn();
            }
            self.line.push_str(letter);
            self.so_far += area;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::break_lines;

    /// Every character one wide.
    fn lines(text: &str, width: f32) -> Vec<String> {
        #[expect(clippy::cast_precision_loss, reason = "short texts")]
        let mut measure = |part: &str| part.chars().count() as f32;
        break_lines(text, width, &mut measure, &|_, _| 0.0).text.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn tibetan_breaks_after_tsheg_and_never_before_shad() {
        let text = "བོད་ལྗོངས་ལ་རོགས་སྐྱོར་བྱེད་པ།";
        for width in 9..20_u8 {
            for line in lines(text, f32::from(width)).iter().skip(1) {
                assert!(!line.starts_with('།'), "{width}: {line}");
                assert!(!line.starts_with('་'), "{width}: {line}");
            }
        }
        assert!(lines(text, 12.0)[0].ends_with('་'));
    }

    #[test]
    fn chinese_lines_neither_end_on_an_opening_nor_begin_with_a_closing_mark() {
        let text = "据新华社（二〇二四年）报道，《人民日报》海外版刊登“对口援藏”一文。";
        for width in 3..20_u8 {
            let lines = lines(text, f32::from(width));
            for line in &lines[..lines.len() - 1] {
                assert!(!line.ends_with(['（', '《', '“']), "{width}: {line}");
            }
            for line in &lines {
                assert!(!line.starts_with(['，', '。', '）', '》', '”']), "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_number_stays_with_its_unit_unless_the_line_is_too_short_for_both() {
        assert_eq!(lines("there were 850 people", 14.0), ["there were", "850 people"]);
        assert_eq!(lines("there were 850 people", 7.0), ["there", "were", "850", "people"]);
        assert_eq!(lines("截至 2024 年 8 月 26 日", 10.0), ["截至 2024 年", "8 月 26 日"]);
    }

    #[test]
    fn no_chinese_character_stands_alone_at_the_end() {
        assert_eq!(lines("这不等于没有公布零。", 8.0), ["这不等于没有公", "布零。"]);
        assert_eq!(lines("这不等于零。", 8.0), ["这不等于零。"]);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "A word, 一个词 and བོད་ཡིག in one line";
        assert_eq!(lines(text, 9.0).concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn a_word_without_end_breaks_between_letters_and_a_letter_keeps_its_marks() {
        for (letter, count) in [("a", 1), ("e\u{301}\u{323}", 3), ("སྒྲུ", 4), ("👩\u{200d}🏫", 3)] {
            let text = letter.repeat(200);
            for line in lines(&text, 10.0) {
                let letters = line.chars().count();
                assert!(letters <= 10 && letters % count == 0, "{letter}: {line}");
            }
        }
    }

    #[test]
    fn a_long_text_is_measured_by_its_length() {
        for text in [
            "a".repeat(20_000),
            "对口支援".repeat(5_000),
            "བོད་ལྗོངས་".repeat(2_000),
            "word ".repeat(4_000),
            "ཀ".repeat(20_000),
        ] {
            let mut letters = 0;
            #[expect(clippy::cast_precision_loss, reason = "short parts")]
            let mut measure = |part: &str| {
                letters += part.chars().count();
                part.chars().count() as f32
            };
            let broken = break_lines(&text, 60.0, &mut measure, &|_, _| 0.0);
            assert!(broken.lines >= text.chars().count() / 60);
            assert!(letters < 8 * text.chars().count(), "{letters} letters measured of {}", text.chars().count());
        }
    }

    #[test]
    fn a_soft_hyphen_shows_where_the_line_breaks() {
        assert_eq!(lines("Gesell\u{ad}schaft", 8.0), ["Gesell-", "schaft"]);
    }
}
