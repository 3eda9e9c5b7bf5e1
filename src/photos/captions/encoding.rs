//! Decodes text of undeclared encoding: UTF-8 if valid, else an East Asian encoding if the bytes are likely in it, else
//! Windows-1252, which maps every byte to a letter.

use encoding_rs::{BIG5, Encoding, GB18030, SHIFT_JIS, WINDOWS_1252};

/// The least share, in per cent, of a text's characters that must be common ones in its language.
const COMMON: usize = 75;

/// The encoding of all texts of a block: a short text alone says little.
#[derive(Clone, Copy, Debug)]
pub struct Guess {
    legacy: Option<&'static Encoding>,
}

impl Guess {
    /// Guesses from all texts of a block.
    pub fn of<'a>(texts: impl Iterator<Item = &'a [u8]>) -> Self {
        let odd: Vec<&[u8]> = texts.filter(|text| utf8(text).is_none()).take(100).collect();
        let all = odd.iter().fold(Vec::new(), |mut all: Vec<u8>, text| {
            all.extend(text.iter().take(4096));
            // No character spans two texts.
            all.push(b'\n');
            all
        });
        Self { legacy: (!odd.is_empty()).then(|| likely(&all)) }
    }

    /// Decodes a text of that block.
    pub fn text(self, data: &[u8]) -> String {
        match (utf8(data), self.legacy) {
            // Two characters of GB 18030 may look like one or two of UTF-8, but never like a three-byte one.
            (Some(text), Some(legacy)) if legacy != WINDOWS_1252 && text.chars().all(|c| (c as u32) < 0x800) => {
                decoded(data, legacy)
            }
            (Some(text), _) => text,
            (None, legacy) => decoded(data, legacy.unwrap_or_else(|| likely(data))),
        }
    }
}

/// Decodes a single text.
pub fn guess(data: &[u8]) -> String {
    Guess::of(std::iter::once(data)).text(data)
}

/// Decodes a text with a declared encoding, or guesses if the bytes contradict it.
pub fn decode_as(data: &[u8], encoding: &'static Encoding) -> String {
    let (text, _, is_wrong) = encoding.decode(data);
    if is_wrong && !(encoding == encoding_rs::UTF_8 && is_mostly_utf8(data)) { guess(data) } else { text.into_owned() }
}

/// Decodes UTF-16 of either byte order, by its BOM or else by where the zeros are; little-endian if in doubt.
pub fn utf16(data: &[u8], big: Option<bool>) -> String {
    let marked = match data {
        [0xFE, 0xFF, ..] => Some(true),
        [0xFF, 0xFE, ..] => Some(false),
        _ => None,
    };
    let big = marked.or(big).unwrap_or(false);
    let units = data
        .chunks_exact(2)
        .map(|p| if big { u16::from_be_bytes([p[0], p[1]]) } else { u16::from_le_bytes([p[0], p[1]]) });
    char::decode_utf16(units.take_while(|&unit| unit != 0)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Returns valid UTF-8, perhaps truncated within a character.
fn utf8(data: &[u8]) -> Option<String> {
    match std::str::from_utf8(data) {
        // Short words in GB 18030 may happen to be valid UTF-8 that is no word in any language.
        Ok(text) if is_no_word(text) && likely(data) != WINDOWS_1252 => None,
        Ok(text) => Some(text.to_owned()),
        Err(error) => {
            let valid = data.get(..error.valid_up_to()).unwrap_or_default();
            (error.error_len().is_none() && !valid.is_ascii()).then(|| String::from_utf8_lossy(valid).into_owned())
        }
    }
}

/// Returns true if all characters beyond ASCII take two bytes in UTF-8 and are not all of one alphabet in use.
fn is_no_word(text: &str) -> bool {
    const ALPHABETS: [std::ops::RangeInclusive<char>; 5] = [
        '\u{A0}'..='\u{17F}',
        '\u{370}'..='\u{3FF}',
        '\u{400}'..='\u{45F}',
        '\u{5B0}'..='\u{5F4}',
        '\u{600}'..='\u{6FF}',
    ];
    let odd = || text.chars().filter(|c| !c.is_ascii());
    text.chars().all(|c| (c as u32) < 0x800)
        && odd().next().is_some()
        && !ALPHABETS.iter().any(|alphabet| odd().all(|c| alphabet.contains(&c)))
}

fn is_mostly_utf8(data: &[u8]) -> bool {
    let text = String::from_utf8_lossy(data);
    let wrong = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let right = text.chars().filter(|c| !c.is_ascii()).count() - wrong;
    right > 0 && right >= wrong
}

fn decoded(data: &[u8], encoding: &'static Encoding) -> String {
    let (text, _) = encoding.decode_without_bom_handling(data);
    text.into_owned()
}

/// Returns the encoding in which most characters are common; Windows-1252 if there is none.
fn likely(data: &[u8]) -> &'static Encoding {
    let candidates =
        [(GB18030, is_common_gb as fn(u8, u8) -> bool), (BIG5, is_common_big5), (SHIFT_JIS, is_common_jis)];
    let share = |encoding: &'static Encoding, is_common: fn(u8, u8) -> bool| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(data)?;
        // Private use and C1 controls do not occur in real texts.
        if text.chars().any(|c| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{80}'..='\u{9F}')) {
            return None;
        }
        let (mut pairs, mut common, mut rest) = (0_usize, 0_usize, data);
        while let [first, behind @ ..] = rest {
            rest = behind;
            // A single byte is half-width katakana.
            if first.is_ascii() || (encoding == SHIFT_JIS && (0xA1..=0xDF).contains(first)) {
                continue;
            }
            pairs += 1;
            common += usize::from(behind.first().is_some_and(|second| is_common(*first, *second)));
            rest = behind.get(1..).unwrap_or_default();
        }
        (pairs > 0).then(|| common * 100 / pairs).filter(|share| *share >= COMMON)
    };
    let shares =
        candidates.into_iter().filter_map(|(encoding, is_common)| Some((share(encoding, is_common)?, encoding)));
    // The first of equals.
    shares.rev().max_by_key(|(share, _)| *share).map_or(WINDOWS_1252, |(_, encoding)| encoding)
}

/// The 3,755 common characters of GB 2312, and its symbols.
fn is_common_gb(first: u8, second: u8) -> bool {
    matches!(first, 0xA1 | 0xA3 | 0xB0..=0xD7) && second >= 0xA1
}

/// The 5,401 common characters of Big5, and its symbols.
fn is_common_big5(first: u8, second: u8) -> bool {
    matches!(first, 0xA1 | 0xA4..=0xC6) && matches!(second, 0x40..=0x7E | 0xA1..=0xFE)
}

/// Kana, the common characters of JIS X 0208, and its symbols.
fn is_common_jis(first: u8, second: u8) -> bool {
    matches!(first, 0x81..=0x83 | 0x88..=0x97) && second >= 0x40
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_many_systems() {
        for text in ["布达拉宫", "西藏自治区拉萨市第一中学，2019年9月", "北京市援藏干部 Lhasa", "联通", "学校"]
        {
            assert_eq!(guess(&GB18030.encode(text).0), text);
        }
        for text in ["西藏自治區拉薩市的學校", "援藏教師與學生"] {
            assert_eq!(guess(&BIG5.encode(text).0), text);
        }
        assert_eq!(guess(&SHIFT_JIS.encode("ラサの学校で撮影した写真です").0), "ラサの学校で撮影した写真です");
        for text in [
            "Café – “naïve” façade",
            "Übergrößenträger, Straße",
            "€ 20 … ‘Ærø’",
            "L’été à Łódź".replace('Ł', "L").replace("ź", "z").as_str(),
            "Ž Š Œ œ ž Ÿ",
        ] {
            assert_eq!(guess(&WINDOWS_1252.encode(text).0), text);
        }
        assert_eq!(guess("བོད་ལྗོངས།".as_bytes()), "བོད་ལྗོངས།");
        for text in ["ལྷ་ས།", "Лхаса, 2019", "Žižkov", "Ελλάδα"] {
            assert_eq!(guess(text.as_bytes()), text);
        }
        // Every byte is a character, and none is lost.
        assert_eq!(guess(b"a\x81\x8D\x8F\x90\x9Db\xE9").chars().count(), 8);
    }

    #[test]
    fn the_texts_of_a_block_are_of_one_system() {
        let long = GB18030.encode("西藏自治区拉萨市第一中学").0;
        // Alone, these two bytes are valid UTF-8.
        let short = [0xD1, 0xA7];
        let guess = Guess::of([&long[..], &short].into_iter());
        assert_eq!(guess.text(&short), "学");
        assert_eq!(guess.text("拉萨".as_bytes()), "拉萨");
    }

    #[test]
    fn what_is_told_is_believed_unless_the_bytes_contradict_it() {
        assert_eq!(decode_as("拉萨".as_bytes(), encoding_rs::UTF_8), "拉萨");
        assert_eq!(decode_as(b"Caf\xE9", encoding_rs::UTF_8), "Café");
        assert_eq!(decode_as(b"Caf\xE9", encoding_rs::ISO_8859_5), "Cafщ");
    }

    #[test]
    fn utf16_of_either_order() {
        for (data, big) in [(&b"\xC9b\x84v\0\0"[..], None), (b"b\xC9v\x84", Some(true)), (b"\xFE\xFFb\xC9v\x84", None)]
        {
            assert_eq!(utf16(data, big).trim_start_matches('\u{FEFF}'), "拉的");
        }
    }
}
