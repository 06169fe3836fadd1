//! What a sentence tells: an event, a detail of one, someone's words, a plan, the background.

use std::ops::Range;
use std::sync::LazyLock;

use super::hosts::{Subject, subject};
use super::lexicon::Verb;
use super::scene::Scene;
use crate::date::{DateWords, Said};

/// How a sentence opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opener {
    /// 会上, 此次: more of what was told before.
    Detail,
    /// 会议强调, 要
    Speech,
    /// 下一步
    Plan,
    /// 近年来, 截至
    Background,
}

/// A sentence or a part of one, looked at as a statement.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The stretch.
    pub range: Range<usize>,
    /// How it opens.
    pub opener: Option<Opener>,
    /// Where its own words begin, after dates and clauses of purpose.
    pub content: usize,
    /// The date words that say when: at its head, or before its verb.
    pub date: Option<DateWords>,
    /// Who acts.
    pub subject: Subject,
    /// The verb that tells what was done, with where it stands.
    pub act: Option<Range<usize>>,
    /// Whether someone says something rather than does.
    pub speech: bool,
}

static OPENERS: LazyLock<Vec<(&'static str, Opener)>> = LazyLock::new(|| {
    include_str!("../../../data/openers.tsv").lines().skip(1).filter_map(opener_row).collect()
});

fn opener_row(line: &'static str) -> Option<(&'static str, Opener)> {
    let (word, kind) = line.split_once('\t')?;
    let kind = match kind {
        "detail" => Opener::Detail,
        "speech" => Opener::Speech,
        "plan" => Opener::Plan,
        "background" => Opener::Background,
        _ => return None,
    };
    Some((word, kind))
}

/// How the text opens at a place.
fn opener_at(scene: &Scene, place: usize) -> Option<Opener> {
    let found =
        OPENERS.iter().filter(|(word, _)| scene.text.has(place, word)).max_by_key(|(word, _)| word.len());
    found.map(|&(_, kind)| kind)
}

/// Looks at a sentence, or a part of one, as a statement.
pub(crate) fn told(scene: &Scene, range: Range<usize>) -> Told {
    let head = skip_marks(scene, range.start, range.end);
    let mut opener = opener_at(scene, head).filter(|_| scene.dates_in(&(head..head + 1)).is_empty());
    let (content, mut date) = skip_preamble(scene, head, range.end);
    if opener.is_none() {
        opener = opener_at(scene, content);
    }
    let rest = content..range.end;
    let mut act = None;
    let mut speech = false;
    let mut reported = content;
    for (verb, hit) in scene.verbs(&rest) {
        match verb {
            Verb::Report if act.is_none() => reported = hit.end,
            Verb::Act if is_verb(scene, hit.start, hit.end) => {
                act = Some(hit.start..hit.end);
                break;
            }
            Verb::Speech if act.is_none() && says(scene, hit.start, hit.end) => {
                speech = true;
                break;
            }
            _ => {}
        }
    }
    if reported > content {
        let (after, later) = skip_preamble(scene, reported, range.end);
        date = date.or(later);
        reported = after;
    }
    let verb_at = act.as_ref().map_or(range.end, |act| act.start);
    if date.is_none() {
        let between = scene.dates_in(&(content..verb_at)).iter().rev();
        date = between.filter(|words| tells_when(scene, words)).last().cloned();
    }
    let subject = subject(scene, reported.max(content), range.end, verb_at);
    Told { range, opener, content, date, subject, act, speech }
}

impl Told {
    /// Whether it tells of an event: someone did something, or something took place on a day.
    pub(crate) fn is_event(&self, scene: &Scene) -> bool {
        let dated = self.date.as_ref().is_some_and(|words| words.said != Said::Vague);
        let somebody = !self.subject.is_empty() || self.date.is_some();
        let opener = self.opener.is_none();
        opener
            && self.act.is_some()
            && !self.speech
            && somebody
            && (!self.subject.is_many() || dated)
            && !self.is_demand(scene)
            && !self.is_national(scene)
    }

    /// 各级工会要…, 必须…: what ought to be done.
    fn is_demand(&self, scene: &Scene) -> bool {
        let Some(act) = &self.act else { return false };
        let head = scene.text.text(self.content..act.start);
        ["要", "应", "必须", "须", "务必", "需要", "应当"].iter().any(|word| head.ends_with(word))
            || head.contains("工会要")
            || head.contains("必须")
            || head.contains("要求")
    }

    /// A congress of the Party that the bulletin only speaks of.
    fn is_national(&self, scene: &Scene) -> bool {
        let Some(act) = &self.act else { return false };
        let head = scene.text.text(self.content..act.start);
        let national =
            ["中国共产党第", "党的二十", "全国人民代表大会", "中共中央", "国务院", "习近平总书记", "党中央"];
        national.iter().any(|word| head.starts_with(word)) && !head.contains("总工会")
    }
}

/// Whether date words say when something took place, not until or since when.
pub(crate) fn tells_when(scene: &Scene, words: &DateWords) -> bool {
    let before = words.range.start;
    let since = [
        "自",
        "从",
        "截至",
        "截止",
        "截止到",
        "截至到",
        "至",
        "到",
        "自从",
        "早在",
        "始于",
        "成立于",
        "始建于",
        "超过",
        "较",
        "比",
        "同比",
        "《",
    ];
    let after = ["以来", "起,", "来,", "印发", "度", "版", "修订", "前,", "之前", "至今", "底前", "前完成"];
    let bare_year =
        matches!(words.said, Said::Year(_)) && !matches!(scene.text.at(words.range.end), ',' | ' ');
    !bare_year
        && !since.iter().any(|word| scene.text.ends(before, word))
        && !after.iter().any(|word| scene.text.has(words.range.end, word))
}

/// Bullets, numbers, tags in brackets.
fn skip_marks(scene: &Scene, start: usize, end: usize) -> usize {
    let mut place = start;
    while place < end
        && !scene.text.at(place).is_alphanumeric()
        && !matches!(scene.text.at(place), '“' | '《' | '【' | '(')
    {
        place += 1;
    }
    if scene.text.at(place) == '【' {
        let close = (place..(place + 20).min(end)).find(|&at| scene.text.at(at) == '】');
        return close.map_or(place, |close| skip_marks(scene, close + 1, end));
    }
    let number = crate::ingest::split::numbering(&crate::text::Reading::new(
        scene.text.text(place..(place + 6).min(end)),
    ));
    let place = if number > 0 { skip_spaces(scene, place + number, end) } else { place };
    for lead in ["本报讯", "本网讯", "中工网讯", "讯"] {
        if scene.text.has(place, lead) {
            let mut after = skip_spaces(scene, place + lead.chars().count(), end);
            if scene.text.at(after) == '(' {
                after = (after..(after + 40).min(end))
                    .find(|&at| scene.text.at(at) == ')')
                    .map_or(after, |close| close + 1);
            }
            return skip_spaces(scene, after, end);
        }
    }
    place
}

fn skip_spaces(scene: &Scene, mut place: usize, end: usize) -> usize {
    while place < end && scene.text.at(place) == ' ' {
        place += 1;
    }
    place
}

/// Skips dates, connectives and clauses of purpose before a sentence's own words; returns the date that
/// stands there.
fn skip_preamble(scene: &Scene, start: usize, end: usize) -> (usize, Option<DateWords>) {
    const CONNECTIVES: [&str; 12] =
        ["此外", "同时", "与此同时", "另外", "另悉", "又讯", "其间", "当前", "记者", "连续", "又", "还"];
    const PURPOSE: [&str; 38] = [
        "为", "按照", "根据", "围绕", "在", "值此", "随着", "时值", "正值", "结合", "紧扣", "聚焦", "立足",
        "针对", "面对", "鉴于", "依托", "坚持", "以", "本着", "作为", "酷暑", "盛夏", "炎炎", "高温", "三伏",
        "寒冬", "岁末", "新春", "金秋", "春风", "恰逢", "适逢", "伴随", "入夏", "冬日", "春日", "经过",
    ];
    let mut place = start;
    let mut date: Option<DateWords> = None;
    for _ in 0..8 {
        place = skip_marks(scene, place, end);
        if let Some(words) = scene.dates_in(&(place..place + 1)).first() {
            let weak = date.as_ref().is_none_or(|date| date.said == Said::Vague);
            if tells_when(scene, words) {
                if weak {
                    date = Some(words.clone());
                }
                place = words.range.end;
                continue;
            }
        }
        if let Some(word) = CONNECTIVES.iter().find(|word| {
            scene.text.has(place, word) && matches!(scene.text.at(place + word.chars().count()), ',' | ':')
        }) {
            place += word.chars().count() + 1;
            continue;
        }
        let clause = (place..end).find(|&at| matches!(scene.text.at(at), ',' | ';' | '。'));
        let purpose = PURPOSE.iter().any(|word| scene.text.has(place, word));
        match clause
            .filter(|&comma| purpose && scene.text.at(comma) == ',' && !holds_event(scene, place..comma))
        {
            Some(comma) => {
                if date.is_none() {
                    date = scene
                        .dates_in(&(place..comma))
                        .iter()
                        .find(|words| tells_when(scene, words) && matches!(words.said, Said::Festival { .. }))
                        .cloned();
                }
                place = comma + 1;
            }
            None => break,
        }
    }
    (place.min(end), date)
}

/// 在三峡广场举办…, 以“…”为主题的…活动启动: a clause that opens like one of purpose but tells the event.
fn holds_event(scene: &Scene, clause: Range<usize>) -> bool {
    let strong = ["举办", "举行", "召开", "启动", "主办", "承办", "开班", "开幕", "落幕", "揭牌", "开展"];
    let purpose = scene.text.has(clause.start, "为") && !scene.text.has(clause.start, "为期");
    let ends = ["之际", "下", "期间", "过程中", "前", "后", "时", "基础上", "契机", "之后", "前夕", "以来"];
    !purpose
        && !ends.iter().any(|word| scene.text.ends(clause.end, word))
        && scene
            .verbs(&clause)
            .any(|(verb, hit)| verb == Verb::Act && strong.contains(&scene.text.text(hit.start..hit.end)))
}

/// Whether a word that may be a verb is one here: not the 组织 of 工会组织, the 培训 of 培训班.
fn is_verb(scene: &Scene, start: usize, end: usize) -> bool {
    let text = &scene.text;
    let word = text.text(start..end);
    let after: &[&str] = match word {
        "组织" => &[
            "部",
            "体系",
            "建设",
            "覆盖",
            "生活会",
            "化",
            "架构",
            "力",
            "者",
            "优势",
            "系统",
            "的",
            "、",
            ",",
            "和",
            "在",
            "要",
            "将",
            "是",
            "机构",
        ],
        "培训" => &[
            "班", "会", "中心", "学员", "内容", "课程", "的", "、", "基地", "工作", "计划", "机构", "项目",
            "和", "资源", "期间", "结束", "以", "采取", "共", "为", "学校", "活动", "人员", "采用", "效果",
            "师资", "需求",
        ],
        "慰问" => &["金", "品", "组", "物资", "活动", "信", "、", "的", "和", "服务", "对象"],
        "调研" => &["组", "报告", "、", "的", "时", "成果", "活动", "中", "课题", "期间", "座谈会"],
        "宣讲" => &[
            "团", "会", "员", "活动", "、", "的", "队", "队伍", "人", "内容", "视频", "稿", "专场", "结束",
            "比赛", "大赛", "阵地",
        ],
        "检查" => &["组", "、", "的", "站", "中"],
        "督导" | "督查" => &["组", "、", "的", "检查"],
        "座谈" => &["会", "、", "的"],
        "交流" => &["会", "、", "的", "活动"],
        "启动" => &["仪式", "会", "以来", "资金", "的"],
        "发布" => &["仪式", "会", "的", "以来", "机制"],
        "开班" | "开幕" | "闭幕" | "揭牌" | "签约" | "挂牌" | "开营" | "颁奖" => {
            &["式", "仪式", "典礼", "现场", "讲话", "致辞"]
        }
        "成立" => &["以来", "大会", "仪式", "于", "的", "周年"],
        "表彰" => &["大会", "会", "的", "奖励", "先进", "对象", "仪式"],
        "评选" => &["活动", "工作", "、", "出", "表彰"],
        "发展" => &["的"],
        "联合" => &["会", "工会", "体", "国"],
        "参加" | "参与" => &["活动", "会议", "过", "了此"],
        "指导" => {
            &["意见", "下", "员", "老师", "、", "思想", "性", "和", "中心", "单位", "服务", "手册", "作用"]
        }
        "安排" | "部署" | "研究" => &["要求", "的", "院", "生", "所"],
        "圆满" => &[],
        "获得" | "荣获" => &["者", "感", "性"],
        "招聘" => &["会", "活动", "、", "信息", "岗位", "的"],
        "演出" => &["活动", "、", "的", "团", "中", "现场"],
        "观摩" => &["会", "、", "团"],
        "授课" | "辅导" => &["老师", "内容", "、", "员"],
        "传达" => &["学习"],
        "深入" => &[
            "学习", "贯彻", "推进", "实施", "开展", "宣传", "领会", "理解", "挖掘", "践行", "人心", "落实",
            "浅出", "交流", "探讨", "细致", "了解", "研究", "分析", "思考", "推动", "解读", "阐述", "讲解",
            "剖析", "拓展", "持久", "、",
        ],
        "利用" => &["率"],
        "结合" => &["实际", "自身", "点", "、", "起来"],
        "赴" => &[],
        "发放" => &["仪式", "的", "标准"],
        "设立" => &["的"],
        "邀请" => &["赛", "函"],
        "救助" => &["金", "、", "对象", "政策", "标准", "服务"],
        "送去" | "送来" | "送上" => &["的"],
        _ => &[],
    };
    if after.iter().any(|next| text.has(end, next)) {
        return word == "深入" && text.has(end, "开展") && false;
    }
    let before: &[&str] = match word {
        "组织" => {
            &["工会", "基层", "党", "群团", "会员", "各级", "社会", "、", "各", "全总", "自", "团", "该"]
        }
        "发布" | "展演" | "签约" => &["、"],
        "培训" => &[
            "技能",
            "业务",
            "专题",
            "岗前",
            "职业技能",
            "师资",
            "干部",
            "轮",
            "本次",
            "安全",
            "的",
            "教育",
            "线上",
            "、",
            "训",
        ],
        "启动" | "签署" => &["、", "的"],
        "慰问" => &["走访", "、", "的", "高温", "节日", "困难"],
        "学习" => &[],
        "调研" => &["专题", "的", "、", "实地", "走访"],
        "宣讲" => &["主题", "的", "、", "政策", "巡回", "“", "微", "集中", "精神"],
        "检查" | "督导" | "督查" => &["、", "专项", "安全", "的"],
        "座谈" | "交流" | "参观" | "考察" => &["、"],
        "成立" => &["新中国", "党的", "建国"],
        "联合" => &["、", "工会"],
        "通过" => &["审议", "表决"],
        "指导" => &["、", "的", "业务", "工作"],
        "表彰" | "评选" | "颁奖" => &["、", "的", "评先", "进行"],
        "演出" | "招聘" | "救助" | "调解" | "授课" | "辅导" => {
            &["、", "的", "文艺", "现场", "困难", "医疗", "人民"]
        }
        "研究" => &["、", "的"],
        _ => &[],
    };
    !before.iter().any(|word| text.ends(start, word)) || word == "慰问" && text.ends(start, "走访")
}

/// Whether a word of saying is one here: not the 说 of 小说, the 要求 of 工作要求.
fn says(scene: &Scene, start: usize, end: usize) -> bool {
    let text = &scene.text;
    match text.text(start..end) {
        "说" => matches!(text.at(end), ',' | ':' | '。' | '“' | '道') || text.ends(start, "“"),
        "要求" | "希望" | "介绍" | "评价" | "感谢" | "解释" => {
            matches!(text.at(end), ',' | ':' | '“')
                || ["会议", "强调", "他", "她", "书记", "主席", "负责人"]
                    .iter()
                    .any(|word| text.ends(start, word))
        }
        "明确" | "提出" => matches!(text.at(end), ',' | ':') || text.ends(start, "会议"),
        "指出" | "强调" | "表示" | "认为" => !["为", "的"].iter().any(|word| text.has(end, word)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, event: bool) {
        let scene = Scene::new(text);
        let told = told(&scene, 0..scene.text.len());
        assert_eq!(told.is_event(&scene), event, "{text}: {told:?}");
    }

    #[test]
    fn events_and_what_is_none() {
        check("7月22日,市总工会党组召开扩大会议。", true);
        check("5月28日 武隆区总工会组织宣讲团走进企业。", true);
        check("重庆市工会机关干部赴基层蹲点工作于今年4月启动。", true);
        check("渝北区激活镇街工会作用,全面开展入会服务", true);
        check("会议强调,要召开专题会议。", false);
        check("市总工会相关负责人表示,将开展活动。", false);
        check("全市各级工会要组织职工学习。", false);
        check("下一步,区总工会将常态化开展走访。", false);
        check("连日来,我省各市总工会纷纷召开会议。", false);
        check("中国共产党第二十届中央委员会第三次全体会议,于7月在北京召开。", false);
    }

    #[test]
    fn openers_read_whole() {
        let table = include_str!("../../../data/openers.tsv");
        assert_eq!(OPENERS.len(), table.lines().skip(1).count());
    }
}
