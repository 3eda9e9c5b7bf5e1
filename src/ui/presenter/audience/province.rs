//! A province for an audience: a picture of its own, what it is paired with, and its figures with who reported them.

use egui::{Rect, pos2, vec2};

use super::Scene;
use super::TEXT;
use super::column::{Block, Column, STEPS};
use super::poster::{block, dim, foot, place, poster_ui, reporters, words_area};
use crate::model::{Province, ProvinceId, Report};
use crate::text::{self, Say};
use crate::ui::Cx;

/// The sizes of its name, of its divisions, of a number, and of what is said about both.
const NAME: [f32; STEPS] = [76.0, 68.0, 60.0, 52.0];
const DIVISION: [f32; STEPS] = [46.0, 43.0, 40.0, TEXT];
const NUMBER: [f32; STEPS] = [76.0, 66.0, 56.0, 48.0];
const TOLD: [f32; STEPS] = [40.0, TEXT, TEXT, TEXT];
/// Over a division, over the heading of the figures, and over a figure.
const GAPS: [f32; 3] = [14.0, 26.0, 14.0];
/// Without a picture, the share of the width that the name takes, and the gap before the figures.
const LEFT: f32 = 0.44;
const BETWEEN: f32 = 72.0;

pub(super) fn province_ui(scene: Scene<'_>, id: &ProvinceId) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let Some(province) = cx.x().province(id) else { return };
    let photo = scene.picture.photo(cx.state.pack());
    let reports = sorted(province);
    let mut lines = foot(cx, None, photo);
    if reports.len() > 1 {
        lines.insert(0, cx.say(Say::NotAddedUp));
    }
    let column = |count: usize| {
        let mut column = about(&scene, province);
        figures(cx, &mut column, &reports, count, GAPS[1]);
        column
    };
    if photo.is_some() || pen.width() < pen.height() * super::photo::UPRIGHT {
        let found = (1..=reports.len()).rev().find_map(|count| place(&scene, photo, &column(count), &lines));
        match found {
            Some(placed) => placed.draw(&scene, photo),
            None => poster_ui(&scene, photo, &column(1), &lines),
        }
        return;
    }
    let area = words_area(pen, None);
    let middle = area.left() + area.width() * LEFT;
    let draw = |column: &Column, area: Rect| {
        let fitted = column.fit_in_part(pen, area.size());
        let spare = (area.height() - fitted.height).max(0.0) / 2.0;
        fitted.draw(pen, area.with_min_y(area.top() + spare));
    };
    let mut left = about(&scene, province);
    for line in &lines {
        left.add(dim(cx, line, TOLD, GAPS[1]));
    }
    draw(&left, area.with_max_x(middle));
    let right = Rect::from_min_max(pos2(middle + BETWEEN, area.top()), area.max);
    let listed = |count: usize| {
        let mut column = Column::default();
        figures(cx, &mut column, &reports, count, 0.0);
        column
    };
    let fits = |count: &usize| listed(*count).fit(pen, vec2(right.width(), right.height()), STEPS - 1).is_some();
    let count = (1..=reports.len()).rev().find(fits).unwrap_or(1);
    draw(&listed(count), right);
}

/// Its name, and the divisions it is and was paired with.
fn about(scene: &Scene<'_>, province: &Province) -> Column {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let mut column = Column::default();
    let own = &scene.picture.title;
    let (lang, name) = pen.resolve(if own.is_empty() { &province.name } else { own });
    column.add(block(cx, (lang, &name), NAME, true, 0.0));
    for pairing in cx.x().pairings_of(&province.id) {
        let place = cx.x().division(&pairing.division).map(|d| cx.localized(&d.name)).unwrap_or_default();
        let label = if pairing.until.is_none() { Say::PairedWith } else { Say::Formerly };
        let star = if pairing.inferred { "*" } else { "" };
        let line = format!("{}{}{place}", cx.say(label), text::colon(cx.lang()));
        column.add(block(cx, (cx.lang(), &line), DIVISION, true, GAPS[0]));
        column.add(dim(cx, &format!("{}{star}", cx.localized(&pairing.told)), TOLD, 0.0));
    }
    column
}

/// Some of its figures, the highest first, and how many others there are.
fn figures(cx: &Cx<'_>, column: &mut Column, reports: &[&Report], count: usize, gap: f32) {
    if reports.is_empty() {
        column.add(block(cx, (cx.lang(), &cx.say(Say::NoTotalFound)), DIVISION, true, gap));
        return;
    }
    column.add(dim(cx, &cx.say(Say::OwnPersonnel), TOLD, gap));
    for report in &reports[..count.min(reports.len())] {
        let value = text::unbroken(&text::amount(cx.lang(), report.amount()));
        column.add(block(cx, (cx.lang(), &value), NUMBER, true, GAPS[2]));
        let counts = report.counts.resolve(cx.lang());
        column.add(block(cx, (counts.lang, counts.text), TOLD, false, 0.0));
        for line in reporters(cx, &report.sources) {
            column.add(dim(cx, &line, TOLD, 0.0));
        }
    }
    let others = reports.len().saturating_sub(count);
    if others > 0 {
        column.add(Block { gap: GAPS[2], ..dim(cx, &cx.say(Say::AndReports(others)), TOLD, 0.0) });
    }
}

/// Its reports, the highest number first.
fn sorted(province: &Province) -> Vec<&Report> {
    let mut reports: Vec<&Report> = province.personnel.iter().collect();
    reports.sort_by(|a, b| b.value.total_cmp(&a.value));
    reports
}
