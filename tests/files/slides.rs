//! A presentation: its pictures, titles, notes and order become an exhibition, and what is left out is counted.

use std::path::Path;

use proptest::prelude::*;
use vitrine::files;
use vitrine::model::{Pack, PackPlace, PassedOver, Shows, SlidePart, Trouble};

use crate::{archive, open_path};

const SPACES: &str = r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().concat()
}

fn text(kind: &str, text: &str) -> String {
    let paragraphs = joined(text.lines().map(|line| format!("<a:p><a:r><a:t>{line}</a:t></a:r></a:p>")));
    let ph = if kind.is_empty() { String::new() } else { format!(r#"<p:ph type="{kind}"/>"#) };
    format!("<p:sp><p:nvSpPr><p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody>{paragraphs}</p:txBody></p:sp>")
}

fn picture(id: &str) -> String {
    format!(r#"<p:pic><p:nvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{id}"/></p:blipFill></p:pic>"#)
}

fn slide(shapes: &str) -> String {
    format!(r#"<?xml version="1.0"?><p:sld {SPACES}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"#)
}

fn relationships(all: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let all: String = all.iter().map(one).collect();
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
    )
}

/// Writes a presentation of these slides, each with what it refers to; the order is that of `order`, by numbers from 0.
fn presentation(path: &Path, slides: &[(String, String)], order: &[usize], others: &[(&str, &[u8])]) {
    let listed = joined(order.iter().map(|n| format!(r#"<p:sldId id="{}" r:id="rId{n}"/>"#, 256 + n)));
    let main = format!("<p:presentation {SPACES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>");
    let names: Vec<(String, String)> =
        (0..slides.len()).map(|n| (format!("rId{n}"), format!("slides/slide{n}.xml"))).collect();
    let targets: Vec<(&str, &str, &str)> =
        names.iter().map(|(id, name)| (id.as_str(), "slide", name.as_str())).collect();
    let mut all: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".to_owned(), b"<Types/>".to_vec()),
        ("ppt/presentation.xml".to_owned(), main.into_bytes()),
        ("ppt/_rels/presentation.xml.rels".to_owned(), relationships(&targets).into_bytes()),
    ];
    for (n, (slide, targets)) in slides.iter().enumerate() {
        all.push((format!("ppt/slides/slide{n}.xml"), slide.clone().into_bytes()));
        all.push((format!("ppt/slides/_rels/slide{n}.xml.rels"), targets.clone().into_bytes()));
    }
    all.extend(others.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())));
    archive(path, &all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>());
}

fn opened(slides: &[(String, String)], order: &[usize], others: &[(&str, &[u8])]) -> Pack {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("Opening talk.pptx");
    presentation(&path, slides, order, others);
    open_path(&path).expect("it opens")
}

fn left_out(pack: &Pack) -> Vec<(PassedOver, usize)> {
    let passed = |trouble: &Trouble| match trouble {
        Trouble::PassedOver { what, count } => Some((*what, *count)),
        _ => None,
    };
    pack.problems.iter().filter_map(|problem| passed(&problem.trouble)).collect()
}

const PNG: (&str, &[u8]) = ("ppt/media/image1.png", b"x");
const JPEG: (&str, &[u8]) = ("ppt/media/image2.jpeg", b"y");

#[test]
fn slides_become_pictures_and_a_running_order_with_notes() {
    let notes = format!(
        "<p:notes {SPACES}><p:cSld><p:spTree>{}{}</p:spTree></p:cSld></p:notes>",
        text("sldNum", "7"),
        text("body", "Say this.\nThen wait.")
    );
    let image = |n: u8| {
        relationships(&[("rId1", "image", if n == 1 { "../media/image1.png" } else { "/ppt/media/image2.jpeg" })])
    };
    let with_notes =
        relationships(&[("rId1", "image", "../media/image1.png"), ("rId2", "notesSlide", "../notesSlides/n.xml")]);
    let slides = [
        (slide(&(text("title", "A school") + &picture("rId1"))), with_notes),
        (slide(&(text("ctrTitle", "学校 &amp; 街道") + &picture("rId1"))), image(2)),
        (slide(&text("title", "Words alone")), relationships(&[])),
        (slide(&(text("title", "The school again") + &picture("rId1"))), image(1)),
        (slide(&picture("rId1")), image(1)),
    ];
    let pack = opened(&slides, &[1, 0, 2, 3, 4], &[PNG, JPEG, ("ppt/notesSlides/n.xml", notes.as_bytes())]);
    let x = &pack.exhibition;
    assert_eq!(x.title.en, "Opening talk");
    let photos: Vec<_> = x.photos.iter().map(|photo| (photo.id.as_str(), photo.file.as_str())).collect();
    assert_eq!(photos, [("slide-1", JPEG.0), ("slide-2", PNG.0)], "each file once, in the order of the slides");
    assert_eq!((x.photos[0].title.zh.as_str(), x.photos[1].title.en.as_str()), ("学校 & 街道", "A school"));
    let stop = |n: usize| {
        let stop = &x.running_order[n];
        let shown = match &stop.shows {
            Shows::Photo(id) => id.as_str(),
            _ => "",
        };
        (shown.to_owned(), stop.title.en.clone(), stop.notes.en.clone())
    };
    let of = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(stop(0), of("slide-1", "", ""));
    assert_eq!(stop(1), of("slide-2", "", "Say this.\nThen wait."));
    assert_eq!(stop(2), of("", "Words alone", ""));
    assert_eq!(stop(3), of("slide-2", "The school again", ""));
    assert_eq!(stop(4), of("slide-2", "5", ""), "a slide without a title is known by its number");
    assert_eq!(left_out(&pack), []);
    assert!(pack.photo_folder && pack.of_slides);
}

#[expect(clippy::too_many_lines, reason = "one of each kind")]
#[test]
fn what_of_a_presentation_is_left_out_is_counted() {
    let frame = |uri: &str| {
        format!(
            r#"<p:graphicFrame><a:graphic><a:graphicData uri="http://x/{uri}">{}</a:graphicData></a:graphic></p:graphicFrame>"#,
            picture("rId1")
        )
    };
    let film = r#"<p:pic><p:nvPicPr><p:nvPr><a:videoFile r:link="rId1"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rId1"/></p:blipFill></p:pic>"#;
    let cut = r#"<p:pic><p:blipFill><a:blip r:embed="rId1"/><a:srcRect l="25000"/></p:blipFill></p:pic>"#;
    let linked = r#"<p:pic><p:blipFill><a:blip r:link="rId3"/></p:blipFill></p:pic>"#;
    let twice = format!(
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        text("", "A"),
        text("", "A")
    );
    let grouped = format!("<p:grpSp>{}</p:grpSp>", text("", "in a group"));
    let shapes = [
        text("title", "T"),
        text("body", "the text"),
        text("ftr", "on every slide"),
        frame("table"),
        frame("chart"),
        frame("diagram"),
        frame("ole"),
        film.to_owned(),
        cut.to_owned(),
        linked.to_owned(),
        picture("rId2"),
        twice,
        grouped,
        "<p:cxnSp/>".to_owned(),
        text("", ""),
    ];
    let targets = relationships(&[
        ("rId1", "image", "../media/image1.png"),
        ("rId2", "image", "../media/drawing.emf"),
        ("rId4", "image", "../../../../etc/passwd.png"),
    ]);
    let hidden = slide(&picture("rId1")).replacen("<p:sld ", r#"<p:sld show="0" "#, 1);
    let bomb = format!(
        r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>{}"#,
        slide("&b;").replacen(r#"<?xml version="1.0"?>"#, "", 1)
    );
    let slides = [
        (slide(&shapes.concat()), targets.clone()),
        (hidden, targets.clone()),
        (bomb, relationships(&[])),
        (slide(&picture("rId4")), targets),
    ];
    let pack = opened(&slides, &[0, 1, 2, 3], &[PNG]);
    let of = |part: SlidePart, count: usize| (PassedOver::Slide(part), count);
    let expected = [
        (PassedOver::Film, 1),
        (PassedOver::OtherKind, 1),
        of(SlidePart::Unread, 1),
        of(SlidePart::Hidden, 1),
        of(SlidePart::Text, 3),
        of(SlidePart::Table, 1),
        of(SlidePart::Chart, 1),
        of(SlidePart::Diagram, 1),
        of(SlidePart::Object, 1),
        of(SlidePart::Shape, 2),
        of(SlidePart::Linked, 2),
        of(SlidePart::Crop, 1),
    ];
    assert_eq!(left_out(&pack), expected);
    assert_eq!(pack.exhibition.photos.len(), 1, "the hidden one and what leads outside are not shown");
}

#[test]
fn what_its_pictures_files_say_does_not_take_the_place_of_a_slides_title() {
    let slides = [(
        slide(&(text("title", "A school") + &picture("rId1"))),
        relationships(&[("rId1", "image", "../media/image1.png")]),
    )];
    let mut pack = opened(&slides, &[0], &[PNG]);
    let said = vitrine::model::Probed {
        size: Some([30, 20]),
        title: vitrine::model::Wording { plain: "OLYMPUS DIGITAL CAMERA".to_owned(), ..Default::default() },
        ..Default::default()
    };
    pack.fill_in(pack.keys()[0], said);
    assert_eq!(
        (pack.exhibition.photos[0].title.en.as_str(), pack.exhibition.photos[0].size),
        ("A school", Some([30, 20]))
    );
}

#[test]
fn parts_that_are_too_large_or_too_deep_are_refused() {
    let many = "<a:p/>".repeat(300_000);
    let spaces = joined((0..5_000).map(|n| format!(r#"<a:p xmlns:x{n}="y">"#)));
    let attributes = joined((0..5_000).map(|n| format!(r#" x{n}="y""#)));
    let slides = [
        (slide(&many), relationships(&[])),
        (slide(&spaces), relationships(&[])),
        (slide(&format!("<a:p{attributes}/>")), relationships(&[])),
        (slide(&"<a:p>".repeat(100_000)), relationships(&[])),
        (slide(&text("title", "sound")), relationships(&[])),
    ];
    let begun = cpu_time::ProcessTime::now();
    let pack = opened(&slides, &[0, 1, 2, 3, 4], &[]);
    assert_eq!(left_out(&pack), [(PassedOver::Slide(SlidePart::Unread), 4)]);
    assert_eq!(pack.exhibition.running_order.len(), 1);
    assert!(begun.elapsed().as_secs() < 10);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_damaged_presentation_ends_the_program(at in 0_usize..2_000, with in any::<u8>(), cut in 0_usize..2_000) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.pptx");
        let targets = relationships(&[("rId1", "image", "../media/image1.png")]);
        presentation(&path, &[(slide(&(text("title", "T") + &picture("rId1"))), targets)], &[0], &[PNG]);
        let mut bytes = std::fs::read(&path).expect("read");
        if let Some(byte) = bytes.get_mut(at) {
            *byte = with;
        }
        bytes.truncate(bytes.len().saturating_sub(cut % 40));
        std::fs::write(&path, bytes).expect("written");
        drop(files::open(&PackPlace::Archive(path)));
    }
}
