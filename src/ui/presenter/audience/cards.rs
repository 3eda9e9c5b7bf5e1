//! Milestones, provinces and texts for the hall: few words, large, with who reported them.

use egui::{CornerRadius, Rect, Vec2, pos2, vec2};

use super::{Scene, photo};
use crate::model::{Card, MilestoneId, PhotoKey, ProvinceId, Report, SourceId, Statement};
use crate::text::{self, Say};
use crate::ui::photo_paint::paint_photo_rounded;
use crate::ui::presenter::pen::{Pen, text as running, tight};

/// The sizes of a card's title, its figure and its text.
const TITLES: [f32; 5] = [72.0, 62.0, 54.0, 46.0, 40.0];
const FIGURES: [f32; 6] = [190.0, 160.0, 130.0, 108.0, 88.0, 72.0];
const TEXTS: [f32; 5] = [46.0, 42.0, 38.0, 34.0, 30.0];
/// The sizes of who reported it, at the footer, and how much of the height that may take.
const FOOTERS: [f32; 3] = [38.0, 34.0, 30.0];
const FOOTER_SHARE: f32 = 0.16;

/// The area of a picture beside a text, in measures.
pub(super) fn side(pen: &Pen<'_>) -> Vec2 {
    vec2((pen.width() * 0.4).round(), pen.height())
}

/// A column of texts, from the top down or in the middle of its area.
struct Column<'a> {
    pen: &'a Pen<'a>,
    x: f32,
    width: f32,
    y: f32,
}

impl Column<'_> {
    fn rule(&mut self) {
        self.pen.accent_rule(self.x, self.y);
        self.y += 40.0;
    }

    fn put(&mut self, (lang, words): (crate::model::Lang, &str), sizes: &[f32], bold: bool, area: f32, dim: bool) {
        if words.is_empty() {
            return;
        }
        let (pen, colors) = (self.pen, self.pen.cx.colors);
        let size = sizes.first().copied().unwrap_or(38.0);
        let kind = if bold { tight(size, true) } else { running(size) };
        let area = Rect::from_min_size(pos2(self.x, self.y), vec2(self.width, area));
        self.y += pen.fit((lang, words), kind, sizes, area, if dim { colors.dim } else { colors.text });
    }
}

/// Draws the picture at the left, where there is one, and gives the column beside it.
fn beside<'a>(scene: &'a Scene<'_>) -> (Column<'a>, Option<PhotoKey>) {
    let pen = &scene.pen;
    let photo = scene.picture.photo(pen.cx.state.pack());
    let left = photo.map_or(0.0, |photo| {
        let size = side(pen);
        let area = pen.rect(0.0, 0.0, size.x, size.y);
        paint_photo_rounded(pen.ui, pen.cx, photo, area, CornerRadius::ZERO);
        let alt = pen.cx.state.pack().alt(photo).map(|alt| pen.cx.localized(alt)).unwrap_or_default();
        pen.name(area, &alt);
        size.x
    });
    let x = left + if photo.is_some() { 80.0 } else { 112.0 };
    (Column { pen, x, width: pen.width() - x - 96.0, y: 120.0 }, photo)
}

/// Who reported it, and what kind of picture stands beside it, with their heights at a size.
fn footer_lines(column: &Column<'_>, sources: &[SourceId], photo: Option<PhotoKey>, size: f32) -> Vec<(String, f32)> {
    let (pen, cx) = (column.pen, column.pen.cx);
    let named = sources.iter().filter_map(|id| cx.x().source(id)).take(2);
    let who: Vec<String> = named.map(|source| text::byline(cx.lang(), source)).collect();
    let mut lines = vec![who.join(if cx.lang() == crate::model::Lang::Zh { "；" } else { "; " })];
    lines.extend(photo.map(|photo| photo::kind(cx, photo)));
    lines.retain(|line| !line.is_empty());
    let height = |line: &str| {
        let label = pen.label(line, running(size), cx.colors.dim);
        pen.size(&label.width(pen.px(column.width))).y
    };
    lines.into_iter().map(|line| (height(&line), line)).map(|(height, line)| (line, height)).collect()
}

/// Draws them at the footer; gives where they begin.
fn footer_ui(column: &Column<'_>, sources: &[SourceId], photo: Option<PhotoKey>) -> f32 {
    let pen = column.pen;
    let mut y = pen.height() - 48.0;
    let most = pen.height() * FOOTER_SHARE;
    let lines = |size: f32| footer_lines(column, sources, photo, size);
    let fits = |size: &f32| lines(*size).iter().map(|(_, height)| height).sum::<f32>() <= most;
    let size = FOOTERS.into_iter().find(fits).unwrap_or(FOOTERS[2]);
    for (line, height) in lines(size).iter().rev() {
        y -= height;
        pen.put(pen.label(line, running(size), pen.cx.colors.dim), column.x, y, column.width);
    }
    y - 16.0
}

pub(super) fn milestone_ui(scene: Scene<'_>, id: &MilestoneId) {
    let cx = scene.pen.cx;
    let Some(milestone) = cx.x().milestones.iter().find(|m| m.id == *id) else { return };
    let (mut column, photo) = beside(&scene);
    let pen = &scene.pen;
    let year = milestone.date.year.to_string();
    let large = match photo {
        None => 210.0,
        Some(_) if pen.width() < 1700.0 => 120.0,
        Some(_) => 160.0,
    };
    let label = pen.label(&year, tight(large, true), cx.colors.accent);
    let top = if pen.width() < 1700.0 || cx.lang() == crate::model::Lang::Bo { 36.0 } else { 72.0 };
    let year_size = pen.size(&label);
    pen.line(label, egui::Align::Min, column.x, top);
    column.y = top + year_size.y;
    let (lang, note) = pen.resolve(&milestone.date_note);
    let left = column.x + year_size.x + 28.0;
    let label = pen.label_in(lang, &note, running(42.0), cx.colors.dim);
    let size = pen.size(&label);
    if left + size.x <= pen.width() - 48.0 {
        // On the year's baseline, or nearly: a fifth of a line stands below it.
        pen.put(label, left, column.y - size.y - (year_size.y - size.y) * 0.2, size.x + 4.0);
    } else {
        column.put((lang, &note), &[42.0], false, 120.0, true);
    }
    column.y += 8.0;
    let title = if scene.picture.title.is_empty() { &milestone.title } else { &scene.picture.title };
    let (lang, title) = pen.resolve(title);
    column.put((lang, &title), &TITLES, true, 240.0, false);
    column.y += 24.0;
    let footer = footer_ui(&column, &milestone.sources, photo);
    let (lang, certainty) = pen.resolve(&milestone.certainty);
    let (told_in, words) = pen.resolve(&milestone.text);
    let left = footer - column.y;
    column.put((told_in, &words), &TEXTS, false, if certainty.is_empty() { left } else { left * 0.62 }, false);
    column.y += 18.0;
    let left = footer - column.y;
    column.put((lang, &certainty), &TEXTS[2..], false, left, true);
}

pub(super) fn card_ui(scene: Scene<'_>, card: &Card) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let (mut column, photo) = beside(&scene);
    let statement = card.statement.as_ref().and_then(|id| cx.x().statements.iter().find(|s| s.id == *id));
    let in_unit = |s: &Statement| Some(text::measured(cx.lang(), s.figure.as_ref()?.amount()?, &s.unit));
    let amount = statement.and_then(in_unit);
    let words = match statement {
        Some(statement) if card.text.is_empty() => &statement.text,
        _ => &card.text,
    };
    column.y = pen.height() * if amount.is_some() { 0.14 } else { 0.26 };
    let (lang, title) = pen.resolve(&scene.picture.title);
    let sources = statement.map(|s| s.sources.clone()).unwrap_or_default();
    let footer = footer_ui(&column, &sources, photo);
    if let Some(amount) = &amount {
        column.put((lang, &title), &TITLES[1..], true, 200.0, false);
        column.y += 30.0;
        // Its qualifying word is part of the figure: both in one size.
        let figure = text::unbroken(amount);
        let area = Rect::from_min_size(pos2(column.x, column.y), vec2(column.width, 300.0));
        column.y += pen.fit((cx.lang(), &figure), tight(FIGURES[0], true), &FIGURES, area, cx.colors.bar) + 10.0;
    } else {
        column.rule();
        column.put((lang, &title), &TITLES, true, 380.0, false);
        column.y += 32.0;
    }
    let (lang, words) = pen.resolve(words);
    let left = footer - column.y - 20.0;
    column.put((lang, &words), &TEXTS, false, left, amount.is_none() && photo.is_some());
}

pub(super) fn province_ui(scene: Scene<'_>, id: &ProvinceId) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let Some(province) = cx.x().province(id) else { return };
    let mut column = Column { pen, x: 112.0, width: pen.width() - 208.0, y: 84.0 };
    column.rule();
    let (lang, name) = pen.resolve(&province.name);
    column.put((lang, &name), &TITLES, true, 120.0, false);
    column.y += 20.0;
    for pairing in cx.x().pairings_of(id) {
        let place = cx.x().division(&pairing.division).map(|d| cx.localized(&d.name)).unwrap_or_default();
        let label = if pairing.until.is_none() { Say::PairedWith } else { Say::Formerly };
        let star = if pairing.inferred { "*" } else { "" };
        let line = format!("{}{}{place}", cx.say(label), text::colon(cx.lang()));
        column.put((cx.lang(), &line), &[46.0, 42.0, 38.0], true, 60.0, false);
        column.put((cx.lang(), &format!("{}{star}", cx.localized(&pairing.told))), &TEXTS[2..], false, 60.0, true);
        column.y += 14.0;
    }
    column.y += 16.0;
    let mut reports: Vec<&Report> = province.personnel.iter().collect();
    reports.sort_by(|a, b| b.value.total_cmp(&a.value));
    if reports.is_empty() {
        column.put((cx.lang(), &cx.say(Say::NoTotalFound)), &[62.0, 54.0], true, 90.0, false);
        return;
    }
    column.put((cx.lang(), &cx.say(Say::OwnPersonnel)), &TEXTS[1..], false, 60.0, true);
    column.y += 10.0;
    let closing = cx.say(Say::NotAddedUp);
    let label = pen.label(&closing, running(38.0), cx.colors.dim);
    let footer = pen.height() - 56.0 - pen.size(&label.clone().width(pen.px(column.width))).y;
    for report in reports {
        if !report_ui(&mut column, report, footer) {
            break;
        }
    }
    pen.put(label, column.x, footer, column.width);
}

/// A figure of a province, with what it counts and who reported it; not drawn where there is no room for all of it.
fn report_ui(column: &mut Column<'_>, report: &Report, footer: f32) -> bool {
    let (pen, cx) = (column.pen, column.pen.cx);
    let value = text::unbroken(&text::amount(cx.lang(), report.amount()));
    let number = pen.label(&value, tight(62.0, true), cx.colors.text);
    let left = 250.0_f32.max(pen.size(&number).x + 36.0);
    let sources = report.sources.iter().filter_map(|id| cx.x().source(id));
    let mut lines: Vec<String> = Vec::new();
    lines.extend((!report.counts.is_empty()).then(|| cx.localized(&report.counts)));
    let who: Vec<String> = sources.map(|source| text::byline(cx.lang(), source)).collect();
    lines.push(if who.is_empty() { cx.say(Say::NoSourceGiven) } else { who.join("; ") });
    let beside = Column { pen, x: column.x + left, width: column.width - left, y: column.y };
    let heights: Vec<f32> = lines
        .iter()
        .map(|line| pen.size(&pen.label(line, running(38.0), cx.colors.text).width(pen.px(beside.width))).y)
        .collect();
    let height = heights.iter().sum::<f32>().max(pen.size(&number).y);
    if column.y + height > footer - 8.0 {
        return false;
    }
    pen.put(number, column.x, column.y, left);
    let mut y = column.y + 6.0;
    for (i, (line, height)) in lines.iter().zip(heights).enumerate() {
        let color = if i == 0 { cx.colors.text } else { cx.colors.dim };
        pen.put(pen.label(line, running(38.0), color), beside.x, y, beside.width);
        y += height;
    }
    column.y += height + 22.0;
    true
}
