//! Milestones, provinces and texts for an audience: few words, large, with who reported them.

use egui::{CornerRadius, Rect, Vec2, pos2, vec2};

use super::{Scene, TEXT, WIDE, photo};
use crate::model::{Card, MilestoneId, PhotoKey, ProvinceId, Report, SourceId, Statement};
use crate::text::{self, Say};
use crate::ui::photo_paint::paint_photo_rounded;
use crate::ui::presenter::pen::{Pen, text as running, tight};

/// The sizes of a card's title, its figure and its text.
const TITLES: [f32; 5] = [72.0, 62.0, 54.0, 46.0, 40.0];
const FIGURES: [f32; 6] = [190.0, 160.0, 130.0, 108.0, 88.0, 72.0];
const TEXTS: [f32; 5] = [46.0, 42.0, 38.0, 34.0, 30.0];
/// The sizes of the byline at the footer, and how much of the height it may take.
const FOOTERS: [f32; 3] = [TEXT, 34.0, 30.0];
const FOOTER_SHARE: f32 = 0.16;
/// Under the footer, and over it.
const FOOTER_GAP: [f32; 2] = [48.0, 16.0];
/// The margin before a column beside a picture, that without one, and the margin after it.
const LEFT_BESIDE: f32 = 80.0;
const LEFT: f32 = 112.0;
const RIGHT: f32 = 96.0;
/// The top of a column, and the gap under its accent rule.
const TOP: f32 = 120.0;
const UNDER_RULE: f32 = 40.0;
/// The size of a milestone's year: without a picture, beside one, and beside one on a narrow screen.
const YEAR: f32 = 210.0;
const YEAR_BESIDE: f32 = 160.0;
const YEAR_NARROW: f32 = 120.0;
/// The top of the year, and where it has less room.
const YEAR_TOP: f32 = 72.0;
const YEAR_TOP_LOW: f32 = 36.0;
/// The note on a date: its size, the gap before it, the margin after it, its spare width, and the most height below the year.
const NOTE: f32 = 42.0;
const BEFORE_NOTE: f32 = 28.0;
const AFTER_NOTE: f32 = 48.0;
const NOTE_SPARE: f32 = 4.0;
const NOTE_HEIGHT: f32 = 120.0;
/// A milestone's title: the gaps over and under it, and its most height; then the gap over the certainty.
const MILESTONE_GAP: [f32; 2] = [8.0, 24.0];
const MILESTONE_HEIGHT: f32 = 240.0;
const OVER_CERTAINTY: f32 = 18.0;
/// A card with a figure: the most height of its title and of the figure, and the gap under each.
const TITLE_HEIGHT: f32 = 200.0;
const UNDER_TITLE: f32 = 30.0;
const FIGURE_HEIGHT: f32 = 300.0;
const UNDER_FIGURE: f32 = 10.0;
/// A card without one: the most height of its title, and the gap under it.
const PLAIN_TITLE_HEIGHT: f32 = 380.0;
const UNDER_PLAIN_TITLE: f32 = 32.0;
/// Between a card's text and its footer.
const UNDER_TEXT: f32 = 20.0;
/// A province: its top, the most height of its name, and the gap under it.
const PROVINCE_TOP: f32 = 84.0;
const NAME_HEIGHT: f32 = 120.0;
const UNDER_NAME: f32 = 20.0;
/// The sizes of its divisions, the most height of a line, the gap between two pairings, and that under all.
const DIVISIONS: [f32; 3] = [46.0, 42.0, TEXT];
const LINE_HEIGHT: f32 = 60.0;
const PAIRING_GAP: f32 = 14.0;
const UNDER_PAIRINGS: f32 = 16.0;
/// The words for a missing total.
const NO_TOTAL: [f32; 2] = [62.0, 54.0];
const NO_TOTAL_HEIGHT: f32 = 90.0;
/// Under the heading of its reports, and under the closing words.
const UNDER_HEADING: f32 = 10.0;
const UNDER_CLOSING: f32 = 56.0;
/// A report: the size of its number, the least width before its words, their gap and drop, and the gaps under it.
const REPORT: f32 = 62.0;
const REPORT_WIDTH: f32 = 250.0;
const REPORT_GAP: f32 = 36.0;
const REPORT_DROP: f32 = 6.0;
const LAST_REPORT_GAP: f32 = 8.0;
const UNDER_REPORT: f32 = 22.0;

/// The size of a picture beside a text, in measures.
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
        self.y += UNDER_RULE;
    }

    fn put(&mut self, (lang, words): (crate::model::Lang, &str), sizes: &[f32], bold: bool, area: f32, dim: bool) {
        if words.is_empty() {
            return;
        }
        let (pen, colors) = (self.pen, self.pen.cx.colors);
        let size = sizes.first().copied().unwrap_or(TEXT);
        let kind = if bold { tight(size, true) } else { running(size) };
        let area = Rect::from_min_size(pos2(self.x, self.y), vec2(self.width, area));
        self.y += pen.fit((lang, words), kind, sizes, area, if dim { colors.dim } else { colors.text });
    }
}

/// Draws the picture at the left, if any, and returns the column beside it.
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
    let x = left + if photo.is_some() { LEFT_BESIDE } else { LEFT };
    (Column { pen, x, width: pen.width() - x - RIGHT, y: TOP }, photo)
}

/// The lines of the footer, the byline and the kind of the picture, with their heights at a size.
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

/// Draws the footer; returns the bottom of what stands over it.
fn footer_ui(column: &Column<'_>, sources: &[SourceId], photo: Option<PhotoKey>) -> f32 {
    let pen = column.pen;
    let mut y = pen.height() - FOOTER_GAP[0];
    let most = pen.height() * FOOTER_SHARE;
    let lines = |size: f32| footer_lines(column, sources, photo, size);
    let fits = |size: &f32| lines(*size).iter().map(|(_, height)| height).sum::<f32>() <= most;
    let size = FOOTERS.into_iter().find(fits).unwrap_or(FOOTERS[2]);
    for (line, height) in lines(size).iter().rev() {
        y -= height;
        pen.put(pen.label(line, running(size), pen.cx.colors.dim), column.x, y, column.width);
    }
    y - FOOTER_GAP[1]
}

pub(super) fn milestone_ui(scene: Scene<'_>, id: &MilestoneId) {
    let cx = scene.pen.cx;
    let Some(milestone) = cx.x().milestones.iter().find(|m| m.id == *id) else { return };
    let (mut column, photo) = beside(&scene);
    let pen = &scene.pen;
    let year = milestone.date.year.to_string();
    let large = match photo {
        None => YEAR,
        Some(_) if pen.width() < WIDE => YEAR_NARROW,
        Some(_) => YEAR_BESIDE,
    };
    let label = pen.label(&year, tight(large, true), cx.colors.accent);
    let top = if pen.width() < WIDE || cx.lang() == crate::model::Lang::Bo { YEAR_TOP_LOW } else { YEAR_TOP };
    let year_size = pen.size(&label);
    pen.line(label, egui::Align::Min, column.x, top);
    column.y = top + year_size.y;
    let (lang, note) = pen.resolve(&milestone.date_note);
    let left = column.x + year_size.x + BEFORE_NOTE;
    let label = pen.label_in(lang, &note, running(NOTE), cx.colors.dim);
    let size = pen.size(&label);
    if left + size.x <= pen.width() - AFTER_NOTE {
        // Nearly on the year's baseline, below which lies a fifth of a line.
        pen.put(label, left, column.y - size.y - (year_size.y - size.y) * 0.2, size.x + NOTE_SPARE);
    } else {
        column.put((lang, &note), &[NOTE], false, NOTE_HEIGHT, true);
    }
    column.y += MILESTONE_GAP[0];
    let title = if scene.picture.title.is_empty() { &milestone.title } else { &scene.picture.title };
    let (lang, title) = pen.resolve(title);
    column.put((lang, &title), &TITLES, true, MILESTONE_HEIGHT, false);
    column.y += MILESTONE_GAP[1];
    let footer = footer_ui(&column, &milestone.sources, photo);
    let (lang, certainty) = pen.resolve(&milestone.certainty);
    let (told_in, words) = pen.resolve(&milestone.text);
    let left = footer - column.y;
    column.put((told_in, &words), &TEXTS, false, if certainty.is_empty() { left } else { left * 0.62 }, false);
    column.y += OVER_CERTAINTY;
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
        column.put((lang, &title), &TITLES[1..], true, TITLE_HEIGHT, false);
        column.y += UNDER_TITLE;
        // The qualifying word is part of the figure and has its size.
        let figure = text::unbroken(amount);
        let area = Rect::from_min_size(pos2(column.x, column.y), vec2(column.width, FIGURE_HEIGHT));
        column.y +=
            pen.fit((cx.lang(), &figure), tight(FIGURES[0], true), &FIGURES, area, cx.colors.bar) + UNDER_FIGURE;
    } else {
        column.rule();
        column.put((lang, &title), &TITLES, true, PLAIN_TITLE_HEIGHT, false);
        column.y += UNDER_PLAIN_TITLE;
    }
    let (lang, words) = pen.resolve(words);
    let left = footer - column.y - UNDER_TEXT;
    column.put((lang, &words), &TEXTS, false, left, amount.is_none() && photo.is_some());
}

pub(super) fn province_ui(scene: Scene<'_>, id: &ProvinceId) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let Some(province) = cx.x().province(id) else { return };
    let mut column = Column { pen, x: LEFT, width: pen.width() - (LEFT + RIGHT), y: PROVINCE_TOP };
    column.rule();
    let (lang, name) = pen.resolve(&province.name);
    column.put((lang, &name), &TITLES, true, NAME_HEIGHT, false);
    column.y += UNDER_NAME;
    for pairing in cx.x().pairings_of(id) {
        let place = cx.x().division(&pairing.division).map(|d| cx.localized(&d.name)).unwrap_or_default();
        let label = if pairing.until.is_none() { Say::PairedWith } else { Say::Formerly };
        let star = if pairing.inferred { "*" } else { "" };
        let line = format!("{}{}{place}", cx.say(label), text::colon(cx.lang()));
        column.put((cx.lang(), &line), &DIVISIONS, true, LINE_HEIGHT, false);
        column.put(
            (cx.lang(), &format!("{}{star}", cx.localized(&pairing.told))),
            &TEXTS[2..],
            false,
            LINE_HEIGHT,
            true,
        );
        column.y += PAIRING_GAP;
    }
    column.y += UNDER_PAIRINGS;
    let mut reports: Vec<&Report> = province.personnel.iter().collect();
    reports.sort_by(|a, b| b.value.total_cmp(&a.value));
    if reports.is_empty() {
        column.put((cx.lang(), &cx.say(Say::NoTotalFound)), &NO_TOTAL, true, NO_TOTAL_HEIGHT, false);
        return;
    }
    column.put((cx.lang(), &cx.say(Say::OwnPersonnel)), &TEXTS[1..], false, LINE_HEIGHT, true);
    column.y += UNDER_HEADING;
    let closing = cx.say(Say::NotAddedUp);
    let label = pen.label(&closing, running(TEXT), cx.colors.dim);
    let footer = pen.height() - UNDER_CLOSING - pen.size(&label.clone().width(pen.px(column.width))).y;
    for report in reports {
        if !report_ui(&mut column, report, footer) {
            break;
        }
    }
    pen.put(label, column.x, footer, column.width);
}

/// Draws a figure of a province, with what it counts and who reported it. Returns false and draws nothing where it has no room.
fn report_ui(column: &mut Column<'_>, report: &Report, footer: f32) -> bool {
    let (pen, cx) = (column.pen, column.pen.cx);
    let value = text::unbroken(&text::amount(cx.lang(), report.amount()));
    let number = pen.label(&value, tight(REPORT, true), cx.colors.text);
    let left = REPORT_WIDTH.max(pen.size(&number).x + REPORT_GAP);
    let sources = report.sources.iter().filter_map(|id| cx.x().source(id));
    let mut lines: Vec<String> = Vec::new();
    lines.extend((!report.counts.is_empty()).then(|| cx.localized(&report.counts)));
    let who: Vec<String> = sources.map(|source| text::byline(cx.lang(), source)).collect();
    lines.push(if who.is_empty() { cx.say(Say::NoSourceGiven) } else { who.join("; ") });
    let beside = Column { pen, x: column.x + left, width: column.width - left, y: column.y };
    let heights: Vec<f32> = lines
        .iter()
        .map(|line| pen.size(&pen.label(line, running(TEXT), cx.colors.text).width(pen.px(beside.width))).y)
        .collect();
    let height = heights.iter().sum::<f32>().max(pen.size(&number).y);
    if column.y + height > footer - LAST_REPORT_GAP {
        return false;
    }
    pen.put(number, column.x, column.y, left);
    let mut y = column.y + REPORT_DROP;
    for (i, (line, height)) in lines.iter().zip(heights).enumerate() {
        let color = if i == 0 { cx.colors.text } else { cx.colors.dim };
        pen.put(pen.label(line, running(TEXT), color), beside.x, y, beside.width);
        y += height;
    }
    column.y += height + UNDER_REPORT;
    true
}
