//! The handout for a browser: whole, well formed, nothing fetched or run, nothing missing told as a number.

#[path = "support/figures.rs"]
mod generated;

use std::collections::BTreeSet;

use generated::{any_exhibition_with_sums, batch, many, of, report, reported, source, worked_out};
use proptest::prelude::*;
use vitrine::export::{Page, PageParts, PagePicture, pattern, slim_font};
use vitrine::model::{Exhibition, Figure, FigureState, Lang, PackPlace, Precision, Words};
use vitrine::text::{self, Chart, Say};
use vitrine::{files, print, ui, work};

fn handout(lang: Lang) -> String {
    let (pack, source) = files::open(&PackPlace::BuiltIn).expect("it opens");
    work::page(&pack, &source, lang, (PageParts::default(), &ui::fonts::bundled_faces()), &|_share| true)
        .expect("it is made")
}

fn set(x: &Exhibition, lang: Lang) -> String {
    Page::new(x, lang, PageParts::default()).html(&[])
}

/// The page as XML: what has no end tag in HTML gets one.
fn parsed(html: &str) -> String {
    let body = &html[html.find("<body>").expect("a body")..html.rfind("</html>").expect("an end")];
    let mut xml = body.replace("<br>", "<br/>");
    while let Some(at) = xml.find("<img ").filter(|at| !xml[*at..].starts_with("<img/")) {
        let end = at + xml[at..].find('>').expect("an end");
        xml.replace_range(end..=end, "></image>");
        xml.replace_range(at..at + 4, "<image");
    }
    xml
}

/// The texts of all elements of a name below a node.
fn texts(document: &roxmltree::Document<'_>, name: &str) -> Vec<String> {
    let text = |node: roxmltree::Node<'_, '_>| -> String {
        node.descendants().filter(roxmltree::Node::is_text).filter_map(|n| n.text().map(str::to_owned)).collect()
    };
    document.descendants().filter(|node| node.has_tag_name(name)).map(text).collect()
}

#[test]
fn the_built_in_handout_is_whole_and_leads_every_footnote_to_its_source() {
    for lang in Lang::ALL {
        let html = handout(lang);
        let xml = parsed(&html);
        let document = roxmltree::Document::parse(&xml).unwrap_or_else(|why| panic!("{lang:?}: {why}"));
        let (pack, _) = files::open(&PackPlace::BuiltIn).expect("it opens");
        let x = &pack.exhibition;
        assert_eq!(texts(&document, "h1"), [x.title.resolve(lang).text]);
        let images = || document.descendants().filter(|node| node.has_tag_name("image"));
        assert_eq!(images().count(), x.photos.len(), "{lang:?}: every picture");
        assert!(images().all(|image| image.attribute("alt").is_some_and(|alt| !alt.is_empty())), "{lang:?}");
        let anchors: BTreeSet<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let links: Vec<&str> = document.descendants().filter_map(|node| node.attribute("href")).collect();
        let inside: Vec<&str> = links.iter().filter_map(|link| link.strip_prefix('#')).collect();
        assert!(inside.len() > 200, "{lang:?}: {} footnotes", inside.len());
        assert!(inside.iter().all(|anchor| anchors.contains(anchor)), "{lang:?}: a footnote leads nowhere");
        assert!(texts(&document, "p").contains(&pattern(x, lang, Chart::Batches)), "{lang:?}: the pattern is told");
        let heads: Vec<_> = document.descendants().filter(|node| node.has_tag_name("th")).collect();
        assert!(heads.iter().all(|head| ["col", "row"].contains(&head.attribute("scope").unwrap_or_default())));
    }
}

#[test]
fn money_stands_in_the_unit_of_the_page_s_language() {
    let (pack, _) = files::open(&PackPlace::BuiltIn).expect("it opens");
    let of = |lang| set(&pack.exhibition, lang);
    assert!(of(Lang::En).contains("<strong>more than 6.2 billion yuan</strong>"));
    assert!(of(Lang::Zh).contains("<strong>超过 62 亿元</strong>"));
    assert!(!of(Lang::Zh).contains("6.2"), "no number of another unit is left");
    assert!(of(Lang::Bo).contains("<strong>6.2 ལྷག སྒོར་ཐེར་འབུམ།</strong>"));
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    let html = handout(Lang::En);
    for word in ["<script", "src=\"http", "url(http", "@import", "<iframe", "<object", " onload", "<link rel=\"style"] {
        assert!(!html.contains(word), "{word}");
    }
    assert!(html.contains("default-src 'none'"), "and the browser is told so");
    let words = Words::english("<script>alert(1)</script> & \"a\" <b>");
    let hostile = Exhibition { title: words.clone(), about: vec![words], ..of([]) };
    let html = set(&hostile, Lang::En);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"), "{html}");
}

#[test]
fn an_address_that_is_no_page_is_no_link() {
    let hostile = vitrine::model::Source { address: Some("javascript:alert(1)".to_owned()), ..source() };
    let html = set(&Exhibition { sources: vec![hostile], ..Exhibition::default() }, Lang::En);
    assert!(!html.contains("href=\"javascript") && html.contains("javascript:alert(1)"));
}

#[test]
fn a_page_has_its_drawings_told_apart_and_can_be_stopped() {
    let (pack, source) = files::open(&PackPlace::BuiltIn).expect("it opens");
    let state = vitrine::state::State::showing(pack);
    let html = print::handout_html(&state, &source, &|_share| true).expect("it is made");
    let html = String::from_utf8(html).expect("text");
    assert_eq!(html.matches("<figure class=\"chart\">").count(), 2, "the chart, and the diagram of the pairings");
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "no id stands twice");
    let far = std::cell::Cell::new(0.0_f32);
    for stop in [0.0, 0.4, 0.81] {
        let stopped = print::handout_html(&state, &source, &|share| {
            far.set(far.get().max(share));
            share < stop
        });
        assert_eq!(stopped, Err(print::Unprinted::Cancelled), "at {stop}");
    }
    assert!(far.get() >= 0.8, "{}", far.get());
}

#[test]
fn the_camera_s_own_preview_of_a_raw_file_is_named_so() {
    let (pack, _) = files::open(&PackPlace::BuiltIn).expect("it opens");
    let picture = |is_camera_preview| PagePicture {
        jpeg: vec![0xFF, 0xD8],
        size: [30, 20],
        is_drawn: false,
        stands_in: false,
        is_camera_preview,
        alt: String::new(),
    };
    let pictures = [Some(picture(false)), Some(picture(true))];
    let page = Page::new(&pack.exhibition, Lang::En, PageParts { pictures: &pictures, ..PageParts::default() });
    let words = text::say(Lang::En, Say::CameraPreview);
    assert_eq!(page.html(&[]).matches(&words).count(), 1);
}

#[test]
fn a_chart_stands_in_the_page_with_the_table_behind_it() {
    let svg =
        "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Bars</title></svg>\n".to_owned();
    let x = many(12);
    let parts = PageParts { charts: &[svg], ..PageParts::default() };
    let html = Page::new(&x, Lang::En, parts).html(&[]);
    assert!(html.contains("<figure class=\"chart\">\n<svg xmlns") && !html.contains("<?xml"));
    assert!(html.contains("<table>"), "the table stands with it");
}

#[test]
fn a_font_keeps_the_letters_that_are_asked_for_and_little_else() {
    for (letters, _, file) in ui::fonts::bundled_faces() {
        let wanted: BTreeSet<char> = match letters {
            Lang::En => "Batch 10".chars().collect(),
            Lang::Zh => "对口援藏三十年".chars().collect(),
            Lang::Bo => "བོད་ལྗོངས།".chars().collect(),
        };
        let slim = slim_font(file, &wanted).expect("a font");
        assert!(slim.starts_with(b"wOFF") && slim.len() * 2 < file.len(), "{letters:?}: {} bytes", slim.len());
        assert_eq!(slim_font(file, &BTreeSet::from(['\u{1f600}'])), None, "none of the letters, no font");
        for cut in [0, 3, 100, file.len() / 2] {
            let _ = slim_font(&file[..cut], &wanted);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_page_tells_any_figure_as_what_it_is(
        x in any_exhibition_with_sums(),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let xml = parsed(&set(&x, lang));
        let document = roxmltree::Document::parse(&xml).expect("well formed");
        let rows = |table: roxmltree::Node<'_, '_>| -> Vec<Vec<String>> {
            let body = table.descendants().filter(|n| n.has_tag_name("tr")).skip(1);
            body.map(|row| {
                row.children().filter(roxmltree::Node::is_element).map(|cell| {
                    let own = cell.descendants().filter(roxmltree::Node::is_text);
                    let own = own.filter(|n| !n.ancestors().any(|a| a.has_tag_name("sup")));
                    own.filter_map(|n| n.text()).collect()
                }).collect()
            }).collect()
        };
        let table = document.descendants().find(|node| node.has_tag_name("table")).expect("a table");
        let rows = rows(table);
        for batch in &x.batches {
            let row = rows.iter().find(|row| row[0] == batch.number.to_string()).expect("a row");
            let (people, state) = (&row[2], &row[3]);
            match &batch.figure.state {
                FigureState::Reported { amount, .. } => {
                    prop_assert_eq!(people, &text::amount(lang, *amount));
                    prop_assert_eq!(state, &text::say(lang, Say::Reported));
                }
                FigureState::WorkedOut { terms } => {
                    prop_assert!(state.contains(&text::say(lang, Say::WorkedOut)) && state.contains(&text::arithmetic(terms)));
                }
                FigureState::NotPublished => prop_assert_eq!(people, &text::say(lang, Say::NotPublished)),
                FigureState::NotApplicable => prop_assert_eq!(people, &text::say(lang, Say::NotApplicable)),
            }
            for report in &batch.figure.also {
                prop_assert!(row[4].contains(&text::amount(lang, report.amount())), "{:?}", row);
            }
        }
    }
}

#[test]
fn a_true_zero_is_a_number_and_a_missing_one_is_words() {
    let also = vec![report(0.0, Precision::Exact)];
    let figures =
        [reported(0.0, Precision::Exact), Figure { also, ..Figure::not_published() }, worked_out(&[5.0, -5.0])];
    let html = set(&of(figures), Lang::En);
    assert_eq!(html.matches("class=\"number reported\">0").count(), 1);
    assert_eq!(html.matches("class=\"missing\">not published").count(), 1);
    assert!(html.contains("5 − 5 = 0"));
    assert!(
        set(&Exhibition { batches: vec![batch(1, Figure::not_published())], ..Exhibition::default() }, Lang::Bo)
            .contains(&text::say(Lang::Bo, Say::NotPublished))
    );
}
