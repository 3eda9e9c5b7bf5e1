//! Citations: the publisher and date of a source, as printed beside what it reports.

use crate::model::{CODE_LIMIT, Date, Lang, Source, Words};

use super::{Say, date, say};

/// The date of a source with its remark, or a note that it shows none: “2014 (day not visible)”.
#[must_use]
pub fn source_date(lang: Lang, source: &Source) -> String {
    let when = source.date.map_or_else(|| say(lang, Say::NoDate), |d| date(lang, d));
    let remark = source.date_note.resolve(lang).text;
    match (remark.is_empty(), lang) {
        (true, _) => when,
        (false, Lang::Zh) => format!("{when}（{remark}）"),
        (false, _) => format!("{when} ({remark})"),
    }
}

/// The publisher and the date: “Xinhua, 1 December 2006”.
#[must_use]
pub fn byline(lang: Lang, source: &Source) -> String {
    let when = source.date.map_or_else(|| say(lang, Say::NoDate), |d| date(lang, d));
    match source.publisher.resolve(lang).text {
        "" => when,
        publisher => say(lang, Say::ReportedBy(publisher, &when)),
    }
}

/// The title in the source's own language, or our description if it has none.
#[must_use]
pub fn source_title(lang: Lang, source: &Source) -> &str {
    source.title.as_deref().unwrap_or_else(|| source.description.resolve(lang).text)
}

/// The interface language whose typography [`source_title`] uses.
#[must_use]
pub fn title_letters(lang: Lang, source: &Source) -> Lang {
    match (&source.title, source.language.as_str()) {
        (None, _) => source.description.resolve(lang).lang,
        (Some(_), "zh") => Lang::Zh,
        (Some(_), "bo") => Lang::Bo,
        (Some(_), _) => Lang::En,
    }
}

/// What a title says, in our own words, for readers of another language than the title's; mostly `None`.
#[must_use]
pub fn title_gloss(lang: Lang, source: &Source) -> Option<&Words> {
    let is_foreign = source.title.is_some() && source.language != lang.code();
    Some(&source.description).filter(|words| is_foreign && !words.is_empty())
}

/// The full citation: publisher, “title”, date, language, and the address if it may be shown.
#[must_use]
pub fn citation(lang: Lang, source: &Source) -> String {
    let named = named(lang, &parts(lang, source));
    let comma = if lang == Lang::Zh { "，" } else { ", " };
    source.link().map_or_else(|| named.clone(), |address| format!("{named}{comma}{address}"))
}

/// The same for a QR code, with the address on a line of its own so that a phone opens it. Within the limit of a code: an
/// address that is too long is left out, and a citation that is too long is cut with an ellipsis, in its title if possible.
#[must_use]
pub fn carried(lang: Lang, source: &Source) -> String {
    let parts = parts(lang, source).map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let address = source.link().filter(|address| fits(address));
    let most = CODE_LIMIT - address.map_or(0, |address| 1 + address.len());
    let mut named = named(lang, &parts);
    if named.len() > most {
        let [publisher, title, when, language] = parts;
        let over = named.len() - most;
        let title = cut(&title, title.len().saturating_sub(over));
        named = cut(&self::named(lang, &[publisher, title, when, language]), most);
    }
    address.map_or_else(|| named.clone(), |address| format!("{named}\n{address}"))
}

/// Returns `true` if a QR code of the source opens its address.
#[must_use]
pub fn carries_address(source: &Source) -> bool {
    source.link().is_some_and(fits)
}

/// Returns `true` if an address leaves room for a citation in a QR code.
fn fits(address: &str) -> bool {
    address.len() <= CODE_LIMIT * 3 / 4 && !address.contains(char::is_whitespace)
}

/// Cuts a text to a number of bytes, with an ellipsis if shortened; an open quotation mark is closed.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = if text.ends_with('”') { "…”" } else { "…" };
    let room = most.saturating_sub(end.len());
    let at = text.char_indices().map(|(at, _)| at).take_while(|&at| at <= room).last().unwrap_or_default();
    format!("{}{end}", text.get(..at).unwrap_or_default().trim_end())
}

fn parts(lang: Lang, source: &Source) -> [String; 4] {
    let title = match &source.title {
        Some(title) => format!("“{title}”"),
        None => source.description.resolve(lang).text.to_owned(),
    };
    [
        source.publisher.resolve(lang).text.to_owned(),
        title,
        source_date(lang, source),
        say(lang, Say::InLanguage(&source.language)),
    ]
}

fn named(lang: Lang, parts: &[String; 4]) -> String {
    let there: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    there.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// The separator of the parts of a line: a comma.
#[must_use]
pub fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh => "，",
        Lang::Bo => " ",
    }
}

/// The separator of entries that contain commas: a semicolon.
#[must_use]
pub fn semicolon(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "；" } else { "; " }
}

/// The separator of a number and what it counts: a colon.
#[must_use]
pub fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Zh => "：",
        Lang::Bo => " ",
    }
}

/// A span of years: “1995–98”, “1998–2001”; open-ended if it lasts.
#[must_use]
pub fn years(from: Date, until: Option<Date>) -> String {
    match until {
        None => format!("{}–", from.year),
        Some(until) if until.year == from.year => from.year.to_string(),
        Some(until) if until.year / 100 == from.year / 100 => format!("{}–{:02}", from.year, until.year % 100),
        Some(until) => format!("{}–{}", from.year, until.year),
    }
}

#[cfg(test)]
mod tests {
    use super::{carried, carries_address, citation, years};
    use crate::model::{CODE_LIMIT, Date, Hosting, HowRead, Lang, Rest, Source, Words};

    fn source() -> Source {
        Source {
            id: "x".into(),
            title: Some("Thirty years".to_owned()),
            description: Words::default(),
            publisher: Words::english("Xinhua"),
            date: Date::try_from("2024-08-23".to_owned()).ok(),
            date_note: Words::default(),
            language: "en".to_owned(),
            address: Some("http://example.org/a".to_owned()),
            hosting: Hosting::Publisher,
            how_read: HowRead::Full,
            note: Words::default(),
            rest: Rest::new(),
        }
    }

    #[test]
    fn a_citation_names_publisher_title_date_and_language() {
        let cited = citation(Lang::En, &source());
        assert_eq!(cited, "Xinhua, “Thirty years”, 23 August 2024, in English, http://example.org/a");
    }

    #[test]
    fn a_citation_never_gives_the_address_of_a_mirror() {
        let mirror = Source { hosting: Hosting::Mirror, ..source() };
        assert!(!citation(Lang::En, &mirror).contains("example.org"));
    }

    #[test]
    fn a_telephone_gets_the_address_on_a_line_of_its_own_where_there_is_one() {
        let cited = carried(Lang::En, &source());
        assert_eq!(cited, "Xinhua, “Thirty years”, 23 August 2024, in English\nhttp://example.org/a");
        let without = Source { address: None, ..source() };
        assert_eq!(carried(Lang::En, &without), citation(Lang::En, &without));
    }

    #[test]
    fn an_address_that_is_too_long_for_a_code_stays_out_of_it_and_a_citation_is_cut() {
        let long = |letters: &str| letters.repeat(2 * CODE_LIMIT);
        let address = Source { address: Some(format!("https://example.org/{}", long("a"))), ..source() };
        assert_eq!(carried(Lang::En, &address), "Xinhua, “Thirty years”, 23 August 2024, in English");
        assert!(!carries_address(&address) && carries_address(&source()));
        for letters in ["a", "三十年", "བོད་ལྗོངས་", "word "] {
            let title = Source { title: Some(long(letters)), ..source() };
            let carried_text = carried(Lang::Zh, &title);
            let rest = format!("…”，{}，", crate::text::source_date(Lang::Zh, &source()));
            assert!(carried_text.len() <= CODE_LIMIT && carried_text.contains(&rest), "{letters}: {carried_text}");
            assert!(carried_text.ends_with("\nhttp://example.org/a"), "an address that has room stays: {carried_text}");
            let publisher = Source { publisher: Words::english(&long(letters)), ..source() };
            let carried_text = carried(Lang::En, &publisher);
            assert!(
                carried_text.len() <= CODE_LIMIT && carried_text.contains("…\nhttp://"),
                "{letters}: {carried_text}"
            );
        }
    }

    #[test]
    fn spans_are_short_within_a_century() {
        let year = Date::year;
        assert_eq!(years(year(1995), Some(year(1998))), "1995–98");
        assert_eq!(years(year(1998), Some(year(2001))), "1998–2001");
        assert_eq!(years(year(2022), None), "2022–");
    }
}
