//! Which names a visitor means who types pinyin: whole syllables, their beginnings, or their initials.

use std::ops::Range;
use std::sync::OnceLock;

/// One line a syllable, with the characters that are read so.
const READINGS: &str = include_str!("../../../assets/pinyin/readings.txt");
/// The words for ranks at the end of a name.
const RANKS: [char; 7] = ['省', '市', '区', '县', '州', '盟', '旗'];
/// More letters than this are not looked for.
pub const MOST: usize = 60;

/// Each character with each of its readings, in the order of the characters.
fn table() -> &'static [(char, &'static str)] {
    static TABLE: OnceLock<Vec<(char, &str)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = READINGS.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once(' '));
        let mut table: Vec<_> = pairs.flat_map(|(read, signs)| signs.chars().map(move |sign| (sign, read))).collect();
        table.sort_unstable();
        table
    })
}

/// The readings of a character, without tones; ü is written v.
fn readings(sign: char) -> &'static [(char, &'static str)] {
    let table = table();
    let first = table.partition_point(|(other, _)| *other < sign);
    let count = table[first..].iter().take_while(|(other, _)| *other == sign).count();
    &table[first..first + count]
}

/// Where letters spell a part of a name, each character by the beginning of one of its readings, or as it stands.
#[must_use]
pub fn place(name: &str, letters: &[char]) -> Option<Range<usize>> {
    if letters.is_empty() || letters.len() > MOST || !letters.iter().any(char::is_ascii_alphabetic) {
        return None;
    }
    // Nobody looks for the word “province”: what is typed begins in the name itself.
    let proper = name.trim_end_matches(RANKS).len();
    let signs = name.char_indices().take_while(|(at, _)| *at < proper);
    let starts = signs.filter(|(_, sign)| !readings(*sign).is_empty());
    starts
        .map(|(start, _)| start)
        .find_map(|start| Some(start..start + spelled(&name[start..], proper - start, letters)?))
}

/// How many bytes at the beginning of a name letters spell. The word for its rank, which follows after so many bytes, counts after
/// two characters of the name itself: else two initials would find each name that ends with one of them.
fn spelled(name: &str, proper: usize, letters: &[char]) -> Option<usize> {
    // Each bit says that so many letters can be spelled by the characters so far.
    let mut reached = 1_u64;
    for (count, (at, sign)) in name.char_indices().enumerate() {
        if at >= proper && count < 2 {
            return None;
        }
        let mut next = 0;
        for from in (0..letters.len()).filter(|from| reached & (1 << from) != 0) {
            let rest = &letters[from..];
            if rest[0] == sign {
                next |= 1 << (from + 1);
            }
            for (_, reading) in readings(sign) {
                let alike = reading.chars().zip(rest).take_while(|(read, typed)| is_same(*read, **typed)).count();
                (1..=alike).for_each(|taken| next |= 1 << (from + taken));
            }
        }
        if next & (1 << letters.len()) != 0 {
            return Some(at + sign.len_utf8());
        }
        if next == 0 {
            return None;
        }
        reached = next;
    }
    None
}

/// People type ü as u or as v.
fn is_same(read: char, typed: char) -> bool {
    read == typed || (read == 'v' && typed == 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(name: &str, typed: &str) -> bool {
        place(name, &typed.chars().collect::<Vec<_>>()).is_some()
    }

    #[test]
    fn syllables_their_beginnings_and_initials_are_found_and_nothing_in_their_middle() {
        for typed in ["jiangxi", "jiangx", "jix", "jxs", "jiangxisheng", "jx", "xi", "x", "jiang西"] {
            assert!(finds("江西省", typed), "{typed}");
        }
        for typed in ["iang", "jsheng", "xj", "jianx1", "sheng", "xs", "jiangxing", ""] {
            assert!(!finds("江西省", typed), "{typed}");
        }
        assert!(["lvshun", "lushun"].into_iter().all(|typed| finds("旅顺", typed)));
        assert_eq!(place("黑龙江省", &['j']), Some(6..9));
    }

    #[test]
    fn the_characters_of_names_have_their_readings() {
        let read = |sign: char| readings(sign).iter().map(|(_, read)| *read).collect::<Vec<_>>();
        assert_eq!(read('苏'), ["su"]);
        assert!(read('重').contains(&"chong") && read('藏').contains(&"zang") && read('蘇').contains(&"su"));
        assert!(read('a').is_empty() && read('བ').is_empty());
        assert!(table().len() > 9000, "{}", table().len());
    }
}
