//! 中文

use super::super::about::{Figures, Section};
use super::super::state::Theme;
use super::super::url::View;
use super::quote::quoted;
use super::{Words, add, dates, embed, figures};
use crate::corpus::{DateField, FieldName, PlaceBasis, Sureness, UndatedReason};
use crate::search::CompletionKind;
use crate::stats::Month;

/// The Chinese table.
pub static ZH: Words = Words {
    code: "zh-CN",
    name: "工讯",
    skip: "跳到正文",
    view: |view| match view {
        View::Search => "检索",
        View::Timeline => "时间",
        View::Map => "地区",
        View::Stats => "统计",
        View::About => "关于",
        View::Embed => "嵌入网页",
        View::Add => "添加简报",
    },
    theme: |theme| match theme {
        Theme::Auto => "明暗自动",
        Theme::Light => "浅色显示",
        Theme::Dark => "深色显示",
    },
    elder: "长者模式",
    not_elder: "标准字号",
    main_nav: "主导航",

    hero: "在工会简报里，查身边的事",
    intro: "工会做了什么：哪一天、在哪里、谁组织、为了谁。每一条都能点回原文的那一句。",
    covers,
    counted: ["期简报", "篇文章", "项活动"],
    try_these: "试试",
    search: "检索",
    search_hint: "词语、地名、单位、人名……",
    clear_words: "清除检索词",
    offers: "输入提示",
    offer_kind: |kind| match kind {
        CompletionKind::Word => "词语",
        CompletionKind::Title(_) => "文章",
        CompletionKind::Value(key) | CompletionKind::Key(key) => key.word(),
    },
    offer_count: |kind, count| match kind {
        CompletionKind::Word => format!("{count} 篇"),
        CompletionKind::Value(_) => format!("{count} 项"),
        CompletionKind::Title(_) | CompletionKind::Key(_) => String::new(),
    },
    sharing: "以下文章只含其中一部分，不计入上面的篇数",
    similar: "相似文章",
    near: "您要找的是不是",
    keywords: "常见词",
    how_to: "空格隔开几个词，须同时出现；加引号连成一个词；词前加减号表示不要；竖线 | 表示任一。繁体、简体都能查到。",
    latest: "最新",
    led_by: |place| format!("，{place}的在前"),
    all: |articles, activities| format!("全部 {articles} 篇文章，{activities} 项活动"),
    found: |articles, activities| format!("{articles} 篇文章，其中 {activities} 项活动"),
    relaxed: |words| format!("没有一篇同时符合“{words}”。以下按单个词语查得，最相近的在前。"),
    nothing: "没有找到",
    nothing_dated: "没有找到日期确切的活动",
    nothing_hints: &[
        "换一个更短、更常见的词：“送清凉”比“夏季送清凉慰问活动”容易查到。",
        "去掉一两个筛选条件。",
        "地名用区县的全名或简称都可以：“渝中区”“渝中”。",
    ],
    more: |shown, total| format!("再显示一些（已显示 {shown} 篇，共 {total} 篇）"),
    printed_part: |printed, total| {
        format!("打印前 {printed} 篇，共 {total} 篇；加上筛选条件可以打印其余的。")
    },
    results: "检索结果",

    filters: "筛选",
    chosen: "已选条件",
    remove: |what| format!("去掉“{what}”"),
    drop_filters: "去掉全部筛选",
    clear_all: "全部清除，重新开始",
    open_filters: |chosen| match chosen {
        0 => "筛选".to_owned(),
        n => format!("筛选（已选 {n} 项）"),
    },
    close_filters: |articles| format!("看结果（{articles} 篇）"),
    district: "地区",
    kind: "类型",
    audience: "对象",
    month: "月份",
    source: "来源",
    organiser: "组织单位",
    period: "时间",
    expand: |all| format!("展开全部 {all} 个"),
    collapse: "收起",

    answer: "问答",
    understood: "这样理解",
    in_words: "含词语",
    take: "改用筛选条件查",
    counted_from: |today| format!("时间从今天（{}）算起", dates::day(today)),
    more_rows: |count| format!("另有 {count} 行"),
    perhaps: "您是不是要问：",
    or_perhaps: "可以试试：",
    ask_these: "直接问",

    untitled: "无标题",
    no_date: "日期不详",
    day: dates::day,
    date: dates::date,
    date_lines: dates::lines,
    between: dates::between,
    month_of: dates::month,
    month_in_year: |month| format!("{}月", month.month),
    year_of: |year| format!("{year}年"),
    activities: |count| format!("{count} 项活动"),
    open_records: "展开全部记录",
    close_records: "收起记录",
    more_activities: |count| format!("还有 {count} 项"),

    rank: "名次",
    tied: |rank| format!("并列第 {rank}"),
    count: "活动",
    share: "占比",
    districts_title: "各地活动数",
    districts_note: "按活动计，一项活动涉及几个地区，就在几个地区各计一次；上级地区含其下级，一项只计一次，所以各地相加可以多于上级。",
    wide: |name, count| format!("{name}本级或全域性的活动 {count} 项"),
    wide_note: "不分摊到下级地区",
    nowhere: |count| format!("没有写明地区的活动 {count} 项"),
    copy_tables: "复制全部表格，可贴到 Word、Excel、WPS",
    months_title: "各月活动数",
    months_note: |dated, sum, undated| {
        let sum = match sum == dated {
            true => String::new(),
            false => format!("；跨月的在所跨的每个月各计一次，所以各月相加是 {sum}"),
        };
        let undated = match undated {
            0 => String::new(),
            undated => format!("；另有 {undated} 项日期不详"),
        };
        format!("有日期的活动 {dated} 项{sum}{undated}。")
    },
    own_level: "本级或全域性",
    maybe: |count| format!("另有 {count} 项没有确切日期，可能也在其中"),
    maybe_short: |count| format!("另 {count} 项日期不详"),
    printed_on: "刊于",
    printed: |date| format!("刊于 {date}"),
    undated: |count| format!("没有确切日期的活动 {count} 项"),
    undated_reason: |reason| match reason {
        UndatedReason::Vague => "只说“近日”“日前”之类",
        UndatedReason::None => "文中没有提到日期",
        UndatedReason::Damaged => "日期有误，无法判读",
    },
    no_activities: "当前条件下没有活动",

    back_to_list: "返回列表",
    position: |at, of| format!("第 {at} 篇，共 {of} 篇"),
    previous: "上一篇",
    next: "下一篇",
    basis,
    copy_citation: "复制引文",
    copy_record: "复制这条引文",
    copied: "已复制",
    copy_failed: "无法自动复制，请手动选取：",
    caption: "图片说明",
    in_simplified: "转为简体",
    in_original: "看原文",
    marked: |words| format!("文中标出了“{words}”"),
    records: |count| format!("本文读出 {count} 项活动，编号见正文与旁边的记录。"),
    record: |number| format!("活动 {number}"),
    no_record: "本文没有读出活动。",
    field: |field| match field {
        FieldName::Title => "标题",
        FieldName::Date => "日期",
        FieldName::Places => "地区",
        FieldName::Venues => "地点",
        FieldName::Organisers => "组织",
        FieldName::Types => "类型",
        FieldName::Audiences => "对象",
        FieldName::Participants => "参加",
        FieldName::Honours => "表彰",
    },
    place_basis: |basis| match basis {
        PlaceBasis::Text => "据文中地名",
        PlaceBasis::Organiser => "据组织单位所在地",
        PlaceBasis::Venue => "据活动场所",
        PlaceBasis::Bulletin => "据简报所属地区",
    },
    mentioned: "另提到",
    same_as: "同一活动",
    sure: |sure| match sure {
        Sureness::Certain => "",
        Sureness::Likely => "推定",
        Sureness::Guess => "存疑",
    },
    year_only: |year| format!("{year}年内，日期不详"),
    undated_words: |words, reason| match (words, reason) {
        ("", UndatedReason::Damaged) => "日期有误，无法判读".to_owned(),
        ("", _) => "文中没有提到日期".to_owned(),
        (words, UndatedReason::Damaged) => format!("文中写作“{words}”，日期有误"),
        (words, _) => format!("文中只说“{words}”"),
    },
    approx: |count, unit, of, approx| {
        let about = if approx { "约 " } else { "" };
        // Where a list was parted, its “和” stays behind.
        let of = of.trim_end_matches(['和', '及', '与', '、', '，']);
        match (unit, of) {
            // 343 名: of whom, the text does not say.
            ("名" | "位" | "余名" | "多名", "") => format!("{about}{count} 人"),
            _ => format!("{about}{count} {unit}{of}"),
        }
    },
    see: "依据",
    back_to_record: |number| format!("回到记录 {number}"),
    see_words: |field| format!("在正文中标出“{field}”的依据"),
    separator: "、",
    gone_article: |id| format!("这个资料库里没有编号为“{id}”的文章，链接可能来自另一份资料。"),
    gone_activity: |id| format!("这篇文章里没有编号为“{id}”的活动。"),

    misread: |key, value| {
        let what = match key {
            "d" => "地区",
            "t" => "类型",
            "who" => "对象",
            "from" => "开始日期",
            "to" => "结束日期",
            "v" => "页面",
            "lang" => "语言",
            "elder" => "长者模式",
            _ => "一项条件",
        };
        format!("链接里的{what}“{value}”有误，没有采用。")
    },
    not_here: |value| format!("资料里没有“{value}”，链接可能有误，或来自另一份资料。"),
    dismiss: "知道了",

    loading: "正在打开资料库……",
    retry: "重试",
    failed: "资料库没有打开",
    empty_title: "资料库里还没有文章",
    empty_text: "这份资料是完好的，只是其中一篇文章也没有。请用 gongxun corpus 读入简报，再重新发布。",

    sources: "来源",
    articles: |count| format!("{count} 篇文章"),
    year_basis: |year| match year.basis.as_str() {
        ISSUED => format!("{}年，据发布日期", year.value),
        words => format!("{}年，据{}", year.value, quoted(words)),
    },
    version: |version| format!("工讯 {version}"),
    contact: "联系",
    map_approval: "审图号",
    footer: "记录由程序从原文读出，请以原文为准。检索在本机完成，不上传任何内容。",
    figures: &figures::ZH,
    embed: &embed::ZH,
    add: &add::ZH,
    about_sections,
};

/// What a basis says where it is not words of the text.
const ISSUED: &str = "发布日期";

fn basis(date: &DateField) -> String {
    let year = date.year_basis.as_deref().map(|year| match year {
        ISSUED => "年份据简报的发布日期推定".to_owned(),
        words => format!("年份据{}推定", quoted(words)),
    });
    match (date.basis.as_str(), year) {
        ("", year) => year.unwrap_or_default(),
        (ISSUED, _) => "据简报的发布日期".to_owned(),
        // What reading says in words of its own is no quotation.
        ("文章日期", _) => "据文章所署日期".to_owned(),
        (words, _) if words.starts_with("最近一项活动") => figures::ZH.by_activity.to_owned(),
        (words, None) => format!("据{}", quoted(words)),
        (words, Some(year)) => format!("据{}；{year}", quoted(words)),
    }
}

fn covers(places: &[String], of: usize, first: Month, last: Month) -> String {
    let rest = if of > places.len() { format!("等 {of} 个省级地区") } else { String::new() };
    let whole = |month: Month| month.span();
    let (from, to) = (whole(first).map(|span| span.start), whole(last).map(|span| span.end));
    format!("资料涉及{}{rest}，{}。", places.join("、"), dates::between(from, to))
}

fn about_sections(figures: &Figures) -> Vec<Section> {
    let Figures { bulletins, articles, activities, undated, unplaced, year_inferred, place_inferred } =
        figures;
    vec![
        Section::new(
            "这是什么",
            vec![
                format!(
                    "工讯把工会简报、工会通讯、一周动态读成一份可以检索的资料库。现有 {bulletins} 期简报、\
                     {articles} 篇文章，从中读出 {activities} 项活动。"
                ),
                "检索以文章为单位列出，统计以活动为单位计数：一篇“一周动态”里可以有好几项活动。".to_owned(),
            ],
        ),
        Section::new(
            "怎样检索",
            vec![
                "输入的字在文中连在一起出现，就算找到，不漏也不添；繁体、简体、全角、半角、大小写视为相同。"
                    .to_owned(),
                "空格隔开的几个词须同时出现；引号里的算一个词；词前加减号表示不要；竖线表示任一。".to_owned(),
                "也可以直接写条件：地区:渝北区 类型:送清凉 对象:农民工 日期:2024-05..2024-07。".to_owned(),
            ],
        ),
        Section::new(
            "怎样读出活动",
            vec![
                "程序按规则从原文读出每项活动的日期、地区、组织单位、类型、对象和人数，并记下依据的是哪几个字。\
                 记录旁边都写着依据，可以对照原文核实。"
                    .to_owned(),
                "文中没有写年份的日期，按简报的发布日期或文中其他线索推定，并注明“年份据……推定”。".to_owned(),
                "没有写明地点的活动，按组织单位所在地或简报所属地区归入，也都注明。".to_owned(),
            ],
        ),
        Section::new(
            "局限",
            vec![
                "读取由程序完成，没有逐条人工核对，会有遗漏和误读；标“推定”“存疑”的尤其要看原文。".to_owned(),
                format!(
                    "现有 {activities} 项活动中，{undated} 项没有确切日期，{unplaced} 项读不出地区；统计时单独列出，不作猜测。"
                ),
                format!(
                    "推定的有：{year_inferred} 项的年份据发布日期或文中其他线索推定；{place_inferred} 项的地区不是文中\
                     写明的活动地点，据组织单位所在地、活动场所或简报所属地区推定。"
                ),
                "各期简报的写法和篇幅不同，活动数的多少反映的是报道，不等于工作量。".to_owned(),
            ],
        ),
        Section::new(
            "地区说明",
            vec![
                "地区以县级以上行政区划代码为准。上级地区的数目包含其下级。".to_owned(),
                "2025 年 11 月 6 日起，重庆市江北区、渝北区撤并为两江新区；简报按其发布时的区划归入。".to_owned(),
                "区划资料来自天地图与公开的行政区划代码表。凡涉及位置的图表均为示意，不作划界依据。".to_owned(),
            ],
        ),
        Section::new(
            "隐私",
            vec![
                "检索和统计都在这台设备上完成，检索词不会发送到任何地方；不使用 Cookie，没有账号。".to_owned(),
                "设备上只记住三件事：长者模式是否打开，用浅色还是深色显示，您选的“我的区县”和“我是”。".to_owned(),
            ],
        ),
    ]
}
