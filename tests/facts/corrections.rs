//! What was found wrong in the collected facts in November 2026, and how the exhibition tells it now.

use vitrine::model::{Exhibition, Figure, Precision, Shows, Statement, Words};

use super::{both, own};

/// The exhibition, where the facts with their corrections are at hand.
fn corrected(number: usize, about: &str) -> Option<Exhibition> {
    let (x, facts) = both()?;
    let correction = facts["corrections_2026_11"][number].as_str().unwrap_or_default();
    assert!(correction.contains(about), "the correction is still this one: {correction}");
    Some(x)
}

fn statement<'a>(x: &'a Exhibition, id: &str) -> &'a Statement {
    x.statements.iter().find(|s| s.id.as_str() == id).unwrap_or_else(|| panic!("{id}"))
}

/// Each language's text holds its words, and none of those that were wrong.
fn tells(words: &Words, holds: [&str; 3], never: [&str; 3]) {
    for ((text, holds), never) in [&words.en, &words.zh, &words.bo].into_iter().zip(holds).zip(never) {
        assert!(text.contains(holds), "{holds}: {text}");
        assert!(never.is_empty() || !text.contains(never), "{never}: {text}");
    }
}

fn notes(x: &Exhibition, stop: usize) -> &Words {
    &x.running_order[stop].notes
}

#[test]
fn the_projects_of_2014_are_counted_by_one_source_alone() {
    let Some(x) = corrected(0, "7,615") else { return };
    let told = statement(&x, "money-2014");
    tells(
        &told.text,
        ["Only China Tibet Online counts the projects: 7,615", "仅中国西藏网给出项目数：7,615", ""],
        [""; 3],
    );
    assert_eq!(own(&told.sources), ["ct2014", "cg2014"]);
}

#[test]
fn a_number_that_is_called_rounded_is_not_exact() {
    let Some(x) = corrected(1, "pd2010") else { return };
    let reports = &x.batches[4].figure.also;
    let report = reports.iter().find(|r| own(&r.sources) == ["pd2010"]).expect("its report");
    assert_eq!(report.precision, Precision::About);
    assert!(report.counts.en.starts_with("rounded"));
    for report in x.batches.iter().flat_map(|b| &b.figure.also).filter(|r| r.counts.en.starts_with("rounded")) {
        assert_ne!(report.precision, Precision::Exact, "{:?}", report.sources);
    }
    let milestone = x.milestones.iter().find(|m| m.id.as_str() == "batch-5").expect("the fifth batch");
    tells(&milestone.certainty, ["about 850", "约 850 人", "850 ཙམ"], [""; 3]);
}

#[test]
fn a_text_that_another_outlet_carried_names_both() {
    let Some(x) = corrected(2, "personnel-3000") else { return };
    let carried = x.statements.iter().filter(|s| s.sources.contains(&"gt2019".into()));
    let ids: Vec<&str> = carried.clone().map(|s| s.id.as_str()).collect();
    assert!(ids.contains(&"personnel-3000") && ids.contains(&"money-2019"), "{ids:?}");
    for told in carried {
        tells(&told.text, ["Xinhua", "新华社", ""], [""; 3]);
        tells(&told.text, ["Global Times (English edition)", "《环球时报》英文版", ""], [""; 3]);
    }
    assert!(statement(&x, "money-2019").sources.contains(&"xh2019tol".into()), "the agency's own page too");
}

#[test]
fn the_date_of_a_report_is_its_own_and_not_the_repost_s() {
    let Some(x) = corrected(3, "12 December 2018") else { return };
    let caption = &x.photo(&"greenhouse".into()).expect("the greenhouse").caption;
    for words in [caption, notes(&x, 12)] {
        tells(
            words,
            ["12 December 2018", "2018 年 12 月 12 日", "2018 ལོའི་ཟླ་ 12 པའི་ཚེས་ 12"],
            ["14 December", "14 日", "ཚེས་ 14"],
        );
    }
    for (id, day) in [("rkz2018", "12"), ("xh2024zh", "22")] {
        let source = x.source(&id.into()).expect("a source");
        tells(&source.date_note, [day, day, ""], [""; 3]);
    }
}

#[test]
fn critics_are_named_and_are_more_than_one() {
    let Some(x) = corrected(4, "Outside analysts") else { return };
    let told = statement(&x, "missing-independent");
    assert_eq!(own(&told.sources), ["jf2024", "tr2025"]);
    let Shows::Card(card) = &x.running_order[15].shows else { panic!("a card") };
    for words in [&x.about[2], &told.text, notes(&x, 15), &card.text] {
        tells(words, ["Jamestown", "詹姆斯敦", "Jamestown"], ["analysts", "分析者", "དཔྱད་ཞིབ་པ"]);
        tells(words, ["Tibetan Review"; 3], [""; 3]);
    }
}

#[test]
fn totals_are_told_for_the_batches_after_which_they_were_published() {
    let Some(x) = corrected(5, "after each batch") else { return };
    let after: Vec<u32> = x.totals.iter().map(|total| total.after_batch).collect();
    assert_eq!(after, [4, 5, 6, 7, 9, 10]);
    tells(
        notes(&x, 13),
        ["after batches 4 to 7, 9 and 10", "第四至第七批、第九批和第十批之后", "ཐེངས་ 4 ནས་ 7 བར་དང་ 9 པ། 10 པ་"],
        ["after each batch", "各批之后", "ཐེངས་རེའི"],
    );
    for stop in [13, 14] {
        tells(
            notes(&x, stop),
            ["alone or together", "第二至第四批为三批合计", "ཐེངས་ 2 ནས་ 4 བར་ནི་མཉམ་བསྡོམས"],
            ["single batches", "已知各批相加", "ཐེངས་རེའི་གྲངས་བསྡོམས"],
        );
    }
}

#[test]
fn the_first_batch_arrives_from_may_on_and_somebody_says_so() {
    let Some(x) = corrected(6, "May 1995") else { return };
    let told = notes(&x, 3);
    tells(told, ["from May 1995 on", "自 1995 年 5 月起", "1995 ལོའི་ཟླ་ 5 པ་ནས"], ["in May 1995", "5 月到达", "ཟླ་ 5 པར"]);
    tells(told, ["The Paper and to an oral history", "澎湃新闻和上海市委党史研究室", "澎湃新闻"], [""; 3]);
    assert_eq!(own(&x.batches[0].years_sources), ["paper2014", "sh2014oral"]);
}

#[test]
fn the_agency_s_two_items_have_two_dates() {
    let Some(x) = corrected(7, "22 August") else { return };
    let photo = x.photo(&"press".into()).expect("the press room");
    tells(
        &photo.caption,
        ["Chinese item of that day and its English one of the next", "当日的中文稿和次日的英文稿", "ཉིན་དེའི་རྒྱ་ཡིག"],
        ["the day after it", "新华社次日报道", ""],
    );
    assert_eq!(own(&photo.sources), ["cd2024", "xh2024en", "xh2024zh"]);
}

#[test]
fn a_department_is_cited() {
    let Some(x) = corrected(8, "citing") else { return };
    let told = statement(&x, "article-ministries");
    tells(&told.text, ["citing the regional education department", "援引自治区教育厅", ""], ["after the", "", ""]);
}

#[test]
fn reports_that_contradict_one_another_about_fujian_both_stand() {
    let Some((x, _)) = both() else { return };
    let fujian = x.province(&"CN-FJ".into()).expect("Fujian");
    tells(&fujian.note, ["China Daily differs", "《中国日报》说法不同", "མི་མཐུན"], [""; 3]);
    let milestone = x.milestones.iter().find(|m| m.id.as_str() == "fujian").expect("its move");
    tells(&milestone.certainty, ["1995"; 3], [""; 3]);
    assert!(milestone.sources.contains(&"fj2020en".into()));
    assert!(statement(&x, "scheme-fujian").sources.contains(&"fj2020en".into()));
}

#[test]
fn money_is_told_in_the_unit_of_each_language() {
    let Some((x, _)) = both() else { return };
    let money = x.statements.iter().filter(|s| s.group.as_str() == "money");
    for statement in money {
        let amount = statement.figure.as_ref().and_then(Figure::amount).expect("a figure");
        let id = statement.id.as_str();
        let english = vitrine::text::number(amount.value);
        assert!(statement.text.en.contains(&format!("{english} billion")), "{id}: {english}");
        // The number over the text and the one in it are the same.
        let lang = vitrine::model::Lang::Zh;
        let chinese = vitrine::text::number(statement.unit.written(lang, amount).value);
        assert!(statement.text.zh.contains(&format!("{chinese} 亿")), "{id}: {chinese}");
        assert_eq!(statement.unit.resolve(lang).text, "亿元", "{id}");
    }
}
