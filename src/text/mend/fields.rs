//! The plain names of fields, as a place names them.

use crate::model::Lang;

/// A field, and its name in English, Chinese and Tibetan.
const FIELDS: [(&str, [&str; 3]); 57] = [
    ("title", ["title", "标题", "ཁ་བྱང་།"]),
    ("short_title", ["short title", "短标题", "ཁ་བྱང་ཐུང་ངུ་།"]),
    ("caption", ["caption", "说明", "འགྲེལ་ཚིག"]),
    ("alt", ["alternative text", "替代文字", "ཚབ་ཡིག"]),
    ("credit", ["credit", "作者", "རྩོམ་པ་པོ།"]),
    ("licence", ["licence", "许可", "ཆོག་མཆན།"]),
    ("place", ["place", "地点", "ས་གནས།"]),
    ("file", ["file", "文件", "ཡིག་ཆ།"]),
    ("stand_in", ["stand-in", "替代图片", "ཚབ་པར།"]),
    ("focus", ["point of interest", "关注点", "གཙོ་གནད།"]),
    ("date", ["date", "日期", "ཟླ་ཚེས།"]),
    ("date_note", ["date as printed", "日期写法", "ཟླ་ཚེས་འབྲི་སྟངས།"]),
    ("topic", ["topic", "主题", "བརྗོད་གཞི།"]),
    ("provinces", ["province", "省市", "ཞིང་ཆེན།"]),
    ("province", ["province", "省市", "ཞིང་ཆེན།"]),
    ("division", ["place", "地区", "ས་ཁུལ།"]),
    ("sources", ["source", "来源", "ཁུངས།"]),
    ("years_sources", ["source of the years", "年份来源", "ལོའི་ཁུངས།"]),
    ("name", ["name", "名称", "མིང་།"]),
    ("short_name", ["short name", "简称", "མིང་ཐུང་།"]),
    ("kind", ["kind", "类别", "རིགས།"]),
    ("note", ["remark", "备注", "ཟུར་མཆན།"]),
    ("personnel", ["personnel", "人员", "མི་སྣ།"]),
    ("pairings", ["pairings", "结对关系", "ཆ་སྒྲིག"]),
    ("divisions", ["places", "地区", "ས་ཁུལ།"]),
    ("inferred", ["inferred years", "推定年份", "དཔག་པའི་ལོ།"]),
    ("told", ["span in words", "时段文字", "དུས་ཡུན་གྱི་བརྗོད་པ།"]),
    ("since", ["beginning", "开始", "འགོ"]),
    ("until", ["end", "结束", "མཇུག"]),
    ("arrive", ["arrival", "到达", "འབྱོར་དུས།"]),
    ("leave", ["departure", "离开", "ཐོན་དུས།"]),
    ("figure", ["figure", "数字", "གྲངས་ཀ"]),
    ("state", ["state", "状态", "གནས་ཚུལ།"]),
    ("value", ["number", "数值", "གྲངས་ཐང་།"]),
    ("precision", ["precision", "精确度", "གཏན་འཁེལ་ཚད།"]),
    ("terms", ["term", "加项", "བསྡོམ་རྒྱུ།"]),
    ("also", ["other report", "其他报道", "སྙན་ཐོ་གཞན།"]),
    ("counts", ["what is counted", "统计对象", "བརྩི་བྱ།"]),
    ("unit", ["unit", "单位", "ཚད་གཞི།"]),
    ("scale", ["scale", "换算", "བསྒྱུར་གྲངས།"]),
    ("text", ["text", "文字", "ཡི་གེ"]),
    ("certainty", ["certainty", "可靠程度", "ངེས་ཚད།"]),
    ("photo", ["picture", "图片", "པར་རིས།"]),
    ("milestone", ["milestone", "大事", "དོན་ཆེན།"]),
    ("statement", ["statement", "陈述", "གླེང་བརྗོད།"]),
    ("group", ["heading", "标题", "འགོ་བརྗོད།"]),
    ("notes", ["notes", "讲解词", "འགྲེལ་བཤད་ཟིན་བྲིས།"]),
    ("secs", ["planned time", "计划时间", "འཆར་གཞིའི་དུས་ཚོད།"]),
    ("lit", ["highlighted", "突出显示", "གསལ་སྟོན།"]),
    ("number", ["number", "编号", "ཨང་།"]),
    ("year", ["year", "年份", "ལོ།"]),
    ("label", ["year as printed", "年份写法", "ལོའི་འབྲི་སྟངས།"]),
    ("change", ["what changed", "变化", "འགྱུར་བ།"]),
    ("publisher", ["publisher", "出版者", "འགྲེམ་སྤེལ་པ།"]),
    ("description", ["description", "描述", "འགྲེལ་བརྗོད།"]),
    ("address", ["address", "网址", "དྲ་གནས།"]),
    ("language", ["language", "语言", "སྐད་ཡིག"]),
];

/// The plain name of a field; `None` for one that only structures others.
#[must_use]
pub fn field_name(lang: Lang, name: &str) -> Option<&str> {
    match name {
        "shows" | "chart" | "card" | "id" => None,
        _ => Some(FIELDS.iter().find(|(field, _)| *field == name).map_or(name, |(_, names)| names[lang as usize])),
    }
}
