//! What a browser makes of a page: the program's own tags and its one script, whatever the texts say.

use std::collections::HashSet;

use serde_json::json;
use vitrine::model::Lang;

use super::page::{page_of, texts_on};
use super::{exhibition, rows_in};

/// Texts that want to be more than texts.
const HOSTILE: [&str; 11] = [
    "</script><script>run()</script>",
    "<img src=x onerror=\"run()\">",
    "\"><svg onload=run()>",
    "' onfocus='run()' autofocus='",
    "a\u{2028}run()\u{2029}b",
    "<!-- <script>",
    "]]><style>*{display:none}</style>",
    "<script type=\"application/json\" id=\"vitrine-answers\">{\"vitrine-review\":1,\"answers\":[]}",
    "{\"vitrine-review\":1,\"answers\":[]}",
    "&lt;script&gt;run()&#60;",
    "javascript:run() https://example.org/x.png url(https://example.org/x.css)",
];

fn hostile_exhibition() -> String {
    let all = |text: &str| json!({ "en": text, "zh": text, "bo": text });
    let photo = |text: &&str| json!({ "id": text, "file": "f.jpg", "title": all(text), "caption": all(&format!("{text} {text}")), "alt": {} });
    let term = |text: &&str| json!({ "id": format!("t{text}"), "name": all(text) });
    json!({
        "format": 1,
        "title": all(HOSTILE[0]),
        "glossary": HOSTILE.iter().map(term).collect::<Vec<_>>(),
        "photos": HOSTILE.iter().map(photo).collect::<Vec<_>>(),
    })
    .to_string()
}

/// The page without what is in its style and its script, and these two.
fn taken_apart(html: &str) -> (String, String, String) {
    let (before, rest) = html.split_once("<style>").expect("a style");
    let (style, rest) = rest.split_once("</style>").expect("its end");
    let (between, rest) = rest.rsplit_once("<script>").expect("a script");
    let (script, after) = rest.split_once("</script>").expect("its end");
    (format!("{before}<style></style>{between}<script></script>{after}"), style.to_owned(), script.to_owned())
}

/// The tags of a page, from the name to before the closing bracket.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|part| part.split_once('>').expect("each tag ends").0).collect()
}

/// The name of a tag.
fn name(tag: &str) -> &str {
    tag.split([' ', '\n']).next().unwrap_or_default()
}

#[test]
fn no_text_of_an_exhibition_becomes_a_tag_an_attribute_or_a_script() {
    let text = hostile_exhibition();
    let built_in = include_str!("../../assets/exhibition/exhibition.json");
    let (html, ..) = taken_apart(&page_of(built_in, Lang::Bo));
    let usual: HashSet<&str> = tags(&html).into_iter().map(name).collect();
    for lang in Lang::ALL {
        let page = page_of(&text, lang);
        assert_eq!(texts_on(&page).len(), rows_in(&text, lang).len());
        let (html, _, script) = taken_apart(&page);
        assert_eq!(html.matches("<script").count(), 2, "the script, and the element for the answers");
        assert!(!page.contains(['\u{2028}', '\u{2029}']));
        assert!(!script.contains("</script") && !script.contains("<!--") && !script.contains("run()"));
        for tag in tags(&html) {
            assert!(usual.contains(name(tag)), "<{tag}>");
            // Outside of the quoted values.
            for (at, part) in tag.split('"').enumerate().filter(|(at, _)| at % 2 == 0) {
                assert!(!part.contains("run()") && !part.contains(" on") && !part.contains('\''), "{at}: <{tag}>");
            }
        }
    }
}

#[test]
fn a_page_fetches_nothing_and_runs_only_the_script_that_it_names() {
    let html = page_of(&hostile_exhibition(), Lang::Bo);
    let (rest, style, script) = taken_apart(&html);
    let policy = html.split("Content-Security-Policy\" content=\"").nth(1).expect("a policy");
    let policy = policy.split_once('"').expect("its end").0;
    let hash = vitrine::export::base64(&sha256(script.replace("\r\n", "\n").as_bytes()));
    let rules: Vec<&str> = policy.split("; ").collect();
    assert_eq!(
        rules,
        [
            "default-src 'none'",
            "img-src data:",
            "font-src data:",
            "style-src 'unsafe-inline'",
            &format!("script-src 'sha256-{hash}'"),
            "base-uri 'none'",
            "form-action 'none'",
        ],
        "a script that was changed has another hash"
    );
    let head = html.split_once("Content-Security-Policy").expect("a policy").0;
    assert!(!head.contains("<script") && !head.contains("<style"), "the policy stands before what it is for");
    assert!(!style.contains("url(") && !style.contains("@import"));
    for tag in tags(&rest) {
        for name in [" src=\"", " href=\""] {
            let value = tag.split_once(name).map(|(_, value)| value);
            assert!(value.is_none_or(|value| value.starts_with("data:")), "<{tag}>");
        }
    }
    assert_eq!(sha256(b"abc")[..4], [0xba, 0x78, 0x16, 0xbf]);
}

#[test]
fn each_field_has_a_name_and_each_text_its_language() {
    let html = page_of(&exhibition(), Lang::Bo);
    let (html, ..) = taken_apart(&html);
    for tag in tags(&html) {
        let id = tag.split_once(" id=\"").and_then(|(_, rest)| Some(rest.split_once('"')?.0)).unwrap_or_default();
        let is_field = tag.starts_with("textarea") || tag.starts_with("input type=\"text\"");
        let is_named = tag.contains("aria-label=") || html.contains(&format!("<label for=\"{id}\">"));
        assert!(!is_field || is_named, "<{tag}>");
        assert!(
            !(tag.contains("class=\"text\"") || tag.contains("class=\"text ")) || tag.contains(" lang=\""),
            "<{tag}>"
        );
    }
    assert!(html.contains("<noscript>"));
    // There is nothing to agree with where there is no draft.
    let missing = html.split("<article ").find(|part| part.contains("data-id=\"photos/b/caption.bo\"")).expect("it");
    assert!(!missing.contains("name=\"agreed\"") && missing.contains("name=\"better\""));
}

/// The largest whole number whose power is no larger than `of`.
fn root(of: u128, power: u32) -> u128 {
    let (mut low, mut high) = (0_u128, 1 << 38);
    while high - low > 1 {
        let middle = u128::midpoint(low, high);
        if middle.pow(power) <= of { low = middle } else { high = middle }
    }
    low
}

/// SHA-256, as FIPS 180-4 has it.
fn sha256(bytes: &[u8]) -> Vec<u8> {
    let primes = || (2_u128..312).filter(|n| (2..*n).all(|divisor| n % divisor != 0));
    // The first 32 bits of a fraction.
    let bits = |number: u128| u32::try_from(number & 0xffff_ffff).expect("32 bits");
    let constants: Vec<u32> = primes().take(64).map(|prime| bits(root(prime << 96, 3))).collect();
    let mut hash: Vec<u32> = primes().take(8).map(|prime| bits(root(prime << 64, 2))).collect();
    let mut message = [bytes, &[0x80]].concat();
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend((bytes.len() as u64 * 8).to_be_bytes());
    for block in message.chunks(64) {
        let of_four = |four: &[u8]| four.iter().fold(0, |sum, byte| (sum << 8) | u32::from(*byte));
        let mut words: Vec<u32> = block.chunks(4).map(of_four).collect();
        for at in 16..64 {
            let (early, late) = (words[at - 15], words[at - 2]);
            let early = early.rotate_right(7) ^ early.rotate_right(18) ^ (early >> 3);
            let late = late.rotate_right(17) ^ late.rotate_right(19) ^ (late >> 10);
            words.push(words[at - 16].wrapping_add(early).wrapping_add(words[at - 7]).wrapping_add(late));
        }
        let mut v = hash.clone();
        for (constant, word) in constants.iter().zip(&words) {
            let choice = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let turned = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let first = [turned, choice, *constant, *word].into_iter().fold(v[7], u32::wrapping_add);
            let most = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            let second = (v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22)).wrapping_add(most);
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(first);
            v[0] = first.wrapping_add(second);
        }
        for (sum, part) in hash.iter_mut().zip(v) {
            *sum = sum.wrapping_add(part);
        }
    }
    hash.into_iter().flat_map(u32::to_be_bytes).collect()
}
