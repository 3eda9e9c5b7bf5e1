//! Cleans texts and dates, whatever the format.

use super::Day;

/// The longest text, in characters.
const MAX_CHARS: usize = 2000;

/// A line of this many letters counts as full, so that its break is insignificant. Agencies wrap at about seventy.
const FULL_LINE: usize = 58;
/// Words that accompany the numbers of a position.
const COORDINATES: [&str; 36] = [
    "n",
    "s",
    "e",
    "w",
    "o",
    "m",
    "lat",
    "lon",
    "long",
    "lng",
    "latitude",
    "longitude",
    "gps",
    "position",
    "location",
    "coordinates",
    "wgs",
    "alt",
    "altitude",
    "deg",
    "degrees",
    "north",
    "south",
    "east",
    "west",
    "°",
    "北纬",
    "南纬",
    "东经",
    "西经",
    "纬度",
    "经度",
    "度",
    "分",
    "秒",
    "海拔",
];

/// Default texts of cameras and programs.
const NONSENSE: [&str; 20] = [
    "olympus digital camera",
    "sony dsc",
    "dcim",
    "minolta digital camera",
    "konica minolta digital camera",
    "exif_jpeg_picture",
    "digital camera",
    "samsung digital camera",
    "samsung camera pictures",
    "casio computer",
    "casio computer co.,ltd",
    "casio computer co.,ltd.",
    "kodak digital still camera",
    "ricoh digital camera",
    "jpeg picture",
    "default",
    "untitled",
    "created with gimp",
    "lead technologies inc. v1.01",
    "screenshot",
];

/// Cleans a text and puts it on one line.
pub fn line(text: &str) -> String {
    sense(clean(text, ' '))
}

/// Cleans a text, with `\n` between lines. A break after a full line becomes a space.
pub fn paragraphs(text: &str) -> String {
    sense(clean(text, '\n'))
}

/// Joins the cleaned texts on one line, without empty and repeated ones.
pub fn joined(texts: &[String], between: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    // No more than can be shown, however many a file has.
    for text in texts.iter().take(20).map(|text| line(text)) {
        if !text.is_empty() && !parts.contains(&text) {
            parts.push(text);
        }
    }
    clean(&parts.join(between), ' ')
}

fn clean(text: &str, paragraph: char) -> String {
    let mut out = String::new();
    let (mut length, mut line, mut breaks, mut space) = (0_usize, 0_usize, 0_u32, false);
    let mut last = '\0';
    for c in text.chars() {
        // CR LF is one break.
        let second_half = c == '\n' && last == '\r';
        last = c;
        match c {
            '\n' if second_half => {}
            '\n' | '\r' => breaks += 1,
            // Never the result of wrapping.
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => breaks += 2,
            ' ' | '\t' | '\u{A0}' => space = true,
            c if is_hidden(c) => {}
            c => {
                let gap = match (breaks, space) {
                    (1, _) if line >= FULL_LINE && paragraph == '\n' => (!is_wide(c)).then_some(' '),
                    (1.., _) => Some(paragraph),
                    (0, true) => Some(' '),
                    (0, false) => None,
                };
                if let Some(gap) = gap.filter(|_| !out.is_empty()) {
                    out.push(gap);
                    length += 1;
                    line += 1;
                }
                if breaks > 0 {
                    line = 0;
                }
                (breaks, space) = (0, false);
                if length >= MAX_CHARS {
                    break;
                }
                out.push(c);
                length += 1;
                line += if is_wide(c) { 2 } else { 1 };
            }
        }
    }
    out.trim().to_owned()
}

/// Returns true for Chinese and Japanese characters, which are two columns wide and need no space between words.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

/// Returns true for what is invisible or would be drawn as a box: control characters, replacement characters, byte order
/// marks, tags, and bidirectional controls. The joiners that some scripts need stay.
fn is_hidden(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let stands_in =
        matches!(c, '\u{FFF9}'..='\u{FFFD}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' | '\u{E000}'..='\u{F8FF}');
    c.is_control() || turns || stands_in || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Returns true if a text is only a camera position, as some phone apps write it: "29.6500 N, 91.1000 E".
pub fn is_position(text: &str) -> bool {
    let numbers = text
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter(|number| number.contains(char::is_numeric))
        .count();
    let precise = text.split(['.', ',']).skip(1).any(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() >= 3);
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    numbers >= 2
        && (precise || text.contains(['°', '′', 'º']))
        && words.all(|word| COORDINATES.contains(&&*word.to_lowercase()))
}

/// Returns the text, or an empty one if it is meaningless.
fn sense(text: String) -> String {
    let lower = text.to_lowercase();
    let folder = lower.starts_with("dcim\\") || lower.starts_with("dcim/");
    let says = text.chars().any(char::is_alphanumeric) && !folder && !NONSENSE.contains(&lower.as_str());
    if says { text } else { String::new() }
}

/// Parses a date of IPTC ("19590328"), XMP ("1959-03-28T12:00") or EXIF ("1959:03:28 12:00:00"), if plausible: from the year
/// of the oldest photograph to 2100. Month and day may be missing, blank or zero.
pub fn day(text: &str) -> Option<Day> {
    let text = text.trim().as_bytes();
    let digits = |from: usize, length: usize| -> Option<u16> {
        let part = text.get(from..from.checked_add(length)?)?;
        part.iter().try_fold(0_u16, |n, b| b.is_ascii_digit().then(|| n * 10 + u16::from(b - b'0')))
    };
    let year = digits(0, 4).filter(|year| (1826..=2100).contains(year))?;
    let separated = usize::from(!text.get(4).is_some_and(u8::is_ascii_digit));
    let part = |from| digits(from, 2).and_then(|n| u8::try_from(n).ok()).unwrap_or(0);
    let (month, day) = (part(4 + separated), part(6 + 2 * separated));
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        // Without a month the day is ignored.
        0 => return Some((year, 0, 0)),
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (day <= last).then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        assert_eq!(day("19590328"), Some((1959, 3, 28)));
        assert_eq!(day("19590300"), Some((1959, 3, 0)));
        assert_eq!(day("2024:02:29 10:00:00"), Some((2024, 2, 29)));
        assert_eq!(day("1959-03-28T12:00:00+08:00"), Some((1959, 3, 28)));
        assert_eq!(day("1959-03"), Some((1959, 3, 0)));
        assert_eq!(day("1959"), Some((1959, 0, 0)));
        assert_eq!(day("1959:  :     :  :  "), Some((1959, 0, 0)));
        for bad in
            ["", "0000:00:00 00:00:00", "1800-01-01", "2101", "2023-02-29", "1959-13-01", "yesterday", "    :  :  "]
        {
            assert_eq!(day(bad), None, "{bad}");
        }
    }

    #[test]
    fn texts_are_cleaned() {
        assert_eq!(line(" a\0\u{1B}\tb\r\nc\u{202E} "), "a b c");
        assert_eq!(paragraphs("one\ntwo\r\n\r\nthree\n \nfour"), "one\ntwo\nthree\nfour");
        assert_eq!(
            paragraphs("one\u{2028}two\u{2029}three\u{85}four\r\nfive\u{7}\u{FEFF}\u{FFFC}"),
            "one\ntwo\nthree\nfour\nfive"
        );
        assert_eq!(line("one\u{2028}two\u{85}three\u{2066}"), "one two three");
        let full = "A street in the old town of Lhasa on a morning in the summer of";
        assert_eq!(paragraphs(&format!("{full}\n1959\nby somebody")), format!("{full} 1959\nby somebody"));
        let wide = "拉".repeat(30);
        assert_eq!(paragraphs(&format!("{wide}\n萨")), format!("{wide}萨"));
        assert_eq!(line(&"拉".repeat(3000)).chars().count(), 2000);
        for nonsense in
            ["", " . ", "©", "SONY DSC      ", "Exif_JPEG_PICTURE", "DCIM\\100MEDIA\\DJI_0001.JPG", "\u{FFFD}\u{FFFD}"]
        {
            assert_eq!(line(nonsense), "", "{nonsense}");
        }
    }

    #[test]
    fn positions_are_told_from_places() {
        for text in [
            "29.6500 N, 91.1000 E",
            "29°39′N 91°7′E",
            "lat=29.65012 lon=91.10012",
            "GPS: 29.6500,91.1000",
            "北纬29.6500度 东经91.1000度",
        ] {
            assert!(is_position(text), "{text}");
        }
        for text in [
            "Lhasa",
            "29.6500",
            "School No. 3, 2019",
            "Lat 29",
            "29°C in the shade, 12 °C at night",
            "1.234, 5.678 people",
            "2019-09-01",
        ] {
            assert!(!is_position(text), "{text}");
        }
    }

    #[test]
    fn texts_are_joined_without_repeats() {
        let texts = ["A", "", " A ", "B"].map(str::to_owned);
        assert_eq!(joined(&texts, " / "), "A / B");
    }
}
