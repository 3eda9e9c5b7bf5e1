//! The sections of the page, from the title to the sources.

use std::fmt::Write as _;

use crate::model::{Milestone, Photo, Source};
use crate::text::{self, Export, Say, View};

use super::write::{Writer, base64, cell, escaped};
use super::{PageParts, PagePicture, figures, language_tag};

/// The content of `<body>`.
pub fn body(w: &mut Writer<'_>, title: &str, parts: PageParts<'_>) {
    w.put("<header>");
    w.element("h1", &escaped(title));
    contents(w);
    w.put("</header>\n<main>");
    photos(w, parts);
    about(w);
    personnel(w, parts);
    pairings(w, parts);
    timeline(w);
    statements(w);
    sources(w);
    w.put("</main>");
}

/// The sections with content, with their anchors.
fn sections(w: &Writer<'_>) -> Vec<(View, &'static str)> {
    let x = w.x;
    let all = [
        (View::Photos, "photos", !x.photos.is_empty()),
        (View::Personnel, "personnel", figures::is_there(x)),
        (View::Pairings, "pairings", !x.pairings.is_empty()),
        (View::Timeline, "timeline", !x.milestones.is_empty()),
        (View::Sources, "sources", !x.sources.is_empty()),
    ];
    all.into_iter().filter(|(.., is_there)| *is_there).map(|(section, anchor, _)| (section, anchor)).collect()
}

fn contents(w: &mut Writer<'_>) {
    let links: Vec<String> = sections(w)
        .into_iter()
        .map(|(section, anchor)| format!("<li><a href=\"#{anchor}\">{}</a></li>", w.say(Say::View(section))))
        .collect();
    if links.len() > 1 {
        w.element("nav", &format!("<ul>{}</ul>", links.concat()));
    }
}

/// Opens a section with its heading.
fn begin(w: &mut Writer<'_>, section: View, anchor: &str) {
    let heading = w.say(Say::View(section));
    w.put(&format!("<section id=\"{anchor}\">\n<h2>{heading}</h2>"));
}

fn about(w: &mut Writer<'_>) {
    let paragraphs: Vec<String> = w.x.about.iter().map(|words| w.tell(words)).collect();
    if !paragraphs.is_empty() {
        w.put("<section class=\"about\">");
        for paragraph in paragraphs {
            w.element("p", &paragraph);
        }
        w.put("</section>");
    }
}

fn photos(w: &mut Writer<'_>, parts: PageParts<'_>) {
    if w.x.photos.is_empty() {
        return;
    }
    begin(w, View::Photos, "photos");
    w.put("<div class=\"wall\">");
    for (i, photo) in w.x.photos.iter().enumerate() {
        photo_figure(w, photo, parts.pictures.get(i).and_then(Option::as_ref));
    }
    w.put("</div>\n</section>");
}

fn photo_figure(w: &mut Writer<'_>, photo: &Photo, picture: Option<&PagePicture>) {
    w.put("<figure>");
    match picture {
        Some(picture) => {
            let [width, height] = picture.size;
            let alt = escaped(&picture.alt);
            let data = base64(&picture.jpeg);
            w.put(&format!(
                "<img alt=\"{alt}\" width=\"{width}\" height=\"{height}\" src=\"data:image/jpeg;base64,{data}\">"
            ));
        }
        None => w.element("p class=\"absent\"", &w.say(Say::CannotBeShown)),
    }
    w.put("<figcaption>");
    w.element("h3", &w.tell(&photo.title));
    if picture.is_some_and(|picture| picture.is_drawn) {
        let stands_in = picture.is_some_and(|picture| picture.stands_in);
        let say = if stands_in { Say::StandsIn } else { Say::IllustrationNotPhotograph };
        w.element("p class=\"mark\"", &w.say(say));
    }
    if picture.is_some_and(|picture| picture.is_camera_preview) {
        w.element("p class=\"mark\"", &w.say(Say::CameraPreview));
    }
    let caption = w.tell(&photo.caption);
    if !caption.is_empty() {
        w.element("p", &(caption + &w.notes(&photo.sources)));
    }
    let credit = if picture.is_some_and(|p| p.stands_in) { Say::PhotographCredit } else { Say::Credit };
    // With the photograph present, the licence text, which explains its absence, does not apply.
    let is_about_what_is_missing = photo.stand_in.is_some() && picture.is_some_and(|picture| !picture.stands_in);
    let named = |say: Say<'_>, words: String| {
        if words.is_empty() { words } else { format!("{}{}{words}", w.say(say), text::colon(w.lang)) }
    };
    let facts = [
        w.tell(&photo.place),
        photo.date.map(|date| escaped(&text::date(w.lang, date))).unwrap_or_default(),
        named(credit, w.tell(&photo.credit)),
        if is_about_what_is_missing { String::new() } else { named(Say::Licence, w.tell(&photo.licence)) },
    ];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    w.element("p class=\"facts\"", &facts.join(" · "));
    w.put("</figcaption>\n</figure>");
}

fn personnel(w: &mut Writer<'_>, parts: PageParts<'_>) {
    if figures::is_there(w.x) {
        begin(w, View::Personnel, "personnel");
        figures::personnel(w, parts.charts);
        w.put("</section>");
    }
}

fn pairings(w: &mut Writer<'_>, parts: PageParts<'_>) {
    let x = w.x;
    if x.pairings.is_empty() {
        return;
    }
    begin(w, View::Pairings, "pairings");
    match parts.diagram {
        // The diagram includes its notes.
        Some(diagram) => figures::drawing(w, diagram),
        None => w.element("p", &w.tell(&x.notes.pairings)),
    }
    let heads = [Export::Province, Export::Division, Export::LocalizedText].map(|head| w.say(Say::Export(head)));
    let rows: Vec<_> = x
        .pairings
        .iter()
        .map(|pairing| {
            let inferred =
                if pairing.inferred { format!("<br><small>{}</small>", w.say(Say::Inferred)) } else { String::new() };
            vec![
                cell(x.province(&pairing.province).map(|p| w.tell(&p.name)).unwrap_or_default()),
                cell(x.division(&pairing.division).map(|d| w.tell(&d.name)).unwrap_or_default()),
                cell(w.tell(&pairing.told) + &w.notes(&pairing.sources) + &inferred),
            ]
        })
        .collect();
    w.table("", &heads, &rows);
    figures::provinces(w);
    w.put("</section>");
}

fn timeline(w: &mut Writer<'_>) {
    if w.x.milestones.is_empty() {
        return;
    }
    begin(w, View::Timeline, "timeline");
    w.put("<ol class=\"timeline\">");
    for milestone in &w.x.milestones {
        milestone_item(w, milestone);
    }
    w.put("</ol>\n</section>");
}

fn milestone_item(w: &mut Writer<'_>, milestone: &Milestone) {
    let date = escaped(&text::date(w.lang, milestone.date));
    let note = w.tell(&milestone.date_note);
    w.put("<li>");
    w.element("p class=\"date\"", &if note.is_empty() { date } else { format!("{date} · {note}") });
    w.element("h3", &w.tell(&milestone.title));
    w.element("p", &(w.tell(&milestone.text) + &w.notes(&milestone.sources)));
    w.element("p class=\"facts\"", &w.tell(&milestone.certainty));
    w.put("</li>");
}

/// What the sources state, by groups.
fn statements(w: &mut Writer<'_>) {
    for group in &w.x.groups {
        let stated: Vec<_> = w.x.statements.iter().filter(|statement| statement.group == group.id).collect();
        if stated.is_empty() {
            continue;
        }
        w.put("<section>");
        w.element("h2", &w.tell(&group.title));
        w.element("p", &w.tell(&group.note));
        w.put("<ul class=\"statements\">");
        for statement in stated {
            let figure = statement.figure.as_ref();
            let figure = figure.map(|f| format!("<strong>{}</strong><br>", figures::in_words(w, f, &statement.unit)));
            let sources = statement.figure.iter().flat_map(crate::model::Figure::sources).chain(&statement.sources);
            let words = figure.unwrap_or_default() + &w.tell(&statement.text) + &w.notes(sources);
            w.element("li", &words);
        }
        w.put("</ul>\n</section>");
    }
}

fn sources(w: &mut Writer<'_>) {
    if w.x.sources.is_empty() {
        return;
    }
    begin(w, View::Sources, "sources");
    w.put("<ol class=\"sources\">");
    for (i, source) in w.x.sources.iter().enumerate() {
        source_item(w, i + 1, source);
    }
    w.put("</ol>\n</section>");
}

fn source_item(w: &mut Writer<'_>, number: usize, source: &Source) {
    let lang = w.lang;
    let mut item = String::new();
    let title = escaped(&text::typographic(text::source_title(lang, source)));
    if !title.is_empty() {
        let letters = language_tag(text::title_letters(lang, source));
        let _ = write!(item, "<cite lang=\"{letters}\">{title}</cite><br>");
        if let Some(gloss) = text::title_gloss(lang, source) {
            let _ = write!(item, "{}<br>", w.tell(gloss));
        }
    }
    let language = text::say(lang, Say::InLanguage(&source.language));
    let dated = text::say(lang, Say::ReportedBy(&text::source_date(lang, source), &language));
    let _ = write!(item, "{}{}{}", w.tell(&source.publisher), text::comma(lang), escaped(&dated));
    // Only addresses that a browser opens as a page.
    if let Some(address) = source.link() {
        let shown = escaped(address);
        let is_page = address.starts_with("http://") || address.starts_with("https://");
        let link = format!("<a class=\"address\" rel=\"noreferrer\" href=\"{shown}\">{shown}</a>");
        let _ = write!(item, "<br>{}", if is_page { link } else { shown });
    }
    let how = w.say(Say::HowRead(source.how_read));
    let _ = write!(item, "<br><small>{}{}{how}", w.say(Say::HowItWasRead), text::colon(lang));
    let note = w.tell(&source.note);
    if !note.is_empty() {
        let _ = write!(item, ". {note}");
    }
    item.push_str("</small>");
    w.element(&format!("li id=\"source-{number}\""), &item);
}
