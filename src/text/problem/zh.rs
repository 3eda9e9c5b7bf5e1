//! Problems in Chinese. A draft until a native reader has checked it.

use super::super::{number, passed_over};
use crate::model::{Found, Lang, Left, Mistake, SeenSize, Slip, Trouble, Unreadable, ValueKind, Why};

pub fn unreadable(why: &Unreadable) -> String {
    match why {
        Unreadable::NotJson(mistake) => not_json(mistake),
        Unreadable::NotAnExhibition => {
            "exhibition.json 不是展览：它必须是 { … }，其中写有 \"format\": 1；可写的全部内容可用 `vitrine schema` 列出。".to_owned()
        }
        Unreadable::OtherFormat { found } => {
            format!("exhibition.json 的 format 为 {found}，本程序读取的 format 为 1：请写 \"format\": 1，或使用与之相配的程序版本。")
        }
    }
}

fn not_json(mistake: &Mistake) -> String {
    let line = mistake.line;
    let whole = match &mistake.slip {
        Slip::Empty => "exhibition.json 是空文件：请重新复制。".to_owned(),
        Slip::CutOff => format!("exhibition.json 在第 {line} 行过早结束，内容被截断：请重新复制。"),
        slip => format!("exhibition.json 第 {line} 行：{}。", slip_words(slip)),
    };
    match &mistake.correct {
        Some(correct) => format!("{whole}应写作：{correct}"),
        None => whole,
    }
}

fn slip_words(slip: &Slip) -> String {
    match slip {
        Slip::Empty | Slip::CutOff => String::new(),
        Slip::Unclosed { open, opened } => format!("第 {opened} 行的 {open} 没有闭合：请在末尾补上 {}", closing(*open)),
        Slip::WrongBracket { open, opened } => {
            format!("第 {opened} 行的 {open} 在此之前没有闭合：缺少一个 {}", closing(*open))
        }
        Slip::AfterTheEnd => "展览在此之前已经结束：可能某个括号闭合过早，或一个文件里有两份内容".to_owned(),
        Slip::MissingComma { at_end: true } => "本行末尾缺少逗号".to_owned(),
        Slip::MissingComma { at_end: false } => "缺少一个逗号".to_owned(),
        Slip::TrailingComma => "请去掉最后一项后面的逗号：其后没有内容".to_owned(),
        Slip::LoneComma => "多了一个逗号".to_owned(),
        Slip::MissingColon { key } => format!("“{key}”后面缺少冒号"),
        Slip::MissingValue { key } => format!("“{key}”没有内容：请在冒号后写上内容，或去掉这个名称"),
        Slip::CurlyQuote(quote) => format!("{quote} 是排版用的引号：此处须用英文直引号 \""),
        Slip::SingleQuote => "须用双引号 \"，不能用单引号 '".to_owned(),
        Slip::FullWidth { written, instead } => format!("{written} 是中文全角字符：此处须用英文半角 {instead}"),
        Slip::Comment => "此处不能写 //、/* */ 或 # 注释：请去掉".to_owned(),
        Slip::UnquotedKey(key) => format!("请给名称“{key}”加上引号 \""),
        Slip::Word { word, instead: Some(instead) } => format!("请把 {word} 写作 {instead}"),
        Slip::Word { word, instead: None } => format!("“{word}”是文字：请加上引号 \""),
        Slip::Number { written, instead: Some(instead) } => format!("请把 {written} 写作 {instead}"),
        Slip::Number { written, instead: None } => format!("{written} 不是数字：只写数字，小数点用 ."),
        Slip::Backslash => "单个反斜杠 \\ 在此另有含义：文件名中请写 /，其他文字中请写 \\\\".to_owned(),
        Slip::OpenText { .. } => "这段文字缺少结尾的引号 \"，或其中有换行：换行请写作 \\n".to_owned(),
        Slip::QuoteInside => "文字中的引号会使文字提前结束：请写作 \\\"，或用“ ”".to_owned(),
        Slip::Control('\t') => "文字中有制表符：请改为空格".to_owned(),
        Slip::Control(_) => "文字中有看不见的字符：请去掉".to_owned(),
        Slip::Invisible(c) => format!("此处有看不见的字符（U+{:04X}）：请去掉，或重新输入空格", u32::from(*c)),
        Slip::TooDeep => "括号层层嵌套达数千层：这不是人写的内容".to_owned(),
        Slip::Strange(c) => format!("“{c}”不应出现在此处"),
    }
}

fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "英文",
        Lang::Zh => "中文",
        Lang::Bo => "藏文",
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each case")]
#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unreadable { why, .. } => because(why),
        Trouble::UnknownField { name, meant: Some(meant) } => {
            format!("没有名为“{name}”的字段：是否应为“{meant}”？其内容不会显示")
        }
        Trouble::UnknownField { name, meant: None } => format!("没有名为“{name}”的字段：予以保留，但不显示"),
        Trouble::DoubledField { key } => format!("同一括号内“{key}”出现了两次，只有最后一次有效"),
        Trouble::NoPictures => "展览中没有图片".to_owned(),
        Trouble::LongText { found, limit } => format!("文本有 {found} 个字符，只显示 {limit} 个"),
        Trouble::Backslashes { .. } => "文件名中用了 \\".to_owned(),
        Trouble::LongAddress => "网址太长，无法放进供手机扫描的二维码".to_owned(),
        Trouble::OutOfOrder { after, own } => format!("{own} 排在 {after} 之后"),
        Trouble::NoBatch { number } => format!("缺少第 {number} 批，因此不给出包含它的合计"),
        Trouble::TooMany { found, taken } => format!("有 {found} 项，只取了前 {taken} 项"),
        Trouble::DuplicateId { id } => format!("id“{id}”出现了两次"),
        Trouble::DanglingId { id } => format!("没有任何条目的 id 是“{id}”"),
        Trouble::DanglingBatch { number } => format!("“batches”中没有第 {number} 批"),
        Trouble::DanglingYear { year } => format!("“pairing_stops”中没有 {year} 年"),
        Trouble::UnreadablePicture { file, .. } => format!("无法显示“{file}”"),
        Trouble::MissingFile { file } => format!("展览包中没有文件“{file}”"),
        Trouble::EscapingName { file } => format!("文件名“{file}”指向展览包之外"),
        Trouble::MissingWords { lang } => format!("没有{}文本", language(*lang)),
        Trouble::UnknownLanguage { code } => format!("“{code}”不是展览所用的语言"),
        Trouble::NoSource => "未注明来源".to_owned(),
        Trouble::LongCaption { lang, found, limit } => {
            let unit = match lang {
                Lang::En => "个词",
                Lang::Zh => "个字",
                Lang::Bo => "个音节",
            };
            format!("{}图片说明有 {found} {unit}；观众一般读 {limit} {unit}", language(*lang))
        }
        Trouble::NoGlyph { character } => {
            format!("内置字体中没有字符“{character}”（U+{:04X}）", u32::from(*character))
        }
        Trouble::Unreviewed { lang, count } => {
            format!("有 {count} 条{}文本是草稿，尚未经母语读者审校", language(*lang))
        }
        Trouble::Outdated { lang, count: 1 } => {
            format!("该{}文本的审校已过时：文本或其所译的原文在审校之后有改动", language(*lang))
        }
        Trouble::Outdated { lang, count } => {
            format!("另有 {count} 条{}文本的审校已过时：文本或其所译的原文在审校之后有改动", language(*lang))
        }
        Trouble::OtherTerm { lang, term, wanted } => {
            format!("原文有“{term}”，而{}文本中没有术语表中的“{wanted}”", language(*lang))
        }
        Trouble::OtherTerms { count } => format!("另有 {count} 条文本的用语与术语表不同"),
        Trouble::OddReview { why, .. } => because(why),
        Trouble::Reversed => "结束早于开始".to_owned(),
        Trouble::PassedOver { what, count } => passed_over::trouble(Lang::Zh, *what, *count),
        Trouble::NoScale => "换算倍数必须大于零；现改用其他语言的单位".to_owned(),
        Trouble::CameraPreview { file, size: [width, height] } => {
            format!("“{file}”是相机 RAW 文件：显示的是相机自带的预览图，{width} × {height} 像素")
        }
        Trouble::SmallPicture { found, wanted } => {
            let [found, wanted] = [found, wanted].map(|pixels| number(f64::from(*pixels)));
            format!("图片用于大屏偏小：长边 {found} 像素，应有 {wanted} 像素")
        }
        Trouble::LongTitle { lang, at, lines, most } => {
            let size = match at {
                SeenSize::Kiosk => "触摸屏字号",
                SeenSize::LargeText => "大字",
                SeenSize::Wall => "大屏字号",
            };
            format!("{}标题用{size}放不下：{lines} 行，至多 {most} 行", language(*lang))
        }
        Trouble::CutCaption { lang, upright } => {
            let on = if *upright { "竖屏" } else { "大屏和待机的触摸屏" };
            format!("{}图片说明在{on}上放不下：末尾的句子不显示", language(*lang))
        }
        Trouble::SecondLead => "这个主题已有另一张主图".to_owned(),
        Trouble::SameFile { file } => format!("两张图片用了同一个文件“{file}”"),
        Trouble::DoubledReference { id } => format!("“{id}”列了两次"),
    }
}

fn because(why: &Why) -> String {
    match why {
        Why::Expected { kind, found } => expected(*kind, found),
        Why::OneOf { word, words, meant } => {
            let all = words.join("、");
            match meant {
                Some(meant) => format!("“{word}”不在可用的词之中（{all}）：是否应为“{meant}”？"),
                None => format!("“{word}”不在可用的词之中（{all}）"),
            }
        }
        Why::Missing { field } => format!("缺少“{field}”"),
        Why::Misspelt { name, meant } => format!("没有名为“{name}”的字段：是否应为“{meant}”？"),
        Why::Length { found, wanted } => format!("[ ] 中应有 {wanted} 个数字，现有 {found} 个"),
        Why::Negative => "此处不能是负数".to_owned(),
        Why::TooLarge => "数字超出可以显示的范围".to_owned(),
        Why::Outside { least, most: u32::MAX } => format!("此处应为不小于 {least} 的数字"),
        Why::Outside { least, most } => format!("此处应为 {least} 到 {most} 之间的数字"),
        Why::NotADate { text } => format!("“{text}”不是此处的日期写法：请写 2024、2024-08 或 2024-08-26"),
        Why::NoSuchDay { text } => format!("没有 {text} 这一天"),
        Why::NotAFingerprint { text } => {
            format!("“{text}”不是文本的指纹：应为 16 个数字或字母（0 至 9、a 至 f）")
        }
        Why::NoValue => "已公布的数字需要写出数值“value”".to_owned(),
        Why::NeedlessValue => "只有“state”为“reported”的数字才有“value”".to_owned(),
        Why::NoTerms => "推算的数字需要写出相加的各项“terms”".to_owned(),
        Why::NegativeSum => "“terms”相加小于零".to_owned(),
        Why::HalfCharacter => "此处只有半个字符（\\ud800 之类）".to_owned(),
        Why::TooDeep => "括号嵌套超过一百层".to_owned(),
        Why::TooMuch => "远远超出一个条目应有的大小".to_owned(),
        Why::Unclear => "写法与本程序读取的不同".to_owned(),
    }
}

fn expected(kind: ValueKind, found: &Found) -> String {
    let what = match kind {
        ValueKind::Number => "此处应为数字",
        ValueKind::Whole => "此处应为整数",
        ValueKind::Text => "此处应为加引号的文字",
        ValueKind::Words => "此处应为分语言的文本 { \"zh\": … }",
        ValueKind::Date => "此处应为加引号的日期 \"2024-08-26\"",
        ValueKind::Flag => "此处应为 true 或 false，不加引号",
        ValueKind::List => "此处应为 [ ] 中的列表",
        ValueKind::Object => "此处应为 { } 中的内容",
    };
    match found {
        Found::Quoted(text) => format!("{what}：请去掉“{text}”的引号"),
        Found::Text(text) => format!("{what}，而“{text}”是文字"),
        Found::Number(number) if kind == ValueKind::Whole => format!("{what}，而 {number} 不是整数"),
        Found::Number(number) if kind == ValueKind::Text => format!("{what}：请给 {number} 加上引号"),
        Found::Number(number) => format!("{what}，而 {number} 是数字"),
        Found::Flag(flag) => format!("{what}，而此处是 {flag}"),
        Found::Null => format!("{what}，而此处是 null"),
        Found::List => format!("{what}，而此处是列表"),
        Found::Object => format!("{what}，而此处是 {{ }}"),
    }
}

#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn hint(trouble: &Trouble) -> String {
    let fixed = match trouble {
        Trouble::Unreadable { why, correct, left } => return mend(why, correct.as_deref(), *left),
        Trouble::UnknownField { meant: Some(meant), .. } => return format!("请写“{meant}”。"),
        Trouble::UnknownField { meant: None, .. } => "可以去掉，也可以保留；可用的字段可用 `vitrine schema` 列出。",
        Trouble::DoubledField { .. } => "请去掉其中一个。",
        Trouble::NoPictures => "请在“photos”中加入图片，每幅写明“file”。",
        Trouble::LongText { .. } => "请缩短，或分成几段。",
        Trouble::Backslashes { correct } => return format!("请写 \"{correct}\"。"),
        Trouble::LongAddress => "如有较短的网址，请换用；在此之前，二维码只含引用信息。",
        Trouble::OutOfOrder { .. } => "请把较早的放在前面。",
        Trouble::NoBatch { .. } => "请补上；如没有来源给出人数，请写 \"state\": \"not_published\"。",
        Trouble::TooMany { .. } => "请拆分展览。",
        Trouble::DuplicateId { .. } => "请为其中之一换一个 id。",
        Trouble::DanglingId { .. } => "请改正 id，或补上它所指的条目。",
        Trouble::DanglingBatch { .. } => "请改正批次编号，或补上该批次。",
        Trouble::DanglingYear { .. } => "请改正年份，或在那里补上该年份。",
        Trouble::UnreadablePicture { .. } => "请换上可以读取的图片；观众看不到这一幅。",
        Trouble::MissingFile { .. } => "请将文件放到该处，或改正文件名；文件名区分大小写。",
        Trouble::EscapingName { .. } => "请将文件放入展览包，并从包内写起，用 / 分隔。",
        Trouble::MissingWords { .. } => "请补上文本；在此之前，以另一种语言代替显示。",
        Trouble::UnknownLanguage { .. } => "请使用 en、zh 或 bo。",
        Trouble::NoSource => "请在“sources”中加入一个来源的 id。",
        Trouble::LongCaption { .. } => "请缩短，或将一部分移到来源中。",
        Trouble::NoGlyph { .. } => "请换用其他字符；否则观众会看到空框。",
        Trouble::Unreviewed { .. } => "请母语读者审阅，然后在“reviewed”中加入该语言。",
        Trouble::Outdated { .. } => "请重新审阅，然后标为已审校。",
        Trouble::OtherTerm { .. } | Trouble::OtherTerms { .. } => {
            "请改用术语表中的词；如果另一种说法同样正确，请把它加进该术语的其他写法。"
        }
        Trouble::OddReview { why, correct } => {
            return format!("{}在此之前，这次审校不算数。", fix(why, correct.as_deref()));
        }
        Trouble::Reversed => "请将两者对调。",
        Trouble::PassedOver { what, .. } => passed_over::hint(Lang::Zh, *what),
        Trouble::CameraPreview { .. } => "如有需要，请用冲印软件另存为 JPEG。",
        Trouble::SmallPicture { .. } => "请换上较大的图片；这一张在大屏上会模糊。",
        Trouble::CutCaption { .. } => "请缩短说明或标题。",
        Trouble::LongTitle { .. } => "请缩短；否则下面的说明没有位置。",
        Trouble::SecondLead => "每个主题只留一张主图：放大的是第一张，这一张与其他图片一样大。",
        Trouble::SameFile { .. } => "请去掉其中一张，或为它另配文件。",
        Trouble::DoubledReference { .. } => "请去掉其中一个。",
        Trouble::NoScale => "请写明该语言的多少个单位等于数字的一个单位，例如 10。",
    };
    fixed.to_owned()
}

/// How to fix something unreadable, and what is not shown until then.
fn mend(why: &Why, correct: Option<&str>, left: Left) -> String {
    let until = match left {
        Left::Entry => "在此之前，这一条目不显示。",
        Left::Figure => "在此之前，该数字显示为未公布，也不给出包含它的合计。",
        Left::Field => "在此之前不显示。",
    };
    format!("{}{until}", fix(why, correct))
}

/// How to fix something unreadable.
fn fix(why: &Why, correct: Option<&str>) -> String {
    match (why, correct) {
        (_, Some(correct)) => format!("请写 {correct}。"),
        (Why::Misspelt { meant, .. }, None) => format!("请写“{meant}”。"),
        (Why::Missing { field }, None) => format!("请补上 \"{field}\": …。"),
        (Why::Expected { found: Found::Null, .. }, None) => "请写上内容，或去掉这个字段。".to_owned(),
        (Why::HalfCharacter | Why::TooDeep | Why::TooMuch, None) => "请去掉。".to_owned(),
        (
            Why::Negative
            | Why::NegativeSum
            | Why::TooLarge
            | Why::Outside { .. }
            | Why::Length { .. }
            | Why::NotADate { .. }
            | Why::NoSuchDay { .. },
            None,
        ) => "请改正。".to_owned(),
        (Why::NotAFingerprint { .. }, None) => "请重新审校该文本，或删去此项。".to_owned(),
        (Why::NeedlessValue, None) => "请去掉“value”，或写 \"state\": \"reported\"。".to_owned(),
        (Why::NoValue, None) => "请补上；如没有来源给出，请写 \"state\": \"not_published\"。".to_owned(),
        _ => "请改正；此处可写的内容可用 `vitrine schema` 列出。".to_owned(),
    }
}
