//! What people write over their columns, in three languages.

use std::collections::HashMap;

use crate::model::Lang;
use crate::state::editing::Table;
use crate::state::editing::spreadsheet::{Field, fields};
use crate::state::editing::table::Kind;
use crate::text::{self, Cells, Export, Say, import_head};

/// Words for fields, by their paths; without blanks and marks.
const WORDS: [(Table, &str, &[&str]); 43] = [
    (Table::Captions, "id", &["id", "photoid", "pictureid", "identifier", "编号", "图片编号", "照片编号"]),
    (
        Table::Captions,
        "file",
        &[
            "file",
            "filename",
            "image",
            "imagefile",
            "photo",
            "photofile",
            "photograph",
            "picture",
            "文件",
            "文件名",
            "图片文件",
            "照片文件",
            "图片",
            "照片",
            "图片名",
            "照片名",
        ],
    ),
    (Table::Captions, "title", &["title", "heading", "headline", "name", "标题", "题目", "图题", "名称"]),
    (
        Table::Captions,
        "caption",
        &[
            "caption",
            "captions",
            "text",
            "description",
            "说明",
            "图片说明",
            "照片说明",
            "图说",
            "说明文字",
            "文字说明",
            "文字",
            "描述",
            "内容",
        ],
    ),
    (
        Table::Captions,
        "alt",
        &["alt", "alttext", "alternativetext", "alternative", "替代文字", "替代文本", "无障碍说明"],
    ),
    (
        Table::Captions,
        "credit",
        &["credit", "photographer", "author", "photoby", "摄影", "摄影者", "摄影师", "作者", "供图", "图片提供"],
    ),
    (Table::Captions, "place", &["place", "location", "where", "地点", "拍摄地点", "拍摄地"]),
    (Table::Captions, "date", &["date", "year", "when", "taken", "日期", "时间", "年份", "拍摄时间", "拍摄日期"]),
    (Table::Captions, "topic", &["topic", "theme", "category", "section", "主题", "专题", "类别", "分类"]),
    (Table::Captions, "provinces", &["province", "provinces", "省市", "省份", "相关省市", "援藏省市", "支援省市"]),
    (Table::Captions, "sources", &["source", "sources", "来源", "出处", "资料来源"]),
    (
        Table::Batches,
        "number",
        &["number", "batch", "no", "nr", "batchno", "batchnumber", "批次", "届次", "届", "序号", "批", "批号"],
    ),
    (
        Table::Batches,
        "arrive.date",
        &[
            "arrived",
            "arrive",
            "arrival",
            "from",
            "since",
            "start",
            "begin",
            "到达",
            "到达时间",
            "进藏",
            "进藏时间",
            "到藏时间",
            "开始",
            "起",
            "开始时间",
            "years",
            "year",
            "period",
            "term",
            "年份",
            "年度",
            "年限",
            "时间",
            "期间",
            "任期",
            "起止",
            "起止年份",
            "起止时间",
            "起始时间",
        ],
    ),
    (
        Table::Batches,
        "leave.date",
        &[
            "left",
            "leave",
            "until",
            "to",
            "end",
            "departure",
            "returned",
            "离开",
            "离开时间",
            "离藏",
            "离藏时间",
            "返回时间",
            "结束",
            "止",
            "结束时间",
        ],
    ),
    (
        Table::Batches,
        "figure",
        &[
            "people",
            "persons",
            "personnel",
            "numberofpeople",
            "headcount",
            "count",
            "total",
            "figure",
            "dispatched",
            "cadres",
            "人数",
            "派出人数",
            "干部人数",
            "援藏人数",
            "总数",
            "总人数",
            "人员",
        ],
    ),
    (Table::Batches, "precision", &["precision", "精度", "精确度", "准确度"]),
    (
        Table::Batches,
        "figure.sources",
        &["source", "sources", "sourceofthenumber", "numbersource", "来源", "人数来源", "数据来源", "出处", "资料来源"],
    ),
    (Table::Batches, "years_sources", &["sourcesoftheyears", "yearssource", "yearssources", "年份来源"]),
    (
        Table::Pairings,
        "province",
        &["province", "from", "省", "省市", "省份", "支援省市", "援藏省市", "支援方", "支援单位"],
    ),
    (
        Table::Pairings,
        "division",
        &[
            "place",
            "division",
            "prefecture",
            "city",
            "region",
            "pairedwith",
            "地区",
            "受援地",
            "受援地区",
            "受援方",
            "地市",
            "对口地区",
            "对口支援地区",
        ],
    ),
    (
        Table::Pairings,
        "since",
        &[
            "since",
            "from",
            "start",
            "begin",
            "year",
            "years",
            "period",
            "起止",
            "起止年份",
            "起止时间",
            "时间",
            "期间",
            "始于",
            "开始",
            "起",
            "起始年份",
            "开始时间",
            "年份",
            "起始时间",
        ],
    ),
    (Table::Pairings, "until", &["until", "to", "end", "止于", "结束", "止", "结束时间", "终止年份"]),
    (Table::Pairings, "inferred", &["inferred", "推断", "推定"]),
    (Table::Pairings, "told", &["told", "words", "wording", "text", "asitistold", "表述", "时间表述", "说明", "原文"]),
    (Table::Pairings, "sources", &["source", "sources", "来源", "出处", "资料来源"]),
    (Table::Milestones, "id", &["id", "identifier", "编号"]),
    (Table::Milestones, "date", &["date", "year", "when", "日期", "时间", "年份"]),
    (Table::Milestones, "title", &["title", "heading", "headline", "event", "标题", "题目", "事件", "大事", "名称"]),
    (
        Table::Milestones,
        "text",
        &["text", "description", "whathappened", "details", "正文", "内容", "描述", "经过", "说明"],
    ),
    (Table::Milestones, "photo", &["picture", "photo", "image", "photograph", "图片", "照片"]),
    (Table::Milestones, "provinces", &["province", "provinces", "省市", "涉及省市", "省份", "相关省市"]),
    (Table::Milestones, "sources", &["source", "sources", "来源", "出处", "资料来源"]),
    (Table::Sources, "id", &["id", "identifier", "编号"]),
    (Table::Sources, "title", &["title", "owntitle", "headline", "标题", "原题", "题目", "篇名", "文章标题"]),
    (
        Table::Sources,
        "publisher",
        &[
            "publisher",
            "publishedby",
            "outlet",
            "organisation",
            "organization",
            "by",
            "发布方",
            "发布机构",
            "发布单位",
            "出版者",
            "媒体",
            "来源单位",
        ],
    ),
    (Table::Sources, "description", &["description", "whatitis", "note", "描述", "说明", "备注"]),
    (Table::Sources, "date", &["date", "published", "publishedon", "year", "日期", "发布日期", "时间", "发布时间"]),
    (Table::Sources, "language", &["language", "lang", "语种", "语言"]),
    (Table::Sources, "address", &["address", "url", "link", "web", "website", "网址", "链接", "网页"]),
    (Table::Sources, "hosting", &["hosting", "foundat", "foundon", "见于", "刊载"]),
    (Table::Sources, "how_read", &["howread", "read", "读到", "阅读程度"]),
    // A head that names a language alone.
    (Table::Captions, "caption", &[""]),
    (Table::Pairings, "told", &[""]),
];

/// Words for languages that stand alone in a head.
const LANGUAGES: [(&str, Lang); 22] = [
    ("english", Lang::En),
    ("eng", Lang::En),
    ("en", Lang::En),
    ("英文", Lang::En),
    ("英语", Lang::En),
    ("英", Lang::En),
    ("དབྱིནཡིག", Lang::En),
    ("chinese", Lang::Zh),
    ("zh", Lang::Zh),
    ("cn", Lang::Zh),
    ("中文", Lang::Zh),
    ("汉文", Lang::Zh),
    ("汉语", Lang::Zh),
    ("汉", Lang::Zh),
    ("རྒྱཡིག", Lang::Zh),
    ("tibetan", Lang::Bo),
    ("bo", Lang::Bo),
    ("tib", Lang::Bo),
    ("藏文", Lang::Bo),
    ("藏语", Lang::Bo),
    ("藏", Lang::Bo),
    ("བོདཡིག", Lang::Bo),
];

fn is_tibetan(c: char) -> bool {
    ('\u{f40}'..='\u{fbc}').contains(&c)
}

/// The words of a head, without marks. Within Tibetan ones there are no marks between syllables.
fn words(head: &str) -> Vec<String> {
    let head: String = head.to_lowercase().chars().filter(|c| !matches!(c, '་' | '\u{f0c}')).collect();
    let parts = head.split(|c: char| !c.is_alphanumeric() && !is_tibetan(c));
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The heads that are known for a table.
pub struct Heads {
    exact: HashMap<String, Field>,
    /// Fields with texts in three languages, by words without one.
    texts: HashMap<String, &'static str>,
    all: Vec<Field>,
}

/// What a head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// A field.
    Field(Field),
    /// A text in a language that is not said.
    Text(&'static str),
}

impl Heads {
    /// Those of a table.
    pub fn of(table: Table) -> Self {
        let all = fields(table);
        let mut heads = Self { exact: HashMap::new(), texts: HashMap::new(), all: all.clone() };
        for lang in Lang::ALL {
            for field in &all {
                heads.exact.entry(words(&import_head(lang, table, *field)).concat()).or_insert(*field);
                heads.exact.entry(words(&field.name()).concat()).or_insert(*field);
            }
            let precision = text::say(lang, Say::Export(Export::Precision));
            let passages = crate::state::editing::table::passages(table);
            for passage in passages {
                let name = text::say(lang, Say::Cells(Cells::Passage(*passage)));
                heads.texts.entry(words(&name).concat()).or_insert(passage.field());
            }
            if all.contains(&Field::Precision) {
                heads.exact.entry(words(&precision).concat()).or_insert(Field::Precision);
            }
        }
        for (_, path, names) in WORDS.iter().filter(|(of, ..)| *of == table) {
            for name in *names {
                match heads.field(path, None) {
                    Some(field) => drop(heads.exact.entry((*name).to_owned()).or_insert(field)),
                    None => drop(heads.texts.entry((*name).to_owned()).or_insert(path)),
                }
            }
        }
        heads
    }

    /// The field at a path: in a language, or one that is not a text in three.
    pub fn field(&self, path: &str, lang: Option<Lang>) -> Option<Field> {
        let is_it = |field: &&Field| match field {
            Field::Id | Field::File | Field::Precision => field.name() == path && lang.is_none(),
            Field::At(at, Kind::Words(of, _)) => *at == path && Some(*of) == lang,
            Field::At(at, _) => *at == path && lang.is_none(),
        };
        self.all.iter().find(is_it).copied()
    }

    /// What a head means; `None` if nothing that is known.
    pub fn meant(&self, head: &str) -> Option<Meant> {
        let words = words(head);
        let whole = words.concat();
        if whole.is_empty() {
            return None;
        }
        if let Some(field) = self.exact.get(&whole) {
            return Some(Meant::Field(*field));
        }
        if let Some((rest, lang)) = in_language(&words) {
            let path = self.texts.get(&rest)?;
            return self.field(path, Some(lang)).map(Meant::Field);
        }
        self.texts.get(&whole).map(|path| Meant::Text(path))
    }
}

/// The language that a head names first or last, and the rest of it.
fn in_language(words: &[String]) -> Option<(String, Lang)> {
    let of = |word: &String| LANGUAGES.iter().find(|(name, _)| name == word).map(|(_, lang)| *lang);
    let (first, last) = (words.first()?, words.last()?);
    // zh-CN, zh-Hans, in English.
    let regions = ["cn", "hans", "us", "gb", "uk"];
    if let [rest @ .., lang, region] = words
        && regions.contains(&region.as_str())
        && let Some(lang) = of(lang)
    {
        return Some((rest.concat(), lang));
    }
    if let Some(lang) = of(last) {
        let rest = &words[..words.len() - 1];
        let rest = rest.strip_suffix(&["in".to_owned()]).unwrap_or(rest);
        return Some((rest.concat(), lang));
    }
    if let Some(lang) = of(first) {
        return Some((words[1..].concat(), lang));
    }
    // Chinese words stand side by side.
    let whole = words.concat();
    LANGUAGES.iter().filter(|(name, _)| !name.is_ascii()).find_map(|(name, lang)| {
        let rest = whole.strip_prefix(name).or_else(|| whole.strip_suffix(name))?;
        Some((rest.to_owned(), *lang))
    })
}

#[cfg(test)]
mod tests {
    use super::{Heads, Meant};
    use crate::state::editing::Table;

    #[test]
    fn heads_of_others_are_known_in_three_languages() {
        let name = |table, head: &str| match Heads::of(table).meant(head) {
            Some(Meant::Field(field)) => field.name(),
            Some(Meant::Text(path)) => format!("{path}.?"),
            None => "–".to_owned(),
        };
        for (table, head, field) in [
            (Table::Captions, "Caption (Chinese)", "caption.zh"),
            (Table::Captions, "caption_zh-CN", "caption.zh"),
            (Table::Captions, "Tibetan caption", "caption.bo"),
            (Table::Captions, "中文说明", "caption.zh"),
            (Table::Captions, "图片说明（藏文）", "caption.bo"),
            (Table::Captions, "འགོ་བརྗོད། (བོད་ཡིག)", "title.bo"),
            (Table::Captions, "Caption", "caption.?"),
            (Table::Captions, "English", "caption.en"),
            (Table::Captions, "FILE NAME", "file"),
            (Table::Captions, "Photo description in English", "–"),
            (Table::Captions, "children", "–"),
            (Table::Batches, "批次", "number"),
            (Table::Batches, "People", "figure"),
            (Table::Batches, "人数来源", "figure.sources"),
            (Table::Batches, "arrive.date", "arrive.date"),
            (Table::Pairings, "受援地", "division"),
            (Table::Sources, "URL", "address"),
            (Table::Sources, "Publisher (English)", "publisher.en"),
            (Table::Milestones, "མ་གཏོགས", "–"),
        ] {
            assert_eq!(name(table, head), field, "{table:?} {head}");
        }
    }
}
