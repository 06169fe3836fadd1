//! The words of the timeline, the map and what ties them together.

use crate::layout::timeline::Level;
use crate::layout::timeline::Wording;

/// What has most, how many, and how many units have as many.
pub type Most<'a> = (&'a str, usize, usize);

/// The words of one language. Functions put numbers and names where the language wants them.
#[allow(missing_docs, reason = "the words themselves say what they are for")]
pub struct FigureWords {
    pub wording: &'static Wording,
    pub by_activity: &'static str,

    pub timeline_title: &'static str,
    /// The sentence that goes with the timeline: activities, from, to, fullest unit, its count.
    pub timeline_says: fn(usize, &str, Option<(&str, u32)>) -> String,
    pub nothing_dated: &'static str,
    pub nothing_in_view: &'static str,
    pub level: fn(Level) -> &'static str,
    pub levels: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub whole: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub stack: &'static str,
    pub rest: &'static str,
    pub none: &'static str,
    pub vague: &'static str,
    pub keys: &'static str,
    pub brush: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub no_period: &'static str,
    pub in_view: &'static str,
    pub bin: fn(&str, u32) -> String,
    pub table: &'static str,
    pub undated_more: fn(usize) -> String,
    pub quiet: fn(&str) -> String,
    pub ongoing: fn(u32) -> String,
    pub count: fn(u32) -> String,

    pub map_title: &'static str,
    /// The sentence that goes with the map: units, units with activities, the fullest and its count.
    pub map_says: fn(&str, usize, usize, Option<Most<'_>>) -> String,
    pub map_loading: &'static str,
    pub map_failed: &'static str,
    pub map_none: &'static str,
    pub form_boundaries: &'static str,
    pub form_tiles: &'static str,
    pub form: &'static str,
    pub scope: &'static str,
    pub country: &'static str,
    pub cities: &'static str,
    pub counties: &'static str,
    pub unit_count: fn(&str, Option<usize>) -> String,
    pub no_data: &'static str,
    /// Units that have nothing but what has no date.
    pub maybe_units: &'static str,
    pub only_maybe: fn(usize) -> String,
    pub class: fn(u32, u32) -> String,
    pub units: fn(usize) -> String,
    pub classes_note: &'static str,
    pub sketch: &'static str,
    pub credits: &'static str,
    pub map_keys: &'static str,
    pub wide_of: fn(&str, usize) -> String,
    pub old_units: &'static str,
    pub new_units: &'static str,
    pub unit_set: &'static str,
    /// What a change of units means for the map: whether the old ones are drawn.
    pub changed: fn(bool, bool) -> &'static str,
    pub by_name: &'static str,
    pub by_count: &'static str,
    pub sort: &'static str,

    pub mine_title: &'static str,
    pub my_place: &'static str,
    pub my_audience: &'static str,
    pub unset: &'static str,
    pub mine_note: &'static str,
    pub mine_latest: fn(&str) -> String,
    pub mine_all: &'static str,
    pub mine_none: fn(&str) -> String,
    pub no_material: fn(&str) -> String,
    pub forget: &'static str,

    pub edits: fn(usize) -> String,
    pub edits_note: &'static str,
    pub edit_was: fn(&str) -> String,
    pub edit_rule: fn(&str) -> String,
}

/// The Chinese table.
pub(super) static ZH: FigureWords = FigureWords {
    wording: &crate::layout::timeline::ZH,
    by_activity: "文章未写日期，以其中最近一项活动为准",

    timeline_title: "时间分布",
    timeline_says: |count, days, fullest| {
        let most = fullest.map(|(unit, count)| format!("，最多的是{unit}，{count} 项")).unwrap_or_default();
        format!("{days}，共 {count} 项有日期的活动{most}。")
    },
    nothing_dated: "当前条件下没有写明日期的活动。",
    nothing_in_view: "此段没有活动，最近的在",
    level: |level| match level {
        Level::Decade => "年代",
        Level::Year => "年",
        Level::Month => "月",
        Level::Week => "周",
        Level::Day => "日",
    },
    levels: "时间单位",
    zoom_in: "放大",
    zoom_out: "缩小",
    whole: "看全部",
    earlier: "往前",
    later: "往后",
    stack: "按什么分色",
    rest: "其余",
    none: "未分类",
    vague: "日期较粗，落在其中某一段",
    keys: "左右方向键移动，加减号缩放，0 看全部，回车选定所见的时段",
    brush: "选定的时段",
    from: "起",
    to: "止",
    no_period: "不限时间",
    in_view: "选定所见时段",
    bin: |unit, count| format!("{unit}：{count} 项"),
    table: "以表格查看",
    undated_more: |count| format!("还有 {count} 项，可按条件筛选后查看"),
    quiet: |days| format!("{days}没有活动"),
    ongoing: |count| format!("其中 {count} 项列在开始时"),
    count: |count| format!("{count} 项"),

    map_title: "地区分布",
    map_says: |place, units, with, most| {
        let most = match most {
            None => String::new(),
            Some((name, count, 1)) => format!("，最多的是{name}，{count} 项"),
            Some((name, count, all)) => format!("，最多的是{name}等 {all} 个，各 {count} 项"),
        };
        format!("{place} {units} 个地区中，{with} 个有活动{most}。")
    },
    map_loading: "正在载入地图……",
    map_failed: "地图没有载入，下面的表格照常可用。",
    map_none: "这份资料没有带地图，请看下面的表格。",
    form_boundaries: "地图",
    form_tiles: "方格",
    form: "画法",
    scope: "范围",
    country: "全国",
    cities: "市级",
    counties: "县级",
    unit_count: |name, count| match count {
        Some(count) => format!("{name}：{count} 项"),
        None => format!("{name}：资料未涉及"),
    },
    no_data: "资料未涉及",
    maybe_units: "只有日期不详的活动，可能在此时段",
    only_maybe: |count| format!("另有 {count} 个只有日期不详的活动，可能在此时段。"),
    class: |from, to| if from == to { format!("{from} 项") } else { format!("{from}—{to} 项") },
    units: |count| format!("{count} 个地区"),
    classes_note: "分级以 1、2、5、10、20、50……为界，每级的下限约为前一级的两倍；最多五级，数目大时最低几级并为一级。0 与“资料未涉及”另列。",
    sketch: "示意图，不作划界依据。",
    credits: "界线资料：天地图、公开的行政区划代码表。",
    map_keys: "方向键移到相邻地区，回车选定，加减号缩放，0 看全部",
    wide_of: |name, count| format!("{name}本级或全域性的活动 {count} 项，不分摊到下级地区"),
    old_units: "原 38 个区县",
    new_units: "现 37 个区县",
    unit_set: "行政区划",
    changed: |old, spans| match (old, spans) {
        (true, true) => {
            "所选时段跨过 2025 年 11 月 6 日：江北区、渝北区在那天撤并为两江新区。图上是撤并前的区县；已归入两江新区的活动在表中单列。"
        }
        (false, true) => {
            "所选时段跨过 2025 年 11 月 6 日：江北区、渝北区在那天撤并为两江新区。图上是撤并后的区县，撤并前的活动计入两江新区。"
        }
        (true, false) => "图上是 2025 年 11 月 6 日以前的区县。",
        (false, false) => "图上是 2025 年 11 月 6 日以后的区县：江北区、渝北区已撤并为两江新区。",
    },
    by_name: "按代码",
    by_count: "按数量",
    sort: "排序",

    mine_title: "我关心的",
    my_place: "我的区县",
    my_audience: "我是",
    unset: "不指定",
    mine_note: "只记在这台设备上。",
    mine_latest: |what| format!("{what}最近的活动"),
    mine_all: "查看全部",
    mine_none: |what| format!("{what}：暂无资料。"),
    no_material: |name| format!("{name}（暂无资料）"),
    forget: "清除",

    edits: |count| format!("整理时改动了 {count} 处"),
    edits_note: "转录、换页、断行留下的痕迹已经整理，原样如下。",
    edit_was: |was| format!("原作“{was}”"),
    edit_rule: |rule| {
        match rule {
            "bullet" => "项目符号",
            "byte-shift" => "错位的编码",
            "full-width" => "全角、半角",
            "ornament" => "装饰符号",
            "page-break" => "换页断开的句子",
            "page-number" => "页码",
            "pinyin-noise" => "混入的拼音",
            "related-links" => "相关链接",
            "repeated-char" => "重复的字",
            "repeated-paragraph" => "重复的段落",
            "running-head" => "页眉页脚",
            "spaced-out" => "字间的空格",
            "stray-comma" => "多余的逗号",
            "stray-line" => "多余的行",
            "torn-digits" => "断开的数字",
            "web-chrome" => "网页上的按钮和菜单",
            other => other,
        }
        .to_owned()
    },
};
